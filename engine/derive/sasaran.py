"""Sasaran without indicator, and indicators without sasaran."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.derive.factlist import FactList
from engine.derive.quarter_columns import shown_tables
from engine.derive.wording import shorten
from schemas.evidence import Evidence
from schemas.performance import PerformanceReport, PerformanceTable

MAX_GAPS = 1_000
"""Findings on one table; a table that lacks more was not filled in at all."""
_NONE = frozenset({"", "-", "–", "—", "...", "…"})


@dataclass(frozen=True, slots=True)
class _Gap:
    state: str
    name: str
    rows: int
    evidence: tuple[Evidence, ...]


def sasaran_facts(out: FactList, report: PerformanceReport) -> None:
    """One fact for each table of sasaran and indicators, and one for each that lacks the other."""
    tables = list(shown_tables(report))
    for at, table in enumerate(tables):
        if "sasaran" not in table.words or "indicator" not in table.words or table.type != "indicators":
            continue
        readable = not (table.columns_doubted or table.cut)
        out.add("sasaran_table", {"rows": table.count, "readable": readable}, {}, (table.heading,))
        if not readable:
            continue
        goes_on = at + 1 < len(tables) and tables[at + 1].keys == table.keys
        for gap in list(_gaps(table, goes_on=goes_on))[:MAX_GAPS]:
            words = {"name": shorten(" ".join(gap.name.split())), "rows": str(gap.rows)}
            out.add("sasaran_gap", {"state": gap.state, "rows": gap.rows}, words, gap.evidence)


def _gaps(table: PerformanceTable, *, goes_on: bool) -> Iterator[_Gap]:
    names = table.text("indicator")
    for at, text in enumerate(table.sasaran_alone):
        last = at == len(table.sasaran_alone) - 1
        if not (last and goes_on):
            yield _Gap("alone", text.value, 0, text.evidence)
    yield from _rows_without_indicator(table)
    without = [at for at in _rows_under_none(table) if names[at].strip() not in _NONE]
    # an unnumbered first row is a part of something above, of which the reading may have lost the row
    if without and ("no" not in table.words or table.text("no")[without[0]].strip()):
        state = "column" if len(without) == table.count else "missing"
        yield _Gap(state, names[without[0]], len(without), (table.place(without[0], "indicator"),))


def _rows_under_none(table: PerformanceTable) -> Sequence[int]:
    if min(table.sasaran, default=0) >= 0:
        return ()
    return [at for at, under in enumerate(table.sasaran) if under < 0]


def _rows_without_indicator(table: PerformanceTable) -> Iterator[_Gap]:
    """Sasaran whose rows have figures and no indicator."""
    names, texts = table.text("indicator"), table.text("sasaran")
    if _NONE.isdisjoint(map(str.strip, names)):  # as in most tables, which may be long
        return
    told = {under for under, name in zip(table.sasaran, names, strict=True) if name.strip() not in _NONE}
    if not told:  # a column that nobody filled in, or that was not read
        return
    seen: set[int] = set()
    for row, under in enumerate(table.sasaran):
        if under >= 0 and under not in told and under not in seen and texts[row].strip() not in _NONE:
            seen.add(under)
            yield _Gap("alone", texts[row], 1, (table.place(row, "sasaran"),))
