"""The words of a document as runs: what stands together, and whether it is a heading, running text or a signature."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extraction.identity import Region
from extraction.labels import column_role, label_hits, starts_with_label, whole_heading
from extraction.letterhead import is_letterhead, says_sop
from extraction.narrative import is_narrative_title
from extraction.steps import is_header
from extraction.stream import Line
from schemas.blocks import Piece, Table
from schemas.prose import Role, Run

MAX_HEADING_CHARS = 120
"""A longer line is a sentence, however it is marked."""
MAX_COLUMN_TITLE_CHARS = 60
MAX_HEADING_ROWS = 4
"""Rows of the highest heading of a table, with the numbers of its columns."""
MIN_COLUMN_TITLES = 3
"""So many short cells in the first row of a table are the titles of its columns."""


def find_runs(
    lines: Sequence[Line], indexes: Iterable[int], region: Region | None, signed: set[int]
) -> tuple[Run, ...]:
    """
    Read the words of all lines.

    Args:
        lines: The whole stream.
        indexes: The lines to read, in order.
        region: The identity block.
        signed: Lines of signatures.
    """
    reader = _Runs(lines, region, signed)
    for index in indexes:
        reader.read(index)
    return tuple(reader.finish())


class _Heading:
    """
    Tells the heading of a table that is printed again on the next page, as Word prints what was written once.

    Only rows of tables with nothing between them: the same heading under another title was written twice.
    """

    def __init__(self) -> None:
        self._table: Table | None = None
        self._above: list[str] = []
        """The first rows of the part before."""
        self._rows: list[str] = []
        self._same = False

    def repeats(self, line: Line, *, is_header: bool) -> bool:
        """Whether a row, read in turn, is one of a heading that was read before."""
        begins = line.table is not self._table
        if begins:
            self._table, self._above, self._rows = line.table, self._rows, []
        at = len(self._rows)
        if at == MAX_HEADING_ROWS:
            return False
        self._rows.append(line.text)
        self._same = (is_header if begins else self._same) and self._above[at : at + 1] == [line.text]
        return self._same


class _Runs:
    """Puts pieces that belong together into one run."""

    def __init__(self, lines: Sequence[Line], region: Region | None, signed: set[int]) -> None:
        self.lines = lines
        self.region = range(region.first, region.last + 1) if region else range(0)
        self.signed = signed
        self._runs: list[Run] = []
        self._open: list[Piece] = []
        self._role: Role = "text"
        self._block = -1
        self._table: Table | None = None
        self._heading = _Heading()

    def read(self, index: int) -> None:
        """Read one line."""
        line = self.lines[index]
        if line.kind == "row":
            self._close()
            if not self._heading.repeats(line, is_header=self._is_header(line)):
                self._row(line, index)
            self._table = line.table
            return
        self._heading = _Heading()
        role = self._role_of(line, index)
        fresh = line.block != self._block or role != self._role or line.cut or (line.kind == "item")
        if fresh or (line.kind == "heading" and line.level != 2):
            self._close()
        self._block, self._role = line.block, role
        self._open.append(line.piece)

    def finish(self) -> list[Run]:
        """Return the runs."""
        self._close()
        return self._runs

    def _close(self) -> None:
        if self._open:
            self._runs.append(Run(self._role, tuple(self._open)))
            self._open = []

    def _role_of(self, line: Line, index: int) -> Role:
        if index in self.signed:
            return "signature"
        text = line.text
        if len(text) > MAX_HEADING_CHARS:
            return "text"
        capitals = text.isupper()
        heading = line.kind == "heading" or (capitals and (is_letterhead(text) or says_sop(text)))
        heading = heading or is_narrative_title(line) or bool(whole_heading(line.low))
        if heading or (index in self.region and _is_label(line, line.low)):
            return "heading"
        return "capitals" if line.kind != "item" and capitals else "text"

    def _row(self, line: Line, index: int) -> None:
        titles = index not in self.region and self._is_header(line)
        beside = any(whole_heading(cell[0].text.lower()) for cell in line.cells if cell)
        for cell in line.cells:
            for pieces in _items(cell):
                if index in self.signed:
                    role: Role = "signature"
                else:
                    role = self._role_of_cell(line, pieces[0], titles=titles, beside=beside)
                self._runs.append(Run(role, pieces))

    def _role_of_cell(self, line: Line, piece: Piece, *, titles: bool, beside: bool) -> Role:
        text = piece.text
        if len(text) > MAX_HEADING_CHARS or piece.marker:
            return "text"
        if titles or (text.isupper() and is_letterhead(text)):
            return "heading"
        low = text.lower()
        short = beside and len(text) <= MAX_COLUMN_TITLE_CHARS
        return "heading" if short or whole_heading(low) or _is_label(line, low) else "text"

    def _is_header(self, line: Line) -> bool:
        """The titles of columns: of a step table, or the first row of any table."""
        if is_header(line):
            return True
        filled = [cell[0].text for cell in line.cells if cell]
        roles = {column_role(text.lower()) for text in filled} - {None}
        if len(roles) >= 2:
            return True
        first = line.table is not self._table
        short = all(len(text) <= MAX_COLUMN_TITLE_CHARS and not text[:1].isdigit() for text in filled)
        return first and short and len(filled) >= MIN_COLUMN_TITLES


def _is_label(line: Line, low: str) -> bool:
    """Whether the text of a line, or of a cell in it, begins with a label."""
    return line.labelled and any(starts_with_label(low, hit) for hit in label_hits(low))


def _items(cell: Sequence[Piece]) -> Iterator[tuple[Piece, ...]]:
    """The items of a cell: a new one begins at each marker."""
    start = 0
    for at, piece in enumerate(cell):
        if at and piece.marker:
            yield tuple(cell[start:at])
            start = at
    if cell:
        yield tuple(cell[start:])
