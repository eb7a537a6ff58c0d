"""
Pieces and cells as plain dictionaries.

A document becomes models in one call at the very end: pydantic builds a nested structure half again as fast as its
parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from readers.limits import Budget
from readers.lines import Line
from readers.lists import begins_with_word, items
from readers.markup import Markup, Run, is_plain


class PieceData(TypedDict):
    """A `schemas.blocks.Piece` to be."""

    text: str
    line: int
    column: int
    marker: str | None


class CellData(TypedDict):
    """A `schemas.blocks.Cell` to be."""

    line: int
    column: int
    pieces: NotRequired[list[PieceData]]
    rowspan: NotRequired[int]
    colspan: NotRequired[int]


class RowData(TypedDict):
    """A `schemas.blocks.Row` to be."""

    cells: list[CellData]
    line: int


def piece(run: Run, start: int = 0, end: int | None = None, marker: str | None = None) -> PieceData:
    """Return a part of a run as a piece."""
    return {"text": run.text[start:end], "line": run.line, "column": run.column(start), "marker": marker}


def item_pieces(run: Run, *, bullets: bool = False) -> list[PieceData]:
    """Return the items of a run; what ``<li>`` numbers stands before a text that prints no marker of its own."""
    if run.marker is None and begins_with_word(run.text):
        return [piece(run)]
    found = items(run.text, bullets=bullets)
    if run.marker is not None and found[0].marker is None:
        return [piece(run, marker=run.marker)]
    return [piece(run, start, end, marker) for marker, start, end in found]


def cell(segments: Sequence[Line], line: int, column: int, budget: Budget) -> CellData:
    """Return a cell from the parts of printed lines that it holds; ``line`` and ``column`` place an empty one."""
    pieces = _plain_pieces(segments[0]) if len(segments) == 1 else None
    if pieces is None:
        pieces = _marked_pieces(segments)
    if not pieces:
        return {"line": line, "column": column}
    budget.pieces(len(pieces), line)
    return {"line": pieces[0]["line"], "column": pieces[0]["column"], "pieces": pieces}


def _plain_pieces(segment: Line) -> list[PieceData] | None:
    """Return the pieces of a cell of plain words or a number, as most cells are; None where one must look closer."""
    words = segment.text.strip()
    if not words:
        return []
    if is_plain(words) and (begins_with_word(words) or words.isdigit()):
        column = segment.column + segment.text.index(words)
        return [{"text": words, "line": segment.number, "column": column, "marker": None}]
    return None


def _marked_pieces(segments: Sequence[Line]) -> list[PieceData]:
    markup = Markup()
    pieces: list[PieceData] = []
    for segment in segments:
        for run in markup.runs(segment):
            pieces += item_pieces(run, bullets=True)
    return pieces
