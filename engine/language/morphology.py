"""
What affixes make of a word: ``mempertanggungjawabkan`` is ``me- per- tanggung jawab -kan``.

`is_formed` takes affixes off until a known word is left. It knows how they sound (``meny-`` + ``usun`` is ``susun``),
and not which of them a word takes in good style: a derivation nobody has written before is no misspelling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

MIN_STEM = 3
"""Letters that must be left."""
MAX_DEPTH = 4
"""Prefixes that stand one before the other: `mem-per-`, `ke-ter-`, `di-per-`."""
MAX_WORD = 40
"""Longer words are none."""

_PARTICLES = ("lah", "kah", "pun")
_OWNERS = ("nya", "ku", "mu")
_SUFFIXES = ("kan", "an", "i", "isasi", "wan", "wati")
_OUTER = ("di", "me", "menge")
"""With `meN-` the prefixes before which no other stands."""
_PLAIN = tuple(
    "ke se ter te ber be bel per pe pel penge pra antar non pasca sub multi anti tata swa nir maha pramu serba "
    "tuna tidak salah".split()
)
_LOST = (("ny", "s"), ("ng", "k"), ("m", "p"), ("n", "t"))
_NASAL = tuple((start + nasal, lost) for nasal, lost in _LOST for start in ("me", "pe"))
_VOWELS = frozenset("aeiou")


def is_formed(word: str, known: Callable[[str], bool]) -> bool:
    """Whether *word*, in lower case, is known, or is made of known words by affixes or by saying them twice."""
    if len(word) > MAX_WORD:
        return False
    if "-" in word:
        return all(known(part) or _formed(part, known) for part in word.split("-") if part)
    return known(word) or _formed(word, known)


def _formed(word: str, known: Callable[[str], bool]) -> bool:
    return any(_prefixed(stem, known, MAX_DEPTH) for stem in _without_endings(word))


def _without_endings(word: str) -> Iterator[str]:
    """The word, and what is left of it without particle, owner and suffix."""
    bare = [word]
    bare += [word[: -len(end)] for end in _PARTICLES if word.endswith(end)]
    bare += [stem[: -len(end)] for stem in tuple(bare) for end in _OWNERS if stem.endswith(end)]
    for stem in bare:
        if len(stem) >= MIN_STEM:
            yield stem
            for end in _SUFFIXES:
                if stem.endswith(end) and len(stem) - len(end) >= MIN_STEM:
                    yield stem[: -len(end)]


def _prefixed(word: str, known: Callable[[str], bool], depth: int) -> bool:
    if known(word):
        return True
    if not depth or len(word) <= MIN_STEM:
        return False
    return any(_prefixed(stem, known, depth - 1) for stem in _without_prefix(word, outer=depth == MAX_DEPTH))


def _without_prefix(word: str, *, outer: bool) -> Iterator[str]:
    for prefix in (*_OUTER, *_PLAIN) if outer else _PLAIN:
        if word.startswith(prefix) and len(word) - len(prefix) >= MIN_STEM:
            yield word[len(prefix) :]
    for prefix, lost in _NASAL:
        rest = word[len(prefix) :]
        if word.startswith(prefix) and len(rest) >= MIN_STEM - 1 and (outer or prefix[0] == "p"):
            if rest[0] in _VOWELS:
                yield lost + rest
            if len(rest) >= MIN_STEM:
                yield rest
