"""
A standard operating procedure as it was read: what `patuh extract` prints.

Each scalar is a `Value` (value and evidence) or null: null means that it was not found, never that it was guessed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import field
from typing import Annotated, Literal

from pydantic import Field, SkipValidation
from pydantic.json_schema import SkipJsonSchema

from schemas.base import Small, record
from schemas.blocks import DigitalSignature
from schemas.doubt import ReadingDoubt
from schemas.evidence import Evidence, Value
from schemas.prose import Run

NOWHERE = Evidence("")
"""No place."""

Text = Value[str]

FieldName = Literal["number", "title", "created", "revised", "approved", "effective", "approver"]
FieldState = Literal["filled", "empty", "dash", "absent", "unplaced"]
"""
filled    the label has a value
empty     the label stands there and nothing is filled in
dash      ``-`` or ``nihil`` is filled in
absent    the label is nowhere
unplaced  the label stands there and the layout does not tell which value is its own
"""

SectionName = Literal["legal_basis", "qualifications", "related", "equipment", "warnings", "records"]
SectionState = Literal["filled", "empty", "headless", "absent", "unplaced"]
"""As `FieldState`; headless = content of this kind stands there without its heading."""

FormFamily = Literal["ap", "accreditation", "service"]
"""
ap             the form of PermenPANRB 35/2012, or none that is known
accreditation  that of puskesmas, hospitals, universities: Pengertian, Tujuan, Kebijakan, Referensi, Prosedur
service        that of the service standards: biaya, jaminan pelayanan, penanganan pengaduan
"""

SigningMedium = Literal["text", "word", "page"]
"""
text  a text file or a sheet, which shows no signature
word  a file of a word processor: what is signed is a print of it
page  pages as they are printed: PDF, pictures
"""

DateState = Literal["valid", "invalid", "incomplete", "none", "unreadable"]
"""invalid = no such day (31 Februari); incomplete = day or month left blank; none = no value at all."""


@record
class DateRead(Small):
    """A date as printed and as understood."""

    text: Text
    iso: dt.date | None
    state: DateState
    ambiguous: bool = False
    """Printed as numbers with a day of 12 or less: day/month is the Indonesian order, month/day is possible."""
    misread: bool = False
    """Letters were read as digits, or the name of the month is misspelt."""


@record
class Nip(Small):
    """An employee number as printed and as understood."""

    text: Text
    digits: str | None
    """Digits only; null where letters stand among them."""
    repaired: str | None = None
    """Digits after reading l, I, O, B and the like as digits; only where letters stand among them."""


@record
class Official(Small):
    """A person in office, as a block names one."""

    position: Text | None = None
    name: Text | None = None
    rank: Text | None = None
    nip: Text | None = None
    """Digits, null where letters stand among them or nothing is printed."""
    nip_text: Text | None = None
    """As printed."""
    below: Text | None = None
    """A second office that stands between the name and the NIP, where the rank belongs."""
    signed: Text | None = None
    """The trace of a signature, such as ``ttd``, where the text shows one."""


@record
class Signature(Official):
    """An official who signs below a text."""

    role: Literal["approver", "drafter", "checker", "other"] = "approver"
    said: Literal["approves", "knows"] | None = None
    """What the words over the block say beyond the role: `Disahkan oleh`, `Ditetapkan di`; or `Mengetahui`."""
    place: Text | None = None
    """Also where the date beside it was left open."""
    date: Value[dt.date] | None = None


@record
class SigningMark(Small):
    """A picture that may be a signature: nobody read what it shows."""

    where: Literal["near", "elsewhere"]
    """near = among the words of one who approves; elsewhere = on the same page, and no emblem of a letterhead."""
    place: Evidence


@record
class IdentityField(Small):
    """How one labelled field of the identity block was found."""

    name: FieldName
    state: FieldState
    label: Text | None = None
    """The label as printed; null when the label is absent."""
    doubt: ReadingDoubt | None = None
    """The label was recognised in spite of an error, or its value was matched with it by order."""


@record
class Identity(Small):
    """The identity block (PermenPANRB 35/2012, Bagian Identitas)."""

    number: Text | None = None
    title: Text | None = None
    created: Value[dt.date] | None = None
    revised: Value[dt.date] | None = None
    approved: Value[dt.date] | None = None
    effective: Value[dt.date] | None = None
    approver: Official | None = None
    fields: tuple[IdentityField, ...] = ()
    dates: dict[str, DateRead] = field(default_factory=dict)
    """The four dates as printed, by field name; only those with a value."""
    place: Evidence | None = None
    """Where the block begins; the note names its lines."""
    run_together: bool = False
    """Several labels stand in one line of running text: values, and words of labels, may stand apart from them."""


@record
class Amendment(Small):
    """A regulation that an amendment clause names: it changes, or confirms, the one cited."""

    type: str | None
    number: str | None
    year: int | None
    amends: str | None = None
    """What it says it changes, as ``UU 24/2014``."""


@record
class Citation(Small):
    """One item of a list of legal bases."""

    list: Literal["form", "narrative"]
    no: Text | None
    """The list marker as printed, without its dot."""
    type: Text | None
    """Short form: UU, PP, Perpres, Permendagri, PermenPANRB, Perbup, Perda, Kepmen ..."""
    issuer: Text | None
    number: Text | None
    """Without leading zeros; a long form such as ``KEP/135/M.PAN/9/2004`` stays whole."""
    year: Value[int] | None
    title: Text | None
    region: Text | None = None
    """The region of a local regulation, when it is printed."""
    amended_by: tuple[Amendment, ...] = ()
    blank: bool = False
    """A place to fill in was left open: ``Nomor … Tahun 20``."""
    split: Literal["head", "tail"] | None = None
    """Half of one citation that stands in two items."""
    cut: bool = False
    """The text of the file ends inside this item."""
    text: Text


@record
class Duration(Small):
    """The time of a step."""

    text: Text
    minutes: Value[int] | None
    """Whole minutes; a range takes its upper end; days are working days. Null when it could not be read."""
    unit: str | None = None
    """menit, jam, hari, minggu, bulan: the unit as understood."""


@record
class Mark(Small):
    """A sign in a cell of an actor column."""

    actor: int
    """Index into `Sop.actors`."""
    kind: Literal["start", "end", "mark"]
    text: Text


@record
class Step(Small):
    """One row of the step table."""

    no: Text | None
    number: int | None = None
    """The number as understood; null for letters and where none is printed."""
    text: Text | None
    actors: tuple[Text, ...] = ()
    """Titles of the marked actor columns; the evidence is the mark."""
    marks: tuple[Mark, ...] = ()
    requirements: Text | None = None
    duration: Duration | None = None
    output: Text | None = None
    remarks: Text | None = None
    part: int = 0
    """Index into `Sop.parts`."""
    phase: int = 0
    """How many rows that only name a phase (`A. Persiapan`) stand above; numbers may begin anew in each."""
    unreadable: tuple[str, ...] = ()
    """Columns whose content the layout of the file does not tell: time, output, requirements, actors."""
    cut: bool = False
    """The file ends inside this row."""
    doubt: ReadingDoubt | None = None
    """Its cells were told apart by what they look like."""
    place: Evidence


@record
class TablePart(Small):
    """A stretch of the step table between two breaks."""

    heading: Text | None
    """The heading row as printed; null when this part has none."""
    columns: int
    numbered: bool
    """Whether it has a number column."""
    place: Evidence


@record
class FormColumn(Small):
    """A column of a form of performance data."""

    title: Text | None
    """The words of all its heading cells."""
    role: str | None
    """What it holds, as `schemas.performance.ColumnRole`."""
    number: str | None = None
    """The column number under it, as printed."""
    blank: tuple[int, ...] = ()
    """For a source or a person in charge: the rows (from 1) that name an indicator and leave it empty."""


@record
class Form(Small):
    """A table of the document that is no step table and no identity block."""

    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    title: Text | None = None
    performance: bool = False
    """Its headings are those of performance data (sasaran, indikator, target, realisasi)."""
    heads: tuple[FormColumn, ...] = ()
    """Its columns by what they hold, where it is a form of performance data."""
    numbers: tuple[Text, ...] = ()
    """The row of column numbers under the headings."""
    units_told: bool = True
    """Units of the values are told: by a column, by headings, by the values themselves; or there are no values."""


@record
class Section(Small):
    """A section of the narrative guide."""

    title: Text
    text: Text | None
    markers: tuple[Text, ...] = ()
    """The list markers of its items as printed, without dot or bracket; bullets have none."""


@record
class SectionRead(Small):
    """How one section of the form was found."""

    name: SectionName
    state: SectionState
    heading: Text | None = None
    doubt: ReadingDoubt | None = None
    """The heading was recognised in spite of a typing error."""


@record
class ListEntry(Small):
    """One item of a section of the form."""

    section: SectionName
    number: int | None
    """The printed number; null for letters, bullets and unnumbered lines."""
    text: Text


@record
class Mention(Small):
    """A name of an office or a region that the running text uses."""

    kind: str
    """The word before the name: kecamatan, camat, kabupaten, kota, dinas ..."""
    name: str
    place: Evidence
    own_meant: bool = False
    """The words before it say that the document speaks of its own unit: `di lingkungan Kecamatan ...`."""
    cited: bool = False
    """The region of a local regulation: `Peraturan Bupati X Nomor ...`."""
    structural: bool = False
    """Stands in the cover, the letterhead, the identity block or a signature block."""


@record
class Cover(Small):
    """The cover page."""

    title: Text | None = None
    year: Value[int] | None = None


ColumnsRead = Literal["sure", "columns", "cells", "order"]
"""sure = rulings or the file itself part them, or there are none; else as in `GuessedColumns.told`, the least sure."""


@record
class Sop(Small):
    """One SOP of a file."""

    kind: Literal["sop"] = "sop"
    government: Text | None = None
    unit: Text | None = None
    letterhead: tuple[Text, ...] = ()
    """The lines of the letterhead over or beside the identity block; none where it was not found."""
    cover: Cover | None = None
    identity: Identity | None = None
    legal_basis: tuple[Citation, ...] = ()
    qualifications: tuple[Text, ...] = ()
    related: tuple[Text, ...] = ()
    equipment: tuple[Text, ...] = ()
    warnings: tuple[Text, ...] = ()
    records: tuple[Text, ...] = ()
    actors: tuple[Text, ...] = ()
    steps: tuple[Step, ...] = ()
    parts: tuple[TablePart, ...] = ()
    steps_state: Literal["read", "absent", "unreadable"] = "absent"
    steps_place: Evidence | None = None
    total_time: Duration | None = None
    """The time of all steps together, as a last row or a line under the table states it."""
    time_in_heading: bool = False
    has_time_column: bool = True
    has_output_column: bool = True
    has_requirements_column: bool = True
    procedure_title: Text | None = None
    """The heading right over the step table, when it names the procedure."""
    signatures: tuple[Signature, ...] = ()
    signature_note: Text | None = None
    """A note that the document was signed electronically (BSrE), which stands apart from the signatures."""
    digital_signatures: tuple[DigitalSignature, ...] = ()
    """Those of the file that are shown on pages of this SOP, or nowhere."""
    signing_marks: tuple[SigningMark, ...] = ()
    medium: SigningMedium = "text"
    """In what a signature would have to be seen."""
    sections: tuple[Section, ...] = ()
    section_reads: tuple[SectionRead, ...] = ()
    entries: tuple[ListEntry, ...] = ()
    notes: tuple[ListEntry, ...] = ()
    """Lines that only explain a list of the form (`Penjelasan : ...`) and are no item of it."""
    forms: tuple[Form, ...] = ()
    mentions: tuple[Mention, ...] = ()
    shows_signatures: bool = False
    family: FormFamily = "ap"
    doubtful: bool = False
    """Read from a layout that had to be pulled apart: findings about its sections are of medium confidence."""
    form_columns: ColumnsRead = "sure"
    """How the columns of identity block and sections were told."""
    steps_columns: ColumnsRead = "sure"
    """How those of the table of steps were told."""
    form_only: bool = False
    """The file ends in a section of the form, with no steps and no signature: it may be the first page only."""
    cut: bool = False
    """The text ends inside the form or inside a citation: what should follow may have been lost."""
    prose: Annotated[SkipJsonSchema[SkipValidation[tuple[Run, ...]]], Field(exclude=True, repr=False)] = ()
    """All words with their places, for what judges spelling; no part of what `patuh extract` prints."""
    lines: tuple[int, int]
    """First and last line of this SOP in the file."""
    extent: Annotated[SkipJsonSchema[tuple[Evidence, Evidence]], Field(exclude=True, repr=False)] = (NOWHERE, NOWHERE)
    """Where it begins and ends: its first and last line as places without words; no part of the JSON."""

    @property
    def titles(self) -> tuple[Text, ...]:
        """The titles that are there: the formal one of the identity block, that over the steps, that of the cover."""
        found = (
            self.identity.title if self.identity else None,
            self.procedure_title,
            self.cover.title if self.cover else None,
        )
        return tuple(title for title in found if title is not None and title.value)
