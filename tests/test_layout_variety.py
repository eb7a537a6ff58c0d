"""Layouts and wordings that real forms came in: what is right there must stay right."""

from __future__ import annotations

import datetime as dt

import pytest

from extraction import sop
from extraction.citations import link_splits, parse_citation, without_group_lines
from extraction.same_person import same_name, same_office
from schemas.blocks import Piece
from tests.sop_texts import HEADING, IDENTITY, LETTERHEAD, NIP, STEPS, facts_of, read, read_one, texts, value

SIX = {
    "Dasar Hukum": "1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "Kualifikasi Pelaksana": "1. Memahami pelayanan",
    "Keterkaitan": "1. SOP Surat Keluar",
    "Peralatan/Perlengkapan": "1. Komputer",
    "Peringatan": "1. Bila terlambat, layanan terhambat",
    "Pencatatan dan Pendataan": "1. Buku agenda",
}


def states(text: str) -> dict[str, str]:
    return {read.name: read.state for read in read_one(text).section_reads}


@pytest.mark.parametrize("form", ["{n}. {head}", "{letter}. {head}", "{letter}. {upper}", "{head} :", "**{head}**"])
def test_section_headings_may_be_numbered(form):
    """A number or letter before the heading makes it no item of the section before."""
    body = "".join(
        form.format(n=n, letter="ABCDEF"[n - 1], head=head, upper=head.upper()) + f"\n{item}\n\n"
        for n, (head, item) in enumerate(SIX.items(), 1)
    )

    assert {"filled"} == set(states(IDENTITY + "\n" + body + STEPS).values())


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Tanggal Pembutan", "created"),
        ("Tgl. Pengesahaan", "approved"),
        ("Nornor SOP", "number"),
        ("Nomor", "number"),
        ("Judul", "title"),
        ("Disahkan 0leh", "approver"),
        ("Tanggal Berlaku", "effective"),
    ],
)
def test_labels_with_misprints_and_bare_labels_are_labels(label, field):
    """A slip in a label does not make its field absent."""
    names = {
        "created": "Tanggal Pembuatan",
        "approved": "Tanggal Pengesahan",
        "number": "Nomor SOP",
        "title": "Nama SOP",
        "approver": "Disahkan Oleh",
        "effective": "Tanggal Efektif",
    }
    text = IDENTITY.replace(names[field] + " :", label + " :")

    assert (
        "filled" == {item.name: item.state for item in read_one(text + "\nPeringatan\nBila\n").identity.fields}[field]
    )


def test_a_block_printed_again_on_the_next_page_is_no_second_sop():
    """The same number and title mean the same SOP."""
    assert 1 == len(read(IDENTITY + "\nPeringatan\nBila terlambat\n\n" + IDENTITY + "\n" + STEPS).sops)


def test_a_regulation_that_names_the_labels_is_no_sop():
    """`memuat Nomor SOP, Tanggal Pembuatan, ...` is a sentence."""
    text = (
        "PERATURAN BUPATI SERUNI\nNOMOR 3 TAHUN 2024\nTENTANG PEDOMAN PENYUSUNAN SOP\n\n"
        "Menimbang : bahwa perlu pedoman;\n\n"
        "Pasal 2\nIdentitas memuat Nomor SOP, Tanggal Pembuatan, Tanggal Revisi, "
        "Tanggal Efektif, Disahkan Oleh, Nama SOP.\n"
    )

    assert "unknown" == read(text).kind


def test_labels_stacked_in_one_cell_take_the_values_stacked_beside_them():
    """Each label takes the value at its own height."""
    labels = "Nomor SOP<br>Tanggal Pembuatan<br>Tanggal Revisi<br>Tanggal Efektif"
    values = "065/12/BL/2024<br>2 Januari 2024<br>-<br>15 Januari 2024"
    rows = f"| {labels} | {values} |\n|---|---|\n| Disahkan Oleh | CAMAT BUKIT LEMBAYUNG |\n| Nama SOP | PELAYANAN |\n"
    text = f"{LETTERHEAD}\n{rows}"

    identity = read_one(text).identity

    assert ("065/12/BL/2024", dt.date(2024, 1, 2), dt.date(2024, 1, 15)) == tuple(
        value(part) for part in (identity.number, identity.created, identity.effective)
    )
    assert identity.revised is None


def test_a_label_repeated_for_each_row_of_a_merged_cell_is_one_label():
    """Office, name and number of the approver stand in three rows with the same label."""
    rows = ["Nomor SOP | 1/2024", "Tanggal Pembuatan | 2 Januari 2024", "Disahkan Oleh | CAMAT BUKIT LEMBAYUNG"]
    rows += ["Disahkan Oleh | HANGGA WIRASTA, S.STP.", f"Disahkan Oleh | NIP. {NIP}", "Nama SOP | PELAYANAN"]

    approver = read_one(LETTERHEAD + "\n" + "".join(f"| {row} |\n" for row in rows)).identity.approver

    assert ("HANGGA WIRASTA, S.STP.", NIP.replace(" ", "")) == (value(approver.name), value(approver.nip))


def test_a_colon_in_the_cell_of_the_value_is_not_part_of_it():
    """`| Nomor SOP | : 065/12 |`."""
    rows = ["Nomor SOP | : 065/12/BL/2024", "Tanggal Pembuatan | : 2 Januari 2024", "Nama SOP | : PELAYANAN"]

    identity = read_one(LETTERHEAD + "\n" + "".join(f"| {row} |\n" for row in rows)).identity

    assert ("065/12/BL/2024", "PELAYANAN") == (value(identity.number), value(identity.title))


@pytest.mark.parametrize("number", ["065/12/BL/2024", ""], ids=["filled", "empty"])
def test_the_letterhead_may_stand_to_the_right_of_the_values(number):
    """It is merged over the rows of the block, so it stands in the first of them."""
    rows = [f"Nomor SOP | {number} | PEMERINTAH KABUPATEN SERUNI<br>KECAMATAN BUKIT LEMBAYUNG"]
    rows += ["Tanggal Pembuatan | 2 Januari 2024 | ", "Tanggal Efektif | 15 Januari 2024 | ", "Nama SOP | PELAYANAN | "]

    sop = read_one("".join(f"| {row} |\n" for row in rows))

    assert (number or None, "KECAMATAN BUKIT LEMBAYUNG") == (value(sop.identity.number), value(sop.unit))


def test_a_signature_far_below_is_not_part_of_the_identity_block():
    """`Disahkan oleh:` under the steps begins a signature block."""
    signed = f"\nDisahkan oleh:\nCAMAT BUKIT LEMBAYUNG,\n\nHANGGA WIRASTA, S.STP.\nNIP. {NIP}\n"

    sop = read_one(IDENTITY + "\nPeringatan\nBila terlambat\n\n" + STEPS + signed)

    assert (2, ["HANGGA WIRASTA, S.STP."]) == (len(sop.steps), [value(one.name) for one in sop.signatures])


def test_a_number_broken_over_two_lines_is_one_number():
    """The second line has digits only and makes eighteen."""
    signed = "\nCAMAT BUKIT LEMBAYUNG,\n\nHANGGA WIRASTA, S.STP.\nNIP. 19800319\n200501 1 002\n"

    (signature,) = read_one(IDENTITY + "\nPeringatan\nBila\n\n" + STEPS + signed).signatures

    assert "198003192005011002" == value(signature.nip)


def test_offices_stand_over_a_gap_for_the_signature():
    """Two signatures side by side, with empty lines between offices and names."""
    signed = (
        "\nCAMAT BUKIT LEMBAYUNG,\tSEKRETARIS CAMAT,\n\n\n"
        f"HANGGA WIRASTA, S.STP.\tSEKAR AYUNDA, S.E.\nNIP. {NIP}\tNIP. 19850217 200801 2 003\n"
    )

    signatures = read_one(IDENTITY + "\nPeringatan\nBila\n\n" + STEPS + signed).signatures

    assert ["CAMAT BUKIT LEMBAYUNG", "SEKRETARIS CAMAT"] == [value(one.position) for one in signatures]


def test_the_place_and_date_of_a_signature_may_take_two_lines():
    """`Ditetapkan di X` / `pada tanggal Y`."""
    signed = (
        f"\nDitetapkan di Seruni\npada tanggal 9 Januari 2024\nCAMAT BUKIT LEMBAYUNG,\nHANGGA WIRASTA\nNIP. {NIP}\n"
    )

    (signature,) = read_one(IDENTITY + "\nPeringatan\nBila\n\n" + STEPS + signed).signatures

    assert ("Seruni", dt.date(2024, 1, 9)) == (value(signature.place), value(signature.date))


@pytest.mark.parametrize("between", ["\t\tPejabat Struktural\t\t\t\t\t\n", ""], ids=["group row", "two rows"])
def test_a_group_of_actors_may_take_a_row_of_the_heading(between):
    """The titles of the columns stand in the row below it."""
    table = (
        "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet\n" + between + "\t\tCamat\tStaf\tKelengkapan\tWaktu\tOutput\t\n"
        "1\tMencatat surat\t\tX\tSurat\t5 menit\tCatatan\t\n2\tMembaca surat\tX\t\tCatatan\t9 menit\tDisposisi\t\n"
    )

    sop = read_one(IDENTITY + "\nPeringatan\nBila\n\n" + table)

    assert [["Staf"], ["Camat"]] == [texts(step.actors) for step in sop.steps]
    assert [5, 9] == [value(step.duration.minutes) for step in sop.steps]


def test_each_page_keeps_its_own_actor_columns():
    """A column that only the second page has does not move the marks of the first."""
    second = "No\tKegiatan\tCamat\tSekcam\tStaf\tKelengkapan\tWaktu\tOutput\tKet\n"
    table = (
        HEADING
        + "1\tMencatat\t\tX\tSurat\t5 menit\tCatatan\t\n\n"
        + second
        + "2\tMemaraf\t\tX\t\tSurat\t5 menit\tParaf\t\n"
    )

    sop = read_one(IDENTITY + "\nPeringatan\nBila\n\n" + table)

    assert [["Staf"], ["Sekcam"]] == [texts(step.actors) for step in sop.steps]
    assert ["Camat", "Staf", "Sekcam"] == texts(sop.actors)


def test_columns_that_slipped_are_unreadable_not_empty():
    """Times in another column than their heading are no missing times."""
    rows = "".join(f"{n}\tMencatat surat {n}\t\tX\tSurat\t\t5 menit\t\n" for n in range(1, 5))

    (table,) = facts_of(IDENTITY + "\nPeringatan\nBila\n\n" + HEADING + rows, "step_table")

    assert "unreadable" == table.fields["times"]


def test_a_forgotten_time_heading_is_found_by_its_cells():
    """The column between Kelengkapan and Output holds the times."""
    heading = "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet\n\t\tCamat\tStaf\tKelengkapan\t\tOutput\t\n"
    rows = "".join(f"{n}\tMencatat surat {n}\t\tX\tSurat\t{n} menit\tCatatan\t\n" for n in range(1, 4))

    sop = read_one(IDENTITY + "\nPeringatan\nBila\n\n" + heading + rows)

    assert [1, 2, 3] == [value(step.duration.minutes) for step in sop.steps]


@pytest.mark.parametrize("marked", [1, 2, 3, 4])
def test_a_lone_mark_does_not_make_the_other_rows_defects(marked):
    """Under half of the rows marked: symbols were lost; from half on, a row without one is a finding."""
    rows = "".join(
        f"{n}\tMencatat surat {n}\t\t{'X' if n <= marked else ''}\tSurat\t5 menit\tCatatan\t\n" for n in range(1, 6)
    )

    (table,) = facts_of(IDENTITY + "\nPeringatan\nBila\n\n" + HEADING + rows, "step_table")

    assert ("some" if marked >= 3 else "few", marked) == (table.fields["marks"], table.fields["marked"])


@pytest.mark.parametrize("title", ["SOP PELAYANAN SURAT", "Prosedur Pelayanan Surat", "Alur Pelayanan Surat"])
def test_the_title_over_the_table_needs_no_word_sop(title):
    """It is the title, and no content of the section above it."""
    sop = read_one(IDENTITY + "\nPencatatan dan Pendataan\n\n" + title + "\n\n" + STEPS)

    assert "pelayanan surat" == value(sop.procedure_title).lower()
    assert () == sop.records


def test_a_list_that_begins_anew_has_lost_its_heading():
    """SOPs after the equipment, numbered from one again, are the Keterkaitan."""
    body = "Dasar Hukum\n1. UU Nomor 25 Tahun 2009 tentang Pelayanan Publik\nKualifikasi Pelaksana\n1. Teliti\n"
    body += "Peralatan/Perlengkapan\n1. Komputer\n2. Meja\n1. SOP Surat Keluar\n2. SOP Arsip\n"

    found = states(IDENTITY + "\n" + body + "Peringatan\nBila\nPencatatan dan Pendataan\nBuku\n\n" + STEPS)

    assert ("headless", "filled") == (found["related"], found["equipment"])


@pytest.mark.parametrize("heading", ["SOP Terkait", "Perlengkapan/Peralatan", "Pendataan dan Pencatatan", "Perhatian"])
def test_other_names_of_sections_are_known(heading):
    """An office's own wording is no missing section."""
    body = "".join(f"{head}\n{item}\n" for head, item in SIX.items())
    standard = {
        "SOP Terkait": "Keterkaitan",
        "Perlengkapan/Peralatan": "Peralatan/Perlengkapan",
        "Pendataan dan Pencatatan": "Pencatatan dan Pendataan",
        "Perhatian": "Peringatan",
    }

    found = states(IDENTITY + "\n" + body.replace(standard[heading] + "\n", heading + "\n") + "\n" + STEPS)

    assert {"filled"} == set(found.values())


def citation(text: str, no: str = "1."):
    return parse_citation([Piece(text=text, line=1, marker=no)], list_="form")


@pytest.mark.parametrize(
    ("head", "tail", "split"),
    [
        ("Peraturan Menteri PAN dan Reformasi", "Birokrasi Nomor 88 Tahun 2021 tentang Evaluasi", True),
        ("PP Nomor 12 Tahun 2017 tentang Pembinaan dan", "Pengawasan Pemerintahan Daerah", True),
        ("PP Nomor 12 Tahun 2017 tentang Pembinaan", "Pengawasan Pemerintahan Daerah;", True),
        ("PP Nomor 12 Tahun 2017 tentang Pembinaan;", "Pengawasan Pemerintahan Daerah;", False),
        ("PP Nomor 12 Tahun 2017 tentang Pembinaan", "PP Nomor 18 Tahun 2016 tentang Perangkat Daerah;", False),
    ],
)
def test_one_citation_in_two_items_is_told(head, tail, split):
    """The second half has no kind of regulation of its own."""
    first, second = link_splits([citation(head), citation(tail, "2.")])

    assert (("head", "tail") if split else (None, None)) == (first.split, second.split)


def test_a_line_that_heads_a_group_of_regulations_is_no_citation():
    """`1. Undang-Undang` over `a. Undang-Undang Nomor ...`."""
    items = [citation("Undang-Undang"), citation("Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik", "a.")]

    assert ["a"] == [value(one.no) for one in without_group_lines(items)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945", ("UUD", None)),
        ("Undang-UndangNomor25Tahun2009 tentang Pelayanan Publik", ("UU", "25")),
        ("Peraturan PresidenNomor 29 Tahun 2014 tentang SAKIP", ("Perpres", "29")),
    ],
)
def test_citations_of_an_article_and_words_run_together_are_read(text, expected):
    """An article before the regulation, or a lost blank, hides nothing."""
    found = citation(text)

    assert expected == (value(found.type), value(found.number))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("CAMAT BUKIT", "a.n. CAMAT BUKIT SEKRETARIS CAMAT", "different"),
        ("CAMAT BUKIT", "Plt. CAMAT BUKIT", "acting"),
    ],
)
def test_who_signs_for_another_holds_the_office_named_last(a, b, expected):
    """A secretary who signs a.n. the Camat is no second Camat."""
    assert expected == same_office(a, b)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("HANGGA", "HANGGA WIRASTA", "part"),
        ("R. HANGGA WIRASTA", "HANGGA WIRASTA", "same"),
        ("ADI", "ADI WIRASTA", "different"),
    ],
)
def test_a_name_may_be_printed_in_part(a, b, expected):
    """A word of four letters tells whose name it is; noble titles do not count."""
    assert expected == same_name(a, b)


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("Pedoman bagi unit kerja di lingkungan Kecamatan Bukit Utara.", "different"),
        ("Surat disampaikan kepada Camat Bukit Utara.", "other"),
        ("Kinerja Kecamatan Bukit Lembayungg diukur.", "near"),
        ("Surat dari Kecamatan Seruni.", "regency"),
    ],
)
def test_another_unit_counts_where_the_own_one_is_meant(words, relation):
    """A recipient is named on purpose; `di lingkungan` means the own unit."""
    facts = facts_of(IDENTITY + f"\nPeringatan\n{words}\n\n" + STEPS, "office_mention")

    assert {"own", relation} == {fact.fields["relation"] for fact in facts}


@pytest.mark.parametrize(
    "phase",
    ["{n}\t{name}\t\t\t\t\t\t\n", "\t{name}\t\t\t\t\t\t\n", "{roman}.\t{name}\t\t\t\t\t\t\n", "{name}\t\t\t\t\t\t\t\n"],
)
def test_a_row_that_names_a_phase_is_no_step(phase):
    """Numbers begin anew in each phase, and a phase has neither time nor actor."""
    first = phase.format(n="A", roman="I", name="Tahap Persiapan")
    second = phase.format(n="B", roman="II", name="Tahap Pelaksanaan")
    rows = [f"{n}\tMembaca berkas {n}{which}\tX\t\tSurat\t5 menit\tCatatan\t\n" for which in "ab" for n in (1, 2)]
    text = IDENTITY + "\nPeringatan\nBila\n\n" + HEADING + first + "".join(rows[:2]) + second + "".join(rows[2:])

    facts = facts_of(text, "step")

    assert [1, 2, 1, 2] == [fact.fields["number"] for fact in facts]
    assert ["ok"] * 4 == [fact.fields["numbering"] for fact in facts]


def test_lettered_steps_stay_steps():
    """A table that counts a, b, c has no phases; a bare row there lacks its time."""
    rows = "a.\tMembaca\tX\t\tSurat\t5 menit\tCatatan\t\nb.\tMencatat surat\t\t\t\t\t\t\n"

    assert 2 == len(read_one(IDENTITY + "\nPeringatan\nBila\n\n" + HEADING + rows).steps)


def test_one_merged_cell_states_the_time_of_all_rows_it_covers():
    """A time over two rows is the time of both; a mark is of its own row."""
    heads = "".join(f"<td>{head}</td>" for head in HEADING.strip().split("\t"))
    rows = (
        '<tr><td>1</td><td>Membaca</td><td>X</td><td></td><td>Surat</td><td rowspan="2">1 hari</td><td>A</td></tr>'
        "<tr><td>2</td><td>Mencatat</td><td></td><td>X</td><td>A</td><td>B</td></tr>"
        "<tr><td>3</td><td>Menyimpan</td><td></td><td>X</td><td>B</td><td></td><td>C</td></tr>"
    )
    text = IDENTITY + f"\nPeringatan\nBila\n\n<table><tr>{heads}</tr>\n{rows}</table>\n"

    assert ["present", "present", "missing"] == [fact.fields["time"] for fact in facts_of(text, "step")]
    assert ["A", "B", "C"] == [step.output.value for step in read_one(text).steps]


def test_a_list_of_sops_is_no_sop():
    """Its column titles are the labels of an identity block."""
    rows = "1\t1/SOP/2025\tSOP Surat Masuk\t13 Januari 2025\tBaru\n2\t2/SOP/2025\tSOP Surat Keluar\t13 Januari 2025\t\n"
    text = LETTERHEAD + "DAFTAR SOP\n\nNo\tNomor SOP\tJudul SOP\tTanggal Pengesahan\tKeterangan\n" + rows

    assert "unknown" == read(text).kind


@pytest.mark.parametrize("form", ["{letter}. {head}", "{head}", "{n}. {upper}"])
def test_a_form_without_identity_block_has_its_sections(form):
    """No letter before a heading makes it a line of the legal basis above."""
    body = "".join(
        form.format(n=n, letter="ABCDEF"[n - 1], head=head, upper=head.upper()) + f"\n{item}\n\n"
        for n, (head, item) in enumerate(SIX.items(), 1)
    )
    text = "STANDAR OPERASIONAL PROSEDUR\nPELAYANAN IZIN\n\n" + body + STEPS

    assert {"filled"} == set(states(text).values())
    assert ["25"] == [item.number.value for item in read_one(text).legal_basis]


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("PP Nomor 11 Tahun 2017 tentang Manajemen Pegawai sebagaimana", "telah diubah dengan PP Nomor 17 Tahun 2020;"),
        ("PP Nomor 17 Tahun 2018 tentang Kecamatan", "sebagaimana telah diubah dengan PP Nomor 9 Tahun 2021"),
        ("PP Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang", "Nomor 25 Tahun 2009 tentang Pelayanan Publik;"),
        ("UU Nomor 23 Tahun 2014 tentang Desa yang beberapa kali", "terakhir dengan UU Nomor 9 Tahun 2015;"),
    ],
)
def test_an_amendment_in_an_item_of_its_own_is_a_split(head, tail):
    """The second item cannot stand alone."""
    text = IDENTITY + f"\nDasar Hukum\n1. {head}\n2. {tail}\n3. UU Nomor 6 Tahun 2014 tentang Desa\n\n" + STEPS

    assert ["head", "tail", None] == [item.split for item in read_one(text).legal_basis]


@pytest.mark.parametrize(
    ("act", "named"),
    [
        ("Menyerahkan surat kepada Kepala Bagian Umum", []),
        ("Surat diperiksa oleh Kepala Bagian Umum", ["Kepala Bagian"]),
        ("Kepala Bidang membaca surat", ["Kepala Bidang"]),
    ],
)
def test_a_kecamatan_writes_to_divisions_of_other_units(act, named):
    """A kecamatan has no Bagian or Bidang of its own: one who receives is outside, one who acts is an error."""
    rows = f"1\t{act}\tX\t\tSurat\t5 menit\tCatatan\t\n"
    facts = facts_of(IDENTITY + "\nPeringatan\nBila\n\n" + HEADING + rows, "actor_mention")

    assert named == [fact.words["actor"] for fact in facts]


def test_who_signs_for_another_and_acts_for_an_office_holds_that_office():
    """`a.n. BUPATI X Plt. KEPALA DINAS` is the Plt. of the identity block."""
    assert "same" == same_office("a.n. BUPATI SERUNI Plt. KEPALA DINAS SOSIAL", "Plt. KEPALA DINAS SOSIAL")


def test_regulations_that_stand_apart_from_their_heading_are_a_legal_basis():
    """A list of regulations that no section could take is unplaced, and nobody is told that he cites no law."""
    law = "1 UU No. 25 Tahun 2009 tentang Pelayanan Publik 2 UU No. 6 Tahun 2014 tentang Desa"
    apart = f"URUSAN PELAYANAN {law}\n" + IDENTITY + "\nDasar Hukum\n\nPeringatan\nBila terlambat\n\n" + STEPS

    assert "unplaced" == states(apart)["legal_basis"]
    assert "empty" == states(apart.replace(law, ""))["legal_basis"]


def test_a_long_form_without_identity_block_is_looked_through_a_few_times_only(monkeypatch):
    """The first heading is found once, not once for every line."""
    calls = 0
    asked = sop.whole_heading

    def counted(text: str) -> object:
        nonlocal calls
        calls += 1
        return asked(text)

    monkeypatch.setattr(sop, "whole_heading", counted)
    body = "".join(f"{head}\n{item}\n\n" for head, item in SIX.items())
    lines = "".join(f"{n}. Memahami urusan {n}\n" for n in range(300))
    read_one("STANDAR OPERASIONAL PROSEDUR\nPELAYANAN IZIN\n\n" + body + lines)

    assert 300 < calls < 300 * 10
