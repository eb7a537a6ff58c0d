"""Pieces as one text in which every position still knows where it stands in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from schemas.blocks import Piece
from schemas.evidence import Evidence, Value

MAX_QUOTE_CHARS = 200
"""A longer quote is cut: the place tells where to read on."""
MAX_EVIDENCE = 12
"""Places kept of one value; a value that is spread over more lines is found by these."""


@dataclass(slots=True)
class Joined:
    """The words of several pieces as one text; `starts` are the offsets at which the pieces begin in it."""

    text: str
    starts: list[int]
    pieces: Sequence[Piece]

    def evidence(self, start: int, end: int) -> tuple[Evidence, ...]:
        """The places of `text[start:end]`, one for each piece that has a part of it."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        places: list[Evidence] = []
        for index in range(first, min(len(self.pieces), first + MAX_EVIDENCE)):
            piece_start = self.starts[index]
            if piece_start >= end:
                break
            piece_end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
            begin = max(start, piece_start)
            quote = self.text[begin : min(end, piece_end, begin + MAX_QUOTE_CHARS)].rstrip()
            if quote:
                places.append(_place(self.pieces[index], quote, begin - piece_start))
        return tuple(places)

    def value(self, start: int, end: int, words: str | None = None) -> Value[str]:
        """`text[start:end]` with its places; the value is `words` where they are given, else the text itself."""
        value = " ".join(self.text[start:end].split()) if words is None else words
        return Value(value, self.evidence(start, end))


def _place(piece: Piece, quote: str, offset: int) -> Evidence:
    where = piece.page, piece.line, piece.column + offset, piece.bbox, piece.cell
    return Evidence(quote, *where, certainty=piece.certainty)


def join_lines(pieces: Sequence[Piece], max_chars: int) -> Joined:
    """Join pieces with line breaks; what lies beyond `max_chars` is left out."""
    starts: list[int] = []
    parts: list[str] = []
    length = 0
    for piece in pieces:
        if length >= max_chars:
            break
        starts.append(length)
        parts.append(piece.text[: max_chars - length])
        length += len(parts[-1]) + 1
    return Joined("\n".join(parts), starts, pieces[: len(parts)])


def join_words(pieces: Sequence[Piece], max_chars: int) -> Joined:
    """
    Join pieces with blanks; what lies beyond `max_chars` is left out.

    A hyphen at the end of a line stays where it belongs to the word (``Undang-`` ``Undang``, ``tugas-`` ``tugas``) and
    goes where it only divides one (``Peme-`` ``rintah``).
    """
    starts: list[int] = []
    parts: list[str] = []
    length = 0
    for index, piece in enumerate(pieces):
        if length >= max_chars:
            break
        starts.append(length)
        words = piece.text[: max_chars - length]
        if index + 1 < len(pieces):
            words = _before_next_line(words, pieces[index + 1].text)
        parts.append(words)
        length += len(words)
    return Joined("".join(parts), starts, pieces[: len(parts)])


def _before_next_line(words: str, following: str) -> str:
    if not (len(words) > 1 and words[-1] == "-" and words[-2].isalpha()):
        return words + " "
    last_word = words[:-1].rsplit(None, 1)[-1].lower()
    repeated = following.lower().startswith(last_word[:4])
    return words[:-1] if following[:1].islower() and not repeated else words
