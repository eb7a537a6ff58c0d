"""
What the worker processes of the page do.

Nothing that a visitor sends is opened in the process that serves the page: each thing to do with it is a task for a
worker, which may be killed by it.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Protocol, TypeVar

from auditing.document import Judge
from auditing.run import RuleChoice, tool
from auditing.selection import Selection
from auditing.workers import Reply
from engine.pack import Pack
from reports.labels import Language
from schemas.report import Tool

R_co = TypeVar("R_co", covariant=True)

TASKS_EACH = 2_000
"""After so many tasks a worker makes room for a fresh one, so that its memory stays what it was."""


@cache
def program() -> Tool:
    """This program, as reports name it; asking the system for its versions takes a millisecond each time."""
    return tool()


class Tools:
    """What a worker has: the rules, and who judges by them."""

    def __init__(self, choice: RuleChoice) -> None:
        self.choice = choice
        self._packs: dict[bool, Pack] = {}
        self._judges: dict[Language, Judge] = {}
        self._chosen: Selection | None = None
        self.damaged = False
        """The native code of this process may be damaged: no further task for it."""

    def pack(self, *, whole: bool = False) -> Pack:
        """The rules; with what judging does not need where *whole*."""
        if whole not in self._packs:
            self._packs[whole] = self.choice.pack(whole=whole)
        return self._packs[whole]

    @property
    def chosen(self) -> Selection:
        """The rules that judge."""
        if self._chosen is None:
            self._chosen = self.choice.selection(self.pack())
        return self._chosen

    def judge(self, lang: Language, as_of: dt.date) -> Judge:
        """Who judges, speaking *lang*, as on the day *as_of*."""
        if lang not in self._judges:
            self._judges[lang] = replace(self.choice, lang=lang).judge(self.pack(), as_of)
        if self._judges[lang].as_of != as_of:  # the server has run past midnight
            self._judges[lang] = replace(self._judges[lang], as_of=as_of)
        return self._judges[lang]


class Task(Protocol[R_co]):
    """Something to be done in a worker. It is pickled, and so is what it gives."""

    def carried_out(self, tools: Tools, /) -> R_co:
        """Do it."""
        ...


@dataclass(frozen=True, slots=True)
class WarmUp:
    """Nothing but loading the rules, so that the first visitor does not wait for it."""

    lang: Language
    as_of: dt.date

    def carried_out(self, tools: Tools) -> None:
        """Load and compile them."""
        tools.judge(self.lang, self.as_of)


@dataclass
class Work:
    """The work of one worker; it is sent to a process of its own, which loads the rules there."""

    choice: RuleChoice
    environment: Mapping[str, str] = field(default_factory=dict)
    niceness: int = 0
    """How far others go first (`os.nice`)."""
    tools: Tools | None = field(default=None, repr=False)
    done: int = 0

    def __call__(self, task: Task[Any]) -> Reply[Any]:
        """Carry out one task."""
        if self.tools is None:
            os.environ.update(self.environment)
            if self.niceness:
                os.nice(self.niceness)
            self.tools = Tools(self.choice)
        self.done += 1
        result = task.carried_out(self.tools)
        judges_damaged = self.tools.damaged
        return Reply(result, last=judges_damaged or self.done >= TASKS_EACH)
