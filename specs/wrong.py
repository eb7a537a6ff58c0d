"""One thing that is wrong in a feature file, and how words of the file are quoted in what is said of it."""

from __future__ import annotations

from dataclasses import dataclass

from reports.words import harmless

_LONGEST = 100
"""Characters of a quoted word; what is longer is cut."""


@dataclass(frozen=True)
class Wrong:
    """One mistake, told in Indonesian."""

    line: int
    code: str
    message: str
    hints: tuple[str, ...] = ()
    """What to write instead."""
    about: str = ""
    """The words in the step that are wrong, where it is not the step as a whole."""


def short(words: str) -> str:
    """Return words of a file on one line, harmless and of bounded length."""
    words = harmless(words[: _LONGEST + 1])
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def said(words: str) -> str:
    """Return words of a file as a message quotes them."""
    return f"'{short(words)}'"
