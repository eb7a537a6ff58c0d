"""
What a reader makes of a file: blocks in reading order, each with its place.

A reader reports, it never interprets: the words stay as printed (only mark-up such as ``**``, ``<b>`` or ``<br>``
and the white space around a piece are gone).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, SkipValidation

from schemas.base import Model, Small, small
from schemas.evidence import Evidence

Shape = Literal["terminator", "box", "decision", "connector", "check", "image"]
"""
terminator  the rounded figure of begin and end; box an act; decision the diamond
connector   the figure that goes on on another page
check       a tick or cross drawn or printed as a symbol; image any picture
"""


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
    shape: Shape | None = None
    """A drawn figure instead of words, or around them; `text` holds the words inside it and may be empty."""
    certainty: int | None = None
    """Per cent, of the least sure word, where the words were recognised in a picture; null where they were printed."""


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


@small
class SheetValue(Small):
    """A cell of a sheet that holds more than words."""

    kind: Literal["number", "date", "truth", "error", "uncached"]
    """uncached = a formula whose result is neither in the file nor could be worked out."""
    text: str
    """As the sheet shows it, as near as its number format tells: ``97,25%``; the formula where nothing is shown."""
    value: Decimal | dt.date | bool | None = None
    """A number under a percent format is in percent: 97.25. Null for errors and for what has no result."""
    percent: bool = False
    """The number format is one of percent."""
    formula: str | None = None
    """As written, with its ``=``."""
    computed: bool = False
    """The file holds no result of the formula: it was worked out while reading."""
    inexact: bool = False
    """A whole number of more than 15 digits: a sheet has lost the last ones."""


SheetCell = str | SheetValue | None
"""Words, a typed value, or nothing."""


@dataclass(frozen=True, slots=True)
class Merge:
    """An area merged into one cell; rows and columns count from 0. Only its first cell holds something."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(slots=True, eq=False)
class Grid:
    """
    One sheet of a workbook, or a CSV file: columns of cells from A1 on, all of one length.

    By columns, since a table of a regency has 100,000 rows: equal words are one object, and no cell is an object of its
    own until somebody asks for its place.
    """

    columns: tuple[Sequence[SheetCell], ...]
    sheet: str | None = None
    """Its name; null for CSV."""
    number: int = 1
    """1-based place in the workbook."""
    merges: tuple[Merge, ...] = ()
    lines: Sequence[int] | None = None
    """For CSV the 1-based line of the file in which each row begins."""
    comments: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """Notes at cells, by row and column from 0."""
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    @property
    def height(self) -> int:
        """Rows."""
        return len(self.columns[0]) if self.columns else 0

    @property
    def width(self) -> int:
        """Columns."""
        return len(self.columns)

    def place(self, row: int, column: int, quote: str | None = None) -> Evidence:
        """
        Where a cell stands, counted from 0.

        In a workbook `page` is the number of the sheet; `line` is the row, in CSV the line of the file.
        """
        content = self.columns[column][row] if row < self.height and column < self.width else None
        shown = content if isinstance(content, str) else content.text if content else ""
        name = f"{column_name(column)}{row + 1}"
        return Evidence(
            quote=(shown if quote is None else quote)[:MAX_QUOTE],
            page=None if self.sheet is None else self.number,
            line=row + 1 if self.lines is None else self.lines[row],
            column=column + 1,
            cell=name if self.sheet is None else f"{self.sheet}!{name}",
        )


MAX_QUOTE = 200
"""Characters of a cell that evidence quotes."""


def column_name(column: int) -> str:
    """Letters of a column that counts from 0: ``A``, ``Z``, ``AA``."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


@small
class Notice(Small):
    """What a reader of the report should know about how a document was read; no defect of the document."""

    code: str
    message: str
    """Indonesian."""
    evidence: tuple[Evidence, ...] = ()


@small
class DigitalSignature(Small):
    """A digital signature of a file, as far as it could be checked without a network."""

    signer: str | None
    """The name in the certificate; null where it cannot be read."""
    signed_at: dt.datetime | None
    """As a time stamp says, else as the signer says."""
    intact: bool
    """What was signed is as it was when it was signed."""
    whole: bool
    """The signature holds for all that is shown now: nothing was added later that changes it."""
    trust: Literal["trusted", "untrusted", "not-checked"]
    """Whether the chain of certificates ends at a root that the organisation trusts; it may have named none."""
    problem: str | None = None
    """Indonesian: what is wrong with it, or why it could not be checked."""
    issuer: str | None = None
    evidence: tuple[Evidence, ...] = ()
    """Where it is shown; a place without words where it is not."""
    checked: bool = True
    """Whether it could be checked; where not, `intact` and `whole` are false and say nothing."""
    organisation: str | None = None
    """That of the signer, by the certificate."""
    stamped: bool = False
    """`signed_at` is from a time stamp, not the signer's own claim."""


@small
class PageRead(Small):
    """A page of a PDF or of a picture, as it was read."""

    number: int
    """1-based."""
    width: float
    """Points, as the page is shown."""
    height: float
    source: Literal["text", "ocr", "none"]
    """Printed words, words recognised in a picture, or nothing that could be read."""


@small
class GuessedColumns(Small):
    """A part of a page whose columns nothing rules off: they were told by the gaps between words."""

    page: int
    """1-based."""
    bbox: tuple[float, float, float, float]
    """x0, y0, x1, y1 in points, origin top left."""
    told: Literal["columns", "cells", "order"]
    """
    columns  rulings part the rows of a table; its columns were guessed
    cells    rows and columns of a table were guessed
    order    words side by side that were made no table: one side was read after the other, or line by line
    """


class Document(Model):
    """A file that was read."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

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
    sheets: SkipValidation[tuple[Grid, ...]] = ()
    """The sheets of a workbook or the one of a CSV file, which has no blocks."""
    notices: tuple[Notice, ...] = ()
    signatures: tuple[DigitalSignature, ...] = ()
    pages: tuple[PageRead, ...] = ()
    """Of files that have pages."""
    guessed: tuple[GuessedColumns, ...] = ()
    """Where columns were told by gaps alone."""
