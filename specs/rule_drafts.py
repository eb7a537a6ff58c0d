"""A rule under development: a rule file that stands in a scenario, checked as those of rules/ are."""

from __future__ import annotations

import re
from pathlib import Path

from engine.errors import RulePackErrors
from engine.pack import Pack
from engine.rulefile import RuleFile, read_rule
from engine.vocabulary import check_akip, check_component, check_rule
from engine.yamlfile import read_yaml
from schemas.rule import Rule
from specs.claims import MistakeError
from specs.rule_words import in_indonesian

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*")
_CASES = "\ncases:\n  - {name: flagged, expect: flagged, facts: []}\n  - {name: clean, expect: clean, facts: []}\n"
"""Scenarios prove this rule, so it needs no cases of its own."""
_MOST = 5
"""Faults that one message tells."""


def read_draft(name: str, text: str, pack: Pack, place: tuple[Path, int]) -> Rule:
    """
    Read a rule as it would stand in rules/.

    Args:
        name: ``steps/terlalu-singkat``
        text: The rule file.
        pack: The rules beside which it judges.
        place: The feature file, and the line of it in which *text* begins.

    Raises:
        MistakeError: All its faults, each with its line in the feature file.
    """
    if not _NAME.fullmatch(name):
        raise MistakeError(
            f"{name!r} tidak dapat menjadi nama aturan: tulis topik/nama dengan huruf kecil, angka, dan tanda hubung, "
            'misalnya "steps/terlalu-singkat".'
        )
    path, first = place
    try:
        rule, file = read_rule(path, name, _with_cases(path, text).encode())
        if rule is not None:
            _check(rule, file, pack)
        if file.errors or rule is None:
            raise RulePackErrors(file.errors)
    except RulePackErrors as error:
        raise MistakeError(_told(name, error, first)) from error
    return rule


def _with_cases(path: Path, text: str) -> str:
    node = read_yaml(path, text.encode())
    known = isinstance(node.value, dict) and "cases" in node.value
    return text if known else text.rstrip() + _CASES


def _check(rule: Rule, file: RuleFile, pack: Pack) -> None:
    check_rule(rule, file, pack.regulations)
    check_component(rule, file, pack.grading)
    check_akip(rule, file, pack.akip)
    other = next((one for one in pack.rules if one.code == rule.code and one.name != rule.name), None)
    if other is not None:
        file.fault(("code",), f"code {rule.code!r} is taken by {other.name}")


def _told(name: str, errors: RulePackErrors, first: int) -> str:
    # a misspelt key comes first: what it was meant to be is said to be missing as well
    faults = sorted(errors.errors, key=lambda one: not one.message.startswith("unknown"))
    lines = [f"baris {one.line + first - 1}: {in_indonesian(one.message)}" for one in faults]
    more = [f"dan {len(lines) - _MOST} kesalahan lain"] if len(lines) > _MOST else []
    return f"Rancangan aturan {name!r} keliru: " + "; ".join([*lines[:_MOST], *more])
