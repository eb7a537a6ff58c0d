"""Every case of every rule in rules/."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from engine.audit import Auditor
from engine.cases import case_facts, case_problem, run_case
from schemas.facts import Fact, Facts
from schemas.report import Outcome
from schemas.rule import Case, Rule
from tests.packs import rules_pack
from tests.samples import by_columns

ROOT = Path(__file__).parents[1]
AS_OF = dt.date(2024, 6, 30)
PACK = rules_pack()


@cache
def auditor() -> Auditor:
    return Auditor(PACK)


def document_facts(path: Path) -> Sequence[Fact] | Facts:
    from auditing.document import document_facts as read  # noqa: PLC0415  # only cases with documents need it

    return read(path, as_of=AS_OF, known=PACK.knowledge)


@pytest.mark.parametrize(
    ("rule", "case"),
    [pytest.param(rule, case, id=f"{rule.name}: {case.name}") for rule in PACK.rules for case in rule.cases],
)
def test_case(rule: Rule, case: Case) -> None:
    """The rule gives the outcome that its case expects."""
    result = run_case(auditor(), rule, case, ROOT / "fixtures", document_facts)

    assert result.problem == ""
    # What a case says of rows one by one must hold by columns, as documents give them.
    facts = case_facts(case.facts)
    by_rows = by_columns(facts)
    if by_rows.rows:
        assert case_problem(rule.name, case, auditor().judge(by_rows, rule.applies_to[0])) == ""


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.name)
def test_rule_is_proved_both_ways(rule: Rule) -> None:
    """A rule has a case that it flags and a case that it leaves clean."""
    outcomes = {case.expect for case in rule.cases}

    assert {Outcome.FLAGGED, Outcome.CLEAN} <= outcomes


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.name)
def test_case_names_differ(rule: Rule) -> None:
    """Two cases of one rule never bear one name: a failure must tell which."""
    names = [case.name for case in rule.cases]

    assert sorted(set(names)) == sorted(names)
