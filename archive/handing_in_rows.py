"""The rows of documents that were handed in: each is a receipt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import PurePosixPath
from typing import Any, Final

from sqlalchemy import Connection, Select, func, insert, select

from archive.models import packed_whole, unpacked_whole
from archive.store.tables import hand_in
from schemas.report import Report


@dataclass(frozen=True, slots=True)
class Receipt:
    """That a document was handed in: the columns of `hand_in` but for the report."""

    number: int
    receipt: str
    """The code that the clerk holds."""
    at: dt.datetime
    office: str
    path: str
    """Relative to the archive: where the newest version lies."""
    version: int
    supersedes: int | None
    file_name: str
    """As the clerk's computer calls it: hostile."""
    sha256: str
    bytes: int
    media: str | None
    by_name: str
    by_position: str | None
    note: str | None
    kind: str
    title: str | None
    unit: str | None
    score: float | None
    grade: str | None
    verdict: str | None
    critical: int
    major: int
    minor: int
    advice: int
    rules: str
    profile: str
    as_of: dt.date
    program: str

    @property
    def name(self) -> str:
        """What the file is called in the archive."""
        return PurePosixPath(self.path).name


_COLUMNS: Final = tuple(hand_in.c[one.name] for one in fields(Receipt))
_SUPERSEDED: Final = select(hand_in.c.supersedes).where(hand_in.c.supersedes.is_not(None))


def next_number(connection: Connection) -> int:
    """One more than the last; only in a transaction that writes."""
    return 1 + (connection.scalar(select(func.max(hand_in.c.number))) or 0)


def add(connection: Connection, receipt: Receipt, report: Report) -> None:
    """Write a receipt with what was found in the document."""
    row: dict[str, Any] = {one.name: getattr(receipt, one.name) for one in fields(Receipt)}
    packed = packed_whole(report)
    connection.execute(insert(hand_in), row | {"report": packed})


def report_of(connection: Connection, number: int) -> Report | None:
    """What was found in a version when it was handed in."""
    packed = connection.scalar(select(hand_in.c.report).where(hand_in.c.number == number))
    return unpacked_whole(packed) if packed is not None else None


def by_code(connection: Connection, code: str) -> Receipt | None:
    """The receipt of this code."""
    return _first(connection, select(*_COLUMNS).where(hand_in.c.receipt == code))


def by_number(connection: Connection, number: int) -> Receipt | None:
    """The receipt of this number."""
    return _first(connection, select(*_COLUMNS).where(hand_in.c.number == number))


def newest(connection: Connection, *, office: str | None, limit: int, before: int | None) -> list[Receipt]:
    """The newest first; *before*: only smaller numbers than this, for the next page."""
    wanted = select(*_COLUMNS).order_by(hand_in.c.number.desc()).limit(limit)
    if office is not None:
        wanted = wanted.where(hand_in.c.office == office)
    return _all(connection, wanted if before is None else wanted.where(hand_in.c.number < before))


def everything(connection: Connection) -> list[Receipt]:
    """All, the oldest first."""
    return _all(connection, select(*_COLUMNS).order_by(hand_in.c.number))


def numbers(connection: Connection) -> set[int]:
    """All that there are."""
    return set(connection.scalars(select(hand_in.c.number)))


def standing(connection: Connection, *, office: str | None = None, path: str | None = None) -> list[Receipt]:
    """Those that no newer version superseded, by path."""
    wanted = select(*_COLUMNS).where(hand_in.c.number.not_in(_SUPERSEDED)).order_by(hand_in.c.path, hand_in.c.number)
    if office is not None:
        wanted = wanted.where(hand_in.c.office == office)
    return _all(connection, wanted if path is None else wanted.where(hand_in.c.path == path))


def versions(connection: Connection, path: str) -> list[Receipt]:
    """All versions of a path and those that they superseded under other names, the newest first."""
    found = {one.number: one for one in _all(connection, select(*_COLUMNS).where(hand_in.c.path == path))}
    missing = _before(found.values()) - found.keys()
    while missing:
        more = _all(connection, select(*_COLUMNS).where(hand_in.c.number.in_(missing)))
        found.update((one.number, one) for one in more)
        missing = _before(more) - found.keys()
    return sorted(found.values(), key=lambda one: -one.number)


def _before(receipts: Iterable[Receipt]) -> set[int]:
    return {one.supersedes for one in receipts if one.supersedes is not None}


def _all(connection: Connection, wanted: Select[Any]) -> list[Receipt]:
    return [Receipt(*row) for row in connection.execute(wanted)]


def _first(connection: Connection, wanted: Select[Any]) -> Receipt | None:
    found: Sequence[Receipt] = _all(connection, wanted.limit(1))
    return found[0] if found else None
