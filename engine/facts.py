"""
Sop to facts: total and typed, as `schemas.facts` describes them.

What a rule asks about is either read off the model or derived in `engine/derive/`: similarity of two steps, age at
appointment, which actor of a text is a column. Facts are made with functions of `extraction` (how two names, offices or
numbers compare), the one door in the wall between the two; see docs/decisions/0003.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property

from engine.auditday import AuditDay
from engine.derive.akip import akip_facts
from engine.derive.approval import approval_facts
from engine.derive.factlist import FactList, made, one_of
from engine.derive.forms import form_facts
from engine.derive.guessed_columns import doubt_guessed_columns
from engine.derive.guide import guide_facts
from engine.derive.identity import age_fact, document_fact, identity_facts, officials_of, whole_fact
from engine.derive.law import law_facts
from engine.derive.leftovers import leftover_facts
from engine.derive.legal import legal_facts
from engine.derive.legal_form import legal_form_facts
from engine.derive.letterhead import letterhead_fact
from engine.derive.names import office_facts, region_facts
from engine.derive.numbers import number_facts
from engine.derive.people import person_facts
from engine.derive.related import related_facts
from engine.derive.remarks import remark_facts
from engine.derive.roles import role_facts
from engine.derive.scope import scope_facts
from engine.derive.sections import section_facts
from engine.derive.signing import digital_signature_facts
from engine.derive.steps import step_facts
from engine.derive.titles import title_facts
from engine.derive.words import word_facts
from engine.knowledge import Knowledge
from schemas.facts import Fact
from schemas.sop import Official, Sop


@dataclass(frozen=True)
class _Given:
    """What facts about an SOP are made of."""

    sop: Sop
    as_of: AuditDay
    known: Knowledge

    @cached_property
    def officials(self) -> list[tuple[str, str, Official]]:
        """The officials of all places."""
        return list(officials_of(self.sop))


MAKERS: tuple[tuple[frozenset[str], Callable[[FactList, _Given], None]], ...] = (
    (one_of("whole"), lambda out, one: whole_fact(out, one.sop)),
    (one_of("document"), lambda out, one: document_fact(out, one.sop, one.officials)),
    (one_of("date date_writing field"), lambda out, one: identity_facts(out, one.sop.identity)),
    (one_of("age"), lambda out, one: age_fact(out, one.sop, one.as_of)),
    (one_of("number_period sop_number"), lambda out, one: number_facts(out, one.sop)),
    (one_of("letterhead"), lambda out, one: letterhead_fact(out, one.sop)),
    (one_of("title_pair"), lambda out, one: title_facts(out, one.sop)),
    (one_of("nip official person_pair rank"), lambda out, one: person_facts(out, one.sop, one.officials)),
    (one_of("acting signing"), lambda out, one: approval_facts(out, one.sop, one.officials)),
    (one_of("digital_signature"), lambda out, one: digital_signature_facts(out, one.sop)),
    (one_of("office office_mention"), lambda out, one: office_facts(out.add, one.sop)),
    (one_of("region_mention"), lambda out, one: region_facts(out.add, one.sop)),
    (one_of("leftover"), lambda out, one: leftover_facts(out, one.sop)),
    (one_of("role_name"), lambda out, one: role_facts(out, one.sop)),
    (one_of("citation legal_lists"), lambda out, one: legal_facts(out, one.sop)),
    (
        one_of("law law_change law_list law_slip law_title"),
        lambda out, one: law_facts(out, one.sop, one.known.register, one.as_of),
    ),
    (
        one_of("expected_law legal_order legal_style"),
        lambda out, one: legal_form_facts(out, one.sop, one.known.register, one.as_of),
    ),
    (one_of("entry section sop_reference"), lambda out, one: section_facts(out, one.sop)),
    (
        one_of(
            "actor_mention column_titles output_group process_gap step step_order step_pair step_table step_wording "
            "table_part terminators time_same time_total time_units"
        ),
        lambda out, one: step_facts(out, one.sop),
    ),
    (one_of("form form_column"), lambda out, one: form_facts(out, one.sop)),
    (one_of("numbered_list promise"), lambda out, one: guide_facts(out, one.sop)),
    (one_of("qualification_list warning"), lambda out, one: remark_facts(out, one.sop)),
    (one_of("entry_pair related_item related_list"), lambda out, one: related_facts(out, one.sop)),
    (one_of("body remark"), lambda out, one: scope_facts(out, one.sop)),
    (
        one_of("informal_words misspelling outdated_term prose repeated_word term_variants"),
        lambda out, one: word_facts(out, one.sop, one.known, one.as_of),
    ),
    (one_of("akip_evidence"), lambda out, one: akip_facts(out, one.sop, one.known.akip)),
)
"""What makes facts, with the kinds that each makes, in the order of the facts."""


def sop_facts(
    sop: Sop, *, as_of: dt.date, known: Knowledge | None = None, kinds: Collection[str] | None = None
) -> list[Fact]:
    """
    All facts about one SOP, in document order within each kind.

    Args:
        sop: The SOP as read.
        as_of: The day of the audit, for what a document without dates is compared with; an `AuditDay` tells afterwards
            on which other days the facts would have been the same.
        known: What is known beside the document; without it there are no facts that need it.
        kinds: Those that are wanted; all of them when left out.
    """
    given = _Given(sop, AuditDay.of(as_of), known or Knowledge())
    return doubt_guessed_columns(sop, made(MAKERS, given, kinds).facts)
