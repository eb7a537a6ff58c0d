"""Totals and averages of performance data."""

from __future__ import annotations

from schemas.fact_spec import FactKind, flag, number, text

KINDS: dict[str, FactKind] = {
    "stated_sum": FactKind(
        "A total or an average that a table or a sentence states.",
        {
            "measure": text("which of the two", "total", "average"),
            "state": text(
                "fits = some way of adding or averaging gives it; differs = none does; hides = it is the mean of the "
                "indicators with a result, while others have a target and none, and nothing says so; unclear = the "
                "rows are parts of one another in a way that is not understood",
                "fits",
                "differs",
                "hides",
                "unclear",
            ),
            "lacking": number("indicators without achievement that it passes over"),
            "corrected": flag("some achievement that it rests on is wrong by itself"),
        },
        {
            "label": "the words of the row, or the sentence, shortened",
            "stated": "the number as printed",
            "computed": "what it should be, plainly added or averaged",
            "formula": "how: '(98,48 + 110) : 2'",
            "count": "how many achievements were averaged",
            "corrected": "the average with wrong achievements put right, or empty",
        },
    ),
}
