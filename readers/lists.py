"""
List markers as offices print them, and lists that a conversion has run together into one line.

``1. A; 2. B`` and ``1. Camat Bukit2. Sekretaris.3. Kasi`` are several items when the numbers follow one another from
the begin of the words; numbers of citations, dates, sums and levels (``Nomor 2. ``, ``Rp. 2.``, ``S2.``) are none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

MAX_FALSE_STARTS = 1_000
"""Numbers in one line that look like the next item and are none, before the line is taken as it is."""
LOOK_BACK = 16
"""Characters before a number that tell whether it belongs to a citation."""
MAX_GAPS = 3
"""Numbers that a list in one line may leave out."""

_BULLET = re.compile(r"(?:[-–—*]\s+|-(?=[A-Za-z]{2})|[•●▪◦‣·○■□➢➤\uf0a7\uf0b7\uf0d8\uf076]\s*)(?=\S)")
_ENUMERATOR = re.compile(
    r"(\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.)(?:\s+(?=[^\d\s]|\d+\s+[^\W\d_])|(?=[^\W\d_\"“‘(]|[\"“‘(][^\W\d_]))"
    r"|(\(?[a-z][.)]|\(?[ivx]{2,5}[.)])\s+(?!n\.)(?=\S)"
    r"|([a-z])(?:\.(?=[A-Z][a-z])|\)(?=[^\W_]))"
)
_CITING = re.compile(
    r"(?:^|[\s(;,.:])(?:nomor|nomer|no|tahun|thn|pasal|ayat|butir|bab|huruf|point|poin|lampiran|rp|km|jl|tgl|"
    r"tanggal|ke|kelas|golongan|gol|tingkat|tk|eselon|halaman|hal|triwulan|tw|semester|versi|tahap|lantai|dan|atau|"
    r"sampai|hingga|s/d|s\.d)\.?\s*$",
    re.IGNORECASE,
)
_ITEM_BEGINS = re.compile(r"\s*[^\W\d_]|\s*[\"“‘(]|\s+\d+\s+[^\W\d_]")
_CELL_BULLET = re.compile(r"(?<=[^\s\d])\s+[-–•]\s+(?=[^\W_]|\()|(?<!\s)\s*•\s*(?=\S)")


class Item(NamedTuple):
    """A part of a run of words: ``text[start:end]`` with the marker that stood before it."""

    marker: str | None
    start: int
    end: int


def begins_with_word(text: str) -> bool:
    """Whether a text begins as most do: no marker can stand there, and one need not look for it."""
    return text[0].isalpha() and text[1:2].isalpha() and text[0] not in "ivx"


def leading_marker(text: str) -> tuple[str, int] | None:
    """
    Return the marker that a text begins with and where the words after it begin.

    Of a bullet and a number (``- a. text``) the number is the marker. A marker without words is none: it is a cell of a
    number column, or what is left of a line.
    """
    if begins_with_word(text):
        return None
    bullet = _BULLET.match(text)
    at = bullet.end() if bullet else 0
    number = _ENUMERATOR.match(text, at)
    if number is not None:
        return text[at : number.end()].rstrip(), number.end()
    return (text[:at].rstrip(), at) if bullet else None


def ends_in_citation(text: str) -> bool:
    """Whether a number that follows this text belongs to it: ``... Peraturan Bupati Nomor``."""
    return _CITING.search(text[-LOOK_BACK:]) is not None


def items(text: str, *, bullets: bool = False) -> list[Item]:
    """
    Return the items that a text without outer blanks holds; a text without marker is one item.

    Args:
        text: The words between two breaks.
        bullets: Whether a text that begins with ``-`` may hold more such items, as table cells do.
    """
    first = leading_marker(text)
    if first is None:
        return [Item(None, 0, len(text))]
    marker, start = first
    label = marker.strip("().")
    if label.isdigit():
        return _numbered(text, marker, start, int(label))
    if len(label) == 1 and label.isalpha():
        return _lettered(text, marker, start)
    if bullets and marker in "-–•":
        return _bulleted(text, marker, start)
    return [Item(marker, start, len(text))]


def _numbered(text: str, marker: str, start: int, number: int) -> list[Item]:
    found: list[Item] = []
    gaps = MAX_GAPS
    rejects = MAX_FALSE_STARTS
    while rejects > 0:
        at, rejects = _next_number(text, start, _like(marker, number + 1), rejects)
        step = 1
        if at < 0 and gaps:
            gaps -= 1
            step = 2
            at, rejects = _after_gap(text, start, marker, number, rejects)
        if at < 0:
            break
        found.append(Item(marker, start, _rstrip(text, start, at)))
        number += step
        marker = _like(marker, number)
        start = _skip_blanks(text, at + len(marker))
    return [*found, Item(marker, start, len(text))]


def _after_gap(text: str, start: int, marker: str, number: int, rejects: int) -> tuple[int, int]:
    """
    Look for the item after a number that was left out.

    It follows a stop, begins with the same word as the item before, or the list goes on after it.
    """
    wanted = _like(marker, number + 2)
    at, rejects = _next_number(text, start, wanted, rejects, after_stop=True)
    if at >= 0:
        return at, rejects
    at, rejects = _next_number(text, start, wanted, rejects)
    if at < 0:
        return -1, rejects
    if _first_word(text, start) == _first_word(text, at + len(wanted)):
        return at, rejects
    further, rejects = _next_number(text, at + len(wanted), _like(marker, number + 3), rejects)
    return (at if further >= 0 else -1), rejects


def _first_word(text: str, start: int) -> str:
    """The word that an item begins with: `SOP ... 3. SOP ...` is a list, whatever number is left out."""
    word = text[start : start + LOOK_BACK].split(maxsplit=1)
    return word[0].lower() if word else ""


def _like(marker: str, number: int) -> str:
    """Return the number printed as the marker is: ``(3)`` like ``(2)``."""
    return f"{'(' if marker[0] == '(' else ''}{number}{marker[-1]}"


def _next_number(text: str, start: int, marker: str, rejects: int, *, after_stop: bool = False) -> tuple[int, int]:
    """Return where the marker begins an item, or -1, and how many more false ones may be looked at."""
    at = text.find(marker, start + 1)
    while at >= 0 and rejects > 0:
        if _begins_item(text, at, at + len(marker)) and (not after_stop or _follows_stop(text, at)):
            return at, rejects
        rejects -= 1
        at = text.find(marker, at + 1)
    return -1, rejects


def _begins_item(text: str, at: int, end: int) -> bool:
    if _ITEM_BEGINS.match(text, end) is None:
        return False
    before = text[at - 1]
    if before.isspace():
        return not ends_in_citation(text[max(0, at - LOOK_BACK) : at]) and _last_printed(text, at) not in "-–/"
    if before.isalpha():
        return text[at - 2].isalpha() and not ends_in_citation(text[max(0, at - LOOK_BACK) : at])
    return before in ';)”"’' or (before in ".:" and not text[at - 2].isdigit())


def _follows_stop(text: str, at: int) -> bool:
    """Whether a sentence or item ends before ``at``: asked for where a number is left out."""
    return text[at - 1].isspace() and _last_printed(text, at) in ".;"


def _last_printed(text: str, at: int) -> str:
    """Return the printed character before ``at``; a blank where only blanks stand near."""
    return text[max(0, at - LOOK_BACK) : at].rstrip()[-1:] or " "


def _lettered(text: str, marker: str, start: int) -> list[Item]:
    found: list[Item] = []
    while True:
        letter = chr(ord(marker.strip("().")) + 1)
        following = marker.replace(marker.strip("()."), letter)
        at = text.find(f" {following} ", start) + 1
        if not letter.isalpha() or at == 0 or _last_printed(text, at) not in ";.,":
            return [*found, Item(marker, start, len(text))]
        found.append(Item(marker, start, _rstrip(text, start, at)))
        marker = following
        start = _skip_blanks(text, at + len(marker))


def _bulleted(text: str, marker: str, start: int) -> list[Item]:
    found: list[Item] = []
    for match in _CELL_BULLET.finditer(text, start):
        if match.start() <= start:
            continue
        found.append(Item(marker, start, match.start()))
        marker, start = match[0].strip(), match.end()
    return [*found, Item(marker, start, len(text))]


def _skip_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
