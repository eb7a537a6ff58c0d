"""What an SOP is about: titles, steps, guides, remarks and related SOPs, in the ways they are printed."""

from __future__ import annotations

import time

import pytest

from engine.derive.products import products_in, spaced
from engine.derive.remarks import is_post, warning_state
from schemas.facts import Fact
from schemas.report import Confidence
from tests.sop_texts import HEADING, facts_of, with_fields


def steps(*acts: str, output: str = "Berkas") -> str:
    """A step table with these acts."""
    rows = [f"{number}\t{act}\t\tX\tBerkas\t5 menit\t{output}\t\n" for number, act in enumerate(acts, 1)]
    return HEADING + "".join(rows)


def body(text: str, part: str = "steps") -> Fact:
    """The fact about one part of the text."""
    (fact,) = [fact for fact in facts_of(text, "body") if fact.fields["part"] == part]
    return fact


def counted(title: str, *acts: str, output: str = "Berkas") -> tuple[object, ...]:
    """How the steps fit the title: fit, named, own, the other product."""
    fact = body(with_fields(sop=title) + steps(*acts, output=output))
    return (*(fact.fields[name] for name in ("fit", "named", "own")), fact.words["other"])


LAKIP = "Laporan Kinerja (LKjIP/LAKIP)"


# products ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Membuat draf LAKIP", ["laporan-kinerja"]),
        ("Rapat finalisasi LKjIP", ["laporan-kinerja"]),
        ("Penyusunan LKJ", ["laporan-kinerja"]),
        ("Laporan  Akuntabilitas\nKinerja Instansi Pemerintah", ["laporan-kinerja"]),
        ("Laporan kinerja triwulan seksi", ["data-kinerja"]),
        ("Laporan Kinerja Individu", ["kinerja-pegawai"]),
        ("data dan informasi kinerja", ["data-kinerja"]),
        ("Data Kinerja Pegawai Negeri Sipil", ["kinerja-pegawai"]),
        ("Rencana Kerja dan Anggaran", ["rka"]),
        ("Rencana Kerja Pemerintah Daerah (RKPD)", ["rkpd", "rkpd"]),
        ("rencana kerja tim", []),
        ("KTP-el dan KK", ["ktp", "kk"]),
        ("surat pengantar", []),
        ("kinerja", []),
    ],
)
def test_products_are_known_by_their_usual_names(text: str, keys: list[str]) -> None:
    """Full names, short forms and line breaks; longer names go before the shorter ones in them."""
    assert keys == [product.key for product in products_in(spaced(text))]


# steps beside the title ----------------------------------------------------------------------------------------


def test_steps_on_a_report_under_another_title() -> None:
    """The steps that name the other product are counted and shown; those of the title's are counted for it."""
    fact = body(
        with_fields(sop="PENGUMPULAN DATA KINERJA")
        + steps(
            "Memerintahkan penyusunan LAKIP",
            "Menghimpun format data dan informasi kinerja",
            "Membuat draft Lakip",
            "Menandatangani LKjIP",
            "Membuat surat pengantar",
            "Mengirim Laporan Kinerja",
        )
    )

    assert ("known", 6, 4, 66, 1, 16) == tuple(
        fact.fields[name] for name in ("fit", "units", "named", "percent", "own", "own_percent")
    )
    assert "1, 3, 4 dan 6" == fact.words["where"]
    assert "PENGUMPULAN DATA KINERJA" == fact.words["title"]
    assert any("draft Lakip" in place.quote for place in fact.evidence)
    assert any("PENGUMPULAN DATA KINERJA" in place.quote for place in fact.evidence)


@pytest.mark.parametrize(
    "act",
    [
        "Menghimpun data untuk penyusunan Laporan Kinerja",
        "Menyerahkan rekapitulasi kepada tim penyusun LAKIP",
        "Meminta persetujuan berdasarkan Laporan Kinerja tahun lalu",
    ],
)
def test_purpose_recipient_and_ground_are_not_what_a_step_works_on(act: str) -> None:
    """Only the object of the act counts for another product."""
    assert ("known", 0, 0, "") == counted("PENGELOLAAN SURAT MASUK", act.replace("data ", ""))


@pytest.mark.parametrize(
    ("title", "act"),
    [
        ("PENYUSUNAN LAPORAN KINERJA", "Menghimpun data kinerja"),
        ("PENGUKURAN KINERJA", "Menghimpun data realisasi"),
        ("PERENCANAAN KINERJA", "Menyusun Renstra"),
        ("PENYUSUNAN RENCANA AKSI", "Menelaah Perjanjian Kinerja"),
        ("EVALUASI AKUNTABILITAS KINERJA", "Menelaah Laporan Kinerja"),
        ("PENYELENGGARAAN MUSRENBANG", "Menyelaraskan dengan RKPD"),
    ],
)
def test_inputs_and_parts_count_for_the_title(title: str, act: str) -> None:
    """A procedure may speak of what it works with."""
    assert 1 == body(with_fields(sop=title) + steps(act)).fields["own"]


def test_a_product_that_no_step_names_is_not_made_by_steps_on_its_input() -> None:
    """Renstra under the title Renja: no step names the Renja at all."""
    acts = ["Menyusun draf Renstra", "Membahas Renstra", "Menandatangani Renstra"]

    assert ("known", 3, 0, "Renstra") == counted("PENYUSUNAN RENJA", *acts)
    assert ("known", 0, 4, "") == counted("PENYUSUNAN RENJA", *acts, "Menyusun rancangan Renja")


@pytest.mark.parametrize(
    ("title", "fit"),
    [
        ("PENYUSUNAN LAPORAN KINERJA DAN PERENCANAAN PROGRAM", "known"),  # its steps are its own
        ("PENYELENGGARAAN SAKIP", "wide"),
        ("AKUNTABILITAS KINERJA", "wide"),
        ("PENYUSUNAN LAKlP", "wide"),
        ("PENGUMPULANDATAKINERJA", "wide"),
        ("PELAYANAN JEMPUT BOLA", "wide"),
        ("PENGELOLAAN BARANG MILIK DAERAH", "unknown"),
        ("PELAYANAN SURAT DOMISILI", "known"),
    ],
)
def test_a_title_fits_widely_when_it_may_include_the_other_product(title: str, fit: str) -> None:
    """Fields of work, vague words, misread words and words run together prove nothing."""
    assert fit == counted(title, "Menyusun LAKIP", "Mengirim LAKIP")[0]


def test_a_misspelt_cover_does_not_widen_the_title() -> None:
    """The identity block names the product; the cover only misspells it."""
    cover = "**STANDAR OPERASIONAL PROSEDUR**\n\n**PENYUSUNAN\nPERECANAAN KINERJA**\n\n"
    fact = body(cover + with_fields(sop="PENYUSUNAN PERENCANAAN KINERJA") + steps("Menyusun LAKIP"))

    assert ("known", LAKIP) == (fact.fields["fit"], fact.words["other"])


def test_outputs_tell_what_a_step_makes() -> None:
    """`Menyusun draf` makes what its output says."""
    assert ("known", 1, 0, LAKIP) == counted("PENGELOLAAN SURAT KELUAR", "Menyusun draf", output="Draf LAKIP")
    assert ("known", 0, 1, "") == counted("PENYUSUNAN LKJIP", "Menyusun draf", output="Draf LAKIP")


def test_a_word_inside_another_is_no_mention() -> None:
    """`data` of the title does not stand in `penandatanganan`."""
    assert ("known", 1, 0, LAKIP) == counted("PENGUMPULAN DATA KINERJA", "Penandatanganan LAKIP")


# the guide beside the title ------------------------------------------------------------------------------------

GUIDE = "**STANDAR OPERASIONAL PROSEDUR**\n\n**{title}**\n\nI. Latar Belakang\n\n{text}\n\nII. Penutup\n\nDemikian.\n\n"


def guide(title: str, text: str) -> Fact:
    """The fact about a guide with this text."""
    return body(GUIDE.format(title=title, text=text) + with_fields(sop=title), "guide")


def test_an_act_that_is_collected_is_a_phrase_without_sense() -> None:
    """It is found over a line break, quoted as printed with its lines, and only where the title does not collect."""
    text = "Pedoman pengumpulan Perencanaan\nkinerja. Mekanisme pengumpulan perencanaan kinerja"
    fact = guide("PENYUSUNAN PERENCANAAN KINERJA", text)

    assert ("phrase", 2) == (fact.fields["sign"], fact.fields["named"])
    assert "pengumpulan Perencanaan kinerja" == fact.words["other"]
    assert "baris 7 dan 8" == fact.words["where"]
    assert "product" == guide("PENGUMPULAN PERENCANAAN KINERJA", text).fields["sign"]


@pytest.mark.parametrize("text", ["pengumpulan data kinerja", "pengumpulan permohonan", "pengumpulan peralatan"])
def test_things_can_be_collected(text: str) -> None:
    """Data, applications and equipment are things, though their names look like acts."""
    fact = guide("PELAYANAN PERMOHONAN PERALATAN", f"Pedoman {text}")

    assert "product" == fact.fields["sign"]


def test_a_guide_may_call_its_procedure_by_another_name() -> None:
    """What stands after pedoman, mekanisme and the like is what the guide is about."""
    fact = guide(
        "PENYUSUNAN PERJANJIAN KINERJA", "Pedoman pengumpulan data kinerja. Mekanisme pengumpulan data kinerja."
    )

    assert ("product", 2, 2, 0) == tuple(fact.fields[name] for name in ("sign", "units", "named", "own"))


# headings of the guide beside the title ------------------------------------------------------------------------


def headings(title: str, *named: str) -> list[tuple[str, str]]:
    """Title pairs that differ, of a form with these headings in its guide."""
    text = "".join(
        f"{number}. {name}\n\nSetiap triwulan.\n\n" for number, name in zip(("I", "II", "III"), named, strict=False)
    )
    pairs = facts_of(text + with_fields(sop=title), "title_pair")
    return [(fact.words["a"], fact.words["b"]) for fact in pairs if not fact.fields["same"]]


@pytest.mark.parametrize(
    ("title", "named", "found"),
    [
        ("PENYUSUNAN RENJA", ["Mekanisme Pengumpulan Renja", "Format Pengumpulan Renja"], 1),
        ("PENYUSUNAN RENJA", ["Mekanisme Pengumpulan Renja"], 0),
        ("PENYUSUNAN RENJA", ["Mekanisme Pengumpulan Renja", "Format Penyusunan Renja"], 0),
        ("PENYUSUNAN RENJA", ["Mekanisme Penyampaian Renja", "Format Penyampaian Renja"], 0),
        ("PENYUSUNAN RENJA", ["Mekanisme Penyusunan Renja", "Format Penyusunan Renja"], 0),
        ("PENYUSUNAN RENJA", ["Mekanisme Pengumpulan Data", "Format Pengumpulan Data"], 0),
        ("PELAYANAN SURAT", ["Mekanisme Pengumpulan Surat", "Format Pengumpulan Surat"], 0),
    ],
)
def test_headings_that_agree_are_a_title(title: str, named: list[str], found: int) -> None:
    """Two headings or more, all with one other act that makes a procedure of its own, and with the title's thing."""
    assert found == len(headings(title, *named))


# remarks -------------------------------------------------------------------------------------------------------


def foreign(title: str, section: str, text: str) -> bool:
    """Whether an item of this section is about another procedure than the title's."""
    form = with_fields(sop=title) + f"{section}\n1. {text}\n"
    return any(fact.fields["foreign"] for fact in facts_of(form, "remark"))


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("PERENCANAAN KINERJA", "Jika pengumpulan data tidak maksimal maka Laporan Kinerja terpengaruh", True),
        ("PELAYANAN KTP", "Apabila LAKIP tidak disusun maka nilai SAKIP turun", True),
        ("PERENCANAAN KINERJA", "Jika SOP ini tidak dijalankan maka Laporan Kinerja terlambat", False),
        ("PERENCANAAN KINERJA", "Apabila terlambat, maka Laporan Kinerja tidak tepat waktu", False),
        ("PENYUSUNAN RENJA", "Apabila pengumpulan data tidak lengkap maka Renja terlambat", False),
        ("PENGUMPULAN DATA KINERJA", "Apabila data terlambat maka Laporan Kinerja tertunda", False),
        ("PELAYANAN KTP", "Bila data salah, maka KTP harus dicetak ulang", False),
        ("PERJANJIAN KINERJA", "Jika data penduduk tidak lengkap maka KTP tidak dapat dicetak", True),
    ],
)
def test_warnings_are_about_the_title_in_their_condition(title: str, text: str, *, expected: bool) -> None:
    """The consequence may touch other work."""
    assert expected is foreign(title, "Peringatan", text)


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("PELAYANAN KTP", "Memahami penyusunan Laporan Kinerja", True),
        ("PENGUKURAN KINERJA", "Memahami pelayanan Kartu Keluarga", True),
        ("PENGUKURAN KINERJA", "Memahami penyusunan Laporan Kinerja", False),
        ("PELAYANAN KTP", "Memahami pengelolaan surat masuk", False),
        ("PELAYANAN KTP", "Mampu mengoperasikan komputer", False),
    ],
)
def test_qualifications_are_foreign_in_another_field_of_work_only(title: str, text: str, *, expected: bool) -> None:
    """Neighbouring work and general skills belong to every procedure."""
    assert expected is foreign(title, "Kualifikasi Pelaksana", text)


def test_a_note_is_read_and_judged() -> None:
    """`Penjelasan : ...` is no item of the list, but may speak of the performance of persons."""
    form = (
        with_fields(sop="PENGUMPULAN DATA KINERJA") + "Keterkaitan\n1. SOP Renja\nPenjelasan : data kinerja pegawai\n"
    )

    assert [("notes", True)] == [(fact.fields["section"], fact.fields["foreign"]) for fact in facts_of(form, "remark")]


# Kualifikasi and Peringatan ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Camat",
        "Para Kasi Kecamatan Bukit",
        "Sekretaris/Kepala Bidang",
        "Ka. Sub Bagian Umum",
        "Kasubbag Perencanaan, Keuangan dan Pelaporan",
        "Sekertaris Kecamatan.",
        "Camat, Sekcam, Kasi dan Staf",
        "Bendahara Pengeluaran",
    ],
)
def test_posts(text: str) -> None:
    """Posts in their short forms, in the plural, and several in one item."""
    assert is_post(text)


@pytest.mark.parametrize(
    "text",
    [
        "Memahami tugas Camat",
        "Kepala Seksi yang memahami SAKIP",
        "Staf berpendidikan minimal D3",
        "S1",
        "SMA sederajat",
        "PNS golongan III",
        "Operator SIAK",
        "Auditor atau PPUPD",
        "Kasir",
        "Teliti",
        "",
    ],
)
def test_no_posts(text: str) -> None:
    """Competences that mention a post, education, rank, and professions that are a qualification."""
    assert not is_post(text)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Apabila SOP ini tidak dilaksanakan, maka pelayanan terhambat.", "tells"),
        ("Jika tidak dilaksanakan pelayanan tidak optimal", "tells"),
        ("Bila terlambat nilai turun", "tells"),
        ("Kalau lalai akan mengakibatkan kesalahan", "tells"),
        ("Apabila data dan informasi tidak lengkap pelaporan akan terhambat", "tells"),
        ("Apabila SOP tidak dijalankan dengan baik dan benar pelayanan akan terganggu", "tells"),
        ("Apabila berkas tidak lengkap dan tidak benar, permohonan akan ditolak", "tells"),
        ("Pejabat yang berwenang tidak di tempat", "tells"),
        ("Dilarang mengubah data tanpa izin", "tells"),
        ("Keterlambatan data", "tells"),
        ("Apabila SOP ini tidak dilaksanakan", "open"),
        ("Jika berkas tidak lengkap.", "open"),
        ("Apabila pemeriksaan tidak dilaksanakan sesuai standar maka", "open"),
        ("Keterlambatan laporan akan mengakibatkan ...", "open"),
        ("Apabila pengumpulan data tidak selesai dan pelaporan akan terhambat", "joined"),
        ("Apabila data kinerja tidak terselesaikan dengan baik dan pelaporan akan terhambat.", "joined"),
        ("Laksanakan sesuai ketentuan", "bare"),
        ("Data harus dijaga", "bare"),
        ("Permohonan diajukan paling lambat 7 hari sebelumnya", "bare"),
    ],
)
def test_what_a_warning_says(text: str, state: str) -> None:
    """A consequence with or without maka, akan or comma; trouble; a condition alone; an instruction alone."""
    assert state == warning_state(text)


def test_an_unnumbered_line_after_a_condition_may_be_its_main_clause() -> None:
    """A line break is no end of a sentence."""
    text = with_fields() + "Peringatan\nApabila SOP ini tidak dilaksanakan\nMaka pelayanan terhambat\n"

    assert "open" not in [fact.fields["state"] for fact in facts_of(text, "warning")]


# Keterkaitan ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ("SOP Penyusunan Renja", "sop"),
        ("S.O.P. Surat Masuk", "sop"),
        ("SPO Pendaftaran Pasien", "sop"),
        ("Standar Operasional Prosedur Pengarsipan", "sop"),
        ("SOP Pengarsipan", "sop"),
        ("Penyusunan Renja", "procedure"),
        ("Monitoring dan Evaluasi", "procedure"),
        ("SOP Perencanaan", "vague"),
        ("SOP terkait", "vague"),
        ("SOP-SOP yang terkait", "vague"),
        ("SOP dimaksud", "vague"),
        ("SOP yang lain", "vague"),
        ("SOP lainnya yang berkaitan", "vague"),
        ("Semua SOP di kecamatan", "vague"),
        ("SOP Pelayanan Surat Pengantar", "itself"),
        ("SOP Bagian Umum dan Kepegawaian", "office"),
        ("Bidang Perencanaan", "office"),
        ("Foto Copy Cascading", "document"),
        ("SK Tim", "document"),
        ("IKU Tahun 2024", "document"),
        ("Renja/RKT Tahun 2024", "document"),
        ("Peraturan Bupati Nomor 3 Tahun 2020", "document"),
        ("Tidak ada", "nothing"),
        ("Surat Masuk", "unknown"),
    ],
)
def test_items_of_keterkaitan_are_told_apart(item: str, kind: str) -> None:
    """SOPs under all their names, procedures without the word, documents, offices; what could be either is unknown."""
    (fact,) = facts_of(with_fields() + f"Keterkaitan\n1. {item}\n", "related_item")

    assert kind == fact.fields["kind"]


@pytest.mark.parametrize(
    ("items", "kinds"),
    [
        (["SOP Renja", "SOP  RENJA"], ["exact"]),
        (["Renja/RKT Tahun 2024", "Renja Tahun 2024"], ["part"]),
        (["Renja Tahun 2024", "Renja/RKT Tahun 2024"], ["part"]),
        (["Renja/RKT Tahun 2024", "Renja/RKT Tahun 2024"], ["exact"]),
        (["Renja/RKT Tahun 2024", "Renja Tahun 2023"], []),
        (["Renja/RKT", "Renja"], []),
        (["SOP A", "SOP B", "SOP A", "SOP A"], ["exact", "exact"]),
    ],
)
def test_items_that_name_the_same_are_pairs(items: list[str], kinds: list[str]) -> None:
    """Word for word, or one of two names before the same year."""
    text = with_fields() + "Keterkaitan\n" + "".join(f"{number}. {item}\n" for number, item in enumerate(items, 1))

    assert kinds == [fact.fields["kind"] for fact in facts_of(text, "entry_pair")]


@pytest.mark.parametrize(
    ("items", "wrong", "confidence"),
    [
        (["SK Tim", "Renstra", "SOP Renja"], 2, Confidence.HIGH),
        (["SK Tim", "SOP Renja"], 1, Confidence.MEDIUM),
        (["Kontrak kerja", "Absensi"], 2, Confidence.HIGH),
        (["SOP Renja"], 0, Confidence.MEDIUM),
        (["Kartu Keluarga", "KTP", "SOP Renja"], 2, Confidence.HIGH),
        (["Kartu Keluarga", "Surat Pengantar"], 0, Confidence.MEDIUM),
    ],
)
def test_a_document_among_sops_is_less_sure(items: list[str], wrong: int, confidence: Confidence) -> None:
    """Where most items are SOPs, one without the word may be the short name of another."""
    text = with_fields() + "Keterkaitan\n" + "".join(f"{number}. {item}\n" for number, item in enumerate(items, 1))
    (fact,) = facts_of(text, "related_list")

    assert (wrong, confidence) == (fact.fields["wrong"], fact.confidence)


# lists and promises of the guide -------------------------------------------------------------------------------


def lists(*sections: str) -> list[bool]:
    """Which lists of a guide run on."""
    names = ("I. Maksud dan Tujuan", "II. Mekanisme", "III. Penutup")
    text = "".join(f"{name}\n\n{content}\n\n" for name, content in zip(names, sections, strict=False))
    facts = facts_of(text + with_fields(), "numbered_list")
    return [bool(fact.fields["runs_on"]) for fact in facts if fact.fields["place"] == "guide"]


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        (("- a. Satu\n- b. Dua", "- c. Tiga\n- d. Empat"), [False, True]),
        (("a. Satu\nb. Dua", "c. Tiga\nd. Empat"), [False, True]),
        (("1. Satu\n2. Dua", "3. Tiga\n4. Empat"), [False, True]),
        (("- a. Satu\n- b. Dua", "- a. Tiga\n- b. Empat"), [False, False]),
        (("- a. Satu\n- b. Dua", "1. Tiga\n2. Empat"), [False, False]),
        (("- a. Satu\n- b. Dua", "- d. Tiga\n- e. Empat"), [False, False]),
        (("- a. Satu\n- b. Dua", "- c. Tiga"), [False]),
        (("- a. Satu\n- b. Dua", "- c. Tiga\n- a. Empat"), [False, False]),
    ],
)
def test_lists_that_run_on_go_on_counting(sections: tuple[str, ...], expected: list[bool]) -> None:
    """The next letter or number, in a list of two or more that does not begin anew."""
    assert expected == lists(*sections)


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("Mekanisme", "Penanggung jawab : Camat\nUnit Pengelola Data : Sekretaris", ("mechanism", 0, 0)),
        ("Mekanisme", "Data disampaikan oleh seksi", ("mechanism", 1, 0)),
        ("Mekanisme", "Seksi : paling lambat tanggal 5", ("mechanism", 0, 2)),
        ("Mekanisme", "- a. Penyampaian data oleh seksi\n- b. Kasi", ("mechanism", 1, 0)),
        ("Mekanisme", "Unit kerja dilingkup kecamatan menurut tugasnya", ("mechanism", 0, 0)),
    ],
)
def test_promises_and_what_is_given(heading: str, text: str, expected: tuple[object, ...]) -> None:
    """Verbs and steps named by nouns are acts, roles are not; words of time are counted."""
    (fact,) = facts_of(f"II. {heading}\n\n{text}\n\nIII. Penutup\n\nDemikian.\n\n" + with_fields(), "promise")

    assert expected == tuple(fact.fields[name] for name in ("about", "acts", "times"))


# hostile input -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["pe" + "an" * 30_000, "apabila " + "dan a " * 20_000, "sop " * 20_000, "." * 60_000 + "x", "mekanisme " * 9_000],
    ids=["nouns", "joins", "frames", "dots", "headings"],
)
def test_long_texts_take_no_time(text: str) -> None:
    """Every pattern is linear or bounded."""
    form = GUIDE.format(title="PERENCANAAN KINERJA", text=text) + with_fields(sop="PERENCANAAN KINERJA")
    form += f"Keterkaitan\n1. {text}\nPeringatan\n1. {text}\nKualifikasi Pelaksana\n1. {text}\n"
    started = time.process_time()
    facts_of(form, "body")

    assert time.process_time() - started < 5
