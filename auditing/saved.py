"""A report that was written earlier, schema `patuh.report/1`, read back document by document."""

from __future__ import annotations

import json
import stat
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
MAX_LINE = 512 * 1024 * 1024
"""Bytes of one document of a report: one of 250,000 findings, the most there are, has about 400 MB."""
_DENSE, _ANY = 12, 16 * 1024 * 1024
"""What is longer than so many bytes has a comma or a bracket in less than each so many: a finding is mostly words."""
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
                for report in _whole(self.path).documents:
                    yield _sound(self.path, None, report)
                return
            for number, line in enumerate(_lines(self.path, stream), 2):
                if line.startswith(_END):
                    return
                yield self._document(number, line.rstrip().removesuffix(b","))
        raise _cut(self.path)

    def _document(self, number: int, line: bytes) -> DocumentReport:
        _check_density(self.path, line)
        try:
            return _sound(self.path, number, _ADAPTER.validate_json(line))
        except ValidationError as error:
            raise _refused(self.path, number, error) from error
        except (MemoryError, RecursionError) as error:
            raise _too_much(self.path) from error


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
        for line in _lines(path, stream):
            if line.startswith(_END):
                last = line
    if not last:
        raise _cut(path)
    return SavedReport(path, _report(path, first + last))


def _first(stream: BinaryIO) -> bytes:
    """The first line, or the begin of it where it is none of ours."""
    return stream.readline(_MAX_FIRST).rstrip()


def _lines(path: Path, stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(MAX_LINE + 1):
        if len(line) > MAX_LINE:
            raise _too_much(path)
        yield line


def _check_density(path: Path, data: bytes) -> None:
    """Refuse what would take many times its own size once it is read."""
    if len(data) > _ANY and data.count(b",") + data.count(b"[") + data.count(b"{") > len(data) // _DENSE:
        raise _too_much(path)


def _too_much(path: Path) -> SavedReportError:
    return SavedReportError(
        f"{path}: laporan ini terlalu besar untuk dibaca di sini, atau isinya bukan laporan patuh. Pakai laporan "
        "seperti yang ditulis patuh check ... --output laporan.json, atau periksa folder demi folder."
    )


def _cut(path: Path) -> SavedReportError:
    return SavedReportError(f"{path}: laporan ini terpotong: bagian akhirnya tidak ada. Buat ulang laporannya.")


def _opened(path: Path) -> BinaryIO:
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # it is read twice; a pipe may have nobody at its other end
            raise SavedReportError(f"{path}: bukan berkas biasa. Simpan laporannya sebagai berkas, lalu sebutkan itu.")
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
    _check_density(path, data)
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
    except MemoryError as error:
        raise _too_much(path) from error
    except (ValueError, RecursionError) as error:
        raise SavedReportError(f"{path}: bukan JSON yang utuh ({error}). Buat ulang laporannya.") from error


def _sound(path: Path, line: int | None, report: DocumentReport) -> DocumentReport:
    """What a report says twice it must say alike: its printers rely on that."""
    rules = {one.rule for one in report.findings}
    if any(lever.rule not in rules for lever in report.levers):
        raise _unsound(path, line, "levers", "tidak ada temuannya")
    if len({report.score is None, report.grade is None, report.verdict is None}) > 1:
        raise _unsound(path, line, "grade", "nilai, predikat, dan kesimpulan harus ada semua atau tidak sama sekali")
    return report


def _refused(path: Path, line: int | None, error: ValidationError) -> SavedReportError:
    first = error.errors(include_input=False, include_url=False)[0]
    return _unsound(path, line, ".".join(map(str, first["loc"])), first["msg"])


def _unsound(path: Path, line: int | None, where: str, why: str) -> SavedReportError:
    place = f"{path}:{line}" if line else str(path)
    return SavedReportError(f"{place}: isi laporan tidak sah pada {where[:200]} ({why[:200]}). Buat ulang laporannya.")
