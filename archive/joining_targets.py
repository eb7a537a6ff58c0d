"""
Targets of one office and year: what Perjanjian Kinerja and Rencana Aksi promise and what the report says of it.

A revised agreement goes before the first one. An office has agreements of several officers, so a target is held
against all that are stated for its indicator: only when none of them is met does something differ.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from archive.gathering import TargetTold, Told
from archive.joining_shelf import Member, Shelf, at
from engine.derive.indicator_names import MIN_LETTERS, is_slip
from engine.derive.wording import words_of
from schemas.evidence import Evidence

SORTS = {
    "agreement": ("Perjanjian Kinerja", "performance agreement"),
    "plan": ("Rencana Aksi", "action plan"),
    "report": ("Laporan Kinerja", "performance report"),
}
_COMPARED = (("agreement", "plan"), ("agreement", "report"), ("plan", "report"))
MAX_MISSING_SHOWN = 4
_NUMBERED = re.compile(r"^\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]?|\(?[a-z][.)])\s+(?=\D)", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]{0,60}\)")
_UNITS = {
    **dict.fromkeys(("%", "persen", "prosen", "persentase", "percent"), "%"),
    **dict.fromkeys(
        ("nilai", "poin", "point", "angka", "indeks", "index", "skor", "skala", "predikat", "kategori"), "1"
    ),
    **dict.fromkeys(("orang", "org", "jiwa"), "orang"),
    **dict.fromkeys(("dokumen", "dok"), "dokumen"),
    **dict.fromkeys(("laporan", "lap"), "laporan"),
    **dict.fromkeys(("rp", "rupiah"), "rupiah"),
}
_RATING = re.compile(r"[a-e]{1,3}[+-]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Paper:
    """A document of performance data."""

    document: str
    sort: str
    dated: dt.date
    revised: bool
    quarter: int | None
    whole: bool
    targets: tuple[TargetTold, ...]


@dataclass(frozen=True, slots=True)
class _Stated:
    paper: _Paper
    target: TargetTold


class Targets:
    """Gathers documents of performance data and holds those of one office and year side by side."""

    def __init__(self) -> None:
        self._papers: dict[tuple[str, int], list[_Paper]] = {}

    def add(self, member: Member, told: Told, shelf: Shelf) -> None:
        """Take one document; of which office or year nobody knows is compared with nothing."""
        sort = told.sort or member.sort
        year = told.year or member.year
        shelf.count(member.office, "documents")
        if told.kind != "performance" or sort not in SORTS or year is None or member.office is None or not told.targets:
            return
        paper = _Paper(
            member.document, sort, told.dated or dt.date.min, told.revised, told.quarter, told.whole, told.targets
        )
        self._papers.setdefault((member.office, year), []).append(paper)

    def tell(self, shelf: Shelf) -> None:
        """Put what differs on the shelf."""
        for (office, year), papers in sorted(self._papers.items()):
            by_sort = {sort: _in_force(paper for paper in papers if paper.sort == sort) for sort in SORTS}
            for first, second in _COMPARED:
                if first == "plan" and by_sort["agreement"]:
                    continue  # both are held against the agreement
                if by_sort[first] and by_sort[second]:
                    _Comparison(shelf, office, year, first, second).tell(by_sort[first], by_sort[second])


def _in_force(papers: Iterable[_Paper]) -> list[_Paper]:
    """Those that a revision has not replaced, the latest first."""
    found = sorted(papers, key=lambda paper: paper.document)
    found.sort(key=lambda paper: paper.dated, reverse=True)
    revised = [paper for paper in found if paper.revised]
    return revised or found


class _Comparison:
    """The documents of two sorts of one office and year."""

    def __init__(self, shelf: Shelf, office: str, year: int, first: str, second: str) -> None:
        self._shelf = shelf
        self._office, self._year = office, year
        self._sorts = first, second

    def tell(self, promised: Sequence[_Paper], others: Sequence[_Paper]) -> None:
        index = _Index(promised)
        told: set[str] = set()
        for paper in others:
            for target in paper.targets:
                stated = index.find(target.indicator)
                if not stated:
                    continue
                self._shelf.count(self._office, "targets")
                self._compare(stated, _Stated(paper, target), told)
        for paper in promised:
            self._missing(paper, others)

    def _compare(self, stated: Sequence[_Stated], other: _Stated, told: set[str]) -> None:
        """What of an indicator differs from all that is promised for it; said once for each indicator."""
        key = indicator_key(other.target.indicator)
        same = [one for one in stated if _same_target(one.target, other.target) is not False]
        if not same:
            if f"target:{key}" not in told and not self._restated(stated, other):
                told.add(f"target:{key}")
                self._add("target", key, stated[0], other, stated[0].target.printed, other.target.printed)
            return
        if all(_same_unit(one.target, other.target) is False for one in same) and f"unit:{key}" not in told:
            told.add(f"unit:{key}")
            self._add("unit", key, same[0], other, same[0].target.unit or "", other.target.unit or "")

    @staticmethod
    def _restated(stated: Sequence[_Stated], other: _Stated) -> bool:
        """Whether the document states the promised target elsewhere: then one of its tables is about something else."""
        own = [one for one in other.paper.targets if _same_indicator(one.indicator, other.target.indicator)]
        return any(_same_target(one.target, target) is True for one in stated for target in own)

    def _add(self, what: str, key: str, one: _Stated, other: _Stated, a: str, b: str) -> None:
        evidence = (
            at(other.paper.document, other.target.place, other.target.printed),
            at(one.paper.document, one.target.place, one.target.printed),
        )
        surely = one.target.surely and other.target.surely
        self._put(what, key, _Difference(other.target.indicator, a, b, surely), evidence)

    def _missing(self, promised: _Paper, others: Sequence[_Paper]) -> None:
        """Indicators of one document that no whole report on the year has, where it has most of the others."""
        if not promised.whole or not all(paper.whole for paper in others) or all(paper.quarter for paper in others):
            return
        index = _Index(others)
        missing = [target for target in promised.targets if not index.find(target.indicator)]
        names = list(dict.fromkeys(target.indicator for target in missing))
        if not missing or 2 * len(missing) > len(promised.targets):
            return
        shown = ", ".join(f'"{name}"' for name in names[:MAX_MISSING_SHOWN])
        more = f" (+{len(names) - MAX_MISSING_SHOWN})" if len(names) > MAX_MISSING_SHOWN else ""
        places = [at(promised.document, target.place, target.indicator) for target in missing[:MAX_MISSING_SHOWN]]
        surely = all(target.surely for target in missing)
        self._put("missing", "", _Difference(shown + more, surely=surely, missing=len(names)), places)

    def _put(self, what: str, key: str, one: _Difference, evidence: Iterable[Evidence]) -> None:
        (a_sort, a_en), (b_sort, b_en) = (SORTS[sort] for sort in self._sorts)
        self._shelf.add(
            self._office,
            "archive_target",
            f"{what}:{self._office}:{self._year}:{':'.join(self._sorts)}:{key}",
            {"what": what, "surely": one.surely, "missing": one.missing},
            {
                "indicator": one.indicator,
                "a": one.a,
                "b": one.b,
                "a_sort": a_sort,
                "b_sort": b_sort,
                "a_sort_en": a_en,
                "b_sort_en": b_en,
                "year": str(self._year),
                "missing": str(one.missing),
                "office": self._office,
            },
            evidence,
        )


@dataclass(frozen=True, slots=True)
class _Difference:
    indicator: str
    a: str = ""
    b: str = ""
    surely: bool = True
    missing: int = 0


class _Index:
    """Indicators of some documents by name."""

    def __init__(self, papers: Iterable[_Paper]) -> None:
        self._by_key: dict[str, list[_Stated]] = {}
        for paper in papers:
            for target in paper.targets:
                self._by_key.setdefault(indicator_key(target.indicator), []).append(_Stated(paper, target))

    def find(self, indicator: str) -> list[_Stated]:
        """What is stated for an indicator of that name, a slip of the pen aside."""
        exact = self._by_key.get(indicator_key(indicator))
        if exact is not None:
            return exact
        words = indicator_key(indicator).split()
        near = (
            found for key, found in self._by_key.items() if len(words) > 1 and is_slip(words, key.split(), MIN_LETTERS)
        )
        return next(near, [])


def indicator_key(name: str) -> str:
    """The words of an indicator: numbering, case, and what stands in brackets aside."""
    bare = _NUMBERED.sub("", name, count=1)
    return " ".join(words_of(_BRACKETS.sub(" ", bare)) or words_of(bare))


def _same_indicator(a: str, b: str) -> bool:
    return indicator_key(a) == indicator_key(b)


def _same_target(a: TargetTold, b: TargetTold) -> bool | None:
    """Whether two targets are one; None where they cannot be compared."""
    if not a.target or not b.target:
        return None
    if a.target == b.target:
        return True
    one, other = _number(a.target), _number(b.target)
    if one is not None and other is not None:
        return one == other or _is_scaled(one, other, a, b)
    if one is not None or other is not None:
        return None
    ratings = _RATING.fullmatch(a.target), _RATING.fullmatch(b.target)
    return False if all(ratings) else None


def _is_scaled(one: Decimal, other: Decimal, a: TargetTold, b: TargetTold) -> bool:
    """One writes 0.95 for 95 %; or one cell ``1.000`` can be read as a thousand."""
    low, high = sorted((abs(one), abs(other)))
    percent = "%" in (_unit(a), _unit(b))
    return (percent and low * 100 == high) or (not (a.surely and b.surely) and low * 1000 == high)


def _number(target: str) -> Decimal | None:
    try:
        return Decimal(target)
    except InvalidOperation:
        return None


def _same_unit(a: TargetTold, b: TargetTold) -> bool | None:
    one, other = _unit(a), _unit(b)
    if not one or not other:
        return None
    if one == other or one.startswith(other) or other.startswith(one):
        return True
    return None if "1" in (one, other) else False


def _unit(target: TargetTold) -> str:
    """In one way of writing; ``1`` for numbers without dimension, however they are called."""
    words = list(_words_of_unit(target.unit or ""))
    return _UNITS.get(words[0], " ".join(words)) if words else ""


def _words_of_unit(unit: str) -> Iterator[str]:
    yield from ["%"] if "%" in unit else words_of(unit)
