"""The sheet of documents: one row a document."""

from __future__ import annotations

from reports.book import Book
from reports.followup import COLUMNS
from reports.labels import LABELS
from reports.workbook.look import Kind
from reports.workbook.rows import Column, Paper, Rows, Shape, Value
from reports.workbook.words import WORDS
from schemas.report import DocumentReport, Severity

_KINDS: tuple[tuple[float, Kind], ...] = (
    (34, "text"),
    (12, "text"),
    (14, "text"),
    (9, "score"),
    (10, "score"),
    (10, "score"),
    (9, "text"),
    (10, "text"),
    (10, "text"),
    (16, "text"),
    (11, "number"),
    (9, "number"),
    (9, "number"),
    (9, "number"),
    (10, "number"),
    (9, "number"),
    (36, "text"),
    (11, "number"),
)
"""Width and kind of the columns that `Words.document_columns` names."""
_VERDICT = 10
"""So many of them stand before the findings."""


class DocumentsSheet:
    """Writes it."""

    def __init__(self, paper: Paper, book: Book) -> None:
        self._words, self._labels = WORDS[paper.lang], LABELS[paper.lang]
        answers = COLUMNS[paper.lang]
        named = [Column(title, *form) for title, form in zip(self._words.document_columns, _KINDS, strict=True)]
        columns = [
            Column(answers.document, 34),
            Column(answers.part, 8, "number"),
            Column(self._words.office, 28),
            *named[:_VERDICT],
            *(Column(self._labels.severity[severity], 9, "number") for severity in Severity),
            *named[_VERDICT:],
            Column("SHA-256", 36, "code"),
        ]
        self.rows = Rows(paper, self._words.sheets["documents"], Shape(columns, 1), expected=book.summary.documents)

    def add(self, report: DocumentReport) -> None:
        """Write one document."""
        severities = [finding.severity for finding in report.findings]
        outcomes = report.outcomes
        self.rows.add(
            [
                report.path,
                report.part,
                report.unit,
                report.title,
                self._words.kinds[report.kind],
                report.media,
                *self._graded(report),
                *(severities.count(severity) for severity in Severity),
                sum(finding.status == "overruled" for finding in report.findings),
                outcomes.clean,
                outcomes.flagged,
                outcomes.not_applicable,
                outcomes.not_evaluated,
                outcomes.error,
                "\n".join(error.message for error in report.errors) or None,
                len(report.notices),
                report.sha256,
            ]
        )

    def _graded(self, report: DocumentReport) -> list[Value]:
        score, grade = report.score, report.grade
        verdict = self._labels.verdict.get(report.verdict, report.verdict) if report.verdict else None
        return [
            *((score.value, score.low, score.high) if score else (None,) * 3),
            *((grade.value, grade.low, grade.high) if grade else (None,) * 3),
            verdict,
        ]
