"""
Printed lines that are one: a word processor went on in the next line because the next word had no room.

Where the next word would have found room, somebody has pressed Enter, and the lines stay apart: a name, a rank and an
NIP below one another. In running text only wide lines are joined; short ones are titles, addresses and signatures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from readers.page import Box, Page, Word
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
"""Width of a blank, as a share of the height of its line; a line is 1.12 times as high as its letters are large."""
EXACT = 0.1
"""Points by which a word may seem to have no room and have some."""
MIN_KNOWN = 8
"""Characters of a word that is known from elsewhere in the document."""
LINE_STEP = 2.0
"""Heights of a line that the next one may stand below, inside a cell."""

MAX_INITIAL = 3
"""Characters of ``H.`` or ``Dr.``, which end nothing."""

_DIGITS, _LAST_DIGITS = re.compile(r"\d{1,2}"), re.compile(r"\d{1,2}[.)]")
"""A number that a column too narrow for it parts: ``1`` over ``0.``."""
_SHORT_WORDS = frozenset(
    "ada at dan dg dgn di dia dua ini itu jam ke kpd ia bw pd per pun sd tak tgl tim utk yg".split()
)
"""Words of fewer than four letters, which are no rest of another one."""
_SHORT_FORMS = frozenset("(nip. nip. nrp. drs. dra. prof. kab. kec. kel. jln. tgl. tlp. telp. s.d.".split())
_BEGINS = re.compile(
    r"(?![A-Z]\.[A-Z][A-Za-z]{0,2}[.,]*$)\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{2,5})[.)]\S{0,3}|[-–—•●▪◦‣·○■□➢➤*]|[\uf0a0-\uf0ff]|(?i:nip|nrp|ttd)\b.*"
)
"""First words of a line that begins something: a marker (no degree: `M.Si.`), the number of an official."""


def vocabulary(pages: Sequence[Page]) -> frozenset[str]:
    """The longer words of a document, in small letters."""
    words = (word.text.strip(".,;:()").lower() for page in pages for word in page.words if len(word.text) >= MIN_KNOWN)
    return frozenset(words)


def text_width(page: Page, lines: Sequence[PrintedLine], tables: Sequence[RuledTable]) -> tuple[float, float]:
    """From where to where running text and tables reach on a page."""
    boxes = [box_of(line) for line in lines] + [table.box for table in tables]
    if not boxes:
        return 0.0, page.width
    return min(box[0] for box in boxes), max(box[2] for box in boxes)


def wider(reach: tuple[float, float], others: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """How far text goes on a page, by the other pages of its width, since a page may hold but a few short lines."""
    return min([reach[0], *(left for left, _ in others)]), max([reach[1], *(right for _, right in others)])


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
    if len(lines) == 2 and _is_parted_number(*lines):
        yield list(lines)
        return
    boxes = [box_of(line) for line in lines if not line[0].turn]
    right = cell_right(lines, cell)
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


def cell_right(lines: Sequence[PrintedLine], cell: Box) -> float:
    """How far words may reach in a cell: as far from its right ruling as they begin from its left one."""
    left = min((box_of(line)[0] for line in lines if not line[0].turn), default=cell[0])
    return cell[2] - min(max(left - cell[0], MIN_PAD), MAX_PAD)


def glue(above: PrintedLine, below: PrintedLine, right: float, known: AbstractSet[str]) -> str:
    """
    What stands between two lines that are one: nothing where a word was parted, else a blank.

    A word processor parts a word that is wider than its column without a hyphen. `known` are the words of the document.
    """
    last, first = above[-1].text, below[0].text
    if _is_parted_number(above, below):
        return ""
    if last.endswith("/") or (len(last) > 1 and last.endswith("-") and last[-2].isalpha()):
        return ""
    if len(above) > 2 or (len(above) == 2 and not _BEGINS.fullmatch(above[0].text)):
        return " "
    letter = (below[0].x1 - below[0].x0) / max(1, len(first))
    part = first.rstrip(".,;:)").lower()
    if not (last.isalpha() and first[:1].islower() and above[-1].x1 + letter > right - EXACT):
        return " "
    is_rest = len(part) < 4 and part not in _SHORT_WORDS
    whole = (last + part).lower()
    return "" if is_rest or (len(whole) >= MIN_KNOWN and whole in known) else " "


def _goes_on_in(group: Sequence[PrintedLine], below: PrintedLine, left: float, right: float) -> bool:
    above = group[-1]
    a, b = box_of(above), box_of(below)
    if a[2] - a[0] < WIDE * (right - left) or _is_heading_beside(above, below):
        return False
    if _are_centred(a, b, left, right):
        return _has_no_room(above, below, a[0] + right - left)
    if not -INDENT <= b[0] - a[0] <= INDENT and not any(abs(word.x0 - b[0]) <= SAME_EDGE for word in above):
        return False
    if len(group) > 1 and abs(b[0] - a[0]) > SAME_EDGE:
        return False
    if b[0] < a[0] - SAME_EDGE and _BEGINS.fullmatch(above[0].text):
        return False
    return _has_no_room(above, below, right)


def _is_heading_beside(above: PrintedLine, below: PrintedLine) -> bool:
    """Whether one line is bold as a whole and the word of the other line that would join it is not."""
    return (all(word.bold for word in below) and not above[-1].bold) or (
        all(word.bold for word in above) and not below[0].bold
    )


def _are_centred(above: Box, below: Box, left: float, right: float) -> bool:
    """Whether the second line stands in the middle below the first one, and both in the middle of the text."""
    same = abs(above[0] + above[2] - below[0] - below[2]) < 2 * SAME_EDGE and below[0] - above[0] > SAME_EDGE
    return same and abs(above[0] + above[2] - left - right) < 4 * SAME_EDGE


def _has_no_room(above: PrintedLine, below: PrintedLine, right: float) -> bool:
    """Whether the first word of a line would not have fitted at the end of the line above."""
    a, b = box_of(above), box_of(below)
    height = a[3] - a[1]
    if above[0].turn or below[0].turn or b[1] - a[1] > LINE_STEP * max(height, b[3] - b[1]):
        return False
    if above[-1].text[-1:] == "/" and above[-1].text != "/":
        return True  # `Kasi/` over `Kasubbag`: one name, however it is parted
    first = below[0]
    if _BEGINS.fullmatch(first.text) or _ends(above[-1].text) or not _same_size(above[-1], first):
        return False
    return a[2] + _blank(above, height) + (first.x1 - first.x0) > right + EXACT


def _same_size(one: Word, other: Word) -> bool:
    a, b = (one.size, other.size) if one.size and other.size else (one.height, other.height)
    return abs(a - b) <= 0.25 * a


def _blank(line: PrintedLine, height: float) -> float:
    """The width of a blank in a line, as printed where it has one."""
    printed = [after.x0 - before.x1 for before, after in pairwise(line)]
    return min(BLANK * height * 1.3, max(BLANK * height * 0.8, min(printed, default=BLANK * height)))


def _ends(word: str) -> bool:
    """Whether a word ends a sentence, an item or a label; an initial or another short form does not."""
    return word[-1:] in (";", ":") or (
        word[-1:] == "." and len(word) > MAX_INITIAL and word.lower() not in _SHORT_FORMS
    )


def _is_parted_number(above: PrintedLine, below: PrintedLine) -> bool:
    """Whether two lines are one number with its dot; a number by itself ends with a dot as the one below it does."""
    if len(above) != 1 or len(below) != 1:
        return False
    return bool(_DIGITS.fullmatch(above[0].text) and _LAST_DIGITS.fullmatch(below[0].text))
