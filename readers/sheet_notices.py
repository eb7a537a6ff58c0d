"""What the reader of a report should know about how a workbook was read, one notice of a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from readers.sheet_grid import Collected, Noted, Sheet
from schemas.blocks import Grid, Notice, column_name

SHOWN = 5
"""Places that a notice names."""

_PLACES = {
    "digits-lost": "Angka dengan lebih dari 15 digit tersimpan sebagai bilangan, sehingga digit terakhirnya sudah"
    " hilang dari berkas (misalnya NIP) dan tidak dibandingkan: {places}.",
    "number-out-of-range": "Angka di luar jangkauan lembar kerja dibaca sebagai galat: {places}.",
    "formula-computed": "Hasil {count} rumus tidak tersimpan dalam berkas dan dihitung ulang dari sel yang dirujuknya:"
    " {places}.",
    "formula-uncached": "Hasil {count} rumus tidak tersimpan dalam berkas dan tidak dapat dihitung; sel itu tidak"
    " dinilai: {places}. Buka berkas itu dengan aplikasi lembar kerja, simpan, lalu periksa lagi.",
    "merged-content": "Isi sel yang tertutup sel gabungan tidak tampak di lembar kerja dan tidak dibaca: {places}.",
    "merge-ignored": "Penggabungan sel yang terlalu luas diabaikan: {places}.",
    "stray-cell": "Sel yang terpencil jauh dari isi lainnya tidak ikut dibaca: {places}.",
}


def notices(book: Collected, grids: Mapping[Sheet, Grid]) -> tuple[Notice, ...]:
    """Return what has to be said, in a fixed order."""
    return tuple(_all(book, grids))


def _all(book: Collected, grids: Mapping[Sheet, Grid]) -> Iterator[Notice]:
    for code, message in _PLACES.items():
        noted = book.noted.get(code)
        if noted and noted.count:
            yield _of_places(code, message, noted, grids)
    hidden = [f"“{grid.sheet}”" for grid in grids.values() if grid.hidden]
    if hidden:
        yield Notice("hidden-sheet", f"Lembar tersembunyi ikut dibaca: {_some(hidden)}.")
    yield from _hidden_lines(grids)
    if book.left_out:
        names = [f"“{name}”" for name in book.left_out]
        yield Notice("sheet-without-cells", f"Lembar tanpa sel (bagan dan sejenisnya) tidak dibaca: {_some(names)}.")


def _of_places(code: str, message: str, noted: Noted, grids: Mapping[Sheet, Grid]) -> Notice:
    first = noted.places[:SHOWN]
    names = _some([place.sheet.where(place.row, place.column) for place in first], noted.count)
    evidence = tuple(grids[place.sheet].place(place.row, place.column, place.quote) for place in first)
    return Notice(code, message.format(count=noted.count, places=names), evidence)


class _Lines(NamedTuple):
    code: str
    word: str
    of: Callable[[Grid], frozenset[int]]
    name: Callable[[int], str]


_LINES = (
    _Lines("hidden-rows", "Baris", lambda grid: grid.hidden_rows, lambda row: str(row + 1)),
    _Lines("hidden-columns", "Kolom", lambda grid: grid.hidden_columns, column_name),
)


def _hidden_lines(grids: Mapping[Sheet, Grid]) -> Iterator[Notice]:
    for kind in _LINES:
        found = [
            f"“{grid.sheet}” {kind.word.lower()} {_some(_ranges(kind.of(grid), kind.name))}"
            for grid in grids.values()
            if kind.of(grid)
        ]
        if found:
            yield Notice(kind.code, f"{kind.word} tersembunyi ikut dibaca: {_some(found, between='; ')}.")


def _ranges(numbers: frozenset[int], name: Callable[[int], str]) -> list[str]:
    """Return neighbours together: ``4-7``."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return [name(first) if first == last else f"{name(first)}-{name(last)}" for first, last in runs]


def _some(names: list[str], count: int | None = None, between: str = ", ") -> str:
    """Return the first names, and how many more there are."""
    more = (len(names) if count is None else count) - min(len(names), SHOWN)
    return between.join(names[:SHOWN]) + (f", dan {more} lainnya" if more else "")
