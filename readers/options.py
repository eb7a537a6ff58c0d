"""What the organisation decides about how files are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from readers.archive_limits import ArchiveLimits
from readers.limits import SheetLimits
from readers.pdf_limits import PdfLimits
from readers.scan_limits import ScanLimits

OcrChoice = Literal["auto", "rapidocr", "tesseract", "off"]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Limits, and the helpers that may be used; it goes to every worker process."""

    sheets: SheetLimits = field(default_factory=SheetLimits)
    """How much of a workbook or CSV file is taken."""
    pdf: PdfLimits = field(default_factory=PdfLimits)
    """How much of a PDF."""
    scans: ScanLimits = field(default_factory=ScanLimits)
    """How much of pictures, and how they are read."""
    archives: ArchiveLimits = field(default_factory=ArchiveLimits)
    """How much of a ZIP archive of documents."""
    ocr: OcrChoice = "auto"
    """What recognises words in pictures: ``auto`` takes RapidOCR where it is installed, else Tesseract."""
    cache: Path | None = None
    """A folder that keeps what was recognised, so that a page is recognised once; None: it is not kept."""
    trusted_roots: tuple[bytes, ...] = ()
    """Certificates (DER) at which the chain of a digital signature may end."""
    convert: bool = True
    """Whether LibreOffice, where it is installed, may convert DOC, ODT and RTF."""
