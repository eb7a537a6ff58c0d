"""Facts by columns: what is judged of a table is what judging each of its rows as a fact would give."""

from __future__ import annotations

import datetime as dt
import os
import random
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditing.document import Judge, audit_file, read_file
from engine import rowmatches
from engine.audit import Auditor, Judgement
from engine.casefinder import find_cases
from engine.cases import case_facts, case_problem, run_cases
from engine.compiler import FieldTest, compile_rule
from engine.errors import EngineError, RulePackErrors, TooLargeError
from engine.judged import JudgedFacts
from engine.mutants import mutants
from engine.mutation import mutate
from engine.pack import Pack, load_pack
from engine.rowtable import RowTable, row_tables
from engine.session import Session
from schemas.blocks import Notice
from schemas.doubt import ReadingDoubt
from schemas.evidence import Evidence
from schemas.fact_spec import Telling, flag, number, text
from schemas.facts import FACT_KINDS, Fact, FactKind, FactRows, Facts, Scalar
from schemas.report import Confidence, Outcome
from schemas.rule import CaseFact, Rule
from tests import oracle
from tests.samples import RULE, by_columns, make_fact, random_facts, table_of, write_pack

ROOT = Path(__file__).parents[1]

LINE = FactKind(
    about="A row of a table, for these tests.",
    fields={
        "state": text("how it is", "ok", "bad", "unknown"),
        "kind_of": text("what it is", "a", "b", optional=True),
        "marked": flag("a mark"),
        "position": number("its place"),
        "amount": number("how much", optional=True),
        "key": text("its name"),
        "label": text("another name", optional=True),
    },
    words={"no": "its number"},
    by_row=True,
)
OTHER = FactKind(about="A row of another table.", fields={"number": number("some number")}, words={}, by_row=True)


@pytest.fixture(scope="module", autouse=True)
def kinds() -> Iterator[None]:
    """Two kinds of facts about rows that only these tests know."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(FACT_KINDS, "test_line", LINE)
        patch.setitem(FACT_KINDS, "test_other", OTHER)
        yield


SHAPES = {
    "alone": "  - a: test_line\n    where: {state: bad}\n",
    "every-row": "  - a: test_line\n",
    "numbers": "  - a: test_line\n    where: {position: {gt: 0, ne: 3}, amount: {lte: 2}}\n",
    "words": "  - a: test_line\n    where: {key: {gt: a, lte: 'a b'}, label: {ne: ab}, kind_of: [a, b]}\n",
    "beside": "  - a: step\n    where: {text: ok}\n  - b: test_line\n    where: {marked: true}\n",
    "joined": "  - a: test_line\n    where: {state: {ne: ok}}\n  - b: step\n    where: {key: a.key}\n",
    "joined-before": "  - b: step\n  - a: test_line\n    where: {position: {lt: b.position}, label: b.key}\n",
    "joined-optional": (
        "  - a: test_line\n  - b: step\n    where: {number: {gte: a.amount}, position: {ne: a.position}}\n"
    ),
    "joined-two": (
        "  - a: step\n  - b: test_line\n    where: {key: a.key}\n"
        "  - c: entry\n    where: {number: {gte: b.amount}, position: {ne: a.position}}\n"
    ),
    "absent": (
        "  - a: test_line\n    where: {state: [bad, unknown]}\nunless:\n  - _: step\n"
        "    where: {key: a.key, position: {gt: a.position}}\n"
    ),
    "variants": (
        "  - a: test_line\nvariants:\n  - severity: critical\n    when:\n      - a: test_line\n"
        "        where: {state: bad, amount: {gt: 1}}\n"
        "  - when:\n      - a: test_line\n        where: {marked: true}\n      - s: step\n        where: {key: a.key}\n"
        "  - severity: minor\n    when:\n      - a: test_line\n        where: {label: ab}\n"
    ),
    "variant-row": (
        "  - a: step\n    where: {text: ok}\nvariants:\n  - severity: critical\n    when:\n"
        "      - l: test_line\n        where: {key: a.key}\n  - severity: minor\n"
    ),
    "no-row": "  - a: step\n    where: {text: ok}\nunless:\n  - _: step\n    where: {position: {gt: a.position}}\n",
    "other-kind": "  - a: test_other\n    where: {number: {gt: 0}}\n  - b: step\n    where: {number: a.number}\n",
}
DOUBTS = """\
subject:
  - s: test_line
    where: {marked: true, amount: {gt: -1}}
doubts:
  - when:
      - d: test_line
        where: {state: unknown, position: {gt: 2}}
      - e: step
    reason: {id: 'Baris {d.no} tidak terbaca.', en: 'Row {d.no} cannot be read.'}
"""


def rule_text(body: str, code: int, *, more: str = "") -> str:
    head = RULE.partition("when:\n")[0].replace("LK-02", f"SY-{code:02}")
    said = "Baris {a.key} salah." if "a: test_line" in body or "a: step" in body else "Ada yang salah."
    tail = f"""\
finding:
  at: [a]
  condition: {{id: '{said}', en: '{said}'}}
  effect: {{id: Keliru., en: Wrong.}}
  recommendation: {{id: Perbaiki., en: Mend.}}
cases:
  - {{name: nothing, expect: clean, facts: []}}
  - {{name: something, expect: flagged, facts: []}}
"""
    return head + more + "when:\n" + body + tail


_TESTS = {
    "state": ["bad", "{ne: ok}", "[ok, bad]", "ok"],
    "kind_of": ["a", "{ne: a}", "[b]"],
    "marked": ["true", "false"],
    "position": ["1", "{gt: 0}", "{lt: 3}", "[1, 2, 20]"],
    "amount": ["{gte: 1}", "{ne: 2}", "0", "{lt: 3, gt: -1}"],
    "key": ["''", "{ne: a}", "{gt: a}", "[a, ab, é]"],
    "label": ["{lte: b}", "a", "{ne: ''}"],
}
_JOINS = {"key": "s.key", "label": "s.key", "position": "s.position", "amount": "s.number"}


def random_body(rng: random.Random) -> str:
    """Return `when` of a rule that looks at a row, perhaps beside a step."""
    step = rng.random() < 0.5
    where = {name: rng.choice(tests) for name, tests in _TESTS.items() if rng.random() < 0.3}
    if step:
        for name, other in _JOINS.items():
            if rng.random() < 0.4:
                where[name] = f"{{{rng.choice(('eq', 'ne', 'gt', 'lte'))}: {other}}}"
    listed = ", ".join(f"{name}: {test}" for name, test in where.items())
    body = f"  - a: test_line\n    where: {{{listed}}}\n" if where else "  - a: test_line\n"
    body = f"  - s: step\n    where: {{text: [ok, cut]}}\n{body}" if step else body
    absent = "unless:\n  - _: entry\n    where: {number: a.amount}\n" if rng.random() < 0.2 else ""
    return body + absent


@pytest.fixture(scope="module")
def pack(kinds: None, tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """Rules of all shapes, some with doubts and subject, and rules made by chance."""
    rng = random.Random(2024)
    bodies = list(SHAPES.values()) + [random_body(rng) for _ in range(40)]
    files = {
        f"steps/r{code:02}": rule_text(body, code, more=DOUBTS if code % 3 == 0 else "")
        for code, body in enumerate(bodies)
    }
    return load_pack(write_pack(tmp_path_factory.mktemp("rows"), files))


@pytest.fixture(scope="module")
def session(pack: Pack) -> Session:
    return Session([plan for rule in pack.rules for plan in compile_rule(rule)])


@pytest.fixture(scope="module")
def auditor(pack: Pack) -> Auditor:
    return Auditor(pack)


def documents(seed: int, most: int) -> tuple[list[Fact], list[list[Fact]]]:
    """Return single facts, and those of some tables."""
    rng = random.Random(seed)
    single = random_facts(rng, rng.randint(0, 6), ["step", "entry"])
    chosen = [rng.choice(["test_line", "test_line", "test_other"]) for _ in range(rng.randint(0, 3))]
    return single, [random_facts(rng, rng.randint(1, most), [kind]) for kind in chosen]


def judged(single: Sequence[Fact], tables: Sequence[Sequence[Fact]]) -> Facts:
    return Facts(single, [table_of(facts) for facts in tables])


def from_session(session: Session, facts: Facts) -> list[tuple[str, int, tuple[int, ...]]]:
    tables = row_tables(facts.rows, len(facts.single), lambda kind: FACT_KINDS[kind].fields)
    found = session.row_matches(JudgedFacts(facts.single, tables))
    assert not found.cut
    assert found.found == sorted(set(found.found))
    return sorted([tuple(match) for match in session.matches(facts.single) + found.found])  # type: ignore[misc]


@given(seed=st.integers(0, 2**32), batch=st.sampled_from([1, 2, 3, 250]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_rows_match_as_facts_do(
    pack: Pack, session: Session, monkeypatch: pytest.MonkeyPatch, seed: int, batch: int
) -> None:
    """Whatever the rows and however they are parted: every match of nested loops over all facts, and no other."""
    monkeypatch.setattr(rowmatches, "ROWS_A_BATCH", batch)
    single, tables = documents(seed, 12)
    everything = [*single, *(fact for facts in tables for fact in facts)]

    assert sorted(oracle.matches(pack.rules, everything)) == from_session(session, judged(single, tables))


def test_every_shape_matches_now_and_then(pack: Pack, session: Session) -> None:
    """The rules of these tests are hit and missed."""
    hits: dict[str, int] = {rule.name: 0 for rule in pack.rules}
    for seed in range(150):
        for rule in {rule for rule, _, _ in from_session(session, judged(*documents(seed, 12)))}:
            hits[rule] += 1

    shapes = dict(zip(SHAPES, hits.values(), strict=False))
    assert {name for name, count in shapes.items() if not 3 < count < 145} == set()


def same(one: Judgement, other: Judgement) -> bool:
    return (one.outcomes, one.findings, one.not_evaluated) == (other.outcomes, other.findings, other.not_evaluated)


@given(seed=st.integers(0, 2**32))
@settings(max_examples=100, deadline=None)
def test_a_document_is_judged_alike(auditor: Auditor, seed: int) -> None:
    """Outcomes, findings in their order, fingerprints, reasons: as if each row were given as a fact."""
    single, tables = documents(seed, 8)
    everything = [*single, *(fact for facts in tables for fact in facts)]

    assert same(auditor.judge(everything), auditor.judge(judged(single, tables)))


def test_some_rows_as_facts_and_some_by_columns(auditor: Auditor) -> None:
    """The facts of a kind may come both ways."""
    for seed in range(40):
        rng = random.Random(seed)
        single = random_facts(rng, 4, ["step", "entry"])
        lines = random_facts(rng, 8, ["test_line"])

        one, other = auditor.judge([*single, *lines]), auditor.judge(judged([*single, *lines[:3]], [lines[3:]]))
        assert same(one, other)


def test_facts_of_a_case_are_facts_of_rows() -> None:
    """What a case states of a kind by rows is a whole fact."""
    [fact] = case_facts([CaseFact(kind="test_line", fields={"state": "bad"})])

    assert {"state": "bad", "kind_of": None, "amount": None}.items() <= fact.fields.items()


# the table -----------------------------------------------------------------------------------------------------


def line(**fields: Scalar) -> Fact:
    return make_fact("test_line", 1, **fields)


def test_only_rows_that_matter_become_facts(tmp_path: Path) -> None:
    """Nobody asks what a row is called for which no rule fires."""
    rule = load_pack(write_pack(tmp_path, {"steps/bad": rule_text(SHAPES["alone"], 1)}))
    rows = table_of([line(state="ok"), line(state="bad"), line(state="ok"), line(state="unknown")])
    asked: list[int] = []

    def tell(row: int) -> Telling:
        asked.append(row)
        return {"no": str(row)}, [Evidence(quote="", line=row)], (ReadingDoubt(reason="row"),)

    [finding] = Auditor(rule).judge(Facts([], [FactRows("test_line", 4, rows.fields, tell)])).findings

    assert [1] == asked
    assert Confidence.MEDIUM is finding.confidence
    assert "bacaan ragu" in str(finding.evidence[0].note)


def test_the_first_row_that_passes() -> None:
    """In the order of the table, whatever the groups; none where there is none."""
    lines = [line(state="ok", amount=5), line(state="bad", amount=1), line(state="ok", amount=7), line(amount=None)]
    table = RowTable(table_of(lines), ["state", "amount"])

    assert 0 == table.first_passing(frozenset())
    assert 2 == table.first_passing(frozenset([FieldTest("amount", "gt", 5)]))
    assert 1 == table.first_passing(frozenset([FieldTest("state", "ne", "ok"), FieldTest("amount", "lt", 5)]))
    assert table.first_passing(frozenset([FieldTest("amount", "gt", 7)])) is None


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("state", "good", "row 2 of test_line: test_line.state cannot be 'good'"),
        ("state", None, "row 2 of test_line: test_line.state is None, not str"),
        ("marked", 1, "row 2 of test_line: test_line.marked is 1, not bool"),
        ("position", True, "row 2 of test_line: test_line.position is True, not int"),
        ("amount", 2**53 + 1, f"row 2 of test_line: test_line.amount cannot be {2**53 + 1}"),
        ("amount", "2", "row 2 of test_line: test_line.amount is '2', not int"),
        ("key", 3, "row 2 of test_line: test_line.key is 3, not str"),
    ],
)
def test_a_wrong_value_is_an_error(auditor: Auditor, name: str, value: Scalar, message: str) -> None:
    """Field and row are named, and no rule is judged."""
    rows = table_of([line(), line(), line()])
    rows.fields[name] = [rows.fields[name][0], value, rows.fields[name][2]]
    judgement = auditor.judge(Facts([], [rows]))

    assert [message] == [error.message for error in judgement.errors]
    assert {Outcome.ERROR} == set(judgement.outcomes.values())


def test_rows_are_whole(auditor: Auditor) -> None:
    """A field that is missing or too short, words that are missing, a kind that is none by rows."""
    rows = table_of([line(state="bad")])
    del rows.fields["key"]
    short = table_of([line(state="bad")])
    short.fields["key"] = []
    mute = table_of([line(state="bad")])
    mute.tell = lambda _: ({}, (), ())
    steps = FactRows("step", 0, {}, lambda _: ({}, (), ()))

    for broken, message in [(rows, "fields key missing"), (short, "0 values"), (steps, "no kind of facts about")]:
        with pytest.raises(EngineError, match=message):
            RowTable(broken)
    with pytest.raises(EngineError, match="row 1 of test_line: words no missing"):
        auditor.judge(Facts([], [mute]))


# many rows -----------------------------------------------------------------------------------------------------


def bad_lines(count: int) -> FactRows:
    fields: dict[str, Sequence[Scalar]] = {
        "state": ["bad"] * count, "kind_of": [None] * count, "marked": [True] * count,
        "position": list(range(count)), "amount": [None] * count, "key": ["x"] * count, "label": [None] * count,
    }  # fmt: skip
    return FactRows("test_line", count, fields, lambda row: ({"no": str(row)}, [Evidence(quote="q", line=row)], ()))


def test_more_rows_than_a_session_takes_facts(tmp_path: Path) -> None:
    """30,000 rows, each a finding of two rules: alone, and joined with a fact."""
    files = {"steps/alone": rule_text(SHAPES["alone"], 1), "steps/joined": rule_text(SHAPES["joined"], 2)}
    auditor = Auditor(load_pack(write_pack(tmp_path, files)))
    judgement = auditor.judge(Facts([make_fact("step", 1, key="x")], [bad_lines(30_000)]))

    assert 60_000 == len(judgement.findings)
    assert not judgement.errors
    assert not judgement.notices
    assert 60_000 == len({finding.fingerprint for finding in judgement.findings})
    assert sorted(range(30_000)) == [one.evidence[0].line for one in judgement.findings if one.rule == "steps/alone"]


def test_too_many_findings_are_cut_and_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules that fire most give their first rows; one that fires seldom gives all."""
    monkeypatch.setattr(rowmatches, "MAX_ROW_MATCHES", 20)
    seldom = "  - a: test_line\n    where: {position: {gt: 96}}\n"
    bodies = [SHAPES["every-row"], SHAPES["alone"], seldom]
    pack = load_pack(write_pack(tmp_path, {f"steps/r{n}": rule_text(body, n) for n, body in enumerate(bodies)}))
    judgement = Auditor(pack).judge(Facts([], [bad_lines(100)]))

    lines = {rule.name: [f.evidence[0].line for f in judgement.findings if f.rule == rule.name] for rule in pack.rules}
    assert {"steps/r0": list(range(8)), "steps/r1": list(range(8)), "steps/r2": [97, 98, 99]} == lines
    assert ["SY-00", "SY-01"] == [notice.message.split()[1] for notice in judgement.notices]
    assert all("hanya 8 temuan pertama" in notice.message for notice in judgement.notices)


def test_a_cut_takes_whole_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row that several variants hold for is judged by the first of them, or is left out."""
    monkeypatch.setattr(rowmatches, "MAX_ROW_MATCHES", 9)
    body = "  - a: test_line\nvariants:\n  - severity: critical\n    when:\n      - a: test_line\n"
    body += "        where: {state: bad}\n  - severity: minor\n"
    pack = load_pack(write_pack(tmp_path, {"steps/r": rule_text(body, 1)}))

    assert ["critical"] * 4 == [one.severity for one in Auditor(pack).judge(Facts([], [bad_lines(10)])).findings]


def test_too_many_matches_with_other_facts_are_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine is not asked about further rows."""
    monkeypatch.setattr(rowmatches, "MAX_ROW_MATCHES", 5)
    monkeypatch.setattr(rowmatches, "ROWS_A_BATCH", 2)
    pack = load_pack(write_pack(tmp_path, {"steps/joined": rule_text(SHAPES["joined"], 2)}))
    judgement = Auditor(pack).judge(Facts([make_fact("step", 1, key="x")], [bad_lines(50)]))

    assert [0, 1, 2, 3, 4] == [finding.evidence[0].line for finding in judgement.findings]
    assert 1 == len(judgement.notices)


@pytest.mark.parametrize("limit", [1, 2, 3, 10, 40])
def test_what_is_cut_is_flagged_and_nothing_else_changes(
    pack: Pack, monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    """However few findings are kept: no outcome differs, and those of a rule are the first of all that it has."""
    auditor = Auditor(pack)
    for seed in range(40):
        facts = judged(*documents(seed, 12))
        monkeypatch.setattr(rowmatches, "MAX_ROW_MATCHES", 400_000)
        whole = auditor.judge(facts)
        monkeypatch.setattr(rowmatches, "MAX_ROW_MATCHES", limit)
        less = auditor.judge(facts)

        assert whole.outcomes == less.outcomes
        cut = {notice.message.split()[1] for notice in less.notices}
        for code in {finding.code for finding in whole.findings}:
            full = [finding for finding in whole.findings if finding.code == code]
            left = [finding for finding in less.findings if finding.code == code]
            assert left == full if code not in cut else 0 < len(left) <= len(full)


def test_too_many_combinations_are_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that would have to be compared with very many facts are not tried."""
    monkeypatch.setattr(rowmatches, "MAX_ROW_COMBINATIONS", 99)
    pack = load_pack(write_pack(tmp_path, {"steps/beside": rule_text(SHAPES["beside"], 2)}))
    judgement = Auditor(pack).judge(Facts([make_fact("step", n) for n in range(2)], [bad_lines(50)]))

    assert [TooLargeError.code] == [error.code for error in judgement.errors]


def test_the_same_in_every_process(tmp_path: Path) -> None:
    """Findings and fingerprints do not depend on how sets are ordered."""
    program = (
        "import sys; from pathlib import Path\n"
        "from tests import test_row_facts as t\n"
        "t.FACT_KINDS |= {'test_line': t.LINE, 'test_other': t.OTHER}\n"
        "a = t.Auditor(t.load_pack(Path(sys.argv[1])))\n"
        "for seed in range(20):\n"
        "    j = a.judge(t.judged(*t.documents(seed, 12)))\n"
        "    print([(f.rule, f.fingerprint, f.condition) for f in j.findings], j.not_evaluated)\n"
    )
    rng = random.Random(5)
    bodies = [*SHAPES.values(), *(random_body(rng) for _ in range(10))]
    files = {f"steps/r{n:02}": rule_text(body, n, more=DOUBTS if n % 2 else "") for n, body in enumerate(bodies)}
    folder = write_pack(tmp_path, files)
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, str(folder)], cwd=ROOT, capture_output=True, check=True, text=True,
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
        ).stdout
        for seed in (1, 2, 3)
    }  # fmt: skip

    assert 1 == len(outputs)
    assert "steps/r00" in outputs.pop()


def test_what_is_cut_is_said_in_the_report_after_what_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, auditor: Auditor, pack: Pack
) -> None:
    """Notices of the reader come first, then those of the judgement."""
    path = ROOT / "fixtures" / "sop" / "nip-unreadable-section-missing.txt"
    noticed = read_file(path).model_copy(update={"notices": (Notice(code="hidden", message="Tersembunyi."),)})
    monkeypatch.setattr("auditing.document.read_document", lambda *_, **__: noticed)
    monkeypatch.setattr(rowmatches, "MAX_ROW_MATCHES", 3)
    monkeypatch.setattr("auditing.document.sop_facts", lambda *_, **__: Facts([], [bad_lines(5)]))
    judge = Judge(auditor, pack, dt.date(2026, 1, 15))

    [report] = audit_file(path, "x.txt", judge)
    assert () == report.errors
    assert ["hidden", "findings-cut"] == list(dict.fromkeys(notice.code for notice in report.notices))


# rules ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "line_of_fault", "message"),
    [
        ("  - a: test_line\n  - b: test_line\n", 2, "test_line is about the rows of tables, and a rule looks at one"),
        ("  - a: test_line\n  - _: test_other\n", 2, "test_other is about the rows of tables, and a rule looks at"),
        ("  - a: test_line\nunless:\n  - _: test_line\n", 3, "test_line is about the rows of tables, whose absence"),
        (
            "  - a: test_line\nvariants:\n  - when:\n      - b: test_other\n", 4,
            "test_other is about the rows of tables, and a rule",
        ),
        (
            "  - a: step\nvariants:\n  - unless:\n      - _: test_other\n", 4,
            "test_other is about the rows of tables, whose absence",
        ),
    ],
)  # fmt: skip
def test_rules_do_not_join_rows(tmp_path: Path, body: str, line_of_fault: int, message: str) -> None:
    """A second row, or the absence of one, is a fault with its line."""
    text = rule_text(body, 1)
    with pytest.raises(RulePackErrors) as caught:
        load_pack(write_pack(tmp_path, {"steps/rows": text}))

    [error] = [error for error in caught.value.errors if message in error.message]
    assert text[: text.index("when:\n")].count("\n") + 1 + line_of_fault == error.line


def test_a_variant_may_say_more_about_the_row(pack: Pack) -> None:
    """The shapes with variants load: an alias that is refined binds no second row."""
    rule: Rule = pack.rules[list(SHAPES).index("variants")]

    assert 3 == len(rule.variants)


CASED = (
    rule_text("  - a: test_line\n    where: {state: bad, amount: {gt: 3}}\n", 1).partition("cases:")[0]
    + """\
cases:
  - name: more than three
    expect: flagged
    findings: 2
    facts:
      - {kind: test_line, state: bad, amount: 4}
      - {kind: test_line, state: bad, amount: 5}
      - {kind: test_line, state: bad, amount: 3}
  - name: three at most
    expect: clean
    facts:
      - {kind: test_line, state: bad, amount: 3}
  - name: not bad
    expect: clean
    facts:
      - {kind: test_line, state: unknown, amount: 9}
  - name: a file
    expect: flagged
    document: table.csv
"""
)


def test_cases_about_rows(tmp_path: Path) -> None:
    """Cases state rows one by one, or name a file that gives them by columns; mutants are noticed by both."""
    pack = load_pack(write_pack(tmp_path, {"steps/cased": CASED}))
    [rule] = pack.rules
    (tmp_path / "table.csv").write_text("", encoding="utf-8")
    read: list[Path] = []

    def document_facts(path: Path) -> Facts:
        read.append(path)
        return Facts([], [table_of([line(state="bad", amount=4), line(state="ok")])])

    results = run_cases(pack, tmp_path, document_facts)
    assert [] == [result for result in results if not result.passed]
    assert [tmp_path / "table.csv"] == read

    by_rows = by_columns(case_facts(rule.cases[0].facts))
    assert (0, [3]) == (len(by_rows.single), [table.count for table in by_rows.rows])
    assert "" == case_problem(rule.name, rule.cases[0], Auditor(pack).judge(by_rows))

    mutated = mutate(pack, rule, tmp_path, document_facts)
    assert mutated.total > 5
    assert [] == [str(one) for one in mutated.survivors if "severity" not in one.change]

    fewer = rule.model_copy(update={"cases": rule.cases[2:3]})
    [mutant] = [one for one in mutants(fewer) if "amount" in one.change and "gte" in one.change][:1]
    [case] = find_cases(pack, fewer, [mutant])
    assert {"test_line"} == {fact.kind for fact in case.facts}
