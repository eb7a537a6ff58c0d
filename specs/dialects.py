"""The words with which lines of a feature file begin, from Gherkin's own table of languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from gherkin.dialect import DIALECTS

from specs.vocabulary import Moment
from specs.words import Language

Section = Literal["feature", "background", "rule", "scenario", "scenarioOutline", "examples"]

LANGUAGES: tuple[Language, ...] = ("id", "en")
"""In which the steps are known."""
SECTIONS: tuple[Section, ...] = ("feature", "background", "rule", "scenario", "scenarioOutline", "examples")
LISTED: Mapping[Language, Mapping[Moment, str]] = {
    "id": {"given": "Dengan", "when": "Ketika", "then": "Maka"},
    "en": {"given": "Given", "when": "When", "then": "Then"},
}
"""The word for each moment that we write."""
HEADS: Mapping[Language, Mapping[Section, str]] = {
    "id": {
        "feature": "Fitur",
        "background": "Latar Belakang",
        "rule": "Aturan",
        "scenario": "Skenario",
        "scenarioOutline": "Garis-Besar Skenario",
        "examples": "Contoh",
    },
    "en": {
        "feature": "Feature",
        "background": "Background",
        "rule": "Rule",
        "scenario": "Scenario",
        "scenarioOutline": "Scenario Outline",
        "examples": "Examples",
    },
}
"""The word for each part of a file that we write."""


def written(language: str) -> Language:
    """Return the language in which steps are shown to the author of a file."""
    return "en" if language == "en" else "id"


def is_outline(language: str, keyword: str) -> bool:
    """Whether a scenario of this keyword must have examples."""
    words = DIALECTS[language]
    return keyword.strip() in words["scenarioOutline"] and keyword.strip() not in words["scenario"]


@cache
def sections(language: Language) -> Mapping[str, Section]:
    """Return the words that begin a part of a file; a colon follows."""
    return {word: section for section in SECTIONS for word in DIALECTS[language][section]}


@cache
def step_words(language: Language) -> Mapping[str, Moment | None]:
    """Return the words that begin a step, a space follows; None: it goes on as the step before, `Dan`."""
    words = DIALECTS[language]
    found: dict[str, Moment | None] = {}
    moments: tuple[tuple[Moment, list[str]], ...] = (
        ("given", words["given"]),
        ("when", words["when"]),
        ("then", words["then"]),
    )
    for moment, written_so in moments:
        found |= {word.strip(): moment for word in written_so}
    return found | {word.strip(): None for word in (*words["and"], *words["but"])}


def section_of(line: str) -> tuple[Language, Section] | None:
    """Return which part of a file a line begins, and in which language."""
    word = line.strip().partition(":")[0]
    for language in LANGUAGES:
        if ":" in line and word in sections(language):
            return language, sections(language)[word]
    return None


def step_of(line: str) -> tuple[Language, str] | None:
    """Return the language and the word with which a line begins a step."""
    parts = line.split(None, 1)
    for language in LANGUAGES:
        if parts and parts[0] in step_words(language):
            return language, parts[0]
    return None
