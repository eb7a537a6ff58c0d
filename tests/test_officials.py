"""Officials as cells and signature blocks name them. All persons and offices are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.officials import is_elected, name_key, office_key, parse_official, same_name, same_office
from schemas.blocks import Piece
from schemas.sop import Official

NIP = "19800228 200501 1 001"
DIGITS = "198002282005011001"


def pieces(*lines: str) -> list[Piece]:
    return [Piece(text=text, line=10 + index, column=5) for index, text in enumerate(lines)]


def words(official: Official | None) -> dict[str, str]:
    """What was read, without the places."""
    if official is None:
        return {}
    fields = ("position", "name", "rank", "nip", "signed")
    return {field: getattr(official, field).value for field in fields if getattr(official, field)}


@pytest.mark.parametrize(
    ("lines", "unit", "expected"),
    [
        (
            ["CAMAT ARGA TIRTA BAYU WIJAYA, S.STP, M.Si NIP. " + DIGITS],
            "ARGA",
            {"position": "CAMAT ARGA", "name": "TIRTA BAYU WIJAYA, S.STP, M.Si", "nip": DIGITS},
        ),
        (
            ["CAMAT ARGA MULYA,", "WIBAWANTO. SE NIP. " + NIP],
            "KECAMATAN ARGA MULYA",
            {"position": "CAMAT ARGA MULYA", "name": "WIBAWANTO. SE", "nip": DIGITS},
        ),
        (
            ["CAMAT ARGA MULYA, WIBAWANTO. SE NIP. " + NIP],
            None,
            {"position": "CAMAT ARGA MULYA", "name": "WIBAWANTO. SE", "nip": DIGITS},
        ),
        (
            ["INSPEKTUR, WIBAWANTO, S.E., M.P., CGCAE Pembina Utama Muda NIP. " + NIP],
            None,
            {
                "position": "INSPEKTUR",
                "name": "WIBAWANTO, S.E., M.P., CGCAE",
                "rank": "Pembina Utama Muda",
                "nip": DIGITS,
            },
        ),
        (
            ["<b>INSPEKTUR,</b> <b><u>WIBAWANTO, S.E.</u></b> Pembina NIP. " + NIP],
            None,
            {"position": "INSPEKTUR", "name": "WIBAWANTO, S.E.", "rank": "Pembina", "nip": DIGITS},
        ),
        (
            ["CAMAT ARGA MULYA, ttd. TIRTA WIJAYA, S.STP., M.Si. Pembina NIP. " + NIP],
            None,
            {
                "position": "CAMAT ARGA MULYA",
                "name": "TIRTA WIJAYA, S.STP., M.Si.",
                "rank": "Pembina",
                "nip": DIGITS,
                "signed": "ttd.",
            },
        ),
        (
            ["Kepala Dinas Pemberdayaan Masyarakat dan Desa, Ir. TIRTA WIJAYA, M.T., NIP. " + NIP],
            None,
            {
                "position": "Kepala Dinas Pemberdayaan Masyarakat dan Desa",
                "name": "Ir. TIRTA WIJAYA, M.T.",
                "nip": DIGITS,
            },
        ),
        (
            ["CAMAT ARGA MULYA, Drs. TIRTA WIJAYA, M.AP, Pembina Tk. I, NIP. " + NIP],
            None,
            {"position": "CAMAT ARGA MULYA", "name": "Drs. TIRTA WIJAYA, M.AP", "rank": "Pembina Tk. I", "nip": DIGITS},
        ),
        (
            ["Sekretaris, SEKAR AYUNDA, S.H. NIP. " + NIP],
            None,
            {"position": "Sekretaris", "name": "SEKAR AYUNDA, S.H.", "nip": DIGITS},
        ),
        (["Irban II, SEKAR AYUNDA, S.T."], None, {"position": "Irban II", "name": "SEKAR AYUNDA, S.T."}),
        (
            ["Plt. Camat Arga Mulya Sari SEKAR AYUNDA, S.E"],
            "KECAMATAN ARGA MULYA SARI",
            {"position": "Plt. Camat Arga Mulya Sari", "name": "SEKAR AYUNDA, S.E"},
        ),
        (
            ["Plt. Camat Arga Muliya SEKAR AYUNDA, S.E"],
            "KECAMATAN ARGA MULYA",
            {"position": "Plt. Camat Arga Muliya", "name": "SEKAR AYUNDA, S.E"},
        ),
        (["Camat Arga Mulya TIRTA WIJAYA"], None, {"position": "Camat Arga Mulya", "name": "TIRTA WIJAYA"}),
        (
            ["Kepala Puskesmas Arga, dr. LINTANG AYU"],
            None,
            {"position": "Kepala Puskesmas Arga", "name": "dr. LINTANG AYU"},
        ),
        (
            ["Kepala Bidang Perencanaan, Keuangan dan Pelaporan, TIRTA WIJAYA, S.E."],
            None,
            {"position": "Kepala Bidang Perencanaan, Keuangan dan Pelaporan", "name": "TIRTA WIJAYA, S.E."},
        ),
    ],
)
def test_one_line_comes_apart(lines: list[str], unit: str | None, expected: dict[str, str]) -> None:
    """Position, name with degrees, rank and NIP stand in one line and are told apart."""
    assert expected == words(parse_official(pieces(*lines), unit_name=unit))


@pytest.mark.parametrize(
    ("lines", "unit", "expected"),
    [
        (
            [
                "Arga Mulya, 4 Januari 2023",
                "CAMAT ARGA MULYA,",
                "${ttd}",
                "TIRTA WIJAYA, S.IP",
                "Penata Tk.I (III/d)",
                "NIP " + NIP,
            ],
            None,
            {
                "position": "CAMAT ARGA MULYA",
                "name": "TIRTA WIJAYA, S.IP",
                "rank": "Penata Tk.I (III/d)",
                "nip": DIGITS,
                "signed": "${ttd}",
            },
        ),
        (
            ["CAMAT", "ARGA MULYA", "WIBAWANTO"],
            "Kecamatan Arga Mulya",
            {"position": "CAMAT ARGA MULYA", "name": "WIBAWANTO"},
        ),
        (
            ["Put. Camat Arga", "M. IQBALUDIN, S.E", "NIP. " + NIP],
            None,
            {"position": "Put. Camat Arga", "name": "M. IQBALUDIN, S.E", "nip": DIGITS},
        ),
        (
            ["a.n. BUPATI TANAH ARGA", "SEKRETARIS DAERAH,", "Ir. TIRTA WIJAYA, MM", "Pembina Utama Madya"],
            None,
            {
                "position": "a.n. BUPATI TANAH ARGA SEKRETARIS DAERAH",
                "name": "Ir. TIRTA WIJAYA, MM",
                "rank": "Pembina Utama Madya",
            },
        ),
        (
            [
                "Kepala Badan Perencanaan Daerah Kota Arga",
                "PEMERINTAH DAERAH KOTA ARGA",
                "BADAN PERENCANAAN DAERAH Drs. Tirta Wijaya, Msi",
                "NIP. " + NIP,
            ],
            None,
            {"position": "Kepala Badan Perencanaan Daerah Kota Arga", "name": "Drs. Tirta Wijaya, Msi", "nip": DIGITS},
        ),
        (
            ["Dr. Dra. SEKAR AYUNDA, M.Si", "Pembina Utama Madya", "DINAS PEMBERDAYAAN MASYARAKAT NIP. " + NIP],
            None,
            {"name": "Dr. Dra. SEKAR AYUNDA, M.Si", "rank": "Pembina Utama Madya", "nip": DIGITS},
        ),
        (
            ["CAMAT", "ttd", "( Hj. SEKAR AYUNDA, S.Sos., MM )", "Pembina / IV.a"],
            None,
            {"position": "CAMAT", "name": "Hj. SEKAR AYUNDA, S.Sos., MM", "rank": "Pembina / IV.a", "signed": "ttd"},
        ),
        (
            ["Nama : TIRTA WIJAYA, S.IP", "Jabatan : Camat Arga", "NIP : " + NIP],
            None,
            {"position": "Camat Arga", "name": "TIRTA WIJAYA, S.IP", "nip": DIGITS},
        ),
        (["TIRTA BAYU WIJAYA,", "S.STP, M.Si"], None, {"name": "TIRTA BAYU WIJAYA, S.STP, M.Si"}),
        (
            ["Ditandatangani secara elektronik oleh:", "CAMAT ARGA", "A. RAHMANTO, SH", "BSrE"],
            None,
            {"position": "CAMAT ARGA", "name": "A. RAHMANTO, SH", "signed": "Ditandatangani secara elektronik oleh:"},
        ),
        (
            ["KEPALA DINAS SOSIAL", "KABUPATEN ARGA MULYA", "SEKAR AYUNDA, S.Sos"],
            None,
            {"position": "KEPALA DINAS SOSIAL KABUPATEN ARGA MULYA", "name": "SEKAR AYUNDA, S.Sos"},
        ),
        (
            ["BUPATI PURWASARI,", "TTD", "SEKAR AYUNDA"],
            None,
            {"position": "BUPATI PURWASARI", "name": "SEKAR AYUNDA", "signed": "TTD"},
        ),
    ],
)
def test_lines_of_a_block_come_together(lines: list[str], unit: str | None, expected: dict[str, str]) -> None:
    """A position in two lines is one, letterheads and dates are no part of it."""
    assert expected == words(parse_official(pieces(*lines), unit_name=unit))


@pytest.mark.parametrize(
    ("lines", "unit", "expected"),
    [
        (["Kepala Satuan Polisi Pamong Praja"], None, {"position": "Kepala Satuan Polisi Pamong Praja"}),
        (["Camat Arga"], "KECAMATAN ARGA", {"position": "Camat Arga"}),
        (["Camat Arga SEKSI PEMERINTAHAN"], "Kantor Camat Arga", {"position": "Camat Arga"}),
        (["Camat Arga", "SEKSI PEMERINTAHAN"], None, {"position": "Camat Arga"}),
        (
            ["INSPEKTUR DAERAH KABUPATEN RIMBA ARGA"],
            "INSPEKTORAT DAERAH",
            {"position": "INSPEKTUR DAERAH KABUPATEN RIMBA ARGA"},
        ),
        (
            ["Kepala Bidang Perencanaan, Keuangan dan Pelaporan"],
            None,
            {"position": "Kepala Bidang Perencanaan, Keuangan dan Pelaporan"},
        ),
        (["CAMAT ARGA,", "(........................)", "NIP."], None, {"position": "CAMAT ARGA"}),
        (["CAMAT ARGA,", "ttd", "NIP. ........"], None, {"position": "CAMAT ARGA", "signed": "ttd"}),
        (["CAMAT ARGA", "(nama jelas)"], None, {"position": "CAMAT ARGA"}),
        (["SEKAR AYUNDA"], None, {"name": "SEKAR AYUNDA"}),
        (["NIP. " + NIP], None, {"nip": DIGITS}),
        (["dto"], None, {"signed": "dto"}),
        (["Direktur RSUD dr. ABDI ARGA"], None, {"position": "Direktur RSUD dr. ABDI ARGA"}),
    ],
)
def test_what_is_not_printed_stays_away(lines: list[str], unit: str | None, expected: dict[str, str]) -> None:
    """An office alone has no name, and dots or ttd are never one."""
    assert expected == words(parse_official(pieces(*lines), unit_name=unit))


@pytest.mark.parametrize("lines", [[], [""], ["(........)"], ["_____"], ["NIP."], ["…"], [" : "]])
def test_an_open_place_is_nobody(lines: list[str]) -> None:
    """Nothing that was filled in is no official."""
    assert parse_official(pieces(*lines)) is None


def test_a_known_name_divides_a_line_without_any_other_sign() -> None:
    """The signature block tells where the name begins in the identity block."""
    official = parse_official(pieces("CAMAT ARGA MULYA SARI TIRTA WIJAYA"), known_names=["TIRTA WIJAYA, S.IP"])

    assert {"position": "CAMAT ARGA MULYA SARI", "name": "TIRTA WIJAYA"} == words(official)


def test_letters_in_the_nip_leave_the_digits_open() -> None:
    """The number is quoted as printed, and its digits are not guessed."""
    official = parse_official(pieces("INSPEKTUR, WIBAWANTO, S.E. NIP. l98OO228 200501 l OO1"))

    assert official is not None
    assert official.nip is None
    assert official.nip_text is not None
    assert "l98OO228 200501 l OO1" == official.nip_text.value


def test_every_value_says_where_it_stands() -> None:
    """Line and column are those of the words themselves."""
    official = parse_official(pieces("CAMAT ARGA,", "TIRTA WIJAYA, S.IP NIP. " + NIP))

    assert official is not None
    assert official.name is not None
    assert official.nip is not None
    place, number = official.name.evidence[0], official.nip.evidence[0]
    assert ("TIRTA WIJAYA, S.IP", 11, 5) == (place.quote, place.line, place.column)
    assert (NIP, 11, 5 + len("TIRTA WIJAYA, S.IP NIP. ")) == (number.quote, number.line, number.column)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("WIBAWANTO. SE", "Wibawanto, S.E.", "same"),
        ("M. IQBALUDIN", "Muhammad Iqbaludin", "same"),
        ("Drs. H. ABD. RAHMANTO", "ABDUL RAHMANTO", "same"),
        ("Dr. Dra. SEKAR AYUNDA, M.Si", "Sekar  Ayunda", "same"),
        ("NUR AINI", "NURAINI", "same"),
        ("TIRTA WIJAYA", "TIRTA WIJAYO", "similar"),
        ("SEKAR AYUNDA", "SEKAR AYVNDA", "similar"),
        ("BUDI", "BUDY", "similar"),
        ("TIRTA WIJAYA", "SEKAR AYUNDA", "different"),
        ("BUDI", "RUDI", "similar"),
        ("TIRTA WIJAYA", "TIRTA", "part"),
        ("M. TIRTA", "B. TIRTA", "different"),
    ],
)
def test_compares_names(a: str, b: str, expected: str) -> None:
    """Degrees and case do not count; one letter is a misprint; another person is another person."""
    assert (expected, expected) == (same_name(a, b), same_name(b, a))


def test_the_key_of_a_name_is_its_bare_words() -> None:
    """Degrees, titles, case and punctuation are gone."""
    assert "sekar ayunda putri" == name_key("Hj. SEKAR AYUNDA PUTRI, S.Sos., M.A.P")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("CAMAT ARGA MULYA,", "Camat Arga Mulya", "same"),
        ("Camat Arga Mulya", "Camat Arga Muliya", "same"),
        ("Plt. Camat Argasar Mulya Sari", "Put. Camat Arga Mulya Sari", "same"),
        ("Sekcam", "Sekretaris Kecamatan", "same"),
        ("Kabid Umum", "Kepala Bidang Umum", "same"),
        ("Plt. Camat Arga", "CAMAT ARGA", "acting"),
        ("Pj. Wali Kota Arga", "WALIKOTA ARGA", "acting"),
        ("CAMAT", "CAMAT ARGA", "contained"),
        ("INSPEKTUR", "INSPEKTUR DAERAH KAB. ARGA", "contained"),
        ("Kepala Dinas", "Kepala Dinas PMD Provinsi Arga", "contained"),
        ("Camat Arga", "Lurah Arga", "different"),
        ("Sekretaris", "Kepala", "different"),
        ("Camat", "Sekretaris Camat", "different"),
        ("CAMAT ARGA HILIR", "CAMAT ARGA HULU", "different"),
        ("Kepala Desa Arga", "Kepala Dinas Sosial", "different"),
        ("", "Camat", "unknown"),
    ],
)
def test_compares_offices(a: str, b: str, expected: str) -> None:
    """One may say more than the other; who acts in an office holds the same office."""
    assert (expected, expected) == (same_office(a, b), same_office(b, a))


def test_the_key_of_an_office_writes_short_forms_out() -> None:
    """Offices compare by what they are, not by how they are shortened."""
    assert "kepala dinas kabupaten arga" == office_key("Plt. Kadis Kab. ARGA")


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        ("Bupati Arga", True),
        ("WALI KOTA ARGA", True),
        ("Wakil Gubernur", True),
        ("Kepala Desa Arga", True),
        ("Camat", False),
        ("Plt. Bupati Arga", False),
        ("a.n. Bupati Arga Sekretaris Daerah", False),
        ("Kepala Dinas", False),
        ("", False),
    ],
)
def test_knows_who_is_elected(position: str, *, expected: bool) -> None:
    """Those have no NIP; who acts for them has one."""
    assert expected == is_elected(position)


@given(st.lists(st.text(max_size=120), max_size=6), st.one_of(st.none(), st.text(max_size=40)))
def test_any_block_is_read(lines: list[str], unit: str | None) -> None:
    """Garbage is never an error, and no name is the trace of a signature."""
    official = parse_official([Piece(text=line, line=1) for line in lines], unit_name=unit)

    assert official is None or official.name is None or official.name.value.lower() not in ("ttd", "dto")


@given(
    st.lists(
        st.sampled_from(
            [
                "CAMAT",
                "ARGA",
                "ttd",
                "S.E.",
                ",",
                " ",
                "\n",
                "NIP.",
                NIP,
                "Pembina",
                "(IV/a)",
                "Drs.",
                "TIRTA",
                "....",
                "Plt.",
                "dan",
            ]
        )
    )
)
def test_block_like_garbage_is_read(parts: list[str]) -> None:
    """Scraps of signature blocks in any order are never an error, and all places lie in the block."""
    text = " ".join(parts)
    official = parse_official(
        [Piece(text=line, line=index + 1) for index, line in enumerate(text.split("\n"))], unit_name="Kecamatan Arga"
    )
    values = [official.position, official.name, official.rank, official.nip_text] if official else []

    assert all(place.quote in text for value in values if value for place in value.evidence)


@given(st.text(max_size=80), st.text(max_size=80))
def test_comparing_is_symmetric(a: str, b: str) -> None:
    """It does not matter which place stands first, and everything is itself."""
    assert (same_name(a, b), same_office(a, b)) == (same_name(b, a), same_office(b, a))
    assert "same" == same_name(a, a)


@pytest.mark.parametrize("line", ["Eselon IV", "NTB.", "BANTAENG", "Prosedur", "PENYELESAIAN PROSES PEMERIKSAAN"])
def test_what_is_nobodys_name(line: str) -> None:
    """A level of posts, a short form, a regency alone, a heading."""
    assert "name" not in words(parse_official(pieces("CAMAT ARGA MULYA,", line)))


def test_an_office_between_name_and_number() -> None:
    """It stands where the rank belongs; under the NIP it is somebody else's."""
    lines = ["CAMAT ARGA MULYA,", "WIBAWANTO, S.E.", "Sekretaris Camat", "NIP. " + NIP]
    below = parse_official(pieces(*lines))
    after = parse_official(pieces(*lines[:2], lines[3], lines[2]))

    assert below is not None
    assert after is not None
    assert below.below is not None
    assert (below.below.value, after.below) == ("Sekretaris Camat", None)
