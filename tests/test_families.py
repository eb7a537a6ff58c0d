"""Which family of forms a text is written on; offices and names are invented."""

from __future__ import annotations

import pytest

from tests.sop_texts import FIELDS, IDENTITY, STEPS, facts_of, read, read_one

BLOCK = (
    "PUSKESMAS BUKIT LEMBAYUNG\nNo. Dokumen : SOP/07/2024\nNo. Revisi : 00\nTanggal Terbit : 8 Januari 2024\n"
    "Halaman : 1/2\nDitetapkan Oleh : KEPALA PUSKESMAS\n"
)
SECTIONS = (
    "Kualifikasi Pelaksana\n1. Memahami arsip\nKeterkaitan\n1. SOP Surat Masuk\nPeringatan\nApabila lalai, hilang.\n"
)
GUIDE = (
    "Pengertian\nArsip adalah rekaman.\nTujuan\nMenjaga arsip.\nReferensi\nPedoman arsip.\nProsedur\nSimpan arsip.\n"
)


@pytest.mark.parametrize(
    "heads",
    [
        pytest.param("1. Pengertian\nA\n2. Tujuan\nB\n3. Kebijakan\nC\n4. Prosedur\nD\n", id="numbered"),
        pytest.param("PENGERTIAN arsip adalah\nTUJUAN menjaga\nKEBIJAKAN keputusan\nPROSEDUR petugas\n", id="capitals"),
        pytest.param("Pengertian\tA\nTujuan\tB\nReferensi\tC\nUnit terkait\tD\n", id="cells"),
        pytest.param("Pengertian: A\nTujuan: B\nKebijakan: C\nLangkah-langkah: D\n", id="colons"),
        pytest.param("1. Pengertian A 2. Tujuan B 3. Referensi C 4. Bagan Alir D\n", id="one-line"),
        pytest.param("Definisi\nA\nTujuan\nB\nRuang Lingkup\nC\nProsedur\nD\n", id="quality-manual"),
    ],
)
def test_the_form_of_an_accreditation(heads: str) -> None:
    """Its four groups of headings, however they are printed."""
    assert read_one(BLOCK + heads).family == "accreditation"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(IDENTITY + SECTIONS + STEPS, id="ap"),
        pytest.param(GUIDE + IDENTITY + SECTIONS + STEPS, id="ap-with-a-guide"),
        pytest.param(BLOCK + "Pengertian\nA\nTujuan\nB\nProsedur\nC\n", id="no-policy-and-no-references"),
        pytest.param(BLOCK + "Pengertian, Tujuan, Kebijakan dan Prosedur ditulis lengkap.\n", id="a-sentence"),
        pytest.param(
            IDENTITY + "Petugas menjelaskan tujuan, pengertian, kebijakan dan prosedur.\n", id="small-letters"
        ),
    ],
)
def test_what_is_no_accreditation_form(text: str) -> None:
    """The AP form with a guide, and sentences that use the words."""
    assert read_one(text).family == "ap"


def test_the_form_of_a_service_standard() -> None:
    """Three of the components of UU 25/2009."""
    parts = "Biaya/Tarif : gratis\nJaminan Pelayanan : tepat waktu\nPenanganan Pengaduan : kotak saran\n"

    assert read_one(IDENTITY + parts).family == "service"
    assert read_one(IDENTITY + parts[:-46]).family == "ap"
    assert read_one(IDENTITY + SECTIONS + parts + STEPS).family == "ap"


def test_a_sentence_that_names_the_labels_is_no_identity_block() -> None:
    """A guide on how to write an SOP."""
    text = (
        BLOCK + GUIDE + "Kop memuat Judul SOP, No. Dokumen,\nNo. Revisi, Halaman, Tanggal Terbit,\nDitetapkan Oleh.\n"
    )

    assert len(read(text).sops) == 1


def test_name_and_number_below_the_cells_belong_to_the_one_who_approves() -> None:
    """The cell of the approver is read in two halves."""
    sop = read_one(BLOCK + GUIDE + "dr. LINTANG PERMATA, M.Kes\nNIP. 19800917 200904 2 003\n")

    assert sop.identity is not None
    assert sop.identity.approver is not None
    assert sop.identity.approver.position is not None
    assert sop.identity.approver.name is not None
    assert (sop.identity.approver.position.value, sop.identity.approver.name.value) == (
        "KEPALA PUSKESMAS",
        "dr. LINTANG PERMATA, M.Kes",
    )
    assert not sop.signatures


def test_a_name_without_office_in_an_ap_form_stays_a_signature() -> None:
    """Elsewhere nobody can tell that it is the approver's."""
    sop = read_one(IDENTITY + SECTIONS + STEPS + "\nLINTANG PERMATA, S.E.\nNIP. 19800917 200904 2 003\n")

    assert len(sop.signatures) == 1


LABELS = [label for label in FIELDS if label != "Nama SOP"]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        pytest.param(" ".join(LABELS) + "\n", {"unplaced"}, id="no-colon"),
        pytest.param(" : ".join(LABELS) + " :\n", {"empty"}, id="colons-and-nothing-else"),
        pytest.param(" : ".join(LABELS) + " :\nArsip\n: 12 : September 2016 :\n", {"unplaced"}, id="a-lone-date-below"),
    ],
)
def test_labels_that_were_run_together(text: str, states: set[str]) -> None:
    """Empty only where the labels are parted and no value stands elsewhere."""
    identity = read_one(text + SECTIONS).identity

    assert identity is not None
    assert identity.run_together
    assert {item.state for item in identity.fields if item.name in ("number", "created", "effective")} == states


def test_a_label_glued_to_its_value() -> None:
    """`Nama SOPProsedur ...`."""
    identity = read_one(IDENTITY.replace("Nama SOP : PELAYANAN", "Nama SOPProsedur Pelayanan")).identity

    assert identity is not None
    assert identity.title is not None
    assert identity.title.value == "Prosedur Pelayanan SURAT PENGANTAR"


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("Arsip KETERKAITAN 1. SOP Surat Masuk", "unplaced"),
        ("Arsip Keterkaitan : 1. SOP Surat Masuk", "unplaced"),
        ("Arsip dengan keterkaitan antarbagian", "absent"),
    ],
)
def test_a_heading_inside_a_line(line: str, state: str) -> None:
    """It is there, though its content cannot be told from the words around it."""
    sop = read_one(IDENTITY + "Peringatan\nApabila lalai, hilang.\n\n" + STEPS + "\n" + line + "\n")
    (item,) = [each for each in sop.section_reads if each.name == "related"]

    assert (item.state, sop.doubtful) == (state, state == "unplaced")


@pytest.mark.parametrize(
    ("text", "form_only", "cut"),
    [
        pytest.param(IDENTITY + SECTIONS, True, False, id="ends-with-a-section"),
        pytest.param(IDENTITY + SECTIONS + STEPS, False, False, id="steps"),
        pytest.param(IDENTITY + "Peringatan Pencatatan dan Pendataan\n1. Bila lalai 1. Buku\n", True, True, id="mixed"),
    ],
)
def test_a_file_of_the_first_page_only(text: str, form_only: bool, cut: bool) -> None:
    """What should follow may stand in another file."""
    (fact,) = facts_of(text, "whole")

    assert (fact.fields["form_only"], fact.fields["cut"]) == (form_only, cut)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("SOP ini bernomor 300/12/2024, dibuat 5 Februari 2024 dan disahkan 12 Februari 2024.", True),
        ("SOP ini disahkan pada 12 Februari 2024.", False),
        ("SOP ini bernomor, dibuat, dan disahkan menurut tata naskah.", False),
    ],
)
def test_an_identity_told_in_a_sentence(sentence: str, told: bool) -> None:
    """A date, and three of number, making, approval and effect."""
    text = f"STANDAR OPERASIONAL PROSEDUR ARSIP\n\n{sentence}\n\nDasar Hukum\n1. Arsip\n" + SECTIONS + STEPS
    (fact,) = facts_of(text, "whole")

    assert fact.fields["told"] is told
