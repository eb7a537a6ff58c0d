"""
Running text of a page in the order in which it is read: columns side by side one after the other.

Only what is surely a column is read as one: words that a wide gap parts in at least two lines, the gap at one place.
A label and its value (``Nama : ...``), or a marker and its item, are one line however wide the gap is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from readers.page import Box, Word

PrintedLine = list[Word]

GUTTER = 18.0
"""Points of the narrowest gap between two columns."""
GUTTER_HEIGHTS = 1.5
"""The same, in heights of the line."""
MIN_BOTH = 2
"""Lines with words on both sides from which a gap parts columns."""
MAX_JUMP = 130.0
"""Points between two lines of one column: room for a signature and a stamp."""
MAX_COLUMNS = 4
"""Columns side by side."""
PARAGRAPH_GAP = 1.3
"""Distance of two lines, as a share of the usual one, from which a new paragraph begins."""

_MARKER = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|[-–—•●▪◦‣·○■□➢➤\uf0a7\uf0b7\uf0d8\uf076*]")


def box_of(line: PrintedLine) -> Box:
    """The box around a line."""
    if len(line) == 1:
        return line[0].box
    return (
        min([word.x0 for word in line]),
        min([word.y0 for word in line]),
        max([word.x1 for word in line]),
        max([word.y1 for word in line]),
    )


def flows(lines: Sequence[PrintedLine], depth: int = MAX_COLUMNS) -> Iterator[list[PrintedLine]]:
    """Yield the lines, from top to bottom, in stretches that are read one after the other."""
    start = at = 0
    while at < len(lines):
        found = _columns(lines, at) if depth > 1 else None
        if found is None:
            at += 1
            continue
        end, gutter = found
        begin = _above(lines, start, at, gutter)
        if begin > start:
            yield list(lines[start:begin])
        left, right = _parted(lines[begin:end], gutter)
        yield from flows(left, depth - 1)
        yield from flows(right, depth - 1)
        start = at = end
    if start < len(lines):
        yield list(lines[start:])


def paragraphs(lines: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """Part lines that stand under one another where the distance between them is wider than usual."""
    if not lines:
        return
    boxes = [box_of(line) for line in lines]
    steps = [(below[3] - above[3]) for above, below in pairwise(boxes)]
    heights = [max(above[3] - above[1], below[3] - below[1]) for above, below in pairwise(boxes)]
    usual = median(step / max(high, 1.0) for step, high in zip(steps, heights, strict=True)) if steps else 1.0
    current = [lines[0]]
    for line, step, high in zip(lines[1:], steps, heights, strict=True):
        if step > PARAGRAPH_GAP * max(1.0, min(usual, 2.2)) * high or step < 0:
            yield current
            current = []
        current.append(line)
    yield current


def gaps(line: PrintedLine) -> list[tuple[float, float]]:
    """The gaps in a line that may part columns."""
    found = []
    for at, (word, following) in enumerate(pairwise(line), start=1):
        wide = following.x0 - word.x1 >= max(GUTTER, GUTTER_HEIGHTS * word.height)
        if wide and not word.turn and not _belongs(line[:at], line[at:]):
            found.append((word.x1, following.x0))
    return found


def _belongs(before: PrintedLine, after: PrintedLine) -> bool:
    """Whether what stands after a gap is the value of a label, or the words of a marker."""
    if after[0].text.startswith(":") or before[-1].text.endswith(":"):
        return True
    return len(before) == 1 and _MARKER.fullmatch(before[0].text) is not None


def _columns(lines: Sequence[PrintedLine], start: int) -> tuple[int, tuple[float, float]] | None:
    """The line after the columns that begin at `start`, and the gap between the first two; None without columns."""
    best: tuple[int, tuple[float, float]] | None = None
    for gutter in gaps(lines[start]):
        end, both, common = _extent(lines, start, gutter)
        if both >= MIN_BOTH and (best is None or end > best[0]):
            best = end, common
    return best


def _extent(
    lines: Sequence[PrintedLine], start: int, gutter: tuple[float, float]
) -> tuple[int, int, tuple[float, float]]:
    """How far the gap goes down: the line after, how many lines have words on both sides, what all leave free."""
    both = 1
    end = start + 1
    bottom = box_of(lines[start])[3]
    for at in range(start + 1, len(lines)):
        box = box_of(lines[at])
        if box[1] - bottom > MAX_JUMP:
            break
        narrowed = _narrowed(lines[at], gutter)
        if narrowed is None:
            break
        free, is_both = narrowed
        gutter, both, bottom, end = free, both + is_both, box[3], at + 1
    return end, both, gutter


def _narrowed(line: PrintedLine, gutter: tuple[float, float]) -> tuple[tuple[float, float], bool] | None:
    """What a line leaves free of the gap, and whether it has words on both sides; None when it crosses the gap."""
    left, right = gutter
    middle = (left + right) / 2
    before = [word for word in line if (word.x0 + word.x1) / 2 < middle]
    after = [word for word in line if (word.x0 + word.x1) / 2 >= middle]
    left = max([left, *(word.x1 for word in before)])
    right = min([right, *(word.x0 for word in after)])
    if right - left < GUTTER:
        return None
    if before and after and (_belongs(before, after)):
        return None
    return (left, right), bool(before and after)


def _above(lines: Sequence[PrintedLine], first: int, at: int, gutter: tuple[float, float]) -> int:
    """Where the right column begins: lines right above that stand in it alone are its own."""
    while at > first:
        box, below = box_of(lines[at - 1]), box_of(lines[at])
        if box[0] < gutter[1] - 1 or below[1] - box[3] > 2 * (below[3] - below[1]):
            break
        at -= 1
    return at


def _parted(lines: Sequence[PrintedLine], gutter: tuple[float, float]) -> tuple[list[PrintedLine], list[PrintedLine]]:
    middle = (gutter[0] + gutter[1]) / 2
    left = [[word for word in line if (word.x0 + word.x1) / 2 < middle] for line in lines]
    right = [[word for word in line if (word.x0 + word.x1) / 2 >= middle] for line in lines]
    return [line for line in left if line], [line for line in right if line]
