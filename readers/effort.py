"""
What a reader announces before costly work, so that the process it works in may grant time and memory for it.

Called as ``effort.extend("ocr", pages)``, never imported by name: a worker process puts its own function here
(`auditing.workers`). Elsewhere, as in tests and `patuh extract`, nothing limits the work and nothing happens.
"""

from __future__ import annotations

from collections.abc import Callable


def _nobody_asks(_kind: str, _units: int, /) -> None:
    """Do nothing."""


extend: Callable[[str, int], None] = _nobody_asks
"""
Takes the kind of work (``ocr``: recognising words in pictures) and how many pages of it lie ahead in this document.

Called once before the first page, or before each page with the pages that are left.
"""
