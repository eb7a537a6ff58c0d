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
        },
        {"no": "number as printed, or its place", "text": "as printed, shortened", "missing": "missing numbers: '8'"},
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
        },
        {"lines": "lines of the table"},
    ),
    "table_part": FactKind(
        "A stretch of the step table between two breaks.",
        {
            "position": number("1-based"),
            "has_heading": flag("it has a heading row"),
            "columns_differ": flag("it has another number of columns than the first part"),
            "numbered": flag("it has a number column"),
        },
        {"columns": "how many columns", "first_columns": "how many the first part has", "lines": "its lines"},
    ),
    "actor_mention": FactKind(
        "An office of this unit that acts in the text of steps; one fact for each office.",
        {"in_columns": flag("it is an actor column, or a short form of one")},
        {"actor": "as printed", "steps": "the step numbers: '9, 10'", "columns": "the actor columns"},
    ),
}
