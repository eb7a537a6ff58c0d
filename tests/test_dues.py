"""What offices owe: what is late, which SOPs are missing, who handed in nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.dues import DueTold, Handed, RequiredTold, dues, next_change, required, silent
from archive.layout import Layout
from schemas.archive import ArchiveLayout, Office

A, B = (
    Office(name="Dinas A", folders=("a",), type="dinas"),
    Office(name="Kecamatan B", folders=("b",), type="kecamatan", since=2024, until=2025),
)
AS_OF = dt.date(2026, 3, 2)


def _layout(**declared: object) -> Layout:
    found = ArchiveLayout.model_validate(declared)
    return Layout(found.model_copy(update={"offices": (A, B)}), ())


YEARLY = _layout(due=[{"sort": "report", "since": 2024, "days": 60}])
QUARTERLY = _layout(due=[{"sort": "report", "per": "quarter", "since": 2025, "days": 30, "types": ["dinas"]}])
AGREEMENT = _layout(due=[{"sort": "agreement", "since": 2026, "days": 31, "types": ["dinas"]}])
MANY = _layout(
    due=[
        {"sort": "report", "since": 2024, "days": 60},
        {"sort": "plan", "per": "quarter", "since": 2023, "days": 0, "types": ["kecamatan"]},
        {"sort": "agreement", "since": 2027, "days": 366},
    ]
)


def _missing(layout: Layout, as_of: dt.date, *handed: Handed) -> list[tuple[str, int, int | None]]:
    return [(one.office, one.year, one.quarter) for one in dues(layout, handed, as_of) if one.document is None]


def test_what_is_due_and_there_and_missing():
    """Sixty days after the year ended: 1 March."""
    handed = [Handed("Dinas A", "a/2.pdf", "report", 2024), Handed("Dinas A", "a/1.pdf", "report", 2024)]

    assert [
        DueTold("Dinas A", "report", 2024, None, dt.date(2025, 3, 1), "a/1.pdf"),
        DueTold("Dinas A", "report", 2025, None, dt.date(2026, 3, 1), None),
        DueTold("Kecamatan B", "report", 2024, None, dt.date(2025, 3, 1), None),
        DueTold("Kecamatan B", "report", 2025, None, dt.date(2026, 3, 1), None),
    ] == dues(YEARLY, handed, AS_OF)


def test_on_the_last_day_it_is_not_late():
    """The day after, it is."""
    assert [("Dinas A", 2024, None)] == _missing(YEARLY, dt.date(2026, 3, 1))[:1]
    assert ("Dinas A", 2025, None) not in _missing(YEARLY, dt.date(2026, 3, 1))
    assert ("Dinas A", 2025, None) in _missing(YEARLY, dt.date(2026, 3, 2))


@pytest.mark.parametrize(
    ("document", "missing"),
    [
        pytest.param(Handed("Dinas A", "x", "report", 2025, 2), [1, 3, 4], id="its-quarter"),
        pytest.param(Handed("Dinas A", "x", "report", 2025), [], id="whole-year"),
        pytest.param(Handed("Dinas A", "x", "report", 2024, 2), [1, 2, 3, 4], id="other-year"),
        pytest.param(Handed("Dinas A", "x", "plan", 2025, 2), [1, 2, 3, 4], id="other-sort"),
        pytest.param(Handed("Kecamatan B", "x", "report", 2025, 2), [1, 2, 3, 4], id="other-office"),
        pytest.param(Handed("Dinas A", "x", None, 2025, 2), [1, 2, 3, 4], id="no-sort"),
    ],
)
def test_what_counts_for_a_quarter(document, missing):
    """A document of the whole year counts for each quarter of it."""
    assert missing == [quarter for _, _, quarter in _missing(QUARTERLY, dt.date(2026, 2, 1), document)]


def test_a_report_of_a_quarter_is_none_of_the_year():
    """The last quarter least of all."""
    assert ("Dinas A", 2025, None) in _missing(YEARLY, AS_OF, Handed("Dinas A", "x", "report", 2025, 4))


def test_a_document_without_a_year_is_named_beside_what_is_missing():
    """It may be the one; nobody is blamed before it was looked at."""
    handed = [Handed("Dinas A", "a/z", "report"), Handed("Dinas A", "a/y", "report"), Handed("Dinas A", "a/x", "sop")]
    found = [one for one in dues(YEARLY, handed, AS_OF) if one.office == "Dinas A"]

    assert [(None, "a/y"), (None, "a/y")] == [(one.document, one.perhaps) for one in found]


def test_an_agreement_is_counted_from_the_beginning_of_its_year():
    """Thirty-one days after 1 January."""
    assert [] == dues(AGREEMENT, (), dt.date(2026, 2, 1))
    assert [dt.date(2026, 2, 1)] == [one.due for one in dues(AGREEMENT, (), dt.date(2026, 2, 2))]


def test_ends_of_quarters():
    """Thirty days after each."""
    found = [one.due for one in dues(QUARTERLY, (), dt.date(2026, 2, 1))]
    assert [(2025, 4, 30), (2025, 7, 30), (2025, 10, 30), (2026, 1, 30)] == [
        (day.year, day.month, day.day) for day in found
    ]


@given(st.dates(dt.date(2022, 1, 1), dt.date(2030, 12, 31)))
def test_nothing_changes_before_the_next_change(as_of):
    """And then something does."""
    day = next_change(MANY, as_of)
    before = dues(MANY, (), as_of)
    if day is None:
        assert before == dues(MANY, (), as_of + dt.timedelta(days=800))
    else:
        assert as_of < day
        assert before == dues(MANY, (), day - dt.timedelta(days=1))
        assert before != dues(MANY, (), day)


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_a_clock_that_jumps_breaks_nothing(day):
    """Every day has an answer."""
    assert len(dues(YEARLY, (), day)) in (0, 78)
    next_change(YEARLY, day)


def test_nothing_is_due_where_nothing_is_asked():
    """Nor does it change."""
    assert ([], None) == (dues(_layout(), (), AS_OF), next_change(_layout(), AS_OF))


# Required SOPs

ASKED = _layout(required=[{"title": "penyusunan laporan kinerja", "types": ["dinas"]}])


@pytest.mark.parametrize(
    ("title", "found", "nearly"),
    [
        ("Penyusunan Laporan Kinerja", True, False),
        ("SOP PENYUSUNAN LAPORAN KINERJA", True, False),
        ("Standar Operasional Prosedur Pembuatan Laporan Kinerja", True, False),
        ("Penyusunan Laporan Kinerja Triwulan Dinas A", True, False),
        ("Penyusunan Laporan Kinerjaa", True, False),
        ("Laporan Kinerja", False, True),
        ("Reviu Penyusunan Laporan Kinerja", False, True),
        ("Pengelolaan Surat Masuk", False, False),
        ("Laporan", False, False),
        ("Penyusunan Rencana", False, False),
        ("SOP", False, False),
    ],
)
def test_which_title_is_that_of_a_required_sop(title, found, nearly):
    """One that says more is the same; one of another act is shown to the auditor."""
    told = required(ASKED, [Handed("Dinas A", "a/x", "sop", title=title)])
    expected = RequiredTold(
        "Dinas A", "penyusunan laporan kinerja", "a/x" if found else None, "a/x" if nearly else None
    )
    assert [expected] == told


def test_the_sop_of_another_office_is_none():
    """Nor what is no SOP, or has no title; the best one counts, and of two alike the first."""
    other = [Handed("Kecamatan B", "b", "sop", title="Penyusunan Laporan Kinerja")]
    other += [Handed("Dinas A", "a", "report", title="Penyusunan Laporan Kinerja"), Handed("Dinas A", "a", "sop")]
    assert [None] == [one.found for one in required(ASKED, other)]

    several = ["Laporan Kinerja", "Penyusunan Laporan Kinerja", "Pembuatan Laporan Kinerja"]
    handed = [Handed("Dinas A", f"a/{at}", "sop", title=title) for at, title in enumerate(several)]
    assert ["a/1"] == [one.found for one in required(ASKED, reversed(handed))]


def test_offices_that_handed_in_nothing():
    """One that is dissolved owes nothing any more."""
    assert ["Dinas A", "Kecamatan B"] == silent(YEARLY, [], dt.date(2025, 6, 1))
    assert ["Dinas A"] == silent(YEARLY, ["Lain"], dt.date(2026, 6, 1))
    assert [] == silent(YEARLY, ["Dinas A"], dt.date(2026, 6, 1))
