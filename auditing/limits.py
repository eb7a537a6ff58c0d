"""How much one document may cost and by which means it is read, as the settings of the organisation say."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import fields
from pathlib import Path
from typing import TypeVar

from auditing.workers import DOCUMENT_SECONDS, OCR_BYTES, PAGE_SECONDS, WORKER_BYTES, Limits
from engine.settings import OwnSettings, SettingsErrors, settings_fault
from readers.archive_limits import ArchiveLimits
from readers.limits import SheetLimits
from readers.options import ReadOptions
from readers.pdf_limits import PdfLimits
from readers.scan_limits import ScanLimits

T = TypeVar("T")

_MB = 1024 * 1024
_DER = b"\x30"
_PEM = re.compile(rb"-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]{1,100000}?)-----END CERTIFICATE-----")


def read_options(own: OwnSettings) -> ReadOptions:
    """
    How much of a file is read, and by which means.

    Raises:
        SettingsErrors: A certificate cannot be read.
    """
    reading, folder = own.settings.reading, own.path.parent if own.path else Path()
    return ReadOptions(
        sheets=_limits(SheetLimits, own, ""),
        pdf=_limits(PdfLimits, own, "pdf_"),
        scans=_limits(ScanLimits, own, "scan_"),
        archives=_limits(ArchiveLimits, own, "archive_"),
        ocr=reading.ocr or "auto",
        cache=folder / reading.cache if reading.cache else None,
        trusted_roots=tuple(root for name in reading.trusted_roots for root in _certificates(folder / name, own)),
        convert=reading.convert is not False,
    )


def worker_limits(own: OwnSettings) -> Limits:
    """Time and memory for one document."""
    limits = own.settings.limits
    return Limits(
        limits.document_seconds or DOCUMENT_SECONDS,
        limits.worker_memory_mb * _MB if limits.worker_memory_mb is not None else WORKER_BYTES,
        limits.page_seconds or PAGE_SECONDS,
        limits.scan_pages or ScanLimits().pages,
        limits.ocr_memory_mb * _MB if limits.ocr_memory_mb is not None else OCR_BYTES,
    )


def _limits(kind: type[T], own: OwnSettings, prefix: str) -> T:
    """Limits of one kind of file: a setting bears the prefix of the kind before the name of the limit."""
    given = own.settings.limits.model_dump(exclude_none=True)
    names = {field.name for field in fields(kind)}  # type: ignore[arg-type]  # each is a dataclass
    return kind(**{name: given[prefix + name] for name in names if prefix + name in given})


def _certificates(path: Path, own: OwnSettings) -> list[bytes]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _fault(own, f"cannot read {path}: {error.strerror}") from error
    try:
        found = [base64.b64decode(match[1], validate=False) for match in _PEM.finditer(data)]
    except binascii.Error as error:
        raise _fault(own, f"{path} holds a damaged certificate: {error}") from error
    if not found and data.startswith(_DER):
        found = [data]
    if not found:
        raise _fault(own, f"{path} holds no certificate; PEM and DER are read")
    return found


def _fault(own: OwnSettings, message: str) -> SettingsErrors:
    return settings_fault(own, ("reading", "trusted_roots"), message)
