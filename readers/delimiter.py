"""
Which character parts the fields of a CSV file.

Told by what the first rows have in common: the separator that cuts most of them into the same number of fields. A title
above the table has none of it, and a decimal comma or the comma of a sentence is one among the words.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

CANDIDATES = (";", "\t", "|", ",")
"""In this order where two part the rows equally well: a comma stands in words and numbers too."""
MIN_COMMA_WEIGHT = 0.25
"""What a comma counts where all of them stand between digits or before a blank."""
MIN_COMMA_SHARE = 0.3
"""Of rows that commas must cut alike where they look like those of words and numbers."""

_SAID = re.compile(r'sep=([;,|\t])"?\s*', re.IGNORECASE)
_COMMA_OF_WORDS = re.compile(r",\s|(?<=\d),(?=\d)")


@dataclass(frozen=True, slots=True)
class Separator:
    """How a file parts its fields."""

    character: str
    fields: int
    """In most of the first rows."""
    said: bool = False
    """The first line says it (``sep=;``, which Excel writes and hides); it is no row."""


def tell_separator(lines: Sequence[str]) -> Separator:
    """Tell by the first lines of a file; what nothing parts is one column."""
    said = _SAID.fullmatch(lines[0].lstrip('"\ufeff')) if lines else None
    if said:
        return Separator(said[1], _usual(lines[1:], said[1])[0], said=True)
    scored = [(_score(lines, character), -at, character) for at, character in enumerate(CANDIDATES)]
    score, _, character = max(scored)
    return Separator(character, _usual(lines, character)[0]) if score > 0 else Separator("\t", 1)


def _usual(lines: Sequence[str], character: str) -> tuple[int, int, int]:
    """The number of fields that most rows have, how many rows have it, and how many rows there are."""
    widths = Counter(len(record) for record in csv.reader(lines, delimiter=character) if record)
    parted = [(count, width) for width, count in widths.items() if width > 1]
    if not parted:
        return 1, 0, widths.total()
    count, width = max(parted)
    return width, count, widths.total()


def _score(lines: Sequence[str], character: str) -> float:
    if not any(character in line for line in lines):
        return 0.0
    width, count, records = _usual(lines, character)
    weight = _comma_weight(lines) if character == "," else 1.0
    if weight < 2 * MIN_COMMA_WEIGHT and count < MIN_COMMA_SHARE * records:
        return 0.0
    return count * (width - 1) * weight


def _comma_weight(lines: Sequence[str]) -> float:
    """Which share of the commas stands where a separator does."""
    commas = sum(line.count(",") for line in lines)
    of_words = sum(len(_COMMA_OF_WORDS.findall(line)) for line in lines)
    return max(MIN_COMMA_WEIGHT, 1.0 - of_words / commas)
