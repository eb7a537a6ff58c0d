"""
Who may sign in: auditors and administrators, on the table `account`.

An account is never deleted, since what its owner did stands in the log under its name; it is disabled. Each change and
its event in the log are one transaction. Where there was an active administrator one stays.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Connection, Row, func, insert, select, update

from archive.store.store import Store
from archive.store.tables import account
from auditing.masked_numbers import find_numbers
from portal import passwords as rules
from portal.errors import CannotError, RefusedError
from portal.events import Act, Actor, note
from portal.passwords import Passwords
from portal.writing import Clock, looking, now, writing

LONGEST_FULL_NAME: Final = 120
_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:[._@-][a-z0-9]+)*")
_LENGTHS: Final = range(2, 65)


class Role(StrEnum):
    """What an account may do."""

    AUDITOR = "auditor"
    """See all offices, answer findings, grant waivers."""
    ADMIN = "admin"
    """That, and see the log and the state of the server."""


@dataclass(frozen=True, slots=True)
class Account:
    """A person who may sign in."""

    name: str
    full_name: str
    role: Role
    active: bool
    with_password: bool
    """Otherwise the person signs in elsewhere (OIDC)."""
    created: dt.datetime
    changed: dt.datetime
    """When password, role or `active` changed; sessions that began before end."""


def account_name(given: str) -> str:
    """
    Return a name as it is stored: lower case, without blanks around it.

    Raises:
        RefusedError: It can be no name of an account.
    """
    name = unicodedata.normalize("NFKC", given).strip().lower()
    if len(name) not in _LENGTHS or not _NAME.fullmatch(name):
        raise RefusedError(
            "name",
            "Nama akun terdiri atas 2 sampai 64 karakter: huruf kecil a-z, angka, dan di antaranya titik, garis, garis "
            "bawah, atau @; huruf lebih dahulu. Misalnya: sari.dewi",
        )
    if find_numbers(name):
        raise RefusedError("name-nip", "Nama akun tidak boleh memuat NIP atau NIK, karena dicatat dalam log.")
    return name


def full_name(given: str) -> str:
    """
    Return the name of a person on one line.

    Raises:
        RefusedError: It is none, or holds what cannot be printed.
    """
    name = " ".join(unicodedata.normalize("NFC", given).split())
    if not 0 < len(name) <= LONGEST_FULL_NAME or not name.isprintable():
        raise RefusedError(
            "full-name", f"Nama lengkap terdiri atas 1 sampai {LONGEST_FULL_NAME} karakter yang dapat dicetak."
        )
    return name


class Accounts:
    """
    The accounts of a store.

    Args:
        store: It is open; the lock of a night is not needed.
        passwords: How passwords are kept; made when one is needed.
        clock: Gives the moment.
    """

    def __init__(self, store: Store, passwords: Passwords | None = None, clock: Clock = now) -> None:
        self._store = store
        self._given = passwords
        self._clock = clock

    @property
    def _passwords(self) -> Passwords:
        if self._given is None:
            self._given = Passwords()
        return self._given

    def find(self, name: str) -> Account | None:
        """Return an account, also one that is disabled; None where there is none of this name."""
        row = self._row(name)
        return _account(row) if row is not None else None

    def known(self, name: str) -> Account:
        """
        Return an account that has to be there.

        Raises:
            CannotError: There is none of this name.
        """
        found = self.find(name)
        if found is None:
            raise _unknown(name)
        return found

    def every(self) -> list[Account]:
        """All accounts, by name."""
        with looking(self._store) as connection:
            return [_account(row) for row in connection.execute(select(account).order_by(account.c.name))]

    def add(self, name: str, full: str, role: Role, password: str | None, by: Actor) -> Account:
        """
        Make an account.

        Args:
            name: By which the person signs in.
            full: The name in full.
            role: What it may do.
            password: None: the person signs in elsewhere (OIDC).
            by: Who makes it.

        Raises:
            RefusedError: A name or the password cannot be taken.
            CannotError: There is one of this name.
        """
        name, full = account_name(name), full_name(full)
        kept = self._kept(password, name, full) if password is not None else None
        moment = self._clock()
        with writing(self._store) as connection:
            if _row_of(connection, name) is not None:
                raise CannotError("taken", f"akun {name} sudah ada. Daftarnya: patuh user list")
            row = {"name": name, "full_name": full, "role": role.value, "password": kept, "active": True}
            connection.execute(insert(account), {**row, "created": moment, "changed": moment})
            note(connection, by, Act.USER_ADDED, name, role=role.value, password=kept is not None)
        return Account(name, full, role, active=True, with_password=kept is not None, created=moment, changed=moment)

    def set_password(self, name: str, password: str, by: Actor) -> None:
        """
        Give an account a new password; its sessions end.

        Raises:
            RefusedError: It cannot be taken.
            CannotError: There is no such account.
        """
        known = self.known(name)
        kept = self._kept(password, known.name, known.full_name)
        with writing(self._store) as connection:
            self._change(connection, known.name, password=kept)
            note(connection, by, Act.PASSWORD_CHANGED, known.name)

    def set_role(self, name: str, role: Role, by: Actor) -> None:
        """
        Let an account do more or less; its sessions end.

        Raises:
            CannotError: There is no such account, or it is the last active administrator.
        """
        with writing(self._store) as connection:
            before = _present(connection, name)
            if before.role is role:
                return
            _stays(connection, before)
            self._change(connection, before.name, role=role.value)
            note(connection, by, Act.USER_CHANGED, before.name, role=role.value, role_before=before.role.value)

    def set_active(self, name: str, by: Actor, *, active: bool) -> None:
        """
        Disable an account, whose sessions end, or enable it again.

        Raises:
            CannotError: There is no such account, or it is the last active administrator.
        """
        with writing(self._store) as connection:
            before = _present(connection, name)
            if before.active is active:
                return
            _stays(connection, before)
            self._change(connection, before.name, active=active)
            note(connection, by, Act.USER_CHANGED, before.name, active=active)

    def verify(self, name: str, password: str) -> Account | None:
        """
        Return the account that signs in with this password; None otherwise, whatever the reason.

        Names that are unknown, disabled or without a password take as long as a wrong password. A hash of earlier
        parameters is made anew. Nothing is logged here: whoever calls knows from where it comes.
        """
        row = self._row(name)
        kept = row.password if row is not None and row.active else None
        fits = self._passwords.fits(password, kept)
        if row is None or kept is None or not fits:
            return None
        if self._passwords.outdated(kept):
            self._rehash(row.name, kept, password)
        return _account(row)

    def _rehash(self, name: str, before: str, password: str) -> None:
        """The password stays what it is, so that sessions go on; one that was changed meanwhile is left alone."""
        kept = self._passwords.kept(password)
        with writing(self._store) as connection:
            same = (account.c.name == name) & (account.c.password == before)
            connection.execute(update(account).where(same).values(password=kept))

    def _kept(self, password: str, name: str, full: str) -> str:
        rules.check(password, (name, full))
        return self._passwords.kept(password)

    def _row(self, name: str) -> Row[Any] | None:
        try:
            wanted = account_name(name)
        except RefusedError:
            return None
        with looking(self._store) as connection:
            return _row_of(connection, wanted)

    def _change(self, connection: Connection, name: str, **columns: object) -> None:
        connection.execute(update(account).where(account.c.name == name).values(**columns, changed=self._clock()))


def _row_of(connection: Connection, name: str) -> Row[Any] | None:
    """The row of a name that is as it is stored; inside `writing` nobody changes it meanwhile."""
    return connection.execute(select(account).where(account.c.name == name)).one_or_none()


def _present(connection: Connection, name: str) -> Account:
    try:
        row = _row_of(connection, account_name(name))
    except RefusedError:
        row = None
    if row is None:
        raise _unknown(name)
    return _account(row)


def _stays(connection: Connection, before: Account) -> None:
    """Refuse to take away the last active administrator; what an account gains takes none away."""
    if not before.active or before.role is not Role.ADMIN:
        return
    others = (account.c.role == Role.ADMIN.value) & account.c.active & (account.c.name != before.name)
    if not connection.scalar(select(func.count()).select_from(account).where(others)):
        raise CannotError(
            "last-admin",
            f"{before.name} adalah satu-satunya admin yang aktif. Jadikan akun lain admin dahulu, misalnya: "
            "patuh user role NAMA admin",
        )


def _unknown(name: str) -> CannotError:
    return CannotError("unknown", f"akun {name!r} tidak ada. Daftarnya: patuh user list")


def _account(row: Row[Any]) -> Account:
    return Account(
        name=row.name,
        full_name=row.full_name,
        role=Role(row.role),
        active=row.active,
        with_password=row.password is not None,
        created=row.created,
        changed=row.changed,
    )
