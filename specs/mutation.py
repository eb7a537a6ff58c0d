"""Which changes of a rule the scenarios notice: as `engine.mutation` does with the cases of rules."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from engine.audit import Auditor
from engine.mutants import Mutant, mutants
from engine.mutation import Mutated, Survivor, in_sessions
from engine.pack import Pack
from engine.yamlfile import read_yaml
from schemas.rule import Rule
from specs.claims import Claim, Unmet
from specs.run import claims_of

__all__ = ["claims_of", "many_objects", "mutate"]


@contextlib.contextmanager
def many_objects() -> Iterator[None]:
    """Without looks for cycles: the facts of all scenarios are kept, and each look would go through them."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def mutate(pack: Pack, rule: Rule, claims: Iterable[Claim]) -> Mutated:
    """Hold what scenarios claimed of *rule* against each of its mutants."""
    made = mutants(rule)
    mine = _by_subject(rule, claims)
    alive = [one for chunk in in_sessions(rule, made) for one in _alive(pack, chunk, mine)]
    lines = read_yaml(Path(rule.file))
    survivors = tuple(Survivor(rule.name, rule.file, lines.line_of(one.path), one.change) for one in alive)
    return Mutated(rule.name, len(made), survivors)


def _by_subject(rule: Rule, claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims that concern a rule, those of one document together; documents about which it is named come first."""
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.rule in (None, rule.name) and claim.subject.kind in rule.applies_to:
            found.setdefault(id(claim.subject), []).append(claim)
    return sorted(found.values(), key=lambda of_one: all(claim.rule is None for claim in of_one))


def _alive(pack: Pack, chunk: Sequence[Mutant], claims: Iterable[Sequence[Claim]]) -> list[Mutant]:
    """Return the mutants by which every claim still holds; a document is judged once, by those that still live."""
    named = {f"{mutant.rule.name}~{number}": mutant for number, mutant in enumerate(chunk)}
    rules = tuple(mutant.rule.model_copy(update={"name": name}) for name, mutant in named.items())
    auditor = Auditor(pack.with_rules(rules))
    for of_one in claims:
        if not named:
            break
        said = of_one[0].subject.said_by(auditor, named)
        named = {name: mutant for name, mutant in named.items() if all(_holds(one, said[name]) for one in of_one)}
    return list(named.values())


def _holds(claim: Claim, said: object) -> bool:
    try:
        claim.check(said)
    except Unmet:
        return False
    return True
