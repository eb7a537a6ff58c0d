"""The sheet of findings: one row a finding, with its five parts and room for what people answer."""

from __future__ import annotations

import datetime as dt
from typing import Final

from reports.book import Book
from reports.followup import COLUMNS, OFFERED, STATUS, state
from reports.grading import component_title
from reports.labels import LABELS, Language
from reports.workbook.look import STATUS_COLOURS
from reports.workbook.rows import Column, Paper, Rows, Shape, Styled, Value
from reports.workbook.words import WORDS
from schemas.evidence import Evidence
from schemas.places import in_words, told
from schemas.report import DocumentReport, Finding

_PRINTED: Final = 16
"""Columns up to the date of the answer."""
_STATUS, _ON = 12, 15
"""Places of these columns."""
_FIRST_DAY: Final = dt.date(2000, 1, 1)


class FindingsSheet:
    """Writes it."""

    def __init__(self, paper: Paper, book: Book) -> None:
        self._paper, self._book = paper, book
        self._words, self._labels = WORDS[paper.lang], LABELS[paper.lang]
        components = book.canon.grading.components
        self._components = {name: component_title(one, paper.lang) for name, one in components.items()}
        expected = sum(book.summary.findings.values())
        self.rows = Rows(paper, self._words.sheets["findings"], self._shape(), expected=expected)

    def add(self, report: DocumentReport) -> None:
        """Write the findings of one document."""
        for finding in report.findings:
            self.rows.add(self._row(report, finding))

    def end(self) -> None:
        """Offer the list of statuses, and colour what is chosen."""
        self.rows.end()
        words, statuses = self._words, STATUS[self._paper.lang]
        pick = {
            "validate": "list",
            "source": [statuses[one] for one in OFFERED],
            "input_title": words.pick_title,
            "input_message": words.pick,
            "error_title": words.wrong_title,
            "error_message": words.wrong,
        }
        day = {"validate": "date", "criteria": ">=", "value": _FIRST_DAY, "error_message": words.date_wrong}
        for at, sheet in enumerate(self.rows.sheets):
            last = self.rows.rows_of(at)
            if not last:
                continue
            sheet.data_validation(1, _STATUS, last, _STATUS, pick)
            sheet.data_validation(1, _ON, last, _ON, day | {"error_type": "warning"})
            for status in STATUS_COLOURS:
                chosen = {"type": "cell", "criteria": "==", "value": f'"{statuses[status]}"'}
                sheet.conditional_format(
                    1, _STATUS, last, _STATUS, chosen | {"format": self._paper.look.status(status)}
                )

    def _shape(self) -> Shape:
        words, answers = self._words, COLUMNS[self._paper.lang]
        columns = (
            Column(words.number, 6, "number"),
            Column(answers.document, 22),
            Column(answers.part, 8, "number"),
            Column(words.place, 12),
            Column(words.severity, 9),
            Column(words.code, 8),
            Column(words.finding, 20),
            Column(words.condition, 34),
            Column(words.criterion, 30),
            Column(answers.cause, 16, "input"),
            Column(words.effect, 24),
            Column(words.recommendation, 32),
            Column(answers.status, 12, "input"),
            Column(answers.answer, 24, "input"),
            Column(answers.by, 14, "input"),
            Column(answers.on, 12, "input_date"),
            Column(words.office, 26),
            Column(words.quote, 40),
            Column(words.confidence_head, 11),
            Column(words.component, 18),
            Column(words.akip, 14),
            Column(words.rule, 26, "code"),
            Column(answers.fingerprint, 19, "code"),
            Column(answers.before, 19, "code", hidden=True),
        )
        return Shape(columns, frozen=2, printed=_PRINTED)

    def _row(self, report: DocumentReport, finding: Finding) -> list[Value | Styled]:
        lang, response = self._paper.lang, finding.response
        severity = self._labels.severity[finding.severity], self._paper.look.severity(finding.severity)
        return [
            self.rows.count + 1,
            report.path,
            report.part,
            places(finding.evidence, lang),
            severity,
            finding.code,
            finding.title,
            finding.condition,
            finding.criterion,
            None,
            finding.effect,
            finding.recommendation,
            STATUS[lang][finding.status],
            response.text if response and response.text else None,
            response.by if response else None,
            response.on if response else None,
            report.unit,
            _quotes(finding.evidence),
            self._words.confidence[finding.confidence],
            self._components.get(finding.component, finding.component),
            ", ".join(finding.akip) or None,
            finding.rule,
            finding.fingerprint,
            state(finding.status, response) or None,
        ]


def places(evidence: tuple[Evidence, ...], lang: Language) -> str | None:
    """Where a finding stands: ``baris 3; baris 8``, ``Lembar1!F12``; None where no place is known."""
    found = (
        in_words(one.cell, lang) if one.cell and one.in_sheet and one.document is None else told([one], lang)
        for one in evidence
    )
    return "; ".join(dict.fromkeys(filter(None, found))) or None


def _quotes(evidence: tuple[Evidence, ...]) -> str | None:
    """The words as printed, each on a line of its own, with what was looked for there."""
    quotes = (f"{one.quote} ({one.note})" if one.quote and one.note else one.quote or one.note for one in evidence)
    return "\n".join(dict.fromkeys(filter(None, quotes))) or None
