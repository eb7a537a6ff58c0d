"""
Cells as a file tells them, to grids: placed, counted, trimmed, and what is odd about them noted down.

* ReadError
    - too-many-cells      more cells with content than `SheetLimits.workbook_cells`, or more than memory holds
    - too-many-rows       content below row `SheetLimits.rows`
    - too-many-columns    content beyond column `SheetLimits.columns`
    - too-many-sheets     more sheets than `SheetLimits.sheets`
    - no-sheets           no sheet with cells
    - text-too-long       more than `MAX_WORDS` characters in a cell
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from sys import getsizeof

from readers.errors import ReadError
from readers.limits import SheetLimits
from readers.number_formats import PLAIN, NumberFormat
from readers.sheet_values import Values
from schemas.blocks import Grid, Merge, SheetCell, SheetValue, column_name

MAX_WORDS = 1_000_000
"""Characters of a cell. Excel takes 32,767."""
MAX_HELD = 600 * 1024 * 1024
"""Bytes that the cells of a workbook take in memory."""
VALUE_BYTES = 280
"""What a number of its own takes: the value, its decimal and its words."""
SLOT_BYTES = 8
ROW_GAP = 5_000
COLUMN_GAP = 250
"""Empty rows or columns after the last content beyond which a cell is a stray one."""
MAX_STRAYS = 50
"""Strays of a sheet that are left out; where there are more, they are content."""
MAX_NOTED = 20_000
"""Places that are noted of one kind."""
MAX_MERGES = 200_000
MAX_MERGED = 1_000_000
"""Cells of one merged area; a larger one is no layout."""
MAX_BLANKED = 20_000_000
"""Cells that all merged areas of a workbook cover."""
MAX_COMMENTS = 10_000


@dataclass(slots=True)
class Place:
    """A cell that has to be spoken of."""

    sheet: Sheet
    row: int
    column: int
    quote: str


@dataclass(slots=True)
class Noted:
    """The first places of one kind, and how many there are."""

    places: list[Place] = field(default_factory=list)
    count: int = 0

    def add(self, place: Place) -> None:
        """Take one more."""
        self.count += 1
        if len(self.places) < MAX_NOTED:
            self.places.append(place)


@dataclass(slots=True)
class Uncached:
    """A formula without a result in the file."""

    sheet: Sheet
    row: int
    column: int
    formula: str
    shown: NumberFormat


class Collected:
    """What a workbook holds, while it is read."""

    def __init__(self, name: str, limits: SheetLimits, values: Values | None = None) -> None:
        self.name = name
        self.limits = limits
        self.values = values or Values()
        self.sheets: list[Sheet] = []
        self.noted: dict[str, Noted] = {}
        self.uncached: list[Uncached] = []
        self.left_out: list[str] = []
        """Names of sheets that hold no cells: charts and the like."""
        self.words: dict[str, str] = {}
        self._cells = 0
        self._held = 0
        self._blanked = 0

    def sheet(self, name: str, *, hidden: bool = False) -> Sheet:
        """Begin a sheet."""
        if len(self.sheets) >= self.limits.sheets:
            raise ReadError(
                "too-many-sheets",
                f"{self.name} memuat lebih dari {self.limits.sheets} lembar. Pecah menjadi beberapa berkas, lalu"
                " periksa lagi.",
            )
        sheet = Sheet(self, name[:MAX_SHEET_NAME], len(self.sheets) + len(self.left_out) + 1, hidden=hidden)
        self.sheets.append(sheet)
        return sheet

    def require_sheets(self) -> None:
        """
        Make sure that there is a sheet.

        Raises:
            ReadError: ``no-sheets``.
        """
        if not self.sheets:
            raise ReadError(
                "no-sheets",
                f"{self.name} tidak memuat satu pun lembar dengan sel. Pastikan berkas yang dikirim benar, lalu"
                " periksa lagi.",
            )

    def note(self, code: str, place: Place) -> None:
        """Remember a place for the notice of that code."""
        self.noted.setdefault(code, Noted()).add(place)

    def same(self, text: str, where: str) -> str:
        """Return the one object of equal words; `where` is for the error when they are too long."""
        known = self.words.get(text)
        if known is not None:
            return known
        if len(text) > MAX_WORDS:
            raise self.too_long(where)
        self.hold(getsizeof(text) + 100, where)
        self.words[text] = text
        return text

    def too_long(self, where: str) -> ReadError:
        """Say that one cell holds a book."""
        return ReadError(
            "text-too-long",
            f"{self.name} memuat lebih dari {MAX_WORDS} huruf dalam satu sel ({where}). Ringkas isinya, lalu"
            " periksa lagi.",
        )

    def hold(self, size: int, where: str) -> None:
        """Count memory."""
        self._held += size
        if self._held > MAX_HELD:
            raise ReadError(
                "too-many-cells",
                f"{self.name} terlalu besar untuk dibaca sekaligus; batas memori terlampaui di {where}. Pecah menjadi"
                " beberapa berkas, atau simpan sebagai CSV, lalu periksa lagi.",
            )

    def take(self, count: int, where: str) -> None:
        """Count cells with content."""
        self._cells += count
        if self._cells > self.limits.workbook_cells:
            raise ReadError(
                "too-many-cells",
                f"{self.name} memuat lebih dari {self.limits.workbook_cells} sel berisi; batas itu terlampaui di"
                f" {where}. Pecah menjadi beberapa berkas, atau simpan sebagai CSV, lalu periksa lagi.",
            )

    def blank(self, count: int) -> bool:
        """Count cells that merged areas cover; whether there is room for so many."""
        self._blanked += count
        return self._blanked <= MAX_BLANKED


MAX_SHEET_NAME = 255


class Sheet:
    """One sheet: takes cells in any order, mostly row by row."""

    def __init__(self, book: Collected, name: str, number: int, *, hidden: bool) -> None:
        self.book = book
        self.name = name
        self.place_in_book = number
        self.hidden = hidden
        self.columns: list[list[SheetCell]] = []
        self.merges: list[Merge] = []
        self.comments: dict[tuple[int, int], str] = {}
        self._hidden_rows: list[range] = []
        self._hidden_columns: list[range] = []
        self._rows = 0
        self._strays: list[tuple[int, int, SheetCell]] = []

    def where(self, row: int, column: int) -> str:
        """Return the name of a place for messages: ``Sheet1!F12``."""
        return f"{self.name}!{column_name(column)}{row + 1}"

    def put(self, row: int, column: int, content: SheetCell) -> None:
        """Place one cell that has content; rows and columns count from 0."""
        columns = self.columns
        if row > self._rows + ROW_GAP or column > len(columns) + COLUMN_GAP:
            self._stray(row, column, content)
            return
        self.book.take(1, self.name)
        if column >= len(columns):
            self._widen(row, column)
        if row >= self._rows:
            self._lengthen(row, column)
        cells = columns[column]
        gap = row - len(cells)
        if gap >= 0:
            if gap:
                self._pad(cells, gap, row, column)
            cells.append(content)
        else:
            cells[row] = content

    def put_times(self, row: int, column: int, content: SheetCell, rows: int, columns: int) -> None:
        """Place a cell that the file repeats over so many rows and columns."""
        if rows == 1:
            for index in range(columns):
                self.put(row, column + index, content)
            return
        for index in range(column, column + columns):
            self.put(row, index, content)
            if self._strays and self._strays[-1][:2] == (row, index):
                continue
            self.book.take(rows - 1, self.where(row, index))
            self._lengthen(row + rows - 1, index)
            cells = self.columns[index]
            del cells[row + 1 :]
            self.book.hold((rows - 1) * SLOT_BYTES, self.where(row, index))
            cells.extend([content] * (rows - 1))

    def _widen(self, row: int, column: int) -> None:
        most = self.book.limits.columns
        if column >= most:
            raise ReadError(
                "too-many-columns",
                f"{self.book.name} memuat isi melewati kolom {column_name(most - 1)} (batas {most} kolom), di"
                f" {self.where(row, column)}. Hapus kolom yang tidak terpakai atau pecah tabelnya, lalu periksa lagi.",
            )
        self.columns.extend([] for _ in range(column + 1 - len(self.columns)))

    def _lengthen(self, row: int, column: int) -> None:
        most = self.book.limits.rows
        if row >= most:
            raise ReadError(
                "too-many-rows",
                f"{self.book.name} memuat isi melewati baris {most}, di {self.where(row, column)}. Pecah"
                " menjadi beberapa berkas, lalu periksa lagi.",
            )
        self._rows = max(self._rows, row + 1)

    def _pad(self, cells: list[SheetCell], gap: int, row: int, column: int) -> None:
        self.book.hold(gap * SLOT_BYTES, self.name if gap < 1000 else self.where(row, column))
        cells.extend([None] * gap)

    def _stray(self, row: int, column: int, content: SheetCell) -> None:
        """Put a far cell aside; when many are far, they are no strays."""
        self._strays.append((row, column, content))
        if len(self._strays) <= MAX_STRAYS:
            return
        strays, self._strays = self._strays, []
        for far_row, far_column, words in strays:
            self._widen(far_row, max(far_column, len(self.columns) - 1))
            self._lengthen(far_row, far_column)
            self.put(far_row, far_column, words)

    def number(self, row: int, column: int, text: str, shown: NumberFormat, formula: str | None = None) -> None:
        """Place a number as the file prints it."""
        values = self.book.values
        made = values.made
        value = values.number(text, shown)
        if values.made != made:
            self.book.hold(VALUE_BYTES, self.name)
        if formula is not None:
            self.book.hold(200 + len(formula), self.name)
            value = with_formula(values, value, formula)
        self.put(row, column, value)
        if value.inexact or value.kind == "error":
            code = "digits-lost" if value.inexact else "number-out-of-range"
            self.book.note(code, Place(self, row, column, value.text))

    def uncached(self, row: int, column: int, formula: str, shown: NumberFormat = PLAIN) -> None:
        """Place a formula without a result; it is worked out, where that can be done, when all cells are there."""
        self.book.hold(VALUE_BYTES + len(formula), self.name)
        self.put(row, column, SheetValue("uncached", formula, formula=formula))
        self.book.uncached.append(Uncached(self, row, column, formula, shown))

    def merge(self, row: int, column: int, rows: int, columns: int) -> None:
        """Take a merged area."""
        if rows * columns > MAX_MERGED or len(self.merges) >= MAX_MERGES:
            self.book.note("merge-ignored", Place(self, row, column, ""))
        elif rows * columns > 1:
            self.merges.append(Merge(row, column, rows, columns))

    def hide_rows(self, first: int, count: int) -> None:
        """Take rows that the sheet does not show."""
        _add_range(self._hidden_rows, first, count)

    def hide_columns(self, first: int, count: int) -> None:
        """Take columns that the sheet does not show."""
        _add_range(self._hidden_columns, first, count)

    def comment(self, row: int, column: int, text: str) -> None:
        """Take a note at a cell."""
        if text and len(self.comments) < MAX_COMMENTS:
            self.book.hold(getsizeof(text) + 200, self.name)
            self.comments[row, column] = text[:MAX_WORDS]

    def at(self, row: int, column: int) -> SheetCell:
        """Return what stands in a cell."""
        cells = self.columns[column] if 0 <= column < len(self.columns) else ()
        return cells[row] if 0 <= row < len(cells) else None

    def replace(self, row: int, column: int, content: SheetCell) -> None:
        """Put something else into a cell that has content."""
        if 0 <= column < len(self.columns) and 0 <= row < len(self.columns[column]):
            self.columns[column][row] = content

    def grid(self) -> Grid:
        """Make the grid. The sheet is used up."""
        for row, column, content in self._strays:
            self.book.note("stray-cell", Place(self, row, column, shown_text(content)))
        merges = self._merged()
        height = self._trim()
        return Grid(
            columns=tuple(self.columns),
            sheet=self.name,
            number=self.place_in_book,
            merges=tuple(_clipped(merges, height, len(self.columns))),
            comments=self.comments,
            hidden=self.hidden,
            hidden_rows=_within(self._hidden_rows, height),
            hidden_columns=_within(self._hidden_columns, len(self.columns)),
        )

    def _trim(self) -> int:
        """Make all columns as long as the longest with content; return how long."""
        for cells in self.columns:
            while cells and cells[-1] is None:
                cells.pop()
        while self.columns and not self.columns[-1]:
            self.columns.pop()
        height = max(map(len, self.columns), default=0)
        for column, cells in enumerate(self.columns):
            if len(cells) < height:
                self._pad(cells, height - len(cells), height - 1, column)
        return height

    def _merged(self) -> list[Merge]:
        """Empty what merged areas cover, as the sheet shows it; return the areas."""
        for merge in self.merges:
            covered = range(merge.column, min(merge.column + merge.columns, len(self.columns)))
            if not self.book.blank(len(covered) * min(merge.rows, self._rows)):
                break
            for column in covered:
                self._empty(merge, column)
        return self.merges

    def _empty(self, merge: Merge, column: int) -> None:
        cells = self.columns[column]
        first = merge.row + 1 if column == merge.column else merge.row
        for row in range(first, min(merge.row + merge.rows, len(cells))):
            if cells[row] is not None:
                self.book.note("merged-content", Place(self, row, column, shown_text(cells[row])))
                cells[row] = None


def _clipped(merges: Iterable[Merge], height: int, width: int) -> Iterable[Merge]:
    for merge in merges:
        rows = min(merge.rows, height - merge.row)
        columns = min(merge.columns, width - merge.column)
        if rows > 0 and columns > 0 and rows * columns > 1:
            yield Merge(merge.row, merge.column, rows, columns)


def _add_range(ranges: list[range], first: int, count: int) -> None:
    if count < 1 or first < 0:
        return
    if ranges and ranges[-1].stop == first:
        ranges[-1] = range(ranges[-1].start, first + count)
    else:
        ranges.append(range(first, first + count))


def _within(ranges: Iterable[range], end: int) -> frozenset[int]:
    found: set[int] = set()
    for numbers in ranges:
        found.update(range(max(numbers.start, 0), min(numbers.stop, end)))
    return frozenset(found)


def shown_text(content: SheetCell) -> str:
    """Return the words that a cell shows."""
    return content if isinstance(content, str) else content.text if content else ""


def with_formula(values: Values, value: SheetValue, formula: str) -> SheetValue:
    """Return the value as the result of a formula."""
    same = SheetValue(value.kind, value.text, value.value, value.percent, formula, value.computed, value.inexact)
    if values.is_unscaled(value):
        values.keep_unscaled(same)
    return same
