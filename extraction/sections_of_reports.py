"""The headings of a Laporan Kinerja with what stands under each."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.stream import Line
from schemas.sop import Section


def read_report_sections(lines: Sequence[Line]) -> tuple[Section, ...]:
    """Headings in the order of the document."""
    return ()
