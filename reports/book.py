"""What a report of many pages is made from: all documents, gone through as often as it takes, and what judged them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from reports.labels import Language
from schemas.akip import Akip
from schemas.entry import Entry
from schemas.grading import Grading
from schemas.regulation import Regulation, RegulationType
from schemas.report import RulesInfo, Summary, Tool
from schemas.rule import Rule
from schemas.settings import Organisation, ReportSettings


@dataclass(frozen=True)
class Canon:
    """The rules and the law that judged, in full."""

    rules: tuple[Rule, ...]
    """Those that were used, sorted by name."""
    regulations: Mapping[str, Regulation]
    """By id, as the sources of rules name them."""
    grading: Grading
    akip: Akip | None = None
    regulation_types: tuple[RegulationType, ...] = ()
    """Their names written out, and their order."""


@dataclass(frozen=True)
class Sender:
    """Whose report it is."""

    organisation: Organisation = field(default_factory=Organisation)
    report: ReportSettings = field(default_factory=ReportSettings)


@dataclass(frozen=True)
class Book:
    """
    A whole report.

    Documents are not held: `entries` reads them anew, one after another, each time it is called.
    """

    tool: Tool
    rules: RulesInfo
    as_of: dt.date
    masked: bool
    summary: Summary
    unknown: int
    """Documents that are neither an SOP nor performance data."""
    canon: Canon
    sender: Sender
    lang: Language
    entries: Callable[[], Iterator[Entry]]
    clerk: bool = False
    """For whoever mends the documents: what to do stands first, where the format has such a view (`reports.clerk`)."""
    installed: str | None = None
    """The digest of the rules in `canon`, where they are others than those that judged (`rules.digest`)."""


class NotReadyError(Exception):
    """A report of some format cannot be written here; the message is Indonesian and says what to do."""


BookWriter = Callable[[Book, BinaryIO], None]
"""
Writes a report in one format to a stream that is open for writing (seekable when it is a file).

It must not hold more than a few documents at a time, and gives the same bytes for the same book.
"""
