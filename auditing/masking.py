"""Reports that leave the office: NIPs and names of persons are replaced (UU 27/2022)."""

from __future__ import annotations

from schemas.entry import Entry
from schemas.performance import PerformanceReport
from schemas.sop import Sop


def masked(entry: Entry, subject: Sop | PerformanceReport | None) -> Entry:
    """Return the entry without NIPs and names; *subject* tells whose they are."""
    raise NotImplementedError
