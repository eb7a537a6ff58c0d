"""
How a step is written down, and how its words become values.

``langkah {number:bilangan} menjadi {text:teks}`` takes ``langkah 3 menjadi "Mencatat surat"``: between braces stand
the name of an argument and the kind of words that stand there.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from extraction.dates import MONTHS
from schemas.report import Confidence, Outcome, Severity

Language = Literal["id", "en"]

_HOLE = re.compile(r"\{(\w+):(\w+)\}")
_NAMED_DAY = re.compile(r"(\d{1,2}) ([A-Za-z]+) (\d{4})")
_MONTHS = {
    name.lower(): number for names in (MONTHS, calendar.month_name[1:]) for number, name in enumerate(names, start=1)
}
_GRAVE = "kritis|mayor|minor|saran|critical|major|advice"
"""No names of rules: ``tidak ada temuan kritis`` is not about one."""
_QUOTED = "\"[^\"]*\"|'[^']*'|“[^”]*”"


@dataclass(frozen=True)
class WordKind:
    """Words that may stand at one place of a step."""

    regex: str
    """Linear, without groups."""
    value: Callable[[str], object]
    shown: Mapping[Language, str]
    """How a list of steps names them."""
    choices: Mapping[Language, tuple[str, ...]] | None = None
    """Where only these words may stand."""

    def sample(self, language: Language) -> str:
        """Words that may stand there."""
        return self.choices[language][0] if self.choices else self.shown[language]


def unquoted(words: str) -> str:
    """Take the quotation marks off."""
    return words[1:-1]


def day(words: str) -> dt.date:
    """
    Read a day: ``"2026-12-31"`` or ``"31 Desember 2026"``.

    Raises:
        ValueError: It is none.
    """
    words = words.strip("\"'“”")
    named = _NAMED_DAY.fullmatch(words)
    try:
        if named is None:
            return dt.date.fromisoformat(words)
        return dt.date(int(named[3]), _MONTHS[named[2].lower()], int(named[1]))
    except (ValueError, KeyError):
        raise ValueError(f"{words!r} bukan tanggal; tulis seperti 2026-12-31 atau 31 Desember 2026") from None


def choice(indonesian: Mapping[str, object], english: Mapping[str, object] | None = None) -> WordKind:
    """Words of which one is chosen; those of both languages are understood."""
    both = {**indonesian, **(english or {})}
    regex = "|".join(re.escape(word) for word in sorted(both, key=len, reverse=True))
    names: dict[Language, tuple[str, ...]] = {"id": tuple(indonesian), "en": tuple(english or indonesian)}
    shown: dict[Language, str] = {language: "|".join(words) for language, words in names.items()}
    return WordKind(regex, both.__getitem__, shown, names)


def quotable(kind: WordKind) -> WordKind:
    """The same words, which may also stand between quotation marks."""
    regex = f"{kind.regex}|" + "|".join(f"{left}(?:{kind.regex}){right}" for left, right in ('""', "''", "“”"))
    return WordKind(regex, lambda words: kind.value(words.strip("\"'“”")), kind.shown, kind.choices)


KINDS: dict[str, WordKind] = {
    "teks": WordKind(_QUOTED, unquoted, {"id": '"teks"', "en": '"text"'}),
    "bilangan": WordKind(r"\d{1,9}", int, {"id": "1", "en": "1"}),
    "aturan": WordKind(rf"(?!(?:{_GRAVE})(?![/-]))[A-Za-z0-9/_-]+", str, {"id": "NIP-02", "en": "NIP-02"}),
    "kata": WordKind(r"\S(?:.*\S)?", str, {"id": "kata", "en": "words"}),
    "tanggal": WordKind(
        rf"{_QUOTED}|\d{{4}}-\d\d-\d\d|\d{{1,2}} [A-Za-z]+ \d{{4}}", day, {"id": "2026-12-31", "en": "2026-12-31"}
    ),
    "tingkat": choice(
        {"kritis": Severity.CRITICAL, "mayor": Severity.MAJOR, "minor": Severity.MINOR, "saran": Severity.ADVICE},
        {"critical": Severity.CRITICAL, "major": Severity.MAJOR, "minor": Severity.MINOR, "advice": Severity.ADVICE},
    ),
    "keyakinan": choice(
        {"tinggi": Confidence.HIGH, "sedang": Confidence.MEDIUM, "rendah": Confidence.LOW},
        {"high": Confidence.HIGH, "medium": Confidence.MEDIUM, "low": Confidence.LOW},
    ),
    "predikat": choice({letter: letter for letter in ("AA", "A", "BB", "B", "CC", "C", "D")}),
    "hasil": choice({"patuh": Outcome.CLEAN, "melanggar": Outcome.FLAGGED}),
}
"""By name; modules of steps add their own."""


@dataclass(frozen=True)
class StepPattern:
    """One way of writing a step, in one language."""

    written: str
    """Such as ``langkah {number:bilangan} dihapus``."""
    language: Language

    @cached_property
    def _head(self) -> str:
        """The word with which such a step begins; empty where an argument stands first."""
        return self.written.partition(" ")[0].partition("{")[0]

    @property
    def holes(self) -> dict[str, WordKind]:
        """Name of each argument -> what may stand there."""
        return {name: KINDS[kind] for name, kind in _HOLE.findall(self.written)}

    @property
    def kinds(self) -> dict[str, str]:
        """Name of each argument -> name of the kind of its words."""
        return dict(_HOLE.findall(self.written))

    @property
    def shown(self) -> str:
        """As a list of steps shows it."""
        return _HOLE.sub(lambda hole: KINDS[hole[2]].shown[self.language], self.written)

    @property
    def sample(self) -> str:
        """As a spec may have it: the first word of those that may be chosen, and plain words elsewhere."""
        return "".join(kind.sample(self.language) if kind else words for words, kind in self.parts)

    @property
    def parts(self) -> tuple[tuple[str, WordKind | None], ...]:
        """Its words in order, and what may stand between them with the name of the argument."""
        parts: list[tuple[str, WordKind | None]] = []
        at = 0
        for hole in _HOLE.finditer(self.written):
            parts += [(self.written[at : hole.start()], None), (hole[1], KINDS[hole[2]])]
            at = hole.end()
        return tuple(part for part in (*parts, (self.written[at:], None)) if part[0])

    def match(self, text: str) -> dict[str, str] | None:
        """Return the words of the arguments where *text* is this step."""
        text = text.strip()
        if not text.startswith(self._head):  # most steps are another: four times as fast
            return None
        found = _compiled(self.written).fullmatch(text)
        return found.groupdict() if found else None

    def values(self, words: Mapping[str, str]) -> dict[str, object]:
        """
        Return the arguments.

        Raises:
            ValueError: Words that cannot be such a value, told in Indonesian.
        """
        holes = self.holes
        return {name: holes[name].value(text) for name, text in words.items()}


@cache
def _compiled(written: str) -> re.Pattern[str]:
    parts, at = [], 0
    for hole in _HOLE.finditer(written):
        parts += [_plain(written[at : hole.start()]), f"(?P<{hole[1]}>{KINDS[hole[2]].regex})"]
        at = hole.end()
    return re.compile("".join(parts) + _plain(written[at:]))


def _plain(words: str) -> str:
    """Words that must stand there, whatever the space between them."""
    return r"\s+".join(map(re.escape, words.split(" ")))
