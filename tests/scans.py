"""
Scans for tests: pages of a PDF as a scanner gives them, askew, grainy, unevenly lit and compressed.

What stands where is known from the PDF; `seen` tells where a point of the page lies in the picture.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

from readers.page import Box, Page, Word
from readers.scan_page import RecognisedWord

Grey = NDArray[np.uint8]


@lru_cache(maxsize=4)
def _noise(seed: int, grain: float, shape: tuple[int, ...]) -> NDArray[np.float64]:
    """The same for all pages of a scanner and a size, and dearer than all else about a scan."""
    return np.random.default_rng(seed).normal(0, grain, shape)


@dataclass(frozen=True)
class Scanner:
    """How a page is scanned."""

    dots: int = 200
    askew: float = 0.0
    """Degrees clockwise."""
    turn: int = 0
    """Degrees clockwise by which the sheet was laid: 0, 90, 180, 270."""
    grain: float = 0.0
    """Standard deviation of the noise, in steps of grey."""
    shade: float = 0.0
    """Share of its light that the dark side of the page loses."""
    quality: int | None = None
    """Of JPEG."""
    fade: float = 0.0
    """Share of its blackness that the ink has lost."""
    seed: int = 7

    def scan(self, pdf: bytes, page: int = 0) -> Grey:
        """A page of a PDF as a grey picture."""
        with closing(pypdfium2.PdfDocument(pdf)) as document:
            drawn = document[page].render(scale=self.dots / 72, grayscale=True).to_pil().convert("L")
        drawn = drawn.rotate(-self.askew, Image.Resampling.BICUBIC, fillcolor=255)
        if self.turn:
            drawn = drawn.rotate(-self.turn, expand=True)
        grey = np.asarray(drawn, dtype=np.float64)
        if self.fade:
            grey = 255 - (255 - grey) * (1 - self.fade)
        height, width = grey.shape
        grey = grey - 8
        if self.shade:
            grey *= 1 - self.shade * (np.linspace(0, 1, width)[None, :] + np.linspace(0, 1, height)[:, None]) / 2
        if self.grain:
            grey += _noise(self.seed, self.grain, grey.shape)
        return self._compressed(np.clip(grey, 0, 255, out=grey).astype(np.uint8))

    def _compressed(self, grey: Grey) -> Grey:
        if self.quality is None:
            return grey
        stream = io.BytesIO()
        Image.fromarray(grey).save(stream, "JPEG", quality=self.quality)
        with Image.open(stream) as image:
            return np.asarray(image.convert("L"))

    def seen(self, box: Box, size: tuple[float, float]) -> Box:
        """Where a box of a page (points) lies in the picture (points): the box around it, once askew and turned."""
        wide, high = size
        angle = math.radians(self.askew)
        points = []
        for x, y in ((box[0], box[1]), (box[2], box[1]), (box[0], box[3]), (box[2], box[3])):
            dx, dy = x - wide / 2, y - high / 2
            u = wide / 2 + dx * math.cos(angle) - dy * math.sin(angle)
            v = high / 2 + dx * math.sin(angle) + dy * math.cos(angle)
            points.append({0: (u, v), 90: (high - v, u), 180: (wide - u, high - v), 270: (v, wide - u)}[self.turn])
        xs, ys = zip(*points, strict=True)
        return min(xs), min(ys), max(xs), max(ys)


class Knowing:
    """A recogniser that knows what stands on the page: it looks for nothing but the words' own places."""

    def __init__(self, words: Sequence[Word], certainty: int = 95) -> None:
        self.words = list(words)
        self.certainty = certainty
        self.calls = 0

    def __call__(self, grey: Grey, dots: float) -> list[RecognisedWord]:
        """The words, as far as the picture was not moved; see `on`."""
        self.calls += 1
        scale = dots / 72
        wide, high = grey.shape[1] / scale, grey.shape[0] / scale
        dx, dy = (wide - self.size[0]) / 2, (high - self.size[1]) / 2
        return [
            RecognisedWord(
                (word.x0 + dx) * scale,
                (word.y0 + dy) * scale,
                (word.x1 + dx) * scale,
                (word.y1 + dy) * scale,
                word.text,
                self.certainty,
            )
            for word in self.words
        ]

    size: tuple[float, float] = (595.0, 842.0)

    @classmethod
    def on(cls, page: Page, certainty: int = 95) -> Knowing:
        """Of the words of a page that was read from the PDF."""
        found = cls(page.words, certainty)
        found.size = page.width, page.height
        return found
