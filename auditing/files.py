"""From the paths of a command line to the documents to audit."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

SUFFIXES = frozenset(
    """
    .txt .text .md .markdown .docx .docm .doc .odt .rtf .pdf .xlsx .xlsm .xls .ods .csv .tsv
    """.split()
)
"""What is taken from a folder: the suffixes that a reader knows. A file that is named is always tried."""


_NO_DOCUMENTS = (".", "~$")
"""How the names of hidden entries begin, and those of the locks that Word and Excel keep beside an open file."""

SUFFIXES_TOLD = ".txt, .md, .docx, .doc, .odt, .rtf, .pdf, .xlsx, .xlsm, .xls, .ods, .csv, .tsv"
"""As messages name them; the longer forms of the same kinds are left out."""


@dataclass(frozen=True, slots=True)
class Input:
    """A document to audit; small, since an archive has thousands."""

    name: str
    """The path as the operating system takes it."""
    shown: str
    """The path for reports: as given on the command line, with ``/`` between its parts, always valid Unicode."""

    @property
    def path(self) -> Path:
        """The path."""
        return Path(self.name)


class Inputs:
    """
    Documents in order, packed: an archive has tens of thousands of them, and each is wanted once.

    No path of an operating system has a NUL in it.
    """

    __slots__ = ("_count", "_packed")

    def __init__(self) -> None:
        self._packed = bytearray()
        self._count = 0

    def add(self, path: Path) -> None:
        """Append a document."""
        self._packed += os.fsencode(path) + b"\0"
        self._count += 1

    def __len__(self) -> int:
        """How many there are."""
        return self._count

    def __iter__(self) -> Iterator[Input]:
        """Yield them in order."""
        start = 0
        while (end := self._packed.find(b"\0", start)) >= 0:
            name = os.fsdecode(bytes(self._packed[start:end]))
            yield Input(name, shown(Path(name)))
            start = end + 1


@dataclass(slots=True)
class Selection:
    """What a command line asks to audit."""

    inputs: Inputs = field(default_factory=Inputs)
    passed_over: int = 0
    """Files in folders that no reader knows."""
    without_documents: list[str] = field(default_factory=list)
    """Folders of the command line in which there is nothing to audit."""


def select(paths: Iterable[Path]) -> Selection:
    """
    Expand *paths*: files stay, folders give the documents below them, recursively and sorted by name.

    In folders hidden entries and files of other kinds are left out; a link back to a folder that was seen is not
    followed. A path that does not exist stays an input, so that the report can name it. The same file under two
    paths is audited once, under the first.
    """
    selection = Selection()
    seen: set[bytes] = set()
    for path in paths:
        if not path.is_dir():
            _add(selection, path, seen)
            continue
        found = False
        for inside in _walk(path, set(), selection):
            found = True
            _add(selection, inside, seen)
        if not found:
            selection.without_documents.append(shown(path))
    return selection


def shown(path: Path) -> str:
    """*path* for people and JSON: POSIX slashes; bytes of a name that are no Unicode as ``\\xe9``."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _add(selection: Selection, path: Path, seen: set[bytes]) -> None:
    """Add a document, unless the same file was added; a digest of its path is all that is kept of it."""
    real = hashlib.blake2b(os.fsencode(os.path.realpath(path)), digest_size=16).digest()
    if real not in seen:
        seen.add(real)
        selection.inputs.add(path)


def _walk(folder: Path, above: set[str], selection: Selection) -> Iterator[Path]:
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
        yield folder  # reading it will fail in the same way, and the report says how
        return
    for name, is_folder in entries:
        if is_folder:
            yield from _walk(folder / name, above, selection)
        elif Path(name).suffix.lower() in SUFFIXES:
            yield folder / name
        else:
            selection.passed_over += 1


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False
