"""Where a document of an archive belongs."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.layout import Layout
from archive.names import OfficeNames
from archive.offices import MAX_LISTED, Offices, Strays
from schemas.archive import ArchiveLayout, Belonging, Office, OfficeFolder

DISDIK = "Dinas Pendidikan dan Kebudayaan"
DECLARED = ArchiveLayout.model_validate(
    {
        "offices": [
            {"name": DISDIK, "folders": ["dikbud", "**/arsip dikbud"], "also": ["Disdikbud"]},
            {"name": "Sekretariat Daerah", "folders": ["setda"]},
            {"name": "Bagian Organisasi", "folders": ["setda/organisasi"], "within": "sekretariat daerah"},
            {"name": "Inspektorat", "folders": ["inspektorat*"]},
            {"name": "Inspektorat Lama", "folders": ["inspektorat lama"]},
            {"name": "Kecamatan Mekar", "folders": ["mekar"]},
            {"name": "Kecamatan Mekar Hilir", "folders": ["mekar hilir"]},
        ],
        "office_folders": [{"folder": "kecamatan", "called": "Kecamatan *"}],
        "sorts": [{"sort": "report", "names": ["Evaluasi Kinerja"]}, {"sort": "sop", "names": ["Protap"]}],
    }
)
OFFICES = Offices(
    Layout(DECLARED, DECLARED.office_folders, (Office(name="Kecamatan Sukamaju", folders=("kecamatan/sukamaju",)),))
)
TOP = Offices(Layout(ArchiveLayout(), (OfficeFolder(folder="."),), (Office(name="sukamaju", folders=("sukamaju",)),)))


@pytest.mark.parametrize(
    ("path", "office"),
    [
        ("dikbud/a.docx", DISDIK),
        ("DIKBUD/2024/a.docx", DISDIK),
        ("dikbud.zip/a.docx", DISDIK),
        ("lain/x/arsip dikbud/a.docx", DISDIK),
        ("setda/a.docx", "Sekretariat Daerah"),
        ("setda/organisasi/x/a.docx", "Bagian Organisasi"),
        ("setda/organisasi lama/a.docx", "Sekretariat Daerah"),
        ("inspektorat baru/a.docx", "Inspektorat"),
        ("inspektorat lama/a.docx", "Inspektorat Lama"),
        ("kecamatan/sukamaju/a.docx", "Kecamatan Sukamaju"),
        ("kecamatan/Sukamaju/a.docx", "Kecamatan Sukamaju"),
        ("kecamatan/baru-sekali/a.docx", "Kecamatan Baru Sekali"),
        ("kecamatan/sukamaju/kecamatan/a.docx", "Kecamatan Sukamaju"),
        ("kecamatan/a.docx", None),
        ("kecamatan/2024/a.docx", None),
        ("dikbud", None),
        ("lain/a.docx", None),
    ],
)
def test_the_folder_tells_the_office(path, office):
    """The longest pattern that fits; a file directly in an office folder is of none of its offices."""
    found = OFFICES.belonging(path)
    assert (office, "folder" if office else "nothing") == (found.office, found.told)


@pytest.mark.parametrize(
    ("unit", "office"),
    [
        ("DINAS PENDIDIKAN DAN KEBUDAYAAN", DISDIK),
        ("Disdikbud", DISDIK),
        ("Dinas Pendidikan", DISDIK),
        ("Dinas Pendidikn dan Kebudayaan", DISDIK),
        ("Dinas Pendidikan dan Kebudayaan Kabupaten Contoh", DISDIK),
        ("Kec. Sukamaju", "Kecamatan Sukamaju"),
        ("Kantor Camat Sukamaju", "Kecamatan Sukamaju"),
        ("PEMERINTAH KABUPATEN CONTOH KECAMATAN SUKAMAJU", "Kecamatan Sukamaju"),
        ("Seksi Pelayanan Umum Kecamatan Sukamaju", "Kecamatan Sukamaju"),
        ("Kecamatan Sukamajuu", "Kecamatan Sukamaju"),
        ("Setda", "Sekretariat Daerah"),
        ("Inspektorat Daerah", "Inspektorat"),
        ("Kecamatan Mekar", "Kecamatan Mekar"),
        ("Kecamatan Mekar Hilir", "Kecamatan Mekar Hilir"),
        ("Kecamatan Mekar Hulu", None),
        ("Kecamatan Suka", None),
        ("Puskesmas Sukamaju Kecamatan Sukamaju", None),
        ("Desa Air Kecamatan Sukamaju", None),
        ("Dinas Kesehatan", None),
        ("Dinas", None),
        ("Kecamatan", None),
        ("-", None),
    ],
)
def test_a_document_tells_its_office_where_no_folder_does(unit, office):
    """As far as only one can be meant: what lies in a kecamatan is not of its office."""
    found = OFFICES.belonging("lain/a.docx", unit)
    assert (office, "document" if office else "nothing") == (found.office, found.told)
    assert found.named is None


def test_where_two_offices_could_be_meant_none_is():
    """Nobody is blamed by a guess."""
    names = OfficeNames([("Dinas Sosial", ()), ("Dinas Sosial Kota", ()), ("Badan Umum A", ()), ("Badan Umum B", ())])
    assert names.meant("Badan Umum") is None
    twice = OfficeNames([("Kecamatan Baru", ()), ("Kec. Baru", ())])
    assert twice.meant("Kecamatan Baru") is None


def test_a_document_in_the_folder_of_another_office_is_told():
    """It stays where it was filed, and the other office is named."""
    found = OFFICES.belonging("dikbud/a.docx", "Kecamatan Sukamaju")
    assert (DISDIK, "folder", "Kecamatan Sukamaju") == (found.office, found.told, found.named)


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        pytest.param("dikbud/a.docx", "Disdikbud", id="same"),
        pytest.param("dikbud/a.docx", "Dinas Pendidikan", id="shorter"),
        pytest.param("dikbud/a.docx", "Kecamatan Sukamajuu", id="not-by-its-very-name"),
        pytest.param("dikbud/a.docx", "Dinas Kesehatan", id="unknown"),
        pytest.param("setda/organisasi/a.docx", "Sekretariat Daerah", id="part-of-it"),
        pytest.param("setda/a.docx", "Bagian Organisasi", id="its-part"),
        pytest.param("lain/a.docx", "Kecamatan Sukamaju", id="no-folder"),
    ],
)
def test_no_document_is_called_misplaced_without_need(path, unit):
    """An office and what it is part of are one house; a likeness proves nothing."""
    assert OFFICES.belonging(path, unit).named is None


def test_folders_of_the_archive_are_offices_where_no_file_says_otherwise():
    """A name without its kind is found, too."""
    assert ("sukamaju", "folder") == (TOP.belonging("sukamaju/x/a").office, TOP.belonging("sukamaju/x/a").told)
    assert "baru" == TOP.belonging("baru/a").office
    assert "sukamaju" == TOP.belonging("a", "Kecamatan Sukamaju").office
    assert TOP.belonging("2024/a").office is None


@pytest.mark.parametrize(
    ("path", "told", "year"),
    [
        ("a/2023/x.docx", 2024, 2023),
        ("a/LKjIP_2023/x.docx", 2024, 2023),
        ("a/2022/lkjip 2023/x.docx", None, 2023),
        ("a/2023/Renstra 2021-2026/x.docx", None, 2023),
        ("a/12023/x.docx", None, None),
        ("a/1899/x.docx", None, None),
        ("a/x 2023.docx", 2024, 2024),
        ("a/x 2023.docx", None, 2023),
        ("a/x 2021-2023.docx", None, None),
    ],
)
def test_the_year(path, told, year):
    """The deepest folder with one year, then the document, then the name of the file."""
    assert year == OFFICES.belonging(path, year=told).year


@pytest.mark.parametrize(
    ("path", "told", "sort"),
    [
        ("a/Evaluasi Kinerja/x.docx", "sop", "report"),
        ("a/x evaluasi_kinerja.docx", "sop", "report"),
        ("a/protap/Evaluasi Kinerja.docx", None, "sop"),
        ("a/SOP/LKjIP 2023.docx", "report", "report"),
        ("a/SOP/Penyusunan Laporan Kinerja.docx", None, "sop"),
        ("a/SOP Penyusunan Perjanjian Kinerja.docx", None, "sop"),
        ("a/PK 2024.xlsx", None, "agreement"),
        ("a/PKK 2024.xlsx", None, None),
        ("a/Renaksi/x.xlsx", None, "plan"),
        ("a/Rencana-Kerja/x.xlsx", None, "plan"),
        ("a/LAKIP/x.pdf", None, "report"),
        ("a/x.pdf", "agreement", "agreement"),
    ],
)
def test_the_sort(path, told, sort):
    """By the names of archive.yaml, then the document, then what folders and files are usually called."""
    assert sort == OFFICES.belonging(path, sort=told).sort


def test_strays_are_the_same_in_any_order():
    """The first by path are named, all are counted."""
    found = [(f"{number:03}.docx", Belonging()) for number in range(MAX_LISTED + 20)]
    found += [(f"a/{number:03}.docx", Belonging(office="A", named="B")) for number in range(3)]
    found += [("b.docx", Belonging(office="B", told="folder"))]
    listed = []
    for seed in range(2):
        strays = Strays()
        for path, belonging in random.Random(seed).sample(found, len(found)):
            strays.add(path, belonging)
        listed.append(strays)

    assert listed[0] == listed[1]
    assert (MAX_LISTED + 20, [f"{number:03}.docx" for number in range(MAX_LISTED)]) == (
        listed[0].unknown_count,
        listed[0].unknown,
    )
    assert ("a/000.docx", "A", "B") == listed[0].misplaced[0]
    assert 3 == listed[0].misplaced_count


@given(st.text(max_size=60), st.none() | st.text(max_size=60))
def test_any_path_and_unit_have_an_answer(path, unit):
    """Names of files and letterheads are whatever they are; the answer never depends on what came before."""
    assert OFFICES.belonging(path, unit) == OFFICES.belonging(path, unit)


def test_twenty_thousand_documents_take_no_time():
    """They are looked up anew in each night."""
    begun = time.process_time()
    for number in range(4_000):
        OFFICES.belonging(f"kecamatan/k{number % 60}/2024/SOP/d {number}.docx", f"KECAMATAN K{number % 60}", 2023)
    assert (time.process_time() - begun) / 4_000 < 0.000_1  # ten times what it takes
