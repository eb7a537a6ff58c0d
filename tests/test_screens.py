"""What screens off the rows of large tables that need no look: with and without it the same is found."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.derive.capaian import Declared, Stated, stated_columns
from engine.derive.indicators import row_names
from engine.derive.polarity import Polarities, hinting_names, is_lower_name
from engine.derive.table_cells import EqualCells
from extraction import table_rows
from readers import delimited
from schemas.performance import NOTHING, PerformanceTable, Quantity
from tests.performance_grids import read, sheet

NAMES = (
    "Indeks mutu", "Persentase penduduk miskin", "jumlah  kasus kekerasan", "Jumlah kasus yang ditangani",
    "Nilai SAKIP",
    "Angka\nkematian ibu", " Tingkat pengangguran", "%  kemiskinan", "Temuan kasus", "Temuan BPK", "Cakupan layanan",
    "Waktu (makin kecil makin baik)", "Skor, makin besar makin baik", "Stunting", "Indikator negatif", "\tKonflik", "",
)  # fmt: skip
CELLS = (
    "72,50",
    "80",
    "0",
    "-",
    "n/a",
    "97,2%",
    "12 dokumen",
    "1,5 M",
    "80-85",
    "≤ 5",
    "nihil",
    "BB",
    "12,3,4",
    "0,97",
)
POLARITIES = ("", "Negatif", "positif", "-", "makin rendah makin baik")
FORMULAS = ("", "Realisasi/Target x 100%", "(2T-R)/T", "Target/Realisasi x 100%", "jumlah a / b")
REMARKS = ("", "Tercapai", "makin kecil makin baik", "semakin tinggi semakin baik")


def rows(seed: int, count: int = 60) -> str:
    """A table of all kinds of rows, most of which state R / T or something near it."""
    luck = random.Random(seed)
    lines = ["No|Sasaran|Indikator Kinerja|Polaritas|Formula|Target|Realisasi|Capaian (%)|Keterangan"]
    for number in range(1, count + 1):
        target = Decimal(luck.randint(100, 12000)) / 100
        reached = (target * luck.randint(5, 14) / 10).quantize(Decimal("0.01"))
        share = reached / target * 100 + Decimal(luck.choice(["0", "0", "0", "0.01", "0.5", "5"]))
        share = luck.choice([share, share, 200 - share, min(share, Decimal(100))])
        printed = [f"{target:.2f}", f"{reached:.2f}", f"{share:.{luck.choice([0, 1, 2, 2, 3])}f}"]
        figures = [luck.choice(CELLS) if luck.random() < 0.1 else one.replace(".", ",") for one in printed]
        words = [luck.choice(NAMES) or "x", luck.choice(POLARITIES), luck.choice(FORMULAS)]
        lines.append(
            "|".join([str(number), luck.choice(["", "Meningkatnya mutu"]), *words, *figures, luck.choice(REMARKS)])
        )
    return "\n".join(lines)


def table_of(seed: int) -> PerformanceTable:
    (table,) = read(sheet(rows(seed))).tables
    return table


def judged(table: PerformanceTable) -> list[tuple[list[str], list[int], list[str]]]:
    names = row_names(table)
    columns = stated_columns(table, names, Polarities(table, names), Declared(), {3})
    return [(column.verdicts, column.offs, list(column.fits)) for column in columns]


@pytest.mark.parametrize("seed", range(30))
def test_rows_of_capaian_that_are_surely_right(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every row reckoned in decimals has the verdict that most have from floating point."""
    table = table_of(seed)
    screened = judged(table)
    monkeypatch.setattr(Stated, "_unsure", lambda self: list(range(self.table.count)))
    table.kept.clear()

    assert screened == judged(table)
    assert {"right", "wrong"} <= set(screened[0][0])


@pytest.mark.parametrize("seed", range(30))
def test_rows_of_which_less_is_better(seed: int) -> None:
    """A row that no column hints at is none of them."""
    table = table_of(seed)
    polarities = Polarities(table, row_names(table))

    assert {row for row in range(table.count) if polarities._is_lower(row)} == polarities.lower_rows()
    assert polarities.lower_rows()


@given(st.lists(st.one_of(st.sampled_from(NAMES), st.text(max_size=12)), max_size=8))
def test_names_that_hint_at_nothing(names: list[str]) -> None:
    """No name that tells that less is better is screened off."""
    assert {row for row, name in enumerate(names) if is_lower_name(name)} <= set(hinting_names(names))


@given(st.lists(st.sampled_from([NOTHING, Quantity("1", "number", Decimal(1)), Quantity("-", "dash")]), max_size=20))
def test_equal_cells_are_looked_at_once(column: list[Quantity]) -> None:
    seen: list[Quantity] = []
    cells = EqualCells(column)

    assert [one.text for one in column] == cells.each(lambda one: seen.append(one) or one.text)  # type: ignore[func-returns-value]
    assert len({id(one) for one in column}) == len(seen)
    assert [row for row, one in enumerate(column) if one.value is None] == cells.rows(lambda one: one.value is None)


ODD_ROWS = """
1|Meningkatnya mutu|Indeks mutu|70,00|71,00
2||Nilai SAKIP|80|
|JUMLAH||150|71
Sasaran 2: Meningkatnya tertib||||
3|Meningkatnya tertib|Jumlah dokumen|12|12
No|Sasaran|Indikator Kinerja|Target|Realisasi
4||(a) Sub indikator|3|3
5||2 ruas jalan|3|3
dst||||
|Camat Taman Selasih|||
6|||9|9
|NIP. 1|||
7||Cakupan layanan|90|88
"""


@pytest.mark.parametrize("numbered", [True, False])
def test_rows_that_are_told_at_a_glance(numbered: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows below a heading are the same when each is looked at."""
    lines = ["No|Sasaran|Indikator Kinerja|Target|Realisasi", *ODD_ROWS.strip("\n").split("\n") * 3]
    text = "\n".join(line if numbered else line.partition("|")[2] for line in lines)
    screened = [(table.words, table.sasaran, len(table.totals)) for table in read(sheet(text)).tables]
    monkeypatch.setattr(table_rows._Sorter, "_odd_rows", lambda _, start, end: range(start, end))

    assert screened == [(table.words, table.sasaran, len(table.totals)) for table in read(sheet(text)).tables]
    assert sum(len(words["indicator"]) for words, _, _ in screened) > 2


@pytest.mark.parametrize("odd", ["", " x ", '="007"', "1,5E+17", "a\tb", "x"])
def test_columns_in_which_no_word_comes_again(odd: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their words are taken as they are; those of a column like all others are looked up."""
    monkeypatch.setattr(delimited, "MANY_NEW", 2)
    lines = [f"{number};{odd if number % 700 == 0 else f'Indeks {number}'};sama" for number in range(1, 3000)]
    data = ("No;Indikator;Satuan\n" + "\n".join(lines) + "\n").encode()
    quick = delimited.read_delimited(data, name="data.csv")
    monkeypatch.setattr(delimited, "MANY_NEW", 10**9)
    slow = delimited.read_delimited(data, name="data.csv")

    assert [one.message for one in quick.notices] == [one.message for one in slow.notices]
    assert quick.sheets[0].columns == slow.sheets[0].columns
