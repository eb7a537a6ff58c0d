"""
Ratings in words against the scale of the document, else against that of Permendagri 86/2017.

A figure in a hole of the scale may have the rating of either neighbour; one above the best class has that of the best.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from engine.derive.factlist import FactList
from engine.derive.wording import enumerate_words, shorten
from schemas.doubt import ReadingDoubt
from schemas.evidence import Evidence
from schemas.fact_spec import FactRows, Scalar, Telling
from schemas.performance import PerformanceReport, PerformanceTable, Quantity, ScaleClass, Statement
from schemas.ratings import Ratings

MAX_NAMED = 6
"""Figures that a message names."""
FRACTION = Decimal(2)
"""A column whose figures are all below it holds parts of one, not percents."""
REACHED = Decimal("99.5")
"""An achievement that rounds to 100 counts as reached."""
FULL = Decimal(100)

Verdict = Literal["unknown", "fits", "wrong"]
Basis = Literal["declared", "usual", "target"]

_ASIDE = re.compile(r"\([^()]*\)")
_LETTERS = re.compile(r"[^\W\d_]+")
_MISSED = frozenset({"tidak tercapai", "belum tercapai", "tdk tercapai", "blm tercapai", "tidak mencapai target"})
_REACHED = frozenset({"tercapai", "mencapai target", "target tercapai", "sesuai target", "memenuhi target"})
_PASSED = frozenset({"melampaui", "melampaui target", "melebihi target"})
_DOUBT = (ReadingDoubt(reason="row"),)


@dataclass(frozen=True, slots=True)
class Band:
    """One class of a scale."""

    name: str
    """As a message prints it."""
    keys: tuple[str, ...]
    """The words for it, as they are compared; of the usual scale in the order of the sets of words."""
    low: Decimal | None
    high: Decimal | None
    low_included: bool = True
    high_included: bool = True
    interval: str = ""

    def holds(self, value: Decimal) -> bool:
        """Whether a value lies in it."""
        return (self.low is None or value > self.low or (self.low_included and value == self.low)) and (
            self.high is None or value < self.high or (self.high_included and value == self.high)
        )


@dataclass(frozen=True, slots=True)
class Scale:
    """Classes from the lowest to the highest."""

    bands: tuple[Band, ...]
    basis: Basis

    def right(self, value: Decimal) -> tuple[Band, ...]:
        """The classes that a value may be given: those that hold it, else its neighbours."""
        holding = tuple(band for band in self.bands if band.holds(value))
        if holding:
            return holding
        below = [band for band in self.bands if band.high is not None and band.high <= value]
        above = [band for band in self.bands if band.low is not None and band.low >= value]
        return (*below[-1:], *above[:1])

    def named(self, key: str) -> Band | None:
        """The class of that name."""
        return next((band for band in self.bands if key in band.keys), None)


@dataclass(frozen=True, slots=True)
class _Judged:
    """What is to be said of one rating."""

    verdict: Verdict = "unknown"
    basis: Basis = "declared"
    right: str = ""
    interval: str = ""


_UNKNOWN = _Judged()


def rating_facts(out: FactList, report: PerformanceReport, ratings: Ratings | None) -> None:
    """A fact for each rated row, and one for the scale that the document declares."""
    scale = _declared(report.scale) if report.scale else _usual(ratings)
    judged = [rows for table in report.tables if not table.hidden for rows in _rated(table, scale)]
    verdicts = [one.verdict for rows in judged for one in rows.judged if one.basis != "target"]
    few = verdicts.count("wrong") > verdicts.count("fits")
    for rows in judged:
        out.add_rows(_facts(rows, "few" if few else "most"))
    _said(out, report.statements, scale, "few" if few or not verdicts else "most")
    if report.scale:
        _scale_fact(out, report)


def key_of_rating(printed: str) -> str:
    """The words of a rating as they are compared: ``Sangat Baik (SB)`` is ``sangat baik``."""
    return " ".join(_LETTERS.findall(_ASIDE.sub(" ", printed.lower())))


def _declared(classes: Sequence[ScaleClass]) -> Scale:
    bands = [
        Band(
            one.label.value,
            tuple(key_of_rating(part) for part in (one.label.value, *one.label.value.split("/"))),
            one.low,
            one.high,
            one.low_included,
            one.high_included,
            one.interval.value,
        )
        for one in classes
    ]
    return Scale(tuple(sorted(bands, key=_lower)), "declared")


def _usual(ratings: Ratings | None) -> Scale | None:
    if ratings is None:
        return None
    bands = [
        Band(one.names[0], one.names, one.low, one.high, interval=_interval(one.low, one.high))
        for one in reversed(ratings.classes)
    ]
    return Scale(tuple(bands), "usual")


def _interval(low: Decimal | None, high: Decimal | None) -> str:
    if low is None or high is None:
        return f"paling tinggi {_shown(high)}" if low is None else f"sekurang-kurangnya {_shown(low)}"
    return f"{_shown(low)}-{_shown(high)}"


def _lower(band: Band) -> Decimal:
    return band.low if band.low is not None else Decimal("-Infinity")


# rows -------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Rows:
    """The ratings of one table, or of one part of the year in it."""

    table: PerformanceTable
    category: str
    capaian: str
    judged: Sequence[_Judged]


def _rated(table: PerformanceTable, scale: Scale | None) -> Iterator[_Rows]:
    """The ratings of a table of indicators, for the year and for each part of it that has a rating of its own."""
    if table.type != "indicators":
        return
    for category in table.words:
        role, _, period = category.partition(":")
        if role != "category":
            continue
        capaian = f"capaian:{period}" if period else _capaian(table)
        if capaian in table.quantities:
            yield _Rows(table, category, capaian, _judged(table.text(category), table.column(capaian), scale))


def _capaian(table: PerformanceTable) -> str:
    """The column that a rating without period is about: that of the year, or the only one."""
    found = [key for key in table.quantities if key.partition(":")[0] == "capaian"]
    return found[0] if len(found) == 1 and "capaian" not in found else "capaian"


def _judged(words: Sequence[str], figures: Sequence[Quantity], scale: Scale | None) -> list[_Judged]:
    values = {one.value for one in figures if one.state == "number" and one.value is not None and not one.percent}
    percents = any(one.percent for one in figures)
    if values and not percents and 0 < max(values) <= FRACTION:
        return [_UNKNOWN] * len(words)
    known: dict[tuple[str, Decimal], _Judged] = {}
    judged: list[_Judged] = []
    for word, figure in zip(words, figures, strict=True):
        if not word or figure.state not in ("number", "nil") or figure.value is None:
            judged.append(_UNKNOWN)
            continue
        asked = word, figure.value
        if asked not in known:
            known[asked] = _judge(key_of_rating(word), figure.value, scale)
        judged.append(known[asked])
    return judged


def _judge(key: str, value: Decimal, scale: Scale | None) -> _Judged:
    band = scale.named(key) if scale else None
    if scale is None or band is None:
        return _reached(key, value)
    right = scale.right(value)
    if band in right or not right:
        return _Judged("fits", scale.basis)
    names = [_named_alike(one, band, key) if scale.basis == "usual" else one.name for one in right]
    return _Judged("wrong", scale.basis, " atau ".join(f'"{name}"' for name in names), band.interval)


def _named_alike(one: Band, other: Band, key: str) -> str:
    """The name of a class in the set of words to which *key*, a name of the other class, belongs."""
    return one.keys[min(other.keys.index(key), len(one.keys) - 1)].title()


def _reached(key: str, value: Decimal) -> _Judged:
    """``Tercapai`` and its like, which every scale may leave to the reader."""
    if key in _MISSED:
        right, interval, wrong = "tercapai", "di bawah 100", value >= FULL
    elif key in _REACHED:
        right, interval, wrong = "tidak tercapai", "sekurang-kurangnya 100", value < REACHED
    elif key in _PASSED:
        right, interval, wrong = "tidak tercapai", "di atas 100", value < REACHED
    else:
        return _UNKNOWN
    return _Judged("wrong", "target", f'"{right}"', interval) if wrong else _Judged("fits", "target")


def _facts(rows: _Rows, agreement: str) -> FactRows:
    table, judged = rows.table, rows.judged
    names = table.text("indicator")
    doubts = _DOUBT if table.columns_doubted else ()

    def tell(row: int) -> Telling:
        one = judged[row]
        words = {
            "name": shorten(names[row]),
            "rating": table.text(rows.category)[row],
            "capaian": table.column(rows.capaian)[row].text,
            "right": one.right,
            "interval": one.interval,
        }
        return words, (table.place(row, rows.category), table.place(row, rows.capaian)), doubts

    return FactRows("rating", len(judged), _fields(judged, agreement), tell)


def _fields(judged: Sequence[_Judged], agreement: str) -> dict[str, Sequence[Scalar]]:
    return {
        "verdict": [one.verdict for one in judged],
        "basis": [one.basis for one in judged],
        "agreement": [agreement] * len(judged),
    }


def _said(out: FactList, statements: Sequence[Statement], scale: Scale | None, agreement: str) -> None:
    """Ratings of an average in a sentence: ``rata-rata capaian 101,25% (Sangat Baik)``."""
    rated = [one for one in statements if one.kind == "average" and one.category and one.value is not None]
    judged = [_judge(key_of_rating(one.category), one.value, scale) for one in rated if one.value is not None]

    def tell(row: int) -> Telling:
        said, one = rated[row], judged[row]
        words = {
            "name": "rata-rata capaian",
            "rating": said.category,
            "capaian": _shown(said.value),
            "right": one.right,
            "interval": one.interval,
        }
        return words, said.text.evidence, ()

    out.add_rows(FactRows("rating", len(judged), _fields(judged, agreement), tell))


# the scale --------------------------------------------------------------------------------------------------------


def _scale_fact(out: FactList, report: PerformanceReport) -> None:
    scale = _declared(report.scale)
    figures = dict(_figures(report))
    holes, overlaps = _holes(scale, figures), _overlaps(scale)
    top = scale.bands[-1].high
    beyond = [text for value, text in figures.items() if top is not None and value > top]
    fallen = [text for value, text in figures.items() if _falls(scale, value)]
    out.add(
        "scale",
        {
            "classes": len(scale.bands),
            "holes": len(holes),
            "overlaps": len(overlaps),
            "above": "rated" if top is None or top > FULL else "needed" if beyond else "unrated",
            "fallen": len(fallen),
        },
        {
            "holes": enumerate_words([f"{_shown(low)}-{_shown(high)}" for low, high in reversed(holes)]),
            "overlaps": enumerate_words([_shown(value) for value in reversed(overlaps)]),
            "fallen": enumerate_words((fallen or beyond)[:MAX_NAMED]),
            "top": _shown(top),
        },
        _places(report.scale),
    )


def _places(classes: Sequence[ScaleClass]) -> list[Evidence]:
    return [one.interval.evidence[0] for one in classes]


def _figures(report: PerformanceReport) -> Iterator[tuple[Decimal, str]]:
    """Achievements in percent, each once, with how they are printed."""
    for table in report.tables:
        if table.hidden or table.type != "indicators":
            continue
        for key, column in table.quantities.items():
            if key.partition(":")[0] == "capaian":
                found = {one.value: one.text for one in column if one.state == "number" and one.value is not None}
                if found and (max(found) > FRACTION or any(one.percent for one in column)):
                    yield from found.items()


def _holes(scale: Scale, figures: Mapping[Decimal, str]) -> list[tuple[Decimal, Decimal]]:
    """
    Where no class holds a value between two classes.

    Ends such as 90 and 91 leave a hole, as achievements are quotients; 90.00 and 90.01 only one for finer figures.
    """
    decimals = max(
        (_decimals(end) for band in scale.bands for end in (band.low, band.high) if end is not None), default=0
    )
    finer = decimals == 0 or any(_decimals(value) > decimals for value in figures)
    holes = []
    for lower, upper in itertools.pairwise(scale.bands):
        if lower.high is None or upper.low is None or upper.low < lower.high:
            continue
        width = upper.low - lower.high
        unit = Decimal(1).scaleb(-decimals)
        open_point = not width and not (lower.high_included or upper.low_included)
        if (
            open_point
            or width > unit
            or (width == unit and (finer or not (lower.high_included and upper.low_included)))
        ):
            holes.append((lower.high, upper.low))
    return holes


def _overlaps(scale: Scale) -> list[Decimal]:
    """Values at which one class ends and the next begins, and that both claim."""
    found = []
    for lower, upper in itertools.pairwise(scale.bands):
        if lower.high is None or upper.low is None:
            continue
        if upper.low < lower.high or (upper.low == lower.high and lower.high_included and upper.low_included):
            found.append(upper.low)
    return found


def _falls(scale: Scale, value: Decimal) -> bool:
    """Whether a value lies between two classes and in none."""
    lowest, highest = scale.bands[0].low, scale.bands[-1].high
    inside = (lowest is None or value >= lowest) and (highest is None or value <= highest)
    return inside and not any(band.holds(value) for band in scale.bands)


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _shown(value: Decimal | None) -> str:
    """As Indonesian prints it: ``90,5``."""
    return "" if value is None else f"{value.normalize():f}".replace(".", ",")
