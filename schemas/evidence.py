"""Where in the input file something stands, with the words as printed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Annotated, Generic, TypeVar

from pydantic import Field

from schemas.base import Small, small

T = TypeVar("T")

_IN_SHEET = re.compile(r"(?:^|!)[A-Z]{1,3}[0-9]{1,7}$")


def _is_none(value: object) -> bool:
    return value is None


@small
class Evidence(Small):
    """One place that a reader of the report can open and check by eye."""

    quote: str
    """The words as printed; empty when the evidence is an empty place."""
    page: int | None = None
    """1-based page of the input file; null for plain text."""
    line: int | None = None
    """1-based line of the input file; always given for text and Markdown."""
    column: int | None = None
    """1-based character position in the line where the quote begins; of a cell its column in the sheet."""
    bbox: tuple[float, float, float, float] | None = None
    """x0, y0, x1, y1 in points, origin top left."""
    cell: str | None = None
    """Sheet and cell, such as ``Sheet1!F12``; of a Word file ``paragraf 12`` or ``tabel 2, baris 5, kolom 3``."""
    note: str | None = None
    """What was looked for here, in the language of the report, when the quote does not speak for itself."""
    certainty: int | None = None
    """Per cent, where the words were recognised in a picture (`Piece.certainty`)."""
    document: Annotated[str | None, Field(exclude_if=_is_none)] = None
    """Path of the document, where a finding is about several of an archive; left out of the JSON where it is null."""

    def part(self, quote: str, characters: int) -> Evidence:
        """The place of a part that begins so many characters after this place; within a cell it is the same place."""
        column = self.column if self.in_sheet else (self.column or 1) + characters
        return replace(self, quote=quote, column=column)

    @property
    def in_sheet(self) -> bool:
        """Whether the place is a cell of a sheet."""
        return self.cell is not None and _IN_SHEET.search(self.cell) is not None


@small
class Value(Small, Generic[T]):
    """A value that was read, and where it was read."""

    value: T
    evidence: tuple[Evidence, ...]
