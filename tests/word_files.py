"""Word files for tests: by hand, part by part, and from the blocks of a text by python-docx."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence

import docx as python_docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from schemas.blocks import Cell, Document, Piece, Table
from tests.workbooks import packed, relations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
GRID = 1_000
"""Twentieths of a point: the width of each column of `table`."""
_MARK = re.compile(r"[●VvXx√✓]|Mulai|Selesai")


# by hand


def docx(body: str, *, numbering: str = "", styles: str = "", section: str = "", more: dict[str, str] | None = None):
    """Return the bytes of a file with this XML in its body, in its lists and in its styles; more parts by name."""
    return packed(docx_parts(body, numbering=numbering, styles=styles, section=section, more=more))


def docx_parts(
    body: str, *, numbering: str = "", styles: str = "", section: str = "", more: dict[str, str] | None = None
) -> dict[str, str | bytes]:
    """Return the parts of such a file, by name."""
    found = {
        "word/numbering.xml": (numbering and f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>", "numbering"),
        "word/styles.xml": (styles and f"<w:styles {NAMESPACES}>{styles}</w:styles>", "styles"),
    }
    parts = {name: content for name, (content, _) in found.items() if content}
    related = [(f"rId{kind}", kind, name.removeprefix("word/")) for name, (_, kind) in found.items() if name in parts]
    for name, content in (more or {}).items():
        kind = re.sub(r"\d*\.xml$", "", name.removeprefix("word/"))
        related.append((f"rId{name.removeprefix('word/').removesuffix('.xml')}", kind, name.removeprefix("word/")))
        parts[name] = content
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": (
            f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>"
        ),
        "word/_rels/document.xml.rels": relations(*related),
        **parts,
    }


def p(*runs: str, properties: str = "", style: str = "") -> str:
    """Return a paragraph; a run that is no XML is words."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def r(words: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def listed(words: str, number: int = 1, level: int = 0) -> str:
    """Return a paragraph of a list."""
    return p(words, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def levels(*kinds: tuple[str, str], number: int = 1, more: str = "", of_list: str = "") -> str:
    """Return a list of levels of (format, text); `more` goes into each level, `of_list` into the list itself."""
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (kind, text) in enumerate(kinds)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{number}">{made}</w:abstractNum>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/>{of_list}</w:num>'
    )


def cell(*content: str, span: int = 1, merge: str = "") -> str:
    """Return a cell; words become paragraphs. `merge` is ``restart`` or ``continue``."""
    properties = f'<w:gridSpan w:val="{span}"/>' if span != 1 else ""
    properties += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    inside = "".join(one if one.startswith("<") else p(one) for one in content) or p()
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*rows: Sequence[str], widths: Sequence[int] = ()) -> str:
    """Return a table; cells that are no XML are words."""
    count = max(map(len, rows))
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths or [GRID] * count)
    lines = "".join(
        f"<w:tr>{''.join(one if one.startswith('<w:tc>') else cell(one) for one in row)}</w:tr>" for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{lines}</w:tbl>"


def anchored(
    content: str,
    uri: str,
    *,
    x: int,
    y: int = 0,
    size: tuple[int, int] = (300_000, 200_000),
    across: str = "column",
    of_cell: bool = True,
) -> str:
    """Return a run with a drawing that floats, its place and size in EMU."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f'<wp:anchor layoutInCell="{int(of_cell)}">'
        f'<wp:positionH relativeFrom="{across}"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{size[0]}" cy="{size[1]}"/><a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData>'
        "</a:graphic></wp:anchor></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><v:rect/></w:pict><w:t>LAMA</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )


def wsp(preset: str, words: str = "", *, box: tuple[int, int, int, int] = (0, 0, 0, 0), more: str = "") -> str:
    """Return a shape of Word 2010, for `anchored` or a group."""
    left, top, width, height = box
    text = f"<wps:txbx><w:txbxContent>{p(words)}</w:txbxContent></wps:txbx>" if words else ""
    return (
        f'<wps:wsp><wps:cNvSpPr {more}/><wps:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="{preset}"/></wps:spPr>{text}<wps:bodyPr/>'
        "</wps:wsp>"
    )


def shape(
    preset: str,
    words: str = "",
    *,
    x: int = 0,
    y: int = 0,
    across: str = "column",
    of_cell: bool = True,
    more: str = "",
) -> str:
    """Return a run with a drawn figure whose left upper corner stands at x, y from its anchor, in EMU."""
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    return anchored(wsp(preset, words, more=more), uri, x=x, y=y, across=across, of_cell=of_cell)


def picture() -> str:
    """Return a run with a picture in the line."""
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic/></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r>"
    )


# from the blocks of a text


def word_of(document: Document, *, drawn: bool = False) -> bytes:
    """
    Return a Word file that says what a text says.

    Args:
        document: The text, read.
        drawn: Whether the marks of actor columns become drawn figures.
    """
    made = _Made(drawn=drawn)
    above = 1
    for block in document.blocks:
        pieces = (
            [piece for row in block.rows for one in row.cells for piece in one.pieces]
            if isinstance(block, Table)
            else block.pieces
        )
        if pieces and pieces[0].line > above + 1:
            made.file.add_paragraph()  # a blank line
        above = max((piece.line for piece in pieces), default=above)
        if isinstance(block, Table):
            made.table(block)
        elif block.kind == "heading":
            made.words(made.file.add_paragraph(), block.pieces, block.marker, bold=True)
        else:
            for group in _items(block.pieces):
                made.words(made.file.add_paragraph(), group, group[0].marker)
    out = io.BytesIO()
    made.file.save(out)
    return out.getvalue()


def _items(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    for piece in pieces:
        if piece.marker is not None and group:
            yield group
            group = []
        group.append(piece)
    yield group


class _Made:
    def __init__(self, *, drawn: bool) -> None:
        self.file: WordDocument = python_docx.Document()
        self._drawn = drawn
        self._number = 0
        """The number of the last item of the list at hand."""
        self._list = 900
        """The id of the list at hand."""

    def words(
        self, paragraph: WordParagraph, pieces: Sequence[Piece], marker: str | None, *, bold: bool = False
    ) -> None:
        """Write pieces as lines of one paragraph, with an automatic number where the marker is one."""
        text = "\n".join(piece.text for piece in pieces)
        if marker is not None and not self._numbered(paragraph, marker):
            text = f"{marker} {text}"
        run = paragraph.add_run(text)
        run.bold = bold

    def _numbered(self, paragraph: WordParagraph, marker: str) -> bool:
        match = re.fullmatch(r"(\d{1,2})\.", marker)
        if match is None or int(match[1]) not in (1, self._number + 1):
            return False
        self._number = int(match[1])
        if self._number == 1:
            self._new_list()
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr xmlns:w="{W}"><w:ilvl w:val="0"/><w:numId w:val="{self._list}"/></w:numPr>')
        )
        return True

    def _new_list(self) -> None:
        self._list += 1
        element = self.file.part.numbering_part.element
        made = parse_xml(f"<w:numbering {NAMESPACES}>{levels(('decimal', '%1.'), number=self._list)}</w:numbering>")
        definition, number = list(made)
        element.find(qn("w:num")).addprevious(definition)
        element.append(number)

    def table(self, block: Table) -> None:
        """Write a table with its merged cells."""
        width = max(len(row.cells) for row in block.rows)
        grid = self.file.add_table(len(block.rows), width)
        for at, row in enumerate(block.rows):
            for column, one in enumerate(row.cells):
                self._cell(grid, at, column, one)

    def _cell(self, grid, at: int, column: int, one: Cell) -> None:
        if not one.pieces:
            return
        last = grid.cell(min(at + one.rowspan, len(grid.rows)) - 1, min(column + one.colspan, len(grid.columns)) - 1)
        made: _Cell = grid.cell(at, column)
        if last is not made:
            made = made.merge(last)
        groups = list(_items(one.pieces))
        for index, group in enumerate(groups):
            paragraph = made.paragraphs[0] if index == 0 else made.add_paragraph()
            words = group[0].text
            if self._drawn and len(groups) == 1 and _MARK.fullmatch(words):
                preset = "flowChartTerminator" if len(words) > 1 else "flowChartProcess"
                xml = shape(preset, words if len(words) > 1 else "", x=100_000)
                paragraph._p.append(parse_xml(xml.replace("<w:r>", f"<w:r {NAMESPACES}>", 1)))
            else:
                self.words(paragraph, group, group[0].marker)
