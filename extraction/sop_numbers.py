"""
The number of an SOP: archive code, year and month of it, and what is wrong with its form.

There is no national pattern: the number follows the local *tata naskah dinas*. So only parts are read that mean the
same everywhere: the classification code of Permendagri 83/2022, a year, a month in roman numerals, and places that
were left open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extraction.dates import ROMAN_MONTHS

Fault = Literal["two", "label", "blank", "code", "month"]
"""
two    two numbers in one
label  the word Nomor stands in the value once more
blank  a part was left open
code   a classification code with a digit or a dot lost
month  a month in roman numerals beyond XII
"""
CodeKind = Literal["none", "sop", "kin", "other"]
"""
none   no code of Permendagri 83/2022 (older codes such as 065 are none)
sop    000.8.3.3, or the group that it belongs to
kin    a code of organisation and procedure (000.8) or of the matter that the SOP is about (100 to 900)
other  another matter of general administration (000)
"""

SOP_CODE = "000.8.3.3"
MAX_CHARS = 80
MIN_YEAR, MAX_YEAR = 1945, 2100

_LABEL = re.compile(r"^\s*(?:nomor|no)\b\s*(?:sop\b)?[\s.:]*(?=[0-9A-Z])", re.IGNORECASE)
_INNER_LABEL = re.compile(r"(?<=[0-9/.\s-])no(?:mor)?\s?[.:]{0,2}\s?(?=[0-9])", re.IGNORECASE)
_NOT_A_NUMBER = re.compile(r"\b(?:tanggal|tgl|pembuatan|revisi|halaman|nama|judul|pengesahan|efektif)\b", re.IGNORECASE)
_JOINT = re.compile(r"\s(?:dan|atau)\s|\s?[;&]\s?", re.IGNORECASE)
_OPEN = re.compile(r"\.{3,}|…|_{2,}")
_CODE = re.compile(r"(?P<code>[0-9O]{1,4}(?:\s?\.\s?[0-9]{1,3}){1,6})(?P<open>\s?\.)?(?=\s{0,3}(?:[/ -]|$))")
_OTHER_SIGNS = re.compile(r"[0-9]{1,4}(?:\s?[,-]\s?[0-9]{1,3}){1,6}(?=\s?/)")
_YEAR = re.compile(r"(?:^|[^0-9])(?P<year>(?:19|20)[0-9]{2})\W{0,3}$")
_ROMAN = re.compile(r"[IVX]{1,6}")
_MONTHS = {name: at for at, name in enumerate(ROMAN_MONTHS, 1)}
_FUNCTIONS = frozenset(f"{group}00" for group in range(1, 10))


@dataclass(frozen=True, slots=True)
class SopNumber:
    """A number as read."""

    text: str
    faults: tuple[Fault, ...]
    code: str | None
    kind: CodeKind
    year: int | None
    month: int | None
    roman: str | None
    """The month as printed."""


def parse_number(text: str) -> SopNumber | None:
    """Read a number; None when the words are no number, or only a part of one that the layout tore apart."""
    value = " ".join(text.split()).strip(" ,;:")
    if not _is_number(value):
        return None
    label = _LABEL.match(value)
    bare = value[label.end() :] if label else value
    segments = [segment.strip() for segment in bare.split("/")]
    year_at, year = _year(segments)
    roman = _month_near(segments, year_at)
    code, kind, damaged = _code(bare)
    faults: list[Fault] = []
    if _two_numbers(bare):
        faults.append("two")
    if label and (":" in label[0] or label[0].lower().lstrip().startswith("nomor")):
        faults.append("label")
    if any(not segment for segment in segments) or _OPEN.search(bare):
        faults.append("blank")
    if damaged:
        faults.append("code")
    if roman and roman not in _MONTHS:
        faults.append("month")
    return SopNumber(value, tuple(faults), code, kind, year, _MONTHS.get(roman or ""), roman)


def _is_number(value: str) -> bool:
    if not any(map(str.isdigit, value)) or len(value) > MAX_CHARS or _NOT_A_NUMBER.search(value):
        return False
    return not value.startswith(("/", "-")) and not value.endswith(("/", "-"))


def _two_numbers(bare: str) -> bool:
    """`000.7.2/No. 611.35/ITDA` or `065/12/2024 dan 065/13/2024`."""
    inner = _INNER_LABEL.search(bare)
    if inner and any(map(str.isdigit, bare[: inner.start()])):
        return True
    parts = _JOINT.split(bare)
    return len(parts) > 1 and sum(part.count("/") >= 2 and any(map(str.isdigit, part)) for part in parts) > 1


def _year(segments: list[str]) -> tuple[int | None, int | None]:
    """Index of the last part that ends with a year, and the year."""
    for at in range(len(segments) - 1, -1, -1):
        match = _YEAR.search(segments[at])
        if match and MIN_YEAR <= int(match["year"]) <= MAX_YEAR:
            return at, int(match["year"])
    return None, None


def _month_near(segments: list[str], year_at: int | None) -> str | None:
    """The roman numeral right beside the year; one of a single letter before, never beyond XII, is a month too."""
    if year_at is None:
        return None
    for at in (year_at - 1, year_at + 1):
        if 0 <= at < len(segments):
            word = segments[at].upper().replace("L", "I").replace("1", "I") if _may_be_roman(segments[at]) else ""
            if _ROMAN.fullmatch(word):
                return word
    return None


def _may_be_roman(segment: str) -> bool:
    return 0 < len(segment) <= 6 and segment[0] in "IVXivx" and all(letter in "IVXivxl1" for letter in segment)


def _digits_before_slash(bare: str) -> str:
    """`000-8-3-3/12`: the digits of the first part, when it is parted by other signs than dots."""
    match = _OTHER_SIGNS.match(bare)
    return "".join(filter(str.isdigit, match.group())) if match else ""


def _code(bare: str) -> tuple[str | None, CodeKind, bool]:
    """The code that the number begins with, what matter it is of, and whether a digit or a dot of it is lost."""
    match = _CODE.match(bare)
    if _digits_before_slash(bare) == SOP_CODE.replace(".", ""):
        return bare.split("/", maxsplit=1)[0].strip(), "none", True
    if match is None:
        return None, "none", False
    groups = [group.strip() for group in match["code"].replace("O", "0").split(".")]
    code = ".".join(groups)
    if groups[0] in ("0", "00", "0000") and len(groups) > 2:
        return code, "none", True
    if "".join(groups) == SOP_CODE.replace(".", "") and code != SOP_CODE:
        return code, "none", True
    if groups[0] == "000":
        return code, _kind(code), match["open"] is not None
    return (code, "kin", False) if groups[0] in _FUNCTIONS and len(groups) > 2 else (None, "none", False)


def _kind(code: str) -> CodeKind:
    if code == SOP_CODE or code.startswith(SOP_CODE + ".") or SOP_CODE.startswith(code + "."):
        return "sop"
    return "kin" if code.startswith("000.8.") else "other"
