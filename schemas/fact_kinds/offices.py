"""How the document writes the name of its unit and of its region."""

from __future__ import annotations

from schemas.fact_spec import FactKind, number, text

KINDS: dict[str, FactKind] = {
    "office": FactKind(
        "The name of the unit; one when it could be read.",
        {"kind": text("word before the name, lower case: kecamatan, kelurahan, dinas, badan ...")},
        {"name": "as most often printed"},
    ),
    "office_mention": FactKind(
        "A way in which a unit of the same kind is written, one fact for each distinct spelling.",
        {
            "relation": text(
                "own = the unit's name; near = a near miss of it; regency = the regency's name where the unit's is "
                "meant; different = another unit where the own one must be meant (letterhead, signature, 'di "
                "lingkungan Kecamatan ...'); other = another unit, named on purpose as far as can be seen",
                "own",
                "near",
                "regency",
                "different",
                "other",
            ),
            "count": number("how often"),
        },
        {"name": "as printed", "own": "the unit's own name"},
    ),
    "leftover": FactKind(
        "Words in an SOP that belong to an office of another kind; one when there are any.",
        {
            "strong": number(
                "wordings beyond doubt: actor columns that only another kind of office has, an office of this unit "
                "joined with another (Camat OPD), and one more where bidang are spoken of beside other traces"
            ),
            "divisions": number("wordings that speak of bidang as parts of a kecamatan or kelurahan"),
            "parts": number("the same with bagian, which can also mean a part of anything"),
            "heads": number("items of a section that name the head of another kind of office"),
        },
        {"traces": "the words as printed", "unit": "kind of the unit"},
    ),
    "role_name": FactKind(
        "A name of a post that does not fit the others; one fact for each.",
        {
            "issue": text(
                "two-names = two names of one kind of post that differ in a word of the same stem (Laporan, "
                "Pelaporan); abbreviation = an actor column JF or the like, which nothing explains; unlisted = an "
                "actor column whose post the list of who is in charge does not name",
                "two-names",
                "abbreviation",
                "unlisted",
            ),
        },
        {"a": "as printed", "b": "the other name, or the title of the list"},
    ),
    "region_mention": FactKind(
        "A way in which a regency, city or province is written, one fact for each distinct spelling.",
        {
            "relation": text(
                "own = the document's own region; near = a near miss of the own name; misspelt = not in the list of "
                "regencies and a near miss of one that is; different = another region at a place that names the own "
                "one (cover, letterhead, identity, signature, 'di lingkungan Kabupaten ...'); cited = another regency "
                "or city whose regulation the document cites; other = named in running text; unknown = not in the list "
                "and not near any",
                "own",
                "near",
                "misspelt",
                "different",
                "cited",
                "other",
                "unknown",
            ),
            "count": number("how often"),
        },
        {"name": "as printed", "own": "own region", "suggestion": "official name it comes near to"},
    ),
}
