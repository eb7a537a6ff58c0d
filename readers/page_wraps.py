"""
Printed lines that are one: a word processor went on in the next line because the next word had no room.

Where the next word would have found room, somebody has pressed Enter, and the lines stay apart: a name, a rank and an
NIP below one another. In running text only wide lines are joined; short ones are titles, addresses and signatures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readers.page import Box, Page
from readers.page_flow import PrintedLine, box_of
from readers.ruled_grid import RuledTable

WIDE = 0.6
"""Share of the width of the text from which a line of running text may go on in the next."""
INDENT = 45.0
"""Points by which the lines of one item may begin at different places."""
SAME_EDGE = 3.0
"""Points by which lines of a paragraph after its first may begin at different places."""
MIN_PAD, MAX_PAD = 1.0, 6.0
"""Points between a ruling and the words of its cell."""
BLANK = 0.22
"""Width of a blank, as a share of the height of its line."""
LINE_STEP = 2.0
"""Heights of a line that the next one may stand below, inside a cell."""

MAX_INITIAL = 3
"""Characters of ``H.`` or ``Dr.``, which end nothing."""

_BEGINS = re.compile(
    r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{2,5})[.)]\S{0,3}|[-–—•●▪◦‣·○■□➢➤*]|[\uf0a0-\uf0ff]|(?i:nip|nrp|ttd)\b.*"
)
"""First words of a line that begins something: a marker, the number of an official."""


def text_width(page: Page, lines: Sequence[PrintedLine], tables: Sequence[RuledTable]) -> tuple[float, float]:
    """From where to where running text and tables reach on a page."""
    boxes = [box_of(line) for line in lines] + [table.box for table in tables]
    if not boxes:
        return 0.0, page.width
    return min(box[0] for box in boxes), max(box[2] for box in boxes)


def running_wraps(lines: Sequence[PrintedLine], reach: tuple[float, float]) -> Iterator[list[PrintedLine]]:
    """Yield the lines of a paragraph, those together that are one; `reach` is how far text goes to left and right."""
    left, right = reach
    group: list[PrintedLine] = []
    for line in lines:
        if group and not _goes_on_in(group, line, left, right):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def cell_wraps(lines: Sequence[PrintedLine], cell: Box) -> Iterator[list[PrintedLine]]:
    """Yield the lines of a cell, those together that are one."""
    boxes = [box_of(line) for line in lines if not line[0].turn]
    pad = min((box[0] for box in boxes), default=cell[0]) - cell[0]
    right = cell[2] - min(max(pad, MIN_PAD), MAX_PAD)
    is_centred = all(abs(box[0] + box[2] - cell[0] - cell[2]) < 2 * SAME_EDGE for box in boxes)
    group: list[PrintedLine] = []
    for line in lines:
        if group:
            reach = box_of(group[-1])[0] + cell[2] - cell[0] - 2 * MAX_PAD if is_centred else right
            if line[0].turn != group[-1][0].turn or not (line[0].turn or _has_no_room(group[-1], line, reach)):
                yield group
                group = []
        group.append(line)
    if group:
        yield group


def glue(above: PrintedLine, below: PrintedLine, right: float) -> str:
    """What stands between two lines that are one: nothing where a word was parted, else a blank."""
    last, first = above[-1].text, below[0].text
    if last.endswith("/") or (len(last) > 1 and last.endswith("-") and last[-2].isalpha()):
        return ""
    letter = above[-1].x1 - above[-1].x0
    is_full = above[-1].x1 + 0.8 * letter / max(1, len(last)) > right
    if len(above) == 1 and is_full and last.isalpha() and first[:1].islower() and len(first) < 4:
        return ""
    return " "


def _goes_on_in(group: Sequence[PrintedLine], below: PrintedLine, left: float, right: float) -> bool:
    above = group[-1]
    a, b = box_of(above), box_of(below)
    if a[2] - a[0] < WIDE * (right - left) or not -INDENT <= b[0] - a[0] <= INDENT:
        return False
    if len(group) > 1 and abs(b[0] - a[0]) > SAME_EDGE:
        return False
    if b[0] < a[0] - SAME_EDGE and _BEGINS.fullmatch(above[0].text):
        return False
    return _has_no_room(above, below, right)


def _has_no_room(above: PrintedLine, below: PrintedLine, right: float) -> bool:
    """Whether the first word of a line would not have fitted at the end of the line above."""
    a, b = box_of(above), box_of(below)
    height = a[3] - a[1]
    if above[0].turn or below[0].turn or b[1] - a[1] > LINE_STEP * max(height, b[3] - b[1]):
        return False
    if above[-1].text[-1:] == "/" and above[-1].text != "/":
        return True  # `Kasi/` over `Kasubbag`: one name, however it is parted
    if _BEGINS.fullmatch(below[0].text) or _ends(above[-1].text) or abs(height - (b[3] - b[1])) > 0.25 * height:
        return False
    first = below[0]
    return a[2] + BLANK * height + (first.x1 - first.x0) > right + 0.5


def _ends(word: str) -> bool:
    """Whether a word ends a sentence, an item or a label; an initial does not."""
    return word[-1:] in (";", ":") or (word[-1:] == "." and len(word) > MAX_INITIAL)
