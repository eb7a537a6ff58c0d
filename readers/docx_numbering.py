"""
Numbers that Word prints before paragraphs and stores nowhere (ECMA-376 part 1, 17.9): counted as Word counts them.

Lists of one definition count together; a list may restart a level when it is first used, and a level restarts after
each paragraph of a higher one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from readers.docx_styles import Styles
from readers.docx_tree import Node, whole

LEVELS = 9
MAX_NUMBER = 32_767
"""The greatest number of Word."""
MAX_MARKER = 40
"""Characters of a marker; what a file states beyond is cut."""
BULLET = "•"

_PLACE = re.compile(r"%([1-9])")
_DASHES = frozenset("-–—")
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and prints."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    """After which level, from 1, it restarts; 0 for never; None for any higher one."""
    legal: bool = False
    """All numbers are printed in digits."""
    style: str = ""
    """The paragraph style that belongs to this level."""
    picture: bool = False
    """A picture stands in the place of the number."""


@dataclass(slots=True)
class _Definition:
    levels: dict[int, Level] = field(default_factory=dict)
    link: str = ""
    """The style whose list is meant instead."""
    counts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _List:
    definition: _Definition
    levels: dict[int, Level]
    restarts: dict[int, int]
    """Numbers at which levels begin anew when this list first uses them."""


class Numbering:
    """The lists of a file; counts as paragraphs are read, in document order."""

    def __init__(self, root: Node | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions = {node.get("abstractNumId"): _definition(node) for node in _all(root, "w:abstractNum")}
        self._nodes = {node.get("numId"): node for node in _all(root, "w:num")}
        self._lists: dict[str, _List | None] = {}

    def marker(self, list_id: str, level: int | None, style: str) -> str | None:
        """
        Count one paragraph of a list and return what is printed before it; None when that is nothing.

        Args:
            list_id: `w:numId`; ``0`` takes a paragraph out of its list.
            level: From 0; None where only the style of the paragraph tells it.
            style: The id of that style.
        """
        found = self._list(list_id)
        if found is None:
            return None
        at = _level_of(found, style) if level is None else max(0, min(level, LEVELS - 1))
        count(found, at)
        return printed(found.levels, found.definition.counts, at) or None

    def _list(self, list_id: str) -> _List | None:
        if list_id not in self._lists:
            node = self._nodes.get(list_id)
            self._lists[list_id] = None if node is None else self._made(node)
        return self._lists[list_id]

    def _made(self, node: Node, depth: int = 0) -> _List | None:
        link = node.child("w:abstractNumId")
        definition = self._definitions.get(link.get("val")) if link else None
        if definition is None:
            return None
        if definition.link and depth < 3:
            number = self._styles.of(definition.link).number
            other = self._nodes.get(number[0]) if number else None
            linked = self._made(other, depth + 1) if other else None
            definition = linked.definition if linked else definition
        return _with_overrides(node, definition)


def _all(root: Node | None, name: str) -> list[Node]:
    return list(root.all(name)) if root else []


def _definition(node: Node) -> _Definition:
    found = _Definition({whole(level.get("ilvl")): _level(level) for level in node.all("w:lvl")})
    link = node.child("w:numStyleLink")
    found.link = link.get("val") if link else ""
    return found


def _level(node: Node) -> Level:
    values = {child.name: child.get("val") for child in node.children}
    return Level(
        start=_number(values.get("w:start"), 1),
        format=values.get("w:numFmt", "decimal"),
        text=values.get("w:lvlText", "")[:MAX_MARKER],
        restart=_number(values["w:lvlRestart"], 0) if "w:lvlRestart" in values else None,
        legal=bool(node.on("w:isLgl")),
        style=values.get("w:pStyle", ""),
        picture="w:lvlPicBulletId" in values,
    )


def _number(text: str | None, default: int) -> int:
    return max(0, whole(text or "", default, most=MAX_NUMBER))


def _with_overrides(node: Node, definition: _Definition) -> _List:
    levels, restarts = dict(definition.levels), {}
    for override in node.all("w:lvlOverride"):
        at = whole(override.get("ilvl"))
        own, start = override.child("w:lvl"), override.child("w:startOverride")
        if own is not None:
            levels[at] = _level(own)
        if start is not None:
            restarts[at] = _number(start.get("val"), 1)
            levels[at] = replace(levels.get(at, Level()), start=restarts[at])
    return _List(definition, levels, restarts)


def _level_of(found: _List, style: str) -> int:
    return next((at for at, level in found.levels.items() if level.style and level.style == style), 0)


def count(found: _List, at: int) -> None:
    """Count one paragraph at a level; lower levels begin anew."""
    counts = found.definition.counts
    level = found.levels.get(at, Level())
    if at in found.restarts:
        counts[at] = found.restarts.pop(at)
    else:
        counts[at] = min(counts.get(at, level.start - 1) + 1, MAX_NUMBER)
    for lower in [lower for lower in counts if lower > at]:
        restart = found.levels.get(lower, level).restart
        if restart is None or at < restart:
            del counts[lower]


def printed(levels: dict[int, Level], counts: dict[int, int], at: int) -> str:
    """Return the number of a paragraph as printed: ``1.``, ``a)``, ``II.3``; a dash or a dot for any bullet."""
    level = levels.get(at, Level(text=f"%{at + 1}."))
    if level.format == "bullet":
        return level.text if level.text in _DASHES else BULLET if level.text.strip() or level.picture else ""

    def number(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        own = levels.get(place, Level())
        return in_format(counts.get(place, own.start), "decimal" if level.legal else own.format)

    return _PLACE.sub(number, level.text).strip()[:MAX_MARKER]


def in_format(number: int, kind: str) -> str:
    """Return a number in a format of Word; formats that no Indonesian office uses, in digits."""
    if kind in ("none", "bullet"):
        return ""
    if kind == "decimalZero":
        return f"{number:02}"
    if kind in ("lowerLetter", "upperLetter") and 0 < number <= 780:
        letters = chr(97 + (number - 1) % 26) * (1 + (number - 1) // 26)
        return letters if kind == "lowerLetter" else letters.upper()
    if kind in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        return _roman(number) if kind == "lowerRoman" else _roman(number).upper()
    return str(number)


def _roman(number: int) -> str:
    letters = ""
    for value, letter in _ROMAN:
        letters += letter * (number // value)
        number %= value
    return letters
