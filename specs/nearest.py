"""
Which known step was meant.

Steps are compared without what the author fills in: quoted words, numbers, and words of which one is chosen stand for
themselves. So a slip of the pen is found however long the quoted words are. Half of the score is how like the letters
are, half which words both have; words that many steps have count less.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import fuzz, process

from specs.dialects import LISTED
from specs.vocabulary import VOCABULARY, Known, Moment
from specs.words import KINDS, Language, StepPattern, WordKind
from specs.wrong import short

_ENOUGH = 36
"""How like a step must be, of 100, to be named."""
_OTHER_MOMENT = 12
"""What a step loses that is known at another moment."""
_NEARLY = 80
"""How like a choice a part of a step must be to be taken for it."""
_SAME_WORD = 78
"""How like two words must be to be taken for one."""
_MEANT = {
    "file": "berkas",
    "pelanggaran": "temuan",
    "kesalahan": "temuan",
    "pelanggar": "melanggar",
    "terpenuhi": "patuh",
    "dipenuhi": "patuh",
    "sesuai": "patuh",
    "skor": "nilainya",
    "nilai": "nilainya",
    "predikat": "predikatnya",
    "putusan": "putusannya",
    "kesimpulan": "putusannya",
    "ditandatangani": "tanda",
    "durasi": "waktu",
    "parameternya": "parameter",
}
"""What auditors write, and the word that steps have for it."""
_LONGEST = 400
"""Characters of a step that are compared."""
_SPELLED_OUT = 12
"""Ways in which a step with choices is spelled out for comparing."""
_NEAREST = 12
"""Steps that are returned."""
_SHORT = 4
"""Letters of a word that may be misspelt."""
_UNKNOWN = 2.0
"""How much a word tells that no step has."""
_WORD = re.compile(r"\"\"|x/x|[^\W_]+")
_QUOTED = re.compile("\"[^\"]*\"|'[^']*'|“[^”]*”")
_NUMBER = re.compile(r"\d+")
_HOLE = re.compile(r"\{(\w+):(\w+)\}")


@dataclass(frozen=True)
class Near:
    """A known step that is like what was written."""

    known: Known
    pattern: StepPattern
    score: float


@dataclass(frozen=True)
class Misfit:
    """Words that cannot stand where they do in a step, which fits but for them."""

    words: str
    kind: str
    """A key of `specs.words.KINDS`."""


def near_steps(text: str, moment: Moment) -> list[Near]:
    """Return the known steps that are most like a text, best first; each once."""
    bare = _bare(text[:_LONGEST])
    table, weights = _table(len(VOCABULARY.steps)), _weights(len(VOCABULARY.steps))
    words = frozenset(_known_word(word, weights) for word in _WORD.findall(bare))
    best: dict[int, Near] = {}
    for entry in table:
        told = (fuzz.ratio(bare, entry.bare) + _shared(words, entry.words, weights)) / 2
        told -= 0 if moment in entry.known.moments else _OTHER_MOMENT
        if told >= _ENOUGH and (id(entry.known) not in best or told > best[id(entry.known)].score):
            best[id(entry.known)] = Near(entry.known, entry.pattern, told)
    return sorted(best.values(), key=lambda one: -one.score)[:_NEAREST]


def _known_word(word: str, weights: Mapping[str, float]) -> str:
    """The word of a step that a word is, or is meant for; itself where there is none."""
    meant = _MEANT.get(word, word)
    if meant in weights or len(meant) < _SHORT:
        return meant
    found = process.extractOne(meant, list(weights), scorer=fuzz.ratio, score_cutoff=_SAME_WORD)
    return str(found[0]) if found else meant


def _shared(some: frozenset[str], others: frozenset[str], weights: Mapping[str, float]) -> float:
    """How much of what two steps say both say, of 100."""

    def weight(words: Iterable[str]) -> float:
        return math.fsum(sorted(weights.get(word, _UNKNOWN) for word in words))

    both = weight(some) + weight(others)
    return 200 * weight(some & others) / both if both else 0


def misfits(pattern: StepPattern, text: str) -> list[Misfit] | None:
    """
    Return the words that do not fit into a step, where all others do.

    Returns:
        None where it is another step; the words that every step has may differ in capitals and spaces only.
    """
    parts = _HOLE.split(" ".join(pattern.written.split()))
    literals, kinds = parts[0::3], parts[2::3]
    rest = " ".join(text[:_LONGEST].split())
    if not rest.lower().startswith(literals[0].lower()):
        return None
    at, found = len(literals[0]), []
    for kind, literal in zip(kinds, literals[1:], strict=True):
        end = _end(rest, at, kind, literal)
        if end is None:
            return None
        if not re.fullmatch(KINDS[kind].regex, rest[at:end]):
            found.append(Misfit(rest[at:end], kind))
        at = end + len(literal)
    return found if at == len(rest) else None


def _end(text: str, at: int, kind: str, literal: str) -> int | None:
    """Where the words end that stand between *at* and the next words of the step."""
    fits = re.compile(KINDS[kind].regex).match(text, at)
    goes_on = fits is not None and text[fits.end() :].lower().startswith(literal.lower())
    if fits and goes_on and kind != "kata" and (literal or fits.end() == len(text)):
        return fits.end()
    end = text.lower().find(literal.lower(), at + 1) if literal else len(text)
    return end if end > at else None


def suggested(near: Near, text: str, language: Language, moment: Moment) -> str:
    """Write a known step as the author would: with the word that begins it, and the words that were written."""
    at = moment if moment in near.known.moments else near.known.moments[0]
    pattern = near.pattern if near.pattern.language == language else near.known.pattern(language)
    return f"{LISTED[language][at]} {_filled(near.known, pattern, text)}"


def example(known: Known, language: Language) -> str:
    """A step as an example shows it, without what stands below it."""
    first = known.example[language].split("\n", 1)[0].strip()
    return first or known.pattern(language).shown


def alike(word: str, known: Iterable[str], most: int = 3, least: float = 60) -> list[str]:
    """Return the known words that are most like a word, best first; capitals do not count."""
    choices = list(dict.fromkeys(known))
    lower = [one.lower() for one in choices]
    found = process.extract(word[:_LONGEST].lower(), lower, scorer=fuzz.ratio, limit=most, score_cutoff=least)
    return [choices[at] for _, _, at in found]


@dataclass(frozen=True)
class _Entry:
    bare: str
    known: Known
    pattern: StepPattern

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self.bare))


@lru_cache(maxsize=2)
def _table(_: int) -> Sequence[_Entry]:
    """All ways of writing all steps, bare; made anew when steps are added."""
    return [
        _Entry(bare, known, pattern)
        for known in VOCABULARY.steps
        for pattern in known.patterns
        for bare in _spelled(pattern)
    ]


@lru_cache(maxsize=2)
def _weights(count: int) -> Mapping[str, float]:
    """Word of a step -> how much it tells: the more, the fewer steps have it."""
    steps: dict[str, set[int]] = {}
    for entry in _table(count):
        for word in entry.words:
            steps.setdefault(word, set()).add(id(entry.known))
    return {word: 1 + math.log(count / len(having)) for word, having in sorted(steps.items())}


def _spelled(pattern: StepPattern) -> Iterator[str]:
    parts = _HOLE.split(pattern.written)
    ways = [_ways(KINDS[kind], kind) for kind in parts[2::3]]
    if _product(ways) > _SPELLED_OUT:
        ways = [way[:1] for way in ways]
    for chosen in itertools.product(*ways):
        words = itertools.chain.from_iterable(itertools.zip_longest(parts[0::3], chosen, fillvalue=""))
        yield _bare("".join(words))


def _product(ways: Sequence[Sequence[str]]) -> int:
    count = 1
    for way in ways:
        count *= len(way)
    return count


def _ways(kind: WordKind, name: str) -> Sequence[str]:
    if kind.choices:
        return list(dict.fromkeys((*kind.choices["id"], *kind.choices["en"])))
    return [{"teks": '""', "bilangan": "0", "aturan": "x/x", "tanggal": "0-0-0"}.get(name, "…")]


_RULE = re.compile(r"\b(?:[a-z]+(?:-[a-z]+)*/[a-z]+(?:-[a-z]+)*|[A-Z]{2,}-\d+)\b")


def _bare(text: str) -> str:
    text = _QUOTED.sub('""', " ".join(text.split()))
    return _NUMBER.sub("0", _RULE.sub("x/x", text)).lower()


def _filled(near: Known, pattern: StepPattern, text: str) -> str:
    """The step with the words of the text where they fit, in their order; else as its example shows it."""
    given = [found[0] for found in _GIVEN.finditer(text[:_LONGEST])]

    def fill(hole: re.Match[str]) -> str:
        kind = KINDS[hole[2]]
        if kind.choices:
            shown = kind.shown[pattern.language]
            return _chosen(kind.choices[pattern.language], text) or (
                shown if len(shown) <= _SHOWN else kind.sample(pattern.language)
            )
        for at, words in enumerate(given if hole[2] in _FILLED else ()):
            if re.fullmatch(_RULE if hole[2] == "aturan" else kind.regex, words):
                del given[: at + 1]
                return short(words)
        return kind.shown[pattern.language]

    if "kata" in pattern.kinds.values():
        return example(near, pattern.language)
    return _HOLE.sub(fill, pattern.written)


def _chosen(choices: Sequence[str], text: str) -> str | None:
    """The choice that stands in a text, or nearly does."""
    found = process.extractOne(text[:_LONGEST], choices, scorer=fuzz.partial_ratio, score_cutoff=_NEARLY)
    return found[0] if found else None


_FILLED = frozenset({"teks", "bilangan", "aturan", "tanggal", "nilai"})
"""Kinds of words that are told by their form, wherever they stand."""
_SHOWN = 40
"""Characters of choices that are all shown."""
_GIVEN = re.compile(rf"{_QUOTED.pattern}|\d{{1,2}} [A-Za-z]+ \d{{4}}|[^\s\"'“”]+")
