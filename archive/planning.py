"""What is to be done about a content: nothing, judge it again from what was read, or read it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from archive.store.rows import ContentState
from archive.terms import Terms

MOST_CHANGED = 0.5
"""Where more than this share of the rules changed, judging by all of them anew is the simpler work."""


@dataclass(frozen=True, slots=True)
class Carry:
    """It stands as it is."""


@dataclass(frozen=True, slots=True)
class JudgeAgain:
    """Judge what was read; `changed` None = by all rules."""

    changed: tuple[str, ...] | None = None
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """Read and judge it."""


Plan = Carry | JudgeAgain | Read


@dataclass(slots=True)
class Planner:
    """Compares what the store knows with what holds tonight."""

    terms: Terms
    as_of: dt.date
    ruleset: Callable[[str], Mapping[str, str] | None]
    """The rules of an earlier night by the digest of them all."""
    _differences: dict[str, JudgeAgain] = field(default_factory=dict)

    def plan(self, state: ContentState | None) -> Plan:
        """Say what is to be done."""
        if state is None or state.extractor != self.terms.extractor:
            return Read()
        if state.error_code is not None:
            return Carry()
        if len(state.judged) != state.parts:
            return JudgeAgain()
        fit = [
            one.extractor == state.extractor and one.facts == self.terms.facts and one.since <= self.as_of <= one.until
            for one in state.judged
        ]
        rules = {one.rules for one in state.judged}
        if not all(fit) or len(rules) != 1:
            return JudgeAgain()
        then = rules.pop()
        return Carry() if then == self.terms.document_rules else self._difference(then)

    def _difference(self, then: str) -> JudgeAgain:
        if then not in self._differences:
            self._differences[then] = self._compared(self.ruleset(then))
        return self._differences[then]

    def _compared(self, then: Mapping[str, str] | None) -> JudgeAgain:
        now = self.terms.document_rule_keys
        if then is None:
            return JudgeAgain()
        changed = tuple(sorted(name for name, key in now.items() if then.get(name) != key))
        if len(changed) > MOST_CHANGED * len(now):
            return JudgeAgain()
        return JudgeAgain(changed, tuple(sorted(then.keys() - now.keys())))
