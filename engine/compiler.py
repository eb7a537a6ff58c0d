"""
Rule -> plans: what the engine has to look for.

A rule gives one `Plan` per variant (one when it has none). A plan is a flat list of patterns over facts, each with
tests against literals and joins with patterns before it. `engine.session` turns plans into durable_rules, the
benchmark turns the same plans into CLIPS.

What a plan means: each present pattern is bound to one fact of its kind, all of them different facts; all tests and
joins hold; and for each absent pattern there is no further fact for which its tests and joins hold. A test or join
that reads an optional field which is not known does not hold, whatever its operator.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from schemas.facts import FACT_KINDS, Scalar
from schemas.rule import Operand, Pattern, Rule, Variant

_REFERENCE = re.compile(r"([a-z_][a-z0-9_]*)\.([a-z_][a-z0-9_]*)")
FLIPPED = {"eq": "eq", "ne": "ne", "lt": "gt", "lte": "gte", "gt": "lt", "gte": "lte"}
"""Operator -> the one that says the same with its sides exchanged."""

MAX_EXPRESSIONS = 32
"""Expressions in one pattern that the engine can hold."""
MAX_PATTERNS = 16
"""Facts in one match that the engine can hold, the trigger included."""
ALWAYS = Variant.model_construct()
"""The only variant of a rule that has none: it adds nothing."""
_FRAME = 3
"""Expressions that a pattern needs for itself: its kind, the guard, the end mark."""


@dataclass(frozen=True, slots=True)
class FieldTest:
    """A comparison of a field with a literal."""

    field: str
    op: str
    value: Scalar | tuple[Scalar, ...]
    """A tuple for the operator in."""


@dataclass(frozen=True, slots=True)
class Join:
    """A comparison of a field with a field of an earlier pattern."""

    field: str
    op: str
    pattern: int
    """Index of the earlier pattern in the plan."""
    kind: str
    """Kind of that pattern."""
    other: str
    """Field of that pattern's fact."""


@dataclass(slots=True)
class PatternPlan:
    """One line of a rule."""

    kind: str
    absent: bool = False
    tests: list[FieldTest] = field(default_factory=list)
    joins: list[Join] = field(default_factory=list)

    @property
    def expressions(self) -> int:
        """How many expressions the engine needs for this pattern, at most (each optional field costs one more)."""
        return _FRAME + 2 * len(self.tests) + 3 * len(self.joins)


@dataclass(frozen=True, slots=True)
class Plan:
    """One variant of a rule, ready for an engine."""

    rule: str
    variant: int
    """Index into the variants of the rule; 0 when it has none."""
    patterns: tuple[PatternPlan, ...]
    """Present patterns first, then the absent ones."""
    base: int
    """How many of the first patterns are the rule's own `when`: their facts are what a match is about."""
    aliases: Mapping[str, int]
    """Alias -> index of a present pattern."""

    @property
    def present(self) -> int:
        """How many patterns are bound to facts."""
        return sum(not pattern.absent for pattern in self.patterns)


def reference(operand: object, bound: Iterable[str]) -> tuple[str, str] | None:
    """Return (alias or ``params``, name) when *operand* is a reference, else None: it is a literal."""
    if not isinstance(operand, str):
        return None
    match = _REFERENCE.fullmatch(operand)
    if match is None or (match[1] != "params" and match[1] not in bound):
        return None
    return match[1], match[2]


def literal(operand: Operand, params: Mapping[str, int | str]) -> Scalar:
    """Return *operand* with a parameter replaced by its value."""
    found = reference(operand, ())
    return params[found[1]] if found else operand


def compile_rule(rule: Rule) -> tuple[Plan, ...]:
    """Return the plans of a checked rule, in the order of its variants."""
    return tuple(_Compilation(rule).plan(index, variant) for index, variant in enumerate(rule.variants or (ALWAYS,)))


def compile_tests(pattern: Pattern, params: Mapping[str, int | str]) -> PatternPlan:
    """Return a pattern on single facts (of `subject` and `doubts`), which has no joins."""
    tests = [
        FieldTest(name, op, _value(operand, params))
        for name, conditions in pattern.where.items()
        for op, operand in conditions.items()
    ]
    return PatternPlan(pattern.kind, tests=tests)


def is_optional(kind: str, name: str) -> bool:
    """Whether the field may be unknown."""
    return FACT_KINDS[kind].fields[name].optional


def _value(operand: Operand | Sequence[Operand], params: Mapping[str, int | str]) -> Scalar | tuple[Scalar, ...]:
    if isinstance(operand, str | int):
        return literal(operand, params)
    return tuple(literal(one, params) for one in operand)


class _Compilation:
    """Puts the patterns of one variant together."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        self._patterns: list[PatternPlan] = []
        self._aliases: dict[str, int] = {}

    def plan(self, index: int, variant: Variant) -> Plan:
        rule = self._rule
        self._patterns, self._aliases = [], {}
        # All patterns first: a variant may say more about an alias of the rule and mean one bound below it.
        present = [(pattern, self._bind(pattern)) for pattern in (*rule.when, *variant.when)]
        for pattern, position in present:
            self._constrain(pattern, position)
        for pattern in (*rule.unless, *variant.unless):
            self._patterns.append(PatternPlan(pattern.kind, absent=True))
            self._constrain(pattern, len(self._patterns) - 1)
        return Plan(rule.name, index, tuple(self._patterns), len(rule.when), dict(self._aliases))

    def _bind(self, pattern: Pattern) -> int:
        if pattern.alias in self._aliases:  # a variant says more about a fact of the rule
            return self._aliases[pattern.alias]
        self._patterns.append(PatternPlan(pattern.kind))
        if pattern.alias != "_":
            self._aliases[pattern.alias] = len(self._patterns) - 1
        return len(self._patterns) - 1

    def _constrain(self, pattern: Pattern, position: int) -> None:
        for name, conditions in pattern.where.items():
            for op, operand in conditions.items():
                found = reference(operand, self._aliases)
                if found is None or found[0] == "params":
                    self._patterns[position].tests.append(FieldTest(name, op, _value(operand, self._rule.params)))
                else:
                    self._join(position, name, op, self._aliases[found[0]], found[1])

    def _join(self, position: int, name: str, op: str, other: int, other_name: str) -> None:
        """Join at the later of the two patterns: the engine binds them in order."""
        if other > position:
            position, name, op, other, other_name = other, other_name, FLIPPED[op], position, name
        kind = self._patterns[other].kind
        self._patterns[position].joins.append(Join(name, op, other, kind, other_name))
