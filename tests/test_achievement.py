"""The arithmetic of achievement, what names tell of polarity, and how rows are explained."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.derive.achievement import formulas_for, gap_of, hundredths, judge, printed, reckon, shown, sum_of
from engine.derive.capaian import declared_in
from engine.derive.explanations import explained_rows, is_told
from engine.derive.polarity import cell_polarity, declared_polarity, formula_in, name_polarity
from engine.derive.wording import words_of
from extraction.quantities import read_quantity
from schemas.evidence import Evidence, Value
from schemas.facts import MAX_INT
from schemas.performance import Column, PerformanceReport, PerformanceTable
from schemas.sop import Section


def row(target: str, realization: str, stated: str, unit: str = "Nilai", *, ratio: bool = False):
    """Return what a row of these cells is reckoned from."""
    cells = [read_quantity(text) for text in (target, realization, stated)]
    return sum_of(*cells, unit, ratio=ratio)


# formulas -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("formula", "target", "realization", "expected"),
    [
        ("plain", "72", "64.8", "90"),
        ("inverse", "12", "9", "125"),
        ("inverse", "10", "0", "200"),
        ("inverse", "10", "25", "-50"),
        ("reciprocal", "12", "9", "133.33"),
        ("difference", "12", "9", "25"),
        ("difference", "12", "12", "0"),
        ("plain", "-12.5", "-13", "104"),
    ],
)
def test_formula(formula: str, target: str, realization: str, expected: str) -> None:
    """Each formula gives percent."""
    result = reckon(formula, Decimal(target), Decimal(realization))

    assert result is not None
    assert Decimal(expected) == result.quantize(Decimal("0.01"))


def test_division_by_zero_gives_no_result() -> None:
    """A target of zero has no capaian; T / R has none for a result of zero."""
    assert reckon("plain", Decimal(0), Decimal(5)) is None
    assert reckon("inverse", Decimal(0), Decimal(5)) is None
    assert reckon("reciprocal", Decimal(5), Decimal(0)) is None


def test_the_difference_is_told_to_the_formulas_that_are_named() -> None:
    """98 is 100 points from 79.2 / 40; that 40 / 79.2 is nearer does not help who reads of the first alone."""
    one = row("40,00", "79,20", "98,00")

    assert one is not None
    assert gap_of(one, ["plain"]) == Decimal(100)
    assert gap_of(one, ["plain", "reciprocal"]) < Decimal(48)


def test_a_declared_formula_for_less_is_better_is_the_only_one() -> None:
    """Without one, two are accepted; (T - R) / T only when it is declared."""
    assert formulas_for("lower") == ("inverse", "reciprocal")
    assert formulas_for("lower", "difference") == ("difference",)
    assert formulas_for("higher", "difference") == ("plain",)
    assert formulas_for(None) == ("plain", "inverse", "reciprocal")


@pytest.mark.parametrize(
    ("cells", "unit", "off"),
    [
        (("85,50", "84,20", "98,48"), "Indeks", 0),
        (("85,50", "84,20", "98,5"), "Indeks", 0),
        (("85,50", "84,20", "98"), "Indeks", 0),  # cut off
        (("85,50", "84,20", "99"), "Indeks", 0),  # rounded up
        (("85,50", "84,20", "97"), "Indeks", 148),
        (("3", "2", "66,67"), "Dokumen", 0),
        (("3", "2", "70,00"), "Dokumen", 333),  # a count is exact
        (("75", "67", "89,9"), "%", 0),  # 67 % may be 67,4 %
        (("Rp 1.250.000.000", "Rp 1,2 M", "95"), "Rupiah", 0),  # 1,2 M may be 1,19 M
        (("72,00", "64,80", "110,00"), "Nilai", 2000),
        (("12", "9", "0,75"), "Dokumen", 7425),
    ],
)
def test_distance_beyond_what_printed_digits_leave_open(cells: tuple[str, str, str], unit: str, off: int) -> None:
    """Rounding of the stated figure, and of a share or a short amount, is allowed; a count is exact."""
    one = row(*cells, unit)

    assert one is not None
    judged = judge(one, ("plain",))
    assert judged is not None
    assert off == judged.off


@pytest.mark.parametrize(
    ("cells", "fits"),
    [
        (("72,00", "64,80", "110,00"), "inverse"),
        (("12", "9", "133,33"), "reciprocal"),
        (("12", "9", "25,00"), "difference"),
        (("85,50", "84,20", "0,9848"), "ratio"),
        (("85,50", "86,20", "86,20"), "realization"),
        (("85,50", "84,20", "77,00"), "none"),
    ],
)
def test_what_a_wrong_figure_agrees_with(cells: tuple[str, str, str], fits: str) -> None:
    """A finding says where the figure may come from."""
    one = row(*cells)

    assert one is not None
    judged = judge(one, ("plain",))
    assert judged is not None
    assert fits == judged.fits


@given(
    st.decimals("0.01", "1e6", places=2),
    st.decimals("0", "1e6", places=2),
    st.sampled_from(["plain", "inverse", "reciprocal"]),
)
def test_what_is_reckoned_right_is_right(target: Decimal, realization: Decimal, formula: str) -> None:
    """A capaian that is rounded to two decimals is never off."""
    result = reckon(formula, target, realization)
    if result is None:
        return
    stated = f"{result:.2f}".replace(".", ",")
    one = row(f"{target:.2f}".replace(".", ","), f"{realization:.2f}".replace(".", ","), stated)

    assert one is not None
    judged = judge(one, (formula,))
    assert judged is not None
    assert judged.off == 0


def test_a_huge_figure_stays_within_what_the_engine_holds() -> None:
    """Nothing overflows."""
    assert hundredths(Decimal("1e30")) == MAX_INT
    assert hundredths(Decimal("-1e30")) == -MAX_INT
    assert hundredths(Decimal("99.995")) == 10000


def test_formula_is_shown_with_its_numbers() -> None:
    """As a reader can check it, in Indonesian notation."""
    one = row("1.234,56", "1.240,00", "12")

    assert one is not None
    assert shown(one, ("plain",)) == "Realisasi / Target × 100% = 1.240,00 / 1.234,56 × 100% = 100,44%"
    assert printed(read_quantity("(12,5)")) == "(-12,5)"


# polarity -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "Angka Kemiskinan",
        "Persentase penduduk miskin",
        "Tingkat Pengangguran Terbuka",
        "Prevalensi stunting",
        "Jumlah kasus stunting",
        "Angka kematian ibu",
        "Jumlah gangguan ketertiban umum",
        "Jumlah pelanggaran Perda",
        "Jumlah kecelakaan lalu lintas",
        "Jumlah temuan BPK",
        "Jumlah pengaduan masuk",
    ],
)
def test_less_is_better_by_the_name(name: str) -> None:
    """Clearly bad things."""
    assert name_polarity(name) == ("lower", "name")


@pytest.mark.parametrize(
    "name",
    [
        "Jumlah kasus stunting yang ditangani",
        "Jumlah kasus yang ditemukan",
        "Jumlah pelanggaran Perda yang ditindak",
        "Jumlah gangguan trantibum tertangani",
        "Jumlah kebakaran yang dapat dipadamkan",
        "Penurunan angka kemiskinan",
        "Penemuan kasus TB",
        "Jumlah laporan gangguan",
        "Angka kesembuhan TB",
        "Angka Harapan Hidup",
        "Angka partisipasi sekolah",
        "Jumlah penduduk miskin yang menerima bantuan",
        "Jumlah kasus yang dimediasi",
        "Persentase penduduk miskin penerima bantuan",
        "Jumlah temuan kasus baru HIV",
        "Jumlah pelatihan pencegahan kebakaran",
        "Persentase temuan yang ditindaklanjuti",
        "Cakupan pelayanan ibu hamil",
        "Indeks Risiko Bencana",
        "Waktu tanggap darurat",
        "Rasio ketergantungan",
        "",
    ],
)
def test_less_is_not_better_for_sure(name: str) -> None:
    """Handled, found, prevented or written up; or it cannot be told."""
    assert name_polarity(name).polarity != "lower"


@pytest.mark.parametrize(
    "name",
    [
        "Nilai SAKIP",
        "Indeks Kepuasan Masyarakat",
        "Persentase desa dengan APBDes tepat waktu",
        "Persentase pengaduan yang ditindaklanjuti",
        "Persentase gangguan yang ditangani",
        "Persentase penurunan temuan",
        "Jumlah dokumen perencanaan",
    ],
)
def test_more_is_better_by_the_name(name: str) -> None:
    """Values, indices and shares of what is done."""
    assert name_polarity(name) == ("higher", "name")


@pytest.mark.parametrize("name", ["Indeks Gini", "Indeks Risiko Bencana", "Persentase jalan rusak", "Nilai kerugian"])
def test_more_is_not_better_for_sure(name: str) -> None:
    """An index or a share of something bad."""
    assert name_polarity(name).polarity != "higher"


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("Jumlah gangguan (makin kecil makin baik)", "lower"),
        ("Semakin rendah semakin baik", "lower"),
        ("semakin tinggi realisasi, semakin baik", "higher"),
        ("Lower is better", "lower"),
        ("Indikator negatif", "lower"),
        ("Nilai negatif dalam kurung", None),
        ("Pelayanan makin baik", None),
        ("Jumlah dokumen", None),
    ],
)
def test_declared_in_words(words: str, polarity: str | None) -> None:
    """Only words about which is better declare it."""
    assert declared_polarity(words) == polarity


@pytest.mark.parametrize(
    ("cell", "polarity"),
    [
        ("Negatif", "lower"), ("Minimize", "lower"), ("(-)", "lower"), ("↓", "lower"), ("Makin rendah", "lower"),
        ("Positif", "higher"), ("Maximize", "higher"), ("+", "higher"), ("Semakin tinggi semakin baik", "higher"),
        ("Stabilisasi", None), ("", None), ("Kasi Pemerintahan", None),
    ],
)  # fmt: skip
def test_cell_of_polarity(cell: str, polarity: str | None) -> None:
    """The words that columns of polarity use."""
    assert cell_polarity(cell) == polarity


@pytest.mark.parametrize(
    ("words", "formula"),
    [
        ("Realisasi/Target x 100%", "plain"),
        ("Capaian = (Realisasi : Target) × 100", "plain"),
        ("Realisasi dibagi target dikali 100%", "plain"),
        ("(2xTarget - Realisasi)/Target x 100%", "inverse"),
        ("((Target - (Realisasi - Target)) / Target) x 100%", "inverse"),
        ("1+(1-Realisasi/Target) x 100%", "inverse"),
        ("Target / Realisasi x 100%", "reciprocal"),
        ("(Target - Realisasi)/Target x 100%", "difference"),
        ("Jumlah desa tepat waktu / jumlah desa x 100%", None),
        ("DTKB/SLRHD X 100% = 100", None),
        ("Realisasi PAD / Target PAD x 100%", None),
        ("Realisasi", None),
        ("", None),
    ],
)
def test_declared_formula(words: str, formula: str | None) -> None:
    """How the indicator itself is measured is no formula of capaian."""
    assert formula_in(words) == formula


@pytest.mark.parametrize(
    ("words", "caps"),
    [
        ("Capaian kinerja maksimal 100%.", {"100"}),
        ("Capaian di atas 120% dihitung sebesar 120%.", {"120"}),
        ("Capaian yang melebihi 150 persen diakui paling tinggi 150 persen.", {"150"}),
        ("Capaian di atas 120% dinilai sangat baik. Rata-ratanya 120%.", set()),
        ("Realisasi melebihi 120% target.", set()),
    ],
)
def test_a_declared_limit_of_achievements(words: str, caps: set[str]) -> None:
    """What lies above is counted as the limit; a class of a scale is none."""
    assert declared_in(report(words)).caps == caps


# explanations ---------------------------------------------------------------------------------------------------------


def told(name: str, text: str) -> bool:
    """Whether a text speaks of an indicator."""
    return is_told(name, [frozenset(words_of(text))])


def test_a_text_speaks_of_an_indicator() -> None:
    """Most of its words in one section, or its initials."""
    assert told("Nilai evaluasi SAKIP", "Capaian nilai evaluasi SAKIP belum memenuhi target karena data terlambat.")
    assert told("Indeks Kepuasan Masyarakat", "IKM menurun karena antrean panjang.")
    assert not told("Persentase gangguan yang ditangani", "Nilai SAKIP belum memenuhi target.")
    assert not told("Jumlah desa terbina", "Kecamatan membina kelompok tani.")


def report(text: str, *, narrative: bool = True) -> PerformanceReport:
    """Return a report with one section."""
    place = (Evidence("x", line=1),)
    section = Section(title=Value("Analisis", place), text=Value(text, place))
    return PerformanceReport(type="report", sections=(section,) if text else (), narrative=narrative)


def table(remarks: list[str] | None = None, comments: dict[tuple[int, str], str] | None = None) -> PerformanceTable:
    """Return a table of two indicators."""
    names = ["Nilai SAKIP", "Jumlah desa terbina"]
    words = {"indicator": names} | ({"remarks": remarks} if remarks is not None else {})
    return PerformanceTable(
        "indicators",
        (Column(index=0, title=None, role="indicator"),),
        lambda _row, _key: Evidence("x", line=1),
        Evidence("x", line=1),
        count=2,
        words=words,
        comments=comments or {},
    )


@pytest.mark.parametrize(
    ("text", "narrative", "remarks", "comments", "expected"),
    [
        ("", False, None, {}, ["unknown", "unknown"]),
        ("", True, None, {}, ["unknown", "unknown"]),
        ("Nilai SAKIP belum memenuhi target.", True, None, {}, ["text", "none"]),
        ("Nilai SAKIP belum memenuhi target.", False, None, {}, ["unknown", "unknown"]),
        ("", False, ["-", "Terkena banjir"], {}, ["none", "remark"]),
        ("Nilai SAKIP belum memenuhi target.", True, ["-", " "], {}, ["text", "none"]),
        ("", False, ["", ""], {(1, "realization"): "sementara"}, ["none", "remark"]),
        ("", False, ["", ""], {(1, "no"): "x"}, ["none", "none"]),
    ],
)
def test_explained(
    text: str,
    narrative: bool,
    remarks: list[str] | None,
    comments: dict[tuple[int, str], str],
    expected: list[str],
) -> None:
    """A remark, a note at a figure, or the text of a report; a form without them tells nothing."""
    one = table(remarks, comments)

    assert explained_rows(report(text, narrative=narrative), one, one.words["indicator"]) == expected
