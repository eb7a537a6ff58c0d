"""
The provinces, kabupaten and kota of Indonesia: is a name one of them, or a misspelling of one?

The names come from ``extraction/data/regions.tsv``, former names and other spellings from ``region_aliases.tsv``.
A name that is not in the list is not wrong by that alone (documents of fixtures and of training use invented
regions), so `near_region` answers only for a near miss of one official name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from rapidfuzz.distance import OSA

DATA: Final = Path(__file__).parent / "data"

MAX_LETTERS_WRONG: Final = 2
"""Letters lost, added, changed or swapped with their neighbour in a name that is still recognised."""
MAX_SHARE_WRONG: Final = 0.2
"""Those letters as a share of the letters of the official name."""
MIN_WORD_LETTERS: Final = 4
"""A word of fewer letters is never taken for a misspelt one: a single letter makes another word of it."""
MIN_LETTERS_LOST: Final = 7
"""Lost letters are believed in a name of at least this many letters; swapped and doubled ones in any."""
MIN_LETTERS_CHANGED: Final = 8
"""A changed or added letter is believed in a word of at least this many letters: Kemiri is no misspelt Kediri."""
MIN_LETTERS_TWO_CHANGED: Final = 11
"""Two of them are believed in a word of at least this many letters."""
MIN_LETTERS_SYLLABLE: Final = 10
"""A whole syllable lost is believed in a name of at least this many letters."""
MAX_SYLLABLE_LETTERS: Final = 3
"""Longest syllable that may be lost as a whole."""
MAX_NAME_LETTERS: Final = 60
"""Anything longer is no name of a region (the longest has 32 letters)."""

_KIND_WORDS: Final = {
    "kabupaten": "kabupaten",
    "kab": "kabupaten",
    "kota": "kota",
    "kotamadya": "kota",
    "provinsi": "provinsi",
    "propinsi": "provinsi",
    "prov": "provinsi",
}
_DROPPED: Final = frozenset({"administrasi", "adm", "administratif", "dan"})
_EXPANDED: Final = {"kep": "kepulauan", "kepl": "kepulauan"}
_WORD: Final = re.compile(r"[^\W\d_]+")
_VOWELS: Final = frozenset("aiueo")


@dataclass(frozen=True, slots=True)
class Region:
    """One province, kabupaten or kota."""

    kind: str
    """provinsi, kabupaten or kota."""
    name: str
    """As official, without the word for its kind."""
    province: str
    code: str
    """Kemendagri code, such as ``13.01``."""


@dataclass(frozen=True, slots=True)
class _Index:
    regions: tuple[Region, ...]
    keys: dict[str, frozenset[str]]
    """Key of a name (all spellings) -> the kinds of region that bear it."""
    words: frozenset[str]
    """Every word of every name: such a word stands for itself."""
    by_length: dict[tuple[str, int], tuple[tuple[tuple[str, ...], str], ...]]
    """(kind, number of words) -> words and official name."""


def load_regions() -> tuple[Region, ...]:
    """All regions in the order of the file: provinces, kabupaten, kota, each by code."""
    return _index().regions


def is_region(kind: str | None, name: str) -> bool:
    """
    Whether *name* is a region of this *kind*, in any accepted spelling.

    Args:
        kind: ``provinsi``, ``kabupaten``, ``kota`` (also ``Kab.``, ``Prov.``) or None for any of them.
        name: As printed, with or without the word for its kind; letter case does not matter.
    """
    words, kind = _split_kind(kind, name)
    kinds = _index().keys.get("".join(words), frozenset())
    return bool(kinds) if kind is None else kind in kinds


@lru_cache(maxsize=1024)
def near_region(kind: str | None, name: str) -> str | None:
    """
    The official name that *name* is a near miss of.

    Near means: the same number of words, all of them equal but one, and that one begins with the same letter and has
    at most two letters lost, swapped or doubled (a fifth of the whole name), or a syllable lost; in long words also
    letters changed or added. What is a word of any official name stands for itself and is no misspelling.

    Args:
        kind: ``provinsi``, ``kabupaten``, ``kota`` (also abbreviated) or None for any of them.
        name: As printed, with or without the word for its kind.

    Returns:
        The official name, or None: *name* is a region itself, or none comes near, or two come equally near.
    """
    words, kind = _split_kind(kind, name)
    joined = "".join(words)
    if not words or len(joined) > MAX_NAME_LETTERS or joined in _index().keys:
        return None
    kinds = ("kabupaten", "kota", "provinsi") if kind is None else (kind,)
    found = {
        (distance, official)
        for one in kinds
        for other, official in _index().by_length.get((one, len(words)), ())
        if (distance := _distance(words, other)) is not None
    }
    return _only_nearest(found)


def _only_nearest(found: set[tuple[int, str]]) -> str | None:
    if not found:
        return None
    least = min(distance for distance, _ in found)
    names = {official for distance, official in found if distance == least}
    return names.pop() if len(names) == 1 else None


def _distance(words: tuple[str, ...], official: tuple[str, ...]) -> int | None:
    """How many letters of the one differing word are wrong; None when the two names are not near."""
    differing = [(a, b) for a, b in zip(words, official, strict=True) if a != b]
    if len(differing) != 1:
        return None
    printed, meant = differing[0]
    if min(len(printed), len(meant)) < MIN_WORD_LETTERS or printed[0] != meant[0] or printed in _index().words:
        return None
    letters = sum(map(len, official))
    distance = OSA.distance(printed, meant, score_cutoff=MAX_LETTERS_WRONG)
    if distance <= min(MAX_LETTERS_WRONG, MAX_SHARE_WRONG * letters) and _believable(printed, meant, distance, letters):
        return distance
    return _syllable_lost(printed, meant) if letters >= MIN_LETTERS_SYLLABLE else None


def _believable(printed: str, meant: str, distance: int, letters: int) -> bool:
    """Whether this is how a word is misspelt, rather than how another word looks."""
    if min(len(printed), len(meant)) >= (MIN_LETTERS_CHANGED if distance == 1 else MIN_LETTERS_TWO_CHANGED):
        return True
    if len(printed) + distance == len(meant):
        return letters >= MIN_LETTERS_LOST
    swapped = len(printed) == len(meant) and distance == 1 and sorted(printed) == sorted(meant)
    return swapped or _doubled(printed, meant)


def _doubled(printed: str, meant: str) -> bool:
    """Whether *printed* is *meant* with one letter printed twice."""
    if len(printed) != len(meant) + 1:
        return False
    at = next((i for i, letter in enumerate(meant) if letter != printed[i]), len(meant))
    return printed[at] == printed[at - 1] and printed[:at] + printed[at + 1 :] == meant


def _syllable_lost(printed: str, meant: str) -> int | None:
    """How many letters were lost when *printed* is *meant* without one run of letters that is a syllable."""
    lost = len(meant) - len(printed)
    if not 1 < lost <= MAX_SYLLABLE_LETTERS:
        return None
    start = next((i for i, letter in enumerate(printed) if letter != meant[i]), len(printed))
    for first in range(max(0, start - lost), start + 1):
        run = meant[first : first + lost]
        if meant[:first] + meant[first + lost :] == printed and sum(letter in _VOWELS for letter in run) == 1:
            return lost
    return None


def _split_kind(kind: str | None, name: str) -> tuple[tuple[str, ...], str | None]:
    """The words to compare, and the kind: a kind word that opens the name goes before the argument."""
    words = _words(name)
    given = _KIND_WORDS.get(kind.strip().rstrip(".").lower()) if kind else None
    while len(words) > 1 and words[0] in _KIND_WORDS and "".join(words) not in _index().keys:
        given = _KIND_WORDS[words[0]]
        words = words[1:]
    return words, given


def _words(name: str) -> tuple[str, ...]:
    found = _WORD.findall(name[: 4 * MAX_NAME_LETTERS].lower().replace("d.i.", "di ").replace("d.k.i.", "dki "))
    return tuple(_EXPANDED.get(word, word) for word in found if word not in _DROPPED)


@lru_cache(maxsize=1)
def _index() -> _Index:
    regions = tuple(Region(*fields) for fields in _rows("regions.tsv"))
    keys: dict[str, set[str]] = {}
    by_length: dict[tuple[str, int], list[tuple[tuple[str, ...], str]]] = {}
    for region in regions:
        words = _words(region.name)
        keys.setdefault("".join(words), set()).add(region.kind)
        by_length.setdefault((region.kind, len(words)), []).append((words, region.name))
    for kind, alias, _ in _rows("region_aliases.tsv"):
        keys.setdefault("".join(_words(alias)), set()).add(kind)
    return _Index(
        regions=regions,
        keys={key: frozenset(kinds) for key, kinds in keys.items()},
        words=frozenset(word for entries in by_length.values() for words, _ in entries for word in words),
        by_length={at: tuple(entries) for at, entries in by_length.items()},
    )


def _rows(file: str) -> list[list[str]]:
    """The rows of a data file below its comments and its heading."""
    lines = (DATA / file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
