"""
Mutants: the same rule with one thing changed, to see whether the rule's cases notice.

A rule is only as good as its cases: where an operator can be turned round and every case still passes, nobody would
see it when somebody turns it round by mistake. A mutant that provably judges as the rule does is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from engine.compiler import reference
from engine.meaning import meaning
from engine.texts import places
from engine.yamlfile import Path_
from schemas.facts import FACT_KINDS, FieldSpec
from schemas.report import Severity
from schemas.rule import Operand, Pattern, Rule

_FLIPS: dict[str, tuple[str, ...]] = {
    "eq": ("ne",),
    "ne": ("eq",),
    "lt": ("lte", "gte"),
    "lte": ("lt", "gt"),
    "gt": ("gte", "lte"),
    "gte": ("gt", "lt"),
}
_OTHER = "~"
"""Makes another word of a word."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed rule."""

    rule: Rule
    path: Path_
    """What was changed, as a path in the rule file."""
    change: str
    """What was done, for the author."""


@dataclass(frozen=True, slots=True)
class _Edit:
    path: Path_
    """In the rule as a model."""
    value: Any
    change: str


def mutants(rule: Rule) -> list[Mutant]:
    """Return the mutants of *rule* that do not provably judge as it does, each once."""
    seen = {meaning(rule)}
    found: list[Mutant] = []
    for edit in _edits(rule):
        changed = _replaced(rule, edit.path, edit.value)
        judged = meaning(changed)
        if judged not in seen:
            seen.add(judged)
            found.append(Mutant(changed, edit.path, edit.change))
    return found


def _edits(rule: Rule) -> Iterator[_Edit]:
    yield from _severity_edits(rule)
    for name, value in rule.params.items():
        yield from _param_edits(name, value)
    for path, pattern in _patterns(rule):
        yield from _pattern_edits(path, pattern)
    yield from _dropped_lines(rule)
    yield from _swaps(rule)


def _severity_edits(rule: Rule) -> Iterator[_Edit]:
    yield _severity_edit(("severity",), rule.severity)
    for index, variant in enumerate(rule.variants):
        if variant.severity is not None:
            yield _severity_edit(("variants", index, "severity"), variant.severity)


def _severity_edit(path: Path_, severity: Severity) -> _Edit:
    other = Severity.MINOR if severity is Severity.MAJOR else Severity.MAJOR
    return _Edit(path, other, f"severity {severity} -> {other}")


def _param_edits(name: str, value: int | str) -> Iterator[_Edit]:
    others: tuple[int | str, ...] = (value + 1, value - 1) if isinstance(value, int) else (value + _OTHER,)
    for other in others:
        yield _Edit(("params", name), other, f"parameter {name} {value} -> {other}")


def _patterns(rule: Rule) -> Iterator[tuple[Path_, Pattern]]:
    """Yield every pattern with its path."""
    lists: list[tuple[Path_, Sequence[Pattern]]] = [
        (("when",), rule.when),
        (("unless",), rule.unless),
        (("subject",), rule.subject),
    ]
    for index, variant in enumerate(rule.variants):
        lists += [(("variants", index, "when"), variant.when), (("variants", index, "unless"), variant.unless)]
    lists += [(("doubts", index, "when"), doubt.when) for index, doubt in enumerate(rule.doubts)]
    for path, patterns in lists:
        yield from (((*path, index), pattern) for index, pattern in enumerate(patterns))


def _pattern_edits(path: Path_, pattern: Pattern) -> Iterator[_Edit]:
    fields = FACT_KINDS[pattern.kind].fields
    for name, conditions in pattern.where.items():
        rest = {other: value for other, value in pattern.where.items() if other != name}
        yield _Edit((*path, "where"), rest, f"condition on {name} left out")
        for op, operand in conditions.items():
            for other_op, other, change in _other_conditions(op, operand, fields[name]):
                changed = {key: value for key, value in conditions.items() if key != op} | {other_op: other}
                yield _Edit((*path, "where", name), changed, f"{name}: {change}")


def _other_conditions(
    op: str, operand: Operand | tuple[Operand, ...], spec: FieldSpec
) -> Iterator[tuple[str, Any, str]]:
    """Yield operator, operand and what was changed."""
    if isinstance(operand, tuple):
        yield from _other_lists(operand, spec)
        return
    for flipped in _FLIPS[op]:
        yield flipped, operand, f"{op} {_shown(operand)} -> {flipped}"
    if reference(operand, ()) is None and "." not in str(operand):
        for other in _other_literals(operand, spec):
            yield op, other, f"{op} {_shown(operand)} -> {_shown(other)}"


def _other_lists(values: tuple[Operand, ...], spec: FieldSpec) -> Iterator[tuple[str, Any, str]]:
    for index, value in enumerate(values):
        rest = values[:index] + values[index + 1 :]
        if rest:
            yield "in", rest, f"{_shown(value)} taken out of the list"
    for other in spec.values:
        if other not in values:
            yield "in", (*values, other), f"{_shown(other)} put into the list"


def _other_literals(value: Operand, spec: FieldSpec) -> Iterator[Operand]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value + 1, value - 1)
    elif spec.values:
        yield next(other for other in spec.values if other != value)
    else:
        yield value + _OTHER


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else repr(value) if isinstance(value, str) else str(value)


def _dropped_lines(rule: Rule) -> Iterator[_Edit]:
    """Lines that a rule can do without and still be one."""
    for key in ("unless", "subject", "doubts", "variants"):
        yield from _dropped((key,), getattr(rule, key), key)
    for index, variant in enumerate(rule.variants):
        yield from _dropped(("variants", index, "unless"), variant.unless, "unless")
    for index, doubt in enumerate(rule.doubts):
        if len(doubt.when) > 1:
            yield from _dropped(("doubts", index, "when"), doubt.when, "line of a doubt", _aliases(doubt.reason))


def _dropped(path: Path_, lines: Sequence[Any], what: str, needed: frozenset[str] = frozenset()) -> Iterator[_Edit]:
    if what == "variants" and len(lines) < 2:  # without its only variant the rule would flag more, not less
        return
    for index, line in enumerate(lines):
        if getattr(line, "alias", None) not in needed:
            rest = (*lines[:index], *lines[index + 1 :])
            yield _Edit((*path, index), _Without(rest), f"{what.removesuffix('s')} left out")


def _aliases(texts: Any) -> frozenset[str]:
    return frozenset(place[0] for text in (texts.id, texts.en) for place in places(text) if isinstance(place, tuple))


@dataclass(frozen=True, slots=True)
class _Without:
    """The list around a line, without the line: it replaces the list, but the fault is shown at the line."""

    rest: tuple[Any, ...]


def _swaps(rule: Rule) -> Iterator[_Edit]:
    for index in range(len(rule.variants) - 1):
        variants = list(rule.variants)
        variants[index : index + 2] = reversed(variants[index : index + 2])
        yield _Edit(("variants", index), _Without(tuple(variants)), f"variants {index + 1} and {index + 2} swapped")


def _replaced(whole: Any, path: Path_, value: Any) -> Any:
    """Return *whole* with the part at *path* replaced."""
    if not path:
        return value
    if len(path) == 1 and isinstance(value, _Without):
        return value.rest
    step = path[0]
    if isinstance(whole, BaseModel):
        return whole.model_copy(update={str(step): _replaced(getattr(whole, str(step)), path[1:], value)})
    if isinstance(whole, Mapping):
        return dict(whole) | {step: _replaced(whole[step], path[1:], value)}
    assert isinstance(step, int)
    return tuple(_replaced(part, path[1:], value) if index == step else part for index, part in enumerate(whole))
