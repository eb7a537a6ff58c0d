"""
Whether two places name the same person or the same office.

Degrees, case and punctuation never make a difference; a typing or reading error makes names similar, not different.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from extraction.degrees import BEFORE_IN_NAME, first_degree

MAX_CHARS = 500
"""A name or an office is not longer."""

ACTING = r"(?:p\s?[lu1i]\s?[th]|pj[st]?|pejabat|penjabat|pelaksana\s+(?:tugas|harian))"
SIGNING_FOR = r"(?:a\s?\.?\s?n|u\s?\.?\s?b|atas\s+nama|untuk\s+beliau)"
_STARTS_ACTING = re.compile(rf"\s*(?P<acting>{ACTING})\b[.,:]*\s*", re.IGNORECASE)
STARTS_FOR = re.compile(rf"\s*{SIGNING_FOR}\b[.,:]*\s*", re.IGNORECASE)

_LETTERS = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")


def is_elected(position: str) -> bool:
    """Tell an office that is filled by election and has no NIP: Bupati, Wali Kota, Gubernur, Kepala Desa."""
    bare = _STARTS_ACTING.sub("", STARTS_FOR.sub("", position.strip(), count=1), count=1)
    return _ELECTED.match(bare) is not None and not _STARTS_ACTING.match(position) and not STARTS_FOR.match(position)


_ELECTED = re.compile(
    r"\s*(?:(?:wakil\s+)?(?:bupati|wali\s?kota|gubernur)|kepala\s+desa|perbekel|keuchik|wali\s+nagari)\b", re.IGNORECASE
)
MAX_NAME_EDITS = 2
"""Letters that may differ in a name of at least `LONG_NAME_CHARS` letters for it to be the same with a misprint."""
LONG_NAME_CHARS = 8
MIN_TELLING_CHARS = 4
"""A word of a name with so many letters tells whose it is."""
MIN_MISREAD_SIMILARITY = 0.5
"""Of one word among three others that agree: below it the word is another one (HILIR, HULU)."""


@lru_cache(maxsize=512)
def name_key(name: str) -> str:
    """A name without degrees, titles, punctuation and case: ``Dr. Dra. SITI AMINAH, M.Si`` gives ``siti aminah``."""
    text = " ".join(name[:MAX_CHARS].split())
    degree = first_degree(text, 0, len(text))
    if degree:
        text = text[: degree.start()]
    words = [word.lower() for word in _LETTERS.findall(text.split(",")[0])]
    while len(words) > 1 and words[0] in BEFORE_IN_NAME:
        words = words[1:]
    return " ".join(word.replace("'", "").replace("’", "") for word in words)


def same_name(a: str, b: str) -> Literal["same", "similar", "part", "different"]:
    """
    Compare two names, degrees, case and punctuation aside.

    `same` also where one writes an initial for a word of the other, or leaves out the blanks; `similar` when a typing
    or reading error explains the difference; `part` when one is the other without some of its words.
    """
    key_a, key_b = name_key(a), name_key(b)
    if key_a == key_b or key_a.replace(" ", "") == key_b.replace(" ", ""):
        return "same"
    words_a, words_b = key_a.split(), key_b.split()
    if _same_with_initials(words_a, words_b):
        return "same"
    if _misprinted(key_a, key_b, words_a, words_b):
        return "similar"
    return "part" if _is_part(words_a, words_b) else "different"


def _is_part(a: list[str], b: list[str]) -> bool:
    """One name has only words of the other, one of them long enough to name somebody."""
    short, long = sorted((a, b), key=len)
    return len(short) < len(long) and set(short) <= set(long) and max(map(len, short), default=0) >= MIN_TELLING_CHARS


def _same_with_initials(a: list[str], b: list[str]) -> bool:
    """Word by word equal, or one is the first letters of the other; one whole word must be equal."""
    if len(a) != len(b) or not a:
        return False
    whole = False
    for x, y in zip(a, b, strict=True):
        if x == y:
            whole = whole or len(x) > 2
        elif not _abbreviates(x, y):
            return False
    return whole


def _abbreviates(x: str, y: str) -> bool:
    short, long = sorted((x, y), key=len)
    usual = {"moh": "mohammad", "muh": "muhammad", "abd": "abdul", "md": "muhammad"}
    muhammad = {"m", "muh", "moh", "md", "mohd", "mhd", "muhd"}
    return (
        (len(short) == 1 and long.startswith(short))
        or long.startswith(usual.get(short, "\0"))
        or (short in muhammad and long in {"muhammad", "mohammad", "muhamad", "mohamad", "mochamad", "mochammad"})
    )


def _misprinted(key_a: str, key_b: str, a: list[str], b: list[str]) -> bool:
    bare_a, bare_b = key_a.replace(" ", ""), key_b.replace(" ", "")
    if min(len(bare_a), len(bare_b)) >= LONG_NAME_CHARS:
        return OSA.distance(bare_a, bare_b, score_cutoff=MAX_NAME_EDITS) <= MAX_NAME_EDITS
    if len(a) != len(b) or not a:
        return False
    return all(
        x == y or (min(len(x), len(y)) >= 4 and OSA.distance(x, y, score_cutoff=1) <= 1)
        for x, y in zip(a, b, strict=True)
    )


_SHORT_OFFICES = (
    (re.compile(r"\bsekcam\b"), "sekretaris camat"),
    (re.compile(r"\bsekda\b"), "sekretaris daerah"),
    (re.compile(r"\bkadis\b"), "kepala dinas"),
    (re.compile(r"\bkaban\b"), "kepala badan"),
    (re.compile(r"\bkabag\b"), "kepala bagian"),
    (re.compile(r"\bkabid\b"), "kepala bidang"),
    (re.compile(r"\bkasie?\b"), "kepala seksi"),
    (re.compile(r"\bkasub?b?ag\b"), "kepala subbagian"),
    (re.compile(r"\b(?:sub\s+bagian|subbag|subag|sub\s+bag)\b"), "subbagian"),
    (re.compile(r"\bwali\s+kota\b"), "walikota"),
    (re.compile(r"\bkab\b"), "kabupaten"),
    (re.compile(r"\bprov\b"), "provinsi"),
    (re.compile(r"\bkec\b"), "kecamatan"),
    (re.compile(r"\bkel\b"), "kelurahan"),
    (re.compile(r"\bsekertaris\b"), "sekretaris"),
    (re.compile(r"\bsie\b"), "seksi"),
    (re.compile(r"\bcamat kecamatan\b"), "camat"),
    (re.compile(r"\blurah kelurahan\b"), "lurah"),
    (re.compile(r"\bpmd\b"), "pemberdayaan masyarakat dan desa"),
    (re.compile(r"\bsekretaris kecamatan\b"), "sekretaris camat"),
    (re.compile(r"\binspektorat\b"), "inspektur"),
    (re.compile(r"\binspektur inspektur\b"), "inspektur"),
)


@lru_cache(maxsize=512)
def office_key(position: str) -> str:
    """An office in one spelling: lower case, no punctuation, no Plt./a.n., short forms written out."""
    text = " ".join(_LETTERS_AND_DIGITS.findall(_without_acting(position)[0].lower()))
    for pattern, words in _SHORT_OFFICES:
        text = pattern.sub(words, text)
    return text


_LETTERS_AND_DIGITS = re.compile(r"[^\W_]+")


def _without_acting(position: str) -> tuple[str, bool]:
    """The office without ``a.n.`` and ``Plt.``, and whether somebody acts in it."""
    text = position[:MAX_CHARS]
    acting = False
    for _ in range(3):
        match = _STARTS_ACTING.match(text)
        if match:
            acting = True
        else:
            match = STARTS_FOR.match(text)
        if not match or match.end() >= len(text):
            break
        text = text[match.end() :]
    return text, acting


def same_office(a: str, b: str) -> Literal["same", "acting", "contained", "different", "unknown"]:
    """
    Compare two offices.

    `acting`: the same office, in one place only as Plt., Plh. or Pj. `contained`: one only says more than the other
    (``CAMAT`` and ``CAMAT ARGA MULYA``). A letter that differs in a word is a misprint, not another office.
    """
    a, b = _own_office(a), _own_office(b)
    key_a, key_b = office_key(a), office_key(b)
    if not key_a or not key_b:
        return "unknown"
    relation = _relation(key_a.split(), key_b.split())
    if relation != "different" and _without_acting(a)[1] != _without_acting(b)[1]:
        return "acting"
    return relation


def _own_office(position: str) -> str:
    """`a.n. CAMAT X SEKRETARIS`: whoever signs for another holds the office that is named last."""
    match = STARTS_FOR.match(position)
    if match is None:
        return position
    later = list(_OFFICE_HEAD.finditer(position, match.end() + 1))
    return position[later[-1].start() :] if later else position


_OFFICE_HEAD = re.compile(
    r"\b(?:(?:plt|plh|pj)\s?\.?\s+)?(?:sekretaris|sekcam|kepala|kasi|kasubb?ag|kabid|asisten|inspektur|wakil)\b",
    re.IGNORECASE,
)
_FILLER = frozenset(["dan", "pada", "di", "selaku"])


def _relation(a: list[str], b: list[str]) -> Literal["same", "contained", "different"]:
    short, long = sorted(([w for w in a if w not in _FILLER], [w for w in b if w not in _FILLER]), key=len)
    if not short:
        return "different"
    if short[0] != long[0] and not _near_word(short[0], long[0]):
        return "different"
    if len(short) == len(long):
        apart = [(x, y) for x, y in zip(short, long, strict=True) if not _near_word(x, y)]
        return "same" if not apart or _one_word_misread(apart, len(short)) else "different"
    position = 0
    for word in short:
        while position < len(long) and not _near_word(word, long[position]):
            position += 1
        if position == len(long):
            return "same" if "".join(short) == "".join(long) else "different"
        position += 1
    return "contained"


def _one_word_misread(apart: list[tuple[str, str]], words: int) -> bool:
    """One word of a long name is badly misread, and the head and two more words agree (ARGA MULYA SARI, ARSA ...)."""
    a, b = apart[0]
    alike = a[:2] == b[:2] and OSA.normalized_similarity(a, b) >= MIN_MISREAD_SIMILARITY
    return len(apart) == 1 and words >= 4 and alike


def _near_word(a: str, b: str) -> bool:
    """Equal, or a misprint away: two letters in words of eight or more, one in shorter ones."""
    if a == b:
        return True
    shorter = min(len(a), len(b))
    if shorter < 4:
        return False
    limit = 2 if shorter >= LONG_NAME_CHARS - 2 else 1
    return a[0] == b[0] and OSA.distance(a, b, score_cutoff=limit) <= limit
