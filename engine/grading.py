"""
Outcomes and findings -> score, letter, verdict, along `rules/grading.yaml`.

Within a component the score is the weight of the clean rules over the weight of the evaluated ones; the components
that have an evaluated rule are averaged with their weights. Rules that could not be evaluated open the bounds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from engine.audit import Judgement
from engine.pack import Pack
from schemas.grading import VerdictName, VerdictRule
from schemas.report import Confidence, Finding, Grade, Lever, Outcome, Score, Severity
from schemas.rule import Rule

MAX_LEVERS = 3
"""Rules that the report names as those whose findings cost the letter."""

_CENT = Decimal("0.01")
_HUNDRED = Decimal(100)
_ZERO = Decimal(0)


class _Tally(NamedTuple):
    """Weights of one component."""

    clean: Decimal = _ZERO
    evaluated: Decimal = _ZERO

    def plus(self, weight: Decimal, *, clean: bool) -> _Tally:
        return _Tally(self.clean + weight if clean else self.clean, self.evaluated + weight)

    def mended(self, flaw: _Flaw) -> _Tally:
        """What it would be if that rule were clean."""
        return _Tally(self.clean + flaw.spared, self.evaluated + flaw.spared - flaw.weight)


_Tallies = dict[str, _Tally]
_EMPTY = _Tally()


@dataclass(frozen=True, slots=True)
class _Flaw:
    """A broken rule that counts in the value."""

    rule: str
    component: str
    weight: Decimal
    """Of the gravest finding."""
    spared: Decimal
    """The weight of the rule when it is clean."""
    caps: bool
    """One of its findings holds the letter down."""


@dataclass(slots=True)
class _Weighed:
    """The weights of one document, for the value and for its bounds."""

    value: _Tallies
    low: _Tallies
    high: _Tallies
    flaws: list[_Flaw]


@dataclass(frozen=True, slots=True)
class Graded:
    """What one document is worth; score, letters and verdict are None when no rule was evaluated."""

    score: Score | None = None
    grade: Grade | None = None
    verdict: VerdictName | None = None
    levers: tuple[Lever, ...] = ()


@dataclass(frozen=True, slots=True)
class ComponentWorking:
    """What one component contributes to the score, for those who recompute it."""

    component: str
    clean: Decimal
    """Weight of the clean rules."""
    evaluated: Decimal
    counts: Decimal
    """How much of the weight of the component counts."""
    earned: Decimal


class Grader:
    """The grading of a pack, with everything computed that does not depend on a document."""

    def __init__(self, pack: Pack) -> None:
        self._grading = pack.grading
        self._letters = [band.letter for band in pack.grading.bands]
        weights = pack.grading.severity_weights
        self._rules = {
            (rule.name, kind): (pack.grading.component_in(rule.component, kind) or "", weights[_gravest(rule)])
            for rule in pack.rules
            for kind in rule.applies_to
        }
        """Rule and kind of document -> component and weight of the rule when it is clean."""

    def grade(self, judgement: Judgement) -> Graded:
        """Grade one document."""
        weighed = self._weigh(judgement)
        value, low, high = (self._points(tallies) for tallies in (weighed.value, weighed.low, weighed.high))
        if value is None or low is None or high is None:
            return Graded()
        capped = any(flaw.caps for flaw in weighed.flaws)
        doubtful = any(finding.severity is self._grading.cap.severity for finding in judgement.findings)
        letter = self._letter(value, capped=capped)
        letters = Grade.model_construct(
            value=letter,
            low=self._letter(low, capped=capped or doubtful),
            high=self._letter(high, capped=capped),
        )
        return Graded(
            Score.model_construct(value=value, low=low, high=high),
            letters,
            self._verdict(value, letter, judgement.findings),
            self._levers(weighed, judgement.findings),
        )

    def working(self, judgement: Judgement) -> tuple[ComponentWorking, ...]:
        """The components in the order of `rules/grading.yaml`; the score is `earned` over `counts`, summed."""
        tallies = self._weigh(judgement).value
        return tuple(
            ComponentWorking(name, *tallies[name], *self._counts(name, tallies[name]))
            for name in self._grading.components
            if name in tallies
        )

    def _weigh(self, judgement: Judgement) -> _Weighed:
        kind = judgement.kind
        clean: dict[str, Decimal] = {}
        for name, outcome in judgement.outcomes.items():
            if outcome is Outcome.CLEAN:
                component, spared = self._rules[name, kind]
                clean[component] = clean.get(component, _ZERO) + spared
        value = {component: _Tally(weight, weight) for component, weight in clean.items()}
        weighed = _Weighed(value, dict(value), dict(value), [])
        found = _by_rule(judgement.findings)
        for name, outcome in judgement.outcomes.items():
            if outcome is Outcome.NOT_EVALUATED:
                component, spared = self._rules[name, kind]
                _add(weighed.low, component, spared, clean=False)
                _add(weighed.high, component, spared, clean=True)
            elif outcome is Outcome.FLAGGED:
                self._weigh_flagged(weighed, self._rules[name, kind], name, found.get(name, ()))
        return weighed

    def _weigh_flagged(
        self, weighed: _Weighed, place: tuple[str, Decimal], name: str, findings: Sequence[Finding]
    ) -> None:
        """A finding of low confidence counts in the lower bound only."""
        component, spared = place
        sure = [finding for finding in findings if finding.confidence is not Confidence.LOW]
        weight = self._weight(sure) if sure else spared
        for tallies in (weighed.value, weighed.high):
            _add(tallies, component, weight, clean=not sure)
        _add(weighed.low, component, self._weight(findings) if findings else spared, clean=not findings)
        if sure:
            weighed.flaws.append(_Flaw(name, component, weight, spared, any(map(self._caps, sure))))

    def _weight(self, findings: Iterable[Finding]) -> Decimal:
        return max(self._grading.severity_weights[finding.severity] for finding in findings)

    def _caps(self, finding: Finding) -> bool:
        cap = self._grading.cap
        return finding.severity is cap.severity and finding.confidence in cap.confidence

    def _points(self, tallies: _Tallies) -> Decimal | None:
        """Average over the components; None when nothing was evaluated."""
        parts = [self._counts(component, tally) for component, tally in tallies.items()]
        counts = sum((count for count, _ in parts), _ZERO)
        if not counts:
            return None
        earned = sum((earning for _, earning in parts), _ZERO)
        return (_HUNDRED * earned / counts).quantize(_CENT, rounding=ROUND_HALF_UP)

    def _counts(self, component: str, tally: _Tally) -> tuple[Decimal, Decimal]:
        """How much a component counts, and how much of that it earns."""
        weight = self._grading.components[component].weight
        return weight, weight * tally.clean / tally.evaluated

    def _letter(self, points: Decimal, *, capped: bool) -> str:
        letter = next(band.letter for band in self._grading.bands if band.above is None or points > band.above)
        return max(letter, self._grading.cap.letter, key=self._letters.index) if capped else letter

    # levers ---------------------------------------------------------------------------------------------------

    def _levers(self, weighed: _Weighed, findings: Sequence[Finding]) -> tuple[Lever, ...]:
        """The rules whose mending raises the letter most, and the score where the letter is the same."""
        if not weighed.flaws:
            return ()
        fingerprints: dict[str, list[str]] = {}
        for finding in findings:
            fingerprints.setdefault(finding.rule, []).append(finding.fingerprint)
        steps = [self._steps(weighed, way, fingerprints) for way in self._ways(weighed)]
        return min(steps, key=lambda way: (self._letters.index(way[-1].grade), -way[-1].score))

    def _ways(self, weighed: _Weighed) -> Iterator[list[_Flaw]]:
        """
        The sets of rules that come into question.

        A cap falls only with the last finding that holds the letter down: so all of those first, and then, or without
        them when they are too many, each time the rule that gains most points.
        """
        greedy = self._best(weighed.value, weighed.flaws, [])
        capping = [flaw for flaw in weighed.flaws if flaw.caps]
        if 0 < len(capping) <= MAX_LEVERS:
            first = [flaw for flaw in greedy if flaw.caps]
            if len(first) == len(capping):
                yield first + [flaw for flaw in greedy if not flaw.caps]
                return
            yield self._best(weighed.value, weighed.flaws, self._best(weighed.value, capping, []))
        yield greedy

    def _best(self, tallies: _Tallies, flaws: Sequence[_Flaw], begun: list[_Flaw]) -> list[_Flaw]:
        """Go on with *begun*: one flaw after the other, each time the one that gains most; equal ones by name."""
        chosen = list(begun)
        now = dict(tallies)
        for flaw in chosen:
            now[flaw.component] = now[flaw.component].mended(flaw)
        left = [flaw for flaw in flaws if flaw not in chosen]
        while left and len(chosen) < MAX_LEVERS:
            best = self._dearest(now, left)
            left.remove(best)
            chosen.append(best)
            now[best.component] = now[best.component].mended(best)
        return chosen

    def _dearest(self, tallies: _Tallies, flaws: Sequence[_Flaw]) -> _Flaw:
        parts = {component: self._counts(component, tally) for component, tally in tallies.items()}
        counts = sum((count for count, _ in parts.values()), _ZERO)
        earned = sum((earning for _, earning in parts.values()), _ZERO)

        after: dict[tuple[str, Decimal, Decimal], Decimal] = {}

        def rank(flaw: _Flaw) -> tuple[Decimal, str]:
            alike = (flaw.component, flaw.weight, flaw.spared)
            share = after.get(alike)
            if share is None:
                count, earning = parts[flaw.component]
                count_after, earning_after = self._counts(flaw.component, tallies[flaw.component].mended(flaw))
                share = after[alike] = (earned - earning + earning_after) / (counts - count + count_after)
            return -share, flaw.rule

        return min(flaws, key=rank)

    def _steps(
        self, weighed: _Weighed, way: Sequence[_Flaw], fingerprints: Mapping[str, Sequence[str]]
    ) -> tuple[Lever, ...]:
        """The grade after each flaw is mended, together with those before it."""
        tallies = dict(weighed.value)
        capping = sum(flaw.caps for flaw in weighed.flaws)
        levers = []
        for flaw in way:
            tallies[flaw.component] = tallies[flaw.component].mended(flaw)
            capping -= flaw.caps
            points = self._points(tallies)
            assert points is not None
            letter = self._letter(points, capped=capping > 0)
            levers.append(
                Lever.model_construct(
                    rule=flaw.rule, fingerprints=tuple(fingerprints[flaw.rule]), score=points, grade=letter
                )
            )
        return tuple(levers)

    # verdict --------------------------------------------------------------------------------------------------

    def _verdict(self, points: Decimal, letter: str, findings: Sequence[Finding]) -> VerdictName:
        for rule in self._grading.verdicts:
            if self._applies(rule, points, letter, findings):
                return rule.verdict
        return self._grading.otherwise

    def _applies(self, rule: VerdictRule, points: Decimal, letter: str, findings: Sequence[Finding]) -> bool:
        if any(finding.severity in rule.severities and finding.confidence in rule.confidence for finding in findings):
            return True
        if rule.score_below is not None and points < rule.score_below:
            return True
        index = self._letters.index
        return rule.letter_below is not None and index(letter) > index(rule.letter_below)


def grade(judgement: Judgement, pack: Pack) -> tuple[Score | None, Grade | None, VerdictName | None]:
    """
    Grade one document; who grades many keeps a `Grader`.

    Returns:
        Score (0-100, two decimals), letters and verdict; three times None when no rule was evaluated.
    """
    graded = Grader(pack).grade(judgement)
    return graded.score, graded.grade, graded.verdict


def _add(tallies: _Tallies, component: str, weight: Decimal, *, clean: bool) -> None:
    tallies[component] = tallies.get(component, _EMPTY).plus(weight, clean=clean)


def _by_rule(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.rule, []).append(finding)
    return found


def _gravest(rule: Rule) -> Severity:
    """A rule with variants that is clean weighs as its gravest: that is what it was spared."""
    severities = [variant.severity or rule.severity for variant in rule.variants] or [rule.severity]
    return min(severities, key=lambda severity: severity.rank)
