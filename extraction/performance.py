"""
A document of performance data: its kind, year and unit, its tables, and what its words say of them.

Tables of a sheet and tables of a text go through the same reading (`extraction.performance_tables`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extraction.captions import read_captions
from extraction.letterhead import find_government, find_unit
from extraction.performance_identity import find_signed, find_title, find_type, find_year
from extraction.performance_tables import Body, Caption, read_body, read_table
from extraction.running_tables import RunningTable, split_running
from extraction.scales import read_scale
from extraction.sections_of_reports import read_report_sections
from extraction.signatures import read_signatures
from extraction.stream import Line, stream, value_of
from extraction.table_columns import Header, begins_header, find_header
from extraction.table_views import View, sheet_view, table_view
from schemas.blocks import Document, Grid, Piece, Table
from schemas.evidence import Evidence, Value
from schemas.performance import PerformanceReport, PerformanceTable
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
    tables = tuple(_table(one, number) for one in reading.tables)
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
        quarter=_quarter(title, top),
        signed=find_signed(reading.loose, signatures, number, type_),
        tables=tables,
        captions=read_captions(reading.loose),
        scale=read_scale(tables, reading.loose),
        statements=read_statements(reading.loose, number),
        sections=read_report_sections(reading.loose),
        signatures=signatures,
        notices=document.notices,
        narrative=not document.sheets and sum(len(line.text) > 80 for line in reading.loose) >= 2,
        cut=reading.cut,
    )


def _table(found: _Found, year: int | None) -> PerformanceTable:
    table = read_table(found.view, found.header, found.body, found.caption, year)
    table.columns_doubted = found.doubted
    return table


# walking over the document ----------------------------------------------------------------------------------------


def _walk(document: Document) -> _Reading:
    reading = _Reading()
    if document.sheets:
        for grid in sorted(document.sheets, key=lambda grid: grid.hidden):
            _walk_sheet(sheet_view(grid), reading)
        return reading
    lines = stream(document)
    by_block: dict[int, list[Line]] = {}
    for line in lines:
        by_block.setdefault(line.block, []).append(line)
    text: list[Line] = []
    for number, block in enumerate(document.blocks):
        if isinstance(block, Table):
            _walk_text(text, reading)
            text = []
            _walk_stretch(table_view(block), 0, len(block.rows), reading, by_block.get(number, []))
        else:
            text += by_block.get(number, [])
    _walk_text(text, reading)
    return reading


def _walk_text(lines: Sequence[Line], reading: _Reading) -> None:
    """Text between tables, in which tables may stand that lost their cells."""
    for part in split_running(lines):
        if not isinstance(part, RunningTable):
            reading.loose.append(part)
            continue
        known = len(reading.tables)
        _walk_stretch(table_view(part.table), 0, len(part.table.rows), reading, ())
        for found in reading.tables[known:]:
            found.doubted = part.doubted
        if len(reading.tables) == known:
            reading.loose += part.lines
        reading.cut |= part.cut


def _walk_sheet(view: View, reading: _Reading) -> None:
    for start, end in _stretches(view):
        _walk_stretch(view, start, end, reading, None)


def _stretches(view: View) -> Iterator[tuple[int, int]]:
    """Rows between blank rows."""
    if view.sheet is None or not view.height:
        return
    blank = range(view.height)
    for column in sorted(view.sheet.columns, key=lambda cells: sum(cell is None for cell in cells[:1000])):
        blank = [row for row in blank if column[row] is None]  # type: ignore[assignment]
    start = 0
    for row in [*blank, view.height]:
        if row > start:
            yield start, row
        start = row + 1


def _walk_stretch(view: View, start: int, end: int, reading: _Reading, lines: Sequence[Line] | None) -> None:
    """Read the rows of a stretch: a table with what stands above it, a table that goes on, or words."""
    at = start
    while at < end:
        header = find_header(view, at, min(end, at + HEADER_ROWS) if end - at > SMALL_STRETCH else end)
        if header is None:
            if not _went_on(view, at, end, reading):
                _loosen(view, at, end, reading, lines)
            return
        if header.first > at and not _went_on(view, at, header.first, reading):
            _loosen(view, at, header.first, reading, lines)
        after = _next_header(view, header, end)
        body = read_body(view, header, header.body, after)
        if body.rows or body.groups or body.totals or after == end:  # else it is a title over the next heading
            reading.tables.append(_Found(view, header, body, _caption(reading.loose)))
        at = after


def _next_header(view: View, header: Header, end: int) -> int:
    """Where another table begins below without a blank row between: a heading with other words."""
    if end - header.body > SMALL_STRETCH:
        return end
    own = [text.lower() for text in view.texts(header.first)]
    for row in range(header.body, end):
        if begins_header(view, row) and [text.lower() for text in view.texts(row)] != own:
            return row
    return end


def _went_on(view: View, start: int, end: int, reading: _Reading) -> bool:
    """Whether rows without heading go on with the table above, after a blank row or a page break."""
    last = reading.tables[-1] if reading.tables else None
    if last is None or (last.view is not view and (view.sheet is not None or view.width != last.view.width)):
        return False
    if view is not last.view:
        return False
    fits = sum(_fits(view, row, last.header) for row in range(start, min(end, start + 20)))
    if fits < 0.5 * min(end - start, 20) or not fits:
        return False
    read_body(view, last.header, start, end, last.body)
    return True


def _fits(view: View, row: int, header: Header) -> bool:
    """Whether a row looks like one of the table: words where the names stand and something where figures stand."""
    roles = {column.role: column.index for column in reversed(header.columns) if column.index < view.width}
    name = next((roles[role] for role in ("indicator", "program", "sasaran") if role in roles), None)
    measured = [roles[role] for role in ("target", "realization", "capaian", "pagu", "spent", "year") if role in roles]
    return name is not None and bool(view.text(row, name)) and any(view.text(row, column) for column in measured)


def _loosen(view: View, start: int, end: int, reading: _Reading, lines: Sequence[Line] | None) -> None:
    """Rows that are no table: text."""
    if lines is not None:
        reading.loose += lines[start:end]
        return
    end = min(end, start + MAX_LOOSE_ROWS)
    for row in range(start, end):
        cells = [(column, value) for column in range(view.width) if (value := view.value(row, column))]
        if cells and view.sheet is not None:
            reading.loose.append(_sheet_line(view.sheet, row, cells, len(reading.loose)))


def _sheet_line(grid: Grid, row: int, cells: Sequence[tuple[int, Text]], block: int) -> Line:
    pieces = tuple(
        (Piece(value.value, row + 1, column + 1, None, value.evidence[0].page, None, value.evidence[0].cell),)
        for column, value in cells
    )
    text = " ".join(value.value for _, value in cells)
    return Line(
        pieces, "row" if len(pieces) > 1 else "paragraph", grid.number * 10_000_000 + row, row + 1, text, text.lower()
    )


def _holds_performance(view: View) -> bool:
    header = find_header(view, 0, min(view.height, SMALL_STRETCH))
    if header is None:
        return False
    roles = {column.role for column in header.columns}
    return "indicator" in roles and bool(roles & {"target", "realization", "capaian"})


def _views(document: Document) -> Iterator[View]:
    for grid in document.sheets:
        yield sheet_view(grid)
    for block in document.blocks:
        if isinstance(block, Table):
            yield table_view(block)


# what the document is ---------------------------------------------------------------------------------------------


def _caption(loose: Sequence[Line]) -> Caption:
    """Number and title of a table from the lines right above it."""
    for line in reversed(loose[-3:]):
        match = _CAPTION.match(line.text) if _TABLE_WORD.match(line.text) else None
        if match and match["no"]:
            piece = line.pieces()[0]
            number = Value(match["no"].rstrip("."), (_at(piece, line.text),))
            title = Value(match["title"].strip(), (_at(piece, line.text),)) if match["title"].strip() else None
            return Caption(number, title or _below(loose, line))
        if _TABLE_WORD.match(line.text):
            return Caption(None, value_of(line.pieces()))
    last = loose[-1] if loose else None
    return Caption(None, value_of(last.pieces()) if last is not None and len(last.text) < 160 else None)


def _below(loose: Sequence[Line], line: Line) -> Text | None:
    """The title of a table may stand in the line under its number."""
    last = loose[-1]
    return value_of(last.pieces()) if last is not line and len(last.text) < 160 else None


def _at(piece: Piece, quote: str) -> Evidence:
    return Evidence(quote[:200], piece.page, piece.line, piece.column, piece.bbox, piece.cell)


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
