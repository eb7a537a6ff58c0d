"""The criterion of a finding, taken apart into its sources."""

from __future__ import annotations

from dataclasses import dataclass

from reports.lhe.draft import Draft
from schemas.regulation import Regulation
from schemas.report import Finding


@dataclass(frozen=True, slots=True)
class Criterion:
    """One source of a criterion."""

    source: str
    """The regulation and its clause; the whole criterion where it could not be taken apart."""
    asks: str | None = None
    """What it asks."""


@dataclass(frozen=True, slots=True)
class Criteria:
    """What a finding is measured by."""

    sources: tuple[Criterion, ...]
    akip: str = ""
    """The criteria of the evaluation of SAKIP that it endangers."""


def criteria(draft: Draft, finding: Finding) -> Criteria:
    """
    Take the criterion of a finding, which is one text, apart.

    Its sources are known from the rule; where the rule is not known, or the text is of another version, it stays whole.
    """
    whole, _, akip = _split_akip(draft, finding)
    starts: list[tuple[int, str]] = []
    rule = draft.rules.get(finding.rule)
    for source in rule.source if rule else ():
        law = draft.book.canon.regulations.get(source.regulation)
        name = f"{_full_name(draft, law)}, {source.clause}" if law else ""
        start = whole.find(f"{name}: ", starts[-1][0] + 1 if starts else 0) if name else -1
        if start < 0 or (not starts and start):
            return Criteria((Criterion(whole),), akip)
        starts.append((start, name))
    if not starts:
        return Criteria((Criterion(whole),), akip)
    ends = [*(start for start, _ in starts[1:]), len(whole)]
    found = [
        Criterion(name, whole[start + len(name) + 2 : end].strip().rstrip(";."))
        for (start, name), end in zip(starts, ends, strict=True)
    ]
    return Criteria(tuple(found), akip)


def asked(draft: Draft, finding: Finding) -> str | None:
    """What the first source of the criterion asks."""
    return criteria(draft, finding).sources[0].asks


def _split_akip(draft: Draft, finding: Finding) -> tuple[str, str, str]:
    """Part the sources from the criteria of SAKIP, which stand last."""
    text = finding.criterion.strip().rstrip(".")
    akip = draft.book.canon.akip
    law = draft.book.canon.regulations.get(akip.regulation) if akip and finding.akip else None
    if law is None:
        return text, "", ""
    before, mark, after = text.partition(f"; {law.short_name}, kriteria AKIP ")
    if not mark:
        before, mark, after = text.partition(f"; {law.short_name}, AKIP criterion ")
    return before, mark, mark[2:] + after


def _full_name(draft: Draft, law: Regulation) -> str:
    """As criteria begin: ``PermenPANRB 35/2012 tentang Pedoman ...``."""
    name = law.short_name
    return name if law.title in name else draft.say("about_law", name=name, title=law.title)
