"""
The slip of a check (*lembar hasil periksa mandiri*): what was found in which bytes, by which rules.

With the file, the day and the digest on it, whoever has the same rules gets the same result, and can see that it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from portal.audits import Line
from portal.work import Tools
from reports.tally import SEVERITIES, figures
from schemas.report import DocumentReport, Report

MOST_LISTED: Final = 20
"""Documents of one file that have a line on the slip."""
LONGEST: Final = 150
"""Characters of a title, a name of an office or of a file on it."""
LONGEST_TITLE, LONGEST_UNIT = 40, 28
"""The same where several documents stand on one page: on one line, also in capitals."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One document on the slip."""

    title: str | None
    unit: str | None
    verdict: str | None
    grade: str | None
    grades: tuple[str, str] | None
    """The letters that it may be between."""
    score: Decimal | None
    scores: tuple[Decimal, Decimal] | None
    counts: tuple[int, ...]
    """Findings, in the order of `reports.tally.SEVERITIES`."""
    judged: int
    """Rules that were judged."""
    not_applicable: int
    not_evaluated: int
    audited: bool
    """False: it could not be read, or is neither an SOP nor performance data."""


@dataclass(frozen=True, slots=True)
class Slip:
    """All that stands on it but the letterhead and the day on which it is printed."""

    file_name: str
    sha256: str
    documents: tuple[Judged, ...]
    """The first `MOST_LISTED`."""
    more: int
    """Documents that have no line."""
    counts: tuple[int, ...]
    """Findings of all documents."""
    digest: str
    profile: str
    rules: int
    changed: int
    """Rules that the organisation judges by otherwise."""
    switched_off: int
    as_of: dt.date
    program: str

    @property
    def only(self) -> Judged | None:
        """The document, where the file holds one."""
        return self.documents[0] if len(self.documents) == 1 else None


@dataclass(frozen=True, slots=True)
class Summed:
    """Put together what stands on the slip of a file."""

    report: bytes
    """`schemas.report.Report` as UTF-8 JSON."""
    file_name: str
    sha256: str

    def carried_out(self, tools: Tools) -> Slip:  # noqa: ARG002 - as every task
        """Read it out of the report."""
        return slip_of(Report.model_validate_json(self.report), self.file_name, self.sha256)


def slip_of(report: Report, file_name: str, sha256: str) -> Slip:
    """Return the slip of a file that was audited."""
    documents, rules = report.documents, report.rules
    title, unit = (LONGEST, LONGEST) if len(documents) == 1 else (LONGEST_TITLE, LONGEST_UNIT)
    return Slip(
        file_name=_cut(file_name, LONGEST),
        sha256=sha256,
        documents=tuple(_judged(one, title, unit) for one in documents[:MOST_LISTED]),
        more=max(0, len(documents) - MOST_LISTED),
        counts=total(figures(one).findings for one in documents),
        digest=rules.digest,
        profile=rules.profile,
        rules=rules.count,
        changed=len(rules.changed),
        switched_off=len(rules.switched_off),
        as_of=report.as_of,
        program=report.tool.version,
    )


def total(counts: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    """Return the findings of several documents by severity."""
    return tuple(map(sum, zip((0,) * len(SEVERITIES), *counts, strict=True)))


def is_audited(line: Line | DocumentReport) -> bool:
    """Whether a document was judged: what cannot be read or is of no known kind has neither slip nor receipt."""
    return line.kind != "unknown" and (not line.errors or line.score is not None)


def _judged(report: DocumentReport, title: int, unit: int) -> Judged:
    score, grade, outcomes = report.score, report.grade, report.outcomes
    return Judged(
        title=_cut(report.title, title) if report.title else None,
        unit=_cut(report.unit, unit) if report.unit else None,
        verdict=report.verdict,
        grade=grade.value if grade else None,
        grades=(grade.low, grade.high) if grade else None,
        score=score.value if score else None,
        scores=(score.low, score.high) if score else None,
        counts=figures(report).findings,
        judged=outcomes.clean + outcomes.flagged,
        not_applicable=outcomes.not_applicable,
        not_evaluated=outcomes.not_evaluated + outcomes.error,
        audited=is_audited(report),
    )


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
