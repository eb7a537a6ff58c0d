"""
The loop: facts of one document -> one outcome for each rule, and findings.

Flagged comes before not-evaluated comes before not-applicable comes before clean: a defect that is seen counts, however
little of the rest could be read; and where nothing was seen, doubt is never silently good news.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from engine.compiler import ALWAYS, Plan, compile_rule, compile_tests
from engine.doubts import with_doubts
from engine.errors import EngineError
from engine.pack import Pack
from engine.predicates import Finder, finder
from engine.session import Match, Session
from engine.texts import Template
from schemas.evidence import Evidence
from schemas.facts import Fact, Scalar
from schemas.regulation import Regulation
from schemas.report import Confidence, DocumentError, DocumentKind, Finding, NotEvaluated, Outcome, Outcomes, Severity
from schemas.rule import Doubt, FindingTexts, Pattern, Rule, Source, Texts

Language = Literal["id", "en"]

MAX_EVIDENCE = 12
"""Places that one finding shows; more are no help to a reader."""

_LINE_NUMBERS = re.compile(r"\b(?:baris|lines?|halaman|pages?)\s+\d+(?:\s*[-–]\s*\d+)?", re.IGNORECASE)
_AKIP = {
    "id": "{regulation}, kriteria AKIP {number} (SOP ini bukti dukungnya)",
    "en": "{regulation}, AKIP criterion {number} (this SOP is evidence for it)",
}
_ABOUT = {"id": "tentang", "en": "on"}

ByKind = Mapping[str, Sequence[Fact]]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rules say about one document."""

    outcomes: Mapping[str, Outcome]
    """By rule name, each rule that applies to the kind of document."""
    findings: tuple[Finding, ...] = ()
    """By place, then rule."""
    not_evaluated: tuple[NotEvaluated, ...] = ()
    """By rule."""
    kind: DocumentKind = "sop"
    """Of the document."""
    errors: tuple[DocumentError, ...] = ()
    """Why no rule could be judged; then every outcome is error."""

    def counts(self) -> Outcomes:
        """Return how many rules ended how."""
        count = list(self.outcomes.values()).count
        return Outcomes.model_construct(
            clean=count(Outcome.CLEAN),
            flagged=count(Outcome.FLAGGED),
            not_applicable=count(Outcome.NOT_APPLICABLE),
            not_evaluated=count(Outcome.NOT_EVALUATED),
            error=count(Outcome.ERROR),
        )


class Auditor:
    """A rule pack, ready to judge one document after another. Make one for a process."""

    def __init__(
        self, pack: Pack, *, only: Iterable[str] = (), skip: Iterable[str] = (), lang: Language = "id"
    ) -> None:
        """
        *only* and *skip* are names, codes or patterns of rules; *lang* is the language of the findings.

        Raises:
            UnknownRuleError: a rule was asked for that the pack does not have.
            EngineError: durable_rules is missing or refuses the rules.
        """
        self._rules = [_ReadyRule(rule, pack, lang) for rule in pack.select(only, skip)]
        self._session = Session([plan for ready in self._rules for plan in ready.plans])

    @property
    def poisoned(self) -> bool:
        """Whether the engine failed in this process: let the process end, and use another for what is left."""
        return self._session.poisoned

    def judge(self, facts: Sequence[Fact], kind: DocumentKind = "sop") -> Judgement:
        """
        Give every rule for documents of *kind* exactly one outcome.

        An engine that refuses or fails is no defect of the document: then every outcome is error and `errors` says why.
        """
        rules = [ready for ready in self._rules if kind in ready.applies_to]
        try:
            found = self._session.matches(facts)
        except EngineError as error:
            failure = DocumentError(code=error.code, message=str(error))
            return Judgement({ready.name: Outcome.ERROR for ready in rules}, kind=kind, errors=(failure,))
        matches: dict[str, list[Match]] = {}
        for match in found:
            matches.setdefault(match.rule, []).append(match)
        return _judgement(rules, matches, facts, kind)


def _judgement(
    rules: Sequence[_ReadyRule], matches: Mapping[str, Sequence[Match]], facts: Sequence[Fact], kind: DocumentKind
) -> Judgement:
    by_kind: dict[str, list[Fact]] = {}
    for fact in facts:
        by_kind.setdefault(fact.kind, []).append(fact)
    outcomes: dict[str, Outcome] = {}
    drafts: list[_Draft] = []
    unknown: list[NotEvaluated] = []
    evidence_for = {fact.fields["criterion"] for fact in by_kind.get("akip_evidence", ())}
    for ready in rules:
        if ready.name in matches:
            outcomes[ready.name] = Outcome.FLAGGED
            drafts += ready.drafts(matches[ready.name], facts, evidence_for)
        elif (reason := ready.doubt(by_kind)) is not None:
            outcomes[ready.name] = Outcome.NOT_EVALUATED
            unknown.append(NotEvaluated(rule=ready.name, reason=reason))
        else:
            outcomes[ready.name] = Outcome.CLEAN if ready.concerns(by_kind) else Outcome.NOT_APPLICABLE
    return Judgement(outcomes, _findings(drafts, kind), tuple(unknown), kind)


@dataclass(slots=True)
class _Draft:
    """A finding before its fingerprint."""

    ready: _ReadyRule
    texts: _ReadyTexts
    severity: Severity
    confidence: Confidence
    condition: str
    neutral: str
    """The condition in Indonesian, whatever the language of the report, for the fingerprint."""
    evidence: tuple[Evidence, ...]
    bound: tuple[Fact, ...]
    akip: tuple[str, ...] = ()
    """Criteria of the evaluation of SAKIP that it endangers."""

    @property
    def criterion(self) -> str:
        criteria = [self.ready.criterion, *(self.ready.akip[number] for number in self.akip)]
        return "; ".join(criteria)

    def place(self) -> tuple[int, int, int, str, str]:
        first = self.evidence[0]
        return first.page or 0, first.line or 0, first.column or 0, self.ready.name, self.condition

    def finding(self, fingerprint: str, kind: DocumentKind) -> Finding:
        ready = self.ready
        # The values come from validated models: to validate them once more would take as long as the engine.
        return Finding.model_construct(
            rule=ready.name,
            code=ready.code,
            severity=self.severity,
            confidence=self.confidence,
            component=ready.components[kind],
            title=ready.title,
            condition=self.condition,
            criterion=self.criterion,
            effect=self.texts.effect.fill(self.bound),
            recommendation=self.texts.recommendation.fill(self.bound),
            evidence=self.evidence,
            fingerprint=fingerprint,
            akip=self.akip,
        )


def _findings(drafts: list[_Draft], kind: DocumentKind) -> tuple[Finding, ...]:
    """Sort by place and give each finding its fingerprint; equal ones are told apart by a counter."""
    drafts.sort(key=_Draft.place)
    seen: dict[str, int] = {}
    findings: list[Finding] = []
    for draft in drafts:
        content = _content(draft)
        seen[content] = seen.get(content, 0) + 1
        findings.append(draft.finding(_fingerprint(content, seen[content]), kind))
    return tuple(findings)


def _content(draft: _Draft) -> str:
    """What makes a finding the same one when unrelated lines move: rule, quoted words, what it says of them."""
    quotes = "\0".join(_normal(evidence.quote) for evidence in draft.evidence)
    return f"{draft.ready.name}\0{_normal(_LINE_NUMBERS.sub('', draft.neutral))}\0{quotes}"


def _normal(words: str) -> str:
    return "".join(words.lower().split())


def _fingerprint(content: str, number: int) -> str:
    counted = content if number == 1 else f"{content}\0{number}"
    return hashlib.sha256(counted.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class _ReadyTexts:
    """The texts of a finding, cut once."""

    __slots__ = ("at", "condition", "effect", "neutral", "recommendation")

    def __init__(self, finding: FindingTexts, plan: Plan, rule: Rule, lang: Language) -> None:
        def template(texts: Texts, language: Language = lang) -> Template:
            return Template(getattr(texts, language), plan.aliases, rule.params)

        self.at = tuple(plan.aliases[alias] for alias in finding.at)
        self.condition = template(finding.condition)
        self.neutral = self.condition if lang == "id" else template(finding.condition, "id")
        self.effect = template(finding.effect)
        self.recommendation = template(finding.recommendation)


@dataclass(frozen=True, slots=True)
class _ReadyDoubt:
    finders: tuple[tuple[str, Finder], ...]
    """Kind and finder of each pattern."""
    reason: Template

    def holds(self, by_kind: ByKind) -> str | None:
        """Return the reason, filled with the first facts in the order of the document, when all patterns match."""
        bound: list[Fact] = []
        for kind, find in self.finders:
            fact = find(by_kind.get(kind, ()))
            if fact is None:
                return None
            bound.append(fact)
        return self.reason.fill(bound)


class _ReadyRule:
    """A rule with everything computed that does not depend on a document."""

    def __init__(self, rule: Rule, pack: Pack, lang: Language) -> None:
        self._lang: Language = lang
        self.name = rule.name
        self.code = rule.code
        self.components = {kind: pack.grading.component_in(rule.component, kind) or "" for kind in rule.applies_to}
        """Kind of document -> where its findings count."""
        self.applies_to = frozenset(rule.applies_to)
        self.plans = compile_rule(rule)
        self.title = Template(getattr(rule.title, lang), {}, rule.params).fill(())
        self.criterion = "; ".join(_criterion(source, pack, rule, lang) for source in rule.source)
        self.akip = _akip_criteria(rule, pack, lang)
        """Number -> how a finding names it."""
        self._base = self.plans[0].base
        variants = rule.variants or (ALWAYS,)
        self._grades = [
            (variant.severity or rule.severity, variant.confidence or rule.confidence) for variant in variants
        ]
        self._texts = [
            _ReadyTexts(variant.finding or rule.finding, plan, rule, lang)
            for variant, plan in zip(variants, self.plans, strict=True)
        ]
        self._doubts = [_ready_doubt(doubt, rule, lang) for doubt in rule.doubts]
        self._subject = _finders(rule.subject, rule.params) if rule.subject else None
        self._kinds = tuple(sorted({pattern.kind for pattern in rule.when}))

    def doubt(self, by_kind: ByKind) -> str | None:
        """Return why the rule cannot be judged, or None."""
        for doubt in self._doubts:
            reason = doubt.holds(by_kind)
            if reason is not None:
                return reason
        return None

    def concerns(self, by_kind: ByKind) -> bool:
        """Whether the document has what the rule is about."""
        if self._subject is None:
            return all(kind in by_kind for kind in self._kinds)
        return all(find(by_kind.get(kind, ())) is not None for kind, find in self._subject)

    def drafts(self, matches: Sequence[Match], facts: Sequence[Fact], evidence_for: Collection[Scalar]) -> list[_Draft]:
        """Return the findings of *matches*: for each binding of `when` those of the first variant that holds."""
        first: dict[tuple[int, ...], int] = {}
        for match in matches:
            base = match.facts[: self._base]
            first[base] = min(match.variant, first.get(base, match.variant))
        drafts: dict[tuple[Severity, int, str], _Draft] = {}
        akip = tuple([number for number in self.akip if number in evidence_for])
        for match in matches:
            if match.variant == first[match.facts[: self._base]]:
                draft = self._draft(match, facts, akip)
                primary = match.facts[self._texts[match.variant].at[0]]
                drafts.setdefault((draft.severity, primary, draft.condition), draft)
        return list(drafts.values())

    def _draft(self, match: Match, facts: Sequence[Fact], akip: tuple[str, ...]) -> _Draft:
        bound = tuple([facts[position] for position in match.facts])
        severity, confidence = self._grades[match.variant]
        confidence = max((confidence, *(fact.confidence for fact in bound)), key=_rank)
        texts = self._texts[match.variant]
        condition = texts.condition.fill(bound)
        evidence = _evidence([bound[index] for index in texts.at], bound)
        if any(fact.doubts for fact in bound):
            evidence = with_doubts(evidence, bound, self._lang)
        firm = severity is not Severity.ADVICE and confidence is not Confidence.LOW
        return _Draft(
            ready=self,
            texts=texts,
            severity=severity,
            confidence=confidence,
            condition=condition,
            neutral=condition if texts.neutral is texts.condition else texts.neutral.fill(bound),
            evidence=evidence,
            bound=bound,
            akip=akip if firm else (),
        )


def _rank(confidence: Confidence) -> int:
    return confidence.rank


def _evidence(shown: Sequence[Fact], bound: Sequence[Fact]) -> tuple[Evidence, ...]:
    """Return the places of the facts to show, each once; of any bound fact when those have none."""
    places = dict.fromkeys(place for fact in shown for place in fact.evidence)
    if not places:
        places = dict.fromkeys(place for fact in bound for place in fact.evidence)
    return tuple(places)[:MAX_EVIDENCE] or (Evidence(quote=""),)


def full_name(regulation: Regulation, lang: Language) -> str:
    """Such as ``PermenPANRB 35/2012 tentang Pedoman ...``, as a criterion begins."""
    name = regulation.short_name
    return name if regulation.title in name else f"{name} {_ABOUT[lang]} {regulation.title}"


def _criterion(source: Source, pack: Pack, rule: Rule, lang: Language) -> str:
    """Such as ``PermenPANRB 35/2012 tentang Pedoman ..., Lampiran: identitas memuat ...``."""
    regulation = pack.regulations[source.regulation]
    asks = Template(getattr(source.asks, lang), {}, rule.params).fill(())
    return f"{full_name(regulation, lang)}, {source.clause}: {asks}"


def _akip_criteria(rule: Rule, pack: Pack, lang: Language) -> dict[str, str]:
    """Such as ``PermenPANRB 88/2021, kriteria AKIP 2a.3 (SOP ini bukti dukungnya): tersedia mekanisme ...``."""
    if pack.akip is None:
        return {}
    name = pack.regulations[pack.akip.regulation].short_name
    asks = pack.akip.criteria
    return {number: f"{_AKIP[lang].format(regulation=name, number=number)}: {asks[number]}" for number in rule.akip}


def _ready_doubt(doubt: Doubt, rule: Rule, lang: Language) -> _ReadyDoubt:
    aliases = {pattern.alias: index for index, pattern in enumerate(doubt.when)}
    return _ReadyDoubt(_finders(doubt.when, rule.params), Template(getattr(doubt.reason, lang), aliases, rule.params))


def _finders(patterns: Sequence[Pattern], params: Mapping[str, int | str]) -> tuple[tuple[str, Finder], ...]:
    return tuple((pattern.kind, finder(compile_tests(pattern, params))) for pattern in patterns)
