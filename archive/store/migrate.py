"""Bringing a store to the revision of this program; new stores begin at none."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnClause, Connection, Engine, column, inspect, select, table, text

from archive.store import migrations
from archive.store.connections import WRITES
from archive.store.errors import StoreError, refusal
from archive.store.places import Place
from archive.store.tables import metadata

_UPGRADING: Final = zlib.crc32(b"patuh upgrade")
"""Key of the lock under which a server lets one program at a time change tables."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What lies at the place of a store."""

    revision: str | None
    """None: it is no store."""
    others: bool
    """Whether there are tables that are in the way."""


def prepare(engine: Engine, place: Place, *, create: bool, lock: Callable[[], AbstractContextManager[None]]) -> None:
    """
    Bring the store to the newest revision, which usually it has.

    Args:
        engine: Connected to it.
        place: For messages.
        create: Make one where there is none.
        lock: Keeps nights away while tables change.

    Raises:
        StoreError: There is none, something else is there, or a newer program made it.
    """
    with engine.connect() as connection:
        found = _looked_at(connection)
        _check_server(connection, place)
    if found.revision == migrations.REVISIONS[-1]:
        return
    _refuse(found, place, create=create)
    if found.revision is None:
        _upgrade(engine, place)
        return
    with lock():
        _upgrade(engine, place)


def _looked_at(connection: Connection) -> _Found:
    names = set(inspect(connection).get_table_names())
    if migrations.VERSION_TABLE in names:
        number: ColumnClause[str] = column("version_num")
        return _Found(connection.scalar(select(number).select_from(table(migrations.VERSION_TABLE, number))), False)
    ours = names & set(metadata.tables) if connection.dialect.name == "postgresql" else names
    return _Found(None, bool(ours))


def _check_server(connection: Connection, place: Place) -> None:
    """Refuse a server that cannot hold all that documents say."""
    if connection.dialect.name != "postgresql":
        return
    if connection.scalar(text("SHOW server_encoding")) != "UTF8":
        raise refusal(place.shown, "basis datanya tidak memakai UTF-8", "Buat dengan: createdb --encoding=UTF8.")
    if connection.scalar(text("SELECT current_schema()")) is None:
        raise refusal(place.shown, "skema yang diminta tidak ada", "Buat dengan CREATE SCHEMA, atau ubah search_path.")


def _refuse(found: _Found, place: Place, *, create: bool) -> None:
    if found.revision is None and found.others:
        raise refusal(
            place.shown,
            "di sana sudah ada tabel milik program lain",
            "Pilih berkas, basis data, atau skema yang kosong.",
        )
    if found.revision is None and not create:
        raise nothing_there(place)
    if found.revision is not None and found.revision not in migrations.REVISIONS:
        raise refusal(
            place.shown,
            f"dibuat oleh patuh yang lebih baru (revisi {found.revision}; versi ini mengenal sampai "
            f"{migrations.REVISIONS[-1]})",
            "Perbarui patuh di komputer ini, atau pakai penyimpanan lain.",
        )


def nothing_there(place: Place) -> StoreError:
    """Say that there is no store yet."""
    return refusal(
        place.shown, "belum ada penyimpanan patuh di sana", "Periksa alamatnya, atau jalankan patuh nightly dahulu."
    )


def _upgrade(engine: Engine, place: Place) -> None:
    """Change the tables in one transaction; whoever comes second finds that it is done."""
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _UPGRADING})
        found = _looked_at(connection)
        if found.revision != migrations.REVISIONS[-1]:
            _refuse(found, place, create=True)
            _run_revisions(connection)


def _run_revisions(connection: Connection) -> None:
    from alembic.config import Config  # noqa: PLC0415  # only a store that changes needs it
    from alembic.runtime.environment import EnvironmentContext  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    scripts = ScriptDirectory(str(migrations.FOLDER))

    with EnvironmentContext(
        Config(),
        scripts,
        fn=lambda revision, _: scripts._upgrade_revs("head", revision),  # noqa: SLF001
        destination_rev="head",
    ) as context:
        context.configure(connection=connection, version_table=migrations.VERSION_TABLE)
        context.run_migrations()
