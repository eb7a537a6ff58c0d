"""The working paper: what stands in it is what the report says, as a sheet takes it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import subprocess
import zipfile
from decimal import Decimal

import openpyxl
import pypdfium2
import pytest

from reports import xlsx
from reports.followup import COLUMNS, STATUS, state
from reports.overview import overview
from reports.workbook import rows as sheet_rows
from reports.workbook import rules as rule_sheets
from reports.workbook.cells import MAX_CHARS, cell_text, looks_like_formula
from reports.workbook.heights import MOST, height, lines
from schemas.entry import Entry
from schemas.evidence import Evidence
from schemas.report import (
    DocumentError,
    DocumentReport,
    NotEvaluated,
    Response,
    Severity,
    SwitchedOff,
)
from tests.books import AS_OF, book_of, entries_of
from tests.program import FIXTURES, patuh
from tests.system_programs import needs

NAMES = (
    "sop/approval-unsigned-pipes.md",
    "sop/actor-kepala-kantor.txt",
    "sop/steps-duplicate-second-of-two-sops.txt",
    "sop/cut-off-excerpt.txt",
    "sop/unknown-letter.txt",
    "performance/lkjip-clean.md",
)
SHEETS = ["Ringkasan", "Dokumen", "Temuan", "Aturan", "Metode", "Hasil Aturan"]
CRITICAL_PUNCTUATION = ("=cmd|' /C calc'!A0", "+1+1", "-1", "@SUM(A1)", "<r><t>x</t></r>", "https://a.example/b", "007")


@pytest.fixture(scope="module")
def entries():
    return entries_of(*NAMES)


def _bytes(book):
    stream = io.BytesIO()
    xlsx.write(book, stream)
    return stream.getvalue()


def _opened(book):
    return openpyxl.load_workbook(io.BytesIO(_bytes(book)))


def _table(sheet):
    """The rows of a sheet by their headings."""
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def _pairs(sheet):
    """The first two columns of the summary."""
    return {row[0]: row[1] for row in sheet.iter_rows(max_col=2, values_only=True) if row[0] is not None}


def _failed(message="Berkas rusak."):
    error = DocumentError(code="damaged", message=message)
    return Entry(
        report=DocumentReport(path="rusak.pdf", sha256=None, bytes=None, media=None, kind="unknown", errors=(error,))
    )


def _with(entry, **update):
    return Entry(report=entry.report.model_copy(update=update))


def test_every_document_is_a_row_with_its_figures(entries):
    """What a spreadsheet reads is what the report says."""
    table = _table(_opened(book_of(entries))["Dokumen"])

    assert len(entries) == len(table)
    for entry, row in zip(entries, table, strict=True):
        report = entry.report
        assert (report.path, report.part, report.title, report.sha256) == (
            row["Dokumen"],
            row["Bagian"],
            row["Judul"],
            row["SHA-256"],
        )
        assert report.unit == row["Perangkat daerah"]
        score, grade = report.score, report.grade
        shown = [row["Nilai"], row["Nilai terendah"], row["Nilai tertinggi"]]
        assert shown == ([float(score.value), float(score.low), float(score.high)] if score else [None] * 3)
        letters = [row["Predikat"], row["Predikat terendah"], row["Predikat tertinggi"]]
        assert letters == ([grade.value, grade.low, grade.high] if grade else [None] * 3)
        severities = [finding.severity for finding in report.findings]
        assert [row[name] for name in ("Kritis", "Mayor", "Minor", "Saran")] == list(map(severities.count, Severity))
        outcomes = report.outcomes
        assert (outcomes.clean, outcomes.flagged, outcomes.not_applicable, outcomes.not_evaluated) == (
            row["Aturan dipenuhi"],
            row["Aturan dilanggar"],
            row["Aturan tidak berlaku"],
            row["Aturan tidak dapat dinilai"],
        )


def test_every_finding_is_a_row_with_its_five_parts(entries):
    """The cause is left to people."""
    table = iter(_table(_opened(book_of(entries))["Temuan"]))
    count = 0
    for entry in entries:
        for finding in entry.report.findings:
            count += 1
            row = next(table)
            assert row["No."] == count
            assert (row["Dokumen"], row["Bagian"]) == (entry.report.path, entry.report.part)
            assert (row["Kondisi"], row["Kriteria"], row["Sebab"]) == (finding.condition, finding.criterion, None)
            assert (row["Akibat"], row["Rekomendasi"]) == (finding.effect, finding.recommendation)
            assert (row["Kode"], row["Nama aturan"]) == (finding.code, finding.rule)
            assert (row["Sidik temuan"], row["Status"]) == (finding.fingerprint, "Terbuka")
            assert row["Kriteria AKIP"] == (", ".join(finding.akip) or None)
            assert all(cell_text(one.quote) in (row["Kutipan"] or "") for one in finding.evidence)
    assert count >= 5
    assert next(table, None) is None


def test_the_totals_are_those_of_the_report(entries):
    book = book_of([*entries, _failed()])
    opened = _opened(book)
    shown = _pairs(opened["Ringkasan"])

    assert shown["Dokumen"] == book.summary.documents == opened["Dokumen"].max_row - 1
    assert [shown[name] for name in ("Kritis", "Mayor", "Minor", "Saran")] == list(book.summary.findings.values())
    assert shown["Temuan"] == sum(book.summary.findings.values()) == opened["Temuan"].max_row - 1
    assert shown["Tidak dapat diperiksa"] == 1
    assert shown["Bukan SOP atau dokumen kinerja"] == book.unknown == 1
    assert {letter: shown[letter] for letter in book.summary.grades} == book.summary.grades
    assert shown["tanpa predikat"] == book.summary.documents - sum(book.summary.grades.values())
    assert Decimal(str(shown["Nilai rata-rata"])) == overview(entries).whole.mean
    assert shown["Terbuka"] == shown["Temuan"]


def test_the_day_is_told_in_words(entries):
    assert "Keadaan per 15 Januari 2026" in [row[0].value for row in _opened(book_of(entries))["Ringkasan"].iter_rows()]


def test_offices_are_counted(entries):
    rows = list(_opened(book_of(entries))["Ringkasan"].iter_rows(values_only=True))
    at = next(number for number, row in enumerate(rows) if row[0] == "Perangkat daerah")
    offices = overview(entries).offices

    for office, row in zip(offices, rows[at + 1 :], strict=True):
        assert row[0] == (office.name or "(tidak disebut dalam dokumen)")
        assert row[1] == office.totals.documents
        assert list(row[3:7]) == [office.totals.findings[severity] for severity in Severity]


def test_charts_hold_the_numbers_themselves(entries):
    """A program that does not work charts out shows them all the same."""
    book = book_of(entries)
    with zipfile.ZipFile(io.BytesIO(_bytes(book))) as packed:
        charts = [packed.read(name).decode() for name in sorted(packed.namelist()) if "charts/chart" in name]

    assert len(charts) == 2
    assert all(f"<c:v>{count}</c:v>" in charts[1] for count in book.summary.findings.values())


def test_each_rule_has_its_outcomes(entries):
    """By rule, by rule and document in few documents, and one by one with the reason."""
    book = _opened(book_of(entries))
    totals = overview(entries).rules
    table = {row["Nama aturan"]: row for row in _table(book["Aturan"])}

    assert len(table) == book_of(entries).rules.count
    for name, rule in totals.items():
        row = table[name]
        shown = [row[f"Aturan {word}"] for word in ("dilanggar", "dipenuhi", "tidak berlaku", "tidak dapat dinilai")]
        assert shown == [rule.flagged, rule.clean, rule.not_applicable, rule.not_evaluated]
        assert row["Temuan"] == rule.findings
        assert all(reason in row["Mengapa tidak dapat dinilai"] for reason in rule.reasons)
    for entry in entries[:1]:
        assert {name for name, row in table.items() if row[entry.report.path] == "dilanggar"} == {
            finding.rule for finding in entry.report.findings
        }


def test_the_outcomes_one_by_one_tell_why(entries):
    rows = _table(_opened(book_of(entries))["Hasil Aturan"])
    skipped = [row for row in rows if row["Hasil"] == "tidak dapat dinilai"]
    expected = [(entry.report.path, one.rule, one.reason) for entry in entries for one in entry.report.not_evaluated]

    assert expected
    assert sorted(expected) == sorted((row["Dokumen"], row["Nama aturan"], row["Alasan"]) for row in skipped)
    assert len(rows) == sum(
        len(one.clean) + len(one.not_applicable) + len(one.not_evaluated) + len({f.rule for f in one.findings})
        for one in (entry.report for entry in entries)
    )


def test_many_documents_list_only_what_was_not_evaluated(entries, monkeypatch):
    monkeypatch.setattr(rule_sheets, "MANY_OUTCOMES", 10)
    book = _opened(book_of([*entries, _failed("Berkas rusak: minta lagi.")]))
    rows = _table(book["Hasil Aturan"])

    assert {row["Hasil"] for row in rows} == {"tidak dapat dinilai", "tidak diperiksa"}
    assert rows[-1]["Alasan"] == "Berkas rusak: minta lagi."
    assert any("hanya memuat aturan yang tidak dapat dinilai" in str(row[1]) for row in book["Metode"].values)


def test_rules_that_the_organisation_switched_off_stand_there_with_the_reason(entries):
    book = book_of(entries)
    off = SwitchedOff(rule="text/typo", reason="kamus belum ada")
    rules = book.rules.model_copy(update={"switched_off": (off,)})
    canon = dataclasses.replace(book.canon, rules=tuple(one for one in book.canon.rules if one.name != off.rule))
    opened = _opened(dataclasses.replace(book, rules=rules, canon=canon))
    row = next(row for row in _table(opened["Aturan"]) if row["Nama aturan"] == "text/typo")

    assert (row["Keadaan"], row["Alasan atau perubahan"]) == ("dimatikan instansi", "kamus belum ada")
    assert any(row[1] == "text/typo: kamus belum ada" for row in opened["Metode"].values)


def test_overruled_findings_stay_and_are_counted(entries):
    finding = dataclasses.replace(
        entries[0].report.findings[0],
        status="overruled",
        response=Response(text="ditandatangani elektronik", by="Sri", on=dt.date(2026, 3, 4)),
    )
    changed = [_with(entries[0], findings=(finding, *entries[0].report.findings[1:])), *entries[1:]]
    opened = _opened(book_of(changed))
    row = _table(opened["Temuan"])[0]
    rule = next(row for row in _table(opened["Aturan"]) if row["Nama aturan"] == finding.rule)

    assert (row["Status"], row["Tanggapan"], row["Oleh"]) == ("Dibatalkan", "ditandatangani elektronik", "Sri")
    assert row["Tanggal"].date() == dt.date(2026, 3, 4)
    assert row["Jawaban semula"] == state(finding.status, finding.response)
    assert (rule["Dibatalkan"], rule["Bagian temuan yang dibatalkan"]) == (1, 1 / rule["Temuan"])
    assert _pairs(opened["Ringkasan"])["Dibatalkan"] == 1
    assert any("tidak dihitung ulang" in str(row[0]) for row in opened["Ringkasan"].values)


@pytest.mark.parametrize("text", CRITICAL_PUNCTUATION)
def test_words_stay_words(entries, text):
    """No formula, no link, no number, no mark-up comes out of a document."""
    finding = dataclasses.replace(entries[0].report.findings[0], condition=text, evidence=(Evidence(text),))
    changed = _with(entries[0], title=text, unit=text, findings=(finding,))
    data = _bytes(book_of([changed]))
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Temuan"]
    cell = next(cell for cell in sheet[2] if str(cell.value).strip() == text)

    assert cell.data_type in ("s", "inlineStr")
    assert cell.hyperlink is None
    assert cell.quotePrefix is looks_like_formula(text)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        sheets = b"".join(packed.read(name) for name in packed.namelist() if "worksheets/sheet" in name)
    assert b"<f>" not in sheets
    assert b"<r><t>" not in sheets


def test_characters_that_a_sheet_cannot_hold_are_replaced(entries):
    hostile = "a\x00b\x1b[31m\u202ec\ufffe\r\nd\te"
    finding = dataclasses.replace(entries[0].report.findings[0], condition=hostile)
    row = _table(_opened(book_of([_with(entries[0], findings=(finding,))]))["Temuan"])[0]

    assert row["Kondisi"] == "a\ufffdb\ufffd[31m\ufffdc\ufffd\nd e"


@pytest.mark.parametrize("letter", ["a", "\N{GRINNING FACE}"])
def test_what_a_cell_cannot_hold_is_cut_and_says_so(letter):
    """Excel counts units of UTF-16."""
    cut = cell_text(letter * 100_000)

    assert len(cut.encode("utf-16-le")) // 2 <= MAX_CHARS
    assert cut.endswith("selengkapnya dalam laporan JSON]")
    assert letter * 10_000 in cut
    assert cell_text("a" * MAX_CHARS) == "a" * MAX_CHARS
    assert cell_text("a" * 40_000, "en").endswith("in full in the JSON report]")


def test_a_long_text_makes_no_row_higher_than_excel_takes(entries):
    finding = dataclasses.replace(entries[0].report.findings[0], condition="kata " * 20_000)
    sheet = _opened(book_of([_with(entries[0], findings=(finding,))]))["Temuan"]

    assert MOST - 1 < sheet.row_dimensions[2].height <= MOST
    assert sheet["H2"].value.endswith("laporan JSON]")


def test_rows_are_as_high_as_their_words_and_grow_again(entries):
    """No height is marked as one that a person set."""
    assert lines("", 10) == lines("satu", 10) == 1
    assert lines("satu\ndua\ntiga", 40) == 3
    assert lines("kata " * 40, 20) > lines("kata " * 40, 40) > 3
    assert height(1) < height(2) < height(3)
    data = _bytes(book_of(entries))
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        sheet = packed.read("xl/worksheets/sheet3.xml")
    assert b' ht="' in sheet
    assert b"<row" in sheet
    assert b"customHeight" not in sheet


def test_findings_go_on_on_a_further_sheet(entries, monkeypatch):
    """A sheet of Excel has a million rows."""
    monkeypatch.setattr(sheet_rows, "MAX_ROWS", 5)
    opened = _opened(book_of(entries))
    count = sum(len(entry.report.findings) for entry in entries)
    names = [name for name in opened.sheetnames if name.startswith("Temuan")]
    rows = [row for name in names for row in _table(opened[name])]

    assert names[:2] == ["Temuan", "Temuan 2"]
    assert len(rows) == count
    assert [row["No."] for row in rows] == list(range(1, count + 1))
    assert any("lanjutannya pada lembar Temuan 2" in str(row[0]) for row in opened["Ringkasan"].values)


def test_the_sheet_of_findings_is_ready_to_work_in(entries):
    """Filter, frozen head, list of statuses, and paper."""
    opened = _opened(book_of(entries))
    sheet = opened["Temuan"]

    assert opened.sheetnames == SHEETS
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == f"A1:X{sheet.max_row}"
    lists = [one for one in sheet.data_validations.dataValidation if one.type == "list"]
    choices = [words for status, words in STATUS["id"].items() if status != "waived"]  # that is for waivers.yaml
    assert lists[0].formula1 == f'"{",".join(choices)}"'
    assert str(lists[0].sqref) == f"M2:M{sheet.max_row}"
    assert sheet["M1"].value == COLUMNS["id"].status
    assert sheet.column_dimensions["X"].hidden
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.print_title_rows == "$1:$1"


def test_the_same_book_gives_the_same_bytes(entries):
    assert _bytes(book_of(entries)) == _bytes(book_of(entries))
    assert _opened(book_of(entries)).properties.created == dt.datetime.combine(AS_OF, dt.time())


def test_english(entries):
    opened = _opened(book_of(entries_of("sop/approval-unsigned-pipes.md", lang="en"), lang="en"))
    row = _table(opened["Findings"])[0]

    assert opened.sheetnames == ["Summary", "Documents", "Findings", "Rules", "Method", "Rule Outcomes"]
    assert row["Status"] == "Open"
    assert row["Severity"] == "Major"


@pytest.mark.parametrize("entries_", [[], [_failed()]], ids=["none", "failed"])
def test_books_without_findings(entries_):
    """No rows are no reason to fail; nothing offers a list of statuses below the head."""
    opened = _opened(book_of(entries_))

    assert opened.sheetnames == SHEETS
    assert opened["Temuan"].max_row == 1
    assert not opened["Temuan"].data_validations.dataValidation
    assert opened["Dokumen"].max_row == 1 + len(entries_)


def test_findings_without_place_with_cell_and_with_page(entries):
    evidence = (Evidence("", note="bagian Tujuan"), Evidence("97,25%", cell="Lembar1!F12", page=1, line=12))
    finding = dataclasses.replace(entries[0].report.findings[0], evidence=(*evidence, Evidence("x", page=3)))
    row = _table(_opened(book_of([_with(entries[0], findings=(finding,))]))["Temuan"])[0]

    assert row["Letak"] == "Lembar1!F12; halaman 3"
    assert row["Kutipan"] == "bagian Tujuan\n97,25%\nx"


def test_rules_that_are_not_installed_are_told_by_name(entries):
    """A report may be older than the rules."""
    old = NotEvaluated(rule="old/gone", reason="tidak terbaca")
    finding = dataclasses.replace(entries[0].report.findings[0], rule="old/broken", code="XX-01", component="lama")
    entry = _with(entries[0], findings=(finding,), not_evaluated=(old,))
    opened = _opened(dataclasses.replace(book_of([entry]), installed="f" * 64))
    names = {row["Nama aturan"]: row for row in _table(opened["Aturan"])}

    assert names["old/gone"]["Mengapa tidak dapat dinilai"] == "tidak terbaca"
    assert names["old/broken"]["Temuan"] == 1
    assert _table(opened["Temuan"])[0]["Komponen"] == "lama"
    assert any("f" * 64 in str(row[1]) for row in opened["Metode"].values)


def test_libreoffice_prints_it(tmp_path, entries):
    """Each sheet on the breadth of a page, with its words whole."""
    needs("soffice")
    path = tmp_path / "kertas.xlsx"
    path.write_bytes(_bytes(book_of(entries)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profil"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    document = pypdfium2.PdfDocument(tmp_path / "kertas.pdf")
    pages = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()

    assert all(any(name in page for page in pages) for name in SHEETS)
    words = entries[0].report.findings[0].recommendation
    assert any(words in page for page in pages)
    assert f"Halaman 1 dari {len(pages)}" in pages[0]


def test_check_writes_it(tmp_path):
    """By the ending of the file."""
    place = tmp_path / "kertas.xlsx"
    done = patuh("check", FIXTURES / "approval-unsigned-pipes.md", "--no-config", "--output", place)

    assert done.code == 1
    assert openpyxl.load_workbook(place).sheetnames == SHEETS
