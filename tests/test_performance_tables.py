"""Rows of tables of performance data: those of the table, and what stands among them."""

from __future__ import annotations

import pytest

from extraction.performance import read_performance
from schemas.blocks import Grid
from schemas.performance import PerformanceTable
from tests.performance_grids import cells_sheet, document, number, read, read_lines, sheet, table, tabs, values

HEAD = "No|Sasaran|Indikator|Satuan|Target|Realisasi"


def names(found: PerformanceTable) -> list[str]:
    """The indicators of a table."""
    return list(found.text("indicator"))


def test_a_sasaran_goes_down_to_its_indicators() -> None:
    """Its cell is filled in the first row only."""
    found = table(f"{HEAD}\n1|Meningkatnya A|IKM|Indeks|80|81\n||Aduan|%|100|90\n2|Meningkatnya B|SAKIP|Nilai|70|71")

    assert list(found.text("sasaran")) == ["Meningkatnya A", "Meningkatnya A", "Meningkatnya B"]
    assert list(found.sasaran) == [0, 0, 1]
    assert found.sasaran_alone == ()


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param("A|Meningkatnya pelayanan||\n1|IKM|80|81\nB|Meningkatnya kinerja||\n1|SAKIP|70|71", id="letters"),
        pytest.param("|Sasaran 1: pelayanan||\n1|IKM|80|81\n|Sasaran 2: kinerja||\n2|SAKIP|70|71", id="named"),
        pytest.param("Sasaran 1|Meningkatnya A||\n1|IKM|80|81\nSasaran 2|Meningkatnya B||\n2|SAKIP|70|71", id="pair"),
        pytest.param("|Tujuan 1||\n|Sasaran 1.1: a||\n1|IKM|80|81\n|Sasaran 1.2: b||\n2|SAKIP|70|71", id="tujuan"),
    ],
)
def test_sasaran_in_rows_of_their_own_head_their_indicators(rows: str) -> None:
    """They are no indicators; a tujuan above them is no sasaran."""
    found = table(f"No|Sasaran/Indikator|Target|Realisasi\n{rows}")

    assert names(found) == ["IKM", "SAKIP"]
    assert list(found.sasaran) == [0, 1]
    assert found.sasaran_alone == ()


def test_a_sasaran_over_all_columns_heads_its_indicators() -> None:
    """A merged cell."""
    found = table("No|Indikator|Target\nMeningkatnya A||\n1|IKM|80", ((1, 0, 1, 3),))

    assert list(found.text("sasaran")) == ["Meningkatnya A"]
    assert found.place(0, "sasaran").cell == "Data!A2"


@pytest.mark.parametrize(
    "rows",
    [
        "No|Sasaran/Indikator|Satuan|Target\nA|Meningkatnya A||\n1|IKM|Indeks|80\nB|Meningkatnya B||",
        "No|Sasaran|Indikator|Target\n1|Meningkatnya A|IKM|80\n2|Meningkatnya B||\n3|Meningkatnya C|SAKIP|70",
    ],
)
def test_a_sasaran_without_indicator_is_told(rows: str) -> None:
    """In a row of its own as in its column."""
    assert [text.value for text in table(rows).sasaran_alone] == ["Meningkatnya B"]


def test_a_part_is_no_sasaran() -> None:
    """`A. Program ...` parts the rows."""
    found = table("No|Indikator|Target\nA|Program Penunjang|\n1|IKM|80\nB|Program Lain|\n2|SAKIP|70")

    assert names(found) == ["IKM", "SAKIP"]
    assert list(found.sasaran) == [-1, -1]
    assert found.sasaran_alone == ()


def test_sub_indicators_are_rows_and_their_heading_is_none() -> None:
    """The words over a and b have no figures."""
    found = table(
        "No|Indikator|Satuan|Target\n1|Cakupan terdiri dari:|||\n|a. laki-laki|%|50\n|b. perempuan|%|50\n2|IKM|x|80"
    )

    assert names(found) == ["a. laki-laki", "b. perempuan", "IKM"]


def test_words_broken_over_rows_are_one_row() -> None:
    """Figures may stand in the first row or in the last."""
    (found,) = tabs(
        """
Tabel 3.2 Capaian

No|Indikator Kinerja|Satuan|Target|Realisasi
1|Persentase pengaduan yang
|ditindaklanjuti tepat waktu|%|90|85
2|Jumlah dokumen perencanaan yang disusun|dokumen|4|4
|tepat waktu
3|Nilai SAKIP|Nilai|72|70
"""
    ).tables

    assert names(found) == [
        "Persentase pengaduan yang ditindaklanjuti tepat waktu",
        "Jumlah dokumen perencanaan yang disusun tepat waktu",
        "Nilai SAKIP",
    ]
    assert values(found, "target") == ["90", "4", "72"]
    assert found.place(0, "indicator").line == 4
    assert found.place(0, "target").line == 5


def test_an_indicator_that_nobody_filled_in_is_a_row() -> None:
    """It is numbered and named: its figures are missing."""
    found = table(f"{HEAD}\n1|Meningkatnya A|IKM|Indeks|80|81\n2||Persentase aduan selesai|||\n3||Nilai SAKIP||70|")

    assert names(found) == ["IKM", "Persentase aduan selesai", "Nilai SAKIP"]
    assert values(found, "realization") == ["81", "blank", "blank"]


@pytest.mark.parametrize("rows", ["1|||||\n2|||||", "1.|||||\ndst|||||", "(1)|(2)|(3)|(4)|(5)|(6)", "||||| "])
def test_empty_rows_of_a_form_are_none(rows: str) -> None:
    """Numbers, `dst`, column numbers."""
    assert table(f"{HEAD}\n{rows}").count == 0


def test_totals_and_averages_are_no_rows() -> None:
    """Each with the rows that it is about."""
    found = table(
        """
No|Program/Kegiatan|Pagu|Realisasi
I|Program Satu||
1|Kegiatan A|100.000|90.000
2|Kegiatan B|100.000|90.000
|Jumlah Program Satu|200.000|180.000
II|Program Dua||
1|Kegiatan C|100.000|90.000
|Jumlah Program Dua|100.000|90.000
|Total|300.000|270.000
"""
    )

    assert list(found.text("program")) == ["Kegiatan A", "Kegiatan B", "Kegiatan C"]
    assert [(total.label.value, total.rows, total.unsure) for total in found.totals] == [
        ("Jumlah Program Satu", (0, 2), True),
        ("Jumlah Program Dua", (2, 3), True),
        ("Total", (0, 3), False),
    ]


@pytest.mark.parametrize(
    "label",
    ["Rata-rata", "Rata-rata capaian kinerja", "RATA - RATA", "Rerata Capaian", "Rata-Rata (%)"],
)
def test_an_average_is_told_by_its_label(label: str) -> None:
    """It is about all rows above."""
    found = table(f"No|Indikator|Target|Capaian (%)\n1|IKM|80|90\n2|SAKIP|70|100\n|{label}||95")

    (average,) = found.totals
    assert (average.kind, average.rows, str(average.quantities["capaian"].value)) == ("average", (0, 2), "95")
    assert found.count == 2


@pytest.mark.parametrize("name", ["Jumlah dokumen yang disusun", "Total luas sawah", "Rata-rata lama sekolah"])
def test_an_indicator_may_begin_like_a_total(name: str) -> None:
    """It has a number or a unit of its own."""
    assert names(table(f"No|Indikator|Satuan|Target\n1|{name}|dokumen|4")) == [name]
    assert names(table(f"Indikator|Satuan|Target\n{name}|dokumen|4")) == [name]


def test_repeated_headings_and_column_numbers_are_no_rows() -> None:
    """A page of a sheet ends and another begins."""
    found = table(f"{HEAD}\n1|2|3|4|5|6\n1|A|IKM|x|80|81\n{HEAD}\n1|2|3|4|5|6\n2|B|SAKIP|x|70|71")

    assert names(found) == ["IKM", "SAKIP"]
    assert [text.value for text in found.column_numbers or ()] == list("123456")


def test_a_table_goes_on_after_blank_rows_and_ends_at_its_signatures() -> None:
    """Notes and the names of those who sign are words of the document."""
    report = read(
        sheet(
            f"""
LAPORAN KINERJA TRIWULAN II TAHUN 2024
{HEAD}
1|A|IKM|Indeks|80|81

2|B|SAKIP|Nilai|70|71
Catatan: data sementara
||||Contoh, 5 Juli 2024|
||||Camat Contoh|
||||Budi Santoso|
||||NIP. 19700101 199001 1 001|


||||||||||||||||jauh
"""
        )
    )

    (found,) = report.tables
    assert names(found) == ["IKM", "SAKIP"]
    assert report.quarter == 2
    assert report.year is not None
    assert report.year.value == 2024
    assert [signature.name.value for signature in report.signatures if signature.name] == ["Budi Santoso"]


def test_a_quarter_in_a_note_is_not_that_of_the_document() -> None:
    """Only what stands above the table names it."""
    assert read(sheet(f"PENGUKURAN KINERJA 2024\n{HEAD}\n1|A|IKM|x|80|81\n\nCatatan: TW IV sementara")).quarter is None


def test_tables_one_below_the_other_are_read_apart() -> None:
    """With and without a blank row between."""
    below = "No|Program|Anggaran|Realisasi\n1|Program A|1.000.000|900.000\nJumlah||1.000.000|900.000"
    for between in ("\n", "\n\n"):
        first, second = read(sheet(f"{HEAD}\n1|A|IKM|x|80|81{between}{below}")).tables

        assert (first.type, names(first)) == ("indicators", ["IKM"])
        assert (second.type, list(second.text("program"))) == ("budget", ["Program A"])
        assert [total.rows for total in second.totals] == [(0, 1)]


def test_tables_side_by_side_are_read_apart() -> None:
    """A blank column parts them; the places stay those of the sheet."""
    first, second = read(
        sheet(
            """
No|Indikator|Target|Realisasi||No|Program|Anggaran|Realisasi
1|IKM|80|81||1|Program A|1.000.000|900.000
2|SAKIP|70|71||2|Program B|2.000.000|900.000
3|Temuan|5|4
"""
        )
    ).tables

    assert names(first) == ["IKM", "SAKIP", "Temuan"]
    assert values(second, "spent") == ["900000", "900000"]
    assert second.place(1, "pagu").cell == "Data!H3"


def test_programmes_that_outnumber_their_indicators_are_a_table_of_budget() -> None:
    """Their rows are no indicators, and their money is not lost."""
    indicators, budget = read(
        sheet(
            """
No|Sasaran|Indikator|Target|Realisasi|%|Program|Pagu|Realisasi|%
1|Meningkatnya A|IKM|80|82|102,5|Program Satu|1.000.000|900.000|90
||||||Program Dua|2.000.000|1.000.000|50
2|Meningkatnya B|SAKIP|70|71|101,4|Program Tiga|3.000.000|3.000.000|100
""",
            ((1, 2, 2, 1), (1, 1, 2, 1)),
        )
    ).tables

    assert names(indicators) == ["IKM", "SAKIP"]
    assert "pagu" not in indicators.keys
    assert (budget.type, values(budget, "pagu")) == ("budget", ["1000000", "2000000", "3000000"])
    assert budget.number is None


def test_a_figure_merged_over_rows_holds_for_each_and_a_budget_does_not() -> None:
    """One target of two indicators; one budget."""
    found = table(
        "No|Indikator|Target|Realisasi|Program|Pagu\n1|IKM|80|81|Program A|1.000.000\n2|SAKIP||71||",
        ((1, 2, 2, 1), (1, 4, 2, 1), (1, 5, 2, 1)),
    )

    assert values(found, "target") == ["80", "80"]
    assert values(found, "pagu") == ["1000000", "blank"]
    assert list(found.text("program")) == ["Program A", "Program A"]


def test_a_figure_merged_over_columns_is_nobodys() -> None:
    """It is no result of the fourth quarter, and none of the quarters is empty."""
    found = table("No|Indikator|Target TW I|Target TW II|Realisasi\n1|IKM|80||81", ((1, 2, 1, 2),))

    assert values(found, "target:q1") == ["80"]
    assert [one.state for one in found.column("target:q2")] == ["words"]


def test_levels_of_a_budget_are_told() -> None:
    """A programme holds its kegiatan: the total is not the sum of all rows."""
    assert table("No|Uraian|Anggaran|Realisasi\nA|Program X|300|270\n1|Kegiatan Y|300|270").nested
    assert table("No|Program|Kegiatan|Pagu|Realisasi\n1|X||300|270\n||Y|300|270").nested
    assert not table("No|Program|Anggaran|Realisasi\n1|Program X|300|270\n2|Program Y|300|270").nested
    deepest = table("No|Program|Kegiatan|Pagu|Realisasi\n1|X||300|270\n||Y|300|270\n||Z|300|270")
    assert list(deepest.text("program")) == ["X", "Y", "Z"]


# tables of texts --------------------------------------------------------------------------------------------------


def test_a_table_goes_on_after_a_page_break() -> None:
    """With and without its heading once more."""
    (found,) = tabs(
        """
Tabel 3.1 Capaian

No|Indikator|Target|Realisasi
1|IKM|80|81
2|SAKIP|70|71

35

3|Temuan|5|4

No|Indikator|Target|Realisasi
4|Aduan|100|100
"""
    ).tables

    assert names(found) == ["IKM", "SAKIP", "Temuan", "Aduan"]
    assert found.place(3, "indicator").line == 12


def test_a_table_that_counts_anew_or_has_a_caption_is_another() -> None:
    """Two tables of two sasaran are two."""
    head = "No|Indikator|Target|Realisasi"
    report = tabs(f"Tabel 3.1 A\n\n{head}\n1|IKM|80|81\n\n{head}\n1|SAKIP|70|71\n\nTabel 3.2 B\n\n{head}\n2|X|1|1")

    assert [(one.number.value if one.number else None, names(one)) for one in report.tables] == [
        ("3.1", ["IKM"]),
        (None, ["SAKIP"]),
        ("3.2", ["X"]),
    ]


def test_tables_of_html_and_pipes_are_read_alike() -> None:
    """Cells over rows and columns; a table of Markdown."""
    (html,) = read_lines(
        '<table><tr><th rowspan="2">No</th><th rowspan="2">Sasaran</th><th rowspan="2">Indikator</th>'
        '<th colspan="2">Target</th></tr><tr><th>2024</th><th>2025</th></tr>'
        '<tr><td rowspan="2">1</td><td rowspan="2">Meningkatnya X</td><td>IKM</td><td>80</td><td>82</td></tr>'
        "<tr><td>Aduan</td><td>100%</td><td>100%</td></tr></table>\n"
    ).tables
    (pipes,) = read_lines(
        "| No | Indikator | Target 2024 | Realisasi 2024 |\n|---|---|---|---|\n| 1 | IKM | 80 | 81 |\n"
    ).tables

    assert [column.key for column in html.columns] == ["no", "sasaran", "indicator", "target:2024", "target"]
    assert list(html.text("sasaran")) == ["Meningkatnya X", "Meningkatnya X"]
    assert names(pipes) == ["IKM"]
    assert pipes.keys == {"no", "indicator", "target", "realization"}


def test_a_row_whose_cells_moved_is_left_out_and_the_table_doubted() -> None:
    """An empty cell was lost: the unit is a number."""
    (found,) = tabs(f"{HEAD}\n1|Meningkatnya X|IKM|Indeks|80|81\n2|Persentase aduan|%|100|90").tables

    assert names(found) == ["IKM"]
    assert found.columns_doubted


def test_forms_with_nine_and_seven_columns_are_empty_tables() -> None:
    """Their quarters are one column each."""
    (nine,) = tabs(
        "No|Sasaran Strategis|Indikator Kinerja|Target|Realisasi/ Progres|Program/Kegiatan/ Subkegiatan|Sumber Data|"
        "Yang Membedangi|Ket\n1|2|3|4|5|6|7|8|"
    ).tables
    (seven,) = tabs("No.|Sasaran|Indikator Kinerja|Target Tahunan|Target Triwulan|Realiasi Triwulan|Keterangan").tables

    assert [column.key for column in nine.columns] == [
        "no", "sasaran", "indicator", "target", "realization", "program", "source", "owner", "remarks",
    ]  # fmt: skip
    assert len(nine.column_numbers or ()) == 8
    assert [column.key for column in seven.columns][3:] == [
        "target",
        "target:quarters",
        "realization:quarters",
        "remarks",
    ]
    assert nine.count == seven.count == 0


# sheets -----------------------------------------------------------------------------------------------------------


def test_typed_cells_and_comments_keep_their_places() -> None:
    """A number under a format of percent, a note at a cell."""
    grid = cells_sheet(
        [["No", "Indikator", "Target", "Realisasi"], [number("1"), "IKM", number("95", "95%", percent=True), "94%"]]
    )
    noted = Grid(grid.columns, "Data", comments={(1, 3): "sementara"})
    (found,) = read(noted).tables

    assert found.column("target")[0].percent
    assert found.comments == {(0, "realization"): "sementara"}
    assert list(found.text("no")) == ["1"]


def test_a_large_table_is_read_to_its_last_row() -> None:
    """Its total stands far below; a second table after a blank row is found."""
    rows = [["No", "Indikator", "Satuan", "Target", "Realisasi"]]
    rows += [[str(at), f"Jumlah dokumen {at}", "dokumen", "4", "3"] for at in range(1, 6001)]
    rows += [["", "Jumlah", "", "24000", "18000"], [], ["No", "Program", "Anggaran", "Realisasi"], ["1", "A", "5", "4"]]
    first, second = read(cells_sheet([[cell or None for cell in row] for row in rows])).tables

    assert first.count == 6000
    assert [(total.rows, str(total.quantities["target"].value)) for total in first.totals] == [((0, 6000), "24000")]
    assert second.type == "budget"


def test_hidden_sheets_come_last_and_are_said() -> None:
    """What is shown is read first."""
    hidden = sheet(f"{HEAD}\n1|A|Lama|x|80|81", name="Lama")
    hidden = Grid(hidden.columns, "Lama", hidden=True)
    first, second = read_performance(document(hidden, sheet(f"{HEAD}\n1|A|IKM|x|80|81"))).tables

    assert (names(first), first.hidden) == (["IKM"], False)
    assert (names(second), second.hidden) == (["Lama"], True)


def test_a_table_under_its_own_caption_does_not_go_on_with_the_one_above() -> None:
    """Its headings say nothing of performance; without a caption the rows go on after a blank one."""
    above = "Indikator|Target|Realisasi\nPersentase koperasi sehat|70|71\n\n"
    below = "1|Tirta Asri|120\n2|Sumber Rejo|110"
    (captioned,) = read(
        sheet(f"{above}Tabel 3.3 Jumlah Koperasi Menurut Kecamatan\n\nNo|Kecamatan|2025\n{below}")
    ).tables
    (plain,) = read(sheet(f"{above}Persentase koperasi aktif|80|81")).tables

    assert names(captioned) == ["Persentase koperasi sehat"]
    assert names(plain) == ["Persentase koperasi sehat", "Persentase koperasi aktif"]
