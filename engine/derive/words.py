"""
Facts about the words of a document: misspellings, words said twice, terms and informal words.

The words come as runs (`Sop.prose`): what stands together in a paragraph, a list item or a cell. Most runs hold nothing
but known words and are done with one look-up a word; only the others are looked at word by word.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from engine.derive.days import day_in_force, day_that_counts
from engine.derive.factlist import FactList
from engine.derive.misspellings import Misspellings, may_be_misread
from engine.derive.repetitions import repetitions
from engine.derive.terms import Terms
from engine.derive.wording import enumerate_words
from engine.knowledge import Knowledge
from engine.language.lexicon import Lexicon
from extraction.joined import Joined, join_words
from schemas.doubt import SURE
from schemas.evidence import Evidence
from schemas.report import Confidence
from schemas.sop import Sop

MAX_RUN_CHARS = 20_000
"""Longer runs are cut: nothing that is an SOP has such paragraphs."""
MAX_RUNS = 5_000
"""Runs of one document that are read."""
MAX_PLACES = 12
"""Places shown of one word."""
MIN_SAMPLE = 30
"""So many different words tell whether a text is garbled."""
MAX_UNKNOWN_SHARE = 0.4
"""Of the longer words; in a readable SOP names make up a tenth."""

MAX_TITLE_CHARS = 1_000
MAX_TITLES = 50
"""Titles of regulations in one run."""

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_CITED = re.compile(
    r"\b(?:undang-?\s?undang|peraturan|keputusan|instruksi|surat edaran|permen\w{0,20}|perpres|perda|perbup|perwal\w?|"
    r"perka|kepmen\w{0,20}|pp|uu)\b[^;]{0,250}?\b(?:tentang|ttg)\b"
)
_TITLE_ENDS = re.compile(r";|(?<!\d)\.\s|\bsebagaimana\b|\bterakhir\b|$")
_TWICE = re.compile(r"(?<![A-Za-z0-9/])([a-z]{3,30})2(?![A-Za-z0-9/.,])")
_NUMBERED = frozenset(
    "hal pasal ayat lampiran lantai nomor tahap form gambar tabel kolom langkah triwulan butir".split()
)


@dataclass(slots=True)
class WordRun:
    """One run with what several readers ask of it."""

    text: str
    low: str
    words: list[str]
    role: str
    joined: Joined
    titles: tuple[range, ...] = ()
    """Where titles of regulations stand, which are quoted as they are."""

    def cited(self, at: int) -> bool:
        """Whether this position lies in the title of a regulation."""
        return any(at in title for title in self.titles)

    def line_ends_at(self, at: int) -> bool:
        """Whether a printed line of the run ends at this position."""
        return at >= len(self.text) or any(at <= start <= at + 1 for start in self.joined.starts[1:])

    def evidence(self, start: int, end: int) -> tuple[Evidence, ...]:
        """The line that holds the word, as printed from the word on."""
        return self.joined.evidence(start, end)


@dataclass(slots=True)
class _Informal:
    """Words of chat, as they are found."""

    words: dict[str, str] = field(default_factory=dict)
    count: int = 0
    places: list[Evidence] = field(default_factory=list)

    def add(self, printed: str, standard: str, places: Sequence[Evidence]) -> None:
        """Note one place."""
        self.words.setdefault(printed, standard)
        self.count += 1
        if len(self.places) < MAX_PLACES:
            self.places.extend(places[:1])


def word_facts(out: FactList, sop: Sop, known: Knowledge, as_of: dt.date) -> None:
    """
    Facts about the words of an SOP.

    Args:
        out: Where the facts go.
        sop: The SOP as read.
        known: The glossary; without one there are no facts.
        as_of: The day of the audit, for what a document without dates is compared with.
    """
    if not known.lexicon.glossary.terms:
        return
    runs = list(_runs(sop))
    spelling = Misspellings(known.lexicon, sop, {word for run in runs for word in run.words})
    terms = Terms(known.lexicon)
    informal = _Informal()
    for run in runs:
        spelling.read(run)
        terms.read(run)
        _informal_words(run, known.lexicon, informal)
    repeated = _Repeated.of(runs, known.lexicon)
    _prose_fact(out, runs, known.lexicon, unsure=(spelling.passed_over, repeated.passed_over))
    spelling.facts(out)
    repeated.facts(out)
    terms.facts(out, day_that_counts(sop, as_of), dated=day_in_force(sop) is not None)
    _informal_fact(out, informal)


def _runs(sop: Sop) -> Iterable[WordRun]:
    for run in sop.prose[:MAX_RUNS]:
        if len(run.pieces) == 1:
            joined = Joined(run.pieces[0].text[:MAX_RUN_CHARS], [0], run.pieces)
        else:
            joined = join_words(run.pieces, MAX_RUN_CHARS)
        low = joined.text.lower()
        words = _WORD.findall(low)
        if words and len(low) == len(joined.text):
            yield WordRun(joined.text, low, words, run.role, joined, _titles(low))


@lru_cache(maxsize=512)
def _titles(low: str) -> tuple[range, ...]:
    """Where titles of regulations stand; the documents of an office cite the same ones again and again."""
    if "tentang" not in low and "ttg" not in low:
        return ()
    found = []
    for match in islice(_CITED.finditer(low), MAX_TITLES):
        end = _TITLE_ENDS.search(low, match.end(), match.end() + MAX_TITLE_CHARS)
        found.append(range(match.end(), end.start() if end else len(low)))
    return tuple(found)


def _prose_fact(out: FactList, runs: Sequence[WordRun], lexicon: Lexicon, *, unsure: tuple[bool, bool]) -> None:
    if not runs:
        return
    long = {word for run in runs for word in run.words if len(word) >= 5}
    unknown = sum(lexicon.verdict(word) is not None for word in long)
    readable = len(long) < MIN_SAMPLE or unknown <= MAX_UNKNOWN_SHARE * len(long)
    spelling, repeated = unsure
    words = sum(len(run.words) for run in runs)
    out.add(
        "prose",
        {"words": words, "readable": readable, "spelling_unsure": spelling, "repeated_unsure": repeated},
        {},
        (),
    )


@dataclass(slots=True)
class _Repeated:
    """Words that stand twice running, with their places."""

    found: dict[str, list[tuple[str, tuple[Evidence, ...]]]] = field(default_factory=dict)
    passed_over: bool = False
    """One was left out, since the words may be misread from a picture."""

    @classmethod
    def of(cls, runs: Sequence[WordRun], lexicon: Lexicon) -> _Repeated:
        """Those of all runs."""
        self = cls()
        for run in runs:
            for match in repetitions(run.text, run.words, lexicon):
                places = run.evidence(match.start(), match.end())
                if may_be_misread(places, SURE):
                    self.passed_over = True
                else:
                    self.found.setdefault(match.group(1).lower(), []).append((match.group(), places))
        return self

    def facts(self, out: FactList) -> None:
        """Add one fact for each word."""
        for slips in self.found.values():
            printed = " ".join(slips[0][0].split())
            out.add(
                "repeated_word",
                {"count": len(slips)},
                {"words": printed, "word": printed.split()[0]},
                [place for _, evidence in slips for place in evidence][:MAX_PLACES],
            )


def _informal_words(run: WordRun, lexicon: Lexicon, found: _Informal) -> None:
    if run.role == "signature":
        return
    informal = lexicon.glossary.informal
    if not informal.keys().isdisjoint(run.words):
        for match in _WORD.finditer(run.text):
            if match.group() in informal and _stands_alone(run.text, match.start(), match.end()):
                found.add(match.group(), informal[match.group()], run.evidence(match.start(), match.end()))
    if "2" in run.text:
        for match in _TWICE.finditer(run.text):
            word = match.group(1)
            if word not in _NUMBERED and lexicon.knows(word):
                found.add(match.group(), f"{word}-{word}", run.evidence(match.start(), match.end()))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing that makes an address, a code or an abbreviation of it touches the word."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum() or (before in "@_/." and before) or (after in "@_/" and after))


def _informal_fact(out: FactList, informal: _Informal) -> None:
    if informal.count:
        words = [f'"{printed}" ({standard})' for printed, standard in informal.words.items()]
        out.add(
            "informal_words",
            {"words": len(words), "count": informal.count},
            {"list": enumerate_words(words[:MAX_PLACES])},
            informal.places,
            Confidence.HIGH,
        )
