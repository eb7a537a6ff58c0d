"""Findings and the report, schema `patuh.report/1`."""

from __future__ import annotations

import datetime as dt
import enum
from decimal import Decimal
from typing import Annotated, Final, Literal

from pydantic import Field, PlainSerializer

from schemas.base import Model, Small, record
from schemas.blocks import Notice
from schemas.evidence import Evidence

SCHEMA: Final = "patuh.report/1"

Number = Annotated[Decimal, PlainSerializer(float, return_type=float, when_used="json")]
"""Exact inside the program, a plain number in JSON (at most two decimals)."""


DocumentKind = Literal["sop", "performance", "archive"]
"""What a rule may apply to: one SOP, one document of performance data, the documents of an archive together."""


class Severity(enum.StrEnum):
    """How grave a defect is (shown as Kritis, Mayor, Minor, Saran)."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 is the gravest."""
        return _SEVERITY_RANK[self]


class Confidence(enum.StrEnum):
    """How sure a finding is (shown as Tinggi, Sedang, Rendah)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """0 is the surest."""
        return _CONFIDENCE_RANK[self]


_SEVERITY_RANK = {severity: rank for rank, severity in enumerate(Severity)}
_CONFIDENCE_RANK = {confidence: rank for rank, confidence in enumerate(Confidence)}


class Outcome(enum.StrEnum):
    """What happened to one rule on one document; exactly one of these."""

    CLEAN = "clean"
    FLAGGED = "flagged"
    NOT_APPLICABLE = "not-applicable"
    NOT_EVALUATED = "not-evaluated"
    """A fact that the rule needs could not be read; never counted as clean."""
    ERROR = "error"


FindingStatus = Literal["open", "answered", "done", "overruled", "waived"]
"""
Nobody answered yet; the office answered; the office says that it is mended; an auditor decided that it is none; it is
let pass for a time (`waivers.yaml`). What is overruled or waived stays in the report.
"""
CLOSED: Final[frozenset[FindingStatus]] = frozenset({"overruled", "waived"})
"""Such a finding asks nothing of anybody, and makes no audit fail."""


class Response(Model):
    """What was answered to a finding."""

    text: str
    """The reason, when the finding is overruled or waived; then with the last day of the waiver."""
    by: str | None = None
    """Who answered; always given when the finding is overruled or waived."""
    on: dt.date | None = None


@record
class Finding(Small):
    """One rule, broken at one place (or between places)."""

    rule: str
    code: str
    severity: Severity
    confidence: Confidence
    component: str
    title: str
    condition: str
    criterion: str
    effect: str
    recommendation: str
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    """The primary place first."""
    fingerprint: str
    """16 hex digits; stable when unrelated lines move."""
    akip: tuple[str, ...] = ()
    """Criteria of the evaluation of SAKIP (rules/akip.yaml) that the finding endangers, such as ``2a.3``."""
    status: FindingStatus = "open"
    response: Response | None = None


class NotEvaluated(Model):
    """A rule that could not be judged."""

    rule: str
    reason: str


class DocumentError(Model):
    """Why a document, or a rule on it, could not be judged."""

    code: str
    message: str


class Score(Model):
    """0-100."""

    value: Number
    low: Number
    """Rules not evaluated and findings of low confidence counted as flagged."""
    high: Number
    """Rules not evaluated counted as clean."""


class Grade(Model):
    """Letters by the bands of rules/grading.yaml."""

    value: str
    low: str
    high: str


class Lever(Model):
    """A rule whose findings, once mended, raise the grade; `score` and `grade` count those before it as mended too."""

    rule: str
    fingerprints: tuple[str, ...]
    """All findings of the rule: it is kept only when all of them are gone."""
    score: Number
    grade: str


class PastFinding(Model):
    """A finding of an earlier report that is gone."""

    rule: str
    code: str
    severity: Severity
    title: str
    fingerprint: str


class Since(Model):
    """What became of the document since an earlier report."""

    as_of: dt.date
    """Of the earlier report."""
    document: int = Field(default=1, ge=1)
    """1-based place of the document in the earlier report."""
    path: str | None = None
    """Its path then, where it was another."""
    judged_alike: bool = True
    """Whether the same rules, settings and program judged then; else some of what changed is their doing."""
    score: Score | None = None
    grade: str | None = None
    fixed: tuple[PastFinding, ...] = ()
    new: tuple[str, ...] = ()
    """Fingerprints of the findings that the earlier report did not have."""
    first_judged: tuple[str, ...] = ()
    """Those of `new` whose rule was not judged then: nobody knows whether they are new in the document."""
    unjudged: tuple[PastFinding, ...] = ()
    """Gone, but their rule was not evaluated this time, or not used: nobody knows whether they are fixed."""


class Outcomes(Model):
    """How many rules ended how."""

    clean: int = 0
    flagged: int = 0
    not_applicable: int = Field(default=0, serialization_alias="not-applicable", validation_alias="not-applicable")
    not_evaluated: int = Field(default=0, serialization_alias="not-evaluated", validation_alias="not-evaluated")
    error: int = 0


class DocumentReport(Model):
    """One document (one SOP of a file)."""

    path: str
    part: int | None = None
    """1-based, when a file holds several SOPs."""
    sha256: str | None
    bytes: int | None
    media: str | None
    kind: Literal["sop", "performance", "unknown", "archive"]
    """archive = all documents of an office together; the path is then its name."""
    title: str | None = None
    unit: str | None = None
    score: Score | None = None
    grade: Grade | None = None
    verdict: Literal["layak", "layak dengan catatan", "belum layak"] | None = None
    levers: tuple[Lever, ...] = ()
    """The two or three rules to mend first, in this order: together they raise the letter most."""
    outcomes: Outcomes = Outcomes.model_construct()
    findings: tuple[Finding, ...] = ()
    not_evaluated: tuple[NotEvaluated, ...] = ()
    clean: tuple[str, ...] = ()
    """Names of the rules that were judged and found kept."""
    not_applicable: tuple[str, ...] = ()
    """Names of the rules that have nothing to judge in this document."""
    errors: tuple[DocumentError, ...] = ()
    notices: tuple[Notice, ...] = ()
    """How it was read: hidden sheets, formulas without result, numbers that may be read in two ways."""
    since: Since | None = None
    """None where no earlier report was given, or it does not have the document."""


class Tool(Model):
    """The program that made a report."""

    name: Literal["patuh"] = "patuh"
    version: str
    engine: str
    """Such as ``durable_rules 2.0.28``."""


class SwitchedOff(Model):
    """A rule that the organisation does not use."""

    rule: str
    reason: str


class ChangedRule(Model):
    """A rule that judges by what the organisation set."""

    rule: str
    severity: Severity | None = None
    """None = as the rule states it."""
    params: dict[str, int | str] = {}


class RulesInfo(Model):
    """The rules that were used."""

    profile: str
    count: int
    digest: str
    """Of all rules, the tables and the settings: with one digest and one profile, two runs judged by the same."""
    organisation: str | None = None
    """Whose settings were used, as it names itself."""
    switched_off: tuple[SwitchedOff, ...] = ()
    changed: tuple[ChangedRule, ...] = ()


class Summary(Model):
    """Totals over all documents."""

    documents: int
    findings: dict[Severity, int]
    grades: dict[str, int]
    errors: int
    """Documents that could not be read."""
    missing: int | None = None
    """Documents of the earlier report that were not handed in this time; None where there is no earlier report."""


class Report(Model):
    """The whole report."""

    schema_: Literal["patuh.report/1"] = Field(
        default="patuh.report/1", serialization_alias="schema", validation_alias="schema"
    )
    tool: Tool
    rules: RulesInfo
    as_of: dt.date
    masked: bool = False
    """NIPs and names of persons are replaced."""
    documents: tuple[DocumentReport, ...]
    summary: Summary
