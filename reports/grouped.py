"""Which findings a page shows in full, and which it counts: a rule may be broken in every row of a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from schemas.report import Confidence, Finding, Severity

FEW = 5
"""Findings alike that are shown in full where there are many."""
MANY = 8
"""Findings alike that are all shown: to count the last few would save no room."""


@dataclass(slots=True)
class Group:
    """Findings of one rule, of one severity and confidence."""

    shown: list[Finding] = field(default_factory=list)
    counted: list[Finding] = field(default_factory=list)
    """More of them, like those shown."""


def grouped(findings: Iterable[Finding]) -> list[Finding | Group]:
    """
    Return the findings to be shown, the gravest first, and after the last one shown of a rule with many its group.

    All findings stand in the JSON report.
    """
    ordered = sorted(findings, key=lambda finding: (finding.severity.rank, finding.confidence.rank))
    groups: dict[tuple[str, Severity, Confidence], list[Finding]] = {}
    for finding in ordered:
        groups.setdefault((finding.rule, finding.severity, finding.confidence), []).append(finding)
    many = {key: Group(alike[:FEW], alike[FEW:]) for key, alike in groups.items() if len(alike) > MANY}
    left = {key: len(group.shown) for key, group in many.items()}
    lines: list[Finding | Group] = []
    for finding in ordered:
        key = finding.rule, finding.severity, finding.confidence
        if key not in many:
            lines.append(finding)
        elif left[key]:
            left[key] -= 1
            lines.append(finding)
            if not left[key]:
                lines.append(many[key])
    return lines
