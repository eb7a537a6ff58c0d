"""The digest as one HTML page that is read without a network and without JavaScript."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from reports.digest import words
from reports.digest.charts import Line, line_chart, score_line, severity_lines, spark
from reports.digest.rendering import FOLDER, environment
from reports.html.style import Style
from schemas.night import Difference, DocumentChange, Night, OfficeNight, RunFigures, Trend

OFFICES: Final = 60
"""Offices that are told of one by one; the table has all."""
OPEN: Final = 5
"""Of these so many are unfolded."""
_CSS: Final = FOLDER / "digest.css"


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing, what it is of, and its figures."""

    title: str
    drawing: Markup
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table of offices."""

    office: OfficeNight
    spark: Markup
    anchor: str
    """Of its part of the page; empty where it has none."""


def page(night: Night) -> bytes:
    """Return the digest as a page."""
    told = [one for one in night.offices if [*words.of_office(one)]]
    shown = {id(one): f"o{at}" for at, one in enumerate(told[:OFFICES], 1)}
    rows = [
        Row(one, _spark(one, at) if id(one) in shown else Markup(), shown.get(id(one), ""))
        for at, one in enumerate(told, 1)
    ]
    quiet = [one for one in night.offices if not [*words.of_office(one)]]
    template = environment().get_template("page.html")
    lines = charts(night.trend)
    text = template.render(night=night, rows=rows, quiet=quiet, charts=lines, style=Style(_CSS), open=OPEN)
    return text.encode("utf-8", "replace")


def trend_page(trend: Trend) -> bytes:
    """Return figures over runs as a page."""
    template = environment().get_template("trend.html")
    return template.render(trend=trend, charts=charts(trend.runs), style=Style(_CSS)).encode("utf-8", "replace")


def trend_svg(trend: Trend) -> bytes:
    """Return the findings over runs as one drawing."""
    lines = severity_lines(trend.runs) or score_line(trend.runs) or (Line("Temuan", "plain", [0] * len(trend.runs)),)
    title = f"Temuan: {words.office(trend.office)}" if trend.office is not None else "Temuan seluruh arsip"
    return str(line_chart("trend", title, lines, trend.runs)).encode("utf-8", "replace")


def difference_page(head: Difference, changes: Sequence[DocumentChange], more: int) -> bytes:
    """Return what changed between two runs as a page; *more* documents are counted only."""
    template = environment().get_template("diff.html")
    return template.render(head=head, changes=changes, more=more, style=Style(_CSS)).encode("utf-8", "replace")


def charts(runs: Sequence[RunFigures]) -> list[Chart]:
    """Findings and mean score over runs; none where there is only one run."""
    if len(runs) < 2:
        return []
    found = (
        ("c-findings", "Temuan menurut tingkat", severity_lines(runs)),
        ("c-score", "Nilai rata-rata", score_line(runs)),
    )
    return [Chart(title, line_chart(name, title, lines, runs), lines) for name, title, lines in found if lines]


def _spark(one: OfficeNight, at: int) -> Markup:
    known = [score for score in one.scores if score is not None]
    ends = f"dari {words.score(known[0])} menjadi {words.score(known[-1])}" if known else ""
    return spark(f"s{at}", f"Nilai rata-rata {ends}", one.scores)
