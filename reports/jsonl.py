"""
The report as lines of JSON, schema `patuh.report.lines/1`: what judged, each document, the totals.

Each line is an object whose `record` tells what it is; documents are as in the JSON report. See docs/reports.md.
"""

from __future__ import annotations

import json
from typing import BinaryIO, Final

from reports.book import Book
from reports.json import JsonReport

SCHEMA: Final = "patuh.report.lines/1"


def write(book: Book, stream: BinaryIO) -> None:
    """Write the report; see `reports.book.BookWriter`."""
    head = {
        "record": "report",
        "schema": SCHEMA,
        "tool": book.tool.model_dump(mode="json"),
        "rules": book.rules.model_dump(mode="json"),
        "as_of": book.as_of.isoformat(),
        "masked": book.masked,
    }
    stream.write(_line(head))
    printer = JsonReport(book.tool, book.rules, book.as_of, book.masked)
    stream.writelines(b'{"record":"document",' + printer.document(entry.report)[1:] + b"\n" for entry in book.entries())
    stream.write(_line({"record": "summary", **book.summary.model_dump(mode="json"), "unknown": book.unknown}))


def _line(record: dict[str, object]) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
