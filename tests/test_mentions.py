"""Names of offices and regions in the words of a document."""

from __future__ import annotations

import pytest

from schemas.sop import Mention
from tests.sop_texts import IDENTITY, NIP, read_one


def mentions(text: str) -> list[Mention]:
    """Return the names in a text below the identity block."""
    return [
        mention for mention in read_one(IDENTITY + "Peringatan\n" + text + "\n").mentions if mention.place.line != 1
    ]


@pytest.mark.parametrize(
    ("text", "kind", "name", "quote"),
    [
        ("Surat ke Kecamatan Bukit Lembayung dikirim", "kecamatan", "Bukit Lembayung", "Kecamatan Bukit Lembayung"),
        ("Surat ke Camat Bukit Kemuning segera", "kecamatan", "Bukit Kemuning", "Camat Bukit Kemuning"),
        ("lurah Kenari Putih", "kelurahan", "Kenari Putih", "lurah Kenari Putih"),
        ("NAGARI LEMBAH", "nagari", "LEMBAH", "NAGARI LEMBAH"),
        ("Kab. Seruni Timur", "kabupaten", "Seruni Timur", "Kab. Seruni Timur"),
        ("Bupati Seruni", "kabupaten", "Seruni", "Bupati Seruni"),
        ("Walikota Palung", "kota", "Palung", "Walikota Palung"),
        ("Wali Kota Palung", "kota", "Palung", "Wali Kota Palung"),
        ("Gubernur Nusa Indah", "provinsi", "Nusa Indah", "Gubernur Nusa Indah"),
        ("Dinas Kesehatan dan Gizi,", "dinas", "Kesehatan dan Gizi", "Dinas Kesehatan dan Gizi"),
        ("Dinas Kesehatan dan", "dinas", "Kesehatan", "Dinas Kesehatan"),
        ("Badan Keuangan, Aset", "badan", "Keuangan", "Badan Keuangan"),
        ("KECAMATAN BUKIT TAHUN 2024", "kecamatan", "BUKIT", "KECAMATAN BUKIT"),
        ("Kecamatan Bukit Nomor 5", "kecamatan", "Bukit", "Kecamatan Bukit"),
    ],
)
def test_a_name_ends_where_its_words_end(text: str, kind: str, name: str, quote: str) -> None:
    """The kind is that of the unit or region, the name is cut before words that cannot belong to it."""
    found = [mention for mention in mentions(text) if mention.place.line == 11]

    assert [(m.kind, m.name, m.place.quote, m.place.column) for m in found] == [
        (kind, name, quote, text.index(quote) + 1)
    ]


@pytest.mark.parametrize(
    "text", ["kecamatan setempat", "Camat", "Bupati yang baru", "dari kota ke desa", "Kotak Surat", "Sekcamat Bukit"]
)
def test_words_without_a_name_are_no_mention(text: str) -> None:
    """A name begins with a capital, right after a word that stands for an office."""
    assert [mention for mention in mentions(text) if mention.place.line == 11] == []


def test_two_names_in_a_line_are_two_mentions() -> None:
    """A name may follow another at once."""
    found = mentions("Camat Bukit Kemuning Kecamatan Palung dan Kota Besar")

    assert [(m.kind, m.name) for m in found if m.place.line == 11] == [
        ("kecamatan", "Bukit Kemuning"),
        ("kecamatan", "Palung"),
        ("kota", "Besar"),
    ]


def test_places_where_the_document_names_itself_are_structural() -> None:
    """Letterhead, identity block and signature are structural, running text is not."""
    end = f"Surat ke Kecamatan Palung\n\nCAMAT BUKIT LEMBAYUNG,\n\nHANGGA WIRASTA\nNIP. {NIP}\n"

    found = read_one(IDENTITY + "Peringatan\n" + end).mentions

    assert [(mention.place.line, mention.name, mention.structural) for mention in found] == [
        (1, "SERUNI", True),
        (2, "BUKIT LEMBAYUNG", True),
        (8, "BUKIT LEMBAYUNG", True),
        (11, "Palung", False),
        (13, "BUKIT LEMBAYUNG", True),
    ]
