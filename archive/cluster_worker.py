"""
What a Dask worker does for a night: batches of tasks, in processes of its own kept beside it.

A Dask worker is a process with threads in which nothing may crash or hang, so it audits nothing itself: each batch is
worked on by a `Pool` of one process, as on a single machine, and what kills that costs one document. The rules came
with the plugin, so a worker needs this program, but no rules.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import multiprocessing
import pickle
import platform
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from distributed import Worker, WorkerPlugin, get_worker

from archive.carried import Carried
from archive.keys import JUDGING_LIBRARIES, READING_LIBRARIES, extractor_key
from archive.tasks import Answer, Task
from auditing.about import version
from auditing.workers import Failure, Limits, Pool
from readers.options import ReadOptions

Failed = Callable[[Task, Failure], Answer]
PROBE_BYTES = 1024 * 1024
"""Of the beginning of a file, by which two machines know that they see the same one."""
_ROOT = Path(__file__).resolve().parent.parent
_PACKAGES = ("annotating", "archive", "auditing", "engine", "extraction", "readers", "reports", "schemas")
"""Whose code makes answers."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How documents are read, on which it depends what has to be the same."""

    options: ReadOptions
    workday_minutes: int


@dataclass(frozen=True, slots=True)
class Program:
    """What must be the same on all machines for their answers to be the same."""

    patuh: str
    python: str
    """Without the last part of its version."""
    libraries: tuple[tuple[str, str], ...]
    code: str
    """Digest of the code that makes answers."""
    extractor: str
    """As `archive.terms.Terms.extractor`: also the programs of the system that read documents."""

    def difference(self, other: Program) -> str:
        """Say in Indonesian what *other* has instead."""
        if self.python != other.python:
            return f"Python {other.python}, bukan {self.python}"
        if self.patuh != other.patuh:
            return f"patuh {other.patuh}, bukan {self.patuh}"
        wanted = dict(self.libraries)
        for name, there in other.libraries:
            if wanted.get(name) != there:
                return f"{name} {there}, bukan {wanted.get(name)}"
        if self.code != other.code:
            return f"kode patuh {other.code[:8]}, bukan {self.code[:8]}"
        return "Tesseract atau LibreOffice di sana lain versinya, atau hanya ada di salah satu komputer"


@cache
def program(reading: Reading) -> Program:
    """Return the program of this process."""
    digest = hashlib.sha256()
    for path in sorted(path for package in _PACKAGES for path in (_ROOT / package).rglob("*.py")):
        digest.update(path.relative_to(_ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    python = ".".join(platform.python_version_tuple()[:2])
    libraries = tuple((name, _library(name)) for name in sorted({*READING_LIBRARIES, *JUDGING_LIBRARIES}))
    extractor = extractor_key(reading.options, reading.workday_minutes)
    return Program(version(), python, libraries, digest.hexdigest(), extractor)


def _library(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "tidak ada"


def seen(path: str) -> str | None:
    """Return a digest of the beginning of a file; None where it cannot be read."""
    try:
        with Path(path).open("rb") as stream:
            return hashlib.sha256(stream.read(PROBE_BYTES)).hexdigest()
    except OSError:
        return None


@dataclass(frozen=True, slots=True)
class Refusal:
    """The worker runs another program; nothing was done."""

    worker: str
    program: Program


class Crew(WorkerPlugin):
    """Work on every worker of the cluster, also on one that comes later or comes back."""

    idempotent = True

    def __init__(self, work: Carried, failed: Failed, limits: Limits | None, reading: Reading) -> None:
        self.name = f"patuh-{work.digest[:16]}"
        self.work, self.failed, self.limits, self.reading = work, failed, limits, reading
        self.program = program(reading)

    def setup(self, worker: Worker) -> None:
        """The worker has it now."""
        self.address = str(worker.address)
        self._lock = threading.Lock()
        self._idle: list[Pool[Task, Answer]] = []
        self._over = False
        # Dask marks its workers as daemons, which may have no children; ours end when they lose their parent.
        multiprocessing.current_process().daemon = False

    def teardown(self, worker: Worker) -> None:  # noqa: ARG002 - as Dask calls it
        """The night is over: who is at work ends after the batch."""
        with self._lock:
            self._over, idle, self._idle = True, self._idle, []
        for pool in idle:
            pool.end()

    def answers(self, tasks: Sequence[Task]) -> tuple[Answer, ...] | Refusal:
        """Do a batch, in a process that no other batch uses meanwhile."""
        if program(self.reading) != self.program:
            return Refusal(self.address, program(self.reading))
        with self._lock:
            pool = self._idle.pop() if self._idle else self._hired()
        done = tuple(pool.results(tasks))
        with self._lock:
            if not self._over:
                self._idle.append(pool)
                return done
        pool.end()
        return done

    def _hired(self) -> Pool[Task, Answer]:
        return Pool(self.work, self.failed, limits=self.limits, lasting=True)


def do_batch(name: str, batch: bytes) -> bytes:
    """
    Do a batch on a Dask worker.

    Args:
        name: Of the crew.
        batch: Pickled tasks; as bytes, so that neither client nor scheduler look into them.

    Returns:
        Pickled answers in their order, or a `Refusal`.
    """
    crew = get_worker().plugins[name]
    assert isinstance(crew, Crew)
    tasks = pickle.loads(batch)  # noqa: S301 - who may send work to a Dask worker may run anything there
    return pickle.dumps(crew.answers(tasks), pickle.HIGHEST_PROTOCOL)
