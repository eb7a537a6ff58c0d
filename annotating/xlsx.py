"""
Coloured cells with notes in a workbook.

Written against ECMA-376 part 1, section 18, transitional and strict. Sheets with findings, the styles, and the parts
that hold their notes change; charts, pictures, macros and all other parts stay as they are, and so do notes that are
there. A sheet has one note a cell, so that several findings share it.

Every exception is a `readers.errors.ReadError`: as `readers.xlsx`, and those of `annotating.markup`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from annotating.markup import Edits, tree, xml_text
from annotating.notes import AUTHOR, CopySpec, Note
from annotating.parts import Parts, relation_namespace
from annotating.sheet import Place, SheetWalk, first_cells, with_styles
from annotating.sheet_styles import Fills
from annotating.sheet_vml import Vml
from readers.errors import ReadError
from readers.limits import SheetLimits
from readers.packed import WORKBOOK
from readers.references import cell_position
from readers.xlsx import main_part, sheet_parts
from schemas.blocks import column_name
from schemas.evidence import Evidence
from schemas.report import Severity

MAX_NOTE_CHARACTERS = 8_000
"""Characters of the note of one cell; Excel takes 32,767."""

_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_CUT = {"id": "… (selebihnya ada dalam laporan)", "en": "… (the rest stands in the report)"}
_IN_CELL = re.compile(r"(?:.*!)?([A-Z]{1,3}[0-9]{1,7})", re.DOTALL)


@dataclass(slots=True)
class _Sheet:
    """One sheet with findings."""

    part: str
    notes: dict[Place, list[Note]] = field(default_factory=dict)


def annotated_xlsx(data: bytes, notes: Sequence[Note], spec: CopySpec, limits: SheetLimits) -> bytes:
    """
    A copy of a workbook with the notes at its cells.

    Args:
        data: The whole file.
        notes: What is to be said; `Evidence.page` is the number of the sheet, `Evidence.cell` names the cell.
        spec: Language and day.
        limits: How much a packed file may hold.
    """
    parts = Parts(data, name=spec.name, limits=limits, wording=WORKBOOK)
    main = main_part(parts.package)
    fills = Fills(parts, main)
    for sheet in _by_sheet(parts, main, notes, spec):
        _annotate(parts, sheet, fills, spec)
    fills.write()
    return parts.packed()


def _by_sheet(parts: Parts, main: str, notes: Sequence[Note], spec: CopySpec) -> list[_Sheet]:
    """The sheets with notes; those without a cell stand in the first cell of the first sheet."""
    listed = sheet_parts(parts.package, main)
    if not listed:
        raise ReadError("no-sheets", f"{spec.name} tidak memiliki lembar yang dapat diberi catatan.")
    sheets: dict[int, _Sheet] = {}
    for note in notes:
        number, place = _where(note.place)
        if number not in listed or place is None:
            number, place = min(listed), (0, 0)
            note = note if note.severity is None else note.astray(spec.lang)  # noqa: PLW2901  # said elsewhere
        sheet = sheets.setdefault(number, _Sheet(listed[number]))
        sheet.notes.setdefault(place, []).append(note)
    return [sheets[number] for number in sorted(sheets)]


def _where(place: Evidence | None) -> tuple[int, Place | None]:
    named = _IN_CELL.fullmatch(place.cell) if place is not None and place.cell is not None else None
    if place is None or named is None:
        return 0, None
    return place.page or 0, cell_position(named[1])


def _annotate(parts: Parts, sheet: _Sheet, fills: Fills, spec: CopySpec) -> None:
    data = parts.xml(sheet.part)
    shown = first_cells(data, sheet.notes)
    notes: dict[Place, list[Note]] = {}
    for place, said in sheet.notes.items():
        notes.setdefault(shown.get(place, place), []).extend(said)
    walk = SheetWalk(data, sheet.part, notes)
    walk.run()
    styles = {place: fills.style(walk.style_at(place), gravest(said)) for place, said in notes.items()}
    texts = _Texts(parts, sheet.part, walk.namespace, spec)
    new = {place: text for place in sorted(notes) if (text := texts.add(place, notes[place]))}
    texts.write()
    drawn = {place: text for place, text in new.items() if place not in texts.present}
    vml = Vml(parts, sheet.part, walk)
    vml.draw(drawn)
    parts.write(sheet.part, with_styles(walk, styles, vml.named if walk.relation is None and drawn else None))


def gravest(notes: Sequence[Note]) -> Severity | None:
    """The gravest of what is said; None for remarks."""
    return min((note.severity for note in notes if note.severity), key=lambda one: one.rank, default=None)


class _Texts:
    """The part that holds the words of the notes of a sheet."""

    def __init__(self, parts: Parts, sheet: str, namespace: str, spec: CopySpec) -> None:
        self._parts, self._sheet, self._namespace, self._wish = parts, sheet, namespace, spec
        self._part = parts.related(sheet, "comments")
        data = parts.xml(self._part) if self._part else self._empty()
        self._root = tree(data, self._part or "comments")
        self._edits = Edits(data)
        authors = self._root.child("authors")
        if authors is None:
            raise ReadError("damaged", f"Catatan sel pada {spec.name} rusak.")
        self._author = sum(1 for _ in authors.children)
        self._edits.append(authors, f'<author xmlns="{self._ns}">{AUTHOR}</author>'.encode())
        listed = self._root.child("commentList")
        if listed is None:
            raise ReadError("damaged", f"Catatan sel pada {spec.name} rusak.")
        self._list = listed
        self.present = {cell_position(one.attributes.get("ref", "")): one for one in listed.all("comment")}
        """Notes that are there."""
        self._new: list[str] = []

    @property
    def _ns(self) -> str:
        return self._namespace

    def _empty(self) -> bytes:
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return f'{head}<comments xmlns="{self._ns}"><authors/><commentList/></comments>'.encode()

    def add(self, place: Place, notes: Sequence[Note]) -> str:
        """Add the words of a cell, after those that are there; returns them."""
        lines, bold = _lines(notes, self._wish)
        runs = "".join(
            f'<r><rPr>{"<b/>" if at in bold else ""}<sz val="9"/><color indexed="81"/>'
            f'<rFont val="Tahoma"/><family val="2"/></rPr><t xml:space="preserve">'
            f"{xml_text(line)}{'' if at == len(lines) - 1 else chr(10)}</t></r>"
            for at, line in enumerate(lines)
        )
        old = self.present.get(place)
        if old is not None and (text := old.child("text")) is not None:
            gap = '<r><t xml:space="preserve">\n\n</t></r>'
            self._edits.append(text, f"{gap}{runs}".replace("<r>", f'<r xmlns="{self._ns}">').encode())
        else:
            name = f"{column_name(place[1])}{place[0] + 1}"
            self._new.append(
                f'<comment xmlns="{self._ns}" ref="{name}" authorId="{self._author}"><text>{runs}</text></comment>'
            )
        return "\n".join(lines)

    def write(self) -> None:
        """Put the part into the file."""
        self._edits.append(self._list, "".join(self._new).encode())
        if self._part is not None:
            self._parts.write(self._part, self._edits.done())
            return
        part = self._parts.unused("xl/comments{}.xml")
        self._parts.write(part, self._edits.done())
        self._parts.declare(part, _COMMENTS)
        self._parts.relate(self._sheet, "comments", part, relation_namespace(self._ns))


def _lines(notes: Sequence[Note], spec: CopySpec) -> tuple[list[str], set[int]]:
    """The lines of a note, and which of them are headings; cut where they are too long for a note."""
    lines: list[str] = []
    bold: set[int] = set()
    left = MAX_NOTE_CHARACTERS
    for note in notes:
        if len(note.text) > left:
            return [*lines, _CUT[spec.lang]], bold
        left -= len(note.text)
        if lines:
            lines.append("")
        bold.add(len(lines))
        lines += (note.heading, *note.paragraphs)
    return lines, bold
