"""The words of documents with marks at the findings: each on the words that it quotes, in every medium."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditing.document import Judge, audit_entries
from auditing.document_lines import MAX_LINE_CHARS, MAX_ROW_CHARS
from auditing.document_words import MAX_CHARACTERS, MAX_LINES, document_words
from auditing.view import View
from engine.audit import Auditor
from schemas.blocks import Block, Cell, Document, Grid, Heading, ListItem, Paragraph, Piece, Row, Table
from schemas.entry import DocumentWords, Entry, Line
from schemas.evidence import Evidence
from schemas.report import Confidence, DocumentReport, Finding, Severity
from tests.books import AS_OF, ROOT, entries_of, pack
from tests.media.content import DEFECTS, invented, planted
from tests.media.layout import Layout, parts_of
from tests.media.paper import Look, paper
from tests.media.scan import scan_pdf, scanned_pages
from tests.media.texts import markdown, plain
from tests.media.word import word
from tests.office_layouts import LAYOUTS, word_file
from tests.system_programs import needs

WORDS = View(words=True)
FIXTURES = sorted(
    str(path.relative_to(ROOT / "fixtures"))
    for folder in ("sop", "performance", "workbooks")
    for path in (ROOT / "fixtures" / folder).iterdir()
)


@cache
def judge() -> Judge:
    rules = pack()
    return Judge(Auditor(rules), rules, AS_OF)


def audited(path: Path, data: bytes) -> list[Entry]:
    path.write_bytes(data)
    return audit_entries(path, path.name, judge(), None, WORDS)


def bare(text: str) -> str:
    return "".join(text.split())


def finding(*evidence: Evidence) -> Finding:
    return Finding(
        rule="a/b",
        code="AB-01",
        severity=Severity.MINOR,
        confidence=Confidence.HIGH,
        component="",
        title="",
        condition="",
        criterion="",
        effect="",
        recommendation="",
        evidence=evidence,
        fingerprint="0" * 16,
    )


def words_of(
    *findings: Finding, blocks: Sequence[Block] = (), sheets: Sequence[Grid] = (), part: tuple[int, int] | None = None
) -> DocumentWords:
    document = Document(sha256="0" * 64, bytes=1, media="text/plain", blocks=tuple(blocks), sheets=tuple(sheets))
    report = DocumentReport(path="a.txt", sha256=None, bytes=None, media=None, kind="sop", findings=findings)
    extent = (Evidence("", line=part[0]), Evidence("", line=part[1])) if part else None
    return document_words(document, report, extent)


def marked(words: DocumentWords) -> list[tuple[int, str, int, bool]]:
    """Line, words, finding, and whether it is its first place."""
    return [
        (at, line.text[mark.start : mark.end], mark.finding, mark.primary)
        for at, line in enumerate(words.lines)
        for mark in line.marks
    ]


def texts(words: DocumentWords) -> list[str]:
    return [line.text for line in words.lines]


def paragraphs(*lines: str) -> list[Paragraph]:
    return [Paragraph((Piece(text, number),)) for number, text in enumerate(lines, 1)]


def check_entry(entry: Entry) -> int:
    """Check all marks of an audited document; returns how many findings it has."""
    assert entry.words is not None
    marks: dict[int, list[tuple[str, bool, Line]]] = {}
    for line in entry.words.lines:
        assert list(line.marks) == sorted(line.marks, key=lambda mark: (mark.start, mark.end, mark.finding))
        for mark in line.marks:
            text = line.text[mark.start : mark.end]
            assert 0 <= mark.start <= mark.end <= len(line.text)
            assert "\t" not in text
            marks.setdefault(mark.finding, []).append((bare(text), mark.primary, line))
    for number, found in enumerate(entry.report.findings):
        check_finding(found, marks.get(number, []))
    return len(entry.report.findings)


def check_finding(found: Finding, marks: list[tuple[str, bool, Line]]) -> None:
    """Nothing else is marked than what is quoted, all that is quoted is marked, and on its page or row."""
    quotes = [bare(place.quote) for place in found.evidence]
    assert all(any(text in quote for quote in quotes) for text, _, _ in marks)
    assert "".join(text for text, primary, _ in marks if primary) == quotes[0]
    for place, quote in zip(found.evidence, quotes, strict=True):
        own = [(text, line) for text, _, line in marks if text in quote and line.page == place.page]
        assert quote in "".join(text for text, _ in own), (found.code, place)
        assert own
        if place.in_sheet:
            assert any(line.line == place.line for _, line in own)


# in every medium --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FIXTURES)
def test_every_finding_of_a_fixture_is_marked_on_the_words_that_it_quotes(name: str):
    for entry in audit_entries(ROOT / "fixtures" / name, name, judge(), None, WORDS):
        check_entry(entry)


@pytest.mark.parametrize("defect", DEFECTS)
def test_every_finding_is_marked_in_text_markdown_word_and_pdf(defect: str, tmp_path: Path):
    seed = list(DEFECTS).index(defect)
    parts = parts_of(planted(invented(seed), defect), Layout.drawn_by(seed))
    found = {}
    for name, data in (
        ("sop.md", markdown(parts)),
        ("sop.txt", plain(parts)),
        ("sop.docx", word(parts)),
        ("sop.pdf", paper(parts, Look(foot="Halaman"))),
    ):
        found[name] = sum(check_entry(one) for one in audited(tmp_path / name, data))
    assert found["sop.md"] == found["sop.docx"]
    assert any(found.values())


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_finding_is_marked_in_the_layouts_of_word(name: str, tmp_path: Path):
    for entry in audited(tmp_path / "sop.docx", word_file(LAYOUTS[name])):
        check_entry(entry)


def test_every_finding_is_marked_in_a_scan(tmp_path: Path):
    needs("tesseract")
    pages = scanned_pages(paper(parts_of(planted(invented(2), "nip-differs"), Layout.drawn_by(2)), Look()))
    assert sum(check_entry(one) for one in audited(tmp_path / "sop.pdf", scan_pdf(pages)))


def workbook(*sheets: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"Lembar {number}")
        for row in rows:
            sheet.append([cell or None for cell in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def rows_of(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (ROOT / "fixtures" / "sop" / name).read_text().splitlines()]


def test_every_finding_is_marked_in_workbooks(tmp_path: Path):
    rows = list(csv.reader((ROOT / "fixtures/performance/monev-triwulan-planted.csv").read_text().splitlines()))
    if len(rows[3]) < 2:
        rows = list(csv.reader((";".join(row) for row in rows), delimiter=";"))
    assert sum(check_entry(one) for one in audited(tmp_path / "kinerja.xlsx", workbook(rows)))
    sop = workbook(rows_of("legal-missing-tabs.txt"))
    assert sum(check_entry(one) for one in audited(tmp_path / "sop.xlsx", sop))


def test_several_sops_of_a_workbook_are_shown_apart(tmp_path: Path):
    first, second = rows_of("clean-guide-tabs.txt"), rows_of("legal-missing-tabs.txt")
    entries = audited(tmp_path / "sop.xlsx", workbook(first, second))

    assert [entry.report.part for entry in entries] == [1, 2]
    assert [{line.page for line in entry.words.lines} for entry in entries if entry.words] == [{1}, {2}]
    assert all(check_entry(entry) >= 0 for entry in entries)


def test_several_sops_of_a_text_are_shown_apart():
    entries = entries_of("sop/steps-duplicate-second-of-two-sops.txt", view=WORDS)
    first, second = (entry.words.lines for entry in entries if entry.words)

    assert (first[-1].line or 0) < (second[0].line or 0)
    assert not [mark for line in first for mark in line.marks]
    assert [mark.finding for line in second for mark in line.marks] == [0, 0]


def test_words_are_made_only_where_they_are_asked_for():
    assert [entry.words for entry in entries_of("sop/legal-missing-tabs.txt")] == [None]
    assert [entry.words for entry in entries_of("bad/empty.txt", view=WORDS)] == [None]


# where evidence stands --------------------------------------------------------------------------------------------


def test_a_quote_is_marked_at_its_column_and_not_where_the_same_words_stand_before():
    words = words_of(finding(Evidence("surat", line=1, column=12)), blocks=paragraphs("surat atau surat"))
    assert [(mark.start, mark.end) for mark in words.lines[0].marks] == [(11, 16)]


@pytest.mark.parametrize(("column", "start"), [(1, 0), (8, 13), (12, 13), (20, 13)])
def test_a_quote_that_is_not_at_its_column_is_marked_at_the_nearest_place(column: int, start: int):
    words = words_of(finding(Evidence("su rat", line=1, column=column)), blocks=paragraphs("su  rat atau su  rat"))
    assert [(mark.start, mark.end) for mark in words.lines[0].marks] == [(start, start + 7)]


def test_a_quote_over_several_lines_is_marked_on_each():
    place = Evidence("yang dua tiga empat", line=1, column=5)
    words = words_of(finding(place), blocks=paragraphs("satu yang", "dua tiga", "empat lima"))
    assert marked(words) == [(0, "yang", 0, True), (1, "dua tiga", 0, True), (2, "empat", 0, True)]


def test_a_quote_over_several_cells_is_marked_in_each_but_not_between():
    row = Row(tuple(Cell(7, at, pieces=(Piece(text, 7, at),)) for at, text in ((1, "No"), (4, "Kegiatan"))), 7)
    words = words_of(finding(Evidence("No Kegiatan", line=7, column=1)), blocks=[Table("tabs", (row,))])
    assert texts(words) == ["No\tKegiatan"]
    assert marked(words) == [(0, "No", 0, True), (0, "Kegiatan", 0, True)]


@pytest.mark.parametrize("quote", ["b. dua", "dua"])
def test_markers_of_lists_are_shown_and_marked_only_where_they_are_quoted(quote: str):
    blocks = [ListItem((Piece("satu", 1, 4, "a."),)), ListItem((Piece("dua", 2, 4, "b."),))]
    words = words_of(finding(Evidence(quote, line=2, column=4)), blocks=blocks)
    assert texts(words) == ["a. satu", "b. dua"]
    assert marked(words) == [(1, quote, 0, True)]


@pytest.mark.parametrize(
    "place",
    [
        Evidence("tiada", line=1, column=1),
        Evidence("satu", line=9, column=1),
        Evidence("satu"),
        Evidence(""),
        Evidence("", page=3),
        Evidence("", page=3, bbox=(0, 0, 9, 9)),
        Evidence("satu dua tiga empat lima", line=1, column=1),
        Evidence("satu", line=2, column=1),
    ],
)
def test_a_place_that_is_not_found_leaves_no_mark(place: Evidence):
    assert marked(words_of(finding(place), blocks=paragraphs("satu", "dua"))) == []


def test_an_empty_place_gets_an_empty_mark_in_its_cell():
    cells = (Cell(3, 1, pieces=(Piece("Waktu", 3, 1),)), Cell(3, 7), Cell(3, 8, pieces=(Piece("Ket", 3, 8),)))
    words = words_of(finding(Evidence("", line=3, column=7)), blocks=[Table("tabs", (Row(cells, 3),))])
    assert texts(words) == ["Waktu\t\tKet"]
    assert [(mark.start, mark.end) for mark in words.lines[0].marks] == [(6, 6)]


@pytest.mark.parametrize(("column", "at"), [(None, 0), (1, 0), (6, 5), (99, 11)])
def test_what_is_absent_gets_an_empty_mark_in_its_line(column: int | None, at: int):
    place = Evidence("", line=2, column=column, note="dicari pada baris 2-9")
    words = words_of(finding(place), blocks=paragraphs("satu", "Nomor SOP :"))
    assert [(at, mark.start, mark.end) for mark in words.lines[1].marks] == [(at, at, at)]


def test_a_signature_without_words_is_marked_where_its_box_lies():
    blocks = [
        Paragraph((Piece("atas", 1, page=1, bbox=(0, 0, 50, 10)),)),
        Paragraph((Piece("Camat", 2, page=1, bbox=(0, 80, 50, 100)),)),
        Paragraph((Piece("lain", 3, page=2, bbox=(0, 80, 50, 100)),)),
    ]
    words = words_of(finding(Evidence("", page=1, bbox=(10, 85, 60, 120))), blocks=blocks)
    assert marked(words) == [(1, "", 0, True)]


def test_the_first_place_is_primary_and_marks_of_several_findings_may_overlap():
    one = finding(Evidence("dua tiga", line=1, column=6), Evidence("satu", line=1, column=1))
    other = finding(Evidence("dua", line=1, column=6))
    words = words_of(one, other, blocks=paragraphs("satu dua tiga"))
    assert marked(words) == [(0, "satu", 0, False), (0, "dua", 1, True), (0, "dua tiga", 0, True)]


def test_equal_quotes_of_a_cell_are_its_places_in_turn():
    grid = Grid((["Camat dan Camat"],), sheet="A")
    words = words_of(finding(*[grid.place(0, 0, "Camat")] * 2), finding(grid.place(0, 0, "Camat")), sheets=[grid])
    assert [(mark.start, mark.finding) for mark in words.lines[0].marks] == [(0, 0), (0, 1), (10, 0)]


def test_cells_of_a_sheet_are_marked_also_where_they_are_empty():
    grid = Grid(([None, None], ["satu", "tiga"], ["dua", None]), sheet="A", number=2)
    places = grid.place(0, 2), grid.place(1, 2), grid.place(0, 0), Evidence("x", page=2, line=1, cell="A!B1", column=2)
    words = words_of(*map(finding, places), sheets=[grid])
    assert [(line.text, line.cell, line.page, line.table) for line in words.lines] == [
        ("satu\tdua", "A!B1", 2, 2),
        ("tiga", "A!B2", 2, 2),
    ]
    assert marked(words) == [(0, "", 2, True), (0, "dua", 0, True), (1, "", 1, True)]


def test_lines_of_csv_are_those_of_the_file():
    grid = Grid((["a", "dua\nbaris", "c"],), lines=[1, 3, 5])
    words = words_of(finding(grid.place(2, 0)), finding(Evidence("", line=3)), sheets=[grid])
    assert marked(words) == [(1, "", 1, True), (2, "c", 0, True)]
    assert [line.line for line in words.lines] == [1, 3, 5]


# how the document is shown ----------------------------------------------------------------------------------------


def test_headings_tables_figures_and_pages_are_told():
    cells = (
        Cell(4, 1, pieces=(Piece("satu", 4, 1, "1."), Piece("dua", 5, 1, "2."))),
        Cell(4, 9, pieces=(Piece("", 4, 9, shape="decision"),)),
    )
    blocks = [
        Heading(1, (Piece("PROSEDUR", 1, page=2),), marker="I."),
        Paragraph((Piece("", 2, shape="image"),)),
        Table("grid", (Row(cells, 4),)),
        Table("grid", (Row((Cell(9, 1, pieces=(Piece("a\tb", 9, cell="tabel 2, baris 1, kolom 1"),)),), 9),)),
    ]
    heading, picture, row, other = words_of(blocks=blocks).lines
    assert (heading.text, heading.heading, heading.page, heading.line) == ("I. PROSEDUR", True, 2, 1)
    assert (picture.text, picture.table) == ("▣", None)
    assert (row.text, row.table, row.line, row.heading) == ("1. satu\n2. dua\t◇", 1, 4, False)
    assert (other.text, other.table, other.cell) == ("a b", 2, "tabel 2, baris 1")


def test_only_the_lines_of_the_part_are_shown():
    words = words_of(
        finding(Evidence("dua", line=2), Evidence("tiga", line=3)),
        blocks=paragraphs("satu", "dua", "tiga"),
        part=(3, 3),
    )
    assert texts(words) == ["tiga"]
    assert marked(words) == [(0, "tiga", 0, False)]


def test_a_long_line_becomes_several_with_its_marks():
    text = "kata " * 5_000
    words = words_of(finding(Evidence("kata", line=1, column=5 * 3_000 + 1)), blocks=paragraphs(text))
    assert "".join(texts(words)) == text
    assert max(map(len, texts(words))) <= MAX_LINE_CHARS
    assert [text for _, text, _, _ in marked(words)] == ["kata"]
    assert words.skipped == 0


def test_of_a_long_row_each_cell_shows_its_beginning():
    cells = tuple(Cell(1, at, pieces=(Piece("x" * 30_000, 1, at),)) for at in (1, 40_000))
    (line,) = words_of(blocks=[Table("tabs", (Row(cells, 1),))]).lines
    assert [len(cell) for cell in line.text.split("\t")] == [MAX_ROW_CHARS // 2] * 2


# large documents --------------------------------------------------------------------------------------------------


def counted(words: DocumentWords) -> int:
    return len(words.lines) + sum(line.skipped for line in words.lines) + words.skipped


def test_of_a_large_document_the_beginning_and_the_findings_are_shown():
    blocks = paragraphs(*(f"baris {number}" for number in range(1, 10 * MAX_LINES)))
    words = words_of(finding(Evidence("baris 15000", line=15_000, column=1)), blocks=blocks)

    assert len(words.lines) == MAX_LINES
    assert counted(words) == len(blocks)
    assert words.lines[0].text == "baris 1"
    at = next(number for number, line in enumerate(words.lines) if line.marks)
    assert [line.line for line in words.lines[at - 3 : at + 4]] == list(range(14_997, 15_004))
    assert words.lines[at - 3].skipped == 14_997 - words.lines[at - 4].line - 1  # type: ignore[operator]


def test_the_characters_of_a_document_are_bounded():
    words = words_of(finding(Evidence("z", line=1_000, column=1)), blocks=paragraphs(*["y" * 1_000] * 999, "z"))
    assert sum(len(line.text) for line in words.lines) <= MAX_CHARACTERS
    assert counted(words) == 1_000
    assert [text for _, text, _, _ in marked(words)] == ["z"]


def test_a_sheet_of_a_million_rows_is_not_gone_through(monkeypatch: pytest.MonkeyPatch):
    rows = 1_000_000
    grid = Grid((range(rows), ["sama"] * rows), sheet="Data")  # type: ignore[arg-type]  # its cells may not be asked for
    made: list[int] = []
    monkeypatch.setattr("auditing.document_lines._words", lambda cell: made.append(1) or str(cell))
    words = words_of(
        finding(grid_place := Evidence("sama", page=1, line=900_000, column=2, cell="Data!B900000")), sheets=[grid]
    )

    assert grid_place.line in [line.line for line in words.lines if line.marks]
    assert len(words.lines) == MAX_LINES
    assert counted(words) == rows
    assert len(made) < 20 * MAX_LINES


def test_more_findings_than_lines_leave_the_first_places():
    blocks = paragraphs(*["kata"] * 30_000)
    findings = [finding(Evidence("kata", line=line), Evidence("kata", line=line + 1)) for line in range(1, 29_000, 3)]
    words = words_of(*findings, blocks=blocks)
    assert len(words.lines) == MAX_LINES
    assert counted(words) == 30_000


# garbage ----------------------------------------------------------------------------------------------------------


ODD = st.text("ab \t\n\x00\x85é🙂", max_size=12)


@settings(max_examples=150, deadline=None)
@given(
    lines=st.lists(st.tuples(ODD, st.integers(1, 4), st.integers(1, 9)), max_size=8),
    places=st.lists(st.tuples(ODD, st.integers(-1, 6), st.integers(-3, 99) | st.none()), max_size=6),
    table=st.booleans(),
)
def test_garbage_never_fails_and_never_marks_other_words(
    lines: list[tuple[str, int, int]], places: list[tuple[str, int, int | None]], table: bool
):
    pieces = [Piece(text, line, column) for text, line, column in lines]
    rows = tuple(Row((Cell(piece.line, piece.column, pieces=(piece,)), Cell(1, 1)), piece.line) for piece in pieces)
    blocks: list[Block] = [Table("tabs", rows)] if table else [Paragraph((piece,)) for piece in pieces]
    findings = [finding(Evidence(quote, line=line, column=column)) for quote, line, column in places]
    words = words_of(*findings, blocks=blocks)

    assert len(words.lines) == len(lines)
    quoted = [""] * len(places)
    for _, text, number, _ in marked(words):
        quoted[number] += bare(text)
    assert all(not text or text == bare(place[0]) for text, place in zip(quoted, places, strict=True))


@pytest.mark.parametrize("cell", ["A1", "Data!ZZZ9999999", "Data!A0", "!", "", "tabel 1", "Lain!A1"])
@pytest.mark.parametrize("page", [None, 1, 7])
def test_odd_cells_never_fail(cell: str, page: int | None):
    grids = [Grid((["satu"],), sheet="Data", number=1), Grid((), sheet="Kosong", number=2)]
    for sheets in (grids, grids[:1], grids[1:]):
        words = words_of(finding(Evidence("satu", page=page, line=1, column=1, cell=cell)), sheets=sheets)
        assert all(text == "satu" for _, text, _, _ in marked(words))


def test_a_document_without_words_has_no_lines():
    assert words_of(finding(Evidence("x", line=1))) == DocumentWords(())
