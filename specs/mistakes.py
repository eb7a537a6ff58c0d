"""What is wrong in a feature file, looked for before anything is run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from engine.pack import Pack
from schemas.spec import SpecMistake
from specs.reading import FeatureError, FeatureText, read_feature
from specs.unfilled import unfilled
from specs.vocabulary import VOCABULARY


class MistakesError(Exception):
    """A feature file that is not run; the message has a line for each mistake."""

    def __init__(self, mistakes: tuple[SpecMistake, ...]) -> None:
        super().__init__("\n".join(f"{one.path}:{one.line}: {one.message}" for one in mistakes))
        self.mistakes = mistakes


def refuse_mistakes(path: Path, pack: Pack) -> None:
    """
    Look for mistakes.

    Raises:
        MistakesError: There are some.
    """
    found = mistakes(path, pack)
    if found:
        raise MistakesError(found)


def mistakes(path: Path, pack: Pack) -> tuple[SpecMistake, ...]:
    """Return what is wrong in a feature file, by line."""
    try:
        feature = read_feature(path)
    except FeatureError as error:
        return (SpecMistake(path=str(path), line=error.line, code="not-gherkin", message=error.message),)
    return tuple(sorted(_mistakes(feature, pack), key=lambda one: one.line))


def _mistakes(feature: FeatureText, _: Pack) -> Iterator[SpecMistake]:
    yield from unfilled(feature)
    seen: dict[str, int] = {}
    for scenario in feature.scenarios:
        if scenario.name in seen:
            yield SpecMistake(
                path=str(feature.path),
                line=scenario.line,
                code="duplicate",
                message=f"Skenario {scenario.name!r} sudah ada pada baris {seen[scenario.name]}.",
            )
        seen.setdefault(scenario.name, scenario.line)
        for step in scenario.steps:
            if not scenario.examples and VOCABULARY.find(step.moment, step.text) is None:
                yield SpecMistake(
                    path=str(feature.path),
                    line=step.line,
                    code="unknown-step",
                    message=f"Langkah tidak dikenal: {step.keyword} {step.text}",
                )
