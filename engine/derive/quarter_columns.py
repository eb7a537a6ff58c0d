"""The columns of a table that belong to quarters."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schemas.performance import PerformanceReport, PerformanceTable

QUARTERS = (1, 2, 3, 4)
ROMAN = ("", "I", "II", "III", "IV")
_RUNNING = re.compile(r"kumulatif|\bs\s?[./]\s?d\b|sampai", re.IGNORECASE)
_ENDS = ((3, 31), (6, 30), (9, 30), (12, 31))
"""PP 39/2006 Pasal 1: the last days of the quarters."""


@dataclass(frozen=True, slots=True)
class QuarterColumns:
    """The four columns of targets or realizations of a table."""

    measure: str
    """``target`` or ``realization``."""
    keys: tuple[str, str, str, str]
    running: bool
    """The headings say that each holds what was reached since January."""


def quarter_columns(table: PerformanceTable, measure: str) -> QuarterColumns | None:
    """The columns of all four quarters; None where one is not there, or nothing stands beside them for the year."""
    keys = table.keys
    if measure not in keys or (measure == "realization" and is_spending(table)):
        return None
    plain = [f"{measure}:q{at}" for at in QUARTERS]
    running = [f"{measure}:to_q{at}" for at in QUARTERS]
    if running[-1] not in keys:  # what was reached by December is read as the figure of the year
        running[-1] = measure
    for found in (plain, running):
        if all(key in keys for key in found):
            a, b, c, d = found
            return QuarterColumns(measure, (a, b, c, d), found is running or _says_running(table, found))
    return None


def is_spending(table: PerformanceTable) -> bool:
    """Whether the one `Realisasi` of the year stands right beside the budget: then it may be money spent."""
    index = {column.key: column.index for column in table.columns if column.role}
    beside = index.get("realization", -1) == index.get("pagu", -3) + 1
    return beside and "spent" not in index


def quarter_key(table: PerformanceTable, measure: str, quarter: int) -> str | None:
    """The column of one quarter, by itself or since January."""
    return next((key for key in (f"{measure}:q{quarter}", f"{measure}:to_q{quarter}") if key in table.quantities), None)


def quarter_begin(year: int, quarter: int) -> dt.date:
    """Its first day."""
    return dt.date(year, 3 * quarter - 2, 1)


def quarter_end(year: int, quarter: int) -> dt.date:
    """Its last day."""
    return dt.date(year, *_ENDS[quarter - 1])


def shown_tables(report: PerformanceReport) -> Iterator[PerformanceTable]:
    """The tables that a reader of the document sees; what a hidden sheet holds is said elsewhere, not judged."""
    return (table for table in report.tables if not table.hidden)


def _says_running(table: PerformanceTable, keys: Sequence[str]) -> bool:
    titles = [column.title.value for column in table.columns if column.key in keys and column.title]
    return bool(titles) and all(_RUNNING.search(title) for title in titles)
