"""`patuh.toml`: what an organisation decides for itself."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Final, Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, StrictBool, StrictInt, StrictStr, field_validator, model_validator

from schemas.base import Model
from schemas.report import Severity

MAX_WORKDAY = 24 * 60
MAX_LIMIT = 64 * 1024**3
"""Bytes that a limit of bytes may be raised to."""

Words = Annotated[str, Field(min_length=1)]
FailOn = Literal["critical", "major", "minor", "advice", "never"]


class Organisation(Model):
    """Who audits."""

    name: Words | None = None
    """As reports name it: ``Inspektorat Kabupaten ...``."""
    government: Words | None = None
    """The first line of its letterhead: ``Pemerintah Kabupaten ...``."""
    address: Words | None = None
    """Street, telephone, e-mail, as the letterhead has them; lines are parted by line ends."""
    place: Words | None = None
    """Where reports are signed."""
    logo: Words | None = None
    """A picture (PNG or JPEG) for the letterhead, relative to patuh.toml."""


class Signatory(Model):
    """Who signs a report."""

    position: Words
    name: Words | None = None
    rank: Words | None = None
    nip: Words | None = None


class ReportSettings(Model):
    """What stands in the report of results (LHE) besides the results."""

    number: Words | None = None
    """Of the report; room is left for it when left out."""
    period: Words | None = None
    """When the evaluation was carried out, in words."""
    mandate: Words | None = None
    """The letter of assignment (surat tugas) that it was carried out by."""
    addressee: Words | None = None
    """To whom the report goes: ``Bupati ...``."""
    signatory: Signatory | None = None
    team: tuple[Words, ...] = ()
    """The names of those who evaluated."""


class BundleSettings(Model):
    """How bundles of evidence are signed and trusted."""

    key: Words | None = None
    """The private key that signs, relative to patuh.toml; that of the user when left out."""
    trusted: tuple[Words, ...] = ()
    """Files of public keys, relative to patuh.toml, whose bundles are trusted."""


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


class LimitSettings(Model):
    """
    What one document may cost, and how much of a workbook or CSV file is read.

    None of it changes a verdict: beyond a limit the document has a named error and no verdict.
    """

    document_seconds: Annotated[StrictInt, Field(ge=1, le=86_400)] | None = None
    """Seconds that one document may take; 60 when left out."""
    worker_memory_mb: Annotated[StrictInt, Field(ge=512, le=1_048_576)] | None = None
    """Memory of a worker process in MB; 1536 when left out."""
    page_seconds: Annotated[StrictInt, Field(ge=1, le=86_400)] | None = None
    """Seconds more for each page whose words are recognised; 30 when left out."""
    ocr_memory_mb: Annotated[StrictInt, Field(ge=512, le=1_048_576)] | None = None
    """Memory in MB of a worker process that recognises words; 2560 when left out."""
    workbook_bytes: Annotated[StrictInt, Field(ge=1024, le=MAX_LIMIT)] | None = None
    """Bytes of an XLSX, XLS or ODS file; 67108864 (64 MB) when left out."""
    csv_bytes: Annotated[StrictInt, Field(ge=1024, le=MAX_LIMIT)] | None = None
    """Bytes of a CSV file; 268435456 (256 MB) when left out."""
    unpacked_bytes: Annotated[StrictInt, Field(ge=1024, le=MAX_LIMIT)] | None = None
    """Bytes that a packed file unpacks to; 536870912 (512 MB) when left out."""
    parts: Annotated[StrictInt, Field(ge=1, le=1_000_000)] | None = None
    """Parts of a packed file; 2000 when left out."""
    rows: Annotated[StrictInt, Field(ge=1, le=100_000_000)] | None = None
    """Rows of a sheet; 1048576 when left out."""
    columns: Annotated[StrictInt, Field(ge=1, le=16_384)] | None = None
    """Columns of a sheet; 512 when left out."""
    cells: Annotated[StrictInt, Field(ge=1, le=1_000_000_000)] | None = None
    """Cells with content of a CSV file; 20000000 when left out."""
    workbook_cells: Annotated[StrictInt, Field(ge=1, le=1_000_000_000)] | None = None
    """Cells with content of all sheets of a workbook; 5000000 when left out."""
    sheets: Annotated[StrictInt, Field(ge=1, le=100_000)] | None = None
    """Sheets of a workbook; 200 when left out."""
    pdf_bytes: Annotated[StrictInt, Field(ge=1024, le=MAX_LIMIT)] | None = None
    """Bytes of a PDF; 67108864 (64 MB) when left out."""
    pdf_pages: Annotated[StrictInt, Field(ge=1, le=100_000)] | None = None
    """Pages of a PDF; 1000 when left out."""
    scan_bytes: Annotated[StrictInt, Field(ge=1024, le=MAX_LIMIT)] | None = None
    """Bytes of a picture file; 67108864 (64 MB) when left out."""
    scan_pages: Annotated[StrictInt, Field(ge=1, le=100_000)] | None = None
    """Pages of one file whose words are recognised in pictures; 200 when left out."""
    scan_pixels: Annotated[StrictInt, Field(ge=100_000, le=400_000_000)] | None = None
    """Pixels of one page; 40000000 when left out."""
    archive_bytes: Annotated[StrictInt, Field(ge=1024, le=MAX_LIMIT)] | None = None
    """Bytes of a ZIP archive of documents; 1073741824 (1 GB) when left out."""
    archive_entries: Annotated[StrictInt, Field(ge=1, le=100_000)] | None = None
    """Entries of an archive; 10000 when left out."""
    archive_unpacked_bytes: Annotated[StrictInt, Field(ge=1024, le=MAX_LIMIT)] | None = None
    """Bytes that all of an archive unpacks to; 4294967296 (4 GB) when left out."""
    archive_entry_bytes: Annotated[StrictInt, Field(ge=1024, le=MAX_LIMIT)] | None = None
    """Bytes that one document of an archive unpacks to; 268435456 (256 MB) when left out."""
    archive_ratio: Annotated[StrictInt, Field(ge=2, le=1_100)] | None = None
    """How many times its packed size a document of an archive may unpack to; 200 when left out."""


class ReadingSettings(Model):
    """By which means files are read."""

    ocr: Literal["auto", "rapidocr", "tesseract", "off"] | None = None
    """What recognises words in pictures; auto (RapidOCR where it is installed, else Tesseract) when left out."""
    cache: Words | None = None
    """A folder, relative to patuh.toml, that keeps the words recognised in a page; not kept when left out."""
    trusted_roots: tuple[Words, ...] = ()
    """Files of certificates (PEM or DER), relative to patuh.toml, that digital signatures must lead to."""
    convert: StrictBool | None = None
    """False: LibreOffice is never asked to convert DOC, ODT and RTF."""


class NightlySettings(Model):
    """What `patuh nightly` and the commands on its store work with when their command line does not say otherwise."""

    archive: Words | None = None
    """The folder of the archive, relative to patuh.toml."""
    store: Words | None = None
    """Where runs are kept: a URL (``postgresql+psycopg:///patuh``), or a file of SQLite relative to patuh.toml."""
    waivers: Words | None = None
    """waivers.yaml, relative to patuh.toml."""
    digest: Words | None = None
    """The HTML file, relative to patuh.toml, that the digest of each night is written to."""
    metrics: Words | None = None
    """The file, relative to patuh.toml, that the metrics of each night are written to."""


MailSecurity = Literal["starttls", "tls", "none"]
_PORTS: Final[dict[MailSecurity, int]] = {"starttls": 587, "tls": 465, "none": 25}
_THIS_MACHINE: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_ADDRESS: Final = r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$"
Address = Annotated[str, Field(pattern=_ADDRESS, max_length=254)]
"""A bare address of e-mail: ``pengawasan@inspektorat.example``."""


class MailSettings(Model):
    """By which server, from whom and to whom the digest is sent; no `host`: it is not sent."""

    host: Words | None = None
    """The mail server."""
    port: Annotated[StrictInt, Field(ge=1, le=65_535)] | None = None
    """587 for starttls, 465 for tls, 25 for none when left out."""
    security: MailSecurity = "starttls"
    """none: without encryption, for a server on this machine only."""
    user: Words | None = None
    """Who logs in; without it nobody does."""
    password_env: Words | None = None
    """The environment variable that holds the password."""
    password_file: Words | None = None
    """The file that holds it, relative to patuh.toml."""
    from_: Address | None = Field(default=None, validation_alias="from", serialization_alias="from")
    to: tuple[Address, ...] = ()
    ca: Words | None = None
    """A file of certificates (PEM), relative to patuh.toml, that the server's leads to; else those of the system."""
    mask: StrictBool = True
    """Leave NIPs, names of persons and quoted words out of the mail: it leaves the building."""

    @property
    def port_number(self) -> int:
        """The port to connect to."""
        return self.port or _PORTS[self.security]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.host is None:
            return self
        if self.from_ is None or not self.to:
            raise ValueError("a mail has a sender and receivers: add from = '...' and to = ['...']")
        if self.security == "none" and self.host not in _THIS_MACHINE:
            raise ValueError("security = 'none' is for a server on this machine (localhost): use 'starttls' or 'tls'")
        passwords = [self.password_env, self.password_file].count(None)
        if (self.user is None) != (passwords == 2) or passwords == 0:
            raise ValueError("user goes with one of password_env and password_file")
        return self


class OidcSettings(Model):
    """A server at which auditors sign in (OpenID Connect); no `issuer`: they sign in with a password alone."""

    issuer: Annotated[str, Field(pattern=r"^https?://[^\s]+$")] | None = None
    """Its address, below which ``.well-known/openid-configuration`` is."""
    client_id: Words | None = None
    client_secret_env: Words | None = None
    """The environment variable that holds the secret of this client."""
    client_secret_file: Words | None = None
    """The file that holds it, relative to patuh.toml."""
    claim: Words = "preferred_username"
    """What the server tells of a person that is the name of the account here."""
    title: Words | None = None
    """What the button says: ``Masuk dengan akun ASN``."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.issuer is None:
            return self
        if self.issuer.startswith("http:") and urlsplit(self.issuer).hostname not in _THIS_MACHINE:
            raise ValueError("an issuer elsewhere is asked over https: write issuer = 'https://...'")
        if self.client_id is None or (self.client_secret_env is None) == (self.client_secret_file is None):
            raise ValueError("issuer goes with client_id and one of client_secret_env and client_secret_file")
        return self


class PortalSettings(Model):
    """The self-check page (`patuh serve`): how much it takes, from whom, and for how long."""

    url: Annotated[str, Field(pattern=r"^https?://[^\s/]+$")] | None = None
    """How browsers call it, ``https://patuh.kabupaten.example``; as they ask when left out."""
    upload_mb: Annotated[StrictInt, Field(ge=1, le=4096)] = 64
    """MB of all files of one upload."""
    files: Annotated[StrictInt, Field(ge=1, le=100)] = 10
    """Files of one upload."""
    workers: Annotated[StrictInt, Field(ge=1, le=64)] | None = None
    """Processes that check documents; one a processor when left out."""
    quick_seconds: Annotated[StrictInt, Field(ge=1, le=600)] = 5
    """A document that takes longer waits for a process that is kept for such documents, so that others go on."""
    waiting: Annotated[StrictInt, Field(ge=1, le=10_000)] = 200
    """Documents that may wait; more are refused until some are done."""
    waiting_of_one: Annotated[StrictInt, Field(ge=1, le=10_000)] = 20
    """Of these those of one visitor."""
    checks_per_minute: Annotated[StrictInt, Field(ge=1, le=100_000)] = 60
    """Uploads from one address."""
    keep_minutes: Annotated[StrictInt, Field(ge=1, le=24 * 60)] = 60
    """For how long the result of a check can be looked at; then it is gone with the file."""
    keep_mb: Annotated[StrictInt, Field(ge=16, le=1_048_576)] = 1024
    """MB of all files that are looked at; the oldest go first when there are more."""
    scratch: Words | None = None
    """The folder, relative to patuh.toml, in which they lie meanwhile; that of the system for temporary files."""
    hand_in: StrictBool = True
    """Whether documents can be handed in, where there is an archive and a store."""
    api: Literal["token", "open", "off"] = "token"
    """Whether other programs may ask: with a token, without one, or not at all."""
    idle_minutes: Annotated[StrictInt, Field(ge=1, le=24 * 60)] = 30
    """After so many minutes without a click an auditor signs in again."""
    session_hours: Annotated[StrictInt, Field(ge=1, le=24)] = 10
    """And after so many hours in any case."""
    proxies: tuple[Words, ...] = ()
    """Addresses of reverse proxies that are believed when they say whose request it is."""
    oidc: OidcSettings = OidcSettings.model_construct()

    @field_validator("proxies")
    @classmethod
    def _named(cls, given: tuple[str, ...]) -> tuple[str, ...]:
        """Believing everybody is worse than believing nobody."""
        import ipaddress  # noqa: PLC0415 - most settings name no proxy

        for one in given:
            try:
                network = ipaddress.ip_network(one, strict=False)
            except ValueError as error:
                raise ValueError(f"{one!r} is no address of a proxy, such as '127.0.0.1' or '10.1.0.0/16'") from error
            if network.prefixlen == 0:
                raise ValueError(f"{one!r} is everybody: name the address of the proxy")
        return given


class Settings(Model):
    """The whole file."""

    organisation: Organisation = Organisation.model_construct()
    check: CheckSettings = CheckSettings.model_construct()
    limits: LimitSettings = LimitSettings.model_construct()
    reading: ReadingSettings = ReadingSettings.model_construct()
    report: ReportSettings = ReportSettings.model_construct()
    bundle: BundleSettings = BundleSettings.model_construct()
    own: OwnFiles = OwnFiles.model_construct()
    nightly: NightlySettings = NightlySettings.model_construct()
    mail: MailSettings = MailSettings.model_construct()
    portal: PortalSettings = PortalSettings.model_construct()
    rules: dict[str, RuleSettings] = {}
    """By name or code of the rule."""
