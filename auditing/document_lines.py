"""
The lines of a document as reports show them, each with the way back to where its words stand in the file.

No line is made before somebody asks for it: a table may have a million rows, of which a report shows a few.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from schemas.blocks import Block, Cell, Document, Grid, Piece, Row, Shape, SheetCell, column_name
from schemas.evidence import Evidence

MAX_LINE_CHARS: Final = 8_000
"""A longer line of running text becomes several."""
MAX_ROW_CHARS: Final = 20_000
"""Of a longer row each cell shows its beginning."""
MAX_NEAR: Final = 8
"""Of so many lines or more that one line of the file became, those are looked at that stand next to a place."""
CELLS_LOOKED_AT: Final = 100_000
"""In a sheet of so many cells the rows without words are told before; in a larger one when they are asked for."""

_FIGURES: Final[dict[Shape, str]] = {
    "terminator": "○",
    "box": "□",
    "decision": "◇",
    "connector": "▽",
    "check": "✓",
    "image": "▣",
}
"""What stands for a drawn figure without words."""
_CELL = re.compile(r"(?:^|!)([A-Z]{1,3})([0-9]{1,7})$")
_COLUMN = re.compile(r",\s*kolom\s+[0-9]+$")
_BREAKS = str.maketrans({"\t": " ", "\r": "\n", "\f": "\n"})

Extent = tuple[Evidence, Evidence]
"""The first and the last line of an SOP, as `schemas.sop.Sop.extent`."""


@dataclass(slots=True)
class Spot:
    """Words of a line that stand together in the file, or an empty cell."""

    lead: int
    """Where the marker of a list begins that stands before them."""
    start: int
    end: int
    """Characters of the line of the report."""
    line: int
    """Of the file, as `schemas.evidence.Evidence.line`."""
    column: int
    """Of its first character; in a sheet that of the cell."""


@dataclass(slots=True)
class Shown:
    """One line as it is shown."""

    text: str
    spots: list[Spot]
    """In reading order."""
    page: int | None = None
    line: int | None = None
    cell: str | None = None
    table: int | None = None
    heading: bool = False


class Lines(Protocol):
    """The lines of a document, by number from 0."""

    def __len__(self) -> int:
        """How many there are, with those that turn out to be empty."""

    def length(self, number: int) -> int:
        """About how many characters a line has."""

    def shown(self, number: int) -> Shown | None:
        """Make a line; None where it is empty."""

    def at(self, place: Evidence) -> Sequence[int]:
        """Return the lines in which a place may stand, in order."""


def lines_of(document: Document, extent: Extent | None, places: Collection[Evidence]) -> Lines:
    """
    Return the lines of a document.

    Args:
        document: What was read.
        extent: The part of it that is shown; None for all.
        places: All that `Lines.at` will be asked for.
    """
    return SheetLines(document, extent) if document.sheets else BlockLines(document, extent, places)


# running text and tables ----------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Source:
    """What a line is made of: words of a piece, or a row."""

    piece: Piece | None = None
    start: int = 0
    end: int = 0
    marker: str | None = None
    row: Row | None = None
    table: int | None = None
    heading: bool = False


class BlockLines:
    """Lines of a document that has blocks: one for each printed line or paragraph, list item, or row."""

    def __init__(self, document: Document, extent: Extent | None, places: Collection[Evidence]) -> None:
        first, last = (one.line for one in extent) if extent else (None, None)
        self._within = (first or 0, last or document.lines or 1 << 60) if extent else None
        self._sources: list[_Source] = []
        self._by_line: dict[int, list[tuple[int, int]]] = {place.line: [] for place in places if place.line is not None}
        """The lines made of each line of the file, with the columns where their words begin, in that order."""
        self._on_pages: dict[int, list[tuple[int, Piece]]] = {
            place.page: [] for place in places if place.line is None and place.page and place.bbox
        }
        tables = 0
        for block in document.blocks:
            tables += block.kind == "table"
            for source in _sources(block, tables):
                self._add(source)
        for found in self._by_line.values():
            found.sort()

    def _add(self, source: _Source) -> None:
        line = source.row.line if source.row else source.piece.line if source.piece else 0
        if self._within and not self._within[0] <= line <= self._within[1]:
            return
        number = len(self._sources)
        self._sources.append(source)
        for piece in _pieces(source):
            if piece.line in self._by_line:
                self._by_line[piece.line].append((piece.column + source.start, number))
            if piece.page in self._on_pages:
                self._on_pages[piece.page].append((number, piece))
        for cell in source.row.cells if source.row else ():
            if not cell.pieces and cell.line in self._by_line:
                self._by_line[cell.line].append((cell.column, number))

    def __len__(self) -> int:
        """See `Lines`."""
        return len(self._sources)

    def length(self, number: int) -> int:
        """See `Lines`."""
        source = self._sources[number]
        if source.row is None:
            return source.end - source.start + 1
        return min(sum(len(piece.text) + 1 for piece in _pieces(source)) + len(source.row.cells), MAX_ROW_CHARS)

    def shown(self, number: int) -> Shown | None:
        """See `Lines`."""
        source = self._sources[number]
        return _running(source) if source.row is None else _row(source, source.row)

    def at(self, place: Evidence) -> Sequence[int]:
        """See `Lines`."""
        if place.line is not None:
            found = self._by_line.get(place.line, [])
            if len(found) > MAX_NEAR:
                at = bisect_right(found, (place.column or 1, len(self)))
                found = found[max(at - MAX_NEAR, 0) : at + 1]
            return sorted({number for _, number in found})
        if place.page is None or place.bbox is None:
            return ()
        on_page = self._on_pages.get(place.page, [])
        share, number = max(((_shared(piece.bbox, place.bbox), -number) for number, piece in on_page), default=(0.0, 0))
        return (-number,) if share > 0 else ()


def _sources(block: Block, table: int) -> Iterator[_Source]:
    if block.kind == "table":
        for row in block.rows:
            yield _Source(row=row, table=table)
        return
    heading = block.kind == "heading"
    for position, piece in enumerate(block.pieces):
        marker = block.marker if block.kind == "heading" and not position else piece.marker
        for start, end in _parts(piece.text):
            yield _Source(piece, start, end, None if start else marker, heading=heading)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """A long text in parts, cut at blanks where there are some."""
    start = 0
    while len(text) - start > MAX_LINE_CHARS:
        end = text.rfind(" ", start + MAX_LINE_CHARS // 2, start + MAX_LINE_CHARS) + 1 or start + MAX_LINE_CHARS
        yield start, end
        start = end
    yield start, len(text)


def _pieces(source: _Source) -> Iterator[Piece]:
    if source.piece is not None:
        yield source.piece
    if source.row is not None:
        for cell in source.row.cells:
            yield from cell.pieces


def _shared(one: tuple[float, float, float, float] | None, other: tuple[float, float, float, float] | None) -> float:
    """The area that two boxes have in common."""
    if one is None or other is None:
        return 0.0
    wide, high = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def _running(source: _Source) -> Shown:
    piece = source.piece
    assert piece is not None
    writer = _Writer()
    writer.words(piece, source.marker, source.start, source.end)
    shown = writer.shown()
    shown.page, shown.line, shown.cell, shown.heading = piece.page, piece.line, piece.cell, source.heading
    return shown


def _row(source: _Source, row: Row) -> Shown:
    writer, first = _Writer(), next(_pieces(source), None)
    total = sum(len(piece.text) for piece in _pieces(source))
    most = MAX_ROW_CHARS if total <= MAX_ROW_CHARS else max(MAX_ROW_CHARS // max(len(row.cells), 1), 1)
    for at, cell in enumerate(row.cells):
        writer.cell(cell, most, first=at == 0)
    shown = writer.shown()
    shown.line, shown.table = row.line, source.table
    if first is not None:
        shown.page, shown.cell = first.page, first.cell and _COLUMN.sub("", first.cell)
    return shown


@dataclass(slots=True)
class _Writer:
    """Puts pieces into one line."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    spots: list[Spot] = field(default_factory=list)

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def words(self, piece: Piece, marker: str | None, start: int, end: int) -> None:
        """A part of the words of a piece, or what stands for its figure, after the marker of a list."""
        lead = self.length
        if marker:
            self.put(f"{marker} ")
        begin = self.length
        self.put(_unbroken(piece.text[start:end]))
        self.spots.append(Spot(lead, begin, self.length, piece.line, piece.column + start))
        if piece.shape is not None and not piece.text:
            self.put(_FIGURES[piece.shape])

    def cell(self, cell: Cell, most: int, *, first: bool) -> None:
        """A cell, of which the first characters are shown."""
        if not first:
            self.put("\t")
        if not cell.pieces:
            self.spots.append(Spot(self.length, self.length, self.length, cell.line, cell.column))
        stop = self.length + most
        for at, piece in enumerate(cell.pieces):
            if self.length >= stop:
                break
            if at:
                self.put("\n")
            self.words(piece, piece.marker, 0, stop - self.length)

    def shown(self) -> Shown:
        return Shown("".join(self.parts), self.spots)


# sheets -------------------------------------------------------------------------------------------------------------


class SheetLines:
    """Lines of a workbook or a CSV file: its rows, sheet after sheet, those last that are hidden."""

    def __init__(self, document: Document, extent: Extent | None) -> None:
        self._grids = sorted(document.sheets, key=lambda grid: grid.hidden)
        self._rows = [_filled(grid) for grid in self._grids]
        self._starts: list[int] = []
        self._length = 0
        for rows in self._rows:
            self._starts.append(self._length)
            self._length += len(rows)
        self._lefts = [_left(grid) for grid in self._grids]
        self._first = 0
        if extent:
            first, last = self._number(extent[0]), self._number(extent[1], after=True)
            self._first, self._length = min(first, last), last

    def __len__(self) -> int:
        """See `Lines`."""
        return self._length - self._first

    def length(self, number: int) -> int:
        """See `Lines`."""
        grid, row, left = self._place(number)
        words = [len(_words(column[row])) + 1 for column in grid.columns[left:]]
        return min(sum(words), MAX_ROW_CHARS) if any(length > 1 for length in words) else 0

    def shown(self, number: int) -> Shown | None:
        """See `Lines`."""
        grid, row, left = self._place(number)
        texts = [_words(column[row]) for column in grid.columns[left:]]
        while texts and not texts[-1]:
            texts.pop()
        if not texts:
            return None
        if sum(map(len, texts)) > MAX_ROW_CHARS:
            texts = [text[: max(MAX_ROW_CHARS // len(texts), 1)] for text in texts]
        line = row + 1 if grid.lines is None else grid.lines[row]
        spots, start = [], 0
        for at, text in enumerate(texts, start=left + 1):
            spots.append(Spot(start, start, start + len(text), line, at))
            start += len(text) + 1
        name = f"{column_name(left)}{row + 1}"
        page, cell = (None, name) if grid.sheet is None else (grid.number, f"{grid.sheet}!{name}")
        return Shown("\t".join(texts), spots, page, line, cell, grid.number)

    def at(self, place: Evidence) -> Sequence[int]:
        """See `Lines`."""
        at = self._grid_of(place)
        row = None if at is None else self._row_of(place, self._grids[at])
        if at is None or row is None:
            return ()
        rows = self._rows[at]
        index = bisect_left(rows, row)
        number = self._starts[at] + index - self._first
        return (number,) if index < len(rows) and rows[index] == row and 0 <= number < len(self) else ()

    def _place(self, number: int) -> tuple[Grid, int, int]:
        """The sheet, the row from 0, and the first column of a line."""
        number += self._first
        at = max(index for index, start in enumerate(self._starts) if start <= number and self._rows[index])
        return self._grids[at], self._rows[at][number - self._starts[at]], self._lefts[at]

    def _number(self, place: Evidence, *, after: bool = False) -> int:
        """The line in which a place stands, or the one after it, counted from the begin of the file."""
        at = self._grid_of(place)
        row = None if at is None else self._row_of(place, self._grids[at])
        if at is None or row is None:
            return self._length if after else 0
        return self._starts[at] + bisect_left(self._rows[at], row + after)

    def _grid_of(self, place: Evidence) -> int | None:
        if len(self._grids) == 1:
            return 0
        return next((at for at, grid in enumerate(self._grids) if grid.number == place.page), None)

    @staticmethod
    def _row_of(place: Evidence, grid: Grid) -> int | None:
        found = _CELL.search(place.cell) if place.cell else None
        if found:
            return int(found[2]) - 1
        if place.line is None or grid.lines is None:
            return None if place.line is None else place.line - 1
        row = bisect_left(grid.lines, place.line)
        return row if row < grid.height and grid.lines[row] == place.line else None


def _filled(grid: Grid) -> Sequence[int]:
    """The rows that hold something, from 0; all rows of a large sheet."""
    if grid.height * grid.width > CELLS_LOOKED_AT:
        return range(grid.height)
    return [at for at, cells in enumerate(zip(*grid.columns, strict=True)) if any(map(_words, cells))]


def _left(grid: Grid) -> int:
    """The first column that holds something."""
    return next((at for at, column in enumerate(grid.columns) if any(column)), 0)


def _words(cell: SheetCell) -> str:
    if cell is None:
        return ""
    words = cell if isinstance(cell, str) else cell.text
    return words if words.isprintable() else _unbroken(words.replace("\r\n", "\n")).rstrip()


def _unbroken(words: str) -> str:
    """The words without what parts cells or pages, character for character."""
    return words if words.isprintable() else words.translate(_BREAKS)
