"""A PDF as a copier scans it: pages of pixels, a little turned, with grain and uneven light."""

from __future__ import annotations

import io
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pypdfium2
from PIL import Image

POINTS_PER_INCH = 72
WHITE = 255


@dataclass(frozen=True, slots=True)
class Copier:
    """How badly it copies."""

    dpi: int = 200
    turned: float = 0.4
    """Degrees, at most, to either side."""
    grain: float = 7.0
    """Standard deviation of the noise, of 255 levels."""
    shade: float = 0.12
    """How much darker the darkest corner is."""
    quality: int = 80
    """Of the JPEG pages."""


def scanned_pages(pdf: bytes, copier: Copier | None = None, seed: int = 0) -> list[Image.Image]:
    """Grey pictures of the pages of a PDF."""
    copier = copier or Copier()
    luck = np.random.default_rng(seed)
    document = pypdfium2.PdfDocument(pdf)
    try:
        scale = copier.dpi / POINTS_PER_INCH
        pages = [page.render(scale=scale, grayscale=True).to_pil().convert("L") for page in document]
    finally:
        document.close()
    return [_copied(page, copier, luck) for page in pages]


def _copied(page: Image.Image, copier: Copier, luck: np.random.Generator) -> Image.Image:
    angle = float(luck.uniform(-copier.turned, copier.turned))
    turned = page.rotate(angle, Image.Resampling.BICUBIC, fillcolor=WHITE)
    levels = np.asarray(turned, dtype=np.float32)
    high, wide = levels.shape
    fall = np.linspace(0, copier.shade / 2, high)[:, None] + np.linspace(0, copier.shade / 2, wide)[None, :]
    levels = levels * (1 - fall) + luck.normal(0, copier.grain, levels.shape)
    return Image.fromarray(np.clip(levels, 0, WHITE).astype(np.uint8))


def scan_pdf(pages: Sequence[Image.Image], copier: Copier | None = None) -> bytes:
    """Pages as a PDF of pictures alone."""
    copier = copier or Copier()
    out = io.BytesIO()
    first, *others = pages
    then = time.gmtime(0)
    first.save(
        out, "PDF", save_all=True, append_images=others, resolution=copier.dpi, quality=copier.quality,
        creationDate=then, modDate=then,
    )  # fmt: skip
    return out.getvalue()


def scan_tiff(pages: Sequence[Image.Image], copier: Copier | None = None) -> bytes:
    """Pages as a TIFF of several pictures."""
    dpi = (copier or Copier()).dpi
    out = io.BytesIO()
    first, *others = pages
    first.save(out, "TIFF", save_all=True, append_images=others, dpi=(dpi, dpi), compression="tiff_deflate")
    return out.getvalue()


def scan_png(page: Image.Image, copier: Copier | None = None) -> bytes:
    """One page as a PNG."""
    dpi = (copier or Copier()).dpi
    out = io.BytesIO()
    page.save(out, "PNG", dpi=(dpi, dpi))
    return out.getvalue()
