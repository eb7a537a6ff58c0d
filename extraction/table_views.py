"""
One way to look at tables of any medium: a rectangle of cells with places, by columns.

A sheet of a workbook has its merged areas; a table of a text has the cells that its syntax tells, with short rows. A
table of a text that goes on after a page break is one view.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extraction.stream import joined, place
from schemas.blocks import Cell, Grid, Row, SheetCell, Table
from schemas.evidence import Evidence, Value

MAX_COVERED = 10_000
"""Cells of a merged area that are looked at one by one; a title over a whole sheet has no table in it."""
MAX_ALL_COVERED = 2_000_000
"""Cells in merged areas of one sheet that are looked at one by one."""
MAX_WIDTH = 512
"""Columns of a sheet that are looked at; a table of performance data has some 30."""

_COLUMN_OF_CELL = re.compile(r"kolom \d+")
"""In the place of a cell of a document: ``tabel 2, baris 4, kolom 3``."""


@dataclass(slots=True, eq=False)
class View:
    """Cells by row and column from 0."""

    columns: list[Sequence[SheetCell]]
    height: int
    sheet: Grid | None = None
    rows: list[Row] = field(default_factory=list)
    """Those of the tables of a text."""
    covers: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """Cell inside a merged area -> the first cell of the area, which holds the words."""
    left: int = 0
    """Column of the sheet in which the view begins."""
    syntax: str = "grid"

    @property
    def width(self) -> int:
        """Columns."""
        return len(self.columns)

    def cell(self, row: int, column: int) -> SheetCell:
        """What a cell holds; nothing beyond the end of a short row."""
        return self.columns[column][row]

    def text(self, row: int, column: int) -> str:
        """The words of a cell."""
        content = self.columns[column][row]
        return content if isinstance(content, str) else content.text if content else ""

    def texts(self, row: int) -> list[str]:
        """The words of a row."""
        cells = [column[row] for column in self.columns]
        return [cell if isinstance(cell, str) else cell.text if cell else "" for cell in cells]

    def column(self, column: int, rows: Sequence[int]) -> list[SheetCell]:
        """What the given rows, which go downwards, hold in one column."""
        cells = self.columns[column]
        if rows and rows[-1] - rows[0] == len(rows) - 1:  # without a gap, as in most long tables
            return list(cells[rows[0] : rows[-1] + 1])
        return [cells[row] for row in rows]

    def place(self, row: int, column: int, quote: str | None = None) -> Evidence:
        """Where a cell stands."""
        if self.sheet is not None:
            return self.sheet.place(row, column + self.left, quote)
        cells = self.rows[row].cells
        if column < len(cells) and cells[column].pieces:
            return place(cells[column].pieces[0], quote or joined(cells[column].pieces))
        known = cells[min(column, len(cells) - 1)] if cells else None
        line, at = (known.line, known.column) if known else (self.rows[row].line, 1)
        beside = next((piece for one in cells for piece in one.pieces if piece.page or piece.cell), None)
        if beside is None:
            return Evidence(quote or "", line=line, column=at)
        named = beside.cell and _COLUMN_OF_CELL.sub(f"kolom {column + 1}", beside.cell)
        return Evidence(quote or "", page=beside.page, line=line, column=at, cell=named)

    def value(self, row: int, column: int) -> Value[str] | None:
        """The words of a cell with their place."""
        words = self.text(row, column).strip()
        return Value(words, (self.place(row, column),)) if words else None

    def is_blank(self, row: int) -> bool:
        """Whether nothing stands in the row."""
        return all(column[row] is None for column in self.columns)

    def cut(self, first: int, end: int) -> View:
        """The columns from *first* to before *end*."""
        covers = {
            (row, column - first): (above, left - first)
            for (row, column), (above, left) in self.covers.items()
            if first <= column < end and first <= left
        }
        return View(self.columns[first:end], self.height, self.sheet, self.rows, covers, self.left + first, self.syntax)

    def extend(self, other: View) -> int:
        """Append the rows of another table of a text of the same width; gives the first row of what was appended."""
        first = self.height
        self.columns = [[*mine, *theirs] for mine, theirs in zip(self.columns, other.columns, strict=True)]
        self.rows = [*self.rows, *other.rows]
        self.height += other.height
        for (row, column), (above, left) in other.covers.items():
            self.covers[row + first, column] = above + first, left
        return first


def sheet_view(grid: Grid) -> View:
    """Look at a sheet."""
    covers: dict[tuple[int, int], tuple[int, int]] = {}
    for merge in grid.merges:
        if merge.rows * merge.columns > MAX_COVERED or len(covers) > MAX_ALL_COVERED:
            continue
        for row in range(merge.row, min(merge.row + merge.rows, grid.height)):
            for column in range(merge.column, min(merge.column + merge.columns, grid.width, MAX_WIDTH)):
                covers[row, column] = merge.row, merge.column
        covers.pop((merge.row, merge.column), None)
    return View(list(grid.columns[:MAX_WIDTH]), grid.height, sheet=grid, covers=covers)


def table_view(table: Table) -> View:
    """Look at a table of a text."""
    covers: dict[tuple[int, int], tuple[int, int]] = {}
    width = min(max((len(row.cells) for row in table.rows), default=0), MAX_WIDTH)
    columns: list[list[SheetCell]] = [[None] * len(table.rows) for _ in range(width)]
    for row, line in enumerate(table.rows):
        for column, cell in enumerate(line.cells[:width]):
            if cell.pieces:
                columns[column][row] = joined(cell.pieces) or None
            if cell.rowspan > 1 or cell.colspan > 1:
                _cover(covers, (row, column), cell, (len(table.rows), width))
    return View(list(columns), len(table.rows), rows=list(table.rows), covers=covers, syntax=table.syntax)


def _cover(
    covers: dict[tuple[int, int], tuple[int, int]], at: tuple[int, int], cell: Cell, size: tuple[int, int]
) -> None:
    if cell.rowspan * cell.colspan > MAX_COVERED or len(covers) > MAX_ALL_COVERED:
        return
    for below in range(at[0], min(at[0] + cell.rowspan, size[0])):
        for beside in range(at[1], min(at[1] + cell.colspan, size[1])):
            if (below, beside) != at:
                covers[below, beside] = at
