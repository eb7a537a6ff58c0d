"""
The report as JSON, schema `patuh.report/1`, written as a stream: one document a line.

The pieces joined are one JSON text that `schemas.report.Report` reads. The lines of the documents are made where the
documents are audited, so that the process that collects them only copies bytes.
"""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter

from schemas.entry import DocumentWords
from schemas.report import SCHEMA, DocumentReport, Finding, RulesInfo, Summary, Tool

FINDINGS_TOGETHER = 2_000
"""Findings that are turned into JSON together; those of a big table are hundreds of megabytes."""


@cache
def _adapter() -> TypeAdapter[DocumentReport]:
    return TypeAdapter(DocumentReport)


@cache
def _findings_adapter() -> TypeAdapter[tuple[Finding, ...]]:
    return TypeAdapter(tuple[Finding, ...])


def _in_pieces(report: DocumentReport) -> bytes:
    """
    The same JSON, which never needs room for more than itself.

    At once it would be built in a buffer that doubles, and then copied.
    """
    whole = _adapter().dump_json(report.model_copy(update={"findings": ()}), by_alias=True)
    head, mark, tail = whole.partition(b'"findings":[')  # in a string its quotation marks would be escaped
    stream = io.BytesIO()
    stream.write(head + mark)
    for start in range(0, len(report.findings), FINDINGS_TOGETHER):
        part = report.findings[start : start + FINDINGS_TOGETHER]
        stream.write(b"," if start else b"")
        stream.write(_findings_adapter().dump_json(part, by_alias=True)[1:-1])
    stream.write(tail)
    return stream.getvalue()


@dataclass(frozen=True)
class JsonReport:
    """Writes UTF-8 JSON; see `reports.printer.Printer`."""

    tool: Tool
    rules: RulesInfo
    as_of: dt.date
    masked: bool = False

    def head(self) -> bytes:
        """What stands before the first document."""
        return (
            f'{{"schema":{json.dumps(SCHEMA)},"tool":{self.tool.model_dump_json()},'
            f'"rules":{self.rules.model_dump_json()},"as_of":"{self.as_of.isoformat()}",'
            f'"masked":{json.dumps(self.masked)},"documents":['
        ).encode()

    def document(self, report: DocumentReport, words: DocumentWords | None = None) -> bytes:  # noqa: ARG002
        """One document on one line, without the comma and the line end."""
        if len(report.findings) <= FINDINGS_TOGETHER:
            return _adapter().dump_json(report, by_alias=True)
        return _in_pieces(report)

    def joined(self, documents: Sequence[bytes], *, first: bool) -> bytes:
        """The lines of some documents, to be written after what was written before."""
        if not documents:
            return b""
        return (b"\n" if first else b",\n") + b",\n".join(documents)

    def tail(self, summary: Summary, unknown: int) -> bytes:  # noqa: ARG002 - as every printer
        """What stands after the last document."""
        return b'\n],"summary":' + summary.model_dump_json(by_alias=True).encode() + b"}\n"
