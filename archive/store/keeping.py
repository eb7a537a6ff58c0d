"""Answers of workers, as rows for the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, delete, select
from sqlalchemy.schema import Table

from archive.store.connections import added, replaced
from archive.store.rows import Kept
from archive.store.tables import finding, gathered, judged, reading, verdict
from archive.tasks import Judged
from schemas.report import Severity

Row = dict[str, Any]
CHUNK: Final = 500
"""Values in one list of a query: SQLite of 2020 takes 999 in all."""
LONGEST: Final = 2000
"""Bytes of a path that an index of PostgreSQL takes in any case."""


def chunks(values: Iterable[str]) -> Iterable[list[str]]:
    """Part *values* into lists that a query can take, sorted, each once."""
    ordered = sorted(set(values))
    return (ordered[start : start + CHUNK] for start in range(0, len(ordered), CHUNK))


def insert(connection: Connection, statement: Any, rows: Sequence[Row]) -> None:
    """Execute *statement* for all *rows*, of which there may be none."""
    if rows:
        connection.execute(statement, rows)


class Batch:
    """What some answers change; of several answers to one content the last counts."""

    def __init__(self, answers: Iterable[Kept]) -> None:
        self._readings: dict[str, Row] = {}
        self._judged: dict[str, list[Row]] = {}
        self._gathered: dict[str, list[Row]] = {}
        self._verdicts: dict[str, Judged] = {}
        for kept in answers:
            self._take(kept)

    def _take(self, kept: Kept) -> None:
        answer = kept.answer
        if answer.content is None or (answer.problem is not None and answer.passing):
            return
        parts = () if answer.problem is not None else answer.parts
        if answer.problem is not None or answer.models is not None:
            self._readings[answer.content] = _reading(kept, answer.content, len(parts))
            told = () if answer.problem is not None else answer.told
            self._gathered[answer.content] = [
                {"content": answer.content, "part": part, "extractor": kept.extractor, "told": words}
                for part, words in enumerate(told, start=1)
            ]
        self._judged[answer.content] = [_judged(kept, part, one) for part, one in enumerate(parts, start=1)]
        self._verdicts.update((one.digest, one) for one in parts)

    def write(self, connection: Connection) -> None:
        """Write it all; the transaction is the caller's."""
        write_verdicts(connection, self._verdicts)
        insert(connection, replaced(connection, reading), list(self._readings.values()))
        for table, rows in ((judged, self._judged), (gathered, self._gathered)):
            drop(connection, table, rows)
            insert(connection, added(connection, table), [row for content in rows.values() for row in content])


def drop(connection: Connection, table: Table, contents: Iterable[str]) -> None:
    """Delete all of *contents* from a table that is kept by content."""
    for some in chunks(contents):
        connection.execute(delete(table).where(table.c.content.in_(some)))


def write_verdicts(connection: Connection, verdicts: dict[str, Judged]) -> None:
    """Add verdicts by digest, with their findings; those that are there stay as they are."""
    known: set[str] = set()
    for some in chunks(verdicts):
        known.update(connection.scalars(select(verdict.c.digest).where(verdict.c.digest.in_(some))))
    new = [one for digest, one in verdicts.items() if digest not in known]
    insert(connection, added(connection, verdict), [_verdict(one) for one in new])
    insert(connection, added(connection, finding), [row for one in new for row in _findings(one)])


def _reading(kept: Kept, content: str, parts: int) -> Row:
    problem = kept.answer.problem
    return {
        "content": content,
        "extractor": kept.extractor,
        "parts": parts,
        "models": None if problem else kept.answer.models,
        "error_code": problem.code if problem else None,
        "error_message": problem.message if problem else None,
    }


def _judged(kept: Kept, part: int, one: Judged) -> Row:
    return {
        "content": kept.answer.content,
        "part": part,
        "extractor": kept.extractor,
        "facts": kept.facts,
        "rules": kept.rules,
        "since": one.since,
        "until": one.until,
        "verdict": one.digest,
    }


def _verdict(one: Judged) -> Row:
    grave = Counter(found.severity for found in one.findings)
    return {
        "digest": one.digest,
        "kind": one.kind,
        "title": one.title,
        "unit": one.unit,
        "score": one.score,
        "grade": one.grade,
        "verdict": one.verdict,
        **{severity.value: grave[severity] for severity in Severity},
        **{outcome: one.outcomes.get(outcome, 0) for outcome in _OUTCOMES},
        "report": one.report,
    }


_OUTCOMES: Final = ("clean", "flagged", "not_applicable", "not_evaluated", "error")


def _findings(one: Judged) -> Iterable[Row]:
    for place, found in enumerate(one.findings):
        yield {
            "verdict": one.digest,
            "place": place,
            "fingerprint": found.fingerprint,
            "rule": found.rule,
            "severity": str(found.severity),
            "confidence": str(found.confidence),
        }
