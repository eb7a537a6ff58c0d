"""
How high rows must be for their words.

Excel works heights out when it opens a file that has none, LibreOffice does not. The heights are written as ones that
were worked out, so that both programs do it again when somebody fills in a cell.
"""

from __future__ import annotations

from math import ceil
from typing import Any, Final

from xlsxwriter.worksheet import Worksheet

LINE: Final = 13
"""Points of a line of words."""
_AROUND: Final = 3
LEAST: Final = 15
MOST: Final = 409
"""Points of a row of Excel."""
_LETTERS: Final = 1.08
"""Letters of the font of words that stand where the sheet counts one."""
_CAPITALS: Final = 0.9
"""Of capitals."""
_EQUAL: Final = 1.05
"""Of the smaller font of equal widths."""
_LOST: Final = 2.5
"""Letters that a line loses on average, because a word goes on the next."""


class AutoHeightSheet(Worksheet):  # type: ignore[misc]  # the library has no types
    """A sheet whose heights of rows are not those that a person set."""

    def _xml_start_tag_unencoded(self, tag: str, attributes: Any = ()) -> None:
        if tag == "row":
            attributes = [one for one in attributes if one[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)


def lines(text: str, width: float, *, equal: bool = False) -> int:
    """Return how many lines *text* takes in a column so wide; *equal*: its letters are as wide as each other."""
    letters = width * _EQUAL if equal else max(1.0, width * (_CAPITALS if text.isupper() else _LETTERS) - _LOST)
    if len(text) <= letters and "\n" not in text:
        return 1
    return sum(max(1, ceil(len(part) / letters)) for part in text.split("\n"))


def height(most_lines: int) -> int:
    """Return the points of a row with so many lines."""
    return min(MOST, max(LEAST, most_lines * LINE + _AROUND))
