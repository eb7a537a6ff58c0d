"""
Plain text, Markdown and the output of text recognition, to blocks with line places.

Every exception is a `readers.errors.ReadError`:

* ReadError
    - empty, binary, encoding                                           what the bytes are
    - too-large, too-many-lines, line-too-long, too-much-markup         how much of it there is
    - too-many-rows, too-many-cells, too-many-pieces                    what it would become
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from typing import Literal

from readers.decoding import decode
from readers.errors import ReadError
from readers.html_tables import CLOSES_TABLE, OPENS_TABLE, HtmlTables
from readers.limits import MAX_BYTES, MAX_MARKS, Budget
from readers.lines import NOTHING, Line, one_newline, printable, split_lines
from readers.lists import ends_in_citation, leading_marker
from readers.markup import Markup, Run
from readers.pieces import item_pieces, piece
from readers.tables import (
    begins_pipe_table,
    is_ruler,
    is_running_text,
    line_count,
    pipe_row,
    tab_row,
    tab_rows,
)
from schemas.blocks import Block, Document, Heading, ListItem, Paragraph, Piece, Row, Table

MAX_ROMAN_HEADING = 120
"""Characters of ``I. ...`` beyond which it is an item or a paragraph."""
MAX_BOLD_HEADING = 400
"""Characters of a bold text beyond which it is a paragraph."""
MAX_BOLD_LINES = 20
"""Printed lines that one bold heading may take."""
SENTENCE_WORDS = 6
"""Words from which ``I. ... .`` with a full stop is a sentence."""
BOLD_LEVEL = ROMAN_LEVEL = 2
"""The level of headings that print none."""

_FURNITURE = re.compile(
    r"(?:halaman|hal|laman|page)\b[\s.:|]{0,4}\d{1,4}(?:\s*(?:dari|of|/|-)\s*\d{1,4})?"
    r"|\(\s*\d{1,4}\s*\)|[-–—]\s*\d{1,4}\s*[-–—]|[-*=─—]{3,}|(?:[-*] ){2,}[-*]|\+[-=:+]+\+|```\w*",
    re.IGNORECASE,
)
_FURNITURE_LENGTH = 120
_FURNITURE_BEGINS = frozenset("HhLlPp(-–—*=─`+")
_HASHES = re.compile(r"(#{1,6})\s+(?=\S)")
_ROMAN = re.compile(r"([IVX]{1,6})[.)](?:\s+(?=[^\W\d_]|[\"“(])|(?=[^\W\d_]{2}|[\"“(]))")
_ROMAN_NUMBERS = frozenset(
    f"{tens}{units}"
    for tens in ("", "X", "XX", "XXX")
    for units in ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
)
_DEGREE = re.compile(r", ?(?:S|M|A|Dr|Ir|Drs|Dra)\.")
_CAPITAL = re.compile(r"([A-Z])[.)](?:\s+(?=\S)|(?=[A-Z][a-z]))")
_BOLD_SPANS = re.compile(r"(?:\s*\*\*[^*]+\*\*)+\s*")
_HTML_BOLD = re.compile(r"<(b|strong)>[^<]*(?:<(?!/?\1\b)[^<]*)*</\1>", re.IGNORECASE)


@dataclass(slots=True)
class _OpenBlock:
    """A block of running text that may go on."""

    make: Callable[[tuple[Piece, ...]], Block]
    pieces: list[Piece]


def read_text(data: bytes, *, name: str) -> Document:
    """
    Read a text file.

    Args:
        data: The bytes of the file.
        name: The file's name: tells Markdown from plain text, and stands in messages.

    Returns:
        The blocks in reading order; lines and columns count from 1, as an editor shows them.

    Raises:
        ReadError: The file cannot be read; see the top of this module.
    """
    if len(data) > MAX_BYTES:
        raise ReadError(
            "too-large",
            f"{name} berukuran {len(data)} bita (batas {MAX_BYTES}). "
            "Pecah menjadi satu SOP per berkas, lalu periksa lagi.",
        )
    if not data.strip():
        raise _empty(name)
    decoded, encoding = decode(data, name=name)
    text = printable(one_newline(decoded.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")))
    _refuse_heavy_markup(text, name)
    blocks = _BlockReader(split_lines(text, name=name), text).read()
    if not blocks:
        raise _empty(name)
    return Document.model_construct(
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        media="text/markdown" if PurePath(name).suffix.lower() in (".md", ".markdown") else "text/plain",
        encoding=encoding,
        lines=text.count("\n") + (not text.endswith("\n")),
        blocks=blocks,
    )


def read_blocks(text: str, *, name: str) -> tuple[Block, ...]:
    """
    Read words that stand elsewhere than in a text file, line by line as they would stand in one.

    Raises:
        ReadError: There is too much of it; see the top of this module.
    """
    text = printable(text)
    _refuse_heavy_markup(text, name)
    return _BlockReader(split_lines(text, name=name), text).read()


def _empty(name: str) -> ReadError:
    return ReadError(
        "empty",
        f"{name} tidak berisi tulisan. "
        "Pastikan dokumen tersimpan utuh (hasil pindai perlu OCR dahulu), lalu periksa lagi.",
    )


def _refuse_heavy_markup(text: str, name: str) -> None:
    marks = sum(text.count(mark) for mark in ("<", "&", "\\", "**", "__", "](", NOTHING))
    if marks > MAX_MARKS:
        raise ReadError(
            "too-much-markup",
            f"{name} memuat {marks} tanda markup (batas {MAX_MARKS}). "
            "Simpan ulang dokumen sebagai teks biasa, lalu periksa lagi.",
        )


class _BlockReader:
    """Goes over the lines of one file once."""

    def __init__(self, lines: list[Line], text: str) -> None:
        self._lines = lines
        self._text = text
        self._budget = Budget()
        self._blocks: list[_OpenBlock | Table] = []
        self._open: list[Piece] | None = None
        """The pieces of the paragraph or item that the next line may belong to."""
        self._open_heading = 0
        self._markup = Markup(_line_of_last(text, "-->"))
        self._last_table_close: int | None = None
        self._has_capital_list = "\nA." in text and "\nB." in text
        self._capital = ""

    def read(self) -> tuple[Block, ...]:
        """Return the blocks."""
        at = 0
        while at < len(self._lines):
            at = self._reader_of(at)(at)
        return tuple(block if isinstance(block, Table) else block.make(tuple(block.pieces)) for block in self._blocks)

    def _reader_of(self, at: int) -> Callable[[int], int]:
        """Tell by the characters of a line what kind of block begins there."""
        text = self._lines[at].text
        if not text or text.isspace():
            return self._blank
        if "<" in text and OPENS_TABLE.search(text):
            return self._html_tables
        if "|" in text and self._begins_pipe_table(at, text):
            return self._pipe_table
        if "\t" in text:
            return self._tab_table
        return self._plain

    def _begins_pipe_table(self, at: int, text: str) -> bool:
        bare = text.strip()
        if _is_furniture(bare) or ("\t" in bare and bare[0] != "|"):
            return False
        return begins_pipe_table(self._lines, at)

    def _end(self) -> None:
        self._open = None
        self._open_heading = 0

    def _blank(self, at: int) -> int:
        self._end()
        self._markup.blank_line()
        return at + 1

    # Tables

    def _table(self, syntax: Literal["tabs", "pipes", "html"], rows: list[Row]) -> None:
        self._end()
        self._blocks.append(Table(syntax, tuple(rows)))

    def _html_tables(self, at: int) -> int:
        if self._last_table_close is None:
            self._last_table_close = self._find_last_table_close()
        tables = HtmlTables(self._budget)
        after = tables.read(self._lines, at, self._last_table_close)
        for part in tables.parts:
            if isinstance(part, Line):
                self._runs(part)
            else:
                self._table("html", part)
        return after

    def _find_last_table_close(self) -> int:
        for line in reversed(self._lines):
            if "</" in line.text and CLOSES_TABLE.search(line.text):
                return line.number
        return 0

    def _pipe_table(self, at: int) -> int:
        rows: list[Row] = []
        first = self._lines[at].text
        while at < len(self._lines):
            text = self._lines[at].text
            if "|" not in text and not is_ruler(text):
                break
            if not is_ruler(text):
                if _is_furniture(text.strip()):
                    break
                rows.append(pipe_row(self._lines[at], self._budget, first))
            elif not text.strip():
                break
            at += 1
        if rows:
            self._table("pipes", rows)
        return at

    def _tab_table(self, at: int) -> int:
        rows = tab_rows(self._lines, at, self._budget)
        after = at + line_count(rows)
        lines = self._lines[at:after]
        if is_running_text(rows, lines):
            while at < after:
                at = self._plain(at)
            return at
        self._table("tabs", [tab_row(row, self._budget) for row in rows])
        return after

    # Running text

    def _plain(self, at: int) -> int:
        line = self._lines[at]
        text = line.text.strip()
        first = text[0]
        if first == "#" and (hashes := _HASHES.match(text)):
            self._hash_heading(line, hashes)
            return at + 1
        if first in "*<" and (after := self._bold_end(at)) > at:
            return self._bold_heading(at, after)
        if first in _FURNITURE_BEGINS and _is_furniture(text):
            self._end()
            return at + 1
        self._runs(line)
        return at + 1

    def _hash_heading(self, line: Line, hashes: re.Match[str]) -> None:
        start = line.text.index("#") + hashes.end()
        words = line.text[start:].rstrip()
        if words.endswith("#"):
            words = words.rstrip("#").rstrip() or words
        self._end()
        self._heading(self._markup.runs(Line(words, line.number, line.column + start)), len(hashes[1]))
        self._end()

    def _bold_end(self, at: int) -> int:
        """Return the index after the last of the wholly bold lines that begin at ``at``; ``at`` when there is none."""
        lines = self._lines
        begin = at
        while at < len(lines) and at - begin < MAX_BOLD_LINES and "\t" not in lines[at].text:
            text = lines[at].text.strip()
            if _BOLD_SPANS.fullmatch(text) or (text[:1] == "<" and _HTML_BOLD.fullmatch(text)):
                at += 1
            elif text.startswith("**") and (after := self._bold_span_end(at)) > at:
                at = after
            else:
                break
        return at

    def _bold_span_end(self, at: int) -> int:
        """Return the index after the line that the ``**`` open at ``at`` closes at its very end, else ``at``."""
        if self._lines[at].text.count("**") != 1:
            return at
        for end in range(at + 1, min(at + MAX_BOLD_LINES, len(self._lines))):
            text = self._lines[end].text.strip()
            if "**" in text:
                return end + 1 if text.index("**") == len(text) - 2 else at
            if not text or "\t" in text:
                break
        return at

    def _bold_heading(self, at: int, after: int) -> int:
        runs = [run for line in self._lines[at:after] for run in self._markup.runs(line)]
        self._end()
        if sum(len(run.text) for run in runs) <= MAX_BOLD_HEADING:
            self._heading(runs, BOLD_LEVEL)
            self._end()
        else:
            for run in runs:
                self._running(run)
        return after

    def _heading(self, runs: list[Run], level: int) -> None:
        """Make a heading of the runs; its number, roman or not, is its marker."""
        if not runs:
            return
        self._budget.pieces(len(runs), runs[0].line)
        if self._open_heading == level and self._open is not None:
            self._open += [piece(run) for run in runs]
            return
        text = runs[0].text
        roman = _roman(text)
        marker, start = roman or leading_marker(text) or _capital(text) or (None, 0)
        pieces = [piece(runs[0], start), *(piece(run) for run in runs[1:])]
        self._blocks.append(_OpenBlock(partial(Heading, level, marker=marker), pieces))
        self._open, self._open_heading = pieces, level

    def _runs(self, line: Line) -> None:
        for run in self._markup.runs(line):
            if run.level:
                self._html_heading(run)
            else:
                self._running(run)

    def _html_heading(self, run: Run) -> None:
        if run.kind == "block":
            self._end()
        self._heading([run], run.level)

    def _running(self, run: Run) -> None:
        """Put the words of a paragraph, an item or a roman heading where they belong."""
        if run.kind in ("block", "item") or self._open_heading:
            self._end()
        if self._is_roman_heading(run):
            self._end()
            self._heading([run], ROMAN_LEVEL)
            self._end()
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
        if run.text[0] not in "IVX":
            return False
        found = _roman(run.text)
        if found is None or len(run.text) > MAX_ROMAN_HEADING or _DEGREE.search(run.text):
            return False
        marker, start = found
        if self._has_capital_list and marker[0] == _after(self._capital) and len(marker) == 2:
            return False
        words = run.text[start:]
        return not words[0].islower() and not (words[-1] in ".;" and len(words.split()) >= SENTENCE_WORDS)


def _line_of_last(text: str, what: str) -> int:
    at = text.rfind(what)
    return text.count("\n", 0, at) + 1 if at >= 0 else 0


def _is_furniture(text: str) -> bool:
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
