"""The fixtures as the worker of a night sees them, read once for all tests."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

from archive.judging import NightWork
from archive.models import Models, unpacked_models
from archive.tasks import Audit, Audited, Earlier, Identified, Identify, Rejudge, Task
from auditing.files import Input
from auditing.run import RuleChoice
from tests.program import ROOT

AS_OF = dt.date(2026, 1, 15)
RULES = ROOT / "rules"
FOLDERS = ("sop", "performance", "workbooks", "bad")


def fixtures() -> list[Path]:
    """All of them."""
    return [path for folder in FOLDERS for path in sorted((ROOT / "fixtures" / folder).iterdir())]


READABLE = [path.name for path in fixtures() if path.parent.name != "bad"]
"""Names of the fixtures of which something is judged, or that are of no known kind."""


def given(path: Path) -> Input:
    """The task's input for a file, shown as `patuh check` shows it below the checkout."""
    return Input(str(path), path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.as_posix())


def strict() -> RuleChoice:
    """All rules."""
    return RuleChoice((RULES,), profile="ketat")


@cache
def work() -> NightWork:
    """A worker with all rules."""
    made = NightWork(strict(), AS_OF)
    made.ready()
    return made


def on(day: dt.date) -> NightWork:
    """The same on another day."""
    return NightWork(work().choice, day, work().pack, work().judge)


def done(task: Task, by: NightWork | None = None) -> Audited:
    """The answer to a task of reading or judging."""
    answer = (by or work())(task).result
    assert isinstance(answer, Audited)
    return answer


def identified(*inputs: Input, by: NightWork | None = None) -> Identified:
    """The answer to a task of identifying."""
    answer = (by or work())(Identify(inputs)).result
    assert isinstance(answer, Identified)
    return answer


@cache
def audited() -> dict[str, Audited]:
    """Name -> what was read and judged, of those fixtures that can be read."""
    answers = {path.name: done(Audit(given(path))) for path in fixtures()}
    return {name: answer for name, answer in answers.items() if answer.problem is None}


@cache
def models(name: str) -> Models:
    """What was read of a fixture."""
    packed = audited()[name].models
    assert packed is not None
    return unpacked_models(packed)


def again(name: str, by: NightWork, earlier: Audited | None = None, **rules: tuple[str, ...]) -> Audited:
    """The answer of a worker who judges a fixture again."""
    first = audited()[name]
    assert first.content is not None
    assert first.models is not None
    before = tuple(Earlier(part.report, part.since, part.until) for part in earlier.parts) if earlier else ()
    return done(Rejudge(first.content, first.models, before, **rules), by)


def digests(answer: Audited) -> list[str]:
    """Of the verdicts."""
    return [part.digest for part in answer.parts]
