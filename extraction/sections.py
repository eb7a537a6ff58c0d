"""
The six sections of the form: Dasar Hukum, Kualifikasi, Keterkaitan, Peralatan, Peringatan, Pencatatan.

They stand as heading and content under each other, in two columns of a table, as label and content in one row, or, in
text made from a PDF, with the lines of two columns run together. The last case is pulled apart by list numbers and by
kind of content, and marked as doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extraction.citations import looks_like_citation
from extraction.labels import SECTION_LABELS, section_hits, whole_heading
from extraction.letterhead import is_letterhead, says_sop
from extraction.lists import inner_item, marker_number, split_items
from extraction.stream import Line, slice_piece
from schemas.blocks import Piece
from schemas.sop import SectionName, SectionState

_FILLER = re.compile(r"^[\s.:…_\-–—]*(?:\d{1,2}(?!\d)[\s.:…_\-–—]*)*$")
_NOTHING = re.compile(r"^\s*[-–—]+\s*$")
_BARE_NUMBER = re.compile(r"^(\d{1,2})\s+(?=[A-Z])")
_NOTE = re.compile(r"(?i)^(?:penjelasan|catatan|keterangan|nb)\s*:")
_SOP_ITEM = re.compile(r"(?i)^sops?\b")
_NEXT_SOP = re.compile(r"(?<=[a-z)A-Z.,;])\s+(?=SOP\s+[A-Z])")
_WARNING = re.compile(r"(?i)^(?:bila|jika|apabila|kalau|dalam hal)\b")
_COMPETENCE = re.compile(
    r"(?i)^(?:memahami|paham|tahu|mengetahui|mampu|mengerti|menguasai|memiliki|bisa|dapat|terampil|cakap|berwenang|"
    r"pendidikan|slta|sma|smu|diploma|sarjana|d\s?-?(?:3|iii)|s\s?-?1|teliti|fleksibel|cermat)\b"
)
_TELLING: dict[SectionName, re.Pattern[str]] = {
    "related": _SOP_ITEM,
    "qualifications": _COMPETENCE,
    "warnings": _WARNING,
}
"""Words with which an item begins that belongs to one section only."""
_PROCEDURE = re.compile(
    r"^\W*(?:[a-z0-9]{1,3}[.)]\s{0,3})?(?:prosedur|langkah[- ]langkah|uraian\s+prosedur|bagan\s+alir|diagram\s+alir|"
    r"flow\s?chart)\b[^.;]{0,30}$"
)
"""A heading under which the procedure itself stands."""
_FIRST_ITEM = re.compile(r"1\s?[.)]\s")
_LABELLED = re.compile(r"^[A-Z][^.:;]{3,60}\s:\s")
_PARTNERS: dict[SectionName, SectionName] = {
    "legal_basis": "qualifications",
    "qualifications": "legal_basis",
    "related": "equipment",
    "equipment": "related",
    "warnings": "records",
    "records": "warnings",
}
"""The sections that stand side by side in the form."""


@dataclass(slots=True)
class Found:
    """One section while it is read: items as groups of pieces."""

    name: SectionName
    heading: Piece | None = None
    groups: list[list[Piece]] = field(default_factory=list)
    paired: bool = False
    """Its lines were run together with those of another section."""
    last_number: int = 0
    nothing: bool = False
    """A dash says that there is nothing to list."""

    def add(self, pieces: Sequence[Piece], *, fresh: bool = False) -> None:
        """Add the pieces of one cell or line; `fresh` = they begin another line or cell."""
        for piece in pieces:
            for part in self._parts(piece):
                self._add(part, fresh=fresh)
                fresh = False

    def _parts(self, piece: Piece) -> list[Piece]:
        """The items that stand in one piece: by their numbers, or by the word SOP in Keterkaitan."""
        if piece.marker is not None:
            return [piece]
        piece = _with_bare_number(piece, {self.last_number + 1})
        if piece.marker is not None:
            return split_items_from(piece)
        parts = split_items(piece)
        if len(parts) > 1 or self.name != "related" or not _SOP_ITEM.match(piece.text):
            return parts
        cuts = [0, *(match.start() for match in _NEXT_SOP.finditer(piece.text)), len(piece.text)]
        return [part for start, end in pairwise(cuts) if (part := slice_piece(piece, start, end))]

    def _add(self, piece: Piece, *, fresh: bool) -> None:
        if _FILLER.match(piece.text):
            self.nothing = self.nothing or bool(_NOTHING.match(piece.text))
            return
        number = marker_number(piece.marker)
        beside = number is not None and self._numbers_line_above(piece, number)
        if number is not None:
            self.last_number = number
        if beside:
            self.groups[-1].append(piece)
        elif not self.groups or piece.marker is not None or self._begins_item(piece, fresh=fresh):
            self.groups.append([piece])
        else:
            self.groups[-1].append(piece)

    def _numbers_line_above(self, piece: Piece, number: int) -> bool:
        """
        Whether the number is that of the item begun above: it stands in the middle of a cell of several lines.

        The lines are `Peraturan ... tentang Petunjuk Teknis` without a number and `5 Perjanjian Kinerja` below it,
        between the items 4 and 6.
        """
        return (
            self.name == "legal_basis"
            and 0 < self.last_number == number - 1
            and self.groups[-1][0].marker is None
            and not looks_like_citation(piece.text)
        )

    def _begins_item(self, piece: Piece, *, fresh: bool) -> bool:
        if self.name == "legal_basis":
            return fresh and looks_like_citation(piece.text)
        if self.name == "related" and _SOP_ITEM.match(piece.text):
            return True
        before = self.groups[-1][-1].text
        if _NOTE.match(piece.text):
            return True
        return (
            self.groups[-1][0].marker is None
            and piece.line != self.groups[-1][-1].line
            and piece.text[:1].isupper()
            and (before.endswith((".", ";")) or len(before) < 40)
        )


@dataclass(slots=True)
class Sections:
    """All sections of one SOP."""

    found: dict[SectionName, Found]
    headless: set[SectionName]
    doubtful: bool
    used: set[int]
    """Indexes of the lines that belong to a section."""
    printed: frozenset[str] = frozenset()
    """Sections without content whose headings stand somewhere inside a line."""
    lost_legal: bool = False
    """Regulations are listed where no section could be told."""

    def state(self, name: SectionName) -> SectionState:
        """How a section was found."""
        section = self.found.get(name)
        if name == "legal_basis" and self.lost_legal:
            return "unplaced"
        if section is None:
            return "unplaced" if name in self.printed else "absent"
        if section.groups or (name == "related" and section.nothing):
            return "headless" if name in self.headless else "filled"
        return "unplaced" if section.paired else "empty"


def read_sections(lines: Sequence[Line], indexes: Sequence[int], stops: set[int]) -> Sections:
    """
    Read the sections of the form.

    Args:
        lines: The whole stream.
        indexes: The lines to look at, in order.
        stops: Lines that end an open section (steps, signatures, labels, narrative headings).
    """
    reader = _Reader(lines)
    for index in indexes:
        if index in stops:
            reader.close()
        else:
            reader.take(index)
    return reader.finish([index for index in indexes if index not in stops])


class _Reader:
    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.found: dict[SectionName, Found] = {}
        self.columns: dict[int, SectionName] = {}
        self.pair: tuple[SectionName, SectionName] | None = None
        self.current: SectionName | None = None
        self.used: set[int] = set()
        self.doubtful = False
        self.beside = False
        """Whether the row at hand has words below the heading, so that words elsewhere belong beside it."""

    def close(self) -> None:
        self.columns, self.pair, self.current = {}, None, None

    def take(self, index: int) -> None:
        line = self.lines[index]
        taken = self._row(line) if line.kind == "row" else self._running(line)
        if taken:
            self.used.add(index)

    # rows of a table ------------------------------------------------------------------------------------------

    def _row(self, line: Line) -> bool:
        heads = [(at, name) for at, cell in enumerate(line.cells) if cell and (name := _cell_heading(cell)) is not None]
        if heads:
            self._open_row(line, heads)
            return True
        if not (self.columns or self.pair or self.current):
            return False
        head = next(iter(self.columns), None)
        self.beside = head is not None and head < len(line.cells) and bool(line.cells[head])
        for at, cell in enumerate(line.cells):
            if cell:
                self._add(self._section_of_cell(at, cell), cell)
        return True

    def _partner(self, name: SectionName) -> Found:
        """The section that the form has beside this one, whose heading is not there."""
        partner = _PARTNERS[name]
        return self.found.setdefault(partner, Found(partner))

    def _add(self, section: Found, pieces: Sequence[Piece]) -> None:
        """Add pieces to a section, or to one without a heading that they plainly belong to."""
        kept: list[Piece] = []
        for piece in pieces:
            name = self._strayed(section, piece)
            if name is None:
                kept.append(piece)
            else:
                section.add(kept, fresh=True)
                kept = [piece]
                section = self.found.setdefault(name, Found(name))
                self.columns, self.pair, self.current = {}, None, name
        section.add(kept, fresh=True)

    def _strayed(self, section: Found, piece: Piece) -> SectionName | None:
        """Another section that a list belongs to which begins anew inside this one: its heading is missing."""
        if marker_number(piece.marker) != 1 or not section.groups or section.paired:
            return None
        for name, pattern in _TELLING.items():
            if pattern.match(piece.text) and name not in self.found and name != section.name:
                return name
        return None

    def _open_row(self, line: Line, heads: list[tuple[int, SectionName]]) -> None:
        self.pair, self.current = None, None
        inline = False
        for position, (at, name) in enumerate(heads):
            section = self._open(name, line.cells[at][0])
            section.add(_after_heading(line.cells[at]), fresh=True)
            end = heads[position + 1][0] if position + 1 < len(heads) else len(line.cells)
            for cell in line.cells[at + 1 : end]:
                pieces = [piece for piece in cell if not _FILLER.match(piece.text)]
                inline = inline or bool(pieces)
                section.add([_without_colon(piece) for piece in pieces], fresh=True)
        self.columns = dict(heads)
        if inline and len(heads) == 1:
            self.columns, self.current = {}, heads[0][1]

    def _section_of_cell(self, at: int, cell: tuple[Piece, ...]) -> Found:
        if not self.columns:
            return self.found[self.current or (self.pair or ("legal_basis",))[0]]
        number = marker_number(cell[0].marker)
        names = list(self.columns.values())
        if len(names) > 1 and number is not None and number > 1:
            fitting = [name for name in names if self.found[name].last_number == number - 1]
            if len(fitting) == 1:
                return self.found[fitting[0]]
        if len(names) == 1 and at not in self.columns and self.beside:
            return self._partner(names[0])
        left = [column for column in self.columns if column <= at]
        return self.found[self.columns[max(left) if left else min(self.columns)]]

    # running text ---------------------------------------------------------------------------------------------

    def _running(self, line: Line) -> bool:
        piece = line.piece
        heads, end = _line_headings(line)
        if not heads and line.kind == "item" and (name := whole_heading(line.low)) and name not in self.found:
            heads, end = [name], len(piece.text)
        if heads:
            self._open_line(piece, heads, end)
            return True
        if (
            line.kind == "heading"
            or _PROCEDURE.match(line.low)
            or (
                says_sop(piece.text)
                and self.current != "related"
                and line.kind == "paragraph"
                and not self.columns
                and piece.text.isupper()
            )
        ):
            self.close()
            return False
        if self.pair:
            self._pair_line(piece)
        elif self.columns:
            self._add(self._by_number(piece), [piece])
        elif self.current:
            self._add(self.found[self.current], [piece])
        else:
            return False
        return True

    def _open_line(self, piece: Piece, heads: list[SectionName], end: int) -> None:
        self.close()
        for name in heads[:2]:
            self._open(name, slice_piece(piece, 0, end) or piece)
        rest = slice_piece(piece, end, len(piece.text))
        rest = _without_colon(rest) if rest else None
        if len(heads) > 1:
            self.pair = (heads[0], heads[1])
            self.doubtful = True
            for name in self.pair:
                self.found[name].paired = True
        else:
            self.current = heads[0]
        if rest and not _FILLER.match(rest.text):
            if self.pair:
                self._pair_line(rest)
            else:
                self.found[heads[0]].add([rest], fresh=True)

    def _open(self, name: SectionName, heading: Piece) -> Found:
        section = self.found.setdefault(name, Found(name))
        section.heading = section.heading or heading
        return section

    def _by_number(self, piece: Piece) -> Found:
        names = list(self.columns.values())
        number = marker_number(piece.marker)
        near = [n for n in names if number is not None and 0 < number - self.found[n].last_number <= 2]
        if len(near) == 1:
            return self.found[near[0]]
        return self.found[_by_kind(piece.text, names[0], names[-1])]

    def _pair_line(self, piece: Piece) -> None:
        """One line of two columns that were run together."""
        assert self.pair is not None
        left, right = self.found[self.pair[0]], self.found[self.pair[1]]
        bare = piece.marker is None and bool(_BARE_NUMBER.match(piece.text))
        piece = _with_bare_number(piece, {left.last_number + 1, right.last_number + 1})
        wanted = (right.last_number + 1,) if right.last_number else (1,)
        inner = inner_item(piece.text, wanted, bare=bare)
        if inner:
            first = slice_piece(piece, 0, inner.start())
            second = slice_piece(piece, inner.end(), len(piece.text))
            if first:
                left.add([first], fresh=True)
            if second:
                marked = second.model_copy(update={"marker": inner.group(1) + ("" if bare else ".")})
                right.add(split_items_from(marked), fresh=True)
            return
        self._side(piece, left, right).add([piece], fresh=True)

    def _side(self, piece: Piece, left: Found, right: Found) -> Found:
        number = marker_number(piece.marker)
        if left.groups and left.groups[-1][-1].line == piece.line and piece.marker:
            return right
        if number is not None:
            fits_left, fits_right = number == left.last_number + 1, number == right.last_number + 1
            if fits_left != fits_right:
                return left if fits_left else right
            return left if _by_kind(piece.text, left.name, right.name) == left.name else right
        return left

    # what has no heading --------------------------------------------------------------------------------------

    def finish(self, indexes: Sequence[int]) -> Sections:
        headless = {name for name, section in self.found.items() if section.heading is None}
        if "legal_basis" not in self.found:
            headless |= self._headless(indexes)
        return Sections(self.found, headless, self.doubtful, self.used)

    def _headless(self, indexes: Sequence[int]) -> set[SectionName]:
        loose = [index for index in indexes if index not in self.used and self.lines[index].kind != "heading"]
        start = next((at for at, index in enumerate(loose) if _opens_legal(self.lines[index])), None)
        if start is None:
            return set()
        self.found["legal_basis"] = Found("legal_basis")
        had = "qualifications" in self.found
        if not had:
            self.found["qualifications"] = Found("qualifications")
        self.pair = ("legal_basis", "qualifications")
        for index in loose[start:]:
            line = self.lines[index]
            if line.kind == "row":
                self._headless_row(line)
            elif _LABELLED.match(line.text) or is_letterhead(line.text):
                break
            else:
                self._pair_line(line.piece)
            self.used.add(index)
        return self._settle_headless(had_qualifications=had)

    def _headless_row(self, line: Line) -> None:
        for cell in line.cells:
            if cell:
                name: SectionName = (
                    "legal_basis" if any(looks_like_citation(p.text) for p in cell) else "qualifications"
                )
                self.found[name].add(cell, fresh=True)

    def _settle_headless(self, *, had_qualifications: bool) -> set[SectionName]:
        headless: set[SectionName] = {"legal_basis"}
        self.doubtful = True
        if not had_qualifications:
            groups = self.found["qualifications"].groups
            if any(_COMPETENCE.match(group[0].text) for group in groups):
                headless.add("qualifications")
            else:
                del self.found["qualifications"]
        return headless


def _with_bare_number(piece: Piece, expected: set[int]) -> Piece:
    """`1 Komputer`: an item whose number lost its dot, told by the sequence."""
    match = _BARE_NUMBER.match(piece.text) if piece.marker is None else None
    if match is None or int(match.group(1)) not in expected:
        return piece
    rest = slice_piece(piece, match.end(), len(piece.text))
    return rest.model_copy(update={"marker": match.group(1)}) if rest else piece


def split_items_from(piece: Piece) -> list[Piece]:
    """Cut the items that follow inside a piece that already has a marker."""
    parts: list[Piece] = []
    current: Piece | None = piece
    while current is not None:
        number = marker_number(current.marker)
        inner = inner_item(current.text, (number + 1,)) if number is not None else None
        if inner is None:
            parts.append(current)
            break
        first = slice_piece(current, 0, inner.start())
        second = slice_piece(current, inner.end(), len(current.text))
        parts += [first] if first else []
        current = second.model_copy(update={"marker": inner.group(1) + "."}) if second else None
    return parts


def _by_kind(text: str, left: SectionName, right: SectionName) -> SectionName:
    """Which of two sections a line belongs to by what it says."""
    is_left = {
        "legal_basis": looks_like_citation(text),
        "related": bool(_SOP_ITEM.match(text)),
        "warnings": bool(_WARNING.match(text)),
    }.get(left)
    if is_left is None:
        return left
    return left if is_left else right


def _opens_legal(line: Line) -> bool:
    if line.kind == "row":
        return any(looks_like_citation(piece.text) for piece in line.pieces() if piece.marker)
    return line.kind == "item" and line.marker is not None and looks_like_citation(line.text)


def _cell_heading(cell: tuple[Piece, ...]) -> SectionName | None:
    low = cell[0].text.lower()
    name = whole_heading(low)
    if name or len(low) > 400:
        return name
    colon = low.find(":")
    return whole_heading(low[:colon]) if 0 < colon < 45 else None


def _after_heading(cell: tuple[Piece, ...]) -> list[Piece]:
    first = cell[0]
    if whole_heading(first.text.lower()):
        return list(cell[1:])
    rest = slice_piece(first, first.text.find(":") + 1, len(first.text))
    return ([rest] if rest else []) + list(cell[1:])


def _without_colon(piece: Piece) -> Piece:
    start = len(piece.text) - len(piece.text.lstrip(": "))
    return (slice_piece(piece, start, len(piece.text)) or piece) if start else piece


def _line_headings(line: Line) -> tuple[list[SectionName], int]:
    """The headings with which a line of running text begins, and where they end."""
    text, low = line.text, line.low
    name = whole_heading(low)
    if name and line.kind != "item":
        return [name], len(text)
    hits = list(section_hits(low))
    if (
        not hits
        or not text[hits[0].start : hits[0].start + 1].isupper()
        or low[: hits[0].start].strip(" *0123456789.)")
    ):
        return [], 0
    if len(hits) > 1 and not low[hits[0].end : hits[1].start].strip(" /:.*|") and hits[1].name != hits[0].name:
        return [hits[0].name, hits[1].name], hits[1].end  # type: ignore[list-item]
    after = low[hits[0].end :].lstrip()
    if after.startswith(":") or line.cut:
        return [hits[0].name], hits[0].end  # type: ignore[list-item]
    if _FILLER.match(after) and line.kind != "item":
        return [hits[0].name], hits[0].end  # type: ignore[list-item]
    return [], 0


def headings_inside(line: Line) -> Iterator[str]:
    """The headings that a conversion put inside a line of text, told by capitals, a colon, or the list after them."""
    for hit in section_hits(line.low):
        words, after = line.text[hit.start : hit.end], line.low[hit.end :].lstrip()
        if words.isupper() or (words[0].isupper() and (not after or after[0] == ":" or _FIRST_ITEM.match(after))):
            yield hit.name


def is_note(text: str) -> bool:
    """Tell whether a line only explains a list (`Penjelasan : ...`) and is no item of it."""
    return bool(_NOTE.match(text))


ALL_SECTIONS: tuple[SectionName, ...] = tuple(SECTION_LABELS)
