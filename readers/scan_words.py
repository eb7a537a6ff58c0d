"""
Recognised words, set where their ink is: one box a word, none over a ruling, all of a line of one height.

An engine returns lines or words with some air around them. The PDF of the same page would give boxes of one height for
one size of letters, and what is read from pages rests on that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from statistics import median
from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

from readers.page import Word, text_lines
from readers.ruled_grid import RuledTable
from readers.scan_figures import Drawn, cell_at
from readers.scan_lines import LETTER, THIN, Ink, Lines
from readers.skew import Grey, as_grey

if TYPE_CHECKING:
    from readers.scan_page import RecognisedWord

AIR = 1.0
"""Points around the box of an engine in which the ink of its word may stand."""
WITHIN = 0.12
"""Share of the height of a box at its top and bottom in which letters of other lines have their middles."""
TALL = 1.8
"""Times as high as wide that a word is which was turned."""
CAPITAL, LETTER_T, SMALL, DESCENT = 0.67, 0.58, 0.46, 0.21
"""Heights of letters over the base line, and depth under it, as shares of the size of the font."""
ASCENT = 0.89
"""Height of a line over its base line, as a PDF has it."""
FLAT_SIZE = 0.3
"""Share of its box that a sign such as a dash is reckoned to be high at least."""
SAME_SIZE = 0.2
"""Share by which measured sizes of words of one line may differ."""
LONE = 2
"""Characters of a word that may be an arrow, or the outline of a figure."""
DRAWN = 0.6
"""Share of the ink of such a word that is drawn."""
DOUBTFUL = 60
"""Per cent of certainty below which a longer word made of what is drawn is none."""
PICTURED = 80
"""Per cent below which a word made of the ink of a picture is none."""
BRIDGED = 1.5
"""Characters from where a ruling is reckoned to part a word within which a blank is looked for."""

OFF = 0.12
"""Dots of width that a gap must have more for each dot that it lies off the place where it is due."""

_LOW = frozenset("acemnorsuvwxz")
_LOW_UNDER = frozenset("gpqy")
_UNDER = _LOW_UNDER | frozenset("jQ,;()/[]{}|$")
_ALIKE = frozenset("COSUVWXZ")
"""Capitals that differ from small letters by their height only."""
_FLAT = frozenset("-–—_.,:;'\"`=~+*•·°<>^")
_NARROW = frozenset("iljtfrI1.,:;'|!()[]/ ")
_WIDE = frozenset("mwMW@%")


def words_of(
    found: Iterable[RecognisedWord], ink: Ink, lines: Lines, tables: Sequence[RuledTable], shrunk: float
) -> list[Word]:
    """
    Words in points.

    Args:
        found: What the engine gave, in dots of its picture.
        ink: The page.
        lines: Its lines.
        tables: Its tables, in points.
        shrunk: Dots of `ink` for one dot of the engine's picture.
    """
    placer = _Placer(ink, lines, tables)
    words = [word for one in found for word in placer.words(one, shrunk)]
    for line in text_lines(word for word in words if not word.turn):
        _level(line)
    return words


class _Placer:
    """Cuts what an engine recognised into words, each in the box of its ink."""

    def __init__(self, ink: Ink, lines: Lines, tables: Sequence[RuledTable]) -> None:
        self._bare = ink.mask & ~lines.mask
        self._page = ink
        may_be_letters = (ink.stats[:, 3] <= ink.dots.of(LETTER)) & (
            ink.letters | (ink.stats[:, 3] > ink.dots.of(THIN))
        )
        self._own = np.where(may_be_letters, ink.stats[:, 1] + ink.stats[:, 3] / 2, -1.0)
        """Of each part of the ink the height at which its middle lies, if it is a letter, or some that touch."""
        self._scale = ink.dots.inch / 72
        """Dots a point."""
        self._tables = tables

    def words(self, one: RecognisedWord, shrunk: float) -> list[Word]:
        """Its words."""
        text = one.text.strip()
        if not text or one.x1 <= one.x0 or one.y1 <= one.y0:
            return []
        x0, y0, x1, y1 = (value * shrunk for value in one[:4])
        if len(text) > LONE and y1 - y0 > TALL * (x1 - x0):
            return [self._word((x0, y0, x1, y1), text, one.certainty, 270)]
        columns, left, (top, bottom) = self._ink(x0, y0, x1, y1)
        if not columns.any():
            return [self._word((x0, y0, x1, y1), text, one.certainty)]
        size, base = _font(text, top, bottom)
        cells = self._parted(text, columns, left, (top + bottom) / 2)
        return [
            self._word((left + start, base - ASCENT * size, left + end, base + DESCENT * size), part, one.certainty)
            for words, begin, stop in cells
            for part, start, end in _placed(words.split(), columns, begin, stop)
        ]

    def _word(self, box: Sequence[float], text: str, certainty: int, turn: int = 0) -> Word:
        x0, y0, x1, y1 = (value / self._scale for value in box)
        return Word(x0, y0, x1, y1, text, turn, certainty=certainty)

    def _ink(self, x0: float, y0: float, x1: float, y1: float) -> tuple[NDArray[np.bool_], int, tuple[int, int]]:
        """Which columns hold ink of the word, from which column on, and from which row to which it stands."""
        air = round(AIR * self._scale)
        left, top = max(0, round(x0) - air), max(0, round(y0) - air)
        part = self._bare[top : round(y1) + air, left : round(x1) + air] > 0
        own = self._own[self._page.labels[top : round(y1) + air, left : round(x1) + air]]
        within = (own >= y0 + WITHIN * (y1 - y0)) & (own <= y1 - WITHIN * (y1 - y0)) & part
        if not within.any():
            within = part
        rows = np.flatnonzero(within.any(axis=1))
        columns = np.asarray(within.any(axis=0))
        first, last = (int(rows[0]), int(rows[-1]) + 1) if len(rows) else (0, len(part))
        return columns, left, (top + first, top + last)

    def _parted(self, text: str, columns: NDArray[np.bool_], left: int, middle: float) -> list[tuple[str, int, int]]:
        """The text in parts that no ruling crosses, each with where its columns begin and end."""
        inked = np.flatnonzero(columns)
        first, last = int(inked[0]), int(inked[-1]) + 1
        cuts = self._rulings(left + first, left + last, middle)
        cuts = [cut - left for cut in cuts if first + 2 < cut - left < last - 2]
        edges = [0, *cuts, len(columns)]
        stretches = [
            (int(found[0]) + begin, int(found[-1]) + begin + 1)
            for begin, end in pairwise(edges)
            if len(found := np.flatnonzero(columns[begin:end]))
        ]
        return [
            (part, begin, end)
            for part, (begin, end) in zip(_cut(text, [b - a for a, b in stretches]), stretches, strict=True)
        ]

    def _rulings(self, x0: float, x1: float, middle: float) -> list[int]:
        """Where rulings stand between two places."""
        scale = self._scale
        found = []
        x, y = (x0 + 1) / scale, middle / scale
        cell = cell_at(self._tables, x, y)
        while cell is not None and cell.box[2] * scale < x1:
            found.append(round(cell.box[2] * scale))
            cell = cell_at(self._tables, cell.box[2] + 0.5, y)
        if not found and cell is None:
            found = [round(table.xs[0] * scale) for table in self._tables if cell_at([table], table.xs[0], y)]
            found = [at for at in found if x0 < at < x1][:1]
        return found


def _advances(text: str) -> list[float]:
    """Where each character ends, as a share of the whole."""
    widths = [0.55 if one in _NARROW else 1.45 if one in _WIDE else 1.25 if one.isupper() else 1.0 for one in text]
    total = sum(widths)
    return [at / total for at in accumulate(widths)]


def _cut(text: str, widths: Sequence[int]) -> list[str]:
    """A text in as many parts as there are stretches of ink: at blanks near the rulings, else where it reckons."""
    parts = []
    rest = text
    for at, width in enumerate(widths[:-1]):
        share = width / sum(widths[at:])
        index = _cut_place(rest, share)
        parts.append(rest[:index].strip().rstrip("|").strip())
        rest = rest[index:].strip().lstrip("|").strip()
    return [*parts, rest]


def _cut_place(text: str, share: float) -> int:
    """After how many characters a share of a text is over."""
    advances = [0.0, *_advances(text)]
    letter = 1 / max(1, len(text))

    def miss(index: int) -> float:
        off = abs(advances[index] - share) / letter
        if index in (0, len(text)):
            return off + 1
        before, after = text[index - 1], text[index]
        if before in " |" or after in " |":
            return off - 2 * BRIDGED
        return off - (BRIDGED if before.isdigit() != after.isdigit() else 0)

    return min(range(len(text) + 1), key=miss)


def _placed(words: Sequence[str], columns: NDArray[np.bool_], begin: int, end: int) -> list[tuple[str, int, int]]:
    """Words with where each begins and ends: parted in the wide gaps of the ink near where they are reckoned."""
    if len(words) < 2:
        return [(word, begin, end) for word in words]
    ends = _advances(" ".join(words))
    dues, at = [], -1
    for word in words[:-1]:
        at += len(word) + 1
        dues.append(begin + (ends[at] + ends[at - 1]) / 2 * (end - begin))
    chosen = _chosen(_gaps(columns, begin, end), dues)
    starts, stops = [begin, *(gap[1] for gap in chosen)], [*(gap[0] for gap in chosen), end]
    return [(word, start, max(start + 1, stop)) for word, start, stop in zip(words, starts, stops, strict=True)]


def _chosen(gaps: Sequence[tuple[int, int]], dues: Sequence[float]) -> list[tuple[int, int]]:
    """One gap for each place where one is due, from left to right: wide ones near their places."""
    if len(gaps) < len(dues):
        return [(round(due), round(due)) for due in dues]
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())] * (len(gaps) + 1)
    for index, due in enumerate(dues):
        found: list[tuple[float, tuple[int, ...]]] = [(float("-inf"), ())] * (len(gaps) + 1)
        for at in range(index, len(gaps)):
            start, end = gaps[at]
            worth = best[at][0] + (end - start) - OFF * abs((start + end) / 2 - due)
            found[at + 1] = max(found[at], (worth, (*best[at][1], at)), key=lambda one: one[0])
        best = found
    return [gaps[at] for at in best[-1][1]]


def _gaps(columns: NDArray[np.bool_], begin: int, end: int) -> list[tuple[int, int]]:
    inked = np.flatnonzero(columns[begin:end]) + begin
    breaks = np.flatnonzero(np.diff(inked) > 1)
    return list(zip((inked[breaks] + 1).tolist(), inked[breaks + 1].tolist(), strict=True))


# heights ----------------------------------------------------------------------------------------------------------


def _font(text: str, top: int, bottom: int) -> tuple[float, float]:
    """The size of the font of a text, and its base line, from where its ink begins and ends."""
    letters = set(text) - {" "}
    high = bottom - top - 1  # ink spreads
    if letters <= _FLAT:
        size = max(high, FLAT_SIZE * (bottom - top)) / SMALL
        return size, (top + bottom) / 2 + SMALL / 2 * size
    under = DESCENT if letters & _UNDER else 0
    rising = letters - _LOW - _FLAT - _LOW_UNDER
    over = CAPITAL if rising - {"t"} else LETTER_T if rising else SMALL
    size = max(high, 1) / (over + under)
    return size, bottom - 0.5 - under * size


def _level(line: Sequence[Word]) -> None:
    """Give the words of a printed line that are of one font one height; a sign alone tells no height."""
    whole = ASCENT + DESCENT
    sizes = [word.height / whole for word in line if not _FLAT.issuperset(word.text)]
    if not sizes:
        return
    usual = median(sizes)
    for word in line:
        if _is_small(word, word.height / whole / usual):
            word.text = word.text.lower()
            word.y0 = word.y1 - whole * usual
        is_sign = _FLAT.issuperset(word.text)
        if is_sign or abs(word.height / whole - usual) <= SAME_SIZE * usual:
            base = word.y1 - DESCENT * word.height / whole
            if is_sign:
                base += SMALL / 2 * (usual - word.height / whole)
            word.y0, word.y1 = base - ASCENT * usual, base + DESCENT * usual


def _is_small(word: Word, size: float) -> bool:
    """
    Whether the letter of a list (``c.``, ``o)``), read as a capital of the same form, is too low to be one.

    Args:
        word: The word.
        size: Of its font, as a share of that of its line, were it a capital.
    """
    letter = word.text.rstrip(".)")
    return letter in _ALIKE and size <= (SMALL / CAPITAL + 1) / 2


# what is drawn ----------------------------------------------------------------------------------------------------


def without_drawn(words: Sequence[Word], ink: Ink, lines: Lines, drawn: Drawn) -> list[Word]:
    """Words without those that an engine saw in arrows, outlines, ticks and pictures."""
    strokes = lines.mask | drawn.outlines
    near = as_grey(cv2.dilate(strokes, np.ones((5, 5), np.uint8)))
    attached = ~ink.letters
    attached[0] = False
    ticks = [figure.box for figure in drawn.figures if figure.shape == "check"]
    return [word for word in words if not _is_drawn(word, ink, (near, drawn.pictures, attached), ticks)]


Masks = tuple[Grey, Grey, NDArray[np.bool_]]


def _is_drawn(word: Word, ink: Ink, masks: Masks, ticks: Sequence[tuple[float, float, float, float]]) -> bool:
    near, pictures, attached = masks
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    if len(word.text) <= LONE and any(b[0] - 2 <= x <= b[2] + 2 and b[1] - 2 <= y <= b[3] + 2 for b in ticks):
        return True
    scale = ink.dots.inch / 72
    part = (
        slice(max(0, int(word.y0 * scale)), int(word.y1 * scale) + 1),
        slice(max(0, int(word.x0 * scale)), int(word.x1 * scale) + 1),
    )
    inked = ink.mask[part] > 0
    total = int(inked.sum())
    if not total:
        return False
    certainty = 100 if word.certainty is None else word.certainty
    if ((pictures[part] > 0) & inked).sum() >= DRAWN * total and (certainty < PICTURED or len(word.text) <= LONE):
        return True
    stroked = (((near[part] > 0) | attached[ink.labels[part]]) & inked).sum() >= DRAWN * total
    return bool(stroked) and (len(word.text) <= LONE or certainty < DOUBTFUL)
