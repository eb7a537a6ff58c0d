"""A signature in ink, as a picture."""

from __future__ import annotations

import io
from functools import cache
from math import cos, sin

from PIL import Image, ImageDraw

SIZE = (280, 90)
"""Pixels."""


def signature() -> Image.Image:
    """Loops of blue ink on white."""
    image = Image.new("RGB", SIZE, "white")
    points = [(20 + 3.4 * at, 45 + 30 * sin(at / 3.1) * cos(at / 11)) for at in range(70)]
    ImageDraw.Draw(image).line(points, fill=(20, 30, 140), width=4)
    return image


@cache
def signature_png() -> bytes:
    """The same, as a file."""
    out = io.BytesIO()
    signature().save(out, "PNG")
    return out.getvalue()
