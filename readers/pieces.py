"""Words of a file to pieces and cells."""

from __future__ import annotations

from collections.abc import Sequence

from readers.limits import Budget
from readers.lines import Line
from readers.lists import begins_with_word, items
from readers.markup import Markup, Run, is_plain
from schemas.blocks import Cell, Piece


def piece(run: Run, start: int = 0, end: int | None = None, marker: str | None = None) -> Piece:
    """Return a part of a run as a piece."""
    return Piece(run.text[start:end], run.line, run.column(start), marker)


def item_pieces(run: Run, *, bullets: bool = False) -> list[Piece]:
    """Return the items of a run; what ``<li>`` numbers stands before a text that prints no marker of its own."""
    if run.marker is None and begins_with_word(run.text):
        return [piece(run)]
    found = items(run.text, bullets=bullets)
    if run.marker is not None and found[0].marker is None:
        return [piece(run, marker=run.marker)]
    return [piece(run, start, end, marker) for marker, start, end in found]


def cell(segments: Sequence[Line], line: int, column: int, budget: Budget, spans: tuple[int, int] = (1, 1)) -> Cell:
    """
    Return a cell from the parts of printed lines that it holds.

    ``line`` and ``column`` place an empty one; ``spans`` are the rows and columns that it covers.
    """
    pieces = _plain_pieces(segments[0]) if len(segments) == 1 else None
    if pieces is None:
        pieces = _marked_pieces(segments)
    if not pieces:
        return Cell(line, column, *spans)
    budget.pieces(len(pieces), line)
    return Cell(pieces[0].line, pieces[0].column, *spans, pieces=tuple(pieces))


def _plain_pieces(segment: Line) -> list[Piece] | None:
    """Return the pieces of a cell of plain words or a number, as most cells are; None where one must look closer."""
    words = segment.text.strip()
    if not words:
        return []
    if is_plain(words) and (begins_with_word(words) or words.isdigit()):
        column = segment.column + segment.text.index(words)
        return [Piece(words, segment.number, column)]
    return None


def _marked_pieces(segments: Sequence[Line]) -> list[Piece]:
    markup = Markup()
    pieces: list[Piece] = []
    for segment in segments:
        for run in markup.runs(segment):
            pieces += item_pieces(run, bullets=True)
    return pieces
