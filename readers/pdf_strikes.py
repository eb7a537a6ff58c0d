"""
Words that are struck out: a line runs through their middle, from their first character to their last.

Whatever else is drawn through words, as an arrow or the ruling of a table is, ends elsewhere; an underline lies lower.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from readers.page import Ruling, Word

Letters = Callable[[int], list[tuple[float, float]]]
"""Where the characters of a word, told by its index, begin and end from left to right."""

ZONE = (0.38, 0.72)
"""Shares of the height of a word between which the line runs."""
MIN_LENGTH = 2.5
"""Points of the shortest line that strikes something."""
EDGE = 0.2
"""Heights by which the line may begin or end beside its words."""
BLANK = 0.6
"""Heights by which it may run on, over a blank."""
MAX_HEIGHT = 60.0
"""Points of the highest word that is struck."""
MAX_COMPARED = 400_000
"""Lines times words near them on one page; what has more is a drawing."""
SAME_LEVEL = 0.6
"""Points by which parts of one line may lie apart."""


def without_struck(words: Sequence[Word], level: Sequence[Ruling], letters: Letters) -> tuple[list[Word], list[Ruling]]:
    """
    Leave out what is struck, also a part of a word.

    Returns:
        The words that are left, and the lines that strike nothing.
    """
    order = sorted(
        (at for at, word in enumerate(words) if not word.turn and word.height <= MAX_HEIGHT),
        key=lambda at: words[at].y0,
    )
    tops = [words[at].y0 for at in order]
    tallest = max((words[at].height for at in order), default=0.0)
    cuts: dict[int, list[tuple[float, float]]] = {}
    striking: list[Ruling] = []
    compared = 0
    for line in _joined(level):
        near = order[bisect_left(tops, line.at - tallest) : bisect_right(tops, line.at)]
        compared += len(near)
        if compared > MAX_COMPARED:
            break
        crossed = sorted((at for at in near if _crosses(line, words[at])), key=lambda at: words[at].x0)
        if crossed and _fits(line, words, crossed, letters):
            striking.append(line)
            for at in crossed:
                cuts.setdefault(at, []).append((line.start, line.end))
    if not cuts:
        return list(words), list(level)
    kept = [part for at, word in enumerate(words) for part in _left(word, at, cuts.get(at), letters)]
    return kept, [line for line in level if not any(_is_part(line, struck) for struck in striking)]


def _joined(level: Sequence[Ruling]) -> Iterator[Ruling]:
    """Parts of one line as one, where they touch."""
    current: Ruling | None = None
    for line in sorted(level, key=lambda one: (round(one.at / SAME_LEVEL), one.start)):
        if current and abs(line.at - current.at) <= SAME_LEVEL and line.start <= current.end + 1:
            current = Ruling(current.at, current.start, max(current.end, line.end))
            continue
        if current:
            yield current
        current = line
    if current:
        yield current


def _is_part(line: Ruling, whole: Ruling) -> bool:
    near = abs(line.at - whole.at) <= 2 * SAME_LEVEL
    return near and whole.start - 1 <= line.start and line.end <= whole.end + 1


def _crosses(line: Ruling, word: Word) -> bool:
    if line.end - line.start < MIN_LENGTH or word.x0 > line.end - 1 or word.x1 < line.start + 1:
        return False
    return ZONE[0] <= (line.at - word.y0) / max(word.height, 1.0) <= ZONE[1]


def _fits(line: Ruling, words: Sequence[Word], crossed: Sequence[int], letters: Letters) -> bool:
    """Whether the line begins with a character and ends with one."""
    covered = [one for at in crossed for one in letters(at) if line.start <= (one[0] + one[1]) / 2 <= line.end]
    if not covered:
        return False
    height = words[crossed[0]].height
    before = min(start for start, _ in covered) - line.start
    after = line.end - max(end for _, end in covered)
    return abs(before) <= max(1.5, EDGE * height) and -max(1.5, EDGE * height) <= after <= BLANK * height


def _left(word: Word, at: int, cuts: list[tuple[float, float]] | None, letters: Letters) -> Iterator[Word]:
    """What is left of a word."""
    if cuts is None:
        yield word
        return
    places = letters(at)
    if len(places) != len(word.text):
        return  # characters that print as several: the word as a whole
    begin: int | None = None
    for index in range(len(places) + 1):
        is_kept = index < len(places) and not any(a <= sum(places[index]) / 2 <= b for a, b in cuts)
        if is_kept and begin is None:
            begin = index
        elif not is_kept and begin is not None:
            box = places[begin][0], word.y0, places[index - 1][1], word.y1
            yield Word(*box, word.text[begin:index], word.turn, size=word.size, bold=word.bold)
            begin = None
