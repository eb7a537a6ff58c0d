#!/usr/bin/env python3
"""
What each rule costs a document: ``python benchmarks/rules.py [ROUNDS]``.

Judging: an auditor with that rule alone against one with no rule, in turns, on the facts of the SOPs of fixtures/sop.
Facts: the time of each maker of facts (`engine/facts.py`), shared out equally among the rules that read what it makes
of these SOPs. A maker that finds nothing in them costs time all the same; it is named below the table, as no rule's.
CPU time, the best of all rounds: a shared machine only adds time.
"""

from __future__ import annotations

import datetime as dt
import gc
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tabulate import tabulate  # noqa: E402

from auditing.document import read_file  # noqa: E402
from engine import facts as makers  # noqa: E402
from engine.audit import Auditor  # noqa: E402
from engine.derive.factlist import FactList  # noqa: E402
from engine.pack import Pack, load_pack  # noqa: E402
from extraction.sop import extract  # noqa: E402
from schemas.facts import Fact  # noqa: E402
from schemas.rule import Pattern, Rule  # noqa: E402
from schemas.sop import Sop  # noqa: E402

AS_OF = dt.date(2024, 6, 30)
ROUNDS = 7
SHOWN = 10
MICROSECONDS = 1e6


@dataclass(slots=True)
class Maker:
    """One function of `engine.facts` that makes facts."""

    kinds: set[str] = field(default_factory=set)
    """What it makes, in any document."""
    seconds: float = 0.0
    """In all documents of the round."""


def main(rounds: int = ROUNDS) -> int:
    """Measure and print the dearest rules."""
    pack = load_pack(ROOT / "rules")
    sops = list(_sops())
    facts = [makers.sop_facts(sop, as_of=AS_OF, known=pack.knowledge) for sop in sops]
    gc.disable()
    judging = _judging(pack, facts, rounds)
    making, shared = _shares(pack.rules, _making(pack, sops, rounds))
    rows = [(rule.name, judging[rule.name], making[rule.name]) for rule in pack.rules]
    rows.sort(key=lambda row: -row[1] - row[2])
    scale = MICROSECONDS / len(sops)
    table = [[name, *(f"{scale * one:.1f}" for one in (a, b, a + b))] for name, a, b in rows[:SHOWN]]
    print(f"µs a document, {len(sops)} SOPs, {len(pack.rules)} rules, the best of {rounds} rounds")
    print(tabulate(table, headers=["rule", "judging", "facts", "together"], disable_numparse=True))
    rest = ", ".join(
        f"{name} {scale * seconds:.1f}" for name, seconds in sorted(shared.items(), key=lambda one: -one[1])
    )
    print(f"all rules: judging {scale * sum(judging.values()):.0f}, facts {scale * sum(making.values()):.0f}")
    print(f"makers that made nothing of these SOPs that a rule reads: {rest or 'none'}")
    return 0


def _sops() -> Iterator[Sop]:
    for path in sorted((ROOT / "fixtures" / "sop").iterdir()):
        if path.is_file():
            yield from extract(read_file(path)).sops


def _judging(pack: Pack, facts: Sequence[Sequence[Fact]], rounds: int) -> dict[str, float]:
    """Rule -> seconds beyond those of an auditor without rules, which looks at each fact all the same."""
    names = [rule.name for rule in pack.rules]
    nothing = Auditor(pack, skip=names)
    floor = min(_seconds(nothing, facts) for _ in range(rounds))
    costs: dict[str, float] = {}
    for name in names:
        auditor = Auditor(pack, only=[name])
        floor = min(floor, _seconds(nothing, facts))
        costs[name] = min(_seconds(auditor, facts) for _ in range(rounds))
    return {name: max(0.0, cost - floor) for name, cost in costs.items()}


def _seconds(auditor: Auditor, facts: Sequence[Sequence[Fact]]) -> float:
    start = time.process_time()
    for document in facts:
        auditor.judge(document)
    return time.process_time() - start


def _making(pack: Pack, sops: Sequence[Sop], rounds: int) -> dict[str, Maker]:
    """Name -> what each maker makes, and the seconds of its best round."""
    best: dict[str, Maker] = {}
    for _ in range(rounds):
        with _timed() as found:
            for sop in sops:
                makers.sop_facts(sop, as_of=AS_OF, known=pack.knowledge)
        for name, maker in found.items():
            known = best.setdefault(name, maker)
            known.kinds |= maker.kinds
            known.seconds = min(known.seconds, maker.seconds)
    return best


@contextmanager
def _timed() -> Iterator[dict[str, Maker]]:
    """Watch the functions that `sop_facts` calls."""
    found: dict[str, Maker] = {}
    originals = {
        name: function
        for name, function in vars(makers).items()
        if callable(function) and name.endswith(("_fact", "_facts")) and name != "sop_facts"
    }
    for name, function in originals.items():
        setattr(makers, name, _watched(function, found.setdefault(name, Maker())))
    try:
        yield found
    finally:
        for name, function in originals.items():
            setattr(makers, name, function)


def _watched(function: Callable[..., Any], maker: Maker) -> Callable[..., Any]:
    def call(out: FactList | Callable[..., None], *arguments: Any, **named: Any) -> Any:
        facts = _list_of(out).facts
        before = len(facts)
        start = time.process_time_ns()
        result = function(out, *arguments, **named)
        maker.seconds += (time.process_time_ns() - start) / 1e9
        maker.kinds.update(fact.kind for fact in facts[before:])
        return result

    return call


def _list_of(out: FactList | Callable[..., None]) -> FactList:
    """Some makers get the list, some its method `add`."""
    owner = out if isinstance(out, FactList) else getattr(out, "__self__", None)
    assert isinstance(owner, FactList)
    return owner


def _shares(rules: Iterable[Rule], found: dict[str, Maker]) -> tuple[dict[str, float], dict[str, float]]:
    """Rule -> its share of the makers, and maker -> the seconds that are no rule's."""
    read = {rule.name: set(_kinds(rule)) for rule in rules}
    shares = dict.fromkeys(read, 0.0)
    unread: dict[str, float] = {}
    for name, maker in found.items():
        readers = [rule for rule, kinds in read.items() if kinds & maker.kinds]
        for rule in readers:
            shares[rule] += maker.seconds / len(readers)
        if not readers:
            unread[name] = maker.seconds
    return shares, unread


def _kinds(rule: Rule) -> Iterator[str]:
    """The fact kinds that decide about a rule; subject and doubts only ask for what others read."""
    patterns: list[Pattern] = [*rule.when, *rule.unless]
    for variant in rule.variants:
        patterns += [*variant.when, *variant.unless]
    yield from (pattern.kind for pattern in patterns)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
