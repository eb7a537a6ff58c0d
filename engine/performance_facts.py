"""
A document of performance data to facts, as `schemas.facts` describes them.

Facts about the rows of tables are made by columns (`FactRows`): a table of a regency has 100,000 rows, and few matter.
"""

from __future__ import annotations

import datetime as dt

from engine.auditday import AuditDay
from engine.derive.budgets import budget_facts
from engine.derive.factlist import FactList
from engine.derive.indicator_names import name_facts
from engine.derive.indicators import indicator_facts
from engine.derive.performance_forms import performance_form_facts
from engine.derive.quarters import quarter_facts
from engine.derive.quarters_due import due_facts
from engine.derive.ratings import rating_facts
from engine.derive.sasaran import sasaran_facts
from engine.derive.sums import sum_facts
from engine.knowledge import Knowledge
from schemas.performance import PerformanceReport


def performance_facts(report: PerformanceReport, *, as_of: dt.date, known: Knowledge | None = None) -> FactList:
    """
    All facts about one document of performance data.

    Args:
        report: The document as read.
        as_of: The day of the audit: which quarters are due depends on it.
        known: What is known beside the document; without it there are no facts that need it.
    """
    from engine.derive.performance_claims import claim_facts  # noqa: PLC0415  # an audit of SOPs needs none of it
    from engine.derive.report_parts import report_facts  # noqa: PLC0415

    known = known or Knowledge()
    as_of = AuditDay.of(as_of)
    collector = FactList()
    indicator_facts(collector, report, as_of)
    performance_form_facts(collector, report)
    rating_facts(collector, report, known.ratings)
    claim_facts(collector, report)
    report_facts(collector, report)
    quarter_facts(collector, report)
    due_facts(collector, report, as_of)
    budget_facts(collector, report)
    sum_facts(collector, report, as_of)
    name_facts(collector, report)
    sasaran_facts(collector, report)
    return collector
