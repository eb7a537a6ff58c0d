"""Tables that are no step table."""

from __future__ import annotations

from schemas.fact_spec import FactKind, flag, number

KINDS: dict[str, FactKind] = {
    "form": FactKind(
        "A table of the document that is no step table.",
        {
            "performance": flag("headings of performance data (sasaran, indikator, target, realisasi)"),
            "rows": number("rows with content; column-number rows do not count"),
        },
        {"title": "title or first headings"},
    ),
}
