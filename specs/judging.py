"""The bench at which all scenarios of a run are judged: its rules, and what a scenario changes about them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from archive.judging_archive import archive_auditor
from auditing.document import Judge
from auditing.limits import read_options
from auditing.run import RuleChoice
from engine.audit import Auditor, Judgement
from engine.errors import PatuhError
from engine.pack import Pack
from engine.settings import OwnSettings, tuned
from extraction.sop import WORKDAY_MINUTES
from schemas.report import Severity
from schemas.rule import Rule
from schemas.settings import RuleSettings
from specs.claims import MistakeError

KEPT = 15
"""Sets of rules that are kept ready besides the last; a scenario seldom needs another than its neighbours."""
_WHY = "menurut skenario"


@dataclass(frozen=True)
class Terms:
    """By what a scenario is judged, where it is not by the rules of the run as they are."""

    profile: str | None = None
    params: tuple[tuple[str, str, int | str], ...] = ()
    """Name of the rule, of the parameter, and its value."""
    rules: tuple[Rule, ...] = ()
    """Under development; one that has the name of another stands in its place."""
    severities: tuple[tuple[str, Severity], ...] = ()
    """Name of the rule, and how grave all its findings are."""
    used: tuple[tuple[str, bool], ...] = ()
    """Name of the rule, and whether it is used whatever the profile says."""
    workday_minutes: int | None = None

    def leave(self, rule: str | None) -> bool:
        """Whether that rule, or every rule, judges as it does in the run."""
        if rule is None:
            return replace(self, workday_minutes=None) == Terms()
        changed = {name for name, *_ in (*self.params, *self.severities, *self.used)}
        return rule not in changed | {one.name for one in self.rules}

    def own(self, own: OwnSettings) -> OwnSettings:
        """Return the settings of the organisation as this scenario changes them."""
        changes = dict(own.settings.rules)
        for name, update in self._updates():
            known = changes.get(name, RuleSettings())
            params = {**known.params, **update.get("params", {})}
            changes[name] = known.model_copy(update={**update, "params": params})
        check = own.settings.check
        if self.workday_minutes is not None:
            check = check.model_copy(update={"workday_minutes": self.workday_minutes})
        return replace(own, settings=own.settings.model_copy(update={"rules": changes, "check": check}))

    def _updates(self) -> list[tuple[str, dict[str, Any]]]:
        updates: list[tuple[str, dict[str, Any]]] = [(name, {"params": {key: to}}) for name, key, to in self.params]
        updates += [(name, {"severity": severity}) for name, severity in self.severities]
        return [*updates, *((name, {"enabled": used, "reason": _WHY}) for name, used in self.used)]


@dataclass(frozen=True)
class Judges:
    """What judges a scenario."""

    judge: Judge
    graded_by: frozenset[str]
    """The rules that count in the grade: those of the profile."""
    names: frozenset[str]
    """All that judge."""
    choice: RuleChoice


@dataclass
class Bench:
    """The rules of a run, ready to judge; one for a process."""

    choice: RuleChoice
    as_of: dt.date
    """The day on which documents are judged where a scenario does not say."""
    _judges: list[tuple[Terms, Judges]] = field(default_factory=list)
    _archives: list[tuple[Terms, Auditor | None]] = field(default_factory=list)

    @cached_property
    def pack(self) -> Pack:
        """All rules, as the organisation uses them."""
        return self.choice.pack(whole=True)

    def judges(self, terms: Terms) -> Judges:
        """
        Return what judges by these terms.

        Raises:
            MistakeError: The rules cannot be used so.
        """
        for known, judges in self._judges:
            if known == terms:
                return judges
        made = self._made(terms)
        self._judges = [*self._judges[-KEPT:], (terms, made)]
        return made

    def archive_auditor(self, terms: Terms) -> Auditor:
        """
        Return what judges several documents together by these terms.

        Raises:
            MistakeError: There is no such rule.
        """
        auditor = next((known for made_by, known in self._archives if made_by == terms), None)
        if auditor is None:
            judges = self.judges(terms)
            auditor = archive_auditor(judges.judge.pack, judges.names)
            self._archives = [*self._archives[-KEPT:], (terms, auditor)]
        if auditor is None:
            raise MistakeError("Tidak ada aturan untuk arsip dalam kumpulan aturan ini.")
        return auditor

    def _made(self, terms: Terms) -> Judges:
        """
        Make what judges a scenario.

        Where a scenario names a profile, its rules judge. Else all rules do that it does not switch off, so that a
        scenario can ask about any of them, and those of the profile of the run are graded, as in `patuh check`.
        """
        rules = {rule.name: rule for rule in (*self.pack.rules, *terms.rules)}
        pack = self.pack.with_rules(tuple(rules[name] for name in sorted(rules)))
        own = terms.own(self.choice.own)
        choice = replace(self.choice, own=own, profile=terms.profile or self.choice.profile)
        try:
            pack = tuned(pack, own)
            graded = frozenset(choice.selection(pack).names) | {rule.name for rule in terms.rules}
            options = read_options(own)
        except PatuhError as error:
            raise MistakeError(f"Aturan tidak dapat dipakai seperti itu: {error}") from error
        off = {name for name, used in terms.used if not used}
        names = frozenset((graded if terms.profile else rules.keys()) - off)
        minutes = own.settings.check.workday_minutes or WORKDAY_MINUTES
        judge = Judge(Auditor(pack, only=sorted(names)), pack, self.as_of, minutes, options)
        return Judges(judge, graded - off, names, choice)


def counted(judgement: Judgement, rules: frozenset[str]) -> Judgement:
    """What these rules say."""
    return replace(
        judgement,
        outcomes={name: outcome for name, outcome in judgement.outcomes.items() if name in rules},
        findings=tuple(one for one in judgement.findings if one.rule in rules),
        not_evaluated=tuple(one for one in judgement.not_evaluated if one.rule in rules),
    )
