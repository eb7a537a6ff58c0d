"""
Words out of mark-up: HTML tags and entities, Markdown emphasis, links and escapes are gone, each word keeps its place.

What only looks like mark-up stays: ``< 50``, ``5 * 3``, a blank to fill in (``____``), ``<nama pejabat>``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from html import unescape
from typing import Literal

from readers.lines import NOTHING, Line

Break = Literal["line", "br", "block", "item"]
"""What stands before a run: a line's begin, ``<br>``, the edge of a ``<p>`` and the like, or ``<li>``."""

_SPECIAL = re.compile(r"[<&*_\\\x00\[]")
_TOKEN = re.compile(
    r"\x00+|<(?P<end>/?)(?P<tag>[A-Za-z][^<>]*)>|<!--|<[!?][^<>]*>|&(?P<entity>#?[A-Za-z0-9]{1,31};)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
)
_TAG_NAME = re.compile(r"[A-Za-z][\w:-]*")
_CLOSING_NAMES = re.compile(r"</([A-Za-z][\w:-]*)")
_STARS = re.compile(r"(?<![\\*])\*{2,3}(?!\*)")
_EMPHASIS = re.compile(r"(?<![\w*\\])\*[^\s*][^*]*\*(?![\w*])")
_UNDERLINES = re.compile(r"(?<![\w\\])__[^\s_][^_]*__(?!\w)")
_LINK = re.compile(r"(!?\[)([^\[\]]*)(\]\([^()\s]*\))")
_START = re.compile(r"""start\s*=\s*["']?\s*(\d{1,4})""", re.IGNORECASE)
_TYPE = re.compile(r"""type\s*=\s*["']?\s*([1aAiI])""")

_LISTS = frozenset({"ol", "ul"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TABLE_PARTS = frozenset({"caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"})
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "figcaption"}
)
_MORE_BLOCKS = frozenset(
    {"figure", "footer", "form", "head", "header", "html", "main", "nav", "p", "pre", "section", "title"}
)
_BREAKS = _LISTS | _HEADINGS | _TABLE_PARTS | _BLOCKS | _MORE_BLOCKS | {"br", "hr", "li"}
_FORMATS = frozenset(
    {"b", "big", "del", "em", "font", "i", "ins", "mark", "s", "small", "strike", "strong", "sub", "sup"}
)
_PHRASES = frozenset(
    {"a", "abbr", "cite", "code", "col", "colgroup", "img", "input", "label", "q", "span", "tt", "u", "var"}
)
_INLINE = _FORMATS | _PHRASES
_BEGIN = (0,)
_NO_BREAK: tuple[Break, str | None] = ("line", None)
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


class Run:
    """Words between two breaks, with the way back to where each character was printed."""

    __slots__ = ("_columns", "_starts", "kind", "level", "line", "marker", "text")

    def __init__(self, text: str, line: int, starts: Sequence[int], columns: Sequence[int]) -> None:
        self.text = text
        """Without blanks at its ends; never empty."""
        self.line = line
        self.kind: Break = "line"
        self.marker: str | None = None
        """What ``<li>`` prints before the text."""
        self.level = 0
        """1-6 inside ``<h1>`` to ``<h6>``, else 0."""
        self._starts = starts
        self._columns = columns

    def column(self, index: int) -> int:
        """Return the 1-based column in the file of ``text[index]``."""
        if len(self._starts) == 1:
            return self._columns[0] + index - self._starts[0]
        at = bisect_right(self._starts, index) - 1
        return self._columns[at] + index - self._starts[at]


def is_plain(text: str) -> bool:
    """Whether a text has no character that mark-up could begin with."""
    return _SPECIAL.search(text) is None


class Markup:
    """What HTML has opened so far: one for the running text of a file, one for each table cell."""

    __slots__ = ("_break_before", "_comment_until", "_in_comment", "_level", "_lists")

    def __init__(self, comment_until: int = 0) -> None:
        """``comment_until`` is the last line of the file with a ``-->``; comments that never end are no comments."""
        self._comment_until = comment_until
        self._in_comment = False
        self._level = 0
        self._lists: list[tuple[str, int]] = []
        self._break_before: tuple[Break, str | None] = _NO_BREAK

    def runs(self, line: Line) -> list[Run]:
        """Return the words of one line (or of a cell's part of it)."""
        text = line.text
        if is_plain(text) and not (self._in_comment or self._level or self._break_before is not _NO_BREAK):
            words = text.strip()
            if not words:
                return []
            return [Run(words, line.number, _BEGIN, (line.column + text.index(words),))]
        return self._tokenised(Line(_without_emphasis(text), line.number, line.column))

    def blank_line(self) -> None:
        """Forget a heading that was never closed."""
        self._level = 0

    def _tokenised(self, line: Line) -> list[Run]:
        text = line.text
        words = _Words(line, self._level, self._break_before)
        closers: frozenset[str] | None = None
        at = self._comment_end(text, 0, line.number) if self._in_comment else 0
        while match := _TOKEN.search(text, at):
            words.keep(at, match.start())
            at = match.end()
            if tag := match["tag"]:
                name = _tag_name(tag)
                if name in _BREAKS:
                    self._break(words, name, tag, closing=bool(match["end"]))
                elif name not in _INLINE:
                    closers = _closing_names(text) if closers is None else closers
                    if not _is_foreign_tag(name, tag, match["end"], closers):
                        words.keep(match.start(), at)
            elif entity := match["entity"]:
                words.add(_character(entity), match.start())
            elif escaped := match["escaped"]:
                words.add(escaped, match.start())
            elif match[0] == "<!--":
                at = self._comment_end(text, at, line.number)
        words.keep(at, len(text))
        self._break_before = words.end()
        return words.runs

    def _comment_end(self, text: str, at: int, number: int) -> int:
        """Return where a comment that is open at ``at`` ends in this line."""
        end = text.find("-->", at) if self._comment_until >= number else -1
        self._in_comment = end < 0 and number < self._comment_until
        if end >= 0:
            return end + 3
        if number == self._comment_until:
            self._comment_until = 0  # what ends here has ended: do not look again at each "<!--" of a long line
        return len(text) if self._in_comment else at

    def _break(self, words: _Words, name: str, tag: str, *, closing: bool) -> None:
        if name in ("br", "hr"):
            words.cut("br")
        elif name == "li":
            words.cut("block" if closing else "item", None if closing else self._next_marker())
        else:
            words.cut("block")
            if name in _LISTS:
                self._open_or_close_list(name, tag, closing=closing)
            elif name in _HEADINGS:
                self._level = words.level = 0 if closing else int(name[1])

    def _open_or_close_list(self, name: str, tag: str, *, closing: bool) -> None:
        if closing:
            if self._lists:
                self._lists.pop()
            return
        start = _START.search(tag)
        kind = _TYPE.search(tag)
        self._lists.append((kind[1] if kind else "1" if name == "ol" else "-", int(start[1]) if start else 1))

    def _next_marker(self) -> str:
        if not self._lists:
            return "-"
        kind, number = self._lists[-1]
        self._lists[-1] = (kind, number + 1)
        return _printed_number(kind, number)


class _Words:
    """Collects the runs of one line."""

    __slots__ = ("_columns", "_kind", "_length", "_line", "_marker", "_parts", "_starts", "level", "runs")

    def __init__(self, line: Line, level: int, break_before: tuple[Break, str | None]) -> None:
        self._line = line
        self._kind, self._marker = break_before
        self.level = level
        self.runs: list[Run] = []
        self._clear()

    def _clear(self) -> None:
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._columns: list[int] = []
        self._length = 0

    def keep(self, start: int, end: int) -> None:
        """Take the characters of the line from ``start`` to ``end`` as they are."""
        if start < end:
            self.add(self._line.text[start:end], start)

    def add(self, text: str, at: int) -> None:
        """Take a text that stands for what is printed at ``at``."""
        self._starts.append(self._length)
        self._columns.append(self._line.column + at)
        self._parts.append(text)
        self._length += len(text)

    def cut(self, kind: Break, marker: str | None = None) -> None:
        """End the run; the strongest of several breaks in a row says what stands before the next."""
        self._finish()
        if kind == "item":
            self._kind, self._marker = kind, marker
        elif (kind == "block" and self._kind != "item") or (kind == "br" and self._kind == "line" and self.runs):
            self._kind = kind

    def end(self) -> tuple[Break, str | None]:
        """End the line, and return the break that still waits for words: a block's edge or ``<li>`` with its marker."""
        self._finish()
        return (self._kind, self._marker) if self._kind in ("block", "item") else _NO_BREAK

    def _finish(self) -> None:
        text = "".join(self._parts)
        words = text.strip()
        if words:
            lead = text.index(words)
            starts = [start - lead for start in self._starts]
            run = Run(words, self._line.number, starts, self._columns)
            run.kind, run.marker, run.level = self._kind, self._marker, self.level
            self.runs.append(run)
            self._kind, self._marker = "line", None
        if self._parts:
            self._clear()


def _without_emphasis(text: str) -> str:
    """Put `NOTHING` over the emphasis and link mark-up of Markdown, one for one."""
    if "*" in text:
        text = _STARS.sub(_nothing, text)
        text = _EMPHASIS.sub(_Hollow(1), text)
    if "__" in text:
        text = _UNDERLINES.sub(_Hollow(2), text)
    if "](" in text:
        text = _LINK.sub(lambda m: f"{NOTHING * len(m[1])}{m[2]}{NOTHING * len(m[3])}", text)
    return text


def _nothing(match: re.Match[str]) -> str:
    return NOTHING * len(match[0])


class _Hollow:
    """Replaces so many characters at both ends of a match, unless a blank stands before the closing ones."""

    def __init__(self, width: int) -> None:
        self._width = width

    def __call__(self, match: re.Match[str]) -> str:
        inner = match[0][self._width : -self._width]
        if inner[-1:].isspace():
            return match[0]
        return f"{NOTHING * self._width}{inner}{NOTHING * self._width}"


def _tag_name(tag: str) -> str:
    match = _TAG_NAME.match(tag)
    return match[0].lower() if match else ""


def _closing_names(text: str) -> frozenset[str]:
    return frozenset(name.lower() for name in _CLOSING_NAMES.findall(text))


def _is_foreign_tag(name: str, tag: str, end: str, closers: frozenset[str]) -> bool:
    """Whether an unknown name is mark-up (``<o:p>``, ``<x y="1">``, ``<x>..</x>``) and not a word in angle brackets."""
    return bool(end) or ":" in name or "=" in tag or tag.endswith("/") or name in closers


def _character(entity: str) -> str:
    """Return the printed character of an entity; what is no entity stays as it is."""
    text = unescape(f"&{entity}")
    if text in ("\xad", "\u200b", "\u200c", "\u200d", "\ufeff"):
        return ""
    return " " if text.isspace() else text


def _printed_number(kind: str, number: int) -> str:
    if kind == "-":
        return "-"
    if kind in "aA" and 1 <= number <= 26:
        return f"{chr(ord(kind) + number - 1)}."
    if kind in "iI" and number < len(_ROMAN):
        return f"{_ROMAN[number] if kind == 'i' else _ROMAN[number].upper()}."
    return f"{number}."
