"""How much of a ZIP archive of documents is taken: far more than the SOPs of an office need."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """The first three, when passed, cost the archive; the others one document in it. Each is a `ReadError`."""

    bytes: int = 1024**3
    """Bytes of the archive. Only its directory and one document at a time are in memory."""
    entries: int = 10_000
    """Entries of its directory, whatever they are."""
    unpacked_bytes: int = 4 * 1024**3
    """Bytes that all its documents unpack to, as its directory says. No document gives more than that says of it."""
    entry_bytes: int = 256 * 1024**2
    """Bytes that one document unpacks to; the limits of its kind hold as well."""
    ratio: int = 200
    """How many times its packed size a document of more than 16 MB may unpack to. Text has about 5, CSV 15."""
