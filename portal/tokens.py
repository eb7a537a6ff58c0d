"""
Tokens, by which other systems of the regency use the API, on the table `token`.

A token is shown once, when it is made. What is stored is its SHA-256, which suffices where the secret itself is 256
random bits: it cannot be guessed, and who reads the store cannot use what stands there. It is looked up by that
digest, so that no comparison runs as far as a guess is right.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import secrets
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Row, insert, select, update

from archive.store.store import Store
from archive.store.tables import token
from portal.errors import CannotError, RefusedError
from portal.events import Act, Actor, masked, note
from portal.writing import Clock, looking, next_number, now, writing

PREFIX: Final = "patuh_"
"""By which people and scanners of secrets know what it is."""
_BYTES: Final = 32
_FORM: Final = re.compile(rf"{PREFIX}[A-Za-z0-9_-]{{43}}")
LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class Token:
    """A system that may use the API; what it presents is not here."""

    id: int
    name: str
    created: dt.datetime
    created_by: str
    until: dt.date | None
    """The last day on which it holds; None: until it is revoked."""
    revoked: dt.datetime | None

    @property
    def who(self) -> str:
        """How the log calls it."""
        return f"token:{self.id}"

    def holds(self, day: dt.date) -> bool:
        """Whether it can be used on *day*."""
        return self.revoked is None and (self.until is None or day <= self.until)


class Tokens:
    """
    The tokens of a store.

    Args:
        store: It is open; the lock of a night is not needed.
        clock: Gives the moment; its day is that on which tokens end.
    """

    def __init__(self, store: Store, clock: Clock = now) -> None:
        self._store = store
        self._clock = clock

    def add(self, name: str, by: Actor, until: dt.date | None = None) -> tuple[Token, str]:
        """
        Make a token.

        Args:
            name: Of the system that uses it.
            by: Who makes it.
            until: The last day on which it holds.

        Returns:
            It, and what the system presents, which is told here and never again.

        Raises:
            RefusedError: The name cannot be taken, or the day is past.
        """
        name, moment = _name(name), self._clock()
        if until is not None and until < moment.date():
            raise RefusedError(
                "until", f"Tanggal akhir {until.isoformat()} sudah lewat. Pilih hari ini atau sesudahnya."
            )
        presented = PREFIX + secrets.token_urlsafe(_BYTES)
        with writing(self._store) as connection:
            made = Token(next_number(connection, token.c.id), name, moment, masked(by.who), until, None)
            row = {"id": made.id, "name": name, "digest": _digest(presented), "created": moment, "until": until}
            connection.execute(insert(token), {**row, "created_by": made.created_by})
            last = until.isoformat() if until is not None else None
            note(connection, by, Act.TOKEN_ADDED, made.who, name=name, until=last)
        return made, presented

    def every(self) -> list[Token]:
        """All tokens, also those that ended, the oldest first."""
        with looking(self._store) as connection:
            return [_token(row) for row in connection.execute(select(token).order_by(token.c.id))]

    def find(self, presented: str) -> Token | None:
        """Return the token that a system presents; None where it is unknown, revoked, or past its last day."""
        if not _FORM.fullmatch(presented):
            return None
        with looking(self._store) as connection:
            row = connection.execute(select(token).where(token.c.digest == _digest(presented))).one_or_none()
        found = _token(row) if row is not None else None
        return found if found is not None and found.holds(self._clock().date()) else None

    def revoke(self, number: int, by: Actor) -> None:
        """
        Let a token hold no longer, from now on.

        Raises:
            CannotError: There is none of this number, or it was revoked before.
        """
        with writing(self._store) as connection:
            row = connection.execute(select(token).where(token.c.id == number)).one_or_none()
            if row is None:
                raise CannotError("unknown", f"token {number} tidak ada. Daftarnya: patuh token list")
            if row.revoked is not None:
                raise CannotError("revoked", f"token {number} sudah dicabut pada {row.revoked.astimezone():%Y-%m-%d}.")
            connection.execute(update(token).where(token.c.id == number).values(revoked=self._clock()))
            note(connection, by, Act.TOKEN_REVOKED, f"token:{number}", name=row.name)


def _name(given: str) -> str:
    name = " ".join(given.split())
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
        raise RefusedError(
            "name",
            f"Nama token terdiri atas 1 sampai {LONGEST_NAME} karakter yang dapat dicetak: nama sistem pemakainya.",
        )
    return name


def _digest(presented: str) -> str:
    return hashlib.sha256(presented.encode()).hexdigest()


def _token(row: Row[Any]) -> Token:
    return Token(row.id, row.name, row.created, row.created_by, row.until, row.revoked)
