"""Runs the cases of one rule against its mutants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.audit import Auditor
from engine.casefinder import find_cases
from engine.cases import DocumentFacts, case_facts, case_problem, facts_of_case
from engine.compiler import compile_rule
from engine.errors import EngineError
from engine.mutants import Mutant, mutants
from engine.pack import Pack
from engine.session import MAX_PATTERNS_OF_KIND
from engine.yamlfile import read_yaml
from schemas.facts import Fact, Facts
from schemas.rule import Case, Rule


@dataclass(frozen=True, slots=True)
class Survivor:
    """A change that no case noticed."""

    rule: str
    file: str
    line: int
    change: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.change}: no case of {self.rule} notices"


@dataclass(frozen=True, slots=True)
class Mutated:
    """What became of the mutants of one rule."""

    rule: str
    total: int
    survivors: tuple[Survivor, ...]

    @property
    def killed(self) -> int:
        """How many mutants some case noticed."""
        return self.total - len(self.survivors)


def mutate(pack: Pack, rule: Rule, fixtures_dir: Path, document_facts: DocumentFacts) -> Mutated:
    """
    Judge the cases of *rule* by each of its mutants.

    Raises:
        EngineError: the engine refuses a mutant.
    """
    made, alive = _survivors(pack, rule, fixtures_dir, document_facts)
    lines = read_yaml(Path(rule.file))
    survivors = tuple(Survivor(rule.name, rule.file, lines.line_of(one.path), one.change) for one in alive)
    return Mutated(rule.name, made, survivors)


def missing_cases(pack: Pack, rule: Rule, fixtures_dir: Path, document_facts: DocumentFacts) -> list[Case]:
    """
    Return cases that would notice the mutants of *rule* that no case notices, as far as such are found.

    Raises:
        EngineError: the engine refuses a mutant.
    """
    _, alive = _survivors(pack, rule, fixtures_dir, document_facts)
    found: list[Case] = []
    while alive:
        chunk = next(in_sessions(rule, alive))
        cases = find_cases(pack, rule, chunk)
        found += cases
        facts = [(case, case_facts(case.facts)) for case in cases]
        alive = [one for later in in_sessions(rule, alive[len(chunk) :]) for one in _alive(pack, later, facts)]
    return _named_apart(found, rule)


def _named_apart(cases: Sequence[Case], rule: Rule) -> list[Case]:
    """Give each case a name that no other case of the rule has."""
    taken = {case.name for case in rule.cases}
    named: list[Case] = []
    for case in cases:
        name, number = case.name, 2
        while name in taken:
            name, number = f"{case.name} ({number})", number + 1
        taken.add(name)
        named.append(case.model_copy(update={"name": name}))
    return named


def _survivors(pack: Pack, rule: Rule, fixtures_dir: Path, document_facts: DocumentFacts) -> tuple[int, list[Mutant]]:
    """Return how many mutants there are, and those that live."""
    made = mutants(rule)
    cases = [(case, facts_of_case(case, fixtures_dir, document_facts)) for case in rule.cases]
    known = [(case, facts) for case, facts in cases if not isinstance(facts, str)]
    return len(made), [one for chunk in in_sessions(rule, made) for one in _alive(pack, chunk, known)]


def in_sessions(rule: Rule, made: Sequence[Mutant]) -> Iterator[list[Mutant]]:
    """Yield as many as one session can hold beside *rule*: sessions are dear, rules in a session cheap."""
    chunk: list[Mutant] = []
    patterns = _needed(rule)
    for mutant in made:
        needed = _needed(mutant.rule)
        if chunk and any(patterns[kind] + count > MAX_PATTERNS_OF_KIND for kind, count in needed.items()):
            yield chunk
            chunk, patterns = [], _needed(rule)
        chunk.append(mutant)
        patterns += needed
    if chunk:
        yield chunk


def _needed(rule: Rule) -> Counter[str]:
    return Counter(pattern.kind for plan in compile_rule(rule) for pattern in plan.patterns)


def _alive(pack: Pack, chunk: Sequence[Mutant], cases: Sequence[tuple[Case, Sequence[Fact] | Facts]]) -> list[Mutant]:
    """Return the mutants by which every case ends as it should."""
    named = {f"{mutant.rule.name}~{number}": mutant for number, mutant in enumerate(chunk)}
    rules = tuple(mutant.rule.model_copy(update={"name": name}) for name, mutant in named.items())
    auditor = Auditor(pack.with_rules(rules))
    for case, facts in cases:
        judgement = auditor.judge(facts, rules[0].applies_to[0])
        named = {name: mutant for name, mutant in named.items() if not case_problem(name, case, judgement)}
        if auditor.poisoned:
            raise EngineError(f"the rule engine failed in case {case.name!r}")
    return list(named.values())
