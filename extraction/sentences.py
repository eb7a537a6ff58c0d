"""Sentences of running text: put together over broken lines, parted at full stops, each with its places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.sections_of_reports import is_caption, is_page_head, is_report_heading
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
_PARTED = re.compile(r"[a-z]{2}-$")
"""A word that is parted at the end of the line."""
_HANGING = re.compile(
    r"\b(?:sebesar|tahun|dari|menjadi|dan|yang|dengan|di\s?banding(?:kan)?|target|adalah|mencapai|yaitu|atau|pada|di|sebanyak)$",
    re.IGNORECASE,
)
"""The sentence goes on, also with a figure."""


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
                kept.append((low - start + cut.column - piece.column - (low - at), cut))
        return Stretch(self.text[start:end], tuple(kept))

    def value(self) -> Text:
        """The words with the place of each printed line."""
        places: tuple[Evidence, ...] = tuple(place_of(piece) for _, piece in self.pieces)
        return Value(" ".join(self.text.split()), places)


def read_sentences(lines: Sequence[Line]) -> Iterator[Stretch]:
    """The sentences of the paragraphs and list items among *lines*, in order; headings and rows have none."""
    for paragraph in _paragraphs(lines):
        yield from _sentences(paragraph)


def _paragraphs(lines: Sequence[Line]) -> Iterator[Stretch]:
    held: list[Piece] = []
    last: Line | None = None
    for line in lines:
        if is_page_head(line.text):
            continue
        if line.kind in ("row", "heading") or is_report_heading(line) or is_caption(line.text):
            if held:
                yield _joined(held)
            held, last = [], None
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
    if line.marker is not None or last.text.rstrip()[-1:] in (".", "!", "?", ":", ";"):
        return False
    return line.text[:1].islower() or (line.text[:1].isdigit() and _HANGING.search(last.text.rstrip()) is not None)


def _joined(pieces: Sequence[Piece]) -> Stretch:
    begins: list[tuple[int, Piece]] = []
    text = ""
    for at, piece in enumerate(pieces):
        after = pieces[at + 1].text if at + 1 < len(pieces) else ""
        parted = _PARTED.search(piece.text) is not None and after[:1].islower()
        begins.append((len(text), piece))
        text += piece.text[:-1] if parted else f"{piece.text} "
    text = text.rstrip()
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
