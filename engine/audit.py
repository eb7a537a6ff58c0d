"""
The loop: facts of one document -> one outcome for each rule, and findings.

Flagged comes before not-evaluated comes before not-applicable comes before clean: a defect that is seen counts, however
little of the rest could be read; and where nothing was seen, doubt is never silently good news.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from engine.compiler import ALWAYS, FieldTest, Plan, compile_rule, compile_tests
from engine.doubts import NOT_FOUND, rests_on_guess, with_doubts
from engine.elapsed import ElapsedFields
from engine.errors import EngineError
from engine.judged import JudgedFacts
from engine.pack import Pack
from engine.predicates import Question, question
from engine.rowmatches import Match, RowMatches
from engine.rowtable import row_tables
from engine.session import Session
from engine.texts import Template, places
from schemas.blocks import Notice
from schemas.evidence import Evidence
from schemas.facts import FACT_KINDS, Fact, Facts, Scalar
from schemas.places import PLACES
from schemas.regulation import Regulation
from schemas.report import Confidence, DocumentError, DocumentKind, Finding, NotEvaluated, Outcome, Outcomes, Severity
from schemas.rule import Doubt, FindingTexts, Pattern, Rule, Source, Texts

Language = Literal["id", "en"]

MAX_EVIDENCE = 12
"""Places that one finding shows; more are no help to a reader."""

_LINE_NUMBERS = re.compile(
    rf"\b{PLACES}(?:(?:[;,]|\s+(?:dan|and|sampai|to))\s+(?:{PLACES}|\d+(?![\d.,]*\d)))*", re.IGNORECASE
)
"""Places in the words of a finding, alone or several in a row."""
_AKIP = {
    "id": "{regulation}, kriteria AKIP {number} (SOP ini bukti dukungnya)",
    "en": "{regulation}, AKIP criterion {number} (this SOP is evidence for it)",
}
_ABOUT = {"id": "tentang", "en": "on"}
_EVIDENCE_FOR = "akip_evidence"
"""The kind of facts that tells for which criteria of the evaluation of SAKIP an SOP is evidence."""


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
    notices: tuple[Notice, ...] = ()
    """Rules of which not all findings are given, because there are too many."""

    def with_outcome(self, outcome: Outcome) -> tuple[str, ...]:
        """Names of the rules that ended so, sorted."""
        return tuple(sorted(name for name, one in self.outcomes.items() if one is outcome))

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
        kinds: tuple[DocumentKind, ...] = get_args(DocumentKind)
        self._of_kind = {kind: [ready for ready in self._rules if kind in ready.applies_to] for kind in kinds}
        self._names = {kind: frozenset(ready.name for ready in rules) for kind, rules in self._of_kind.items()}
        asked = [asked for ready in self._rules for asked in ready.asks()]
        self._tested: dict[str, set[str]] = {}
        """Kind -> the fields that some pattern tests."""
        for kind, tests in asked:
            self._tested.setdefault(kind, set()).update(test.field for test in tests)
        self._elapsed = ElapsedFields(asked, [plan for ready in self._rules for plan in ready.plans])

    def kinds(self, kind: DocumentKind, rules: Collection[str] | None = None) -> frozenset[str]:
        """The kinds of facts that judging a document of *kind* by all rules, or by those named *rules*, asks for."""
        asking = [ready for ready in self._of_kind[kind] if rules is None or ready.name in rules]
        asked = {one for ready in asking for one, _ in ready.asks()}
        return frozenset(asked | {_EVIDENCE_FOR} if any(ready.akip for ready in asking) else asked)

    @property
    def poisoned(self) -> bool:
        """Whether the engine failed in this process: let the process end, and use another for what is left."""
        return self._session.poisoned

    def judge(
        self, facts: Sequence[Fact] | Facts, kind: DocumentKind = "sop", rules: Collection[str] | None = None
    ) -> Judgement:
        """
        Give every rule for documents of *kind*, or every one of those named *rules*, exactly one outcome.

        An engine that refuses or fails is no defect of the document: then every outcome is error and `errors` says why.
        """
        asked, names = self._of_kind[kind], self._names[kind]
        if rules is not None:
            names = names.intersection(rules)
            asked = [ready for ready in asked if ready.name in names]
        whole = facts if isinstance(facts, Facts) else Facts(facts)
        self._elapsed.hold(whole)
        try:
            known, found = self._found(whole, names)
        except EngineError as error:
            failure = DocumentError(code=error.code, message=str(error))
            return Judgement({ready.name: Outcome.ERROR for ready in asked}, kind=kind, errors=(failure,))
        matches: dict[str, list[Match]] = {}
        guesses = frozenset(at for at, fact in enumerate(known.single) if fact.doubts and rests_on_guess(fact))
        for match in found.found:
            if guesses.isdisjoint(match.facts):
                matches.setdefault(match.rule, []).append(match)
        guessed = _rest_on(guesses, known, found.found) if guesses else _Guessed()
        return _judgement(asked, matches, known, kind, found.cut, guessed)

    def _found(self, facts: Facts, rules: frozenset[str]) -> tuple[JudgedFacts, RowMatches]:
        """Return the facts, and all that matches among them."""
        tables = row_tables(facts.rows, len(facts.single), lambda kind: self._tested.get(kind, ()))
        known = JudgedFacts(facts.single, tables)
        found = RowMatches(self._session.matches(facts.single, rules))
        if tables:
            of_rows = self._session.row_matches(known, rules)
            found = RowMatches(sorted(found.found + of_rows.found), of_rows.cut)
        return known, found


class _Guessed(NamedTuple):
    """What cannot be judged, since columns were guessed that nothing rules off."""

    rules: frozenset[str] = frozenset()
    """Rules of which findings were left out."""
    kinds: frozenset[str] = frozenset()
    """Kinds of facts all of which are guessed."""


def _rest_on(guesses: frozenset[int], known: JudgedFacts, found: Iterable[Match]) -> _Guessed:
    rules = frozenset(match.rule for match in found if not guesses.isdisjoint(match.facts))
    guessed = {known.single[at].kind for at in guesses}
    kinds = frozenset(kind for kind in guessed if all(map(rests_on_guess, known.by_kind[kind])))
    return _Guessed(rules, kinds)


def _judgement(
    rules: Sequence[_ReadyRule],
    matches: Mapping[str, Sequence[Match]],
    known: JudgedFacts,
    kind: DocumentKind,
    cut: Collection[str],
    guessed: _Guessed,
) -> Judgement:
    outcomes: dict[str, Outcome] = {}
    flagged: list[_ReadyRule] = []
    unknown: list[NotEvaluated] = []
    for ready in rules:
        if ready.name in matches:
            outcomes[ready.name] = Outcome.FLAGGED
            flagged.append(ready)
        elif (reason := ready.doubt(known) or ready.guess(guessed)) is not None:
            outcomes[ready.name] = Outcome.NOT_EVALUATED
            unknown.append(NotEvaluated(rule=ready.name, reason=reason))
        else:
            outcomes[ready.name] = Outcome.CLEAN if ready.concerns(known) else Outcome.NOT_APPLICABLE
    findings = _findings(_drafts(flagged, matches, known), kind)
    counts = Counter(finding.rule for finding in findings)
    notices = tuple(cut_notice(ready.code, ready.title, counts[ready.name]) for ready in flagged if ready.name in cut)
    return Judgement(outcomes, findings, tuple(unknown), kind, notices=notices)


def _drafts(rules: Iterable[_ReadyRule], matches: Mapping[str, Sequence[Match]], known: JudgedFacts) -> list[_Draft]:
    """Return the findings of all rules, in no order; those about one row one after another."""
    evidence_for = {fact.fields["criterion"] for fact in known.by_kind.get(_EVIDENCE_FOR, ())}
    drafters = {ready.name: ready.drafter(known, evidence_for) for ready in rules}
    chosen = [match for ready in rules for match in ready.chosen(matches[ready.name])]
    if known.tables:
        chosen.sort(key=lambda match: max(match.facts))
    for match in chosen:
        drafters[match.rule].add(match)
    return [draft for drafter in drafters.values() for draft in drafter.drafts()]


CUT = "findings-cut"
"""The code of that notice."""


def cut_notice(code: str, title: str, count: int) -> Notice:
    """Say that the rule of that code and title is broken at more places than the *count* that are reported."""
    return Notice(
        code=CUT,
        message=f"Aturan {code} ({title}) dilanggar di lebih banyak tempat daripada yang dapat dilaporkan; "
        f"hanya {count} temuan pertama yang dicantumkan.",
    )


@dataclass(slots=True)
class _Draft:
    """A finding before its fingerprint."""

    ready: _ReadyRule
    severity: Severity
    confidence: Confidence
    condition: str
    neutral: str
    """The condition for the fingerprint: in Indonesian, whatever the language of the report, without passing words."""
    effect: str
    recommendation: str
    evidence: tuple[Evidence, ...]
    match: Match
    subjects: tuple[str, ...] = ()
    """Ids of the facts."""
    akip: tuple[str, ...] = ()
    """Criteria of the evaluation of SAKIP that it endangers."""

    @property
    def criterion(self) -> str:
        criteria = [self.ready.criterion, *(self.ready.akip[number] for number in self.akip)]
        return "; ".join(criteria)

    def place(self) -> tuple[int, int, int, str, str, Match]:
        first = self.evidence[0]
        return first.page or 0, first.line or 0, first.column or 0, self.ready.name, self.condition, self.match

    def finding(self, fingerprint: str, kind: DocumentKind) -> Finding:
        ready = self.ready
        return Finding(
            rule=ready.name,
            code=ready.code,
            severity=self.severity,
            confidence=self.confidence,
            component=ready.components[kind],
            title=ready.title,
            condition=self.condition,
            criterion=self.criterion,
            effect=self.effect,
            recommendation=self.recommendation,
            evidence=self.evidence,
            fingerprint=fingerprint,
            akip=self.akip,
        )


def _findings(drafts: list[_Draft], kind: DocumentKind) -> tuple[Finding, ...]:
    """Sort by place and give each finding its fingerprint; equal ones are told apart by a counter."""
    drafts.sort(key=_Draft.place)
    seen: dict[str, int] = {}
    findings: list[Finding] = []
    drafts.reverse()
    while drafts:  # one after the other gone: there may be very many
        draft = drafts.pop()
        content = _content(draft, kind)
        fingerprint = _fingerprint(content, 1)
        number = seen[fingerprint] = seen.get(fingerprint, 0) + 1
        findings.append(draft.finding(fingerprint if number == 1 else _fingerprint(content, number), kind))
    return tuple(findings)


def _content(draft: _Draft, kind: DocumentKind) -> str:
    """
    What makes a finding the same one when unrelated lines move: rule, quoted words, what it says of them.

    Documents of an archive come and go, and with them places and counts: there a fact is known by its id.
    """
    if kind == "archive":
        return "\0".join((draft.ready.name, *draft.subjects))
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
        passing = {
            (alias, name) for alias, at in plan.aliases.items() for name in FACT_KINDS[plan.patterns[at].kind].passing
        }

        def template(texts: Texts, language: Language = lang, leave_out: Collection[tuple[str, str]] = ()) -> Template:
            return Template(getattr(texts, language), plan.aliases, rule.params, leave_out)

        self.at = tuple(plan.aliases[alias] for alias in finding.at)
        self.condition = template(finding.condition)
        bare = lang == "id" and passing.isdisjoint(places(finding.condition.id))
        self.neutral = self.condition if bare else template(finding.condition, "id", passing)
        self.effect = template(finding.effect)
        self.recommendation = template(finding.recommendation)


@dataclass(frozen=True, slots=True)
class _ReadyDoubt:
    asked: tuple[Question, ...]
    """What each pattern asks."""
    reason: Template

    def holds(self, known: JudgedFacts) -> str | None:
        """Return the reason, filled with the first facts in the order of the document, when all patterns match."""
        bound: list[Fact] = []
        for asked in self.asked:
            fact = known.first(asked)
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
        self._subject = _questions(rule.subject, rule.params) if rule.subject else None
        self._kinds = tuple(sorted({pattern.kind for pattern in rule.when}))

    def asks(self) -> Iterator[tuple[str, Iterable[FieldTest]]]:
        """Yield kind and tests of each pattern of the rule."""
        for plan in self.plans:
            yield from ((pattern.kind, pattern.tests) for pattern in plan.patterns)
        for asked in (*(self._subject or ()), *(one for doubt in self._doubts for one in doubt.asked)):
            yield asked.kind, asked.way

    def doubt(self, known: JudgedFacts) -> str | None:
        """Return why the rule cannot be judged, or None."""
        for doubt in self._doubts:
            reason = doubt.holds(known)
            if reason is not None:
                return reason
        return None

    def guess(self, guessed: _Guessed) -> str | None:
        """Return that the rule would rest on guessed columns, or None."""
        if self.name in guessed.rules or not guessed.kinds.isdisjoint(self._kinds):
            return NOT_FOUND[self._lang]
        return None

    def concerns(self, known: JudgedFacts) -> bool:
        """Whether the document has what the rule is about."""
        if self._subject is None:
            return all(map(known.has, self._kinds))
        return all(map(known.any, self._subject))

    def chosen(self, matches: Sequence[Match]) -> Iterator[Match]:
        """Yield for each binding of `when` the matches of the first variant that holds."""
        if len(self.plans) == 1:
            yield from matches
            return
        first: dict[tuple[int, ...], int] = {}
        for match in matches:
            base = match.facts[: self._base]
            first[base] = min(match.variant, first.get(base, match.variant))
        yield from (match for match in matches if match.variant == first[match.facts[: self._base]])

    def drafter(self, known: JudgedFacts, evidence_for: Collection[Scalar]) -> _Drafter:
        """Return what makes the findings of the rule in a document."""
        return _Drafter(self, known, tuple([number for number in self.akip if number in evidence_for]))

    def primary(self, match: Match) -> int:
        """Return the position of the fact that a finding shows first."""
        return match.facts[self._texts[match.variant].at[0]]

    def draft(self, match: Match, known: JudgedFacts, akip: tuple[str, ...]) -> _Draft:
        """Return the finding of one match."""
        bound = tuple([known[position] for position in match.facts])
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
            severity=severity,
            confidence=confidence,
            condition=condition,
            neutral=condition if texts.neutral is texts.condition else texts.neutral.fill(bound),
            effect=texts.effect.fill(bound),
            recommendation=texts.recommendation.fill(bound),
            evidence=evidence,
            match=match,
            subjects=tuple([fact.id for fact in bound]),
            akip=akip if firm else (),
        )


class _Drafter:
    """The findings of one rule in one document: of those that say the same of one place the first match."""

    __slots__ = ("_akip", "_drafts", "_known", "_ready")

    def __init__(self, ready: _ReadyRule, known: JudgedFacts, akip: tuple[str, ...]) -> None:
        self._ready = ready
        self._known = known
        self._akip = akip
        self._drafts: dict[tuple[Severity, int, str], _Draft] = {}

    def add(self, match: Match) -> None:
        draft = self._ready.draft(match, self._known, self._akip)
        key = draft.severity, self._ready.primary(match), draft.condition
        other = self._drafts.get(key)
        if other is None or match < other.match:
            self._drafts[key] = draft

    def drafts(self) -> Iterable[_Draft]:
        return self._drafts.values()


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
    reason = Template(getattr(doubt.reason, lang), aliases, rule.params)
    return _ReadyDoubt(_questions(doubt.when, rule.params), reason)


def _questions(patterns: Sequence[Pattern], params: Mapping[str, int | str]) -> tuple[Question, ...]:
    return tuple(question(compile_tests(pattern, params)) for pattern in patterns)
