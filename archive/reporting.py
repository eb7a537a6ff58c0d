"""Reports of a night, in every format of `patuh check`, out of the store: nothing is audited for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from archive.history import in_batches
from archive.models import StoredModelError, unpacked_report
from archive.store.rows import Standing
from archive.store.store import Store
from auditing.check import Makers, Request, Screen, open_outputs
from auditing.document import failed_document
from auditing.run import Audited, printed, write_reports
from engine.pack import Pack
from reports.printer import Printer
from reports.tally import Tally
from schemas.entry import Entry
from schemas.report import DocumentError, DocumentReport

_CHUNK = 200
"""Documents that are read from the store together."""

Waive = Callable[[DocumentReport, Standing], DocumentReport]


def document_reports(store: Store, standings: Iterable[Standing], waive: Waive) -> Iterator[DocumentReport]:
    """
    Yield the documents as they stand, by path.

    Args:
        store: Holds their verdicts.
        standings: Those that are there.
        waive: Marks what is let pass for a time.
    """
    ordered = sorted(standings, key=lambda one: (one.path, one.part))
    for chunk in in_batches(ordered, _CHUNK):
        blobs = store.reports(sorted({one.verdict for one in chunk if one.verdict}))
        for one in chunk:
            yield waive(_report(one, blobs.get(one.verdict or "")), one)


def _report(one: Standing, blob: bytes | None) -> DocumentReport:
    part = one.part or None
    if one.verdict is None:
        problem = DocumentError(code=one.error_code or "internal", message=one.error_message or "")
        return failed_document(one.path, problem, one.content[:64] if one.content else None)
    try:
        if blob is None:
            raise StoredModelError("missing")
        return unpacked_report(blob, one.path, part)
    except StoredModelError as error:
        return damaged(one.path, error)


def damaged(path: str, error: StoredModelError) -> DocumentReport:
    """Return the report of a document whose verdict the store does not give back."""
    message = f"Hasil yang tersimpan rusak ({error}). Jalankan patuh doctor --store untuk memeriksa penyimpanan."
    return failed_document(path, DocumentError(code="stored", message=message))


def write_night(request: Request, pack: Pack, reports: Iterable[DocumentReport], screen: Screen) -> Tally:
    """
    Write the reports that *request* asks for.

    Raises:
        OutputError: A report cannot be opened for writing.
        UnwrittenError: Some could not be written.
    """
    chosen = request.rules.selection(pack)
    makers = Makers(request, pack, chosen, screen)
    letters = [band.letter for band in pack.grading.bands]
    with open_outputs(request.targets, makers, screen) as (outputs, pages):
        printers = tuple(output.printer for output in outputs)
        results = _printed_all(reports, printers)
        tally = write_reports(results, outputs, letters, lambda _: None)
        pages.write(lambda: makers.book(tally, letters, pages.spool))
    return tally


def _printed_all(reports: Iterable[DocumentReport], printers: Sequence[Printer]) -> Iterator[Audited]:
    for report in reports:
        yield printed([Entry(report=report)], printers)
