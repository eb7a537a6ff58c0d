"""
The facts about the rows of one table, asked by columns.

A table may have a million rows, and what few rules want of it are few rows: those are found here, without a fact for
each row. Rows that are alike in the fields of closed values (states, truths) are looked at once, together; numbers and
words are looked at only in the rows that are left. What is found is exactly what judging each row as a fact would find.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from types import NoneType
from typing import Any

from engine.auditday import Elapsed
from engine.compiler import FieldTest
from engine.derive.doubts import picture_doubts
from engine.errors import EngineError
from engine.predicates import Check, check_of
from schemas.doubt import confidence_in
from schemas.facts import FACT_KINDS, MAX_INT, Fact, FactRows, FieldSpec, Scalar

Way = frozenset[FieldTest]
"""The tests of a pattern: one way in which a row can be of use."""

_COMPARE: dict[str, Callable[[Sequence[Any], Iterable[int], Any], list[int]]] = {
    "ne": lambda column, rows, than: [row for row in rows if (value := column[row]) is not None and value != than],
    "lt": lambda column, rows, than: [row for row in rows if (value := column[row]) is not None and value < than],
    "lte": lambda column, rows, than: [row for row in rows if (value := column[row]) is not None and value <= than],
    "gt": lambda column, rows, than: [row for row in rows if (value := column[row]) is not None and value > than],
    "gte": lambda column, rows, than: [row for row in rows if (value := column[row]) is not None and value >= than],
}


USUAL = 1_000
"""First rows that tell which values most rows have: those need no look one by one."""


class RowTable:
    """One `FactRows`, checked, with its rows put together by what their closed fields hold."""

    def __init__(self, rows: FactRows, tested: Iterable[str] = (), first: int = 0) -> None:
        """
        *tested* are the fields that patterns test; *first* is the position of the first row among the facts judged.

        Raises:
            EngineError: a value is not of its field's type or closed list, or a field is missing or of another length.
        """
        spec = FACT_KINDS.get(rows.kind)
        if spec is None or not spec.by_row:
            raise EngineError(f"{rows.kind!r} is no kind of facts about the rows of tables")
        self.kind = rows.kind
        self.first = first
        self.count = rows.count
        self._spec = spec
        self._rows = rows
        self._columns = rows.fields
        _check(rows, spec.fields)
        wanted = set(tested)
        self._closed = {
            name: at
            for at, name in enumerate(
                name for name, one in spec.fields.items() if name in wanted and (one.type is bool or one.values)
            )
        }
        self._alike = self._put_together()
        self._passing: dict[Way, Sequence[int]] = {}
        self._first_of: dict[Way, int | None] = {}

    def passing(self, way: Way) -> Sequence[int]:
        """Return the rows that pass all tests of *way*, from 0, in their order."""
        found = self._passing.get(way)
        if found is None:
            found = self._passing[way] = self._all(way)
        return found

    def first_passing(self, way: Way) -> int | None:
        """Return the first row that passes all tests of *way*, or None."""
        if way not in self._first_of:
            self._first_of[way] = self._one(way)
        return self._first_of[way]

    def column(self, name: str) -> Sequence[Scalar]:
        """Return the values of a field."""
        return self._columns[name]

    def fields(self, row: int) -> dict[str, Scalar]:
        """Return the fields of the fact about a row."""
        return {name: column[row] for name, column in self._columns.items()}

    def fact(self, row: int) -> Fact:
        """
        Make the fact about a row.

        Raises:
            EngineError: it does not have exactly the words of its kind.
        """
        words, places, doubts = self._rows.tell(row)
        evidence = tuple(places)
        doubts += picture_doubts(evidence)
        if words.keys() != self._spec.words.keys():
            wrong = ", ".join(sorted(words.keys() ^ self._spec.words.keys()))
            raise EngineError(f"row {row + 1} of {self.kind}: words {wrong} missing or unknown")
        name = f"{self.kind}-row-{self.first + row:07d}"
        return Fact(name, self.kind, self.fields(row), words, evidence, confidence_in(doubts), doubts)

    def _put_together(self) -> Mapping[tuple[Scalar, ...], Sequence[int]]:
        if not self._closed:
            return {(): range(self.count)} if self.count else {}
        keys = list(zip(*[self._columns[name] for name in self._closed], strict=True))
        if not keys:
            return {}
        usual = Counter(keys[:USUAL]).most_common(1)[0][0]
        odd = [row for row, key in enumerate(keys) if key != usual]
        alike: defaultdict[tuple[Scalar, ...], list[int]] = defaultdict(list)
        for row in odd:
            alike[keys[row]].append(row)
        alike[usual] = _others(odd, self.count)
        return alike

    def _groups(self, way: Way) -> tuple[list[Sequence[int]], list[FieldTest]]:
        """Return the groups whose closed fields pass, and the tests that are left, the quick ones first."""
        closed = [(self._closed[test.field], check_of(test)) for test in way if test.field in self._closed]
        left = [test for test in way if test.field not in self._closed]
        left.sort(key=lambda test: (test.op not in ("eq", "in"), test.field, test.op, str(test.value)))
        groups = [rows for key, rows in self._alike.items() if all(check(key[at]) for at, check in closed)]
        return groups, left

    def _all(self, way: Way) -> Sequence[int]:
        groups, left = self._groups(way)
        rows: Sequence[int] = groups[0] if len(groups) == 1 else sorted(chain.from_iterable(groups))
        for test in left:
            rows = _filtered(self._columns[test.field], rows, test)
        return rows

    def _one(self, way: Way) -> int | None:
        groups, left = self._groups(way)
        checks = [(self._columns[test.field], check_of(test)) for test in left]
        firsts = [next((row for row in rows if _passes(checks, row)), None) for rows in groups]
        return min((row for row in firsts if row is not None), default=None)


def _others(rows: Iterable[int], count: int) -> list[int]:
    """Of so many rows those that are not among *rows*, which go upwards."""
    others: list[int] = []
    start = 0
    for row in rows:
        others += range(start, row)
        start = row + 1
    return [*others, *range(start, count)]


def _filtered(column: Sequence[Scalar], rows: Iterable[int], test: FieldTest) -> list[int]:
    if test.op in ("eq", "in"):
        values = frozenset(test.value if isinstance(test.value, tuple) else (test.value,))
        return [row for row in rows if column[row] in values]
    return _COMPARE[test.op](column, rows, test.value)


def _passes(checks: Iterable[tuple[Sequence[Scalar], Check]], row: int) -> bool:
    return all(check(column[row]) for column, check in checks)


def _check(rows: FactRows, specs: Mapping[str, FieldSpec]) -> None:
    """
    See that the rows are facts of their kind.

    Raises:
        EngineError: they are not; it names the field, and the row counted from 1.
    """
    if rows.fields.keys() != specs.keys():
        wrong = ", ".join(sorted(rows.fields.keys() ^ specs.keys()))
        raise EngineError(f"rows of {rows.kind}: fields {wrong} missing or unknown")
    passing = FACT_KINDS[rows.kind].passing
    for name, spec in specs.items():
        column = rows.fields[name]
        if len(column) != rows.count:
            raise EngineError(f"rows of {rows.kind}: {rows.kind}.{name} has {len(column)} values for {rows.count} rows")
        _check_types(rows, name, spec, passing=name in passing)
        if spec.type is int:
            _check_range(rows, name)
        elif spec.values:
            _check_values(rows, name, {*spec.values, None})


def _check_types(rows: FactRows, name: str, spec: FieldSpec, *, passing: bool) -> None:
    column = rows.fields[name]
    allowed = {spec.type, *((NoneType,) if spec.optional else ()), *((Elapsed,) if passing else ())}
    if not set(map(type, column)) <= allowed:
        row, value = next((row, value) for row, value in enumerate(column, 1) if type(value) not in allowed)
        wanted = spec.type.__name__
        raise EngineError(f"row {row} of {rows.kind}: {rows.kind}.{name} is {value!r}, not {wanted}")


def _check_values(rows: FactRows, name: str, allowed: set[Scalar]) -> None:
    column = rows.fields[name]
    if not set(column) <= allowed:
        row, value = next((row, value) for row, value in enumerate(column, 1) if value not in allowed)
        raise EngineError(f"row {row} of {rows.kind}: {rows.kind}.{name} cannot be {value!r}")


def _check_range(rows: FactRows, name: str) -> None:
    column: Sequence[Any] = rows.fields[name]
    known = column if None not in column else [value for value in column if value is not None]
    for value in (min(known, default=0), max(known, default=0)):
        if not -MAX_INT <= value <= MAX_INT:
            raise EngineError(f"row {column.index(value) + 1} of {rows.kind}: {rows.kind}.{name} cannot be {value}")


def row_tables(rows: Iterable[FactRows], first: int, tested: Callable[[str], Iterable[str]]) -> list[RowTable]:
    """
    Return the tables with positions that go on from *first*; *tested* gives the fields of a kind that patterns test.

    Raises:
        EngineError: one of them is not total or not typed.
    """
    tables: list[RowTable] = []
    for one in rows:
        tables.append(RowTable(one, tested(one.kind), first))
        first += one.count
    return tables
