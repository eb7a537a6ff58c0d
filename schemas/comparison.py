"""Two sets of rules compared on the same documents, schema `patuh.comparison/1`."""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal

from pydantic import Field

from schemas.base import Model
from schemas.report import DocumentError, Finding, Grade, RulesInfo, Score, Severity, Summary, Tool

SCHEMA: Final = "patuh.comparison/1"

RuleOutcome = Literal["clean", "flagged", "not-applicable", "not-evaluated", "error", "absent"]
"""As `schemas.report.Outcome`; absent: these rules do not have that one, or their profile leaves it out."""
FindingChange = Literal["new", "gone", "severity", "words"]
"""Only the new rules find it; only the old; graver, milder, surer or less sure; told in other words."""
RuleState = Literal["added", "removed", "changed", "same"]
"""What became of the rule itself, whatever it says of documents; tables that it reads (glossary, register) aside."""


class ComparedFinding(Model):
    """One finding, by the old rules and by the new ones."""

    old: Finding | None = None
    new: Finding | None = None
    """At least one of them is there."""

    @property
    def change(self) -> FindingChange:
        """What is different."""
        if self.old is None:
            return "new"
        if self.new is None:
            return "gone"
        alike = (self.old.severity, self.old.confidence) == (self.new.severity, self.new.confidence)
        return "words" if alike else "severity"

    @property
    def shown(self) -> Finding:
        """The finding as it will be told, else as it was."""
        found = self.new or self.old
        assert found is not None
        return found


class RuleChange(Model):
    """What is different in the verdict of one rule on one document."""

    rule: str
    code: str = ""
    title: str = ""
    old: RuleOutcome
    new: RuleOutcome
    old_reason: str | None = None
    """Why it could not be evaluated."""
    new_reason: str | None = None
    findings: tuple[ComparedFinding, ...] = ()
    """Those that differ: of the old rules in their order, then those that only the new rules find."""

    @property
    def gravest(self) -> Severity | None:
        """Of the findings that differ."""
        return min((one.shown.severity for one in self.findings), key=lambda one: one.rank, default=None)


class Stand(Model):
    """How a document stands by one of both."""

    score: Score | None = None
    grade: Grade | None = None
    verdict: str | None = None
    errors: tuple[DocumentError, ...] = ()


class DocumentChange(Model):
    """A document of which some verdict differs."""

    path: str
    part: int | None = None
    kind: str
    title: str | None = None
    unit: str | None = None
    old: Stand
    new: Stand
    rules: tuple[RuleChange, ...] = ()
    """By name. A rule that one side does not have stands here only where it is flagged or could not be evaluated."""

    @property
    def regraded(self) -> bool:
        """Whether letter or verdict differ."""
        letters = [one.grade.value if one.grade else None for one in (self.old, self.new)]
        return letters[0] != letters[1] or self.old.verdict != self.new.verdict

    @property
    def shifted(self) -> bool:
        """Whether only the score, or how sure it is, differs: some rule weighs otherwise."""
        return not self.rules and not self.regraded and self.old.errors == self.new.errors


class Transition(Model):
    """So many documents in which a rule ended one way by the old rules, another by the new ones."""

    old: RuleOutcome
    new: RuleOutcome
    documents: int


class RuleTotals(Model):
    """A rule over all documents."""

    rule: str
    code: str
    title: str
    state: RuleState
    across: bool = False
    """It judges the documents of an archive together: nothing is known here of what it would say."""
    flagged: int = 0
    """Documents in which only the new rules flag it."""
    unflagged: int = 0
    """Documents in which only the old rules flag it."""
    findings: int = 0
    """Documents that both flag, with findings of which one side has some alone."""
    severity: int = 0
    """Documents with a finding of both that is graver, milder, surer or less sure."""
    words: int = 0
    """Documents with a finding of both that is told in other words."""
    other: int = 0
    """Documents neither of both flags, but of which the outcome differs, or the reason why there is none."""
    outcomes: tuple[Transition, ...] = ()
    """All pairs of outcomes that differ."""

    @property
    def silent(self) -> bool:
        """Whether no verdict differs."""
        return not (self.flagged or self.unflagged or self.findings or self.severity or self.words or self.other)


class Side(Model):
    """One of both sets of rules."""

    place: str
    """As the command line names it."""
    rules: RulesInfo


class ComparisonHead(Model):
    """What is known before the first document."""

    tool: Tool
    as_of: dt.date
    old: Side
    new: Side
    tables: tuple[str, ...] = ()
    """Tables in which both differ: grading, regulations, glossary, ..."""


class ComparisonTotals(Model):
    """What is known after the last document."""

    documents: int
    changed: int
    """Documents of which anything differs."""
    shifted: int
    """Of these the ones of which only the score, or how sure it is, differs."""
    regraded: int
    """Documents of which letter or verdict differ."""
    better: int
    """Documents of a higher score by the new rules."""
    worse: int
    unread: int
    """Documents that could not be audited by one or both."""
    unknown: int
    """Documents that are neither SOP nor performance data."""
    old: Summary
    new: Summary


class Comparison(Model):
    """The whole of it; documents that do not change are not named."""

    schema_: Literal["patuh.comparison/1"] = Field(
        default="patuh.comparison/1", serialization_alias="schema", validation_alias="schema"
    )
    head: ComparisonHead
    documents: tuple[DocumentChange, ...]
    rules: tuple[RuleTotals, ...]
    totals: ComparisonTotals
