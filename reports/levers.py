"""Which of the levers of a document are worth naming to people."""

from __future__ import annotations

from itertools import takewhile

from schemas.report import CLOSED, DocumentReport, Lever


def open_levers(report: DocumentReport) -> list[Lever]:
    """
    Return the levers whose gain can be had by mending.

    What an auditor overruled is not mended, nor what is waived, so its rule raises nothing; the levers after it count
    on it, and are left out as well.
    """
    closed = {finding.rule for finding in report.findings if finding.status in CLOSED}
    return list(takewhile(lambda lever: lever.rule not in closed, report.levers))
