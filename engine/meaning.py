"""
What a rule means, in a form in which two rules that judge alike are equal.

Two rules can be written differently and judge every document alike: ``gt 0`` and ``gte 1`` on a whole number, ``ne
true`` and ``eq false``, a list in another order, two variants of which never both hold in another order. The form is
exact where it says that two rules are the same, and may miss some that are.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import product
from math import prod

from engine.compiler import FieldTest, PatternPlan, Plan, compile_rule, compile_tests
from schemas.facts import FACT_KINDS, MAX_INT, FieldSpec
from schemas.rule import Rule, Variant

MAX_PIECES = 100
"""Pieces that the doubts of a rule are cut into, to be compared; beyond that they are compared as written."""
_KEPT = 2**16
"""Comparisons of two patterns that are kept: the mutants of a rule ask for the same again and again."""


def meaning(rule: Rule) -> Hashable:
    """Return what *rule* judges and says, without how it is written."""
    branches = _branches(rule)
    subject = frozenset(map(_single, _tested(rule.subject, rule))) or tuple(sorted({one.kind for one in rule.when}))
    doubts = [frozenset(map(_single, _tested(doubt.when, rule))) for doubt in rule.doubts]
    judged = _sorted_where_free(_without_covered(_trimmed(branches)))
    return judged, subject, _Doubts(doubts, branches).meaning()


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
    return _range(low, high, barred)


def _range(low: int, high: int, barred: set[int]) -> Hashable:
    while low in barred:
        low += 1
    while high in barred:
        high -= 1
    return (low, high, frozenset(value for value in barred if low < value < high)) if low <= high else ()


def _listed(test: FieldTest) -> tuple[object, ...]:
    return test.value if isinstance(test.value, tuple) else (test.value,)


def _passes(test: FieldTest, value: Hashable) -> bool:
    return (value not in _listed(test)) if test.op == "ne" else (value in _listed(test))


def _trimmed(branches: list[_Branch]) -> list[_Branch]:
    """Leave out of each branch what those before it take already; and the branches of which nothing is left."""
    kept: list[_Branch] = []
    for branch in branches:
        rest: _Branch | None = branch
        for earlier in kept:
            if rest is not None and (earlier[2] != branch[2] or _wider(earlier, rest)):
                rest = _minus(rest, earlier)
        if rest is not None:
            kept.append(rest)
    return kept


def _minus(branch: _Branch, earlier: _Branch) -> _Branch | None:
    """Return *branch* without what *earlier* takes, as far as that can be said of one field; None: nothing is left."""
    patterns, absent, said = branch
    if len(earlier[0]) > len(patterns) or not earlier[1] <= absent:
        return branch
    differing: list[tuple[int, str, Hashable]] = []
    for index, (wide, narrow) in enumerate(zip(earlier[0], patterns, strict=False)):
        if wide[0] != narrow[0] or not wide[2] <= narrow[2]:
            return branch
        has = dict(narrow[1])
        for name, taken in wide[1]:
            values = has.get(name, _every(narrow[0], name))
            if not _within(values, taken):
                differing.append((index, name, _less(values, taken)))
    if not differing:
        return None
    index, name, rest = differing[0]
    if len(differing) > 1 or rest is None:
        return branch
    kind, fields, joins = patterns[index]
    other = (kind, frozenset((dict(fields) | {name: rest}).items()), joins)
    return (*patterns[:index], other, *patterns[index + 1 :]), absent, said


@cache
def _every(kind: str, name: str) -> Hashable:
    """Return all values of a field; None where it may be unknown, which is no value."""
    spec = FACT_KINDS[kind].fields[name]
    return None if spec.optional else _allowed(spec, [])


def _within(values: Hashable, others: Hashable) -> bool:
    """Whether each of *values* is one of *others*, as far as that is known."""
    if _are_numbers(values) and isinstance(others, tuple):
        return all(others[0] <= value <= others[1] and value not in others[2] for value in values)  # type: ignore[attr-defined]
    if isinstance(values, tuple) and isinstance(others, tuple):
        barred = {value for value in others[2] if values[0] <= value <= values[1]}
        return bool(others[0] <= values[0] and values[1] <= others[1] and barred <= values[2])
    if _are_values(values) and _are_values(others):
        return bool(values <= others)  # type: ignore[operator]
    return values == others and values is not None


def _less(values: Hashable, others: Hashable) -> Hashable:
    """Return *values* without *others*; None where that cannot be said."""
    if isinstance(values, frozenset) and _are_values(values):
        if _are_values(others):
            return values - others  # type: ignore[operator]
        if isinstance(others, tuple) and _are_numbers(values):
            return frozenset(one for one in values if not _within(frozenset([one]), others))
    if isinstance(values, tuple) and _are_numbers(others):
        return _range(values[0], values[1], {*values[2], *others})  # type: ignore[misc]
    if isinstance(values, tuple) and isinstance(others, tuple) and not others[2]:
        if others[0] <= values[0]:
            return _range(max(values[0], others[1] + 1), values[1], set(values[2]))
        if others[1] >= values[1]:
            return _range(values[0], min(values[1], others[0] - 1), set(values[2]))
    return None


def _are_values(values: Hashable) -> bool:
    return isinstance(values, frozenset) and not any(isinstance(value, tuple) for value in values)


def _are_numbers(values: Hashable) -> bool:
    return isinstance(values, frozenset) and bool(values) and all(type(value) is int for value in values)


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


class _Doubts:
    """
    The doubts of a rule, cut into pieces that are told apart by one value of each closed field.

    A doubt is asked for only where the rule is not flagged. A piece that repeats what flags the rule is therefore
    never asked for; where the rule wants something absent besides, that something is there.
    """

    def __init__(self, doubts: Sequence[frozenset[_Pattern]], branches: Sequence[_Branch]) -> None:
        self._doubts = doubts
        self._branches = [branch for branch in branches if _is_plain(branch)]
        self._fields: dict[str, set[str]] = {}
        for patterns, _, _ in self._branches:
            for kind, fields, _ in patterns:
                self._fields.setdefault(kind, set()).update(name for name, _ in fields)

    def meaning(self) -> Hashable:
        pieces: list[frozenset[_Pattern]] = []
        for doubt in self._doubts:
            parts = [list(self._pieces(pattern)) for pattern in sorted(doubt, key=_written)]
            if prod(map(len, parts)) + len(pieces) > MAX_PIECES:
                return frozenset(self._doubts)
            pieces += [frozenset(chosen) for chosen in product(*parts)]
        asked = {piece for piece in map(self._completed, pieces) if piece is not None}
        return frozenset(one for one in asked if not any(one != other and _implies(one, other) for other in asked))

    def _pieces(self, pattern: _Pattern) -> Iterator[_Pattern]:
        kind, fields, joins = pattern
        has = dict(fields)
        split = [name for name in sorted(self._fields.get(kind, ())) if _are_words(has.get(name, _every(kind, name)))]
        values = [sorted(has.get(name, _every(kind, name)), key=repr) for name in split]  # type: ignore[call-overload]
        for chosen in product(*values):
            one = {name: frozenset([value]) for name, value in zip(split, chosen, strict=True)}
            yield kind, frozenset((has | one).items()), joins

    def _completed(self, piece: frozenset[_Pattern]) -> frozenset[_Pattern] | None:
        """Return the piece with what must be there besides; None when it is never asked for."""
        for present, absent, _ in self._branches:
            if all(any(_covers(wanted, one) for one in piece) for wanted in present):
                if not absent:
                    return None
                [barred] = absent
                piece = frozenset(one for one in piece if not _covers(one, barred)) | {barred}
        return piece


def _is_plain(branch: _Branch) -> bool:
    """Whether its facts are of different kinds, nothing is joined, and at most one thing must be absent."""
    patterns, absent, _ = branch
    kinds = [kind for kind, _, _ in patterns]
    joined = any(joins for _, _, joins in (*patterns, *absent))
    return not joined and len(absent) <= 1 and len(set(kinds)) == len(kinds)


def _implies(piece: frozenset[_Pattern], other: frozenset[_Pattern]) -> bool:
    """Whether *other* holds wherever *piece* does."""
    return len({kind for kind, _, _ in other}) == len(other) and all(
        any(_covers(wanted, one) for one in piece) for wanted in other
    )


def _are_words(values: Hashable) -> bool:
    """Whether these are some of a closed list, or of true and false."""
    return _are_values(values) and not _are_numbers(values)


def _wider(wide: _Branch, narrow: _Branch) -> bool:
    """Whether *wide* provably holds wherever *narrow* does, for the same facts."""
    patterns, absent, _ = wide
    return (
        len(patterns) <= len(narrow[0])
        and absent <= narrow[1]
        and all(map(_covers, patterns, narrow[0][: len(patterns)]))
    )


@lru_cache(_KEPT)
def _covers(wide: _Pattern, narrow: _Pattern) -> bool:
    """Whether each fact that is *narrow* is *wide*."""
    has = dict(narrow[1])
    return (
        wide[0] == narrow[0]
        and wide[2] <= narrow[2]
        and all(_within(has.get(name, _every(narrow[0], name)), values) for name, values in wide[1])
    )


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
            if free and _written(second) < _written(first):
                ordered[index : index + 2] = [second, first]
    return tuple(ordered)


def _written(value: Hashable) -> str:
    """Return *value* in letters, the same in every process: what stands in a set is put in order."""
    if isinstance(value, frozenset):
        return "{" + ", ".join(sorted(map(_written, value))) + "}"
    if isinstance(value, tuple):
        return "(" + ", ".join(map(_written, value)) + ")"
    return repr(value)


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
