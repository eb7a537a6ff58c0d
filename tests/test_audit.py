"""Judging a document: outcomes, findings, evidence, order, fingerprints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.audit import MAX_EVIDENCE, Auditor, Judgement
from engine.errors import UnknownRuleError
from engine.pack import Pack, load_pack
from schemas.evidence import Evidence
from schemas.facts import Fact
from schemas.report import Confidence, Outcome, Severity
from tests.samples import RULE, make_fact, write_pack

DOUBT = """\
doubts:
  - when:
      - s: step
        where: {text: cut}
    reason: {id: 'Langkah {s.no} terpotong.', en: 'Step {s.no} is cut.'}
"""
VARIANTS = """\
variants:
  - when:
      - b: step
        where: {text: end}
    severity: advice
    confidence: low
    finding:
      at: [a]
      condition: {id: Langkah terakhir., en: Last step.}
      effect: {id: Akibat., en: Effect.}
      recommendation: {id: Saran., en: Advice.}
  - when:
      - b: step
        where: {text: [end, cut]}
    severity: critical
  - severity: minor
"""


def pack_of(folder: Path, *changes: tuple[str, str], **others: str) -> Pack:
    text = RULE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return load_pack(write_pack(folder, {"steps/duplicate": text, **others}))


def auditor(folder: Path, *changes: tuple[str, str]) -> Auditor:
    return Auditor(pack_of(folder, *changes))


def steps(*keys: str, **fields: str) -> list[Fact]:
    return [make_fact("step", n, position=n, key=key, **fields) for n, key in enumerate(keys, start=1)]


def outcome(judgement: Judgement) -> Outcome:
    return judgement.outcomes["steps/duplicate"]


def test_finding(tmp_path: Path) -> None:
    """A finding says what, by what measure, with what effect, what to do, and shows the primary place first."""
    [finding] = auditor(tmp_path).judge(steps("x", "y", "x")).findings

    assert finding.model_dump(exclude={"fingerprint"}) == {
        "rule": "steps/duplicate",
        "code": "LK-02",
        "severity": Severity.MAJOR,
        "confidence": Confidence.HIGH,
        "component": "prosedur",
        "title": "Langkah ganda",
        "condition": "Langkah <no 3> mengulang langkah <no 1>.",
        "criterion": "PermenPANRB 35/2012 tentang Pedoman Penyusunan SOP, Lampiran: langkah runtut",
        "effect": "Pelaksana ragu.",
        "recommendation": "Hapus langkah <no 3>.",
        "evidence": tuple(
            {
                "quote": f"kutipan {n}",
                "page": None,
                "line": n,
                "column": None,
                "bbox": None,
                "cell": None,
                "note": None,
                "certainty": None,
            }
            for n in (3, 1)
        ),
        "akip": (),
        "status": "open",
        "response": None,
    }
    assert re.fullmatch(r"[0-9a-f]{16}", finding.fingerprint)


def test_language(tmp_path: Path) -> None:
    """The language changes the words and not the fingerprint."""
    pack = pack_of(tmp_path, ("cases:", DOUBT + "cases:"))
    facts = steps("x", "x")
    [indonesian] = Auditor(pack).judge(facts).findings
    english = Auditor(pack, lang="en")
    [finding] = english.judge(facts).findings

    assert "Step <no 2> repeats step <no 1>." == finding.condition
    assert "PermenPANRB 35/2012 on Pedoman Penyusunan SOP, Lampiran: steps in order" == finding.criterion
    assert indonesian.fingerprint == finding.fingerprint
    assert "Step <no 1> is cut." == english.judge(steps("x", text="cut")).not_evaluated[0].reason


def test_outcomes(tmp_path: Path) -> None:
    """No step: not applicable; two acts: clean; one act twice: flagged; a cut step: not evaluated, with the reason."""
    judge = auditor(tmp_path, ("cases:", DOUBT + "cases:")).judge

    assert Outcome.NOT_APPLICABLE is outcome(judge([make_fact("document")]))
    assert Outcome.CLEAN is outcome(judge(steps("x", "y")))
    assert Outcome.FLAGGED is outcome(judge(steps("x", "x")))
    unknown = judge([*steps("x", "y"), make_fact("step", 7, text="cut"), make_fact("step", 8, text="cut")])
    assert Outcome.NOT_EVALUATED is outcome(unknown)
    assert ["Langkah <no 7> terpotong."] == [one.reason for one in unknown.not_evaluated]


def test_what_is_seen_counts_before_doubt(tmp_path: Path) -> None:
    """A defect that is seen is flagged though another part could not be read."""
    judgement = auditor(tmp_path, ("cases:", DOUBT + "cases:")).judge(steps("x", "x", text="cut"))

    assert (Outcome.FLAGGED, ()) == (outcome(judgement), judgement.not_evaluated)


def test_doubt_counts_before_absence(tmp_path: Path) -> None:
    """Where nothing of the kind was found, a doubt that holds is never good news."""
    doubt = DOUBT.replace("s: step", "s: step_table").replace("{text: cut}", "{marks: unreadable}")
    judge = auditor(tmp_path, ("cases:", doubt.replace("{s.no}", "{s.lines}") + "cases:")).judge

    assert Outcome.NOT_EVALUATED is outcome(judge([make_fact("step_table", marks="unreadable")]))
    assert Outcome.NOT_APPLICABLE is outcome(judge([make_fact("step_table")]))


def test_doubt_needs_all_its_patterns(tmp_path: Path) -> None:
    """A doubt of two patterns holds when both have a match."""
    second = "      - d: document\n        where: {legal_items: {gt: 0}, legal_state: [filled, empty]}\n"
    doubt = DOUBT.replace("    reason", second + "    reason")
    judge = auditor(tmp_path, ("cases:", doubt + "cases:")).judge
    cut = steps("x", text="cut")

    assert Outcome.CLEAN is outcome(judge(cut))
    assert Outcome.CLEAN is outcome(judge([*cut, make_fact("document")]))
    assert Outcome.NOT_EVALUATED is outcome(judge([*cut, make_fact("document", legal_items=1)]))


def test_subject(tmp_path: Path) -> None:
    """A rule with a subject of its own is applicable when each of its patterns has a match."""
    subject = "subject:\n  - s: step\n    where: {time: [missing, present], number: {gt: 0}}\n"
    judge = auditor(tmp_path, ("cases:", subject + "cases:")).judge

    assert Outcome.NOT_APPLICABLE is outcome(judge(steps("x")))
    assert Outcome.CLEAN is outcome(judge([make_fact("step", time="missing", number=3)]))
    assert Outcome.NOT_APPLICABLE is outcome(judge([make_fact("step", time="no-column", number=3)]))


def test_first_variant_wins(tmp_path: Path) -> None:
    """For one binding of when, the first variant in the file that holds gives grade and words."""
    judge = auditor(tmp_path, ("cases:", VARIANTS + "cases:")).judge

    def found(text: str) -> list[tuple[str, str, str]]:
        facts = [make_fact("step", 1, position=1, key="x"), make_fact("step", 2, position=2, key="x", text=text)]
        return [(f.severity.value, f.confidence.value, f.condition) for f in judge(facts).findings]

    repeated = "Langkah <no 2> mengulang langkah <no 1>."
    assert [("advice", "low", "Langkah terakhir.")] == found("end")
    assert [("critical", "high", repeated)] == found("cut")
    assert [("minor", "high", repeated)] == found("ok")


def test_variants_of_different_bindings(tmp_path: Path) -> None:
    """Each binding has its own variant; the outcome is still one."""
    judge = auditor(tmp_path, ("cases:", VARIANTS + "cases:")).judge
    facts = [*steps("x", "x"), make_fact("step", 3, position=3, key="x", text="cut")]
    judgement = judge(facts)

    assert ["critical", "critical", "minor"] == sorted(f.severity.value for f in judgement.findings)
    assert {"steps/duplicate": Outcome.FLAGGED} == judgement.outcomes


def test_no_variant_holds(tmp_path: Path) -> None:
    """A rule of variants is not flagged when its when holds and none of them does."""
    variants = VARIANTS.partition("  - severity: minor")[0]
    judge = auditor(tmp_path, ("cases:", variants + "cases:")).judge

    assert Outcome.CLEAN is outcome(judge(steps("x", "x")))


def test_confidence_is_the_weakest(tmp_path: Path) -> None:
    """A finding that rests on a badly read fact is as doubtful as that fact."""
    facts = [
        make_fact("step", 1, Confidence.MEDIUM, position=1, key="x"),
        make_fact("step", 2, Confidence.LOW, position=2, key="x"),
        make_fact("step", 3, position=3, key="y"),
    ]
    [finding] = auditor(tmp_path).judge(facts).findings
    assert Confidence.LOW is finding.confidence


def test_same_finding_is_made_once(tmp_path: Path) -> None:
    """Matches that say the same of the same place are one finding."""
    judge = auditor(tmp_path, ("{b.no} mengulang langkah {a.no}.", "{b.no} sudah ada."), ("[b, a]", "[b]")).judge

    assert ["Langkah <no 2> sudah ada.", "Langkah <no 3> sudah ada."] == [
        finding.condition for finding in judge(steps("x", "x", "x")).findings
    ]


def test_findings_are_sorted_by_place(tmp_path: Path) -> None:
    """By page, line, column, then rule, whatever the order of facts."""
    judge = auditor(tmp_path, ("[b, a]", "[a]"), ("langkah {a.no}", "langkah")).judge
    facts = steps("x", "y", "x", "y", "z", "z")
    for fact, (page, line) in zip(facts, [(2, 1), (1, 9), (3, 3), (1, 1), (1, 2), (4, 4)], strict=True):
        fact.evidence = (Evidence(quote=fact.id, page=page, line=line),)
    found = judge(facts).findings

    assert [(1, 2), (1, 9), (2, 1)] == [(f.evidence[0].page, f.evidence[0].line) for f in found]
    assert found == judge(facts[::-1]).findings


def test_evidence_is_shown_once_and_not_without_end(tmp_path: Path) -> None:
    """Equal places are shown once, and no finding shows more than a reader can look at."""
    judge = auditor(tmp_path).judge
    facts = steps("x", "x")
    facts[0].evidence = facts[1].evidence
    [finding] = judge(facts).findings
    assert facts[1].evidence == finding.evidence

    facts[0].evidence = tuple(Evidence(quote="q", line=n) for n in range(1, 40))
    [finding] = judge(facts).findings
    assert MAX_EVIDENCE == len(finding.evidence)


def test_evidence_of_facts_without_a_place(tmp_path: Path) -> None:
    """When the facts to show have no place, another bound fact's is shown; a finding is never without evidence."""
    judge = auditor(tmp_path, ("[b, a]", "[b]")).judge
    facts = steps("x", "x")
    facts[1].evidence = ()
    [finding] = judge(facts).findings
    assert facts[0].evidence == finding.evidence

    facts[0].evidence = ()
    [finding] = judge(facts).findings
    assert (Evidence(quote=""),) == finding.evidence


def test_fingerprint_outlives_moved_lines(tmp_path: Path) -> None:
    """Neither lines, blanks and case of the quote nor line numbers in the words change it; the quote does."""
    judge = auditor(tmp_path, ("Langkah {b.no}", "Langkah pada baris {b.no}"), (" {a.no}.'", ".'")).judge

    def fingerprint(offset: int, quote: str) -> str:
        facts = steps("x", "x")
        for number, fact in enumerate(facts, start=offset):
            fact.evidence = (Evidence(quote=quote, line=number),)
            fact.words["no"] = f"{number}-{number + 3}"
        [finding] = judge(facts).findings
        assert f"baris {offset + 1}-" in finding.condition
        return finding.fingerprint

    base = fingerprint(1, "Terima surat")
    assert base == fingerprint(90, "terima  SURAT")
    assert base != fingerprint(1, "Catat surat")


def test_equal_findings_have_their_own_fingerprints(tmp_path: Path) -> None:
    """Two findings of the same words at two places are counted, in the order of the document."""
    judge = auditor(tmp_path, ("langkah {a.no}", "langkah"), ("Langkah {b.no}", "Langkah")).judge
    facts = steps("x", "x", "y", "y", "z", "z")
    for fact in facts:
        fact.evidence = (Evidence(quote="sama", line=int(fact.id[1:])),)
    first = [finding.fingerprint for finding in judge(facts).findings]
    without_the_last = [finding.fingerprint for finding in judge(facts[:4]).findings]

    assert 3 == len(set(first))
    assert first[:2] == without_the_last


def test_rules_for_other_documents_do_not_count(tmp_path: Path) -> None:
    """A rule that does not apply to the kind of document has no outcome."""
    other = RULE.replace("LK-02", "KN-01").replace("[sop]", "[performance]")
    judge = Auditor(pack_of(tmp_path, **{"performance/other": other})).judge

    assert ["steps/duplicate"] == list(judge(steps("x")).outcomes)
    assert ["performance/other"] == list(judge(steps("x"), "performance").outcomes)
    assert ["performance/other"] == [finding.rule for finding in judge(steps("x", "x"), "performance").findings]


def test_only_and_skip(tmp_path: Path) -> None:
    """An auditor may hold a part of the pack; an unknown rule is an error."""
    pack = pack_of(tmp_path, **{"identity/other": RULE.replace("LK-02", "ID-01")})

    assert ["identity/other"] == list(Auditor(pack, only=["ID-01"]).judge([]).outcomes)
    assert ["steps/duplicate"] == list(Auditor(pack, skip=["identity/*"]).judge([]).outcomes)
    assert {} == Auditor(pack, skip=["*"]).judge(steps("x", "x")).outcomes
    with pytest.raises(UnknownRuleError):
        Auditor(pack, only=["ID-02"])


def test_engine_that_refuses(tmp_path: Path) -> None:
    """Facts that the engine refuses end in error for every rule: never in clean, never in a finding."""
    held = auditor(tmp_path)
    judgement = held.judge([make_fact("step", position=2**60)])

    assert {"steps/duplicate": Outcome.ERROR} == judgement.outcomes
    assert (["engine"], (), 1) == ([e.code for e in judgement.errors], judgement.findings, judgement.counts().error)
    assert not held.poisoned
    assert Outcome.CLEAN is outcome(held.judge(steps("x")))


def test_document_that_is_too_large(tmp_path: Path) -> None:
    """Too many facts are told apart from a failure."""
    judgement = auditor(tmp_path).judge(steps(*"x" * 20_001))

    assert ["too-large"] == [error.code for error in judgement.errors]


def test_counts(tmp_path: Path) -> None:
    """Every rule is counted once."""
    rules = {f"own/r{n}": RULE.replace("LK-02", f"XX-{n:02}") for n in range(3)}
    rules["own/r1"] = rules["own/r1"].replace("step\n", "entry\n").replace("kind: step", "kind: entry")
    counts = Auditor(load_pack(write_pack(tmp_path, rules))).judge(steps("x", "x")).counts()

    assert (2, 1, 0) == (counts.flagged, counts.not_applicable, counts.clean)
