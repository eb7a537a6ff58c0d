"""
The store of the nightly audit: what is known, what is kept, what was.

Each method that writes is one transaction. One process writes at a time, the one that holds the lock; others may read.
"""

from __future__ import annotations

import contextlib
import itertools
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from sqlalchemy import Connection, Engine, Select, delete, func, insert, select, text, update

from archive.store import locks
from archive.store.connections import BARE, WRITES, added, opened, replaced
from archive.store.errors import StoreBusyError, StoreError, explained, refusal
from archive.store.keeping import LONGEST, Batch, chunks, drop, write_verdicts
from archive.store.keeping import insert as insert_rows
from archive.store.migrate import nothing_there, prepare
from archive.store.places import Place, place_of
from archive.store.rows import BegunRun, ContentState, Ending, FileState, JudgedState, Kept, NewRun, Standing
from archive.store.tables import (
    document,
    file,
    gathered,
    judged,
    metadata,
    office_figures,
    reading,
    ruleset,
    standing,
    verdict,
)
from archive.store.tables import run as runs
from archive.tasks import Judged

__all__ = ["Store", "StoreBusyError", "StoreError"]

_AT_ONCE: Final = 1000
"""Rows fetched at once where many are read."""
_WORD: Final = 1 << 64


class Store:
    """A store that is open. Close it, or use it as a context manager."""

    def __init__(self, place: Place, engine: Engine) -> None:
        self._place = place
        self._engine = engine
        self._alive: locks.Alive = _nothing

    @classmethod
    def open(cls, url: str, *, create: bool = True) -> Store:
        """
        Open the store and bring it to the newest revision.

        Args:
            url: Path of a SQLite file, ``sqlite:///PATH``, or ``postgresql://...``.
            create: Make one where there is none.

        Raises:
            StoreError: It cannot be opened: the message says why, and what to do.
        """
        place = place_of(url)
        with explained(place.shown):
            if place.path is not None and not create and not Path(place.path).exists():
                raise nothing_there(place)
            store = cls(place, opened(place))
            try:
                prepare(store._engine, place, create=create, lock=store.lock)
            except BaseException:
                store.close()
                raise
        return store

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def shown(self) -> str:
        """Where it lies, for people: without password."""
        return self._place.shown

    @property
    def engine(self) -> Engine:
        """For modules that only read."""
        return self._engine

    @contextlib.contextmanager
    def lock(self) -> Iterator[None]:
        """
        Hold the store: one process at a time writes. It goes when the process is killed.

        Raises:
            StoreBusyError: Another holds it.
        """
        with locks.held(self._place, self._engine) as alive:
            self._alive = alive
            try:
                yield
            finally:
                self._alive = _nothing

    def begin(self, new: NewRun) -> BegunRun:
        """Begin a run, or take over the one that was killed; what it had kept stays."""
        with self._writing() as connection:
            number = 1 + (connection.scalar(select(func.max(runs.c.id)).where(runs.c.state == "done")) or 0)
            attempts = 1 + (connection.scalar(select(runs.c.attempts).where(runs.c.id == number)) or 0)
            connection.execute(replaced(connection, runs), _begun(new, number, attempts))
        return BegunRun(number, attempts)

    def files(self) -> dict[str, FileState]:
        """All files by path, as they were when their bytes were identified."""
        found = {}
        for path, size, modified, changed, inode, contents in self._rows(select(file)):
            parts = tuple((below, content) for below, content in contents)
            found[path] = FileState(size, modified, changed, inode % _WORD, parts)
        return found

    def keep_files(self, states: Mapping[str, FileState]) -> None:
        """Keep how files are now."""
        rows = [_file(path, state) for path, state in states.items() if len(os.fsencode(path)) <= LONGEST]
        with self._writing() as connection:
            insert_rows(connection, replaced(connection, file), rows)

    def drop_files(self, paths: Collection[str]) -> None:
        """Forget files that are no more."""
        with self._writing() as connection:
            for some in chunks(paths):
                connection.execute(delete(file).where(file.c.path.in_(some)))

    def contents(self) -> Iterator[tuple[str, ContentState]]:
        """Yield each content that was read with what is known of it, sorted."""
        wanted = (
            select(*(reading.c[name] for name in ("content", "extractor", "parts", "error_code", "error_message")))
            .add_columns(*(judged.c[name] for name in ("extractor", "facts", "rules", "since", "until", "verdict")))
            .outerjoin_from(reading, judged, reading.c.content == judged.c.content)
            .order_by(reading.c.content, judged.c.part)
        )
        for (content, *known), rows in itertools.groupby(self._rows(wanted), key=lambda row: tuple(row[:5])):
            parts = tuple(JudgedState(*row[5:]) for row in rows if row[5] is not None)
            extractor, count, error_code, error_message = known
            yield content, ContentState(extractor, count, error_code, error_message, parts)

    def models(self, contents: Sequence[str]) -> dict[str, bytes]:
        """Return what was read of *contents*; those of which nothing is kept are left out."""
        found: dict[str, bytes] = {}
        for some in chunks(contents):
            where = reading.c.content.in_(some) & reading.c.models.is_not(None)
            found.update(self._pairs(select(reading.c.content, reading.c.models).where(where)))
        return found

    def reports(self, digests: Sequence[str]) -> dict[str, bytes]:
        """Return the reports of verdicts."""
        found: dict[str, bytes] = {}
        for some in chunks(digests):
            found.update(self._pairs(select(verdict.c.digest, verdict.c.report).where(verdict.c.digest.in_(some))))
        return found

    def told(self, contents: Collection[str] | None = None) -> Iterator[tuple[str, int, bytes]]:
        """Yield what documents tell to rules about several documents, by content and part."""
        wanted = select(gathered.c.content, gathered.c.part, gathered.c.told)
        wanted = wanted.order_by(gathered.c.content, gathered.c.part)
        every = [wanted] if contents is None else [wanted.where(gathered.c.content.in_(c)) for c in chunks(contents)]
        for one in every:
            yield from self._rows(one)

    def ruleset(self, key: str) -> dict[str, str] | None:
        """Return the digests of the rules of a set by name, None where the set is not known."""
        found = list(self._rows(select(ruleset.c.rules).where(ruleset.c.key == key)))
        return dict(found[0][0]) if found else None

    def keep_ruleset(self, key: str, rules: Mapping[str, str]) -> None:
        """Keep a set of rules by its digest."""
        with self._writing() as connection:
            connection.execute(added(connection, ruleset), {"key": key, "rules": dict(rules)})

    def keep(self, answers: Sequence[Kept]) -> None:
        """
        Keep what workers answered, all or nothing of it.

        Keeping it twice is the same as once. What could not be read for a passing reason leaves all as it was.
        """
        batch = Batch(answers)
        with self._writing() as connection:
            batch.write(connection)

    def keep_verdicts(self, verdicts: Sequence[Judged]) -> None:
        """Keep verdicts that belong to no content, those of offices as a whole."""
        with self._writing() as connection:
            write_verdicts(connection, {one.digest: one for one in verdicts})

    def standings(self, run: int | None = None) -> Iterator[Standing]:
        """
        Yield how each document stood after a run, sorted by document, also those that were gone.

        Args:
            run: None = the last that ended.
        """
        latest = select(standing.c.document, func.max(standing.c.run).label("run")).group_by(standing.c.document)
        if run is not None:
            latest = latest.where(standing.c.run <= run)
        last = latest.subquery()
        fields = [standing.c[name] for name in Standing.__dataclass_fields__]
        same = (standing.c.document == last.c.document) & (standing.c.run == last.c.run)
        for row in self._rows(select(*fields).join_from(standing, last, same).order_by(standing.c.document)):
            yield Standing(*row)

    def finish(self, run: int, ending: Ending) -> None:
        """End a run: write its history at once; nothing of it can be changed afterwards."""
        standings = [{"run": run, **_fields(one)} for one in ending.standings]
        figures = [{"run": run, **_fields(one)} for one in ending.figures]
        documents = [{"id": one.document, "first_run": run} for one in ending.standings]
        with self._writing() as connection:
            insert_rows(connection, added(connection, document), documents)
            insert_rows(connection, insert(standing), standings)
            insert_rows(connection, insert(office_figures), figures)
            done = connection.execute(
                update(runs).where(runs.c.id == run, runs.c.state == "running").values(_ended(ending))
            )
            if done.rowcount != 1:
                raise refusal(self.shown, f"pemeriksaan {run} tidak sedang berjalan", "Jalankan patuh nightly lagi.")

    def mark_delivered(self, run: int) -> None:
        """Say that the digest of a run has reached its readers."""
        with self._writing() as connection:
            connection.execute(update(runs).where(runs.c.id == run).values(delivered=True))

    def prune(self, *, vacuum: bool = False) -> int:
        """
        Drop what is kept of contents that stand nowhere any more, neither in a document nor in a file; never history.

        Args:
            vacuum: Give the room back to the system too, for which SQLite writes the whole file anew.

        Returns:
            How many contents were dropped.
        """
        doomed = self._doomed()
        with self._writing() as connection:
            for table in (reading, judged, gathered):
                drop(connection, table, doomed)
        if vacuum:
            self._vacuum()
        return len(doomed)

    def _doomed(self) -> set[str]:
        kept = {content for table in (reading, judged, gathered) for (content,) in self._rows(select(table.c.content))}
        for one in self.standings():
            if not one.gone and one.content is not None:
                kept.discard(one.content)
        for (contents,) in self._rows(select(file.c.contents)):
            kept.difference_update(content for _, content in contents)
        return kept

    def _vacuum(self) -> None:
        with explained(self.shown), self._engine.connect() as connection:
            bare = connection.execution_options(**{BARE: True}, isolation_level="AUTOCOMMIT")
            names = [""] if bare.dialect.name == "sqlite" else sorted(metadata.tables)
            for name in names:
                bare.execute(text(f"VACUUM {name}"))

    @contextlib.contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction that writes."""
        with explained(self.shown):
            self._alive()
            with self._engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
                yield connection
            if self._place.path is not None:
                self._alive()

    def _rows(self, wanted: Select[Any]) -> Iterator[Any]:
        """Yield rows as they are needed."""
        with (
            explained(self.shown),
            self._engine.connect() as connection,
            connection.execution_options(yield_per=_AT_ONCE).execute(wanted) as found,
        ):
            yield from found

    def _pairs(self, wanted: Select[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
        return ((key, value) for key, value in self._rows(wanted))


def _nothing() -> None:
    """No lock is held, so none can be lost."""


def _begun(new: NewRun, number: int, attempts: int) -> dict[str, Any]:
    return {
        "id": number,
        "state": "running",
        "as_of": new.as_of,
        "archive": new.archive,
        "terms": dict(new.terms),
        "layout": dict(new.layout),
        "waivers": dict(new.waivers),
        "counts": {},
        "notices": [],
        "begun": new.begun,
        "ended": None,
        "attempts": attempts,
        "cpu_seconds": None,
        "exit_code": None,
        "delivered": False,
    }


def _ended(ending: Ending) -> dict[str, Any]:
    return {
        "state": "done",
        "counts": dict(ending.counts),
        "notices": [dict(notice) for notice in ending.notices],
        "ended": ending.ended,
        "cpu_seconds": ending.cpu_seconds,
        "exit_code": ending.exit_code,
    }


def _fields(one: Any) -> dict[str, Any]:
    """Columns of a dataclass that is named as they are."""
    return {name: getattr(one, name) for name in one.__dataclass_fields__}


def _file(path: str, state: FileState) -> dict[str, Any]:
    return {
        "path": path,
        "bytes": state.bytes,
        "modified_ns": _signed(state.modified_ns),
        "changed_ns": _signed(state.changed_ns),
        "inode": _signed(state.inode),
        "contents": [list(one) for one in state.contents],
    }


def _signed(number: int) -> int:
    """Fold *number* into the 64 bits of a column: an inode may have all of them, a clock that jumped more."""
    return (number + _WORD // 2) % _WORD - _WORD // 2
