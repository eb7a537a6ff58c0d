"""A stream that is lent to a library which does not clean up when it fails."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast


class _Lent(io.RawIOBase):
    """
    Passes everything on until it is called back or fails; then it takes all, keeps nothing, and only counts.

    A ZIP file that a library left open when the disk was full writes its end when it is thrown away: into a stream that
    is closed by then, which Python reports on stderr.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream: BinaryIO | None = stream
        self._place = 0

    def call_back(self) -> None:
        """Let go of the stream."""
        self._stream = None

    def write(self, data: object) -> int:
        """Pass on."""
        if self._stream is not None:
            try:
                self._stream.write(cast("bytes", data))
            except OSError:
                self.call_back()
                raise
        length = memoryview(cast("bytes", data)).nbytes
        self._place += length
        return length

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        """Move; from the end only as long as there is one."""
        if self._stream is not None:
            self._place = self._stream.seek(place, whence)
        elif whence == io.SEEK_SET:
            self._place = place
        return self._place

    def tell(self) -> int:
        """Where it stands."""
        return self._place

    def flush(self) -> None:
        """Hand over what is held back."""
        if self._stream is not None:
            self._stream.flush()

    def seekable(self) -> bool:
        """It is."""
        return True

    def writable(self) -> bool:
        """It is."""
        return True


@contextmanager
def lent(stream: BinaryIO) -> Iterator[io.RawIOBase]:
    """Lend a seekable stream; what the borrower does to it after the end of the block comes to nothing."""
    loan = _Lent(stream)
    try:
        yield loan
    finally:
        loan.call_back()
