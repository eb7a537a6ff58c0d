"""What an SOP is about: its title beside its steps, its guide, its remarks, and the SOPs that it is linked with."""

from __future__ import annotations

from schemas.fact_spec import FactKind, flag, number, text

KINDS: dict[str, FactKind] = {
    "body": FactKind(
        "What the steps, or the guide, are about beside the title; one each where both can be read. All that may "
        "belong to the subject of the title counts for the title.",
        {
            "part": text("which part", "steps", "guide"),
            "sign": text(
                "product = another document or service is named; phrase = an act of the title is spoken of as a thing "
                "that is collected: 'pengumpulan perencanaan kinerja'",
                "product",
                "phrase",
            ),
            "fit": text(
                "known = title and body name two known products; unknown = the title names none that is known; wide = "
                "the title names a field of work that includes the other product",
                "known",
                "unknown",
                "wide",
            ),
            "units": number("steps of the table; places at which the guide names its procedure"),
            "named": number("how many of them name the other product, the one named most; or such phrases"),
            "percent": number("named in percent of units"),
            "own": number("how many name the subject of the title"),
            "own_percent": number("own in percent of units"),
        },
        {
            "title": "the title, as printed",
            "other": "the other product, or the phrase as printed",
            "where": "step numbers: '1, 6 dan 7'; or places of the guide: 'baris 3 dan 8', 'halaman 2', 'paragraf 4'",
            "where_en": "the same in English",
        },
    ),
    "remark": FactKind(
        "An item of Peringatan or Kualifikasi, or a note under a list of the form.",
        {
            "section": text("where it stands", "warnings", "qualifications", "notes"),
            "foreign": flag("it is about the product of another procedure"),
            "clear": flag("its words can be told from those of the column beside it"),
        },
        {"text": "as printed", "other": "the other product", "title": "the title, as printed"},
    ),
    "related_item": FactKind(
        "An item of Keterkaitan.",
        {
            "position": number("1-based place in the list"),
            "kind": text(
                "sop; procedure (named by its act, without the word SOP); vague (an SOP that cannot be identified); "
                "itself (this SOP); office; document; nothing (the words 'tidak ada'); unknown",
                "sop",
                "procedure",
                "vague",
                "itself",
                "office",
                "document",
                "nothing",
                "unknown",
            ),
            "far": flag("an SOP of a field of work that has nothing to do with the title's"),
        },
        {"text": "as printed", "title": "the title, as printed"},
    ),
    "related_list": FactKind(
        "The list of Keterkaitan.",
        {
            "items": number("how many items"),
            "wrong": number("how many are documents or offices, not SOPs; less surely when they are not the majority"),
        },
        {"names": "those items, quoted"},
    ),
    "entry_pair": FactKind(
        "An item of Keterkaitan that names what an earlier item names.",
        {
            "kind": text("exact = the same words; part = one of two names: 'Renja/RKT 2024'", "exact", "part"),
        },
        {"a": "the earlier item", "b": "the later item"},
    ),
    "qualification_list": FactKind(
        "The list of Kualifikasi Pelaksana.",
        {
            "items": number("how many items"),
            "posts": number("how many are posts and say nothing about their holder"),
            "percent": number("posts in percent of items"),
        },
        {"names": "those items, quoted"},
    ),
    "warning": FactKind(
        "An item of Peringatan.",
        {
            "state": text(
                "tells = it says what follows or what the trouble is; open = a condition without a main clause; joined "
                "= the main clause is joined to the condition by 'dan'; bare = no word of a consequence; unclear = its "
                "words cannot be told from those of the column beside it",
                "tells",
                "open",
                "joined",
                "bare",
                "unclear",
            ),
            "position": number("1-based place in the list"),
            "telling": number("how many items of the list say what follows"),
        },
        {"text": "as printed"},
    ),
    "promise": FactKind(
        "A section of the guide whose heading promises a mechanism or a schedule, and that has a text.",
        {
            "about": text("what is promised", "mechanism", "schedule"),
            "acts": number("words of the text by which somebody does something"),
            "times": number("words of time"),
            "elsewhere": flag("the text points to a list, table or drawing"),
        },
        {"heading": "the heading", "text": "the text"},
    ),
    "numbered_list": FactKind(
        "A list with numbers or letters: of a section of the guide, or of the form.",
        {
            "place": text("where it stands", "guide", "form"),
            "runs_on": flag("it goes on counting from the list of the section before"),
        },
        {"section": "its heading", "before": "the section before", "first": "first marker", "last": "last marker"},
    ),
}
