"""A finding on a number of two readings says so."""

from __future__ import annotations

import datetime as dt

import pytest

from engine.performance_facts import performance_facts
from tests.performance_grids import read, sheet


@pytest.mark.parametrize(
    ("figures", "reasons"),
    [
        pytest.param("-|1.234", ["number"], id="nothing-tells"),
        pytest.param("1.200,50|1.234", [], id="the-target-tells"),
        pytest.param("12|13", [], id="plain"),
    ],
)
def test_a_row_with_a_number_of_two_readings_is_doubted(figures: str, reasons: list[str]) -> None:
    """Only where neither its column nor what stands beside it tells."""
    report = read(sheet(f"LAPORAN KINERJA TAHUN 2024\nNo|Indikator|Satuan|Target|Realisasi\n1|Luas sawah|ha|{figures}"))
    facts = performance_facts(report, as_of=dt.date(2025, 3, 1))

    (rows,) = [rows for rows in facts.rows if rows.kind == "indicator"]
    _, _, doubts = rows.tell(0)
    assert [doubt.reason for doubt in doubts] == reasons
    assert [doubt.printed for doubt in doubts] == ["1.234"] * len(reasons)
