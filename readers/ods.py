"""
ODS: one walk over content.xml.

Written against OpenDocument 1.3 part 3. The usual libraries lose what counts: calamine the percent types, merges and
formulas, pandas all of that and the rows without content (docs/decisions/0011-own-walk-over-sheets.md).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

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
_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
_ROW, _PARAGRAPH, _ANNOTATION = _TABLE + "table-row", _TEXT + "p", _OFFICE + "annotation"
_ROWS_REPEATED, _COLUMNS_REPEATED = _TABLE + "number-rows-repeated", _TABLE + "number-columns-repeated"
_ROWS_SPANNED, _COLUMNS_SPANNED = _TABLE + "number-rows-spanned", _TABLE + "number-columns-spanned"
_VALUE_TYPE, _VALUE, _FORMULA = _OFFICE + "value-type", _OFFICE + "value", _TABLE + "formula"
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_REFERENCE = re.compile(r"\"(?:[^\"]|\"\")*\"|\[([^\]]*)\]|;")
_SHEET = re.compile(r"\$?('(?:[^']|'')*'|[^'.]*)\.(.+)", re.DOTALL)
_DURATION = re.compile(r"-?PT(\d{1,9})H(\d{1,2})M(\d{1,2}(?:[.,]\d{0,9})?)S")
_A_NUMBER = SheetValue("number", "")
"""Stands for a number that is still to be made."""
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
    shown: str | None = None
    """Its paragraphs, once there is one."""
    comment: str | None = None

    def get(self, key: str) -> str | None:
        """Return an attribute of `office`."""
        return self.attributes.get(_OFFICE + key)


class _Content:
    """The tables of content.xml."""

    def __init__(self, book: Collected, styles: _Styles) -> None:
        self._book = book
        self._styles = styles
        self._sheet: Sheet | None = None
        self._row = self._rows = self._column = self._columns_defined = 0
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
        if self._cell is not None:
            self._start_within(name, attributes)
        elif name in _CELLS and self._sheet is not None:
            self._cell = _Cell(attributes, self._count(attributes, _COLUMNS_REPEATED, MAX_COLUMN))
            self._length = 0
        elif name.startswith(_TABLE):
            self._start_table(name.removeprefix(_TABLE), attributes)
        elif self._sheet is None:
            self._styles.start(name, attributes)

    def _start_table(self, local: str, attributes: dict[str, str]) -> None:
        if local in ("tracked-changes", "shapes", "content-validations", "dde-links"):
            self._skipped = self._depth
        elif local == "table":
            self._begin_sheet(attributes)
        elif self._sheet is None:
            self._styles.start(_TABLE + local, attributes)
        elif local == "table-row":
            self._rows = self._count(attributes, _ROWS_REPEATED, MAX_ROW)
            self._column = 0
            if attributes.get(_TABLE + "visibility", "visible") != "visible":
                self._sheet.hide_rows(self._row, self._rows)
        elif local == "table-column":
            columns = self._count(attributes, _COLUMNS_REPEATED, MAX_COLUMN)
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
        text = attributes.get(name)
        if text is None:
            return 1
        if not (text.isascii() and text.isdecimal() and len(text) < 10):
            raise damaged(self._book.name, "content.xml")
        return min(max(int(text), 1), most)

    def _start_within(self, name: str, attributes: dict[str, str]) -> None:
        if name == _PARAGRAPH:
            self._text = []
            self._within.append("p")
        elif name == _ANNOTATION:
            self._within.append("annotation")
        elif not name.startswith(_TEXT):
            self._skipped = self._depth
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
        elif name == _ROW:
            self._row += self._rows
        elif name == _TABLE + "table":
            self._sheet = None
        elif self._sheet is None:
            self._styles.end(name)

    def _end_within(self, cell: _Cell, name: str) -> None:
        if name == _PARAGRAPH and self._within:
            self._within.pop()
            words = "".join(self._text)
            if "annotation" in self._within:
                cell.comment = words if cell.comment is None else f"{cell.comment}\n{words}"
            else:
                cell.shown = words if cell.shown is None else f"{cell.shown}\n{words}"
        elif name == _ANNOTATION:
            self._within.clear()

    def _end_cell(self) -> None:
        cell, sheet, column = self._cell, self._sheet, self._column
        self._cell = None
        self._within.clear()
        if cell is None or sheet is None:
            return
        self._column += cell.columns
        if cell.comment:
            sheet.comment(self._row, column, cell.comment.strip())
        if _ROWS_SPANNED in cell.attributes or _COLUMNS_SPANNED in cell.attributes:
            rows, columns = (self._count(cell.attributes, name, MAX_ROW) for name in (_ROWS_SPANNED, _COLUMNS_SPANNED))
            sheet.merge(self._row, column, rows, columns)
        if _VALUE_TYPE in cell.attributes or _FORMULA in cell.attributes or cell.shown:
            self._place(sheet, cell, column)

    def _place(self, sheet: Sheet, cell: _Cell, column: int) -> None:
        """Place a cell that may have content, as often as it is repeated."""
        formula = cell.attributes.get(_FORMULA)
        written = None if formula is None else excel_formula(formula)
        if _VALUE_TYPE not in cell.attributes and written:
            # Repeated formulas would each be another one; writers that repeat cells keep results.
            sheet.uncached(self._row, column, written, self._shown(cell))
            return
        content = self._content(cell, written)
        if content is _A_NUMBER:
            sheet.number(self._row, column, cell.attributes.get(_VALUE, ""), self._shown(cell), written)
            content = sheet.at(self._row, column)
        elif content is not None:
            sheet.put(self._row, column, content)
        if content is not None and (self._rows > 1 or cell.columns > 1):
            sheet.put_times(self._row, column, content, self._rows, cell.columns)

    def _content(self, cell: _Cell, formula: str | None) -> SheetCell:
        """Return what a cell holds; `_A_NUMBER` for a number."""
        kind = cell.attributes.get(_VALUE_TYPE)
        shown = cell.shown or ""
        if cell.attributes.get(_CALC + "value-type") == "error" or (formula and is_error(shown)):
            return SheetValue("error", shown or "Err", formula=formula)
        if kind is None or kind == "string":
            return self._string(shown or cell.get("string-value") or "")
        return self._typed(cell, kind, shown, formula)

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
        if cell.attributes.get(_VALUE) in ("0", "1") and shown.upper() in _TRUTHS:
            return truth(_TRUTHS[shown.upper()], None if formula in ("=TRUE()", "=FALSE()") else formula)
        return _A_NUMBER

    def _shown(self, cell: _Cell) -> NumberFormat:
        """Return what the sheet shows of a number."""
        kind = cell.attributes.get(_VALUE_TYPE)
        if kind == "percentage":
            return PERCENT
        if kind is None:
            return self._styles.format(cell.attributes.get(_TABLE + "style-name"))
        return PERCENT_SIGN if cell.shown and cell.shown.rstrip().endswith("%") else PLAIN


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
