"""
The facts of a whole archive, in small groups: what the rules over several documents join on stands in one group.

Documents come one after another and leave only keys and small tuples; a group is made when its turn comes.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from archive.gathering import Told


@dataclass(frozen=True, slots=True)
class Member:
    """One document (part) of the archive."""

    document: str
    """Its path below the archive, with the part where the file holds several: ``kecamatan/a/sop.docx, bagian 2``."""
    office: str | None
    """As the archive knows it; None = of no known office."""
    year: int | None
    sort: str | None
    """sop | agreement | plan | report: by the folder, else by what the document calls itself."""
    told: Told
    content: str = ""
    """Of its bytes, where that is known: equal contents are copies."""


@dataclass(frozen=True, slots=True)
class DueTold:
    """What an office had to hand in by a day, and the document that is it."""

    office: str
    sort: str
    year: int
    quarter: int | None
    due: dt.date
    document: str | None
    """None = not handed in."""


@dataclass(frozen=True, slots=True)
class RequiredTold:
    """An SOP that an office must have, and the document that is it."""

    office: str
    title: str
    found: str | None
    nearly: str | None
    """The title of an SOP of the office that may be meant by it, where none is surely."""
