"""Spelling, terms and words of chat: text in, facts out."""

from __future__ import annotations

import time

import pytest

from schemas.facts import Fact
from tests.sop_texts import HEADING, IDENTITY, facts_of, read_one

STRANGE = " ".join(f"kegiatx{a}{b}{c}" for a in "abcdefghijklmnopqrst" for b in "bdfhjlnprtvxz" for c in "acegikmoqs")
TAIL = "\nPeringatan\nBila terlambat\n\n"


def guide(words: str) -> str:
    """Return a guide with a paragraph of these words, and its form."""
    return f"STANDAR OPERASIONAL PROSEDUR\nPELAYANAN SURAT\n\nI. Latar Belakang\n\n{words}\n\n{IDENTITY}{TAIL}"


def misspelt(text: str) -> list[tuple[str, str, str]]:
    """Return place, printed and standard word of each misspelling."""
    return [
        (str(fact.fields["place"]), fact.words["printed"], fact.words["standard"])
        for fact in facts_of(text, "misspelling")
    ]


def lines(fact: Fact) -> list[int | None]:
    """Return the lines of the evidence."""
    return [place.line for place in fact.evidence]


@pytest.mark.parametrize(
    ("printed", "standard"),
    [
        ("Pengumpulan data kinera setiap bulan", "kinerja"),
        ("sebagaimana telah dirubah pada tahun lalu", "diubah"),
        ("diserahkan kepada Sekertaris", "Sekretaris"),
        ("Dokumen Rentra dan Renja", "Renstra"),
        ("sesuai dengan petunjuk tekhnis", "teknis"),
        ("pada tshun berjalan", "tahun"),
        ("Buku Kontraol harian", "Kontrol"),
        ("hasil pemerikasaan lapangan", "pemeriksaan"),
        ("tentang pengelolan barang", "pengelolaan"),
        ("dokumen dan perlengkaoran lain", "perlengkapan"),
        ("memerencanakan kegiatan", "merencanakan"),
        ("harus ditandatangai Camat", "ditandatangani"),
        ("rencana ekgiatan tahunan", "kegiatan"),
        ("perijinan usaha", "perizinan"),
        ("menghasilkan perencanannya", "perencanaannya"),
        ("tentang pencapain target", "pencapaian"),
        ("melalui jaringn komputer", "jaringan"),
    ],
)
def test_misspelt_words_of_running_text(printed: str, standard: str) -> None:
    """Lost, doubled, swapped and wrong letters, and misspellings that everybody knows."""
    assert [found[2] for found in misspelt(guide(printed))] == [standard]


@pytest.mark.parametrize(
    "words",
    [
        "mempertanggungjawabkan keterlambatan pemberdayaan perundang-undangan",
        "sekurang-kurangnya bersama-sama buku-bukunya menindaklanjuti sebaik-baiknya",
        "Menyusun draft, softcopy dan hardcopy cascading pada e-SAKIP",
        "di rumah Bapak Anwar dan Ibu Hesti Utami",
        "warga Desa Bantul dan Kota Batam",
        "Kepala BPKPSDM dan Bappelitbangda serta OPD",
        "surat nomor 065/KEGIATN/2024 dan kegiatn2024 serta www.kegiatn.example",
        "alamat surat kegiatn@contoh.example",
        "kegia tan yang peren canaannya",
        "Peraturan Menteri Nomor 12 Tahun 2001 tentang Resiko, Praktek dan Propinsi",
        "mengoordinasikan mengkoordinasikan memverifikasi memvalidasi mendisposisi ketersediaannya",
        "system design computer document management",
        "Nopember dan Pebruari",
        "KuaIifikasi PeIaksana, kegiatan, dan PEMERlNTAH",
        "Sandra Dewi, Iqbal Maulana, Brian",
        "Tim terdiri dari Dewantara Putra, Pandahan Wirya dan M.Anwar Saleh",
    ],
)
def test_what_looks_misspelt_and_is_right(words: str) -> None:
    """Affixes, words said twice, English, names, places, codes, broken words and titles of regulations."""
    assert misspelt(guide(words)) == []


def test_a_typo_in_the_title_of_a_regulation_is_one() -> None:
    """Old spellings stand in titles of regulations, slips of the writer do not."""
    words = "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansti Pemerintah"

    assert [found[1] for found in misspelt(guide(words))] == ["Instansti"]


def test_a_misspelling_in_a_heading_weighs_more() -> None:
    """The place of a word is a heading as soon as one of its places is."""
    heading = HEADING.replace("Output", "Ouput")
    text = IDENTITY.replace("PEMERINTAH", "PEMERINATAH") + "\nPeralatan/Perlengkpaan\nKomputer\n" + TAIL + heading
    text += "1\tMencatat ouput\t\tX\tSurat\t5 menit\tCatatan\t\n"

    found = misspelt(text)

    assert ("heading", "PEMERINATAH", "PEMERINTAH") in found
    assert ("heading", "Perlengkpaan", "Perlengkapan") in found
    assert [place for place, printed, _ in found if printed.lower() == "ouput"] == ["heading"]


def test_one_fact_for_each_word_with_all_its_places() -> None:
    """The same misspelling in two lines is one fact."""
    [fact] = facts_of(guide("petunjuk tekhnis\n\nsecara Tekhnis dan TEKHNIS"), "misspelling")

    assert (fact.fields["count"], lines(fact)) == (3, [6, 8, 8])


def test_mutu_buku_is_mutu_baku() -> None:
    """A right word in the wrong place is a misspelling of the term."""
    text = IDENTITY + TAIL + "No\tKegiatan\tPelaksana\tMUTU BUKU\t\t\n\t\tCamat\tKelengkapan\tWaktu\tOutput\n"

    assert ("heading", "MUTU BUKU", "MUTU BAKU") in misspelt(text)


def test_a_name_that_comes_again_and_again() -> None:
    """A word with a capital that comes three times is a name, however near it is to another word."""
    names = "Petugas Kegiatam, petugas Kegiatam, petugas Kegiatam"

    assert misspelt(guide(names)) == []


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("data kinerja Kecamatan Kecamatan Bukit Lembayung", "Kecamatan Kecamatan"),
        ("surat yang yang masuk", "yang yang"),
        ("disampaikan di\ndi kantor", "di di"),
        ("petugas melakukan melakukan pencatatan", "melakukan melakukan"),
        ("Pengumpulan Pengumpulan Data", "Pengumpulan Pengumpulan"),
    ],
)
def test_words_twice_running(words: str, printed: str) -> None:
    """Names, small words and verbs that stand there twice."""
    assert [fact.words["words"] for fact in facts_of(guide(words), "repeated_word")] == [printed]


@pytest.mark.parametrize(
    "words",
    [
        "masing masing, rata rata, sama sama, undang undang, surat surat, kegiatan kegiatan",
        "Pemerintah Daerah Daerah Istimewa Arunika",
        "Nomor 12 12 Tahun",
        "sistem, sistem pelaporan",
        "Tentang Kebijakan\nKEBIJAKAN umum",
    ],
)
def test_words_that_are_said_twice(words: str) -> None:
    """Reduplication, names of regions, numbers, and words with a mark between them."""
    assert facts_of(guide(words), "repeated_word") == []


def test_cells_are_read_one_by_one() -> None:
    """The same word at the end of one cell and the begin of the next is no repetition."""
    row = "1\tMencatat dan\t\tX\tdan\t5 menit\tdan\t\n"

    assert facts_of(IDENTITY + TAIL + HEADING + row, "repeated_word") == []


def test_outdated_terms() -> None:
    """One fact for each term with all its prints; titles of regulations and ordinary words do not count."""
    words = (
        "Menyusun LAKIP dan Lakip serta dokumen Penetapan Kinerja menurut Peraturan Menteri Nomor 29 Tahun 2010 "
        "tentang Pedoman Penyusunan Penetapan Kinerja. Setelah penetapan kinerja individu selesai"
    )

    facts = facts_of(guide(words), "outdated_term")

    assert [(f.words["printed"], f.fields["count"]) for f in facts] == [("LAKIP, Lakip", 2), ("Penetapan Kinerja", 1)]
    assert all(fact.fields["replaced"] for fact in facts)


@pytest.mark.parametrize(("year", "replaced"), [("2013", False), ("2015", True)])
def test_an_old_document_used_the_right_term(year: str, replaced: bool) -> None:
    """The day of the document tells which name it had to use."""
    text = guide("Menyusun LAKIP").replace("2024", year)

    [fact] = facts_of(text, "outdated_term")

    assert fact.fields["replaced"] is replaced


@pytest.mark.parametrize(
    ("words", "spellings"),
    [
        ("Kasubag Umum dan Kasubbag Keuangan, Kasubag", "Kasubag (2 kali), Kasubbag (1 kali)"),
        ("LAKIP lalu Lakip", "LAKIP (1 kali), Lakip (1 kali)"),
        ("Menyusun draft lalu draf", "Draft (1 kali), Draf (1 kali)"),
        ("SAKIP, Sakip, Sakip, SAKIP", "SAKIP (2 kali), Sakip (2 kali)"),
    ],
)
def test_one_thing_under_several_spellings(words: str, spellings: str) -> None:
    """Names that exclude each other, and abbreviations in capitals and otherwise."""
    assert [fact.words["spellings"] for fact in facts_of(guide(words), "term_variants")] == [spellings]


@pytest.mark.parametrize(
    "words",
    [
        "SAKIP dan SAKIP, Sakip",
        "draft dan Draft",
        "Laporan Kinerja (LKjIP), LKjIP",
        "Kasi dan Kepala Seksi",
        "SOP/LAKIP/65",
    ],
)
def test_one_thing_under_one_name(words: str) -> None:
    """A long form with its abbreviation, a capital at the begin, and one slip."""
    assert facts_of(guide(words), "term_variants") == []


def test_words_of_chat() -> None:
    """All of them are one fact."""
    [fact] = facts_of(guide("data yg ada di masing2 bagian utk Camat\n\nyg lain"), "informal_words")

    assert (fact.fields["words"], fact.fields["count"], lines(fact)) == (3, 4, [6, 6, 6, 8])
    assert fact.words["list"] == '"yg" (yang), "utk" (untuk) dan "masing2" (masing-masing)'


@pytest.mark.parametrize(
    "words", ["pasal2 dan lantai2", "SP2D dan B2", "dll. dan tgl. dan Kasubbag", "dr. Suci", "kata@yg.id"]
)
def test_words_that_are_no_chat(words: str) -> None:
    """Numbers, codes and usual abbreviations."""
    assert facts_of(guide(words), "informal_words") == []


def test_a_garbled_text_is_not_readable() -> None:
    """Where most words are none the text was garbled."""
    garbled = " ".join(f"xq{a}{b}vwz{c}" for a in "abcde" for b in "fghij" for c in "klm")

    [fact] = facts_of(guide(garbled), "prose")

    assert fact.fields["readable"] is False


def test_words_of_a_document_are_no_part_of_what_extract_prints() -> None:
    """They are there for the facts alone."""
    sop = read_one(guide("Menyusun surat"))

    assert sop.prose
    assert "prose" not in sop.model_dump(mode="json")


@pytest.mark.parametrize(
    "words",
    [
        "kata" * 20_000,
        "yang " * 20_000,
        "tentang " * 20_000,
        "di-" * 30_000,
        "2 a2" * 20_000,
        STRANGE,
        "uu tentang " * 20_000,
    ],
)
def test_hostile_words_take_no_time(words: str) -> None:
    """One long word, one word ever again, and what looks like something ever again."""
    start = time.process_time()

    facts_of(guide(words), "prose")

    assert time.process_time() - start < 2
