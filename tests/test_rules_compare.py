"""patuh rules compare: which verdicts change before new rules count."""

from __future__ import annotations

import csv
import io
import json
import pickle
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import cli
from auditing.compare import compared
from reports.comparison import MAX_DOCUMENTS, MAX_FINDINGS, ComparisonTable
from schemas.comparison import (
    Comparison,
    ComparisonHead,
    ComparisonTotals,
    DocumentChange,
    RuleTotals,
    Side,
    Stand,
)
from schemas.evidence import Evidence
from schemas.report import DocumentReport, Finding, Grade, NotEvaluated, RulesInfo, Score, Severity, Summary, Tool
from tests.program import CLEAN, FIXTURES, TWO_SOPS, patuh
from tests.samples import GRADING, RULE, write_pack

FAR = "code: LK-09\n" + RULE.partition("\n")[2].replace("gt: a.position", "lt: a.position")
"""The same defect, by a rule of another name and code."""
DOUBTFUL = RULE.replace(
    "when:\n  - a",
    "doubts:\n  - when: [{d: document}]\n    reason: {id: Tidak pasti., en: Not sure.}\nwhen:\n  - a",
)
SAID = "Langkah {b.no} mengulang langkah {a.no}."


def _patuh(*arguments: str | Path) -> tuple[int, str, str]:
    done = CliRunner().invoke(cli.main, [str(argument) for argument in arguments], prog_name="patuh")
    return done.exit_code, done.stdout, done.stderr


def _compare(old: Path | str, new: Path | str, *paths: Path, form: str = "json") -> tuple[int, str]:
    code, out, err = _patuh(
        "rules", "compare", old, new, *(paths or (TWO_SOPS, CLEAN)), "--format", form, "--no-config", "--jobs", "1",
        "--as-of", "2026-01-15",
    )  # fmt: skip
    return code, out + err


def _compared(old: Path | str, new: Path | str, *paths: Path) -> tuple[int, dict]:
    code, out = _compare(old, new, *paths)
    return code, json.loads(out)


@pytest.fixture(scope="module")
def packs(tmp_path_factory) -> dict[str, Path]:
    """Small sets of rules that differ in one thing each from the first."""
    texts = {
        "plain": {"steps/duplicate": RULE},
        "milder": {"steps/duplicate": RULE.replace("severity: major", "severity: minor")},
        "reworded": {"steps/duplicate": RULE.replace(SAID, "Langkah {b.no} sama dengan langkah {a.no}.")},
        "blind": {"steps/duplicate": RULE.replace("{key: {ne: ''}}", "{key: tidak ada}")},
        "doubtful": {"steps/duplicate": DOUBTFUL},
        "two": {"steps/duplicate": RULE, "steps/far": FAR},
    }
    return {name: write_pack(tmp_path_factory.mktemp(name), rules) for name, rules in texts.items()}


def test_the_same_rules_change_nothing(packs):
    code, found = _compared(packs["plain"], packs["plain"])

    assert (code, found["documents"], found["rules"]) == (0, [], [])
    assert (3, 0) == (found["totals"]["documents"], found["totals"]["changed"])
    assert "Tidak ada putusan yang berubah." in _compare(packs["plain"], packs["plain"], form="table")[1]


@pytest.mark.parametrize(
    ("old", "new", "outcomes", "counted", "changes"),
    [
        pytest.param("plain", "milder", ("flagged", "flagged"), "severity", ["severity"], id="severity"),
        pytest.param("plain", "reworded", ("flagged", "flagged"), "words", ["words"], id="words"),
        pytest.param("blind", "plain", ("clean", "flagged"), "flagged", ["new"], id="newly-flagged"),
        pytest.param("plain", "blind", ("flagged", "clean"), "unflagged", ["gone"], id="no-longer"),
        pytest.param("blind", "doubtful", ("clean", "flagged"), "flagged", ["new"], id="doubt-hides-nothing"),
    ],
)
def test_what_became_of_a_rule_is_told(packs, old, new, outcomes, counted, changes):
    """In the one document that repeats a step, with what is said of it before and after."""
    code, found = _compared(packs[old], packs[new], TWO_SOPS)
    [document] = [one for one in found["documents"] if one["rules"] and one["rules"][0]["findings"]]
    [rule] = document["rules"]
    [total] = found["rules"]

    assert code == 1
    assert (document["path"].endswith(TWO_SOPS.name), document["part"]) == (True, 2)
    assert (rule["rule"], rule["code"], rule["title"]) == ("steps/duplicate", "LK-02", "Langkah ganda")
    assert (rule["old"], rule["new"]) == outcomes
    assert changes == [_kind(one) for one in rule["findings"]]
    assert (total[counted], total["state"]) == (1, "changed")
    assert Comparison.model_validate_json(json.dumps(found)).totals.documents == 2


def _kind(one: dict) -> str:
    if not one["old"] or not one["new"]:
        return "gone" if one["old"] else "new"
    return "words" if one["old"]["severity"] == one["new"]["severity"] else "severity"


def test_a_rule_that_cannot_judge_any_more_is_told_with_its_reason(packs):
    """A document that was clean and is not evaluated now lost something, though nothing is found."""
    code, found = _compared(packs["plain"], packs["doubtful"], CLEAN)
    [document] = found["documents"]
    [rule] = document["rules"]

    assert code == 1
    assert (rule["old"], rule["new"], rule["new_reason"]) == ("clean", "not-evaluated", "Tidak pasti.")
    assert found["rules"][0]["other"] == 1
    assert found["rules"][0]["outcomes"] == [{"old": "clean", "new": "not-evaluated", "documents": 1}]


def test_a_rule_that_is_new_counts_where_it_finds_something(packs):
    """Where it finds nothing, it is no change of the document; its outcomes are counted all the same."""
    code, found = _compared(packs["plain"], packs["two"])
    back = _compared(packs["two"], packs["plain"])[1]
    [total] = found["rules"]

    assert code == 1
    assert [one["rules"][0]["old"] for one in found["documents"]] == ["absent"]
    assert (total["rule"], total["state"], total["flagged"]) == ("steps/far", "added", 1)
    assert {"old": "absent", "new": "clean", "documents": 2} in total["outcomes"]
    assert (back["rules"][0]["state"], back["rules"][0]["unflagged"]) == ("removed", 1)


def test_a_changed_scale_of_grades_is_named_and_moves_scores(tmp_path, packs):
    """No rule is different, and yet a letter is."""
    strict = GRADING.replace("above: 80", "above: 99.5").replace("critical: 10, major: 5", "critical: 10, major: 9")
    other = write_pack(tmp_path, {"steps/duplicate": RULE, "steps/far": FAR}, grading=strict)
    code, found = _compared(packs["two"], other)

    assert code in (0, 1)
    assert found["head"]["tables"] == ["grading"]
    assert found["rules"] == []


def test_a_rule_over_several_documents_is_said_not_to_be_compared(packs):
    """That it changes nothing here would be no news of it."""
    across = RuleTotals(rule="a/b", code="AB-01", title="t", state="added", across=True)
    alone = RuleTotals(rule="a/c", code="AB-02", title="t", state="changed")
    table = ComparisonTable("id")
    table.head(_head())
    told = table.tail([across, alone], _totals(documents=1)).decode()

    assert "tidak mengubah putusan satu dokumen pun di sini: AB-02 a/c (diubah)." in told
    assert "tidak dibandingkan di sini" in told.replace("\n    ", " ").partition("AB-01")[0].splitlines()[-1]


def test_the_table_reads_from_the_whole_to_the_document(packs):
    """What was compared, which rules, which documents."""
    code, out = _compare(packs["plain"], packs["milder"], form="table")

    assert code == 1
    assert "3 dibandingkan: 1 berubah" in out
    assert "LK-02   steps/duplicate  diubah" in out
    assert "~ LK-02 (Mayor → Minor, baris " in out
    assert out.index("Aturan lama") < out.index("Aturan yang putusannya berubah") < out.index("Dokumen yang berubah")


def test_the_csv_has_a_row_for_each_finding_that_differs(packs):
    code, out = _compare(packs["plain"], packs["reworded"], form="csv")
    [row] = csv.DictReader(io.StringIO(out.lstrip("\N{BYTE ORDER MARK}")))

    assert code == 1
    assert (row["kode"], row["perubahan"]) == ("LK-02", "bunyi")
    assert ("mengulang" in row["bunyi lama"], "sama dengan" in row["bunyi baru"]) == (True, True)


def test_a_folder_of_own_rules_stands_beside_those_in_use(tmp_path):
    """Without grading.yaml a folder adds rules; `@` is what is used now, the folder of patuh.toml included."""
    for name, text in (("lama", FAR), ("baru", FAR.replace("severity: major", "severity: critical"))):
        path = tmp_path / name / "steps" / "far.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(text.replace("LK-09", "XST-01"), encoding="utf-8")
    settings = tmp_path / "patuh.toml"
    settings.write_text('[own]\nrules = "lama"\n[rules.XST-01]\nseverity = "minor"\n', encoding="utf-8")
    arguments = (TWO_SOPS, "--format", "json", "--as-of", "2026-01-15")
    alike, out, _ = _patuh("rules", "compare", "@", tmp_path / "baru", *arguments, "--config", settings)
    found = json.loads(out)
    added = json.loads(_patuh("rules", "compare", "@", tmp_path / "baru", *arguments, "--no-config")[1])

    assert (alike, [(one["rule"], one["state"]) for one in found["rules"]]) == (0, [])  # both are set to minor
    assert found["head"]["old"]["rules"]["count"] == found["head"]["new"]["rules"]["count"]
    assert [(one["rule"], one["state"], one["flagged"]) for one in added["rules"]] == [("steps/far", "added", 1)]


def test_settings_of_a_rule_that_only_one_side_has_are_no_fault(tmp_path, packs):
    """And those of a rule that none has are."""
    settings = tmp_path / "patuh.toml"
    settings.write_text('[rules."steps/far"]\nseverity = "minor"\n', encoding="utf-8")
    arguments = ("rules", "compare", packs["plain"], packs["two"], CLEAN, "--config", settings, "--jobs", "1")
    fits = _patuh(*arguments)
    settings.write_text('[rules."steps/fur"]\nseverity = "minor"\n', encoding="utf-8")
    unknown = _patuh(*arguments)

    assert fits[0] in (0, 1)
    assert unknown[0] == 3
    assert "patuh.toml:1: no such rule: 'steps/fur'; known: LK-02, steps/duplicate" in unknown[2]


def test_faults_of_both_are_told_at_once(tmp_path, packs):
    """Each with file and line; nothing is judged by half."""
    broken = {}
    for name in ("lama", "baru"):
        (tmp_path / name).mkdir()
        text = RULE.replace("severity: major", f"severity: {name}")
        broken[name] = write_pack(tmp_path / name, {"steps/duplicate": text})
    code, told = _compare(broken["lama"], broken["baru"])

    assert code == 3
    assert "aturan tidak sah (2 kesalahan)" in told
    assert [f"{broken[name]}/steps/duplicate.yaml:5:" in told for name in ("lama", "baru")] == [True, True]
    assert _compare(packs["plain"], broken["baru"])[0] == 3


def test_wrong_usage_and_unread_documents_have_their_exit_codes(tmp_path, packs):
    """2 before 3 before 4 before 1, as everywhere."""
    (tmp_path / "rusak.docx").write_bytes(b"PK\3\4 rusak")
    plain, milder = packs["plain"], packs["milder"]

    assert _compare(plain, tmp_path / "tidak-ada")[0] == 2
    assert _patuh("rules", "compare", plain, milder, CLEAN, "--no-config", "--profile", "ketat")[0] == 2
    assert _compare(plain, milder, tmp_path / "rusak.docx")[0] == 3
    assert _compare(plain, milder, TWO_SOPS, tmp_path / "rusak.docx")[0] == 4


def test_processes_and_their_number_make_no_difference(tmp_path, packs):
    """As a process, byte for byte, and what was changed is not written to."""
    for name in ("a.txt", "b.txt", "c.txt"):
        shutil.copy(TWO_SOPS, tmp_path / name)
    given = (
        "rules",
        "compare",
        packs["plain"],
        packs["milder"],
        tmp_path,
        "--as-of",
        "2026-01-15",
        "--format",
        "json",
        "--no-config",
    )
    two = patuh(*given, "--jobs", "2", cwd=tmp_path)

    assert (two.code, two.err) == (1, "")
    assert two.out == _patuh(*given, "--jobs", "1")[1]
    assert len(two.report["documents"]) == 3


# what differs between two reports ---------------------------------------------------------------------------------


def _finding(**changed: object) -> Finding:
    given: dict = {
        "rule": "a/b", "code": "AB-01", "severity": Severity.MAJOR, "confidence": "high", "component": "prosedur",
        "title": "t", "condition": "c", "criterion": "k", "effect": "e", "recommendation": "r",
        "evidence": (Evidence(quote="q", line=1),), "fingerprint": "0" * 16,
    }  # fmt: skip
    return Finding(**given | changed)


def _report(*findings: Finding, **changed: object) -> DocumentReport:
    given: dict = {"path": "a.txt", "sha256": None, "bytes": None, "media": None, "kind": "sop", "findings": findings}
    return DocumentReport(**given | changed)


def test_what_is_left_is_paired_by_its_place():
    """A rule worded anew has other fingerprints; one finding a place is the same finding, of two nobody knows."""
    old = _finding()
    reworded = _finding(condition="lain", fingerprint="1" * 16)
    beside = _finding(condition="lagi", fingerprint="2" * 16)
    one = compared(_report(old), _report(reworded)).change
    several = compared(_report(old), _report(reworded, beside)).change

    assert [found.change for found in one.rules[0].findings] == ["words"]
    assert [found.change for found in several.rules[0].findings] == ["gone", "new", "new"]


_FINDINGS = st.lists(
    st.builds(
        lambda rule, line, severity, print_: _finding(
            rule=rule, evidence=(Evidence(quote="q", line=line),), severity=severity, fingerprint=print_
        ),
        st.sampled_from(["a/a", "a/b"]),
        st.integers(1, 3),
        st.sampled_from(list(Severity)),
        st.sampled_from([digit * 16 for digit in "0123"]),
    ),
    max_size=6,
    unique_by=lambda one: one.fingerprint,
)


def _bare(one: Finding) -> Finding:
    """The finding as people see it."""
    return one.model_copy(update={"fingerprint": ""})


@given(_FINDINGS, _FINDINGS)
def test_nothing_is_lost_and_nothing_is_told_twice(before, after):
    """Every finding of one side alone stands in the change once; two equal reports differ in nothing."""
    change = compared(_report(*before), _report(*after)).change
    told = [one for rule in change.rules for one in rule.findings] if change else []
    old, new = ([one for pair in told if (one := getattr(pair, side))] for side in ("old", "new"))

    assert compared(_report(*before), _report(*before)).change is None
    assert all(old.count(one) == 1 for one in before if _bare(one) not in map(_bare, after))
    assert all(new.count(one) == 1 for one in after if _bare(one) not in map(_bare, before))
    assert len(old) <= len(before)
    assert pickle.loads(pickle.dumps(change)) == change


def test_a_document_that_only_one_side_can_judge_is_a_change():
    """Without a word on its rules, for there is nothing to compare."""
    failed = _report(errors=({"code": "engine", "message": "gagal"},))
    found = compared(_report(clean=("a/b",)), failed)
    reason = compared(
        _report(not_evaluated=(NotEvaluated(rule="a/b", reason="x"),)),
        _report(not_evaluated=(NotEvaluated(rule="a/b", reason="y"),)),
    )

    assert (found.change.rules, found.transitions) == ((), ())
    assert [(one.old_reason, one.new_reason) for one in reason.change.rules] == [("x", "y")]
    assert compared(failed, failed).change is None


# the table --------------------------------------------------------------------------------------------------------


def _change(number: int, *, regraded: bool = False, findings: int = 1) -> DocumentChange:
    report = _report(*(_finding(fingerprint=f"{at:016}", evidence=(Evidence(quote="", line=at),))
                       for at in range(1, findings + 1)))  # fmt: skip
    change = compared(_report(), report).change
    stand = Stand(score=Score(value=80, low=80, high=80), grade=Grade(value="B", low="B", high="B"))
    other = stand.model_copy(update={"grade": Grade(value="A", low="A", high="A")}) if regraded else stand
    return change.model_copy(update={"path": f"sop/\x1b[2J{number:03}.txt", "old": stand, "new": other})


def _head() -> ComparisonHead:
    side = Side(place="@", rules=RulesInfo(profile="standar", count=1, digest="0" * 64))
    return ComparisonHead(tool=Tool(version="1", engine="e"), as_of="2026-01-15", old=side, new=side)


def _totals(**counts: int) -> ComparisonTotals:
    names = ("documents", "changed", "regraded", "shifted", "better", "worse", "unread", "unknown")
    summary = Summary(documents=100, findings={}, grades={}, errors=0)
    return ComparisonTotals(**dict.fromkeys(names, 0) | counts, old=summary, new=summary)


def test_a_large_table_keeps_what_matters_most_and_says_what_it_leaves_out():
    """Documents whose letter changes come first; words of documents steer no terminal."""
    table = ComparisonTable("id")
    table.head(_head())
    for number in range(100):
        table.document(_change(number, regraded=number == 77, findings=MAX_FINDINGS + 2))
    whole = _totals(documents=1000, changed=100, regraded=1)
    text = table.tail([], whole).decode()

    assert "predikat B → A, nilai 80" in text.split("077.txt")[1].split("000.txt")[0]
    assert "1.000 dibandingkan: 100 berubah, 1 di antaranya" in text
    assert f"dan {100 - MAX_DOCUMENTS} dokumen lain" in text
    assert "dan 2 temuan lain dari aturan ini" in text
    assert "\x1b" not in text


def test_the_fixtures_are_read_once(packs, monkeypatch):
    """Twice judged is not twice read: that is what makes it worth while."""
    from auditing import document  # noqa: PLC0415

    read = []
    real = document.read_document
    monkeypatch.setattr(document, "read_document", lambda data, **given: read.append(1) or real(data, **given))
    from auditing.compare import CompareWork  # noqa: PLC0415
    from auditing.files import select  # noqa: PLC0415
    from auditing.run import RuleChoice  # noqa: PLC0415

    work = CompareWork((RuleChoice((packs["plain"],)), RuleChoice((packs["milder"],))), _day())
    [task] = select([FIXTURES / TWO_SOPS.name]).inputs
    found = pickle.loads(pickle.dumps(work))(task).result

    assert len(read) == 1
    assert [one.change is not None for one in found.documents] == [False, True]


def _day():
    import datetime as dt  # noqa: PLC0415

    return dt.date(2026, 1, 15)
