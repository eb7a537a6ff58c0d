"""What a document of performance data is: its title, its kind, its year, and the day on which it is dated."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from extraction.dates import find_dates
from extraction.stream import Line, place, value_of
from schemas.evidence import Value
from schemas.performance import DocumentType
from schemas.sop import Signature, Text

MAX_TITLE_CHARS = 200
TITLE_BLOCK = 6
"""Lines under a title in which it may go on: unit, regency, year."""

_INTERIM = r"(?:triwulan\w*|tribulan|semester|bulanan|bulan \w+|interim|tengah tahun|tw\.? ?(?:iv|iii|ii|i|[1-4]))\b"
_REPORT = (
    r"(?:dokumen |buku |narasi |cover |sistematika )?(?:laporan (?:akuntabilitas |capaian |pencapaian |tahunan |"
    r"evaluasi )?kinerja\b|"
    r"lkj(?:ip)?\b|lakip\b|lkip\b)"
)
_TYPES: tuple[tuple[DocumentType, re.Pattern[str]], ...] = (
    ("agreement", re.compile(r"(?:perubahan )?(?:perjanjian|penetapan) kinerja\b|formulir? perjanjian")),
    ("action_plan", re.compile(r"rencana aksi\b")),
    (
        "quarterly",
        re.compile(
            rf"laporan .*\b{_INTERIM}|(?:pengukuran|capaian|realisasi|monitoring) .*\b(?:triwulan(?:an)?|tribulan)\b"
        ),
    ),
    ("report", re.compile(_REPORT)),
    ("indicators", re.compile(r"indikator kinerja utama\b|\biku\b")),
    ("form", re.compile(r"form\w*|pengumpulan data|pengukuran kinerja|capaian kinerja")),
    ("form", re.compile(r"e-?sakip")),
)
"""In the order in which they are asked; the name of the application tells least."""
_INTERIM_LINE = re.compile(rf"\W*{_INTERIM}")
_NAMED_YEAR = re.compile(
    r"\b(?:tahun(?: anggaran)?|t\.?a\.?|th\.?|thn\.?)\s*[:.]?\s*(?P<year>20[0-4]\d|199\d|2 0 [0-4] \d)\b"
    r"(?!\s*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai)\s*(?:tahun )?(?:20)?\d\d)",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(r"(?<![\d\-–/])(?<![-–/]\s)(?P<year>20[0-4]\d|199\d|2 0 [0-4] \d)(?!\d|\s?[-–/]\s?\d)")
_REGULATION = re.compile(r"\b(?:nomor|no\.|peraturan|undang-undang|keputusan|renstra|rpjmd|periode)\b", re.IGNORECASE)
_PLACE_DATE = re.compile(r"^[A-Z][A-Za-z .'-]{2,40},\s*(?:tanggal\s*)?(\d.{5,30})$")
_CLOSING = re.compile(
    r"^\W*(?:bab\s+(?:iv|v)\b.*|(?:(?:iv|v|[a-e]|\d)[.)]\s*)?(?:penutup|kesimpulan|simpulan)\b.{0,40})$", re.IGNORECASE
)
_ANNEX = re.compile(
    r"^\W*(?:lampiran(?:[- ]lampiran)?\b.{0,80}|(?:pernyataan )?(?:perubahan )?(?:perjanjian|"
    r"penetapan) kinerja(?: perubahan)?"
    r"(?: tahun \d{4})?|rencana aksi.{0,60}|pernyataan telah di\s?reviu.*)\W*$",
    re.IGNORECASE,
)


def find_title(top: Sequence[Line]) -> Text | None:
    """The title of the document, among its first lines."""
    for patterns in (_TYPES[:-1], _TYPES[-1:]):
        for line in top:
            low = line.low.strip(" \"'“”*#")
            if any(pattern.match(low) for _, pattern in patterns) and len(line.text) < MAX_TITLE_CHARS:
                return value_of(line.pieces())
    return None


def find_type(title: Text | None, top: Sequence[Line]) -> DocumentType:
    """What the document is, by its title, else by its first lines."""
    texts = [title.value.lower()] if title else []
    for low in [*texts, *(line.low for line in top)]:
        for type_, pattern in _TYPES:
            if pattern.match(low.strip(" \"'“”*#")) and len(low) < MAX_TITLE_CHARS:
                return "quarterly" if type_ == "report" and _is_interim(title, top) else type_
    return "other"


def _is_interim(title: Text | None, top: Sequence[Line]) -> bool:
    """The title goes on with a quarter in one of the next lines."""
    return any(len(line.text) < 80 and _INTERIM_LINE.match(line.low) for line in _block(title, top))


def _block(title: Text | None, top: Sequence[Line]) -> Sequence[Line]:
    """The title with the short lines under it."""
    first = title.evidence[0].line if title else None
    at = next((at for at, line in enumerate(top) if line.no == first), 0)
    block = list(top[at : at + 1 + TITLE_BLOCK])
    long = next((at for at, line in enumerate(block) if at and len(line.text) > 120), len(block))
    return block[:long]


def find_year(top: Sequence[Line], title: Text | None, type_: DocumentType) -> Value[int] | None:
    """The year that the document is about: that of its title, else the first one that its first lines name."""
    block = _block(title, top) if title else []
    for lines, pattern in ((block, _NAMED_YEAR), (block, _BARE_YEAR), (top, _NAMED_YEAR), (top, _BARE_YEAR)):
        if pattern is _BARE_YEAR and type_ == "indicators":
            continue
        for line in lines:
            match = pattern.search(line.text) if len(line.text) < MAX_TITLE_CHARS else None
            if match and not _REGULATION.search(line.text):
                return Value(int(match["year"].replace(" ", "")), (place(line.pieces()[0], line.text),))
    return _in_sentences(top) if type_ == "report" else None


def _in_sentences(top: Sequence[Line]) -> Value[int] | None:
    """`Laporan Kinerja ... Tahun 2024` in the foreword."""
    pattern = re.compile(rf"{_REPORT}[^.]{{0,100}}?\btahun (?:anggaran )?(?P<year>20[0-4]\d)\b(?!\s?[-–]\s?\d)")
    for line in top:
        match = pattern.search(line.low[:2000])
        if match:
            return Value(int(match["year"]), (place(line.pieces()[0]),))
    return None


def find_signed(
    lines: Sequence[Line], signatures: Sequence[Signature], year: int | None, type_: DocumentType
) -> Value[dt.date] | None:
    """
    The day at the last signature, without those of the annexes; of the foreword where no other is.

    A report on a year is made after it: what is signed before is an agreement that the report contains.
    """
    annex = _annex_line(lines) if type_ == "report" else None
    found = [signature.date for signature in signatures if signature.date]
    found = sorted([*found, *_dated_lines(lines)], key=lambda value: value.evidence[0].line or 0)
    found = [value for value in found if annex is None or (value.evidence[0].line or 0) < annex]
    if type_ == "report" and year is not None:
        found = [value for value in found if value.value.year > year]
    return found[-1] if found else None


def _dated_lines(lines: Sequence[Line]) -> Iterator[Value[dt.date]]:
    """`Lembah Kemiri, 10 Februari 2025` on a line of its own."""
    for line in lines:
        match = _PLACE_DATE.match(line.text.strip()) if len(line.text) < 80 and line.kind != "row" else None
        dates = find_dates(match[1]) if match else []
        if len(dates) == 1 and dates[0].iso:
            yield Value(dates[0].iso, (place(line.pieces()[0]),))


def _annex_line(lines: Sequence[Line]) -> int | None:
    """Where the annexes begin: a line that names one, below the last chapter."""
    closed = False
    for line in lines:
        if line.kind != "row" and len(line.text) < 120:
            if closed and _ANNEX.match(line.text):
                return line.no
            closed = closed or (bool(_CLOSING.match(line.text)) and not re.search(r"\.{4,}|\s\d{1,3}$", line.text))
    return None
