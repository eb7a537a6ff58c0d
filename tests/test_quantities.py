"""Numbers as offices print them."""

from __future__ import annotations

import datetime as dt
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.quantities import MAX_DIGITS, english_style, read_quantities, read_quantity
from schemas.blocks import SheetValue
from tests.performance_grids import read, sheet, table, values

NUMBERS: dict[str, tuple[str, bool, str | None, int]] = {
    "95": ("95", False, None, 0),
    "95%": ("95", True, None, 0),
    "98,5 %": ("98.5", True, None, 1),
    "95 persen": ("95", True, None, 0),
    "98.25 persen": ("98.25", True, None, 2),
    "100,00%": ("100.00", True, None, 2),
    "100 % (seratus persen)": ("100", True, None, 0),
    "12.345%": ("12.345", True, None, 3),
    "99.56000004%": ("99.56000004", True, None, 8),
    "1240%": ("1240", True, None, 0),
    "Rp 2.450.000.000": ("2450000000", False, "Rp", 0),
    "Rp. 1.250.000.000,00": ("1250000000.00", False, "Rp", 2),
    "Rp1.250.000,-": ("1250000", False, "Rp", 0),
    "Rp 1.234": ("1234", False, "Rp", 0),
    "Rp 1,234": ("1234", False, "Rp", 0),
    "IDR 5.000.000": ("5000000", False, "Rp", 0),
    "Rp (1.500.000)": ("-1500000", False, "Rp", 0),
    "Rp -1.500.000": ("-1500000", False, "Rp", 0),
    "Rp 2.450.000.000,00 (dua miliar empat ratus lima puluh juta rupiah)": ("2450000000.00", False, "Rp", 2),
    "1.250.000.000,-": ("1250000000", False, None, 0),
    "Rp 1,2 Miliar": ("1200000000", False, "Rp", -8),
    "Rp. 350 juta": ("350000000", False, "Rp", -6),
    "1,5 M": ("1500000000", False, None, -8),
    "2,3 T": ("2300000000000", False, None, -11),
    "1.234 juta": ("1234000000", False, None, -6),
    "5 ribu orang": ("5000", False, "orang", -3),
    "150 m": ("150", False, "m", 0),
    "1.234,56": ("1234.56", False, None, 2),
    "1,234.56": ("1234.56", False, None, 2),
    "1.234.567": ("1234567", False, None, 0),
    "1.234.567,89": ("1234567.89", False, None, 2),
    "1,000,000.00": ("1000000.00", False, None, 2),
    "1 234 567": ("1234567", False, None, 0),
    "1'234'567": ("1234567", False, None, 0),
    "298750000.5": ("298750000.5", False, None, 1),
    "12.5": ("12.5", False, None, 1),
    "0,125": ("0.125", False, None, 3),
    "0.125": ("0.125", False, None, 3),
    ",5": ("0.5", False, None, 1),
    ".75": ("0.75", False, None, 2),
    "85,5.": ("85.5", False, None, 1),
    "0": ("0", False, None, 0),
    "0,00": ("0.00", False, None, 2),
    "-0": ("0", False, None, 0),
    "007": ("7", False, None, 0),
    "-5": ("-5", False, None, 0),
    "\u22125": ("-5", False, None, 0),
    "(12,5)": ("-12.5", False, None, 1),
    "-12,5%": ("-12.5", True, None, 1),
    "(12,5)%": ("-12.5", True, None, 1),
    "+5": ("5", False, None, 0),
    "±5": ("5", False, None, 0),
    "１２": ("12", False, None, 0),
    "9８,５％": ("98.5", True, None, 1),
    "12 dokumen": ("12", False, "dokumen", 0),
    "12 (dua belas) dokumen": ("12", False, "dokumen", 0),
    "1 (satu) laporan": ("1", False, "laporan", 0),
    "5 kali": ("5", False, "kali", 0),
    "1 dok.": ("1", False, "dok.", 0),
    "24 jam": ("24", False, "jam", 0),
    "4 Triwulan": ("4", False, "Triwulan", 0),
    "2.5 km2": ("2.5", False, "km2", 1),
    "15 m3": ("15", False, "m3", 0),
    "12 m²": ("12", False, "m²", 0),
    "3,45 ton/ha": ("3.45", False, "ton/ha", 2),
    "100 orang/bulan": ("100", False, "orang/bulan", 0),
    "5°C": ("5", False, "°C", 0),
    "65,40 (B)": ("65.40", False, None, 2),
    "85,20 (Baik)": ("85.20", False, None, 2),
    "1E+06": ("1000000", False, None, 0),
    "1,5E3": ("1500", False, None, 0),
    "2.5e-1": ("0.25", False, None, 2),
    " 95\u00a0% ": ("95", True, None, 0),
}

STATES = {
    "blank": ["", "   ", "\u00a0"],
    "dash": ["-", "--", "–", "—", "...", "…", "_", "Rp -", "Rp. -", "Rp -,-", "- %", "/"],
    "missing": [
        "n/a", "N.A", "NA", "N/A", "NaN", "null", "belum ada", "Belum dinilai", "data belum tersedia", "kosong",
        "tidak ada data", "masih dalam proses", "Dalam proses penilaian", "menunggu hasil evaluasi", "tidak tersedia",
    ],
    "nil": ["nihil", "NIHIL", "nol", "tidak ada", "Tidak ada kasus"],
    "error": ["#DIV/0!", "#REF!", "#N/A", "#VALUE!", "#####", "Err:502"],
    "words": [
        "BB", "WTP", "Baik", "TMK", "x", "IV", "12/12", "3 dari 4", "1:100", "2 dokumen dan 3 laporan", "10²", "5-3",
        "12 dokumen (100%)", "1 tahun 6 bulan", "Desember", "٣", "=A1", "%", "12;5", "1" * 121,
    ],
    "invalid": ["12,3,4", "12.345.6", "1e400", "3.14.15", "(5", "9" * 31, "1,23,456.7", "1.2.3.4"],
    "date": ["31 Desember 2024", "31/12/2024", "2024-12-31"],
    "range": ["80-85", "80 – 85", "80% - 85%", "80 s/d 85", "80 sampai dengan 85", "1-2 hari"],
}  # fmt: skip


@pytest.mark.parametrize("printed", NUMBERS)
def test_a_printed_number_is_read(printed: str) -> None:
    """Value, percent, unit and how far it may be rounded."""
    one = read_quantity(printed)

    value, percent, unit, decimals = NUMBERS[printed]
    assert (one.state, str(one.value), one.percent, one.unit, one.decimals) == (
        "number",
        value,
        percent,
        unit,
        decimals,
    )
    assert not one.ambiguous
    assert one.text == printed


@pytest.mark.parametrize(("printed", "state"), [(one, state) for state, printed in STATES.items() for one in printed])
def test_what_is_no_number_says_what_it_is(printed: str, state: str) -> None:
    """Nothing, missing, an error, words, a date, a range, or digits gone wrong."""
    assert read_quantity(printed).state == state


@pytest.mark.parametrize(
    ("printed", "bound", "value"),
    [
        ("≥ 90", "least", 90), ("> 80%", "least", 80), (">= 75", "least", 75), ("minimal 80", "least", 80),
        ("di atas 90%", "least", 90), ("< 5", "most", 5), ("≤5", "most", 5), ("maks. 5 hari", "most", 5),
        ("kurang dari 3 kasus", "most", 3), ("80", None, 80),
    ],
)  # fmt: skip
def test_a_bound_is_kept_beside_its_number(printed: str, bound: str | None, value: int) -> None:
    """A target of at most five is no five."""
    one = read_quantity(printed)

    assert (one.state, one.bound, one.value) == ("number", bound, value)


@pytest.mark.parametrize(("printed", "value"), [("B (65,40)", "65.40"), ("Level 3", "3"), ("BB", None)])
def test_a_rating_keeps_its_number(printed: str, value: str | None) -> None:
    """It stays words, with the number that stands beside it."""
    one = read_quantity(printed)

    assert one.state == "words"
    assert one.value == (None if value is None else Decimal(value))


def test_a_range_has_both_ends_and_a_date_its_day() -> None:
    """`low` to `value`; a day of the calendar."""
    one = read_quantity("80 – 85%")

    assert (one.low, one.value, one.percent) == (80, 85, True)
    assert read_quantity("31 Desember 2024").day == dt.date(2024, 12, 31)


def test_cells_with_values_are_read_by_their_values() -> None:
    """Format and formula are kept; infinite and endless numbers are none."""
    half = read_quantity(SheetValue("number", "97,25%", Decimal("97.25"), percent=True, computed=True))

    assert (half.value, half.percent, half.decimals, half.computed) == (Decimal("97.25"), True, 2, True)
    assert read_quantity(SheetValue("number", "1E+400", Decimal("1E+400"))).state == "invalid"
    assert read_quantity(SheetValue("number", "NaN", Decimal("NaN"))).state == "invalid"
    assert read_quantity(SheetValue("date", "31/12/2024", dt.date(2024, 12, 31))).day == dt.date(2024, 12, 31)
    assert read_quantity(SheetValue("error", "#DIV/0!")).state == "error"
    assert read_quantity(SheetValue("uncached", "=A1")).state == "error"
    assert read_quantity(SheetValue("truth", "TRUE", value=True)).state == "words"
    assert read_quantity(None).state == "blank"


# numbers of two readings ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("others", "value"),
    [(["1.250,50"], "1234"), (["12,5"], "1234"), (["1.234.567"], "1234"), (["12.5"], "1.234"), (["1,250.50"], "1.234")],
)
def test_the_other_numbers_of_a_column_decide(others: list[str], value: str) -> None:
    """Their decimals are written in one way."""
    one = read_quantities(["1.234", *others])[0]

    assert str(one.value) == value
    assert not one.ambiguous


def test_a_column_that_tells_nothing_leaves_its_numbers_in_doubt() -> None:
    """Read as Indonesian, and marked; a column written in both ways tells nothing either."""
    assert [one.ambiguous for one in read_quantities(["1.234", "5", "-"])] == [True, False, False]
    assert read_quantities(["1.234", "12.5", "12,5"])[0].ambiguous
    assert english_style(read_quantities(["12.5"]))
    assert not english_style(read_quantities(["12,5"]))


@pytest.mark.parametrize(
    ("row", "value", "by"),
    [
        ("Luas|ha|1.200,00|1.234", "1234", "row"),
        ("Rasio|angka|1,5|1.234", "1.234", "row"),
        ("Penduduk|jiwa|-|1.600", "1600", "row"),
        ("Serapan|persen|-|98.525", "98.525", "row"),
        ("Luas|ha|-|1.234", "1234", "habit"),
    ],
)
def test_what_stands_beside_decides_next(row: str, value: str, by: str) -> None:
    """The unit, or the target of the same row."""
    found = table(f"No|Indikator|Satuan|Target|Realisasi\n1|{row}")

    assert values(found, "realization") == [value]
    (decided,) = [one for one in found.numbers_decided if one.key == "realization"]
    assert (decided.count, decided.by) == (1, by)
    assert found.column("realization")[0].ambiguous is (by == "habit")
    assert decided.first[0].cell == "Data!E2"


def test_rupiah_have_no_three_decimals() -> None:
    """A lone group of thousands in a budget is not in doubt."""
    found = table("No|Program|Anggaran|Realisasi\n1|A|200.000|150.000")

    assert values(found, "pagu") == ["200000"]
    assert found.numbers_decided == ()


def test_numbers_of_two_readings_are_said() -> None:
    """The first cells, how many, and how they were read."""
    rows = "\n".join(f"{at}|Luas {at}|ha|-|1.23{at}" for at in range(1, 8))
    (notice,) = read(sheet(f"No|Indikator|Satuan|Target|Realisasi\n{rows}")).notices

    assert notice.code == "number-ambiguous"
    assert "1.231" in notice.message
    assert "2 sel lain" in notice.message
    assert "ribuan" in notice.message
    assert [place.cell for place in notice.evidence] == [f"Data!E{row}" for row in range(2, 7)]


# any text ---------------------------------------------------------------------------------------------------------


@given(st.text(max_size=200) | st.text(alphabet="0123456789.,%-() eERp", max_size=200))
def test_any_text_states_something(text: str) -> None:
    """In bounded time, with a finite number or none."""
    begun = time.process_time()
    one = read_quantity(text)

    assert time.process_time() - begun < 0.5
    assert one.value is None or (one.value.is_finite() and abs(one.value.adjusted()) <= 2 * MAX_DIGITS)
    assert one.state != "number" or one.value is not None


@given(st.decimals(min_value=-(10**14), max_value=10**14, places=2, allow_nan=False), st.sampled_from(["id", "en"]))
def test_printed_numbers_are_read_back(value: Decimal, style: str) -> None:
    """With thousands and two decimals, in Indonesian and in English."""
    printed = f"{value:,.2f}"
    if style == "id":
        printed = printed.translate(str.maketrans(",.", ".,"))

    assert read_quantity(printed).value == value


def test_a_number_of_a_sheet_beyond_all_bounds_is_no_number() -> None:
    """It is no error that follows from another cell, so it is judged like one in words."""
    assert "invalid" == read_quantity(SheetValue("error", "1e400")).state
    assert "error" == read_quantity(SheetValue("error", "#DIV/0!")).state
