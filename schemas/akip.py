"""`rules/akip.yaml`: the criteria of the evaluation of SAKIP, and which SOPs are evidence for one."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from schemas.base import Model

CriterionNo = Annotated[str, Field(pattern=r"^[1-9][a-z]\.[1-9]\d?$")]
"""Sub-component and number, such as ``2a.3``."""
Words = Annotated[str, Field(pattern=r"^[a-z0-9]+( [a-z0-9]+)*$")]
"""Words as they are compared: small letters, single spaces."""


class SubComponent(Model):
    """A sub-component of the evaluation."""

    title: Annotated[str, Field(min_length=1)]
    criteria: Annotated[tuple[Annotated[str, Field(min_length=1)], ...], Field(min_length=1)]
    """What each criterion asks, in few Indonesian words; the first one has the number 1."""


class EvidenceSop(Model):
    """A kind of SOP that an office shows as evidence for criteria; known by the words of its title."""

    title_has: Annotated[tuple[Annotated[tuple[Words, ...], Field(min_length=1)], ...], Field(min_length=1)]
    """Of each list one entry stands in the title, as whole words."""
    title_lacks: tuple[Words, ...] = ()
    """With one of these in the title it is an SOP about something else."""
    evidence_for: Annotated[tuple[CriterionNo, ...], Field(min_length=1)]


class Akip(Model):
    """The criteria and the SOPs that are evidence for them."""

    regulation: str
    """An id of rules/regulations.yaml."""
    subcomponents: dict[Annotated[str, Field(pattern=r"^[1-9][a-z]$")], SubComponent]
    sops: tuple[EvidenceSop, ...] = ()

    @model_validator(mode="after")
    def _known(self) -> Self:
        known = self.criteria
        unknown = sorted({number for sop in self.sops for number in sop.evidence_for if number not in known})
        if unknown:
            raise ValueError(f"no criterion has the number {', '.join(unknown)}")
        return self

    @property
    def criteria(self) -> dict[str, str]:
        """Number -> what is asked."""
        return {
            f"{name}.{number}": asks
            for name, part in self.subcomponents.items()
            for number, asks in enumerate(part.criteria, 1)
        }
