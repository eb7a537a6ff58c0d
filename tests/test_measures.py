"""Kinds of measures, numbers as messages print them, and what a printed number leaves open."""

from __future__ import annotations

from decimal import Decimal

import pytest

from engine.derive.measures import measure_of, wants_fewer
from engine.derive.printed_numbers import as_read, joined_sum, printed, same, sum_tolerance
from extraction.quantities import read_quantity


@pytest.mark.parametrize(
    ("unit", "name", "kind"),
    [
        ("Persen", "", "share"),
        ("%", "Jumlah desa", "share"),
        ("Indeks", "Indeks Kepuasan Masyarakat", "level"),
        ("Nilai", "Nilai SAKIP", "level"),
        ("Nilai", "Nilai investasi", "other"),
        ("Dokumen", "", "product"),
        ("Rp", "Realisasi PBB", "product"),
        ("Orang", "", "entity"),
        ("Desa/Kelurahan", "", "entity"),
        ("Ha", "", "other"),
        ("", "Persentase pengaduan", "share"),
        ("", "Indeks Desa", "level"),
        ("", "Jumlah rapat", "other"),
        ("", "", "other"),
    ],
)
def test_kind_of_measure(unit: str, name: str, kind: str) -> None:
    """The unit tells; without one the begin of the name."""
    assert measure_of(unit, name) == kind


def test_words_of_less() -> None:
    """Indicators of which less is better, or may be."""
    assert wants_fewer("Jumlah kasus gangguan")
    assert not wants_fewer("Persentase desa mandiri")


@pytest.mark.parametrize(
    ("value", "text"),
    [("1234567.5", "1.234.567,5"), ("12.00", "12"), ("-0.001", "0"), ("97.125", "97,13"), ("-13", "-13")],
)
def test_printed(value: str, text: str) -> None:
    """Indonesian writing, two decimals at most, none that are zero."""
    assert printed(Decimal(value)) == text


def test_joined_sum() -> None:
    """Negative numbers stand in brackets."""
    assert joined_sum([Decimal(3), Decimal(-2)]) == "3 + (-2)"


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("86,20", "86,2", True),
        ("86,24", "86,2", True),
        ("86,26", "86,2", False),
        ("12", "13", False),
        ("1.244.500.000,50", "1.244.500.001", True),
        ("0,30000000000000004", "0,3", True),
    ],
)
def test_same_as_far_as_printed(one: str, other: str, equal: bool) -> None:
    """Two numbers may be one, rounded to the coarser of the two."""
    assert same(read_quantity(one), read_quantity(other)) is equal


def test_whole_numbers_add_up_exactly() -> None:
    """Documents leave nothing open, rounded percentages do."""
    whole = [read_quantity("3"), read_quantity("4")]
    rounded = [read_quantity("3,5"), read_quantity("4,2")]

    assert sum_tolerance(whole, read_quantity("7")) == 0
    assert sum_tolerance(rounded, read_quantity("7,7")) == Decimal("0.15") + Decimal("7.7") * Decimal("1e-9")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1250000000", "1.250.000.000"),
        ("1244500000,5", "1.244.500.000,5"),
        ("Rp1.250.000.000,00", "Rp1.250.000.000,00"),
        ("12500", "12500"),
        ("n/a", "n/a"),
    ],
)
def test_long_numbers_are_shown_in_groups(text: str, shown: str) -> None:
    """As a reader wants them; what the document groups itself stays as it is printed."""
    assert as_read(read_quantity(text)) == shown
