"""What a run says on stderr while it goes on."""

from __future__ import annotations

import sys

import click

from auditing.files import ARCHIVE, SUFFIXES_TOLD, Selection
from auditing.run import Audited
from reports.words import harmless


def say(message: str) -> None:
    """One message of the program, on one line, apart from its results."""
    click.echo(f"patuh: {harmless(message)}", err=True)


class Progress:
    """
    Messages and, on a terminal, the count of files, on stderr while an audit runs.

    *beside_table*: a table goes to the same terminal. It tells the same errors, and a count would only disturb it.
    """

    def __init__(self, *, beside_table: bool = False) -> None:
        self._total = 0
        self._done = 0
        self._tells_errors = not beside_table
        self._counts = sys.stderr.isatty() and not beside_table

    def selected(self, selection: Selection) -> None:
        """Tell what will not be audited."""
        self._total = len(selection.inputs)
        for folder in selection.without_documents:
            kind = "arsip" if folder.lower().endswith(ARCHIVE) else "folder"
            say(f"{folder}: tidak ada dokumen di {kind} ini (yang dicari: {SUFFIXES_TOLD})")
        if selection.passed_over:
            other = f"{selection.passed_over} berkas berbentuk lain di dalam folder"
            say(f"{other} atau arsip dilewati (bukan {SUFFIXES_TOLD})")

    def file_done(self, audited: Audited) -> None:
        """Tell what could not be audited, and how far the run is."""
        self._done += 1
        if audited.errors and self._tells_errors:
            self.end()
            for path, message in audited.errors:
                say(f"{path}: {message}")
        if self._counts:
            click.echo(f"\r{self._done}/{self._total} berkas", nl=False, err=True)

    def end(self) -> None:
        """Remove the count."""
        if self._counts:
            click.echo("\r\033[K", nl=False, err=True)
