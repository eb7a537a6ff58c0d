"""The words of a document for the page: cut to what there is room for, and parted where findings begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from schemas.entry import DocumentWords, Line, Mark
from schemas.report import Severity


@dataclass(frozen=True, slots=True)
class Room:
    """How much of one document is shown."""

    whole: bool
    """False: only what stands around the findings."""
    lines: int
    characters: int


WHOLE: Final = Room(whole=True, lines=3_000, characters=400_000)
AROUND: Final = Room(whole=False, lines=400, characters=60_000)
"""Where the documents of a report are long together."""
LITTLE: Final = Room(whole=False, lines=60, characters=6_000)
"""Where there are very many documents."""
_CONTEXT: Final = 1
"""Lines before and after one with a mark."""
_MARKS: Final = 60
"""Of one line: a whole document may stand on one, but nobody reads more marks than that."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A finding whose words end here."""

    finding: int
    """0-based, among those of the document."""
    first: bool
    """Whether it is the one that the finding leads back to."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words that the same findings speak of."""

    text: str
    severity: Severity | None
    """Of the gravest of them."""
    ends: tuple[Reference, ...] = ()
    empty: bool = False
    """The finding is about an empty place."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of the page."""

    line: Line
    segments: tuple[Segment, ...]
    cut: int = 0
    """Characters at its end that are left out."""

    @property
    def cells(self) -> list[list[Segment]]:
        """The segments of each cell of a row; words of a finding that reach over several cells are parted."""
        cells: list[list[Segment]] = [[]]
        for segment in self.segments:
            if "\t" not in segment.text:
                cells[-1].append(segment)
                continue
            *before, last = segment.text.split("\t")
            for text in before:
                cells[-1] += [replace(segment, text=text, ends=())] if text else []
                cells.append([])
            if last or segment.ends:
                cells[-1].append(replace(segment, text=last))
        return cells


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What of a document is shown."""

    blocks: tuple[tuple[ShownLine, ...], ...]
    """Rows of a table together, every other line by itself."""
    skipped: int
    """Lines after the last one."""
    partial: bool
    """Something is left out."""
    marked: frozenset[int]
    """The findings that have a mark in it."""


def excerpt(words: DocumentWords, severities: Mapping[int, Severity], room: Room) -> Excerpt | None:
    """
    Choose and part the lines of a document; None when there is nothing to show.

    Args:
        words: With marks for the findings.
        severities: Of the findings that the page shows, by their index; others get no mark.
        room: What there is room for.
    """
    lines, skipped = _chosen(words, room)
    if not lines:
        return None
    marks = [_marks(line, severities) for line, _ in lines]
    first = _firsts(marks)
    shown = [
        ShownLine(line, tuple(_segments(line.text, own, severities, first)), cut)
        for (line, cut), own in zip(lines, marks, strict=True)
    ]
    partial = bool(skipped or any(one.line.skipped or one.cut for one in shown))
    blocks = tuple(tuple(lines) for _, lines in groupby(shown, key=_block))
    return Excerpt(blocks, skipped, partial, frozenset(first))


def _block(shown: ShownLine) -> tuple[int, int]:
    """The number of its table; of other lines what no other line has."""
    return (shown.line.table, 0) if shown.line.table is not None else (0, id(shown))


def _chosen(words: DocumentWords, room: Room) -> tuple[list[tuple[Line, int]], int]:
    """The lines that there is room for, each with the number of characters cut off; and the lines after the last."""
    wanted = None if room.whole else _near_marks(words.lines)
    chosen: list[tuple[Line, int]] = []
    skipped, left = 0, room.characters
    for at, line in enumerate(words.lines):
        if len(chosen) >= room.lines or left <= 0 or (wanted is not None and at not in wanted):
            skipped += line.skipped + 1
            continue
        cut = max(len(line.text) - left, 0)
        text = line.text[: len(line.text) - cut]
        chosen.append((replace(line, text=text, skipped=line.skipped + skipped), cut))
        skipped = 0
        left -= len(text) + 1
    return chosen, skipped + words.skipped


def _near_marks(lines: Sequence[Line]) -> set[int]:
    return {near for at, line in enumerate(lines) if line.marks for near in range(at - _CONTEXT, at + _CONTEXT + 1)}


def _marks(line: Line, severities: Mapping[int, Severity]) -> list[Mark]:
    return [mark for mark in line.marks if mark.finding in severities and mark.start <= len(line.text)][:_MARKS]


def _firsts(marks: Iterable[Sequence[Mark]]) -> dict[int, int]:
    """For each finding the identity of the mark that it leads back to: its first primary one, or else its first."""
    first: dict[int, Mark] = {}
    for mark in (mark for line in marks for mark in line):
        known = first.get(mark.finding)
        if known is None or (mark.primary and not known.primary):
            first[mark.finding] = mark
    return {finding: id(mark) for finding, mark in first.items()}


def _segments(
    text: str, marks: Sequence[Mark], severities: Mapping[int, Severity], first: Mapping[int, int]
) -> Iterator[Segment]:
    """Part the line where a mark begins or ends; marks may overlap."""
    edges = {0, len(text)} | {min(edge, len(text)) for mark in marks for edge in (mark.start, mark.end)}
    places = sorted(edges)
    for start, end in zip(places, [*places[1:], len(text)], strict=True):
        empty = [mark for mark in marks if mark.start == start and mark.end <= start]
        if empty:
            yield Segment("", _gravest(empty, severities), _references(empty, first), empty=True)
        covering = [mark for mark in marks if mark.start <= start < mark.end]
        if start < end:
            ending = [mark for mark in covering if min(mark.end, len(text)) == end]
            yield Segment(text[start:end], _gravest(covering, severities), _references(ending, first))


def _gravest(marks: Sequence[Mark], severities: Mapping[int, Severity]) -> Severity | None:
    return min((severities[mark.finding] for mark in marks), key=lambda one: one.rank, default=None)


def _references(marks: Iterable[Mark], first: Mapping[int, int]) -> tuple[Reference, ...]:
    """One for each finding that ends here."""
    found: dict[int, bool] = {}
    for mark in marks:
        found[mark.finding] = found.get(mark.finding, False) or first[mark.finding] == id(mark)
    return tuple(Reference(finding, is_first) for finding, is_first in found.items())
