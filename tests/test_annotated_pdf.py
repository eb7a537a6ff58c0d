"""Copies of PDFs with highlights: where they stand, what they say, and what stays as it was."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

from annotating.notes import MAX_NOTES, CopySpec, Note
from annotating.pdf import EDGE, ICON, annotated_pdf
from readers.pdf import read_pdf
from readers.pdf_page import View
from schemas.blocks import Piece
from schemas.evidence import Evidence
from schemas.report import Severity
from tests.pdfs import A4, drawn

SPEC = CopySpec("sop.pdf", dt.date(2025, 3, 4))
NEAR = 3.0
"""Points between the words and the edge of their highlight."""


def _page(canvas: Canvas) -> None:
    canvas.setFont("Times-Roman", 11)
    canvas.drawString(60, 700, "Camat menandatangani surat pengantar yang telah diparaf Sekretaris")
    canvas.drawString(60, 686, "Kecamatan, kemudian surat itu dikirim kepada pemohon.")
    canvas.drawString(60, 300, "Nomor SOP : 065/12/2025")


def _turned(turn: int, cropped: bool) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1, cropBox=(40, 30, 560, 820) if cropped else None)
    canvas.setPageRotation(turn)
    _page(canvas)
    canvas.save()
    return stream.getvalue()


def _pieces(data: bytes) -> list[Piece]:
    blocks = read_pdf(data, name="sop.pdf").blocks
    return [piece for block in blocks for piece in block.pieces]


def _at(data: bytes, words: str) -> Evidence:
    """The place that a finding about these words would name."""
    piece = next(piece for piece in _pieces(data) if words in piece.text)
    return Evidence(words, page=piece.page, line=piece.line, bbox=piece.bbox)


def _note(place: Evidence | None, finding: int = 0, severity: Severity | None = Severity.MAJOR) -> Note:
    return Note(
        f"NIP-0{finding} · Mayor", ("Kondisi: “tidak sesuai”.", "Rekomendasi: perbaiki."), severity, place, finding
    )


def _string(annotation: object, key: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = (pdfium.FPDF_WCHAR * (size // 2))()
    pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def _annotations(data: bytes, number: int = 0) -> Iterator[tuple[object, View, object]]:
    with closing(pypdfium2.PdfDocument(data)) as document:
        page = pdfium.FPDF_LoadPage(document.raw, number)
        view = View(page)
        for at in range(pdfium.FPDFPage_GetAnnotCount(page)):
            annotation = pdfium.FPDFPage_GetAnnot(page, at)
            yield annotation, view, page
            pdfium.FPDFPage_CloseAnnot(annotation)
        pdfium.FPDF_ClosePage(page)


def _quads(data: bytes) -> list[list[tuple[float, ...]]]:
    """For each highlight its boxes on the page as shown."""
    found = []
    for annotation, view, _ in _annotations(data):
        boxes = []
        for at in range(pdfium.FPDFAnnot_CountAttachmentPoints(annotation)):
            quad = pdfium.FS_QUADPOINTSF()
            pdfium.FPDFAnnot_GetAttachmentPoints(annotation, at, quad)
            (xa, ya), (xb, yb) = view.point(quad.x1, quad.y1), view.point(quad.x4, quad.y4)
            boxes.append((xa, ya, xb, yb))
        found.append(boxes)
    return found


def _texts(data: bytes, number: int = 0) -> list[str]:
    return [_string(annotation, b"Contents") for annotation, _, _ in _annotations(data, number)]


def _drawing(data: bytes, *, notes: bool) -> bytes:
    with closing(pypdfium2.PdfDocument(data)) as document:
        return document[0].render(scale=1, may_draw_forms=False, draw_annots=notes).to_numpy().tobytes()


@pytest.mark.parametrize("cropped", [False, True], ids=["whole", "cropped"])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_highlight_covers_the_quoted_words(turn: int, cropped: bool):
    """On turned and cropped pages, too, the box is that of the words, not that of their paragraph."""
    data = _turned(turn, cropped)
    place = _at(data, "Nomor SOP")
    whole = place.bbox
    assert whole is not None

    (boxes,) = _quads(annotated_pdf(data, [_note(place)], SPEC))

    assert len(boxes) == 1
    x0, y0, x1, y1 = boxes[0]
    assert x0 < x1
    assert y0 < y1
    along, of_words = (x1 - x0, whole[2] - whole[0]) if turn % 180 == 0 else (y1 - y0, whole[3] - whole[1])
    assert 0.2 * of_words < along < 0.6 * of_words
    assert whole[0] - NEAR <= x0 <= x1 <= whole[2] + NEAR
    assert whole[1] - NEAR <= y0 <= y1 <= whole[3] + NEAR


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_view_leads_there_and_back(turn: int):
    """A point of the page as shown, as PDFium counts, is the same point again."""
    with closing(pypdfium2.PdfDocument(_turned(turn, cropped=True))) as document:
        page = document[0]
        view = View(page.raw)
        there = view.back(12.0, 34.0)

        assert view.point(*there) == pytest.approx((12.0, 34.0))


def test_words_over_two_lines_have_a_box_a_line():
    """A highlight never covers the words beside those that are quoted."""
    data = drawn(_page)
    place = _at(data, "Camat menandatangani")
    place = Evidence("Sekretaris Kecamatan", page=1, bbox=place.bbox)

    (boxes,) = _quads(annotated_pdf(data, [_note(place)], SPEC))

    assert len(boxes) == 2
    assert boxes[0][0] > 300
    assert boxes[1][2] < 130
    assert boxes[0][3] <= boxes[1][3]


def test_the_same_words_twice_are_two_highlights():
    """The second place of a finding in one paragraph is the second time that the words stand there."""
    data = drawn(_page)
    box = _at(data, "Camat").bbox
    notes = [_note(Evidence("surat", page=1, bbox=box, column=column)) for column in (1, 80)]

    first, second = _quads(annotated_pdf(data, notes, SPEC))

    assert first[0][1] != pytest.approx(second[0][1], abs=5)


def test_notes_of_the_same_words_share_a_highlight():
    """Two highlights above one another would hide each other's notes; the colour is that of the graver one."""
    data = drawn(_page)
    place = _at(data, "Nomor SOP")
    notes = [_note(place, 1, Severity.ADVICE), _note(place, 2, Severity.CRITICAL)]

    copy = annotated_pdf(data, notes, SPEC)

    assert [f"{notes[0].text}\n\n{notes[1].text}"] == _texts(copy)
    for annotation, _, _ in _annotations(copy):
        colour = [pdfium.c_uint() for _ in range(4)]
        pdfium.FPDFAnnot_GetColor(annotation, pdfium.FPDFANNOT_COLORTYPE_Color, *colour)
        assert [255, 92, 92] == [one.value for one in colour[:3]]


def test_a_note_says_who_when_and_what():
    """Author and day are those of the audit; the words keep their characters."""
    data = drawn(_page)

    copy = annotated_pdf(data, [_note(_at(data, "Nomor SOP"))], SPEC)

    for annotation, _, _ in _annotations(copy):
        said = [_string(annotation, key) for key in (b"T", b"M", b"CreationDate")]
        assert ["patuh", "D:20250304000000Z", "D:20250304000000Z"] == said
        assert "“tidak sesuai”" in _string(annotation, b"Contents")


def test_a_finding_without_place_stands_at_the_edge_of_the_first_page():
    """Nothing is highlighted for what is not there; several notes do not lie on one another."""
    copy = annotated_pdf(drawn(_page, pages=2), [_note(None, number) for number in range(3)], SPEC)

    rects = []
    for annotation, view, _ in _annotations(copy):
        rect = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(annotation, rect)
        rects.append(view.box(rect.left, rect.bottom, rect.right, rect.top))
    assert all("Tidak ada tempat khusus" in text for text in _texts(copy))
    assert [EDGE] * 3 == [pytest.approx(rect[1]) for rect in rects]
    assert all(left[0] - right[2] >= EDGE - 0.1 for left, right in pairwise(rects))
    assert all(rect[2] - rect[0] == pytest.approx(ICON) for rect in rects)
    assert not _texts(copy, 1)


def test_a_page_looks_the_same_without_its_notes():
    """Nothing of the content changes; with notes drawn the page looks different."""
    data = drawn(_page)

    copy = annotated_pdf(data, [_note(_at(data, "Nomor SOP"))], SPEC)

    assert _drawing(data, notes=False) == _drawing(copy, notes=False)
    assert _drawing(data, notes=True) != _drawing(copy, notes=True)
    assert [piece.text for piece in _pieces(data)] == [piece.text for piece in _pieces(copy)]


def test_the_same_file_gives_the_same_bytes():
    """Also where the original has no identifier, which PDFium would draw by lot."""
    data = drawn(_page)
    bare = data.replace(b"/ID", b"/Ix")

    for original in (data, bare):
        copies = {annotated_pdf(original, [_note(_at(data, "Nomor SOP"))], SPEC) for _ in range(3)}
        assert len(copies) == 1


def test_notes_that_are_there_stay():
    """A copy of a copy has the notes of both."""
    data = drawn(_page)
    once = annotated_pdf(data, [_note(_at(data, "Nomor SOP"), 1)], SPEC)

    twice = annotated_pdf(once, [_note(_at(data, "pemohon"), 2)], SPEC)

    assert ["NIP-01", "NIP-02"] == [text[:6] for text in _texts(twice)]


def test_a_document_with_an_owner_can_bear_notes():
    """One that opens without a password and is restricted stays so, and its notes are readable."""
    stream = io.BytesIO()
    lock = pdfencrypt.StandardEncryption("", ownerPassword="rahasia", canModify=0, strength=128)
    canvas = Canvas(stream, pagesize=A4, invariant=1, encrypt=lock)
    _page(canvas)
    canvas.save()
    data = stream.getvalue()

    copy = annotated_pdf(data, [_note(_at(data, "Nomor SOP"))], SPEC)

    assert ["NIP-00"] == [text[:6] for text in _texts(copy)]
    assert [piece.text for piece in _pieces(data)] == [piece.text for piece in _pieces(copy)]


def _signed(data: bytes) -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Wisnu Anggaraksa")])
    day = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(day)
        .not_valid_after(day + dt.timedelta(days=300))
        .sign(key, hashes.SHA256())
    )
    store = serialization.pkcs12.serialize_key_and_certificates(
        b"w", key, certificate, None, serialization.NoEncryption()
    )
    signer = signers.SimpleSigner.load_pkcs12_data(store, other_certs=[])
    out = io.BytesIO()
    signers.sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(data)), signers.PdfSignatureMetadata(field_name="ttd"), signer, output=out
    )
    return out.getvalue()


def test_a_signed_original_stays_within_its_copy():
    """The bytes that were signed are a part of the copy, and a note says that the copy is not what was signed."""
    data = _signed(drawn(_page))

    copy = annotated_pdf(data, [_note(_at(data, "Nomor SOP"))], SPEC)

    assert copy.startswith(data)
    assert "Tanda tangan itu tidak berlaku untuk salinan" in _texts(copy)[-1]
    assert _drawing(data, notes=False) == _drawing(copy, notes=False)


def test_many_notes_on_one_page():
    """A full copy is written in seconds, each note with its own place."""
    data = drawn(_page)
    notes = [
        _note(
            Evidence(
                "", page=1, bbox=(50.0 + at % 20 * 25, 60.0 + at // 20 * 14, 70.0 + at % 20 * 25, 70.0 + at // 20 * 14)
            ),
            at,
        )
        for at in range(MAX_NOTES)
    ]

    assert len(_texts(annotated_pdf(data, notes, SPEC))) == MAX_NOTES


@pytest.mark.parametrize(
    "bbox",
    [(0, 0, 0, 0), (-50, -50, 10_000, 10_000), (float("nan"), 1, 2, 3), (300, 300, 200, 200)],
    ids=["nothing", "larger-than-the-page", "no-number", "inside-out"],
)
def test_a_strange_place_never_costs_the_copy(bbox: tuple[float, float, float, float]):
    """Whatever a box says, the note is there."""
    assert len(_texts(annotated_pdf(drawn(_page), [_note(Evidence("", page=1, bbox=bbox))], SPEC))) == 1
