"""What can be taken away of a check: the copy with the findings as notes, and the report."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

from annotating.annotate import annotated
from annotating.names import can_annotate, copy_name
from annotating.notes import CopySpec
from auditing.check import canon, sender
from auditing.copies import fate_of
from auditing.limits import read_options
from auditing.run import tool
from portal.work import Tools
from readers.errors import ReadError
from reports.book import Book
from reports.html.page import write
from reports.labels import Language
from schemas.entry import Entry
from schemas.report import Report


@dataclass(frozen=True, slots=True)
class Taken:
    """A file to be saved by the visitor; or why there is none."""

    name: str
    media: str
    data: bytes
    problem: str = ""
    """Indonesian."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Make the copy of a file that was checked."""

    path: Path
    name: str
    report: bytes
    """What was found: it is not audited again, for recognising pages may take minutes."""
    lang: Language
    as_of: dt.date

    def carried_out(self, tools: Tools) -> Taken:
        """Write the notes into it."""
        reports = Report.model_validate_json(self.report).documents
        media = reports[0].media if reports else None
        if media is None or not can_annotate(media) or fate_of(reports) is not None:
            return Taken(self.name, "", b"", "berkas ini tidak dinilai.")
        data = self.path.read_bytes()
        if hashlib.sha256(data).hexdigest() != reports[0].sha256:
            return Taken(self.name, "", b"", "berkasnya sudah berubah. Periksa lagi.")
        spec = CopySpec(self.name, self.as_of, self.lang)
        try:
            made = annotated(data, media, reports, spec, read_options(tools.choice.own))
        except ReadError as error:
            return Taken(self.name, "", b"", error.message)
        return Taken(copy_name(self.name, media), media, made)


@dataclass(frozen=True, slots=True)
class ReportPage:
    """Make the report of a check as one HTML file that needs no server."""

    name: str
    report: bytes
    lang: Language

    def carried_out(self, tools: Tools) -> Taken:
        """Write it."""
        report, pack = Report.model_validate_json(self.report), tools.pack()
        book = Book(
            tool=tool(),
            rules=report.rules,
            as_of=report.as_of,
            masked=report.masked,
            summary=report.summary,
            unknown=sum(one.kind == "unknown" and not one.errors for one in report.documents),
            canon=canon(pack, tools.chosen.names),
            sender=sender(tools.choice.own),
            lang=self.lang,
            entries=lambda: iter([Entry(report=one) for one in report.documents]),
            clerk=True,
        )
        stream = io.BytesIO()
        write(book, stream)
        return Taken(f"{Path(self.name).stem}.laporan.html", "text/html; charset=utf-8", stream.getvalue())
