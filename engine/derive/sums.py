"""
Totals and averages that a document states, computed again.

There is more than one honest way to an average: all indicators or those with a result, per sasaran, capped at 100. One
that fits none of them does not follow; one that fits only without the indicators that have no result hides them.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from engine.derive.factlist import FactList
from engine.derive.measures import measure_of, wants_fewer
from engine.derive.printed_numbers import as_read, joined_sum, last_place, printed, sum_tolerance
from engine.derive.quarter_columns import shown_tables
from engine.derive.wording import shorten
from schemas.evidence import Evidence
from schemas.performance import ABSENT, GIVEN, PerformanceReport, PerformanceTable, Quantity, Statement, Total

MAX_SHOWN = 12
"""Numbers of an addition that a message prints."""
MAX_LEVELS = 500
"""Rows of a table in which totals of totals are looked for."""
CAPS = (Decimal(100), Decimal(110), Decimal(120), Decimal(150))
"""Where offices cap an achievement before they average."""
_ZERO = Decimal(0)
_HUNDRED = Decimal(100)
_ABOUT_ALL = re.compile(
    r"rata ?- ?rata(?: ?- ?rata)?,?\s+(?:(?:persentase|tingkat|nilai|dari|seluruh|keseluruhan|total)\s+)*"
    r"(?:capaian|pencapaian|kinerja|realisasi kinerja|hasil kinerja)\b|"
    r"\b(?:capaian|pencapaian|kinerja)\b[^.;]{0,40}\brata ?- ?rata\b",
    re.IGNORECASE,
)
_ABOUT_MONEY = re.compile(r"anggaran|keuangan|serapan|penyerapan|belanja", re.IGNORECASE)
_SAYS_WHICH = re.compile(
    r"\bdari \w+ (?:\(\w+\) )?indikator|yang (?:telah|sudah|dapat|mempunyai|memiliki|berisi|ada)|tidak termasuk|"
    r"di ?luar|kecuali|tanpa|belum|selain|hanya|sisanya|tidak (?:dapat )?(?:dihitung|diukur|dinilai)",
    re.IGNORECASE,
)
_OF_SO_MANY = re.compile(r"\bdari (\d{1,4}) (?:\(\w+\) )?indikator", re.IGNORECASE)
_EXPLAINED = re.compile(
    r"\b(?:belum|menunggu|proses|tidak (?:di|dapat|ada)|terbit|rilis|ditunda|dihapus)", re.IGNORECASE
)
_DEEP = re.compile(r"\b(?:sub ?kegiatan|kegiatan)\b", re.IGNORECASE)
_CODE = re.compile(r"\W*[A-Z\d]{1,4}(?:\.[\dA-Z]+)*\.?(?=\s|$)")


@dataclass(frozen=True, slots=True)
class _Stated:
    """A total or an average as it is stated."""

    label: str
    """The words of its row, or the sentence."""
    quantity: Quantity
    places: tuple[Evidence, ...]
    corrected: str = ""
    """What the average would be with wrong achievements put right; empty where none is."""
    complete: bool = False
    """It should be of all indicators: the year is over, and nothing says that some are left out."""

    @property
    def value(self) -> Decimal:
        return self.quantity.value if self.quantity.value is not None else _ZERO


@dataclass(frozen=True, slots=True)
class _Row:
    """One indicator of those that an average is about."""

    capaian: Decimal | None
    group: object
    lacks: bool
    """It has a target and no achievement, and nothing says why."""


# totals -----------------------------------------------------------------------------------------------------------


def sum_facts(out: FactList, report: PerformanceReport, as_of: dt.date) -> None:
    """One fact for each total and each average of the document, in its tables and its sentences."""
    over = report.year is not None and as_of > dt.date(report.year.value, 12, 31) and report.quarter in (None, 4)
    for table in shown_tables(report):
        if table.columns_doubted or table.cut:
            continue
        for at, total in enumerate(table.totals):
            if total.kind == "total":
                _totals(out, table, at, total)
            else:
                _average_row(out, table, total, over=over)
    for statement in report.statements:
        if statement.kind == "average":
            _average_said(out, report, statement, over=over)


def _totals(out: FactList, table: PerformanceTable, at: int, total: Total) -> None:
    for key, stated in total.quantities.items():
        if stated.state != "number" or stated.value is None or not _adds_up(table, key):
            continue
        plain = [parts for parts in _stretches(table, key, at, total) if any(one.value is not None for one in parts)]
        if not plain:
            continue
        readings = itertools.chain(plain, _by_level(table, key, at, total))
        fits = any(abs(_sum(parts) - stated.value) <= _slack(parts, stated) for parts in readings)
        state = "fits" if fits else "unclear" if _is_nested(table, key) else "total-differs"
        nearest = min([parts for parts in plain if len(parts) > 1] or plain, key=lambda parts: _off(parts, stated))
        shown = _Stated(total.label.value, stated, (total.places[key],))
        _fact(
            out,
            shown,
            state,
            _sum(nearest),
            {"formula": _values([one.value or _ZERO for one in nearest if one.value or one.state == "dash"])},
        )


def _sum(parts: Sequence[Quantity]) -> Decimal:
    return sum((one.value for one in parts if one.value is not None), _ZERO)


def _off(parts: Sequence[Quantity], stated: Quantity) -> Decimal:
    return abs(_sum(parts) - (stated.value or _ZERO))


def _adds_up(table: PerformanceTable, key: str) -> bool:
    """Money adds up; other figures do when all rows count the same."""
    role = key.partition(":")[0]
    if role in ("pagu", "spent"):
        return True
    if role not in ("target", "realization"):
        return False
    units = {unit.strip().lower() for unit in table.text("unit")}
    return len(units) == 1 and measure_of(next(iter(units))) == "product"


def _stretches(table: PerformanceTable, key: str, at: int, total: Total) -> Iterator[list[Quantity]]:
    """The rows since the total above, all rows, the rows since each total above, and the totals above themselves."""
    column = table.column(key)
    earlier = [one for one in table.totals[:at] if one.kind == "total"]
    for start in _starts(table, at):
        yield list(column[start : total.rows[1]])
    for first in range(len(earlier)):
        yield [one.quantities[key] for one in earlier[first:] if key in one.quantities]


def _starts(table: PerformanceTable, at: int) -> list[int]:
    """Where the rows that a total is about may begin: at the top, or after a total above."""
    return sorted({0, *(one.rows[1] for one in table.totals[:at] if one.kind == "total")})


def _by_level(table: PerformanceTable, key: str, at: int, total: Total) -> Iterator[list[Quantity]]:
    """The rows that count once where some rows are parts of others, from each row where they may begin."""
    for start in _starts(table, at):
        rows = slice(start, total.rows[1])
        column = table.column(key)[rows]
        names = table.text("program")[rows]
        yield _each_once(names, column)
        if len(column) <= MAX_LEVELS:
            yield from _levels(table.text("no")[rows], names, column)
            yield _outermost(column)


def _levels(numbers: Sequence[str], names: Sequence[str], column: Sequence[Quantity]) -> Iterator[list[Quantity]]:
    """The rows of each level of programs, kegiatan and subkegiatan, by their numbers or their words."""
    for levels in (
        [text.strip(" .").count(".") if text.strip() else -1 for text in numbers],
        [_word_level(name) for name in names],
        [len(match[0].strip()) if (match := _CODE.match(name)) else -1 for name in names],
        [text.strip(" .").isdigit() for text in numbers],
    ):
        for level in set(levels):
            yield [one for one, own in zip(column, levels, strict=True) if own == level]


def _word_level(name: str) -> int:
    low = name.lower().lstrip("0123456789. )-")
    return next((at for at, word in enumerate(("program", "kegiatan", "sub")) if low.startswith(word)), 3)


def _outermost(column: Sequence[Quantity]) -> list[Quantity]:
    """Rows that are not parts of a row above which is their sum."""
    kept: list[Quantity] = []
    at = 0
    while at < len(column):
        kept.append(column[at])
        at = _after_parts(column, at)
    return kept


def _after_parts(column: Sequence[Quantity], at: int) -> int:
    whole, found = column[at].value, _ZERO
    if not whole:
        return at + 1
    for part in range(at + 1, len(column)):
        found += column[part].value or _ZERO
        if found == whole:
            return part + 1
        if found > whole:
            break
    return at + 1


def _each_once(names: Sequence[str], column: Sequence[Quantity]) -> list[Quantity]:
    """A budget that is printed again beside each indicator of its program."""
    pairs = list(zip(names, column, strict=True))
    return [
        one
        for at, (name, one) in enumerate(pairs)
        if not at or (name, one.value) != (pairs[at - 1][0], pairs[at - 1][1].value)
    ]


def _is_nested(table: PerformanceTable, key: str) -> bool:
    """Whether rows are parts of rows in a way that is not understood, or some cannot be read: no total is judged."""
    depths = {text.strip(" .").count(".") for text in table.text("no") if text.strip()}
    words = {_word_level(name) for name in table.text("program")}
    unread = any(one.state in ("error", "invalid", "words", "range", "missing") for one in table.column(key))
    return len(depths) > 1 or len(words & {0, 1, 2}) > 1 or unread or _has_gap(table, key)


def _has_gap(table: PerformanceTable, key: str) -> bool:
    """Whether a row leaves this figure empty beside another one of its money: what the total counts is not known."""
    others = [
        table.column(one) for one in table.quantities if one != key and one.partition(":")[0] in ("pagu", "spent")
    ]
    return any(
        one.state == "blank" and any(column[row].state == "number" for column in others)
        for row, one in enumerate(table.column(key))
    )


def _slack(parts: Sequence[Quantity], stated: Quantity) -> Decimal:
    """Rounded parts, and half a Rupiah a part where the file shows whole ones."""
    half = Decimal(len(parts) + 1) / 2 if abs(stated.value or _ZERO) >= 10_000_000 else _ZERO
    return sum_tolerance(parts, stated) + half


# averages ---------------------------------------------------------------------------------------------------------


def _average_row(out: FactList, table: PerformanceTable, total: Total, *, over: bool) -> None:
    stated = total.quantities.get("capaian")
    if stated is None or stated.state != "number":
        return
    begin, end = _stretch(table, total)
    groups = [_rows(table, begin, end), _rows(table, 0, total.rows[1]), _rows(table, begin, end, reckoned=True)]
    _judge(out, _Stated(total.label.value, stated, (total.places["capaian"],), complete=over), groups)


def _stretch(table: PerformanceTable, total: Total) -> tuple[int, int]:
    """The rows since the total above."""
    ends = [one.rows[1] for one in table.totals if one.rows[1] < total.rows[1]]
    return max(ends, default=0), total.rows[1]


def _average_said(out: FactList, report: PerformanceReport, statement: Statement, *, over: bool) -> None:
    text = statement.text.value
    if statement.value is None or statement.bound is not None or _ABOUT_MONEY.search(text):
        return
    if statement.subject and "sasaran" not in statement.subject.lower():
        return
    if not _ABOUT_ALL.search(text) or (statement.year and report.year and statement.year != report.year.value):
        return
    tables = [one for one in shown_tables(report) if one.type == "indicators" and _has_capaian(one)]
    if not tables or any(one.columns_doubted or one.cut for one in tables):
        return
    main = max(tables, key=lambda one: sum(quantity.value is not None for quantity in one.column("capaian")))
    groups = [_rows(main, 0, main.count), *(_rows(one, 0, one.count) for one in tables if one is not main)]
    groups.append([row for one in tables for row in _rows(one, 0, one.count)])
    groups.append(_rows(main, 0, main.count, reckoned=True))
    for rows in list(groups):
        parts = [list(part) for _, part in groupby(rows, key=lambda row: row.group)]
        groups += [part for part in parts if len(part) > 1 or "sasaran" in text.lower()]
    decimals = max(0, -int(statement.value.as_tuple().exponent)) if statement.value.is_finite() else 0
    stated = Quantity(
        f"{printed(statement.value, decimals)}%", "number", statement.value, percent=True, decimals=decimals
    )
    complete = over and (_says_all(text, main.count) or not _SAYS_WHICH.search(text))
    _judge(out, _Stated(text, stated, statement.text.evidence, _corrected(main), complete), groups)


def _says_all(text: str, count: int) -> bool:
    """`dari 5 indikator`, where the table has five."""
    match = _OF_SO_MANY.search(text)
    return match is not None and int(match[1]) == count


def _has_capaian(table: PerformanceTable) -> bool:
    return sum(one.value is not None for one in table.column("capaian")) >= 2


def _rows(table: PerformanceTable, begin: int, end: int, *, reckoned: bool = False) -> list[_Row]:
    """The indicators of some rows; where *reckoned*, a capaian that is not printed is what the row gives."""
    capaian, targets, remarks = table.column("capaian"), table.column("target"), table.text("remarks")
    results = table.column("realization")
    names = table.text("indicator")
    groups: Sequence[object] = table.sasaran if len(table.sasaran) == table.count else [0] * table.count
    rows = []
    for at in range(begin, end):
        one = capaian[at]
        value = one.value if one.state in ("number", "nil") else None
        if value is None and reckoned:
            value = _achievement(targets[at], results[at])
        if value is None and not names[at] and targets[at].state not in GIVEN:
            continue
        lacks = (
            value is None
            and targets[at].state in GIVEN
            and (one.state in ABSENT or one.state == "error")
            and results[at].state in ABSENT
            and not _EXPLAINED.search(remarks[at])
        )
        rows.append(_Row(value, (id(table), groups[at]), lacks))
    return rows


def _judge(out: FactList, stated: _Stated, groups: Sequence[Sequence[_Row]]) -> None:
    """One fact: whether some average of some group of rows is what is stated; the first group is the main one."""
    main = groups[0]
    given = [row.capaian for row in main if row.capaian is not None]
    if len(given) < 2:
        return
    mean = sum(given, _ZERO) / len(given)
    state = "average-differs"
    if any(_gives(rows, stated) for rows in groups):
        whole = [rows for rows in groups if not any(row.lacks for row in rows)]
        lacks = stated.complete and any(row.lacks for row in main) and abs(mean - stated.value) <= _unit(stated)
        state = "average-hides" if lacks and not any(_gives(rows, stated) for rows in whole) else "fits"
    absent = str(len(main) - len(given) or "")
    corrected = stated.corrected
    words = {
        "formula": f"({_values(given)}) : {len(given)}",
        "count": str(len(given)),
        "lacking": str(sum(row.lacks for row in main)),
        "notes": _note("; dengan capaian yang keliru diperbaiki {}", corrected)
        + _note("; {} indikator tanpa capaian", absent),
        "notes_en": _note("; with wrong achievements put right {}", corrected) + _note("; {} have none", absent),
    }
    _fact(out, stated, state, mean, words)


def _gives(rows: Sequence[_Row], stated: _Stated) -> bool:
    return any(abs(value - stated.value) <= _unit(stated) for value in _means(rows))


def _unit(stated: _Stated) -> Decimal:
    return last_place(stated.quantity)


def _note(text: str, value: str) -> str:
    return text.format(value) if value else ""


def _means(rows: Sequence[_Row]) -> Iterator[Decimal]:
    """All that may be meant by the average of these rows."""
    given = [row.capaian for row in rows if row.capaian is not None]
    if not given:
        return
    for cap in (None, *CAPS):
        values = [min(value, cap) if cap is not None else value for value in given]
        total = sum(values, _ZERO)
        yield total / len(values)
        yield total / len(rows)
        means = []
        for _, part in groupby(rows, key=lambda row: row.group):
            own = [row.capaian for row in part if row.capaian is not None]
            capped = [min(value, cap) if cap is not None else value for value in own]
            if capped:
                means.append(sum(capped, _ZERO) / len(capped))
        yield sum(means, _ZERO) / len(means)


def _corrected(table: PerformanceTable) -> str:
    """The average with achievements put right that fit no formula; empty where all fit or one is not sure."""
    values = []
    wrong = 0
    rows = zip(
        table.column("target"),
        table.column("realization"),
        table.column("capaian"),
        table.text("indicator"),
        strict=True,
    )
    for target, result, stated, name in rows:
        if stated.value is None or stated.state != "number":
            continue
        right = _achievement(target, result)
        if right is None or abs(right - stated.value) <= last_place(stated):
            values.append(stated.value)
            continue
        inverse = 2 * _HUNDRED - right
        if abs(inverse - stated.value) <= last_place(stated) and (wants_fewer(name) or not _is_level(name)):
            values.append(stated.value)
            continue
        if wants_fewer(name):
            return ""
        values.append(right)
        wrong += 1
    return printed(sum(values, _ZERO) / len(values)) + "%" if wrong and values else ""


def _is_level(name: str) -> bool:
    """More of it is better without doubt."""
    return measure_of("", name) in ("level", "share") and not wants_fewer(name)


def _achievement(target: Quantity, result: Quantity) -> Decimal | None:
    if target.state != "number" or result.state not in ("number", "nil") or not target.value or result.value is None:
        return None
    return result.value / target.value * _HUNDRED


# facts ------------------------------------------------------------------------------------------------------------


def _fact(out: FactList, stated: _Stated, state: str, computed: Decimal, words: dict[str, str]) -> None:
    none = dict.fromkeys(("formula", "count", "lacking", "notes", "notes_en"), "")
    said = {
        "label": shorten(" ".join(stated.label.split())),
        "stated": as_read(stated.quantity),
        "computed": printed(computed),
    }
    out.add("stated_sum", {"state": state}, {**none, **said, **words}, stated.places)


def _values(values: Sequence[Decimal]) -> str:
    if len(values) <= MAX_SHOWN:
        return joined_sum(values)
    return f"{joined_sum(values[:3])} + … + {printed(values[-1])}"
