"""Clause -> rules -> cases -> features, and what no rule looks after."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reports.labels import Language
from schemas.regulation import Regulation
from schemas.requirement import Requirement
from schemas.rule import Rule, Texts

Scenarios = Mapping[str, Sequence[tuple[str, str]]]

_WIDTH = 100
_MARKS = {"covered": "[v]", "partly": "[~]", "open": "[ ]"}


@dataclass(frozen=True, slots=True)
class _Words:
    requirements: str
    no_rule: str
    clauses: str
    cases: str
    scenarios: str
    without: str
    unknown: str
    sums: str
    states: dict[str, str]


_WORDS: dict[Language, _Words] = {
    "id": _Words(
        requirements="Syarat peraturan",
        no_rule="tidak ada aturan",
        clauses="Peraturan, ketentuan, aturan",
        cases="{count} kasus",
        scenarios="{count} skenario",
        without="Aturan tanpa skenario",
        unknown="Folder features/ tidak ada, sehingga skenario tidak dihitung.",
        sums="{all} syarat: {covered} tercakup, {partly} sebagian, {open} tanpa aturan.",
        states={"covered": "tercakup", "partly": "sebagian", "open": "tanpa aturan"},
    ),
    "en": _Words(
        requirements="What the regulations ask",
        no_rule="no rule",
        clauses="Regulations, clauses, rules",
        cases="{count} cases",
        scenarios="{count} scenarios",
        without="Rules without a scenario",
        unknown="There is no folder features/, so scenarios are not counted.",
        sums="{all} requirements: {covered} covered, {partly} in part, {open} without a rule.",
        states={"covered": "covered", "partly": "in part", "open": "without a rule"},
    ),
}


@dataclass(frozen=True)
class Coverage:
    """What is covered by what."""

    rules: Sequence[Rule]
    regulations: Mapping[str, Regulation]
    requirements: Sequence[Requirement]
    scenarios: Scenarios | None = field(default=None)
    """By rule; None where there are no features to look at."""

    def rows(self) -> dict[str, object]:
        """As plain values, for JSON."""
        return {
            "requirements": [self._requirement_row(requirement) for requirement in self.requirements],
            "regulations": [
                {
                    "regulation": regulation,
                    "name": self.regulations[regulation].short_name,
                    "clauses": [
                        {"clause": clause, "rules": [self._rule_row(rule) for rule in rules]}
                        for clause, rules in clauses.items()
                    ],
                }
                for regulation, clauses in self._clauses().items()
            ],
            "rules_without_scenario": self._without_scenario(),
        }

    def text(self, lang: Language) -> str:
        """As a page of text."""
        words = _WORDS[lang]
        return "\n".join([*self._requirement_lines(lang), "", *self._clause_lines(words), "", *self._last(words)])

    def _requirement_row(self, requirement: Requirement) -> dict[str, object]:
        by_name = {rule.name: rule for rule in self.rules}
        return {
            "id": requirement.id,
            "regulation": requirement.regulation,
            "clause": requirement.clause,
            "group": requirement.group,
            "asks": requirement.asks.model_dump(),
            "state": _state(requirement),
            "open": requirement.open.model_dump() if requirement.open else None,
            "rules": [self._rule_row(by_name[name]) for name in requirement.rules],
        }

    def _rule_row(self, rule: Rule) -> dict[str, object]:
        told = None if self.scenarios is None else self.scenarios.get(rule.name, ())
        return {
            "name": rule.name,
            "code": rule.code,
            "cases": dict(sorted(Counter(case.expect.value for case in rule.cases).items())),
            "scenarios": None if told is None else [{"feature": file, "scenario": title} for file, title in told],
        }

    def _clauses(self) -> dict[str, dict[str, list[Rule]]]:
        found: dict[str, dict[str, list[Rule]]] = {}
        for rule in self.rules:
            for source in rule.source:
                rules = found.setdefault(source.regulation, {}).setdefault(source.clause, [])
                rules += [rule] if rule not in rules else []
        return {regulation: dict(sorted(clauses.items())) for regulation, clauses in sorted(found.items())}

    def _requirement_lines(self, lang: Language) -> Iterator[str]:
        words = _WORDS[lang]
        yield words.requirements
        group = ""
        for requirement in self.requirements:
            heading = f"{self.regulations[requirement.regulation].short_name}, {requirement.group}"
            if heading != group:
                group = heading
                yield from ("", f"  {heading}")
            state = _state(requirement)
            yield f"  {_MARKS[state]} {_in(requirement.asks, lang)} ({words.states[state]})"
            yield from _wrapped(", ".join(requirement.rules) or words.no_rule)
            if requirement.open:
                yield from _wrapped(_in(requirement.open, lang))
        states = Counter(map(_state, self.requirements))
        counts = {state: states[state] for state in _MARKS}
        yield from ("", "  " + words.sums.format(all=len(self.requirements), **counts))

    def _clause_lines(self, words: _Words) -> Iterator[str]:
        yield words.clauses
        for regulation, clauses in self._clauses().items():
            yield from ("", f"  {self.regulations[regulation].short_name}")
            for clause, rules in clauses.items():
                yield from textwrap.wrap(clause, _WIDTH, initial_indent="    ", subsequent_indent="      ")
                yield from (f"      {rule.code:<7} {rule.name}: {self._proofs(rule, words)}" for rule in rules)

    def _proofs(self, rule: Rule, words: _Words) -> str:
        proofs = [words.cases.format(count=len(rule.cases))]
        if self.scenarios is not None:
            proofs.append(words.scenarios.format(count=len(self.scenarios.get(rule.name, ()))))
        return ", ".join(proofs)

    def _without_scenario(self) -> list[str] | None:
        if self.scenarios is None:
            return None
        return [rule.name for rule in self.rules if rule.name not in self.scenarios]

    def _last(self, words: _Words) -> list[str]:
        without = self._without_scenario()
        if without is None:
            return [words.unknown]
        return [f"{words.without}: {len(without)}", *(f"  {name}" for name in without)]


def _state(requirement: Requirement) -> str:
    if not requirement.rules:
        return "open"
    return "partly" if requirement.open else "covered"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="      ", subsequent_indent="      ", break_on_hyphens=False)


def _in(texts: Texts, lang: Language) -> str:
    return texts.en if lang == "en" else texts.id
