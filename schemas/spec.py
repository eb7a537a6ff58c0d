"""What came of behaviour specs: `patuh.spec/1`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from schemas.base import Model
from schemas.report import RulesInfo, Tool

Ended = Literal["passed", "failed", "error"]
"""Of a scenario: what was expected came, did not come, or could not be looked at."""
StepEnded = Literal["passed", "failed", "error", "skipped"]

_Line = Annotated[int, Field(ge=1)]


class StepResult(Model):
    """One step of a scenario, with the words of its row of examples."""

    keyword: str
    """As written: Dengan, Ketika, Maka, Dan ..."""
    text: str
    line: _Line
    ended: StepEnded


class ScenarioResult(Model):
    """One scenario, or one row of the examples of an outline."""

    path: str
    """As the user named it."""
    feature: str
    name: str
    line: _Line
    example: tuple[tuple[str, str], ...] = ()
    """Heading and cell of the row of examples."""
    row: int = 0
    """Which row of the examples, from 1; 0 where there are none."""
    tags: tuple[str, ...] = ()
    """Without @, sorted."""
    ended: Ended
    steps: tuple[StepResult, ...] = ()
    failed_line: int | None = None
    """Of the step that did not hold or could not be done."""
    expected: str = ""
    found: tuple[str, ...] = ()
    """What was there instead, or what is wrong: one thing a line."""


class SpecMistake(Model):
    """Something in a feature file for which it is not run."""

    path: str
    line: _Line
    code: str
    """Which kind of mistake."""
    message: str
    hints: tuple[str, ...] = ()
    """What to write instead."""


class FeatureRun(Model):
    """One feature file."""

    path: str
    name: str
    """Of the feature; empty where the file could not be read."""
    line: _Line = 1
    scenarios: tuple[ScenarioResult, ...] = ()
    """By line, then row of the examples."""
    mistakes: tuple[SpecMistake, ...] = ()


class SpecSummary(Model):
    """The totals of a run."""

    features: int
    scenarios: int
    passed: int
    failed: int
    errors: int
    """Scenarios that could not be run to their end."""
    mistaken: int
    """Feature files that were not run because of mistakes."""


class SpecRun(Model):
    """All that a run of behaviour specs says."""

    schema_: Annotated[Literal["patuh.spec/1"], Field(alias="schema")] = "patuh.spec/1"
    tool: Tool
    rules: RulesInfo
    as_of: dt.date
    """The day on which documents are judged where a scenario does not say."""
    features: tuple[FeatureRun, ...]
    """By path."""
    summary: SpecSummary
