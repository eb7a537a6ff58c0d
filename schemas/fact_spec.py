"""
What a fact is: the parts that the vocabulary (`schemas/facts.py`) is made of.

A fact carries two kinds of things. *Fields* go into the engine: small, flat, typed (str, int, bool) and total, so every
fact of a kind has every field; an optional field that is not known is None. *Words* never go into the engine: they are
the printed words that messages quote, looked up by fact id when a finding is written.

"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from schemas.doubt import ReadingDoubt
from schemas.evidence import Evidence
from schemas.report import Confidence

FieldType = type[str] | type[int] | type[bool]
Scalar = str | int | bool | None

MAX_INT = 2**53
"""The engine holds integers exactly up to here."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a fact kind."""

    type: FieldType
    about: str
    optional: bool = False
    values: tuple[str, ...] = ()
    """The closed list of values of a str field; empty = free."""


@dataclass(frozen=True, slots=True)
class FactKind:
    """One kind of fact."""

    about: str
    fields: dict[str, FieldSpec]
    words: dict[str, str] = field(default_factory=dict)
    """Word name -> what it holds. Words may be used in messages only."""
    passing: frozenset[str] = frozenset()
    """Fields and words that change from day to day, with the day of the audit; a finding stays the same meanwhile."""
    by_row: bool = False
    """
    One fact for each row of a table, which may have very many: judged row by row, so that no rule joins two of them.
    """


@dataclass(slots=True)
class Fact:
    """One fact about one document."""

    id: str
    kind: str
    fields: dict[str, Scalar]
    words: dict[str, str]
    evidence: tuple[Evidence, ...]
    confidence: Confidence = Confidence.HIGH
    """How surely it was read; a finding has the weakest of its facts and its rule."""
    doubts: tuple[ReadingDoubt, ...] = ()
    """Why it was not surely read; the finding says so."""


Telling = tuple[dict[str, str], Iterable[Evidence], tuple[ReadingDoubt, ...]]
"""The words, the evidence and the doubts of one fact."""


@dataclass(slots=True, eq=False)
class FactRows:
    """
    Facts of one kind about the rows of a table, by columns: a fact is made only of a row that some rule can want.

    As total and typed as single facts are.
    """

    kind: str
    count: int
    fields: dict[str, Sequence[Scalar]]
    """Field -> its value for each row."""
    tell: Callable[[int], Telling]
    """What a row is called and where it stands; asked only for rows that become facts."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of one document."""

    single: Sequence[Fact]
    rows: Sequence[FactRows] = ()
    """Of kinds that are `by_row`. Such a fact may stand among the single ones too: where there are few."""


def text(about: str, *values: str, optional: bool = False) -> FieldSpec:
    """Words; one of *values* when some are given."""
    return FieldSpec(str, about, optional, values)


def number(about: str, *, optional: bool = False) -> FieldSpec:
    """A whole number."""
    return FieldSpec(int, about, optional)


def flag(about: str) -> FieldSpec:
    """True or false."""
    return FieldSpec(bool, about)
