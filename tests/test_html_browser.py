"""The HTML report in Chromium: on phones and desks, by keyboard, in the dark, on paper, and when it is big."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from playwright.sync_api import expect

import reports.html.page as page_module
from auditing.view import View
from reports.html.page import write
from tests.books import book_of, entries_of
from tests.browser import accessibility_problems, chromium, page_of, wider_than_the_window
from tests.system_programs import needs

NAMES = (
    "sop/nip-unreadable-section-missing.txt",
    "sop/clean-label-colon.txt",
    "sop/steps-duplicate-second-of-two-sops.txt",
    "sop/unknown-letter.txt",
    "performance/monev-triwulan-planted.csv",
    "bad/empty.txt",
)
OPEN_ALL = "() => document.querySelectorAll('details').forEach(one => { one.open = true; })"
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(scope="module")
def browser():
    needs("chromium")
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The same report, small and big."""
    folder = tmp_path_factory.mktemp("pages")
    book = book_of(entries_of(*NAMES, view=View(words=True)))
    with (folder / "small.html").open("wb") as stream:
        write(book, stream)
    with pytest.MonkeyPatch.context() as patch, (folder / "big.html").open("wb") as stream:
        patch.setattr(page_module, "STATIC_DOCUMENTS", 0)
        write(book, stream)
    return folder


def test_it_fits_phones_and_desks(browser, files):
    """Nothing is wider than the window, with all of it unfolded."""
    with page_of(browser, files / "small.html") as (page, complaints):
        page.evaluate(OPEN_ALL)
        for width in (320, 360, 768, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert [] == wider_than_the_window(page), width
        assert [] == complaints


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser, files, scheme):
    """Contrast, names, roles and order, with all of it unfolded."""
    with page_of(browser, files / "small.html", color_scheme=scheme) as (page, _):
        page.evaluate(OPEN_ALL)

        assert [] == accessibility_problems(page)


def test_filters_leave_what_matches(browser, files):
    """Severity, verdict, office and words, together; and all comes back."""
    with page_of(browser, files / "small.html") as (page, complaints):
        shown = page.locator("details.doc:visible")
        everything = shown.count()
        page.select_option("#f-severity", "advice")
        assert 0 < shown.count() < everything
        page.select_option("#f-severity", "")
        page.fill("#q", "reviu nip-03")
        expect(page.locator("#shown")).to_have_text(re.compile("^1 dari"))
        assert ["d1"] == [one.get_attribute("id") for one in shown.all()]
        page.select_option("#f-verdict", "layak")
        assert 0 == shown.count()
        assert "Tidak ada dokumen yang cocok" in page.inner_text("#shown")
        page.click("#reset")
        assert everything == shown.count()
        assert [] == complaints


def test_the_keyboard_reaches_a_finding(browser, files):
    """The first stop leads past the header; a document opens by key, and its links lead to findings and back."""
    with page_of(browser, files / "small.html") as (page, complaints):
        page.keyboard.press("Tab")
        assert "#main" == page.evaluate("document.activeElement.getAttribute('href')")
        page.focus("#d1 > summary")
        page.keyboard.press("Enter")
        page.focus("#d1 .levers a")
        page.keyboard.press("Enter")
        finding = page.evaluate("location.hash.slice(1)")
        assert finding.startswith("d1-f")
        expect(page.locator(f"#{finding}")).to_be_focused()
        page.focus(f"#{finding} .marks a")
        page.keyboard.press("Enter")
        mark = finding.replace("-f", "-m")
        expect(page.locator(f"#{mark}")).to_be_focused()
        assert page.locator(f"#{mark}").is_visible()
        assert [] == complaints


def test_without_javascript_all_can_be_read(browser, files):
    """Filters are not offered, and documents open by themselves."""
    with page_of(browser, files / "small.html", java_script_enabled=False) as (page, _):
        assert not page.locator("#filter").is_visible()
        page.click("#d1 > summary")
        assert page.locator("#d1 .finding").first.is_visible()


def test_a_big_report_unpacks_a_document(browser, files):
    """By a click, and by a link to one of its findings; axe and the width of phones hold there too."""
    with page_of(browser, files / "big.html", width=360) as (page, complaints):
        page.evaluate("location.hash = '#d1-f2'")
        expect(page.locator("#d1-f2")).to_be_focused()
        page.evaluate("document.querySelector('#d3 > a').click()")
        page.wait_for_selector("#d3 article")
        page.evaluate(OPEN_ALL)
        assert [] == wider_than_the_window(page)
        assert [] == accessibility_problems(page)
        assert [] == complaints


def test_a_damaged_document_is_said(browser, files, tmp_path):
    """No empty page where the file was cut or changed on its way."""
    damaged = tmp_path / "damaged.html"
    text = (files / "big.html").read_text()
    begin = text.index('id="shard-0">') + 200
    damaged.write_text(text[:begin] + "AAAA" + text[begin + 4 :])
    with page_of(browser, damaged) as (page, _):
        page.evaluate("location.hash = '#d1'")
        expect(page.locator("#d1 .body")).to_contain_text("rusak")


def test_on_paper_documents_are_unfolded(browser, files, tmp_path):
    """Every document with its findings, without filters, also when the screen is dark."""
    output = tmp_path / "page.pdf"
    with page_of(browser, files / "small.html", color_scheme="dark") as (page, _):
        findings = page.locator(".finding h6").count()
        page.pdf(path=output, format="A4", prefer_css_page_size=True)
    with pypdfium2.PdfDocument(output) as pdf:
        pages = [one.get_textpage().get_text_bounded() for one in pdf]
    text = "\n".join(pages)

    assert findings == len(re.findall(r"diisi oleh pemeriksa(?!\.)", text))
    assert "Saring dokumen" not in text
    assert "Cari kata" not in text
    assert [] == [number for number, one in enumerate(pages, 1) if not one.strip()]
