"""From the paths of a command line to the documents to audit."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, cast

from readers.archive_limits import ArchiveLimits

if TYPE_CHECKING:
    from readers.archive_directory import Entry, EntryFault

from annotating.names import MARK, is_copy

SUFFIXES = frozenset(
    """
    .txt .text .md .markdown .docx .docm .doc .odt .rtf .pdf .xlsx .xlsm .xls .ods .csv .tsv
    .png .jpg .jpeg .tif .tiff
    """.split()
)
"""What is taken from a folder: the suffixes that a reader knows. A file that is named is always tried."""

ARCHIVE = ".zip"
"""The suffix of what is opened like a folder, unless it turns out to be the file of an office program."""

BUNDLE_MARK = "PATUH-BUNDLE"
"""The first file of a bundle of evidence, by which it is known: its name stands at the beginning of the ZIP file."""
_BUNDLE_HEAD = 64
"""Bytes at the beginning of a ZIP file in which that name stands."""

_NO_DOCUMENTS = (".", "~$")
"""How the names of hidden entries begin, and those of the locks that Word and Excel keep beside an open file."""

COPY_MARK = MARK
"""Stands before the suffix of an annotated copy."""

SUFFIXES_TOLD = ".txt, .md, .docx, .doc, .odt, .rtf, .pdf, .png, .jpg, .tif, .xlsx, .xlsm, .xls, .ods, .csv, .tsv, .zip"
"""As messages name them; the longer forms of the same kinds are left out."""


@dataclass(frozen=True, slots=True)
class Inside:
    """Which document of an archive is meant."""

    place: int
    """Where its line begins in the directory of the archive: in bytes of the archive."""
    fault: EntryFault
    """Why it is not read; empty for nothing."""
    name: str
    """Its path in the archive."""
    named: bool = True
    """Whether the archive calls it so: a bundle of evidence tells the bytes by their digest, and may have masked it."""

    @property
    def file(self) -> str:
        """Its name without folders."""
        return PurePosixPath(self.name).name


@dataclass(frozen=True, slots=True)
class Input:
    """A document to audit; small, since an archive has thousands."""

    name: str
    """The path as the operating system takes it."""
    shown: str
    """The path for reports: as given on the command line, with ``/`` between its parts, always valid Unicode.

    What is in an archive follows the path of the archive, as if that were a folder."""
    inside: Inside | None = None
    """Which document of the archive of this path; None when the path is the document."""

    @property
    def path(self) -> Path:
        """The path, of the archive for what is in one."""
        return Path(self.name)


class Inputs:
    """
    Documents in order, packed: an archive has tens of thousands of them, and each is wanted once.

    No path of an operating system has a NUL in it: one parts the fields of an input, two the inputs.
    """

    __slots__ = ("_count", "_packed")

    def __init__(self) -> None:
        self._packed = bytearray()
        self._count = 0

    def add(self, path: Path, inside: Inside | None = None) -> None:
        """Append a document."""
        fields = [os.fsencode(path)]
        if inside is not None:
            fields += [word.encode() for word in (str(inside.place), inside.fault or "-", inside_name(inside.name))]
        self._packed += b"\0".join(fields) + b"\0\0"
        self._count += 1

    def __len__(self) -> int:
        """How many there are."""
        return self._count

    def __iter__(self) -> Iterator[Input]:
        """Yield them in order."""
        start = 0
        while (end := self._packed.find(b"\0\0", start)) >= 0:
            yield _unpacked(*bytes(self._packed[start:end]).split(b"\0"))
            start = end + 2


def inside_name(name: str) -> str:
    """Return the name of an entry of an archive as `Inside.name` has it: without NUL, and valid Unicode."""
    return name.replace("\0", "\\x00").encode("utf-8", "backslashreplace").decode()


def _unpacked(path: bytes, *fields: bytes) -> Input:
    name = os.fsdecode(path)
    if not fields:
        return Input(name, shown(Path(name)))
    place, fault, within = (field.decode() for field in fields)
    inside = Inside(int(place), cast("EntryFault", fault.strip("-")), within)
    return Input(name, f"{shown(Path(name))}/{within}", inside)


@dataclass(slots=True)
class Selection:
    """What a command line asks to audit."""

    inputs: Inputs = field(default_factory=Inputs)
    passed_over: int = 0
    """Files in folders and archives that no reader knows."""
    copies: int = 0
    """Annotated copies in folders, by their names."""
    without_documents: list[str] = field(default_factory=list)
    """Folders and archives of the command line in which there is nothing to audit."""
    closed: set[str] = field(default_factory=set)
    """Folders that cannot be read. They are inputs, too, so that a report names them."""


def select(paths: Iterable[Path], archives: ArchiveLimits | None = None) -> Selection:
    """
    Expand *paths*: files stay, folders and ZIP archives give the documents in them, recursively and sorted by name.

    In folders hidden entries, annotated copies and files of other kinds are left out; a link back to a folder that was
    seen is not followed. A path that does not exist stays an input, so that the report can name it; so does an archive
    that cannot be taken. The same file under two paths is audited once, under the first.

    Args:
        paths: Files and folders.
        archives: How much of an archive is taken.
    """
    selection = Selection()
    gathering = _Gathering(selection, archives or ArchiveLimits())
    for path in paths:
        found = False
        for one in _walk(path, set(), selection) if path.is_dir() else [path]:
            found |= gathering.add(one)
        if not found:
            selection.without_documents.append(shown(path))
    return selection


def shown(path: Path) -> str:
    """*path* for people and JSON: POSIX slashes; bytes of a name that are no Unicode as ``\\xe9``."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


@dataclass(frozen=True, slots=True)
class _Gathering:
    """Takes documents and opens archives."""

    selection: Selection
    archives: ArchiveLimits
    seen: set[bytes] = field(default_factory=set)
    """Digests of the paths of what was added: they are all that is kept of it."""

    def add(self, path: Path) -> bool:
        """Add a document, or those of an archive, unless that was done before; False when there is none."""
        real = hashlib.blake2b(os.fsencode(os.path.realpath(path)), digest_size=16).digest()
        if real in self.seen:
            return True
        self.seen.add(real)
        entries = _entries(path, self.archives) if path.suffix.lower() == ARCHIVE else None
        if not entries:
            self.selection.inputs.add(path)
            return True
        known = [entry for entry in entries if _is_known(entry.name)]
        for entry in known:
            self.selection.inputs.add(path, Inside(entry.place, entry.fault, entry.name))
        self.selection.passed_over += len(entries) - len(known)
        return bool(known)


def _entries(path: Path, limits: ArchiveLimits) -> list[Entry] | None:
    """
    What is in an archive; None when it is none, or cannot be taken, which its worker will find out and tell.

    Only its directory is read: nothing is unpacked in this process.
    """
    from readers.archive_directory import ArchiveError, entries  # noqa: PLC0415 - archives are rare

    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return None
        with path.open("rb") as stream:
            return entries(stream, status.st_size, limits)
    except (OSError, ArchiveError):
        return None


def _is_known(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in SUFFIXES | {ARCHIVE}


def _walk(folder: Path, above: set[str], selection: Selection) -> Iterator[Path]:
    """Folders may be nested deeper than Python calls functions, so those that are begun are kept in a list."""
    begun = [_entered(folder, above, selection)]
    while begun:
        entry = next(begun[-1], None)
        if entry is None:
            begun.pop()
        elif entry[1] and str(entry[0]) not in selection.closed:
            begun.append(_entered(entry[0], above, selection))
        else:
            yield entry[0]


def _entered(folder: Path, above: set[str], selection: Selection) -> Iterator[tuple[Path, bool]]:
    """Yield what is to be looked at in a folder, and whether that is a folder; itself when it cannot be read."""
    real = os.path.realpath(folder)
    if real in above:
        return
    above.add(real)
    try:
        with os.scandir(folder) as scan:
            entries = sorted(
                (entry.name, _is_folder(entry)) for entry in scan if not entry.name.startswith(_NO_DOCUMENTS)
            )
    except OSError:
        selection.closed.add(str(folder))
        yield folder, True  # reading it will fail in the same way, and the report says how
        return
    for name, is_folder in entries:
        if is_folder:
            yield folder / name, True
        elif is_copy(name):
            selection.copies += 1
        elif name.lower().endswith(ARCHIVE) and is_bundle(folder / name):
            selection.passed_over += 1
        elif _is_known(name):
            yield folder / name, False
        else:
            selection.passed_over += 1


def is_bundle(path: Path) -> bool:
    """Whether it is a bundle of evidence: what is in it was audited before."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return BUNDLE_MARK.encode() in stream.read(_BUNDLE_HEAD)
    except OSError:
        return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder, or may be one: what cannot be looked at is not passed over in silence."""
    try:
        return entry.is_dir()
    except OSError as error:
        return error.errno not in _NOWHERE and not _is_known(entry.name)


_NOWHERE = frozenset({errno.ELOOP, errno.ENOENT, errno.ENOTDIR})
"""What a system says of a link that leads to itself, or to nothing."""
