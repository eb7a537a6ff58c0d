"""All that a store holds, row for row: two equal runs give equal rows, in either database."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import JSON, select

from archive.store.connections import plain_json
from archive.store.errors import explained
from archive.store.store import Store
from archive.store.tables import MEASURED, MEASURED_COUNTS, metadata, run


def rows(store: Store) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """
    Yield each row with the name of its table: tables by name, rows by key.

    Columns of `MEASURED` are left out, and counts of `MEASURED_COUNTS`; JSON comes as text.
    """
    for name, table in sorted(metadata.tables.items()):
        columns = [column for column in table.columns if table is not run or column.name not in MEASURED]
        wanted = select(*columns).order_by(*table.primary_key.columns)
        plain = [isinstance(column.type, JSON) for column in columns]
        with explained(store.shown), store.engine.connect() as connection:
            for row in connection.execution_options(yield_per=1000).execute(wanted):
                yield (
                    name,
                    tuple(plain_json(_equal(value)) if json else value for value, json in zip(row, plain, strict=True)),
                )


def _equal(value: Any) -> Any:
    """What of a JSON value is the same in equal runs; no other mapping of the store has keys of these names."""
    if not isinstance(value, dict):
        return value
    return {name: one for name, one in value.items() if name not in MEASURED_COUNTS}
