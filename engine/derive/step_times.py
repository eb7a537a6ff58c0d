"""Facts about the times of the steps together: how alike they are, in which units, and whether a total fits them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from engine.derive.factlist import FactList
from engine.derive.wording import shorten, step_numbers
from extraction.durations import WORKDAY_MINUTES, parse_duration
from schemas.evidence import Evidence, Value
from schemas.sop import Duration, Sop, Step

_PER_PIECE = re.compile(
    r"(?:(?<!s)/|\b(?:per|tiap|setiap)\b|@)\s{0,3}(?!menit\b|jam\b|hari\b|minggu\b|bulan\b|tahun\b|d\b)([a-z]{3,})"
)
_WORKING_DAYS = re.compile(r"hari\s{1,3}kerja|\bhk\b")
_UNIT = r"(?:menit|mnt|jam|hari|minggu|bulan|['’′])"
_RANGE = re.compile(
    rf"([\d.,]{{1,12}})\s{{0,3}}({_UNIT})?\s{{0,3}}(?:-|–|s\s?/?\s?d\.?|sampai|hingga).{{0,20}}?({_UNIT})?$"
)
_RANGE_SIGN = re.compile(r"\d\D{0,12}(?:-|–|s\s?/?\s?d|sampai|hingga)\D{0,12}\d")
_COARSE = frozenset({"minggu", "bulan", "tahun"})
"""Units whose length in working time nobody can tell."""
_NEIGHBOURS = ({"detik", "menit"}, {"menit", "jam"}, {"jam", "hari"}, {"hari", "minggu"}, {"minggu", "bulan"})
_DAYS = (WORKDAY_MINUTES, 420, 480, 300, 1440)
"""Minutes that authors reckon a day with: 7.5, 7, 8 and 5 working hours, and a whole day."""
_PRINTED = {"menit": ("men", "mnt", "'"), "jam": ("jam",)}
_UNIT_MINUTES = {"menit": 1, "jam": 60}
MAX_CHARS = 80
"""A time is shorter; what stands beyond is not looked at."""
MAX_PLACES = 12
"""Places that a finding shows."""


class Timed(NamedTuple):
    """A step with a time, and its place in the table."""

    place: int
    step: Step
    time: Duration


def time_facts(out: FactList, sop: Sop) -> None:
    """Facts about the times of a table that has some."""
    timed = [
        Timed(place, step, step.duration)
        for place, step in enumerate(sop.steps, 1)
        if step.duration and "time" not in step.unreadable
    ]
    if not timed:
        return
    _same(out, timed)
    _units(out, timed)
    if sop.total_time and sop.total_time.minutes:
        _total(out, sop, timed)


def _same(out: FactList, timed: Sequence[Timed]) -> None:
    """How many steps have the commonest time."""
    keys = [_key(row.time) for row in timed]
    commonest, count = Counter(keys).most_common(1)[0]
    same = [row for row, key in zip(timed, keys, strict=True) if key == commonest]
    others = [row for row, key in zip(timed, keys, strict=True) if key != commonest]
    time = same[0].time
    unit = "" if any(letter.isalpha() for letter in time.text.value) or not time.unit else f" {time.unit}"
    out.add(
        "time_same",
        {"timed": len(timed), "same": count, "share": 100 * count // len(timed)},
        {"time": shorten(time.text.value) + unit, "steps": _numbers(same), "others": _numbers(others)},
        [place for row in same[:MAX_PLACES] for place in row.time.text.evidence[:1]],
    )


def _numbers(timed: Sequence[Timed]) -> str:
    return step_numbers([(row.place, row.step) for row in timed])


def _key(time: Duration) -> str:
    if time.minutes is not None:
        return str(time.minutes.value)
    return " ".join(time.text.value[:MAX_CHARS].lower().split())


def _units(out: FactList, timed: Sequence[Timed]) -> None:
    """In which units the times are printed; days and working days, and times a piece, are measures of their own."""
    found: dict[str, list[Timed]] = {}
    bases: set[str] = set()
    for row in timed:
        if row.time.unit and row.time.minutes:
            bases.add(row.time.unit)
            found.setdefault(_measure(row.time), []).append(row)
    if not found:
        return
    named = [f"{measure} (langkah {_numbers(rows)})" for measure, rows in found.items()]
    out.add(
        "time_units",
        {"units": len(bases), "measures": len(found), "near": len(found) == 2 and bases in _NEIGHBOURS},
        {"list": "; ".join(named[:MAX_PLACES])},
        [place for rows in [*found.values()][:MAX_PLACES] for place in rows[0].time.text.evidence[:1]],
    )


def _measure(duration: Duration) -> str:
    low = duration.text.value[:MAX_CHARS].lower()
    unit = duration.unit or ""
    if unit == "hari" and _WORKING_DAYS.search(low):
        unit = "hari kerja"
    piece = _PER_PIECE.search(low)
    return f"{unit} per {piece.group(1)}" if piece else unit


# the stated total --------------------------------------------------------------------------------------------------


def _total(out: FactList, sop: Sop, timed: Sequence[Timed]) -> None:
    total = sop.total_time
    assert total is not None
    times = _in_unit_of(total, [row.time for row in timed])
    complete = len(times) == len(sop.steps) and all(_is_countable(time) for time in times) and _is_countable(total)
    agrees = complete and any(_fits(times, total, day) for day in _DAYS)
    minutes = sum(time.minutes.value for time in times if time.minutes)
    out.add(
        "time_total",
        {"state": "agrees" if agrees else "differs" if complete else "unclear"},
        {"stated": shorten(total.text.value), "sum": _in_words(minutes), "steps": str(len(times))},
        _places(total, times),
    )


def _in_unit_of(total: Duration, times: Sequence[Duration]) -> Sequence[Duration]:
    """Bare numbers, where neither the heading nor any row names a unit, are of the unit in which the total is given."""
    if not total.unit or any(time.unit for time in times):
        return times
    return [_with_unit(time, total.unit) for time in times]


def _with_unit(time: Duration, unit: str) -> Duration:
    parsed = parse_duration(time.text.value[:MAX_CHARS], heading_unit=unit)
    if parsed is None or parsed.minutes is None:
        return time
    minutes = Value[int](value=parsed.minutes, evidence=time.text.evidence)
    return time.model_copy(update={"minutes": minutes, "unit": unit})


def _places(total: Duration, times: Sequence[Duration]) -> list[Evidence]:
    return [*total.text.evidence[:1], *(place for time in times[:3] for place in time.text.evidence[:1])]


def _is_countable(time: Duration) -> bool:
    """A time of one piece each (`5 menit/eksemplar`), of weeks or of words (`sesuai kebutuhan`) adds up to nothing."""
    low = time.text.value[:MAX_CHARS].lower()
    return time.minutes is not None and time.unit not in _COARSE and not _PER_PIECE.search(low)


def _fits(times: Sequence[Duration], total: Duration, day: int) -> bool:
    """Whether the total lies between the sums of lower and of upper ends, its own rounding allowed."""
    low, high = sum(_end(time, day, lower=True) for time in times), sum(_end(time, day, lower=False) for time in times)
    slack = _UNIT_MINUTES.get(_smallest(total), day) - 1
    return low - slack <= _end(total, day, lower=False) and _end(total, day, lower=True) <= high + slack


def _smallest(time: Duration) -> str:
    """The smallest unit that a total is printed in: it is rounded to that."""
    low = time.text.value[:MAX_CHARS].lower()
    found = next((unit for unit, words in _PRINTED.items() if any(word in low for word in words)), None)
    return found or time.unit or "menit"


def _end(time: Duration, day: int, *, lower: bool) -> int:
    """The minutes of a time with a day of so many minutes; the lower end of a range where asked."""
    text = time.text.value[:MAX_CHARS]
    if lower and _RANGE_SIGN.search(text):
        match = _RANGE.search(text.lower())
        if match:
            text = f"{match[1]} {match[2] or match[3] or time.unit}"
    parsed = parse_duration(text, heading_unit=time.unit, workday_minutes=day)
    return parsed.minutes if parsed and parsed.minutes is not None else 0


def _in_words(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} jam"] * bool(hours) + [f"{rest} menit"] * bool(rest or not hours)
    return f"{minutes} menit" if len(parts) < 2 and not hours else f"{minutes} menit ({' '.join(parts)})"
