"""
Text to lines as an editor counts them: ``\\n``, ``\\r\\n`` and ``\\r`` end a line, a form feed does not.

Odd blanks become spaces. Characters that print nothing become `NOTHING`, one for one, so that columns stay true;
whoever takes words out of a line leaves them out (`readers.markup`).
"""

from __future__ import annotations

from typing import NamedTuple

from readers.errors import ReadError
from readers.limits import MAX_LINE_CHARS, MAX_LINES

NOTHING = "\x00"
"""Stands for a character that prints nothing: zero width, or a control character."""

_SPACES = "\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u202f\u205f\u2028\u2029\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_INVISIBLE = (
    "".join(map(chr, (*range(1, 9), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0))))
    + "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff"
)
_ASCII = {ord(char): " " for char in _SPACES if char.isascii()} | {
    ord(char): NOTHING for char in _INVISIBLE if char.isascii()
}


class Line(NamedTuple):
    """A printed line, or the part of one between form feeds; an empty text separates what stands around it."""

    text: str
    number: int
    """1-based line of the file."""
    column: int = 1
    """1-based character position of ``text[0]`` in that line."""


def printable(text: str) -> str:
    """Return the text, character for character, with odd blanks as spaces and unprintable ones as `NOTHING`."""
    if text.isascii():
        return text.translate(_ASCII)
    for char in _SPACES:
        text = text.replace(char, " ")
    for char in _INVISIBLE:
        text = text.replace(char, NOTHING)
    return text


def one_newline(text: str) -> str:
    """Return the text with each line end as one ``\\n``."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def split_lines(text: str, *, name: str) -> list[Line]:
    """
    Return the lines of a text that `one_newline` and `printable` have seen.

    Raises:
        ReadError: ``too-many-lines`` or ``line-too-long``.
    """
    if text.count("\n") + text.count("\f") >= MAX_LINES:
        raise ReadError(
            "too-many-lines",
            f"{name} lebih dari {MAX_LINES} baris. Pecah berkas menjadi satu SOP per berkas, lalu periksa lagi.",
        )
    lines: list[Line] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE_CHARS:
            raise _line_too_long(name, number, len(line))
        if "\f" in line:
            lines += _parts(line, number)
        else:
            lines.append(_trimmed(line, number, 1) if NOTHING in line else Line(line, number))
    return lines


def _line_too_long(name: str, number: int, length: int) -> ReadError:
    return ReadError(
        "line-too-long",
        f"Baris {number} dari {name} memuat {length} karakter (batas {MAX_LINE_CHARS}). "
        "Simpan ulang dokumen dengan ganti baris biasa, lalu periksa lagi.",
        line=number,
    )


def _parts(line: str, number: int) -> list[Line]:
    parts: list[Line] = []
    column = 1
    for part in line.split("\f"):
        parts += [_trimmed(part, number, column), Line("", number, column)]
        column += len(part) + 1
    return parts[:-1]


def _trimmed(line: str, number: int, column: int) -> Line:
    """Take away what prints nothing at the ends, so that a line begins with what one sees at its begin."""
    text = line.lstrip(NOTHING)
    return Line(text.rstrip(NOTHING), number, column + len(line) - len(text))
