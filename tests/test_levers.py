"""Which rules to mend first: what a finding costs, caps, ties; and what holds for every document."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.audit import Judgement
from engine.grading import MAX_LEVERS, Graded, Grader
from engine.pack import Pack
from schemas.evidence import Evidence
from schemas.report import Confidence, Finding, Outcome, Severity
from tests.packs import rules_pack

PACK = rules_pack()
GRADER = Grader(PACK)
LETTERS = [band.letter for band in PACK.grading.bands]
NAMES = [rule.name for rule in PACK.rules if "sop" in rule.applies_to]


def finding(rule: str, severity: str = "major", confidence: str = "high", fingerprint: str = "0" * 16) -> Finding:
    """A finding that says no more than grading asks for."""
    return Finding(
        rule=rule, code="XX-01", severity=Severity(severity), confidence=Confidence(confidence), component="prosedur",
        title="t", condition="c", criterion="k", effect="e", recommendation="r", evidence=(Evidence(quote="q"),),
        fingerprint=fingerprint,
    )  # fmt: skip


def judged(*findings: Finding, unknown: tuple[str, ...] = ()) -> Judgement:
    """All rules of the pack clean but those with findings and those that could not be evaluated."""
    outcomes = dict.fromkeys(NAMES, Outcome.CLEAN) | dict.fromkeys(unknown, Outcome.NOT_EVALUATED)
    return Judgement(outcomes | {one.rule: Outcome.FLAGGED for one in findings}, findings)


def without(judgement: Judgement, *rules: str) -> Judgement:
    """The same document once these rules are kept."""
    kept = tuple(one for one in judgement.findings if one.rule not in rules)
    return Judgement(dict(judgement.outcomes) | dict.fromkeys(rules, Outcome.CLEAN), kept)


def levers(graded: Graded) -> list[str]:
    """The rules to mend, in order."""
    return [one.rule for one in graded.levers]


def test_a_clean_document_has_nothing_to_mend() -> None:
    """Nor has one whose only finding is doubtful: it does not count in the value."""
    assert GRADER.grade(judged()).levers == ()
    assert GRADER.grade(judged(finding("steps/duplicate", confidence="low"))).levers == ()


def test_the_dearest_rule_stands_first() -> None:
    """A major flaw in the sections costs more than a minor one there."""
    graded = GRADER.grade(judged(finding("section/empty", "minor"), finding("section/missing", "major")))

    assert ["section/missing", "section/empty"] == levers(graded)
    assert [Decimal("100.00")] == [one.score for one in graded.levers[-1:]]


def test_every_finding_of_a_rule_has_to_go() -> None:
    """The lever names them all, one rule with three findings being one thing to mend."""
    prints = ["a" * 16, "b" * 16, "c" * 16]
    graded = GRADER.grade(judged(*[finding("steps/duplicate", fingerprint=one) for one in prints]))

    assert [tuple(prints)] == [one.fingerprints for one in graded.levers]
    assert ["AA"] == [one.grade for one in graded.levers]


def test_a_cap_is_lifted_before_points_are_gained() -> None:
    """As long as a critical finding stands no other mending raises the letter, whatever it is worth."""
    majors = [finding(name) for name in ("section/missing", "steps/duplicate", "office/name-mismatch")]
    graded = GRADER.grade(judged(finding("person/nip-mismatch", "critical"), *majors))

    assert graded.grade is not None
    assert "C" == graded.grade.value
    assert "person/nip-mismatch" == levers(graded)[0]
    assert LETTERS.index(graded.levers[0].grade) < LETTERS.index("C")


def test_all_caps_together_where_three_are_enough() -> None:
    """Two critical findings hold the letter: only the pair lifts it, so both are named."""
    critical = [finding(name, "critical") for name in ("person/nip-mismatch", "legal/missing")]
    majors = [finding(name) for name in ("section/missing", "steps/duplicate", "identity/date-order")]
    graded = GRADER.grade(judged(*critical, *majors))

    assert {"person/nip-mismatch", "legal/missing"} == set(levers(graded)[:2])
    assert "C" == graded.levers[0].grade
    assert "C" != graded.levers[1].grade


def test_more_caps_than_are_named_do_not_hide_the_points() -> None:
    """Four critical findings cannot be lifted by three mendings; then what gains most is named."""
    names = ("person/nip-mismatch", "legal/missing", "identity/block-missing", "steps/table-missing")
    graded = GRADER.grade(judged(*[finding(name, "critical") for name in names]))

    assert MAX_LEVERS == len(graded.levers)
    assert {"C"} == {one.grade for one in graded.levers}


def test_equal_gains_stand_by_name() -> None:
    """The same report on any number of processes."""
    findings = [finding(name, "minor") for name in ("related/numbering-gap", "related/duplicate", "section/empty")]
    graded = [GRADER.grade(judged(*order)) for order in (findings, findings[::-1])]

    assert graded[0].levers == graded[1].levers
    assert ["related/duplicate", "related/numbering-gap", "section/empty"] == levers(graded[0])


@pytest.mark.parametrize("count", [1, 5, 10, 20])
def test_advice_does_not_drown_a_document(count: int) -> None:
    """Advice on rules of every topic: a document without other flaws keeps one of the best letters."""
    rules = [rule.name for rule in PACK.rules if rule.name in NAMES and rule.severity is not Severity.CRITICAL]
    graded = GRADER.grade(judged(*[finding(name, "advice") for name in rules[:: len(rules) // count][:count]]))

    assert graded.grade is not None
    assert graded.grade.value in ("AA", "A")
    assert "layak" == graded.verdict


# --- whatever the document ------------------------------------------------------------------------------------------

ENDS = st.sampled_from(["clean", "clean", "flagged", "flagged", "unknown", "not-applicable"])
CERTAIN = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def judgements(draw: st.DrawFn) -> Judgement:
    """Any outcome for a part of the rules of the pack; findings of the severities that their rules have."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=14, unique=True))
    outcomes: dict[str, Outcome] = {}
    findings: list[Finding] = []
    for name in names:
        end = draw(ENDS)
        outcomes[name] = {"unknown": Outcome.NOT_EVALUATED}.get(end) or Outcome(end)
        for number in range(draw(st.integers(1, 2)) if end == "flagged" else 0):
            severity = draw(st.sampled_from(_severities(PACK, name)))
            confidence = draw(st.sampled_from([one.value for one in Confidence]))
            findings.append(finding(name, severity, confidence, f"{len(findings):015x}{number}"))
    return Judgement(outcomes, tuple(findings))


def _severities(pack: Pack, name: str) -> list[str]:
    rule = pack.rule(name)
    return [(variant.severity or rule.severity).value for variant in rule.variants] or [rule.severity.value]


def _rank(letter: str) -> int:
    return LETTERS.index(letter)


@CERTAIN
@given(judgements())
def test_the_value_lies_between_its_bounds(judgement: Judgement) -> None:
    """So do the letters."""
    graded = GRADER.grade(judgement)
    if graded.score is None or graded.grade is None:
        return

    assert 0 <= graded.score.low <= graded.score.value <= graded.score.high <= 100
    assert _rank(graded.grade.low) >= _rank(graded.grade.value) >= _rank(graded.grade.high)


@CERTAIN
@given(judgements(), st.randoms(use_true_random=False))
def test_mending_a_finding_never_costs_anything(judgement: Judgement, random) -> None:
    """Neither score nor letter falls when one finding is gone, on both bounds."""
    if not judgement.findings:
        return
    gone = random.choice(judgement.findings)
    left = tuple(one for one in judgement.findings if one is not gone)
    kept = gone.rule not in {one.rule for one in left}
    outcomes = dict(judgement.outcomes) | ({gone.rule: Outcome.CLEAN} if kept else {})
    before, after = GRADER.grade(judgement), GRADER.grade(Judgement(outcomes, left))
    if before.score is None or after.score is None or before.grade is None or after.grade is None:
        return

    for bound in ("low", "value", "high"):
        assert getattr(before.score, bound) <= getattr(after.score, bound)
        assert _rank(getattr(before.grade, bound)) >= _rank(getattr(after.grade, bound))


@CERTAIN
@given(judgements())
def test_levers_are_what_grading_once_more_gives(judgement: Judgement) -> None:
    """Score and letter of each are exact, and each begins where the one before it ended."""
    graded = GRADER.grade(judgement)
    mended: list[str] = []
    for lever in graded.levers:
        mended.append(lever.rule)
        again = GRADER.grade(without(judgement, *mended))
        assert again.score is not None
        assert again.grade is not None
        assert (lever.score, lever.grade) == (again.score.value, again.grade.value)
        assert set(lever.fingerprints) == {one.fingerprint for one in judgement.findings if one.rule == lever.rule}


@CERTAIN
@given(judgements())
def test_no_other_set_of_rules_reaches_a_better_letter(judgement: Judgement) -> None:
    """Against all sets of as many rules; a set with the same letter may have a hair more points."""
    graded = GRADER.grade(judgement)
    rules = sorted({one.rule for one in judgement.findings if one.confidence is not Confidence.LOW})
    if not graded.levers:
        return
    assert len(graded.levers) == min(MAX_LEVERS, len(rules))
    others = [GRADER.grade(without(judgement, *some)) for some in combinations(rules, len(graded.levers))]
    best = min(_rank(one.grade.value) for one in others if one.grade)
    most = max(one.score.value for one in others if one.score and one.grade and _rank(one.grade.value) == best)

    assert _rank(graded.levers[-1].grade) == best
    assert graded.levers[-1].score >= most - Decimal(1)
