"""
Connections to the store.

SQLite: one file in WAL mode, so that who reads is not in the way of who writes; each transaction that was committed is
on the disk (``synchronous=FULL``), which survives a killed process and a power cut. A transaction that writes says so
at its beginning, so that two writers wait for each other instead of failing.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import weakref
from collections.abc import Mapping
from typing import Any, Final, cast

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import Insert
from sqlalchemy.pool import QueuePool
from sqlalchemy.schema import Table

from archive.store.errors import StoreError, meant, refusal
from archive.store.places import Place

WRITES: Final = "patuh_writes"
"""Execution option of a connection: its transactions write."""
BARE: Final = "patuh_bare"
"""Execution option: no transaction at all, for what SQLite refuses in one."""
_BUSY_SECONDS: Final = 30.0
"""How long to wait for another program that writes to the file, such as one that makes a backup."""
_CACHE_KIB: Final = 32 * 1024
_CONNECT_SECONDS: Final = 15
_MODE: Final = 0o660
"""Of a new file, less the umask; SQLite gives its journal the same."""

_PRAGMAS: Final = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "recursive_triggers = ON",  # REPLACE deletes rows, and history is to notice
    f"cache_size = -{_CACHE_KIB}",
)


def opened(place: Place) -> Engine:
    """Return an engine for *place*; nothing is connected yet."""
    engine = _file_engine(place.path) if place.path is not None else _server_engine(place)

    def said(context: ExceptionContext) -> StoreError | None:
        """Say what the database means, whoever asked it; a connection that is only tried out is replaced instead."""
        if context.is_pre_ping or not isinstance(context.original_exception, Exception):
            return None  # whoever was asked to end while the database worked ends
        return meant(place.shown, context.sqlalchemy_exception or context.original_exception)

    event.listen(engine, "handle_error", said, retval=True)
    return engine


def plain_json(value: Any) -> str:
    """Write JSON that is the same for the same values."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False, default=_plain)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value).__name__)


def _file_engine(path: str) -> Engine:
    name = os.fsencode(path)

    def connect() -> sqlite3.Connection:
        _make_private(name)
        made = sqlite3.connect(name, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            for pragma in _PRAGMAS:
                made.execute(f"PRAGMA {pragma}")
        except BaseException:
            made.close()
            raise
        return made

    engine = create_engine(
        "sqlite://", creator=connect, poolclass=QueuePool, json_serializer=plain_json, hide_parameters=True
    )
    event.listen(engine, "begin", _begin_file)
    return engine


def _make_private(name: bytes) -> None:
    """Make the file where there is none: others on the machine cannot read it, for hashes of passwords are in it."""
    with contextlib.suppress(OSError):  # it is there already, or SQLite will say what is wrong
        os.close(os.open(name, os.O_CREAT | os.O_EXCL | os.O_RDWR, _MODE))


def _begin_file(connection: Connection) -> None:
    """Begin as SQLite has it: Python's module would begin late, and commit before a change of tables."""
    options = connection.get_execution_options()
    if not options.get(BARE):
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(WRITES) else "BEGIN")


def _server_engine(place: Place) -> Engine:
    assert place.url is not None
    try:
        engine = create_engine(
            place.url,
            connect_args={"connect_timeout": _CONNECT_SECONDS, "application_name": "patuh"},
            json_serializer=plain_json,
            hide_parameters=True,
            pool_pre_ping=True,
        )
    except ImportError as error:
        raise refusal(
            place.shown,
            "dukungan PostgreSQL belum terpasang",
            "Pasang tambahan postgres: pip install 'patuh[postgres]'.",
        ) from error
    # Rows go in by the hundred in one statement; without this each would be a statement of its own.
    engine.dialect.use_insertmanyvalues_wo_returning = True
    event.listen(engine, "connect", _known)
    return engine


_connections: weakref.WeakSet[Any] = weakref.WeakSet()
"""Open connections to servers."""


def _known(connection: Any, _: object) -> None:
    _connections.add(connection)


def let_go_after_fork() -> None:
    """
    Cut a forked worker off from the servers.

    It holds copies of the sockets: as long as it lives, the server would believe that its parent, killed long since,
    still holds lock and transaction.
    """
    for connection in list(_connections):
        if not connection.closed:
            nowhere = os.open(os.devnull, os.O_RDWR)
            os.dup2(nowhere, connection.fileno())
            os.close(nowhere)
    _connections.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=let_go_after_fork)


def added(connection: Connection, table: Table) -> Insert:
    """Return an INSERT that leaves alone what is there already."""
    return _insert(connection, table).on_conflict_do_nothing()


def replaced(connection: Connection, table: Table) -> Insert:
    """Return an INSERT that replaces the row of the same key."""
    statement = _insert(connection, table)
    rest = {column.name: statement.excluded[column.name] for column in table.columns if not column.primary_key}
    return statement.on_conflict_do_update(index_elements=list(table.primary_key.columns), set_=rest)


def _insert(connection: Connection, table: Table) -> Insert:
    """Both dialects have the same clauses; their types are not related."""
    made = postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)
    return cast("Insert", made)
