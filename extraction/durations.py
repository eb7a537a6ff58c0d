"""
The time that a step takes, as printed in the column Waktu.

A day is a working day, a week has five of them and a month twenty: SOPs count office time, except where they say
``1 x 24 jam``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

WORKDAY_MINUTES = 450
"""Minutes of a working day: 7.5 hours, 37.5 a week (PP 94/2021 and the working hours of regional offices)."""
WORKDAYS_PER_WEEK = 5
WORKDAYS_PER_MONTH = 20
MONTHS_PER_YEAR = 12
MAX_CELL_CHARS = 200
"""A duration is not longer; what stands beyond is not looked at."""
MAX_MINUTES = 10_000_000
"""About nineteen years of minutes: beyond it the number is none of a duration."""

_WORDS: dict[str, str] = {
    "detik": "detik dtk det second seconds",
    "menit": "menit mnt mnit mn min m menut minute minutes meni ' ′ ’ \" ″ ” “",
    "jam": "jam jm j hour hours",
    "hari": "hari hr hri hk hari-kerja day days",
    "minggu": "minggu mgg mggu mg pekan week weeks",
    "bulan": "bulan bln bl month months",
    "tahun": "tahun thn th year",
}
_UNIT_OF = {word: unit for unit, words in _WORDS.items() for word in words.split()}
_LONG_UNITS = tuple(unit for unit in _WORDS if len(unit) >= 5)

_NUMBER_WORDS = {
    "setengah": "0.5",
    "seperempat": "0.25",
    "satu": "1",
    "dua": "2",
    "tiga": "3",
    "empat": "4",
    "lima": "5",
    "enam": "6",
    "tujuh": "7",
    "delapan": "8",
    "sembilan": "9",
    "sepuluh": "10",
    "sebelas": "11",
    "duabelas": "12",
}
_NUMBER_WORD = re.compile(r"\b(?:" + "|".join(_NUMBER_WORDS) + r")\b(?:\s+(?P<times>belas|puluh)\b)?")
_SE_UNIT = re.compile(r"\bse(?=(?:jam|hari|minggu|bulan|tahun)\b)")
_VULGAR = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3"}
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]?")
_CLOCK = re.compile(
    r"\b(?:pukul|pkl|wib|wita|wit)\b|\d{1,2}[.:]\d{2}\s*(?:-|s\.?\s?/?\s?d\.?|sampai)\s*\d{1,2}[.:]\d{2}"
)
_TERM = re.compile(
    r"(?P<whole>\d{1,12}(?:[.,]\d{1,12}){0,3})"
    r"(?:(?::(?P<clock>[0-5]\d)(?!\d))|(?:\s+(?P<n>\d{1,3}))?/(?P<d>\d{1,3})(?=\s*[a-z]))?"
    r"\s*(?P<unit>[a-z]{1,12}(?:-kerja)?|['′’\"″”“]{1,2})?(?:\s?kerja\b)?"
)
_RANGE = re.compile(r"[\s.]*(?:-|s\s?[./]?\s?d\.?|sampai(?:\s+dengan)?|hingga|sd|to|~)\s*(?:dengan\s+)?")
_SUM = re.compile(r"[\s.]*(?:,|dan|\+|&)?\s*")
_TIMES = re.compile(r"\s*[x×*]\s*")
_QUALIFIERS = re.compile(
    r"(?:±|\+/-|\+\s?-|[<>≤≥~+=]|maksimal|maksimum|maks?|minimal|min|paling|lama|lambat|cepat|kurang|lebih|sekitar|kira|"
    r"waktu|selama|dalam|dari|kerja|[\s.,:;\-–/])*"
)
_NOTHING = re.compile(r"[\W_]*(?:nihil)?[\W_]*")
_HEADING_UNIT = re.compile(r"\b(detik|dtk|menit|mnt|jam|hari|minggu|bulan|tahun)\b")


@dataclass(frozen=True, slots=True)
class ParsedDuration:
    """
    A duration as understood.

    `minutes`: whole minutes, a range takes its upper end; null when it could not be read ("setiap saat", a bare
    number under a heading without unit). `unit`: detik, menit, jam, hari, minggu, bulan or tahun, as first printed.
    """

    minutes: int | None
    unit: str | None


_UNREAD = ParsedDuration(None, None)
_NO_TIME = ParsedDuration(0, None)
"""A bare `0`: none in any unit."""


def heading_unit(heading: str) -> str | None:
    """Tell the unit that the heading of a time column names: ``Waktu (menit)`` gives ``menit``."""
    match = _HEADING_UNIT.search(heading[:MAX_CELL_CHARS].lower())
    return _UNIT_OF[match[1]] if match else None


def parse_duration(
    text: str,
    *,
    heading_unit: str | None,
    workday_minutes: int = WORKDAY_MINUTES,
) -> ParsedDuration | None:
    """
    Read one time cell, such as ``"1 jam 30 menit"``.

    Args:
        text: The cell as printed. A comma is the decimal mark; three digits after a dot are thousands.
        heading_unit: Unit of a bare number, from the heading of the column.
        workday_minutes: Minutes of a working day.

    Returns:
        None for a blank cell or a dash: no time is given, which is not zero.
    """
    return _read_cell(text[:MAX_CELL_CHARS], heading_unit, workday_minutes)


@lru_cache(maxsize=1024)
def _read_cell(text: str, heading_unit: str | None, workday_minutes: int) -> ParsedDuration | None:
    low = text.lower().replace("\u00a0", " ")
    if _NOTHING.fullmatch(low):
        return None
    if _CLOCK.search(low) and "jam" not in low.replace("jam kerja", ""):
        return _UNREAD
    outside = _plain(_IN_BRACKETS.sub(" ", low))
    parsed = _parse(outside, heading_unit, workday_minutes)
    if parsed.minutes is None:
        parsed = _parse(_plain(" ".join(_IN_BRACKETS.findall(low))), heading_unit, workday_minutes)
    return parsed


def _plain(text: str) -> str:
    """Number words, fractions and dashes in the one form that the grammar knows."""
    for sign, fraction in _VULGAR.items():
        if sign in text:
            text = text.replace(sign, f" {fraction} ")
    text = text.replace("–", "-").replace("—", "-").replace("''", '"')
    text = _SE_UNIT.sub("1 ", text)
    return _NUMBER_WORD.sub(_number_word, text)


def _number_word(match: re.Match[str]) -> str:
    value = Decimal(_NUMBER_WORDS[match[0].split()[0]])
    if match["times"] == "belas":
        value += 10
    elif match["times"] == "puluh":
        value *= 10
    return str(value).replace(".", ",")


@dataclass(slots=True)
class _Term:
    value: Decimal
    unit: str | None
    start: int
    end: int


def _parse(text: str, heading: str | None, workday: int) -> ParsedDuration:
    terms = [_term(match) for match in _TERM.finditer(text)]
    if not terms:
        return _UNREAD
    first = next((index for index, term in enumerate(terms) if term.unit), None)
    if first is None:
        return _bare(text, terms, heading, workday)
    while first > 0 and _joins(text, terms[first - 1], terms[first]):
        first -= 1
    return _combine(text, terms[first:], workday)


def _joins(text: str, left: _Term, right: _Term) -> bool:
    gap = text[left.end : right.start]
    return bool(_RANGE.fullmatch(gap) or _TIMES.fullmatch(gap))


def _term(match: re.Match[str]) -> _Term:
    value = _number(match["whole"])
    unit = _unit(match["unit"])
    if match["clock"]:
        value += Decimal(int(match["clock"])) / 60
    elif match["d"] and int(match["d"]):
        if match["n"]:
            value += Decimal(int(match["n"])) / int(match["d"])
        else:
            value /= int(match["d"])
    end = (
        match.end()
        if unit
        else (match.end("d") if match["d"] else match.end("clock") if match["clock"] else match.end("whole"))
    )
    return _Term(value, unit, match.start(), end)


def _number(text: str) -> Decimal:
    """A dot or comma before exactly three digits groups thousands, else it is the decimal mark."""
    groups = re.split(r"[.,]", text)
    if len(groups) > 1 and groups[0] != "0" and all(len(group) == 3 for group in groups[1:]):
        return Decimal("".join(groups))
    return Decimal(f"{groups[0]}.{groups[1]}" if len(groups) > 1 else groups[0])


@lru_cache(maxsize=512)
def _unit(word: str | None) -> str | None:
    if not word:
        return None
    if word in _UNIT_OF:
        return _UNIT_OF[word]
    if word.endswith("-kerja"):
        return _unit(word.removesuffix("-kerja"))
    near = [unit for unit in _LONG_UNITS if abs(len(word) - len(unit)) <= 1 and OSA.distance(word, unit) <= 1]
    return near[0] if len(near) == 1 else None


def _bare(text: str, terms: list[_Term], heading: str | None, workday: int) -> ParsedDuration:
    """Numbers without a unit take the heading's, when nothing but numbers stands there."""
    if heading is None:
        return _NO_TIME if len(terms) == 1 and not terms[0].value and text.strip() == "0" else _UNREAD
    rest = text[: terms[0].start] + text[terms[-1].end :]
    if not _QUALIFIERS.fullmatch(rest):
        return _UNREAD
    terms[-1].unit = heading
    return _combine(text, terms if all(map(_joins, [text] * len(terms), terms, terms[1:])) else terms[-1:], workday)


def _combine(text: str, terms: list[_Term], workday: int) -> ParsedDuration:
    """Add, multiply and take upper ends, from left to right, as far as the terms belong together."""
    unit = next(term.unit for term in terms if term.unit)
    _lend_units(text, terms)
    best = Decimal(0)
    total = _minutes(terms[0], workday)
    factor = terms[0].value
    for left, right in pairwise(terms):
        gap = text[left.end : right.start]
        if _TIMES.fullmatch(gap) and right.unit:
            total += factor * _minutes(right, workday) - _minutes(left, workday)
        elif _TIMES.fullmatch(gap):
            total += _minutes(left, workday) * (right.value - 1)
        elif _RANGE.fullmatch(gap):
            best, total = max(best, total), _minutes(right, workday)
        elif _SUM.fullmatch(gap) and left.unit:
            total += _minutes(right, workday)
        else:
            break
        factor = right.value
    minutes = max(best, total)
    if minutes > MAX_MINUTES:
        return _UNREAD
    whole = int(minutes.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    return ParsedDuration(max(whole, 1) if minutes else 0, unit)


def _lend_units(text: str, terms: list[_Term]) -> None:
    """``30-45 menit`` and ``1 jam 30``: a number without unit takes its neighbour's, or the next smaller one."""
    for left, right in zip(reversed(terms[:-1]), reversed(terms[1:]), strict=True):
        if left.unit is None and right.unit and _RANGE.fullmatch(text[left.end : right.start]):
            left.unit = right.unit
    for left, right in pairwise(terms):
        if right.unit is None and left.unit:
            gap = text[left.end : right.start]
            if _RANGE.fullmatch(gap):
                right.unit = left.unit
            elif left.unit == "jam" and _SUM.fullmatch(gap):
                right.unit = "menit"


def _minutes(term: _Term, workday: int) -> Decimal:
    """Minutes of one term; 0 for a factor that has no unit."""
    per_unit = {
        "detik": Decimal(1) / 60,
        "menit": Decimal(1),
        "jam": Decimal(60),
        "hari": Decimal(workday),
        "minggu": Decimal(workday * WORKDAYS_PER_WEEK),
        "bulan": Decimal(workday * WORKDAYS_PER_MONTH),
        "tahun": Decimal(workday * WORKDAYS_PER_MONTH * MONTHS_PER_YEAR),
    }
    return term.value * per_unit[term.unit] if term.unit else Decimal(0)
