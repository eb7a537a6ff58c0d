"""
The story of a Word file to blocks: paragraphs, lists with their numbers, tables with figures in their cells.

Words become the same blocks as in a text file (`readers.running`). A table in a cell is words of that cell, unless it
is the form itself: then it is a table of its own, after the row in which it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from readers.docx_figures import Figure
from readers.docx_grid import CellDraft, WordGrid, cells_of, grid_of, rows_of
from readers.docx_numbering import Numbering
from readers.docx_styles import Style, Styles, list_of, outline_level
from readers.docx_text import Collector, Noted, Words
from readers.docx_tree import Node
from readers.errors import ReadError
from readers.limits import MAX_LINE_CHARS, MAX_LINES, Budget
from readers.lines import Line
from readers.markup import Run
from readers.pieces import item_pieces
from readers.running import BOLD_LEVEL, FURNITURE_BEGINS, MAX_BOLD_HEADING, RunningText, is_furniture
from readers.tables import is_running_text, tab_row, tab_rows
from schemas.blocks import Block, Cell, Piece, Row, Table

MAX_LAYOUT_CELLS = 3
"""Cells of a row of a table that may only lay out the page around other tables."""
MIN_FORM_ROWS = 3
"""Rows of a table in a cell that may be the form itself, of two cells a row; two rows are enough for four."""
HIGHEST, LOWEST = -720_000, 1_440_000
"""How far above and below its anchor, in EMU, a figure still stands in the row of its anchor: 2 cm and 4 cm."""
SPREAD = 432_000
"""How far below another figure of its row, in EMU, a figure may stand (1.2 cm): beyond, it is one of a row below."""

_THROUGH = frozenset({"w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag"})
_MARKER = re.compile(r"\(?[^\W_]{1,8}(?:\.[^\W_]{1,8}){0,8}[.):]{0,2}|[-–—•]")
"""A number or bullet; what else a list prints before its items are words of them."""
_BULLETS = frozenset("-–—•")
_FLOW = frozenset({"terminator", "box", "decision"})
_TEXT_LINES = frozenset({"paragraph", "line"})


@dataclass(slots=True)
class Paragraph:
    """One paragraph, read."""

    number: int
    """Of its first line."""
    text: str
    marker: str | None
    level: int | None
    """1-6 of a heading; None or 0 of all others."""
    bold: bool
    figures: list[Figure]

    def runs(self) -> list[Run]:
        """Its printed lines, tabs as blanks; the first carries the number."""
        runs: list[Run] = []
        for line in self.lines():
            words = line.text.strip()
            run = Run(words.replace("\t", " "), line.number, (0,), (1 + line.text.index(words),))
            run.kind = "br" if runs else "block"
            run.marker = None if runs else self.marker
            runs.append(run)
        return runs

    def lines(self) -> Iterator[Line]:
        """Its printed lines as they are, without empty ones."""
        for number, text in enumerate(self.text.split("\n"), start=self.number):
            if text.strip():
                yield Line(text, number)


@dataclass(slots=True)
class _OpenTable:
    """A table that is being read."""

    grid: WordGrid
    name: str
    """Where its cells stand: ``tabel 2``."""
    in_cells: bool = False
    """All places of figures count from their cells, whatever is said of them."""
    height: int = 0
    """How many rows are read."""
    added: int = 0
    """How many of them are blocks already."""
    line: int = 1
    """Of the row above; a row in which no cell begins has no line of its own."""
    figures: list[tuple[CellDraft, Paragraph, Figure]] = field(default_factory=list)
    """Those that are read and stand in no cell yet, with the cell and the paragraph that they hang on."""

    @property
    def is_layout(self) -> bool:
        """Whether it may be there only to lay out the page around other tables."""
        return max((len(row) for row in self.grid.rows), default=0) <= MAX_LAYOUT_CELLS

    def place(self, cell: CellDraft) -> str:
        """Where a cell stands: ``tabel 2, baris 5, kolom 3``."""
        return f"{self.name}, baris {cell.row + 1}, kolom {self.grid.column(cell) + 1}"

    def highest(self) -> dict[int, int]:
        """Where the highest flow figure of each row stands, in EMU below its anchor."""
        found: dict[int, int] = {}
        for draft, _, figure in self.figures:
            if figure.shape in _FLOW and figure.y is not None and figure.down in _TEXT_LINES:
                found[draft.row] = min(figure.y, found.get(draft.row, figure.y))
        return found

    def cell_of(self, figure: Figure, anchor: CellDraft, highest: int | None) -> CellDraft | None:
        """
        The cell over which a figure stands; None when it seems to stand in a row above or below that of its anchor.

        Rows are as high as their words need, which only Word knows. It is not told reliably whether a place is counted
        from the cell or from the page: what is said to count from the page is taken to stand in the cell in which it
        hangs, as long as it does so counted from the cell.
        """
        if figure.shape not in _FLOW or figure.x is None:
            return anchor
        if figure.y is not None and figure.down in _TEXT_LINES:
            spread = figure.y - (figure.y if highest is None else highest)
            if not HIGHEST <= figure.y <= LOWEST or spread > SPREAD:
                return None
        found = self.grid.cell_at(anchor, figure.x) or anchor
        sure = self.in_cells or (figure.in_cell and figure.across in ("column", "character"))
        return found if sure or found is anchor else None

    def row(self, at: int) -> Row:
        """One row, with empty cells in the places that others cover."""
        drafts = {self.grid.column(draft): draft for draft in self.grid.rows[at]}
        line = self.line = max(1, min((draft.line for draft in drafts.values()), default=self.line))
        cells: list[Cell] = []
        for column in range(self.grid.width):
            draft = drafts.get(column)
            cells.append(Cell(line) if draft is None else self._cell(draft))
        return Row(tuple(cells), line)

    def _cell(self, draft: CellDraft) -> Cell:
        return Cell(draft.line, 1, draft.rowspan, self.grid.colspan(draft), pieces=tuple(draft.pieces))


class Story:
    """Reads the header, the body and the footers of one file, in this order."""

    def __init__(self, styles: Styles, numbering: Numbering, budget: Budget, noted: Noted, name: str) -> None:
        self.noted = noted
        self.in_cells = False
        """Places of figures count from their cells, whatever the file says: LibreOffice writes so."""
        self.unplaced: list[int] = []
        """Lines of the paragraphs with flow figures of which nobody can tell in which cell they stand."""
        self._styles = styles
        self._numbering = numbering
        self._budget = budget
        self._collector = Collector(styles, noted)
        self._name = name
        self._places: list[str] = []
        """Where each line stands."""
        self.paragraphs: list[int | None] = []
        """The paragraph of each line (`Node.at`); None in headers and footers, which are parts of their own."""
        self._in_body = True
        self._element: int | None = None
        self._paragraphs = 0
        self._where = ""
        """Where paragraphs stand; empty for those of the body."""
        self._tables = 0
        self._out: RunningText
        self._tabbed: list[Line] = []
        """Paragraphs with tabs that may be rows of a table."""

    @property
    def lines(self) -> int:
        """How many lines were read: a paragraph has one, and one more for each line break in it."""
        return len(self._places)

    def read(self, root: Node, where: str = "") -> list[Block]:
        """
        Return the blocks of a body, a header or a footer.

        Args:
            root: The element with the paragraphs and tables.
            where: Indonesian; where its paragraphs stand. Empty for the body.

        Raises:
            ReadError: There is too much of it.
        """
        self._where, self._in_body = where, not where
        starts = {node.text[:2] for node in root.within() if node.name == "w:t"}
        self._out = RunningText(self._budget, has_capital_list={"A.", "B."} <= starts)
        self._content(root)
        self._end_tabbed()
        return [self._placed(block) for block in self._out.blocks()]

    def place(self, number: int) -> str:
        """Where a line stands: ``paragraf 12``, ``tabel 2, baris 5, kolom 3``."""
        return self._places[number - 1]

    # paragraphs

    def _content(self, node: Node) -> None:
        """Read paragraphs and tables that are not in a cell."""
        for part in self._parts(node):
            if not isinstance(part, Node):
                self._running(part)
                continue
            self._end_tabbed()
            if part.name == "w:hdr":
                self._header(part)
            else:
                self._table(part)

    def _header(self, node: Node) -> None:
        """Read the header of a section that begins here."""
        before = self._where, self._in_body
        self._where, self._in_body = "kepala halaman", False
        self._out.end()
        self._content(node)
        self._end_tabbed()
        self._out.end()
        self._where, self._in_body = before

    def _parts(self, node: Node) -> Iterator[Paragraph | Node]:
        """Yield paragraphs, read, and tables, not yet read, in document order."""
        waiting: Words | None = None
        for child in self._children(node):
            if child.name in ("w:tbl", "w:hdr"):
                yield child
                continue
            waiting, paragraph = self._paragraph(child, waiting)
            if paragraph is not None:
                yield paragraph
        if waiting is not None:
            yield self._made(Node("w:p", {}), waiting)

    def _children(self, node: Node) -> Iterator[Node]:
        """Yield paragraphs and tables, through content controls and tracked insertions."""
        for child in node.children:
            if child.name in ("w:p", "w:tbl", "w:hdr"):
                yield child
            elif child.name == "w:altChunk":
                self.noted.objects.append("berkas sisipan (altChunk)")
            elif child.name in _THROUGH and not _is_prompt(child):
                yield from self._children(child)

    def _paragraph(self, node: Node, waiting: Words | None) -> tuple[Words | None, Paragraph | None]:
        """Read a paragraph; when its end was deleted its words wait for the next one."""
        words = waiting or Words()
        if waiting is None:
            self._number(node)
        properties = node.child("w:pPr")
        style = self._style(properties)
        self._collector.collect(node, words, self.lines, style)
        mark = properties.child("w:rPr") if properties is not None else None
        if mark is not None and (mark.child("w:del") is not None or mark.child("w:moveFrom") is not None):
            return words, None
        return None, self._made(node, words)

    def _number(self, node: Node) -> None:
        """Count a paragraph, and its first line."""
        self._paragraphs += 1
        self._element = node.at if self._in_body else None
        self._line(self._where or f"paragraf {self._paragraphs}")

    def _line(self, place: str) -> None:
        if len(self._places) >= MAX_LINES:
            raise ReadError(
                "too-many-lines",
                f"{self._name} lebih dari {MAX_LINES} baris. Pecah berkas menjadi satu SOP per berkas, lalu periksa"
                " lagi.",
            )
        self._places.append(place)
        self.paragraphs.append(self._element)

    def _style(self, properties: Node | None) -> Style:
        named = properties.child("w:pStyle") if properties is not None else None
        return self._styles.of(named.get("val") if named is not None else None)

    def _made(self, node: Node, words: Words) -> Paragraph:
        properties = node.child("w:pPr")
        text = words.text()
        if len(text) > MAX_LINE_CHARS:
            raise ReadError(
                "line-too-long",
                f"Paragraf {self._paragraphs} dari {self._name} memuat {len(text)} karakter (batas {MAX_LINE_CHARS})."
                " Pecah paragraf itu, lalu periksa lagi.",
                line=self.lines,
            )
        first = self.lines
        for _ in range(text.count("\n")):
            self._line(self._places[-1])
        marker = self._marker(properties)
        if marker is not None and text.strip() and not _MARKER.fullmatch(marker):
            text, marker = f"{marker} {text}", None
        own = outline_level(properties)
        style = self._style(properties)
        return Paragraph(first, text, marker, style.level if own is None else own, words.bold, words.figures)

    def _marker(self, properties: Node | None) -> str | None:
        """The number that stands before a paragraph, by its own properties or its style."""
        named = properties.child("w:pStyle") if properties is not None else None
        style_id = named.get("val") if named is not None else ""
        inherited = self._style(properties).number
        number = list_of(properties) or inherited
        if number is None:
            return None
        level = number[1] if number is not inherited else None
        return self._numbering.marker(number[0], level if level is not None else number[1], style_id)

    def _running(self, paragraph: Paragraph) -> None:
        """Put a paragraph where it belongs, and what stands in its text boxes after it."""
        if "\t" in paragraph.text.strip() and paragraph.marker is None and not paragraph.level:
            self._tabbed += paragraph.lines()
        else:
            self._end_tabbed()
            self._plain(paragraph)
        self._floating(paragraph)

    def _plain(self, paragraph: Paragraph) -> None:
        runs = paragraph.runs()
        length = sum(len(run.text) for run in runs)
        level = paragraph.level or (BOLD_LEVEL if paragraph.bold else 0)
        if level and runs and length <= MAX_BOLD_HEADING:
            self._out.end()
            self._out.heading(runs, level)
            self._out.end()
            return
        for run in runs:
            if run.marker is not None:
                self._out.numbered(run)
            elif run.text[0] in FURNITURE_BEGINS and is_furniture(run.text):
                self._out.end()
            else:
                self._out.running(run)

    def _end_tabbed(self) -> None:
        """Make rows of the paragraphs with tabs, unless the tabs only indent or part numbers from words."""
        lines, self._tabbed = self._tabbed, []
        if not lines:
            return
        rows = tab_rows(lines, 0, self._budget)
        if not is_running_text(rows, lines):
            self._out.table("tabs", [tab_row(row, self._budget) for row in rows])
            return
        for line in lines:
            self._plain(Paragraph(line.number, line.text, None, None, False, []))

    def _floating(self, paragraph: Paragraph) -> None:
        """Read what stands in figures and text boxes that hang on a paragraph outside of tables."""
        pictures: list[Piece] = []
        for figure in paragraph.figures:
            if figure.shape in ("terminator", "decision") and figure.x is not None:
                self.unplaced.append(paragraph.number)
            if figure.content is not None:
                self._end_tabbed()
                self._content(figure.content)
            elif figure.shape == "image":
                pictures.append(Piece("", paragraph.number, len(paragraph.text) + len(pictures) + 1, shape="image"))
        if pictures:
            self._end_tabbed()
            self._out.figures(pictures)

    # tables

    def _table(self, node: Node) -> None:
        """Add a table; each table in a cell that is a form of its own follows the row in which it stands."""
        rows = [row for row in rows_of(node) if self._takes(row)]
        self._tables += 1
        before = self._where
        name = f"{before} tabel {self._tables}".lstrip()
        table = _OpenTable(grid_of(node, rows, self._budget, self.lines), name, self.in_cells)
        for at, drafts in enumerate(table.grid.rows):
            inner = [form for draft in drafts for form in self._cell(draft, table)]
            table.height = at + 1
            if inner:
                self._add_rows(table)
                self._where = before
                for form in inner:
                    self._table(form)
        self._where = before
        self._add_rows(table)

    def _add_rows(self, table: _OpenTable) -> None:
        """Add the rows that are read and not yet added, with the figures in their cells."""
        highest = table.highest()
        for draft, paragraph, figure in table.figures:
            self._put(figure, paragraph, table.cell_of(figure, draft, highest.get(draft.row)), table)
        table.figures = []
        rows = [table.row(at) for at in range(table.added, table.height)]
        table.added = table.height
        if rows:
            self._out.table("grid", rows)

    def _cell(self, draft: CellDraft, table: _OpenTable) -> list[Node]:
        """Read a cell into its draft; return the tables in it that are forms of their own."""
        self._where = table.place(draft)
        draft.line = self.lines + 1
        forms: list[Node] = []
        numbers: list[Piece] = []
        self._inside(draft.node, draft, table, forms, numbers)
        if not draft.pieces:  # the number of a row, printed by the list that an empty paragraph belongs to
            draft.pieces += numbers[:1]
        return forms

    def _inside(self, node: Node, draft: CellDraft, table: _OpenTable, forms: list[Node], numbers: list[Piece]) -> None:
        """Read what stands in a cell or in a text box in it; `numbers` takes those of empty paragraphs."""
        for part in self._parts(node):
            if isinstance(part, Node):
                if table.is_layout and _is_form(part):
                    forms.append(part)
                else:
                    self._flatten(part, draft, table)
                continue
            self._add_words(part, draft, numbers)
            for figure in part.figures:
                if figure.shape is None and figure.content is not None:
                    self._inside(figure.content, draft, table, forms, numbers)
                else:
                    table.figures.append((draft, part, figure))

    def _add_words(self, paragraph: Paragraph, draft: CellDraft, numbers: list[Piece]) -> None:
        runs = paragraph.runs()
        for run in runs:
            found = item_pieces(run, bullets=True)
            self._budget.pieces(len(found), run.line)
            draft.pieces += found
        if not runs and paragraph.marker and paragraph.marker not in _BULLETS:
            numbers.append(Piece(paragraph.marker, paragraph.number))

    def _flatten(self, node: Node, draft: CellDraft, table: _OpenTable) -> None:
        """Take the words of a table in a cell as words of that cell: each row as a line, if its cells are short."""
        for row in rows_of(node):
            parts = [CellDraft(cell, draft.row, draft.start, draft.end) for cell in cells_of(row) if self._takes(row)]
            for part in parts:
                self._cell(part, table)
            self._where = table.place(draft)
            filled = [part.pieces for part in parts if part.pieces]
            if len(filled) > 1 and all(len(pieces) == 1 for pieces in filled):
                first = filled[0][0]
                draft.pieces.append(replace(first, text=" ".join(pieces[0].text for pieces in filled)))
            else:
                draft.pieces += [piece for pieces in filled for piece in pieces]

    def _put(self, figure: Figure, paragraph: Paragraph, cell: CellDraft | None, table: _OpenTable) -> None:
        """Put a figure into the cell over which it stands: that of its anchor, or one beside it."""
        if cell is None:
            self.unplaced.append(paragraph.number)
            return
        self._budget.pieces(1, paragraph.number)
        column = len(paragraph.text) + 1 + len(cell.pieces)
        text = " ".join(self._written(figure).split())
        cell.pieces.append(Piece(text, paragraph.number, column, None, cell=table.place(cell), shape=figure.shape))

    def _written(self, figure: Figure) -> str:
        """The words in a figure."""
        words = Words()
        for node in figure.content.within() if figure.content is not None else ():
            if node.name == "w:p":
                self._collector.collect(node, words, self.lines, self._style(node.child("w:pPr")))
                words.parts.append("\n")
        return words.text()

    def _takes(self, row: Node) -> bool:
        """Whether a row is there once changes are accepted, and seen."""
        properties = row.child("w:trPr")
        if properties is None:
            return True
        if properties.child("w:del") is not None:
            self.noted.add("deleted", self.lines + 1, "")
            return False
        if properties.child("w:ins") is not None:
            self.noted.add("inserted", self.lines + 1, "")
        return not properties.on("w:hidden")

    # places

    def _placed(self, block: Block) -> Block:
        """The block with the place of each piece in words."""
        if not isinstance(block, Table):
            return replace(block, pieces=tuple(map(self._at_place, block.pieces)))
        return replace(block, rows=tuple(map(self._row_at_place, block.rows)))

    def _row_at_place(self, row: Row) -> Row:
        cells = (replace(cell, pieces=tuple(map(self._at_place, cell.pieces))) for cell in row.cells)
        return replace(row, cells=tuple(cells))

    def _at_place(self, piece: Piece) -> Piece:
        return piece if piece.cell is not None else replace(piece, cell=self.place(piece.line))


def _is_prompt(node: Node) -> bool:
    properties = node.child("w:sdtPr")
    return properties is not None and bool(properties.on("w:showingPlcHdr"))


def _is_form(table: Node) -> bool:
    """Whether a table in a cell is large enough to be a form of its own."""
    rows = [sum(1 for _ in cells_of(row)) for row in rows_of(table)]
    widest = max(rows, default=0)
    return widest > 1 and (len(rows) >= MIN_FORM_ROWS or (len(rows) > 1 and widest > MAX_LAYOUT_CELLS))
