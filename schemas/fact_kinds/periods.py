"""Quarters of performance data: whether they make up the year, and which are due."""

from __future__ import annotations

from schemas.fact_spec import FactKind, flag, number, text

KINDS: dict[str, FactKind] = {
    "quarter_table": FactKind(
        "A table with the four quarters of targets or realizations and their figure for the year.",
        {
            "rows": number("rows with a figure for the year and one for a quarter"),
            "readable": flag("it is surely told which figure stands in which column"),
        },
    ),
    "quarter_figures": FactKind(
        "A row whose quarters fit no reading of how they make up the year; one for target and realization each.",
        {
            "measure": text("whose quarters", "target", "realization"),
            "state": text(
                "sum = amounts that neither add up to the year nor end at it; outside = the same of a unit that may "
                "be counted twice, the year lying outside of what any counting gives; last = a level whose year is "
                "not the last quarter; last-planned = the same where the year lies between the quarters, and the "
                "target ends at its year; summed = levels added up; dips = a running total that falls on its way; "
                "running-falls = the same where the headings say that it is one",
                "sum",
                "outside",
                "last",
                "last-planned",
                "summed",
                "dips",
                "running-falls",
            ),
        },
        {
            "name": "the indicator, shortened",
            "measure": "Target or Realisasi",
            "measure_en": "The target or The result",
            "year": "the figure of the year as printed",
            "sum": "the addition of the quarters: '3 + 2 = 5'",
            "last_quarter": "the last quarter that is filled: 'IV'",
            "last": "its figure as printed",
            "fallen_quarter": "the first quarter with less than the one before",
            "fallen": "its figure as printed",
            "before_quarter": "the quarter before it",
            "before": "its figure as printed",
        },
        by_row=True,
    ),
    "due_table": FactKind(
        "A table in which quarters have a target and a realization, or one of a report on a quarter.",
        {
            "year_known": flag("the document says which year it is about"),
            "readable": flag("it is surely told which figure stands in which column"),
        },
    ),
    "quarter_gap": FactKind(
        "A realization that should stand in a table and does not, or that stands there too early.",
        {
            "state": text(
                "row = one indicator lacks it; column = all indicators with a target lack it in a quarter; form = the "
                "table has no realization at all; early = a quarter that has not begun, or that a report on an "
                "earlier one cannot know, has one",
                "row",
                "column",
                "form",
                "early",
            ),
            "days": number("days from the end of the first quarter that lacks it to the day of the audit"),
            "explained": flag("the remarks of the row speak of it"),
        },
        {
            "name": "the indicator, shortened, and how many more",
            "name_en": "the same in English",
            "rows": "how many indicators",
            "quarters": "the quarters: 'II dan III'",
            "quarters_en": "the same in English",
            "targets": "the targets of the first row as printed",
            "printed": "what stands in place of its realizations: 'kosong', '-'",
            "when": "of a quarter filled in too early: 'belum dimulai', 'belum berakhir'",
            "when_en": "the same in English: 'begun', 'ended'",
            "end": "last day of the first quarter, in Indonesian",
            "ended": "the same with its preposition, and that it is the first where there are several",
        },
        passing=frozenset({"days", "when", "when_en"}),
        by_row=True,
    ),
}
