"""Plans, and the session that runs them on durable_rules."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine import session as session_module
from engine.compiler import FieldTest, Join, PatternPlan, Plan, compile_rule
from engine.errors import EngineError, TooLargeError
from engine.pack import load_pack
from engine.session import Session
from schemas.rule import Rule
from tests.samples import RULE, make_fact, write_pack

ROOT = Path(__file__).parents[1]
TWO_ALIKE = [make_fact("step", n, position=n, key="x") for n in (1, 2)]
"""What the rule of `tests.samples` flags."""


def rule_from(folder: Path, text: str = RULE) -> Rule:
    return load_pack(write_pack(folder, {"steps/duplicate": text})).rules[0]


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(compile_rule(rule_from(tmp_path)))


def test_plan_of_a_join(tmp_path: Path) -> None:
    """Literals become tests, references joins with the earlier pattern."""
    [plan] = compile_rule(rule_from(tmp_path))
    first, second = plan.patterns

    assert [FieldTest("key", "ne", "")] == first.tests
    assert [Join("position", "gt", 0, "step", "position"), Join("key", "eq", 0, "step", "key")] == second.joins
    assert ({"a": 0, "b": 1}, 2, 2) == (plan.aliases, plan.base, plan.present)


def test_parameters_are_inlined(tmp_path: Path) -> None:
    """A plan holds the value of a parameter, also within a list."""
    text = RULE.replace("key: a.key}", "key: a.key, number: [params.limit, 9]}").replace(
        "cases:", "params: {limit: 3}\ncases:"
    )
    [plan] = compile_rule(rule_from(tmp_path, text))

    assert [FieldTest("number", "in", (3, 9))] == plan.patterns[1].tests


def test_variant_says_more_about_an_alias_of_the_rule(tmp_path: Path) -> None:
    """It adds tests, binds no further fact, and a look ahead becomes a join at the later pattern."""
    variants = "variants:\n  - when:\n      - a: step\n        where: {number: {lt: b.number}, time: missing}\n"
    [plan] = compile_rule(rule_from(tmp_path, RULE.replace("cases:", variants + "cases:")))

    assert 2 == len(plan.patterns)
    assert FieldTest("time", "eq", "missing") in plan.patterns[0].tests
    assert Join("number", "gt", 0, "step", "number") in plan.patterns[1].joins


def test_matches(session: Session) -> None:
    """A match names the rule, the variant and the positions of its facts."""
    facts = [make_fact("step", n, position=n, key=key) for n, key in enumerate(["x", "y", "x", "x"])]

    assert [("steps/duplicate", 0, pair) for pair in ((0, 2), (0, 3), (2, 3))] == [
        (match.rule, match.variant, match.facts) for match in session.matches(facts)
    ]


def test_documents_do_not_see_each_other(session: Session) -> None:
    """Facts of one document are gone when the next is judged."""
    one = [make_fact("step", 1, position=1, key="x")]
    two = [make_fact("step", 2, position=2, key="x")]

    assert [[], [], []] == [session.matches(facts) for facts in (one, two, [])]


def test_no_rules_and_no_facts() -> None:
    """An empty selection of rules judges anything, without a match."""
    empty = Session(())

    assert [] == empty.matches([])
    assert [] == empty.matches([make_fact("document")])


def test_more_rules_than_one_network_holds() -> None:
    """Hundreds of rules work, however many of them are about one kind of fact."""
    plans = [
        Plan(f"r/{n:03}", 0, (PatternPlan("step", tests=[FieldTest("position", "lte", n)]),), 1, {}) for n in range(300)
    ]
    facts = [make_fact("step", position=299), make_fact("step", position=100)]

    expected = [*((f"r/{n:03}", (1,)) for n in range(100, 300)), ("r/299", (0,))]
    assert sorted(expected) == [(match.rule, match.facts) for match in Session(plans).matches(facts)]


def test_network_with_too_many_patterns_on_one_kind() -> None:
    """Plans of several patterns go into another network before the engine's stack for a fact overflows."""
    patterns = tuple(PatternPlan("step", tests=[FieldTest("position", "eq", n)]) for n in (1, 2))
    plans = [Plan(f"r/{n:02}", 0, patterns, 2, {}) for n in range(70)]

    assert 70 == len(Session(plans).matches([make_fact("step", n, position=n) for n in (1, 2)]))


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        pytest.param({"position": 1.5}, "step.position is 1.5, not int", id="float"),
        pytest.param({"position": True}, "step.position is True, not int", id="bool-for-int"),
        pytest.param({"position": 2**53 + 1}, "step.position cannot be 9007199254740993", id="int-range"),
        pytest.param({"position": None}, "step.position is None, not int", id="none"),
        pytest.param({"time": "soon"}, "step.time cannot be 'soon'", id="closed-list"),
        pytest.param({"key": "\ud800"}, "half a character", id="surrogate"),
    ],
)
def test_facts_that_would_harm_the_engine(session: Session, fields: dict[str, object], message: str) -> None:
    """A fact that is not typed is refused before the engine sees it, and the next document is judged."""
    with pytest.raises(EngineError, match=message):
        session.matches([make_fact("step", n, **{"position": n, **fields}) for n in (1, 2)])  # type: ignore[arg-type]

    assert not session.poisoned
    assert [] == session.matches([make_fact("step", 1)])


def test_fact_that_is_not_total(session: Session) -> None:
    """A fact with a field too few or too many is refused, as is one of unknown kind."""
    fact = make_fact("step")
    del fact.fields["time"]
    with pytest.raises(EngineError, match="does not have exactly the fields of its kind"):
        session.matches([fact])
    fact = make_fact("step")
    fact.kind = "stepp"
    with pytest.raises(EngineError, match="unknown fact kind 'stepp'"):
        session.matches([fact])


def test_words_that_look_alike(session: Session) -> None:
    """Words are compared whole: quotes, backslashes, blanks, NUL, letters beyond ASCII, great length."""
    words = [
        '"',
        "\\",
        '\\"',
        "a",
        "a ",
        " a",
        "é",
        "e\u0301",
        "\0",
        "\0\0",
        "\U0001f600",
        "x" * 70_000,
        "x" * 69_999 + "y",
    ]
    words.append("x" * 501)
    facts = [make_fact("step", n, position=n, key=word) for n, word in enumerate(words + words)]

    assert [(n, n + len(words)) for n in range(len(words))] == [match.facts for match in session.matches(facts)]


def test_too_many_facts(session: Session) -> None:
    """Beyond the limit the document is refused, and the session lives on."""
    facts = [make_fact("entry", n) for n in range(session_module.MAX_FACTS + 1)]
    with pytest.raises(TooLargeError, match="20001 facts in one document"):
        session.matches(facts)

    assert [] == session.matches(facts[:10])


def test_too_many_combinations(session: Session) -> None:
    """A join over thousands of facts is refused before the engine forms every pair."""
    facts = [make_fact("step", n, position=n, key="x") for n in range(3000)]
    with pytest.raises(TooLargeError, match=r"rule steps/duplicate would have to compare 9000000 combinations"):
        session.matches(facts)

    assert [] == session.matches([make_fact("step", n, position=n, key="") for n in range(3000)])


def test_too_many_matches(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """The firing stops at the limit, and the session lives on."""
    monkeypatch.setattr(session_module, "MAX_FIRINGS", 50)
    facts = [make_fact("step", n, position=n, key="x") for n in range(30)]
    with pytest.raises(TooLargeError, match="more than 50 matches in one document"):
        session.matches(facts)

    assert not session.poisoned
    assert 45 == len(session.matches(facts[:10]))


@pytest.mark.parametrize(
    "method", ["assert_facts", "start_action_for_state", "complete_and_start_action", "delete_state"]
)
def test_failure_of_the_engine_poisons(session: Session, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    """After any exception out of the engine nothing of it is called again, and the caller is told."""
    calls: list[str] = []

    def fail(*_: object) -> None:
        raise RuntimeError("311")

    monkeypatch.setattr(session._core, "delete_state", lambda *_: calls.append("delete_state"))
    monkeypatch.setattr(session._core, method, fail)
    with pytest.raises(EngineError, match="the rule engine failed: RuntimeError: 311"):
        session.matches(TWO_ALIKE)

    assert session.poisoned
    assert [] == calls
    with pytest.raises(EngineError, match="cannot be used any more"):
        session.matches([])


def test_batch_that_is_not_read_to_its_end(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the heartbeat at the end of the batch is missing, no silence passes for compliance."""
    monkeypatch.setattr(session_module, "_TRIGGER_FACT", '{"id":"t","sid":"d","kind":"other","one":1}')
    with pytest.raises(EngineError, match="did not read all facts"):
        session.matches(TWO_ALIKE)

    assert session.poisoned


def test_memory_stays_flat(session: Session) -> None:
    """The state of a document is deleted: thousands fit into a process that holds at most 1,024 states."""
    facts = [make_fact("step", n, position=n, key="x") for n in range(3)]

    assert {3} == {len(session.matches(facts)) for _ in range(2000)}


def test_import_leaves_the_flags_alone() -> None:
    """The engine is imported with lazy binding, which Python 3.13 needs, and nothing else is."""
    program = (
        "import sys; before = sys.getdlopenflags(); import engine.session as s; "
        "assert 'durable' not in sys.modules; s.Session(()); assert before == sys.getdlopenflags()"
    )
    result = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )

    assert 0 == result.returncode


def test_only_the_session_imports_durable() -> None:
    """The habits of durable_rules stop at one module."""
    sources = [path for folder in ("engine", "auditing", "extraction", "readers", "reports", "schemas")
               for path in (ROOT / folder).glob("**/*.py")]  # fmt: skip
    importing = [
        path.relative_to(ROOT).as_posix()
        for path in [*sources, ROOT / "cli.py"]
        if path.exists() and any(line.strip().startswith(("import durable", "from durable"))
                                 for line in path.read_text(encoding="utf-8").splitlines())
    ]  # fmt: skip

    assert ["engine/session.py"] == importing
