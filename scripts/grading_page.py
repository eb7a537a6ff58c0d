"""docs/grading.md: the grading in words, and one document whose grade is worked out step by step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from auditing.document import document_facts
from engine.audit import Auditor, Judgement
from engine.grading import ComponentWorking, Graded, Grader
from engine.pack import Pack
from reports.grading import grading_explanation
from schemas.report import Finding
from scripts.pages import HEAD

EXAMPLE = "fixtures/sop/nip-unreadable-section-missing.txt"
"""A document with findings of several severities, one of low confidence, and rules that could not be evaluated."""
AS_OF = dt.date(2026, 1, 15)


def grading_page(pack: Pack, checkout: Path) -> str:
    """Return docs/grading.md."""
    judgement = Auditor(pack).judge(document_facts(checkout / EXAMPLE, as_of=AS_OF, known=pack.knowledge))
    grader = Grader(pack)
    graded, working = grader.grade(judgement), grader.working(judgement)
    return "\n".join(
        [
            HEAD + "# How a document is graded\n",
            "`patuh explain --grade` prints this explanation, also in Indonesian. Why the numbers are what they are:",
            "[decision 7](decisions/0007-grade-weights.md).\n",
            f"```text\n{grading_explanation(pack.grading, pack.rules, 'en')}\n```\n",
            *_example(judgement, graded, working, pack),
        ]
    )


def _example(judgement: Judgement, graded: Graded, working: Sequence[ComponentWorking], pack: Pack) -> Iterable[str]:
    score, letters = graded.score, graded.grade
    assert score is not None
    assert letters is not None
    yield f"## A worked example\n\n`{EXAMPLE}`, judged as of {AS_OF}. What was found:\n"
    yield _table(
        ["rule", "severity", "confidence", "component", "weight"],
        [_finding(finding, pack) for finding in judgement.findings],
    )
    unknown = ", ".join(f"`{one.rule}`" for one in judgement.not_evaluated) or "none"
    yield f"\nRules that could not be evaluated: {unknown}. All other rules are kept or do not apply.\n"
    yield "Each component: weight of the rules kept over weight of those evaluated, times what the component counts."
    yield (
        "A rule whose only findings are of low confidence counts as kept here.\n"
        if any(finding.confidence.value == "low" for finding in judgement.findings)
        else ""
    )
    yield _table(["component", "kept", "evaluated", "share", "counts", "earned"], map(_component, working))
    counts, earned = sum((one.counts for one in working), Decimal(0)), sum((one.earned for one in working), Decimal(0))
    yield f"\nScore: 100 × {earned:.4f} / {_plain(counts)} = **{score.value}**, grade **{letters.value}**.\n"
    yield (
        f"Lower bound, with the rules not evaluated and the findings of low confidence as broken: {score.low} "
        f"({letters.low}).\nUpper bound, with the rules not evaluated as kept: {score.high} ({letters.high}). "
        f"Verdict: *{graded.verdict}*.\n"
    )
    yield "What to mend first, each after those above it:\n"
    rows = [(f"`{one.rule}`", str(len(one.fingerprints)), str(one.score), one.grade) for one in graded.levers]
    yield _table(["rule", "findings", "score then", "grade then"], rows) + "\n"


def _finding(finding: Finding, pack: Pack) -> tuple[str, ...]:
    weight = _plain(pack.grading.severity_weights[finding.severity])
    return f"`{finding.rule}`", finding.severity.value, finding.confidence.value, finding.component, weight


def _component(one: ComponentWorking) -> tuple[str, ...]:
    share = one.clean / one.evaluated
    return (
        one.component,
        _plain(one.clean),
        _plain(one.evaluated),
        f"{share:.4f}",
        _plain(one.counts),
        f"{one.earned:.4f}",
    )


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in lines)
