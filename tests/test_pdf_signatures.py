"""Digital signatures of PDFs: who, when, whether they hold, and that nothing is asked of any network."""

from __future__ import annotations

import datetime as dt
import io
import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import MDPPerm
from reportlab.pdfgen.canvas import Canvas

from readers import pdf_signatures
from readers.options import ReadOptions
from readers.pdf import read_pdf
from readers.pdf_signatures import MAX_SIGNATURES, may_be_signed, read_signatures
from readers.reader import read_document
from readers.signature_notices import signature_notices, written
from schemas.blocks import DigitalSignature, Document
from tests.pdfs import drawn
from tests.program import patuh
from tests.signed_pdfs import (
    LAST_DAY,
    OFFICE,
    SIGNED_AT,
    SIGNER,
    Signing,
    intermediate,
    issued,
    root,
    signed,
    signer,
    stranger,
    time_stamper,
    with_empty_field,
    with_other_page,
)


def _page(canvas: Canvas) -> None:
    canvas.drawString(60, 700, "CAMAT TAMAN SELASIH")
    canvas.drawString(60, 600, SIGNER)


PLAIN = drawn(_page)
SIGNED = signed(PLAIN)
CHANGED_BYTES = "isi yang ditandatangani berbeda dengan isi saat ditandatangani"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens a socket fails; what is signed is signed before."""

    class Refused(socket.socket):
        def __init__(self, *_: object, **__: object) -> None:
            raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", Refused)
    monkeypatch.setattr(socket, "create_connection", Refused)
    monkeypatch.setattr(socket, "getaddrinfo", Refused)


def one(data: bytes, *roots: bytes) -> DigitalSignature:
    """The only signature of a file."""
    (found,) = read_signatures(data, roots=roots).signatures
    return found


def verdict(signature: DigitalSignature) -> tuple[bool, bool, bool, str | None]:
    return signature.checked, signature.intact, signature.whole, signature.problem


def codes(document: Document) -> list[str]:
    return [notice.code for notice in document.notices]


# who and when -----------------------------------------------------------------------------------------------------


def test_the_signer_is_named_with_office_issuer_and_time():
    found = one(SIGNED)

    assert (found.signer, found.organisation, found.issuer) == (SIGNER, OFFICE, "Penerbit Arunika")
    assert (found.signed_at, found.stamped) == (SIGNED_AT, False)
    assert verdict(found) == (True, True, True, None)


STAMPED_AT = dt.datetime(2025, 1, 14, 3, 0, tzinfo=dt.UTC)
STAMPED = signed(PLAIN, Signing(stamp=STAMPED_AT))


def test_a_time_stamp_counts_before_the_claim_of_the_signer():
    found = one(STAMPED)

    assert (found.signed_at, found.stamped) == (STAMPED_AT, True)


OTHER_STAMPED = signed(drawn(lambda canvas: canvas.drawString(60, 700, "LAIN")), Signing(stamp=STAMPED_AT))


def test_a_time_stamp_of_another_signature_is_none():
    """Its token is about the value of the signature; here that of another file is put in."""
    token = _token(OTHER_STAMPED)

    assert pdf_signatures._stamped(token, _signer_info(STAMPED)) is None
    assert pdf_signatures._stamped(token, _signer_info(OTHER_STAMPED)) == STAMPED_AT


def _signer_info(data: bytes):
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415 - of this test alone

    return PdfFileReader(io.BytesIO(data)).embedded_signatures[0].signer_info


def _token(data: bytes):
    return next(iter(pdf_signatures._tokens(_signer_info(data))))


NAMELESS = signed(PLAIN, Signing(by=issued("", intermediate(), office=OFFICE)))


def test_a_certificate_without_a_name_is_named_by_its_organisation():
    assert one(NAMELESS).signer == OFFICE


ODD = signed(PLAIN, Signing(by=issued("BUDI\x00\u202e  SANTOSO\n" + "x" * 40, intermediate())))


def test_names_are_one_line_of_visible_words():
    assert one(ODD).signer == "BUDI SANTOSO " + "x" * 40


# whether it holds -------------------------------------------------------------------------------------------------


def test_one_changed_byte_breaks_it():
    at = SIGNED.index(b"595")
    found = one(SIGNED[:at] + b"6" + SIGNED[at + 1 :])

    assert verdict(found) == (True, False, False, CHANGED_BYTES)
    assert found.signer == SIGNER


@settings(deadline=None, max_examples=60)
@given(st.integers(9, SIGNED.index(b"/Contents <") - 1), st.integers(0, 255))
def test_any_changed_byte_before_the_signature_is_no_longer_intact(at: int, value: int):
    """Also one in the directory of the file, so that its objects cannot be found."""
    data = bytearray(SIGNED)
    if data[at] == value:
        return
    data[at] = value
    found = read_signatures(bytes(data))

    assert not any(signature.intact for signature in found.signatures)


@settings(deadline=None, max_examples=80)
@given(st.lists(st.tuples(st.integers(0, len(SIGNED) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_nothing_raises_whatever_is_changed(flips: list[tuple[int, int]]):
    data = bytearray(SIGNED)
    for at, value in flips:
        data[at] = value
    found = read_signatures(bytes(data), roots=[root().der])

    assert len(found.signatures) <= 2


def test_a_file_that_cannot_be_read_and_only_seems_signed_accuses_nobody():
    found = read_signatures(b"%PDF-1.4\n" + b"<<" * 5_000 + b"/ByteRange [0 1 2 3] /ByteRange [0 1 2 3]")

    assert [verdict(signature) for signature in found.signatures] == [
        (False, False, False, "tanda tangan tidak dapat dibaca sehingga tidak diperiksa")
    ]


@pytest.mark.parametrize("numbers", ["0 10 999999999 99999999", "0 -5 4 -9", "[0] /A 1 2", "0 0 0 0", "0 2000"])
def test_nonsense_about_the_signed_bytes_is_never_intact(numbers: str):
    start = SIGNED.index(b"/ByteRange [")
    end = SIGNED.index(b"]", start) + 1
    data = SIGNED[:start] + f"/ByteRange [{numbers}]".encode().ljust(end - start) + SIGNED[end:]

    assert not any(signature.intact for signature in read_signatures(data).signatures)


def test_a_cut_file_raises_nothing():
    for length in range(0, len(SIGNED), 97):
        read_signatures(SIGNED[:length])


def test_words_added_to_a_page_are_a_change():
    found = one(with_other_page(SIGNED))

    assert verdict(found) == (True, True, False, "dokumen diubah sesudah ditandatangani")


TWICE = signed(SIGNED, Signing(by=signer("RATNA KUSUMA"), name="Kedua"))


def test_a_second_signature_is_no_change():
    first, second = read_signatures(TWICE).signatures

    assert (first.signer, second.signer) == (SIGNER, "RATNA KUSUMA")
    assert verdict(first) == verdict(second) == (True, True, True, None)


def test_a_change_after_two_signatures_concerns_both():
    assert [found.whole for found in read_signatures(with_other_page(TWICE)).signatures] == [False, False]


BETWEEN = signed(with_other_page(SIGNED), Signing(by=signer("RATNA KUSUMA"), name="Kedua"))


def test_a_change_between_two_signatures_concerns_the_first():
    assert [(found.signer, found.whole) for found in read_signatures(BETWEEN).signatures] == [
        (SIGNER, False),
        ("RATNA KUSUMA", True),
    ]


CERTIFIED = signed(PLAIN, Signing(certify=MDPPerm.NO_CHANGES))
FORM_ALLOWED = signed(signed(PLAIN, Signing(certify=MDPPerm.FILL_FORMS)), Signing(name="Kedua"))


def test_what_the_signer_allows_is_no_change():
    assert [found.whole for found in read_signatures(FORM_ALLOWED).signatures] == [True, True]


def test_what_the_signer_does_not_allow_is_a_change():
    assert verdict(one(CERTIFIED)) == (True, True, True, None)
    assert not one(with_empty_field(CERTIFIED)).whole


def _time_stamped(data: bytes) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    out = io.BytesIO()
    signers.PdfTimeStamper(time_stamper(STAMPED_AT)).timestamp_pdf(writer, "sha256", output=out)
    return out.getvalue()


DOCUMENT_STAMPED = _time_stamped(SIGNED)


def test_a_time_stamp_of_the_document_is_no_signature_and_no_change():
    found = read_signatures(DOCUMENT_STAMPED)

    assert found.stamped
    assert [verdict(signature) for signature in found.signatures] == [(True, True, True, None)]


WEAK = signed(PLAIN, Signing(hash="sha1"))


def test_a_weak_hash_is_said():
    assert verdict(one(WEAK)) == (True, True, True, "tanda tangan memakai algoritma hash yang lemah (SHA1)")


def test_bytes_before_the_file_break_nothing():
    """A mail program may have put them there."""
    assert verdict(one(b"\r\n\r\n" + SIGNED)) == (True, True, True, None)


def test_a_signature_of_an_old_kind_is_not_judged():
    old = SIGNED.replace(b"/ETSI.CAdES.detached", b"/adbe.x509.rsa_sha1 ")

    assert verdict(one(old)) == (
        False,
        False,
        False,
        "tanda tangan berjenis lama sehingga tidak dapat diperiksa",
    )


def test_a_damaged_signature_proves_nothing():
    at = SIGNED.index(b"/Contents <") + 40
    found = one(SIGNED[:at] + b"00" * 20 + SIGNED[at + 40 :])

    assert (found.checked, found.intact) == (True, False)


# limits -----------------------------------------------------------------------------------------------------------


def test_a_signature_that_is_too_large_is_not_judged(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf_signatures, "MAX_CMS_BYTES", 100)

    assert verdict(one(SIGNED)) == (
        False,
        False,
        False,
        "data tanda tangan terlalu besar sehingga tidak diperiksa",
    )


def test_signatures_beyond_the_limit_are_counted(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf_signatures, "MAX_SIGNATURES", 1)
    found = read_signatures(TWICE)

    assert (len(found.signatures), found.more) == (1, 1)
    assert any("1 tanda tangan elektronik lain" in notice.message for notice in signature_notices(found))


def test_too_many_later_changes_are_not_searched(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf_signatures, "MAX_REVIEWED_OBJECTS", 1)
    first, second = read_signatures(TWICE).signatures

    assert not first.checked
    assert first.problem == "perubahan sesudah penandatanganan terlalu banyak sehingga tidak diperiksa"
    assert not second.checked  # the limit holds for the file


def test_an_ordinary_file_is_within_the_limits():
    assert MAX_SIGNATURES >= 50


# chain of certificates --------------------------------------------------------------------------------------------


def test_without_roots_the_chain_is_not_checked():
    assert one(SIGNED).trust == "not-checked"


def test_a_chain_to_a_trusted_root_over_an_intermediate():
    assert one(SIGNED, stranger().der, root().der).trust == "trusted"


def test_a_chain_to_another_root_is_untrusted():
    assert one(SIGNED, stranger().der).trust == "untrusted"


WITHOUT_CHAIN = signed(PLAIN, Signing(chain=False))


def test_a_chain_with_a_hole_is_untrusted_and_nothing_is_fetched():
    assert one(WITHOUT_CHAIN, root().der).trust == "untrusted"
    assert one(WITHOUT_CHAIN, root().der, intermediate().der).trust == "trusted"


LATE = signed(PLAIN, Signing(at=LAST_DAY + dt.timedelta(days=1)))
LAST = signed(PLAIN, Signing(at=LAST_DAY))


def test_a_certificate_that_had_expired_at_signing_is_said():
    found = one(LATE, root().der)

    assert (found.trust, found.problem) == (
        "untrusted",
        "sertifikat penanda tangan tidak berlaku pada saat penandatanganan",
    )
    assert (found.intact, found.whole) == (True, True)


def test_a_certificate_that_expired_since_still_counts():
    """What matters is the day of signing; the last day of the certificate is one of its days."""
    assert (one(LAST, root().der).trust, one(LAST, root().der).problem) == ("trusted", None)


def test_a_root_that_cannot_be_read_is_said_and_left_out():
    found = read_signatures(SIGNED, roots=[b"\x30\x03\x02\x01\x05", root().der])

    assert (found.lost_roots, found.signatures[0].trust) == (1, "trusted")
    assert "trusted-root-unreadable" in [notice.code for notice in signature_notices(found)]


def _crowd() -> list:
    """Authorities of one name, each signed by all others: as many chains as there are orders of them."""
    return [issued("Sama", root(), authority=True).asn1 for _ in range(12)]


def test_a_crowd_of_authorities_costs_little():
    chain = pdf_signatures._upwards(issued("Anak", issued("Sama", authority=True)).asn1, _crowd())

    assert len(chain) <= pdf_signatures.MAX_CHAIN * pdf_signatures.MAX_SAME_NAME


# the document -----------------------------------------------------------------------------------------------------

SHOWN = signed(PLAIN, Signing(box=(60, 610, 200, 680)))


def test_a_visible_signature_is_shown_where_it_stands():
    """In points from the top left corner of the page."""
    (found,) = read_pdf(SHOWN, name="a.pdf").signatures
    (place,) = found.evidence

    assert (place.page, place.bbox) == (1, pytest.approx((60, 842 - 680, 200, 842 - 610), abs=0.6))


def test_an_invisible_signature_is_a_place_without_words():
    (found,) = read_pdf(SIGNED, name="a.pdf").signatures
    (place,) = found.evidence

    assert (place.quote, place.page, place.bbox) == ("", None, None)
    assert place.note == "tanda tangan digital tanpa tampilan pada halaman"


EMPTY_FIELD = with_empty_field(PLAIN)


def test_a_field_in_which_nobody_signed_is_no_signature():
    document = read_pdf(EMPTY_FIELD, name="a.pdf")

    assert document.signatures == ()
    assert not [code for code in codes(document) if code.startswith("sign")]


def test_a_file_without_signatures_never_loads_what_checks_them(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("readers.pdf.read_signatures", None)

    assert not may_be_signed(PLAIN)
    assert read_pdf(PLAIN, name="a.pdf").signatures == ()


def test_the_notice_says_who_and_when_and_what_to_set():
    document = read_pdf(SIGNED, name="a.pdf")

    assert codes(document) == ["signed", "signature-chain-not-checked"]
    assert document.notices[0].message == (
        f"Ditandatangani secara elektronik oleh {SIGNER} ({OFFICE}) pada 13 Januari 2025 pukul 09.15 WIB (menurut"
        " keterangan penanda tangan); isi dokumen masih utuh."
    )
    assert "trusted_roots" in document.notices[1].message
    assert "patuh.toml" in document.notices[1].message


@pytest.mark.parametrize(
    ("data", "roots", "expected"),
    [
        (SIGNED, [stranger().der], ["signed", "signature-untrusted"]),
        (SIGNED, [root().der], ["signed", "signature-trusted"]),
        (with_other_page(SIGNED), [root().der], ["signature-broken", "signature-trusted"]),
        (TWICE, [root().der], ["signed", "signed", "signature-trusted"]),
    ],
    ids=["untrusted", "trusted", "changed", "twice"],
)
def test_notices_of_the_reader(data: bytes, roots: list[bytes], expected: list[str]):
    options = ReadOptions(trusted_roots=tuple(roots))

    assert codes(read_document(data, name="a.pdf", options=options)) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (dt.datetime(2025, 8, 1, 7, 5, tzinfo=dt.timezone(dt.timedelta(hours=8))), "1 Agustus 2025 pukul 07.05 WITA"),
        (
            dt.datetime(2025, 12, 31, 23, 0, tzinfo=dt.timezone(dt.timedelta(hours=9))),
            "31 Desember 2025 pukul 23.00 WIT",
        ),
        (dt.datetime(2025, 1, 1, 0, 0, tzinfo=dt.UTC), "1 Januari 2025 pukul 00.00 UTC"),
        (dt.datetime(2025, 1, 1, 5, 30, tzinfo=dt.timezone(dt.timedelta(hours=5.5))), "1 Januari 2025 pukul 00.00 UTC"),
        (dt.datetime(2025, 1, 1, 2, 0, tzinfo=dt.timezone(dt.timedelta(hours=2))), "1 Januari 2025 pukul 00.00 UTC"),
    ],
)
def test_moments_are_written_with_their_zone(moment: dt.datetime, expected: str):
    assert written(moment) == expected


def test_a_root_named_in_the_settings_is_trusted(tmp_path):
    """From patuh.toml to the report."""
    (tmp_path / "akar.pem").write_bytes(root().pem)
    (tmp_path / "patuh.toml").write_text('[reading]\ntrusted_roots = ["akar.pem"]\n')
    (tmp_path / "sop.pdf").write_bytes(SIGNED)
    config = ("--config", tmp_path / "patuh.toml")
    run = patuh("check", tmp_path / "sop.pdf", *config, "--format", "json", fresh=True)  # a fork asks for a socket
    notices = [notice["code"] for document in run.report["documents"] for notice in document["notices"]]

    assert "signature-trusted" in notices


def test_the_same_bytes_give_the_same_document():
    assert read_pdf(TWICE, name="a.pdf") == read_pdf(TWICE, name="a.pdf")
