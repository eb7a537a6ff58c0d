"""
What a rule means, in a form in which two rules that judge alike are equal.

Two rules can be written differently and judge every document alike: ``gt 0`` and ``gte 1`` on a whole number, ``ne
true`` and ``eq false``, a list in another order, two variants of which never both hold in another order. The form is
exact where it says that two rules are the same, and may miss some that are.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from engine.compiler import FieldTest, PatternPlan, Plan, compile_rule, compile_tests
from schemas.facts import FACT_KINDS, MAX_INT, FieldSpec
from schemas.rule import Rule, Variant

_Values = frozenset[Hashable]


def meaning(rule: Rule) -> Hashable:
    """Return what *rule* judges and says, without how it is written."""
    branches = _without_covered(_without_shadowed(_branches(rule)))
    subject = frozenset(map(_single, _tested(rule.subject, rule))) or tuple(sorted({one.kind for one in rule.when}))
    doubts = frozenset(_doubt(frozenset(map(_single, _tested(doubt.when, rule))), branches) for doubt in rule.doubts)
    return _sorted_where_free(branches), subject, doubts


_Pattern = tuple[str, frozenset[tuple[str, Hashable]], frozenset[Hashable]]
"""Kind, what each tested field may be, joins."""
_Branch = tuple[tuple[_Pattern, ...], frozenset[_Pattern], Hashable]
"""Present patterns, absent patterns, what a finding says."""


def _branches(rule: Rule) -> list[_Branch]:
    """Return what each variant asks for, without those that nothing can fulfil."""
    branches: list[_Branch] = []
    for plan, variant in zip(compile_rule(rule), rule.variants or (Variant(),), strict=True):
        present = [_pattern(pattern) for pattern in plan.patterns if not pattern.absent]
        absent = [_pattern(pattern) for pattern in plan.patterns if pattern.absent]
        if None not in present:
            branches.append(
                (
                    tuple(pattern for pattern in present if pattern is not None),
                    frozenset(pattern for pattern in absent if pattern is not None),
                    _said(rule, variant, plan),
                )
            )
    return branches


def _said(rule: Rule, variant: Variant, plan: Plan) -> Hashable:
    """Severity and condition: what a case can see of a finding."""
    finding = variant.finding or rule.finding
    text = finding.condition.id
    for name, value in rule.params.items():
        text = text.replace(f"{{params.{name}}}", str(value))
    return variant.severity or rule.severity, text, plan.base


def _tested(patterns: Iterable[object], rule: Rule) -> list[PatternPlan]:
    return [compile_tests(pattern, rule.params) for pattern in patterns]  # type: ignore[arg-type]


def _single(pattern: PatternPlan) -> _Pattern:
    return _pattern(pattern) or (pattern.kind, frozenset([("nothing", "nothing")]), frozenset())


def _pattern(pattern: PatternPlan) -> _Pattern | None:
    """Return what a fact must be; None when no fact can be it."""
    tests: dict[str, list[FieldTest]] = {}
    for test in pattern.tests:
        tests.setdefault(test.field, []).append(test)
    allowed: set[tuple[str, Hashable]] = set()
    for name, asked in tests.items():
        spec = FACT_KINDS[pattern.kind].fields[name]
        values = _allowed(spec, asked)
        if not values:
            return None
        if spec.optional or values != _allowed(spec, []):
            allowed.add((name, values))
    return pattern.kind, frozenset(allowed), frozenset(pattern.joins)


def _allowed(spec: FieldSpec, tests: Sequence[FieldTest]) -> Hashable:
    """Return the values that pass all tests, in one form; something false when there are none."""
    if spec.type is bool or spec.values:
        every: Iterable[Hashable] = (False, True) if spec.type is bool else spec.values
        return frozenset(value for value in every if all(_passes(test, value) for test in tests))
    if spec.type is int:
        return _numbers(tests)
    return frozenset((test.op, frozenset(_listed(test))) for test in tests) or "every word"


def _numbers(tests: Sequence[FieldTest]) -> Hashable:
    """Return lowest, highest and those between that are not allowed; or the few that are."""
    low, high = -MAX_INT, MAX_INT
    barred: set[int] = set()
    chosen: set[int] | None = None
    for test in tests:
        values = {value for value in _listed(test) if isinstance(value, int)}
        if test.op in ("eq", "in"):
            chosen = values if chosen is None else chosen & values
        elif test.op == "ne":
            barred |= values
        elif test.op in ("gt", "gte"):
            low = max(low, max(values) + (test.op == "gt"))
        else:
            high = min(high, min(values) - (test.op == "lt"))
    if chosen is not None:
        return frozenset(value for value in chosen - barred if low <= value <= high)
    while low in barred:
        low += 1
    while high in barred:
        high -= 1
    return (low, high, frozenset(value for value in barred if low < value < high)) if low <= high else ()


def _listed(test: FieldTest) -> tuple[object, ...]:
    return test.value if isinstance(test.value, tuple) else (test.value,)


def _passes(test: FieldTest, value: Hashable) -> bool:
    return (value not in _listed(test)) if test.op == "ne" else (value in _listed(test))


def _without_shadowed(branches: list[_Branch]) -> list[_Branch]:
    """Leave out branches before which another one always holds."""
    kept: list[_Branch] = []
    for branch in branches:
        if not any(_wider(other, branch) for other in kept):
            kept.append(branch)
    return kept


def _without_covered(branches: list[_Branch]) -> list[_Branch]:
    """Leave out branches after which another one always holds that says the same, with nothing else between."""
    kept: list[_Branch] = []
    for index, branch in enumerate(branches):
        for other in branches[index + 1 :]:
            if other[2] == branch[2] and _wider(other, branch):
                break
            if other[2] != branch[2] and not _exclude_each_other(branch, other):
                kept.append(branch)
                break
        else:
            kept.append(branch)
    return kept


def _doubt(patterns: frozenset[_Pattern], branches: Sequence[_Branch]) -> Hashable:
    """
    Return the patterns of a doubt, without those that hold anyway where a doubt is asked for.

    A doubt counts only where the rule is not flagged. Where it repeats what flags the rule, something of what must be
    absent is there, so it need not ask for that.
    """
    for present, absent, _ in branches:
        if len(present) == len(absent) == 1 and any(_covers(present[0], pattern) for pattern in patterns):
            [barred] = absent
            if not barred[2]:
                patterns = frozenset(
                    pattern for pattern in patterns if not _covers(pattern, barred) or _covers(present[0], pattern)
                )
    return patterns


def _wider(wide: _Branch, narrow: _Branch) -> bool:
    """Whether *wide* provably holds wherever *narrow* does, for the same facts."""
    patterns, absent, _ = wide
    return (
        len(patterns) <= len(narrow[0])
        and absent <= narrow[1]
        and all(map(_covers, patterns, narrow[0][: len(patterns)]))
    )


def _covers(wide: _Pattern, narrow: _Pattern) -> bool:
    return wide[0] == narrow[0] and wide[1] <= narrow[1] and wide[2] <= narrow[2]


def _sorted_where_free(branches: list[_Branch]) -> Hashable:
    """
    Return the branches with those neighbours in a fixed order whose order does not matter.

    It does not where the two say the same, or where no facts fulfil both.
    """
    ordered = list(branches)
    for end in range(len(ordered) - 1, 0, -1):
        for index in range(end):
            first, second = ordered[index : index + 2]
            free = first[2] == second[2] or _exclude_each_other(first, second)
            if free and repr(second) < repr(first):
                ordered[index : index + 2] = [second, first]
    return tuple(ordered)


def _exclude_each_other(first: _Branch, second: _Branch) -> bool:
    """Whether one of the facts that both are about would have to be two things at once."""
    base = first[2][2]  # type: ignore[index]
    for one, other in zip(first[0][:base], second[0][:base], strict=True):
        fields = dict(other[1])
        if any(name in fields and _disjoint(values, fields[name]) for name, values in one[1]):
            return True
    return False


def _disjoint(one: Hashable, other: Hashable) -> bool:
    if isinstance(one, tuple) and isinstance(other, tuple):  # ranges of numbers
        return bool(one[1] < other[0] or other[1] < one[0])
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        if all(isinstance(value, str | bool | int) for value in one | other):
            return not one & other
        words = [value for value in (*one, *other) if isinstance(value, tuple) and value[0] in ("eq", "in")]
        return len(words) == 2 and len(one) == len(other) == 1 and not words[0][1] & words[1][1]
    return False
