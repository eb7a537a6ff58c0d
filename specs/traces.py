"""
Which scenarios are about which rule and which article: by what their steps name, and by their tags.

``@aturan-NIP-02`` names a rule by its code (or its name), ``@pasal-identity-number`` a requirement of
`rules/requirements.yaml` by its id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import specs.steps  # noqa: F401 - makes the steps known
from schemas.report import Outcome
from schemas.rule import Rule
from schemas.trace import Trace, Traces
from specs.files import asked_files
from specs.reading import FeatureError, ScenarioText, StepText, read_feature
from specs.vocabulary import VOCABULARY, Found

RULE_TAG = "aturan-"
ARTICLE_TAG = "pasal-"

Way = Literal["flags", "clean", "names"]

_WAYS: Mapping[Outcome, Way] = {Outcome.FLAGGED: "flags", Outcome.CLEAN: "clean"}
_CLEAN_WORDS = ("tidak menemukan", "patuh")
_FLAGS_WORDS = ("menemukan", "melanggar")


class TraceError(Exception):
    """A file that is no feature; the message says file and line."""


@dataclass
class _Named:
    """What one scenario says of one rule."""

    tagged: bool = False
    ways: set[Way] = field(default_factory=set)


def traces(folders: Iterable[tuple[str, Path]], rules: Sequence[Rule]) -> Traces:
    """
    Read the feature files of folders, and all below them, and return which scenario is about what.

    Args:
        folders: How each is shown, and where it is; the same file counts once.
        rules: Those that a scenario may name.

    Raises:
        TraceError: A file is no feature.
    """
    names = {word: rule.name for rule in rules for word in (rule.name, rule.code)}
    by_rule: dict[str, list[Trace]] = {}
    by_article: dict[str, list[Trace]] = {}
    for shown, scenario in _scenarios(folders):
        for rule, named in sorted(_named(scenario, names).items()):
            by_rule.setdefault(rule, []).append(
                Trace(shown, scenario.name, scenario.line, "flags" in named.ways, "clean" in named.ways, named.tagged)
            )
        for article in sorted(_tags(scenario, ARTICLE_TAG)):
            by_article.setdefault(article, []).append(Trace(shown, scenario.name, scenario.line, tagged=True))
    return Traces(by_rule, by_article)


def _scenarios(folders: Iterable[tuple[str, Path]]) -> Iterator[tuple[str, ScenarioText]]:
    seen: set[Path] = set()
    for name, folder in folders:
        for path in asked_files([folder]).files:
            if path.resolve() in seen:
                continue
            seen.add(path.resolve())
            shown = Path(name, path.relative_to(folder)).as_posix() if folder.is_dir() else name
            try:
                feature = read_feature(path)
            except FeatureError as error:
                raise TraceError(f"{shown}:{error.line}: bukan berkas .feature yang sah ({error.message})") from error
            yield from ((shown, scenario) for scenario in feature.scenarios)


def _tags(scenario: ScenarioText, kind: str) -> set[str]:
    tags = [*(tag for tag, _ in scenario.tags), *(tag for table in scenario.examples for tag in table.tags)]
    return {tag.removeprefix(kind) for tag in tags if tag.startswith(kind)}


def _named(scenario: ScenarioText, names: Mapping[str, str]) -> dict[str, _Named]:
    """The rules of a scenario: those of its tags, and those that a Maka names."""
    found: dict[str, _Named] = {}
    for word in _tags(scenario, RULE_TAG):
        if word in names:
            found.setdefault(names[word], _Named()).tagged = True
    for step in _filled(scenario):
        for word, way in _said(step):
            if word in names:
                found.setdefault(names[word], _Named()).ways.add(way)
    return found


def _filled(scenario: ScenarioText) -> Iterator[StepText]:
    """The steps that claim something, with the words of each row of the examples."""
    claims = [step for step in scenario.steps if step.moment == "then"]
    rows = [dict(zip(table.heads, row, strict=False)) for table in scenario.examples for row in table.rows]
    if not scenario.examples:
        yield from claims
    for row in rows:
        for step in claims:
            table = step.table and tuple(tuple(_fill(cell, row) for cell in cells) for cells in step.table)
            yield StepText(step.keyword, step.moment, _fill(step.text, row), step.line, table, step.doc)


def _fill(text: str, row: Mapping[str, str]) -> str:
    for head, cell in row.items():
        text = text.replace(f"<{head}>", cell)
    return text


def _said(step: StepText) -> Iterator[tuple[str, Way]]:
    """The words of a step that may name a rule, and whether it shall flag or be clean."""
    found = VOCABULARY.find(step.moment, step.text)
    if found is None:
        return
    for name, kind in found.pattern.kinds.items():
        if kind == "aturan":
            yield found.words[name], _way(found)
    for cells in step.table or ():
        ways: list[Way] = [way for cell in cells if (way := _way_of_words(cell)) != "names"]
        for cell in cells:
            yield cell, ways[0] if ways else "names"


def _way(found: Found) -> Way:
    """What a step says of its rule: by an outcome among its words, else by how it is listed."""
    values = found.pattern.values({name: words for name, words in found.words.items() if _is_outcome(found, name)})
    said = [_WAYS[value] for value in values.values() if isinstance(value, Outcome) and value in _WAYS]
    return said[0] if said else _way_of_words(found.known.pattern("id").written)


def _is_outcome(found: Found, name: str) -> bool:
    return found.pattern.kinds[name] == "hasil"


def _way_of_words(words: str) -> Way:
    if any(word in words for word in _CLEAN_WORDS):
        return "clean"
    return "flags" if any(word in words for word in _FLAGS_WORDS) else "names"
