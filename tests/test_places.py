"""Places in the words of a report: lines of a text, pages of a PDF, paragraphs and tables of a Word file."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditing.document import audit_file, read_file
from engine.audit import _LINE_NUMBERS
from schemas.evidence import Evidence
from schemas.places import in_words, span, told
from tests.program import FIXTURES
from tests.test_docx_same import judge
from tests.word_files import word_of


def line(number: int) -> Evidence:
    """A line of a text."""
    return Evidence("x", line=number)


def page(number: int) -> Evidence:
    """A line of a PDF."""
    return Evidence("x", page=number, line=9 * number)


def word(cell: str) -> Evidence:
    """A place of a Word file."""
    return Evidence("x", line=7, cell=cell)


SHEET = Evidence("x", page=2, line=8, cell="Lembar2!B8")


@pytest.mark.parametrize(
    ("places", "expected", "english"),
    [
        ([line(3)], "baris 3", "line 3"),
        ([line(3), line(8), line(3), line(9)], "baris 3, 8 dan 9", "lines 3, 8 and 9"),
        ([page(2), page(2)], "halaman 2", "page 2"),
        ([page(2), page(4)], "halaman 2 dan 4", "pages 2 and 4"),
        ([word("paragraf 4"), word("paragraf 6")], "paragraf 4 dan 6", "paragraphs 4 and 6"),
        (
            [word("tabel 2, baris 3, kolom 1"), word("paragraf 4")],
            "paragraf 4; tabel 2, baris 3, kolom 1",
            "paragraph 4; table 2, row 3, column 1",
        ),
        ([word("kepala halaman")], "kepala halaman", "page header"),
        ([SHEET], "baris 8", "line 8"),
        ([Evidence("x")], "", ""),
    ],
)
def test_several_places(places: list[Evidence], expected: str, english: str):
    """Each once, those of a kind together."""
    assert (told(places), told(places, "en")) == (expected, english)


@pytest.mark.parametrize(
    ("first", "last", "expected", "english"),
    [
        (line(3), line(3), "baris 3", "line 3"),
        (line(3), line(9), "baris 3-9", "lines 3-9"),
        (page(2), page(2), "halaman 2", "page 2"),
        (page(2), page(4), "halaman 2-4", "pages 2-4"),
        (word("paragraf 1"), word("paragraf 8"), "paragraf 1-8", "paragraphs 1-8"),
        (word("tabel 2, baris 1, kolom 2"), word("tabel 2, baris 8, kolom 3"), "tabel 2, baris 1-8",
         "table 2, row 1-8"),
        (word("tabel 2, baris 1, kolom 2"), word("tabel 2, baris 1, kolom 3"), "tabel 2, baris 1",
         "table 2, row 1"),
        (word("paragraf 1"), word("tabel 3, baris 8, kolom 3"), "paragraf 1 sampai tabel 3, baris 8",
         "paragraph 1 to table 3, row 8"),
        (word("kepala halaman tabel 1, baris 1, kolom 1"), word("kaki halaman"),
         "kepala halaman tabel 1, baris 1, kolom 1 sampai kaki halaman",
         "page header table 1, row 1, column 1 to page footer"),
        (SHEET, SHEET, "baris 8", "line 8"),
    ],
)  # fmt: skip
def test_from_one_place_to_another(first: Evidence, last: Evidence, expected: str, english: str):
    """In the words of the medium."""
    assert (span(first, last), span(first, last, "en")) == (expected, english)


def test_english_of_a_place():
    """Of the report."""
    assert in_words("tabel 2, baris 3, kolom 1", "en") == "table 2, row 3, column 1"
    assert in_words("Kolom!B3") == "Kolom!B3"


@pytest.mark.parametrize(
    "place",
    ["baris 3", "baris 3-9", "halaman 2-4", "lines 3, 8 and 9", "paragraf 4 dan 6",
     "paragraf 1 sampai tabel 3, baris 8",
     "paragraf 4; tabel 2, baris 3, kolom 1; tabel 2, baris 4, kolom 1", "tabel 2, baris 1-8"],
)  # fmt: skip
def test_places_are_no_part_of_what_makes_a_finding_the_same(place: str):
    """However they are told."""
    assert _LINE_NUMBERS.sub("", f"Frasa pada 5 tempat ({place}), padahal") == "Frasa pada 5 tempat (), padahal"


def test_numbers_that_are_no_places_stay():
    """They tell findings apart."""
    assert _LINE_NUMBERS.sub("", "baris 3, 4.500 dokumen dan 20 menit") == ", 4.500 dokumen dan 20 menit"


def test_a_word_file_speaks_of_its_paragraphs_and_tables(tmp_path: Path):
    """Word shows no lines."""
    copy = tmp_path / "a.docx"
    copy.write_bytes(word_of(read_file(FIXTURES / "nip-unreadable-section-missing.txt")))
    (report,) = audit_file(copy, copy.name, judge())
    told_places = [place.note for one in report.findings for place in one.evidence if place.note]

    assert told_places
    assert not any("baris" in note and "tabel" not in note for note in told_places)
