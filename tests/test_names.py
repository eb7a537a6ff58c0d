"""How a document writes the name of its unit and of its region."""

from __future__ import annotations

import pytest

from schemas.facts import Fact
from tests.sop_texts import IDENTITY, STEPS, facts_of


def form(body: str, *, region: str = "SERUNI", unit: str = "BUKIT LEMBAYUNG") -> str:
    """Return a form of a unit in a region with some words in a section."""
    head = IDENTITY.replace("SERUNI", region).replace("BUKIT LEMBAYUNG", unit)
    return head + "Peringatan\n" + body + "\n"


def named(facts: list[Fact], line: int) -> list[tuple[object, str]]:
    """Return relation and name of the spellings in a line."""
    return [
        (fact.fields["relation"], fact.words["name"])
        for fact in facts
        if line in [place.line for place in fact.evidence]
    ]


@pytest.mark.parametrize(
    ("body", "relation"),
    [
        ("Kecamatan Bukit Lembayung", "own"),
        ("Camat BUKIT LEMBAYUNG", "own"),
        ("Camat Bukit", "own"),
        ("Kecamatan Bukit Lembayungg", "near"),
        ("Kecamatan Bukit Lembyung", "near"),
        ("Kecamatan Buket Lembayung", "near"),
        ("Kecamatan Bukit Lembahyoeng", "near"),
        ("Kecamatan Bukit Lembahyoengg", "other"),
        ("Kecamatan Bukit Kemuning", "other"),
        ("Kecamatan Palung Lembayung", "other"),
        ("Kecamatan Bukit Selatan", "other"),
        ("Kecamatan Seruni", "regency"),
    ],
)
def test_the_name_of_the_unit_is_its_own_or_a_near_miss(body: str, relation: str) -> None:
    """A few letters in one word are a typing error; another word is another unit."""
    facts = facts_of(form(body), "office_mention")

    assert named(facts, 11) == [
        (relation, body if relation != "own" or body == "Camat Bukit" else facts[0].words["name"])
    ]
    assert {fact.words["own"] for fact in facts} == {"Kecamatan Bukit Lembayung"}


@pytest.mark.parametrize(
    ("unit", "body", "relation"),
    [
        ("LEMBAYUNG", "Kecamatan Lembayun", "near"),
        ("LEMBAYUNG", "Kecamatan Kembayung", "other"),
        ("PALU", "Kecamatan Paku", "other"),
        ("BUKIT UTARA", "Kecamatan Bukit Selatan", "other"),
        ("BUKIT LEMBAYUNG II", "Kecamatan Bukit Lembayung III", "other"),
    ],
)
def test_short_names_and_directions_are_no_typing_errors(unit: str, body: str, relation: str) -> None:
    """North and south, and names of few letters, are different units."""
    assert named(facts_of(form(body, unit=unit), "office_mention"), 11) == [(relation, body)]


def test_one_fact_counts_all_places_of_a_spelling() -> None:
    """Letterhead and identity block are two places of the own name."""
    (fact,) = facts_of(form("Bila terlambat"), "office_mention")

    assert fact.fields == {"relation": "own", "count": 2}
    assert [place.line for place in fact.evidence] == [2, 8]


def test_the_letterhead_itself_may_be_the_wrong_one() -> None:
    """The spelling that the rest of the text uses is the name."""
    body = "Kecamatan Bukit Lembayung\n" * 4
    text = form(body).replace("KECAMATAN BUKIT LEMBAYUNG", "KECAMATAN BUKIT LEMBAYANG", 1)

    facts = facts_of(text, "office_mention")

    assert named(facts, 2) == [("near", "KECAMATAN BUKIT LEMBAYANG")]
    assert named(facts, 11)[0][0] == "own"


def test_a_unit_without_a_name_has_no_facts() -> None:
    """What is not named cannot be misspelt."""
    text = IDENTITY.replace("KECAMATAN BUKIT LEMBAYUNG\n", "\n", 1).replace("CAMAT BUKIT LEMBAYUNG", "KEPALA")

    assert facts_of(text + "Peringatan\nSurat ke Kecamatan Palung dikirim\n", "office") == []
    assert facts_of(text + "Peringatan\nSurat ke Kecamatan Palung dikirim\n", "office_mention") == []


@pytest.mark.parametrize(
    ("region", "body", "relation", "suggestion"),
    [
        ("SERUNI", "Kabupaten Serumi", "near", "Kabupaten Seruni"),
        ("SERUNI", "Kabupaten Bandung", "other", ""),
        ("SERUNI", "Kabupaten Bandungg", "misspelt", "Kabupaten Bandung"),
        ("SERUNI", "Kota Bandung", "other", ""),
        ("SERUNI", "Kabupaten Qwertiyop", "unknown", ""),
        ("BOGOR", "Kabupaten Bogoor", "near", "Kabupaten Bogor"),
        ("BOGOR", "Kabupaten Bandung", "other", ""),
    ],
)
def test_regions_are_compared_with_the_own_one_and_the_list(
    region: str, body: str, relation: str, suggestion: str
) -> None:
    """A near miss of the own region, a misspelt one of the list, another one on purpose, or one that nobody knows."""
    facts = [fact for fact in facts_of(form(body, region=region), "region_mention") if fact.evidence[0].line == 11]

    assert [(fact.fields["relation"], fact.words["name"], fact.words["suggestion"]) for fact in facts] == [
        (relation, body, suggestion)
    ]


@pytest.mark.parametrize(
    ("region", "relation", "suggestion"),
    [("SERUNI", "own", ""), ("BOGOR", "own", ""), ("BOGGOR", "misspelt", "Kabupaten Bogor")],
)
def test_the_own_region_may_be_misspelt_too(region: str, relation: str, suggestion: str) -> None:
    """An invented region is as it is; one letter off a region of the list is a typing error."""
    (fact,) = facts_of(form("Bila terlambat", region=region), "region_mention")

    assert (fact.fields["relation"], fact.words["suggestion"]) == (relation, suggestion)


def test_another_region_in_a_signature_is_a_different_one() -> None:
    """Where the document names itself, another region is a contradiction."""
    text = form("Bila terlambat", region="BOGOR") + "\n" + STEPS + "\nBUPATI BANDUNG,\n\nHANGGA WIRASTA\n"

    facts = facts_of(text, "region_mention")

    assert [(fact.fields["relation"], fact.words["name"]) for fact in facts] == [
        ("own", "KABUPATEN BOGOR"),
        ("different", "BUPATI BANDUNG"),
    ]


def test_the_name_of_another_unit_is_quoted_whole() -> None:
    """Not cut to as many words as the own one has."""
    facts = facts_of(
        form("Bagi unit kerja di lingkungan Kecamatan Palung Kemuning Raya", unit="LEMBAYUNG"), "office_mention"
    )
    names = [fact.words["name"] for fact in facts if fact.fields["relation"] == "different"]

    assert names == ["Kecamatan Palung Kemuning Raya"]


def test_words_of_a_block_that_was_run_together_name_no_unit() -> None:
    """Words of another field follow the office there."""
    block = "Nomor SOP : 1/SOP/2024 Tanggal Pembuatan : 2 Januari 2024 Lurah Pengurusan Surat Nama SOP : SURAT\n"
    text = "PEMERINTAH KABUPATEN SERUNI\nKELURAHAN LEMBAYUNG\n" + block + "Disahkan Oleh : LURAH LEMBAYUNG\n" + STEPS
    relations = {fact.fields["relation"] for fact in facts_of(text, "office_mention")}

    assert "different" not in relations
