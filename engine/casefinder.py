"""
Finds cases that would notice a mutant: the facts of a case that is there, with one or two things changed.

What it finds says how the rule judges today. Whether that is right is the author's to say; the name of a found case
tells what was changed.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import yaml

from engine.audit import Auditor, Judgement
from engine.cases import case_facts
from engine.compiler import compile_rule, compile_tests
from engine.mutants import Mutant
from engine.pack import Pack
from schemas.facts import FACT_KINDS, Scalar
from schemas.report import Outcome
from schemas.rule import Case, CaseFact, Rule

MAX_TRIED = 6_000
"""Sets of facts that are tried for one rule."""
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_NEIGHBOURS = (-1, 0, 1)


@dataclass(frozen=True, slots=True)
class _Draft:
    facts: tuple[CaseFact, ...]
    name: str


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a case can see of a rule."""

    outcome: Outcome
    severity: str | None
    said: frozenset[str]
    findings: int


def find_cases(pack: Pack, rule: Rule, alive: Sequence[Mutant]) -> list[Case]:
    """Return few cases that together notice as many of the mutants *alive* as can be; each is as *rule* judges now."""
    named = {f"{rule.name}~{number}": mutant.rule for number, mutant in enumerate(alive)}
    rules = [rule, *(mutant.model_copy(update={"name": name}) for name, mutant in named.items())]
    auditor = Auditor(pack.with_rules(tuple(rules)))
    return _Search(rule, auditor, set(named)).cases()


class _Search:
    """One search for the cases of one rule."""

    def __init__(self, rule: Rule, auditor: Auditor, unnoticed: set[str]) -> None:
        self._rule = rule
        self._auditor = auditor
        self._unnoticed = unnoticed
        self._values = _Values(rule)

    def cases(self) -> list[Case]:
        bases = [_Draft(case.facts, case.name) for case in self._rule.cases if case.document is None]
        once = [draft for base in bases for draft in self._values.changed(base)][:MAX_TRIED]
        found = self._best([*bases, *once])
        for draft in itertools.islice((two for one in once for two in self._values.changed(one)), MAX_TRIED):
            if not self._unnoticed:
                break
            found += self._taken(draft)
        return found

    def _best(self, drafts: Sequence[_Draft]) -> list[Case]:
        """Take the draft that notices most, as long as one notices any."""
        noticed = [self._told(draft)[1] for draft in drafts]
        found: list[Case] = []
        while self._unnoticed:
            index = max(range(len(drafts)), key=lambda number: len(noticed[number] & self._unnoticed))
            if not noticed[index] & self._unnoticed:
                break
            found += self._taken(drafts[index])
            noticed[index] = frozenset()
        return found

    def _taken(self, draft: _Draft) -> list[Case]:
        case, noticed = self._told(draft)
        self._unnoticed -= noticed
        return [case] if case is not None else []

    def _told(self, draft: _Draft) -> tuple[Case | None, frozenset[str]]:
        judgement = self._auditor.judge(case_facts(draft.facts), self._rule.applies_to[0])
        if judgement.errors:
            return None, frozenset()
        return _told_apart(draft, self._rule.name, sorted(self._unnoticed), judgement)


def _told_apart(
    draft: _Draft, rule: str, others: Iterable[str], judgement: Judgement
) -> tuple[Case | None, frozenset[str]]:
    """Return the case that the draft makes and the mutants that it notices; no case when it notices none."""
    right = _seen(judgement, rule)
    wrong = {name: _seen(judgement, name) for name in others}
    noticed = {name for name, seen in wrong.items() if (seen.outcome, seen.severity) != (right.outcome, right.severity)}
    says = _words(right, [seen for name, seen in wrong.items() if name not in noticed and seen != right])
    if says is not None:
        noticed |= {name for name, seen in wrong.items() if not any(says in said for said in seen.said)}
    more = {name for name, seen in wrong.items() if seen.findings != right.findings} - noticed
    count = right.findings if more and right.findings else None
    noticed |= more if count else set()
    if not noticed:
        return None, frozenset()
    expected = {"expect": right.outcome, "severity": right.severity, "says": says, "findings": count}
    return Case.model_validate({"name": draft.name, "facts": draft.facts, **expected}), frozenset(noticed)


def _seen(judgement: Judgement, rule: str) -> _Seen:
    findings = [finding for finding in judgement.findings if finding.rule == rule]
    gravest = min((finding.severity for finding in findings), key=lambda one: one.rank, default=None)
    return _Seen(judgement.outcomes[rule], gravest, frozenset(finding.condition for finding in findings), len(findings))


def _words(right: _Seen, others: Sequence[_Seen]) -> str | None:
    """Return words that the rule says and one of the *others* does not."""
    for condition in sorted(right.said):
        if any(condition not in other.said for other in others):
            pieces = sorted((piece.strip(' ."(') for piece in _split(condition)), key=len, reverse=True)
            for piece in (*pieces, condition):
                if piece and any(not any(piece in said for said in other.said) for other in others):
                    return piece
    return None


def _split(condition: str) -> list[str]:
    """The condition without what a document would fill in, which in a case stands as ``<name>``."""
    return [piece.partition(">")[2] or piece for piece in condition.split("<")]


class _Values:
    """What is worth trying in the facts of a rule."""

    def __init__(self, rule: Rule) -> None:
        self._tried: dict[str, dict[str, set[Scalar]]] = {}
        """Kind -> field -> values."""
        plans = [pattern for plan in compile_rule(rule) for pattern in plan.patterns]
        plans += [compile_tests(one, rule.params) for one in rule.subject]
        plans += [compile_tests(one, rule.params) for doubt in rule.doubts for one in doubt.when]
        for pattern in plans:
            fields = self._tried.setdefault(pattern.kind, {})
            for test in pattern.tests:
                listed = test.value if isinstance(test.value, tuple) else (test.value,)
                fields.setdefault(test.field, set()).update(listed)
            for join in pattern.joins:
                fields.setdefault(join.field, set())
                self._tried.setdefault(join.kind, {}).setdefault(join.other, set())
        for case in rule.cases:
            for fact in case.facts:
                for name, value in fact.fields.items():
                    if name in self._tried.get(fact.kind, {}):
                        self._tried[fact.kind][name].add(value)

    def changed(self, draft: _Draft) -> Iterator[_Draft]:
        """Yield the draft with one thing changed: a field, a fact more, a fact less."""
        facts = draft.facts
        for index, fact in enumerate(facts):
            for name, value in self._other_values(fact):
                other = CaseFact(kind=fact.kind, fields=fact.fields | {name: value})
                yield _Draft(
                    (*facts[:index], other, *facts[index + 1 :]),
                    f"{draft.name}; {_nth(facts, index)}{_told(fact, name, value)}",
                )
        for kind in self._tried:
            if all(fact.kind != kind for fact in facts):
                yield from self._with(draft, CaseFact(kind=kind))
        for index, fact in enumerate(facts):
            yield _Draft(
                (*facts[:index], *facts[index + 1 :]), f"{draft.name}; without {_nth(facts, index)}{_plain(fact.kind)}"
            )
            for name, value in self._other_values(fact):
                other = CaseFact(kind=fact.kind, fields=fact.fields | {name: value})
                yield _Draft(
                    (*facts, other), f"{draft.name}; one like {_nth(facts, index)}with {_told(fact, name, value)}"
                )

    def _with(self, draft: _Draft, fact: CaseFact) -> Iterator[_Draft]:
        yield _Draft((*draft.facts, fact), f"{draft.name}; with a {_plain(fact.kind)}")
        for name, value in self._other_values(fact):
            other = CaseFact(kind=fact.kind, fields={name: value})
            yield _Draft((*draft.facts, other), f"{draft.name}; with {_told(fact, name, value)}")

    def _other_values(self, fact: CaseFact) -> Iterator[tuple[str, Scalar]]:
        for name, seen in sorted(self._tried.get(fact.kind, {}).items()):
            spec = FACT_KINDS[fact.kind].fields[name]
            values: set[Scalar] = set(seen)
            if spec.type is bool:
                values = {True, False}
            elif spec.values:
                values = set(spec.values)
            elif spec.type is int:
                values |= {value + near for value in seen if isinstance(value, int) for near in _NEIGHBOURS}
            else:
                values |= {"x"}
            if spec.optional:
                values.add(None)
            for value in sorted(values, key=repr):
                if fact.fields.get(name, _Missing) != value:
                    yield name, value


class _Missing:
    """Stands for a field that the case leaves out."""


def _nth(facts: Sequence[CaseFact], index: int) -> str:
    """Which of the facts of its kind it is, where there are several."""
    same = [number for number, fact in enumerate(facts) if fact.kind == facts[index].kind]
    place = same.index(index)
    return f"{_ORDINALS[place] if place < len(_ORDINALS) else f'{place + 1}th'} " if len(same) > 1 else ""


def _told(fact: CaseFact, name: str, value: Scalar) -> str:
    shown = str(value).lower() if isinstance(value, bool) else "not known" if value is None else value
    return f"{_plain(fact.kind)} {name.replace('_', ' ')} {shown if shown != '' else 'empty'}"


def _plain(kind: str) -> str:
    return kind.replace("_", " ")


def case_lines(case: Case) -> list[str]:
    """Return the case as it stands in a rule file."""
    lines = [f"  - name: {_scalar(case.name)}", f"    expect: {case.expect}"]
    lines += [f"    severity: {case.severity}"] if case.severity else []
    lines += [f"    says: {_scalar(case.says)}"] if case.says else []
    lines += [f"    findings: {case.findings}"] if case.findings else []
    if not case.facts:
        return [*lines, "    facts: []"]
    return [*lines, "    facts:", *(_fact_line(fact) for fact in case.facts)]


def _fact_line(fact: CaseFact) -> str:
    fields = [f"{name}: {_scalar(value)}" for name, value in fact.fields.items() if name != "kind"]
    inner = [f"fields: {{kind: {_scalar(fact.fields['kind'])}}}"] if "kind" in fact.fields else []
    line = f"      - {{{', '.join([f'kind: {fact.kind}', *fields, *inner])}}}"
    if len(line) <= 120:
        return line
    head, *rest = [f"kind: {fact.kind}", *fields, *inner]
    return "\n".join([f"      - {head}", *(f"        {one}" for one in rest)])


def _scalar(value: Scalar) -> str:
    """One value as YAML, in quotes where it would be something else, or nothing, without them."""
    if not isinstance(value, str):
        return "null" if value is None else str(value).lower()
    written: str = yaml.safe_dump(value, width=10_000, allow_unicode=True, default_flow_style=True).partition("\n")[0]
    if any(sign in value for sign in ",[]{}:#") and not written.startswith(("'", '"')):
        return "'" + value.replace("'", "''") + "'"
    return written
