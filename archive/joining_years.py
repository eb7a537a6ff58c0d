"""
Results of two years running of one office: a report that states those of the year before was filled in by copying.

Many results are honestly the same in two years: a full hundred, a count, a rating, a target that was just reached. So
only figures count that are hardly the same by chance, and what differs, or is new, counts against them. Years are
those that the documents name: one document in the folders of two years is not compared with itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from archive.gathering import ResultTold, Told
from archive.joining_shelf import Member, Shelf, at
from archive.joining_targets import indicator_key
from schemas.evidence import Evidence

MAX_REPORTS = 40
"""On one year of one office, by path: more of them are not those of one office."""
MAX_SHOWN = 4
MIN_DIGITS = 3
"""Figures of fewer digits (zeros at the ends aside) are the same by chance, or are counts of what stays."""
MOST_PARTS = 12
"""``33.33`` and ``91.67`` are one of 3 and eleven of 12: the same whenever as few things are counted."""


@dataclass(frozen=True, slots=True)
class _Result:
    told: ResultTold
    telling: bool


@dataclass(frozen=True, slots=True)
class _Report:
    """A report on a year."""

    document: str
    results: Mapping[str, _Result | None]
    """By indicator; None where it states several."""


@dataclass(slots=True)
class _Pair:
    """A report and one on the year before."""

    one: _Report
    last: _Report
    equal: list[tuple[ResultTold, ResultTold]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    """The indicators of `equal`."""
    different: int = 0
    common: bool = False
    """Whether they have an indicator in common."""


class Years:
    """Gathers reports and holds each against those on the year before."""

    def __init__(self) -> None:
        self._reports: dict[tuple[str, int], list[_Report]] = {}

    def add(self, member: Member, told: Told, shelf: Shelf) -> None:  # noqa: ARG002 - as all that gather
        """Take one document; what does not say itself of which year it is, is compared with nothing."""
        if told.year is None or member.office is None or (told.sort or member.sort) != "report" or not told.results:
            return
        reports = self._reports.setdefault((member.office, told.year), [])
        if len(reports) < MAX_REPORTS:
            reports.append(_Report(member.document, _by_indicator(told.results)))

    def tell(self, shelf: Shelf) -> None:
        """Put on the shelf what a year has of the year before."""
        for (office, year), reports in sorted(self._reports.items()):
            before = self._reports.get((office, year - 1), ())
            pairs = [pair for one in reports for last in before if (pair := _held(one, last)).common]
            if not pairs:
                continue
            shelf.count(office, "years")
            own = [pair for pair in pairs if pair.equal and not _is_disowned(pair, reports, before)]
            if own:
                _add(shelf, office, year, max(own, key=lambda pair: len(pair.equal)))


def _by_indicator(results: Iterable[ResultTold]) -> dict[str, _Result | None]:
    """What is reached by indicator; a report repeats its results from table to table."""
    stated: dict[str, list[ResultTold]] = {}
    for one in results:
        stated.setdefault(indicator_key(one.indicator), []).append(one)
    return {
        key: _Result(ones[0], all(map(is_telling, ones))) if len({one.value for one in ones}) == 1 else None
        for key, ones in stated.items()
    }


def is_telling(result: ResultTold) -> bool:
    """Return whether the same figure in another year would say something."""
    digits = result.value.lstrip("-").replace(".", "").strip("0")
    return len(digits) >= MIN_DIGITS and result.value != result.target and not _is_fraction(Decimal(result.value))


def _is_fraction(value: Decimal) -> bool:
    """Whether it is the percentage of one of few parts, as it is rounded."""
    last_digit = Decimal((0, (1,), int(value.as_tuple().exponent)))
    parts = range(2, MOST_PARTS + 1)
    return 0 < value < 100 and any(
        abs(value - Decimal(round(value * of / 100) * 100) / of) < last_digit for of in parts
    )


def _held(one: _Report, last: _Report) -> _Pair:
    """Hold a report against one on the year before."""
    pair = _Pair(one, last)
    for key, result in one.results.items():
        other = last.results.get(key)
        if result is None or (other is None and key in last.results):
            continue
        if other is None:
            pair.different += result.telling
            continue
        pair.common = True
        if result.told.value != other.told.value:
            pair.different += 1
        elif result.telling and other.telling:
            pair.equal.append((result.told, other.told))
            pair.keys.append(key)
    return pair


def _is_disowned(pair: _Pair, reports: Iterable[_Report], before: Iterable[_Report]) -> bool:
    """Whether another version of one of both, by now put right, states other results."""
    return any(
        2 * sum(_differs(version, other, key) for key in pair.keys) > len(pair.keys)
        for version, others in ((pair.one, reports), (pair.last, before))
        for other in others
    )


def _differs(one: _Report, other: _Report, key: str) -> bool:
    mine, found = one.results[key], other.results.get(key)
    return mine is not None and found is not None and mine.told.value != found.told.value


def _add(shelf: Shelf, office: str, year: int, pair: _Pair) -> None:
    sure = [(one, last) for one, last in pair.equal if one.surely and last.surely]
    shown = sure or pair.equal
    compared = len(pair.equal) + pair.different
    shelf.add(
        office,
        "archive_year",
        f"{office}:{year}",
        {"equal": len(sure), "possible": len(pair.equal), "share": 100 * len(pair.equal) // compared},
        {
            "year": str(year),
            "last_year": str(year - 1),
            "equal": str(len(shown)),
            "compared": str(compared),
            "figures": _figures([one for one, _ in shown]),
            "other": pair.last.document,
            "office": office,
        },
        _places(pair, shown[:MAX_SHOWN]),
    )


def _figures(results: Sequence[ResultTold]) -> str:
    named = ", ".join(f'"{one.indicator}" {one.printed}' for one in results[:MAX_SHOWN])
    return named + (f" (+{len(results) - MAX_SHOWN})" if len(results) > MAX_SHOWN else "")


def _places(pair: _Pair, shown: Sequence[tuple[ResultTold, ResultTold]]) -> Iterator[Evidence]:
    for one, _ in shown:
        yield at(pair.one.document, one.place, one.printed)
    for _, last in shown:
        yield at(pair.last.document, last.place, last.printed)
