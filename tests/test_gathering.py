"""What documents tell to the rules about several documents, and the bytes that the store keeps of it."""

from __future__ import annotations

import datetime as dt
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.gathering import MAX_QUOTE, OfficerTold, ResultTold, TargetTold, Told, packed_told, told, unpacked_told
from archive.gathering_bytes import packed
from archive.models import StoredModelError
from auditing.document import read_file
from extraction.sop import Extraction, extract
from readers.text import read_text
from schemas.evidence import Evidence

FIXTURES = Path(__file__).parents[1] / "fixtures"


def _told(name):
    return [unpacked_told(data) for data in packed_told(extract(read_file(FIXTURES / name)))]


def test_an_sop_tells_what_the_rules_join_on():
    """Number, title, unit, day, officers, related SOPs, passages, offices."""
    (found,) = _told("sop/clean-nip-two-print-forms.txt")

    assert ("sop", "sop", "000.8.3.3/05/PG/I/2025") == (found.kind, found.sort, found.number)
    assert "PENYELENGGARAAN MUSYAWARAH PERENCANAAN PEMBANGUNAN KECAMATAN" == found.title
    assert ("KECAMATAN PASIR GANDARIA", 2025, dt.date(2025, 1, 14)) == (found.unit, found.year, found.dated)
    assert [("197704252002121004", "CAMAT PASIR GANDARIA"), ("197704252002121004", "Camat Pasir Gandaria")] == [
        (officer.nip, officer.position) for officer in found.officers
    ]
    assert all(officer.surely and officer.place.line for officer in found.officers)
    assert 2 == len(found.related)
    assert ["kecamatan Pasir Gandaria"] == [name for name, _ in found.offices_named]
    assert found.whole
    assert all(words.startswith(place.quote) and place.line for words, place in found.passages)


def test_an_nip_with_letters_is_not_surely_read():
    """The digits that they resemble are told, and that they are a guess."""
    (found,) = _told("sop/nip-unreadable-section-missing.txt")

    assert ("196811301995031004", False) == (found.officers[0].nip, found.officers[0].surely)


def test_each_part_of_a_file_tells_for_itself():
    """In the order of the reports."""
    assert ["000.8.3.3/04/TK/V/2025", "000.8.3.3/05/TK/V/2025"] == [
        part.number for part in _told("sop/steps-duplicate-second-of-two-sops.txt")
    ]


def test_a_report_tells_its_targets():
    """Each indicator with target and unit, in plain digits."""
    (found,) = _told("performance/lkjip-clean.md")

    assert ("performance", "report", 2024, "KECAMATAN LEMBAH SERUNI") == (
        found.kind,
        found.sort,
        found.year,
        found.unit,
    )
    assert ("Nilai SAKIP", "72", "Nilai", True) == (
        found.targets[1].indicator,
        found.targets[1].target,
        found.targets[1].unit,
        found.targets[1].surely,
    )


def test_a_report_tells_its_results():
    """Of its own year only, from each table that holds them, with the target beside them."""
    (found,) = _told("performance/lkjip-clean.md")
    sakip = [(one.value, one.target, one.printed, one.surely) for one in found.results if "SAKIP" in one.indicator]

    assert [("64.8", "72", "64,80", True), ("64.8", "", "64,80", True)] == sakip
    assert 9 == len(found.results)


_TABLE = """LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP) TAHUN 2024
KECAMATAN RIMBA WANGI

{caption}

No\tSasaran\tIndikator Kinerja\tSatuan\tTarget\t{heads}
1\tMeningkatnya mutu\tIndeks Kepuasan Masyarakat\tIndeks\t82\t{cells}
2\tMeningkatnya mutu\tNilai SAKIP\tNilai\t70\t{cells}
"""


@pytest.mark.parametrize(
    ("heads", "cells", "caption", "expected"),
    [
        pytest.param("Realisasi", "83,47", "Tabel 3.1 Capaian Kinerja Tahun 2024", ["83.47"], id="own year"),
        pytest.param("Realisasi", "83,47", "Tabel 3.1 Capaian Kinerja", ["83.47"], id="no year"),
        pytest.param("Realisasi", "83,47", "Tabel 3.1 Capaian Renstra 2021-2026", ["83.47"], id="a plan"),
        pytest.param("Realisasi", "83,47", "Tabel 3.1 Capaian Kinerja Tahun 2023", [], id="last year"),
        pytest.param("Realisasi", "83,47", "Tabel 3.1 Capaian Tahun 2023 dan 2024", [], id="either year"),
        pytest.param("Realisasi 2023\tRealisasi 2024", "81,02\t83,47", "", ["83.47"], id="both years"),
        pytest.param("Realisasi 2023", "81,02", "", [], id="only last year"),
        pytest.param("Realisasi", "BB", "", [], id="a rating"),
        pytest.param("Realisasi", "-", "", [], id="nothing"),
    ],
)
def test_results_of_other_years_are_not_told(heads, cells, caption, expected):
    """Though a report repeats them to compare with."""
    text = _TABLE.format(heads=heads, cells=cells, caption=caption)
    found = told(extract(read_text(text.encode(), name="lkj.txt")).performance)

    assert expected == sorted({one.value for one in found.results})
    assert 2 * len(expected) == len(found.results)


@pytest.mark.parametrize("title", ["PERJANJIAN KINERJA", "RENCANA AKSI"])
def test_what_is_promised_has_no_results(title):
    """A column of results is of an earlier year there."""
    text = _TABLE.format(heads="Realisasi", cells="83,47", caption="")
    text = text.replace("LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)", title)
    found = told(extract(read_text(text.encode(), name="pk.txt")).performance)

    assert (2, ()) == (len(found.targets), found.results)


def test_money_spent_is_no_result():
    """It stands right beside the budget."""
    text = _TABLE.format(heads="Anggaran\tRealisasi", cells="125.350.000\t124.117.500", caption="")
    found = told(extract(read_text(text.encode(), name="lkj.txt")).performance)

    assert ("report", ()) == (found.sort, found.results)


@pytest.mark.parametrize(("name", "count"), [("monev-triwulan-planted.csv", 0), ("pengukuran-triwulan.csv", 6)])
def test_a_quarter_is_not_the_year(name, count):
    """Only what stands for the year beside the quarters is."""
    (found,) = _told(f"performance/{name}")

    assert count == len(found.results)


def test_bytes_of_an_earlier_form_are_refused(monkeypatch):
    """So that nobody takes what they do not tell for nothing."""
    monkeypatch.setattr("archive.gathering_bytes._VERSION", 1)
    earlier = packed(Told("performance", "report"))
    monkeypatch.undo()

    with pytest.raises(StoredModelError):
        unpacked_told(earlier)


def test_running_text_does_not_tell_targets_surely():
    """Nobody knows which value is whose."""
    (found,) = _told("performance/lkjip-run-together-planted.txt")

    assert not found.whole
    assert found.targets
    assert not any(target.surely for target in found.targets)


def test_a_file_of_another_kind_tells_nothing():
    """But it has its one entry, as it has one report."""
    assert [Told("unknown")] == _told("sop/unknown-letter.txt")
    assert Told("unknown") == told(None)
    assert (packed(Told("unknown")),) == packed_told(Extraction("unknown"))


@pytest.mark.parametrize("name", sorted(path.name for path in (FIXTURES / "sop").glob("c*.txt")))
def test_what_is_kept_is_small(name):
    """Less than 3 kB for an SOP: a million of them fit on a small disk."""
    (data,) = packed_told(extract(read_file(FIXTURES / "sop" / name)))

    assert len(data) < 3_000


_words = st.text(max_size=30)
_places = st.builds(
    Evidence,
    _words,
    page=st.none() | st.integers(1, 9),
    line=st.none() | st.integers(1, 999),
    column=st.none() | st.integers(1, 99),
    cell=st.none() | _words,
)
_named = st.lists(st.tuples(_words, _places), max_size=3).map(tuple)
_some = st.builds(
    Told,
    st.sampled_from(["sop", "performance"]),
    number=st.none() | _words,
    number_place=st.none() | _places,
    title_place=st.none() | _places,
    dated=st.none() | st.dates(),
    year=st.none() | st.integers(1990, 2040),
    officers=st.lists(
        st.builds(OfficerTold, st.none() | _words, _words, st.none() | _words, _places, st.booleans()), max_size=2
    ).map(tuple),
    related=_named,
    passages=_named,
    offices_named=_named,
    targets=st.lists(
        st.builds(TargetTold, _words, _words, st.none() | _words, _places, st.booleans(), _words), max_size=2
    ).map(tuple),
    results=st.lists(st.builds(ResultTold, _words, _words, _words, _places, st.booleans(), _words), max_size=2).map(
        tuple
    ),
)


@settings(max_examples=60, deadline=None)
@given(_some)
def test_what_comes_out_is_what_went_in(some):
    """Whatever words a document has."""
    assert some == unpacked_told(packed(some))


def test_long_quotes_are_cut():
    """The words beside them are whole."""
    words = "a" * (MAX_QUOTE + 40)
    found = unpacked_told(packed(Told("sop", passages=((words, Evidence(words, line=3)),))))

    assert ((words, Evidence(words[:MAX_QUOTE], line=3)),) == found.passages


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"garbage",
        zlib.compress(b"[]"),
        zlib.compress(b"[1]"),
        zlib.compress(b"{}"),
        zlib.compress(b"[99" + b",null" * 20 + b"]"),
        packed(Told("sop"))[:-3],
        zlib.compress(b"[" * 5_000_000),
    ],
)
def test_damaged_bytes_are_named(data):
    """Nothing else than this error comes out of it, however large it unpacks to."""
    with pytest.raises(StoredModelError):
        unpacked_told(data)
