"""
ODS: one walk over content.xml.

Written against OpenDocument 1.3 part 3. The usual libraries lose what counts: calamine the percent types, merges and
formulas, pandas all of that and the rows without content (docs/decisions/0011-own-walk-over-sheets.md).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from readers.number_formats import DATE, PERCENT, PERCENT_SIGN, PLAIN, NumberFormat
from readers.packed import MAX_DEPTH, Package, damaged, locked
from readers.references import MAX_COLUMN, MAX_ROW
from readers.sheet_grid import MAX_WORDS, Collected, Sheet
from readers.sheet_values import is_error
from readers.xlsx import iso_date, truth
from schemas.blocks import SheetCell, SheetValue

MAX_STYLES = 65_000
MAX_BLANKS = 1_000
"""Blanks that one ``text:s`` stands for."""

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _TEXT, _OFFICE = f"{_OASIS}table:1.0 ", f"{_OASIS}text:1.0 ", f"{_OASIS}office:1.0 "
_STYLE, _NUMBER = f"{_OASIS}style:1.0 ", f"{_OASIS}datastyle:1.0 "
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_REFERENCE = re.compile(r"\"(?:[^\"]|\"\")*\"|\[([^\]]*)\]|;")
_SHEET = re.compile(r"\$?('(?:[^']|'')*'|[^'.]*)\.(.+)", re.DOTALL)
_DURATION = re.compile(r"-?PT(\d{1,9})H(\d{1,2})M(\d{1,2}(?:[.,]\d{0,9})?)S")
_TRUTHS = {"TRUE": True, "FALSE": False, "BENAR": True, "SALAH": False, "WAHR": True, "FALSCH": False}


def read_ods(package: Package, book: Collected) -> None:
    """
    Read all sheets of an OpenDocument workbook into `book`.

    Raises:
        ReadError: as `readers.packed` and `readers.sheet_grid`, and ``no-sheets``.
    """
    _refuse_locked(package)
    styles = _Styles()
    if package.has("styles.xml"):
        package.walk("styles.xml", styles)
    package.walk("content.xml", _Content(book, styles))
    book.require_sheets()


def _refuse_locked(package: Package) -> None:
    manifest = "META-INF/manifest.xml"
    if package.has(manifest):
        tail = b""
        for chunk in package.chunks(manifest):
            if b"encryption-data" in tail + chunk:
                raise locked(package.name)
            tail = chunk[-20:]


class _Styles:
    """What styles show of numbers, and which sheets they hide."""

    def __init__(self) -> None:
        self.hidden_tables: set[str] = set()
        self._dates: dict[str, set[str]] = {}
        self._percents: set[str] = set()
        self._of_style: dict[str, str] = {}
        self._parts: set[str] | None = None
        self._style = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Hear of a style."""
        if name == _STYLE + "style":
            self._style = attributes.get(_STYLE + "name", "")
            if _STYLE + "data-style-name" in attributes and len(self._of_style) < MAX_STYLES:
                self._of_style[self._style] = attributes[_STYLE + "data-style-name"]
        elif name == _STYLE + "table-properties":
            if attributes.get(_TABLE + "display") == "false":
                self.hidden_tables.add(self._style)
        elif name.startswith(_NUMBER):
            self._number(name.removeprefix(_NUMBER), attributes)

    def _number(self, local: str, attributes: dict[str, str]) -> None:
        if local == "date-style" and len(self._dates) < MAX_STYLES:
            self._parts = self._dates[attributes.get(_STYLE + "name", "")] = set()
        elif local == "percentage-style":
            self._percents.add(attributes.get(_STYLE + "name", ""))
        elif self._parts is not None:
            self._parts.add(local)

    def end(self, name: str) -> None:
        """Hear the end of a style."""
        if name == _NUMBER + "date-style":
            self._parts = None

    def words(self, text: str) -> None:
        """Words of styles show nothing that counts."""

    def format(self, style: str | None) -> NumberFormat:
        """Return what a style shows of a number."""
        data = self._of_style.get(style or "", "")
        if data in self._percents:
            return PERCENT
        parts = self._dates.get(data)
        if parts is None or not parts & {"day", "month", "year"}:
            return PLAIN if parts is None else DATE
        return NumberFormat(
            "date", day="day" in parts, month="month" in parts, year="year" in parts, clock="hours" in parts
        )


@dataclass(slots=True)
class _Cell:
    """A cell while it is read."""

    attributes: dict[str, str]
    columns: int
    covered: bool
    paragraphs: list[str] = field(default_factory=list)
    comment: list[str] = field(default_factory=list)

    def get(self, key: str) -> str | None:
        """Return an attribute of `office`."""
        return self.attributes.get(_OFFICE + key)


@dataclass(slots=True)
class _Placed:
    """A cell with content in the row that is read."""

    column: int
    columns: int
    content: SheetCell
    uncached: str | None
    cell: _Cell


class _Content:
    """The tables of content.xml."""

    def __init__(self, book: Collected, styles: _Styles) -> None:
        self._book = book
        self._styles = styles
        self._sheet: Sheet | None = None
        self._row = self._rows = self._column = self._columns_defined = 0
        self._placed: list[_Placed] = []
        self._cell: _Cell | None = None
        self._within: list[str] = []
        """Elements in a cell; words count outside shapes and the like."""
        self._text: list[str] = []
        self._length = 0
        self._depth = 0
        self._skipped = 0
        """Depth from which nothing counts: shapes, tracked changes, tables in tables."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Hear the beginning of an element."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise damaged(self._book.name, "content.xml")
        if self._skipped:
            return
        if name.startswith(_TABLE):
            self._start_table(name.removeprefix(_TABLE), attributes)
        elif self._cell is not None:
            self._start_within(name, attributes)
        elif self._sheet is None:
            self._styles.start(name, attributes)

    def _start_table(self, local: str, attributes: dict[str, str]) -> None:
        if local in ("tracked-changes", "shapes", "content-validations", "dde-links") or self._cell is not None:
            self._skipped = self._depth
        elif local == "table":
            self._begin_sheet(attributes)
        elif self._sheet is None:
            self._styles.start(_TABLE + local, attributes)
        elif local in ("table-cell", "covered-table-cell"):
            columns = self._count(attributes, "number-columns-repeated", MAX_COLUMN)
            self._cell = _Cell(attributes, columns, covered=local == "covered-table-cell")
            self._text = []
            self._length = 0
        elif local == "table-row":
            self._rows = self._count(attributes, "number-rows-repeated", MAX_ROW)
            self._column = 0
            if attributes.get(_TABLE + "visibility", "visible") != "visible":
                self._sheet.hide_rows(self._row, self._rows)
        elif local == "table-column":
            columns = self._count(attributes, "number-columns-repeated", MAX_COLUMN)
            if attributes.get(_TABLE + "visibility", "visible") != "visible":
                self._sheet.hide_columns(self._columns_defined, columns)
            self._columns_defined += columns

    def _begin_sheet(self, attributes: dict[str, str]) -> None:
        if self._sheet is not None:
            self._skipped = self._depth
            return
        hidden = attributes.get(_TABLE + "style-name") in self._styles.hidden_tables
        self._sheet = self._book.sheet(attributes.get(_TABLE + "name", ""), hidden=hidden)
        self._row = self._columns_defined = 0

    def _count(self, attributes: dict[str, str], name: str, most: int) -> int:
        """Return how often something is repeated; no sheet has more than `most`."""
        text = attributes.get(_TABLE + name, "1")
        if not (text.isascii() and text.isdecimal() and len(text) < 10):
            raise damaged(self._book.name, "content.xml")
        return min(max(int(text), 1), most)

    def _start_within(self, name: str, attributes: dict[str, str]) -> None:
        if name == _OFFICE + "annotation":
            self._within.append("annotation")
        elif not name.startswith(_TEXT):
            self._skipped = self._depth
        elif name == _TEXT + "p":
            self._text = []
            self._within.append("p")
        elif name == _TEXT + "s":
            blanks = attributes.get(_TEXT + "c", "1")
            self._say(" " * (min(int(blanks), MAX_BLANKS) if blanks.isdecimal() and len(blanks) < 6 else 1))
        elif name in (_TEXT + "tab", _TEXT + "line-break"):
            self._say("\t" if name.endswith("tab") else "\n")

    def words(self, text: str) -> None:
        """Hear words."""
        if self._within and not self._skipped and self._within[-1] == "p":
            self._say(text)

    def _say(self, text: str) -> None:
        self._text.append(text)
        self._length += len(text)
        if self._length > MAX_WORDS and self._sheet:
            raise self._book.too_long(self._sheet.where(self._row, self._column))

    def end(self, name: str) -> None:
        """Hear the end of an element."""
        depth, self._depth = self._depth, self._depth - 1
        if self._skipped:
            if depth == self._skipped:
                self._skipped = 0
        elif name in _CELLS:
            self._end_cell()
        elif self._cell is not None:
            self._end_within(self._cell, name)
        elif name == _TABLE + "table-row":
            self._end_row()
        elif name == _TABLE + "table":
            self._sheet = None
        elif self._sheet is None:
            self._styles.end(name)

    def _end_within(self, cell: _Cell, name: str) -> None:
        if name == _TEXT + "p" and self._within:
            self._within.pop()
            where = cell.comment if "annotation" in self._within else cell.paragraphs
            where.append("".join(self._text))
        elif name == _OFFICE + "annotation":
            self._within.clear()

    def _end_cell(self) -> None:
        cell, sheet = self._cell, self._sheet
        self._cell = None
        self._within.clear()
        if cell is None or sheet is None:
            return
        column = self._column
        self._column += cell.columns
        if cell.comment:
            sheet.comment(self._row, column, "\n".join(cell.comment).strip())
        rows, columns = (self._count(cell.attributes, f"number-{it}-spanned", MAX_ROW) for it in ("rows", "columns"))
        if rows > 1 or columns > 1:
            sheet.merge(self._row, column, rows, columns)
        content, uncached = self._content(cell)
        if content is not None or uncached is not None:
            self._placed.append(_Placed(column, cell.columns, content, uncached, cell))

    def _end_row(self) -> None:
        sheet = self._sheet
        placed, self._placed = self._placed, []
        first, self._row = self._row, self._row + self._rows
        if sheet is None:
            return
        for it in placed:
            self._place(sheet, it, first)

    def _place(self, sheet: Sheet, it: _Placed, row: int) -> None:
        if it.uncached is not None:
            # Repeated formulas would each be another one; writers that repeat cells keep results.
            sheet.uncached(row, it.column, it.uncached, self._shown(it.cell))
        elif isinstance(it.content, SheetValue) and it.content.kind == "number" and it.cell.get("value"):
            text, formula = it.cell.get("value") or "", it.content.formula
            sheet.number(row, it.column, text, self._shown(it.cell), formula)
            self._repeat(sheet, it, row, sheet.at(row, it.column))
        else:
            sheet.put(row, it.column, it.content)
            self._repeat(sheet, it, row, it.content)

    def _repeat(self, sheet: Sheet, it: _Placed, row: int, content: SheetCell) -> None:
        if self._rows > 1 or it.columns > 1:
            sheet.put_times(row, it.column, content, self._rows, it.columns)

    def _content(self, cell: _Cell) -> tuple[SheetCell, str | None]:
        """Return what a cell holds, or its formula when the result is not in the file."""
        kind = cell.get("value-type")
        formula = cell.attributes.get(_TABLE + "formula")
        written = None if formula is None else excel_formula(formula)
        shown = "\n".join(cell.paragraphs)
        if kind is None:
            return (None, written) if written else (self._string(shown), None)
        if cell.attributes.get(_CALC + "value-type") == "error" or (written and is_error(shown)):
            return SheetValue("error", shown or "Err", formula=written), None
        if kind == "string":
            return self._string(shown or cell.get("string-value") or ""), None
        return self._typed(cell, kind, shown, written), None

    def _string(self, text: str) -> str | None:
        where = self._sheet.where(self._row, self._column) if self._sheet else ""
        return self._book.same(text, where) if text and not text.isspace() else None

    def _typed(self, cell: _Cell, kind: str, shown: str, formula: str | None) -> SheetCell:
        if kind == "boolean":
            return truth(cell.get("boolean-value") == "true", formula)
        if kind == "date":
            style = cell.attributes.get(_TABLE + "style-name")
            return iso_date(cell.get("date-value") or "", self._styles.format(style), formula) or self._string(shown)
        if kind == "time":
            match = _DURATION.match(cell.get("time-value") or "")
            text = f"{int(match[1]):02}:{match[2]:0>2}" if match else shown
            return SheetValue("date", text, formula=formula)
        if shown.upper() in _TRUTHS and cell.get("value") in ("0", "1"):
            return truth(_TRUTHS[shown.upper()], None if formula in ("=TRUE()", "=FALSE()") else formula)
        return SheetValue("number", shown, formula=formula)

    def _shown(self, cell: _Cell) -> NumberFormat:
        """Return what the sheet shows of a number."""
        if cell.get("value-type") == "percentage":
            return PERCENT
        shown = "".join(cell.paragraphs).rstrip()
        if cell.get("value-type") is None:
            return self._styles.format(cell.attributes.get(_TABLE + "style-name"))
        return PERCENT_SIGN if shown.endswith("%") else PLAIN


_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")


def excel_formula(formula: str) -> str:
    """Return ``of:=SUM([.J11:.M11];[$'A b'.C1])`` as Excel writes it: ``=SUM(J11:M11,'A b'!C1)``."""
    formula = formula.partition(":=")[2] if formula.partition(":=")[0].isalpha() else formula.lstrip("=")
    return "=" + _REFERENCE.sub(_excel_reference, formula)


def _excel_reference(match: re.Match[str]) -> str:
    if match[0] == ";":
        return ","
    if match[1] is None:
        return match[0]
    if "#" in match[1]:
        return match[0]  # another file: nobody follows it
    parts = [_SHEET.fullmatch(part) for part in match[1].split(":")]
    if not all(parts):
        return match[0]
    sheet = parts[0][1] if parts[0] else ""
    return (f"{sheet}!" if sheet else "") + ":".join(part[2] for part in parts if part)
