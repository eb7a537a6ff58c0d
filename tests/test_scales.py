"""The scale of ratings that a document declares."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extraction.performance import read_performance
from extraction.scales import read_interval
from readers.text import read_text

TITLE = "LAPORAN KINERJA\nKECAMATAN TAMAN SELASIH\nTAHUN 2024\n\n"


def scale(text: str) -> list[tuple[str, str, str]]:
    """Label, lower and upper end of each class."""
    report = read_performance(read_text((TITLE + text).encode(), name="laporan.txt"))
    return [(one.label.value, str(one.low), str(one.high)) for one in report.scale]


@pytest.mark.parametrize(
    ("printed", "low", "high", "low_in", "high_in"),
    [
        ("91 < 100", "91", "100", True, True),
        ("76% ≤ 90%", "76", "90", True, True),
        ("0 - 50", "0", "50", True, True),
        ("50% s.d 65%", "50", "65", True, True),
        ("100 - 91", "91", "100", True, True),
        ("85 ≤ X < 100", "85", "100", True, False),
        ("75 < x ≤ 90", "75", "90", False, True),
        ("> 90 - 100", "90", "100", False, True),
        ("≥ 85 s/d < 100", "85", "100", True, False),
        ("90,01 – 100", "90.01", "100", True, True),
        ("< 50", None, "50", True, False),
        ("≤ 50 %", None, "50", True, True),
        ("kurang dari 50", None, "50", True, False),
        (">= 91", "91", None, True, True),
        ("> 100%", "100", None, False, True),
        ("lebih dari 100", "100", None, False, True),
        ("100 ke atas", "100", None, True, True),
        ("X ≥ 91", "91", None, True, True),
        ("90 ≤ N", "90", None, True, True),
        ("90 < N", "90", None, False, True),
    ],
)
def test_intervals(printed: str, low: str | None, high: str | None, low_in: bool, high_in: bool) -> None:
    """As offices print them; a strict sign leaves out its end, but for ``91 < 100``."""
    ends = tuple(None if end is None else Decimal(end) for end in (low, high))

    assert read_interval(printed) == (*ends, low_in, high_in)


@pytest.mark.parametrize("printed", ["", "Baik", "A", "91", "91 - ", "2024"])
def test_what_is_no_interval(printed: str) -> None:
    """Words, and numbers alone."""
    assert read_interval(printed) is None


FOUR = [("Sangat Baik", "91", "100"), ("Baik", "76", "90"), ("Cukup", "66", "75"), ("Kurang", "None", "65")]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Tabel 3.1 Skala\nNo\tInterval Nilai\tKategori\n1\t91 - 100\tSangat Baik\n2\t76 - 90\tBaik\n"
            "3\t66 - 75\tCukup\n4\t< 65\tKurang\n"
        ),
        "No\tCapaian\tPredikat\n1\t91 - 100\tSangat Baik\n2\t76 - 90\tBaik\n3\t66 - 75\tCukup\n4\t< 65\tKurang\n",
        "1 91 % ≤ 100 % Sangat Baik\n\n2 76 % ≤ 90% Baik\n\n3 66 % ≤ 75 % Cukup\n\n4 ≤ 65 % Kurang\n",
        "Kategori:\n91 ≤ 100 Sangat Baik\n76 ≤ 90 Baik\n66 ≤ 75 Cukup\n≤ 65 Kurang\n",
        "Kategori:\na. Sangat Baik : 91% - 100%\nb. Baik : 76% - 90%\nc. Cukup : 66% - 75%\nd. Kurang : < 65%\n",
        "Kategori:\n- Sangat Baik (91 s.d. 100)\n- Baik (76 s.d. 90)\n- Cukup (66 s.d. 75)\n- Kurang (≤ 65)\n",
    ],
    ids=["table", "table-of-other-words", "numbered-lines", "lines", "label-first", "brackets"],
)
def test_a_scale_is_found(text: str) -> None:
    """In a table, in lines that lost it, in a list."""
    assert scale(text) == FOUR


@pytest.mark.parametrize(
    "text",
    [
        (
            "Nilai Persepsi Mutu Pelayanan\nNo\tInterval\tKategori\n1\t88,31 - 100\tSangat Baik\n"
            "2\t76,61 - 88,30\tBaik\n3\t25 - 76,60\tKurang\n"
        ),
        "Skala\nNo\tInterval\tKategori\n1\t3,26 - 4,00\tSangat Baik\n2\t2,51 - 3,25\tBaik\n3\t1 - 2,50\tKurang\n",
        "Jumlah desa 12\nJumlah pegawai 15 orang\nJumlah penduduk 90 ribu\n",
        "91 - 100 Sangat Baik\n76 - 90 Baik\n",
    ],
    ids=["survey", "points", "counts", "two-classes"],
)
def test_other_scales_are_not_that_of_achievement(text: str) -> None:
    """A survey has its own; points are no percents."""
    assert scale(text) == []
