"""
Employee numbers (NIP of civil servants, NI PPPK): find them, read them, compare them.

Eighteen digits since Perka BKN 22/2007: birth date, year and month of appointment, sex, serial number. The number of
a PPPK has 21 or more where a civil servant's has the month. Nine digits were the form before.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Levenshtein

NIP_DIGITS = 18
OLD_NIP_DIGITS = 9
MIN_CHARS = 5
"""Fewer characters after the word NIP are no attempt at a number."""
FIRST_PPPK_KIND = 21
"""Digits 13-14: from here on a kind of contract, below a month (Perka BKN 22/2007; practice of PP 49/2018)."""
FIRST_BIRTH_YEAR = 1925
LAST_BIRTH_YEAR = 2015
"""No official in office was born outside these years."""

NipState = Literal["ok", "length", "birth", "month", "sex", "old"]

_LOOKALIKES = "OoQDlI|!BSZG"
_AS_DIGITS = str.maketrans(_LOOKALIKES, "000011118526")
_WORD = re.compile(
    r"(?<![A-Za-z])N\s?\.?\s?[I1l|]\s?\.?\s?P(?:\s?\.?\s?P\s?P\s?K)?(?![A-Za-z])"
    r"|(?<![A-Za-z])NI\s?PPPK",
    re.IGNORECASE,
)
_LEAD = re.compile(r"[\s.:;=,\-–]{0,12}")
_TOKEN = re.compile(r"([0-9OoQDlI|!BSZG]{1,30})(?![A-Za-z0-9])|([0-9]{1,30})")
_GAP = re.compile(r"[ \t\u00a0.,\-–_']{0,3}\n?[ \t\u00a0]{0,3}")
_LIST_MARKER = re.compile(r"[0-9][.)]\s")
_SEP = r"[ \t\u00a0.\-–\n]{0,2}"
_C = r"[0-9OoQDlI|BSZ]"
_UNNAMED = re.compile(
    r"(?<![0-9A-Za-z])(?<![0-9][.\-/ ])(?:"
    rf"(?P<run>(?:19|20)[0-9]{{6}}{_SEP}(?:19|20)[0-9]{{4}}{_SEP}[12]{_SEP}[0-9]{{3}})"
    rf"|(?P<grouped>[12lI|]{_C}{{7}}[ .\u00a0]{_C}{{6}}[ .\u00a0]{_C}[ .\u00a0]{_C}{{3}})"
    r")(?![0-9A-Za-z])(?![.\-/ ][0-9]{3})"
)
_OTHER_NUMBER = re.compile(
    r"(?:rek(?:ening)?|npwp|nik|telp|telepon|hp|wa|fax|faks|imei|va)\b"
    r"[\s.:]*(?:[A-Za-z]{2,12}\W{1,3}){0,2}$",
    re.IGNORECASE,
)
_CONTEXT_CHARS = 40
"""What stands this far before a number can tell that it is another kind of number."""


@dataclass(frozen=True, slots=True)
class FoundNip:
    """
    An NIP as it stands in a text.

    `text`: as printed, without the word NIP. `digits`: null where letters stand among the digits; `repaired` are then
    the digits with l, I, O, B and the like read as digits.
    """

    start: int
    end: int
    text: str
    digits: str | None
    repaired: str | None = None


@dataclass(frozen=True, slots=True)
class NipReading:
    """
    What the digits of an NIP say.

    `appointed`: year and month, null for a PPPK, whose number names no month. `sex`: ``male`` or ``female``.
    """

    state: NipState
    reason: str | None
    birth: dt.date | None = None
    appointed: tuple[int, int] | None = None
    pppk: bool = False
    sex: Literal["male", "female"] | None = None


def find_nips(text: str) -> list[FoundNip]:
    """
    Find the employee numbers of a text, in order.

    After the word NIP any number of digits counts, so that a number with a digit too few is found; elsewhere only
    eighteen of them that read as an NIP, or stand in its groups of 8, 6, 1 and 3.
    """
    named = list(_named(text))
    taken = {index for nip in named for index in range(nip.start, nip.end)}
    unnamed = [nip for nip in _unnamed(text) if nip.start not in taken and nip.end - 1 not in taken]
    return sorted([*named, *unnamed], key=lambda nip: nip.start) if unnamed else named


def _named(text: str) -> Iterator[FoundNip]:
    position = 0
    while word := _WORD.search(text, position):
        lead = _LEAD.match(text, word.end())
        start = lead.end() if lead else word.end()
        end = _end_of_number(text, start)
        characters = sum(map(str.isalnum, text[start:end]))
        if characters >= MIN_CHARS and sum(map(str.isdigit, text[start:end])) * 3 >= characters:
            yield _found(text, start, end)
        position = max(end, word.end())


def _end_of_number(text: str, start: int) -> int:
    """Take groups as long as they can belong to one number of eighteen characters."""
    end = position = start
    count = 0
    while count < NIP_DIGITS and (token := _TOKEN.match(text, position)):
        letters_only = token[2] is None and not any(map(str.isdigit, token[1]))
        if letters_only and (count < 14 or count + len(token[0]) > NIP_DIGITS):
            break
        if count > 14 and len(token[0]) == 1 and _LIST_MARKER.match(text, token.start()):
            break
        count += len(token[0])
        end = token.end()
        gap = _GAP.match(text, end)
        position = gap.end() if gap else end
    return end


def _unnamed(text: str) -> Iterator[FoundNip]:
    for match in _UNNAMED.finditer(text):
        found = _found(text, *match.span())
        digits = found.digits or found.repaired or ""
        if len(digits) != NIP_DIGITS or sum(map(str.isdigit, match[0])) < 10:
            continue
        if match["run"] and not match["grouped"] and inspect_nip(digits).state != "ok":
            continue
        if not _OTHER_NUMBER.search(text, max(0, match.start() - _CONTEXT_CHARS), match.start()):
            yield found


def _found(text: str, start: int, end: int) -> FoundNip:
    printed = text[start:end]
    characters = "".join(char for char in printed if char.isascii() and (char.isalnum() or char in "|!"))
    if characters.isdigit():
        return FoundNip(start, end, printed, characters)
    repaired = characters.translate(_AS_DIGITS)
    return FoundNip(start, end, printed, None, repaired if repaired.isdigit() else None)


def inspect_nip(digits: str) -> NipReading:
    """
    Read the parts of an NIP.

    Args:
        digits: Digits only.

    Returns:
        The first thing that is wrong as `state` with the `reason` in Indonesian; `ok` without a reason.
    """
    if len(digits) == OLD_NIP_DIGITS:
        return NipReading("old", "terdiri atas 9 angka: bentuk NIP lama")
    if len(digits) != NIP_DIGITS:
        return NipReading("length", f"terdiri atas {len(digits)} angka, seharusnya {NIP_DIGITS}")
    birth = _date(digits[:8])
    sex: Literal["male", "female"] | None = {"1": "male", "2": "female"}.get(digits[14])  # type: ignore[assignment]
    year, month = int(digits[8:12]), int(digits[12:14])
    pppk = month >= FIRST_PPPK_KIND
    appointed = (year, month) if 1 <= month <= 12 else None
    state, reason = _fault(digits, birth, month, sex)
    return NipReading(state, reason, birth, appointed, pppk, sex)


def _fault(digits: str, birth: dt.date | None, month: int, sex: str | None) -> tuple[NipState, str | None]:
    if birth is None:
        return "birth", f"angka 1-8 ({digits[:8]}) bukan tanggal lahir yang mungkin{_why_no_date(digits)}"
    if month == 0 or 12 < month < FIRST_PPPK_KIND:
        return "month", f"angka 13-14 ({digits[12:14]}) bukan bulan pengangkatan"
    if sex is None:
        return "sex", f"angka ke-15 ({digits[14]}) bukan 1 (pria) atau 2 (wanita)"
    return "ok", None


def without_digits(reason: str) -> str:
    """Return a `NipReading.reason` that says no digits of the number: they are a date of birth, a sex."""
    shorter = _SAID_DIGITS.sub(r"\1", reason)
    return _SAID_DATE.sub(r"\1", shorter)


_SAID_DIGITS = re.compile(r"(?<=angka )((?:ke-)?[0-9-]+) \([0-9]+\)")
_SAID_DATE = re.compile(r"(bukan tanggal lahir yang mungkin):.*", re.DOTALL)


def _why_no_date(digits: str) -> str:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    if not FIRST_BIRTH_YEAR <= year <= LAST_BIRTH_YEAR:
        return f": tahun {digits[:4]}"
    if not 1 <= month <= 12:
        return f": bulan {digits[4:6]}"
    return f": tanggal {digits[6:8]} bulan {digits[4:6]}" if day else ": tanggal 00"


def _date(digits: str) -> dt.date | None:
    if not FIRST_BIRTH_YEAR <= int(digits[:4]) <= LAST_BIRTH_YEAR:
        return None
    try:
        return dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


def age_at(birth: dt.date, when: dt.date) -> int:
    """Age in full years; somebody born on 29 February comes of age on 1 March in other years."""
    return when.year - birth.year - ((when.month, when.day) < (birth.month, birth.day))


def mark_differences(a: str, b: str) -> tuple[str, str]:
    """
    Put the characters in which two numbers differ into square brackets.

    ``("19720629", "19720329")`` gives ``("19720[6]29", "19720[3]29")``. Blanks and
    dots between the digits do not count and stay where they are.
    """
    at_a = [index for index, char in enumerate(a) if char.isalnum()]
    at_b = [index for index, char in enumerate(b) if char.isalnum()]
    bare_a, bare_b = "".join(a[index] for index in at_a), "".join(b[index] for index in at_b)
    marks_a, marks_b = _differing(bare_a, bare_b)
    return _bracket(a, {at_a[index] for index in marks_a}), _bracket(b, {at_b[index] for index in marks_b})


def _differing(a: str, b: str) -> tuple[set[int], set[int]]:
    """Indexes that differ, place by place where that explains it as well as shifts do."""
    by_place = {index for index, (x, y) in enumerate(zip(a, b, strict=False)) if x != y}
    if len(a) == len(b) and len(by_place) <= Levenshtein.distance(a, b):
        return by_place, by_place
    marks_a: set[int] = set()
    marks_b: set[int] = set()
    for block in Levenshtein.opcodes(a, b):
        if block.tag != "equal":
            marks_a.update(range(block.src_start, block.src_end))
            marks_b.update(range(block.dest_start, block.dest_end))
    return marks_a, marks_b


def _bracket(text: str, marks: set[int]) -> str:
    parts: list[str] = []
    for index, char in enumerate(text):
        if index in marks and index - 1 not in marks:
            parts.append("[")
        parts.append(char)
        if index in marks and index + 1 not in marks:
            parts.append("]")
    return "".join(parts)
