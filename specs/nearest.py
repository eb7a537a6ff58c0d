"""
Which known step was meant.

Steps are compared without what the author fills in: quoted words, numbers, and words of which one is chosen stand for
themselves. So a slip of the pen is found however long the quoted words are.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from specs.dialects import LISTED
from specs.vocabulary import VOCABULARY, Known, Moment
from specs.words import KINDS, Language, StepPattern, WordKind
from specs.wrong import short

_ENOUGH = 62
"""How like a step must be, of 100, to be named."""
_OTHER_MOMENT = 4
"""What a step loses that is known at another moment."""
_NEARLY = 80
"""How like a choice a part of a step must be to be taken for it."""
_LONGEST = 400
"""Characters of a step that are compared."""
_SPELLED_OUT = 12
"""Ways in which a step with choices is spelled out for comparing."""
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
    table = _table(len(VOCABULARY.steps))
    found = process.extract(_bare(text[:_LONGEST]), [one.bare for one in table], scorer=fuzz.WRatio, limit=12)
    best: dict[int, Near] = {}
    for _, score, at in found:
        entry = table[at]
        exact = fuzz.ratio(_bare(text[:_LONGEST]), entry.bare)
        told = (score + exact) / 2 - (0 if moment in entry.known.moments else _OTHER_MOMENT)
        if max(score, exact) >= _ENOUGH and (id(entry.known) not in best or told > best[id(entry.known)].score):
            best[id(entry.known)] = Near(entry.known, entry.pattern, told)
    return sorted(best.values(), key=lambda one: -one.score)


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


@lru_cache(maxsize=2)
def _table(_: int) -> Sequence[_Entry]:
    """All ways of writing all steps, bare; made anew when steps are added."""
    return [
        _Entry(bare, known, pattern)
        for known in VOCABULARY.steps
        for pattern in known.patterns
        for bare in _spelled(pattern)
    ]


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
            return _chosen(kind.choices[pattern.language], text) or kind.shown[pattern.language]
        for at, words in enumerate(given):
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


_GIVEN = re.compile(rf"{_QUOTED.pattern}|[^\s\"'“”]+")
