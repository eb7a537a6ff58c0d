"""PDF pages as writers make them: how letters look, what is struck or hidden, tables without rulings and over pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from extraction.sop import extract
from readers.pdf import read_pdf
from schemas.blocks import Document, Heading, Table
from tests.pdfs import drawn


def read(*draw: Callable[[Canvas], None]) -> Document:
    """A document of these pages."""
    pages = iter(draw)

    def draw_next(canvas: Canvas) -> None:
        next(pages)(canvas)

    return read_pdf(drawn(draw_next, pages=len(draw)), name="a.pdf")


def words(document: Document) -> list[str]:
    return [" ".join(p.text for p in block.pieces) for block in document.blocks if not isinstance(block, Table)]


def rows(document: Document) -> list[list[list[str]]]:
    """The words of the cells of each table."""
    return [
        [[" ".join(piece.text for piece in cell.pieces) for cell in row.cells] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Table)
    ]


def notices(document: Document) -> list[str]:
    return [notice.code for notice in document.notices]


def at(*lines: tuple[float, float, str], size: float = 10, font: str = "Helvetica") -> Callable[[Canvas], None]:
    """Draw words at places."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for x, y, text in lines:
            canvas.drawString(x, y, text)

    return draw


# how words look ---------------------------------------------------------------------------------------------------


def test_letters_that_are_written_one_by_one_are_words():
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        x = 60.0
        for letter in "Menandatangani surat":
            text = canvas.beginText(x, 700)
            text.textOut(letter)
            canvas.drawText(text)
            x += canvas.stringWidth(letter, "Helvetica", 10)

    assert words(read(draw)) == ["Menandatangani surat"]


def test_bold_lines_are_headings_each_its_own():
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(60, 760, "STANDAR OPERASIONAL PROSEDUR")
        canvas.drawString(60, 745, "KECAMATAN MELATI")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 700, "Camat memberi disposisi kepada sekretaris untuk menyusun rencana kerja")
        canvas.drawString(60, 687, "pada bulan Januari setiap tahun dan melaporkannya kepada Bupati.")

    document = read(draw)

    headings = [block for block in document.blocks if isinstance(block, Heading)]
    assert [[p.text for p in one.pieces] for one in headings] == [
        ["STANDAR OPERASIONAL PROSEDUR"],
        ["KECAMATAN MELATI"],
    ]
    assert headings[0].pieces[0].bbox is not None
    assert headings[0].pieces[0].bbox[0] == pytest.approx(60, abs=1)


def test_a_document_in_bold_has_no_headings():
    document = read(at(*((60, 700 - 14 * n, f"Langkah ke-{n} dicatat.") for n in range(5)), font="Helvetica-Bold"))

    assert not [block for block in document.blocks if isinstance(block, Heading)]


def struck(x0: float, x1: float, height: float) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 700, "Waktu 3015 menit")
        canvas.setLineWidth(0.5)
        canvas.line(x0, 700 + height, x1, 700 + height)

    return draw


WAKTU = 60 + 2.78 + 28.9
"""Where the number begins: after `Waktu` and a blank."""


def test_struck_digits_are_no_part_of_the_number():
    document = read(struck(WAKTU, WAKTU + 2 * 5.56, 3))

    assert words(document) == ["Waktu 15 menit"]
    assert notices(document) == ["struck-text"]


def test_a_struck_word_goes_as_a_whole():
    assert words(read(struck(WAKTU, WAKTU + 4 * 5.56, 3))) == ["Waktu menit"]


@pytest.mark.parametrize(
    ("x0", "x1", "height"),
    [(60, 137, -1.5), (20, 300, 3), (WAKTU, 400, 3), (WAKTU + 3, WAKTU + 8, 3)],
    ids=["underline", "line-through-all", "line-that-goes-on", "dash"],
)
def test_other_lines_strike_nothing(x0: float, x1: float, height: float):
    document = read(struck(x0, x1, height))

    assert words(document) == ["Waktu 3015 menit"]
    assert notices(document) == []


def test_words_that_nobody_sees_are_left_out_and_said():
    def draw(canvas: Canvas) -> None:
        at((60, 700, "Isi surat"))(canvas)
        canvas.setFillColorRGB(1, 1, 1)
        at((60, 600, "putih"))(canvas)
        canvas.setFillColorRGB(0, 0, 0)
        at((60, 500, "kecil"), size=1)(canvas)
        at((900, 500, "luar"))(canvas)
        text = canvas.beginText(60, 450)
        text.setTextRenderMode(3)
        text.textOut("tanpa tinta")
        canvas.drawText(text)

    document = read(draw)

    assert words(document) == ["Isi surat"]
    assert notices(document) == ["hidden-text"]


def test_white_words_on_a_dark_band_are_seen():
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.1, 0.2, 0.4)
        canvas.rect(50, 690, 300, 30, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        at((60, 700, "Indikator Kinerja"))(canvas)

    assert words(read(draw)) == ["Indikator Kinerja"]


# tables without upright rulings -----------------------------------------------------------------------------------

GOALS = [
    ("No", "Sasaran", "Indikator", "Target", "Realisasi"),
    ("1", "Meningkatnya layanan", "Indeks kepuasan", "85,00", "86,70"),
    ("2", "Tertibnya wilayah", "Jumlah gangguan", "12", "9"),
    ("3", "Tertibnya arsip", "Arsip tertata", "100", "80"),
]
PLACES = (60, 90, 220, 340, 420)


def goals(canvas: Canvas, *, rules: bool) -> None:
    for n, row in enumerate(GOALS):
        y = 700 - 20 * n
        at(*((x, y, text) for x, text in zip(PLACES, row, strict=True)))(canvas)
        if rules:
            canvas.line(55, y - 6, 480, y - 6)
    if rules:
        canvas.line(55, 714, 480, 714)


@pytest.mark.parametrize("rules", [True, False], ids=["level-rulings", "gaps"])
def test_a_table_without_upright_rulings_has_columns(rules: bool):
    def draw(canvas: Canvas) -> None:
        at((60, 750, "Tabel 2.1 Target dan Realisasi Kinerja"))(canvas)
        goals(canvas, rules=rules)
        at((60, 590, "Rata-rata capaian kinerja adalah seratus dua persen pada tahun 2024."))(canvas)

    document = read(draw)

    assert rows(document) == [[list(row) for row in GOALS]]
    assert len(words(document)) == 2


def test_a_framed_table_without_upright_rulings_has_columns():
    def draw(canvas: Canvas) -> None:
        goals(canvas, rules=True)
        canvas.line(55, 714, 55, 634)
        canvas.line(480, 714, 480, 634)

    assert rows(read(draw)) == [[list(row) for row in GOALS]]


def test_a_heading_over_several_columns_is_one_cell():
    def draw(canvas: Canvas) -> None:
        for n, row in enumerate([("No", "Uraian", "2022", "2023"), ("1", "Nilai", "70,1", "71,5"),
                                 ("2", "Indeks", "80,2", "82,4"), ("3", "Skor", "3,1", "3,3")]):  # fmt: skip
            y = 680 - 20 * n
            at(*((x, y, text) for x, text in zip((60, 90, 250, 350), row, strict=True)))(canvas)
            canvas.line(55, y - 6, 480, y - 6)
        at((250, 700, "Realisasi kinerja pada tahun"))(canvas)
        canvas.line(55, 694, 480, 694)
        canvas.line(55, 714, 480, 714)

    (table,) = rows(read(draw))
    assert table[0] == ["", "", "Realisasi kinerja pada tahun", ""]
    assert table[1] == ["No", "Uraian", "2022", "2023"]


def columns_of_text(canvas: Canvas) -> None:
    at(*((x, 700 - 13 * n, "kata yang berjalan terus") for x in (60, 220, 380) for n in range(12)))(canvas)


def signatures(canvas: Canvas) -> None:
    lines = ["Mengetahui,", "KEPALA DINAS", "BUDI SANTOSO", "Pembina", "NIP. 19700101 199503 1 001"]
    at(*((x, 300 - 16 * n, text) for x in (50, 220, 400) for n, text in enumerate(lines)))(canvas)


def hanging_list(canvas: Canvas) -> None:
    for n in range(5):
        at((60, 700 - 13 * n, f"{n + 1}."), (90, 700 - 13 * n, "a."), (120, 700 - 13 * n, "Mencatat surat"))(canvas)


def labels(canvas: Canvas) -> None:
    for n, label in enumerate(("Nomor SOP", "Tanggal", "Revisi", "Halaman")):
        at((60, 700 - 13 * n, label), (200, 700 - 13 * n, ":"), (230, 700 - 13 * n, f"{n}"),
           (330, 700 - 13 * n, f"{n}{n}"))(canvas)  # fmt: skip


def contents(canvas: Canvas) -> None:
    for n in range(5):
        at((60, 700 - 13 * n, f"1.{n}"), (90, 700 - 13 * n, "Latar " + 60 * "."), (400, 700 - 13 * n, f"{n}"))(canvas)


@pytest.mark.parametrize("draw", [columns_of_text, signatures, hanging_list, labels, contents])
def test_what_only_stands_side_by_side_is_no_table(draw: Callable[[Canvas], None]):
    assert rows(read(draw)) == []


# over pages -------------------------------------------------------------------------------------------------------


def page_of(rows: list[tuple[str, ...]], top: float = 760, title: str = "") -> Callable[[Canvas], None]:
    """A ruled table of rows from a height down."""

    def draw(canvas: Canvas) -> None:
        at((60, 790, title))(canvas)
        xs = [50, 80, 260, 330, 400, 470]
        canvas.grid(xs, [top - 24 * n for n in range(len(rows) + 1)])
        for n, row in enumerate(rows):
            at(*((x + 4, top - 16 - 24 * n, text) for x, text in zip(xs, row, strict=False)))(canvas)

    return draw


TITLE = "STANDAR OPERASIONAL PROSEDUR (SOP) PENGELOLAAN SURAT"
HEAD = ("No", "Kegiatan", "Staf", "Waktu", "Output")


def steps(document: Document) -> list[tuple[int | None, str | None]]:
    (sop,) = extract(document).sops
    return [(step.number, step.text.value if step.text else None) for step in sop.steps]


def test_a_heading_at_the_foot_of_a_page_belongs_to_the_rows_on_the_next():
    document = read(
        page_of([HEAD], 90, TITLE),
        page_of([("1", "Mencatat surat", "v", "5 menit", "Agenda"), ("2", "Mengirim surat", "v", "9 menit", "Surat")]),
    )

    assert [len(table) for table in rows(document)] == [3]
    assert steps(document) == [(1, "Mencatat surat"), (2, "Mengirim surat")]


def test_a_row_that_a_page_break_parts_is_one_step():
    first = [
        HEAD,
        ("1", "Mencatat surat", "v", "5 menit", "Agenda"),
        ("2", "Meneruskan surat", "v", "9 menit", "Tanda"),
    ]
    second = [("", "kepada bidang", "", "", "terima"), ("3", "Mengarsipkan surat", "v", "5 menit", "Arsip")]

    assert steps(read(page_of(first, title=TITLE), page_of(second))) == [
        (1, "Mencatat surat"),
        (2, "Meneruskan surat kepada bidang"),
        (3, "Mengarsipkan surat"),
    ]


def test_a_word_wider_than_its_column_is_parted_and_one_word():
    def draw(canvas: Canvas) -> None:
        width = canvas.stringWidth("Menandatanga", "Helvetica", 10)
        canvas.grid([50, 50 + width + 8, 300], [600, 700])
        at((54, 680, "Menandatanga"), (54, 668, "ni surat"), (150, 680, "Camat"))(canvas)

    assert rows(read(draw)) == [[["Menandatangani surat", "Camat"]]]


def test_a_short_word_below_a_full_line_stays_a_word():
    def draw(canvas: Canvas) -> None:
        width = canvas.stringWidth("Menyampaikan", "Helvetica", 10)
        canvas.grid([50, 50 + width + 8, 300], [600, 700])
        at((54, 680, "Menyampaikan"), (54, 668, "ke camat"), (150, 680, "Staf"))(canvas)

    assert rows(read(draw)) == [[["Menyampaikan ke camat", "Staf"]]]


def test_the_rest_of_a_time_is_no_step():
    first = [HEAD, ("1", "Mencatat surat", "v", "5 menit", "Agenda"), ("2", "Meneruskan surat", "v", "20", "Tanda")]
    second = [("", "kepada bidang", "", "menit", "terima"), ("3", "Mengarsipkan surat", "v", "5 menit", "Arsip")]

    (sop,) = extract(read(page_of(first, title=TITLE), page_of(second))).sops

    assert [
        (step.number, step.duration and step.duration.minutes and step.duration.minutes.value) for step in sop.steps
    ] == [(1, 5), (2, 20), (3, 5)]


def test_a_title_that_a_page_break_parts_is_one():
    first = page_of([("No", "Kegiatan", "Kasi/", "Waktu", "Output")], 90, TITLE)
    second = [("", "", "Kasubbag", "", ""), ("1", "Mencatat surat", "v", "5 menit", "Agenda")]

    (sop,) = extract(read(first, page_of(second))).sops

    assert [actor.value for actor in sop.actors] == ["Kasi/Kasubbag"]
    assert [step.number for step in sop.steps] == [1]


def test_titles_that_a_narrow_column_parts_are_titles():
    head = ("No", "Kegi atan", "Staf", "Wakt u", "Outp ut")

    assert steps(read(page_of([head, ("1", "Mencatat surat", "v", "5 menit", "Agenda")], title=TITLE))) == [
        (1, "Mencatat surat")
    ]


def test_a_table_above_a_wider_one_keeps_its_corners():
    def draw(canvas: Canvas) -> None:
        canvas.grid([50, 150, 300], [760, 740, 720])
        at((54, 745, "Nomor SOP"), (154, 745, "SOP/1/2025"), (54, 725, "Judul"), (154, 725, "Surat"))(canvas)
        canvas.grid([50, 100, 320], [700, 680, 660])
        at((54, 685, "1"), (104, 685, "Mencatat"), (54, 665, "2"), (104, 665, "Mengirim"))(canvas)

    assert rows(read(draw)) == [
        [["Nomor SOP", "SOP/1/2025"], ["Judul", "Surat"]],
        [["1", "Mencatat"], ["2", "Mengirim"]],
    ]


def test_a_form_goes_on_with_fewer_columns_on_the_next_page():
    def first(canvas: Canvas) -> None:
        canvas.grid([50, 150, 300, 500], [140, 120])
        canvas.grid([50, 300, 500], [120, 100])
        at((54, 125, "Logo"), (154, 125, "Nomor SOP"), (304, 125, "SOP/1"))(canvas)
        at((54, 105, "Peringatan"), (304, 105, "Pencatatan dan Pendataan"))(canvas)

    def second(canvas: Canvas) -> None:
        canvas.grid([50, 300, 500], [780, 760])
        at((54, 765, "Apabila lalai, surat hilang."), (304, 765, "Buku agenda"))(canvas)

    assert rows(read(first, second)) == [
        [
            ["Logo", "Nomor SOP", "SOP/1"],
            ["Peringatan", "", "Pencatatan dan Pendataan"],
            ["Apabila lalai, surat hilang.", "", "Buku agenda"],
        ]
    ]


def test_a_bold_line_below_a_full_line_is_a_heading():
    full = "Memahami rencana pembangunan dan penjabarannya dalam rencana strategis milik kecamatan"

    def draw(canvas: Canvas) -> None:
        at((60, 700, full), (60, 664, full), (60, 640, "Keterangan singkat di bawahnya."))(canvas)
        at((60, 688, "Keterkaitan"), font="Helvetica-Bold")(canvas)

    assert "Keterkaitan" in words(read(draw))


def test_a_degree_in_a_line_of_its_own_is_no_numbered_heading():
    lines = ((300, 700, "CAMAT MELATI,"), (300, 640, "RADITYA WIRAPATI, S.STP.,"), (300, 628, "M.Si."))
    document = read(at(*lines, (60, 500, "Surat ini dibuat untuk dipakai."), font="Helvetica-Bold"))
    plain = read(
        lambda canvas: (at(*lines, font="Helvetica-Bold")(canvas), at((60, 500, "Surat dibuat " * 6))(canvas))[0]
    )

    assert "M.Si." in " ".join(words(document))
    assert [block.marker for block in plain.blocks if isinstance(block, Heading)] == [None] * 3


# added to pages ---------------------------------------------------------------------------------------------------


def test_words_typed_over_a_page_are_read_and_said():
    def draw(canvas: Canvas) -> None:
        at((60, 700, "Nomor SOP :"))(canvas)
        canvas.freeTextAnnotation("065/12", "(/Helv 10 Tf 0 g)", Rect=[130, 696, 190, 712])

    document = read(draw)

    assert words(document) == ["Nomor SOP : 065/12"]
    assert notices(document) == ["typed-text"]


def test_notes_are_said_and_not_read():
    def draw(canvas: Canvas) -> None:
        at((60, 700, "Isi surat"))(canvas)
        canvas.textAnnotation("Perbaiki nomor", Rect=[130, 696, 190, 712])

    document = read(draw)

    assert words(document) == ["Isi surat"]
    assert notices(document) == ["notes-ignored"]
