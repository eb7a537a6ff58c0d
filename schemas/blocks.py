"""
What a reader makes of a file: blocks in reading order, each with its place.

A reader reports, it never interprets: the words stay as printed (only mark-up such as ``**``, ``<b>`` or ``<br>``
and the white space around a piece are gone).
"""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Literal

from pydantic import Field

from schemas.base import Model, Small, small


@small
class Piece(Small):
    """A run of words that stands at one place: a printed line, or one list item of a cell."""

    text: str
    line: int
    """1-based line of the input file."""
    column: int = 1
    """1-based character position in that line."""
    marker: str | None = None
    """The list marker as printed before the text (``1.``, ``a.``, ``-``), without it being part of the text."""
    page: int | None = None
    bbox: tuple[float, float, float, float] | None = None
    cell: str | None = None


@small
class Heading(Small):
    """A line that is marked as a heading: ``# ...``, a bold line, or ``III. ...``."""

    kind: Literal["heading"] = field(default="heading", kw_only=True)
    level: int
    """1-6 as marked; 2 for bold lines and roman numerals."""
    marker: str | None = field(default=None, kw_only=True)
    """``III.`` when the heading is numbered."""
    pieces: tuple[Piece, ...]


@small
class Paragraph(Small):
    """Lines that stand together, one piece a printed line."""

    kind: Literal["paragraph"] = field(default="paragraph", kw_only=True)
    pieces: tuple[Piece, ...]


@small
class ListItem(Small):
    """One item of a list; the first piece carries the marker, further pieces are its continuation lines."""

    kind: Literal["item"] = field(default="item", kw_only=True)
    pieces: tuple[Piece, ...]


@small
class Cell(Small):
    """One cell; empty cells have no pieces but keep their place."""

    pieces: tuple[Piece, ...] = field(default=(), kw_only=True)
    line: int
    column: int = 1
    rowspan: int = 1
    colspan: int = 1
    """An area merged over several columns is one cell; the covered columns have empty cells after it."""


@small
class Row(Small):
    """One row of a table."""

    cells: tuple[Cell, ...]
    line: int


@small
class Table(Small):
    """Rows of cells as they stand together; a table that goes on after a page break is another Table block."""

    kind: Literal["table"] = field(default="table", kw_only=True)
    syntax: Literal["tabs", "pipes", "html", "grid"]
    rows: tuple[Row, ...]


Block = Annotated[Heading | Paragraph | ListItem | Table, Field(discriminator="kind")]


class Document(Model):
    """A file that was read."""

    sha256: str
    """Hex digest of the bytes of the file."""
    bytes: int
    media: str
    """IANA media type, such as ``text/plain`` or ``text/markdown``."""
    encoding: str | None = None
    lines: int = 0
    """How many lines the file has."""
    shows_signatures: bool = False
    """Whether this medium can show a wet or digital signature at all (plain text cannot)."""
    shows_marks: bool = True
    """Whether characters in actor cells are kept (drawn flow shapes are lost in plain text)."""
    blocks: tuple[Block, ...]
