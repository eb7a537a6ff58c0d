"""
A plain evaluator of rules: nested loops over facts, no network, no compilation.

It reads `Rule` as an author wrote it and shares no code with the compiler or the session, so that the two can only
agree when both are right.
"""

from __future__ import annotations

import itertools
import operator
from collections.abc import Iterator, Mapping, Sequence

from schemas.facts import Fact, Scalar
from schemas.rule import Pattern, Rule, Variant

_OPERATORS = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "lte": operator.le,
    "gt": operator.gt,
    "gte": operator.ge,
    "in": lambda value, choices: value in choices,
}


def matches(rules: Sequence[Rule], facts: Sequence[Fact]) -> set[tuple[str, int, tuple[int, ...]]]:
    """Return (rule, variant, positions of the bound facts) of everything that holds."""
    return {
        (rule.name, number, bound)
        for rule in rules
        for number, variant in enumerate(rule.variants or (Variant(),))
        for bound in _bindings(rule, variant, facts)
    }


def _bindings(rule: Rule, variant: Variant, facts: Sequence[Fact]) -> Iterator[tuple[int, ...]]:
    named = {pattern.alias for pattern in rule.when if pattern.alias != "_"}
    binding = [*rule.when, *(pattern for pattern in variant.when if pattern.alias not in named)]
    refining = [pattern for pattern in variant.when if pattern.alias in named]
    for bound in itertools.product(*([i for i, f in enumerate(facts) if f.kind == p.kind] for p in binding)):
        if len(set(bound)) < len(bound):
            continue
        names = {p.alias: facts[i] for p, i in zip(binding, bound, strict=True)}
        positive = all(_holds(p, facts[i], names, rule.params) for p, i in zip(binding, bound, strict=True))
        if not positive or not all(_holds(p, names[p.alias], names, rule.params) for p in refining):
            continue
        others = [fact for i, fact in enumerate(facts) if i not in bound]
        absent = [*rule.unless, *variant.unless]
        if not any(f.kind == p.kind and _holds(p, f, names, rule.params) for p in absent for f in others):
            yield bound


def _holds(pattern: Pattern, fact: Fact, names: Mapping[str, Fact], params: Mapping[str, int | str]) -> bool:
    return all(
        _compare(op, fact.fields[field], _operand(operand, names, params))
        for field, conditions in pattern.where.items()
        for op, operand in conditions.items()
    )


def _operand(operand: object, names: Mapping[str, Fact], params: Mapping[str, int | str]) -> object:
    if isinstance(operand, tuple):
        return tuple(_operand(one, names, params) for one in operand)
    if isinstance(operand, str) and "." in operand:
        head, name = operand.split(".", 1)
        if head == "params":
            return params[name]
        if head in names:
            return names[head].fields[name]
    return operand


def _compare(op: str, value: Scalar, other: object) -> bool:
    if value is None or other is None:
        return False
    return bool(_OPERATORS[op](value, other))
