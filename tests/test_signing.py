"""Whether pictures and digital signatures show that an SOP was signed: from the file to the outcome of the rules."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable

import pytest
from PIL import Image
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from engine.audit import Auditor
from engine.facts import sop_facts
from extraction.signing import signing_notices
from extraction.sop import extract
from readers.docx import read_docx
from readers.pdf import read_pdf
from readers.text import read_text
from schemas.blocks import Document
from schemas.sop import Sop
from specs.draft import NAME, Draft
from tests.packs import rules_pack
from tests.pdfs import A4, Printer, drawn, printed_text
from tests.program import TWO_SOPS
from tests.signed_pdfs import Signing, signed, with_other_page
from tests.word_files import docx, p, picture, table, word_of

AS_OF = dt.date(2026, 1, 15)
OFFICE_LINE = "CAMAT TAMAN SELASIH,"
LETTERHEAD = "PEMERINTAH KABUPATEN ARUNIKA"


@pytest.fixture(scope="module")
def auditor() -> Auditor:
    return Auditor(rules_pack())


def draft_text(**parts: object) -> bytes:
    """A complete SOP in which no words say that it was signed."""
    draft = Draft(**parts)
    draft.approver.remove("ttd.")
    return draft.text.encode()


def a_picture() -> ImageReader:
    return ImageReader(Image.new("RGB", (60, 30), (20, 20, 90)))


class _Drawing(Printer):
    """Draws something each time that certain words are printed."""

    def drawing(self, words: str, draw: Callable[[Canvas, float, float], None]) -> _Drawing:
        printing = self.canvas.drawString

        def also(x: float, y: float, text: str, *more: object, **named: object) -> None:
            printing(x, y, text, *more, **named)
            if text.startswith(words):
                draw(self.canvas, x, y)

        self.canvas.drawString = also  # type: ignore[method-assign]
        return self


def pdf(words: str = "", draw: Callable[[Canvas, float, float], None] | None = None, text: bytes = b"") -> bytes:
    """The SOP as a PDF, with something drawn where these words stand."""
    printer = _Drawing(size=A4)
    if draw is not None:
        printer.drawing(words, draw)
    for block in read_text(text or draft_text(), name="sop.txt").blocks:
        printer.block(block)
    return printer.bytes()


def at(dx: float, dy: float, wide: float = 60, high: float = 30) -> Callable[[Canvas, float, float], None]:
    """Draws a picture so far right of and above the words."""
    return lambda canvas, x, y: canvas.drawImage(a_picture(), x + dx, y + dy, wide, high) and None


def sop_of(document: Document) -> Sop:
    (sop,) = extract(document).sops
    return sop


def marks(document: Document) -> list[str]:
    return [mark.where for mark in sop_of(document).signing_marks]


def outcome(auditor: Auditor, document: Document, rule: str = "approval/unsigned") -> tuple[str, str]:
    """How a rule ended, and why it could not judge."""
    judgement = auditor.judge(sop_facts(sop_of(document), as_of=AS_OF))
    reason = next((one.reason for one in judgement.not_evaluated if one.rule == rule), "")
    return judgement.outcomes[rule], reason


def read(data: bytes) -> Document:
    return read_pdf(data, name="sop.pdf")


# pictures in a PDF ------------------------------------------------------------------------------------------------


def test_names_without_any_sign_of_a_signature_are_a_finding(auditor: Auditor):
    document = read(pdf())

    assert marks(document) == []
    assert outcome(auditor, document) == ("flagged", "")


def test_a_picture_at_the_office_of_the_approver_may_be_the_signature(auditor: Auditor):
    document = read(pdf(OFFICE_LINE, at(10, -8)))
    sop = sop_of(document)

    assert "near" in marks(document)
    assert outcome(auditor, document) == ("clean", "")
    assert [notice.code for notice in signing_notices(sop)] == ["signature-picture"]
    assert all(place.page and place.bbox for place in signing_notices(sop)[0].evidence)


def test_the_emblem_of_the_letterhead_is_no_signature(auditor: Auditor):
    document = read(pdf(LETTERHEAD, at(0, -30, 40, 30)))

    assert marks(document) == []
    assert outcome(auditor, document) == ("flagged", "")


def test_a_picture_elsewhere_on_the_page_of_the_approval_leaves_it_open(auditor: Auditor):
    document = read(pdf("Ditetapkan di", at(250, 0)))

    assert set(marks(document)) == {"elsewhere"}
    result, reason = outcome(auditor, document)
    assert result == "not-evaluated"
    assert "tidak di dekat nama pejabat" in reason


def test_a_picture_on_another_page_is_no_signature(auditor: Auditor):
    text = draft_text()
    document = read(pdf("I. Latar Belakang", at(250, 0), text))

    assert outcome(auditor, document)[0] in ("flagged", "not-evaluated")
    assert "near" not in marks(document)


def _scrawl(canvas: Canvas, x: float, y: float) -> None:
    path = canvas.beginPath()
    path.moveTo(x, y)
    for at_ in range(8):
        path.curveTo(x + at_ * 8, y + 20, x + at_ * 8 + 4, y - 12, x + at_ * 8 + 8, y + (at_ % 3) * 5)
    canvas.drawPath(path, stroke=1, fill=0)


def test_strokes_of_a_pen_are_a_picture(auditor: Auditor):
    document = read(pdf(OFFICE_LINE, _scrawl))

    assert "near" in marks(document)
    assert outcome(auditor, document) == ("clean", "")


def _arrow(canvas: Canvas, x: float, y: float) -> None:
    canvas.bezier(x, y, x + 30, y + 20, x + 60, y - 20, x + 90, y + 15)
    canvas.lines([(x, y - 20, x + 40, y - 30), (x + 40, y - 30, x + 60, y - 45)])


def test_a_bent_arrow_is_no_signature(auditor: Auditor):
    document = read(pdf(OFFICE_LINE, _arrow))

    assert marks(document) == []


def _stuck_on(data: bytes, kind: str, box: tuple[float, float, float, float]) -> bytes:
    """An annotation on the page that bears the signature block."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    number = next(place.page for place in _name_places(data)) - 1
    page = writer.find_page_for_modification(number)[0].get_object()
    entries = {"/Type": "/Annot", "/Subtype": f"/{kind}"}
    note = generic.DictionaryObject({generic.pdf_name(k): generic.pdf_name(v) for k, v in entries.items()})
    note[generic.pdf_name("/Rect")] = generic.ArrayObject(map(generic.FloatObject, box))
    page[generic.pdf_name("/Annots")] = generic.ArrayObject([writer.add_object(note)])
    writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _name_places(data: bytes):
    (signature,) = sop_of(read(data)).signatures
    return signature.name.evidence


@pytest.mark.parametrize(
    ("kind", "expected"), [("Stamp", ["near"]), ("Ink", ["near"]), ("Highlight", []), ("Text", [])]
)
def test_a_stamp_or_ink_stuck_on_the_page_is_a_picture(kind: str, expected: list[str]):
    data = pdf()
    (place,) = _name_places(data)
    x0, y0, x1, _ = place.bbox
    box = (x0, 842 - y0 + 2, x1, 842 - y0 + 30)

    assert marks(read(_stuck_on(data, kind, box))) == expected


def test_a_page_that_is_a_picture_is_not_judged(auditor: Auditor):
    """A scanner has put its words over the picture."""
    document = read(pdf(OFFICE_LINE, lambda canvas, *_: canvas.drawImage(a_picture(), 0, 0, *A4) and None))

    assert not document.shows_signatures
    result, reason = outcome(auditor, document)
    assert result == "not-evaluated"
    assert "gambar halaman" in reason


def test_more_strokes_than_are_put_together_are_not_judged():
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "CAMAT")
        for at_ in range(401):
            _scrawl(canvas, 50 + at_ % 20, 50 + at_)

    assert not read(drawn(draw)).shows_signatures


# Word files -------------------------------------------------------------------------------------------------------


def test_a_word_file_without_a_signature_is_not_judged(auditor: Auditor):
    """It is printed, and the print is signed."""
    document = read_docx(word_of(read_text(draft_text(), name="sop.txt")), name="sop.docx")
    result, reason = outcome(auditor, document)

    assert result == "not-evaluated"
    assert "sesudah dicetak" in reason


BLOCK = [p("CAMAT TAMAN SELASIH,"), p(), p(NAME), p("Pembina (IV/a)"), p("NIP. 19820517 200604 1 003")]
IDENTITY = table(
    ["Nomor SOP", "000.8.3.3/07/TS/I/2025"],
    ["Tanggal Pembuatan", "6 Januari 2025"],
    ["Tanggal Pengesahan", "13 Januari 2025"],
    ["Disahkan Oleh", "CAMAT TAMAN SELASIH"],
    ["Judul SOP", "PENGUMPULAN DATA KINERJA"],
)
TITLE = p("STANDAR OPERASIONAL PROSEDUR")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ([*BLOCK[:1], p(picture()), *BLOCK[2:]], ["near"]),
        ([*BLOCK, p(), p(picture())], ["near"]),
        ([*BLOCK, p(), p(), p(picture())], []),
        ([p(picture()), p(), p(), p(), *BLOCK], []),
    ],
    ids=["between", "two lines below", "three lines below", "above"],
)
def test_a_picture_in_a_word_file_stands_by_its_lines(body: list[str], expected: list[str]):
    document = read_docx(docx("".join([TITLE, IDENTITY, *[p("Isi")] * 4, *body])), name="a.docx")

    assert marks(document) == expected


@pytest.mark.parametrize(("column", "expected"), [(0, []), (1, ["near"])])
def test_a_picture_in_a_table_belongs_to_the_signature_of_its_column(column: int, expected: list[str]):
    """Of two who sign side by side only one approves."""
    rows = [
        ["Disusun oleh:", "Disahkan oleh:"],
        ["SEKRETARIS CAMAT,", "CAMAT TAMAN SELASIH,"],
        [p(picture()) if at_ == column else p() for at_ in (0, 1)],
        ["BUDI HARTAWAN, S.Sos.", NAME],
        ["NIP. 19800101 200501 1 001", "NIP. 19820517 200604 1 003"],
    ]
    document = read_docx(docx("".join([TITLE, IDENTITY, *[p("Isi prosedur.")] * 30, table(*rows)])), name="a.docx")

    assert [signature.role for signature in sop_of(document).signatures] == ["drafter", "approver"]
    assert marks(document) == expected


# digital signatures -----------------------------------------------------------------------------------------------

SIGNED = signed(pdf())


def test_a_digital_signature_that_holds_is_the_approval(auditor: Auditor):
    document = read(SIGNED)

    assert outcome(auditor, document) == ("clean", "")
    assert outcome(auditor, document, "approval/signature-invalid") == ("clean", "")


def test_a_changed_document_is_a_finding_of_one_rule_only(auditor: Auditor):
    document = read(SIGNED.replace(b"/Author (a", b"/Author (b", 1))

    assert outcome(auditor, document, "approval/signature-invalid") == ("flagged", "")
    assert outcome(auditor, document)[0] == "not-evaluated"


def test_the_finding_says_what_is_wrong_and_where(auditor: Auditor):
    visible = signed(pdf(), Signing(box=(60, 20, 200, 60)))
    judgement = auditor.judge(sop_facts(sop_of(read(with_other_page(visible))), as_of=AS_OF))
    (finding,) = [one for one in judgement.findings if one.rule == "approval/signature-invalid"]

    assert (finding.severity, finding.confidence) == ("major", "medium")
    assert "tidak mencakup seluruh isi berkas ini: dokumen diubah sesudah" in finding.condition
    assert (finding.evidence[0].page, finding.evidence[0].bbox) == (1, pytest.approx((60, 782, 200, 822), abs=0.6))


def test_a_signature_that_cannot_be_checked_is_not_judged(auditor: Auditor):
    document = read(SIGNED.replace(b"/ETSI.CAdES.detached", b"/adbe.x509.rsa_sha1 "))
    result, reason = outcome(auditor, document, "approval/signature-invalid")

    assert result == "not-evaluated"
    assert "berjenis lama" in reason
    assert outcome(auditor, document)[0] == "not-evaluated"


TWO = printed_text(TWO_SOPS.read_bytes(), size=A4)
TWO_SIGNED = signed(TWO, Signing(box=(60, 100, 200, 150), page=0))
TWO_SIGNED_UNSEEN = signed(TWO)


def test_a_visible_signature_counts_for_the_sop_on_its_page():
    first, second = extract(read(TWO_SIGNED)).sops

    assert (len(first.digital_signatures), len(second.digital_signatures)) == (1, 0)


def test_a_signature_without_a_place_counts_for_the_whole_file():
    first, second = extract(read(TWO_SIGNED_UNSEEN)).sops

    assert (len(first.digital_signatures), len(second.digital_signatures)) == (1, 1)
