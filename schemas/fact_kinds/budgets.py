"""Budgets of performance data."""

from __future__ import annotations

from schemas.fact_spec import FactKind, flag, number, text

KINDS: dict[str, FactKind] = {
    "budget_table": FactKind(
        "A table with budget and money spent.",
        {
            "rows": number("rows with both figures"),
            "readable": flag("it is surely told which figure stands in which column"),
        },
    ),
    "budget_use": FactKind(
        "A row or a total of a budget that is exceeded, or whose stated share does not follow.",
        {
            "what": text(
                "over = more is spent than budgeted; share = the stated share is not spent / budget",
                "over",
                "share",
            ),
            "excess": number(
                "hundredths of a percent of the budget that are spent beyond it, rounded up to 1; 0 for none"
            ),
            "total": flag("a row of totals"),
        },
        {
            "name": "the program or the label of the total, shortened",
            "pagu": "the budget as printed",
            "spent": "the money spent as printed",
            "excess": "what is spent beyond the budget: '10.000.000'",
            "share": "spent / budget: '105%'",
            "stated": "the stated share as printed",
        },
        by_row=True,
    ),
}
