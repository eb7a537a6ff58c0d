"""
Which quarters should hold a realization by now, and which hold one before they have begun.

A quarter is due when it has ended before the day of the audit, and the document can know it: a report on quarter II, or
one signed in July, need not tell of quarter III, unless it does so for some of its indicators.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from engine.auditday import AuditDay, days_since
from engine.derive.factlist import FactList
from engine.derive.quarter_columns import (
    QUARTERS,
    ROMAN,
    is_spending,
    quarter_begin,
    quarter_end,
    quarter_key,
    shown_tables,
)
from engine.derive.wording import shorten
from schemas.evidence import Evidence
from schemas.fact_spec import FactRows, Scalar
from schemas.performance import ABSENT, GIVEN, PerformanceReport, PerformanceTable, Quantity

_PLANS = frozenset({"agreement", "action_plan", "indicators"})
"""Documents of the begin of a year: their columns of realizations may be there for later."""
_EMPTY = frozenset({"blank"})
"""What is missing where a quarter has no target of its own: a dash may stand for nothing reached so far."""
_ON_QUARTER = frozenset({"quarterly", "report", "form"})
_EXPLAINED = re.compile(
    r"\b(?:belum|menunggu|proses|tidak dilaksanakan|ditunda|tertunda|dijadwalkan|dialihkan|dibatalkan|tw|triwulan|"
    r"terbit|rilis|akhir tahun|tahunan|semester|refocusing|tidak ada)\b",
    re.IGNORECASE,
)
MAX_PLACES = 20
"""Cells that a finding on a whole column shows."""


@dataclass(slots=True)
class _Quarter:
    """One quarter of one table."""

    number: int
    target: str
    realization: str
    end: dt.date
    due: bool
    ahead: bool
    """It has not begun."""
    future: bool
    missing: list[int] = field(default_factory=list)
    """Rows with a target and without a realization."""
    planned: int = 0
    """Rows with a target."""
    early: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Gap:
    """What becomes one fact."""

    state: str
    quarters: tuple[_Quarter, ...]
    rows: tuple[int, ...]
    explained: bool = False


def due_facts(out: FactList, report: PerformanceReport, as_of: AuditDay) -> None:
    """One fact for each table with quarters, and one for each row, column or form that lacks a due realization."""
    year = report.year.value if report.year else None
    for table in shown_tables(report):
        if not any(_keys(table, report, at, as_of) for at in QUARTERS) or not table.count:
            continue
        readable = not (table.columns_doubted or table.cut)
        out.add("due_table", {"year_known": year is not None, "readable": readable}, {}, (table.heading,))
        if year is None or not readable:
            continue
        quarters = list(_quarters(table, report, year, as_of))
        gaps = list(_gaps(table, report, quarters, year_over=as_of > quarter_end(year, 4)))
        _add(out, table, gaps, as_of)


def _keys(table: PerformanceTable, report: PerformanceReport, quarter: int, as_of: dt.date) -> tuple[str, str] | None:
    """The columns of target and realization of a quarter."""
    realization = quarter_key(table, "realization", quarter)
    target = quarter_key(table, "target", quarter)
    if realization and target:
        return target, realization
    if realization and realization.partition(":")[2].startswith("to_") and _has_no_plan(table):
        return "target", realization
    if any(quarter_key(table, measure, at) for measure in ("target", "realization") for at in QUARTERS):
        return None
    year = report.year.value if report.year else None
    over = year is not None and as_of > quarter_end(year, 4)  # then the year lacks it, which is another finding
    if (
        report.type in _ON_QUARTER
        and report.quarter == quarter
        and {"target", "realization"} <= table.keys
        and not over
    ):
        return "target", "realization"
    return None


def _has_no_plan(table: PerformanceTable) -> bool:
    """Whether the target of the year is not divided by quarters."""
    return "target" in table.keys and not any(quarter_key(table, "target", at) for at in QUARTERS)


def _quarters(table: PerformanceTable, report: PerformanceReport, year: int, as_of: dt.date) -> Iterator[_Quarter]:
    for number in QUARTERS:
        keys = _keys(table, report, number, as_of)
        if keys is None:
            continue
        begin, end = quarter_begin(year, number), quarter_end(year, number)
        targets, results = table.column(keys[0]), table.column(keys[1])
        later = report.type == "quarterly" and report.quarter is not None and number > report.quarter
        quarter = _Quarter(number, *keys, end, end < as_of, begin > as_of, begin > as_of or (later and end >= as_of))
        if quarter.due and _is_unknown_to(report, number, end):
            quarter.due = 2 * sum(one.state in GIVEN for one in results) >= max(1, len(results))
        if quarter.due:
            planned = [_is_planned(one) for one in targets]
            quarter.planned = sum(planned)
            empty = ABSENT if keys[0] != "target" or keys[1] == "realization" else _EMPTY
            quarter.missing = [at for at, one in enumerate(results) if planned[at] and one.state in empty]
        if quarter.future:
            quarter.early = [at for at, one in enumerate(results) if one.state == "number" and one.value]
        yield quarter


def _is_planned(target: Quantity) -> bool:
    return target.state in GIVEN and target.value != 0


def _is_unknown_to(report: PerformanceReport, number: int, end: dt.date) -> bool:
    """Whether the quarter lies after the one that the document is about, or ended after it was signed."""
    if report.quarter is not None and number > report.quarter:
        return True
    return report.signed is not None and report.signed.value <= end


def _gaps(
    table: PerformanceTable, report: PerformanceReport, quarters: Sequence[_Quarter], *, year_over: bool
) -> Iterator[_Gap]:
    early = tuple(quarter for quarter in quarters if quarter.early)
    if early:
        yield _Gap("early", early, tuple(sorted({at for quarter in early for at in quarter.early})))
    due = [quarter for quarter in quarters if quarter.planned]
    if not due:
        return
    year = table.column("realization") if "realization" in table.keys and not is_spending(table) else None
    if _is_blank_form(table):
        if report.type not in _PLANS and not (year_over and year is not None and due[0].realization != "realization"):
            yield _Gap("form", tuple(due), tuple(sorted({at for one in due for at in one.missing})))
        return
    whole = tuple(one for one in due if one.planned > 1 and len(one.missing) == one.planned)
    if year_over and year is not None and all(one.state in ABSENT for one in year):
        whole = tuple(one for one in whole if one.number != 4)
    if whole:
        yield _Gap("column", whole, tuple(whole[0].missing))
    yield from _row_gaps(table, [one for one in due if one not in whole], year if year_over else None)


def _is_blank_form(table: PerformanceTable) -> bool:
    keys = [key for key in table.quantities if key.split(":")[0] in ("realization", "capaian")]
    return not any(one.state in GIVEN for key in keys for one in table.column(key))


def _row_gaps(table: PerformanceTable, due: Sequence[_Quarter], year: Sequence[Quantity] | None) -> Iterator[_Gap]:
    """Rows of which quarters are missing; what the finding on the missing year says of a row is not said twice."""
    by_row: dict[int, list[_Quarter]] = {}
    for quarter in due:
        for at in quarter.missing:
            by_row.setdefault(at, []).append(quarter)
    remarks = table.text("remarks")
    for at in sorted(by_row):
        found = by_row[at]
        if year is not None and year[at].state in ABSENT:
            filled = any(table.column(quarter.realization)[at].state in GIVEN for quarter in due)
            found = [quarter for quarter in found if quarter.number != 4] if filled else []
        if found:
            yield _Gap("row", tuple(found), (at,), bool(_EXPLAINED.search(remarks[at])))


def _add(out: FactList, table: PerformanceTable, gaps: Sequence[_Gap], as_of: AuditDay) -> None:
    ends = {gap.quarters[0].end for gap in gaps if gap.state != "early"}
    days = {end: days_since(end, as_of) for end in ends}
    fields: dict[str, Sequence[Scalar]] = {
        "state": [gap.state for gap in gaps],
        "days": [days.get(gap.quarters[0].end, 0) if gap.state != "early" else 0 for gap in gaps],
        "explained": [gap.explained for gap in gaps],
    }

    def tell(number: int) -> tuple[dict[str, str], list[Evidence], tuple[()]]:
        return _words(table, gaps[number]), list(_evidence(table, gaps[number])), ()

    out.add_rows(FactRows("quarter_gap", len(gaps), fields, tell))


def _words(table: PerformanceTable, gap: _Gap) -> dict[str, str]:
    first, count = gap.rows[0], len(gap.rows)
    name = shorten(table.text("indicator")[first] or table.text("program")[first] or f"baris {first + 1}")
    quarter = gap.quarters[0]
    end = f"{quarter.end.day} {_MONTHS[quarter.number]} {quarter.end.year}"
    return {
        "name": name if count == 1 else f"{name} dan {count - 1} indikator lain",
        "name_en": name if count == 1 else f"{name} and {count - 1} more",
        "rows": str(count),
        "quarters": _listed(gap.quarters, "dan"),
        "quarters_en": _listed(gap.quarters, "and"),
        "targets": ", ".join(table.column(one.target)[first].text.strip() for one in gap.quarters),
        "printed": ", ".join(table.column(one.realization)[first].text.strip() or "kosong" for one in gap.quarters),
        "when": "belum dimulai" if quarter.ahead else "belum berakhir",
        "when_en": "begun" if quarter.ahead else "ended",
        "end": end,
        "ended": f"pada {end}" if len(gap.quarters) == 1 else f"yang pertama pada {end}",
    }


_MONTHS = ("", "Maret", "Juni", "September", "Desember")


def _listed(quarters: Sequence[_Quarter], last: str) -> str:
    names = [ROMAN[one.number] for one in quarters]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"


def _evidence(table: PerformanceTable, gap: _Gap) -> Iterator[Evidence]:
    if gap.state in ("column", "form"):
        titles = {column.key: column.title for column in table.columns if column.title}
        yield from (title.evidence[-1] for one in gap.quarters if (title := titles.get(one.realization)))
    for one in gap.quarters:
        rows = one.early if gap.state == "early" else [at for at in gap.rows if at in set(one.missing)]
        yield from (table.place(at, one.realization) for at in rows[:MAX_PLACES])
    if gap.state == "row":
        yield table.place(gap.rows[0], gap.quarters[0].target)
