"""
An SOP in a workbook: the words of a sheet as blocks, with the place of each in its cell.

A row becomes a line of cells parted by tabs and is read as such a line of a text file is, so that the same SOP says the
same in both. A row with a single cell that is no cell of a table (a title, a heading, a list) becomes running text.
Tables of data are not read this way: they are too large, and their columns mean something.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from itertools import accumulate, chain
from operator import is_
from typing import Any, TypeVar

from readers.errors import ReadError
from readers.text import read_blocks
from schemas.blocks import Block, Cell, Document, Grid, Merge, Piece, Row, SheetCell, Table, column_name
from schemas.evidence import Evidence

MAX_ROWS = 4_000
"""Rows with content of a sheet that may be an SOP; within the limit of a text file for rows of tables."""
MAX_HEIGHT = 100_000
"""Rows of such a sheet, empty ones included."""
MAX_CELLS = 50_000
"""Places of such a sheet, empty ones included."""
MAX_PAIR = 2
"""Cells of a row of labels and values, or of markers and items; with more it is one of a table as wide as the sheet."""
WIDE_SHARE = 0.5
"""A merged area over so many of the columns is a title, not a cell of a table."""

T = TypeVar("T")

_BARE = re.compile(r"\W*\w{0,3}\W*")
"""A number of a row, a mark: a cell of a table, though it stands alone."""
_CELL = re.compile(r"([A-Z]+)(\d+)$")


def sheet_blocks(document: Document) -> Iterator[Block]:
    """
    Yield the blocks of all sheets that are seen and small, one sheet after the other.

    Lines count on from sheet to sheet, so that a later place has a greater line: see `in_cells`.
    """
    shown = [grid for grid in document.sheets if not grid.hidden]
    starts = line_starts(document)
    for grid in shown or document.sheets:
        yield from _blocks(grid, starts[grid.number])


def blocks_of(grid: Grid) -> tuple[Block, ...]:
    """
    Return the blocks of one sheet, or none when it is too large for an SOP.

    `Piece.line` is the row (in CSV the line of the file), `Piece.cell` its place as ``Sheet1!F12``, and `Piece.page`
    the number of the sheet. `Piece.column` only orders the pieces of a row. Hidden rows and columns are left out.
    """
    return _blocks(grid, 0)


def line_starts(document: Document) -> dict[int, int]:
    """How many lines stand before each sheet, by its number."""
    starts: dict[int, int] = {}
    lines = 0
    for grid in document.sheets:
        starts[grid.number] = lines
        lines += grid.height
    return starts


def in_cells(value: T, starts: dict[int, int]) -> T:
    """
    Put the places in what was read from sheets right: `line` the row of the cell, `column` its column.

    Args:
        value: Evidence, or a value object, tuple or dict that holds some.
        starts: As `line_starts` gives them.
    """
    return _Mover(starts).moved(value)  # type: ignore[no-any-return]


def _blocks(grid: Grid, before: int) -> tuple[Block, ...]:
    page = _page(grid, before)
    if page is None:
        return ()
    try:
        blocks = read_blocks("\n".join(line.text for line in page.lines), name=grid.sheet or "")
    except ReadError:
        return ()  # more of it than of any SOP
    return tuple(page.placed(block) for block in blocks)


@dataclass(slots=True)
class _Line:
    """A line of text that stands for a row, or for one line of a cell."""

    text: str
    row: int
    """From 0; of the first row that it stands for."""
    starts: list[int] = field(default_factory=lambda: [0])
    """Where its cells begin in the text."""
    columns: Sequence[int] = (0,)
    """The columns of the cells, from 0."""
    shift: int = 0
    """Characters of the row that stand before, in other lines."""

    def column_at(self, index: int) -> int:
        """The column of the sheet in which the character stands."""
        return self.columns[bisect_right(self.starts, index) - 1]


@dataclass(slots=True)
class _Page:
    """A sheet as lines of text."""

    grid: Grid
    before: int
    lines: list[_Line]
    columns: list[int]
    """Those with content."""
    merges: dict[tuple[int, int], Merge]

    def placed(self, block: Block) -> Block:
        """The block with the places of the sheet."""
        if not isinstance(block, Table):
            return replace(block, pieces=tuple(map(self._piece, block.pieces)))
        return Table("grid", tuple(map(self._row, block.rows)))

    def _row(self, row: Row) -> Row:
        cells = tuple(self._cell(cell) for cell in row.cells)
        return Row(cells, self._number(self.lines[row.line - 1].row))

    def _cell(self, cell: Cell) -> Cell:
        line = self.lines[cell.line - 1]
        column = line.column_at(cell.column - 1)
        merge = self.merges.get((line.row, column))
        rows, columns = (1, 1) if merge is None else (merge.rows, self._width(merge))
        pieces = tuple(map(self._piece, cell.pieces))
        return Cell(self._number(line.row), line.shift + cell.column, rows, columns, pieces=pieces)

    def _width(self, merge: Merge) -> int:
        """How many columns with content an area covers."""
        return max(1, sum(merge.column <= column < merge.column + merge.columns for column in self.columns))

    def _piece(self, piece: Piece) -> Piece:
        line, grid = self.lines[piece.line - 1], self.grid
        name = f"{column_name(line.column_at(piece.column - 1))}{line.row + 1}"
        return Piece(
            piece.text,
            self._number(line.row),
            line.shift + piece.column,
            piece.marker,
            None if grid.sheet is None else grid.number,
            None,
            name if grid.sheet is None else f"{grid.sheet}!{name}",
        )

    def _number(self, row: int) -> int:
        return self.before + (row + 1 if self.grid.lines is None else self.grid.lines[row])


_Cells = list[tuple[int, str]]
"""The cells with content of a row: column, words."""


def _page(grid: Grid, before: int) -> _Page | None:
    """The sheet as lines, or None when it is too large."""
    if grid.height > MAX_HEIGHT:
        return None
    counts = {
        at: len(column) - column.count(None) for at, column in enumerate(grid.columns) if at not in grid.hidden_columns
    }
    columns = [at for at, count in counts.items() if count]
    if not columns or max(counts.values()) > MAX_ROWS:
        return None
    rows = [_cells(grid, row, columns) for row in range(grid.height)]
    filled = sum(map(bool, rows))
    if filled > MAX_ROWS or filled * len(columns) > MAX_CELLS:
        return None
    merges = {(merge.row, merge.column): merge for merge in grid.merges}
    page = _Page(grid, before, [], columns, merges)
    for start, end in _stretches(rows, _covered(grid.merges, rows)):
        _add_stretch(page, rows, start, end)
        page.lines.append(_Line("", end - 1))
    return page


def _covered(merges: Sequence[Merge], rows: Sequence[_Cells]) -> frozenset[int]:
    """The rows over which an area with words goes down from above."""
    ends = [0] * len(rows)
    for merge in merges:
        if merge.row < len(rows) and any(column == merge.column for column, _ in rows[merge.row]):
            ends[merge.row] = max(ends[merge.row], merge.row + merge.rows)
    reached = accumulate(ends, max)
    return frozenset(row + 1 for row, end in enumerate(reached) if row + 1 < end)


def _cells(grid: Grid, row: int, columns: Sequence[int]) -> _Cells:
    if row in grid.hidden_rows:
        return []
    found = ((at, _words(grid.columns[at][row])) for at in columns)
    return [(at, words) for at, words in found if words]


def _words(cell: SheetCell) -> str:
    if cell is None:
        return ""
    words = cell if isinstance(cell, str) else cell.text
    return words.replace("\t", " ").replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").strip()


def _stretches(rows: Sequence[_Cells], covered: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Rows between empty rows that no merged area goes over: the first, and the one after the last."""
    start = 0
    for at, cells in enumerate(chain(rows, [[]])):
        if not cells and at not in covered:
            if start < at:
                yield start, at
            start = at + 1


def _add_stretch(page: _Page, rows: Sequence[_Cells], start: int, end: int) -> None:
    filled = [at for at in range(start, end) if rows[at]]
    tabular = [at for at in filled if len(rows[at]) > 1]
    last = max(rows[at][-1][0] for at in filled)
    wide = any(len(rows[at]) > MAX_PAIR for at in filled)
    columns = page.columns if wide else [at for at in page.columns if at <= last]
    for at in filled:
        if _is_running(page, rows, at, tabular):
            page.lines += _running_lines(at, *rows[at][0])
        else:
            page.lines.append(_table_line(at, dict(rows[at]), columns))


def _is_running(page: _Page, rows: Sequence[_Cells], at: int, tabular: Sequence[int]) -> bool:
    """Whether a row is running text and no row of a table."""
    if len(rows[at]) > 1:
        return False
    column, words = rows[at][0]
    if not tabular or at < tabular[0]:
        return True
    if _BARE.fullmatch(words):
        return False
    merge = page.merges.get((at, column))
    wide = merge is not None and page._width(merge) > WIDE_SHARE * len(page.columns)  # noqa: SLF001 - its own module
    first = column == page.columns[0]
    if at > tabular[-1]:
        return first or wide
    beside = [other for other in (at - 1, at + 1) if [where for where, _ in rows[other]] == [column]]
    return (first or wide) and bool(beside)


def _running_lines(row: int, column: int, words: str) -> Iterator[_Line]:
    """The lines of a cell, each a line of text."""
    shift = 0
    for text in words.split("\n"):
        yield _Line(text, row, columns=(column,), shift=shift)
        shift += len(text) + 1


def _table_line(row: int, cells: dict[int, str], columns: Sequence[int]) -> _Line:
    starts: list[int] = []
    texts: list[str] = []
    length = 0
    for column in columns:
        text = "<br>".join(cells.get(column, "").split("\n"))
        starts.append(length)
        texts.append(text)
        length += len(text) + 1
    return _Line("\t".join(texts), row, starts, columns)


# places -----------------------------------------------------------------------------------------------------------


class _Mover:
    """Puts the places of sheets into value objects; what holds none stays the same object."""

    def __init__(self, starts: dict[int, int]) -> None:
        self._starts = starts

    def moved(self, value: Any) -> Any:
        if isinstance(value, Evidence):
            return self._evidence(value)
        if isinstance(value, tuple):
            moved = [self.moved(one) for one in value]
            return value if all(map(is_, moved, value)) else tuple(moved)
        if isinstance(value, dict):
            changed = {key: new for key, old in value.items() if (new := self.moved(old)) is not old}
            return value | changed if changed else value
        if is_dataclass(value) and not isinstance(value, type):
            changed = {
                one.name: new
                for one in fields(value)
                if (new := self.moved(old := getattr(value, one.name))) is not old and one.init
            }
            return replace(value, **changed) if changed else value
        return value

    def _evidence(self, place: Evidence) -> Evidence:
        found = _CELL.search(place.cell) if place.cell else None
        if found is not None:
            line = place.line if place.page is None else int(found[2])
            return replace(place, line=line, column=_column_number(found[1]))
        if place.line is None or len(self._starts) < 2:
            return place
        number, row = row_of(place.line, self._starts)
        return replace(place, page=number, line=row)


def row_of(line: int, starts: dict[int, int]) -> tuple[int, int]:
    """The sheet and the row in it of a line that counts on from sheet to sheet."""
    number = max(number for number, before in starts.items() if before < line)
    return number, line - starts[number]


def _column_number(name: str) -> int:
    number = 0
    for letter in name:
        number = 26 * number + ord(letter) - 64
    return number
