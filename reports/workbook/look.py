"""Fonts, colours and formats of numbers of the working paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from schemas.report import FindingStatus, Severity

Kind = Literal["text", "code", "number", "score", "share", "date", "input", "input_date", "bold"]
"""
text, code      words; those of a program in a font of equal widths
number, score   whole, and with two decimals
share           0.25 as 25,0%
input           to be filled in by people
bold            words of a total
"""

FONT: Final[Mapping[str, Any]] = {"font_name": "Arial", "font_size": 10}
"""Of the workbook: known everywhere, or replaced by one of the same widths."""
_FONT: Final[Mapping[str, Any]] = {**FONT, "valign": "top"}
_LINED: Final[Mapping[str, Any]] = {**_FONT, "border": 1, "border_color": "#BFBFBF"}
_WRAPPED: Final[Mapping[str, Any]] = {**_LINED, "text_wrap": True}
_INPUT: Final = "#FFF9DB"
_KINDS: Final[Mapping[Kind, Mapping[str, Any]]] = {
    "text": _WRAPPED,
    "code": {**_WRAPPED, "font_name": "Courier New", "font_size": 8},
    "number": {**_LINED, "num_format": "#,##0", "align": "right", "indent": 1},
    "score": {**_LINED, "num_format": "0.00", "align": "right", "indent": 1},
    "share": {**_LINED, "num_format": "0.0%", "align": "right", "indent": 1},
    "date": {**_LINED, "num_format": "dd-mm-yyyy", "align": "left"},
    "input": {**_WRAPPED, "bg_color": _INPUT},
    "input_date": {**_LINED, "num_format": "dd-mm-yyyy", "align": "left", "bg_color": _INPUT},
    "bold": {**_WRAPPED, "bold": True},
}
SEVERITY_COLOURS: Final[Mapping[Severity, tuple[str, str]]] = {
    Severity.CRITICAL: ("#9C1C1C", "#F8D7D7"),
    Severity.MAJOR: ("#8A4B00", "#FDE6CC"),
    Severity.MINOR: ("#6B5900", "#FFF4C2"),
    Severity.ADVICE: ("#1F4E79", "#DCEAF7"),
}
"""Letters and ground; readable on each other (contrast over 4.5)."""
STATUS_COLOURS: Final[Mapping[FindingStatus, tuple[str, str]]] = {
    "answered": ("#1F4E79", "#DCEAF7"),
    "done": ("#1E5B2E", "#DDF1E1"),
    "overruled": ("#595959", "#E7E6E6"),
    "waived": ("#5B3B82", "#EADFF5"),
}
HEAD_COLOUR: Final = "#1F3864"


class Look:
    """The formats of one workbook, each made when it is first used."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, bool], Format] = {}
        self.title = book.add_format({**_FONT, "bold": True, "font_size": 16})
        self.subtitle = book.add_format({**_FONT, "font_color": "#595959"})
        self.section = book.add_format({**_FONT, "bold": True, "font_size": 12, "bottom": 2})
        self.note = book.add_format({**_FONT, "italic": True, "font_color": "#595959"})
        self.mono = book.add_format({**_FONT, "font_name": "Courier New", "font_size": 8})
        self.head = book.add_format(
            {**_WRAPPED, "bold": True, "font_color": "#FFFFFF", "bg_color": HEAD_COLOUR, "valign": "vcenter"}
        )

    def of(self, kind: Kind, *, literal: bool = False) -> Format:
        """
        Return the format of a kind of cell.

        *literal*: what stands in it stays words when somebody edits the cell, though it begins as a formula does.
        """
        return self._format(kind, {**_KINDS[kind]}, literal=literal)

    def severity(self, severity: Severity) -> Format:
        """Return the format of a cell that names a severity."""
        letters, ground = SEVERITY_COLOURS[severity]
        return self._format(severity, {**_WRAPPED, "bold": True, "font_color": letters, "bg_color": ground})

    def status(self, status: FindingStatus) -> Format:
        """Return the format that cells of a status take on."""
        letters, ground = STATUS_COLOURS[status]
        return self._format(status, {"font_color": letters, "bg_color": ground})

    def _format(self, name: str, properties: dict[str, Any], *, literal: bool = False) -> Format:
        made = self._made.get((name, literal))
        if made is None:
            made = self._book.add_format(properties | ({"quote_prefix": True} if literal else {}))
            self._made[name, literal] = made
        return made
