"""
Waivers that are granted on the page.

They stand in the store beside those of `waivers.yaml` and count in the same way. A waiver is never changed: it ends on
its last day, or is withdrawn before, and both stay to be read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, select, true

from archive.globs import problem_of
from archive.layout import Layout, name_key
from archive.store.appending import appended, put
from archive.store.appending import now as _now
from archive.store.errors import explained
from archive.store.store import Store
from archive.store.tables import account, waiver, waiver_end
from archive.waivers import ENDING_DAYS
from engine.errors import PatuhError, UnknownRuleError
from engine.pack import Pack
from schemas.archive import GrantedWaiver, Waiver

LONGEST_DAYS: Final = 365
"""From the day on which it is granted: each year somebody decides again."""
LONGEST_REASON: Final = 4000


class GrantError(PatuhError):
    """The waiver is refused; the message is Indonesian, names each fault and says what to do."""


@dataclass(frozen=True, slots=True)
class Ended:
    """That a waiver was withdrawn."""

    at: dt.datetime
    by: str
    """Name of the account."""
    name: str
    """Full name of the person."""
    reason: str


@dataclass(frozen=True, slots=True)
class Granted:
    """A waiver of the page."""

    number: int
    at: dt.datetime
    account: str
    """Name of the account that granted it."""
    waiver: GrantedWaiver
    """Its `by` is the full name of the person; that of the account where it is not known any more."""
    ended: Ended | None = None

    def holds(self, day: dt.date) -> bool:
        """Whether it lets findings pass on a day."""
        return self.ended is None and day <= self.waiver.until


class Grants:
    """The waivers of the page in a store."""

    def __init__(self, store: Store, now: Callable[[], dt.datetime] = _now) -> None:
        """
        Look at a store.

        Args:
            store: It is open; no lock is needed.
            now: The moment at which something is granted or withdrawn.
        """
        self._store = store
        self._now = now

    def grant(self, asked: Waiver, by: str, pack: Pack, layout: Layout) -> int:
        """
        Grant a waiver.

        Args:
            asked: What is let pass, why and until when; who decided it is *by*, whatever it says.
            by: Name of the account.
            pack: The rules that there are.
            layout: Whose offices there are.

        Returns:
            Its number.

        Raises:
            GrantError: All its faults.
            StoreError: The store cannot be written.
        """
        now, offices = self._now(), _offices(layout)
        faults = [*_faults(asked, pack), *_office_faults(asked, offices), *_day_faults(asked, now.astimezone().date())]
        if faults:
            raise GrantError(" ".join(faults))
        row = {
            **asked.model_dump(include={"rule", "path", "fingerprint", "reason", "until"}),
            "office": offices[name_key(asked.office)] if asked.office is not None else None,
            "at": now,
            "by": by,
        }
        return appended(self._store, waiver, row)

    def withdraw(self, number: int, by: str, reason: str) -> None:
        """
        End a waiver before its last day.

        Raises:
            GrantError: There is none of this number, it was withdrawn before, or no reason is given.
            StoreError: The store cannot be written.
        """
        if not reason.strip():
            raise GrantError("Alasan pencabutan kosong. Isi alasannya.")
        if len(reason) > LONGEST_REASON:
            raise GrantError(f"Alasan terlalu panjang. Tulis paling banyak {LONGEST_REASON} huruf.")
        if not self._read(waiver.c.id == number):
            raise GrantError(f"Tidak ada pengecualian no. {number}. Pilih dari daftar pengecualian.")
        row = {"waiver": number, "at": self._now(), "by": by, "reason": reason.strip()}
        if not put(self._store, waiver_end, row):
            raise GrantError(f"Pengecualian no. {number} sudah dicabut. Muat ulang daftar pengecualian.")

    def standing(self, as_of: dt.date) -> list[Granted]:
        """Return those that let findings pass on a day, by number."""
        return self._read(waiver_end.c.waiver.is_(None) & (waiver.c.until >= as_of))

    def counting(self, as_of: dt.date) -> list[GrantedWaiver]:
        """
        Return those that a night must know, by number: also such as ended of late.

        What expired is told for as many days as what is about to; then it rests, since nobody can delete it from here.
        """
        until = as_of - dt.timedelta(days=ENDING_DAYS)
        return [one.waiver for one in self._read(waiver_end.c.waiver.is_(None) & (waiver.c.until >= until))]

    def all(self) -> list[Granted]:
        """Return all that were ever granted, by number."""
        return self._read(true())

    def _read(self, which: ColumnElement[bool]) -> list[Granted]:
        granter, ender = account.alias("granter"), account.alias("ender")
        ends = [column.label(f"end_{column.name}") for column in waiver_end.c]
        query = (
            select(waiver, granter.c.full_name, *ends, ender.c.full_name.label("end_full_name"))
            .outerjoin(waiver_end, waiver_end.c.waiver == waiver.c.id)
            .outerjoin(granter, granter.c.name == waiver.c.by)
            .outerjoin(ender, ender.c.name == waiver_end.c.by)
            .where(which)
            .order_by(waiver.c.id)
        )
        with explained(self._store.shown), self._store.engine.connect() as connection:
            return [_granted(row) for row in connection.execute(query)]


def _granted(row: Any) -> Granted:
    ended = None
    if row.end_waiver is not None:
        ended = Ended(row.end_at, row.end_by, (row.end_full_name or "").strip() or row.end_by, row.end_reason)
    made = GrantedWaiver(
        number=row.id,
        rule=row.rule,
        office=row.office,
        path=row.path,
        fingerprint=row.fingerprint,
        reason=row.reason,
        by=(row.full_name or "").strip() or row.by,
        until=row.until,
    )
    return Granted(row.id, row.at, row.by, made, ended)


def _offices(layout: Layout) -> dict[str, str]:
    """Every name of an office -> the one that counts."""
    return {name_key(name): one.name for one in layout.offices for name in (one.name, *one.also)}


def _faults(asked: Waiver, pack: Pack) -> list[str]:
    faults = []
    try:
        pack.named([asked.rule])
    except UnknownRuleError:
        faults.append(f"Aturan {asked.rule[:80]!r} tidak ada. Tulis nama, kode, atau pola aturan yang terpasang.")
    if asked.path is not None and problem_of(asked.path):
        faults.append(
            f"Dokumen {asked.path[:200]!r} tidak sah. Tulis jalurnya di dalam arsip, misalnya kecamatan/sukamaju/**."
        )
    if len(asked.reason) > LONGEST_REASON:
        faults.append(f"Alasan terlalu panjang. Tulis paling banyak {LONGEST_REASON} huruf.")
    return faults


def _office_faults(asked: Waiver, offices: dict[str, str]) -> list[str]:
    if asked.office is None or name_key(asked.office) in offices:
        return []
    return [f"Perangkat daerah {asked.office[:120]!r} tidak ada dalam arsip. Pilih dari daftar."]


def _day_faults(asked: Waiver, today: dt.date) -> list[str]:
    last = today + dt.timedelta(days=LONGEST_DAYS)
    if asked.until <= today:
        return ["Hari terakhir harus sesudah hari ini."]
    if asked.until > last:
        return [f"Hari terakhir paling lambat {last:%d-%m-%Y}, satu tahun dari hari ini; sesudah itu putuskan lagi."]
    return []
