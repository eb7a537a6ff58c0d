"""How values and sentences are written in a feature file."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from schemas.report import Severity
from specs.words import KINDS

WIDTH = 120
"""Characters of a line of words."""


def one_line(text: str) -> str:
    """Return the text on one line, with single blanks."""
    return " ".join(text.split())


def quoted(text: str) -> str:
    """Return words as a step takes them; no more than stand before the first mark that cannot be quoted."""
    text = one_line(text)
    for mark in "\"'":
        if mark not in text:
            return f"{mark}{text}{mark}"
    return f'"{text.partition(chr(34))[0].strip()}"'


def severity_word(severity: Severity) -> str:
    """Return the word of a severity in steps."""
    kind = KINDS["tingkat"]
    assert kind.choices is not None
    return next(word for word in kind.choices["id"] if kind.value(word) is severity)


def wrapped(text: str, before: str) -> Iterator[str]:
    """Yield lines of words, each after *before*."""
    yield from textwrap.wrap(one_line(text), WIDTH, initial_indent=before, subsequent_indent=before)
