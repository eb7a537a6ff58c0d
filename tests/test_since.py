"""What became of documents since an earlier report: which is which, what is mended, what was answered."""

from __future__ import annotations

import datetime as dt
import json
import pickle
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from auditing.saved import SavedReportError
from auditing.since import Past, compared, read_past
from reports.changes import changes
from reports.json import JsonReport
from reports.tally import Tally, figures
from schemas.blocks import Notice
from schemas.evidence import Evidence
from schemas.report import (
    Confidence,
    DocumentError,
    DocumentReport,
    Finding,
    Grade,
    NotEvaluated,
    Outcomes,
    Response,
    RulesInfo,
    Score,
    Severity,
    Tool,
)
from tests.program import CLEAN, FIXTURES, TWO_SOPS, Done, patuh

THEN = dt.date(2026, 1, 5)
TOOL = Tool(version="1.0", engine="durable_rules 2.0.28")
RULES = RulesInfo(profile="standar", count=3, digest="d")
OVERRULED = Response(text="Nama resmi memang demikian.", by="Auditor Madya", on=dt.date(2026, 1, 7))


def _finding(mark: str, rule: str = "steps/duplicate", quote: str | None = None, **changes: Any) -> Finding:
    given: dict[str, Any] = {
        "rule": rule, "code": "LK-02", "severity": Severity.MAJOR, "confidence": Confidence.HIGH,
        "component": "prosedur", "title": f"Judul {rule}", "condition": "k", "criterion": "c", "effect": "e",
        "recommendation": "r", "evidence": (Evidence(quote=mark if quote is None else quote, line=3),),
        "fingerprint": mark.ljust(16, "0"),
    }  # fmt: skip
    return Finding(**given | changes)


def _document(
    path: str = "a/sop.txt", *findings: Finding, clean: tuple[str, ...] = (), **changes: Any
) -> DocumentReport:
    given: dict[str, Any] = {
        "path": path, "sha256": path.encode().hex().ljust(64, "0")[:64], "bytes": 9, "media": "text/plain",
        "kind": "sop", "title": "Pelayanan", "unit": "Kecamatan Bukit", "findings": findings, "clean": clean,
        "score": Score(value=80, low=80, high=80), "grade": Grade(value="B", low="B", high="B"),
        "verdict": "layak dengan catatan",
        "outcomes": Outcomes(clean=len(clean), flagged=len({one.rule for one in findings})),
    }  # fmt: skip
    return DocumentReport(**given | changes)


def _saved(folder: Path, *documents: DocumentReport, rules: RulesInfo = RULES, masked: bool = False) -> Path:
    printer, tally = JsonReport(TOOL, rules, THEN, masked), Tally()
    tally.add(map(figures, documents))
    body = printer.joined([printer.document(one) for one in documents], first=True)
    path = folder / "lalu.json"
    path.write_bytes(printer.head() + body + printer.tail(tally.summary(), 0))
    return path


def _past(folder: Path, *documents: DocumentReport, shown: tuple[str, ...] = ("a/sop.txt",), **given: Any) -> Past:
    return read_past(_saved(folder, *documents, **given), RULES, TOOL, shown)


def _compared(past: Past, *reports: DocumentReport) -> DocumentReport:
    first, *_ = compared(reports, past)
    return first


# what is mended -----------------------------------------------------------------------------------------------


def test_gone_new_and_as_before_are_told_apart(tmp_path: Path):
    stays, goes, comes = _finding("aa"), _finding("bb", "legal/missing"), _finding("cc", "person/nip-old")
    past = _past(tmp_path, _document("a/sop.txt", stays, goes, clean=("person/nip-old",)))
    since = _compared(past, _document("a/sop.txt", stays, comes, clean=("legal/missing",))).since
    assert since is not None
    assert [one.fingerprint for one in since.fixed] == [goes.fingerprint]
    assert since.fixed[0].title == "Judul legal/missing"
    assert (since.new, since.first_judged, since.unjudged) == ((comes.fingerprint,), (), ())
    assert (since.as_of, since.document, since.path, since.judged_alike, since.grade) == (THEN, 1, None, True, "B")


@pytest.mark.parametrize(
    "now",
    [
        {"not_evaluated": (NotEvaluated(rule="legal/missing", reason="Terpotong."),)},
        {},
        {"clean": ("legal/missing",), "errors": (DocumentError(code="engine", message="m"),)},
        {"kind": "unknown", "score": None, "grade": None, "verdict": None},
    ],
    ids=["not evaluated", "not used", "failed", "not recognised"],
)
def test_what_nobody_judged_is_not_called_mended(tmp_path: Path, now: dict[str, Any]):
    past = _past(tmp_path, _document("a/sop.txt", _finding("bb", "legal/missing")))
    since = _compared(past, _document("a/sop.txt", **now)).since
    assert since is not None
    assert since.fixed == ()
    assert [one.rule for one in since.unjudged] == ["legal/missing"]


def test_what_the_document_has_no_more_is_mended(tmp_path: Path):
    past = _past(tmp_path, _document("a/sop.txt", _finding("bb", "legal/duplicate")))
    since = _compared(past, _document("a/sop.txt", not_applicable=("legal/duplicate",))).since
    assert since is not None
    assert len(since.fixed) == 1


def test_findings_of_a_rule_that_was_not_judged_then_are_not_called_new(tmp_path: Path):
    unjudged = (NotEvaluated(rule="legal/missing", reason="Terpotong."),)
    past = _past(tmp_path, _document("a/sop.txt", clean=("steps/duplicate",), not_evaluated=unjudged))
    report = _compared(past, _document("a/sop.txt", _finding("aa"), _finding("bb", "legal/missing")))
    assert report.since is not None
    assert len(report.since.new) == 2
    assert report.since.first_judged == (_finding("bb").fingerprint,)
    counted = changes(report)
    assert counted is not None
    assert counted.new == (("Judul steps/duplicate", 1),)
    assert counted.first_judged == (("Judul legal/missing", 1),)


def test_a_report_of_an_older_version_does_not_tell_what_was_judged(tmp_path: Path):
    past = _past(tmp_path, _document("a/sop.txt", outcomes=Outcomes(clean=5)))
    since = _compared(past, _document("a/sop.txt", _finding("aa"))).since
    assert since is not None
    assert (len(since.new), since.first_judged) == (1, ())


def test_findings_alike_are_counted_one_by_one(tmp_path: Path):
    alike = [_finding(mark, quote="Dokumen") for mark in ("a1", "a2", "a3")]
    past = _past(tmp_path, _document("a/sop.txt", *alike))
    since = _compared(past, _document("a/sop.txt", *alike[:2])).since
    assert since is not None
    assert (len(since.fixed), since.new) == (1, ())


def test_a_step_that_got_another_number_is_no_new_defect(tmp_path: Path):
    past = _past(tmp_path, _document("a/sop.txt", _finding("aa", quote="Menyusun  Konsep")))
    since = _compared(past, _document("a/sop.txt", _finding("bb", quote="menyusun konsep"))).since
    assert since is not None
    assert (since.fixed, since.new) == ((), ())


@pytest.mark.parametrize("quote", ["", "Dokumen"])
def test_words_that_do_not_tell_which_one_it_is_pair_nothing(tmp_path: Path, quote: str):
    """Nothing is quoted, or two quote the same."""
    old = [_finding(mark, quote=quote) for mark in ("a1", "a2")[: 2 if quote else 1]]
    past = _past(tmp_path, _document("a/sop.txt", *old))
    since = _compared(past, _document("a/sop.txt", _finding("bb", quote=quote))).since
    assert since is not None
    assert (len(since.fixed), len(since.new)) == (len(old), 1)


def test_one_wrong_number_in_the_place_of_another_mends_nothing(tmp_path: Path):
    old = [_finding("a1", quote="1984"), _finding("a2", quote="1985"), _finding("a3", "legal/missing")]
    past = _past(tmp_path, _document("a/sop.txt", *old))
    report = _compared(past, _document("a/sop.txt", _finding("bb", quote="1986"), clean=("legal/missing",)))
    counted = changes(report)
    assert counted is not None
    assert counted.fixed == (("Judul steps/duplicate", 1), ("Judul legal/missing", 1))
    assert (counted.changed, counted.new, counted.before) == ((("Judul steps/duplicate", 1),), (), 3)


def test_a_rule_of_which_not_all_findings_are_listed_mends_nothing(tmp_path: Path):
    cut = Notice(code="findings-cut", message="Aturan LK-02 (Langkah) dilanggar di lebih banyak tempat.")
    past = _past(tmp_path, _document("a/sop.txt", _finding("aa"), _finding("bb")))
    since = _compared(past, _document("a/sop.txt", _finding("bb"), notices=(cut,))).since
    assert since is not None
    assert (since.fixed, len(since.unjudged)) == ((), 1)


@pytest.mark.parametrize(
    ("change", "alike"),
    [({}, True), ({"digest": "e"}, False), ({"profile": "inti"}, False), ({"count": 2}, False)],
)
def test_other_rules_are_said(tmp_path: Path, change: dict[str, Any], alike: bool):
    past = _past(tmp_path, _document(), rules=RULES.model_copy(update=change))
    since = _compared(past, _document()).since
    assert since is not None
    assert since.judged_alike is alike


# which document is which --------------------------------------------------------------------------------------


def test_a_file_that_was_moved_is_known_by_its_bytes(tmp_path: Path):
    past = _past(tmp_path, _document("lama/x.txt", sha256="f" * 64), shown=("baru/y.txt",))
    since = _compared(past, _document("baru/y.txt", sha256="f" * 64, title=None)).since
    assert since is not None
    assert since.path == "lama/x.txt"


def test_a_copy_of_a_file_that_is_still_there_is_another_document(tmp_path: Path):
    past = _past(tmp_path, _document("a/sop.txt", sha256="f" * 64), shown=("a/sop.txt", "a/salinan.txt"))
    assert _compared(past, _document("a/salinan.txt", sha256="f" * 64)).since is None


def test_two_files_with_the_same_bytes_are_not_guessed_at(tmp_path: Path):
    twins = [_document(path, sha256="f" * 64) for path in ("a/x.txt", "a/y.txt")]
    past = _past(tmp_path, *twins, shown=("b/z.txt",))
    assert _compared(past, _document("b/z.txt", sha256="f" * 64)).since is None


def test_files_of_another_folder_are_known_by_name_unit_and_title(tmp_path: Path):
    old = [_document("jan/bukit/sop.txt"), _document("jan/lembah/sop.txt", unit="Kecamatan Lembah")]
    shown = ("feb/bukit/sop.txt", "feb/lembah/sop.txt")
    past = _past(tmp_path, *old, shown=shown)
    found = _compared(past, _document("feb/lembah/sop.txt", sha256="1" * 64, unit="KECAMATAN  LEMBAH"))
    assert found.since is not None
    assert found.since.path == "jan/lembah/sop.txt"


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({"unit": "Kecamatan Lembah"}, ("feb/sop.txt",)),
        ({"title": "Pengaduan"}, ("feb/sop.txt",)),
        ({"title": None}, ("feb/sop.txt",)),
        ({"kind": "performance"}, ("feb/sop.txt",)),
        ({}, ("feb/sop.txt", "mar/sop.txt")),
    ],
    ids=["unit", "title", "no title", "kind", "two files of this name"],
)
def test_a_name_alone_says_nothing(tmp_path: Path, changes: dict[str, Any], shown: tuple[str, ...]):
    past = _past(tmp_path, _document("jan/sop.txt"), shown=shown)
    assert _compared(past, _document("feb/sop.txt", sha256="1" * 64, **changes)).since is None


def test_another_kind_of_document_under_the_same_path_is_another_one(tmp_path: Path):
    past = _past(tmp_path, _document("a/sop.txt"))
    assert _compared(past, _document("a/sop.txt", kind="performance")).since is None


def test_parts_of_a_file_are_known_by_their_titles(tmp_path: Path):
    """The first SOP of three was taken out."""
    old = [_document("a/sop.txt", title=title, part=part) for part, title in enumerate("ABC", 1)]
    now = [_document("a/sop.txt", title=title, part=part) for part, title in enumerate("BC", 1)]
    past = _past(tmp_path, *old)
    assert [report.since and report.since.document for report in compared(now, past)] == [2, 3]
    assert [one.title for one in past.missing({2, 3}, set())] == ["a"]


def test_a_part_with_a_new_title_is_known_by_its_number_where_none_came_or_went(tmp_path: Path):
    old = [_document("a/sop.txt", title=title, part=part) for part, title in enumerate("AB", 1)]
    past = _past(tmp_path, *old)
    renamed = [_document("a/sop.txt", title=title, part=part) for part, title in enumerate("AX", 1)]
    assert [one.since and one.since.document for one in compared(renamed, past)] == [1, 2]
    fewer = [_document("a/sop.txt", title="X")]
    assert _compared(past, *fewer).since is None


def test_a_file_that_cannot_be_read_any_more_keeps_all_it_had_open(tmp_path: Path):
    old = [_document("a/sop.txt", _finding(f"a{part}"), title=title, part=part) for part, title in enumerate("AB", 1)]
    past = _past(tmp_path, *old)
    failed = DocumentReport(
        path="a/sop.txt", sha256=None, bytes=None, media=None, kind="unknown",
        errors=(DocumentError(code="empty", message="Kosong."),),
    )  # fmt: skip
    since = _compared(past, failed).since
    assert since is not None
    assert (len(since.unjudged), since.fixed, since.score) == (2, (), None)
    assert past.missing(set(), {since.document}) == []


# what was answered --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["answered", "done", "overruled"])
def test_an_answer_stays_with_its_finding(tmp_path: Path, status: str):
    answered = replace(_finding("aa"), status=status, response=OVERRULED)
    past = _past(tmp_path, _document("a/sop.txt", answered))
    (finding,) = _compared(past, _document("a/sop.txt", _finding("aa"))).findings
    assert (finding.status, finding.response) == (status, OVERRULED)


def test_what_was_overruled_is_open_again_in_other_words_or_among_others(tmp_path: Path):
    overruled = replace(_finding("a1", quote="Dokumen"), status="overruled", response=OVERRULED)
    past = _past(tmp_path, _document("a/sop.txt", overruled, _finding("a2", quote="Dokumen")))
    (alone,) = _compared(past, _document("a/sop.txt", _finding("a1", quote="Dokumen"))).findings
    assert alone.status == "open"
    past = _past(tmp_path, _document("a/sop.txt", overruled))
    (reworded,) = _compared(past, _document("a/sop.txt", _finding("bb", quote="Dokumen"))).findings
    assert (reworded.status, reworded.response) == ("open", None)


# the file -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"\xff\xfe\x00", b'{"schema":"lain/1"}', b'{"documents":[\n'])
def test_what_is_no_report_is_refused(tmp_path: Path, data: bytes):
    path = tmp_path / "lalu.json"
    path.write_bytes(data)
    with pytest.raises(SavedReportError, match=r"lalu\.json"):
        read_past(path, RULES, TOOL, ())


def test_what_is_kept_travels_to_other_processes(tmp_path: Path):
    past = _past(tmp_path, _document("a/sop.txt", _finding("aa")))
    copy = pickle.loads(pickle.dumps(past))
    assert _compared(copy, _document("a/sop.txt")) == _compared(past, _document("a/sop.txt"))


# the program --------------------------------------------------------------------------------------------------


def _check(*arguments: str | Path, cwd: Path) -> Done:
    return patuh("check", "--no-config", "--as-of", "2026-02-05", *arguments, cwd=cwd)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Documents that were audited, and their report."""
    sops = tmp_path / "sop"
    sops.mkdir()
    names = ["actor-kepala-kantor.txt", "nip-unreadable-section-missing.txt"]
    for source in [*(FIXTURES / name for name in names), TWO_SOPS, CLEAN]:
        (sops / source.name).write_bytes(source.read_bytes())
    _check("sop", "--output", "lalu.json", cwd=tmp_path)
    return tmp_path


def test_the_same_documents_have_nothing_fixed_and_nothing_new(folder: Path):
    report = _check("sop", "--since", "lalu.json", "--format", "json", "--jobs", "2", cwd=folder).report
    assert [one["since"]["document"] for one in report["documents"]] == [1, 2, 3, 4, 5]
    assert all(one["since"]["fixed"] == one["since"]["new"] == [] for one in report["documents"])
    assert all(one["since"]["judged_alike"] for one in report["documents"])
    assert report["summary"]["missing"] == 0


def test_lines_that_move_change_nothing_and_what_is_mended_is_said(folder: Path):
    sop = folder / "sop" / "nip-unreadable-section-missing.txt"
    text = sop.read_text(encoding="utf-8").replace("4. SOP Evaluasi Akuntabilitas", "3. SOP Tata Kelola")
    text = text.replace("5. SOP Pemantauan", "4. SOP Pemantauan")
    sop.write_text(f"\n\n{text}", encoding="utf-8")
    (folder / "sop" / CLEAN.name).unlink()
    done = _check("sop", "--since", "lalu.json", "--output", "lalu.json", cwd=folder)
    report = json.loads((folder / "lalu.json").read_text(encoding="utf-8"))
    since = report["documents"][1]["since"]
    assert {one["code"] for one in since["fixed"]} == {"KT-01", "KT-02"}
    assert since["new"] == since["unjudged"] == []
    assert report["summary"]["missing"] == 1
    assert f"sop/{CLEAN.name}: ada dalam laporan yang lalu, tetapi tidak diserahkan" in done.err
    table = _check("sop", "--since", "lalu.json", cwd=folder).out
    assert "Sejak 5 Februari 2026: diperbaiki 0, baru 0, tetap 5" in table
    assert "dibandingkan dengan laporan per 5 Februari 2026: 4 dokumen" in done.err


def test_a_report_that_is_none_is_wrong_usage(folder: Path):
    (folder / "lalu.json").write_text("{}", encoding="utf-8")
    done = _check("sop", "--since", "lalu.json", "--output", "baru.json", cwd=folder)
    assert done.code == 2
    assert "bukan laporan JSON patuh" in done.err
    assert "Traceback" not in done.err
    assert not (folder / "baru.json").exists()
