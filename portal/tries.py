"""
What visitors have uploaded and are looking at: for an hour, and never longer.

Files lie under random names in a folder that only this user may enter, everything else is held in memory. What is old
is deleted, and where it is too much, that of the visitor who holds most; all of it when the server ends, and what a
killed server left when the next one starts.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import shutil
import tempfile
import threading
import time
from collections import Counter, OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from filelock import FileLock, Timeout

from portal.audits import Checked
from portal.checking import Job
from reports.labels import Language

_PREFIX: Final = "patuh-portal-"
_LOCK: Final = "lock"
_ID_BYTES: Final = 16
MOST_TRIES: Final = 10_000
"""Tries that are remembered at most."""
TRY_BYTES: Final = 16 * 1024
"""What a try is counted as beside its files and its results."""


_Whose = tuple[str, str]
"""Address and session."""


class Scratch:
    """The folder in which uploads lie meanwhile."""

    def __init__(self, folder: Path | None = None) -> None:
        """
        Make it, and delete those that killed servers left.

        Raises:
            OSError: It cannot be made.
        """
        self._above = folder or Path(tempfile.gettempdir())
        self._turn = threading.Lock()
        self._above.mkdir(parents=True, exist_ok=True)
        for old in self._above.glob(f"{_PREFIX}*"):
            _sweep(old)
        self._make()

    def _make(self) -> None:
        """Make it anew, under a name that nobody can have taken before."""
        self._above.mkdir(parents=True, exist_ok=True)
        self.folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=self._above))
        self._lock = FileLock(self.folder / _LOCK)
        self._lock.acquire(timeout=0)

    def new(self) -> Path:
        """
        Return a new folder for the files of one upload.

        Raises:
            OSError: It cannot be made.
        """
        with self._turn:
            if not (self.folder / _LOCK).exists():  # what tidies up folders for temporary files was here
                self._lock.release()
                self._make()
            made = self.folder / secrets.token_hex(_ID_BYTES)
        made.mkdir(mode=0o700)
        return made

    def close(self) -> None:
        """Delete everything."""
        self._lock.release()
        shutil.rmtree(self.folder, ignore_errors=True)


def _sweep(folder: Path) -> None:
    """Delete the folder of a server that is no more; a living one holds its lock."""
    if folder.is_symlink() or not folder.is_dir() or folder.stat().st_uid != os.getuid():
        return
    try:
        with FileLock(folder / _LOCK, timeout=0):
            pass
    except (Timeout, OSError):
        return
    shutil.rmtree(folder, ignore_errors=True)


@dataclass
class Upload:
    """One file of a try."""

    path: Path
    """Below the folder of the try."""
    name: str
    """As the visitor's computer calls it; hostile."""
    bytes: int
    job: Job[Checked]
    checked: Checked | None = None
    """What was found; None as long as it is not known."""
    kept: dict[str, Any] = field(default_factory=dict)
    """What was made of it meanwhile: its page by language, its receipt; gone with it."""

    @property
    def held(self) -> int:
        """Bytes of disk and memory that it takes, about."""
        made = [self.checked, *(getattr(one, "checked", None) for one in list(self.kept.values()))]
        return self.bytes + sum(one.held for one in made if isinstance(one, Checked))


@dataclass
class Try:
    """The files that a visitor sent together."""

    id: str
    owner: str
    """The visitor's session; nobody else sees it."""
    folder: Path
    lang: Language
    since: float
    """As `time.monotonic`."""
    address: str = ""
    """Whence it came."""
    uploads: list[Upload] = field(default_factory=list)
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when all of it is checked."""

    @property
    def bytes(self) -> int:
        """Of all files."""
        return sum(upload.bytes for upload in self.uploads)

    @property
    def held(self) -> int:
        """Bytes of disk and memory that it takes, about."""
        return TRY_BYTES + sum(upload.held for upload in self.uploads)

    @property
    def place(self) -> str:
        """By what those who send much are told apart first: sessions are many for who wants them."""
        return self.address or self.owner

    @property
    def done(self) -> bool:
        """Whether all files are checked."""
        return all(upload.checked is not None for upload in self.uploads)


class Tries:
    """All of them."""

    def __init__(
        self, scratch: Scratch, *, keep_seconds: float, keep_bytes: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._scratch = scratch
        self._keep_seconds = keep_seconds
        self._keep_bytes = keep_bytes
        self._clock = clock
        self._all: OrderedDict[str, Try] = OrderedDict()
        self._last: dict[str, list[str]] = {}
        """Session -> its tries, the oldest first."""
        self._sizes: dict[str, int] = {}
        """Try -> bytes that it took when it was last counted: counting all of them at each request would take long."""
        self._held = Counter[_Whose]()
        """The sums of these."""
        self._total = 0
        self._lock = threading.RLock()

    def begin(self, owner: str, lang: Language, address: str = "") -> Try:
        """Begin one: its folder is made, its files come next."""
        made = Try(secrets.token_hex(_ID_BYTES), owner, self._scratch.new(), lang, self._clock(), address)
        with self._lock:
            self._all[made.id] = made
            self._last.setdefault(owner, []).append(made.id)
        self.tidy(made)
        return made

    def of(self, id_: str, owner: str) -> Try | None:
        """Return a try of this visitor; None where it is gone, or another's."""
        found = self._all.get(id_)
        self.tidy(found)
        found = self._all.get(id_)
        return found if found is not None and secrets.compare_digest(found.owner, owner) else None

    def before(self, one: Try) -> list[Try]:
        """The tries of the same visitor before this one, the newest first."""
        with self._lock:
            ids = self._last.get(one.owner, [])
            at = ids.index(one.id) if one.id in ids else len(ids)
            return [self._all[id_] for id_ in reversed(ids[:at])]

    def of_visitor(self, owner: str) -> list[Try]:
        """All tries of a visitor, the newest first."""
        self.tidy()
        with self._lock:
            return [self._all[id_] for id_ in reversed(self._last.get(owner, []))]

    def forget(self, one: Try) -> None:
        """Delete it with its files."""
        with self._lock:
            self._drop(one.id)

    def tidy(self, changed: Try | None = None) -> None:
        """Count anew what a try takes, where one has changed, and delete what is old, or too much."""
        with self._lock:
            if changed is not None and changed.id in self._all:
                self._count(changed, changed.held)
            oldest = self._clock() - self._keep_seconds
            while self._all and next(iter(self._all.values())).since < oldest:
                self._drop(next(iter(self._all)))
            while self._total > self._keep_bytes or len(self._all) > MOST_TRIES:
                self._drop_first()

    def _count(self, one: Try, size: int) -> None:
        whose = one.place, one.owner
        grown = size - self._sizes.pop(one.id, 0)
        self._held[whose] += grown
        self._total += grown
        if size:
            self._sizes[one.id] = size
        elif not self._held[whose]:
            del self._held[whose]

    def _drop_first(self) -> None:
        """
        Delete the oldest try of who holds most: nobody pushes out what others look at.

        That is the visitor who holds most of those of the address that holds most.
        """
        places = Counter[str]()
        for (place, _), size in self._held.items():
            places[place] += size
        place, owner = max(self._held, key=lambda one: (places[one[0]], self._held[one], one))
        self._drop(next(id_ for id_ in self._last[owner] if self._all[id_].place == place))

    def __len__(self) -> int:
        return len(self._all)

    @property
    def bytes(self) -> int:
        """Of all files that are kept."""
        with self._lock:
            return sum(one.bytes for one in self._all.values())

    def _drop(self, id_: str) -> None:
        one = self._all.pop(id_, None)
        if one is None:
            return
        self._count(one, 0)
        ids = self._last[one.owner]
        ids.remove(id_)
        if not ids:
            del self._last[one.owner]
        for upload in one.uploads:
            upload.job.future.cancel()
        shutil.rmtree(one.folder, ignore_errors=True)
