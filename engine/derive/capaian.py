"""
What tables state as achieved, against what their targets and realizations give: facts of the kind `achievement`.

A table of a regency has 100,000 rows and few are wrong. Rows that agree with R / T are told in floating point, by less
than the printed digits leave open; every other row is reckoned again in `Decimal`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from engine.derive.achievement import (
    CAPS,
    HUNDRED,
    Fit,
    Formula,
    Sum,
    exceeds_cap,
    formulas_for,
    gap_of,
    hundredths,
    judge,
    number,
    reckon,
    shown,
    sum_of,
)
from engine.derive.doubts import number_doubts
from engine.derive.polarity import Polarities, formula_in, may_be_lower
from engine.derive.table_cells import equal_cells
from engine.derive.wording import shorten
from schemas.doubt import ReadingDoubt
from schemas.fact_spec import Telling
from schemas.facts import FactRows
from schemas.performance import PerformanceReport, PerformanceTable, Quantity

SAMPLE = 400
"""Rows by which it is decided against which target a capaian was reckoned."""
SURE = 0.004
"""Percentage points below which a difference is nothing in hundredths, whatever floating point lost."""
STEPS = (0.99, 0.099, 0.0099)
"""By printed decimals: percentage points within the last printed digit, which may be rounded or cut off."""
EXACT = 2
"""Decimals up to which hundredths can be taken from a floating point number."""
NEAR = 0.5
"""Percentage points within which a row is said to have been reckoned from these columns."""
ROW_DOUBT = (ReadingDoubt(reason="row"),)

_NUMBERS = frozenset({"number", "nil"})
_CAPPED = re.compile(
    r"(?i)(?:maks(?:imal|imum|\.)?|dibatasi|paling (?:tinggi|banyak)|(?:tidak|tdk) (?:melebihi|lebih dari)|batas atas)"
    r"\D{0,40}(1\d0|125|200)(?!\d)"
)
_COUNTED_AS = re.compile(
    r"(?i)\b(?:di ?atas|lebih dari|melebihi|melampaui) (1\d0|125|200)(?!\d)[^\d.]{0,40}"
    r"\bdi(?:hitung|nilai|anggap|akui|tulis|tetapkan)\b[^\d.]{0,30}\1(?!\d)"
)
_FRAGMENT = re.compile(r"[\n;]|\.\s")

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Declared:
    """What the document says of its own arithmetic."""

    lower: Formula | None = None
    """The formula for indicators of which less is better, where it tells one."""
    caps: frozenset[str] = frozenset()
    """Limits of a capaian: `100`."""


@dataclass(slots=True, eq=False)
class Stated:
    """One column of capaian with the columns that it was reckoned from, judged."""

    table: PerformanceTable
    names: Sequence[str]
    polarities: Polarities
    declared: Declared
    left_out: Collection[int]
    """Rows whose figures are wrong in themselves."""
    key: str
    pair: Pair
    others: Sequence[Pair]
    """Columns that a row may have been reckoned from instead."""
    ratio: bool
    verdicts: list[str] = field(default_factory=list)
    offs: list[int] = field(default_factory=list)
    fits: list[Fit] = field(default_factory=list)
    _columns: dict[str, Sequence[Quantity]] = field(init=False)
    _units: Sequence[str] = field(init=False)
    _formulas: Sequence[str] | None = field(init=False)

    def __post_init__(self) -> None:
        keys = {self.key, *self.pair, *(key for pair in self.others for key in pair)}
        self._columns = {key: self.table.column(key) for key in keys}
        self._units = self.table.text("unit")
        self._formulas = self.table.words.get("formula")

    def rows(self) -> FactRows:
        """The facts, by columns."""
        count = self.table.count
        polarities, known_by = ["unknown"] * count, ["none"] * count
        for row, verdict in enumerate(self.verdicts):
            if verdict in _WRONG:
                reading = self.polarities[row]
                polarities[row], known_by[row] = reading.polarity or "unknown", reading.known_by
        return FactRows(
            "achievement",
            count,
            {
                "verdict": self.verdicts,
                "distance": self.offs,
                "fits": self.fits,
                "polarity": polarities,
                "known_by": known_by,
            },
            self._tell,
        )

    def percents(self) -> list[int | None]:
        """What each row states, in hundredths of a percent; None where it is wrong or no number."""
        found = equal_cells(self.table, self.key).each(self._hundredths)
        for row, verdict in enumerate(self.verdicts):
            if verdict in _WRONG:
                found[row] = None
        return found

    def percent(self, row: int) -> int | None:
        """As `percents`, of one row."""
        return None if self.verdicts[row] in _WRONG else self._hundredths(self._columns[self.key][row])

    def _hundredths(self, one: Quantity) -> int | None:
        if one.value is None or one.state not in _NUMBERS:
            return None
        if one.decimals <= EXACT and not self.ratio and -1e9 < (value := float(one.value)) < 1e9:
            return round(value * 100)
        return hundredths(one.value * HUNDRED if self.ratio and not one.percent else one.value)

    def sum(self, row: int, pair: Pair | None = None) -> Sum | None:
        """What a row is reckoned from."""
        t, r, c = (self._columns[key][row] for key in (*(pair or self.pair), self.key))
        if not {t.state, r.state, c.state} <= _NUMBERS:
            return None
        return sum_of(t, r, c, self._units[row].strip() or self.names[row], ratio=self.ratio)

    def accepted(self, row: int) -> tuple[Formula, ...]:
        """The formulas that are accepted for a row."""
        own = self._own_formula(row)
        return (own,) if own else formulas_for(self.polarities[row].polarity, self.declared.lower)

    def _likely(self, row: int) -> tuple[Formula, ...]:
        """The accepted formulas that a message names: R / T alone where nothing hints that less is better."""
        accepted = self.accepted(row)
        return accepted if accepted[0] != "plain" or may_be_lower(self.names[row]) else accepted[:1]

    def _own_formula(self, row: int) -> Formula | None:
        """What the cell of its formula declares."""
        return formula_in(self._formulas[row]) if self._formulas is not None else None

    def judge(self) -> None:
        """Judge all rows."""
        count = self.table.count
        self.verdicts, self.offs, self.fits = ["right"] * count, [0] * count, ["none"] * count
        left_out = {*self.left_out, count - 1} if self.table.cut else self.left_out
        for row in sorted({*self._unsure(), *self._otherwise(), *left_out}):
            self.verdicts[row] = "none"
            if row not in left_out:
                self._judge_row(row)
        self._forgive_caps()
        if self.table.columns_doubted and "right" not in self.verdicts:
            self.verdicts = ["doubted" if verdict in _WRONG else verdict for verdict in self.verdicts]

    def _unsure(self) -> list[int]:
        """Rows of which floating point cannot tell that they state R / T."""
        targets = equal_cells(self.table, self.pair[0]).each(_as_divisor)
        realizations = equal_cells(self.table, self.pair[1]).each(_as_float)
        between = equal_cells(self.table, self.key).each(self._surely_between)
        return [
            row
            for row, (t, r, (low, high)) in enumerate(zip(targets, realizations, between, strict=True))
            if not low < 100 * r / t < high
        ]

    def _surely_between(self, stated: Quantity) -> tuple[float, float]:
        """Percentages between which R / T is surely what is stated; nothing is, where no number is."""
        value = _as_float(stated) * (100 if self.ratio and not stated.percent else 1)
        step = STEPS[stated.decimals] if 0 <= stated.decimals < len(STEPS) else SURE
        return (value - step, value + step) if -1e9 < value < 1e9 else (math.nan, math.nan)

    def _otherwise(self) -> set[int]:
        """Rows that are not to be reckoned by R / T, for all that is known of them."""
        rows = self.polarities.lower_rows()
        if self._formulas is not None:
            other = {words for words in set(self._formulas) if formula_in(words) not in (None, "plain")}
            rows.update(row for row, words in enumerate(self._formulas) if words in other)
        return rows

    def _judge_row(self, row: int) -> None:
        one = self.sum(row)
        accepted = self.accepted(row)
        found = judge(one, accepted) if one else None
        if one is None or found is None:
            return
        reading = self.polarities[row]
        if found.off == 0 or self._excused(row, one, accepted):
            self.verdicts[row] = "right"
            return
        self.offs[row], self.fits[row] = found.off, found.fits
        turned = (reading.polarity == "lower" and found.fits == "plain") or (
            reading.polarity == "higher" and reading.known_by == "declared" and found.fits in ("inverse", "reciprocal")
        )
        self.verdicts[row] = "polarity" if turned and self._own_formula(row) is None else "wrong"

    def _excused(self, row: int, one: Sum, accepted: Sequence[Formula]) -> bool:
        """Whether other columns, or another reading of a number, explain what is stated."""
        if _is_bound(one.target) and one.value == HUNDRED:
            return True
        for pair in self.others:
            other = self.sum(row, pair)
            if other is not None and (judged := judge(other, accepted)) is not None and judged.off == 0:
                return True
        return any(abs(one.value - result) <= one.rounding for result in _other_readings(one))

    def _forgive_caps(self) -> None:
        """A capaian of 100 where more was reached is right where the table does so throughout, or says so."""
        held: dict[str, list[int]] = {}
        for row, verdict in enumerate(self.verdicts):
            one = self.sum(row) if verdict == "wrong" and self._is_at_cap(row) else None
            if one is not None and exceeds_cap(one, self.accepted(row)):
                held.setdefault(str(int(one.value)), []).append(row)
        for cap, rows in held.items():
            limit = int(cap) * 100
            beyond = any(
                (self.percent(row) or 0) > limit for row, known in enumerate(self.verdicts) if known == "right"
            )
            right = cap in self.declared.caps or (len(rows) > 1 and not beyond)
            for row in rows:
                self.verdicts[row] = "right" if right else "wrong"
                self.fits[row] = "none" if right else "capped" if beyond else "capped-alone"

    def _is_at_cap(self, row: int) -> bool:
        """Whether a usual limit is stated, as `exceeds_cap` wants first of all; in percent or as a ratio."""
        value = self._columns[self.key][row].value
        return value is not None and (value in CAPS or value * HUNDRED in CAPS)

    def _tell(self, row: int) -> Telling:
        stated = self._columns[self.key][row]
        one = self.sum(row)
        places = [self.table.place(row, key) for key in (self.key, *self.pair)]
        words = dict.fromkeys(("reckoned", "fitting", "gap", "rounding"), "")
        if one is not None:
            fit = self.fits[row]
            likely = self._likely(row)
            words = {
                "reckoned": shown(one, likely),
                "fitting": shown(one, [fit]) if fit in ("plain", "inverse", "reciprocal", "difference") else "",
                "gap": number(gap_of(one, likely), 2),
                "rounding": number(one.rounding, 2),
            }
        words |= {"name": shorten(self.names[row]), "stated": stated.text.strip()}
        return (
            words,
            places,
            (
                *(ROW_DOUBT if self.table.columns_doubted else ()),
                *number_doubts(stated, *(self._columns[key][row] for key in self.pair)),
            ),
        )


_WRONG = frozenset({"wrong", "polarity"})


def declared_in(report: PerformanceReport) -> Declared:
    """What the running text and the headings of a document say of its arithmetic."""
    texts = [section.text.value for section in report.sections if section.text]
    titles = [c.title.value for table in report.tables for c in table.columns if c.title and c.role == "capaian"]
    titles += [table.title.value for table in report.tables if table.title]
    fragments = [part for text in texts if "eali" in text for part in _FRAGMENT.split(text)]
    formulas = {formula for part in [*fragments, *titles] if (formula := formula_in(part))} - {"plain"}
    limits = (pattern.finditer(text) for text in [*texts, *titles] for pattern in (_CAPPED, _COUNTED_AS))
    caps = frozenset(match[1] for found in limits for match in found)
    return Declared(formulas.pop() if len(formulas) == 1 else None, caps)


def stated_columns(
    table: PerformanceTable,
    names: Sequence[str],
    polarities: Polarities,
    declared: Declared,
    left_out: Collection[int] = (),
) -> list[Stated]:
    """All columns of capaian of a table whose targets and realizations it has, judged; but not the rows *left_out*."""
    found = []
    for key in table.quantities:
        if key != "capaian" and not key.startswith("capaian:"):
            continue
        pairs = _pairs(table, key.removeprefix("capaian"))
        if not pairs:
            continue
        pair, others = _chosen(table, key, pairs)
        if pair is None:
            continue
        one = Stated(table, names, polarities, declared, left_out, key, pair, others, _is_ratio(table, key, pair))
        one.judge()
        found.append(one)
    return found


def _as_float(one: Quantity) -> float:
    """A number to compare with; NaN, which nothing is near to, where there is none."""
    return float(one.value) if one.value is not None and one.state in _NUMBERS else math.nan


def _as_divisor(one: Quantity) -> float:
    return _as_float(one) or math.nan


def _is_bound(target: Quantity) -> bool:
    return target.text[:1] in "<>≤≥" and target.text != ""


def _other_readings(one: Sum) -> Iterator[Decimal]:
    """R / T where a `1.234` is read the other way."""
    result = reckon("plain", one.target.value or Decimal(0), one.realization.value or Decimal(0))
    if result is not None and (one.target.ambiguous or one.realization.ambiguous):
        yield from (result * 1000, result / 1000)


def _pairs(table: PerformanceTable, suffix: str) -> list[Pair]:
    """Columns that a capaian of this period may have been reckoned from; those of its own period first."""
    keys = table.quantities
    part = suffix.removeprefix(":")
    whole = [f"{part[3:]}"] if part.startswith("to_") else [f"to_{part}"] if part else []
    periods = [suffix, *(f":{name}" for name in whole)]
    targets = [f"target{period}" for period in [*periods, ""]] if suffix else ["target"]
    targets = list(dict.fromkeys(key for key in targets if key in keys))
    realizations = [f"realization{period}" for period in periods if f"realization{period}" in keys]
    if not suffix and realizations:
        targets += [key for key in keys if key.startswith("target:")]
    return [(target, realization) for realization in realizations for target in targets]


def _chosen(table: PerformanceTable, key: str, pairs: Sequence[Pair]) -> tuple[Pair | None, Sequence[Pair]]:
    """The columns that most rows were reckoned from; for a part of the year only where most were."""
    counts = [_agreeing(table, key, pair) for pair in pairs]
    best = max(range(len(pairs)), key=lambda at: counts[at][0])
    fitting, judged = counts[best]
    own = pairs[0] == ("target", "realization")
    if own and (counts[0][0] * 2 >= counts[0][1] or fitting < 2 or fitting * 2 < judged or best == 0):
        return pairs[0], ()
    if not own and (fitting < 2 or fitting * 2 < judged):
        return None, ()
    return pairs[best], [pair for pair in pairs if pair != pairs[best]]


def _agreeing(table: PerformanceTable, key: str, pair: Pair) -> tuple[int, int]:
    """How many rows of the first ones some formula explains, as percent or as ratio, and how many there are."""
    fitting = judged = 0
    for t, r, c in _figures(table, key, pair):
        judged += 1
        fitting += _agrees(t, r, c) or _agrees(t, r, 100 * c)
    return fitting, judged


def _is_ratio(table: PerformanceTable, key: str, pair: Pair) -> bool:
    """Whether a column of capaian states ratios: 0.98 for 98 %."""
    if any(one.percent for one in table.column(key)[:SAMPLE]):
        return False
    figures = [row for row in _figures(table, key, pair) if row[2]]
    ratio = sum(_agrees(t, r, 100 * c) for t, r, c in figures)
    return ratio > sum(_agrees(t, r, c) for t, r, c in figures) and (ratio > 1 or len(figures) == 1)


def _figures(table: PerformanceTable, key: str, pair: Pair) -> Iterator[tuple[float, float, float]]:
    columns = [table.column(name)[:SAMPLE] for name in (*pair, key)]
    for t, r, c in zip(*columns, strict=True):
        if t.value is not None and r.value is not None and c.value is not None and t.value != 0:
            yield float(t.value), float(r.value), float(c.value)


def _agrees(t: float, r: float, c: float) -> bool:
    plain = 100 * r / t
    return abs(plain - c) <= NEAR or abs(200 - plain - c) <= NEAR or (r != 0 and abs(100 * t / r - c) <= NEAR)
