"""The last sheet but one: by what was judged, how grades come about, and what was not judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xlsxwriter.worksheet import Worksheet

from reports.book import Book
from reports.grading import grading_explanation
from reports.workbook.heights import height, lines
from reports.workbook.look import Kind
from reports.workbook.rows import A4, Paper, Value
from reports.workbook.rules import changes
from reports.workbook.words import WORDS

_LABEL, _TEXT = 30, 96
"""Widths; the explanation of grades has lines of 80 letters."""


class MethodSheet:
    """Writes it."""

    def __init__(self, paper: Paper, book: Book) -> None:
        self._paper, self._book, self._words = paper, book, WORDS[paper.lang]
        self._sheet: Worksheet = paper.sheet(self._words.sheets["method"], size=A4)
        self._row = 0
        self._sheet.set_column(0, 0, _LABEL)
        self._sheet.set_column(1, 1, _TEXT)

    def write(self, remarks: Sequence[str]) -> None:
        """Write the sheet; *remarks* are about the sheets of this workbook."""
        words, look = self._words, self._paper.look
        self._sheet.set_row(0, 24)
        self._sheet.write_string(self._row, 0, words.method["title"], look.title)
        self._row += 2
        for label, value, kind in self._judged_by():
            self._pair(label, value, kind)
        self._row += 1
        for label, text in words.about:
            self._pair(label, text, "text")
        for remark in remarks:
            self._pair("", remark, "text")
        self._row += 1
        self._sheet.write_string(self._row, 0, words.grading, look.section)
        self._sheet.write_blank(self._row, 1, None, look.section)
        self._sheet.set_h_pagebreaks([self._row])
        canon = self._book.canon
        for line in grading_explanation(canon.grading, canon.rules, self._paper.lang).split("\n")[1:]:
            self._row += 1
            self._sheet.write_string(self._row, 1, line, look.mono)

    def _judged_by(self) -> Iterable[tuple[str, Value, Kind]]:
        book, info, words = self._book, self._book.rules, self._words.method
        yield words["program"], f"{book.tool.name} {book.tool.version}", "text"
        yield words["engine"], book.tool.engine, "text"
        yield words["as_of"], book.as_of, "date"
        yield words["auditor"], info.organisation or words["none"], "text"
        yield words["profile"], info.profile, "text"
        yield words["count"], str(info.count), "text"
        yield words["digest"], info.digest, "code"
        if book.installed:
            yield "", self._words.other_rules.format(digest=book.installed), "bold"
        yield words["off"], _listed((f"{one.rule}: {one.reason}" for one in info.switched_off), words["none"]), "text"
        changed = (f"{one.rule}: {changes(one, self._paper.lang)}" for one in info.changed)
        yield words["changed"], _listed(changed, words["none"]), "text"
        yield words["masked"], words["masked_yes"] if book.masked else words["masked_no"], "text"
        inputs = words["inputs_text"].format(count=book.summary.documents, sheet=self._words.sheets["documents"])
        yield words["inputs"], inputs, "text"

    def _pair(self, label: str, value: Value, kind: Kind) -> None:
        if isinstance(value, str):
            self._sheet.set_row(self._row, height(max(lines(label, _LABEL), lines(value, _TEXT))))
        self._paper.put(self._sheet, self._row, 0, label, "bold")
        self._paper.put(self._sheet, self._row, 1, value, kind)
        self._row += 1


def _listed(items: Iterable[str], none: str) -> str:
    return "\n".join(items) or none
