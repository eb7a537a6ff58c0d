"""Durations as printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.durations import ParsedDuration, heading_unit, parse_duration


@pytest.mark.parametrize(
    ("text", "minutes", "unit"),
    [
        ("1 jam 30 menit", 90, "jam"),
        ("1,5 jam", 90, "jam"),
        ("1.5 jam", 90, "jam"),
        ("2 (dua) hari", 900, "hari"),
        ("½ hari", 225, "hari"),
        ("1 ½ jam", 90, "jam"),
        ("1/2 hari", 225, "hari"),
        ("1 1/2 jam", 90, "jam"),
        ("30-45 menit", 45, "menit"),
        ("30 – 45 menit", 45, "menit"),
        ("30 s/d 45 menit", 45, "menit"),
        ("30 s.d. 45 menit", 45, "menit"),
        ("30 sampai dengan 45 menit", 45, "menit"),
        ("30 menit - 1 jam", 60, "menit"),
        ("1 - 2 hari", 900, "hari"),
        ("± 15 menit", 15, "menit"),
        ("10'", 10, "menit"),
        ("10-15'", 15, "menit"),
        ("15”", 15, "menit"),
        ("5 menit/eksemplar", 5, "menit"),
        ("10 menit per berkas", 10, "menit"),
        ("1 x 24 jam", 1440, "jam"),
        ("2 x 60 menit", 120, "menit"),
        ("15 menit x 3", 45, "menit"),
        ("1 Hari kerja", 450, "hari"),
        ("3 (tiga) hari kerja", 1350, "hari"),
        ("2 minggu", 4500, "minggu"),
        ("1 bulan", 9000, "bulan"),
        ("15 mnt", 15, "menit"),
        ("1 jm", 60, "jam"),
        ("30 M", 30, "menit"),
        ("30menit", 30, "menit"),
        ("0,5 jam", 30, "jam"),
        ("3 hr", 1350, "hari"),
        ("maksimal 3 hari", 1350, "hari"),
        ("s.d. 3 hari", 1350, "hari"),
        ("60 menit (1 jam)", 60, "menit"),
        ("(30 menit)", 30, "menit"),
        ("1.440 menit", 1440, "menit"),
        ("setengah jam", 30, "jam"),
        ("satu hari", 450, "hari"),
        ("sehari", 450, "hari"),
        ("dua puluh menit", 20, "menit"),
        ("tiga belas hari", 5850, "hari"),
        ("1 jam 30", 90, "jam"),
        ("1:30 jam", 90, "jam"),
        ("1 hari, 2 jam", 570, "hari"),
        ("1 jam dan 15 menit", 75, "jam"),
        ("30 detik", 1, "detik"),
        ("5 memit", 5, "menit"),
        ("Tahap 2: 30 menit", 30, "menit"),
        ("0 menit", 0, "menit"),
    ],
)
def test_reads_a_duration_with_its_unit(text: str, minutes: int, unit: str) -> None:
    """The printed unit counts, whatever the heading says; a range takes its upper end."""
    assert ParsedDuration(minutes, unit) == parse_duration(text, heading_unit=None)


@pytest.mark.parametrize(
    ("text", "unit", "minutes"),
    [
        ("5", "menit", 5),
        ("480", "menit", 480),
        ("2", "jam", 120),
        ("1", "hari", 450),
        ("5-10", "menit", 10),
        ("± 10", "menit", 10),
        ("maks. 3", "hari", 1350),
        ("1,5", "jam", 90),
        ("16", "jam", 960),
    ],
)
def test_a_bare_number_takes_the_unit_of_the_heading(text: str, unit: str, minutes: int) -> None:
    """``Waktu (jam)`` over ``16`` is sixteen hours."""
    assert ParsedDuration(minutes, unit) == parse_duration(text, heading_unit=unit)


@pytest.mark.parametrize(
    "text",
    [
        "Setiap saat",
        "insidentil",
        "kondisional",
        "sesuai kebutuhan",
        "09.00 - 12.00",
        "pukul 09.00 WIB",
        "Bab 2 selesai",
    ],
)
def test_what_names_no_duration_has_no_minutes(text: str) -> None:
    """Something is filled in, and it cannot be counted."""
    assert ParsedDuration(None, None) == parse_duration(text, heading_unit="menit")


@pytest.mark.parametrize("text", ["", " ", "-", "–", "....", "nihil", "___"])
def test_a_blank_cell_or_dash_is_no_duration(text: str) -> None:
    """Nothing is filled in: that is not zero."""
    assert parse_duration(text, heading_unit="menit") is None


def test_a_bare_number_without_unit_stays_unread() -> None:
    """Five of what? It is not guessed."""
    assert ParsedDuration(None, None) == parse_duration("5", heading_unit=None)
    assert ParsedDuration(0, None) == parse_duration("0", heading_unit=None)


def test_the_working_day_is_a_setting() -> None:
    """An office that counts eight hours gets 480 minutes a day."""
    assert ParsedDuration(960, "hari") == parse_duration("2 hari", heading_unit=None, workday_minutes=480)


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Waktu (menit)", "menit"),
        ("Waktu/Menit", "menit"),
        ("Waktu (Jam)", "jam"),
        ("WAKTU (HARI KERJA)", "hari"),
        ("Waktu (mnt)", "menit"),
        ("Waktu", None),
        ("Kelengkapan", None),
        ("Mutu Baku: Waktu dalam menit", "menit"),
    ],
)
def test_reads_the_unit_of_the_heading(heading: str, unit: str | None) -> None:
    """The unit stands in the heading in brackets, after a stroke, or in words."""
    assert unit == heading_unit(heading)


@given(st.integers(min_value=0, max_value=9999), st.sampled_from(["menit", "jam", "hari"]))
def test_whole_numbers_count_exactly(number: int, unit: str) -> None:
    """No rounding where there is nothing to round."""
    per_unit = {"menit": 1, "jam": 60, "hari": 450}[unit]

    assert ParsedDuration(number * per_unit, unit) == parse_duration(f"{number} {unit}", heading_unit=None)


@given(st.text(max_size=300), st.sampled_from([None, "menit", "hari"]))
def test_any_text_is_understood_or_not(text: str, unit: str | None) -> None:
    """Garbage is never an error, and minutes are never negative."""
    parsed = parse_duration(text, heading_unit=unit)

    assert parsed is None or parsed.minutes is None or parsed.minutes >= 0


@given(
    st.lists(
        st.sampled_from(
            ["1", "2,5", "/", "0", "x", "-", "jam", "menit", "(", ")", " ", "'", "s.d.", "½", ":30", "hari"]
        )
    )
)
def test_duration_like_garbage_is_understood_or_not(parts: list[str]) -> None:
    """Scraps of durations in any order are never an error."""
    parsed = parse_duration("".join(parts), heading_unit="menit")

    assert parsed is None or parsed.minutes is None or parsed.minutes >= 0
