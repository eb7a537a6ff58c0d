"""Words as facts and messages need them: keys to compare by, and short texts to show."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence

from schemas.evidence import Value
from schemas.sop import Step

MAX_NUMBERS = 12
"""Step numbers that a message names; of more it says how many."""
MIN_RANGE = 3
"""So many step numbers in a row are named by the first and the last."""
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


def ending(text: str) -> str:
    """The end of a text, short enough for a message: for what stops too early."""
    if len(text) <= TEXT_CHARS:
        return text
    tail = text[1 - TEXT_CHARS :]
    return "…" + (tail.split(" ", 1)[-1] if " " in tail else tail)


def enumerate_words(words: Sequence[str]) -> str:
    """`a, b dan c`."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " dan " + words[-1]


def step_number(step: Step, position: int = 0) -> str:
    """The number of a step as printed, or its place in the table."""
    return step.no.value if step.no else str(position)


def step_numbers(rows: Sequence[tuple[int, Step]]) -> str:
    """`1, 4-7 dan 9`: the numbers of several steps with their places, a dozen at most."""
    named = list(dict.fromkeys(step_number(step, place).strip(" .)") for place, step in rows))
    named = list(_ranges(named))
    if len(named) <= MAX_NUMBERS:
        return enumerate_words(named)
    return f"{', '.join(named[:MAX_NUMBERS])}, dan {len(named) - MAX_NUMBERS} lainnya"


def _ranges(numbers: Sequence[str]) -> Iterator[str]:
    """`4-7` for three or more numbers that follow each other."""
    run: list[str] = []
    for number in [*numbers, ""]:
        if run and number.isdecimal() and run[-1].isdecimal() and int(number) == int(run[-1]) + 1:
            run.append(number)
            continue
        yield from [f"{run[0]}-{run[-1]}"] if len(run) >= MIN_RANGE else run
        run = [number] if number else []


def text_of(value: Value[str] | None) -> str:
    """The words of a value, or nothing."""
    return value.value if value else ""
