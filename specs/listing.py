"""The vocabulary as a list for whoever writes specs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import specs.steps  # noqa: F401 - makes the steps known
from auditing.run import tool
from schemas.spec_steps import StepInfo, StepList, StepPart, StepTopic, Way
from specs.vocabulary import TOPICS, VOCABULARY, Known, Moment
from specs.words import Language, StepPattern

KEYWORDS: Final[Mapping[Language, Mapping[Moment, str]]] = {
    "id": {"given": "Dengan", "when": "Ketika", "then": "Maka"},
    "en": {"given": "Given", "when": "When", "then": "Then"},
}
"""The usual ones of Gherkin; it knows others."""


def step_list(lang: Language, find: str = "") -> StepList:
    """
    Return the steps by topic.

    Args:
        lang: The language of steps and words.
        find: Only steps that have all these words somewhere, large or small.
    """
    wanted = find.casefold().split()
    known: dict[str, list[StepInfo]] = {name: [] for name in TOPICS}
    for one in VOCABULARY:
        info = _info(one, lang)
        text = _text(info, TOPICS[one.topic][lang])
        if all(word in text for word in wanted):
            known[one.topic].append(info)
    topics = (StepTopic(name=name, title=TOPICS[name][lang], steps=tuple(some)) for name, some in known.items() if some)
    return StepList(tool=tool(), lang=lang, find=find, topics=tuple(topics))


def _info(known: Known, lang: Language) -> StepInfo:
    keywords = tuple(KEYWORDS[lang][moment] for moment in known.moments)
    return StepInfo(
        keywords=keywords,
        ways=tuple(_way(one) for one in known.patterns if one.language == lang),
        about=known.about[lang],
        argument=known.argument,
        example=f"{keywords[0]} {known.shown_example(lang)}",
    )


def _way(pattern: StepPattern) -> Way:
    return tuple(
        StepPart(text=words)
        if kind is None
        else StepPart(
            text=kind.sample(pattern.language), own=True, choices=kind.choices[pattern.language] if kind.choices else ()
        )
        for words, kind in pattern.parts
    )


def _text(info: StepInfo, topic: str) -> str:
    """All words by which a step may be looked for."""
    written = "\n".join("".join(part.text for part in way) for way in info.ways)
    choices = " ".join(word for way in info.ways for part in way for word in part.choices)
    return "\n".join((topic, *info.keywords, written, choices, info.about, info.example)).casefold()
