"""
Ruling lines in the picture of a page that was set straight, and its ink.

Lines are looked for in a picture without letters that is smoothed along the line: grain and small breaks go, and what
is thin across and long stays. A stroke of a letter is too short; what is left of it is told by its thickness.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from readers.page import Ruling
from readers.skew import Grey, as_grey

Stats = NDArray[np.int32]
"""A row a part of the picture: left, top, width, height, dots."""

LETTER = 22.0
"""Points of the highest letter; larger ones are told from lines by their thickness."""
THIN, STRETCHED = 2.2, 11.0
"""Points of a part so thin and so long that it is a piece of a line."""
WINDOW = 7.2
"""Points around a dot in which the paper is looked for."""
SMOOTH = 5.0
"""Points along a line over which it is smoothed."""
ACROSS = 6.0
"""Points of the thickest thing that stands out as a line."""
MIN_LENGTH = 10.0
"""Points of the shortest line."""
MAX_THICK = 4.5
"""Points of the thickest line."""
SLENDER = 6.0
"""Times as long as thick that a line is."""
BREAK = 3.0
"""Points of the widest break in a line."""
INK_NOISE, LINE_NOISE = 5.0, 6.0
"""Times its noise by which ink, and a line once smoothed, are darker than the paper."""
MIN_INK, MAX_INK = 12.0, 30.0
MIN_LINE, MAX_LINE = 6.0, 20.0
"""Steps of grey between which that is kept."""
GRAIN = 2.5
"""Points along a line over which it is smoothed to see where it ends."""
SOLID = 0.8
"""Share of its length over which a line must be seen before it is smoothed."""
FAINT = 0.35
"""Share of its usual darkness at which a line is seen."""
BEND, BENT_LENGTH = 0.7, 45.0
"""Dots by which a line of so many points may be bent: the top of a circle is none."""
MAX_PARTS = 4_000
"""Lines of one direction; a page with more is no table but a photo."""


class Dots(NamedTuple):
    """A length in points as a number of dots."""

    inch: float

    def of(self, points: float) -> int:
        """Dots, at least one."""
        return max(1, round(points * self.inch / 72))

    def odd(self, points: float) -> int:
        """The same, odd."""
        return self.of(points) | 1


@dataclass(slots=True)
class Ink:
    """What is dark on a page, and its parts that hang together."""

    grey: Grey
    dots: Dots
    mask: Grey
    """255 where there is ink."""
    labels: NDArray[np.int32]
    """Of each dot its part; 0 is paper."""
    stats: Stats
    noise: float
    """Standard deviation of the paper, in steps of grey."""

    @property
    def letters(self) -> NDArray[np.bool_]:
        """Of each part whether it is as small as a letter, and no piece of a line."""
        wide, high = self.stats[:, 2], self.stats[:, 3]
        small = np.maximum(wide, high) <= self.dots.of(LETTER)
        line = (np.minimum(wide, high) <= self.dots.of(THIN)) & (np.maximum(wide, high) >= self.dots.of(STRETCHED))
        found: NDArray[np.bool_] = small & ~line
        found[0] = False
        return found


class Lines(NamedTuple):
    """Lines of a page in dots, and where their ink is."""

    level: list[Ruling]
    upright: list[Ruling]
    mask: Grey


def ink_of(grey: Grey, dots: Dots) -> Ink:
    """The ink of a page, dark on light; grain is left out as far as it can be told."""
    smooth = cv2.GaussianBlur(grey, (3, 3), 0)
    sample = smooth[::3, ::3].astype(np.int16)
    noise = 1.4826 * float(np.median(np.abs(sample[:, 1:] - sample[:, :-1]))) / 1.4142
    darker = min(max(INK_NOISE * noise, MIN_INK), MAX_INK)
    window = dots.odd(WINDOW)
    mask = cv2.adaptiveThreshold(smooth, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, window, darker)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    return Ink(grey, dots, as_grey(mask), np.asarray(labels, np.int32), np.asarray(stats, np.int32), noise)


def lines_of(ink: Ink) -> Lines:
    """The straight lines of a page: rulings, sides of figures, shafts of arrows; in dots."""
    clean = _without_letters(ink)
    level, mask = _level(clean, ink)
    upright, other = _level(np.ascontiguousarray(clean.T), ink)
    return Lines(level, upright, as_grey(mask | other.T))


def _without_letters(ink: Ink) -> Grey:
    """The picture with paper in the place of letters."""
    covered = cv2.dilate(ink.letters.astype(np.uint8)[ink.labels], np.ones((5, 5), np.uint8))
    window = ink.dots.odd(3 * WINDOW)
    light = as_grey(cv2.blur(cv2.dilate(ink.grey, np.ones((5, 5), np.uint8)), (window, window)))
    level = np.median(ink.grey[::5, ::5]) - np.median(light[::5, ::5])
    paper = np.clip(light.astype(np.int16) + int(level), 0, 255).astype(np.uint8)
    return np.where(covered > 0, paper, ink.grey)


def _level(clean: Grey, ink: Ink) -> tuple[list[Ruling], Grey]:
    dots = ink.dots
    smooth = cv2.blur(clean, (dots.odd(SMOOTH), 1))
    stands_out = cv2.morphologyEx(smooth, cv2.MORPH_BLACKHAT, np.ones((dots.odd(ACROSS), 1), np.uint8))
    usual, high = np.percentile(stands_out[::5, ::5], (50, 84)).tolist()
    threshold = min(max(usual + LINE_NOISE * (high - usual), MIN_LINE), MAX_LINE)
    seen = (stands_out >= threshold).astype(np.uint8)
    seen = cv2.morphologyEx(seen, cv2.MORPH_OPEN, np.ones((1, dots.of(MIN_LENGTH)), np.uint8))
    seen = cv2.morphologyEx(seen, cv2.MORPH_CLOSE, np.ones((1, dots.of(BREAK)), np.uint8))
    parts, _ = cv2.findContours(seen, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    mask = np.zeros_like(clean)
    lines: list[Ruling] = []
    if len(parts) <= MAX_PARTS:
        for part in parts:
            for line, thick in _checked(clean, cv2.boundingRect(part), dots):
                lines.append(line)
                half = max(1, round(thick / 2 + 0.5))
                at = round(line.at)
                mask[max(0, at - half) : at + half + 1, round(line.start) : round(line.end) + 1] = 255
    return lines, mask


def _checked(clean: Grey, part: Sequence[int], dots: Dots) -> list[tuple[Ruling, float]]:
    """The lines in a part of the picture, each with its thickness: where they begin and end, if they are lines."""
    x, y, wide, high = part
    if high > dots.of(3 * MAX_THICK):
        return []
    margin = dots.of(MAX_THICK)
    top = max(0, y - margin)
    strip = clean[top : y + high + margin, x : x + wide].astype(np.float32)
    lighter = 3 * len(strip) // 4
    paper = np.partition(strip, lighter, axis=0)[lighter]
    depth = paper[None, :] - strip
    darkest = cv2.blur(depth[y - top : y - top + high], (dots.odd(GRAIN), 1)).max(axis=0)
    usual = float(np.median(darkest))
    runs = _runs(darkest >= FAINT * usual, dots.of(BREAK))
    found = []
    for start, end in runs:
        weight = np.clip(depth[:, start:end], 0, None).mean(axis=1)
        if not weight.any():
            continue  # dirt beside it is darker
        weight[weight < FAINT * weight.max()] = 0
        thick = float(weight.sum() / max(float(weight.max()), 1e-6))
        share = float((darkest[start:end] >= FAINT * usual).mean())
        if thick > dots.of(MAX_THICK) or share < SOLID or end - start < max(SLENDER * thick, dots.of(MIN_LENGTH) - 2):
            continue
        if end - start < dots.of(BENT_LENGTH) and _bend(depth[:, start:end]) > BEND:
            continue
        at = top + float((weight * np.arange(len(weight))).sum() / weight.sum())
        found.append((Ruling(at, float(x + start), float(x + end)), thick))
    return found


def _bend(depth: NDArray[np.float32]) -> float:
    """Dots by which the middle of a line lies beside its ends; what hangs on at its very ends is left out."""
    high, wide = depth.shape
    within = np.clip(depth[:, wide // 8 : wide - wide // 8], 0, None)
    rows = np.arange(high)[:, None]
    first, second, third = (
        float((part * rows).sum() / max(float(part.sum()), 1e-6)) for part in np.array_split(within, 3, axis=1)
    )
    return abs(second - (first + third) / 2) if (second > first) == (second > third) else 0.0


def _runs(seen: NDArray[np.bool_], gap: int) -> list[tuple[int, int]]:
    """Where something is seen from and to; a smaller gap is none."""
    places = np.flatnonzero(seen)
    if not len(places):
        return []
    breaks = np.flatnonzero(np.diff(places) > gap)
    starts = [int(places[0]), *places[breaks + 1].tolist()]
    ends = [*(places[breaks] + 1).tolist(), int(places[-1]) + 1]
    return list(zip(starts, ends, strict=True))
