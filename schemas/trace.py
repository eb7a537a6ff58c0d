"""Which scenario proves what: from a rule or an article to the feature files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Trace:
    """One scenario that is about a rule or an article."""

    feature: str
    """Path of the file, as it is shown."""
    scenario: str
    line: int
    flags: bool = False
    """Whether it claims that the rule finds something."""
    clean: bool = False
    """Whether it claims that the rule was judged and is kept."""
    tagged: bool = False


@dataclass(frozen=True, slots=True)
class Traces:
    """All that was found in feature files."""

    rules: Mapping[str, Sequence[Trace]] = field(default_factory=dict)
    """By name of the rule."""
    articles: Mapping[str, Sequence[Trace]] = field(default_factory=dict)
    """By id of the requirement, of those that are tagged with it."""
