"""Who acts in the words of steps, and whether the table has a column for it."""

from __future__ import annotations

import pytest

from schemas.facts import Fact
from tests.sop_texts import IDENTITY, facts_of

COLUMNS = "No\tKegiatan\t{}\tStaf\tKelengkapan\tWaktu\tOutput\n"


def mentions(*acts: str, column: str = "Camat", unit: str = "KECAMATAN BUKIT LEMBAYUNG") -> list[Fact]:
    """Return the offices that the acts name."""
    rows = "".join(f"{n}\t{act}\t\tX\tSurat\t5 menit\tCatatan\n" for n, act in enumerate(acts, 1))
    form = IDENTITY.replace("KECAMATAN BUKIT LEMBAYUNG", unit)
    return facts_of(form + "Peringatan\nBila\n\n" + COLUMNS.format(column) + rows, "actor_mention")


@pytest.mark.parametrize(
    ("act", "actor"),
    [
        ("Camat membaca surat", "Camat"),
        ("Kasubag Umum memeriksa surat", "Kasubag"),
        ("Surat diperiksa oleh Kepala Sub Bagian Umum", "Kepala Sub Bagian"),
        ("Kasi Pelayanan mencatat", "Kasi"),
        ("Sekretaris Kecamatan membaca", "Sekretaris Kecamatan"),
        ("Kepala Kantor menandatangani", "Kepala Kantor"),
        ("Bendahara membayar", "Bendahara"),
    ],
)
def test_an_office_that_acts_is_found(act: str, actor: str) -> None:
    """The office is quoted as printed."""
    (fact,) = mentions(act)

    assert fact.words["actor"] == actor
    assert fact.words["steps"] == "1"
    assert fact.evidence[0].line == 14


@pytest.mark.parametrize(
    "act",
    [
        pytest.param("Membaca surat masuk", id="nobody"),
        pytest.param("Bupati menerima surat", id="above-the-unit"),
        pytest.param("Sekretaris Daerah menerima surat", id="regional-secretary"),
        pytest.param("Lurah menyampaikan surat", id="head-of-another-unit"),
        pytest.param("Kepala Dinas menyampaikan surat", id="head-of-an-agency"),
        pytest.param("Menunggu tanda tangan Camat", id="his-signature"),
        pytest.param("Menyiapkan surat Camat", id="his-letter"),
        pytest.param("Pencamatan wilayah", id="inside-a-word"),
    ],
)
def test_an_office_that_does_not_act_here_is_no_mention(act: str) -> None:
    """Offices outside the unit receive, and papers of an office do not act."""
    assert mentions(act) == []


@pytest.mark.parametrize(
    ("unit", "act", "found"),
    [
        ("KECAMATAN BUKIT LEMBAYUNG", "Camat membaca", True),
        ("DINAS KESEHATAN", "Camat membaca", False),
        ("DINAS KESEHATAN", "Kepala Dinas membaca", True),
        ("INSPEKTORAT DAERAH", "Inspektur membaca", True),
        ("KECAMATAN BUKIT LEMBAYUNG", "Inspektur membaca", False),
    ],
)
def test_the_head_of_a_unit_acts_in_its_own_unit_only(unit: str, act: str, found: bool) -> None:
    """Heads of other kinds of units are outside."""
    assert bool(mentions(act, unit=unit)) is found


@pytest.mark.parametrize(
    ("column", "act", "known"),
    [
        ("Camat", "Camat membaca", True),
        ("Camat", "Kasubag Umum membaca", False),
        ("Kasubbag Umum", "Kepala Sub Bagian Umum membaca", True),
        ("Sekretaris", "Sekretaris Kecamatan membaca", True),
        ("Sekcam", "Sekretaris membaca", True),
        ("Sekcam", "Sekretaris Kecamatan membaca", True),
        ("Camat", "Kepala Kantor membaca", False),
        ("Bendahra", "Bendahara membayar", True),
        ("Bndahra", "Bendahara membayar", False),
    ],
)
def test_an_office_is_known_by_its_column(column: str, act: str, known: bool) -> None:
    """Short and long forms, and a typing error, name one office."""
    (fact,) = mentions(act, column=column)

    assert fact.fields == {"in_columns": known, "acts": True}
    assert fact.words["columns"] == f"{column}, Staf"


def test_steps_of_one_office_are_named_together() -> None:
    """One fact for each office, with a place for each step."""
    facts = mentions("Kasubag membaca", "Camat membaca", "Kasubbag mencatat", "Kepala Kantor membaca")

    assert [(fact.words["actor"], fact.words["steps"]) for fact in facts] == [
        ("Kasubag", "1 dan 3"),
        ("Camat", "2"),
        ("Kepala Kantor", "4"),
    ]
    assert [place.line for place in facts[0].evidence] == [14, 16]


def test_a_table_without_actor_columns_has_no_actors_to_miss() -> None:
    """Nothing can be missing where nothing is listed."""
    text = "No\tKegiatan\tKelengkapan\tWaktu\tOutput\n1\tCamat membaca surat\tSurat\t5 menit\tCatatan\n"

    assert facts_of(IDENTITY + "Peringatan\nBila\n\n" + text, "actor_mention") == []


@pytest.mark.parametrize(
    ("act", "acts"),
    [
        ("Kasubag Umum memeriksa surat", True),
        ("Surat diperiksa oleh Kasubag Umum", True),
        ("Setelah lengkap Kasubag Umum memeriksa surat", True),
        ("Menyampaikan surat kepada Kasubag Umum", False),
        ("Laporan Kasubag tentang surat", False),
        ("Rapat dengan Kasubag Umum", False),
    ],
)
def test_one_who_receives_or_is_only_named_does_not_act(act: str, acts: bool) -> None:
    """The subject of a step, and who does it, act."""
    (fact,) = mentions(act)

    assert fact.fields == {"in_columns": False, "acts": acts}


def test_one_step_that_an_office_does_is_enough() -> None:
    """It receives in one step and signs in another."""
    (fact,) = mentions("Menyampaikan surat kepada Kepala Kantor", "Penandatanganan surat oleh Kepala Kantor")

    assert (fact.fields["acts"], fact.words["steps"]) == (True, "1 dan 2")


def test_officers_of_other_kinds_of_units_are_recipients() -> None:
    """The treasurer of a kecamatan does not act in a badan."""
    assert mentions("Menyerahkan surat kepada Bendahara Penerimaan Kecamatan", unit="BADAN PAJAK SERUNI") == []
    assert mentions("Menyerahkan surat kepada Bendahara Penerimaan", unit="BADAN PAJAK SERUNI")


def test_a_step_that_begins_with_an_actor_without_a_column_is_told_once() -> None:
    """As an actor without a column, not also as a sentence with its subject."""
    cells = "\t\tX\tSurat\t5 menit\tCatatan\n"
    rows = f"1\tKasubag memeriksa surat{cells}2\tCamat membaca surat{cells}"
    text = IDENTITY + "Peringatan\nBila\n\n" + COLUMNS.format("Camat") + rows
    (wording,) = facts_of(text, "step_wording")

    assert (wording.fields["sort"], wording.words["numbers"]) == ("subject", "2")
