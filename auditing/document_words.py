"""The words of a document with the places of its findings, for reports that show both."""

from __future__ import annotations

from schemas.blocks import Document
from schemas.entry import DocumentWords
from schemas.report import DocumentReport


def document_words(document: Document, report: DocumentReport) -> DocumentWords:
    """Return the words of the document (of its part, when it holds several SOPs) with marks for the findings."""
    del document, report
    return DocumentWords(())
