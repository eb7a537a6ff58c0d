"""Parts of a big page, kept compressed in it until somebody wants to see them."""

from __future__ import annotations

import base64
import zlib
from dataclasses import dataclass
from typing import BinaryIO, Final

PER_SHARD: Final = 40
"""Documents that are compressed together: alike as they are, they take a fraction of their size."""
_LEVEL: Final = 9
SEPARATOR: Final = "\0"
"""Between documents; no text of a page has it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document is kept."""

    shard: int
    at: int
    """0-based, within the shard."""


class Shards:
    """Writes the documents in the order in which they come, as blocks of data that no browser runs."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._parts: list[str] = []
        self._written = 0

    def add(self, fragment: str) -> Place:
        """Put by one document; return where it will be."""
        place = Place(self._written, len(self._parts))
        self._parts.append(fragment)
        if len(self._parts) == PER_SHARD:
            self.flush()
        return place

    def flush(self) -> None:
        """Write what is left over."""
        if not self._parts:
            return
        packed = base64.b64encode(zlib.compress(SEPARATOR.join(self._parts).encode("utf-8", "replace"), _LEVEL))
        opening = f'<script type="application/octet-stream" id="shard-{self._written}">'
        self._stream.write(opening.encode() + packed + b"</script>\n")
        self._written += 1
        self._parts.clear()
