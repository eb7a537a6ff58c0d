"""Lists as printed: numbers, and several items in one run of words."""

from __future__ import annotations

import re

from extraction.stream import slice_piece
from schemas.blocks import Piece

_NUMBER = re.compile(r"\d{1,3}")
_ITEM = re.compile(r"(?:^|(?<=[^\d/.,]))(\d{1,2})\s?[.)]\s*(?=[^\W\d]|[\"'“(])")
_INNER_BARE = re.compile(r"(?<=[^\W\d.] )(\d{1,2})\s+(?=[A-Z])")
_INNER = re.compile(r"(?<=\s)(\d{1,2})\s?[.)]\s+(?=[^\W\d]|[\"'“(])")


def marker_number(marker: str | None) -> int | None:
    """The number of a list marker: `7.` is 7, `c.` is 3, bullets have none."""
    if not marker:
        return None
    digits = _NUMBER.search(marker)
    if digits:
        return int(digits.group())
    letter = marker.strip(" .()-").lower()
    return ord(letter) - 96 if len(letter) == 1 and letter.isascii() and letter.isalpha() else None


def split_items(piece: Piece) -> list[Piece]:
    """Cut `1. A 2. B 3. C` into its items; a text without a running sequence stays whole."""
    expected: int | None = None
    starts: list[tuple[int, int, str]] = []
    for match in _ITEM.finditer(piece.text):
        number = int(match.group(1))
        if expected is None and not (number == 1 or match.start() == 0):
            continue
        if expected is None or number == expected:
            starts.append((match.start(), match.end(), match.group(1) + "."))
            expected = number + 1
    if not starts:
        return [piece]
    parts = [slice_piece(piece, 0, starts[0][0])]
    for index, (_, begin, marker) in enumerate(starts):
        end = starts[index + 1][0] if index + 1 < len(starts) else len(piece.text)
        part = slice_piece(piece, begin, end)
        parts.append(part.model_copy(update={"marker": marker}) if part else None)
    return [part for part in parts if part]


def inner_item(text: str, wanted: tuple[int, ...], *, bare: bool = False) -> re.Match[str] | None:
    """
    Find a numbered item that begins inside a line: the right one of two columns that were run together.

    Args:
        text: The line.
        wanted: The numbers that it may have.
        bare: Whether numbers stand without a dot in this list.
    """
    pattern = _INNER_BARE if bare else _INNER
    return next((match for match in pattern.finditer(text) if int(match.group(1)) in wanted), None)
