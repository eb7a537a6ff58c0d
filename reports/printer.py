"""What every report format does, so that the audit can write several of them in one run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from schemas.entry import DocumentWords
from schemas.report import DocumentReport, Summary


class Printer(Protocol):
    """
    One format.

    The output is ``head() + joined(...) + joined(...) + ... + tail()``. `document` is called where the document is
    audited, in a worker process, the others where the report is collected; so a printer has to be picklable.
    """

    def head(self) -> bytes:
        """What stands before the documents."""
        ...

    def document(self, report: DocumentReport, words: DocumentWords | None = None) -> bytes:
        """One document by itself; *words* where `Request.view` asks for them."""
        ...

    def joined(self, documents: Sequence[bytes], *, first: bool) -> bytes:
        """Put printed documents after each other; *first* when none was written before."""
        ...

    def tail(self, summary: Summary, unknown: int) -> bytes:
        """What stands after the documents; *unknown* of them are of no known kind."""
        ...
