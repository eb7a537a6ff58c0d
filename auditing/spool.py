"""
The documents of a run, put by on disk: a report of many pages is written when all are audited, and begins with totals.

One document a line, as JSON; the file has no name, so nothing is left of it however the program ends.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from typing import BinaryIO, cast

from pydantic import TypeAdapter

from schemas.entry import DocumentWords, Entry
from schemas.report import DocumentReport, Summary


@cache
def _adapter() -> TypeAdapter[Entry]:
    return TypeAdapter(Entry)


class SpoolPrinter:
    """Prints what `Spool` reads; see `reports.printer.Printer`."""

    def head(self) -> bytes:
        """Nothing."""
        return b""

    def document(self, report: DocumentReport, words: DocumentWords | None = None) -> bytes:
        """One document on one line."""
        return _adapter().dump_json(Entry(report=report, words=words), by_alias=True)

    def joined(self, documents: Sequence[bytes], *, first: bool) -> bytes:  # noqa: ARG002 - as every printer
        """The lines."""
        return b"".join(line + b"\n" for line in documents)

    def tail(self, summary: Summary, unknown: int) -> bytes:  # noqa: ARG002 - as every printer
        """Nothing."""
        return b""


class Spool:
    """A file that is written once, and then read as often as one likes."""

    def __init__(self) -> None:
        self._stream: BinaryIO | None = None
        self._reading: object = None
        """The reading that was the last to move in the file."""

    @property
    def stream(self) -> BinaryIO:
        """Where it is written; made when it is first wanted, for most runs need none."""
        if self._stream is None:
            self._stream = cast("BinaryIO", tempfile.TemporaryFile(prefix="patuh-"))  # noqa: SIM115 - see `close`
        return self._stream

    def entries(self) -> Iterator[Entry]:
        """Read the documents from the first; several such readings may go on at a time."""
        mine, at = object(), 0
        while True:
            if self._reading is not mine:
                self.stream.seek(at)
                self._reading = mine
            line = self.stream.readline()
            if not line:
                return
            at += len(line)
            yield _adapter().validate_json(line)

    def close(self) -> None:
        """Let go of the file, which is then gone."""
        if self._stream is not None:
            self._stream.close()
