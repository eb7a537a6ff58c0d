"""Clause -> rules -> cases -> features, what no rule looks after, and what no scenario proves."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field

from reports.labels import Language
from reports.words import harmless
from schemas.regulation import Regulation
from schemas.requirement import Requirement
from schemas.rule import Rule, Texts
from schemas.trace import Trace, Traces

_WIDTH = 100
_MARKS = {"covered": "[v]", "partly": "[~]", "open": "[ ]"}


@dataclass(frozen=True, slots=True)
class _Words:
    requirements: str
    no_rule: str
    clauses: str
    cases: str
    scenarios: str
    gaps: dict[str, str]
    """Kind of gap -> what it is."""
    no_gaps: str
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
        gaps={
            "articles": "Ketentuan yang diperiksa aturan, tetapi tanpa skenario",
            "rules": "Aturan tanpa skenario",
            "flags": "Aturan tanpa skenario yang melanggarnya",
            "clean": "Aturan tanpa skenario yang memenuhinya",
            "open": "Ketentuan yang tidak diperiksa aturan mana pun (bukan kekurangan skenario; alasannya di atas)",
        },
        no_gaps="Setiap aturan dan setiap ketentuan yang diperiksa aturan mempunyai skenario.",
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
        gaps={
            "articles": "Articles that a rule looks after, without a scenario",
            "rules": "Rules without a scenario",
            "flags": "Rules without a scenario that breaks them",
            "clean": "Rules without a scenario that keeps them",
            "open": "Articles that no rule looks after (no want of a scenario; the reasons stand above)",
        },
        no_gaps="Every rule, and every article that a rule looks after, has a scenario.",
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
    traces: Traces | None = field(default=None)
    """None where there are no features to look at."""

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
            "rules_without_scenario": self._gap("rules"),
            "rules_without_flagging_scenario": self._gap("flags"),
            "rules_without_clean_scenario": self._gap("clean"),
            "articles_without_scenario": self._gap("articles"),
            "articles_without_rule": [one.id for one in self.requirements if not one.rules],
        }

    def complete(self) -> bool:
        """Whether every rule has scenarios both ways, and every article that some rule looks after has one."""
        return not any(self.gaps().values())

    def gaps(self) -> dict[str, list[str]]:
        """Kind of gap -> names of rules (`rules`, `flags`, `clean`) or ids of requirements (`articles`)."""
        told = self.traces or Traces()
        by_rule = {rule.name: told.rules.get(rule.name, ()) for rule in self.rules}
        return {
            "articles": [one.id for one in self.requirements if one.rules and not self._proofs_of(one, told)],
            "rules": [name for name, found in by_rule.items() if not found],
            "flags": [name for name, found in by_rule.items() if found and not any(one.flags for one in found)],
            "clean": [name for name, found in by_rule.items() if found and not any(one.clean for one in found)],
        }

    def _gap(self, kind: str) -> list[str] | None:
        return None if self.traces is None else self.gaps()[kind]

    @staticmethod
    def _proofs_of(requirement: Requirement, told: Traces) -> list[Trace]:
        """The scenarios of an article: those tagged with it, and those of its rules; each once."""
        found = [
            *told.articles.get(requirement.id, ()),
            *(one for rule in requirement.rules for one in told.rules.get(rule, ())),
        ]
        return list({(one.feature, one.line): one for one in found}.values())

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
            "scenarios": self._places(None if self.traces is None else self._proofs_of(requirement, self.traces)),
        }

    def _rule_row(self, rule: Rule) -> dict[str, object]:
        told = None if self.traces is None else self.traces.rules.get(rule.name, ())
        return {
            "name": rule.name,
            "code": rule.code,
            "cases": dict(sorted(Counter(case.expect.value for case in rule.cases).items())),
            "scenarios": self._places(told),
        }

    @staticmethod
    def _places(told: Sequence[Trace] | None) -> list[dict[str, object]] | None:
        return None if told is None else [asdict(one) for one in told]

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
            yield f"  {_MARKS[state]} {_in(requirement.asks, lang)} ({self._stated(requirement, words)})"
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

    def _stated(self, requirement: Requirement, words: _Words) -> str:
        state = words.states[_state(requirement)]
        if self.traces is None or not requirement.rules:
            return state
        return f"{state}, {words.scenarios.format(count=len(self._proofs_of(requirement, self.traces)))}"

    def _proofs(self, rule: Rule, words: _Words) -> str:
        proofs = [words.cases.format(count=len(rule.cases))]
        if self.traces is not None:
            proofs.append(words.scenarios.format(count=len(self.traces.rules.get(rule.name, ()))))
        return ", ".join(proofs)

    def _last(self, words: _Words) -> Iterator[str]:
        """What has no scenario, kind by kind."""
        if self.traces is None:
            yield words.unknown
            return
        for kind, found in self.gaps().items():
            yield from _named(words.gaps[kind], found) if found else ()
        yield from [words.no_gaps] if self.complete() else []
        without = [one.id for one in self.requirements if not one.rules]
        yield from ["", *_named(words.gaps["open"], without)] if without else []


def _named(heading: str, names: Sequence[str]) -> list[str]:
    return [f"{heading}: {len(names)}", *(f"  {harmless(name)}" for name in names)]


def _state(requirement: Requirement) -> str:
    if not requirement.rules:
        return "open"
    return "partly" if requirement.open else "covered"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="      ", subsequent_indent="      ", break_on_hyphens=False)


def _in(texts: Texts, lang: Language) -> str:
    return texts.en if lang == "en" else texts.id
