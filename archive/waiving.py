"""What the waivers let pass in a night, counted from the store without opening a report."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Engine, select

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
    severities: Counter[str] = field(default_factory=Counter)
    use: WaiverUse = field(default_factory=WaiverUse)


def waived_in(engine: Engine, waivers: Waivers, standings: Sequence[Standing], as_of: dt.date) -> Waived:
    """
    Count what is let pass.

    Args:
        engine: Of the store, which has the verdicts.
        waivers: Those of the archive.
        standings: All that stands tonight.
        as_of: The day of audit.
    """
    result = Waived()
    if not len(waivers):
        return result
    places: dict[str, list[Standing]] = {}
    for one in standings:
        if one.verdict is not None:
            places.setdefault(one.verdict, []).append(one)
    for verdict, rule, fingerprint, severity in _findings(engine, waivers.rules, sorted(places)):
        for one in places[verdict]:
            if waivers.of(rule, fingerprint, one.path, one.office, as_of, result.use) is not None:
                result.offices[one.office or ""] += 1
                result.severities[severity] += 1
    return result


def _findings(
    engine: Engine, rules: Iterable[str], verdicts: Sequence[str]
) -> Iterator[tuple[str, str, str, Severity]]:
    columns = finding.c.verdict, finding.c.rule, finding.c.fingerprint, finding.c.severity
    query = select(*columns).where(finding.c.rule.in_(sorted(rules)))
    with engine.connect() as connection:
        for chunk in in_batches(verdicts, _CHUNK):
            for verdict, rule, fingerprint, severity in connection.execute(query.where(finding.c.verdict.in_(chunk))):
                yield verdict, rule, fingerprint, Severity(severity)


def notices(waivers: Waivers, use: WaiverUse, as_of: dt.date) -> Iterator[dict[str, str]]:
    """Yield what whoever decides on waivers should know."""
    for told in waivers.told(use, as_of):
        yield {"code": f"waiver-{told.what}", "message": _message(waivers, told)}


def _message(waivers: Waivers, told: WaiverTold) -> str:
    waiver = told.waiver
    scope = ", ".join(part for part in (waiver.office, waiver.path, waiver.fingerprint) if part)
    where = f"{waivers.path.name}:{told.line}: " if waivers.path else ""
    words = _TOLD[told.what].format(until=day(waiver.until), findings=told.findings)
    return f"{where}pengecualian {waiver.rule}{f' ({scope})' if scope else ''} {words}."
