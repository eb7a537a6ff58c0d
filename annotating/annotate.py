"""A file of any kind that can bear notes, to its copy with the findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from annotating.names import DOCX, PDF, XLSX
from annotating.notes import CopySpec, Note, notes_of
from readers.options import ReadOptions
from schemas.report import DocumentReport

_Writer = Callable[[bytes, Sequence[Note], CopySpec, ReadOptions], bytes]


def annotated(
    data: bytes, media: str, reports: Sequence[DocumentReport], spec: CopySpec, options: ReadOptions
) -> bytes:
    """
    Return the copy of a file.

    Args:
        data: The whole file.
        media: What it was read as; one of those in `annotating.names`.
        reports: What was found in it; one for each SOP.
        spec: How the notes are written.
        options: How much of a file is taken.

    Raises:
        ReadError: It cannot be changed.
    """
    return _WRITERS[media](data, notes_of(reports, spec), spec, options)


def _docx(data: bytes, notes: Sequence[Note], spec: CopySpec, options: ReadOptions) -> bytes:
    from annotating.docx import annotated_docx  # noqa: PLC0415 - only when there is such a file

    return annotated_docx(data, notes, spec, options.sheets)


def _pdf(data: bytes, notes: Sequence[Note], spec: CopySpec, _: ReadOptions) -> bytes:
    from annotating.pdf import annotated_pdf  # noqa: PLC0415 - its library is large

    return annotated_pdf(data, notes, spec)


def _xlsx(data: bytes, notes: Sequence[Note], spec: CopySpec, options: ReadOptions) -> bytes:
    from annotating.xlsx import annotated_xlsx  # noqa: PLC0415 - only when there is such a file

    return annotated_xlsx(data, notes, spec, options.sheets)


_WRITERS: dict[str, _Writer] = {DOCX: _docx, PDF: _pdf, XLSX: _xlsx}
