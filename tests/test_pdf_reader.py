"""PDF: what stands on a page, cell by cell, whatever the page looks like; and what a bad file costs."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from extraction.sop import extract
from readers.errors import ReadError
from readers.pdf import read_pdf
from readers.pdf_limits import PdfLimits
from readers.reader import read_document
from readers.text import read_text
from schemas.blocks import Document, Piece, Table
from tests.pdfs import A4, WIDE, drawn, printed_text
from tests.program import patuh

SOP = Path(__file__).resolve().parent.parent / "fixtures" / "sop"


def read(data: bytes, limits: PdfLimits = PdfLimits()) -> Document:  # noqa: B008  # frozen
    return read_pdf(data, name="a.pdf", limits=limits)


def failure(data: bytes, limits: PdfLimits = PdfLimits()) -> ReadError:  # noqa: B008
    with pytest.raises(ReadError) as caught:
        read(data, limits)
    return caught.value


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def words(document: Document) -> list[str]:
    """Words of running text, a text a block."""
    return [" ".join(p.text for p in block.pieces) for block in document.blocks if not isinstance(block, Table)]


def rows(table: Table) -> list[list[str]]:
    return [[" ".join(piece.text for piece in cell.pieces) for cell in row.cells] for row in table.rows]


def pieces(document: Document) -> list[Piece]:
    found: list[Piece] = []
    for block in document.blocks:
        if isinstance(block, Table):
            found += [piece for row in block.rows for cell in row.cells for piece in cell.pieces]
        else:
            found += block.pieces
    return found


def grid(canvas: Canvas, xs: list[float], ys: list[float]) -> None:
    """Rule off all cells."""
    canvas.grid(xs, ys)


# the same as a text -----------------------------------------------------------------------------------------------


@cache
def facts(data: bytes, name: str) -> list[tuple[object, ...]]:
    """What an audit judges, without places."""
    found = extract(read_document(data, name=name))
    return [
        (
            [title.value for title in sop.titles],
            [(field.name, field.state) for field in sop.identity.fields] if sop.identity else [],
            [(one.list, one.number and one.number.value, one.year and one.year.value) for one in sop.legal_basis],
            [text.value for text in (*sop.qualifications, *sop.related, *sop.equipment, *sop.records)],
            [(step.number, step.text and step.text.value, [a.value for a in step.actors]) for step in sop.steps],
            [step.duration and step.duration.minutes and step.duration.minutes.value for step in sop.steps],
            [step.output and step.output.value for step in sop.steps],
        )
        for sop in found.sops
    ]


@pytest.mark.parametrize("size", [A4, WIDE], ids=["portrait", "landscape"])
@pytest.mark.parametrize("rules", ["lines", "bars", "rects"])
@pytest.mark.parametrize(
    "name", ["clean-label-colon.txt", "clean-html-spans.md", "clean-table-three-pages.txt",
             "steps-gap-and-time-missing-pipes.md", "steps-duplicate-second-of-two-sops.txt"],
)  # fmt: skip
def test_a_pdf_says_what_its_text_says(name: str, rules: str, size: tuple[float, float]):
    """Steps, actors, times and outputs, also with planted defects and over page breaks."""
    data = (SOP / name).read_bytes()

    printed = printed_text(data, name, rules=rules, size=size, foot="Halaman")

    assert facts(printed, "a.pdf") == facts(data, name)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_stands_sideways_is_read_upright(turn: int):
    """And its places are those of the page as shown."""
    name = "clean-html-lists.md"
    data = (SOP / name).read_bytes()
    printed = printed_text(data, name, rotate=turn)

    assert facts(printed, "a.pdf") == facts(data, name)
    wide, high = WIDE if turn == 180 else (WIDE[1], WIDE[0])
    for piece in pieces(read(printed)):
        assert piece.bbox is not None
        x0, y0, x1, y1 = piece.bbox
        assert 0 <= x0 < x1 <= wide
        assert 0 <= y0 < y1 <= high


# places -----------------------------------------------------------------------------------------------------------


def test_every_piece_has_its_page_line_and_box():
    document = read(drawn(lambda c: (c.drawString(72, 742, "Baris satu"), c.drawString(72, 700, "Baris dua")), pages=2))

    places = [(piece.text, piece.page, piece.line) for piece in pieces(document)]
    assert places == [("Baris satu", 1, 1), ("Baris dua", 1, 2), ("Baris satu", 2, 3), ("Baris dua", 2, 4)]
    box = pieces(document)[0].bbox
    assert box is not None
    assert box[0] == pytest.approx(72, abs=1)
    assert box[1] < 842 - 742 < box[3]
    assert (document.media, document.shows_signatures, document.shows_marks) == ("application/pdf", True, True)


def test_a_cropped_page_counts_from_its_crop():
    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((50, 50, 500, 800))
        canvas.drawString(72, 742, "Isi")
        canvas.drawString(10, 20, "terpotong")

    document = read(drawn(draw))

    assert words(document) == ["Isi"]
    box = pieces(document)[0].bbox
    assert box is not None
    assert box[0] == pytest.approx(22, abs=1)
    assert box[1] < 800 - 742 < box[3]


# running text -----------------------------------------------------------------------------------------------------


def test_signatures_side_by_side_are_read_one_after_the_other():
    left = ["Mengetahui,", "KEPALA DINAS", "BUDI SANTOSO", "NIP. 19700101 199503 1 001"]
    right = ["Seruni, 3 Maret 2025", "SEKRETARIS", "SITI AMINAH", "NIP. 19750202 200003 2 002"]

    def draw(canvas: Canvas) -> None:
        for at, (a, b) in enumerate(zip(left, right, strict=True)):
            canvas.drawString(60, 700 - 20 * at - 40 * (at > 1), a)
            canvas.drawString(350, 700 - 20 * at - 40 * (at > 1), b)

    lines = [piece.text for piece in pieces(read(drawn(draw)))]

    assert lines == left + right


def test_a_label_and_its_value_are_one_line_however_far_apart():
    def draw(canvas: Canvas) -> None:
        for at, (label, value) in enumerate([("Nomor SOP", ": 065/1"), ("Nama SOP", ": SURAT")]):
            canvas.drawString(60, 700 - 14 * at, label)
            canvas.drawString(300, 700 - 14 * at, value)

    assert words(read(drawn(draw))) == ["Nomor SOP : 065/1 Nama SOP : SURAT"]


def test_what_would_be_markup_in_a_text_is_printed_words():
    shown = "Nilai < 50 **tebal** | a_b | [x] # &amp; \\*"

    assert words(read(drawn(lambda c: c.drawString(60, 700, shown)))) == [shown]


def test_page_numbers_and_feet_are_no_words_of_the_document():
    pages = iter(range(1, 9))

    def draw(canvas: Canvas) -> None:
        page = next(pages)
        canvas.drawString(60, 700, f"Isi {page * page}")
        canvas.drawString(60, 25, f"SOP Surat Masuk {page}")
        canvas.drawString(290, 12, str(page))

    assert words(read(drawn(draw, pages=3))) == ["Isi 1", "Isi 4", "Isi 9"]


def test_a_title_at_the_top_of_each_page_stays():
    """It may be that of a further SOP."""
    document = read(drawn(lambda c: c.drawString(60, 800, "STANDAR OPERASIONAL PROSEDUR"), pages=4))

    assert words(document) == ["STANDAR OPERASIONAL PROSEDUR"] * 4


# tables -----------------------------------------------------------------------------------------------------------


def test_merged_cells_are_one_cell_with_empty_places():
    def draw(canvas: Canvas) -> None:
        canvas.rect(50, 600, 300, 100)
        canvas.line(150, 600, 150, 700)
        canvas.line(150, 650, 350, 650)
        canvas.line(250, 600, 250, 650)
        for x, y, text in ((60, 640, "A"), (160, 670, "B"), (160, 620, "C"), (260, 620, "D")):
            canvas.drawString(x, y, text)

    (table,) = tables(read(drawn(draw)))

    assert table.syntax == "grid"
    assert rows(table) == [["A", "B", ""], ["", "C", "D"]]
    assert [(cell.rowspan, cell.colspan) for cell in table.rows[0].cells] == [(2, 1), (1, 2), (1, 1)]


def flow_chart(canvas: Canvas) -> None:
    """Three rows, two actors: a terminator, a diamond, a box; with elbows between them."""
    grid(canvas, [50, 80, 300, 400, 500], [400, 460, 520, 580, 600])
    for x, text in ((55, "No"), (90, "Kegiatan"), (310, "Camat"), (410, "Staf")):
        canvas.drawString(x, 586, text)
    for at, text in enumerate(("Menerima", "Memeriksa", "Mengirim")):
        canvas.drawString(55, 565 - 60 * at, str(at + 1))
        canvas.drawString(90, 565 - 60 * at, text)
    canvas.roundRect(420, 535, 60, 30, 12)
    canvas.drawString(435, 547, "Mulai")
    path = canvas.beginPath()
    for at, (x, y) in enumerate(((350, 508), (385, 490), (350, 472), (315, 490))):
        (path.lineTo if at else path.moveTo)(x, y)
    path.close()
    canvas.drawPath(path)
    canvas.rect(420, 415, 60, 30)
    for points in (((420, 550), (350, 550), (350, 508)), ((385, 490), (450, 490), (450, 445))):
        path = canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        canvas.drawPath(path)


def test_figures_of_a_flow_chart_stand_in_their_cells():
    (table,) = tables(read(drawn(flow_chart)))

    assert [[[(p.shape, p.text) for p in cell.pieces] for cell in row.cells[2:]] for row in table.rows[1:]] == [
        [[], [("terminator", "Mulai")]],
        [[("decision", "")], []],
        [[], [("box", "")]],
    ]
    assert [row[:2] for row in rows(table)] == [["No", "Kegiatan"], ["1", "Menerima"], ["2", "Memeriksa"],
                                                ["3", "Mengirim"]]  # fmt: skip


def test_arrows_of_single_lines_rule_nothing_off():
    def draw(canvas: Canvas) -> None:
        grid(canvas, [50, 200, 350, 500], [400, 500, 600])
        canvas.rect(240, 535, 60, 30)
        canvas.rect(390, 435, 60, 30)
        canvas.line(300, 550, 420, 550)
        canvas.line(420, 550, 420, 465)

    (table,) = tables(read(drawn(lambda c: (draw(c), c.drawString(60, 550, "Mencatat")))))

    assert [len(row.cells) for row in table.rows] == [3, 3]
    assert [[p.shape for cell in row.cells for p in cell.pieces] for row in table.rows] == [[None, "box"], ["box"]]


def test_drawn_ticks_are_told():
    def draw(canvas: Canvas) -> None:
        grid(canvas, [50, 200, 350], [500, 550, 600])
        canvas.drawString(60, 570, "Mencatat")
        path = canvas.beginPath()
        for at, (x, y) in enumerate(((270, 575), (274, 568), (284, 584))):
            (path.lineTo if at else path.moveTo)(x, y)
        canvas.drawPath(path)

    (table,) = tables(read(drawn(draw)))

    assert [p.shape for p in table.rows[0].cells[1].pieces] == ["check"]


def test_a_wrapped_cell_is_one_piece_and_lines_on_purpose_are_several():
    def draw(canvas: Canvas) -> None:
        grid(canvas, [50, 150, 400], [500, 600])
        canvas.drawString(55, 580, "Mencatat surat")
        canvas.drawString(55, 566, "masuk hari ini")
        for at, text in enumerate(("KEPALA DINAS,", "BUDI SANTOSO", "NIP. 1970")):
            canvas.drawString(160, 580 - 14 * at, text)

    (table,) = tables(read(drawn(draw)))

    assert [[p.text for p in cell.pieces] for cell in table.rows[0].cells] == [
        ["Mencatat surat masuk hari ini"],
        ["KEPALA DINAS,", "BUDI SANTOSO", "NIP. 1970"],
    ]


def test_a_number_that_its_column_parts_is_one():
    """`10.` in a column for one digit; two numbers, each with its dot, are two."""

    def draw(canvas: Canvas) -> None:
        grid(canvas, [50, 62, 300], [400, 500, 600])
        for y, first, second in ((580, "1", "0."), (480, "1.", "2.")):
            canvas.drawString(53, y, first)
            canvas.drawString(53, y - 12, second)
            canvas.drawString(70, y, "Mencatat surat")

    (table,) = tables(read(drawn(draw)))

    assert [[piece.text for piece in row.cells[0].pieces] for row in table.rows] == [["10."], ["1.", "2."]]


def test_headings_that_read_upwards_are_words():
    def draw(canvas: Canvas) -> None:
        grid(canvas, [50, 80, 110, 400], [500, 560, 640])
        for x, text in ((68, "Camat"), (98, "Kepala Seksi")):
            canvas.saveState()
            canvas.translate(x, 565)
            canvas.rotate(90)
            canvas.drawString(0, 0, text)
            canvas.restoreState()
        canvas.drawString(120, 600, "Uraian Kegiatan yang panjang")

    (table,) = tables(read(drawn(draw)))

    assert rows(table)[0] == ["Camat", "Kepala Seksi", "Uraian Kegiatan yang panjang"]


def test_forms_carry_their_matrix():
    """A table that is drawn as a form, moved on the page."""

    def draw(canvas: Canvas) -> None:
        canvas.beginForm("tabel")
        grid(canvas, [0, 100, 200], [0, 50, 100])
        canvas.drawString(5, 60, "dalam")
        canvas.endForm()
        canvas.translate(100, 500)
        canvas.doForm("tabel")

    (table,) = tables(read(drawn(draw)))

    assert rows(table)[0] == ["dalam", ""]
    assert table.rows[0].cells[0].pieces[0].bbox[0] == pytest.approx(105, abs=1)  # type: ignore[index]


def test_fields_of_a_form_are_words_at_their_place():
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 705, "Nama SOP :")
        canvas.acroForm.textfield(name="nama", value="SURAT MASUK", x=150, y=700, width=200, height=16)

    document = read(drawn(draw))

    assert words(document) == ["Nama SOP : SURAT MASUK"]
    assert [notice.code for notice in document.notices] == ["form-fields"]


# what cannot be read ----------------------------------------------------------------------------------------------


def packed(objects: list[bytes]) -> bytes:
    """A PDF of these objects; the first is the catalogue."""
    body = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(body))
    return body + head + table + end


def stream(content: bytes, entries: bytes = b"") -> bytes:
    data = zlib.compress(content, 9)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def form(draws: bytes, names: int) -> bytes:
    resources = b"/Resources << /XObject << /X %d 0 R >> >>" % names
    return stream(draws, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + resources)


def page(content: bytes, *more: bytes) -> bytes:
    head = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
    return packed(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            head + b" /Resources << /XObject << /X 5 0 R >> >> >>",
            content,
            *more,
        ]
    )


def scan(canvas: Canvas) -> None:
    canvas.rect(0, 0, 595, 842, fill=1)
    canvas.drawInlineImage(_picture(), 0, 0, 595, 842)


def _picture() -> object:
    from PIL import Image  # noqa: PLC0415

    return Image.new("L", (60, 80), 200)


def locked(**passwords: str) -> bytes:
    import io  # noqa: PLC0415

    target = io.BytesIO()
    encryption = StandardEncryption(passwords["user"], passwords["owner"], canPrint=0, canCopy=0)
    canvas = Canvas(target, pagesize=A4, encrypt=encryption)
    canvas.drawString(60, 700, "Isi dokumen")
    canvas.save()
    return target.getvalue()


GOOD = printed_text((SOP / "clean-html-lists.md").read_bytes(), "a.md")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(lambda: GOOD[: len(GOOD) // 2], "damaged", id="truncated"),
        pytest.param(lambda: b"%PDF-1.7\n", "damaged", id="head-alone"),
        pytest.param(lambda: b"", "empty", id="nothing"),
        pytest.param(lambda: drawn(lambda _: None), "empty", id="blank-page"),
        pytest.param(lambda: drawn(scan, pages=2), "needs-ocr", id="scan"),
        pytest.param(lambda: locked(user="rahasia", owner="kuat"), "password", id="password"),
        pytest.param(lambda: drawn(lambda c: c.drawString(9, 9, "x"), pages=1001), "too-many-pages", id="pages"),
        pytest.param(lambda: page(stream(b"0 0 m 9 9 l S\n" * 1_300_000)), "unpacks-too-large", id="bomb"),
        pytest.param(lambda: page(stream(b"/X Do"), form(b"/X Do /X Do", 5)), "form-loop", id="form-in-itself"),
        pytest.param(lambda: page(stream(b"/X Do"), *(form(b"/X Do /X Do", 6 + n) for n in range(30))), "form-loop",
                     id="forms-that-double"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named(data: Callable[[], bytes], code: str):
    error = failure(data())

    assert error.code == code
    assert "a.pdf" in error.message


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (PdfLimits(bytes=100), "too-large"),
        (PdfLimits(page_characters=50), "too-many-characters"),
        (PdfLimits(characters=50), "too-many-characters"),
    ],
)
def test_limits_are_kept(limits: PdfLimits, code: str):
    assert failure(GOOD, limits).code == code


def test_a_page_with_too_many_lines_keeps_its_words_and_says_so():
    document = read(GOOD, PdfLimits(page_paths=10))

    assert "lines-ignored" in [notice.code for notice in document.notices]
    assert len(tables(document)) < len(tables(read(GOOD)))
    assert words(document)


def test_an_owner_restriction_is_read_and_said():
    document = read(locked(user="", owner="kuat"))

    assert words(document) == ["Isi dokumen"]
    assert [notice.code for notice in document.notices] == ["restricted"]


def test_pages_without_text_among_others_are_named():
    turns = iter([0, 1, 0])
    document = read(drawn(lambda c: scan(c) if next(turns) else c.drawString(60, 700, "Isi halaman"), pages=3))

    (notice,) = document.notices
    assert notice.code == "pages-without-text"
    assert "Halaman 2 " in notice.message
    assert [place.page for place in notice.evidence] == [2]


def test_a_damaged_table_of_objects_is_repaired():
    document = read(GOOD.replace(b"startxref", b"startxxxx").replace(b"\nxref\n", b"\nxxxx\n"))

    assert document.blocks == read(GOOD).blocks


@pytest.mark.parametrize("name", ["a.pdf", "a.txt", "a.xlsx", "a"])
def test_a_pdf_is_told_by_its_content(name: str):
    assert read_document(GOOD, name=name).media == "application/pdf"
    assert read_document(b"\r\n" + GOOD, name=name).media == "application/pdf"


def test_a_text_that_is_called_pdf_is_a_text():
    assert (
        read_document(b"Isi surat tentang %PDF-1.7\n", name="a.pdf").blocks
        == read_text(b"Isi surat tentang %PDF-1.7\n", name="a.txt").blocks
    )


SMALL = printed_text((SOP / "clean-label-colon.txt").read_bytes()[:900], "a.txt")


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(9, len(SMALL) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_flipped_bytes_give_a_document_or_a_named_error(flips: list[tuple[int, int]]):
    data = bytearray(SMALL)
    for at, value in flips:
        data[at] = value
    try:
        document = read(bytes(data))
    except ReadError:
        document = None
    if document:
        assert all(piece.page and piece.bbox for piece in pieces(document))


# findings ---------------------------------------------------------------------------------------------------------

CANNOT_SHOW = {
    "cut-off-excerpt": "a row that a PDF rules off is not cut off",
    "doubtful-values-after-labels": "a PDF could show a signature, and shows none",
    "nip-mismatch-guide-and-form": "the same",
    "steps-duplicate-marks-lost": "blanks between words are one blank: the finding quotes it so",
}
"""Fixtures that a PDF tells otherwise, and why."""


def findings(folder: Path) -> dict[str, list[tuple[str, str, str]]]:
    """Rule, severity and condition of what is found in each document of a folder."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for document in patuh("check", folder, "--no-config", "--format", "json").report["documents"]:
        entries = found.setdefault(Path(document["path"]).stem, [])
        entries += [(one["rule"], one["severity"], one["condition"]) for one in document["findings"]]
        entries.sort()
    return found


@pytest.mark.parametrize("size", [A4, WIDE], ids=["portrait", "landscape"])
def test_every_fixture_has_the_findings_of_its_text(tmp_path: Path, size: tuple[float, float]):
    """But for what only one of the two can show."""
    for path in SOP.iterdir():
        (tmp_path / f"{path.stem}.pdf").write_bytes(printed_text(path.read_bytes(), path.name, size=size, foot="Hal"))

    from_pdf, from_text = findings(tmp_path), findings(SOP)

    assert from_pdf.keys() == from_text.keys()
    assert {name for name in from_text if from_pdf[name] != from_text[name]} == set(CANNOT_SHOW)


def test_an_image_is_told():
    """As a piece without words, at its place: whoever reads the words around it says whether it may be a signature."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "CAMAT")
        canvas.drawInlineImage(_picture(), 60, 620, 60, 60)
        canvas.drawString(60, 600, "BUDI SANTOSO")

    document = read(drawn(draw))

    assert [(piece.text, piece.shape) for piece in pieces(document)] == [
        ("CAMAT", None),
        ("", "image"),
        ("BUDI SANTOSO", None),
    ]
    assert document.shows_signatures


def test_centred_words_wrap_as_others_do():
    def draw(canvas: Canvas) -> None:
        grid(canvas, [50, 100, 300], [500, 600])
        canvas.setFont("Helvetica", 8)
        canvas.drawCentredString(75, 580, "Kasi/")
        canvas.drawCentredString(75, 571, "Kasubbag")
        canvas.drawCentredString(200, 580, "Waktu")
        canvas.drawCentredString(200, 571, "(menit)")

    (table,) = tables(read(drawn(draw)))

    assert [[p.text for p in cell.pieces] for cell in table.rows[0].cells] == [["Kasi/Kasubbag"], ["Waktu", "(menit)"]]
