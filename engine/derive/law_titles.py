"""
Titles of regulations, printed against official.

Case, spacing, brackets with an abbreviation, ``PP`` for ``Peraturan Pemerintah`` and a comma before *dan* say nothing;
another word, a lost word or a comma that breaks a term does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import Levenshtein

TitleState = Literal["same", "punctuation", "cut", "different"]

MIN_CUT_WORDS = 3
"""A title of fewer words is rather another one than the beginning of this one, unless half of it is there."""
MAX_ADDED_WORDS = 3
"""More words after a whole title are what the page goes on with."""
ADDED_LIKENESS = 0.9
"""Of a whole title with words of its own behind it."""
MIN_FOREIGN_WORDS = 2
"""So many words in the middle of an otherwise whole title stand on the page beside it, not in the title."""
MAX_TITLE_CHARS = 600
MAX_SHOWN_DIFFERENCES = 3

_WORD = re.compile(r"[a-z0-9]+(?P<comma>\s?,)?")
_BRACKETED = re.compile(r"\([^()]{1,40}\)")
_WRITTEN_OUT = (
    (re.compile(r"\bundang\W{0,3}undang\b"), "uu"),
    (re.compile(r"\bperaturan pemerintah(?! pengganti)\b"), "pp"),
    (re.compile(r"\bperaturan menteri dalam negeri\b"), "permendagri"),
    (re.compile(r"\bno\b\.?"), "nomor"),
    (re.compile(r"\bnomor 0+(?=\d)"), "nomor "),
    (re.compile(r"\brepublik indonesia\b"), ""),
    (re.compile(r"\btatacara\b"), "tata cara"),
    (re.compile(r"&"), "dan"),
    (re.compile(r"\bstandart?\b(?= operasional)"), "standar"),
    (re.compile(r"\bsop\s?ap\b"), "standar operasional prosedur administrasi pemerintahan"),
    (re.compile(r"\bsop\b"), "standar operasional prosedur"),
    (re.compile(r"\bsakip\b"), "sistem akuntabilitas kinerja instansi pemerintah"),
    (re.compile(r"\bakip\b"), "akuntabilitas kinerja instansi pemerintah"),
    (re.compile(r"\bspip\b"), "sistem pengendalian intern pemerintah"),
    (re.compile(r"\basn\b"), "aparatur sipil negara"),
    (re.compile(r"\bpns\b"), "pegawai negeri sipil"),
    (re.compile(r"\bpppk\b"), "pegawai pemerintah dengan perjanjian kerja"),
    (re.compile(r"\brpjpd\b"), "rencana pembangunan jangka panjang daerah"),
    (re.compile(r"\brpjmd\b"), "rencana pembangunan jangka menengah daerah"),
    (re.compile(r"\brkpd\b"), "rencana kerja pemerintah daerah"),
)
_AFTER_TITLE = frozenset(
    "sebagaimana beserta jo juncto tahun lembaran berita tambahan nomor ri di pada dalam yang dalamnya untuk terakhir "
    "dengan kabupaten kota provinsi halaman dasar kualifikasi keterkaitan peralatan peringatan pencatatan telah diubah "
    "tentang uu pp perpres permendagri peraturan keputusan instruksi surat edaran perda perbup a b c d e f g h".split()
)
"""Words that may follow a title and belong to no title."""
_MISREAD = str.maketrans("l10", "iio")
"""Letters and digits that optical reading takes for each other: `Pubiik`."""
_JOINING = frozenset({"dan", "serta", "atau"})


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """How a printed title compares with an official one."""

    state: TitleState
    likeness: float
    """0-1, the share of words that agree in order."""
    difference: str = ""
    """The words that differ, in Indonesian."""
    slip: str = ""
    """The printed word, where one word in the place of one other is all that differs."""


@dataclass(frozen=True, slots=True)
class _Words:
    words: tuple[str, ...]
    bare: str
    """The words without blanks."""
    commas: frozenset[int]
    """How many letters stand before each comma that breaks a term."""


def compare_titles(printed: str, official: Iterable[str]) -> TitleMatch:
    """Compare a printed title with all wordings that are right, and return the best match."""
    return max((_compare(printed, title) for title in official), key=_goodness)


def same_words(printed: str, official: str) -> bool:
    """Whether two titles have the same words."""
    return _words(printed).bare == _words(official).bare


def _goodness(match: TitleMatch) -> tuple[bool, bool, bool, float]:
    return match.state == "same", match.state == "punctuation", match.state == "cut", match.likeness


@lru_cache(maxsize=2048)
def _compare(printed: str, official: str) -> TitleMatch:
    ours, right = _words(printed), _words(official)
    if not ours.words:
        return TitleMatch("different", 0.0)
    if ours.bare.startswith(right.bare):
        extra = {at for at in ours.commas - right.commas if at < len(right.bare)}
        if not extra:
            added = _added(ours, right)
            return TitleMatch("different", ADDED_LIKENESS, _difference(added, "")) if added else TitleMatch("same", 1.0)
        return TitleMatch("punctuation", 1.0, f"tanda koma setelah “{_before(ours, min(extra))}”")
    if right.bare.startswith(ours.bare) and _is_begin(ours.words, right.words) and _ends_on_word(right, ours.bare):
        end = _as_written(official, _missing_end(right, ours))
        return TitleMatch("cut", len(ours.words) / len(right.words), end)
    if ours.bare.translate(_MISREAD) == right.bare.translate(_MISREAD) or _with_foreign_run(ours.words, right.words):
        return TitleMatch("same", 1.0)
    steps = [step for step in Levenshtein.opcodes(ours.words, right.words) if step.tag != "equal"]
    apart = [
        (ours.words[step.src_start : step.src_end], right.words[step.dest_start : step.dest_end]) for step in steps
    ]
    if all(_JOINING.issuperset((*printed, *wanted)) for printed, wanted in apart):
        return TitleMatch("same", 1.0)
    one = apart[0][0] if len(apart) == 1 and len(apart[0][0]) == len(apart[0][1]) == 1 else ("",)
    likeness = Levenshtein.normalized_similarity(ours.words, right.words)
    return TitleMatch("different", likeness, _differences(apart), one[0])


@lru_cache(maxsize=4096)
def _words(title: str) -> _Words:
    plain = unicodedata.normalize("NFKD", title[:MAX_TITLE_CHARS].lower())
    plain = _BRACKETED.sub(" ", plain)
    for pattern, short in _WRITTEN_OUT:
        plain = pattern.sub(short, plain)
    words: list[str] = []
    commas: set[int] = set()
    letters = 0
    after_comma = False
    for match in _WORD.finditer(plain):
        word = match[0].rstrip(" ,")
        if after_comma and word not in _JOINING:
            commas.add(letters)
        words.append(word)
        letters += len(word)
        after_comma = match["comma"] is not None
    return _Words(tuple(words), "".join(words), frozenset(commas))


def _with_foreign_run(ours: Sequence[str], right: Sequence[str]) -> bool:
    """Whether all words of the title are there with a run of others in between: a page footer, another column."""
    steps = [step for step in Levenshtein.opcodes(ours, right) if step.tag != "equal"]
    return len(steps) == 1 and steps[0].tag == "delete" and steps[0].src_end - steps[0].src_start >= MIN_FOREIGN_WORDS


def _is_begin(ours: Sequence[str], right: Sequence[str]) -> bool:
    return len(ours) >= MIN_CUT_WORDS or (len(ours) > 1 and 2 * len(ours) >= len(right))


def _added(ours: _Words, right: _Words) -> str:
    """The few words of its own that a title has behind the official one: `Kearsipan Nasional`."""
    letters = 0
    for index, word in enumerate(ours.words):
        if letters == len(right.bare):
            tail = ours.words[index:]
            own = len(tail) <= MAX_ADDED_WORDS and tail[0] not in _AFTER_TITLE and all(map(str.isalpha, tail))
            return " ".join(tail) if own and len(tail[-1]) > 1 else ""
        letters += len(word)
    return ""


def _before(words: _Words, letters: int) -> str:
    """The two words before a place, counted in letters."""
    count = 0
    for index, word in enumerate(words.words):
        count += len(word)
        if count >= letters:
            return " ".join(words.words[max(0, index - 1) : index + 1])
    return ""


def _ends_on_word(right: _Words, bare: str) -> bool:
    count = 0
    for word in right.words:
        count += len(word)
        if count >= len(bare):
            return count == len(bare)
    return False


def _missing_end(right: _Words, ours: _Words) -> str:
    count, letters = 0, len(ours.bare)
    for index, word in enumerate(right.words):
        count += len(word)
        if count == letters:
            return " ".join(right.words[index + 1 :])
    return ""


def _as_written(official: str, end: str) -> str:
    """The end of an official title as the title has it, with its capitals and commas."""
    words, bare = official.split(), end.replace(" ", "")
    for index in range(len(words) - 1, -1, -1):
        tail = " ".join(words[index:])
        if _words.__wrapped__(tail).bare == bare:
            return tail
    return end


def _differences(apart: Sequence[tuple[Sequence[str], Sequence[str]]]) -> str:
    """`“review” seharusnya “reviu”`, the first few places."""
    shown = [_difference(" ".join(printed), " ".join(wanted)) for printed, wanted in apart]
    more = ", dan seterusnya" if len(shown) > MAX_SHOWN_DIFFERENCES else ""
    return "; ".join(shown[:MAX_SHOWN_DIFFERENCES]) + more


def _difference(printed: str, wanted: str) -> str:
    if not printed:
        return f"kurang “{wanted}”"
    if not wanted:
        return f"kata “{printed}” tidak ada dalam judul resmi"
    return f"“{printed}” seharusnya “{wanted}”"
