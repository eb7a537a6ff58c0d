"""The step table: rows, columns, parts, actors."""

from __future__ import annotations

from schemas.fact_spec import FactKind, flag, number, text

_CELL_STATES = ("present", "missing", "no-column", "unreadable")

KINDS: dict[str, FactKind] = {
    "step": FactKind(
        "One row of the step table.",
        {
            "position": number("1-based place in the table"),
            "key": text("normalised words of the act; empty when there are none"),
            "number": number("printed number", optional=True),
            "numbering": text(
                "ok; gap = numbers are missing before it; repeat = the number of an earlier step; doubtful = a digit "
                "was lost that the sequence explains; none = no number printed",
                "ok",
                "gap",
                "repeat",
                "doubtful",
                "none",
            ),
            "text": text(
                "the act: ok, empty, cut (ends in the middle), end (runs into the end of the file)",
                "ok",
                "empty",
                "cut",
                "end",
            ),
            "time": text("its time", *_CELL_STATES),
            "output": text("its output", *_CELL_STATES),
            "requirements": text("its kelengkapan", *_CELL_STATES),
            "mark": text("mark in an actor column", "marked", "unmarked", "unreadable"),
            "act": text(
                "what it does: decide = a disposition or an approval; sign = what only an official signs; pass = "
                "receives, hands over or initials and nothing else; other",
                "other",
                "decide",
                "sign",
                "pass",
            ),
            "by": text(
                "who is marked: none = nobody that is known; staff = staff only; other", "none", "staff", "other"
            ),
            "minutes": number("its time in minutes of work", optional=True),
        },
        {
            "no": "number as printed, or its place",
            "text": "as printed, shortened",
            "missing": "missing numbers: '8'",
            "printed_time": "its time as printed, with the unit of the heading",
            "actors": "titles of the marked actors",
        },
    ),
    "step_pair": FactKind(
        "Two steps that name the same act: a stands before b.",
        {
            "kind": text("exact (case, spacing, punctuation aside) or typo (a typing error away)", "exact", "typo"),
            "same_actor": flag("marked for the same actor, or the marks are not readable"),
        },
        {"a_no": "", "b_no": "", "a": "text of a", "b": "text of b"},
    ),
    "step_table": FactKind(
        "The step table; one when it was read.",
        {
            "steps": number("how many steps"),
            "marked": number("how many steps have a mark"),
            "marks": text(
                "marks in the actor columns: all rows, some, few (under half: symbols were probably lost), none, only "
                "the words Mulai/Selesai, or unreadable here",
                "all",
                "some",
                "few",
                "none",
                "start-end",
                "unreadable",
            ),
            "times": text(
                "times: all, some or no steps have one; no-column; unreadable",
                "all",
                "some",
                "none",
                "no-column",
                "unreadable",
            ),
            "outputs": text("outputs, likewise", "all", "some", "none", "no-column", "unreadable"),
            "requirements": text("kelengkapan, likewise", "all", "some", "none", "no-column", "unreadable"),
            "actors": number("actor columns"),
            "unused": number("actor columns without a mark; 0 where no mark is readable"),
            "cut": flag("the text ends inside the table or before the end of the form: steps may have been lost"),
        },
        {"lines": "lines of the table", "unused_titles": "titles of the actor columns without a mark"},
    ),
    "terminators": FactKind(
        "Which ends of the procedure are shown by Mulai or Selesai in an actor column; one.",
        {
            "start": flag("Mulai can be read"),
            "end": flag("Selesai can be read"),
            "cut": flag("as in step_table"),
        },
    ),
    "step_wording": FactKind(
        "Steps that are not worded as an act; one fact for each sort that occurs.",
        {
            "sort": text(
                "thing = names a thing; subject = a sentence that begins with its subject", "thing", "subject"
            ),
            "steps": number("how many steps"),
        },
        {"numbers": "their numbers: '5, 8'", "quotes": 'their words, the first three: \'5 "Laporan ..."; 8 "..."\''},
    ),
    "time_same": FactKind(
        "The commonest time; one when some step has a time.",
        {
            "timed": number("steps with a time"),
            "same": number("steps with the commonest time"),
            "share": number("same in percent of timed"),
        },
        {
            "time": "the time as printed, with its unit",
            "steps": "their numbers",
            "others": "numbers of the other steps",
        },
    ),
    "time_units": FactKind(
        "The units in which times are printed; one when some time could be understood.",
        {
            "units": number("different units: menit, jam, hari ..."),
            "measures": number("different measures: hari kerja is another than hari, a time a piece than a time"),
            "near": flag("two measures only, of units that follow each other: menit and jam, jam and hari"),
        },
        {"list": "each with its steps: 'menit (langkah 1 dan 2); jam (langkah 3)'"},
    ),
    "time_total": FactKind(
        "The total time that the table states; one when it states one.",
        {
            "state": text(
                "against the sum of the steps, ranges, rounding and the length of a day allowed for; unclear = a time "
                "is missing or cannot be added",
                "agrees",
                "differs",
                "unclear",
            )
        },
        {"stated": "as printed", "sum": "of all steps, in minutes and hours", "steps": "how many steps have a time"},
    ),
    "output_group": FactKind(
        "Steps whose outputs are wanting in one way; one fact for each sort that occurs.",
        {
            "sort": text(
                "generic = one and the same general word (Dokumen); equals-input = what the step began with, though it "
                "should change it; repeats-act = the words of the act; repeats-output = word for word the output of an "
                "earlier step; goes-back = a draft of what was finished before",
                "generic",
                "equals-input",
                "repeats-act",
                "repeats-output",
                "goes-back",
            ),
            "steps": number("how many steps"),
            "outputs": number("how many steps have an output"),
            "share": number("steps in percent of outputs"),
        },
        {
            "numbers": "their numbers",
            "first": "number of the first of them",
            "output": "its output",
            "act": "its act",
            "requirements": "its kelengkapan",
        },
    ),
    "process_gap": FactKind(
        "Something that the course of the procedure lacks; one fact for each sort that occurs.",
        {
            "sort": text(
                "unsigned = a document is copied or sent and no step signs or approves; signed-before = the same, and "
                "the table says that the document is signed; no-return = a correction and no word about what is not in "
                "order; unsent = a covering letter and no step that sends; not-filed = Pencatatan says that it is kept "
                "and no step keeps it",
                "unsigned",
                "signed-before",
                "no-return",
                "unsent",
                "not-filed",
            )
        },
        {"no": "number of the step", "text": "its words", "quote": "the words that say so"},
    ),
    "step_order": FactKind(
        "Two steps that stand in the wrong order.",
        {
            "sort": text(
                "corrected before submitted, sent before signed, or signed before drafted",
                "corrected",
                "sent",
                "drafted",
            )
        },
        {
            "first": "words of the step that stands first",
            "first_no": "its number",
            "second": "words of the one that should",
            "second_no": "its number",
        },
    ),
    "column_titles": FactKind(
        "Titles of the step table that are not those of the form; one when there are any.",
        {"titles": number("how many")},
        {
            "pairs": "each with the usual one: '\"Aktivitas\" (istilah baku: Kegiatan)'",
            "pairs_en": "the same in English",
        },
    ),
    "table_part": FactKind(
        "A stretch of the step table between two breaks.",
        {
            "position": number("1-based"),
            "has_heading": flag("it has a heading row"),
            "columns_differ": flag("it has another number of columns than the first part"),
            "numbered": flag("it has a number column"),
        },
        {
            "columns": "how many columns",
            "first_columns": "how many the first part has",
            "lines": "its lines",
            "numbers": "where the step numbers stand instead, in Indonesian: '; nomor langkah ...'",
            "numbers_en": "the same in English",
        },
    ),
    "actor_mention": FactKind(
        "An office of this unit that the text of steps names; one fact for each office.",
        {
            "in_columns": flag("it is an actor column, or a short form of one"),
            "acts": flag("it is the subject of a step or does it (oleh); else it receives, hands over or is named"),
        },
        {"actor": "as printed", "steps": "the step numbers: '9, 10'", "columns": "the actor columns"},
    ),
}
