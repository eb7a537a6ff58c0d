"""Numbers of SOPs as offices print them, and ranks with their grades."""

from __future__ import annotations

import pytest

from extraction.ranks import GRADES, parse_rank, rank_of
from extraction.sop_numbers import parse_number


@pytest.mark.parametrize(
    "printed",
    [
        "000.8.3.3/12/SOP/VI/2024",
        "000.8.3.3 / 12 / KEC-BL / 2024",
        "000.8.3/7/2025",
        "065/12/BL/2020",
        "060/SOP.03/2018",
        "188.4/15/2019",
        "SOP/P2EPD.1/008",
        "1.07/Sekr/SatpolPP/2018",
        "9.2.01/2010",
        "UPT Bapenda KS/SOP/001/2019",
        "38 / SOP-Pem / CA / 2012",
        "440/35.07.25/SOP/2017",
        "700.1/SOP-12/ITDA/2024,",
        "SOP-014/IV/2024",
        "12 TAHUN 2024",
        "No. 065/12/2024",
    ],
)
def test_numbers_in_order(printed: str) -> None:
    """No national pattern exists: these have no fault, and no code of another matter."""
    number = parse_number(printed)

    assert number is not None
    assert (number.faults, number.kind in ("none", "sop")) == ((), True)


@pytest.mark.parametrize(
    ("printed", "faults"),
    [
        ("000.7.2/No. 611.35/ITDA/SOP/XII/2024", ("two",)),
        ("065/12/BL/2024 dan 065/13/BL/2024", ("two",)),
        ("065/12/BL/2024; 065/13/BL/2024", ("two",)),
        ("00.8.3.3/ 403 / SOP-CMT-LSB/2025", ("code",)),
        ("000.83.3/12/2025", ("code",)),
        ("0008.3.3/12/2025", ("code",)),
        ("000.8.3./12/2025", ("code",)),
        ("000,8,3,3/12/2025", ("code",)),
        ("000-8-3-3/12/2025", ("code",)),
        ("070/ /35.07.25/2017", ("blank",)),
        ("065/…/2024", ("blank",)),
        ("065/......../2024", ("blank",)),
        ("065//2024", ("blank",)),
        ("Nomor : 065/12/2024", ("label",)),
        ("No. : 065/12/2024", ("label",)),
        ("065/12/BL/XIII/2024", ("month",)),
        ("065/12/BL/IIII/2024", ("month",)),
        ("065/ /BL/XX/2024", ("blank", "month")),
    ],
)
def test_faults_of_numbers(printed: str, faults: tuple[str, ...]) -> None:
    """What is wrong wherever the number is from."""
    number = parse_number(printed)

    assert number is not None
    assert number.faults == faults


@pytest.mark.parametrize(
    "printed", ["", "-", "……", "/PKM-BA/I/2019", "065/12/BL/", "- TANGGAL 05 Desember 2017 PEMBUATAN", "x1" * 60]
)
def test_what_is_no_number_is_not_judged(printed: str) -> None:
    """Blanks, halves that the layout tore apart, other labels and running text."""
    assert parse_number(printed) is None


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("000.8.3.3/1/2024", "sop"),
        ("OOO.8.3.3/1/2024", "sop"),
        ("000.7.2/1/2024", "other"),
        ("000.5/SOP/3/2025", "other"),
        ("000.8.6.3/1/2024", "kin"),
        ("000.8.3.1/1/2024", "kin"),
        ("400.14.5.1/1/2024", "kin"),
        ("400.10/SOP/2024", "none"),
        ("821.2/1/2024", "none"),
    ],
)
def test_codes_of_matters(printed: str, kind: str) -> None:
    """Only what is plainly a code of Permendagri 83/2022 is one."""
    number = parse_number(printed)

    assert number is not None
    assert number.kind == kind


@pytest.mark.parametrize(
    ("printed", "year", "month"),
    [
        ("065/12/XII/2024", 2024, 12),
        ("065/12/2024/xii", 2024, 12),
        ("065/12/Xll/2024", 2024, 12),
        ("065/I/SOP/2024", 2024, None),
        ("065/12/SOP-BL-2024", 2024, None),
        ("065/2024/12", 2024, None),
        ("SOP/001", None, None),
        ("SOP/1234", None, None),
    ],
)
def test_year_and_month_of_a_number(printed: str, year: int | None, month: int | None) -> None:
    """The month is the roman numeral right beside the year; another is a unit."""
    number = parse_number(printed)

    assert number is not None
    assert (number.year, number.month) == (year, month)


def test_hostile_numbers_take_no_time() -> None:
    """Long runs of one character end the reading early."""
    for text in ("/" * 5000, "0." * 5000 + "1", "No." * 3000 + "1", "I" * 9000 + "/2024"):
        assert parse_number(text) is None


@pytest.mark.parametrize(
    ("printed", "rank", "grade", "proper"),
    [
        ("Pembina (IV/a)", "Pembina", "IV/a", "IV/a"),
        ("Pembina Tk. I / IVb", "Pembina Tingkat I", "IV/b", "IV/b"),
        ("Pembina Tingkat I, IV.b", "Pembina Tingkat I", "IV/b", "IV/b"),
        ("PEMBINA UTAMA MUDA IV/c", "Pembina Utama Muda", "IV/c", "IV/c"),
        ("Penata Tk.1 - III.d", "Penata Tingkat I", "III/d", "III/d"),
        ("Penata Muda Tk. I (lll/b)", "Penata Muda Tingkat I", "III/b", "III/b"),
        ("Pengatur", "Pengatur", None, "II/c"),
        ("Pembina Tk.I / IV-a", "Pembina Tingkat I", "IV/a", "IV/b"),
        ("Pembina (IV/b)", "Pembina", "IV/b", "IV/a"),
        ("Penata Tingkat I III d", "Penata Tingkat I", "III/d", "III/d"),
    ],
)
def test_ranks(printed: str, rank: str, grade: str | None, proper: str) -> None:
    """Print forms of rank and grade."""
    read = parse_rank(printed)

    assert read is not None
    assert (read.title, read.grade, read.proper) == (rank, grade, proper)


def test_what_is_no_rank() -> None:
    """A post that begins with the word of a rank, a grade alone, a rank of another service."""
    assert [parse_rank(text) for text in ("Penyuluh", "IV/a", "Komisaris", "Pembina Madya", "")] == [None] * 5


def test_each_grade_has_one_rank() -> None:
    """Rank to grade and back."""
    assert [rank_of(grade).lower() for grade in GRADES.values()] == list(GRADES)
    assert rank_of("V/a") == ""
