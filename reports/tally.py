"""The totals of a report, counted while the documents go by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from schemas.report import CLOSED, DocumentReport, Severity, Summary

SEVERITIES: tuple[Severity, ...] = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Figures:
    """What the totals need to know of one document; small, because it travels between processes."""

    findings: tuple[int, ...]
    """How many of each severity, in the order of `SEVERITIES`; what is overruled or waived is counted, too."""
    grade: str | None
    unknown: bool
    """It could be read and is neither an SOP nor a performance report."""
    failed: bool
    """It could not be audited: it has errors."""
    earlier: int | None = None
    """Which document of the earlier report it is (`schemas.report.Since.document`)."""
    closed: tuple[int, ...] = (0,) * len(SEVERITIES)
    """Of `findings`: overruled or waived."""


def figures(document: DocumentReport) -> Figures:
    """Count one document."""
    severities = [finding.severity for finding in document.findings]
    closed = [finding.severity for finding in document.findings if finding.status in CLOSED]
    failed = bool(document.errors)
    return Figures(
        findings=tuple(map(severities.count, SEVERITIES)),
        grade=document.grade.value if document.grade else None,
        unknown=document.kind == "unknown" and not failed,
        failed=failed,
        earlier=document.since.document if document.since else None,
        closed=tuple(map(closed.count, SEVERITIES)),
    )


@dataclass(slots=True)
class Tally:
    """Totals so far."""

    documents: int = 0
    findings: list[int] = field(default_factory=lambda: [0] * len(SEVERITIES))
    closed: list[int] = field(default_factory=lambda: [0] * len(SEVERITIES))
    """Of `findings`: overruled or waived."""
    grades: dict[str, int] = field(default_factory=dict)
    unknown: int = 0
    failed: int = 0
    compared: int = 0
    """Documents of now that the earlier report has."""
    earlier: set[int] = field(default_factory=set)
    """Numbers of the documents of the earlier report that are found again."""
    unread: set[int] = field(default_factory=set)
    """Those of them that could not be read this time."""
    missing: int | None = None
    """How many are not found again; None where there is no earlier report."""

    def add(self, counted: Iterable[Figures]) -> None:
        """Count some documents."""
        for one in counted:
            self.documents += 1
            self.findings = [total + more for total, more in zip(self.findings, one.findings, strict=True)]
            self.closed = [total + more for total, more in zip(self.closed, one.closed, strict=True)]
            if one.grade is not None:
                self.grades[one.grade] = self.grades.get(one.grade, 0) + 1
            self.unknown += one.unknown
            self.failed += one.failed
            self.compared += one.earlier is not None
            if one.earlier is not None:
                (self.unread if one.failed else self.earlier).add(one.earlier)

    def reaches(self, severity: Severity) -> bool:
        """Whether there is a finding of this severity or a graver one that is neither overruled nor waived."""
        open_ = [found - closed for found, closed in zip(self.findings, self.closed, strict=True)]
        return any(open_[: severity.rank + 1])

    def summary(self, letters: Sequence[str] = ()) -> Summary:
        """The totals as the report states them; grades in the order of *letters*, those without documents left out."""
        order = [letter for letter in letters if letter in self.grades]
        order += sorted(self.grades.keys() - set(order))
        return Summary.model_construct(
            documents=self.documents,
            findings=dict(zip(SEVERITIES, self.findings, strict=True)),
            grades={letter: self.grades[letter] for letter in order},
            errors=self.failed,
            missing=self.missing,
        )
