"""The tables of a document of performance data as forms, and their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.derive.column_numbers import HeadCell
from engine.derive.factlist import FactList
from engine.derive.forms import ColumnFacts, FormFacts, Use, add_absent, add_column, add_form, collects
from engine.derive.wording import shorten
from extraction.table_gaps import blank_rows, named_rows, units_told
from schemas.doubt import ReadingDoubt
from schemas.evidence import Evidence
from schemas.performance import PerformanceReport, PerformanceTable, TableCaption

MAX_PLACES = 8
"""Empty cells that a finding shows."""
_DOUBT = (ReadingDoubt(reason="row"),)
_WORDS = re.compile(r"[^\W_]+")


def performance_form_facts(out: FactList, report: PerformanceReport) -> None:
    """A fact for each table of indicators, for its columns of sources and persons, and for numbers given twice."""
    for table in report.tables:
        if table.type == "indicators" and not table.hidden:
            _table_facts(out, report, table)
    _number_facts(out, report.captions)


def _table_facts(out: FactList, report: PerformanceReport, table: PerformanceTable) -> None:
    heads = [
        HeadCell(
            column.title.value if column.title else "",
            column.number or "",
            column.role,
            column.title.evidence[0] if column.title else None,
        )
        for column in table.columns
    ]
    doubts = _DOUBT if table.columns_doubted else ()
    title = _title(table, heads)
    roles = {column.role for column in table.columns}
    facts = FormFacts(
        title=title,
        performance="indicator" in roles and bool(roles & {"sasaran", "target", "realization", "capaian"}),
        rows=table.count + len(table.sasaran_alone) + len(table.totals),
        heads=heads,
        numbers=table.column_numbers or (),
        use=_use(report, table),
        units_told=units_told(table),
        cut=table.cut or report.cut,
        doubts=doubts,
    )
    add_form(out, facts)
    if facts.use == "collection" and len(lacking := [role for role in ("source", "owner") if role not in roles]) == 1:
        add_absent(out, title, lacking[0], heads)
    rows = named_rows(table)
    for head, column in zip(heads, table.columns, strict=True):
        if column.role in ("source", "owner") and column.key == column.role and rows:
            blank = blank_rows(table, column.key)
            places = _places(table, column.key, blank)
            add_column(out, ColumnFacts(title, head, _printed(table, blank), len(rows), places, doubts))


def _title(table: PerformanceTable, heads: Sequence[HeadCell]) -> str:
    number = f"Tabel {table.number.value} " if table.number else ""
    words = table.title.value if table.title else ", ".join(head.title for head in heads[:4] if head.title)
    return f"{number}{words}"


def _use(report: PerformanceReport, table: PerformanceTable) -> Use:
    keys = {column.role for column in table.columns}
    titles = [text.value for text in (table.title, report.title) if text]
    if report.type == "form" and any(collects(title) for title in titles):
        return "collection"
    return "result" if {"target", "realization"} <= keys else "other"


def _printed(table: PerformanceTable, rows: Sequence[int]) -> list[int]:
    """Rows as the table numbers them, where each row has a number of its own; else by their place."""
    if not rows:
        return []
    numbers = [words.strip(" .)") for words in table.text("no")]
    if all(number.isdecimal() and len(number) < 7 for number in numbers) and len(set(numbers)) == len(numbers):
        return [int(numbers[row]) for row in rows]
    return [row + 1 for row in rows]


def _places(table: PerformanceTable, key: str, rows: Sequence[int]) -> list[Evidence]:
    """The empty cells, and what stands beside each."""
    return [place for row in rows[:MAX_PLACES] for place in (table.place(row, "indicator"), table.place(row, key))][
        : MAX_PLACES + 2
    ]


# numbers ----------------------------------------------------------------------------------------------------------


def _number_facts(out: FactList, captions: Sequence[TableCaption]) -> None:
    if captions:
        out.add("table_numbers", {"count": len(captions)}, {}, [captions[0].number.evidence[0]])
    for first, second in _twice(captions):
        out.add(
            "table_pair",
            {},
            {"number": second.number.value, "first": _shown(first), "second": _shown(second)},
            [first.number.evidence[0], second.number.evidence[0]],
        )


def _twice(captions: Sequence[TableCaption]) -> Iterator[tuple[TableCaption, TableCaption]]:
    """Tables with a number that another table bears; a caption that is repeated over a further page is the same one."""
    first: dict[tuple[str, int, int | None], TableCaption] = {}
    told: set[tuple[str, int, int | None]] = set()
    for caption in captions:
        key = caption.number.value.upper(), caption.part, caption.number.evidence[0].page
        earlier = first.setdefault(key, caption)
        if earlier is caption or key in told or caption.goes_on or _same_title(earlier, caption):
            continue
        told.add(key)
        yield earlier, caption


def _same_title(one: TableCaption, other: TableCaption) -> bool:
    """One goes on with the other: the same title, or one that is a part of it; without titles nobody can tell."""
    if one.title is None or other.title is None:
        return True
    left, right = (_WORDS.findall(caption.title.value.lower()) for caption in (one, other) if caption.title)
    shorter, longer = sorted((left, right), key=len)
    return longer[: len(shorter)] == shorter


def _shown(caption: TableCaption) -> str:
    return shorten(caption.title.value) if caption.title else ""
