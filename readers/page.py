"""
One page as it is seen: words, ruling lines and drawn figures, each with its place.

All coordinates are points (1/72 inch) from the top left corner of the page as shown: a turned or cropped page is
turned and cropped already. A box is (left, top, right, bottom).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from schemas.blocks import Shape

Box = tuple[float, float, float, float]
Affine = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f: the point (x, y) lies at (a x + b y + c, d x + e y + f)."""

SAME_LINE = 0.5
"""Two words stand in one line when they overlap in height by more than this share of the lower one."""


@dataclass(slots=True, eq=False)
class Word:
    """Characters without a blank between them."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    turn: int = 0
    """Degrees clockwise by which it is turned: 0, 90 (reads downwards), 180 or 270 (reads upwards)."""
    line: int = 0
    """1-based printed line of the document, once `number_lines` has counted them."""
    column: int = 1
    """1-based character position in that line, words parted by one blank."""
    certainty: int | None = None
    """Per cent, where it was recognised in a picture."""
    size: float = 0.0
    """Points of its font; 0 where that is not known, as in a scan."""
    bold: bool = False

    @property
    def box(self) -> Box:
        """Its box."""
        return self.x0, self.y0, self.x1, self.y1

    @property
    def height(self) -> float:
        """Its height."""
        return self.y1 - self.y0


class Ruling(NamedTuple):
    """A straight line: level at height `at` from left to right, or upright at `at` from top to bottom."""

    at: float
    start: float
    end: float


class Figure(NamedTuple):
    """A figure of a flow chart, a tick, or an image."""

    shape: Shape
    box: Box


@dataclass(slots=True, eq=False)
class Page:
    """A page of a PDF, or of a scan once its words are recognised."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    level: list[Ruling] = field(default_factory=list)
    upright: list[Ruling] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    turn: int = 0
    """Degrees clockwise by which its words are turned, where somebody must turn the page to read it (`set_upright`)."""
    back: Affine | None = None
    """Of a scan that was set straight: where its points lie on the page as shown."""

    def shown(self, box: Box) -> Box:
        """A box in the coordinates of the page as shown, rounded to tenths of a point."""
        x0, y0, x1, y1 = box
        wide, high = self.width, self.height  # as it is read
        if self.turn == 270:
            x0, y0, x1, y1 = y0, wide - x1, y1, wide - x0
        elif self.turn == 90:
            x0, y0, x1, y1 = high - y1, x0, high - y0, x1
        elif self.turn == 180:
            x0, y0, x1, y1 = wide - x1, high - y1, wide - x0, high - y0
        if self.back is not None:
            x0, y0, x1, y1 = around(placed(self.back, x, y) * 2 for x in (x0, x1) for y in (y0, y1))
        return round(x0, 1), round(y0, 1), round(x1, 1), round(y1, 1)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them; there must be one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def placed(move: Affine, x: float, y: float) -> tuple[float, float]:
    """Where a point lies once it is moved."""
    a, b, c, d, e, f = move
    return a * x + b * y + c, d * x + e * y + f


def centre(box: Box) -> tuple[float, float]:
    """The point in the middle."""
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def holds(box: Box, x: float, y: float) -> bool:
    """Whether a point lies in a box."""
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def upright_box(box: Box, turn: int) -> Box:
    """A box in the coordinates of somebody who has turned the page so that words turned so read from left to right."""
    x0, y0, x1, y1 = box
    if turn == 270:
        return -y1, x0, -y0, x1
    if turn == 90:
        return y0, -x1, y1, -x0
    if turn == 180:
        return -x1, -y1, -x0, -y0
    return box


def set_upright(page: Page) -> None:
    """Turn a page on which most characters stand upside down or sideways; `Page.shown` still tells the places."""
    weights: dict[int, int] = {}
    for word in page.words:
        weights[word.turn] = weights.get(word.turn, 0) + len(word.text)
    turn = max(weights, key=weights.__getitem__, default=0)
    if turn == 0:
        return
    dx = page.height if turn == 270 else page.width if turn == 180 else 0.0
    dy = page.width if turn == 90 else page.height if turn == 180 else 0.0

    def moved(box: Box) -> Box:
        x0, y0, x1, y1 = upright_box(box, turn)
        return x0 + dx, y0 + dy, x1 + dx, y1 + dy

    for word in page.words:
        word.x0, word.y0, word.x1, word.y1 = moved(word.box)
        word.turn = (word.turn - turn) % 360
    level = [moved((line.start, line.at, line.end, line.at)) for line in page.level]
    upright = [moved((line.at, line.start, line.at, line.end)) for line in page.upright]
    if turn != 180:
        level, upright = upright, level
        page.width, page.height = page.height, page.width
    page.level = [Ruling(box[1], box[0], box[2]) for box in level]
    page.upright = [Ruling(box[0], box[1], box[3]) for box in upright]
    page.figures = [Figure(figure.shape, moved(figure.box)) for figure in page.figures]
    page.turn = turn


def text_lines(words: Iterable[Word]) -> list[list[Word]]:
    """
    Words to printed lines, from top to bottom, each from left to right.

    Words that are turned form lines of their own, after the others.
    """
    turned: dict[int, list[tuple[Box, Word]]] = {}
    for word in words:
        turned.setdefault(word.turn, []).append((upright_box(word.box, word.turn), word))
    return [line for turn in sorted(turned) for line in _lines(turned[turn])]


def _lines(words: list[tuple[Box, Word]]) -> list[list[Word]]:
    words.sort(key=lambda pair: pair[0][1] + pair[0][3])
    lines: list[list[tuple[Box, Word]]] = []
    top = bottom = 0.0
    for box, word in words:
        overlap = min(bottom, box[3]) - max(top, box[1])
        if lines and overlap > SAME_LINE * min(bottom - top, box[3] - box[1]):
            lines[-1].append((box, word))
            if box[3] - box[1] > bottom - top:
                top, bottom = box[1], box[3]
        else:
            lines.append([(box, word)])
            top, bottom = box[1], box[3]
    return [[word for _, word in sorted(line, key=lambda pair: pair[0][0])] for line in lines]


def number_lines(words: Sequence[Word], before: int) -> int:
    """
    Give every word of a page its line and column; lines count on after `before`.

    Words side by side share a line, also those of different cells. Returns the number of the last line.
    """
    number = before
    for number, line in enumerate(text_lines(words), start=before + 1):
        column = 1
        for word in line:
            word.line, word.column = number, column
            column += len(word.text) + 1
    return number
