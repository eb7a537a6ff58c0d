"""Which lines of a document were read from columns that nothing rules off (`Document.guessed`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from extraction.stream import Line
from schemas.blocks import Document, GuessedColumns, Piece
from schemas.sop import ColumnsRead

_LEAST_SURE: tuple[ColumnsRead, ...] = ("order", "cells", "columns")


class GuessedLines:
    """The guessed parts of the pages of a document."""

    def __init__(self, document: Document) -> None:
        self._areas: dict[int, list[GuessedColumns]] = defaultdict(list)
        for area in document.guessed:
            self._areas[area.page].append(area)

    def of(self, lines: Iterable[Line]) -> ColumnsRead:
        """How the columns of these lines were told, by the least sure of them."""
        if not self._areas:
            return "sure"
        told = {area.told for line in lines for piece in line.pieces() for area in self._around(piece)}
        return next((one for one in _LEAST_SURE if one in told), "sure")

    def _around(self, piece: Piece) -> Iterable[GuessedColumns]:
        if piece.page is None or piece.bbox is None:
            return ()
        x0, y0, x1, y1 = piece.bbox
        return [
            area
            for area in self._areas.get(piece.page, ())
            if area.bbox[0] - 1 <= x1 and x0 <= area.bbox[2] + 1 and area.bbox[1] < y1 and y0 < area.bbox[3]
        ]
