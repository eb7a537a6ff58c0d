"""
Ruling lines to tables: from the lines of a PDF, or those that were found in a scan.

A flow chart inside a table is made of lines, too. What is told apart here: a box closed by four corners that no line
runs on from is a figure; a ruling ends on another that goes on past it, or at an outer corner; what ends in the open,
or in an inner corner, connects figures and rules nothing off.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from readers.page import Box, Ruling

TOLERANCE = 2.0
"""Points by which lines that meet may miss each other."""
GAP = 3.0
"""Points by which two parts of one ruling may lie apart."""
COVER = 0.6
"""Share of the side of a cell that must be ruled."""
BOX_WIDTH, BOX_HEIGHT = 150.0, 90.0
"""Points of the largest figure of a flow chart."""
OVERSHOOT = 6.0
"""Points by which a ruling may run on past the last line that it meets."""
CORNER_REACH = 800.0
"""Points in which a parallel line beyond makes a corner an inner one."""
MAX_ROUNDS = 12
MAX_RULINGS = 1_000
"""Level or upright rulings of one page; more are a drawing."""
MAX_GRID = 60_000
"""Smallest cells of one table."""


@dataclass(slots=True, eq=False)
class GridCell:
    """A cell; rows and columns count from 0."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box


@dataclass(slots=True, eq=False)
class RuledTable:
    """A table: `xs` and `ys` are its rulings, `cells` lie in order of rows."""

    xs: list[float]
    ys: list[float]
    cells: list[GridCell]
    _at: dict[tuple[int, int], GridCell] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._at = {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        }

    @property
    def box(self) -> Box:
        """The outer rulings."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def cell_at(self, x: float, y: float) -> GridCell | None:
        """The cell at a point, or None outside the table."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        row = min(bisect_right(self.ys, y), len(self.ys) - 1) - 1
        column = min(bisect_right(self.xs, x), len(self.xs) - 1) - 1
        return self._at.get((row, column))


def find_tables(level: Sequence[Ruling], upright: Sequence[Ruling]) -> tuple[list[RuledTable], list[Box]] | None:
    """
    Find the tables of a page, from top to bottom, and the boxes of figures.

    None when there are more lines than of any table.
    """
    level, upright = _joined(level), _joined(upright)
    if len(level) > MAX_RULINGS or len(upright) > MAX_RULINGS:
        return None
    level, upright, boxes = _without_boxes(level, upright)
    tables: list[RuledTable] = []
    apart = [_rulings(*together) for together in _components(level, upright)]  # each with outer corners of its own
    for lines, posts in (rulings for kept in apart for rulings in _components(*kept)):
        xs, ys = _positions(posts), _positions(lines)
        if len(xs) < 2 or len(ys) < 2:
            continue
        if len(xs) == 2 and len(ys) == 2:
            boxes.append((xs[0], ys[0], xs[1], ys[1]))
        elif (len(xs) - 1) * (len(ys) - 1) <= MAX_GRID:
            tables += _cut(xs, ys, _cells(xs, ys, lines, posts))
    tables.sort(key=lambda table: (table.box[1], table.box[0]))
    return tables, boxes


# lines ------------------------------------------------------------------------------------------------------------


def _joined(lines: Iterable[Ruling]) -> list[Ruling]:
    """Lines that lie on one another or nearly touch as one."""
    groups: list[list[Ruling]] = []
    for line in sorted(lines):
        if groups and line.at - groups[-1][-1].at <= TOLERANCE and line.at - groups[-1][0].at <= 2 * TOLERANCE:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [joined for group in groups for joined in _joined_group(group)]


def _joined_group(group: list[Ruling]) -> list[Ruling]:
    length = sum(line.end - line.start for line in group)
    at = sum(line.at * (line.end - line.start) for line in group) / length if length else group[0].at
    joined: list[Ruling] = []
    for _, start, end in sorted(group, key=lambda line: (line.start, line.end)):
        if joined and start <= joined[-1].end + GAP:
            joined[-1] = Ruling(at, joined[-1].start, max(joined[-1].end, end))
        else:
            joined.append(Ruling(at, start, end))
    return joined


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= 1.5 * TOLERANCE


class _Ends:
    """Lines by where they begin: position of the line, and its start."""

    def __init__(self, lines: Sequence[Ruling], most: float) -> None:
        self._found: dict[tuple[int, int], list[int]] = defaultdict(list)
        for index, line in enumerate(lines):
            if line.end - line.start <= most:
                self._found[self._key(line.at), self._key(line.start)].append(index)

    @staticmethod
    def _key(value: float) -> int:
        return round(value / (2 * TOLERANCE))

    def near(self, at: float, start: float) -> Iterable[int]:
        """Lines that may lie there."""
        a, b = self._key(at), self._key(start)
        return (index for i in (a - 1, a, a + 1) for j in (b - 1, b, b + 1) for index in self._found.get((i, j), ()))


def _without_boxes(level: list[Ruling], upright: list[Ruling]) -> tuple[list[Ruling], list[Ruling], list[Box]]:
    """Take away small rectangles with four corners that no line runs on from."""
    posts, starts = _Ends(upright, BOX_HEIGHT), defaultdict(list)
    for index, line in enumerate(level):
        starts[round(line.start / (2 * TOLERANCE))].append(index)
    boxes: list[Box] = []
    used_level: set[int] = set()
    used_upright: set[int] = set()
    for index, top in enumerate(level):
        if index in used_level or top.end - top.start > BOX_WIDTH:
            continue
        left = _post(upright, posts, top.start, top.at)
        right = _post(upright, posts, top.end, top.at)
        if left is None or right is None or not _near(upright[left].end, upright[right].end):
            continue
        bottom = _bottom(level, starts, index, upright[left].end)
        if bottom is not None:
            boxes.append((top.start, top.at, top.end, level[bottom].at))
            used_level |= {index, bottom}
            used_upright |= {left, right}
    kept_level = [line for index, line in enumerate(level) if index not in used_level]
    return kept_level, [line for index, line in enumerate(upright) if index not in used_upright], boxes


def _post(upright: Sequence[Ruling], posts: _Ends, at: float, start: float) -> int | None:
    found = (i for i in posts.near(at, start) if _near(upright[i].at, at) and _near(upright[i].start, start))
    return next(found, None)


def _bottom(level: Sequence[Ruling], starts: dict[int, list[int]], top: int, at: float) -> int | None:
    start, end = level[top].start, level[top].end
    key = round(start / (2 * TOLERANCE))
    for index in (i for k in (key - 1, key, key + 1) for i in starts.get(k, ())):
        line = level[index]
        if index != top and _near(line.at, at) and _near(line.start, start) and _near(line.end, end):
            return index
    return None


def _rulings(level: list[Ruling], upright: list[Ruling]) -> tuple[list[Ruling], list[Ruling]]:
    """Take away, over and over, lines and ends of lines that rule nothing off."""
    for _ in range(MAX_ROUNDS):
        lines = _ending_well(level, upright)
        posts = _ending_well(upright, lines)
        if len(lines) == len(level) and len(posts) == len(upright) and lines == level and posts == upright:
            break
        level, upright = lines, posts
    return level, upright


def _ending_well(lines: Sequence[Ruling], others: list[Ruling]) -> list[Ruling]:
    """The lines, cut to between the first and the last of the other lines on which a ruling may end."""
    if not others:
        return []
    others = sorted(others)
    places = [other.at for other in others]
    crossing = _Crossing(lines)
    kept: list[Ruling] = []
    for line in lines:
        first = bisect_left(places, line.start - TOLERANCE)
        last = bisect_right(places, line.end + TOLERANCE)
        met = (o for o in others[first:last] if o.start - TOLERANCE <= line.at <= o.end + TOLERANCE)
        good = [o.at for o in met if _may_end(line, o, places, crossing)]
        if len(good) < 2 or good[-1] - good[0] <= 2 * TOLERANCE:
            continue
        if good[0] - line.start <= OVERSHOOT and line.end - good[-1] <= OVERSHOOT:
            kept.append(Ruling(line.at, good[0], good[-1]))
    return kept


def _may_end(line: Ruling, other: Ruling, places: Sequence[float], crossing: _Crossing) -> bool:
    """Whether the line crosses the other, or may end on it: it goes on past the line, or this is an outer corner."""
    if abs(other.at - line.start) > 2 * TOLERANCE and abs(other.at - line.end) > 2 * TOLERANCE:
        return True
    if other.start < line.at - 1.5 * TOLERANCE and other.end > line.at + 1.5 * TOLERANCE:
        return True
    if min(other.at - places[0], places[-1] - other.at) <= 2 * TOLERANCE:
        return True
    before = line.at > other.start + 1.5 * TOLERANCE
    return not crossing.beyond(line.at, other.at, before=not before)


class _Crossing:
    """Parallel lines by where they lie, to ask which of them pass a place."""

    def __init__(self, lines: Sequence[Ruling]) -> None:
        self._lines = sorted(lines)
        self._places = [line.at for line in self._lines]

    def beyond(self, at: float, place: float, *, before: bool) -> bool:
        """Whether a line before (or after) `at`, not far, passes `place`."""
        if before:
            first, last = bisect_left(self._places, at - CORNER_REACH), bisect_left(self._places, at - 2 * TOLERANCE)
        else:
            first, last = bisect_right(self._places, at + 2 * TOLERANCE), bisect_right(self._places, at + CORNER_REACH)
        return any(line.start - TOLERANCE <= place <= line.end + TOLERANCE for line in self._lines[first:last])


class _Union:
    """Sets that grow together."""

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def find(self, one: int) -> int:
        """The head of its set."""
        parents = self._parents
        while parents[one] != one:
            parents[one] = parents[parents[one]]
            one = parents[one]
        return one

    def join(self, one: int, other: int) -> None:
        """Make two sets one; the lower head stays."""
        one, other = sorted((self.find(one), self.find(other)))
        self._parents[other] = one


def _components(level: Sequence[Ruling], upright: list[Ruling]) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Groups of rulings that meet."""
    upright = sorted(upright)
    places = [post.at for post in upright]
    union = _Union(len(level) + len(upright))
    for index, line in enumerate(level):
        first, last = bisect_left(places, line.start - TOLERANCE), bisect_right(places, line.end + TOLERANCE)
        for at in range(first, last):
            if upright[at].start - TOLERANCE <= line.at <= upright[at].end + TOLERANCE:
                union.join(index, len(level) + at)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = defaultdict(lambda: ([], []))
    for index, line in enumerate(level):
        groups[union.find(index)][0].append(line)
    for index, post in enumerate(upright):
        groups[union.find(len(level) + index)][1].append(post)
    return list(groups.values())


# cells ------------------------------------------------------------------------------------------------------------


def _positions(lines: Iterable[Ruling]) -> list[float]:
    found: list[float] = []
    for at in sorted(line.at for line in lines):
        if not found or at - found[-1] > 1.5 * TOLERANCE:
            found.append(at)
    return found


def _ruled(across: Sequence[float], along: Sequence[float], lines: Iterable[Ruling]) -> list[list[bool]]:
    """For every place across the lines, and every stretch along them, whether it is ruled."""
    covered = [[0.0] * (len(along) - 1) for _ in across]
    for line in lines:
        near = bisect_left(across, line.at - 1.5 * TOLERANCE)
        if near >= len(across):
            continue
        first = max(0, bisect_right(along, line.start) - 1)
        for at in range(first, len(along) - 1):
            if along[at] >= line.end:
                break
            covered[near][at] += min(along[at + 1], line.end) - max(along[at], line.start)
    return [[length >= COVER * (b - a) for length, a, b in zip(row, along, along[1:], strict=False)] for row in covered]


def _cells(xs: list[float], ys: list[float], level: list[Ruling], upright: list[Ruling]) -> list[GridCell]:
    rows, columns = len(ys) - 1, len(xs) - 1
    tops, sides = _ruled(ys, xs, level), _ruled(xs, ys, upright)
    union = _Union(rows * columns)
    for row in range(rows):
        for column in range(columns):
            if column and not sides[column][row]:
                union.join(row * columns + column, row * columns + column - 1)
            if row and not tops[row][column]:
                union.join(row * columns + column, (row - 1) * columns + column)
    areas: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for place in range(rows * columns):
        areas[union.find(place)].append(divmod(place, columns))
    cells = [cell for area in areas.values() for cell in _area(area, xs, ys)]
    return sorted(cells, key=lambda cell: (cell.row, cell.column))


def _area(area: list[tuple[int, int]], xs: Sequence[float], ys: Sequence[float]) -> list[GridCell]:
    """One cell; or, where places that are not ruled off make no rectangle, each of them."""
    top, bottom = min(row for row, _ in area), max(row for row, _ in area)
    left, right = min(column for _, column in area), max(column for _, column in area)
    if len(area) == (bottom - top + 1) * (right - left + 1):
        return [_cell(top, left, bottom - top + 1, right - left + 1, xs, ys)]
    return [_cell(row, column, 1, 1, xs, ys) for row, column in area]


def _cell(row: int, column: int, rows: int, columns: int, xs: Sequence[float], ys: Sequence[float]) -> GridCell:
    return GridCell(row, column, rows, columns, (xs[column], ys[row], xs[column + columns], ys[row + rows]))


def _cut(xs: list[float], ys: list[float], cells: list[GridCell]) -> list[RuledTable]:
    """
    Part tables that lie on one another: where no cell goes over a ruling, and the columns below are others.

    Columns are the same as long as one side only merges what the other side parts.
    """
    crossed = {row for cell in cells for row in range(cell.row + 1, cell.row + cell.rows)}
    edges: dict[int, set[int]] = defaultdict(set)
    for cell in cells:
        edges[cell.row] |= {cell.column, cell.column + cell.columns}
    bands: list[tuple[int, set[int]]] = []
    for row in range(len(ys) - 1):
        if row in crossed:
            bands[-1] = bands[-1][0], bands[-1][1] | edges[row]
        else:
            bands.append((row, edges[row]))
    return [_part(xs, ys, cells, start, end) for start, end in _stretches(bands, len(ys) - 1)]


def _stretches(bands: list[tuple[int, set[int]]], rows: int) -> list[tuple[int, int]]:
    """Join bands whose columns agree."""
    joined: list[tuple[int, set[int]]] = []
    for start, edges in bands:
        if joined and (joined[-1][1] <= edges or edges <= joined[-1][1]):
            joined[-1] = joined[-1][0], joined[-1][1] | edges
        else:
            joined.append((start, edges))
    starts = [start for start, _ in joined]
    return list(zip(starts, [*starts[1:], rows], strict=True))


def _part(xs: list[float], ys: list[float], cells: list[GridCell], start: int, end: int) -> RuledTable:
    """The rows from `start` to `end` as a table of their own, without columns in which none of its cells begins."""
    own = [cell for cell in cells if start <= cell.row < end]
    edges = sorted({edge for cell in own for edge in (cell.column, cell.column + cell.columns)})
    places = {edge: index for index, edge in enumerate(edges)}
    xs, ys = [xs[edge] for edge in edges], ys[start : end + 1]
    moved = []
    for cell in own:
        left, right = places[cell.column], places[cell.column + cell.columns]
        moved.append(_cell(cell.row - start, left, cell.rows, right - left, xs, ys))
    return RuledTable(xs, ys, moved)
