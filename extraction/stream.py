"""
Blocks as one stream of lines: the form in which the extraction walks through a document.

A line of running text has one cell, a table row one for each column. Running text in which several labels of the
form stand one after the other (a PDF turned into text) is cut before each label, so that every layout looks alike to
what comes after.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from extraction.joined import MAX_QUOTE_CHARS
from extraction.labels import Hit, label_hits, may_hold_label, section_hits, starts_with_label, whole_heading
from extraction.sheet_blocks import sheet_blocks
from schemas.blocks import Block, Document, Piece, Table
from schemas.evidence import Evidence, Value

WHOLE_FORM_LABELS = 4
"""So many labels of the identity block in one line mean that the whole form was run into it."""


@dataclass(slots=True, eq=False)
class Line:
    """One line of running text, or one row of a table."""

    cells: tuple[tuple[Piece, ...], ...]
    kind: str
    """heading, paragraph, item, more (continuation of an item), row"""
    block: int
    no: int
    """1-based line of the file"""
    text: str
    low: str
    marker: str | None = None
    table: Table | None = None
    level: int = 0
    labelled: bool = False
    """Holds words that may be a label of the identity block."""
    cut: bool = False
    """Cut off from a longer line, before a label or heading."""
    spans: tuple[int, ...] = ()
    """How many rows each cell of a row covers; empty where the format knows no such cells."""
    figures: Mapping[int, tuple[Piece, ...]] = field(default_factory=dict)
    """The drawn figures and pictures without words in the cells of a row, by their column; `cells` has none of them."""

    @property
    def piece(self) -> Piece:
        """The only piece of a line of running text."""
        return self.cells[0][0]

    def pieces(self) -> list[Piece]:
        """All pieces, left to right."""
        return [piece for cell in self.cells for piece in cell]


def stream(document: Document) -> list[Line]:
    """Turn the blocks of a document, and the small sheets of a workbook, into lines, in reading order."""
    lines: list[Line] = []
    for number, block in enumerate(chain(document.blocks, sheet_blocks(document))):
        lines.extend(_rows(block, number) if isinstance(block, Table) else _running(block, number))
    return lines


def _rows(table: Table, number: int) -> Iterator[Line]:
    for row in table.rows:
        cells = tuple(cell.pieces for cell in row.cells)
        figures = _figures(cells) if table.syntax == "grid" else {}
        if figures:
            cells = tuple(tuple(piece for piece in cell if piece.text) for cell in cells)
        text = " ".join(piece.text for cell in cells for piece in cell)
        low = text.lower()
        spans = tuple(cell.rowspan for cell in row.cells) if table.syntax in ("html", "grid") else ()
        labelled = may_hold_label(low)
        yield Line(
            cells, "row", number, row.line, text, low, table=table, labelled=labelled, spans=spans, figures=figures
        )


def _figures(cells: Sequence[tuple[Piece, ...]]) -> dict[int, tuple[Piece, ...]]:
    found = ((at, tuple(piece for piece in cell if not piece.text)) for at, cell in enumerate(cells))
    return {at: figures for at, figures in found if figures}


def _running(block: Block, number: int) -> Iterator[Line]:
    assert not isinstance(block, Table)
    level = block.level if block.kind == "heading" else 0
    for position, piece in enumerate(block.pieces):
        if not piece.text:
            continue  # a picture
        kind = "more" if block.kind == "item" and position and piece.marker is None else block.kind
        marker = block.marker if block.kind == "heading" and position == 0 else piece.marker
        for index, part in enumerate(cut_at_labels(piece)):
            yield Line(
                ((part,),),
                kind if index == 0 else "paragraph",
                number,
                part.line,
                part.text,
                part.text.lower(),
                marker if index == 0 else None,
                level=level if index == 0 else 0,
                cut=index > 0,
                labelled=may_hold_label(part.text.lower()),
            )


def cut_at_labels(piece: Piece) -> Iterable[Piece]:
    """Cut a piece before each label of the identity block, and before section headings beside them."""
    low = piece.text.lower()
    labels = label_hits(low)
    cuts = [hit.start for hit in labels if _may_cut(piece.text, low, hit, len(labels))]
    cuts += _heading_cuts(piece.text, low, labels=len(labels) if cuts else 0)
    starts = sorted({0, *cuts})
    if len(starts) == 1:
        return (piece,)
    return [
        part
        for part in (slice_piece(piece, start, end) for start, end in zip(starts, [*starts[1:], len(low)], strict=True))
        if part
    ]


def _may_cut(text: str, low: str, hit: Hit, labels: int) -> bool:
    """A label inside a line counts when it is written as one: a capital, and a colon or another label."""
    if starts_with_label(low, hit):
        return hit.start > 0 and labels > 1
    capital = text[hit.start].isupper()
    colon = low[hit.end : hit.end + 3].lstrip().startswith(":")
    before_is_capitals = text[: hit.start].isupper()
    return capital and (colon or labels > 1 or before_is_capitals)


def _heading_cuts(text: str, low: str, *, labels: int) -> list[int]:
    """Where section headings begin inside a line: side by side, at its end, or anywhere in a form run into one line."""
    hits = [hit for hit in section_hits(low) if text[hit.start].isupper()]
    cuts = []
    seen: set[str] = set()
    for position, hit in enumerate(hits):
        after = hits[position + 1] if position + 1 < len(hits) else None
        paired = after is not None and not low[hit.end : after.start].strip(" /:.")
        follows = position > 0 and not low[hits[position - 1].end : hit.start].strip(" /:.")
        ends_line = " " in text[hit.start : hit.end].strip() and not low[hit.end :].strip(" :.")
        ends_line = ends_line and (labels > 1 or text[hit.start : hit.end].isupper())
        in_one_line = labels >= WHOLE_FORM_LABELS and hit.name not in seen and _opens_content(text[hit.end :])
        if not follows and not starts_with_label(low, hit) and (paired or ends_line or in_one_line):
            cuts.append(hit.start)
            seen.add(hit.name)
    return cuts


def _opens_content(after: str) -> bool:
    """Whether what follows a heading looks like the begin of its content: a number, a colon, or a capital letter."""
    rest = after.lstrip()
    return not rest or rest[0] in ":1" or rest[0].isupper()


def holds_heading(line: Line) -> bool:
    """Whether a row or a line holds a section heading of the form, alone or side by side with another."""
    if any(whole_heading(cell[0].text.lower()) for cell in line.cells if cell):
        return True
    hits = list(section_hits(line.low))
    if len(hits) < 2 or hits[0].start or not line.text[:1].isupper():
        return False
    return not line.low[hits[0].end : hits[1].start].strip(" /:.*|")


def slice_piece(piece: Piece, start: int, end: int) -> Piece | None:
    """The part `text[start:end]` as a piece of its own with its own column; None when it is blank."""
    text = piece.text[start:end]
    stripped = text.strip()
    if not stripped:
        return None
    offset = start + len(text) - len(text.lstrip())
    marker = piece.marker if start == 0 else None
    where = piece.page, piece.bbox, piece.cell
    return Piece(stripped, piece.line, piece.column + offset, marker, *where, certainty=piece.certainty)


def place(piece: Piece, quote: str | None = None, note: str | None = None) -> Evidence:
    """The place of a piece as evidence; the quote is the piece itself unless given."""
    words = piece.text if quote is None else quote
    where = piece.page, piece.line, piece.column, piece.bbox, piece.cell
    return Evidence(words[:MAX_QUOTE_CHARS], *where, note, piece.certainty)


def extent(first: Line, last: Line) -> tuple[Evidence, Evidence]:
    """From where to where lines reach, as places without words."""
    begin = next(iter(first.pieces()), None)
    end = next(reversed(last.pieces()), None)
    start = replace(place(begin, ""), line=first.no, column=1) if begin else Evidence("", line=first.no, column=1)
    return start, replace(place(end, ""), line=last.no) if end else Evidence("", line=last.no)


def joined(pieces: Sequence[Piece]) -> str:
    """The words of several pieces as one text."""
    if len(pieces) == 1:
        return pieces[0].text
    return " ".join(piece.text for piece in pieces if piece.text)


def value_of(pieces: Sequence[Piece]) -> Value[str] | None:
    """Several pieces as one value with the place of each line."""
    kept = [piece for piece in pieces if piece.text.strip()]
    if not kept:
        return None
    return Value(joined(kept), tuple([place(piece) for piece in kept]))
