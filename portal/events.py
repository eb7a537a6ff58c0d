"""
The log of what people did: who, from where, what, on what. Rows are only ever added (`archive.store.tables.event`).

No number of a person is in it: what looks like one (in the name of a file, in what was typed as the name of an
account) is masked before it is stored. Words of documents do not belong into it at all.
"""

from __future__ import annotations

import datetime as dt
import ipaddress
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sqlalchemy import ColumnElement, Connection, Row, insert, select

from archive.store.store import Store
from archive.store.tables import event
from auditing.masked_numbers import find_numbers
from auditing.plain import plain
from portal.writing import looking, next_number, now, writing

MASKED: Final = "[NIP]"
"""Stands for a number of a person."""
LONGEST: Final = 500
"""Characters of a value that are kept: what a stranger types as his name may be of any length."""
LARGEST_PAGE: Final = 500
_LONG_NUMBER: Final = re.compile(r"\d{15,}")
"""What no search for numbers of persons needs to understand."""
_NOBODY: Final = "-"

Plain = str | int | float | bool | None
Value = Plain | Sequence[Plain]
"""What a detail may be."""


class Act(StrEnum):
    """All that is logged."""

    SIGN_IN = "sign-in"
    SIGN_IN_REFUSED = "sign-in-refused"
    SIGN_OUT = "sign-out"
    HAND_IN = "hand-in"
    ANSWER = "answer"
    WAIVER = "waiver"
    WAIVER_END = "waiver-end"
    USER_ADDED = "user-added"
    USER_CHANGED = "user-changed"
    PASSWORD_CHANGED = "password-changed"  # noqa: S105  # the name of an act
    TOKEN_ADDED = "token-added"  # noqa: S105
    TOKEN_REVOKED = "token-revoked"  # noqa: S105
    TOKEN_REFUSED = "token-refused"  # noqa: S105
    REPORT = "report"
    DOWNLOAD = "download"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Title:
    """What an act is called, by language."""

    id: str
    en: str


TITLES: Final[Mapping[Act, Title]] = {
    Act.SIGN_IN: Title("Masuk", "Signed in"),
    Act.SIGN_IN_REFUSED: Title("Ditolak masuk", "Refused to sign in"),
    Act.SIGN_OUT: Title("Keluar", "Signed out"),
    Act.HAND_IN: Title("Menyerahkan dokumen", "Handed in a document"),
    Act.ANSWER: Title("Menanggapi temuan", "Answered a finding"),
    Act.WAIVER: Title("Memberi pengecualian", "Granted a waiver"),
    Act.WAIVER_END: Title("Mencabut pengecualian", "Withdrew a waiver"),
    Act.USER_ADDED: Title("Menambah akun", "Added an account"),
    Act.USER_CHANGED: Title("Mengubah akun", "Changed an account"),
    Act.PASSWORD_CHANGED: Title("Mengganti kata sandi", "Changed a password"),
    Act.TOKEN_ADDED: Title("Menerbitkan token", "Issued a token"),
    Act.TOKEN_REVOKED: Title("Mencabut token", "Revoked a token"),
    Act.TOKEN_REFUSED: Title("Token ditolak", "Refused a token"),
    Act.REPORT: Title("Membuat laporan", "Made a report"),
    Act.DOWNLOAD: Title("Mengunduh berkas", "Downloaded a file"),
    Act.SETTINGS: Title("Mengubah pengaturan", "Changed settings"),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something, and from where."""

    who: str
    """An account, ``token:ID``, ``cli:LOGIN`` at the machine itself, or ``-`` for a visitor."""
    address: str = _NOBODY
    """Of the network; ``-`` = at the machine itself."""


@dataclass(frozen=True, slots=True)
class Event:
    """What somebody did."""

    id: int
    at: dt.datetime
    who: str
    address: str
    what: str
    """Of `Act`; a newer program may have written others."""
    about: str
    detail: Mapping[str, Value]

    @property
    def title(self) -> Title:
        """What the act is called."""
        return TITLES[Act(self.what)] if self.what in set(Act) else Title(self.what, self.what)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events to read; None: all."""

    who: str | None = None
    what: Act | None = None
    about: str | None = None
    since: dt.datetime | None = None
    until: dt.datetime | None = None
    """Before this moment."""


@dataclass(frozen=True, slots=True)
class Page:
    """Events, the newest first."""

    events: tuple[Event, ...]
    older: int | None = None
    """The next page is *before* this number; None: there is none."""


def record(store: Store, who: str, address: str, what: Act, about: str, **detail: Value) -> int:
    """
    Log an act in a transaction of its own.

    Args:
        store: Where.
        who: See `Actor`.
        address: See `Actor`.
        what: The act.
        about: On what: a receipt, a path, an account; never words of a document.
        detail: What else an auditor of the log wants to know.

    Returns:
        The number of the event.
    """
    with writing(store) as connection:
        return note(connection, Actor(who, address), what, about, **detail)


def note(connection: Connection, by: Actor, what: Act, about: str, /, **detail: Value) -> int:
    """Log an act together with what it changes, inside `portal.writing.writing`: both are stored or neither."""
    number = next_number(connection, event.c.id)
    row = {
        "id": number,
        "at": now(),
        "who": _kept(by.who) or _NOBODY,
        "address": _address(by.address),
        "what": Act(what).value,
        "about": _kept(about),
        "detail": {name: _value(value) for name, value in detail.items()},
    }
    connection.execute(insert(event), row)
    return number


def masked(words: str) -> str:
    """Return *words* without numbers of persons."""
    flat, end, parts = plain(words), 0, []
    for number in find_numbers(flat):
        parts += [words[end : number.start], MASKED]
        end = number.end
    return _LONG_NUMBER.sub(MASKED, "".join([*parts, words[end:]]))


def _kept(words: str) -> str:
    """What is stored of words."""
    hidden = masked(words)
    return hidden if len(hidden) <= LONGEST else f"{hidden[: LONGEST - 1]}…"


def _value(value: Value) -> Value:
    if isinstance(value, str):
        return _kept(value)
    if isinstance(value, int) and _LONG_NUMBER.search(str(value)):
        return MASKED
    if isinstance(value, Sequence):
        return [_kept(one) if isinstance(one, str) else one for one in value]
    return value


def _address(given: str) -> str:
    """An address of a network as such: its groups of digits are no number of a person."""
    try:
        return str(ipaddress.ip_address(given))
    except ValueError:
        return _kept(given) or _NOBODY


def page(store: Store, wanted: Wanted | None = None, *, before: int | None = None, size: int = 50) -> Page:
    """
    Read events, the newest first.

    Args:
        store: Where.
        wanted: Which; all where left out.
        before: Of the page before: its `Page.older`.
        size: At most so many, and at most `LARGEST_PAGE`.
    """
    size = max(1, min(size, LARGEST_PAGE))
    asked = select(event).where(*_conditions(wanted or Wanted())).order_by(event.c.id.desc()).limit(size + 1)
    if before is not None:
        asked = asked.where(event.c.id < before)
    with looking(store) as connection:
        found = [_event(row) for row in connection.execute(asked)]
    shown = tuple(found[:size])
    return Page(shown, shown[-1].id if len(found) > size else None)


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    asked = {
        event.c.who: wanted.who,
        event.c.what: wanted.what.value if wanted.what is not None else None,
        event.c.about: wanted.about,
    }
    conditions = [column == value for column, value in asked.items() if value is not None]
    if wanted.since is not None:
        conditions.append(event.c.at >= wanted.since)
    if wanted.until is not None:
        conditions.append(event.c.at < wanted.until)
    return conditions


def _event(row: Row[tuple[object, ...]]) -> Event:
    return Event(**row._mapping)  # noqa: SLF001  # SQLAlchemy's public name
