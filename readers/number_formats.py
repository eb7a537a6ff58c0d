"""
What the number format of a cell makes of its number: a percentage, a date, or a plain number.

The same 0.9725 is 0,9725 in one cell and 97,25% in the next; only the format tells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

MAX_FORMAT = 1000
"""Characters of a number format that are looked at. Excel takes 255."""


@dataclass(frozen=True, slots=True, eq=False)
class NumberFormat:
    """What a format shows of a number. There are few of them and each is one object: compared, and hashed, as such."""

    kind: Literal["number", "percent", "percent-sign", "date", "time"] = "number"
    """percent = shown a hundredfold with a sign; percent-sign = as it is, with a sign that is mere text."""
    day: bool = True
    month: bool = True
    year: bool = True
    clock: bool = False
    """Which parts of a date are shown."""


PLAIN = NumberFormat()
PERCENT = NumberFormat("percent")
PERCENT_SIGN = NumberFormat("percent-sign")
DATE = NumberFormat("date")
TIME = NumberFormat("time", clock=True)
DATE_TIME = NumberFormat("date", clock=True)
MONTH_YEAR = NumberFormat("date", day=False)
DAY_MONTH = NumberFormat("date", year=False)

BUILT_IN: dict[int, NumberFormat] = {
    **dict.fromkeys((9, 10), PERCENT),
    **dict.fromkeys((14, 15, 30, 31, 36, 50, 57, 58), DATE),
    **dict.fromkeys((16,), DAY_MONTH),
    **dict.fromkeys((17, 27, 55), MONTH_YEAR),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 45, 46, 47), TIME),
    22: DATE_TIME,
}
"""Formats that files name by number alone (ECMA-376 part 1, 18.8.30); all others here are plain."""

_QUOTED = re.compile(r'"([^"]*)"?|\\(.)|[_*].')
_BRACKETS = re.compile(r"\[([^\]]*)\]")
_ELAPSED = re.compile(r"[hms]+", re.IGNORECASE)


@lru_cache(maxsize=4096)
def number_format(code: str) -> NumberFormat:
    """Return what a format code such as ``0.00%``, ``"Rp"#,##0`` or ``dd mmmm yyyy`` shows of a number."""
    signs: list[str] = []

    def drop(match: re.Match[str]) -> str:
        signs.append(match[1] or match[2] or "")
        return ""

    section = _first_section(code[:MAX_FORMAT])
    bare = _BRACKETS.sub(lambda m: "h" if _ELAPSED.fullmatch(m[1]) else "", _QUOTED.sub(drop, section)).lower()
    if "%" in bare:
        return PERCENT
    if "general" not in bare and (shown := _date_parts(bare)):
        return shown
    return PERCENT_SIGN if any("%" in sign for sign in signs) else PLAIN


def _first_section(code: str) -> str:
    quoted = False
    for index, char in enumerate(code):
        if char == '"':
            quoted = not quoted
        elif char == ";" and not quoted and code[index - 1 : index] != "\\":
            return code[:index]
    return code


def _date_parts(bare: str) -> NumberFormat | None:
    """Return which parts of a date a format without quoted words shows; ``m`` beside hours is minutes."""
    if "0" in bare.partition(".")[0] or "#" in bare or "?" in bare:
        return None
    clock = "h" in bare or "s" in bare
    day, year = "d" in bare, "y" in bare
    month = "mmm" in bare or ("m" in bare and (day or year or not clock))
    if not (clock or day or month or year):
        return None
    if not (day or month or year):
        return TIME
    return NumberFormat("date", day=day, month=month, year=year, clock=clock)
