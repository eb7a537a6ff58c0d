"""
``1.234``: a thousand and more, or a little over one? The rest of its column tells, else what stands beside it.

What nothing tells is read as Indonesian, stays marked, and is said.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Literal

from extraction.quantities import number_style, read_quantity, settled
from schemas.blocks import SheetCell
from schemas.evidence import Evidence
from schemas.performance import NOTHING, NumberDecided, Quantity

MANY = 5_000
"""So many different cells of a column tell how its numbers are written."""
SHOWN = 5
"""Cells that are named."""
PARTNERS = {"target": "realization", "realization": "target", "pagu": "spent", "spent": "pagu"}
"""What stands beside a figure and is of its size."""
WHOLE_UNITS = frozenset(
    "dokumen laporan orang kali unit desa kelurahan kegiatan buah paket kk jiwa lembar kasus kejadian pengaduan berkas "
    "sop rumah keluarga lembaga kelompok peserta responden nib izin surat rupiah rp bulan hari".split()
)
"""Units of which there are no thousandth parts."""
SHARE_UNITS = frozenset({"%", "persen", "persentase", "prosen", "percent"})


@dataclass(slots=True)
class Columns:
    """The measured columns of a table while numbers are decided."""

    by_key: dict[str, list[Quantity]]
    units: Sequence[str]
    """Unit of each row; empty where there is no such column."""
    place: Callable[[int, str], Evidence]


def read_column(
    cells: Sequence[SheetCell],
) -> tuple[list[Quantity], list[int], Literal["english", "indonesian"] | None]:
    """
    What a column states, equal cells read once; the rows with numbers of two readings, and the style of all others.

    Numbers of two readings are not yet decided.
    """
    known: dict[SheetCell, Quantity] = {None: NOTHING}
    with _no_collection():
        known.update((content, read_quantity(content)) for content in set(cells) if content is not None)
    unsure = {content for content, one in known.items() if one.ambiguous}
    rows = [row for row, content in enumerate(cells) if content in unsure] if unsure else []
    style = number_style(islice(known.values(), MANY)) if unsure else None
    return list(map(known.__getitem__, cells)), rows, style


@contextmanager
def _no_collection() -> Iterator[None]:
    """Quantities refer to nothing that refers back: looking for cycles among 100,000 of them takes half of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def decide(
    columns: Columns, unsure: dict[str, tuple[list[int], Literal["english", "indonesian"] | None]]
) -> tuple[NumberDecided, ...]:
    """
    Decide numbers of two readings in place.

    Args:
        columns: The columns; their lists are changed.
        unsure: Key -> rows with such numbers, and the style of the other numbers of the column.
    """
    decided: list[NumberDecided] = []
    for key, (rows, style) in unsure.items():
        by: dict[Literal["", "column", "row", "habit"], list[int]] = {}
        quantities = columns.by_key[key]
        for row in rows:
            why, read = _decided(columns, key, row, style)
            quantities[row] = read
            by.setdefault(why, []).append(row)
        decided += [_said(columns, key, found, why) for why, found in by.items() if why]
    return tuple(decided)


def _said(columns: Columns, key: str, rows: Sequence[int], why: Literal["column", "row", "habit"]) -> NumberDecided:
    decimals = sum(columns.by_key[key][row].decimals == 3 for row in rows)
    read_as: Literal["thousands", "decimals", "mixed"] = (
        "thousands" if not decimals else "decimals" if decimals == len(rows) else "mixed"
    )
    first = tuple(columns.place(row, key) for row in rows[:SHOWN])
    return NumberDecided(key=key, count=len(rows), first=first, read_as=read_as, by=why)


def _decided(
    columns: Columns, key: str, row: int, style: Literal["english", "indonesian"] | None
) -> tuple[Literal["", "column", "row", "habit"], Quantity]:
    one = columns.by_key[key][row]
    role = key.partition(":")[0]
    if role in ("pagu", "spent") and style is None:  # no rupiah has three decimals
        return "", settled(one, english="," in _sign(one))
    if role in ("capaian", "spent_percent") and style is None:
        return "row", _nearer(one, Decimal(100))
    if style is not None:
        return "column", settled(one, english=style == "english")
    read = _by_unit(columns, row, one) or _by_partner(columns, key, row, one)
    return ("row", read) if read is not None else ("habit", one)


def _by_unit(columns: Columns, row: int, one: Quantity) -> Quantity | None:
    """People and documents come whole; a percentage is not in the thousands."""
    unit = (one.unit or (columns.units[row] if columns.units else "")).strip().lower()
    thousands = settled(one, english="," in _sign(one))
    if unit in WHOLE_UNITS:
        return thousands
    return settled(one, english="." in _sign(one)) if unit in SHARE_UNITS else None


def _sign(one: Quantity) -> str:
    return "," if "," in one.text else "."


def _by_partner(columns: Columns, key: str, row: int, one: Quantity) -> Quantity | None:
    """The reading that is nearer to the target or realization beside it."""
    role, _, rest = key.partition(":")
    partner = PARTNERS.get(role)
    beside = columns.by_key.get(f"{partner}:{rest}" if rest else partner or "")
    other = beside[row] if beside is not None else None
    if other is None or other.ambiguous or other.state != "number" or not other.value:
        return None
    return _nearer(one, other.value)


def _nearer(one: Quantity, other: Decimal) -> Quantity:
    english, indonesian = settled(one, english=True), settled(one, english=False)
    return english if _apart(english.value, other) < _apart(indonesian.value, other) else indonesian


def _apart(a: Decimal | None, b: Decimal) -> Decimal:
    """How many times one is the other, at least 1."""
    if not a:
        return Decimal(10) ** 9
    ratio = abs(a / b)
    return ratio if ratio >= 1 else 1 / ratio
