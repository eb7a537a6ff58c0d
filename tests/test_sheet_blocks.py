"""An SOP that an office keeps in a workbook says what the same SOP says as text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import pytest

from auditing.document import Judge, audit_file, read_file
from auditing.run import RuleChoice
from extraction.sheet_blocks import MAX_ROWS, blocks_of, in_cells
from extraction.sop import extract
from schemas.blocks import Block, Document, Grid, Heading, ListItem, Merge, Paragraph, SheetCell, SheetValue, Table
from schemas.evidence import Evidence
from schemas.report import DocumentReport, Severity
from tests.program import FIXTURES, ROOT
from tests.sop_texts import IDENTITY, STEPS

CLEAN = FIXTURES / "clean-guide-tabs.txt"
FLAWED = ("date-order-label-colon.txt", "legal-missing-tabs.txt", "nip-mismatch-guide-and-form.txt",
          "title-mismatch-lists-differ-number-empty.txt")  # fmt: skip
"""Texts of this project with planted defects."""


def grid_of(text: str, name: str | None = "Lembar1", number: int = 1) -> Grid:
    """A sheet of the lines of a text, a cell for each field between tabs."""
    rows = [line.split("\t") for line in text.split("\n")]
    width = max(map(len, rows))
    columns = tuple(
        [(row[at].strip() or None) if at < len(row) else None for row in rows] for at in range(width)
    )  # fmt: skip
    return Grid(columns, name, number, lines=None if name else range(1, len(rows) + 1))


def document_of(*grids: Grid) -> Document:
    """A workbook."""
    return Document.model_construct(sha256="", bytes=1, media="x", blocks=(), sheets=grids)


def outline(blocks: Iterable[Block]) -> list[object]:
    """Show blocks by kind and words, tables as rows of cells."""
    shown: list[object] = []
    for block in blocks:
        if isinstance(block, Table):
            shown.append([["/".join(piece.text for piece in cell.pieces) for cell in row.cells] for row in block.rows])
        else:
            shown.append((block.kind, *(piece.text for piece in block.pieces)))
    return shown


@cache
def judge() -> Judge:
    """All rules."""
    choice = RuleChoice((ROOT / "rules",))
    return choice.judge(choice.pack(), dt.date(2026, 1, 15))


def audited(path: Path) -> list[DocumentReport]:
    """The reports on a file."""
    return audit_file(path, path.name, judge())


def findings(reports: Sequence[DocumentReport]) -> list[object]:
    """What is found, with the lines where it stands."""
    return [
        (report.kind, report.score and report.score.value, finding.rule, finding.condition, finding.confidence,
         [place.line for place in finding.evidence])
        for report in reports for finding in report.findings
    ]  # fmt: skip


def plain(name: str) -> str:
    """The text of a fixture."""
    return (FIXTURES / name).read_text(encoding="utf-8-sig")


# Rows to blocks


def test_rows_become_what_they_are_in_a_text():
    """Titles and lists run, rows are rows; empty rows part them."""
    text = (
        "STANDAR OPERASIONAL PROSEDUR\n\nNomor SOP\t: 12\nTanggal\t: 3\n1. Satu\n2. Dua\n\n"
        "\tDi tengah\n\tDi bawah\n\nNo\tKegiatan\tStaf\n1\tMencatat\tX\n2\n"
    )
    assert outline(blocks_of(grid_of(text))) == [
        ("paragraph", "STANDAR OPERASIONAL PROSEDUR"),
        [["Nomor SOP", ": 12"], ["Tanggal", ": 3"]],
        ("item", "Satu"),
        ("item", "Dua"),
        ("paragraph", "Di tengah", "Di bawah"),
        [["No", "Kegiatan", "Staf"], ["1", "Mencatat", "X"], ["2", "", ""]],
    ]


def test_a_single_row_in_a_table_is_a_row():
    """The name of a phase, or a cell that goes on in the row below."""
    text = "No\tKegiatan\tStaf\n1\tMencatat\tX\nTahap Akhir\n2\tMengirim\tX\n\tsurat itu\n"

    (table,) = blocks_of(grid_of(text))

    assert outline([table])[0][-1] == ["", "surat itu", ""]  # type: ignore[index]
    assert isinstance(table, Table)
    assert len(table.rows) == 5


def test_margins_and_empty_columns_are_no_cells():
    """An office leaves column A empty and parts columns by narrow ones."""
    assert outline(blocks_of(grid_of("\t\tJUDUL\n\n\t\tNo\t\tIsi\n\t\t1\t\tA\n"))) == [
        ("paragraph", "JUDUL"), [["No", "Isi"], ["1", "A"]],
    ]  # fmt: skip


def test_pieces_know_their_cells():
    """Also those of a list in one cell, each in order."""
    grid = grid_of("JUDUL\n\nNo\tIsi\n1\tx\n")
    columns = ([*grid.columns[0]], [*grid.columns[1][:3], "1. Satu\n2. Dua", None])
    blocks = blocks_of(Grid(columns, "Data 1", 3))
    heading, table = blocks
    assert isinstance(table, Table)
    pieces = table.rows[1].cells[1].pieces

    assert [(piece.marker, piece.text, piece.line, piece.page, piece.cell) for piece in pieces] == [
        ("1.", "Satu", 4, 3, "Data 1!B4"), ("2.", "Dua", 4, 3, "Data 1!B4"),
    ]  # fmt: skip
    assert pieces[0].column < pieces[1].column
    assert isinstance(heading, Paragraph)
    assert heading.pieces[0].cell == "Data 1!A1"


def test_a_running_cell_of_several_lines_is_several_lines():
    """A list that was typed into one cell."""
    blocks = blocks_of(Grid((["II. Dasar Hukum", "1. Satu\n2. Dua"],), "S"))

    assert [type(block) for block in blocks] == [Heading, ListItem, ListItem]
    assert [block.pieces[0].line for block in blocks if not isinstance(block, Table)] == [1, 2, 2]


def test_merged_areas_span():
    """In columns that hold something; empty columns under the area are none."""
    text = "No\tPelaksana\t\t\tKet\n\tCamat\t\tStaf\t\n1\tX\t\tX\ta\n"
    grid = grid_of(text)
    merged = Grid(grid.columns, "S", merges=(Merge(0, 0, 2, 1), Merge(0, 1, 1, 3)))
    (table,) = blocks_of(merged)
    assert isinstance(table, Table)
    first = table.rows[0].cells

    assert [(cell.rowspan, cell.colspan) for cell in first] == [(2, 1), (1, 2), (1, 1), (1, 1)]


def test_a_row_under_merged_cells_parts_nothing():
    """A step that takes two rows, for the shapes of its flow."""
    text = "No\tKegiatan\tStaf\tKet\n1\tMencatat\tX\ta\n\n2\tMengirim\tX\n\n3\tMenyimpan\tX\n"
    grid = grid_of(text)
    merged = Grid(grid.columns, "S", merges=(Merge(1, 0, 2, 1), Merge(4, 0, 9, 1)))
    first, second = blocks_of(merged)
    assert isinstance(first, Table)
    assert isinstance(second, Table)

    assert [row.line for row in first.rows] == [1, 2, 4]
    assert [row.line for row in second.rows] == [6]
    assert {len(row.cells) for table in (first, second) for row in table.rows} == {4}


def test_a_wide_merged_cell_among_rows_is_running_text():
    """Headings and notes over the whole width, where they stand together."""
    text = "No\tIsi\tKet\n1\ta\tb\n\tCatatan panjang\n\tCatatan kedua\n2\tc\td\n"
    grid = grid_of(text)
    merged = Grid(grid.columns, "S", merges=(Merge(2, 1, 1, 2), Merge(3, 1, 1, 2)))

    assert [type(block) for block in blocks_of(merged)] == [Table, Paragraph, Table]
    assert [type(block) for block in blocks_of(grid)] == [Table]


def test_what_is_hidden_is_not_read():
    """A reader of the printed document does not see it."""
    grid = grid_of("A\tB\tC\nD\tE\tF\nG\tH\tI\n")
    hidden = Grid(grid.columns, "S", hidden_rows=frozenset({1}), hidden_columns=frozenset({2}))

    assert outline(blocks_of(hidden)) == [[["A", "B"]], [["G", "H"]]]


def test_numbers_are_shown_as_the_sheet_shows_them():
    """The words of a typed value."""
    column: list[SheetCell] = [SheetValue("number", "97,25%"), "x"]

    assert outline(blocks_of(Grid((column,), "S"))) == [("paragraph", "97,25%", "x")]


def test_a_table_of_data_has_no_blocks():
    """It would be millions of objects."""
    assert blocks_of(Grid((["a"] * (MAX_ROWS + 1),), "S")) == ()
    assert len(blocks_of(Grid((["1", "2"],), "S"))) == 1
    assert blocks_of(Grid((), "S")) == ()


def test_csv_has_lines_of_the_file():
    """And cells without a sheet."""
    grid = Grid((["Judul", None, "x"], [None, None, "y"]), lines=[1, 4, 9])
    title, table = blocks_of(grid)
    assert isinstance(table, Table)
    assert isinstance(title, Paragraph)

    assert (title.pieces[0].line, table.rows[0].line, table.rows[0].cells[1].pieces[0].cell) == (1, 9, "B3")
    assert table.rows[0].cells[1].pieces[0].page is None


# The same SOP


@pytest.mark.parametrize("name", [CLEAN.name, *FLAWED])
def test_the_same_sop_in_a_csv_file_gives_the_same_findings(tmp_path: Path, name: str):
    """At the same lines, with the cell."""
    rows = [line.split("\t") for line in plain(name).rstrip("\n").split("\n")]
    width = max(map(len, rows))
    quoted = [
        [f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in [*row, *[""] * (width - len(row))]] for row in rows
    ]
    path = tmp_path / "sop.csv"
    path.write_text("\n".join(";".join(row) for row in quoted), encoding="utf-8")
    reports = audited(path)

    assert reports[0].errors == ()
    assert findings(reports) == findings(audited(FIXTURES / name))
    for place in (place for report in reports for finding in report.findings for place in finding.evidence):
        assert place.cell == f"{_letter(place)}{place.line}"


@pytest.mark.parametrize("name", [CLEAN.name, *FLAWED])
def test_the_same_sop_in_a_workbook_gives_the_same_findings(tmp_path: Path, name: str):
    """Written as Excel writes it."""
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("readers.spreadsheet")
    book = openpyxl.Workbook()
    book.active.title = "SOP 1"
    for row, line in enumerate(plain(name).split("\n"), start=1):
        for column, text in enumerate(line.split("\t"), start=1):
            if text.strip():
                book.active.cell(row, column, text.strip()).data_type = "s"
    path = tmp_path / "sop.xlsx"
    book.save(path)
    reports = audited(path)
    places = [place for report in reports for finding in report.findings for place in finding.evidence]

    assert reports[0].errors == ()
    assert findings(reports) == findings(audited(FIXTURES / name))
    assert all(place.cell == f"SOP 1!{_letter(place)}{place.line}" and place.page == 1 for place in places)


OFFICE = {
    "B1:D2": "PEMERINTAH KABUPATEN SERUNI", "B3:D7": "KECAMATAN BUKIT LEMBAYUNG",
    "E1:F1": "Nomor SOP", "G1:K1": "065/12/BL/2024", "E2:F2": "Tanggal Pembuatan", "G2:K2": "2 Januari 2024",
    "E3:F3": "Tanggal Revisi", "G3:K3": "-", "E4:F4": "Tanggal Pengesahan", "G4:K4": "9 Januari 2024",
    "E5:F5": "Tanggal Efektif", "G5:K5": "15 Januari 2024", "E6:F6": "Disahkan Oleh",
    "G6:K6": "CAMAT BUKIT LEMBAYUNG\nttd.\nSURYA WIBAWA, S.Sos.\nPembina Tk. I (IV/b)\nNIP. 19800319 200501 1 002",
    "E7:F7": "Nama SOP", "G7:K7": "PELAYANAN SURAT PENGANTAR",
    "B9:E9": "Dasar Hukum", "F9:K9": "Kualifikasi Pelaksana",
    "B10:E10": "1. Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan\n"
               "2. Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan",
    "F10:K10": "1. Memahami tata naskah dinas\n2. Mampu mengoperasikan komputer",
    "B11:E11": "Keterkaitan", "F11:K11": "Peralatan/Perlengkapan", "B12:E12": "1. SOP Pengarsipan Surat",
    "F12:K12": "1. Komputer\n2. Printer", "B13:E13": "Peringatan", "F13:K13": "Pencatatan dan Pendataan",
    "B14:E14": "Bila tidak dijalankan, pelayanan terlambat.", "F14:K14": "Disimpan sebagai data elektronik",
    "B17:B18": "No", "C17:C18": "Kegiatan", "D17:G17": "Pelaksana", "H17:J17": "Mutu Baku", "K17:K18": "Ket",
    "D18:E18": "Camat", "F18:G18": "Staf", "H18": "Kelengkapan", "I18": "Waktu", "J18": "Output",
    "B19:B20": 1, "C19:C20": "Mencatat surat permohonan", "F19": "V", "H19": "Surat", "I19": "5 menit", "J19": "Buku",
    "B21": 2, "C21": "Memeriksa berkas pemohon", "F21": "V", "H21": "Berkas", "I21": "10 menit", "J21": "Berkas",
    "B22": 3, "C22": "Menyusun konsep surat", "F22": "V", "H22": "Berkas", "I22": "20 menit", "J22": "Konsep surat",
    "B23": 4, "C23": "Menandatangani surat", "D23": "V", "H23": "Konsep", "I23": "15 menit", "J23": "Surat pengantar",
}  # fmt: skip
"""An SOP as offices lay it out in a sheet: a margin, merged areas, lists within cells, a step over two rows."""


def test_an_sop_laid_out_by_an_office(tmp_path: Path):
    """Nothing is found but advice, and every part is read from its cell."""
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("readers.spreadsheet")
    book = openpyxl.Workbook()
    for area, content in OFFICE.items():
        book.active[area.partition(":")[0]] = content
        if ":" in area:
            book.active.merge_cells(area)
    path = tmp_path / "sop.xlsx"
    book.save(path)
    (report,) = audited(path)
    (sop,) = extract(read_file(path)).sops

    assert report.title == "PELAYANAN SURAT PENGANTAR"
    assert {finding.severity for finding in report.findings} <= {Severity.ADVICE}
    assert "steps/header-missing" not in {finding.rule for finding in report.findings}
    assert [step.number for step in sop.steps] == [1, 2, 3, 4]
    assert [actor.value for actor in sop.actors] == ["Camat", "Staf"]
    assert [item.text.evidence[0].cell for item in sop.legal_basis] == ["Sheet!B10", "Sheet!B10"]
    assert [text.value for text in sop.qualifications] == [
        "Memahami tata naskah dinas",
        "Mampu mengoperasikan komputer",
    ]
    assert sop.steps[3].text is not None
    assert sop.steps[3].text.evidence[0].cell == "Sheet!C23"


def _letter(place: Evidence) -> str:
    assert place.column is not None
    return chr(64 + place.column)


def test_an_sop_over_several_sheets_is_one_sop():
    """The form on the first sheet, the steps on the second; each place is that of its sheet."""
    form, steps = grid_of(IDENTITY), grid_of("\n" + STEPS, "Alur", 2)
    (sop,) = extract(document_of(form, steps)).sops
    step = sop.steps[1]

    assert sop.identity is not None
    assert sop.identity.number is not None
    assert len(sop.steps) == 2
    assert (step.place.page, step.place.line) == (2, 4)
    assert step.text is not None
    assert step.text.evidence[0].cell == "Alur!B4"
    assert (step.text.evidence[0].line, step.text.evidence[0].column) == (4, 2)


def test_a_hidden_sheet_is_not_audited():
    """The SOP of last year, kept for copying; unless nothing else is there."""
    old = Grid(grid_of(IDENTITY + "\n" + STEPS).columns, "Lama", 1, hidden=True)
    new = grid_of("Daftar isi\n", "Baru", 2)

    assert extract(document_of(old, new)).kind == "unknown"
    assert extract(document_of(old)).kind == "sop"


def test_an_sop_with_a_table_of_indicators_is_an_sop():
    """A guide shows the form that is to be filled in."""
    table = "No\tIndikator Kinerja\tTarget\tRealisasi\n1\tNilai SAKIP\t72\t72,4\n\n"
    grid = grid_of(table + IDENTITY + "\n" + STEPS)

    assert extract(document_of(grid)).kind == "sop"
    assert extract(document_of(grid_of(table))).kind == "performance"


def test_places_are_put_into_cells_once():
    """What holds no place stays the same object."""
    words = ("a", "b")
    place = Evidence("x", page=2, line=130, column=44, cell="Dua!AB30")

    assert in_cells(words, {1: 0, 2: 100}) is words
    assert in_cells((place,), {1: 0, 2: 100}) == (Evidence("x", page=2, line=30, column=28, cell="Dua!AB30"),)
    assert in_cells(Evidence("", line=130), {1: 0, 2: 100}) == Evidence("", page=2, line=30)
    assert in_cells(Evidence("", line=130), {1: 0}) == Evidence("", line=130)
