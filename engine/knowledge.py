"""What patuh knows beside the document: the tables of `rules/` that facts are made with."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.register import Register
from schemas.akip import Akip


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The tables; each is empty where a caller has none, and then no fact is made that needs it."""

    register: Register = field(default_factory=lambda: Register({}, ()))
    akip: Akip | None = None
    """The criteria of the evaluation of SAKIP."""
