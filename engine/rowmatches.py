"""
How a plan that looks at the rows of tables is judged: which rows can matter to it, and how many at a time.

Such a plan binds one fact about a row, and no absent pattern is about rows (`engine/vocabulary.py` sees to that), so
whether a row matches depends on no other row: rows can be judged in batches, each beside all single facts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import prod
from typing import NamedTuple

from engine.compiler import FLIPPED, Join, PatternPlan, Plan
from engine.errors import TooLargeError
from engine.predicates import compare
from engine.rowtable import RowTable
from schemas.facts import FACT_KINDS, Fact, Scalar

ROWS_A_BATCH = 250
"""
Rows that the engine judges at a time, or as many as there are single facts beside them.

Of 40,000 rows, each beside five facts and with two matches, a row took 21 µs in batches of 50, 23 µs in those of 200 to
500, 31 µs in those of 2,000 and 36 µs in those of 4,000.
"""
MAX_ROW_MATCHES = 250_000
"""
Matches of rows that become findings; beyond, those of the rules that match most rows are given for the first rows only.

A finding with its JSON takes some 3.6 kB: 200,000 of a table of 100,000 rows took a worker to 930 MB.
"""
MAX_ROW_COMBINATIONS = 20_000_000
"""Combinations of rows with single facts that one network looks at in one document: about five seconds."""
MAX_ALIKE = 16
"""Single facts that a row is compared with before the engine is asked."""


class Match(NamedTuple):
    """One variant of a rule that holds."""

    rule: str
    variant: int
    facts: tuple[int, ...]
    """Positions of the bound facts among those judged, in the order of the plan's present patterns."""


@dataclass(slots=True)
class RowMatches:
    """What was found in the rows of one document."""

    found: list[Match] = field(default_factory=list)
    cut: frozenset[str] = frozenset()
    """Rules that match more rows than were found: those of the first rows are given."""


def row_pattern(plan: Plan) -> int | None:
    """Return which present pattern of *plan* is about the rows of tables, or None."""
    for index, pattern in enumerate(plan.patterns[: plan.present]):
        if FACT_KINDS[pattern.kind].by_row:
            return index
    return None


Passing = Mapping[int, Sequence[int]]
"""Way -> positions of the single facts that pass it."""


class RowPlan:
    """A plan with a pattern on rows."""

    def __init__(self, plan: Plan, way_of: Callable[[PatternPlan], int]) -> None:
        at = row_pattern(plan)
        assert at is not None
        pattern = plan.patterns[at]
        self.rule = plan.rule
        self.variant = plan.variant
        self.kind = pattern.kind
        self.way = frozenset(pattern.tests)
        self.alone = len(plan.patterns) == 1
        """It looks at nothing but the row: the tests of the pattern tell all."""
        others = [way_of(one) for index, one in enumerate(plan.patterns) if index != at]
        self.ways = others
        """The ways of its other patterns."""
        self._present = others[: plan.present - 1]
        self._joins = [
            (way_of(plan.patterns[other]), _RowJoin(joins)) for other, joins in _joins_of_row(plan, at).items()
        ]

    def rows(self, table: RowTable, passing: Passing, facts: Sequence[Fact]) -> Sequence[int]:
        """Return the rows that it may match: those that pass its tests and fit some fact of each joined pattern."""
        if table.kind != self.kind or any(way not in passing for way in self._present):
            return ()
        rows = table.passing(self.way)
        for way, join in self._joins:
            rows = join.fitting(table, rows, [facts[position] for position in passing[way]])
        return rows

    def matches_a_row(self, passing: Passing) -> int:
        """Return how often it may match one row."""
        return prod(len(passing[way]) for way in self._present)

    def combinations_a_row(self, passing: Passing) -> int:
        """Return how many combinations of facts the engine may have to look at for one row."""
        return prod(len(passing.get(way, ())) or 1 for way in self.ways)


def _joins_of_row(plan: Plan, at: int) -> dict[int, list[tuple[str, str, str]]]:
    """Other present pattern -> (field of the row, operator, field of the other) of each join with the row."""
    joins: dict[int, list[tuple[str, str, str]]] = {}

    def note(other: int, join: Join, *, mine: bool) -> None:
        one = (join.field, join.op, join.other) if mine else (join.other, FLIPPED[join.op], join.field)
        joins.setdefault(other, []).append(one)

    for index, pattern in enumerate(plan.patterns[: plan.present]):
        for join in pattern.joins:
            if index == at:
                note(join.pattern, join, mine=True)
            elif join.pattern == at:
                note(index, join, mine=False)
    return joins


class _RowJoin:
    """All joins of the row with one other pattern."""

    __slots__ = ("_equal", "_fields", "_others")

    def __init__(self, joins: Sequence[tuple[str, str, str]]) -> None:
        self._fields = list(dict.fromkeys(mine for mine, _, _ in joins))
        at = {name: index for index, name in enumerate(self._fields)}
        self._equal = [(at[mine], theirs) for mine, op, theirs in joins if op == "eq"]
        self._others = [(at[mine], op, theirs) for mine, op, theirs in joins if op != "eq"]

    def fitting(self, table: RowTable, rows: Sequence[int], facts: Sequence[Fact]) -> list[int]:
        """Return those of *rows* that fit one of *facts*, and those for which there are many to compare with."""
        alike: dict[tuple[Scalar, ...], list[Fact]] = {}
        for fact in facts:
            alike.setdefault(tuple([fact.fields[theirs] for _, theirs in self._equal]), []).append(fact)
        columns = [table.column(name) for name in self._fields]
        known: dict[tuple[Scalar, ...], bool] = {}
        kept: list[int] = []
        for row in rows:
            mine = tuple([column[row] for column in columns])
            fits = known.get(mine)
            if fits is None:
                fits = known[mine] = self._fits(mine, alike)
            if fits:
                kept.append(row)
        return kept

    def _fits(self, mine: Sequence[Scalar], alike: Mapping[tuple[Scalar, ...], Sequence[Fact]]) -> bool:
        key = tuple([mine[at] for at, _ in self._equal])
        facts = () if None in key else alike.get(key, ())
        if not self._others or len(facts) > MAX_ALIKE:
            return bool(facts)
        return any(all(compare(op, mine[at], fact.fields[theirs]) for at, op, theirs in self._others) for fact in facts)


@dataclass(slots=True)
class Batches:
    """The plans of one network that may match rows of one table, and those rows, parted."""

    table: RowTable
    plans: list[RowPlan]
    rows: list[int]
    """All rows that one of the plans may match."""
    size: int
    """Rows of a batch."""

    def parts(self) -> Iterator[list[int]]:
        """Yield the rows of one batch after the other."""
        for start in range(0, len(self.rows), self.size):
            yield self.rows[start : start + self.size]


def batches(
    plans: Iterable[RowPlan], table: RowTable, passing: Passing, facts: Sequence[Fact], limits: tuple[int, int]
) -> Batches | None:
    """
    Return what of a table the engine has to be asked; None when nothing.

    *limits* are the matches and the combinations that the engine may be burdened with at a time.

    Raises:
        TooLargeError: the rows have to be combined with too many other facts.
    """
    wanted = {id(plan): (plan, rows) for plan in plans if (rows := plan.rows(table, passing, facts))}
    if not wanted:
        return None
    able = [plan for plan, _ in wanted.values()]
    rows = sorted({row for _, those in wanted.values() for row in those})
    matches = sum(plan.matches_a_row(passing) for plan in able)
    combinations = max(plan.combinations_a_row(passing) for plan in able)
    if max(matches // limits[0], combinations // limits[1]) or combinations * len(rows) > MAX_ROW_COMBINATIONS:
        raise TooLargeError(
            f"{len(rows)} rows of {table.kind} would have to be compared with {combinations} facts each"
        )
    beside = sum(len(passing.get(way, ())) for plan in able for way in plan.ways)
    size = min(max(ROWS_A_BATCH, beside), limits[0] // matches, limits[1] // combinations)
    return Batches(table, able, rows, size)


class Gathered:
    """
    Gathers the matches of rows, and cuts them where they are too many to be reported.

    A rule that is cut has those of its first rows, of one at the least, and of these rows all.
    """

    def __init__(self) -> None:
        self._alone: dict[str, list[tuple[RowPlan, RowTable, Sequence[int]]]] = {}
        self._joined: dict[str, list[Match]] = {}
        self._held = 0
        """Matches in `_joined`."""
        self._ends: dict[str, int] = {}
        """Rule that is cut -> the position from which on its matches are left out."""

    def add_rows(self, plan: RowPlan, table: RowTable, rows: Sequence[int]) -> None:
        """Note rows that a plan which looks at nothing else matches."""
        if rows:
            self._alone.setdefault(plan.rule, []).append((plan, table, rows))

    def add(self, matches: Iterable[Match]) -> None:
        """Note matches that the engine found."""
        for match in matches:
            end = self._ends.get(match.rule)
            if end is None or max(match.facts) < end:
                self._joined.setdefault(match.rule, []).append(match)
                self._held += 1
        if self._held > 2 * MAX_ROW_MATCHES:
            self._cut({rule: len(joined) for rule, joined in self._joined.items()})
            self._joined = {rule: self._of_engine(rule) for rule in self._joined}
            self._held = sum(map(len, self._joined.values()))

    def matches(self) -> RowMatches:
        """Return the matches in order, hardly more than `MAX_ROW_MATCHES`."""
        counts = {rule: sum(len(rows) for _, _, rows in parts) for rule, parts in self._alone.items()}
        for rule, joined in self._joined.items():
            counts[rule] = counts.get(rule, 0) + len(joined)
        self._cut(counts)
        found: list[Match] = []
        for rule in sorted(counts):
            found += sorted({*self._of_engine(rule), *self._of_rows(rule)})
        return RowMatches(found, frozenset(self._ends))

    def _cut(self, counts: Mapping[str, int]) -> None:
        """Set the ends of the rules that have more matches than their share."""
        share = max(1, _share(list(counts.values())))
        for rule, count in counts.items():
            if count > share:
                positions = [table.first + row for _, table, rows in self._alone.get(rule, ()) for row in rows]
                positions += [max(match.facts) for match in self._joined.get(rule, ())]
                positions.sort()
                end = max(positions[share], positions[0] + 1)
                self._ends[rule] = min(end, self._ends.get(rule, end))

    def _of_engine(self, rule: str) -> list[Match]:
        end = self._ends.get(rule)
        joined = self._joined.get(rule, [])
        return joined if end is None else [match for match in joined if max(match.facts) < end]

    def _of_rows(self, rule: str) -> Iterator[Match]:
        end = self._ends.get(rule)
        for plan, table, rows in self._alone.get(rule, ()):
            last = len(rows) if end is None else bisect_left(rows, end - table.first)
            yield from (Match(rule, plan.variant, (table.first + row,)) for row in rows[:last])


def _share(counts: Sequence[int]) -> int:
    """Return the most matches that each rule may have so that all together are no more than `MAX_ROW_MATCHES`."""
    left = MAX_ROW_MATCHES
    for number, count in enumerate(sorted(counts)):
        rest = len(counts) - number
        if count * rest > left:
            return left // rest
        left -= count
    return max(counts, default=0)
