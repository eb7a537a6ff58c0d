"""What headings of columns mean, as reports, agreements and forms of local government print them."""

from __future__ import annotations

import pytest

from extraction.headings import low, role_of_path, year_of
from extraction.table_columns import is_number_row, role_of
from tests.performance_grids import cells_sheet, read, sheet, table, tabs

ROLES = {
    "no": ["No", "No.", "N0", "NO URUT", "Nomor"],
    "sasaran": ["Sasaran", "Sasaran Strategis", "Tujuan/Sasaran", "Kinerja Utama", "Sasaran Program", "Outcome"],
    "indicator": [
        "Indikator Kinerja", "Indikator Kinerja Utama (IKU)", "Indikator Sasaran", "IKU", "Tolok Ukur Kinerja",
        "Indikator Kinerja Program (outcome) / Kegiatan (output)", "Uraian Indikator", "Ukuran Keberhasilan",
    ],
    "unit": ["Satuan", "Sat.", "Satuan Indikator", "Unit"],
    "polarity": ["Polaritas", "Polarisasi", "Jenis Indikator", "Sifat Indikator", "Arah"],
    "formula": [
        "Formula", "Formulasi Perhitungan", "Rumus", "Cara Perhitungan", "Definisi Operasional",
        "Penjelasan/Formulasi Perhitungan", "Metode Pengukuran",
    ],
    "target": [
        "Target", "Target Tahunan", "Target Kinerja", "TARGET 2024", "Rencana Tingkat Capaian (Target)",
        "Target Indikator", "Target Capaian Kinerja Renja Perangkat Daerah", "Kinerja yang Dijanjikan", "Target (Rp)",
    ],
    "realization": [
        "Realisasi", "Realiasi", "Realisai", "Relisasi", "Realisasi/ Progres", "Realisasi Kinerja", "Nilai Realisasi",
        "Realisasi Fisik (%)", "Kondisi Awal", "Data Capaian pada Tahun Awal Perencanaan", "Realisasi (Rp)",
    ],
    "capaian": [
        "Capaian", "Capaian (%)", "% Capaian", "Tingkat Capaian", "Persentase Capaian", "%", "(%)", "Persentase",
        "Pencapaian", "Capaian Kinerja", "Kinerja (%)", "Tingkat Kemajuan", "Ketercapaian", "Capaian Indikator",
    ],
    "category": ["Kategori", "Predikat", "Status Capaian", "Kriteria", "Kriteria Penilaian Realisasi Kinerja"],
    "interval": ["Interval", "Interval Nilai Realisasi Kinerja", "Rentang Nilai", "Skala Nilai"],
    "program": ["Program", "Program/Kegiatan/ Subkegiatan", "Kegiatan", "Sub Kegiatan", "Rencana Aksi", "Uraian"],
    "pagu": ["Anggaran (Rp)", "Pagu", "Pagu Indikatif", "Target Anggaran", "Alokasi Anggaran", "Kerangka Pendanaan"],
    "spent": ["Realisasi Anggaran", "Realisasi Keuangan", "Penyerapan Anggaran", "Serapan", "Anggaran Terealisasi"],
    "spent_percent": ["Realisasi Anggaran (%)", "% Realisasi Anggaran", "Serapan (%)", "Capaian Anggaran"],
    "source": ["Sumber Data", "Data Dukung", "Bukti Dukung"],
    "owner": ["Penanggung Jawab", "OPD Penanggung Jawab", "Yang Membedangi", "PIC", "Unit Kerja", "Bidang", "Pengampu"],
    "remarks": ["Ket", "Ket.", "Keterangan", "Analisis Capaian", "Tindak Lanjut", "Faktor Penghambat", "Kendala"],
    "year": ["2023", "Tahun 2023", "Th. 2022"],
    None: [
        "Sumber Dana", "Sisa Anggaran", "Kode Rekening", "Lokasi", "Target Nasional", "Realisasi Provinsi",
        "Jumlah Indikator", "Kelompok Sasaran", "Bobot", "Efisiensi", "Nama", "Jabatan",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("title", "role"), [(title, role) for role, titles in ROLES.items() for title in titles])
def test_a_heading_says_what_its_column_holds(title: str, role: str | None) -> None:
    """Its first noun decides, whatever stands beside it."""
    assert role_of(title) == role


@pytest.mark.parametrize(
    ("path", "role"),
    [
        (("Realisasi Kinerja pada Triwulan", "I", "K"), "realization"),
        (("Realisasi Kinerja pada Triwulan", "I", "Rp"), "spent"),
        (("Target Kinerja dan Anggaran Renja", "Rp"), "pagu"),
        (("Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra (%)", "Rp"), "spent_percent"),
        (("Capaian Kinerja", "Target"), "target"),
        (("Capaian Kinerja", "%"), "capaian"),
        (("Anggaran", "Target"), "pagu"),
        (("Anggaran", "Realisasi"), "spent"),
        (("Anggaran", "%"), "spent_percent"),
        (("Triwulan I", "Realisasi"), "realization"),
        (("TW I", "%"), "capaian"),
        (("Realisasi", "2023"), "realization"),
        (("2023", "Target"), "target"),
        (("Realisasi", "Keuangan", "%"), "spent_percent"),
        (("Perbandingan", "2023"), "year"),
    ],
)
def test_headings_in_several_rows_are_read_together(path: tuple[str, ...], role: str) -> None:
    """The part says which of what stands over it."""
    assert role_of_path([low(text) for text in path]) == role


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Target TW I", "target:q1"),
        ("Target Triwulan II", "target:q2"),
        ("Realisasi s.d. TW III", "realization:to_q3"),
        ("Realisasi s/d Triwulan IV", "realization"),
        ("% Capaian TW 1", "capaian:q1"),
        ("Capaian s.d. TW II (%)", "capaian:to_q2"),
        ("Target Triwulan", "target:quarters"),
        ("Target Semester I", "target:s1"),
        ("Target Akhir Renstra", "target:end"),
        ("Kondisi Akhir Renstra", "target:end"),
        ("Target Akhir Tahun", "target"),
        ("Target Renstra 2021-2026", "target:end"),
        ("Realisasi Tahun Lalu", "realization:before"),
        ("Realisasi Tahun n-1", "realization:before"),
        ("Realisasi 2023", "realization:2023"),
        ("Realisasi Tahun Lalu (2023)", "realization:2023"),
        ("Anggaran Sebelum Perubahan", "pagu:before"),
        ("Kondisi Awal", "realization:base"),
        ("Capaian 2023/2024", ""),
    ],
)
def test_a_heading_says_when(title: str, key: str) -> None:
    """Quarter, half, year, the end of the plan, the year before."""
    found = table(f"Target dan Realisasi Kinerja 2024\nNo|Indikator|Target 2024|{title}\n1|IKM|80|81")

    assert found.columns[3].key == key or (not key and found.columns[3].role is None)


def test_two_years_in_a_heading_are_a_span_or_nobodys() -> None:
    """A plan has a span of years, a column of two years has no year of its own."""
    assert year_of("target renstra 2021-2026") == (None, False)
    assert year_of("capaian 2023/2024") == (None, True)


@pytest.mark.parametrize(
    ("row", "numbers"),
    [
        ("1|2|3|4|5", True),
        ("(1)|(2)|(3)|(4)", True),
        ("1|2|3|4|5|6=5/4", True),
        ("1|2|3|4|5=4/3 x 100%", True),
        ("a|b|c|d", True),
        ("1|2|3|4|5|6|7|8|", True),
        ("1|Meningkatnya X|IKM|80", False),
        ("1|80|81|101", False),
        ("1|2", False),
        ("I|II|III|IV", False),
    ],
)
def test_column_numbers_are_told_from_data(row: str, numbers: bool) -> None:
    """They count up from one in every cell."""
    assert is_number_row(row.split("|")) is numbers


def test_three_rows_of_headings_of_an_evaluation_are_read() -> None:
    """Kinerja and Rp for each quarter, as the forms of Permendagri 86/2017 have it."""
    found = table(
        """
No|Sasaran|Program|Indikator|Target Renstra pada Tahun 2026||Target Renja 2024||Realisasi Pada Triwulan||||Unit Kerja
||||||||I||II||
||||K|Rp|K|Rp|K|Rp|K|Rp|
1|Meningkatnya X|Program A|Persentase B|100|5.000.000|100|1.000.000|25|200.000|50|250.000|Sekretariat
"""
    )

    assert [column.key for column in found.columns] == [
        "no", "sasaran", "program", "indicator", "target:end", "pagu:end", "target", "pagu", "realization:q1",
        "spent:q1", "realization:q2", "spent:q2", "owner",
    ]  # fmt: skip
    assert found.count == 1


def test_the_kinerja_of_an_achievement_is_not_that_of_the_budget() -> None:
    """`Tingkat Capaian` with K and Rp stands to the right of money; only its Rp is about money."""
    found = table(
        """
No|Program|Indikator|Target 2025||Realisasi 2025||Tingkat Capaian (%)||Penanggung Jawab
|||K|Rp|K|Rp|K|Rp|
1|Program A|Persentase B|100|5.000.000|100|4.900.000|100|98|Sekretariat
"""
    )

    assert [column.key for column in found.columns][3:9] == [
        "target", "pagu", "realization", "spent", "capaian", "spent_percent",
    ]  # fmt: skip


def test_merged_headings_reach_over_their_columns() -> None:
    """A sheet tells by its merged areas."""
    found = table(
        "No|Indikator|Target Triwulan||||Realisasi\n||I|II|III|IV|\n1|IKM|20|40|60|80|81",
        ((0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 1, 4), (0, 6, 2, 1)),
    )

    assert [c.key for c in found.columns[2:]] == ["target:q1", "target:q2", "target:q3", "target:q4", "realization"]


@pytest.mark.parametrize(
    ("heading", "parts", "keys"),
    [
        (
            "No|Indikator|Target Tahunan|Target Triwulan|Realisasi Triwulan|Ket",
            "I|II|III|IV|I|II|III|IV",
            ["target", "target:q1", "target:q2", "target:q3", "target:q4", "realization:q1", "realization:q2",
             "realization:q3", "realization:q4", "remarks"],
        ),
        (
            "No|Indikator|Triwulan I|Triwulan II|Ket",
            "Target|Realisasi|%|Target|Realisasi|%",
            ["target:q1", "realization:q1", "capaian:q1", "target:q2", "realization:q2", "capaian:q2", "remarks"],
        ),
    ],
)  # fmt: skip
def test_parts_that_lost_their_empty_cells_are_dealt_out(heading: str, parts: str, keys: list[str]) -> None:
    """A text that keeps no empty cells still tells by counting."""
    numbers = "|".join(str(at + 1) for at in range(len(keys) + 2))
    row = "|".join(["1", "IKM", *(str(80 + at) for at in range(len(keys) - 1)), "baik"])
    (found,) = tabs(f"{heading}\n{parts}\n{numbers}\n{row}").tables

    assert [column.key for column in found.columns][2:] == keys
    assert not found.columns_doubted
    assert found.count == 1


def test_parts_that_cannot_be_dealt_out_leave_the_table_in_doubt() -> None:
    """Five parts under two headings say nothing sure."""
    (found,) = tabs("No|Indikator|Target|Realisasi|Ket\nI|II|III|IV|V\n1|IKM|1|2|3|4|5|6|7").tables

    assert found.columns_doubted


@pytest.mark.parametrize(
    ("titles", "keys"),
    [
        ("No|Indikator|Target|Capaian|%", ["no", "indicator", "target", "realization", "capaian"]),
        ("No|Indikator|Target (%)|Realisasi (%)|Capaian (%)", ["no", "indicator", "target", "realization", "capaian"]),
        ("No|Program|Anggaran|Realisasi|%", ["no", "program", "pagu", "spent", "spent_percent"]),
        ("No|Program|Anggaran|Realisasi (Rp)|Realisasi (%)", ["no", "program", "pagu", "spent", "spent_percent"]),
        ("No|Pajak Uraian|Target (Rp)|Realisasi (Rp)|%", ["no", "program", "target", "realization", "capaian"]),
        (
            "No|Indikator|Target|Realisasi|%|Anggaran|Realisasi|%",
            ["no", "indicator", "target", "realization", "capaian", "pagu", "spent", "spent_percent"],
        ),
        ("No|Tujuan|Sasaran|Indikator|Target", ["no", "", "sasaran", "indicator", "target"]),
        ("No|Sasaran/Indikator|Satuan|Target", ["no", "indicator", "unit", "target"]),
        ("No|Program|Kegiatan|Sub Kegiatan|Pagu|Realisasi", ["no", "", "", "program", "pagu", "spent"]),
        ("No|Indikator Kinerja Utama|Alasan/Penjelasan|Sumber Data", ["no", "indicator", "formula", "source"]),
    ],
)
def test_titles_alike_are_told_apart_by_what_stands_beside(titles: str, keys: list[str]) -> None:
    """A plain `Realisasi` after `Anggaran` is money, `Capaian` beside `%` is what was reached."""
    found = table(f"{titles}\n1|{'|'.join(str(80 + at) for at in range(len(keys) - 1))}")

    assert [column.key if column.role else "" for column in found.columns] == keys


@pytest.mark.parametrize(
    ("figures", "key"),
    [("80|100.000.000|99.000.000|99", "spent"), ("80|100.000.000|81|101", "realization")],
)
def test_only_its_figures_tell_what_a_result_after_a_budget_is(figures: str, key: str) -> None:
    """`Target | Anggaran | Realisasi`: of money where the figures are."""
    assert table(f"No|Indikator|Target|Anggaran|Realisasi|%\n1|IKM|{figures}").columns[4].key == key


@pytest.mark.parametrize(
    ("rows", "key"),
    [("1|IKM|80|81\n2|Dokumen|12|13", "realization"), ("1|IKM|80|98,5%\n2|Dokumen|12|100%", "capaian")],
)
def test_only_its_figures_tell_what_a_plain_capaian_is(rows: str, key: str) -> None:
    """Without a realization beside it, figures of the size of the targets are what was reached."""
    assert table(f"No|Indikator|Target|Capaian\n{rows}").columns[3].key == key


@pytest.mark.parametrize(
    "titles",
    ["No|Indikator Sasaran|Target|Indikator Program|Target", "No|Indikator|Target|Target|Realisasi"],
)
def test_two_columns_alike_leave_the_table_in_doubt(titles: str) -> None:
    """Which target is meant nobody can tell."""
    assert table(f"{titles}\n1|IKM|80|81|82").columns_doubted


@pytest.mark.parametrize(
    "line",
    [
        "No|Nama|NIP|Jabatan",
        "1|Meningkatnya X|Persentase realisasi anggaran|95|94",
        "Indikator Kinerja",
        "Meningkatnya kualitas pelayanan publik dengan target|dan indikator kinerja yang telah ditetapkan",
        "No|Target",
    ],
)
def test_other_rows_are_no_headings(line: str) -> None:
    """Names, data, words."""
    assert read(sheet(f"{line}\n1|a|b|c|d")).tables == ()


def test_long_headings_are_headings() -> None:
    """Those of the evaluation forms have more than a hundred letters."""
    long = "Realisasi Capaian Kinerja Renstra Perangkat Daerah sampai dengan Renja Perangkat Daerah Tahun Lalu (n-2)"
    (found,) = read(
        cells_sheet([["No", "Indikator", "Satuan", "Target", long], ["1", "IKM", "Indeks", "80", "79"]])
    ).tables

    assert [column.key for column in found.columns][3:] == ["target", "realization:before"]
