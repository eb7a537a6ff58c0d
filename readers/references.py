"""References to cells: ``F12``, ``$A$1:P21``, and formulas that move along with their cell."""

from __future__ import annotations

import re
from functools import lru_cache

from schemas.blocks import column_name

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384
"""Rows and columns of a sheet of Excel; LibreOffice has as many."""

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_REFERENCE = re.compile(
    r'"(?:[^"]|"")*"'  # words
    r"|'(?:[^']|'')*'!"  # the name of a sheet
    r"|(?<![A-Za-z0-9_.\\])(?P<cell>(?P<fixed_column>\$?)(?P<column>[A-Za-z]{1,3})(?P<fixed_row>\$?)(?P<row>[0-9]{1,7}))"
    r"(?![A-Za-z0-9_.(!])"
)


@lru_cache(maxsize=20_000)
def column_number(letters: str) -> int:
    """Return a column from 0: A is 0."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def cell_position(reference: str) -> tuple[int, int] | None:
    """Return row and column from 0 of ``F12``; None for what names no cell of a sheet."""
    match = _CELL.fullmatch(reference)
    if not match:
        return None
    row, column = int(match[2]) - 1, column_number(match[1])
    return (row, column) if 0 <= row < MAX_ROW and column < MAX_COLUMN else None


def area(reference: str) -> tuple[int, int, int, int] | None:
    """Return row, column, rows and columns of ``A1:P2``, or None."""
    first, _, last = reference.partition(":")
    begin, end = cell_position(first), cell_position(last or first)
    if begin is None or end is None or end < begin or end[1] < begin[1]:
        return None
    return begin[0], begin[1], end[0] - begin[0] + 1, end[1] - begin[1] + 1


class SharedFormula:
    """A formula that is written once for many cells: its references move along, but for those with ``$``."""

    def __init__(self, formula: str, row: int, column: int) -> None:
        self._pieces: list[str] = []
        self._moving: list[re.Match[str]] = []
        self._row, self._column = row, column
        end = 0
        for match in _REFERENCE.finditer(formula):
            if match["cell"]:
                self._pieces.append(formula[end : match.start()])
                self._moving.append(match)
                end = match.end()
        self._rest = formula[end:]

    def at(self, row: int, column: int) -> str:
        """Return the formula as it stands in another cell."""
        words: list[str] = []
        for piece, match in zip(self._pieces, self._moving, strict=True):
            words += (piece, _moved(match, row - self._row, column - self._column))
        return "".join(words) + self._rest


def _moved(match: re.Match[str], down: int, right: int) -> str:
    row = int(match["row"]) if match["fixed_row"] else int(match["row"]) + down
    column = column_number(match["column"]) + (0 if match["fixed_column"] else right)
    if not (0 < row <= MAX_ROW and 0 <= column < MAX_COLUMN):
        return "#REF!"
    return f"{match['fixed_column']}{column_name(column)}{match['fixed_row']}{row}"
