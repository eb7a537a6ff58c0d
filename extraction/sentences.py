"""Sentences of running text: put together over broken lines, parted at full stops, each with its places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.stream import Line, slice_piece
from extraction.stream import place as place_of
from schemas.blocks import Piece
from schemas.evidence import Evidence, Value
from schemas.sop import Text

MAX_SENTENCE_CHARS = 1500
"""A longer stretch without a full stop is no sentence."""
MAX_LINES = 200
"""Printed lines of one paragraph; more are taken apart."""

_FULL_STOP = re.compile(r"(?<=[.!?;])[\"”’)]?\s+(?=[\"“(]?[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:no|nos|nomor|drs?|dra|ir|hj?|h|kab|kec|kel|prov|th|thn|ta|s\.?d|a\.?n|u\.?b|d\.?a|dkk|jl|rp|bpk|tgl|hal|"
    r"tab|gbr|pt|cv|ud|st|sdr|yth|lamp|[A-Za-z]|\d{1,2})\.$",
    re.IGNORECASE,
)
_PAGE_HEAD = re.compile(
    r"(?i)^\W*(?:\d{1,4}\s*[|–-]?\s*)?(?:lkj(?:ip)?|lakip|lkip|laporan (?:akuntabilitas )?kinerja|halaman|page)\b.{0,100}\d\W*$"
)
"""A head or foot of a page: the title of the report with the number of the page."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the running text that can be told back to their places."""

    text: str
    pieces: tuple[tuple[int, Piece], ...]
    """Where in `text` each printed line begins."""

    def part(self, start: int, end: int) -> Stretch:
        """The words from *start* to before *end*."""
        kept = []
        for at, piece in self.pieces:
            low, high = max(start, at), min(end, at + len(piece.text))
            cut = slice_piece(piece, low - at, high - at) if low < high else None
            if cut is not None:
                kept.append((self.text.index(cut.text, low) - start, cut))
        return Stretch(self.text[start:end], tuple(kept))

    def value(self) -> Text:
        """The words with the place of each printed line."""
        places: tuple[Evidence, ...] = tuple(place_of(piece) for _, piece in self.pieces)
        return Value(" ".join(self.text.split()), places)


def read_sentences(lines: Sequence[Line]) -> Iterator[Stretch]:
    """The sentences of the paragraphs and list items among *lines*, in order; headings and rows have none."""
    for paragraph in _paragraphs(lines):
        yield from _sentences(paragraph)


def is_page_head(text: str) -> bool:
    """Whether a line is the head or foot of a page of a report: `LKjIP Kecamatan ... Tahun 2024 29`."""
    return len(text) < 140 and _PAGE_HEAD.match(text) is not None


def _paragraphs(lines: Sequence[Line]) -> Iterator[Stretch]:
    held: list[Piece] = []
    last: Line | None = None
    for line in lines:
        if line.kind in ("row", "heading"):
            if held:
                yield _joined(held)
            held, last = [], None
            continue
        if is_page_head(line.text):
            continue
        if held and last is not None and (len(held) >= MAX_LINES or not _goes_on(last, line)):
            yield _joined(held)
            held = []
        held += line.pieces()
        last = line
    if held:
        yield _joined(held)


def _goes_on(last: Line, line: Line) -> bool:
    """Whether a line goes on with the words above: in its block, or in small letters after a break of the page."""
    if line.block == last.block and line.kind != "item":
        return True
    return line.text[:1].islower() and line.marker is None and last.text.rstrip()[-1:] not in (".", "!", "?", ":", ";")


def _joined(pieces: Sequence[Piece]) -> Stretch:
    begins: list[tuple[int, Piece]] = []
    text = ""
    for piece in pieces:
        text += " " if text else ""
        begins.append((len(text), piece))
        text += piece.text
    return Stretch(text, tuple(begins))


def _sentences(paragraph: Stretch) -> Iterator[Stretch]:
    start = 0
    for match in _FULL_STOP.finditer(paragraph.text):
        if _ABBREVIATION.search(paragraph.text[max(start, match.start() - 12) : match.start()]):
            continue
        if match.start() - start <= MAX_SENTENCE_CHARS:
            yield paragraph.part(start, match.start())
        start = match.end()
    if len(paragraph.text) - start <= MAX_SENTENCE_CHARS:
        yield paragraph.part(start, len(paragraph.text))
