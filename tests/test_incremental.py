"""Some facts, some rules: what is left out changes nothing of what is asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cache
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as some

import engine.facts
import engine.performance_facts
from archive.judging import NightWork
from archive.merging import merged
from archive.models import packed_report, unpacked_report
from auditing.document import Judge, document_parts, judged, judgement_of
from engine.audit import Auditor, Judgement, cut_notice
from engine.derive.factlist import FactList, made, one_of
from engine.facts import sop_facts
from engine.pack import Pack
from engine.performance_facts import performance_facts
from schemas.blocks import Notice
from schemas.evidence import Evidence
from schemas.fact_spec import Facts
from schemas.report import Confidence, DocumentReport, Finding, Outcome, Severity
from schemas.rule import Rule
from schemas.sop import Sop
from tests.night_worker import AS_OF, READABLE, again, audited, digests, models, work

Maker = tuple[frozenset[str], Callable[[FactList, Any], None]]


@cache
def _judge() -> Judge:
    return work().ready()


def _subjects() -> list[Any]:
    return [one for name in READABLE for one in (*models(name).sops, models(name).performance) if one is not None]


def _facts(subject: Any, kinds: Collection[str] | None = None) -> Facts:
    known = _judge().pack.knowledge
    if isinstance(subject, Sop):
        return Facts(sop_facts(subject, as_of=AS_OF, known=known, kinds=kinds))
    return performance_facts(subject, as_of=AS_OF, known=known, kinds=kinds).whole()


def _told(facts: Facts, kinds: Collection[str]) -> tuple[Any, Any]:
    rows = [
        (
            one.kind,
            one.count,
            {name: list(column) for name, column in one.fields.items()},
            [*map(one.tell, range(one.count))],
        )
        for one in facts.rows
        if one.kind in kinds
    ]
    return [fact for fact in facts.single if fact.kind in kinds], [
        (kind, count, fields, [(words, list(places), doubts) for words, places, doubts in told])
        for kind, count, fields, told in rows
    ]


@pytest.mark.parametrize("makers", [engine.facts.MAKERS, engine.performance_facts.MAKERS])
def test_each_kind_is_made_by_one_maker(makers: Sequence[Maker]) -> None:
    every = [kind for kinds, _ in makers for kind in kinds]
    assert len(every) == len(set(every))


def test_every_kind_that_a_rule_asks_for_is_made() -> None:
    for kind, makers in (("sop", engine.facts.MAKERS), ("performance", engine.performance_facts.MAKERS)):
        made_here = {one for kinds, _ in makers for one in kinds}
        assert _judge().kinds[kind] - {"akip_evidence"} <= made_here  # type: ignore[index]


def test_a_maker_makes_the_kinds_that_are_said_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    made_by: list[set[str]] = []

    def watched(makers: Sequence[Maker], given: Any, kinds: Collection[str] | None) -> FactList:
        out = FactList()
        for those, make in makers:
            before = len(out.facts), len(out.rows)
            make(out, given)
            found = {fact.kind for fact in out.facts[before[0] :]} | {rows.kind for rows in out.rows[before[1] :]}
            assert found <= those
            made_by.append(found)
        return out

    monkeypatch.setattr(engine.facts, "made", watched)
    monkeypatch.setattr(engine.performance_facts, "made", watched)
    for subject in _subjects():
        _facts(subject)
    assert sum(map(len, made_by)) > 1000


@settings(max_examples=25, deadline=None)
@for_all(some.data())
def test_wanted_facts_are_those_among_all(data: some.DataObject) -> None:
    subject = data.draw(some.sampled_from(_subjects()))
    makers = engine.facts.MAKERS if isinstance(subject, Sop) else engine.performance_facts.MAKERS
    every = sorted(kind for kinds, _ in makers for kind in kinds)
    kinds = data.draw(some.sets(some.sampled_from(every), max_size=6))
    assert _told(_facts(subject, kinds), kinds) == _told(_facts(subject), kinds)
    found = _facts(subject, kinds)
    assert {fact.kind for fact in found.single} | {rows.kind for rows in found.rows} <= kinds


def test_an_unwanted_maker_is_not_asked() -> None:
    asked: list[str] = []
    makers = [
        (one_of("step form"), lambda *_: asked.append("first")),
        (one_of("age"), lambda *_: asked.append("second")),
    ]
    made(makers, None, {"form"})
    assert asked == ["first"]
    made(makers, None, None)
    assert asked == ["first", "first", "second"]
    with pytest.raises(KeyError):
        one_of("step stepp")


# rules ------------------------------------------------------------------------------------------------------------


def _raised(rule: Rule) -> Rule:
    """The rule as an organisation may set it: every number one more, every word kept, and another severity."""
    params = {name: value + 1 if isinstance(value, int) else value for name, value in rule.params.items()}
    severity = Severity.MINOR if rule.severity is not Severity.MINOR else Severity.MAJOR
    return rule.model_copy(update={"params": params, "severity": severity, "variants": ()})


@cache
def _other() -> tuple[Judge, frozenset[str], frozenset[str]]:
    """Other rules: some are left out, some are set otherwise; with the names of both."""
    rules = _judge().pack.rules
    absent = frozenset(rule.name for rule in rules[::7])
    changed = frozenset(rule.name for rule in rules[1::4]) - absent
    kept = tuple(_raised(rule) if rule.name in changed else rule for rule in rules if rule.name not in absent)
    pack: Pack = _judge().pack.with_rules(kept)
    return Judge(Auditor(pack), pack, AS_OF), absent, changed


@cache
def _reports(name: str, other: bool) -> tuple[DocumentReport, ...]:
    judge = _other()[0] if other else _judge()
    return tuple(judged(part, judge) for part in document_parts(models(name), models(name), name))


def test_the_other_rules_find_other_things() -> None:
    differ = [name for name in READABLE if _reports(name, False) != _reports(name, True)]
    assert len(differ) > len(READABLE) // 2


@settings(max_examples=60, deadline=None)
@for_all(some.sampled_from(READABLE), some.booleans(), some.data())
def test_a_merged_report_is_the_one_that_all_rules_give(name: str, backwards: bool, data: some.DataObject) -> None:
    other, absent, changed = _other()
    new, old = (other, False) if backwards else (_judge(), True)
    names = sorted(rule.name for rule in _judge().pack.rules if rule.name not in absent | changed)
    more = data.draw(some.sets(some.sampled_from(names), max_size=8))
    ask = changed | more if backwards else changed | more | absent
    wanted = _reports(name, backwards)
    for at, part in enumerate(document_parts(models(name), models(name), name)):
        if part.subject is None:
            continue
        judgement = judgement_of(part.subject, new, AS_OF, ask)
        assert judgement.outcomes.keys() <= ask
        before = unpacked_report(packed_report(_reports(name, old)[at])[1], name, part.about.part)
        found = merged(before, judgement, ask | absent, new.grader)
        assert found.model_dump_json() == wanted[at].model_dump_json()


@pytest.mark.parametrize("rules", [("text/typo",), ("performance/value-invalid", "steps/duplicate")])
def test_judging_by_some_rules_gives_what_all_give_of_them(rules: tuple[str, ...]) -> None:
    auditor = _judge().auditor
    for subject in _subjects():
        kind: Any = "sop" if isinstance(subject, Sop) else "performance"
        whole, some_of_it = auditor.judge(_facts(subject), kind), auditor.judge(_facts(subject), kind, rules)
        assert some_of_it.outcomes == {name: one for name, one in whole.outcomes.items() if name in rules}
        assert some_of_it.findings == tuple(one for one in whole.findings if one.rule in rules)
        assert some_of_it.not_evaluated == tuple(one for one in whole.not_evaluated if one.rule in rules)


def test_some_rules_ask_for_few_kinds() -> None:
    auditor = _judge().auditor
    assert auditor.kinds("sop", ("text/typo",)) < auditor.kinds("sop")
    assert auditor.kinds("performance", ("text/typo",)) == frozenset()
    assert "akip_evidence" in auditor.kinds("sop", [rule.name for rule in _judge().pack.rules if rule.akip][:1])


def _finding(rule: str, line: int) -> Finding:
    return Finding(
        rule=rule, code=rule[:2].upper() + "-01", severity=Severity.MINOR, confidence=Confidence.HIGH,
        component="prosedur", title=f"Judul {rule}", condition="k", criterion="c", effect="e", recommendation="r",
        evidence=(Evidence(quote="q", line=line),), fingerprint=f"{rule}{line}".encode().hex()[:16],
    )  # fmt: skip


def test_notices_of_findings_left_out_go_with_their_rules() -> None:
    old_rule, new_rule, kept_rule = "steps/duplicate", "text/typo", "legal/revoked"
    read = Notice("hidden-sheet", "Lembar tersembunyi ikut dibaca: a.")
    old = DocumentReport(
        path="a", sha256=None, bytes=None, media=None, kind="sop",
        findings=(_finding(old_rule, 1), _finding(kept_rule, 2), _finding(kept_rule, 4)),
        notices=(read, _notice(kept_rule, 2), _notice(old_rule, 1)),
    )  # fmt: skip
    judgement = Judgement({new_rule: Outcome.FLAGGED}, (_finding(new_rule, 3),), notices=(_notice(new_rule, 1),))
    found = merged(old, judgement, {old_rule, new_rule}, _judge().grader)
    assert found.notices == (read, _notice(kept_rule, 2), _notice(new_rule, 1))
    assert [one.rule for one in found.findings] == [kept_rule, new_rule, kept_rule]


def _notice(rule: str, count: int) -> Notice:
    return cut_notice(rule[:2].upper() + "-01", f"Judul {rule}", count)


def test_a_worker_judges_again_by_all_rules_or_by_some() -> None:
    for name in READABLE[::2]:
        assert digests(again(name, work())) == digests(audited()[name])
        answer = again(name, work(), audited()[name], changed=("text/typo",))
        assert answer.parts == audited()[name].parts


def test_a_worker_leaves_out_what_fell_away() -> None:
    fewer = NightWork(work().choice.__class__(work().choice.folders, skip=("text/*",), profile="ketat"), AS_OF)
    gone = tuple(rule.name for rule in _judge().pack.rules if rule.name.startswith("text/"))
    names = READABLE[::8]
    for name in names:
        assert digests(again(name, fewer, audited()[name], removed=gone)) == digests(again(name, fewer))
    assert any(digests(again(name, fewer)) != digests(audited()[name]) for name in names)
