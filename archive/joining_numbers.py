"""
Numbers that several SOPs bear.

A number counts within one office, since offices number for themselves; of two offices only where the number names one
of them. One SOP in two files, or in two versions, is one SOP: its title tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.gathering import Told
from archive.joining_related import NEAR, telling_words
from archive.joining_shelf import Member, Shelf, at
from archive.sketches import BINS, DIGITS
from engine.derive.titles import same_title, title_words
from engine.derive.wording import words_of
from extraction.sop_numbers import parse_number
from schemas.evidence import Evidence

MAX_BEARERS = 60
"""Bearers of one number that are kept."""
MAX_SHOWN = 6
SAME_TEXT = 0.9
"""Share of equal parts of two sketches from which they may be versions of one SOP."""
_DASHES = re.compile(r"[‐‑–—−]")
_LETTERS = re.compile(r"[a-z]+")
_KINDS = frozenset(
    "kecamatan kelurahan dinas badan kantor bagian sekretariat inspektorat daerah kabupaten kota desa nagari uptd upt "
    "puskesmas rsud dan".split()
)


@dataclass(slots=True)
class _Bearer:
    member: str
    path: str
    office: str | None
    unit: str
    title: str
    printed: str
    place: Evidence | None
    surely: bool
    sketch: str


class Numbers:
    """Gathers numbers and holds their bearers side by side."""

    def __init__(self) -> None:
        self._bearers: dict[str, list[_Bearer]] = {}

    def add(self, member: Member, told: Told, shelf: Shelf) -> None:
        """Take the number of one SOP."""
        key = number_key(told.number) if told.kind == "sop" and told.number else None
        if key is None or told.number is None:
            return
        shelf.count(member.office, "numbers")
        bearers = self._bearers.setdefault(key, [])
        if told.title and len(bearers) < MAX_BEARERS:
            bearers.append(
                _Bearer(
                    member.document,
                    member.path,
                    member.office,
                    told.unit or "",
                    told.title,
                    told.number,
                    told.number_place,
                    told.number_surely,
                    told.sketch,
                )
            )

    def tell(self, shelf: Shelf) -> None:
        """Put the numbers that are borne twice on the shelf."""
        for key in sorted(self._bearers):
            bearers = self._bearers[key]
            if len(bearers) > 1:
                _within(shelf, key, bearers)
                _between(shelf, key, bearers)


def number_key(printed: str) -> str | None:
    """A number in one way of writing; None for what is none, or is not filled in."""
    read = parse_number(printed)
    if read is None or {"blank", "two"} & set(read.faults):
        return None
    key = _DASHES.sub("-", "".join(read.text.casefold().split()))
    return None if key == (read.code or "").casefold() or "/" not in key else key


def _within(shelf: Shelf, key: str, bearers: Sequence[_Bearer]) -> None:
    """Different SOPs of one office; those of no known office count within one file."""
    homes: dict[tuple[str, str], list[_Bearer]] = {}
    for bearer in bearers:
        home = ("file", bearer.path) if bearer.office is None else ("office", bearer.office)
        homes.setdefault(home, []).append(bearer)
    for (scope, _), found in sorted(homes.items()):
        different = _different(found)
        if len(different) > 1:
            _tell(shelf, scope, key, different)


def _between(shelf: Shelf, key: str, bearers: Sequence[_Bearer]) -> None:
    """Two offices with one number that names one of them."""
    first: dict[str, _Bearer] = {}
    for bearer in bearers:
        if bearer.office is not None:
            first.setdefault(bearer.office, bearer)
    named = [bearer for bearer in first.values() if _names(key, bearer.office or "")]
    if len(named) != 1:
        return
    for bearer in first.values():
        if bearer is not named[0] and words_of(bearer.unit) != words_of(named[0].unit):
            _tell(shelf, "offices", f"{key}:{named[0].office}:{bearer.office}", [bearer, named[0]])


def _different(bearers: Iterable[_Bearer]) -> list[_Bearer]:
    """The first bearer of each SOP: by title, versions of one text aside."""
    found: list[tuple[_Bearer, list[str]]] = []
    for bearer in sorted(bearers, key=lambda one: (one.title, one.member)):
        words = title_words(bearer.title, set(words_of(bearer.unit)))
        if words and not any(same_title(words, others) or _one_text(bearer, one) for one, others in found):
            found.append((bearer, words))
    return [bearer for bearer, _ in found]


def _one_text(a: _Bearer, b: _Bearer) -> bool:
    """Whether they are versions of one text under titles that have something in common."""
    if not a.sketch or not b.sketch:
        return False
    parts = range(0, BINS * DIGITS, DIGITS)
    same = sum(a.sketch[at : at + DIGITS] == b.sketch[at : at + DIGITS] for at in parts)
    if same < SAME_TEXT * BINS:
        return False
    one, other = (telling_words(bearer.title, set(words_of(bearer.unit))) for bearer in (a, b))
    return len(one & other) >= NEAR * len(one | other)


def _names(key: str, office: str) -> bool:
    """Whether a number has the name of an office, or its initials: ``KEC-MH`` of Kecamatan Moyo Hilir."""
    words = [word for word in words_of(office) if word not in _KINDS]
    initials = "".join(word[0] for word in words)
    parts = set(_LETTERS.findall(key))
    return bool(parts & {word for word in words if len(word) > 3}) or (len(initials) > 1 and initials in parts)


def _tell(shelf: Shelf, scope: str, key: str, bearers: Sequence[_Bearer]) -> None:
    bearers = sorted(bearers, key=lambda bearer: not bearer.surely) if scope != "offices" else bearers
    a, b = bearers[:2]
    shelf.add(
        a.office,
        "archive_number",
        f"{scope}:{key}",
        {"scope": scope, "sops": len(bearers), "surely": a.surely and b.surely},
        {
            "number": a.printed,
            "a_title": a.title,
            "b_title": b.title,
            "a_office": a.office or "-",
            "b_office": b.office or "-",
            "sops": str(len(bearers)),
        },
        [at(bearer.member, bearer.place, bearer.printed) for bearer in bearers[:MAX_SHOWN]],
    )
