"""Legal bases, parsed. Local regions and local regulations are invented."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.citations import (
    citation_key,
    is_local,
    link_splits,
    looks_like_citation,
    parse_citation,
    short_name,
    split_run,
)
from schemas.blocks import Piece
from schemas.sop import Citation

PANRB = "Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"


def item(*lines: str, marker: str | None = "1.") -> list[Piece]:
    return [
        Piece(text=text, line=20 + index, column=4, marker=marker if index == 0 else None)
        for index, text in enumerate(lines)
    ]


def parse(*lines: str) -> Citation:
    return parse_citation(item(*lines), list_="form")


def identity(citation: Citation) -> tuple[str | None, str | None, int | None]:
    """Kind, number and year."""
    return (
        citation.type.value if citation.type else None,
        citation.number.value if citation.number else None,
        citation.year.value if citation.year else None,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Undang-undang Nomor 23 Tahun 2014 tentang X", ("UU", "23", 2014)),
        ("Undang – Undang nomor 5 tahun 2014 tentang X", ("UU", "5", 2014)),
        ("Undang undang RI No 25 Tahun 2004 tentang X", ("UU", "25", 2004)),
        ("Undang-Undang Republik Indonesia Nomor 25 Tahun 2009 tentang X", ("UU", "25", 2009)),
        ("UU NO. 32 Tahun 2004 Tentang X", ("UU", "32", 2004)),
        ("UU 25/2004 tentang X", ("UU", "25", 2004)),
        ("UU No. 25/2004 tentang X", ("UU", "25", 2004)),
        ("UNDANG-UNDANG NOMOR 5 TAHUN 2014", ("UU", "5", 2014)),
        ("Undang-Undang Dasar Negara Republik Indonesia Tahun 1945", ("UUD", None, 1945)),
        ("UUD 1945", ("UUD", None, 1945)),
        ("Perppu Nomor 1 Tahun 2014", ("Perppu", "1", 2014)),
        ("Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022 tentang X", ("Perppu", "2", 2022)),
        ("PP No. 79 Tahun 2005 tentang X", ("PP", "79", 2005)),
        ("PP. No 8 Tahun 2008 tentang X", ("PP", "8", 2008)),
        ("PP 8/2006", ("PP", "8", 2006)),
        ("PP 8 TAHUN 2006", ("PP", "8", 2006)),
        ("Peraturan Pemerintah Nomer 53 tahun 2010 Tentang X", ("PP", "53", 2010)),
        ("Peraturan Pemerintah Nomor 08 Tahun 2008 tentang X", ("PP", "8", 2008)),
        ("Peratuan Pemerintah Nomor 8 Tahun 2008 tentang X", ("PP", "8", 2008)),
        ("Peraturan Presiden nomor 29 Tahun 2014 tentang X", ("Perpres", "29", 2014)),
        ("Perpres 29 Tahun 2014", ("Perpres", "29", 2014)),
        ("Keppres No. 7 Tahun 1999", ("Keppres", "7", 1999)),
        ("Instruksi Presiden Nomor 7 Tahun 1999 tentang X", ("Inpres", "7", 1999)),
        ("Permendagri Nomor 54 Tahun 2010 tentang X", ("Permendagri", "54", 2010)),
        ("Permen Dagri No. 52 Th 2011", ("Permendagri", "52", 2011)),
        (
            "Peraturan Menteri Dalam Negeri Republik Indonesia Nomor 86 Tahun 2017 Tentang X",
            ("Permendagri", "86", 2017),
        ),
        ("PERATURAN MENTERI DALAM NEGERI NOMOR 52 TAHUN 2011 TENTANG X", ("Permendagri", "52", 2011)),
        ("Peraturan Menteri Dalam Negeri Nomo r 52 Tahun 2011 tentang X", ("Permendagri", "52", 2011)),
        ("Keputusan Menteri Dalam Negeri Nomor 050-3708 Tahun 2020 tentang X", ("Kepmendagri", "050-3708", 2020)),
        ("Permenpan Nomor 53 Tahun 2014 tentang X", ("PermenPANRB", "53", 2014)),
        ("Permenpan Nomor 5 Tahun 2008 tentang X", ("PermenPAN", "5", 2008)),
        ("PermenPANRB 35/2012", ("PermenPANRB", "35", 2012)),
        ("Permen PAN-RB Nomor 53 Tahun 2014", ("PermenPANRB", "53", 2014)),
        ("PermenPAN RB No 53 Th. 2014", ("PermenPANRB", "53", 2014)),
        ("PERMENPAN-RB NO 53 TAHUN 2014", ("PermenPANRB", "53", 2014)),
        ("Permenpan dan RB Nomor 53 Tahun 2014", ("PermenPANRB", "53", 2014)),
        ("Peraturan Menteri PANRB Nomor 53 Tahun 2014 tentang X", ("PermenPANRB", "53", 2014)),
        (f"Peraturan {PANRB} Nomor 35 Tahun 2012 tentang X", ("PermenPANRB", "35", 2012)),
        (
            (
                "Peraturan Menteri Negara Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Republik "
                "Indonesia Nomor 29 Tahun 2010"
            ),
            ("PermenPANRB", "29", 2010),
        ),
        ("Peraturan Menteri PAN Nomor PER/21/M.PAN/11/2008 tentang X", ("PermenPAN", "PER/21/M.PAN/11/2008", 2008)),
        (
            "Keputusan Menteri Pendayagunaan Aparatur Negara Nomor KEP/135/M.PAN/9/2004 tentang X",
            ("KepmenPAN", "KEP/135/M.PAN/9/2004", 2004),
        ),
        ("Permenkes Nomor 43 Tahun 2019 tentang X", ("Permenkes", "43", 2019)),
        ("Peraturan Menteri Keuangan Nomor 119/PMK.05/2012 tentang X", ("Permenkeu", "119/PMK.05/2012", 2012)),
        ("PMK Nomor 119/PMK.05/2012 tentang X", ("Permenkeu", "119/PMK.05/2012", 2012)),
        ("Perka BKN Nomor 22 Tahun 2007 tentang X", ("PerkaBKN", "22", 2007)),
        ("Peraturan Kepala Badan Kepegawaian Negara Nomor 22 Tahun 2007", ("PerkaBKN", "22", 2007)),
        ("Peraturan BKN Nomor 3 Tahun 2020 tentang X", ("PerbanBKN", "3", 2020)),
        ("Peraturan Badan Kepegawaian Negara Nomor 3 Tahun 2020 tentang X", ("PerbanBKN", "3", 2020)),
        ("Perka ANRI No 19 Tahun 2012", ("PerkaANRI", "19", 2012)),
        ("Surat Edaran Menteri PANRB Nomor 7 Tahun 2015 tentang X", ("SE", "7", 2015)),
        ("Perda Kota Arga No 1 Tahun 2015 tentang X", ("Perda", "1", 2015)),
        ("Qanun Kota Arga Nomor 5 Tahun 2018", ("Qanun", "5", 2018)),
        ("Peraturan Bupati Arga Nomor 80 Tahun 2020 tentang X", ("Perbup", "80", 2020)),
        ("Perwali Nomor 5 Tahun 2020 tentang X", ("Perwali", "5", 2020)),
        ("Perwako No 5 Tahun 2020", ("Perwali", "5", 2020)),
        ("Peraturan Wali Kota Arga Nomor 5 Tahun 2020", ("Perwali", "5", 2020)),
        ("Pergub Arga No 5 Tahun 2020", ("Pergub", "5", 2020)),
        ("Keputusan Bupati Arga Nomor 188.45/123/KEP/2020 tentang X", ("Kepbup", "188.45/123/KEP/2020", 2020)),
        ("SK Bupati Nomor 188.45/123 Tahun 2020 tentang X", ("Kepbup", "188.45/123", 2020)),
        ("Peraturan Desa Suka Arga Nomor 3 Tahun 2019 tentang X", ("Perdes", "3", 2019)),
        ("UU Tahun 2004 Nomor 25 tentang X", ("UU", "25", 2004)),
        ("PP No 8Tahun 2006", ("PP", "8", 2006)),
        ("PP Nomor 8 tshun 2006 tentang X", ("PP", "8", 2006)),
        ("Berdasarkan PP Nomor 8 Tahun 2006", ("PP", "8", 2006)),
        ("No. 2 Tahun 2009 Tentang X", (None, "2", 2009)),
        ("Undang-Undang Nomor 23 tentang X", ("UU", "23", None)),
        ("Undang-Undang tentang X", ("UU", None, None)),
        ("Renstra Kecamatan", (None, None, None)),
    ],
)
def test_kind_number_and_year(text: str, expected: tuple[str | None, str | None, int | None]) -> None:
    """Long and short forms come to one short form; what is not printed stays open."""
    assert expected == identity(parse(text))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "PP Nomor 8 Tahun 2006 tentang Pelaporan Keuangan dan Kinerja Instansi Pemerintah;",
            "Pelaporan Keuangan dan Kinerja Instansi Pemerintah",
        ),
        (
            (
                "UU Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Tahun 2014 Nomor 244, "
                "Tambahan Lembaran Negara 5587)"
            ),
            "Pemerintahan Daerah",
        ),
        (
            "UU No 25 Tahun 2004 tentang Sistem Perencanaan. (lembaran Negara Republik Indonesia tahun 2004 nomor 104)",
            "Sistem Perencanaan",
        ),
        (
            "Perda Kota Arga nomor 3 Tahun 2015 Tentang Pokok-Pokok ( Lembaran daerah Kota Arga tshun 2010 Nomor 3)",
            "Pokok-Pokok",
        ),
        ("PP Nomor 39 Tahun 2006 Tentang 2006 Tentang Tata Cara Pengendalian", "Tata Cara Pengendalian"),
        ("PP Nomor 39 Tahun 2006 tentang tentang Tata Cara", "Tata Cara"),
        (
            "Permendagri Nomor 54 Tahun 2010 tentang Pedoman Pelaksanaan PP Nomor 08 Tahun 2008.",
            "Pedoman Pelaksanaan PP Nomor 08 Tahun 2008",
        ),
        (
            (
                "Permendagri Nomor 86 Tahun 2017 tentang Tata Cara Evaluasi Rancangan Peraturan Daerah "
                "Tentang Rencana Pembangunan"
            ),
            "Tata Cara Evaluasi Rancangan Peraturan Daerah Tentang Rencana Pembangunan",
        ),
        (
            "UU Nomor 24 Tahun 2013 tentang Perubahan atas Undang-Undang Nomor 23 Tahun 2006 tentang Kependudukan",
            "Perubahan atas Undang-Undang Nomor 23 Tahun 2006 tentang Kependudukan",
        ),
        ("UU Nomor 1 Tahun 2022 jo. UU Nomor 2 Tahun 2023 tentang Hubungan Keuangan", "Hubungan Keuangan"),
        ("Perda Kota Arga No 1 Tahun 2015 Organisasi dan Tata Kerja", "Organisasi dan Tata Kerja"),
        (
            "PP 60 Tahun 2008 tentang Sistem Pengendalian Intern Pemerintah (SPIP); dan",
            "Sistem Pengendalian Intern Pemerintah (SPIP)",
        ),
        ("Permendagri Nomor 86 Tahun 2017", None),
        ("PP Nomor 8 Tahun 2006 tentang", None),
        ("PP Nomor 8 Tahun 2006;", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    """From tentang to the end, without gazette, amendment clause and punctuation; case as printed."""
    citation = parse(text)

    assert title == (citation.title.value if citation.title else None)


def test_an_amendment_clause_is_no_part_of_the_title() -> None:
    """The regulation that changed the cited one is said beside it, with what it says that it changes."""
    citation = parse(
        "Undang-undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah dirubah beberapa kali, "
        "terakhir dengan Undang Undang Nomor 9 Tahun 2015 tentang Perubahan Kedua atas Undang Undang Nomor 24 "
        "Tahun 2014;"
    )

    assert citation.title is not None
    assert "Pemerintahan Daerah" == citation.title.value
    assert [("UU", "9", 2015, "UU 24/2014")] == [(a.type, a.number, a.year, a.amends) for a in citation.amended_by]


@pytest.mark.parametrize(
    "clause",
    [
        "(terakhir diubah dengan Undang-Undang Nomor 9 Tahun 2015)",
        ", terakhir dengan UU No. 9 Tahun 2015",
        "(diubah dengan UU Nomor 9 Tahun 2015)",
        "dan terakhir kali diubah dengan UU 9/2015",
    ],
)
def test_an_amendment_may_stand_without_its_usual_words(clause: str) -> None:
    """In brackets or after a comma; it is no part of the title."""
    citation = parse(f"Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah {clause}")

    assert citation.title is not None
    assert "Pemerintahan Daerah" == citation.title.value
    assert [("UU", "9", 2015)] == [(a.type, a.number, a.year) for a in citation.amended_by]


def test_several_amendments_are_named_in_order() -> None:
    """Each with its own kind, number and year."""
    citation = parse(
        "PP Nomor 11 Tahun 2017 tentang Manajemen PNS sebagaimana telah diubah dengan PP Nomor 17 Tahun 2020 dan "
        "Peraturan Pemerintah Nomor 5 Tahun 2021"
    )

    assert [("PP", "17", 2020), ("PP", "5", 2021)] == [(a.type, a.number, a.year) for a in citation.amended_by]


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("Peraturan Bupati Arga Nomor Tahun 20 tentang Pedoman Kinerja;", True),
        ("Perbup Nomor … Tahun 20… tentang Pedoman", True),
        ("Peraturan Bupati Nomor ____ Tahun ____ tentang Pedoman Kinerja", True),
        ("Perbup Nomor : ... Tahun 20.. tentang Y", True),
        ("Peraturan Bupati ... Nomor … Tahun 20… tentang Pedoman", True),
        ("Perda Nomor 5 Tahun tentang Pajak Daerah", True),
        ("Peraturan Bupati Nomor 46 Tahun 2019 tentang Pedoman", False),
        ("Permendagri Nomor 86", False),
        ("UU tentang Desa", False),
        ("Peraturan Bupati Nomor", False),
        ("UU Nomor 23 tentang Pemda", False),
    ],
)
def test_a_place_left_open_is_blank(text: str, *, blank: bool) -> None:
    """A printed Nomor or Tahun without a value; what is simply missing is not blank."""
    citation = parse(text)

    assert blank == citation.blank
    assert not (citation.blank and citation.number and citation.year)


@pytest.mark.parametrize(
    ("text", "issuer", "region"),
    [
        (
            "Peraturan Bupati Arga Nomor 80 Tahun 2020 tentang Tata Kerja Kecamatan di Kabupaten Arga",
            "Bupati Arga",
            "Arga",
        ),
        ("Perda Kota Rimba Arga No 1 Tahun 2015", "Kota Rimba Arga", "Kota Rimba Arga"),
        ("Perda Kabupaten Arga No 1 Tahun 2015", "Kabupaten Arga", "Kabupaten Arga"),
        (
            (
                "Peraturan Bupati No 31 Tahun 2022 tentang Tata Kerja (Berita Daerah Kabupaten Pulau Arga "
                "Tahun 2022 Nomor 674)."
            ),
            "Bupati",
            "Kabupaten Pulau Arga",
        ),
        (
            "Peraturan Bupati Nomor 5 Tahun 2022 tentang Tata Kerja Inspektorat Kabupaten Arga Mulya",
            "Bupati",
            "Kabupaten Arga Mulya",
        ),
        ("Peraturan Bupati Nomor 46 Tahun 2019 tentang Pedoman", "Bupati", None),
        ("Perwali Arga No 1 Tahun 2020", "Wali Kota Arga", "Arga"),
        ("Permendagri Nomor 86 Tahun 2017", "Menteri Dalam Negeri", None),
        ("Perpres 29 Tahun 2014", "Presiden", None),
        ("Permenpan Nomor 53 Tahun 2014", PANRB, None),
        ("SE Bupati Arga Nomor 7 Tahun 2015 tentang Z", "Bupati Arga", None),
        ("UU 25/2004 tentang Kabupaten Arga", None, None),
    ],
)
def test_issuer_and_region(text: str, issuer: str | None, region: str | None) -> None:
    """The region of a local regulation stands beside its kind, in the gazette or in its title."""
    citation = parse(text)

    assert (issuer, region) == (
        citation.issuer.value if citation.issuer else None,
        citation.region.value if citation.region else None,
    )


def test_lines_are_joined() -> None:
    """A hyphen that only divides a word goes, one that belongs to the word stays."""
    citation = parse("Undang-", "Undang Nomor 25 Tahun", "2009 tentang Pela-", "yanan Publik oleh petugas-", "petugas")

    assert ("UU", "25", 2009) == identity(citation)
    assert citation.title is not None
    assert "Pelayanan Publik oleh petugas-petugas" == citation.title.value


def test_every_value_says_where_it_stands() -> None:
    """Line, column and quote are those of the words, also on a later line; the marker keeps its form."""
    citation = parse("Peraturan Bupati Arga", "Nomor 08 Tahun 2020 tentang Tata Kerja")

    assert citation.number is not None
    assert citation.no is not None
    place = citation.number.evidence[0]
    assert ("8", "08", 21, 10) == (citation.number.value, place.quote, place.line, place.column)
    assert ("1", "1.") == (citation.no.value, citation.no.evidence[0].quote)


def test_a_long_title_is_quoted_short() -> None:
    """The place tells where to read on."""
    citation = parse("PP Nomor 8 Tahun 2006 tentang " + "Pelaporan " * 60)

    assert citation.title is not None
    assert max(len(place.quote) for place in citation.title.evidence) <= 200 < len(citation.title.value)


@pytest.mark.parametrize(
    ("lines", "splits"),
    [
        (
            [
                "Peraturan Menteri Negara Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
                "Republik Indonesia Nomor 35 Tahun 2012 tentang Pedoman",
            ],
            ["head", "tail"],
        ),
        (["Peraturan Bupati Nomor", "35 Tahun 2012 tentang Tata Kerja"], ["head", "tail"]),
        (["Peraturan Presiden", "Nomor 29 Tahun 2014 tentang SAKIP"], ["head", "tail"]),
        (["Undang-Undang Nomor 25 Tahun 2009", "tentang Pelayanan Publik"], ["head", "tail"]),
        (["Peraturan Presiden Nomor 29;", "Tahun 2014 tentang SAKIP"], ["head", "tail"]),
        (["Peraturan Presiden Nomor 29 Tahun 2014", "Tahun 2014 tentang SAKIP"], [None, None]),
        (["Peraturan Presiden Nomor 29", "Nomor 3 Tahun 2014 tentang SAKIP"], [None, None]),
        (["UU 1/2022 tentang Keuangan", "PP 2/2023 tentang Pajak"], [None, None]),
        (["Peraturan Presiden", "Undang-Undang Nomor 25 Tahun 2009 tentang X"], [None, None]),
        (["Perbup Nomor … Tahun 20… tentang Kinerja", "Nomor 5 Tahun 2020 tentang Pajak"], [None, None]),
        (["UU 1/2022 tentang Keuangan", "No. 2 Tahun 2009 tentang Pajak"], [None, None]),
    ],
)
def test_one_citation_in_two_items_is_linked(lines: list[str], splits: list[str | None]) -> None:
    """Head and tail are marked; two whole citations, and a blank, are not."""
    assert splits == [citation.split for citation in link_splits([parse(line) for line in lines])]


def test_a_run_of_citations_is_cut() -> None:
    """Also before a number without its kind; not inside a title, an amendment clause or the gazette."""
    text = (
        "UU No. 25 Tahun 2004 tentang Sistem Perencanaan (Lembaran Negara Tahun 2004 Nomor 104) UU NO. "
        "32 Tahun 2004 Tentang "
        "Pemda sebagaimana telah diubah dengan UU Nomor 12 Tahun 2008 PP No. 41 Tahun 2007 tentang "
        "Organisasi Permendagri Nomor "
        "54 Tahun 2010 tentang Pelaksanaan PP Nomor 8 Tahun 2008 tentang Tahapan No. 2 Tahun 2009 Tentang Pokok-Pokok"
    )
    found = split_run(item(text))

    assert ["UU No. 25", "UU NO. 32", "PP No. 41", "Permendagri", "No. 2 Tahun"] == [
        parts[0].text[: len(start)]
        for parts, start in zip(
            found, ["UU No. 25", "UU NO. 32", "PP No. 41", "Permendagri", "No. 2 Tahun"], strict=True
        )
    ]
    assert all(text[part.column - 4 :].startswith(part.text) for parts in found for part in parts)


def test_a_run_over_lines_is_cut_where_items_begin() -> None:
    """A line that goes on with a title stays with its item."""
    found = split_run(
        item(
            "Kepmendagri Nomor 050-3708 Tahun 2020 tentang Hasil",
            "UU No 25 Tahun 2004 tentang Perencanaan",
            "Permendagri Nomor 54 Tahun 2010 tentang Pelaksanaan",
            "Peraturan Pemerintah Nomor 8 Tahun 2008",
        )
    )

    assert [[20], [21], [22, 23]] == [[part.line for part in parts] for parts in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik", True),
        ("1. PP No. 60 Tahun 2008 tentang SPIP", True),
        ("a. Permendagri Nomor 54 Tahun 2010", True),
        ("No. 2 Tahun 2009 Tentang Pokok-Pokok", True),
        ("UUD 1945", True),
        ("Peraturan Bupati Nomor … Tahun 20… tentang X", True),
        ("UU 25/2004", True),
        ("Undang-Undang tentang Desa", True),
        ("Memahami peraturan perundangan yang terkait", False),
        ("Peraturan perundang-undangan tentang SAKIP", False),
        ("SK Tim Sakip", False),
        ("Renja Tahun 2024", False),
        ("Nomor SOP 12", False),
        ("Dokumen", False),
        ("", False),
        ("Komputer/Laptop", False),
        ("Peringatan", False),
        ("Nomor : 005/212/Org/2025", False),
    ],
)
def test_knows_a_citation_when_it_sees_one(text: str, *, expected: bool) -> None:
    """A kind of regulation with a number, or number, year and tentang; not every sentence that names rules."""
    assert expected == looks_like_citation(text)


@pytest.mark.parametrize(
    ("text", "name", "key"),
    [
        ("PP Nomor 08 Tahun 2006 tentang X", "PP 8/2006", "pp-8-2006"),
        ("UUD 1945", "UUD 1945", "uud-1945"),
        (
            "Keputusan Menteri PAN Nomor KEP/135/M.PAN/9/2004",
            "KepmenPAN KEP/135/M.PAN/9/2004",
            "kepmenpan-kep/135/m.pan/9/2004-2004",
        ),
        ("Peraturan Bupati Arga Nomor 80 Tahun 2020", "Perbup Arga 80/2020", "perbup-80-2020-arga"),
        ("Perda Kabupaten Arga No 1 Tahun 2015", "Perda Kabupaten Arga 1/2015", "perda-1-2015-arga"),
        ("Perda Kota Arga No 1 Tahun 2015", "Perda Kota Arga 1/2015", "perda-1-2015-kota-arga"),
        ("No. 2 Tahun 2009 tentang X", "No. 2 Tahun 2009 tentang X", "text-no-2-tahun-2009-tentang-x"),
    ],
)
def test_names_and_keys(text: str, name: str, key: str) -> None:
    """A name to speak of it, and a key that is equal for one regulation only."""
    citation = parse(text)

    assert (name, key) == (short_name(citation), citation_key(citation))


def test_a_local_regulation_without_region_is_one_of_the_own_region() -> None:
    """So that two lists of one document agree though only one prints the region."""
    bare, whole = parse("Perbup No 31 Tahun 2022"), parse("Peraturan Bupati Arga Nomor 31 Tahun 2022")

    assert citation_key(whole) == citation_key(bare, own_region="Kabupaten Arga")
    assert (True, False) == (is_local(bare), is_local(parse("PP 8/2006")))


def test_the_end_of_the_file_is_kept() -> None:
    """A rule must know that the rest is missing."""
    assert parse_citation(item("PP Nomor 8"), list_="narrative", cut=True).cut


@pytest.mark.parametrize(
    "scrap", ["UU ", "(", "Nomor 1 Tahun 2000 ", "tentang ", " ", "sebagaimana telah ", "PP 1/2000 ", "Peraturan "]
)
def test_a_megabyte_is_read_in_bounded_time(scrap: str) -> None:
    """What no citation can be is cut before it is parsed."""
    pieces = item(scrap * (1_000_000 // len(scrap)))
    begin = time.process_time()
    parse_citation(pieces, list_="form")
    looks_like_citation(pieces[0].text)
    split_run(pieces)

    assert time.process_time() - begin < 2


@given(st.lists(st.text(max_size=200), max_size=5))
def test_any_item_is_parsed(lines: list[str]) -> None:
    """Garbage is never an error, and runs are cut without losing a word."""
    pieces = [Piece(text=line, line=1) for line in lines]
    citation = parse_citation(pieces, list_="form")
    words = "".join(part.text for parts in split_run(pieces) for part in parts)

    assert citation.year is None or 1945 <= citation.year.value <= 2100
    assert "".join("".join(lines).split()) == "".join(words.split())


@given(
    st.lists(
        st.sampled_from(
            [
                "UU",
                "Nomor",
                "No.",
                "25",
                "08",
                "Tahun",
                "2004",
                "20",
                "tentang",
                "(",
                ")",
                ";",
                "Peraturan",
                "Bupati",
                "Arga",
                "…",
                "atas",
                "sebagaimana telah diubah dengan",
                "Perubahan",
                "KEP/1/M.PAN/9/2004",
                "Lembaran Negara",
                "jo.",
                "Permen",
                "PAN",
                "-",
            ]
        )
    )
)
def test_citation_like_garbage_is_parsed(parts: list[str]) -> None:
    """Scraps of citations in any order are never an error; every quote stands in the text."""
    text = " ".join(parts)
    citation = parse(text)
    values = [citation.type, citation.number, citation.title, citation.issuer, citation.region]

    assert all(place.quote in text for value in values if value for place in value.evidence)
    assert isinstance(short_name(citation) + citation_key(citation), str)
    assert len(link_splits([citation, citation])) == 2
