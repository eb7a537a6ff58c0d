"""
Short transactions in which people write to the store.

They do not wait for a night, which holds its lock for hours: they touch tables that no night writes. Among each other
they take turns, so that numbers are given without gaps and what was looked up before a change still holds when it is
made: SQLite has one writer at a time, on a server they take a lock that ends with the transaction.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import zlib
from collections.abc import Callable, Iterator
from typing import Any, Final

from sqlalchemy import Column, Connection, func, select, text

from archive.store.connections import WRITES
from archive.store.errors import explained
from archive.store.store import Store

Clock = Callable[[], dt.datetime]
"""Gives the moment, with its time zone."""

_KEY: Final = zlib.crc32(b"patuh people")
"""Of the lock of a server; that of another schema of the same database is the same, which costs a short wait."""


def now() -> dt.datetime:
    """Return the moment in the time zone of this machine."""
    return dt.datetime.now(dt.UTC).astimezone()


@contextlib.contextmanager
def writing(store: Store) -> Iterator[Connection]:
    """
    One transaction that writes; it is undone when an exception leaves it.

    Nothing but the store is to be touched in it: others wait meanwhile, and an error of a file would be told as one of
    the store.

    Raises:
        StoreError: The store cannot be written.
    """
    with (
        explained(store.shown),
        store.engine.connect().execution_options(**{WRITES: True}) as connection,
        connection.begin(),
    ):
        take_turn(connection)
        yield connection


def take_turn(connection: Connection) -> None:
    """Wait until nobody else writes what people do; for a transaction that was begun elsewhere (`archive`)."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _KEY})


@contextlib.contextmanager
def looking(store: Store) -> Iterator[Connection]:
    """
    A connection that reads.

    Raises:
        StoreError: The store cannot be read.
    """
    with explained(store.shown), store.engine.connect() as connection:
        yield connection


def next_number(connection: Connection, column: Column[Any]) -> int:
    """Return the number that follows the greatest of *column*, 1 where there is none; inside `writing`."""
    return 1 + (connection.scalar(select(func.max(column))) or 0)
