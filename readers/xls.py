"""
XLS of Excel 97 to 2003, through xlrd, which keeps the number formats that calamine loses.

xlrd tells results, not formulas. Which results no application ever worked out is told by the records themselves.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from readers.errors import ReadError
from readers.lines import one_newline
from readers.number_formats import BUILT_IN, PLAIN, NumberFormat, number_format
from readers.packed import damaged, locked
from readers.sheet_grid import Collected, Sheet
from readers.sheet_values import DIGITS, Values
from readers.xlsx import truth
from schemas.blocks import SheetValue

if TYPE_CHECKING:
    from xlrd.book import Book

UNKNOWN_FORMULA = "(rumus)"
"""Stands for a formula that the reader does not see."""
_BOF, _EOF, _FORMULA, _BOUNDSHEET = 0x0809, 0x000A, 0x0006, 0x0085
_CALC_ON_LOAD = 0x2
_NO_RESULT = {bytes(8), bytes(6) + b"\xff\xff", b"\x03" + bytes(5) + b"\xff\xff"}
"""The number 0, words that do not follow, and no words."""
_FIRST_OWN_FORMAT = 164
_TEXT, _NUMBER, _DATE, _TRUTH, _ERROR = 1, 2, 3, 4, 5


class _Nowhere(io.TextIOBase):
    """Takes what xlrd would print."""

    def write(self, text: str, /) -> int:
        return len(text)


def read_xls(data: bytes, book: Collected) -> None:
    """
    Read all sheets of an XLS file into `book`.

    Raises:
        ReadError: ``password``, ``damaged``, ``no-sheets``, and as `readers.sheet_grid`.
    """
    try:
        _read(data, book)
    except (ReadError, MemoryError):
        raise
    except Exception as error:  # xlrd meets broken bytes with whatever it trips over
        if "encrypted" in str(error).lower() or "password" in str(error).lower():
            raise locked(book.name) from error
        raise damaged(book.name) from error


def _read(data: bytes, book: Collected) -> None:
    import xlrd  # noqa: PLC0415  # only when there is such a file

    source = xlrd.open_workbook(
        file_contents=data, formatting_info=True, on_demand=True, ragged_rows=True, logfile=_Nowhere()
    )
    book.values = Values(from_1904=source.datemode == 1)
    stream = memoryview(source.mem or b"")[source.base : source.base + source.stream_len]
    number = 0
    for offset, kind, name in _outline(stream):
        if kind != 0:
            book.left_out.append(name)
            continue
        found = source.sheet_by_index(number)
        sheet = book.sheet(found.name, hidden=found.visibility != 0)
        _Reader(source, sheet).read(found, _never_worked_out(stream, offset))
        source.unload_sheet(number)
        number += 1
    book.require_sheets()


def _records(stream: memoryview, start: int) -> Iterator[tuple[int, int, int]]:
    """Yield number, begin and length of the records up to the end of their part of the stream."""
    depth = 0
    while start + 4 <= len(stream):
        number, length = struct.unpack_from("<HH", stream, start)
        yield number, start + 4, length
        depth += (number == _BOF) - (number == _EOF)
        if depth <= 0:
            return
        start += 4 + length


def _outline(stream: memoryview) -> Iterator[tuple[int, int, str]]:
    """Yield where each sheet begins, its kind (0 for cells) and its name."""
    for number, start, length in _records(stream, 0):
        if number == _BOUNDSHEET and length >= 8:
            offset, _, kind, characters, wide = struct.unpack_from("<IBBBB", stream, start)
            words = bytes(stream[start + 8 : start + 8 + characters * (1 + (wide & 1))])
            yield offset, kind, words.decode("utf-16-le" if wide & 1 else "latin-1", "replace")


def _never_worked_out(stream: memoryview, start: int) -> set[tuple[int, int]]:
    """
    Return the cells whose formula has 0 or no words as its result because nobody worked it out.

    Either the record asks to be worked out on opening, or no formula of the sheet has a result.
    """
    asked: set[tuple[int, int]] = set()
    without: set[tuple[int, int]] = set()
    formulas = 0
    for number, begin, length in _records(stream, start):
        if number == _FORMULA and length >= 16:
            row, column, _, result, flags = struct.unpack_from("<HHH8sH", stream, begin)
            formulas += 1
            if result in _NO_RESULT:
                without.add((row, column))
                if flags & _CALC_ON_LOAD:
                    asked.add((row, column))
    return without if len(without) == formulas else asked


class _Reader:
    """Takes the cells of one sheet over."""

    def __init__(self, source: Book, sheet: Sheet) -> None:
        self._source = source
        self._sheet = sheet
        self._formats: dict[int, NumberFormat] = {}

    def read(self, found: Any, never_worked_out: set[tuple[int, int]]) -> None:
        """Take over a sheet of xlrd, with the cells whose results are not to be trusted."""
        for row in range(found.nrows):
            types, values, formats = found.row_types(row), found.row_values(row), _format_numbers(found, row)
            for column, kind in enumerate(types):
                if (row, column) in never_worked_out:
                    self._sheet.uncached(row, column, UNKNOWN_FORMULA)
                elif _TEXT <= kind <= _ERROR:
                    self._cell(row, column, kind, values[column], formats[column])
        for first, after, left, right in found.merged_cells:
            self._sheet.merge(first, left, after - first, right - left)
        self._hidden(found)
        for (row, column), note in found.cell_note_map.items():
            self._sheet.comment(row, column, note.text.strip())

    def _cell(self, row: int, column: int, kind: int, value: Any, number: int) -> None:
        sheet = self._sheet
        if kind == _TEXT:
            if value and not value.isspace():
                sheet.put(row, column, sheet.book.same(one_newline(value), sheet.name))
        elif kind in (_NUMBER, _DATE):
            sheet.number(row, column, f"{value:.{DIGITS}g}", self._format(number))
        elif kind == _TRUTH:
            sheet.put(row, column, truth(bool(value)))
        else:
            from xlrd import error_text_from_code  # noqa: PLC0415

            sheet.put(row, column, SheetValue("error", error_text_from_code.get(value, f"#{value}")))

    def _format(self, number: int) -> NumberFormat:
        if number not in self._formats:
            key = self._source.xf_list[number].format_key if 0 <= number < len(self._source.xf_list) else 0
            own = self._source.format_map.get(key)
            code = own.format_str if own is not None else ""
            built_in = BUILT_IN.get(key) if key < _FIRST_OWN_FORMAT else None
            self._formats[number] = built_in or (number_format(code) if code else PLAIN)
        return self._formats[number]

    def _hidden(self, found: Any) -> None:
        for row, its in sorted(found.rowinfo_map.items()):
            if its.hidden:
                self._sheet.hide_rows(row, 1)
        for column, its in sorted(found.colinfo_map.items()):
            if its.hidden:
                self._sheet.hide_columns(column, 1)


def _format_numbers(found: Any, row: int) -> list[int]:
    return [found.cell_xf_index(row, column) for column in range(found.row_len(row))]
