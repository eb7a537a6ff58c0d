"""
Lists over all documents of a shelf: how offices stand, and findings across offices.

Counted from the rows of the store; a report is opened only for a finding that is on the page, and for what was handed
in since the last night.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from sqlalchemy import select

from archive.history import in_batches, scores_of_offices, trend
from archive.layout import name_key
from archive.marking import Marks
from archive.shown import DocumentShelf, Kept
from archive.store.errors import explained
from archive.store.tables import finding
from engine.pack import Pack
from schemas.report import CLOSED, DocumentReport, Finding, FindingStatus, Severity

_CHUNK: Final = 400
_CENT: Final = Decimal("0.01")
MOST: Final = 200
"""Findings on a page."""


@dataclass(frozen=True, slots=True)
class OfficeStanding:
    """How one office stands."""

    office: str | None
    """None = of no known office."""
    documents: int = 0
    unread: int = 0
    handed_in: int = 0
    """Documents that were handed in since the last night."""
    score: Decimal | None = None
    """Mean of its documents."""
    grade: str | None = None
    """The letter of that mean; critical findings do not hold it down, as they do the letter of a document."""
    trend: tuple[Decimal | None, ...] = ()
    """Mean score in the last nights, the oldest first."""
    open: Mapping[Severity, int] = field(default_factory=dict)
    """Findings that are neither overruled nor waived."""
    closed: int = 0
    """The others."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings; what is left out is not asked."""

    rule: str | None = None
    """Its name."""
    severity: Severity | None = None
    office: str | None = None
    """Empty: of no known office."""
    statuses: frozenset[FindingStatus] = frozenset()
    text: str = ""
    """Words that all stand in path, title, office, rule or fingerprint, or in what was answered; capitals are alike."""


@dataclass(frozen=True, slots=True)
class FindingAcross:
    """A finding of some document."""

    document: Kept
    rule: str
    fingerprint: str
    severity: Severity
    status: FindingStatus
    place: int
    """0-based, in its report."""


@dataclass(frozen=True, slots=True)
class FindingPage:
    """Some of the findings that are wanted."""

    total: int
    found: tuple[tuple[FindingAcross, Finding | None], ...]
    """With the finding itself, as it is to be shown; None where its report is damaged."""
    severities: Mapping[Severity, int]
    """Of all that are wanted."""


def offices(shelf: DocumentShelf, names: Iterable[str] = (), *, nights: int = 30) -> list[OfficeStanding]:
    """
    Return how offices stand, by name; documents of no known office last.

    Args:
        shelf: The documents.
        names: Offices that there are, also such as have no documents.
        nights: How many of the last nights are told.
    """
    found: dict[str, list[Kept]] = {name: [] for name in names}
    for one in shelf.kept:
        found.setdefault(one.office or "", []).append(one)
    counts = _counts(shelf)
    scores = _scores(shelf, sorted(found), nights)
    every = (_office(name, some, counts, scores.get(name, ()), shelf.pack) for name, some in found.items())
    return sorted(every, key=lambda one: (one.office is None, name_key(one.office or "")))


def _counts(shelf: DocumentShelf) -> Counter[tuple[str, Severity | None]]:
    """Office and severity -> open findings; without severity, those that are closed."""
    counts: Counter[tuple[str, Severity | None]] = Counter()
    for one in _every(shelf, shelf.kept, Wanted()):
        counts[one.document.office or "", None if one.status in CLOSED else one.severity] += 1
    return counts


def _scores(shelf: DocumentShelf, names: Sequence[str], nights: int) -> dict[str, tuple[Decimal | None, ...]]:
    if shelf.night is None:
        return {}
    with explained(shelf.store.shown), shelf.store.engine.connect() as connection:
        runs = [one.run for one in trend(connection, last=nights, until=shelf.night.id)]
        scores = scores_of_offices(connection, runs, names)
    return {name: tuple(known.get(run) for run in runs) for name, known in scores.items()}


def _office(
    name: str,
    documents: Sequence[Kept],
    counts: Counter[tuple[str, Severity | None]],
    scores: tuple[Decimal | None, ...],
    pack: Pack,
) -> OfficeStanding:
    own = [one for one in documents if not one.together]
    points = [one.score for one in documents if one.score is not None]
    mean = (sum(points, Decimal(0)) / len(points)).quantize(_CENT, ROUND_HALF_UP) if points else None
    return OfficeStanding(
        office=name or None,
        documents=len(own),
        unread=sum(one.error is not None for one in own),
        handed_in=sum(one.hand_in is not None for one in own),
        score=mean,
        grade=letter_of(mean, pack) if mean is not None else None,
        trend=scores,
        open={severity: counts[name, severity] for severity in Severity},
        closed=counts[name, None],
    )


def letter_of(points: Decimal, pack: Pack) -> str:
    """Return the letter of a mean score, by the bands of the grading."""
    return next(band.letter for band in pack.grading.bands if band.above is None or points > band.above)


def findings(shelf: DocumentShelf, wanted: Wanted, *, limit: int = 50, offset: int = 0) -> FindingPage:
    """
    Return some findings across offices: the gravest first, then by office, path and place.

    Args:
        shelf: The documents.
        wanted: Which.
        limit: How many, at most `MOST`.
        offset: From which on, 0-based.
    """
    limit, offset = min(max(limit, 0), MOST), max(offset, 0)
    kept = [one for one in shelf.kept if wanted.office is None or (one.office or "") == wanted.office]
    every = sorted(_asked(shelf, kept, wanted), key=_order)
    some = every[offset : offset + limit]
    reports = _reports(shelf, some)
    found = tuple((one, _finding(reports.get((one.document.path, one.document.part)), one)) for one in some)
    counted = Counter(one.severity for one in every)
    return FindingPage(len(every), found, {severity: counted[severity] for severity in Severity})


def _order(one: FindingAcross) -> tuple[object, ...]:
    kept = one.document
    return one.severity.rank, kept.office is None, kept.office or "", kept.path, kept.part or 0, one.place


def _asked(shelf: DocumentShelf, kept: Sequence[Kept], wanted: Wanted) -> Iterator[FindingAcross]:
    words, rules = wanted.text.casefold().split(), _told_rules(shelf.pack)
    for one in _every(shelf, kept, wanted):
        if wanted.statuses and one.status not in wanted.statuses:
            continue
        if words:
            told = _told(one, shelf.marks, rules).casefold()
            if not all(word in told for word in words):
                continue
        yield one


def _told_rules(pack: Pack) -> dict[str, str]:
    return {rule.name: f"{rule.name} {rule.code} {rule.title.id} {rule.title.en}" for rule in pack.rules}


def _told(one: FindingAcross, marks: Marks, rules: Mapping[str, str]) -> str:
    kept = one.document
    said = marks.answers.of(kept.path, kept.part, one.fingerprint)
    words = (kept.path, kept.title, kept.office, rules.get(one.rule, one.rule), one.fingerprint, said and said.text)
    return " ".join(word for word in words if word)


def _every(shelf: DocumentShelf, kept: Sequence[Kept], wanted: Wanted) -> Iterator[FindingAcross]:
    """Yield the findings of documents, of a rule and severity where they are wanted."""
    standing: dict[str, list[Kept]] = {}
    for one in kept:
        if one.verdict is not None:
            standing.setdefault(one.verdict, []).append(one)
        for place, found in enumerate(one.report.findings if one.report is not None else ()):
            if wanted.rule in (None, found.rule) and wanted.severity in (None, found.severity):
                yield _across(shelf.marks, one, (found.rule, found.fingerprint, found.severity, place))
    for digest, row in _rows(shelf, sorted(standing), wanted):
        for one in standing[digest]:
            yield _across(shelf.marks, one, row)


_Row = tuple[str, str, Severity, int]
"""Rule, fingerprint, severity and place of a finding."""


def _rows(shelf: DocumentShelf, digests: Sequence[str], wanted: Wanted) -> Iterator[tuple[str, _Row]]:
    severities = {one.value: one for one in Severity}
    columns = finding.c.verdict, finding.c.rule, finding.c.fingerprint, finding.c.severity, finding.c.place
    query = select(*columns)
    query = query if wanted.rule is None else query.where(finding.c.rule == wanted.rule)
    query = query if wanted.severity is None else query.where(finding.c.severity == wanted.severity.value)
    with explained(shelf.store.shown), shelf.store.engine.connect() as connection:
        for chunk in in_batches(digests, _CHUNK):
            for digest, rule, fingerprint, severity, place in connection.execute(
                query.where(finding.c.verdict.in_(chunk))
            ):
                yield digest, (rule, fingerprint, severities[severity], place)


def _across(marks: Marks, one: Kept, row: _Row) -> FindingAcross:
    rule, fingerprint, severity, place = row
    return FindingAcross(one, rule, fingerprint, severity, marks.status(one, rule, fingerprint), place)


def _reports(shelf: DocumentShelf, some: Iterable[FindingAcross]) -> dict[tuple[str, int | None], DocumentReport]:
    documents = {(one.document.path, one.document.part): one.document for one in some}
    return {(kept.path, kept.part): report for kept, report in shelf.reports(documents.values())}


def _finding(report: DocumentReport | None, one: FindingAcross) -> Finding | None:
    found = report.findings[one.place : one.place + 1] if report is not None else ()
    return next((each for each in found if each.fingerprint == one.fingerprint), None)
