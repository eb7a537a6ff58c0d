"""Word files and workbooks of generated archives: small, quickly written, the same bytes at any time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Final
from xml.sax.saxutils import escape

_OFFICE: Final = "http://schemas.openxmlformats.org"
_RELATED: Final = f"{_OFFICE}/officeDocument/2006/relationships"
_W: Final = f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main"'
_X: Final = f'xmlns="{_OFFICE}/spreadsheetml/2006/main" xmlns:r="{_RELATED}"'


def paragraph(words: str = "") -> str:
    """Return a paragraph of a Word file."""
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>'


def cell(paragraphs: Sequence[str], merge: str = "") -> str:
    """Return a cell of a table; *merge* is ``restart`` or ``continue`` where rows share it."""
    merged = f'<w:tcPr><w:vMerge w:val="{merge}"/></w:tcPr>' if merge else ""
    return f"<w:tc>{merged}{''.join(map(paragraph, paragraphs)) or paragraph()}</w:tc>"


def table(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    """Return a table of rows of cells; widths in twentieths of a point."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{lines}</w:tbl>"


def word_file(body: str) -> bytes:
    """Return a Word file."""
    return _packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": _relations("officeDocument", "word/document.xml"),
            "word/document.xml": f"<w:document {_W}><w:body>{body}<w:sectPr/></w:body></w:document>",
        }
    )


def workbook(rows: Sequence[Sequence[str]]) -> bytes:
    """Return a workbook of one sheet of words."""
    lines = []
    for at, row in enumerate(rows, 1):
        cells = (
            f'<c r="{chr(65 + column)}{at}" t="inlineStr"><is><t>{escape(words)}</t></is></c>'
            for column, words in enumerate(row)
            if words
        )
        lines.append(f'<row r="{at}">{"".join(cells)}</row>')
    return _packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": _relations("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": (
                f'<workbook {_X}><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": _relations("worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": f"<worksheet {_X}><sheetData>{''.join(lines)}</sheetData></worksheet>",
        }
    )


def _relations(kind: str, target: str) -> str:
    related = f'<Relationship Id="rId1" Type="{_RELATED}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">{related}</Relationships>'


def _packed(parts: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
