"""Facts about forms: tables of performance data in an SOP, and those of a document of performance data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from engine.derive.column_numbers import HeadCell, Numbered, column_numbering
from engine.derive.factlist import FactList
from engine.derive.wording import enumerate_words, shorten
from schemas.doubt import ReadingDoubt
from schemas.evidence import Evidence
from schemas.sop import Form, FormColumn, Sop, Text

MAX_ROWS_NAMED = 12

Use = Literal["other", "collection", "result"]

_COLLECTS = re.compile(r"pengumpul|penghimpun|pendataan|rekap\w* data|isian data|formulir data|format data")
_OTHER_FORM = re.compile(
    r"rencana aksi|perjanjian|rencana kerja|\brenja\b|renstra|laporan kinerja|cascading|pohon kinerja"
)


@dataclass(frozen=True, slots=True)
class FormFacts:
    """What both kinds of tables are made into one fact of."""

    title: str
    performance: bool
    rows: int
    heads: Sequence[HeadCell]
    numbers: Sequence[Text]
    use: Use
    units_told: bool
    cut: bool = False
    doubts: tuple[ReadingDoubt, ...] = ()


def form_facts(out: FactList, sop: Sop) -> None:
    """One fact for each table of an SOP that is no step table."""
    for form in sop.forms:
        title = form.title.value if form.title else ", ".join(column.value for column in form.columns[:4])
        heads = [_head(column) for column in form.heads] or [
            HeadCell(column.value, "", None, column.evidence[0]) for column in form.columns
        ]
        facts = FormFacts(
            title=title,
            performance=form.performance,
            rows=len(form.rows),
            heads=heads,
            numbers=form.numbers,
            use=_use(sop, form),
            units_told=form.units_told,
        )
        add_form(out, facts)
        for column in form.heads:
            if column.role in ("source", "owner") and form.performance and form.rows:
                add_column(out, ColumnFacts(title, _head(column), column.blank, len(form.rows)))
        if form.performance and form.heads and facts.use == "collection":
            roles = {column.role for column in form.heads}
            if "owner" in roles and "source" not in roles:  # who is in charge, the guide of an SOP may tell
                add_absent(out, title, "source", heads)


def collects(title: str) -> bool:
    """Whether a title says that data are collected."""
    return bool(_COLLECTS.search(title.lower()))


def _use(sop: Sop, form: Form) -> Use:
    own = form.title.value if form.title else ""
    named = " ".join(title.value for title in sop.titles)
    if collects(own) or (collects(named) and not _OTHER_FORM.search(own.lower())):
        return "collection"
    return "other"


def _head(column: FormColumn) -> HeadCell:
    title = column.title
    return HeadCell(
        title.value if title else "", column.number or "", column.role, title.evidence[0] if title else None
    )


def add_form(out: FactList, form: FormFacts) -> None:
    """The fact of one table."""
    numbered = column_numbering(form.heads, form.numbers) if form.performance else Numbered()
    roles = {head.role for head in form.heads}
    first = next((head.place for head in form.heads if head.place), None)
    lacking = [name for name, there in _needed(form, roles) if not there]
    out.add(
        "form",
        {
            "performance": form.performance,
            "rows": form.rows,
            "cut": form.cut,
            "numbering": numbered.state,
            "use": form.use,
            "source": "source" in roles,
            "owner": "owner" in roles,
            "units": "told" if form.units_told else "untold",
        },
        {
            "title": shorten(form.title),
            "headings": str(sum(bool(head.title) for head in form.heads)),
            "numbers": numbered.numbers,
            "odd": shorten(numbered.odd),
            "lacking": enumerate_words(lacking),
        },
        numbered.places or ((first,) if first else ()),
        doubts=form.doubts,
    )


def _needed(form: FormFacts, roles: set[str | None]) -> list[tuple[str, bool]]:
    return [
        ("satuan", "unit" in roles or not roles & {"target", "realization"} or bool(form.rows and form.units_told)),
        ("sumber data", "source" in roles),
        ("penanggung jawab", "owner" in roles),
    ]


@dataclass(frozen=True, slots=True)
class ColumnFacts:
    """What is said of a column for the source of data or the person in charge."""

    title: str
    """Of the table."""
    head: HeadCell
    blank: Sequence[int]
    """Numbers of the rows that leave it empty."""
    rows: int
    """Rows that name an indicator."""
    places: Sequence[Evidence] = ()
    """The empty cells."""
    doubts: tuple[ReadingDoubt, ...] = ()


def add_column(out: FactList, column: ColumnFacts) -> None:
    """The fact of one column of words."""
    blank, rows, place = column.blank, column.rows, column.head.place
    named = [str(row) for row in blank[:MAX_ROWS_NAMED]]
    more = len(blank) - len(named)
    out.add(
        "form_column",
        {
            "column": column.head.role,
            "state": "all" if blank and len(blank) >= rows else "some" if blank else "filled",
            "blank": len(blank),
            "rows": rows,
        },
        {
            "title": shorten(column.title),
            "heading": shorten(column.head.title),
            "blank_rows": f"{', '.join(named)}, dan {more} lainnya" if more else enumerate_words(named),
        },
        [*([place] if place else []), *column.places],
        doubts=column.doubts,
    )


def add_absent(out: FactList, title: str, column: str, heads: Sequence[HeadCell]) -> None:
    """The fact of a column that a form of data collection lacks."""
    place = next((head.place for head in heads if head.place), None)
    out.add(
        "form_column",
        {"column": column, "state": "absent", "blank": 0, "rows": 0},
        {"title": shorten(title), "heading": "", "blank_rows": ""},
        (place,) if place else (),
    )
