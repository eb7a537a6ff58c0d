"""The first sheet: totals, charts, the rules broken most often, and the offices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from xlsxwriter.worksheet import Worksheet

from reports.book import Book
from reports.changes import day
from reports.followup import OFFERED, STATUS
from reports.labels import LABELS
from reports.overview import Office, Overview, Totals
from reports.workbook.heights import height, lines
from reports.workbook.look import SEVERITY_COLOURS, Kind
from reports.workbook.rows import A4, MAX_ROWS, Paper, Value
from reports.workbook.words import WORDS
from schemas.report import Severity

_WIDTHS: Final = (44, *[10.5] * 15)
_TOP: Final = 10
"""Rules of the list of those broken most often."""
_CHART_COLUMN: Final = 3
"""Charts stand from this column on, beside the totals."""
_CHART: Final = {"width": 440, "height": 260}
_CHART_ROWS: Final = 14
"""Rows that a chart covers."""
_TITLE_HEIGHT: Final = 24
_GRADE_COLOUR: Final = "#2F5597"


@dataclass(frozen=True, slots=True)
class _Bars:
    """What a chart shows."""

    title: str
    labels: list[str]
    counts: list[int]
    colours: list[str]
    first: int
    """Row of the first."""


class SummarySheet:
    """Writes it, when all documents are counted."""

    def __init__(self, paper: Paper, book: Book) -> None:
        self._paper, self._book = paper, book
        self._words, self._labels = WORDS[paper.lang], LABELS[paper.lang]
        self._sheet: Worksheet = paper.sheet(self._words.sheets["summary"], size=A4)
        self._row = 0
        for at, width in enumerate(_WIDTHS):
            self._sheet.set_column(at, at, width)

    def write(self, overview: Overview, continued: Sequence[str]) -> None:
        """Write the sheet; *continued* says which sheets go on on others."""
        self._heading()
        bars = self._totals(overview.whole)
        for at, one in enumerate(bars):
            self._chart(one, self._top, at)
        self._row = max(self._row, self._top + _CHART_ROWS) + 1
        for note in [*self._overruled(overview.whole), *continued]:
            self._line(note, self._paper.look.note)
        self._rules(overview)
        self._offices(overview.offices)

    def _heading(self) -> None:
        words, look, info = self._words, self._paper.look, self._book.rules
        self._sheet.set_row(0, _TITLE_HEIGHT)
        self._line(words.title, look.title)
        self._line(words.subject, look.subtitle)
        if info.organisation or self._book.sender.organisation.name:
            self._line(info.organisation or self._book.sender.organisation.name or "", look.subtitle)
        self._line(f"{words.as_of} {day(self._book.as_of, self._paper.lang)}", look.subtitle)
        if self._book.masked:
            self._line(words.masked, look.subtitle)
        self._row += 1

    def _totals(self, whole: Totals) -> list[_Bars]:
        words, labels, summary = self._words, self._labels, self._book.summary
        self._top = self._row
        self._section(words.totals)
        self._pairs([(words.documents, summary.documents), (words.graded, whole.graded)])
        self._pair(words.mean, whole.mean, "score")
        self._pairs([(words.failed, summary.errors), (words.unknown, self._book.unknown)])
        self._pairs([(words.not_evaluated, whole.not_evaluated)])
        self._row += 1
        self._section(words.severities)
        names = [labels.severity[severity] for severity in Severity]
        counts = [summary.findings.get(severity, 0) for severity in Severity]
        colours = [SEVERITY_COLOURS[severity][0] for severity in Severity]
        found = _Bars(words.severities, names, counts, colours, self._row)
        self._pairs(zip(names, counts, strict=True))
        self._pair(words.findings, sum(counts), "number", "bold")
        self._row += 1
        self._section(words.grades)
        letters = self._letters()
        grades = [summary.grades.get(letter, 0) for letter in letters]
        graded = _Bars(words.grades, letters, grades, [_GRADE_COLOUR] * len(letters), self._row)
        self._pairs(zip(letters, grades, strict=True))
        self._pairs([(words.no_grade, summary.documents - sum(grades))])
        self._row += 1
        self._section(words.verdicts)
        self._pairs((verdict, whole.verdicts[name]) for name, verdict in labels.verdict.items())
        self._row += 1
        self._section(words.answers)
        shown = {**dict.fromkeys(OFFERED), **dict.fromkeys(whole.statuses)}
        self._pairs((STATUS[self._paper.lang][status], whole.statuses[status]) for status in shown)
        return [graded, found]

    def _letters(self) -> list[str]:
        letters = [band.letter for band in self._book.canon.grading.bands]
        return [*letters, *(letter for letter in self._book.summary.grades if letter not in letters)]

    def _overruled(self, whole: Totals) -> list[str]:
        count = whole.statuses["overruled"]
        return [self._words.overruled_note.format(count=count)] if count else []

    def _rules(self, overview: Overview) -> None:
        words, lang = self._words, self._paper.lang
        rules = {rule.name: rule for rule in self._book.canon.rules}
        broken = [(name, totals) for name, totals in overview.rules.items() if totals.findings]
        broken.sort(key=lambda item: (-item[1].findings, item[0]))
        if not broken:
            return
        self._row += 1
        self._section(words.top_rules)
        self._head(words.top_columns)
        for name, totals in broken[:_TOP]:
            rule = rules.get(name)
            title, code = (getattr(rule.title, lang), rule.code) if rule else (name, None)
            self._cells([title, code, totals.findings, totals.flagged], ["text", "text", "number", "number"])

    def _offices(self, offices: Sequence[Office]) -> None:
        words, labels, letters = self._words, self._labels, self._letters()
        severities = [labels.severity[severity] for severity in Severity]
        self._row += 1
        self._section(words.offices)
        head = [words.office, words.documents, words.mean, *severities, words.overruled, words.failed, *letters]
        self._head(head[: len(_WIDTHS)])
        kinds: list[Kind] = ["text", "number", "score", *["number"] * (len(head) - 3)]  # type: ignore[list-item]
        for office in offices[: MAX_ROWS - self._row - 1]:
            totals = office.totals
            values: list[Value] = [office.name or words.no_office, totals.documents, totals.mean]
            values += [totals.findings[severity] for severity in Severity]
            values += [totals.statuses["overruled"], totals.failed, *(totals.grades[letter] for letter in letters)]
            self._cells(values[: len(_WIDTHS)], kinds)

    def _chart(self, bars: _Bars, row: int, place: int) -> None:
        """Bars whose numbers stand in the totals; they are also kept in the chart, for programs that do not look."""
        chart: Any = self._paper.book.add_chart({"type": "column"})
        name, last = self._sheet.get_name(), bars.first + len(bars.labels) - 1
        chart.add_series(
            {
                "categories": [name, bars.first, 0, last, 0],
                "values": [name, bars.first, 1, last, 1],
                "categories_data": bars.labels,
                "values_data": bars.counts,
                "points": [{"fill": {"color": colour}} for colour in bars.colours],
                "data_labels": {"value": True},
                "gap": 60,
            }
        )
        chart.set_title({"name": bars.title, "name_font": {"size": 11}})
        chart.set_legend({"none": True})
        chart.set_y_axis({"major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}}, "num_format": "#,##0"})
        chart.set_size(_CHART)
        described = "; ".join(f"{label}: {count}" for label, count in zip(bars.labels, bars.counts, strict=True))
        options = {"description": f"{bars.title}: {described}", "object_position": 2}
        self._sheet.insert_chart(row, _CHART_COLUMN + place * 6, chart, options)

    def _section(self, title: str) -> None:
        self._sheet.write_string(self._row, 0, title, self._paper.look.section)
        self._sheet.write_blank(self._row, 1, None, self._paper.look.section)
        self._row += 1

    def _line(self, text: str, form: Any) -> None:
        self._paper.put_in(self._sheet, self._row, 0, text, form)
        self._row += 1

    def _pairs(self, pairs: Iterable[tuple[str, int]]) -> None:
        for label, count in pairs:
            self._pair(label, count, "number")

    def _pair(self, label: str, value: Value, kind: Kind, label_kind: Kind = "text") -> None:
        self._cells([label, value], [label_kind, kind])

    def _head(self, titles: Sequence[str]) -> None:
        self._sheet.set_row(self._row, height(max(map(lines, titles, _WIDTHS))))
        for at, title in enumerate(titles):
            self._sheet.write_string(self._row, at, title, self._paper.look.head)
        self._row += 1

    def _cells(self, values: Sequence[Value], kinds: Sequence[Kind]) -> None:
        most = max(lines(value, _WIDTHS[at]) for at, value in enumerate(values) if isinstance(value, str))
        if most > 1:
            self._sheet.set_row(self._row, height(most))
        for at, (value, kind) in enumerate(zip(values, kinds, strict=False)):
            self._paper.put(self._sheet, self._row, at, value, kind)
        self._row += 1
