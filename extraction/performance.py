"""
A document of performance data: its kind, year and unit, its tables, and what its words say of them.

Tables of a sheet and tables of a text go through the same reading (`extraction.performance_tables`).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extraction.captions import read_captions
from extraction.letterhead import find_government, find_unit, is_letterhead
from extraction.number_notices import number_notices
from extraction.performance_identity import find_signed, find_title, find_type, find_year
from extraction.performance_tables import Caption, read_tables
from extraction.running_tables import RunningTable, split_running
from extraction.scales import read_scale
from extraction.sections_of_reports import is_caption, read_report_sections
from extraction.signatures import read_signatures
from extraction.stream import Line, place, stream, value_of
from extraction.table_columns import Header, find_header, for_plan, is_number_row
from extraction.table_rows import Body, read_body
from extraction.table_views import View, sheet_view, table_view
from schemas.blocks import Document, Grid, Notice, Piece, Table
from schemas.evidence import Evidence, Value
from schemas.performance import MEASURES, PerformanceReport, PerformanceTable
from schemas.sop import Signature, Text

HEADER_ROWS = 12
"""Rows of a stretch of a sheet in which its heading begins; titles may stand above."""
SMALL_STRETCH = 2_000
"""Rows of a stretch in which further headings are looked for everywhere."""
MAX_LOOSE_ROWS = 400
"""Rows outside of tables that are read as text: titles, notes, signatures."""
TITLE_LINES = 60
COVER_LINES = 12
"""Lines in which the office is looked for first."""

_QUARTER = re.compile(r"\b(?:triwulan|tribulan|tw)\s*(?:ke-?\s*)?(iv|iii|ii|i|[1-4])\b", re.IGNORECASE)
_GOVERNMENT_IN_UNIT = re.compile(r"(?i)\b(?:kabupaten|kota|provinsi) [a-z][a-z .'-]{2,40}$")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_CAPTION = re.compile(r"(?i)^\W*(?:tabel|table)\s*(?P<no>[\divxlc]+(?:[.\-]\d+)*[a-z]?)?\s*[.:)]?\s*(?P<title>.*)$")
_PAGE = re.compile(
    r"\W*(?:hal(?:aman)?\W*)?\d{0,4}\W*(?:dari \d+\W*)?|.{0,60}\(?lanjutan\)?.{0,10}|"
    r"(?:lkj?ip|laporan kinerja)\b.{0,80}",
    re.IGNORECASE,
)
_TABLE_WORD = re.compile(r"(?i)^\W*(?:tabel|table|format|formulir|form|lampiran)\b")


@dataclass(slots=True)
class _Found:
    """A table while its rows are gathered; further stretches may go on with it."""

    view: View
    header: Header
    body: Body
    caption: Caption
    doubted: bool = False
    """Its cells were told by what they look like."""


@dataclass(slots=True)
class _Reading:
    """What the walk over a document gathers."""

    tables: list[_Found] = field(default_factory=list)
    loose: list[Line] = field(default_factory=list)
    """Lines outside of tables."""
    cut: bool = False
    """The file breaks off inside a table."""
    between: list[Line] = field(default_factory=list)
    """Those since the last table."""
    told: int = 0
    """How many lines stand above the last table: no caption of a later one."""
    above: int | None = None
    """How many of them stand above the first table."""


_NO_TABLE = Notice(
    "no-table",
    "Tidak ada tabel sasaran, indikator, target, realisasi, atau anggaran yang terbaca dalam dokumen ini, sehingga "
    "aturan tentang tabel tidak dinilai. Periksa apakah kolom tabel hilang saat dokumen diubah menjadi teks.",
)


def has_performance_table(document: Document) -> bool:
    """Whether some table of the document is one of indicators with their figures."""
    return any(_holds_performance(view) for view in _views(document))


def read_performance(document: Document) -> PerformanceReport:
    """Read a document of performance data."""
    from extraction.statements import read_statements  # noqa: PLC0415  # many patterns, of no use to an SOP

    reading = _walk(document)
    top = reading.loose[:TITLE_LINES]
    title = find_title(top)
    type_ = find_type(title, top)
    year = find_year(top, title, type_)
    number = year.value if year else None
    quarter = _quarter(title, top[: reading.above])
    for one in reading.tables if type_ in ("action_plan", "agreement") else ():
        one.header.columns = for_plan(one.header.columns)
    tables = tuple(table for one in reading.tables for table in _tables(one, number, quarter))
    if year is None and (year := _year_of_columns(tables)) is not None:
        number = year.value
    pieces = [piece for line in top for piece in line.pieces() if len(piece.text) < 200]
    unit = find_unit([piece for line in top[:COVER_LINES] if line.kind != "row" for piece in line.pieces()])
    unit = unit or find_unit(pieces)
    signatures = _signatures(reading.loose, unit)
    return PerformanceReport(
        type=type_,
        title=title,
        government=find_government(pieces) or _government_of(unit),
        unit=unit,
        year=year,
        quarter=quarter,
        signed=find_signed(reading.loose, signatures, number, type_),
        tables=tables,
        captions=read_captions(reading.loose),
        scale=read_scale(tables, reading.loose),
        statements=read_statements(reading.loose, number),
        sections=read_report_sections(reading.loose),
        signatures=signatures,
        notices=(*document.notices, *number_notices(tables), *([] if tables else [_NO_TABLE])),
        narrative=not document.sheets and sum(len(line.text) > 80 for line in reading.loose) >= 2,
        cut=reading.cut,
    )


_YEAR = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")


def _year_of_columns(tables: Sequence[PerformanceTable]) -> Value[int] | None:
    """The only year that headings of targets and realizations name: `Target 2024`."""
    titles = [
        column.title
        for table in tables
        for column in table.columns
        if column.role in ("target", "realization", "capaian") and column.title and column.period == "year"
    ]
    named = {int(year): title for title in titles for year in _YEAR.findall(title.value)}
    if len(named) != 1:
        return None
    ((year, title),) = named.items()
    return Value(year, title.evidence)


def _tables(found: _Found, year: int | None, quarter: int | None) -> tuple[PerformanceTable, ...]:
    tables = read_tables(found.view, found.header, found.body, found.caption, year, quarter)
    for table in tables:
        table.columns_doubted |= found.doubted
    return tables


# walking over the document ----------------------------------------------------------------------------------------


def _walk(document: Document) -> _Reading:
    reading = _Reading()
    if document.sheets:
        for grid in sorted(document.sheets, key=lambda grid: grid.hidden):
            _walk_sheet(sheet_view(grid), reading)
        return reading
    by_block: dict[int, list[Line]] = {}
    for line in stream(document):
        by_block.setdefault(line.block, []).append(line)
    text: list[Line] = []
    for number, block in enumerate(document.blocks):
        if isinstance(block, Table) and block.rows:
            _walk_text(text, reading)
            text = []
            _walk_table(table_view(block), by_block.get(number, []), reading)
        else:
            text += by_block.get(number, [])
    _walk_text(text, reading)
    return reading


def _walk_text(lines: Sequence[Line], reading: _Reading) -> None:
    """Text between tables, in which tables may stand that lost their cells."""
    for part in split_running(lines):
        if not isinstance(part, RunningTable):
            reading.loose.append(part)
            reading.between.append(part)
            continue
        known = len(reading.tables)
        reading.between = []
        _walk_stretch(table_view(part.table), 0, len(part.table.rows), reading, ())
        for found in reading.tables[known:]:
            found.doubted = part.doubted
        if len(reading.tables) == known:
            reading.loose += part.lines
        reading.cut |= part.cut


def _walk_table(view: View, lines: Sequence[Line], reading: _Reading) -> None:
    """A table of a text; rows without heading may go on with the table before them."""
    if not _goes_on_after_break(view, reading):
        _walk_stretch(view, 0, view.height, reading, lines)
    reading.between = []


def _goes_on_after_break(view: View, reading: _Reading) -> bool:
    last = reading.tables[-1] if reading.tables else None
    if (
        last is None
        or last.view.sheet is not None
        or last.view.width != view.width
        or not _is_page_break(reading.between)
    ):
        return False
    header = find_header(view, 0, min(view.height, HEADER_ROWS), view.height)
    if header is not None:
        same = [column.key for column in header.columns] == [column.key for column in last.header.columns]
        if header.first or not same or not _numbers_go_on(view, header, last):
            return False
    elif not any(_fits(view, row, last.header) for row in range(min(view.height, 20))):
        return False
    first = last.view.extend(view)
    read_body(last.view, last.header, first, last.view.height, last.body)
    return True


def _is_page_break(lines: Sequence[Line]) -> bool:
    """Whether nothing but the foot and head of a page stands between two parts of a table."""
    return len(lines) <= 3 and all(_PAGE.fullmatch(line.text.strip()) for line in lines)


def _numbers_go_on(view: View, header: Header, last: _Found) -> bool:
    """Whether the rows under a repeated heading go on counting."""
    no = next((column.index for column in header.columns if column.role == "no"), None)
    if no is None or not last.body.rows:
        return False
    above = [_count(last.view.text(row, no)) for row in last.body.rows]
    below = [_count(view.text(row, no)) for row in range(header.body, view.height)]
    highest, next_ = max(filter(None, above), default=0), next(filter(None, below), 0)
    return next_ in (0, highest + 1) and bool(highest)


def _count(text: str) -> int:
    bare = text.strip(" .)")
    return int(bare) if bare.isdecimal() and len(bare) < 7 else 0


def _walk_sheet(view: View, reading: _Reading) -> None:
    for start, end in _stretches(view):
        _walk_stretch(view, start, end, reading, None)


def _stretches(view: View) -> Iterator[tuple[int, int]]:
    """Rows between blank rows."""
    blank: Sequence[int] = range(view.height)
    for cells in sorted(view.columns, key=lambda cells: sum(cell is None for cell in cells[:1000])):
        blank = [row for row in blank if cells[row] is None]
    start = 0
    for row in [*blank, view.height]:
        if row > start:
            yield start, row
        start = row + 1


def _walk_stretch(view: View, start: int, end: int, reading: _Reading, lines: Sequence[Line] | None) -> None:
    """Read the rows of a stretch: a table with what stands above it, a table that goes on, or words."""
    at = start
    while at < end:
        header = find_header(view, at, min(end, at + HEADER_ROWS) if end - at > SMALL_STRETCH else end, end)
        if header is None:
            if not _went_on(view, at, end, reading):
                _loosen(view, at, end, reading, lines)
            return
        if header.first > at and not _went_on(view, at, header.first, reading):
            _loosen(view, at, header.first, reading, lines)
        at = _read_beside(view, header, end, reading, lines)


def _read_beside(view: View, header: Header, end: int, reading: _Reading, lines: Sequence[Line] | None) -> int:
    """Read a table, or several that stand side by side with a blank column between; gives where they end."""
    last = reading.tables[-1] if reading.tables else None
    if view.sheet is not None and last is not None and last.view is view and _is_same(header, last, view):
        _read_rows(last, header.body, end, reading, lines)
        return max(last.body.end, header.body)
    caption = _caption(reading.loose[reading.told :])
    reading.told = len(reading.loose)
    reading.above = len(reading.loose) if reading.above is None else reading.above
    parts = _side_by_side(view, header, end) if view.sheet is not None else []
    ends = []
    for part in parts or [view]:
        found = header if part is view else find_header(part, header.first, header.first + 3, end)
        if found is not None:
            reading.tables.append(_Found(part, found, Body(), caption))
            _read_rows(reading.tables[-1], found.body, end, reading, lines)
            body = reading.tables[-1].body
            ends.append(body.end)
            if body.end < end and not (body.rows or body.groups or body.totals):
                reading.tables.pop()  # a title over the next heading
    return max([header.body, *(ends if len(ends) < 2 else [end])])


def _read_rows(found: _Found, start: int, end: int, reading: _Reading, lines: Sequence[Line] | None) -> None:
    """Sort rows into a table; its notes are words of the document."""
    known = len(found.body.loose)
    read_body(found.view, found.header, start, end, found.body)
    for row in found.body.loose[known : known + MAX_LOOSE_ROWS]:
        _loosen(found.view, row, row + 1, reading, lines)


def _is_same(header: Header, last: _Found, view: View) -> bool:
    """Whether a heading is that of the table above once more, which goes on below it."""
    same = [column.key for column in header.columns] == [column.key for column in last.header.columns]
    return same and _numbers_go_on(view, header, last) and not _captioned(view, last.body.end, header.first)


def _captioned(view: View, start: int, end: int) -> bool:
    """Whether words stand between two parts of a table on a sheet: they are two."""
    return any(not view.is_blank(row) for row in range(max(start, end - 10), end))


def _side_by_side(view: View, header: Header, end: int) -> list[View]:
    """The parts of a sheet between columns that are blank in all rows of a stretch, where each has a heading."""
    blank = [
        column
        for column in range(view.width)
        if not any(view.text(row, column) for row in range(header.first, header.body))
        and not any((row, column) in view.covers for row in range(header.first, header.body))
        and all(cell is None for cell in view.columns[column][header.first : end])
    ]
    edges = [-1, *blank, view.width]
    parts = [(left + 1, right) for left, right in itertools.pairwise(edges) if right - left > 2]
    views = [view.cut(first, stop) for first, stop in parts]
    found = [part for part in views if find_header(part, header.first, header.first + 3, end) is not None]
    return found if len(found) > 1 else []


def _went_on(view: View, start: int, end: int, reading: _Reading) -> bool:
    """Whether rows without heading go on with the table above, after a blank row."""
    last = reading.tables[-1] if reading.tables else None
    if last is None or view is not last.view:
        return False
    if not any(_fits(view, row, last.header) for row in range(start, min(end, start + 2))):
        return False
    if any(is_caption(" ".join(view.texts(row)).strip()) for row in range(max(last.body.end, start - 10), start + 1)):
        return False  # of another table, whose headings say nothing of performance
    _read_rows(last, start, end, reading, None)
    return True


def _fits(view: View, row: int, header: Header) -> bool:
    """Whether a row looks like one of the table: words where the names stand and something where figures stand."""
    roles = {column.role: column.index for column in reversed(header.columns) if column.index < view.width}
    name = next((roles[role] for role in ("indicator", "program", "sasaran") if role in roles), None)
    measured = [column.index for column in header.columns if column.role in MEASURES and column.index < view.width]
    if name is None or not view.text(row, name) or is_number_row(view.texts(row)):
        return False
    return any(view.text(row, column) for column in measured if column != name)


def _loosen(view: View, start: int, end: int, reading: _Reading, lines: Sequence[Line] | None) -> None:
    """Rows that are no table: text."""
    if lines is not None:
        reading.loose += lines[start:end]
        return
    end = min(end, start + MAX_LOOSE_ROWS)
    for row in range(start, end):
        cells = [(column, value) for column in range(view.width) if (value := view.value(row, column))]
        if cells and view.sheet is not None:
            reading.loose.append(_sheet_line(view.sheet, row, cells))


def _sheet_line(grid: Grid, row: int, cells: Sequence[tuple[int, Text]]) -> Line:
    pieces = tuple(
        (Piece(value.value, row + 1, column + 1, None, value.evidence[0].page, None, value.evidence[0].cell),)
        for column, value in cells
    )
    text = " ".join(value.value for _, value in cells)
    return Line(
        pieces, "row" if len(pieces) > 1 else "paragraph", grid.number * 10_000_000 + row, row + 1, text, text.lower()
    )


def _holds_performance(view: View) -> bool:
    header = find_header(view, 0, min(view.height, SMALL_STRETCH), view.height)
    return header is not None and _is_performance(header)


def _is_performance(header: Header) -> bool:
    """Whether a table says what was aimed at or reached, or what was spent of a budget; a list of prices does not."""
    roles = {column.role for column in header.columns}
    figures = roles & {"target", "realization", "capaian"}
    if "indicator" in roles:
        return bool(figures) or sum(role == "year" for role in (column.role for column in header.columns)) > 1
    if "program" in roles:
        return ("pagu" in roles and bool(figures | roles & {"spent"})) or {"target", "realization"} <= roles
    return "sasaran" in roles and {"target", "realization"} <= roles


def _views(document: Document) -> Iterator[View]:
    for grid in document.sheets:
        yield sheet_view(grid)
    for block in document.blocks:
        if isinstance(block, Table):
            yield table_view(block)


# what the document is ---------------------------------------------------------------------------------------------


def _caption(loose: Sequence[Line]) -> Caption:
    """Number and title of a table from the lines right above it."""
    near = [line for line in loose[-4:] if len(line.text) < 200]
    for line in reversed(near):
        match = _CAPTION.match(line.text) if _TABLE_WORD.match(line.text) else None
        if match and match["no"]:
            piece = line.pieces()[0]
            number = Value(match["no"].rstrip("."), (_at(piece, line.text),))
            title = Value(match["title"].strip(), (_at(piece, line.text),)) if match["title"].strip() else None
            return Caption(number, title or _below(near, line))
        if _TABLE_WORD.match(line.text):
            return Caption(None, value_of(line.pieces()))
    last = near[-1] if near and len(near[-1].text) < 160 else None
    if last is not None and is_letterhead(last.text):  # the name of the office stands under a title
        return Caption(None, find_title(near))
    return Caption(None, value_of(last.pieces()) if last else None)


def _below(loose: Sequence[Line], line: Line) -> Text | None:
    """The title of a table may stand in the line under its number."""
    last = loose[-1]
    return value_of(last.pieces()) if last is not line and len(last.text) < 160 else None


def _at(piece: Piece, quote: str) -> Evidence:
    return place(piece, quote[:200])


def _quarter(title: Text | None, top: Sequence[Line]) -> int | None:
    for text in [*([title.value] if title else []), *(line.text for line in top[:12])]:
        if len(text) < 200 and (match := _QUARTER.search(text)):
            return _ROMAN[match[1].lower()]
    return None


def _signatures(lines: Sequence[Line], unit: Text | None) -> tuple[Signature, ...]:
    return tuple(read_signatures(lines, range(len(lines)), unit.value if unit else None).signatures)


def _government_of(unit: Text | None) -> Text | None:
    """The regency that the name of the unit ends with: `INSPEKTORAT DAERAH KABUPATEN ...`."""
    match = _GOVERNMENT_IN_UNIT.search(unit.value) if unit else None
    return Value(match[0], unit.evidence) if match and unit else None
