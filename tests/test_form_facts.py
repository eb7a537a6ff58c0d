"""Facts about tables of performance data as forms, about ratings and about scales."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from engine.derive.ratings import key_of_rating
from engine.performance_facts import performance_facts
from extraction.performance import read_performance
from readers.text import read_text
from schemas.facts import Fact, FactRows
from schemas.ratings import RatingClass, Ratings
from tests.packs import rules_pack

KNOWN = rules_pack().knowledge
REPORT = "LAPORAN KINERJA\nKECAMATAN TAMAN SELASIH\nTAHUN 2024\n\n"
FORM = "FORMULIR PENGUMPULAN DATA KINERJA\nKECAMATAN TAMAN SELASIH\nTAHUN 2024\n\n"
HEADS = ("No", "Sasaran", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)", "Kategori")
ROW = (1, "Mutu", "Nilai IKM", "Nilai", 80, 80, 100, "Baik")


def tabs(*rows: tuple[object, ...]) -> str:
    """A table of a text."""
    return "".join("\t".join(map(str, row)) + "\n" for row in rows) + "\n"


def facts(text: str, kind: str) -> list[Fact]:
    """The facts of one kind."""
    report = read_performance(read_text(text.encode(), name="laporan.txt"))
    made = performance_facts(report, as_of=dt.date(2026, 1, 15), known=KNOWN)
    return [fact for fact in [*made.facts, *(fact for rows in made.rows for fact in each(rows))] if fact.kind == kind]


def each(rows: FactRows) -> list[Fact]:
    """Facts of rows, one by one."""
    found = []
    for row in range(rows.count):
        words, evidence, doubts = rows.tell(row)
        fields = {name: column[row] for name, column in rows.fields.items()}
        found.append(Fact(str(row), rows.kind, fields, words, tuple(evidence), doubts=doubts))
    return found


@pytest.mark.parametrize(
    ("numbers", "state", "odd"),
    [
        ((1, 2, 3, 4, 5, 6, 7, 8), "right", ""),
        (("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"), "right", ""),
        ((1, 2, 3, 4, 5, 6, "7=6/5", 8), "right", ""),
        (("", 1, 2, 3, 4, 5, 6, 7), "right", ""),
        ((1, 2, 3, 4, 5, 6, 7, ""), "short", '"Kategori"'),
        ((1, 2, 3, "", 4, 5, 6, 7), "short", '"Satuan"'),
        ((1, 2, 3, 4, 6, 7, 8, 9), "gap", '"6"'),
        ((1, 2, 3, 4, 5, 6, 7, 8, 9), "long", '"9"'),
    ],
)
def test_column_numbers(numbers: tuple[object, ...], state: str, odd: str) -> None:
    """One number for each heading, but that of the row number may lack."""
    (fact,) = facts(REPORT + tabs(HEADS, numbers, ROW), "form")

    assert (fact.fields["numbering"], fact.words["odd"]) == (state, odd)


@pytest.mark.parametrize(
    "table",
    [
        tabs(
            ("No", "Indikator Kinerja", "Satuan", "Target", "Realisasi Triwulan", "", "", ""),
            range(1, 9),  # type: ignore[arg-type]  # any iterable will do
            (1, "Nilai IKM", "Nilai", 80, 20, 40, 60, 80),
        ),
        (
            "<table><tr><th rowspan=2>No</th><th rowspan=2>Indikator</th><th rowspan=2>Satuan</th>"
            "<th colspan=2>Target</th>"
            "<th rowspan=2>Realisasi</th></tr><tr><th>2023</th><th>2024</th></tr><tr><td>1</td><td>2</td><td>3</td>"
            "<td>4</td><td>5</td><td>6</td></tr><tr><td>1</td><td>Nilai IKM</td><td>Nilai</td><td>70</td><td>80</td>"
            "<td>81</td></tr></table>\n"
        ),
    ],
    ids=["lost-parts", "merged"],
)
def test_a_heading_over_several_numbered_columns(table: str) -> None:
    """It is one heading for all of them."""
    (fact,) = facts(REPORT + table, "form")

    assert fact.fields["numbering"] == "right"


def sources(*cells: tuple[str, str, str]) -> str:
    """A form whose rows have this sasaran, source and person in charge."""
    heads = ("No", "Sasaran", "Indikator", "Satuan", "Target", "Realisasi", "Sumber Data", "Penanggung Jawab")
    rows = [(at, one[0], f"Indikator {at}", "Nilai", 80, 80, *one[1:]) for at, one in enumerate(cells, 1)]
    return FORM + tabs(heads, *rows)


@pytest.mark.parametrize(
    ("cells", "source", "owner"),
    [
        ([("A", "Survei", "Kasi"), ("B", "LHE", "Sekcam"), ("C", "Desa", "Kasi")], "", ""),
        ([("A", "Survei", "Kasi"), ("B", "", "Sekcam"), ("C", "Desa", "Kasi")], "2", ""),
        ([("A", "-", "Kasi"), ("B", "LHE", "n/a"), ("C", "Desa", "Kasi")], "1", "2"),
        ([("A", "", "Kasi"), ("B", "", "Sekcam")], "1 dan 2", ""),
        ([("A", "Survei", "Kasi"), ("", "", ""), ("B", "LHE", "Sekcam"), ("C", "Desa", "Kasi")], "", ""),
        ([("A", "Survei", "Kasi"), ("B", "", ""), ("C", "", ""), ("D", "", "")], "", ""),
        ([("A", "Survei", "Kasi"), ("", "LHE", "Kasi"), ("", "", "Kasi"), ("B", "Desa", "Kasi")], "3", ""),
        ([("A", "Survei", "Kasi"), ("B", "Survei", "Kasi"), ("", "", ""), ("C", "Desa", "Kasi")], "", ""),
    ],
    ids=["full", "one-blank", "dashes", "all-blank", "one-sasaran", "first-row-only", "again", "not-again"],
)
def test_sources_and_persons_in_charge(cells: list[tuple[str, str, str]], source: str, owner: str) -> None:
    """An empty cell under a filled one may belong to it."""
    found = {fact.fields["column"]: fact.words["blank_rows"] for fact in facts(sources(*cells), "form_column")}

    assert found == {"source": source, "owner": owner}


def test_a_merged_cell_stands_for_all_its_rows() -> None:
    """HTML tells which cells are merged."""
    text = (
        FORM + "<table><tr><th>No</th><th>Indikator</th><th>Target</th><th>Realisasi</th><th>Sumber Data</th></tr>"
        "<tr><td>1</td><td>A</td><td>1</td><td>1</td><td rowspan=2>Survei</td></tr>"
        "<tr><td>2</td><td>B</td><td>1</td><td>1</td></tr><tr><td>3</td><td>C</td><td>1</td><td>1</td><td>LHE</td></tr>"
        "<tr><td>4</td><td>D</td><td>1</td><td>1</td><td></td></tr></table>\n"
    )

    states = {fact.fields["column"]: fact.words["blank_rows"] for fact in facts(text, "form_column")}

    assert states["source"] == "4"


@pytest.mark.parametrize(
    ("rows", "units"),
    [
        ([(1, "Persentase desa", 100, 90), (2, "Jumlah laporan", 12, 12)], "told"),
        ([(1, "Desa tertib", "100%", "90%"), (2, "Laporan", "12 dokumen", "12 dokumen")], "told"),
        ([(1, "Desa tertib", 100, 90), (2, "Laporan tepat waktu", 12, 12)], "untold"),
        ([(1, "Desa tertib", "n/a", "n/a")], "told"),
    ],
    ids=["by-the-indicator", "by-the-value", "untold", "nothing-to-tell"],
)
def test_units_without_a_column(rows: list[tuple[object, ...]], units: str) -> None:
    """The indicators or the values may tell them."""
    (fact,) = facts(REPORT + tabs(("No", "Indikator Kinerja", "Target", "Realisasi"), *rows), "form")

    assert fact.fields["units"] == units


def rated(*rows: tuple[str, str], scale: str = "") -> str:
    """A report whose indicators have this achievement and rating."""
    body = [(at, f"Sasaran {at}", f"Nilai {at}", "Nilai", 100, *one[:1], *one) for at, one in enumerate(rows, 1)]
    return REPORT + scale + "Tabel 3.2 Capaian\n" + tabs(HEADS, *body)


def classes(*rows: tuple[str, str]) -> str:
    """A declared scale."""
    return "Tabel 3.1 Skala Penilaian Kinerja\n" + tabs(("No", "Interval", "Kategori"), *((1, *row) for row in rows))


CLEAN = classes(("> 90", "Sangat Baik"), ("> 75 - 90", "Baik"), ("> 65 - 75", "Cukup"), ("≤ 65", "Kurang"))
HOLED = classes(("91 < 100", "Sangat Baik"), ("76 < 90", "Baik"), ("66 < 75", "Cukup"), ("< 65", "Kurang"))
STRICT = classes(("90 ≤ X ≤ 100", "Sangat Baik"), ("80 ≤ X < 90", "Baik"), ("X < 80", "Kurang"))


@pytest.mark.parametrize(
    ("scale", "capaian", "word", "verdict"),
    [
        (CLEAN, "90,01", "Sangat Baik", "fits"),
        (CLEAN, "90,00", "Baik", "fits"),
        (CLEAN, "90,00", "Sangat Baik", "wrong"),
        (CLEAN, "140,00", "SANGAT BAIK (SB)", "fits"),
        (CLEAN, "0", "Kurang", "fits"),
        (CLEAN, "75,00", "Sangat Baik", "wrong"),
        (CLEAN, "n/a", "-", "unknown"),
        (CLEAN, "80,00", "Istimewa", "unknown"),
        (HOLED, "90,50", "Sangat Baik", "fits"),
        (HOLED, "90,50", "Baik", "fits"),
        (HOLED, "90,50", "Cukup", "wrong"),
        (HOLED, "100", "Sangat Baik", "fits"),
        (HOLED, "110", "Sangat Baik", "fits"),
        (HOLED, "110", "Baik", "wrong"),
        (STRICT, "90", "Sangat Baik", "fits"),
        (STRICT, "90", "Baik", "wrong"),
        ("", "90,5", "Tinggi", "fits"),
        ("", "90,5", "Sangat Baik", "fits"),
        ("", "91", "Tinggi", "wrong"),
        ("", "50", "Sangat Kurang", "fits"),
        ("", "51", "Sangat Kurang", "wrong"),
        ("", "100", "Tercapai", "fits"),
        ("", "99,8", "Tercapai", "fits"),
        ("", "99,4", "Tercapai", "wrong"),
        ("", "100", "Tidak Tercapai", "wrong"),
        ("", "99,9", "Belum tercapai", "fits"),
        ("", "80", "Melampaui Target", "wrong"),
    ],
)
def test_ratings(scale: str, capaian: str, word: str, verdict: str) -> None:
    """By the scale of the document, else by the usual one; a hole leaves the choice between its neighbours."""
    (fact,) = facts(rated((capaian, word), scale=scale), "rating")

    assert fact.fields["verdict"] == verdict


def test_the_right_rating_is_named_in_the_words_of_the_document() -> None:
    """The usual scale has two sets of words."""
    found = facts(rated(("60", "Tinggi"), ("60", "Baik")), "rating")

    assert [fact.words["right"] for fact in found] == ['"Rendah"', '"Kurang"']


def test_ratings_that_mostly_differ_from_the_scale_are_meant_otherwise() -> None:
    """Half of them must fit."""
    few = facts(rated(("95", "Baik"), ("99", "Baik"), ("100", "Sangat Baik")), "rating")
    most = facts(rated(("95", "Baik"), ("100", "Sangat Baik")), "rating")

    assert [{fact.fields["agreement"] for fact in found} for found in (few, most)] == [{"few"}, {"most"}]


def test_parts_of_one_are_no_percents() -> None:
    """0.98 in a column of parts is not rated by a scale of percents."""
    found = facts(rated(("0,98", "Sangat Baik"), ("1,00", "Kurang")), "rating")

    assert {fact.fields["verdict"] for fact in found} == {"unknown"}


@pytest.mark.parametrize(
    ("scale", "capaian", "holes", "overlaps", "above", "fallen"),
    [
        (CLEAN, "95,25", 0, 0, "rated", 0),
        (HOLED, "95,25", 3, 0, "unrated", 0),
        (HOLED, "95", 3, 0, "unrated", 0),  # 95 is a quotient as well, and the next one may be 90.5
        (HOLED, "90,25", 3, 0, "unrated", 1),
        (HOLED, "110,5", 3, 0, "needed", 0),
        (STRICT, "95,25", 0, 0, "unrated", 0),
        (classes(("90 - 100", "A"), ("80 - 90", "B"), ("0 - 80", "C")), "95,25", 0, 2, "unrated", 0),
        (classes(("90,01 - 100", "A"), ("80,01 - 90", "B"), ("0 - 80", "C")), "95,25", 0, 0, "unrated", 0),
        (classes(("90,01 - 100", "A"), ("80,01 - 90", "B"), ("0 - 80", "C")), "95,255", 2, 0, "unrated", 0),
        (classes(("> 90", "A"), ("80 < X < 90", "B"), ("≤ 80", "C")), "95", 1, 0, "rated", 0),
    ],
)
def test_scales(scale: str, capaian: str, holes: int, overlaps: int, above: str, fallen: int) -> None:
    """Ends that are a unit apart leave a hole where figures are finer than the unit."""
    (fact,) = facts(rated((capaian, "A"), scale=scale), "scale")

    assert fact.fields == {
        "classes": fact.fields["classes"],
        "holes": holes,
        "overlaps": overlaps,
        "above": above,
        "fallen": fallen,
    }


TABLE = tabs(HEADS[:6], ROW[:6])


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (f"Tabel 3.1 Sasaran\n{TABLE}Tabel 3.1 Capaian\n{TABLE}", 1),
        (f"Tabel 3.1\nSasaran\n\nTabel 3.1\nCapaian\n{TABLE}", 1),
        (f"Tabel 3.1 Sasaran\n{TABLE}Tabel 3.1 Capaian\n{TABLE}Tabel 3.1 Anggaran\n{TABLE}", 1),
        (f"Tabel 3.1 Sasaran\n{TABLE}Tabel 3.2 Capaian\n{TABLE}", 0),
        (f"Tabel 3.1 Sasaran\n{TABLE}Tabel 3.1 (lanjutan)\n{TABLE}", 0),
        (f"Tabel 3.1 Sasaran\n{TABLE}Tabel 3.1 Sasaran\n{TABLE}", 0),
        (f"Tabel 3.1 Sasaran\n{TABLE}Tabel 3.1 menunjukkan sasaran.\n", 0),
        (f"DAFTAR TABEL\nTabel 3.1 Sasaran\nTabel 3.2 Capaian\n\nTabel 3.1 Sasaran Kinerja\n{TABLE}", 0),
        (f"Tabel 1 Sasaran\n{TABLE}LAMPIRAN I\n\nTabel 1 Perjanjian Kinerja\n{TABLE}", 0),
    ],
    ids=["two", "unread", "three", "differ", "lanjutan", "repeated", "reference", "list", "annex"],
)
def test_numbers_of_tables(text: str, pairs: int) -> None:
    """One pair for each number that two tables bear."""
    assert len(facts(REPORT + text, "table_pair")) == pairs


def test_words_of_ratings() -> None:
    """Case, brackets and points aside."""
    assert [key_of_rating(printed) for printed in ("SANGAT BAIK (SB)", " Baik. ", "A/Baik")] == [
        "sangat baik",
        "baik",
        "a baik",
    ]


def test_a_table_of_ratings_goes_from_the_best_to_the_worst() -> None:
    """Otherwise it is refused."""
    best = RatingClass(low=Decimal(91), high=Decimal(100), names=("tinggi",))
    worst = RatingClass(low=None, high=Decimal(90), names=("rendah",))

    assert Ratings(regulation="x", classes=(best, worst)).classes == (best, worst)
    with pytest.raises(ValueError, match="best to the worst"):
        Ratings(regulation="x", classes=(worst, best))
    with pytest.raises(ValueError, match="two classes"):
        Ratings(regulation="x", classes=(best, worst.model_copy(update={"names": ("tinggi",)})))
