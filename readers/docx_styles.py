"""Styles of a Word file (ECMA-376 part 1, 17.7): what they say about headings, numbers, bold and hidden words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from readers.docx_tree import Node, whole

MAX_BASED_ON = 20
"""Styles that a style is based on, one upon the other."""
MAX_LEVEL = 6
"""The lowest level of a heading in blocks."""

_HEADING = re.compile(r"heading ([1-9])")


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says; None where it says nothing."""

    based_on: str = ""
    level: int | None = None
    """1-6 of a heading; 0 of what is surely none."""
    number: tuple[str, int | None] | None = None
    """The id of its list and its level in it, from 0."""
    bold: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    capitals: bool | None = None
    """Words show in capitals, however they were typed."""


PLAIN = Style()
"""Says nothing."""


class Styles:
    """All styles by their id."""

    def __init__(self, root: Node | None) -> None:
        self._styles: dict[str, Style] = {}
        self._whole: dict[str, Style] = {}
        self._default = ""
        for node in root.all("w:style") if root else ():
            self._styles[node.get("styleId")] = _style(node)
            if node.get("type") == "paragraph" and node.get("default") in ("1", "true", "on"):
                self._default = node.get("styleId")

    def of(self, style_id: str | None) -> Style:
        """Return a style with what it inherits; without an id that of plain paragraphs."""
        wanted = self._default if style_id is None else style_id
        found = self._whole.get(wanted)
        if found is None:
            found = self._whole[wanted] = self._inherited(wanted)
        return found

    def _inherited(self, style_id: str) -> Style:
        found = Style()
        for _ in range(MAX_BASED_ON):
            style = self._styles.get(style_id)
            if style is None:
                break
            found = over(found, style)
            style_id = style.based_on
        return found


def _style(node: Node) -> Style:
    based_on, name = node.child("w:basedOn"), node.child("w:name")
    paragraph, run = node.child("w:pPr"), node.child("w:rPr")
    return replace(
        switches(run),
        based_on=based_on.get("val") if based_on else "",
        level=_level(name.get("val").lower() if name else "", paragraph),
        number=list_of(paragraph),
    )


def switches(run: Node | None) -> Style:
    """Return what the properties of a run say."""
    if run is None:
        return PLAIN
    struck = run.on("w:strike")
    return Style(
        bold=run.on("w:b"),
        hidden=run.on("w:vanish"),
        struck=run.on("w:dstrike") if struck is None else struck,
        capitals=run.on("w:caps"),
    )


def over(upper: Style, lower: Style) -> Style:
    """Return a style that says what the upper one says, else what the lower one says."""
    if lower == PLAIN:
        return upper
    return Style(
        level=lower.level if upper.level is None else upper.level,
        number=lower.number if upper.number is None else upper.number,
        bold=lower.bold if upper.bold is None else upper.bold,
        hidden=lower.hidden if upper.hidden is None else upper.hidden,
        struck=lower.struck if upper.struck is None else upper.struck,
        capitals=lower.capitals if upper.capitals is None else upper.capitals,
    )


def _level(name: str, paragraph: Node | None) -> int | None:
    if match := _HEADING.fullmatch(name):
        return min(int(match[1]), MAX_LEVEL)
    if name == "title":
        return 1
    return outline_level(paragraph)


def outline_level(paragraph: Node | None) -> int | None:
    """Return the level of a heading that the properties of a paragraph state; 0 for body text."""
    outline = paragraph.child("w:outlineLvl") if paragraph else None
    if outline is None:
        return None
    level = whole(outline.get("val"), 9)
    return min(level + 1, MAX_LEVEL) if 0 <= level < 9 else 0


def list_of(paragraph: Node | None) -> tuple[str, int | None] | None:
    """Return the id of the list and the level that the properties of a paragraph state."""
    number = paragraph.child("w:numPr") if paragraph else None
    if number is None:
        return None
    list_id, level = number.child("w:numId"), number.child("w:ilvl")
    if list_id is None:
        return None
    return list_id.get("val"), whole(level.get("val")) if level else None
