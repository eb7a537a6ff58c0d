"""
CSV files to one grid of words: whatever separator and encoding an office's Excel writes.

Python's csv module parses; a file of a million rows is taken piece by piece, by columns, and equal words are one
object. Nothing is understood here: a number stays as printed.

Every exception is a `readers.errors.ReadError`:

* ReadError
    - empty, binary, encoding                              what the bytes are
    - too-large, line-too-long                             how much of it there is
    - too-many-rows, too-many-columns, too-many-cells      what it would become
    - unclosed-quote                                       where a quotation mark takes the rest of the file for a field
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from readers.decoding import encoding_of
from readers.delimiter import Separator, tell_separator
from readers.errors import ReadError
from readers.limits import MAX_LINE_CHARS, SPLIT_DATA, SheetLimits
from readers.lines import NOTHING, one_newline, printable
from schemas.blocks import Document, Grid, Notice, SheetCell, column_name

ROWS_TOGETHER = 256
"""Rows that are turned into columns together."""
SAMPLE_CHARS = 64 * 1024
"""Characters at the begin that tell the separator."""
SAMPLE_LINES = 200
MAX_KNOWN = 100_000
"""Different words that are remembered, so that equal ones are one object; then all are forgotten (about 10 MB)."""
NEW_SHARE = 0.75
"""Where more of the words of `ROWS_TOGETHER` rows of a column are new, ``MANY_NEW`` times, nearly all always are."""
MANY_NEW = 32
MAX_RECORD_LINES = 200
"""Lines of one row; a longer one is what stands between two stray quotation marks."""
MAX_FIELDS = 16_384
"""Fields of one line: as many columns as Excel has."""
MAX_EMPTY_SHARE = 3
"""Places of the grid, empty ones included, for each cell that the limits allow."""
MAX_NAMED = 5
"""Places that one notice names."""
MAX_ROUNDED = 1_000
"""Different rounded numbers that are looked for."""
MAX_SHORT_SHARE = 0.2
"""Where more rows are short than this, the program that wrote the file leaves out empty fields at the end."""
MIN_SHORT_FIELDS = 3
"""Filled fields from which a short row belongs to the table, and not to titles and signatures."""

_END = "\x00patuh\x00"
"""A line after the last: it is a row of its own unless a quotation mark is still open."""
_LINE_END = re.compile(r"\r\n|\r|\n")
_ROUNDED = re.compile(r"[-+]?\d(?:[.,](\d+))?[eE]\+(\d{2,3})")
MIN_EXPONENT = 11
"""From here on Excel prints whole numbers as ``1,97206E+17``: with fewer digits than they have."""


def read_delimited(data: bytes, *, name: str, limits: SheetLimits | None = None) -> Document:
    """
    Read a CSV file.

    Args:
        data: The bytes of the file.
        name: The file's name, for messages.
        limits: How much of it is taken.

    Returns:
        A document with one grid, whose `lines` say where in the file each row begins.

    Raises:
        ReadError: The file cannot be read; see the top of this module.
    """
    limits = limits or SheetLimits()
    if len(data) > limits.csv_bytes:
        raise _too_large(name, len(data), limits.csv_bytes)
    if not data.strip():
        raise _empty(name)
    encoding, errors = encoding_of(data, name=name)
    _refuse_endless_line(data, name)
    source = _Source(data, encoding, errors, name)
    table = _read(source, limits)
    if not table.columns:
        raise _empty(name)
    grid = Grid(tuple(table.columns), lines=table.lines())
    return Document.model_construct(
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        media="text/csv",
        encoding=encoding,
        lines=table.file_lines,
        blocks=(),
        sheets=(grid,),
        notices=tuple(_notices(grid, table)),
    )


@dataclass(frozen=True, slots=True)
class _Source:
    """The bytes of a file, ready to be read from the begin, as often as needed."""

    data: bytes
    encoding: str
    errors: str
    name: str

    def lines(self, separator: str | None = None) -> Iterator[str]:
        """Give the lines with their ends; refuses one of too many characters or fields."""
        stream = io.TextIOWrapper(io.BytesIO(self.data), self.encoding, self.errors, newline="")
        bytewise = not self.encoding.lower().startswith(("utf-16", "utf-32", "utf_16", "utf_32"))
        return stream if bytewise and _has_short_lines(self.data) else self._looked_at(stream, separator)

    def _looked_at(self, stream: Iterable[str], separator: str | None) -> Iterator[str]:
        for number, line in enumerate(stream, start=1):
            if len(line) > MAX_FIELDS:
                self._refuse_long(line, number, separator)
            yield line

    def _refuse_long(self, line: str, number: int, separator: str | None) -> None:
        if len(line) > MAX_LINE_CHARS:
            raise _line_too_long(self.name, number, len(line))
        if separator and (fields := line.count(separator) + 1) > MAX_FIELDS:
            raise _too_many_columns(self.name, number, fields, MAX_FIELDS)

    def separator(self) -> Separator:
        """Tell the separator by the first lines."""
        sample: list[str] = []
        room = SAMPLE_CHARS
        for line in islice(self.lines(), SAMPLE_LINES):
            room -= len(line)
            if sample and room < 0:
                break
            sample.append(line)
        return tell_separator(sample)


def _read(source: _Source, limits: SheetLimits) -> _Table:
    separator = source.separator()
    table = _Table(source.name, limits, separator.fields)
    lines = source.lines(separator.character)
    if separator.said:
        next(lines)
        table.file_lines = 1
    records = csv.reader(chain(lines, (_END,)), delimiter=separator.character)
    skipped = table.file_lines
    try:
        while rows := list(islice(records, ROWS_TOGETHER)):
            if rows[-1] and rows[-1][-1].endswith(_END):
                if rows.pop() != [_END]:
                    raise _unclosed(source, separator)
                if not rows:
                    break
                table.add(rows, records.line_num + skipped - 1)
                break
            table.add(rows, records.line_num + skipped)
    except (csv.Error, _TooLongRecordError) as exc:
        raise _unclosed(source, separator) from exc
    table.trim()
    return table


class _TooLongRecordError(Exception):
    """A row goes over more lines than any row does."""


class _Cells(dict[str, "str | None"]):
    """From what a field holds to the words of the cell: nothing for blanks, one object for equal words."""

    def __init__(self) -> None:
        super().__init__()
        self.rounded: dict[str, None] = {}

    def __missing__(self, text: str) -> str | None:
        if len(self) >= MAX_KNOWN:
            self.clear()
        words = text.strip()
        if words is text and text.isprintable() and text[:1] != "=":  # as most are
            cell = text or None
        else:
            found = _words(words)
            cell = None if found is None else self.setdefault(found, found)
        if cell is not None and "+" in cell and len(self.rounded) < MAX_ROUNDED and _is_rounded(cell):
            self.rounded[cell] = None
        self[text] = cell
        return cell


def _words(words: str) -> str | None:
    """The words of a field without what prints nothing; ``="007"`` is how a program keeps Excel from counting."""
    if not words.isprintable():
        words = "\n".join(printable(line).replace(NOTHING, "").strip() for line in one_newline(words).split("\n"))
        words = words.strip()
    if words.startswith('="') and words.endswith('"') and words.count('"') == 2:
        words = words[2:-1].strip()
    return words or None


def _is_rounded(words: str) -> bool:
    found = _ROUNDED.fullmatch(words)
    return found is not None and int(found[2]) >= MIN_EXPONENT and len(found[1] or "") < int(found[2])


@dataclass(slots=True)
class _Odd:
    """Rows that do not fit the table."""

    count: int = 0
    first: list[tuple[int, int]] = field(default_factory=list)
    """Row and column of the first ones."""

    def add(self, row: int, column: int) -> None:
        self.count += 1
        if self.count <= MAX_NAMED:
            self.first.append((row, column))


@dataclass(slots=True)
class _Table:
    """The columns as far as they are read."""

    name: str
    limits: SheetLimits
    usual: int
    """Fields of most of the first rows."""
    columns: list[list[SheetCell]] = field(default_factory=list)
    height: int = 0
    filled: int = 0
    """Cells with words."""
    file_lines: int = 0
    """Lines of the file that are read."""
    cells: _Cells = field(default_factory=_Cells)
    varied: dict[int, int] = field(default_factory=dict)
    """Column -> how many times one after the other nearly all its words were new."""
    regular: int = 0
    """Rows of the usual number of fields."""
    long: _Odd = field(default_factory=_Odd)
    """Rows with words beyond the usual fields, with the first such column."""
    short: _Odd = field(default_factory=_Odd)
    """Rows of the table that have fewer fields, with the last field."""
    first_lines: array[int] | None = None
    """Where each row begins, once one has more lines than one."""
    skipped: int | None = None
    """Lines before the first row."""

    def add(self, rows: list[list[str]], line: int) -> None:
        """Append rows of which the last ends in so many lines of the file."""
        self._note_lines(rows, line)
        width = len(rows[0])
        if width != self.usual or width > self.limits.columns or set(map(len, rows)) != {width}:
            rows = self._even(rows)
        else:
            self.regular += len(rows)
        self._refuse(rows)
        self._append(rows)

    def lines(self) -> Sequence[int]:
        """The line of the file in which each row begins."""
        if self.first_lines is None:
            return range(1 + (self.skipped or 0), 1 + (self.skipped or 0) + self.height)
        return self.first_lines[: self.height]

    def trim(self) -> None:
        """Take away what is empty at the right and at the end."""
        self.cells.clear()
        filled = [_filled_height(column) for column in self.columns]
        while filled and not filled[-1]:
            filled.pop()
            self.columns.pop()
        self.height = max(filled, default=0)
        for column in self.columns:
            del column[self.height :]

    def _note_lines(self, rows: list[list[str]], line: int) -> None:
        before, self.file_lines = self.file_lines, line
        if self.skipped is None:
            self.skipped = before
        if self.first_lines is None and line - before == len(rows):
            return
        if self.first_lines is None:
            self.first_lines = array("I", range(1 + self.skipped, 1 + self.skipped + self.height))
        for row in rows:
            self.first_lines.append(before + 1)
            taken = 1 + sum(len(_LINE_END.findall(cell)) for cell in row if "\n" in cell or "\r" in cell)
            if taken > MAX_RECORD_LINES:
                raise _TooLongRecordError
            before += taken

    def _even(self, rows: list[list[str]]) -> list[list[str]]:
        """Make rows of different lengths one length, and note those that do not fit the table."""
        for at, row in enumerate(rows, start=self.height):
            self._note_length(at, row)
        widest = max(map(len, rows))
        if widest > self.limits.columns:
            widest = self.limits.columns
            rows = [self._within(row, at) for at, row in enumerate(rows, start=self.height)]
        return [row if len(row) == widest else [*row, *[""] * (widest - len(row))] for row in rows]

    def _note_length(self, at: int, row: list[str]) -> None:
        if len(row) == self.usual:
            self.regular += 1
        elif len(row) > self.usual:
            beyond = next((i for i in range(self.usual, len(row)) if row[i] and self.cells[row[i]]), None)
            if beyond is None:
                self.regular += 1
            else:
                self.long.add(at, beyond)
        elif len(row) > 1 and sum(map(bool, map(self.cells.__getitem__, row))) >= max(MIN_SHORT_FIELDS, self.usual / 2):
            self.short.add(at, len(row) - 1)

    def _within(self, row: list[str], at: int) -> list[str]:
        beyond = row[self.limits.columns :]
        if any(beyond) and any(map(self.cells.__getitem__, beyond)):
            raise _too_many_columns(self.name, self._line_of(at), len(row), self.limits.columns)
        return row[: self.limits.columns]

    def _line_of(self, at: int) -> int:
        return self.first_lines[at] if self.first_lines is not None else at + 1 + (self.skipped or 0)

    def _refuse(self, rows: list[list[str]]) -> None:
        height, limits = self.height + len(rows), self.limits
        if height > limits.rows:
            beyond = rows[max(0, limits.rows - self.height) :]
            if any(map(self.cells.__getitem__, chain.from_iterable(beyond))):
                raise _too_much(self.name, "too-many-rows", f"{limits.rows} baris", self._line_of(limits.rows))
            del rows[len(rows) - len(beyond) :]
        if rows and height * len(rows[0]) > MAX_EMPTY_SHARE * limits.cells:
            self._refuse_far_cells(rows)

    def _refuse_far_cells(self, rows: list[list[str]]) -> None:
        """Refuse a grid of nearly nothing but empty cells before it is made."""
        filled = [at for at, values in enumerate(zip(*rows, strict=True)) if any(map(self.cells.__getitem__, values))]
        width = max(len(self.columns), max(filled, default=-1) + 1)
        if (self.height + len(rows)) * width > MAX_EMPTY_SHARE * self.limits.cells:
            raise self._too_many_cells()

    def _too_many_cells(self) -> ReadError:
        return _too_much(self.name, "too-many-cells", f"{self.limits.cells} sel", self._line_of(self.height))

    def _append(self, rows: list[list[str]]) -> None:
        at = -1
        for at, values in enumerate(zip(*rows, strict=True)):
            cells = self._cells_of(at, values)
            empty = cells.count(None)
            self.filled += len(cells) - empty
            if at < len(self.columns):
                self.columns[at].extend(cells)
            elif empty < len(cells):
                while len(self.columns) < at:
                    self.columns.append([None] * (self.height + len(rows)))
                self.columns.append([*[None] * self.height, *cells])
        for column in self.columns[at + 1 :]:
            column.extend([None] * len(rows))
        if self.filled > self.limits.cells:
            raise self._too_many_cells()
        self.height += len(rows)

    def _cells_of(self, column: int, values: Sequence[str]) -> list[str | None]:
        """What the fields of a column hold; one in which hardly any words come again is not looked up in the known."""
        if self.varied.get(column, 0) >= MANY_NEW and (plain := _plain_words(values)) is not None:
            return plain
        known = len(self.cells)
        cells = list(map(self.cells.__getitem__, values))
        new = len(self.cells) - known > NEW_SHARE * len(values)
        self.varied[column] = self.varied.get(column, 0) + 1 if new else 0
        return cells


def _plain_words(values: Sequence[str]) -> list[str | None] | None:
    """The words of fields that `_Cells` would only strip; None where it may do more, or where many are equal."""
    whole = "".join(values)
    if not whole.isprintable() or "=" in whole or "+" in whole or 2 * len(set(values)) < len(values):
        return None
    return [words or None for words in map(str.strip, values)]


def _filled_height(column: list[SheetCell]) -> int:
    """How many cells there are up to the last one with words."""
    height = len(column)
    while height and column[height - 1] is None:
        height -= 1
    return height


# What is told


def _notices(grid: Grid, table: _Table) -> Iterator[Notice]:
    short = table.short if table.short.count <= MAX_SHORT_SHARE * max(table.regular, 1) else _Odd()
    count, odd = table.long.count + short.count, sorted([*table.long.first, *short.first])[:MAX_NAMED]
    if odd:
        yield Notice(
            "ragged-rows",
            f"{count} baris tidak sebanyak kolom tabel ({table.usual} kolom): {_list_lines(grid, odd, count)}. "
            "Isi baris tersebut mungkin bergeser ke kolom lain; periksa tanda pemisah di dalam isian.",
            tuple(grid.place(row, column) for row, column in odd),
        )
    if table.cells.rounded:
        yield from _rounded(grid, table.cells.rounded)


def _list_lines(grid: Grid, rows: Sequence[tuple[int, int]], count: int) -> str:
    assert grid.lines is not None
    named = ", ".join(str(grid.lines[row]) for row, _ in rows)
    return f"baris {named}{' ...' if count > len(rows) else ''}"


def _rounded(grid: Grid, words: Iterable[str]) -> Iterator[Notice]:
    wanted = frozenset(words)
    places = [(row, at) for at, column in enumerate(grid.columns) for row, cell in enumerate(column) if cell in wanted]
    places.sort()
    if not places:
        return
    named = ", ".join(f"{column_name(column)}{row + 1}" for row, column in places[:MAX_NAMED])
    more = " ..." if len(places) > MAX_NAMED else ""
    yield Notice(
        "digits-lost",
        f"{len(places)} sel memuat bilangan yang angka terakhirnya sudah hilang saat berkas disimpan "
        f"(misalnya {grid.columns[places[0][1]][places[0][0]]}): sel {named}{more}. "
        "NIP dan nomor panjang harus disimpan sebagai teks.",
        tuple(grid.place(row, column) for row, column in places[:MAX_NAMED]),
    )


# What is refused


def _empty(name: str) -> ReadError:
    return ReadError("empty", f"{name} tidak berisi data. Pastikan berkas tersimpan utuh, lalu periksa lagi.")


def _too_large(name: str, size: int, limit: int) -> ReadError:
    return ReadError(
        "too-large",
        f"{name} berukuran {size} bita (batas {limit}). "
        "Pecah data menjadi beberapa berkas, atau naikkan csv_bytes pada [limits] di patuh.toml, lalu periksa lagi.",
    )


def _refuse_endless_line(data: bytes, name: str) -> None:
    """A megabyte without a line end is refused before anything makes one text of it."""
    for at in range(0, len(data) - 4 * MAX_LINE_CHARS, MAX_LINE_CHARS):
        end = at + 4 * MAX_LINE_CHARS
        if data.find(b"\n", at, end) < 0 and data.find(b"\r", at, end) < 0:
            number = data.count(b"\n", 0, at) + 1
            raise _line_too_long(name, number, 4 * MAX_LINE_CHARS)


def _has_short_lines(data: bytes) -> bool:
    """Whether no line can have more than `MAX_FIELDS` characters, told without a look at each line."""
    half = MAX_FIELDS // 2
    return all(data.find(b"\n", at, at + half) >= 0 for at in range(0, len(data) - half, half))


def _line_too_long(name: str, number: int, length: int) -> ReadError:
    return ReadError(
        "line-too-long",
        f"Baris {number} dari {name} memuat {length} karakter atau lebih (batas {MAX_LINE_CHARS}). "
        "Simpan ulang data sebagai CSV dengan satu baris per data, lalu periksa lagi.",
        line=number,
    )


def _too_many_columns(name: str, line: int, fields: int, limit: int) -> ReadError:
    return ReadError(
        "too-many-columns",
        f"Baris {line} dari {name} memuat {fields} kolom (batas {limit}). "
        "Hapus kolom yang tidak dipakai, simpan ulang, lalu periksa lagi.",
        line=line,
    )


def _too_much(name: str, code: str, limit: str, line: int) -> ReadError:
    return ReadError(
        code,
        f"{name} memuat lebih dari {limit}; batas itu terlampaui di baris {line}. {SPLIT_DATA}",
        line=line,
    )


def _unclosed(source: _Source, separator: Separator) -> ReadError:
    """Find the row that a quotation mark holds open, by reading once more row by row."""
    line = _line_of_unclosed(source, separator)
    return ReadError(
        "unclosed-quote",
        f'Tanda petik (") yang dibuka di baris {line} dari {source.name} tidak ditutup dengan benar, '
        "sehingga baris sesudahnya tidak dapat dibedakan. Perbaiki tanda petik itu, lalu periksa lagi.",
        line=line,
    )


def _line_of_unclosed(source: _Source, separator: Separator) -> int:
    records = csv.reader(source.lines(), delimiter=separator.character)
    begins = before = 0
    try:
        for _ in records:
            begins, before = before, records.line_num
            if before - begins > MAX_RECORD_LINES:
                break
    except csv.Error:
        return before + 1
    return begins + 1
