"""
The report as CSV: one row a finding, and one for each document that has none, so that no document is missing.

Comma-separated (RFC 4180), numbers with a point: for programs that read tables. Who works in Excel takes the workbook.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from reports.book import Book
from reports.flat import STATUSES, places
from reports.labels import LABELS, Language
from reports.words import harmless
from schemas.report import DocumentReport, Finding

MARK = "\N{BYTE ORDER MARK}".encode()
"""What begins a file: without it Excel reads UTF-8 as the code page of the machine."""
MAX_CELL = 32_000
"""Characters; spreadsheets cut or break cells of more than 32,767."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula (OWASP, *CSV Injection*)."""
_NUMBER = re.compile(r"[0-9]{16,}|0[0-9]+|[0-9]+[eE][0-9]+", re.ASCII)
"""What it takes for a number and changes: NIPs lose their last digits."""
COLUMNS: dict[Language, tuple[str, ...]] = {
    "id": (
        "berkas", "bagian", "perangkat daerah", "judul", "hasil", "kesimpulan", "predikat", "nilai", "tingkat",
        "keyakinan", "kode", "aturan", "temuan", "kondisi", "kriteria", "sebab", "akibat", "rekomendasi", "letak",
        "halaman", "baris", "kolom", "sel", "kutipan", "kriteria AKIP", "status", "tanggapan", "oleh", "tanggal",
        "sidik jari", "tidak dapat dinilai", "sha256",
    ),
    "en": (
        "path", "part", "office", "title", "outcome", "verdict", "grade", "score", "severity", "confidence", "code",
        "rule", "finding", "condition", "criterion", "cause", "effect", "recommendation", "place", "page", "line",
        "column", "cell", "quote", "AKIP criteria", "status", "response", "by", "on", "fingerprint", "not evaluated",
        "sha256",
    ),
}  # fmt: skip
"""The first row; *sebab* is left for the auditor, *tidak dapat dinilai* counts rules."""
_OUTCOMES = {
    "id": {
        "finding": "temuan",
        "clean": "tanpa temuan",
        "failed": "tidak dapat diperiksa",
        "unknown": "tidak dikenali",
        "unjudged": "tidak ada yang dinilai",
    },
    "en": {
        "finding": "finding",
        "clean": "no findings",
        "failed": "could not be audited",
        "unknown": "not recognised",
        "unjudged": "nothing judged",
    },
}
_FINDING_COLUMNS = 22
_EXACT = 3
"""The last columns hold a count and digests, which programs join by: they stay as they are."""


def write(book: Book, stream: BinaryIO) -> None:
    """Write the report; see `reports.book.BookWriter`."""
    lang = book.lang
    stream.write(MARK)
    stream.write(_lines([COLUMNS[lang]]))
    stream.writelines(_lines(_rows(entry.report, lang)) for entry in book.entries())


def _rows(report: DocumentReport, lang: Language) -> Iterator[list[str]]:
    outcomes = _OUTCOMES[lang]
    start, end = _about(report, lang), [str(report.outcomes.not_evaluated), report.sha256 or ""]
    for error in report.errors:
        yield _without_finding(start, outcomes["failed"], end, error.code, error.message)
    for finding in report.findings:
        yield [*start[:4], outcomes["finding"], *start[4:], *_finding(finding, lang), *end]
    if not report.errors and not report.findings:
        judged = report.outcomes.clean or report.outcomes.flagged
        kind = "unknown" if report.kind == "unknown" else "clean" if judged else "unjudged"
        yield _without_finding(start, outcomes[kind], end)


def _about(report: DocumentReport, lang: Language) -> list[str]:
    """What is known of the document."""
    return [
        report.path,
        "" if report.part is None else str(report.part),
        report.unit or "",
        report.title or "",
        LABELS[lang].verdict[report.verdict] if report.verdict else "",
        report.grade.value if report.grade else "",
        str(report.score.value) if report.score else "",
    ]


def _without_finding(start: list[str], outcome: str, end: list[str], code: str = "", said: str = "") -> list[str]:
    cells = [""] * _FINDING_COLUMNS
    cells[2], cells[5] = code, said  # the columns of code and condition
    return [*start[:4], outcome, *start[4:], *cells, *end]


def _finding(finding: Finding, lang: Language) -> list[str]:
    labels, first, response = LABELS[lang], finding.evidence[0], finding.response
    numbers = ["" if value is None else str(value) for value in (first.page, first.line, first.column)]
    return [
        labels.severity[finding.severity],
        labels.confidence_in_full[finding.confidence],
        finding.code,
        finding.rule,
        finding.title,
        finding.condition,
        finding.criterion,
        "",
        finding.effect,
        finding.recommendation,
        places(finding.evidence, lang),
        *numbers,
        first.cell or "",
        first.quote,
        ", ".join(finding.akip),
        STATUSES[lang][finding.status],
        response.text if response else "",
        (response.by or "") if response else "",
        response.on.isoformat() if response and response.on else "",
        finding.fingerprint,
    ]


def _lines(rows: Iterable[Sequence[str]]) -> bytes:
    return csv_lines(rows, _EXACT)


def csv_lines(rows: Iterable[Sequence[str]], exact: int) -> bytes:
    """Write rows; the cells of the last *exact* columns stay as they are, the others are made harmless."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([*map(_cell, row[: len(row) - exact]), *row[len(row) - exact :]] for row in rows)
    return text.getvalue().encode("utf-8", "replace")


def _cell(words: str) -> str:
    """One line that no spreadsheet takes for a formula, or for a number that it would round."""
    text = harmless(words)
    text = f"'{text}" if words.startswith(_FORMULA) or text.startswith(_FORMULA) or _NUMBER.fullmatch(text) else text
    return text if len(text) <= MAX_CELL else text[:MAX_CELL] + "…"
