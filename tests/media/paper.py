"""
Parts as a PDF, by reportlab: ruled tables over pages with their heading on each, drawn figures, arrows with elbows.

How cells are ruled, and the typeface, differ as those of word processors do.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.media.parts import Cell, Figure, Grid, Heading, Items, Lines, Part
from tests.media.pictures import signature_png
from tests.media.texts import TICK

A4 = (595.0, 842.0)
MARGIN = 42.0
LEADING = 1.22
"""From line to line, in sizes of the type."""
PAD = 3.0
FIGURE = (44.0, 20.0)
"""Points: width and height of a figure."""
ROOM = 20.0
"""Points above and below a figure, together, for the arrows."""
PICTURE = (80.0, 26.0)
"""Points: a signature."""
INDENT = 14.0
"""Points by which items of a list stand to the right of their numbers."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the pages look like."""

    font: Literal["Helvetica", "Times-Roman"] = "Helvetica"
    size: float = 9.0
    bars: bool = False
    """Rulings are thin filled rectangles, as Word prints them."""
    foot: str = ""
    """Stands at the foot of each page, before its number."""


def paper(parts: Iterable[Part], look: Look | None = None) -> bytes:
    """Parts as the bytes of a PDF."""
    printer = _Printer(look or Look())
    for part in parts:
        printer.part(part)
    return printer.done()


@dataclass(slots=True)
class _Row:
    """One row of a table, ready to be drawn."""

    cells: list[tuple[int, Cell, list[tuple[float, str]]]]
    """Column, cell, and its lines with their indents."""
    height: float


class _Printer:
    def __init__(self, look: Look) -> None:
        self.look = look
        self.leading = look.size * LEADING
        self.stream = io.BytesIO()
        self.canvas = Canvas(self.stream, pagesize=A4, invariant=1)
        self.page, self.wide = 0, False
        self._begin()

    def _begin(self) -> None:
        self.page += 1
        self.size = (A4[1], A4[0]) if self.wide else A4
        self.canvas.setPageSize(self.size)
        self.y = self.size[1] - MARGIN
        self.empty = True
        if self.look.foot:
            self.canvas.setFont(self.look.font, 7)
            self.canvas.drawString(MARGIN, 20, f"{self.look.foot} {self.page}")

    def _next_page(self) -> None:
        self.canvas.showPage()
        self._begin()

    def done(self) -> bytes:
        self.canvas.save()
        return self.stream.getvalue()

    def part(self, part: Part) -> None:
        if isinstance(part, Grid):
            if part.wide != self.wide:
                self.wide = part.wide
                self._next_page()
            self._grid(part)
        elif isinstance(part, Heading):
            self._need(4 * self.leading)
            self._line(part.text, MARGIN, bold=True)
        elif isinstance(part, Items):
            for at, item in enumerate(part.items, 1):
                self._item(f"{at}.", item)
        else:
            self._lines(part)
        self.y -= self.leading * 0.8

    # running text

    def _need(self, height: float) -> None:
        if self.y - height < MARGIN and not self.empty:
            self._next_page()

    def _font(self, *, bold: bool = False) -> str:
        name = self.look.font
        return name if not bold else {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}[name]

    def _line(self, text: str, x: float, *, bold: bool = False) -> None:
        self._need(self.leading)
        self.canvas.setFont(self._font(bold=bold), self.look.size)
        self.canvas.drawString(x, self.y - self.look.size, text)
        self.y -= self.leading
        self.empty = False

    def _item(self, marker: str, text: str) -> None:
        for at, line in enumerate(self.wrapped(text, self.size[0] - 2 * MARGIN - INDENT)):
            self._need(self.leading)
            if not at:
                self.canvas.setFont(self._font(), self.look.size)
                self.canvas.drawString(MARGIN, self.y - self.look.size, marker)
            self._line(line, MARGIN + INDENT)

    def _lines(self, part: Lines) -> None:
        self._need((len(part.lines) + 3) * self.leading if part.at_right else 0)
        x = self.size[0] - MARGIN - 230 if part.at_right else MARGIN
        for at, text in enumerate(part.lines):
            if at == part.picture_after:
                self._picture(x, self.y)
                self.y -= PICTURE[1] + 2
            for line in self.wrapped(text, self.size[0] - x - MARGIN):
                self._line(line, x)

    def _picture(self, x: float, top: float) -> None:
        self.canvas.drawImage(ImageReader(io.BytesIO(signature_png())), x, top - PICTURE[1], *PICTURE)

    def wrapped(self, text: str, width: float, *, bold: bool = False) -> list[str]:
        """Words to lines that are no wider, unless one word is."""
        lines: list[str] = []
        for word in text.split():
            joined = f"{lines[-1]} {word}" if lines else word
            if lines and stringWidth(joined, self._font(bold=bold), self.look.size) <= width:
                lines[-1] = joined
            else:
                lines.append(word)
        return lines

    # tables

    def _grid(self, grid: Grid) -> None:
        room = self.size[0] - 2 * MARGIN
        widths = [room * share / sum(grid.shares) for share in grid.shares]
        edges = [MARGIN + sum(widths[:at]) for at in range(len(widths) + 1)]
        rows = [self._row(row, edges) for row in grid.rows]
        _stretch(rows, self.leading)
        heads = rows[: grid.heads]
        at, drawn = 0, 0
        figures: list[tuple[float, float, float]] = []
        while at < len(rows):
            block = max((cell.down for _, cell, _ in rows[at].cells), default=1)
            block = max(block, grid.heads + 1) if at == 0 and grid.heads else block
            chunk = rows[at : at + block]
            if self.y - sum(one.height for one in chunk) < MARGIN and not self.empty:
                self._next_page()
                self._join(figures)
                figures = []
                if drawn:
                    self._draw(heads, edges)
            figures += self._draw(chunk, edges)
            drawn += 1
            at += block
        self._join(figures)

    def _row(self, row: Sequence[Cell | None], edges: Sequence[float]) -> _Row:
        cells = [
            (c, cell, self._cell_lines(cell, edges[c + cell.across] - edges[c] - 2 * PAD))
            for c, cell in enumerate(row)
            if cell is not None
        ]
        height = max((self._high(cell, lines) for _, cell, lines in cells if cell.down == 1), default=self.leading)
        return _Row(cells, height)

    def _high(self, cell: Cell, lines: Sequence[object]) -> float:
        if cell.figure is not None and cell.figure.kind != "tick":
            return FIGURE[1] * (1.4 if cell.figure.kind == "decision" else 1) + ROOM
        picture = 0.0 if cell.picture_after is None else PICTURE[1] + 2
        return len(lines) * self.leading + picture + 2 * PAD + 2

    def _cell_lines(self, cell: Cell, width: float) -> list[tuple[float, str]]:
        lines = [(0.0, line) for text in cell.lines for line in self.wrapped(text, width, bold=cell.bold)]
        for at, item in enumerate(cell.items, 1):
            first, *others = self.wrapped(item, width - INDENT)
            lines.append((0.0, f"{at}. {first}"))
            lines += [(INDENT, line) for line in others]
        return lines

    def _draw(self, rows: Sequence[_Row], edges: Sequence[float]) -> list[tuple[float, float, float]]:
        """Draw rows from the pen down; return middle, upper and lower edge of each figure."""
        figures = []
        for r, row in enumerate(rows):
            for c, cell, lines in row.cells:
                high = sum(one.height for one in rows[r : r + cell.down])
                box = (edges[c], self.y - high, edges[c + cell.across], self.y)
                self._frame(box)
                self._write(cell, lines, box)
                if cell.figure is not None:
                    figures += self._figure(cell.figure, box)
            self.y -= row.height
        self.empty = False
        return figures

    def _write(self, cell: Cell, lines: Sequence[tuple[float, str]], box: tuple[float, float, float, float]) -> None:
        self.canvas.setFont(self._font(bold=cell.bold), self.look.size)
        y = box[3] - PAD
        for at, (indent, text) in enumerate(lines):
            if cell.picture_after is not None and at == cell.picture_after:
                self._picture(box[0] + PAD, y)
                y -= PICTURE[1] + 2
            self.canvas.drawString(box[0] + PAD + indent, y - self.look.size, text)
            y -= self.leading

    def _frame(self, box: tuple[float, float, float, float]) -> None:
        x0, y0, x1, y1 = box
        if not self.look.bars:
            self.canvas.lines([(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)])
            return
        for x in (x0, x1):
            self.canvas.rect(x - 0.25, y0, 0.5, y1 - y0, stroke=0, fill=1)
        for y in (y0, y1):
            self.canvas.rect(x0, y - 0.25, x1 - x0, 0.5, stroke=0, fill=1)

    # figures

    def _figure(self, figure: Figure, box: tuple[float, float, float, float]) -> list[tuple[float, float, float]]:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if figure.kind == "tick":
            self.canvas.setFont(self._font(), self.look.size)
            self.canvas.drawCentredString(x, y - self.look.size / 3, TICK)
            return []
        wide = min(FIGURE[0], box[2] - box[0] - 8)
        high = FIGURE[1] * (1.4 if figure.kind == "decision" else 1)
        left, low = x - wide / 2, y - high / 2
        if figure.kind == "terminator":
            self.canvas.roundRect(left, low, wide, high, high / 2)
        elif figure.kind == "box":
            self.canvas.rect(left, low, wide, high)
        else:
            self._lines_through([(x, low + high), (left + wide, y), (x, low), (left, y)], close=True)
        self.canvas.setFont(self._font(), self.look.size - 1.5)
        self.canvas.drawCentredString(x, y - 2.5, figure.words)
        return [(x, low + high, low)]

    def _join(self, figures: Sequence[tuple[float, float, float]]) -> None:
        """An arrow from each figure down to the next, with an elbow where that stands in another column."""
        for (x, _, low), (to, top, _) in pairwise(figures):
            middle = (low + top) / 2 - 2
            points = [(x, low), (to, top)] if x == to else [(x, low), (x, middle), (to, middle), (to, top)]
            self._lines_through(points)
            path = self.canvas.beginPath()
            path.moveTo(to, top)
            path.lineTo(to - 2, top + 4)
            path.lineTo(to + 2, top + 4)
            path.close()
            self.canvas.drawPath(path, stroke=0, fill=1)

    def _lines_through(self, points: Sequence[tuple[float, float]], *, close: bool = False) -> None:
        path = self.canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        if close:
            path.close()
        self.canvas.drawPath(path)


def _stretch(rows: Sequence[_Row], leading: float) -> None:
    """Make room for cells that go over several rows."""
    for r, row in enumerate(rows):
        for _, cell, lines in row.cells:
            if cell.down > 1:
                missing = len(lines) * leading + 2 * PAD + 2 - sum(one.height for one in rows[r : r + cell.down])
                rows[r + cell.down - 1].height += max(0.0, missing)
