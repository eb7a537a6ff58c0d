"""Stores with accounts, for tests of what auditors decide on the page."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from sqlalchemy import insert

from archive.store.store import Store
from archive.store.tables import account

NOW = dt.datetime(2026, 3, 2, 5, tzinfo=dt.UTC)
"""About noon in Indonesia, so that the day is the same wherever a test runs."""


def clock(start: dt.datetime = NOW) -> Callable[[], dt.datetime]:
    """Tell the time: a minute later each time."""
    minutes = iter(range(10_000))
    return lambda: start + dt.timedelta(minutes=next(minutes))


@cache
def empty_store() -> bytes:
    """Bytes of a store in which Sekar Melati has an account: quicker than all migrations for each test."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "patuh.db"
        with Store.open(str(place)) as store:
            add_account(store, "sekar", "Sekar Melati, S.E.")
        return place.read_bytes()


def add_account(store: Store, name: str, full_name: str) -> None:
    """Let somebody in."""
    row = {"name": name, "full_name": full_name, "role": "auditor", "active": True, "created": NOW, "changed": NOW}
    with store.engine.begin() as connection:
        connection.execute(insert(account), row)
