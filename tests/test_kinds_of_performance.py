"""Which documents are performance data: by their tables, not by their names."""

from __future__ import annotations

import pytest

from extraction.performance import read_performance
from extraction.sop import extract
from readers.text import read_text
from tests.performance_grids import document, sheet

LETTER = "Nomor : 1/2\nSifat : Biasa\nLampiran : -\nHal : Permintaan data\n\nYth. Camat\n\n"
TABLE = "No\tIndikator\tTarget\tRealisasi\n1\tIKM\t80\t81\n"
STEPS = "No\tUraian Kegiatan\tPelaksana\tWaktu\tOutput\n1\tMencatat\tStaf\t5 menit\tCatatan\n"


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        pytest.param("No|Sasaran|Indikator|Target\n1|Meningkatnya X|IKM|80", "performance", id="agreement"),
        pytest.param("No|Program|Anggaran|Realisasi|%\n1|Program A|100|90|90", "performance", id="budget-only"),
        pytest.param("No|Kegiatan|Target|Anggaran\n1|Rapat|4|1.000.000", "performance", id="action-plan-of-kegiatan"),
        pytest.param("No|Uraian|Target (Rp)|Realisasi (Rp)|%\n1|Pajak|10|9|90", "performance", id="revenue"),
        pytest.param("No|Indikator|2022|2023\n1|IKM|80|81", "performance", id="years"),
        pytest.param("No|Sasaran|Indikator|Target|Realisasi\n1||||", "performance", id="empty-form"),
        pytest.param(
            "Judul\n\n\nNo|Sasaran|Indikator|Target\n1|Meningkatnya X|IKM|80", "performance", id="below-title"
        ),
        pytest.param("No|Nama|NIP|Jabatan\n1|Siti|1|Camat", "unknown", id="officials"),
        pytest.param("No|Uraian|Harga|Jumlah\n1|Kertas|5|10", "unknown", id="prices"),
        pytest.param("No|Interval|Kategori\n1|91-100|Baik", "unknown", id="scale-alone"),
        pytest.param("No|Kegiatan|Keterangan\n1|Rapat|ada", "unknown", id="activities"),
    ],
)
def test_a_sheet_is_performance_data_by_its_columns(rows: str, kind: str) -> None:
    """A target, a result or money spent makes it; names and prices do not."""
    assert extract(document(sheet(rows))).kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(TABLE, "performance", id="table-alone"),
        pytest.param("Data kegiatan kami\n\n" + TABLE, "performance", id="words-and-table"),
        pytest.param(LETTER + "Mohon diisi:\n\n" + TABLE, "unknown", id="letter-with-a-table"),
        pytest.param("STANDAR OPERASIONAL PROSEDUR\nPENGUMPULAN DATA\n\n" + TABLE, "unknown", id="sop-title-and-form"),
        pytest.param("LAPORAN KINERJA\nTAHUN 2024\n\n" + STEPS, "performance", id="report"),
        pytest.param(
            "STANDAR OPERASIONAL PROSEDUR\nPENGUMPULAN DATA\n\n" + STEPS + "\n" + TABLE, "sop", id="sop-with-form"
        ),
    ],
)
def test_a_text_is_performance_data_by_its_tables(text: str, kind: str) -> None:
    """A letter with a small table, and an SOP with a form, are none."""
    assert extract(read_text(text.encode(), name="a.txt")).kind == kind


def test_a_document_without_a_table_that_can_be_read_says_so() -> None:
    """Silence about its tables must not look like compliance."""
    lost = read_text(b"INDIKATOR KINERJA UTAMA\nKECAMATAN PUNCAK ARUM\n1 Naiknya mutu Nilai IKM Kasi\n", name="iku.txt")
    whole = read_text(f"LAPORAN KINERJA TAHUN 2024\n\n{TABLE}".encode(), name="lkj.txt")

    assert ["no-table"] == [notice.code for notice in read_performance(lost).notices]
    assert () == read_performance(whole).notices
