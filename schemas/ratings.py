"""`rules/ratings.yaml`: the scale by which achievement is rated where a document declares none."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Self

from pydantic import Field, model_validator

from schemas.base import Model

Name = Annotated[str, Field(pattern=r"^[a-z]+( [a-z]+)*$")]
"""Small letters, single spaces."""


class RatingClass(Model):
    """One class; both ends belong to it."""

    low: Decimal | None
    """In percent; null = no lower end."""
    high: Decimal | None
    names: Annotated[tuple[Name, ...], Field(min_length=1)]
    """The words for it, in the sets that offices use."""


class Ratings(Model):
    """The scale."""

    regulation: str
    """An id of rules/regulations.yaml."""
    classes: Annotated[tuple[RatingClass, ...], Field(min_length=2)]
    """From the best to the worst."""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        names = [name for one in self.classes for name in one.names]
        if len(set(names)) < len(names):
            raise ValueError("a name stands in two classes")
        for better, worse in zip(self.classes, self.classes[1:], strict=False):
            if better.low is None or worse.high is None or worse.high > better.low:
                raise ValueError("the classes do not go from the best to the worst")
        return self
