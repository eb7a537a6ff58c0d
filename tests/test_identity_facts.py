"""Facts about numbers, dates, letterheads, ranks, approvals, words of other offices and names of posts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from engine.facts import sop_facts
from schemas.facts import Fact
from schemas.sop import Sop
from tests.sop_texts import HEADING, IDENTITY, LETTERHEAD, NIP, STEPS, read_one, with_fields

WARNING = "\nPeringatan\nBila terlambat\n\n"
OTHER = "19850217 200801 2 003"


def facts(text: str, kind: str, *, as_of: dt.date = dt.date(2026, 1, 15)) -> list[Fact]:
    """Return the facts of one kind."""
    return _of(read_one(text), kind, as_of)


def _of(sop: Sop, kind: str, as_of: dt.date) -> list[Fact]:
    return [fact for fact in sop_facts(sop, as_of=as_of) if fact.kind == kind]


def fields(text: str, kind: str, *names: str) -> list[tuple[Any, ...]]:
    """Return some fields of the facts of one kind."""
    return [tuple(fact.fields[name] for name in names) for fact in facts(text, kind)]


# --- number and dates -------------------------------------------------------------------------------------------------


def test_the_number_has_its_faults_in_words() -> None:
    """All that is wrong stands in one message."""
    (fact,) = facts(IDENTITY.replace("065/12/BL/2024", "000.7.2/No. 61/ /SOP/2024"), "sop_number")

    assert fact.fields == {"faults": 2, "code": "other"}
    assert fact.words["faults"].split("; ") == [
        "memuat dua nomor",
        "ada bagian yang belum diisi",
        "kode 000.7.2 (perencanaan pembangunan daerah) bukan kode SOP (000.8.3.3)",
    ]


@pytest.mark.parametrize(
    ("number", "made", "approved", "expected"),
    [
        ("065/12/BL/2024", "2 Januari 2024", "9 Januari 2024", (0, 0, False)),
        ("065/12/BL/2023", "2 Januari 2024", "9 Januari 2024", (1, 1, False)),
        ("065/12/BL/2023", "12 Februari 2024", "19 Februari 2024", (1, 2, False)),
        ("065/12/BL/2025", "12 Desember 2024", "30 Desember 2024", (1, 1, False)),
        ("065/12/XII/2023", "2 Januari 2024", "9 Januari 2024", (1, 1, True)),
        ("065/12/I/2024", "2 Januari 2024", "9 Januari 2024", (0, 0, True)),
        ("065/12/II/2024", "2 Januari 2024", "9 Maret 2024", (0, 0, True)),
        ("065/12/VI/2024", "2 Januari 2024", "9 Maret 2024", (0, 3, True)),
        ("065/12/BL/2019", "… Maret 2024", "… Maret 2024", (5, 49, False)),
    ],
)
def test_the_period_of_the_number(number: str, made: str, approved: str, expected: tuple[Any, ...]) -> None:
    """Years and months to the nearest date; within their span it fits."""
    text = with_fields(pembuatan=made, pengesahan=approved, efektif=approved).replace("065/12/BL/2024", number)

    assert fields(text, "number_period", "years", "months", "has_month") == [expected]


def test_an_effective_date_before_the_others_does_not_vouch_for_the_number() -> None:
    """It is itself out of order."""
    text = with_fields(pembuatan="14 Februari 2024", pengesahan="20 Februari 2024", efektif="1 November 2023")
    text = text.replace("065/12/BL/2024", "065/12/BL/2023")

    assert fields(text, "number_period", "years") == [(1,)]


def test_a_revision_in_the_year_of_the_number_vouches_for_it() -> None:
    """A revised SOP may get a new number."""
    text = with_fields(revisi="3 Maret 2025").replace("065/12/BL/2024", "065/12/BL/2025")

    assert fields(text, "number_period", "years", "months") == [(0, 0)]


@pytest.mark.parametrize(
    ("made", "approved", "expected"),
    [
        ("2 Januari 2024", "09 Jan. 2024", (0, 1)),
        ("02 Pebruari 2024", "Senin, 5 Februari 2024", (0, 1)),
        ("02-01-2024", "09/01/2024", (2, 2)),
        ("2024-01-02", "9 Januari 2024", (1, 2)),
        ("5 January 2024", "9 Januari 2024", (1, 2)),
        ("April 7, 2024", "9 Mei 2024", (1, 2)),
        ("7 IV 2024", "9 Mei 2024", (1, 2)),
    ],
)
def test_how_dates_are_written(made: str, approved: str, expected: tuple[int, int]) -> None:
    """Short forms and old spellings are in order, digits and English are not."""
    text = with_fields(pembuatan=made, pengesahan=approved, efektif="15 Juni 2024")

    (fact,) = facts(text, "date_writing")
    odd, ways = expected
    assert fact.fields == {"dates": 3, "odd": odd}
    assert (f"{ways} cara" in fact.words["mixed"]) == (ways > 1)


def test_days_of_the_week() -> None:
    """1 Monday to 7 Sunday."""
    text = with_fields(pembuatan="30 Desember 2023", pengesahan="7 Januari 2024")

    assert [day for (day,) in fields(text, "date", "weekday")][:3] == [6, 7, 1]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (dt.date(2026, 1, 8), [(1, 23)]),
        (dt.date(2026, 1, 9), [(2, 24)]),
        (dt.date(2024, 1, 9), [(0, 0)]),
        (dt.date(2024, 1, 8), []),
    ],
)
def test_the_age_of_a_document(as_of: dt.date, expected: list[tuple[int, int]]) -> None:
    """Full years from the day of approval to that of the audit; a document of the future has none."""
    found = facts(IDENTITY, "age", as_of=as_of)

    assert [(fact.fields["years"], fact.fields["months"]) for fact in found] == expected


# --- letterhead -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (LETTERHEAD, [(True, True)]),
        ("PEMERINATAH KABUPATEN SERUNI\nKECAMATAN BUKIT LEMBAYUNG\n", [(True, True)]),
        ("PEMERINTAH DAERAH KABUPATEN SERUNI\nDINAS SOSIAL\n", [(True, True)]),
        ("KECAMATAN BUKIT LEMBAYUNG\nKABUPATEN SERUNI\n", [(False, True)]),
        ("INSPEKTORAT DAERAH KABUPATEN SERUNI\n", [(False, True)]),
        ("PEMERINTAH KABUPATEN SERUNI\nJalan Kenanga 5\nKECAMATAN BUKIT LEMBAYUNG KABUPATEN SERUNI\n", [(True, True)]),
        ("PELAYANAN PUBLIK\nKECAMATAN BUKIT LEMBAYUNG\nKABUPATEN SERUNI\nTAHUN 2024\n", []),
        ("KABUPATEN SERUNI\n", []),
        ("PUSKESMAS BUKIT LEMBAYUNG\n", []),
        ("", []),
    ],
)
def test_letterheads(printed: str, expected: list[tuple[bool, bool]]) -> None:
    """Judged only where it says enough: the region and a local office, or PEMERINTAH."""
    text = IDENTITY.replace(LETTERHEAD, printed)

    assert fields(text, "letterhead", "government", "unit") == expected


# --- approval ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "ways"),
    [
        ("CAMAT BUKIT LEMBAYUNG", []),
        ("Plt. CAMAT BUKIT LEMBAYUNG", ["plt"]),
        ("Put. Camat Bukit Lembayung", ["plt"]),
        ("PLH CAMAT BUKIT LEMBAYUNG", ["plh"]),
        ("Pj. CAMAT BUKIT LEMBAYUNG", ["pj"]),
        ("a.n. CAMAT BUKIT LEMBAYUNG", ["an"]),
        ("Pelaksana Tugas Camat Bukit Lembayung", ["plt"]),
    ],
)
def test_acting_approvers(printed: str, ways: list[str]) -> None:
    """Short forms as printed and as misread; one fact for each way, with all its places."""
    signed = f"\n{printed},\n\nHANGGA WIRASTA, S.STP.\nNIP. {NIP}\n"
    text = with_fields(oleh=f"{printed} HANGGA WIRASTA, S.STP. NIP. {NIP}") + WARNING + STEPS + signed

    assert [fact.fields["way"] for fact in facts(text, "acting")] == ways


def test_a_drafter_may_act() -> None:
    """Only who approves needs the mandate."""
    signed = f"\nDisusun oleh:\nPlt. Sekretaris Camat,\n\nHANGGA WIRASTA, S.STP.\nNIP. {NIP}\n"

    assert facts(IDENTITY + WARNING + STEPS + signed, "acting") == []


@pytest.mark.parametrize(
    ("above", "date"),
    [
        ("", "none"),
        ("Bukit Lembayung, 9 Januari 2024\n", "given"),
        ("Bukit Lembayung, 09-01-2024\n", "given"),
        ("Ditetapkan di Bukit Lembayung\npada tanggal 9 Januari 2024\n", "given"),
        ("Ditetapkan di : Bukit Lembayung\nPada Tanggal : 9 Januari 2024\n", "given"),
        ("Ditetapkan di Bukit Lembayung pada tanggal 9 Januari 2024\n", "given"),
        ("Ditetapkan di Bukit Lembayung\n", "open"),
        ("Bukit Lembayung, ..... Januari 2024\n", "open"),
        ("Bukit Lembayung, ................ 2024\n", "open"),
        ("Bukit Lembayung,                2024\n", "open"),
    ],
)
def test_place_and_date_of_a_signature(above: str, date: str) -> None:
    """In one line or in two; with the day left open they are not given."""
    signed = f"\n{above}CAMAT BUKIT LEMBAYUNG,\n\n\nHANGGA WIRASTA, S.STP.\nNIP. {NIP}\n"

    (fact,) = facts(IDENTITY + WARNING + STEPS + signed, "signing")

    assert fact.fields["date"] == date
    shown = any("Bukit Lembayung" in place.quote for place in fact.evidence)
    assert shown == (date == "open")


def test_signatures_side_by_side_share_a_date() -> None:
    """In a table the date stands in one column, in running lines above all."""
    table = (
        "\n\tBukit Lembayung, 9 Januari 2024\nSEKRETARIS CAMAT,\tCAMAT BUKIT LEMBAYUNG,\n"
        f"SEKAR AYUNDA, S.E.\tHANGGA WIRASTA, S.STP.\nNIP. {OTHER}\tNIP. {NIP}\n"
    )
    lines = (
        "\nBukit Lembayung, 9 Januari 2024\n"
        "SEKRETARIS CAMAT,                        CAMAT BUKIT LEMBAYUNG,\n\n\n"
        f"SEKAR AYUNDA, S.E.                       HANGGA WIRASTA, S.STP.\nNIP. {OTHER}               NIP. {NIP}\n"
    )

    for signed in (table, lines):
        text = IDENTITY + WARNING + STEPS + signed
        assert fields(text, "signing", "date") == [("given",)]
        assert [one.name.value for one in read_one(text).signatures if one.name] == [
            "SEKAR AYUNDA, S.E.",
            "HANGGA WIRASTA, S.STP.",
        ]


def test_who_signs_on_behalf_of_the_approver_is_no_second_one() -> None:
    """The Sekretaris signs for the Camat."""
    approver = f"CAMAT BUKIT LEMBAYUNG HANGGA WIRASTA, S.STP. NIP. {NIP}"
    signed = f"\na.n. CAMAT BUKIT LEMBAYUNG\nSEKRETARIS CAMAT,\n\n\nSEKAR AYUNDA, S.E.\nNIP. {OTHER}\n"

    assert fields(with_fields(oleh=approver) + WARNING + STEPS + signed, "person_pair", "both_approve") == [(False,)]


@pytest.mark.parametrize(
    ("head", "approve", "said"),
    [
        ("", True, False),
        ("Disetujui oleh,\n", True, True),
        ("Mengetahui,\n", False, False),
        ("Disusun oleh:\n", False, False),
    ],
)
def test_who_approves(head: str, approve: bool, said: bool) -> None:
    """The words over a signature tell; without any it is open."""
    approver = f"CAMAT BUKIT LEMBAYUNG HANGGA WIRASTA, S.STP. NIP. {NIP}"
    signed = f"\n{head}SEKRETARIS DAERAH,\n\n\nSEKAR AYUNDA, S.E.\nNIP. {OTHER}\n"
    text = with_fields(oleh=approver) + WARNING + STEPS + signed

    assert fields(text, "person_pair", "both_approve", "said", "office") == [(approve, said, "different")]


# --- rank and NIP -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("below", "states"),
    [
        ("Pembina (IV/a)\n", ["ok"]),
        ("Pembina\n", ["no-grade"]),
        ("Pembina, IV/b\n", ["mismatch"]),
        ("Penata Tk. I (III/c)\n", ["mismatch"]),
        ("Sekretaris Camat\n", ["office"]),
        ("", []),
    ],
)
def test_ranks_beside_names(below: str, states: list[str]) -> None:
    """A rank with another grade, and an office where the rank belongs."""
    signed = f"\nCAMAT BUKIT LEMBAYUNG,\n\n\nHANGGA WIRASTA, S.STP.\n{below}NIP. {NIP}\n"

    assert [state for (state,) in fields(IDENTITY + WARNING + STEPS + signed, "rank", "state")] == states


def test_an_office_under_the_name_is_the_office_where_none_stands_above() -> None:
    """It is no rank then."""
    signed = f"\nDisusun oleh:\nHANGGA WIRASTA, S.STP.\nSekretaris Camat\nNIP. {NIP}\n"

    assert facts(IDENTITY + WARNING + STEPS + signed, "rank") == []


def test_the_year_of_the_document_stands_beside_an_nip() -> None:
    """From its dates; unknown where it has none."""
    signed = "\nCAMAT BUKIT LEMBAYUNG,\n\nHANGGA WIRASTA, S.STP.\nNIP. 010 234 567\n"
    blank = with_fields(pembuatan="", pengesahan="", efektif="")

    assert fields(IDENTITY + WARNING + STEPS + signed, "nip", "state", "dated", "year") == [("old", True, 2024)]
    assert fields(blank + WARNING + STEPS + signed, "nip", "state", "dated", "year") == [("old", False, None)]


# --- other offices ----------------------------------------------------------------------------------------------------


def steps(*acts: str, columns: str = "Camat\tStaf") -> str:
    """Return a form with these acts."""
    rows = "".join(f"{n}\t{act}\tX\t\tSurat\t5 menit\tCatatan\t\n" for n, act in enumerate(acts, 1))
    return IDENTITY + WARNING + HEADING.replace("Camat\tStaf", columns) + rows


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        ("Menghimpun data dari masing-masing bidang", (0, 1, 0)),
        ("Menghimpun data dari masing2 bagian", (0, 0, 1)),
        ("Menghimpun data dari setiap bidang dan semua bagian", (1, 1, 1)),
        ("Mengirim kepada bidang dan sekretariat", (0, 1, 0)),
        ("Meminta paraf Camat OPD", (1, 0, 0)),
        ("Kepala Dinas menandatangani surat", (0, 0, 0)),
    ],
)
def test_words_of_another_office(act: str, expected: tuple[int, int, int]) -> None:
    """A kecamatan has no bidang."""
    assert fields(steps(act, "Mengarsipkan"), "leftover", "strong", "divisions", "parts") == [expected]


@pytest.mark.parametrize(
    "act",
    [
        "Menghimpun data dari masing-masing seksi",
        "Menghimpun data dari masing-masing subbagian",
        "Memeriksa setiap bagian dokumen",
        "Memeriksa seluruh bidang tanah",
        "Melaksanakan tugas di bidang pemerintahan",
        "Mengirim laporan kepada Bagian Organisasi",
        "Berkoordinasi dengan Kepala Bidang Anggaran BPKAD",
        "Mengirim undangan kepada semua bidang pada Dinas Sosial",
        "Mengirim surat kepada Camat, OPD terkait",
        "Menyampaikan laporan kepada Bappeda",
        "Meningkatkan pelayanan di semua bidang",
        "Menyerahkan konsep kepada Kepala Kantor",
        "Kepala Dinas Sosial menyetujui usulan",
        "Lurah menyampaikan usulan",
    ],
)
def test_words_that_are_no_leftovers(act: str) -> None:
    """Parts of things, subjects, recipients; a Kepala Kantor who acts belongs to steps/actor-not-in-columns."""
    assert facts(steps(act, "Mengarsipkan"), "leftover") == []


@pytest.mark.parametrize(
    ("act", "columns", "heads"),
    [
        ("Camat memberikan arahan", "Kadis\tStaf", 1),
        ("Sekcam mengoreksi laporan", "Kadis\tStaf", 1),
        ("Camat memberikan arahan", "Camat\tStaf", 0),
        ("Mengirim surat kepada Camat", "Kadis\tStaf", 0),
        ("Camat se-kabupaten diundang", "Kadis\tStaf", 0),
        ("Inspektur menyetujui laporan", "Kadis\tStaf", 1),
        ("Kepala Dinas menyetujui laporan", "Kadis\tStaf", 0),
    ],
)
def test_a_camat_who_acts_in_a_dinas(act: str, columns: str, heads: int) -> None:
    """A recipient, or one with a column, is meant; one who acts without is left over from a kecamatan."""
    text = steps(act, "Mengarsipkan", columns=columns).replace("KECAMATAN BUKIT LEMBAYUNG", "DINAS SOSIAL")
    found = facts(text.replace("CAMAT BUKIT LEMBAYUNG", "KEPALA DINAS SOSIAL"), "leftover")

    assert [fact.fields["heads"] for fact in found] == [heads] * bool(heads)


def test_a_dinas_has_bidang() -> None:
    """The words are its own there."""
    text = steps("Menghimpun data dari masing-masing bidang", "Mengarsipkan", columns="Kadis\tStaf")

    assert facts(text.replace("KECAMATAN BUKIT LEMBAYUNG", "DINAS SOSIAL").replace("CAMAT", "KEPALA"), "leftover") == []


@pytest.mark.parametrize(
    ("columns", "count"),
    [
        ("Camat Bappeda & Litbang\tStaf", [1]),
        ("Camat\tKabid", [1]),
        ("Inspektur\tIrban", [2]),
        ("Camat\tBappeda", []),
        ("Camat\tKepala Dinas Sosial", []),
        ("Lurah\tKasi", []),
        ("Camat\tSekcam", []),
    ],
)
def test_columns_of_another_office(columns: str, count: list[int]) -> None:
    """A column that only another kind of office has; an outside office named as such is none."""
    found = fields(steps("Mencatat surat", "Membaca surat", columns=columns), "leftover", "strong")

    assert [strong for (strong,) in found] == count


# --- names of posts ---------------------------------------------------------------------------------------------------

GUIDE = """I. LATAR BELAKANG

Data dihimpun setiap triwulan.

II. MEKANISME PENGORGANISASIAN

- a. Penanggung jawab : Camat Bukit Lembayung
- b. Pengelola Data : {secretary}
- c. Penyusun : {drafter}
- d. Penyuplai Data : Para Kepala Seksi

"""


def guide(
    *, secretary: str = "Sekretaris Kecamatan", drafter: str = "Kasubag Keuangan dan Pelaporan", more: str = ""
) -> str:
    """Return a guide with a list of who is in charge, above the form."""
    return GUIDE.format(secretary=secretary, drafter=drafter) + more + steps("Mencatat surat", "Membaca surat")


@pytest.mark.parametrize(
    ("other", "issues"),
    [
        ("Kasubag Keuangan dan Laporan", ["two-names"]),
        ("Kasubbag Keuangan Laporan", ["two-names"]),
        ("Kasubbag Keuangan, Pelaporan", []),
        ("KASUBAG KEUANGAN DAN PELAPORAN", []),
        ("Kasubag Umum dan Pelaporan", []),
        ("Kasubag Keuangan", []),
        ("Kasubag Perencanaan, Keuangan dan Pelaporan", []),
        ("Kasi Keuangan dan Laporan", []),
    ],
)
def test_two_names_of_one_post(other: str, issues: list[str]) -> None:
    """One word of the same stem differs; short forms and other posts do not count."""
    text = guide(more=f"- e. Pengarsip : {other}\n\n")

    assert [issue for (issue,) in fields(text, "role_name", "issue")] == issues


@pytest.mark.parametrize(
    ("columns", "issues"),
    [
        ("Camat\tStaf", []),
        ("Sekcam\tKasi", []),
        ("Sekretaris\tKasi/Kasubag", []),
        ("Camat\tPetugas", []),
        ("Camat\tJF", ["abbreviation"]),
        ("Camat\tKasi/JF", []),
        ("Camat\tKabid", ["unlisted"]),
    ],
)
def test_columns_that_the_list_does_not_know(columns: str, issues: list[str]) -> None:
    """Short forms are known, staff and helpers need not be in the list."""
    text = guide(secretary="Sekertaris Kecamatan").replace("Camat\tStaf", columns)

    assert [issue for (issue,) in fields(text, "role_name", "issue")] == issues


def test_an_abbreviation_may_be_explained() -> None:
    """JF is known where the text speaks of jabatan fungsional."""
    text = guide(more="III. PENGERTIAN\n\nJF adalah pejabat fungsional.\n\n").replace("Camat\tStaf", "Camat\tJF")

    assert facts(text, "role_name") == []


def test_without_a_list_no_column_is_missed() -> None:
    """Two lines are no list."""
    assert facts(steps("Mencatat surat", columns="Camat\tJF"), "role_name") == []


# --- regions ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("Peraturan Bupati Sumbawa Nomor 80 Tahun 2020 tentang Kecamatan", "cited"),
        ("Peraturan Daerah Kota Mataram Nomor 5 Tahun 2019 tentang Kecamatan", "cited"),
        ("Peraturan Bupati Seruni Nomor 80 Tahun 2020 tentang Kecamatan", "own"),
        ("Memahami Renja Kabupaten Sumbawa", "different"),
        ("Pegawai di lingkungan Pemerintah Kabupaten Sumbawa", "different"),
        ("Kerja sama dengan Kabupaten Sumbawa", "other"),
        ("Undangan Bupati Sumbawa", "other"),
    ],
)
def test_other_regions(words: str, relation: str) -> None:
    """Regulations and plans of another regency are left over; it may be named as a partner."""
    found = facts(IDENTITY + f"\nDasar Hukum\n1. {words}\n" + WARNING + STEPS, "region_mention")

    assert relation in [fact.fields["relation"] for fact in found]
    assert {fact.fields["relation"] for fact in found} <= {relation, "own"}


@pytest.mark.parametrize("label", ["Tanggal Efektive", "Tanggal Efektiv", "Tanggal Aktif", "Tgl. Efektif"])
def test_labels_of_the_effective_date(label: str) -> None:
    """English spellings and Aktif say the same."""
    identity = read_one(IDENTITY.replace("Tanggal Efektif", label)).identity

    assert identity is not None
    assert identity.effective is not None


def test_a_dash_may_have_a_comma() -> None:
    """In running text the next label follows after it."""
    identity = read_one(IDENTITY.replace("Revisi : -", "Revisi : -,")).identity

    assert identity is not None
    assert {item.name: item.state for item in identity.fields}["revised"] == "dash"
