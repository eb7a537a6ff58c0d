"""What terms of the glossary look like in a text: one expression for all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.language.dictionary import dictionary
from schemas.glossary import Glossary

MIN_SHORT = 4
"""An abbreviation of fewer letters is too often another one in small letters."""


@dataclass(slots=True)
class Term:
    """One way to print something."""

    group: int = -1
    """Index into the groups of the glossary; -1 for none."""
    name: int = 0
    """Index into the names of that group."""
    outdated: int = -1
    """Index into the outdated terms; -1 for none."""
    words: int = 1
    short: bool = False
    """An abbreviation: capital and small letters make another spelling of it."""


class TermIndex:
    """What to look for, made once for a glossary."""

    def __init__(self, glossary: Glossary) -> None:
        self.terms: dict[str, Term] = {}
        for number, group in enumerate(glossary.groups):
            for name, forms in enumerate(group.names):
                for form in forms:
                    term = self._term(form)
                    term.group, term.name = number, name
        for number, row in enumerate(glossary.outdated):
            for form in row.printed:
                self._term(form).outdated = number
        self.first = frozenset(re.split(r"[ .]", key, maxsplit=1)[0] for key in self.terms)
        self.abbreviations = frozenset(_abbreviations(glossary)) - self.terms.keys()
        self.pattern = _pattern(self.terms)

    def term(self, printed: str) -> Term:
        """Return the term of which this is the print."""
        return self.terms[_key(printed)]

    def _term(self, form: str) -> Term:
        short = sum(letter.isupper() for letter in form) >= 2 and " " not in form
        return self.terms.setdefault(_key(form), Term(words=len(form.split()), short=short))


def _key(form: str) -> str:
    return " ".join(form.lower().split())


def _abbreviations(glossary: Glossary) -> set[str]:
    words = {word.lower() for word in glossary.abbreviations.split() if word.isupper() and word.isalpha()}
    return {word for word in words if len(word) >= MIN_SHORT and word not in dictionary()}


def _pattern(terms: dict[str, Term]) -> re.Pattern[str]:
    longest_first = sorted(terms, key=lambda key: (-len(key), key))
    body = "|".join(re.escape(key).replace(r"\ ", r"\s{1,3}") for key in longest_first)
    return re.compile(rf"(?<![\w@.-])(?:{body})(?![\w@-])" if body else r"(?!)", re.IGNORECASE)
