"""
What changed between two runs, document by document.

Nobody is praised or blamed for what he did not do. A finding of a rule that is new, was changed or could not be judged
before is told as such; one that is gone because its rule was changed, could not be judged, or because the document is
gone is not mended.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Engine
from sqlalchemy.engine import Connection

from archive.history import (
    TOGETHER,
    FindingRow,
    Grading,
    Run,
    Standing,
    changed,
    findings,
    gradings,
    in_batches,
    packed_reports,
    rule_keys,
)
from archive.models import unpacked_report
from auditing.since import between
from schemas.night import Cause, ChangedFinding, DocumentChange, Step, WaivedBy
from schemas.places import told
from schemas.report import DocumentError, DocumentReport, Finding, PastFinding, Response, Since

AT_A_TIME: Final = 200
"""Documents whose verdicts are held together."""

Waiving = Callable[[DocumentReport, str | None], DocumentReport]
"""Of a document and its office: the same with what was answered, and ``waived`` where a finding is let pass."""
Pair = tuple[Standing | None, Standing]


def nothing_waived(report: DocumentReport, _office: str | None) -> DocumentReport:
    """Let no finding pass."""
    return report


@dataclass(frozen=True, slots=True)
class Terms:
    """What judged otherwise in the later of two runs."""

    rules: frozenset[str]
    """Rules that are new, changed or gone."""
    any_rule: bool
    """The rules differ, and nobody knows which: each may."""
    program: bool
    """Documents are read or understood otherwise."""

    def changed(self, rule: str) -> bool:
        """Whether the rule may be another."""
        return self.any_rule or rule in self.rules


def terms_between(connection: Connection, before: Run, after: Run) -> Terms:
    """Compare what two runs judged by."""
    then, now = before.terms, after.terms
    program = any(then.get(key) != now.get(key) for key in ("extractor", "facts"))
    if then.get("rules") == now.get("rules"):
        return Terms(frozenset(), any_rule=False, program=program)
    old, new = (rule_keys(connection, str(terms.get("rules"))) for terms in (then, now))
    if old is None or new is None:
        return Terms(frozenset(), any_rule=True, program=program)
    other = frozenset(rule for rule in old.keys() | new.keys() if old.get(rule) != new.get(rule))
    return Terms(other, any_rule=False, program=program)


@dataclass(frozen=True, slots=True)
class Sight:
    """
    Whether documents could be read in one of two runs only.

    What is found between documents goes and comes back with them; nobody mended or did anything.
    """

    lost: bool = False
    regained: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs of a store, the earlier one first."""

    engine: Engine
    before: Run
    after: Run
    terms: Terms
    letters: Sequence[str] = ()
    """Grades, the best first; by the score where one is not among them."""
    waiving: Waiving = nothing_waived
    sight: Sight = Sight()

    def changes(self) -> Iterator[DocumentChange]:
        """Yield what changed, in the order of the documents' numbers; its cost follows what changed."""
        with self.engine.connect() as connection:
            for some in in_batches(changed(self.engine, self.before.id, self.after.id), AT_A_TIME):
                told_now = [pair for pair in some if _is_told(*pair)]
                verdicts = _Verdicts.of(connection, told_now)
                for then, now in told_now:
                    yield _Document(self, verdicts, then, now).change()


def comparison(
    engine: Engine, before: Run, after: Run, letters: Sequence[str] = (), waiving: Waiving = nothing_waived
) -> Comparison:
    """Compare two runs of a store."""
    with engine.connect() as connection:
        terms = terms_between(connection, before, after)
    return Comparison(engine, before, after, terms, letters, waiving, _sight(engine, before, after))


def _sight(engine: Engine, before: Run, after: Run) -> Sight:
    lost = regained = False
    for then, now in changed(engine, before.id, after.id):
        if then is not None and not now.gone:
            lost |= then.verdict is not None and now.verdict is None
            regained |= then.verdict is None and now.verdict is not None
    return Sight(lost, regained)


def step_of(before: Grading | None, after: Grading | None, letters: Sequence[str]) -> Step:
    """Whether the letter became worse or better."""
    if before is None or after is None or before.grade is None or after.grade is None or before.grade == after.grade:
        return "same"
    if before.grade in letters and after.grade in letters:
        return "worse" if letters.index(after.grade) > letters.index(before.grade) else "better"
    return "worse" if (after.score or 0) < (before.score or 0) else "better"


def _is_told(then: Standing | None, now: Standing) -> bool:
    """Whether a reader can see that anything is different."""
    if then is None or now.gone:
        return then is not None or not now.gone
    return (then.path, then.part, then.verdict, then.error_code) != (now.path, now.part, now.verdict, now.error_code)


@dataclass(slots=True)
class _Verdicts:
    """What is asked of the verdicts of some documents."""

    gradings: Mapping[str, Grading]
    findings: Mapping[str, list[FindingRow]]
    packed: Mapping[str, bytes] = field(repr=False)

    @classmethod
    def of(cls, connection: Connection, pairs: Collection[Pair]) -> _Verdicts:
        """Look up what these documents need; reports only of those whose findings are others."""
        digests = sorted({one.verdict for pair in pairs for one in pair if one is not None and one.verdict is not None})
        found = findings(connection, digests)
        wanted: set[str] = set()
        for then, now in pairs:
            if _prints(found, then) != _prints(found, now) or (then is not None and now.gone):
                wanted |= {one.verdict for one in (then, now) if one is not None and one.verdict is not None}
        return cls(gradings(connection, digests), found, packed_reports(connection, sorted(wanted)))

    def grading(self, one: Standing | None) -> Grading | None:
        """Score and letter, where there is a verdict."""
        return self.gradings.get(one.verdict) if one is not None and one.verdict is not None else None

    def count(self, one: Standing) -> int:
        """How many findings."""
        return len(self.findings.get(one.verdict or "", ()))

    def report(self, one: Standing | None) -> DocumentReport | None:
        """The report, where it was wanted."""
        packed = self.packed.get(one.verdict) if one is not None and one.verdict is not None else None
        return unpacked_report(packed, one.path, one.part) if packed is not None and one is not None else None


def _prints(found: Mapping[str, list[FindingRow]], one: Standing | None) -> frozenset[str]:
    if one is None or one.verdict is None or one.gone:
        return frozenset()
    return frozenset(row.fingerprint for row in found.get(one.verdict, ()))


@dataclass(slots=True)
class _Document:
    """One document, then and now."""

    whole: Comparison
    verdicts: _Verdicts
    then: Standing | None
    now: Standing

    def change(self) -> DocumentChange:
        """What is told of it."""
        then, now = self.then, self.now
        stands = then if now.gone and then is not None else now
        was, is_ = self.verdicts.grading(then), None if now.gone else self.verdicts.grading(now)
        made = DocumentChange(
            document=now.document,
            path=stands.path,
            part=stands.part,
            office=stands.office,
            sort=stands.sort,
            title=next((one.title for one in (is_, was) if one is not None and one.title), None),
            what="new" if then is None else "gone" if now.gone else "changed",
            cause=self._cause(None),
            path_before=then.path if then is not None and then.path != stands.path else None,
            score_before=was.score if was else None,
            score=is_.score if is_ else None,
            grade_before=was.grade if was else None,
            grade=is_.grade if is_ else None,
            step=step_of(was, is_, self.whole.letters),
            error=None if now.gone else _error(now),
            error_before=_error(then),
        )
        return made.model_copy(update=self._findings())

    def _findings(self) -> dict[str, object]:
        """What became of its findings."""
        before, report = self.verdicts.report(self.then), self.verdicts.report(self.now)
        if self.now.gone:
            return self._of_gone(before.findings if before else ())
        count = self.verdicts.count(self.now)
        if report is None:  # nothing is different, or it cannot be read now
            return {"unjudged": self._gone(before.findings if before else (), "judged"), "kept": count}
        if self.then is None:
            return {"new": self._new(report, None)}
        if before is None:  # it could not be read then
            new = self._new(report, Since(as_of=self.whole.before.info.as_of, first_judged=_all(report)))
            return {"new": new}
        since = between(report, before, self.whole.before.info.as_of, judged_alike=not self.whole.terms.program)
        new = self._new(report, since)
        blind = self.now.sort == TOGETHER and self.whole.sight.lost
        return {
            "new": new,
            "fixed": () if blind else self._gone(since.fixed, None),
            "unjudged": self._gone((*since.unjudged, *(since.fixed if blind else ())), "judged"),
            "kept": count - len(new),
        }

    def _of_gone(self, findings: Iterable[Finding]) -> dict[str, object]:
        """An office as a whole is gone when it has no documents, or when no rule over several documents is used."""
        ruled = [one for one in findings if self.now.sort == TOGETHER and self.whole.terms.changed(one.rule)]
        left = [one for one in findings if one not in ruled]
        return {"fixed": self._gone(ruled, "rules"), "left": self._gone(left, "document")}

    def _cause(self, rule: str | None) -> Cause:
        """Why something of it is different, of a rule or by itself."""
        then, now, terms = self.then, self.now, self.whole.terms
        together = now.sort == TOGETHER and rule is not None
        if (then is None or now.gone) and not (together and terms.changed(rule or "")):
            return "document"  # an office as a whole comes and goes with the rules over several documents
        if rule is not None and terms.changed(rule):
            return "rules"
        if then is None or then.content != now.content or now.content is None:
            return "document"
        if rule is None and (terms.rules or terms.any_rule):
            return "rules"
        return "program" if terms.program else "day"

    def _new(self, report: DocumentReport, since: Since | None) -> tuple[ChangedFinding, ...]:
        """The findings that are new; all of them where the document was not there."""
        marked = self.whole.waiving(report, self.now.office)
        wanted = frozenset(since.new) | frozenset(since.first_judged) if since is not None else None
        first = frozenset(since.first_judged) if since is not None else frozenset()
        found = []
        for one in marked.findings:
            if wanted is None or one.fingerprint in wanted:
                cause = self._cause(one.rule)
                seen_again = self.now.sort == TOGETHER and self.whole.sight.regained
                cause = "judged" if (one.fingerprint in first or seen_again) and cause != "rules" else cause
                found.append(_finding(one, cause))
        return tuple(found)

    def _gone(self, past: Iterable[Finding | PastFinding], cause: Cause | None) -> tuple[ChangedFinding, ...]:
        return tuple(_past(one, cause or self._cause(one.rule)) for one in past)


def _all(report: DocumentReport) -> tuple[str, ...]:
    return tuple(one.fingerprint for one in report.findings)


def _error(one: Standing | None) -> DocumentError | None:
    if one is None or one.error_code is None:
        return None
    return DocumentError(code=one.error_code, message=one.error_message or one.error_code)


def _finding(one: Finding, cause: Cause) -> ChangedFinding:
    said = one.response or Response(text="")
    why = {one.status: WaivedBy(reason=said.text, by=said.by)}
    return ChangedFinding(
        rule=one.rule,
        code=one.code,
        severity=one.severity,
        confidence=one.confidence.value,
        title=one.title,
        fingerprint=one.fingerprint,
        cause=cause,
        condition=one.condition,
        place=told([one.evidence[0]], "id"),
        waived=why.get("waived"),
        overruled=why.get("overruled"),
    )


def _past(one: Finding | PastFinding, cause: Cause) -> ChangedFinding:
    return ChangedFinding(
        rule=one.rule,
        code=one.code,
        severity=one.severity,
        confidence="",
        title=one.title,
        fingerprint=one.fingerprint,
        cause=cause,
    )
