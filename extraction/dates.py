"""
Dates as Indonesian offices print them.

Written with the month's name ("4 Januari 2023", "01 Nopember 2023", "02 Jan. 2024") or with numbers only
("14-02-2024", "5/2/2024", "2024-02-14"). Names may carry one typing error, and the letters that character recognition
puts in the place of digits ("l", "O") are read as digits where a month's name follows.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from schemas.sop import DateState

MIN_YEAR = 1945
"""The first year that a document of the Republic can bear."""
MAX_YEAR = 2100
MAX_FIELD_CHARS = 400
"""A date field is not longer; what stands beyond is not looked at."""
MAX_NEAR_MISS = 1
"""Typing errors that a month's name may have."""
MIN_NEAR_MISS_CHARS = 4
"""Shorter names are near misses of too many words."""

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

_SPELLINGS: dict[int, str] = {
    1: "januari jan djanuari january janwari",
    2: "februari feb pebruari peb february febr",
    3: "maret mar mrt march",
    4: "april apr",
    5: "mei may mel",
    6: "juni jun djuni june",
    7: "juli jul djuli july",
    8: "agustus agt agst ags agu agus agutus august aug",
    9: "september sep sept",
    10: "oktober okt october oct",
    11: "november nov nopember nop",
    12: "desember des december dec",
}
_MONTH_OF = {word: month for month, words in _SPELLINGS.items() for word in words.split()}
_FULL_NAMES = tuple((word, month) for word, month in _MONTH_OF.items() if len(word) >= MIN_NEAR_MISS_CHARS)

_MONTH_START = (
    r"(?:d?jan|[fp]eb|mar|mrt|apr|me[il]|may|dj?u[nl]|ju[nl]|a[gu][tsgu]|sep|o[kc]t|no[pv]|de[sc])"
    r"[a-z]{0,8}"
)
_YEAR = r"(?:(?P<{0}>[12lI][0-9OolI]{{3}})(?![0-9])|(?P<{0}odd>[0-9]{{1,6}})(?![0-9]))"
_DATE = re.compile(
    r"(?P<iso>(?<![0-9])(?P<iy>[12][0-9]{3})(?P<s1>[-/.])(?P<im>[0-9]{1,2})(?P=s1)(?P<id>[0-9]{1,2})(?![0-9]))"
    r"|(?P<num>(?<![0-9./-])(?P<nd>[0-9]{1,2})\s?(?P<s2>[-/.–])\s?(?P<nm>[0-9]{1,2})\s?(?P=s2)\s?"
    r"(?P<ny>[0-9]{4}|[0-9]{2})(?![0-9])(?![-/.][0-9]))"
    r"|(?P<named>(?<![0-9A-Za-z])(?P<d>[0-9OolI|]{1,2}(?![A-Za-z])|[0-9]{1,2})\s{0,3}[.,/–-]?\s{0,4}(?:bulan\s)?"
    r"(?P<m>[A-Za-z]{3,11})[.,]{0,2}\s{0,4}[/–-]?\s{0,4}(?:tahun\s)?" + _YEAR.format("y") + r"?)"
    r"|(?P<dayless>(?<![A-Za-z])(?P<m2>"
    + _MONTH_START
    + r")[.,]{0,2}\s{0,4}[/–-]?\s{0,4}(?:tahun\s)?"
    + _YEAR.format("y2")
    + r")"
    r"|(?P<year>(?<![0-9])(?<![0-9A-Za-z][/.-])(?:19|20)[0-9]{0,2}(?![0-9A-Za-z]))",
    re.IGNORECASE,
)
_BLANK_BEFORE = re.compile(r"(?:\.{2,}|[…_]|^\s*[-/.])[\s.…_/–-]{0,60}$")
_NOTHING = re.compile(
    r"[\W_]*(?:nihil|tidak ada|tdk ada|belum ada|belum pernah|belum|n\s?/?\s?a|kosong|[\W_]*)[\W_]*", re.IGNORECASE
)
_MONTH_FIRST = re.compile(
    r"\W{0,4}(?P<month>[A-Za-z]{3,9})\.?\s{1,3}(?P<day>[0-9]{1,2}),?\s{1,3}(?P<year>[0-9]{4})\W{0,4}$"
)
_ROMAN_MONTH = re.compile(
    r"\W{0,4}(?P<day>[0-9]{1,2})[ ./-]{1,3}(?P<month>[IVXivx]{1,4})[ ./-]{1,3}(?P<year>[0-9]{4})\W{0,4}$"
)
ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LETTERS_AS_DIGITS = str.maketrans("OolIi|", "001111")


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """
    A date as understood.

    `iso` is given for `valid` only. `start` and `end` are offsets into the text that was parsed. `ambiguous`: printed
    as numbers in an order that could be read the other way round (day/month is what is understood). `misread`: letters
    were read as digits, or the month is misspelt.
    """

    iso: dt.date | None
    state: DateState
    ambiguous: bool
    start: int
    end: int
    misread: bool = False


def format_date(date: dt.date) -> str:
    """Write a date out in Indonesian: ``4 Januari 2023``."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def parse_date(text: str) -> ParsedDate:
    """
    Read the value of a date field.

    Args:
        text: The words of the field as printed; a place name before the date does not matter.

    Returns:
        The best date of the text: a valid one before an impossible one, that before an incomplete one. `none` when
        the field holds nothing (blank, dash, dots, ``nihil``), `unreadable` when it holds something else
        (``Revisi 1``).
    """
    field = text[:MAX_FIELD_CHARS]
    best: ParsedDate | None = None
    for found in _dates(field, lone_years=True):
        if found.state == "valid":
            return found
        if best is None or (best.state, found.state) == ("incomplete", "invalid"):
            best = found
    if (other := _other_order(field)) is not None:
        return other
    if best is not None:
        return best
    return ParsedDate(None, "none" if _NOTHING.fullmatch(field) else "unreadable", False, 0, len(field))


def _other_order(field: str) -> ParsedDate | None:
    """A whole field in an order that running text does not use: `April 7, 2025`, `7 IV 2025`."""
    match = _MONTH_FIRST.match(field) or _ROMAN_MONTH.match(field)
    if match is None:
        return None
    word = match["month"]
    month = month_number(word) or (ROMAN_MONTHS.index(word.upper()) + 1 if word.upper() in ROMAN_MONTHS else None)
    iso = _date(int(match["year"]), month, int(match["day"])) if month else None
    return ParsedDate(iso, "valid", False, match.start("month"), match.end()) if iso else None


DateStyle = Literal["named", "english", "numeric", "iso", "month-first", "roman"]
"""
named        day, the month's name in Indonesian (short forms and old spellings too), year
english      the month's name in English
numeric      numbers only, day first
iso          numbers only, year first
month-first  `April 7, 2025`
roman        `7 IV 2025`
"""
_ENGLISH = frozenset("january february march may june july august october december".split())
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def date_style(text: str) -> DateStyle | None:
    """Tell how a field writes its date; None when it holds no date that can be."""
    field = text[:MAX_FIELD_CHARS]
    read = parse_date(field)
    if read.state not in {"valid", "invalid"}:
        return None
    match = _DATE.match(field, read.start)
    if match is None or not (match["iso"] or match["num"] or match["named"]):
        other = _MONTH_FIRST.match(field)
        return "month-first" if other and month_number(other["month"]) else "roman"
    if match["named"]:
        return "english" if match["m"].lower() in _ENGLISH else "named"
    return "iso" if match["iso"] else "numeric"


_LONE_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def find_years(text: str) -> list[int]:
    """The years that a field names, whatever else of its date can be read."""
    return [int(word) for word in _LONE_YEAR.findall(text[:MAX_FIELD_CHARS]) if int(word) >= MIN_YEAR]


def find_dates(text: str) -> list[ParsedDate]:
    """
    Find the dates of running text, in order.

    Impossible dates and those whose day was left open ("… Januari 2024", "Januari 2024") are among them with their
    state; a year alone counts only after a place to fill in ("…… 2022").
    """
    return list(_dates(text, lone_years=False))


def _dates(text: str, *, lone_years: bool) -> Iterator[ParsedDate]:
    position = 0
    while match := _DATE.search(text, position):
        found = _understand(text, match, lone_years=lone_years)
        if found is None:
            # What stands beside a word that is no month may belong to a date of its own.
            position = match.end("d" if match["named"] else "m2" if match["dayless"] else 0)
        else:
            yield found
            position = max(found.end, position + 1)


def _understand(text: str, match: re.Match[str], *, lone_years: bool) -> ParsedDate | None:
    if match["iso"]:
        return _numeric(match, match["id"], match["im"], match["iy"])
    if match["num"]:
        return _numeric(match, match["nd"], match["nm"], match["ny"])
    if match["named"]:
        return _named(match)
    if match["dayless"]:
        return _dayless(match)
    blank = _BLANK_BEFORE.search(text, max(0, match.start() - 64), match.start())
    if not (blank or (lone_years and len(match[0]) == 4)):
        return None
    return ParsedDate(None, "incomplete", False, blank.start() if blank else match.start(), match.end())


def _numeric(match: re.Match[str], day: str, month: str, year: str) -> ParsedDate | None:
    if len(year) == 2 and match["num"] and match["s2"] == "." and (len(day) < 2 or len(month) < 2):
        return None  # 1.2.10 is rather the number of a paragraph
    d, m, y = int(day), int(month), int(year)
    if len(year) == 2:
        y += 2000
    ambiguous = bool(match["num"]) and d <= 12 and d != m
    iso = _date(y, m, d)  # day before month; 02/25/2024 in an Indonesian form is no date
    return ParsedDate(iso, "valid" if iso else "invalid", ambiguous and iso is not None, *match.span())


def _named(match: re.Match[str]) -> ParsedDate | None:
    month = month_number(match["m"])
    if month is None:
        return None
    day = int(match["d"].translate(_LETTERS_AS_DIGITS))
    start = match.start()
    if match["y"]:
        year = int(match["y"].translate(_LETTERS_AS_DIGITS))
        iso = _date(year, month, day)
        return ParsedDate(iso, "valid" if iso else "invalid", False, start, match.end(), _is_repaired(match))
    odd = match["yodd"]
    if odd and len(odd) <= 2:
        return ParsedDate(None, "incomplete", False, start, match.end())
    if odd:
        return ParsedDate(None, "invalid", False, start, match.end())
    return ParsedDate(None, "incomplete", False, start, match.end("m"))


def _is_repaired(match: re.Match[str]) -> bool:
    return not (match["d"].isdigit() and match["y"].isdigit() and match["m"].lower() in _MONTH_OF)


def _dayless(match: re.Match[str]) -> ParsedDate | None:
    if month_number(match["m2"]) is None:
        return None
    blank = _BLANK_BEFORE.search(match.string, max(0, match.start() - 64), match.start())
    if not blank and len(match["y2"] or match["y2odd"]) < 4:
        return None
    return ParsedDate(None, "incomplete", False, blank.start() if blank else match.start(), match.end())


@lru_cache(maxsize=512)
def month_number(word: str) -> int | None:
    """Tell the month (1-12) that a word names, also in old spelling, short form or one typing error away."""
    low = word.lower()
    if low in _MONTH_OF:
        return _MONTH_OF[low]
    if low.replace("rn", "m") in _MONTH_OF:
        return _MONTH_OF[low.replace("rn", "m")]
    if len(low) < MIN_NEAR_MISS_CHARS:
        return None
    near = {
        month for name, month in _FULL_NAMES if OSA.distance(low, name, score_cutoff=MAX_NEAR_MISS) <= MAX_NEAR_MISS
    }
    return near.pop() if len(near) == 1 else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    if not MIN_YEAR <= year <= MAX_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
