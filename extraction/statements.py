"""What sentences say about figures: rise, fall, average, achieved or not."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.stream import Line
from schemas.performance import Statement


def read_statements(lines: Sequence[Line], year: int | None) -> tuple[Statement, ...]:
    """The statements of the running text; *year* is that of the document."""
    return ()
