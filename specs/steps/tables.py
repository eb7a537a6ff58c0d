"""Tables below steps: labels and headings that are known, actors of a cell, and what to say of others."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from specs.claims import MistakeError

Table = Sequence[Sequence[str]]

_FEW = 12
_HEADINGS = frozenset(
    {("label", "isi"), ("isian", "isi"), ("bagian", "isi"), ("label", "content"), ("field", "content")}
)
"""First rows of tables of labels that may be left out."""
_PART = re.compile(r"\s*[;,]\s*")


def nearest(word: str, known: Collection[str], *, known_all: bool = True) -> str:
    """Say which known word is near to one that is not known, or which are known where they are few."""
    folded = {one.casefold(): one for one in known}
    near = difflib.get_close_matches(word.casefold(), folded, n=2, cutoff=0.5)
    if near:
        return f" Maksud Anda {' atau '.join(repr(folded[one]) for one in near)}?"
    return f" Yang dikenal: {', '.join(known)}." if known_all and 0 < len(known) <= _FEW else ""


def actors_of(cell: str) -> list[str]:
    """The actors that a cell names: ``Camat, Kasi``; none where nothing or a dash stands there."""
    return [one for one in _PART.split(cell.strip()) if one not in ("", "-")]


def labels(table: Table, known: Mapping[str, str], what: str) -> Iterator[tuple[str, str, Sequence[str]]]:
    """
    Yield the rows of a table of labels: what the label means, the label as written, and the cells beside it.

    Args:
        table: With a heading row or without one.
        known: Label in small letters -> what it means.
        what: As messages call such a label.

    Raises:
        MistakeError: A label is unknown or stands twice.
    """
    seen: set[str] = set()
    for label, *cells in table[1:] if _is_heading(table) else table:
        meaning = _meaning(label, known, what)
        if meaning in seen:
            raise MistakeError(f"{what.capitalize()} {label!r} ditulis dua kali.")
        seen.add(meaning)
        yield meaning, label, cells


def two_columns(table: Table) -> None:
    """
    Refuse a table of labels that has not one column beside them.

    Raises:
        MistakeError: It has not.
    """
    if len(table[0]) != 2:
        raise MistakeError(f"Tabel ini harus dua kolom: label dan isinya. Yang ditulis {len(table[0])} kolom.")


def by_heading(table: Table, known: Mapping[str, str], what: str) -> list[dict[str, str]]:
    """
    Return the rows of a table with headings, by what each heading means.

    Raises:
        MistakeError: A heading is unknown or stands twice, or there are no rows.
    """
    heads, *lines = table
    meanings = [_meaning(head, known, what) for head in heads]
    twice = next((head for at, head in enumerate(heads) if meanings[at] in meanings[:at]), None)
    if twice is not None:
        raise MistakeError(f"{what.capitalize()} {twice!r} ditulis dua kali.")
    if not lines:
        raise MistakeError("Tabel ini hanya memuat judul kolom; tulis paling sedikit satu baris di bawahnya.")
    return [dict(zip(meanings, line, strict=True)) for line in lines]


def _is_heading(table: Table) -> bool:
    return tuple(cell.strip().casefold() for cell in table[0]) in _HEADINGS


def _meaning(word: str, known: Mapping[str, str], what: str) -> str:
    meaning = known.get(" ".join(word.split()).rstrip(".:").casefold().strip())
    if meaning is None:
        raise MistakeError(f"{what.capitalize()} {word!r} tidak dikenal.{nearest(word, _shown(known))}")
    return meaning


def _shown(known: Mapping[str, str]) -> list[str]:
    """The known words as one writes them: the first of each meaning."""
    first: dict[str, str] = {}
    for word, meaning in known.items():
        first.setdefault(meaning, word)
    return [word.upper() if word in ("nip", "ttd") else word[:1].upper() + word[1:] for word in first.values()]
