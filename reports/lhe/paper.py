"""
Paragraphs, tables and fields of a Word file.

python-docx keeps the package (parts, relations, pictures); the body is made of elements in the order that the schema
of WordprocessingML has (ISO/IEC 29500-1, 17), which Word insists on and python-docx does not look after where one
goes beyond its styles.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple

from docx import Document
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm

from reports.labels import Language
from reports.words import harmless

WIDTH: Final = 9071
"""Of the text, in twentieths of a point: A4 less margins of 3 and 2 cm."""
MAX_CHARACTERS: Final = 4_000
"""Of one text; a longer one is cut, which its end says."""

MAX_PICTURE: Final = 4 * 1024**2
"""Bytes."""

_HERE = Path(__file__).parent
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_TAGS: dict[Language, str] = {"id": "id-ID", "en": "en-GB"}
_UNUSED = ("stylesWithEffects", "customXml", "thumbnail")
"""Parts of the template of python-docx that nothing here needs."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>patuh</Application></Properties>"
)


class Span(NamedTuple):
    """Words of one look."""

    text: str
    bold: bool = False
    style: str | None = None
    """Of characters: ``Blank`` for room that a person fills, ``Digest``."""


Line = str | tuple[Span, ...]
Cell = Line | list[Line]
"""One paragraph, or several."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its columns, and how it looks."""

    widths: Sequence[int]
    """Shares of the width of the text."""
    header: Sequence[str] = ()
    """On top of every page that the table reaches; nothing for a form, whose first column names the rows."""
    right: frozenset[int] = frozenset()
    """Columns of numbers."""
    lines: bool = True
    part: int = 100
    """Per cent of the width of the text that it takes."""
    together: bool = False
    """Whether its rows stay on one page where they fit on one."""

    @property
    def width(self) -> int:
        """In twentieths of a point."""
        return WIDTH * self.part // 100

    @property
    def columns(self) -> list[int]:
        """Their widths, which come to that of the table."""
        whole = sum(self.widths)
        widths = [self.width * width // whole for width in self.widths]
        return [*widths[:-1], self.width - sum(widths[:-1])]


@dataclass(frozen=True, slots=True)
class Identity:
    """What the properties of a file say of it."""

    title: str
    author: str
    day: dt.date


def clean(text: str, limit: int = MAX_CHARACTERS) -> str:
    """Return *text* as XML can hold it, cut where it is longer than anyone reads."""
    whole = _NO_XML.sub("\N{REPLACEMENT CHARACTER}", harmless(text[: limit + 1]))
    return whole if len(whole) <= limit else whole[:limit].rstrip() + " […]"


class PictureError(Exception):
    """A picture cannot be used; the message says why, in Indonesian."""


def picture_data(path: str) -> bytes:
    """
    Read a picture.

    Raises:
        PictureError: It cannot be read, is too big, or is neither PNG nor JPEG.
    """
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(MAX_PICTURE + 1)
        known = Image.from_blob(data).content_type in ("image/png", "image/jpeg")
    except OSError as error:
        raise PictureError(f"tidak dapat dibaca ({error.strerror or error})") from error
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, ValueError, KeyError) as error:
        raise PictureError("bukan gambar PNG atau JPEG yang utuh") from error
    if len(data) > MAX_PICTURE:
        raise PictureError(f"lebih besar dari {MAX_PICTURE // 1024**2} MB")
    if not known:
        raise PictureError("bukan gambar PNG atau JPEG")
    return data


class Paper:
    """A Word file that grows from its first paragraph to its last."""

    def __init__(self, lang: Language) -> None:
        self._document: Any = Document()
        self._body = self._document.element.body
        self._end = self._body[-1]
        for element in self._body[:-1]:
            self._body.remove(element)
        self._lists = 1
        self._headings: list[tuple[int, str, str]] = []
        self._contents: Any = None
        self._dress(lang)

    def heading(self, level: int, text: str, *, new_page: bool = False) -> None:
        """Add a heading, which the table of contents names when its level is 1 to 3."""
        words = clean(text, 300)
        paragraph = _paragraph(f"Heading{level}", new_page=new_page)
        if level <= 3:
            name = f"_Toc{len(self._headings) + 1:06}"
            self._headings.append((level, words, name))
            mark = str(len(self._headings))
            paragraph.append(_element("w:bookmarkStart", id=mark, name=name))
            paragraph.append(_run(words))
            paragraph.append(_element("w:bookmarkEnd", id=mark))
        else:
            paragraph.append(_run(words))
        self._add(paragraph)

    def text(self, line: Line, style: str = "BodyText", *, keep: bool = False) -> None:
        """Add a paragraph; *keep* it on the page of what comes next."""
        self._add(_filled(_paragraph(style, keep=keep), line))

    def space(self) -> None:
        """Part two tables, which Word would else join."""
        self._add(_paragraph("Spacer"))

    def rule(self) -> None:
        """Draw a line across the page, as below a letterhead."""
        paragraph = _paragraph("Letterhead")
        borders = OxmlElement("w:pBdr")
        borders.append(_element("w:bottom", val="double", sz="6", space="4", color="000000"))
        paragraph[0].append(borders)
        self._add(paragraph)

    def page_break(self) -> None:
        """Go on on a new page."""
        paragraph, run = _paragraph("Normal"), OxmlElement("w:r")
        run.append(_element("w:br", type="page"))
        paragraph.append(run)
        self._add(paragraph)

    def items(self, lines: Iterable[Line], *, numbered: bool = False) -> None:
        """Add a list, numbered from 1."""
        number = self._new_list() if numbered else 1
        for line in lines:
            self._add(_filled(_paragraph("ListParagraph", number=number), line))

    def table(self, grid: Grid, rows: Iterable[Sequence[Cell]]) -> None:
        """Add a table; no row of it is parted by the end of a page."""
        self._add(_table(grid, rows))

    def contents(self, title: str) -> None:
        """Keep the place of the table of contents, which the headings that follow fill."""
        self.text(title, "TOCHeading")
        self._contents = _paragraph("TOC1")
        self._add(self._contents)

    def picture(self, path: str, words: str) -> None:
        """
        Add a picture 25 mm high in a line of its own.

        Raises:
            PictureError: It cannot be used.
        """
        data = io.BytesIO(picture_data(path))
        paragraph = self._document.add_paragraph(style="Letterhead")
        paragraph.add_run().add_picture(data, height=Mm(25))
        for properties in paragraph._p.iter(qn("wp:docPr")):  # noqa: SLF001 - python-docx has no other way
            properties.set("descr", clean(words, 200))
            properties.set("name", "Logo")

    def footer(self, before: str, page: str) -> None:
        """Set what stands at the foot of every page but the first; ``{page}`` and ``{pages}`` are counted by Word."""
        section = self._document.sections[0]
        section.different_first_page_header_footer = True
        paragraph: Any = section.footer.paragraphs[0]._p  # noqa: SLF001 - python-docx has no fields
        paragraph.clear_content()
        paragraph.append(_run(clean(before, 200)))
        paragraph.append(_tab())
        for piece in re.split(r"(\{pages?\})", page):
            codes = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
            for run in _field(codes[piece], [_run("1")]) if piece in codes else [_run(piece)]:
                paragraph.append(run)

    def save(self, stream: BinaryIO, identity: Identity) -> None:
        """Write the file: the same bytes for the same words."""
        self._fill_contents()
        self._identify(identity)
        with tempfile.TemporaryFile(prefix="patuh-") as written:
            self._document.save(written)
            _copy_undated(written, stream)

    def _add(self, element: Any) -> None:
        self._end.addprevious(element)

    def _new_list(self) -> int:
        self._lists += 1
        number = _element("w:num", numId=str(self._lists))
        number.append(_element("w:abstractNumId", val="0"))
        again = _element("w:lvlOverride", ilvl="0")
        again.append(_element("w:startOverride", val="1"))
        number.append(again)
        self._document.part.numbering_part.element.append(number)
        return self._lists

    def _fill_contents(self) -> None:
        """
        The entries as they are now, their pages for Word to find.

        The field is dirty: Word brings it up to date when the file is opened.
        """
        if self._contents is None:
            return
        place = self._contents
        begin, code, middle = _field_head(' TOC \\o "1-3" \\h \\z \\u ', dirty=True)
        for run in (begin, code, middle):
            place.append(run)
        for count, (level, text, name) in enumerate(self._headings):
            if count:
                paragraph = _paragraph(f"TOC{level}")
                place.addnext(paragraph)
                place = paragraph
            link = _element("w:hyperlink", anchor=name, history="1")
            for run in (_run(text), _tab(), *_field(f" PAGEREF {name} \\h ", [_run("…")])):
                link.append(run)
            place.append(link)
        end = _paragraph("Normal")
        end.append(_field_mark("end"))
        place.addnext(end)

    def _identify(self, identity: Identity) -> None:
        about = self._document.core_properties
        moment = dt.datetime.combine(identity.day, dt.time())
        about.title, about.author = clean(identity.title, 250), clean(identity.author, 250)
        about.last_modified_by = about.author
        about.created = about.modified = moment
        about.revision = 1
        about.comments = about.keywords = about.subject = about.category = ""
        about.language = self._tag

    def _dress(self, lang: Language) -> None:
        """The looks and the language of the file, in place of those of the template."""
        self._tag = _TAGS[lang]
        part = self._document.part
        decimal, separator = (",", ";") if lang == "id" else (".", ",")
        marks = {"LANG": self._tag, "DECIMAL": decimal, "SEPARATOR": separator}
        part._styles_part._element = _resource("styles.xml", marks)  # noqa: SLF001 - python-docx has no setter
        part._settings_part._element = _resource("settings.xml", marks)  # noqa: SLF001
        part.numbering_part._element = _resource("numbering.xml", marks)  # noqa: SLF001
        for owner in (part, part.package):
            for key, relation in list(owner.rels.items()):
                if relation.reltype.endswith(_UNUSED):
                    del owner.rels[key]
        for other in part.package.iter_parts():
            if str(other.partname) == "/docProps/app.xml":
                other._blob = _APP.encode()  # noqa: SLF001
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin, section.right_margin = Mm(30), Mm(20)
        section.top_margin = section.bottom_margin = Mm(25)
        section.header_distance = section.footer_distance = Mm(12)


def _resource(name: str, marks: dict[str, str]) -> Any:
    text = (_HERE / name).read_text(encoding="utf-8")
    for mark, value in marks.items():
        text = text.replace(f'"{mark}"', f'"{value}"')
    return parse_xml(text.encode())


def _element(tag: str, **attributes: str) -> Any:
    return OxmlElement(tag, {qn(f"w:{name}"): value for name, value in attributes.items()})


def _paragraph(
    style: str, *, keep: bool = False, new_page: bool = False, number: int | None = None, right: bool = False
) -> Any:
    """An empty paragraph; its properties in the order of CT_PPr."""
    paragraph, properties = OxmlElement("w:p"), OxmlElement("w:pPr")
    properties.append(_element("w:pStyle", val=style))
    if keep:
        properties.append(OxmlElement("w:keepNext"))
    if new_page:
        properties.append(OxmlElement("w:pageBreakBefore"))
    if number is not None:
        numbers = OxmlElement("w:numPr")
        numbers.append(_element("w:ilvl", val="0"))
        numbers.append(_element("w:numId", val=str(number)))
        properties.append(numbers)
    if right:
        properties.append(_element("w:jc", val="right"))
    paragraph.append(properties)
    return paragraph


def _filled(paragraph: Any, line: Line) -> Any:
    spans = (Span(line),) if isinstance(line, str) else line
    for span in spans:
        paragraph.append(_run(clean(span.text), bold=span.bold, style=span.style))
    return paragraph


def _run(text: str, *, bold: bool = False, style: str | None = None) -> Any:
    """Words; their properties in the order of CT_RPr."""
    run = OxmlElement("w:r")
    if bold or style:
        properties = OxmlElement("w:rPr")
        if style:
            properties.append(_element("w:rStyle", val=style))
        if bold:
            properties.append(OxmlElement("w:b"))
        run.append(properties)
    words = OxmlElement("w:t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(words)
    return run


def _tab() -> Any:
    run = OxmlElement("w:r")
    run.append(OxmlElement("w:tab"))
    return run


def _field(code: str, result: Iterable[Any]) -> Iterator[Any]:
    yield from _field_head(code)
    yield from result
    yield _field_mark("end")


def _field_head(code: str, *, dirty: bool = False) -> tuple[Any, Any, Any]:
    run, words = OxmlElement("w:r"), OxmlElement("w:instrText")
    words.text = code
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(words)
    return _field_mark("begin", dirty=dirty), run, _field_mark("separate")


def _field_mark(kind: str, *, dirty: bool = False) -> Any:
    run = OxmlElement("w:r")
    run.append(_element("w:fldChar", fldCharType=kind, **({"dirty": "true"} if dirty else {})))
    return run


def _table(grid: Grid, rows: Iterable[Sequence[Cell]]) -> Any:
    """A table; its properties in the order of CT_TblPr."""
    table, properties, columns = OxmlElement("w:tbl"), OxmlElement("w:tblPr"), OxmlElement("w:tblGrid")
    properties.append(_element("w:tblStyle", val="TableGrid" if grid.lines else "TableNormal"))
    properties.append(_element("w:tblW", w=str(grid.width), type="dxa"))
    properties.append(_element("w:tblLayout", type="fixed"))
    first = {"firstRow": "1", "firstColumn": "0"} if grid.header else {"firstRow": "0", "firstColumn": "1"}
    look = {"val": "0020" if grid.header else "0080", **first, "lastRow": "0", "lastColumn": "0"}
    properties.append(_element("w:tblLook", **look, noHBand="1", noVBand="1"))
    for width in grid.columns:
        columns.append(_element("w:gridCol", w=str(width)))
    table.append(properties)
    table.append(columns)
    if grid.header:
        table.append(_row(grid, [(Span(words, bold=True),) for words in grid.header], header=True))
    for row in rows:
        table.append(_row(grid, row))
    if grid.together:
        _keep_together(table)
    return table


def _keep_together(table: Any) -> None:
    """Keep every row but the last on the page of the next one."""
    for row in table.findall(qn("w:tr"))[:-1]:
        for style in row.iter(qn("w:pStyle")):
            style.addnext(OxmlElement("w:keepNext"))


def _row(grid: Grid, cells: Sequence[Cell], *, header: bool = False) -> Any:
    row, properties = OxmlElement("w:tr"), OxmlElement("w:trPr")
    properties.append(OxmlElement("w:cantSplit"))
    if header:
        properties.append(OxmlElement("w:tblHeader"))
    row.append(properties)
    for place, (cell, width) in enumerate(zip(cells, grid.columns, strict=True)):
        shaded = header or (grid.lines and not grid.header and place == 0)
        row.append(_cell(cell, width, _Look("TableText" if grid.lines else "FormText", shaded, place in grid.right)))
    return row


class _Look(NamedTuple):
    """Of a cell."""

    style: str
    shaded: bool
    right: bool


def _cell(cell: Cell, width: int, look: _Look) -> Any:
    box, properties = OxmlElement("w:tc"), OxmlElement("w:tcPr")
    properties.append(_element("w:tcW", w=str(width), type="dxa"))
    if look.shaded:
        properties.append(_element("w:shd", val="clear", color="auto", fill="E7E6E6"))
    box.append(properties)
    for line in cell if isinstance(cell, list) else [cell]:
        box.append(_filled(_paragraph(look.style, right=look.right), line))
    return box


def _copy_undated(written: BinaryIO, stream: BinaryIO) -> None:
    """Copy a package whose members carry the time of now."""
    written.seek(0)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            with source.open(name) as data, target.open(member, "w") as copy:
                while block := data.read(1 << 20):
                    copy.write(block)
