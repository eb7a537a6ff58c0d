"""`patuh.toml`: what an organisation decides for itself."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import Field, StrictBool, StrictInt, StrictStr, model_validator

from schemas.base import Model
from schemas.report import Severity

MAX_WORKDAY = 24 * 60

Words = Annotated[str, Field(min_length=1)]
FailOn = Literal["critical", "major", "minor", "advice", "never"]


class Organisation(Model):
    """Who audits."""

    name: Words | None = None
    """As reports name it: ``Inspektorat Kabupaten ...``."""


class CheckSettings(Model):
    """What `patuh check` does when its command line does not say otherwise."""

    profile: Words | None = None
    """A profile of rules/profiles.yaml."""
    fail_on: FailOn | None = None
    """Exit code 1 when there is a finding as grave as this, or graver."""
    as_of: dt.date | None = None
    """The day on which documents are judged; the day of the run when left out."""
    lang: Literal["id", "en"] | None = None
    jobs: Annotated[StrictInt, Field(ge=1, le=64)] | None = None
    """Worker processes."""
    workday_minutes: Annotated[StrictInt, Field(ge=60, le=MAX_WORKDAY)] | None = None
    """Minutes of a working day, for times that are stated in days; 450 when left out."""


class OwnFiles(Model):
    """Files of the organisation, relative to the folder of patuh.toml."""

    rules: Words | None = None
    """A folder of rules, of the shape of rules/."""
    regulations: Words | None = None
    """Regulations (Perda, Perbup), in the form of rules/regulations.yaml."""
    glossary: Words | None = None
    """Words of the organisation, in the form of rules/glossary.yaml."""


class RuleSettings(Model):
    """What is different about one rule."""

    enabled: StrictBool | None = None
    """False switches the rule off, true takes it in although the profile leaves it out."""
    reason: Words | None = None
    """Why; reports print it. Wanted when the rule is switched off."""
    severity: Severity | None = None
    """Of every finding of the rule, its variants included."""
    params: dict[str, StrictInt | StrictStr] = {}
    """Parameters of the rule by name."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.enabled is False and not (self.reason or "").strip():
            raise ValueError("a rule is switched off with a reason: add reason = '...'")
        return self


class Settings(Model):
    """The whole file."""

    organisation: Organisation = Organisation.model_construct()
    check: CheckSettings = CheckSettings.model_construct()
    own: OwnFiles = OwnFiles.model_construct()
    rules: dict[str, RuleSettings] = {}
    """By name or code of the rule."""
