"""
HTML tables over any number of lines.

A merged cell is one cell; the places that it covers are empty cells. A table in a cell is text of that cell. The words
of a table outside its cells (``<caption>``) are running text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from readers.limits import MAX_SPAN, Budget
from readers.lines import Line
from readers.pieces import cell
from schemas.blocks import Cell, Row

OPENS_TABLE = re.compile(r"<table\b[^<>]*>", re.IGNORECASE)
CLOSES_TABLE = re.compile(r"</table\b", re.IGNORECASE)
_TAG = re.compile(r"<(/?)(table|tr|td|th)\b([^<>]*)>", re.IGNORECASE)
_ROWSPAN = re.compile(r"""\browspan\s*=\s*["']?\s*(\d{1,9})""", re.IGNORECASE)
_COLSPAN = re.compile(r"""\bcolspan\s*=\s*["']?\s*(\d{1,9})""", re.IGNORECASE)


@dataclass(slots=True)
class _OpenCell:
    line: int
    column: int
    rowspan: int
    colspan: int
    segments: list[Line] = field(default_factory=list)


class HtmlTables:
    """
    The lines from one with ``<table>`` to the one where the last table in it ends.

    `parts` holds what stands there in reading order: `Line`s of running text, and tables as lists of rows.
    """

    def __init__(self, budget: Budget) -> None:
        self.parts: list[Line | list[Row]] = []
        self._budget = budget
        self._depth = 0
        self._cell: _OpenCell | None = None
        self._row: list[Cell] | None = None
        self._row_line = 0
        self._rows: list[Row] = []
        self._covered: dict[int, int] = {}

    def read(self, lines: list[Line], at: int, last_close: int) -> int:
        """
        Read tables from ``lines[at]`` on and return the index of the line after them.

        Args:
            lines: All lines.
            at: Where ``<table>`` stands.
            last_close: The last line of the file with ``</table>``. A table that opens after it is never closed: it
                ends at a blank line.

        Raises:
            ReadError: ``too-many-rows``, ``too-many-cells`` or ``too-many-pieces``.
        """
        closes = lines[at].number <= last_close
        while at < len(lines):
            line = lines[at]
            if not closes and (not line.text or line.text.isspace()):
                break
            self._line(line)
            at += 1
            if self._depth == 0:
                break
        self._end_table()
        return at

    def _line(self, line: Line) -> None:
        done = 0
        for match in _TAG.finditer(line.text):
            self._text(line, done, match.start())
            done = match.end()
            name = match[2].lower()
            if name == "table":
                self._table(line, match, closing=bool(match[1]))
            elif self._depth > 1:
                self._text(line, match.start(), done)
            elif self._depth == 1:
                self._row_or_cell(line, match, name, closing=bool(match[1]))
        self._text(line, done, len(line.text))

    def _table(self, line: Line, match: re.Match[str], *, closing: bool) -> None:
        if self._depth > 1 or (self._depth == 1 and not closing):
            self._text(line, match.start(), match.end())
        if not closing:
            self._depth += 1
        elif self._depth > 0:
            self._depth -= 1
            if self._depth == 0:
                self._end_table()

    def _row_or_cell(self, line: Line, match: re.Match[str], name: str, *, closing: bool) -> None:
        self._end_cell()
        if name == "tr":
            self._end_row()
            if not closing:
                self._begin_row(line.number)
        elif not closing:
            if self._row is None:
                self._begin_row(line.number)
            rowspan, colspan = _span(_ROWSPAN, match[3]), _span(_COLSPAN, match[3])
            self._cell = _OpenCell(line.number, line.column + match.end(), rowspan, colspan)

    def _text(self, line: Line, start: int, end: int) -> None:
        if start >= end:
            return
        segment = Line(line.text[start:end], line.number, line.column + start)
        if self._cell is not None:
            self._cell.segments.append(segment)
        elif not segment.text.isspace():
            self.parts.append(segment)

    def _begin_row(self, line: int) -> None:
        self._row = []
        self._row_line = line

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        opened, self._cell = self._cell, None
        while len(self._row) in self._covered:
            self._add_covered(self._row)
        self._budget.cells(opened.colspan, opened.line)
        spans = (opened.rowspan, opened.colspan)
        if opened.rowspan > 1:
            for place in range(len(self._row), len(self._row) + opened.colspan):
                self._covered[place] = opened.rowspan
        self._row.append(cell(_joined(opened.segments), opened.line, opened.column, self._budget, spans))
        self._row += [Cell(opened.line, opened.column) for _ in range(opened.colspan - 1)]

    def _add_covered(self, row: list[Cell]) -> None:
        """Put an empty cell where a cell of a row above reaches down."""
        self._budget.cells(1, self._row_line)
        row.append(Cell(self._row_line))

    def _end_row(self) -> None:
        row, self._row = self._row, None
        if row is None:
            return
        if self._rows and self._covered:
            last = max(self._covered)
            while len(row) <= last:
                self._add_covered(row)
        self._covered = {place: left - 1 for place, left in self._covered.items() if left > 1}
        if row:
            self._budget.row(0, self._row_line)
            self._rows.append(Row(tuple(row), self._row_line))

    def _end_table(self) -> None:
        self._end_cell()
        self._end_row()
        self._covered = {}
        if self._rows:
            self.parts.append(self._rows)
            self._rows = []


def _span(pattern: re.Pattern[str], attributes: str) -> int:
    match = pattern.search(attributes)
    return max(1, min(int(match[1]), MAX_SPAN)) if match else 1


def _joined(segments: list[Line]) -> list[Line]:
    """Join the parts of one printed line again, which the tags of a table in the cell have parted."""
    joined: list[Line] = []
    texts: list[str] = []
    for segment in segments:
        if joined and joined[-1].number == segment.number:
            texts.append(segment.text)
        else:
            _close(joined, texts)
            joined.append(segment)
            texts = [segment.text]
    _close(joined, texts)
    return joined


def _close(joined: list[Line], texts: list[str]) -> None:
    if len(texts) > 1:
        joined[-1] = joined[-1]._replace(text="".join(texts))
