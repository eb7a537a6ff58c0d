"""A text as if it had been recognised in the picture of a page: with the certainty of its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from schemas.blocks import Block, Document, Piece, Table

CLEAR = 99
"""Per cent of certainty of the words that nobody names: those of a clear page."""


def scanned(document: Document, unsure: Mapping[str, int]) -> Document:
    """
    Return the document as one that was recognised.

    Args:
        document: As it was read.
        unsure: Words -> per cent of certainty of the lines that hold them.
    """
    return document.model_copy(update={"blocks": tuple(_block(block, unsure) for block in document.blocks)})


def _block(block: Block, unsure: Mapping[str, int]) -> Block:
    if not isinstance(block, Table):
        return replace(block, pieces=_pieces(block.pieces, unsure))
    rows = (
        replace(row, cells=tuple(replace(cell, pieces=_pieces(cell.pieces, unsure)) for cell in row.cells))
        for row in block.rows
    )
    return replace(block, rows=tuple(rows))


def _pieces(pieces: Iterable[Piece], unsure: Mapping[str, int]) -> tuple[Piece, ...]:
    return tuple(replace(piece, certainty=_certainty(piece.text, unsure)) for piece in pieces)


def _certainty(text: str, unsure: Mapping[str, int]) -> int:
    return min((percent for words, percent in unsure.items() if words in text), default=CLEAR)
