"""
Where a document of the archive belongs: its office, its year, and what sort it is.

The folder decides before the document: who files it knows whose it is. Where the document names another office, that is
told, too.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from archive.globs import Glob, folded
from archive.layout import Layout, called, is_year, name_key
from archive.names import OfficeNames
from schemas.archive import Belonging, OfficeFolder, Sort

MAX_LISTED: Final = 50
"""Paths that are named of documents without an office, or in a folder of another one."""
MAX_FOLDERS: Final = 4096
"""Folders that are remembered; documents come folder by folder."""

USUAL_SORTS: Final[Mapping[Sort, tuple[str, ...]]] = {
    "sop": ("sop", "sop ap", "standar operasional prosedur", "prosedur operasional standar"),
    "agreement": ("perjanjian kinerja", "penetapan kinerja", "pk", "perkin"),
    "plan": ("rencana aksi", "renaksi", "rencana kerja", "renja"),
    "report": ("laporan kinerja", "lkjip", "lkip", "lakip", "lkj", "lapkin"),
}
"""What folders and files are called that `archive.yaml` says nothing about."""

_YEAR = re.compile(r"(?<![^\W_])(?:19|20)\d\d(?![^\W_])")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Folder:
    """What a folder tells of the documents in it."""

    office: str | None
    year: int | None
    sort: Sort | None
    """By the names that `archive.yaml` gives."""
    usual_sort: Sort | None


class Offices:
    """The offices of an archive."""

    def __init__(self, layout: Layout) -> None:
        """Prepare the look-up."""
        self._plain: dict[tuple[str, ...], str] = {}
        self._open: list[tuple[Glob, str]] = []
        self._parents: list[tuple[Glob, OfficeFolder]] = [(Glob(one.folder), one) for one in layout.office_folders]
        self._titles: dict[str, str] = {}
        self._above: dict[str, str] = {}
        for office in layout.offices:
            for name in (office.name, *office.also):
                self._titles.setdefault(name_key(name), office.name)
        for office in layout.declared.offices:
            self._add_folders(office.name, office.folders)
            if office.within is not None:
                self._above[office.name] = self._titles[name_key(office.within)]
        self._names = OfficeNames((office.name, office.also) for office in layout.offices)
        self._sorts = _Sorts((one.sort, one.names) for one in layout.declared.sorts)
        self._usual = _Sorts(USUAL_SORTS.items())
        self._folder = lru_cache(maxsize=MAX_FOLDERS)(self._of_folder)

    def belonging(
        self, path: str, unit: str | None = None, year: int | None = None, sort: Sort | None = None
    ) -> Belonging:
        """
        Return where a document belongs.

        Args:
            path: Relative to the archive, with ``/``.
            unit: The office that the document names as its own.
            year: The year that it is about, as it says.
            sort: What it is, as it says.
        """
        folder, _, name = path.rpartition("/")
        place = self._folder(folder)
        meant = self._names.meant(unit) if unit else None
        office = place.office if place.office is not None else meant.office if meant else None
        named = (
            meant.office if meant and meant.sure and place.office and self._apart(place.office, meant.office) else None
        )
        return Belonging(
            office=office,
            year=place.year or year or _year_in(name),
            sort=place.sort or self._sorts.of(name) or sort or place.usual_sort or self._usual.of(name),
            told="folder" if place.office is not None else "document" if office is not None else "nothing",
            named=named,
        )

    def _add_folders(self, office: str, folders: Iterable[str]) -> None:
        for folder in folders:
            glob = Glob(folder)
            if glob.plain:
                self._plain.setdefault(glob.parts, office)
            else:
                self._open.append((glob, office))

    def _of_folder(self, folder: str) -> _Folder:
        parts = folder.split("/") if folder else []
        years = (_year_in(part) for part in reversed(parts))
        sorts = (self._sorts.of(part) for part in reversed(parts))
        usual = (self._usual.of(part) for part in reversed(parts))
        return _Folder(
            office=self._office_of(folder),
            year=next(filter(None, years), None),
            sort=next(filter(None, sorts), None),
            usual_sort=next(filter(None, usual), None),
        )

    def _office_of(self, folder: str) -> str | None:
        """By the longest pattern; a folder that is named goes before one that is only below an office folder."""
        parts = folded(folder)
        found: dict[tuple[int, int, int], set[str]] = {}
        for depth in range(len(parts), -1, -1):
            if parts[:depth] in self._plain:
                letters = sum(map(len, parts[:depth]))
                found[depth, 1, letters] = {self._plain[parts[:depth]]}
                break
        for glob, office in self._open:
            at = glob.depth(parts)
            if at is not None:
                found.setdefault((at, 1, glob.letters), set()).add(office)
        for glob, one in self._parents:
            name = self._below(folder, parts, glob, one)
            if name is not None:
                found.setdefault((name[0], 0, glob.letters), set()).add(name[1])
        best = found[max(found)] if found else set()
        return next(iter(best)) if len(best) == 1 else None

    def _below(self, folder: str, parts: tuple[str, ...], glob: Glob, one: OfficeFolder) -> tuple[int, str] | None:
        """The depth of the subfolder of an office folder in which a folder lies, and what its office is called."""
        at = glob.depth(parts[:-1]) if parts else None
        if at is None:
            return None
        name = [part for part in folder.split("/") if part not in ("", ".")][at]
        title = called(one, name)
        return None if is_year(name) else (at + 1, self._titles.get(name_key(title), title))

    def _apart(self, one: str, other: str) -> bool:
        """Whether neither office is the other, or part of it."""
        return one != other and other not in self._all_above(one) and one not in self._all_above(other)

    def _all_above(self, office: str) -> list[str]:
        found: list[str] = []
        while office in self._above and self._above[office] not in found:
            office = self._above[office]
            found.append(office)
        return found


class _Sorts:
    """Finds names of sorts in names of folders and files."""

    def __init__(self, named: Iterable[tuple[Sort, Iterable[str]]]) -> None:
        self._names = [(_spelt(name), sort) for sort, names in named for name in names]
        self._names.sort(key=lambda item: (item[1] != "sop", -len(item[0])))
        self._any = re.compile("|".join(re.escape(name) for name, _ in self._names)) if self._names else None

    def of(self, name: str) -> Sort | None:
        """What a folder or file of this name is; an SOP about reports is an SOP."""
        if self._any is None:
            return None
        spelt = _spelt(name)
        if not self._any.search(spelt):
            return None
        return next(sort for known, sort in self._names if known in spelt)


def _spelt(name: str) -> str:
    """The words of a name with a blank around each, so that a whole word is found as one."""
    return f" {' '.join(_WORD.findall(name.casefold()))} "


def _year_in(name: str) -> int | None:
    """The year in a name; none where there are several, as in ``RPJMD 2021-2026``."""
    years = set(_YEAR.findall(name))
    return int(years.pop()) if len(years) == 1 else None


@dataclass(slots=True)
class Strays:
    """Documents that whoever keeps the archive should look after; the first by path are named."""

    unknown: list[str] = field(default_factory=list)
    """Of no known office."""
    unknown_count: int = 0
    misplaced: list[tuple[str, str, str]] = field(default_factory=list)
    """In the folder of one office, and named by itself as another's: path, the office of the folder, the other."""
    misplaced_count: int = 0

    def add(self, path: str, belonging: Belonging) -> None:
        """Take note of a document, in whichever order they come."""
        if belonging.office is None:
            self.unknown_count += 1
            bisect.insort(self.unknown, path)
            del self.unknown[MAX_LISTED:]
        elif belonging.named is not None:
            self.misplaced_count += 1
            bisect.insort(self.misplaced, (path, belonging.office, belonging.named))
            del self.misplaced[MAX_LISTED:]
