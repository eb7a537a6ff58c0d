"""
One way to look at tables of any medium: a rectangle of cells with places.

A sheet of a workbook has its merged areas; a table of a text has the cells that its syntax tells, and rows may be short.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extraction.stream import joined, place
from schemas.blocks import Cell, Grid, Row, SheetCell, Table
from schemas.evidence import Evidence, Value


@dataclass(slots=True, eq=False)
class View:
    """Cells by row and column from 0."""

    height: int
    width: int
    sheet: Grid | None = None
    rows: Sequence[Row] = ()
    covers: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """Cell inside a merged area -> the first cell of the area, which holds the words."""

    def cell(self, row: int, column: int) -> SheetCell:
        """What a cell holds; nothing beyond the end of a short row."""
        if self.sheet is not None:
            return self.sheet.columns[column][row]
        cells = self.rows[row].cells
        return joined(cells[column].pieces) or None if column < len(cells) else None

    def text(self, row: int, column: int) -> str:
        """The words of a cell."""
        content = self.cell(row, column)
        return content if isinstance(content, str) else content.text if content else ""

    def texts(self, row: int) -> list[str]:
        """The words of a row."""
        return [self.text(row, column) for column in range(self.width)]

    def column(self, column: int, rows: Sequence[int]) -> list[SheetCell]:
        """What the given rows hold in one column."""
        if self.sheet is not None:
            cells = self.sheet.columns[column]
            return [cells[row] for row in rows]
        return [self.cell(row, column) for row in rows]

    def place(self, row: int, column: int, quote: str | None = None) -> Evidence:
        """Where a cell stands."""
        if self.sheet is not None:
            return self.sheet.place(row, column, quote)
        cells = self.rows[row].cells
        if column < len(cells) and cells[column].pieces:
            return place(cells[column].pieces[0], quote or joined(cells[column].pieces))
        known: Cell | None = cells[min(column, len(cells) - 1)] if cells else None
        line, at = (known.line, known.column) if known else (self.rows[row].line, 1)
        return Evidence(quote or "", line=line, column=at)

    def value(self, row: int, column: int) -> Value[str] | None:
        """The words of a cell with their place."""
        words = self.text(row, column).strip()
        return Value(words, (self.place(row, column),)) if words else None

    def is_blank(self, row: int) -> bool:
        """Whether nothing stands in the row."""
        if self.sheet is not None:
            return all(column[row] is None for column in self.sheet.columns)
        return not any(cell.pieces for cell in self.rows[row].cells)


def sheet_view(grid: Grid) -> View:
    """Look at a sheet."""
    covers: dict[tuple[int, int], tuple[int, int]] = {}
    for merge in grid.merges:
        if merge.rows * merge.columns > MAX_COVERED:
            continue
        for row in range(merge.row, merge.row + merge.rows):
            for column in range(merge.column, merge.column + merge.columns):
                covers[row, column] = merge.row, merge.column
    return View(grid.height, grid.width, sheet=grid, covers=covers)


def table_view(table: Table) -> View:
    """Look at a table of a text."""
    covers: dict[tuple[int, int], tuple[int, int]] = {}
    for row, line in enumerate(table.rows):
        for column, cell in enumerate(line.cells):
            for below in range(cell.rowspan):
                for right in range(cell.colspan):
                    if below or right:
                        covers[row + below, column + right] = row, column
    return View(len(table.rows), max((len(row.cells) for row in table.rows), default=0), rows=table.rows, covers=covers)


MAX_COVERED = 10_000
"""Cells of a merged area that are looked at one by one; a title over a whole sheet has no table in it."""
