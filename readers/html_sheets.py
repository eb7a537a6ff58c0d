"""
Web pages that pass for workbooks: what many web applications send as ``.xls``.

Each table becomes a grid of its own; the words above it are rows of that grid, as Excel shows them, and those below the
last table are rows of the last. White space is that of HTML: a line end within words is a blank.

* ReadError
    - empty, binary, encoding                           what the bytes are
    - too-large, too-many-rows, too-many-cells,
      too-many-columns, too-many-sheets,
      too-many-pieces, too-much-markup                  how much of it there is
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from readers.decoding import decode
from readers.errors import ReadError
from readers.html_tables import CLOSES_TABLE, OPENS_TABLE, HtmlTables
from readers.limits import MAX_BYTES, SPLIT_DATA, Budget, Most, SheetLimits
from readers.lines import Line, one_newline, printable
from readers.markup import Markup
from schemas.blocks import Cell, Document, Grid, Merge, Notice, Row, SheetCell

MOST = Most(rows=100_000, cells=400_000, pieces=400_000, advice=SPLIT_DATA)
"""Mark-up is read cell by cell: about six seconds for so many."""
MAX_TAGS = 1_500_000
"""Tags of one page."""

_HIDDEN = (
    (re.compile(r"<!--"), re.compile(r"-->")),
    (re.compile(r"<head\b[^<>]*>", re.IGNORECASE), re.compile(r"</head\s*>|(?=<body\b|<table\b)", re.IGNORECASE)),
    (re.compile(r"<style\b[^<>]*>", re.IGNORECASE), re.compile(r"</style\s*>", re.IGNORECASE)),
    (re.compile(r"<script\b[^<>]*>", re.IGNORECASE), re.compile(r"</script\s*>", re.IGNORECASE)),
)
"""Begin and end of what a page does not show."""
_BLANKS = re.compile(r"\s+")
_LINE_BEGINS = re.compile(r"(?=<(?:table|tr)\b)|(?<=</table>)", re.IGNORECASE)


def read_html_sheets(data: bytes, *, name: str, limits: SheetLimits | None = None) -> Document:
    """
    Read the tables of a web page.

    Raises:
        ReadError: The file cannot be read; see the top of this module.
    """
    limits = limits or SheetLimits()
    if len(data) > MAX_BYTES:
        raise ReadError(
            "too-large", f"{name} berupa halaman HTML berukuran {len(data)} bita (batas {MAX_BYTES}). {SPLIT_DATA}"
        )
    decoded, encoding = decode(data, name=name)
    text = printable(one_newline(decoded))
    if text.count("<") > MAX_TAGS:
        raise ReadError("too-much-markup", f"{name} memuat lebih dari {MAX_TAGS} tanda HTML. {SPLIT_DATA}")
    sheets = list(_grids(_lines(_shown(text)), name, limits))
    if not sheets:
        raise ReadError("empty", f"{name} tidak berisi data. Pastikan berkas tersimpan utuh, lalu periksa lagi.")
    return Document.model_construct(
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        media="text/html",
        encoding=encoding,
        lines=text.count("\n") + (not text.endswith("\n")),
        blocks=(),
        sheets=tuple(sheets),
        notices=(_notice(name),),
    )


def _notice(name: str) -> Notice:
    suffix = PurePath(name).suffix or name
    return Notice(
        "html-as-workbook",
        f"Berkas {suffix} ini sebenarnya halaman HTML; tabelnya dibaca sebagai lembar kerja. "
        "Simpan ulang sebagai .xlsx agar angka dan format tersimpan sebagaimana mestinya.",
    )


def _shown(text: str) -> str:
    """Leave out what a page does not show; what never ends is shown."""
    for begins, ends in _HIDDEN:
        parts: list[str] = []
        at = 0
        while (begin := begins.search(text, at)) and (end := ends.search(text, begin.end())):
            parts.append(text[at : begin.start()])
            at = end.end()
        text = " ".join((*parts, text[at:])) if parts else text
    return text


def _lines(text: str) -> list[Line]:
    """One line for each row: where the file breaks its lines means nothing in HTML."""
    parts = _LINE_BEGINS.split(_BLANKS.sub(" ", text))
    return [Line(part.strip(), number) for number, part in enumerate(parts, start=1) if not part.isspace()]


def _grids(lines: list[Line], name: str, limits: SheetLimits) -> Iterator[Grid]:
    words: list[str] = []
    sheet: _Sheet | None = None
    count = 0
    for part in _parts(lines):
        if isinstance(part, str):
            words.append(part)
            continue
        if sheet is not None:
            yield sheet.grid(count, name, limits)
        count += 1
        if count > limits.sheets:
            raise ReadError("too-many-sheets", f"{name} memuat lebih dari {limits.sheets} tabel. {SPLIT_DATA}")
        sheet, words = _Sheet(words), []
        sheet.table(part)
    if sheet is None and words:
        sheet, words, count = _Sheet(words), [], 1
    if sheet is not None:
        sheet.words(words)
        yield sheet.grid(count, name, limits)


def _parts(lines: list[Line]) -> Iterator[str | list[Row]]:
    """Yield words between tables, and tables with words."""
    budget = Budget(MOST)
    last_close = max((line.number for line in lines if CLOSES_TABLE.search(line.text)), default=0)
    markup = Markup()
    at = 0
    while at < len(lines):
        if not OPENS_TABLE.search(lines[at].text):
            yield from (run.text for run in markup.runs(lines[at]))
            at += 1
            continue
        tables = HtmlTables(budget)
        at = tables.read(lines, at, last_close)
        for part in tables.parts:
            if isinstance(part, Line):
                yield from (run.text for run in markup.runs(part))
            elif any(cell.pieces for row in part for cell in row.cells):
                yield part


class _Sheet:
    """A grid in the making: rows of different lengths."""

    def __init__(self, words: Iterable[str]) -> None:
        self._rows: list[list[SheetCell]] = []
        self._merges: list[Merge] = []
        self._known: dict[str, str] = {}
        self.words(words)

    def words(self, words: Iterable[str]) -> None:
        """Append words outside of tables, a row each."""
        self._rows += [[self._known.setdefault(text, text)] for text in words]

    def table(self, rows: list[Row]) -> None:
        """Append the rows of a table."""
        first = len(self._rows)
        for at, row in enumerate(rows, start=first):
            for column, cell in enumerate(row.cells):
                down = min(cell.rowspan, first + len(rows) - at)
                if down > 1 or cell.colspan > 1:
                    self._merges.append(Merge(at, column, down, cell.colspan))
            self._rows.append([self._words_of(cell) for cell in row.cells])

    def _words_of(self, cell: Cell) -> str | None:
        texts = [f"{piece.marker} {piece.text}" if piece.marker else piece.text for piece in cell.pieces]
        text = "\n".join(texts)
        return self._known.setdefault(text, text) if text else None

    def grid(self, number: int, name: str, limits: SheetLimits) -> Grid:
        """Return the rows as columns of one length."""
        width = max((at for row in self._rows for at, cell in enumerate(row, start=1) if cell is not None), default=0)
        if width > limits.columns:
            raise ReadError(
                "too-many-columns", f"{name} memuat tabel dengan {width} kolom (batas {limits.columns}). {SPLIT_DATA}"
            )
        even = [(*row[:width], *(None,) * (width - len(row))) for row in self._rows]
        columns = tuple(list(column) for column in zip(*even, strict=True))
        return Grid(columns, f"Tabel {number}", number, tuple(self._merges))
