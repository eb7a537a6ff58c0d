"""
What the sentences of a report claim about its figures, and what the figures say; and figures that stand twice.

A claim is judged by the figures of its own sentence, else by the tables of the report. Where these do not tell, or do
not agree among themselves about it, there is no fact: silence is better than a wrong word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from engine.derive.factlist import FactList
from engine.derive.measures import wants_fewer
from engine.derive.report_figures import (
    Book,
    Entry,
    Figure,
    changed_table,
    is_share,
    numbers,
    read_book,
    same_value,
)  # fmt: skip
from schemas.evidence import Evidence
from schemas.performance import ABSENT, PerformanceReport, Quantity, Statement
from schemas.places import told
from schemas.report import Confidence

MAX_NAMED = 3
"""Indicators that a finding about all of them names."""

Shows = Literal["rise", "fall", "same", "reached", "missed", "agrees", "differs", "hidden"]
_FULL = Decimal(100)
_CLAIMS = {"achieved": "reached", "exceeded": "reached"}


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What the figures say of a claim."""

    shows: Shows
    figures: str
    """The figures in words, with their years or places."""
    places: tuple[Evidence, ...] = ()
    basis: Literal["sentence", "table"] = "table"
    subject: str = ""


def claim_facts(out: FactList, report: PerformanceReport) -> None:
    """Facts about what a Laporan Kinerja says of its figures, in words and in tables."""
    if report.type != "report":
        return
    book = read_book(report)
    for statement in report.statements:
        for verdict in _verdicts(statement, report, book):
            _add(out, statement, verdict)
    _figures(out, report, book)


def _verdicts(statement: Statement, report: PerformanceReport, book: Book) -> Iterator[_Verdict]:
    found: _Verdict | None = None
    if statement.kind in ("rise", "fall", "same"):
        found = _movement(statement, book)
        yield from _stated(statement, book)
    elif statement.kind in ("achieved", "exceeded", "missed"):
        found = _all_reached(statement, book) if statement.every else _reached(statement, book)
    elif statement.kind == "value":
        yield from _stated(statement, book)
    elif statement.kind == "average" and statement.bound == "above" and not statement.subject:
        found = _hidden(report)
    if found is not None:
        yield found


def _add(out: FactList, statement: Statement, verdict: _Verdict) -> None:
    claim = _CLAIMS.get(statement.kind, statement.kind)
    claim = "value" if verdict.shows in ("differs", "agrees") and claim != "average" else claim
    if claim == "missed" and verdict.shows == "hidden":
        return
    likely = verdict.basis == "table" or claim == "average"
    out.add(
        "claim",
        {"claim": claim, "shows": verdict.shows, "basis": verdict.basis},
        {
            "text": statement.text.value[:300],
            "subject": verdict.subject or statement.subject,
            "figures": verdict.figures,
        },
        (*statement.text.evidence, *verdict.places),
        confidence=Confidence.MEDIUM if likely and claim != "value" else Confidence.HIGH,
    )


# rise and fall ----------------------------------------------------------------------------------------------------


def _movement(statement: Statement, book: Book) -> _Verdict | None:
    """The way from the earlier figure to the later one."""
    entry = book.find(statement.subject)
    lower = entry.lower if entry else wants_fewer(statement.subject)
    if statement.of_capaian and (lower or not statement.subject) and not statement.percent:
        return None  # a better achievement of such an indicator is a lower figure
    if statement.value is not None and statement.other_value is not None:
        words = f"{_dated(statement.other_value, statement.other_year)}; {_dated(statement.value, statement.year)}"
        return _Verdict(_way(statement.other_value, statement.value), words, basis="sentence")
    if entry is None or statement.of_capaian or statement.year is None or statement.other_year is None:
        return None
    now, then = _only(entry, statement.year), _only(entry, statement.other_year)
    if now is None or then is None or then.quantity.value is None or now.quantity.value is None:
        return None
    if any(
        given is not None and not same_value(given, one.quantity)
        for given, one in ((statement.value, now), (statement.other_value, then))
    ):
        return None  # the sentence and the table differ, which is said as such
    words = f"{_said(then)}; {_said(now)}"
    return _Verdict(_way(then.quantity.value, now.quantity.value), words, (then.place, now.place), subject=entry.name)


def _way(before: Decimal, after: Decimal) -> Shows:
    return "rise" if after > before else "fall" if after < before else "same"


def _only(entry: Entry, year: int) -> Figure | None:
    """The figure of a year, where all tables give the same."""
    found = numbers(entry.of("realization", year=year)) or numbers(entry.of("series", year=year))
    both = numbers(entry.of("realization", "series", year=year))
    if not found or not all(same_value(one.quantity, found[0].quantity) for one in both):
        return None
    return found[0]


# achieved or not --------------------------------------------------------------------------------------------------


def _reached(statement: Statement, book: Book) -> _Verdict | None:
    entry = book.find(statement.subject)
    if statement.target is not None and statement.value is not None:
        if entry.lower if entry else wants_fewer(statement.subject + statement.text.value):
            return None
        words = f"target {_number(statement.target)}; realisasi {_number(statement.value)}"
        return _Verdict("reached" if statement.value >= statement.target else "missed", words, basis="sentence")
    return _reached_in_table(entry, statement.year) if entry is not None else None


def _reached_in_table(entry: Entry, year: int | None) -> _Verdict | None:
    """Whether target, realization and printed achievement together say that the target was reached."""
    found: _Verdict | None = None
    for table in dict.fromkeys(one.table for one in entry.of("realization", year=year)):
        target, result, capaian = (
            next((one for one in entry.of(kind, year=year) if one.table == table), None)
            for kind in ("target", "realization", "capaian")
        )
        if target is None or result is None:
            continue
        verdict = _of_row(entry, target, result, capaian)
        if verdict is None or (found is not None and found.shows != verdict.shows):
            return None
        found = found or verdict
    return found


def _of_row(entry: Entry, target: Figure, result: Figure, capaian: Figure | None) -> _Verdict | None:
    words = f"target {target.quantity.text.strip() or '-'}; realisasi {result.quantity.text.strip() or '-'}"
    places = (target.place, result.place)
    wanted, had = target.quantity.value, result.quantity.value
    if target.quantity.state == "number" and result.quantity.state in ABSENT:
        return _Verdict("hidden", words, places, subject=entry.name)
    if (
        target.quantity.state != "number"
        or result.quantity.state not in ("number", "nil")
        or wanted is None
        or had is None
    ):
        return None
    share = capaian.quantity.value if capaian is not None and capaian.quantity.state == "number" else None
    if share is not None:
        words += f"; capaian {capaian.quantity.text.strip()}" if capaian is not None else ""
    enough = had >= wanted
    if entry.lower and had != wanted:
        if share is None and entry.polarity != "lower":
            return None
        enough = had <= wanted if entry.polarity == "lower" or share is None else share >= _FULL
    if share is not None and (share >= _FULL) is not enough:
        return None
    return _Verdict("reached" if enough else "missed", words, places, subject=entry.name)


def _all_reached(statement: Statement, book: Book) -> _Verdict | None:
    """What the tables say of a claim about all indicators: the first ones for which it does not hold."""
    verdicts = [verdict for entry in book.entries if (verdict := _reached_in_table(entry, statement.year))]
    wanted = "missed" if statement.kind == "missed" else "reached"
    against = [one for one in verdicts if one.shows != wanted]
    if not verdicts or (wanted == "missed" and against):
        return None
    if not against:
        return _Verdict(verdicts[0].shows, "", verdicts[0].places)
    shows: Shows = "missed" if any(one.shows == "missed" for one in against) else "hidden"
    named = [one for one in against if one.shows == shows][:MAX_NAMED]
    words = "; ".join(f"{one.subject}: {one.figures}" for one in named)
    more = sum(one.shows == shows for one in against) - len(named)
    return _Verdict(shows, words + (f"; +{more}" if more else ""), tuple(one.places[-1] for one in named))


# values -----------------------------------------------------------------------------------------------------------


def _stated(statement: Statement, book: Book) -> Iterator[_Verdict]:
    """A figure of a sentence beside what the tables say of the same indicator and year."""
    entry = book.find(statement.subject, wholly=True)
    if entry is None:
        return
    for value, year in ((statement.value, statement.year), (statement.other_value, statement.other_year)):
        if value is not None and year is not None:
            verdict = _beside(entry, value, year, percent=statement.percent, of_capaian=statement.of_capaian)
            if verdict is not None:
                yield verdict


def _beside(entry: Entry, value: Decimal, year: int, *, percent: bool, of_capaian: bool) -> _Verdict | None:
    results = numbers(entry.of("realization", "series", year=year))
    others = numbers(entry.of("target", "capaian", year=year))
    if not results or len(entry.units) > 1:
        return None
    in_percent = any("%" in unit or "persen" in unit for unit in entry.units) or any(
        one.quantity.percent for one in results
    )
    if any(same_value(value, one.quantity) for one in (*results, *others)) or is_share(value, results, others):
        return _Verdict("agrees", "", (results[0].place,), subject=entry.name)
    if (percent and not in_percent) or (of_capaian and not others):
        return None
    return _Verdict(
        "differs",
        f"uraian {_number(value)}; tabel {_said(results[0])}",
        tuple(one.place for one in results[:2]),
        subject=entry.name,
    )


# figures that stand twice -----------------------------------------------------------------------------------------


def _figures(out: FactList, report: PerformanceReport, book: Book) -> None:
    """The same figure in two tables."""
    compared: Figure | None = None
    clean = True
    year = report.year.value if report.year else None
    for entry in book.entries:
        if len(entry.units) > 1:
            continue
        for first, second in (*_result_pairs(entry, year), *_target_pairs(entry, report, year)):
            compared = first
            if not same_value(first.quantity, second.quantity):
                clean = False
                _add_pair(out, report, entry, first, second)
    if compared is not None and clean:
        words = {"text": "", "subject": "", "figures": ""}
        out.add("claim", {"claim": "figures", "shows": "agrees", "basis": "table"}, words, (compared.place,))


def _result_pairs(entry: Entry, year: int | None) -> Iterator[tuple[Figure, Figure]]:
    """The result of a year in two tables, the first of them that where it stands beside its target."""
    by_year: dict[int, list[Figure]] = {}
    for one in numbers(entry.of("realization", "series")):
        if one.year is not None:
            by_year.setdefault(one.year, []).append(one)
    odd: set[int] = set()
    for at in sorted(by_year, key=lambda found: found != year):
        first, *others = sorted(by_year[at], key=lambda one: one.kind != "realization")
        explained = numbers(entry.of("target", "capaian", year=at))
        for other in others:
            if other.table == first.table or other.table in odd or first.table in odd:
                continue
            share = is_share(other.quantity, [first], explained)
            if other.kind == "series" and (share or any(same_value(other.quantity, one.quantity) for one in explained)):
                odd.add(other.table)  # a table of targets or of achievements, not of results
            else:
                yield first, other
                if not same_value(first.quantity, other.quantity):
                    odd.add(other.table)
                    break


def _target_pairs(entry: Entry, report: PerformanceReport, year: int | None) -> Iterator[tuple[Figure, Figure]]:
    """The target in the achievement table beside that of the agreement; after a change one of them has to fit."""
    found = numbers(entry.of("target", year=year))
    achieved = {one.table for one in entry.of("realization", year=year)}
    agreed = [one for one in found if one.table not in achieved]
    shown = [one for one in found if one.table in achieved]
    for one in shown[:1]:
        fits = [other for other in agreed if same_value(one.quantity, other.quantity)]
        if fits:
            yield fits[0], one
        elif agreed and not any(changed_table(report.tables[other.table]) for other in agreed):
            yield agreed[-1], one
    for other in shown[1:]:
        yield shown[0], other


def _add_pair(out: FactList, report: PerformanceReport, entry: Entry, first: Figure, second: Figure) -> None:
    words = {
        "text": entry.name,
        "subject": entry.name,
        "figures": f"{_located(report, first)}; {_located(report, second)}",
    }
    fields = {"claim": "figures", "shows": "differs", "basis": "table"}
    out.add("claim", dict(fields), words, (second.place, first.place))


# words ------------------------------------------------------------------------------------------------------------

_KINDS = {"target": "target", "realization": "realisasi", "capaian": "capaian", "series": "realisasi"}


def _located(report: PerformanceReport, one: Figure) -> str:
    table = report.tables[one.table]
    title = f"Tabel {table.number.value}" if table.number else table.title.value[:60] if table.title else ""
    where = f" ({title})" if title else f" ({told([one.place])})" if one.place.line else ""
    return f"{_said(one)}{where}"


def _said(one: Figure) -> str:
    kind = _KINDS[one.kind]
    return f"{kind} {one.year}: {one.quantity.text.strip()}" if one.year else f"{kind} {one.quantity.text.strip()}"


def _dated(value: Decimal, year: int | None) -> str:
    return f"{year}: {_number(value)}" if year else _number(value)


def _number(value: Decimal) -> str:
    whole, _, rest = f"{value:f}".partition(".")
    grouped = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", whole)
    return f"{grouped},{rest}" if rest else grouped


# averages ---------------------------------------------------------------------------------------------------------


def _hidden(report: PerformanceReport) -> _Verdict | None:
    """Indicators without a result, over which an average `di atas 90%` says nothing."""
    found = list(_without_result(report))
    if found:
        return _Verdict(
            "hidden", "; ".join(words for words, _ in found[:MAX_NAMED]), tuple(place for _, place in found)
        )
    measured = any("capaian" in table.keys or "realization" in table.keys for table in report.tables)
    return _Verdict("agrees", "") if measured else None


def _without_result(report: PerformanceReport) -> Iterable[tuple[str, Evidence]]:
    for table in report.tables:
        if table.type != "indicators" or not {"target", "realization"} <= table.keys or table.hidden:
            continue
        rows = zip(table.text("indicator"), table.column("target"), table.column("realization"), strict=True)
        for row, (name, target, result) in enumerate(rows):
            last = table.cut and row == table.count - 1
            if not last and target.state in ("number", "range") and _is_absent(result):
                yield f"{name}: {result.text.strip() or '-'}", table.place(row, "realization")
    for statement in report.statements:
        if statement.kind == "no-value":
            yield statement.text.value[:120], statement.text.evidence[0]


def _is_absent(quantity: Quantity) -> bool:
    return quantity.state in ABSENT
