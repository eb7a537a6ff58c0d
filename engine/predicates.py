"""
Patterns on single facts, evaluated in plain Python.

`subject` and `doubts` of a rule ask only whether some fact of a kind passes some tests. Without joins there is nothing
for a Rete network to share, so they are asked here, and only for rules that are not flagged.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from typing import Any

from engine.compiler import FieldTest, PatternPlan
from schemas.facts import Fact, Scalar

_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "lte": operator.le,
    "gt": operator.gt,
    "gte": operator.ge,
}

Finder = Callable[[Iterable[Fact]], Fact | None]


def holds(test: FieldTest, fact: Fact) -> bool:
    """Whether the test holds for the fact."""
    return passes(test, fact.fields[test.field])


def passes(test: FieldTest, value: Scalar) -> bool:
    """Whether *value* passes the test; of a field that is not known nothing holds."""
    if value is None:
        return False
    if isinstance(test.value, tuple):
        return value in test.value
    return _COMPARE[test.op](value, test.value)


def compare(op: str, one: Scalar, other: Scalar) -> bool:
    """Whether a field of one fact fits a field of another; where one of the two is not known nothing fits."""
    return one is not None and other is not None and _COMPARE[op](one, other)


def finder(pattern: PatternPlan) -> Finder:
    """Return a function that gives the first fact, of those of the pattern's kind, for which all tests hold."""
    tests = tuple(pattern.tests)
    if not tests:
        return lambda facts: next(iter(facts), None)
    if all(test.op in ("eq", "in") for test in tests):
        return _by_values(tests)

    def find(facts: Iterable[Fact]) -> Fact | None:
        return next((fact for fact in facts if all(holds(test, fact) for test in tests)), None)

    return find


def _by_values(tests: tuple[FieldTest, ...]) -> Finder:
    """The common form, all tests eq or in: one set lookup a field. None is in no set, so it does not hold."""
    wanted = [(test.field, frozenset(test.value if isinstance(test.value, tuple) else (test.value,))) for test in tests]
    if len(wanted) == 1:
        [(name, values)] = wanted

        def find_one(facts: Iterable[Fact]) -> Fact | None:
            for fact in facts:
                if fact.fields[name] in values:
                    return fact
            return None

        return find_one

    def find(facts: Iterable[Fact]) -> Fact | None:
        for fact in facts:
            fields = fact.fields
            for name, values in wanted:
                if fields[name] not in values:
                    break
            else:
                return fact
        return None

    return find
