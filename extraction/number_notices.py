"""What is said of numbers that may be read in two ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from schemas.blocks import Notice
from schemas.performance import NumberDecided, PerformanceTable

_READ = {"thousands": "ribuan", "decimals": "desimal", "mixed": "ribuan atau desimal"}
_BY = {
    "column": "menurut angka lain di kolomnya",
    "row": "menurut satuan atau angka pembandingnya pada baris yang sama",
    "habit": "menurut kelaziman penulisan angka Indonesia karena tidak ada petunjuk lain",
}


def number_notices(tables: Sequence[PerformanceTable]) -> Iterator[Notice]:
    """One notice for each column with such numbers: the first cells, how many, and how they were read."""
    for table in tables:
        for decided in table.numbers_decided:
            yield Notice("number-ambiguous", _message(decided), decided.first)


def _message(decided: NumberDecided) -> str:
    shown = [f"\u201c{place.quote}\u201d" + (f" ({place.cell})" if place.cell else "") for place in decided.first]
    more = decided.count - len(shown)
    cells = ", ".join(shown) + (f", dan {more} sel lain" if more > 0 else "")
    return (
        f"Angka {cells} dapat dibaca dengan dua cara (1.234 sebagai ribuan atau desimal); "
        f"dibaca sebagai {_READ[decided.read_as]} {_BY[decided.by]}."
    )
