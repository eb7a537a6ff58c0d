"""How much of a PDF a reader takes: far more than an SOP or a report needs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PdfLimits:
    """Each limit, when passed, is a `ReadError`, but for drawings: a page of more paths is read without its lines."""

    bytes: int = 64 * 1024 * 1024
    """Bytes of the file."""
    pages: int = 1_000
    """Pages of one file."""
    page_characters: int = 50_000
    """Characters of one page; a dense one has 6,000. What is more is not read."""
    characters: int = 4_000_000
    """Characters of all pages."""
    page_paths: int = 30_000
    """Lines and areas drawn on one page; a dense table has 2,000."""
    stream_bytes: int = 16 * 1024 * 1024
    """Bytes that one part of the file, such as the drawing commands of a page, unpacks to.

    PDFium takes up to 80 times as much memory.
    """
