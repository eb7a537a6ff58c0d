"""What the waivers let pass in a night, counted from the store without opening a report."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Engine, select

from archive.answering import NOBODY, Answered
from archive.history import in_batches
from archive.store.rows import Standing
from archive.store.tables import finding
from archive.waivers import Waivers, WaiverTold, WaiverUse
from reports.changes import day
from schemas.report import Severity

_CHUNK = 400
"""Verdicts asked for in one statement."""

_TOLD = {
    "expired": "berakhir {until}; {findings} temuan yang dikecualikannya berlaku lagi",
    "ending": "akan berakhir {until}; {findings} temuan dikecualikannya",
    "unused": "tidak mengecualikan temuan apa pun; hapus bila tidak diperlukan lagi",
    "long": "berlaku sampai {until}, terlalu lama; putuskan lagi setiap tahun",
}


@dataclass(slots=True)
class Waived:
    """What was let pass."""

    offices: Counter[str] = field(default_factory=Counter)
    """Findings by office; empty = of no known office."""
    use: WaiverUse = field(default_factory=WaiverUse)
    closed: Counter[tuple[str, Severity]] = field(default_factory=Counter)
    """Findings by office and severity that are waived or overruled: they ask nothing of anybody."""
    overruled: Counter[str] = field(default_factory=Counter)
    """Findings by office that an auditor overruled; none of them is among those of `offices`."""


def waived_in(
    engine: Engine,
    waivers: Waivers,
    standings: Sequence[Standing],
    as_of: dt.date,
    answers: Answered = NOBODY,
) -> Waived:
    """
    Count what is let pass; what an auditor overruled is that, also where it would be waived.

    Args:
        engine: Of the store, which has the verdicts.
        waivers: Those of the archive.
        standings: All that stands tonight.
        as_of: The day of audit.
        answers: What auditors said on the page.
    """
    result = Waived()
    _count_waived(result, engine, waivers, standings, as_of, answers)
    _count_overruled(result, engine, standings, answers)
    return result


def _count_waived(
    result: Waived, engine: Engine, waivers: Waivers, standings: Sequence[Standing], as_of: dt.date, answers: Answered
) -> None:
    if not len(waivers):
        return
    places = _by_verdict(standings)
    for verdict, rule, fingerprint, severity in _findings(engine, sorted(places), waivers.rules):
        for one in places[verdict]:
            let_pass = waivers.of(rule, fingerprint, one.path, one.office, as_of, result.use) is not None
            if let_pass and fingerprint not in answers.overruled(one.path, one.part):
                result.offices[one.office or ""] += 1
                result.closed[one.office or "", severity] += 1


def _count_overruled(result: Waived, engine: Engine, standings: Sequence[Standing], answers: Answered) -> None:
    if not len(answers):
        return
    places = _by_verdict([one for one in standings if answers.overruled(one.path, one.part)])
    for verdict, _, fingerprint, severity in _findings(engine, sorted(places)):
        for one in places[verdict]:
            if fingerprint in answers.overruled(one.path, one.part):
                result.overruled[one.office or ""] += 1
                result.closed[one.office or "", severity] += 1


def _by_verdict(standings: Iterable[Standing]) -> dict[str, list[Standing]]:
    places: dict[str, list[Standing]] = {}
    for one in standings:
        if one.verdict is not None:
            places.setdefault(one.verdict, []).append(one)
    return places


def _findings(
    engine: Engine, verdicts: Sequence[str], rules: Iterable[str] | None = None
) -> Iterator[tuple[str, str, str, Severity]]:
    """Of some rules, or of all."""
    query = select(finding.c.verdict, finding.c.rule, finding.c.fingerprint, finding.c.severity)
    if rules is not None:
        query = query.where(finding.c.rule.in_(sorted(rules)))
    with engine.connect() as connection:
        for chunk in in_batches(verdicts, _CHUNK):
            for verdict, rule, fingerprint, severity in connection.execute(query.where(finding.c.verdict.in_(chunk))):
                yield verdict, rule, fingerprint, Severity(severity)


def notices(waivers: Waivers, use: WaiverUse, as_of: dt.date) -> Iterator[dict[str, str]]:
    """Yield what whoever decides on waivers should know."""
    for told in waivers.told(use, as_of):
        yield {"code": f"waiver-{told.what}", "message": _message(waivers, told)}


def granted_at(number: int) -> str:
    """Where a waiver stands that is in no file."""
    return f"halaman Inspektorat no. {number}"


def _message(waivers: Waivers, told: WaiverTold) -> str:
    waiver = told.waiver
    scope = ", ".join(part for part in (waiver.office, waiver.path, waiver.fingerprint) if part)
    where = f"{waivers.path.name}:{told.line}: " if waivers.path else ""
    if told.number is not None:
        where = f"{granted_at(told.number)}: "
    words = _TOLD[told.what].format(until=day(waiver.until), findings=told.findings)
    return f"{where}pengecualian {waiver.rule}{f' ({scope})' if scope else ''} {words}."
