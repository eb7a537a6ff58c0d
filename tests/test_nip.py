"""Employee numbers: found, read, compared. All numbers are invented."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.nip import age_at, find_nips, inspect_nip, mark_differences

GOOD = "198002302005011001".replace("0230", "0228")


@pytest.mark.parametrize(
    "text",
    [
        "NIP. 19800228 200501 1 001",
        "NIP : 198002282005011001",
        "19800228.200501.1.001",
        "NIP 1980 0228 2005 01 1001",
        "NIP. 19800228\n200501 1 001 Arga Mulya",
        "N I P : 19800228 200501 1 001",
        "NIP19800228 200501 1 001Pembina",
        "NIP. 198002282005011001 2. Memahami aturan",
        "NIP. 19800228 200501 1 001 1. Memahami",
        "nip.19800228200501 1 001",
        "NlP. 19800228 200501 1 001",
        "TIRTA WIJAYA 198002282005011001",
        "NIP.-19800228 200501 1 001",
    ],
)
def test_finds_a_number_in_any_print_form(text: str) -> None:
    """Blanks, dots and line breaks between the digits do not count, and list numbers after it do not belong to it."""
    assert [GOOD] == [nip.digits for nip in find_nips(text)]


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("NIP. 19800228 200501 1 01", "19800228200501101"),
        ("NIP. 19800228 200501 1 0011", "1980022820050110011"),
        ("NIP. 130 123 456", "130123456"),
        ("NIP. 19800228 200501 1 01 2. Memahami", "19800228200501101"),
    ],
)
def test_a_wrong_length_counts_after_the_word(text: str, digits: str) -> None:
    """A digit too few or too many is what the rule is after."""
    assert [digits] == [nip.digits for nip in find_nips(text)]


@pytest.mark.parametrize(
    "text",
    [
        "NIP. -",
        "NIP ...........",
        "NIP.",
        "Telp. 081234567890",
        "No 25 Tahun 2004",
        "Rekening 198002282005011001",
        "No. Rek. Bank Daerah 198002282005011001",
        "NIK 5201010101800001",
        "NIPD 123456789",
        "000.7.2/No. 611.35/SOP/XII/2024",
        "Kode Pos 84381",
        "123456789012345678",
        "menipis 12345678",
        "Rp 19.800.228.200.501.100",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    """Phone, account, citizen and regulation numbers, and an NIP that was not filled in, are no NIP."""
    assert [] == find_nips(text)


@pytest.mark.parametrize("text", ["NIP. l98OO228 2OO5Ol l OOl", "l9800228 200501 1 OO1", "NIP 19B00228 200501 1 001"])
def test_letters_among_the_digits_are_read_but_said(text: str) -> None:
    """Character recognition takes 1 for l and 0 for O: the digits are only a repair."""
    nip = find_nips(text)[0]

    assert (None, True) == (nip.digits, nip.repaired is not None and len(nip.repaired) == 18)


def test_the_printed_form_and_its_place_are_kept() -> None:
    """The report quotes what stands in the file."""
    text = "TIRTA WIJAYA NIP. 19800228 200501 1 001"
    nip = find_nips(text)[0]

    assert ("19800228 200501 1 001", "19800228 200501 1 001") == (nip.text, text[nip.start : nip.end])


def test_finds_several_numbers_in_order() -> None:
    """With and without the word before them, each once."""
    found = find_nips("A 19900101 201501 2 002 dan NIP 19800228 200501 1 001")

    assert ["199001012015012002", GOOD] == [nip.digits for nip in found]


@pytest.mark.parametrize(
    ("digits", "state"),
    [
        (GOOD, "ok"),
        (GOOD[:-1], "length"),
        (GOOD + "1", "length"),
        ("", "length"),
        ("130123456", "old"),
        ("198013222005011001", "birth"),
        ("198002302005011001", "birth"),
        ("188002282005011001", "birth"),
        ("198000002005011001", "birth"),
        ("198002282005131001", "month"),
        ("198002282005201001", "month"),
        ("198002282005001001", "month"),
        ("198002282005013001", "sex"),
        ("198002282022211001", "ok"),
    ],
)
def test_tells_what_is_wrong_with_a_number(digits: str, state: str) -> None:
    """Length, birth date, month and sex, in this order; a reason is given exactly where something is wrong."""
    reading = inspect_nip(digits)

    assert (state, state == "ok") == (reading.state, reading.reason is None)


def test_reads_the_parts() -> None:
    """Birth date, appointment and sex come out."""
    reading = inspect_nip("198002282005012001")

    assert (dt.date(1980, 2, 28), (2005, 1), "female", False) == (
        reading.birth,
        reading.appointed,
        reading.sex,
        reading.pppk,
    )


def test_a_pppk_number_has_no_month() -> None:
    """21 and more in the place of the month is the kind of contract."""
    reading = inspect_nip("198002282022211001")

    assert (True, None) == (reading.pppk, reading.appointed)


@pytest.mark.parametrize(
    ("a", "b", "marked"),
    [
        ("198002282005011001", "198003282005011001", ("19800[2]282005011001", "19800[3]282005011001")),
        ("19800228 200501 1 001", "198003282005011001", ("19800[2]28 200501 1 001", "19800[3]282005011001")),
        ("198002282005011001", "19800228200501101", ("1980022820050110[0]1", "19800228200501101")),
        (GOOD, GOOD, (GOOD, GOOD)),
    ],
)
def test_marks_the_digits_that_differ(a: str, b: str, marked: tuple[str, str]) -> None:
    """Only what differs stands in brackets; blanks do not differ."""
    assert marked == mark_differences(a, b)


@pytest.mark.parametrize(
    ("when", "age"), [(dt.date(2020, 2, 27), 39), (dt.date(2020, 2, 28), 40), (dt.date(2021, 1, 1), 40)]
)
def test_age_is_in_full_years(when: dt.date, age: int) -> None:
    """The birthday itself counts."""
    assert age == age_at(dt.date(1980, 2, 28), when)


@given(st.text(alphabet="0123456789", max_size=25), st.text(alphabet="0123456789", max_size=25))
def test_marking_only_adds_brackets(a: str, b: str) -> None:
    """Without the brackets both numbers are as they were, and equal numbers have none."""
    marked = mark_differences(a, b)

    assert (a, b) == tuple(text.replace("[", "").replace("]", "") for text in marked)
    assert (a == b) == ("[" not in "".join(marked))


@given(st.text(max_size=300))
def test_any_text_is_searched(text: str) -> None:
    """Garbage is never an error, and what is found stands where it is said to stand."""
    assert all(text[nip.start : nip.end] == nip.text for nip in find_nips(text))


@given(
    st.lists(
        st.sampled_from(["NIP", ".", " ", "1980", "0228", "l", "O", "200501", "1", "001", "\n", "B", "Sari", "2. "])
    )
)
def test_nip_like_garbage_is_searched(parts: list[str]) -> None:
    """Digits come out only where nothing but digits was printed, and every reading has a state."""
    for nip in find_nips("".join(parts)):
        assert (nip.digits is None) != (nip.repaired is None)
        assert inspect_nip(nip.digits or nip.repaired or "").state in ("ok", "length", "birth", "month", "sex", "old")
