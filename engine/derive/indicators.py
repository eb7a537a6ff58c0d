"""
The rows of tables of indicators, each by itself: facts of the kinds `indicator` and `achievement`, made by columns.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from engine.derive.achievement import HUNDRED, hundredths, percent, reckon
from engine.derive.capaian import ROW_DOUBT, Stated, declared_in, stated_columns
from engine.derive.doubts import number_doubts
from engine.derive.explanations import explained_rows, remark_of
from engine.derive.factlist import FactList
from engine.derive.figures import FINE, Wrong, wrong_figures
from engine.derive.polarity import Polarities
from engine.derive.printed_numbers import as_read
from engine.derive.table_cells import equal_cells, figure_at, words_at
from engine.derive.wording import shorten
from schemas.doubt import ReadingDoubt
from schemas.fact_spec import Telling
from schemas.facts import FactRows
from schemas.performance import ABSENT, PerformanceReport, PerformanceTable, Quantity

PLANS = frozenset({"agreement", "action_plan", "indicators"})
"""Documents of the beginning of the year: their realization may be filled in later."""
SIGNED_WHEN_DONE = frozenset({"form", "quarterly", "other"})
"""Documents that speak of what was known on the day of their signature."""

_STATES = {
    "number": "given", "nil": "given", "range": "given", "words": "given", "date": "given", "blank": "blank",
    "dash": "marked", "missing": "marked", "error": "unclear", "invalid": "unclear",
}  # fmt: skip
_PAIRS = {
    **{("given", state): "no-realization" for state in ("blank", "marked")},
    **{(state, "given"): "no-target" for state in ("blank", "marked")},
    **{(one, other): "neither" for one in ("blank", "marked") for other in ("blank", "marked")},
    **{("unclear", state): "unclear" for state in ("given", "blank", "marked", "unclear")},
    **{(state, "unclear"): "unclear" for state in ("given", "blank", "marked")},
    ("given", "given"): "both",
}
_NOT_YET = re.compile(
    r"(?i)\b(?:belum|menunggu|blm)\b|"
    r"\b(?:tidak|tdk) (?:ada (?:data|hasil|nilai)|(?:dapat )?(?:di)?(?:nilai|ukur|hitung|data))\b"
)
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_BEGINS = re.compile(
    r"(?i)\W*(?:%|pros?entase|persentase|presentase|indeks|index|nilai|skor|predikat|opini|peringkat|rasio)\b"
)
_UNIT_AT_END = re.compile(
    r"\((?:%|rp|orang|dokumen|hari|kali|unit|desa|laporan|kasus|persen|kegiatan)\.?\)\s*$", re.IGNORECASE
)


def indicator_facts(out: FactList, report: PerformanceReport, as_of: dt.date) -> None:
    """
    Facts about each row of the tables of indicators.

    Args:
        out: Where they go.
        report: The document as read.
        as_of: The day of the audit: a year that goes on then needs no realization.
    """
    declared = declared_in(report)
    for table in report.tables:
        if table.type != "indicators" or not table.count:
            continue
        names = row_names(table)
        polarities = Polarities(table, names)
        wrong = wrong_figures(table, names, polarities)
        mixed = {row for row, one in wrong.items() if one.problem in ("unit", "scale")}
        stated = stated_columns(table, names, polarities, declared, mixed)
        for column in stated:
            out.add_rows(column.rows())
        main = next((column for column in stated if column.key == "capaian"), None)
        out.add_rows(_Rows(report, table, names, polarities, main, wrong, due_state(report, table, as_of)).facts())


def row_names(table: PerformanceTable) -> Sequence[str]:
    """What the rows of a table are called."""
    kept = [table.words[key] for key in ("indicator", "program", "sasaran") if key in table.words]
    if len(kept) < 2 or all(kept[0]):
        return kept[0] if kept else [""] * table.count
    return [next((name for name in row if name), "") for row in zip(*kept, strict=True)]


def due_state(report: PerformanceReport, table: PerformanceTable, as_of: dt.date) -> str:
    """
    Whether the year of a table has ended: `ended`, `assumed`, `unknown` or `open`.

    A form is judged on the day of its signature, a report on the day of the audit. A plan waits for its realization
    until some of it is filled in, and a report on the first quarters tells nothing of the year.
    """
    filled = any(_STATES[state] == "given" for state in {one.state for one in table.column("realization")})
    if report.type in PLANS and not filled:
        return "open"
    quarters = {key for key in table.quantities if key.startswith("realization:q")}
    if report.quarter in (1, 2, 3) and len(quarters) < 2:
        return "open"
    year = _year_of(report, table)
    if year is None:
        return "assumed" if filled else "unknown"
    signed = report.signed.value if report.signed and report.type in SIGNED_WHEN_DONE else as_of
    return "ended" if min(signed, as_of) >= dt.date(year, 12, 31) else "open"


def _year_of(report: PerformanceReport, table: PerformanceTable) -> int | None:
    """The year that the title of a table names last, else that of the document."""
    named = _YEAR.findall(table.title.value) if table.title else []
    own = report.year.value if report.year else None
    return max([int(year) for year in named], default=own) if own is None or named else own


def _state(one: Quantity) -> str:
    return "marked" if one.state == "words" and _NOT_YET.search(one.text) else _STATES[one.state]


def _without_number(table: PerformanceTable, key: str) -> list[int]:
    return equal_cells(table, key).rows(lambda one: one.value is None)


@dataclass(slots=True, eq=False)
class _Rows:
    """The rows of one table."""

    report: PerformanceReport
    table: PerformanceTable
    names: Sequence[str]
    polarities: Polarities
    main: Stated | None
    wrong: Mapping[int, Wrong]
    due: str
    units: Sequence[str] = field(init=False)

    def __post_init__(self) -> None:
        self.units = self._units()

    def facts(self) -> FactRows:
        states = self._states("target"), self._states("realization")
        return FactRows(
            "indicator",
            self.table.count,
            {
                "pair": self._pairs(*states),
                "blank": ["blank" in pair for pair in zip(*states, strict=True)],
                "due": [self.due] * self.table.count,
                "unit": self.units,
                "explained": explained_rows(self.report, self.table, self.names),
                "value": self._values(),
                "achieved": self._achieved(),
            },
            self._tell,
        )

    def _states(self, key: str) -> list[str]:
        """`given`, `blank`, `marked` or `unclear` for each row."""
        states = equal_cells(self.table, key).each(_state)
        for row, wrong in self.wrong.items():
            if wrong.key == key and wrong.problem in ("invalid", "error"):
                states[row] = "given"  # said by another rule
        if self.table.columns_doubted:
            states = ["unclear" if state == "blank" else state for state in states]
        return states

    def _pairs(self, targets: Sequence[str], realizations: Sequence[str]) -> list[str]:
        """See `indicator.pair` in the vocabulary."""
        table = self.table
        if not {"target", "realization"} <= table.quantities.keys():
            kept = (
                "plan" if "target" in table.quantities else "results" if "realization" in table.quantities else "list"
            )
            return [kept] * table.count
        pairs = [_PAIRS[pair] for pair in zip(targets, realizations, strict=True)]
        realized = table.column("realization")
        for row, pair in enumerate(pairs) if "no-target" in pairs else ():
            if pair == "no-target" and realized[row].value == 0:
                pairs[row] = "neither"
        if table.cut and pairs[-1] in ("no-target", "no-realization"):
            pairs[-1] = "cut"
        return pairs

    def _units(self) -> list[str]:
        table = self.table
        if "unit" not in table.words:
            return ["no-column"] * table.count
        if table.columns_doubted:
            return ["given" if unit.strip() else "doubted" for unit in table.words["unit"]]
        units = ["given"] * table.count
        empty = {unit for unit in set(table.words["unit"]) if not unit.strip(" -–.")}
        for row, unit in enumerate(table.words["unit"]) if empty else ():
            if unit in empty:
                units[row] = self._unit_elsewhere(row)
        return [*units[:-1], "given"] if table.cut else units

    def _unit_elsewhere(self, row: int) -> str:
        """Where the cell of the unit is empty: beside the figures, or in the name."""
        table, name = self.table, self.names[row]
        own = words_at(table, "indicator", row) if "indicator" in table.words else name
        figures = [column[row] for key, column in table.quantities.items() if key.startswith(("target", "realization"))]
        if not own.strip() or (figures and not any(one.given for one in figures)):
            return "given"  # no indicator stands in the row
        words = any(one.percent or one.unit or one.state in ("words", "date") for one in figures)
        if words or _UNIT_AT_END.search(name):
            return "beside"
        return "named" if _BEGINS.match(name) else "none"

    def _values(self) -> list[str]:
        values: list[str] = ["fine"] * self.table.count
        for row, wrong in self.wrong.items():
            values[row] = wrong.problem
        return values

    def _achieved(self) -> list[int | None]:
        """In hundredths of a percent; None where it is not known, or where what is stated is wrong."""
        count = self.table.count
        if "realization" not in self.table.quantities:
            return [None] * count
        achieved: list[int | None] = self.main.percents() if self.main is not None else [None] * count
        for row in _without_number(self.table, "capaian") if self.main is not None else range(count):
            achieved[row] = self._reckoned(row)
        for row in _without_number(self.table, "realization"):
            achieved[row] = None
        return [*achieved[:-1], None] if self.table.cut else achieved

    def _reckoned(self, row: int) -> int | None:
        t, r = figure_at(self.table, "target", row), figure_at(self.table, "realization", row)
        if t.value is None or r.value is None or t.value <= 0 or "range" in (t.state, r.state) or row in self.wrong:
            return None
        polarity, known_by = self.polarities[row]
        if polarity is None or (polarity == "lower" and known_by != "declared"):
            return None
        result = reckon("plain" if polarity == "higher" else "inverse", t.value, r.value)
        return None if result is None else hundredths(result)

    def _tell(self, row: int) -> Telling:
        table = self.table
        wrong = self.wrong.get(row, FINE)
        target, realized = figure_at(table, "target", row), figure_at(table, "realization", row)
        achieved = self._achieved_of(row)
        words = {
            "name": shorten(self.names[row]),
            "target": shorten(self._with_unit(target, row)),
            "realized": shorten(self._with_unit(realized, row)),
            "stated": achieved,
            "remark": shorten(remark_of(table, row)),
            "cell": self._heading(wrong.key),
            "printed": shorten(figure_at(table, wrong.key, row).text.strip()) if wrong.key else "",
        }
        return words, [table.place(row, key) for key in self._keys(row, wrong)], self._doubts(target, realized)

    def _doubts(self, *figures: Quantity) -> tuple[ReadingDoubt, ...]:
        return (*(ROW_DOUBT if self.table.columns_doubted else ()), *number_doubts(*figures))

    def _achieved_of(self, row: int) -> str:
        known = self.main is not None and figure_at(self.table, "capaian", row).value is not None
        shown = self.main.percent(row) if self.main is not None and known else self._reckoned(row)
        return "" if shown is None else percent(Decimal(shown) / HUNDRED)

    def _heading(self, key: str) -> str:
        column = next((column for column in self.table.columns if column.key == key), None) if key else None
        return column.title.value if column and column.title else ""

    def _with_unit(self, one: Quantity, row: int) -> str:
        """`72,00 Nilai`: a number with the unit of its row, unless it has one of its own."""
        text, unit = as_read(one), words_at(self.table, "unit", row)
        if one.state != "number" or not unit or one.percent or one.unit:
            return text
        return f"{text}{unit}" if unit == "%" else f"{text} {unit}"

    def _keys(self, row: int, wrong: Wrong) -> list[str]:
        """The cells that a finding about the row shows, the one that is at stake first."""
        table = self.table
        keys = ["indicator", "target", "realization", "capaian"]
        first = "" if wrong.problem in ("consequence", "unreadable") else wrong.key
        if not first and figure_at(table, "realization", row).state in ABSENT and figure_at(table, "target", row).given:
            first = "realization"
        if not first and figure_at(table, "target", row).state in ABSENT and figure_at(table, "realization", row).given:
            first = "target"
        if not first and self.units[row] in ("none", "named"):
            first = "unit"
        if not first and "capaian" in table.quantities and figure_at(table, "capaian", row).given:
            first = "capaian"
        return list(dict.fromkeys([key for key in (first, *keys) if key in table.quantities or key in table.words]))
