"""
What people answered in the working paper, read back and put to the findings of the report.

The workbook may have been sorted, filtered, shortened, its columns moved, and saved by another program: rows are known
by document and fingerprint, columns by their headings. A row tells how it was when it was written
(`reports.followup.state`), so that a row that nobody touched never undoes what somebody else answered. What cannot be
understood is named with its cell, and then nothing is merged.
"""

from __future__ import annotations

import datetime as dt
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from auditing.outputs import RequestError
from extraction.dates import parse_date
from readers.errors import ReadError
from readers.limits import SheetLimits
from readers.spreadsheet import read_workbook
from reports.followup import COLUMNS, OFFERED, STATUS, AnswerColumns, state
from reports.overview import RuleTotals, overview
from reports.workbook.cells import cell_text
from schemas.blocks import Grid, SheetCell, SheetValue, column_name
from schemas.entry import Entry
from schemas.report import DocumentReport, Finding, FindingStatus, Response

LIMITS: Final = SheetLimits(
    workbook_bytes=512 * 1024**2, unpacked_bytes=4 * 1024**3, workbook_cells=60_000_000, columns=1_024
)
"""A working paper of 100,000 findings has 3 million cells; it is ours, so it may be larger than what is audited."""
MAX_HEAD_ROWS: Final = 50
"""Rows in which the headings are looked for: people put a title above them."""
SHOWN: Final = 20
"""Faults that are told one by one."""

_STATUSES: Final[dict[str, FindingStatus]] = {
    word.casefold(): status for words in STATUS.values() for status, word in words.items()
}
_OFFERED: Final = ", ".join(STATUS["id"][one] for one in OFFERED)
_NEEDED: Final = ("document", "part", "fingerprint", "status", "answer", "by", "on")
_OPTIONAL: Final = ("cause", "before")
_ANSWERED: Final = ("status", "answer", "by", "on")
_Name = Literal["document", "part", "fingerprint", "status", "answer", "by", "on", "cause", "before"]

Key = tuple[str, str, str]
"""Document and part as a cell shows them, and fingerprint."""


class FollowUpError(Exception):
    """The answers cannot be merged; the message names each cell and says what to do."""

    def __init__(self, faults: Sequence[str]) -> None:
        more = len(faults) - SHOWN
        lines = [*faults[:SHOWN], *([f"... dan {more} kesalahan lain seperti di atas"] if more > 0 else [])]
        super().__init__("tanggapan tidak digabungkan, perbaiki lalu ulangi:\n" + "\n".join(lines))
        self.faults = tuple(faults)


class WorkbookError(RequestError):
    """A file is no working paper."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a row says."""

    status: FindingStatus
    response: Response | None
    before: str
    """`state` as it was when the row was written."""
    place: str
    """Of the status: ``temuan.xlsx, Temuan!M5``."""

    @property
    def mark(self) -> str:
        """`state` as it is now."""
        return state(self.status, self.response)

    @property
    def rank(self) -> int:
        """2 = somebody changed it; 1 = it holds an answer that was there before; 0 = it says nothing."""
        return 2 if self.mark != self.before else 1 if self.mark else 0


@dataclass(slots=True)
class Answers:
    """What all rows of some workbooks say."""

    rows: dict[Key, Answer] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    causes: list[str] = field(default_factory=list)
    """Places where a cause is filled in, which a report has no room for."""

    def add(self, key: Key, answer: Answer) -> None:
        """Take a row; one of two rows for the same finding must say nothing, or both the same."""
        known = self.rows.get(key)
        if known is None or answer.rank > known.rank:
            self.rows[key] = answer
        elif answer.rank == known.rank and answer.mark != known.mark:
            self.faults.append(
                f"{answer.place}: temuan {key[2]} sudah diisi lain di {known.place}. Samakan keduanya, atau kosongkan "
                "salah satunya."
            )


@dataclass(slots=True)
class Outcome:
    """What merging came to."""

    merged: Counter[FindingStatus] = field(default_factory=Counter)
    """Findings whose answer is new, by their status now."""
    same: int = 0
    """Answers that the report has already."""
    kept: int = 0
    """Findings whose answer in the report is newer than the row, which nobody changed."""
    findings: int = 0
    rules: dict[str, RuleTotals] = field(default_factory=dict)
    """After merging."""


def read_answers(paths: Iterable[Path]) -> Answers:
    """
    Read the answers of some workbooks.

    Raises:
        WorkbookError: A file cannot be read, or has no sheet of findings.
    """
    answers = Answers()
    for path in paths:
        sheets = [sheet for grid in _grids(path) for sheet in [_sheet(path, grid, answers)] if sheet is not None]
        if not sheets and not answers.faults:
            columns = COLUMNS["id"]
            raise WorkbookError(
                f"{path}: tidak ada lembar dengan kolom {columns.fingerprint!r}. Pakai kertas kerja yang ditulis patuh "
                "(patuh check ... --output kertas-kerja.xlsx) beserta baris judul kolomnya."
            )
        for sheet in sheets:
            sheet.read(answers)
    return answers


def _grids(path: Path) -> Sequence[Grid]:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise WorkbookError(
                f"{path}: bukan berkas biasa. Simpan kertas kerjanya sebagai berkas, lalu sebutkan itu."
            )
        if status.st_size > LIMITS.workbook_bytes:
            most = LIMITS.workbook_bytes // 1024**2
            raise WorkbookError(f"{path}: lebih dari {most} MB. Pecah kertas kerjanya menjadi beberapa berkas.")
        return read_workbook(path.read_bytes(), name=path.name, limits=LIMITS).sheets
    except ReadError as error:
        raise WorkbookError(f"{path}: {error.message}") from error
    except OSError as error:
        raise WorkbookError(f"{path}: berkas tidak dapat dibaca ({error.strerror or error}).") from error
    except MemoryError as error:
        raise WorkbookError(f"{path}: memori tidak cukup untuk membacanya. Pecah menjadi beberapa berkas.") from error


def _sheet(path: Path, grid: Grid, answers: Answers) -> _Sheet | None:
    """Find the headings; None where the sheet has none of a fingerprint."""
    for row in range(min(grid.height, MAX_HEAD_ROWS)):
        heads = [_folded(column[row]) for column in grid.columns]
        for names in COLUMNS.values():
            if names.fingerprint.casefold() in heads:
                return _headed(path, grid, row, names, answers)
    return None


def _headed(path: Path, grid: Grid, row: int, names: AnswerColumns, answers: Answers) -> _Sheet | None:
    heads = [_folded(column[row]) for column in grid.columns]
    found: dict[str, int] = {}
    for name in (*_NEEDED, *_OPTIONAL):
        title: str = getattr(names, name)
        places = [at for at, head in enumerate(heads) if head == title.casefold()]
        where = f"{path.name}, {grid.sheet}, baris {row + 1}"
        if len(places) > 1:
            answers.faults.append(f"{where}: ada dua kolom {title!r}. Ubah judul salah satunya.")
        elif places:
            found[name] = places[0]
        elif name in _NEEDED:
            answers.faults.append(f"{where}: tidak ada kolom {title!r}. Kembalikan kolom itu beserta judulnya.")
    return _Sheet(path, grid, row, found) if set(_NEEDED) <= set(found) else None


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet of findings."""

    path: Path
    grid: Grid
    head: int
    """Its row, from 0."""
    columns: dict[str, int]

    def read(self, answers: Answers) -> None:
        """Read all rows below the headings."""
        for row in range(self.head + 1, self.grid.height):
            try:
                self._row(row, answers)
            except _RowError as error:
                answers.faults.append(str(error))

    def _row(self, row: int, answers: Answers) -> None:
        filled = any(self._text(row, name) for name in _ANSWERED)
        fingerprint = self._text(row, "fingerprint").casefold()
        if fingerprint == self._text(self.head, "fingerprint").casefold():
            return  # the headings once more, where sheets were put one below the other
        cause = self._text(row, "cause") if "cause" in self.columns else ""
        if cause:
            answers.causes.append(self._place(row, "cause"))
        if not fingerprint:
            if filled:
                raise self._fault(row, "fingerprint", "baris ini diisi, tetapi sidik temuannya kosong. Salin dari buku "
                                  "kerja semula, atau pindahkan isinya ke baris temuannya.")  # fmt: skip
            return
        status, response = self._said(row)
        before = self._text(row, "before") if "before" in self.columns else ""
        key = self._text(row, "document"), self._text(row, "part"), fingerprint
        answers.add(key, Answer(status, response, before, self._place(row, "status")))

    def _said(self, row: int) -> tuple[FindingStatus, Response | None]:
        """
        Understand what is filled in.

        Raises:
            _RowError: It cannot be understood, or something is missing.
        """
        status, text, by, on = self._status(row), self._text(row, "answer"), self._text(row, "by"), self._day(row)
        if status is None or status == "open":
            if not text and (by or on):
                raise self._fault(row, "answer", "Oleh atau Tanggal diisi, tetapi Tanggapan kosong. Isi Tanggapan dan "
                                  "Status, atau kosongkan keduanya.")  # fmt: skip
            status = "answered" if text else "open"
        if status == "answered" and not text:
            raise self._fault(row, "answer", "Ditanggapi, tetapi Tanggapan kosong. Isi tanggapannya.")
        if status == "overruled" and not text:
            raise self._fault(row, "answer", "Dibatalkan tanpa alasan. Isi alasannya pada Tanggapan.")
        if status == "overruled" and not by:
            raise self._fault(row, "by", "Dibatalkan tanpa nama. Isi nama yang membatalkan pada Oleh.")
        said = Response(text=text, by=by or None, on=on) if text or by or on else None
        return status, said

    def _status(self, row: int) -> FindingStatus | None:
        written = self._text(row, "status")
        status = _STATUSES.get(" ".join(written.casefold().split()).strip(" .,:;!"))
        if written and status is None:
            raise self._fault(row, "status", f"status {written[:40]!r} tidak dikenal. Pilih salah satu: {_OFFERED}.")
        return status

    def _day(self, row: int) -> dt.date | None:
        cell = self._cell(row, "on")
        if isinstance(cell, SheetValue) and isinstance(cell.value, dt.date):
            return cell.value
        written = self._text(row, "on")
        if not written:
            return None
        day = parse_date(written) if isinstance(cell, str) else None
        if day is None or day.state != "valid" or day.misread or day.iso is None:
            raise self._fault(row, "on", f"{written[:40]!r} bukan tanggal. Tulis misalnya 31-12-2026.")
        return day.iso

    def _text(self, row: int, name: str) -> str:
        cell = self._cell(row, name)
        if cell is None:
            return ""
        if isinstance(cell, str):
            return cell.strip()
        if cell.kind in ("error", "uncached"):
            raise self._fault(row, name, f"rumus tanpa hasil ({cell.text[:40]}). Tulis isinya sebagai teks.")
        return cell.text.strip()

    def _cell(self, row: int, name: str) -> SheetCell:
        return self.grid.columns[self.columns[name]][row]

    def _place(self, row: int, name: str) -> str:
        return f"{self.path.name}, {self.grid.sheet}!{column_name(self.columns[name])}{row + 1}"

    def _fault(self, row: int, name: str, message: str) -> _RowError:
        return _RowError(f"{self._place(row, name)}: {message}")


class _RowError(Exception):
    """A row cannot be understood."""


def _folded(cell: SheetCell) -> str:
    return " ".join(cell.split()).casefold() if isinstance(cell, str) else ""


def key_of(report: DocumentReport, finding: Finding) -> Key:
    """Return the key of a finding as the working paper shows it."""
    part = "" if report.part is None else str(report.part)
    return cell_text(report.path).strip(), part, finding.fingerprint.casefold()


def merged(documents: Iterable[DocumentReport], answers: Answers, outcome: Outcome) -> Iterator[DocumentReport]:
    """
    Return the documents with the answers put to their findings.

    Raises:
        FollowUpError: After the last document: rows that could not be understood, that answer a finding which the
            report does not have, or otherwise than the report by now.
    """
    faults, met = list(answers.faults), set[Key]()
    for report in documents:
        findings = []
        for finding in report.findings:
            outcome.findings += 1
            answer = answers.rows.get(key := key_of(report, finding))
            if answer is not None:
                met.add(key)
            findings.append(_answered(finding, answer, outcome, faults) if answer else finding)
        yield report.model_copy(update={"findings": tuple(findings)})
    for key, answer in answers.rows.items():
        if key not in met:
            faults.append(_unknown(key, answer))
    if faults:
        raise FollowUpError(faults)


def _answered(finding: Finding, answer: Answer, outcome: Outcome, faults: list[str]) -> Finding:
    now = state(finding.status, finding.response)
    if answer.mark == now:
        outcome.same += bool(now)
        return finding
    if answer.rank < 2 and (now or answer.status == "waived"):
        outcome.kept += 1  # the row is as it was written, and since then the report got another answer, or no waiver
        return finding
    if answer.status == "waived":
        faults.append(
            f"{answer.place}: {STATUS['id']['waived']} tidak dapat dipilih di sini. Tulis pengecualiannya dalam "
            f"waivers.yaml, atau pilih salah satu: {_OFFERED}."
        )
        return finding
    if now and answer.before != now:
        faults.append(
            f"{answer.place}: laporan sudah memuat jawaban lain untuk temuan {finding.fingerprint} "
            f"({STATUS['id'][finding.status]}{_by(finding)}). Tulis kertas kerja baru dari laporan itu dengan patuh "
            "report write, lalu isi di sana."
        )
        return finding
    outcome.merged[answer.status] += 1
    return finding.model_copy(update={"status": answer.status, "response": answer.response})


def _by(finding: Finding) -> str:
    return f" oleh {finding.response.by}" if finding.response and finding.response.by else ""


def _unknown(key: Key, answer: Answer) -> str:
    document, part, fingerprint = key
    of = f"{document} bagian {part}" if part else document
    return (
        f"{answer.place}: temuan {fingerprint} pada dokumen {of} tidak ada dalam laporan. Pakai laporan yang sama "
        "dengan kertas kerja ini; bila kolom Dokumen, Bagian, atau Sidik temuan berubah, kembalikan isinya."
    )


def checked(documents: Iterable[DocumentReport], answers: Answers) -> Outcome:
    """
    Merge without keeping anything, and tell what it comes to.

    Raises:
        FollowUpError: as `merged`.
    """
    outcome = Outcome()
    found = overview(Entry(report=report) for report in merged(documents, answers, outcome))
    outcome.rules = found.rules
    return outcome
