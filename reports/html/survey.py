"""The first reading of a book: the totals that the page begins with, and how big a page it will be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from reports.overview import Overview, office_key, overview
from schemas.entry import Entry
from schemas.report import DocumentReport

LISTED: Final = 200
"""Documents without a verdict that the overview names; the list of documents has all."""


@dataclass(frozen=True, slots=True)
class Named:
    """A document that the overview names."""

    number: int
    """1-based, in the order of the report."""
    path: str
    part: int | None
    reasons: tuple[str, ...] = ()


@dataclass(slots=True)
class Survey:
    """What one reading tells."""

    overview: Overview
    offices: dict[str, int]
    """Key of an office (`reports.overview.office_key`) -> its place in the list of offices."""
    failed: list[Named] = field(default_factory=list)
    """The first `LISTED` documents that could not be audited."""
    unknown: list[Named] = field(default_factory=list)
    characters: int = 0
    """Of the words of all documents."""

    @property
    def documents(self) -> int:
        """How many there are."""
        return self.overview.whole.documents

    @property
    def findings(self) -> int:
        """How many there are, of any severity."""
        return self.overview.whole.findings.total()

    def office_of(self, report: DocumentReport) -> int:
        """The place of its office in the list of offices."""
        return self.offices[office_key(report.unit)]


def survey(entries: Iterable[Entry]) -> Survey:
    """Read all documents once."""
    found = Survey(Overview.__new__(Overview), {})
    found.overview = overview(_watched(entries, found))
    found.offices = {office_key(office.name): at for at, office in enumerate(found.overview.offices)}
    return found


def _watched(entries: Iterable[Entry], found: Survey) -> Iterator[Entry]:
    for number, entry in enumerate(entries, 1):
        report = entry.report
        if report.errors and len(found.failed) < LISTED:
            reasons = tuple(error.message for error in report.errors)
            found.failed.append(Named(number, report.path, report.part, reasons))
        elif report.kind == "unknown" and not report.errors and len(found.unknown) < LISTED:
            found.unknown.append(Named(number, report.path, report.part))
        found.characters += sum(len(line.text) for line in entry.words.lines) if entry.words else 0
        yield entry
