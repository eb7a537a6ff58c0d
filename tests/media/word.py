"""
Parts as a Word file, by python-docx, with figures as Word draws them.

Lists are numbered by Word, heading rows are repeated, the table of steps stands in a section in landscape, figures are
anchored in the cells of actors and joined by arrows.
"""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

import docx as python_docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Emu, Pt
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.text.paragraph import Paragraph

from tests.media.parts import Cell, Figure, Grid, Heading, Items, Lines, Part
from tests.media.pictures import signature_png
from tests.media.texts import TICK
from tests.word_files import NAMESPACES, levels

EMU_PER_POINT = 12_700
FIGURE = (46.0, 22.0)
"""Points: width and height of a figure."""
SIGNATURE = 70.0
"""Points: width of the picture of a signature."""
_DATE = (2025, 1, 2, 3, 4, 6)
"""Of all parts, so that the same description gives the same bytes."""
_PRESETS = {"terminator": "flowChartTerminator", "box": "flowChartProcess", "decision": "flowChartDecision"}


def word(parts: Iterable[Part]) -> bytes:
    """Parts as the bytes of a DOCX file."""
    made = _Made()
    for part in parts:
        made.part(part)
    out = io.BytesIO()
    made.file.save(out)
    return _dated(out.getvalue())


def _dated(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _DATE), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


class _Made:
    def __init__(self) -> None:
        self.file: WordDocument = python_docx.Document()
        self.file.styles["Normal"].font.size = Pt(10)
        section = self.file.sections[0]
        section.page_width, section.page_height = Pt(595), Pt(842)
        self._margins()
        self._wide = False
        self._list = 900
        self._drawn = 0

    def _margins(self) -> None:
        section = self.file.sections[-1]
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Pt(45)

    def part(self, part: Part) -> None:
        if isinstance(part, Grid):
            if part.wide != self._wide:
                self._turn(part.wide)
            self._grid(part)
            self.file.add_paragraph()
        elif isinstance(part, Heading):
            self.file.add_paragraph().add_run(part.text).bold = True
        elif isinstance(part, Items):
            self._items(part.items, [self.file.add_paragraph() for _ in part.items])
        else:
            self._lines(part)

    def _turn(self, wide: bool) -> None:
        section = self.file.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = section.page_height, section.page_width
        self._wide = wide
        self._margins()

    def _lines(self, part: Lines) -> None:
        for at, line in enumerate(part.lines):
            if at == part.picture_after:
                self._picture(self.file.add_paragraph())
            paragraph = self.file.add_paragraph(line)
            if part.at_right:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _picture(self, paragraph: Paragraph) -> None:
        paragraph.add_run().add_picture(io.BytesIO(signature_png()), width=Pt(SIGNATURE))

    def _items(self, items: Sequence[str], paragraphs: Sequence[Paragraph]) -> None:
        self._list += 1
        element = self.file.part.numbering_part.element
        definition, number = list(
            parse_xml(f"<w:numbering {NAMESPACES}>{levels(('decimal', '%1.'), number=self._list)}</w:numbering>")
        )
        element.find(qn("w:num")).addprevious(definition)
        element.append(number)
        for item, paragraph in zip(items, paragraphs, strict=True):
            paragraph.add_run(item)
            paragraph._p.get_or_add_pPr().append(
                parse_xml(f'<w:numPr {NAMESPACES}><w:ilvl w:val="0"/><w:numId w:val="{self._list}"/></w:numPr>')
            )

    # tables

    def _grid(self, grid: Grid) -> None:
        section = self.file.sections[-1]
        room = section.page_width - section.left_margin - section.right_margin
        widths = [Emu(round(room * share / sum(grid.shares))) for share in grid.shares]
        table = self.file.add_table(len(grid.rows), len(widths))
        table.style, table.autofit = "Table Grid", False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for made in table.rows[: grid.heads]:
            made._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {NAMESPACES}/>"))
        for made in table.rows:
            made._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {NAMESPACES}/>"))
        figures: list[tuple[int, int, Paragraph]] = []
        for r, row in enumerate(grid.rows):
            cells = list(table.rows[r].cells)
            for c, cell in enumerate(row):
                cells[c].width = widths[c]
                if cell is not None:
                    self._cell(self._merged(table, cells[c], (r, c), cell), cell, widths[c])
                    if cell.figure is not None and cell.figure.kind != "tick":
                        figures.append((r, c, cells[c].paragraphs[0]))
        self._arrows(figures, widths)

    @staticmethod
    def _merged(table: WordTable, first: WordCell, at: tuple[int, int], cell: Cell) -> WordCell:
        """The cell of the table with those that it covers; `table.cell` would look at all cells each time."""
        if cell.across == cell.down == 1:
            return first
        row, column = at
        return first.merge(table.rows[row + cell.down - 1].cells[column + cell.across - 1])

    def _cell(self, made: WordCell, cell: Cell, width: int) -> None:
        paragraphs = [made.paragraphs[0]]
        if cell.figure is not None:
            self._figure(paragraphs[0], cell.figure, width)
            return

        def following() -> Paragraph:
            return paragraphs.pop() if paragraphs else made.add_paragraph()

        for at, line in enumerate(cell.lines):
            if at == cell.picture_after:
                self._picture(following())
            following().add_run(line).bold = cell.bold or None
        if cell.items:
            self._items(cell.items, [following() for _ in cell.items])

    def _figure(self, paragraph: Paragraph, figure: Figure, width: int) -> None:
        if figure.kind == "tick":
            paragraph.add_run(TICK)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            return
        high = FIGURE[1] * (1.4 if figure.kind == "decision" else 1)
        wide, tall = round(FIGURE[0] * EMU_PER_POINT), round(high * EMU_PER_POINT)
        left = max(0, (width - wide) // 2 - 68_580)  # a cell keeps 5.4 points free at its left
        self._shape(paragraph, _PRESETS[figure.kind], figure.words, (left, 25_400, wide, tall))
        paragraph.paragraph_format.space_after = Pt(high + 6)

    def _arrows(self, figures: Sequence[tuple[int, int, Paragraph]], widths: Sequence[int]) -> None:
        """Join each figure with the next, by an elbow where that stands in another column."""
        for (_, c, paragraph), (_, to, _) in itertools.pairwise(figures):
            across = sum(widths[c:to]) - sum(widths[to:c])
            middle = widths[c] // 2 - 68_580
            left, wide = (middle, across) if across >= 0 else (middle + across, -across)
            preset = "straightConnector1" if not across else "bentConnector2 left" if across < 0 else "bentConnector2"
            self._shape(paragraph, preset, "", (left, 300_000, wide, 200_000), line=True)

    def _shape(
        self, paragraph: Paragraph, preset: str, words: str, box: tuple[int, int, int, int], *, line: bool = False
    ) -> None:
        self._drawn += 1
        xml = _anchor(self._drawn, preset, words, box, line=line)
        paragraph._p.append(parse_xml(xml))


def _anchor(number: int, preset: str, words: str, box: tuple[int, int, int, int], *, line: bool) -> str:
    """A run with a shape whose left upper corner stands at a place from the column and the paragraph of its anchor."""
    left, top, wide, high = box
    text = (
        f'<wps:txbx><w:txbxContent><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="14"/></w:rPr>'
        f"<w:t>{escape(words)}</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
        if words
        else ""
    )
    kind = "<wps:cNvCnPr/>" if line else "<wps:cNvSpPr/>"
    preset, _, turned = preset.partition(" ")
    flip = ' flipH="1"' if turned else ""
    end = '<a:tailEnd type="triangle"/>' if line else ""
    return (
        f'<w:r {NAMESPACES}><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{number}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:wrapNone/><wp:docPr id="{number}" name="Bentuk {number}"/>'
        "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp>{kind}<wps:spPr><a:xfrm{flip}><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="9525"><a:solidFill>'
        f'<a:srgbClr val="000000"/></a:solidFill>{end}</a:ln></wps:spPr>{text}'
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
