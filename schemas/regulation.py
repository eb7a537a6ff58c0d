"""
The register of regulations, `rules/regulations.yaml`: what is known of each regulation, and how surely.

Days are ISO dates, or only a year or a month where no more is known (``2017``, ``2020-03``): a comparison takes the
last day of that period, so that nobody is blamed for a day that is not known.
"""

from __future__ import annotations

import calendar
import datetime as dt
from functools import lru_cache
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from schemas.base import Model
from schemas.report import Confidence

PartialDay = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
RegulationStatus = Literal["berlaku", "diubah", "dicabut", "tidak_diketahui"]
Named = Annotated[str, Field(min_length=3)]
"""A regulation by its short name: ``UU 23/2014``."""


@lru_cache(maxsize=1024)
def last_day(day: str) -> dt.date:
    """
    Return the last day of a partial day.

    Raises:
        ValueError: there is no such day.
    """
    year, month, number = (int(part) for part in [*day.split("-"), "0", "0"][:3])
    month = month or 12
    if not 1 <= month <= 12:
        raise ValueError(f"{day}: there is no month {month}")
    return dt.date(year, month, number or calendar.monthrange(year, month)[1])


class _Dated(Model):
    @model_validator(mode="after")
    def _real_days(self) -> Self:
        for name in ("effective", "lenient", "enacted", "promulgated", "horizon_ends"):
            day = getattr(self, name, None)
            if day is not None:
                last_day(day)
        return self


class Change(_Dated):
    """A regulation that changes another one, in whole or in part."""

    regulation: Named
    effective: PartialDay | None = None
    """From this day on."""
    clause: str | None = None
    confidence: Confidence = Confidence.HIGH
    effective_confidence: Confidence | None = None
    """Of the day; as `confidence` when left out."""
    ordinal: int | None = None
    """1 for Perubahan (Pertama), 2 for Perubahan Kedua ..., where its title says so."""
    partial: bool = False
    """It only revokes or replaces single articles: right when cited as the last change, not demanded."""
    made_law_by: Named | None = None
    """The law that confirms a Perppu; both names are right."""
    note: str | None = None


class Revocation(_Dated):
    """What ended a regulation, and from which day it is no valid legal basis."""

    regulation: Named
    clause: str | None = None
    effective: PartialDay | None = None
    effective_confidence: Confidence | None = None
    lenient: PartialDay | None = None
    """Until this day the old rules lived on in part, and nobody is blamed for citing them."""
    partial: bool = False
    """Only parts of it were revoked."""


class Expectation(Model):
    """A regulation that an SOP of some subject is expected to cite."""

    subject: Literal["sop", "sakip", "sakip-evaluation"]
    """sop = every SOP; sakip = on performance planning, measurement, reporting; sakip-evaluation = on evaluating it."""
    instead: tuple[Named, ...] = ()
    """Regulations that do as well."""


class Regulation(_Dated):
    """One regulation that rules or documents cite."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    """Such as ``permenpanrb-35-2012``; the `regulation` of a rule's source."""
    type: str
    """A code of the table `types`: UU, PP, PERPRES, PERMENDAGRI ..."""
    title: Annotated[str, Field(min_length=1)]
    """Without the type, number and year."""
    confidence: Confidence
    """Of the status: high = a source says it, low = memory only; only on high rests a firm finding."""
    sources: Annotated[tuple[str, ...], Field(min_length=1)]
    """Free words, or ``KEY`` or ``KEY: words`` with a key of the table `sources`."""
    name: str | None = None
    """Short name as findings print it, ``PermenPANRB 35/2012``; made of the type when left out."""
    also_titled: tuple[str, ...] = ()
    """Other wordings of the title that are right, too."""
    region: str | None = None
    """Of a local regulation: ``Kabupaten Seruni``."""
    issuer: str | None = None
    """A name of the table `issuers`."""
    number: str | None = None
    year: int | None = None
    gazette: str | None = None
    enacted: PartialDay | None = None
    enacted_confidence: Confidence | None = None
    promulgated: PartialDay | None = None
    promulgated_confidence: Confidence | None = None
    status: RegulationStatus = "tidak_diketahui"
    amends: Named | None = None
    """The regulation that this one changes."""
    amended_by: tuple[Change, ...] = ()
    """In the order of their days."""
    revoked_by: Revocation | None = None
    replaced_by: tuple[Named, ...] = ()
    """What regulates its subject now."""
    overtaken_by: Named | None = None
    """A later regulation of the same subject where no revocation is known: stale, never revoked."""
    horizon_ends: PartialDay | None = None
    """The planning period that it serves ends here."""
    expected: Expectation | None = None
    notes: str | None = None

    @property
    def short_name(self) -> str:
        """Such as ``PermenPANRB 35/2012``."""
        if self.name:
            return self.name
        return f"{self.type} {self.number}/{self.year}" if self.number and self.year else f"{self.type} {self.title}"

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if (self.status == "dicabut") != (self.revoked_by is not None):
            raise ValueError("status dicabut and revoked_by go together")
        days = [last_day(change.effective) for change in self.amended_by if change.effective]
        if days != sorted(days):
            raise ValueError("amended_by must be in the order of its days")
        return self


class RegulationType(Model):
    """A kind of regulation."""

    code: str
    short: str
    """As findings print it: ``Permendagri``."""
    name: str
    """Written out: ``Peraturan Menteri Dalam Negeri``."""
    rank: Annotated[int, Field(ge=1, le=20)]
    """1 is the highest (UU 12/2011 Pasal 7 and 8)."""
    local: bool = False
    """Of a region, whose name belongs to it."""
    aliases: tuple[str, ...] = ()
    """Other short forms."""


class Issuer(Model):
    """Who makes regulations."""

    name: str
    """As the rows name it: ``Menteri PAN dan RB``."""
    full: str | None = None
    """Written out, where the name is short."""
    aliases: tuple[str, ...] = ()
    """Other names in use: ``Menpan RB``."""


class RegisterFile(Model):
    """`regulations.yaml` of the pack, or of an organisation that adds its own regulations."""

    schema_: Literal[2] = Field(default=2, alias="schema")
    as_of: dt.date | None = None
    """The day of the research."""
    sources: dict[str, str] = {}
    types: tuple[RegulationType, ...] = ()
    issuers: tuple[Issuer, ...] = ()
    regulations: tuple[Regulation, ...]
