"""What a drawn path is: parts of rulings, a figure of a flow chart, a tick, or nothing that matters."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from readers.page import Box, Figure
from schemas.blocks import Shape

Point = tuple[float, float]
Side = tuple[float, float, float]
"""Where it lies, from, to."""

THIN = 2.2
"""Points of the thickest ruling."""
STRAIGHT = 0.6
"""Points by which a level line may rise."""
MIN_FIGURE = 8.0
"""Points of the smallest figure."""
MAX_FIGURE_SHARE = 0.3
"""Share of the width and height of the page of the largest figure."""
CORNER_SHARE = 0.15
"""Share of its side by which a corner of a diamond may miss the middle."""
MAX_CONNECTOR = 32.0
"""Points of the largest circle that says that the chart goes on elsewhere; a larger one is a terminator."""
ROUND = 1.25
"""Width to height up to which a closed curve is a circle."""
MAX_TICK = 24.0
"""Points of the largest tick."""


@dataclass(slots=True)
class Path:
    """One stroke of the pen: its points, in page coordinates."""

    stroked: bool = True
    """Its line is drawn; else only its area is filled."""
    points: list[Point] = field(default_factory=list)
    curved: bool = False
    closed: bool = False

    @property
    def box(self) -> Box:
        """The box around its points."""
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def ring(self) -> list[Point]:
        """Its points, with the first again at the end where it is closed or filled."""
        first, last = self.points[0], self.points[-1]
        if (self.closed or not self.stroked) and first != last:
            return [*self.points, first]
        return self.points

    @property
    def is_closed(self) -> bool:
        """Whether it ends where it began."""
        (xa, ya), (xb, yb) = self.points[0], self.points[-1]
        return self.closed or not self.stroked or (abs(xa - xb) < STRAIGHT and abs(ya - yb) < STRAIGHT)


def sides(path: Path) -> tuple[list[Side], list[Side]]:
    """
    The level and the upright lines that a path draws.

    A thin filled bar is a line. An open path with corners is the elbow of an arrow, and no line of a table.
    """
    x0, y0, x1, y1 = path.box
    if x1 - x0 < THIN and y1 - y0 < THIN:
        return [], []
    if y1 - y0 < THIN:
        return [((y0 + y1) / 2, x0, x1)], []
    if x1 - x0 < THIN:
        return [], [((x0 + x1) / 2, y0, y1)]
    if path.curved or not path.stroked or not path.is_closed or not _is_square(path):
        return [], []
    level: list[Side] = []
    upright: list[Side] = []
    for (xa, ya), (xb, yb) in pairwise(path.ring):
        if abs(ya - yb) < STRAIGHT:
            level.append((ya, min(xa, xb), max(xa, xb)))
        else:
            upright.append((xa, min(ya, yb), max(ya, yb)))
    return level, upright


def _is_square(path: Path) -> bool:
    """Whether all its sides are level or upright."""
    return all(abs(xa - xb) < STRAIGHT or abs(ya - yb) < STRAIGHT for (xa, ya), (xb, yb) in pairwise(path.ring))


def figure_of(path: Path, width: float, height: float) -> Figure | None:
    """The figure that a path draws on a page of this size, if it draws one."""
    box = path.box
    wide, high = box[2] - box[0], box[3] - box[1]
    if _is_tick(path, wide, high):
        return Figure("check", box)
    if min(wide, high) <= MIN_FIGURE or wide > MAX_FIGURE_SHARE * width or high > MAX_FIGURE_SHARE * height:
        return None
    if not path.is_closed or not path.stroked:
        return None
    shape = _closed_shape(path, box)
    return Figure(shape, box) if shape else None


def _closed_shape(path: Path, box: Box) -> Shape | None:
    wide, high = box[2] - box[0], box[3] - box[1]
    if path.curved:
        is_circle = max(wide, high) <= ROUND * min(wide, high)
        return "connector" if is_circle and wide <= MAX_CONNECTOR else "terminator"
    corners = _corners(path)
    if len(corners) == 4:
        return "decision" if _is_diamond(corners, box) else "box"
    if len(corners) == 5:
        return "connector"
    return "box" if len(corners) > 5 else None


def _corners(path: Path) -> list[Point]:
    corners: list[Point] = []
    for x, y in path.points:
        if all(abs(x - a) > STRAIGHT or abs(y - b) > STRAIGHT for a, b in corners):
            corners.append((x, y))
    return corners


def _is_diamond(corners: list[Point], box: Box) -> bool:
    """Whether each corner lies in the middle of a side of the box."""
    x0, y0, x1, y1 = box
    middles = (((x0 + x1) / 2, y0), (x1, (y0 + y1) / 2), ((x0 + x1) / 2, y1), (x0, (y0 + y1) / 2))
    dx, dy = CORNER_SHARE * (x1 - x0), CORNER_SHARE * (y1 - y0)
    return all(any(abs(x - a) <= dx and abs(y - b) <= dy for x, y in corners) for a, b in middles)


def _is_tick(path: Path, wide: float, high: float) -> bool:
    """Whether a path goes down a little and up more, to the right."""
    if path.curved or not path.stroked or path.is_closed or len(path.points) != 3:
        return False
    (xa, ya), (xb, yb), (xc, yc) = path.points
    small = 3.0 <= wide <= MAX_TICK and 3.0 <= high <= MAX_TICK
    return small and xa < xb < xc and yb > ya and yb > yc and (xc - xb) > (xb - xa)
