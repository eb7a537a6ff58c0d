"""Tables of performance data as forms: headings, column numbers, rows, numbers of tables."""

from __future__ import annotations

from schemas.fact_spec import FactKind, flag, number, text

KINDS: dict[str, FactKind] = {
    "form": FactKind(
        "A table of an SOP that is no step table, or a table of a document of performance data.",
        {
            "performance": flag("headings of performance data (sasaran, indikator, target, realisasi)"),
            "rows": number("rows with content; column-number rows do not count"),
            "cut": flag("the file ends inside it, or after its headings: rows may have been lost"),
            "numbering": text(
                "the row of column numbers: none; right; short = a heading has no number; long = more numbers than "
                "headings; gap = a number is missing or out of order",
                "none",
                "right",
                "short",
                "long",
                "gap",
            ),
            "use": text(
                "what it is for: collection = to collect data, by its title; result = target and realization of a "
                "report; other",
                "other",
                "collection",
                "result",
            ),
            "source": flag("has a column for the source of data"),
            "owner": flag("has a column for the person in charge"),
            "units": text(
                "the units of its figures: told (a column, the headings, the values), untold", "told", "untold"
            ),
        },
        {
            "title": "title or first headings",
            "headings": "how many headings",
            "numbers": "the column numbers: '1-8'",
            "odd": "the heading or number that does not fit, in quotes",
            "lacking": "columns that a form of data collection needs and it lacks",
        },
    ),
    "form_column": FactKind(
        "A column for the source of data or the person in charge, in a table of performance data.",
        {
            "column": text("which", "source", "owner"),
            "state": text(
                "filled; some, all = so many rows leave it empty; absent = a form of data collection without it",
                "filled",
                "some",
                "all",
                "absent",
            ),
            "blank": number("rows that name an indicator and leave it empty"),
            "rows": number("rows that name an indicator"),
        },
        {
            "title": "title of the table or its first headings",
            "heading": "heading of the column",
            "blank_rows": "the rows: '2, 5-7'",
        },
    ),
    "table_pair": FactKind(
        "Two tables that bear the same number.",
        {},
        {
            "number": "as printed",
            "first": "title of the first, shortened",
            "second": "title of the second, shortened",
        },
    ),
    "table_numbers": FactKind("The tables of the document that bear a number.", {"count": number("how many")}),
}
