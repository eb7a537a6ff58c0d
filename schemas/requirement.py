"""`rules/requirements.yaml`: what the regulations ask of an SOP, and which rules look after it."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from schemas.base import Model
from schemas.rule import Texts


class Requirement(Model):
    """One thing that a regulation asks."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    regulation: str
    """An id of rules/regulations.yaml."""
    clause: Annotated[str, Field(min_length=1)]
    group: Annotated[str, Field(min_length=1)]
    """Heading under which it is listed."""
    asks: Texts
    rules: tuple[str, ...] = ()
    """Names of the rules that look after it."""
    open: Texts | None = None
    """What no rule looks after, and why not."""

    @model_validator(mode="after")
    def _answered(self) -> Self:
        if not self.rules and self.open is None:
            raise ValueError("name the rules that look after it, or say in 'open' why none does")
        return self


class Requirements(Model):
    """The whole file."""

    requirements: Annotated[tuple[Requirement, ...], Field(min_length=1)]
