"""
One sheet of a workbook: cells get another style, empty places become cells, and a drawing of notes is named.

Written against ECMA-376 part 1, section 18.3. Only the tags of marked cells change; a sheet of a million cells is
walked once and never held as a tree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from annotating.markup import Edits, Element, Walk, with_attributes, xml_value
from readers.references import area, cell_position
from schemas.blocks import column_name

DEFAULT_WIDTH = 9.14
"""Characters of a column whose width the sheet does not state."""
DEFAULT_HEIGHT = 15.0
"""Points of a row, as above."""
MAX_MERGES = 200_000
"""Merged areas of a sheet that are looked at."""

_MERGE = re.compile(rb"""<(?:[^\s<>/]{1,20}:)?mergeCell\s[^<>]{0,80}?ref=["']([A-Za-z0-9:$]{1,40})["']""")
_AFTER_NOTES = frozenset(
    {
        "legacyDrawingHF",
        "drawingHF",
        "picture",
        "oleObjects",
        "controls",
        "webPublishItems",
        "tableParts",
        "extLst",
        "AlternateContent",
    }
)
"""Children of a worksheet that stand after the drawing of its notes."""
_ON = frozenset({"1", "true", "on"})

Place = tuple[int, int]
"""Row and column from 0."""


def first_cells(data: bytes, places: Iterable[Place]) -> dict[Place, Place]:
    """For each place that a merged area covers, the cell of that area that is shown."""
    wanted = set(places)
    found: dict[Place, Place] = {}
    for count, match in enumerate(_MERGE.finditer(data)):
        merged = area(match[1].decode().replace("$", ""))
        if count >= MAX_MERGES:
            break
        if merged:
            row, column, rows, columns = merged
            for place in wanted:
                if row <= place[0] < row + rows and column <= place[1] < column + columns:
                    found[place] = row, column
    return found


@dataclass(slots=True)
class _Row:
    """A row with marked places."""

    element: Element
    number: int
    style: str | None
    present: dict[int, Element] = field(default_factory=dict)
    """Its cells in marked columns."""
    following: dict[int, int] = field(default_factory=dict)
    """For each marked column where the first cell begins that stands right of it."""


class SheetWalk(Walk):
    """Finds the places of one sheet."""

    def __init__(self, data: bytes, part: str, marked: Iterable[Place]) -> None:
        super().__init__(data, part)
        self.namespace = ""
        self.relation: str | None = None
        """Of the drawing of notes that is there."""
        self.heights: dict[int, float] = {}
        """Points, of the rows that state theirs."""
        self.height = DEFAULT_HEIGHT
        self.width = DEFAULT_WIDTH
        self.widths: list[tuple[int, int, float]] = []
        """First and last column from 0, and characters."""
        self.column_styles: list[tuple[int, int, str]] = []
        self.rows: dict[int, _Row] = {}
        self.next_rows: dict[int, int] = {}
        """For each marked row that is not there where the row after it begins."""
        self.sheet_data: Element | None = None
        self.notes_at: int | None = None
        """Where the drawing of notes is named."""
        self._marked: dict[int, list[int]] = {}
        for row, column in sorted(marked):
            self._marked.setdefault(row, []).append(column)
        self._waiting = sorted(self._marked)
        self._depth = 0
        self._at_row = self._column = -1
        self._row: _Row | None = None
        self._cell: Element | None = None
        self._left: list[int] = []
        self._names: dict[str, str] = {}

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        local = self._names.get(name)
        if local is None:
            local = self._names[name] = name.rpartition(" ")[2]
        if self._depth == 4:
            if local == "c" and self._row is not None:
                self._begin_cell(name, attributes)
        elif self._depth == 3:
            if local == "row":
                self._begin_row(name, attributes)
            elif local == "col":
                self._begin_column(attributes)
        elif self._depth == 2:
            self._begin_section(name, local, attributes)
        elif self._depth == 1:
            self.namespace = name.rpartition(" ")[0]

    def _begin_section(self, name: str, local: str, attributes: dict[str, str]) -> None:
        if local == "sheetData":
            self.sheet_data = self.element(name, attributes)
        elif local == "sheetFormatPr":
            self.width = _number(attributes.get("defaultColWidth"), DEFAULT_WIDTH)
            self.height = _number(attributes.get("defaultRowHeight"), DEFAULT_HEIGHT)
        elif local == "legacyDrawing":
            self.relation = next((value for key, value in attributes.items() if key.endswith(" id")), None)
        elif local in _AFTER_NOTES and self.sheet_data is not None and self.notes_at is None:
            self.notes_at = self.at

    def _begin_column(self, attributes: dict[str, str]) -> None:
        first, last = (int(_number(attributes.get(key), 1)) - 1 for key in ("min", "max"))
        hidden = attributes.get("hidden") in _ON
        self.widths.append((first, last, 0.0 if hidden else _number(attributes.get("width"), self.width)))
        if "style" in attributes:
            self.column_styles.append((first, last, attributes["style"]))

    def _begin_row(self, name: str, attributes: dict[str, str]) -> None:
        self._at_row = int(_number(attributes.get("r"), self._at_row + 2)) - 1
        self._column = -1
        if "ht" in attributes or "hidden" in attributes:
            hidden = attributes.get("hidden") in _ON
            self.heights[self._at_row] = 0.0 if hidden else _number(attributes.get("ht"), self.height)
        while self._waiting and self._waiting[0] < self._at_row:
            self.next_rows[self._waiting.pop(0)] = self.at
        if self._waiting and self._waiting[0] == self._at_row:
            self._waiting.pop(0)
            style = attributes.get("s") if attributes.get("customFormat") in _ON else None
            self._row = _Row(self.element(name, attributes), self._at_row, style)
            self._left = list(self._marked[self._at_row])
            self.rows[self._at_row] = self._row

    def _begin_cell(self, name: str, attributes: dict[str, str]) -> None:
        assert self._row is not None
        place = cell_position(attributes.get("r", ""))
        self._column = place[1] if place else self._column + 1
        while self._left and self._left[0] < self._column:
            self._row.following[self._left.pop(0)] = self.at
        if self._left and self._left[0] == self._column:
            self._row.present[self._left.pop(0)] = self.element(name, attributes)

    def finish(self, name: str) -> None:
        """An element ends."""
        if self._depth == 3 and self._row is not None and self._names.get(name) == "row":
            self.close(self._row.element)
            self._row = None
        elif self._depth == 2 and self._names.get(name) == "sheetData" and self.sheet_data is not None:
            self.close(self.sheet_data)
        elif self._depth == 1 and self.notes_at is None:
            self.notes_at = self.at
        self._depth -= 1

    def width_of(self, column: int) -> float:
        """Characters of a column."""
        return next((width for first, last, width in self.widths if first <= column <= last), self.width)

    def height_of(self, row: int) -> float:
        """Points of a row."""
        return self.heights.get(row, self.height)

    def style_at(self, place: Place) -> int:
        """The style of a cell; that of its row or column where there is none yet."""
        row = self.rows.get(place[0])
        cell = row.present.get(place[1]) if row else None
        if cell is not None:
            return _style(cell.attributes.get("s"))
        if row is not None and row.style is not None:
            return _style(row.style)
        return next((_style(style) for first, last, style in self.column_styles if first <= place[1] <= last), 0)


def with_styles(walk: SheetWalk, styles: Mapping[Place, int], drawing: Callable[[], str] | None) -> bytes:
    """
    The sheet with other styles of cells.

    Args:
        walk: The sheet, walked.
        styles: The style of each marked cell.
        drawing: Makes the element that names the drawing of notes; None where it is named already.
    """
    edits = Edits(walk.data)
    by_row: dict[int, list[int]] = {}
    for row, column in sorted(styles):
        by_row.setdefault(row, []).append(column)
    new_rows: dict[int, bytes] = {}
    for number, columns in by_row.items():
        there = walk.rows.get(number)
        if there is None:
            cells = b"".join(_cell(walk, number, column, styles[number, column]) for column in columns)
            new_rows[number] = f'<row xmlns="{walk.namespace}" r="{number + 1}">'.encode() + cells + b"</row>"
        else:
            _change_row(walk, there, {column: styles[number, column] for column in columns}, edits)
    at_end = b""
    for number, new in new_rows.items():
        if number in walk.next_rows:
            edits.insert(walk.next_rows[number], new)
        else:
            at_end += new
    if at_end and walk.sheet_data is not None:
        edits.append(walk.sheet_data, at_end)
    if drawing is not None and walk.notes_at is not None:
        edits.insert(walk.notes_at, drawing().encode())
    return edits.done()


def _change_row(walk: SheetWalk, row: _Row, styles: Mapping[int, int], edits: Edits) -> None:
    at_end = b""
    missing = False
    for column, style in styles.items():
        cell = row.present.get(column)
        if cell is not None:
            tag = walk.data[cell.start : cell.inside]
            edits.replace(cell.start, cell.inside, with_attributes(tag, {"s": str(style)}))
            continue
        missing = True
        new = _cell(walk, row.number, column, style)
        if column in row.following:
            edits.insert(row.following[column], new)
        else:
            at_end += new
    if missing:
        edits.append(row.element, at_end, {"spans": None})


def _cell(walk: SheetWalk, row: int, column: int, style: int) -> bytes:
    return f'<c xmlns="{walk.namespace}" r={xml_value(f"{column_name(column)}{row + 1}")} s="{style}"/>'.encode()


def _style(text: str | None) -> int:
    return max(0, int(_number(text, 0)))


def _number(text: str | None, default: float) -> float:
    try:
        found = float((text or "")[:20])
    except ValueError:
        return default
    return found if -1e7 < found < 1e7 else default
