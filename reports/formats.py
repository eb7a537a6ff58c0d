"""The formats of reports: their names, the endings of files by which they are known, and what they need."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final, cast

from reports.book import BookWriter, Sender


@dataclass(frozen=True, slots=True)
class Format:
    """One format of reports."""

    name: str
    endings: tuple[str, ...] = ()
    """Of files, lower case, with the dot."""
    module: str | None = None
    """
    The module whose `write` is the `reports.book.BookWriter`, imported when it is used; None: printed document by
    document while the audit goes on (`reports.printer.Printer`).
    """
    binary: bool = False
    """Nothing for a terminal."""
    words: bool = False
    """It shows the words of the documents."""

    demanding: bool = False
    """It needs what is not there everywhere: its module has a function `ready`."""

    def ready(self, sender: Sender) -> None:
        """
        See whether it can be written, before an audit is made for it.

        Raises:
            NotReadyError: It cannot.
        """
        if self.demanding:
            assert self.module is not None
            importlib.import_module(self.module).ready(sender)

    def writer(self) -> BookWriter:
        """The function that writes it."""
        assert self.module is not None
        return cast("BookWriter", importlib.import_module(self.module).write)


FORMATS: Final = {
    one.name: one
    for one in (
        Format("table", (".txt",)),
        Format("json", (".json",)),
        Format("jsonl", (".jsonl", ".ndjson"), "reports.jsonl"),
        Format("csv", (".csv",), "reports.csv"),
        Format("markdown", (".md", ".markdown"), "reports.markdown"),
        Format("html", (".html", ".htm"), "reports.html.page", words=True),
        Format("pdf", (".pdf",), "reports.pdf", binary=True, words=True, demanding=True),
        Format("xlsx", (".xlsx",), "reports.xlsx", binary=True),
        Format("docx", (".docx",), "reports.docx", binary=True, demanding=True),
        Format("sarif", (".sarif",), "reports.sarif"),
        Format("junit", (".xml",), "reports.junit"),
        Format("github", (), "reports.github"),
    )
}
"""By name, in the order in which help lists them."""


def format_of(place: str) -> Format | None:
    """
    Return the format that the ending of a file names.

    ``.sarif.json`` is SARIF, as code hosts name such files.
    """
    name = PurePath(place).name.lower()
    if name.endswith(".sarif.json"):
        return FORMATS["sarif"]
    return next((one for one in FORMATS.values() if name.endswith(one.endings)), None) if name else None
