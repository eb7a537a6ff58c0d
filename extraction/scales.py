"""The scale of ratings that a document declares: ``91 - 100 Sangat Baik``."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.stream import Line
from schemas.performance import PerformanceTable, ScaleClass


def read_scale(tables: Sequence[PerformanceTable], lines: Sequence[Line]) -> tuple[ScaleClass, ...]:
    """The classes of the declared scale in printed order; none where none is declared."""
    return ()
