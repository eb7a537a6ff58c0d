"""The audit of one uploaded file, as a task for a worker."""

from __future__ import annotations

import datetime as dt
import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from annotating.names import can_annotate
from auditing.document import Judge, audit_entries, failed_document
from auditing.files import Input, select
from auditing.run import failure_problem
from auditing.selection import Selection
from auditing.view import View
from auditing.workers import Failure
from portal.drawn import Drawn
from portal.work import Tools, program
from reports.json import JsonReport
from reports.labels import Language
from reports.tally import SEVERITIES, Figures, Tally, figures
from schemas.entry import Entry
from schemas.report import DocumentReport

_LEVEL: Final = 1
"""Of compression: reports repeat themselves."""
_LINE_BYTES: Final = 1024
"""What a `Line` takes in memory."""


@dataclass(frozen=True, slots=True)
class Line:
    """One document of an upload in one line."""

    path: str
    part: int | None
    kind: str
    title: str | None
    unit: str | None
    score: str | None
    """A decimal number."""
    grade: str | None
    verdict: str | None
    counts: tuple[int, ...]
    """Findings, in the order of `reports.tally.SEVERITIES`."""
    errors: tuple[str, ...]
    """Why it could not be audited; Indonesian."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the audit of one file gave."""

    packed: bytes
    """`report`, compressed: that of a ZIP of 3 MB may be 130 MB."""
    size: int
    """Of `report`, in bytes."""
    lines: tuple[Line, ...]
    sha256: str
    """Of the file, in hex."""
    digest: str
    """Of the rules."""
    profile: str
    as_of: dt.date
    media: str | None
    annotates: bool
    """Whether a copy with the findings can be made."""
    page: Drawn | None = None
    """Its documents as the page for clerks shows them, where that was asked for."""

    @property
    def report(self) -> bytes:
        """`schemas.report.Report` as UTF-8 JSON."""
        return zlib.decompress(self.packed)

    @property
    def held(self) -> int:
        """Bytes of memory that it takes, about."""
        return len(self.packed) + (len(self.page.packed) if self.page else 0) + _LINE_BYTES * len(self.lines)


@dataclass(frozen=True, slots=True)
class Check:
    """Audit one file."""

    path: Path
    name: str
    """As the visitor's computer calls it."""
    lang: Language
    as_of: dt.date

    def carried_out(self, tools: Tools) -> Checked:
        """Audit it; never raises for what is in it."""
        judge = tools.judge(self.lang, self.as_of)
        entries = uploaded_entries(self.path, self.name, judge)
        tools.damaged |= judge.damaged
        chosen = tools.chosen
        return checked(entries, chosen, self.as_of, file_digest(self.path))


def uploaded_entries(path: Path, name: str, judge: Judge, view: View | None = None) -> list[Entry]:
    """Audit an uploaded file, or each document of an archive, under the name that the visitor knows."""
    inputs = uploaded_inputs(path, name, judge)
    return [entry for one in inputs for entry in audit_entries(one.path, one.shown, judge, one.inside, view or View())]


def uploaded_inputs(path: Path, name: str, judge: Judge) -> list[Input]:
    """The documents of an uploaded file, one or those of an archive, under the name that the visitor knows."""
    inputs = select((path,), judge.options.archives).inputs
    return [replace(one, shown=f"{name}/{one.inside.name}" if one.inside else name) for one in inputs]


def checked(entries: Sequence[Entry], chosen: Selection, as_of: dt.date, sha256: str) -> Checked:
    """Return what is told of audited documents."""
    reports = [entry.report for entry in entries]
    media = reports[0].media if reports and reports[0].sha256 == sha256 else None
    report = report_json(reports, chosen, as_of)
    return Checked(
        packed=zlib.compress(report, _LEVEL),
        size=len(report),
        lines=tuple(map(_line, reports)),
        sha256=sha256,
        digest=chosen.info.digest,
        profile=chosen.info.profile,
        as_of=as_of,
        media=media,
        annotates=can_annotate(media) and any(not one.errors and one.kind != "unknown" for one in reports),
    )


def failed_check(failure: Failure, name: str, chosen: Selection, as_of: dt.date, sha256: str) -> Checked:
    """Return what is told of a file whose worker failed: that, and why, as of any file that cannot be audited."""
    report = failed_document(name, failure_problem(failure, name), sha256)
    return checked([Entry(report=report)], chosen, as_of, sha256)


def report_json(reports: Sequence[DocumentReport], chosen: Selection, as_of: dt.date) -> bytes:
    """Return `patuh.report/1` of documents."""
    printer, tally = JsonReport(program(), chosen.info, as_of), Tally()
    tally.add(map(figures, reports))
    documents = [printer.document(report) for report in reports]
    return printer.head() + printer.joined(documents, first=True) + printer.tail(tally.summary(), tally.unknown)


def _line(report: DocumentReport) -> Line:
    counted: Figures = figures(report)
    assert len(counted.findings) == len(SEVERITIES)
    return Line(
        path=report.path,
        part=report.part,
        kind=report.kind,
        title=report.title,
        unit=report.unit,
        score=str(report.score.value) if report.score else None,
        grade=report.grade.value if report.grade else None,
        verdict=report.verdict,
        counts=counted.findings,
        errors=tuple(error.message for error in report.errors),
    )


def file_digest(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
