"""Notices that name pages, and the one about columns that nothing rules off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from schemas.blocks import GuessedColumns, Notice
from schemas.evidence import Evidence

MAX_PAGES_NAMED = 12
MIN_PARTED_LINES = 10
"""Lines of a page that wide gaps part, outside of tables, from which that is said; two signatures have fewer."""


def guess_notices(guessed: Iterable[GuessedColumns]) -> Iterator[Notice]:
    """Say on which pages columns were told by gaps alone."""
    count = Counter((area.page, area.told == "order") for area in guessed)
    pages = sorted({page for (page, in_order), lines in count.items() if not in_order or lines >= MIN_PARTED_LINES})
    if pages:
        yield Notice(
            "columns-guessed",
            f"Kolom tabel pada {named_pages(pages)} tidak bergaris, sehingga dibaca menurut jarak antarkata; "
            "temuan yang dapat timbul dari salah baca tidak dicantumkan. "
            "Beri garis pada tabel itu atau periksa berkas Word-nya.",
            places_of_pages(pages),
        )


def named_pages(pages: list[int]) -> str:
    """Such as ``halaman 2, 3``."""
    shown = ", ".join(map(str, pages[:MAX_PAGES_NAMED]))
    more = len(pages) - MAX_PAGES_NAMED
    return f"halaman {shown}" + (f", dan {more} halaman lain" if more > 0 else "")


def places_of_pages(pages: list[int]) -> tuple[Evidence, ...]:
    """The pages as places without words."""
    return tuple(Evidence(quote="", page=page) for page in pages[:MAX_PAGES_NAMED])
