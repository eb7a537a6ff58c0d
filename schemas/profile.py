"""
`rules/profiles.yaml`: which rules a run uses.

A profile takes over the rules of the one that it extends and adds those that `include` describes, without those that
`exclude` describes. Both describe rules by what the rules say of themselves, so a new rule finds its place without an
edit here; names are for the few exceptions.
"""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from schemas.base import Model
from schemas.report import Confidence, Severity
from schemas.rule import Rule, Texts


class Choice(Model):
    """Rules for which everything that is stated holds; with nothing stated, all rules."""

    severity: tuple[Severity, ...] = ()
    """The gravest severity that the rule can give is one of these."""
    confidence: tuple[Confidence, ...] = ()
    """The confidence of the rule is one of these."""
    component: tuple[str, ...] = ()
    """Components of rules/grading.yaml."""
    rules: tuple[str, ...] = ()
    """Names, or patterns such as ``person/*``."""


class Profile(Model):
    """One set of rules."""

    name: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")]
    title: Texts
    about: Texts
    """Whom it is for; printed by `patuh rules docs`."""
    extends: str | None = None
    """A profile above this one, whose rules it has too."""
    include: Annotated[tuple[Choice, ...], Field(min_length=1)]
    exclude: tuple[Choice, ...] = ()
    """What `include` means without these; never takes a rule away that the extended profile has."""


class Profiles(Model):
    """The whole file."""

    profiles: Annotated[tuple[Profile, ...], Field(min_length=1)]
    """From the fewest rules to all of them."""
    default: str

    @model_validator(mode="after")
    def _whole(self) -> Self:
        seen: list[str] = []
        for profile in self.profiles:
            if profile.name in seen:
                raise ValueError(f"profile {profile.name!r} stands twice")
            if seen and profile.extends not in seen:
                raise ValueError(f"profile {profile.name!r} must extend one above it: {', '.join(seen)}")
            if not seen and profile.extends is not None:
                raise ValueError(f"profile {profile.name!r} is the first and extends nothing")
            seen.append(profile.name)
        if self.default not in seen:
            raise ValueError(f"default: there is no profile {self.default!r}")
        return self


def gravest(rule: Rule) -> Severity:
    """The gravest severity that the rule can give."""
    grades = [variant.severity or rule.severity for variant in rule.variants] or [rule.severity]
    return min(grades, key=lambda severity: severity.rank)
