"""
Figures of a flow chart in the cells of a scanned table, and pictures: stamps, signatures, logos.

A figure is paper that a line of ink closes off within a cell; the corners of its box tell which figure. What remains of
the ink once lines, figures and letters are gone, and is large and winding, is a picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from readers.page import Box, Figure, Word
from readers.path_figures import MAX_CONNECTOR, MAX_FIGURE_SHARE, MIN_FIGURE, ROUND
from readers.ruled_grid import GridCell, RuledTable
from readers.scan_lines import Dots, Ink, Lines
from readers.skew import Grey, as_grey
from schemas.blocks import Shape

Contour = NDArray[np.int32]

DRAWN_IN = 0.01
"""Share of ink, other than words, in the ring of a stamp."""
ON_RULING = 2.5
"""Points between the side of a figure and a ruling from which they are not the same line."""
MAX_SHARED = 1
"""Sides of a figure that may lie on rulings; an arrow cuts off a part of a cell that has more of them."""
SQUARE_CORNER = 0.09
"""Share of the shorter side by which the corner of a box may be worn off."""
ROUND_CORNER = 0.30
"""The same of a round figure; that of a diamond is larger."""
DIAMOND_AREA = 0.40, 0.64
"""Share of its box that a diamond fills."""
MIN_AREA = 0.72
"""Share of its box that another figure fills at least."""
OUTLINE = 1.2
"""Points around the edge of the paper in a figure in which its outline lies."""
LINE_HALF = 0.4
"""Points of half a line, which a figure is larger than the paper in it."""
MIN_PICTURE, LARGE_PICTURE = 10.0, 24.0
"""Points of the shorter and the longer side of the smallest part that makes a picture."""
WINDING = 2.6
"""Length of its outline, in diagonals of its box, from which ink winds: that of a straight stroke is 2."""
HOLLOW = 0.4
"""Share of the box of a ring that is its hole."""
MAX_PICTURE_SHARE = 0.6
"""Share of the page from which ink around it is a frame."""
RULED = 0.5
"""Share of straight lines in the ink of a part that was drawn with a ruler."""
MAX_HANDWRITING = 220.0
"""Points of the longest part that may be handwriting, or a stamp."""
TOGETHER = 6.0
"""Points between parts of one picture."""
SURE = 70
"""Per cent of certainty from which letters are letters."""
MIN_TICK, MAX_TICK = 5.0, 24.0
"""Points of a tick."""
TICK_OFF = 0.16
"""Share of the size of a tick by which its ink may miss two straight strokes."""


@dataclass(frozen=True, slots=True, eq=False)
class Outlined:
    """Paper that is closed off."""

    contour: Contour
    box: tuple[int, int, int, int]
    """Left, top, right, bottom in dots."""
    shape: Shape | None


@dataclass(slots=True)
class Drawn:
    """What is drawn on a page: figures in points, and where their ink is."""

    figures: list[Figure]
    outlines: Grey
    """255 on the outlines of figures."""
    pictures: Grey
    """255 on the ink of pictures."""


class Drawings:
    """What may be a figure, a tick or a picture; which it is depends on the tables and the words."""

    def __init__(self, ink: Ink, lines: Lines) -> None:
        self._ink = ink
        kept = (ink.stats[:, 2:4].max(axis=1) >= ink.dots.of(MIN_TICK)).astype(np.uint8)
        kept[0] = 0
        mask = kept[ink.labels]
        self._outlined = _outlined(mask, ink.dots)
        self._rest = _Rest(mask, ink, lines)

    def boxes(self) -> list[Box]:
        """Boxes, in points, behind which a ruling may be hidden."""
        closed = [_points(one.box, self._ink.dots) for one in self._outlined if one.shape]
        return closed + self._rest.boxes()

    def drawn(self, tables: Sequence[RuledTable], words: Sequence[Word]) -> Drawn:
        """
        Tell figures, ticks and pictures.

        Args:
            tables: The tables of the page, in points.
            words: What was recognised, in points.
        """
        dots = self._ink.dots
        stamped = [one for one in self._outlined if self._is_stamp(one, words)]
        found = [one for one in self._outlined if one.shape and one not in stamped and _in_cell(one, tables, dots)]
        found = [one for one in found if not any(_within(one.box, ring.box) for ring in stamped)]
        found = [one for one in _outermost(found) if not _is_letter(_points(one.box, dots), words)]
        outlines = np.zeros_like(self._ink.mask)
        for one in found:
            cv2.drawContours(outlines, [one.contour], -1, 255, 2 * dots.of(OUTLINE) + 1)
        figures = [Figure(one.shape, _grown(_points(one.box, dots), LINE_HALF)) for one in found if one.shape]
        pictures, boxes = self._rest.pictures(words, outlines)
        figures = [one for one in figures if not any(_within(one.box, box) for box in boxes)]
        figures += self._rest.ticks(tables, words)
        figures += [Figure("image", box) for box in boxes]
        return Drawn(figures, outlines, pictures)

    def _is_stamp(self, ring: Outlined, words: Sequence[Word]) -> bool:
        """Whether it is a ring, larger than a connector, with a ring or a drawing in it: of a stamp or a logo."""
        if ring.shape != "terminator" or not _is_round(ring.box):
            return False
        if any(
            one is not ring and (_within(one.box, ring.box) or _within(ring.box, one.box)) for one in self._outlined
        ):
            return True
        x0, y0, x1, y1 = ring.box
        inside = np.zeros((y1 - y0, x1 - x0), np.uint8)
        cv2.drawContours(inside, [ring.contour - np.array([x0, y0], np.int32)], -1, 255, cv2.FILLED)
        edge = np.ones((self._ink.dots.odd(2 * OUTLINE),) * 2, np.uint8)
        inside = as_grey(cv2.erode(inside, edge, borderValue=0))
        scale = self._ink.dots.inch / 72
        for word in words:
            left, top, right, bottom = (round(value * scale) for value in word.box)
            inside[max(0, top - y0) : max(0, bottom - y0), max(0, left - x0) : max(0, right - x0)] = 0
        drawn = int(np.count_nonzero(inside & self._ink.mask[y0:y1, x0:x1]))
        return drawn > DRAWN_IN * max(1, int(np.count_nonzero(inside)))


def _points(box: Sequence[float], dots: Dots) -> Box:
    x0, y0, x1, y1 = (value * 72 / dots.inch for value in box)
    return x0, y0, x1, y1


def _grown(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


# figures ----------------------------------------------------------------------------------------------------------


def _outlined(mask: Grey, dots: Dots) -> list[Outlined]:
    """Paper that is closed off by ink and has the size of a figure."""
    mask = as_grey(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8)))
    contours, hierarchy = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    if not contours:
        return []
    height, width = mask.shape
    found = []
    for at in np.flatnonzero(hierarchy[0][:, 3] >= 0).tolist():
        contour = np.asarray(contours[at], np.int32)
        x, y, wide, high = cv2.boundingRect(contour)
        small = min(wide, high) < dots.of(MIN_FIGURE)
        if small or wide > MAX_FIGURE_SHARE * width or high > MAX_FIGURE_SHARE * height:
            continue
        found.append(Outlined(contour, (x, y, x + wide, y + high), _shape(contour, wide, high, dots)))
    return found


def _shape(contour: Contour, wide: int, high: int, dots: Dots) -> Shape | None:
    """Which figure an outline is, by how its corners are cut."""
    points = contour[:, 0, :].astype(np.float32) - contour[:, 0, :].min(axis=0)
    area = float(cv2.contourArea(contour)) / max(1, (wide - 1) * (high - 1))
    corners = ((0, 0), (wide - 1, 0), (wide - 1, high - 1), (0, high - 1))
    cuts = [float(np.hypot(*(points - np.array(corner, np.float32)).T).min()) / min(wide, high) for corner in corners]
    if DIAMOND_AREA[0] <= area <= DIAMOND_AREA[1]:
        return "decision" if min(cuts) > ROUND_CORNER else None
    if area < MIN_AREA:
        return None
    square = [cut <= SQUARE_CORNER for cut in cuts]
    if sum(square) >= 3 or square in ([True, False, True, False], [False, True, False, True]):
        return "box"
    if sum(square) == 2:
        return "connector" if max(cuts) > 1.5 * SQUARE_CORNER and max(wide, high) <= dots.of(MAX_CONNECTOR) else "box"
    if max(wide, high) <= ROUND * min(wide, high) and max(wide, high) <= dots.of(MAX_CONNECTOR):
        return "connector"
    return "terminator"


def _is_round(box: Sequence[float]) -> bool:
    wide, high = box[2] - box[0], box[3] - box[1]
    return max(wide, high) <= ROUND * min(wide, high)


def _within(box: Sequence[float], other: Sequence[float]) -> bool:
    return box[0] >= other[0] and box[1] >= other[1] and box[2] <= other[2] and box[3] <= other[3]


def _in_cell(one: Outlined, tables: Iterable[RuledTable], dots: Dots) -> bool:
    """Whether it is a figure in a cell: neither the cell itself, nor what an arrow cuts off of it."""
    box = _points(one.box, dots)
    cell = cell_at(tables, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    if cell is None:
        return False
    return sum(abs(a - b) <= ON_RULING for a, b in zip(box, cell.box, strict=True)) <= MAX_SHARED


def cell_at(tables: Iterable[RuledTable], x: float, y: float) -> GridCell | None:
    """The cell at a place."""
    return next((found for table in tables if (found := table.cell_at(x, y)) is not None), None)


def _outermost(found: Sequence[Outlined]) -> list[Outlined]:
    """Of figures in figures the outer ones: the inner one is its second line, or a letter."""
    return [one for one in found if not any(other is not one and _within(one.box, other.box) for other in found)]


def _is_letter(box: Box, words: Iterable[Word]) -> bool:
    """Whether it is the hole of a large letter of a word."""
    wide = box[2] - box[0]
    return any(
        len(word.text) > 1
        and word.x1 - word.x0 > 1.5 * wide
        and word.y0 - 1 <= box[1]
        and box[3] <= word.y1 + 1
        and min(word.x1, box[2]) - max(word.x0, box[0]) > 0.8 * wide
        for word in words
    )


# pictures and ticks -----------------------------------------------------------------------------------------------


class _Rest:
    """The parts of the ink that are left without lines."""

    def __init__(self, mask: Grey, ink: Ink, lines: Lines) -> None:
        self._dots = ink.dots
        lined = as_grey(cv2.dilate(lines.mask, np.ones((3, 3), np.uint8)))
        rest = mask & ~(lined & (_ruled(ink, lined) * np.uint8(255))[ink.labels])
        _, labels, stats, _ = cv2.connectedComponentsWithStats(rest, connectivity=8)
        self._labels, self._stats = np.asarray(labels, np.int32), np.asarray(stats, np.int32)

    def boxes(self) -> list[Box]:
        """Boxes of parts that are larger than letters, in points."""
        return [self._box(at) for at in np.flatnonzero(self._large()).tolist()]

    def pictures(self, words: Sequence[Word], outlines: Grey) -> tuple[Grey, list[Box]]:
        """The ink of pictures, and their boxes in points; `outlines` are those of figures."""
        on_outline = np.bincount(self._labels[outlines > 0], minlength=len(self._stats))
        large = self._large() & (on_outline < 0.5 * self._stats[:, 4])
        found = [
            at for at in np.flatnonzero(large).tolist() if self._winds(at) and not _is_of_word(self._box(at), words)
        ]
        is_picture = np.zeros(len(self._stats), dtype=np.uint8)
        is_picture[found] = 255
        return is_picture[self._labels], _joined([self._box(at) for at in found])

    def _large(self) -> NDArray[np.bool_]:
        """Of each part whether it is larger than a letter, and no frame of the page."""
        dots = self._dots
        wide, high = self._stats[:, 2], self._stats[:, 3]
        large: NDArray[np.bool_] = np.minimum(wide, high) >= dots.of(MIN_PICTURE)
        large &= np.maximum(wide, high) >= dots.of(LARGE_PICTURE)
        large &= wide * high <= MAX_PICTURE_SHARE * self._labels.size
        large[0] = False
        return large

    def _box(self, at: int) -> Box:
        x, y, wide, high = self._stats[at, :4].tolist()
        return _points((x, y, x + wide, y + high), self._dots)

    def _part(self, at: int) -> Grey:
        x, y, wide, high = self._stats[at, :4].tolist()
        return np.pad((self._labels[y : y + high, x : x + wide] == at).astype(np.uint8), 1)

    def _winds(self, at: int) -> bool:
        part = self._part(at)
        contours, hierarchy = cv2.findContours(part, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
        wide, high = self._stats[at, 2:4].tolist()
        outer = sum(
            cv2.arcLength(one, closed=True) for one, link in zip(contours, hierarchy[0], strict=True) if link[3] < 0
        )
        if outer >= WINDING * float(np.hypot(wide, high)):
            return True
        holes = (cv2.contourArea(one) for one, link in zip(contours, hierarchy[0], strict=True) if link[3] >= 0)
        return bool(max(holes, default=0.0) >= HOLLOW * wide * high)

    def ticks(self, tables: Sequence[RuledTable], words: Sequence[Word]) -> list[Figure]:
        """Ticks that stand alone in their cells, but for what was recognised in their place."""
        low, high = self._dots.of(MIN_TICK), self._dots.of(MAX_TICK)
        sides = self._stats[:, 2:4]
        fits = (sides.min(axis=1) >= low) & (sides.max(axis=1) <= high)
        fits[0] = False
        found = []
        for at in np.flatnonzero(fits).tolist():
            box = self._box(at)
            cell = cell_at(tables, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
            if cell is not None and _alone(box, cell.box, words) and self._is_tick(at):
                found.append(Figure("check", box))
        return found

    def _is_tick(self, at: int) -> bool:
        """Whether its ink goes down a little and up more, to the right, in two straight strokes."""
        ys, xs = np.nonzero(self._part(at))
        wide, high = int(xs.max() - xs.min()), int(ys.max() - ys.min())
        left, right = _mean(xs, ys, xs <= xs.min() + 1), _mean(xs, ys, xs >= xs.max() - 1)
        foot = _mean(xs, ys, ys >= ys.max() - 1)
        if not left[0] < foot[0] < right[0] or right[1] > ys.min() + 0.25 * high:
            return False
        if left[1] > foot[1] - 0.15 * high or left[1] < right[1] or foot[0] - left[0] >= right[0] - foot[0]:
            return False
        points = np.stack([xs, ys], axis=1).astype(np.float64)
        off = np.minimum(_distance(points, left, foot), _distance(points, foot, right))
        return bool(np.percentile(off, 95) <= TICK_OFF * max(wide, high))


def _ruled(ink: Ink, lined: Grey) -> NDArray[np.bool_]:
    """Of each part of the ink whether its straight lines are drawn with a ruler: handwriting has a straight stroke."""
    straight = np.bincount(ink.labels[lined > 0], minlength=len(ink.stats))
    found: NDArray[np.bool_] = straight >= RULED * ink.stats[:, 4]
    found |= ink.stats[:, 2:4].max(axis=1) > ink.dots.of(MAX_HANDWRITING)
    return found


def _mean(xs: NDArray[np.int64], ys: NDArray[np.int64], chosen: NDArray[np.bool_]) -> tuple[float, float]:
    return float(xs[chosen].mean()), float(ys[chosen].mean())


def _distance(points: NDArray[np.float64], a: tuple[float, float], b: tuple[float, float]) -> NDArray[np.float64]:
    """Of points from a stroke."""
    start, along = np.array(a), np.array(b) - np.array(a)
    share = np.clip(((points - start) @ along) / max(float(along @ along), 1e-9), 0, 1)
    found: NDArray[np.float64] = np.hypot(*(points - start - share[:, None] * along).T)
    return found


def _alone(box: Box, cell: Box, words: Iterable[Word]) -> bool:
    """Whether nothing else was recognised in the cell: one or two characters may be the tick itself."""
    for word in words:
        x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
        if not (cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]):
            continue
        if len(word.text) > 2 or not (box[0] - 3 <= x <= box[2] + 3 and box[1] - 3 <= y <= box[3] + 3):
            return False
    return True


def _is_of_word(box: Box, words: Iterable[Word]) -> bool:
    """Whether it is letters of a word that touch one another."""
    return any(
        (word.certainty is None or word.certainty >= SURE)
        and len(word.text) > 2
        and word.x0 - 3 <= box[0]
        and box[2] <= word.x1 + 3
        and word.y0 - 3 <= box[1]
        and box[3] <= word.y1 + 3
        for word in words
    )


def _joined(boxes: list[Box]) -> list[Box]:
    """Boxes that lie together as one."""
    joined: list[Box] = []
    for box in boxes:
        near = [one for one in joined if _touch(one, box)]
        while near:
            joined = [one for one in joined if one not in near]
            lefts, tops, rights, bottoms = zip(box, *near, strict=True)
            box = min(lefts), min(tops), max(rights), max(bottoms)  # noqa: PLW2901 - it grows
            near = [one for one in joined if _touch(one, box)]
        joined.append(box)
    return joined


def _touch(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    return across >= -TOGETHER and min(one[3], other[3]) - max(one[1], other[1]) >= -TOGETHER
