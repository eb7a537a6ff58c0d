"""Sections of the form, their items, and the SOPs that steps refer to."""

from __future__ import annotations

from schemas.fact_spec import FactKind, flag, number, text

_SECTIONS = ("legal_basis", "qualifications", "related", "equipment", "warnings", "records")
_SECTION_STATES = ("filled", "empty", "headless", "absent", "unplaced")

KINDS: dict[str, FactKind] = {
    "section": FactKind(
        "One of the six sections of the form; six when there is an identity block.",
        {"name": text("which", *_SECTIONS), "state": text("how it was found", *_SECTION_STATES)},
        {"label": "standard Indonesian heading", "printed": "as printed, or the standard one"},
    ),
    "entry": FactKind(
        "One item of a section of the form other than Dasar Hukum.",
        {
            "section": text("which", *_SECTIONS),
            "position": number("1-based place in its section"),
            "key": text("normalised words"),
            "number": number("printed number", optional=True),
            "missing_before": number("how many numbers are missing between the item before and this one"),
        },
        {"no": "marker", "text": "as printed", "missing": "the missing numbers: '13'"},
    ),
    "sop_reference": FactKind(
        "An SOP that a step or a remark refers to; one fact for each name.",
        {"listed": flag("Keterkaitan lists it, or it is this SOP itself")},
        {"name": "as printed", "step": "step number"},
    ),
}
