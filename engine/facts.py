"""
Sop to facts: total and typed, as `schemas.facts` describes them.

What a rule asks about is either read off the model or derived in `engine/derive/`: similarity of two steps, age at
appointment, which actor of a text is a column. Facts are made with functions of `extraction` (how two names, offices or
numbers compare), the one door in the wall between the two; see docs/decisions/0003.
"""

from __future__ import annotations

import datetime as dt

from engine.auditday import AuditDay
from engine.derive.akip import akip_facts
from engine.derive.approval import approval_facts
from engine.derive.factlist import FactList
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
from schemas.sop import Sop


def sop_facts(sop: Sop, *, as_of: dt.date, known: Knowledge | None = None) -> list[Fact]:
    """
    All facts about one SOP, in document order within each kind.

    Args:
        sop: The SOP as read.
        as_of: The day of the audit, for what a document without dates is compared with.
        known: What is known beside the document; without it there are no facts that need it.
    """
    known = known or Knowledge()
    as_of = AuditDay.of(as_of)
    collector = FactList()
    officials = list(officials_of(sop))
    whole_fact(collector, sop)
    document_fact(collector, sop, officials)
    identity_facts(collector, sop.identity)
    age_fact(collector, sop, as_of)
    number_facts(collector, sop)
    letterhead_fact(collector, sop)
    title_facts(collector, sop)
    person_facts(collector, sop, officials)
    approval_facts(collector, sop, officials)
    digital_signature_facts(collector, sop)
    office_facts(collector.add, sop)
    region_facts(collector.add, sop)
    leftover_facts(collector, sop)
    role_facts(collector, sop)
    legal_facts(collector, sop)
    law_facts(collector, sop, known.register, as_of)
    legal_form_facts(collector, sop, known.register, as_of)
    section_facts(collector, sop)
    step_facts(collector, sop)
    form_facts(collector, sop)
    guide_facts(collector, sop)
    remark_facts(collector, sop)
    related_facts(collector, sop)
    scope_facts(collector, sop)
    word_facts(collector, sop, known, as_of)
    akip_facts(collector, sop, known.akip)
    return doubt_guessed_columns(sop, collector.facts)
