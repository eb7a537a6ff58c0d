"""Figures of a night: what must add up, and how offices stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Engine, select

from archive.history import LATE, TOGETHER, in_batches
from archive.models import StoredModelError, unpacked_report
from archive.store.rows import OfficeFigures, Standing
from archive.store.tables import finding, verdict

_CHUNK = 400
"""Keys asked for in one statement."""
_SEVERITIES = ("critical", "major", "minor", "advice")
_OUTCOMES = ("clean", "flagged", "not_applicable", "not_evaluated", "error")


@dataclass(frozen=True, slots=True)
class VerdictFigures:
    """The numbers of one verdict."""

    kind: str
    score: float | None
    severities: tuple[int, ...]
    outcomes: tuple[int, ...]


@dataclass(slots=True)
class Figures:
    """Reads numbers of verdicts from the store."""

    engine: Engine
    verdicts: dict[str, VerdictFigures] = field(default_factory=dict)

    def load(self, digests: Iterable[str]) -> None:
        """Read the numbers of these verdicts."""
        columns = [verdict.c[name] for name in ("digest", "kind", "score", *_SEVERITIES, *_OUTCOMES)]
        with self.engine.connect() as connection:
            for chunk in in_batches(sorted(set(digests) - self.verdicts.keys()), _CHUNK):
                for row in connection.execute(select(*columns).where(verdict.c.digest.in_(chunk))):
                    digest, kind, score, *counts = row
                    self.verdicts[digest] = VerdictFigures(kind, score, tuple(counts[:4]), tuple(counts[4:]))

    def by_rule(self, digests: Iterable[str]) -> dict[str, dict[str, str]]:
        """Verdict -> fingerprint of each of its findings -> rule."""
        found: dict[str, dict[str, str]] = {}
        columns = finding.c.verdict, finding.c.fingerprint, finding.c.rule
        with self.engine.connect() as connection:
            for chunk in in_batches(sorted(set(digests)), _CHUNK):
                for digest, fingerprint, rule in connection.execute(
                    select(*columns).where(finding.c.verdict.in_(chunk))
                ):
                    found.setdefault(digest, {})[fingerprint] = rule
        return found

    def judged(self, digest: str) -> frozenset[str]:
        """Return the rules by which there is an outcome in a verdict; empty where its report is damaged."""
        with self.engine.connect() as connection:
            packed = connection.execute(select(verdict.c.report).where(verdict.c.digest == digest)).scalar()
        try:
            report = unpacked_report(packed or b"", "", None)
        except StoredModelError:
            return frozenset()
        return frozenset((*report.clean, *report.not_applicable, *(one.rule for one in report.findings)))

    def fingerprints(self, digests: Iterable[str], rule: str | None = None) -> dict[str, frozenset[str]]:
        """Verdict -> fingerprints of its findings, of one rule or of all."""
        found: dict[str, set[str]] = {}
        with self.engine.connect() as connection:
            for chunk in in_batches(sorted(set(digests)), _CHUNK):
                query = select(finding.c.verdict, finding.c.fingerprint).where(finding.c.verdict.in_(chunk))
                for digest, fingerprint in connection.execute(
                    query if rule is None else query.where(finding.c.rule == rule)
                ):
                    found.setdefault(digest, set()).add(fingerprint)
        return {digest: frozenset(one) for digest, one in found.items()}


@dataclass(slots=True)
class _Office:
    documents: int = 0
    unread: int = 0
    scores: list[float] = field(default_factory=list)
    severities: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    new: int = 0
    fixed: int = 0
    late: int = 0


def office_figures(
    figures: Figures,
    standings: Sequence[Standing],
    different: Sequence[Standing],
    before: Mapping[int, Standing],
    waived: Mapping[str, int],
) -> tuple[OfficeFigures, ...]:
    """
    Return the figures of all offices, by name.

    Args:
        figures: The numbers of verdicts, loaded.
        standings: All that stands tonight.
        different: What of it became different.
        before: How documents stood before, by number.
        waived: Office -> findings that are waived.
    """
    offices: dict[str, _Office] = {}
    for one in standings:
        _count(offices.setdefault(one.office or "", _Office()), one, figures)
    for now, new, fixed in _changes(figures, different, before):
        office = offices[now.office or ""]
        office.new += new
        office.fixed += fixed
    late = figures.fingerprints([one.verdict for one in standings if one.sort == TOGETHER and one.verdict], LATE)
    for one in standings:
        offices[one.office or ""].late += len(late.get(one.verdict or "", ()))
    return tuple(_told(name, office, waived.get(name, 0)) for name, office in sorted(offices.items()))


def _changes(
    figures: Figures, different: Sequence[Standing], before: Mapping[int, Standing]
) -> Iterator[tuple[Standing, int, int]]:
    """
    Yield what stands otherwise, how many findings are new, and how many are mended.

    As in the digest: where a document is as it was, or a rule cannot be judged any more, nothing was mended; and a
    finding of a rule that could not be judged before is not new. What is found between documents goes and comes back
    with those that cannot be read for a while.
    """
    pairs = [(one, _there(before.get(one.document))) for one in different if not one.gone]
    blind = any(now.verdict is None and then is not None and then.verdict is not None for now, then in pairs)
    seen_again = any(now.verdict is not None and then is not None and then.verdict is None for now, then in pairs)
    known = [(now, then) for now, then in pairs if now.verdict and (then is None or then.verdict)]
    prints = figures.by_rule([one.verdict for pair in known for one in pair if one is not None and one.verdict])
    for now, then in known:
        mine = prints.get(now.verdict or "", {})
        theirs = prints.get(then.verdict or "", {}) if then is not None else {}
        added, lost = mine.keys() - theirs.keys(), theirs.keys() - mine.keys()
        could = figures.judged(then.verdict) if then is not None and then.verdict and added else None
        touched = then is not None and (now.content is None or then.content != now.content)
        can = figures.judged(now.verdict) if now.verdict and lost and touched else frozenset()
        new, fixed = sum(could is None or mine[one] in could for one in added), sum(theirs[one] in can for one in lost)
        together = now.sort == TOGETHER
        yield now, 0 if together and seen_again else new, 0 if together and blind else fixed


def _there(before: Standing | None) -> Standing | None:
    """What was gone and comes back is new."""
    return None if before is not None and before.gone else before


def _count(office: _Office, one: Standing, figures: Figures) -> None:
    office.documents += one.sort != TOGETHER
    office.unread += one.error_code is not None
    told = figures.verdicts.get(one.verdict or "")
    if told is None:
        return
    office.severities = [total + more for total, more in zip(office.severities, told.severities, strict=True)]
    if told.score is not None:
        office.scores.append(told.score)


def _told(name: str, office: _Office, waived: int) -> OfficeFigures:
    mean = round(sum(office.scores) / len(office.scores), 2) if office.scores else None
    critical, major, minor, advice = office.severities
    return OfficeFigures(
        office=name,
        documents=office.documents,
        unread=office.unread,
        score=mean,
        critical=critical,
        major=major,
        minor=minor,
        advice=advice,
        waived=waived,
        new=office.new,
        fixed=office.fixed,
        late=office.late,
    )


def outcome_counts(
    figures: Figures, standings: Iterable[Standing], rules: Callable[[str], int]
) -> tuple[dict[str, int], int, dict[str, int]]:
    """
    Add up outcomes.

    Args:
        figures: The numbers of verdicts, loaded.
        standings: All that stands tonight.
        rules: How many rules judge a document of a kind.

    Returns:
        How many outcomes of each sort there are, how many there must be, and documents by kind.
    """
    totals: Counter[str] = Counter(dict.fromkeys(_OUTCOMES, 0))
    kinds: Counter[str] = Counter()
    expected = 0
    for one in standings:
        told = figures.verdicts.get(one.verdict or "")
        if told is None:
            continue
        kinds[told.kind] += 1
        expected += rules(told.kind)
        totals.update(dict(zip(_OUTCOMES, told.outcomes, strict=True)))
    return dict(totals), expected, dict(sorted(kinds.items()))
