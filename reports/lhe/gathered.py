"""What the report says of the documents, gathered in two readings of them: totals first, then what is shown in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from reports.book import Book
from reports.changes import Titles, changes, total
from reports.grouped import grouped
from reports.overview import Office, Overview, office_key, overview
from schemas.entry import Entry
from schemas.report import DocumentReport, Finding, Severity

MAX_DOCUMENTS: Final = 200
"""Of a report that names each with its score and all its findings."""
MAX_FINDINGS: Final = 300
"""In full, in the whole report: some hundred pages."""
MAX_OFFICES: Final = 100
"""With their findings; the table of offices has more of them."""
MAX_OFFICE_ROWS: Final = 500
MIN_OF_OFFICE: Final = 3
"""Findings of an office that are shown in full, however many offices there are."""
MAX_ATTACHED: Final = 1_000
"""Documents of the attached list."""
MAX_FAILED: Final = 100
MAX_OVERRULED: Final = 100
MAX_REASONS: Final = 100
"""Why rules could not be judged."""
MAX_FOLLOWED: Final = 100
"""Documents whose follow-up is told one by one."""


@dataclass(slots=True)
class ComponentTotals:
    """What became of the rules of one component."""

    kept: int = 0
    broken: int = 0
    not_evaluated: int = 0
    findings: Counter[Severity] = field(default_factory=Counter)

    @property
    def judged(self) -> int:
        """Outcomes that say something of a document."""
        return self.kept + self.broken

    @property
    def share(self) -> Decimal | None:
        """Per cent of those judged that were kept, to two decimals."""
        if not self.judged:
            return None
        return (Decimal(100 * self.kept) / self.judged).quantize(Decimal("0.01"), ROUND_HALF_UP)


@dataclass(slots=True)
class RuleFindings:
    """The findings of one rule that stand, over all documents."""

    example: Finding
    """One of the gravest."""
    component: str
    findings: int = 0
    documents: int = 0


@dataclass(slots=True)
class Held:
    """A finding that is shown apart from its document."""

    name: str
    """Of the document."""
    finding: Finding


@dataclass(slots=True)
class Followed:
    """What became of one document since an earlier report."""

    name: str
    fixed: Titles
    changed: int
    """Gone, but the same rule is broken anew."""
    new: int
    """Also of rules that were not judged then."""
    unjudged: int
    left: int
    """Findings that were there before and still are; without what an auditor overruled."""


@dataclass(slots=True)
class Shown:
    """A document with those of its findings that are shown."""

    report: DocumentReport
    """Without its findings."""
    findings: list[Finding] = field(default_factory=list)
    """The gravest first."""
    others: int = 0
    """Findings that are only counted."""


@dataclass(slots=True)
class Gathered:
    """All that the report is written from."""

    overview: Overview
    kinds: Counter[str]
    components: dict[str, dict[str, ComponentTotals]]
    """Kind of document -> component -> totals."""
    rules: dict[str, RuleFindings]
    reasons: dict[str, tuple[int, Counter[str]]]
    """Why rules could not be judged -> documents, and how often each rule."""
    failed: list[tuple[str, str]]
    """Name of a document, and why it could not be audited."""
    unknown: list[str]
    standing: Counter[Severity]
    """Findings that no auditor overruled."""
    overruled: list[Held]
    overruled_count: int
    followed: list[Followed]
    since: Counter[str]
    """
    ``documents``, ``fixed``, ``new``, ``unjudged`` of those that an earlier report has; ``otherwise``: documents that
    were judged by other rules then.
    """
    whole: bool
    """Whether every document and every finding is shown."""
    share: int
    """Findings of an office that are shown at most."""
    offices: list[tuple[Office, list[Shown]]]
    left_out: int = 0
    """Offices that have findings, none of which is shown."""


def gather(book: Book) -> Gathered:
    """Read all documents twice."""
    found = _Totals(book)
    totals = overview(found.watch(book.entries()))
    whole = totals.whole.documents <= MAX_DOCUMENTS and found.standing.total() <= MAX_FINDINGS
    chosen = totals.offices if whole else _gravest_offices(totals.offices)
    share = MAX_FINDINGS if whole else max(MIN_OF_OFFICE, MAX_FINDINGS // max(len(chosen), 1))
    shown = _shown(book, {office_key(office.name) for office in chosen}, share, clean_too=whole)
    return Gathered(
        overview=totals,
        kinds=found.kinds,
        components=found.components,
        rules=found.rules,
        reasons=found.reasons,
        failed=found.failed,
        unknown=found.unknown,
        standing=found.standing,
        overruled=found.overruled,
        overruled_count=found.overruled_count,
        followed=found.followed,
        since=found.since,
        whole=whole,
        share=share,
        offices=[(office, shown.get(office_key(office.name), [])) for office in chosen],
        left_out=sum(bool(office.totals.standing) for office in totals.offices) - len(chosen) if not whole else 0,
    )


def standing(report: DocumentReport) -> list[Finding]:
    """The findings that no auditor overruled."""
    return [finding for finding in report.findings if finding.status != "overruled"]


def named(report: DocumentReport) -> str:
    """The file of a document and its part, as ``sop.txt (2)``."""
    return report.path if report.part is None else f"{report.path} ({report.part})"


class _Totals:
    """Counts what `reports.overview` does not."""

    def __init__(self, book: Book) -> None:
        self._grading = book.canon.grading
        self._parts = {rule.name: rule.component for rule in book.canon.rules}
        self.kinds: Counter[str] = Counter()
        self.components: dict[str, dict[str, ComponentTotals]] = {}
        self.rules: dict[str, RuleFindings] = {}
        self.reasons: dict[str, tuple[int, Counter[str]]] = {}
        self.failed: list[tuple[str, str]] = []
        self.unknown: list[str] = []
        self.standing: Counter[Severity] = Counter()
        self.overruled: list[Held] = []
        self.overruled_count = 0
        self.followed: list[Followed] = []
        self.since: Counter[str] = Counter()

    def watch(self, entries: Iterator[Entry]) -> Iterator[Entry]:
        """Count the documents that go by."""
        for entry in entries:
            self._add(entry.report)
            yield entry

    def _add(self, report: DocumentReport) -> None:
        if report.errors:
            if len(self.failed) < MAX_FAILED:
                self.failed.append((named(report), "; ".join(error.message for error in report.errors)))
            return
        self.kinds[report.kind] += 1
        if report.kind == "unknown":
            if len(self.unknown) < MAX_FAILED:
                self.unknown.append(named(report))
            return
        self._add_components(report, report.kind)
        self._add_findings(report)
        self._add_reasons(report)
        self._add_since(report)

    def _component(self, rule: str, kind: str, otherwise: str) -> str:
        name = self._parts.get(rule, otherwise)
        known = self._grading.components
        return (self._grading.component_in(name, kind) or name) if name in known else name  # type: ignore[arg-type]

    def _add_components(self, report: DocumentReport, kind: str) -> None:
        parts = self.components.setdefault(kind, {})

        def of(rule: str, otherwise: str = "") -> ComponentTotals:
            return parts.setdefault(self._component(rule, kind, otherwise), ComponentTotals())

        for rule in report.clean:
            of(rule).kept += 1
        for broken in {finding.rule: finding.component for finding in report.findings}.items():
            of(*broken).broken += 1
        for judged in report.not_evaluated:
            of(judged.rule).not_evaluated += 1
        for finding in standing(report):
            of(finding.rule, finding.component).findings[finding.severity] += 1

    def _add_findings(self, report: DocumentReport) -> None:
        seen: set[str] = set()
        for finding in report.findings:
            if finding.status == "overruled":
                self.overruled_count += 1
                if len(self.overruled) < MAX_OVERRULED:
                    self.overruled.append(Held(named(report), finding))
                continue
            self.standing[finding.severity] += 1
            component = self._component(finding.rule, report.kind, finding.component)
            known = self.rules.setdefault(finding.rule, RuleFindings(finding, component))
            known.findings += 1
            known.documents += finding.rule not in seen
            seen.add(finding.rule)
            if finding.severity.rank < known.example.severity.rank:
                known.example = finding

    def _add_reasons(self, report: DocumentReport) -> None:
        for reason in {judged.reason for judged in report.not_evaluated}:
            if reason in self.reasons or len(self.reasons) < MAX_REASONS:
                documents, rules = self.reasons.get(reason, (0, Counter()))
                rules.update(judged.rule for judged in report.not_evaluated if judged.reason == reason)
                self.reasons[reason] = documents + 1, rules

    def _add_since(self, report: DocumentReport) -> None:
        found, past = changes(report), report.since
        if found is None or past is None:
            return
        first, changed, unjudged = (total(some) for some in (found.first_judged, found.changed, found.unjudged))
        new = total(found.new) + first
        counts = {"fixed": total(found.fixed), "changed": changed, "new": new, "otherwise": not past.judged_alike}
        self.since.update({"documents": 1, **counts, "first_judged": first, "unjudged": unjudged})
        if len(self.followed) < MAX_FOLLOWED:
            left = sum(one.fingerprint not in past.new for one in standing(report))
            self.followed.append(Followed(named(report), found.fixed[:50], changed, new, unjudged, left))


def _gravest_offices(offices: list[Office]) -> list[Office]:
    """Those with the gravest findings, and the most of them, in the order of all."""

    def weight(office: Office) -> tuple[int, ...]:
        return tuple(-office.totals.standing[severity] for severity in Severity)

    found = sorted((office for office in offices if office.totals.standing), key=weight)[:MAX_OFFICES]
    kept = {id(office) for office in found}
    return [office for office in offices if id(office) in kept]


@dataclass(slots=True)
class _Candidate:
    key: tuple[int, int, int, int]
    """Severity, confidence, document, finding: the smallest are shown."""
    finding: Finding


class _Choice:
    """The gravest findings of one office, and the documents that they stand in."""

    def __init__(self, share: int) -> None:
        self._share = share
        self._candidates: list[_Candidate] = []
        self._documents: dict[int, Shown] = {}

    def add(self, place: int, report: DocumentReport, *, clean_too: bool) -> None:
        found = standing(report)
        shown = [one for one in grouped(found) if isinstance(one, Finding)]
        head = report.model_copy(update={"findings": ()})
        if clean_too or shown:
            self._documents[place] = Shown(head, others=len(found))
        self._candidates += [
            _Candidate((one.severity.rank, one.confidence.rank, place, at), one) for at, one in enumerate(shown)
        ]
        if not clean_too and len(self._candidates) > 4 * self._share:
            self._cut()

    def chosen(self) -> list[Shown]:
        self._cut()
        for one in self._candidates:
            document = self._documents[one.key[2]]
            document.findings.append(one.finding)
            document.others -= 1
        return [self._documents[place] for place in sorted(self._documents)]

    def _cut(self) -> None:
        """Let go of what will not be shown, and of documents without any of it."""
        self._candidates = sorted(self._candidates, key=lambda one: one.key)[: self._share]
        kept = {one.key[2] for one in self._candidates}
        self._documents = {
            place: shown for place, shown in self._documents.items() if place in kept or not shown.others
        }


def _shown(book: Book, keys: set[str], share: int, *, clean_too: bool) -> dict[str, list[Shown]]:
    choices: dict[str, _Choice] = {}
    for place, entry in enumerate(book.entries()):
        report = entry.report
        key = office_key(report.unit)
        if key in keys and not report.errors and report.kind != "unknown":
            choices.setdefault(key, _Choice(share)).add(place, report, clean_too=clean_too)
    return {key: choice.chosen() for key, choice in choices.items()}
