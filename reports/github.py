"""
Findings as annotations of GitHub Actions: workflow commands that a step prints to its log.

GitHub keeps ten of each level a step, so the gravest ten are printed, and one line with the totals.
"""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import BinaryIO, Final

from reports.book import Book
from reports.flat import counts, heading, places
from reports.labels import LABELS, Language
from reports.numbers import whole
from reports.words import harmless
from schemas.report import CLOSED, DocumentError, DocumentReport, Finding, FindingStatus, Severity

KEPT: Final = 10
"""Annotations of one level that GitHub shows of a step."""
_LEVELS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.ADVICE: "notice",
}
_MAX_MESSAGE = 2_000
"""Characters; GitHub cuts messages of more than 64 kB, and nobody reads them."""
_MAX_PLACES = 4
_TOTALS: dict[Language, str] = {
    "id": "{documents} dokumen diperiksa. Temuan: {findings}. Tidak dapat diperiksa: {errors}. Bukan "
    "SOP atau dokumen kinerja: {unknown}.",
    "en": "{documents} documents audited. Findings: {findings}. Could not be audited: {errors}. Neither "
    "an SOP nor a performance document: {unknown}.",
}
_OVERRULED: dict[Language, str] = {
    "id": " {count} temuan di antaranya dibatalkan oleh pemeriksa dan tidak ditampilkan.",
    "en": " {count} of the findings were overruled by an auditor and are not shown.",
}
_WAIVED: dict[Language, str] = {
    "id": " {count} temuan di antaranya dikecualikan sementara dan tidak ditampilkan.",
    "en": " {count} of the findings are waived for a time and are not shown.",
}
_LEFT_OUT: dict[Language, str] = {
    "id": " {shown} yang terberat ditampilkan sebagai anotasi; {rest} lainnya ada dalam laporan (--output).",
    "en": " The gravest {shown} are shown as annotations; {rest} more stand in the report (--output).",
}


@dataclass(frozen=True, slots=True, order=True)
class _Note:
    """One annotation; they are ordered by severity (unreadable documents first), confidence, and place."""

    order: tuple[int, int, int]
    report: DocumentReport = field(compare=False)
    what: Finding | DocumentError = field(compare=False)


def write(book: Book, stream: BinaryIO) -> None:
    """Write the annotations; see `reports.book.BookWriter`."""
    kept: dict[str, list[_Note]] = {level: [] for level in ("error", "warning", "notice")}
    room = {"error": KEPT, "warning": KEPT, "notice": KEPT - 1}  # the totals are a notice, too
    notes, closed = 0, Counter[FindingStatus]()
    for level, note in _notes(book, closed):
        notes += 1
        bisect.insort(kept[level], note)
        del kept[level][room[level] :]
    shown = sum(map(len, kept.values()))
    totals = _totals(book, shown, notes - shown, closed)
    lines = [_line(note, book.lang) for found in kept.values() for note in found]
    stream.writelines(line.encode("utf-8", "replace") + b"\n" for line in [*lines, totals])


def _notes(book: Book, closed: Counter[FindingStatus]) -> Iterator[tuple[str, _Note]]:
    """Yield what may be annotated; what is overruled or waived is only counted."""
    number = count()
    for entry in book.entries():
        report = entry.report
        for error in report.errors:
            yield "error", _Note((-1, 0, next(number)), report, error)
        for finding in report.findings:
            if finding.status in CLOSED:
                closed[finding.status] += 1
            else:
                order = finding.severity.rank, finding.confidence.rank, next(number)
                yield _LEVELS[finding.severity], _Note(order, report, finding)


def _line(note: _Note, lang: Language) -> str:
    if isinstance(note.what, DocumentError):
        return _command("error", _file(note.report), LABELS[lang].errors, note.what.message)
    return _annotation(note.what, note.report, lang)


def _annotation(finding: Finding, report: DocumentReport, lang: Language) -> str:
    labels, first = LABELS[lang], finding.evidence[0]
    where = _file(report)
    if first.line is not None and (report.media or "").startswith("text/"):
        where["line"] = str(first.line)
        if first.column is not None and first.cell is None:
            where["col"] = str(first.column)
    title = f"{labels.severity[finding.severity]} {finding.code}: {finding.title}"
    at = places(finding.evidence, lang, _MAX_PLACES)
    at = f" ({at})" if at else ""
    sure = labels.confidence[finding.confidence]
    said = f"{finding.condition}{at}{f' [{sure}]' if sure else ''}\n{labels.recommendation}: {finding.recommendation}"
    part = heading(report, lang).removeprefix(harmless(report.path)).strip()
    return _command(_LEVELS[finding.severity], where, f"{title} {part}".strip(), said)


def _totals(book: Book, shown: int, rest: int, closed: Counter[FindingStatus]) -> str:
    lang, summary = book.lang, book.summary
    said = _TOTALS[lang].format(
        documents=whole(summary.documents, lang),
        findings=counts(summary.findings, lang),
        errors=whole(summary.errors, lang),
        unknown=whole(book.unknown, lang),
    )
    for number, words in ((closed["overruled"], _OVERRULED), (closed["waived"], _WAIVED)):
        said += words[lang].format(count=whole(number, lang)) if number else ""
    said += _LEFT_OUT[lang].format(shown=whole(shown, lang), rest=whole(rest, lang)) if rest else ""
    return _command("notice", {}, f"patuh: {LABELS[lang].summary}", said)


def _file(report: DocumentReport) -> dict[str, str]:
    return {"file": report.path}


def _command(level: str, where: dict[str, str], title: str, message: str) -> str:
    """Write a workflow command; a line of it can be nothing but this command, whatever the words are."""
    values = ",".join(f"{name}={_property(value)}" for name, value in {**where, "title": title}.items())
    lines = "\n".join(map(harmless, message.split("\n")))
    return f"::{level} {values}::{_data(lines[:_MAX_MESSAGE])}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(harmless(words)).replace(":", "%3A").replace(",", "%2C")
