"""The bench of a run: from a choice of rules, or from the options of pytest."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from auditing.run import RuleChoice
from engine.settings import OwnSettings, find_settings, read_settings
from specs.judging import Bench

RULES_DIR = Path(__file__).resolve().parent.parent / "rules"
AS_OF = dt.date(2026, 1, 15)
"""Documents are judged as of this day where nobody says, today and always: a spec says the same tomorrow."""

BENCH = pytest.StashKey[Bench]()
"""Of a run of pytest."""


def bench_for(choice: RuleChoice, as_of: str | None) -> Bench:
    """Return a bench for these rules; *as_of* is the day of the audit (ISO) where a scenario does not say."""
    day = dt.date.fromisoformat(as_of) if as_of else choice.own.settings.check.as_of or AS_OF
    return Bench(choice, day)


def bench_of(config: pytest.Config) -> Bench:
    """Return the bench of a run of pytest; it is made once."""
    if BENCH not in config.stash:
        folders = tuple(map(Path, config.getoption("--patuh-rules")))
        choice = RuleChoice((RULES_DIR, *folders), profile=config.getoption("--patuh-profile"), own=_own(config))
        config.stash[BENCH] = bench_for(choice, config.getoption("--patuh-as-of"))
    return config.stash[BENCH]


def _own(config: pytest.Config) -> OwnSettings:
    if config.getoption("--patuh-no-config"):
        return OwnSettings()
    named: str | None = config.getoption("--patuh-config")
    path = Path(named) if named else find_settings(Path.cwd())
    return read_settings(path) if path is not None else OwnSettings()
