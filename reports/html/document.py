"""One document as the page shows it: what is said in full, folded, or only counted, and where links lead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from reports.clerk import ClerkView, clerk_view
from reports.grouped import Group, grouped
from reports.html.excerpt import Excerpt, Room, excerpt
from reports.labels import Language
from reports.levers import open_levers
from schemas.entry import Entry
from schemas.evidence import Evidence
from schemas.report import DocumentReport, Finding, Lever, Severity

FULL: Final = 400
"""Findings of one document that are shown with all five parts; the others in one line each."""
BRIEF: Final = 100
"""Findings of one kind that are shown in one line each; beyond that they are counted."""
PLACES: Final = 6
"""Places of a finding that are shown at once; the others are folded."""
MORE_PLACES: Final = 60
ITEMS: Final = 100
"""Notices of a document, and other long lists."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One finding in full."""

    number: int
    """As the page counts them, the gravest first."""
    index: int
    """0-based, among the findings of the report."""
    finding: Finding
    new: bool
    """An earlier report did not have it."""


@dataclass(frozen=True, slots=True)
class Alike:
    """More findings like those before, in one line each."""

    number: int
    """Of the group, for its anchor."""
    first: Finding
    count: int
    brief: tuple[Shown, ...]

    @property
    def left(self) -> int:
        """Those that are only counted."""
        return self.count - len(self.brief)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why some rules were not evaluated."""

    reason: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of the reading of a document, and of which places."""

    message: str
    places: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Speech:
    """In what words a document is told."""

    lang: Language
    titles: Mapping[str, str]
    """Rule name -> title."""


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One document."""

    number: int
    """1-based, in the order of the report; its ids begin with ``d`` and this."""
    office: int
    report: DocumentReport
    counts: dict[Severity, int]
    items: tuple[Shown | Alike, ...]
    targets: dict[int, str]
    """Index of a finding -> the id that links to it lead to."""
    numbers: dict[int, int]
    """Index of a finding -> its number."""
    excerpt: Excerpt | None
    clerk: ClerkView
    """The same document as whoever mends it needs it."""
    not_evaluated: tuple[Reason, ...]
    notices: tuple[Said, ...]
    notices_left: int

    @property
    def levers(self) -> list[Lever]:
        """What to mend first."""
        return open_levers(self.report)

    @property
    def id(self) -> str:
        """Of its part of the page."""
        return f"d{self.number}"

    @property
    def marked(self) -> frozenset[int]:
        """The findings whose place is among the words shown."""
        return self.excerpt.marked if self.excerpt else frozenset()

    @property
    def codes(self) -> list[str]:
        """Of the rules that it breaks."""
        return sorted({finding.code for finding in self.report.findings})

    def first_of(self, rule: str) -> str | None:
        """The id of the first finding of a rule that is shown."""
        for item in self.items:
            if isinstance(item, Shown) and item.finding.rule == rule:
                return self.targets[item.index]
        return None


def document_view(entry: Entry, place: tuple[int, int], room: Room, speech: Speech) -> DocumentView:
    """
    Lay out one document.

    Args:
        entry: The document.
        place: Its number in the report, and the place of its office in the list of offices.
        room: How many of its words there is room for.
        speech: The language of the report.
    """
    number, office = place
    report = entry.report
    items = tuple(_items(report))
    targets = dict(_targets(number, items))
    severities = {at: report.findings[at].severity for at in targets}
    notices = _notices(report)
    return DocumentView(
        number=number,
        office=office,
        report=report,
        counts=dict(sorted(Counter(finding.severity for finding in report.findings).items(), key=_by_rank)),
        items=items,
        targets=targets,
        numbers={one.index: one.number for item in items for one in _each(item)},
        excerpt=excerpt(entry.words, severities, room) if entry.words else None,
        clerk=clerk_view(report, speech.lang, speech.titles),
        not_evaluated=_not_evaluated(report),
        notices=notices[:ITEMS],
        notices_left=max(len(notices) - ITEMS, 0),
    )


def _items(report: DocumentReport) -> Iterator[Shown | Alike]:
    """
    The findings, the gravest first, many alike in one group.

    What was answered is never in a group: it stands with its answer as long as there is room at all.
    """
    index = {id(finding): at for at, finding in enumerate(report.findings)}
    new = set(report.since.new) if report.since else set[str]()
    number = groups = 0

    def shown(finding: Finding) -> Shown:
        nonlocal number
        number += 1
        at = index[id(finding)]
        return Shown(number, at, finding, finding.fingerprint in new)

    for item in _in_order(report):
        if isinstance(item, Finding):
            yield shown(item)
            continue
        groups += 1
        brief = tuple(map(shown, item.counted[:BRIEF]))
        number += len(item.counted) - len(brief)
        yield Alike(groups, item.counted[0], len(item.counted), brief)


def _in_order(report: DocumentReport) -> Iterator[Finding | Group]:
    answered = [finding for finding in report.findings if finding.status != "open"]
    ordered = grouped(finding for finding in report.findings if finding.status == "open")
    lines = sorted([*answered, *ordered], key=_gravity)
    full = 0
    for at, line in enumerate(lines):
        full += isinstance(line, Finding)
        if full > FULL:
            yield from _counted(lines[at:])
            return
        yield line


def _by_rank(one: tuple[Severity, int]) -> int:
    return one[0].rank


def _gravity(line: Finding | Group) -> tuple[int, int]:
    first = line.counted[0] if isinstance(line, Group) else line
    return first.severity.rank, first.confidence.rank


def _counted(lines: list[Finding | Group]) -> Iterator[Group]:
    """What there is no room for in full: one group a rule, severity, confidence and status."""
    groups: dict[tuple[str, str, str, str], Group] = {}
    for line in lines:
        for finding in line.counted if isinstance(line, Group) else [line]:
            key = finding.rule, finding.severity, finding.confidence, finding.status
            groups.setdefault(key, Group()).counted.append(finding)
    yield from groups.values()


def _each(item: Shown | Alike) -> tuple[Shown, ...]:
    return item.brief if isinstance(item, Alike) else (item,)


def _targets(number: int, items: Iterable[Shown | Alike]) -> Iterator[tuple[int, str]]:
    for item in items:
        for one in _each(item):
            yield one.index, f"d{number}-f{one.index + 1}"


def _not_evaluated(report: DocumentReport) -> tuple[Reason, ...]:
    rules: dict[str, list[str]] = {}
    for judged in report.not_evaluated:
        rules.setdefault(judged.reason, []).append(judged.rule)
    return tuple(Reason(reason, tuple(names)) for reason, names in rules.items())


def _notices(report: DocumentReport) -> tuple[Said, ...]:
    """What was said of several places stands once."""
    said: dict[tuple[str, str], dict[Evidence, None]] = {}
    for notice in report.notices:
        said.setdefault((notice.code, notice.message), {}).update(dict.fromkeys(notice.evidence))
    return tuple(Said(message, tuple(islice(places, PLACES))) for (_, message), places in said.items())
