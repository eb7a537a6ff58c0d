"""Styles of coloured cells: those that cells have, with another fill."""

from __future__ import annotations

from annotating.markup import Edits, Element, tree, with_attributes
from annotating.parts import Parts, relation_namespace
from schemas.report import Severity

MAX_STYLES = 65_000
"""Formats of cells of a workbook; Excel takes 65,490. Beyond, a cell has its note and no colour."""

_COLOURS: dict[Severity | None, str] = {
    Severity.CRITICAL: "FFFFB3B3",
    Severity.MAJOR: "FFFFD8A8",
    Severity.MINOR: "FFFFF3A6",
    Severity.ADVICE: "FFCFE5FF",
    None: "FFE3E3E3",
}
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
)


class Fills:
    """Makes styles of cells while they are asked for."""

    def __init__(self, parts: Parts, main: str) -> None:
        self._parts, self._main = parts, main
        self._part = parts.related(main, "styles")
        self._data = parts.xml(self._part) if self._part else _EMPTY.encode()
        self._root = tree(self._data, self._part or "styles")
        self._fills, self._formats = self._root.child("fills"), self._root.child("cellXfs")
        self._made: dict[tuple[int, Severity | None], int] = {}
        self._colours: dict[Severity | None, int] = {}
        self._new: list[bytes] = []

    def style(self, base: int, severity: Severity | None) -> int:
        """The style of a cell that had the style *base*, coloured."""
        key = base, severity
        if key not in self._made:
            self._made[key] = self._make(base, severity)
        return self._made[key]

    def _make(self, base: int, severity: Severity | None) -> int:
        if self._fills is None or self._formats is None:
            return base
        formats = self._formats.children
        number = len(formats) + len(self._new)
        if number >= MAX_STYLES or not 0 <= base < len(formats):
            return base
        self._new.append(self._coloured(formats[base], self._fill(severity, self._fills)))
        return number

    def _fill(self, severity: Severity | None, fills: Element) -> int:
        return self._colours.setdefault(severity, len(fills.children) + len(self._colours))

    def _coloured(self, old: Element, fill: int) -> bytes:
        tag = self._data[old.start : old.inside]
        changed = with_attributes(tag, {"fillId": str(fill), "applyFill": "1"})
        return changed + self._data[old.inside : old.end]

    def write(self) -> None:
        """Put the styles into the file."""
        if not self._new or self._fills is None or self._formats is None:
            return
        edits = Edits(self._data)
        fills = "".join(
            f'<fill xmlns="{self._root.namespace}"><patternFill patternType="solid">'
            f'<fgColor rgb="{_COLOURS[severity]}"/><bgColor indexed="64"/></patternFill></fill>'
            for severity in self._colours
        )
        count = str(len(self._fills.children) + len(self._colours))
        edits.append(self._fills, fills.encode(), {"count": count})
        count = str(len(self._formats.children) + len(self._new))
        edits.append(self._formats, b"".join(self._new), {"count": count})
        if self._part is None:
            self._part = self._parts.unused("xl/patuhStyles{}.xml")
            self._parts.declare(self._part, _TYPE)
            self._parts.relate(self._main, "styles", self._part, relation_namespace(self._root.namespace))
        self._parts.write(self._part, edits.done())
