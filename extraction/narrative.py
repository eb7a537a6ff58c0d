"""The narrative guide before (or around) the form: Latar Belakang, Maksud dan Tujuan, Dasar Hukum, Penutup ..."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extraction.labels import whole_heading
from extraction.lists import marker_number
from extraction.sections import Found
from extraction.stream import Line, place, value_of
from schemas.blocks import Piece
from schemas.evidence import Value
from schemas.sop import Section, Text

_TITLES = re.compile(
    r"^\W*(?:(?:[ivx]{1,5}|[a-z]|\d{1,2})\s*[.)]\s*)?(?:latar belakang|maksud(?: dan tujuan)?|tujuan|ruang lingkup|"
    r"dasar hukum|landasan hukum|pengertian|definisi|mekanisme|format pengumpulan|penutup|pendahuluan|"
    r"pengorganisasian|ringkasan)\b[^.:;]{0,60}$"
)
_CAPITAL = re.compile(r"([A-Z][.)])\s+(?=\S)")
"""A letter that the reader takes for no marker, since it may be an initial."""
_SMALL_WORDS = frozenset({"dan", "di", "atas", "untuk", "dalam", "serta", "atau", "pada"})
MAX_TITLE_CHARS = 90
MAX_MARKER_CHARS = 3


@dataclass(slots=True)
class Narrative:
    """What was read of the narrative guide."""

    sections: list[Section] = field(default_factory=list)
    legal: Found | None = None
    used: set[int] = field(default_factory=set)


def is_narrative_title(line: Line) -> bool:
    """Tell whether a line is the title of a section of the narrative guide."""
    if line.kind == "row" or len(line.text) > MAX_TITLE_CHARS:
        return False
    roman = line.kind == "heading" and bool(line.marker)
    known = line.kind in ("heading", "item", "paragraph") and bool(_TITLES.match(line.low))
    numbered = line.marker is not None or _CAPITAL.match(line.text) is not None
    return roman or (known and (line.kind == "heading" or line.text.isupper() or numbered))


def read_narrative(lines: Sequence[Line], indexes: Sequence[int], form_first: int, stops: set[int]) -> Narrative:
    """
    Read the narrative sections.

    Args:
        lines: The whole stream.
        indexes: The lines of this SOP, in order.
        form_first: First line of the identity block; after it a heading that names a section of the form is no
            narrative title.
        stops: Lines that end the narrative (identity block, step table).
    """
    result = Narrative()
    title: Line | None = None
    body: list[Piece] = []
    for index in indexes:
        line = lines[index]
        if index in stops:
            _close(result, title, body)
            title, body = None, []
        elif (is_narrative_title(line) or (title is not None and _goes_on(title, line, body))) and not (
            index > form_first and whole_heading(line.low)
        ):
            _close(result, title, body)
            title, body = line, []
            result.used.add(index)
        elif title is not None:
            body.extend(line.pieces())
            result.used.add(index)
    _close(result, title, body)
    return result


def _goes_on(title: Line, line: Line, body: Sequence[Piece]) -> bool:
    """Whether a line bears the next letter or number after a title, and is printed like it: `C. TIM PELAKSANA`."""
    if line.kind == "row" or len(line.text) > MAX_TITLE_CHARS:
        return False
    (own, heading), (marker, text) = _marked(title), _marked(line)
    before, number = marker_number(own), marker_number(marker)
    if before is None or number != before + 1 or _style(own) != _style(marker):
        return False
    if heading.isupper():
        return text.isupper()
    listed = {_style(piece.marker) for piece in body if piece.marker}
    capital = all(word[0].isupper() or word in _SMALL_WORDS for word in text.split())
    return bool(listed) and _style(own) not in listed and capital


def _marked(line: Line) -> tuple[str, str]:
    """Marker and words of a line; a capital letter behind an item is read as the begin of its next line."""
    if line.marker:
        return line.marker, line.text
    match = _CAPITAL.match(line.text)
    return (match.group(1), line.text[match.end() :]) if match else ("", line.text)


def _style(marker: str) -> tuple[str, str]:
    """Digit, small or capital letter, with its brackets or stop."""
    label = marker.strip(" .()-")
    kind = "1" if label.isdigit() else "A" if label.isupper() else "a"
    return kind, marker.strip().replace(label, "")


def _close(result: Narrative, title: Line | None, body: list[Piece]) -> None:
    if title is None:
        return
    heading = value_of(title.pieces())
    if heading is None:
        return
    result.sections.append(Section(title=heading, text=value_of(body), markers=tuple(_markers(body))))
    if whole_heading(title.low) == "legal_basis" and result.legal is None:
        result.legal = Found("legal_basis", title.piece)
        previous = 0
        for piece in body:
            result.legal.add([piece], fresh=piece.line != previous)
            previous = piece.line


def _markers(body: Sequence[Piece]) -> Iterator[Text]:
    """The letters and numbers of a list as printed, each with the item that it stands before."""
    for piece in body:
        label = piece.marker.strip(" .()-") if piece.marker else ""
        if label and len(label) <= MAX_MARKER_CHARS:
            yield Value(label, (place(piece, f"{piece.marker} {piece.text}"),))
