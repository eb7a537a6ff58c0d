"""Who made the document: government, unit and cover."""

from __future__ import annotations

import pytest

from extraction.letterhead import is_letterhead, is_office_line, says_sop, strip_sop_words
from tests.sop_texts import FIELDS, LETTERHEAD, at, read_one, value

FORM = "".join(f"{label} : {text}\n" for label, text in FIELDS.items()) + "Peringatan\nBila terlambat\n"
NO_OFFICE = FORM.replace("CAMAT BUKIT LEMBAYUNG", "KEPALA")


@pytest.mark.parametrize(
    ("head", "government", "unit"),
    [
        pytest.param(LETTERHEAD, "KABUPATEN SERUNI", "KECAMATAN BUKIT LEMBAYUNG", id="two-lines"),
        pytest.param(
            LETTERHEAD.replace("\n", " ") + "\n", "KABUPATEN SERUNI", "KECAMATAN BUKIT LEMBAYUNG", id="one-line"
        ),
        pytest.param(
            LETTERHEAD + "Jalan Melati Nomor 5 Kode Pos 81234\n",
            "KABUPATEN SERUNI",
            "KECAMATAN BUKIT LEMBAYUNG",
            id="address",
        ),
        pytest.param(
            "Pemerintah Kabupaten Seruni\nKecamatan Bukit Lembayung\n",
            "Kabupaten Seruni",
            "Kecamatan Bukit Lembayung",
            id="small-letters",
        ),
        pytest.param(
            "PEMERINTAH KOTA TELUK CEMPAKA\nDINAS KESEHATAN\n", "KOTA TELUK CEMPAKA", "DINAS KESEHATAN", id="city"
        ),
        pytest.param(
            "PROVINSI LEMBAYUNG\nKABUPATEN SERUNI\nINSPEKTORAT DAERAH\n",
            "KABUPATEN SERUNI",
            "INSPEKTORAT DAERAH",
            id="regency-before-province",
        ),
        pytest.param(
            "PEMERINTAH PROVINSI LEMBAYUNG\nBADAN KEPEGAWAIAN\n",
            "PROVINSI LEMBAYUNG",
            "BADAN KEPEGAWAIAN",
            id="province",
        ),
        pytest.param(
            "PEMERINTAH KABUPATEN SERUNI\nDINAS PENDIDIKAN DAN KEBUDAYAAN\nBIDANG KESENIAN\n",
            "KABUPATEN SERUNI",
            "DINAS PENDIDIKAN DAN KEBUDAYAAN",
            id="sub-unit-below",
        ),
        pytest.param("PEMERINTAH KAB. SERUNI\nBAGIAN HUKUM\n", "KAB. SERUNI", "BAGIAN HUKUM", id="sub-unit-only"),
        pytest.param("", None, None, id="nothing"),
        pytest.param("Semua kecamatan di kabupaten ini memakainya.\n", None, None, id="sentence"),
    ],
)
def test_government_and_unit_are_read_from_the_letterhead(head: str, government: str | None, unit: str | None) -> None:
    """They keep their print; a province or a sub-unit counts only when there is nothing nearer."""
    sop = read_one(head + NO_OFFICE)

    assert value(sop.government) == government
    assert value(sop.unit) == unit


def test_government_and_unit_tell_their_places() -> None:
    """Two names in one line have two places in it."""
    sop = read_one(LETTERHEAD.replace("\n", " ") + "\n" + FORM)

    assert sop.government is not None
    assert sop.unit is not None
    assert at(sop.government.evidence[0]) == (1, 12, "KABUPATEN SERUNI")
    assert at(sop.unit.evidence[0]) == (1, 29, "KECAMATAN BUKIT LEMBAYUNG")


COVERS = {
    "brackets": "STANDAR OPERASIONAL PROSEDUR (SOP)\nPELAYANAN SURAT PENGANTAR\n\n",
    "broken": "STANDAR OPERASIONAL\nPROSEDUR (SOP)\nPELAYANAN SURAT\nPENGANTAR\n\n",
    "one-line": "STANDAR OPERASIONAL PROSEDUR PELAYANAN SURAT PENGANTAR\n\n",
    "markdown": "# STANDAR OPERASIONAL PROSEDUR\n\n## PELAYANAN SURAT PENGANTAR\n\n",
    "bold-over-lines": "**STANDAR OPERASIONAL PROSEDUR\n(SOP)**\n\n**PELAYANAN SURAT PENGANTAR**\n\n",
    "english": "STANDARD OPERATING PROCEDURE (SOP)\nPELAYANAN SURAT PENGANTAR\n\n",
}


@pytest.mark.parametrize("layout", COVERS)
@pytest.mark.parametrize("guide", ["", "I. Latar Belakang\nSurat itu perlu.\n\n"])
def test_the_cover_has_title_and_year(layout: str, guide: str) -> None:
    """The title is what stands after the words that only say SOP, up to the letterhead."""
    cover = read_one(COVERS[layout] + "KECAMATAN BUKIT LEMBAYUNG\nTAHUN 2024\n\n" + guide + LETTERHEAD + FORM).cover

    assert cover is not None
    assert value(cover.title) == "PELAYANAN SURAT PENGANTAR"
    assert value(cover.year) == 2024


def test_the_places_of_a_broken_title_are_its_lines() -> None:
    """Each line of the title is quoted, without the words before it."""
    cover = read_one(COVERS["broken"] + LETTERHEAD + FORM).cover

    assert cover is not None
    assert cover.title is not None
    assert [at(place) for place in cover.title.evidence] == [(3, 1, "PELAYANAN SURAT"), (4, 1, "PENGANTAR")]


def test_a_document_without_a_cover_has_none() -> None:
    """A letterhead is no cover."""
    assert read_one(LETTERHEAD + FORM).cover is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("STANDAR OPERASIONAL PROSEDUR (SOP) PELAYANAN", "PELAYANAN"),
        ("Standar Operasional dan Prosedur: Pelayanan", "Pelayanan"),
        ("SOP - Pelayanan", "Pelayanan"),
        ("S.O.P Pelayanan", "Pelayanan"),
        ("STANDAR OPERASIONAL PROSEDUR ADMINISTRASI PEMERINTAHAN (SOP-AP)", ""),
        ("SOPAN SANTUN", "SOPAN SANTUN"),
        ("Pelayanan SOP", "Pelayanan SOP"),
        ("", ""),
    ],
)
def test_sop_words_are_taken_off_the_front_of_a_title(text: str, expected: str) -> None:
    """Only the words that say SOP go, and only in front."""
    assert strip_sop_words(text) == expected
    assert says_sop(text) == (bool(text) and expected != text)


@pytest.mark.parametrize(
    ("text", "letterhead", "office"),
    [
        ("PEMERINTAH KABUPATEN SERUNI", True, False),
        ("Kecamatan Bukit", True, False),
        ("DINAS KESEHATAN", True, False),
        ("CAMAT BUKIT", False, True),
        ("Plt. Kepala Dinas", False, True),
        ("a.n. BUPATI SERUNI", False, True),
        ("WALIKOTA PALUNG", False, True),
        ("Kotak surat", False, False),
        ("Camatan", False, False),
        ("Surat ke Dinas", False, False),
    ],
)
def test_lines_of_a_letterhead_and_of_an_office_are_told_apart(text: str, letterhead: bool, office: bool) -> None:
    """Only the first word of a line tells."""
    assert (is_letterhead(text), is_office_line(text)) == (letterhead, office)
