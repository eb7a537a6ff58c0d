"""Workbooks become grids of typed cells, the same whatever application and format they come from."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment

from readers.number_formats import number_format
from readers.sheet_values import exact, number_text
from readers.spreadsheet import ODS, XLS, XLSX, read_workbook
from schemas.blocks import Merge, SheetValue
from tests.workbooks import data, ods, ods_number, ods_row, ods_text, packed, text, xlsx, xlsx_parts

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures/workbooks"


def read(content):
    """Read a workbook that is in order."""
    return read_workbook(content, name="kinerja")


def grid_of(content):
    """Return the first grid."""
    return read(content).sheets[0]


def cell(content, reference="A1"):
    """Return one cell of the first sheet."""
    grid = grid_of(content)
    column, row = ord(reference[0]) - 65, int(reference[1:]) - 1
    return grid.columns[column][row]


def saved(book):
    """Return the bytes of a workbook of openpyxl."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def made(**cells):
    """Return an XLSX written by openpyxl; a value may come with its number format."""
    book = openpyxl.Workbook()
    for reference, value in cells.items():
        content, code = value if isinstance(value, tuple) else (value, "General")
        book.active[reference] = content
        book.active[reference].number_format = code
    return saved(book)


def told(document):
    """Return the messages of the notices by code."""
    return {notice.code: notice.message for notice in document.notices}


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (0.9725, "0.00%", SheetValue("number", "97,25%", Decimal("97.25"), percent=True)),
        (0.9, "0%", SheetValue("number", "90%", Decimal(90), percent=True)),
        (0.9399999999999999, "0.00%", SheetValue("number", "94%", Decimal(94), percent=True)),
        (97.25, '0.00"%"', SheetValue("number", "97,25%", Decimal("97.25"), percent=True)),
        (97.25, r"0.00\%", SheetValue("number", "97,25%", Decimal("97.25"), percent=True)),
        (12, "General", SheetValue("number", "12", Decimal(12))),
        (1244500000.5, '"Rp"#,##0', SheetValue("number", "1244500000,5", Decimal("1244500000.5"))),
        (-13, "0_);(0)", SheetValue("number", "-13", Decimal(-13))),
        (0, "0;-0;;@", SheetValue("number", "0", Decimal(0))),
        (True, "General", SheetValue("truth", "TRUE", value=True)),
        (dt.date(2024, 12, 31), "dd mmmm yyyy", SheetValue("date", "31 Desember 2024", dt.date(2024, 12, 31))),
        (dt.date(2024, 1, 1), "mmm-yy", SheetValue("date", "Januari 2024", dt.date(2024, 1, 1))),
        (dt.date(2024, 1, 1), "[$-421]yyyy", SheetValue("date", "2024", dt.date(2024, 1, 1))),
        (
            dt.datetime(2024, 1, 31, 8, 30),  # noqa: DTZ001  # sheets know no zone
            "dd/mm/yyyy hh:mm",
            SheetValue("date", "31 Januari 2024 08:30", dt.date(2024, 1, 31)),
        ),
        (dt.time(8, 30), "hh:mm", SheetValue("date", "08:30")),
        (1.5, "[h]:mm", SheetValue("date", "36:00")),
        ("97,25", "0.00%", "97,25"),
        ("'19800101 200501 1 003", "General", "'19800101 200501 1 003"),
        ("001", "@", "001"),
    ],
)
def test_a_cell_is_what_its_number_format_shows(value, code, expected):
    """No digit is lost to a format, and only the format tells a percentage."""
    assert cell(made(A1=(value, code))) == expected


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("General", "number"), ("0.00E+00", "number"), ("0.00%;[Red]-0.00%", "percent"), ('"d"0', "number"),
        ('#,##0 "hari"', "number"), ("dd/mm/yy;@", "date"), ("[$-421]dd mmmm yyyy", "date"), ("[Red]0", "number"),
        ("mm:ss", "time"), ("[mm]:ss.0", "time"), ("@", "number"), ("_(* #,##0_)", "number"), ("0\\%", "percent-sign"),
    ],
)  # fmt: skip
def test_format_codes(code, kind):
    """Quoted words, colours and paddings are no parts of dates."""
    assert number_format(code).kind == kind


def test_dates_count_from_1904_where_the_workbook_says_so():
    """Both systems of serial days; the day 60 of 1900 never was."""
    sheet = data('<row r="1"><c r="A1" s="1"><v>59</v></c><c r="B1" s="1"><v>61</v></c></row>')
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    parts = xlsx_parts({"Data": sheet}, styles=styles)
    old = {
        **parts,
        "xl/workbook.xml": parts["xl/workbook.xml"].replace("<sheets>", '<workbookPr date1904="1"/><sheets>'),
    }

    assert [column[0].value for column in grid_of(packed(parts)).columns] == [dt.date(1900, 2, 28), dt.date(1900, 3, 1)]
    assert [column[0].value for column in grid_of(packed(old)).columns] == [dt.date(1904, 2, 29), dt.date(1904, 3, 2)]


def test_a_number_that_has_lost_digits_is_said():
    """Sheets keep 15 digits: an employee number stored as a number is damaged."""
    document = read(made(A1="NIP", B1=198001012005011003, B2=123456789012345))

    assert document.sheets[0].columns[1][0].inexact
    assert not document.sheets[0].columns[1][1].inexact
    (notice,) = document.notices
    assert notice.code == "digits-lost"
    assert [evidence.cell for evidence in notice.evidence] == ["Sheet!B1"]


def test_errors_are_kept_and_never_numbers():
    """The text of the error is what the sheet shows."""
    sheet = data('<row r="1"><c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B1" t="e"><v>#N/A</v></c></row>')
    grid = grid_of(xlsx(sheet))

    assert grid.columns[0][0] == SheetValue("error", "#DIV/0!", formula="=1/0")
    assert grid.columns[1][0] == SheetValue("error", "#N/A")


def test_formulas_keep_result_and_words():
    """A shared formula is written once and moves along; its results are in the file."""
    rows = (
        '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*$A$1</f><v>4</v></c></row>',
        '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><f t="shared" si="0"/><v>6</v></c></row>',
        '<row r="3"><c r="A3" t="str"><f>"n/"&amp;"a"</f><v>n/a</v></c><c r="B3" t="str"><f>""</f><v></v></c></row>',
    )
    document = read(xlsx(data(*rows)))

    assert document.sheets[0].columns[1] == [
        SheetValue("number", "4", Decimal(4), formula="=A1*$A$1"),
        SheetValue("number", "6", Decimal(6), formula="=A2*$A$1"),
        None,
    ]
    assert document.sheets[0].columns[0][2] == "n/a"
    assert document.notices == ()


def test_a_formula_without_result_is_worked_out_and_said():
    """Applications write formulas alone; whoever opens the file sees the results."""
    document = read(made(A1=("=B1/C1", "0.00%"), B1=86.2, C1=100, D1="=TODAY()"))
    first, today = document.sheets[0].columns[0][0], document.sheets[0].columns[3][0]

    assert first == SheetValue("number", "86,2%", Decimal("86.2"), percent=True, formula="=B1/C1", computed=True)
    assert today == SheetValue("uncached", "=TODAY()", formula="=TODAY()")
    assert "1 rumus" in told(document)["formula-computed"]
    assert "Sheet!D1" in told(document)["formula-uncached"]


@pytest.mark.parametrize(("asks", "computed"), [('<calcPr fullCalcOnLoad="1"/>', True), ("", False)])
def test_a_zero_that_nobody_worked_out_is_no_result(asks, computed):
    """Some writers put 0 beside every formula and ask for a calculation on opening."""
    sheet = data('<row r="1"><c r="A1"><v>3</v></c><c r="B1"><f>A1*2</f><v>0</v></c></row>')
    found = cell(xlsx(sheet, workbook=asks), "B1")

    assert (found.value, found.computed) == ((6, True) if computed else (0, False))


def test_what_is_hidden_is_read_and_said():
    """Sheets, rows, columns: one notice each, with names."""
    book = openpyxl.Workbook()
    book.active.append(["a", "b", "c"])
    for number in range(2, 6):
        book.active.append([number, number, number])
    book.active.row_dimensions[3].hidden = book.active.row_dimensions[4].hidden = True
    book.active.column_dimensions["B"].hidden = True
    book.create_sheet("Rahasia")["A1"] = "x"
    book["Rahasia"].sheet_state = "veryHidden"
    document = read(saved(book))

    first, second = document.sheets
    assert (first.hidden, first.hidden_rows, first.hidden_columns) == (False, {2, 3}, {1})
    assert (second.hidden, second.columns, second.number) == (True, (["x"],), 2)
    assert told(document) == {
        "hidden-sheet": "Lembar tersembunyi ikut dibaca: “Rahasia”.",
        "hidden-rows": "Baris tersembunyi ikut dibaca: “Sheet” baris 3-4.",
        "hidden-columns": "Kolom tersembunyi ikut dibaca: “Sheet” kolom B.",
    }


def test_merges_and_comments():
    """Only the first cell of a merged area holds something; an area ends with the content of the sheet."""
    rows = (f'<row r="1">{text("A1", "Judul")}{text("B1", "tertutup")}</row>', f'<row r="2">{text("C2", "isi")}</row>')
    merged = '<mergeCells><mergeCell ref="A1:F1"/><mergeCell ref="B2:B2"/></mergeCells>'
    document = read(xlsx(data(*rows) + merged))
    book = openpyxl.Workbook()
    book.active["B2"] = 1
    book.active["B2"].comment = Comment("Terlambat", "Kasubag")

    assert document.sheets[0].merges == (Merge(0, 0, 1, 3),)
    assert document.sheets[0].columns == (["Judul", None], [None, None], [None, "isi"])
    assert "Data!B1" in told(document)["merged-content"]
    assert grid_of(saved(book)).comments == {(1, 1): "Terlambat"}


def test_a_grid_ends_with_its_content():
    """Empty formatted cells are nothing; all columns are of one length; equal words are one object."""
    book = openpyxl.Workbook()
    book.active["A1"], book.active["B3"], book.active["C1"] = "sama", "sama", " "
    book.active["J90"].number_format = "0.00%"
    grid = grid_of(saved(book))

    assert grid.columns == (["sama", None, None], [None, None, "sama"])
    assert grid.columns[0][0] is grid.columns[1][2]


def test_a_stray_cell_is_left_out_and_said():
    """A cell far below costs no million empty rows; many of them are content."""
    near = f'<row r="1">{text("A1", "isi")}</row>'
    stray = read(xlsx(data(near, f'<row r="900000">{text("B900000", "lupa")}</row>')))
    far = (f'<row r="{row}">{text(f"B{row}", "isi")}</row>' for row in range(20_000, 20_100))
    table = read(xlsx(data(near, *far)))

    assert stray.sheets[0].columns == (["isi"],)
    assert stray.notices[0].code == "stray-cell"
    assert stray.notices[0].evidence[0].cell == "Data!B900000"
    assert stray.notices[0].evidence[0].quote == "lupa"
    assert (table.sheets[0].height, table.sheets[0].width, table.notices) == (20_099, 2, ())


def test_references_that_writers_leave_out():
    """Rows and cells without their reference follow one another; parts may carry prefixes."""
    sheet = "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row></sheetData>"
    parts = xlsx_parts({"Data": sheet})
    main = parts["xl/worksheets/sheet1.xml"]
    for tag in ("worksheet", "sheetData", "row", "c", "v"):
        main = main.replace(f"<{tag}>", f"<x:{tag}>").replace(f"</{tag}>", f"</x:{tag}>").replace("<c/>", "<x:c/>")
    prefixed = main.replace("<worksheet xmlns=", "<x:worksheet xmlns:x=")

    for written in (sheet and packed(parts), packed({**parts, "xl/worksheets/sheet1.xml": prefixed})):
        assert [[value and value.text for value in column] for column in grid_of(written).columns] == [
            ["1", None],
            ["2", "3"],
        ]


def test_shared_words_without_their_readings():
    """Runs of a text belong together; phonetic readings and escapes of control characters do not print."""
    strings = (
        '<si><r><t>Jumlah</t></r><r><t xml:space="preserve"> dok_x000D_\nlain_xD800_</t></r><rPh><t>yomi</t></rPh></si>'
    )
    sheet = data('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')

    assert cell(xlsx(sheet, strings=strings)) == "Jumlah dok\nlain_xD800_"


def test_sheets_without_cells_keep_their_number():
    """A chart sheet is no grid; the sheet after it is the second of the workbook."""
    parts = xlsx_parts(
        {"Bagan": "", "Data": data(f'<row r="1">{text("A1", "x")}</row>')}, kinds={"Bagan": "chartsheet"}
    )
    document = read(packed(parts))

    assert [(grid.sheet, grid.number) for grid in document.sheets] == [("Data", 2)]
    assert "“Bagan”" in told(document)["sheet-without-cells"]


def test_ods_cell_types():
    """Percent types, repeats, spans, formulas, notes, hidden rows and columns of OpenDocument."""
    rows = (
        ods_row(
            ods_number("0.9725", "97.25%", kind="percentage"),
            ods_number("97.25", "97,25%"),
            ods_number("12", "Rp12", kind="currency", more='table:number-columns-repeated="2"'),
            '<table:table-cell table:number-columns-repeated="16380"/>',
        ),
        ods_row(
            ods_text("Judul", 'table:number-columns-spanned="2" table:number-rows-spanned="2"'),
            '<table:covered-table-cell/><table:table-cell office:value-type="date" office:date-value="2024-12-31"/>',
            '<table:table-cell office:value-type="boolean" office:boolean-value="true"><office:annotation>'
            "<dc:date>x</dc:date><text:p>Catatan</text:p></office:annotation><text:p>BENAR</text:p></table:table-cell>",
            more='table:visibility="collapse"',
        ),
        ods_row(
            '<table:covered-table-cell table:number-columns-repeated="2"/>',
            '<table:table-cell table:formula="of:=[.A1]/[.B9]" office:value-type="string" office:string-value=""'
            ' calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>',
            '<table:table-cell table:formula="of:=SUM([.C1:.D1];1)"><text:p/></table:table-cell>',
        ),
        ods_row(
            '<table:table-cell table:number-columns-repeated="16384"/>', more='table:number-rows-repeated="1048573"'
        ),
    )
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    document = read(ods(*rows, columns=columns))
    grid = document.sheets[0]

    assert document.media == ODS
    assert grid.columns == (
        [SheetValue("number", "97,25%", Decimal("97.25"), percent=True), "Judul", None],
        [SheetValue("number", "97,25%", Decimal("97.25"), percent=True), None, None],
        [
            SheetValue("number", "12", Decimal(12)),
            SheetValue("date", "31 Desember 2024", dt.date(2024, 12, 31)),
            SheetValue("error", "#DIV/0!", formula="=A1/B9"),
        ],
        [
            SheetValue("number", "12", Decimal(12)),
            SheetValue("truth", "TRUE", value=True),
            SheetValue("number", "25", Decimal(25), formula="=SUM(C1:D1,1)", computed=True),
        ],
    )
    assert grid.merges == (Merge(1, 0, 2, 2),)
    assert grid.comments == {(1, 3): "Catatan"}
    assert (grid.hidden_rows, grid.hidden_columns) == ({1}, {1})


def test_ods_repeats_stand_for_cells():
    """Cells and rows that are written once and repeated; empty repeats are gaps."""
    rows = (
        ods_row(ods_text("a"), '<table:table-cell table:number-columns-repeated="2"/>', ods_text("b"), more=_times(2)),
        ods_row("<table:table-cell/>", more=_times(2)),
        ods_row(ods_number("0.5", "50%", kind="percentage", more='table:number-columns-repeated="2"'), more=_times(3)),
    )
    grid = grid_of(ods(*rows))
    half = SheetValue("number", "50%", Decimal(50), percent=True)

    assert grid.columns == (
        ["a", "a", None, None, half, half, half],
        [None, None, None, None, half, half, half],
        [None] * 7,
        ["b", "b", None, None, None, None, None],
    )


def _times(count):
    return f'table:number-rows-repeated="{count}"'


def test_ods_words_as_they_are_printed():
    """Blanks, tabs and paragraphs; the words of a drawing in a cell are none of the cell."""
    inside = (
        '<text:p>a<text:s text:c="2"/>b<text:tab/><text:span>c</text:span></text:p><text:p>d</text:p>'
        '<draw:frame xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><text:p>gambar</text:p>'
        "</draw:frame>"
    )
    row = ods_row(f'<table:table-cell office:value-type="string">{inside}</table:table-cell>')

    assert cell(ods(row)) == "a  b\tc\nd"


def test_ods_hidden_sheet_and_date_style():
    """A sheet is hidden by its style; a style tells which parts of a date are shown."""
    styles = (
        '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/>'
        "</style:style>"
        '<number:date-style style:name="N1"><number:month/><number:year/></number:date-style>'
        '<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>'
    )
    dated = (
        '<table:table-cell table:style-name="ce1" office:value-type="date" office:date-value="2024-01-01T00:00:00"/>'
    )
    grid = grid_of(ods(ods_row(dated), table='table:name="Data" table:style-name="ta1"', styles=styles))

    assert grid.hidden
    assert grid.columns[0][0].text == "Januari 2024"


def test_xls_keeps_formats_and_what_is_hidden():
    """The old format, written by xlwt (fixtures/SOURCES.md): formulas without results are no empty cells."""
    document = read((FIXTURES / "capaian-percent-hidden.xls").read_bytes())
    grid, reference = document.sheets

    assert document.media == XLS
    assert grid.columns[2][3] == SheetValue("number", "97,25%", Decimal("97.25"), percent=True)
    assert grid.columns[3][3].kind == "uncached"
    assert grid.columns[3][4:] == [
        SheetValue("truth", "TRUE", value=True),
        SheetValue("date", "31 Desember 2024", dt.date(2024, 12, 31)),
    ]
    assert grid.columns[1][5].inexact
    assert grid.merges == (Merge(0, 0, 1, 4),)
    assert (grid.hidden_rows, grid.hidden_columns, reference.hidden) == ({4}, {2}, True)
    assert set(told(document)) == {"digits-lost", "formula-uncached", "hidden-sheet", "hidden-rows", "hidden-columns"}


def test_the_document():
    """What stands around the sheets."""
    content = made(A1="x")
    document = read(content)

    assert (document.media, document.bytes, document.blocks, document.shows_signatures) == (
        XLSX,
        len(content),
        (),
        False,
    )
    assert len(document.sha256) == 64
    assert document.sheets[0].place(0, 0).cell == "Sheet!A1"


@pytest.mark.parametrize(
    ("printed", "number", "words"),
    [
        ("0.30000000000000004", "0.3", "0,3"), ("1.0", "1", "1"), ("-0", "0", "0"), ("1E+2", "100", "100"),
        ("1.98001022005011E+17", "198001022005011000", "198001022005011000"), ("1e300", "1E+300", "1E+300"),
        ("2.5e-7", "2.5E-7", "0,00000025"), ("298750000.5", "298750000.5", "298750000,5"),
    ],
)  # fmt: skip
def test_numbers_have_fifteen_digits(printed, number, words):
    """What binary fractions add is noise; nothing else goes."""
    assert exact(printed) == Decimal(number)
    assert number_text(exact(printed)) == words


@pytest.mark.parametrize("printed", ["1e400", "-1e400", "NaN", "inf", "satu", "", "9" * 401, "1,5", "0x1"])
def test_what_is_no_number_is_none(printed):
    """Nothing that a sheet cannot hold becomes a number."""
    assert exact(printed) is None


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**14), 10**14),
    st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 4)),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="_"), max_size=8).filter(
        lambda words: not words.startswith("=") and not words.isspace() and words not in openpyxl.cell.cell.ERROR_CODES
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.tuples(VALUES, st.sampled_from(["General", "0.00%", "#,##0"])), max_size=5), max_size=6))
def test_reads_what_openpyxl_writes(rows):
    """The library that writes most workbooks of applications is the oracle."""
    book = openpyxl.Workbook()
    book.active["A1"] = "ada"
    for row, cells in enumerate(rows, start=2):
        for column, (value, code) in enumerate(cells, start=1):
            book.active.cell(row, column, value).number_format = code
    grid = grid_of(saved(book))

    for row, cells in enumerate(rows, start=1):
        for column, (value, code) in enumerate(cells):
            found = grid.columns[column][row] if column < grid.width and row < grid.height else None
            if value is None or isinstance(value, str):
                assert found == (value or None)
            elif isinstance(value, bool):
                assert found.value is value
            else:
                share = code.endswith("%")
                assert found.value == Decimal(str(value)) * (100 if share else 1)
                assert found.percent == share
