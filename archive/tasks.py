"""
What workers are asked to do in a night, and what they answer.

All of it is plain and can be sent to another process, or another machine. A worker never sees the store: what it needs
comes with the task, what it made goes back with the answer, and the one process that holds the lock writes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from auditing.files import Input
from schemas.report import Severity


@dataclass(frozen=True, slots=True)
class Identify:
    """Tell the digest of each of these documents of one file: itself, or what is in a ZIP archive."""

    inputs: tuple[Input, ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """Read a document and judge it by all rules."""

    input: Input
    data: bytes | None = None
    """Its bytes, for a worker that does not see the archive; then `input` only names it."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """One document of a content as it was judged before."""

    report: bytes
    """As `Judged.report`."""
    since: dt.date
    until: dt.date


@dataclass(frozen=True, slots=True)
class Rejudge:
    """Judge again what was read before."""

    content: str
    models: bytes
    """As `Audited.models`."""
    earlier: tuple[Earlier, ...] = ()
    """By part. Empty: judge by all rules."""
    changed: tuple[str, ...] = ()
    """Rules to judge by, that are new or changed; outcomes of the others are taken from `earlier`."""
    removed: tuple[str, ...] = ()
    """Rules whose outcomes fall away."""


Task = Identify | Audit | Rejudge


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something could not be done, as a document's error says it."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Identified:
    """The answer to `Identify`: for each input its content key, or why it has none."""

    contents: tuple[str | Problem, ...]


@dataclass(frozen=True, slots=True)
class FoundFinding:
    """What is looked up of a finding without opening its report."""

    fingerprint: str
    rule: str
    severity: Severity
    confidence: str


@dataclass(frozen=True, slots=True)
class Judged:
    """One document (part) of a content, judged."""

    digest: str
    """Of `report`: the key of the verdict."""
    report: bytes
    """`schemas.report.DocumentReport` as JSON, path and part left out: `archive.models.packed_report`."""
    kind: str
    title: str | None
    unit: str | None
    score: float | None
    grade: str | None
    verdict: str | None
    outcomes: Mapping[str, int]
    """clean, flagged, not_applicable, not_evaluated, error."""
    findings: tuple[FoundFinding, ...]
    since: dt.date
    """The verdict is the same on each day of audit from here"""
    until: dt.date
    """to here."""


@dataclass(frozen=True, slots=True)
class Audited:
    """The answer to `Audit` and `Rejudge`."""

    content: str | None
    """Of the bytes that were read; None when they could not be. A file may have changed since it was identified."""
    parts: tuple[Judged, ...] = ()
    models: bytes | None = None
    """What was read (`archive.models`); None in the answer to `Rejudge`: the store has it."""
    told: tuple[bytes, ...] = ()
    """By part what cross-document rules ask about (`archive.gathering`); empty in the answer to `Rejudge`."""
    problem: Problem | None = None
    """Why there is no part."""
    passing: bool = False
    """The problem may be gone tomorrow (no rights, no time, no memory): it is tried again in each run."""


Answer = Identified | Audited
