"""
The headings of a table of performance data: which rows they are, and what each column holds.

Columns are known by their words, never by their place. Headings take one to three rows: a merged ``Target Triwulan``
over ``I II III IV``, or the same without merged cells, as a text has it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.table_views import View
from schemas.evidence import Value
from schemas.performance import Column, ColumnRole
from schemas.sop import Text

MAX_HEADING_CHARS = 90
"""Longer cells are content."""
MAX_HEADER_ROWS = 4

_ROLES: tuple[tuple[ColumnRole, str], ...] = (
    ("no", r"(?:no|n0|nomor|no\.? ?urut|num)\.?"),
    ("spent_percent", r".*anggaran ?\(? ?(?:%|persen\w*).*|.*(?:%|persen\w*|tingkat|capaian) ?(?:realisasi )?"
                      r"(?:penyerapan|serapan|anggaran|keuangan).*|.*(?:serapan|realisasi (?:anggaran|keuangan)) ?\(? ?%.*"),
    ("spent", (r".*(?:real\w{0,3}si (?:anggaran|keuangan|pagu|belanja)|(?:anggaran|keuangan|belanja).{0,12}real\w{0,3}si|"
              r"(?:pe)?nyerapan|serapan).*")),
    ("source", r".*\bsumber\b.*|.*\b(?:data dukung|bukti dukung|bukti)\b.*"),
    ("owner", (r".*(?:penanggung ?jawab|yang me(?:mbi|nanga)\w+|yang membedangi|pengampu|\bpic\b|pelaksana|"
              r"unit kerja|unit organisasi|perangkat daerah|\bopd\b).*|pj\.?|bidang|seksi")),
    ("polarity", r".*(?:polari\w+|\barah\b|sifat indikator|jenis indikator|positif ?/ ?negatif|makin).*"),
    ("formula", (r".*(?:formula\w*|rumus\w*|cara (?:peng|meng|peng)?hitung\w*|perhitungan|definisi operasional|"
                r"cara mengukur|metode).*")),
    ("category", r".*(?:kategori|predikat|kriteria|kualifikasi|interpretasi|\bstatus\b|\bnotasi\b).*"),
    ("interval", r".*(?:interval|rentang|skala|range).*"),
    ("remarks", (r"ket\.?|.*(?:keterangan|catatan|analisis|kendala|hambatan|permasalahan|penyebab|faktor|tindak lanjut|"
                r"solusi|alasan|penjelasan|rekomendasi|upaya).*")),
    ("capaian", (r".*capaian.*|.*(?:persen\w*|tingkat|%) ?(?:real\w{0,3}si|kinerja).*|\(? ?% ?\)?|persen(?:tase)?|"
                r"real\w{0,3}si ?\(? ?%.*|.*kinerja ?\(? ?%.*")),
    ("target", r".*\btarget\b.*|rencana|kinerja yang (?:di)?janji\w*"),
    ("realization", r".*\breal\w{0,4}si\b.*|.*\bprogres+\b.*|hasil(?: kinerja)?"),
    ("unit", r".*\bsatuan\b.*|sat\.?|unit"),
    ("indicator", r".*\b(?:indikator|iku|ikk|tolok ukur|ukuran kinerja)\b.*"),
    ("sasaran", r".*\b(?:sasaran|tujuan)\b.*|kinerja utama|outcome"),
    ("program", r".*\b(?:program\w*|sub ?kegiatan|kegiatan|aktivitas|rencana aksi|uraian|belanja)\b.*"),
    ("pagu", r".*\b(?:anggaran|pagu|alokasi|dpa|apbd)\b.*"),
)  # fmt: skip
"""In the order in which they are asked: `Realisasi Anggaran` is no pagu, `Target Indikator` no indicator."""
_PATTERNS = tuple((role, re.compile(pattern)) for role, pattern in _ROLES)
_PLAIN_TARGET = re.compile(r".*\bindikator\b.*\btarget\b.*|.*\btarget\b.*\bindikator\b.*")
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d|199\d)(?!\d)")
_ONLY_YEAR = re.compile(r"(?:tahun|th\.?|thn\.?)? ?(20[0-4]\d|199\d)(?: ?\*+| ?\((?:n ?)?-?\d?\))?")
_QUARTER = r"(?:triwulan|tri wulan|tribulan|trw|tw|kuartal|quarter|q)"
_IN_QUARTER = re.compile(rf"\b{_QUARTER}\.? ?-? ?(iv|iii|ii|i|[1-4])\b")
_QUARTERS = re.compile(rf"\b{_QUARTER}\b")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ROMAN_ALONE = re.compile(r"(?:ke-? ?)?(iv|iii|ii|i)")
_SEMESTER = re.compile(r"\b(?:semester|smt|sem)\.? ?(ii|i|[12])\b")
_MONTHS = {name: at for at, name in enumerate("jan feb mar apr mei jun jul agu sep okt nov des".split(), 1)}
_MONTH = re.compile(
    r"(jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des)(?:uari|ruari|et|il|i|ustus|tember|ober|ember|t)?\.?"
)
_TO_DATE = re.compile(r"\b(?:s ?\. ?d ?\.?|s ?/ ?d|sampai|kumulatif)(?= |\b|$)")
_END = re.compile(r"\bakhir\b|jangka menengah|\b(?:rpjmd|renstra)\b")
_BASE = re.compile(r"kondisi awal|\bbase ?line\b|data awal")
_BEFORE = re.compile(r"tahun (?:lalu|sebelumnya)|\bn ?- ?1\b")
_SUB = re.compile(
    rf"(?:{_ROMAN_ALONE.pattern}|{_QUARTER}\.? ?-? ?(?:iv|iii|ii|i|[1-4])|{_ONLY_YEAR.pattern}|{_MONTH.pattern}|"
    r"(?:semester|smt) ?(?:ii|i|[12])|rp\.?|\(? ?rp\.? ?\)?|%|\(? ?% ?\)?|k|fisik|keuangan|kinerja|volume|vol\.?|target|"
    r"real\w{0,4}si|capaian|capaian ?\(? ?% ?\)?|persen(?:tase)?|satuan|anggaran|pagu|tahunan|uraian|indikator|"
    r"sasaran|kinerja \(k\)|tahun)"
)
_NUMBER_CELL = re.compile(r"\(? ?(\d{1,2}) ?\)?(?: ?[=:(].*)?")
_WORD_CELL = re.compile(r"[a-z]")


@dataclass(slots=True)
class Header:
    """The headings of one table."""

    first: int
    """First row, from 0."""
    body: int
    """The row after the last heading or column number."""
    columns: tuple[Column, ...]
    numbers: tuple[Text, ...] | None = None


def find_header(view: View, start: int, end: int) -> Header | None:
    """
    The first heading of a table of performance data in the rows from *start* to before *end*.

    A column-number row under it belongs to it.
    """
    for row in range(start, end):
        if begins_header(view, row):
            return _read_header(view, row, end)
    return None


def role_of(title: str) -> ColumnRole | None:
    """What a column of that title holds."""
    low = _low(title)
    if _ONLY_YEAR.fullmatch(low):
        return "year"
    if _PLAIN_TARGET.fullmatch(low):
        return "target"
    return next((role for role, pattern in _PATTERNS if pattern.fullmatch(low)), None)


def is_number_row(texts: Sequence[str]) -> bool:
    """Whether these are the column numbers under a heading: ``1 2 3 ...``, also ``(1)`` and ``6=5/4``."""
    found = [_NUMBER_CELL.fullmatch(text.strip()) for text in texts if text.strip()]
    if len(found) < 3 or not all(found[:2]):
        return False
    numbers = [int(match[1]) for match in found if match]
    rising = all(later - earlier in (0, 1, 2) for earlier, later in itertools.pairwise(numbers))
    return len(numbers) >= 0.7 * len(found) and numbers[0] == 1 and rising and numbers[-1] >= len(numbers) - 1


def begins_header(view: View, row: int) -> bool:
    """Whether a row is the first heading row of a table of performance data."""
    roles = set()
    texts = view.texts(row) if view.width <= 64 else [view.text(row, column) for column in range(64)]
    filled = [text for text in texts if text.strip()]
    if len(filled) < 2 or any(len(text) > MAX_HEADING_CHARS for text in filled):
        return False
    for text in filled:
        role = role_of(text)
        if role is not None:
            roles.add(role)
    years = sum(role_of(text) == "year" for text in filled)
    if len(roles) < 2 or len(filled) - sum(role_of(text) is not None for text in filled) > len(filled) / 2:
        return False
    if sum(any(sign.isdigit() for sign in text) for text in filled) > len(filled) / 2 and "year" not in roles:
        return False
    measured = {"target", "realization", "capaian", "unit", "formula", "source", "pagu", "spent", "category", "owner"}
    named = roles & {"indicator", "sasaran"}
    return bool(
        (named and (roles & measured or years >= 2 or len(named) == 2))
        or ("program" in roles and roles & {"pagu", "spent", "target", "realization"})
        or ("interval" in roles and "category" in roles)
        or {"target", "realization"} <= roles
        or {"pagu", "spent"} <= roles
        or {"pagu", "realization"} <= roles
    )


def _read_header(view: View, first: int, end: int) -> Header:
    rows = [first]
    row = first + 1
    while row < end and len(rows) < MAX_HEADER_ROWS and _goes_on(view, first, row):
        rows.append(row)
        row += 1
    numbers = None
    if row < end and is_number_row(view.texts(row)):
        numbers = tuple(value for column in range(view.width) if (value := view.value(row, column)))
        row += 1
    titles = _titles(view, rows)
    columns = _columns(view, titles, _numbers_by_column(view, row - 1) if numbers else {})
    return Header(first, row, tuple(columns), numbers)


def _goes_on(view: View, first: int, row: int) -> bool:
    """Whether a row under a heading belongs to it: cells merged from above, or only words of parts."""
    texts = [_low(text) for text in view.texts(row)]
    filled = [text for text in texts if text]
    if not filled or is_number_row(texts):
        return False
    parts = sum(bool(_SUB.fullmatch(text)) for text in filled)
    above = [view.covers.get((row, column), (row, 0))[0] for column in range(view.width)]
    merged = any(first <= other < row for other in above)
    if merged:
        return not any(len(text) > MAX_HEADING_CHARS for text in filled)
    return parts >= 2 and parts >= 0.8 * len(filled)


def _titles(view: View, rows: Sequence[int]) -> list[list[tuple[int, int]]]:
    """For each column the cells (row, column) that head it, from the top; a heading over several columns heads each."""
    if len(rows) > 1 and not view.covers and (spread := _spread(view, rows)) is not None:
        return spread
    titles: list[list[tuple[int, int]]] = []
    for column in range(view.width):
        cells: list[tuple[int, int]] = []
        for at, row in enumerate(rows):
            cell = view.covers.get((row, column), (row, column))
            if not view.text(*cell) and at + 1 < len(rows) and not view.covers:
                below = any(view.text(lower, column) for lower in rows[at + 1 :])
                cell = _left(view, row, column) if below else cell
            if view.text(*cell) and cell not in cells:
                cells.append(cell)
        titles.append(cells)
    return titles


def _left(view: View, row: int, column: int) -> tuple[int, int]:
    while column > 0 and not view.text(row, column):
        column -= 1
    return row, column


def _spread(view: View, rows: Sequence[int]) -> list[list[tuple[int, int]]] | None:
    """
    Parts under headings where the text lost the empty cells: four cells ``I II III IV`` under one ``Triwulan`` column.

    Only where the parts can be dealt out evenly to the headings that ask for them.
    """
    top = [column for column in range(view.width) if view.text(rows[0], column)]
    parts = [column for column in range(view.width) if view.text(rows[1], column)]
    takers = [column for column in top if _QUARTERS.search(_low(view.text(rows[0], column)))]
    if len(rows) != 2 or not takers or len(parts) != 4 * len(takers) or len(parts) + len(top) - len(takers) <= len(top):
        return None
    if any(view.text(rows[0], column) == "" for column in range(len(top))):
        return None
    titles: list[list[tuple[int, int]]] = []
    dealt = iter(parts)
    for column in top:
        if column in takers:
            titles += [[(rows[0], column), (rows[1], next(dealt))] for _ in range(4)]
        else:
            titles.append([(rows[0], column)])
    return titles


def _columns(view: View, titles: Sequence[Sequence[tuple[int, int]]], numbers: dict[int, str]) -> Iterator[Column]:
    seen: set[str] = set()
    for index, cells in enumerate(titles):
        texts = [view.text(*cell) for cell in cells]
        title = Value(" ".join(texts), tuple(view.place(*cell) for cell in cells)) if cells else None
        role = _role_of_cells([_low(text) for text in texts])
        low = _low(" ".join(texts))
        years = _YEAR.findall(low)
        column = Column(
            index=index,
            title=title,
            role=role,
            period=_period(low, _low(texts[-1]) if texts else ""),
            year=int(years[-1]) if years else None,
            number=numbers.get(index),
        )
        if column.key in seen:  # the first of two alike is the one that is meant; which the other is nobody can tell
            column = column.model_copy(update={"role": None})
        seen.add(column.key)
        yield column


def _role_of_cells(texts: Sequence[str]) -> ColumnRole | None:
    """The role of a column by its heading cells from the top, in small letters."""
    if not texts:
        return None
    top, last = role_of(texts[0]), texts[-1]
    if len(texts) > 1 and last.strip("() .") in ("rp", "keuangan", "anggaran", "pagu"):
        money: dict[ColumnRole | None, ColumnRole] = {
            "target": "pagu",
            "realization": "spent",
            "capaian": "spent_percent",
        }
        return money.get(top, role_of(" ".join(texts)))
    return role_of(" ".join(texts)) or role_of(last) or top


def for_budget(columns: Sequence[Column]) -> tuple[Column, ...]:
    """In a table of budget alone a plain `Realisasi` is money spent, and a plain share is that of the budget."""
    meant: dict[ColumnRole | None, ColumnRole] = {
        "realization": "spent", "capaian": "spent_percent", "target": "pagu",
    }  # fmt: skip
    taken = {column.role for column in columns}
    return tuple(
        column.model_copy(update={"role": meant[column.role]})
        if column.role in meant and meant[column.role] not in taken
        else column
        for column in columns
    )


def for_year(columns: Sequence[Column], year: int | None) -> tuple[Column, ...]:
    """
    Take the year of the document out of the headings: `Target 2024` is the target.

    Args:
        columns: The columns of a table.
        year: That of the document; None = the last one for which the table has a realization or a target.
    """
    if not any(column.role == "realization" and column.period == "year" for column in columns):
        columns = [
            column.model_copy(update={"period": "year"}) if column.key == "realization:to_q4" else column
            for column in columns
        ]  # what was reached by the end of December is what was reached in the year
    named = [column.year for column in columns if column.role in ("target", "realization", "capaian") and column.year]
    plain = {column.role for column in columns if column.year is None and column.period == "year"}
    main = year if year in named else max(named, default=None)
    return tuple(
        column.model_copy(update={"year": None})
        if column.year == main and column.role != "year" and (column.role not in plain or column.period != "year")
        else column
        for column in columns
    )


def _period(low: str, last: str) -> str:
    """The part of the year that a heading names."""
    quarter = _IN_QUARTER.search(low)
    if quarter is None and _QUARTERS.search(low):
        alone = _ROMAN_ALONE.fullmatch(last) or re.fullmatch(r"([1-4])", last)
        quarter = alone
    if quarter is not None:
        found = f"q{_ROMAN[quarter[1]]}"
        return f"to_{found}" if _TO_DATE.search(low) else found
    if _QUARTERS.search(low):
        return "quarters"
    if match := _SEMESTER.search(low):
        return f"s{_ROMAN[match[1]]}"
    if match := _MONTH.fullmatch(last):
        return f"m{_MONTHS[match[1]]}"
    for name, pattern in (("end", _END), ("base", _BASE), ("before", _BEFORE)):
        if pattern.search(low):
            return name
    return "year"


def _numbers_by_column(view: View, row: int) -> dict[int, str]:
    return {column: text for column in range(view.width) if (text := view.text(row, column).strip())}


def _low(text: str) -> str:
    return " ".join(text.lower().replace("\n", " ").split()).strip(" :*")
