"""
Invented names and numbers in the place of those of persons, so that what a rule finds stays the same.

One person has one invented name everywhere, and a misprint of it stays a misprint; numbers that are equal stay equal,
and differ at the same digits where they differ. A number keeps its form and what makes it plausible. Which digits are
put in its place depends on the whole text: who does not have it cannot turn them back.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle

from rapidfuzz.distance import Levenshtein

from auditing.masked_names import KnownNames, words_of
from auditing.masked_numbers import digits_of
from auditing.masking import NAME, Edit, Mask
from auditing.plain import plain
from extraction.nip import NIP_DIGITS, inspect_nip

TRIES = 24
"""Ways of inventing numbers that are tried before one gives up."""
NAMES = (
    "Arkandara", "Belvarani", "Cendarsa", "Dirgantoro", "Elvariandi", "Farandika", "Gistaraya", "Hendravan",
    "Ilvandari", "Jatmarendra", "Kelvandra", "Lorenjani", "Mirvantara", "Nelvandira", "Oktavarga", "Pranandika",
    "Quintarsa", "Rendragani", "Silvantari", "Tirvandika", "Ulvandaru", "Vidyantara", "Wirandaga", "Yulvandari",
    "Zervantika", "Astragani", "Bramvandika", "Cakrandira", "Delvantara", "Ersandika",
)  # fmt: skip
"""Words that name nobody in particular, and are no words of the language and no places."""
_ENDINGS = ("", "wan", "ti", "no", "ri", "da")
MIN_LETTERS = 3
"""Letters of a word that is replaced; shorter ones are initials."""
MIN_HIDDEN = 8
"""Letters of a name that is looked for however it is written."""
MIN_MISPRINT = 5
MAX_EDITS = 2
"""Letters in which a misprint of a word of a name differs from it."""
_WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")
_APART = r"[\s._'’`+-]{0,3}"
"""What may stand between two letters of a name."""
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}(?=@[\w-]{1,64}\.)")
_PHONE = re.compile(r"(?<!\d)(?P<first>(?:\+?62|0)[ .-]?8)(?P<rest>(?:[ .-]?\d){7,11})(?!\d)")
_NIP_PLACES = (3, 7, 11, 15, 16, 17)
"""Digits of an NIP that are changed: of the years and the day, and the number of the person."""
_FEW_PLACES = (15, 16, 17)
_FIRST_AGE, _LAST_AGE = 16, 60
"""At appointment, of which a plausible number stays so."""


class LeakError(Exception):
    """Something of a person would still stand in the text."""


@dataclass
class Invented:
    """The invented words of one text."""

    mask: Mask
    source: str
    """The text with the real ones."""
    number: int = 0
    """Which way of inventing numbers, from 0."""
    _names: dict[str, str] = field(default_factory=dict)
    _wholes: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find the whole of each number."""
        for edit in self._edits:
            digits = digits_of(plain(self.source[edit.start : edit.end]))
            if not _is_name(edit) and len(digits) > len(self._wholes.get(edit.mark, "")):
                self._wholes[edit.mark] = digits

        for edit in self._edits:
            if _is_name(edit):
                self._name(self.source[edit.start : edit.end])

    @property
    def _edits(self) -> Sequence[Edit]:
        return self.mask.edits(self.source)

    def _replaced(self) -> list[tuple[int, int, str]]:
        """What stands where in the place of what, in order: from, to, and the other words."""
        source = self.source
        ways = [(edit.start, edit.end, self._other(source[edit.start : edit.end], edit)) for edit in self._edits]
        numbers = [(edit.start, edit.end) for edit in self._edits if not _is_name(edit)]
        for own in (*self._addresses(), *self._hidden_names()):
            if any(start < own[1] and own[0] < end for start, end in numbers):
                continue
            if not any(start <= own[0] and own[1] <= end for start, end, _ in ways):
                ways = [*(one for one in ways if one[1] <= own[0] or own[1] <= one[0]), own]
        return sorted(ways)

    def keeps_plausible(self) -> bool:
        """Whether every number stays as plausible as it is."""
        return all(_form(digits) == _form(self._shifted(digits, 0, len(digits))) for digits in self._wholes.values())

    def text(self) -> str:
        """
        Return the text with invented names and numbers.

        Raises:
            LeakError: Not everything of a person could be replaced.
        """
        parts, end = [], 0
        for start, stop, other in self._replaced():
            parts += [self.source[end:start], other]
            end = stop
        made = "".join([*parts, self.source[end:]])
        self._refuse_leaks(made)
        return made

    def _other(self, printed: str, edit: Edit) -> str:
        return self._name(printed) if _is_name(edit) else self._numbered(printed, self._wholes[edit.mark])

    # numbers

    def _numbered(self, printed: str, whole: str) -> str:
        """The same form with other digits; letters among them stay."""
        digits = digits_of(plain(printed))
        first = len(whole) - len(digits) if whole.endswith(digits) and not whole.startswith(digits) else 0
        return self._shifted(printed, max(first, 0), len(whole))

    def _shifted(self, printed: str, first: int, length: int) -> str:
        shifts, place, made = self._shifts(length), first, []
        for char in printed:
            shown = plain(char)
            if shown.isascii() and shown.isdigit():
                made.append(str((int(shown) + shifts.get(place, 0)) % 10))
            else:
                made.append(char)
            place += bool(digits_of(shown))
        return "".join(made)

    def _shifts(self, length: int) -> dict[int, int]:
        """Place in a number -> what is added to the digit there."""
        few = self.number >= TRIES // 2
        near = abs(length - NIP_DIGITS) <= 1
        places: Sequence[int] = (_FEW_PLACES if few else _NIP_PLACES) if near else range(length)
        digest = hashlib.sha256(f"patuh.spec\0{self.number}\0{self.source}".encode("utf-8", "surrogatepass")).digest()
        return {place: 1 + byte % 9 for place, byte in zip(places, cycle(digest), strict=False)}

    # what leads to a person beside names and numbers

    def _addresses(self) -> Iterator[tuple[int, int, str]]:
        """Mail addresses and mobile telephones; digits that are no one's, for any others may be somebody's."""
        for mail in _MAIL.finditer(self.source):
            yield mail.start(), mail.end(), "alamat"
        for phone in _PHONE.finditer(self.source):
            rest = re.sub(r"\d", "0", phone["rest"])
            yield phone.start(), phone.end(), phone["first"] + rest

    def _hidden_names(self) -> Iterator[tuple[int, int, str]]:
        """Whole names in small letters, letters apart, or joined by marks, which no reader of names would see."""
        for words in self.mask.names:
            if len(words) < 2 or len("".join(words)) < MIN_HIDDEN:
                continue
            letters = _APART.join(map(re.escape, "".join(words)))
            for found in re.finditer(rf"(?<![^\W\d_]){letters}(?![^\W\d_])", self.source, re.IGNORECASE):
                made = " ".join(self._word(word) if len(word) >= MIN_LETTERS else word for word in words)
                made = made.upper() if found[0].isupper() else made.lower() if found[0].islower() else made
                yield found.start(), found.end(), made + "\n" * found[0].count("\n")

    # names

    def _name(self, printed: str) -> str:
        """Other words with the same degrees and titles, in letters of the same size."""
        theirs = set(words_of(plain(printed)))

        def other(match: re.Match[str]) -> str:
            word = _bare(match[0])
            if word not in theirs or len(word) < MIN_LETTERS:
                return match[0]
            made = self._word(word)
            return made.upper() if match[0].isupper() else made.lower() if match[0].islower() else made

        return _WORD.sub(other, printed)

    def _word(self, word: str) -> str:
        if word not in self._names:
            self._names[word] = self._misprint(word) or _nth_name(len(self._names))
        return self._names[word]

    def _misprint(self, word: str) -> str | None:
        """What is done to a word that is known already is done to the invented one."""
        for known, made in self._names.items():
            if min(len(known), len(word)) >= MIN_MISPRINT and Levenshtein.distance(known, word) <= MAX_EDITS:
                return _edited(made, known, word)
        return None

    # what must not stand there any more

    def _refuse_leaks(self, made: str) -> None:
        ordinary = KnownNames()
        left = {_bare(word) for word in _WORD.findall(made)}
        names = sorted(word for word in self._names if word in left and not ordinary.is_ordinary(word))
        digits = digits_of("".join(char for char in plain(made) if char.isdigit()))
        numbers = [whole for whole in self._wholes.values() if len(whole) >= NIP_DIGITS - 2 and whole in digits]
        if names or numbers:
            raise LeakError(f"{len(names)} kata nama dan {len(numbers)} nomor pegawai masih terbaca")


def inventions(mask: Mask, source: str) -> Iterator[Invented]:
    """Yield ways of inventing, those first in which every number stays as plausible as it is."""
    ways = [Invented(mask, source, number) for number in range(TRIES)]
    yield from sorted(ways, key=lambda way: not way.keeps_plausible())


def _is_name(edit: Edit) -> bool:
    return edit.mark.startswith(f"[{NAME}")


def _form(digits: str) -> tuple[str, bool]:
    """What is said of a number: its fault, and whether somebody of that age is appointed."""
    if not (digits.isascii() and digits.isdigit()):
        return "letters", False
    read = inspect_nip(digits)
    if read.birth is None or read.appointed is None:
        return read.state, False
    return read.state, _FIRST_AGE <= read.appointed[0] - read.birth.year <= _LAST_AGE


def _bare(word: str) -> str:
    return re.sub("['’`]", "", word.lower())


def _nth_name(number: int) -> str:
    """Return an invented word, another for each number."""
    rounds, place = divmod(number, len(NAMES))
    return NAMES[place] + _ENDINGS[rounds % len(_ENDINGS)] + "a" * (rounds // len(_ENDINGS))


def _edited(made: str, known: str, word: str) -> str:
    """Change letters of *made* as *word* differs from *known*."""
    letters = list(made)
    for change in reversed(list(Levenshtein.editops(known, word))):
        place = min(change.src_pos, len(letters) - 1)
        if change.tag == "insert":
            letters.insert(place, letters[place].lower())
        elif change.tag == "delete":
            del letters[place]
        else:
            letters[place] = _next_letter(letters[place])
    return "".join(letters)


def _next_letter(letter: str) -> str:
    return {"z": "a", "Z": "A"}.get(letter) or chr(ord(letter) + 1)
