"""
One night at a time on a store.

Both locks belong to the process and go when it is killed: flock on a file beside the SQLite file, a session's advisory
lock on a connection of its own on PostgreSQL.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import re
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import SQLAlchemyError

from archive.store.errors import StoreBusyError, StoreError, explained, refusal
from archive.store.places import Place

Alive = Callable[[], None]
"""Raises when the lock is lost."""

_KIND: Final = 0x5061
"""Parts the locks of patuh from those of other programs in the same database."""
_NAME: Final = "patuh nightly "
_LONGEST_NAME: Final = 63
"""Bytes of a name that a server takes."""
_MADE_BY: Final = re.compile(rf"{_NAME}(\d+) (.+)")
_PATIENCE: Final = {
    "tcp_keepalives_idle": 60,
    "tcp_keepalives_interval": 15,
    "tcp_keepalives_count": 4,
    "idle_session_timeout": 0,  # of PostgreSQL 14 and later
}
"""A machine that lost its power gives the lock back after two minutes; one that works all night keeps it."""
_ONE: Final = """
FROM pg_locks JOIN pg_stat_activity USING (pid)
WHERE locktype = 'advisory' AND granted AND classid = :kind AND objid = :schema AND objsubid = 1
AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
_HOLDER: Final = f"SELECT application_name, backend_start {_ONE}"
_MINE: Final = f"SELECT count(*) {_ONE} AND pid = pg_backend_pid()"


@contextlib.contextmanager
def held(place: Place, engine: Engine) -> Iterator[Alive]:
    """
    Hold the lock of the store.

    Raises:
        StoreBusyError: Another process holds it.
        StoreError: It cannot be had.
    """
    with _file_lock(place) if place.path is not None else _server_lock(place, engine) as alive:
        yield alive


@contextlib.contextmanager
def _file_lock(place: Place) -> Iterator[Alive]:
    name = f"{place.path}.lock"
    holder = Path(f"{name}ed-by")
    lock = FileLock(name)
    with explained(place.shown):
        try:
            lock.acquire(blocking=False)
        except Timeout:
            raise _busy(place, _told(holder)) from None
    try:
        with explained(place.shown):
            holder.write_text(json.dumps(_myself()), encoding="utf-8")
        mine = _identity(place)
        yield lambda: _same_file(place, mine)
    finally:
        with contextlib.suppress(OSError):
            holder.unlink()
        lock.release()


def _identity(place: Place) -> tuple[int, int] | None:
    """Which file it is; None where there is none."""
    try:
        status = Path(place.path or "").stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _same_file(place: Place, mine: tuple[int, int] | None) -> None:
    """Make sure that what is written will be found again: SQLite goes on writing to a file that was deleted."""
    if mine is not None and _identity(place) != mine:
        raise refusal(
            place.shown,
            "berkasnya dihapus atau diganti selagi dipakai, sehingga pekerjaan ini tidak tersimpan",
            "Pulihkan dari cadangan (docs/store.md), lalu jalankan lagi patuh nightly.",
        )


def _myself() -> dict[str, Any]:
    return {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "since": dt.datetime.now(dt.UTC).isoformat("T", "seconds"),
    }


def _told(holder: Path) -> dict[str, Any]:
    """Who wrote that it holds the lock; empty where it has not done so yet."""
    try:
        found = json.loads(holder.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _busy(place: Place, who: dict[str, Any]) -> StoreBusyError:
    pid, host, since = who.get("pid"), who.get("host"), who.get("since")
    by = f" (proses {pid} di {host}, sejak {since})" if pid else ""
    return StoreBusyError(
        f"Penyimpanan {place.shown}: pemeriksaan malam lain sedang berjalan{by}. Tunggu sampai selesai, lalu ulangi.",
        pid=pid,
        host=host,
        since=since,
    )


@contextlib.contextmanager
def _server_lock(place: Place, engine: Engine) -> Iterator[Alive]:
    with explained(place.shown):
        session = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        try:
            key = _take(session, place)
        except BaseException:
            session.invalidate()
            session.close()
            raise
    try:
        yield lambda: _still_held(session, place, key)
    finally:
        with contextlib.suppress(SQLAlchemyError, StoreError):
            session.invalidate()  # the lock goes with the session; who it said it was must not go back to the pool
        session.close()


def _take(session: Connection, place: Place) -> int:
    """Take the lock, whose key is made of the schema; servers keep locks of different databases apart."""
    setting = text("SELECT set_config(name, :value, false) FROM pg_settings WHERE name = :name")
    session.execute(setting, [{"name": key, "value": str(value)} for key, value in _PATIENCE.items()])
    name = f"{_NAME}{os.getpid()} {socket.gethostname()}"[:_LONGEST_NAME]
    session.execute(text("SELECT set_config('application_name', :name, false)"), {"name": name})
    schema = session.scalar(text("SELECT oid::bigint FROM pg_namespace WHERE nspname = current_schema()"))
    key = (_KIND << 32) + int(schema or 0)
    if not session.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": key}):
        raise _busy(place, _server_holder(session, key))
    return key


def _server_holder(session: Connection, key: int) -> dict[str, Any]:
    """Who holds the lock, as far as the server tells."""
    found = session.execute(text(_HOLDER), {"kind": key >> 32, "schema": key & 0xFFFFFFFF}).first()
    name = _MADE_BY.match(found[0] or "") if found else None
    if found is None or name is None:
        return {}
    since = found[1].astimezone(dt.UTC).isoformat("T", "seconds")
    return {"pid": int(name[1]), "host": name[2], "since": since}


def _still_held(session: Connection, place: Place, key: int) -> None:
    """Make sure that the session lives: had it ended, another night could have begun."""
    try:
        held_here = session.scalar(text(_MINE), {"kind": key >> 32, "schema": key & 0xFFFFFFFF})
    except (SQLAlchemyError, StoreError):
        held_here = 0
    if not held_here:
        raise refusal(
            place.shown,
            "sambungan yang memegang kuncinya terputus",
            "Jalankan lagi patuh nightly: yang sudah tersimpan tetap utuh dan pekerjaan dilanjutkan.",
        )
