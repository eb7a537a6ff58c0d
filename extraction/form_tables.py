"""Forms of performance data in an SOP, read as the tables of a report are: their columns, and what is left open."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.performance_tables import Caption, read_body, read_table
from extraction.stream import Line
from extraction.table_columns import find_header
from extraction.table_gaps import blank_rows, units_told
from extraction.table_views import table_view
from schemas.performance import Column, PerformanceTable
from schemas.sop import Form, FormColumn


def with_heads(form: Form, lines: Sequence[Line], block: Sequence[int], head: int) -> Form:
    """The form with what its columns hold; as it is where its headings are not those of such a table."""
    table = _table(lines, block, head)
    if table is None:
        return form
    return form.model_copy(
        update={
            "heads": tuple(_head(table, column) for column in table.columns),
            "numbers": table.column_numbers or (),
            "units_told": units_told(table),
        }
    )


def _table(lines: Sequence[Line], block: Sequence[int], head: int) -> PerformanceTable | None:
    """The form as a table of performance data is read."""
    table = lines[head].table
    if table is None:
        return None
    view = table_view(table)
    numbers = [row.line for row in table.rows]
    start, end = numbers.index(lines[head].no), numbers.index(lines[block[-1]].no) + 1
    header = find_header(view, start, end)
    if header is None:
        return None
    return read_table(view, header, read_body(view, header, header.body, end), Caption(), None)


def _head(table: PerformanceTable, column: Column) -> FormColumn:
    filled_in = any(
        one.given for figures in table.quantities.values() for one in figures
    )  # else it is still to be filled in
    blank = blank_rows(table, column.key) if column.role in ("source", "owner") and filled_in else []
    return FormColumn(title=column.title, role=column.role, number=column.number, blank=tuple(row + 1 for row in blank))
