"""
Performance data as they were read: what `patuh extract` prints for a Laporan Kinerja, a form or a workbook.

A table is kept by columns, as it was read: an indicator of its own (`Indicator`) is made when somebody wants it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from schemas.base import Small, record, small
from schemas.blocks import Notice
from schemas.evidence import Evidence, Value
from schemas.sop import Section, Signature, Text

QuantityState = Literal["number", "nil", "range", "date", "words", "blank", "dash", "missing", "error", "invalid"]
"""
number   a number, with or without unit
nil      ``nihil``, ``nol``: zero in words
range    ``80-85``: `low` to `value`
date     a day
words    a rating or a note that is no number: ``BB``, ``WTP``, ``3 dari 4``; `value` where a rating gives its number:
         ``B (65,40)``
blank    nothing
dash     ``-``
missing  ``n/a``, ``belum ada``, ``tidak ada data``
error    an error of the spreadsheet (``#DIV/0!``), or a formula without result
invalid  meant as a number and none: ``12,3,4``, ``1e400``
"""

GIVEN: frozenset[str] = frozenset({"number", "nil", "range", "date", "words"})
"""States in which something is stated."""
ABSENT: frozenset[str] = frozenset({"blank", "dash", "missing"})
"""States in which nothing is stated."""

DocumentType = Literal["agreement", "action_plan", "form", "quarterly", "report", "indicators", "other"]
"""
agreement   Perjanjian Kinerja, Penetapan Kinerja
action_plan Rencana Aksi
form        form of data collection, pengukuran kinerja
quarterly   a report on a quarter
report      Laporan Kinerja (LKjIP, LAKIP)
indicators  Indikator Kinerja Utama
"""

TableType = Literal["indicators", "budget", "scale", "comparison", "other"]

ColumnRole = Literal[
    "no", "sasaran", "indicator", "unit", "polarity", "formula", "target", "realization", "capaian", "category",
    "program", "pagu", "spent", "spent_percent", "source", "owner", "remarks", "year", "interval",
]  # fmt: skip
"""
program        programme, kegiatan or subkegiatan
pagu           budget; spent = its realization, spent_percent = the share
year           figures of the year that the heading names, in a comparison
interval       a class of a scale
"""

MEASURES: frozenset[str] = frozenset({"target", "realization", "capaian", "pagu", "spent", "spent_percent", "year"})
"""Roles whose cells are quantities; the cells of all others are words."""

Polarity = Literal["higher", "lower"]
"""higher = more is better."""


@small
class Quantity(Small):
    """What a cell states where a number is wanted."""

    text: str
    """As printed."""
    state: QuantityState
    value: Decimal | None = None
    """A percentage in percent (97.25); of a range the upper end."""
    low: Decimal | None = None
    percent: bool = False
    """Printed with a percent sign, or under a format of percent."""
    unit: str | None = None
    """Words beside the number, as printed: ``dokumen``, ``Rp``."""
    decimals: int = 0
    """Printed decimals: what it may be rounded by; ``Rp 1,2 miliar`` is rounded to hundreds of millions, -8."""
    ambiguous: bool = False
    """``1.234`` may be 1234 or 1.234, and no other number of its column told which."""
    computed: bool = False
    """The result of a formula that the file does not hold."""
    day: dt.date | None = None
    bound: Literal["least", "most"] | None = None
    """``≥ 90``, ``minimal 90`` is the least, ``< 5``, ``maksimal 5`` the most."""

    @property
    def given(self) -> bool:
        """Something is stated."""
        return self.state in GIVEN


NOTHING = Quantity("", "blank")


@record
class Column(Small):
    """A column of a table."""

    index: int
    """From 0."""
    title: Text | None
    """The words of all its heading cells, the spanning one first."""
    role: ColumnRole | None = None
    period: str = "year"
    """
    ``year``; ``q1`` to ``q4``; ``to_q1`` to ``to_q4`` (s.d. triwulan); ``s1``, ``s2``; ``m1`` to ``m12``;
    ``quarters`` (one cell for all four); ``y1`` to ``y5`` (years of the plan); ``end`` (of the plan); ``base`` (where
    it began); ``before`` (the year before, or before a change).
    """
    year: int | None = None
    """Where the heading names one: ``Target 2024``."""
    number: str | None = None
    """The column number under it, as printed."""

    @property
    def key(self) -> str:
        """``target``, ``realization:q1``, ``target:2024``, ``year:2023``."""
        parts = [self.role or "", "" if self.period == "year" else self.period, str(self.year or "")]
        return ":".join(part for part in parts if part)


@dataclass(slots=True, eq=False)
class PerformanceTable:
    """A table by columns; its rows are those with content, without headings, column numbers and totals."""

    type: TableType
    columns: tuple[Column, ...]
    place: Callable[[int, str], Evidence]
    """Where a row (from 0) has its cell of that key; of an unknown key the first cell of the row."""
    heading: Evidence
    """The first heading cell."""
    number: Text | None = None
    """``3.1`` of ``Tabel 3.1``."""
    title: Text | None = None
    column_numbers: tuple[Text, ...] | None = None
    """The row ``1 2 3 ...`` under the headings, where there is one."""
    count: int = 0
    """Rows."""
    words: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Key -> words of each row; a sasaran or program goes on downwards where its cell is merged or left empty."""
    quantities: Mapping[str, Sequence[Quantity]] = field(default_factory=dict)
    """Key -> what each row states."""
    sasaran: Sequence[int] = ()
    """For each row which sasaran it stands under, counted from 0; -1 for none."""
    sasaran_alone: tuple[Text, ...] = ()
    """Sasaran under which no indicator stands."""
    totals: tuple[Total, ...] = ()
    hidden: bool = False
    """It stands on a hidden sheet."""
    stated: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """
    As `words`, for the columns that go on downwards: what the row itself has, or the merged cell that covers it.
    """
    columns_doubted: bool = False
    """The layout (running text, an excerpt) does not tell surely which value is whose."""
    cut: bool = False
    """The file ends inside it: its last row is not whole."""
    nested: bool = False
    """Its rows are of several levels (program, kegiatan, sub kegiatan): a total is not the sum of all of them."""
    numbers_decided: tuple[NumberDecided, ...] = ()
    """The numbers that may be read in two ways, by column, and how they were read."""
    comments: dict[tuple[int, str], str] = field(default_factory=dict)
    """Notes at cells, by row and key."""
    kept: dict[str, object] = field(default_factory=dict, repr=False)
    """What was worked out from its columns and is asked for again; of no concern to readers."""

    @property
    def keys(self) -> frozenset[str]:
        """Of all its columns."""
        return frozenset(column.key for column in self.columns if column.role)

    def column(self, key: str) -> Sequence[Quantity]:
        """What each row states; nothing where there is no such column."""
        found = self.quantities.get(key)
        return [NOTHING] * self.count if found is None else found

    def text(self, key: str) -> Sequence[str]:
        """The words of each row; none where there is no such column."""
        found = self.words.get(key)
        return [""] * self.count if found is None else found


@record
class Total(Small):
    """A row of totals or averages."""

    kind: Literal["total", "average"]
    label: Text
    quantities: dict[str, Quantity]
    """By key."""
    places: dict[str, Evidence]
    rows: tuple[int, int]
    """First row that it is about, and the one after the last."""
    unsure: bool = False
    """Whether other totals or parts of the table leave it open which rows it is about."""


@record
class TableCaption(Small):
    """The line over a table that numbers it, also where the table could not be read as one."""

    number: Text
    """``3.1`` of ``Tabel 3.1``; the evidence is the whole line."""
    title: Text | None
    goes_on: bool = False
    """Repeated after a page break: ``Lanjutan Tabel 3.1``."""
    part: int = 0
    """How many annexes begin above: each may number its tables anew."""


@record
class NumberDecided(Small):
    """Numbers of one column that may be read in two ways: ``1.234``."""

    key: str
    count: int
    first: tuple[Evidence, ...]
    """The first few cells."""
    read_as: Literal["thousands", "decimals", "mixed"]
    by: Literal["column", "row", "habit"]
    """column = other numbers of the column; row = target, realization or unit beside it; habit = Indonesian."""


@record
class ScaleClass(Small):
    """One class of the scale that a document declares."""

    label: Text
    low: Decimal | None
    """Null = no lower end."""
    high: Decimal | None
    low_included: bool = True
    high_included: bool = True
    interval: Text


@record
class Statement(Small):
    """What a sentence says about figures."""

    kind: Literal["rise", "fall", "same", "achieved", "missed", "exceeded", "average", "value", "success", "no-value"]
    """no-value = figures of a row that lost its table: ``55% n/a n/a``."""
    text: Text
    """The sentence or the part of it."""
    subject: str = ""
    """Words that name the indicator, as printed; empty for the whole office. Of an average: what it is limited to."""
    year: int | None = None
    value: Decimal | None = None
    """The figure of `year`."""
    other_year: int | None = None
    other_value: Decimal | None = None
    """What it is compared with."""
    target: Decimal | None = None
    """The target that the sentence gives."""
    percent: bool = False
    """`value` is a percentage."""
    of_capaian: bool = False
    """It speaks of the achievement (capaian, kinerja), not of the figure itself."""
    every: bool = False
    """``seluruh indikator``: it is said of all of them."""
    bound: Literal["above", "below"] | None = None
    """``di atas 90%``: `value` is a bound."""
    category: str = ""
    """The rating in words that the sentence gives."""


@record
class PerformanceReport(Small):
    """A document of performance data."""

    type: DocumentType
    title: Text | None = None
    government: Text | None = None
    unit: Text | None = None
    year: Value[int] | None = None
    quarter: int | None = None
    """1 to 4 for a report on a quarter."""
    signed: Value[dt.date] | None = None
    """The day at the last signature; of a foreword where no other is."""
    tables: tuple[PerformanceTable, ...] = ()
    captions: tuple[TableCaption, ...] = ()
    """Of all tables, in their order."""
    scale: tuple[ScaleClass, ...] = ()
    statements: tuple[Statement, ...] = ()
    sections: tuple[Section, ...] = ()
    """Headings with what stands under them."""
    signatures: tuple[Signature, ...] = ()
    notices: tuple[Notice, ...] = ()
    narrative: bool = False
    """It has chapters of running text, as a report has; a form or a workbook has not."""
    cut: bool = False
    """The file breaks off inside a table."""
    lines: tuple[int, int] = (1, 1)
