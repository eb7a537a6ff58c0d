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
            "form_only": flag("it ends in a section of the form, before steps and signatures"),
            "open_end": flag("cut, or it ends inside a step, or without a step table that could be read"),
            "family": text(
                "whose form it is: ap = PermenPANRB 35/2012, or none that is known; accreditation = of puskesmas, "
                "hospitals, universities; service = of the service standards",
                "ap",
                "accreditation",
                "service",
            ),
            "mixed": flag("columns of the form were run together: headings inside lines may have been missed"),
            "labels_mixed": flag("labels of the identity block were run together in one line"),
            "told": flag("no identity block, but a sentence that tells number, dates or approval"),
        },
        {
            "where": "from where to where it reaches, in Indonesian: 'baris 1-95', 'halaman 2-4', 'paragraf 1-40'",
            "where_en": "the same in English",
            "form": "the form, in Indonesian",
        },
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
            "signature_trace": flag(
                "ttd or a note of an electronic signature is readable, a digital signature holds, or a picture that "
                "may be a signature stands among the words of the approver"
            ),
            "shows_signatures": flag(
                "a signature would be seen in this file, if there were one: not in text, not in a file of a word "
                "processor, not in a picture of a page, and not where a picture on the page may be one"
            ),
            "legal_state": text("state of the section Dasar Hukum, form and narrative together", *_SECTION_STATES),
            "legal_items": number("citations in all lists together"),
        },
        {
            "unit": "name of the office, or 'dokumen ini'",
            "identity_lines": "where the identity block stands: 'baris 71-79'",
            "unseen": "why a signature may be there though it is not seen, in Indonesian; empty when it would be seen",
            "unseen_en": "the same in English",
        },
    ),
    "digital_signature": FactKind(
        "A digital signature of the file that is shown on the pages of this SOP, or nowhere.",
        {
            "state": text(
                "intact; changed = something was changed after signing; broken = what was signed is not what is there, "
                "or the signature is damaged; unchecked",
                "intact",
                "changed",
                "broken",
                "unchecked",
            ),
            "trust": text("where the chain of certificates ends", "not-checked", "trusted", "untrusted"),
        },
        {
            "who": "name and organisation of the signer",
            "problem": "what is wrong, in Indonesian; empty when nothing is",
        },
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
            "weekday": number("1 Monday to 7 Sunday, when valid", optional=True),
        },
        {
            "weekday": "day of the week, in Indonesian",
            "label": "standard Indonesian label",
            "printed": "as printed",
            "day": "written out: 4 Januari 2023",
        },
    ),
    "date_writing": FactKind(
        "How the dates of the identity block are written; one when any can be read.",
        {
            "dates": number("how many dates"),
            "odd": number("how many are not written as day, Indonesian name of the month, year"),
        },
        {
            "odd": "the odd ones with their labels",
            "mixed": "how many ways of writing there are, in Indonesian, when several: '; ada 3 cara ...'",
            "mixed_en": "the same in English",
        },
    ),
    "age": FactKind(
        "How old the document is on the day of the audit; one when the day from which it holds can be read.",
        {
            "years": number("full years since it was approved, else in force, else made"),
            "months": number("full months"),
        },
        {"day": "that day written out", "as_of": "the day of the audit written out"},
        passing=frozenset({"years", "months", "as_of"}),
    ),
    "sop_number": FactKind(
        "The number of the SOP; one when there is one that reads as a number.",
        {
            "faults": number(
                "what is wrong with its form: two numbers in one, the word Nomor in it, a part left open, a digit or a "
                "dot of the archive code lost, a roman month beyond XII"
            ),
            "code": text(
                "the archive code it begins with: none of Permendagri 83/2022; sop = 000.8.3.3 or its group; kin = of "
                "organisation and procedure (000.8) or of the matter that the SOP is about (100 to 900); other = "
                "another matter of general administration (000)",
                "none",
                "sop",
                "kin",
                "other",
            ),
        },
        {
            "printed": "as printed",
            "faults": "what is wrong, in Indonesian",
            "faults_en": "the same in English",
            "code": "the code as read",
            "matter": "what the code stands for, where that is known: ' (perencanaan pembangunan daerah)'",
        },
    ),
    "number_period": FactKind(
        "The year, and the month in roman numerals, of the number beside the dates; one when both can be read.",
        {
            "years": number("years between that of the number and the nearest date; 0 = the same"),
            "months": number("months between the period of the number and the nearest date; 0 = it fits"),
            "has_month": flag("the number has a month"),
        },
        {
            "printed": "the number",
            "period": "its period: 'XII/2024' or '2024'",
            "dates": "the dates it is compared with",
        },
    ),
    "letterhead": FactKind(
        "The letterhead over or beside the identity block; one when it could be read.",
        {
            "government": flag("it says PEMERINTAH, or is of an office that needs not to"),
            "unit": flag("it names the unit, or the unit stands near it"),
        },
        {"text": "as printed"},
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
