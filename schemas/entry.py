"""What reports that show the document itself are made of: its words, and where the findings stand in them."""

from __future__ import annotations

from schemas.base import Small, record, small
from schemas.report import DocumentReport


@small
class Mark(Small):
    """Words of a line that a finding speaks of."""

    start: int
    """0-based character of the line where they begin."""
    end: int
    """After the last of them; equal to `start` where the finding is about an empty place."""
    finding: int
    """0-based place of the finding among those of the document."""
    primary: bool = True
    """Whether it is the first place of the finding, as against a place that is compared with it."""


@small
class Line(Small):
    """One line, paragraph, or row of a table of the document, as it was read."""

    text: str
    """Cells of a row are parted by tabs, printed lines and list items in a cell by line breaks."""
    page: int | None = None
    line: int | None = None
    cell: str | None = None
    """As `schemas.evidence.Evidence.cell`: ``paragraf 12``, ``tabel 2, baris 5``; of sheets the first cell."""
    heading: bool = False
    marks: tuple[Mark, ...] = ()
    """In the order of their beginnings; they may overlap."""
    skipped: int = 0
    """How many lines before this one are left out; rows of a large sheet count whether they hold something or not."""
    table: int | None = None
    """
    1-based number of the table or sheet of which it is a row. All rows of one begin in the same column; a cell that is
    covered by a merged one is empty, and empty cells at the end of a row may be missing.
    """


@small
class DocumentWords(Small):
    """The words of one document, or what of them stands around its findings."""

    lines: tuple[Line, ...]
    skipped: int = 0
    """How many lines after the last one are left out."""


@record
class Entry(Small):
    """One document of a report."""

    report: DocumentReport
    words: DocumentWords | None = None
    """None where nobody asked for them, or the document could not be read."""
