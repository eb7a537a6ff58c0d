"""Reports in print: JSON that reads back, a table that a clerk can read."""

from __future__ import annotations

import datetime as dt
import json
import re
from decimal import Decimal
from typing import Any

import pytest

from reports.json import JsonReport
from reports.labels import LABELS, Language
from reports.table import MAX_WIDTH, MIN_WIDTH, TableReport, TableStyle
from reports.tally import Tally, figures
from schemas.blocks import Notice
from schemas.evidence import Evidence
from schemas.report import (
    Confidence,
    DocumentError,
    DocumentReport,
    Finding,
    Grade,
    Lever,
    NotEvaluated,
    Outcomes,
    Report,
    Response,
    RulesInfo,
    Score,
    Severity,
    Tool,
)

AS_OF = dt.date(2026, 1, 15)
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def _finding(severity: Severity = Severity.MAJOR, line: int = 12, **changes: Any) -> Finding:
    given: dict[str, Any] = {
        "rule": "steps/duplicate",
        "code": "LK-02",
        "severity": severity,
        "confidence": Confidence.HIGH,
        "component": "prosedur",
        "title": "Langkah prosedur ganda",
        "condition": "Langkah 5 mengulang langkah 2.",
        "criterion": "PermenPANRB 35/2012, Lampiran: langkah tersusun runtut",
        "effect": "Pelaksana mengerjakan satu kegiatan dua kali.",
        "recommendation": "Hapus salah satu langkah, lalu urutkan kembali nomornya.",
        "evidence": (Evidence(quote="Menyusun konsep — “rekap”", line=line, column=3), Evidence(quote="", line=8)),
        "fingerprint": "0123456789abcdef",
    }
    return Finding(**given | changes)


def _document(*findings: Finding, **changes: Any) -> DocumentReport:
    given: dict[str, Any] = {
        "path": "sop/rekap.txt",
        "sha256": "0" * 64,
        "bytes": 1234,
        "media": "text/plain",
        "kind": "sop",
        "title": "Rekapitulasi Data Kinerja",
        "unit": "Kecamatan Lembah Kemiri",
        "score": Score(value=Decimal("87.50"), low=Decimal("80.25"), high=Decimal("90.00")),
        "grade": Grade(value="A", low="BB", high="A"),
        "verdict": "layak dengan catatan",
        "outcomes": {"clean": 30, "flagged": 1, "not-applicable": 2, "not-evaluated": 1},
        "findings": findings,
    }
    return DocumentReport.model_validate(given | changes)


UNREADABLE = _document(
    kind="unknown", title=None, unit=None, score=None, grade=None, verdict=None, outcomes=Outcomes(),
    errors=(DocumentError(code="empty", message="rusak.txt tidak berisi tulisan. Simpan ulang."),),
)  # fmt: skip
UNKNOWN = _document(
    kind="unknown", title=None, unit=None, score=None, grade=None, verdict=None, outcomes=Outcomes()
)  # fmt: skip


def _json(*documents: DocumentReport) -> bytes:
    printer = JsonReport(
        Tool(version="0.1.0", engine="durable_rules 2.0.28"),
        RulesInfo(profile="standar", count=40, digest="ab" * 32),
        AS_OF,
    )
    tally = Tally()
    out = printer.head()
    for document in documents:
        out += printer.joined([printer.document(document)], first=tally.documents == 0)
        tally.add([figures(document)])
    return out + printer.tail(tally.summary(), tally.unknown)


def _table(document: DocumentReport, **style: Any) -> str:
    style = {"width": 100} | style
    return TableReport(TableStyle(**style)).document(document).decode(style.get("encoding", "utf-8"))


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_json_reads_back_as_the_report(count: int):
    """The pieces make one JSON text that the schema of the report accepts, with the same content."""
    documents = [_document(_finding(line=n)) for n in range(count)]
    report = Report.model_validate_json(_json(*documents))

    assert list(report.documents) == documents
    assert report.as_of == AS_OF
    assert report.summary.documents == count


def test_json_has_its_keys_in_the_documented_order():
    """Readers and differences of two reports rely on it."""
    report = json.loads(_json(_document(_finding())))

    assert list(report) == ["schema", "tool", "rules", "as_of", "masked", "documents", "summary"]
    assert list(report["documents"][0]["outcomes"]) == [
        "clean", "flagged", "not-applicable", "not-evaluated", "error",
    ]  # fmt: skip
    assert report["schema"] == "patuh.report/1"


def test_json_keeps_words_readable_and_one_document_a_line():
    """No escapes for characters that are not ASCII; lines can be compared and searched."""
    lines = _json(_document(_finding()), UNREADABLE).decode().split("\n")

    assert "Menyusun konsep — “rekap”".replace('"', '\\"') in lines[1]
    assert len(lines) == 5  # head, two documents, tail, and the end of the last line


def test_numbers_are_numbers_in_json():
    """Scores are no strings."""
    assert json.loads(_json(_document()))["documents"][0]["score"] == {"value": 87.5, "low": 80.25, "high": 90.0}


def test_totals_count_what_the_report_promises():
    """Findings by severity, grades from the best to the worst, unreadable documents, unknown ones apart."""
    tally = Tally()
    tally.add(
        map(
            figures,
            [
                _document(_finding(Severity.CRITICAL), _finding(Severity.MINOR)),
                _document(grade=Grade(value="AA", low="AA", high="AA")),
                UNREADABLE,
                UNKNOWN,
            ],
        )
    )
    summary = tally.summary(["AA", "A", "BB"])

    assert summary.documents == 4
    assert summary.findings == {"critical": 1, "major": 0, "minor": 1, "advice": 0}
    assert list(summary.grades.items()) == [("AA", 1), ("A", 1)]
    assert summary.errors == 1
    assert tally.unknown == 1


@pytest.mark.parametrize(
    ("found", "asked", "expected"),
    [
        (Severity.CRITICAL, Severity.MAJOR, True),
        (Severity.MAJOR, Severity.MAJOR, True),
        (Severity.MINOR, Severity.MAJOR, False),
        (Severity.ADVICE, Severity.ADVICE, True),
    ],
)
def test_fail_on_means_this_severity_or_a_graver_one(found: Severity, asked: Severity, expected: bool):
    """Critical is the gravest."""
    tally = Tally()
    tally.add([figures(_document(_finding(found)))])

    assert tally.reaches(asked) is expected


def test_the_gravest_finding_stands_first():
    """What to mend first, whatever its place in the document; the same severity keeps the order of the document."""
    findings = [
        _finding(Severity.ADVICE, 1, title="Saran di atas"),
        _finding(Severity.MAJOR, 2, title="Mayor di tengah"),
        _finding(Severity.CRITICAL, 9, title="Kritis di bawah"),
        _finding(Severity.MAJOR, 10, title="Mayor di bawah"),
    ]
    text = _table(_document(*findings))
    places = [text.index(title) for title in ("Kritis di bawah", "Mayor di tengah", "Mayor di bawah", "Saran di atas")]

    assert places == sorted(places)


@pytest.mark.parametrize("width", [20, MIN_WIDTH, 80, 100, MAX_WIDTH, 500])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_no_line_is_wider_than_the_page(width: int, encoding: str):
    """Between the narrowest and the widest page that is laid out."""
    long = _finding(condition="Kata " * 60, recommendation="x" * 300, confidence=Confidence.LOW)
    text = _table(
        _document(long, not_evaluated=(NotEvaluated(rule="approval/unsigned", reason="Tidak tampak. " * 20),)),
        width=width,
        encoding=encoding,
    )

    assert max(map(len, text.splitlines())) <= min(max(width, MIN_WIDTH), MAX_WIDTH)


def test_a_finding_shows_words_line_and_remedy():
    """Code, severity, place, condition, the words as printed and what to do."""
    flat = re.sub(r"[│\s]+", " ", _table(_document(_finding()), width=80))

    for words in ("Mayor", "LK-02", "12, 8", "Langkah prosedur ganda", "Menyusun konsep", "Hapus salah satu langkah,"):
        assert words in flat


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_finding_has_five_parts(width: int):
    """Condition, criterion, effect and recommendation; the cause is left to the auditor, and that is said once."""
    text = _table(_document(_finding(), _finding(line=14)), width=width)

    for part in ("Kondisi: ", "Kriteria: ", "Akibat: ", "Rekomendasi: "):
        assert text.count(part) == 2
    assert text.count(LABELS["id"].cause) == 1
    assert LABELS["id"].cause not in _table(_document())


def test_a_regulation_is_named_in_full_once():
    """Twenty findings after one regulation would repeat its title twenty times."""
    full = "PermenPANRB 35/2012 tentang Pedoman Penyusunan SOP"
    findings = [_finding(Severity.MINOR, criterion=f"{full}, Lampiran: a"), _finding(criterion=f"{full}, Lampiran: b")]
    text = _table(_document(*findings), width=140, regulations={full: "PermenPANRB 35/2012"})
    flat = re.sub(r"[│\s]+", " ", text)

    assert flat.count("tentang Pedoman") == 1
    assert flat.index("tentang Pedoman") < flat.index("35/2012, Lampiran")


LEVERS = (
    Lever(rule="steps/duplicate", fingerprints=("0" * 16, "1" * 16), score=Decimal("92.50"), grade="AA"),
    Lever(rule="person/nip-mismatch", fingerprints=("2" * 16,), score=Decimal("100.00"), grade="AA"),
)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_what_to_mend_first_stands_above_the_findings(width: int):
    """In order, with the number of findings where there are several, and what the grade is then."""
    other = _finding(rule="person/nip-mismatch", code="NIP-02", title="NIP tidak konsisten")
    text = _table(_document(_finding(), _finding(), other, levers=LEVERS), width=width)
    flat = re.sub(r"\s+", " ", text)

    assert "1. LK-02 Langkah prosedur ganda (2 temuan): nilai menjadi 92,5, predikat AA" in flat
    assert "2. NIP-02 NIP tidak konsisten: nilai menjadi 100, predikat AA" in flat
    assert flat.index("bertahap") < flat.index("Kondisi")


def test_bounds_of_the_letter_are_shown_where_they_differ():
    """A letter that rests on few rules says how far it may move."""
    assert "Predikat: A (antara BB dan A)" in _table(_document())
    assert "Predikat: A   " in _table(_document(grade=Grade(value="A", low="A", high="A")))


def test_words_that_the_condition_quotes_are_not_repeated():
    """The reader would read them twice."""
    text = _table(_document(_finding(condition='Langkah 5: "Menyusun konsep — “rekap”".')))

    assert text.count("konsep") == 1


def test_doubt_is_shown():
    """A finding of less than high confidence says so."""
    assert "keyakinan" not in _table(_document(_finding()))
    for lang, words in (("id", r"keyakinan.*\n.*rendah"), ("en", r"low.*\n. confidence ")):
        assert re.search(words, _table(_document(_finding(confidence=Confidence.LOW)), lang=lang))


def test_a_clean_document_gets_a_friendly_line():
    """And what could not be judged is said all the same: silence never means compliance."""
    text = _table(
        _document(not_evaluated=(NotEvaluated(rule="approval/unsigned", reason="Tanda tangan tidak tampak."),)),
        titles={"approval/unsigned": "SOP belum disahkan"},
    )

    assert LABELS["id"].clean in text
    assert "Tanda tangan tidak tampak. SOP belum disahkan (approval/unsigned)." in re.sub(r"\s+", " ", text)


def test_a_document_that_could_not_be_read_says_why():
    """And gets no friendly line."""
    text = _table(UNREADABLE)

    assert "rusak.txt tidak berisi tulisan. Simpan ulang." in text
    assert LABELS["id"].clean not in text


def test_a_document_of_unknown_kind_is_said_to_be_not_judged():
    """No verdict, no friendly line."""
    text = _table(UNKNOWN)

    assert LABELS["id"].unknown in text
    assert "Kesimpulan" not in text


def test_score_is_printed_in_the_language_of_the_reader():
    """Decimal comma in Indonesian; the bounds where they differ."""
    assert "Nilai: 87,5 (antara 80,25 dan 90)" in _table(_document())
    assert "Score: 87.5 (between 80.25 and 90)" in _table(_document(), lang="en")


def test_english_labels():
    """Everything that the table itself says is translated."""
    text = _table(_document(_finding()), lang="en")

    assert "Major" in text
    assert "Recommendation" in text
    assert "Mayor" not in text
    assert "Rekomendasi" not in text


def test_colour_only_when_asked():
    """Without it the page holds no escape sequence, with it the same words."""
    plain = _table(_document(_finding()))
    coloured = _table(_document(_finding()), colour=True)

    assert "\x1b" not in plain
    assert "\x1b" in coloured
    assert ESCAPES.sub("", coloured) == plain


def test_words_of_a_document_cannot_steer_the_terminal():
    """Control characters and those that turn the writing direction are replaced."""
    nasty = "\x1b[31mmerah\x07\u202e\x9b"
    text = _table(
        _document(
            _finding(condition=nasty, evidence=(Evidence(quote=nasty, line=1, note=nasty),)),
            path=f"{nasty}.txt",
            title=nasty,
            unit=nasty,
        )
    )

    assert not set(text) & set("\x1b\x07\u202e\x9b")


def test_a_terminal_without_unicode_gets_a_table_all_the_same():
    """Drawn with characters that it has."""
    text = _table(_document(_finding()), encoding="ascii")

    assert "+---" in text


def test_the_part_of_a_file_is_named():
    """A file with several SOPs gives several documents of one path."""
    assert _table(_document(part=2)).startswith("sop/rekap.txt (bagian 2)\n")


def test_the_summary_stands_last_and_tells_what_the_grade_is_not():
    """Officials know these letters from another grade."""
    tally = Tally()
    tally.add([figures(_document(_finding())), figures(UNREADABLE), figures(UNKNOWN)])
    text = TableReport(TableStyle()).tail(tally.summary(), tally.unknown).decode()

    assert re.search(r"Dokumen +3\n", text)
    assert re.search(r"Temuan +1 Mayor\n", text)
    assert re.search(r"Predikat +A: 1\n", text)
    assert re.search(r"Tidak dapat diperiksa +1\n", text)
    assert re.search(r"Bukan SOP +1\n", text)
    assert LABELS["id"].about_grade in text


def _line(document: DocumentReport) -> bytes:
    """The line of a document."""
    tool = Tool(version="0", engine="e")
    return JsonReport(tool, RulesInfo(profile="p", count=1, digest="d"), AS_OF).document(document)


# many findings, notices ---------------------------------------------------------------------------------------------


def _cells(count: int, **changes: Any) -> list[Finding]:
    return [
        _finding(
            line=row, title="Satuan kosong",
            condition=f"Indikator nomor {row} tanpa satuan.", code="KN-09", rule="performance/unit-missing",
            evidence=(Evidence(quote="", line=row, column=6, cell=f"Sheet1!F{row}"),), **changes,
        )
        for row in range(1, count + 1)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "id",
            "... dan 1.995 temuan lain seperti ini pada Sheet1!F6, Sheet1!F7, Sheet1!F8, Sheet1!F9, dan seterusnya.",
        ),
        ("en", "... and 1,995 more findings like these at Sheet1!F6, Sheet1!F7, Sheet1!F8, Sheet1!F9, and so on."),
    ],
)
@pytest.mark.parametrize("width", [60, 100])
def test_a_rule_that_fires_on_many_places_is_counted(lang: Language, words: str, width: int):
    """The first five in full, the others in one row; another rule, another severity stand for themselves."""
    others = [_finding(Severity.MINOR, line=3), *_cells(8, severity=Severity.MINOR)]
    text = TableReport(TableStyle(lang=lang, width=width)).document(_document(*_cells(2000), *others)).decode()
    plain = " ".join(re.sub("[│┌─┬┐├┼┤└┴┘]", " ", text).split())

    assert words in plain if width == 100 else " ".join(words.split()[:4]) in plain
    assert ["1", "2", "3", "4", "5", *"12345678"] == re.findall(r"Indikator nomor (\d+) tanpa", plain)
    assert 1 == plain.count("Langkah prosedur ganda")
    assert max(map(len, text.splitlines())) <= width


def test_json_has_every_finding():
    """However many are counted on the page."""
    line = json.loads(_line(_document(*_cells(2000))))

    assert 2000 == len(line["findings"])


@pytest.mark.parametrize("count", [3, 4, 7])
def test_json_in_pieces_is_the_same(monkeypatch: pytest.MonkeyPatch, count: int):
    """Findings of a big table are turned into JSON a few at a time."""
    document = _document(*_cells(count), title='Judul dengan "findings":[] dan \\"findings\\":[')
    whole = _line(document)
    monkeypatch.setattr("reports.json.FINDINGS_TOGETHER", 3)

    assert whole == _line(document)


def test_eight_findings_are_all_shown():
    """To count three would save nothing."""
    text = TableReport(TableStyle()).document(_document(*_cells(8))).decode()

    assert 8 == len(re.findall(r"Indikator nomor \d+", text))
    assert "temuan lain" not in text


NOTICES = (
    Notice(
        code="hidden", message="Lembar 'Rekap' tersembunyi, tetapi ikut dibaca.", evidence=(Evidence(quote="", page=2),)
    ),
    *(
        Notice(code="ambiguous", message="Angka dibaca sebagai ribuan.", evidence=(Evidence(quote="1.234", cell=cell),))
        for cell in ("Sheet1!F12", "Sheet1!F13")
    ),
    *(Notice(code="uncached", message=f"Rumus =A{n}+1 tidak mempunyai hasil.") for n in range(20)),
)


@pytest.mark.parametrize("changes", [{}, {"kind": "performance"}, {"errors": (DocumentError(code="x", message="y"),)}])
def test_notices_on_reading_are_printed(changes: dict[str, Any]):
    """With their places, equal ones once, a few of each kind; whatever else is said of the document."""
    document = _document(**changes).model_copy(update={"notices": NOTICES})
    text = TableReport(TableStyle()).document(document).decode()
    notes = text.partition("Catatan pembacaan:\n")[2].splitlines()

    assert "  - hlm. 2: Lembar 'Rekap' tersembunyi, tetapi ikut dibaca." == notes[0]
    assert "  - Sheet1!F12, Sheet1!F13: Angka dibaca sebagai ribuan." == notes[1]
    assert "  - Rumus =A7+1 tidak mempunyai hasil." == notes[9]
    assert "  - dan 12 catatan lain; semuanya tercantum dalam laporan JSON." == notes[10]
    assert len(NOTICES) == len(json.loads(_line(document))["notices"])


def test_no_notices_no_heading():
    """A document that was read without any difficulty says nothing of it."""
    assert "Catatan pembacaan" not in TableReport(TableStyle()).document(_document(_finding())).decode()


def test_levers_that_count_on_what_was_overruled_are_not_named():
    overruled = _finding(status="overruled", response=Response(text="x", by="Rini"))
    text = _table(_document(overruled, levers=LEVERS[:1]))

    assert LEVERS[0].rule == overruled.rule
    assert LABELS["id"].levers not in text
    assert LABELS["id"].levers in _table(_document(_finding(), levers=LEVERS[:1]))
