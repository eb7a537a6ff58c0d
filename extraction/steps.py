"""
The step table (PermenPANRB 35/2012, Bagian Flowchart): Nomor, Kegiatan, Pelaksana, Mutu Baku, Keterangan.

Headings of one or two rows, columns in any order, one table over several pages with or without a repeated heading and
with a column more or less. A table whose columns the text does not tell apart any more is said to be unreadable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from extraction.durations import heading_unit, parse_duration
from extraction.labels import column_role
from extraction.letterhead import says_sop, strip_sop_words
from extraction.lists import marker_number
from extraction.stream import Line, holds_heading, joined, place, slice_piece, value_of
from schemas.blocks import Piece, Shape
from schemas.doubt import ReadingDoubt
from schemas.evidence import Evidence, Value
from schemas.sop import Duration, Mark, Step, TablePart, Text

MIN_ACTOR_CHARS = 2
"""A shorter word in an actor column is a mark."""
MAX_STEPS = 2_000
"""More rows than this are no procedure; the caller refuses the document."""
MAX_PHASE_MARKER_CHARS = 5
"""A longer cell in the column of numbers holds the name of a phase, not its letter or roman number (`VIII.`)."""
MAX_LINES_BETWEEN = 6
"""Lines of running text that may stand between two pages of one table."""

_QUALITY_ROLES = frozenset({"actors", "quality", "requirements", "time", "output"})
_ACTIVITY = re.compile(r"uraian|kegiatan|aktivitas|aktifitas|langkah|tahap|prosedur|proses")
_STEP_NO = re.compile(r"^\(?(\d{1,3})\s*[.)]*$")
_LETTER_NO = re.compile(r"^\(?([A-Za-z]|[ivxIVX]{1,5})\s*[.)]+$")
_LEADING_NO = re.compile(r"^(\d{1,3})\s?[.)]\s*")
_NUMBER_CELL = re.compile(r"^\(?\d{1,2}\)?\.?$")
_TIME_CELL = re.compile(
    r"(?i)^\D{0,12}[\d½¼¾]+(?:[\d.,/x\s–-]|\([a-z ]+\))*(?:menit|mnt|jam|hari|hr|minggu|bulan|detik|tahun|['’′\"”]|$)"
)
_SIGNS = re.compile(
    r"(?i)^(?:mengetahui|menyetujui|disusun|diperiksa|disahkan|ditetapkan|[a-z ]{3,40},\s+\d{1,2}\s+[a-z]+\s+\d{4})"
)
"""The first words of a table of signatures."""
_TOTAL = re.compile(r"(?i)^(?:jumlah|total)\b")
_TOTAL_TIME = re.compile(
    r"(?i)^\W{0,3}(?:(?:jumlah|total)\s{1,3}(?:jam|waktu|lama|durasi)|total\s{0,3}:|"
    r"(?:jangka\s{1,3})?waktu\s{1,3}penyelesaian\s{0,3}:)"
)
"""The first words of a line under the table that states how long all steps take."""
_TIME_WORDS = re.compile(r"(?i)\d.{0,20}(?:menit|mnt|jam|hari|minggu|bulan)")
MAX_TOTAL_CHARS = 120
"""A longer line is no statement of a total."""
_TITLE_WORDS = re.compile(
    r"(?i)^(?:prosedur|flow\s?chart|diagram alir|bagan alir|alur)\s{1,3}(?:sop\s)?\s{0,3}:?\s{0,3}(?=\S+\s+\S)"
)
MAX_ACTOR_NAMES = 50
"""Different actors that a column of names is read for."""
MAX_TITLE_CHARS = 200
_GOES_ON = ("/", "-", "&")
"""The end of a title that goes on below."""
_START = frozenset({"mulai", "start", "begin"})
_END = frozenset({"selesai", "end", "finish", "stop", "berakhir"})
_GROUP_AND_TITLE = re.compile(r"(?i)(pelaksana|mutu\s{1,3}baku)\s{1,3}(\S.*)", re.DOTALL)
_DAMAGED_QUALITY = re.compile(r"mutu\s+b[au]+ku")
_DAMAGED_TITLES = re.compile(r"\b(?:uraian|kegiatan|pelaksana|kelengkapan|waktu|ou?tput|keterangan)\b")
MIN_DAMAGED_TITLES = 3
"""So many column titles in one line of running text are the heading of a table that lost its columns."""
_DAMAGED_ACTIVITY = re.compile(r"\b(?:uraian|kegiatan|aktivitas|prosedur)\b")
_FIGURES: dict[Shape | None, str] = {
    "terminator": "[terminator]",
    "box": "[kotak]",
    "decision": "[belah ketupat]",
    "check": "[centang]",
}
"""Drawn figures that mark an actor, as the quotes of evidence call them when no words stand in them."""
MAX_HEADER_CHARS = 600
"""A longer row is no heading."""
MAX_TIME_CHARS = 60
"""A time is shorter than this."""
DAMAGED_WINDOW = 8
"""Lines around `Mutu Baku` in which the words of the other columns stand when a PDF lost its columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the step table."""

    role: str
    """no, activity, actor, actor_names, requirements, time, output, remarks, other"""
    title: Piece | None


@dataclass(slots=True)
class StepTable:
    """What was read of the step table of one SOP."""

    state: str = "absent"
    place: Evidence | None = None
    title: Text | None = None
    columns: list[Column] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    parts: list[TablePart] = field(default_factory=list)
    total: Duration | None = None
    """The time of all steps together, as a last row or a line under the table states it."""
    used: set[int] = field(default_factory=set)

    def has(self, role: str) -> bool:
        """Whether the table has a column of this role."""
        return any(column.role == role for column in self.columns)

    actors: list[Piece] = field(default_factory=list)
    """Titles of the actor columns of all parts, each once."""

    def actor_index(self, position: int) -> int:
        """The index into `actors` of the actor column at this position among those of the part at hand."""
        titles = [column.title for column in self.columns if column.role == "actor" and column.title]
        return self._index(titles[position]) if position < len(titles) else position

    def add_actors(self) -> None:
        """Note the actor columns of the part at hand."""
        for column in self.columns:
            if column.role == "actor" and column.title:
                self._index(column.title)

    def add_names(self, names: Sequence[Piece]) -> None:
        """Note the actors that a `Pelaksana` column without sub-columns names."""
        for name in names:
            if len(self.actors) < MAX_ACTOR_NAMES:
                self._index(name)

    def _index(self, title: Piece) -> int:
        key = title.text.lower()
        found = next((at for at, actor in enumerate(self.actors) if actor.text.lower() == key), None)
        if found is None:
            self.actors.append(title)
            found = len(self.actors) - 1
        return found


def read_steps(
    lines: Sequence[Line],
    indexes: Sequence[int],
    workday_minutes: int,
    last_line: int,
    *,
    shows_marks: bool = True,
) -> StepTable:
    """
    Read the step table among the given lines.

    Args:
        lines: The whole stream.
        indexes: The lines of this SOP, in order.
        workday_minutes: Minutes of a working day, for times in days.
        last_line: The last line of the file that has words; a row that ends there may be cut off.
        shows_marks: Whether all marks of the actor columns were read; else a row without one tells nothing.
    """
    start = next((at for at, index in enumerate(indexes) if is_header(lines[index])), None)
    if start is None:
        return _damaged(lines, indexes)
    reader = _Reader(lines, workday_minutes, last_line, shows_marks=shows_marks)
    reader.read(indexes[start:])
    table = reader.table
    _set_title(table, lines, indexes[:start])
    if not table.steps:
        table.state = "absent"
    return table


def is_header(line: Line) -> bool:
    """Tell whether a row is the heading of a step table."""
    if line.kind != "row" or len(line.cells) < 3 or len(line.text) > MAX_HEADER_CHARS:
        return False
    if not (_ACTIVITY.search(line.low) or _ACTIVITY.search(line.low.replace(" ", ""))):
        return False
    roles = {column_role(joined(cell).lower()) for cell in line.cells if cell}
    return "activity" in roles and len(roles & _QUALITY_ROLES) >= 1 and _row_number(line) is None


class _Reader:
    def __init__(self, lines: Sequence[Line], workday_minutes: int, last_line: int, *, shows_marks: bool) -> None:
        self.lines = lines
        self.shows_marks = shows_marks
        self.workday = workday_minutes
        self.last_line = last_line
        self.table = StepTable(state="read")
        self.unit: str | None = None
        self.doubt: ReadingDoubt | None = None
        """About all rows."""
        self.block = -1
        self.rows: list[_Row] = []
        self.unnumbered = 0
        """Rows so far of words alone, without a number: they name a phase."""
        self.spanning: dict[int, tuple[int, tuple[Piece, ...]]] = {}
        """Column to the cell that reaches down into it: how many rows more, and its words."""
        self.parted = False
        """The next row is the first one after a page break, below rows that all have a number."""

    def read(self, indexes: Sequence[int]) -> None:
        skip = between = 0
        for at, index in enumerate(indexes):
            line = self.lines[index]
            if skip:
                skip -= 1
                self.table.used.add(index)
            elif line.kind != "row":
                between += 1
                self._total_line(line)
                if between > MAX_LINES_BETWEEN or not self._goes_on(indexes[at:]):
                    break
            elif is_header(line):
                between = 0
                skip = self._header(index, [self.lines[i] for i in indexes[at + 1 : at + 6]])
                self.table.used.add(index)
            elif line.block != self.block and not self._continues(line):
                if self._next_rows_fit(indexes[at:]):
                    self._new_part(index, None)
                    self.table.used.add(index)
                    self._rest(line)
                    continue
                if self._rest(line):
                    self.block = line.block
                    self.table.used.add(index)
                    continue
                break
            else:
                if line.block != self.block:
                    self._new_part(index, None)
                between = 0
                self._row(line)
                self.table.used.add(index)
        self._doubt_shifted_columns()
        self._name_ends()
        self.table.steps = [self._step(row) for row in self._without_phases()]

    def _without_phases(self) -> list[_Row]:
        """The rows that are steps: a bare row that only names a phase (`A. Persiapan`) begins a group of them."""
        numbered = sum(row.number is not None for row in self.rows)
        kept: list[_Row] = []
        phase = 0
        for row in self.rows:
            if row.names_phase and 2 * numbered > len(self.rows):
                phase += 1
            else:
                row.phase += phase
                kept.append(row)
        return kept

    def _name_ends(self) -> None:
        """A figure of begin or end without words in the first or last row: it is the begin or the end."""
        for at, kind in ((0, "start"), (-1, "end")):
            if len(self.rows) > 1 and any(mark.text.value == _FIGURES["terminator"] for mark in self.rows[at].marks):
                self.rows[at].marks = [
                    mark.model_copy(update={"kind": kind}) if mark.text.value == _FIGURES["terminator"] else mark
                    for mark in self.rows[at].marks
                ]

    def _doubt_shifted_columns(self) -> None:
        """No row has a time under its heading though the rows hold times: the columns slipped, nothing is sure."""
        stray = sum(row.stray for row in self.rows)
        if self.rows and not any(row.time for row in self.rows) and 2 * stray >= len(self.rows):
            for row in self.rows:
                row.unreadable = ("time", "output", "requirements", "actors")

    def _goes_on(self, indexes: Sequence[int]) -> bool:
        """Whether the table goes on after some running text: a repeated heading or the next number."""
        for index in indexes[: MAX_LINES_BETWEEN + 1]:
            line = self.lines[index]
            if line.kind == "row":
                return is_header(line) or self._next_rows_fit(indexes[indexes.index(index) :])
            if len(line.text) > 160:
                return False
        return False

    def _next_rows_fit(self, indexes: Sequence[int]) -> bool:
        """Whether one of the next rows of the same block carries the next step number."""
        first = self.lines[indexes[0]]
        last = self.rows[-1].number if self.rows else None
        for index in indexes[:4]:
            line = self.lines[index]
            if line.kind != "row" or line.block != first.block:
                return False
            number = _row_number(line)
            if number is not None and last is not None:
                return 0 < number - last <= 3 and not is_number_row(line)
        return False

    def _continues(self, line: Line) -> bool:
        """Whether a row of another block goes on with this table."""
        if 2 * len(line.cells) < len(self.table.columns) or _SIGNS.match(line.text):
            return False
        if self.block < 0 or is_number_row(line):
            return bool(self.table.columns) and len(line.cells) == len(self.table.columns)
        number, last = _row_number(line), (self.rows[-1].number if self.rows else None)
        if number is not None and last is not None:
            return 0 < number - last <= 3
        return len(line.cells) == len(self.table.columns) and self._numbered_elsewhere(line)

    def _numbered_elsewhere(self, line: Line) -> bool:
        cells = _by_columns(line, self.table.columns)
        activity = cells.get("activity")
        return bool(activity) and bool(cells.get("time") or cells.get("output"))

    # headings -------------------------------------------------------------------------------------------------

    def _header(self, index: int, following: Sequence[Line]) -> int:
        """Read a heading of one or two rows; returns how many rows after the first belong to it."""
        line = self.lines[index]
        group = bool(following) and _is_group_row(line, following[0])
        following = following[1:] if group else following
        second = following[0] if following and _is_second_row(line, following[0]) else None
        third = following[1] if second and len(following) > 1 and _is_third_row(line, second, following[1]) else None
        names = following[1] if second and not third and _names_actors(line, second, following[1:2]) else None
        columns = _columns(line, _merged(second, names) if second and names else third or second)
        below = (1 if second else 0) + (1 if third or names else 0)
        has_rest = len(following) > below and _take_rest(columns, line, following[below])
        self._new_part(index, value_of([*line.pieces(), *(second.pieces() if second else [])]))
        if not self.table.columns:
            self.table.place = place(line.pieces()[0], line.text)
        if not self.table.columns or len(columns) >= len(self.table.columns) - 1:
            self.table.columns = columns
        self.table.add_actors()
        time = next((column.title for column in columns if column.role == "time" and column.title), None)
        self.unit = heading_unit(time.text) if time else self.unit
        if not self.table.has("time"):
            self._find_time_column(following)
        return below + (1 if group and second else 0) + (1 if has_rest else 0)

    def _find_time_column(self, following: Sequence[Line]) -> None:
        """A column without title whose cells are times, left or right of Output: its heading was forgotten."""
        rows = [line for line in following if line.kind == "row" and not is_number_row(line)]
        for position, column in enumerate(self.table.columns):
            cells = [
                joined(line.cells[position]) for line in rows if position < len(line.cells) and line.cells[position]
            ]
            if column.role == "other" and column.title is None and len(cells) > 1 and all(map(_is_time, cells)):
                self.table.columns[position] = Column("time", None)
                self.doubt = ReadingDoubt(reason="column")
                return

    def _new_part(self, index: int, heading: Text | None) -> None:
        line = self.lines[index]
        same_page = (
            heading is None
            and line.table is not None
            and line.table.syntax in ("tabs", "grid")
            and self.table.parts
            and len(line.cells) == self.table.parts[-1].columns
        )
        self.block = line.block
        self.parted = bool(self.rows) and all(row.no is not None for row in self.rows)
        if same_page:
            return
        width = len(line.cells) if heading is None else max(len(line.cells), 1)
        numbered = any(column_role(joined(cell).lower()) == "no" for cell in line.cells if cell) or (
            heading is None and any(_row_number(row) is not None for row in self._rows_of(index))
        )
        self.table.parts.append(TablePart(heading=heading, columns=width, numbered=numbered, place=_row_place(line)))

    def _rows_of(self, index: int) -> list[Line]:
        block = self.lines[index].block
        return [line for line in self.lines[index : index + 6] if line.block == block and not is_number_row(line)]

    # rows -----------------------------------------------------------------------------------------------------

    def _rest(self, line: Line) -> bool:
        """Take the rest of a row that a page break parts, where the first row of the next page is one."""
        if len(line.cells) != len(self.table.columns) or is_number_row(line) or not self.rows:
            return False
        row = _read_row(line, self.table.columns, len(self.table.parts) - 1)
        is_rest = row.no is None and bool(row.activity or row.output) and self._is_continuation(row)
        if is_rest:
            self._join(self.rows[-1], row)
        return is_rest

    def _row(self, line: Line) -> None:
        if line.spans or self.spanning:
            line = self._with_spans(line)
        if not (any(line.cells) or line.figures) or is_number_row(line):
            return
        row = _read_row(line, self.table.columns, len(self.table.parts) - 1)
        row.marks = [mark.model_copy(update={"actor": self.table.actor_index(mark.actor)}) for mark in row.marks]
        row.stray = not row.time and any(_has_unit(joined(cell)) for cell in line.cells if cell)
        text = joined(row.activity)
        if _TOTAL.match(text or line.text):
            self._total_row(row, line)
            return
        if row.no is None and self.rows and self._is_continuation(row):
            self._join(self.rows[-1], row)
            self.parted = False
        elif (
            row.no is not None
            or (row.activity and (row.time or row.output or row.requirements or row.marks))
            or (row.activity and not self.table.has("no") and not self.rows)
        ):
            row.phase = self.unnumbered
            self.rows.append(row)
            self.parted = False
        else:
            self.unnumbered += 1

    def _total_row(self, row: _Row, line: Line) -> None:
        """Note the time of a row `Jumlah` or `Total`: under its heading, or wherever a time with its unit stands."""
        found = self._duration(row.time)
        cells = (
            [] if found and found.minutes else [list(cell) for cell in line.cells if _TIME_WORDS.search(joined(cell))]
        )
        for cell in reversed(cells):
            found = self._duration(cell)
        self.table.total = found if found and found.minutes else self.table.total

    def _total_line(self, line: Line) -> None:
        """Note a line of running text under the table: `Total waktu: 3 jam`."""
        if self.rows and len(line.text) <= MAX_TOTAL_CHARS and _TOTAL_TIME.match(line.text):
            found = self._duration(line.pieces())
            self.table.total = found if found and found.minutes else self.table.total

    def _with_spans(self, line: Line) -> Line:
        """
        The row with the requirements, time or output that one merged cell states for it and rows above.

        A row without number and activity is the second one of a step, which has them already.
        """
        cells = list(line.cells)
        columns = zip(cells, self.table.columns, strict=False)
        begins = any(cell and column.role in ("no", "activity") for cell, column in columns)
        above, self.spanning = self.spanning, {}
        for at, (left, cell) in above.items():
            if at < len(cells) and not cells[at]:
                cells[at] = cell if begins else cells[at]
                if left > 1:
                    self.spanning[at] = (left - 1, cell)
        for at, (rows, column) in enumerate(zip(line.spans, self.table.columns, strict=False)):
            if rows > 1 and line.cells[at] and column.role in ("requirements", "time", "output", "remarks"):
                self.spanning[at] = (rows - 1, line.cells[at])
        return replace(line, cells=tuple(cells))

    def _is_continuation(self, row: _Row) -> bool:
        if not row.activity:
            return True
        if row.marks or (row.time and not self._is_rest_of_time(row)):
            return False
        beside = [cell for cell in (row.output, row.requirements) if cell]
        if self.parted and beside:
            return True
        return all(joined(cell)[:1].islower() for cell in (row.activity, *beside))

    def _is_rest_of_time(self, row: _Row) -> bool:
        """Whether the row above has the number of a time, and this one its unit: `20` over `menit`."""
        above = joined(self.rows[-1].time)
        return bool(above) and not _has_unit(above) and not any(sign.isdigit() for sign in joined(row.time))

    def _join(self, step: _Row, row: _Row) -> None:
        step.activity += row.activity
        step.requirements += row.requirements
        step.time += row.time
        step.output += row.output
        step.remarks += row.remarks
        step.marks += row.marks

    def _step(self, row: _Row) -> Step:
        short = row.width < len(self.table.columns) and not row.output
        return Step(
            no=value_of([row.no]) if row.no else None,
            number=row.number,
            text=value_of(row.activity),
            actors=self._actors(row),
            marks=tuple(row.marks),
            requirements=_value(row.requirements),
            duration=self._duration(row.time),
            output=_value(row.output),
            remarks=_value(row.remarks),
            part=row.part,
            phase=row.phase,
            unreadable=row.unreadable or (("actors",) if self._unsure_of_actors(row) else ()),
            doubt=ReadingDoubt(reason="row") if row.guessed else self.doubt,
            place=row.place,
            cut=row.last_line >= self.last_line and short,
        )

    def _unsure_of_actors(self, row: _Row) -> bool:
        """Whether a row without a mark may have one: in a column that slipped, in a picture, or drawn elsewhere."""
        return row.guessed or (not (row.marks or row.names) and (row.pictured or not self.shows_marks))

    def _actors(self, row: _Row) -> tuple[Text, ...]:
        if row.names:
            self.table.add_names(row.names)
            value = value_of(row.names)
            return (value,) if value else ()
        actors = self.table.actors
        return tuple(
            Value(actors[mark.actor].text, mark.text.evidence) for mark in row.marks if mark.actor < len(actors)
        )

    def _duration(self, pieces: list[Piece]) -> Duration | None:
        value = _value(pieces)
        if value is None:
            return None
        parsed = parse_duration(value.value, heading_unit=self.unit, workday_minutes=self.workday)
        if parsed is None or parsed.minutes is None:
            return Duration(text=value, minutes=None, unit=parsed.unit if parsed else None)
        return Duration(
            text=value,
            minutes=Value(parsed.minutes, value.evidence),
            unit=parsed.unit,
        )


@dataclass(slots=True)
class _Row:
    no: Piece | None
    number: int | None
    activity: list[Piece]
    marks: list[Mark]
    names: list[Piece]
    requirements: list[Piece]
    time: list[Piece]
    output: list[Piece]
    remarks: list[Piece]
    part: int
    width: int
    guessed: bool
    place: Evidence
    last_line: int
    stray: bool = False
    """A time stands in a column that is not the one for times."""
    unreadable: tuple[str, ...] = ()
    phase: int = 0
    pictured: bool = False
    """A picture stands in the column of an actor: it may show a mark."""

    @property
    def names_phase(self) -> bool:
        """Words alone, or after a letter or roman number, with nothing in the other columns."""
        if self.number is not None or self.marks or self.names or self.remarks:
            return False
        if self.time or self.output or self.requirements or self.no is None:
            return False
        return bool(self.activity) != (len(self.no.text) > MAX_PHASE_MARKER_CHARS)


def _is_time(text: str) -> bool:
    return bool(_TIME_CELL.match(text[:MAX_TIME_CHARS]))


def _has_unit(text: str) -> bool:
    return _is_time(text) and text.strip(" .")[-1:].isalpha()


def _value(pieces: Sequence[Piece]) -> Text | None:
    """A cell as one value; list markers are part of the words, bullets are not; `-` alone is nothing."""
    kept = [piece for piece in pieces if piece.text.strip(" -–—._…")]
    if not kept:
        return None
    words = " ".join(f"{p.marker} {p.text}" if p.marker and p.marker[0].isalnum() else p.text for p in kept)
    return Value(words, tuple([place(piece) for piece in kept]))


def _is_second_row(first: Line, second: Line) -> bool:
    if second.kind != "row" or second.block != first.block or is_header(second) or is_number_row(second):
        return False
    texts = [joined(cell).lower() for cell in second.cells]
    roles = {column_role(text) for text in texts if text}
    grouped = any(column_role(joined(cell).lower()) in ("actors", "quality") for cell in first.cells if cell)
    numbered = bool(texts) and any(_STEP_NO.match(text) for text in texts[:1])
    if numbered or not grouped:
        return False
    return bool(roles & {"requirements", "time", "output"}) or (
        not texts[0] and len([t for t in texts if t]) >= 2 and not any(_is_time(t) for t in texts if t)
    )


def _is_group_row(first: Line, second: Line) -> bool:
    """A row that holds nothing but the name of a group of actors, between the two rows of titles."""
    filled = [at for at, cell in enumerate(second.cells) if cell]
    if filled and filled[0] < len(first.cells) and joined(first.cells[filled[0]]).endswith(_GOES_ON):
        return False
    return (
        second.kind == "row" and second.block == first.block and len(filled) == 1 and 0 < filled[0] < len(first.cells)
    )


def _is_third_row(first: Line, second: Line, third: Line) -> bool:
    """Whether a group of actors (`Pejabat Struktural`) takes the second row, so that the titles stand in the third."""
    if not _is_second_row(first, third):
        return False
    roles = {column_role(joined(cell).lower()) for cell in third.cells if cell}
    fuller = sum(map(bool, third.cells)) > sum(map(bool, second.cells))
    return fuller and bool(roles & {"requirements", "time", "output"})


def _names_actors(first: Line, second: Line, below: Sequence[Line]) -> bool:
    """Whether a row under the titles only names the actors of a group: `Kelurahan` over `Staf`, `Kasi`, `Lurah`."""
    if not below or below[0].kind != "row" or below[0].block != first.block:
        return False
    roles = [column_role(joined(cell).lower()) for cell in first.cells]
    start = next((at for at, role in enumerate(roles) if role == "actors"), len(roles))
    end = next((at for at in range(start + 1, len(roles)) if roles[at] is not None), len(roles))
    filled = [at for at, cell in enumerate(below[0].cells) if cell]
    words = [joined(below[0].cells[at]) for at in filled]
    return (
        len(filled) > 1
        and start <= filled[0]
        and filled[-1] < end
        and any(not second.cells[at] for at in filled if at < len(second.cells))
        and all(len(word) > MIN_ACTOR_CHARS and word.lower() not in _START | _END for word in words)
    )


def _merged(second: Line, names: Line) -> Line:
    """The row of titles with the names of actors in the place of their groups."""
    width = max(len(second.cells), len(names.cells))
    empty: tuple[Piece, ...] = ()
    cells = [
        next((line.cells[at] for line in (names, second) if at < len(line.cells) and line.cells[at]), empty)
        for at in range(width)
    ]
    return replace(second, cells=tuple(cells))


def _columns(first: Line, second: Line | None) -> list[Column]:
    top = [_title(cell) for cell in first.cells]
    sub = [_title(cell) for cell in second.cells] if second else []
    if second and sub and sub[0] is not None and top and column_role(_low(top[0])) in ("no", "activity"):
        shift = next((i for i, piece in enumerate(top) if column_role(_low(piece)) in ("actors", "quality")), 0)
        sub = [*([None] * shift), *sub]
    if second is None:
        top, sub = _without_groups(top)
    width = max(len(top), len(sub))
    top += [None] * (width - len(top))
    sub += [None] * (width - len(sub))
    columns: list[Column] = []
    group: str | None = None
    for position in range(width):
        role = column_role(_low(top[position]))
        if top[position] is not None:
            group = role if role in ("actors", "quality") else None
        columns.append(_column(top[position], sub[position], role, group, two_rows=second is not None))
    return _single_actor_column(columns, top)


def _without_groups(titles: Sequence[Piece | None]) -> tuple[list[Piece | None], list[Piece | None]]:
    """
    Titles of one row as two rows, where two rows of a heading were run together: ``Pelaksana Camat``.

    `Pelaksana` is a group only where more titles of actors follow.
    """
    top = list(titles)
    split: list[Piece | None] = [None] * len(titles)
    for position, title in enumerate(titles):
        match = _GROUP_AND_TITLE.match(title.text) if title else None
        if title is None or match is None:
            continue
        role = column_role(match[2].lower())
        following = titles[position + 1] if position + 1 < len(titles) else None
        if match[1].lower() == "pelaksana":
            fits = role is None and following is not None and column_role(_low(following)) is None
        else:
            fits = role in ("requirements", "time", "output")
        if fits:
            top[position] = replace(title, text=match[1])
            split[position] = replace(title, text=match[2], column=title.column + match.start(2))
    return top, split


def _take_rest(columns: list[Column], first: Line, below: Line) -> bool:
    """Take the rest of titles that a page break parts: a row with nothing but `Kasubbag` under `Kasi/`."""
    filled = [at for at, cell in enumerate(below.cells) if cell]
    fits = below.kind == "row" and below.block == first.block and len(filled) > 0 and filled[-1] < len(columns)
    if not fits or not all((title := columns[at].title) and title.text.endswith(_GOES_ON) for at in filled):
        return False
    for at in filled:
        title = columns[at].title
        assert title is not None
        whole = title.model_copy(update={"text": title.text + joined(below.cells[at])})
        columns[at] = replace(columns[at], title=whole)
    return True


def _column(top: Piece | None, sub: Piece | None, role: str | None, group: str | None, *, two_rows: bool) -> Column:
    if sub is not None:
        below = column_role(_low(sub))
        if group == "actors" and below not in ("requirements", "time", "output", "remarks"):
            return Column("actor", sub)
        if below in ("requirements", "time", "output", "remarks", "activity", "no"):
            return Column(below, sub)
        return Column("actor" if group != "quality" and top is None else "other", sub)
    if role in ("no", "activity", "requirements", "time", "output", "remarks"):
        return Column(role, top)
    if role == "actors":
        return Column("actor_names" if not two_rows else "other", top)
    if top is not None and role is None and not two_rows:
        return Column("actor", top)
    return Column("other", top)


def _single_actor_column(columns: list[Column], top: list[Piece | None]) -> list[Column]:
    """A lone `Pelaksana` column without sub-columns holds names of actors, not marks."""
    if any(column.role == "actor" for column in columns):
        return columns
    return [
        Column("actor_names", column.title)
        if column.role == "other" and column_role(_low(top[position])) == "actors"
        else column
        for position, column in enumerate(columns)
    ]


def _title(cell: Sequence[Piece]) -> Piece | None:
    if not cell:
        return None
    return cell[0] if len(cell) == 1 else cell[0].model_copy(update={"text": joined(cell)})


def _low(piece: Piece | None) -> str:
    return piece.text.lower() if piece else ""


def is_number_row(line: Line) -> bool:
    """A row of column numbers: 1 2 3 ..."""
    texts = [joined(cell) for cell in line.cells if cell]
    if len(texts) < 3 or not all(_NUMBER_CELL.match(text) for text in texts):
        return False
    numbers = [int(text.strip("().")) for text in texts]
    steps = [b - a for a, b in pairwise(numbers)]
    return all(0 < step <= 2 for step in steps) or all(-2 <= step < 0 for step in steps)


def _row_number(line: Line) -> int | None:
    """The step number of a row: a cell of its own at either end, or the start of the first text."""
    cells = [cell for cell in line.cells if cell]
    if not cells:
        return None
    for cell in (cells[0], cells[-1]):
        match = _STEP_NO.match(joined(cell)) or (_STEP_NO.match(cell[0].marker) if cell[0].marker else None)
        if match:
            return int(match.group(1))
    match = _LEADING_NO.match(cells[0][0].text)
    return int(match.group(1)) if match else None


def _row_place(line: Line) -> Evidence:
    pieces = line.pieces()
    return place(pieces[0], line.text) if pieces else Evidence(quote="", line=line.no, column=1)


def _by_columns(line: Line, columns: Sequence[Column]) -> dict[str, tuple[Piece, ...]]:
    return {column.role: cell for column, cell in zip(columns, line.cells, strict=False) if cell}


def _read_row(line: Line, columns: Sequence[Column], part: int) -> _Row:
    row = _row_by_columns(line, columns, part)
    if _is_plausible(line, columns, row):
        return row
    return _row_by_kind(line, part) or row


def _empty_row(line: Line, part: int) -> _Row:
    pieces = line.pieces()
    return _Row(
        None,
        None,
        [],
        [],
        [],
        [],
        [],
        [],
        [],
        part,
        len(line.cells),
        False,
        _row_place(line),
        max((piece.line for piece in pieces), default=line.no),
    )


def _row_by_columns(line: Line, columns: Sequence[Column], part: int) -> _Row:
    row = _empty_row(line, part)
    actor = -1
    for at, (column, cell) in enumerate(zip(columns, line.cells, strict=False)):
        actor += column.role == "actor"
        if not cell:
            if column.role == "actor" and at in line.figures:
                _mark_drawn(row, actor, line.figures[at])
            continue
        if column.role == "no":
            row.no, row.number = _number(cell)
        elif column.role == "activity":
            row.activity = list(cell)
        elif column.role == "actor":
            row.marks.append(_mark(actor, cell))
        elif column.role == "actor_names":
            row.names = list(cell)
        elif column.role in ("requirements", "time", "output", "remarks"):
            getattr(row, column.role).extend(cell)
    if row.no is None:
        _number_from_text(row, has_column=any(column.role == "no" for column in columns))
    return row


def _number(cell: tuple[Piece, ...]) -> tuple[Piece | None, int | None]:
    piece = cell[0]
    text = piece.text or piece.marker or ""
    match = _STEP_NO.match(text) or (_STEP_NO.match(piece.marker) if piece.marker else None)
    if match:
        return piece.model_copy(update={"text": match.group(1)}), int(match.group(1))
    return piece, None


def _number_from_text(row: _Row, *, has_column: bool) -> None:
    """The number that stands before the words of the act, where the table has no column for it."""
    if has_column or not row.activity:
        return
    first = row.activity[0]
    if first.marker and (number := marker_number(first.marker)) is not None and first.marker[0].isdigit():
        row.no, row.number = first.model_copy(update={"text": str(number), "marker": None}), number
        row.activity[0] = first.model_copy(update={"marker": None})
    elif match := _LEADING_NO.match(first.text):
        row.no, row.number = slice_piece(first, 0, match.end(1)), int(match.group(1))
        rest = slice_piece(first, match.end(), len(first.text))
        row.activity = ([rest] if rest else []) + row.activity[1:]


def _mark(actor: int, cell: tuple[Piece, ...]) -> Mark:
    text = value_of(cell)
    assert text is not None
    word = text.value.strip(" .()[]").lower()
    kind: Literal["start", "end", "mark"] = "start" if word in _START else "end" if word in _END else "mark"
    return Mark(actor=actor, kind=kind, text=text)


def _mark_drawn(row: _Row, actor: int, figures: Sequence[Piece]) -> None:
    """Read the figures in a cell of an actor that holds no words."""
    drawn = next((piece for piece in figures if piece.shape in _FIGURES), None)
    if drawn is not None:
        words = _FIGURES[drawn.shape]
        row.marks.append(Mark(actor=actor, kind="mark", text=Value(words, (place(drawn, words),))))
    elif any(piece.shape == "image" for piece in figures):
        row.pictured = True


def _is_plausible(line: Line, columns: Sequence[Column], row: _Row) -> bool:
    """Whether the cells stand under their headings: the time looks like a time, the act like words."""
    if len(line.cells) > len(columns) and any(line.cells[len(columns) :]):
        return False
    time = joined(row.time)
    if time and not _is_time(time):
        others = [joined(cell) for cell in line.cells if cell]
        if any(_is_time(text) for text in others[1:] if text != joined(row.activity)):
            return False
    if len(line.cells) == len(columns):
        return True
    return not (any(line.cells) and not row.activity and row.no is None) and (bool(time) or not row.output)


def _row_by_kind(line: Line, part: int) -> _Row | None:
    """Read a row by what its cells look like, where columns were lost or added."""
    filled = [(at, cell) for at, cell in enumerate(line.cells) if cell]
    row = replace(_empty_row(line, part), guessed=True)
    if filled and _STEP_NO.match(joined(filled[0][1])):
        row.no, row.number = _number(filled.pop(0)[1])
    if not filled or not any(ch.isalpha() for ch in joined(filled[0][1])):
        return None
    row.activity = list(filled.pop(0)[1])
    if row.no is None:
        _number_from_text(row, has_column=False)
    times = [index for index, (_, cell) in enumerate(filled) if _is_time(joined(cell))]
    if not times:
        return None
    at = times[-1]
    row.time = list(filled[at][1])
    if at and len(joined(filled[at - 1][1])) > 2:
        row.requirements = list(filled[at - 1][1])
    after = filled[at + 1 :]
    row.output = list(after[0][1]) if after else []
    row.remarks = list(after[1][1]) if len(after) > 1 else []
    return row


def _set_title(table: StepTable, lines: Sequence[Line], before: Sequence[int]) -> None:
    """Read the title right over the table: `SOP PENGUKURAN KINERJA`, `Prosedur Pengelolaan Surat Masuk`."""
    for index in reversed(before[-MAX_LINES_BETWEEN:]):
        line = lines[index]
        if line.kind == "row":
            return
        if line.kind == "item" or len(line.text) > MAX_TITLE_CHARS:
            continue
        match = _TITLE_WORDS.match(line.text)
        rest = line.text[match.end() :] if match else strip_sop_words(line.text) if says_sop(line.text) else None
        if rest is not None and not rest[:1].islower():  # `SOP ini wajib ...` is a sentence
            at = line.text.find(rest) if rest else -1
            piece = slice_piece(line.piece, at, at + len(rest)) if at >= 0 else None
            table.title = value_of([piece]) if piece else None
            table.used.add(index)
            return


def _damaged(lines: Sequence[Line], indexes: Sequence[int]) -> StepTable:
    """A step table of which only the words are left: said, not guessed."""
    for at, index in enumerate(indexes):
        line = lines[index]
        if line.kind == "row" and not _is_run_together(line):
            continue
        if not _DAMAGED_QUALITY.search(line.low) and len(set(_DAMAGED_TITLES.findall(line.low))) < MIN_DAMAGED_TITLES:
            continue
        first = max(0, at - DAMAGED_WINDOW)
        around = indexes[first : at + DAMAGED_WINDOW]
        if any(_DAMAGED_ACTIVITY.search(lines[other].low) for other in around):
            table = StepTable(state="unreadable", place=place(line.piece))
            table.used = set(_until_form(lines, indexes[at:]))
            _set_title(table, lines, indexes[:at])
            return table
    return StepTable()


def _is_run_together(line: Line) -> bool:
    """Whether a row holds the titles of a step table in cells that are not their columns, as in a photo of a page."""
    return bool(_DAMAGED_QUALITY.search(line.low)) and len(set(_DAMAGED_TITLES.findall(line.low))) > MIN_DAMAGED_TITLES


def _until_form(lines: Sequence[Line], indexes: Sequence[int]) -> Iterator[int]:
    """The lines up to the next part of the form: a gap (another reader claimed what follows) or a section heading."""
    previous = indexes[0] - 1
    for index in indexes:
        if index != previous + 1 or holds_heading(lines[index]):
            return
        previous = index
        yield index
