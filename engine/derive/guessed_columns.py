"""
Facts that may be errors of reading, since nothing rules off the columns from which they were read.

What is there was read; what is missing may stand in the column beside. So where the columns of a table were guessed,
the facts that say that something is missing or out of place are doubted; where words side by side were made no table
at all, all that is said of them is. No finding rests on a fact that is doubted so (`engine.audit`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from schemas.doubt import ReadingDoubt
from schemas.facts import Fact, Scalar
from schemas.report import Confidence
from schemas.sop import Sop

GAPS = ReadingDoubt(reason="gaps")

_Fields = Mapping[str, Scalar]
_Says = Callable[[_Fields], bool]


def _one_of(**values: Iterable[Scalar]) -> _Says:
    """Says that some field has one of some values."""
    wanted = {name: frozenset(some) for name, some in values.items()}
    return lambda fields: any(fields[name] in some for name, some in wanted.items())


def _always(_: _Fields) -> bool:
    return True


_LOST = ("missing", "no-column")
_MISSING_IN_FORM: dict[str, _Says] = {
    "field": _one_of(state=("absent", "empty")),
    "section": _one_of(state=("absent", "empty", "headless")),
    "document": _one_of(approver_field=("absent", "empty"), has_officer=(False,), has_identity=(False,)),
    "official": _one_of(has_name=(False,), has_nip=(False,), has_position=(False,)),
    "citation": _one_of(has_type=(False,), has_number=(False,), has_year=(False,), has_title=(False,), split=("head",)),
    "legal_lists": _always,
    "expected_law": _one_of(cited=(False,)),
    "law_change": _always,
    "signing": _one_of(date=("none", "open")),
}
_MISSING_IN_STEPS: dict[str, _Says] = {
    "step": lambda fields: (
        fields["text"] != "ok"
        or fields["mark"] != "marked"
        or fields["numbering"] in ("gap", "repeat")
        or any(fields[name] in _LOST for name in ("time", "output", "requirements"))
    ),
    "step_table": lambda fields: (
        fields["marks"] not in ("all", "unreadable")
        or bool(fields["unused"])
        or any(fields[name] in ("none", "no-column") for name in ("times", "outputs", "requirements"))
    ),
    "table_part": _always,
    "column_titles": _always,
    "actor_mention": _one_of(in_columns=(False,)),
    "process_gap": _always,
    "terminators": _one_of(start=(False,), end=(False,)),
}
_LOST_IN_ROWS: dict[str, _Says] = {
    **_MISSING_IN_STEPS,
    "step": lambda fields: fields["text"] != "ok" or fields["numbering"] in ("gap", "repeat"),
    "step_table": lambda fields: (
        fields["marks"] in ("few", "none", "start-end")
        or bool(fields["unused"])
        or any(fields[name] in ("none", "no-column") for name in ("times", "outputs", "requirements"))
    ),
}
"""Where rulings part the rows, one empty cell among filled ones is one of the document."""
_LOST_STEPS: dict[str, dict[str, _Says]] = {"sure": {}, "columns": _LOST_IN_ROWS, "cells": _MISSING_IN_STEPS}
_CUT_WORDS = frozenset({"misspelling", "repeated_word"})
"""A word is cut where its column ends, and what stands side by side is read together."""
_OF_STEPS = frozenset(
    "step step_pair step_table terminators step_wording time_same time_units time_total output_group process_gap "
    "step_order column_titles table_part actor_mention".split()
)
_OF_WORDS = frozenset("whole prose outdated_term term_variants informal_words akip_evidence".split())
"""Of all words, in whatever order they stand."""


def doubt_guessed_columns(sop: Sop, facts: list[Fact]) -> list[Fact]:
    """The facts of an SOP, those that may be errors of reading columns doubted."""
    if sop.form_columns == sop.steps_columns == "sure":
        return facts
    return [_doubted(fact) if _may_be_misread(sop, fact) else fact for fact in facts]


def _may_be_misread(sop: Sop, fact: Fact) -> bool:
    if fact.kind in _OF_STEPS:
        return sop.steps_columns == "order" or _LOST_STEPS[sop.steps_columns].get(fact.kind, _never)(fact.fields)
    if fact.kind in _CUT_WORDS and {sop.steps_columns, sop.form_columns} & {"cells", "order"}:
        return True
    if fact.kind == "document" and fact.fields["steps"] != "read" and sop.steps_columns != "sure":
        return True
    if sop.form_columns == "order":
        return fact.kind not in _OF_WORDS
    return sop.form_columns != "sure" and _MISSING_IN_FORM.get(fact.kind, _never)(fact.fields)


def _never(_: _Fields) -> bool:
    return False


def _doubted(fact: Fact) -> Fact:
    return replace(fact, doubts=(*fact.doubts, GAPS), confidence=Confidence.LOW)
