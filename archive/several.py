"""The rules over several documents, on what the store gathered of all that stands tonight."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from archive.dues import Handed, dues, next_change, required
from archive.gathering import Told, unpacked_told
from archive.history import TOGETHER, in_batches
from archive.joining import DueTold, Group, Member, RequiredTold, groups
from archive.judging import judged_report
from archive.judging_archive import failed_office, judge_archive
from archive.layout import Layout
from archive.store.rows import Standing
from archive.store.store import Store
from auditing.workers import Failure, Limits, Pool, Reply
from engine.audit import Auditor
from schemas.archive import Sort
from schemas.report import DocumentError, DocumentReport

_CHUNK = 500
"""Documents whose gathered words are held together."""


@dataclass(frozen=True, slots=True)
class LastNight:
    """What must be the same for the verdicts of offices to be the same, where no document changed."""

    as_of: dt.date
    extractor: str
    facts: str
    rules: str
    layout: Mapping[str, object]
    complete: bool = True
    """Whether all was judged; else it is tried again."""

    def holds(self, other: LastNight, layout: Layout) -> bool:
        """Whether nothing but the day is different, and no day of handing in lies between."""
        mine = self.extractor, self.facts, self.rules, self.layout
        if (
            not self.complete
            or mine != (other.extractor, other.facts, other.rules, other.layout)
            or other.as_of < self.as_of
        ):
            return False
        change = next_change(layout, self.as_of)
        return change is None or other.as_of < change


@dataclass(frozen=True, slots=True)
class TogetherWork:
    """Judges an office as a whole in a process of its own: the engine is native code."""

    auditor: Auditor

    def __call__(self, task: tuple[Group, ...]) -> Reply[list[DocumentReport]]:
        """Judge the groups of one office."""
        return Reply(judge_archive(task, self.auditor), last=self.auditor.poisoned)


def office_failed(task: tuple[Group, ...], failure: Failure) -> list[DocumentReport]:
    """Say that the documents of an office could not be held side by side."""
    why = f"{failure.cause} {failure.detail}".strip()
    message = f"Dokumen kantor ini tidak dapat dibandingkan satu sama lain ({why}). Malam berikutnya dicoba lagi."
    return [failed_office(task[0].office, DocumentError(code="together", message=message))]


@dataclass(slots=True)
class Several:
    """Holds the documents of an archive side by side."""

    store: Store
    layout: Layout
    as_of: dt.date
    auditor: Callable[[], Auditor | None]
    """Of the rules over several documents; made only where it is needed."""
    limits: Limits = field(default_factory=Limits)
    """What one office may cost."""
    _handed: list[Handed] = field(default_factory=list)
    _titles: dict[str, str] = field(default_factory=dict)
    """Path -> title of an SOP."""

    def verdicts(self, standings: Sequence[Standing]) -> dict[str, str]:
        """
        Judge, and keep what comes of it.

        Args:
            standings: All documents that are there.

        Returns:
            Office -> digest of its verdict.
        """
        auditor = self.auditor()
        if auditor is None:
            return {}
        unread = Counter(one.office or "" for one in standings if one.verdict is None)
        read = [one for one in standings if one.verdict is not None and one.content is not None]

        def members() -> Iterator[Member]:
            return self._members(read)

        found = groups(members, as_of=self.as_of, dues=self._dues(), required=self._required(), unread=unread)
        verdicts: dict[str, str] = {}
        offices = (tuple(some) for _, some in itertools.groupby(found, key=lambda group: group.office))
        pool = Pool(TogetherWork(auditor), office_failed, jobs=1, limits=self.limits)
        for reports in pool.results(offices):
            judged = [judged_report(report, self.as_of, self.as_of) for report in reports]
            self.store.keep_verdicts(judged)
            verdicts |= {report.path: one.digest for report, one in zip(reports, judged, strict=True)}
        return verdicts

    def _members(self, standings: Sequence[Standing]) -> Iterator[Member]:
        first = not self._handed
        for chunk in in_batches(standings, _CHUNK):
            wanted = {one.content for one in chunk if one.content}
            told = {(content, part): data for content, part, data in self.store.told(wanted)}
            for one in chunk:
                data = told.get((one.content or "", max(one.part, 1)))
                if data is not None and first:
                    yield _member(one, self._noted(one, data))
                elif data is not None:
                    yield _member(one, data)

    def _noted(self, one: Standing, data: bytes) -> Told:
        """Take note of what its office has handed in with it."""
        told = unpacked_told(data, texts=False)
        if one.sort == "sop" and told.title:
            self._titles[one.path] = told.title
        if one.office is not None:
            sort = cast("Sort | None", one.sort)
            self._handed.append(Handed(one.office, one.path, sort, one.year, told.quarter, told.title))
        return told

    def _dues(self) -> Iterator[DueTold]:
        """Asked for when all documents have gone by."""
        yield from dues(self.layout, self._handed, self.as_of)

    def _required(self) -> Iterator[RequiredTold]:
        for one in required(self.layout, self._handed):
            nearly = self._titles.get(one.nearly) if one.nearly else None
            yield RequiredTold(one.office, one.title, one.found, nearly)


def as_before(standings: Iterable[Standing]) -> dict[str, str]:
    """Office -> digest of its verdict, as the last night left it."""
    return {one.path: one.verdict for one in standings if one.sort == TOGETHER and not one.gone and one.verdict}


def _member(one: Standing, source: Told | bytes) -> Member:
    return Member(one.path, one.part or None, one.office, one.year, one.sort, source)
