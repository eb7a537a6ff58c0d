"""Sheets that are a head and many rows, written row by row; they go on on a further sheet where Excel has no more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from reports.labels import Language
from reports.workbook.cells import cell_text, looks_like_formula
from reports.workbook.heights import AutoHeightSheet, height, lines
from reports.workbook.look import Kind, Look

MAX_ROWS: Final = 1_048_576
"""Of a sheet of Excel, its head included."""
_ARROW: Final = 2
"""Letters that the arrow of a filter covers."""
_SURE: Final = 0.5
"""Words of less than so many letters, by the width of the column, stand on one line."""
A4: Final = 9
A3: Final = 8

Value = str | int | Decimal | dt.date | None
Styled = tuple[Value, Format]
"""A value in a format of its own."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    title: str
    width: float
    """In letters."""
    kind: Kind = "text"
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """How the sheets look on screen and on paper."""

    columns: Sequence[Column]
    frozen: int = 0
    """Columns that stay in view."""
    printed: int | None = None
    """Columns that are printed, the first so many; None = all that are not hidden."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What all sheets of a workbook share."""

    book: Workbook
    look: Look
    lang: Language
    footer: str
    """In the notation of Excel."""

    def sheet(self, name: str, *, size: int = A3) -> Worksheet:
        """Add a sheet that prints on the breadth of a page of *size*, with numbered pages."""
        sheet = self.book.add_worksheet(name, AutoHeightSheet)
        sheet.set_landscape()
        sheet.set_paper(size)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer(self.footer)
        sheet.hide_gridlines(2)
        return sheet

    def put(self, sheet: Worksheet, row: int, column: int, value: Value, kind: Kind) -> None:
        """Write one cell: numbers as numbers, dates as dates, and words always as words."""
        if isinstance(value, str):
            text = cell_text(value, self.lang)
            sheet.write_string(row, column, text, self.look.of(kind, literal=looks_like_formula(text)))
        else:
            self.put_in(sheet, row, column, value, self.look.of(kind))

    def put_in(self, sheet: Worksheet, row: int, column: int, value: Value, form: Format) -> None:
        """Write one cell in a format of its own."""
        if value is None:
            sheet.write_blank(row, column, None, form)
        elif isinstance(value, str):
            sheet.write_string(row, column, cell_text(value, self.lang), form)
        elif isinstance(value, dt.date):
            sheet.write_datetime(row, column, value, form)
        else:
            sheet.write_number(row, column, float(value), form)


class Rows:
    """Writes rows below a head that filters them."""

    def __init__(
        self, paper: Paper, name: str, shape: Shape, *, expected: int = 0, first: Worksheet | None = None
    ) -> None:
        """
        Begin the sheets.

        *expected* rows will come; *first* is the first sheet where it is there already.
        """
        self._paper = paper
        self._name = name
        self._shape = shape
        self._most = MAX_ROWS - 1
        self.sheets: list[Worksheet] = []
        self.count = 0
        self._add(first)
        while len(self.sheets) * self._most < expected:
            self._add()

    @property
    def names(self) -> list[str]:
        """Of the sheets."""
        return [sheet.get_name() for sheet in self.sheets]

    def add(self, values: Sequence[Value | Styled]) -> None:
        """Write one row."""
        at, row = divmod(self.count, self._most)
        if at == len(self.sheets):
            self._add()
        sheet, put = self.sheets[at], self._paper.put
        self._raise(sheet, row + 1, values)
        for column, value in enumerate(values):
            if isinstance(value, tuple):
                self._paper.put_in(sheet, row + 1, column, *value)
            else:
                put(sheet, row + 1, column, value, self._shape.columns[column].kind)
        self.count += 1

    def _raise(self, sheet: Worksheet, row: int, values: Sequence[Value | Styled]) -> None:
        """Make the row as high as its words need."""
        most = 1
        for value, column in zip(values, self._shape.columns, strict=True):
            if isinstance(value, str) and (len(value) >= column.width * _SURE or "\n" in value) and not column.hidden:
                most = max(most, lines(value, column.width, equal=column.kind == "code"))
        if most > 1:
            sheet.set_row(row, height(most))

    def rows_of(self, at: int) -> int:
        """How many rows stand on a sheet, without the head."""
        return max(0, min(self.count - at * self._most, self._most))

    def end(self) -> None:
        """Let the heads filter what stands below them, and say what is printed."""
        columns = self._shape.columns
        for at, sheet in enumerate(self.sheets):
            last = self.rows_of(at)
            sheet.autofilter(0, 0, last, len(columns) - 1)
            if self._shape.printed is not None:
                sheet.print_area(0, 0, last, self._shape.printed - 1)

    def _add(self, begun: Worksheet | None = None) -> None:
        number = len(self.sheets) + 1
        sheet = begun or self._paper.sheet(self._name if number == 1 else f"{self._name} {number}")
        for at, column in enumerate(self._shape.columns):
            sheet.set_column(at, at, column.width, None, {"hidden": column.hidden})
            sheet.write_string(0, at, column.title, self._paper.look.head)
        sheet.set_row(0, height(max(lines(one.title, one.width - _ARROW) for one in self._shape.columns)))
        sheet.freeze_panes(1, self._shape.frozen)
        sheet.repeat_rows(0)
        self.sheets.append(sheet)
