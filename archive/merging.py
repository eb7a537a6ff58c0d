"""A report of which only some rules were judged again, put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from auditing.document import graded
from engine.audit import CUT, Judgement, cut_notice
from engine.grading import Grader
from schemas.blocks import Notice
from schemas.report import DocumentReport, Finding, NotEvaluated, Outcome


def merged(old: DocumentReport, judgement: Judgement, gone: Collection[str], grader: Grader) -> DocumentReport:
    """
    Return the report that judging by all rules anew would give.

    Args:
        old: The earlier report of the document, without errors, on a day of audit that would give the same now.
        judgement: What the rules say that are new or changed.
        gone: Their names, and those of the rules that fall away: what *old* has of them does not count.
        grader: Of all rules that hold now.
    """
    findings = [finding for finding in old.findings if finding.rule not in gone]
    cut = _cut(old.findings, old.notices, gone) | _cut(judgement.findings, judgement.notices, ())
    about = old.model_copy(update={"notices": tuple(notice for notice in old.notices if notice.code != CUT)})
    whole = Judgement(
        outcomes=dict(sorted([*_outcomes(old, gone), *judgement.outcomes.items()])),
        findings=tuple(sorted([*findings, *judgement.findings], key=_place)),
        not_evaluated=tuple(sorted(_unknown(old, judgement, gone), key=lambda one: one.rule)),
        kind=judgement.kind,
        notices=tuple(notice for _, notice in sorted(cut.items())),
    )
    return graded(about, whole, grader)


def _place(finding: Finding) -> tuple[int, int, int, str]:
    """As `engine.audit` puts findings in order; those of one rule are in order already."""
    first = finding.evidence[0]
    return first.page or 0, first.line or 0, first.column or 0, finding.rule


def _outcomes(old: DocumentReport, gone: Collection[str]) -> Iterator[tuple[str, Outcome]]:
    """What the rules say that are left."""
    for outcome, names in (
        (Outcome.CLEAN, old.clean),
        (Outcome.NOT_APPLICABLE, old.not_applicable),
        (Outcome.NOT_EVALUATED, [one.rule for one in old.not_evaluated]),
        (Outcome.FLAGGED, dict.fromkeys(one.rule for one in old.findings)),
    ):
        yield from ((name, outcome) for name in names if name not in gone)


def _unknown(old: DocumentReport, judgement: Judgement, gone: Collection[str]) -> Iterator[NotEvaluated]:
    yield from (one for one in old.not_evaluated if one.rule not in gone)
    yield from judgement.not_evaluated


def _cut(findings: Collection[Finding], notices: Collection[Notice], gone: Collection[str]) -> dict[str, Notice]:
    """The notices, by rule, that not all findings of a rule are given; such a notice names the rule by its code."""
    if not any(notice.code == CUT for notice in notices):
        return {}
    counts = Counter((one.rule, one.code, one.title) for one in findings if one.rule not in gone)
    found = {rule: cut_notice(code, title, count) for (rule, code, title), count in counts.items()}
    return {rule: notice for rule, notice in found.items() if notice in notices}
