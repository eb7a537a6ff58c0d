"""
A row of `rules/regulations.yaml`: what is known of one regulation, and how surely.

Days are ISO dates, or only a year or a month where no more is known (``2017``, ``2020-03``): a rule that compares one
takes the last day of that period.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from schemas.base import Model
from schemas.report import Confidence

PartialDay = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
RegulationStatus = Literal["berlaku", "diubah", "dicabut", "tidak_diketahui"]


class Revocation(Model):
    """What ended a regulation, and from which day it is no valid legal basis."""

    regulation: str
    """As printed, with the article: ``UU 23/2014 Pasal 409 huruf b``."""
    effective: PartialDay | None = None
    effective_confidence: Confidence | None = None


class Regulation(Model):
    """One regulation that rules or documents cite."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    """Such as ``permenpanrb-35-2012``; the `regulation` of a rule's source."""
    type: str
    """UU, PP, PERPRES, PERMENDAGRI, PERMENPANRB ..."""
    title: Annotated[str, Field(min_length=1)]
    """Without the type, number and year."""
    confidence: Confidence
    """Of the status claim: high = a source says it, low = memory only, no hard finding may rest on it."""
    sources: Annotated[tuple[str, ...], Field(min_length=1)]
    name: str | None = None
    """Short name as findings print it: ``PermenPANRB 35/2012``; made of type, number and year when left out."""
    issuer: str | None = None
    number: str | None = None
    year: int | None = None
    lembaran: str | None = None
    enacted: PartialDay | None = None
    enacted_confidence: Confidence | None = None
    promulgated: PartialDay | None = None
    promulgated_confidence: Confidence | None = None
    status: RegulationStatus = "tidak_diketahui"
    amended_by: tuple[str, ...] = ()
    latest_amendment: str | None = None
    revoked_by: Revocation | None = None
    lenient_effective: PartialDay | None = None
    """Until this day a document that still cites it is not blamed."""
    horizon_ends: PartialDay | None = None
    """The planning period that it serves ends here."""
    partial: bool = False
    """Only parts of it were revoked."""
    notes: str | None = None

    @property
    def short_name(self) -> str:
        """Such as ``PermenPANRB 35/2012``."""
        if self.name:
            return self.name
        kind = _TYPE_NAMES.get(self.type.upper(), self.type)
        return f"{kind} {self.number}/{self.year}" if self.number and self.year else f"{kind} {self.title}"


_TYPE_NAMES = {
    "PERPPU": "Perppu",
    "PERPRES": "Perpres",
    "PERMENDAGRI": "Permendagri",
    "PERMENPANRB": "PermenPANRB",
    "PERMENPAN": "PermenPAN",
    "KEPMENPAN": "KepmenPAN",
    "PERKABKN": "Perka BKN",
    "PERBAN": "Peraturan Badan",
    "PERDA": "Perda",
    "PERBUP": "Perbup",
    "STANDAR": "Standar",
}
