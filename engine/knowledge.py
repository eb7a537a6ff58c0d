"""What patuh knows beside the document: the tables of `rules/` that facts are made with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from schemas.regulation import Regulation


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The tables; each is empty where a caller has none, and then no fact is made that needs it."""

    regulations: Mapping[str, Regulation] = field(default_factory=dict)
    """By id."""
