"""
Pages to blocks: ruled tables cell by cell, the rest as lines of running text that `readers.text` reads.

A page part of a table is a table of its own; whoever understands the rows joins them. Figures of a flow chart, ticks
and images stand in the cell in which their middle lies; an image elsewhere is a paragraph without words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import pairwise

from readers.limits import Budget
from readers.lines import Line
from readers.page import Box, Figure, Page, Ruling, Word, around, centre, holds, number_lines, set_upright, text_lines
from readers.page_columns import OpenTable, open_tables, with_columns, with_finer_columns
from readers.page_flow import PrintedLine, box_of, flows, gaps, paragraphs
from readers.page_furniture import without_furniture
from readers.page_wraps import cell_right, cell_wraps, glue, running_wraps, text_width, vocabulary, wider
from readers.pieces import cell
from readers.ruled_grid import BOX_HEIGHT, BOX_WIDTH, GridCell, RuledTable, find_tables
from readers.text import read_blocks
from schemas.blocks import Block, Cell, GuessedColumns, Paragraph, Piece, Row, Table

SAME_FIGURE = 3.0
"""Points by which two drawings of one figure, its area and its line, may differ."""

MAX_HEAD_ROWS = 3
"""Rows at the foot of a page that may be the heading of the table on the next page."""
SAME_COLUMNS = 3.0
"""Points by which the columns of one table may lie apart on two pages."""
MAX_BOLD_SHARE = 0.5
"""Share of bold characters from which bold words are no headings: all of the document is bold."""

_STANDS_FOR = "\ue000"
"""Begins a line of text in whose place a table or an image stands."""
_BOLD = "**"
_MARKUP = str.maketrans({mark: chr(0xE010 + at) for at, mark in enumerate("<&*_\\|[#`")})
"""What would be mark-up in a text is none here; each character is another one while the text is read."""
_AS_PRINTED = str.maketrans({chr(0xE010 + at): mark for at, mark in enumerate("<&*_\\|[#`")})
_PRIVATE = str.maketrans({chr(code): None for code in range(0xE000, 0xE020)})


@dataclass(slots=True)
class Blocks:
    """What pages became."""

    blocks: tuple[Block, ...]
    lines: int
    """Printed lines."""
    without_tables: list[int] = field(default_factory=list)
    """Numbers of pages on which more lines are drawn than any table has."""
    guessed: list[GuessedColumns] = field(default_factory=list)


def blocks_of(pages: Sequence[Page], name: str) -> Blocks:
    """
    Make blocks of pages.

    Args:
        pages: All pages of the document, in order.
        name: The file, for messages.

    Raises:
        ReadError: ``too-many-...``: there is more of it than `readers.limits` allows.
    """
    lines = 0
    layouts = []
    above: OpenTable | None = None
    for page in pages:
        set_upright(page)
        lines = number_lines(page.words, lines)
        layouts.append(_Layout(page, above))
        parting = next((one for one in layouts[-1].tables if isinstance(one, OpenTable) and one.parts), None)
        if parting is not None and len(layouts) > 1:
            layouts[-2].part(parting)
        above = layouts[-1].open
    running = without_furniture(pages, [layout.lines for layout in layouts])
    writer = _Writer(pages)
    reaches = [text_width(layout.page, _upright(kept), ()) for layout, kept in zip(layouts, running, strict=True)]
    by_width: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for page, kept, reach in zip(pages, running, reaches, strict=True):
        if kept:
            by_width[round(page.width)].append(reach)
    for layout, kept in zip(layouts, running, strict=True):
        writer.page(layout, kept, by_width[round(layout.page.width)])
    blocks = writer.blocks(name)
    guessed = [area for layout, kept in zip(layouts, running, strict=True) for area in _guessed(layout, kept)]
    return Blocks(blocks, lines, [layout.page.number for layout in layouts if layout.is_drawing], guessed)


def _guessed(layout: _Layout, lines: Iterable[PrintedLine]) -> Iterator[GuessedColumns]:
    """Where columns were told by gaps: tables without upright rulings, and running lines with wide gaps."""
    page = layout.page
    for table in layout.tables:
        if isinstance(table, OpenTable):
            yield GuessedColumns(page.number, page.shown(table.box), table.told)
    for line in lines:
        if not line[0].turn and len(line) > 1 and gaps(line):
            yield GuessedColumns(page.number, page.shown(box_of(line)), "order")


class _Layout:
    """A page parted into tables with their words and figures, images, and lines of running text."""

    def __init__(self, page: Page, above: OpenTable | None) -> None:
        self.page = page
        self.open: OpenTable | None = None
        """The last table without upright rulings."""
        found = find_tables(page.level, page.upright)
        self.is_drawing = found is None
        self.tables, boxes = found or ([], [])
        small = [box for box in boxes if box[2] - box[0] <= BOX_WIDTH and box[3] - box[1] <= BOX_HEIGHT]
        figures = _distinct([*page.figures, *(Figure("box", box) for box in small)])
        self.words: dict[int, list[Word]] = defaultdict(list)
        """By `id` of the cell."""
        self.figures: dict[int, list[Figure]] = defaultdict(list)
        self.tables = list(map(self._with_columns, self.tables))
        by_size = sorted(self.tables, key=lambda table: _area(table.box))
        rest = [word for word in page.words if not self._place(word, by_size)]
        self.images = [figure for figure in figures if not self._place_figure(figure, by_size)]
        self.images = [figure for figure in self.images if figure.shape == "image"]
        self.lines = self._without_open_tables(text_lines(rest), by_size, above)

    def part(self, below: OpenTable) -> None:
        """Part the columns of the last open table as its rows on the next page do."""
        if below.parts is None or self.open is not below.parts:
            return
        old, self.open = self.open, with_finer_columns(self.open, below.columns)
        self.tables[self.tables.index(old)] = self.open
        for one in old.cells:
            for word in self.words.pop(id(one), []):
                self._place(word, [self.open])

    def _with_columns(self, table: RuledTable) -> RuledTable:
        """The table with its columns, where no ruling parts them."""
        if len(table.xs) > 2:
            return table
        inside = [word for word in self.page.words if not word.turn and table.cell_at(*centre(word.box)) is not None]
        return with_columns(table, text_lines(inside)) or table

    def _without_open_tables(
        self, lines: list[PrintedLine], ruled: Sequence[RuledTable], above: OpenTable | None
    ) -> list[PrintedLine]:
        """Place the words of tables without upright rulings; return the other lines."""
        level = [line for line in self.page.level if not any(_lies_in(line, table) for table in ruled)]
        found = open_tables(_upright(lines), level, above)
        if not found:
            return lines
        self.open = max(found, key=lambda table: table.box[3])
        self.tables = sorted([*self.tables, *found], key=lambda table: (table.box[1], table.box[0]))
        return text_lines(word for line in lines for word in line if not self._place(word, found))

    def _place(self, word: Word, tables: Sequence[RuledTable]) -> bool:
        found = _cell_at(tables, (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2)
        if found is not None:
            self.words[id(found)].append(word)
        return found is not None

    def _place_figure(self, figure: Figure, tables: Sequence[RuledTable]) -> bool:
        found = _cell_at(tables, *centre(figure.box))
        if found is not None:
            self.figures[id(found)].append(figure)
        return found is not None


def _lies_in(line: Ruling, table: RuledTable) -> bool:
    left, top, right, bottom = table.box
    return top - 2 <= line.at <= bottom + 2 and line.start < right and line.end > left


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _cell_at(tables: Iterable[RuledTable], x: float, y: float) -> GridCell | None:
    return next((found for table in tables if (found := table.cell_at(x, y)) is not None), None)


def _distinct(figures: Iterable[Figure]) -> list[Figure]:
    """Figures, each once though its area and its line are drawn one after the other."""
    kept: dict[tuple[int, int], list[Figure]] = defaultdict(list)
    for figure in figures:
        x, y = centre(figure.box)
        key = round(x / SAME_FIGURE), round(y / SAME_FIGURE)
        near = (one for i in (-1, 0, 1) for j in (-1, 0, 1) for one in kept.get((key[0] + i, key[1] + j), ()))
        if not any(all(abs(a - b) <= SAME_FIGURE for a, b in zip(one.box, figure.box, strict=True)) for one in near):
            kept[key].append(figure)
    return [figure for group in kept.values() for figure in group]


@dataclass(slots=True)
class _Segment:
    """Words in a row, as the text that stands for them."""

    page: Page
    words: list[Word] = field(default_factory=list)
    text: str = ""
    starts: list[int] = field(default_factory=list)
    marks: int = 0
    """Characters of mark-up that are written before the text."""

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold, so that it may be a heading."""
        return all(word.bold for word in self.words) and "*" not in self.text

    def written(self, *, heads: bool) -> str:
        """The text as it is read; bold words are marked so, where they may be headings."""
        if not (heads and self.is_bold):
            return self.text
        self.marks = len(_BOLD)
        return _BOLD + self.text + _BOLD

    def add(self, line: PrintedLine, glue: str) -> None:
        """Append a line; `glue` stands between it and what is there."""
        for at, word in enumerate(line):
            text = word.text.translate(_PRIVATE).translate(_MARKUP)
            before = (glue if at == 0 else " ") if self.words else ""
            self.starts.append(len(self.text) + len(before))
            self.text += before + ("*" if not self.words and word.text == "*" else text)
            self.words.append(word)

    def piece(self, piece: Piece) -> Piece:
        """A piece that was read of this text, with its words and its place as printed."""
        start = piece.column - 1 - self.marks
        first = max(0, bisect_right(self.starts, start) - 1)
        last = max(first + 1, bisect_left(self.starts, start + len(piece.text)))
        word = self.words[first]
        return Piece(
            piece.text.translate(_AS_PRINTED),
            word.line,
            word.column + max(0, start - self.starts[first]),
            piece.marker and piece.marker.translate(_AS_PRINTED),
            self.page.number,
            self.page.shown(around(one.box for one in self.words[first:last])),
            certainty=_certainty(self.words[first:last]),
        )


def _segment(lines: Sequence[PrintedLine], right: float, page: Page, known: AbstractSet[str]) -> _Segment:
    """Lines that are one."""
    segment = _Segment(page)
    segment.add(lines[0], "")
    for above, below in pairwise(lines):
        segment.add(below, glue(above, below, right, known))
    return segment


def _upright(lines: Iterable[PrintedLine]) -> list[PrintedLine]:
    return [line for line in lines if not line[0].turn]


class _Writer:
    """Writes pages as lines of text, with a stand-in for each table and image, and reads the text."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._known = vocabulary(pages)
        self._heads = _bold_share(pages) <= MAX_BOLD_SHARE
        self._open: tuple[int, RuledTable] | None = None
        """The stand-in of a table that nothing follows yet, and its lines."""
        self._segments: list[_Segment | int | None] = []
        """One a line of the text: words, the index of a stand-in, or None for an empty line."""
        self._stand_ins: list[Block] = []
        self._budget = Budget()

    def page(self, layout: _Layout, lines: Sequence[PrintedLine], reaches: Sequence[tuple[float, float]]) -> None:
        """Write a page; `reaches` is how far text goes on the pages of its width."""
        before = layout.page.words[0].line if layout.page.words else 1
        items: list[tuple[float, Block, RuledTable | None]] = [
            (table.box[1], self._table(layout, table), table) for table in layout.tables
        ]
        items += [(figure.box[1], _image(figure, layout.page, before), None) for figure in layout.images]
        items.sort(key=lambda item: item[0])
        upright = _upright(lines)
        page = layout.page
        reach = wider(text_width(layout.page, upright, layout.tables), reaches)
        for top, block, table in items:
            above = [line for line in upright if (line[0].y0 + line[0].y1) / 2 < top]
            self._running(above, page, reach)
            upright = upright[len(above) :]
            self._stand_in(block, table)
        self._running(upright, page, reach)
        self._running([line for line in lines if line[0].turn], page, reach)

    def blocks(self, name: str) -> tuple[Block, ...]:
        """Read what was written."""
        text = "\n".join(map(self._written, self._segments))
        return tuple(self._as_printed(block) for block in read_blocks(text, name=name))

    def _written(self, segment: _Segment | int | None) -> str:
        if segment is None:
            return ""
        return f"{_STANDS_FOR}{segment}" if isinstance(segment, int) else segment.written(heads=self._heads)

    def _running(self, lines: Sequence[PrintedLine], page: Page, reach: tuple[float, float]) -> None:
        if lines:
            self._open = None
        for flow in flows(lines):
            for paragraph in paragraphs(flow):
                for group in running_wraps(paragraph, reach):
                    segment = _segment(group, reach[1], page, self._known)
                    self._segments += [segment, None] if self._heads and segment.is_bold else [segment]
                self._segments.append(None)

    def _stand_in(self, block: Block, table: RuledTable | None) -> None:
        if self._open and table and isinstance(block, Table):
            above = self._stand_ins[self._open[0]]
            more = _under(self._open[1], table, block)
            if more and isinstance(above, Table) and _goes_on(above, more):
                self._stand_ins[self._open[0]] = Table("grid", above.rows + more.rows)
                return
        self._open = (len(self._stand_ins), table) if table else None
        self._segments += [len(self._stand_ins), None]
        self._stand_ins.append(block)

    def _as_printed(self, block: Block) -> Block:
        if isinstance(block, Table):
            return Table(block.syntax, tuple(map(self._printed_row, block.rows)))
        first = block.pieces[0]
        if first.text.startswith(_STANDS_FOR):
            return self._stand_ins[int(first.text[1:])]
        pieces = tuple(map(self._piece, block.pieces))
        if block.kind == "heading" and block.marker:
            return replace(block, pieces=pieces, marker=block.marker.translate(_AS_PRINTED))
        return replace(block, pieces=pieces)

    def _piece(self, piece: Piece) -> Piece:
        segment = self._segments[piece.line - 1]
        assert isinstance(segment, _Segment)
        return segment.piece(piece)

    def _printed_row(self, row: Row) -> Row:
        cells = tuple(replace(one, pieces=tuple(map(self._piece, one.pieces))) for one in row.cells)
        return Row(cells, row.line)

    # tables

    def _table(self, layout: _Layout, table: RuledTable) -> Table:
        starting: dict[int, dict[int, GridCell]] = defaultdict(dict)
        for one in table.cells:
            starting[one.row][one.column] = one
        line = 0
        rows = []
        for row in range(len(table.ys) - 1):
            words = [word for one in starting[row].values() for word in layout.words[id(one)]]
            line = min((word.line for word in words), default=line) or _line_at(layout.page, table.ys[row])
            self._budget.row(len(table.xs) - 1, line)
            cells = (self._cell(layout, starting[row].get(at), line, words) for at in range(len(table.xs) - 1))
            rows.append(Row(tuple(cells), line))
        return Table("grid", tuple(rows))

    def _cell(self, layout: _Layout, grid: GridCell | None, line: int, beside: Sequence[Word]) -> Cell:
        if grid is None:
            return Cell(line)
        page = layout.page
        figures = layout.figures[id(grid)]
        words, drawn = _in_figures(layout.words[id(grid)], figures)
        printed = text_lines(words)
        right = cell_right(printed, grid.box)
        segments = [_segment(group, right, page, self._known) for group in cell_wraps(printed, grid.box)]
        lines = [Line(segment.text, at) for at, segment in enumerate(segments, start=1)]
        column = _column_at(beside, grid.box[0])
        read = cell(lines, line, column, self._budget, (grid.rows, grid.columns)) if lines else None
        found = (
            [
                (one.words[0].y0, one.piece(piece))
                for piece in read.pieces
                for one in segments[piece.line - 1 : piece.line]
            ]
            if read
            else []
        )
        found += [(figure.box[1], _figure_piece(figure, inside, page, line, beside)) for figure, inside in drawn]
        if drawn:
            found.sort(key=lambda pair: pair[0])
        pieces = [piece for _, piece in found]
        first = pieces[0] if pieces else None
        place = (first.line, first.column) if first else (line, column)
        return Cell(*place, grid.rows, grid.columns, pieces=tuple(pieces))


def _goes_on(above: Table, below: Table) -> bool:
    """
    Whether the rows on a page are more rows of the table on the page before, which has the same columns.

    A table that repeats its heading stays one of its own, and so does one that begins with the rest of a row that the
    page break parts: whoever understands the rows joins them.
    """
    if [_words(cell) for cell in above.rows[0].cells] == [_words(cell) for cell in below.rows[0].cells]:
        return False
    return len(above.rows) <= MAX_HEAD_ROWS or bool(below.rows[0].cells[0].pieces)


def _words(cell: Cell) -> str:
    return " ".join(piece.text for piece in cell.pieces)


def _under(above: RuledTable, below: RuledTable, block: Table) -> Table | None:
    """
    The rows of a table in the columns of the one on the page before; None where it has others.

    All its columns may be merged ones of the table above: a form goes on with two where its head had four.
    """
    if len(below.xs) < 3 or len(below.xs) > len(above.xs):
        return None
    if isinstance(above, OpenTable) or isinstance(below, OpenTable):
        return block if _same_open_columns(above, below) else None
    edges = [next((at for at, x in enumerate(above.xs) if abs(x - edge) <= SAME_COLUMNS), -1) for edge in below.xs]
    if edges[0] != 0 or edges[-1] != len(above.xs) - 1 or any(b <= a for a, b in pairwise(edges)):
        return None
    return block if len(edges) == len(above.xs) else Table("grid", tuple(_spread(row, edges) for row in block.rows))


def _same_open_columns(above: RuledTable, below: RuledTable) -> bool:
    if len(above.xs) != len(below.xs):
        return False
    if isinstance(above, OpenTable) and isinstance(below, OpenTable):
        return all(a[0] < b[1] and b[0] < a[1] for a, b in zip(above.columns, below.columns, strict=True))
    return all(abs(a - b) <= SAME_COLUMNS for a, b in zip(above.xs, below.xs, strict=True))


def _spread(row: Row, edges: Sequence[int]) -> Row:
    """The row with its columns at other edges, each over as many columns as lie between."""
    cells: list[Cell] = []
    for at, one in enumerate(row.cells):
        wide = edges[min(at + one.colspan, len(edges) - 1)] - edges[at]
        between = edges[at + 1] - edges[at] - 1
        cells += [replace(one, colspan=wide), *(Cell(row.line) for _ in range(between))]
    return Row(tuple(cells), row.line)


def _bold_share(pages: Sequence[Page]) -> float:
    """Bold characters of all characters."""
    words = [word for page in pages for word in page.words]
    return sum(len(word.text) for word in words if word.bold) / max(1, sum(len(word.text) for word in words))


def _line_at(page: Page, y: float) -> int:
    """The line that stands last above a height; the first of the page where none does."""
    above = [word.line for word in page.words if word.y0 <= y]
    return max(above, default=min((word.line for word in page.words), default=1))


def _column_at(words: Iterable[Word], x: float) -> int:
    """The column in the lines of a row after all words left of a place."""
    return max((word.column + len(word.text) + 1 for word in words if word.x1 <= x + 1), default=1)


def _in_figures(words: list[Word], figures: Sequence[Figure]) -> tuple[list[Word], list[tuple[Figure, list[Word]]]]:
    """Part the words of a cell from those that stand in its figures."""
    drawn = []
    for figure in figures:
        inside = [] if figure.shape in ("image", "check") else [w for w in words if holds(figure.box, *centre(w.box))]
        words = [word for word in words if word not in inside]
        drawn.append((figure, inside))
    return words, drawn


def _figure_piece(figure: Figure, words: list[Word], page: Page, line: int, beside: Sequence[Word]) -> Piece:
    text = " ".join(word.text for printed in text_lines(words) for word in printed)
    column = words[0].column if words else _column_at(beside, figure.box[0])
    number = words[0].line if words else line
    place = page.shown(figure.box)
    return Piece(text, number, column, None, page.number, place, None, figure.shape, _certainty(words))


def _certainty(words: Iterable[Word]) -> int | None:
    """That of the least sure word."""
    return min((word.certainty for word in words if word.certainty is not None), default=None)


def _image(figure: Figure, page: Page, before: int) -> Paragraph:
    line = max((word.line for word in page.words if word.y0 <= figure.box[1]), default=before)
    return Paragraph((Piece("", line, 1, None, page.number, page.shown(figure.box), None, "image"),))
