"""What is printed, whatever the medium: headings, lines, lists and ruled tables with figures in their cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

FigureKind = Literal["terminator", "box", "decision", "tick"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the flow chart, or a tick, in a cell."""

    kind: FigureKind
    words: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; what merged cells cover is None in its row."""

    lines: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    """A numbered list under the lines."""
    across: int = 1
    down: int = 1
    figure: Figure | None = None
    bold: bool = False
    picture_after: int | None = None
    """A picture of a signature stands after so many lines."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line in bold."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Lines:
    """Printed lines that stand together."""

    lines: tuple[str, ...]
    picture_after: int | None = None
    at_right: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A numbered list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table."""

    rows: tuple[tuple[Cell | None, ...], ...]
    shares: tuple[float, ...]
    """Widths of the columns, to one another."""
    heads: int = 0
    """First rows that are printed again on each page."""
    wide: bool = False
    """It stands on pages in landscape."""


Part = Heading | Lines | Items | Grid


def words(*lines: str, across: int = 1, down: int = 1, bold: bool = False) -> Cell:
    """A cell of words; empty lines are left out."""
    return Cell(tuple(line for line in lines if line), across=across, down=down, bold=bold)


def row(cells: Sequence[Cell | str | None]) -> tuple[Cell | None, ...]:
    """A row of cells and of words."""
    return tuple(words(one) if isinstance(one, str) else one for one in cells)
