"""What every chapter of the report is written with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from reports.book import Book
from reports.changes import day as in_words
from reports.flat import letter
from reports.labels import LABELS, Labels
from reports.lhe.gathered import Gathered
from reports.lhe.paper import Line, Paper, Span
from reports.lhe.words import SENTENCES
from reports.numbers import decimal, whole
from schemas.report import Grade, Severity
from schemas.rule import Rule


@dataclass(frozen=True)
class Draft:
    """The paper, what to write on it, and in which words."""

    paper: Paper
    book: Book
    found: Gathered

    @property
    def labels(self) -> Labels:
        """Words that all reports share."""
        return LABELS[self.book.lang]

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """By name."""
        return {rule.name: rule for rule in self.book.canon.rules}

    @property
    def organisation(self) -> str:
        """Who audits, or words for it."""
        return self.book.sender.organisation.name or self.book.rules.organisation or self.say("the_organisation")

    def say(self, key: str, **values: str | int) -> str:
        """One sentence; numbers are printed as the language does."""
        shown = {name: self.count(value) if isinstance(value, int) else value for name, value in values.items()}
        return SENTENCES[self.book.lang][key].format(**shown)

    def columns(self, key: str) -> list[str]:
        """The names of the columns of a table."""
        return SENTENCES[self.book.lang][key].split("\n")

    def text(self, key: str, style: str = "BodyText", *, keep: bool = False, **values: str | int) -> None:
        """Add one sentence as a paragraph; *keep* it on the page of what comes next."""
        self.paper.text(self.say(key, **values), style, keep=keep)

    def count(self, number: int) -> str:
        """Such as 1.234."""
        return whole(number, self.book.lang)

    def number(self, number: Decimal | None) -> str:
        """Such as 97,27; a dash for none."""
        return "-" if number is None else decimal(number, self.book.lang)

    def day(self, day: dt.date) -> str:
        """Such as 15 Januari 2026."""
        return in_words(day, self.book.lang)

    def grade(self, grade: Grade) -> str:
        """The letter; with those that are possible where not all could be judged, as ``AA (C–AA)``."""
        return letter(grade)

    def severities(self, counts: Mapping[Severity, int]) -> str:
        """Such as ``2 kritis, 5 mayor``."""
        found = [
            f"{self.count(counts[one])} {self.labels.severity[one].lower()}" for one in Severity if counts.get(one)
        ]
        return ", ".join(found) or self.say("no_findings")

    def component(self, name: str) -> str:
        """Its title."""
        known = self.book.canon.grading.components.get(name)
        if known is None:
            return name
        return (known.title_en or known.title) if self.book.lang == "en" else known.title

    def title(self, rule: str) -> str:
        """Of a rule, or its name where it is not known any more."""
        known = self.rules.get(rule)
        return getattr(known.title, self.book.lang) if known else rule

    def room(self, words: str) -> Span:
        """Room for a person to fill."""
        return Span(f"{self.say('dots')} ({words})", style="Blank")

    def or_room(self, value: str | None, words: str) -> Line:
        """What the settings say, else room for it."""
        return value or (self.room(words),)
