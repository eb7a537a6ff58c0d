"""The facts of one document as the rules ask for them: by position, or the first one that passes some tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.predicates import Question
from engine.rowtable import RowTable
from schemas.facts import Fact


class JudgedFacts:
    """
    Single facts, and those about the rows of tables, which are made when somebody asks for them.

    Positions count the single facts first, then the rows of one table after the other. Who asks for the facts of one
    row one after another has it made once.
    """

    __slots__ = ("_by_kind", "_last", "_tables", "single", "tables")

    def __init__(self, single: Sequence[Fact], tables: Sequence[RowTable] = ()) -> None:
        self.single = single
        self.tables = tables
        self._by_kind: dict[str, list[Fact]] = {}
        for fact in single:
            self._by_kind.setdefault(fact.kind, []).append(fact)
        self._tables: dict[str, list[RowTable]] = {}
        for table in tables:
            self._tables.setdefault(table.kind, []).append(table)
        self._last: tuple[int, Fact] | None = None

    def __getitem__(self, position: int) -> Fact:
        """Return the fact at a position."""
        if position < len(self.single):
            return self.single[position]
        if self._last is None or self._last[0] != position:
            table = next(table for table in self.tables if position < table.first + table.count)
            self._last = position, table.fact(position - table.first)
        return self._last[1]

    @property
    def by_kind(self) -> Mapping[str, Sequence[Fact]]:
        """The single facts of each kind that there is, in their order."""
        return self._by_kind

    def has(self, kind: str) -> bool:
        """Whether there is a fact of that kind."""
        return kind in self._by_kind or (kind in self._tables and any(table.count for table in self._tables[kind]))

    def first(self, asked: Question) -> Fact | None:
        """Return the first fact, single ones before rows, for which all tests hold."""
        kind = asked.kind
        found = asked.find(self._by_kind[kind]) if kind in self._by_kind else None
        if found is not None or kind not in self._tables:
            return found
        for table in self._tables[kind]:
            row = table.first_passing(asked.way)
            if row is not None:
                return table.fact(row)
        return None

    def any(self, asked: Question) -> bool:
        """Whether all tests hold for some fact."""
        kind = asked.kind
        if kind in self._by_kind and asked.find(self._by_kind[kind]) is not None:
            return True
        return kind in self._tables and any(table.first_passing(asked.way) is not None for table in self._tables[kind])
