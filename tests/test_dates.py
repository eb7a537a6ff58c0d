"""Dates as printed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.dates import MAX_YEAR, MIN_YEAR, find_dates, format_date, month_number, parse_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4 Januari 2023", dt.date(2023, 1, 4)),
        ("02 Jan. 2024", dt.date(2024, 1, 2)),
        ("01 Nopember 2023", dt.date(2023, 11, 1)),
        ("7 Pebruari 1999", dt.date(1999, 2, 7)),
        ("17 Djanuari 1960", dt.date(1960, 1, 17)),
        ("1 Agst 2020", dt.date(2020, 8, 1)),
        ("9 Sept 2021", dt.date(2021, 9, 9)),
        ("9 Okt. 2021", dt.date(2021, 10, 9)),
        ("3Oktober2023", dt.date(2023, 10, 3)),
        ("31 Des 2021", dt.date(2021, 12, 31)),
        ("14-02-2024", dt.date(2024, 2, 14)),
        ("2024-02-14", dt.date(2024, 2, 14)),
        ("2024/02/14", dt.date(2024, 2, 14)),
        ("April 7, 2025", dt.date(2025, 4, 7)),
        ("7 IV 2025", dt.date(2025, 4, 7)),
        ("14.02.2024", dt.date(2024, 2, 14)),
        ("14/02/24", dt.date(2024, 2, 14)),
        ("4 Januari, 2023", dt.date(2023, 1, 4)),
        ("4Januari2023", dt.date(2023, 1, 4)),
        ("4-Jan-2024", dt.date(2024, 1, 4)),
        ("Arga Mulya, 4 Januari 2023", dt.date(2023, 1, 4)),
        ("Senin, 30 Desember 2024", dt.date(2024, 12, 30)),
        ("tanggal 4 bulan Januari tahun 2023", dt.date(2023, 1, 4)),
        ("l4 Januari 2O23", dt.date(2023, 1, 14)),
        ("I5 Mei 2016 .", dt.date(2016, 5, 15)),
        ("3O Juni 2022", dt.date(2022, 6, 30)),
        ("30 Aprl 2024", dt.date(2024, 4, 30)),
        ("30 Desernber 2023", dt.date(2023, 12, 30)),
        ("29 Februari 2024", dt.date(2024, 2, 29)),
        ("12 Nomor 4 Januari 2023", dt.date(2023, 1, 4)),
        ("4\u00a0Januari\u00a02023", dt.date(2023, 1, 4)),
    ],
)
def test_reads_a_date(text: str, expected: dt.date) -> None:
    """Usual print forms, old spellings and reading errors give the day that is meant."""
    parsed = parse_date(text)

    assert ("valid", expected) == (parsed.state, parsed.iso)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("30 Februari 2024", "invalid"),
        ("31 Aprl 2024", "invalid"),
        ("13/25/2024", "invalid"),
        ("32/01/2024", "invalid"),
        ("29 Februari 2023", "invalid"),
        ("4 Januari 20233", "invalid"),
        ("4 Januari 1203", "invalid"),
        ("0 Januari 2023", "invalid"),
        ("2024-13-01", "invalid"),
        ("00/00/2024", "invalid"),
        ("Oktober 2018", "incomplete"),
        ("… 2022", "incomplete"),
        ("……………2022", "incomplete"),
        ("   Januari 2024", "incomplete"),
        ("__ - __ - 2024", "incomplete"),
        (".../.../2024", "incomplete"),
        ("....... Januari 2024", "incomplete"),
        ("- - 2024", "incomplete"),
        ("2024", "incomplete"),
        ("4 Januari", "incomplete"),
        ("4 Januari 20", "incomplete"),
        ("… Januari 20…", "incomplete"),
        ("-", "none"),
        ("", "none"),
        ("nihil", "none"),
        ("—", "none"),
        (".........", "none"),
        ("____", "none"),
        ("Tidak ada", "none"),
        ("n/a", "none"),
        (" : ", "none"),
        ("Revisi 1", "unreadable"),
        ("1", "unreadable"),
        ("00", "unreadable"),
        ("01", "unreadable"),
        ("ke-2", "unreadable"),
        ("1.2.10", "unreadable"),
        ("000.7.2/No. 611.35/SOP/XII/2024", "unreadable"),
        ("5 menit", "unreadable"),
        ("sesuai kebutuhan", "unreadable"),
    ],
)
def test_tells_why_there_is_no_date(text: str, state: str) -> None:
    """An impossible day, an open place, nothing at all and something else are four different things."""
    parsed = parse_date(text)

    assert (state, None) == (parsed.state, parsed.iso)


@pytest.mark.parametrize(
    ("text", "ambiguous"),
    [("5/2/2024", True), ("14-02-2024", False), ("2/2/2024", False), ("2024-02-05", False), ("5 Februari 2024", False)],
)
def test_numbers_of_twelve_or_less_are_ambiguous(text: str, *, ambiguous: bool) -> None:
    """Day and month could be exchanged only where both can be a month and they differ."""
    assert ambiguous == parse_date(text).ambiguous


def test_american_order_is_no_date_of_an_indonesian_form() -> None:
    """Day stands before month; 02/25/2024 is a slip that the office has to put right, not a date to be guessed."""
    assert "invalid" == parse_date("02/25/2024").state


def test_finds_the_dates_of_running_text() -> None:
    """Dates that stand one after the other come apart, and numbers beside them are none."""
    found = find_dates("30 Desember 2020 18 Desember 2020 5 menit UU 25 Tahun 2004, Januari 2021 dan 30 Februari 2021")

    assert [
        ("valid", dt.date(2020, 12, 30)),
        ("valid", dt.date(2020, 12, 18)),
        ("incomplete", None),
        ("invalid", None),
    ] == [(date.state, date.iso) for date in found]


def test_offsets_point_at_the_words() -> None:
    """The place of a date is the place of its words."""
    text = "Arga Mulya, 4 Januari 2023."
    found = find_dates(text)[0]

    assert "4 Januari 2023" == text[found.start : found.end]


def test_a_valid_date_wins_over_an_open_one() -> None:
    """A form that was filled in beside its dotted line is filled in."""
    assert dt.date(2024, 1, 4) == parse_date("…… Januari 20… 4 Januari 2024").iso


@pytest.mark.parametrize(
    ("word", "month"),
    [("Juii", None), ("Maret", 3), ("NOPEMBER", 11), ("Mei", 5), ("Agustuss", 8), ("menit", None), ("Oktobar", 10)],
)
def test_a_near_miss_must_be_of_one_month_only(word: str, month: int | None) -> None:
    """``Juii`` could be June or July."""
    assert month == month_number(word)


@given(st.dates(min_value=dt.date(MIN_YEAR, 1, 1), max_value=dt.date(MAX_YEAR, 12, 31)))
def test_what_is_written_out_is_read_back(date: dt.date) -> None:
    """Writing a date and reading it are inverse."""
    assert date == parse_date(format_date(date)).iso


@given(st.text(max_size=300))
def test_any_text_has_a_state(text: str) -> None:
    """Garbage is never an error; only a valid date has a day, and all offsets lie in the text."""
    for parsed in [parse_date(text), *find_dates(text)]:
        assert (parsed.state == "valid") == (parsed.iso is not None)
        assert 0 <= parsed.start <= parsed.end <= len(text)


@given(
    st.lists(
        st.sampled_from(["4", "30", "Januari", "Feb", "2024", "20", "…", "__", "-", "/", ".", " ", "O", "l", "Mei"])
    )
)
def test_date_like_garbage_has_a_state(parts: list[str]) -> None:
    """Scraps of dates in any order are understood or not, but never an error."""
    text = "".join(parts)

    assert all(found.end > found.start for found in find_dates(text))
    assert parse_date(text).state in ("valid", "invalid", "incomplete", "none", "unreadable")
