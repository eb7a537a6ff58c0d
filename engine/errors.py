"""
Every exception that the engine raises on purpose.

* PatuhError              the audit could not be carried out
  - RulePackError         one fault of a rule file, with its place
  - RulePackErrors        all faults of a pack together
  - UnknownRuleError      a rule was asked for that the pack does not have
  - EngineError           the rule engine refused or failed; concerns one document
    - TooLargeError       the facts of a document are beyond the limits of the engine

A defect *in* an audited document is a `Finding`, never an exception.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from pathlib import Path


class PatuhError(Exception):
    """The audit could not be carried out."""


class RulePackError(PatuhError):
    """One fault of a rule file; `line` is 1-based."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}")
        self.path = path
        self.line = line
        self.message = message


class RulePackErrors(PatuhError):  # noqa: N818  # many faults in one exception
    """All faults of a pack, sorted by file and line, so that an author mends them in one go."""

    what = "aturan"
    """What is not valid, as users are told."""

    def __init__(self, errors: Iterable[RulePackError]) -> None:
        self.errors: tuple[RulePackError, ...] = tuple(
            sorted(errors, key=lambda error: (str(error.path), error.line, error.message))
        )
        super().__init__("\n".join(map(str, self.errors)))


class UnknownRuleError(PatuhError):
    """A rule was asked for that the pack does not have."""

    def __init__(self, asked: str, known: Sequence[str]) -> None:
        super().__init__(f"no such rule: {asked!r}{suggest(asked, known)}")
        self.asked = asked
        self.known = tuple(known)


class EngineError(PatuhError):
    """The rule engine refused or failed; the document cannot be judged."""

    code = "engine"


class TooLargeError(EngineError):
    """The facts of a document are beyond the limits of the engine; it was not tried."""

    code = "too-large"


def suggest(word: str, known: Iterable[str]) -> str:
    """Return ``"; did you mean 'x'?"`` for the nearest known word, or the known words when they are few."""
    choices = sorted(set(known))
    near = difflib.get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return f"; did you mean {near[0]!r}?"
    if 0 < len(choices) <= _FEW:
        return "; known: " + ", ".join(choices)
    return ""


_FEW = 16
"""So many names still fit into one line of a message."""
