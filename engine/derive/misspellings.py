"""
Misspelt words of a document.

What the glossary lists is certain. What is only near a word can be a name, and names are what such a reading goes wrong
on: a near miss counts when nothing about it looks like a name, a code, or a word that the layout broke.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from engine.derive.doubts import certainty
from engine.derive.factlist import FactList
from engine.derive.identity import officials_of
from engine.language.lexicon import Lexicon, Verdict
from extraction.regions import load_regions
from schemas.doubt import SURE
from schemas.evidence import Evidence
from schemas.report import Confidence
from schemas.sop import Sop

if TYPE_CHECKING:
    from engine.derive.words import WordRun

MAX_WORDS = 30
"""Misspelt words of one document that become facts."""
MAX_STRANGE = 400
"""Different words that nobody knows of which the nearest right one is looked for: it takes 0.2 ms each."""
MAX_PLACES = 6
"""Places shown of one word."""
MIN_LETTERS_NAME = 8
"""A word of fewer letters with a capital that does not open a sentence is taken for a name."""
MIN_LETTERS_OFFICE = 7
"""Shorter kinds of office are near too many names."""
MIN_TIMES_NAME = 3
"""Written so often with a capital, it is one."""
MAX_LETTERS_CAPITALS = 7
"""A shorter word in capitals among small letters is an abbreviation."""

SURE_LETTERS = 97
"""Per cent of certainty of a line of a picture from which a wrong letter in it is the writer's.

A misspelling that the glossary lists is seldom a misreading, and needs `SURE` only."""

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+)[.,]?[ \t]*$")
_NEXT = re.compile(r"[ \t]*([^\W\d_]+)")
_TOUCHED = frozenset("@_\\'’`")
_BEFORE_NAMES = frozenset(
    "kecamatan camat kelurahan lurah desa kabupaten kab bupati kota walikota provinsi jalan jl dusun nagari distrik "
    "kampung lingkungan kec kel puskesmas rsud sdn smpn sman pulau sungai gunung pasar bapak ibu pak bu sdr saudara "
    "sdri drs dra dr ir hj h kh an nama oleh prof perumahan blok gedung aula balai wilayah".split()
)
_PLACES = frozenset({"kecamatan", "kelurahan", "nagari", "kabupaten", "kota", "provinsi"})
_PLACE = re.compile(r"(?i)(?:kecamatan|kelurahan|desa|nagari|kabupaten|kota|provinsi|kapanewon|distrik)\b")
_SENTENCE_ENDS = '.:;/(-–•!?"“'


@dataclass(slots=True)
class _Found:
    """One misspelt word of a document."""

    printed: str
    verdict: Verdict
    heading: bool = False
    sure: bool = False
    """The words beside it make a term of it."""
    named: int = 0
    """How often it is written like a name."""
    count: int = 0
    places: list[Evidence] = field(default_factory=list)

    def is_name(self) -> bool:
        """Whether it is rather a name that comes again and again."""
        return not self.verdict.listed and not self.sure and self.named == self.count >= MIN_TIMES_NAME


class Misspellings:
    """Collects the misspelt words of one document."""

    def __init__(self, lexicon: Lexicon, sop: Sop, words: Iterable[str]) -> None:
        """*words* are those of the document, in lower case."""
        self.lexicon = lexicon
        self._odd = {word for word in words if lexicon.verdict(word) is not None}
        self.people = frozenset(_people(sop))
        self.names = _region_words() | self.people | frozenset(_own_names(sop))
        self._found: dict[str, _Found] = {}
        self._strange: set[str] = set()
        self.passed_over = False
        """A word was left out, since a letter of it may be misread from a picture."""

    def read(self, run: WordRun) -> None:
        """Note the misspelt words of a run."""
        if not self._odd.isdisjoint(run.words):
            for match in _TOKEN.finditer(run.text):
                word = match.group().lower()
                if word in self._odd:
                    self._word(run, match, word)
        self._phrases(run)

    def _verdict(self, word: str) -> Verdict | None:
        """What the word should have been, where that is clear; so many strange words only are looked at."""
        verdict = self.lexicon.verdict(word)
        if verdict is None or verdict.listed:
            return verdict
        self._strange.add(word)
        return self.lexicon.near(word) if len(self._strange) <= MAX_STRANGE else None

    def _phrases(self, run: WordRun) -> None:
        pattern, first = self.lexicon.phrases_pattern
        if first.isdisjoint(run.words):
            return
        for match in pattern.finditer(run.text):
            verdict = self.lexicon.phrases[" ".join(match.group().lower().split())]
            if not (verdict.old and run.cited(match.start())):
                self._note(run, match, verdict)

    def _word(self, run: WordRun, match: re.Match[str], word: str) -> None:
        verdict = self._verdict(word)
        if verdict is None or _is_part(run.text, match.start(), match.end()) or self._is_misread(match.group()):
            return
        if verdict.listed:
            if not (verdict.old and run.cited(match.start())) and not (word in self.people and match.group() != word):
                self._note(run, match, verdict)
            return
        if (
            (word in self.names and not self._is_office(verdict))
            or run.role == "signature"
            or self._is_broken(run, match, verdict)
        ):
            return
        before = _LAST.search(run.text, max(0, match.start() - 40), match.start())
        previous = before.group(1).lower() if before else ""
        if self.lexicon.is_term(previous, verdict.standard):
            self._note(run, match, verdict, sure=True)
        elif not self._may_be_name(run, match, verdict, previous):
            named = match.group()[0].isupper() and not run.text.isupper()
            self._note(run, match, verdict, named=named)

    def _is_misread(self, word: str) -> bool:
        """Whether a capital I read for l, or the reverse, is all that is wrong: `PeIaksana`, `PEMERlNTAH`."""
        read = word[0] + word[1:].replace("I", "l") if not word.isupper() else word
        if "l" in word and word.replace("l", "").isupper():
            read = word.replace("l", "I")
        return read != word and self.lexicon.verdict(read.lower()) is None

    def _may_be_name(self, run: WordRun, match: re.Match[str], verdict: Verdict, previous: str) -> bool:
        word = match.group()
        if word.islower():
            return False
        if run.text[match.start() - 1 : match.start()] == "." and match.start():
            return True
        if self._is_office(verdict):
            return False
        if previous in _BEFORE_NAMES or (verdict.distance > 1 and run.role != "heading"):
            return True
        if word.isupper():
            short = len(word) <= MAX_LETTERS_CAPITALS
            return (short and not (run.text.isupper() and run.role == "heading")) or self._beside_name(run, match)
        if not word[1:].islower():
            return True
        plain = run.role == "heading" or len(word) >= MIN_LETTERS_NAME or _opens_sentence(run.text, match)
        return not plain or self._beside_name(run, match)

    def _is_office(self, verdict: Verdict) -> bool:
        """Whether a kind of office was meant, which has the name beside it and is none itself."""
        long = len(verdict.standard) >= MIN_LETTERS_OFFICE
        return long and verdict.distance == 1 and self.lexicon.is_office(verdict.standard)

    def _beside_name(self, run: WordRun, match: re.Match[str]) -> bool:
        """Whether a word that nobody knows, with a capital, stands next to it."""
        before = _LAST.search(run.text, max(0, match.start() - 40), match.start())
        after = _NEXT.match(run.text, match.end())
        return any(
            other
            and other.group(1)[0].isupper()
            and len(other.group(1)) >= 4
            and self._is_strange(other.group(1).lower())
            for other in (before, after)
        )

    def _is_strange(self, word: str) -> bool:
        verdict = self.lexicon.verdict(word)
        return verdict is not None and not verdict.listed

    def _is_broken(self, run: WordRun, match: re.Match[str], verdict: Verdict) -> bool:
        """Whether the layout broke the word: it is whole with its neighbour, or its end is lost where a line ends."""
        word, text = match.group().lower(), run.low
        before, after = _LAST.search(text, max(0, match.start() - 40), match.start()), _NEXT.match(text, match.end())
        knows = self.lexicon.knows
        if before and knows(before.group(1) + word) and not text[before.end(1) : match.start()].strip():
            return True
        if after and knows(word + after.group(1)):
            return True
        lost_end = verdict.standard.startswith(word) and not text[match.end() : match.end() + 1].strip()
        ends = run.line_ends_at(match.end())
        lost_begin = verdict.standard.endswith(word) and not text[: match.start()].strip()
        return (lost_end and ends) or lost_begin

    def _note(
        self, run: WordRun, match: re.Match[str], verdict: Verdict, *, sure: bool = False, named: bool = False
    ) -> None:
        places = run.evidence(match.start(), match.end())
        if may_be_misread(places, SURE if verdict.listed else SURE_LETTERS):
            self.passed_over = True
            return
        key = " ".join(match.group().lower().split())
        found = self._found.setdefault(key, _Found(match.group(), verdict))
        found.heading |= run.role in ("heading", "capitals")
        found.sure |= sure
        found.named += named
        found.count += 1
        if len(found.places) < MAX_PLACES:
            found.places.extend(places)

    def facts(self, out: FactList) -> None:
        """Add one fact for each word."""
        for found in [found for found in self._found.values() if not found.is_name()][:MAX_WORDS]:
            out.add(
                "misspelling",
                {
                    "place": "heading" if found.heading else "text",
                    "known_by": "list" if found.verdict.listed else "near",
                    "letters": found.verdict.distance,
                    "count": found.count,
                    "key": found.printed.lower(),
                },
                {
                    "printed": " ".join(found.printed.split()),
                    "standard": _as_printed(found.printed, found.verdict.standard),
                },
                found.places[:MAX_PLACES],
                Confidence.HIGH
                if found.verdict.listed or found.sure or found.verdict.distance == 1
                else Confidence.MEDIUM,
            )


def may_be_misread(places: Iterable[Evidence], sure: int) -> bool:
    """Whether words of a picture were recognised less surely than so many per cent."""
    least = certainty(places)
    return least is not None and least < sure


def _opens_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether the word has its capital from the begin of a sentence, which goes on in small letters."""
    before, after = text[: match.start()].rstrip(), _NEXT.match(text, match.end())
    return (not before or before[-1] in _SENTENCE_ENDS) and bool(after and after.group(1)[0].islower())


def _as_printed(printed: str, standard: str) -> str:
    """The right word in capitals where the wrong one is."""
    if printed.isupper():
        return standard.upper()
    if " " in standard and all(word[0].isupper() for word in printed.split()):
        return standard.title()
    return standard[0].upper() + standard[1:] if printed[0].isupper() else standard


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether the letters are part of a name, an address or a code."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if (before in _TOUCHED and before) or (after in _TOUCHED and after) or before.isdigit() or after.isdigit():
        return True
    dotted = after == "." and text[end + 1 : end + 2].isalnum() and text[end + 1 : end + 2].islower()
    return dotted or (before == "." and start > 1 and text[start - 2].isalnum() and text[start].islower())


def _own_names(sop: Sop) -> Iterator[str]:
    """Words of the names that the document gives: its unit and region where a place names them, others."""
    texts = [mention.name for mention in sop.mentions if mention.kind in _PLACES]
    texts += [value.value for value in (sop.unit, sop.government) if value and _PLACE.match(value.value)]
    for text in texts:
        yield from (word.lower() for word in _TOKEN.findall(text))


def _people(sop: Sop) -> Iterator[str]:
    """Words of the names of officials."""
    for _, _, official in officials_of(sop):
        if official.name:
            yield from (word.lower() for word in _TOKEN.findall(official.name.value))


@cache
def _region_words() -> frozenset[str]:
    return frozenset(word.lower() for region in load_regions() for word in _TOKEN.findall(region.name))
