"""
Tables of performance data, from a sheet or from a text, by columns.

A header is found by its words (`extraction.table_columns`); what stands under it is rows of indicators, of budget, of a
scale or of a comparison over years (`extraction.table_rows`). Rows that only name a sasaran, totals, repeated headings
and notes are no rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import NoneType

from extraction.number_styles import Columns, decide, read_column
from extraction.quantities import read_quantities
from extraction.table_columns import Header, for_budget, for_quarter, for_year
from extraction.table_rows import Body, read_body
from extraction.table_views import View
from schemas.blocks import SheetCell
from schemas.evidence import Evidence
from schemas.performance import MEASURES, Column, NumberDecided, PerformanceTable, Quantity, TableType, Total
from schemas.sop import Text

__all__ = ["MEASURES", "Body", "Caption", "read_body", "read_table", "read_tables", "table_type"]

GOES_DOWN = ("sasaran", "program", "owner", "source")
"""Columns whose cell is merged over several rows, or filled in the first of them only."""
REPEATED = ("target", "realization", "capaian")
"""Columns whose merged cell holds for each of its rows; a merged budget is one budget."""
LARGE = 10_000
"""From so much a figure is taken for money where only the figures tell."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands over a table."""

    number: Text | None = None
    title: Text | None = None


def read_tables(
    view: View, header: Header, body: Body, caption: Caption, year: int | None, quarter: int | None = None
) -> tuple[PerformanceTable, ...]:
    """As `read_table`; programmes that outnumber their indicators are a table of budget of their own."""
    first = read_table(view, header, body, caption, year, quarter)
    if not body.programs or first.type != "indicators":
        return (first,)
    budget = _budget_beside(view, header, body, first, year)
    alone = frozenset(column.key for column in first.columns if column.role in _BUDGET)
    words = {key: found for key, found in first.words.items() if key not in alone}
    quantities = {key: found for key, found in first.quantities.items() if key not in alone}
    rest = tuple(
        column if column.role not in _BUDGET else column.model_copy(update={"role": None}) for column in first.columns
    )
    first.columns, first.words, first.quantities = rest, words, quantities
    return first, budget


_BUDGET = frozenset({"program", "pagu", "spent", "spent_percent"})


def _budget_beside(
    view: View, header: Header, body: Body, table: PerformanceTable, year: int | None
) -> PerformanceTable:
    columns = tuple(
        column if column.role in _BUDGET or column.role == "no" else column.model_copy(update={"role": None})
        for column in table.columns
    )
    program = next(column.index for column in columns if column.role == "program")
    rows = sorted([*(row for row in body.rows if view.text(row, program)), *body.programs])
    part = Header(header.first, header.body, columns, doubted=header.doubted, programs=header.programs)
    return read_table(view, part, Body(rows=rows, end=body.end), Caption(), year)


def read_table(
    view: View, header: Header, body: Body, caption: Caption, year: int | None, quarter: int | None = None
) -> PerformanceTable:
    """
    Put a table together.

    Args:
        view: Where it stands.
        header: Its headings.
        body: Its rows.
        caption: Number and title.
        year: That of the document, when it is known.
        quarter: Where the document is about one.
    """
    type_ = table_type(header.columns)
    columns = for_budget(header.columns) if type_ == "budget" else header.columns
    columns = _by_figures(header, columns, view, body)
    columns = for_quarter(for_year(columns, year), quarter)
    reader = _Reader(view, header, body, {column.key: column for column in columns if column.role})
    words, (quantities, decided) = reader.words(), reader.quantities()
    sasaran, alone = reader.sasaran()
    if body.groups and "sasaran" not in words:
        names = [text.value for _, text in body.groups]
        reader.place.over = [body.groups[at][1].evidence[0] if at >= 0 else None for at in sasaran]
        words["sasaran"] = [names[at] if at >= 0 else "" for at in sasaran]
    first = next((column.title for column in columns if column.title), None)
    return PerformanceTable(
        type=type_,
        columns=columns,
        place=reader.place,
        heading=first.evidence[0] if first else view.place(header.first, 0),
        number=caption.number,
        title=caption.title,
        column_numbers=header.numbers,
        count=len(body.rows),
        words=words,
        stated=reader.stated(),
        quantities=quantities,
        sasaran=sasaran,
        sasaran_alone=alone,
        totals=tuple(reader.totals()),
        hidden=view.sheet is not None and view.sheet.hidden,
        columns_doubted=header.doubted or body.left_out > 0,
        nested=reader.is_nested(),
        numbers_decided=decided,
        comments=reader.comments(),
    )


def table_type(columns: Sequence[Column]) -> TableType:
    """What the table is about, by its columns."""
    roles = {column.role for column in columns}
    years = sum(column.role == "year" for column in columns)
    if "interval" in roles and "category" in roles and not roles & {"indicator", "target"}:
        return "scale"
    measured = {"target", "realization", "capaian"}
    dated = sum(column.role in measured and column.year is not None for column in columns)
    if "indicator" in roles and "target" not in roles and max(years, dated) >= 2:
        return "comparison"
    if "indicator" in roles and roles & {*measured, "formula", "source", "unit"}:
        return "indicators"
    if years >= 2 and roles & {"indicator", "sasaran", "program"}:
        return "comparison"
    if "indicator" not in roles and roles & {"pagu", "spent"}:
        return "budget"
    return "indicators" if "indicator" in roles else "other"


def _by_figures(header: Header, columns: Sequence[Column], view: View, body: Body) -> tuple[Column, ...]:
    """Settle what only the figures of a column tell: money or work, capaian or what was reached."""
    found = list(columns)
    for at, column in enumerate(columns):
        if column.index in header.either and column.role == "realization":
            figures = read_quantities(view.column(column.index, body.rows[:200]))
            money = sum(one.value is not None and (abs(one.value) >= LARGE or one.unit == "Rp") for one in figures)
            if money * 2 > sum(one.given for one in figures):
                found[at] = column.model_copy(update={"role": "spent"})
                if at + 1 < len(found) and found[at + 1].role == "capaian":
                    found[at + 1] = found[at + 1].model_copy(update={"role": "spent_percent"})
        elif column.index in header.plain_capaian and column.role == "capaian":
            target = next(c for c in columns if (c.role, c.period, c.year) == ("target", column.period, column.year))
            if _is_reached(*(read_quantities(view.column(c.index, body.rows[:200])) for c in (target, column))):
                found[at] = column.model_copy(update={"role": "realization"})
    return tuple(found)


def _is_reached(targets: Sequence[Quantity], figures: Sequence[Quantity]) -> bool:
    """Whether figures under `Capaian` are of the measure of the targets beside them, and not percentages of them."""
    like = other = 0
    for target, figure in zip(targets, figures, strict=True):
        if not target.value or figure.value is None or target.state != "number":
            continue
        near = abs(target.value) * 3 >= abs(figure.value) and abs(figure.value) * 5 >= abs(target.value)
        near = near and target.percent == figure.percent
        like += near
        other += not near
    return like > 4 * other


class _Reader:
    """Reads the columns of one table."""

    def __init__(self, view: View, header: Header, body: Body, by_key: dict[str, Column]) -> None:
        self._view, self._header, self._body = view, header, body
        self._by_key = {key: column for key, column in by_key.items() if column.index < view.width}
        self._units: Sequence[str] = ()
        self.place = _Places(view, body, {key: column.index for key, column in by_key.items()})

    def words(self) -> dict[str, Sequence[str]]:
        """Key -> words of each row."""
        found: dict[str, Sequence[str]] = {}
        for key, column in self._by_key.items():
            if column.role not in MEASURES:
                words = self._column_words(column.index)
                if column.role == "program" and self._header.programs:
                    words = self._deepest(words)
                found[key] = self._filled_down(key, words) if column.role in GOES_DOWN else words
        self._units = found.get("unit", ())
        return found

    def _filled_down(self, key: str, words: Sequence[str]) -> Sequence[str]:
        """The words of a column with those that hold on downwards; a sasaran in a row of its own begins anew."""
        if all(words):
            return words
        begins = dict(self._body.groups) if key == "sasaran" else {}
        last = ""
        filled = []
        for at, word in enumerate(words):
            last = word or (begins[at].value if at in begins else last)
            filled.append(last)
        return filled

    def stated(self) -> dict[str, Sequence[str]]:
        """For columns that go on downwards what each row itself has, or the merged cell that covers it."""
        return {key: self._own(column.index) for key, column in self._by_key.items() if column.role in GOES_DOWN}

    def _own(self, column: int) -> list[str]:
        covers = self._view.covers
        if not covers:
            return self._column_words(column)
        return [self._view.text(*covers.get((row, column), (row, column))) for row in self._body.rows]

    def _column_words(self, column: int) -> list[str]:
        view, body = self._view, self._body
        cells = view.column(column, body.rows)
        words = _texts(cells)
        if body.extra or body.lead:
            for at, row in enumerate(body.rows):
                if row in body.extra or row in body.lead:
                    parts = [*body.lead.get(row, ()), row, *body.extra.get(row, ())]
                    words[at] = _joined(view.text(part, column).strip() for part in parts)
        return words

    def _deepest(self, words: list[str]) -> list[str]:
        """Of programme, kegiatan and sub kegiatan the last that a row fills in."""
        for column in self._header.programs[-2::-1]:
            above = self._column_words(column)
            words = [word or up for word, up in zip(words, above, strict=True)]
        return words

    def quantities(self) -> tuple[dict[str, Sequence[Quantity]], tuple[NumberDecided, ...]]:
        """Key -> what each row states, and how numbers of two readings were read."""
        found: dict[str, list[Quantity]] = {}
        unsure = {}
        for key, column in self._by_key.items():
            if column.role in MEASURES:
                found[key], rows, style = read_column(self._measured(column))
                self._cover(column, found[key])
                if rows:
                    unsure[key] = (rows, style)
        decided = decide(Columns(found, self._units, self.place), unsure) if unsure else ()
        return dict(found), decided

    def _measured(self, column: Column) -> list[SheetCell]:
        cells = self._view.column(column.index, self._body.rows)
        if self._view.covers and column.role in REPEATED:
            covers = self._view.covers
            for at, row in enumerate(self._body.rows):
                if cells[at] is None and (above := covers.get((row, column.index))) and above[1] == column.index:
                    cells[at] = self._view.cell(*above) if above[0] >= self._header.body else None
        return cells

    def _cover(self, column: Column, quantities: list[Quantity]) -> None:
        """A figure merged over several columns is nobody's figure, and none of them is empty."""
        covers = self._view.covers
        for at, row in enumerate(self._body.rows) if covers else ():
            above = covers.get((row, column.index))
            if above and above[1] != column.index and above[0] >= self._header.body and self._view.text(*above):
                quantities[at] = Quantity(self._view.text(*above), "words")

    def sasaran(self) -> tuple[list[int], tuple[Text, ...]]:
        """For each row the sasaran that it stands under, and those under which nothing stands."""
        groups = self._body.groups
        column = self._by_key.get("sasaran")
        cells = self._view.column(column.index, self._body.rows) if column else []
        if not groups and column is None:
            return [-1] * len(self._body.rows), ()
        begins = {above for above, _ in groups}
        numbers: list[int] = []
        if column is None:
            return self._by_groups(len(self._body.rows)), self._alone()
        at, last = -1, None
        for row in sorted({*(row for row, cell in enumerate(cells) if cell is not None), *begins}):
            numbers += [at] * (row - len(numbers))
            cell = cells[row] if row < len(cells) else None
            if row in begins:
                at, last = at + 1, cell or last
            elif cell != last:
                at, last = at + 1, cell
        return numbers + [at] * (len(cells) - len(numbers)), self._alone()

    def _by_groups(self, count: int) -> list[int]:
        """For each row the last group that begins at or above it; -1 for none."""
        numbers: list[int] = []
        ends = [above for above, _ in self._body.groups]
        for at, begin in enumerate(ends):
            numbers += [at - 1] * (begin - len(numbers))
        return numbers + [len(ends) - 1] * (count - len(numbers))

    def _alone(self) -> tuple[Text, ...]:
        """
        Sasaran rows that are followed by another, by a row with a sasaran of its own, or by the end of the table.

        A heading of a higher level (Tujuan 1 above Sasaran 1) is followed by another and lacks nothing.
        """
        rows, groups = self._body.rows, self._body.groups
        column = self._by_key.get("sasaran")
        found = []
        for at, (begin, text) in enumerate(groups):
            label = _LABEL.match(text.value)
            below = groups[at + 1] if at + 1 < len(groups) else None
            if below is not None and below[0] == begin:
                other = _LABEL.match(below[1].value)
                alone = (label and label[0].lower()) == (other and other[0].lower())
            elif begin == len(rows):
                alone = _GOAL.match(text.value) is not None
            else:
                own = column is not None and self._view.cell(rows[begin], column.index) is not None
                alone = own and label is None
            if alone:
                found.append(text)
        return tuple(found)

    def totals(self) -> Iterator[Total]:
        """Rows of totals and averages, with the rows that they are about."""
        view = self._view
        marks = sorted({above for _, _, above in self._body.totals} | set(self._body.breaks))
        ends: set[int] = set()
        several = len(self._body.totals) > 1 or bool(self._body.breaks)
        for row, kind, above in self._body.totals:
            label = next(value for column in range(view.width) if (value := view.value(row, column)))
            whole = re.search(r"seluruh|grand|akhir|umum", label.value, re.IGNORECASE) or above in ends
            ends.add(above)
            before = [mark for mark in marks if mark < above]
            yield Total(
                kind="average" if kind == "average" else "total",
                label=label,
                quantities={
                    key: read_quantities([view.cell(row, column.index)])[0]
                    for key, column in self._by_key.items()
                    if column.role in MEASURES
                },
                places={key: view.place(row, column.index) for key, column in self._by_key.items()},
                rows=(before[-1] if several and before and not whole else 0, above),
                unsure=several and not whole,
            )

    def is_nested(self) -> bool:
        """Whether rows contain each other, as programme, kegiatan and sub kegiatan do."""
        if not any(column.role in ("pagu", "spent") for column in self._by_key.values()):
            return False
        if self._header.programs:
            view, rows = self._view, self._body.rows
            filled = [self._column_words(column) for column in self._header.programs if column < view.width]
            return len({tuple(bool(word) for word in words) for words in zip(*filled, strict=True)}) > 1 and bool(rows)
        program, no = self._by_key.get("program"), self._by_key.get("no")
        kinds: set[str] = set()
        for column, pattern in ((program, _LEVEL), (no, None)):
            if column is None or len(kinds) > 1:
                continue
            for cell in set(self._view.column(column.index, self._body.rows)):
                words = cell if isinstance(cell, str) else cell.text if cell else ""
                match = pattern.match(words) if pattern else None
                if match:
                    kinds.add(re.sub(r"\W+", "", match[0].lower()))
                elif pattern is None and words.strip():
                    kinds.add(_depth(words.strip()))
            if len(kinds) > 1:
                return True
            kinds.clear()
        return False

    def comments(self) -> dict[tuple[int, str], str]:
        """Notes at cells, by row and key."""
        view = self._view
        if view.sheet is None or not view.sheet.comments:
            return {}
        keys = {column.index + view.left: key for key, column in self._by_key.items()}
        at = {row: number for number, row in enumerate(self._body.rows)}
        return {
            (at[row], keys[column]): words
            for (row, column), words in view.sheet.comments.items()
            if row in at and column in keys
        }


_LABEL = re.compile(
    r"(?:sasaran|tujuan|misi|program|bidang|urusan|kegiatan)(?: (?:strategis|program|kegiatan))?\b", re.IGNORECASE
)
"""How a row that names what stands below it begins, where it does not stand in the column of sasaran."""
_GOAL = re.compile(r"(?:[a-z\d]{1,3}[.)]\s*)?(?:sasaran\b|\w+nya\b)", re.IGNORECASE)
"""What a sasaran begins with (`Meningkatnya ...`): below a table other words may stand alone, as of who signs it."""
_LEVEL = re.compile(r"\W*(?:program|sub ?-?kegiatan|kegiatan)\b", re.IGNORECASE)


def _depth(number: str) -> str:
    """What kind of number a row has: ``1`` and ``1.1`` are of two levels, ``A`` and ``1`` too."""
    bare = number.strip(" .)(")
    if re.fullmatch(r"[\d.]+", bare):
        return f"digits {bare.count('.')}"
    return "letter" if re.fullmatch(r"[A-Za-z]|[IVXivx]+", bare) else "words"


@dataclass(slots=True)
class _Places:
    """Where the cells of a table stand; of words broken over rows where they begin."""

    view: View
    body: Body
    index: Mapping[str, int] = field(default_factory=dict)
    over: Sequence[Evidence | None] = ()
    """For each row the place of its sasaran, where sasaran stand in rows of their own."""

    def __call__(self, row: int, key: str) -> Evidence:
        if key == "sasaran" and self.over and (place := self.over[row]) is not None:
            return place
        column = self.index.get(key, 0)
        at = self.body.rows[row]
        if (column < self.view.width and self.view.cell(at, column) is None) or at in self.body.lead:
            begins = (above for above in self.body.lead.get(at, ()) if self.view.text(above, column))
            at = next(begins, at) if column < self.view.width else at
            at = self._merged(at, column)
        return self.view.place(at, column)

    def _merged(self, row: int, column: int) -> int:
        above = self.view.covers.get((row, column))
        return above[0] if above and above[1] == column and self.view.cell(row, column) is None else row


def _texts(cells: Sequence[SheetCell]) -> list[str]:
    kinds = set(map(type, cells))
    if kinds <= {str, NoneType}:
        return [cell or "" for cell in cells]  # type: ignore[misc]  # it is no value
    return [cell if type(cell) is str else "" if cell is None else cell.text for cell in cells]  # type: ignore[union-attr]


def _joined(parts: Iterator[str]) -> str:
    """Words broken over rows in one line; a hyphen at a break goes where a word was parted."""
    words = ""
    for part in parts:
        if words.endswith("-") and part[:1].islower() and not words.endswith(" -"):
            words = words[:-1] + part
        else:
            words = f"{words} {part}".strip()
    return words
