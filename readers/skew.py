"""
How a picture of a page lies: by how much it is turned, and the picture set straight.

The angle is the one at which the ink falls into the fewest rows and columns: rulings and lines of words do so when they
are level. Ink is sheared, not turned, while angles are tried, so that one try is two histograms.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from readers.page import Affine

Grey = NDArray[np.uint8]
"""A picture, or a mask of it: rows of dots from 0 (black) to 255 (white)."""

Points = NDArray[np.float32]

MAX_SKEW = 5.0
"""Degrees by which a page may have been fed in askew."""
COARSE, FINE = 0.25, (0.05, 0.01)
"""Degrees between two angles that are tried."""
SMALL_SIDE = 1_400
"""Dots of the longer side of the picture in which the angle is looked for."""
MAX_POINTS = 60_000
"""Dots of ink that are looked at."""
MIN_SIDE = 50
"""Dots of the shorter side of a picture that can be askew."""
MIN_POINTS = 200
"""Dots of ink without which a page has no lines."""
EDGE = 0.015
"""Share of the page at its edges, where a scanner leaves shadows."""
MIN_SKEW = 0.03
"""Degrees from which a picture is turned."""
DARKER = 12
"""Steps of grey by which ink is darker than the paper around it, in the small picture."""
SHARPER = 1.05
"""How many times as uneven the ink must be at the best angle as at the usual one: a photo has no angle."""

GOLDEN = 0.618034
"""Steps of so much spread places evenly within a dot."""

UNTURNED: Affine = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)


def as_grey(picture: NDArray[np.generic]) -> Grey:
    """What OpenCV gave back, which says less of its type."""
    return np.asarray(picture, dtype=np.uint8)


class Straight(NamedTuple):
    """A picture that was set straight."""

    grey: Grey
    back: Affine
    """Where a dot of it lay before."""
    angle: float
    """Degrees clockwise by which it was askew."""


def straightened(grey: Grey) -> Straight:
    """A picture set straight: it grows by as much as its corners need, in the grey of its paper."""
    angle = skew_of(grey)
    if abs(angle) < MIN_SKEW:
        return Straight(grey, UNTURNED, 0.0)
    height, width = grey.shape
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    wide, high = round(width * cos + height * abs(sin)), round(height * cos + width * abs(sin))
    cx, cy, mx, my = (wide - 1) / 2, (high - 1) / 2, (width - 1) / 2, (height - 1) / 2
    back = (cos, -sin, mx - cos * cx + sin * cy, sin, cos, my - sin * cx - cos * cy)
    turned = cv2.warpAffine(
        grey,
        np.array(back, dtype=np.float64).reshape(2, 3),
        (wide, high),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderValue=float(np.median(grey[::7, ::7])),
    )
    return Straight(as_grey(turned), back, angle)


def skew_of(grey: Grey) -> float:
    """Degrees clockwise by which a picture is askew, at most `MAX_SKEW`; 0 where nothing tells it."""
    if min(grey.shape) < MIN_SIDE:
        return 0.0
    points = _ink_points(grey)
    if len(points[0]) < MIN_POINTS:
        return 0.0
    tries = np.arange(-MAX_SKEW, MAX_SKEW + COARSE / 2, COARSE)
    found = [_unevenness(points, angle) for angle in tries]
    best = float(tries[int(np.argmax(found))])
    if max(found) < SHARPER * float(np.median(found)):
        return 0.0
    step = COARSE
    for finer in FINE:
        near = np.arange(best - step, best + step + finer / 2, finer)
        best = float(near[int(np.argmax([_unevenness(points, angle) for angle in near]))])
        step = finer
    return best if abs(best) <= MAX_SKEW else 0.0


def _ink_points(grey: Grey) -> tuple[Points, Points, Points]:
    """Places of ink in the small picture, from its middle, and how dark each is."""
    scale = min(1.0, SMALL_SIDE / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else grey
    darker = cv2.subtract(cv2.blur(small, (25, 25)), small)
    dy, dx = (math.ceil(EDGE * side) for side in small.shape)
    darker = darker[dy:-dy, dx:-dx]
    ys, xs = np.nonzero(darker > DARKER)
    every = 1 + len(xs) // MAX_POINTS
    xs, ys = xs[::every], ys[::every]
    weights = darker[ys, xs].astype(np.float32)
    within = (np.arange(len(xs)) * GOLDEN % 1.0).astype(np.float32)  # else whole numbers favour the angle 0
    return xs + within - np.float32(small.shape[1] / 2), ys + within - np.float32(small.shape[0] / 2), weights


def _unevenness(points: tuple[Points, Points, Points], angle: float) -> float:
    """How unevenly the ink falls into rows and columns that are turned clockwise by an angle."""
    xs, ys, weights = points
    slope = np.float32(math.tan(math.radians(angle)))
    return _squares(ys - slope * xs, weights) + _squares(xs + slope * ys, weights)


def _squares(places: Points, weights: Points) -> float:
    found = np.bincount((places - places.min()).astype(np.int32), weights)
    return float((found**2).sum())
