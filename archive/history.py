"""
What the store tells of the past; nothing here writes.

A run that ended never changes, so what is read of it needs no lock. How documents stand is read as of a run: of each
document the latest row up to it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import islice
from typing import Any, Final, TypeVar

from sqlalchemy import Engine, Select, and_, exists, func, select
from sqlalchemy.engine import Connection, Row
from sqlalchemy.sql import Subquery

from archive.store.tables import finding, office_figures, ruleset, run, standing, verdict
from schemas.night import RunFigures, RunInfo
from schemas.report import Severity

TOGETHER: Final = "archive"
"""The sort of the standing of an office as a whole, which has findings between documents."""
LATE: Final = "archive/report-missing"
"""The rule that tells which office has not handed in what."""
OVERRULED: Final = "overruled"
"""In the counts of a run: office -> findings that an auditor overruled; left out where there are none."""
AT_A_TIME: Final = 500
"""Rows that are fetched, and keys that are asked for, together."""
_CENT: Final = Decimal("0.01")
T = TypeVar("T")


class NoSuchRunError(Exception):
    """The store has no such run that ended."""

    def __init__(self, asked: int | None, known: Sequence[int]) -> None:
        super().__init__(asked)
        self.asked = asked
        """None: the last."""
        self.known = known
        """Newest first, a few."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run with all that was written of it."""

    info: RunInfo
    archive: str
    terms: Mapping[str, Any]
    layout: Mapping[str, Any]
    waivers: Mapping[str, Any]
    counts: Mapping[str, Any]
    notices: Sequence[Mapping[str, str]]
    cpu_seconds: float | None

    @property
    def id(self) -> int:
        """Its number."""
        return self.info.run


@dataclass(frozen=True, slots=True)
class Standing:
    """How a document stands as of a run."""

    run: int
    """Since when it stands so."""
    document: int
    path: str
    part: int | None
    office: str | None
    year: int | None
    sort: str | None
    content: str | None
    verdict: str | None
    error_code: str | None
    error_message: str | None
    gone: bool


@dataclass(frozen=True, slots=True)
class Grading:
    """What is known of a verdict without opening its report."""

    digest: str
    title: str | None
    score: Decimal | None
    grade: str | None


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding, as far as it is looked up."""

    fingerprint: str
    rule: str
    severity: Severity
    confidence: str


def in_batches(some: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """Yield *size* of them at a time, and what is left."""
    rest = iter(some)
    while together := tuple(islice(rest, size)):
        yield together


# runs ------------------------------------------------------------------------------------------------------------


def runs(connection: Connection, last: int | None = None) -> list[Run]:
    """Return the runs, the newest first; only the *last* ones where that is given."""
    query = select(run).order_by(run.c.id.desc())
    return [_run(row) for row in connection.execute(query.limit(last) if last is not None else query)]


def run_of(connection: Connection, number: int | None = None) -> Run:
    """
    Return a run that ended; the last one when no *number* is given.

    Raises:
        NoSuchRunError: There is none.
    """
    query = select(run).where(run.c.state == "done").order_by(run.c.id.desc()).limit(1)
    if number is not None:
        query = query.where(run.c.id == number)
    row = connection.execute(query).first()
    if row is None:
        known = select(run.c.id).where(run.c.state == "done").order_by(run.c.id.desc()).limit(5)
        raise NoSuchRunError(number, [*connection.execute(known).scalars()])
    return _run(row)


def compared_with(connection: Connection, number: int) -> Run | None:
    """Return what a digest of this run is compared with: the last run that was delivered, else the one before it."""
    earlier = select(run).where(run.c.id < number, run.c.state == "done").order_by(run.c.id.desc()).limit(1)
    for query in (earlier.where(run.c.delivered), earlier):
        row = connection.execute(query).first()
        if row is not None:
            return _run(row)
    return None


def runs_between(connection: Connection, before: int, after: int) -> int:
    """How many runs ended between these two."""
    between = and_(run.c.id > before, run.c.id < after, run.c.state == "done")
    return connection.execute(select(func.count()).select_from(run).where(between)).scalar_one()


def days_of(connection: Connection, numbers: Iterable[int]) -> dict[int, dt.date]:
    """Run -> the day of audit."""
    return {
        number: day
        for some in in_batches(numbers, AT_A_TIME)
        for number, day in connection.execute(select(run.c.id, run.c.as_of).where(run.c.id.in_(some)))
    }


def rule_keys(connection: Connection, key: str) -> Mapping[str, str] | None:
    """Return rule -> digest of a set of rules; None where the store does not have it."""
    found = connection.execute(select(ruleset.c.rules).where(ruleset.c.key == key)).scalar()
    return found if isinstance(found, dict) else None


def _run(row: Row[Any]) -> Run:
    info = RunInfo(
        run=row.id,
        as_of=row.as_of,
        state=row.state,
        begun=_zoned(row.begun),
        ended=_zoned(row.ended) if row.ended is not None else None,
        attempts=row.attempts,
        exit_code=row.exit_code,
        delivered=row.delivered,
    )
    return Run(info, row.archive, row.terms, row.layout, row.waivers, row.counts, row.notices, row.cpu_seconds)


def _zoned(moment: dt.datetime) -> dt.datetime:
    """SQLite keeps no time zone: what is written there is UTC."""
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=dt.UTC)


# documents -------------------------------------------------------------------------------------------------------


def standings(engine: Engine, number: int) -> Iterator[Standing]:
    """Yield how each document stands as of a run, those that are gone left out, in the order of their numbers."""
    latest = _latest(number)
    query = (
        select(standing)
        .join(latest, and_(standing.c.document == latest.c.document, standing.c.run == latest.c.run))
        .where(standing.c.gone.is_(False))
        .order_by(standing.c.document)
    )
    yield from map(_standing, _streamed(engine, query))


def special(connection: Connection, number: int, condition: Any, limit: int | None = None) -> list[Standing]:
    """
    Return the documents that stand so as of a run, by path.

    Args:
        connection: To the store.
        number: Of the run.
        condition: On the columns of `standing`; it should hold for few.
        limit: At most so many.
    """
    later = standing.alias("later")
    replaced = exists().where(
        later.c.document == standing.c.document, later.c.run > standing.c.run, later.c.run <= number
    )
    query = (
        select(standing)
        .where(condition, standing.c.run <= number, standing.c.gone.is_(False), ~replaced)
        .order_by(standing.c.path, standing.c.part)
    )
    return [_standing(row) for row in connection.execute(query.limit(limit) if limit is not None else query)]


def unread_since(connection: Connection, number: int, documents: Iterable[int]) -> dict[int, int]:
    """Document -> the run since which it cannot be read, for documents that cannot as of this run."""
    found: dict[int, int] = {}
    for some in in_batches(documents, AT_A_TIME):
        query = (
            select(standing.c.document, standing.c.run, standing.c.error_code)
            .where(standing.c.document.in_(some), standing.c.run <= number)
            .order_by(standing.c.document, standing.c.run.desc())
        )
        ended: set[int] = set()
        for document, at, code in connection.execute(query):
            if code is None:
                ended.add(document)
            elif document not in ended:
                found[document] = at
    return found


def changed(engine: Engine, before: int, after: int) -> Iterator[tuple[Standing | None, Standing]]:
    """
    Yield what stands otherwise: each document that has a row after run *before* and up to *after*.

    Its cost follows the rows between the two runs, not the size of the archive.

    Yields:
        How it stood (None: it was not there) and how it stands, in the order of the documents' numbers.
    """
    newest = (
        select(standing.c.document, func.max(standing.c.run).label("run"))
        .where(standing.c.run > before, standing.c.run <= after)
        .group_by(standing.c.document)
        .subquery("newest")
    )
    now, then, older = standing.alias("now"), standing.alias("then"), standing.alias("older")
    last = (
        select(func.max(older.c.run))
        .where(older.c.document == now.c.document, older.c.run <= before)
        .correlate(now)
        .scalar_subquery()
    )
    query = (
        select(*now.c, *(column.label(f"then_{column.name}") for column in then.c))
        .select_from(newest)
        .join(now, and_(now.c.run == newest.c.run, now.c.document == newest.c.document))
        .outerjoin(then, and_(then.c.document == now.c.document, then.c.run == last))
        .order_by(now.c.document)
    )
    width = len(standing.c)
    for row in _streamed(engine, query):
        was, is_ = _row(row[width:]), _row(row[:width])
        yield (None if was is None or was.gone else was), is_  # type: ignore[misc]  # the inner side has a row


def _latest(number: int) -> Subquery:
    return (
        select(standing.c.document, func.max(standing.c.run).label("run"))
        .where(standing.c.run <= number)
        .group_by(standing.c.document)
        .subquery("latest")
    )


def _streamed(engine: Engine, query: Select[Any]) -> Iterator[Row[Any]]:
    with engine.connect() as connection:
        yield from connection.execution_options(yield_per=AT_A_TIME).execute(query)


def _standing(row: Sequence[Any]) -> Standing:
    found = _row(row)
    assert found is not None
    return found


def _row(row: Sequence[Any]) -> Standing | None:
    """A row of `standing`, its columns in the order of the table."""
    if row[0] is None:
        return None
    at, document, path, part, *rest = row
    return Standing(at, document, path, part or None, *rest)


# verdicts --------------------------------------------------------------------------------------------------------


def gradings(connection: Connection, digests: Iterable[str]) -> dict[str, Grading]:
    """Return what is known of these verdicts."""
    columns = (verdict.c.digest, verdict.c.title, verdict.c.score, verdict.c.grade)
    return {
        row.digest: Grading(row.digest, row.title, decimal_of(row.score), row.grade)
        for some in in_batches(digests, AT_A_TIME)
        for row in connection.execute(select(*columns).where(verdict.c.digest.in_(some)))
    }


def findings(connection: Connection, digests: Iterable[str]) -> dict[str, list[FindingRow]]:
    """Return the findings of these verdicts, each in the order of its report."""
    found: dict[str, list[FindingRow]] = {}
    for some in in_batches(digests, AT_A_TIME):
        query = select(finding).where(finding.c.verdict.in_(some)).order_by(finding.c.verdict, finding.c.place)
        for row in connection.execute(query):
            one = FindingRow(row.fingerprint, row.rule, Severity(row.severity), row.confidence)
            found.setdefault(row.verdict, []).append(one)
    return found


def packed_reports(connection: Connection, digests: Iterable[str]) -> dict[str, bytes]:
    """Return the reports of these verdicts, as `archive.models.unpacked_report` takes them; ask for few."""
    return {
        row.digest: row.report
        for some in in_batches(digests, AT_A_TIME)
        for row in connection.execute(select(verdict.c.digest, verdict.c.report).where(verdict.c.digest.in_(some)))
    }


# figures ---------------------------------------------------------------------------------------------------------


def offices_of(connection: Connection, number: int) -> dict[str, RunFigures]:
    """Office -> its figures in a run; the empty name stands for documents of no known office."""
    query = _figures_query().where(run.c.id == number).order_by(office_figures.c.office)
    overruled = _overruled(connection, [number])
    return {row.office: _figures(row, overruled) for row in connection.execute(query)}


def offices_known(connection: Connection, office: str) -> bool:
    """Whether any run has figures of this office."""
    query = select(office_figures.c.run).where(office_figures.c.office == office).limit(1)
    return connection.execute(query).first() is not None


def trend(
    connection: Connection, office: str | None = None, *, last: int, until: int | None = None
) -> list[RunFigures]:
    """
    Return figures over runs that ended, the oldest first.

    Args:
        connection: To the store.
        office: Of one office; of the whole archive when left out.
        last: At most so many runs.
        until: Up to this run.
    """
    wanted = select(run.c.id).where(run.c.state == "done").order_by(run.c.id.desc()).limit(last)
    if until is not None:
        wanted = wanted.where(run.c.id <= until)
    numbers = [*connection.execute(wanted).scalars()]
    query = _figures_query().where(run.c.id.in_(numbers))
    if office is not None:
        query = query.where(office_figures.c.office == office)
    by_run: dict[int, list[Any]] = {}
    for row in connection.execute(query.order_by(run.c.id, office_figures.c.office)):
        by_run.setdefault(row.id, []).append(row)
    days, overruled = days_of(connection, numbers), _overruled(connection, numbers)
    return [
        summed(number, days[number], (_figures(row, overruled) for row in by_run.get(number, [])))
        for number in sorted(numbers)
    ]


def scores_of_offices(
    connection: Connection, numbers: Sequence[int], offices: Sequence[str]
) -> dict[str, dict[int, Decimal]]:
    """Office -> run -> its mean score, for few offices."""
    found: dict[str, dict[int, Decimal]] = {}
    columns = (office_figures.c.office, office_figures.c.run, office_figures.c.score)
    for some in in_batches(offices, AT_A_TIME):
        query = select(*columns).where(office_figures.c.run.in_(numbers), office_figures.c.office.in_(some))
        for office, number, score in connection.execute(query):
            if score is not None:
                found.setdefault(office, {})[number] = decimal_of(score) or Decimal(0)
    return found


def summed(number: int, as_of: dt.date, parts: Iterable[RunFigures]) -> RunFigures:
    """Add figures of offices up to those of the whole."""
    some = list(parts)
    weights = [(one.score, one.documents - one.unread) for one in some if one.score is not None]
    weight = sum(documents for _, documents in weights)
    mean = sum((score * documents for score, documents in weights), Decimal(0)) / weight if weight else None
    counts = {name: sum(getattr(one, name) for one in some) for name in (*_COUNTS, "overruled")}
    return RunFigures(
        run=number,
        as_of=as_of,
        score=mean.quantize(_CENT, ROUND_HALF_UP) if mean is not None else None,
        findings={severity: sum(one.findings.get(severity, 0) for one in some) for severity in Severity},
        **counts,
    )


_COUNTS: Final = ("documents", "unread", "waived", "new", "fixed", "late")


def _overruled(connection: Connection, numbers: Iterable[int]) -> dict[tuple[int, str], int]:
    """Run and office -> findings that an auditor overruled."""
    return {
        (number, office): count
        for some in in_batches(numbers, AT_A_TIME)
        for number, counts in connection.execute(select(run.c.id, run.c.counts).where(run.c.id.in_(some)))
        for office, count in counts.get(OVERRULED, {}).items()
    }


def _figures_query() -> Select[Any]:
    return select(run.c.id, run.c.as_of, office_figures).join(office_figures, office_figures.c.run == run.c.id)


def _figures(row: Row[Any], overruled: Mapping[tuple[int, str], int]) -> RunFigures:
    return RunFigures(
        run=row.id,
        as_of=row.as_of,
        score=decimal_of(row.score),
        findings={severity: getattr(row, severity.value) for severity in Severity},
        overruled=overruled.get((row.id, row.office), 0),
        **{name: getattr(row, name) for name in _COUNTS},
    )


def decimal_of(number: float | None) -> Decimal | None:
    """A score as the store has it, as reports tell it."""
    return None if number is None else Decimal(str(number)).quantize(_CENT, ROUND_HALF_UP)
