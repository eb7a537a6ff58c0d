"""Words as they are compared when persons are looked for: the same length, so that places in them stay."""

from __future__ import annotations

import unicodedata

BARRIER = "\ue000"
"""Stands for what is masked already."""


class _Plain(dict[int, str]):
    """Characters and what they are compared as; worked out once for each character that occurs."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _plain(chr(code))
        return found


def _plain(char: str) -> str:
    if char in "\n\t":
        return char
    if unicodedata.category(char) in ("Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Co"):
        return " "
    folded = unicodedata.normalize("NFKC", char)
    folded = folded if len(folded) == 1 else char
    digit = unicodedata.digit(folded, None)
    if digit is not None:
        return str(digit)
    return "-" if unicodedata.category(folded) == "Pd" else folded


_PLAIN = _Plain()


def plain(text: str) -> str:
    """Return *text* with plain digits, blanks, dashes and letters of one width in the places of all others."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_PLAIN)
