"""`rules/glossary.yaml`: the words of SOP AP and SAKIP, how they are spelt, and which of them are out of date."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, TypeVar

from pydantic import Field

from schemas.base import Model
from schemas.regulation import PartialDay

Word = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^\S(?:.*\S)?$")]
Words = Annotated[str, Field(max_length=100_000)]
"""Many words in one text, divided by blanks."""
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]

_Row = TypeVar("_Row", "Outdated", "SpellingGroup")


class Outdated(Model):
    """A name that a newer regulation has replaced."""

    id: Id
    printed: Annotated[tuple[Word, ...], Field(min_length=1)]
    """Ways to print it; an abbreviation counts in any case."""
    present: Word
    by: Word
    """The regulation that changed it, as findings print it."""
    since: PartialDay
    """A document of before that day used the right name."""


class SpellingGroup(Model):
    """Ways to write one thing, of which a document should use one."""

    id: Id
    thing: Word
    standard: Word
    names: Annotated[tuple[Annotated[tuple[Word, ...], Field(min_length=1)], ...], Field(min_length=2)]
    """Each name with its forms: a short and a long form of one name do not exclude each other."""


class Nonstandard(Model):
    """A word, and how it is misspelt."""

    standard: Word
    printed: Annotated[tuple[Word, ...], Field(min_length=1)]
    old: bool = False
    """So written in titles of older regulations."""


class Glossary(Model):
    """The words that patuh knows beside the dictionary."""

    terms: tuple[Word, ...] = ()
    offices: tuple[Word, ...] = ()
    abbreviations: Words = ""
    english: Words = ""
    ordinary: Words = ""
    """Words without affixes that a misspelling may have been meant to be."""
    outdated: tuple[Outdated, ...] = ()
    groups: tuple[SpellingGroup, ...] = ()
    informal: dict[Word, Word] = {}
    nonstandard: tuple[Nonstandard, ...] = ()

    def joined(self, other: Glossary) -> Glossary:
        """Return both as one: lists one after the other, and the rows of *other* win."""
        return Glossary(
            terms=self.terms + other.terms,
            offices=self.offices + other.offices,
            abbreviations=f"{self.abbreviations} {other.abbreviations}".strip(),
            english=f"{self.english} {other.english}".strip(),
            ordinary=f"{self.ordinary} {other.ordinary}".strip(),
            outdated=_by_id(self.outdated, other.outdated),
            groups=_by_id(self.groups, other.groups),
            informal=self.informal | other.informal,
            nonstandard=self.nonstandard + other.nonstandard,
        )


def _by_id(rows: Iterable[_Row], others: Iterable[_Row]) -> tuple[_Row, ...]:
    return tuple(({row.id: row for row in rows} | {row.id: row for row in others}).values())
