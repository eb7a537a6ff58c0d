"""
The words of a document with the places of its findings, for reports that show both.

A quote is marked where its evidence stands, word for word; a place that is not found again leaves no mark. Of a large
document the beginning is shown, and what stands around its findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from auditing.document_lines import Extent, Lines, Shown, Spot, lines_of
from schemas.blocks import Document
from schemas.entry import DocumentWords, Line, Mark
from schemas.evidence import Evidence
from schemas.report import DocumentReport

MAX_LINES: Final = 2_000
"""Lines of one document."""
MAX_CHARACTERS: Final = 200_000
"""Of all its lines."""
HEAD_LINES: Final = 100
"""Lines at the beginning that are shown before anything else."""
CONTEXT_LINES: Final = 3
"""Lines before and after a finding."""
MAX_QUOTE_LINES: Final = 12
"""Lines over which one quote may go."""

_BLANKS = re.compile(r"\s+")


def document_words(document: Document, report: DocumentReport, extent: Extent | None = None) -> DocumentWords:
    """
    Return the words of a document with marks for the findings.

    Args:
        document: What was read.
        report: What was found in it.
        extent: The first and the last line of the SOP, where the file holds several; None for all of it.
    """
    places = [place for finding in report.findings for place in finding.evidence]
    lines = lines_of(document, extent, places)
    marks = _Marker(lines).marks(report)
    return _written(lines, marks, _chosen(lines, marks))


# where the words of evidence stand ------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Bare:
    """The words of a line without blanks, from some spot on."""

    text: str
    at: list[int]
    """For each character its place in the line."""
    spots: list[int]
    """For each character the number of its spot."""


class _Marker:
    """Finds evidence in the lines of a document."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._made: dict[int, Shown | None] = {}
        self._used: dict[tuple[int, str, str], int] = {}
        """How often a finding quoted the same words of the same cell."""

    def marks(self, report: DocumentReport) -> dict[int, list[Mark]]:
        """The marks of each line, the most important ones first: primary places, in the order of the findings."""
        found: dict[tuple[int, int, int, int], bool] = {}
        for number, finding in enumerate(report.findings):
            for at, place in enumerate(finding.evidence):
                for line, start, end in self._spans(number, place):
                    key = line, start, end, number
                    found[key] = found.get(key, False) or at == 0
        marks: dict[int, list[Mark]] = {}
        for (line, start, end, number), primary in sorted(found.items(), key=lambda item: not item[1]):
            marks.setdefault(line, []).append(Mark(start, end, number, primary))
        return marks

    def _spans(self, finding: int, place: Evidence) -> Sequence[tuple[int, int, int]]:
        """Where a place stands: line, and characters from and to."""
        candidates = [number for number in self._lines.at(place) if self._line(number)]
        if not candidates:
            return ()
        if not place.quote.strip():
            return self._empty(candidates, place)
        occurrence = self._occurrence(finding, place)
        return self._exact(candidates, place) or self._searched(candidates, place, occurrence)

    def _occurrence(self, finding: int, place: Evidence) -> int:
        """Within a cell of a sheet the file does not tell where the words stand: they are taken in turn."""
        if not place.in_sheet or place.cell is None:
            return 0
        key = finding, place.cell, place.quote
        self._used[key] = self._used.get(key, -1) + 1
        return self._used[key]

    def _line(self, number: int) -> Shown | None:
        if number not in self._made:
            self._made[number] = self._lines.shown(number)
        return self._made[number]

    def _shown(self, numbers: Iterable[int]) -> Iterator[tuple[int, Shown]]:
        for number in numbers:
            line = self._line(number)
            if line is not None:
                yield number, line

    def _empty(self, candidates: Sequence[int], place: Evidence) -> Sequence[tuple[int, int, int]]:
        """An empty place: where it stands in its line, or the begin of that line."""
        for number, spot in reversed(self._before(candidates, place)):
            at = spot.start if place.in_sheet else min(spot.start + (place.column or 1) - spot.column, spot.end)
            return ((number, at, at),)
        number, line = next(self._shown(candidates))
        if place.in_sheet and line.spots:  # right of the last cell that holds something
            at = len(line.text) if (place.column or 1) > line.spots[-1].column else 0
            return ((number, at, at),)
        at = next((spot.start for spot in line.spots if spot.line == place.line), 0)
        return ((number, at, at),)

    def _before(self, candidates: Sequence[int], place: Evidence) -> list[tuple[int, Spot]]:
        """The spots in which a place may stand, the likeliest last; in a sheet its cell only."""
        column = place.column or 1
        found = [
            (number, spot)
            for number, line in self._shown(candidates)
            for spot in line.spots
            if (spot.column == column if place.in_sheet else spot.line == place.line and spot.column <= column)
        ]
        return sorted(found, key=lambda item: item[1].column)

    def _exact(self, candidates: Sequence[int], place: Evidence) -> Sequence[tuple[int, int, int]]:
        """The quote where line and column say that it begins; that is all that most evidence needs."""
        if place.in_sheet:
            return ()
        for number, spot in reversed(self._before(candidates, place)):
            line = self._line(number)
            start = spot.start + (place.column or 1) - spot.column
            end = start + len(place.quote)
            if line is not None and end <= spot.end and line.text.startswith(place.quote, start):
                return ((number, start, end),)
        return ()

    def _searched(self, candidates: Sequence[int], place: Evidence, occurrence: int) -> list[tuple[int, int, int]]:
        """The quote whatever its blanks, which may go on in further cells and lines; the one nearest to its column."""
        wanted = _BLANKS.sub("", place.quote)
        best: tuple[int, list[tuple[int, int, int]]] | None = None
        for number, line in self._shown(candidates):
            for distance, spans in self._in_line(number, line, place, wanted):
                if place.in_sheet and occurrence:
                    occurrence -= 1
                    best = distance, spans
                elif best is None or distance < best[0] or (place.in_sheet and best[1] is not spans):
                    best = distance, spans
                    if place.in_sheet:
                        return spans
        return best[1] if best else []

    def _in_line(
        self, number: int, line: Shown, place: Evidence, wanted: str
    ) -> Iterator[tuple[int, list[tuple[int, int, int]]]]:
        """Each place in a line where the quote begins, with how far it is from where it should."""
        first = _bare(line)
        whole = _Run(first.text, [(number, first)])
        for following in range(number + 1, min(number + MAX_QUOTE_LINES, len(self._lines))):
            if len(whole.text) >= len(first.text) + len(wanted):
                break
            shown = self._line(following)
            if shown is not None:
                bare = _bare(shown)
                whole.add(following, bare)
        begin = whole.text.find(wanted)
        while 0 <= begin < len(first.text):
            spot = line.spots[first.spots[begin]]
            if spot.column == place.column if place.in_sheet else spot.line == place.line:
                column = spot.column + first.at[begin] - spot.start
                yield abs(column - (place.column or 1)), whole.spans(begin, begin + len(wanted))
            begin = whole.text.find(wanted, begin + 1)


@dataclass(slots=True)
class _Run:
    """The bare words of lines that follow each other."""

    text: str
    parts: list[tuple[int, _Bare]] = field(default_factory=list)

    def add(self, number: int, bare: _Bare) -> None:
        self.text += bare.text
        self.parts.append((number, bare))

    def spans(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """Characters of the run as spans of lines, one for each spot."""
        found: list[tuple[int, int, int]] = []
        before = 0
        for number, bare in self.parts:
            last = -1
            for index in range(max(start - before, 0), min(end - before, len(bare.text))):
                at, spot = bare.at[index], bare.spots[index]
                if spot == last:
                    found[-1] = number, found[-1][1], at + 1
                else:
                    found.append((number, at, at + 1))
                last = spot
            before += len(bare.text)
        return found


def _bare(line: Shown) -> _Bare:
    bare = _Bare("", [], [])
    for number, spot in enumerate(line.spots):
        at = [index for index in range(spot.start, spot.end) if not line.text[index].isspace()]
        bare.at += at
        bare.spots += [number] * len(at)
    bare.text = "".join(line.text[index] for index in bare.at)
    return bare


# what is shown --------------------------------------------------------------------------------------------------------


def _chosen(lines: Lines, marks: dict[int, list[Mark]]) -> Sequence[int]:
    """The lines that are shown: all of them, if they are not too many."""
    count = len(lines)
    if count <= MAX_LINES:
        left = MAX_CHARACTERS
        for number in range(count):
            left -= lines.length(number)
            if left < 0:
                break
        else:
            return range(count)
    return _some(lines, marks)


def _some(lines: Lines, marks: dict[int, list[Mark]]) -> Sequence[int]:
    """The lines of findings, some of the beginning, what stands around findings, and then more of the beginning."""
    count, chosen, left = len(lines), set[int](), MAX_CHARACTERS
    around = (near for number in marks for near in range(number - CONTEXT_LINES, number + CONTEXT_LINES + 1))
    for number in _wanted(marks, around, count):
        if len(chosen) >= MAX_LINES:
            break
        if number not in chosen and 0 <= number < count:
            length = lines.length(number)
            if length > left:
                if number not in marks:
                    break
                continue
            left -= length
            chosen.add(number)
    return sorted(chosen)


def _wanted(marks: dict[int, list[Mark]], around: Iterable[int], count: int) -> Iterator[int]:
    yield from range(min(HEAD_LINES, count) if len(marks) < MAX_LINES - HEAD_LINES else 1)
    yield from marks
    yield from around
    yield from range(count)


def _written(lines: Lines, marks: dict[int, list[Mark]], chosen: Sequence[int]) -> DocumentWords:
    written: list[Line] = []
    after = 0
    for number in chosen:
        shown = lines.shown(number)
        if shown is None:
            if number == after:
                after += 1  # an empty row is no line that is left out
            continue
        skipped, after = number - after, number + 1
        written.append(_line(shown, marks.get(number, ()), skipped))
    return DocumentWords(tuple(written), len(lines) - after)


def _line(shown: Shown, marks: Iterable[Mark], skipped: int) -> Line:
    ordered = tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.finding)))
    return Line(
        shown.text, shown.page, shown.line, shown.cell, shown.heading, ordered, skipped=skipped, table=shown.table
    )
