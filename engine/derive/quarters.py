"""
Whether the quarters of an indicator make up its year.

Offices plan and report quarters in several ways, and seldom say which: parts that add up, running totals, the state at
the end of each quarter. A row is told of only when no reading fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from engine.derive.factlist import FactList
from engine.derive.measures import Measure, measures, wants_fewer
from engine.derive.printed_numbers import as_read, joined_sum, printed, same, sum_tolerance
from engine.derive.quarter_columns import ROMAN, QuarterColumns, quarter_columns, shown_tables
from engine.derive.wording import shorten
from schemas.doubt import ReadingDoubt
from schemas.evidence import Evidence
from schemas.fact_spec import FactRows, Scalar
from schemas.performance import PerformanceReport, PerformanceTable, Quantity

_NUMBERS = frozenset({"number", "nil"})
_UNFILLED = frozenset({"blank", "missing"})
_HUNDRED = Decimal(100)
_ZERO = Decimal(0)
_LAST = 4
_NAMES = {"target": ("Target", "The target"), "realization": ("Realisasi", "The result")}


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of one measure, all that stands there being numbers."""

    quarters: tuple[Quantity, ...]
    year: Quantity
    kind: Measure
    running: bool

    @property
    def given(self) -> list[tuple[int, Quantity]]:
        """Quarter (from 1) and number, where there is one."""
        return [(at, one) for at, one in enumerate(self.quarters, 1) if one.state in _NUMBERS]

    @property
    def values(self) -> list[Decimal]:
        return [one.value for _, one in self.given if one.value is not None]

    def adds_up(self) -> bool:
        """Whether the year is the sum of the quarters."""
        parts = [one for _, one in self.given]
        return abs(sum(self.values, _ZERO) - _value(self.year)) <= sum_tolerance(parts, self.year)

    def ends_at_it(self) -> bool:
        """Whether the year is the last quarter that is filled."""
        return same(self.given[-1][1], self.year)

    def is_mean(self) -> bool:
        """Whether the year is the mean of the quarters."""
        values = self.values
        unit = Decimal(1).scaleb(-min(self.year.decimals, 4))
        return abs(sum(values, _ZERO) / len(values) - _value(self.year)) < unit

    def falls(self) -> int:
        """The first quarter with less than the one before; 0 for none."""
        return next((at for (_, one), (at, two) in pairwise(self.given) if _value(two) < _value(one)), 0)


def quarter_facts(out: FactList, report: PerformanceReport) -> None:
    """One fact for each table with quarters and their year, and one for each row whose quarters fit no reading."""
    for table in shown_tables(report):
        target, realization = quarter_columns(table, "target"), quarter_columns(table, "realization")
        found = [columns for columns in (target, realization) if columns is not None]
        if not found or not table.count:
            continue
        out.add(
            "quarter_table",
            {"rows": _comparable(table, found), "readable": not (table.columns_doubted or table.cut)},
            {},
            (table.heading,),
        )
        if not (table.columns_doubted or table.cut):
            kinds = measures(table.text("unit"), table.text("indicator"))
            for columns in found:
                _add(out, table, columns, kinds, planned=target if columns is realization else None)


def _comparable(table: PerformanceTable, found: Sequence[QuarterColumns]) -> int:
    """Rows with a figure for the year and for at least one quarter."""
    counts = []
    for columns in found:
        years = table.column(columns.measure)
        parts = zip(*(table.column(key) for key in columns.keys), strict=True)
        counts.append(
            sum(
                (sum(one.state in _NUMBERS for one in part) > 1)
                if columns.running
                else year.state in _NUMBERS and any(one.state in _NUMBERS for one in part)
                for year, part in zip(years, parts, strict=True)
            )
        )
    return max(counts)


def _add(
    out: FactList,
    table: PerformanceTable,
    columns: QuarterColumns,
    kinds: Sequence[Measure],
    planned: QuarterColumns | None,
) -> None:
    names = table.text("indicator")
    rows: list[int] = []
    states: list[str] = []
    for at in _suspects(table, columns, kinds):
        row = _row(table, columns, at, kinds[at])
        plan = _row(table, planned, at, kinds[at]) if planned is not None else None
        target = columns.measure == "target"
        state = _judge(row, plan, names[at], target=target) if row is not None else ""
        if state:
            rows.append(at)
            states.append(state)

    def tell(number: int) -> tuple[dict[str, str], list[Evidence], tuple[ReadingDoubt, ...]]:
        return _tell(table, columns, rows[number], states[number], kinds[rows[number]])

    fields: dict[str, Sequence[Scalar]] = {"measure": [columns.measure] * len(rows), "state": list(states)}
    out.add_rows(FactRows("quarter_figures", len(rows), fields, tell))


def _suspects(table: PerformanceTable, columns: QuarterColumns, kinds: Sequence[Measure]) -> list[int]:
    """Rows that are not right at a glance: parts that add up to the year, or end at it where nothing adds up."""
    a, b, c, d = ([one.value for one in table.column(key)] for key in columns.keys)
    years = [one.value for one in table.column(columns.measure)]
    sums = [kind in ("product", "entity", "other") and not columns.running for kind in kinds]
    return [
        at
        for at, (adds, year, one, two, three, four) in enumerate(zip(sums, years, a, b, c, d, strict=True))
        if (year is not None or columns.running)
        and not (
            (one or _ZERO) + (two or _ZERO) + (three or _ZERO) + (four or _ZERO) == year
            if adds
            else four == year and not columns.running
        )
    ]


def _row(table: PerformanceTable, columns: QuarterColumns, at: int, kind: Measure) -> _Row | None:
    """A row that can be compared; None where something else than numbers stands, or the year is not over in it."""
    quarters = tuple(table.column(key)[at] for key in columns.keys)
    year = table.column(columns.measure)[at]
    states = [one.state for one in quarters]
    if (year.state not in _NUMBERS and not columns.running) or any(
        state not in _NUMBERS | _UNFILLED | {"dash"} for state in states
    ):
        return None
    filled = [number for number, state in enumerate(states) if state in _NUMBERS]
    if not filled or (len(filled) < 2 and columns.running):
        return None
    after = states[filled[-1] + 1 :]
    if any(state in _UNFILLED for state in after) or (after and columns.measure == "realization"):
        return _Row(quarters, year, kind, columns.running) if columns.running else None
    if len({one.percent for one in (*(quarters[at] for at in filled), year) if one.value}) > 1:
        return None  # 0.97 beside 97 %: which scale is meant is another matter
    return _Row(quarters, year, kind, columns.running)


def _judge(row: _Row, plan: _Row | None, name: str, *, target: bool) -> str:
    """What is wrong with a row; empty for nothing."""
    if row.running:
        return _judge_running(row, name)
    if row.kind in ("share", "level"):
        return _judge_level(row, plan, target=target)
    return _judge_amount(row, name, added=plan is not None and _adds_only(plan))


def _judge_running(row: _Row, name: str) -> str:
    """Running totals must not fall, and the last of them is the year."""
    if row.falls() and not wants_fewer(name) and row.kind in ("product", "entity"):
        return "running-falls"
    if row.given[-1][0] < _LAST or row.year.state not in _NUMBERS or row.ends_at_it():
        return ""
    if row.adds_up():
        return "summed" if row.kind in ("share", "level") else ""
    return "" if row.is_mean() else "last"


def _adds_only(plan: _Row) -> bool:
    """Whether the four quarters of a target add up to it, and make it in no other way."""
    return len(plan.given) == _LAST and plan.adds_up() and not plan.ends_at_it() and not plan.is_mean()


def _judge_amount(row: _Row, name: str, *, added: bool) -> str:
    if row.adds_up():
        return ""
    if row.ends_at_it():
        return "dips" if _dips(row) and row.kind == "product" and not wants_fewer(name) else ""
    if row.is_mean() or (_is_part(row) and not (added and len(row.given) == _LAST)):
        return ""
    return "sum" if row.kind == "product" else "outside"


def _is_part(row: _Row) -> bool:
    """People and villages may be counted in several quarters: the year lies between the largest and the sum."""
    values, year = row.values, _value(row.year)
    low = max(values) if row.kind == "entity" else min(values)
    return row.kind != "product" and low <= year <= sum(values, _ZERO)


def _dips(row: _Row) -> bool:
    """A running total that ends at its highest, and falls on the way."""
    values = row.values
    return bool(row.falls()) and values[-1] == max(values) and values[-1] > values[0] and len(values) > 2


def _judge_level(row: _Row, plan: _Row | None, *, target: bool) -> str:
    if row.ends_at_it() or row.is_mean():
        return ""
    if row.adds_up():
        return "" if _may_be_parts(row, plan) else "summed"
    if not target and min(row.values) <= _value(row.year) <= max(row.values):
        # the year may be measured by itself, as a mean weighted by what each quarter had
        return "last-planned" if plan is not None and _plans_last(plan) and not row.falls() else ""
    if plan is not None and plan.adds_up() and not plan.ends_at_it():
        return ""
    return "last" if row.kind == "level" or not _parts_of_whole(row) else ""


def _may_be_parts(row: _Row, plan: _Row | None) -> bool:
    """Shares of the work of a year add up rightly; of a result it is told by how its target was divided."""
    if plan is not None and plan.adds_up() and not plan.ends_at_it():
        return True
    if plan is not None and _plans_last(plan):
        return False
    return _value(row.year) <= _HUNDRED or len(row.given) < 2


def _parts_of_whole(row: _Row) -> bool:
    """Shares of the work of a year that do not reach it, or go beyond: 20, 25, 25, 20."""
    return sum(row.values, _ZERO) <= _HUNDRED or max(row.values) <= _HUNDRED / 2


def _plans_last(plan: _Row) -> bool:
    """Whether the target says that the last quarter is the year: it ends at it, rises to it, and does not add up."""
    values = plan.values
    return plan.ends_at_it() and not plan.adds_up() and not plan.is_mean() and not plan.falls() and len(values) > 1


def _tell(
    table: PerformanceTable, columns: QuarterColumns, at: int, state: str, kind: Measure
) -> tuple[dict[str, str], list[Evidence], tuple[ReadingDoubt, ...]]:
    row = _row(table, columns, at, kind)
    assert row is not None
    last, quantity = row.given[-1]
    fallen = row.falls() or last
    before = max((number for number, _ in row.given if number < fallen), default=fallen)
    measure, measure_en = _NAMES[columns.measure]
    words = {
        "name": shorten(table.text("indicator")[at] or f"baris {at + 1}"),
        "measure": measure,
        "measure_en": measure_en,
        "year": as_read(row.year),
        "sum": f"{joined_sum(row.values)} = {printed(sum(row.values, _ZERO))}",
        "last_quarter": ROMAN[last],
        "last": as_read(quantity),
        "fallen_quarter": ROMAN[fallen],
        "fallen": as_read(row.quarters[fallen - 1]),
        "before_quarter": ROMAN[before],
        "before": as_read(row.quarters[before - 1]),
    }
    first = columns.keys[fallen - 1] if state in ("dips", "running-falls") else columns.measure
    keys = dict.fromkeys([first, *(key for key, one in zip(columns.keys, row.quarters, strict=True) if one.given)])
    return words, [table.place(at, key) for key in keys], ()


def _value(quantity: Quantity) -> Decimal:
    return quantity.value if quantity.value is not None else _ZERO
