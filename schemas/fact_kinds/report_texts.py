"""What a Laporan Kinerja says in words, and of what parts it is made."""

from __future__ import annotations

from typing import get_args

from schemas.fact_spec import FactKind, flag, number, text
from schemas.performance import DocumentType

KINDS: dict[str, FactKind] = {
    "claim": FactKind(
        "What a sentence of a Laporan Kinerja says of its figures, or a figure that stands twice in its tables, "
        "and what "
        "the figures show. Only claims that could be judged are facts.",
        {
            "claim": text(
                "the figure rose, fell or stayed; the target was reached (or exceeded) or missed; a value; an "
                "average above a "
                "bound; figures = two tables give the same figure",
                "rise", "fall", "same", "reached", "missed", "value", "average", "figures",
            ),
            "shows": text(
                "what the figures show; hidden = a figure that the claim needs is not there (n/a)",
                "rise", "fall", "same", "reached", "missed", "agrees", "differs", "hidden",
            ),
            "basis": text("where the figures stand: in the sentence itself or in a table", "sentence", "table"),
        },
        {
            "text": "the words that claim it",
            "subject": "the indicator",
            "figures": "the figures with year or table",
        },
    ),
    "report_text": FactKind(
        "A document of performance data as a text with chapters.",
        {
            "type": text("what it is", *get_args(DocumentType)),
            "text": text("its running text: to its end, an excerpt, or none", "whole", "excerpt", "none"),
            "missing": number("parts of a Laporan Kinerja that are not there; 0 unless the text is whole"),
            "months_after": number(
                "month in which it is dated, counted from the end of its year: 1 = January of the next year; unknown "
                "without date or year",
                optional=True,
            ),
            "day": number("day of the month on which it is dated", optional=True),
            "dated": text("whether its day and its year are known", "dated", "no-date", "no-year"),
            "large": flag("its tables have too many rows to look for the same indicator in each of them"),
        },
        {
            "title": "its title",
            "year": "its year",
            "next_year": "the year after",
            "signed": "the day on which it is dated",
            "missing": "the missing parts",
            "missing_en": "the missing parts in English",
        },
    ),
}  # fmt: skip
