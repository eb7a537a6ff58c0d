"""What a run says on stderr while it goes on."""

from __future__ import annotations

import contextlib
import sys
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from annotating.names import MARK
from auditing.copies import Fate
from auditing.files import ARCHIVE, SUFFIXES_TOLD, Selection
from auditing.run import Audited
from reports.changes import day
from reports.tally import Tally
from reports.words import harmless

if TYPE_CHECKING:
    from auditing.since import Past

MAX_MISSING = 10
"""Documents of an earlier report that are missing now, and are named; the others are counted."""

_WITHOUT_COPY: dict[Fate, str] = {
    "none": "{count} berkas tanpa salinan: hanya DOCX, PDF, dan XLSX yang dapat diberi catatan. Temuannya ada dalam "
    "laporan.",
    "unknown": "{count} berkas tanpa salinan karena tidak dinilai",
    "failed": "{count} berkas tanpa salinan karena gagal ditulis; sebabnya ada dalam laporan",
}


def say(message: str) -> None:
    """One message of the program, on one line, apart from its results."""
    _to_stderr(f"patuh: {harmless(message)}\n")


def _to_stderr(text: str) -> None:
    """Print; that nobody reads messages any more (``2>&1 | head``) or they have no room costs no report."""
    with contextlib.suppress(OSError, ValueError):
        click.echo(text, nl=False, err=True)


def _say_masked(message: str) -> None:
    from auditing.masking import masked_line  # noqa: PLC0415 - of no use to a run that is not masked

    say(masked_line(message))


class Progress:
    """
    Messages and, on a terminal, the count of files, on stderr while an audit runs.

    *beside_table*: a table goes to the same terminal. It tells the same errors, and a count would only disturb it.
    *mask*: no numbers and names of persons.
    """

    def __init__(self, *, beside_table: bool = False, mask: bool = False) -> None:
        self._say: Callable[[str], None] = _say_masked if mask else say
        self._total = 0
        self._done = 0
        self._fates: Counter[Fate] = Counter()
        self._tells_errors = not beside_table
        self._counts = sys.stderr.isatty() and not beside_table

    def selected(self, selection: Selection) -> None:
        """Tell what will not be audited."""
        self._total = len(selection.inputs)
        for folder in selection.without_documents:
            kind = "arsip" if folder.lower().endswith(ARCHIVE) else "folder"
            self._say(f"{folder}: tidak ada dokumen di {kind} ini (yang dicari: {SUFFIXES_TOLD})")
        if selection.passed_over:
            other = f"{selection.passed_over} berkas berbentuk lain di dalam folder"
            self._say(f"{other} atau arsip dilewati (bukan {SUFFIXES_TOLD})")

        if selection.copies:
            self._say(
                f"{selection.copies} salinan berisi temuan di dalam folder dilewati (namanya berakhiran {MARK}.*)"
            )

    def file_done(self, audited: Audited) -> None:
        """Tell what could not be audited, and how far the run is."""
        self._done += 1
        if audited.copy is not None:
            self._fates[audited.copy] += 1
        if audited.errors and self._tells_errors:
            self.end()
            for path, message in audited.errors:
                self._say(f"{path}: {message}")
        if self._counts:
            _to_stderr(f"\r{self._done}/{self._total} berkas")

    def end(self) -> None:
        """Remove the count."""
        if self._counts:
            _to_stderr("\r\033[K")

    def compared(self, past: Past, tally: Tally) -> None:
        """Tell how much of the earlier report is found again: what was not handed in is not mended."""
        found = len(tally.earlier | tally.unread)
        told = f"dibandingkan dengan laporan per {day(past.as_of)}: {found} dokumen"
        new = tally.documents - tally.compared
        say(told + (f"; {new} dokumen lain tidak ada dalam laporan itu" if new else ""))
        if past.masked:
            say("laporan yang lalu disamarkan: berkas yang namanya disamarkan tidak dapat dikenali lagi")
        missing = past.missing(tally.earlier, tally.unread)
        for one in missing[:MAX_MISSING]:
            part = f" (bagian {one.part})" if one.part is not None else ""
            self._say(f"{one.path}{part}: ada dalam laporan yang lalu, tetapi tidak diserahkan kali ini")
        if len(missing) > MAX_MISSING:
            say(f"dan {len(missing) - MAX_MISSING} dokumen lain dalam laporan yang lalu tidak diserahkan kali ini")

    def copied(self, folder: str) -> None:
        """Tell what became of the annotated copies, at the end."""
        self._say(f"{self._fates['written']} salinan berisi temuan ditulis ke {folder}")
        for fate, message in _WITHOUT_COPY.items():
            if self._fates[fate]:
                self._say(message.format(count=self._fates[fate]))
