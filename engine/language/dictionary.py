"""The words of the Indonesian dictionary; data/SOURCES.md says where they come from."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("data")
WORDS = _DATA / "kata.txt"
DERIVED = _DATA / "turunan.txt"


@cache
def dictionary() -> frozenset[str]:
    """Return the words in lower case, without affixes; read once in a process, when the first word is looked up."""
    return frozenset(WORDS.read_text(encoding="ascii").split())


@cache
def derivations() -> tuple[str, ...]:
    """Return what affixes make of the ordinary words of the glossary, sorted."""
    return tuple(DERIVED.read_text(encoding="ascii").split())
