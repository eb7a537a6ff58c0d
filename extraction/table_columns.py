"""
The columns of a table of performance data, by the words of their headings.

A heading may have up to four rows (`Target Triwulan` over `I II III IV`), merged or not; a heading over several columns
is part of the title of each. What a heading means is told by `extraction.headings`; two columns that seem to mean the
same are told apart by where they stand (a plain `Realisasi` after `Anggaran` is money).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extraction.headings import (
    MONEY_WORDS,
    WORK_WORDS,
    Known,
    is_share,
    is_time,
    known_role,
    low,
    period_of,
    role_of,
    role_of_path,
    year_of,
)
from extraction.table_views import View
from schemas.evidence import Value
from schemas.performance import MEASURES, Column, ColumnRole
from schemas.sop import Text

__all__ = ["Header", "begins_header", "find_header", "for_budget", "for_year", "is_number_row", "role_of"]

MAX_HEADING_CHARS = 160
"""Longer cells are content."""
LONG_CHARS = 90
"""At most a third of the headings of a table are longer."""
MAX_HEADER_ROWS = 4
QUARTERS = ("q1", "q2", "q3", "q4")
MAX_LOOK = 64
"""Columns in which a heading is looked for."""

_NUMBER_CELL = re.compile(r"\(? ?(\d{1,2}) ?\)?(?: ?[=:(].*)?|(\d{1,2})[a-z]?")
_LETTER_CELL = re.compile(r"\(? ?([a-z]) ?\)?(?: ?[=:].*)?", re.IGNORECASE)
_PARTS = frozenset({
    "target", "capaian", "satuan", "tahunan", "uraian", "indikator", "sasaran", "tahun", "%", "(%)", "( % )",
    "persentase", "persen", "predikat", "kategori", "capaian (%)", "capaian %", "% capaian", "ket", "ket.",
    "keterangan",
    "penyerapan", "serapan", "jumlah", "total", "sub kegiatan", "kegiatan", "program", "serapan (%)", "nilai",
})  # fmt: skip
_PENDING_PART = re.compile(r"rea?l\w{0,2}[is]\w{0,2}s[ai]\w{0,2}|(?:target|realisasi|capaian) ?\(? ?(?:rp\.?|%|k) ?\)?")
_ASKS_TIME = re.compile(
    r"\b(?:tri ?wulan|tribulan|tw|trw|semester|bulan|tahun)\b|\b(?:target|rea?l\w+s[ai]\w*|capaian)\b"
)
_ASKS_FIGURES = re.compile(
    r"\b(?:tri ?wulan|tribulan|tw|trw|semester|kinerja|anggaran|keuangan|capaian|tahun|target)\b|\d{4}"
)
_MAIN = frozenset({"target", "realization", "capaian"})


@dataclass(slots=True)
class Header:
    """The headings of one table."""

    first: int
    """First row, from 0."""
    body: int
    """The row after the last heading or column number."""
    columns: tuple[Column, ...]
    numbers: tuple[Text, ...] | None = None
    doubted: bool = False
    """The headings do not tell surely which column is which."""
    programs: tuple[int, ...] = ()
    """Columns of programme, kegiatan, sub kegiatan from left to right, where they are several."""
    either: tuple[int, ...] = ()
    """Columns `Realisasi` right after a budget of a table with targets: of which of both, only the figures tell."""
    plain_capaian: tuple[int, ...] = ()
    """Columns `Capaian` without percent sign where nothing else holds the realization."""
    words: frozenset[str] = frozenset()
    """All words of heading cells, in small letters: a row of these is a repeated heading."""


@dataclass(slots=True)
class _Draft:
    """A column while its role is sorted out."""

    index: int
    cells: list[tuple[int, int]]
    texts: list[str] = field(default_factory=list)
    role: Known | None = None
    period: str = "year"
    year: int | None = None

    @property
    def title(self) -> str:
        """All its words in small letters."""
        return " ".join(self.texts)

    @property
    def when(self) -> tuple[str, int | None]:
        """The time it is about."""
        return self.period, self.year


def find_header(view: View, start: int, end: int, last: int | None = None) -> Header | None:
    """
    The first heading of a table of performance data that begins in the rows from *start* to before *end*.

    Args:
        view: Where to look.
        start: First row.
        end: The row after the last one in which it may begin.
        last: The row after the last one that may belong to it; None = *end*.
    """
    for row in range(start, min(end, view.height)):
        if begins_header(view, row):
            return _read_header(view, row, min(max(end, last or end), view.height))
    return None


def is_number_row(texts: Sequence[str]) -> bool:
    """Whether these are the column numbers under a heading: ``1 2 3 ...``, also ``(1)``, ``6=5/4`` and ``a b c``."""
    filled = [text.strip() for text in texts if text.strip()]
    if len(filled) < 3 or any(len(text) > 40 for text in filled):
        return False
    found = [_NUMBER_CELL.fullmatch(text) for text in filled]
    numbers = [int(match[1] or match[2]) for match in found if match]
    if not all(found[:2]):
        found = [_LETTER_CELL.fullmatch(text) for text in filled]
        numbers = [ord(match[1].lower()) - 96 for match in found if match]
        if not all(found):
            return False
    rising = all(later - earlier in (0, 1, 2) for earlier, later in itertools.pairwise(numbers))
    return len(numbers) >= 0.7 * len(found) and numbers[0] == 1 and rising and numbers[-1] >= len(numbers) - 1


def begins_header(view: View, row: int) -> bool:
    """Whether a row is the first heading row of a table of performance data."""
    texts = _heading_texts(view, row)
    if texts is None:
        return False
    roles = {known_role(text) for text in texts} - {None}
    if not roles or (len(roles) == 1 and roles <= {"other", "no"}):
        return False
    if _is_enough(texts):
        return True
    rows = _header_rows(view, row, min(row + MAX_HEADER_ROWS, view.height))
    if len(rows) == 1:
        return False
    found = [[low(view.text(*cell)) for cell in cells] for cells in _titles(view, rows)[0]]
    known = {role_of_path(path) for path in found if path}
    unknown = sum(role_of_path(path) is None for path in found if path)
    return unknown <= len(found) / 2 and _is_performance(known, 0)


def _heading_texts(view: View, row: int) -> list[str] | None:
    """The filled cells of a row in small letters, where all of them may be headings."""
    texts: list[str] = []
    long = digits = 0
    for column in view.columns[:MAX_LOOK]:
        cell = column[row]
        if cell is None:
            continue
        text = cell if isinstance(cell, str) else cell.text
        if len(text) > MAX_HEADING_CHARS:
            return None
        long += len(text) > LONG_CHARS
        text = low(text)
        if text:
            texts.append(text)
            digits += any(sign.isdigit() for sign in text) and known_role(text) is None
    if len(texts) < 2 or long > len(texts) / 3 or digits > len(texts) / 3:
        return None
    return texts


def _is_enough(texts: Sequence[str]) -> bool:
    known = [known_role(text) for text in texts]
    if sum(role is None for role in known) > len(texts) / 2:
        return False
    return _is_performance({role for role in known if role}, known.count("year"))


def _is_performance(roles: set[Known | None] | set[Known], years: int) -> bool:
    measured = {"target", "realization", "capaian", "unit", "formula", "source", "pagu", "spent", "category", "owner",
                "remarks"}  # fmt: skip
    named = roles & {"indicator", "sasaran"}
    return bool(
        ("indicator" in roles and (roles & measured or years >= 2 or len(named) == 2))
        or ("sasaran" in roles and (roles & (measured - {"unit", "remarks", "category", "owner"}) or years >= 2))
        or ("program" in roles and roles & {"pagu", "spent", "target", "realization"})
        or ("interval" in roles and "category" in roles)
        or {"target", "realization"} <= roles
        or {"pagu", "spent"} <= roles
        or {"pagu", "realization"} <= roles
    )


def _header_rows(view: View, first: int, end: int) -> list[int]:
    rows = [first]
    row = first + 1
    while row < end and len(rows) < MAX_HEADER_ROWS and _goes_on(view, first, row):
        rows.append(row)
        row += 1
    return rows


def _read_header(view: View, first: int, end: int) -> Header:
    rows = _header_rows(view, first, end)
    row = rows[-1] + 1
    numbers: tuple[Text, ...] | None = None
    by_column: dict[int, str] = {}
    if row < end and _numbers_all(view, first, row):
        numbers = tuple(value for column in range(view.width) if (value := view.value(row, column)))
        by_column = {column: text for column in range(view.width) if (text := view.text(row, column).strip())}
        row += 1
    titles, doubted = _titles(view, rows)
    words = frozenset(low(view.text(at, column)) for at in rows for column in range(min(view.width, MAX_LOOK))) - {""}
    drafts = list(_drafts(view, titles))
    header = Header(first, row, (), numbers, words=words)
    _settle(drafts, header)
    header.doubted = header.doubted or doubted
    header.columns = tuple(_column(view, draft, by_column.get(draft.index)) for draft in drafts)
    return header


def _goes_on(view: View, first: int, row: int) -> bool:
    """Whether a row under a heading belongs to it: cells merged from above, or only words of parts."""
    texts = [low(text) for text in view.texts(row)[:MAX_LOOK]]
    filled = [text for text in texts if text]
    if not filled or _numbers_all(view, first, row) or any(len(text) > MAX_HEADING_CHARS for text in filled):
        return False
    parts = sum(_is_part(text) for text in filled)
    if any(first <= view.covers.get((row, column), (row, 0))[0] < row for column in range(min(view.width, MAX_LOOK))):
        return parts >= 0.5 * len(filled)
    if parts >= 2:
        return parts >= 0.8 * len(filled)
    return parts == 1 and len(filled) == 1 and filled[0] in ("%", "(%)", "( % )", "(rp)", "rp", "rp.")


def _numbers_all(view: View, first: int, row: int) -> bool:
    """Whether a row numbers the columns under their headings; `1 2 3 4 5` under `Tahun ke-` alone are years."""
    heads = [column for column in range(view.width) if view.text(first, column)]
    return 2 * sum(bool(view.text(row, column)) for column in heads) >= len(heads) and is_number_row(view.texts(row))


def _is_part(text: str) -> bool:
    named = text in _PARTS or text in MONEY_WORDS or text in WORK_WORDS or is_time(text)
    return named or _PENDING_PART.fullmatch(text) is not None or known_role(text) in MEASURES


def _titles(view: View, rows: Sequence[int]) -> tuple[list[list[tuple[int, int]]], bool]:
    """For each column the cells (row, column) that head it, from the top; and whether that is in doubt."""
    if len(rows) > 1 and not view.covers and _lost_cells(view, rows):
        spread = _spread(view, rows)
        if spread is not None:
            return spread, False
        return _by_place(view, rows), True
    return _by_place(view, rows), False


def _by_place(view: View, rows: Sequence[int]) -> list[list[tuple[int, int]]]:
    """A heading over several columns heads each; without merged areas it reaches to the next one."""
    titles: list[list[tuple[int, int]]] = []
    for column in range(view.width):
        cells: list[tuple[int, int]] = []
        for at, row in enumerate(rows):
            cell = view.covers.get((row, column), (row, column))
            if not view.text(*cell) and at + 1 < len(rows) and not view.covers:
                below = any(view.text(lower, column) for lower in rows[at + 1 :])
                cell = _left(view, row, column) if below else cell
            if view.text(*cell) and cell not in cells:
                cells.append(cell)
        titles.append(cells)
    return titles


def _left(view: View, row: int, column: int) -> tuple[int, int]:
    """The heading to the left that may reach over a column: the next one, unless it has no parts below it."""
    while column > 0 and not view.text(row, column):
        column -= 1
    return row, column


def _lost_cells(view: View, rows: Sequence[int]) -> bool:
    """Whether a table of a text lost its empty cells: a part stands under a heading that asks for none."""
    if view.sheet is not None or len(rows) != 2:
        return False
    top, below = rows
    for column in range(view.width):
        head, part = low(view.text(top, column)), low(view.text(below, column))
        if head and part and not _asks(head, part):
            return True
    return False


def _asks(head: str, part: str) -> bool:
    """Whether a heading can stand over a part."""
    if known_role(head) in ("no", "unit", "indicator", "sasaran", "program", "remarks", "source", "owner", "formula"):
        return known_role(part) == known_role(head) or part.startswith("(")
    return bool((_ASKS_TIME if is_time(part) else _ASKS_FIGURES).search(head)) or known_role(head) is not None


def _spread(view: View, rows: Sequence[int]) -> list[list[tuple[int, int]]] | None:
    """
    Parts under headings where the text lost the empty cells: four cells ``I II III IV`` under one ``Triwulan`` column.

    Only where the parts can be dealt out evenly to the headings that ask for them.
    """
    top = [column for column in range(view.width) if view.text(rows[0], column)]
    parts = [column for column in range(view.width) if view.text(rows[1], column)]
    words = [low(view.text(rows[1], column)) for column in parts]
    size = next((size for size in range(1, len(parts) + 1) if _repeats(words, size)), len(parts))
    if size < 2:
        return None
    asks = _ASKS_TIME if all(is_time(word) for word in words[:size]) else _ASKS_FIGURES
    heads = {column: low(view.text(rows[0], column)) for column in top}
    takers = [column for column in top if asks.search(heads[column]) and known_role(heads[column]) not in
              ("no", "unit", "indicator", "sasaran", "program")]  # fmt: skip
    if len(takers) * size != len(parts):
        takers = [column for column in takers if re.search(r"tri ?wulan|\btw\b|tahun ?$|semester", heads[column])]
    if len(takers) * size != len(parts) or len(top) - len(takers) + len(parts) != view.width:
        return None
    titles: list[list[tuple[int, int]]] = []
    dealt = iter(parts)
    for column in top:
        if column in takers:
            titles += [[(rows[0], column), (rows[1], next(dealt))] for _ in range(size)]
        else:
            titles.append([(rows[0], column)])
    return titles


def _repeats(words: Sequence[str], size: int) -> bool:
    return len(words) % size == 0 and all(word == words[at % size] for at, word in enumerate(words))


def _drafts(view: View, titles: Sequence[list[tuple[int, int]]]) -> Iterator[_Draft]:
    for index, cells in enumerate(titles):
        texts = [low(view.text(*cell)) for cell in cells]
        draft = _Draft(index, cells, texts, role_of_path(texts))
        draft.period = period_of(draft.title, texts[-1] if texts else "")
        draft.year, unclear = year_of(draft.title)
        if unclear:
            draft.role = "other"
        yield draft


# which of two ------------------------------------------------------------------------------------------------------


def _settle(drafts: Sequence[_Draft], header: Header) -> None:
    """Tell columns apart that by their titles alone would be the same."""
    if not any(draft.role == "indicator" for draft in drafts):
        for draft in drafts:
            if draft.role == "sasaran" and re.search(r"\bindikator\b", draft.title):
                draft.role = "indicator"  # `Sasaran/Indikator`: both in one column, the sasaran in rows of their own
    _settle_capaian(drafts, header)
    _settle_money(drafts, header)
    header.programs = _settle_programs(drafts)
    _settle_twice(drafts, header)
    _settle_explanations(drafts)


def _settle_capaian(drafts: Sequence[_Draft], header: Header) -> None:
    """`Target | Capaian | %`: the capaian is what was reached; `Target (%) | Realisasi (%)`: no share of one."""
    for draft in drafts:
        same = [other for other in drafts if other is not draft and other.when == draft.when]
        if draft.role == "realization" and draft.title.startswith(("%", "persen", "prosen", "tingkat")):
            if any(other.role in ("realization", "spent") for other in same):
                draft.role = "capaian"
        elif draft.role == "realization" and is_share(draft.title):
            plain = any(other.role == "realization" and not is_share(other.title) for other in same)
            draft.role = "capaian" if plain else draft.role
    for draft in drafts:
        if draft.role != "capaian" or is_share(draft.title):
            continue
        same = [other for other in drafts if other is not draft and other.when == draft.when]
        if any(other.role == "realization" for other in same) or not any(other.role == "target" for other in same):
            continue
        if any(other.role == "capaian" and is_share(other.title) for other in same):
            draft.role = "realization"
        else:
            header.plain_capaian = (*header.plain_capaian, draft.index)


def _settle_money(drafts: Sequence[_Draft], header: Header) -> None:
    """A plain `Realisasi` and `%` to the right of a budget belong to the budget."""
    money = False
    last: Known | None = None
    seen: set[tuple[str, tuple[str, int | None]]] = set()
    either: list[int] = []
    targets = any(draft.role == "target" for draft in drafts)
    for draft in drafts:
        plain = not re.search(r"\b(?:kinerja|fisik|output|indikator)\b|\(?\bk\b\)?$", draft.title)
        if draft.role in ("target", "indicator", "sasaran"):
            money = False
        elif draft.role == "pagu":
            money = True
        elif draft.role == "realization" and money and plain:
            if ("realization", draft.when) in seen or re.search(r"\brp\b", draft.title) or not targets:
                draft.role = "spent"
            elif not any(other.role == "realization" for other in drafts if other is not draft):
                either.append(draft.index)
        elif draft.role == "capaian" and money and plain and last in ("spent", "pagu"):
            draft.role = "spent_percent"
        if draft.role in ("pagu", "spent", "spent_percent", *_MAIN):
            last = draft.role
            seen.add((draft.role, draft.when))
    header.either = tuple(either)


def _settle_programs(drafts: Sequence[_Draft]) -> tuple[int, ...]:
    """Programme, kegiatan and sub kegiatan in columns of their own: the last one bears the role."""
    programs = [draft for draft in drafts if draft.role == "program"]
    if len(programs) < 2 or any(re.search(r"rencana aksi|langkah", draft.title) for draft in programs):
        return ()
    for draft in programs[:-1]:
        draft.role = "other"
    return tuple(draft.index for draft in programs)


def _settle_twice(drafts: Sequence[_Draft], header: Header) -> None:
    """Of two columns alike one is meant; where that is a guess and matters, the table is doubted."""
    for role, better in (("sasaran", r"sasaran|kinerja utama"), ("owner", r"penanggung|pengampu|pic|membidangi")):
        alike = [draft for draft in drafts if draft.role == role]
        meant = next((draft for draft in alike if re.search(better, draft.title)), alike[0] if alike else None)
        for draft in alike:
            if draft is not meant:
                draft.role = "other"
    seen: set[tuple[Known, str, int | None]] = set()
    for draft in drafts:
        if draft.role in (None, "other"):
            continue
        key = (draft.role, draft.period, draft.year)
        if key in seen:  # which the other is nobody can tell
            header.doubted = header.doubted or draft.role in (*_MAIN, "indicator", "pagu", "spent")
            draft.role = None
        elif draft.role is not None:
            seen.add(key)


def _settle_explanations(drafts: Sequence[_Draft]) -> None:
    """In a table of what indicators mean, without figures, an explanation is the formula."""
    roles = {draft.role for draft in drafts}
    if roles & {*_MAIN, "formula", "pagu"} or not {"indicator", "source"} <= roles:
        return
    for draft in drafts:
        if draft.role == "remarks" and re.search(r"alasan|penjelasan", draft.title):
            draft.role = "formula"
            return


def _column(view: View, draft: _Draft, number: str | None) -> Column:
    title = None
    if draft.cells:
        words = " ".join(" ".join(view.text(*cell).split()) for cell in draft.cells)
        title = Value(words, tuple(view.place(*cell) for cell in draft.cells))
    role: ColumnRole | None = None if draft.role == "other" else draft.role
    return Column(index=draft.index, title=title, role=role, period=draft.period, year=draft.year, number=number)


# for one document --------------------------------------------------------------------------------------------------


def for_budget(columns: Sequence[Column]) -> tuple[Column, ...]:
    """In a table of budget alone a plain `Realisasi` is money spent, and a plain share is that of the budget."""
    meant: dict[ColumnRole | None, ColumnRole] = {
        "realization": "spent", "capaian": "spent_percent", "target": "pagu",
    }  # fmt: skip
    taken = {(column.role, column.period, column.year) for column in columns}
    work = re.compile(r"\b(?:fisik|kinerja|output)\b", re.IGNORECASE)
    return tuple(
        column.model_copy(update={"role": meant[column.role]})
        if column.role in meant
        and (meant[column.role], column.period, column.year) not in taken
        and not (column.title and work.search(column.title.value))
        else column
        for column in columns
    )


def for_year(columns: Sequence[Column], year: int | None) -> tuple[Column, ...]:
    """
    Take the year of the document out of the headings: `Target 2024` is the target.

    Args:
        columns: The columns of a table.
        year: That of the document; None = the last one for which the table has a realization or a target.
    """
    if not any(column.role == "realization" and column.period == "year" for column in columns):
        columns = [
            column.model_copy(update={"period": "year"}) if column.key == "realization:to_q4" else column
            for column in columns
        ]  # what was reached by the end of December is what was reached in the year
    columns = [
        column.model_copy(update={"period": "year"})
        if column.period == "before" and column.year not in (None, year)
        else column
        for column in columns
    ]  # `Realisasi Tahun Lalu (2023)` is that of 2023
    dated = ("target", "realization", "capaian", "pagu", "spent", "spent_percent")
    named = [column.year for column in columns if column.role in dated and column.year and column.period == "year"]
    plain = {column.role for column in columns if column.year is None and column.period == "year"}
    main = year if year in named else max(named, default=None)
    return tuple(
        column.model_copy(update={"year": None})
        if column.year is not None
        and column.role != "year"
        and (
            (column.year == main and column.period == "year" and column.role not in plain)
            or column.period in ("before", "base", "end")
            or (column.period != "year" and column.year == (main or year))
        )
        else column
        for column in columns
    )


def for_plan(columns: Sequence[Column]) -> tuple[Column, ...]:
    """In a plan without realizations quarters that say no more than that, `TW I`, are those of the target."""
    quarters = [column for column in columns if column.period in QUARTERS]
    bare = quarters and all(
        column.role is None and column.title and is_time(low(column.title.value)) for column in quarters
    )
    roles = {column.role for column in columns}
    if not bare or len(quarters) != len(QUARTERS) or "target" not in roles or "realization" in roles:
        return tuple(columns)
    return tuple(column.model_copy(update={"role": "target"}) if column in quarters else column for column in columns)


def for_quarter(columns: Sequence[Column], quarter: int | None) -> tuple[Column, ...]:
    """`Realisasi Triwulan Ini` of a report on a quarter is that of the quarter."""
    found = {"now": f"q{quarter}", "to_now": f"to_q{quarter}"} if quarter else {"now": "quarters", "to_now": "quarters"}
    return tuple(
        column.model_copy(update={"period": found[column.period]}) if column.period in found else column
        for column in columns
    )
