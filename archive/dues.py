"""
What offices owe: what was due and is missing, which SOPs they must have, and who handed in nothing at all.

All of it depends on the layout, the documents and the day alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from archive.layout import Layout
from engine.derive.titles import ACTS, act_of, title_words, unmatched
from schemas.archive import LAST_YEAR, Due, Office, Sort

NEARLY: Final = 80
"""Likeness of two titles (0-100, word by word) from which an auditor is shown the other one."""
MAX_PAIRS: Final = 50_000
"""Pairs of titles that are remembered: offices of one type have much the same."""


@dataclass(frozen=True, slots=True)
class Handed:
    """A document that an office handed in."""

    office: str
    path: str
    sort: Sort | None
    year: int | None = None
    quarter: int | None = None
    """1-4; None: of the whole year, or nobody knows."""
    title: str | None = None
    """Of an SOP."""


@dataclass(frozen=True, slots=True)
class DueTold:
    """Something that was due by now."""

    office: str
    sort: Sort
    year: int
    quarter: int | None
    due: dt.date
    """The last day on which it was not late."""
    document: str | None
    """The path of what was handed in; None: it is missing."""
    perhaps: str | None = None
    """Where it is missing: a document of this sort that tells no year."""


@dataclass(frozen=True, slots=True)
class RequiredTold:
    """An SOP that an office must have."""

    office: str
    title: str
    """As `archive.yaml` asks for it."""
    found: str | None
    """The path of one with this title."""
    nearly: str | None = None
    """Where there is none: the path of the one whose title comes closest, for an auditor to look at."""


def dues(layout: Layout, handed: Iterable[Handed], as_of: dt.date) -> list[DueTold]:
    """
    Return what was due before *as_of*, by office, sort, year and quarter.

    A document that tells no quarter counts for each quarter of its year: it is of the whole year, or nobody knows.

    Args:
        layout: Who owes what.
        handed: The documents of the archive.
        as_of: The day of the run. What is due on that day is not late yet.
    """
    there, undated = _by_period(handed)
    found = {
        (office.name, one.sort, year, quarter): day
        for office in layout.offices
        for one in layout.declared.due
        if _concerns(one.types, office)
        for year, quarter, day in _periods(one, office, as_of)
    }
    told = []
    for (office, sort, year, quarter), day in found.items():
        document = there.get((office, sort, year, quarter)) or there.get((office, sort, year, None))
        perhaps = undated.get((office, sort)) if document is None else None
        told.append(DueTold(office, sort, year, quarter, day, document, perhaps))
    return sorted(told, key=lambda one: (one.office, one.sort, one.year, one.quarter or 0))


def required(layout: Layout, handed: Iterable[Handed]) -> list[RequiredTold]:
    """Return which of the SOPs that offices must have are there, by office and as `archive.yaml` lists them."""
    sops: dict[str, list[tuple[str, str]]] = {}
    for one in handed:
        if one.sort == "sop" and one.title:
            sops.setdefault(one.office, []).append((one.path, one.title))
    return [
        _told(office, one.title, sorted(sops.get(office.name, ())))
        for office in sorted(layout.offices, key=lambda office: office.name)
        for one in layout.declared.required
        if _concerns(one.types, office)
    ]


def silent(layout: Layout, seen: Iterable[str], as_of: dt.date) -> list[str]:
    """Return the offices of the layout of which the archive has no document, by name; *seen* are those that it has."""
    there = set(seen)
    return sorted(office.name for office in layout.offices if office.name not in there and _lives(office, as_of.year))


def next_change(layout: Layout, as_of: dt.date) -> dt.date | None:
    """Return the next day on which more is late where the documents stay as they are; None where there is no such."""
    days = [
        day + dt.timedelta(days=1)
        for one in layout.declared.due
        for office in layout.offices
        if _concerns(one.types, office)
        for _, _, day in _all_periods(one, office, max(as_of.year, one.since, office.since or 0) + _AHEAD)
        if day >= as_of
    ]
    return min(days, default=None)


_AHEAD = 1
"""In each year something becomes due, so no change lies farther ahead."""


def _concerns(types: Sequence[str], office: Office) -> bool:
    return not types or office.type in types


def _lives(office: Office, year: int) -> bool:
    return (office.since or year) <= year <= (office.until or year)


def _periods(one: Due, office: Office, as_of: dt.date) -> Iterator[tuple[int, int | None, dt.date]]:
    """Yield year, quarter and last day of all that was due before a day."""
    for year, quarter, day in _all_periods(one, office, as_of.year):
        if day < as_of:
            yield year, quarter, day


def _all_periods(one: Due, office: Office, last: int) -> Iterator[tuple[int, int | None, dt.date]]:
    """Yield year, quarter and last day of all years up to *last*."""
    for year in range(max(one.since, office.since or 0), min(last, office.until or last, LAST_YEAR) + 1):
        for quarter in (1, 2, 3, 4) if one.per == "quarter" else (None,):
            yield year, quarter, _last_day(one, year, quarter)


def _last_day(one: Due, year: int, quarter: int | None) -> dt.date:
    """The day on which it is due."""
    begins = dt.date(year, 3 * ((quarter or 1) - 1) + 1, 1)
    if one.sort != "report":
        return begins + dt.timedelta(days=one.days)
    ends = dt.date(year + 1, 1, 1) if quarter in (None, 4) else dt.date(year, 3 * quarter + 1, 1)
    return ends + dt.timedelta(days=one.days - 1)


_Period = tuple[str, Sort, int, int | None]


def _by_period(handed: Iterable[Handed]) -> tuple[Mapping[_Period, str], Mapping[tuple[str, Sort], str]]:
    """The first document by path of each period, and of those that tell no year."""
    there: dict[_Period, str] = {}
    undated: dict[tuple[str, Sort], str] = {}
    for one in handed:
        if one.sort is None:
            continue
        if one.year is None:
            key = one.office, one.sort
            undated[key] = min(one.path, undated.get(key, one.path))
        else:
            period = one.office, one.sort, one.year, one.quarter
            there[period] = min(one.path, there.get(period, one.path))
    return there, undated


def _told(office: Office, title: str, sops: Sequence[tuple[str, str]]) -> RequiredTold:
    """Compare the titles of an office's SOPs, sorted by path, with one that it must have."""
    likeness = [(_likeness(title, printed), path) for path, printed in sops]
    best = max(likeness, key=lambda one: one[0], default=(0, None))
    if best[0] > _SAME:
        return RequiredTold(office.name, title, best[1])
    return RequiredTold(office.name, title, None, best[1] if best[0] >= NEARLY else None)


_SAME = 100
_SHARED = 2
"""Words that two titles must share to be likened: one alone stands in very many."""


@lru_cache(maxsize=MAX_PAIRS)
def _likeness(asked: str, printed: str) -> float:
    """
    Compare the title of an SOP with one that is asked for: 0-100, and 101 where it names the same.

    It names the same where it has all words of the other, typing errors aside, and is of the same act: an SOP about the
    review of a report is none about its making.
    """
    wanted, words = title_words(asked, set()), title_words(printed, set())
    if not wanted or not words:
        return 0.0
    acts = act_of(wanted), act_of(words)
    mapped, others = ([ACTS.get(word, word) for word in one] for one in (wanted, words))
    if not unmatched(mapped, others) and (acts[0] == acts[1] or not all(acts)):
        return _SAME + 1.0
    if len({*mapped} & {*others}) < min(_SHARED, len(wanted)):
        return 0.0
    return float(fuzz.token_set_ratio(" ".join(mapped), " ".join(others)))
