"""Books for the tests of reports: of fixtures, audited as `patuh check` does it, or of any documents."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

from auditing.about import version
from auditing.check import canon
from auditing.document import Judge, audit_entries
from auditing.view import View
from engine.audit import Auditor
from engine.pack import Pack
from reports.book import Book, Sender
from reports.labels import Language
from reports.tally import Tally, figures
from schemas.entry import Entry
from schemas.report import RulesInfo, Tool
from tests.packs import rules_pack

ROOT = Path(__file__).resolve().parent.parent
AS_OF = dt.date(2026, 1, 15)


@cache
def pack() -> Pack:
    """The rules of patuh, with all that is written in them; read once."""
    return rules_pack()


@cache
def judge_of(lang: Language = "id") -> Judge:
    """The rules of patuh, ready to judge."""
    rules = pack()
    return Judge(Auditor(rules, lang=lang), rules, AS_OF)


def entries_of(*names: str, view: View | None = None, lang: Language = "id") -> list[Entry]:
    """Audit fixtures, named below fixtures/."""
    judge = judge_of(lang)
    shown = view or View()
    return [
        one for name in names for one in audit_entries(ROOT / "fixtures" / name, f"fixtures/{name}", judge, None, shown)
    ]


def book_of(entries: list[Entry], *, lang: Language = "id", masked: bool = False, sender: Sender | None = None) -> Book:
    """The book of some documents."""
    rules = pack()
    tally = Tally()
    tally.add([figures(entry.report) for entry in entries])
    return Book(
        tool=Tool(version=version(), engine="durable_rules 2.0.28"),
        rules=RulesInfo(profile="ketat", count=len(rules.rules), digest=rules.digest),
        as_of=AS_OF,
        masked=masked,
        summary=tally.summary([band.letter for band in rules.grading.bands]),
        unknown=tally.unknown,
        canon=canon(rules, {rule.name for rule in rules.rules}),
        sender=sender or Sender(),
        lang=lang,
        entries=lambda: iter(entries),
    )
