"""
Numbers of persons in a text: NIP of today and of old, NI PPPK, NIK, and what was meant as one.

`extraction.nip` finds numbers to judge them, and is silent when it is not sure. Here doubt goes the other way: what may
be a number of a person is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

NumberKind = Literal["NIP", "NIK", "Nomor"]
"""Nomor = a long number that tells no kind."""

MIN_CHARS = 4
"""Digits after the word NIP: fewer are no year of birth."""
MIN_PART = 8
"""Digits of a part of a known number that stands alone: a date of birth has as many."""
MIN_LONG = 15
"""Digits in a row without any mark between them: more than any amount of money has."""
NIP_DIGITS = 18
_MOST = 22
_FIRST_BIRTH, _LAST_BIRTH = 1925, 2015
_FIRST_YEAR, _LAST_YEAR = 1950, 2049
_LAST_DAY = 39
"""A day that does not exist is still one that was meant."""

_LOOKALIKES = "OoQDlI|!BSZGL"
_AS_DIGITS = str.maketrans(_LOOKALIKES, "0000111185261")
_GAP = r"[\s.\-_,'’`/\\|:;*·•()\[\]\"“”]{0,3}"
_NARROW = r"[\s.\-_,'’`/\\|:;*·•()\[\]]{0,2}"
_WORD = re.compile(
    r"(?<![a-z])(?P<nip>n\s?\.?\s?[i1l|]\s?\.?\s?p\b|nip(?=[^a-z]|[lio]\d)|ni\s?pppk|n\s?\.?\s?i\s?\.?\s?p\s?\.?\s?pppk"
    r"|nrp|n\s?\.?\s?[i1l|]\s?\.?\s?p(?=_))(?![a-z]{2})"
    r"|(?<![a-z])(?P<nik>nik|npwp|ktp)(?![a-z])",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:[\s.]{1,3}(?:lama|baru|pegawai|pejabat|pns|pppk|asn|penyusun|atasan|pengesah)\b){0,2}"
    r"[\s.:;=,\-_\"'“”‘’()\[\]/|*…<>?]{0,15}",
    re.IGNORECASE,
)
_TOKEN = re.compile(rf"[0-9{re.escape(_LOOKALIKES)}]{{1,40}}(?![A-Za-z])|[0-9]{{1,40}}")
_BETWEEN = re.compile(r"[ .,\-_'/|:()\[\]]{0,4}[\n\t]?[ ]{0,8}")
_LIST_MARKER = re.compile(r"[0-9]{1,2}[.)]\s")
_GROUPED = re.compile(
    rf"(?<![0-9])(?:19[0-9]|20[01])[0-9]{{5}}{_GAP}(?:19|20)[0-9]{{4}}(?:{_GAP}[12]{_GAP}[0-9]{{3}}(?![0-9])"
    rf"|(?:{_GAP}[0-9]{{1,4}}){{0,2}}(?![0-9]))"
)
_SHAPED = re.compile(r"(?<![0-9])[0-9]{8}[ .\-]{1,2}[0-9]{6}[ .\-]{1,2}[0-9][ .\-]{1,2}[0-9]{3}(?![0-9])")
_SCATTERED = re.compile(
    rf"(?<![0-9])(?:1{_NARROW}9{_NARROW}[2-9]|2{_NARROW}0{_NARROW}[01])(?:{_NARROW}[0-9]){{15}}(?![0-9])"
)
_LONG = re.compile(rf"(?<![0-9])[0-9]{{{MIN_LONG},40}}(?![0-9])")
_DECIMALS = re.compile(r"[0-9][.,]$")
_SCIENTIFIC = re.compile(r"(?<![0-9])[12][.,][0-9]{4,20}E\+?0{0,2}1[4-9](?![0-9])", re.IGNORECASE)
_C = r"[0-9OoQDlI|!BSZGL]"
_MISREAD = re.compile(
    rf"(?<![A-Za-z0-9])[12lI|!](?:{_C}{{14,21}}|{_C}{{7}}[ .\-]{_C}{{6}}[ .\-]{_C}[ .\-]{_C}{{3}})(?![A-Za-z0-9])"
)
_MIN_MISREAD_DIGITS = 10
_CHAIN = re.compile(rf"[0-9](?:{_NARROW}[0-9]){{{MIN_PART - 1},40}}")
_RUN = re.compile(rf"(?<![0-9])[0-9]{{{MIN_PART},}}(?![0-9])")
_ANY = re.compile(r"[0-9]")


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number of a person; `key` are its digits, however it is printed."""

    start: int
    end: int
    kind: NumberKind
    key: str


def digits_of(text: str) -> str:
    """The digits of a number as printed, letters that look like digits read as such."""
    return "".join(char for char in text.translate(_AS_DIGITS) if char.isascii() and char.isdigit())


@dataclass(slots=True)
class KnownNumbers:
    """Numbers that a document is known to hold, by which parts of them are known where they stand alone."""

    begins: dict[str, str] = field(default_factory=dict)
    """The first eight digits, which are a date of birth -> the whole number."""
    ends: dict[str, str] = field(default_factory=dict)
    odd: dict[str, re.Pattern[str]] = field(default_factory=dict)
    """Numbers that do not look like one where the word NIP does not stand before them."""

    def add(self, printed: str) -> None:
        """Know one more number, as it is printed."""
        key = digits_of(printed)
        if len(key) < MIN_CHARS:
            return
        if len(key) >= MIN_PART:
            self.begins.setdefault(key[:MIN_PART], key)
            self.ends.setdefault(key[-MIN_PART:], key)
        if key not in self.odd and len(key) > MIN_CHARS and not _covered(printed):
            characters = [char for char in printed if char.isalnum() or char in "|!"]
            body = _NARROW.join(_alternatives(char) for char in characters)
            self.odd[key] = re.compile(rf"(?<![0-9]){body}(?![0-9])")

    def whole(self, key: str) -> str:
        """The number of which *key* is the first or the last part, or *key* itself."""
        for known in (self.begins.get(key[:MIN_PART]), self.ends.get(key[-MIN_PART:])):
            if known is not None and (known.startswith(key) or known.endswith(key)):
                return known
        return key


def _alternatives(char: str) -> str:
    """A character of a number, or the digit that it stands for."""
    digit = char.translate(_AS_DIGITS)
    return re.escape(char) if digit == char else f"[{re.escape(char)}{digit}]"


def _covered(printed: str) -> bool:
    """Whether a number is found whole where it stands alone."""
    text = printed.strip()
    return any(found.start <= 0 and found.end >= len(text) for found in _shapes(text))


def find_numbers(text: str, known: KnownNumbers | None = None) -> list[FoundNumber]:
    """
    Find the numbers of persons in a text (`auditing.plain.plain`), in order, none over another.

    Args:
        text: The words.
        known: Numbers of the same document: parts of them are found too.
    """
    if sum(1 for _ in zip(range(MIN_CHARS), _ANY.finditer(text), strict=False)) < MIN_CHARS:
        return []
    found = [*_named(text), *_shapes(text), *(_known(text, known) if known else ())]
    return _apart(text, found)


def _apart(text: str, found: Iterable[FoundNumber]) -> list[FoundNumber]:
    """Numbers that overlap as one."""
    apart: list[FoundNumber] = []
    for one in sorted(found, key=lambda each: (each.start, -each.end)):
        last = apart[-1] if apart else None
        if last is None or one.start >= last.end:
            apart.append(one)
        elif one.end > last.end:
            key = digits_of(text[last.start : one.end])
            apart[-1] = FoundNumber(last.start, one.end, last.kind, key)
    return [_with_brackets(text, one) for one in apart]


def _with_brackets(text: str, found: FoundNumber) -> FoundNumber:
    """The bracket around its first or last digits, by which two numbers are shown to differ, belongs to it."""
    start, end = found.start, found.end
    inside = text[start:end]
    if text[start - 1 : start] == "[" and inside.count("]") > inside.count("["):
        start -= 1
    if text[end : end + 1] == "]" and inside.count("[") > inside.count("]"):
        end += 1
    return FoundNumber(start, end, found.kind, found.key)


def _named(text: str) -> Iterator[FoundNumber]:
    """What follows the word NIP or NIK."""
    for word in _WORD.finditer(text):
        lead = _LEAD.match(text, word.end())
        start = lead.end() if lead else word.end()
        end = _end_of_number(text, start)
        printed = text[start:end]
        count = sum(map(str.isdigit, printed))
        if count >= MIN_CHARS and count * 3 >= sum(map(str.isalnum, printed)):
            yield FoundNumber(start, end, "NIP" if word["nip"] else "NIK", digits_of(printed))


def _end_of_number(text: str, start: int) -> int:
    end = position = start
    count = 0
    while count < NIP_DIGITS and (token := _TOKEN.match(text, position)):
        if count and _LIST_MARKER.match(text, token.start()) and "\n" in text[end : token.start()]:
            break
        letters_only = not any(map(str.isdigit, token[0]))
        if count + len(token[0]) > _MOST or (letters_only and not 0 < count < NIP_DIGITS):
            end = token.end() if not count and not letters_only else end
            break
        count += len(token[0])
        end = token.end()
        between = _BETWEEN.match(text, end)
        position = between.end() if between else end
    return end


def _shapes(text: str) -> Iterator[FoundNumber]:
    """What looks like a number of a person wherever it stands."""
    for pattern in (_GROUPED, _SHAPED, _SCIENTIFIC):
        for match in pattern.finditer(text):
            if len(digits_of(match[0])) <= _MOST:
                yield FoundNumber(*match.span(), "NIP", digits_of(match[0]))
    yield from _scattered(text)
    for match in _LONG.finditer(text):
        if not _DECIMALS.search(text, max(0, match.start() - 2), match.start()) or _plausible(match[0]):
            near_nip = abs(len(match[0]) - NIP_DIGITS) <= 1 and match[0][:2] in ("19", "20")
            yield FoundNumber(*match.span(), "NIP" if near_nip else "Nomor", match[0])
    for match in _MISREAD.finditer(text):
        if sum(map(str.isdigit, match[0])) >= _MIN_MISREAD_DIGITS:
            yield FoundNumber(*match.span(), "NIP", digits_of(match[0]))


def _scattered(text: str) -> Iterator[FoundNumber]:
    """Eighteen digits with anything between them that read as an NIP."""
    position = 0
    while match := _SCATTERED.search(text, position):
        digits = digits_of(match[0])
        if _plausible(digits):
            yield FoundNumber(*match.span(), "NIP", digits)
            position = match.end()
        else:
            position = match.start() + 1


def _plausible(digits: str) -> bool:
    """Whether eighteen digits may have been meant as an NIP."""
    return (
        len(digits) == NIP_DIGITS
        and _FIRST_BIRTH <= int(digits[:4]) <= _LAST_BIRTH
        and 1 <= int(digits[4:6]) <= 12
        and int(digits[6:8]) <= _LAST_DAY
        and _FIRST_YEAR <= int(digits[8:12]) <= _LAST_YEAR
    )


def _known(text: str, known: KnownNumbers) -> Iterator[FoundNumber]:
    digits = digits_of(text) if known.odd else ""
    for key, pattern in known.odd.items():
        if key in digits:
            yield from (FoundNumber(*match.span(), "NIP", key) for match in pattern.finditer(text))
    if not known.begins:
        return
    for match in _CHAIN.finditer(text):
        digits = digits_of(match[0])
        whole = known.whole(digits)
        if whole != digits:
            yield FoundNumber(*match.span(), "NIP", whole)
    for match in _RUN.finditer(text):
        birth = known.begins.get(match[0][:MIN_PART])
        if birth is not None and birth.startswith(match[0]):
            yield FoundNumber(*match.span(), "NIP", birth)
