"""Tables of performance data for tests: sheets from printed rows, texts from lines."""

from __future__ import annotations

from decimal import Decimal

from extraction.performance import read_performance
from readers.text import read_text
from schemas.blocks import Document, Grid, Merge, SheetCell, SheetValue
from schemas.performance import PerformanceReport, PerformanceTable


def sheet(text: str, merges: tuple[tuple[int, int, int, int], ...] = (), name: str | None = "Data") -> Grid:
    """A sheet whose rows are lines and whose cells are parted by ``|``; an empty line is a blank row."""
    rows = [[cell.strip() or None for cell in line.split("|")] for line in text.strip("\n").split("\n")]
    return cells_sheet(rows, merges, name)


def cells_sheet(
    rows: list[list[SheetCell]], merges: tuple[tuple[int, int, int, int], ...] = (), name: str | None = "Data"
) -> Grid:
    """A sheet from its cells."""
    width = max(map(len, rows))
    columns = tuple([row[at] if at < len(row) else None for row in rows] for at in range(width))
    return Grid(columns, name, merges=tuple(Merge(*merge) for merge in merges))


def number(value: str, shown: str | None = None, *, percent: bool = False) -> SheetValue:
    """A cell that holds a number."""
    return SheetValue("number", shown or value, Decimal(value), percent)


def document(*sheets: Grid) -> Document:
    """A workbook."""
    return Document(sha256="0" * 64, bytes=1, media="text/csv", blocks=(), sheets=sheets)


def read(*sheets: Grid) -> PerformanceReport:
    """The report that a workbook holds."""
    return read_performance(document(*sheets))


def table(text: str, merges: tuple[tuple[int, int, int, int], ...] = ()) -> PerformanceTable:
    """The only table of a sheet."""
    (found,) = read(sheet(text, merges)).tables
    return found


def read_lines(text: str) -> PerformanceReport:
    """The report that a text holds."""
    return read_performance(read_text(text.encode(), name="laporan.txt"))


def tabs(text: str) -> PerformanceReport:
    """A text whose cells are parted by ``|`` here and by tabs there."""
    return read_lines("\n".join("\t".join(c.strip() for c in line.split("|")) for line in text.strip("\n").split("\n")))


def values(found: PerformanceTable, key: str) -> list[str | None]:
    """The values of a column as words; the state where there is none."""
    return [str(one.value) if one.value is not None else one.state for one in found.column(key)]
