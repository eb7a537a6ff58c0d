"""
How much of a file a reader takes: far more than an SOP needs, little enough that no file can stop the audit.

The dearest file within these limits costs about a second.
"""

from __future__ import annotations

from dataclasses import dataclass

from readers.errors import ReadError

MAX_BYTES = 16 * 1024 * 1024
"""Bytes of a text file. The longest SOP seen has 0.2 MB."""
MAX_LINES = 200_000
"""Lines (and form feeds) of a text file."""
MAX_LINE_CHARS = 1024 * 1024
"""Characters of one line. Converted tables may put a whole page into a line, not a whole book."""
MAX_MARKS = 400_000
"""Characters that may begin mark-up (tags, entities, emphasis, escapes) in one file."""
MAX_TABLE_ROWS = 5_000
"""Table rows of one file."""
MAX_CELLS = 100_000
"""Table cells of one file, those covered by a merged cell included."""
MAX_PIECES = 100_000
"""Printed lines and list items of one file: about 2,000 pages."""
MAX_SPAN = 200
"""Rows or columns that one merged cell may cover."""


@dataclass(frozen=True, slots=True)
class SheetLimits:
    """How much of a workbook or a CSV file a reader takes; `[limits]` of patuh.toml may change each."""

    workbook_bytes: int = 64 * 1024 * 1024
    """Bytes of an XLSX, XLS or ODS file."""
    csv_bytes: int = 256 * 1024 * 1024
    """Bytes of a CSV file: a million rows of indicators have about 120 MB."""
    unpacked_bytes: int = 512 * 1024 * 1024
    """Bytes that all parts of a packed file unpack to: as its directory says, and as counted while reading."""
    parts: int = 2_000
    """Parts of a packed file."""
    rows: int = 1_048_576
    """Rows of a sheet, those without content below the last one with content not counted."""
    columns: int = 512
    """Columns of a sheet, as above."""
    cells: int = 20_000_000
    """Cells with content of a CSV file."""
    workbook_cells: int = 5_000_000
    """Cells with content of all sheets of a workbook: about 20 s, where CSV takes 2."""
    sheets: int = 200
    """Sheets of a workbook."""


SPLIT_DOCUMENTS = "Pecah berkas menjadi satu SOP per berkas."
"""What to do about a text that is too much."""
SPLIT_DATA = "Pecah data menjadi beberapa berkas, lalu periksa lagi."
"""What to do about a table that is too much."""


@dataclass(frozen=True, slots=True)
class Most:
    """How much of marked-up text one file may hold, and what to do about more."""

    rows: int = MAX_TABLE_ROWS
    cells: int = MAX_CELLS
    pieces: int = MAX_PIECES
    advice: str = SPLIT_DOCUMENTS


class Budget:
    """What is left of the limits while one file is read."""

    __slots__ = ("_cells", "_most", "_pieces", "_rows")

    def __init__(self, most: Most | None = None) -> None:
        self._most = most or Most()
        self._rows, self._cells, self._pieces = self._most.rows, self._most.cells, self._most.pieces

    def row(self, cells: int, line: int) -> None:
        """Take one table row of so many cells, or raise `ReadError` naming the line."""
        self._rows -= 1
        if self._rows < 0:
            raise self._exceeded("too-many-rows", f"lebih dari {self._most.rows} baris tabel", line)
        self.cells(cells, line)

    def cells(self, count: int, line: int) -> None:
        """Take so many cells, or raise `ReadError` naming the line."""
        self._cells -= count
        if self._cells < 0:
            raise self._exceeded("too-many-cells", f"lebih dari {self._most.cells} sel tabel", line)

    def pieces(self, count: int, line: int) -> None:
        """Take so many pieces, or raise `ReadError` naming the line."""
        self._pieces -= count
        if self._pieces < 0:
            raise self._exceeded("too-many-pieces", f"lebih dari {self._most.pieces} butir", line)

    def _exceeded(self, code: str, what: str, line: int) -> ReadError:
        message = f"Berkas memuat {what}; batas itu terlampaui di baris {line}. {self._most.advice}"
        return ReadError(code, message, line=line)
