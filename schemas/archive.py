"""`archive.yaml` and `waivers.yaml`: what an archive holds, and which findings are let pass for a time."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from schemas.base import Model

Words = Annotated[str, Field(min_length=1)]
Sort = Literal["sop", "agreement", "plan", "report"]
"""
sop        standard operating procedure
agreement  Perjanjian Kinerja
plan       Rencana Aksi, Rencana Kerja
report     Laporan Kinerja (LKjIP), of a year or a quarter
"""


class Office(Model):
    """An office whose documents the archive holds."""

    name: Words
    folders: Annotated[tuple[Words, ...], Field(min_length=1)]
    """Relative to the archive; ``*`` stands for part of a name, ``**`` for any folders."""
    also: tuple[Words, ...] = ()
    """Other names by which documents call it."""
    type: Words | None = None
    """What it is, such as ``kecamatan``: `required` says which SOPs such an office must have."""


class FolderSort(Model):
    """Names of folders or files that tell what a document is."""

    sort: Sort
    names: Annotated[tuple[Words, ...], Field(min_length=1)]


class Due(Model):
    """What every office hands in, and when."""

    sort: Sort
    per: Literal["year", "quarter"]
    since: int
    """The first year for which it is due."""
    days: Annotated[int, Field(ge=0, le=366)]
    """After the end of the year or quarter; an agreement is counted from the beginning of the year."""
    types: tuple[Words, ...] = ()
    """Only for offices of these types; for all when left out."""


class Required(Model):
    """An SOP that an office must have."""

    title: Words
    """The subject: ``pengumpulan data kinerja``."""
    types: tuple[Words, ...] = ()
    """As `Due.types`."""


class ArchiveLayout(Model):
    """The whole of `archive.yaml`."""

    offices: tuple[Office, ...] = ()
    office_folders: tuple[Words, ...] = ()
    """Folders each of whose subfolders is an office of that name: ``kecamatan`` for ``kecamatan/sukamaju/``."""
    sorts: tuple[FolderSort, ...] = ()
    due: tuple[Due, ...] = ()
    required: tuple[Required, ...] = ()


class Waiver(Model):
    """A finding that is let pass for a time."""

    rule: Words
    """Name, code or pattern of rules."""
    office: Words | None = None
    path: Words | None = None
    """Relative to the archive; ``*`` and ``**`` as in `Office.folders`."""
    fingerprint: Words | None = None
    reason: Words
    by: Words
    until: dt.date
    """The last day on which it holds."""


class Waivers(Model):
    """The whole of `waivers.yaml`."""

    waivers: tuple[Waiver, ...] = ()


class Belonging(Model):
    """Where a document of an archive belongs."""

    office: str | None = None
    """None = of no known office."""
    year: int | None = None
    sort: Sort | None = None
    told: Literal["folder", "document", "nothing"] = "nothing"
    """By what the office is known."""
