"""Legal bases and their lists."""

from __future__ import annotations

from schemas.fact_spec import FactKind, flag, number, text

KINDS: dict[str, FactKind] = {
    "citation": FactKind(
        "One item of a list of legal bases.",
        {
            "list": text("which list", "form", "narrative"),
            "position": number("1-based place in its list"),
            "key": text("type-number-year-region, normalised; unique text key when number or year is missing"),
            "identified": flag("type, number and year could all be read, so key names one regulation"),
            "has_type": flag("kind of regulation is printed"),
            "has_number": flag("number is printed"),
            "has_year": flag("year is printed in full"),
            "has_title": flag("title is printed"),
            "local": flag("regulation of a region: Perda, Perbup, Perwali, Pergub, Kepbup ..."),
            "has_region": flag("its region is printed; true for national ones"),
            "blank": flag("a place to fill in was left open"),
            "split": text("half of one citation in two items", "no", "head", "tail"),
            "cut": flag("the file ends inside this item"),
            "stray": flag("nothing of it reads as a regulation, and it may belong to another section"),
        },
        {
            "no": "marker",
            "text": "as printed, shortened",
            "name": "short name: PP 8/2006",
            "next": "text of the next item",
            "missing": "what is missing, in Indonesian: 'nomor dan tahun'",
        },
    ),
    "legal_lists": FactKind(
        "Exists when both the narrative section and the form list legal bases.",
        {
            "only_form": number("regulations only the form cites"),
            "only_narrative": number("regulations only the narrative cites"),
            "comparable": flag("every item of both lists could be identified"),
        },
        {"only_form": "their short names", "only_narrative": "their short names"},
    ),
}
