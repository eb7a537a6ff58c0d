"""
The closed vocabulary of facts: what a rule may ask about.

Each kind is described once, in `schemas/fact_kinds/`; `engine/facts.py` fills it and `engine/pack.py` checks rules
against it.
"""

from __future__ import annotations

from schemas.fact_kinds import (
    akip,
    archive,
    budgets,
    forms,
    indicator_names,
    indicators,
    law,
    legal,
    offices,
    people,
    periods,
    ratings,
    report_texts,
    scope,
    sections,
    steps,
    sums,
    whole,
    words,
)
from schemas.fact_spec import MAX_INT, Fact, FactKind, FactRows, Facts, FieldSpec, FieldType, Scalar

__all__ = ["FACT_KINDS", "MAX_INT", "Fact", "FactKind", "FactRows", "Facts", "FieldSpec", "FieldType", "Scalar"]

FACT_KINDS: dict[str, FactKind] = {
    **whole.KINDS,
    **people.KINDS,
    **offices.KINDS,
    **legal.KINDS,
    **law.KINDS,
    **sections.KINDS,
    **scope.KINDS,
    **steps.KINDS,
    **forms.KINDS,
    **indicators.KINDS,
    **ratings.KINDS,
    **words.KINDS,
    **akip.KINDS,
    **report_texts.KINDS,
    **periods.KINDS,
    **budgets.KINDS,
    **sums.KINDS,
    **indicator_names.KINDS,
    **archive.KINDS,
}
