"""What the register of regulations says of the legal bases, on the day that counts."""

from __future__ import annotations

from schemas.fact_spec import FactKind, flag, number, text

KINDS: dict[str, FactKind] = {
    "law": FactKind(
        "A regulation that the document cites by kind, number and year, on the day that counts. One fact for all "
        "places that say the same.",
        {
            "known": flag("the register has it"),
            "dated": text(
                "the day that counts: of the document (approved, else effective, else made), or that of the audit",
                "document",
                "audit",
            ),
            "state": text(
                "how it stood on that day: in-force; revoked; partly-revoked; revoked-later = after that day; "
                "overtaken = a later regulation treats its subject; horizon-passed = the plan that it sets has ended; "
                "unknown",
                "unknown",
                "in-force",
                "revoked",
                "partly-revoked",
                "revoked-later",
                "overtaken",
                "horizon-passed",
            ),
            "firm": flag("a row of high confidence says so"),
            "issued": text(
                "it, or a change that it names, against the latest day of the document: before; after; unsure = "
                "after, by a day that is not sure; unknown",
                "unknown",
                "before",
                "after",
                "unsure",
            ),
        },
        {
            "name": "short name: PP 8/2006",
            "day": "the day that counts, with what it is: 'tanggal pengesahan 4 Januari 2023'",
            "by": "what revoked or overtook it: PP 12/2017 Pasal 51 angka 4",
            "since": "since when: 7 April 2017",
            "replaced": "what regulates its subject now, with title",
            "younger": "what is younger than the document: it, or a change that it names",
            "issued": "when that was made, or its year",
        },
    ),
    "law_list": FactKind(
        "The regulations that the document cites by kind, number and year; one when there are any.",
        {"cited": number("how many"), "known": number("how many of them the register has")},
    ),
    "law_title": FactKind(
        "The printed title of a cited regulation beside the official one; for those that the register has, or whose "
        "title it has.",
        {
            "title": text(
                "same; punctuation = a comma breaks a term; cut = ends early; different; absent = none printed; "
                "unknown = number and year are not in the register",
                "unknown",
                "same",
                "punctuation",
                "cut",
                "different",
                "absent",
            ),
            "number": text(
                "number and year: right; slip = those of another regulation, by the title; unknown",
                "unknown",
                "right",
                "slip",
            ),
            "sure": flag("its row is of high confidence"),
            "slip": text(
                "the printed word in small letters, where one word in the place of another is all that differs"
            ),
        },
        {
            "name": "short name as cited",
            "title": "title as printed",
            "official": "official title",
            "difference": "the words that differ",
        },
    ),
    "law_change": FactKind(
        "The changes of a cited regulation that the register has.",
        {
            "state": text(
                "its last change on the day that counts: none = there was none; named; bare = no change is mentioned; "
                "older = an earlier change is named as the last one; unknown",
                "unknown",
                "none",
                "named",
                "bare",
                "older",
            ),
            "firm": flag("a row of high confidence says that there is a later change"),
        },
        {
            "name": "short name",
            "day": "the day that counts, with what it is",
            "later": "the changes after the one named, up to that day",
            "named": "the change that is named as the last one",
        },
    ),
    "law_slip": FactKind(
        "A citation whose number or year is that of another regulation.",
        {
            "at": text(
                "clause = the amendment clause names another regulation as changed; near = the title is that of one "
                "with another number or another year; other = of one with both different",
                "clause",
                "near",
                "other",
            ),
            "sure": flag("the rows that say so are of high confidence"),
        },
        {
            "name": "short name as cited",
            "title": "title as printed",
            "other": "the regulations that bear the printed title",
            "named": "the change that the clause names",
            "target": "what the clause says that it changes",
        },
    ),
    "expected_law": FactKind(
        "A regulation that an SOP of this subject is expected to cite.",
        {
            "subject": text(
                "why: every sop; sakip = performance planning, measurement, reporting, evaluation; "
                "sakip-evaluation = a forerunner of the guide on evaluation is cited",
                "sop",
                "sakip",
                "sakip-evaluation",
            ),
            "cited": flag("it, or one that does as well, is cited"),
            "cut": flag("the text ends inside the list: it may have been cited there"),
        },
        {
            "name": "short name",
            "title": "official title",
            "forerunners": "the forerunners that are cited",
            "instead": "those that do as well",
        },
    ),
    "legal_order": FactKind(
        "A list of legal bases with two or more regulations whose rank is known, or two alike.",
        {
            "rank": flag("each is followed by one of its own or a lower rank"),
            "date": flag("those of one kind are in the order of their years and numbers"),
        },
        {"first": "the one that stands too early", "second": "the one that should stand before it"},
    ),
    "legal_style": FactKind(
        "How the kinds of regulation are written; one when kinds are printed at all.",
        {"mixed": flag("one kind is both abbreviated and written out")},
        {"short": "the abbreviated forms", "full": "the forms written out"},
    ),
}
