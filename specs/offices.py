"""Whose document it is: an invented office, and what must be reworded when a document becomes that of another."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_HEADS = {"Kecamatan": "Camat", "Kelurahan": "Lurah", "Desa": "Kepala Desa"}
"""First word of the name of an office -> what its head is called; others have a Kepala."""


@dataclass(frozen=True)
class Owner:
    """An office and its region."""

    office: str
    """``Kecamatan Taman Selasih``"""
    regency: str
    """``Kabupaten Arunika``"""

    @property
    def _sort(self) -> str:
        first = self.office.partition(" ")[0]
        return first if first in _HEADS else ""

    @property
    def name(self) -> str:
        """Without the sort of office, where it is an area; else as a whole: ``Dinas Sosial``."""
        return self.office.partition(" ")[2] if self._sort else self.office

    @property
    def head(self) -> str:
        """Its head: ``Camat Taman Selasih``, ``Kepala Dinas Sosial``."""
        return f"{_HEADS.get(self._sort, 'Kepala')} {self.name}"

    @property
    def short_head(self) -> str:
        """Its head as a heading of a column: ``Camat``, ``Kepala Dinas``."""
        return _HEADS.get(self._sort) or f"Kepala {self.office.partition(' ')[0]}"

    @property
    def secretary(self) -> str:
        """Its secretary as a heading of a column."""
        return {"Kecamatan": "Sekcam", "Kelurahan": "Seklur", "Desa": "Sekdes"}.get(self._sort, "Sekretaris")

    @property
    def place(self) -> str:
        """Where it signs."""
        return self.name if self._sort else self.regency.partition(" ")[2] or self.regency

    def reworder(self, other: Owner) -> Callable[[str], str]:
        """Return what puts the words of this office in place of those of *other*, in both cases of letters."""
        pairs = {
            f"Ditetapkan di {other.place}": f"Ditetapkan di {self.place}",
            other.office: self.office,
            other.head: self.head,
            other.regency: self.regency,
            other.name: self.name,
            other.secretary: self.secretary,
            other.short_head: self.short_head,
        }
        pairs = {old.upper(): new.upper() for old, new in pairs.items()} | pairs
        olds = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(pairs, key=len, reverse=True)))})\b")
        return lambda words: olds.sub(lambda found: pairs[found[0]], words)


OWN = Owner("Kecamatan Taman Selasih", "Kabupaten Arunika")
"""Whose documents are those that a scenario does not say it of."""
