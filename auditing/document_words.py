"""
The words of a document with the places of its findings, for reports that show both.

A quote is marked where its evidence stands, word for word; a place that is not found again leaves no mark. Of a large
document the beginning is shown, and what stands around its findings.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from auditing.document_lines import Extent, Lines, SheetLines, Shown, Spot, lines_of
from schemas.blocks import Document
from schemas.entry import DocumentWords, Line, Mark
from schemas.evidence import Evidence
from schemas.report import DocumentReport

MAX_LINES: Final = 2_000
"""Lines of one document."""
MAX_CHARACTERS: Final = 200_000
"""Of all its lines."""
MAX_LOOKED_AT: Final = 2 * MAX_LINES
"""Lines in which evidence is looked for; what stands in others would hardly be shown."""
HEAD_LINES: Final = 100
"""Lines at the beginning that are shown before anything else."""
CONTEXT_LINES: Final = 3
"""Lines before and after a finding."""
MAX_TRIES: Final = 50
"""Places in a line where a quote is looked for that begins in other lines of the file, too."""
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
    marker = _Marker(lines)
    marks = marker.marks(report)
    return _written(marker, len(lines), marks, _chosen(lines, marks))


# where the words of evidence stand ------------------------------------------------------------------------------------

Span = tuple[int, int, int]
"""A line, and characters of it from and to."""


class _Marker:
    """Finds evidence in the lines of a document."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._has_cells = isinstance(lines, SheetLines)
        self._made: dict[int, Shown | None] = {}
        self._bare: dict[tuple[int, bool], _Bare] = {}
        self._found: dict[Evidence, Sequence[Span]] = {}
        self._used: dict[tuple[int, str, str], int] = {}
        """How often a finding quoted the same words of the same cell."""

    def marks(self, report: DocumentReport) -> dict[int, list[Mark]]:
        """The marks of each line; lines with the first place of a finding come first."""
        found: dict[tuple[Span, int], bool] = {}
        for number, finding in enumerate(report.findings):
            for span in self._spans(number, finding.evidence[0]):
                found[span, number] = True
        for number, finding in enumerate(report.findings):
            for place in finding.evidence[1:]:
                for span in self._spans(number, place):
                    found.setdefault((span, number), False)
        marks: dict[int, list[Mark]] = {}
        for ((line, start, end), number), primary in found.items():
            marks.setdefault(line, []).append(Mark(start, end, number, primary))
        return marks

    def line(self, number: int) -> Shown | None:
        """A line of the document; those with evidence are made once."""
        return self._made[number] if number in self._made else self._lines.shown(number)

    def _spans(self, finding: int, place: Evidence) -> Sequence[Span]:
        """Where a place stands."""
        if self._has_cells and place.cell:
            return self._in_cell(finding, place)
        if place not in self._found:
            near = self._near(place)
            if not place.quote.strip():
                self._found[place] = _empty(near, place)
            else:
                self._found[place] = _exact(near, place) or self._searched(near, place)
        return self._found[place]

    def _near(self, place: Evidence) -> list[tuple[int, Shown]]:
        """The lines in which a place may stand."""
        return [(number, line) for number in self._lines.at(place) if (line := self._kept(number)) is not None]

    def _kept(self, number: int) -> Shown | None:
        if number not in self._made:
            if len(self._made) >= MAX_LOOKED_AT:
                return None
            self._made[number] = self._lines.shown(number)
        return self._made[number]

    def _in_cell(self, finding: int, place: Evidence) -> Sequence[Span]:
        """A cell does not tell where in it a quote begins: equal quotes of one finding are its places in turn."""
        for number, line in self._near(place):
            spot = next((spot for spot in line.spots if spot.column == place.column), None)
            if place.quote.strip():
                hits = [] if spot is None else self._quotes_in(number, line, spot, place)
                key = finding, place.cell or "", place.quote
                turn = self._used[key] = self._used.get(key, -1) + 1
                return hits[min(turn, len(hits) - 1)] if hits else ()
            beyond = bool(line.spots) and (place.column or 1) > line.spots[-1].column
            at = spot.start if spot else len(line.text) * beyond
            return ((number, at, at),)
        return ()

    def _quotes_in(self, number: int, line: Shown, spot: Spot, place: Evidence) -> list[Sequence[Span]]:
        """Each place in a cell of a sheet where a quote begins."""
        found: list[Sequence[Span]] = []
        at = line.text.find(place.quote, spot.start, spot.end)
        while at >= 0:
            found.append(((number, at, at + len(place.quote)),))
            at = line.text.find(place.quote, at + len(place.quote), spot.end)
        if found:
            return found
        run = self._run(number, line, place, markers=True)
        return [run.spans(begin) for begin in run.begins(spot)]

    def _searched(self, near: Sequence[tuple[int, Shown]], place: Evidence) -> Sequence[Span]:
        """The quote whatever its blanks, which may go on in further cells and lines; the one nearest to its column."""
        for markers in (False, True):
            runs = [self._run(number, line, place, markers=markers) for number, line in near]
            hits = [(distance, at, begin) for at, run in enumerate(runs) for distance, begin in run.nearest(place)]
            if hits:
                _, at, begin = min(hits)
                return runs[at].spans(begin)
        return ()

    def _run(self, number: int, line: Shown, place: Evidence, *, markers: bool) -> _Run:
        """The words of a line and of as many after it as a quote that begins in it may need."""
        wanted = _BLANKS.sub("", place.quote)
        first = self._bare_of(number, line, markers=markers)
        run = _Run(line, wanted, first.text, [(number, first)])
        for following in range(number + 1, min(number + MAX_QUOTE_LINES, len(self._lines))):
            if len(run.text) >= len(first.text) + len(wanted):
                break
            shown = self._kept(following)
            if shown is not None:
                run.add(following, self._bare_of(following, shown, markers=markers))
        return run

    def _bare_of(self, number: int, line: Shown, *, markers: bool) -> _Bare:
        key = number, markers
        if key not in self._bare:
            self._bare[key] = _bare(line, markers=markers)
        return self._bare[key]


def _before(near: Sequence[tuple[int, Shown]], place: Evidence) -> list[tuple[int, Shown, Spot, int]]:
    """The words in which a place may stand, and the character of the line where it should; the likeliest last."""
    column = place.column or 1
    found = [
        (number, line, spot, spot.start + column - spot.column)
        for number, line in near
        for spot in line.spots
        if spot.line == place.line and spot.column <= column
    ]
    return sorted(found, key=lambda item: item[2].column)


def _empty(near: Sequence[tuple[int, Shown]], place: Evidence) -> Sequence[Span]:
    """An empty place: where it stands in its line, else the begin of that line."""
    spots = _before(near, place)
    if spots:
        number, _, spot, start = spots[-1]
        return ((number, min(start, spot.end), min(start, spot.end)),)
    for number, line in near:
        begin = next((spot.start for spot in line.spots if spot.line == place.line), 0)
        return ((number, begin, begin),)
    return ()


def _exact(near: Sequence[tuple[int, Shown]], place: Evidence) -> Sequence[Span]:
    """The quote where line and column say that it begins; that is all that most evidence needs."""
    for number, line, spot, start in reversed(_before(near, place)):
        end = start + len(place.quote)
        if end <= spot.end and line.text.startswith(place.quote, start):
            return ((number, start, end),)
    return ()


@dataclass(slots=True)
class _Bare:
    """The words of a line without blanks."""

    text: str
    at: list[int]
    """For each character its place in the line."""
    spots: list[int]
    """For each character the number of its spot."""


def _bare(line: Shown, *, markers: bool) -> _Bare:
    bare = _Bare("", [], [])
    for number, spot in enumerate(line.spots):
        words = line.text[spot.lead if markers else spot.start : spot.end]
        at = [index for index, char in enumerate(words, spot.end - len(words)) if not char.isspace()]
        bare.text += _BLANKS.sub("", words)
        bare.at += at
        bare.spots += [number] * len(at)
    return bare


@dataclass(slots=True)
class _Run:
    """The bare words of lines that follow each other, in which a quote is looked for that begins in the first."""

    line: Shown
    wanted: str
    text: str
    parts: list[tuple[int, _Bare]]

    def add(self, number: int, bare: _Bare) -> None:
        self.text += bare.text
        self.parts.append((number, bare))

    def begins(self, spot: Spot) -> list[int]:
        """Where the quote begins in a spot."""
        at = self.parts[0][1].at
        begin, stop, found = bisect_left(at, spot.lead), bisect_left(at, spot.end), []
        while 0 <= (begin := self.text.find(self.wanted, begin)) < stop:
            found.append(begin)
            begin += len(self.wanted)
        return found

    def nearest(self, place: Evidence) -> Iterator[tuple[int, int]]:
        """Where the quote begins before and after its column, in the words of its line, and how far away that is."""
        spots, bare, column = self.line.spots, self.parts[0][1], place.column or 1
        mine = [spot for spot in spots if spot.line == place.line]
        if not mine:
            return
        left = max((spot for spot in mine if spot.column <= column), key=_column, default=mine[0])
        middle = bisect_left(bare.at, left.start + max(column - left.column, 0))
        before = self.text.rfind(self.wanted, 0, middle + len(self.wanted))
        after = self.text.find(self.wanted, middle)
        for begin in self._beginning(before, place, -1), self._beginning(after, place, 1):
            if begin is not None:
                spot = spots[bare.spots[begin]]
                yield abs(spot.column + bare.at[begin] - spot.start - column), begin

    def _beginning(self, begin: int, place: Evidence, step: int) -> int | None:
        """The first of these places that is in the words of the line of the file, one way or the other."""
        spots, bare = self.line.spots, self.parts[0][1]
        for _ in range(MAX_TRIES):
            if not 0 <= begin < len(bare.text):
                return None
            if spots[bare.spots[begin]].line == place.line:
                return begin
            begin = (
                self.text.find(self.wanted, begin + 1)
                if step > 0
                else self.text.rfind(self.wanted, 0, begin + len(self.wanted) - 1)
            )
        return None

    def spans(self, start: int) -> Sequence[Span]:
        """The quote as characters of lines, apart for each spot."""
        found: list[Span] = []
        before, end = 0, start + len(self.wanted)
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


def _column(spot: Spot) -> int:
    return spot.column


# what is shown --------------------------------------------------------------------------------------------------------


def _chosen(lines: Lines, marks: dict[int, list[Mark]]) -> Sequence[int]:
    """The lines that are shown: all of them, if they are not too many."""
    count = len(lines)
    if count <= MAX_LINES and _is_short(map(lines.length, range(count))):
        return range(count)
    return _some(lines, marks)


def _is_short(lengths: Iterable[int]) -> bool:
    return all(total <= MAX_CHARACTERS for total in accumulate(lengths))


def _some(lines: Lines, marks: dict[int, list[Mark]]) -> Sequence[int]:
    """The lines of the beginning, those of findings and what stands around them, and then more of the beginning."""
    chosen: set[int] = set()
    left = MAX_CHARACTERS
    for number in _by_rank(marks, len(lines)):
        if number in chosen:
            continue
        length = lines.length(number)
        if len(chosen) == MAX_LINES or length > left:
            break
        left -= length
        chosen.add(number)
    return sorted(chosen)


def _by_rank(marks: dict[int, list[Mark]], count: int) -> Iterator[int]:
    """The numbers of lines, those first that are shown rather than others."""
    yield from range(min(HEAD_LINES, count))
    yield from marks
    for number in marks:
        yield from range(max(number - CONTEXT_LINES, 0), min(number + CONTEXT_LINES + 1, count))
    yield from range(count)


def _written(marker: _Marker, count: int, marks: dict[int, list[Mark]], chosen: Sequence[int]) -> DocumentWords:
    written: list[Line] = []
    after = 0
    for number in chosen:
        shown = marker.line(number)
        if shown is None:
            after += number == after  # an empty row is no line that is left out
            continue
        skipped, after = number - after, number + 1
        written.append(_line(shown, marks.get(number, ()), skipped))
    return DocumentWords(tuple(written), count - after)


def _line(shown: Shown, marks: Iterable[Mark], skipped: int) -> Line:
    ordered = tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.finding)))
    return Line(
        shown.text, shown.page, shown.line, shown.cell, shown.heading, ordered, skipped=skipped, table=shown.table
    )
