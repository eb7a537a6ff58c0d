"""A run of behaviour specs as one HTML page that is read without a network and without JavaScript."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reports.labels import Language
from reports.spec.rendering import render
from reports.spec.words import WORDS, about, example, verdict
from schemas.spec import Ended, FeatureRun, ScenarioResult, SpecRun

_FIRST: Final[tuple[Ended, ...]] = ("error", "failed")
"""Scenarios that are told in full."""


@dataclass(frozen=True, slots=True)
class Told:
    """A scenario and what the page says of it."""

    one: ScenarioResult
    anchor: str
    row: str
    """Its row of examples in words."""


@dataclass(frozen=True, slots=True)
class Part:
    """A feature file."""

    feature: FeatureRun
    anchor: str
    scenarios: tuple[Told, ...]

    def count(self, ended: Ended) -> int:
        """How many of its scenarios ended so."""
        return sum(told.one.ended == ended for told in self.scenarios)


def write(run: SpecRun, lang: Language) -> bytes:
    """Return the page."""
    parts = [_part(at, feature, lang) for at, feature in enumerate(run.features, 1)]
    everything = [told for part in parts for told in part.scenarios]
    return render(
        "run.html",
        lang,
        run=run,
        w=WORDS[lang],
        parts=parts,
        mistaken=[part for part in parts if part.feature.mistakes],
        groups=[(ended, some) for ended in _FIRST if (some := [one for one in everything if one.one.ended == ended])],
        verdict=verdict(run.summary, lang),
        about=about(run, lang),
    )


def _part(at: int, feature: FeatureRun, lang: Language) -> Part:
    scenarios = (Told(one, f"f{at}s{number}", example(one, lang)) for number, one in enumerate(feature.scenarios, 1))
    return Part(feature, f"f{at}", tuple(scenarios))
