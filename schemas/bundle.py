"""What a bundle of evidence says of itself: ``manifest.json``, schema `patuh.bundle/1`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Final, Literal

from pydantic import Field

from schemas.base import Model
from schemas.report import Summary, Tool

BUNDLE_SCHEMA: Final = "patuh.bundle/1"

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256, in lower-case hexadecimal digits."""
Count = Annotated[int, Field(ge=0, le=2**63 - 1)]
Fault = Literal[
    "", "password", "unsafe-name", "duplicate", "link", "overlap", "unpacks-too-large", "too-large", "method"
]


class BundleEntry(Model):
    """One file in the bundle."""

    name: str
    sha256: Digest
    bytes: Count


class BundleArchive(Model):
    """A ZIP archive of which documents were audited."""

    path: str | None
    """As the report shows it; None in a bundle whose report is masked."""
    sha256: Digest
    bytes: Count
    entry: str | None = None
    """Where it lies in the bundle."""


class ArchiveMember(Model):
    """Which document of an archive is meant."""

    archive: Count
    """0-based place in `Manifest.archives`."""
    place: Count
    """Byte of the archive at which its line of the directory begins."""
    fault: Fault = ""
    """Why it was not read; empty for nothing."""


class BundleInput(Model):
    """One file that was audited."""

    path: str
    """As the report shows it."""
    documents: Annotated[int, Field(ge=1)]
    """How many documents of the report are of this file: those that follow those of the file before."""
    sha256: Digest | None
    """None: its bytes could not be read."""
    bytes: Count | None
    entry: str | None = None
    """Where it lies in the bundle; None where it does not, or lies in an archive."""
    member: ArchiveMember | None = None
    """None: it lay in no archive."""


class BundleReport(Model):
    """A report in another format."""

    entry: str
    format: str


class BundleRules(Model):
    """The whole rule pack, as it was used."""

    digest: Digest
    """As in the report."""
    folders: tuple[str, ...]
    """Folders in the bundle: the rules of patuh, then those of the organisation."""
    tables: dict[str, str] = {}
    """Tables of the organisation that lie in no folder: the name of such a table in rules/, and where it lies."""


class BundleOwn(Model):
    """The settings of the organisation."""

    file: str | None = None
    """patuh.toml in the bundle; None where none was used."""
    trusted_roots: tuple[str, ...] = ()
    """The certificates of `reading.trusted_roots`, in its order."""


class BundleOptions(Model):
    """What the command line asked for, as far as it decides on the report."""

    lang: Literal["id", "en"]
    profile: str | None = None
    """None: that of the settings, else the default."""
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    masked: bool = False
    annotated: bool = False
    """Annotated copies were written too; a report tells where that failed."""
    since: str | None = None
    """The earlier report, with which this one is compared, in the bundle."""


class Manifest(Model):
    """The whole of it."""

    schema_: Literal["patuh.bundle/1"] = Field(
        default="patuh.bundle/1", serialization_alias="schema", validation_alias="schema"
    )
    tool: Tool
    code: Digest
    """Of the program's own files, rules left out."""
    python: str
    libraries: dict[str, str]
    """Name and version of each that takes part; those that are not installed are left out."""
    as_of: dt.date
    options: BundleOptions
    rules: BundleRules
    settings: BundleOwn
    report: str
    """The JSON report."""
    reports: tuple[BundleReport, ...] = ()
    summary: Summary
    """As in the report."""
    archives: tuple[BundleArchive, ...] = ()
    inputs: tuple[BundleInput, ...]
    entries: tuple[BundleEntry, ...]
    """All files of the bundle but the manifest, in their order."""
