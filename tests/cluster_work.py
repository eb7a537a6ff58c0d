"""Work that tests send to a cluster: quick, with mischief on purpose."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from archive.tasks import Answer, Audit, Audited, Problem, Task
from auditing.workers import Failure, Reply


@dataclass(frozen=True)
class Digesting:
    """
    Tells the digest of a document; what is in it may ask for more.

    * ``die``: the process that works on it is killed, each time
    * ``kill PATH``: its parent, the worker, is killed, unless the file PATH is there already
    """

    def __call__(self, task: Task) -> Reply[Answer]:
        """Do one task."""
        assert isinstance(task, Audit)
        try:
            data = task.input.path.read_bytes() if task.data is None else task.data
        except OSError:
            return Reply(Audited(None, problem=Problem("not-found", "")))
        what, _, rest = data.decode().partition(" ")
        if what == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if what == "kill" and not Path(rest).exists():
            Path(rest).touch()
            os.kill(os.getppid(), signal.SIGKILL)
            time.sleep(1)
        return Reply(Audited(hashlib.sha256(data).hexdigest()))


@dataclass(frozen=True)
class Failed:
    """Tells how a task failed."""

    def __call__(self, task: Task, failure: Failure) -> Answer:
        """Make the answer."""
        assert isinstance(task, Audit)
        return Audited(None, problem=Problem(failure.cause, task.input.shown))
