"""waivers.yaml: findings that are let pass for a time, shown in every report and counted in none that fails."""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.layout import Layout
from archive.waivers import (
    ENDING_DAYS,
    LONGEST_DAYS,
    NAME,
    WaiverErrors,
    Waivers,
    WaiverUse,
    load_waivers,
    stored_waivers,
    waived,
)
from reports.answers import answer_words
from reports.clerk import clerk_view
from reports.levers import open_levers
from reports.tally import Tally, figures
from schemas.archive import ArchiveLayout, Office
from schemas.evidence import Evidence
from schemas.report import Confidence, DocumentReport, Finding, Grade, Lever, Response, Severity
from tests.packs import rules_pack
from tests.program import CRITICAL, patuh

PACK = rules_pack()
AS_OF = dt.date(2026, 1, 15)
LAYOUT = Layout(
    ArchiveLayout(
        offices=(Office(name="Dinas A", folders=("a",), also=("DA",)), Office(name="Kecamatan B", folders=("b",)))
    ),
    (),
)
ONE = "waivers:\n  - {rule: NIP-02, reason: menunggu SK, by: Inspektur Contoh, until: 2026-03-31}\n"


def _load(folder: Path, text: str) -> Waivers:
    (folder / NAME).write_text(text, encoding="utf-8")
    return load_waivers(folder / NAME, PACK, LAYOUT)


def _line(**values: str) -> str:
    given = {"rule": "NIP-02", "reason": "r", "by": "b", "until": "2026-03-31"} | values
    return "  - {" + ", ".join(f"{key}: {value}" for key, value in given.items()) + "}\n"


def _finding(rule: str = "person/nip-mismatch", fingerprint: str = "0" * 16, **values: object) -> Finding:
    given = {
        "rule": rule,
        "code": "NIP-02",
        "severity": Severity.CRITICAL,
        "confidence": Confidence.HIGH,
        "component": "pengesahan",
        "title": "NIP berbeda",
        "condition": "NIP berbeda.",
        "criterion": "Satu orang satu NIP.",
        "effect": "Ragu.",
        "recommendation": "Samakan.",
        "evidence": (Evidence(line=3, quote="NIP"),),
        "fingerprint": fingerprint,
    }
    return Finding(**(given | values))  # type: ignore[arg-type]


def _report(*findings: Finding, path: str = "a/2024/sop.txt") -> DocumentReport:
    return DocumentReport(path=path, sha256="0" * 64, bytes=1, media="text/plain", kind="sop", findings=findings)


# The file


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("waivers:\n" + _line(rule="NIP-2"), "2: no such rule: 'NIP-2'; did you mean 'NIP-02'?", id="rule"),
        pytest.param("waivers:\n" + _line(rule="'persn/*'"), "2: no such rule: 'persn/*'", id="pattern"),
        pytest.param("waiver: []\n", "1: unknown key 'waiver'; did you mean 'waivers'?", id="key"),
        pytest.param(
            "waivers:\n  - rule: NIP-02\n    reason: r\n    by: b\n", "2: waivers.1.until: is missing", id="no-end"
        ),
        pytest.param("waivers:\n" + _line(until="''"), "a day is wanted here, written as 2026-12-31", id="empty-end"),
        pytest.param("waivers:\n" + _line(until="20261231"), "a day is wanted here", id="number"),
        pytest.param("waivers:\n" + _line(until="31-12-2026"), "a day is wanted here", id="other-order"),
        pytest.param("waivers:\n" + _line(until="2026-02-30"), "waivers.1.until", id="no-day"),
        pytest.param("waivers:\n" + _line(until="9999-12-31"), "a day no later than 2099-12-31", id="for-ever"),
        pytest.param("waivers:\n" + _line(reason="'  '"), "2: waivers.1.reason", id="blank-reason"),
        pytest.param("waivers:\n" + _line(by="''"), "2: waivers.1.by", id="nobody"),
        pytest.param(
            "waivers:\n" + _line() + _line(office="Dinas AA"),
            "3: unknown office 'Dinas AA'; did you mean 'Dinas A'?",
            id="office",
        ),
        pytest.param("waivers:\n" + _line(path="../x"), "2: '../x' leads out of the archive", id="path"),
        pytest.param("waivers:\n" + _line(fingerprint="xyz"), "2: waivers.1.fingerprint: 'xyz' must look", id="print"),
    ],
)
def test_faults_name_line_and_nearest_name(tmp_path, text, expected):
    """A misspelt waiver would waive nothing, or go on for ever."""
    with pytest.raises(WaiverErrors) as caught:
        _load(tmp_path, text)
    assert expected in str(caught.value).replace(f"{tmp_path / NAME}:", "")


@pytest.mark.parametrize("text", ["", "# tidak ada\n", "waivers:\n", "waivers: []\n"])
def test_no_waiver_is_no_fault(tmp_path, text):
    """When the last one is struck out."""
    assert 0 == len(_load(tmp_path, text))
    assert 0 == len(load_waivers(None, PACK))


# Which findings


@pytest.mark.parametrize(
    ("scope", "path", "office", "expected"),
    [
        ({}, "a/x.txt", "Dinas A", True),
        ({"rule": "person/nip-mismatch"}, "a/x.txt", None, True),
        ({"rule": "'person/*'"}, "a/x.txt", None, True),
        ({"rule": "'legal/*'"}, "a/x.txt", None, False),
        ({"office": "Dinas A"}, "a/x.txt", "Dinas A", True),
        ({"office": "da"}, "a/x.txt", "Dinas A", True),
        ({"office": "Dinas A"}, "a/x.txt", "Kecamatan B", False),
        ({"office": "Dinas A"}, "a/x.txt", None, False),
        ({"path": "a"}, "a/2024/x.txt", None, True),
        ({"path": "'a/*/x.txt'"}, "a/2024/x.txt", None, True),
        ({"path": "'**/x.txt'"}, "a/2024/x.txt", None, True),
        ({"path": "a/2024/y.txt"}, "a/2024/x.txt", None, False),
        ({"path": "arsip.zip/x.txt"}, "arsip.zip/x.txt", None, True),
        ({"fingerprint": "'0000000000000000'"}, "a/x.txt", None, True),
        ({"fingerprint": "'1111111111111111'"}, "a/x.txt", None, False),
        ({"fingerprint": "'0000000000000000'", "path": "b"}, "a/x.txt", None, False),
    ],
)
def test_the_scope_of_a_waiver(tmp_path, scope, path, office, expected):
    """All that it states must fit."""
    waivers = _load(tmp_path, "waivers:\n" + _line(**scope))
    assert expected is (waivers.of("person/nip-mismatch", "0" * 16, path, office, AS_OF) is not None)


def test_waivers_are_stored_by_the_name_of_the_office_that_counts(tmp_path):
    """What is read back from the store knows no other names."""
    waivers = _load(tmp_path, "waivers:\n" + _line(office="da", path="a"))
    stored = stored_waivers(waivers.plain(), PACK)

    assert "Dinas A" == waivers.plain()["waivers"][0]["office"]
    for office in ("Dinas A", "Kecamatan B"):
        given = ("person/nip-mismatch", "0" * 16, "a/x.txt", office, AS_OF)
        assert (waivers.of(*given) is None) == (stored.of(*given) is None)


def test_the_last_day_is_the_last(tmp_path):
    """From the next day on the finding stands again, and the report says so."""
    waivers, report = _load(tmp_path, ONE), _report(_finding())
    last, after = WaiverUse(), WaiverUse()
    day = dt.date(2026, 3, 31)

    assert "waived" == waived(waivers, report, None, day, lang="id", use=last).findings[0].status
    assert report is waived(waivers, report, None, day + dt.timedelta(days=1), lang="id", use=after)
    assert [("ending", 1)] == [(one.what, one.findings) for one in waivers.told(last, day)]
    assert [("expired", 1, 2)] == [
        (one.what, one.findings, one.line) for one in waivers.told(after, day + dt.timedelta(days=1))
    ]


def test_of_two_waivers_the_longer_counts_and_both_are_used(tmp_path):
    """An expired one beside one that holds is no news of the finding."""
    waivers = _load(
        tmp_path,
        "waivers:\n"
        + _line(until="2026-01-31", by="A")
        + _line(until="2026-06-30", by="B")
        + _line(until="2026-01-01"),
    )
    use = WaiverUse()
    found = waived(waivers, _report(_finding()), None, AS_OF, lang="id", use=use).findings[0]

    assert found.response is not None
    assert "B" == found.response.by
    assert ({0: 1, 1: 1}, {}) == (dict(use.waived), dict(use.expired))


@pytest.mark.parametrize(
    ("left", "used", "expected"),
    [
        (-1, 0, ["expired"]),
        (0, 1, ["ending"]),
        (ENDING_DAYS, 1, ["ending"]),
        (ENDING_DAYS + 1, 1, []),
        (ENDING_DAYS + 1, 0, ["unused"]),
        (ENDING_DAYS, 0, ["ending", "unused"]),
        (LONGEST_DAYS, 1, []),
        (LONGEST_DAYS + 1, 1, ["long"]),
    ],
)
def test_what_is_told_of_waivers(tmp_path, left, used, expected):
    """Expired and unused ones, those that end soon, and those that hold too long."""
    until = AS_OF + dt.timedelta(days=left)
    waivers, use = _load(tmp_path, "waivers:\n" + _line(until=until.isoformat())), WaiverUse()
    use.waived[0] += used

    assert expected == [one.what for one in waivers.told(use, AS_OF)]


@pytest.fixture(scope="module")
def changing(tmp_path_factory):
    """One waiver."""
    return _load(tmp_path_factory.mktemp("waivers"), ONE)


@given(as_of=st.dates(dt.date(2024, 6, 1), dt.date(2026, 12, 31)))
def test_nothing_is_told_anew_before_the_next_change(changing, as_of):
    """And then something is."""
    use = WaiverUse()
    use.waived[0] = 1
    day = changing.next_change(as_of)
    before = changing.told(use, as_of)
    if day is None:
        assert before == changing.told(use, as_of + dt.timedelta(days=900))
    else:
        assert before == changing.told(use, day - dt.timedelta(days=1))
        assert before != changing.told(use, day)


def test_use_is_counted_over_several_parts_of_a_run():
    """Whatever worker counted."""
    use, other = WaiverUse(), WaiverUse()
    use.waived[1], other.waived[1], other.expired[0] = 2, 3, 1
    use.add(other)

    assert ({1: 5}, {0: 1}) == (dict(use.waived), dict(use.expired))


# What a waived finding is


def test_a_waived_finding_stays_with_reason_name_and_last_day(tmp_path):
    """All else of the document is as it was."""
    waivers, report = _load(tmp_path, ONE), _report(_finding(), _finding(rule="legal/missing"))
    found = waived(waivers, report, None, AS_OF, lang="id", use=WaiverUse())

    assert ["waived", "open"] == [one.status for one in found.findings]
    assert found.findings[0].response == Response(
        text="menunggu SK (berlaku sampai dengan 31 Maret 2026)", by="Inspektur Contoh"
    )
    assert report == found.model_copy(update={"findings": report.findings})
    assert found == waived(waivers, found, None, AS_OF, lang="id", use=WaiverUse())


def test_what_was_answered_before_is_kept(tmp_path):
    """And what an auditor overruled stays overruled."""
    waivers = _load(tmp_path, ONE)
    answered = _finding(status="answered", response=Response(text="SK sedang diproses", by="Dinas A"))
    overruled = _finding(status="overruled", response=Response(text="bukan temuan", by="Auditor"))
    found = waived(waivers, _report(answered, overruled), None, AS_OF, lang="id", use=WaiverUse()).findings

    assert found[0].response is not None
    assert found[0].response.text.endswith(". Tanggapan sebelumnya (Dinas A): SK sedang diproses")
    assert overruled == found[1]


@pytest.mark.parametrize("status", ["overruled", "waived"])
def test_what_is_closed_makes_no_audit_fail(status):
    """It is counted all the same."""
    tally = Tally()
    tally.add([figures(_report(_finding(status=status), _finding(severity=Severity.MINOR)))])

    assert (False, True) == (tally.reaches(Severity.MAJOR), tally.reaches(Severity.MINOR))
    assert 1 == tally.summary().findings[Severity.CRITICAL]
    tally.add([figures(_report(_finding()))])
    assert tally.reaches(Severity.CRITICAL)


WAIVED = _finding(status="waived", response=Response(text="menunggu SK (berlaku ...)", by="Inspektur Contoh"))


def test_how_a_waived_finding_is_told():
    """In one line, as other answers are."""
    assert "dikecualikan sementara oleh Inspektur Contoh: menunggu SK (berlaku ...)" == answer_words(WAIVED, "id")
    assert answer_words(WAIVED, "en").startswith("waived for a time by Inspektur Contoh")


def test_a_clerk_need_not_mend_it_yet():
    """It is listed apart, and no lever counts on it."""
    lever = Lever(rule=WAIVED.rule, fingerprints=(WAIVED.fingerprint,), score=90, grade="A")
    report = _report(WAIVED).model_copy(update={"levers": (lever,)})
    view = clerk_view(report)

    assert (1, (), 0) == (len(view.waived), view.settled, view.todo)
    graded = report.model_copy(update={"verdict": "belum layak", "grade": Grade(value="C", low="C", high="C")})
    assert "Untuk saat ini" in clerk_view(graded).verdict
    assert [] == open_levers(report)
    assert [lever] == open_levers(report.model_copy(update={"findings": (_finding(),)}))


REPORTS = ("r.csv", "r.html", "r.md", "r.sarif", "r.junit.xml", "r.txt", "r.xlsx", "r.docx")


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """All reports of a JSON report with a waived finding."""
    folder = tmp_path_factory.mktemp("laporan")
    done = patuh("check", CRITICAL, "--output", str(folder / "a.json"), cwd=folder)
    report = json.loads((folder / "a.json").read_text(encoding="utf-8"))
    report["documents"][0]["findings"][0] |= {
        "status": "waived",
        "response": {"text": "menunggu <SK>", "by": "Inspektur Contoh", "on": None},
    }
    (folder / "a.json").write_text(json.dumps(report), encoding="utf-8")
    outputs = [words for name in REPORTS for words in ("--output", name)]
    written = patuh("report", "write", "a.json", *outputs, cwd=folder)
    assert (1, 0) == (done.code, written.code), written.err
    return folder


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("r.csv", ["dikecualikan sementara", "menunggu <SK>", "Inspektur Contoh"]),
        ("r.html", ["Dikecualikan sementara", "menunggu &lt;SK&gt;", "1 temuan dikecualikan sementara"]),
        ("r.md", ["[dikecualikan sementara: menunggu"]),
        ("r.sarif", ['"suppressions":[{"kind":"external","status":"accepted","justification":"menunggu <SK>']),
        ("r.junit.xml", ["Dikecualikan sementara: menunggu &lt;SK&gt; (Inspektur Contoh)"]),
        ("r.txt", ["Dikecualikan"]),
    ],
)
def test_every_report_shows_it(written, name, expected):
    """Never hidden, and the words escaped."""
    words = (written / name).read_text(encoding="utf-8-sig")
    assert [] == [one for one in expected if one not in words]


def test_the_report_in_word_shows_it(written):
    """With its reason."""
    with zipfile.ZipFile(written / "r.docx") as packed:
        words = packed.read("word/document.xml").decode()
    assert "Dikecualikan sementara (Inspektur Contoh): menunggu &lt;SK&gt;" in words


def test_nobody_waives_in_the_working_paper(written):
    """It shows what is waived, and says where that is decided."""
    book = openpyxl.load_workbook(written / "r.xlsx")
    sheet = next(one for one in book.worksheets if "Sidik temuan" in [cell.value for cell in one[1]])
    column = [cell.value for cell in sheet[1]].index("Status") + 1
    assert "Dikecualikan" == sheet.cell(2, column).value
    assert "Dikecualikan" not in sheet.data_validations.dataValidation[0].formula1

    untouched = patuh("report", "merge", "a.json", "r.xlsx", "--output", "same.json", cwd=written)
    assert 0 == untouched.code, untouched.err
    assert json.loads((written / "same.json").read_bytes()) == json.loads((written / "a.json").read_bytes())

    sheet.cell(3, column).value = "Dikecualikan"
    sheet.cell(3, column + 1).value = "asal saja"
    book.save(written / "own.xlsx")
    refused = patuh("report", "merge", "a.json", "own.xlsx", "--output", "other.json", cwd=written)
    assert 3 == refused.code
    assert "waivers.yaml" in refused.err
