"""
Sketches of texts: two texts have as many equal parts in their sketches as they share runs of three words.

One hash for each run and the least one of each bin (one permutation hashing, Li, Owen, Zhang 2012), so that a sketch
costs a fraction of a millisecond; equal stretches of two sketches are looked up, so that nobody compares all pairs.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from operator import eq

from engine.derive.wording import words_of

BINS = 32
DIGITS = 4
"""Hex digits of a bin."""
MIN_RUNS = 24
"""A text of fewer runs is too short to tell a copy by."""
MAX_RUNS = 4_000
_RUN = 3
_STRETCH = 5
"""Bins that must be equal for two texts to be compared: 9 of 10 pairs that share 80 % of their runs are found."""


def sketch(passages: Iterable[str], names: str) -> str:
    """
    Return the sketch of a text; empty where it is too short.

    Args:
        passages: Its parts; no run goes over the end of one.
        names: Words that do not count: names of offices and regions.
    """
    runs = list(_runs(passages, frozenset(words_of(names))))
    if len(runs) < MIN_RUNS:
        return ""
    least: list[int | None] = [None] * BINS
    for run in runs[:MAX_RUNS]:
        at, value = run % BINS, run // BINS
        known = least[at]
        if known is None or value < known:
            least[at] = value
    return "".join(f"{value & 0xFFFF:04x}" for value in _filled(least))


def stretches(made: str) -> Iterator[str]:
    """Yield what two sketches are looked up by: equal where that part of both texts is."""
    width = _STRETCH * DIGITS
    for at in range(0, len(made) - width + 1, width):
        yield f"{at:x}:{made[at : at + width]}"


def equal_share(a: bytes, b: bytes) -> float:
    """Return which share of two sketches, as bytes, is equal."""
    equal: int = sum(map(eq, memoryview(a).cast("H"), memoryview(b).cast("H")))
    return equal / BINS


def _runs(passages: Iterable[str], names: frozenset[str]) -> Iterator[int]:
    seen: set[int] = set()
    for passage in passages:
        words = [word for word in words_of(passage) if word not in names]
        for at in range(len(words) - _RUN + 1):
            run = zlib.crc32(" ".join(words[at : at + _RUN]).encode())
            if run not in seen:
                seen.add(run)
                yield run


def _filled(least: list[int | None]) -> Iterator[int]:
    """An empty bin takes what the next one has, and how far away that is."""
    for at in range(BINS):
        for apart in range(BINS):
            value = least[(at + apart) % BINS]
            if value is not None:
                yield value + apart * 0x9E37
                break
