"""
The grid of a table in a Word file: rows of cells with their spans, and the column in which a drawn figure stands.

Word counts columns by all borders of all rows, so that a border that was moved by a hair makes another column; borders
nearer than `NEAR` are one here, and columns in which no cell begins or ends are left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from readers.docx_tree import Node, whole
from readers.limits import Budget
from schemas.blocks import Piece

NEAR = 160
"""Twentieths of a point (2.8 mm) between borders that are meant to be one."""
MAX_SPAN = 500
"""Columns of the grid that one cell may take."""
MAX_COLUMNS = 2_000
"""Columns of the grid."""
EMU_PER_TWIP = 635
_ROWS = frozenset({"w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml"})


@dataclass(slots=True, eq=False)
class CellDraft:
    """One cell, merged downwards as far as it goes."""

    node: Node
    row: int
    """From 0."""
    start: int
    """Its left border, as a number of the grid; `Grid` makes a column of it."""
    end: int
    rowspan: int = 1
    pieces: list[Piece] = field(default_factory=list)
    line: int = 0
    """The number of its first paragraph."""


@dataclass(slots=True)
class WordGrid:
    """Rows and columns of one table."""

    rows: list[list[CellDraft]]
    """The cells that begin in each row."""
    edges: list[int]
    """The borders of the columns, as numbers of the grid."""
    places: dict[int, int]
    """The column that begins at each border."""
    positions: list[float] | None
    """Where each border of the grid stands, in EMU; None where the file does not tell."""
    covers: dict[tuple[int, int], CellDraft] = field(default_factory=dict)
    """The cell that takes a place, by row and column."""
    borders: list[float] = field(init=False)
    """Where the borders of the columns stand, in EMU; empty where the file does not tell."""

    def __post_init__(self) -> None:
        """Work out where the borders stand."""
        self.borders = [self.positions[edge] for edge in self.edges] if self.positions else []

    @property
    def width(self) -> int:
        """Columns."""
        return max(1, len(self.edges) - 1)

    def column(self, cell: CellDraft) -> int:
        """The column in which a cell begins, from 0."""
        return self.places[cell.start]

    def colspan(self, cell: CellDraft) -> int:
        """How many columns a cell takes."""
        return max(1, self.places[cell.end] - self.places[cell.start])

    def cell_at(self, cell: CellDraft, x: float) -> CellDraft | None:
        """The cell of the same row that stands so far, in EMU, to the right of the left border of this one."""
        if self.positions is None:
            return None
        at = self.positions[cell.start] + x
        column = bisect_right(self.borders, at) - 1
        if column < 0 or at >= self.borders[-1]:
            return None
        return self.covers.get((cell.row, column))


def rows_of(table: Node) -> Iterator[Node]:
    """Yield the rows of a table, those in content controls and tracked insertions too."""
    for child in table.children:
        if child.name == "w:tr":
            yield child
        elif child.name in _ROWS:
            yield from rows_of(child)


def cells_of(row: Node) -> Iterator[Node]:
    """Yield the cells of a row, as above."""
    for child in row.children:
        if child.name == "w:tc":
            yield child
        elif child.name in _ROWS:
            yield from cells_of(child)


def grid_of(table: Node, rows: Sequence[Node], budget: Budget, line: int) -> WordGrid:
    """
    Return the grid of a table with these of its rows; `line` is the number of the line before it.

    Raises:
        ReadError: ``too-many-rows`` or ``too-many-cells``.
    """
    for _ in rows:
        budget.row(0, line)
    drafts: list[list[CellDraft]] = []
    open_cells: dict[int, CellDraft] = {}
    for at, row in enumerate(rows):
        drafts.append(_row(row, at, open_cells))
    used = sorted({edge for row in drafts for cell in row for edge in (cell.start, cell.end)})
    positions = _positions(table, used[-1] if used else 0)
    places = _places(drafts, used, positions)
    edges = _first_edges(places)
    grid = WordGrid(drafts, edges, places, positions)
    budget.cells(grid.width * len(drafts), line)
    _cover(grid)
    return grid


def _row(row: Node, at: int, open_cells: dict[int, CellDraft]) -> list[CellDraft]:
    """Return the cells that begin in a row; `open_cells` holds those that may reach down into it."""
    begun: list[CellDraft] = []
    still_open: dict[int, CellDraft] = {}
    start = _count(row.child("w:trPr", "w:gridBefore"), 0)
    for node in cells_of(row):
        span = max(1, _count(node.child("w:tcPr", "w:gridSpan"), 1))
        end = min(start + span, MAX_COLUMNS)
        if start >= end:
            break
        if begun and _goes_on(node):
            begun[-1].end = start = end
            continue
        merge = node.child("w:tcPr", "w:vMerge")
        above = open_cells.get(start)
        if merge is not None and merge.get("val", "continue") != "restart" and above is not None:
            above.rowspan += 1
            still_open[start] = above
        else:
            begun.append(CellDraft(node, at, start, end))
            if merge is not None:
                still_open[start] = begun[-1]
        start = end
    open_cells.clear()
    open_cells.update(still_open)
    return begun


def _goes_on(node: Node) -> bool:
    """Whether a cell belongs to the one on its left, as old programs merge them, or was taken away."""
    properties = node.child("w:tcPr")
    if properties is None:
        return False
    merge = properties.child("w:hMerge")
    return (merge is not None and merge.get("val", "continue") != "restart") or properties.child(
        "w:cellDel"
    ) is not None


def _count(node: Node | None, default: int) -> int:
    return default if node is None else max(0, whole(node.get("val"), default, most=MAX_SPAN))


def _positions(table: Node, last: int) -> list[float] | None:
    grid = table.child("w:tblGrid")
    widths = [_twips(column.get("w")) * EMU_PER_TWIP for column in grid.all("w:gridCol")] if grid else []
    if len(widths) < last or not any(widths):
        return None
    return list(accumulate(map(float, widths[:last]), initial=0.0))


def _twips(width: str) -> float:
    """A width in twentieths of a point; strict files state points with their unit (ECMA-376 part 1, 17.18.106)."""
    return whole(width.removesuffix("pt")) * 20.0 if width.endswith("pt") else float(whole(width))


def _places(
    drafts: Sequence[Sequence[CellDraft]], used: Sequence[int], positions: Sequence[float] | None
) -> dict[int, int]:
    """Number the borders that are used; those that stand near one another get one number, unless a cell is lost."""
    if positions is not None:
        places: dict[int, int] = {}
        last, number = -float("inf"), -1
        for edge in used:
            if positions[edge] - last > NEAR * EMU_PER_TWIP:
                number += 1
                last = positions[edge]
            places[edge] = number
        if all(places[cell.start] < places[cell.end] for row in drafts for cell in row):
            return places
    return {edge: number for number, edge in enumerate(used)}


def _first_edges(places: dict[int, int]) -> list[int]:
    edges: dict[int, int] = {}
    for edge, number in places.items():
        edges.setdefault(number, edge)
    return list(edges.values())


def _cover(grid: WordGrid) -> None:
    for row in grid.rows:
        for cell in row:
            first = grid.column(cell)
            for at in range(cell.row, cell.row + cell.rowspan):
                for column in range(first, first + grid.colspan(cell)):
                    grid.covers[at, column] = cell
