"""A whole document: what kind it is, where each SOP begins and ends, which tables are forms."""

from __future__ import annotations

import pytest

from tests.sop_texts import FIELDS, IDENTITY, NIP, STEPS, read, read_one, texts, value

TITLE = "STANDAR OPERASIONAL PROSEDUR\nPELAYANAN SURAT\n\n"
LEGAL = "Dasar Hukum\n1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah\n"
WARNING = "Peringatan\nBila terlambat\n"
LETTER = "Nomor : 1/2\nSifat : Biasa\nLampiran : -\nHal : Penyampaian SOP\n\nYth. Camat\n\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(IDENTITY, "sop", id="identity-block"),
        pytest.param(TITLE + LEGAL + WARNING, "sop", id="title-and-two-sections"),
        pytest.param(TITLE + STEPS, "sop", id="title-and-step-table"),
        pytest.param(LEGAL + WARNING + STEPS, "sop", id="sections-and-step-table"),
        pytest.param(TITLE, "unknown", id="title-only"),
        pytest.param(STEPS, "unknown", id="step-table-only"),
        pytest.param(LEGAL + WARNING, "unknown", id="sections-only"),
        pytest.param(WARNING + STEPS, "unknown", id="one-section-and-step-table"),
        pytest.param("Hari ini cerah.\n", "unknown", id="prose"),
        pytest.param("No\tNama\n1\tTamu\n", "unknown", id="table"),
        pytest.param(LETTER + "Kami sampaikan SOP pelayanan surat.\n", "unknown", id="letter"),
        pytest.param(LETTER + TITLE + "Dasar Hukum\n", "unknown", id="letter-that-names-an-sop"),
        pytest.param(LETTER + IDENTITY, "sop", id="letter-with-an-sop"),
        pytest.param("LAPORAN KINERJA\nTAHUN 2024\n\nKinerja itu baik.\n", "performance", id="performance-report"),
        pytest.param("PERJANJIAN KINERJA TAHUN 2024\n\nNo\tSasaran\tTarget\n1\tA\t5\n", "performance", id="agreement"),
        pytest.param("LAPORAN KINERJA\n\n" + TITLE + LEGAL + WARNING, "performance", id="report-that-names-an-sop"),
        pytest.param("LAPORAN KINERJA\n\n" + IDENTITY, "sop", id="report-with-an-sop"),
    ],
)
def test_the_kind_of_a_document_is_told_by_its_parts(text: str, kind: str) -> None:
    """Only what has the parts of an SOP is one; what is none has no SOPs."""
    result = read(text)

    assert result.kind == kind
    assert len(result.sops) == (1 if kind == "sop" else 0)


FIRST = IDENTITY + WARNING + "\n" + STEPS
SECOND = (IDENTITY + WARNING + "\n" + STEPS).replace("065/12", "065/13").replace("PENGANTAR", "MASUK")
SECOND = SECOND.replace("terlambat", "rusak").replace("Mencatat", "Menulis")


@pytest.mark.parametrize(
    ("joint", "begins"),
    [
        pytest.param("\n", 17, id="letterhead"),
        pytest.param("\nSTANDAR OPERASIONAL PROSEDUR\n", 17, id="title"),
        pytest.param("\n\n\n# STANDAR OPERASIONAL PROSEDUR\n\n", 19, id="heading"),
    ],
)
def test_several_sops_of_a_file_are_read_apart(joint: str, begins: int) -> None:
    """Each begins at its title or letterhead and has its own parts."""
    result = read(FIRST + joint + SECOND)

    one, two = result.sops
    assert one.identity is not None
    assert two.identity is not None
    assert (value(one.identity.number), value(two.identity.number)) == ("065/12/BL/2024", "065/13/BL/2024")
    assert (value(one.identity.title), value(two.identity.title)) == (
        "PELAYANAN SURAT PENGANTAR",
        "PELAYANAN SURAT MASUK",
    )
    assert (texts(one.warnings), texts(two.warnings)) == (["Bila terlambat"], ["Bila rusak"])
    assert [value(step.text) for step in one.steps] == ["Mencatat surat masuk", "Membaca surat masuk"]
    assert [value(step.text) for step in two.steps] == ["Menulis surat masuk", "Membaca surat masuk"]
    assert value(two.unit) == "KECAMATAN BUKIT LEMBAYUNG"
    assert (one.lines[0], two.lines[0]) == (1, begins)
    assert one.lines[1] < two.lines[0]


def test_each_sop_has_its_own_signature() -> None:
    """A signature belongs to the SOP above it."""
    signed = "\nCAMAT BUKIT LEMBAYUNG,\n\n{}\nNIP. " + NIP + "\n\n"

    one, two = read(FIRST + signed.format("HANGGA WIRASTA") + SECOND + signed.format("RATIH KUMALA")).sops

    assert [value(signature.name) for signature in one.signatures] == ["HANGGA WIRASTA"]
    assert [value(signature.name) for signature in two.signatures] == ["RATIH KUMALA"]


GUIDE = (
    "STANDAR OPERASIONAL PROSEDUR\nPELAYANAN SURAT PENGANTAR\nKECAMATAN BUKIT LEMBAYUNG\nTAHUN 2024\n\n"
    "I. Latar Belakang\nSurat itu perlu.\n\nII. Dasar Hukum\n"
    "a. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah\n\nIII. Format\nTabel data kinerja\n\n"
    "No\tSasaran\tIndikator\tTarget\tRealisasi\n1\t2\t3\t4\t5\n1\tMutu\tIndeks\t84\t85\n2\t\t\t\t\n\n"
)


def test_a_guide_and_its_form_are_one_sop() -> None:
    """Cover, narrative and form belong together."""
    sop = read_one(GUIDE + IDENTITY + WARNING + "\n" + STEPS)

    assert sop.cover is not None
    assert value(sop.cover.title) == "PELAYANAN SURAT PENGANTAR"
    assert [section.title.value for section in sop.sections] == ["Latar Belakang", "Dasar Hukum", "Format"]
    assert [(citation.list, value(citation.number)) for citation in sop.legal_basis] == [("narrative", "23")]
    assert len(sop.steps) == 2
    assert texts(sop.warnings) == ["Bila terlambat"]
    assert sop.lines == (1, 34)


@pytest.mark.parametrize(
    "titles",
    [
        ("B. DASAR HUKUM", "C. TIM PELAKSANA", "D. IDENTITAS SOP"),
        ("B. Dasar Hukum", "C. Tim Pelaksana", "D. Identitas dan Prosedur"),
        ("2. DASAR HUKUM", "3. TIM PELAKSANA", "4. IDENTITAS SOP"),
    ],
)
def test_a_guide_goes_on_with_the_next_letter(titles: tuple[str, ...]) -> None:
    """A title that no list knows is one by its letter and print, and no legal basis."""
    law = "1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik\n"
    first = "1. TUJUAN" if titles[0][0] == "2" else "A. TUJUAN"
    guide = (
        f"{first}\nAgar tertib.\n{titles[0]}\n{law}{titles[1]}\n1. Ketua : Camat\n2. Anggota : Sekcam\n{titles[2]}\n\n"
    )
    sop = read_one(guide + IDENTITY + WARNING + "\n" + STEPS)

    assert [value(citation.number) for citation in sop.legal_basis] == ["25"]
    assert [section.title.value for section in sop.sections] == [
        first.lstrip("1. "),
        *(_bare(title) for title in titles),
    ]


def _bare(title: str) -> str:
    """A number is a marker; a letter may be an initial and stays."""
    return title[3:] if title[0].isdigit() else title


def test_letters_of_a_list_are_no_titles() -> None:
    """Items of one list may be printed in capitals."""
    guide = "A. DASAR HUKUM\na. Undang-Undang Nomor 25 Tahun 2009\nb. Undang-Undang Nomor 23 Tahun 2014\n\n"
    sop = read_one(guide + IDENTITY + WARNING + "\n" + STEPS)

    assert [value(citation.number) for citation in sop.legal_basis] == ["25", "23"]


def test_a_performance_table_is_a_form_with_its_filled_rows() -> None:
    """Column numbers and rows that are only numbered in advance are no content."""
    (form,) = read_one(GUIDE + IDENTITY + WARNING + "\n" + STEPS).forms

    assert form.performance
    assert value(form.title) == "Tabel data kinerja"
    assert texts(form.columns) == ["No", "Sasaran", "Indikator", "Target", "Realisasi"]
    assert [texts(row) for row in form.rows] == [["1", "Mutu", "Indeks", "84", "85"]]


@pytest.mark.parametrize(
    ("table", "performance", "rows"),
    [
        ("No\tNama\tAlamat\n1\t\t\n", False, []),
        ("No\tNama\tAlamat\n1\tTamu\tDesa\n", False, [["1", "Tamu", "Desa"]]),
        ("No\tSasaran\tIndikator\tTarget\n1\t\t\t\n2\t\t\t\n", True, []),
        ("No\tSasaran\tIndikator\tTarget\n1\t\t\t75\n", True, [["1", "75"]]),
        ("No\tTarget\tNama\n1\t5\t6\n", False, [["1", "5", "6"]]),
    ],
)
def test_other_tables_are_forms(table: str, performance: bool, rows: list[list[str]]) -> None:
    """A form is of performance data when two of its headings say so."""
    (form,) = read_one(IDENTITY + WARNING + "\nIV. Formulir\n\nFORMULIR DATA\n" + table).forms

    assert form.performance is performance
    assert value(form.title) == "FORMULIR DATA"
    assert [texts(row) for row in form.rows] == rows


def test_a_table_of_two_columns_is_no_form() -> None:
    """Label and value are no form to fill in."""
    assert read_one(IDENTITY + WARNING + "\nIV. Formulir\n\na\tb\nc\td\n").forms == ()


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        pytest.param(IDENTITY + LEGAL, True, id="in-the-first-section"),
        pytest.param(IDENTITY + "Dasar Hukum\n1. Undang-Undang Nomor 23 Tahun\n", True, id="in-a-citation"),
        pytest.param(IDENTITY + LEGAL + WARNING, False, id="after-the-last-sections"),
        pytest.param(IDENTITY + LEGAL + "\n" + STEPS, False, id="after-the-steps"),
    ],
)
def test_a_text_that_ends_early_is_said_to_be_cut(text: str, cut: bool) -> None:
    """What should follow may have been lost."""
    assert read_one(text).cut is cut


def test_every_field_of_the_block_is_reported_in_order() -> None:
    """Seven fields, in the order of the form."""
    identity = read_one(IDENTITY).identity

    assert identity is not None
    assert [item.name for item in identity.fields] == [
        "number", "title", "created", "revised", "approved", "effective", "approver",
    ]  # fmt: skip
    assert sorted(item.label.value for item in identity.fields if item.label) == sorted(FIELDS)
