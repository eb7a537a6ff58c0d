"""Word files made to stop the audit, or damaged on the way: one clear message, or what can be read."""

from __future__ import annotations

import random
import time
import tracemalloc
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readers.docx import read_docx
from readers.docx_tree import MAX_CHARS, MAX_ELEMENTS
from readers.errors import ReadError
from readers.limits import MAX_LINE_CHARS, MAX_LINES, MAX_TABLE_ROWS, SheetLimits
from schemas.blocks import Document, Table
from tests.word_files import NAMESPACES, cell, docx, docx_parts, levels, listed, p, r, shape, table
from tests.workbooks import packed, relations

GOOD = docx(
    p("Satu") + table(["Dua", cell(p(shape("rect")), p(shape("rect", "x")))]), numbering=levels(("decimal", "%1."))
)
SECONDS = 20
"""More than the dearest of these files may take on a busy machine; it takes about 3."""
MEGABYTES = 100


def failure(data: bytes, **limits: int) -> ReadError:
    """Read what cannot be read."""
    with pytest.raises(ReadError) as caught:
        read_docx(data, name="jahat.docx", limits=SheetLimits(**limits))
    return caught.value


def with_part(name: str, content: str | bytes) -> bytes:
    """A good file with another part in the place of one of its own."""
    return packed({**docx_parts(p("A")), name: content})


def locked() -> bytes:
    """A file whose parts need a password."""
    data = bytearray(GOOD)
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def lying() -> bytes:
    """A part that unpacks to more than its entry says."""
    data = bytearray(docx(p(r("x" * 3_000_000))))
    at = data.find(b"PK\x01\x02")
    while data[at + 46 : at + 63] != b"word/document.xml":
        at = data.find(b"PK\x01\x02", at + 4)
    data[at + 24 : at + 28] = (1_000).to_bytes(4, "little")
    return bytes(data)


def nested(depth: int) -> str:
    """Tables in tables."""
    inner = p("A")
    for _ in range(depth):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    return inner


def noise(size: int) -> str:
    """Words that do not compress well."""
    return random.Random(5).randbytes(size // 2).hex()


HOSTILE: dict[str, tuple[Callable[[], bytes], dict[str, int], str]] = {
    "nothing": (lambda: b"", {}, "damaged"),
    "zeros": (lambda: bytes(5_000), {}, "damaged"),
    "cut-off": (lambda: GOOD[: len(GOOD) // 2], {}, "damaged"),
    "locked": (locked, {}, "password"),
    "no-main-part": (lambda: packed({"word/styles.xml": "<x/>"}), {}, "damaged"),
    "main-part-is-another": (lambda: with_part("word/document.xml", f"<w:hdr {NAMESPACES}/>"), {}, "damaged"),
    "no-body": (lambda: with_part("word/document.xml", f"<w:document {NAMESPACES}/>"), {}, "damaged"),
    "broken-xml": (lambda: with_part("word/document.xml", "<w:document"), {}, "damaged"),
    "broken-styles": (lambda: docx(p("A"), styles="<w:style>"), {}, "damaged"),
    "unknown-root": (lambda: with_part("word/document.xml", "<x/>"), {}, "damaged"),
    "no-words": (lambda: docx(p() + table(["", ""])), {}, "empty"),
    "laughs": (
        lambda: with_part("word/document.xml", '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><x>&c;</x>'),
        {},
        "unsafe-xml",
    ),
    "foreign-entity": (
        lambda: with_part("word/document.xml", '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'), {}, "unsafe-xml",
    ),
    "too-large": (lambda: GOOD, {"workbook_bytes": 100}, "too-large"),
    "too-many-parts": (lambda: GOOD, {"parts": 3}, "too-many-parts"),
    "unpacks": (lambda: docx(p(r("x" * 3_000_000))), {"unpacked_bytes": 2_000_000}, "unpacks-too-large"),
    "swells": (lambda: docx(p(r("x" * 40_000_000))), {}, "unpacks-too-large"),
    "lies": (lying, {}, "damaged"),
    "words": (lambda: docx(p(r(noise(MAX_CHARS + 2)))), {}, "text-too-long"),
    "paragraph": (lambda: docx(p(r("x" * (MAX_LINE_CHARS + 1)))), {}, "line-too-long"),
    "elements": (lambda: docx("<w:p/>" * MAX_ELEMENTS), {}, "too-much-markup"),
    "paragraphs": (lambda: docx("<w:p/>" * (MAX_LINES + 1)), {}, "too-many-lines"),
    "rows": (lambda: docx(f"<w:tbl>{'<w:tr/>' * (MAX_TABLE_ROWS + 1)}</w:tbl>"), {}, "too-many-rows"),
    "cells": (lambda: docx(f"<w:tbl>{('<w:tr>' + '<w:tc/>' * 500 + '</w:tr>') * 201}</w:tbl>"), {}, "too-many-cells"),
    "items": (lambda: docx("<w:p><w:r><w:t>A</w:t></w:r></w:p>" * 120_000), {}, "too-many-pieces"),
    "tables-in-tables": (lambda: docx(nested(240)), {}, "nested-too-deep"),
    "controls-in-controls": (lambda: docx("<w:sdt>" * 500 + "</w:sdt>" * 500), {}, "nested-too-deep"),
    "groups-in-groups": (lambda: docx(p("<wpg:grpSp>" * 500 + "</wpg:grpSp>" * 500)), {}, "nested-too-deep"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_one_clear_message(name: str):
    """Indonesian, in bounded time and memory."""
    make, limits, code = HOSTILE[name]
    data = make()
    begin = time.monotonic()
    error = failure(data, **limits)

    assert (error.code, time.monotonic() - begin < SECONDS) == (code, True)
    assert "jahat.docx" in error.message or "Berkas memuat" in error.message
    assert error.message.endswith(".")
    assert "lembar kerja" not in error.message


SURVIVED = {
    "wide-span": table([cell("A", span=300_000_000), "B"], ["C", "D"]),
    "span-of-nothing": table([cell("A", span=0), cell("B", span=-4)]),
    "merge-without-begin": table([cell("A", merge="continue"), "B"], [cell("", merge="continue"), ""]),
    "many-columns": f"<w:tbl><w:tr>{cell('A', span=500) * 9}</w:tr></w:tbl>",
    "columns-of-no-width": table(["A", "B"], widths=[0, 0]) + table(["A", "B"], widths=[-5, 10**9]),
    "odd-numbers": p("A", properties='<w:outlineLvl w:val="zzz"/><w:numPr><w:ilvl w:val="x"/><w:numId/></w:numPr>'),
    "figure-of-no-size": p("A", shape("rect").replace('cx="300000"', 'cx="1e9"')),
    "unknown-elements": "<w:p><w:zzz><w:r><w:t>x</w:t></w:r></w:zzz>" + r("A") + "</w:p><v:p/>",
    "words-nowhere": "A" + p("B") + "<w:t>C</w:t>",
    "tables-in-tables": nested(20),
}


@pytest.mark.parametrize("name", SURVIVED)
def test_what_is_odd_is_read(name: str):
    """As far as it goes."""
    document = read_docx(docx(SURVIVED[name]), name="a.docx")

    assert document.blocks
    assert all(len(row.cells) < 600 for block in document.blocks if isinstance(block, Table) for row in block.rows)


def test_lists_that_lead_in_circles():
    """Through styles back to themselves."""
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="L"><w:basedOn w:val="M"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:styleId="M"><w:basedOn w:val="L"/></w:style>'
    )

    assert read_docx(docx(listed("A"), numbering=numbering, styles=styles), name="a.docx").blocks


def test_what_lies_outside_is_never_opened():
    """Relations that lead out of the file, macros, and parts that nobody names."""
    parts = docx_parts(p("A"), section='<w:headerReference w:type="default" r:id="rId9"/>')
    parts["word/_rels/document.xml.rels"] = relations(("rId9", "header", "file:///etc/passwd")).replace(
        "/>", ' TargetMode="External"/>', 1
    )
    parts["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0 bukan makro"

    document = read_docx(packed(parts), name="a.docm")
    assert [block.pieces[0].text for block in document.blocks if not isinstance(block, Table)] == ["A"]


def test_memory_is_bounded():
    """A file of many elements within the limits."""
    data = docx((table(*[["a"] * 9] * 20) + p("b", r("c"))) * 50)
    tracemalloc.start()
    read_docx(data, name="a.docx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < MEGABYTES * 1024**2


# Garbage


def outcome(data: bytes) -> Document | ReadError:
    """Read bytes of any kind."""
    try:
        return read_docx(data, name="a.docx")
    except ReadError as error:
        return error


@settings(deadline=None, max_examples=150)
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=8))
def test_broken_bytes_give_a_message_or_a_document(at: int, junk: bytes):
    """Wherever they stand."""
    found = outcome(GOOD[:at] + junk + GOOD[at + len(junk) :])

    assert isinstance(found, Document) or (found.code and found.message)


NAMES = """
w:p w:r w:t w:tbl w:tr w:tc w:tcPr w:pPr w:rPr w:gridSpan w:vMerge w:numPr w:numId w:ilvl w:sdt w:sdtContent w:ins w:del
w:br w:tab w:sym w:fldChar w:pict w:drawing w:trPr w:gridBefore w:tblGrid w:gridCol w:b w:vanish w:object w:outlineLvl
v:shape v:rect v:group v:textbox w:txbxContent wp:anchor wp:inline wp:positionH wp:positionV wp:posOffset wp:extent
a:graphic a:graphicData wps:wsp wps:spPr wps:txbx a:prstGeom a:xfrm a:off a:ext wpg:wgp wpg:grpSpPr pic:pic m:oMath
mc:AlternateContent mc:Choice mc:Fallback w:sectPr w:altChunk w:hyperlink w:abstractNum w:num w:lvl w:style
""".split()
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["w:val", "w:fldCharType", "w:char", "w:font", "type", "style", "prst", "cx", "x", "Requires"]),
    st.sampled_from(["", "0", "-1", "1", "7", "99999999999999999999", "begin", "separate", "end", "restart", "rect",
                     "flowChartDecision", "#_x0000_t116", "position:absolute;margin-left:1e9pt;width:-3cm", "wps",
                     "F0FC", "Wingdings", "true", "\u0662"]),
    max_size=2,
)  # fmt: skip
WORDS = st.sampled_from(["", "A", "1. A; 2. B", "I. A", "\t", "A\tB\tC", "Halaman 1", "<", "\u200b", "A.", "B."])


def element(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """XML of some element with others inside."""

    def made(name: str, attributes: dict[str, str], content: list[str]) -> str:
        listed = "".join(f' {key}="{value}"' for key, value in attributes.items())
        return f"<{name}{listed}>{''.join(content)}</{name}>"

    return st.builds(made, st.sampled_from(NAMES), ATTRIBUTES, st.lists(inside, max_size=4))


XML = st.recursive(WORDS.map(lambda text: f"<w:t>{text.replace('<', '&lt;')}</w:t>"), element, max_leaves=25)


@settings(deadline=None, max_examples=300)
@given(st.lists(XML, max_size=5), st.lists(XML, max_size=3), st.lists(XML, max_size=3))
def test_any_xml_gives_a_message_or_a_document(body: list[str], numbering: list[str], styles: list[str]):
    """However its elements stand in one another."""
    found = outcome(docx(p("A") + "".join(body), numbering="".join(numbering), styles="".join(styles)))

    assert isinstance(found, Document), found
    assert all(piece.cell for block in found.blocks if not isinstance(block, Table) for piece in block.pieces)


def test_the_good_file_is_good():
    """Else nothing above shows anything."""
    assert isinstance(outcome(GOOD), Document)
