"""Garbage in, something bounded out: no sheet and no text makes the reading of performance data fail."""

from __future__ import annotations

import json
import random
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extraction.performance import read_performance
from extraction.sop import extract
from readers.text import read_text
from reports.extract_performance import performance_json
from schemas.blocks import SheetCell
from tests.performance_grids import cells_sheet, document, number

WORDS: tuple[SheetCell, ...] = (
    None, None, None, "No", "Sasaran", "Indikator", "Satuan", "Target", "Realisasi", "Capaian (%)", "%", "Program",
    "Pagu", "Realisasi Anggaran", "2023", "2024", "TW I", "Triwulan", "I", "II", "K", "Rp", "1", "2", "3", "(1)",
    "1.234", "85,5", "n/a", "-", "Jumlah", "Rata-rata", "Meningkatnya A", "Sasaran 1: B", "Tujuan", "a. x", "yang",
    "dst", "NIP. 1", "Camat Contoh", "Contoh, 5 Juli 2024", "Catatan: x", "Keterangan", "Interval", "Kategori",
    "91 < 100", "x" * 300, number("5"), number("0.5", "50%", percent=True), "e" * 170, "Tabel 3.1 X", "Kegiatan", "A",
    "1e400",
)  # fmt: skip
SLOW = 5.0


def grid(seed: int, height: int, width: int) -> list[list[SheetCell]]:
    """Cells of a heading or of a table, in no order."""
    chance = random.Random(seed)
    return [[chance.choice(WORDS) for _ in range(width)] for _ in range(height)]


@given(st.integers(0, 10**9), st.integers(1, 40), st.integers(1, 14))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_sheet_is_read(seed: int, height: int, width: int) -> None:
    """Merged or not; every table has columns of one length, places for its cells, and can be printed."""
    chance = random.Random(seed)
    merges = tuple(
        (chance.randrange(height), chance.randrange(width), chance.randint(1, 4), chance.randint(1, 4))
        for _ in range(chance.randint(0, 6))
    )
    sheets = document(cells_sheet(grid(seed, height, width), merges))
    report = read_performance(sheets)

    for table in report.tables:
        lengths = {len(column) for column in (*table.words.values(), *table.quantities.values(), table.sasaran)}
        assert lengths <= {table.count}
        for key in table.keys if table.count else ():
            assert table.place(table.count - 1, key).line
    assert json.loads("".join(performance_json(report)))["kind"] == "performance"


@given(st.integers(0, 10**9), st.sampled_from(["\t", " | ", "  "]))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_read(seed: int, between: str) -> None:
    """Lines of the same words, parted in several ways."""
    chance = random.Random(seed)
    lines = [
        between.join(cell if isinstance(cell, str) else "" for cell in row[: chance.randint(0, 9)])
        for row in grid(seed, chance.randint(1, 30), 9)
    ]
    found = read_text("\n".join(["Laporan", *lines]).encode(), name="a.txt")

    extract(found)
    read_performance(found)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["No", "Indikator", "Target", "Realisasi"], *[["1", "x"]] * 20_000], id="no-figures"),
        pytest.param(
            [["No", "Indikator", "Target", "Realisasi"], *[["A", "Meningkatnya A", None, None]] * 20_000], id="groups"
        ),
        pytest.param([["No", "Indikator", "Target", "Realisasi"]] * 10_000, id="headings"),
        pytest.param([["Target", "Realisasi", "TW I", "K"], ["Indikator", "Rp", "%", "I"]] * 5_000, id="parts"),
        pytest.param([["a" * 100, None, "b"], [None, None, None]] * 10_000, id="blank-rows"),
        pytest.param(
            [["No", "Indikator", "Target", "Realisasi"], [None, "yang " * 10, None, None]] * 5_000, id="broken-words"
        ),
        pytest.param([[f"Target {at}" for at in range(400)], [f"TW {at}" for at in range(400)]] * 20, id="wide"),
        pytest.param(
            [["No", "Indikator", "Target", "Realisasi"], *[["1", "X", "1.234", "1" * 110]] * 20_000], id="numbers"
        ),
        pytest.param([["No", "Uraian", "Pagu", "Realisasi"], *[[None, "Jumlah", "1", "2"]] * 20_000], id="totals"),
    ],
)
def test_hostile_sheets_take_bounded_time(rows: list[list[SheetCell]]) -> None:
    """Each in time that grows with its rows."""
    sheets = document(cells_sheet(rows))
    begun = time.process_time()
    read_performance(sheets)

    assert time.process_time() - begun < SLOW
