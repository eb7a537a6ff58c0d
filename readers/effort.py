"""
How a reader asks for more time and memory before it does what costs much.

A worker process puts its own function in the place of `extend`; where there is none, nothing is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

Kind = Literal["ocr"]
"""ocr  the words of pictures of pages are recognised: up to 10 s a page, and 700 MB once"""


def _nothing(kind: Kind, left: int) -> None:
    """No worker listens."""


extend: Callable[[Kind, int], None] = _nothing
"""Called before each unit of such work: its kind, and how many units are left of the file, this one among them."""


def needs_more(kind: Kind, left: int) -> None:
    """Say what comes; a worker that cannot give more raises what ends the document."""
    extend(kind, left)
