"""How a finding says that the words it rests on were not surely read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from schemas.doubt import ReadingDoubt, Reason
from schemas.evidence import Evidence
from schemas.facts import Fact

_REASONS: dict[Literal["id", "en"], dict[Reason, str]] = {
    "id": {
        "label": 'bacaan ragu: label terbaca "{printed}"',
        "order": "bacaan ragu: isian dipasangkan dengan labelnya menurut urutan",
        "layout": "bacaan ragu: kolom formulir tercampur dalam teks",
        "row": "bacaan ragu: isi baris tidak sejajar dengan judul kolomnya",
        "column": "bacaan ragu: kolom tanpa judul, dikenali dari isinya",
        "letters": "bacaan ragu: huruf di antara angka",
        "as-digits": "bacaan ragu: huruf dibaca sebagai angka",
        "date": 'bacaan ragu: tanggal terbaca "{printed}"',
        "day-month": "bacaan ragu: hari dan bulan dapat tertukar",
        "picture": "bacaan ragu: tulisan pada gambar dikenali dengan kepastian {printed}%",
        "digits": "bacaan ragu: angka dikenali dari gambar; cocokkan dengan naskah asli",
        "gaps": "bacaan ragu: kolom tabel tidak bergaris",
        "number": 'bacaan ragu: angka "{printed}" dapat berarti ribuan atau desimal',
    },
    "en": {
        "label": 'doubtful reading: the label reads "{printed}"',
        "order": "doubtful reading: value and label were matched by their order",
        "layout": "doubtful reading: columns of the form were run together in the text",
        "row": "doubtful reading: the cells do not stand under their headings",
        "column": "doubtful reading: a column without heading, recognised by its content",
        "letters": "doubtful reading: letters among the digits",
        "as-digits": "doubtful reading: letters were read as digits",
        "date": 'doubtful reading: the date reads "{printed}"',
        "day-month": "doubtful reading: day and month may be exchanged",
        "picture": "doubtful reading: words were recognised in a picture with a certainty of {printed}%",
        "digits": "doubtful reading: the number was recognised in a picture; compare it with the original",
        "gaps": "doubtful reading: nothing rules off the columns",
        "number": 'doubtful reading: the number "{printed}" may be of thousands or have decimals',
    },
}


NOT_FOUND = {
    "id": "Kolom tabel tidak bergaris, sehingga isinya tidak dapat dipastikan terbaca menurut kolomnya.",
    "en": "Nothing rules off the columns of the table, so its content may have been read under wrong columns.",
}
"""Why a rule is not evaluated whose findings would rest on guessed columns."""


def rests_on_guess(fact: Fact) -> bool:
    """Whether what a fact says may be an error of reading columns that nothing rules off: no ground for a finding."""
    return any(doubt.reason == "gaps" for doubt in fact.doubts)


def with_doubts(evidence: Sequence[Evidence], bound: Iterable[Fact], lang: Literal["id", "en"]) -> tuple[Evidence, ...]:
    """Note at the place of each doubtful fact why it is one; a place that was not shown is added."""
    places = list(evidence)
    for fact in bound:
        if fact.doubts:
            notes = [_note(doubt, lang) for doubt in fact.doubts]
            place = _doubted(fact) if fact.evidence else places[0]
            at = next((at for at, shown in enumerate(places) if _same_place(shown, place)), None)
            if at is None:
                places.append(_noted(place, notes))
            else:
                places[at] = _noted(places[at], notes)
    return tuple(places)


def _doubted(fact: Fact) -> Evidence:
    """The place of a fact that is least sure, where it was recognised in a picture; else its first one."""
    recognised = [place for place in fact.evidence if place.certainty is not None]
    return min(recognised, key=certainty_of, default=fact.evidence[0])


def certainty_of(place: Evidence) -> int:
    """Per cent; what is printed is sure."""
    return 100 if place.certainty is None else place.certainty


def _note(doubt: ReadingDoubt, lang: Literal["id", "en"]) -> str:
    return _REASONS[lang][doubt.reason].format(printed=doubt.printed)


def _noted(place: Evidence, notes: Iterable[str]) -> Evidence:
    said = place.note.split("; ") if place.note else []
    return place.model_copy(update={"note": "; ".join(dict.fromkeys([*said, *notes]))})


def _same_place(a: Evidence, b: Evidence) -> bool:
    return (a.page, a.line, a.column, a.cell, a.quote) == (b.page, b.line, b.column, b.cell, b.quote)
