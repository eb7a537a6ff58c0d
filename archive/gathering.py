"""
What one document tells to the rules about several documents.

It is gathered where the document is read and kept by content; each night the facts of the whole archive are made of it
(`archive.joining`), grouped by what the rules join on.
"""

from __future__ import annotations

from dataclasses import dataclass

from schemas.evidence import Evidence


@dataclass(slots=True)
class OfficerTold:
    """A person in office, as a document names one."""

    nip: str | None
    """18 digits, None where they cannot be read."""
    name: str
    """As printed, with degrees."""
    position: str | None
    place: Evidence
    surely: bool
    """Whether nothing of it was repaired or guessed."""


@dataclass(slots=True)
class TargetTold:
    """What a document of performance data promises or reports for an indicator."""

    indicator: str
    target: str
    """A number in plain digits with a dot, or the words where it is none."""
    unit: str | None
    place: Evidence
    surely: bool


@dataclass(slots=True)
class Told:
    """All that one document (part) tells."""

    kind: str
    """sop | performance."""
    sort: str | None = None
    """By what the document calls itself: sop | agreement | plan | report."""
    number: str | None = None
    """Of the SOP, as printed."""
    number_place: Evidence | None = None
    title: str | None = None
    title_place: Evidence | None = None
    unit: str | None = None
    government: str | None = None
    year: int | None = None
    quarter: int | None = None
    officers: tuple[OfficerTold, ...] = ()
    related: tuple[tuple[str, Evidence], ...] = ()
    """SOPs that it names as related, with their places."""
    passages: tuple[tuple[str, Evidence], ...] = ()
    """Its steps and the items of its sections, for the search for copies: words and place."""
    offices_named: tuple[tuple[str, Evidence], ...] = ()
    """Offices that the text names, as printed."""
    targets: tuple[TargetTold, ...] = ()
