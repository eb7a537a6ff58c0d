"""
Tables without upright rulings: columns told by gaps that many lines leave free at the same place.

Two kinds are told. Level rulings of one length, one below the other, rule off rows: what they part into columns is a
table. Lines with nothing but gaps are one when they make three columns or more over three rows or more and a column
holds numbers: columns of running text, signatures side by side, lists and labels with their values are none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Literal, NamedTuple

from readers.page import Ruling, Word
from readers.page_flow import GUTTER, PrintedLine, box_of
from readers.ruled_grid import GridCell, RuledTable

Span = tuple[float, float]
Told = Literal["columns", "cells", "order"]

MIN_RULES = 3
"""Level rulings of one length from which they rule off rows."""
MIN_RULE = 150.0
"""Points of the shortest of them."""
SAME_END = 5.0
"""Points by which their ends may differ."""
MAX_ROW_LINES = 14
"""Lines of the highest row with words in one column."""
PAD_RATIO, PAD_MORE = 1.3, 2.5
"""Words between two rulings with more room around them, in rows and in points, are no row but stand between tables."""
OUTSIDE = 2.0
"""Points by which such words begin left of those in cells."""
COLUMN_GAP = 0.55
"""Gap between two words, in heights of their line, from which they may stand in two columns of ruled rows."""
OPEN_GAP = 0.85
"""The same where nothing is ruled."""
MIN_GUTTER = 3.0
"""Points that all rows leave free between two columns."""
OPEN_GUTTER = 5.0
"""The same where nothing is ruled."""
MAX_FEW_HEIGHT = 140.0
"""Points of the highest row of a table of one or two rows."""
MAX_STEP = 2.2
"""Heights of a line by which the next line of a table may stand lower."""
MIN_COLUMNS = MIN_ROWS = 3
"""Columns, and rows that fill as many, of a table of which nothing is ruled."""
NUMBERS = 0.6
"""Share of the cells of a column that are numbers, where it is one of numbers."""
ROW_GAP = 0.25
"""Heights of a line by which the gap between rows is wider than that between the lines of one row."""
PARTED = 0.3
"""Share of the rows that must part what spans columns in another one."""
MAX_HEADS = 3
"""Lines above the first that fills the columns that may be its heading."""
MAX_LINES = 150
"""Lines of one table without rulings; a page has 80."""
MAX_CHUNKS = 40
"""Stretches of words in one row; more are no columns."""
MAX_LONG_RULES = 400
"""Long level rulings of a page; more are a drawing."""
MAX_TRIES = 3
"""Lines at which one stretch of lines may begin to be a table."""

_NUMBER = re.compile(r"(?:Rp\.?)?[-–(]?\d[\d.,]{0,20}[)%]{0,2}(?:-?\d{0,4})")
_LEADER = re.compile(r"[.…·_]{4,}")
_ONLY_MARKER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|[-–•●▪◦‣·○■□➢➤*]|[\uf0a0-\uf0ff]")


class _Band(NamedTuple):
    """A row, or a line where rows are not told yet."""

    top: float
    bottom: float
    lines: list[PrintedLine]

    @property
    def pad(self) -> float:
        """Points above and below its words."""
        if not self.lines:
            return self.bottom - self.top
        boxes = [box_of(line) for line in self.lines]
        return self.bottom - self.top - (max(box[3] for box in boxes) - min(box[1] for box in boxes))

    def chunks(self, gap: float) -> list[Span]:
        """The stretches from left to right that words fill, parted by wide gaps."""
        found: list[Span] = []
        for word in sorted((word for line in self.lines for word in line), key=lambda word: word.x0):
            if found and word.x0 - found[-1][1] < gap * max(word.height, 1.0):
                found[-1] = found[-1][0], max(found[-1][1], word.x1)
            else:
                found.append((word.x0, word.x1))
        return found


@dataclass(slots=True, eq=False)
class OpenTable(RuledTable):
    """A table whose columns nothing rules off."""

    columns: list[Span] = field(default_factory=list)
    """From where to where the words of each column reach."""
    told: Told = "cells"
    """What of it was guessed, as in `schemas.blocks.GuessedColumns`."""
    rows: Sequence[_Band] = ()
    parts: OpenTable | None = None
    """The table on the page before, whose columns the rows of this one part further."""


def open_tables(
    lines: Sequence[PrintedLine], level: Sequence[Ruling], above: OpenTable | None = None
) -> list[OpenTable]:
    """
    Find the tables of a page that have no upright rulings.

    Args:
        lines: The printed lines outside of other tables, from top to bottom, none of them turned.
        level: The level rulings there.
        above: The last such table of the page before, which may go on here.
    """
    tables: list[OpenTable] = []
    for places in _row_rulings(level):
        for rows in _stretches(_bands([at for at, _, _ in places], lines)):
            table = _of_rows(rows, None if tables else above)
            if table is not None:
                tables.append(table)
    left = [line for line in lines if not any(table.box[1] < _middle(line) < table.box[3] for table in tables)]
    return [*tables, *_gap_tables(left, None if tables else above)]


def with_columns(table: RuledTable, lines: Sequence[PrintedLine]) -> OpenTable | None:
    """A table that only a frame and level rulings draw, with its columns; None where it has one column."""
    return _of_rows(_bands(table.ys, lines)) if len(table.ys) > MIN_RULES else None


def _middle(line: PrintedLine) -> float:
    box = box_of(line)
    return (box[1] + box[3]) / 2


# ruled rows -------------------------------------------------------------------------------------------------------


def _row_rulings(level: Iterable[Ruling]) -> Iterator[list[Ruling]]:
    """Yield rulings of one length that stand below one another."""
    groups: list[list[Ruling]] = []
    whole = _whole(level)
    for line in sorted(whole) if len(whole) <= MAX_LONG_RULES else ():
        for group in groups:
            if abs(line.start - group[0].start) <= SAME_END and abs(line.end - group[0].end) <= SAME_END:
                group.append(line)
                break
        else:
            groups.append([line])
    yield from (group for group in groups if len(group) >= MIN_RULES)


def _whole(level: Iterable[Ruling]) -> list[Ruling]:
    """Long rulings, each as one though it is drawn cell by cell, or twice."""
    joined: list[Ruling] = []
    for line in sorted(level, key=lambda one: (round(one.at), one.start)):
        last = joined[-1] if joined else None
        if last and abs(line.at - last.at) <= 1.5 and line.start <= last.end + 4:
            joined[-1] = Ruling(last.at, last.start, max(last.end, line.end))
        else:
            joined.append(line)
    return [line for line in joined if line.end - line.start >= MIN_RULE]


def _bands(ys: Sequence[float], lines: Sequence[PrintedLine]) -> list[_Band]:
    """What stands between rulings at these heights."""
    placed = sorted(((_middle(line), at) for at, line in enumerate(lines)))
    middles = [middle for middle, _ in placed]
    return [
        _Band(top, bottom, [lines[at] for _, at in placed[bisect_left(middles, top) : bisect_left(middles, bottom)]])
        for top, bottom in pairwise(ys)
    ]


def _stretches(bands: Sequence[_Band]) -> Iterator[list[_Band]]:
    """Yield the rows of one table after the other: running text between two rulings parts them."""
    full = [band for band in bands if len(band.chunks(COLUMN_GAP)) > 1]
    if not full:
        return
    most = PAD_RATIO * median(band.pad for band in full) + PAD_MORE
    left = min(band.chunks(COLUMN_GAP)[0][0] for band in full)
    rows: list[_Band] = []
    for band in bands:
        chunks = band.chunks(COLUMN_GAP)
        is_text = len(chunks) == 1 and (band.pad > most or chunks[0][0] < left - OUTSIDE)
        if is_text or not chunks or (len(band.lines) > MAX_ROW_LINES and len(chunks) < 2):
            yield rows
            rows = []
        else:
            rows.append(band)
    yield rows


def _of_rows(bands: Sequence[_Band], above: OpenTable | None = None) -> OpenTable | None:
    """The table of rows that rulings part; None where its columns are not sure."""
    filled = [band for band in bands if band.lines]
    gone_on = _gone_on(above, filled) if above and filled else None
    if above and gone_on:
        columns, told = _finer(above, filled, gone_on, (COLUMN_GAP, MIN_GUTTER))
        table = _table(filled, columns, COLUMN_GAP, told or "columns")
        table.parts = above if told is None and len(columns) > len(above.columns) else None
        return table
    if len(filled) < MIN_ROWS and not _is_head_and_row(filled):
        return _of_few(filled) or _of_row_lines(bands, filled)
    columns = _columns([band.chunks(COLUMN_GAP) for band in filled], MIN_GUTTER)
    if len(columns) < 2 or _is_list(columns, filled):
        return None
    return _table(filled, columns, COLUMN_GAP, "columns")


def _of_few(rows: Sequence[_Band]) -> OpenTable | None:
    """The table of one or two rows with wide gaps between their columns; None where they are none."""
    if not rows or any(row.bottom - row.top > MAX_FEW_HEIGHT for row in rows):
        return None
    columns = _columns([row.chunks(COLUMN_GAP) for row in rows], GUTTER)
    if len(columns) < 2 or any(_is_markers(column, rows) for column in columns[:1] if len(columns) == 2):
        return None
    if not any(len(_filled(row, columns)) > 1 for row in rows):
        return None
    return _table(rows, columns, COLUMN_GAP, "columns")


def _of_row_lines(bands: Sequence[_Band], rows: Sequence[_Band]) -> OpenTable | None:
    """The table of the lines in one or two rows, of which nothing but gaps tells anything."""
    lines = [line for band in rows for line in band.lines]
    return _of_lines(lines) if len(bands) >= MIN_RULES - 1 and MIN_ROWS <= len(lines) <= MAX_LINES else None


def _is_head_and_row(rows: Sequence[_Band]) -> bool:
    """Whether two rows fill the same three columns or more."""
    if len(rows) != MIN_ROWS - 1:
        return False
    first, second = (row.chunks(COLUMN_GAP) for row in rows)
    return len(first) == len(second) >= MIN_COLUMNS and all(
        a[0] < b[1] and b[0] < a[1] for a, b in zip(first, second, strict=True)
    )


def _gone_on(above: OpenTable, rows: Sequence[_Band]) -> list[Span] | None:
    """The columns of a table on the page before, where the rows keep to them; they may leave some empty."""
    if max(len(row.chunks(COLUMN_GAP)) for row in rows) < 2:
        return None
    columns = list(above.columns)
    for start, end in (span for row in rows for span in row.chunks(COLUMN_GAP)):
        met = [at for at, (a, b) in enumerate(columns) if start < b + 1 and end > a - 1]
        if len(met) != 1:
            return None
        a, b = columns[met[0]]
        columns[met[0]] = min(a, start), max(b, end)
    return columns


def _finer(
    above: OpenTable, rows: Sequence[_Band], columns: list[Span], gaps: Span
) -> tuple[list[Span], Literal["order"] | None]:
    """
    The columns of both parts of a table, where the rows below part what a heading on the page before does not.

    Returns:
        The columns, and ``order`` where the two parts do not agree on any.
    """
    gap, gutter = gaps
    chunks = [row.chunks(gap) for row in rows]
    own = _columns(chunks, gutter)
    if len(own) <= len(columns):
        return columns, None
    if len(above.rows) > MAX_HEADS + 1:
        return columns, "order"  # rows above had told finer ones
    heads = [[head for head in row.chunks(gap) if len(_met(head, own)) < 2] for row in above.rows]
    both = _columns([*chunks, *filter(None, heads)], gutter)
    return (both, None) if len(both) >= len(own) else (columns, "order")


def _met(span: Span, columns: Iterable[Span]) -> list[int]:
    """The columns over which a stretch reaches."""
    return [at for at, (start, end) in enumerate(columns) if span[0] < end - 1 and span[1] > start + 1]


def with_finer_columns(table: OpenTable, columns: Sequence[Span]) -> OpenTable:
    """A table with the columns that its rows on the next page told."""
    return _table(table.rows, columns, COLUMN_GAP if table.told == "columns" else OPEN_GAP, table.told)


# gaps alone -------------------------------------------------------------------------------------------------------


def _gap_tables(lines: Sequence[PrintedLine], above: OpenTable | None) -> Iterator[OpenTable]:
    start = at = tries = 0
    while at < len(lines):
        end = _reach(lines, at)
        if end - at >= MIN_ROWS:
            tries += 1
            begin = _heads(lines, start, at)
            table = _of_lines(lines[begin:end], above)
            if table is not None:
                yield table
                above = None
                start = at = end
                tries = 0
                continue
        elif end == len(lines) == at + 2 and (table := _head_at_foot(lines[at:])):
            yield table
            return
        at = end if tries >= MAX_TRIES and end > at else at + 1
        tries = tries if at < end else 0


def _head_at_foot(lines: Sequence[PrintedLine]) -> OpenTable | None:
    """The heading of a table with its first row, at the foot of a page."""
    head, row = bands = [_Band(box_of(line)[1], box_of(line)[3], [line]) for line in lines]
    columns = _columns([band.chunks(OPEN_GAP) for band in bands], OPEN_GUTTER)
    numbers = [column for column in columns if _NUMBER.fullmatch(_text(row, column))]
    if not _is_head_and_row(bands) or not numbers or any(_NUMBER.fullmatch(_text(head, one)) for one in numbers):
        return None
    return _table(bands, columns, OPEN_GAP)


def _spans(line: PrintedLine) -> list[Span] | None:
    """The stretches of a line; None where it is no row: a label with its value, or a line of a table of contents."""
    chunks = _Band(0, 0, [line]).chunks(OPEN_GAP)
    starts = {start for start, _ in chunks}
    if any(word.text[0] == ":" and (word.x0 in starts or word.text == ":") for word in line):
        return None
    return None if any(_LEADER.search(word.text) for word in line) else chunks


def _reach(lines: Sequence[PrintedLine], start: int) -> int:
    """The line after those that leave two gaps of the first line free."""
    first = _spans(lines[start])
    if first is None or len(first) < MIN_COLUMNS:
        return start
    gutters = [(left[1], right[0]) for left, right in pairwise(first)]
    bottom = box_of(lines[start])[3]
    widest = 0.0
    for at in range(start + 1, min(len(lines), start + MAX_LINES)):
        box, spans = box_of(lines[at]), _spans(lines[at])
        step, high = box[1] - bottom, box[3] - box[1]
        if spans is None or step > (MAX_STEP - 1) * high:
            return at
        if len(spans) == 1 and at > start + 1 and step > widest + ROW_GAP * high / 2:
            return at  # running text below the table
        widest = max(widest, step)
        gutters = [gap for gutter in gutters for gap in _free(gutter, spans) if gap[1] - gap[0] >= OPEN_GUTTER]
        if len(gutters) < MIN_COLUMNS - 1:
            return at
        bottom = max(bottom, box[3])
    return min(len(lines), start + MAX_LINES)


def _free(gutter: Span, spans: Sequence[Span]) -> list[Span]:
    """What of a gap is left beside words; the widest part where they part it."""
    left, right = gutter
    parts = [gutter]
    for start, end in spans:
        if end <= left or start >= right:
            continue
        parts = [piece for a, b in parts for piece in ((a, min(b, start)), (max(a, end), b)) if piece[1] > piece[0]]
    return [max(parts, key=lambda part: part[1] - part[0])] if parts else []


def _heads(lines: Sequence[PrintedLine], start: int, first: int) -> int:
    """The line at which the heading of a table begins: right above it, with words side by side."""
    begin = first
    while begin > max(start, first - MAX_HEADS):
        box, below = box_of(lines[begin - 1]), box_of(lines[begin])
        spans = _spans(lines[begin - 1])
        if spans is None or len(spans) < 2 or below[1] - box[3] > (MAX_STEP - 1) * (below[3] - below[1]):
            break
        begin -= 1
    return begin


def _of_lines(lines: Sequence[PrintedLine], above: OpenTable | None = None) -> OpenTable | None:
    """The table that lines without rulings between them make; None where they make none for sure."""
    bands = [_Band(box_of(line)[1], box_of(line)[3], [line]) for line in lines]
    gone_on = _gone_on(above, bands) if above else None
    if above and gone_on:
        columns, told = _finer(above, bands, gone_on, (OPEN_GAP, OPEN_GUTTER))
        table = _table(_rows(bands, columns), columns, OPEN_GAP, told or "cells")
        table.parts = above if told is None and len(columns) > len(above.columns) else None
        return table
    columns = _columns([band.chunks(OPEN_GAP) for band in bands], OPEN_GUTTER)
    if len([column for column in columns if not _is_markers(column, bands)]) < MIN_COLUMNS:
        return None
    rows = _rows(bands, columns)
    while len(rows) > MIN_ROWS and _filled(rows[-1], columns) == [0]:
        rows.pop()  # a note below the table
    is_full = [len(_filled(row, columns)) >= MIN_COLUMNS for row in rows]
    if sum(is_full) < MIN_ROWS or 2 * sum(is_full) < len(rows):
        return None
    if not any(_is_numeric(rows[1:], column) for column in columns):
        return None
    return _table(rows, columns, OPEN_GAP)


def _rows(lines: Sequence[_Band], columns: Sequence[Span]) -> list[_Band]:
    """Lines to rows: by wider gaps where there are some, else by the first column, or line by line."""
    steps = [below.top - above.bottom for above, below in pairwise(lines)]
    high = median(line.bottom - line.top for line in lines)
    least = min(steps)
    begins = [True, *(step > least + ROW_GAP * high for step in steps)]
    if sum(begins) < 2 or _is_torn(lines, columns, begins):
        first = [bool(_filled(line, columns)) and _filled(line, columns)[0] == 0 for line in lines]
        begins = [at == 0 or is_first for at, is_first in enumerate(first)]
    rows: list[_Band] = []
    for line, is_new in zip(lines, begins, strict=True):
        if is_new or not rows:
            rows.append(_Band(line.top, line.bottom, list(line.lines)))
        else:
            rows[-1] = _Band(rows[-1].top, max(rows[-1].bottom, line.bottom), rows[-1].lines + line.lines)
    return rows


def _is_torn(lines: Sequence[_Band], columns: Sequence[Span], begins: Sequence[bool]) -> bool:
    """Whether rows parted by gaps hold several numbers one below the other, as several rows do."""
    seen: set[int] = set()
    torn = 0
    for line, is_new in zip(lines, begins, strict=True):
        numbers = {at for at, column in enumerate(columns) if _NUMBER.fullmatch(_text(line, column))}
        torn += not is_new and bool(numbers & seen)
        seen = numbers if is_new else seen | numbers
    return torn >= 2 or 4 * torn > len(lines)


# columns ----------------------------------------------------------------------------------------------------------


def _columns(rows: Sequence[Sequence[Span]], narrowest: float) -> list[Span]:
    """The columns of rows of stretches, from left to right; what spans what other rows part tells nothing."""
    if max(map(len, rows)) > MAX_CHUNKS:
        return []
    edges = [([start for start, _ in row], [end for _, end in row]) for row in rows]
    spans = sorted(span for row in rows for span in row if not _is_spanning(span, edges))
    columns: list[Span] = []
    for start, end in spans:
        if columns and start - columns[-1][1] < narrowest:
            columns[-1] = columns[-1][0], max(columns[-1][1], end)
        else:
            columns.append((start, end))
    return columns


def _is_spanning(span: Span, rows: Sequence[tuple[list[float], list[float]]]) -> bool:
    """Whether rows, as where their stretches begin and end, part what a stretch spans."""
    parting = sum(bisect_left(starts, span[1] - 1) - bisect_right(ends, span[0] + 1) > 1 for starts, ends in rows)
    return parting > max(1.0, PARTED * len(rows)) or (len(rows) <= MIN_RULES and parting > 0)


def _text(row: _Band, column: Span) -> str:
    """The words of a cell, without blanks."""
    return "".join(word.text for line in row.lines for word in line if _in(word, column))


def _in(word: Word, column: Span) -> bool:
    return column[0] - 1 <= (word.x0 + word.x1) / 2 <= column[1] + 1


def _filled(row: _Band, columns: Sequence[Span]) -> list[int]:
    """The columns in which a row has words."""
    words = [word for line in row.lines for word in line]
    return [at for at, column in enumerate(columns) if any(_in(word, column) for word in words)]


def _is_numeric(rows: Sequence[_Band], column: Span) -> bool:
    texts = [text for row in rows if (text := _text(row, column))]
    numbers = sum(_NUMBER.fullmatch(text) is not None for text in texts)
    return numbers >= MIN_ROWS - 1 and numbers >= NUMBERS * len(texts)


def _is_list(columns: Sequence[Span], rows: Sequence[_Band]) -> bool:
    """Whether there are but two columns, and the first one holds markers of items and nothing else."""
    return len(columns) == 2 and _is_markers(columns[0], rows)


def _is_markers(column: Span, rows: Sequence[_Band]) -> bool:
    texts = [text for row in rows if (text := _text(row, column))]
    return all(_ONLY_MARKER.fullmatch(text) for text in texts)


# cells ------------------------------------------------------------------------------------------------------------


def _table(rows: Sequence[_Band], columns: Sequence[Span], gap: float, told: Told = "cells") -> OpenTable:
    edges = [(left[1] + right[0]) / 2 for left, right in pairwise(columns)]
    words = [word for row in rows for line in row.lines for word in line]
    xs = [min(word.x0 for word in words) - 2, *edges, max(word.x1 for word in words) + 2]
    ys = [rows[0].top - 0.5, *((a.bottom + b.top) / 2 for a, b in pairwise(rows)), rows[-1].bottom + 0.5]
    cells = [cell for at, row in enumerate(rows) for cell in _cells(at, row, columns, gap, (ys[at], ys[at + 1]))]
    return OpenTable(xs, ys, cells, columns=list(columns), told=told, rows=rows)


def _cells(at: int, row: _Band, columns: Sequence[Span], gap: float, height: Span) -> Iterator[GridCell]:
    """The cells of a row; words that stand in several columns make one of them."""
    chunks = row.chunks(gap)
    column = 0
    while column < len(columns):
        last = column
        for start, end in chunks:
            reached = _met((start, end), columns)
            if len(reached) > 1 and reached[0] <= last and reached[-1] > last:
                last = reached[-1]
        box = columns[column][0] - 2, height[0], columns[last][1] + 2, height[1]
        yield GridCell(at, column, 1, last - column + 1, box)
        column = last + 1
