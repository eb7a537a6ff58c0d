"""Whether a row is explained: a remark beside it, a note at a cell, or a word about it in the text of a report."""

from __future__ import annotations

from collections.abc import Sequence

from engine.derive.table_cells import words_at
from engine.derive.wording import words_of
from schemas.performance import PerformanceReport, PerformanceTable

MAX_ROWS = 500
"""Rows of a table in a report up to which its text is searched for their names."""
NOTED = ("realization", "capaian", "target", "remarks", "indicator")

_NOTHING = frozenset(["", *"- – — − -- . .. ... … * nihil".split()])
_EMPTY_WORDS = frozenset(
    "yang dan atau di ke dari pada untuk dengan dalam oleh serta terhadap persentase prosentase presentase jumlah "
    "nilai tingkat indeks rata angka kecamatan kelurahan dinas tahun hasil skor cakupan rasio".split()
)


def explained_rows(report: PerformanceReport, table: PerformanceTable, names: Sequence[str]) -> list[str]:
    """`remark`, `text`, `none` or `unknown` for each row; see `indicator.explained` in the vocabulary."""
    remarks = table.words.get("remarks")
    prose = _prose(report) if report.narrative and table.count <= MAX_ROWS else []
    if remarks is not None:
        told = {words: "none" if words.strip() in _NOTHING else "remark" for words in set(remarks)}
        found = list(map(told.__getitem__, remarks))
    else:
        found = ["none" if prose else "unknown"] * table.count
    for row, key in table.comments:
        if key in NOTED:
            found[row] = "remark"
    if prose:
        found = ["text" if one == "none" and is_told(names[row], prose) else one for row, one in enumerate(found)]
    return found


def remark_of(table: PerformanceTable, row: int) -> str:
    """The remark of a row, else the first note at its cells."""
    words = words_at(table, "remarks", row)
    if words not in _NOTHING:
        return words
    return next((note for key in NOTED if (note := table.comments.get((row, key)))), "")


def is_told(name: str, prose: Sequence[frozenset[str]]) -> bool:
    """Whether a section of the text has most of the words of an indicator, or its initials."""
    words = [word for word in words_of(name) if len(word) > 2 and word not in _EMPTY_WORDS]
    if not words:
        return True
    initials = "".join(word[0] for word in words_of(name))
    needed = max(1, -(-2 * len(words) // 3))
    return any(
        sum(word in text for word in words) >= needed or (len(initials) > 2 and initials in text) for text in prose
    )


def _prose(report: PerformanceReport) -> list[frozenset[str]]:
    texts = [section.text.value for section in report.sections if section.text]
    texts += [statement.text.value for statement in report.statements]
    return [frozenset(words_of(text)) for text in texts]
