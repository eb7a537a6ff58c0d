"""
Bad and hostile workbooks: one clear message each, or a bounded reading that says what was left out.

The cases run in one process that may take 1.5 GB, as the workers of an audit may.
"""

from __future__ import annotations

import gc
import io
import json
import multiprocessing
import resource
import struct
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readers.errors import ReadError
from readers.limits import SheetLimits
from readers.spreadsheet import OLE_MAGIC, read_workbook
from schemas.blocks import Document
from tests.workbooks import MAIN, data, ods, ods_parts, ods_row, ods_text, packed, text, xlsx, xlsx_parts

MEMORY = 1536 * 1024**2
SECONDS = 20
XLS_FILE = Path(__file__).resolve().parent.parent / "fixtures/workbooks/capaian-percent-hidden.xls"
TITLE = f'<row r="1">{text("A1", "Judul")}</row>'


def streamed(part, first, piece, times, last):
    """Return an XLSX with one part that is made piece by piece."""
    parts = xlsx_parts({"Data": data('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')}, strings="")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            if name != part:
                archive.writestr(name, content)
        with archive.open(part, "w", force_zip64=True) as stream:
            stream.write(first)
            for _ in range(times):
                stream.write(piece)
            stream.write(last)
    return out.getvalue()


def string_bomb(megabytes):
    """One shared string of so many megabytes."""
    first = f'<sst xmlns="{MAIN}"><si><t>'.encode()
    return streamed("xl/sharedStrings.xml", first, b"a" * 2**20, megabytes, b"</t></si></sst>")


def lying():
    """A part that is larger than its header says."""
    content = bytearray(string_bomb(40))
    true, said = (
        struct.pack("<I", 40 * 2**20 + len(f'<sst xmlns="{MAIN}"><si><t></t></si></sst>')),
        struct.pack("<I", 9),
    )
    assert true in content
    return bytes(content.replace(true, said))


def doctype():
    """A billion laughs in the list of sheets."""
    parts = xlsx_parts({"Data": data(TITLE)})
    laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    return packed({**parts, "xl/workbook.xml": laughs + parts["xl/workbook.xml"]})


def foreign():
    """An ODS that asks for a file of the machine."""
    parts = ods_parts(f'<table:table table:name="D">{ods_row(ods_text("a"))}</table:table>')
    asks = '<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    return packed({**parts, "content.xml": asks + parts["content.xml"].replace(">a<", ">&f;<")})


def locked_zip():
    """A part that says it is encrypted."""
    content = bytearray(xlsx(data(TITLE)))
    place = content.find(b"PK\x01\x02")
    content[place + 8] |= 1
    return bytes(content)


def locked_xls():
    """An XLS with a FILEPASS record where its writer stood (records 0x5C and 0x2F)."""
    content = bytearray(XLS_FILE.read_bytes())
    place = content.find(struct.pack("<HH", 0x5C, 0x70))
    content[place : place + 2] = struct.pack("<H", 0x2F)
    return bytes(content)


def locked_ods():
    """An ODS whose manifest tells of encryption."""
    parts = ods_parts("")
    return packed({**parts, "META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"})


def saved(sheets):
    """Return a workbook of openpyxl."""
    out = io.BytesIO()
    book = openpyxl.Workbook()
    for number in range(1, sheets):
        book.create_sheet(f"L{number}")
    book.save(out)
    return out.getvalue()


def far_cell():
    """A last cell that a dense grid could never hold, and a dimension that denies it."""
    last = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return xlsx('<dimension ref="A1"/>' + data(TITLE, last))


REFUSED = {
    "password": [
        (lambda: OLE_MAGIC + bytes(600) + "EncryptedPackage".encode("utf-16-le")),
        locked_zip,
        locked_xls,
        locked_ods,
    ],
    "damaged": [
        (lambda: xlsx(data(TITLE))[:-30]),
        (lambda: XLS_FILE.read_bytes()[:1500]),
        (lambda: OLE_MAGIC + bytes(5000)),
        (lambda: packed({**xlsx_parts({"Data": ""}), "xl/worksheets/sheet1.xml": "<worksheet"})),
        (lambda: xlsx("<a>" * 5000 + "</a>" * 5000)),
        (lambda: xlsx(data('<row r="1"><c r="ABCD1"><v>1</v></c></row>'))),
        (lambda: xlsx(data('<row r="9999999"><c r="A9999999"><v>1</v></c></row>'))),
        (lambda: xlsx(data('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'))),
        (lambda: xlsx(data(f'<row r="1"><c r="A1" x="{"a" * 9_000_000}"/></row>'))),
        lying,
    ],
    "unpacks-too-large": [lambda: string_bomb(40), lambda: string_bomb(600)],
    "text-too-long": [lambda: string_bomb(15)],
    "too-many-parts": [lambda: packed({**xlsx_parts({"Data": ""}), **{f"x/{number}": "" for number in range(2001)}})],
    "too-many-sheets": [lambda: saved(201)],
    "too-many-columns": [
        lambda: xlsx(data(f'<row r="1">{"<c><v>1</v></c>" * 16384}</row>')),
        lambda: ods(ods_row(ods_text("x", 'table:number-columns-repeated="16384"'))),
    ],
    "too-many-cells": [
        lambda: ods(ods_row(ods_text("x", 'table:number-columns-repeated="10000"'), more=_rows(1_000_000))),
        lambda: xlsx(data(*(_diagonal(number) for number in range(500)))),
    ],
    "unsafe-xml": [doctype, foreign],
    "no-sheets": [
        lambda: packed(xlsx_parts({})),
        lambda: packed(xlsx_parts({"Bagan": ""}, kinds={"Bagan": "chartsheet"})),
        lambda: packed(ods_parts("")),
    ],
    "empty": [lambda: b"", lambda: saved(1), lambda: ods(ods_row("<table:table-cell/>"))],
    "unsupported": [
        lambda: b"<html><table><tr><td>1</td></tr></table></html>",
        lambda: packed({"word/document.xml": "<a/>"}),
        lambda: packed({**ods_parts(""), "mimetype": "application/vnd.oasis.opendocument.text"}),
    ],
}


def _rows(count):
    return f'table:number-rows-repeated="{count}"'


def _diagonal(number):
    """A row far enough from the last one to cost memory, near enough to be no stray."""
    row, letters = number * 2000 + 1, ""
    column = number + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f'<row r="{row}"><c r="{letters}{row}"><v>1</v></c></row>'


READ = {
    "far cell": (far_cell, "stray-cell", (1, 1)),
    "far cell of ODS": (
        lambda: ods(
            ods_row(ods_text("x")),
            ods_row("<table:table-cell/>", more=_rows(1_048_000)),
            ods_row('<table:table-cell table:number-columns-repeated="16000"/>', ods_text("y")),
        ),
        "stray-cell",
        (1, 1),
    ),
    "merge of everything": (
        lambda: xlsx(data(TITLE) + '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        "merge-ignored",
        (1, 1),
    ),
    "million empty rows": (
        lambda: xlsx(data(TITLE, *(f'<row r="{row}" s="1" hidden="1"/>' for row in range(2, 1_000_001)))),
        None,
        (1, 1),
    ),
    "1e400": (lambda: xlsx(data('<row r="1"><c r="A1"><v>1e400</v></c></row>')), "number-out-of-range", (1, 1)),
    "sums of sums": (
        lambda: xlsx(
            data(*(f'<row r="{row}"><c r="A{row}"><f>SUM(A1:A9999)+B{row + 1}</f></c></row>' for row in range(1, 9999)))
        ),
        "formula-uncached",
        (9998, 1),
    ),
    "link to another workbook": (
        lambda: xlsx(data('<row r="1"><c r="A1"><f>[1]Data!A1</f></c></row>')),
        "formula-uncached",
        (1, 1),
    ),
}
CASES = {
    **{f"{code} {number}": make for code, makes in REFUSED.items() for number, make in enumerate(makes)},
    **{name: make for name, (make, _, _) in READ.items()},
}


def _outcome(content):
    """Return what a hostile workbook gives, and how long that took."""
    begun = time.perf_counter()
    try:
        document = read_workbook(content, name="kinerja.xlsx")
    except ReadError as error:
        found = {"code": error.code, "message": error.message}
    else:
        grid = document.sheets[0]
        found = {"notices": [it.code for it in document.notices], "size": [grid.height, grid.width]}
    return {**found, "seconds": time.perf_counter() - begun}


def _run(pipe):
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    outcomes = {}
    for name, make in CASES.items():
        gc.collect()  # what the case before it has left behind is not for this one to pay
        outcomes[name] = _outcome(make())
    pipe.send(json.dumps(outcomes))


@pytest.fixture(scope="module")
def outcomes():
    """What each case gives in a process with little memory."""
    here, there = multiprocessing.get_context("spawn").Pipe(duplex=False)
    child = multiprocessing.get_context("spawn").Process(target=_run, args=(there,))
    child.start()
    there.close()
    try:
        return json.loads(here.recv())
    finally:
        child.join()


@pytest.mark.parametrize("name", [name for name in CASES if name not in READ])
def test_one_clear_message(outcomes, name):
    """The message names the file and says what to do next."""
    found = outcomes[name]

    assert found.get("code") == name.rpartition(" ")[0]
    assert found["message"].startswith("kinerja.xlsx ")
    assert "riksa" in found["message"]
    assert found["seconds"] < SECONDS


@pytest.mark.parametrize("name", READ)
def test_bounded_reading(outcomes, name):
    """What is left out is said."""
    found = outcomes[name]

    assert tuple(found.get("size", ())) == READ[name][2]
    assert READ[name][1] is None or READ[name][1] in found["notices"]
    assert found["seconds"] < SECONDS


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (SheetLimits(workbook_bytes=100), "too-large"),
        (SheetLimits(unpacked_bytes=100), "unpacks-too-large"),
        (SheetLimits(parts=2), "too-many-parts"),
        (SheetLimits(rows=1), "too-many-rows"),
        (SheetLimits(columns=1), "too-many-columns"),
        (SheetLimits(workbook_cells=3), "too-many-cells"),
        (SheetLimits(sheets=0), "too-many-sheets"),
    ],
)
def test_limits_are_settings(limits, code):
    """A workbook of two rows and two columns, and each limit below it."""
    rows = (f'<row r="{row}">{text(f"A{row}", "a")}{text(f"B{row}", "b")}</row>' for row in (1, 2))

    with pytest.raises(ReadError) as caught:
        read_workbook(xlsx(data(*rows)), name="kinerja.xlsx", limits=limits)
    assert caught.value.code == code


def test_limits_reach_what_they_name():
    """A workbook that just fits is read."""
    rows = (f'<row r="{row}">{text(f"A{row}", "a")}{text(f"B{row}", "b")}</row>' for row in (1, 2))
    limits = SheetLimits(rows=2, columns=2, workbook_cells=4, sheets=1)

    assert read_workbook(xlsx(data(*rows)), name="kinerja.xlsx", limits=limits).sheets[0].height == 2


WHOLE = {
    "xlsx": xlsx(
        data(TITLE, '<row r="2" hidden="1"><c r="A2"><f>1+1</f></c><c r="B2" t="s"><v>0</v></c></row>'),
        strings="<si><t>kata</t></si>",
    ),
    "stored": packed(
        xlsx_parts({"Data": data(TITLE, '<row r="2"><c r="A2" s="1"><v>0.5</v></c></row>')}, styles="<cellXfs/>"),
        stored=("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"),
    ),
    "ods": packed(
        ods_parts(f'<table:table table:name="D">{ods_row(ods_text("a"), ods_text("b"))}</table:table>'),
        stored=("content.xml", "mimetype"),
    ),
    "xls": XLS_FILE.read_bytes(),
}


def _same_twice(content):
    """Read twice; return the outcome of both."""
    found = []
    for _ in range(2):
        try:
            document = read_workbook(content, name="kinerja")
        except ReadError as error:
            found.append((error.code, error.message))
        else:
            assert isinstance(document, Document)
            found.append((document.notices, [(grid.columns, grid.merges, grid.comments) for grid in document.sheets]))
    assert found[0] == found[1]


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_broken_bytes_give_a_message_or_a_document(kind, draw):
    """Bits turned over, pieces cut out, ends cut off: never another exception, and the same each time."""
    content = bytearray(WHOLE[kind])
    for _ in range(draw.draw(st.integers(1, 4))):
        place = draw.draw(st.integers(0, len(content) - 1))
        if draw.draw(st.booleans()):
            content[place] = draw.draw(st.integers(0, 255))
        else:
            del content[place : place + draw.draw(st.integers(1, 64))]
        if not content:
            break
    if draw.draw(st.booleans()):
        del content[draw.draw(st.integers(0, len(content))) :]
    _same_twice(bytes(content))


PARTS = {
    "xlsx": xlsx_parts(
        {"Data": data(TITLE, '<row r="2" hidden="1"><c r="A2" s="1"><f t="shared" si="0">A1+1</f></c></row>')},
        strings="<si><t>kata</t></si>",
        styles='<numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>',
    ),
    "ods": ods_parts(
        '<table:table table:name="D"><table:table-column table:visibility="collapse"/>'
        + ods_row(
            ods_text("a", 'table:number-columns-repeated="3" table:number-rows-spanned="2"'),
            '<table:table-cell table:formula="of:=[.A1]" office:value-type="percentage" office:value="0.5"/>',
            more=_rows(2),
        )
        + "</table:table>"
    ),
}
PIECES = [
    '"-1"',
    '"99999999"',
    '""',
    '"A1:B"',
    '"²"',
    "<c>",
    "</c>",
    "<v>",
    "&#0;",
    "&lt;",
    "\ud800",
    "1e999",
    "xmlns=''",
    " ",
]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(PARTS)), st.data())
def test_broken_xml_gives_a_message_or_a_document(kind, draw):
    """Packed in order, with parts that say anything."""
    parts = dict(PARTS[kind])
    name = draw.draw(st.sampled_from(sorted(parts)))
    for _ in range(draw.draw(st.integers(1, 3))):
        words = parts[name]
        quoted = [place for place, char in enumerate(words) if char in '"<>'] or [0]
        begin = draw.draw(st.sampled_from(quoted))
        end = begin + draw.draw(st.integers(0, 12))
        parts[name] = words[:begin] + draw.draw(st.sampled_from(PIECES)) + words[end:]
    _same_twice(packed({part: words.encode("utf-8", "surrogatepass") for part, words in parts.items()}))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([b"", b"PK\x03\x04", OLE_MAGIC, b"PK\x05\x06" + bytes(18)]), st.binary(max_size=3000))
def test_garbage_gives_a_message(magic, garbage):
    """Whatever the first bytes promise."""
    _same_twice(magic + garbage)
