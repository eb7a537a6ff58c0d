"""The row of column numbers under the headings of a table: does each heading have its own?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from schemas.evidence import Evidence
from schemas.sop import Text

Numbering = Literal["none", "right", "short", "long", "gap"]

_LEADING = re.compile(r"\(?\s*(\d{1,3})")
_SPANS = re.compile(r"triwulan|tribulan|semester|bulan|\btw\b|tahun\b|20\d\d|anggaran|kinerja dan|/")
"""Words of headings that often stand over several columns."""


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A column: its heading and the number under it."""

    title: str
    number: str
    role: str | None
    place: Evidence | None


@dataclass(frozen=True, slots=True)
class Numbered:
    """What is to be said of the column numbers."""

    state: Numbering = "none"
    numbers: str = ""
    odd: str = ""
    places: tuple[Evidence, ...] = ()


def column_numbering(heads: Sequence[HeadCell], numbers: Sequence[Text]) -> Numbered:
    """
    Compare headings and column numbers.

    A first column `No` may go without number, a number may stand for all columns of one heading, and one heading may
    stand over several numbered columns.
    """
    read = [(int(match[1]), text) for text in numbers if (match := _LEADING.match(text.value))]
    if not read:
        return Numbered()
    values = [number for number, _ in read]
    shown = f"{values[0]}-{values[-1]}"
    places = (*(head.place for head in heads[:1] if head.place), read[0][1].evidence[0])
    for before, (number, text) in zip(values, read[1:], strict=False):
        if number - before not in (0, 1):
            return Numbered("gap", shown, f'"{text.value}"', (*places[:1], text.evidence[0]))
    titled = [head for head in heads if head.title]
    bare = [head for head in titled if not head.number]
    if bare and bare[0] is titled[0] and bare[0].role == "no":
        bare = bare[1:]
    if bare and len(values) < len(titled) and not _is_shared(heads, bare):
        return Numbered("short", shown, ", ".join(f'"{head.title}"' for head in bare), (*places, *_last(bare)))
    untitled = [head for head in heads if head.number and not head.title]
    if untitled and not any(_SPANS.search(head.title.lower()) for head in titled):
        after = heads.index(untitled[0]) > heads.index(titled[-1])
        if after:
            return Numbered("long", shown, ", ".join(f'"{head.number}"' for head in untitled), places)
    return Numbered("right", shown)


def _is_shared(heads: Sequence[HeadCell], bare: Sequence[HeadCell]) -> bool:
    """Whether the numbers left out stand inside a group whose first column has the number of all."""
    words = [set(re.findall(r"[^\W\d_]{4,}", head.title.lower())) for head in heads]
    return all(
        at > 0 and (heads[at - 1].number or heads[at - 1] in bare) and bool(words[at] & words[at - 1])
        for at, head in enumerate(heads)
        if head in bare
    )


def _last(bare: Sequence[HeadCell]) -> tuple[Evidence, ...]:
    return tuple(head.place for head in bare[:1] if head.place)
