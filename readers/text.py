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
from pathlib import PurePath

from readers.decoding import decode
from readers.errors import ReadError
from readers.html_tables import CLOSES_TABLE, OPENS_TABLE, HtmlTables
from readers.limits import MAX_BYTES, MAX_MARKS, Budget
from readers.lines import NOTHING, Line, one_newline, printable, split_lines
from readers.markup import Markup, Run
from readers.running import BOLD_LEVEL, FURNITURE_BEGINS, MAX_BOLD_HEADING, RunningText, is_furniture
from readers.tables import (
    begins_pipe_table,
    is_ruler,
    is_running_text,
    line_count,
    pipe_row,
    tab_row,
    tab_rows,
)
from schemas.blocks import Block, Document, Row

MAX_BOLD_LINES = 20
"""Printed lines that one bold heading may take."""
_HASHES = re.compile(r"(#{1,6})\s+(?=\S)")
_BOLD_SPANS = re.compile(r"(?:\s*\*\*[^*]+\*\*)+\s*")
_HTML_BOLD = re.compile(r"<(b|strong)>[^<]*(?:<(?!/?\1\b)[^<]*)*</\1>", re.IGNORECASE)


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
        capitals = "\nA." in text and "\nB." in text
        self._out = RunningText(self._budget, has_capital_list=capitals)
        self._markup = Markup(_line_of_last(text, "-->"))
        self._last_table_close: int | None = None

    def read(self) -> tuple[Block, ...]:
        """Return the blocks."""
        at = 0
        while at < len(self._lines):
            at = self._reader_of(at)(at)
        return self._out.blocks()

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
        if is_furniture(bare) or ("\t" in bare and bare[0] != "|"):
            return False
        return begins_pipe_table(self._lines, at)

    def _blank(self, at: int) -> int:
        self._out.end()
        self._markup.blank_line()
        return at + 1

    # Tables

    def _html_tables(self, at: int) -> int:
        if self._last_table_close is None:
            self._last_table_close = self._find_last_table_close()
        tables = HtmlTables(self._budget)
        after = tables.read(self._lines, at, self._last_table_close)
        for part in tables.parts:
            if isinstance(part, Line):
                self._runs(part)
            else:
                self._out.table("html", part)
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
                if is_furniture(text.strip()):
                    break
                rows.append(pipe_row(self._lines[at], self._budget, first))
            elif not text.strip():
                break
            at += 1
        if rows:
            self._out.table("pipes", rows)
        return at

    def _tab_table(self, at: int) -> int:
        rows = tab_rows(self._lines, at, self._budget)
        after = at + line_count(rows)
        lines = self._lines[at:after]
        if is_running_text(rows, lines):
            while at < after:
                at = self._plain(at)
            return at
        self._out.table("tabs", [tab_row(row, self._budget) for row in rows])
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
        if first in FURNITURE_BEGINS and is_furniture(text):
            self._out.end()
            return at + 1
        self._runs(line)
        return at + 1

    def _hash_heading(self, line: Line, hashes: re.Match[str]) -> None:
        start = line.text.index("#") + hashes.end()
        words = line.text[start:].rstrip()
        if words.endswith("#"):
            words = words.rstrip("#").rstrip() or words
        self._out.end()
        self._out.heading(self._markup.runs(Line(words, line.number, line.column + start)), len(hashes[1]))
        self._out.end()

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
        self._out.end()
        if sum(len(run.text) for run in runs) <= MAX_BOLD_HEADING:
            self._out.heading(runs, BOLD_LEVEL)
            self._out.end()
        else:
            for run in runs:
                self._out.running(run)
        return after

    def _runs(self, line: Line) -> None:
        for run in self._markup.runs(line):
            if run.level:
                self._html_heading(run)
            else:
                self._out.running(run)

    def _html_heading(self, run: Run) -> None:
        if run.kind == "block":
            self._out.end()
        self._out.heading([run], run.level)


def _line_of_last(text: str, what: str) -> int:
    at = text.rfind(what)
    return text.count("\n", 0, at) + 1 if at >= 0 else 0
