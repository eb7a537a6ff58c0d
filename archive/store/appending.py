"""
Rows that people add through the page, without the lock that a night holds for hours.

Each is one short transaction. Numbers follow one another in the order of the commits, so that "up to number N" is the
same set of rows for ever.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Column, Connection, Table, func, select

from archive.store.connections import WRITES, added
from archive.store.errors import explained, refusal
from archive.store.store import Store

_TRIES: Final = 100
"""A server may give one number to several at once: one of them has it, the others ask again."""


def now() -> dt.datetime:
    """Return the moment, for rows that say when."""
    return dt.datetime.now(dt.UTC)


def appended(store: Store, table: Table, row: Mapping[str, Any]) -> int:
    """
    Add a row under the next number, which is its `id`.

    Raises:
        StoreError: The store cannot be written.
    """
    key: Column[int] = table.c.id
    for _ in range(_TRIES):
        with explained(store.shown), store.engine.connect().execution_options(**{WRITES: True}) as connection:
            with connection.begin():
                number = 1 + (connection.scalar(select(func.max(key))) or 0)
                own = _inserted(connection, table, {**row, key.name: number})
            if own:
                return number
    raise refusal(store.shown, "terlalu banyak yang menulis bersamaan", "Ulangi sebentar lagi.")


def put(store: Store, table: Table, row: Mapping[str, Any]) -> bool:
    """
    Add a row with a key of its own; False where that key is there already.

    Raises:
        StoreError: The store cannot be written.
    """
    with (
        explained(store.shown),
        store.engine.connect().execution_options(**{WRITES: True}) as connection,
        connection.begin(),
    ):
        return _inserted(connection, table, row)


def _inserted(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    """
    Insert a row unless its key is there.

    The row is asked back: how many rows were inserted is not told by every driver.
    """
    statement = added(connection, table).values(dict(row)).returning(*table.primary_key.columns)
    return connection.execute(statement).first() is not None
