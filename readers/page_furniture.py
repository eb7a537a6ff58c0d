"""
Heads and feet of pages: lines at the edge of a page that stand on several pages.

A number of a page goes. A line that is the same on several pages is kept where it stands first, for it may say
something (``Dokumen ini telah ditandatangani secara elektronik``); at the top only small letters tell it from the
letterhead or the title of a further SOP in the same file, which is kept.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from readers.page import Page, Word
from readers.page_flow import PrintedLine, box_of

EDGE = 0.11
"""Share of the height of a page in which its head and foot stand."""
EDGE_LINES = 3
"""Lines of a head or foot."""
MOVED = 4.0
"""Points by which it may stand higher or lower on another page."""
MIN_PAGES = 3
"""Pages from which a line at the top is a head."""

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[-–—|(\s]*(?:\d{1,4}|[ivxlIVXL]{1,6})[-–—|)\s]*")


def without_furniture(pages: Sequence[Page], lines: Sequence[list[PrintedLine]]) -> list[list[PrintedLine]]:
    """
    Leave out heads and feet.

    Args:
        pages: All pages.
        lines: For each page its lines of running text, from top to bottom.
    """
    found: dict[tuple[str, bool, int], list[tuple[int, PrintedLine]]] = defaultdict(list)
    dropped: set[int] = set()
    for at, (page, printed) in enumerate(zip(pages, lines, strict=True)):
        for line, is_top, distance in _edges(page, printed):
            text = _text(line)
            if _PAGE_NUMBER.fullmatch(text):
                dropped.add(id(line))
            else:
                found[_DIGITS.sub("#", text), is_top, round(distance / MOVED)].append((at, line))
    for (_, is_top, _), same in found.items():
        dropped |= _repeated(same, is_top=is_top)
    return [[line for line in printed if id(line) not in dropped] for printed in lines]


def _text(line: PrintedLine) -> str:
    return " ".join(word.text for word in line)


def _edges(page: Page, lines: Sequence[PrintedLine]) -> list[tuple[PrintedLine, bool, float]]:
    """Lines at the top and the bottom: the line, whether it is at the top, its distance from the edge."""
    edges: list[tuple[PrintedLine, bool, float]] = []
    zone = EDGE * page.height
    for line in lines[:EDGE_LINES]:
        box = box_of(line)
        if box[3] <= zone and not _turned(line):
            edges.append((line, True, box[1]))
    for line in lines[-EDGE_LINES:]:
        box = box_of(line)
        if page.height - box[1] <= zone and not _turned(line):
            edges.append((line, False, page.height - box[3]))
    return edges


def _turned(line: Sequence[Word]) -> bool:
    return bool(line[0].turn)


def _repeated(same: Sequence[tuple[int, PrintedLine]], *, is_top: bool) -> set[int]:
    """What of lines that stand alike on several pages is left out."""
    texts = [_text(line) for _, line in same]
    if len({page for page, _ in same}) < 2:
        return set()
    if len(set(texts)) == len(texts) and _counts(same, texts):
        return {id(line) for _, line in same}
    if is_top and (len(same) < MIN_PAGES or texts[0].isupper()):
        return set()
    return {id(line) for _, line in same[1:]} if len(set(texts)) == 1 else set()


def _counts(same: Sequence[tuple[int, PrintedLine]], texts: Sequence[str]) -> bool:
    """Whether one number in the lines counts the pages."""
    numbers = [[int(digits[:9]) for digits in _DIGITS.findall(text)] for text in texts]
    pages = [page for page, _ in same]
    return any(
        len({n - page for n, page in zip(column, pages, strict=True)}) == 1 for column in zip(*numbers, strict=True)
    )
