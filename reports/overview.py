"""The totals that reports of many pages begin with: over all documents, by office, by rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from schemas.entry import Entry
from schemas.report import DocumentReport, FindingStatus, Severity

_HUNDREDTH = Decimal("0.01")


@dataclass(slots=True)
class Totals:
    """What some documents come to together."""

    documents: int = 0
    failed: int = 0
    """Documents that could not be audited."""
    unknown: int = 0
    """Documents that are neither an SOP nor performance data."""
    findings: Counter[Severity] = field(default_factory=Counter)
    """Those that an auditor overruled are counted too: they stay in the report."""
    overruled: Counter[Severity] = field(default_factory=Counter)
    """Of the findings."""
    statuses: Counter[FindingStatus] = field(default_factory=Counter)
    grades: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)
    unsure: int = 0
    """Documents whose grade may be another, since not all could be evaluated."""
    not_evaluated: int = 0
    """Outcomes, of any rule on any document."""
    _scores: list[Decimal] = field(default_factory=list)

    @property
    def graded(self) -> int:
        """Documents that have a score."""
        return len(self._scores)

    @property
    def ungraded(self) -> int:
        """Documents that were audited and have no score, since nothing in them could be evaluated."""
        return self.documents - self.failed - self.unknown - self.graded

    @property
    def mean(self) -> Decimal | None:
        """The mean of the scores, to two decimals; None when no document has one."""
        if not self._scores:
            return None
        return (sum(self._scores, Decimal()) / len(self._scores)).quantize(_HUNDREDTH, ROUND_HALF_UP)

    @property
    def standing(self) -> Counter[Severity]:
        """The findings that no auditor overruled."""
        return self.findings - self.overruled

    def add(self, report: DocumentReport) -> None:
        """Count one document."""
        self.documents += 1
        self.failed += bool(report.errors)
        self.unknown += report.kind == "unknown" and not report.errors
        self.findings.update(finding.severity for finding in report.findings)
        self.overruled.update(finding.severity for finding in report.findings if finding.status == "overruled")
        self.statuses.update(finding.status for finding in report.findings)
        self.not_evaluated += report.outcomes.not_evaluated
        if report.grade is not None:
            self.grades[report.grade.value] += 1
            self.unsure += report.grade.low != report.grade.high
        if report.verdict is not None:
            self.verdicts[report.verdict] += 1
        if report.score is not None:
            self._scores.append(report.score.value)


@dataclass(slots=True)
class RuleTotals:
    """What became of one rule."""

    findings: int = 0
    overruled: int = 0
    """Of the findings."""
    flagged: int = 0
    """Documents."""
    clean: int = 0
    not_applicable: int = 0
    not_evaluated: int = 0
    reasons: Counter[str] = field(default_factory=Counter)
    """Why it was not evaluated."""


@dataclass(slots=True)
class Office:
    """The documents of one office."""

    name: str
    """As its documents print it most often; empty where they name none."""
    totals: Totals


@dataclass(slots=True)
class Overview:
    """Totals of a whole report."""

    whole: Totals
    offices: list[Office]
    """By name; those without a name last."""
    rules: dict[str, RuleTotals]
    """By name, each rule that had an outcome."""


def overview(entries: Iterable[Entry]) -> Overview:
    """Count all documents, in one reading."""
    whole, rules = Totals(), dict[str, RuleTotals]()
    offices: dict[str, Totals] = {}
    names: dict[str, Counter[str]] = {}
    for entry in entries:
        report = entry.report
        key = office_key(report.unit)
        names.setdefault(key, Counter())[" ".join((report.unit or "").split())] += 1
        for totals in (whole, offices.setdefault(key, Totals())):
            totals.add(report)
        _add_rules(rules, report)
    shown = [Office(_most_common(names[key]), totals) for key, totals in offices.items()]
    shown.sort(key=lambda office: (not office.name, office.name.casefold(), office.name))
    return Overview(whole, shown, dict(sorted(rules.items())))


def office_key(unit: str | None) -> str:
    """The same for two spellings of an office that differ in capitals and blanks only."""
    return " ".join((unit or "").split()).casefold()


def _most_common(names: Counter[str]) -> str:
    return min(names, key=lambda name: (-names[name], name))


def _add_rules(rules: dict[str, RuleTotals], report: DocumentReport) -> None:
    def of(name: str) -> RuleTotals:
        return rules.setdefault(name, RuleTotals())

    for name in {finding.rule for finding in report.findings}:
        of(name).flagged += 1
    for finding in report.findings:
        of(finding.rule).findings += 1
        of(finding.rule).overruled += finding.status == "overruled"
    for name in report.clean:
        of(name).clean += 1
    for name in report.not_applicable:
        of(name).not_applicable += 1
    for judged in report.not_evaluated:
        of(judged.rule).not_evaluated += 1
        of(judged.rule).reasons[judged.reason] += 1
