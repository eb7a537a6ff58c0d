"""Invented rows for tests of the store, and a store in either database."""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
import hashlib
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
from sqlalchemy import insert

from archive.store.connections import WRITES
from archive.store.rows import Ending, Kept, NewRun, OfficeFigures, Standing
from archive.store.store import Store
from archive.store.tables import account, answer, event, hand_in, metadata, token, waiver, waiver_end
from archive.tasks import Audited, FoundFinding, Judged
from schemas.report import Severity
from tests import postgres

BOTH = ("sqlite", "postgresql")
DAY = dt.date(2026, 1, 15)
NOW = dt.datetime(2026, 1, 15, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))
EXTRACTOR, FACTS, RULES = "e" * 32, "f" * 32, "a" * 32


@contextlib.contextmanager
def empty(kind: str, folder: Path) -> Iterator[str]:
    """Give the address of a store that is not there yet."""
    if kind == "sqlite":
        yield str(folder / "patuh.db")
        return
    with postgres.server().database() as url:
        yield url


@contextlib.contextmanager
def fresh(kind: str, folder: Path) -> Iterator[str]:
    """Give the address of a store without rows, quicker than `empty`: the tables were made for an earlier test."""
    if kind == "sqlite":
        (folder / "patuh.db").write_bytes(_tables_of_sqlite())
        yield str(folder / "patuh.db")
        return
    _wipe(url := _tables_of_postgresql())
    yield url


@functools.cache
def _tables_of_sqlite() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "patuh.db"
        Store.open(str(path)).close()
        return path.read_bytes()


@functools.cache
def _tables_of_postgresql() -> str:
    server = postgres.server()
    url = server.url(server.create())
    Store.open(url).close()
    return url


def _wipe(url: str) -> None:
    """Empty all tables, past the triggers that keep history."""
    with psycopg.connect(url) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(f"TRUNCATE {', '.join(sorted(metadata.tables))}".encode())


def digest(*words: object) -> str:
    """Return a digest as the store has them."""
    return hashlib.sha256(repr(words).encode()).hexdigest()[:32]


def content(number: int) -> str:
    """Return a content key."""
    return hashlib.sha256(str(number).encode()).hexdigest() + ".docx"


def new_run(**changes: object) -> NewRun:
    """Return a run as it begins."""
    plain = NewRun(
        as_of=DAY,
        archive="/srv/arsip",
        terms={"rules": RULES, "language": "id"},
        layout={"offices": [{"name": "Kecamatan Sukamaju", "folders": ["sukamaju"]}]},
        waivers={"waivers": []},
        begun=NOW,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def judged(number: int, *severities: Severity, **changes: object) -> Judged:
    """Return a verdict with a finding of each severity."""
    findings = tuple(
        FoundFinding(f"{number * 100 + place:016x}", f"steps/rule-{place}", severity, "high")
        for place, severity in enumerate(severities)
    )
    plain = Judged(
        digest=digest("verdict", number, severities),
        report=f"report {number}".encode(),
        kind="sop",
        title=f"SOP Nomor {number}",
        unit="Kecamatan Sukamaju",
        score=88.25,
        grade="A",
        verdict="layak",
        outcomes={"clean": 80, "flagged": len(findings), "not_applicable": 3, "not_evaluated": 2, "error": 1},
        findings=findings,
        since=DAY,
        until=DAY + dt.timedelta(days=30),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def audited(number: int, *parts: Judged, **changes: object) -> Kept:
    """Return the answer to the task of reading content *number*."""
    answer = Audited(
        content=content(number),
        parts=parts or (judged(number, Severity.MAJOR),),
        models=f"models {number}".encode(),
        told=tuple(f"told {number}.{part}".encode() for part in range(1, max(len(parts), 1) + 1)),
    )
    return Kept(replace(answer, **changes), EXTRACTOR, FACTS, RULES)  # type: ignore[arg-type]


def rejudged(number: int, *parts: Judged) -> Kept:
    """Return the answer to the task of judging content *number* again."""
    return Kept(Audited(content=content(number), parts=parts), EXTRACTOR, "0" * 32, "b" * 32)


def standing(number: int, **changes: object) -> Standing:
    """Return how document *number* stands, with the verdict of `audited`."""
    plain = Standing(
        document=number,
        path=f"sukamaju/sop-{number}.docx",
        part=0,
        office="Kecamatan Sukamaju",
        year=2025,
        sort="sop",
        content=content(number),
        verdict=judged(number, Severity.MAJOR).digest,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def ending(*standings: Standing, **changes: object) -> Ending:
    """Return the end of a run."""
    plain = Ending(
        standings=standings,
        figures=(OfficeFigures("Kecamatan Sukamaju", len(standings), 0, 88.25, 0, 1, 0, 0, 0, 1, 0, 0),),
        counts={"documents": len(standings)},
        notices=({"code": "clock-back", "message": "Jam mundur."},),
        ended=NOW + dt.timedelta(hours=1),
        cpu_seconds=1.5,
        exit_code=1,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def people(store: Store) -> None:
    """Write a row into each table of people: one who may come in, and each thing that is done on the page."""
    finding = {"path": "sukamaju/sop-1.docx", "fingerprint": "0" * 16, "rule": "steps/rule-0"}
    done = {"at": NOW, "by": "sari"}
    rows = {
        account: {"name": "sari", "full_name": "Sari", "role": "auditor", "active": True, "created": NOW}
        | {"changed": NOW},
        token: {"id": 1, "name": "e-arsip", "digest": "d" * 64, "created": NOW, "created_by": "sari", "until": DAY},
        hand_in: _handed_in(),
        answer: {"id": 1, "part": 0, "status": "overruled", "text": "Sudah sesuai."} | done | finding,
        waiver: {"id": 1, "reason": "Menunggu peraturan.", "until": DAY} | done | finding,
        waiver_end: {"waiver": 1, "reason": "Peraturannya terbit."} | done,
        event: {"id": 1, "at": NOW, "who": "sari", "address": "-", "what": "answer", "about": "a", "detail": {"b": 1}},
    }
    with store.engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        for table, row in rows.items():
            connection.execute(insert(table), row)


def _handed_in() -> dict[str, object]:
    """Return the row of a document that a clerk handed in."""
    return {
        "number": 1,
        "receipt": "r" * 32,
        "at": NOW,
        "office": "Kecamatan Sukamaju",
        "path": "sukamaju/sop-1.docx",
        "version": 1,
        "file_name": "SOP 1.docx",
        "sha256": "5" * 64,
        "bytes": 1 << 40,
        "by_name": "Budi",
        "kind": "sop",
        "score": 88.25,
        **dict.fromkeys(("critical", "major", "minor", "advice"), 0),
        "rules": RULES,
        "profile": "standar",
        "as_of": DAY,
        "program": "1.0",
        "report": b"report 1",
    }
