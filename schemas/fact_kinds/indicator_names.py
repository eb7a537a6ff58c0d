"""Names of indicators, and the sasaran that they stand under."""

from __future__ import annotations

from schemas.fact_spec import FactKind, flag, number, text

KINDS: dict[str, FactKind] = {
    "indicator_list": FactKind(
        "A table with names of indicators.",
        {
            "rows": number("its rows"),
            "compared": flag("few enough to look for names that differ by a slip"),
            "readable": flag("it is surely told which words stand in which column"),
        },
        {"rows": "its rows", "limit": "rows up to which names are compared pair by pair"},
    ),
    "indicator_repeat": FactKind(
        "A row whose indicator stands already above it under the same sasaran; in other activities it may.",
        {
            "how": text("exact = but for case, spacing and punctuation; near = one letter of a word", "exact", "near"),
            "grouped": flag("the sasaran is known; otherwise it stands twice in the table"),
        },
        {
            "name": "the indicator, shortened",
            "other": "the one above, shortened",
            "no": "its number, or which row it is",
            "other_no": "the same of the one above",
            "sasaran": "the sasaran, shortened",
        },
        by_row=True,
    ),
    "sasaran_table": FactKind(
        "A table with sasaran and indicators.",
        {
            "rows": number("its rows"),
            "readable": flag("it is surely told which words stand in which column"),
        },
    ),
    "sasaran_gap": FactKind(
        "A sasaran without indicator, or indicators without sasaran.",
        {
            "state": text(
                "alone = a sasaran under which no indicator stands; missing = indicators above the first sasaran; "
                "column = no row has a sasaran",
                "alone",
                "missing",
                "column",
            ),
            "rows": number("rows that it is about; 0 for a sasaran that has no row"),
        },
        {"name": "the sasaran, or the first indicator, shortened", "rows": "how many rows"},
    ),
}
