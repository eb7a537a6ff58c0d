"""Mutants of rules: which are made, which are known to change nothing, and which the cases notice."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

import pytest

from auditing.document import document_facts
from engine.audit import Auditor
from engine.casefinder import _Draft, _seen, _Values, case_lines
from engine.cases import case_facts, run_case
from engine.meaning import meaning
from engine.mutants import _edits, _replaced, mutants
from engine.mutation import in_sessions, missing_cases, mutate
from engine.pack import load_pack
from tests.packs import rules_pack
from tests.program import patuh
from tests.samples import RULE, write_pack

ROOT = Path(__file__).resolve().parent.parent
PACK = rules_pack()
FACTS = partial(document_facts, as_of=dt.date(2026, 1, 15), known=PACK.knowledge)
EQUALS = 3
"""Rules in one session beside the one that they are compared with."""
DRAFTS = 60
"""Sets of facts that a rule and its equals are compared on."""


def _no_documents(_: Path) -> list:
    return []


@pytest.fixture
def pack(tmp_path):
    return load_pack(write_pack(tmp_path, {"steps/one": RULE}))


def _with_where(rule, **conditions):
    """The rule, its first pattern with these conditions only."""
    first = rule.when[0].model_copy(update={"where": conditions})
    return rule.model_copy(update={"when": (first, *rule.when[1:])})


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param({"position": {"gt": 0}}, {"position": {"gte": 1}}, True, id="gt-0-gte-1"),
        pytest.param({"position": {"gt": 0}}, {"position": {"gte": 0}}, False, id="gt-0-gte-0"),
        pytest.param({"position": {"lt": 3, "ne": 2}}, {"position": {"lte": 1}}, True, id="edge-barred"),
        pytest.param({"position": {"in": (1, 2)}}, {"position": {"in": (2, 1)}}, True, id="order-of-a-list"),
        pytest.param({"mark": {"eq": "marked"}}, {"mark": {"in": ("marked",)}}, True, id="list-of-one"),
        pytest.param({"mark": {"eq": "marked"}}, {"mark": {"ne": "marked"}}, False, id="negated"),
        pytest.param({"key": {"eq": "a"}}, {"key": {"eq": "b"}}, False, id="words"),
        pytest.param({"key": {"eq": "a"}}, {}, False, id="left-out"),
    ],
)
def test_meaning_is_that_of_the_values(pack, one, other, same):
    """Two ways of writing one condition are one; two conditions are two."""
    rule = pack.rule("steps/one").model_copy(update={"when": pack.rule("steps/one").when[:1]})
    rule = rule.model_copy(update={"finding": rule.finding.model_copy(update={"at": ("a",)})})

    assert same == (meaning(_with_where(rule, **one)) == meaning(_with_where(rule, **other)))


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.name)
def test_what_is_said_to_mean_the_same_judges_the_same(rule):
    """A mutant that is left out as equal agrees with its rule on the cases and on many sets of facts beside them."""
    right = meaning(rule)
    changed = [_replaced(rule, edit.path, edit.value) for edit in _edits(rule)]
    equal = [
        one.model_copy(update={"name": f"{rule.name}~{n}"}) for n, one in enumerate(changed) if meaning(one) == right
    ]
    if not equal:
        return
    values = _Values(rule)
    bases = [_Draft(case.facts, case.name) for case in rule.cases if case.document is None]
    drafts = [*bases, *(one for base in bases for one in values.changed(base))]
    for start in range(0, len(equal), EQUALS):
        auditor = Auditor(PACK.with_rules((rule, *equal[start : start + EQUALS])))
        for draft in drafts[:: max(1, len(drafts) // DRAFTS)]:
            judgement = auditor.judge(case_facts(draft.facts), rule.applies_to[0])
            expected = _seen(judgement, rule.name)
            for one in equal[start : start + EQUALS]:
                seen = _seen(judgement, one.name)
                assert (expected.outcome, expected.severity, expected.said) == (
                    seen.outcome,
                    seen.severity,
                    seen.said,
                ), (draft, one.when, one.doubts, one.variants)


def test_mutants_name_the_line_and_the_change(pack):
    """An author finds the place at once."""
    done = mutate(pack, pack.rule("steps/one"), ROOT, _no_documents)
    lines = {str(survivor).rpartition("steps/one.yaml:")[2] for survivor in done.survivors}

    assert 0 < done.killed < done.total
    assert any(line.startswith("13: position: gt 'a.position' -> gte") for line in lines), lines


def test_suggested_cases_are_noticed_and_hold(pack, tmp_path):
    """Written into the file, the rule loads, its cases hold, and fewer mutants live."""
    rule = pack.rule("steps/one")
    before = mutate(pack, rule, ROOT, _no_documents)
    cases = missing_cases(pack, rule, ROOT, _no_documents)
    path = Path(rule.file)
    path.write_text(RULE + "\n".join(line for case in cases for line in case_lines(case)) + "\n", encoding="utf-8")
    grown = load_pack(tmp_path / "rules")
    auditor, other = Auditor(grown), grown.rule("steps/one")

    assert cases
    assert {""} == {run_case(auditor, other, case, ROOT, _no_documents).problem for case in other.cases}
    assert mutate(grown, other, ROOT, _no_documents).survivors < before.survivors


def test_mutants_judge_in_company_as_alone(pack):
    """Many mutants in one session do not disturb each other."""
    rule = PACK.rule("approval/unsigned")
    made = mutants(rule)
    company = Auditor(PACK.with_rules(tuple(
        one.rule.model_copy(update={"name": str(n)}) for n, one in enumerate(next(in_sessions(rule, made)))
    )))  # fmt: skip
    for number, mutant in enumerate(made[:6]):
        alone = Auditor(PACK.with_rules((mutant.rule,)))
        for case in rule.cases:
            if case.document is None:
                facts = case_facts(case.facts)
                assert _seen(alone.judge(facts), rule.name) == _seen(company.judge(facts), str(number))


def test_the_cases_of_the_pack_notice_enough():
    """At least 95 % of the mutants of all rules."""
    done = [mutate(PACK, rule, ROOT / "fixtures", FACTS) for rule in PACK.rules]
    share = sum(one.killed for one in done) / sum(one.total for one in done)

    assert share >= 0.95, [str(survivor) for one in done for survivor in one.survivors]


def test_the_same_mutants_under_any_hash_seed(monkeypatch):
    """What is proved to change nothing must not hang on the order in which Python keeps a set."""
    asked = [
        part for rule in ("legal/revoked", "legal/wrong-number", "approval/two-approvers") for part in ("--only", rule)
    ]
    printed = set()
    for seed in ("0", "1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        done = patuh("rules", "test", "--mutate", "--no-config", *asked)
        printed.add((done.code, done.out))

    assert 1 == len(printed)
