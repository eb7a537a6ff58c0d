"""Names of persons in a text, once it is known who is named in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from engine.language.dictionary import dictionary
from engine.language.morphology import is_formed
from extraction.degrees import BEFORE_IN_NAME, degree_at, end_of_degrees, first_degree
from extraction.letterhead import is_office_line
from extraction.regions import is_region
from extraction.same_person import name_key

MIN_TELLING = 3
"""Letters of a word that names a person by itself."""
MIN_JOINED = 8
"""Letters of a name that is written without blanks, as in names of files."""

_TOKEN = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")
_BETWEEN_WORDS = re.compile(r"[\s_.,'’`\-+]{0,6}")
_NEAR = re.compile(r"[ .,'’`_\-+]{0,3}")
_BEFORE_DEGREE = re.compile(r"[\s,._\-]{0,6}")
_ENDING = re.compile(r"\.[a-z]{2,5}(?![^\W_])")
"""Of a file, whose dot is no part of a degree."""
_OPENS = re.compile(r"(?:^|[\n\t\"“”(:|>/=;])[ .]*$")
_CLOSES = re.compile(r"[ .,]*(?:$|[\n\t\"“”),|</;])")
_LAST_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,8})[. ]{1,3}$")
_ADDRESS = frozenset(["bapak", "bpk", "pak", "ibu", "bu", "sdr", "sdri", "saudara", "saudari", "yth", "an"])
_TITLES = BEFORE_IN_NAME | {"alm"}
_WHOLE_TITLES = frozenset(["prof", "drs", "dra", "drg", "drh", "dr", "ir", "hj", "raden", "tgk", "tgh", "ust"])
"""Titles that are told without a dot after them."""


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name in a text; `number` is that of the person, None where several persons may be meant."""

    start: int
    end: int
    number: int | None


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text, as names are compared."""

    key: str
    start: int
    end: int
    capital: bool


@dataclass(slots=True)
class KnownNames:
    """Who is named in a document; numbered in the order in which they are made known."""

    ordinary: frozenset[str] = frozenset()
    """Words that also name the place or the office: alone they name nobody."""
    numbers: dict[tuple[str, ...], int] = field(default_factory=dict)
    _by_first: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    _joined: dict[str, int] = field(default_factory=dict)
    _telling: dict[str, set[int]] = field(default_factory=dict)
    _weak: dict[str, set[int]] = field(default_factory=dict)

    def add(self, name: str) -> int | None:
        """Know one more name, as printed; returns the number of the person."""
        words = words_of(name)
        if not words or max(map(len, words)) < MIN_TELLING or _TITLES.issuperset(words):
            return None
        if words in self.numbers:
            return self.numbers[words]
        number = self.numbers[words] = len(self.numbers) + 1
        self._by_first.setdefault(words[0], []).append(words)
        self._by_first[words[0]].sort(key=len, reverse=True)
        if len("".join(words)) >= MIN_JOINED and len(words) > 1:
            self._joined.setdefault("".join(words), number)
        for word in words:
            kept = self._weak if self.is_ordinary(word) else self._telling
            kept.setdefault(word, set()).add(number)
        return number

    def is_ordinary(self, word: str) -> bool:
        """Whether a word, in lower case, means something beside being a name."""
        return len(word) < MIN_TELLING or word in self.ordinary or word in dictionary() or is_region(None, word)

    def is_word(self, word: str) -> bool:
        """As `is_ordinary`, and what affixes make of ordinary words; some names look like that, too."""
        return self.is_ordinary(word) or is_formed(word, dictionary().__contains__)

    def number_of(self, name: str) -> int | None:
        """The number of somebody who is known."""
        return self.numbers.get(words_of(name))

    def find(self, text: str) -> list[FoundName]:
        """Find who is named in a text (`auditing.plain.plain`), in order, with titles and degrees."""
        if not self.numbers:
            return []
        keys = {_bare(word) for word in set(_TOKEN.findall(text))}
        if keys.isdisjoint(self._by_first) and keys.isdisjoint(self._telling) and keys.isdisjoint(self._joined):
            return []
        words = [
            _Word(_bare(match[0]), match.start(), match.end(), match[0][0].isupper()) for match in _TOKEN.finditer(text)
        ]
        owners = self._owners(text, words)
        self._add_weak(text, words, owners)
        return list(_spans(text, words, owners))

    def _owners(self, text: str, words: list[_Word]) -> list[set[int] | None]:
        """For each word who is named by it: whole names first, then words that tell."""
        owners: list[set[int] | None] = [None] * len(words)
        at = 0
        while at < len(words):
            length, number = self._whole(text, words, at)
            if length:
                owners[at : at + length] = [{number}] * length
            at += length or 1
        for index, word in enumerate(words):
            if owners[index] is None and (found := self._telling.get(word.key)) is not None:
                owners[index] = found
            elif owners[index] is None and word.key in self._joined:
                owners[index] = {self._joined[word.key]}
        return owners

    def _whole(self, text: str, words: list[_Word], at: int) -> tuple[int, int]:
        """How many words from here on are a whole name, and whose."""
        for name in self._by_first.get(words[at].key, ()):
            length = len(name)
            found = words[at : at + length]
            if tuple(word.key for word in found) == name and _together(text, found) and self._is_meant(text, found):
                return length, self.numbers[name]
        return 0, 0

    def _is_meant(self, text: str, found: list[_Word]) -> bool:
        """Names of ordinary words count in capitals; one of a single such word only where a person would be named."""
        if not all(self.is_ordinary(word.key) for word in found):
            return True
        if not all(word.capital for word in found):
            return False
        return len(found) > 1 or _stands_alone(text, found[0])

    def _add_weak(self, text: str, words: list[_Word], owners: list[set[int] | None]) -> None:
        """Ordinary words of a name belong to it where they stand beside other words of the same name."""
        order = range(len(words))
        for step, indexes in ((-1, order), (1, reversed(order))):
            for index in indexes:
                other = index + step
                weak = self._weak.get(words[index].key)
                if owners[index] is None and weak and words[index].capital and 0 <= other < len(words):
                    beside = owners[other]
                    first, last = sorted((index, other))
                    near = _NEAR.fullmatch(text, words[first].end, words[last].start)
                    if beside and near and beside & weak:
                        owners[index] = beside & weak


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name by which it is known, without degrees and titles."""
    return tuple(_bare(word) for word in name_key(person_part(name)).split())


def person_part(text: str) -> str:
    """A name without its degrees, and without the office that stands before it and a comma; empty for an office."""
    degree = first_degree(text, 0, len(text))
    parts = [part.strip() for part in (text[: degree.start()] if degree else text).split(",")]
    named = [part for part in parts if part.strip(" .") and not is_office_line(part)]
    return (named[-1] if degree else named[0]) if named else ""


@lru_cache(maxsize=20_000)
def _bare(word: str) -> str:
    return word.lower().replace("'", "").replace("’", "").replace("`", "")


def _together(text: str, words: list[_Word]) -> bool:
    """Whether nothing but blanks and marks stands between the words of a name."""
    return all(_BETWEEN_WORDS.fullmatch(text, a.end, b.start) is not None for a, b in pairwise(words))


def _stands_alone(text: str, word: _Word) -> bool:
    """Whether a single word stands where a person is named: in a cell or line of its own, quoted, after a title."""
    start, end = _with_titles(text, word.start), _with_degrees(text, word.end)
    if start < word.start or end > word.end:
        return True
    address = _LAST_WORD.search(text, max(0, word.start - 12), word.start)
    if address is not None and address[1].lower() in _ADDRESS:
        return True
    before = text[max(0, word.start - 40) : word.start]
    opens = _OPENS.search(before) is not None and (len(before) < 40 or before.strip(" .") != "")
    return opens and _CLOSES.match(text, word.end) is not None


def _spans(text: str, words: list[_Word], owners: list[set[int] | None]) -> Iterator[FoundName]:
    """Words of one person that stand together, with titles and degrees."""
    runs: list[tuple[int, int, frozenset[int]]] = []
    for word, owner in zip(words, owners, strict=True):
        if not owner:
            continue
        start, end, before = runs[-1] if runs else (0, 0, frozenset[int]())
        both = before & owner
        if both and _goes_on(text[end : word.start]):
            runs[-1] = (start, word.end, both)
        else:
            runs.append((word.start, word.end, frozenset(owner)))
    for start, end, whose in runs:
        number = next(iter(whose)) if len(whose) == 1 else None
        yield FoundName(_with_titles(text, start), _with_degrees(text, end), number)


def _goes_on(between: str) -> bool:
    """Whether a name goes on after these characters: within it at most one line break stands between two words."""
    return _BETWEEN_WORDS.fullmatch(between) is not None and between.count("\n") <= 1 and "\t" not in between


def _with_titles(text: str, start: int) -> int:
    """Where the titles before a name begin."""
    while True:
        before = text[max(0, start - 10) : start]
        match = re.search(r"(?<![^\W\d_])([^\W\d_]{1,6})(\s?\.\s{0,2}|\s{1,2})$", before)
        if match is None:
            return start
        title, mark = match[1].lower(), match[2]
        if title not in _TITLES or not ("." in mark or title in _WHOLE_TITLES) or "\n" in mark:
            return start
        start -= len(before) - match.start()


def _with_degrees(text: str, end: int) -> int:
    """Where the degrees after a name end."""
    between = _BEFORE_DEGREE.match(text, end)
    begin = between.end() if between else end
    degree = degree_at(text, begin, len(text))
    if degree is None or (between and "\n" in between[0] and degree["plain"]):
        return end
    if between and "," not in between[0] and degree["plain"] and not degree["plain"].isupper():
        return end
    last = end_of_degrees(text, degree, len(text))
    return last - 1 if _ENDING.match(text, last - 1) else last
