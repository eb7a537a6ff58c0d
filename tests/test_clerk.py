"""The view for whoever mends a document: what to do, where, in which order; and how it is printed."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import pytest

from reports.clerk import FEW, MANY, MAX_PLACES, ClerkView, Fix, clerk_view, places_words
from reports.clerk_report import ClerkReport
from reports.clerk_words import WORDS
from reports.labels import Language
from reports.table import MAX_WIDTH, MIN_WIDTH, TableStyle
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
    PastFinding,
    Response,
    Score,
    Severity,
    Since,
)
from tests.books import entries_of
from tests.program import CRITICAL, FIXTURES, ROOT, patuh

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def _finding(line: int | None = 12, rule: str = "steps/duplicate", **changes: Any) -> Finding:
    given: dict[str, Any] = {
        "rule": rule, "code": "LK-02", "severity": Severity.MAJOR, "confidence": Confidence.HIGH,
        "component": "prosedur", "title": f"Judul {rule}", "condition": f"Langkah pada {line} ganda.",
        "criterion": "Kriteria panjang", "effect": "e", "recommendation": "Hapus salah satu langkah.",
        "evidence": (Evidence(quote="Menyusun konsep", line=line),), "fingerprint": f"{line or 0:016x}",
    }  # fmt: skip
    return Finding(**given | changes)


def _document(*findings: Finding, **changes: Any) -> DocumentReport:
    given: dict[str, Any] = {
        "path": "sop/rekap.txt", "sha256": "0" * 64, "bytes": 9, "media": "text/plain", "kind": "sop",
        "title": "Pelayanan", "unit": "Kecamatan Bukit", "score": Score(value=80, low=80, high=80),
        "grade": Grade(value="B", low="B", high="B"), "verdict": "belum layak", "findings": findings,
    }  # fmt: skip
    return DocumentReport(**given | changes)


def _fixes(view: ClerkView) -> list[Fix]:
    return [fix for spot in (*view.spots, *view.optional) for fix in spot.fixes]


def _printed(report: DocumentReport, lang: Language = "id", **style: Any) -> str:
    return ClerkReport(TableStyle(lang=lang, **style)).document(report).decode()


def _flat(text: str) -> str:
    return " ".join(text.split())


# what to do ---------------------------------------------------------------------------------------------------


def test_fixes_come_in_the_order_of_the_document_whatever_their_severity():
    minor = _finding(3, "legal/missing", severity=Severity.MINOR)
    critical = _finding(40, "person/nip-mismatch", severity=Severity.CRITICAL)
    view = clerk_view(_document(minor, critical))
    assert [spot.where for spot in view.spots] == ["baris 3", "baris 40"]
    assert view.todo == 2


def test_what_is_to_be_done_at_one_place_stands_together():
    found = [_finding(3, "legal/a"), _finding(5, "legal/b"), _finding(3, "legal/c", recommendation="Ganti.")]
    view = clerk_view(_document(*found))
    assert [(spot.where, len(spot.fixes)) for spot in view.spots] == [("baris 3", 2), ("baris 5", 1)]


def test_at_one_place_the_gravest_comes_first():
    (spot,) = clerk_view(_document(_finding(severity=Severity.MINOR), _finding(rule="legal/a"))).spots
    assert [fix.severity for fix in spot.fixes] == [Severity.MAJOR, Severity.MINOR]


def test_the_same_fix_at_many_places_is_one_with_the_places():
    view = clerk_view(_document(_finding(9), _finding(4), _finding(20, recommendation="Yang lain.")))
    first, other = _fixes(view)
    assert (first.where, first.findings) == ("baris 4 dan 9", (0, 1))
    assert [(reason.where, reason.why) for reason in first.reasons] == [
        ("baris 9", "Langkah pada 9 ganda."),
        ("baris 4", "Langkah pada 4 ganda."),
    ]
    assert (other.where, [reason.where for reason in other.reasons]) == ("baris 20", [""])


@pytest.mark.parametrize(("count", "fixes"), [(MANY, MANY), (MANY + 1, FEW + 1), (1000, FEW + 1)])
def test_very_many_fixes_of_one_rule_are_few(count: int, fixes: int):
    view = clerk_view(_document(*(_finding(line, recommendation=f"Isi {line}.") for line in range(1, count + 1))))
    found = _fixes(view)
    assert len(found) == fixes
    assert sorted(at for fix in found for at in fix.findings) == list(range(count))
    if count > MANY:
        assert found[-1].action.startswith(f"Perbaiki juga {count - FEW} hal sejenis")
        assert len(found[-1].where) < 200


def test_advice_stands_by_itself():
    view = clerk_view(_document(_finding(1, severity=Severity.ADVICE), _finding(2, "legal/a")))
    assert [spot.where for spot in view.optional] == ["baris 1"]
    assert view.todo == 1
    assert clerk_view(_document(_finding(severity=Severity.ADVICE))).verdict.endswith("hanya ada saran.")


def test_what_is_not_certain_is_to_be_checked_not_mended():
    (fix,) = _fixes(clerk_view(_document(_finding(confidence=Confidence.LOW))))
    assert (fix.manner, fix.verb) == ("check", "Periksa")
    assert fix.action.startswith("Lihat dahulu naskahnya")
    assert fix.action.endswith("Hapus salah satu langkah.")
    (sure,) = _fixes(clerk_view(_document(_finding(confidence=Confidence.MEDIUM))))
    assert (sure.verb, sure.action) == ("Perbaiki", "Hapus salah satu langkah.")


@pytest.mark.parametrize(
    ("quote", "condition", "words"),
    [
        ("Menyusun  konsep", "Langkah ganda.", ("Menyusun konsep",)),
        ("Menyusun konsep", 'Langkah "menyusun konsep" ganda.', ()),
        ("No.", "Tabel kosong.", ()),
        ("86%", "Salah hitung.", ("86%",)),
        ("", "Tidak ada.", ()),
    ],
)
def test_words_of_the_document_help_to_find_the_place(quote: str, condition: str, words: tuple[str, ...]):
    found = _finding(condition=condition, evidence=(Evidence(quote=quote, line=3),))
    (fix,) = _fixes(clerk_view(_document(found)))
    assert fix.words == words


@pytest.mark.parametrize(
    ("lang", "places", "words"),
    [
        ("id", [Evidence(quote="q", line=12)], "baris 12"),
        ("id", [Evidence(quote="q", line=12), Evidence(quote="q", line=3)], "baris 3 dan 12"),
        ("id", [Evidence(quote="q", page=2, line=40)], "halaman 2"),
        ("id", [Evidence(quote="q", page=1, line=12, cell="IKU!F12")], "lembar “IKU”, sel F12"),
        ("en", [Evidence(quote="q", page=1, line=12, cell="IKU!F12")], "sheet “IKU”, cell F12"),
        (
            "id",
            [Evidence(quote="q", line=at, cell=f"'Rencana Aksi'!{cell}") for at, cell in ((7, "O7"), (9, "P9"))],
            "lembar “Rencana Aksi”, sel O7, P9",
        ),
        ("id", [Evidence(quote="q", cell="paragraf 12", line=13)], "paragraf 12"),
        ("en", [Evidence(quote="q", cell="tabel 2, baris 5, kolom 3", line=9)], "table 2, row 5, column 3"),
        ("id", [Evidence(quote="q")], ""),
        ("id", [Evidence(quote="q", bbox=(0, 0, 1, 1), page=3)], "halaman 3"),
    ],
)  # fmt: skip
def test_places_are_said_in_words(lang: Language, places: list[Evidence], words: str):
    assert places_words(places, lang) == words


@pytest.mark.parametrize("count", [MAX_PLACES, MAX_PLACES + 1, MAX_PLACES + 2])
def test_many_places_are_counted(count: int):
    words = places_words([Evidence(quote="q", line=line) for line in range(1, count + 1)])
    assert len(re.findall(r"\d+", words)) == min(count, MAX_PLACES + 1)
    assert words.endswith("dan 2 tempat lain") is (count > MAX_PLACES + 1)


# what comes first ---------------------------------------------------------------------------------------------


def test_the_first_three_say_what_the_grade_becomes():
    found = [_finding(3, "legal/a"), _finding(8, "legal/b"), _finding(9, "legal/b", recommendation="Yang lain.")]
    levers = (
        Lever(rule="legal/b", fingerprints=("8", "9"), score=90.5, grade="BB"),  # type: ignore[arg-type]
        Lever(rule="legal/a", fingerprints=("3",), score=92, grade="BB"),  # type: ignore[arg-type]
    )
    first, second = clerk_view(_document(*found, levers=levers)).first
    assert (first.where, first.gain) == ("baris 8 dan 9", "nilai menjadi 90,5, predikat BB")
    assert first.action == "Hapus salah satu langkah. Begitu pula 1 hal sejenis lainnya."
    assert second.gain == "nilai menjadi 92, predikat tetap BB"
    text = _printed(_document(*found, levers=levers))
    assert "(nomor 2, 3 di bawah)" in text


def test_the_verb_is_not_said_twice():
    found = _finding(recommendation="Perbaiki UU 24/2014 menjadi UU 23/2014.")
    lever = Lever(rule=found.rule, fingerprints=("c",), score=100, grade="AA")  # type: ignore[arg-type]
    text = _flat(_printed(_document(found, levers=(lever,))))
    assert "[ ] 1. Perbaiki: UU 24/2014 menjadi UU 23/2014." in text
    assert "1. Baris 12: Perbaiki UU 24/2014 menjadi UU 23/2014." in text


def test_what_was_overruled_is_nothing_to_do():
    answer = Response(text="Memang demikian.", by="Auditor Madya", on=dt.date(2026, 1, 7))
    lever = Lever(rule="steps/duplicate", fingerprints=("c",), score=100, grade="AA")  # type: ignore[arg-type]
    overruled = replace(_finding(), status="overruled", response=answer)
    after = Lever(rule="legal/a", fingerprints=("3",), score=100, grade="AA")  # type: ignore[arg-type]
    assert clerk_view(_document(overruled, _finding(3, "legal/a"), levers=(lever, after))).first == ()
    view = clerk_view(_document(overruled, levers=(lever,)))
    assert (view.todo, view.first, len(view.settled)) == (0, (), 1)
    text = _flat(_printed(_document(overruled)))
    assert "Tidak perlu dikerjakan" in text
    assert "dibatalkan oleh Auditor Madya (7 Januari 2026): Memang demikian." in text


def test_an_answer_stands_with_its_fix():
    done = replace(_finding(), status="done", response=Response(text="Sudah.", by="Sekcam"))
    text = _flat(_printed(_document(done)))
    assert "(dinyatakan sudah diperbaiki oleh Sekcam: Sudah.)" in text


# what it comes to ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "verdict", "fit"),
    [
        ({"verdict": "layak"}, "Dokumen ini layak (predikat B). Tidak ada yang perlu diperbaiki.", True),
        ({"verdict": "layak dengan catatan"}, "Dokumen ini layak dengan catatan (predikat B).", True),
        ({"verdict": "belum layak"}, "Dokumen ini belum layak (predikat B).", False),
        ({"verdict": "layak", "grade": Grade(value="B", low="C", high="BB")}, "antara C dan BB", True),
        ({"verdict": None, "grade": None, "score": None}, "belum dapat dinilai", None),
        ({"kind": "unknown", "verdict": None}, "tidak dikenali", None),
        ({"errors": (DocumentError(code="x", message="Rusak."),), "verdict": None}, "tidak dapat diperiksa", None),
    ],
)
def test_the_verdict_is_a_plain_sentence(changes: dict[str, Any], verdict: str, fit: bool | None):
    view = clerk_view(_document(**changes))
    assert verdict in view.verdict
    assert view.fit is fit


@pytest.mark.parametrize(
    ("media", "notices", "advice"),
    [
        ("application/pdf", (Notice(code="recognised", message="m"),), "pindai ulang"),
        ("image/png", (), "pindai ulang"),
        ("application/pdf", (), "tabel dalam PDF"),
        ("text/plain", (), "bukan salinan teksnya"),
        ("text/csv", (), "Excel (XLSX) aslinya"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", (), "tabel formulirnya"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (), "simpan lagi sebagai XLSX"),
        ("application/vnd.ms-excel", (), "simpan lagi sebagai XLSX"),
        (None, (), "berkas Word (DOCX)"),
    ],
)
def test_what_could_not_be_judged_comes_with_what_can_be_done(media: str | None, notices: Any, advice: str):
    unjudged = (NotEvaluated(rule="a/b", reason="Tabel tidak terbaca."), NotEvaluated(rule="a/c", reason="Lain."))
    report = _document(media=media, notices=notices, not_evaluated=unjudged)
    view = clerk_view(report, "id", {"a/b": "Waktu"})
    assert [(one.reason, one.about) for one in view.unjudged] == [("Tabel tidak terbaca.", ("Waktu",)), ("Lain.", ())]
    assert advice in view.advice
    assert "Pada bagian yang dapat dinilai tidak ada" in view.verdict
    assert clerk_view(_document(media=media)).advice == ""


def test_a_file_that_cannot_be_read_says_why():
    error = DocumentError(code="empty", message="Berkas kosong. Simpan lagi.")
    text = _printed(_document(kind="unknown", errors=(error,), verdict=None))
    assert "tidak dapat diperiksa" in text
    assert "  - Berkas kosong. Simpan lagi." in text


# since the last time ------------------------------------------------------------------------------------------


def _since(**changes: Any) -> Since:
    gone = PastFinding(rule="a/b", code="A-1", severity=Severity.MAJOR, title="NIP salah", fingerprint="1" * 16)
    given: dict[str, Any] = {
        "as_of": dt.date(2026, 1, 5), "score": Score(value=70, low=70, high=70), "grade": "CC", "fixed": (gone, gone),
    }  # fmt: skip
    return Since(**given | changes)


def test_praise_comes_first_then_what_is_new():
    found = _finding()
    text = _printed(_document(found, _finding(30, "legal/a"), since=_since(new=(found.fingerprint,))))
    praise = text.index("Sejak pemeriksaan tanggal 5 Januari 2026:\n  Sudah diperbaiki 2 hal. Terima kasih!")
    assert praise < text.index("- NIP salah (2 tempat)") < text.index("Nilai naik dari 70 (predikat CC)")
    assert text.index("Baru muncul 1 hal:\n    - Judul steps/duplicate") < text.index("Semua yang perlu diperbaiki")
    assert "Perbaiki: Hapus salah satu langkah. (baru)" in text
    assert text.count("(baru)") == 1
    assert "Masih sama seperti dahulu: 1 hal." in text


def test_nobody_is_praised_for_another_wrong_number():
    found = _finding(rule="a/b", title="NIP salah")
    text = _printed(_document(found, since=_since(new=(found.fingerprint,))))
    assert "Sudah diperbaiki 1 hal" in text
    assert "Sudah diubah, tetapi masih keliru, 1 hal:\n    - NIP salah\n" in text
    assert "baru" not in text.lower()


def test_a_document_that_had_nothing_to_mend_is_not_scolded():
    assert "Belum ada yang diperbaiki" not in _printed(_document(since=_since(fixed=())))
    assert "Belum ada yang diperbaiki" in _printed(_document(_finding(), since=_since(fixed=())))


@pytest.mark.parametrize(
    ("since", "words"),
    [
        ({"score": Score(value=80, low=80, high=80), "grade": "B"}, "Nilai tetap 80 (predikat tetap B)."),
        ({"score": Score(value=90, low=9, high=90), "grade": "BB"}, "Nilai turun dari 90 (predikat BB) menjadi 80"),
        ({"judged_alike": False}, "Nilai waktu itu 70 (predikat CC), sekarang 80 (predikat B)."),
        ({"judged_alike": False}, "memakai aturan, pengaturan, atau versi patuh yang lain"),
        ({"score": None, "grade": None}, "sebelumnya dokumen ini belum dapat dinilai"),
        ({"path": "lama/konsep.txt"}, "bernama lama/konsep.txt"),
        ({"unjudged": _since().fixed[:1]}, "belum dapat dipastikan sudah diperbaiki, 1 hal: - NIP salah"),
    ],
)
def test_how_the_document_stands_against_the_last_time(since: dict[str, Any], words: str):
    assert words in _flat(_printed(_document(since=_since(**since))))


# print --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [20, MIN_WIDTH, 100, 400])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_no_line_is_wider_than_the_page(width: int, lang: Language):
    reports = [entry.report for entry in entries_of("sop/nip-unreadable-section-missing.txt", lang=lang)]
    reports.append(_document(_finding(condition="x" * 100_000, evidence=(Evidence(quote="y" * 100_000, line=1),))))
    for report in reports:
        lines = _printed(report, lang, width=width).splitlines()
        assert max(map(len, lines)) <= min(max(width, MIN_WIDTH), MAX_WIDTH)


def test_colours_change_no_word():
    (entry,) = entries_of("sop/nip-unreadable-section-missing.txt")
    coloured = _printed(entry.report, colour=True)
    assert "\x1b[" in coloured
    assert ESCAPES.sub("", coloured) == _printed(entry.report)


def test_words_of_a_document_do_not_steer_the_terminal():
    hostile = "\x1b[2J\x07\u202e hapus"
    found = _finding(
        condition=hostile, recommendation=hostile, title=hostile,
        evidence=(Evidence(quote=hostile * 2, cell=f"{hostile}!A1"),),
    )  # fmt: skip
    answered = replace(found, status="overruled", response=Response(text=hostile, by=hostile))
    report = _document(
        found, answered, path=hostile, unit=hostile, since=_since(path=hostile),
        not_evaluated=(NotEvaluated(rule="a/b", reason=hostile),),
    )  # fmt: skip
    text = _printed(report)
    assert not set("\x1b\x07\u202e") & set(text)
    assert "hapus" in text


def test_no_jargon():
    """Neither names of rules nor fingerprints nor digests."""
    for entry in entries_of("sop/nip-unreadable-section-missing.txt", "performance/lkjip-planted.txt"):
        text = _printed(entry.report)
        for finding in entry.report.findings:
            assert finding.rule not in text
            assert finding.fingerprint not in text
            assert f"[{finding.code}]" in text
        assert entry.report.sha256 is not None
        assert entry.report.sha256 not in text


def test_both_languages_say_all():
    words = WORDS["id"], WORDS["en"]
    for name in type(words[0]).__slots__:
        one, other = (getattr(language, name) for language in words)
        pairs = [(one[key], other[key]) for key in one] if isinstance(one, dict) else [(one, other)]
        for left, right in pairs:
            assert sorted(re.findall(r"{\w+}", left)) == sorted(re.findall(r"{\w+}", right)), name
            assert right, name


def test_the_end_counts_what_was_not_handed_in():
    tally = Tally(missing=2)
    tally.add([figures(_document(_finding()))])
    text = ClerkReport(TableStyle()).tail(tally.summary(["B"]), 1).decode()
    assert "2 dokumen dalam laporan yang lalu tidak diserahkan kali ini" in text
    assert "1 berkas tidak dikenali" in text
    assert "Kode dalam tanda kurung siku" in text


# the program --------------------------------------------------------------------------------------------------


def test_check_for_the_clerk():
    bad = ROOT / "fixtures" / "bad" / "empty.txt"
    done = patuh("check", "--no-config", "--as-of", "2026-01-15", "--for-clerk", CRITICAL, bad)
    assert done.code == 4
    assert "Dokumen ini belum layak (predikat C). Ada 2 hal yang perlu diperbaiki atau diperiksa." in done.out
    assert "[ ] 1. Perbaiki: Mintakan pengesahan pimpinan unit kerja" in done.out
    assert "empty.txt tidak berisi tulisan." in done.out
    assert "2 dokumen diperiksa." in done.out


def test_check_for_the_clerk_is_the_same_on_any_number_of_processes():
    runs = {
        patuh("check", "--no-config", "--as-of", "2026-01-15", "--for-clerk", "--jobs", jobs, FIXTURES, fresh=fresh).out
        for jobs, fresh in (("1", True), ("3", False))
    }
    assert len(runs) == 1
