"""Totals and averages of performance data."""

from __future__ import annotations

from schemas.fact_spec import FactKind, text

KINDS: dict[str, FactKind] = {
    "stated_sum": FactKind(
        "A total or an average that a table or a sentence states.",
        {
            "state": text(
                "fits = some way of adding or averaging gives it; total-differs, average-differs = none does; "
                "average-hides = it is the mean of the indicators with a result, while others have a target and none, "
                "and nothing says so; unclear = the rows are parts of one another in a way that is not understood",
                "fits",
                "total-differs",
                "average-differs",
                "average-hides",
                "unclear",
            ),
        },
        {
            "label": "the words of the row, or the sentence, shortened",
            "stated": "the number as printed",
            "computed": "what it should be, plainly added or averaged",
            "formula": "how: '(98,48 + 110) : 2'",
            "count": "how many achievements were averaged",
            "lacking": "how many indicators with a target have no result",
            "notes": "what the average would be with wrong achievements put right, and which were left out, or empty",
            "notes_en": "the same in English",
        },
    ),
}
