"""Score, letters and verdict."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from engine.audit import Auditor, Judgement
from engine.errors import RulePackErrors
from engine.grading import Grader, grade
from engine.pack import Pack, load_pack
from schemas.evidence import Evidence
from schemas.report import Confidence, Finding, Outcome, Severity
from tests.packs import rules_pack
from tests.samples import GRADING, RULE, make_fact, write_pack

VARIANTS = "variants:\n  - severity: critical\n  - severity: advice\n"


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    """
    Three major rules and one of variants (critical, advice) in prosedur (60), a minor one in identitas (40).
    """
    rules = {f"steps/m{n}": RULE.replace("LK-02", f"LK-{n:02}") for n in range(3)}
    rules["steps/v"] = RULE.replace("LK-02", "LK-09").replace("cases:", VARIANTS + "cases:")
    minor = RULE.replace("severity: major", "severity: minor").replace("prosedur\n", "identitas\n")
    rules["identity/i"] = minor.replace("LK-02", "ID-01")
    return load_pack(write_pack(tmp_path, rules))


def finding(rule: str, severity: str = "major", confidence: str = "high") -> Finding:
    return Finding(
        rule=rule, code="XX-01", severity=Severity(severity), confidence=Confidence(confidence), component="prosedur",
        title="t", condition="c", criterion="k", effect="e", recommendation="r", evidence=(Evidence(quote="q"),),
        fingerprint="0" * 16,
    )  # fmt: skip


def judged(*findings: Finding, **outcomes: str) -> Judgement:
    names = {"m0": "steps/m0", "m1": "steps/m1", "m2": "steps/m2", "v": "steps/v", "i": "identity/i"}
    return Judgement({names[name]: Outcome(value) for name, value in outcomes.items()}, findings)


def graded(pack: Pack, judgement: Judgement) -> tuple[str, str, str, str]:
    """Return value, bounds and letters as text, and the verdict."""
    score, letters, verdict = grade(judgement, pack)
    assert score is not None
    assert letters is not None
    assert verdict is not None
    return str(score.value), f"{score.low}-{score.high}", f"{letters.value} {letters.low}-{letters.high}", verdict


def test_all_clean(pack: Pack) -> None:
    """A document without a flaw has 100, the best letter, and is fit."""
    judgement = judged(m0="clean", m1="clean", v="clean", i="clean")

    assert ("100.00", "100.00-100.00", "A A-A", "layak") == graded(pack, judgement)


def test_weights_within_and_over_components(pack: Pack) -> None:
    """One of three major rules flagged: 10/15 of prosedur (60), all of identitas (40)."""
    judgement = judged(finding("steps/m0"), m0="flagged", m1="clean", m2="clean", i="clean")

    assert ("80.00", "80.00-80.00", "B B-B", "layak dengan catatan") == graded(pack, judgement)


def test_components_without_an_evaluated_rule_do_not_count(pack: Pack) -> None:
    """Rules that do not apply, or ended in error, weigh nothing."""
    judgement = judged(finding("steps/m0"), m0="flagged", m1="clean", m2="not-applicable", i="error")

    assert "50.00" == graded(pack, judgement)[0]


def test_not_evaluated_opens_the_bounds(pack: Pack) -> None:
    """Low counts what could not be judged as flagged, high as clean; the value leaves it out."""
    judgement = judged(finding("steps/m0"), m0="flagged", m1="clean", m2="not-evaluated", i="not-evaluated")

    assert ("50.00", "20.00-80.00", "C D-B", "layak dengan catatan") == graded(pack, judgement)


def test_low_confidence_counts_in_low_only(pack: Pack) -> None:
    """A doubtful finding does not lower the value, nor spoil the verdict."""
    judgement = judged(finding("steps/m0", confidence="low"), m0="flagged", m1="clean", m2="clean", i="clean")

    assert ("100.00", "80.00-100.00", "A B-A", "layak") == graded(pack, judgement)


def test_rule_with_variants_weighs_as_what_fired(pack: Pack) -> None:
    """Clean it weighs as its gravest variant (10), flagged as the gravest that fired."""
    clean = judged(finding("steps/m0"), m0="flagged", v="clean")
    advice = judged(finding("steps/v", "advice"), m0="clean", v="flagged")
    critical = judged(finding("steps/v", "critical"), finding("steps/v", "advice"), m0="clean", v="flagged")

    assert "66.67" == graded(pack, clean)[0]
    assert "90.91" == graded(pack, advice)[0]
    assert "33.33" == graded(pack, critical)[0]


def test_rounding_is_half_up(pack: Pack) -> None:
    """2 of 3 are 66.67, and the letter follows from what is printed."""
    judgement = judged(finding("steps/m0"), m0="flagged", m1="clean", m2="clean")

    assert ("66.67", "66.67-66.67", "B B-B", "layak dengan catatan") == graded(pack, judgement)


@pytest.mark.parametrize(
    ("confidence", "letters", "verdict"),
    [("high", "C C-C", "belum layak"), ("medium", "C C-C", "belum layak"), ("low", "A C-A", "layak")],
)
def test_critical_finding_caps_the_letter(pack: Pack, confidence: str, letters: str, verdict: str) -> None:
    """Hardly in doubt it holds all letters down and makes the document unfit; in doubt only the lowest letter."""
    judgement = judged(
        finding("steps/m0", "critical", confidence), m0="flagged", m1="clean", m2="clean", v="clean", i="clean"
    )

    assert (letters, verdict) == graded(pack, judgement)[2:]


def test_cap_does_not_lift(pack: Pack) -> None:
    """A letter below the cap stays."""
    judgement = judged(finding("steps/m0", "critical"), finding("identity/i"), m0="flagged", i="flagged")

    assert ("0.00", "0.00-0.00", "D D-D", "belum layak") == graded(pack, judgement)


def test_low_score_alone_is_worth_a_remark(pack: Pack) -> None:
    """Many small flaws and no major one: below the limit it is fit with remarks, below the letter not fit."""
    judgement = judged(finding("identity/i", "minor"), m0="clean", i="flagged")
    only = judged(finding("identity/i", "minor"), i="flagged")

    assert ("60.00", "layak dengan catatan") == (graded(pack, judgement)[0], graded(pack, judgement)[3])
    assert ("0.00", "belum layak") == (graded(pack, only)[0], graded(pack, only)[3])


@pytest.mark.parametrize("outcomes", [{}, {"m0": "not-applicable"}, {"m0": "error"}, {"m0": "not-evaluated"}])
def test_nothing_evaluated(pack: Pack, outcomes: dict[str, str]) -> None:
    """Where no rule could be judged there is no score, rather than 0 or 100."""
    assert (None, None, None) == grade(judged(**outcomes), pack)


def test_bounds_enclose_the_value(pack: Pack) -> None:
    """Whatever the outcomes: low ≤ value ≤ high."""
    choices = ["clean", "flagged", "low", "not-evaluated", "not-applicable"]
    for m0 in choices:
        for v in choices:
            for i in choices:
                ends = {"m0": m0, "v": v, "i": i, "m1": "clean"}
                names = {"m0": "steps/m0", "v": "steps/v", "i": "identity/i"}
                found = [
                    finding(names[name], "advice" if name == "v" else "minor", "low" if end == "low" else "high")
                    for name, end in ends.items() if end in ("low", "flagged")
                ]  # fmt: skip
                outcomes = {name: "flagged" if end == "low" else end for name, end in ends.items()}
                score, _, _ = grade(judged(*found, **outcomes), pack)
                assert score is not None
                assert Decimal(0) <= score.low <= score.value <= score.high <= Decimal(100)


def test_rules_of_another_kind_of_document_count_where_the_component_says(tmp_path: Path) -> None:
    """A rule for both kinds counts in its own component in one, in the named one in the other."""
    table = "  tabel: {applies_to: [performance], counts_as: {sop: identitas}, weight: 7, title: Tabel}\n"
    grading = GRADING.replace("  identitas:", table + "  identitas:")
    both = RULE.replace("applies_to: [sop]", "applies_to: [performance, sop]").replace("prosedur\n", "tabel\n")
    pack = load_pack(
        write_pack(tmp_path, {"steps/m0": RULE, "steps/t": both.replace("LK-02", "LK-03")}, grading=grading)
    )
    outcomes = {"steps/m0": Outcome.CLEAN, "steps/t": Outcome.FLAGGED}
    flagged = (finding("steps/t"),)

    sop = Grader(pack).working(Judgement(outcomes, flagged))
    performance = Grader(pack).working(Judgement({"steps/t": Outcome.FLAGGED}, flagged, kind="performance"))

    assert ["prosedur 60 60", "identitas 40 0"] == [f"{one.component} {one.counts} {one.earned:.0f}" for one in sop]
    assert ["tabel 7 0"] == [f"{one.component} {one.counts} {one.earned:.0f}" for one in performance]
    assert {"identitas", "tabel"} == {
        Auditor(pack).judge([make_fact("step", n, position=n, key="x") for n in (1, 2)], kind).findings[-1].component
        for kind in ("sop", "performance")
    }


@pytest.mark.parametrize(
    ("components", "message"),
    [
        ("{weight: 1, title: T}", "applies_to"),
        ("{applies_to: [], weight: 1, title: T}", "applies_to"),
        ("{applies_to: [sop], counts_as: {sop: prosedur}, weight: 1, title: T}", "counts as itself"),
        ("{applies_to: [performance], counts_as: {sop: nothing}, weight: 1, title: T}", "cannot count as nothing"),
        ("{applies_to: [sop], counts_as: {archive: prosedur}, weight: 1, title: T}", "cannot count as prosedur"),
    ],
)
def test_components_say_for_which_documents(tmp_path: Path, components: str, message: str) -> None:
    """A component needs a kind of document; one that it stands for elsewhere must be one there."""
    grading = GRADING.replace("bands:", f"  other: {components}\nbands:", 1)

    with pytest.raises(RulePackErrors, match=message):
        load_pack(write_pack(tmp_path, {"steps/m0": RULE}, grading=grading))


def test_grading_of_the_project() -> None:
    """The file of the project: every component has a rule or waits for one, weights sum to 100, the cap is C."""
    pack = rules_pack()
    grading = pack.grading

    for kind in ("sop", "performance"):
        assert Decimal(100) == sum(one.weight for one in grading.components.values() if kind in one.applies_to)
    assert {rule.component for rule in pack.rules} <= grading.components.keys()
    assert ("AA", "D", "C") == (grading.bands[0].letter, grading.bands[-1].letter, grading.cap.letter)
