"""The copy of a checked document with its findings, as a task for a worker."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path

from annotating.annotate import annotated
from annotating.names import copy_name
from annotating.notes import CopySpec
from auditing.document import document_bytes
from portal.work import Tools
from readers.errors import ReadError
from reports.labels import Language
from schemas.report import Report


@dataclass(frozen=True, slots=True)
class Copy:
    """A file with findings."""

    data: bytes
    name: str
    media: str


@dataclass(frozen=True, slots=True)
class MakeCopy:
    """Make it."""

    path: Path
    name: str
    """As the visitor's computer calls it."""
    report: bytes
    """What was found, as `portal.audits.Checked.report`."""
    lang: Language
    as_of: dt.date

    def carried_out(self, tools: Tools) -> Copy | None:
        """Return the copy; None where none can be made of this file."""
        reports = Report.model_validate_json(self.report).documents
        media = reports[0].media
        options = tools.judge(self.lang, self.as_of).options
        try:
            data = document_bytes(self.path, None, options)
            if media is None or hashlib.sha256(data).hexdigest() != reports[0].sha256:
                return None
            spec = CopySpec(self.name, self.as_of, self.lang)
            return Copy(annotated(data, media, reports, spec, options), copy_name(self.name, media), media)
        except (ReadError, OSError):
            return None
