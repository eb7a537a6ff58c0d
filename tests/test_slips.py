"""The slip of a check: what stands on it, on one page, and nothing that a document could put there."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from contextlib import closing

import pypdfium2
import pytest

from portal.clerk.slips import LONGEST_TITLE, MOST_LISTED, Judged, Slip, slip_of
from portal.pages.moments import moment
from portal.printing import Print, paper
from reports.book import NotReadyError, Sender
from reports.pdf import ready
from schemas.report import DocumentError, DocumentReport, Outcomes, Report, RulesInfo, Summary, Tool
from schemas.settings import Organisation
from tests.portal_site import AS_OF, awaited, browser, dropped, portal
from tests.program import CLEAN, CRITICAL, LETTER, TWO_SOPS

HOSTILE = "</dd><script>alert(1)</script><img src=file:///etc/hostname>\u202e\x00{{ 7*7 }}"


def _report(*documents):
    return Report(
        tool=Tool(version="9.9", engine="x"),
        rules=RulesInfo(profile="ketat", count=3, digest="cd" * 32),
        as_of=AS_OF,
        documents=documents,
        summary=Summary(documents=len(documents), findings={}, grades={}, errors=0),
    )


def _document(**given):
    usual = {"path": "a.txt", "sha256": "ab" * 32, "bytes": 1, "media": "text/plain", "kind": "sop"}
    return DocumentReport(**(usual | given))


_OFFICE = {"government": "Pemerintah Kabupaten Contoh", "name": "Inspektorat Daerah", "address": "Jalan\nKota\nTelepon"}


def _paper(slip, printed="hari ini"):
    sender = Sender(organisation=Organisation(**_OFFICE))
    return paper("clerk/slip_paper.html", "id", slip=slip, sender=sender, printed=printed)


def _printed(page):
    """The PDF, or the reason why there is none here."""
    try:
        ready(Sender())
    except NotReadyError as error:
        pytest.skip(str(error))
    data = Print(page).carried_out(None)
    assert data is not None
    return data


def _pages(data):
    with closing(pypdfium2.PdfDocument(data)) as document:
        return [page.get_textpage().get_text_range() for page in document]


def _bare(text):
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def site():
    with portal() as opened:
        yield opened


@pytest.fixture(scope="module")
def client(site):
    with browser(site) as visitor:
        yield visitor


def _checked(client, name, data):
    place = awaited(client, dropped(client, (name, data)))
    return f"{place}/1/lembar"


def test_slip_as_pdf(client):
    """Digest, hash, grade and file stand on the one page of the PDF."""
    try:
        ready(Sender())
    except NotReadyError as error:
        pytest.skip(str(error))
    data = CRITICAL.read_bytes()
    place = _checked(client, CRITICAL.name, data)
    answer = client.get(f"{place}.pdf")
    site = client.app.state.site

    assert answer.headers["content-type"] == "application/pdf"
    (text,) = _pages(answer.content)
    assert hashlib.sha256(data).hexdigest() in _bare(text)
    assert site.chosen.info.digest in _bare(text)
    assert f"--as-of {AS_OF} --profile {site.chosen.info.profile}" in " ".join(text.split())
    assert CRITICAL.name in text
    assert "15 Juli 2026" in text
    assert re.search(r"Predikat\s*C\s+Nilai 82,76 dari 100 Kesimpulan Belum layak", text)


def test_slip_as_page(client):
    """The same stands on a page, in the language of the visitor."""
    data = CRITICAL.read_bytes()
    place = _checked(client, CRITICAL.name, data)
    text = client.get(place).text
    client.cookies.set("patuh-bahasa", "en")
    english = client.get(place).text
    client.cookies.delete("patuh-bahasa")

    assert hashlib.sha256(data).hexdigest() in _bare(re.sub(r"<[^>]+>", "", text))
    assert "Sidik aturan" in text
    assert "Digest of the rules" in english
    assert "82.76 of 100" in english


def test_several_documents(client):
    """Each has a line; the findings of all are counted."""
    text = client.get(_checked(client, TWO_SOPS.name, TWO_SOPS.read_bytes())).text

    assert "PELAYANAN SURAT KETERANGAN DOMISILI" in text
    assert "PELAYANAN SURAT PENGANTAR NIKAH" in text
    assert "<tfoot>" in text


def test_nothing_to_tell(client):
    """What is no SOP has no slip, and another visitor's has none either."""
    refused = client.get(_checked(client, LETTER.name, LETTER.read_bytes()))
    place = _checked(client, CLEAN.name, CLEAN.read_bytes())
    with browser(client.app.state.site) as other:
        assert other.get(place).status_code == 404
        assert other.get(f"{place}.pdf").status_code == 404

    assert refused.status_code == 409
    assert "tidak dapat dinilai" in refused.text
    assert client.get(place.replace("/1/", "/2/")).status_code == 404


def test_where_no_pdf_can_be_made(client, monkeypatch):
    """The link leads to the page, which says that it is to be printed."""
    site = client.app.state.site
    monkeypatch.setattr(site, "prints", False)
    place = _checked(client, CLEAN.name, CLEAN.read_bytes())
    answer = client.get(f"{place}.pdf", follow_redirects=False)

    assert (answer.status_code, answer.headers["location"]) == (303, place)
    assert "tidak dapat membuat PDF" in client.get(place).text


def test_a_machine_without_pango(monkeypatch):
    """The task says so and does not fail."""

    def missing(*_):
        raise NotReadyError("x")

    monkeypatch.setattr("portal.printing.print_page", missing)

    assert Print(b"").carried_out(None) is None


def test_a_worker_that_fails(client, monkeypatch):
    """The visitor is told, without a traceback."""
    place = _checked(client, CLEAN.name, CLEAN.read_bytes())
    site = client.app.state.site
    monkeypatch.setattr("portal.clerk.slip_pages.Summed", _broken)
    answer = client.get(place)

    assert answer.status_code == 503
    assert "tidak dapat dibuat sekarang" in answer.text
    assert site.prints


def _broken(*_):
    return Print("no bytes")  # what cannot be printed


def test_same_bytes():
    """The same slip gives the same PDF, and only the moment of printing differs."""
    slip = slip_of(_report(_document(title="A", outcomes=Outcomes(clean=2, error=1))), "a.txt", "ab" * 32)

    one = _printed(_paper(slip))

    assert one == _printed(_paper(slip))
    assert _paper(slip, "satu") == _paper(slip, "dua").replace(b"dua", b"satu")
    with closing(pypdfium2.PdfDocument(one)) as document:
        assert document.get_metadata_dict()["CreationDate"].startswith("D:20260715")


def test_hostile_words():
    """Words of a document are words: no mark-up, no file, no template, no direction."""
    slip = slip_of(_report(_document(title=HOSTILE, unit=HOSTILE)), HOSTILE, "ab" * 32)
    page = _paper(slip).decode()

    assert "<script" not in page
    assert "<img" not in page
    assert "\u202e" not in page
    assert "{{ 7*7 }}" in page
    assert len(_pages(_printed(page.encode()))) == 1


def test_one_page_however_many():
    """The fullest slip fits on one page, and what has no line is counted."""
    many = [_document(title="PELAYANAN " * 40, unit="KECAMATAN " * 40, part=at) for at in range(1, 95)]
    slip = slip_of(_report(*many), "x" * 500, "ab" * 32)
    (text,) = _pages(_printed(_paper(slip)))

    assert (len(slip.documents), slip.more) == (MOST_LISTED, 94 - MOST_LISTED)
    assert max(len(one.title or "") for one in slip.documents) == LONGEST_TITLE
    assert "dan 74 dokumen lagi" in text


def test_what_is_counted():
    """Rules judged are those kept and broken; an error is a rule that was not judged."""
    outcomes = Outcomes.model_validate({"clean": 5, "flagged": 2, "not-applicable": 7, "not-evaluated": 3, "error": 1})
    unread = _document(kind="unknown", errors=(DocumentError(code="x", message="y"),))
    slip: Slip = slip_of(_report(_document(outcomes=outcomes), unread), "a.txt", "ab" * 32)
    first: Judged = slip.documents[0]

    assert (first.judged, first.not_applicable, first.not_evaluated) == (7, 7, 4)
    assert [one.audited for one in slip.documents] == [True, False]
    assert slip.only is None


@pytest.mark.parametrize(
    ("hours", "lang", "told"),
    [
        (8, "id", "15 Juli 2026 pukul 18.05.03 WITA (UTC+08:00)"),
        (7, "id", "15 Juli 2026 pukul 17.05.03 WIB (UTC+07:00)"),
        (0, "id", "15 Juli 2026 pukul 10.05.03 UTC"),
        (-3.5, "en", "15 July 2026 at 06:35:03 UTC-03:30"),
        (9, "en", "15 July 2026 at 19:05:03 UTC+09:00"),
    ],
)
def test_moments(hours, lang, told):
    """With the zone of the clock, as Indonesia calls it."""
    at = dt.datetime(2026, 7, 15, 10, 5, 3, tzinfo=dt.UTC)

    assert moment(at, lang, dt.timezone(dt.timedelta(hours=hours))) == told
