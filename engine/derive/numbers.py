"""Facts about the number of an SOP: its form, and its year and month beside the dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.derive.doubts import certainty
from engine.derive.factlist import FactList
from engine.derive.wording import enumerate_words
from extraction.dates import find_years, format_date
from extraction.labels import FIELD_LABELS
from extraction.sop_numbers import SopNumber, parse_number
from schemas.doubt import SURE
from schemas.report import Confidence
from schemas.sop import DateRead, FieldName, Identity, Sop, Text

_FAULTS = {
    "two": ("memuat dua nomor", "two numbers stand in it"),
    "label": ('memuat lagi kata "Nomor"', 'the word "Nomor" stands in it once more'),
    "blank": ("ada bagian yang belum diisi", "a part of it was left open"),
    "code": ("kode klasifikasi {code} kehilangan angka atau titik", "a digit or a dot is lost in the code {code}"),
    "month": ("bulan romawi {roman} tidak ada", "there is no month {roman}"),
}
_OTHER_CODE = (
    "kode {code}{matter} bukan kode SOP (000.8.3.3)",
    "the code {code}{matter} is not that of SOPs (000.8.3.3)",
)
_MATTERS = {
    "000.7.2.7": "penetapan/kontrak kinerja",
    "000.7.2": "perencanaan pembangunan daerah",
    "000.8.2": "analisis jabatan dan beban kerja",
    "000.8.3.1": "proses bisnis",
    "000.8.3.2": "standar pelayanan",
    "000.8.3.4": "pelayanan publik",
    "000.8.6.3": "akuntabilitas kinerja instansi pemerintah",
}
"""What some codes of Permendagri 83/2022 stand for, the longest first; for messages only."""
_DATES: tuple[FieldName, ...] = ("created", "approved", "effective")
Period = tuple[int, int | None]
"""A year, and the month where it is known."""


def number_facts(out: FactList, sop: Sop) -> None:
    """One fact for the form of the number, and one for its period where it has one and there are dates."""
    identity = sop.identity
    number = parse_number(identity.number.value) if identity and identity.number else None
    if identity is None or identity.number is None or number is None:
        return
    texts = [_FAULTS[fault] for fault in number.faults]
    told = {"code": number.code or "", "roman": number.roman or "", "matter": _matter(number.code or "")}
    told_texts = texts + ([_OTHER_CODE] if texts and number.kind == "other" else [])
    out.add(
        "sop_number",
        {"faults": len(texts), "code": number.kind},
        {
            "printed": number.text,
            "faults": "; ".join(text[0].format(**told) for text in told_texts),
            "faults_en": "; ".join(text[1].format(**told) for text in told_texts),
            "code": number.code or "",
            "matter": told["matter"],
        },
        identity.number.evidence,
    )
    _period(out, number, identity.number, identity)


def _matter(code: str) -> str:
    known = next((words for key, words in _MATTERS.items() if code == key or code.startswith(key + ".")), "")
    return f" ({known})" if known else ""


def _period(out: FactList, number: SopNumber, text: Text, identity: Identity) -> None:
    least = certainty(text.evidence)
    if least is not None and least < SURE:
        number = replace(number, month=None)  # a roman month in a picture: `I` and `V` are a stroke apart
    dates = [(name, read) for name in _DATES if (read := identity.dates.get(name)) is not None]
    dates = _trusted(dates)
    periods = [period for _, read in dates for period in _periods(read)]
    if number.year is None or not periods:
        return
    revised = identity.dates.get("revised")
    all_periods = periods + (_periods(revised) if revised and revised.iso else [])
    out.add(
        "number_period",
        {
            "years": min(abs(number.year - year) for year, _ in all_periods),
            "months": _months_apart(number, all_periods, periods),
            "has_month": number.month is not None,
        },
        {
            "printed": number.text,
            "period": f"{number.roman}/{number.year}" if number.month else str(number.year),
            "dates": enumerate_words([f"{FIELD_LABELS[name]} {_shown(read)}" for name, read in dates]),
        },
        (*text.evidence, *(place for _, read in dates for place in read.text.evidence)),
        Confidence.MEDIUM if any(read.ambiguous for _, read in dates) else Confidence.HIGH,
    )


def _trusted(dates: Sequence[tuple[FieldName, DateRead]]) -> list[tuple[FieldName, DateRead]]:
    """The dates that can vouch for a number: an effective date before the others is itself in doubt."""
    known = [read.iso for name, read in dates if name != "effective" and read.iso]
    return [
        (name, read)
        for name, read in dates
        if name != "effective" or not (read.iso and known and read.iso < max(known))
    ]


def _periods(read: DateRead) -> list[Period]:
    """Year and month of a date; of one that is not complete at least its year."""
    if read.iso is not None:
        return [(read.iso.year, read.iso.month)]
    return [(year, None) for year in find_years(read.text.value)]


def _shown(read: DateRead) -> str:
    return format_date(read.iso) if read.iso else read.text.value


def _months_apart(number: SopNumber, all_periods: Sequence[Period], periods: Sequence[Period]) -> int:
    """Months from the period of the number to the nearest date; none within the span of the dates."""
    assert number.year is not None
    first = number.year * 12 + (number.month or 1)
    last = number.year * 12 + (number.month or 12)
    apart = [_gap(first, last, *_span(period)) for period in all_periods]
    known = [year * 12 + month for year, month in periods if month is not None]
    if known and min(known) <= first and last <= max(known):
        return 0
    return min(apart)


def _span(period: Period) -> tuple[int, int]:
    year, month = period
    return year * 12 + (month or 1), year * 12 + (month or 12)


def _gap(first: int, last: int, other_first: int, other_last: int) -> int:
    return max(other_first - last, first - other_last, 0)
