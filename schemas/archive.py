"""`archive.yaml` and `waivers.yaml`: what an archive holds, and which findings are let pass for a time."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from schemas.base import Model, Small, record

FIRST_YEAR = 2000
"""Nothing older is asked for: the laws of performance accountability are younger."""
LAST_YEAR = 2099

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]
Sort = Literal["sop", "agreement", "plan", "report"]
"""
sop        standard operating procedure
agreement  Perjanjian Kinerja
plan       Rencana Aksi, Rencana Kerja
report     Laporan Kinerja (LKjIP), of a year or a quarter
"""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _written_day(given: Any) -> Any:
    """Refuse what else passes for a date: a number would be taken for seconds since 1970."""
    if not isinstance(given, dt.date) and not (isinstance(given, str) and _DAY.fullmatch(given)):
        raise ValueError("a day is wanted here, written as 2026-12-31")
    if str(given) > f"{LAST_YEAR}-12-31":
        raise ValueError(f"a day no later than {LAST_YEAR}-12-31 is wanted here")
    return given


Day = Annotated[dt.date, BeforeValidator(_written_day)]


class Office(Model):
    """An office whose documents the archive holds."""

    name: Words
    folders: Annotated[tuple[Words, ...], Field(min_length=1)]
    """Relative to the archive; ``*`` stands for part of a name, ``**`` for any folders."""
    also: tuple[Words, ...] = ()
    """Other names by which documents call it."""
    type: Words | None = None
    """What it is, such as ``kecamatan``: `due` and `required` say what such an office must have."""
    within: Words | None = None
    """The office that it is part of: documents that name that one are not in the wrong folder."""
    since: Year | None = None
    """The first year for which it hands anything in; as old as the archive when left out."""
    until: Year | None = None
    """The last year for which it does, for an office that was dissolved."""


class OfficeFolder(Model):
    """A folder each of whose subfolders is an office."""

    folder: Words
    """Relative to the archive, ``.`` for the archive itself; ``*`` and ``**`` as in `Office.folders`."""
    called: Words = "*"
    """What its offices are called, ``*`` standing for the name of the subfolder: ``Kecamatan *``."""
    type: Words | None = None
    """Of each of them, as `Office.type`."""


class FolderSort(Model):
    """Names of folders or files that tell what a document is."""

    sort: Sort
    names: Annotated[tuple[Words, ...], Field(min_length=1)]
    """Words that stand together in the name of a folder or file, capitals aside: ``perjanjian kinerja``."""


class Due(Model):
    """What every office hands in, and when."""

    sort: Literal["agreement", "plan", "report"]
    per: Literal["year", "quarter"] = "year"
    since: Year
    """The first year for which it is due."""
    days: Annotated[int, Field(ge=0, le=366)]
    """After the last day of the period of a report, after the first day of that of an agreement or plan."""
    types: tuple[Words, ...] = ()
    """Only for offices of these types; for all when left out."""

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        if self.sort == "agreement" and self.per == "quarter":
            raise ValueError("an agreement is due per year")
        return self


class Required(Model):
    """An SOP that an office must have."""

    title: Words
    """The subject: ``pengumpulan data kinerja``."""
    types: tuple[Words, ...] = ()
    """As `Due.types`."""


class ArchiveLayout(Model):
    """The whole of `archive.yaml`."""

    offices: tuple[Office, ...] = ()
    office_folders: tuple[OfficeFolder, ...] = ()
    """Where neither these nor `offices` are given, each folder of the archive is an office."""
    sorts: tuple[FolderSort, ...] = ()
    due: tuple[Due, ...] = ()
    required: tuple[Required, ...] = ()


class Waiver(Model):
    """A finding that is let pass for a time."""

    rule: Words
    """Name, code or pattern of rules."""
    office: Words | None = None
    """As `archive.yaml` names it; every office when left out."""
    path: Words | None = None
    """Relative to the archive, a file or a folder; ``*`` and ``**`` as in `Office.folders`."""
    fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")] | None = None
    """Of one finding, as reports show it."""
    reason: Words
    by: Words
    """Who decided it."""
    until: Day
    """The last day on which it holds."""


class Waivers(Model):
    """The whole of `waivers.yaml`."""

    waivers: tuple[Waiver, ...] = ()


class GrantedWaiver(Waiver):
    """A waiver that was granted on the page."""

    number: int
    """By which the page and the digest call it."""


class StoredWaivers(Waivers):
    """What let findings pass in a run, as it is stored with it."""

    granted: tuple[GrantedWaiver, ...] = ()
    answers: int = 0
    """Number of the last answer of an auditor that the run knew of."""


@record
class Belonging(Small):
    """Where a document of an archive belongs."""

    office: str | None = None
    """None = of no known office."""
    year: int | None = None
    sort: Sort | None = None
    told: Literal["folder", "document", "nothing"] = "nothing"
    """By what the office is known."""
    named: str | None = None
    """The other office that the document says it is of, where its folder is that of `office`: a wrong folder?"""
