"""Words in pictures: the engines, pages of a PDF that are pictures, what is kept of them, and what is said of doubt."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from auditing.workers import PAGE_SECONDS
from readers import effort, kept_pages, ocr, rapid, recognition, tesseract
from readers.errors import ReadError
from readers.kept_pages import KeptPages, key_of
from readers.ocr import MAX_FAILED
from readers.options import ReadOptions
from readers.page import Figure, Page, Ruling, Word
from readers.programs import ProgramError
from readers.rapid import lone_signs
from readers.reader import read_document
from readers.recognition import EngineError, Recogniser
from readers.scan_limits import ScanLimits
from readers.scan_page import RecognisedWord
from readers.tesseract import words_of
from schemas.blocks import Document
from tests.pdfs import A4, drawn, printed_text
from tests.program import environment
from tests.system_programs import needs

LETTER = """PEMERINTAH KABUPATEN RANGGA
Nomor SOP 065/12/SOP/DISDUK/2024
Tanggal Pengesahan 6 Januari 2024
NIP. 19800101 200501 1 002
Menyusun rencana kerja tahunan dan mengirimkannya kepada Sekretaris
"""


def grey_of(pdf: bytes, page: int = 0, dots: float = 200) -> np.ndarray:
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return np.array(document[page].render(scale=dots / 72, grayscale=True).to_pil().convert("L"))


def picture_page(canvas: Canvas, grey: np.ndarray, size: tuple[float, float] = A4) -> None:
    stream = io.BytesIO()
    Image.fromarray(grey).save(stream, "PNG")
    stream.seek(0)
    canvas.drawImage(ImageReader(stream), 0, 0, *size)


def letter() -> bytes:
    return printed_text(LETTER.replace("\n", "\n\n").encode(), size=A4)


def scanned_pdf(*pages: np.ndarray) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    for grey in pages:
        picture_page(canvas, grey)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


class Stand:
    """An engine that says the same of every page."""

    title = "Mesin Uji 1.0"

    def __init__(self, words: Sequence[tuple[str, int]] = (("Tertulis", 99),), key: str = "uji") -> None:
        self.words = words
        self.key = key
        self.calls = 0

    def recognise(self, _grey: np.ndarray, _dots: float) -> list[RecognisedWord]:
        self.calls += 1
        return [
            RecognisedWord(100.0, 100.0 + 60 * at, 100.0 + 22 * len(text), 130.0 + 60 * at, text, certainty)
            for at, (text, certainty) in enumerate(self.words)
        ]


class Broken(Stand):
    def recognise(self, _grey: np.ndarray, _dots: float) -> list[RecognisedWord]:
        self.calls += 1
        raise EngineError("Mesin Uji 1.0 gagal mengenali tulisan")


def use(monkeypatch: pytest.MonkeyPatch, engine: Recogniser | None) -> None:
    monkeypatch.setattr(recognition, "_installed", lambda _choice: engine)


def texts(document: Document) -> list[str]:
    return [piece.text for block in document.blocks if block.kind != "table" for piece in block.pieces]


def codes(document: Document) -> list[str]:
    return [notice.code for notice in document.notices]


def white(width: int = 600, height: int = 800) -> np.ndarray:
    page = np.full((height, width), 255, np.uint8)
    page[100:700:60, 100:480] = 0
    return page


# the engines ------------------------------------------------------------------------------------------------------


def test_rapidocr_reads_every_word_and_digit_with_its_place() -> None:
    """Each word is one box, at the place at which the PDF prints it."""
    pdf = letter()
    words = recognition.recogniser("rapidocr", "surat.pdf").recognise(grey_of(pdf), 200)
    assert LETTER.split() == [word.text for word in words]
    assert min(word.certainty for word in words) >= 90
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        text = document[0].get_textpage()
        start = text.get_text_range().index("19800101")
        left, bottom, right, _ = text.get_charbox(start)
        right = text.get_charbox(start + 7)[2]
    found = next(word for word in words if word.text == "19800101")
    assert left == pytest.approx(found.x0 * 72 / 200, abs=3)
    assert right == pytest.approx(found.x1 * 72 / 200, abs=3)
    assert found.y0 * 72 / 200 < A4[1] - bottom <= found.y1 * 72 / 200


def test_rapidocr_reads_headings_that_run_upwards_as_one_line() -> None:
    """Narrow columns have them; a digit, which is high too, is not turned."""
    grey = np.full((800, 800), 255, np.uint8)
    line = grey_of(printed_text(b"Sekretaris Dinas 1", size=A4))
    rows, columns = np.flatnonzero(line.min(axis=1) < 128), np.flatnonzero(line.min(axis=0) < 128)
    part = line[rows[0] - 2 : rows[-1] + 3, columns[0] - 2 : columns[-1] + 3]
    grey[100 : 100 + part.shape[1], 300 : 300 + part.shape[0]] = np.rot90(part)
    grey[600 : 600 + part.shape[0], 100 : 100 + part.shape[1]] = part
    words = recognition.recogniser("rapidocr", "x").recognise(grey, 200)
    assert ["Sekretaris", "Dinas", "1", "Sekretaris Dinas 1"] == [word.text for word in words]


def test_rapidocr_tells_nobody_of_its_use(tmp_path: Path) -> None:
    """Its runtime would keep a number of this machine in the home folder, and what it is going to send beside it."""
    code = (
        "import numpy as np; from readers import rapid; rapid.rapid().recognise(np.full((99, 99), 255, np.uint8), 72)"
    )
    quiet = ("CI", "GITHUB_ACTIONS", "TF_BUILD", "ORT_DISABLE_TELEMETRY")  # in which it is silent by itself
    kept = {name: value for name, value in environment().items() if name not in quiet}
    places = {name: str(tmp_path) for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=kept | places, check=True, timeout=120)
    assert list(tmp_path.rglob("*")) == []


def test_rapidocr_finds_nothing_on_an_empty_and_a_thin_page() -> None:
    engine = recognition.recogniser("rapidocr", "x")
    assert [] == engine.recognise(np.full((400, 400), 255, np.uint8), 200)
    assert [] == engine.recognise(np.full((20, 4_000), 255, np.uint8), 200)


def test_tesseract_reads_words_and_most_numbers() -> None:
    needs("tesseract")
    engine = recognition.recogniser("tesseract", "surat.pdf")
    words = [word.text for word in engine.recognise(grey_of(letter()), 200)]
    assert set(LETTER.split()) - set(words) <= {"1", "6", "065/12/SOP/DISDUK/2024"}
    assert engine.title.startswith("Tesseract ")


@pytest.mark.parametrize(("code", "said"), [("timeout", "tidak selesai dalam 30 detik"), ("failed", "gagal mengenali")])
def test_a_page_that_tesseract_cannot_bear_is_said(code: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It runs with the limits of `readers.programs`, and ends with its worker."""

    def run(args: Sequence[str], _picture: bytes, *, seconds: float, **_: object) -> bytes:
        assert seconds <= PAGE_SECONDS
        raise ProgramError(code, args[0])

    monkeypatch.setattr(tesseract, "run", run)
    with pytest.raises(EngineError, match=said):
        tesseract.Tesseract("tesseract", "5.3", ["ind"]).recognise(white(), 200)


def test_rows_of_tesseract_that_are_no_words_are_left_out() -> None:
    """Pages, lines, blanks, and what is damaged."""
    rows = (
        "level",
        "5\t1\t1\t1\t1\t1\t10\t20\t30\t12\t96.4\tDinas",
        "5\t1\t1\t1\t1\t2\t50\t20\t30\t12\t-1\t ",
        "4\t1\t1\t1\t1\t0\t10\t20\t30\t12\t-1\t",
        "5\t1\t1",
    )
    table = "\n".join(rows)
    assert [RecognisedWord(10, 20, 40, 32, "Dinas", 96)] == list(words_of(table))


@pytest.mark.parametrize(
    ("choice", "advice"),
    [("auto", "patuh[ocr]"), ("rapidocr", "patuh[ocr]"), ("tesseract", "tesseract-ocr-ind"), ("off", "patuh.toml")],
)
def test_without_an_engine_a_scan_says_what_to_do(choice: str, advice: str, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, None)
    with pytest.raises(ReadError, match="gambar") as caught:
        read_document(scanned_pdf(white()), name="scan.pdf", options=ReadOptions(ocr=choice))
    assert caught.value.code == "needs-ocr"
    assert advice in caught.value.message


# PDF --------------------------------------------------------------------------------------------------------------


def test_a_scan_says_what_the_document_says() -> None:
    """The same lines, with page, place and certainty."""
    grey = grey_of(letter())
    document = read_document(scanned_pdf(grey), name="scan.pdf")
    assert LETTER.splitlines() == texts(document)
    assert ["recognised"] == codes(document)
    assert "RapidOCR" in document.notices[0].message
    piece = document.blocks[0].pieces[0]
    assert piece.page == 1
    assert piece.certainty is not None
    assert piece.bbox is not None
    assert piece.bbox[0] == pytest.approx(45, abs=3)
    assert [("ocr", 595, 842)] == [(page.source, round(page.width), round(page.height)) for page in document.pages]


def test_pages_with_and_without_text_are_read_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Stand([("Dikenali", 99)])
    use(monkeypatch, engine)
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    for number in (1, 2, 3):
        if number == 2:
            picture_page(canvas, white())
        else:
            canvas.drawString(72, 700, f"Halaman tercetak nomor {number} dari berkas ini")
        canvas.showPage()
    canvas.save()
    document = read_document(stream.getvalue(), name="campur.pdf")
    assert [
        "Halaman tercetak nomor 1 dari berkas ini",
        "Dikenali",
        "Halaman tercetak nomor 3 dari berkas ini",
    ] == texts(document)
    assert ["text", "ocr", "text"] == [page.source for page in document.pages]
    assert engine.calls == 1
    assert [2] == [place.page for place in document.notices[0].evidence]


def test_a_mixed_pdf_is_read_without_its_pictures_where_nothing_recognises_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    use(monkeypatch, None)
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    canvas.drawString(72, 700, "Halaman tercetak")
    canvas.showPage()
    picture_page(canvas, white())
    canvas.showPage()
    canvas.save()
    document = read_document(stream.getvalue(), name="campur.pdf")
    assert ["Halaman tercetak"] == texts(document)
    assert ["pages-without-text"] == codes(document)
    assert ["text", "none"] == [page.source for page in document.pages]


def hidden_text(canvas: Canvas) -> None:
    """What a copier recognised, under its picture."""
    picture_page(canvas, white())
    for at in range(8):
        text = canvas.beginText(72, 700 - 20 * at)
        text.setTextRenderMode(3)
        text.textLine(f"Teks dari mesin fotokopi yang tidak terlihat oleh siapa pun {at}")
        canvas.drawText(text)


def stamped(canvas: Canvas) -> None:
    """What an app or a signing service prints on a scan."""
    picture_page(canvas, white())
    canvas.drawString(72, 20, "Dokumen ini ditandatangani secara elektronik")


@pytest.mark.parametrize(("draw", "notices"), [(hidden_text, ["copied-text", "recognised"]), (stamped, ["recognised"])])
def test_a_scan_with_some_text_is_recognised_anew(draw, notices: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Stand([("Dikenali", 99)]))
    document = read_document(drawn(draw), name="scan.pdf")
    assert ["Dikenali"] == texts(document)
    assert notices == codes(document)


def test_a_printed_page_on_a_picture_keeps_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """A letterhead of the whole page, or a watermark, is no scan."""
    engine = Stand()
    use(monkeypatch, engine)

    def page(canvas: Canvas) -> None:
        picture_page(canvas, white())
        for at in range(10):
            canvas.drawString(72, 700 - 20 * at, f"Baris tercetak di atas gambar latar yang memenuhi halaman {at}")

    document = read_document(drawn(page), name="surat.pdf")
    assert engine.calls == 0
    assert ["text"] == [page.source for page in document.pages]


def test_a_hidden_text_is_read_where_nothing_recognises_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, None)
    document = read_document(drawn(hidden_text), name="scan.pdf")
    assert texts(document)[0].startswith("Teks dari mesin fotokopi")
    assert {80} == {piece.certainty for block in document.blocks for piece in block.pieces}
    assert ["copied-text"] == codes(document)
    assert "dapat berbeda" in document.notices[0].message


def test_a_huge_page_is_drawn_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of 20 inches has 16 million dots at 200 an inch."""
    sizes = []

    class Measuring(Stand):
        def recognise(self, grey: np.ndarray, dots: float) -> list[RecognisedWord]:
            sizes.append((grey.size, dots))
            return super().recognise(grey, dots)

    use(monkeypatch, Measuring())
    options = ReadOptions(scans=ScanLimits(pixels=2_000_000))
    data = drawn(lambda canvas: picture_page(canvas, white(), (1_440, 1_440)), size=(1_440, 1_440))
    read_document(data, name="besar.pdf", options=options)
    size, dots = sizes[0]
    assert 1_900_000 < size <= 2_020_000
    assert dots == pytest.approx(72 * 2_000_000**0.5 / 1_440, rel=0.01)


def test_a_page_with_too_few_dots_to_an_inch_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of 200 inches within the limit of dots has none for its letters."""
    engine = Stand()
    use(monkeypatch, engine)
    data = drawn(lambda canvas: picture_page(canvas, white(), (14_400, 14_400)), size=(14_400, 14_400))
    with pytest.raises(ReadError, match="titik per inci") as caught:
        read_document(data, name="besar.pdf", options=ReadOptions(scans=ScanLimits(pixels=500_000)))
    assert caught.value.code == "ocr-failed"
    assert engine.calls == 0


def test_more_scanned_pages_than_allowed_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Stand())
    options = ReadOptions(scans=ScanLimits(pages=1))
    with pytest.raises(ReadError) as caught:
        read_document(scanned_pdf(white(), white()), name="scan.pdf", options=options)
    assert caught.value.code == "too-many-pages"


def test_work_is_announced_before_each_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the pages that are left, so that a worker may take time and memory."""
    announced: list[tuple[str, int]] = []
    use(monkeypatch, Stand())
    monkeypatch.setattr(effort, "extend", lambda kind, left: announced.append((kind, left)))
    read_document(scanned_pdf(white(), white(500, 700)), name="scan.pdf")
    assert [("ocr", 2), ("ocr", 1)] == announced


# doubt ------------------------------------------------------------------------------------------------------------


def test_an_engine_that_fails_costs_a_scan_a_named_error(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Broken())
    with pytest.raises(ReadError, match="Mesin Uji") as caught:
        read_document(scanned_pdf(white()), name="scan.pdf")
    assert caught.value.code == "ocr-failed"


def test_an_engine_that_fails_again_and_again_is_asked_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page may take it half a minute."""
    engine = Broken()
    use(monkeypatch, engine)
    with pytest.raises(ReadError, match="Mesin Uji") as caught:
        read_document(scanned_pdf(*[white(200 + at, 300) for at in range(8)]), name="scan.pdf")
    assert caught.value.code == "ocr-failed"
    assert engine.calls == MAX_FAILED


def test_a_page_too_full_for_words_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """RapidOCR takes time for each line by its length; one of dirt over the whole page would take minutes."""
    engine = recognition.recogniser("rapidocr", "surat.pdf")
    line = np.array([[0, 0], [1000, 0], [1000, 10], [0, 10]], dtype=np.float32)
    monkeypatch.setattr(rapid, "_lines", lambda _engine, _grey: [line] * (rapid.MAX_READ // 100 + 1))
    with pytest.raises(EngineError, match="terlalu padat"):
        engine.recognise(white(), 200)


def test_a_line_too_long_for_words_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """An edge of a shadow, across the whole page and hardly higher than a dot."""
    engine = recognition.recogniser("rapidocr", "surat.pdf")
    line = np.array([[0, 0], [4 * rapid.MAX_LONG + 4, 0], [4 * rapid.MAX_LONG + 4, 4], [0, 4]], dtype=np.float32)
    monkeypatch.setattr(rapid, "_lines", lambda _engine, _grey: [line])
    read: list[int] = []
    monkeypatch.setattr(rapid, "_read", lambda _engine, crops: read.append(len(crops)) or [])
    assert engine.recognise(white(), 200) == []
    assert read == [0]


@pytest.mark.parametrize(("certainty", "notices"), [(99, ["recognised"]), (90, ["recognised", "unclear-pages"])])
def test_pages_of_poor_certainty_are_named(certainty: int, notices: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    words = [
        ("Kepala", 99),
        ("Bidang", 99),
        ("Perencanaan", 99),
        ("Pembangunan", certainty),
        ("Daerah", 99),
        ("ini", 99),
    ]
    use(monkeypatch, Stand(words))
    document = read_document(scanned_pdf(white()), name="scan.pdf")
    assert notices == codes(document)
    found = {piece.certainty for block in document.blocks for piece in block.pieces}
    assert found == ({99} if certainty == 99 else {84})


def test_a_scan_that_is_mostly_guessed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, Stand([(f"Perencanaan{at}", 62 if at % 2 else 99) for at in range(10)]))
    with pytest.raises(ReadError, match="kabur") as caught:
        read_document(scanned_pdf(white()), name="scan.pdf")
    assert caught.value.code == "unclear-scan"


# what is kept -----------------------------------------------------------------------------------------------------

PAGE = Page(
    3,
    595.0,
    842.0,
    [Word(1.5, 2.0, 30.25, 12.0, "Kepala", certainty=97), Word(1.0, 2.0, 3.0, 4.0, "·", 270, certainty=None)],
    [Ruling(10.0, 1.0, 500.1)],
    [Ruling(20.0, 1.0, 700.3)],
    [Figure("box", (1.0, 2.0, 3.0, 4.5))],
    90,
    (1.0, 0.1, 2.0, -0.1, 1.0, 3.0),
)


def as_told(page: Page | None) -> object:
    assert page is not None
    words = [(word.box, word.text, word.turn, word.certainty) for word in page.words]
    return (
        page.number, page.width, page.height, words, page.level, page.upright, page.figures, page.turn, page.back
    )  # fmt: skip


def test_a_kept_page_is_found_as_it_was(tmp_path: Path) -> None:
    kept = KeptPages(tmp_path / "neu")
    kept.keep("ab12", PAGE)
    assert as_told(PAGE) == as_told(kept.find("ab12", 3))
    assert kept.find("ab13", 3) is None
    assert not list((tmp_path / "neu").rglob("*.tmp"))


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.update(key="zz"),
        lambda page: page.update(size=[1.0]),
        lambda page: page.update(size=["595", 842]),
        lambda page: page["words"].append([1, 2, 3, 4, 5, 0, 99]),
        lambda page: page["words"].append([1, 2, 3, 4, "x", 45, 99]),
        lambda page: page["words"].append([1, 2, 3, 4, "x", 0, 101]),
        lambda page: page["words"].append("x"),
        lambda page: page["words"].append([1, 2, float("nan"), 4, "x", 0, 99]),
        lambda page: page["figures"].append(["knife", 1, 2, 3, 4]),
        lambda page: page["level"].append([True, 2, 3]),
        lambda page: page.pop("upright"),
        lambda page: page.update(turn=None),
        lambda page: page.update(back=[1, 2]),
    ],
)
def test_a_damaged_page_counts_as_not_kept(change, tmp_path: Path) -> None:
    kept = KeptPages(tmp_path)
    kept.keep("ab12", PAGE)
    path = next(tmp_path.rglob("*.json"))
    page = json.loads(path.read_text())
    change(page)
    path.write_text(json.dumps(page))
    assert kept.find("ab12", 1) is None
    kept.keep("ab12", PAGE)
    assert kept.find("ab12", 1) is not None


@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b"null", b'{"key":', b"[" * 5_000, b"1" * 6_000])
def test_bytes_that_are_no_page_count_as_not_kept(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "ab" / "ab12.json"
    path.parent.mkdir()
    path.write_bytes(data)
    assert KeptPages(tmp_path).find("ab12", 1) is None


def test_a_page_too_large_to_be_one_is_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = KeptPages(tmp_path)
    kept.keep("ab12", PAGE)
    monkeypatch.setattr(kept_pages, "MAX_BYTES", 100)
    assert kept.find("ab12", 1) is None


def test_a_folder_that_cannot_be_written_to_costs_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "berkas"
    blocked.write_text("")
    kept = KeptPages(blocked / "cache")
    kept.keep("ab12", PAGE)
    assert kept.find("ab12", 1) is None


def test_pages_are_kept_by_picture_dots_and_engine() -> None:
    grey, other = white(), white()
    other[0, 0] = 254
    keys = {
        key_of(grey, 200.0, "a"), key_of(other, 200.0, "a"), key_of(grey, 199.0, "a"), key_of(grey, 200.0, "b"),
        key_of(grey.reshape(600, 800), 200.0, "a"),
    }  # fmt: skip
    assert len(keys) == 5
    assert key_of(grey, 200.0, "a") in keys


def test_a_page_is_recognised_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The document is the same from the folder; another engine reads the page anew."""
    engine = Stand([("Dikenali", 99)])
    use(monkeypatch, engine)
    options = ReadOptions(cache=tmp_path)
    data = scanned_pdf(white(), white())
    first = read_document(data, name="scan.pdf", options=options)
    assert engine.calls == 1
    assert first == read_document(data, name="scan.pdf", options=options)
    assert engine.calls == 1
    next(tmp_path.rglob("*.json")).write_text("{}")
    assert first == read_document(data, name="scan.pdf", options=options)
    assert engine.calls == 2
    use(monkeypatch, other := Stand([("Lain", 99)], key="lain"))
    assert texts(read_document(data, name="scan.pdf", options=options)) == ["Lain", "Lain"]
    assert other.calls == 1


def test_without_a_folder_nothing_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    use(monkeypatch, Stand())
    read_document(scanned_pdf(white()), name="scan.pdf")
    assert [] == list(tmp_path.iterdir())


def test_names_of_many_pages_are_cut() -> None:
    assert ocr.named(range(1, 15)) == "halaman 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, dan 2 halaman lain"


def test_signs_that_stand_alone_are_found() -> None:
    """A dash in an empty cell and a tick are no lines; grains of dirt and rulings are no signs."""
    page = np.full((1_000, 1_000), 255, np.uint8)
    page[100, 50:950] = page[300, 50:950] = 0  # rulings
    page[100:300, 50] = page[100:300, 500] = 0
    page[200:203, 300:312] = 0  # a dash
    page[400:424, 600:618] = 0  # a tick
    page[500:502, 700:702] = 0  # dirt
    page[600:624, 100:118] = 0  # in a line that was found
    line = np.array([[90, 590], [200, 590], [200, 635], [90, 635]], np.float32)
    found = [quad.mean(axis=0).tolist() for quad in lone_signs(page, 200, [line])]
    assert [pytest.approx(place, abs=2) for place in ([306, 201], [609, 412])] == found
    dirty = np.full((1_000, 1_000), 255, np.uint8)
    for at in range(160):
        y, x = 20 + 60 * (at // 12), 20 + 80 * (at % 12)
        dirty[y : y + 10, x : x + 10] = 0
    assert [] == lone_signs(dirty, 200, [])
    dirty[500:] = 255
    assert len(lone_signs(dirty, 200, [])) == 96
