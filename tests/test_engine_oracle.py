"""The engine against a plain evaluator: the same matches on random facts, for every rule."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.compiler import compile_rule
from engine.pack import load_pack
from engine.session import Session
from schemas.facts import FACT_KINDS, Fact
from schemas.rule import Rule
from tests import oracle
from tests.packs import rules_pack
from tests.samples import RULE, random_facts, write_pack

SYNTHETIC = {
    "join-two-kinds": """\
  - a: date
    where: {state: [valid, unreadable]}
  - b: field
    where: {name: a.field, state: {ne: a.state}}
""",
    "order-words": """\
  - a: date
  - b: date
    where: {iso: {lt: a.iso}, rank: {gte: a.rank}}
""",
    "order-literal-words": """\
  - a: entry
    where: {key: {gt: a, lte: 'a b'}}
  - b: entry
    where: {key: {gte: a.key}}
""",
    "order-linked-words": """\
  - a: citation
    where: {key: {lt: 'b'}}
  - b: entry
    where: {key: a.key}
""",
    "optional-numbers": """\
  - a: nip
    where: {age_appointed: {lt: 20}}
  - b: nip
    where: {months_over_pension: {ne: a.months_over_pension}, length: {lte: a.age_appointed}}
""",
    "optional-to-plain": """\
  - a: step
    where: {number: {gte: 0}}
  - b: entry
    where: {position: {ne: a.number}}
  - c: entry
    where: {number: b.position, position: {gt: b.position}}
""",
    "nobody-else": """\
  - a: official
    where: {source: identity}
unless:
  - _: official
    where: {source: signature, role: a.role, has_name: true}
  - _: nip
    where: {source: a.source, state: [ok, old]}
""",
    "the-only-one": """\
  - a: step
unless:
  - _: step
    where: {key: a.key}
""",
    "absent-between": """\
  - a: step
    where: {key: {ne: ''}}
  - b: step
    where: {position: {gt: a.position}}
unless:
  - _: step
    where: {position: {gt: a.position, lt: b.position}, text: ok}
""",
    "same-join-twice": """\
  - a: step
  - b: step
    where: {key: a.key}
  - c: step
    where: {key: a.key}
""",
    "variants-refine": """\
  - a: step
  - b: step
    where: {key: a.key}
variants:
  - when:
      - a: step
        where: {position: {gt: b.position}, text: [ok, cut]}
  - when:
      - b: step
        where: {number: {ne: a.number}}
      - e: entry
        where: {number: b.number}
    unless:
      - _: step_table
        where: {steps: {gt: e.position}}
  - unless:
      - _: document
""",
    "unnamed": """\
  - _: document
  - _: form
    where: {performance: true, rows: 0}
  - a: document
    where: {legal_items: {in: [0, 1, 2, 20]}}
""",
}
"""Shapes that the pack may lack: joins of all operators, absence with joins, order of words, optional fields."""


def synthetic_rules(folder: Path) -> tuple[Rule, ...]:
    head, _, rest = RULE.partition("when:\n")
    tail = "finding:" + rest.partition("finding:")[2]
    tail = tail.replace("[b, a]", "[a]").replace("{b.no}", "itu").replace("{a.no}", "ini")
    files = {
        f"steps/{name}": head.replace("LK-02", f"SY-{number:02}") + "when:\n" + body + tail
        for number, (name, body) in enumerate(SYNTHETIC.items())
    }
    return load_pack(write_pack(folder, files)).rules


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> tuple[Rule, ...]:
    return synthetic_rules(tmp_path_factory.mktemp("synthetic"))


@pytest.fixture(scope="module")
def session(rules: tuple[Rule, ...]) -> Session:
    return Session([plan for rule in rules for plan in compile_rule(rule)])


@cache
def pack_rules() -> tuple[Rule, ...]:
    return rules_pack().rules


@cache
def pack_session() -> Session:
    return Session([plan for rule in pack_rules() for plan in compile_rule(rule)])


def from_engine(session: Session, facts: list[Fact]) -> set[tuple[str, int, tuple[int, ...]]]:
    found = session.matches(facts)
    assert found == sorted(set(found))
    return {(match.rule, match.variant, match.facts) for match in found}


def by_id(found: set[tuple[str, int, tuple[int, ...]]], facts: list[Fact]) -> set[tuple[str, int, tuple[str, ...]]]:
    return {(rule, variant, tuple(facts[position].id for position in bound)) for rule, variant, bound in found}


@given(seed=st.integers(0, 2**32), count=st.integers(0, 30))
@settings(max_examples=150, deadline=None)
def test_pack_agrees_on_facts_of_all_kinds(seed: int, count: int) -> None:
    """Every rule of the pack matches as nested loops do, whatever the facts and their order."""
    facts = random_facts(random.Random(seed), count)
    rules = pack_rules()

    assert oracle.matches(rules, facts) == from_engine(pack_session(), facts)


@given(seed=st.integers(0, 2**32), data=st.data())
@settings(max_examples=150, deadline=None)
def test_pack_agrees_on_facts_of_one_rule(seed: int, data: st.DataObject) -> None:
    """Facts of the kinds of one rule only, so that its joins and absences are hit often."""
    rules = pack_rules()
    rule = data.draw(st.sampled_from(rules), label="rule")
    patterns = [*rule.when, *rule.unless, *(p for v in rule.variants for p in (*v.when, *v.unless))]
    kinds = sorted({pattern.kind for pattern in patterns})
    facts = random_facts(random.Random(seed), 12, kinds)

    assert oracle.matches(rules, facts) == from_engine(pack_session(), facts)


@pytest.mark.parametrize("name", SYNTHETIC)
def test_synthetic_rule_agrees(name: str, rules: tuple[Rule, ...], session: Session) -> None:
    """A rule of each shape matches as nested loops do, and does match now and then."""
    rng = random.Random(name)
    [rule] = [rule for rule in rules if rule.name == f"steps/{name}"]
    kinds = sorted(kind for kind in FACT_KINDS if f" {kind}\n" in SYNTHETIC[name])
    hits = misses = 0
    for _ in range(250):
        facts = random_facts(rng, rng.randint(0, 9), kinds)
        expected = oracle.matches([rule], facts)
        assert expected == {found for found in from_engine(session, facts) if found[0] == rule.name}
        hits += bool(expected)
        misses += not expected

    assert hits > 5
    assert misses > 5


def test_matches_do_not_depend_on_the_order_of_facts(session: Session) -> None:
    """The same facts in another order give the same matches of the same facts."""
    rng = random.Random(7)
    facts = random_facts(rng, 12, ["step", "entry", "date", "field", "nip", "official"])
    expected = by_id(from_engine(session, facts), facts)
    assert expected
    for _ in range(20):
        rng.shuffle(facts)

        assert expected == by_id(from_engine(session, facts), facts)
