"""Tables that a text has lost the cells of."""

from __future__ import annotations

import pytest

from extraction.performance import read_performance
from readers.text import read_text
from schemas.performance import PerformanceReport, PerformanceTable

TITLE = "LAPORAN KINERJA\nKECAMATAN TAMAN SELASIH\nTAHUN 2024\n\n"
HEADING = "No Indikator Kinerja Satuan Target Realisasi Capaian"


def report(text: str) -> PerformanceReport:
    """A report with that text under its title."""
    return read_performance(read_text((TITLE + text).encode(), name="laporan.txt"))


def only_table(text: str) -> PerformanceTable:
    """The one table of that text."""
    (table,) = report(text).tables
    return table


def rows(table: PerformanceTable) -> list[tuple[str, ...]]:
    """Indicator, unit and what stands in the measured columns, as printed."""
    figures = [[one.text for one in column] for column in table.quantities.values()]
    return list(zip(table.text("indicator"), table.text("unit"), *figures, strict=True))


@pytest.mark.parametrize(
    "body",
    [
        f"{HEADING}\n1 Persentase desa tertib % 80 78 97,50\n2 Jumlah laporan Dokumen 12 n/a n/a\n",
        f"{HEADING}\n1 Persentase desa tertib % 80 78 97,50 2 Jumlah laporan Dokumen 12 n/a n/a\n",
        f"{HEADING}\n1 Persentase\n\ndesa tertib % 80 78 97,50 2 Jumlah\n\nlaporan Dokumen 12 n/a n/a\n",
        HEADING.replace("No", "N0")
        + "\n1. Persentase desa tertib % 80 78 97,50\n2. Jumlah laporan Dokumen 12 n/a n/a\n",
        f"{HEADING}\n1 2 3 4 5 6\n1 Persentase desa tertib % 80 78 97,50\n2 Jumlah laporan Dokumen 12 n/a n/a\n",
        HEADING.replace(" Kinerja", "_Kinerja").replace(" ", "\n").replace("_", " ")
        + "\n1\nPersentase desa\ntertib\n%\n80\n78\n97,50\n2\nJumlah laporan\nDokumen\n12\nn/a\nn/a\n",
        f"{HEADING}\n1 Persentase desa tertib % 80 78 97,50\n2 Jumlah laporan Dokumen 12 n/a n/a\nRata-rata 97,50\n",
    ],
    ids=["lines", "one-line", "broken-lines", "zero-for-o", "column-numbers", "a-cell-a-line", "average-below"],
)
def test_rows_are_cut_by_their_numbers_and_figures(body: str) -> None:
    """However the lines of the text break; the reading is in doubt unless each line is a whole row."""
    table = only_table(body)

    assert rows(table) == [
        ("Persentase desa tertib", "%", "80", "78", "97,50"),
        ("Jumlah laporan", "Dokumen", "12", "n/a", "n/a"),
    ]
    assert table.columns_doubted is not ("97,50\n2" in body and "1 2 3" not in body and "\n%" not in body)


def test_an_indicator_beside_its_sasaran() -> None:
    """It begins with the word that indicators begin with; a sasaran that is not printed again holds on."""
    table = only_table(
        "NO\nSASARAN\nINDIKATOR\nSATUAN\nTARGET\nREALISASI\nCAPAIAN\n"
        "1 Meningkatnya nilai gizi Indeks Gizi Warga Indeks 92,50 93,43 101,01\n"
        "2 Prosentase kasus tertangani % 100 90 90,00\n"
        "3 Terwujudnya warga sehat Rasio klinik per 1.000 KK Rasio 0,50 n/a n/a\n"
    )

    assert list(table.text("indicator")) == [
        "Indeks Gizi Warga",
        "Prosentase kasus tertangani",
        "Rasio klinik per 1.000 KK",
    ]
    assert list(table.text("sasaran")) == [
        "Meningkatnya nilai gizi",
        "Meningkatnya nilai gizi",
        "Terwujudnya warga sehat",
    ]
    assert table.columns_doubted


def test_shares_of_a_budget_in_running_rows() -> None:
    """`%` is a heading of its own."""
    table = only_table(
        "No Program Pagu Realisasi %\n1 Program A 500.000.000 490.000.000 98,00\n2 Program B 3.000 3.150 105,00\n"
    )

    assert [one.text for one in table.column("spent_percent")] == ["98,00", "105,00"]
    assert not table.columns_doubted


def test_figures_keep_their_places() -> None:
    """A finding can quote them."""
    table = only_table(f"{HEADING}\n1 Persentase desa tertib % 80 78 97,50\n")

    place = table.place(0, "realization")

    assert (place.line, place.column, place.quote) == (6, 31, "78")


def test_a_row_that_the_file_breaks_off_is_left_out() -> None:
    """Nobody knows its figures."""
    read = report(f"{HEADING}\n1 Persentase desa tertib % 80 78 97,50 2 Persentase penurunan nilai\n")

    assert [rows(table) for table in read.tables] == [[("Persentase desa tertib", "%", "80", "78", "97,50")]]
    assert read.cut


def test_what_follows_the_table_stays_text() -> None:
    """Also a numbered heading right under it."""
    text = "3. Analisis capaian kinerja menunjukkan hasil yang baik pada tahun berjalan.\n"
    read = report(
        f"{HEADING}\n1 Persentase desa tertib % 80 78 97,50\n2 Nilai SAKIP Nilai 72 70 97,22\n{text}" + "Kata. " * 130
    )

    assert [table.count for table in read.tables] == [2]
    assert not read.cut


def test_page_feet_are_no_values() -> None:
    """A foot that comes on each page, and a page number in brackets."""
    foot = "LKjIP Kecamatan Taman Selasih Tahun 2024"
    body = (
        f"1 Persentase desa tertib % 80 78 97,50\n\n(12)\n\n{foot} 13\n\n2 Nilai SAKIP Nilai 72 70 97,22\n\n{foot} 14\n"
    )

    assert rows(only_table(f"{HEADING}\n{body}")) == [
        ("Persentase desa tertib", "%", "80", "78", "97,50"),
        ("Nilai SAKIP", "Nilai", "72", "70", "97,22"),
    ]


def test_rows_that_name_a_sasaran() -> None:
    """Numbers begin anew under each."""
    table = only_table(
        f"{HEADING}\nSasaran 1: Meningkatnya mutu\n1 Nilai IKM Nilai 80 78 97,50\n"
        "Sasaran 2: Meningkatnya akuntabilitas\n1 Nilai SAKIP Nilai 72 70 97,22\n"
    )

    assert list(table.sasaran) == [0, 1]


@pytest.mark.parametrize(
    "text",
    [
        "No Program Indikator Kinerja Satuan Target Realisasi\n1 Program mutu Nilai IKM Nilai 80 78\n",
        "No Indikator Kinerja Target Realisasi Keterangan\n1 Nilai IKM 80 78 Turun\n2 Nilai SAKIP 72 70 Turun\n",
        "No Program Anggaran Realisasi\n1 Program Penunjang 2.450.000 2.401.000 98,00\n",
        "NO\nSASARAN STRATEGIS\nINDIKATOR KINERJA UTAMA\nSUMBER DATA\n1 Naiknya mutu Nilai IKM A/B x 100% = 100 Kasi\n",
        "No sasaran indikator target yang ditetapkan dalam perjanjian kinerja.\n1 Nilai 80 78\n",
        "Indikator kinerja, target, dan realisasi tahun 2024 disajikan di bawah ini.\n",
        "No Indikator Kinerja Satuan Target\n1 % 72\n",
        "No Sasaran Indikator Satuan Target\n1 % 72\n",
    ],
    ids=["two-names", "remarks", "one-figure-too-many", "formula", "sentence", "prose", "no-name", "no-indicator"],
)
def test_what_cannot_be_told_surely_is_not_read(text: str) -> None:
    """Saying nothing is better than saying something wrong."""
    assert report(text).tables == ()


def test_columns_that_stand_apart_by_blanks() -> None:
    """Words go on under their own column; a row without number is a row when it has figures."""
    table = only_table(
        "No  Sasaran              Indikator              Satuan    Target   Realisasi\n"
        "(1) (2)                  (3)                    (4)       (5)      (6)\n"
        "1   Meningkatnya mutu    Indeks Kepuasan        Indeks     85,50       84,20\n"
        "    pelayanan            Masyarakat\n"
        "                         Jumlah laporan         Dokumen       12         n/a\n"
        "\n"
        "Demikian laporan ini disusun.\n"
    )

    assert rows(table) == [
        ("Indeks Kepuasan Masyarakat", "Indeks", "85,50", "84,20"),
        ("Jumlah laporan", "Dokumen", "12", "n/a"),
    ]
    assert table.text("sasaran") == ["Meningkatnya mutu pelayanan"] * 2
    assert (table.place(1, "target").line, table.place(1, "target").column) == (9, 63)
