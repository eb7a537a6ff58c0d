"""The document as a whole, its identity block and its titles."""

from __future__ import annotations

from schemas.fact_spec import FactKind, flag, number, text

_FIELD_NAMES = ("number", "title", "created", "revised", "approved", "effective", "approver")
_FIELD_STATES = ("filled", "empty", "dash", "absent", "unplaced")
_SECTION_STATES = ("filled", "empty", "headless", "absent", "unplaced")

KINDS: dict[str, FactKind] = {
    "whole": FactKind(
        "The text of the SOP, first line to last; exactly one. Its evidence says where something was looked for.",
        {
            "lines": number("how many lines of the file"),
            "cut": flag("the text ends inside the form or inside a citation: what should follow may have been lost"),
        },
        {"lines": "first and last line, '1-95'"},
    ),
    "document": FactKind(
        "The SOP as a whole; exactly one.",
        {
            "has_identity": flag("an identity block was found"),
            "steps": text("how the step table was found", "read", "absent", "unreadable"),
            "approver_field": text("state of Disahkan Oleh; absent without an identity block", *_FIELD_STATES),
            "has_approver": flag("the identity block names an office, a person or an NIP as approver"),
            "has_signature": flag("somebody signs below a text of the document, with a name or an NIP"),
            "has_officer": flag("has_approver or has_signature"),
            "signature_trace": flag("ttd, an electronic signature note, or another trace of a signature is readable"),
            "shows_signatures": flag("this medium can show a wet or digital signature at all"),
            "legal_state": text("state of the section Dasar Hukum, form and narrative together", *_SECTION_STATES),
            "legal_items": number("citations in all lists together"),
        },
        {"unit": "name of the office, or 'dokumen ini'", "identity_lines": "lines of the identity block, '71-79'"},
    ),
    "field": FactKind(
        "A labelled field of the identity block; seven when there is a block, none without.",
        {
            "name": text("which field", *_FIELD_NAMES),
            "state": text("how it was found", *_FIELD_STATES),
            "dates": text(
                "for approved and effective: which of the two labels stand there; both for other fields",
                "both",
                "only-approved",
                "only-effective",
                "neither",
            ),
        },
        {"label": "standard Indonesian label", "printed": "the label as printed, or the standard one"},
    ),
    "date": FactKind(
        "A date field of the identity block that has a value.",
        {
            "field": text("which field", "created", "revised", "approved", "effective"),
            "rank": number("1 created, 2 approved, 3 effective, 0 revised"),
            "state": text("how it was understood", "valid", "invalid", "incomplete", "unreadable"),
            "iso": text("ISO date, when valid", optional=True),
            "ambiguous": flag("numbers only, day and month could be exchanged"),
        },
        {"label": "standard Indonesian label", "printed": "as printed", "day": "written out: 4 Januari 2023"},
    ),
    "title_pair": FactKind(
        "Two titles of the same SOP at two places (cover, identity block, over the step table).",
        {
            "same": flag("they name the same thing: equal, or one only says more than the other"),
            "similarity": number("0-100, token similarity"),
        },
        {"a": "first title", "b": "second title", "a_place": "where", "b_place": "where"},
    ),
}
