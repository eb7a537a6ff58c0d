"""Facts about the step table as a whole: times, outputs, words, course; in the prints that real tables have."""

from __future__ import annotations

import pytest

from engine.derive.acts import act_of, is_staff, wording_of
from schemas.facts import Fact
from schemas.report import Confidence
from tests.sop_texts import HEADING, IDENTITY, facts_of, read_one


def row(no: int, act: str = "", **cells: str) -> str:
    """Return one row; `by` is `c` (Camat) or `s` (Staf), or the words of a symbol in the column of Staf."""
    by = cells.get("by", "s")
    camat, staf = ("X", "") if by == "c" else ("", "X" if by == "s" else by)
    act = act or f"Mengolah berkas ke-{no}"
    kept = [
        cells.get(name, default)
        for name, default in (("needs", f"Bahan {chr(96 + no)}"), ("time", ""), ("out", f"Hasil {chr(96 + no)}"))
    ]
    return "\t".join([str(no), act, camat, staf, *kept, cells.get("remark", "")])


def table(*rows: str, heading: str = HEADING, after: str = "", records: str = "") -> str:
    """Return an SOP with these rows."""
    kept = f"Pencatatan dan Pendataan\n{records}\n\n" if records else ""
    return IDENTITY + "\n" + kept + heading + "".join(f"{line}\n" for line in rows) + after


def one(kind: str, text: str, **fields: object) -> Fact | None:
    """Return the fact of a kind that has these fields, if there is one."""
    found = [fact for fact in facts_of(text, kind) if all(fact.fields[name] == value for name, value in fields.items())]
    assert len(found) < 2
    return found[0] if found else None


def times(*cells: str) -> list[str]:
    """Return rows with these times."""
    return [row(no, time=cell) for no, cell in enumerate(cells, 1)]


@pytest.mark.parametrize(
    ("act", "state"),
    [
        ("Menyusun daftar lowongan yang sesuai", "ok"),
        ("Mengembalikan berkas yang tidak sesuai", "ok"),
        ("Menyusun konsep surat sesuai", "cut"),
        ("Menyusun konsep surat yang", "cut"),
    ],
)
def test_text_that_breaks_off(act, state):
    """`yang sesuai` is whole, `surat sesuai` waits for what it agrees with."""
    (fact,) = facts_of(table(row(1, act)), "step")
    assert fact.fields["text"] == state


# words ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Menyusun laporan", "act"),
        ("Susun laporan", "act"),
        ("Penandatanganan laporan oleh Camat", "act"),
        ("Rapat finalisasi laporan", "act"),
        ("Penggandaan dan pengarsipan", "act"),
        ("Disposisi kepada Kasi", "act"),
        ("Surat diagendakan", "act"),
        ("Surat masuk ke subbagian umum", "act"),
        ("Hasil sesuai?", "act"),
        ("Apakah berkas lengkap?", "act"),
        ("Berkas lengkap diteruskan ke Kasi", "act"),
        ("Tim Penilai", "act"),
        ("Formulir diisi oleh pemohon", "act"),
        ("Surat di agendakan", "act"),
        ("Data di-input ke aplikasi", "act"),
        ("Berkas terverifikasi", "act"),
        ("Data entry ke aplikasi", "act"),
        ("Analisa data menggunakan aplikasi", "act"),
        ("Berkas terkait pemohon", "thing"),
        ("Sekretaris yang membidangi", "act"),
        ("12345", "act"),
        ("", "act"),
        ("Hasil laporan pengukuran kinerja", "thing"),
        ("LAPORAN KASUBAG TERKAIT DATA", "thing"),
        ("Surat yang telah diagendakan", "thing"),
        ("Dokumen untuk dikirim", "thing"),
        ("Draft laporan", "thing"),
        ("Surat masuk", "thing"),
        ("Surat masuk ke Subbagian Umum", "act"),
        ("Disposisi dari Camat", "thing"),
        ("Usulan kenaikan pangkat", "thing"),
        ("Usulan kenaikan pangkat dikirim ke BKPSDM", "act"),
        ("Yang bersangkutan menerima surat", "subject"),
        ("Camat mengoreksi laporan", "subject"),
        ("Kasi Menghimpun data", "subject"),
        ("Secam menyampaikan laporan", "subject"),
        ("Kepala Dinas PMD Provinsi Banua meminta data", "subject"),
        ("Petugas loket memeriksa berkas", "subject"),
        ("Pranata Humas menyunting naskah", "subject"),
    ],
)
def test_a_step_is_an_act_a_sentence_or_a_thing(text: str, wording: str) -> None:
    assert wording_of(text, ["pranata", "staf", "analis"]) == wording


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Menyetujui rekapitulasi", "decide"),
        ("Memeriksa dan menyetujui rekapitulasi", "decide"),
        ("Memberikan disposisi kepada Kasi", "decide"),
        ("Disposisi surat", "decide"),
        ("Pengesahan laporan", "decide"),
        ("Persetujuan konsep", "decide"),
        ("Meminta persetujuan Camat", "other"),
        ("Menetapkan surat keputusan", "decide"),
        ("Menetapkan jadwal", "other"),
        ("Tanda tangan surat", "sign"),
        ("Tanda terima surat", "other"),
        ("Menyampaikan kepada Camat untuk menyetujui", "other"),
        ("Menyiapkan lembar disposisi", "other"),
        ("Menandatangani surat", "sign"),
        ("Penandatanganan laporan", "sign"),
        ("Menandatangani tanda terima", "other"),
        ("Menandatangani berita acara serah terima", "other"),
        ("Menerima laporan", "pass"),
        ("Memaraf konsep surat", "pass"),
        ("Menerima dan memeriksa laporan", "other"),
        ("Menerima pendaftaran peserta", "other"),
        ("Menerima tamu", "other"),
        ("Menyerahkan bantuan kepada warga", "other"),
        ("Menyusun laporan", "other"),
    ],
)
def test_the_kind_of_an_act(text: str, act: str) -> None:
    assert act_of(text) == act


@pytest.mark.parametrize(
    ("actor", "staff"),
    [
        ("Staf", True),
        ("staff", True),
        ("Para Staf", True),
        ("Staf Ahli", False),
        ("Staf/Kasi", False),
        ("Staf Pelayanan", True),
        ("Kasi", False),
        ("Kepala Staf", False),
        ("Anggota", True),
        ("Anggota Tim", False),
        ("Operator", True),
        ("Petugas Loket", True),
        ("Petugas Medis", False),
    ],
)
def test_who_is_staff(actor: str, staff: bool) -> None:
    assert is_staff(actor) == staff


def test_steps_that_are_no_acts_are_one_fact_a_sort() -> None:
    acts = ["Camat mengoreksi laporan", "Hasil laporan", "Staf mengirim laporan", "Menyimpan laporan"]
    facts = facts_of(table(*(row(no, act) for no, act in enumerate(acts, 1))), "step_wording")

    assert [(fact.fields["sort"], fact.fields["steps"], fact.words["numbers"]) for fact in facts] == [
        ("thing", 1, "2"),
        ("subject", 2, "1 dan 3"),
    ]
    assert facts[1].words["quotes"] == '1 "Camat mengoreksi laporan"; 3 "Staf mengirim laporan"'
    assert [place.quote for place in facts[1].evidence] == ["Camat mengoreksi laporan", "Staf mengirim laporan"]


def test_who_is_marked_and_how_long_a_step_takes() -> None:
    text = table(row(1, "Menyetujui", time="1 jam"), row(2, "Menyetujui", by="c", time="segera"), row(3, by=""))
    facts = facts_of(text, "step")

    assert [(fact.fields["act"], fact.fields["by"], fact.fields["minutes"]) for fact in facts] == [
        ("decide", "staff", 60),
        ("decide", "other", None),
        ("other", "none", None),
    ]


@pytest.mark.parametrize(
    ("time", "minutes"), [("1 x 24 jam", 450), ("maks. 2x24 Jam", 900), ("24 jam", 1440), ("2 x 60 menit", 120)]
)
def test_a_day_on_the_calendar_is_one_of_work(time: str, minutes: int) -> None:
    fact = one("step", table(row(1, time=time), row(2, by="c")), position=1)

    assert fact
    assert fact.fields["minutes"] == minutes


@pytest.mark.parametrize(
    ("heading", "pairs"),
    [
        (HEADING, None),
        (HEADING.replace("Kegiatan", "Uraian Prosedur").replace("Kelengkapan", "Persyaratan/Kelengkapan"), None),
        (HEADING.replace("Kegiatan", "AKTIVITAS"), '"AKTIVITAS" (istilah baku: Kegiatan)'),
        (HEADING.replace("Kelengkapan", "Persyaratan:"), '"Persyaratan" (istilah baku: Kelengkapan)'),
        (
            "No\tAktifitas\tPELAKU\t\tMutu Buku\t\t\tKet\n\t\tCamat\tStaf\tKelengkapan\tWaktu\tOutput\t\n",
            (
                '"Aktifitas" (istilah baku: Kegiatan), "PELAKU" (istilah baku: Pelaksana), "Mutu Buku" (istilah baku: '
                "Mutu Baku)"
            ),
        ),
    ],
)
def test_titles_of_columns_that_are_not_the_usual_ones(heading: str, pairs: str | None) -> None:
    fact = one("column_titles", table(row(1), row(2), heading=heading))

    assert (fact.words["pairs"] if fact else None) == pairs


# times ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "same", "share"),
    [
        (["60 menit", "1 jam", "1 Jam", "60'"], 4, 100),
        (["5 menit", "10 menit", "10 menit"], 2, 66),
        (["sesuai kebutuhan", "Sesuai  kebutuhan", "1 jam"], 2, 66),
        (["5 menit", "", "-"], 1, 100),
    ],
)
def test_equal_times_count_by_their_minutes(cells: list[str], same: int, share: int) -> None:
    fact = one("time_same", table(*times(*cells)))

    assert fact
    assert (fact.fields["same"], fact.fields["share"]) == (same, share)


def test_a_bare_time_is_told_with_the_unit_of_the_heading() -> None:
    fact = one("time_same", table(*times("60", "60"), heading=HEADING.replace("Waktu", "Waktu (menit)")))

    assert fact
    assert fact.words["time"] == "60 menit"


@pytest.mark.parametrize(
    ("cells", "measures", "near"),
    [
        (["1 jam", "2 Jam", "1 jam 30 menit"], 1, False),
        (["5 menit", "1 jam"], 2, True),
        (["1 jam", "2 hari"], 2, True),
        (["5 menit", "2 hari"], 2, False),
        (["5 menit", "1 jam", "2 hari"], 3, False),
        (["2 hari", "1 hari kerja"], 2, False),
        (["5 menit", "5 menit/eksemplar"], 2, False),
        (["5 menit", "5 menit per berkas"], 2, False),
        (["10 s/d 15 menit", "5 menit"], 1, False),
        (["1 menit", "sesuai kebutuhan"], 1, False),
    ],
)
def test_units_are_counted_with_what_they_are_counted_by(cells: list[str], measures: int, near: bool) -> None:
    fact = one("time_units", table(*times(*cells)))

    assert fact
    assert (fact.fields["measures"], fact.fields["near"]) == (measures, near)


@pytest.mark.parametrize("layout", ["\t\t\t\t\t{}\t\t\n", "Total\t\t\t\t\t{}\t\t\n", "\tJumlah waktu\t\t\t\t{}\t\t\n"])
def test_only_a_row_that_says_so_is_a_total(layout: str) -> None:
    text = table(*times("5 menit", "1 jam"), after=layout.format("65 menit"))

    assert (one("time_total", text) is not None) == layout.strip().startswith(("Total", "Jumlah"))
    assert len(read_one(text).steps) == 2


@pytest.mark.parametrize(
    ("cells", "total", "state"),
    [
        (["5 menit", "1 jam"], "65 menit", "agrees"),
        (["5 menit", "1 jam"], "1 jam 5 menit", "agrees"),
        (["5 menit", "1 jam"], "1 jam", "agrees"),  # rounded to hours
        (["5 menit", "1 jam"], "70 menit", "differs"),
        (["5 menit", "1 jam"], "3 jam", "differs"),
        (["30-45 menit", "1 jam"], "90 menit", "agrees"),
        (["30-45 menit", "1 jam"], "105 menit", "agrees"),
        (["30 menit s/d 1 jam", "1 jam"], "90 - 120 menit", "agrees"),
        (["30-45 menit", "1 jam"], "89 menit", "differs"),
        (["30-45 menit", "1 jam"], "106 menit", "differs"),
        (["1 hari", "30 menit"], "480 menit", "agrees"),  # a day of 7.5 hours
        (["1 hari", "30 menit"], "510 menit", "agrees"),  # a day of 8 hours
        (["2 hari", "1 hari"], "3 hari kerja", "agrees"),
        (["2 hari", "1 hari"], "5 hari", "differs"),
        (["400 menit", "60 menit"], "1 hari", "agrees"),
        (["15", "30"], "45 menit", "agrees"),
        (["15", "30"], "50 menit", "differs"),
        (["5 menit", ""], "65 menit", "unclear"),
        (["5 menit", "sesuai kebutuhan"], "65 menit", "unclear"),
        (["5 menit", "5 menit/eksemplar"], "10 menit", "unclear"),
        (["1 hari", "1 minggu"], "6 hari", "unclear"),
    ],
)
def test_a_total_is_compared_as_its_author_may_have_reckoned(cells: list[str], total: str, state: str) -> None:
    fact = one("time_total", table(*times(*cells), after=f"Jumlah\t\t\t\t\t{total}\t\t\n"))

    assert fact
    assert fact.fields["state"] == state


@pytest.mark.parametrize(
    ("after", "minutes"),
    [
        ("\nTotal waktu : 2 jam\n", 120),
        ("\nJangka waktu penyelesaian : 2 jam\n", 120),
        ("\nJumlah waktu penyelesaian 2 hari\n", 900),
        ("Total waktu 2 jam\t\t\t\t\t\t\t\n", 120),
        ("\nJumlah berkas 3 lembar\n", None),
        ("\nTotal biaya Rp 20.000\n", None),
        ("", None),
    ],
)
def test_a_total_may_stand_under_the_table(after: str, minutes: int | None) -> None:
    total = read_one(table(*times("5 menit", "1 jam"), after=after)).total_time

    assert (total.minutes.value if total and total.minutes else None) == minutes


# outputs -------------------------------------------------------------------------------------------------------------


def outputs(*cells: str, **more: list[str]) -> str:
    """Return a table with these outputs, and with these acts and inputs."""
    acts, needs = more.get("acts", []), more.get("needs", [])
    rows = [
        row(no, acts[no - 1] if acts else "", out=cell, needs=needs[no - 1] if needs else f"Bahan {chr(96 + no)}")
        for no, cell in enumerate(cells, 1)
    ]
    return table(*rows)


@pytest.mark.parametrize(
    ("cells", "steps", "share"),
    [
        (["Dokumen", "dokumen", "1 Dokumen", "- Dokumen"], 4, 100),
        (["Berkas", "Berkas", "Surat", "Berkas"], 3, 75),
        (["Laporan", "Draf laporan", "Tanda terima", "Arsip"], 1, 25),
    ],
)
def test_general_words_are_counted_by_the_commonest(cells: list[str], steps: int, share: int) -> None:
    fact = one("output_group", outputs(*cells), sort="generic")

    assert fact
    assert (fact.fields["steps"], fact.fields["share"]) == (steps, share)


@pytest.mark.parametrize("word", ["Terlaksana", "Selesai", "Kegiatan terlaksana", "Terlaksananya kegiatan"])
def test_that_something_was_done_is_a_general_output(word: str) -> None:
    fact = one("output_group", outputs(*[word] * 4), sort="generic")

    assert fact
    assert (fact.fields["steps"], fact.fields["share"]) == (4, 100)


def test_outputs_that_name_their_document_are_not_general() -> None:
    assert one("output_group", outputs("Dokumen kinerja", "Surat tugas", "Disposisi"), sort="generic") is None


def test_input_equals_output_where_the_step_should_change_it() -> None:
    needs = ["Draf laporan", "Draf akhir", "Laporan akhir", "Dokumen"]
    acts = ["Mengoreksi draf laporan", "Menyampaikan draf akhir", "Mengarsipkan laporan", "Memeriksa"]
    fact = one("output_group", outputs(*needs, acts=acts, needs=needs), sort="equals-input")

    assert fact
    assert (fact.fields["steps"], fact.words["first"], fact.words["numbers"]) == (2, "1", "1-4")


def test_general_words_alone_are_another_fault() -> None:
    """Where every row says `Dokumen`, that is what to report."""
    needs = ["Dokumen", "Dokumen", "Dokumen", "Draf laporan"]
    fact = one("output_group", outputs(*needs, acts=["Memeriksa"] * 4, needs=needs), sort="equals-input")

    assert fact
    assert fact.words["numbers"] == "4"


def test_what_is_only_passed_on_stays_what_it_is() -> None:
    needs = ["Surat masuk", "Surat keluar"]
    text = outputs(*needs, acts=["Menerima surat", "Mengirim surat"], needs=needs)

    assert one("output_group", text, sort="equals-input") is None


@pytest.mark.parametrize(
    ("act", "needs", "out", "sort"),
    [
        ("Rapat pembahasan", "Undangan", "Rapat  Pembahasan.", "repeats-act"),
        ("Disposisi", "Surat", "Disposisi", None),
        ("Membuat surat rekomendasi", "Surat", "Membuat surat", "repeats-act"),
        ("Surat rekomendasi dibuat", "Bahan", "Surat rekomendasi", None),
        ("Memeriksa rencana", "Dokumen kinerja yang telah selesai", "- Konsep dokumen kinerja", "goes-back"),
        ("Memeriksa rencana", "Konsep dokumen yang telah selesai", "Konsep dokumen akhir", None),
        ("Membuat balasan", "Laporan yang telah selesai", "Konsep surat", None),
    ],
)
def test_an_output_follows_from_its_step(act: str, needs: str, out: str, sort: str | None) -> None:
    facts = facts_of(outputs(out, "Arsip", acts=[act, "Menyimpan"], needs=[needs, "Bahan"]), "output_group")

    assert [fact.fields["sort"] for fact in facts] == ([sort] if sort else [])


def test_outputs_that_come_again() -> None:
    cells = ["Draf laporan", "Draf laporan", "Tanda terima", "Tanda terima", "draf  laporan"]
    fact = one("output_group", outputs(*cells), sort="repeats-output")

    assert fact
    assert fact.words["numbers"] == "2 dan 5"


# course --------------------------------------------------------------------------------------------------------------


def course(*acts: str, records: str = "", **last: str) -> str:
    """Return a table with these acts; *last* are cells of the last row."""
    rows = [row(no, act, **(last if no == len(acts) else {})) for no, act in enumerate(acts, 1)]
    return table(*rows, records=records)


@pytest.mark.parametrize(
    ("acts", "last", "gaps"),
    [
        (["Menyusun laporan", "Menggandakan laporan"], {}, ["unsigned"]),
        (
            ["Menyusun laporan", "Menggandakan laporan"],
            {"needs": "Laporan yang telah ditandatangani"},
            ["signed-before"],
        ),
        (["Menyusun laporan", "Menggandakan laporan"], {"needs": "Laporan untuk di", "out": "tandatangani Camat"}, []),
        (["Menyusun laporan", "Menyetujui laporan", "Menggandakan laporan"], {}, []),
        (["Menyusun laporan", "Menandatangani laporan", "Mengirim laporan"], {}, []),
        (["Menyusun laporan", "Memaraf laporan", "Mengirim laporan"], {}, []),
        (["Menyusun formulir", "Mengirim formulir"], {}, []),
        (["Menyusun laporan", "Mengirim laporan"], {"needs": "Laporan disetujui Camat", "out": "x"}, ["signed-before"]),
        (["Membuat draf", "Mengoreksi draf"], {}, ["no-return"]),
        (["Membuat draf", "Camat mengoreksi draf"], {}, ["no-return"]),
        (["Membuat draf", "Mengoreksi draf, jika salah diulang"], {}, []),
        (["Membuat draf", "Mengoreksi draf"], {"remark": "kembali ke langkah 1"}, []),
        (["Membuat draf", "Mengoreksi draf", "Memperbaiki draf"], {}, []),
        (["Membuat draf", "Memeriksa draf"], {}, []),
        (["Menandatangani laporan", "Pembuatan surat pengantar pengiriman", "Penggandaan laporan"], {}, ["unsent"]),
        (["Membuat surat pengantar", "Pengiriman surat"], {"needs": "disetujui"}, ["signed-before"]),
        (["Menyetujui data", "Membuat surat pengantar dan mengirim laporan"], {}, []),
        (["Menyetujui data", "Membuat surat pengantar"], {"out": "Tanda terima"}, ["unsent"]),
        (["Menyetujui data", "Membuat surat pengantar", "Menyerahkan kepada pemohon"], {}, []),
    ],
)
def test_gaps_in_the_course(acts: list[str], last: dict[str, str], gaps: list[str]) -> None:
    assert [fact.fields["sort"] for fact in facts_of(course(*acts, **last), "process_gap")] == gaps


@pytest.mark.parametrize(
    ("records", "act", "gaps"),
    [
        ("Disimpan sebagai arsip", "Menyusun laporan", ["not-filed"]),
        ("Disimpan sebagai arsip", "Mengarsipkan laporan", []),
        ("Disimpan sebagai arsip", "Menyimpan laporan", []),
        ("Disimpan sebagai arsip", "Mencatat dalam register", []),
        ("Buku agenda", "Menyusun laporan", []),
    ],
)
def test_what_pencatatan_says_is_kept(records: str, act: str, gaps: list[str]) -> None:
    assert [
        fact.fields["sort"] for fact in facts_of(course("Membuat data", act, records=records), "process_gap")
    ] == gaps


@pytest.mark.parametrize(
    ("acts", "sorts"),
    [
        (
            ["Camat mengoreksi dokumen kinerja", "Menyampaikan dokumen kinerja kepada Camat untuk meminta persetujuan"],
            ["corrected"],
        ),
        (["Menyampaikan dokumen kinerja kepada Camat untuk dikoreksi", "Camat mengoreksi dokumen kinerja"], []),
        (
            [
                "Menyampaikan dokumen kinerja kepada Camat untuk dikoreksi",
                "Camat mengoreksi dokumen kinerja",
                "Menyampaikan dokumen kinerja kepada Camat untuk persetujuan",
            ],
            [],
        ),
        (["Sekcam mengoreksi draf", "Menyampaikan draf kepada Camat untuk persetujuan"], []),
        (["Mengirim laporan kinerja kepada Bupati", "Menandatangani laporan kinerja"], ["sent"]),
        (["Menandatangani laporan kinerja", "Mengirim laporan kinerja"], []),
        (["Mengirim laporan kinerja", "Menandatangani laporan kinerja", "Mengirim laporan kinerja"], []),
        (["Mengirim konsep laporan kinerja", "Menandatangani laporan kinerja"], []),
        (["Mengirim undangan", "Menandatangani berita acara"], []),
        (["Mengirim laporan kinerja untuk ditandatangani", "Penandatanganan laporan kinerja"], []),
        (["Menandatangani surat keterangan", "Mengetik konsep surat keterangan"], ["drafted"]),
        (["Menandatangani surat keterangan", "Menyusun draf surat keterangan"], ["drafted"]),
        (["Mengetik surat keterangan", "Menandatangani surat keterangan", "Mengetik konsep surat keterangan"], []),
        (["Menandatangani surat tugas", "Menyusun konsep laporan"], []),
    ],
)
def test_steps_in_the_wrong_order(acts: list[str], sorts: list[str]) -> None:
    assert [fact.fields["sort"] for fact in facts_of(course(*acts), "step_order")] == sorts


def test_the_corrector_may_be_known_by_the_mark() -> None:
    rows = [row(1, "Mengoreksi draf", by="c"), row(2, "Menyampaikan draf kepada Camat untuk persetujuan")]

    assert [fact.fields["sort"] for fact in facts_of(table(*rows), "step_order")] == ["corrected"]


def test_columns_without_a_mark() -> None:
    unused = one("step_table", table(row(1), row(2)))
    unread = one("step_table", table(row(1, by=""), row(2, by="")))

    assert unused
    assert unread
    assert (unused.fields["unused"], unused.words["unused_titles"]) == (1, "Camat")
    assert unread.fields["unused"] == 0
    assert "Camat" in unused.evidence[0].quote


@pytest.mark.parametrize(
    ("marks", "ends", "confidence"),
    [
        (["Mulai", "s", "Selesai"], (True, True), Confidence.HIGH),
        (["Mulai", "s", "s"], (True, False), Confidence.HIGH),
        (["MULAI", "", ""], (True, False), Confidence.LOW),
        (["s", "s", "s"], (False, False), Confidence.HIGH),
    ],
)
def test_the_ends_of_the_procedure(marks: list[str], ends: tuple[bool, bool], confidence: Confidence) -> None:
    fact = one("terminators", table(*(row(no, by=mark) for no, mark in enumerate(marks, 1))))

    assert fact
    assert (fact.fields["start"], fact.fields["end"]) == ends
    assert fact.confidence == confidence


def test_a_last_row_that_says_selesai_is_an_end() -> None:
    fact = one("terminators", table(row(1, by="Mulai"), row(2, "Selesai")))

    assert fact
    assert fact.fields["end"] is True


def test_a_text_that_breaks_off_hides_no_column_that_the_heading_lacks() -> None:
    """The last row ends early: its cells may be lost, but a column without a heading is not there in any row."""
    heading = "No\tKegiatan\tCamat\tStaf\tKelengkapan\tWaktu\tKet\n"
    rows = ["1\tMengolah berkas\t\tX\tBahan\t5 menit\t", "2\tMengirim ber"]

    steps = facts_of(table(*rows, heading=heading).rstrip("\n"), "step")

    assert [fact.fields["output"] for fact in steps] == ["no-column", "no-column"]
    assert [fact.fields["requirements"] for fact in steps] == ["present", "unreadable"]
    assert [fact.fields["text"] for fact in steps] == ["ok", "end"]
