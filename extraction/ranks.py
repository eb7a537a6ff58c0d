"""Ranks of civil servants (pangkat) and the grade (golongan ruang) that each of them has."""

from __future__ import annotations

import re
from dataclasses import dataclass

GRADES = {
    "juru muda": "I/a",
    "juru muda tingkat i": "I/b",
    "juru": "I/c",
    "juru tingkat i": "I/d",
    "pengatur muda": "II/a",
    "pengatur muda tingkat i": "II/b",
    "pengatur": "II/c",
    "pengatur tingkat i": "II/d",
    "penata muda": "III/a",
    "penata muda tingkat i": "III/b",
    "penata": "III/c",
    "penata tingkat i": "III/d",
    "pembina": "IV/a",
    "pembina tingkat i": "IV/b",
    "pembina utama muda": "IV/c",
    "pembina utama madya": "IV/d",
    "pembina utama": "IV/e",
}
"""Rank -> grade: the seventeen ranks of the civil service, one grade each."""

MAX_CHARS = 80
_LEVEL = re.compile(r"\b(?:tkt?|tingkat)\b[\s.]*-?\s*(?:i|1|l)\b")
_GRADE = re.compile(r"(?<![a-z])(?P<class>[i1l]{1,3}|[i1l]v)\s?[/.,-]?\s?(?P<step>[a-e])\b")
_WORDS = re.compile(r"[a-z]+")
_CLASSES = {"i": "I", "ii": "II", "iii": "III", "iv": "IV"}


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank as read."""

    name: str
    """In lower case, written out: ``pembina tingkat i``."""
    grade: str | None
    """As printed, in one form: ``IV/b``; None where none is printed."""
    proper: str
    """The grade that belongs to the rank."""

    @property
    def title(self) -> str:
        """The rank as it is written: ``Pembina Tingkat I``."""
        return " ".join("I" if word == "i" else word.capitalize() for word in self.name.split())


def parse_rank(text: str) -> Rank | None:
    """Read a rank with or without its grade; None when the words are no rank of the list."""
    low = " ".join(text[:MAX_CHARS].lower().split())
    level = _LEVEL.search(low)
    rest = low[: level.start()] + " " * (level.end() - level.start()) + low[level.end() :] if level else low
    grade = _GRADE.search(rest)
    words = _WORDS.findall(rest[: grade.start()] if grade else rest)
    known = [word for word in words if word in ("juru", "pengatur", "penata", "pembina", "utama", "muda", "madya")]
    name = " ".join([*known, "tingkat", "i"] if level else known)
    if name not in GRADES:
        return None
    return Rank(name, _written(grade) if grade else None, GRADES[name])


def _written(match: re.Match[str]) -> str:
    letters = match["class"].replace("1", "i").replace("l", "i")
    return f"{_CLASSES[letters]}/{match['step']}"


def rank_of(grade: str) -> str:
    """The rank that a grade belongs to, as it is written; empty where there is none."""
    name = next((name for name, own in GRADES.items() if own == grade), "")
    return Rank(name, grade, grade).title
