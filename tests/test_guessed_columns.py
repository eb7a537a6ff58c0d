"""Tables whose columns nothing rules off: read by their gaps, and no ground for an accusation."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from engine.audit import Auditor, Judgement
from engine.derive.guessed_columns import GAPS
from engine.doubts import NOT_FOUND
from engine.facts import sop_facts
from extraction.sop import extract
from readers.page_notices import MIN_PARTED_LINES, guess_notices
from readers.pdf import read_pdf
from readers.text import read_text
from schemas.blocks import Document, GuessedColumns, Table
from schemas.report import Confidence
from tests.packs import rules_pack
from tests.pdfs import drawn, printed_text
from tests.sop_texts import HEADING, IDENTITY, STEPS, read_one

FIXTURES = Path(__file__).parents[1] / "fixtures" / "sop"
PACK = rules_pack()
AUDITOR = Auditor(PACK)
AS_OF = dt.date(2026, 1, 15)


def judged(document: Document) -> list[Judgement]:
    return [AUDITOR.judge(sop_facts(sop, as_of=AS_OF, known=PACK.knowledge)) for sop in extract(document).sops]


def broken(judgements: list[Judgement]) -> set[tuple[str, str]]:
    return {(finding.rule, finding.severity) for one in judgements for finding in one.findings}


@cache
def printed_as(name: str, rules: str) -> Document:
    """A fixture, printed with its tables ruled so."""
    return read_pdf(printed_text((FIXTURES / name).read_bytes(), name, rules=rules), name="a.pdf")


NAMES = [
    "clean-guide-tabs.txt",
    "clean-html-spans.md",
    "clean-lists-over-page-break.txt",
    "clean-reversed-columns.txt",
    "clean-similar-steps.txt",
    "clean-table-three-pages.txt",
    "header-missing-pipes-two-pages.md",
    "steps-gap-and-time-missing-pipes.md",
]


@pytest.mark.parametrize("rules", ["lines", "level", "none"])
@pytest.mark.parametrize("name", NAMES)
def test_lines_that_are_not_drawn_accuse_nobody(name: str, rules: str):
    text = read_text((FIXTURES / name).read_bytes(), name=name)

    found = broken(judged(printed_as(name, rules)))

    assert found <= broken(judged(text))


@pytest.mark.parametrize(("rules", "told"), [("lines", set()), ("level", {"columns"})])
def test_only_columns_without_rulings_are_guessed(rules: str, told: set[str]):
    document = printed_as("clean-table-three-pages.txt", rules)

    assert {area.told for area in document.guessed} - {"order"} == told
    assert ("columns-guessed" in {notice.code for notice in document.notices}) is bool(told)
    (sop,) = extract(document).sops
    assert {sop.form_columns, sop.steps_columns} - {"sure"} == told


def test_a_form_of_words_side_by_side_is_not_judged():
    (judgement,) = judged(printed_as("clean-guide-tabs.txt", "none"))

    reasons = {one.rule: one.reason for one in judgement.not_evaluated}
    assert {"identity/field-empty", "section/empty"} <= reasons.keys()
    assert reasons["approval/undated"] == NOT_FOUND["id"]


def test_what_ruled_rows_say_is_still_found():
    """One empty cell among filled ones stands in the document, whatever parts its columns."""
    assert ("steps/time-missing", "major") in broken(judged(printed_as("steps-gap-and-time-missing-pipes.md", "level")))


# what is said -----------------------------------------------------------------------------------------------------


def test_pages_with_guessed_columns_are_named():
    box = (0.0, 0.0, 9.0, 9.0)
    lines = [GuessedColumns(7, box, "order") for _ in range(MIN_PARTED_LINES - 1)]

    assert not list(guess_notices(lines))
    (notice,) = guess_notices([GuessedColumns(5, box, "cells"), GuessedColumns(2, box, "columns"), *lines])
    assert "halaman 2, 5 " in notice.message
    assert [place.page for place in notice.evidence] == [2, 5]


# engine -----------------------------------------------------------------------------------------------------------


def test_no_finding_rests_on_a_guess():
    sop = read_one(HEADING + IDENTITY + STEPS)
    plain = AUDITOR.judge(sop_facts(sop, as_of=AS_OF, known=PACK.knowledge))
    unsure = sop.model_copy(update={"form_columns": "order", "steps_columns": "order"})
    facts = sop_facts(unsure, as_of=AS_OF, known=PACK.knowledge)

    judgement = AUDITOR.judge(facts)

    accused = {finding.rule for finding in plain.findings if not finding.rule.startswith("text/")}
    assert accused
    assert accused.isdisjoint(finding.rule for finding in judgement.findings)
    assert accused <= {one.rule for one in judgement.not_evaluated}
    assert all(fact.confidence is Confidence.LOW for fact in facts if GAPS in fact.doubts)


def test_sure_columns_leave_facts_as_they_are():
    assert not [fact for fact in sop_facts(read_one(HEADING + IDENTITY + STEPS), as_of=AS_OF) if GAPS in fact.doubts]


# pages ------------------------------------------------------------------------------------------------------------


def rows_of(*pages: list[tuple[float, list[tuple[float, str]]]], ruled: bool) -> list[list[list[str]]]:
    """The tables of pages of lines: height, and words with their places."""
    left = iter(pages)

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for y, words in next(left):
            for x, text in words:
                canvas.drawString(x, y, text)
            if ruled:
                canvas.line(55, y - 6, 540, y - 6)
                canvas.line(55, y + 14, 540, y + 14)

    document = read_pdf(drawn(draw, pages=len(pages)), name="a.pdf")
    return [
        [[" ".join(piece.text for piece in cell.pieces) for cell in row.cells] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Table)
    ]


def test_two_rows_between_rulings_are_a_table():
    page = [(700.0, [(60.0, "Peringatan"), (300.0, "Pencatatan dan Pendataan")]), (680.0, [(60.0, "Tidak ada.")])]

    assert rows_of(page, ruled=True) == [[["Peringatan", "Pencatatan dan Pendataan"], ["Tidak ada.", ""]]]


def test_a_heading_takes_the_columns_of_the_rows_on_the_next_page():
    """`Pelaksana` stands over two columns that only the rows below part."""
    head = [
        (80.0, [(60.0, "No"), (90.0, "Kegiatan"), (250.0, "Pelaksana dan petugas"), (420.0, "Waktu")]),
        (60.0, [(250.0, "Camat"), (310.0, "Staf")]),
    ]
    rows = [
        (700.0 - 20 * n, [(60.0, str(n + 1)), (90.0, "Mencatat surat"), (x, "v"), (420.0, f"{n} menit")])
        for n, x in enumerate((250.0, 310.0, 250.0, 310.0))
    ]

    (table,) = rows_of(head, rows, ruled=True)

    assert table[1] == ["", "", "Camat", "Staf", ""]
    assert table[3] == ["2", "Mencatat surat", "", "v", "1 menit"]


def test_a_heading_with_one_row_at_the_foot_of_a_page_is_a_table():
    foot = [
        (90.0, [(60.0, "Tabel skala penilaian yang dipakai dalam laporan kinerja tahun ini")]),
        (70.0, [(60.0, "No"), (120.0, "Interval"), (300.0, "Kategori")]),
        (54.0, [(60.0, "1"), (120.0, "90 - 100"), (300.0, "Sangat Baik")]),
    ]
    rows = [
        (700.0 - 16 * n, [(60.0, str(n + 2)), (120.0, f"{80 - 10 * n} - {89 - 10 * n}"), (300.0, "Baik")])
        for n in range(3)
    ]

    (table,) = rows_of(foot, rows, ruled=False)

    assert table[0] == ["No", "Interval", "Kategori"]
    assert [row[0] for row in table] == ["No", "1", "2", "3", "4"]


# headings ---------------------------------------------------------------------------------------------------------

TERMS = """| No | Kegiatan | Kasubag Umum | Kasubbag Umum | Waktu | Output |
|---|---|---|---|---|---|
| 1 | Mencatat surat | v | | 5 menit | Agenda |

{between}| No | Kegiatan | Kasubag Umum | Kasubbag Umum | Waktu | Output |
|---|---|---|---|---|---|
| 2 | Mengirim surat | v | | 5 menit | Tanda terima |
"""


@pytest.mark.parametrize(("between", "times"), [("", 1), ("Prosedur kedua adalah sebagai berikut.\n\n", 2)])
def test_a_heading_printed_again_counts_once(between: str, times: int):
    sop = read_one(HEADING + IDENTITY + "\n" + TERMS.format(between=between))

    words = [piece.text for run in sop.prose for piece in run.pieces]

    assert words.count("Kasubag Umum") == times
    assert words.count("Mengirim surat") == 1


def test_groups_that_were_run_together_with_their_titles_are_parted():
    table = """No	Kegiatan	Pelaksana Camat	Staf	Mutu Baku Kelengkapan	Waktu	Output
1	Mencatat surat		v	Surat masuk	5 menit	Agenda
2	Memberi disposisi	v		Agenda	5 menit	Disposisi
"""
    sop = read_one(HEADING + IDENTITY + "\n" + table)

    assert [actor.value for actor in sop.actors] == ["Camat", "Staf"]
    assert [step.requirements.value for step in sop.steps if step.requirements] == ["Surat masuk", "Agenda"]
