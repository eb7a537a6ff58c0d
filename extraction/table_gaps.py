"""What a table leaves open: cells of a column that it has, and the units of its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extraction.quantities import read_quantity
from schemas.performance import ABSENT, Column, PerformanceTable

FILLED_SHARE = 2 / 3
"""Of a column of which so much is filled in, an empty cell is empty; else it may stand for the one above."""
MAX_LOOKED_AT = 200
"""Rows that tell how a table names its units."""
_COUNTED = re.compile(
    r"persen|prosen|%|\bindeks\b|\bnilai\b|\bjumlah\b|\bskor\b|\brasio\b|\bpredikat\b|\bopini\b|\btingkat\b|rata-rata|"
    r"\bangka\b|\bcakupan\b|\blevel\b|maturitas|kategori|peringkat|\blaju\b|proporsi|\bwaktu (?:tunggu|pe|respon)|"
    r"\blama(?:nya)?\b|banyaknya|"
    r"\bproduksi\b|\bluas\b|\bpanjang\b|\(\w+\)|\bharapan\b|pertumbuhan|kontribusi|\bpdrb\b|\bipm\b|\bikm\b"
)
NAMES = ("indicator", "program", "sasaran")


def named_rows(table: PerformanceTable) -> Sequence[int]:
    """The rows that name something: an indicator, else a program, else a sasaran."""
    key = next((name for name in NAMES if any(table.text(name))), "")
    names = table.text(key)
    if all(map(str.strip, names)):  # as nearly always
        return range(len(names))
    return [row for row, words in enumerate(names) if words.strip()]


def blank_rows(table: PerformanceTable, key: str) -> list[int]:
    """
    The rows, from 0, in which the column of words *key* (``source``, ``owner``) has nothing or a dash.

    A cell left empty under a filled one may belong to it, as merged cells lose their borders in text: it counts only
    where its row begins something of its own, or where nearly all other cells are filled in and the table prints again
    what holds for several rows.
    """
    stated = table.stated.get(key)
    if stated is None:
        return []
    empty = {words: read_quantity(words).state in ABSENT for words in set(stated)}
    if not any(empty.values()):
        return []
    rows = named_rows(table)
    filled = sum(not empty[stated[row]] for row in rows)
    mostly = filled >= FILLED_SHARE * len(rows)
    sasaran = table.stated.get("sasaran", ())
    again = mostly and filled < len(rows) and _prints_again(table, rows)
    blank: list[int] = []
    above = False
    for row in rows:
        words = stated[row]
        if not empty[words]:
            above = True
        elif words.strip() or not above or (mostly and (again or _stands_alone(sasaran, row))):
            blank.append(row)
    return blank


def _prints_again(table: PerformanceTable, rows: Sequence[int]) -> bool:
    """
    Whether a source or a person is printed again in the next row of the same sasaran.

    Who does so does not leave a cell empty to say that it is as above.
    """
    sasaran = table.stated.get("sasaran", ())
    return any(
        stated[one].strip() == stated[two].strip() != "" and not _stands_alone(sasaran, two)
        for stated in (table.stated.get(key, ()) for key in ("source", "owner"))
        if stated
        for one, two in pairwise(rows)
    )


def _stands_alone(sasaran: Sequence[str], row: int) -> bool:
    """A row that names its own sasaran, or any row of a table that has none."""
    return not sasaran or bool(sasaran[row].strip())


def units_told(table: PerformanceTable) -> bool:
    """
    Whether a reader knows in what the figures are counted: most rows tell it, or there is nothing to tell it of.

    By a column, a heading (``Target (%)``), the values (``12 dokumen``) or the indicators (``Persentase ...``).
    """
    if "unit" in table.keys or any(_tells_in_heading(column) for column in table.columns):
        return True
    names = table.text("indicator")
    measured = [
        column for key, column in table.quantities.items() if key.partition(":")[0] in ("target", "realization")
    ]
    bare = told = 0
    for row in named_rows(table)[:MAX_LOOKED_AT]:
        figures = [column[row] for column in measured if column[row].state == "number"]
        if not figures:
            continue
        known = any(one.percent or one.unit for one in figures) or bool(_COUNTED.search(names[row].lower()))
        told, bare = told + known, bare + (not known)
    return bare <= told


def _tells_in_heading(column: Column) -> bool:
    return column.role in ("target", "realization") and column.title is not None and "(" in column.title.value
