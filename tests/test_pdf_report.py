"""The report as a PDF: tagged, the same each time, and no bigger than a computer holds."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zlib

import pypdfium2
import pytest

import reports.pdf
from reports.book import NotReadyError, Sender
from reports.lhe.gathered import MAX_FINDINGS as MAX_SHOWN
from reports.pdf import MAX_DOCUMENTS, MAX_FINDINGS, MAX_TEXT, ready, write
from schemas.entry import Entry
from schemas.evidence import Evidence
from schemas.report import Confidence, DocumentError, DocumentReport, Finding, Severity
from tests.books import ROOT, book_of, entries_of

HOSTILE = "\x00\x1b[31m\ufffe</p><img src='file:///etc/hostname'><script>alert(1)</script>\u202e"


@pytest.fixture(autouse=True, scope="module")
def _weasyprint():
    """WeasyPrint and Pango, or the reason why there is no PDF here."""
    try:
        ready(Sender())
    except NotReadyError as error:
        pytest.skip(str(error))


def _finding(**given):
    values = {
        "rule": "identity/field-empty",
        "code": "ID-02",
        "severity": Severity.MAJOR,
        "confidence": Confidence.HIGH,
        "component": "identitas",
        "title": "Kolom identitas kosong",
        "condition": "Nomor SOP belum diisi.",
        "criterion": "Peraturan X, Pasal 1: nomor diisi",
        "effect": "SOP tidak dapat dirujuk.",
        "recommendation": "Isi nomornya.",
        "evidence": (Evidence(quote="", line=3),),
        "fingerprint": "0123456789abcdef",
    }
    return Finding(**(values | given))


def _entry(path, *findings, **given):
    values = {
        "sha256": "ab" * 32,
        "bytes": 10,
        "media": "text/plain",
        "kind": "sop",
        "title": "Surat",
        "unit": "Camat A",
    }
    return Entry(report=DocumentReport(path=path, findings=findings, **(values | given)))


def _written(entries, **given):
    stream = io.BytesIO()
    write(book_of(list(entries), **given), stream)
    return stream.getvalue()


def _pages(data):
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def _unpacked(data):
    """The streams of a PDF, where its objects stand."""
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            yield zlib.decompress(stream)
        except zlib.error:
            yield stream


@pytest.fixture(scope="module")
def small():
    entries = entries_of("sop/actor-kepala-kantor.txt", "sop/clean-label-colon.txt", "bad/empty.txt")
    return entries, _written(entries)


def test_every_finding_is_printed_and_every_page_numbered(small):
    entries, data = small
    pages = _pages(data)
    words = " ".join(" ".join(pages).split())

    for entry in entries:
        for finding in entry.report.findings:
            assert " ".join(finding.recommendation.split()) in words
    for number, page in enumerate(pages, 1):
        assert f"Halaman {number} dari {len(pages)}" in page


def test_it_is_tagged_titled_and_in_its_language(small):
    data = small[1]
    document = pypdfium2.PdfDocument(data)

    assert document.get_metadata_dict()["Title"] == "Hasil pemeriksaan SOP dan data kinerja"
    assert document.is_tagged()
    inside = b"".join(_unpacked(data))
    assert b"/Lang (id)" in inside
    assert b"pdfuaid" in inside
    assert ["Hasil pemeriksaan SOP dan data kinerja"] == [
        one.get_title() for one in document.get_toc() if one.level == 0
    ]


def test_the_same_book_gives_the_same_bytes(small):
    entries, data = small

    assert data == _written(entries)
    assert b"CreationDate" not in b"".join(_unpacked(data))


def test_charts_are_drawn(small):
    page = pypdfium2.PdfDocument(small[1])[0]

    assert sum(one.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH for one in page.get_objects()) > 10


def test_hostile_words_open_nothing_and_take_no_time(monkeypatch):
    asked = []
    monkeypatch.setattr(reports.pdf, "_fetch_nothing", lambda url, *_, **__: asked.append(url))
    long = "x" * 100_000
    finding = _finding(condition=long, title=HOSTILE, evidence=(Evidence(quote=long, cell="S!A1"),))
    words = "".join(_pages(_written([_entry(HOSTILE, finding, title=long, unit=HOSTILE)])))

    assert [] == asked
    assert "<script>" in words
    assert MAX_TEXT < words.count("x") < 5 * MAX_TEXT


def test_an_address_is_refused():
    with pytest.raises(ValueError, match="not fetched: https://example"):
        reports.pdf._fetch_nothing("https://example.test/a.png")


def test_a_report_that_is_too_big_says_what_is_left_out():
    findings = [_finding(severity=Severity.CRITICAL, condition="Gawat.")]
    entries = [
        _entry(f"{number}.txt", *findings, unit=f"Dinas {number % 40}") for number in range(MAX_DOCUMENTS + 1)
    ] + [_entry("z.txt", kind="unknown", unit=None, errors=(DocumentError(code="x", message="Rusak."),))]
    page = io.BytesIO()
    reports.pdf._write_page(book_of(entries), page)
    text = page.getvalue().decode()
    count = min(MAX_SHOWN, len(entries) - 1)

    assert f"ringkasan seluruh {len(entries)} dokumen, tetapi hanya {count} temuan paling berat" in text
    assert "pada 40 perangkat daerah" in text
    assert "Rusak." in text
    assert count == text.count("<dd>Gawat.</dd>")


@pytest.mark.parametrize("count", [MAX_FINDINGS, MAX_FINDINGS + 1])
def test_the_number_of_findings_has_a_limit(count):
    findings = [_finding(rule=f"x/{number}", condition="Gawat.") for number in range(count)]
    page = io.BytesIO()
    reports.pdf._write_page(book_of([_entry("a.txt", *findings)]), page)
    text = page.getvalue().decode()

    assert (MAX_SHOWN if count > MAX_FINDINGS else MAX_FINDINGS) == text.count("<dd>Gawat.</dd>")
    assert (count > MAX_FINDINGS) == ("PDF ini memuat ringkasan" in text)


def test_nothing_to_report_is_a_pdf_too():
    assert _pages(_written([]))
    failed = _entry("a.pdf", sha256=None, kind="unknown", errors=(DocumentError(code="x", message="Rusak sekali."),))
    assert "Rusak sekali." in "".join(_pages(_written([failed], lang="en")))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        pytest.param(ImportError("no module"), "pip install 'patuh", id="package"),
        pytest.param(OSError("cannot load library 'libpango-1.0-0'"), "apt install libpango", id="pango"),
    ],
)
def test_what_is_missing_is_named_with_its_remedy(monkeypatch, error, said):
    class Missing:
        def find_spec(self, name, *_):
            if name == "weasyprint":
                raise error

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])

    with pytest.raises(NotReadyError, match=said):
        ready(Sender())


def test_the_command_says_what_is_missing_before_it_audits(tmp_path):
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango')\n", encoding="utf-8")
    target = tmp_path / "laporan.pdf"
    code = f"import sys; sys.path[:0] = [{str(tmp_path)!r}, {str(ROOT)!r}]; import cli; cli.main()"
    command = [sys.executable, "-c", code, "check", "fixtures/sop", "--no-config", "--output", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)

    assert 2 == done.returncode
    assert "memerlukan pustaka Pango" in done.stderr
    assert "Traceback" not in done.stderr
    assert not target.exists()


def test_the_command_writes_it(tmp_path):
    target = tmp_path / "laporan.pdf"
    command = [sys.executable, "-m", "cli", "check", "fixtures/sop/actor-kepala-kantor.txt", "--no-config"]
    done = subprocess.run(
        [*command, "--output", str(target)], cwd=ROOT, capture_output=True, text=True, timeout=200, check=False
    )

    assert (1, "") == (done.returncode, done.stdout)
    assert target.read_bytes().startswith(b"%PDF-1.7")
