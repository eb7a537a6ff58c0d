"""An SOP that an office keeps as a Word file says what the same SOP says as text, and its drawn figures are marks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from auditing.document import Judge, audit_file, read_file
from auditing.run import RuleChoice
from engine.facts import sop_facts
from extraction.sop import extract
from readers.docx import read_docx
from readers.text import read_text
from schemas.places import PLACES
from schemas.report import DocumentReport
from schemas.sop import Sop
from tests.program import FIXTURES, ROOT
from tests.word_files import cell, docx, p, picture, shape, table, word_of

CUT = "cut-off-excerpt.txt"
"""Ends in the middle of a row, as no Word file does."""
TEXTS = sorted(path for path in FIXTURES.iterdir() if path.name != CUT)
_PLACES = re.compile(rf"{PLACES}(?:(?:[;,]| dan| sampai) (?:{PLACES}|\d+))*")
REPORTS = sorted((ROOT / "fixtures" / "performance").glob("*.md"))


@cache
def judge() -> Judge:
    """All rules, those about neatness too."""
    choice = RuleChoice((ROOT / "rules",), profile="ketat")
    return choice.judge(choice.pack(), dt.date(2026, 1, 15))


def found(path: Path) -> list[object]:
    """Everything that is found in a file, but for where it stands."""
    reports: Sequence[DocumentReport] = audit_file(path, path.name, judge())
    assert not any(report.errors for report in reports)
    return [
        (report.kind, report.title, report.unit, report.score and report.score.value,
         sorted((finding.rule, without_places(finding.condition), finding.confidence) for finding in report.findings))
        for report in reports
    ]  # fmt: skip


def without_places(words: str) -> str:
    """The words of a finding, wherever it stands."""
    return _PLACES.sub("#", words)


@cache
def found_in_text(path: Path) -> list[object]:
    """The same of a fixture, once for its Word file of each kind."""
    return found(path)


@pytest.mark.parametrize("drawn", [False, True], ids=["typed", "drawn"])
@pytest.mark.parametrize("path", [*TEXTS, *REPORTS], ids=lambda path: path.stem)
def test_a_word_file_is_found_like_the_text(path: Path, drawn: bool, tmp_path: Path):
    """Clean ones stay clean, planted defects are found: with typed marks and with drawn ones."""
    copy = tmp_path / "sama.docx"
    copy.write_bytes(word_of(read_file(path), drawn=drawn))

    assert found(copy) == found_in_text(path)


def test_places_of_findings(tmp_path: Path):
    """Are those of the Word file."""
    copy = tmp_path / "a.docx"
    copy.write_bytes(word_of(read_file(FIXTURES / "date-order-label-colon.txt")))

    (report,) = audit_file(copy, copy.name, judge())
    places = [place.cell for finding in report.findings for place in finding.evidence]
    assert places
    assert all(place and place.startswith(("paragraf ", "tabel ")) for place in places)


# Marks of actors

HEAD = [
    ["No", "Kegiatan", cell("Pelaksana", span=2), cell("Mutu Baku", span=3)],
    ["", "", "Camat", "Staf", "Kelengkapan", "Waktu", "Output"],
]


def row(number: int, camat: str = "", staf: str = "") -> list[str]:
    """A step with what stands in the columns of its actors."""
    return [str(number), f"Menyusun bahan {number}", camat or cell(), staf or cell(), "Berkas", "5 menit", "Konsep"]


def sop(*rows: list[str], below: str = "") -> Sop:
    """The SOP of a step table under an identity block."""
    identity = [["Nomor SOP", "000/1"], ["Tanggal Pembuatan", "2 Januari 2025"], ["Tanggal Efektif", "9 Januari 2025"],
                ["Judul SOP", "PENYUSUNAN BAHAN"]]  # fmt: skip
    document = read_docx(docx(table(*identity) + table(*HEAD, *rows, widths=[1_000] * 7) + below), name="a.docx")
    (found_sop,) = extract(document).sops
    return found_sop


def marks(found_sop: Sop) -> list[list[tuple[int, str, str]]]:
    """Column, kind and quote of the marks of each step."""
    return [[(mark.actor, mark.kind, mark.text.value) for mark in step.marks] for step in found_sop.steps]


def drawn(preset: str, words: str = "", **place: int) -> str:
    """A cell with a figure."""
    return cell(p(shape(preset, words, **place)))


def test_figures_mark_actors():
    """Begin and end by their words or, without words, by where they stand."""
    read = sop(
        row(1, drawn("flowChartTerminator")),
        row(2, staf=drawn("flowChartProcess")),
        row(3, drawn("flowChartDecision"), drawn("rect")),
        row(4, drawn("flowChartOffpageConnector")),
        row(5, staf=drawn("flowChartTerminator", "Selesai")),
    )

    assert marks(read) == [
        [(0, "start", "[terminator]")],
        [(1, "mark", "[kotak]")],
        [(0, "mark", "[belah ketupat]"), (1, "mark", "[kotak]")],
        [],
        [(1, "end", "Selesai")],
    ]
    assert [[actor.value for actor in step.actors] for step in read.steps] == [
        ["Camat"], ["Staf"], ["Camat", "Staf"], [], ["Staf"]
    ]  # fmt: skip
    assert read.steps[1].actors[0].evidence[0].cell == "tabel 2, baris 4, kolom 4"


def test_terminator_within_the_table_is_a_mark():
    """Only the first and the last row begin and end."""
    read = sop(row(1, drawn("roundRect")), row(2, drawn("roundRect")), row(3, drawn("roundRect")))
    assert [kind for step in marks(read) for _, kind, _ in step] == ["start", "mark", "end"]


def test_figures_anchored_in_another_column():
    """Mark the column over which they are drawn."""
    away = shape("rect", x=635_000 + 50_000)
    read = sop(row(1, cell(p(away))), ["2", cell(p("Menelaah", away)), *row(2)[2:]])

    assert marks(read) == [[(1, "mark", "[kotak]")], [(0, "mark", "[kotak]")]]


def test_figures_in_a_row_of_their_own_mark_the_step_above():
    """A decision often stands in the second row of its step."""
    read = sop(row(1, drawn("rect")), ["", "", drawn("diamond"), "", "", "", ""], row(2, drawn("rect")))
    assert marks(read)[0] == [(0, "mark", "[kotak]"), (0, "mark", "[belah ketupat]")]


def test_no_figure_is_no_mark():
    """The step is known to have none."""
    read = sop(row(1, drawn("rect")), row(2))
    assert [step.unreadable for step in read.steps] == [(), ()]
    assert marks(read)[1] == []


def test_picture_may_hold_a_mark():
    """What it shows is not read."""
    read = sop(row(1, drawn("rect")), row(2, cell(p(picture()))), row(3, cell("V", p(picture()))))
    assert [step.unreadable for step in read.steps] == [(), ("actors",), ()]


def test_figures_that_stand_nowhere_may_be_marks():
    """Steps without another mark are not judged."""
    read = sop(row(1, drawn("rect")), row(2), below=p(shape("flowChartDecision", x=9)))
    assert [step.unreadable for step in read.steps] == [(), ("actors",)]


def outcomes(*rows: list[str], below: str = "") -> tuple[str, ...]:
    """What became of the rules about marks in an SOP of these steps."""
    facts = sop_facts(sop(*rows, below=below), as_of=dt.date(2026, 1, 15), known=judge().pack.knowledge)
    outcome = judge().auditor.judge(facts).outcomes
    return tuple(outcome[f"steps/{rule}"] for rule in ("pelaksana-unmarked", "unused-column", "no-start-end"))


START, BOX, END = drawn("flowChartTerminator", "Mulai"), drawn("rect"), drawn("flowChartTerminator", "Selesai")
PICTURE = cell(p(picture()))
AWAY = p(shape("flowChartTerminator", x=9))


@pytest.mark.parametrize(
    ("rows", "below", "expected"),
    [
        pytest.param([START, BOX, BOX, END], "", ("clean", "flagged", "clean"), id="all-in-one-column"),
        pytest.param([START, BOX, "", END], "", ("flagged", "not-evaluated", "clean"), id="step-without-a-mark"),
        pytest.param([START, BOX, BOX, BOX], "", ("clean", "flagged", "flagged"), id="no-end"),
        pytest.param([START, BOX, PICTURE, END], "", ("not-evaluated", "not-evaluated", "clean"), id="picture"),
        pytest.param([PICTURE] * 4, "", ("not-evaluated", "not-evaluated", "not-evaluated"), id="all-pictures"),
        pytest.param(
            [START, BOX, BOX, ""], AWAY, ("not-evaluated", "not-evaluated", "not-evaluated"), id="end-drawn-elsewhere"
        ),
        pytest.param(
            [START, "", "", ""], AWAY, ("not-evaluated", "not-evaluated", "not-evaluated"), id="most-drawn-elsewhere"
        ),
        pytest.param(
            ["", "", "", ""], AWAY, ("not-evaluated", "not-evaluated", "not-evaluated"), id="all-drawn-elsewhere"
        ),
        pytest.param(["", "", "", ""], "", ("flagged", "not-evaluated", "not-evaluated"), id="none"),
    ],
)
def test_rules_about_marks(rows: list[str], below: str, expected: tuple[str, str, str]):
    """Judge what is drawn, and nothing that may stand elsewhere."""
    assert outcomes(*[row(number, one) for number, one in enumerate(rows, 1)], below=below) == expected


def test_pictures_elsewhere_say_nothing():
    """A logo in the identity block is no word of the office."""
    with_logo = read_docx(docx(p("A", picture()) + table([cell(p(picture()), "KOP"), "B"])), name="a.docx")
    without = read_text(b"A\n\nKOP\tB\n", name="a.txt")
    assert extract(with_logo).kind == extract(without).kind == "unknown"
