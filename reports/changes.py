"""What changed in a document since an earlier report, as it is counted for people."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reports.labels import Language
from reports.law import MONTHS
from schemas.report import DocumentReport, Finding, PastFinding

Titles = tuple[tuple[str, int], ...]
"""Titles of rules, and at how many places."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The findings of then and of now, by the titles of their rules."""

    fixed: Titles = ()
    changed: Titles = ()
    """Gone, but the same rule is broken anew: one wrong number in the place of another mends nothing."""
    new: Titles = ()
    """Those for which nothing of the same rule is gone."""
    first_judged: Titles = ()
    """Found by rules that were not judged then: they may have been there."""
    unjudged: Titles = ()
    """Gone, but nobody could tell whether it is mended."""
    kept: int = 0
    """Findings that are as they were."""

    @property
    def before(self) -> int:
        """How many findings there were."""
        return total(self.fixed) + total(self.changed) + total(self.unjudged) + self.kept


def changes(report: DocumentReport) -> Changes | None:
    """Count what changed; None where the document is not compared with an earlier one."""
    since = report.since
    if since is None:
        return None
    first, new = frozenset(since.first_judged), frozenset(since.new)
    unseen = [one for one in report.findings if one.fingerprint in first]
    added = [one for one in report.findings if one.fingerprint in new - first]
    gone, come = Counter(one.rule for one in since.fixed), Counter(one.rule for one in added)
    both = gone & come
    return Changes(
        fixed=_titles(since.fixed, gone - both),
        changed=_titles(since.fixed, both),
        new=_titles(added, come - both),
        first_judged=_titles(unseen, Counter(one.rule for one in unseen)),
        unjudged=_titles(since.unjudged, Counter(one.rule for one in since.unjudged)),
        kept=len(report.findings) - len(since.new),
    )


def total(titles: Titles) -> int:
    """How many findings these are."""
    return sum(count for _, count in titles)


def day(date: dt.date, lang: Language = "id") -> str:
    """A date in words."""
    return f"{date.day} {MONTHS[lang][date.month - 1]} {date.year}"


def _titles(findings: Iterable[Finding | PastFinding], counts: Counter[str]) -> Titles:
    titles = {one.rule: one.title for one in findings}
    return tuple((title, counts[rule]) for rule, title in titles.items() if counts[rule])
