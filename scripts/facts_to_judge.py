"""Make the facts that ``scripts.judge_facts`` judges: those of documents and of the cases of all rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from auditing.document import document_facts, read_file
from auditing.files import select
from engine.cases import facts_of_case
from engine.facts import sop_facts
from engine.pack import Pack
from engine.performance_facts import performance_facts
from extraction.sop import extract
from scripts.judge_facts import Subject

AS_OF = dt.date(2026, 1, 1)


def of_documents(paths: Iterable[Path], pack: Pack) -> Iterator[Subject]:
    """
    Yield what each SOP and each document of performance data among the files gives the engine.

    Raises:
        ReadError: A file cannot be read.
    """
    for one in select(list(paths)).inputs:
        extraction = extract(read_file(one.path))
        for number, sop in enumerate(extraction.sops, start=1):
            yield Subject(f"{one.shown} {number}", sop_facts(sop, as_of=AS_OF, known=pack.knowledge), "sop")
        if extraction.performance is not None:
            facts = performance_facts(extraction.performance, as_of=AS_OF, known=pack.knowledge).whole()
            yield Subject(one.shown, facts, "performance")


def of_cases(pack: Pack, fixtures: Path) -> Iterator[Subject]:
    """Yield what each case of each rule gives the engine."""
    facts_of = partial(document_facts, as_of=AS_OF, known=pack.knowledge)
    for rule in pack.rules:
        for case in rule.cases:
            facts = facts_of_case(case, fixtures, facts_of)
            if isinstance(facts, str):
                raise FileNotFoundError(f"{rule.name}: {case.name}: {facts}")
            yield Subject(f"{rule.name}: {case.name}", facts, rule.applies_to[0], rule.name, case)
