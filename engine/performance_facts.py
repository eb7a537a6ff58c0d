"""
A document of performance data to facts, as `schemas.facts` describes them.

Facts about the rows of tables are made by columns (`FactRows`): a table of a regency has 100,000 rows, and few matter.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass

from engine.auditday import AuditDay
from engine.derive.budgets import budget_facts
from engine.derive.factlist import FactList, made, one_of
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


@dataclass(frozen=True, slots=True)
class _Given:
    """What facts about a document of performance data are made of."""

    report: PerformanceReport
    as_of: AuditDay
    known: Knowledge


def _claims(out: FactList, given: _Given) -> None:
    from engine.derive.performance_claims import claim_facts  # noqa: PLC0415  # an audit of SOPs needs none of it

    claim_facts(out, given.report)


def _parts(out: FactList, given: _Given) -> None:
    from engine.derive.report_parts import report_facts  # noqa: PLC0415  # as above

    report_facts(out, given.report)


MAKERS: tuple[tuple[frozenset[str], Callable[[FactList, _Given], None]], ...] = (
    (one_of("achievement indicator"), lambda out, one: indicator_facts(out, one.report, one.as_of)),
    (one_of("form form_column table_numbers table_pair"), lambda out, one: performance_form_facts(out, one.report)),
    (one_of("rating scale"), lambda out, one: rating_facts(out, one.report, one.known.ratings)),
    (one_of("claim"), _claims),
    (one_of("report_text"), _parts),
    (one_of("quarter_figures quarter_table"), lambda out, one: quarter_facts(out, one.report)),
    (one_of("due_table quarter_gap"), lambda out, one: due_facts(out, one.report, one.as_of)),
    (one_of("budget_table budget_use"), lambda out, one: budget_facts(out, one.report)),
    (one_of("stated_sum"), lambda out, one: sum_facts(out, one.report, one.as_of)),
    (one_of("indicator_list indicator_repeat"), lambda out, one: name_facts(out, one.report)),
    (one_of("sasaran_gap sasaran_table"), lambda out, one: sasaran_facts(out, one.report)),
)
"""What makes facts, with the kinds that each makes, in the order of the facts."""


def performance_facts(
    report: PerformanceReport,
    *,
    as_of: dt.date,
    known: Knowledge | None = None,
    kinds: Collection[str] | None = None,
) -> FactList:
    """
    All facts about one document of performance data.

    Args:
        report: The document as read.
        as_of: The day of the audit: which quarters are due depends on it; see `engine.facts.sop_facts`.
        known: What is known beside the document; without it there are no facts that need it.
        kinds: Those that are wanted; all of them when left out.
    """
    return made(MAKERS, _Given(report, AuditDay.of(as_of), known or Knowledge()), kinds)
