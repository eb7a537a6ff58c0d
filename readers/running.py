"""
Running text to headings, paragraphs and list items: what a run of words is, told by how it begins.

One class for text files and for word processor files, so that the same words become the same blocks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from readers.limits import Budget
from readers.lists import ends_in_citation, leading_marker
from readers.markup import Run
from readers.pieces import item_pieces, piece
from schemas.blocks import Block, Heading, ListItem, Paragraph, Piece, Row, Table

MAX_ROMAN_HEADING = 120
"""Characters of ``I. ...`` beyond which it is an item or a paragraph."""
MAX_BOLD_HEADING = 400
"""Characters of a bold text beyond which it is a paragraph."""
SENTENCE_WORDS = 6
"""Words from which ``I. ... .`` with a full stop is a sentence."""
BOLD_LEVEL = ROMAN_LEVEL = 2
"""The level of headings that print none."""
FURNITURE_BEGINS = frozenset("HhLlPp(-–—*=─`+")
"""The first characters of what `is_furniture` may be true for."""

_FURNITURE = re.compile(
    r"(?:halaman|hal|laman|page)\b[\s.:|]{0,4}\d{1,4}(?:\s*(?:dari|of|/|-)\s*\d{1,4})?"
    r"|\(\s*\d{1,4}\s*\)|[-–—]\s*\d{1,4}\s*[-–—]|[-*=─—]{3,}|(?:[-*] ){2,}[-*]|\+[-=:+]+\+|```\w*",
    re.IGNORECASE,
)
_FURNITURE_LENGTH = 120
_ROMAN = re.compile(r"([IVX]{1,6})[.)](?:\s+(?=[^\W\d_]|[\"“(])|(?=[^\W\d_]{2}|[\"“(]))")
_ROMAN_NUMBERS = frozenset(
    f"{tens}{units}"
    for tens in ("", "X", "XX", "XXX")
    for units in ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
)
_DEGREE = re.compile(r", ?(?:S|M|A|Dr|Ir|Drs|Dra)\.")
_CAPITAL = re.compile(r"([A-Z])[.)](?:\s+(?=\S)|(?=[A-Z][a-z]{3,}(?![a-z.])))")
"""`A. Umum` and `A.Umum`, not `M.Si.` or `S.Kom.`."""


@dataclass(slots=True)
class _OpenBlock:
    """A block of running text that may go on."""

    make: Callable[[tuple[Piece, ...]], Block]
    pieces: list[Piece]


class RunningText:
    """Collects the blocks of one file, in reading order."""

    def __init__(self, budget: Budget, *, has_capital_list: bool) -> None:
        """``has_capital_list`` tells whether ``A.`` and ``B.`` begin lines, so that they may be items."""
        self._budget = budget
        self._blocks: list[_OpenBlock | Table] = []
        self._open: list[Piece] | None = None
        """The pieces of the paragraph or item that the next line may belong to."""
        self._open_heading = 0
        self._has_capital_list = has_capital_list
        self._capital = ""

    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks."""
        return tuple(block if isinstance(block, Table) else block.make(tuple(block.pieces)) for block in self._blocks)

    def end(self) -> None:
        """End the block: what comes next is another one."""
        self._open = None
        self._open_heading = 0

    def table(self, syntax: Literal["tabs", "pipes", "html", "grid"], rows: list[Row]) -> None:
        """Add a table."""
        self.end()
        self._blocks.append(Table(syntax, tuple(rows)))

    def figures(self, pieces: list[Piece]) -> None:
        """Add figures that stand between the words."""
        self.end()
        self._budget.pieces(len(pieces), pieces[0].line)
        self._blocks.append(_OpenBlock(Paragraph, pieces))

    def heading(self, runs: list[Run], level: int) -> None:
        """Make a heading of the runs; its number, roman or not, is its marker."""
        if not runs:
            return
        self._budget.pieces(len(runs), runs[0].line)
        if self._open_heading == level and self._open is not None:
            self._open += [piece(run) for run in runs]
            return
        text = runs[0].text
        roman = _roman(text)
        marker, start = roman or leading_marker(text) or _capital(text) or (runs[0].marker, 0)
        pieces = [piece(runs[0], start), *(piece(run) for run in runs[1:])]
        self._blocks.append(_OpenBlock(partial(Heading, level, marker=marker), pieces))
        self._open, self._open_heading = pieces, level

    def running(self, run: Run) -> None:
        """Put the words of a paragraph, an item or a roman heading where they belong."""
        if run.kind in ("block", "item") or self._open_heading:
            self.end()
        if self._is_roman_heading(run):
            self.end()
            self.heading([run], ROMAN_LEVEL)
            self.end()
            return
        pieces = self._items(run)
        self._budget.pieces(len(pieces), run.line)
        for found in pieces:
            if found.marker is not None:
                self._begin(ListItem, found)
            elif self._open is None:
                self._begin(Paragraph, found)
            else:
                self._open.append(found)

    def numbered(self, run: Run) -> None:
        """Put the words of a paragraph that a word processor prints its number before; `run.marker` is the number."""
        self.end()
        if self._heads(f"{run.marker} {run.text}"):
            self.heading([run], ROMAN_LEVEL)
            self.end()
        else:
            run.kind = "item"
            self.running(run)

    def _begin(self, make: type[ListItem | Paragraph], first: Piece) -> None:
        self._open = [first]
        self._blocks.append(_OpenBlock(make, self._open))

    def _items(self, run: Run) -> list[Piece]:
        found = item_pieces(run)
        marker = found[0].marker
        if marker is None:
            return [self._capital_item(run)] if self._has_capital_list else found
        if self._open and run.text[0].isdigit() and ends_in_citation(self._open[-1].text):
            return [piece(run)]
        return found

    def _capital_item(self, run: Run) -> Piece:
        """Read ``A. ...`` as an item where ``A``, ``B`` ... follow one another; a name's initial is none."""
        if roman := _roman(run.text):
            return piece(run, roman[1], marker=roman[0])
        found = _capital(run.text)
        if found and found[0][0] in ("A", _after(self._capital)) and not _DEGREE.search(run.text):
            self._capital = found[0][0]
            return piece(run, found[1], marker=found[0])
        return piece(run)

    def _is_roman_heading(self, run: Run) -> bool:
        return run.text[0] in "IVX" and self._heads(run.text)

    def _heads(self, text: str) -> bool:
        """Whether words that begin with a roman number are a heading."""
        found = _roman(text)
        if found is None or len(text) > MAX_ROMAN_HEADING or _DEGREE.search(text):
            return False
        marker, start = found
        if self._has_capital_list and marker[0] == _after(self._capital) and len(marker) == 2:
            return False
        words = text[start:]
        return not words[0].islower() and not (words[-1] in ".;" and len(words.split()) >= SENTENCE_WORDS)


def is_furniture(text: str) -> bool:
    """Whether a line belongs to the page and not to the document: its number, a rule, a fence."""
    return len(text) <= _FURNITURE_LENGTH and _FURNITURE.fullmatch(text) is not None


def _roman(text: str) -> tuple[str, int] | None:
    match = _ROMAN.match(text)
    if match is None or match[1] not in _ROMAN_NUMBERS:
        return None
    return match[0].rstrip(), match.end()


def _capital(text: str) -> tuple[str, int] | None:
    match = _CAPITAL.match(text)
    return (match[0].rstrip(), match.end()) if match else None


def _after(letter: str) -> str:
    return chr(ord(letter) + 1) if letter else ""
