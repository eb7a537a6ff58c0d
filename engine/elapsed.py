"""On which other days the rules would look at an age, or at a delay, in the same way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from engine.auditday import Elapsed
from engine.compiler import FieldTest, Plan
from schemas.facts import FACT_KINDS, Facts, Scalar

_Field = tuple[str, str]
"""Kind and name."""


class ElapsedFields:
    """How a set of rules looks at the fields that grow with the day of the audit."""

    def __init__(self, asked: Iterable[tuple[str, Iterable[FieldTest]]], plans: Iterable[Plan]) -> None:
        """
        Note what is asked of those fields.

        Args:
            asked: Kind and tests of all patterns, those of subjects and doubts among them.
            plans: Of all rules, for what compares two facts.
        """
        self._tests: dict[_Field, set[FieldTest]] = {}
        for kind, tests in asked:
            for test in tests:
                if test.field in FACT_KINDS[kind].passing:
                    self._tests.setdefault((kind, test.field), set()).add(test)
        self._joined = set(_joined(plans))
        self._by_kind: dict[str, list[str]] = {}
        for kind, name in sorted(self._tests.keys() | self._joined):
            self._by_kind.setdefault(kind, []).append(name)

    def hold(self, facts: Facts) -> None:
        """Narrow the days of the audit to those on which the rules would find the same of these facts."""
        for fact in facts.single:
            for name in self._by_kind.get(fact.kind, ()):
                self._hold((fact.kind, name), [fact.fields[name]])
        for rows in facts.rows:
            for name in self._by_kind.get(rows.kind, ()):
                self._hold((rows.kind, name), rows.fields[name])

    def _hold(self, field: _Field, values: Sequence[Scalar]) -> None:
        for value in {id(value): value for value in values if isinstance(value, Elapsed)}.values():
            for test in self._tests.get(field, ()):
                value.tested(test.op, test.value)
            if field in self._joined:
                value.told()


def _joined(plans: Iterable[Plan]) -> Iterable[_Field]:
    """The fields that some rule compares with a field of another fact."""
    for pattern in chain.from_iterable(plan.patterns for plan in plans):
        for join in pattern.joins:
            for kind, name in ((pattern.kind, join.field), (join.kind, join.other)):
                if name in FACT_KINDS[kind].passing:
                    yield kind, name
