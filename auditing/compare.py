"""
Two sets of rules on the same documents: which verdicts would change if the new one counted.

Each file is read once and judged twice, in worker processes as `auditing.check` has them. What comes back of a document
is what differs; the parent keeps counts, so that an archive may be of any size.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from auditing.document import Judge, audit_by_each
from auditing.files import Input, select
from auditing.limits import worker_limits
from auditing.outputs import RequestError
from auditing.progress import Progress
from auditing.run import DAMAGING, Audited, FailedWork, RuleChoice, tool
from auditing.selection import Selection
from auditing.workers import Failure, Pool, Reply, default_jobs
from engine.errors import RulePackError, RulePackErrors, UnknownRuleError
from engine.pack import Pack, cached_pack
from engine.settings import OwnSettings
from reports.labels import Language
from reports.tally import Figures, Tally, figures
from schemas.comparison import (
    ComparedFinding,
    ComparisonHead,
    ComparisonTotals,
    DocumentChange,
    RuleChange,
    RuleOutcome,
    RuleState,
    RuleTotals,
    Side,
    Stand,
    Transition,
)
from schemas.evidence import Evidence
from schemas.report import DocumentReport, Finding
from schemas.rule import Rule

IN_USE = "@"
"""What stands for the rules as they are used now: those of patuh, and those that patuh.toml adds."""

_WHOLE = "grading.yaml"
"""The table that makes a folder a whole set of rules, and not rules beside those of patuh."""
_NOT_MEANT = {"file", "cases", "examples", "why"}
"""What of a rule decides nothing about a verdict."""
_TABLES = ("grading", "regulations", "glossary", "profiles", "akip", "ratings")

Outcomes = Mapping[str, RuleOutcome]


@dataclass(frozen=True, slots=True)
class CompareRequest:
    """What to compare."""

    old: str
    """A folder of rules, or `IN_USE`."""
    new: str
    paths: tuple[Path, ...]
    ours: Path
    """The rules of patuh."""
    own: OwnSettings
    """Those of both."""
    as_of: dt.date
    profile: str | None = None
    """None: that of the settings, else the default."""
    lang: Language = "id"
    jobs: int | None = None
    """Worker processes; None = as many as the number of documents is worth."""


class ComparisonPrinter(Protocol):
    """Writes a comparison while it goes on."""

    def head(self, head: ComparisonHead) -> bytes:
        """What stands before the first document."""
        ...

    def document(self, change: DocumentChange) -> bytes:
        """One document that changes."""
        ...

    def tail(self, rules: Sequence[RuleTotals], totals: ComparisonTotals) -> bytes:
        """What stands after the last."""
        ...


def compare(
    request: CompareRequest, printer: ComparisonPrinter, stream: BinaryIO, progress: Progress
) -> ComparisonTotals:
    """
    Judge all documents by both sets of rules and write what differs.

    Raises:
        RulePackErrors: Rules of one or both are not valid; all faults of both, each with file and line.
        RequestError: A folder is missing, or has no such profile.
        NoRulesError: No rule is left to judge by.
        EngineError: The rule engine is missing or refuses the rules.
        OSError: *stream* cannot be written.
    """
    sides = _sides(request)
    selection = select(request.paths, sides[0].judge.options.archives)
    progress.selected(selection)
    jobs = request.jobs or default_jobs(len(selection.inputs))
    work = CompareWork((sides[0].choice, sides[1].choice), request.as_of, (sides[0].judge, sides[1].judge))
    pool: Pool[Input, Compared] = Pool(work, _failed, jobs=jobs, limits=worker_limits(request.own))
    counting = _Counting(sides)
    stream.write(printer.head(_head(request, sides)))
    with contextlib.closing(pool.results(selection.inputs)) as results:
        for compared in results:
            for one in compared.documents:
                counting.add(one)
                if one.change is not None:
                    stream.write(printer.document(counting.named(one.change)))
            progress.file_done(Audited((), (), compared.errors))
    progress.end()
    totals = counting.totals()
    stream.write(printer.tail(counting.rules(), totals))
    stream.flush()
    return totals


# both sets of rules -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Side:
    """One set of rules, ready to judge."""

    place: str
    choice: RuleChoice
    pack: Pack
    chosen: Selection
    judge: Judge

    @property
    def rules(self) -> dict[str, Rule]:
        """The rules that judge, by name."""
        names = frozenset(self.chosen.names)
        return {rule.name: rule for rule in self.pack.rules if rule.name in names}


def _sides(request: CompareRequest) -> tuple[_Side, _Side]:
    choices = [_choice(place, request) for place in (request.old, request.new)]
    packs = _packs(choices)
    choices = [
        replace(one, own=_fitting(one.own, pack, other))
        for one, pack, other in zip(choices, packs, packs[::-1], strict=True)
    ]
    _check_profiles(request, packs)
    old, new = (
        _side(place, one, request.as_of) for place, one in zip((request.old, request.new), choices, strict=True)
    )
    return old, new


def _side(place: str, choice: RuleChoice, as_of: dt.date) -> _Side:
    pack = choice.pack()
    return _Side(place, choice, pack, choice.selection(pack), choice.judge(pack, as_of))


def _choice(place: str, request: CompareRequest) -> RuleChoice:
    """
    The rules for which *place* stands.

    A folder without grading holds rules beside those of patuh; it takes the place of the one that patuh.toml names.
    """
    if place == IN_USE:
        return RuleChoice((request.ours,), lang=request.lang, profile=request.profile, own=request.own)
    folder = Path(place)
    if not folder.is_dir():
        raise RequestError(f"Folder aturan {place!r} tidak ada. Tulis folder aturan, atau {IN_USE} untuk aturan kini.")
    if (folder / _WHOLE).is_file():
        return RuleChoice((folder,), lang=request.lang, profile=request.profile, own=request.own)
    own_files = request.own.settings.own.model_copy(update={"rules": None})
    settings = request.own.settings.model_copy(update={"own": own_files})
    own = replace(request.own, settings=settings)
    return RuleChoice((request.ours, folder), lang=request.lang, profile=request.profile, own=own)


def _packs(choices: Sequence[RuleChoice]) -> list[Pack]:
    """Both packs as they are written; the faults of both together."""
    packs: list[Pack] = []
    errors: list[RulePackError] = []
    for choice in choices:
        folders = [*choice.folders[:1], *filter(None, [choice.own.folder]), *choice.folders[1:]]
        try:
            packs.append(cached_pack(*folders, tables=choice.own.tables, whole=False))
        except RulePackErrors as error:
            errors += error.errors
    if errors:
        raise RulePackErrors({str(error): error for error in errors}.values())
    return packs


def _fitting(own: OwnSettings, pack: Pack, other: Pack) -> OwnSettings:
    """The settings without those of rules that only the other pack has; what none has stays, to be complained of."""
    rules = {
        asked: change for asked, change in own.settings.rules.items() if _has(pack, asked) or not _has(other, asked)
    }
    return replace(own, settings=own.settings.model_copy(update={"rules": rules}))


def _has(pack: Pack, asked: str) -> bool:
    try:
        pack.rule(asked)
    except UnknownRuleError:
        return False
    return True


def _check_profiles(request: CompareRequest, packs: Sequence[Pack]) -> None:
    for place, pack in zip((request.old, request.new), packs, strict=True):
        known = [profile.name for profile in pack.profiles.profiles]
        if request.profile is not None and request.profile not in known:
            raise RequestError(
                f"Aturan {place!r} tidak mempunyai profil {request.profile!r}; yang ada: {', '.join(known)}."
            )


def _head(request: CompareRequest, sides: tuple[_Side, _Side]) -> ComparisonHead:
    old, new = (Side(place=side.place, rules=side.chosen.info) for side in sides)
    tables = tuple(name for name in _TABLES if getattr(sides[0].pack, name) != getattr(sides[1].pack, name))
    return ComparisonHead(tool=tool(), as_of=request.as_of, old=old, new=new, tables=tables)


# one document -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ComparedDocument:
    """What comes back of one document."""

    change: DocumentChange | None
    transitions: tuple[tuple[str, RuleOutcome, RuleOutcome], ...]
    """Rules that ended differently: name, then, now."""
    figures: tuple[Figures, Figures]


@dataclass(frozen=True, slots=True)
class Compared:
    """What comes back of one file."""

    documents: tuple[ComparedDocument, ...]
    errors: tuple[tuple[str, str], ...] = ()
    """Path and message of what could not be audited."""


@dataclass
class CompareWork:
    """The work of one worker; it can be sent to a process that was not forked, and then loads its rules there."""

    choices: tuple[RuleChoice, RuleChoice]
    as_of: dt.date
    judges: tuple[Judge, Judge] | None = field(default=None, repr=False)

    def __call__(self, task: Input) -> Reply[Compared]:
        """Read one file and judge it by both."""
        if self.judges is None:
            old, new = (choice.judge(choice.pack(), self.as_of) for choice in self.choices)
            self.judges = old, new
        by_old, by_new = audit_by_each(task.path, task.shown, self.judges, task.inside)
        pairs = list(zip(by_old, by_new, strict=True))
        found = [(one.path, error) for pair in pairs for one in pair for error in one.errors]
        errors = dict.fromkeys((path, error.message) for path, error in found)
        damaged = any(error.code in DAMAGING for _, error in found)
        last = damaged or any(judge.damaged for judge in self.judges)
        return Reply(Compared(tuple(compared(*pair) for pair in pairs), tuple(errors)), last=last)

    def __getstate__(self) -> dict[str, Any]:
        return self.__dict__ | {"judges": None}


def _failed(task: Input, failure: Failure) -> Compared:
    """A worker failed: the document could be audited by none."""
    audited = FailedWork(())(task, failure)
    [counted] = audited.figures
    return Compared((ComparedDocument(None, (), (counted, counted)),), audited.errors)


def compared(old: DocumentReport, new: DocumentReport) -> ComparedDocument:
    """Say what differs between two reports of one document."""
    outcomes = _outcomes(old), _outcomes(new)
    names = sorted(outcomes[0].keys() | outcomes[1].keys())
    pairs = [(name, outcomes[0].get(name, "absent"), outcomes[1].get(name, "absent")) for name in names]
    pairs = [] if old.errors or new.errors else pairs
    rules = tuple(_rule_changes(old, new, pairs))
    stands = _stand(old), _stand(new)
    change = None
    if rules or stands[0] != stands[1]:
        about = {name: getattr(new, name) for name in ("path", "part", "kind", "title", "unit")}
        change = DocumentChange(**about, old=stands[0], new=stands[1], rules=rules)
    transitions = tuple(one for one in pairs if one[1] != one[2])
    return ComparedDocument(change, transitions, (figures(old), figures(new)))


def _stand(report: DocumentReport) -> Stand:
    return Stand(score=report.score, grade=report.grade, verdict=report.verdict, errors=report.errors)


def _outcomes(report: DocumentReport) -> Outcomes:
    """How each rule ended; nothing of a document that could not be judged."""
    found: dict[str, RuleOutcome] = dict.fromkeys(report.clean, "clean")
    found |= dict.fromkeys(report.not_applicable, "not-applicable")
    found |= dict.fromkeys((one.rule for one in report.not_evaluated), "not-evaluated")
    return found | dict.fromkeys((one.rule for one in report.findings), "flagged")


def _rule_changes(
    old: DocumentReport, new: DocumentReport, pairs: Iterable[tuple[str, RuleOutcome, RuleOutcome]]
) -> Iterator[RuleChange]:
    findings = _by_rule(old.findings), _by_rule(new.findings)
    reasons = [{one.rule: one.reason for one in report.not_evaluated} for report in (old, new)]
    for name, was, is_now in pairs:
        differing = tuple(_differing(findings[0].get(name, ()), findings[1].get(name, ())))
        why = reasons[0].get(name), reasons[1].get(name)
        if not differing and (was == is_now or not _tells(was, is_now)) and why[0] == why[1]:
            continue
        yield RuleChange(
            rule=name,
            old=was,
            new=is_now,
            old_reason=why[0],
            new_reason=why[1],
            findings=differing,
        )


def _tells(old: RuleOutcome, new: RuleOutcome) -> bool:
    """Whether a change of outcome says something of the document: that a rule was not there does not."""
    return {old, new} not in ({"absent", "clean"}, {"absent", "not-applicable"})


def _by_rule(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for one in findings:
        found.setdefault(one.rule, []).append(one)
    return found


def _differing(old: Sequence[Finding], new: Sequence[Finding]) -> Iterator[ComparedFinding]:
    """Pair the findings of a rule: by fingerprint, and what is left by its place where that is the only one there."""
    known = {one.fingerprint: one for one in new}
    pairs = [(one, known.pop(one.fingerprint, None)) for one in old]
    lone = _lone(one for one, match in pairs if match is None)
    left = {place: one for place, one in _lone(known.values()).items() if place in lone}
    for one, match in pairs:
        found = match or (left.get(one.evidence) if one.evidence in lone else None)
        if match is None and found is not None:
            del known[found.fingerprint]
        if found is None or not _alike(one, found):
            yield ComparedFinding(old=one, new=found)
    for one in known.values():
        yield ComparedFinding(new=one)


def _lone(findings: Iterable[Finding]) -> dict[tuple[Evidence, ...], Finding]:
    """By place those beside which no other of them stands there."""
    found: dict[tuple[Evidence, ...], list[Finding]] = {}
    for one in findings:
        found.setdefault(one.evidence, []).append(one)
    return {place: ones[0] for place, ones in found.items() if len(ones) == 1}


def _alike(old: Finding, new: Finding) -> bool:
    return replace(old, fingerprint=new.fingerprint) == new


# all documents ----------------------------------------------------------------------------------------------------


class _Counting:
    """Totals so far."""

    def __init__(self, sides: tuple[_Side, _Side]) -> None:
        self._sides = sides
        self._rules = sides[0].rules, sides[1].rules
        self._lang = sides[1].choice.lang
        self._tallies = Tally(), Tally()
        self._documents: Counter[str] = Counter()
        self._transitions: Counter[tuple[str, RuleOutcome, RuleOutcome]] = Counter()
        self._changes: Counter[tuple[str, str]] = Counter()

    def add(self, one: ComparedDocument) -> None:
        """Count one document."""
        for tally, counted in zip(self._tallies, one.figures, strict=True):
            tally.add([counted])
        failed = any(counted.failed for counted in one.figures)
        self._documents["unread"] += failed
        self._documents["unknown"] += one.figures[1].unknown
        self._transitions.update(one.transitions)
        if one.change is None:
            return
        self._documents["changed"] += 1
        self._documents["shifted"] += one.change.shifted
        self._documents["regraded"] += one.change.regraded and not failed
        old, new = one.change.old.score, one.change.new.score
        if old is not None and new is not None:
            self._documents["better"] += new.value > old.value
            self._documents["worse"] += new.value < old.value
        for rule in one.change.rules:
            self._changes.update((rule.rule, kind) for kind in _kinds(rule))

    def named(self, change: DocumentChange) -> DocumentChange:
        """The document with code and title of its rules, which its worker leaves out."""
        rules = [one.model_copy(update=self._names(one.rule)) for one in change.rules]
        return change.model_copy(update={"rules": tuple(rules)})

    def _names(self, name: str) -> dict[str, str]:
        rule = self._rule(name)
        return {"code": rule.code, "title": rule.title.en if self._lang == "en" else rule.title.id}

    def _rule(self, name: str) -> Rule:
        return self._rules[1].get(name) or self._rules[0][name]

    def rules(self) -> list[RuleTotals]:
        """The rules of which something differs, by name: they themselves, or a verdict."""
        found = [self._of_rule(name) for name in sorted(self._rules[0].keys() | self._rules[1].keys())]
        return [one for one in found if one.state != "same" or one.outcomes or not one.silent]

    def _of_rule(self, name: str) -> RuleTotals:
        kinds = ("flagged", "unflagged", "findings", "severity", "words", "other")
        pairs = sorted(key for key in self._transitions if key[0] == name)
        found = {
            "rule": name,
            **self._names(name),
            "state": _state(*(rules.get(name) for rules in self._rules)),
            "across": self._rule(name).applies_to == ("archive",),
            **{kind: self._changes[name, kind] for kind in kinds},
            "outcomes": tuple(Transition(old=key[1], new=key[2], documents=self._transitions[key]) for key in pairs),
        }
        return RuleTotals.model_validate(found)

    def totals(self) -> ComparisonTotals:
        """The totals of all."""
        summaries = [
            tally.summary([band.letter for band in side.pack.grading.bands])
            for tally, side in zip(self._tallies, self._sides, strict=True)
        ]
        names = ("changed", "shifted", "regraded", "better", "worse", "unread", "unknown")
        return ComparisonTotals(
            documents=self._tallies[1].documents,
            **{name: self._documents[name] for name in names},
            old=summaries[0],
            new=summaries[1],
        )


def _kinds(rule: RuleChange) -> set[str]:
    """As what a change of a rule in a document counts."""
    if rule.new == "flagged" != rule.old:
        return {"flagged"}
    if rule.old == "flagged" != rule.new:
        return {"unflagged"}
    if rule.old != "flagged":
        return {"other"}
    names = {"new": "findings", "gone": "findings", "severity": "severity", "words": "words"}
    return {names[one.change] for one in rule.findings}


def _state(old: Rule | None, new: Rule | None) -> RuleState:
    if old is None:
        return "added"
    if new is None:
        return "removed"
    return "same" if _meaning(old) == _meaning(new) else "changed"


def _meaning(rule: Rule) -> dict[str, Any]:
    return {name: getattr(rule, name) for name in Rule.model_fields if name not in _NOT_MEANT}
