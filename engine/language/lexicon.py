"""
What is known of a single word: right, misspelt in a way that everybody knows, near another one, or unknown.

Misspellings that are in use stand in every list of words from the web, so the glossary's list of them wins over the
dictionary. A word that nobody knows is a misspelling only when it is near exactly one word that offices use: silence is
better than a wrong correction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from engine.language.dictionary import derivations, dictionary
from engine.language.morphology import MAX_WORD, is_formed
from engine.language.terms import TermIndex
from schemas.glossary import Glossary

MIN_LETTERS = 5
"""A shorter word is near too many others."""
MIN_LETTERS_TWO = 9
"""From so many letters on two slips are still one clear word."""
MIN_LETTERS_HEADLESS = 7
"""From so many letters on the first one may have been lost."""
MAX_REMEMBERED = 20_000
"""Words whose verdict a process keeps."""

_LETTERS = re.compile(r"[a-z]+")
_DOUBLE = re.compile(r"([a-z])\1")
_FOREIGN = re.compile(r"ct|ck|th|tion|ght|sch|^wh|(?:ment|ity|ive|ous|ness|ware|ing|sion|ance|ence|ized?|ish)$")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a word."""

    standard: str
    """How it should be written; empty for a word that nobody knows."""
    listed: bool = False
    """The glossary lists this misspelling."""
    old: bool = False
    """So written in titles of older regulations."""
    distance: int = 0
    """How many letters differ."""


_UNKNOWN = Verdict("")


class Lexicon:
    """The dictionary and a glossary; cheap to make, the work is done when the first word is looked up."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary
        self._verdicts: dict[str, Verdict | None] = {}
        self._corrections: dict[str, Verdict | None] = {}

    def verdict(self, word: str) -> Verdict | None:
        """Return what is wrong with *word*, in lower case; None when it is right."""
        try:
            return self._verdicts[word]
        except KeyError:
            if len(self._verdicts) >= MAX_REMEMBERED:
                self._verdicts.clear()
            return self._verdicts.setdefault(word, self._judged(word))

    def near(self, word: str) -> Verdict | None:
        """Return the one word that *word*, which nobody knows, must have been; None when that is not clear."""
        if word not in self._corrections:
            if len(self._corrections) >= MAX_REMEMBERED:
                self._corrections.clear()
            self._corrections[word] = self._near(word)
        return self._corrections[word]

    def knows(self, word: str) -> bool:
        """Whether *word*, in lower case, is in the glossary or the dictionary, or made of what is there."""
        return is_formed(word, self._is_entry)

    def is_said_twice(self, word: str) -> bool:
        """Whether the dictionary has *word* said twice, with a hyphen: `sama-sama`."""
        return self._is_entry(f"{word}-{word}")

    def is_office(self, word: str) -> bool:
        """Whether *word* is one of the name of a kind of office: `kecamatan`."""
        return word in self._offices

    def is_term(self, first: str, second: str) -> bool:
        """Whether the two words stand side by side in a term of the glossary."""
        return (first, second) in self._pairs

    @cached_property
    def terms(self) -> TermIndex:
        """What terms look like in a text."""
        return TermIndex(self.glossary)

    @cached_property
    def phrases(self) -> dict[str, Verdict]:
        """Misspellings of several words, in lower case."""
        return {
            " ".join(printed.lower().split()): Verdict(row.standard, listed=True, old=row.old)
            for row in self.glossary.nonstandard
            for printed in row.printed
            if " " in printed
        }

    @cached_property
    def phrases_pattern(self) -> tuple[re.Pattern[str], frozenset[str]]:
        """What finds `phrases` in a text, and the words one of which the text must hold."""
        body = "|".join(re.escape(phrase).replace(r"\ ", r"\s{1,3}") for phrase in sorted(self.phrases))
        pattern = re.compile(rf"(?<![\w-])(?:{body})(?![\w-])" if body else "(?!)", re.IGNORECASE)
        return pattern, frozenset(phrase.split()[0] for phrase in self.phrases)

    @cached_property
    def _listed(self) -> dict[str, Verdict]:
        return {
            printed.lower(): Verdict(row.standard, listed=True, old=row.old)
            for row in self.glossary.nonstandard
            for printed in row.printed
            if " " not in printed
        }

    @cached_property
    def _offices(self) -> frozenset[str]:
        return frozenset(_words(self.glossary.offices))

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        rows = (_LETTERS.findall(row.lower()) for row in self.glossary.terms + self.glossary.offices)
        return frozenset(pair for words in rows for pair in pairwise(words))

    @cached_property
    def _terms(self) -> frozenset[str]:
        return frozenset(_words(self.glossary.terms + self.glossary.offices))

    @cached_property
    def _entries(self) -> frozenset[str]:
        glossary = self.glossary
        rows = [form for group in glossary.groups for name in group.names for form in name]
        rows += [form for row in glossary.outdated for form in row.printed]
        rows += [glossary.abbreviations, glossary.english, glossary.ordinary]
        return self._terms | frozenset(_words(rows)) | frozenset(glossary.english.lower().split())

    def _is_entry(self, word: str) -> bool:
        return word in dictionary() or word in self._entries

    @cached_property
    def _targets(self) -> dict[str, list[str]]:
        """What a misspelling may have been meant to be, by its first letter."""
        words = {*self._terms, *_words([self.glossary.ordinary]), *derivations()}
        found: dict[str, list[str]] = {}
        for word in sorted(words):
            if len(word) >= MIN_LETTERS and word not in self._listed:
                found.setdefault(word[0], []).append(word)
        return found

    def _judged(self, word: str) -> Verdict | None:
        listed = self._listed.get(word) or self._listed_with_owner(word)
        if listed:
            return listed
        if len(word) < MIN_LETTERS or self.knows(word):
            return None
        return _UNKNOWN

    def _listed_with_owner(self, word: str) -> Verdict | None:
        stem = word.removesuffix("nya")
        found = self._listed.get(stem) if stem != word and stem not in self._entries else None
        return Verdict(f"{found.standard}nya", listed=True, old=found.old) if found else None

    def _near(self, word: str) -> Verdict | None:
        if len(word) > MAX_WORD or _FOREIGN.search(word) or "-" in word:
            return None
        best = self._nearest(word)
        if best or not word.endswith("nya") or len(word) < MIN_LETTERS + 3:
            return best
        stem = self._nearest(word[:-3])
        return Verdict(f"{stem.standard}nya", distance=stem.distance) if stem else None

    def _nearest(self, word: str) -> Verdict | None:
        """The one word that it must have been; None when there are several, or none."""
        if len(word) < MIN_LETTERS:
            return None
        from rapidfuzz import process  # noqa: PLC0415
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        limit = 2 if len(word) >= MIN_LETTERS_TWO else 1
        pools = (self._targets.get(word[0], ()), self._beginnings_lost(word))
        found = [
            (int(distance), target)
            for pool in pools
            for target, distance, _ in process.extract(word, pool, scorer=OSA.distance, score_cutoff=limit, limit=9)
        ]
        nearest = min((distance for distance, _ in found), default=0)
        best = [target for distance, target in found if distance == nearest]
        doubled = [target for target in best if _single(target) == _single(word)]
        return self._only(doubled if len(doubled) == 1 else best, nearest, word[-1])

    def _beginnings_lost(self, word: str) -> Sequence[str]:
        """Targets with another first letter: lost before this word, or exchanged with its second."""
        swapped = word[1] + word[0] + word[2:]
        found = [target for target in self._targets.get(word[1], ()) if target == swapped]
        if len(word) >= MIN_LETTERS_HEADLESS:
            ending = [target for pool in self._targets.values() for target in pool if target.endswith(word)]
            found += [target for target in ending if len(ending) == 1 and len(target) == len(word) + 1]
        return found

    def _only(self, targets: Sequence[str], distance: int, last: str) -> Verdict | None:
        """The one target, or the one term among them, or the one with the same last letter."""
        terms = [target for target in targets if target in self._terms]
        chosen = targets if len(targets) == 1 else terms
        if len(chosen) != 1 and distance == 1:
            chosen = [target for target in targets if target[-1] == last]
        return Verdict(chosen[0], distance=distance) if len(chosen) == 1 else None


def _single(word: str) -> str:
    """The word with each doubled letter once: a letter said twice is the one that is lost."""
    return _DOUBLE.sub(r"\1", word)


def _words(rows: Iterable[str]) -> Iterable[str]:
    return (word for row in rows for word in _LETTERS.findall(row.lower()))
