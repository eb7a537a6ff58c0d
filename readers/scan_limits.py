"""How much of pictures of pages a reader takes, and how finely it looks at them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScanLimits:
    """Each limit, when passed, is a `ReadError`."""

    bytes: int = 64 * 1024 * 1024
    """Bytes of a picture file (PNG, JPEG, TIFF)."""
    pages: int = 200
    """Pages of one file that are recognised."""
    pixels: int = 40_000_000
    """Pixels of one page: A3 at 300 dots an inch has 17 million. A larger picture file is refused, a larger page of a
    PDF is drawn smaller."""
    dots: int = 200
    """Dots an inch at which pages of a PDF are drawn."""
