"""
Tables of performance data, from a sheet or from a text, by columns.

A header is found by its words (`extraction.table_columns`); what stands under it is rows of indicators, of budget, of a
scale or of a comparison over years. Rows that only name a sasaran, totals, repeated headings and notes are no rows.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from extraction.quantities import read_quantities
from extraction.table_columns import Header, begins_header, for_budget, for_year, is_number_row
from extraction.table_views import View
from schemas.evidence import Evidence
from schemas.performance import Column, PerformanceTable, TableType, Total
from schemas.sop import Text

MEASURES = frozenset({"target", "realization", "capaian", "pagu", "spent", "spent_percent", "year"})
"""Roles whose cells are quantities; the cells of all others are words."""
GOES_DOWN = ("sasaran", "program", "owner", "source")
"""Columns whose cell is merged over several rows, or filled in the first of them only."""

_TOTAL = re.compile(
    r"(?:sub ?)?(?:jumlah|total|grand total)(?: (?:anggaran|keseluruhan|seluruhnya|belanja|akhir|capaian|pagu))*\W*",
    re.IGNORECASE,
)
_AVERAGE = re.compile(
    r"(?:jumlah )?(?:rata ?-? ?rata|rerata|rata2)(?: (?:capaian|kinerja|sasaran|keseluruhan|total|indikator|realisasi|"
    r"strategis|kinerja|persentase|tingkat|nilai|\d+))*\W*",
    re.IGNORECASE,
)  # fmt: skip
_NOTE = re.compile(r"(?:catatan|keterangan|ket|sumber(?: data)?|note|\*+\)?)\s*[:.)]", re.IGNORECASE)
_SASARAN_ROW = re.compile(r"(?:sasaran|tujuan|sasaran strategis|sasaran program)\b[^:]{0,12}[:.\d]", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:sasaran|tujuan|misi|program|bidang|urusan|kegiatan)(?: (?:strategis|program|kegiatan))?\b", re.IGNORECASE
)
"""How a row that names what stands below it begins, where it does not stand in the column of sasaran."""
_GOAL = re.compile(r"sasaran\b|\w+nya\b", re.IGNORECASE)
"""What a sasaran begins with (`Meningkatnya ...`): below a table other words may stand alone, as of who signs it."""
_NUMBERED_ROWS = re.compile(r"[\d.]{1,6}\W*")


@dataclass(slots=True)
class Body:
    """The rows of one table while they are sorted out."""

    rows: list[int] = field(default_factory=list)
    totals: list[tuple[int, str, int]] = field(default_factory=list)
    """View row, total or average, and how many rows stand above."""
    groups: list[tuple[int, Text]] = field(default_factory=list)
    """How many rows stand above, and the sasaran that a row of its own names."""
    extra: dict[int, list[int]] = field(default_factory=dict)
    """Row -> rows below it that only go on with its words."""
    end: int = 0


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands over a table."""

    number: Text | None = None
    title: Text | None = None


def read_table(view: View, header: Header, body: Body, caption: Caption, year: int | None) -> PerformanceTable:
    """
    Put a table together.

    Args:
        view: Where it stands.
        header: Its headings.
        body: Its rows.
        caption: Number and title.
        year: That of the document, when it is known.
    """
    type_ = table_type(header.columns)
    columns = for_year(for_budget(header.columns) if type_ == "budget" else header.columns, year)
    rows = body.rows
    by_key = {column.key: column for column in columns if column.role}
    words = {
        key: _words(view, column.index, body, down=column.role in GOES_DOWN)
        for key, column in by_key.items()
        if column.role not in MEASURES
    }
    quantities = {
        key: read_quantities(view.column(column.index, rows)) if column.index < view.width else []
        for key, column in by_key.items()
        if column.role in MEASURES
    }
    sasaran, alone = _sasaran(view, by_key, body)
    if body.groups and "sasaran" not in words:
        names = [text.value for _, text in body.groups]
        words["sasaran"] = [names[at] if at >= 0 else "" for at in sasaran]
    places = _Places(view, rows, {key: column.index for key, column in by_key.items()})
    first = next((column.title for column in columns if column.title), None)
    return PerformanceTable(
        type=type_,
        columns=columns,
        place=places,
        heading=first.evidence[0] if first else view.place(header.first, 0),
        number=caption.number,
        title=caption.title,
        column_numbers=header.numbers,
        count=len(rows),
        words=words,
        stated={
            key: _stated(view, column.index, rows)
            for key, column in by_key.items()
            if column.role in GOES_DOWN and column.index < view.width
        },
        quantities=quantities,
        sasaran=sasaran,
        sasaran_alone=alone,
        totals=tuple(_totals(view, by_key, body)),
        hidden=view.sheet is not None and view.sheet.hidden,
        comments=_comments(view, rows, by_key),
    )


def table_type(columns: Sequence[Column]) -> TableType:
    """What the table is about, by its columns."""
    roles = {column.role for column in columns}
    years = sum(column.role == "year" for column in columns)
    if "interval" in roles and "category" in roles and not roles & {"indicator", "target"}:
        return "scale"
    if roles & {"indicator", "sasaran"} and roles & {"target", "realization", "capaian", "formula", "source", "unit"}:
        return "indicators"
    if years >= 2 and roles & {"indicator", "sasaran", "program"}:
        return "comparison"
    if "indicator" not in roles and roles & {"pagu", "spent"}:
        return "budget"
    return "indicators" if roles & {"indicator", "sasaran"} else "other"


def read_body(view: View, header: Header, start: int, end: int, body: Body | None = None) -> Body:
    """
    Sort the rows from *start* to before *end*: rows of the table, totals, sasaran, and where it ends.

    Args:
        view: Where they stand.
        header: The headings of the table.
        start: First row.
        end: The row after the last one that may belong to it.
        body: What was read above, when the table goes on after a break.
    """
    body = body or Body()
    sorter = _Sorter(view, header, body)
    for row in range(start, end):
        if not sorter.take(row):
            body.end = row
            return body
    body.end = end
    return body


class _Sorter:
    """Tells what each row is."""

    def __init__(self, view: View, header: Header, body: Body) -> None:
        self._view = view
        self._body = body
        role = {column.role: column.index for column in reversed(header.columns) if column.index < view.width}
        names = ("indicator", "program", "sasaran", "interval")
        self._name = next((role[name] for name in names if name in role), 0)
        self._measured = [
            column.index for column in header.columns if column.role in MEASURES and column.index < view.width
        ]
        self._first = self._measured[0] if self._measured else self._name
        self._sasaran = role.get("sasaran")
        self._words = [c.index for c in header.columns if c.role not in MEASURES and c.index < view.width]
        self._cells = view.sheet.columns if view.sheet is not None else None

    def take(self, row: int) -> bool:
        """Sort one row; False where the table has ended."""
        if self._cells is not None:  # most rows of a large sheet are told at a glance
            name, first = self._cells[self._name][row], self._cells[self._first][row]
            if first is not None and type(name) is str and name[0] not in "JjTtRrSsGg0123456789 (":
                self._body.rows.append(row)
                return True
        return self._look(row)

    def _look(self, row: int) -> bool:
        texts = self._view.texts(row)
        filled = [(column, text.strip()) for column, text in enumerate(texts) if text.strip()]
        if not filled or is_number_row(texts) or begins_header(self._view, row):
            return True
        kind = self._total_kind(filled)
        if kind:
            self._body.totals.append((row, kind, len(self._body.rows)))
            return True
        if len(filled) <= 2 and self._is_group(row, filled):
            return True
        if len(filled) == 1 and (_NOTE.match(filled[0][1]) or not self._body.rows):
            return not _NOTE.match(filled[0][1])
        if self._goes_on(row, filled):
            return True
        if self._is_empty_form_row(filled):
            return True
        self._body.rows.append(row)
        return True

    def _total_kind(self, filled: Sequence[tuple[int, str]]) -> str:
        for _, text in filled[:2]:
            if _AVERAGE.fullmatch(text):
                return "average"
            if _TOTAL.fullmatch(text):
                return "total"
        return ""

    def _is_group(self, row: int, filled: Sequence[tuple[int, str]]) -> bool:
        """A row that only names a sasaran: in words over all columns, or in its column with nothing beside it."""
        column, text = filled[-1]
        if any(at in self._measured and at != column for at, _ in filled) or not any(ch.isalpha() for ch in text):
            return False
        named = bool(_SASARAN_ROW.match(text))
        wide = self._view.covers.get((row, self._view.width - 1), (row, -1))[1] == column and self._view.width > 2
        alone = column == self._sasaran and self._name != self._sasaran
        if not (named or wide or alone):
            return False
        if alone and self._is_merged_down(row, column):
            return False
        value = self._view.value(row, column)
        if value is not None:
            self._body.groups.append((len(self._body.rows), value))
        return True

    def _is_merged_down(self, row: int, column: int) -> bool:
        return (row + 1, column) in self._view.covers and self._view.covers[row + 1, column] == (row, column)

    def _goes_on(self, row: int, filled: Sequence[tuple[int, str]]) -> bool:
        """A row that only goes on with words of the row above, as a text breaks its lines."""
        if not self._body.rows or any(column in self._measured for column, _ in filled):
            return False
        if not all(text[0].islower() or text[0] in "(/&" for _, text in filled) or self._view.sheet is not None:
            return False
        self._body.extra.setdefault(self._body.rows[-1], []).append(row)
        return True

    def _is_empty_form_row(self, filled: Sequence[tuple[int, str]]) -> bool:
        """A numbered row that nobody filled in: `1.`, `dst`."""
        return all(_NUMBERED_ROWS.fullmatch(text) or text.strip(" .").lower() in _AND_SO_ON for _, text in filled)


_AND_SO_ON = frozenset({"dst", "dan seterusnya", "dll", "dsb", ""})


@dataclass(slots=True)
class _Places:
    """Where the cells of a table stand."""

    view: View
    rows: Sequence[int]
    index: dict[str, int]

    def __call__(self, row: int, key: str) -> Evidence:
        return self.view.place(self.rows[row], self.index.get(key, 0))


def _words(view: View, column: int, body: Body, *, down: bool) -> list[str]:
    rows = body.rows
    cells = view.column(column, rows) if column < view.width else [None] * len(rows)
    words = [cell if isinstance(cell, str) else cell.text if cell is not None else "" for cell in cells]
    for at, row in enumerate(rows) if body.extra else ():
        for more in body.extra.get(row, ()):
            words[at] = f"{words[at]} {view.text(more, column)}".strip()
    return _filled_down(words) if down else words


def _stated(view: View, column: int, rows: Sequence[int]) -> list[str]:
    """What each row itself has in a column; a cell inside a merged area has the words of the area."""
    if not view.covers:
        return [cell if isinstance(cell, str) else cell.text if cell else "" for cell in view.column(column, rows)]
    return [view.text(*view.covers.get((row, column), (row, column))) for row in rows]


def _filled_down(words: list[str]) -> list[str]:
    last = ""
    filled = []
    for word in words:
        last = word or last
        filled.append(last)
    return filled


def _sasaran(view: View, by_key: dict[str, Column], body: Body) -> tuple[list[int], tuple[Text, ...]]:
    """For each row the sasaran that it stands under, and those under which nothing stands."""
    if "sasaran" in by_key:
        index = by_key["sasaran"].index
        numbers: list[int] = []
        at = -1
        last: object = None
        for cell in view.column(index, body.rows) if index < view.width else []:
            if cell is not None and cell != last:
                at, last = at + 1, cell
            numbers.append(at)
        if not body.groups:
            return numbers, ()
        begins = [above for above, _ in body.groups]
        own = {row for row, cell in enumerate(view.column(index, body.rows)) if cell is not None}
        return [max(n, _group(begins, row)) for row, n in enumerate(numbers)], _alone(body, own)
    begins = [above for above, _ in body.groups]
    return [_group(begins, row) for row in range(len(body.rows))], _alone(body)


def _group(begins: Sequence[int], row: int) -> int:
    """The last group that begins at or above a row; -1 for none."""
    found = -1
    for at, begin in enumerate(begins):
        if begin > row:
            break
        found = at
    return found


def _alone(body: Body, own: Collection[int] = ()) -> tuple[Text, ...]:
    """
    Sasaran rows that are followed by another, by a row with a sasaran of its own, or by the end of the table.

    A heading of a higher level (Tujuan 1 above Sasaran 1) is followed by another and lacks nothing.
    """
    found = []
    for at, (begin, text) in enumerate(body.groups):
        label = _LABEL.match(text.value)
        below = body.groups[at + 1] if at + 1 < len(body.groups) else None
        if below is not None and below[0] == begin:
            other = _LABEL.match(below[1].value)
            if (label and label[0].lower()) == (other and other[0].lower()):
                found.append(text)
        elif _GOAL.match(text.value) if begin == len(body.rows) else (begin in own and label is None):
            found.append(text)
    return tuple(found)


def _totals(view: View, by_key: dict[str, Column], body: Body) -> Iterator[Total]:
    begin = 0
    for row, kind, above in body.totals:
        places = {key: view.place(row, column.index) for key, column in by_key.items() if column.index < view.width}
        measured = {
            key: read_quantities([view.cell(row, column.index)])[0]
            for key, column in by_key.items()
            if column.role in MEASURES and column.index < view.width
        }
        label = next(value for column in range(view.width) if (value := view.value(row, column)))
        yield Total(
            kind="average" if kind == "average" else "total",
            label=label,
            quantities=measured,
            places=places,
            rows=(begin, above),
        )


def _comments(view: View, rows: Sequence[int], by_key: dict[str, Column]) -> dict[tuple[int, str], str]:
    if view.sheet is None or not view.sheet.comments:
        return {}
    keys = {column.index: key for key, column in by_key.items()}
    at = {row: number for number, row in enumerate(rows)}
    return {
        (at[row], keys[column]): words
        for (row, column), words in view.sheet.comments.items()
        if row in at and column in keys
    }
