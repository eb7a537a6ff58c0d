"""Facts as they are made: with ids, total, and checked against the vocabulary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from engine.derive.doubts import picture_doubts
from schemas.doubt import ReadingDoubt, confidence_in
from schemas.evidence import Evidence
from schemas.facts import FACT_KINDS, Fact, FactRows, Facts, Scalar
from schemas.report import Confidence

T = TypeVar("T")


class FactList:
    """Gives ids and keeps facts total."""

    def __init__(self, kinds: Collection[str] | None = None) -> None:
        """Begin; of other kinds than *kinds* nothing is kept."""
        self._kinds = None if kinds is None else frozenset(kinds)
        self.facts: list[Fact] = []
        self.rows: list[FactRows] = []
        """Facts about the rows of tables, of kinds that are `by_row`."""
        self._count: Counter[str] = Counter()

    def add(
        self,
        kind: str,
        fields: dict[str, Scalar],
        words: dict[str, str],
        evidence: Iterable[Evidence],
        confidence: Confidence = Confidence.HIGH,
        doubts: tuple[ReadingDoubt, ...] = (),
    ) -> None:
        """
        Add a fact; a field or word that the vocabulary does not have, or that is missing, is a bug.

        *doubts* lower the confidence, and findings say them.
        """
        if self._kinds is not None and kind not in self._kinds:
            return
        spec = FACT_KINDS[kind]
        if fields.keys() != spec.fields.keys() or words.keys() != spec.words.keys():
            wrong = sorted(fields.keys() ^ spec.fields.keys()) + sorted(words.keys() ^ spec.words.keys())
            raise ValueError(f"fact {kind}: {', '.join(wrong)} missing or unknown")
        self._count[kind] += 1
        places = tuple(evidence)
        doubts += picture_doubts(places)
        if doubts:
            confidence = max(confidence, confidence_in(doubts), key=_rank)
        name = f"{kind}-{self._count[kind]:04d}"
        self.facts.append(Fact(name, kind, fields, words, places, confidence, doubts))

    def add_rows(self, rows: FactRows) -> None:
        """Add facts by columns; a field that is missing, unknown or of another length is a bug."""
        if self._kinds is not None and rows.kind not in self._kinds:
            return
        spec = FACT_KINDS[rows.kind]
        lengths = {len(column) for column in rows.fields.values()}
        if not spec.by_row or rows.fields.keys() != spec.fields.keys() or lengths - {rows.count}:
            raise ValueError(f"facts {rows.kind}: {', '.join(sorted(rows.fields.keys() ^ spec.fields.keys()))}")
        if rows.count:
            self.rows.append(rows)

    def whole(self) -> Facts:
        """All facts, those about rows by columns."""
        return Facts(self.facts, self.rows)


def one_of(kinds: str) -> frozenset[str]:
    """
    Return kinds of facts that are named with spaces between them.

    Raises:
        KeyError: The vocabulary does not have one of them.
    """
    return frozenset(kind for kind in kinds.split() if FACT_KINDS[kind])


def made(
    makers: Iterable[tuple[frozenset[str], Callable[[FactList, T], None]]], given: T, kinds: Collection[str] | None
) -> FactList:
    """Return the facts of some kinds (None = of all) that *makers* make of *given*; who makes none is not asked."""
    out = FactList(kinds)
    for those, make in makers:
        if kinds is None or not those.isdisjoint(kinds):
            make(out, given)
    return out


def _rank(confidence: Confidence) -> int:
    return confidence.rank
