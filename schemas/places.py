"""
Words for places, as a reader of a report finds them in the medium at hand.

A text has lines, a PDF or a scan has pages, a Word file has paragraphs and tables with rows and columns: only Word
knows its pages, and nobody counts the lines of a PDF.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from schemas.evidence import Evidence

Language = Literal["id", "en"]

PLACES = (
    r"(?:(?:tabel|table)\s+\d+,\s+(?:baris|row)\s+\d+(?:-\d+)?(?:,\s+(?:kolom|column)\s+\d+)?"
    r"|(?:baris|lines?|halaman|pages?|paragraf|paragraphs?)\s+\d+(?:\s*[-–]\s*\d+)?)"
)
"""A pattern of one place as it is told here, in either language."""

_ENGLISH = {
    "paragraf": "paragraph",
    "tabel": "table",
    "baris": "row",
    "kolom": "column",
    "kepala halaman": "page header",
    "kaki halaman": "page footer",
    "kotak teks": "text box",
}
_INDONESIAN = re.compile("|".join(sorted(_ENGLISH, key=len, reverse=True)))
_NOUNS = {
    "id": {"line": "baris", "page": "halaman", "paragraph": "paragraf"},
    "en": {"line": "line", "page": "page", "paragraph": "paragraph"},
}
_AND, _TO = {"id": "dan", "en": "and"}, {"id": "sampai", "en": "to"}
_PARAGRAPH = re.compile(r"paragraf ([0-9]{1,9})")
_TABLE_ROW = re.compile(r"(tabel [0-9]{1,9}), baris ([0-9]{1,9})")


def in_words(cell: str, lang: Language = "id") -> str:
    """Return the place in a Word file (`Evidence.cell`) in a language."""
    return cell if lang == "id" else _INDONESIAN.sub(lambda match: _ENGLISH[match[0]], cell)


def told(places: Sequence[Evidence], lang: Language = "id") -> str:
    """
    Say where several places are: ``baris 3, 8 dan 9``, ``halaman 2``, ``paragraf 4; tabel 2, baris 3, kolom 1``.

    Of an archive, the document before its places: ``sop/a.txt: baris 3; sop/b.txt: baris 7``.
    """
    documents = dict.fromkeys(place.document for place in places)
    if documents.keys() - {None}:
        return "; ".join(_told_in(name, [one for one in places if one.document == name], lang) for name in documents)
    return _told(places, lang)


def _told_in(document: str | None, places: Sequence[Evidence], lang: Language) -> str:
    return ": ".join(filter(None, [document, _told(places, lang)]))


def _told(places: Sequence[Evidence], lang: Language) -> str:
    numbers: dict[str, dict[str, None]] = {}
    others: dict[str, None] = {}
    for place in places:
        kind, number = _kind(place)
        if kind:
            numbers.setdefault(kind, {})[number] = None
        elif place.cell:
            others[in_words(place.cell, lang)] = None
    lists = [_noun(kind, lang, several=len(found) > 1) + _list(list(found), lang) for kind, found in numbers.items()]
    return "; ".join([*lists, *others])


def span(first: Evidence, last: Evidence, lang: Language = "id") -> str:
    """Say from where to where something reaches: ``baris 3-9``, ``halaman 2``, ``tabel 2, baris 1-8``."""
    (kind, start), (other, end) = _kind(first), _kind(last)
    if kind and kind == other:
        return _noun(kind, lang, several=start != end) + (start if start == end else f"{start}-{end}")
    from_row, to_row = _row(first), _row(last)
    if from_row and to_row and from_row[1] == to_row[1]:
        rows = from_row[2] if from_row[2] == to_row[2] else f"{from_row[2]}-{to_row[2]}"
        return in_words(f"{from_row[1]}, baris {rows}", lang)
    start, end = (in_words(row[0], lang) if row else told([place], lang)
                  for row, place in ((from_row, first), (to_row, last)))  # fmt: skip
    return f"{start} {_TO[lang]} {end}" if end else start


def _row(place: Evidence) -> re.Match[str] | None:
    return _TABLE_ROW.match(place.cell or "")


def _kind(place: Evidence) -> tuple[str, str]:
    """What numbers the place, and its number; nothing for cells of Word tables, headers and footers."""
    if place.cell and not place.in_sheet:
        match = _PARAGRAPH.fullmatch(place.cell)
        return ("paragraph", match[1]) if match else ("", "")
    if place.page is not None and not place.in_sheet:
        return "page", str(place.page)
    return ("line", str(place.line)) if place.line else ("", "")


def _noun(kind: str, lang: Language, *, several: bool) -> str:
    return f"{_NOUNS[lang][kind]}{'s' if several and lang == 'en' else ''} "


def _list(numbers: Sequence[str], lang: Language) -> str:
    if len(numbers) < 2:
        return "".join(numbers)
    return f"{', '.join(numbers[:-1])} {_AND[lang]} {numbers[-1]}"
