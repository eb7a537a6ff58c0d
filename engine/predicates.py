"""
Patterns on single facts, evaluated in plain Python.

`subject` and `doubts` of a rule ask only whether some fact of a kind passes some tests. Without joins there is nothing
for a Rete network to share, so they are asked here, and only for rules that are not flagged.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
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

Check = Callable[[Scalar], bool]
Finder = Callable[[Iterable[Fact]], Fact | None]


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


@dataclass(frozen=True, slots=True)
class Question:
    """Whether some fact of a kind passes some tests."""

    kind: str
    way: frozenset[FieldTest]
    find: Finder
    """Looks through single facts."""


def question(pattern: PatternPlan) -> Question:
    """Return what a pattern on single facts asks."""
    return Question(pattern.kind, frozenset(pattern.tests), finder(pattern))


def finder(pattern: PatternPlan) -> Finder:
    """Return a function that gives the first fact, of those of the pattern's kind, for which all tests hold."""
    checks = [(test.field, check_of(test)) for test in pattern.tests]

    def find(facts: Iterable[Fact]) -> Fact | None:
        for fact in facts:
            fields = fact.fields
            for name, check in checks:
                if not check(fields[name]):
                    break
            else:
                return fact
        return None

    return find


def check_of(test: FieldTest) -> Check:
    """Return the test as a function of the value; the common ones look it up in a set, in which None never is."""
    if isinstance(test.value, tuple):
        return frozenset(test.value).__contains__
    return frozenset([test.value]).__contains__ if test.op == "eq" else partial(passes, test)
