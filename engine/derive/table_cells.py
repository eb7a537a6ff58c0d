"""Single cells of a table of performance data; a whole column that a table has not is no list of blanks here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from schemas.performance import NOTHING, PerformanceTable, Quantity

T = TypeVar("T")


def figure_at(table: PerformanceTable, key: str, row: int) -> Quantity:
    """What a row states; nothing where there is no such column."""
    column = table.quantities.get(key)
    return NOTHING if column is None else column[row]


def words_at(table: PerformanceTable, key: str, row: int) -> str:
    """The words of a row, without white space around them; none where there is no such column."""
    column = table.words.get(key)
    return "" if column is None else column[row].strip()


class EqualCells:
    """
    A column of quantities by what is different in it.

    Equal cells of a column were read once (`extraction.number_styles`) and are one object, so of 100,000 rows few are
    different: what depends on a cell alone is asked of each of those only.
    """

    __slots__ = ("_codes", "_different")

    def __init__(self, column: Sequence[Quantity]) -> None:
        keys = list(map(id, column))
        different = dict(zip(keys, column, strict=True))
        codes = dict(zip(different, range(len(different)), strict=True))
        self._different = list(different.values())
        self._codes = list(map(codes.__getitem__, keys))

    def each(self, make: Callable[[Quantity], T]) -> list[T]:
        """What *make* gives for the cell of each row."""
        made = [make(one) for one in self._different]
        return list(map(made.__getitem__, self._codes))

    def rows(self, test: Callable[[Quantity], object]) -> list[int]:
        """The rows whose cell passes a test."""
        passing = {code for code, one in enumerate(self._different) if test(one)}
        return [row for row, code in enumerate(self._codes) if code in passing] if passing else []


def equal_cells(table: PerformanceTable, key: str) -> EqualCells:
    """The column of that key by its different cells; kept with the table."""
    found = table.kept.get(key)
    if not isinstance(found, EqualCells):
        found = table.kept[key] = EqualCells(table.column(key))
    return found
