"""Facts about officials and their employee numbers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from engine.derive.approval import way_of
from engine.derive.days import day_in_force
from engine.derive.doubts import certainty
from engine.derive.factlist import FactList
from engine.derive.wording import text_of
from extraction.dates import format_date
from extraction.nip import NipReading, age_at, find_nips, inspect_nip, mark_differences
from extraction.officials import is_elected, name_key, office_key, same_name, same_office
from extraction.ranks import Rank, parse_rank, rank_of
from schemas.doubt import SURE, ReadingDoubt
from schemas.evidence import Evidence, Value
from schemas.report import Confidence
from schemas.sop import Official, Sop

PENSION_YEARS = 58
PENSION_YEARS_HIGH = 60
"""Pension age of pejabat administrasi and of pejabat pimpinan tinggi (PP 11/2017 Pasal 239)."""
PENSION_GRACE_MONTHS = 1
"""Retirement takes effect at the end of the month after the birthday."""

LETTERS = (ReadingDoubt(reason="letters"),)
AS_DIGITS = (ReadingDoubt(reason="as-digits"),)
DIGITS = (ReadingDoubt(reason="digits"),)
SURE_DIGITS = 90
"""Per cent of certainty from which the digits of a picture count as read; right ones have 97 on clean scans."""

MAX_PAIRED = 60
"""Different officials that are compared with each other."""

_ACTING = re.compile(r"(?i)\W*(?:p\s?l\s?[th]|pj|penjabat|pelaksana\s+(?:tugas|harian))\b")
_HIGH_OFFICE = re.compile(
    r"(?i)\b(?:sekretaris daerah|inspektur|kepala (?:dinas|badan)|asisten|staf ahli|direktur rsud)\b"
)


def person_facts(out: FactList, sop: Sop, officials: Sequence[tuple[str, str, Official]]) -> None:
    """Facts about each official, each NIP, and each pair of different places that name officials."""
    approved = day_in_force(sop)
    year = _year_of(sop)
    for index, (source, role, official) in enumerate(officials):
        others = [other for at, (_, _, other) in enumerate(officials) if at != index]
        _official(out, source, role, official, others)
        _rank(out, official)
    pairs = list(_pairs(officials))
    contested = {digits for a, b in pairs for digits in _contested(a[2], b[2])}
    for number in _numbers(officials):
        number.contested = _digits(number.official) in contested
        _nip(out, number, approved, year)
    told: set[frozenset[str]] = set()
    for a, b in pairs:
        both = {a[0], b[0]} == {"identity", "signature"} and a[1] == b[1] == "approver"
        first, second = sorted((a[2], b[2]), key=_line)
        offices = frozenset(office_key(text_of(official.position)) for official in (a[2], b[2]))
        approve = _approves(a) and _approves(b) and offices not in told
        told.update([offices] if approve else [])
        _person_pair(out, first, second, both=both, approve=approve, said=_said(a) or _said(b))


Named = tuple[str, str, Official]
"""Where an official is named (identity, signature), as what, and how."""


@dataclass(slots=True)
class _Number:
    """An NIP with the first official that bears it, and all places that print it beside that name."""

    source: str
    official: Official
    places: dict[Evidence, None] = field(default_factory=dict)
    contested: bool = False
    """Another place prints another number for the same officer."""


def _numbers(officials: Sequence[Named]) -> list[_Number]:
    found: dict[tuple[str, str], _Number] = {}
    for source, _, official in officials:
        if official.nip_text is not None:
            digits = official.nip.value if official.nip else official.nip_text.value
            key = (digits, name_key(text_of(official.name) or text_of(official.position)))
            number = found.setdefault(key, _Number(source, official))
            number.places.update(dict.fromkeys(official.nip_text.evidence))
    return list(found.values())


def _contested(a: Official, b: Official) -> tuple[str, ...]:
    """The digits of two places that give one officer two numbers, so that one of them is wrong."""
    digits = _digits(a), _digits(b)
    if None in digits or digits[0] == digits[1]:
        return ()
    one_name = a.name and b.name and same_name(a.name.value, b.name.value) in ("same", "similar")
    one_office = a.position and b.position and same_office(a.position.value, b.position.value) == "same"
    return tuple(each for each in digits if each) if one_name or one_office else ()


def _approves(named: Named) -> bool:
    """Whether somebody approves, as far as the words over the block tell."""
    _, role, official = named
    on_behalf = way_of(text_of(official.position)) == "an"
    return role == "approver" and getattr(official, "said", None) != "knows" and not on_behalf


def _said(named: Named) -> bool:
    return getattr(named[2], "said", None) == "approves"


def _year_of(sop: Sop) -> int | None:
    day = day_in_force(sop)
    if day is not None:
        return day.year
    return sop.cover.year.value if sop.cover and sop.cover.year else None


def _pairs(officials: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    """Each two different ways in which officials are named, and each way that stands twice with its second place."""
    first: dict[tuple[str, str, str], Named] = {}
    second: dict[tuple[str, str, str], Named] = {}
    for named in officials:
        key = _way(named[2])
        (second.setdefault if key in first else first.setdefault)(key, named)
    ways = list(first.values())[:MAX_PAIRED]
    for index, a in enumerate(ways):
        for b in ways[index + 1 :]:
            yield a, b
    for key in list(second)[:MAX_PAIRED]:
        yield first[key], second[key]


def _way(official: Official) -> tuple[str, str, str]:
    """A name, an office and a number, however they are printed."""
    office = text_of(official.position)
    acting = "acting " if _ACTING.match(office) else ""
    return name_key(text_of(official.name)), acting + office_key(office), _digits(official) or ""


def _parts(official: Official) -> list[Value[str]]:
    return [part for part in (official.position, official.name, official.rank, official.nip_text) if part is not None]


def _line(official: Official) -> int:
    return min((part.evidence[0].line or 0 for part in _parts(official)), default=0)


def _evidence(official: Official) -> tuple[Evidence, ...]:
    parts = [part for part in (official.position, official.name, official.nip_text) if part is not None]
    seen: dict[Evidence, None] = {}
    for part in parts:
        seen.update(dict.fromkeys(part.evidence))
    return tuple(seen)


def _official(out: FactList, source: str, role: str, official: Official, others: Sequence[Official]) -> None:
    position = official.position.value if official.position else ""
    out.add(
        "official",
        {
            "source": source,
            "role": role,
            "has_position": official.position is not None,
            "has_name": official.name is not None,
            "has_nip": official.nip_text is not None,
            "elected": bool(position) and is_elected(position),
            "named_elsewhere": any(
                other.name is not None
                and other.position is not None
                and bool(position)
                and same_office(position, other.position.value) in ("same", "acting", "contained")
                and (other.nip_text is not None or official.name is None)
                for other in others
            ),
        },
        {"position": position, "name": text_of(official.name), "nip": text_of(official.nip_text)},
        _evidence(official),
    )


def _rank(out: FactList, official: Official) -> None:
    """The rank beside a name; nothing where none is printed, or none that is known."""
    value = official.rank or official.below
    if value is None:
        return
    rank = parse_rank(value.value) if official.rank else None
    if official.rank is not None and rank is None:
        return
    grade = rank.grade if rank else None
    out.add(
        "rank",
        {"state": _rank_state(rank)},
        {
            "name": text_of(official.name) or text_of(official.position) or "pejabat ini",
            "printed": value.value,
            "rank": rank.title if rank else "",
            "grade": grade or "",
            "proper": rank.proper if rank else "",
            "proper_rank": rank_of(grade) if grade else "",
        },
        value.evidence,
    )


def _rank_state(rank: Rank | None) -> str:
    if rank is None:
        return "office"
    if rank.grade is None:
        return "no-grade"
    return "ok" if rank.grade == rank.proper else "mismatch"


def _nip(out: FactList, number: _Number, approved: dt.date | None, year: int | None) -> None:
    official = number.official
    text = official.nip_text
    if text is None:
        return
    digits = official.nip.value if official.nip else None
    reading = inspect_nip(digits) if digits else None
    state = reading.state if reading else "unreadable"
    birth = reading.birth if reading and reading.state in ("ok", "sex") else None
    appointed = _appointed(reading, digits) if reading and digits else None
    first = (
        dt.date(appointed[0], min(max(appointed[1], 1), 12), 1) if appointed and 1900 < appointed[0] < 2200 else None
    )
    age = _age(birth, first, pppk=bool(reading and reading.pppk))
    over = _months_over(birth, approved, official) if state == "ok" else None
    out.add(
        "nip",
        {
            "source": number.source,
            "state": state,
            "length": len(digits or ""),
            "pppk": bool(reading and reading.pppk),
            "dated": year is not None,
            "year": year,
            "age_appointed": age,
            "appointed_late": bool(first and approved and first > approved),
            "months_over_pension": over,
            "reading": _reading(number.places),
        },
        {
            "printed": text.value,
            "name": text_of(official.name) or text_of(official.position) or "pejabat ini",
            "digits": digits or "",
            "reason": (reading.reason or "") if reading else "terdapat huruf di antara angka",
            "age": str(age) if age is not None else "",
            "over": _span(over or 0),
            "over_en": _span(over or 0, "years", "months"),
            "approved": format_date(approved) if approved else "",
        },
        number.places,
        # what is computed from digits that another place contradicts may be computed from the wrong ones
        Confidence.MEDIUM if number.contested and state == "ok" else Confidence.HIGH,
        doubts=() if digits and state == "ok" else (*_picture_digits(number.places), *(() if digits else LETTERS)),
    )


def _appointed(reading: NipReading, digits: str) -> tuple[int, int] | None:
    """The earliest year and month in which the holder can have been appointed: that of a PPPK names the year alone."""
    if reading.state != "ok":
        return None
    return (int(digits[8:12]), 1) if reading.pppk else reading.appointed


def _reading(places: Iterable[Evidence]) -> str:
    """How the digits of a number came to be known."""
    least = certainty(places)
    return "printed" if least is None else "sure" if least >= SURE_DIGITS else "unsure"


def _picture_digits(places: Iterable[Evidence]) -> tuple[ReadingDoubt, ...]:
    """A digit that was read wrongly or not at all, however sure an engine is of it, is no defect of the document."""
    return () if certainty(places) is None else DIGITS


def _span(months: int, year: str = "tahun", month: str = "bulan") -> str:
    """`6 tahun 2 bulan`."""
    parts = [(months // 12, year), (months % 12, month)]
    return " ".join(f"{count} {unit}" for count, unit in parts if count)


def _age(birth: dt.date | None, appointed: dt.date | None, *, pppk: bool) -> int | None:
    """Age in full years at appointment; the month is not known for PPPK, so the end of the year counts."""
    if birth is None or appointed is None:
        return None
    when = dt.date(appointed.year, 12, 31) if pppk else dt.date(appointed.year, appointed.month, 28)
    return max(age_at(birth, when), 0)


def _months_over(birth: dt.date | None, approved: dt.date | None, official: Official) -> int | None:
    if birth is None or approved is None:
        return None
    high = official.position is None or _HIGH_OFFICE.search(official.position.value)
    limit = PENSION_YEARS_HIGH if high else PENSION_YEARS
    months = (approved.year - birth.year) * 12 + approved.month - birth.month
    return max(months - limit * 12 - PENSION_GRACE_MONTHS, 0)


def _person_pair(out: FactList, a: Official, b: Official, *, both: bool, approve: bool, said: bool) -> None:
    a_digits, b_digits = _digits(a), _digits(b)
    known = a_digits is not None and b_digits is not None
    distance = OSA.distance(a_digits, b_digits) if a_digits and b_digits else 0
    marked = (
        mark_differences(a_digits, b_digits) if a_digits and b_digits else (text_of(a.nip_text), text_of(b.nip_text))
    )
    office = same_office(a.position.value, b.position.value) if a.position and b.position else "unknown"
    name = _compared(a.name, b.name)
    numbers = _places_of_numbers(a, b)
    unsure = _reading(numbers) == "unsure"
    repaired = known and (a.nip is None or b.nip is None)
    out.add(
        "person_pair",
        {
            "name": name,
            "name_similarity": _name_similarity(a, b),
            "office": office,
            # an NIP with letters among its digits can only confirm, never contradict
            "nip": "unknown"
            if not known or ((repaired or unsure) and distance)
            else "different"
            if distance
            else "same",
            "nip_distance": distance if known else 0,
            "both_approve": approve,
            "said": said,
            "approver_and_signatory": both,
        },
        {
            "a_name": text_of(a.name),
            "b_name": text_of(b.name),
            "a_office": text_of(a.position),
            "b_office": text_of(b.position),
            "a_nip": text_of(a.nip_text),
            "b_nip": text_of(b.nip_text),
            "a_marked": marked[0],
            "b_marked": marked[1],
        },
        _pair_evidence(a, b, offices=office in {"different", "acting"}, names=name == "different"),
        doubts=(*(AS_DIGITS if repaired else ()), *(_picture_digits(numbers) if distance else ())),
    )


def _compared(a: Value[str] | None, b: Value[str] | None) -> str:
    """Whether two names are one; a picture in which a stamp covers letters does not tell that they differ."""
    if a is None or b is None:
        return "unknown"
    found = same_name(a.value, b.value)
    least = certainty((*a.evidence, *b.evidence))
    return "unsure" if found in ("similar", "different") and least is not None and least < SURE else found


def _places_of_numbers(*officials: Official) -> list[Evidence]:
    return [place for official in officials if official.nip_text for place in official.nip_text.evidence]


def _name_similarity(a: Official, b: Official) -> int:
    if a.name is None or b.name is None:
        return 0
    keys = [name_key(official.name.value).replace(" ", "") for official in (a, b) if official.name]
    return round(100 * OSA.normalized_similarity(*keys))


def _digits(official: Official) -> str | None:
    if official.nip is not None:
        return official.nip.value
    if official.nip_text is None:
        return None
    found = find_nips("NIP " + official.nip_text.value)
    return found[0].repaired if found else None


def _pair_evidence(a: Official, b: Official, *, offices: bool, names: bool) -> tuple[Evidence, ...]:
    """The lines of both numbers and of both names, what differs first: the offices, the names, else the numbers."""
    numbers, named = [a.nip_text, b.nip_text], [a.name, b.name]
    parts = named + numbers if names else numbers + named
    positions = [official.position for official in (a, b) if offices or not (official.nip_text or official.name)]
    parts = positions + parts if offices else parts + positions
    seen: dict[Evidence, None] = {}
    for part in parts:
        if part is not None:
            seen.update(dict.fromkeys(part.evidence))
    return tuple(seen)
