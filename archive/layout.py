"""
`archive.yaml`: which offices an archive has, where their documents lie, and what they owe.

Offices of an office folder are found by listing it, once, before the documents are looked at: so an office whose folder
is empty is known, too, and what a document says of itself does not depend on which documents came before it.
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from archive.declared import DeclaredErrors, checked, read_declared
from archive.globs import PACKED, Glob, folded, meet, problem_of, unpacked
from auditing.files import is_bundle, shown
from engine.errors import suggest
from engine.rulefile import RuleFile
from engine.yamlfile import Path_
from schemas.archive import ArchiveLayout, Office, OfficeFolder

NAME = "archive.yaml"

FOUND: Final = "found"
"""Where a stored layout tells by a digest which offices office folders have."""

MAX_DEPTH = 12
"""Levels of folders that are listed to find what ``**`` in an office folder stands for."""

_YEAR_FOLDER = re.compile(r"(?i)\W*(?:(?:tahun|ta|thn)\W*)?(?:19|20)\d\d(?:\W+(?:19|20)\d\d)?\W*(?:\.zip)?")


class LayoutErrors(DeclaredErrors):
    """All faults of `archive.yaml`."""

    what = NAME


@dataclass(frozen=True, slots=True)
class Layout:
    """What an archive holds."""

    declared: ArchiveLayout
    office_folders: tuple[OfficeFolder, ...]
    """Those that count: where the file names no offices, the archive itself is one."""
    found: tuple[Office, ...] = ()
    """The offices of office folders."""
    path: Path | None = None
    """The file; None where there is none."""

    @property
    def offices(self) -> tuple[Office, ...]:
        """All of them, those that the file names first."""
        return self.declared.offices + self.found

    @property
    def by_top_folders(self) -> bool:
        """Whether each folder of the archive is taken for an office, since no file says otherwise."""
        return not self.declared.offices and not self.declared.office_folders

    def plain(self) -> dict[str, Any]:
        """As it is stored with a run."""
        declared = self.declared.model_dump(mode="json", exclude_defaults=True)
        return {"by_top_folders": self.by_top_folders, **declared, **({FOUND: self._found()} if self.found else {})}

    def _found(self) -> str:
        """Return the digest of the offices of office folders: there may be thousands."""
        told = "\0".join(f"{one.name}\n{one.type}\n{one.folders}" for one in self.found)
        return hashlib.sha256(told.encode("utf-8", "backslashreplace")).hexdigest()[:32]


def load_layout(path: Path | None, archive: Path) -> Layout:
    """
    Read the layout of an archive, and find its offices.

    Args:
        path: The file; None: `archive.yaml` in the archive, if there is one.
        archive: The folder of the archive.

    Raises:
        LayoutErrors: All faults of the file, each with file and line.
    """
    if path is None and (archive / NAME).is_file():
        path = archive / NAME
    declared = ArchiveLayout()
    if path is not None:
        try:
            declared, file = read_declared(path, ArchiveLayout)
            _check(declared, file)
            checked(file)
        except DeclaredErrors as error:
            raise LayoutErrors(error.errors) from error
    folders = declared.office_folders or (() if declared.offices else (OfficeFolder(folder="."),))
    return Layout(declared, folders, tuple(_found(declared, folders, archive)), path)


def called(folder: OfficeFolder, name: str) -> str:
    """
    Return what the office in the subfolder *name* of an office folder is called.

    Alone the name stands as it is; in ``Kecamatan *`` that of ``mekar-jaya`` is written ``Kecamatan Mekar Jaya``.
    """
    plain = " ".join(unpacked(name).split())
    if folder.called != "*" and plain.islower():
        plain = " ".join(word.capitalize() for word in re.split(r"[\s_-]+", plain))
    return folder.called.replace("*", plain)


def name_key(name: str) -> str:
    """Return the same for two spellings of a name that differ in capitals, blanks and composed letters only."""
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()


def is_year(name: str) -> bool:
    """Tell whether a folder is named for a year, as ``2024`` or ``Tahun 2024``: no office is called so."""
    return _YEAR_FOLDER.fullmatch(name) is not None


# Faults


def _check(declared: ArchiveLayout, file: RuleFile) -> None:
    _check_names(declared, file)
    _check_folders(declared, file)
    _check_types(declared, file)
    for at, one in enumerate(declared.office_folders):
        if one.called.count("*") != 1:
            file.fault(
                ("office_folders", at, "called"), f"{one.called!r} must have one * for the name of the subfolder"
            )


def _check_names(declared: ArchiveLayout, file: RuleFile) -> None:
    known: set[str] = set()
    for where, name in _names(declared):
        key = name_key(name)
        if key not in known:
            known.add(key)
        else:
            file.fault(where, f"office {name!r} stands twice; documents that name it could be of either")
    names = [office.name for office in declared.offices]
    for at, office in enumerate(declared.offices):
        if office.within is not None and name_key(office.within) not in map(name_key, names):
            message = f"unknown office {office.within!r}{suggest(office.within, names)}"
            file.fault(("offices", at, "within"), message)
        if office.since is not None and office.until is not None and office.until < office.since:
            file.fault(("offices", at, "until"), f"{office.until} is before since: {office.since}")


def _names(declared: ArchiveLayout) -> Iterator[tuple[Path_, str]]:
    for at, office in enumerate(declared.offices):
        yield ("offices", at, "name"), office.name
        for number, name in enumerate(office.also):
            yield ("offices", at, "also", number), name


def _check_folders(declared: ArchiveLayout, file: RuleFile) -> None:
    found: list[tuple[Path_, int, Glob]] = []
    for at, office in enumerate(declared.offices):
        for number, folder in enumerate(office.folders):
            where = ("offices", at, "folders", number)
            problem = problem_of(folder)
            if problem:
                file.fault(where, problem)
            else:
                found.append((where, at, Glob(folder)))
    for at, one in enumerate(declared.office_folders):
        problem = problem_of(one.folder)
        if problem:
            file.fault(("office_folders", at, "folder"), problem)
    _check_overlaps(declared, file, found)


def _check_overlaps(declared: ArchiveLayout, file: RuleFile, found: list[tuple[Path_, int, Glob]]) -> None:
    """Two offices with one folder; where one pattern says more than the other, that one counts."""
    plain: dict[tuple[str, ...], int] = {}
    open_: dict[int, list[tuple[Path_, int, Glob]]] = {}
    for where, at, glob in found:
        first = plain.setdefault(glob.parts, at)
        if first != at:
            file.fault(where, f"folder {glob.pattern!r} is also that of {declared.offices[first].name!r}")
        elif not glob.plain:
            open_.setdefault(glob.letters, []).append((where, at, glob))
    for alike in open_.values():
        for (_, first, one), (where, at, other) in combinations(alike, 2):
            if first != at and one.parts != other.parts and meet(one, other):
                message = (
                    f"{other.pattern!r} and {one.pattern!r} of {declared.offices[first].name!r} stand for the same"
                )
                file.fault(where, f"{message} folders; say more in one of them")


def _check_types(declared: ArchiveLayout, file: RuleFile) -> None:
    types = [*(one.type for one in declared.offices), *(one.type for one in declared.office_folders)]
    known = set(filter(None, types))
    asked = [("due", at, one.types) for at, one in enumerate(declared.due)]
    asked += [("required", at, one.types) for at, one in enumerate(declared.required)]
    for key, at, names in asked:
        for number, name in enumerate(names):
            if name not in known:
                hint = suggest(name, known) if known else "; no office has a type"
                file.fault((key, at, "types", number), f"unknown type of office {name!r}{hint}")


# Offices of office folders


def _found(declared: ArchiveLayout, folders: Iterable[OfficeFolder], archive: Path) -> Iterator[Office]:
    """Yield the offices of office folders, by name; a folder of a named office is none of them."""
    own = [Glob(folder) for office in declared.offices for folder in office.folders]
    named = {name_key(name) for _, name in _names(declared)}
    seen: dict[str, tuple[str, str | None, set[str]]] = {}
    for one in folders:
        for parent, name in _subfolders(archive, Glob(one.folder)):
            path = shown(Path(parent, name))
            parts = folded(path)
            if is_year(name) or any(glob.depth(parts) == len(parts) for glob in own):
                continue
            title = called(one, shown(Path(name)))
            if name_key(title) not in named:
                seen.setdefault(name_key(title), (title, one.type, set()))[2].add(path)
    for _, (title, kind, paths) in sorted(seen.items()):
        yield Office.model_construct(name=title, folders=tuple(sorted(paths)), type=kind)


def _subfolders(archive: Path, glob: Glob) -> Iterator[tuple[str, str]]:
    """Yield path and name of the folders in those that a pattern stands for, in order."""
    parents = matching(archive, glob)
    for parent in sorted(parents):
        for name in _listed(archive / parent):
            yield parent, name


def matching(archive: Path, glob: Glob) -> list[str]:
    """Return the folders, relative to the archive, that a pattern stands for."""
    found: list[str] = []
    deepest = MAX_DEPTH if "**" in glob.parts else len(glob.parts)
    level = [""]
    for depth in range(deepest + 1):
        found += [path for path in level if glob.depth(folded(path)) == depth]
        if depth < deepest:
            level = [f"{path}/{name}" if path else name for path in level for name in _listed(archive / path)]
    return found


def _listed(folder: Path) -> list[str]:
    """Return the names of the folders in a folder, and of what is opened like one; none where it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if not entry.name.startswith(".") and _is_folder(entry)]
    except OSError:  # the walk over the archive names what it cannot read
        return []
    return sorted(names)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir() or (entry.name.casefold().endswith(PACKED) and not is_bundle(Path(entry.path)))
    except OSError:
        return False
