"""From the folder of the archive to the files in it, and which of them are known as they are."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from archive.store.rows import FileState
from auditing.files import Input, select, shown
from readers.archive_limits import ArchiveLimits

FRESH_NS = 2_000_000_000
"""A file that changed so many nanoseconds ago may change once more within one tick of its clock: it is not trusted."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of the archive and the documents in it: itself, or those of a ZIP archive."""

    path: str
    """Relative to the archive, as reports show it; no other file is called so."""
    inputs: tuple[Input, ...]
    names: tuple[str, ...]
    """Of each input: its path in the ZIP archive, where no other is called so; empty for the file itself."""

    @property
    def places(self) -> tuple[str, ...]:
        """The paths of the documents, relative to the archive."""
        return tuple(f"{self.path}/{name}" if name else self.path for name in self.names)


@dataclass(slots=True)
class Walk:
    """All that lies in the archive."""

    files: list[FoundFile] = field(default_factory=list)
    """Sorted by path."""
    closed: list[str] = field(default_factory=list)
    """Folders that cannot be read; what is below them is not seen."""
    passed_over: int = 0
    """Files that are no documents."""

    documents: int = 0
    """How many documents there are."""
    count: int = 0
    """How many files hold them."""

    def taken(self) -> None:
        """Let go of the files, when it is known what is in them; the counts stay."""
        self.files.clear()


def walk(archive: Path, limits: ArchiveLimits) -> Walk:
    """List the archive; never raises for what is in it."""
    selection = select((archive,), limits)
    result = Walk(passed_over=selection.passed_over + selection.copies)
    found: list[tuple[str, list[Input]]] = []
    for path, inputs in _by_file(selection.inputs, len(shown(archive)) + 1):
        if inputs[0].name in selection.closed:
            result.closed.append(path)
        else:
            found.append((path, inputs))
    found.sort(key=lambda pair: pair[0])
    for path, (_, inputs) in zip(_distinct([path for path, _ in found]), found, strict=True):
        names = _distinct([one.inside.name if one.inside else "" for one in inputs])
        result.files.append(FoundFile(path, tuple(inputs), names))
    result.documents, result.count = sum(len(one.inputs) for one in result.files), len(result.files)
    return result


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    """
    Call each by a name of its own.

    A ZIP archive may have two files of one name; and two names of an operating system may be shown alike, when one is
    no Unicode. A document that is called like another would take its place.
    """
    taken = set(names)
    if len(taken) == len(names):
        return tuple(names)
    found: list[str] = []
    seen: set[str] = set()
    for name in names:
        own, number = name, 1
        while own in seen or (number > 1 and own in taken):
            number += 1
            own = f"{name} ({number})"
        seen.add(own)
        found.append(own)
    return tuple(found)


def _by_file(inputs: Iterable[Input], skip: int) -> Iterator[tuple[str, list[Input]]]:
    """Documents of one file follow each other."""
    name, group = "", list[Input]()
    for one in inputs:
        if group and one.name != name:
            yield shown(Path(name))[skip:], group
            group = []
        name = one.name
        group.append(one)
    if group:
        yield shown(Path(name))[skip:], group


def stat_of(path: Path) -> FileState | None:
    """How a file is now, without its contents; None when it is gone, or not to be looked at."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return FileState(status.st_size, status.st_mtime_ns, status.st_ctime_ns, _signed(status.st_ino), ())


def same(now: FileState | None, then: FileState | None) -> bool:
    """Whether a file is as it was, by all that the file system tells of it."""
    if now is None or then is None:
        return False
    return _marks(now) == _marks(then)


def settled(state: FileState, now_ns: int) -> bool:
    """Whether a change from now on would show; a clock that was set back is told by a change in the future."""
    return max(state.modified_ns, state.changed_ns) < now_ns - FRESH_NS


def known_contents(file: FoundFile, known: Mapping[str, FileState]) -> dict[str, str] | None:
    """Path below the file -> content key, where the file and the list of what is in it are as they were."""
    then = known.get(file.path)
    if then is None or not same(stat_of(file.inputs[0].path), then):
        return None
    contents = dict(then.contents)
    return contents if contents.keys() == set(file.names) else None


def _marks(state: FileState) -> tuple[int, int, int, int]:
    return state.bytes, state.modified_ns, state.changed_ns, state.inode


def _signed(inode: int) -> int:
    """As a database holds it: some file systems use all 64 bits."""
    return inode - (1 << 64) if inode >= 1 << 63 else inode


def folder_of(archive: Path) -> Path:
    """The archive, by one name however it was given."""
    return Path(os.path.realpath(archive))
