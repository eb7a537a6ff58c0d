"""What rules may ask: facts that are read off an SOP or derived from it."""

from __future__ import annotations

import datetime as dt

import pytest

from engine.facts import sop_facts
from schemas.facts import FACT_KINDS, Fact
from schemas.report import Confidence
from tests.sop_texts import HEADING, IDENTITY, NIP, STEPS, facts_of, read_one, with_fields

COVER = "STANDAR OPERASIONAL PROSEDUR\n{}\n\n"
WARNING = "\nPeringatan\nBila terlambat\n\n"
FORM = IDENTITY + WARNING
SIGNED = "\nCAMAT BUKIT LEMBAYUNG,\n\nHANGGA WIRASTA\nNIP. {}\n"


def row(no: str, act: str, **cells: str) -> str:
    """Return a row of the step table."""
    parts = {"camat": "", "staf": "X", "needs": "Surat", "time": "5 menit", "output": "Catatan"} | cells
    return "\t".join([no, act, *parts.values(), ""]) + "\n"


def table(*rows: str) -> str:
    """Return a form with a step table."""
    return FORM + HEADING + "".join(rows)


def legal(*items: str) -> str:
    """Return an identity block and a list of legal bases."""
    listed = "".join(f"{n}. {item}\n" for n, item in enumerate(items, 1))
    return f"{IDENTITY}\nDasar Hukum\n{listed}\nPeringatan\nBila terlambat\n"


def some(fact: Fact, *names: str) -> tuple[object, ...]:
    """Return some fields of a fact."""
    return tuple(fact.fields[name] for name in names)


def lines(fact: Fact) -> list[int | None]:
    """Return the lines of the evidence."""
    return [place.line for place in fact.evidence]


def test_facts_have_ids_by_kind_and_are_total() -> None:
    """Each fact has every field and word of its kind, and an id that counts within it."""
    facts = sop_facts(read_one(FORM + STEPS + SIGNED.format(NIP)), as_of=dt.date(2026, 1, 15))

    for fact in facts:
        assert fact.fields.keys() == FACT_KINDS[fact.kind].fields.keys()
        assert fact.words.keys() == FACT_KINDS[fact.kind].words.keys()
    assert [fact.id for fact in facts if fact.kind == "step"] == ["step-0001", "step-0002"]
    assert len({fact.id for fact in facts}) == len(facts)


@pytest.mark.parametrize("as_of", [dt.date(2020, 1, 1), dt.date(2030, 1, 1)])
def test_only_the_age_depends_on_the_day_of_the_audit(as_of: dt.date) -> None:
    """The same text gives the same facts, how old it is aside."""
    sop = read_one(FORM + STEPS)

    def dated(day: dt.date) -> list[Fact]:
        return [fact for fact in sop_facts(sop, as_of=day) if fact.kind != "age"]

    assert dated(as_of) == dated(dt.date(2026, 1, 15))


# the document -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(FORM + STEPS, (True, "read", "filled", True, False, True), id="approver"),
        pytest.param(FORM + STEPS + SIGNED.format(NIP), (True, "read", "filled", True, True, True), id="both"),
        pytest.param(
            with_fields(oleh="") + WARNING + STEPS + SIGNED.format(NIP),
            (True, "read", "empty", False, True, True),
            id="signature",
        ),
        pytest.param(with_fields(oleh="") + WARNING, (True, "absent", "empty", False, False, False), id="nobody"),
        pytest.param(COVER.format("PELAYANAN") + STEPS, (False, "read", "absent", False, False, False), id="no-block"),
    ],
)
def test_the_document_says_who_stands_for_it(text: str, expected: tuple[object, ...]) -> None:
    """Block, step table, and who approves or signs."""
    (fact,) = facts_of(text, "document")

    assert (
        some(fact, "has_identity", "steps", "approver_field", "has_approver", "has_signature", "has_officer")
        == expected
    )


def test_the_whole_is_as_long_as_the_text() -> None:
    """The range of lines is the place of what was not found."""
    (fact,) = facts_of(FORM + STEPS, "whole")

    assert (fact.fields["lines"], fact.fields["cut"], fact.fields["open_end"]) == (16, False, False)
    assert (fact.words["where"], fact.words["where_en"]) == ("baris 1-16", "lines 1-16")
    assert fact.evidence[0].note == "dicari pada baris 1-16"


@pytest.mark.parametrize(
    ("left_out", "expected"),
    [
        ([], ("both", "both")),
        (["Tanggal Efektif"], ("only-approved", "only-approved")),
        (["Tanggal Pengesahan"], ("only-effective", "only-effective")),
        (["Tanggal Pengesahan", "Tanggal Efektif"], ("neither", "neither")),
    ],
)
def test_fields_say_which_of_the_two_dates_has_a_label(left_out: list[str], expected: tuple[str, str]) -> None:
    """Forms print one date or both."""
    text = "".join(f"{line}\n" for line in FORM.splitlines() if not line.startswith(tuple(left_out or ["~"])))

    facts = {fact.fields["name"]: fact for fact in facts_of(text, "field")}

    assert (facts["approved"].fields["dates"], facts["effective"].fields["dates"]) == expected
    assert facts["number"].fields["dates"] == "both"
    assert len(facts) == 7


def test_an_absent_field_quotes_the_block() -> None:
    """Where nothing stands, the evidence says where one looked."""
    facts = {
        fact.fields["name"]: fact
        for fact in facts_of(FORM.replace("Nama SOP : PELAYANAN SURAT PENGANTAR\n", ""), "field")
    }

    fact = facts["title"]
    assert (fact.fields["state"], fact.words["label"]) == ("absent", "Nama SOP")
    assert (fact.evidence[0].line, fact.evidence[0].note) == (3, "dicari pada blok identitas, baris 3-8")


def test_dates_have_an_order_and_a_day() -> None:
    """Only dates with a value are facts; ambiguous ones are of medium confidence."""
    text = with_fields(pembuatan="31 Februari 2024", pengesahan="", efektif="05/06/2024") + WARNING

    facts = facts_of(text, "date")

    assert [some(fact, "field", "rank", "state", "iso", "ambiguous") for fact in facts] == [
        ("created", 1, "invalid", None, False),
        ("effective", 3, "valid", "2024-06-05", True),
    ]
    assert [(fact.words["printed"], fact.words["day"], fact.confidence.value) for fact in facts] == [
        ("31 Februari 2024", "31 Februari 2024", "high"),
        ("05/06/2024", "5 Juni 2024", "medium"),
    ]


# titles -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cover", "same", "similarity"),
    [
        ("PELAYANAN SURAT PENGANTAR", True, 100),
        ("Pelayanan Surat Pengantar Kecamatan Bukit Lembayung", True, 100),
        ("PELAYANAN SURAT", True, 80),
        ("PELAYANAN SURAT PENGANTER", True, 100),
        ("PELAYANAN SURAT PENGANTAR NIKAH", True, 86),
        ("PELAYANAN TAMU", False, 40),
        ("PENERIMAAN TAMU", False, 0),
    ],
)
def test_titles_are_the_same_when_one_only_says_more(cover: str, same: bool, similarity: int) -> None:
    """Typing errors and the name of the office aside."""
    (fact,) = facts_of(COVER.format(cover) + FORM, "title_pair")

    assert fact.fields == {"same": same, "similarity": similarity}
    assert fact.words == {
        "a": cover,
        "b": "PELAYANAN SURAT PENGANTAR",
        "a_place": "halaman judul",
        "b_place": "blok identitas",
    }
    assert lines(fact) == [2, 12]


def test_three_titles_are_three_pairs() -> None:
    """Cover, block and the line over the step table."""
    facts = facts_of(COVER.format("PELAYANAN SURAT") + FORM + "SOP PENERIMAAN TAMU\n" + STEPS, "title_pair")

    assert [(fact.words["a_place"], fact.words["b_place"], fact.fields["same"]) for fact in facts] == [
        ("halaman judul", "blok identitas", True),
        ("halaman judul", "judul tabel prosedur", False),
        ("blok identitas", "judul tabel prosedur", False),
    ]


# people -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nip", "state", "length", "age", "late", "over"),
    [
        ("19800319 200501 1 002", "ok", 18, 24, False, 0),
        ("19800319 200501 1 02", "length", 17, None, False, None),
        ("19801319 200501 1 002", "birth", 18, None, False, None),
        ("19800319 200501 3 002", "sex", 18, None, False, None),
        ("l98O0319 200501 1 002", "unreadable", 0, None, False, None),
        ("19800319 202501 1 002", "ok", 18, 44, True, 0),
        ("20100319 202001 1 002", "ok", 18, 9, False, 0),
        ("19650801 198503 1 002", "ok", 18, 19, False, 4),
    ],
)
def test_a_number_is_judged_digit_by_digit(
    nip: str,
    state: str,
    length: int,
    age: int | None,
    late: bool,
    over: int | None,
) -> None:
    """Form, age at appointment, and months beyond the pension age on the day of approval (9 January 2024)."""
    (fact,) = facts_of(FORM + STEPS + SIGNED.format(nip), "nip")

    assert some(fact, "source", "state", "length", "age_appointed", "appointed_late", "months_over_pension") == (
        "signature",
        state,
        length,
        age,
        late,
        over,
    )
    assert (fact.words["printed"], fact.words["name"]) == (nip, "HANGGA WIRASTA")
    assert fact.confidence.value == ("low" if state == "unreadable" else "high")


@pytest.mark.parametrize(("office", "over"), [("CAMAT BUKIT LEMBAYUNG", 4), ("KEPALA DINAS KESEHATAN", 0)])
def test_the_pension_age_depends_on_the_office(office: str, over: int) -> None:
    """A high office ends at 60, others at 58."""
    text = FORM + STEPS + SIGNED.format("19650801 198503 1 002").replace("CAMAT BUKIT LEMBAYUNG", office)

    (fact,) = facts_of(text, "nip")

    assert fact.fields["months_over_pension"] == over


def approved_by(name: str, nip: str) -> str:
    """Return a form whose approver has a name and a number."""
    block = f"CAMAT BUKIT LEMBAYUNG\n{name}\nNIP. {nip}\n"
    return IDENTITY.replace("CAMAT BUKIT LEMBAYUNG\n", block) + WARNING + STEPS


@pytest.mark.parametrize(
    ("office", "name", "nip", "expected"),
    [
        ("KEPALA KANTOR", "Hangga Wirasta, S.E.", NIP.replace(" ", ""), ("same", "different", "same", 0)),
        ("Plt. CAMAT BUKIT LEMBAYUNG", "HANGGA WIRASTO", NIP, ("similar", "acting", "same", 0)),
        ("CAMAT BUKIT LEMBAYUNG", "HANGGA WIRASTA", "19800319 200501 1 003", ("same", "same", "different", 1)),
        ("SEKRETARIS CAMAT", "RATIH KUMALA", "19850412 201001 2 003", ("different", "different", "different", 7)),
        ("CAMAT BUKIT LEMBAYUNG", "HANGGA WIRASTA", "l98O0319 200501 1 003", ("same", "same", "unknown", 1)),
    ],
)
def test_two_places_that_name_an_official_are_compared(
    office: str, name: str, nip: str, expected: tuple[object, ...]
) -> None:
    """Name, office and number, each for itself; a number with letters can only confirm."""
    (fact,) = facts_of(approved_by("HANGGA WIRASTA", NIP) + f"\n{office},\n\n{name}\nNIP. {nip}\n", "person_pair")

    assert some(fact, "name", "office", "nip", "nip_distance") == expected
    assert fact.fields["approver_and_signatory"] is True


def test_differing_digits_are_marked() -> None:
    """The message shows where two numbers differ."""
    text = approved_by("HANGGA WIRASTA", NIP) + SIGNED.format("19800319 200501 1 003")

    (fact,) = facts_of(text, "person_pair")

    assert fact.fields["nip_distance"] == 1
    assert (fact.words["a_marked"], fact.words["b_marked"]) == ("19800319200501100[2]", "19800319200501100[3]")
    assert {10, 23} <= set(lines(fact)) <= {8, 9, 10, 20, 22, 23}


def test_an_official_who_stands_the_same_way_twice_is_a_pair_that_agrees() -> None:
    """Degrees, case and spacing aside, nothing differs: the rules can say that they looked and found no defect."""
    text = approved_by("HANGGA WIRASTA, S.E.", NIP) + SIGNED.format(NIP.replace(" ", ""))

    (fact,) = facts_of(text, "person_pair")

    assert (fact.fields["name"], fact.fields["nip"]) == ("same", "same")
    assert len(facts_of(text, "official")) == 2


def test_officials_say_what_is_printed_of_them() -> None:
    """An office that another block names in full is named elsewhere; an elected head has no number."""
    facts = facts_of(FORM + STEPS + SIGNED.format(NIP) + "\nBUPATI SERUNI,\n\nRATIH KUMALA\n", "official")

    names = ("source", "has_position", "has_name", "has_nip", "elected", "named_elsewhere")
    assert [some(fact, *names) for fact in facts] == [
        ("identity", True, False, False, False, True),
        ("signature", True, True, True, False, False),
        ("signature", True, True, False, True, False),
    ]


# legal bases --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "identified", "missing", "name"),
    [
        ("Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah", True, "", "UU 23/2014"),
        ("Undang-Undang Dasar 1945", True, "", "UUD 1945"),
        ("PP Nomor 17 Tahun 2018", True, "judul", "PP 17/2018"),
        ("Peraturan Bupati Nomor 5 Tahun 2020 tentang Tata Naskah", True, "nama daerah", "Perbup 5/2020"),
        (
            "Peraturan Daerah tentang Kecamatan",
            False,
            "nomor, tahun dan nama daerah",
            "Peraturan Daerah tentang Kecamatan",
        ),
    ],
)
def test_a_citation_says_what_it_lacks(item: str, identified: bool, missing: str, name: str) -> None:
    """Type, number, year, title, and the region of a local regulation."""
    (fact,) = facts_of(legal(item), "citation")

    assert fact.fields["identified"] is identified
    assert (fact.words["missing"], fact.words["name"], fact.words["text"]) == (missing, name, item)
    assert fact.fields["has_region"] is ("nama daerah" not in missing)


def test_citations_are_numbered_and_know_the_next() -> None:
    """Two prints of one regulation have one key."""
    first, second = facts_of(legal("PP Nomor 17 Tahun 2018", "Peraturan Pemerintah No. 17 Tahun 2018"), "citation")

    assert first.fields["key"] == second.fields["key"] == "pp-17-2018"
    assert (first.fields["position"], second.fields["position"]) == (1, 2)
    assert (first.words["next"], second.words["next"]) == ("Peraturan Pemerintah No. 17 Tahun 2018", "")


def test_the_lists_of_guide_and_form_are_compared() -> None:
    """What only one of them cites is named by its short name."""
    guide = (
        COVER.format("PELAYANAN SURAT") + "I. Latar Belakang\nPerlu.\n\nII. Dasar Hukum\na. UU Nomor 23 Tahun 2014\n"
    )
    guide += "b. PP Nomor 17 Tahun 2018\n\nIII. Penutup\nSekian.\n\n"

    (fact,) = facts_of(guide + legal("UU Nomor 23 Tahun 2014", "Perpres Nomor 29 Tahun 2014"), "legal_lists")

    assert fact.fields == {"only_form": 1, "only_narrative": 1, "comparable": True}
    assert fact.words == {"only_form": "Perpres 29/2014", "only_narrative": "PP 17/2018"}


def test_one_list_is_not_compared() -> None:
    """A form without a guide has nothing to differ from."""
    assert facts_of(legal("UU Nomor 23 Tahun 2014"), "legal_lists") == []


# sections -----------------------------------------------------------------------------------------------------


def test_sections_of_a_form_are_six() -> None:
    """Those that are not there are absent, and the evidence says where one looked."""
    facts = facts_of(FORM, "section")

    assert [some(fact, "name", "state") for fact in facts] == [
        ("legal_basis", "absent"),
        ("qualifications", "absent"),
        ("related", "absent"),
        ("equipment", "absent"),
        ("warnings", "filled"),
        ("records", "absent"),
    ]
    assert facts[0].evidence[0].note == "dicari pada baris 1-12"
    assert lines(facts[4]) == [11]


def test_without_a_block_there_are_no_sections_to_miss() -> None:
    """A guide alone is no form."""
    assert facts_of(COVER.format("PELAYANAN") + STEPS, "section") == []


def test_entries_know_the_numbers_that_are_missing_before_them() -> None:
    """The count begins with the first number printed."""
    text = IDENTITY + "\nPeralatan\n2. Meja\n3. Kursi\n6. LAMPU  meja!\nPeringatan\nBila terlambat\n"

    facts = [fact for fact in facts_of(text, "entry") if fact.fields["section"] == "equipment"]

    assert [some(fact, "position", "number", "missing_before", "key") for fact in facts] == [
        (1, 2, 0, "meja"),
        (2, 3, 0, "kursi"),
        (3, 6, 2, "lampu meja"),
    ]
    assert facts[2].words["missing"] == "4 dan 5"


def test_sops_that_steps_refer_to_are_listed_or_not() -> None:
    """Keterkaitan lists an SOP; this SOP itself need not be listed."""
    text = IDENTITY + "\nKeterkaitan\n1. SOP Surat Masuk\n" + WARNING + HEADING
    text += row("1", "Menjalankan SOP Surat Masuk") + row("2", "Menjalankan SOP Surat Keluar")
    text += row("3", "Menjalankan SOP ini") + row("4", "Menjalankan SOP Pelayanan Surat Pengantar")

    facts = facts_of(text, "sop_reference")

    assert [(fact.words["name"], fact.words["step"], fact.fields["listed"]) for fact in facts] == [
        ("SOP Surat Masuk", "1", True),
        ("SOP Surat Keluar", "2", False),
        ("SOP Pelayanan Surat Pengantar", "4", True),
    ]


# steps --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numbers", "expected", "missing"),
    [
        (["1", "2", "3"], ["ok", "ok", "ok"], ["", "", ""]),
        (["1", "3", "4"], ["ok", "gap", "ok"], ["", "2", ""]),
        (["1", "5"], ["ok", "gap"], ["", "2, 3 dan 4"]),
        (["3", "4"], ["gap", "ok"], ["1 dan 2", ""]),
        (["1", "2", "2"], ["ok", "ok", "repeat"], ["", "", ""]),
        (["9", "1", "11"], ["gap", "doubtful", "ok"], ["1, 2, 3, 4, 5, 6, 7 dan 8", "", ""]),
        (["a.", "b."], ["none", "none"], ["", ""]),
    ],
)
def test_step_numbers_are_judged_in_order(numbers: list[str], expected: list[str], missing: list[str]) -> None:
    """Gaps and repetitions are told; a digit that got lost is doubtful."""
    facts = facts_of(table(*(row(no, f"Menyimpan {no}x") for no in numbers)), "step")

    assert [fact.fields["numbering"] for fact in facts] == expected
    assert [fact.words["missing"] for fact in facts] == missing
    assert [fact.fields["position"] for fact in facts] == list(range(1, len(numbers) + 1))


def test_cells_of_a_step_are_present_or_missing() -> None:
    """Time, output, requirements and mark, each for itself; a text may end in the middle."""
    first, second, third = facts_of(
        table(
            row("1", "Mengirim surat dan"),
            row("2", "Membaca", staf="", needs="", time="", output=""),
            row("3", "Menyimpan surat", time="", output=""),
        ),
        "step",
    )

    names = ("text", "time", "output", "requirements", "mark")
    assert some(first, *names) == ("cut", "present", "present", "present", "marked")
    assert some(second, *names) == ("ok", "missing", "missing", "missing", "unmarked")
    assert some(third, *names) == ("ok", "missing", "missing", "present", "marked")
    assert lines(third) == [17]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([row("1", "Satu"), row("2", "Dua")], ("all", "all", "all", "all")),
        ([row("1", "Satu"), row("2", "Dua", time="")], ("all", "some", "all", "all")),
        ([row("1", "Satu", output="-"), row("2", "Dua", output="-")], ("all", "all", "none", "all")),
        ([row("1", "Satu"), row("2", "Dua", staf="")], ("some", "all", "all", "all")),
        ([row("1", "Satu", staf=""), row("2", "Dua", staf="")], ("none", "all", "all", "all")),
        (
            [row("1", "Satu", staf="Mulai"), row("2", "Dua", staf=""), row("3", "Tiga", staf="Selesai")],
            ("start-end", "all", "all", "all"),
        ),
    ],
)
def test_the_table_says_how_many_steps_have_what(rows: list[str], expected: tuple[str, ...]) -> None:
    """All, some or none."""
    (fact,) = facts_of(table(*rows), "step_table")

    assert some(fact, "marks", "times", "outputs", "requirements") == expected
    assert some(fact, "steps", "actors") == (len(rows), 2)


def test_a_column_that_is_not_there_is_not_missing_in_each_step() -> None:
    """No column, no empty cells."""
    text = FORM + "No\tKegiatan\tCamat\tStaf\tOutput\n1\tMencatat\tX\t\tCatatan\n"

    (step,), (whole,) = facts_of(text, "step"), facts_of(text, "step_table")

    assert some(step, "time", "output", "requirements") == ("no-column", "present", "no-column")
    assert some(whole, "times", "outputs", "requirements") == ("no-column", "all", "no-column")


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Mencatat surat masuk", "mencatat  SURAT masuk.", "exact"),
        ("Menyimpan berkas kantor", "Menyinpan berkas kantor", "typo"),
        ("Draft surat", "Draf surat", "exact"),
        ("Mencatat surat masuk", "Mencatat sirat masuk", None),
        ("Menilai tahap II", "Menilai tahap III", None),
        ("Menilai laporan 1", "Menilai laporan 2", None),
        ("Mencatat surat masuk", "Mencatat surat keluar", None),
        ("Menerima laporan", "Menerima laporan lengkap", None),
    ],
)
def test_two_steps_that_name_one_act_are_a_pair(first: str, second: str, kind: str | None) -> None:
    """Case, spacing and one wrong letter aside; numbers and other words make another act."""
    facts = facts_of(table(row("1", first), row("2", second)), "step_pair")

    assert [fact.fields["kind"] for fact in facts] == ([kind] if kind else [])
    assert [(fact.words["a_no"], fact.words["b_no"], lines(fact)) for fact in facts] == (
        [("1", "2", [16, 15])] if kind else []
    )


@pytest.mark.parametrize(
    ("cells", "same"),
    [({}, True), ({"camat": "X", "staf": ""}, False), ({"staf": ""}, True), ({"camat": "X"}, True)],
)
def test_a_pair_has_the_same_actor_or_another(cells: dict[str, str], same: bool) -> None:
    """Where a step has no mark, nothing says that the actors differ."""
    (fact,) = facts_of(table(row("1", "Mencatat surat"), row("2", "Mencatat surat", **cells)), "step_pair")

    assert fact.fields["same_actor"] is same


def test_the_second_page_of_a_table_says_what_it_lacks() -> None:
    """Each stretch has its columns and its heading."""
    second = "No\tKegiatan\tCamat\tStaf\tKelengkapan\tWaktu\tOutput\n2\tMembaca\t\tX\tSurat\t5 menit\tCatatan\n"

    facts = facts_of(table(row("1", "Mencatat")) + "\n" + second, "table_part")

    assert [fact.fields for fact in facts] == [
        {"position": 1, "has_heading": True, "columns_differ": False, "numbered": True},
        {"position": 2, "has_heading": True, "columns_differ": True, "numbered": True},
    ]
    assert [fact.words["columns"] for fact in facts] == ["8", "7"]


def test_forms_say_whether_they_are_filled_in() -> None:
    """An empty performance table has no rows."""
    empty = "\nIV. Format\n\nTabel kinerja\nNo\tSasaran\tIndikator\tTarget\n1\t\t\t\n"

    (fact,) = facts_of(FORM + empty, "form")

    assert (fact.fields["performance"], fact.fields["rows"]) == (True, 0)
    assert fact.words["title"] == "Tabel kinerja"


@pytest.mark.parametrize(
    ("note", "seen"),
    [
        ("Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat BSrE.", True),
        ("Petugas menandatangani akta secara elektronik.", False),
    ],
)
def test_a_note_of_electronic_signature_is_a_trace(note: str, seen: bool) -> None:
    """The note of the whole document counts; a sentence about signing something else does not."""
    (fact,) = facts_of(IDENTITY + STEPS + f"\n\n{note}\n", "document")

    assert seen == fact.fields["signature_trace"]


@pytest.mark.parametrize(
    ("item", "stray"),
    [
        ("SOP Penyusunan Renja", True),
        ("Arahan pimpinan", False),
        ("Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan", False),
    ],
)
def test_an_sop_among_the_regulations_is_a_stray(item: str, stray: bool) -> None:
    """It belongs to Keterkaitan, whose heading was not read."""
    facts = facts_of(legal("Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik", item), "citation")

    assert facts[-1].fields["stray"] is stray


def test_a_number_printed_at_two_places_is_one_fact() -> None:
    """With both places; of high confidence as they agree."""
    signed = "\nCAMAT BUKIT LEMBAYUNG,\n\nLINTANG PERMATA\nNIP. 19500319 197501 1 002\n"
    (fact,) = facts_of(approved_by("LINTANG PERMATA", "19500319 197501 1 002") + signed, "nip")

    assert len({place.line for place in fact.evidence}) == 2
    assert fact.confidence is Confidence.HIGH


def test_what_is_computed_from_a_contested_number_is_less_sure() -> None:
    """Another place prints another number for the same officer."""
    signed = "\nCAMAT BUKIT LEMBAYUNG,\n\nLINTANG PERMATA\nNIP. 19500319 197501 1 002\n"
    facts = facts_of(approved_by("LINTANG PERMATA", "19500319 197501 1 003") + signed, "nip")

    assert [fact.confidence for fact in facts] == [Confidence.MEDIUM, Confidence.MEDIUM]


def test_a_part_without_words_in_its_first_row_shows_its_first_step() -> None:
    """Evidence has words to look for."""
    second = "\t" * 7 + "\n2\tMembaca surat\t\tX\tSurat\t5 menit\tCatatan\t\n"
    text = IDENTITY + "\n" + HEADING + row("1", "Mencatat surat") + "\n" + second
    facts = facts_of(text, "table_part")

    assert all(place.quote for fact in facts for place in fact.evidence)
