"""Words of documents as a cell of a workbook takes them."""

from __future__ import annotations

import re
from typing import Final

from reports.labels import Language

MAX_CHARS: Final = 32_767
"""Of a cell, in units of UTF-16, as Excel counts them."""

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Control characters, those that turn the direction of writing, and those that XML does not know."""
_NEWLINE = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CUT: dict[Language, str] = {
    "id": " … [dipotong: sel Excel memuat paling banyak 32.767 huruf; selengkapnya dalam laporan JSON]",
    "en": " … [cut: a cell of Excel holds 32,767 characters at most; in full in the JSON report]",
}
_COMMANDS = ("=", "+", "-", "@", "\t", "\r")
"""What Excel takes for the beginning of a formula once somebody edits the cell."""


def cell_text(text: str, lang: Language = "id") -> str:
    """
    Return *text* without characters that a sheet cannot hold, cut to what a cell holds.

    Line ends stay, as ``\\n``; tabs become blanks.
    """
    clean = text
    if not (text.isascii() and text.isprintable()):
        clean = _STEERING.sub("\N{REPLACEMENT CHARACTER}", _NEWLINE.sub("\n", text).replace("\t", " "))
    if clean.startswith("<r>") and clean.endswith("</r>"):
        clean += " "  # XlsxWriter would take it for mark-up of its own, and write it as it is
    if len(clean) * 2 > MAX_CHARS:
        clean = _cut(clean, lang)
    return clean


def _cut(text: str, lang: Language) -> str:
    units = text.encode("utf-16-le")
    if len(units) <= 2 * MAX_CHARS:
        return text
    room = MAX_CHARS - len(_CUT[lang])
    return units[: 2 * room].decode("utf-16-le", "ignore") + _CUT[lang]


def looks_like_formula(text: str) -> bool:
    """Whether Excel would make a formula of it once somebody edits the cell."""
    return text.startswith(_COMMANDS)
