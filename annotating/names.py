"""
Which files can bear notes, and how their copies are called.

Imported for every audit, so that it knows no reader; the media are those that the readers give.
"""

from __future__ import annotations

from pathlib import PurePath

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MARK = ".temuan"
"""Stands before the suffix of a copy: ``sop.temuan.docx``."""

_SUFFIXES = {
    DOCX: (".docx", ".docm", ".dotx", ".dotm"),
    PDF: (".pdf",),
    XLSX: (".xlsx", ".xlsm", ".xltx"),
}
"""The usual one first."""
_OF_COPIES = frozenset(suffix for suffixes in _SUFFIXES.values() for suffix in suffixes)


def can_annotate(media: str | None) -> bool:
    """Whether files of this kind can bear notes."""
    return media in _SUFFIXES


def copy_name(name: str, media: str) -> str:
    """The name of a copy: ``sop.docx`` gives ``sop.temuan.docx``, a PDF with the name ``sop`` ``sop.temuan.pdf``."""
    path = PurePath(name)
    if path.suffix.lower() in _SUFFIXES[media]:
        return f"{path.stem}{MARK}{path.suffix}"
    return f"{path.name}{MARK}{_SUFFIXES[media][0]}"


def is_copy(name: str) -> bool:
    """Whether a file bears the name of a copy."""
    path = PurePath(name)
    return PurePath(path.stem).suffix.lower() == MARK and path.suffix.lower() in _OF_COPIES
