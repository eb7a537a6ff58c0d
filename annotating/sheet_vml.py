"""
The drawing that shows the notes of a sheet: Excel keeps their boxes in VML (ECMA-376 part 4), apart from their words.

The drawing that is there is not always well-formed XML, so that new boxes go before its last tag as bytes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from annotating.markup import Edits, tree, xml_value
from annotating.parts import Parts, relation_namespace
from annotating.sheet import Place, SheetWalk
from readers.errors import ReadError
from readers.relations import relations

BOX_WIDTH = 380.0
"""Points of the box of a note."""
LINE_CHARACTERS = 70
"""Characters of a printed line of a note in such a box."""
LINE_HEIGHT = 12.0
"""Points of such a line."""
MAX_LINES = 40
"""Printed lines that a box has room for; a longer note is scrolled."""

_POINTS_PER_CHARACTER = 5.25
_PADDING = 3.75
"""Points of a column beside its characters."""
_PIXELS = 96 / 72
_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SHAPE_ID = re.compile(rb"_x0000_s(\d{1,9})")
_NAMESPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_HEAD = f'<xml {_NAMESPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>'
_SHAPE_TYPE = (
    f'<v:shapetype {_NAMESPACES} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)


class Vml:
    """The boxes of the notes of one sheet."""

    def __init__(self, parts: Parts, sheet: str, walk: SheetWalk) -> None:
        self._parts, self._sheet, self._walk = parts, sheet, walk
        self._id = ""

    def named(self) -> str:
        """The element by which the sheet names the drawing."""
        space = relation_namespace(self._walk.namespace)
        return f'<legacyDrawing xmlns="{self._walk.namespace}" xmlns:r="{space}" r:id={xml_value(self._id)}/>'

    def draw(self, texts: Mapping[Place, str]) -> None:
        """Add a box for the note of each of these cells."""
        if not texts:
            return
        part = self._old()
        old = self._parts.read(part) if part else f"{_HEAD}</xml>".encode()
        end = old.rfind(b"</")
        if end < 0:
            raise ReadError("damaged", f"Gambar catatan sel {part} rusak.")
        first = max((int(number) for number in _SHAPE_ID.findall(old)), default=1024) + 1
        kind = b"" if b'id="_x0000_t202"' in old else _SHAPE_TYPE.encode()
        boxes = "".join(self._box(place, text, first + at) for at, (place, text) in enumerate(texts.items()))
        new = old[:end] + kind + boxes.encode() + old[end:]
        if part is None:
            part = self._parts.unused("xl/drawings/patuhNotes{}.vml")
            self._declare()
            self._id = self._parts.relate(self._sheet, "vmlDrawing", part, relation_namespace(self._walk.namespace))
        self._parts.write(part, new)

    def _old(self) -> str | None:
        if self._walk.relation is None:
            return None
        _, part = relations(self._parts.package, self._sheet).get(self._walk.relation, ("", ""))
        if not self._parts.has(part):
            raise ReadError("damaged", f"Gambar catatan sel pada {self._sheet} tidak ada.")
        return part

    def _declare(self) -> None:
        """Say what files of this suffix are."""
        name = "[Content_Types].xml"
        data = self._parts.xml(name)
        root = tree(data, name)
        if not any(one.attributes.get("Extension", "").lower() == "vml" for one in root.all("Default")):
            edits = Edits(data)
            entry = f'<Default xmlns="{root.namespace}" Extension="vml" ContentType="{_TYPE}"/>'
            edits.insert(root.inside, entry.encode())
            self._parts.write(name, edits.done())

    def _box(self, place: Place, text: str, number: int) -> str:
        row, column = place
        lines = sum(max(1, math.ceil(len(line) / LINE_CHARACTERS)) for line in text.split("\n"))
        height = (min(lines, MAX_LINES) + 1) * LINE_HEIGHT
        return (
            f'<v:shape {_NAMESPACES} id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;'
            f'width:{BOX_WIDTH:g}pt;height:{height:g}pt;z-index:{number};visibility:hidden" fillcolor="#ffffe1"'
            ' o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/>'
            '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/>'
            '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
            f"<x:Anchor>{self._anchor(row, column, height)}</x:Anchor><x:AutoFill>False</x:AutoFill>"
            f"<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
        )

    def _anchor(self, row: int, column: int, height: float) -> str:
        """The box right of its cell, as Excel counts: columns and rows with pixels within them."""
        first, top = column + 1, max(0, row - 1)
        last, across = self._after(
            first, BOX_WIDTH, lambda at: self._walk.width_of(at) * _POINTS_PER_CHARACTER + _PADDING
        )
        bottom, down = self._after(top, height, self._walk.height_of)
        return f"{first}, 12, {top}, 4, {last}, {across}, {bottom}, {down}"

    @staticmethod
    def _after(start: int, points: float, size: object) -> tuple[int, int]:
        """The column or row in which so many points from the beginning of another end, and pixels within it."""
        at = start
        while points > (one := size(at)) and at < start + 400:  # type: ignore[operator]
            points -= one
            at += 1
        return at, round(points * _PIXELS)
