"""
What a Maka claims, and what the rules said.

A claim about a rule is kept as a function of what that rule said of the facts, so that it can be held against a changed
rule as well (`specs.mutation`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from archive.joining import Group
from archive.judging_archive import judge_archive
from engine.audit import Auditor, Judgement
from reports.flat import place
from reports.labels import LABELS
from schemas.facts import Fact, Facts
from schemas.report import DocumentKind, DocumentReport, Finding, Outcome


class MistakeError(Exception):
    """The scenario itself is wrong: it changes what is not there, names what does not exist."""


class Unmet(AssertionError):  # noqa: N818 - it is no error: the spec ran, and what it expects did not come
    """What a Maka expects did not come."""

    def __init__(self, expected: str, found: Sequence[str]) -> None:
        super().__init__(expected)
        self.expected = expected
        self.found = tuple(found)


@dataclass(frozen=True, slots=True)
class Said:
    """What one rule said of one document, or of the documents of one office."""

    rule: str
    outcome: Outcome | None
    """None where the rule is not judged: it is not in the profile, or not for documents of this kind."""
    findings: tuple[Finding, ...] = ()
    reason: str | None = None
    """Why it could not be judged."""


@dataclass(frozen=True, slots=True)
class ArchiveSaid:
    """What one rule said of an archive."""

    rule: str
    offices: Mapping[str, Said]
    """Name of the office -> of its documents; those only where the rule was judged."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those of all offices."""
        return tuple(finding for said in self.offices.values() for finding in said.findings)


class Subject(Protocol):
    """What is judged."""

    @property
    def kind(self) -> DocumentKind:
        """For which rules it is."""
        ...

    def said(self, auditor: Auditor, rule: str) -> Any:
        """Return what the rule of this name says: `Said`, or `ArchiveSaid`."""
        ...

    def said_by(self, auditor: Auditor, rules: Collection[str]) -> Mapping[str, Any]:
        """Return what each of these rules says; no other rule is asked, and nothing of it is kept."""
        ...


@dataclass(eq=False)
class DocumentSubject:
    """The facts of one document."""

    facts: Sequence[Fact] | Facts
    kind: DocumentKind
    _last: tuple[Auditor, Judgement] | None = field(default=None, repr=False)

    def judgement(self, auditor: Auditor) -> Judgement:
        """Judge by all rules; asked again for the last auditor it is free."""
        if self._last is None or self._last[0] is not auditor:
            self._last = auditor, auditor.judge(self.facts, self.kind)
        return self._last[1]

    def said(self, auditor: Auditor, rule: str) -> Said:
        """Return what the rule of this name says."""
        return said_of(self.judgement(auditor), rule)

    def said_by(self, auditor: Auditor, rules: Collection[str]) -> dict[str, Said]:
        """Return what each of these rules says."""
        judgement = auditor.judge(self.facts, self.kind, rules)
        return {rule: said_of(judgement, rule) for rule in rules}


@dataclass(eq=False)
class ArchiveSubject:
    """The facts of the documents of an archive, held side by side."""

    groups: Sequence[Group]
    kind: DocumentKind = "archive"
    _last: tuple[Auditor, list[DocumentReport]] | None = field(default=None, repr=False)

    def reports(self, auditor: Auditor) -> list[DocumentReport]:
        """Judge; one report an office."""
        if self._last is None or self._last[0] is not auditor:
            self._last = auditor, judge_archive(self.groups, auditor)
        return self._last[1]

    def said(self, auditor: Auditor, rule: str) -> ArchiveSaid:
        """Return what the rule of this name says."""
        return ArchiveSaid(rule, {one.path: _said_in(one, rule) for one in self.reports(auditor)})

    def said_by(self, auditor: Auditor, rules: Collection[str]) -> dict[str, ArchiveSaid]:
        """Return what each of these rules says."""
        reports = judge_archive(self.groups, auditor)
        return {rule: ArchiveSaid(rule, {one.path: _said_in(one, rule) for one in reports}) for rule in rules}


@dataclass(frozen=True, slots=True)
class Claim:
    """What a Maka said of a rule, to be held against changed rules."""

    subject: Subject
    rule: str | None
    """None: of every rule that is for such documents."""
    check: Callable[[Any], None]
    """Raises `Unmet` where what the rule said (`Said` or `ArchiveSaid`) is not as claimed."""


def said_of(judgement: Judgement, rule: str) -> Said:
    """Return what the rule of this name said."""
    findings = tuple(finding for finding in judgement.findings if finding.rule == rule)
    reason = next((one.reason for one in judgement.not_evaluated if one.rule == rule), None)
    return Said(rule, judgement.outcomes.get(rule), findings, reason)


def _said_in(report: DocumentReport, rule: str) -> Said:
    findings = tuple(finding for finding in report.findings if finding.rule == rule)
    reason = next((one.reason for one in report.not_evaluated if one.rule == rule), None)
    if findings:
        return Said(rule, Outcome.FLAGGED, findings)
    if reason is not None:
        return Said(rule, Outcome.NOT_EVALUATED, (), reason)
    clean = Outcome.CLEAN if rule in report.clean else Outcome.NOT_APPLICABLE
    return Said(rule, clean if rule in (*report.clean, *report.not_applicable) else None)


_OUTCOMES: Mapping[Outcome | None, str] = {
    Outcome.CLEAN: "aturan {rule} tidak menemukan apa pun (patuh)",
    Outcome.FLAGGED: "aturan {rule} menemukan {count} temuan",
    Outcome.NOT_APPLICABLE: "aturan {rule} tidak berlaku bagi dokumen ini",
    Outcome.NOT_EVALUATED: "aturan {rule} tidak dapat dinilai: {reason}",
    Outcome.ERROR: "aturan {rule} gagal dijalankan",
    None: "aturan {rule} tidak ikut dinilai (tidak ada dalam profil, atau bukan untuk dokumen semacam ini)",
}


def told(said: Said | ArchiveSaid) -> list[str]:
    """What a rule said, for a reader: its outcome, then each finding on a line; of an archive office by office."""
    if isinstance(said, ArchiveSaid):
        return [f"{office}: {line}" for office, one in said.offices.items() for line in told(one)]
    said_it = _OUTCOMES[said.outcome].format(rule=said.rule, count=len(said.findings), reason=said.reason)
    return [said_it, *(finding_line(finding) for finding in said.findings)]


def finding_line(finding: Finding) -> str:
    """Severity, place, words and condition of a finding."""
    first = finding.evidence[0] if finding.evidence else None
    where = f" {found}" if first and (found := place(first, "id")) else ""
    quote = f' "{first.quote}"' if first and first.quote else ""
    return f"{LABELS['id'].severity[finding.severity]}{where}:{quote} {finding.condition}"
