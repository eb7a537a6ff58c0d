"""
All documents and findings of the archive at hand, so that pages over hundreds of thousands of findings open at once.

What a verdict found never changes, so it is read once, as a few numbers a finding; how documents stand is read anew
after a night or a hand-in, and what was decided after each act. No report is opened but those of findings that a page
shows. What is shown is that of `archive.shown`.
"""

from __future__ import annotations

import datetime as dt
import threading
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Final

from sqlalchemy import select

from archive.history import Run, in_batches, scores_of_offices, trend
from archive.layout import name_key
from archive.marking import Marks
from archive.shown import DocumentShelf, Kept, stamp
from archive.shown_lists import OfficeStanding, letter_of
from archive.store.errors import explained
from archive.store.store import Store
from archive.store.tables import finding
from archive.waivers import WaiverUse
from engine.pack import Pack
from reports.labels import Language
from schemas.report import CLOSED, DocumentReport, Finding, FindingStatus, Severity

NIGHTS: Final = 14
"""Of the small drawings of the list of offices."""
SEVERITIES: Final = tuple(Severity)
_RANKS: Final = {one.value: rank for rank, one in enumerate(SEVERITIES)}
_CHUNK: Final = 400
_PLACES: Final = 1 << 24
"""More findings than a document has; a finding is the number of its document times this, and its place."""
_CENT: Final = Decimal("0.01")
_OPEN: Final[FindingStatus] = "open"


@dataclass(frozen=True, slots=True)
class Rows:
    """The findings of one verdict by place, as a few numbers each."""

    ranks: bytes
    """Of their severities."""
    rules: array[int]
    """Numbers of `Catalogue.rules`."""
    prints: array[int]
    """Fingerprints as numbers."""

    def __len__(self) -> int:
        """How many."""
        return len(self.ranks)


@dataclass(frozen=True, slots=True)
class Across:
    """A finding of some document."""

    document: Kept
    place: int
    """0-based, in its report."""
    rule: str
    fingerprint: str
    severity: Severity
    status: FindingStatus


@dataclass(frozen=True, slots=True)
class Asked:
    """Which findings; what is left out is not asked."""

    rule: str | None = None
    """Its name."""
    severity: Severity | None = None
    office: str | None = None
    """Empty: of no known office."""
    status: FindingStatus | None = None
    text: str = ""
    """Words that all stand in path, title, office, rule or fingerprint, or in what was answered; capitals are alike."""


class _Verdicts:
    """What verdicts found; kept as long as a document stands so."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rows: dict[str, Rows] = {}
        self.rules: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, rule: str) -> int:
        """The number of a rule."""
        known = self._numbers.get(rule)
        if known is None:
            known = self._numbers[rule] = len(self.rules)
            self.rules.append(rule)
        return known

    def of(self, digests: set[str]) -> dict[str, Rows]:
        """Read those that are not known, and let go of the others."""
        missing = sorted(digests - self._rows.keys())
        known = {digest: rows for digest, rows in self._rows.items() if digest in digests}
        known.update(self._read(missing))
        self._rows = known
        return known

    def _read(self, digests: Sequence[str]) -> Iterator[tuple[str, Rows]]:
        columns = finding.c.verdict, finding.c.rule, finding.c.fingerprint, finding.c.severity
        query = select(*columns).order_by(finding.c.verdict, finding.c.place)
        with explained(self._store.shown), self._store.engine.connect() as connection:
            for chunk in in_batches(digests, _CHUNK):
                found: dict[str, list[tuple[int, int, int]]] = {digest: [] for digest in chunk}
                for digest, rule, mark, severity in connection.execute(query.where(finding.c.verdict.in_(chunk))):
                    found[digest].append((_RANKS[severity], self.number(rule), int(mark, 16)))
                yield from ((digest, _rows(some)) for digest, some in found.items())

    def of_report(self, report: DocumentReport) -> Rows:
        """The same of a report that was handed in."""
        return _rows((_RANKS[one.severity], self.number(one.rule), int(one.fingerprint, 16)) for one in report.findings)


def _rows(some: Iterable[tuple[int, int, int]]) -> Rows:
    found = list(some)
    return Rows(
        bytes(rank for rank, _, _ in found),
        array("H", (rule for _, rule, _ in found)),
        array("Q", (mark for _, _, mark in found)),
    )


_NOTHING: Final = Rows(b"", array("H"), array("Q"))


@dataclass(frozen=True)
class Documents:
    """How documents stand: the same until a night ends or something is handed in."""

    kept: tuple[Kept, ...]
    """By office, those of no known office last, then by path and part."""
    rows: tuple[Rows, ...]
    rules: Sequence[str]
    night: Run | None

    @cached_property
    def of_office(self) -> dict[str, range]:
        """Office -> its documents; the empty name stands for those of no known office."""
        first: dict[str, int] = {}
        for at, one in enumerate(self.kept):
            first.setdefault(one.office or "", at)
        ends = [*first.values(), len(self.kept)][1:]
        return {office: range(begin, end) for (office, begin), end in zip(first.items(), ends, strict=True)}

    @cached_property
    def numbers(self) -> dict[tuple[str, int], int]:
        """Path and part (0 = the only one) -> the number of the document."""
        return {(one.path, one.part or 0): at for at, one in enumerate(self.kept)}

    @cached_property
    def told(self) -> tuple[str, ...]:
        """Words by which each is looked for."""
        return tuple(" ".join(filter(None, (one.path, one.title, one.office))).casefold() for one in self.kept)


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided of findings."""

    statuses: Mapping[int, FindingStatus]
    use: WaiverUse
    """What waivers let pass."""


def decided(documents: Documents, marks: Marks) -> Decided:
    """Go over the findings of which something may have been decided."""
    found, use = dict[int, FindingStatus](), WaiverUse()
    for number, places in _touched(documents, marks):
        one, rows = documents.kept[number], documents.rows[number]
        for place in places:
            rule, mark = documents.rules[rows.rules[place]], f"{rows.prints[place]:016x}"
            status = marks.status(one, rule, mark)
            if status != _OPEN:
                found[number * _PLACES + place] = status
            if status != "overruled":
                marks.waivers.of(rule, mark, one.path, one.office, marks.as_of, use)
    return Decided(found, use)


def _touched(documents: Documents, marks: Marks) -> Iterator[tuple[int, Iterable[int]]]:
    """Documents with the findings of which something may have been decided."""
    waived = frozenset(marks.waivers.rules)
    numbers = {at for at, name in enumerate(documents.rules) if name in waived}
    for at, (one, rows) in enumerate(zip(documents.kept, documents.rows, strict=True)):
        if marks.answers.of_document(one.path, one.part):
            yield at, range(len(rows))
        elif not numbers.isdisjoint(rows.rules):
            yield at, [place for place, rule in enumerate(rows.rules) if rule in numbers]


@dataclass(frozen=True)
class Catalogue:
    """Everything at one moment."""

    shelf: DocumentShelf
    """For the reports of what is shown."""
    documents: Documents
    marks: Marks
    scores: Mapping[str, tuple[Decimal | None, ...]]
    """Office -> its mean score in the last nights, the oldest first."""
    decided: Decided

    @property
    def statuses(self) -> Mapping[int, FindingStatus]:
        """Findings that are not open: few, beside those that are."""
        return self.decided.statuses

    @cached_property
    def counts(self) -> tuple[tuple[int, ...], ...]:
        """Open findings of each document, in the order of `SEVERITIES`."""
        closed: dict[int, list[int]] = {}
        for key, status in self.statuses.items():
            if status in CLOSED:
                number, place = divmod(key, _PLACES)
                closed.setdefault(number, [0] * len(SEVERITIES))[self.documents.rows[number].ranks[place]] += 1
        none = [0] * len(SEVERITIES)
        return tuple(
            tuple(rows.ranks.count(rank) - closed.get(at, none)[rank] for rank in range(len(SEVERITIES)))
            for at, rows in enumerate(self.documents.rows)
        )

    # Offices

    def offices(self, names: Iterable[str], pack: Pack) -> list[OfficeStanding]:
        """How each office stands, by name; also such as have no documents; documents of no known office last."""
        known = {name: range(0) for name in names} | self.documents.of_office
        every = (self._office(name, some, pack) for name, some in known.items())
        return sorted(every, key=lambda one: (one.office is None, name_key(one.office or "")))

    def _office(self, name: str, numbers: range, pack: Pack) -> OfficeStanding:
        some = [self.documents.kept[at] for at in numbers]
        own = [one for one in some if not one.together]
        points = [one.score for one in own if one.score is not None]
        mean = (sum(points, Decimal(0)) / len(points)).quantize(_CENT, ROUND_HALF_UP) if points else None
        counts = [self.counts[at] for at in numbers]
        total = sum(len(self.documents.rows[at]) for at in numbers)
        still = {severity: sum(count[rank] for count in counts) for rank, severity in enumerate(SEVERITIES)}
        return OfficeStanding(
            office=name or None,
            documents=len(own),
            unread=sum(one.error is not None for one in own),
            handed_in=sum(one.hand_in is not None for one in own),
            score=mean,
            grade=letter_of(mean, pack) if mean is not None else None,
            trend=self.scores.get(name, ()),
            open=still,
            closed=total - sum(still.values()),
        )

    # Findings

    def find(self, asked: Asked) -> list[int]:
        """
        Return the findings that are asked for: the gravest first, then by office, path and place.

        Returns:
            Their keys, for `across`.
        """
        buckets: list[list[int]] = [[] for _ in SEVERITIES]
        wanted = None if asked.severity is None else _RANKS[asked.severity.value]
        rule = None if asked.rule is None else self._rule(asked.rule)
        passes = self._passes(asked)
        for number in self._numbers(asked.office):
            rows, first = self.documents.rows[number], number * _PLACES
            if rule is not None and rule not in rows.rules:
                continue
            kept = passes(number)
            for place, rank in enumerate(rows.ranks):
                if (wanted is not None and rank != wanted) or (rule is not None and rows.rules[place] != rule):
                    continue
                if kept is None or kept(place):
                    buckets[rank].append(first + place)
        return [key for bucket in buckets for key in bucket]

    def _rule(self, name: str) -> int:
        return self.documents.rules.index(name) if name in self.documents.rules else -1

    def _numbers(self, office: str | None) -> Iterable[int]:
        return range(len(self.documents.kept)) if office is None else self.documents.of_office.get(office, ())

    def _passes(self, asked: Asked) -> Callable[[int], Callable[[int], bool] | None]:
        """Document -> which of its findings are wanted by status and text; None: all."""
        words, told = asked.text.casefold().split(), self._told_rules()
        by_rule = [[word in one for one in told] for word in words]

        def of_document(number: int) -> Callable[[int], bool] | None:
            rows, first = self.documents.rows[number], number * _PLACES
            about = self.documents.told[number] if words else ""
            left = [at for at, word in enumerate(words) if word not in about]
            if asked.status is None and not left:
                return None
            said = self.marks.answers.of_document(self.documents.kept[number].path, self.documents.kept[number].part)

            def one(place: int) -> bool:
                if asked.status is not None and self.statuses.get(first + place, _OPEN) != asked.status:
                    return False
                for at in left:
                    if by_rule[at][rows.rules[place]]:
                        continue
                    mark = f"{rows.prints[place]:016x}"
                    if words[at] not in mark and (mark not in said or words[at] not in said[mark].text.casefold()):
                        return False
                return True

            return one

        return of_document

    def _told_rules(self) -> list[str]:
        known = {
            rule.name: f"{rule.name} {rule.code} {rule.title.id} {rule.title.en}" for rule in self.shelf.pack.rules
        }
        return [known.get(name, name).casefold() for name in self.documents.rules]

    def across(self, keys: Iterable[int]) -> list[Across]:
        """What the keys of `find` stand for."""
        return [self._across(*divmod(key, _PLACES)) for key in keys]

    def _across(self, number: int, place: int) -> Across:
        rows = self.documents.rows[number]
        return Across(
            self.documents.kept[number],
            place,
            self.documents.rules[rows.rules[place]],
            f"{rows.prints[place]:016x}",
            SEVERITIES[rows.ranks[place]],
            self.statuses.get(number * _PLACES + place, _OPEN),
        )

    def severities(self, keys: Iterable[int]) -> dict[Severity, int]:
        """How many of each severity."""
        rows = self.documents.rows
        counted = Counter(rows[key // _PLACES].ranks[key % _PLACES] for key in keys)
        return {severity: counted[rank] for rank, severity in enumerate(SEVERITIES)}

    def in_full(self, some: Iterable[Across]) -> list[tuple[Across, Finding | None]]:
        """The findings themselves, as they are to be shown; None where a report is damaged. Ask for few."""
        wanted = list(some)
        documents = {(one.document.path, one.document.part): one.document for one in wanted}
        reports = {(kept.path, kept.part): report for kept, report in self.shelf.reports(documents.values())}
        return [(one, _of(reports.get((one.document.path, one.document.part)), one)) for one in wanted]


def _of(report: DocumentReport | None, one: Across) -> Finding | None:
    found = report.findings[one.place : one.place + 1] if report is not None else ()
    return next((each for each in found if each.fingerprint == one.fingerprint), None)


class Catalogues:
    """The catalogue of a store, made again only as far as something is another."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._verdicts = _Verdicts(store)
        self._lock = threading.Lock()
        self._documents: tuple[tuple[int, ...], Documents] | None = None
        self._made: dict[Language, tuple[tuple[object, ...], Catalogue]] = {}

    def now(self, pack: Pack, today: dt.date, lang: Language) -> Catalogue:
        """
        Return it as it is now.

        Args:
            pack: The rules that there are.
            today: By which waivers are judged.
            lang: In which waivers are told.
        """
        with self._lock:
            mark = stamp(self._store)
            key = (*mark, today)
            known = self._made.get(lang)
            if known is None or known[0] != key:
                shelf = DocumentShelf(self._store, pack, today, lang)
                documents = self._standing(shelf, mark[:2])
                known = (
                    key,
                    Catalogue(
                        shelf, documents, shelf.marks, _scores(shelf, documents), decided(documents, shelf.marks)
                    ),
                )
                self._made[lang] = known
            return known[1]

    def _standing(self, shelf: DocumentShelf, mark: tuple[int, ...]) -> Documents:
        if self._documents is None or self._documents[0] != mark:
            kept = sorted(shelf.kept, key=lambda one: (one.office is None, one.office or "", one.path, one.part or 0))
            rows = self._verdicts.of({one.verdict for one in kept if one.verdict is not None})
            every = tuple(
                self._verdicts.of_report(one.report)
                if one.report is not None
                else rows.get(one.verdict or "", _NOTHING)
                for one in kept
            )
            self._documents = mark, Documents(tuple(kept), every, self._verdicts.rules, shelf.night)
        return self._documents[1]


def _scores(shelf: DocumentShelf, documents: Documents) -> dict[str, tuple[Decimal | None, ...]]:
    if documents.night is None:
        return {}
    with explained(shelf.store.shown), shelf.store.engine.connect() as connection:
        runs = [one.run for one in trend(connection, last=NIGHTS, until=documents.night.id)]
        scores = scores_of_offices(connection, runs, sorted(documents.of_office))
    return {name: tuple(known.get(run) for run in runs) for name, known in scores.items()}
