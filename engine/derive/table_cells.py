"""Single cells of a table of performance data; a whole column that a table has not is no list of blanks here."""

from __future__ import annotations

from schemas.performance import NOTHING, PerformanceTable, Quantity


def figure_at(table: PerformanceTable, key: str, row: int) -> Quantity:
    """What a row states; nothing where there is no such column."""
    column = table.quantities.get(key)
    return NOTHING if column is None else column[row]


def words_at(table: PerformanceTable, key: str, row: int) -> str:
    """The words of a row, without white space around them; none where there is no such column."""
    column = table.words.get(key)
    return "" if column is None else column[row].strip()
