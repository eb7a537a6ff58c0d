#!/usr/bin/env python3
"""
The engine (durable_rules behind `engine.session`) against CLIPS, on the same plans and the same facts, in the same run.

Usage: python benchmarks/engine.py [SECONDS]

Facts are those of the SOPs below fixtures/sop. Both start from `Fact`s and end with the same list of matches, which is
compared before anything is timed. Wall-clock figures differ between machines; the ratio is what counts (target: 5).
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import clips  # noqa: E402
from tabulate import tabulate  # noqa: E402

from auditing.document import read_file  # noqa: E402
from engine.compiler import FieldTest, PatternPlan, Plan, compile_rule  # noqa: E402
from engine.facts import sop_facts  # noqa: E402
from engine.knowledge import Knowledge  # noqa: E402
from engine.pack import load_pack  # noqa: E402
from engine.rowmatches import Match  # noqa: E402
from engine.session import Session  # noqa: E402
from extraction.sop import extract  # noqa: E402
from schemas.facts import FACT_KINDS, Fact, Scalar  # noqa: E402

AS_OF = dt.date(2024, 6, 30)
SECONDS = 3.0
"""For each engine and round."""
ROUNDS = 3
"""The best counts: a shared machine only ever adds time."""
TARGET = 5

_ORDER = {"lt": "<", "lte": "<=", "gt": ">", "gte": ">="}
_SLOT_TYPES = {str: "STRING", int: "INTEGER", bool: "INTEGER"}
_NEUTRAL: dict[type, str | int] = {str: "", int: 0, bool: 0}


class ClipsSession:
    """The plans as CLIPS rules, with the interface of `engine.session.Session`."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self._found: list[Match] = []
        self._environment = clips.Environment()
        self._environment.define_function(self._record, "record")
        self._read = _fields_read(plans)
        for kind, fields in self._read.items():
            self._environment.build(_template(kind, fields))
        for number, plan in enumerate(plans):
            self._environment.build(_rule(number, plan))
        self._plans = plans
        self._templates = {kind: self._environment.find_template(f"k_{kind}") for kind in self._read}

    def matches(self, facts: Sequence[Fact]) -> list[Match]:
        """Return every match among the facts of one document, sorted."""
        self._found.clear()
        self._environment.reset()
        for position, fact in enumerate(facts):
            template = self._templates.get(fact.kind)
            if template is not None:
                template.assert_fact(**self._slots(fact, position))
        self._environment.run()
        return sorted(self._found)

    def _record(self, number: int, *facts: int) -> None:
        plan = self._plans[number]
        self._found.append(Match(plan.rule, plan.variant, facts))

    def _slots(self, fact: Fact, position: int) -> dict[str, str | int]:
        slots: dict[str, str | int] = {"pos": position}
        for name in self._read[fact.kind]:
            value = fact.fields[name]
            spec = FACT_KINDS[fact.kind].fields[name]
            if spec.optional:
                slots[f"h_{name}"] = int(value is not None)
            if value is None:
                slots[f"f_{name}"] = _NEUTRAL[spec.type]
            else:
                slots[f"f_{name}"] = value if isinstance(value, str) else int(value)
        return slots


def _fields_read(plans: Sequence[Plan]) -> dict[str, list[str]]:
    """Only what some plan reads, as in the session."""
    read: dict[str, set[str]] = {}
    for plan in plans:
        for pattern in plan.patterns:
            read.setdefault(pattern.kind, set()).update(
                [test.field for test in pattern.tests] + [join.field for join in pattern.joins]
            )
            for join in pattern.joins:
                read[join.kind].add(join.other)
    return {kind: sorted(fields) for kind, fields in read.items()}


def _template(kind: str, fields: Sequence[str]) -> str:
    slots = ["(slot pos (type INTEGER))"]
    for name in fields:
        spec = FACT_KINDS[kind].fields[name]
        slots.append(f"(slot f_{name} (type {_SLOT_TYPES[spec.type]}))")
        slots += [f"(slot h_{name} (type INTEGER))"] if spec.optional else []
    return f"(deftemplate k_{kind} {' '.join(slots)})"


def _rule(number: int, plan: Plan) -> str:
    patterns = [_pattern(index, pattern, plan) for index, pattern in enumerate(plan.patterns)]
    bound = " ".join(f"?p{index}" for index in range(plan.present))
    return f"(defrule r{number} {' '.join(patterns)} => (record {number} {bound}))"


def _pattern(index: int, pattern: PatternPlan, plan: Plan) -> str:
    """One pattern; what later joins look at is bound to variables, and no two patterns are one fact."""
    fields = FACT_KINDS[pattern.kind].fields
    later = {join.other for one in plan.patterns for join in one.joins if join.pattern == index}
    used = {test.field for test in pattern.tests} | {join.field for join in pattern.joins} | later
    conditions: dict[str, list[str]] = {name: [] for name in sorted(used)}
    for test in pattern.tests:
        conditions[test.field].append(_test(f"?v{index}_{test.field}", test))
    for join in pattern.joins:
        mine, other = f"?v{index}_{join.field}", f"?v{join.pattern}_{join.other}"
        conditions[join.field].append(_comparison(join.op, mine, other, words=fields[join.field].type is str))
    others = [i for i in range(min(index, plan.present)) if plan.patterns[i].kind == pattern.kind]
    distinct = "".join(f"&:(<> ?p{index} ?p{other})" for other in others)
    slots = [f"(pos ?p{index}{distinct})"]
    for name, tests in conditions.items():
        slots.append(f"(f_{name} ?v{index}_{name}{''.join(f'&:{test}' for test in tests)})")
        slots += [f"(h_{name} 1)"] if fields[name].optional else []
    whole = f"(k_{pattern.kind} {' '.join(slots)})"
    return f"(not {whole})" if pattern.absent else whole


def _test(variable: str, test: FieldTest) -> str:
    if isinstance(test.value, tuple):
        return f"(or {' '.join(f'(eq {variable} {_literal(value)})' for value in test.value)} FALSE)"
    return _comparison(test.op, variable, _literal(test.value), words=isinstance(test.value, str))


def _comparison(op: str, left: str, right: str, *, words: bool) -> str:
    if op in ("eq", "ne"):
        return f"({'eq' if op == 'eq' else 'neq'} {left} {right})"
    return f"({_ORDER[op]} (str-compare {left} {right}) 0)" if words else f"({_ORDER[op]} {left} {right})"


def _literal(value: Scalar) -> str:
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    assert value is not None
    return str(int(value))


def documents(known: Knowledge) -> Iterator[list[Fact]]:
    """Yield the facts of each fixture that holds an SOP."""
    for path in sorted((ROOT / "fixtures" / "sop").iterdir()):
        sops = extract(read_file(path)).sops if path.is_file() else ()
        if sops:
            yield sop_facts(sops[0], as_of=AS_OF, known=known)


def rate(matches: Callable[[Sequence[Fact]], Any], facts: Sequence[Sequence[Fact]], seconds: float) -> float:
    """Return documents a second, the best of some rounds."""
    return max(_rate(matches, facts, seconds) for _ in range(ROUNDS))


def _rate(matches: Callable[[Sequence[Fact]], Any], facts: Sequence[Sequence[Fact]], seconds: float) -> float:
    done, start = 0, time.process_time()
    while time.process_time() - start < seconds:
        for document in facts:
            matches(document)
        done += len(facts)
    return done / (time.process_time() - start)


def main(seconds: float = SECONDS) -> int:
    """Compare, time, print; 1 when the two disagree or the target is missed."""
    pack = load_pack(ROOT / "rules")
    plans = [plan for rule in pack.rules for plan in compile_rule(rule)]
    facts = list(documents(pack.knowledge))
    ours, peer = Session(plans), ClipsSession(plans)
    wrong = sum(ours.matches(document) != peer.matches(document) for document in facts)
    found = sum(len(ours.matches(document)) for document in facts)
    print(f"{len(plans)} compiled rules, {len(facts)} documents, {sum(map(len, facts))} facts, {found} matches")
    if wrong:
        print(f"the engines disagree on {wrong} documents")
        return 1
    fast, slow = rate(ours.matches, facts, seconds), rate(peer.matches, facts, seconds)
    rows = [["durable_rules (patuh)", f"{fast:,.0f}", f"{fast / slow:.1f}"], ["CLIPS (clipspy)", f"{slow:,.0f}", "1.0"]]
    print(tabulate(rows, headers=["engine", "documents/s", "ratio"], disable_numparse=True))
    return 0 if fast >= TARGET * slow else 1


if __name__ == "__main__":
    sys.exit(main(*map(float, sys.argv[1:])))
