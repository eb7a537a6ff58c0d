"""
PDFs for tests, written by reportlab: the blocks of a document as an office prints them, or single drawings.

The text is known, so that a reader can be held to it.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from readers.text import read_text
from schemas.blocks import Block, Cell, Document, Table

A4 = (595.0, 842.0)
WIDE = (936.0, 595.0)
MARGIN = 45.0
SIZE = 9.0
LEADING = 11.0
PAD = 3.0
KEPT = 4
"""First rows of a table that no page break parts."""


@dataclass
class Printer:
    """Prints lines and ruled tables from the top of a page down."""

    size: tuple[float, float] = WIDE
    rules: str = "lines"
    """
    How tables are ruled: lines; bars (thin filled rectangles, as Word does); rects (a rectangle a cell); level (nothing
    upright); none.
    """
    rotate: int = 0
    foot: str = ""
    """Printed at the foot of each page, with its number."""
    stream: io.BytesIO = field(default_factory=io.BytesIO)

    def __post_init__(self) -> None:
        wide, high = self.size  # reportlab takes the size of the page as shown
        self.canvas = Canvas(self.stream, pagesize=(high, wide) if self.rotate % 180 else self.size, invariant=1)
        self.page = 0
        self.begin()

    def begin(self) -> None:
        self.page += 1
        self.y = self.size[1] - MARGIN
        if self.rotate:
            self.canvas.setPageRotation(self.rotate)
        if self.foot:
            self.canvas.setFont("Helvetica", 8)
            self.canvas.drawString(MARGIN, 20, f"{self.foot} {self.page}")
        self.canvas.setFont("Times-Roman", SIZE)

    def end_page(self) -> None:
        self.canvas.showPage()
        self.begin()

    def bytes(self) -> bytes:
        self.canvas.save()
        return self.stream.getvalue()

    def line(self, text: str, x: float = MARGIN, font: str = "Times-Roman") -> None:
        if self.y < MARGIN:
            self.end_page()
        self.canvas.setFont(font, SIZE)
        self.canvas.drawString(x, self.y - SIZE, text)
        self.y -= LEADING

    def paragraph(self, text: str, marker: str | None = None) -> None:
        indent = 18.0 if marker else 0.0
        width = self.size[0] - 2 * MARGIN - indent
        for at, line in enumerate(wrapped(text, width)):
            if marker and not at:
                if self.y < MARGIN:
                    self.end_page()
                self.canvas.drawString(MARGIN, self.y - SIZE, marker)
            self.line(line, MARGIN + indent)

    def gap(self) -> None:
        self.y -= 8

    def block(self, block: Block) -> None:
        if isinstance(block, Table):
            for part in parts(block):
                self.table(part)
            return
        if block.kind == "heading":
            for piece in block.pieces:
                marker = f"{block.marker} " if block.marker and piece is block.pieces[0] else ""
                self.line(marker + piece.text, font="Times-Bold")
        else:
            for piece in block.pieces:
                self.paragraph(piece.text, piece.marker)
        if block.kind != "item":
            self.gap()

    def table(self, rows: Sequence[Sequence[Cell | None]], widths: Sequence[float] | None = None) -> None:
        """Print rows of cells; None is a place that a merged cell covers."""
        widths = widths or column_widths(rows, self.size[0] - 2 * MARGIN)
        edges = [MARGIN + sum(widths[:at]) for at in range(len(widths) + 1)]
        cells = [
            (r, c, cell, cell_lines(cell, edges[min(c + cell.colspan, len(widths))] - edges[c] - 2 * PAD))
            for r, row in enumerate(rows)
            for c, cell in enumerate(row)
            if cell is not None
        ]
        heights = row_heights(len(rows), [(r, cell.rowspan, len(lines)) for r, _, cell, lines in cells])
        top = 0
        while top < len(rows):
            bottom, height = top, 0.0
            room = self.y - MARGIN
            while bottom < len(rows) and (height + heights[bottom] <= room or bottom == top):
                height += heights[bottom]
                bottom += 1
            if top == 0 and bottom < KEPT < len(rows) and self.y < self.size[1] - MARGIN:
                self.end_page()  # a heading stays with its rows
                continue
            self._rows(cells, edges, heights, top, bottom)
            top = bottom
            if top < len(rows):
                self.end_page()
        self.gap()

    def _rows(self, cells: list, edges: list[float], heights: list[float], top: int, bottom: int) -> None:
        for r, c, cell, lines in cells:
            if not top <= r < bottom:
                continue
            y1 = self.y - sum(heights[top:r])
            y0 = y1 - sum(heights[r : min(r + cell.rowspan, bottom)])
            x0, x1 = edges[c], edges[min(c + cell.colspan, len(edges) - 1)]
            self.frame(x0, y0, x1, y1)
            for at, (indent, text) in enumerate(lines):
                self.canvas.setFont("Times-Roman", SIZE)
                self.canvas.drawString(x0 + PAD + indent, y1 - PAD - SIZE + 1.5 - at * LEADING, text)
        self.y -= sum(heights[top:bottom])

    def frame(self, x0: float, y0: float, x1: float, y1: float) -> None:
        canvas = self.canvas
        if self.rules == "rects":
            canvas.rect(x0, y0, x1 - x0, y1 - y0)
        elif self.rules == "bars":
            for x in (x0, x1):
                canvas.rect(x - 0.25, y0, 0.5, y1 - y0, stroke=0, fill=1)
            for y in (y0, y1):
                canvas.rect(x0, y - 0.25, x1 - x0, 0.5, stroke=0, fill=1)
        elif self.rules == "level":
            canvas.lines([(x0, y0, x1, y0), (x0, y1, x1, y1)])
        elif self.rules == "lines":
            canvas.lines([(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)])


def wrapped(text: str, width: float) -> list[str]:
    """Words to lines that are no wider."""
    lines: list[str] = []
    for word in text.split():
        if lines and stringWidth(f"{lines[-1]} {word}", "Times-Roman", SIZE) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def cell_lines(cell: Cell, width: float) -> list[tuple[float, str]]:
    """The lines of a cell with their indents."""
    lines: list[tuple[float, str]] = []
    for piece in cell.pieces:
        words = wrapped(piece.text, width - (14 if piece.marker else 0))
        if piece.marker:
            lines.append((0, " ".join([piece.marker, *words[:1]])))
            lines += [(14, line) for line in words[1:]]
        else:
            lines += [(0, line) for line in words]
    return lines


def column_widths(rows: Sequence[Sequence[Cell | None]], width: float) -> list[float]:
    """Wider columns for longer words."""
    columns = max(map(len, rows))
    wanted = [20.0] * columns
    for row in rows:
        for c, cell in enumerate(row):
            if cell is not None and cell.colspan == 1:
                text = " ".join(piece.text for piece in cell.pieces)
                longest = max((stringWidth(w, "Times-Roman", SIZE) for w in text.split()), default=0) + 24
                wanted[c] = max(wanted[c], longest, min(stringWidth(text, "Times-Roman", SIZE) / 3, 160))
    total = sum(wanted)
    return [w * width / total for w in wanted]


def row_heights(count: int, cells: Iterable[tuple[int, int, int]]) -> list[float]:
    heights = [LEADING + 2 * PAD] * count
    for r, span, lines in sorted(cells, key=lambda cell: cell[1]):
        last = min(r + span, count) - 1
        missing = lines * LEADING + 2 * PAD - sum(heights[r : last + 1])
        if missing > 0:
            heights[last] += missing
    return heights


def parts(table: Table) -> list[list[list[Cell | None]]]:
    """The rows of a table in stretches of one width, places under merged cells as None."""
    found: list[list[list[Cell | None]]] = []
    covered: dict[int, int] = {}
    for row in table.rows:
        cells: list[Cell | None] = []
        hidden = 0
        for c, cell in enumerate(row.cells):
            if hidden or covered.get(c, 0) > 0:
                cells.append(None)
                hidden = max(0, hidden - 1)
                continue
            hidden = cell.colspan - 1
            cells.append(cell)
        covered = {c: n - 1 for c, n in covered.items() if n > 1}
        for c, cell in enumerate(cells):
            if cell is not None and cell.rowspan > 1:
                covered |= dict.fromkeys(range(c, c + cell.colspan), cell.rowspan - 1)
        if found and len(found[-1][0]) != len(cells):
            width = max(len(found[-1][0]), len(cells))
            cells += [Cell(0) for _ in range(width - len(cells))]
            for above in found[-1]:
                above += [Cell(0) for _ in range(width - len(above))]
        if not found:
            found.append([])
        found[-1].append(cells)
    return found


def printed(document: Document, **printer: object) -> bytes:
    """The blocks of a document as a PDF."""
    page = Printer(**printer)
    for block in document.blocks:
        page.block(block)
    return page.bytes()


def printed_text(text: bytes, name: str = "sop.txt", **printer: object) -> bytes:
    """A text, as a PDF."""
    return printed(read_text(text, name=name), **printer)


def drawn(draw: Callable[[Canvas], None], size: tuple[float, float] = A4, pages: int = 1) -> bytes:
    """Pages on which something is drawn."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size, invariant=1)
    for _ in range(pages):
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()
