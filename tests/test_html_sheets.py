"""Web pages that pass for workbooks."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readers.errors import ReadError
from readers.html_sheets import MAX_TAGS, MOST, read_html_sheets
from readers.limits import MAX_BYTES, SheetLimits
from schemas.blocks import Document, Grid, Merge, SheetCell

PATIENCE = 30.0
"""Seconds for the dearest page on a busy machine; quadratic work needs minutes."""


def read(page: str, limits: SheetLimits | None = None) -> Document:
    """Read a page."""
    return read_html_sheets(page.encode(), name="data.xls", limits=limits)


def rows_of(grid: Grid) -> list[list[SheetCell]]:
    """The cells by rows."""
    return [list(row) for row in zip(*grid.columns, strict=True)]


PAGE = """<html xmlns:x="urn:x"><head><title>ekspor</title><style>td {color: red}</style>
<!--[if gte mso 9]><xml><x:Name>Sheet1</x:Name></xml><![endif]--></head><body>
<h3>PENGUKURAN KINERJA<br>TAHUN 2024</h3>
<table border=1><thead>
<tr><th rowspan=2>No</th><th rowspan="2">Indikator
   Kinerja</th><th colspan=2>Target</th></tr>
<tr><th>TW I<th>TW II</tr></thead>
<tr><td>1<td>Nilai&nbsp;SAKIP &amp; mutu<td x:num="0.9">90,0%<td>a<br>b</table>
<p>Catatan: sementara</p>
<table><tr><td></td><td>Camat</td></tr></table>Akhir</body></html>"""


def test_each_table_is_a_sheet_with_the_words_around_it():
    """As Excel shows the page: words above a table are rows of it, those after the last table rows of the last."""
    first, second = read(PAGE).sheets

    assert rows_of(first) == [
        ["PENGUKURAN KINERJA", None, None, None],
        ["TAHUN 2024", None, None, None],
        ["No", "Indikator Kinerja", "Target", None],
        [None, None, "TW I", "TW II"],
        ["1", "Nilai SAKIP & mutu", "90,0%", "a\nb"],
    ]
    assert rows_of(second) == [["Catatan: sementara", None], [None, "Camat"], ["Akhir", None]]


def test_spans_are_merged_areas():
    """Counted from 0, within the sheet."""
    (grid, _) = read(PAGE).sheets

    assert grid.merges == (Merge(2, 0, 2, 1), Merge(2, 1, 2, 1), Merge(2, 2, 1, 2))


def test_places_are_those_of_a_sheet():
    """A reader opens the file in Excel."""
    place = read(PAGE).sheets[0].place(4, 1)

    assert (place.cell, place.line, place.page) == ("Tabel 1!B5", 5, 1)


def test_the_disguise_is_told():
    """It is no defect of the data, but numbers may be damaged when it is opened."""
    document = read(PAGE)

    assert [notice.code for notice in document.notices] == ["html-as-workbook"]
    assert document.media == "text/html"


def test_a_page_in_one_line_is_read():
    """As a program prints it; a text may not have such lines."""
    rows = "".join(f"<tr><td>{number}</td><td>Indikator</td></tr>" for number in range(30_000))
    (grid,) = read(f"<table>{rows}</table>").sheets

    assert (grid.height, grid.width) == (30_000, 2)
    assert grid.columns[1][0] is grid.columns[1][29_999]


def test_a_page_without_table_is_one_sheet():
    """Words are not lost."""
    assert rows_of(read("<html><p>Satu<p>Dua").sheets[0]) == [["Satu"], ["Dua"]]


def test_a_table_without_words_is_no_sheet():
    """Pages are laid out by empty tables."""
    (grid,) = read("<table><td></table>a<table><tr><td>b</table><table></table>").sheets

    assert (grid.sheet, rows_of(grid)) == ("Tabel 1", [["a"], ["b"]])


def test_a_span_beyond_the_table_ends_with_it():
    """As a browser draws it."""
    (grid,) = read("<table><tr><td rowspan=99>a<td>b<tr><td>c</table>").sheets

    assert grid.merges == (Merge(0, 0, 2, 1),)


@pytest.mark.parametrize(
    ("page", "limits", "code"),
    [
        pytest.param("<table>", None, "empty", id="nothing"),
        pytest.param("<table>" + "<tr><td>a" * (MOST.rows + 1), None, "too-many-rows", id="rows"),
        pytest.param("<table>" + ("<tr>" + "<td colspan=200>a" * 100) * 40, None, "too-many-cells", id="cells"),
        pytest.param("<table><tr><td>a<td>b<td>c", SheetLimits(columns=2), "too-many-columns", id="columns"),
        pytest.param("<table><tr><td>a</table>" * 3, SheetLimits(sheets=2), "too-many-sheets", id="sheets"),
        pytest.param("<table>" + "<" * MAX_TAGS, None, "too-much-markup", id="tags"),
        pytest.param("<table>" + " " * MAX_BYTES, None, "too-large", id="bytes"),
    ],
)
def test_limits_hold(page: str, limits: SheetLimits | None, code: str):
    """With what to do."""
    with pytest.raises(ReadError) as caught:
        read(page, limits)

    assert caught.value.code == code
    assert "Pecah data" in caught.value.message or code == "empty"


BOMBS = {
    "deep-tables": "<table><tr><td>" * 60_000,
    "open-comments": "<table><tr><td>a" + "<!--" * 200_000,
    "open-heads": "<head>" * 200_000 + "<table><tr><td>a",
    "open-styles": "<style>" * 200_000 + "<table><tr><td>a",
    "huge-spans": "<table><tr><td rowspan=999999 colspan=999999>x</td></tr></table>" * 50,
    "open-tags": "<table><tr><td " * 100_000,
    "entities": "<table><tr><td>" + "&amp;" * 200_000,
    "many-tables": "<table><tr><td>a</table>" * 50_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_cost_little(name: str):
    """Read or refused, but soon."""
    began = time.monotonic()
    try:
        found: Document | ReadError = read(BOMBS[name])
    except ReadError as error:
        found = error

    assert found is not None
    assert time.monotonic() - began < PATIENCE


FRAGMENTS = [
    "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th colspan=3>", "<td rowspan=2 colspan=2>", "kata",
    "<br>", "<p>", "\n", " ", "<!--", "-->", "<head>", "</head>", "<style>", "</style>", "&nbsp;", "&", "<", ">",
]  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join))
def test_any_page_gives_rectangles_or_a_read_error(page: str):
    """And every merged area lies within its sheet's rows."""
    try:
        sheets = read(page).sheets
    except ReadError as error:
        sheets = ()
        assert error.code  # noqa: PT017 - any error will do
    for number, grid in enumerate(sheets, start=1):
        assert {len(column) for column in grid.columns} == {grid.height}
        assert all(merge.row + merge.rows <= grid.height for merge in grid.merges)
        assert grid.number == number
