"""How much of a bundle is taken: a hostile one must cost neither memory nor time."""

from __future__ import annotations

MAX_MANIFEST = 64 * 1024**2
"""Bytes of a manifest: those of 100,000 documents have about 40 MB."""
MAX_ENTRIES = 200_000
MAX_RATIO = 150
"""How many times its own size a bundle may unpack to; ours stay below `packing.RATIO`."""
HEAD, TAIL = 1024**2, 64 * 1024
"""Bytes of the report in which its first line ends, and its last begins."""
