"""What people see in the morning: what changed between two runs, and the digest of a night."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import Field

from schemas.base import Model, Small, record
from schemas.report import DocumentError, Number, Severity

Cause = Literal["document", "rules", "program", "day", "judged"]
"""
document  the document itself is another
rules     its bytes may be the same: the rule is new or was changed, so nobody is to blame
program   the same bytes are read or understood otherwise by another version of patuh
day       nothing of it changed but the day of audit, or what other documents of the archive say
judged    the rule could not be judged before
"""
Step = Literal["worse", "better", "same"]


def _nothing(value: Any) -> bool:
    return not value


Count = Annotated[int, Field(exclude_if=_nothing)]
"""In JSON only where there are any."""


@record
class WaivedBy(Small):
    """Why a finding is let pass for a time, or is none."""

    reason: str
    """Where it is let pass, with the last day on which that holds."""
    by: str | None


@record
class ChangedFinding(Small):
    """A finding that is there and was not, or was there and is not."""

    rule: str
    code: str
    severity: Severity
    confidence: str
    title: str
    fingerprint: str
    cause: Cause
    condition: str = ""
    """What is wrong, in words of the document; empty where it is gone, or names of persons are left out."""
    place: str = ""
    """Where it stands, as it is told to people."""
    waived: WaivedBy | None = None
    overruled: Annotated[WaivedBy | None, Field(exclude_if=_nothing)] = None
    """An auditor said on the page that it is none; in JSON only then."""


@record
class DocumentChange(Small):
    """How one document stands now, and how it stood."""

    document: int
    """Its number in the store."""
    path: str
    part: int | None
    """1-based, None for the only document of its file."""
    office: str | None
    sort: str | None
    title: str | None
    what: Literal["new", "gone", "changed"]
    cause: Cause
    path_before: str | None = None
    """Where it has moved."""
    score_before: Number | None = None
    score: Number | None = None
    grade_before: str | None = None
    grade: str | None = None
    step: Step = "same"
    """Of the letter."""
    new: tuple[ChangedFinding, ...] = ()
    fixed: tuple[ChangedFinding, ...] = ()
    unjudged: tuple[ChangedFinding, ...] = ()
    """Gone, but their rule could not be judged, or is not used any more: nobody knows whether they are mended."""
    left: tuple[ChangedFinding, ...] = ()
    """Gone with the document: nothing was mended."""
    kept: int = 0
    error: DocumentError | None = None
    """Why it cannot be read."""
    error_before: DocumentError | None = None


class Counted(Model):
    """How many of something were to be done, and how many were."""

    expected: int
    seen: int


class RunInfo(Model):
    """A run, as lists and headings name it."""

    run: int
    as_of: dt.date
    state: Literal["running", "done"]
    begun: dt.datetime
    ended: dt.datetime | None = None
    attempts: int = 1
    exit_code: int | None = None
    delivered: bool = False


class RunFigures(Model):
    """Totals of one run, or of one office in it."""

    run: int
    as_of: dt.date
    documents: int = 0
    unread: int = 0
    score: Number | None = None
    """Mean; over several offices each weighs by its documents that could be read."""
    findings: dict[Severity, int] = {}
    waived: int = 0
    """Those of `findings` that are let pass for a time."""
    overruled: Count = 0
    """Those of `findings` that an auditor overruled on the page."""
    new: int = 0
    fixed: int = 0
    late: int = 0

    @property
    def total(self) -> int:
        """All findings."""
        return sum(self.findings.values())


class Place(Model):
    """A document in the digest."""

    path: str
    part: int | None = None
    title: str | None = None
    together: bool = False
    """No document, but those of an office (`path`) together."""


class NewFinding(Model):
    """A new finding and its document."""

    place: Place
    finding: ChangedFinding


class GradeStep(Model):
    """A document whose letter changed."""

    place: Place
    grade_before: str
    grade: str
    score_before: Number | None
    score: Number | None
    cause: Cause


class Unread(Model):
    """A document that cannot be read."""

    place: Place
    office: str | None
    reason: str
    since_run: int
    since: dt.date
    fresh: bool
    """Since the run with which this one is compared."""


class Tally(Model):
    """What changed, counted."""

    new: dict[Severity, int] = {}
    """Findings because a document is new or another."""
    by_rules: int = 0
    """Findings that are there because rules or program changed, or a rule could be judged for the first time."""
    by_day: int = 0
    """Findings that only the day, or other documents, brought."""
    waived: int = 0
    """New findings that are waived: counted nowhere else."""
    overruled: Count = 0
    """New findings that an auditor overruled: counted nowhere else."""
    fixed: int = 0
    gone_by_rules: int = 0
    """Findings that are gone because rules or program changed, not because anybody mended them."""
    unjudged: int = 0
    left: int = 0
    """Findings gone with documents that are gone."""
    worse: int = 0
    better: int = 0
    documents_new: int = 0
    documents_gone: int = 0
    documents_moved: int = 0
    documents_changed: int = 0

    @property
    def total_new(self) -> int:
        """All that a reader has to look at."""
        return sum(self.new.values()) + self.by_rules + self.by_day


class OfficeNight(Model):
    """One office in the digest."""

    office: str | None
    """None = of no known office."""
    figures: RunFigures
    kept: int
    """Findings that were there before."""
    tally: Tally
    findings: tuple[NewFinding, ...] = ()
    """The gravest of the new ones."""
    worse: tuple[GradeStep, ...] = ()
    """Those that fell most."""
    gone: tuple[Place, ...] = ()
    late: tuple[str, ...] = ()
    """What it has not handed in, as the rule says it."""
    late_total: int = 0
    no_documents: bool = False
    """archive.yaml names it, and nothing of it is there."""
    unread: int = 0
    unread_fresh: int = 0
    scores: tuple[Number | None, ...] = ()
    """Mean score over the runs of `Night.trend`."""

    @property
    def quiet(self) -> bool:
        """Whether nothing changed."""
        tally = self.tally
        counts = (tally.fixed, tally.gone_by_rules, tally.unjudged, tally.left, tally.worse, tally.better)
        moved = (tally.documents_new, tally.documents_gone, tally.documents_moved, tally.waived, tally.overruled)
        return not (tally.total_new or any(counts) or any(moved) or self.unread_fresh)


class WaiverNote(Model):
    """A waiver that somebody must look at."""

    what: Literal["ending", "expired"]
    rule: str
    scope: str
    reason: str
    by: str
    until: dt.date
    source: Annotated[str, Field(exclude_if=_nothing)] = ""
    """Where it stands, of one that is not in waivers.yaml."""


class Notice(Model):
    """What befell the run."""

    code: str
    message: str


REMARKS = frozenset({"clock-back", "misplaced"})
"""Codes of notices that do not mean that something was left out."""


class State(Model):
    """Whether all was done that was to be done."""

    documents: Counted | None = None
    outcomes: Counted | None = None
    """Of rules on documents, of any sort."""
    failed_outcomes: int = 0
    """Rules that could not be judged because they are wrong themselves."""
    rules: dict[str, int] = {}
    """Kind of document -> rules that judge it."""
    work: dict[str, int] = {}
    """audited, rejudged, carried, passed_over: how the documents were dealt with."""
    notices: tuple[Notice, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether it is known that nothing was left out."""
        counts = (self.documents, self.outcomes)
        whole = all(one is not None and one.expected == one.seen > 0 for one in counts)
        left_out = any(one.code not in REMARKS for one in self.notices)
        return whole and any(self.rules.values()) and not self.failed_outcomes and not left_out


class Night(Model):
    """The digest of a run."""

    run: RunInfo
    against: RunInfo | None
    """With which it is compared; None for the first run of a store."""
    runs_between: int = 0
    """Runs after `against` and before this one, whose changes are in here, too."""
    archive: str
    organisation: str | None = None
    version: str = ""
    profile: str = ""
    rule_count: int = 0
    rules_changed: tuple[str, ...] = ()
    """Rules that are new, changed or gone since `against`."""
    program_changed: bool = False
    state: State
    figures: RunFigures
    figures_before: RunFigures | None = None
    tally: Tally
    first: tuple[NewFinding, ...] = ()
    """The gravest new findings of all offices."""
    offices: tuple[OfficeNight, ...]
    """The most important first."""
    unread: tuple[Unread, ...] = ()
    """Those that became so first."""
    unread_total: int = 0
    waivers: tuple[WaiverNote, ...] = ()
    waivers_told: tuple[str, ...] = ()
    """What else is to be known of waivers."""
    unknown: tuple[Place, ...] = ()
    """Documents of no known office."""
    unknown_total: int = 0
    trend: tuple[RunFigures, ...] = ()
    """Oldest first, this run last."""
    masked: bool = False
    """Names of persons, NIPs and quoted words are left out."""


class Trend(Model):
    """Figures over runs."""

    office: str | None
    """None = all of the archive."""
    runs: tuple[RunFigures, ...]
    """Oldest first."""


class Difference(Model):
    """What `patuh diff` prints: the changes follow one by one."""

    before: RunInfo
    after: RunInfo
    office: str | None
    rules_changed: tuple[str, ...]
    program_changed: bool
