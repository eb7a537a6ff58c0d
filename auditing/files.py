"""From the paths of a command line to the documents to audit."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
"""What is taken from a folder: the suffixes that a reader knows. A file that is named is always tried."""


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


@dataclass(slots=True)
class Selection:
    """What a command line asks to audit."""

    inputs: list[Input] = field(default_factory=list)
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
    seen: set[str] = set()
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


def _add(selection: Selection, path: Path, seen: set[str]) -> None:
    real = os.path.realpath(path)
    if real not in seen:
        seen.add(real)
        name, printed = os.fspath(path), shown(path)
        selection.inputs.append(Input(name, name if printed == name else printed))


def _walk(folder: Path, above: set[str], selection: Selection) -> Iterator[Path]:
    real = os.path.realpath(folder)
    if real in above:
        return
    above.add(real)
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError:
        yield folder  # reading it will fail in the same way, and the report says how
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if _is_folder(entry):
            yield from _walk(Path(entry.path), above, selection)
        elif Path(entry.name).suffix.lower() in SUFFIXES:
            yield Path(entry.path)
        else:
            selection.passed_over += 1


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False
