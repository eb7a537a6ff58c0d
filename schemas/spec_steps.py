"""The steps that a behaviour spec may use, as they are listed: `patuh.spec-steps/1`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from schemas.base import Model
from schemas.report import Tool


class StepPart(Model):
    """A piece of how a step is written."""

    text: str
    """Words that stand there as they are, or a sample of words of the user."""
    own: bool = False
    """Words of the user stand there."""
    choices: tuple[str, ...] = ()
    """Where only some words may stand: these."""


Way = tuple[StepPart, ...]
"""One way of writing a step."""


class StepInfo(Model):
    """One step."""

    keywords: tuple[str, ...]
    """Behind which it may stand: Dengan, Ketika, Maka."""
    ways: Annotated[tuple[Way, ...], Field(min_length=1)]
    """How it is written; the first is the usual one."""
    about: str
    """What it does, in a sentence."""
    argument: Literal["table", "text", "lines"] | None = None
    """What must stand below it."""
    example: str
    """With its keyword, to be copied; has lines where something stands below it."""


class StepTopic(Model):
    """The steps of one topic."""

    name: str
    title: str
    steps: tuple[StepInfo, ...]


class StepList(Model):
    """The steps that a spec may use."""

    schema_: Annotated[Literal["patuh.spec-steps/1"], Field(alias="schema")] = "patuh.spec-steps/1"
    tool: Tool
    lang: Literal["id", "en"]
    """Of the steps and of the words around them."""
    find: str = ""
    """Only steps with these words were asked for."""
    topics: tuple[StepTopic, ...]

    @property
    def count(self) -> int:
        """How many steps there are."""
        return sum(len(topic.steps) for topic in self.topics)
