"""
What was read of performance data, as JSON, piece by piece: a table may have very many rows.

A scalar is ``{"value": ..., "evidence": [...]}`` or null. Decimal numbers are JSON strings, so that no digit is lost.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from schemas.evidence import Evidence, Value
from schemas.performance import Column, PerformanceReport, PerformanceTable, Quantity, ScaleClass, Statement, Total

WORDS = {"no": "no", "name": "indicator", "unit": "unit", "polarity": "polarity", "formula": "formula",
         "category": "category", "program": "program", "source": "source", "owner": "owner",
         "remarks": "remarks"}  # fmt: skip
"""Key of an indicator -> column that holds its words."""
FIGURES = ("target", "realization", "capaian", "pagu", "spent")
_PARTS = ("target", "realization", "capaian")


def performance_json(report: PerformanceReport) -> Iterator[str]:
    """The report as readable JSON, in parts that put together are one object with a line end."""
    yield '{\n  "kind": "performance"'
    for key, one in _head(report).items():
        yield f",\n  {json.dumps(key)}: {_dumped(one)}"
    for key, many in _lists(report).items():
        yield f",\n  {json.dumps(key)}: "
        yield from _listed(many)
    yield "\n}\n"


def _head(report: PerformanceReport) -> dict[str, Any]:
    return {
        "type": report.type,
        "government": _value(report.government),
        "unit": _value(report.unit),
        "year": _value(report.year),
        "quarter": report.quarter,
        "title": _value(report.title),
        "signed": _value(report.signed),
    }


def _lists(report: PerformanceReport) -> dict[str, Iterable[Any]]:
    return {
        "tables": map(_table, report.tables),
        "sasaran": _sasaran(report.tables),
        "budget": (row for table in report.tables if table.type == "budget" for row in _budget(table)),
        "totals": (_total(total) for table in report.tables for total in table.totals),
        "comparisons": (row for table in report.tables for row in _comparisons(table)),
        "scale": map(_scale, report.scale),
        "statements": map(_statement, report.statements),
        "sections": ({"title": _value(one.title), "text": _value(one.text)} for one in report.sections),
        "signatures": (one.model_dump(mode="json") for one in report.signatures),
        "notices": (one.model_dump(mode="json") for one in report.notices),
    }


def _listed(many: Iterable[Any]) -> Iterator[str]:
    empty = True
    for one in many:
        yield ("[" if empty else ",") + "\n    " + _dumped(one)
        empty = False
    yield "[]" if empty else "\n  ]"


def _dumped(one: Any) -> str:
    return json.dumps(one, ensure_ascii=False, default=_plain)


def _plain(one: Any) -> str:
    return format(one, "f") if isinstance(one, Decimal) else str(one)


# parts ------------------------------------------------------------------------------------------------------------


def _value(found: Value[Any] | None) -> dict[str, Any] | None:
    return None if found is None else {"value": found.value, "evidence": [_place(place) for place in found.evidence]}


def _place(place: Evidence) -> dict[str, Any]:
    return {
        "quote": place.quote, "page": place.page, "line": place.line, "column": place.column, "bbox": place.bbox,
        "cell": place.cell, "note": place.note,
    }  # fmt: skip


def _table(table: PerformanceTable) -> dict[str, Any]:
    return {
        "number": _value(table.number),
        "title": _value(table.title),
        "type": table.type,
        "rows": table.count,
        "hidden": table.hidden,
        "doubted": table.columns_doubted,
        "columns": [_column(column) for column in table.columns],
    }


def _column(column: Column) -> dict[str, Any]:
    return {"title": _value(column.title), "role": column.role, "period": column.period, "year": column.year}


def _sasaran(tables: Iterable[PerformanceTable]) -> Iterator[dict[str, Any]]:
    """The sasaran of each table of indicators in printed order, each with its indicators."""
    for table in tables:
        if table.type != "indicators":
            continue
        names = table.text("sasaran")
        first = 0
        for row in range(table.count + 1):
            if row and (row == table.count or table.sasaran[row] != table.sasaran[first]):
                indicators = [_indicator(table, at) for at in range(first, row)]
                yield {"text": _words(table, first, "sasaran", names[first]), "indicators": indicators}
                first = row
        for alone in table.sasaran_alone:
            yield {"text": _value(alone), "indicators": []}


def _indicator(table: PerformanceTable, row: int) -> dict[str, Any]:
    found: dict[str, Any] = {key: _words(table, row, column) for key, column in WORDS.items()}
    found |= {key: _quantity(table, row, key) for key in FIGURES}
    found["periods"] = _periods(table, row)
    return found


def _periods(table: PerformanceTable, row: int) -> dict[str, dict[str, Any]]:
    """Period -> what is given of target, realization and capaian; a year that is not the document's is one."""
    periods: dict[str, dict[str, Any]] = {}
    for key in table.quantities:
        role, _, when = key.partition(":")
        if role in _PARTS and when and (one := _quantity(table, row, key)) is not None:
            periods.setdefault(when, {})[role] = one
    return periods


def _words(table: PerformanceTable, row: int, key: str, words: str | None = None) -> dict[str, Any] | None:
    words = table.text(key)[row] if words is None else words
    return {"value": words, "evidence": [_place(table.place(row, key))]} if words else None


def _quantity(table: PerformanceTable, row: int, key: str) -> dict[str, Any] | None:
    """What a cell states; null for an empty one and where there is no such column."""
    column = table.quantities.get(key)
    if column is None or column[row].state == "blank":
        return None
    return _stated(column[row]) | {"evidence": [_place(table.place(row, key))]}


def _stated(one: Quantity) -> dict[str, Any]:
    found: dict[str, Any] = {
        "value": one.day or one.value, "text": one.text, "state": one.state, "percent": one.percent,
        "unit": one.unit, "ambiguous": one.ambiguous,
    }  # fmt: skip
    return found if one.low is None else found | {"low": one.low}


def _budget(table: PerformanceTable) -> Iterator[dict[str, Any]]:
    for row in range(table.count):
        yield {
            "program": _words(table, row, "program"),
            "pagu": _quantity(table, row, "pagu"),
            "spent": _quantity(table, row, "spent"),
            "percent": _quantity(table, row, "spent_percent"),
        }


def _total(total: Total) -> dict[str, Any]:
    figures = {
        key: _stated(one) | {"evidence": [_place(total.places[key])]}
        for key, one in total.quantities.items()
        if one.state != "blank"
    }
    return {"kind": total.kind, "label": _value(total.label), "figures": figures}


def _comparisons(table: PerformanceTable) -> Iterator[dict[str, Any]]:
    """Rows of a comparison over years: the figure of each year."""
    keys = {column.key: column.year for column in table.columns if column.role == "year"}
    if not keys and table.type == "comparison":
        keys = {column.key: column.year for column in table.columns if column.role == "realization" and column.year}
    name = next((key for key in ("indicator", "sasaran", "program") if key in table.words), None)
    for row in range(table.count if keys and name else 0):
        years = {str(year): one for key, year in keys.items() if (one := _quantity(table, row, key)) is not None}
        yield {"indicator": _words(table, row, name or ""), "years": years}


def _scale(one: ScaleClass) -> dict[str, Any]:
    return {
        "label": _value(one.label), "low": one.low, "high": one.high, "low_included": one.low_included,
        "high_included": one.high_included, "interval": _value(one.interval),
    }  # fmt: skip


def _statement(one: Statement) -> dict[str, Any]:
    return {
        "kind": one.kind, "text": _value(one.text), "subject": one.subject, "year": one.year, "value": one.value,
        "other_year": one.other_year, "other_value": one.other_value, "bound": one.bound, "category": one.category,
    }  # fmt: skip
