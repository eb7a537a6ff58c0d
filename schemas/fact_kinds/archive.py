"""
What the documents of an archive say when they are held side by side.

Facts of an office are judged in groups of some hundred, so a rule binds one of them; `office_archive` stands in each
group and tells that there was something to compare.
"""

from __future__ import annotations

from schemas.fact_spec import FactKind, flag, number, text

_SORTS = ("sop", "agreement", "plan", "report")
_UNREAD = "documents of the office that could not be read"

KINDS: dict[str, FactKind] = {
    "office_archive": FactKind(
        "An office of the archive, with how much of its documents could be compared.",
        {
            "sops": number("its SOPs"),
            "numbers": number("of which the number could be read"),
            "officers": number("officers with a readable NIP in its documents"),
            "targets": number("indicators that two of its documents of one year state"),
            "years": number("years whose results could be held against those of the year before"),
            "related": number("SOPs named as related"),
            "compared": number("SOPs with enough text to be compared with those of other offices"),
            "due": number("documents that were due"),
            "required": number("SOPs that it must have"),
            "unread": number(_UNREAD),
        },
        {"office": "its name"},
    ),
    "archive_officer_pair": FactKind(
        "Documents that name officials with one NIP and two names, or with one name and two NIPs; a is named in more "
        "documents than b.",
        {
            "by": text("what is the same", "nip", "name"),
            "name": text(
                "the two names: same (degrees, case, punctuation aside), similar (a reading or typing error away), "
                "part (one is the other without some words), different",
                "same",
                "similar",
                "part",
                "different",
            ),
            "name_similarity": number("0-100, letters that the two names share in order"),
            "nip_distance": number("digits in which the two NIPs differ; 0 for one NIP"),
            "birth": flag("the digits of birth are the same"),
            "pppk": flag("one is the number of a PPPK and the other that of a civil servant"),
            "position": text(
                "the two positions, as offices compare in a document; unknown = one is not printed",
                "same",
                "acting",
                "contained",
                "different",
                "unknown",
            ),
            "one_holder": flag("the position is one that a single person holds: head, secretary, camat, lurah"),
            "one_office": flag("both stand in documents of one office of the archive"),
            "surely": flag("nothing of it was repaired or recognised with doubt"),
        },
        {
            "a_name": "name",
            "b_name": "name",
            "a_nip": "NIP, the digits that differ in brackets",
            "b_nip": "NIP, the digits that differ in brackets",
            "a_position": "position",
            "b_position": "position",
            "a_office": "office whose document it is",
            "b_office": "office whose document it is",
            "a_documents": "number of documents",
            "b_documents": "number of documents",
        },
    ),
    "archive_number": FactKind(
        "One number on SOPs of different titles: of one office, of one file, or of two offices of which it names one.",
        {
            "scope": text(
                "office = of one office; file = of one file; offices = of two offices", "office", "file", "offices"
            ),
            "sops": number("SOPs of different titles that bear it"),
            "surely": flag("number and titles were surely read"),
        },
        {
            "number": "as printed",
            "a_title": "title of one SOP",
            "b_title": "title of the other",
            "a_office": "whose it is",
            "b_office": "whose it is",
            "sops": "how many SOPs",
        },
    ),
    "archive_target": FactKind(
        "An indicator that two documents of one office and year state differently, or one of them not at all.",
        {
            "what": text(
                "what differs; missing = indicators that the other does not have", "target", "unit", "missing"
            ),
            "surely": flag("both were surely read"),
            "missing": number("indicators that the other document does not have"),
        },
        {
            "indicator": "name; the first few of those that are missing",
            "a": "target or unit in the document that promises",
            "b": "target or unit in the other",
            "a_sort": "Perjanjian Kinerja, Rencana Aksi",
            "b_sort": "Rencana Aksi, Laporan Kinerja",
            "a_sort_en": "the same in English",
            "b_sort_en": "the same in English",
            "year": "year",
            "missing": "how many indicators",
            "office": "whose they are",
        },
    ),
    "archive_year": FactKind(
        "A year of which a report states results that the report on the year before has, too. Only figures that are "
        "hardly the same by chance count: of three digits or more, neither a simple fraction nor just the target.",
        {
            "equal": number("results that are those of the year before to the last digit, surely read in both"),
            "possible": number("the same with those that were not surely read"),
            "share": number("0-100, how many of the results that tell something these are"),
        },
        {
            "year": "year",
            "last_year": "the year before",
            "equal": "how many results",
            "compared": "of how many that tell something",
            "figures": "the first few indicators with their result as printed",
            "other": "the document on the year before",
            "office": "whose they are",
        },
    ),
    "archive_copy": FactKind(
        "An SOP nearly identical to one of another office; or all SOPs of an office that many offices share.",
        {
            "way": text("pair = with an SOP of another office; template = with those of many", "pair", "template"),
            "similarity": number("0-100, how much of the text is the same"),
            "offices": number("offices that have it"),
            "leftover": flag("its text still names the other office where its own is meant"),
        },
        {
            "title": "title; of a template the first few titles",
            "office": "whose it is",
            "other_title": "title of the other",
            "other_office": "whose that is",
            "similarity": "as per cent",
            "offices": "how many offices",
            "sops": "how many SOPs",
            "left": "the name that was left over",
        },
    ),
    "archive_related": FactKind(
        "An SOP that SOPs of an office name as related, and that the archive of the office does not have.",
        {
            "held": number("SOPs of the office in the archive"),
            "nearly": flag("an SOP with a similar title is there"),
            "unread": number(_UNREAD),
        },
        {"title": "as printed", "nearly": "the similar title", "office": "whose it is", "held": "how many SOPs"},
    ),
    "archive_required": FactKind(
        "An SOP that the office must have.",
        {
            "found": flag("the archive has it"),
            "nearly": flag("an SOP with a similar title is there"),
            "unread": number(_UNREAD),
        },
        {"title": "its subject", "nearly": "the similar title", "office": "whose it is"},
    ),
    "archive_due": FactKind(
        "A document that the office had to hand in.",
        {
            "sort": text("what it is", *_SORTS),
            "found": flag("the archive has it"),
            "days_over": number("days since it was due; 0 = not yet"),
            "unread": number(_UNREAD),
        },
        {
            "what": "what it is, of which year and quarter",
            "what_en": "the same in English",
            "due": "the day written out",
            "office": "whose it is",
        },
    ),
}
