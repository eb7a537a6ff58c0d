"""The list of regions and what counts as a misspelling of one."""

from __future__ import annotations

import re
import time
from collections import Counter

import pytest

from extraction import regions
from extraction.regions import is_region, load_regions, near_region

INVENTED = [
    ("kabupaten", "TELUK MAHONI"),
    ("kabupaten", "MUARA KENCANA"),
    ("kabupaten", "TANAH CENDANA"),
    ("kota", "RIMBA RAYA"),
    ("kabupaten", "RIMBA SELARAS"),
    ("kota", "LABUAN PERMAI"),
    ("kota", "ARGA NUSA"),
    ("kota", "BUKIT RINJAI"),
    ("kota", "SEKAR MADYA"),
    ("kabupaten", "KARANG SARI"),
    ("kabupaten", "SAMPIT LAUT"),
    ("kabupaten", "MOJANG KENCONO"),
    ("provinsi", "BANUA SELAT"),
    ("kabupaten", "LEMBAH KEMIRI"),
    ("kabupaten", "KEMIRI"),
    ("kabupaten", "PANDAK"),
    ("kabupaten", "LUWUK TIMUR"),
    ("kabupaten", "SOLOR SELATAN"),
    ("kabupaten", "PADANG LAWEH"),
    ("kabupaten", "LOMBOK SELATAN"),
    ("kabupaten", "KUTAI TENGAH"),
    ("kabupaten", "NIAS TIMUR"),
    ("kabupaten", "X"),
    ("kabupaten", ""),
]


def test_counts_are_those_of_the_ministry():
    """38 provinces, 416 kabupaten and 98 kota."""
    expected = {"provinsi": 38, "kabupaten": 416, "kota": 98}

    assert expected == Counter(region.kind for region in load_regions())


def test_codes_are_unique_and_belong_to_their_province():
    """A code has two digits, or four with those of its province first; a kota has 71 or more as its second part."""
    codes = [region.code for region in load_regions()]
    provinces = {region.code: region.name for region in load_regions() if region.kind == "provinsi"}

    assert len(codes) == len(set(codes))
    for region in load_regions():
        assert provinces[region.code[:2]] == region.province
        assert re.fullmatch({"provinsi": r"\d\d"}.get(region.kind, r"\d\d\.\d\d"), region.code)
        assert region.kind == "provinsi" or (region.kind == "kota") == (int(region.code[3:]) >= 71)


def test_names_are_in_title_case_without_the_word_for_their_kind():
    """Names are printed as they are in reports."""
    for region in load_regions():
        assert region.name == region.name.strip()
        assert all(word == "dan" or word[0].isupper() for word in region.name.split())
        assert not region.name.startswith(("Kabupaten", "Kota ", "Provinsi"))


def test_every_alias_names_a_region():
    """An alias stands for a region that is in the list."""
    known = {(region.kind, region.name) for region in load_regions()}
    unknown = [row for row in regions._rows("region_aliases.tsv") if (row[0], row[2]) not in known]

    assert not unknown


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("kabupaten", "Pesisir Selatan"),
        ("kabupaten", "KEPULAUAN ANAMBAS"),
        ("Kab.", "Kep. Anambas"),
        ("kabupaten", "Kab. Sumbawa Barat"),
        ("kabupaten", "Tulangbawang"),
        ("kabupaten", "Tulang Bawang"),
        ("kabupaten", "Pangkajene Kepulauan"),
        ("kabupaten", "Pangkajene dan Kepulauan"),
        ("kota", "Kota Administrasi Jakarta Selatan"),
        ("kota", "Jakarta Selatan"),
        ("kabupaten", "Fak-Fak"),
        ("kabupaten", "Toli-Toli"),
        ("kabupaten", "Tojo Una Una"),
        ("provinsi", "D.I. Yogyakarta"),
        ("provinsi", "DKI Jakarta"),
        ("provinsi", "Provinsi Papua Barat Daya"),
        ("kota", "Solok"),
        ("kabupaten", "Solok"),
        (None, "Kotabaru"),
        ("kabupaten", "Lima Puluh Kota"),
        ("kabupaten", "Mamuju Utara"),
    ],
)
def test_accepted_spellings_are_regions_and_need_no_suggestion(kind: str | None, name: str):
    """Spaces, hyphens, abbreviations and former names are no misspellings."""
    assert is_region(kind, name)
    assert near_region(kind, name) is None


@pytest.mark.parametrize(("kind", "name"), [("kota", "Sumbawa"), ("kabupaten", "Surabaya"), ("provinsi", "Bogor")])
def test_a_region_of_another_kind_is_not_one_of_this_kind(kind: str, name: str):
    """Kota Sumbawa does not exist, but the name is real: no suggestion."""
    assert not is_region(kind, name)
    assert near_region(kind, name) is None


@pytest.mark.parametrize(
    ("kind", "name", "official"),
    [
        ("kabupaten", "PESIR SELATAN", "Pesisir Selatan"),
        ("kabupaten", "Purwakrta", "Purwakarta"),
        ("kabupaten", "Purwakatra", "Purwakarta"),
        ("kabupaten", "SUMBAWWA", "Sumbawa"),
        ("kabupaten", "Kepulauan Anabas", "Kepulauan Anambas"),
        ("kabupaten", "Kab. Indragri Hulu", "Indragiri Hulu"),
        ("kabupaten", "Banjarnegra", "Banjarnegara"),
        ("kota", "Paylakumbuh", "Payakumbuh"),
        ("provinsi", "Sumatera Brat", "Sumatera Barat"),
        (None, "Kabupaten Karangayar", "Karanganyar"),
    ],
)
def test_a_near_miss_is_told(kind: str | None, name: str, official: str):
    """Letters lost, doubled or swapped, or a syllable lost: the official name is suggested."""
    assert not is_region(kind, name)
    assert official == near_region(kind, name)


@pytest.mark.parametrize(("kind", "name"), INVENTED)
def test_invented_names_are_near_nothing(kind: str, name: str):
    """A name that is not in the list is not wrong by that alone."""
    assert not is_region(kind, name)
    assert near_region(kind, name) is None


def test_no_region_is_a_misspelling_of_another():
    """Muna and Buton, Sumba Barat and Sumbawa Barat, Bone and Bonne: real names stand for themselves."""
    kinds = ("kabupaten", "kota", "provinsi", None)
    mistaken = [(kind, r.name) for r in load_regions() for kind in kinds if near_region(kind, r.name) is not None]

    assert not mistaken


def test_two_equally_near_names_give_none():
    """When it cannot be told which name is meant, nothing is suggested."""
    assert near_region("kabupaten", "Sumbaa Barat") is None, "Sumba Barat doubled, or Sumbawa Barat with a letter lost"


def test_loading_is_fast():
    """The list is read once, in a few milliseconds."""
    regions._index.cache_clear()
    start = time.process_time()
    load_regions()

    assert time.process_time() - start < 0.05


def test_long_garbage_is_bounded():
    """A name of a million letters costs nothing."""
    start = time.process_time()

    assert near_region("kabupaten", "a" * 1_000_000) is None
    assert near_region("kabupaten", "a " * 1_000_000) is None
    assert time.process_time() - start < 0.5
