"""
Figures of the last night for Prometheus, as the textfile collector of its node exporter reads them.

The file is replaced whole when a night has ended. What is not known is left out; it is never 0 for that.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from prometheus_client import CollectorRegistry, Gauge, write_to_textfile
from sqlalchemy import Connection, Engine, select, text

from archive.history import OVERRULED
from archive.store.tables import office_figures
from archive.store.tables import run as runs
from reports.words import harmless
from schemas.report import Severity

MAX_OFFICES: Final = 1_000
"""Offices that get a line of their own: each is a time series that Prometheus keeps."""
OUTCOMES: Final = ("expected", "seen", "audited", "rejudged", "carried", "unread", "gone")
"""How documents fared in a night."""
_AT_ONCE: Final = 20
"""Runs fetched at once; mostly the one before is enough."""
_NOTHING_READ: Final = 3
"""The exit code of a run in which no document could be read."""


@dataclass(frozen=True, slots=True)
class NightFigures:
    """What one night gave."""

    run: int
    ended: dt.datetime
    """With its zone."""
    exit_code: int
    complete: bool
    """Whether everything expected was seen; else `last_success` stays as it was."""
    duration_seconds: float
    cpu_seconds: float
    documents: Mapping[str, int]
    """By names of `OUTCOMES`."""
    findings: Mapping[Severity, int]
    new: int
    fixed: int
    waived: int = 0
    overruled: int = 0
    late: int = 0
    """Hand-ins that are late or missing."""
    scores: Mapping[str, float] = field(default_factory=dict)
    """Office -> mean score; empty name = of no known office."""
    store_bytes: int | None = None
    last_success: dt.datetime | None = None
    """The last run that was complete before this one."""
    log_lines_lost: int = 0


def night_figures(engine: Engine, run: int) -> NightFigures:
    """
    The figures of a run that is done, from the store.

    Raises:
        LookupError: There is no such run, or it is not done.
    """
    with engine.connect() as connection:
        wanted = [runs.c[name] for name in ("id", "begun", "ended", "exit_code", "cpu_seconds", "counts")]
        ended = select(*wanted).where(runs.c.state == "done", runs.c.id <= run).order_by(runs.c.id.desc())
        rows = connection.execution_options(yield_per=_AT_ONCE).execute(ended)
        last = next(rows, None)
        if last is None or last.id != run:
            raise LookupError(run)
        before = next((_aware(row.ended) for row in rows if _complete(row)), None)
        rows.close()
        offices = connection.execute(select(office_figures).where(office_figures.c.run == run)).all()
        size = _size(connection)

    def total(name: str) -> int:
        return sum(getattr(office, name) for office in offices)

    return NightFigures(
        run=run,
        ended=_aware(last.ended),
        exit_code=last.exit_code,
        complete=_complete(last),
        duration_seconds=(_aware(last.ended) - _aware(last.begun)).total_seconds(),
        cpu_seconds=last.cpu_seconds,
        documents={name: last.counts[name] for name in OUTCOMES if name in last.counts},
        findings={severity: total(severity.value) for severity in Severity},
        new=total("new"),
        fixed=total("fixed"),
        waived=total("waived"),
        overruled=sum(last.counts.get(OVERRULED, {}).values()),
        late=total("late"),
        scores={office.office: office.score for office in offices if office.score is not None},
        store_bytes=size,
        last_success=before,
    )


def _complete(row: Any) -> bool:
    """Whether a run saw all that it expected, and could read some of it."""
    return bool(row.counts.get("seen") == row.counts.get("expected") and row.exit_code != _NOTHING_READ)


def _aware(time: dt.datetime) -> dt.datetime:
    """SQLite forgets the zone, which is UTC in the store."""
    return time if time.tzinfo else time.replace(tzinfo=dt.UTC)


def _size(connection: Connection) -> int | None:
    """Bytes of the store; of a SQLite file as it counts its pages."""
    asked = {
        "sqlite": "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
        "postgresql": "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' "
        "AND relnamespace = current_schema()::regnamespace",
    }
    found = connection.execute(text(asked[connection.dialect.name])).scalar()
    return int(found) if found is not None else None


def write_metrics(path: Path, figures: NightFigures) -> None:
    """
    Replace the file at *path*.

    Raises:
        OSError: It cannot be written; what stood there stays.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    write_to_textfile(str(path), registry(figures))


def registry(figures: NightFigures) -> CollectorRegistry:
    """The figures as Prometheus knows them."""
    found = CollectorRegistry()  # of its own: figures of this process itself are nobody's interest
    for name, about, value in _single(figures):
        if value is not None:
            Gauge(f"patuh_night_{name}", about, registry=found).set(value)
    _labelled(found, "documents", "Documents by what became of them.", "outcome", figures.documents.items())
    severities = [(severity.value, figures.findings.get(severity, 0)) for severity in Severity]
    _labelled(found, "findings", "Findings that stand, by severity.", "severity", severities)
    shown = sorted(figures.scores.items())[:MAX_OFFICES]
    _labelled(found, "office_score", "Mean score of the documents of an office.", "office", shown)
    return found


def _single(figures: NightFigures) -> Iterable[tuple[str, str, float | None]]:
    success = figures.ended if figures.complete else figures.last_success
    yield "last_success_timestamp_seconds", "When a run last saw all that it expected.", _seconds(success)
    yield "last_end_timestamp_seconds", "When a run last ended.", _seconds(figures.ended)
    yield "last_run_id", "Number of the last run.", figures.run
    yield (
        "exit_code",
        "Exit code of the last run; 1 = findings, 3 = not carried out, 4 = some unread.",
        figures.exit_code,
    )
    yield "duration_seconds", "How long the last run took.", figures.duration_seconds
    yield "cpu_seconds", "Processor time of the last run.", figures.cpu_seconds
    yield "new_findings", "Findings that the run before did not have.", figures.new
    yield "fixed_findings", "Findings of the run before that are gone.", figures.fixed
    yield "waived_findings", "Findings that are let pass for a time.", figures.waived
    yield "overruled_findings", "Findings that an auditor overruled on the page.", figures.overruled
    yield "late_documents", "Documents that are due and were not handed in.", figures.late
    yield "offices", "Offices that have a score.", len(figures.scores)
    yield "store_bytes", "Size of the store.", figures.store_bytes
    yield "log_lines_lost", "Lines of the log that could not be written.", figures.log_lines_lost


def _labelled(
    registry: CollectorRegistry, name: str, about: str, label: str, values: Iterable[tuple[str, float]]
) -> None:
    gauge = Gauge(f"patuh_night_{name}", about, [label], registry=registry)
    for key, value in values:
        gauge.labels(harmless(key).encode("utf-8", "replace").decode()).set(value)


def _seconds(time: dt.datetime | None) -> float | None:
    return time.timestamp() if time is not None else None
