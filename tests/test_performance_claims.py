"""What the figures of a Laporan Kinerja show of its words: from text to facts."""

from __future__ import annotations

import datetime as dt

import pytest

from engine.derive.report_figures import same_value
from engine.performance_facts import performance_facts
from extraction.performance import read_performance
from extraction.quantities import read_quantity
from readers.text import read_text

HEAD = "LAPORAN KINERJA DINAS UJI KABUPATEN CONTOH TAHUN 2024\n\n"
TABLE = """Tabel 3.1 Capaian Kinerja Tahun 2024
| No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
|----|-------------------|--------|--------|-----------|-------------|
| 1 | Indeks Kepuasan Masyarakat (IKM) | Indeks | 85,00 | 86,70 | 102,00 |
| 2 | Nilai SAKIP | Nilai | 72,00 | 64,80 | 90,00 |
| 3 | Jumlah gangguan ketertiban | Kejadian | 12 | 9 | 125,00 |
| 4 | Persentase usulan Musrenbang yang terakomodasi | % | 40 | n/a | n/a |

"""
YEARS = """Tabel 3.2 Perbandingan Realisasi
| Indikator | 2023 | 2024 |
|---|---|---|
| Indeks Kepuasan Masyarakat (IKM) | 83,90 | 86,70 |
| Nilai SAKIP | 66,10 | 64,80 |
| Jumlah gangguan ketertiban | 11 | 9 |

"""


def facts(text, kind="claim"):
    """Those of one kind of a text."""
    report = read_performance(read_text((HEAD + text).encode(), name="lkj.md"))
    return [fact for fact in performance_facts(report, as_of=dt.date(2026, 1, 15)).facts if fact.kind == kind]


def claims(text):
    """Claim and what the figures show, without tables that agree."""
    return [
        (fact.fields["claim"], fact.fields["shows"])
        for fact in facts(text)
        if (fact.fields["claim"], fact.fields["shows"]) != ("figures", "agrees")
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nilai SAKIP tahun 2024 meningkat dibandingkan tahun 2023.", [("rise", "fall")]),
        ("IKM meningkat dibandingkan tahun lalu.", [("rise", "rise")]),
        ("Jumlah gangguan ketertiban menurun dibandingkan tahun 2023.", [("fall", "fall")]),
        ("Capaian jumlah gangguan ketertiban meningkat dibandingkan tahun 2023.", []),
        ("Kinerja penanganan gangguan meningkat dari 11 menjadi 9 kejadian.", []),
        ("Nilai SAKIP Provinsi meningkat dibandingkan tahun 2023.", []),
        ("Nilai SAKIP tahun 2024 tidak berubah dibanding tahun 2023.", [("same", "fall")]),
        ("Nilai SAKIP telah mencapai target.", [("reached", "missed")]),
        ("Nilai SAKIP belum mencapai target.", [("missed", "missed")]),
        ("Indeks Kepuasan Masyarakat belum mencapai target.", [("missed", "reached")]),
        ("Jumlah gangguan ketertiban mencapai target.", [("reached", "reached")]),
        ("Jumlah gangguan ketertiban tidak mencapai target.", [("missed", "reached")]),
        ("Persentase usulan Musrenbang yang terakomodasi telah mencapai target.", [("reached", "hidden")]),
        ("Persentase usulan Musrenbang belum mencapai target.", []),
        ("Seluruh indikator kinerja telah mencapai target.", [("reached", "missed")]),
        ("Nilai SAKIP tahun 2024 sebesar 64,80.", [("value", "agrees")]),
        ("Nilai SAKIP tahun 2024 sebesar 68,40.", [("value", "differs")]),
        ("Nilai SAKIP tahun 2023 sebesar 66,10.", [("value", "agrees")]),
        ("Nilai SAKIP tahun 2023 sebesar 61,10.", [("value", "differs")]),
        ("Nilai SAKIP tahun 2025 sebesar 75,00.", []),
        ("Nilai SAKIP tahun 2024 sebesar 90%.", [("value", "agrees")]),
        ("Capaian IKM tahun 2024 sebesar 102%.", [("value", "agrees")]),
        ("Target nilai SAKIP tahun 2024 sebesar 72.", [("value", "agrees")]),
        ("Nilai SAKIP Kabupaten tahun 2024 sebesar 70,20.", []),
        ("Realisasi Nilai SAKIP mencapai 88,77% dari target akhir Renstra sebesar 73,00.", []),
        ("Nilai SAKIP telah melampaui target nasional sebesar 60,00.", []),
        ("Nilai SAKIP sudah mencapai target jangka menengah.", []),
        ("Rata-rata capaian kinerja di atas 90%.", [("average", "hidden")]),
        ("Rata-rata capaian kinerja adalah 105,67%.", []),
        ("Nilai pengawasan tahun 2024 sebesar 70 naik dibanding tahun 2023 sebesar 75.", [("rise", "fall")]),
        ("Nilai SAKIP terealisasi 64,80 dari target 72,00 sehingga melampaui target.", [("reached", "missed")]),
        ("Nilai SAKIP sebesar 64,80 melampaui target nasional sebesar 60,00.", []),
        ("Nilai SAKIP tidak tercapai karena 5 desa terlambat.", [("missed", "missed")]),
        ("Nilai SAKIP tahun 2024 sebesar 66,80, berada di bawah target.", [("value", "differs"), ("missed", "missed")]),
        ("Nilai SAKIP tahun 2024 sebanyak 66,80.", [("value", "differs")]),
        ("Nilai SAKIP pada tahun 2023 meningkat dibandingkan tahun 2022.", []),
        (
            "Nilai SAKIP turun dari 64,10 tahun 2023 menjadi 64,80 tahun 2024.",
            [("value", "agrees"), ("value", "differs"), ("fall", "rise")],
        ),
        ("Nilai SAKIP tahun 2024 sebesar 64,80, turun dari 62,00.", [("value", "agrees"), ("fall", "rise")]),
        ("Jumlah wajib pajak turun dari 70 menjadi 80.", [("fall", "rise")]),
    ],
)
def test_sentences_beside_the_tables(sentence, expected):
    """A sentence is judged by its own figures, else by the tables; what they do not tell is no claim."""
    assert claims(TABLE + YEARS + sentence) == expected


def test_both_places_are_shown_with_their_figures():
    """The sentence first, then the cells."""
    (fact,) = [
        one for one in facts(TABLE + YEARS + "Nilai SAKIP meningkat dibandingkan tahun 2023.") if one.words["text"]
    ]

    assert fact.words["figures"] == "realisasi 2023: 66,10; realisasi 2024: 64,80"
    assert [place.quote for place in fact.evidence] == [
        "Nilai SAKIP meningkat dibandingkan tahun 2023.",
        "66,10",
        "64,80",
    ]


def test_a_table_of_achievements_over_years_is_no_table_of_results():
    """Its figures of the year are those of the achievement: nothing is compared with results."""
    table = YEARS.replace("86,70", "102,00").replace("64,80", "90,00").replace("| 9 |", "| 125,00 |")

    assert claims(TABLE + table.replace("Perbandingan Realisasi", "Perbandingan Capaian Kinerja")) == []


def test_a_table_of_targets_over_years_is_not_compared():
    """Targets of the Renstra are those of another document."""
    table = YEARS.replace("Perbandingan Realisasi", "Target Renstra 2021-2026").replace("86,70", "88,00")

    assert claims(TABLE + table) == []


def test_the_same_figure_in_two_tables():
    """The result of the year, and the target of the agreement."""
    agreement = """Tabel 2.1 Perjanjian Kinerja
| No | Indikator Kinerja | Satuan | Target |
|---|---|---|---|
| 1 | Nilai SAKIP | Nilai | 74,00 |
| 2 | Jumlah gangguan ketertiban | Kejadian | 12 |

"""
    found = facts(agreement + TABLE + YEARS.replace("64,80", "66,80"))

    assert [one.words["figures"] for one in found] == [
        "realisasi 2024: 64,80 (Tabel 3.1); realisasi 2024: 66,80 (Tabel 3.2)",
        "target 2024: 74,00 (Tabel 2.1); target 2024: 72,00 (Tabel 3.1)",
    ]


def test_after_a_change_one_of_the_agreements_has_to_fit():
    """The target of the changed agreement is that of the report."""
    row = "| No | Indikator Kinerja | Satuan | Target |\n|---|---|---|---|\n| 1 | Nilai SAKIP | Nilai | {} |\n\n"
    first = "Tabel 2.1 Perjanjian Kinerja\n" + row.format("74,00")
    second = "Tabel 2.2 Perubahan Perjanjian Kinerja\n" + row.format("72,00")

    assert claims(first + second + TABLE) == []


def test_an_indicator_that_stands_twice_is_nobodys():
    """Which row is meant cannot be told."""
    twice = TABLE.replace("| 3 | Jumlah gangguan ketertiban |", "| 3 | Nilai SAKIP |")

    assert claims(twice + "Nilai SAKIP telah mencapai target.") == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("98,48", "98,5", True),
        ("98,48", "98", True),
        ("98,48", "98,49", True),
        ("98,48", "98,51", False),
        ("98,4", "98,5", False),
        ("9", "10", False),
        ("85", "86,70", False),
        ("1.250", "1.250,0", True),
        ("n/a", "5", True),
    ],
)
def test_tolerance_is_that_of_the_coarser_decimals(one, other, same):
    """Two tables that round differently do not contradict each other."""
    assert same_value(read_quantity(one), read_quantity(other)) is same


def test_only_a_report_is_judged():
    """A form has no sentences about results."""
    text = "FORMULIR PENGUKURAN KINERJA TAHUN 2024\n\nNilai SAKIP naik dari 70,10 menjadi 66,20.\n"
    report = read_performance(read_text(text.encode(), name="form.txt"))
    kinds = {fact.kind for fact in performance_facts(report, as_of=dt.date(2026, 1, 15)).facts}

    assert "claim" not in kinds


# parts and dates --------------------------------------------------------------------------------------------------

WHOLE = """KATA PENGANTAR
Laporan Kinerja Dinas Uji Tahun 2024 disusun sebagai pertanggungjawaban atas pelaksanaan perjanjian kinerja tahun itu.

DAFTAR ISI
BAB I PENDAHULUAN .......... 1
E. Efisiensi Penggunaan Sumber Daya .......... 9

BAB I
PENDAHULUAN
BAB II PERENCANAAN KINERJA
BAB III AKUNTABILITAS KINERJA
A. Capaian Kinerja
B. Perbandingan Realisasi dengan Tahun Sebelumnya
C. Perbandingan dengan Target Jangka Menengah
D. Analisis Penyebab Keberhasilan dan Kegagalan
E. Efisiensi Penggunaan Sumber Daya
F. Realisasi Anggaran
BAB IV PENUTUP
Demikian laporan kinerja ini disusun sebagai bahan evaluasi dan perbaikan kinerja pada tahun-tahun berikutnya.

Kota Uji, 14 Februari 2025
KEPALA DINAS UJI,

ARYA WIDURA, S.Sos.
NIP. 19750101 199803 1 009
"""


def whole(text):
    """The fact about the report as a whole."""
    (fact,) = facts(text, "report_text")
    return fact


def test_a_report_with_all_parts():
    """Chapter numbers on their own line; the day of the signature."""
    fact = whole(WHOLE)

    assert (fact.fields["text"], fact.fields["missing"]) == ("whole", 0)
    assert (fact.fields["months_after"], fact.fields["day"], fact.fields["dated"]) == (2, 14, "dated")


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("BAB II PERENCANAAN KINERJA", "perencanaan atau ringkasan perjanjian kinerja"),
        ("B. Perbandingan Realisasi dengan Tahun Sebelumnya", "perbandingan realisasi dengan tahun-tahun sebelumnya"),
        (
            "C. Perbandingan dengan Target Jangka Menengah",
            "perbandingan realisasi dengan target jangka menengah (Renstra/RPJMD)",
        ),
        (
            "D. Analisis Penyebab Keberhasilan dan Kegagalan",
            "analisis penyebab keberhasilan atau kegagalan dan solusinya",
        ),
        ("E. Efisiensi Penggunaan Sumber Daya", "analisis efisiensi penggunaan sumber daya"),
        ("F. Realisasi Anggaran", "realisasi anggaran"),
        ("BAB IV PENUTUP", "penutup"),
    ],
)  # fmt: skip
def test_a_part_that_is_missing(line, missing):
    """Each is named; what only the table of contents names is not there."""
    text = WHOLE.replace(f"\n{line}\n", "\n", 1)

    assert whole(text).words["missing"] == missing


def test_sentences_and_tables_count_as_parts():
    """A part needs no heading of its own."""
    text = WHOLE.replace("B. Perbandingan Realisasi dengan Tahun Sebelumnya\n", "")
    text = text.replace("E. Efisiensi Penggunaan Sumber Daya\n", "Tercapai efisiensi sebesar 4 persen dari pagu.\n", 1)

    assert whole(text.replace("A. Capaian Kinerja\n", f"A. Capaian Kinerja\n\n{YEARS}")).fields["missing"] == 0


def test_the_words_of_the_regulation_are_a_part():
    """The long heading of Lampiran II, which is read as running text."""
    heading = (
        "B. Membandingkan antara realisasi kinerja serta capaian kinerja tahun ini dengan tahun lalu dan beberapa "
        "tahun terakhir"
    )

    assert whole(WHOLE.replace("B. Perbandingan Realisasi dengan Tahun Sebelumnya", heading)).fields["missing"] == 0


@pytest.mark.parametrize("start", ["BAB III AKUNTABILITAS KINERJA", "A. Capaian Kinerja"])
def test_an_excerpt(start):
    """It begins with a later chapter, or inside one."""
    assert whole(WHOLE[WHOLE.rindex(start) :]).fields["text"] == "excerpt"


def test_a_text_that_breaks_off_is_an_excerpt():
    """No conclusion and no signature."""
    assert whole(WHOLE[: WHOLE.rindex("F. Realisasi")]).fields["text"] == "excerpt"


@pytest.mark.parametrize(
    ("day", "months", "of_month"),
    [
        ("29 Februari 2025", None, None),
        ("28 Februari 2025", 2, 28),
        ("3 Maret 2025", 3, 3),
        ("10 Januari 2026", 13, 10),
    ],
)
def test_months_after_the_year(day, months, of_month):
    """A day that does not exist is none."""
    fact = whole(WHOLE.replace("14 Februari 2025", day))

    assert (fact.fields["months_after"], fact.fields["day"]) == (months, of_month)


def test_the_agreement_in_the_annex_does_not_date_the_report():
    """Signed after the report, or before its year ended."""
    annex = "LAMPIRAN\nPERJANJIAN KINERJA TAHUN 2025\nKota Uji, 10 Maret 2025\nKEPALA DINAS UJI,\nARYA WIDURA, S.Sos.\n"
    old = annex.replace("2025", "2024")

    assert whole(WHOLE + annex).fields["months_after"] == 2
    assert whole(WHOLE + old).fields["months_after"] == 2


def test_the_day_of_the_foreword_where_no_other_is():
    """Without a signature at the end."""
    end = WHOLE.index("Kota Uji, 14")
    text = WHOLE[:end].replace("\nDAFTAR ISI", "\nKota Uji, 20 Januari 2025\n\nDAFTAR ISI")

    assert (whole(text).fields["months_after"], whole(text).fields["day"]) == (1, 20)


@pytest.mark.parametrize(
    ("top", "type_", "year"),
    [
        ("LAPORAN KINERJA\nINSTANSI PEMERINTAH\n(LKjIP)\nTAHUN ANGGARAN 2023\n", "report", 2023),
        ("LKjIP KECAMATAN UJI TAHUN 2024\n", "report", 2024),
        ("LAKIP\nDINAS UJI\n2019\n", "report", 2019),
        ("LAPORAN KINERJA\nKECAMATAN UJI\nTAHUN 2022\nKECAMATAN UJI\nTAHUN 2023\n", "report", 2022),
        ("LAPORAN KINERJA KECAMATAN UJI\nT A H U N  2 0 2 4\nPeraturan Bupati Nomor 4 Tahun 2019\n", "report", 2024),
        ("LAPORAN KINERJA DINAS UJI\nRENSTRA TAHUN 2021-2026\nTAHUN 2023\n", "report", 2023),
        ("LAPORAN KINERJA\nTRIWULAN II TAHUN 2024\n", "quarterly", 2024),
        ("LAPORAN KINERJA SEMESTER I TAHUN 2024\n", "quarterly", 2024),
        ("E-SAKIP PEMERINTAH KABUPATEN UJI\n\nINDIKATOR KINERJA UTAMA\nTAHUN 2017 - 2021\n", "indicators", None),
        ("PERJANJIAN KINERJA TAHUN 2024\n", "agreement", 2024),
        ("LKjIP Inspektorat Daerah Kabupaten Uji Tahun 2019 29\n", "report", 2019),
    ],
)
def test_kind_and_year_of_covers(top, type_, year):
    """The year is that of the title, not of a regulation, a period or the print."""
    report = read_performance(read_text(top.encode(), name="lkj.txt"))

    assert (report.type, report.year.value if report.year else None) == (type_, year)
