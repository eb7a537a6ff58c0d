"""
Tables of tabs and of pipes, row by row as printed: nothing is padded, joined over pages or understood.
"""

from __future__ import annotations

import re

from readers.limits import Budget
from readers.lines import Line
from readers.pieces import cell
from schemas.blocks import Row

_OPEN_OR_CLOSE = re.compile(r"<(/?)(?:ol|ul|li|p|div)\b[^<>]*>", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*(?:\(?\d{1,3}[.)]\s|[a-z][.)]\s|[-•]\s|</?(?:ol|ul|li|p|div)\b)", re.IGNORECASE)
_LIST_LINE = re.compile(r"\s*(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|[-–•*▪\uf0b7])\t+[^\t]+")
_INDENTED = re.compile(r"\t+[^\t]+")
_PIPE = re.compile(r"(?<!\\)\|")

TabRow = list[list[Line]]
"""Cells of parts of printed lines."""


def tab_rows(lines: list[Line], at: int, budget: Budget) -> list[TabRow]:
    """
    Return the rows of tabs that begin at ``lines[at]``; each takes one line, and those that its open HTML list takes.

    Raises:
        ReadError: ``too-many-rows`` or ``too-many-cells``.
    """
    rows: list[TabRow] = []
    depth = 0
    while at < len(lines):
        line = lines[at]
        if "\t" in line.text:
            budget.row(line.text.count("\t") + 1, line.number)
            rows.append([[part] for part in _split_at_tabs(line)])
            depth = _opened(rows[-1][-1][0].text)
        elif depth > 0 and _GOES_ON.match(line.text):
            rows[-1][-1].append(line)
            depth += _opened(line.text)
        else:
            break
        at += 1
    return rows


def line_count(rows: list[TabRow]) -> int:
    """Return how many lines the rows take."""
    return sum(len(row[-1]) for row in rows)


def is_running_text(rows: list[TabRow], lines: list[Line]) -> bool:
    """
    Whether the tabs of these rows only indent, or only part list markers from their items.

    A word processor saves ``1.<tab>text`` for a numbered paragraph and ``<tab>text`` for an indented one. The group as
    a whole decides: one line with another tab, and all of them are rows.
    """
    first = lines[0].text.rstrip(" ")
    if first.startswith("\t") and len(rows) > 1 and not _LIST_LINE.fullmatch(first) and not _all_indented(lines):
        return False
    return all(_LIST_LINE.fullmatch(text) or _INDENTED.fullmatch(text) for text in (x.text.rstrip(" ") for x in lines))


def _all_indented(lines: list[Line]) -> bool:
    return all(_INDENTED.fullmatch(line.text.rstrip(" ")) for line in lines)


def _split_at_tabs(line: Line) -> list[Line]:
    parts: list[Line] = []
    column = line.column
    for text in line.text.split("\t"):
        parts.append(Line(text, line.number, column))
        column += len(text) + 1
    return parts


def _opened(text: str) -> int:
    """Return how many lists and paragraphs a text opens more than it closes."""
    if "<" not in text:
        return 0
    return sum(-1 if closing else 1 for closing in _OPEN_OR_CLOSE.findall(text))


def tab_row(row: TabRow, budget: Budget) -> Row:
    """Return a row of tabs with its cells read."""
    first = row[0][0]
    cells = [cell(parts, parts[0].number, parts[0].column, budget) for parts in row]
    return Row(tuple(cells), first.number)


def begins_pipe_table(lines: list[Line], at: int) -> bool:
    """Whether the line, which has a pipe, is a row: by its outer pipe, two pipes, or a next line like it."""
    text = lines[at].text
    if text.lstrip().startswith("|") or text.count("|") > 1:
        return True
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    return "|" in following and (is_ruler(following) or following.count("|") == text.count("|"))


def is_ruler(text: str) -> bool:
    """Whether a line only rules off: ``|---|:-:|`` or ``+----+``; a row of single dashes is a row."""
    bare = text.strip()
    if bare.startswith("+"):
        return not bare.strip("+-=:| ")
    return not bare.strip("|-: ") and ("--" in bare or ":-" in bare or "-:" in bare)


def pipe_row(line: Line, budget: Budget, first: str = "|") -> Row:
    """
    Return a row of pipes with its cells read; the outer pipes may be missing.

    Args:
        line: The row.
        budget: What is left of the limits.
        first: The first row of the table: where it has no outer pipe, and as many pipes, the row begins with an empty
            cell.

    Raises:
        ReadError: ``too-many-rows``, ``too-many-cells`` or ``too-many-pieces``.
    """
    text = line.text
    budget.row(text.count("|") + 1, line.number)
    begin = len(text) - len(text.lstrip())
    empty = not first.lstrip().startswith("|") and text.count("|") == first.count("|")
    begin += text.startswith("|", begin) and not empty
    end = len(text.rstrip())
    if end > begin and text[end - 1] == "|" and text[end - 2] != "\\":
        end -= 1
    cells = []
    for part in _split_at_pipes(text[begin:end]):
        segment = Line(part, line.number, line.column + begin)
        cells.append(cell((segment,), line.number, segment.column, budget))
        begin += len(part) + 1
    return Row(tuple(cells), line.number)


def _split_at_pipes(text: str) -> list[str]:
    return _PIPE.split(text) if "\\|" in text else text.split("|")
