"""Reports for machines and chat: CSV, lines of JSON, Markdown, annotations of GitHub."""

from __future__ import annotations

import csv
import datetime as dt
import io
import itertools
import json
import re
from decimal import Decimal
from importlib import import_module
from typing import Any

import pytest

from reports import csv as csv_report
from reports import github, jsonl, markdown
from reports.flat import places
from reports.levers import open_levers
from schemas.entry import Entry
from schemas.evidence import Evidence
from schemas.report import (
    Confidence,
    DocumentError,
    DocumentReport,
    Grade,
    Lever,
    NotEvaluated,
    Outcomes,
    Response,
    RulesInfo,
    Score,
    Severity,
    Summary,
    Tool,
)
from tests.books import book_of, entries_of
from tests.flat_entries import HOSTILE, HUGE, document, failed, finding
from tests.program import CRITICAL, LETTER, ROOT, TWO_SOPS, patuh

FORMATS = ("csv", "jsonl", "markdown", "github")


def written(name: str, entries: list[Entry], **options: Any) -> str:
    stream = io.BytesIO()
    import_module(f"reports.{name}").write(book_of(entries, **options), stream)
    return stream.getvalue().decode("utf-8")


def rows_of(entries: list[Entry], lang: str = "id") -> list[dict[str, str]]:
    text = written("csv", entries, lang=lang).removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def records_of(entries: list[Entry]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written("jsonl", entries).splitlines()]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("entries", [[], [failed()], HOSTILE], ids=["none", "failed", "hostile"])
def test_anything_can_be_written(name, entries):
    """In both languages, and twice the same."""
    assert written(name, entries) == written(name, entries)
    assert written(name, entries, lang="en")


# ---------------------------------------------------------------- places


def test_places_are_told_once():
    lines = [Evidence(quote="", line=3), Evidence(quote="", line=9), Evidence(quote="x", line=3)]
    assert "baris 3 dan 9" == places(lines, "id")
    assert "lines 3 and 9" == places(lines, "en")
    cells = [Evidence(quote="", cell=f"Data!A{row}", line=row) for row in (1, 2, 3)]
    assert "Data!A1, Data!A2, +1 lagi" == places(cells, "id", 2)
    assert "" == places([Evidence(quote="x")], "id")


# ---------------------------------------------------------------- CSV


def test_csv_has_a_row_a_finding_and_no_document_is_missing():
    entries = [document(finding(), finding()), document(path="bersih.txt"), failed("rusak.pdf", "Berkas rusak.")]
    entries += [document(kind="unknown", path="surat.txt", clean=(), outcomes=Outcomes())]
    entries += [document(kind="performance", path="kinerja.csv", clean=(), outcomes=Outcomes(**{"not-applicable": 9}))]
    rows = rows_of(entries)
    assert [
        ("sop/rekap.txt", "temuan"),
        ("sop/rekap.txt", "temuan"),
        ("bersih.txt", "tanpa temuan"),
        ("rusak.pdf", "tidak dapat diperiksa"),
        ("surat.txt", "tidak dikenali"),
        ("kinerja.csv", "tidak ada yang dinilai"),
    ] == [(row["berkas"], row["hasil"]) for row in rows]
    assert ("damaged", "Berkas rusak.") == (rows[3]["kode"], rows[3]["kondisi"])


def test_csv_has_the_five_parts_and_the_place():
    where = Evidence(quote="Menyusun konsep", line=12, column=3), Evidence(quote="", line=8)
    response = Response(text="Sudah diperbaiki", by="Siti")
    (row,) = rows_of([document(finding(evidence=where, status="answered", response=response, akip=("2a.3",)))])
    expected = {
        "tingkat": "Mayor",
        "keyakinan": "keyakinan tinggi",
        "kode": "LK-02",
        "aturan": "steps/duplicate",
        "kondisi": "Langkah 5 mengulang langkah 2.",
        "kriteria": "PermenPANRB 35/2012, Lampiran: langkah tersusun runtut",
        "sebab": "",
        "akibat": "Pelaksana mengerjakan satu kegiatan dua kali.",
        "rekomendasi": "Hapus salah satu langkah.",
        "letak": "baris 12 dan 8",
        "baris": "12",
        "kolom": "3",
        "kutipan": "Menyusun konsep",
        "kriteria AKIP": "2a.3",
        "status": "ditanggapi",
        "tanggapan": "Sudah diperbaiki",
        "oleh": "Siti",
        "sidik jari": "0123456789abcdef",
    }
    assert expected == {name: row[name] for name in expected}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_csv_is_the_same_form_in_every_language(lang):
    """RFC 4180 with a BOM: programs read it whatever the language of the report."""
    (entry,) = entries_of("sop/approval-unsigned-pipes.md", lang=lang)
    text = written("csv", [entry], lang=lang)
    assert text.startswith(f"\ufeff{','.join(csv_report.COLUMNS[lang])}\r\n")
    for row in rows_of([entry], lang):
        assert row["nilai" if lang == "id" else "score"] == "82.76"
        assert None not in row
        assert None not in row.values()


def test_csv_keeps_fingerprints_that_look_like_numbers():
    (row,) = rows_of([document(finding(fingerprint="0123456789012e45"))])
    assert row["sidik jari"] == "0123456789012e45"


@pytest.mark.parametrize("words", ["=1+1", "+62", "-1", "@a", "\t=1", "\r=1", "＝1", "1234567890123456", "007", "12e3"])
def test_csv_cells_are_no_formulas_and_no_rounded_numbers(words):
    (row,) = rows_of([document(finding(condition=words))])
    assert row["kondisi"].startswith("'")


@pytest.mark.parametrize("words", ["baris 1=2", "2024", "Rp12", "a-b", "0"])
def test_csv_cells_that_do_no_harm_stay(words):
    (row,) = rows_of([document(finding(condition=words))])
    assert words == row["kondisi"]


def test_csv_cells_fit_into_a_spreadsheet():
    (row,) = rows_of([document(finding(condition=HUGE))])
    assert csv_report.MAX_CELL + 1 == len(row["kondisi"])


def test_csv_lines_are_rows():
    """No word brings a line end along."""
    text = written("csv", HOSTILE)
    assert len(rows_of(HOSTILE)) + 1 == text.count("\n") == text.count("\r\n")


# ---------------------------------------------------------------- lines of JSON


def test_jsonl_is_head_documents_and_summary():
    """What the lines hold are the parts of the JSON report."""
    entries = [document(finding()), failed()]
    head, first, second, summary = records_of(entries)
    assert ("report", jsonl.SCHEMA) == (head.pop("record"), head.pop("schema"))
    assert Tool.model_validate(head["tool"])
    assert RulesInfo.model_validate(head["rules"])
    assert ("2026-01-15", False) == (head["as_of"], head["masked"])
    for entry, record in zip(entries, (first, second), strict=True):
        assert "document" == record.pop("record")
        assert entry.report == DocumentReport.model_validate_json(json.dumps(record))
    assert ("summary", 0) == (summary.pop("record"), summary.pop("unknown"))
    assert {"documents": 2, "errors": 1}.items() <= Summary.model_validate(summary).model_dump().items()


def test_jsonl_lines_are_records():
    """Line ends in words are escaped: also those that only some readers take for one."""
    text = written("jsonl", [document(finding(condition="a\nb\x85c\r"))])
    assert 3 == text.count("\n")


# ---------------------------------------------------------------- GitHub


def test_github_annotates_the_place():
    lines = written("github", [document(finding(condition="Ganda, 100%: ya"))]).splitlines()
    assert lines[0] == (
        "::error file=sop/rekap.txt,line=12,col=3,title=Mayor LK-02%3A Langkah prosedur ganda"
        "::Ganda, 100%25: ya (baris 12)%0ARekomendasi: Hapus salah satu langkah."
    )
    assert lines[1].startswith("::notice title=patuh%3A Ringkasan::1 dokumen diperiksa. Temuan: 1 Mayor.")


def test_github_levels_follow_severity():
    severities = [Severity.ADVICE, Severity.MINOR, Severity.MAJOR, Severity.CRITICAL]
    text = written("github", [document(*(finding(severity=one) for one in severities))])
    found = re.findall(r"^::(\w+) .*title=(\w+)", text, re.MULTILINE)
    assert [("error", "Kritis"), ("error", "Mayor"), ("warning", "Minor"), ("notice", "Saran")] == found[:4]


def test_github_names_no_line_where_there_is_none():
    """A page or a cell is said in the message."""
    where = (Evidence(quote="", page=3, line=40, column=2),)
    line = written("github", [document(finding(evidence=where), media="application/pdf")]).splitlines()[0]
    assert "line=" not in line
    assert "(halaman 3)" in line


def test_github_prints_the_gravest_of_many():
    """No more than it shows; the totals count all."""
    many = [finding(severity=Severity.MAJOR, fingerprint=f"{one:016x}") for one in range(30)]
    surest = finding(severity=Severity.CRITICAL, condition="Terberat.")
    doubtful = finding(severity=Severity.MAJOR, confidence=Confidence.LOW, condition="Ragu.")
    advice = [finding(severity=Severity.ADVICE)] * 15
    text = written("github", [document(doubtful, *many, *advice, surest), failed()])
    lines = text.splitlines()
    assert "Berkas rusak." in lines[0]
    assert "Terberat." in lines[1]
    assert "Ragu." not in text
    kinds = [line.split(" ")[0] for line in lines]
    assert (github.KEPT, github.KEPT) == (kinds.count("::error"), kinds.count("::notice"))
    assert "Temuan: 1 Kritis, 31 Mayor, 15 Saran. Tidak dapat diperiksa: 1." in lines[-1]
    assert "19 yang terberat ditampilkan sebagai anotasi; 29 lainnya" in lines[-1]


def test_github_passes_over_what_an_auditor_overruled():
    overruled = finding(status="overruled", response=Response(text="x", by="Rini"))
    assert 1 == len(written("github", [document(overruled)]).splitlines())


def test_github_words_are_no_commands():
    """Each line is a command of ours, whatever stands in documents and names of files."""
    for line in written("github", HOSTILE).splitlines():
        assert re.fullmatch(r"::(?:error|warning|notice) [^:\r\n]*::[^\r\n]*", line)
        properties = line.split("::")[1].split(" ", 1)[1]
        names = [part.partition("=")[0] for part in properties.split(",")]
        assert set(names) <= {"file", "line", "col", "title"}
        assert len(names) == len(set(names))


# ---------------------------------------------------------------- Markdown


def test_markdown_tells_what_to_mend_first():
    entries = entries_of("sop/approval-unsigned-pipes.md", "sop/clean-guide-tabs.txt", "bad/blank.txt")
    lines = written("markdown", entries).splitlines()
    assert "# Hasil pemeriksaan patuh" == lines[0]
    rows = [line for line in lines if line.startswith("| fixtures/")]
    assert [
        "| fixtures/bad/blank.txt | Tidak dapat diperiksa | - | - | - | - | - | - |",
        "| fixtures/sop/approval-unsigned-pipes.md | belum layak | C | 82,76 | 1 | 1 | - | - |",
        "| fixtures/sop/clean-guide-tabs.txt | layak | AA | 100 | - | - | - | - |",
    ] == rows
    assert "1. PS-01 SOP belum disahkan: nilai menjadi 94,25, predikat A" in lines
    first = next(line for line in lines if "PS-01 |" in line)
    assert first.startswith("| **Kritis** | PS-01 | baris 9 | **SOP belum disahkan**: ")
    assert lines.index(first) < lines.index(next(line for line in lines if "PS-02 |" in line))
    assert "## fixtures/sop/clean-guide-tabs.txt" not in lines


def test_markdown_blocks_are_parted_by_empty_lines():
    """A table, list or heading that follows on a line of words would be words, too."""
    entry = document(finding(), not_evaluated=(NotEvaluated(rule="a/b", reason="x"),))
    for before, line in itertools.pairwise(written("markdown", [entry]).split("\n")):
        starts = line.startswith(("#", "<details>")) or (line.startswith("| ") and not before.startswith("|"))
        assert not starts or before == "", line
        assert not before.startswith(("<summary>", "#")) or line == "", line


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a|b", r"a\|b"),
        ("`x` *y* [z](u) <b> &amp; ~~q~~", r"\`x\` \*y\* \[z\](u) \<b\> \&amp; \~\~q\~\~"),
        ("nama_berkas _x_", r"nama_berkas \_x\_"),
        ("@camat budi@x.go.id", "@\u200bcamat budi@\u200bx.go.id"),
        ("#12 gh-7 o/r#3", "#\u200b12 gh-\u200b7 o/r#\u200b3"),
        ("https://x.test www.x.test", "https:\u200b//x.test www\u200b.x.test"),
        ("dua\nbaris", "dua baris"),
        ("NIP 19", "NIP 19"),
        ("Langkah 5 (lima): 100%", "Langkah 5 (lima): 100%"),
    ],
)
def test_markdown_words_are_words(words, shown):
    assert shown == markdown.plain(words)


@pytest.mark.parametrize("title", ["# judul", "- butir", "1. butir", "12) butir", "=== x", "+ x"])
def test_markdown_words_begin_no_block(title):
    """Where words stand at the beginning of a line."""
    text = written("markdown", [document(finding(), title=title)])
    assert title not in text.splitlines()
    assert re.sub(r"([#\-=+.)])", r"\\\1", title, count=1) in text.splitlines()


def test_markdown_hostile_words_are_escaped():
    """No tag but ours, no code, and tables keep their columns."""
    text = written("markdown", HOSTILE)
    assert {"<details>", "<summary>", "</summary>", "</details>"} >= set(re.findall(r"(?<!\\)<[^>\n]*>", text))
    assert not re.search(r"(?<!\\)`(?!--output)", text.replace("json`", "json"))
    assert not re.search(r"@camat|#12|[\x00-\x09\x0b-\x1f\u202e]", text)
    columns = {line.count("|") - line.count(r"\|") for line in text.splitlines() if line.startswith("| ")}
    assert {6, 9} == columns


def test_markdown_folds_many_findings():
    several = [finding(rule=f"a/b{one}") for one in range(9)]
    text = written("markdown", [document(*several)])
    assert "<summary>9 temuan: 9 Mayor</summary>" in text
    assert "<details>" not in written("markdown", [document(*several[:8])])


def test_markdown_counts_findings_alike():
    text = written("markdown", [document(*[finding()] * 40)])
    assert 5 == text.count("Langkah 5 mengulang")
    assert "... dan 35 temuan lain seperti ini." in text


def test_markdown_says_how_many_findings_are_left_out():
    text = written("markdown", [document(*(finding(rule=f"a/b{one}") for one in range(33)))])
    assert 30 == text.count("Langkah 5 mengulang")
    assert "... dan 3 temuan lain dalam dokumen ini" in text


def test_markdown_fits_into_a_comment_of_github():
    """The gravest documents first; what is left out is counted."""
    mild = [document(finding(severity=Severity.MINOR), path=f"a/{one:03}.txt") for one in range(400)]
    grave = document(finding(severity=Severity.CRITICAL, condition=HUGE), path="z/berat.txt")
    text = written("markdown", [*mild, document(path="bersih.txt"), grave])
    assert 50_000 < len(text) <= 65_536
    sections = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert ["z/berat.txt", "a/000.txt", "a/001.txt"] == sections[:3]
    left = int(re.search(r"^(\d+) dokumen lain tidak dirinci", text, re.MULTILINE)[1])
    assert 401 == len(sections) + left
    assert "Tabel ini memuat 50 dari 402 dokumen" in text


def test_markdown_shows_which_grades_are_possible():
    score = Score(value=Decimal(99), low=Decimal(45), high=Decimal(99))
    unsure = document(finding(), score=score, grade=Grade(value="AA", low="D", high="AA"), verdict="layak")
    text = written("markdown", [unsure])
    assert "| AA (D–AA) | 99 |" in text
    assert "(Predikat AA (D–AA), Nilai 99)" in text


def test_markdown_names_the_day_in_words():
    assert "diperiksa per 15 Januari 2026." in written("markdown", [document()])


def test_github_counts_what_an_auditor_overruled():
    overruled = finding(status="overruled", response=Response(text="x", by="Rini"))
    two = (DocumentError(code="x", message="Rusak."), DocumentError(code="y", message="Rusak."))
    text = written("github", [document(overruled, finding()), document(path="rusak.txt", kind="unknown", errors=two)])
    assert "1 temuan di antaranya dibatalkan oleh pemeriksa" in text
    assert "dibatalkan" not in written("github", [document(finding()), failed()])


def test_markdown_says_nothing_is_left_out_where_nothing_is():
    text = written("markdown", [document(path=f"{one}.txt") for one in range(200)])
    assert "tidak dirinci" not in text


def test_markdown_overruled_findings_stand_apart_with_name_and_reason():
    said = Response(text="Sesuai [edaran]", by="Rini", on=dt.date(2026, 1, 9))
    overruled = finding(status="overruled", response=said)
    text = written("markdown", [document(overruled, finding(condition="Berlaku."))])
    assert "1 temuan dibatalkan oleh pemeriksa; semuanya termasuk dalam jumlah temuan di atas." in text
    assert re.search(r"^- LK-02 .*: Sesuai \\\[edaran\\\] \(Rini, 9 Januari 2026\)$", text, re.MULTILINE)
    assert "Langkah 5 mengulang" not in text
    assert "Berlaku." in text


def test_nobody_is_asked_to_mend_what_was_overruled():
    """The levers after it count on it: they are worth less than they say."""
    levers = tuple(
        Lever(rule=rule, fingerprints=("f" * 16,), score=Decimal(score), grade="B")
        for rule, score in (("steps/a", 81), ("steps/b", 82), ("steps/c", 83))
    )
    said = Response(text="x", by="Rini")
    found = (
        finding(rule="steps/a", code="LK-91"),
        finding(rule="steps/b", code="LK-92"),
        finding(rule="steps/b", code="LK-92", status="overruled", response=said),
        finding(rule="steps/c", code="LK-93"),
    )
    entry = document(*found, levers=levers)
    assert ["steps/a"] == [one.rule for one in open_levers(entry.report)]
    text = written("markdown", [entry])
    assert "nilai menjadi 81" in text
    assert "nilai menjadi 82" not in text
    assert "nilai menjadi 83" not in text


def test_markdown_levers_of_gone_findings_are_passed_over():
    """A lever whose finding is not there, as after a merge of reports, brings no error."""
    lever = Lever(rule="x/y", fingerprints=("0" * 16,), score=Decimal(90), grade="A")
    assert "x/y" not in written("markdown", [document(finding(), levers=(lever,))])


# ---------------------------------------------------------------- as a process


def test_as_a_process(tmp_path):
    """All at once; their sums agree with JSON, and nothing of a terminal gets into them."""
    inputs = [path.relative_to(ROOT) for path in (CRITICAL, TWO_SOPS, LETTER)]
    names = ("a.json", "a.jsonl", "a.csv", "a.md")
    outputs = [option for name in names for option in ("--output", str(tmp_path / name))]
    done = patuh("check", *inputs, "--no-config", "--format", "json", *outputs[:2], *outputs[2:])
    assert (1, "") == (done.code, done.out)
    saved, lines, table, page = ((tmp_path / name).read_text("utf-8-sig") for name in names)
    report = json.loads(saved)
    found = report["summary"]["findings"]
    records = [json.loads(line) for line in lines.splitlines()]
    assert report["documents"] == [
        {name: value for name, value in record.items() if name != "record"} for record in records[1:-1]
    ]
    assert found == records[-1]["findings"]
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert sum(found.values()) == sum(row["hasil"] == "temuan" for row in rows) > 0
    assert {one["path"] for one in report["documents"]} == {row["berkas"] for row in rows}
    assert f"Temuan: **{found['critical']} Kritis, {found['major']} Mayor" in page
    log = patuh("check", *inputs, "--no-config", "--format", "github").out
    errors = found["critical"] + found["major"]
    assert errors == sum(line.startswith("::error ") for line in log.splitlines())
