"""Words as facts and messages need them: keys to compare by, and short texts to show."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence

from schemas.evidence import Value
from schemas.sop import Step

MAX_NUMBERS = 12
"""Step numbers that a message names; of more it says how many."""
TEXT_CHARS = 120
"""Longer texts are shortened in messages; the evidence has them whole."""

_WORD = re.compile(r"[a-z0-9]+")
_SYNONYMS = {
    "draft": "draf",
    "dg": "dengan",
    "dgn": "dengan",
    "dan/atau": "dan",
    "utk": "untuk",
    "kpd": "kepada",
    "lkj": "lkj",
}


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, with usual spellings unified."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return [_SYNONYMS.get(word, word) for word in _WORD.findall(plain)]


def key_of(text: str) -> str:
    """The words of a text: case, spacing and punctuation aside, and without a number at its beginning."""
    words = words_of(text)
    return " ".join(words[1:] if words and words[0].isdigit() and len(words) > 2 else words)


def digest(text: str) -> str:
    """A short key of a long text."""
    return hashlib.blake2s(text.encode(), digest_size=8).hexdigest()


def shorten(text: str) -> str:
    """A text short enough for a message."""
    return text if len(text) <= TEXT_CHARS else text[: TEXT_CHARS - 1].rstrip() + "…"


def enumerate_words(words: Sequence[str]) -> str:
    """`a, b dan c`."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " dan " + words[-1]


def step_number(step: Step, position: int = 0) -> str:
    """The number of a step as printed, or its place in the table."""
    return step.no.value if step.no else str(position)


def step_numbers(rows: Sequence[tuple[int, Step]]) -> str:
    """`1, 2 dan 5`: the numbers of several steps with their places, a dozen at most."""
    named = [step_number(step, place).strip(" .)") for place, step in rows]
    if len(named) <= MAX_NUMBERS:
        return enumerate_words(named)
    return f"{', '.join(named[:MAX_NUMBERS])}, dan {len(named) - MAX_NUMBERS} lainnya"


def text_of(value: Value[str] | None) -> str:
    """The words of a value, or nothing."""
    return value.value if value else ""
