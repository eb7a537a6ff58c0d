"""Workbooks made by hand, part by part, for what no writer would write."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
ODS = "application/vnd.oasis.opendocument.spreadsheet"


def packed(parts, *, stored=()):
    """Return a ZIP of the parts, by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            how = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, how)
    return out.getvalue()


def relations(*found):
    """Return a part of relations of (id, kind, target)."""
    lines = "".join(f'<Relationship Id="{i}" Type="{RELATED}/{kind}" Target="{to}"/>' for i, kind, to in found)
    return f'<Relationships xmlns="{PACKAGE}">{lines}</Relationships>'


def xlsx_parts(sheets, *, strings=None, styles=None, workbook="", kinds=None):
    """Return the parts of an XLSX of sheets, each the XML inside `worksheet`, by name."""
    names = list(sheets)
    kinds = kinds or {}
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{i}" r:id="rId{i}"/>' for i, name in enumerate(names, start=1)
    )
    related = [
        (f"rId{i}", kinds.get(name, "worksheet"), f"worksheets/sheet{i}.xml") for i, name in enumerate(names, start=1)
    ]
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATED}"><sheets>{listed}</sheets>{workbook}</workbook>'
        ),
    }
    for i, name in enumerate(names, start=1):
        parts[f"xl/worksheets/sheet{i}.xml"] = f'<worksheet xmlns="{MAIN}">{sheets[name]}</worksheet>'
    if strings is not None:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{strings}</sst>'
        related.append(("rIdS", "sharedStrings", "sharedStrings.xml"))
    if styles is not None:
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
        related.append(("rIdF", "styles", "styles.xml"))
    parts["xl/_rels/workbook.xml.rels"] = relations(*related)
    return parts


def xlsx(sheet, **more):
    """Return an XLSX of one sheet, ``Data``, of the XML inside `worksheet`."""
    return packed(xlsx_parts({"Data": sheet}, **more))


def data(*rows):
    """Return `sheetData` of rows of XML."""
    return f"<sheetData>{''.join(rows)}</sheetData>"


def text(reference, words):
    """Return a cell of words."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{escape(words)}</t></is></c>'


def ods_parts(tables, *, styles=""):
    """Return the parts of an ODS of tables of XML."""
    names = ("office", "table", "text", "style")
    spaces = " ".join(f'xmlns:{name}="{OASIS}{name}:1.0"' for name in names)
    spaces += f' xmlns:number="{OASIS}datastyle:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    spaces += ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    return {"mimetype": ODS, "content.xml": content, "META-INF/manifest.xml": "<manifest/>"}


def ods(*rows, columns="", table='table:name="Data"', styles=""):
    """Return an ODS of one table of rows of XML."""
    return packed(ods_parts(f"<table:table {table}>{columns}{''.join(rows)}</table:table>", styles=styles))


def ods_row(*cells, more=""):
    """Return a row."""
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def ods_text(words, more=""):
    """Return a cell of words."""
    return f'<table:table-cell office:value-type="string" {more}><text:p>{escape(words)}</text:p></table:table-cell>'


def ods_number(value, shown, *, kind="float", more=""):
    """Return a cell of a number, with what the sheet shows."""
    return (
        f'<table:table-cell office:value-type="{kind}" office:value="{value}" {more}><text:p>{shown}</text:p>'
        "</table:table-cell>"
    )
