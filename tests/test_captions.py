"""Captions of tables."""

from __future__ import annotations

import pytest

from extraction.performance import read_performance
from readers.text import read_text

TITLE = "LAPORAN KINERJA\nKECAMATAN TAMAN SELASIH\nTAHUN 2024\n\n"
TABLE = "No\tSasaran\tIndikator\tTarget\n1\tMutu\tNilai IKM\t80\n\n"


def captions(text: str) -> list[tuple[str, str | None]]:
    """Number and title of each."""
    report = read_performance(read_text((TITLE + text).encode(), name="laporan.txt"))
    return [(one.number.value, one.title.value if one.title else None) for one in report.captions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"Tabel 3.1 Capaian Kinerja\n{TABLE}", ("3.1", "Capaian Kinerja")),
        (f"Tabel 3.1\nCapaian Kinerja\n{TABLE}", ("3.1", "Capaian Kinerja")),
        (f"TABEL III.2. CAPAIAN KINERJA\n{TABLE}", ("III.2", "CAPAIAN KINERJA")),
        (f"Tabel 4: Capaian\n{TABLE}", ("4", "Capaian")),
        ("Tabel 3.1 Distribusi Penduduk\n\nTidak terbaca sebagai tabel.\n", ("3.1", "Distribusi Penduduk")),
    ],
    ids=["one-line", "two-lines", "roman", "colon", "no-table-below"],
)
def test_captions(text: str, found: tuple[str, str]) -> None:
    """Number, title."""
    assert captions(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Tabel 3.1 menunjukkan bahwa target tercapai.\n",
        "Tabel 3.1 di atas disusun dari laporan desa.\n",
        "Tabel 3.1 Menunjukkan hasil itu.\n",
        "Capaian kinerja disajikan secara rinci pada\nTabel 3.1.\n",
        "Sebagaimana Tabel 3.1, target tercapai.\n",
        "DAFTAR TABEL\nTabel 2.1 Sasaran\nTabel 3.1 Capaian\n",
        "Tabel 2.1 Sasaran ........ 4\nTabel 3.1 Capaian ....... 9\n",
    ],
    ids=["sentence", "di-atas", "capital", "goes-on", "inside", "list", "leaders"],
)
def test_what_is_no_caption(text: str) -> None:
    """References in the text and lists of tables."""
    assert captions(text) == []


def test_a_caption_over_a_further_page_goes_on() -> None:
    """It is marked as such."""
    text = f"Tabel 3.1 Capaian\n{TABLE}Tabel 3.1 (lanjutan)\n{TABLE}"

    report = read_performance(read_text((TITLE + text).encode(), name="laporan.txt"))

    assert [one.goes_on for one in report.captions] == [False, True]
