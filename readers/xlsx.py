"""
XLSX and XLSM: one walk over each sheet gives results, formulas, number formats, merges and what is hidden together.

Written against ECMA-376 part 1, section 18, transitional and strict. Macros are parts that nobody opens, links to other
workbooks are names that nobody follows. `docs/decisions/0011-own-walk-over-sheets.md` says why no library does it.
"""

from __future__ import annotations

import datetime as dt
import re

from readers.errors import ReadError
from readers.lines import one_newline
from readers.number_formats import BUILT_IN, DATE, DATE_TIME, PLAIN, NumberFormat, number_format
from readers.packed import MAX_DEPTH, Local, Package, damaged
from readers.references import MAX_ROW, SharedFormula, area, cell_position
from readers.relations import relations
from readers.sheet_grid import MAX_WORDS, Collected, Sheet
from readers.sheet_values import Values, date_value, is_error
from schemas.blocks import SheetValue

MAX_FORMATS = 65_490
"""Cell formats of a workbook, the limit of Excel."""
_NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUE = {"1", "true", "on"}


def read_xlsx(package: Package, book: Collected) -> None:
    """
    Read all sheets of a workbook into `book`.

    Raises:
        ReadError: as `readers.packed` and `readers.sheet_grid`, and ``no-sheets`` and ``unsupported``.
    """
    main = main_part(package)
    outline = _Outline()
    package.walk(main, outline)
    related = relations(package, main)
    book.values = Values(from_1904=outline.from_1904)
    shared = _Shared(package, related, book)
    for name, relation, hidden in outline.sheets:
        kind, part = related.get(relation, ("", ""))
        if kind == "worksheet":
            _read_sheet(package, part, book.sheet(name, hidden=hidden), shared, recalculates=outline.recalculates)
        else:
            book.left_out.append(name)
    book.require_sheets()


def sheet_parts(package: Package, main: str) -> dict[int, str]:
    """
    The parts of the sheets by their numbers, as places in a workbook name them: `Grid.number`.

    Raises:
        ReadError: as `read_xlsx`.
    """
    outline = _Outline()
    package.walk(main, outline)
    related = relations(package, main)
    listed = enumerate((related.get(relation, ("", "")) for _, relation, _ in outline.sheets), start=1)
    return {number: part for number, (kind, part) in listed if kind == "worksheet"}


def main_part(package: Package) -> str:
    """Return the part that lists the sheets."""
    found = "xl/workbook.xml"
    if package.has("_rels/.rels"):
        for kind, target in relations(package, "").values():
            if kind == "officeDocument":
                found = target
    if found.endswith(".bin"):
        raise ReadError(
            "unsupported",
            f"{package.name} adalah buku kerja biner (.xlsb). Simpan ulang sebagai .xlsx, lalu periksa lagi.",
        )
    return found


class _Walk:
    """What the walks share: depth and collected words."""

    def __init__(self, where: str, book: Collected) -> None:
        self.book = book
        self.where = where
        self.local = Local(*_NAMESPACES)
        self.collecting = False
        self.text: list[str] = []
        self.length = 0
        self.depth = 0

    def words(self, text: str) -> None:
        if self.collecting:
            self.text.append(text)
            self.length += len(text)
            if self.length > MAX_WORDS:
                raise self.book.too_long(self.where)

    def collect(self) -> None:
        self.collecting = True
        self.text = []
        self.length = 0

    def collected(self) -> str:
        self.collecting = False
        return "".join(self.text)

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise damaged(self.book.name, self.where)


class _Outline:
    """Sheets of a workbook with their relation and whether they are hidden, in order."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.from_1904 = False
        self.recalculates = False
        """Whether the writer left all results to whoever opens the file."""
        self._local = Local(*_NAMESPACES)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Hear of a sheet."""
        local = self._local[name]
        if local == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith(" id")), "")
            self.sheets.append((attributes.get("name", ""), relation, attributes.get("state", "visible") != "visible"))
        elif local == "workbookPr":
            self.from_1904 = attributes.get("date1904") in _TRUE
        elif local == "calcPr":
            self.recalculates = attributes.get("fullCalcOnLoad") in _TRUE

    def end(self, name: str) -> None:
        """Ends tell nothing."""

    def words(self, text: str) -> None:
        """There are no words."""


class _Shared:
    """What the sheets of a workbook share: words and formats."""

    def __init__(self, package: Package, related: dict[str, tuple[str, str]], book: Collected) -> None:
        parts = {kind: part for kind, part in related.values() if package.has(part)}
        self.strings: list[str] = []
        if "sharedStrings" in parts:
            package.walk(parts["sharedStrings"], _Strings(self.strings, book))
        self.formats: list[NumberFormat] = []
        self._by_style: dict[str | None, NumberFormat] = {}
        if "styles" in parts:
            package.walk(parts["styles"], _Styles(self.formats))

    def format(self, style: str | None) -> NumberFormat:
        """Return the format of a style by its number."""
        known = self._by_style.get(style)
        if known is None:
            index = 0 if style is None else _whole(style)
            known = self.formats[index] if 0 <= index < len(self.formats) else PLAIN
            if len(self._by_style) < MAX_FORMATS:
                self._by_style[style] = known
        return known


class _Strings(_Walk):
    """The shared words, without the readings that East Asian words carry."""

    def __init__(self, found: list[str], book: Collected) -> None:
        super().__init__("teks bersama", book)
        self._found = found
        self._phonetic = False

    def start(self, name: str, attributes: dict[str, str]) -> None:  # noqa: ARG002
        self.deeper()
        local = self.local[name]
        if local == "si":
            self.collect()
            self.collecting = False
        elif local == "rPh":
            self._phonetic = True
        elif local == "t":
            self.collecting = not self._phonetic

    def end(self, name: str) -> None:
        self.depth -= 1
        local = self.local[name]
        if local == "t":
            self.collecting = False
        elif local == "rPh":
            self._phonetic = False
        elif local == "si":
            self.book.hold(8, self.where)
            self._found.append(self.book.same(unescaped(self.collected()), self.where))


class _Styles(_Walk):
    """The number format of each cell format."""

    def __init__(self, found: list[NumberFormat]) -> None:
        self._found = found
        self._codes: dict[str, str] = {}
        self._within = False
        self.local = Local(*_NAMESPACES)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = self.local[name]
        if local == "numFmt" and len(self._codes) < MAX_FORMATS:
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif local == "cellXfs":
            self._within = True
        elif local == "xf" and self._within and len(self._found) < MAX_FORMATS:
            self._found.append(self._format(attributes.get("numFmtId", "0")))

    def _format(self, number: str) -> NumberFormat:
        if number in self._codes:
            return number_format(self._codes[number])
        return BUILT_IN.get(_whole(number), PLAIN)

    def end(self, name: str) -> None:
        if self.local[name] == "cellXfs":
            self._within = False

    def words(self, text: str) -> None:
        pass


def _read_sheet(package: Package, part: str, sheet: Sheet, shared: _Shared, *, recalculates: bool) -> None:
    package.walk(part, _Cells(sheet, shared, recalculates=recalculates))
    for kind, target in relations(package, part).values():
        if kind == "comments" and package.has(target):
            package.walk(target, _Comments(sheet))


class _Cells(_Walk):
    """The cells of one sheet."""

    def __init__(self, sheet: Sheet, shared: _Shared, *, recalculates: bool) -> None:
        super().__init__(sheet.name, sheet.book)
        self._sheet = sheet
        self._shared = shared
        self._recalculates = recalculates
        self._row = -1
        self._row_known = False
        self._column = -1
        self._columns: dict[str, int] = {}
        self._cell: dict[str, str] = {}
        self._formula: str | None = None
        self._formula_of: dict[str, str] = {}
        self._value: str | None = None
        self._inline: list[str] = []
        self._phonetic = False
        self._masters: dict[str, SharedFormula] = {}
        self._starts = {
            "row": self._begin_row,
            "f": self._begin_formula,
            "is": self._begin_inline,
            "t": self._begin_words,
            "rPh": self._begin_phonetic,
            "col": self._hidden_columns,
            "mergeCell": self._merge,
        }
        self._ends = {"f": self._end_formula, "t": self._end_words, "rPh": self._end_phonetic}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise damaged(self.book.name, self.where)
        local = self.local[name]
        if local == "c":
            self._cell = attributes
            self._value = self._formula = None
        elif local == "v":
            self.collect()
        elif local in self._starts:
            self._starts[local](attributes)

    def end(self, name: str) -> None:
        self.depth -= 1
        local = self.local[name]
        if local == "v":
            self._value = self.collected()
        elif local == "c":
            self._end_cell()
        elif local in self._ends:
            self._ends[local]()

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r")
        self._row_known = number is not None
        self._row = self._row + 1 if number is None else _whole(number) - 1
        self._column = -1
        if not 0 <= self._row < MAX_ROW:
            raise damaged(self.book.name, f"{self.where}, baris {self._row + 1}")
        if attributes.get("hidden") in _TRUE:
            self._sheet.hide_rows(self._row, 1)

    def _begin_formula(self, attributes: dict[str, str]) -> None:
        self._formula_of = attributes
        self.collect()

    def _end_formula(self) -> None:
        self._formula = self.collected()

    def _begin_inline(self, attributes: dict[str, str]) -> None:  # noqa: ARG002
        self._inline = []
        self._value = ""

    def _begin_words(self, attributes: dict[str, str]) -> None:  # noqa: ARG002
        if not self._phonetic:
            self.collect()

    def _end_words(self) -> None:
        if self.collecting and self._value is not None:
            self._value += self.collected()

    def _begin_phonetic(self, attributes: dict[str, str]) -> None:  # noqa: ARG002
        self._phonetic = True

    def _end_phonetic(self) -> None:
        self._phonetic = False

    def _hidden_columns(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in _TRUE:
            first, last = _whole(attributes.get("min", "")), _whole(attributes.get("max", ""))
            self._sheet.hide_columns(first - 1, last - first + 1)

    def _merge(self, attributes: dict[str, str]) -> None:
        found = area(attributes.get("ref", ""))
        if found:
            self._sheet.merge(*found)

    def _end_cell(self) -> None:
        reference = self._cell.get("r")
        if reference is None:
            self._column += 1
        else:
            self._column = self._column_of(reference)
        if self._value is not None or self._formula is not None:
            self._place(self._cell.get("t", "n"), self._value or "", self._written())

    def _column_of(self, reference: str) -> int:
        """Return the column of a cell; the row is that of its row, or the one it names where the row names none."""
        column = self._columns.get(reference.rstrip("0123456789")) if self._row_known else None
        if column is None:
            position = cell_position(reference)
            if position is None:
                raise damaged(self.book.name, f"{self.where}!{reference[:20]}")
            row, column = position
            if self._row_known:
                self._columns[reference.rstrip("0123456789")] = column
            else:
                self._row = row
        return column

    def _written(self) -> str | None:
        """Return the formula of the cell with its ``=``."""
        if self._formula is None:
            return None
        if self._formula_of.get("t") == "shared":
            number = self._formula_of.get("si", "")
            if self._formula:
                self._masters[number] = SharedFormula(self._formula, self._row, self._column)
            elif number in self._masters:
                return "=" + self._masters[number].at(self._row, self._column)
        return "=" + unescaped(self._formula)

    def _place(self, kind: str, text: str, formula: str | None) -> None:
        row, column = self._row, self._column
        if kind == "n":
            self._number(row, column, text.strip(), formula)
        elif kind == "s":
            self._words(row, column, self._shared_string(text))
        elif kind in ("str", "inlineStr") and (text or formula is None or self._empty_is_result()):
            self._words(row, column, self.book.same(unescaped(text), self._sheet.name))
        elif text or formula is None:
            self._typed(row, column, kind, text.strip(), formula)
        else:
            self._sheet.uncached(row, column, formula, self._format())

    def _empty_is_result(self) -> bool:
        """Whether an empty result is one: ``=IF(A1="","",A1)`` gives no words."""
        return self._value is not None and not self._recalculates

    def _format(self) -> NumberFormat:
        return self._shared.format(self._cell.get("s"))

    def _number(self, row: int, column: int, text: str, formula: str | None) -> None:
        if formula is None:
            if text:
                self._sheet.number(row, column, text, self._format())
        elif not text or (self._recalculates and text == "0"):
            # Writers that work nothing out leave no result, or a zero and a request to work it out.
            self._sheet.uncached(row, column, formula, self._format())
        else:
            self._sheet.number(row, column, text, self._format(), formula)

    def _shared_string(self, text: str) -> str:
        index = _whole(text) if text else -2
        if index == -2:
            return ""
        if not 0 <= index < len(self._shared.strings):
            raise damaged(self.book.name, self._sheet.where(self._row, self._column))
        return self._shared.strings[index]

    def _words(self, row: int, column: int, text: str) -> None:
        if text and not text.isspace():
            self._sheet.put(row, column, text)

    def _typed(self, row: int, column: int, kind: str, text: str, formula: str | None) -> None:
        if kind == "b":
            self._sheet.put(row, column, truth(text in _TRUE, formula))
        elif kind == "e" and is_error(text):
            self._sheet.put(row, column, SheetValue("error", text, formula=formula))
        elif kind == "d":
            self._sheet.put(row, column, iso_date(text, self._format(), formula) or text)
        else:
            self._words(row, column, self.book.same(text, self._sheet.name))


class _Comments(_Walk):
    """The notes at the cells of one sheet."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet.name, sheet.book)
        self._sheet = sheet
        self._at: tuple[int, int] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.deeper()
        local = self.local[name]
        if local == "comment":
            self._at = cell_position(attributes.get("ref", ""))
            self.collect()
        self.collecting = local == "t"

    def end(self, name: str) -> None:
        self.depth -= 1
        self.collecting = False
        if self.local[name] == "comment" and self._at:
            self._sheet.comment(*self._at, unescaped(self.collected()).strip())


def _whole(text: str) -> int:
    """Return a number of an attribute; -1 for what is none."""
    text = text.strip()
    return int(text) if len(text) < 10 and text.isascii() and text.isdecimal() else -1


def truth(value: bool, formula: str | None = None, *, computed: bool = False) -> SheetValue:  # noqa: FBT001
    """Return a truth value in the words that a file exported from the sheet has."""
    return SheetValue("truth", "TRUE" if value else "FALSE", value, formula=formula, computed=computed)


def iso_date(text: str, shown: NumberFormat, formula: str | None) -> SheetValue | None:
    """Return the value of ``2024-12-31`` or ``2024-12-31T08:00:00``."""
    try:
        moment = dt.datetime.fromisoformat(text[:19])
    except ValueError:
        return None
    clock = f"{moment:%H:%M}" if moment.time() != dt.time() else ""
    plain = DATE_TIME if clock else DATE
    return date_value(moment.date(), shown if shown.kind == "date" else plain, clock, formula)


def unescaped(text: str) -> str:
    """Return the words with ``_x000D_`` and the like as the characters they stand for, and line ends as ``\\n``."""
    return one_newline(_ESCAPED.sub(_character, text) if "_x" in text else text)


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    if code < 32 and code not in (9, 10, 13):
        return ""
    return match[0] if 0xD800 <= code < 0xE000 else chr(code)
