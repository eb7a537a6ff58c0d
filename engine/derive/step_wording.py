"""Facts about the words of the step table: steps that are no acts, and unusual titles of columns."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from engine.derive.acts import wording_of
from engine.derive.factlist import FactList
from engine.derive.wording import shorten, step_number, step_numbers
from schemas.evidence import Evidence
from schemas.sop import Sop, Step

MAX_QUOTES = 3
"""Steps whose words a message quotes."""
MAX_PLACES = 12
MAX_TITLE_CHARS = 60
"""A longer cell is no title of a column."""

_USUAL: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("Kegiatan", re.compile(r"akti[vf]itas|langkah(?:\s?-\s?langkah)?|tahapan")),
    ("Pelaksana", re.compile(r"pelaku|aktor|penanggung\s?jawab")),
    ("Mutu Baku", re.compile(r"mutu\s{1,3}buku")),
    ("Kelengkapan", re.compile(r"persyaratan|syarat|input")),
    ("Output", re.compile(r"hasil|keluaran")),
    ("Waktu", re.compile(r"durasi(?:\s?\([a-z ]+\))?")),
)
"""The titles of the form (PermenPANRB 35/2012), and what stands in their place."""


def wording_facts(out: FactList, sop: Sop, outside: Collection[int] = ()) -> None:
    """
    One fact for the steps that name a thing, one for those that begin with their subject.

    Args:
        out: Where the facts go.
        sop: The SOP as read.
        outside: Places of steps that begin with an actor without a column, which is the graver matter.
    """
    columns = [actor.value.lower().split()[0].strip(".,/") for actor in sop.actors if actor.value.strip()]
    found: dict[str, list[tuple[int, Step]]] = {"thing": [], "subject": []}
    for place, step in enumerate(sop.steps, 1):
        wording = wording_of(step.text.value, columns) if step.text and not step.cut else "act"
        if wording != "act" and not (wording == "subject" and place in outside):
            found[wording].append((place, step))
    for sort, rows in found.items():
        if rows:
            out.add(
                "step_wording",
                {"sort": sort, "steps": len(rows)},
                {"numbers": step_numbers(rows), "quotes": _quotes(rows)},
                [place for _, step in rows[:MAX_PLACES] if step.text for place in step.text.evidence[:1]],
            )


def _quotes(rows: Sequence[tuple[int, Step]]) -> str:
    shown = [
        f'{step_number(step, place).strip(" .)")} "{shorten(step.text.value)}"'
        for place, step in rows[:MAX_QUOTES]
        if step.text
    ]
    return "; ".join(shown) + ("; …" if len(rows) > MAX_QUOTES else "")


def title_words(out: FactList, sop: Sop) -> None:
    """The fact about titles of columns that are not those of the form."""
    found: dict[str, tuple[str, Evidence]] = {}
    for part in sop.parts:
        for place in part.heading.evidence if part.heading else ():
            title = " ".join(place.quote.split()).strip(" :.*")
            usual = _usual(title) if len(title) <= MAX_TITLE_CHARS else None
            if usual:
                found.setdefault(title.lower(), (f'"{title}" (|{usual})', place))
    if not found:
        return
    pairs = ", ".join(pair for pair, _ in found.values())
    out.add(
        "column_titles",
        {"titles": len(found)},
        {"pairs": pairs.replace("|", "istilah baku: "), "pairs_en": pairs.replace("|", "standard term: ")},
        [place for _, place in found.values()],
    )


def _usual(title: str) -> str | None:
    return next((usual for usual, pattern in _USUAL if pattern.fullmatch(title.lower())), None)
