"""Reports on the documents of each office together, by the rules for archives."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from archive.joining import Group
from engine.audit import Auditor, Judgement, Language
from engine.pack import Pack
from schemas.report import DocumentError, DocumentReport, Finding, NotEvaluated, Outcome

UNKNOWN_OFFICE = "(kantor tidak dikenal)"
"""Path of the report on documents of no known office."""
_GRAVEST = (Outcome.ERROR, Outcome.FLAGGED, Outcome.NOT_EVALUATED, Outcome.CLEAN, Outcome.NOT_APPLICABLE)
"""Of several groups the outcome that comes first here is that of the office."""


def archive_auditor(pack: Pack, chosen: Collection[str] | None = None, *, lang: Language = "id") -> Auditor | None:
    """Return what judges by the rules for archives only, all or those *chosen*; None where there are none."""
    rules = [rule.name for rule in pack.rules if "archive" in rule.applies_to]
    names = [name for name in rules if chosen is None or name in chosen]
    return Auditor(pack, only=names, lang=lang) if names else None


def judge_archive(groups: Iterable[Group], auditor: Auditor) -> list[DocumentReport]:
    """
    Judge the groups of an archive.

    Args:
        groups: As `archive.joining.groups` yields them, those of an office one after another.
        auditor: As `archive_auditor` makes it.

    Returns:
        A report for each office, in their order: its path is the name of the office, and it has no score.
    """
    return [_judged(office, found, auditor) for office, found in groupby(groups, key=lambda group: group.office)]


@dataclass(slots=True)
class _Office:
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    errors: dict[str, DocumentError] = field(default_factory=dict)

    def add(self, judgement: Judgement) -> None:
        for rule, outcome in judgement.outcomes.items():
            known = self.outcomes.get(rule, outcome)
            self.outcomes[rule] = min(known, outcome, key=_GRAVEST.index)
        for unknown in judgement.not_evaluated:
            self.reasons.setdefault(unknown.rule, unknown.reason)
        self.findings += judgement.findings
        self.errors |= {error.code: error for error in judgement.errors}

    def with_outcome(self, outcome: Outcome) -> tuple[str, ...]:
        return tuple(sorted(name for name, one in self.outcomes.items() if one is outcome))


def _judged(office: str, groups: Iterable[Group], auditor: Auditor) -> DocumentReport:
    found = _Office()
    for group in groups:
        found.add(auditor.judge(group.facts, "archive"))
    unknown = found.with_outcome(Outcome.NOT_EVALUATED)
    return DocumentReport(
        path=office or UNKNOWN_OFFICE,
        sha256=None,
        bytes=None,
        media=None,
        kind="archive",
        title=None,
        unit=office or None,
        outcomes=Judgement(found.outcomes).counts(),
        findings=tuple(_of_office(office, sorted(found.findings, key=_place))),
        not_evaluated=tuple(NotEvaluated(rule=rule, reason=found.reasons[rule]) for rule in unknown),
        clean=found.with_outcome(Outcome.CLEAN),
        not_applicable=found.with_outcome(Outcome.NOT_APPLICABLE),
        errors=tuple(found.errors[code] for code in sorted(found.errors)),
    )


def failed_office(office: str, error: DocumentError) -> DocumentReport:
    """The report of an office whose documents could not be held side by side."""
    return DocumentReport(
        path=office or UNKNOWN_OFFICE,
        sha256=None,
        bytes=None,
        media=None,
        kind="archive",
        unit=office or None,
        errors=(error,),
    )


def _place(finding: Finding) -> tuple[int, str, str, int, int, str, str]:
    """The gravest first, then by rule, document and place."""
    first = finding.evidence[0]
    where = first.document or "", first.page or 0, first.line or 0
    return finding.severity.rank, finding.rule, *where, finding.condition, finding.fingerprint


def _of_office(office: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings as those of an office: two offices may have what is said in the same words."""
    seen: dict[str, int] = {}
    for finding in findings:
        number = seen[finding.fingerprint] = seen.get(finding.fingerprint, 0) + 1
        plain = f"{office}\0{finding.fingerprint}\0{number}".encode("utf-8", "surrogatepass")
        yield replace(finding, fingerprint=hashlib.sha256(plain).hexdigest()[:16])
