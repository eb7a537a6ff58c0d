"""Pictures of pages: how they lie, their lines, figures and words, held to the drawing that they were made from."""

from __future__ import annotations

import itertools
import subprocess
import sys
from collections.abc import Callable, Sequence

import cv2
import numpy as np
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from readers.page import Box, Page, Word, holds
from readers.page_blocks import blocks_of
from readers.ruled_grid import find_tables
from readers.scan_lines import Dots, _checked, ink_of, lines_of
from readers.scan_page import RecognisedWord, bridged, scan_page
from readers.skew import skew_of, straightened
from schemas.blocks import Table
from tests.pdfs import A4, drawn
from tests.scans import Grey, Knowing, Scanner

HIGH = A4[1]
XS = (50.0, 80.0, 220.0, 290.0, 360.0, 430.0, 545.0)
YS = (60.0, 80.0, 100.0, 160.0, 220.0, 280.0, 340.0)
"""Rulings of the table that most tests draw, from the top."""

CLEAN = Scanner()
POOR = Scanner(dots=150, askew=1.6, grain=9, shade=0.25, quality=60)
SCANNERS = (
    CLEAN,
    POOR,
    Scanner(dots=200, askew=-2.7, grain=10, shade=0.3, quality=50),
    Scanner(dots=300, askew=0.8, grain=14, quality=70),
    Scanner(dots=200, askew=0.4, fade=0.7, grain=4),
)


def lines(canvas: Canvas, *ends: Box) -> None:
    canvas.lines([(x0, HIGH - y0, x1, HIGH - y1) for x0, y0, x1, y1 in ends])


def text(canvas: Canvas, x: float, y: float, words: str, size: float = 9) -> None:
    canvas.setFont("Times-Roman", size)
    canvas.drawString(x, HIGH - y, words)


def table(canvas: Canvas, width: float = 0.7) -> None:
    """Two rows of headings, four rows, six columns; the heads of the columns 3 to 5 have one over them."""
    canvas.setLineWidth(width)
    for y in YS:
        if y == YS[1]:
            lines(canvas, (XS[2], y, XS[5], y))
        else:
            lines(canvas, (XS[0], y, XS[-1], y))
    for x in XS:
        top = YS[1] if x in XS[3:5] else YS[0]
        lines(canvas, (x, top, x, YS[-1]))
    for row, y in enumerate(YS[2:-1], start=1):
        text(canvas, 55, y + 12, f"{row}.")
        text(canvas, 84, y + 12, "Menghimpun bahan dan data")
        text(canvas, 84, y + 23, "gugatan yang diajukan")
        text(canvas, 435, y + 12, "Dokumen lengkap")


def paragraphs(canvas: Canvas) -> None:
    for row in range(40):
        text(canvas, 60, 60 + 14 * row, "Keterlambatan yang terjadi tidak dapat ditoleransi " * 2, 10)


def flow_chart(canvas: Canvas) -> None:
    """One figure a row, joined by arrows that cross rulings, as they are drawn in the cells of the actors."""
    table(canvas)
    canvas.setLineWidth(1)
    canvas.roundRect(230, HIGH - 145, 50, 28, 12)
    lines(canvas, (280, 131, 325, 131), (325, 131, 325, 172))
    head(canvas, 325, 178)
    canvas.rect(300, HIGH - 206, 50, 28)
    lines(canvas, (350, 192, 395, 192), (395, 192, 395, 232))
    head(canvas, 395, 238)
    path = canvas.beginPath()
    path.moveTo(395, HIGH - 238)
    for x, y in ((420, 252), (395, 266), (370, 252)):
        path.lineTo(x, HIGH - y)
    path.close()
    canvas.drawPath(path)
    lines(canvas, (370, 252, 255, 252), (255, 252, 255, 300))
    head(canvas, 255, 306)
    canvas.circle(255, HIGH - 317, 10)


def head(canvas: Canvas, x: float, y: float) -> None:
    path = canvas.beginPath()
    path.moveTo(x, HIGH - y)
    path.lineTo(x - 3, HIGH - y + 7)
    path.lineTo(x + 3, HIGH - y + 7)
    path.close()
    canvas.drawPath(path, fill=1)


FIGURES = {
    "terminator": (230, 117, 280, 145),
    "box": (300, 178, 350, 206),
    "decision": (370, 238, 420, 266),
    "connector": (245, 307, 265, 327),
}


def nothing(grey: Grey, dots: float) -> list[RecognisedWord]:
    """An engine that sees no words."""
    return []


def scanned(
    draw: Callable[[Canvas], None],
    scanner: Scanner = CLEAN,
    recognise: Callable[[Grey, float], Sequence[RecognisedWord]] = nothing,
) -> Page:
    return scan_page(scanner.scan(drawn(draw)), 1, float(scanner.dots), recognise)


def near(box: Box, other: Box, by: float = 2.5) -> bool:
    return all(abs(a - b) <= by for a, b in zip(box, other, strict=True))


# how a page lies --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("askew", [-4.8, -2.35, -0.6, -0.08, 0.0, 0.3, 1.13, 3.0, 4.9])
@pytest.mark.parametrize("draw", [flow_chart, paragraphs])
def test_angle_is_found(draw: Callable[[Canvas], None], askew: float) -> None:
    grey = Scanner(askew=askew, grain=8).scan(drawn(draw))
    assert skew_of(grey) == pytest.approx(askew, abs=0.07)
    assert abs(skew_of(straightened(grey).grey)) <= 0.05


def test_paper_without_lines_has_no_angle() -> None:
    noise = np.random.default_rng(3).integers(180, 255, (800, 600)).astype(np.uint8)
    assert skew_of(noise) == 0.0
    assert skew_of(np.full((900, 700), 255, np.uint8)) == 0.0
    assert skew_of(np.zeros((900, 700), np.uint8)) == 0.0
    assert skew_of(np.full((3, 2), 255, np.uint8)) == 0.0


class SeesT:
    """Recognises the letter T, surely where its bar is at the top, doubtfully where it is below; on its side never."""

    def __init__(self) -> None:
        self.pictures: list[tuple[int, int]] = []

    def __call__(self, grey: Grey, _: float) -> list[RecognisedWord]:
        self.pictures.append(grey.shape)
        stats = cv2.connectedComponentsWithStats((grey < 128).astype(np.uint8))[2]
        found = []
        for x, y, wide, high, _ in stats[1:].tolist():
            rows = (grey[y : y + high, x : x + wide] < 128).sum(axis=1)
            top, bottom = int(rows[: high // 4].sum()), int(rows[-(high // 4) :].sum())
            if max(top, bottom) > 2 * min(top, bottom):
                found.append(RecognisedWord(x, y, x + wide, y + high, "T", 97 if top > bottom else 51))
        return found


def ts(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 14)
    for row in range(12):
        canvas.drawString(90, 700 - 40 * row, "TTTTTTTTTTTTT TTTTTTTTTTT", charSpace=2)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("askew", [0.0, 1.5])
def test_page_is_turned_upright(turn: int, askew: float) -> None:
    scanner = Scanner(turn=turn, askew=askew)
    engine = SeesT()
    page = scanned(ts, scanner, engine)
    assert sum(word.certainty == 97 for word in page.words) > 200
    first = min(page.words, key=lambda word: (round(word.y0 / 20), word.x0))
    place = page.shown(first.box)
    letter = scanner.seen((90, 131, 99, 144), A4)
    assert near(place, letter, 6)
    full = [shape for shape in engine.pictures if shape[0] * shape[1] > 3_000_000]
    assert len(full) == (2 if turn == 180 else 1)  # stripes do where there is doubt


# lines ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scanner", SCANNERS)
@pytest.mark.parametrize("width", [0.4, 1.0, 2.5])
def test_rulings_stand_where_they_were_drawn(scanner: Scanner, width: float) -> None:
    if width < 0.5 and scanner.fade and scanner.grain:
        pytest.skip("a hairline that faded is no darker than the grain")
    page = scanned(lambda canvas: table(canvas, width), scanner)
    tables, _ = find_tables(page.level, page.upright) or ([], [])
    assert len(tables) == 1
    left, top = tables[0].box[:2]
    assert [x - left for x in tables[0].xs] == pytest.approx([x - XS[0] for x in XS], abs=1.0)
    assert [y - top for y in tables[0].ys] == pytest.approx([y - YS[0] for y in YS], abs=1.0)
    assert near(page.shown(tables[0].box), scanner.seen((XS[0], YS[0], XS[-1], YS[-1]), A4))
    spans = {(cell.row, cell.column): (cell.rows, cell.columns) for cell in tables[0].cells if cell.row < 2}
    assert spans[0, 0] == spans[0, 1] == spans[0, 5] == (2, 1)
    assert spans[0, 2] == (1, 3)
    assert len(tables[0].cells) == 7 + 4 * 6


@pytest.mark.parametrize("scanner", SCANNERS)
@pytest.mark.parametrize("size", [8, 12, 16, 26])
def test_letters_are_no_rulings(scanner: Scanner, size: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", size)
        for row in range(int(700 / (1.4 * size))):
            canvas.drawString(
                50, 780 - 1.4 * size * row, ("ILTEHFB illtt 10171 [EH] DIBUATNYA mmnn" * 9)[: 900 // size]
            )

    page = scanned(draw, scanner)
    assert find_tables(page.level, page.upright) == ([], [])
    assert not page.figures


def test_edges_of_the_paper_are_no_rulings() -> None:
    """Shadows at the left and the upper edge lie beyond every corner of a table."""

    def draw(canvas: Canvas) -> None:
        table(canvas)
        lines(canvas, (0, 1, 120, 1), (1, 90, 1, 400), (300, 1.5, 500, 1.5), (594, 200, 594, 700))

    page = scanned(draw)

    tables, _ = find_tables(page.level, page.upright) or ([], [])
    assert [len(one.cells) for one in tables] == [7 + 4 * 6]


def test_broken_ruling_is_one() -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas)
        canvas.setFillGray(1)
        for x in (120, 300, 480):
            canvas.rect(x, HIGH - YS[3] - 3, 6, 6, stroke=0, fill=1)
        canvas.rect(XS[1] - 3, HIGH - 200, 6, 9, stroke=0, fill=1)

    page = scanned(draw, POOR)
    tables, _ = find_tables(page.level, page.upright) or ([], [])
    assert [len(table.cells) for table in tables] == [31]


def test_ruling_behind_a_picture_goes_on() -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas)
        canvas.setFillGray(1)
        canvas.rect(120, HIGH - 95, 60, 45, stroke=0, fill=1)
        canvas.setLineWidth(2)
        canvas.circle(150, HIGH - 75, 18)
        canvas.circle(150, HIGH - 75, 10)

    page = scanned(draw)
    tables, _ = find_tables(page.level, page.upright) or ([], [])
    assert [len(table.cells) for table in tables] == [31]
    assert [figure.shape for figure in page.figures] == ["image"]


def test_pieces_that_nothing_joins_stay_apart() -> None:
    from readers.page import Ruling  # noqa: PLC0415

    pieces = [Ruling(10, 0, 30), Ruling(10, 60, 90)]
    assert bridged(pieces, []) == pieces
    assert bridged(pieces, [(8, 32, 28, 58)]) == [Ruling(10, 0, 90)]
    assert bridged(pieces, [(0, 32, 20, 58)]) == pieces  # arrows come and go in the middle of a figure
    assert bridged(pieces, [(30, 32, 50, 58)]) == pieces
    assert bridged([Ruling(10, 0, 30), Ruling(10, 36, 90)], []) == [Ruling(10, 0, 90)]


def test_shaded_heading_keeps_its_rulings() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.8)
        canvas.rect(XS[0], HIGH - YS[2], XS[-1] - XS[0], YS[2] - YS[0], stroke=0, fill=1)
        canvas.setFillGray(0)
        table(canvas)

    page = scanned(draw, POOR)
    tables, _ = find_tables(page.level, page.upright) or ([], [])
    assert [len(table.cells) for table in tables] == [31]
    assert not page.figures


@pytest.mark.parametrize("level", [0, 120, 255])
@pytest.mark.parametrize("shape", [(2340, 1654), (1, 1), (5, 4000), (60, 60)])
def test_page_with_nothing_on_it(level: int, shape: tuple[int, int]) -> None:
    page = scan_page(np.full(shape, level, np.uint8), 3, 200.0, nothing)
    assert (page.number, page.words, page.level, page.upright, page.figures) == (3, [], [], [], [])
    assert blocks_of([page], "pindai.png").blocks == ()


def test_same_picture_gives_same_page() -> None:
    grey = POOR.scan(drawn(flow_chart))
    first, second = (scan_page(grey.copy(), 1, 150.0, nothing) for _ in range(2))
    assert (first.level, first.upright, first.figures, first.back) == (
        second.level, second.upright, second.figures, second.back,
    )  # fmt: skip


# figures ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scanner", SCANNERS)
def test_figures_stand_in_their_cells(scanner: Scanner) -> None:
    page = scanned(flow_chart, scanner)
    tables, boxes = find_tables(page.level, page.upright) or ([], [])
    assert [len(table.cells) for table in tables] == [31]
    assert {figure.shape for figure in page.figures} == set(FIGURES)
    assert len(page.figures) == len(FIGURES)
    for figure in page.figures:
        assert near(page.shown(figure.box), scanner.seen(FIGURES[figure.shape], A4)), figure
    assert all(any(near(box, figure.box) for figure in page.figures) for box in boxes)


@pytest.mark.parametrize("scanner", SCANNERS)
def test_ticks(scanner: Scanner) -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas)
        canvas.setLineWidth(1.2)
        lines(canvas, (250, 128, 254, 134), (254, 134, 264, 118), (320, 188, 324, 194), (324, 194, 334, 178))

    page = scanned(draw, scanner)
    ticks = sorted(page.shown(figure.box) for figure in page.figures)
    assert [figure.shape for figure in page.figures] == ["check", "check"]
    assert near(ticks[0], scanner.seen((250, 118, 264, 134), A4), 3)
    assert near(ticks[1], scanner.seen((320, 178, 334, 194), A4), 3)


def signature(canvas: Canvas, x: float, y: float) -> None:
    canvas.setLineWidth(1.1)
    path = canvas.beginPath()
    path.moveTo(x, y)
    for at in range(9):
        path.curveTo(x + 7 * at + 2, y + 26, x + 7 * at + 4, y + 20, x + 7 * at + 5, y - 8 + 3 * (at % 3))
    canvas.drawPath(path)


@pytest.mark.parametrize("scanner", SCANNERS)
def test_signature_is_a_picture(scanner: Scanner) -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, 350, 400, "KEPALA DINAS,", 11)
        signature(canvas, 352, HIGH - 440)
        text(canvas, 350, 470, "Drs. H. SUTARDI, M.Si.", 11)

    page = scanned(draw, scanner)
    assert [figure.shape for figure in page.figures] == ["image"]
    assert near(page.shown(page.figures[0].box), scanner.seen((352, 418, 413, 448), A4), 6)


def test_stamp_and_logo_in_cells_are_pictures_and_no_figures() -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas)
        canvas.setLineWidth(1.5)
        canvas.circle(325, HIGH - 130, 24)
        lines(canvas, (313, 138, 325, 115), (325, 115, 337, 138))
        canvas.setLineWidth(0.8)
        canvas.circle(260, HIGH - 190, 22)
        canvas.circle(260, HIGH - 190, 13)
        signature(canvas, 262, HIGH - 190)

    page = scanned(draw, POOR)
    assert [figure.shape for figure in page.figures] == ["image", "image"]


def test_arrows_and_letters_are_no_pictures() -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas)
        lines(canvas, (230, 110, 280, 150), (300, 170, 350, 210))
        text(canvas, 60, 420, "KEPUTUSAN BUPATI", 22)

    assert not scanned_words(draw, [(59, 403, 175, 423, "KEPUTUSAN"), (180, 403, 255, 423, "BUPATI")]).figures


# words ------------------------------------------------------------------------------------------------------------


def scanned_words(
    draw: Callable[[Canvas], None], words: Sequence[tuple[float, float, float, float, str]], certainty: int = 96
) -> Page:
    return scanned(draw, CLEAN, Knowing([Word(*word) for word in words], certainty))


def test_line_over_a_ruling_is_parted_there() -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas)
        text(canvas, 365, 112, "Nota dinas 60")

    page = scanned_words(
        draw,
        [(54, 103, 190, 115, "1. Menghimpun bahan dan data"), (363, 103, 500, 115, "Nota dinas 60Dokumen lengkap")],
    )
    block = blocks_of([page], "pindai.png").blocks[0]
    assert isinstance(block, Table)
    row = [" ".join(piece.text for piece in cell.pieces) for cell in block.rows[2].cells]
    assert row == ["1.", "Menghimpun bahan dan data", "", "", "Nota dinas 60", "Dokumen lengkap"]
    xs = [(word.text, word.x0) for word in page.words if word.text in ("Menghimpun", "bahan", "Nota", "Dokumen")]
    assert dict(xs) == pytest.approx(
        {"Menghimpun": 84, "bahan": 84 + stringWidth("Menghimpun ", "Times-Roman", 9), "Nota": 365, "Dokumen": 435},
        abs=1.5,
    )


def test_certainty_reaches_the_blocks() -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, 60, 100, "Keterlambatan yang terjadi", 12)

    page = scanned_words(draw, [(59, 89, 196, 104, "Keterlambatan yang terjadi")], 83)
    (block,) = blocks_of([page], "pindai.png").blocks
    assert [(piece.text, piece.certainty) for piece in block.pieces] == [("Keterlambatan yang terjadi", 83)]
    assert block.pieces[0].bbox is not None
    wide = stringWidth("Keterlambatan yang terjadi", "Times-Roman", 12)
    assert near(block.pieces[0].bbox, (60, 89, 60 + wide, 103), 2)


def test_arrows_that_an_engine_reads_are_no_words() -> None:
    junk = [(320, 170, 330, 179, "v"), (390, 229, 400, 238, "V"), (296, 176, 354, 208, "□"), (368, 236, 422, 268, "<>")]
    kept = [
        (240, 125, 268, 137, "Mulai"),
        (250, 311, 260, 323, "A"),
        (54, 103, 64, 115, "1."),
        (434, 103, 500, 115, "Dokumen"),
    ]

    def draw(canvas: Canvas) -> None:
        flow_chart(canvas)
        text(canvas, 241, 134, "Mulai")
        text(canvas, 251.7, 320, "A")

    page = scanned_words(draw, junk + kept)
    assert sorted(word.text for word in page.words) == ["1.", "A", "Dokumen", "Mulai"]
    block = blocks_of([page], "pindai.png").blocks[0]
    assert isinstance(block, Table)
    marks = [[(piece.shape, piece.text) for piece in cell.pieces] for row in block.rows[2:] for cell in row.cells[2:5]]
    assert [mark for mark in marks if mark] == [
        [("terminator", "Mulai")], [("box", "")], [("decision", "")], [("connector", "A")],
    ]  # fmt: skip


def test_signature_that_an_engine_reads_is_no_word() -> None:
    def draw(canvas: Canvas) -> None:
        signature(canvas, 352, HIGH - 440)
        text(canvas, 350, 470, "Drs. H. SUTARDI, M.Si.", 11)

    name = (349, 460, 460, 473, "Drs. H. SUTARDI, M.Si.")
    unsure = scanned_words(draw, [(350, 416, 415, 450, "WWVMA"), name], 62)
    assert [word.text for word in unsure.words] == ["Drs.", "H.", "SUTARDI,", "M.Si."]
    assert [figure.shape for figure in unsure.figures] == ["image"]


def test_lines_of_one_font_have_one_height() -> None:
    words = ["seroja", "ruang", "Bupati", "nama", "jejak"]

    def draw(canvas: Canvas) -> None:
        for row, word in enumerate(words):
            text(canvas, 60, 100 + 12 * row, word, 10)

    found = [(58, 90 + 12 * row, 95, 104 + 12 * row, word) for row, word in enumerate(words)]
    page = scanned_words(draw, found)
    assert [word.text for word in page.words] == words
    assert [word.height for word in page.words] == pytest.approx([11] * 5, abs=1.2)
    assert [b.y1 - a.y1 for a, b in itertools.pairwise(page.words)] == pytest.approx([12] * 4, abs=0.8)


def test_place_is_that_of_the_page_as_scanned() -> None:
    def draw(canvas: Canvas) -> None:
        paragraphs(canvas)
        text(canvas, 60, 780, "Sekretaris", 12)

    for scanner in (Scanner(askew=2.5), Scanner(askew=-3.0, dots=150)):
        page = scanned(draw, scanner, Knowing([Word(59, 770, 112, 783, "Sekretaris")]))
        assert near(page.shown(page.words[0].box), scanner.seen((60, 769, 110, 783), A4), 3)
        assert holds((0, 0, *A4), *page.shown(page.words[0].box)[:2])


def test_ink_and_lines_of_a_photo_stay_few() -> None:
    photo = np.random.default_rng(5).integers(0, 255, (1600, 1200)).astype(np.uint8)
    ink = ink_of(photo, Dots(200.0))
    found = lines_of(ink)
    assert len(found.level) + len(found.upright) < 50


def test_names_of_recognition_load_no_heavy_library() -> None:
    code = "import sys, readers.scan_page; print([m for m in ('cv2', 'numpy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_place_that_is_nowhere_darker_than_its_paper_is_no_line() -> None:
    """Dirt beside it hid that; seen in a damaged scan."""
    assert _checked(np.full((60, 300), 200, np.uint8), (20, 28, 200, 4), Dots(200.0)) == []
