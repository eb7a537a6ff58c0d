"""
A picture of a page to the page: set straight, with rulings, figures and words, as a PDF would give it.

The words come from an engine (`readers.recognition`); all else is geometry. What leaves the module is in points of the
page that was set straight; `Page.shown` tells where it lies on the page as it was scanned.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from readers.page import Affine, Box, Page, Ruling
from readers.ruled_grid import find_tables

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Grey = NDArray[np.uint8]

FINE = 200.0
"""Dots an inch that tell lines from letters; a finer picture is looked at in this size."""


MIN_PAGE = 18.0
"""Points of the shorter side of a picture in which a word has room."""
SAME_LINE = 1.5
"""Points by which two pieces of a line may lie beside one another."""
MAX_HIDDEN = 200.0
"""Points of a line that a picture on it may hide."""
HIDDEN_SHARE = 0.6
"""Share of the gap that the picture must fill; around it is white."""
NEAR = 3.0
"""Points by which a picture may reach over the ends of the pieces."""
MARGIN = 8.0
"""Points of white at the edge of a picture."""
ARROW_SHARE = 0.15
"""Share of the width of a figure around its middle in which arrows come and go, and no ruling is taken to."""
EDGE = 4.0
"""Points from the edge of a page in which a line is the edge of the paper or the shadow of the lid."""
MAX_WORN, WORN_SHARE = 20.0, 0.3
"""Points of the widest gap that is worn off, and its share of the shorter piece."""


class RecognisedWord(NamedTuple):
    """A word, or words in a line, that an engine recognised; the box is in dots of the picture that it was given."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    certainty: int
    """Per cent."""


Recognise = Callable[["Grey", float], Sequence[RecognisedWord]]
"""From a grey picture and its dots an inch to its words."""


def scan_page(grey: Grey, number: int, dots: float, recognise: Recognise) -> Page:
    """
    Read a picture of a page.

    Args:
        grey: Rows of dots from 0 (black) to 255 (white).
        number: The number of the page, from 1.
        dots: Dots an inch.
        recognise: An engine; it is called once on the whole page, set straight, and in doubt about how the page lies
            on stripes of it.

    Returns:
        The page, of the size that it has once it is set straight.
    """
    if min(grey.shape) < MIN_PAGE * dots / 72:
        return _blank_page(number, grey.shape, dots)
    from readers.scan_figures import Drawings  # noqa: PLC0415 - OpenCV takes 0.2 s to load
    from readers.scan_lines import Dots, ink_of, lines_of  # noqa: PLC0415
    from readers.scan_orientation import upright  # noqa: PLC0415
    from readers.scan_words import without_drawn, words_of  # noqa: PLC0415
    from readers.skew import straightened  # noqa: PLC0415

    straight = straightened(grey)
    small, shrunk = _shrunk(straight.grey, dots)
    ink = ink_of(small, Dots(dots * shrunk))
    laid = upright(straight.grey, ink, dots, recognise)
    if laid.turn:
        ink = ink_of(_shrunk(laid.grey, dots)[0], ink.dots)
    lines = lines_of(ink)
    drawings = Drawings(ink, lines)
    page = _blank_page(number, laid.grey.shape, dots)
    page.back = _back(straight.back, laid.turn, straight.grey.shape, 72 / dots)
    behind = drawings.boxes()
    level, upright_lines = (_in_points(found, ink.dots.inch) for found in (lines.level, lines.upright))
    page.level = bridged(_within(level, page.height), [(b[1], b[0], b[3], b[2]) for b in behind])
    page.upright = bridged(_within(upright_lines, page.width), behind)
    tables, _ = find_tables(page.level, page.upright) or ([], [])
    words = words_of(laid.words, ink, lines, tables, shrunk)
    drawn = drawings.drawn(tables, words)
    page.words = without_drawn(words, ink, lines, drawn)
    page.figures = drawn.figures
    return page


def bridged(lines: Sequence[Ruling], boxes: Sequence[Box]) -> list[Ruling]:
    """
    Rulings, joined where the line between two of them is worn off, or hidden by a figure or a picture.

    Args:
        lines: Upright ones; of level ones the boxes are (top, left, bottom, right).
        boxes: What may hide a line: (left, top, right, bottom).
    """
    joined: list[Ruling] = []
    for line in sorted(lines, key=lambda one: (one.start, one.end)):
        at = next((at for at in reversed(range(len(joined))) if _goes_on(joined[at], line, boxes)), None)
        if at is None:
            joined.append(line)
        else:
            joined[at] = Ruling(joined[at].at, joined[at].start, line.end)
    return joined


def _goes_on(above: Ruling, below: Ruling, boxes: Sequence[Box]) -> bool:
    """Whether two pieces are of one line."""
    gap = below.start - above.end
    if abs(above.at - below.at) > SAME_LINE or not 0 < gap <= MAX_HIDDEN:
        return False
    if gap <= min(MAX_WORN, WORN_SHARE * min(above.end - above.start, below.end - below.start)):
        return True
    return any(
        box[0] - MARGIN <= below.at <= box[2] + MARGIN
        and abs(below.at - (box[0] + box[2]) / 2) > ARROW_SHARE * (box[2] - box[0])
        and box[1] >= above.end - NEAR
        and box[3] <= below.start + NEAR
        and box[3] - box[1] >= HIDDEN_SHARE * gap
        for box in boxes
    )


def _in_points(lines: Sequence[Ruling], dots: float) -> list[Ruling]:
    unit = 72 / dots
    return [Ruling((line.at + 0.5) * unit, line.start * unit, line.end * unit) for line in lines]


def _within(lines: Sequence[Ruling], size: float) -> list[Ruling]:
    """Lines without those at the edge of the page: one beyond a table makes its outer corners look like inner ones."""
    return [line for line in lines if EDGE < line.at < size - EDGE]


def _blank_page(number: int, shape: tuple[int, ...], dots: float) -> Page:
    return Page(number, shape[1] * 72 / dots, shape[0] * 72 / dots)


def _shrunk(grey: Grey, dots: float) -> tuple[Grey, float]:
    """A picture no finer than `FINE`, and by how much it shrank."""
    import cv2  # noqa: PLC0415 - large
    import numpy as np  # noqa: PLC0415

    if dots <= 1.1 * FINE:
        return grey, 1.0
    scale = FINE / dots
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.uint8), scale


def _back(skew: Affine, turn: int, shape: tuple[int, ...], unit: float) -> Affine | None:
    """From points of the upright page to those of the page as scanned, `shape` being that of the straight picture."""
    a, b, c, d, e, f = skew
    c, f = c * unit, f * unit
    high, wide = shape[0] * unit, shape[1] * unit
    if turn == 90:  # the point (x, y) of the upright page lies at (wide - y, x) of the straight one
        return b, -a, a * wide + c, e, -d, d * wide + f
    if turn == 180:
        return -a, -b, a * wide + b * high + c, -d, -e, d * wide + e * high + f
    if turn == 270:  # at (y, high - x)
        return -b, a, b * high + c, -e, d, e * high + f
    return None if (a, d) == (1.0, 0.0) else (a, b, c, d, e, f)
