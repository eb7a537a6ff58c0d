"""Facts about legal bases that rest on the register; offices and local regulations are invented."""

from __future__ import annotations

import pytest

from engine.derive.law_titles import compare_titles
from schemas.facts import Fact
from tests.sop_texts import STEPS, facts_of, with_fields

TITLE_53 = (
    "Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah"
)


def cited(*items: str, **fields: str) -> str:
    listed = "".join(f"{number}. {item}\n" for number, item in enumerate(items, 1))
    return with_fields(**fields) + "Dasar Hukum\n" + listed + "Kualifikasi Pelaksana\n1. Memahami tata naskah\n" + STEPS


def one(text: str, kind: str) -> Fact:
    (fact,) = facts_of(text, kind)
    return fact


def fields(text: str, kind: str, *names: str) -> list[tuple[object, ...]]:
    return [tuple(fact.fields[name] for name in names) for fact in facts_of(text, kind)]


PP_79 = (
    "Peraturan Pemerintah Nomor 79 Tahun 2005 tentang Pedoman Pembinaan dan Pengawasan Penyelenggaraan "
    "Pemerintahan Daerah"
)


@pytest.mark.parametrize(
    ("approved", "effective", "state", "dated"),
    [
        ("15 Mei 2025", "16 Mei 2025", "revoked", "document"),
        ("4 Januari 2010", "16 Mei 2025", "revoked-later", "document"),
        ("", "16 Mei 2025", "revoked", "document"),
    ],
)
def test_the_date_of_the_document_counts(approved: str, effective: str, state: str, dated: str) -> None:
    """Approved, else effective; never today while the document has a date."""
    text = cited(PP_79, pengesahan=approved, efektif=effective, pembuatan="2 Januari 2009")
    fact = one(text, "law")

    assert (state, True, dated) == (fact.fields["state"], fact.fields["firm"], fact.fields["dated"])


def test_without_a_date_the_day_of_the_audit_counts() -> None:
    """And the fact says so."""
    fact = one(cited(PP_79, pengesahan="", efektif="", pembuatan=""), "law")

    assert ("revoked", "audit", "unknown") == tuple(fact.fields[name] for name in ("state", "dated", "issued"))


def test_two_places_that_say_the_same_are_one_fact() -> None:
    """Narrative and form cite the same: one finding with both places."""
    text = "III. Dasar Hukum\n\n1. " + PP_79 + "\n\n" + cited(PP_79)

    assert 1 == len(facts_of(text, "law"))


@pytest.mark.parametrize(
    ("printed", "state"),
    [
        ("Pemerintahan Daerah", "same"),
        ("PEMERINTAHAN DAERAH", "same"),
        ("Pemerintah Daerah", "different"),
        ("Pemerintahan Daerah (Pemda)", "same"),
        ("Pemerintahan  Daerah", "same"),
        ("Pemerintahan Daerah Nasional", "different"),
        ("Pemerlntahan Daerah", "same"),
        ("Pemerintahan Daerah dan Desa", "different"),
        ("Pemerintahan Daerah sebagaimana telah diubah", "same"),
        ("Pemerintahan Daerah Tahun 2014", "same"),
        ("Pemerintahan Daerah Memahami aturan yang berlaku", "same"),
    ],
)
def test_title_of_a_law(printed: str, state: str) -> None:
    """One word decides; case, spacing and an abbreviation in brackets do not."""
    assert state == compare_titles(printed, ["Pemerintahan Daerah"]).state


@pytest.mark.parametrize(
    ("printed", "state", "difference"),
    [
        (TITLE_53, "same", ""),
        (TITLE_53.replace("Kinerja dan", "Kinerja, dan"), "same", ""),
        (TITLE_53.removesuffix(" Instansi Pemerintah"), "cut", "Instansi Pemerintah"),
        (TITLE_53.replace("Reviu", "Review"), "different", "“review” seharusnya “reviu”"),
        (TITLE_53.replace("Tata Cara", "Tata Cara,"), "punctuation", "tanda koma setelah “tata cara”"),
        (TITLE_53.replace("Tata Cara", "Tatacara"), "same", ""),
        (TITLE_53 + " (Berita Negara Tahun 2014)", "same", ""),
        (TITLE_53.replace("Tata Cara", "SOP Kecamatan Seruni | 2 Tata Cara"), "same", ""),
        ("Petunjuk Teknis", "different", None),
        (TITLE_53 + " Daerah", "different", "kata “daerah” tidak ada dalam judul resmi"),
        ("", "different", ""),
    ],
)
def test_long_title(printed: str, state: str, difference: str | None) -> None:
    """Cut, another word, a comma that breaks a term; a comma before dan is a matter of taste."""
    match = compare_titles(printed, [TITLE_53])

    assert state == match.state
    assert difference in (None, match.difference)


@pytest.mark.parametrize(
    ("printed", "state"), [("Keterbukaan Informasi", "cut"), ("Keterbukaan", "different"), ("Sistem", "different")]
)
def test_half_of_a_short_title_is_its_begin(printed: str, state: str) -> None:
    """Two words of three can only be this title; one may begin many."""
    assert state == compare_titles(printed, ["Keterbukaan Informasi Publik"]).state


def test_abbreviated_kinds_inside_a_title_are_the_same_words() -> None:
    """PP Nomor 08 Tahun 2008 is Peraturan Pemerintah Nomor 8 Tahun 2008."""
    official = "Pelaksanaan Peraturan Pemerintah Nomor 8 Tahun 2008 tentang Tahapan"
    guide = "Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan"

    assert "same" == compare_titles("Pelaksanaan PP No. 08 Tahun 2008 tentang Tahapan", [official]).state
    assert "same" == compare_titles("Pedoman Penyusunan SOP AP", [guide]).state
    assert "same" == compare_titles("Pedoman Penyusunan SOP Administrasi Pemerintahan", [guide]).state


@pytest.mark.parametrize(
    ("clause", "state"),
    [
        ("", "bare"),
        (" sebagaimana telah diubah beberapa kali, terakhir dengan Undang-Undang Nomor 9 Tahun 2015", "older"),
        (" sebagaimana telah beberapa kali diubah", "unknown"),
        (" sebagaimana telah diubah terakhir dengan Undang-Undang Nomor 11 Tahun 2020", "named"),
        (" sebagaimana telah diubah terakhir dengan Undang-Undang Nomor 6 Tahun 2023", "named"),
    ],
)
def test_last_change_on_the_day(clause: str, state: str) -> None:
    """For a document of June 2022 the last whole change is UU 11/2020; one of a later year is not older."""
    law = f"Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah{clause}"
    text = cited(law, pengesahan="6 Juni 2022", efektif="7 Juni 2022", pembuatan="1 Juni 2022")
    expected = [(state,)] if "2023" not in clause else [("bare",), ("unknown",)]

    assert fields(text, "law_change", "state")[0] in expected


def test_the_change_may_stand_as_an_item_of_its_own() -> None:
    """A list that names the law and its last change one after the other names it."""
    text = cited(
        "Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah",
        "Peraturan Pemerintah Nomor 72 Tahun 2019 tentang Perubahan atas Peraturan Pemerintah Nomor 18 Tahun 2016 "
        "tentang Perangkat Daerah",
    )

    assert [("named",)] == fields(text, "law_change", "state")


def test_a_change_that_is_said_to_change_another_law() -> None:
    """UU 9/2015 changes UU 23/2014, not UU 24/2014; that a Perppu is confirmed is no slip."""
    slip = (
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah diubah terakhir dengan "
        "Undang-Undang Nomor 9 Tahun 2015 tentang Perubahan Kedua atas Undang-Undang Nomor {} Tahun 2014"
    )

    assert [("clause", True)] == fields(cited(slip.format(24)), "law_slip", "at", "sure")
    assert [] == facts_of(cited(slip.format(23)), "law_slip")


@pytest.mark.parametrize(
    ("title", "slips"),
    [
        ("Perubahan atas Peraturan Pemerintah Nomor 18 Tahun 2017 tentang Perangkat Daerah", [("clause", True)]),
        ("Perubahan atas Peraturan Pemerintah Nomor 81 Tahun 2016 tentang Perangkat Daerah", [("clause", True)]),
        ("Perubahan atas Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah", []),
    ],
)
def test_a_change_whose_title_names_another_number(title: str, slips: list[object]) -> None:
    """It is one fault: the number, and not also the title."""
    text = cited(f"Peraturan Pemerintah Nomor 72 Tahun 2019 tentang {title}")

    assert slips == fields(text, "law_slip", "at", "sure")
    assert [fact.words["name"] for fact in facts_of(text, "law_slip")] == ["PP 18/2016"] * len(slips)
    assert [("slip" if slips else "right",)] == fields(text, "law_title", "number")


@pytest.mark.parametrize(
    ("law", "at"),
    [
        ("Undang-Undang Nomor 24 Tahun 2014 tentang Pemerintahan Daerah", ["near"]),
        ("Undang-Undang Nomor 23 Tahun 2015 tentang Pemerintahan Daerah", ["near"]),
        ("Undang-Undang Nomor 77 Tahun 2001 tentang Pemerintahan Daerah", ["other"]),
        ("Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah", []),
        ("Peraturan Pemerintah Nomor 58 Tahun 2005 tentang Pengelolaan Keuangan Daerah", []),
        ("Undang-Undang Nomor 77 Tahun 2001 tentang Hal yang Lain Sama Sekali", []),
    ],
)
def test_the_title_of_another_number(law: str, at: list[str]) -> None:
    """Number and year come first: two regulations may share a title."""
    assert at == [fact.fields["at"] for fact in facts_of(cited(law), "law_slip")]


@pytest.mark.parametrize(
    ("revised", "issued"),
    [("-", "after"), ("10 Maret 2024", "before")],
)
def test_a_law_younger_than_the_document(revised: str, issued: str) -> None:
    """A past revision explains it."""
    law = "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara"
    days = {"pembuatan": "2 Januari 2021", "pengesahan": "4 Januari 2021", "efektif": "5 Januari 2021"}

    assert [(issued,)] == fields(cited(law, revisi=revised, **days), "law", "issued")


def test_a_law_younger_than_the_cover() -> None:
    """Without a readable date the year of the cover tells, to be confirmed."""
    law = "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara"
    days = dict.fromkeys(("pembuatan", "pengesahan", "efektif"), "")
    cover = "STANDAR OPERASIONAL PROSEDUR\nPELAYANAN SURAT\nTAHUN {}\n\n"

    assert [("unsure",)] == fields(cover.format(2021) + cited(law, **days), "law", "issued")
    assert [("before",)] == fields(cover.format(2023) + cited(law, **days), "law", "issued")
    assert [("unknown",)] == fields(cited(law, **days), "law", "issued")


def test_a_review_is_no_evaluation() -> None:
    """A reviu of the report rests on PermenPANRB 53/2014, an evaluation on 88/2021."""

    def asked(title: str) -> set[str]:
        return {fact.words["name"] for fact in facts_of(cited(PP_79, sop=title), "expected_law")}

    assert "PermenPANRB 88/2021" in asked("EVALUASI SAKIP")
    assert "PermenPANRB 88/2021" not in asked("REVIU LAPORAN KINERJA")


def test_core_regulations_of_the_subject() -> None:
    """An SOP on performance is expected to cite SAKIP, one on letters is not; a forerunner asks for its successor."""
    old = (
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 25 Tahun 2012 tentang Petunjuk "
        "Pelaksanaan Evaluasi Akuntabilitas Kinerja Instansi Pemerintah"
    )
    letters = {fact.words["name"] for fact in facts_of(cited(PP_79), "expected_law")}
    performance = {fact.words["name"] for fact in facts_of(cited(PP_79, sop="PENGUKURAN KINERJA"), "expected_law")}
    forerunner = {fact.words["name"]: fact.words["forerunners"] for fact in facts_of(cited(old), "expected_law")}

    assert {"PermenPANRB 35/2012"} == letters
    assert {"Perpres 29/2014", "PermenPANRB 53/2014", "PermenPANRB 35/2012"} == performance
    assert "PermenPANRB 25/2012" == forerunner["PermenPANRB 88/2021"]


def test_a_regulation_that_is_missing_shows_its_forerunner() -> None:
    """Where the older one stands is where the reader looks."""
    old = "Peraturan Menteri PANRB Nomor 12 Tahun 2015 tentang Pedoman Evaluasi"
    (fact,) = (fact for fact in facts_of(cited(PP_79, old), "expected_law") if fact.words["forerunners"])

    assert "Nomor 12 Tahun 2015" in fact.evidence[-1].quote


@pytest.mark.parametrize(
    ("items", "rank", "date"),
    [
        ((PP_79, "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah"), False, True),
        (("Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah", PP_79), True, True),
        (("Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah", PP_79), True, False),
    ],
)
def test_order_by_rank_then_date(items: tuple[str, ...], rank: bool, date: bool) -> None:
    """The first pair that stands the wrong way round is named."""
    assert [(rank, date)] == fields(cited(*items), "legal_order", "rank", "date")


def test_one_kind_written_in_two_ways() -> None:
    """PP and Peraturan Pemerintah in one document."""
    mixed = cited(PP_79, "PP No. 18 Tahun 2016 tentang Perangkat Daerah")

    assert [(True,)] == fields(mixed, "legal_style", "mixed")
    assert [(False,)] == fields(cited(PP_79), "legal_style", "mixed")


def test_the_number_in_the_second_half_of_a_title_is_no_citation() -> None:
    """A title that goes on in the next item is not compared, and what it names there is not cited."""
    text = cited(
        "Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang",
        "Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    )

    assert ["PP 96/2012"] == [fact.words["name"] for fact in facts_of(text, "law")]
    assert [("same",)] == fields(text, "law_title", "title")


def test_a_second_half_takes_the_kind_of_the_first() -> None:
    """Where the first half has no number, the second makes the citation."""
    text = cited("Peraturan Pemerintah", "Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun 2009")

    assert ["PP 96/2012"] == [fact.words["name"] for fact in facts_of(text, "law")]


def test_where_a_cut_title_stops() -> None:
    """The end of a long title and its place; what is missing as the official title has it."""
    long = (
        "Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017 tentang Tata Cara Perencanaan, Pengendalian dan Evaluasi "
        "Pembangunan Daerah, Tata Cara Evaluasi Rancangan Peraturan Daerah tentang Rencana Pembangunan Jangka Panjang "
        "Daerah dan Rencana Pembangunan Jangka Menengah Daerah, serta Tata Cara Perubahan Rencana Pembangunan"
    )
    fact = one(cited(long), "law_title")

    assert fact.words["title"].startswith("…")
    assert fact.words["title"].endswith("serta Tata Cara Perubahan Rencana Pembangunan")
    assert fact.words["difference"].startswith("Jangka Panjang Daerah, Rencana Pembangunan Jangka Menengah Daerah")
    assert fact.evidence[-1].quote.endswith("Perubahan Rencana Pembangunan")


@pytest.mark.parametrize(
    ("printed", "state", "slip"),
    [
        (TITLE_53.replace("Reviu", "Review"), "different", "review"),
        (TITLE_53.replace("Reviu", "Review").replace("Teknis", "Tehnis"), "different", ""),
        (TITLE_53.replace("Kinerja dan", "Kinerja serta"), "same", ""),
        (TITLE_53.replace("Kinerja dan", "Kinerja,"), "same", ""),
    ],
)
def test_one_word_in_the_place_of_another(printed: str, state: str, slip: str) -> None:
    """One slip is told; words that only join say nothing."""
    match = compare_titles(printed, [TITLE_53])

    assert (match.state, match.slip) == (state, slip)


def test_a_list_that_the_file_cuts_may_go_on() -> None:
    """What is expected may have stood there."""
    whole = cited("Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan")
    cut = whole[: whole.index("Kualifikasi")]

    assert {fact.fields["cut"] for fact in facts_of(whole, "expected_law")} == {False}
    assert {fact.fields["cut"] for fact in facts_of(cut, "expected_law")} == {True}
