"""
Whether a scanned page lies on its side or upside down.

Letters of a word stand closer to one another than lines do: that tells a page on its side. Which side is up only the
engine can tell; it is asked only where it has reason to doubt, and about one stripe of the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from readers.scan_lines import Ink
from readers.skew import Grey

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readers.scan_page import Recognise, RecognisedWord

MIN_LETTER = 3.0
"""Points of the lowest letter; what is smaller is a dot."""
MIN_LETTERS = 40
"""Letters of a page from which it is told how it lies."""
MAX_LETTERS = 20_000
"""Letters of a page; one with more is a photo, or dirt."""
REACH = (0.15, 0.3, 0.45)
"""Shares of the size of a letter beyond it at which the next one is looked for."""
SIDEWAYS = 1.5
"""Times as often that a letter has another below it as beside it on a page that lies on its side."""
POOR = 0.6
"""Share of certain characters to letters seen below which the page may be upside down."""
SURE = 75
"""Per cent of certainty below which it may be, too."""
CLEARLY = 1.15
"""Times as much that must be recognised in the other direction."""
STRIPE = 110.0
"""Points of the height of the stripe that is tried."""


class Laid(NamedTuple):
    """A page turned upright."""

    grey: Grey
    turn: int
    """Degrees clockwise by which it was turned: 0, 90, 180, 270."""
    words: Sequence[RecognisedWord]
    """What was recognised on it."""


def upright(grey: Grey, ink: Ink, dots: float, recognise: Recognise) -> Laid:
    """
    Turn a page upright, and recognise its words.

    Args:
        grey: The page, set straight but for whole right angles.
        ink: Its ink, perhaps of a smaller picture.
        dots: Dots an inch of `grey`.
        recognise: The engine.
    """
    letters = _letters(ink)
    if len(letters) >= MIN_LETTERS and _is_sideways(ink, letters):
        turn = _surer(grey, (90, 270), ink, dots, recognise)
        turned = turned_back(grey, turn)
        return Laid(turned, turn, recognise(turned, dots))
    words = recognise(grey, dots)
    if len(letters) >= MIN_LETTERS and _is_poor(words, len(letters)):
        turn = _surer(grey, (0, 180), ink, dots, recognise)
        if turn:
            turned = turned_back(grey, turn)
            return Laid(turned, turn, recognise(turned, dots))
    return Laid(grey, 0, words)


def turned_back(grey: Grey, turn: int) -> Grey:
    """A picture that was turned clockwise by so many degrees, upright."""
    return np.ascontiguousarray(np.rot90(grey, turn // 90))


def _letters(ink: Ink) -> NDArray[np.int32]:
    """Parts of the ink that may be letters."""
    low = ink.dots.of(MIN_LETTER)
    found = np.flatnonzero(ink.letters & (ink.stats[:, 2:4].max(axis=1) >= low)).astype(np.int32)
    return found if len(found) <= MAX_LETTERS else found[:0]


def _is_sideways(ink: Ink, letters: NDArray[np.int32]) -> bool:
    boxes = ink.stats[letters, :4]
    there = np.zeros(ink.mask.shape, dtype=np.int32)
    for at, (x, y, wide, high) in enumerate(boxes.tolist(), start=1):
        there[y : y + high, x : x + wide] = at
    x, y, wide, high = boxes.T.astype(np.float32)
    size = np.maximum(wide, high)
    beside = below = np.zeros(len(letters), dtype=bool)
    for reach in REACH:
        beside = beside | _another(there, x + wide + reach * size, y + high / 2)
        below = below | _another(there, x + wide / 2, y + high + reach * size)
    return bool(below.sum() > SIDEWAYS * max(1, int(beside.sum())))


def _another(there: NDArray[np.int32], xs: NDArray[np.float32], ys: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Of each letter whether another one, or its box, is at its place."""
    height, width = there.shape
    rows, columns = np.clip(ys.astype(np.int32), 0, height - 1), np.clip(xs.astype(np.int32), 0, width - 1)
    found = there[rows, columns]
    other: NDArray[np.bool_] = (found > 0) & (found != np.arange(1, len(xs) + 1))
    return other


def _is_poor(words: Sequence[RecognisedWord], letters: int) -> bool:
    characters = sum(len(word.text) for word in words)
    certain = sum(len(word.text) * word.certainty for word in words) / 100
    return certain < POOR * letters or 100 * certain < SURE * characters


def _surer(grey: Grey, turns: tuple[int, int], ink: Ink, dots: float, recognise: Recognise) -> int:
    """In which of two directions more is recognised in a stripe; the first where it is hard to tell."""
    first, other = (_recognised(grey, turn, ink, dots, recognise) for turn in turns)
    return turns[1] if other > CLEARLY * first else turns[0]


def _recognised(grey: Grey, turn: int, ink: Ink, dots: float, recognise: Recognise) -> float:
    """Certain characters in the stripe with the most letters."""
    scale = len(grey) / len(ink.mask)
    rows = 1 if turn % 180 == 0 else 0
    letters = _letters(ink)
    places = ink.stats[letters, rows] + ink.stats[letters, 2 + rows] // 2
    high = ink.dots.of(STRIPE)
    counts = np.bincount(places // high)
    at = int(counts.argmax()) * high
    cut = slice(round(at * scale), round((at + high) * scale))
    stripe = grey[cut] if rows else grey[:, cut]
    words = recognise(turned_back(stripe, turn), dots)
    return sum(len(word.text) * max(0, word.certainty - 50) for word in words) / 50
