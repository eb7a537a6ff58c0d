"""Short ways to run a scenario in this process, for tests of steps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import specs.steps  # noqa: F401 - makes the steps known
from auditing.run import RuleChoice
from specs.bench import AS_OF, RULES_DIR
from specs.desk import Desk
from specs.judging import Bench
from specs.reading import FeatureText, ScenarioText, StepText, read_feature
from specs.vocabulary import VOCABULARY

ROOT = Path(__file__).resolve().parent.parent
FEATURES = ROOT / "features"


@cache
def bench(as_of: dt.date = AS_OF) -> Bench:
    """The rules of patuh; compiled once."""
    return Bench(RuleChoice((RULES_DIR,)), as_of)


def feature(folder: Path, *lines: str, language: str = "id") -> Path:
    """Write a feature of one scenario."""
    head = ["Fitur: Coba", "  Skenario: Coba"] if language == "id" else ["Feature: Try", "  Scenario: Try"]
    path = folder / "coba.feature"
    path.write_text("\n".join([f"# language: {language}", *head, *lines, ""]), encoding="utf-8")
    return path


def played(path: Path) -> Desk:
    """
    Run the only scenario of a feature file.

    Raises:
        Unmet: What it expects did not come.
        MistakeError: It is wrong.
    """
    [scenario] = read_feature(path).scenarios
    desk = Desk(bench(), feature=path)
    for step in scenario.steps:
        found = VOCABULARY.find(step.moment, step.text)
        assert found is not None, step.text
        if step.moment != "then":
            desk.touched()
        desk.line = step.line
        found.run(desk, step.table, step.doc)
    return desk


@cache
def own_features() -> tuple[FeatureText, ...]:
    """All that come with patuh."""
    return tuple(read_feature(path) for path in sorted(FEATURES.rglob("*.feature")))


def steps_of(scenario: ScenarioText) -> list[tuple[StepText, str]]:
    """The steps of a scenario with the words of every row of its examples."""
    rows: Sequence[dict[str, str]] = [
        dict(zip(table.heads, row, strict=True)) for table in scenario.examples for row in table.rows
    ]
    return [(step, _filled(step.text, row)) for row in rows or [{}] for step in scenario.steps]


def _filled(text: str, row: dict[str, str]) -> str:
    for head, cell in row.items():
        text = text.replace(f"<{head}>", cell)
    return text
