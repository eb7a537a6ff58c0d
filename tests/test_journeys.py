"""The journeys of a clerk and an auditor in Chromium, before a server: with and without script, and by keyboard."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import journeys
from tests.browser import chromium
from tests.hostile import PDFS
from tests.journeys import DESK, PHONE, Hand, Keyboard, Mouse, Served, Watch
from tests.portal_values import GOOD
from tests.system_programs import needs

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
MISSING, KEPT = "Dasar hukum tidak ada", "Waktu langkah tidak ada"
"""Titles of the finding that the clerk mends, and of the one that the auditor overrules."""
REASON = "Waktu langkah 4 ditetapkan dalam peta proses bisnis."
TITLE = "PENGUMPULAN DATA KINERJA"
OTHERS = (
    "/tentang",
    "/api",
    "/inspektorat",
    *(
        f"/inspektorat/{name}"
        for name in "temuan penyerahan pengecualian laporan malam kata-sandi pengguna token catatan".split()
    ),
)
"""Pages that no journey comes by, but for the first of the Inspektorat."""


@pytest.fixture(scope="module")
def browser():
    needs("chromium")
    expect.set_options(timeout=journeys.PATIENCE)
    with chromium() as started:
        yield started
    expect.set_options(timeout=None)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with journeys.served(tmp_path_factory.mktemp("laman")) as server:
        yield server


@dataclass
class Way:
    """One who makes the whole journey: in a browser, by hand, under a name for pictures."""

    watch: Watch
    hand: Hand
    name: str
    folder: Path
    axe: bool = False

    @property
    def page(self) -> Page:
        return self.watch.page

    def seen(self, name: str) -> None:
        self.watch.seen(f"{self.name}-{name}", axe=self.axe)

    def link(self, name: str | re.Pattern[str]) -> Locator:
        return self.page.get_by_role("link", name=name).first

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True).first


def _checked(way: Way, file: Path) -> None:
    """Choose a file, send it, and wait for the result."""
    way.hand.give(way.page.get_by_label("Pilih berkas"), file)
    way.hand.press(way.button("Periksa"))
    expect(way.page.get_by_role("heading", name=file.name)).to_be_visible()


def _clerk(way: Way) -> tuple[str, bytes]:
    """Drop, read, mend, drop again, hand in; returns the code of the receipt, and what was handed in."""
    file = way.folder / f"SOP {way.name}.docx"
    file.write_bytes(journeys.faulty_document())
    way.watch.open("/")
    way.seen("1-home")
    _checked(way, file)
    expect(way.page.locator(".mend")).to_contain_text(MISSING)
    expect(way.page.locator(".paper")).to_contain_text("Menghimpun formulir yang telah terisi")
    way.seen("2-result")
    _reads_words_beside(way)

    file.write_bytes(journeys.with_laws(file.read_bytes()))
    way.hand.press(way.link("Periksa lagi berkas yang sudah diperbaiki"))
    _checked(way, file)
    since = way.page.locator(".since")
    expect(since).to_contain_text("Sudah diperbaiki 1 hal")
    expect(since.locator("li")).to_have_text([MISSING])
    expect(way.page.locator(".findings h6")).to_have_text([re.compile(KEPT)])
    way.seen("3-mended")
    if way.axe:  # what a worker writes is the same for all
        _taken_away(way, file)
    return _handed_in(way, file), file.read_bytes()


def _taken_away(way: Way, file: Path) -> None:
    """The copy has the findings as comments; the slip says with which rules what was found in which file."""
    copy = journeys.taken(way.link("Unduh salinan berisi temuan"), way.hand, way.folder)
    assert [KEPT in words for words in journeys.comments_of(copy)].count(True) == 1
    assert MISSING not in "".join(journeys.comments_of(copy))
    slip = journeys.words_of_pdf(journeys.taken(way.link("Lembar hasil (PDF)"), way.hand, way.folder))
    digest = way.page.locator(".hash").last.inner_text()
    assert hashlib.sha256(file.read_bytes()).hexdigest() in slip
    assert re.fullmatch("[0-9a-f]{64}", digest)
    assert digest in slip
    assert "PredikatAA" in slip


def _reads_words_beside(way: Way) -> None:
    """From a finding to the words of the document that it is about, and there they stand."""
    link = way.page.locator(".finding", has_text=KEPT).locator(".marks a").first
    way.hand.press(link)
    mark = way.page.locator(link.get_attribute("href") or "")
    expect(mark).to_be_in_viewport()
    expect(way.page.locator(".paper")).to_contain_text(mark.inner_text())


def _handed_in(way: Way, file: Path) -> str:
    """Fill the form; returns the code of the receipt."""
    page, hand = way.page, way.hand
    hand.press(way.link("Serahkan dokumen ini"))
    expect(page.get_by_text(journeys.OFFICE, exact=True).first).to_be_visible()
    way.seen("4-hand-in")
    hand.choose(page.get_by_label("Dokumen ini"), "dokumen baru, belum pernah diserahkan")
    hand.write(page.get_by_label("Nama yang menyerahkan"), "Wulan Contoh")
    hand.write(page.get_by_label("Jabatan (boleh kosong)"), "Staf")
    hand.press(page.get_by_label("Saya sudah membaca hasil pemeriksaan"))
    hand.press(way.button("Serahkan"))
    expect(page.get_by_role("heading", name="Tanda terima penyerahan dokumen")).to_be_visible()
    expect(page.locator(".sheet")).to_contain_text(file.name)
    way.seen("5-receipt")
    return page.locator(".code b").inner_text()


def _receipt_found(way: Way, code: str, sent: bytes) -> None:
    """Whoever has the code on paper finds the receipt, and the file stands in the archive as it was sent."""
    way.watch.open("/tanda-terima")
    way.seen("6-search")
    way.hand.write(way.page.get_by_label("Kode tanda terima"), code.replace("-", " ").lower())
    way.hand.press(way.button("Tampilkan"))
    expect(way.page.locator(".code")).to_contain_text(code)
    shown = "".join(way.page.locator(".sheet").inner_text().split())
    assert hashlib.sha256(sent).hexdigest() in shown


def _auditor(way: Way, receipt: str) -> None:
    """Sign in, find the document by its office, overrule a finding, take the report, sign out."""
    page, hand = way.page, way.hand
    hand.press(way.link("Masuk"))
    way.seen("7-sign-in")
    _signed_in(way, journeys.AUDITOR)
    way.seen("8-offices")
    hand.press(page.get_by_role("table").get_by_role("link", name=journeys.OFFICE, exact=True))
    expect(page.get_by_role("heading", name=journeys.OFFICE, level=1)).to_be_visible()
    way.seen("9-office")
    hand.press(page.locator("tr", has_text=f"/SOP {way.name}.docx").get_by_role("link", name=TITLE))
    expect(page.locator("main")).to_contain_text(receipt)
    way.seen("10-document")
    _overruled(way)
    _report_taken(way)
    _signed_out(way)


def _signed_in(way: Way, name: str) -> None:
    """On the page for it."""
    way.hand.write(way.page.get_by_label("Nama akun"), name)
    way.hand.write(way.page.get_by_label("Kata sandi"), GOOD)
    way.hand.press(way.button("Masuk"))
    expect(way.page.get_by_role("heading", name="Perangkat daerah", level=1)).to_be_visible()


def _overruled(way: Way) -> None:
    """The finding says so then, with the reason and who said it; the grade is the better for it."""
    page, hand = way.page, way.hand
    finding = page.locator(".with-answer", has_text=KEPT)
    hand.press(finding.get_by_text("Tanggapi temuan ini"))
    hand.choose(finding.get_by_label("Status"), "dibatalkan: bukan temuan")
    hand.write(finding.get_by_label("Tanggapan atau alasan"), REASON)
    hand.press(finding.get_by_role("button", name="Simpan tanggapan"))
    expect(page.locator(".finding.overruled")).to_contain_text(REASON)
    expect(page.locator(".finding.overruled")).to_contain_text(journeys.FULL_NAME)
    way.seen("11-overruled")


def _report_taken(way: Way) -> None:
    """The LHE, as Word file: what was overruled stands in it as such."""
    report = journeys.taken(way.page.get_by_role("button", name=re.compile("LHE")).first, way.hand, way.folder)
    words = journeys.words_of_word_file(report)
    assert report.suffix == ".docx"
    assert KEPT in words
    assert REASON in words
    assert re.search("dibatalkan", words, re.IGNORECASE)


def _signed_out(way: Way) -> None:
    """Nothing of it is shown any more: not by its address, and not by going back."""
    way.hand.press(way.page.get_by_role("button", name=re.compile("^Keluar")))
    expect(way.link("Masuk")).to_be_visible()
    way.page.go_back()
    expect(way.page.get_by_label("Kata sandi")).to_be_visible()
    assert KEPT not in way.page.content()
    way.watch.open("/inspektorat")
    assert re.search(r"/masuk\?ke=/inspektorat$", way.page.url)


def _journey(way: Way) -> None:
    code, sent = _clerk(way)
    _receipt_found(way, code, sent)
    _auditor(way, code)


def test_by_mouse(browser, site, tmp_path):
    """The whole journey, each page of it held against axe-core, phone and desk."""
    with journeys.watched(browser, site, DESK) as watch:
        _journey(Way(watch, Mouse(), "tetikus", tmp_path, axe=True))


def test_by_keyboard_alone(browser, site, tmp_path):
    """No mouse, and wherever one is can be seen."""
    with journeys.watched(browser, site, DESK) as watch:
        _journey(Way(watch, Keyboard(), "papan-ketik", tmp_path))


def test_on_a_phone_without_script(browser, site, tmp_path):
    """Forms and links are enough."""
    with journeys.watched(browser, site, PHONE, script=False, has_touch=True) as watch:
        _journey(Way(watch, Mouse(), "ponsel", tmp_path))


def test_each_other_page_in_the_dark(browser, site, tmp_path):
    """Those that no journey comes by, and a result, in dark colours."""
    with journeys.watched(browser, site, DESK, color_scheme="dark") as watch:
        way = Way(watch, Mouse(), "gelap", tmp_path, axe=True)
        file = tmp_path / "SOP gelap.docx"
        file.write_bytes(journeys.faulty_document())
        way.watch.open("/")
        way.seen("1-home")
        _checked(way, file)
        way.seen("2-result")
        way.watch.open("/inspektorat")
        _signed_in(way, journeys.ADMIN)
        for path in OTHERS:
            way.watch.open(path)
            way.seen(path.strip("/").replace("/", "-"))
        watch.expected.add(404)
        way.watch.open("/tidak-ada")
        watch.complaints = [one for one in watch.complaints if not one.startswith("console: Failed to load resource")]
        way.seen("tidak-ada")


def test_files_that_are_dropped_cost_each_other_nothing(browser, site):
    """A form that draws itself and a damaged file between two good ones; and nothing is kept of what is deleted."""
    good, drawing = journeys.faulty_document(), PDFS["menggambar-diri.pdf"].make()
    mended, damaged = journeys.with_laws(good), good[: len(good) // 2]
    files = ("satu.docx", good), ("menggambar-diri.pdf", drawing), ("rusak.docx", damaged), ("empat.docx", mended)
    before = _lying(site)
    with journeys.watched(browser, site, DESK) as watch:
        page = watch.page
        watch.open("/")
        journeys.dragged(page, *files)
        expect(page.get_by_role("heading", name="Hasil pemeriksaan")).to_be_visible()
        assert [name for name, _ in files] == page.locator(".file > h2").all_inner_texts()
        rows = page.get_by_role("table", name="Ringkasan").get_by_role("row")
        expect(rows.filter(has_text="belum layak")).to_contain_text("satu.docx")
        expect(rows.filter(has_text="layak dengan catatan")).to_contain_text("empat.docx")
        expect(rows.filter(has_text="tidak dinilai")).to_have_count(2)
        watch.seen("jatuh-hasil", axe=True)
        assert {data for _, data in files} <= {path.read_bytes() for path in _lying(site) - before}
        page.get_by_role("button", name="Hapus sekarang dari server").click()
        expect(page.get_by_text("sudah dihapus dari server")).to_be_visible()
        assert _lying(site) <= before


def _lying(site: Served) -> set[Path]:
    """The files that the server has put down."""
    return {path for path in site.scratch.rglob("*") if path.is_file()}


def test_what_is_too_large_is_told_before_it_is_sent(browser, site):
    """Dropped and chosen; and what is taken instead is sent."""
    large = "besar.docx", bytes(1_200_000)
    with journeys.watched(browser, site, DESK) as watch:
        page = watch.page
        watch.open("/")
        journeys.dragged(page, large)
        expect(page.get_by_role("alert")).to_contain_text("Terlalu besar")
        page.get_by_label("Pilih berkas").set_input_files({"name": large[0], "mimeType": "", "buffer": large[1]})
        page.get_by_role("button", name="Periksa", exact=True).click()
        expect(page.get_by_role("alert")).to_contain_text("Terlalu besar")
        watch.seen("besar")
        assert "POST /periksa" not in watch.sent
        journeys.dragged(page, ("kecil.docx", journeys.faulty_document()))
        expect(page.get_by_role("heading", name="kecil.docx")).to_be_visible()
        assert "POST /periksa" in watch.sent
