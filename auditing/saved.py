"""A report that was written earlier, schema `patuh.report/1`, read back document by document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import TypeAdapter, ValidationError

from auditing.outputs import RequestError
from schemas.report import DocumentReport, Report

_ADAPTER: TypeAdapter[DocumentReport] = TypeAdapter(DocumentReport)
_DOCUMENTS = b'"documents":['
_END = b'],"summary":'
MAX_WHOLE = 256 * 1024 * 1024
"""Bytes of a report that was laid out anew, which is held whole."""
_MAX_FIRST = 1024 * 1024
"""Bytes of the first line of a report as this program writes it."""


class SavedReportError(RequestError):
    """The file is no report of this program."""


@dataclass(frozen=True, slots=True)
class SavedReport:
    """One report file."""

    path: Path
    head: Report
    """All but the documents."""

    def documents(self) -> Iterator[DocumentReport]:
        """
        Read the documents.

        Raises:
            SavedReportError: One is no document of a report.
        """
        with _opened(self.path) as stream:
            first = _first(stream)
            if not first.endswith(_DOCUMENTS):
                yield from _whole(self.path).documents
                return
            for number, line in enumerate(stream, 2):
                if line.startswith(_END):
                    return
                yield self._document(number, line.rstrip().removesuffix(b","))
        raise _cut(self.path)

    def _document(self, number: int, line: bytes) -> DocumentReport:
        try:
            return _ADAPTER.validate_json(line)
        except ValidationError as error:
            raise _refused(self.path, number, error) from error


def read_report(path: Path) -> SavedReport:
    """
    Open a report.

    A file as this program writes it, one document a line, is never held whole; one that was laid out anew is.

    Raises:
        SavedReportError: It cannot be read, or is no report.
    """
    with _opened(path) as stream:
        first = _first(stream)
        if not first.endswith(_DOCUMENTS):
            return SavedReport(path, _whole(path).model_copy(update={"documents": ()}))
        last = b""
        for line in stream:
            if line.startswith(_END):
                last = line
    if not last:
        raise _cut(path)
    return SavedReport(path, _report(path, first + last))


def _first(stream: BinaryIO) -> bytes:
    """The first line, or the begin of it where it is none of ours."""
    return stream.readline(_MAX_FIRST).rstrip()


def _cut(path: Path) -> SavedReportError:
    return SavedReportError(f"{path}: laporan ini terpotong: bagian akhirnya tidak ada. Buat ulang laporannya.")


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise SavedReportError(f"{path}: laporan tidak dapat dibaca ({error.strerror or error}).") from error


def _whole(path: Path) -> Report:
    with _opened(path) as stream:
        data = stream.read(MAX_WHOLE + 1)
    if len(data) > MAX_WHOLE:
        raise SavedReportError(
            f"{path}: lebih dari {MAX_WHOLE // 1024 // 1024} MB dan tidak tersusun seperti laporan JSON patuh. "
            "Pakai laporan seperti yang ditulis patuh check ... --output laporan.json"
        )
    return _report(path, data)


def _report(path: Path, data: bytes) -> Report:
    try:
        text = data.decode(json.detect_encoding(data))  # of UTF-16 is what a PowerShell has redirected
        found: Any = json.loads(text)
        if not isinstance(found, dict) or found.get("schema") != "patuh.report/1":
            raise SavedReportError(
                f"{path}: bukan laporan JSON patuh (patuh.report/1). Buat dengan: patuh check ... --format json"
            )
        return Report.model_validate_json(text)
    except ValidationError as error:
        raise _refused(path, None, error) from error
    except (ValueError, RecursionError) as error:
        raise SavedReportError(f"{path}: bukan JSON yang utuh ({error}). Buat ulang laporannya.") from error


def _refused(path: Path, line: int | None, error: ValidationError) -> SavedReportError:
    place = f"{path}:{line}" if line else str(path)
    first = error.errors()[0]
    where = ".".join(map(str, first["loc"]))
    return SavedReportError(f"{place}: isi laporan tidak sah pada {where} ({first['msg']}). Buat ulang laporannya.")
