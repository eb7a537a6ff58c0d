"""What the API answers and takes, besides `schemas.report.Report`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Final, Literal

from pydantic import Field

from schemas.base import Model
from schemas.report import Confidence, DocumentKind, Severity

PROBLEM_JSON: Final = "application/problem+json"

Code = Literal[
    "invalid",
    "bad-upload",
    "no-token",
    "unknown-token",
    "forbidden",
    "not-found",
    "method-not-allowed",
    "too-slow",
    "not-ready",
    "no-copy",
    "refused",
    "too-large",
    "unsupported-media-type",
    "too-often",
    "full",
    "unavailable",
    "internal",
    "error",
]


class Fault(Model):
    """Something in a request that cannot be taken."""

    where: Annotated[str, Field(description="Such as query.lang or body.office.")]
    message: str


class Problem(Model):
    """An error (RFC 9457)."""

    type: Annotated[Literal["about:blank"], Field(description="As RFC 9457 has it: the status says it.")] = (
        "about:blank"
    )
    title: Annotated[str, Field(description="The phrase of the status.")]
    status: Annotated[int, Field(ge=400, le=599)]
    code: Annotated[Code, Field(description="For programs: which of the errors of this status it is.")]
    detail: Annotated[str, Field(description="For people: what is wrong, and what to do; Indonesian, unless lang=en.")]
    errors: Annotated[tuple[Fault, ...], Field(description="Of a request that is not valid: its faults.")] = ()


Stage = Literal["waiting", "working", "slow", "done"]
"""As `portal.clerk.versions.Stage`, which is not known here: the outermost layer imports this module."""


class CheckState(Model):
    """A document that is checked, or was."""

    id: Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
    state: Annotated[Stage, Field(description="slow: it takes long, and goes on in a row of its own.")]
    ahead: Annotated[int | None, Field(ge=0, description="While it waits: how many documents come before it, about.")]
    name: Annotated[str, Field(description="Of the file, without what would do harm in a name.")]
    bytes: Annotated[int, Field(ge=0)]
    seconds_left: Annotated[int, Field(ge=0, description="Then it is deleted, or earlier when room is needed.")]
    report: Annotated[str | None, Field(description="When it is done: where its report is.")]
    annotated: Annotated[
        str | None, Field(description="When it is done: where its copy with the findings is; null where there is none.")
    ]


class RuleSummary(Model):
    """One rule."""

    code: str
    name: str
    title: str
    topic: str
    component: Annotated[str, Field(description="Part of the grade.")]
    severity: Severity
    confidence: Confidence
    applies_to: list[DocumentKind]


class RuleList(Model):
    """The rules by which this server judges."""

    profile: str
    digest: Annotated[str, Field(pattern="^[0-9a-f]{64}$", description="As in reports: equal where judged alike.")]
    count: int
    rules: list[RuleSummary]


class RuleSource(Model):
    """Where a requirement comes from."""

    regulation: str
    clause: str
    modality: Literal["shall", "should"]
    asks: str


class RuleDetail(RuleSummary):
    """One rule, and why there is it."""

    why: str
    recommendation: str
    sources: list[RuleSource]


class Offices(Model):
    """To which offices documents can be handed in."""

    offices: list[str]


class NewHandIn(Model):
    """What is handed in: a document that was checked."""

    check: Annotated[str, Field(pattern="^[0-9a-f]{32}$", description="Of a check that is done.")]
    office: Annotated[str, Field(min_length=1, max_length=200, description="One of those at /offices.")]
    by_name: Annotated[str, Field(pattern=r"\S", max_length=200, description="Who hands it in.")]
    by_position: Annotated[str | None, Field(max_length=200)] = None
    note: Annotated[str | None, Field(max_length=2_000)] = None
    replaces: Annotated[
        str | None,
        Field(max_length=1_000, description="Path of the document of the same office that it is newer than."),
    ] = None


class Receipt(Model):
    """That a document was handed in."""

    receipt: Annotated[str, Field(description="The code by which it is found again.")]
    at: dt.datetime
    office: str
    path: Annotated[str, Field(description="Where its newest version lies in the archive.")]
    version: Annotated[int, Field(ge=1)]
    file_name: str
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    bytes: Annotated[int, Field(ge=0)]
    by_name: str
    by_position: str | None
    note: str | None
    kind: str
    title: str | None
    grade: str | None
    verdict: str | None
    findings: dict[Severity, int]
    rules: Annotated[str, Field(description="Digest of the rules by which it was checked.")]
    profile: str
    as_of: dt.date
