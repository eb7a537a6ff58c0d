"""What sentences of a Laporan Kinerja say of figures, and what they do not say."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extraction.statements import read_statements, subject_of
from extraction.stream import stream
from readers.text import read_text

YEAR = 2024


def statements(text, year=YEAR):
    """Those of a text of running lines."""
    return read_statements(stream(read_text(text.encode(), name="lkj.txt")), year)


def only(text):
    """The only one."""
    (found,) = statements(text)
    return found


@pytest.mark.parametrize(
    ("sentence", "kind", "subject", "value", "other"),
    [
        (
            "Nilai SAKIP tahun 2024 sebesar 64,80 naik dibanding tahun 2023 sebesar 66,10.",
            "rise", "Nilai SAKIP", "64.80", "66.10",
        ),
        ("Nilai SAKIP menurun dari 70,2 (2023) menjadi 71,5 (2024).", "fall", "Nilai SAKIP", "71.5", "70.2"),
        (
            "Indeks inovasi meningkat menjadi 3,2 dari 3,4 pada tahun sebelumnya.",
            "rise", "Indeks inovasi", "3.2", "3.4",
        ),
        (
            "IKM mencapai 87,29 atau 101,50% dari target 86,00, meningkat dibandingkan tahun 2023 yang 85,10.",
            "rise", "IKM", "87.29", "85.10",
        ),
        (
            "Jumlah gangguan mengalami penurunan dari 11 kejadian pada tahun 2023 menjadi 9 kejadian pada tahun 2024.",
            "fall", "Jumlah gangguan", "9", "11",
        ),
        (
            "Dibandingkan dengan tahun 2023, persentase desa mandiri meningkat.",
            "rise", "persentase desa mandiri", None, None,
        ),
        (
            "Indeks literasi tahun 2024 adalah 78,20 lebih tinggi dari tahun 2023 yaitu 75,10.",
            "rise", "Indeks literasi", "78.20", "75.10",
        ),
        (
            "Nilai SPIP tidak berubah dibanding tahun 2023.",
            "same", "Nilai SPIP", None, None,
        ),
        ("Nilai SAKIP naik 1,30 poin dibanding tahun 2023.", "rise", "Nilai SAKIP", None, None),
        ("IKM mengalami kenaikan dari tahun sebelumnya sebesar 1,31.", "rise", "IKM", None, None),
        (
            "Nilai SAKIP tahun 2024 sebesar 64,80 naik dibanding tahun 2023 sebesar 2%.",
            "rise", "Nilai SAKIP", "64.80", None,
        ),
        ("Jumlah kasus tahun 2024 sebanyak 9 turun dibanding tahun 2023 sebesar 3.", "fall", "Jumlah kasus", "9", None),
    ],
)  # fmt: skip
def test_rise_and_fall(sentence, kind, subject, value, other):
    """The direction, the indicator, the figure and what it is compared with; a change is no figure."""
    found = only(sentence)

    assert (found.kind, found.subject) == (kind, subject)
    assert found.value == (None if value is None else Decimal(value))
    assert found.other_value == (None if other is None else Decimal(other))
    assert (found.year, found.other_year) in {(2024, 2023), (2024, None)}


@pytest.mark.parametrize(
    ("sentence", "kind", "subject"),
    [
        ("Indeks Kepuasan Masyarakat telah mencapai target.", "achieved", "Indeks Kepuasan Masyarakat"),
        ("Indikator nilai SAKIP sudah melampaui target yang ditetapkan.", "exceeded", "nilai SAKIP"),
        ("Capaian persentase desa mandiri belum memenuhi target.", "missed", "persentase desa mandiri"),
        ("Target indeks literasi tidak tercapai.", "missed", "indeks literasi"),
        ("Persentase temuan selesai tercapai 100%.", "achieved", "Persentase temuan selesai"),
        ("Realisasi IKM masih di bawah target.", "missed", "IKM"),
    ],
)
def test_achieved_or_not(sentence, kind, subject):
    """A denial is not overlooked."""
    found = only(sentence)

    assert (found.kind, found.subject, found.every) == (kind, subject, False)


@pytest.mark.parametrize(
    "sentence",
    ["Seluruh indikator kinerja utama telah mencapai target.", "Semua target indikator tahun 2024 tercapai."],
)
def test_all_indicators(sentence):
    """What is said of all of them has no subject."""
    found = only(sentence)

    assert found.every
    assert (found.kind, found.subject) == ("achieved", "")


def test_target_and_result_in_the_sentence():
    """Both are kept, for the sentence can be judged by itself."""
    found = only("Nilai SAKIP terealisasi 64,80 dari target 72,00 sehingga telah melampaui target.")

    assert (found.kind, found.value, found.target) == ("exceeded", Decimal("64.80"), Decimal("72.00"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Nilai SAKIP diharapkan naik dari 66,10 menjadi 70,00.",
        "Target Indeks Kepuasan Masyarakat akan meningkat dibandingkan tahun 2023.",
        "Sasaran strategis adalah meningkatnya kualitas pelayanan dan menurunnya gangguan.",
        "Kinerja dikatakan berhasil apabila rata-rata capaian di atas 90%.",
        "Perbaikan dilakukan agar seluruh indikator mencapai target.",
        "Nilai SAKIP tidak meningkat dibanding tahun 2023 sebesar 66,10.",
        "Desa yang meningkat statusnya sebanyak 12 desa dari 14 desa pada tahun 2023.",
        "Kesadaran masyarakat semakin meningkat dari tahun 2023.",
        "Sebanyak 2 dari 4 indikator telah mencapai target.",
        "Realisasi anggaran turun dari Rp1.900.000.000 menjadi Rp1.950.000.000.",
        "Persentase layanan triwulan I sebesar 90 dan triwulan II sebesar 91.",
        "Nilai swadaya tidak hanya mencapai target tetapi juga berarti bagi warga.",
        "Indikator IKM belum menunjukkan capaian sesuai target.",
        "Beberapa indikator belum mencapai target.",
        "Nilai SAKIP naik dan IKM turun dibanding tahun 2023.",
        "Persentase pelayanan tepat waktu semula 80 menjadi 90 lalu 95 naik dibanding tahun 2023 sebesar 70 dan 60.",
        "Nilai SAKIP tahun 2023 sebesar 66,10 naik dibanding tahun 2024 sebesar 64,80.",
        "Target nilai SAKIP naik menjadi 75,00 sesuai rencana akhir Renstra, jika dukungan memadai.",
    ],
)
def test_plans_conditions_and_counts_state_nothing(sentence):
    """Hopes, criteria, denials, counts of indicators, money and quarters are left alone."""
    kinds = {found.kind for found in statements(sentence)}

    assert not kinds & {"rise", "fall", "same", "achieved", "exceeded", "value", "average", "success"}
    assert all(found.subject in ("Beberapa indikator", "IKM", "") for found in statements(sentence))


@pytest.mark.parametrize(
    ("sentence", "value", "bound", "category", "subject"),
    [
        ("Rata-rata capaian kinerja Dinas Uji adalah 101,25% (Sangat Baik).", "101.25", None, "Sangat Baik", ""),
        ("Kinerja dinyatakan “berhasil”, karena rata-rata capaiannya diatas 90% dari target.", "90", "above", "", ""),
        ("Rata-rata capaian kinerja sebesar 88,4 persen dengan predikat Baik.", "88.4", None, "Baik", ""),
        ("Rata-rata capaian dari 5 (lima) indikator di bawah 75%.", "75", "below", "", ""),
        ("Rata-rata capaian sasaran 1 adalah 97,89%.", "97.89", None, "", "sasaran 1"),
        ("Rata-rata capaian kinerja program adalah 97,5%.", "97.5", None, "", "program"),
    ],
)  # fmt: skip
def test_averages(sentence, value, bound, category, subject):
    """The figure, whether it is a bound, its rating, and what it is limited to."""
    found = next(one for one in statements(sentence) if one.kind == "average")

    assert (found.value, found.bound, found.category, found.subject) == (Decimal(value), bound, category, subject)


def test_averages_of_money_and_of_other_years_are_left_out():
    """Only the achievement of the year of the report."""
    text = "Rata-rata serapan anggaran di atas 90%. Rata-rata capaian kinerja tahun 2021 sebesar 96,4%."

    assert statements(text) == ()


def test_success():
    """In quotation marks or not."""
    kinds = [one.kind for one in statements("Kinerja dinyatakan “berhasil”, sebab rata-rata capaian diatas 90%.")]

    assert sorted(kinds) == ["average", "success"]


@pytest.mark.parametrize(
    ("sentence", "year", "value"),
    [
        ("Indeks Kepuasan Masyarakat tahun 2023 sebesar 83,90.", 2023, "83.90"),
        ("Indeks Kepuasan Masyarakat adalah 84,20.", 2024, "84.20"),
        ("Indeks Kepuasan Masyarakat mencapai 84,20 pada tahun 2024.", 2024, "84.20"),
        ("Indeks Kepuasan Masyarakat pada tahun sebelumnya sebesar 83,90.", 2023, "83.90"),
    ],
)
def test_plain_values(sentence, year, value):
    """A value with its year: that of the report where none is named."""
    found = only(sentence)

    assert (found.kind, found.subject, found.year, found.value) == (
        "value", "Indeks Kepuasan Masyarakat", year, Decimal(value),
    )  # fmt: skip


def test_a_sentence_over_lines_pages_and_a_parted_word():
    """Text recognition breaks lines, parts words and puts page heads between; the places are those of the lines."""
    text = (
        "Indeks kerukunan pada tahun 2024\nsebesar 78,40 mengalami kenaikan jika dibanding-\nkan dengan tahun 2023 "
        "sebesar\n\n"
        "LKjIP Badan Kesatuan Bangsa Kabupaten Uji Tahun 2024 15\n\n79,10. Kalimat lain menyusul.\n"
    )
    found = only(text)

    assert (found.kind, found.value, found.other_value) == ("rise", Decimal("78.40"), Decimal("79.10"))
    assert [place.line for place in found.text.evidence] == [1, 2, 3, 7]
    assert found.text.evidence[3].quote == "79,10."


def test_headings_and_captions_are_no_part_of_a_sentence():
    """A heading right above a sentence does not become its subject."""
    text = "BAB IV PENUTUP\nTabel 3.2 Perkembangan Tahun 2022-2024\nSeluruh indikator telah mencapai target.\n"

    assert only(text).text.value == "Seluruh indikator telah mencapai target."


def test_clauses_are_read_apart():
    """`sedangkan` begins a statement about another indicator."""
    first, second = statements("IKM tahun 2024 sebesar 84,20, sedangkan nilai SAKIP belum mencapai target.")

    assert (first.kind, first.subject) == ("value", "IKM")
    assert (second.kind, second.subject) == ("missed", "nilai SAKIP")


def test_rows_that_lost_their_table():
    """A target with n/a for the result, below headings that became running text."""
    text = "No Indikator Satuan Target Realisasi Capaian\n1 Persentase temuan % 55% n/a n/a 2 Persentase lain\n"
    found = only(text)

    assert (found.kind, found.text.value) == ("no-value", "55% n/a n/a")
    assert statements("1 Persentase temuan % 55% n/a n/a\n") == ()


@pytest.mark.parametrize(
    ("clause", "subject"),
    [
        ("Pada tahun 2024, realisasi indikator Indeks Merit sebesar 262", "Indeks Merit"),
        ("sedangkan Nilai SAKIP (hasil evaluasi) adalah 70", "Nilai SAKIP"),
        ("Sebesar 70 diperoleh", ""),
        ("Berdasarkan tabel 3.1 di atas, IKM mencapai 84", "IKM"),
    ],
)
def test_subjects(clause, subject):
    """Words that name the indicator, without what leads to them."""
    assert subject_of(clause) == subject


def test_hostile_text_is_read_in_linear_time():
    """Long sentences of the words that the patterns look for."""
    for words in (
        "dari tahun sebesar ",
        "target ",
        "rata-rata capaian ",
        "naik ",
        "1,2 ",
        "seluruh indikator kinerja ",
    ):
        statements(words * 20_000)


def test_an_average_of_some_indicators_is_limited_to_them():
    """`tiga indikator pertama`: not that of the office."""
    limited = only("Rata-rata capaian tiga indikator pertama sebesar 96,20%.")
    whole = only("Rata-rata capaian dari ketiga indikator adalah 96,20%.")

    assert (limited.kind, limited.subject) == ("average", "tiga indikator pertama")
    assert (whole.kind, whole.subject) == ("average", "")
