"""What documents of performance data tell to the rules about several documents: targets and results of a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from archive.gathering import ResultTold, TargetTold, Told, officers_told, place_of, shortened
from engine.derive.quarter_columns import QUARTERS, is_spending, shown_tables
from schemas.doubt import SURE
from schemas.performance import PerformanceReport, PerformanceTable, Quantity

MAX_TARGETS = 200
MAX_RESULTS = 200
_SORTS = {"agreement": "agreement", "action_plan": "plan", "quarterly": "report", "report": "report"}
_REVISED = re.compile(r"(?i)\bperubahan\b")
_PERCENT = "%"
_NOT_REACHED = ("agreement", "action_plan")
"""What is still to be reached: results in them are of earlier years."""
_YEAR = re.compile(r"\b20\d{2}\b")
_SPAN = re.compile(r"\b20\d{2}\s?(?:[-–—]|s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?)\s?20\d{2}\b", re.IGNORECASE)
"""``Renstra 2021-2026``: a plan, and not the year of the results."""


def performance_told(report: PerformanceReport) -> Told:
    """Return what a document of performance data tells."""
    tables = _measured(list(_promising(report)))
    targets = [target for table, key in tables for target in _targets(table, key)]
    title = report.title.value if report.title else ""
    return Told(
        "performance",
        _SORTS.get(report.type),
        title=shortened(title) or None,
        title_place=place_of(report.title),
        unit=shortened(report.unit.value) if report.unit else None,
        government=shortened(report.government.value) if report.government else None,
        year=report.year.value if report.year else None,
        quarter=report.quarter,
        dated=report.signed.value if report.signed else None,
        revised=_REVISED.search(title) is not None,
        whole=not report.cut and len(targets) <= MAX_TARGETS and not any(table.columns_doubted for table, _ in tables),
        officers=officers_told(report.signatures),
        targets=tuple(targets[:MAX_TARGETS]),
        results=tuple(islice(_results(report), MAX_RESULTS)),
    )


def _promising(report: PerformanceReport) -> Iterator[tuple[PerformanceTable, str]]:
    """The tables that state targets of the year of the report, with the key of their column."""
    for table in shown_tables(report):
        if table.type == "indicators" and "indicator" in table.words and table.count:
            key = _key_of_year(table, report)
            if key is not None:
                yield table, key


def _measured(tables: list[tuple[PerformanceTable, str]]) -> list[tuple[PerformanceTable, str]]:
    """Those that hold targets against results, where there are such: a report repeats its agreement before them."""
    found = [one for one in tables if any(key.startswith("realization") for key in one[0].quantities)]
    return found or tables


def _key_of_year(table: PerformanceTable, report: PerformanceReport) -> str | None:
    """
    The column of the target of the whole year; None where no heading says that it is one.

    In a report on a quarter a column ``Target`` may be that of the quarter.
    """
    named = [column for column in table.columns if column.role == "target" and column.period == "year" and column.year]
    if named:
        year = report.year.value if report.year else None
        return next((column.key for column in named if column.year == year), None)
    if "target" not in table.quantities:
        return None
    by_quarter = any(key.startswith(("target:q", "target:to_q")) for key in table.quantities)
    return "target" if by_quarter or report.type != "quarterly" else None


def _targets(table: PerformanceTable, key: str) -> Iterator[TargetTold]:
    quantities, units = table.column(key), table.text("unit")
    last = table.count - 1
    for row, name in enumerate(table.text("indicator")):
        if not name.strip():
            continue
        one, place = quantities[row], table.place(row, key)
        told = _target_of(one)
        sure = not (table.columns_doubted or one.ambiguous or (table.cut and row == last))
        yield TargetTold(
            indicator=shortened(name),
            target=told or "",
            unit=shortened(units[row] or (_PERCENT if one.percent else one.unit or "")) or None,
            place=place,
            surely=sure and told is not None and (place.certainty is None or place.certainty >= SURE),
            printed=shortened(one.text, 60),
        )


def _target_of(one: Quantity) -> str | None:
    """What is promised, in one way of writing; None where it could not be read, or nothing is."""
    if one.state in ("number", "nil") and one.value is not None:
        return _digits(one.value)
    if one.state == "range" and one.value is not None and one.low is not None:
        return f"{_digits(one.low)}-{_digits(one.value)}"
    if one.state == "date" and one.day is not None:
        return one.day.isoformat()
    return shortened(one.text.casefold(), 60) if one.state == "words" else None


def _digits(value: Decimal) -> str:
    """``97.50`` gives ``97.5``, ``1E+3`` gives ``1000``."""
    plain = f"{value:f}"
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain) or "0"


def _results(report: PerformanceReport) -> Iterator[ResultTold]:
    """What its tables say was reached in the whole year of the report, row by row."""
    year = report.year.value if report.year else None
    if year is None or report.type in _NOT_REACHED or report.quarter not in (None, QUARTERS[-1]):
        return
    for table in shown_tables(report):
        if table.type == "indicators" and "indicator" in table.words and not is_spending(table):
            key = _key_of_results(table, report, year)
            if key is not None:
                yield from _reached(table, key, _key_of_year(table, report))


def _key_of_results(table: PerformanceTable, report: PerformanceReport, year: int) -> str | None:
    """The column of what was reached in the year; None where it is not there, or may be that of another year."""
    if f"realization:{year}" in table.quantities:
        return f"realization:{year}"
    quarters = any(key.startswith(("realization:q", "realization:to_q")) for key in table.quantities)
    if "realization" not in table.quantities or not (quarters or report.type != "quarterly"):
        return None
    titles = [table.title, *(column.title for column in table.columns if column.key == "realization")]
    return None if any(_is_of_another_year(title.value, year) for title in titles if title) else "realization"


def _is_of_another_year(title: str, year: int) -> bool:
    named = {int(found) for found in _YEAR.findall(_SPAN.sub(" ", title))}
    return bool(named) and (year not in named or year - 1 in named)


def _reached(table: PerformanceTable, key: str, promised: str | None) -> Iterator[ResultTold]:
    quantities = table.column(key)
    targets = table.column(promised) if promised is not None else ()
    last = table.count - 1
    for row, name in enumerate(table.text("indicator")):
        one = quantities[row]
        if not name.strip() or one.value is None or one.state not in ("number", "nil", "words"):
            continue
        place = table.place(row, key)
        sure = not (table.columns_doubted or one.ambiguous or (table.cut and row == last))
        yield ResultTold(
            indicator=shortened(name),
            value=_digits(one.value),
            target=(_target_of(targets[row]) or "") if targets else "",
            place=place,
            surely=sure and (place.certainty is None or place.certainty >= SURE),
            printed=shortened(one.text, 60),
        )
