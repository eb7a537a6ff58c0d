"""
The working paper of an evaluation (kertas kerja evaluasi) as a workbook.

Rows are written to disk as they come, so that a workbook of any length takes little memory; words of documents are
never formulas, links or numbers. Nothing in it depends on when or where it is written.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator
from typing import Any, BinaryIO, Final, cast

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from reports.book import Book
from reports.lent import lent
from reports.overview import Overview, overview
from reports.workbook.documents import DocumentsSheet
from reports.workbook.findings import FindingsSheet
from reports.workbook.look import FONT, Look
from reports.workbook.method import MethodSheet
from reports.workbook.rows import Paper, Rows
from reports.workbook.rules import OutcomesSheet, RulesSheet
from reports.workbook.summary import SummarySheet
from reports.workbook.words import WORDS
from schemas.entry import Entry

_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write(book: Book, stream: BinaryIO) -> None:
    """Write *book*; see `reports.book.BookWriter`."""
    with tempfile.TemporaryDirectory(prefix="patuh-") as folder, lent(stream) as loan:
        font = dict(FONT)  # each workbook its own: the library writes into it
        options = {**_OPTIONS, "default_format_properties": font, "tmpdir": folder}
        workbook = Workbook(cast("Any", loan), options)
        workbook.use_zip64()
        _properties(workbook, book)
        _write_sheets(workbook, book)
        try:
            workbook.close()
        except FileCreateError as error:  # the library's word for what the system said
            raise OSError(*error.args[0].args) from error
    stream.flush()


def _properties(workbook: Workbook, book: Book) -> None:
    words = WORDS[book.lang]
    created = dt.datetime.combine(book.as_of, dt.time())
    about = {"title": words.title, "subject": words.subject, "author": book.tool.name, "created": created}
    workbook.set_properties(about)


def _write_sheets(workbook: Workbook, book: Book) -> None:
    """In the order of the tabs; the rows of documents are written in one reading of them."""
    paper = Paper(workbook, Look(workbook), book.lang, f"&L&A&R{WORDS[book.lang].footer}")
    summary, documents, findings = SummarySheet(paper, book), DocumentsSheet(paper, book), FindingsSheet(paper, book)
    rules, method, outcomes = RulesSheet(paper, book), MethodSheet(paper, book), OutcomesSheet(paper, book)

    def written() -> Iterator[Entry]:
        for entry in book.entries():
            documents.add(entry.report)
            findings.add(entry.report)
            outcomes.add(entry.report)
            rules.see(entry.report)
            yield entry

    found: Overview = overview(written())
    findings.end()
    documents.rows.end()
    outcomes.rows.end()
    of_rules = rules.write(found.rules)
    continued = _continued(book, documents.rows, findings.rows, outcomes.rows, of_rules)
    summary.write(found, continued)
    words = WORDS[book.lang]
    said = words.all_outcomes if outcomes.whole else words.only_some
    method.write([said.format(sheet=words.sheets["outcomes"], **words.sheets), *continued])


def _continued(book: Book, *written: Rows) -> list[str]:
    """Say which sheets go on on others."""
    say = WORDS[book.lang].continued
    return [say.format(first=rows.names[0], rest=", ".join(rows.names[1:])) for rows in written if rows.names[1:]]
