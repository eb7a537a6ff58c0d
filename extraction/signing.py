"""
What shows that an SOP was signed, beside words: digital signatures, and pictures where an approver is named.

A picture beside the name of an officer may be a signature, a stamp or a code; which of them nobody reads. The emblem in
the letterhead is none of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extraction.stream import place
from schemas.blocks import DigitalSignature, Document, Notice, Piece, Table
from schemas.evidence import Evidence
from schemas.sop import Official, SigningMark, SigningMedium, Sop, Text

MAX_PICTURES = 2_000
"""Pictures of one file that are looked at."""
BESIDE = 40.0
"""Points left and right of the words of an officer in which a signature still stands."""
ABOVE, BELOW = 12.0, 24.0
"""Points above the office and below the NIP, likewise."""
ABOVE_NAME = 90.0
"""Points above a name without an office: the room that is left for a signature."""
NEAR_TABLE = 60.0
"""Points around those words within which a picture in another table may be a signature that was set too high."""
LETTERHEAD_ABOVE, LETTERHEAD_BELOW = 90.0, 30.0
"""Points above and below the words of a letterhead in which its emblem stands."""
NEAR_LINES = 2
"""Lines between a picture and the words of an officer, in a file without pages."""

_WORD_MEDIA = ("word", "opendocument.text", "rtf")
_NOTE = "gambar yang mungkin tanda tangan"

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Spot:
    """A piece, and the cell of the table in which it stands; no block, row and column for running text."""

    piece: Piece
    block: int | None = None
    row: int = 0
    column: int = 0


class Pictures:
    """The pictures of a document, and where its words stand; made once for all SOPs of a file."""

    def __init__(self, document: Document) -> None:
        self.found: list[_Spot] = []
        self._by_line: dict[int, list[_Spot]] = {}
        spots = list(_spots(document)) if _has_pictures(document) else []
        for spot in spots:
            if spot.piece.shape == "image":
                self.found.append(spot)
            else:
                self._by_line.setdefault(spot.piece.line, []).append(spot)
        del self.found[MAX_PICTURES:]

    def at(self, evidence: Iterable[Evidence]) -> list[_Spot]:
        """Where words stand that something was read from."""
        return [spot for one in evidence if (spot := self._at(one)) is not None]

    def _at(self, evidence: Evidence) -> _Spot | None:
        if evidence.line is None:
            return None
        before = [spot for spot in self._by_line.get(evidence.line, ()) if spot.piece.column <= (evidence.column or 1)]
        return max(before, key=lambda spot: spot.piece.column, default=None)


def _has_pictures(document: Document) -> bool:
    return any(piece.shape == "image" for block in document.blocks for piece in _pieces(block))


def _pieces(block: object) -> Iterator[Piece]:
    if isinstance(block, Table):
        yield from (piece for row in block.rows for cell in row.cells for piece in cell.pieces)
    else:
        yield from getattr(block, "pieces", ())


def _spots(document: Document) -> Iterator[_Spot]:
    for number, block in enumerate(document.blocks):
        if not isinstance(block, Table):
            yield from map(_Spot, block.pieces)
            continue
        for at, row in enumerate(block.rows):
            for column, cell in enumerate(row.cells):
                yield from (_Spot(piece, number, at, column) for piece in cell.pieces)


# pictures


def signing_marks(
    pictures: Pictures, approvers: Sequence[Official], letterhead: Sequence[Text], lines: tuple[int, int]
) -> tuple[SigningMark, ...]:
    """
    The pictures that may be the signature of one who approves.

    Args:
        pictures: Those of the document.
        approvers: Who approves this SOP, as read.
        letterhead: Its letterhead, where the emblem stands.
        lines: First and last line of this SOP.
    """
    if not pictures.found or not approvers:
        return ()
    blocks = [spots for official in approvers if (spots := pictures.at(_evidence(official)))]
    heads = pictures.at(evidence for line in letterhead for evidence in line.evidence)
    marks = []
    for picture in pictures.found:
        if lines[0] - 1 <= picture.piece.line <= lines[1] + NEAR_LINES and (where := _where(picture, blocks, heads)):
            evidence = place(picture.piece, note=_NOTE)
            marks.append(SigningMark(where=where, place=evidence))
    return tuple(marks)


def _evidence(official: Official) -> Iterator[Evidence]:
    for value in (official.position, official.name, official.rank, official.nip_text):
        if value is not None:
            yield from value.evidence


def _where(
    picture: _Spot, blocks: Sequence[Sequence[_Spot]], heads: Sequence[_Spot]
) -> Literal["near", "elsewhere"] | None:
    if any(_is_near(picture, block) for block in blocks):
        return "near"
    if _is_emblem(picture, heads):
        return None
    return "elsewhere" if any(_may_belong(picture, block) for block in blocks) else None


def _is_near(picture: _Spot, block: Sequence[_Spot]) -> bool:
    """Whether a picture stands among the words of an officer: in their column, beside them, or between their lines."""
    together = [spot for spot in block if picture.block is not None and spot.block == picture.block]
    if together:
        rows = [spot.row for spot in together]
        return picture.column in {spot.column for spot in together} and min(rows) <= picture.row <= max(rows)
    if picture.piece.bbox is not None:
        room = _room(picture, block)
        return room is not None and _overlap(room, picture.piece.bbox)
    if picture.block is not None or any(spot.block is not None for spot in block):
        return False
    lines = [spot.piece.line for spot in block]
    return min(lines) - NEAR_LINES <= picture.piece.line <= max(lines) + NEAR_LINES


def _may_belong(picture: _Spot, block: Sequence[_Spot]) -> bool:
    """Whether a picture on the page of an officer may be a signature all the same."""
    words = _around(picture, block)
    if words is None or picture.piece.bbox is None:
        return False
    same_table = picture.block is not None and any(spot.block == picture.block for spot in block)
    return picture.block is None or same_table or _overlap(_wider(words, *[NEAR_TABLE] * 3), picture.piece.bbox)


def _is_emblem(picture: _Spot, heads: Sequence[_Spot]) -> bool:
    """Whether a picture stands with the words of the letterhead."""
    cells = {(spot.block, spot.row, spot.column) for spot in heads if spot.block is not None}
    if picture.block is not None and cells:
        return (picture.block, picture.row, picture.column) in cells
    words, box = _around(picture, heads), picture.piece.bbox
    return (
        words is not None and box is not None and words[1] - LETTERHEAD_ABOVE <= box[1] <= words[3] + LETTERHEAD_BELOW
    )


def _around(picture: _Spot, words: Sequence[_Spot]) -> Box | None:
    """The box around words on the page of a picture; None where there are none."""
    boxes = [spot.piece.bbox for spot in words if spot.piece.page == picture.piece.page and spot.piece.bbox]
    if not boxes:
        return None
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _room(picture: _Spot, block: Sequence[_Spot]) -> Box | None:
    """Where the signature of an officer stands: around the words; above a single line of them."""
    words = _around(picture, block)
    if words is None:
        return None
    lines = {spot.piece.line for spot in block if spot.piece.page == picture.piece.page}
    return _wider(words, BESIDE, ABOVE if max(lines) - min(lines) > 1 else ABOVE_NAME, BELOW)


def _wider(box: Box, beside: float, above: float, below: float) -> Box:
    return box[0] - beside, box[1] - above, box[2] + beside, box[3] + below


def _overlap(a: Box, b: Box) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


# digital signatures


def own_signatures(
    signatures: Sequence[DigitalSignature], pages: Collection[int | None], *, alone: bool
) -> tuple[DigitalSignature, ...]:
    """The signatures shown on the pages of an SOP, and those shown nowhere; all, where it is *alone* in a file."""
    if alone:
        return tuple(signatures)
    return tuple(
        one
        for one in signatures
        if not (shown := {place.page for place in one.evidence} - {None}) or not shown.isdisjoint(pages)
    )


def medium_of(document: Document) -> SigningMedium:
    """In what a signature would have to be seen."""
    if any(word in document.media for word in _WORD_MEDIA):
        return "word"
    paged = document.media == "application/pdf" or document.media.startswith("image/") or bool(document.pages)
    return "page" if paged else "text"


def signing_notices(sop: Sop) -> tuple[Notice, ...]:
    """What rests on a picture alone: that the SOP was signed."""
    near = tuple(mark.place for mark in sop.signing_marks if mark.where == "near")
    officials = (sop.identity.approver if sop.identity else None, *sop.signatures)
    said = sop.signature_note is not None or any(one is not None and one.signed is not None for one in officials)
    holds = any(one.checked and one.intact and one.whole for one in sop.digital_signatures)
    if not near or said or holds:
        return ()
    return (
        Notice(
            "signature-picture",
            "Gambar di dekat nama pejabat pengesah dianggap tanda tangan atau cap; siapa yang membubuhkannya tidak"
            " dapat dipastikan. Cocokkan dengan naskah asli.",
            near,
        ),
    )
