"""The digest of a night, from the store: counted over all that changed, listed as far as a person reads."""

from __future__ import annotations

import datetime as dt
import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from pydantic import ValidationError
from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from archive.changes import Comparison, Waiving, comparison, nothing_waived
from archive.history import (
    LATE,
    TOGETHER,
    Run,
    Standing,
    compared_with,
    days_of,
    findings,
    gradings,
    offices_of,
    packed_reports,
    run_of,
    runs_between,
    scores_of_offices,
    special,
    summed,
    trend,
    unread_since,
)
from archive.models import unpacked_report
from archive.store.tables import standing
from archive.waivers import ENDING_DAYS
from archive.waiving import granted_at
from schemas.archive import GrantedWaiver, StoredWaivers, Waiver
from schemas.night import (
    ChangedFinding,
    Counted,
    DocumentChange,
    GradeStep,
    NewFinding,
    Night,
    Notice,
    OfficeNight,
    Place,
    RunFigures,
    State,
    Tally,
    Unread,
    WaivedBy,
    WaiverNote,
)
from schemas.report import Confidence, Finding, Severity

RUNS: Final = 30
"""Of the charts."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many of something are listed; all are counted."""

    findings: int = 10
    """Of an office."""
    first: int = 10
    """Of the whole archive, before the offices."""
    worse: int = 10
    places: int = 10
    late: int = 10
    unread: int = 50
    unknown: int = 20


def night_of(
    engine: Engine,
    number: int | None = None,
    *,
    letters: Sequence[str] = (),
    waiving: Waiving = nothing_waived,
    bounds: Bounds = Bounds(),
) -> Night:
    """
    Make the digest of a run that ended.

    Args:
        engine: Of the store.
        number: The run; the last one when left out.
        letters: Grades, the best first.
        waiving: Tells which findings are let pass.
        bounds: How many of something are listed.

    Raises:
        archive.history.NoSuchRunError: There is no such run.
    """
    with engine.connect() as connection:
        after = run_of(connection, number)
        before = compared_with(connection, after.id)
        compared = comparison(engine, before, after, letters, waiving) if before is not None else None
        return _Night(connection, after, before, compared, bounds, waiving).made()


@dataclass(slots=True)
class _Office:
    """What changed in one office, so far."""

    bounds: Bounds
    counts: Counter[str] = field(default_factory=Counter)
    severities: Counter[Severity] = field(default_factory=Counter)
    found: list[tuple[Any, ...]] = field(default_factory=list)
    """Rank and finding, the least important on top of the heap."""
    worse: list[tuple[Any, ...]] = field(default_factory=list)
    gone: list[Place] = field(default_factory=list)

    def add(self, change: DocumentChange) -> None:
        """Count one document."""
        together = change.sort == TOGETHER
        place = Place(path=change.path, part=change.part, title=change.title, together=together)
        self.counts[f"documents_{change.what}"] += not together
        self.counts["documents_moved"] += change.path_before is not None
        if change.step != "same":
            self.counts[change.step] += 1
        if change.step == "worse":
            self._keep(self.worse, _fall(change), _step(place, change), self.bounds.worse)
        if change.what == "gone" and not together and len(self.gone) < self.bounds.places:
            self.gone.append(place)
        self.counts["unjudged"] += len(change.unjudged)
        self.counts["left"] += len(change.left)
        for one in change.fixed:
            self.counts["fixed" if one.cause == "document" else "gone_by_rules"] += 1
        for at, one in enumerate(change.new):
            self._count(one)
            if one.rule == LATE:  # it has a list of its own
                continue
            most = max(self.bounds.findings, self.bounds.first)
            self._keep(self.found, _rank(one, change, at), NewFinding(place=place, finding=one), most)

    def _count(self, one: ChangedFinding) -> None:
        if one.overruled is not None:
            self.counts["overruled"] += 1
        elif one.waived is not None:
            self.counts["waived"] += 1
        elif one.cause == "document":
            self.severities[one.severity] += 1
        else:
            self.counts["by_day" if one.cause == "day" else "by_rules"] += 1

    @staticmethod
    def _keep(heap: list[tuple[Any, ...]], rank: _Rank, what: object, most: int) -> None:
        heapq.heappush(heap, (rank, what))
        if len(heap) > most:
            heapq.heappop(heap)

    def tally(self) -> Tally:
        """The counts."""
        return Tally(new={one: self.severities[one] for one in Severity}, **self.counts)

    def listed(self) -> list[tuple[_Rank, NewFinding]]:
        """New findings, the gravest first."""
        return [(rank, one) for rank, one in sorted(self.found, key=lambda pair: pair[0], reverse=True)]

    def steps(self) -> list[GradeStep]:
        """Falls of grades, the deepest first."""
        return [one for _, one in sorted(self.worse, key=lambda pair: pair[0], reverse=True)]


class _Rank(tuple[Any, ...]):
    """How important something is: the first of the sorted is the most important, so it is the greatest in a heap."""

    __slots__ = ()

    def __lt__(self, other: tuple[Any, ...]) -> bool:
        return tuple.__gt__(self, other)

    def __gt__(self, other: tuple[Any, ...]) -> bool:
        return tuple.__lt__(self, other)


def _rank(one: ChangedFinding, change: DocumentChange, at: int) -> _Rank:
    """Those that are waived or overruled, or that only another rule brought, come last."""
    foreign = one.cause in ("rules", "program")
    confidence = Confidence(one.confidence).rank
    closed = one.waived is not None or one.overruled is not None
    return _Rank((closed, foreign, one.severity.rank, confidence, change.path, change.document, at))


def _fall(change: DocumentChange) -> _Rank:
    lost = (change.score or Decimal(0)) - (change.score_before or Decimal(0))
    return _Rank((lost, change.path, change.document))


def _step(place: Place, change: DocumentChange) -> GradeStep:
    return GradeStep(
        place=place,
        grade_before=change.grade_before or "",
        grade=change.grade or "",
        score_before=change.score_before,
        score=change.score,
        cause=change.cause,
    )


@dataclass(slots=True)
class _Night:
    """The digest while it is made."""

    connection: Connection
    after: Run
    before: Run | None
    compared: Comparison | None
    bounds: Bounds
    waiving: Waiving = nothing_waived
    offices: dict[str, _Office] = field(default_factory=dict)
    trend: Sequence[RunFigures] = ()

    def made(self) -> Night:
        """Put it together."""
        if self.compared is not None:
            for change in self.compared.changes():
                self._office(change.office).add(change)
        self.trend = trend(self.connection, last=RUNS, until=self.after.id)
        figures = offices_of(self.connection, self.after.id)
        unread = self._unread()
        terms, info = self.after.terms, self.after.terms.get("rules_info", {})
        return Night(
            run=self.after.info,
            against=self.before.info if self.before else None,
            runs_between=runs_between(self.connection, self.before.id, self.after.id) if self.before else 0,
            archive=self.after.archive,
            organisation=info.get("organisation"),
            version=terms.get("tool", {}).get("version", ""),
            profile=info.get("profile", ""),
            rule_count=info.get("count", 0),
            rules_changed=tuple(sorted(self.compared.terms.rules)) if self.compared else (),
            program_changed=self.compared.terms.program if self.compared else False,
            state=_state(self.after),
            figures=summed(self.after.id, self.after.info.as_of, figures.values()),
            figures_before=self._figures_before(),
            tally=_total(office.tally() for office in self.offices.values()),
            first=self._first(),
            offices=self._offices(figures, unread),
            unread=tuple(unread[: self.bounds.unread]),
            unread_total=len(unread),
            waivers=tuple(_waivers(self.after)),
            waivers_told=tuple(_waivers_told(self.after)),
            unknown=tuple(self._places(_OF_NOBODY, self.bounds.unknown)),
            unknown_total=figures[""].documents if "" in figures else 0,
            trend=tuple(self.trend),
        )

    def _office(self, office: str | None) -> _Office:
        return self.offices.setdefault(office or "", _Office(self.bounds))

    def _figures_before(self) -> RunFigures | None:
        if self.before is None:
            return None
        return summed(self.before.id, self.before.info.as_of, offices_of(self.connection, self.before.id).values())

    def _first(self) -> tuple[NewFinding, ...]:
        """The critical ones; where there are none, the major ones."""
        every = sorted(
            (pair for office in self.offices.values() for pair in office.listed()), key=lambda pair: tuple(pair[0])
        )
        blamed = [one for rank, one in every if not rank[0] and not rank[1]]
        for severity in (Severity.CRITICAL, Severity.MAJOR):
            grave = [one for one in blamed if one.finding.severity is severity]
            if grave:
                return tuple(grave[: self.bounds.first])
        return ()

    # offices

    def _offices(self, figures: Mapping[str, RunFigures], unread: Sequence[Unread]) -> tuple[OfficeNight, ...]:
        late = self._late()
        empty = self._empty()
        lost = Counter(one.office or "" for one in unread)
        fresh = Counter(one.office or "" for one in unread if one.fresh)
        names = sorted({*figures, *self.offices, *late, *empty, *lost})
        runs = [one.run for one in self.trend]
        scores = scores_of_offices(self.connection, runs, names)
        made = []
        for name in names:
            own = figures.get(name) or RunFigures(run=self.after.id, as_of=self.after.info.as_of)
            office = self.offices.get(name) or _Office(self.bounds)
            tally = office.tally()
            made.append(
                OfficeNight(
                    office=name or None,
                    figures=own,
                    kept=max(0, own.total - tally.total_new - tally.waived - tally.overruled),
                    tally=tally,
                    findings=tuple(one for _, one in office.listed()[: self.bounds.findings]),
                    worse=tuple(office.steps()),
                    gone=tuple(office.gone),
                    late=tuple(late.get(name, ())[: self.bounds.late]),
                    late_total=len(late.get(name, ())),
                    no_documents=name in empty,
                    unread=lost[name],
                    unread_fresh=fresh[name],
                    scores=tuple(scores.get(name, {}).get(number) for number in runs),
                )
            )
        return tuple(sorted(made, key=_importance))

    def _late(self) -> dict[str, list[str]]:
        """Office -> what it has not handed in, in the words of the rule."""
        whole = special(self.connection, self.after.id, (standing.c.sort == TOGETHER) & standing.c.verdict.is_not(None))
        rows = findings(self.connection, (one.verdict for one in whole if one.verdict))
        late = [one for one in whole if any(row.rule == LATE for row in rows.get(one.verdict or "", ()))]
        packed = packed_reports(self.connection, sorted({one.verdict for one in late if one.verdict}))
        return {
            one.office or "": [
                _late_words(found)
                for found in self.waiving(
                    unpacked_report(packed[one.verdict or ""], one.path, one.part), one.office
                ).findings
                if found.rule == LATE
            ]
            for one in late
        }

    def _empty(self) -> frozenset[str]:
        """Offices that the archive has, and of which nothing is there."""
        return frozenset(self.after.counts.get("without_documents", ()))

    # documents

    def _unread(self) -> list[Unread]:
        """All that cannot be read, those that became so first."""
        some = special(self.connection, self.after.id, standing.c.error_code.is_not(None))
        since = unread_since(self.connection, self.after.id, [one.document for one in some])
        days = days_of(self.connection, set(since.values()))
        found = [self._one_unread(one, since.get(one.document, one.run), days) for one in some]
        return sorted(found, key=lambda one: (-one.since_run, one.office or "", one.place.path, one.place.part or 0))

    def _one_unread(self, one: Standing, since: int, days: Mapping[int, dt.date]) -> Unread:
        return Unread(
            place=Place(path=one.path, part=one.part),
            office=one.office,
            reason=one.error_message or one.error_code or "",
            since_run=since,
            since=days.get(since, self.after.info.as_of),
            fresh=self.before is not None and since > self.before.id,
        )

    def _places(self, condition: Any, limit: int) -> Iterable[Place]:
        some = special(self.connection, self.after.id, condition, limit)
        titles = gradings(self.connection, sorted({one.verdict for one in some if one.verdict}))
        for one in some:
            known = titles.get(one.verdict or "")
            yield Place(path=one.path, part=one.part, title=known.title if known else None)


def _importance(one: OfficeNight) -> tuple[object, ...]:
    """What a reader must see first: graver news, falls, what cannot be read, what is late; then what is mended."""
    tally = one.tally
    return (
        one.quiet and not one.late_total and not one.no_documents and not one.unread,
        *(-tally.new.get(severity, 0) for severity in (Severity.CRITICAL, Severity.MAJOR)),
        -tally.worse,
        -one.unread_fresh,
        -one.late_total,
        -tally.total_new,
        -tally.fixed,
        one.office is None,
        one.office or "",
    )


def _total(tallies: Iterable[Tally]) -> Tally:
    some = list(tallies)
    counts = {name: sum(getattr(one, name) for one in some) for name in Tally.model_fields if name != "new"}
    return Tally(new={severity: sum(one.new.get(severity, 0) for one in some) for severity in Severity}, **counts)


def _state(after: Run) -> State:
    """What was to be done and what was, of `archive.night`; what another version wrote otherwise is not known."""
    counts, outcomes = after.counts, after.counts.get("outcomes")
    ended = outcomes if isinstance(outcomes, dict) else {}
    notices = (Notice(code=str(one.get("code", "")), message=str(one.get("message", ""))) for one in after.notices)
    return State(
        documents=_counted(counts.get("expected"), counts.get("seen")),
        outcomes=_counted(counts.get("expected_outcomes"), sum(ended.values()) if ended else None),
        failed_outcomes=ended.get("error", 0),
        rules=counts.get("rules", {}),
        work={name: counts[name] for name in _WORK if name in counts},
        notices=tuple(one for one in notices if not one.code.startswith(_OF_WAIVERS)),
    )


_OF_NOBODY: Final = standing.c.office.is_(None) & (standing.c.sort.is_(None) | (standing.c.sort != TOGETHER))
_WORK: Final = ("audited", "rejudged", "carried", "passed_over")
_OF_WAIVERS: Final = "waiver"
"""Codes of notices about waivers begin so."""


_CLOSED: Final[Mapping[str, str]] = {"waived": "dikecualikan", "overruled": "dibatalkan"}


def _late_words(found: Finding) -> str:
    """What is not handed in; what is let pass stays in the list, as such."""
    closed = _CLOSED.get(found.status)
    return found.condition if closed is None else f"{found.condition.removesuffix('.')} ({closed})."


def _counted(expected: int | None, seen: int | None) -> Counted | None:
    return Counted(expected=expected, seen=seen) if expected is not None and seen is not None else None


def _waivers_told(after: Run) -> Iterable[str]:
    """What the run noticed of waivers, but for those that `_waivers` tells of."""
    told = (f"{_OF_WAIVERS}-expired", f"{_OF_WAIVERS}-ending")
    for one in after.notices:
        if str(one.get("code", "")).startswith(_OF_WAIVERS) and one["code"] not in told:
            yield str(one.get("message", ""))


def _waivers(after: Run) -> Iterable[WaiverNote]:
    """Those that have expired, and those that will soon; the next to end first."""
    try:
        stored = StoredWaivers.model_validate(after.waivers)
    except ValidationError:
        return
    day, every = after.info.as_of, (*stored.waivers, *stored.granted)
    for one in sorted(every, key=lambda waiver: (waiver.until, waiver.rule, _scope(waiver))):
        if one.until <= day + dt.timedelta(days=ENDING_DAYS):
            yield WaiverNote(
                what="expired" if one.until < day else "ending",
                rule=one.rule,
                scope=_scope(one),
                reason=one.reason,
                by=one.by,
                until=one.until,
                source=granted_at(one.number) if isinstance(one, GrantedWaiver) else "",
            )


def _scope(waiver: Waiver) -> str:
    return ", ".join(part for part in (waiver.office, waiver.path, waiver.fingerprint) if part)


def masked_night(night: Night, hide: Callable[[str], str]) -> Night:
    """
    Return the digest without names of persons, NIPs and quoted words.

    Args:
        night: The digest.
        hide: Replaces names and numbers in a line, such as `auditing.masking.masked_line`.
    """

    def place(one: Place) -> Place:
        bare = {"path": one.path if one.together else hide(one.path), "title": hide(one.title) if one.title else None}
        return one.model_copy(update=bare)

    def new(one: NewFinding) -> NewFinding:
        waived = WaivedBy(reason="", by=None) if one.finding.waived else None
        overruled = WaivedBy(reason="", by=None) if one.finding.overruled else None
        bare = one.finding.model_copy(
            update={"condition": "", "title": hide(one.finding.title), "waived": waived, "overruled": overruled}
        )
        return NewFinding(place=place(one.place), finding=bare)

    def office(one: OfficeNight) -> OfficeNight:
        steps = tuple(step.model_copy(update={"place": place(step.place)}) for step in one.worse)
        return one.model_copy(
            update={
                "findings": tuple(map(new, one.findings)),
                "worse": steps,
                "gone": tuple(map(place, one.gone)),
                "late": tuple(map(hide, one.late)),
            }
        )

    state = night.state.model_copy(
        update={"notices": tuple(one.model_copy(update={"message": hide(one.message)}) for one in night.state.notices)}
    )
    return night.model_copy(
        update={
            "state": state,
            "first": tuple(map(new, night.first)),
            "offices": tuple(map(office, night.offices)),
            "unread": tuple(
                one.model_copy(update={"place": place(one.place), "reason": hide(one.reason)}) for one in night.unread
            ),
            "waivers_told": tuple(map(hide, night.waivers_told)),
            "waivers": tuple(
                one.model_copy(update={"by": "", "reason": hide(one.reason), "scope": hide(one.scope)})
                for one in night.waivers
            ),
            "unknown": tuple(map(place, night.unknown)),
            "masked": True,
        }
    )
