"""
A file of a scenario, read apart: what kills, stalls or bloats its reader costs this scenario, not the run.

`patuh spec` runs each scenario in a worker with the limits of `patuh check` (`specs.inside`), and the file is read in
that one. Under pytest, and where scenarios are run to see what they claim, it goes through a worker of its own; there
it is judged once as well: what a worker did not survive is not judged in the process that runs the specs.
"""

from __future__ import annotations

import hashlib
import multiprocessing
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from auditing.document import Judge, Part, document_parts, judged, problem, read_file
from auditing.limits import worker_limits
from auditing.run import RuleChoice, failure_problem
from auditing.workers import Failure, Pool, Reply
from extraction.sop import extract
from schemas.report import DocumentError

KEPT = 64
"""Files that are kept as they were read; a feature seldom names more."""
MAX_HASHED = 256 * 1024 * 1024
"""Bytes of a file that is kept; what is larger is refused anyway, or read anew."""


@dataclass(frozen=True)
class FileRead:
    """What was read out of a document."""

    parts: tuple[Part, ...] = ()
    """Its documents: a file may hold several SOPs."""
    error: DocumentError | None = None
    """Why it could not be read."""


@dataclass
class FileWork:
    """The work of the worker; in a process that was not forked it loads its rules there."""

    choice: RuleChoice
    judge: Judge | None = field(repr=False)
    day_and_minutes: tuple[Any, int]
    proves: bool = True
    """Whether the document is judged as well."""

    def __call__(self, path: Path) -> Reply[FileRead]:
        """Read one file, and judge it to see whether that can be done."""
        day, minutes = self.day_and_minutes
        if self.judge is None:
            self.judge = replace(self.choice.judge(self.choice.pack(), day), workday_minutes=minutes)
        try:
            read = _read(path, self.judge, proves=self.proves)
        except Exception as error:  # noqa: BLE001 - whatever a document does to its reader is told of the document
            return Reply(FileRead(error=problem(error, path.name)), last=True)
        return Reply(read, last=self.judge.damaged)

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__ | {"judge": None}


def _read(path: Path, judge: Judge, *, proves: bool) -> FileRead:
    document = read_file(path, judge.options)
    found = extract(document, workday_minutes=judge.workday_minutes)
    parts = tuple(document_parts(document, found, path.name))
    errors = [error for part in parts for error in judged(part, judge).errors] if proves else []
    return FileRead(error=errors[0]) if errors else FileRead(parts)


def _failed(path: Path, failure: Failure) -> FileRead:
    return FileRead(error=failure_problem(failure, path.name))


_READ: OrderedDict[tuple[object, ...], FileRead] = OrderedDict()


def read_apart(path: Path, choice: RuleChoice, judge: Judge) -> FileRead:
    """
    Read a file in a worker; the same content is read once in a process.

    Args:
        path: The file.
        choice: The rules of the run, for a worker that has to load them.
        judge: The same, ready to judge; its options say how much is read.
    """
    digest = _digest(path)
    key = path.name, digest, judge.options, judge.workday_minutes, judge.pack.digest
    if digest and key in _READ:
        _READ.move_to_end(key)
        return _READ[key]
    apart = not multiprocessing.current_process().daemon
    work = FileWork(choice, judge, (judge.as_of, judge.workday_minutes), proves=apart)
    read = _in_worker(work, path) if apart else work(path).result
    _READ[key] = read
    if len(_READ) > KEPT:
        _READ.popitem(last=False)
    return read


def _in_worker(work: FileWork, path: Path) -> FileRead:
    pool: Pool[Path, FileRead] = Pool(work, _failed, limits=worker_limits(work.choice.own))
    [read] = pool.results([path])
    return read


def _digest(path: Path) -> str:
    """Of its content; empty where that is not to be had, and the file is read each time."""
    try:
        if not path.is_file() or path.stat().st_size > MAX_HASHED:
            return ""
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""
