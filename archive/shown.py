"""
Documents as the page shows them: as the last night found them, or as they were handed in since, with what was decided.

A shelf is a look at the store at one moment: make one for each page. It reads the rows that it is asked for, and opens
few reports: those of documents that are shown, and of what was handed in since the last night.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, Final

from sqlalchemy import Row, func, select

from archive.answering import Answers
from archive.granting import Grants
from archive.history import (
    TOGETHER,
    Grading,
    NoSuchRunError,
    Run,
    Standing,
    gradings,
    in_batches,
    run_of,
    special,
    standings,
)
from archive.marking import Marks
from archive.models import StoredModelError, unpacked_report, unpacked_whole
from archive.reporting import damaged
from archive.store.errors import explained
from archive.store.store import Store
from archive.store.tables import answer, hand_in, run, standing, waiver, waiver_end
from archive.waivers import stored_waivers
from auditing.document import failed_document
from engine.pack import Pack
from reports.labels import Language
from schemas.report import DocumentError, DocumentReport

_CHUNK: Final = 400
"""Keys asked for in one statement."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A document as it stands, with answers and waivers."""

    report: DocumentReport
    office: str | None
    as_of: dt.date
    """The day of audit."""
    run: int | None = None
    """The night that judged it; None where it was handed in since."""
    hand_in: int | None = None
    """The number of the hand-in."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How a document stands, as far as it is known without opening a report."""

    path: str
    part: int | None
    office: str | None
    sort: str | None
    title: str | None
    score: Decimal | None
    grade: str | None
    as_of: dt.date
    """The day of audit."""
    verdict: str | None = None
    """Of a night: where its findings are."""
    error: str | None = None
    """Why it cannot be read."""
    report: DocumentReport | None = None
    """Of one that was handed in since."""
    hand_in: int | None = None

    @property
    def together(self) -> bool:
        """Whether it is no document, but those of an office together."""
        return self.sort == TOGETHER


class DocumentShelf:
    """The documents of an archive at one moment."""

    def __init__(self, store: Store, pack: Pack, today: dt.date, lang: Language = "id") -> None:
        """
        Look at a store.

        Args:
            store: It is open; no lock is needed.
            pack: The rules that there are.
            today: By which waivers are judged.
            lang: In which waivers are told.
        """
        self.store = store
        self.pack = pack
        self.today = today
        self._lang = lang

    @cached_property
    def night(self) -> Run | None:
        """The last night that ended."""
        with explained(self.store.shown), self.store.engine.connect() as connection:
            try:
                return run_of(connection)
            except NoSuchRunError:
                return None

    @cached_property
    def marks(self) -> Marks:
        """What was decided until now: on the page, and in the file that the last night read."""
        of_file = {"waivers": self.night.waivers.get("waivers", ())} if self.night is not None else {}
        waivers = stored_waivers(of_file, self.pack).beside(Grants(self.store).counting(self.today), self.pack)
        return Marks(waivers, self.today, self._lang, Answers(self.store).all_latest())

    def shown(self, path: str) -> list[Shown]:
        """Return the documents of a file by part; nothing where there is none. An office as a whole has its name."""
        return [
            Shown(report, one.office, one.as_of, None if one.hand_in is not None else self._number, one.hand_in)
            for one, report in self.reports(self._kept(path))
        ]

    @cached_property
    def kept(self) -> Sequence[Kept]:
        """All documents as they stand, by path and part."""
        return self._kept(None)

    def reports(self, kept: Iterable[Kept]) -> Iterator[tuple[Kept, DocumentReport]]:
        """Yield documents with their reports, and what was decided: ask for few."""
        for chunk in in_batches(kept, _CHUNK):
            packed = self.store.reports(sorted({one.verdict for one in chunk if one.verdict}))
            for one in chunk:
                report = one.report or opened(one, packed.get(one.verdict or ""))
                yield one, self.marks.marked(report, one.office)

    def _kept(self, path: str | None) -> list[Kept]:
        """Return what stands, all or at a path, by path and part."""
        found, newer = self._standings(path), self._handed_in(path)
        known: dict[str, list[Standing]] = {}
        for one in found:
            known.setdefault(one.path, []).append(one)
        newer = {at: row for at, row in newer.items() if not _has(known.get(at, ()), row.sha256)}
        left = (one for one in found if one.path not in newer and one.path not in self._retired)
        every = [*self._of_night(left), *(one for row in newer.values() for one in self._of_hand_in(row))]
        return sorted(every, key=lambda one: (one.path, one.part or 0))

    # of the night

    @property
    def _number(self) -> int | None:
        return self.night.id if self.night is not None else None

    def _standings(self, path: str | None) -> list[Standing]:
        """What stands as of the last night; all, or that of a path."""
        night = self.night
        if night is None:
            return []
        with explained(self.store.shown), self.store.engine.connect() as connection:
            if path is None:
                return list(standings(self.store.engine, night.id))
            return special(connection, night.id, standing.c.path == path)

    def _of_night(self, some: Iterable[Standing]) -> Iterator[Kept]:
        if self.night is None:
            return
        day = self.night.info.as_of
        for chunk in in_batches(some, _CHUNK):
            graded = self._gradings(sorted({one.verdict for one in chunk if one.verdict}))
            for one in chunk:
                known = graded.get(one.verdict or "") or Grading("", None, None, None)
                yield Kept(
                    one.path,
                    one.part,
                    one.office,
                    one.sort,
                    known.title,
                    known.score,
                    known.grade,
                    day,
                    verdict=one.verdict,
                    error=one.error_message or one.error_code,
                )

    def _gradings(self, digests: Sequence[str]) -> dict[str, Grading]:
        with explained(self.store.shown), self.store.engine.connect() as connection:
            return gradings(connection, digests)

    # handed in since

    def _handed_in(self, path: str | None) -> dict[str, Row[Any]]:
        """
        Return path -> the newest version that was handed in after the last night began, but for its report.

        The night may have met a version that came while it went: then it stands with the same bytes, and counts as it.
        """
        columns = [one for one in hand_in.c if one.name != "report"]
        query = select(*columns).order_by(hand_in.c.path, hand_in.c.version)
        query = query if path is None else query.where(hand_in.c.path == path)
        if self.night is not None:
            query = query.where(hand_in.c.at > self.night.info.begun)
        with explained(self.store.shown), self.store.engine.connect() as connection:
            rows = {row.path: row for row in connection.execute(query)}
        return {at: row for at, row in rows.items() if at not in self._retired}

    @cached_property
    def _retired(self) -> frozenset[str]:
        """Paths at which nothing lies any more, since the newer version has another name."""
        newer, older = hand_in.alias("newer"), hand_in.alias("older")
        query = (
            select(older.c.path, newer.c.path.label("now"), newer.c.number)
            .join_from(newer, older, newer.c.supersedes == older.c.number)
            .where(newer.c.path != older.c.path)
            .order_by(newer.c.number)
        )
        if self.night is not None:
            query = query.where(newer.c.at > self.night.info.begun)
        with explained(self.store.shown), self.store.engine.connect() as connection:
            moved = {row.path: row.number for row in connection.execute(query)}
            if not moved:
                return frozenset()
            back = select(hand_in.c.path, hand_in.c.number).where(hand_in.c.path.in_(sorted(moved)))
            again = {path for path, number in connection.execute(back) if number > moved[path]}
        return frozenset(moved.keys() - again)

    def _of_hand_in(self, row: Row[Any]) -> Iterator[Kept]:
        with explained(self.store.shown), self.store.engine.connect() as connection:
            packed = connection.scalar(select(hand_in.c.report).where(hand_in.c.number == row.number))
        try:
            documents: Sequence[DocumentReport] = unpacked_whole(packed or b"").documents
        except StoredModelError as error:
            documents = (damaged(row.path, error),)
        for one in documents:
            yield Kept(
                row.path,
                one.part,
                row.office,
                one.kind if one.kind == "sop" else None,
                one.title,
                one.score.value if one.score else None,
                one.grade.value if one.grade else None,
                row.as_of,
                error="; ".join(each.message for each in one.errors) or None,
                report=one.model_copy(update={"path": row.path}),
                hand_in=row.number,
            )


def stamp(store: Store) -> tuple[int, ...]:
    """
    Return numbers that become others whenever a shelf of the same day would show something else.

    A page of the whole archive is costly; with this a program knows whether the one that it made still holds. Names of
    persons that are changed do not show in it.
    """
    ended = select(func.max(run.c.id)).where(run.c.state == "done")
    others = (
        select(func.max(hand_in.c.number)),
        select(func.max(answer.c.id)),
        select(func.max(waiver.c.id)),
        select(func.count()).select_from(waiver_end),
    )
    with explained(store.shown), store.engine.connect() as connection:
        return tuple(connection.scalar(one) or 0 for one in (ended, *others))


def _has(some: Iterable[Standing], sha256: str) -> bool:
    """Whether the night found these bytes there."""
    return any(one.content is not None and one.content.partition(".")[0] == sha256 for one in some)


def opened(one: Kept, packed: bytes | None) -> DocumentReport:
    """Return the report of a document as a night kept it, from the packed report of its verdict."""
    if one.verdict is None:
        return failed_document(one.path, DocumentError(code="unread", message=one.error or ""))
    try:
        if packed is None:
            raise StoredModelError("missing")
        return unpacked_report(packed, one.path, one.part)
    except StoredModelError as error:
        return damaged(one.path, error)
