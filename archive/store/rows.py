"""What goes into the store and comes out of it, as small plain values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from archive.tasks import Audited
from schemas.archive import Sort


@dataclass(frozen=True, slots=True)
class NewRun:
    """What is known of a run when it begins."""

    as_of: dt.date
    archive: str
    terms: Mapping[str, Any]
    """`archive.terms.Terms.plain()`."""
    layout: Mapping[str, Any]
    waivers: Mapping[str, Any]
    begun: dt.datetime
    """With its time zone."""


@dataclass(frozen=True, slots=True)
class BegunRun:
    """A run that may write."""

    id: int
    """1 for the first; one more than the last that ended, also after runs that were killed."""
    attempts: int
    """1, or more when it takes over from one that was killed."""


@dataclass(frozen=True, slots=True)
class FileState:
    """A file of the archive as it was when its bytes were identified."""

    bytes: int
    modified_ns: int
    changed_ns: int
    inode: int
    contents: tuple[tuple[str, str], ...]
    """Path below it (``""`` for the file itself, else of what is in a ZIP archive) and content key."""


@dataclass(frozen=True, slots=True)
class JudgedState:
    """By what a part was judged."""

    extractor: str
    facts: str
    rules: str
    since: dt.date
    until: dt.date
    verdict: str


@dataclass(frozen=True, slots=True)
class ContentState:
    """What the store knows of a content."""

    extractor: str
    parts: int
    error_code: str | None
    error_message: str | None
    judged: tuple[JudgedState, ...]
    """By part; empty when it was read and never judged, or could not be read."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a document stands from a run on."""

    document: int
    path: str
    part: int
    """1-based; 0 = the only document of its file."""
    office: str | None
    year: int | None
    sort: Sort | str | None
    """A sort of `schemas.archive`, or ``archive`` for an office as a whole."""
    content: str | None
    verdict: str | None
    error_code: str | None = None
    error_message: str | None = None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class OfficeFigures:
    """Figures of one office in one run."""

    office: str
    """Empty = of no known office."""
    documents: int
    unread: int
    score: float | None
    critical: int
    major: int
    minor: int
    advice: int
    waived: int
    new: int
    fixed: int
    late: int


@dataclass(frozen=True, slots=True)
class Ending:
    """All that is written when a run ends, at once."""

    standings: tuple[Standing, ...]
    """Those that became different in this run; documents with new numbers among them."""
    figures: tuple[OfficeFigures, ...]
    counts: Mapping[str, Any]
    notices: tuple[Mapping[str, str], ...]
    ended: dt.datetime
    cpu_seconds: float
    exit_code: int


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer, and by what it was made."""

    answer: Audited
    extractor: str
    facts: str
    rules: str
