"""Documents handed in on the page: who may, what is told, what stands on the receipt."""

from __future__ import annotations

import asyncio
import hashlib
import html
import re
from contextlib import closing
from types import SimpleNamespace

import pypdfium2
import pytest

import portal.clerk.handing_in as pages
from archive.handing_in import HandInError
from portal.clerk.handing_in import Filled, _handed_in
from portal.events import Act
from portal.events import page as events
from portal.guard import RECEIPTS_PER_MINUTE
from portal.site import Places
from reports.book import NotReadyError, Sender
from reports.pdf import ready
from tests.portal_site import awaited, browser, dropped, portal, token_of
from tests.program import CLEAN, CRITICAL, LETTER, TWO_SOPS

OFFICE = "Dinas Tenaga Kerja"
OTHER = "Kecamatan Sukamaju"
NUMBER = "19800101 200501 1 001"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("penyerahan")
    for office in (OFFICE, OTHER):
        (folder / "arsip" / office).mkdir(parents=True)
    with portal(Places(folder / "arsip", str(folder / "patuh.db")), checks_per_minute=100_000) as opened:
        yield opened


@pytest.fixture
def client(site):
    with browser(site) as visitor:
        yield visitor


def _place(client, name, data):
    return f"{awaited(client, dropped(client, (name, data)))}/1/serahkan"


def _fill(token, **given):
    usual = {"token": token, "office": OFFICE, "replaces": "-", "name": "Sri Wahyuni", "position": "", "sure": "1"}
    return usual | given


def _sent(client, place, **given):
    token = token_of(client.get(f"{place}?perangkat={OFFICE}").text)
    return client.post(place, data=_fill(token, **given), follow_redirects=False)


def _receipt(client, place, **given):
    answer = _sent(client, place, **given)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def _words(text):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def _unlike(what):
    """A document that nobody has handed in: the same SOP with another end."""
    return CRITICAL.read_bytes() + f"\n\nCatatan {what}.\n".encode()


def test_handed_in(site, client):
    """Office and kind are preselected; the receipt tells what was handed in, and the log who did it from where."""
    data = _unlike("satu")
    place = _place(client, "SOP AK-1.md", data)
    form = client.get(place).text
    told = _receipt(client, place, position="Staf", note="Mohon diperiksa")
    text = _words(client.get(told).text)
    code = told.rpartition("/")[2]
    receipt = site.hand_ins.receipt(code)

    assert f"<b>{OFFICE}</b>" in form
    assert "Menurut nama dalam dokumen" in form
    assert "Kritis 1" in form
    assert "boleh diserahkan" in form
    assert hashlib.sha256(data).hexdigest() in re.sub(r"\s", "", text)
    assert site.chosen.info.digest in re.sub(r"\s", "", text)
    assert "Diserahkan oleh Sri Wahyuni, Staf" in text
    assert "Predikat C Nilai 82,76 dari 100" in text
    assert "KARTU PENCARI KERJA" not in text
    assert (receipt.note, receipt.version) == ("Mohon diperiksa", 1)
    assert (site.archive / receipt.path).read_bytes() == data
    logged = events(site.store).events[0]
    assert (logged.what, logged.about, logged.who) == (Act.HAND_IN, code, "-")
    assert logged.detail["number"] == receipt.number


def test_a_second_click(site, client):
    """The same receipt, and one hand-in."""
    place = _place(client, "dua kali.md", _unlike("dua"))
    before = len(site.hand_ins.latest(limit=500))
    first, second = _receipt(client, place), _receipt(client, place)

    assert first == second
    assert len(site.hand_ins.latest(limit=500)) == before + 1
    assert first in client.get(place).text


def test_two_clicks_at_once(site, monkeypatch):
    """The second waits for the first, and is not told that its document cannot be replaced any more."""
    upload, offers = SimpleNamespace(kept={}), []

    def offer(*_):
        offers.append(1)
        return SimpleNamespace(receipt=f"R{len(offers)}")

    async def both():
        filled = Filled(OFFICE, "x/lama.docx", "A", sure=True)
        request = SimpleNamespace(client=None)
        return await asyncio.gather(*(_handed_in(request, None, upload, filled) for _ in range(3)))

    monkeypatch.setattr(pages, "_offer", offer)

    assert asyncio.run(both()) == [("R1", False)] * 3
    assert len(offers) == 1


def test_the_same_file_of_another(client, site):
    """Whoever hands in what is there already gets the receipt of it, and is told so."""
    data = _unlike("tiga")
    first = _receipt(client, _place(client, "tiga.md", data))
    with browser(site) as other:
        second = _receipt(other, _place(other, "tiga.md", data))
        text = other.get(second).text

    assert second == f"{first}?sudah=1"
    assert "sudah diserahkan sebelumnya" in text


def test_a_newer_version(client):
    """It is preselected by its name; the receipt tells what it supersedes, the older one that there is a newer."""
    first = _receipt(client, _place(client, "berubah.md", _unlike("lama")))
    place = _place(client, "berubah.md", _unlike("baru"))
    form = client.get(f"{place}?perangkat={OFFICE}").text
    second = _receipt(client, place, replaces=f"{OFFICE}/berubah.md")
    text = _words(client.get(second).text)

    assert re.search(rf'<option value="{OFFICE}/berubah.md" selected>', form)
    assert re.search(r"Versi 2, menggantikan versi 1 \(penyerahan nomor \d+\)", text)
    assert "Versi sebelumnya" in text
    assert first.rpartition("/")[2] not in text, "the code of another receipt is not told"
    assert "Sudah ada versi yang lebih baru: versi 2" in client.get(first).text


def test_several_documents_in_a_file(client):
    """The receipt gives the grade of each, without their titles."""
    told = _receipt(client, _place(client, TWO_SOPS.name, TWO_SOPS.read_bytes()))
    text = _words(client.get(told).text)

    assert "1 AA 100 0 0 0 0 2 A 97,88 0 1 0 0" in text
    assert "PENGANTAR NIKAH" not in text


def test_receipt_as_pdf(client):
    """One page with the code; the same bytes each time."""
    try:
        ready(Sender())
    except NotReadyError as error:
        pytest.skip(str(error))
    data = _unlike("pdf")
    told = _receipt(client, _place(client, "pdf.md", data))
    answer, again = (client.get(f"{told}.pdf") for _ in range(2))
    with closing(pypdfium2.PdfDocument(answer.content)) as document:
        (text,) = (page.get_textpage().get_text_range() for page in document)

    assert answer.headers["x-robots-tag"] == "noindex"
    assert answer.content == again.content
    assert told.rpartition("/")[2] in text
    assert hashlib.sha256(data).hexdigest() in re.sub(r"\s", "", text)


def test_receipt_where_no_pdf_can_be_made(client, site, monkeypatch):
    """The link leads back to the page."""
    told = _receipt(client, _place(client, "tanpa pdf.md", _unlike("tanpa pdf")))
    monkeypatch.setattr(site, "prints", False)

    assert client.get(f"{told}.pdf", follow_redirects=False).headers["location"] == told
    assert "tidak dapat membuat PDF" in client.get(told).text


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": " \u200b\x00 123 "}, "name"),
        ({"name": "x" * 101}, "name"),
        ({"name": f"Budi {NUMBER}"}, "name"),
        ({"position": "x" * 101}, "position"),
        ({"note": "x" * 501}, "note"),
        ({"note": f"NIP {NUMBER}"}, "note"),
        ({"sure": ""}, "sure"),
        ({"replaces": ""}, "replaces"),
    ],
)
def test_what_is_filled_in_wrongly(site, client, given, field):
    """Each fault is told at its field, what was typed stays, and nothing is handed in."""
    place = _place(client, "salah.md", _unlike("salah"))
    before = len(site.hand_ins.latest(limit=500))
    answer = _sent(client, place, **{"position": "Kasi Pelayanan", **given})

    assert answer.status_code == 400
    assert re.findall(r'id="(\w+)-wrong"', answer.text) == [field]
    assert 'aria-invalid="true"' in answer.text
    assert field == "position" or 'value="Kasi Pelayanan"' in answer.text
    assert len(site.hand_ins.latest(limit=500)) == before


@pytest.mark.parametrize("office", ["", "Dinas Khayalan", "../..", "<b>x</b>"])
def test_an_office_that_is_none(client, office):
    """The list is shown; the words of the form are words."""
    answer = _sent(client, _place(client, "kantor.md", _unlike("kantor")), office=office)

    assert answer.status_code == 400
    assert "tidak ada dalam daftar" in answer.text
    assert "<b>x</b>" not in answer.text


@pytest.mark.parametrize("replaces", ["../../etc/passwd", f"{OTHER}/milik orang.md", "<script>"])
def test_what_cannot_be_replaced(client, replaces):
    """Neither what is not there nor another office's."""
    answer = _sent(client, _place(client, "ganti.md", _unlike("ganti")), replaces=replaces)

    assert answer.status_code == 409
    assert "Belum diserahkan" in answer.text
    assert "<script>" not in answer.text


@pytest.mark.parametrize(
    "name", ["../../lari.md", "<img src=x onerror=alert(1)>.md", "\u202egnp.md", f"SOP {NUMBER}.md", "a" * 300 + ".md"]
)
def test_hostile_names(site, client, name):
    """They stay inside the folder of the office, and are words on the pages; no number of a person is shown."""
    place = _place(client, name, _unlike(f"nama {len(name)}"))
    told = _receipt(client, place, office=OTHER, name="<i>Budi</i>")
    receipt = site.hand_ins.receipt(told.rpartition("/")[2])
    text = client.get(place).text + client.get(told).text

    assert receipt.path.rpartition("/")[0] == OTHER
    assert (site.archive / receipt.path).is_file()
    assert "<img" not in text
    assert "<i>Budi" not in text
    assert "\u202e" not in text
    assert NUMBER not in client.get(told).text


def test_other_visitors(client, site):
    """A try is one visitor's; so are the tokens of its forms; a form without one is refused."""
    place = _place(client, "milik.md", _unlike("milik"))
    with browser(site) as other:
        token = token_of(other.get("/").text)
        assert other.get(place).status_code == 404
        assert other.post(place, data=_fill(token)).status_code == 404
    foreign = client.post(place, data=_fill(token))
    without = client.post(place, data={"office": OFFICE, "replaces": "-", "name": "A", "sure": "1"})
    elsewhere = client.post(place, data=_fill(token), headers={"sec-fetch-site": "cross-site"})

    assert [one.status_code for one in (foreign, without, elsewhere)] == [403] * 3
    assert not any(one.file_name == "milik.md" for one in site.hand_ins.latest(limit=500))


def test_what_cannot_be_handed_in(client):
    """An unknown document, a damaged file, a ZIP and a file of a try that has no such file."""
    packed = b"PK\x05\x06" + b"\0" * 18
    letter = client.get(_place(client, LETTER.name, LETTER.read_bytes()))
    damaged = client.get(_place(client, "rusak.pdf", b"%PDF-1.7 rusak"))
    empty = client.get(_place(client, "kosong.zip", packed))
    place = _place(client, CLEAN.name, CLEAN.read_bytes())

    assert [one.status_code for one in (letter, damaged, empty)] == [409] * 3
    assert "bukan SOP" in letter.text
    assert "belum dapat diserahkan" in damaged.text
    assert client.get(place.replace("/1/", "/7/")).status_code == 404


def test_where_it_is_switched_off(client, site, monkeypatch):
    """Neither form nor link; receipts can still be seen."""
    told = _receipt(client, _place(client, "tutup.md", _unlike("tutup")))
    place = _place(client, "tutup lagi.md", _unlike("tutup lagi"))
    token = token_of(client.get("/").text)
    monkeypatch.setattr(site, "settings", site.settings.model_copy(update={"hand_in": False}))

    assert client.get(place).status_code == 409
    assert client.post(place, data=_fill(token)).status_code == 409
    assert client.get(told).status_code == 200


def test_without_an_archive(monkeypatch, client, site):
    """The page only checks: it says that nothing can be handed in, and there are no receipts."""
    place = _place(client, "tanpa arsip.md", _unlike("tanpa arsip"))
    monkeypatch.setattr(site, "hand_ins", None)

    assert "tidak dibuka" in client.get(place).text
    assert client.get("/tanda-terima/AAAAA-AAAAA-AAAAA-AAAAA").status_code == 404


def test_a_refusal_is_told(client, site, monkeypatch):
    """The clerk is told that it was not handed in; a later click tries again."""

    def refused(*_, **__):
        raise HandInError("Ruang penyimpanan habis <b>.")

    place = _place(client, "gagal.md", _unlike("gagal"))
    with monkeypatch.context() as patched:
        patched.setattr(site.hand_ins, "hand_in", refused)
        answer = _sent(client, place)

    assert answer.status_code == 409
    assert "Ruang penyimpanan habis &lt;b&gt;." in answer.text
    assert 'value="Sri Wahyuni"' in answer.text
    assert _receipt(client, place)


def test_looking_receipts_up(client):
    """However the code is typed; what is none, or not there, is told."""
    told = _receipt(client, _place(client, "cari.md", _unlike("cari")))
    code = told.rpartition("/")[2]
    found = client.get("/tanda-terima", params={"kode": code.replace("-", " ").lower()}, follow_redirects=False)
    none = client.get("/tanda-terima", params={"kode": '"><script>'})
    gone = client.get("/tanda-terima", params={"kode": "0" * 20})
    page = client.get("/tanda-terima")

    assert (found.status_code, found.headers["location"]) == (303, told)
    assert (none.status_code, gone.status_code, page.status_code) == (404, 404, 200)
    assert "<script>" not in none.text.replace('<script src="', "")
    assert page.headers["x-robots-tag"] == "noindex"
    assert 'name="robots" content="noindex"' in client.get(told).text


def test_codes_cannot_be_tried_without_end(client, site, monkeypatch):
    """After some a minute no more of them from one address; a receipt that is there can be seen all the same."""
    told = _receipt(client, _place(client, "batas.md", _unlike("batas")))
    monkeypatch.setattr(site, "rates", type(site.rates)(1000))
    tried = [client.get(f"/tanda-terima/{at:020}").status_code for at in range(RECEIPTS_PER_MINUTE + 1)]

    assert tried == [404] * RECEIPTS_PER_MINUTE + [429]
    assert client.get("/tanda-terima", params={"kode": "0" * 20}).status_code == 429
    assert client.get(told).status_code == 200
