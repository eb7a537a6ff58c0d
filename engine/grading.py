"""
Outcomes and findings -> score, letter, verdict, along `rules/grading.yaml`.

Within a component the score is the weight of the clean rules over the weight of the evaluated ones; the components
that have an evaluated rule are averaged with their weights. Rules that could not be evaluated open the bounds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from engine.audit import Judgement
from engine.pack import Pack
from schemas.grading import Grading, VerdictName, VerdictRule
from schemas.report import Confidence, Finding, Grade, Outcome, Score, Severity
from schemas.rule import Rule

_CENT = Decimal("0.01")
_HUNDRED = Decimal(100)
_ZERO = Decimal(0)


@dataclass(slots=True)
class _Tally:
    """Weights of one component."""

    clean: Decimal = _ZERO
    evaluated: Decimal = _ZERO

    def add(self, weight: Decimal, *, clean: bool) -> None:
        self.evaluated += weight
        if clean:
            self.clean += weight


_Tallies = dict[str, _Tally]


def grade(judgement: Judgement, pack: Pack) -> tuple[Score | None, Grade | None, VerdictName | None]:
    """
    Grade one document.

    Returns:
        Score (0-100, two decimals), letters and verdict; three times None when no rule was evaluated.
    """
    grading = pack.grading
    value, low, high = (_points(tallies, grading) for tallies in _weigh(judgement, pack))
    if value is None or low is None or high is None:
        return None, None, None
    score = Score(value=value, low=low, high=high)
    letter, *bounds = (
        _capped(_letter(one, grading), judgement.findings, grading) for one in (score.value, score.low, score.high)
    )
    return score, Grade(value=letter, low=bounds[0], high=bounds[1]), _verdict(score.value, letter, judgement, grading)


def _weigh(judgement: Judgement, pack: Pack) -> tuple[_Tallies, _Tallies, _Tallies]:
    """Sum the weights for the value and for its lower and upper bound."""
    value: _Tallies = {}
    low: _Tallies = {}
    high: _Tallies = {}
    found = _by_rule(judgement.findings)
    for rule in pack.rules:
        outcome = judgement.outcomes.get(rule.name)
        gravest = pack.grading.severity_weights[_gravest(rule)]
        if outcome is Outcome.NOT_EVALUATED:
            _tally(low, rule).add(gravest, clean=False)
            _tally(high, rule).add(gravest, clean=True)
        elif outcome is Outcome.CLEAN:
            for tallies in (value, low, high):
                _tally(tallies, rule).add(gravest, clean=True)
        elif outcome is Outcome.FLAGGED:
            findings = found.get(rule.name, [])
            sure = [finding for finding in findings if finding.confidence is not Confidence.LOW]
            for tallies, counted in ((value, sure), (low, findings), (high, sure)):
                weight = _weight(counted, pack.grading) if counted else gravest
                _tally(tallies, rule).add(weight, clean=not counted)
    return value, low, high


def _tally(tallies: _Tallies, rule: Rule) -> _Tally:
    return tallies.setdefault(rule.component, _Tally())


def _by_rule(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.rule, []).append(finding)
    return found


def _gravest(rule: Rule) -> Severity:
    """A rule with variants that is clean weighs as its gravest: that is what it was spared."""
    severities = [variant.severity or rule.severity for variant in rule.variants] or [rule.severity]
    return min(severities, key=lambda severity: severity.rank)


def _weight(findings: Sequence[Finding], grading: Grading) -> Decimal:
    return max(grading.severity_weights[finding.severity] for finding in findings)


def _points(tallies: _Tallies, grading: Grading) -> Decimal | None:
    """Average over the components; None when nothing was evaluated."""
    total = weights = _ZERO
    for component, tally in tallies.items():
        weight = grading.components[component].weight
        weights += weight
        total += weight * tally.clean / tally.evaluated
    if not weights:
        return None
    return (_HUNDRED * total / weights).quantize(_CENT, rounding=ROUND_HALF_UP)


def _letter(points: Decimal, grading: Grading) -> str:
    return next(band.letter for band in grading.bands if band.above is None or points > band.above)


def _capped(letter: str, findings: Sequence[Finding], grading: Grading) -> str:
    cap = grading.cap
    if not any(finding.severity is cap.severity and finding.confidence in cap.confidence for finding in findings):
        return letter
    letters = [band.letter for band in grading.bands]
    return max(letter, cap.letter, key=letters.index)


def _verdict(points: Decimal, letter: str, judgement: Judgement, grading: Grading) -> VerdictName:
    for rule in grading.verdicts:
        if _applies(rule, points, letter, judgement.findings, grading):
            return rule.verdict
    return grading.otherwise


def _applies(rule: VerdictRule, points: Decimal, letter: str, findings: Sequence[Finding], grading: Grading) -> bool:
    if any(finding.severity in rule.severities and finding.confidence in rule.confidence for finding in findings):
        return True
    if rule.score_below is not None and points < rule.score_below:
        return True
    letters = [band.letter for band in grading.bands]
    return rule.letter_below is not None and letters.index(letter) > letters.index(rule.letter_below)
