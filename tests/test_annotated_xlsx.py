"""Copies of workbooks with coloured cells and notes: where they stand, and what stays as it was."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import zipfile

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.styles import Font, PatternFill
from PIL import Image as Picture

from annotating.notes import CopySpec, Note
from annotating.xlsx import MAX_NOTE_CHARACTERS, annotated_xlsx
from readers.limits import SheetLimits
from readers.spreadsheet import read_workbook
from schemas.evidence import Evidence
from schemas.report import Severity
from tests.system_programs import needs
from tests.workbooks import packed, xlsx_parts

SPEC = CopySpec("kinerja.xlsx", dt.date(2025, 3, 4))
MAJOR, MINOR = "FFFFD8A8", "FFFFF3A6"


def _written() -> bytes:
    """A workbook by openpyxl: formats, a merged heading, a formula, a chart, a picture, a note, a second sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "IKU 2024"
    sheet.append(["PENGUKURAN KINERJA"])
    sheet.merge_cells("A1:D1")
    sheet.append(["No", "Indikator", "Target", "Capaian"])
    for number in range(1, 6):
        sheet.append([number, f"Indikator {number}", 80 + number, 0.5])
        sheet.cell(number + 2, 4).number_format = "0.00%"
        sheet.cell(number + 2, 3).font = Font(bold=True, color="FFCC0000")
    sheet["C9"] = "=SUM(C3:C7)"
    sheet["B3"].comment = Comment("Sudah dibahas", "Rani")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=2, max_row=7), titles_from_data=True)
    sheet.add_chart(chart, "F2")
    picture = io.BytesIO()
    Picture.new("RGB", (20, 20), "red").save(picture, "PNG")
    sheet.add_image(Image(picture), "F20")
    book.create_sheet("Lampiran")["B2"] = "Sumber data"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _note(cell: str | None, number: int = 1, severity: Severity = Severity.MAJOR, page: int = 1) -> Note:
    place = Evidence("", page=page, cell=cell) if cell else None
    return Note(f"KN-0{number} · Mayor", ("Kondisi: <salah> & kurang.",), severity, place, number)


def _copy(data: bytes, *notes: Note) -> bytes:
    return annotated_xlsx(data, notes, SPEC, SheetLimits())


def _opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _notes(data: bytes) -> dict[str, str]:
    return {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text
        for sheet in _opened(data)
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def _fill(data: bytes, sheet: str, cell: str) -> str:
    return _opened(data)[sheet][cell].fill.fgColor.rgb


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param("C4", id="with-content"),
        pytest.param("B1", id="covered-by-a-merged-cell"),
        pytest.param("A5", id="first-of-a-row"),
        pytest.param("H4", id="right-of-all-cells"),
        pytest.param("A9", id="left-of-all-cells"),
        pytest.param("B8", id="in-a-row-that-is-not-there"),
        pytest.param("C40", id="below-all-rows"),
    ],
)
def test_a_cell_is_coloured_and_has_its_note(cell: str):
    """Also where no cell stands yet; of a merged area the cell that is shown."""
    copy = _copy(_written(), _note(f"IKU 2024!{cell}"))

    shown = "A1" if cell == "B1" else cell
    assert {"IKU 2024!B3", f"IKU 2024!{shown}"} == set(_notes(copy))
    assert "KN-01 · Mayor\nKondisi: <salah> & kurang." == _notes(copy)[f"IKU 2024!{shown}"]
    assert MAJOR == _fill(copy, "IKU 2024", shown)


def test_values_and_formats_stay():
    """Only the fill of marked cells is another."""
    data = _written()
    copy = _copy(data, _note("IKU 2024!C3"), _note("IKU 2024!D4", 2), _note("IKU 2024!C9", 3), _note("IKU 2024!H8", 4))
    old, new = _opened(data), _opened(copy)

    for sheet in old:
        for row in sheet.iter_rows():
            for cell in row:
                other = new[sheet.title][cell.coordinate]
                assert (cell.value, cell.number_format, repr(cell.font)) == (
                    other.value,
                    other.number_format,
                    repr(other.font),
                )
                if cell.coordinate not in ("C3", "D4", "C9"):
                    assert repr(cell.fill) == repr(other.fill)
    before, after = (read_workbook(one, name="kinerja.xlsx", limits=SheetLimits()) for one in (data, copy))
    assert [grid.merges for grid in before.sheets] == [grid.merges for grid in after.sheets]


def test_charts_pictures_and_other_sheets_stay_byte_by_byte():
    """Only the sheet, the styles and the parts of its notes change."""
    data = _written()
    before, after = _parts(data), _parts(_copy(data, _note("IKU 2024!C3")))

    changed = {name for name in before if before[name] != after[name]}
    assert {name for name in before if name.startswith(("xl/charts", "xl/media", "xl/drawings/drawing"))}
    assert set(before) == set(after)
    assert changed == {
        "xl/worksheets/sheet1.xml",
        "xl/styles.xml",
        "xl/comments/comment1.xml",
        "xl/drawings/commentsDrawing1.vml",
    }


def test_a_sheet_without_notes_gets_the_parts_for_them():
    """Declared and related, so that Excel finds them."""
    data = _written()
    before, after = _parts(data), _parts(_copy(data, _note("Lampiran!B2", page=2)))

    assert set(after) - set(before) == {
        "xl/comments1.xml",
        "xl/drawings/patuhNotes1.vml",
        "xl/worksheets/_rels/sheet2.xml.rels",
    }
    assert b'PartName="/xl/comments1.xml"' in after["[Content_Types].xml"]
    assert b"<legacyDrawing" in after["xl/worksheets/sheet2.xml"]
    assert b"<x:Row>1</x:Row><x:Column>1</x:Column>" in after["xl/drawings/patuhNotes1.vml"]


def test_the_drawing_of_notes_stands_before_what_must_follow_it():
    """Excel refuses a sheet whose parts stand in another order."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["No", "Indikator"])
    sheet.append([1, "IKM"])
    sheet.add_table(openpyxl.worksheet.table.Table(displayName="Data", ref="A1:B2"))
    stream = io.BytesIO()
    book.save(stream)

    body = _parts(_copy(stream.getvalue(), _note("Sheet!B2")))["xl/worksheets/sheet1.xml"]

    assert 0 < body.index(b"</sheetData>") < body.index(b"<legacyDrawing") < body.index(b"<tableParts")


def test_a_note_that_is_there_stays():
    """Ours stands below it, in the same cell; its author stays its author."""
    copy = _copy(_written(), _note("IKU 2024!B3"), _note("IKU 2024!C3", 2))

    notes = _notes(copy)
    assert notes["IKU 2024!B3"].startswith("Sudah dibahas\n\nKN-01 · Mayor\n")
    assert {"IKU 2024!B3", "IKU 2024!C3"} == set(notes)
    assert {"B3": "Rani", "C3": "patuh"} == {
        cell: _opened(copy)["IKU 2024"][cell].comment.author for cell in ("B3", "C3")
    }


def test_findings_of_one_cell_share_its_note():
    """The colour is that of the gravest; a cell that had a colour gets ours."""
    data = _written()
    book = _opened(data)
    book["IKU 2024"]["C4"].fill = PatternFill("solid", fgColor="FF00FF00")
    stream = io.BytesIO()
    book.save(stream)

    copy = _copy(
        stream.getvalue(),
        _note("IKU 2024!C4", 1, Severity.MINOR),
        _note("IKU 2024!C4", 2, Severity.MAJOR),
        _note("IKU 2024!C5", 3, Severity.MINOR),
    )

    assert "KN-01" in _notes(copy)["IKU 2024!C4"]
    assert "KN-02" in _notes(copy)["IKU 2024!C4"]
    assert [MAJOR, MINOR] == [_fill(copy, "IKU 2024", cell) for cell in ("C4", "C5")]


def test_what_has_no_place_stands_in_the_first_cell():
    """And says so."""
    copy = _copy(_written(), _note(None), _note("Lembar lain!B2", 2, page=7))

    assert "Tidak ada tempat khusus" in _notes(copy)["IKU 2024!A1"]
    assert "Letak: Lembar lain!B2." in _notes(copy)["IKU 2024!A1"]


def test_a_long_note_is_cut_and_says_so():
    """Excel takes 32,767 characters a note."""
    many = [
        Note("KN-05 · Mayor", ("x" * 400,), Severity.MAJOR, Evidence("", page=1, cell="IKU 2024!C3"), at)
        for at in range(50)
    ]

    note = _notes(_copy(_written(), *many))["IKU 2024!C3"]

    assert len(note) <= MAX_NOTE_CHARACTERS + 100
    assert note.endswith("selebihnya ada dalam laporan)")


def test_the_same_file_gives_the_same_bytes():
    """The clock of the machine stands nowhere in a copy."""
    data = _written()

    assert len({_copy(data, _note("IKU 2024!C3"), _note("Lampiran!B2", 2, page=2)) for _ in range(3)}) == 1


def test_cells_without_references_are_counted():
    """Some writers leave out what can be counted; a prefix is no matter either."""
    parts = xlsx_parts(
        {"Data": "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row></sheetData>"}
    )
    data = packed(
        parts | {"[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'}
    )

    after = _parts(_copy(data, _note("Data!B1"), _note("Data!A2", 2), _note("Data!A3", 3)))["xl/worksheets/sheet1.xml"]

    assert b'<c><v>1</v></c><c s="1"><v>2</v></c></row><row><c ' in after
    assert b'r="A2" s="1"/></row><row><c s="1"><v>3</v></c>' in after


def test_libreoffice_opens_the_copy(tmp_path):
    """And finds values and notes."""
    needs("soffice")
    (tmp_path / "k.xlsx").write_bytes(_copy(_written(), _note("IKU 2024!C3"), _note("Lampiran!B2", 2, page=2)))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "fods",
            "--outdir",
            tmp_path,
            tmp_path / "k.xlsx",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    text = (tmp_path / "k.fods").read_text(encoding="utf-8")

    assert text.count("<office:annotation ") == 3
    assert "KN-02 · Mayor" in text
    assert "Indikator 5" in text
