"""Work on its way to another machine, with the rules that it needs. Quick to import: each process that works does."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from archive.tasks import Answer, Task
from auditing.workers import Reply

if TYPE_CHECKING:
    from archive.judging import NightWork
    from engine.pack import Pack

Work = Callable[[Task], Reply[Answer]]


@dataclass
class Carried:
    """Work as it is sent: bytes that become the work in the process that does it, and nowhere before."""

    payload: bytes = field(repr=False)
    """A pickled function without arguments that makes the work."""
    _work: Work | None = field(default=None, repr=False)

    def __call__(self, task: Task) -> Reply[Answer]:
        """Do one task."""
        if self._work is None:
            self._work = pickle.loads(self.payload)()  # noqa: S301 - it came the way that the code came
        assert self._work is not None
        return self._work(task)

    def __getstate__(self) -> dict[str, Any]:
        return {"payload": self.payload, "_work": None}

    @property
    def digest(self) -> str:
        """Of what is carried."""
        return hashlib.sha256(self.payload).hexdigest()


def carried(work: Work) -> Carried:
    """Return work that needs nothing besides."""
    return Carried(pickle.dumps(partial(_itself, work), pickle.HIGHEST_PROTOCOL))


def carried_with_rules(work: NightWork) -> Carried:
    """Return the work of a night with its rules, for there are none of them elsewhere."""
    pack = work.pack or work.choice.pack()
    return Carried(pickle.dumps(partial(_with_rules, work, pack), pickle.HIGHEST_PROTOCOL))


def _itself(work: Work) -> Work:
    return work


def _with_rules(work: NightWork, pack: Pack) -> NightWork:
    """Put together again what was sent: the work, which leaves its rules behind, and the rules."""
    work.pack = pack
    return work
