"""
Quarters, budgets, sums and names of indicators: small tables as offices print them, through the whole chain.

Each is a text table that goes through reader, extraction, facts and rules; what it should give is known by hand.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import cache

import pytest

from engine.audit import Auditor
from engine.performance_facts import performance_facts
from extraction.performance import read_performance
from readers.delimited import read_delimited
from readers.text import read_text
from schemas.evidence import Evidence, Value
from schemas.performance import PerformanceReport, Statement
from schemas.report import Finding
from tests.packs import rules_pack

AFTER = dt.date(2026, 1, 15)
REPORT = "LAPORAN KINERJA TAHUN 2024"
QUARTERS = (
    "No|Sasaran Strategis|Indikator Kinerja|Satuan|Target Tahunan|Target TW I|Target TW II|Target TW III|Target TW IV|"
    "Realisasi TW I|Realisasi TW II|Realisasi TW III|Realisasi TW IV|Realisasi Tahunan|Keterangan"
)
WITHOUT_YEAR = QUARTERS.replace("|Realisasi Tahunan", "")
BUDGET = "No|Program|Anggaran (Rp)|Realisasi (Rp)|%"
RESULTS = "No|Sasaran Strategis|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)"
WITHOUT_SASARAN = "No|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)"
MINE = frozenset(
    {
        "performance/quarters-inconsistent",
        "performance/quarter-overdue",
        "performance/budget-over",
        "performance/average-wrong",
        "performance/duplicate-indicator",
        "performance/sasaran-without-indicator",
    }
)


@cache
def auditor() -> Auditor:
    return Auditor(rules_pack())


def report_of(head: str, rows: list[str], title: str = REPORT) -> PerformanceReport:
    """A document with one table whose cells are parted by bars."""
    table = ["\t".join(cell.strip() for cell in line.split("|")) for line in (head, *rows)]
    text = "\n".join([title, "KECAMATAN TAMAN SELASIH", "KABUPATEN ARUNIKA", "", "Tabel 3.1 Data", "", *table, ""])
    return read_performance(read_text(text.encode(), name="lkj.txt"))


def judged(report: PerformanceReport, as_of: dt.date = AFTER) -> tuple[list[Finding], dict[str, str]]:
    """The findings of the rules under test, and how each of them ended."""
    judgement = auditor().judge(performance_facts(report, as_of=as_of).whole(), "performance")
    findings = [finding for finding in judgement.findings if finding.rule in MINE]
    return findings, {name: outcome.value for name, outcome in judgement.outcomes.items() if name in MINE}


def said(report: PerformanceReport, as_of: dt.date = AFTER) -> list[str]:
    """What is found, as `rule: condition`."""
    return [f"{one.rule.removeprefix('performance/')}: {one.condition}" for one in judged(report, as_of)[0]]


def assert_says(found: list[str], *words: str) -> None:
    """One finding, which has all these words; none for no words."""
    assert len(found) == bool(words), found
    assert [word for word in words if word not in found[0]] == []


QUARTER_ROWS = [
    pytest.param("Jumlah dokumen|Dokumen|12|3|3|3|3|3|2|4|3|12|", (), id="docs sum ok"),
    pytest.param(
        "Jumlah dokumen|Dokumen|12|3|3|3|3|3|2|4|3|15|",
        ("quarters-inconsistent: Realisasi", "tertulis 15", "3 + 2 + 4 + 3 = 12"),
        id="docs sum wrong real",
    ),
    pytest.param(
        "Jumlah dokumen|Dokumen|12|3|3|3|4|3|2|4|3|12|",
        ("quarters-inconsistent: Target", "3 + 3 + 3 + 4 = 13"),
        id="docs target wrong",
    ),
    pytest.param("Jumlah dokumen|Dokumen|12|3|6|9|12|3|5|9|12|12|", (), id="docs running"),
    pytest.param(
        "Jumlah dokumen|Dokumen|12|3|6|9|12|3|6|5|12|12|",
        ("quarters-inconsistent", "turun dari 6 (triwulan II) menjadi 5 (triwulan III)"),
        id="docs running dips",
    ),
    pytest.param("Persentase pengaduan|Persen|95%|90%|92%|94%|95%|88%|93%|95%|97,25%|97,25%|", (), id="pct last ok"),
    pytest.param(
        "Persentase pengaduan|Persen|95%|90%|92%|94%|95%|88%|93%|95%|97,25%|373,25%|",
        ("quarters-inconsistent", "88 + 93 + 95 + 97,25 = 373,25"),
        id="pct summed",
    ),
    pytest.param("Persentase pengaduan|%|100|25|25|25|25|25|25|30|25|105|", (), id="pct split plan"),
    pytest.param("Persentase pengaduan|%|100|25|50|75|100|25|50|70|95|95|", (), id="pct running plan"),
    pytest.param("Indeks Kepuasan Masyarakat|Indeks|85|85|85|85|85|84|85|86|87|85,5|", (), id="index mean"),
    pytest.param(
        "Indeks Kepuasan Masyarakat|Indeks|85|80|82|84|85|80|82|84|86|88|",
        ("quarters-inconsistent", "tertulis 88", "berakhir pada 86"),
        id="index last wrong",
    ),
    pytest.param(
        "Indeks Kepuasan Masyarakat|Indeks|85|80|82|84|86|80|82|84|86|86|",
        ("quarters-inconsistent: Target", "tertulis 85", "berakhir pada 86"),
        id="index target wrong",
    ),
    pytest.param(
        "Realisasi PBB|Rupiah|1.250.000.000|250.000.000|300.000.000|350.000.000|350.000.000|"
        "210.500.000|315.250.000|298.750.000,50|420.000.000|1.244.500.001|",
        (),
        id="money sum",
    ),
    pytest.param(
        "Realisasi PBB|Rupiah|1.250.000.000|250.000.000|300.000.000|350.000.000|350.000.000|"
        "210.500.000|315.250.000|298.750.000|420.000.000|1.254.500.000|",
        ("quarters-inconsistent", "= 1.244.500.000"),
        id="money wrong",
    ),
    pytest.param("Jumlah peserta|Orang|100|30|30|30|30|30|30|30|30|100|", (), id="people overlap"),
    pytest.param(
        "Jumlah peserta|Orang|100|25|25|25|25|30|30|30|30|110|",
        ("quarters-inconsistent: Realisasi", "= 120"),
        id="people whose target adds up",
    ),
    pytest.param(
        "Jumlah inovasi|Inovasi|4|1|1|1|2|1|1|1|1|4|", ("quarters-inconsistent: Target", "= 5"), id="innovations add up"
    ),
    pytest.param("Nilai SAKIP|Nilai|72,00|-|-|-|72,00|-|-|-|70,10|70,10|", (), id="dash"),
    pytest.param("Jumlah kasus gangguan|Kasus|8|12|10|9|8|11|9|10|7|7|", (), id="lower is better"),
    pytest.param(
        "Indeks Kepuasan Masyarakat|Indeks|85|80|82|84|85|80|82|84|86|85|",
        ("quarters-inconsistent: Realisasi", "target indikator ini berakhir"),
        id="index between its quarters, its target ending at the last",
    ),
    pytest.param(
        "Indeks Kepuasan Masyarakat|Indeks|85|85|85|85|85|80|82|84|86|84,2|",
        (),
        id="index between its quarters may be weighted",
    ),
    pytest.param(
        "Jumlah peserta|Orang|100|25|25|25|25|30|30|30|30|150|",
        ("jumlah triwulannya 30 + 30 + 30 + 30 = 120",),
        id="people, more than were ever counted",
    ),
    pytest.param(
        "Luas lahan terdata|Ha|1.234,56|300|600,5|900|1.234,56|298,75|590|1.001,1|1.240,00|1.240,00|",
        (),
        id="hectares, running",
    ),
    pytest.param(
        "Penurunan kasus|Persen|(12,5)|(3)|(6)|(9)|(12,5)|(2,1)|(5,5)|(9,75)|(13)|(13)|", (), id="negative numbers"
    ),
    pytest.param("Jumlah dokumen|Dokumen|12|3|3|3|3|3|n/a|4|3|10|", (), id="a quarter without data"),
    pytest.param("Jumlah dokumen|Dokumen|12 dok|3|3|3|3|3|#REF!|4|3|15|", (), id="a quarter that is an error"),
    pytest.param("Nilai SAKIP|Nilai|BB|-|-|-|BB|-|-|-|B|B|", (), id="ratings in words"),
    pytest.param(
        "Indeks Reformasi|Indeks|3,5|3,2|3,3|3,4|3,5|3,2|3,3|3,4|3,5|13,4|",
        ("merupakan penjumlahan",),
        id="index of a small scale, added up",
    ),
    pytest.param("Waktu pelayanan|Hari|3|5|4|4|3|5|4|3|3|3|", (), id="days, fewer is better"),
    pytest.param("Persentase temuan|%|100|20|25|25|20|20|25|25|20|90|", (), id="shares of work that stop short"),
]


@pytest.mark.parametrize(("row", "words"), QUARTER_ROWS)
def test_quarters_make_up_the_year(row: str, words: tuple[str, ...]) -> None:
    """Sums, running totals, last values and means are all right; what fits none of them is told with its numbers."""
    found = [one for one in said(report_of(QUARTERS, [f"1|Meningkatnya mutu|{row}"])) if "quarter-overdue" not in one]

    assert_says(found, *words)


def test_unfinished_year_is_compared_as_far_as_it_goes() -> None:
    """Two quarters of four and what was reached so far."""
    report = report_of(QUARTERS, ["1|Meningkatnya mutu|Jumlah dokumen|Dokumen|12|3|3|3|3|3|2|||9|"])

    assert said(report, dt.date(2024, 7, 15)) == []


def test_running_totals_by_their_headings_do_not_fall() -> None:
    """`s.d. TW II` below `s.d. TW I`."""
    quarters = "|".join(f"Realisasi s.d. TW {number}" for number in ("I", "II", "III", "IV"))
    head = f"No|Sasaran|Indikator Kinerja|Satuan|Target|{quarters}"
    falls = report_of(head, ["1|Meningkatnya mutu|Jumlah dokumen|Dokumen|12|3|6|5|12"])
    rises = report_of(head, ["1|Meningkatnya mutu|Jumlah dokumen|Dokumen|12|3|6|6|12"])

    assert_says(said(falls), "quarters-inconsistent", "Realisasi kumulatif", "s.d. triwulan III")
    assert said(rises) == []


RUNNING = "No|Sasaran|Indikator Kinerja|Satuan|Target|" + "|".join(
    f"Realisasi s.d. TW {at}" for at in ("I", "II", "III", "IV")
)


@pytest.mark.parametrize(
    ("head", "row", "words"),
    [
        (RUNNING, "Jumlah patroli|Kali|96|24|48|44|", ("quarters-inconsistent", "s.d. triwulan III")),
        (RUNNING, "Jumlah patroli|Kali|96|24|48|48|", ()),
        (RUNNING + "|Realisasi Tahun", "Jumlah rapat|Kali|96|24|48|72|96|90", ("quarters-inconsistent", "tertulis 90")),
        (RUNNING + "|Realisasi Tahun", "Persentase aduan|%|95|40|62|80|96|278", ("tidak dijumlahkan",)),
        (RUNNING + "|Realisasi Tahun", "Jumlah rapat|Kali|96|24|48|72|96|96", ()),
        (RUNNING, "Jumlah patroli|Kali|96|24||72|", ("quarter-overdue", "triwulan II", "kosong")),
        (RUNNING, "Jumlah patroli|Kali|96|-|48|72|", ()),
    ],
)
def test_running_totals(head: str, row: str, words: tuple[str, ...]) -> None:
    """They do not fall, end at the year, and have no holes; the year need not be over."""
    report = report_of(head, [f"1|Meningkatnya mutu|{row}", "2|Terwujudnya tertib|Jumlah pos|Pos|4|1|2|3|"])

    assert_says(said(report, dt.date(2024, 11, 1)), *words)


def test_a_report_on_a_quarter_cannot_know_the_next() -> None:
    """Quarter IV has begun, but the report is on quarter III; a form has no such limit."""
    rows = ["1|Meningkatnya mutu|Jumlah dokumen|Dokumen|12|3|3|3|3|3|3|3|3|", "2||Jumlah rapat|Kali|4|1|1|1|1|1|1|1|1|"]
    early, form, later = (
        said(report_of(WITHOUT_YEAR, rows, title), day)
        for title, day in (
            ("LAPORAN KINERJA TRIWULAN III TAHUN 2024", dt.date(2024, 10, 15)),
            ("PENGUKURAN KINERJA TAHUN 2024", dt.date(2024, 10, 15)),
            ("LAPORAN KINERJA TRIWULAN III TAHUN 2024", dt.date(2025, 1, 1)),
        )
    )

    assert_says(early, "quarter-overdue", "triwulan IV", "belum berakhir")
    assert form == later == []


def test_plain_quarters_of_a_plan_are_those_of_its_target() -> None:
    """`TW I` beside `Target`, and no realization."""
    head = "No|Sasaran|Indikator|Satuan|Target|TW I|TW II|TW III|TW IV|Kegiatan"
    wrong, right = (
        said(
            report_of(head, [f"1|Meningkatnya mutu|Jumlah dokumen|Dokumen|{figures}|Rapat"], "RENCANA AKSI TAHUN 2024")
        )
        for figures in ("6|1|2|1|1", "6|1|2|2|1")
    )

    assert_says(wrong, "quarters-inconsistent: Target", "= 5")
    assert right == []


def test_the_year_may_stand_in_a_heading_alone() -> None:
    """`Target 2024` of a table without title."""
    head = QUARTERS.replace("Target Tahunan", "Target 2024")
    rows = ["1|Meningkatnya mutu|Jumlah dokumen|Dokumen|12|3|3|3|3|3|||||", "2||Jumlah rapat|Kali|4|1|1|1|1|1|1||||"]

    assert_says(
        said(report_of(head, rows, "PENGUKURAN KINERJA"), dt.date(2024, 8, 1)), "quarter-overdue", "triwulan II"
    )


def test_a_sasaran_in_a_row_of_its_own_begins_anew() -> None:
    """What stands below belongs to it, and not to the sasaran above."""
    rows = [
        "1|Meningkatnya mutu|Jumlah dokumen|Dokumen|12|12|100",
        "2|Meningkatnya tertib||||",
        "3||Jumlah dokumen|Dokumen|12|12|100",
    ]
    report = report_of(RESULTS, rows)

    assert list(report.tables[0].text("sasaran")) == ["Meningkatnya mutu", "Meningkatnya tertib"]
    assert said(report) == []


def test_a_row_without_indicator_does_not_make_a_table_of_bars_doubtful() -> None:
    """Its cells keep their places; but money beside a programme is of another level."""
    head = "| No | Sasaran | Indikator | Satuan | Target | Realisasi |\n|---|---|---|---|---|---|\n"
    text = f"{REPORT}\n\n{head}| 1 | Mutu | Nilai IKM | Nilai | 80 | 81 |\n| 2 | | | Dokumen | 9 | 9 |\n"
    (table,) = read_performance(read_text(text.encode(), name="lkj.md")).tables

    assert not table.columns_doubted


DUE = [
    pytest.param(
        QUARTERS,
        ["1|Meningkatnya pelayanan|Jumlah dokumen|Dokumen|12|3|3|3|3|3|||||", "2||Jumlah rapat|Kali|4|1|1|1|1|1|1||||"],
        ("quarter-overdue", "triwulan II", "kosong", "30 Juni 2024"),
        "2024-08-01",
        REPORT,
        id="Q2 overdue",
    ),
    pytest.param(
        QUARTERS,
        ["1|Meningkatnya pelayanan|Jumlah dokumen|Dokumen|12|3|3|3|3|3|||||", "2||Jumlah rapat|Kali|4|1|1|1|1|1|||||"],
        ("quarter-overdue", "satu pun dari 2 indikator"),
        "2024-08-01",
        REPORT,
        id="Q2 column overdue",
    ),
    pytest.param(
        QUARTERS,
        ["1|Meningkatnya pelayanan|Jumlah dokumen|Dokumen|12|3|3|3|3|3|||||", "2||Jumlah rapat|Kali|4|1|1|1|1|1|1||||"],
        (),
        "2024-06-30",
        REPORT,
        id="last day",
    ),
    pytest.param(
        QUARTERS,
        ["1|Meningkatnya pelayanan|Jumlah dokumen|Dokumen|12|3|3|3|3|3|||||", "2||Jumlah rapat|Kali|4|1|1|1|1|1|1||||"],
        ("quarter-overdue", "triwulan II"),
        "2024-07-01",
        REPORT,
        id="day after",
    ),
    pytest.param(
        QUARTERS,
        ["1|Meningkatnya pelayanan|Nilai SAKIP|Nilai|72|-|-|-|72|-|-|-|||", "2||Jumlah rapat|Kali|4|1|1|1|1|1|1||||"],
        (),
        "2024-08-01",
        REPORT,
        id="no target",
    ),
    pytest.param(
        QUARTERS,
        ["1|Meningkatnya pelayanan|Jumlah dokumen|Dokumen|12|3|3|3|3|3|3|3|3||"],
        ("quarter-overdue", "belum dimulai"),
        "2024-08-01",
        REPORT,
        id="early",
    ),
    pytest.param(
        QUARTERS,
        ["1|Meningkatnya pelayanan|Jumlah dokumen|Dokumen|12|3|3|3|3|3|3|2|||"],
        (),
        "2024-08-01",
        REPORT,
        id="running quarter",
    ),
    pytest.param(
        QUARTERS,
        ["1|Meningkatnya pelayanan|Jumlah dokumen|Dokumen|12|3|3|3|3|3|3|0|0||"],
        (),
        "2024-08-01",
        REPORT,
        id="early zeros",
    ),
    pytest.param(
        WITHOUT_YEAR,
        ["1|Meningkatnya pelayanan|Jumlah dokumen|Dokumen|12|3|3|3|3|||||", "2||Jumlah rapat|Kali|4|1|1|1|1|||||"],
        (),
        "2024-08-01",
        "RENCANA AKSI TAHUN 2024",
        id="blank plan",
    ),
    pytest.param(
        WITHOUT_YEAR,
        ["1|Meningkatnya pelayanan|Jumlah dokumen|Dokumen|12|3|3|3|3|||||", "2||Jumlah rapat|Kali|4|1|1|1|1|||||"],
        ("quarter-overdue", "tanpa satu pun realisasi", "I dan II"),
        "2024-08-01",
        "PENGUKURAN KINERJA TRIWULANAN TAHUN 2024",
        id="blank form",
    ),
    pytest.param(
        QUARTERS,
        [
            "1|Meningkatnya pelayanan|Jumlah dokumen|Dokumen|12|3|3|3|3|3|3||||",
            "2||Jumlah rapat|Kali|4|1|1|1|1|1|1||||",
        ],
        (),
        "2026-08-01",
        "LAPORAN KINERJA TRIWULAN II TAHUN 2024",
        id="TW II report",
    ),
    pytest.param(
        "No|Sasaran|Indikator|Satuan|Target|Realisasi|Ket",
        ["1|Meningkatnya pelayanan|Jumlah dokumen|Dokumen|3||", "2||Jumlah rapat|Kali|1|1|"],
        ("quarter-overdue", "triwulan II"),
        "2024-08-01",
        "LAPORAN KINERJA TRIWULAN II TAHUN 2024",
        id="TW II report plain, missing",
    ),
    pytest.param(
        QUARTERS,
        ["1|Meningkatnya pelayanan|Jumlah dokumen|Dokumen|12|3|3|3|3|3|||||", "2||Jumlah rapat|Kali|4|1|1|1|1|1|1||||"],
        (),
        "2024-08-01",
        "PENGUKURAN KINERJA",
        id="no year",
    ),
    pytest.param(
        QUARTERS,
        ["1|Meningkatnya pelayanan|Nilai SAKIP|Nilai|72|70|71|71|72|70|71|71|n/a|n/a|"],
        (),
        "2026-01-01",
        REPORT,
        id="q4 and year missing",
    ),
]


@pytest.mark.parametrize(("head", "rows", "words", "as_of", "title"), DUE)
def test_due_quarters(head: str, rows: list[str], words: tuple[str, ...], as_of: str, title: str) -> None:
    """A quarter is due the day after it ends; one defect is told once."""
    assert_says(said(report_of(head, rows, title), dt.date.fromisoformat(as_of)), *words)


BUDGETS = [
    pytest.param(
        BUDGET,
        [
            "1|Program A|100.000.000|105.000.000|105,00",
            "2|Program B|200.000.000|150.000.000|75,00",
            "Jumlah||300.000.000|255.000.000|85,00",
        ],
        ("budget-over", "5.000.000", "105%"),
        id="over",
    ),
    pytest.param(
        BUDGET,
        [
            "1|Program A|100.000.000|95.000.000|96,50",
            "2|Program B|200.000.000|150.000.000|75,00",
            "Jumlah||300.000.000|245.000.000|81,67",
        ],
        ("budget-over: Persentase", "adalah 95%"),
        id="share",
    ),
    pytest.param(
        BUDGET,
        [
            "1|Program A|100.000.000|95.456.000|95,4",
            "2|Program B|200.000.000|150.000.000|75",
            "Jumlah||300.000.000|245.456.000|81,8",
        ],
        (),
        id="share rounded",
    ),
    pytest.param(
        BUDGET,
        ["1|Program A|100.000.000|0|0", "2|Program B|200.000.000|150.000.000|75", "Jumlah||300.000.000|150.000.000|50"],
        (),
        id="zero spent",
    ),
    pytest.param(
        "No|Program|Anggaran|Realisasi|Sisa Anggaran|%",
        ["1|Program A|100.000.000|90.000.000|10.000.000|90"],
        (),
        id="sisa",
    ),
    pytest.param(
        "No|Program|Anggaran|Realisasi|Sisa Anggaran|%",
        ["1|Program A|100.000.000|90.000.000|10.000.000|10"],
        (),
        id="sisa pct",
    ),
    pytest.param(
        "No|Uraian|Target|Realisasi|%",
        ["1|Pajak Daerah|100.000.000|120.000.000|120", "2|Retribusi|50.000.000|50.000.000|100"],
        (),
        id="income",
    ),
    pytest.param(
        "No|Uraian|Anggaran|Realisasi|%",
        ["1|Pendapatan Asli Daerah|100.000.000|120.000.000|120", "2|Belanja Pegawai|50.000.000|50.000.000|100"],
        (),
        id="income LRA",
    ),
    pytest.param(
        "No|Program|Anggaran|Realisasi Keuangan|Realisasi Fisik (%)",
        ["1|Program A|100.000.000|90.000.000|100", "2|Program B|50.000.000|50.000.000|100"],
        (),
        id="physical",
    ),
    pytest.param(
        "No|Sasaran|Indikator|Target|Realisasi|Capaian (%)|Program|Anggaran|Realisasi Anggaran|% Serapan",
        [
            "1|Meningkatnya mutu|Indeks A|80|84|105|Program A|100.000.000|90.000.000|90",
            "2|Meningkatnya tertib|Indeks B|80|80|100|Program B|50.000.000|60.000.000|120",
        ],
        ("budget-over", "10.000.000"),
        id="indicator with budget",
    ),
]


@pytest.mark.parametrize(("head", "rows", "words"), BUDGETS)
def test_budgets(head: str, rows: list[str], words: tuple[str, ...]) -> None:
    """More spent than budgeted, and shares that do not follow; income and physical progress are neither."""
    assert_says(said(report_of(head, rows)), *words)


SUMS = [
    pytest.param(
        BUDGET,
        [
            "1|Program A|100.000.000|95.000.000|95",
            "2|Program B|200.000.000|150.000.000|75",
            "Jumlah||310.000.000|245.000.000|79,03",
        ],
        ("average-wrong", "= 300.000.000"),
        id="total wrong",
    ),
    pytest.param(
        "No|Program/Kegiatan|Anggaran|Realisasi|%",
        [
            "1|Program A|100.000.000|90.000.000|90",
            "1.1|Kegiatan A1|60.000.000|55.000.000|91,67",
            "1.2|Kegiatan A2|40.000.000|35.000.000|87,5",
            "2|Program B|50.000.000|50.000.000|100",
            "2.1|Kegiatan B1|50.000.000|50.000.000|100",
            "Jumlah||150.000.000|140.000.000|93,33",
        ],
        (),
        id="nested",
    ),
    pytest.param(
        "No|Uraian|Anggaran|Realisasi|%",
        [
            "1|Belanja Operasi|100.000.000|90.000.000|90",
            "|Belanja Pegawai|60.000.000|55.000.000|91,67",
            "|Belanja Barang|40.000.000|35.000.000|87,5",
            "2|Belanja Modal|50.000.000|50.000.000|100",
            "Jumlah||150.000.000|140.000.000|93,33",
        ],
        (),
        id="nested no numbers",
    ),
    pytest.param(
        BUDGET,
        [
            "1|Program A|100.000.000|90.000.000|90",
            "2|Program B|50.000.000|50.000.000|100",
            "Jumlah||150.000.000|140.000.000|93,33",
            "3|Program C|50.000.000|50.000.000|100",
            "4|Program D|50.000.000|40.000.000|80",
            "Jumlah||100.000.000|90.000.000|90",
            "Total||250.000.000|230.000.000|92",
        ],
        (),
        id="subtotals",
    ),
    pytest.param(
        "No|Uraian|Anggaran|Realisasi|%",
        [
            "A|Program Penunjang|500.000.000|480.000.000|96",
            "1|Belanja pegawai|400.000.000|390.000.000|97,50",
            "2|Belanja barang|100.000.000|90.000.000|90",
            "|Sub Jumlah A|500.000.000|480.000.000|96",
            "B|Program Pemberdayaan|250.000.000|245.000.000|98",
            "1|Pembangunan sarana|200.000.000|197.500.000|98,75",
            "2|Pemberdayaan|50.000.000|47.500.000|95",
            "|Sub Jumlah B|250.000.000|245.000.000|98",
            "|Jumlah Total|750.000.000|725.000.000|96,67",
        ],
        (),
        id="subtotals under their own heading row",
    ),
    pytest.param(
        BUDGET,
        [
            "1|Program A|100.000.000|90.000.000|90",
            "2|Program B|50.000.000|n/a|",
            "3|Program C|50.000.000||",
            "Jumlah||200.000.000|190.000.000|95",
        ],
        (),
        id="a figure that is not given may be in the total",
    ),
    pytest.param(
        BUDGET,
        [
            "1|Program A|100.000.000|90.000.000|90",
            "2|Program B|50.000.000|-|-",
            "Jumlah||150.000.000|140.000.000|93,33",
        ],
        ("average-wrong", "90.000.000 + 0 = 90.000.000"),
        id="a dash is nothing",
    ),
    pytest.param(
        RESULTS,
        [
            "1|Meningkatnya mutu|Indeks A|Indeks|80|84|105",
            "2|Meningkatnya tertib|Indeks B|Indeks|80|80|100",
            "3|Meningkatnya tertib|Indeks C|Indeks|80|76|",
            "|Rata-rata||||| 100",
        ],
        (),
        id="avg with an achievement that is not printed",
    ),
    pytest.param(
        "No|Uraian|Anggaran|Realisasi|%",
        [
            "A|Program Penunjang|500.000.000|480.000.000|96",
            "1|Belanja pegawai|400.000.000|390.000.000|97,50",
            "2|Belanja barang|100.000.000|90.000.000|90",
            "|Sub Jumlah A|500.000.000|480.000.000|96",
            "B|Program Pemberdayaan|250.000.000|245.000.000|98",
            "1|Pembangunan sarana|200.000.000|197.500.000|98,75",
            "2|Pemberdayaan|50.000.000|47.500.000|95",
            "|Sub Jumlah B|260.000.000|245.000.000|94,23",
            "|Jumlah Total|750.000.000|725.000.000|96,67",
        ],
        ("average-wrong", "260.000.000"),
        id="a wrong subtotal under its own heading row",
    ),
    pytest.param(
        BUDGET,
        [
            "1|Program A|333.333.333|333.333.333|100",
            "2|Program B|333.333.333|333.333.333|100",
            "3|Program C|333.333.333|333.333.333|100",
            "Jumlah||1.000.000.000|1.000.000.000|100",
        ],
        (),
        id="thousands rounding",
    ),
    pytest.param(
        RESULTS,
        [
            "1|Meningkatnya mutu|Indeks A|Indeks|80|84|105",
            "2|Meningkatnya tertib|Indeks B|Indeks|80|80|100",
            "|Rata-rata||||| 102,5",
        ],
        (),
        id="avg row ok",
    ),
    pytest.param(
        RESULTS,
        [
            "1|Meningkatnya mutu|Indeks A|Indeks|80|84|105",
            "2|Meningkatnya tertib|Indeks B|Indeks|80|80|100",
            "|Rata-rata capaian|||||104,5",
        ],
        ("average-wrong", "(105 + 100) : 2 = 102,5%"),
        id="avg row wrong",
    ),
    pytest.param(
        RESULTS,
        [
            "1|Meningkatnya mutu|Indeks A|Indeks|80|84|105",
            "2|Meningkatnya tertib|Indeks B|Indeks|80|80|100",
            "|Rata-rata capaian|||||100",
        ],
        (),
        id="avg capped",
    ),
    pytest.param(
        RESULTS,
        [
            "1|Meningkatnya mutu|Indeks A|Indeks|80|84|105",
            "2|Meningkatnya tertib|Indeks B|Indeks|80|80|100",
            "3|Meningkatnya X|Nilai C|Nilai|70|n/a|n/a",
            "|Rata-rata capaian|||||102,5",
        ],
        ("average-wrong", "1 indikator bertarget tanpa hasil"),
        id="avg hides",
    ),
    pytest.param(
        RESULTS,
        [
            "1|Meningkatnya mutu|Indeks A|Indeks|80|84|105",
            "2||Indeks A2|Indeks|80|72|90",
            "3|Meningkatnya tertib|Indeks B|Indeks|80|80|100",
            "|Rata-rata capaian|||||98,75",
        ],
        (),
        id="avg by sasaran",
    ),
    pytest.param(
        RESULTS,
        [
            "1|Meningkatnya mutu|Jumlah A|Dokumen|8|8|100",
            "2|Meningkatnya tertib|Jumlah B|Orang|80|80|100",
            "|Jumlah|||88|88|200",
        ],
        (),
        id="total of units",
    ),
]


@pytest.mark.parametrize(("head", "rows", "words"), SUMS)
def test_totals_and_averages_of_tables(head: str, rows: list[str], words: tuple[str, ...]) -> None:
    """There are many honest ways to add up a table; one that fits none is told with its numbers."""
    assert_says(said(report_of(head, rows)), *words)


NAMES = [
    pytest.param(
        "Tahun|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)",
        [
            "2023|Indeks Kepuasan Masyarakat|Indeks|80|84|105",
            "2024|Indeks Kepuasan Masyarakat|Indeks|80|84|105",
        ],
        (),
        id="one row a year",
    ),
    pytest.param(
        "Desa|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)",
        [
            "Sumber Asri|Persentase warga terlayani|%|80|84|105",
            "Mekar Sari|Persentase warga terlayani|%|80|84|105",
        ],
        (),
        id="one row a village",
    ),
    pytest.param(
        "Catatan kaki|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)",
        [
            "a|Indeks Kepuasan Masyarakat|Indeks|80|84|105",
            "b|Indeks Kepuasan Masyarakat|Indeks|80|84|105",
        ],
        ("duplicate-indicator",),
        id="another column",
    ),
    pytest.param(
        RESULTS,
        [
            "1|Meningkatnya mutu|Indeks Kepuasan Masyarakat|Indeks|80|84|105",
            "2||Indeks  kepuasan masyarakat.|Indeks|81|80|98,77",
        ],
        ("duplicate-indicator", "nomor 2", "nomor 1", "Meningkatnya mutu"),
        id="dup",
    ),
    pytest.param(
        RESULTS,
        [
            "1|Meningkatnya mutu|Indeks Kepuasan Masyarakat|Indeks|80|84|105",
            "2||Indeks Kepuasan Masyarkat|Indeks|80|84|105",
        ],
        ("duplicate-indicator", "satu huruf"),
        id="dup near",
    ),
    pytest.param(
        RESULTS,
        ["1|Meningkatnya mutu|Indeks Warga|Indeks|80|84|105", "2||Indek Warga|Indeks|80|84|105"],
        ("duplicate-indicator", "satu huruf"),
        id="dup near in a short word, with the same figures",
    ),
    pytest.param(
        RESULTS,
        ["1|Meningkatnya mutu|Indeks Warga|Indeks|80|84|105", "2||Indek Warga|Indeks|80|85|106,25"],
        (),
        id="a short word, with other figures",
    ),
    pytest.param(
        RESULTS,
        ["1|Meningkatnya mutu|Desa tertib|%|80|84|105", "2||Desa tertib|Persen|80|84|105"],
        ("duplicate-indicator",),
        id="dup with the unit in words",
    ),
    pytest.param(
        RESULTS,
        [
            "1|Meningkatnya mutu|Indeks Kepuasan Masyarakat|Indeks|80|84|105",
            "2|Meningkatnya akuntabilitas|Indeks Kepuasan Masyarakat|Indeks|80|84|105",
        ],
        (),
        id="dup other sasaran",
    ),
    pytest.param(
        RESULTS,
        [
            "1|Meningkatnya mutu|Realisasi PBB-P2 tahun 2023|Persen|80|84|105",
            "2||Realisasi PBB-P2 tahun 2024|Persen|80|84|105",
            "3||Persentase desa I|Persen|80|84|105",
            "4||Persentase desa II|Persen|80|84|105",
            "5||Jumlah mahasiswa|Orang|80|84|105",
            "6||Jumlah mahasiswi|Orang|80|84|105",
            "7||Jumlah penerimaan kas|Orang|80|84|105",
            "8||Jumlah pengeluaran kas|Orang|80|84|105",
        ],
        (),
        id="dup years",
    ),
    pytest.param(
        "No|Sasaran|Indikator|Target|Rencana Aksi|Penanggung Jawab",
        [
            "1|Meningkatnya mutu|Indeks Kepuasan Masyarakat|80|Survei|Kasi Pelayanan",
            "2||Indeks Kepuasan Masyarakat|80|Pelatihan petugas|Kasi Pelayanan",
        ],
        (),
        id="dup actions",
    ),
    pytest.param(
        RESULTS,
        [
            "1|Meningkatnya mutu|Indeks A|Indeks|80|84|105",
            "2|Meningkatnya ketertiban|||||",
            "3|Meningkatnya tertib|Indeks B|Indeks|80|80|100",
        ],
        ("sasaran-without-indicator", "Meningkatnya ketertiban"),
        id="sasaran alone",
    ),
    pytest.param(
        RESULTS,
        [
            "1|Meningkatnya mutu|||||",
            "1.1||Indeks A|Indeks|80|84|105",
            "1.2||Indeks A2|Indeks|80|84|105",
            "2|Meningkatnya tertib|||||",
            "2.1||Indeks B|Indeks|80|80|100",
        ],
        (),
        id="sasaran heads",
    ),
    pytest.param(
        WITHOUT_SASARAN,
        [
            "Sasaran 1: Meningkatnya mutu|||||",
            "1|Indeks A|Indeks|80|84|105",
            "Sasaran 2: Meningkatnya tertib|||||",
            "2|Indeks B|Indeks|80|80|100",
        ],
        (),
        id="sasaran rows",
    ),
    pytest.param(
        WITHOUT_SASARAN,
        [
            "Tujuan 1: Mewujudkan tata kelola|||||",
            "Sasaran 1: Meningkatnya mutu|||||",
            "1|Indeks A|Indeks|80|84|105",
            "Sasaran 2: Meningkatnya tertib|||||",
            "2|Indeks B|Indeks|80|80|100",
        ],
        (),
        id="tujuan+sasaran rows",
    ),
    pytest.param(
        WITHOUT_SASARAN,
        [
            "Sasaran 1: Meningkatnya mutu|||||",
            "1|Indeks A|Indeks|80|84|105",
            "Sasaran 2: Meningkatnya tertib|||||",
            "Sasaran 3: Meningkatnya aman|||||",
            "2|Indeks B|Indeks|80|80|100",
        ],
        ("sasaran-without-indicator", "Sasaran 2"),
        id="sasaran row alone",
    ),
    pytest.param(
        RESULTS,
        ["1||Indeks A|Indeks|80|84|105", "2|Meningkatnya tertib|Indeks B|Indeks|80|80|100"],
        ("sasaran-without-indicator", "Indeks A"),
        id="indicator first without",
    ),
    pytest.param(
        RESULTS,
        [
            "1|Meningkatnya mutu|Indeks A|Indeks|80|84|105",
            "2||Indeks A2|Indeks|80|84|105",
            "3|Meningkatnya tertib|Indeks B|Indeks|80|80|100",
        ],
        (),
        id="merged sasaran",
    ),
    pytest.param(
        "No|Indikator Kinerja Utama|Satuan|Target|Realisasi|Capaian",
        ["1|Indeks A|Indeks|80|84|105", "2|Indeks B|Indeks|80|84|105"],
        (),
        id="iku",
    ),
    pytest.param(
        RESULTS,
        [
            "1|Meningkatnya mutu|Indeks A|Indeks|80|84|105",
            "2|Meningkatnya ketertiban|-|Indeks|80|80|100",
            "3|Meningkatnya tertib|Indeks B|Indeks|80|80|100",
        ],
        ("sasaran-without-indicator", "Meningkatnya ketertiban"),
        id="sasaran with figures no ind",
    ),
]


@pytest.mark.parametrize(("head", "rows", "words"), NAMES)
def test_names_and_sasaran(head: str, rows: list[str], words: tuple[str, ...]) -> None:
    """Twice under one sasaran, or without the other; parts, years, activities and merged cells are neither."""
    assert_says(said(report_of(head, rows)), *words)


def test_a_total_over_rows_without_figures_is_not_judged() -> None:
    """A sheet in which programs have money and no indicator, and sub kegiatan stand in rows of their own."""
    head = "No;Program / Kegiatan / Sub Kegiatan;Indikator;Target;Realisasi;%;Pagu (Rp);Realisasi (Rp);%"
    rows = [
        "I;PROGRAM PENUNJANG;;;;;500.000.000;485.000.000;97,00",
        "1;Perencanaan dan Evaluasi;;;;;100.000.000;97.000.000;97,00",
        "a;Penyusunan Dokumen;Jumlah dokumen;4 Dokumen;4 Dokumen;100;60.000.000;58.200.000;97,00",
        "b;Evaluasi Kinerja;Jumlah laporan;12 Laporan;12 Laporan;100;40.000.000;38.800.000;97,00",
        "2;Administrasi Keuangan;;;;;400.000.000;388.000.000;97,00",
        "a;Penyediaan Gaji;Jumlah orang;24 Orang;24 Orang;100;400.000.000;388.000.000;97,00",
        ";TOTAL;;;;;500.000.000;485.000.000;97,00",
    ]
    text = "\n".join(["REALISASI KINERJA TAHUN 2025 KECAMATAN TIRTA ASRI", "", head, *rows])

    assert not said(read_performance(read_delimited(text.encode(), name="a.csv")))


def test_a_wrong_total_of_totals_shows_the_parts_that_come_nearest() -> None:
    """Two sub-totals of 100 and 300 million under a total of 500."""
    rows = [
        "1|Program A|100.000.000|50.000.000|50",
        "Sub Jumlah||100.000.000|50.000.000|50",
        "2|Program B|300.000.000|270.000.000|90",
        "Sub Jumlah||300.000.000|270.000.000|90",
        "Total||500.000.000|320.000.000|64",
    ]

    assert_says(said(report_of(BUDGET, rows)), "average-wrong", "100.000.000 + 300.000.000 = 400.000.000")


def test_a_plain_realisasi_beside_the_budget_may_be_money() -> None:
    """It is not compared with the quarters of the indicator."""
    head = WITHOUT_YEAR.replace("|Keterangan", "|Program|Anggaran|Realisasi")
    row = "1|Meningkatnya mutu|Jumlah patroli|Kali|48|12|12|12|12|12|13|11|12|Program C|50.000.000|40.000.000"

    assert said(report_of(head, [row])) == []


def test_unnumbered_rows_are_parts_of_what_stands_above() -> None:
    """`a. KTP`, `b. KK` below an indicator without figures of its own."""
    rows = ["1|Meningkatnya mutu|Layanan:||||", "||a. KTP|Persen|100|98|98", "||b. KK|Persen|100|97|97"]

    assert said(report_of(RESULTS, rows)) == []


def test_nobody_knows_what_is_due_without_a_year() -> None:
    """A table of quarters in a document that names no year."""
    report = report_of(QUARTERS, ["1|Meningkatnya mutu|Jumlah rapat|Kali|4|1|1|1|1|1|||||"], "PENGUKURAN KINERJA")

    assert judged(report)[1]["performance/quarter-overdue"] == "not-evaluated"


def test_a_remark_makes_a_missing_quarter_minor() -> None:
    """`Menunggu hasil survei` beside it."""
    rows = [
        "1|Meningkatnya mutu|Indeks A|Indeks|80|80|80|80|80|81||||Menunggu hasil survei",
        "2||Jumlah rapat|Kali|4|1|1|1|1|1|1|||",
    ]
    findings, _ = judged(report_of(WITHOUT_YEAR, rows), dt.date(2024, 8, 1))

    assert [(one.rule, one.severity.value) for one in findings] == [("performance/quarter-overdue", "minor")]


INDICATORS = [
    "1|Meningkatnya mutu|Indeks A|Indeks|80|84|105",
    "2||Persentase A2|Persen|80|72|90",
    "3|Meningkatnya tertib|Indeks B|Indeks|80|80|100",
]
WITHOUT_RESULT = [*INDICATORS, "4|Meningkatnya aman|Nilai C|Nilai|70|n/a|n/a"]
WRONG_ROW = [INDICATORS[0], "2||Persentase A2|Persen|80|72|110", INDICATORS[2]]


@pytest.mark.parametrize(
    ("rows", "value", "text", "words"),
    [
        pytest.param(INDICATORS, "98.33", "Rata-rata capaian kinerja adalah 98,33%", (), id="mean"),
        pytest.param(INDICATORS, "98.3", "Rata-rata capaian kinerja adalah 98,3%", (), id="fewer decimals"),
        pytest.param(INDICATORS, "98.75", "Rata-rata capaian kinerja adalah 98,75%", (), id="mean of sasaran"),
        pytest.param(INDICATORS, "96.67", "Rata-rata capaian kinerja adalah 96,67%", (), id="capped at 100"),
        pytest.param(WITHOUT_RESULT, "73.75", "Rata-rata capaian kinerja adalah 73,75%", (), id="n/a as nothing"),
        pytest.param(
            WITHOUT_RESULT,
            "98.33",
            "Rata-rata capaian kinerja adalah 98,33%",
            ("average-wrong", "hanya dihitung dari 3", "1 indikator bertarget tanpa hasil"),
            id="hides the one without result",
        ),
        pytest.param(
            WITHOUT_RESULT,
            "98.33",
            "Rata-rata capaian kinerja dari 3 indikator yang telah memiliki realisasi adalah 98,33%",
            (),
            id="says which",
        ),
        pytest.param(
            INDICATORS,
            "101.25",
            "Rata-rata capaian kinerja adalah 101,25%",
            ("average-wrong", "tertulis 101,25%", "(105 + 90 + 100) : 3 = 98,33%"),
            id="follows from nothing",
        ),
        pytest.param(
            INDICATORS,
            "101.25",
            "Capaian kinerja secara rata-rata sebesar 101,25%",
            ("average-wrong", "98,33%"),
            id="in other words",
        ),
        pytest.param(
            WRONG_ROW,
            "102",
            "Rata-rata capaian kinerja adalah 102%",
            ("average-wrong", ": 3 = 105%", "diperbaiki 98,33%"),
            id="says what it would be with the wrong row put right",
        ),
        pytest.param(WRONG_ROW, "105", "Rata-rata capaian kinerja adalah 105%", (), id="follows from a wrong row"),
        pytest.param(INDICATORS, "7.9", "Rata-rata lama sekolah sebesar 7,9 tahun", (), id="an indicator of its own"),
        pytest.param(INDICATORS, "95.5", "Rata-rata realisasi anggaran sebesar 95,5%", (), id="of the budget"),
    ],
)
def test_averages_in_sentences(rows: list[str], value: str, text: str, words: tuple[str, ...]) -> None:
    """Any way of averaging the achievements is accepted; one that leaves out indicators must say so."""
    place = Evidence(text, line=20)
    statement = Statement(kind="average", text=Value(text, (place,)), value=Decimal(value))
    report = report_of(RESULTS, rows).model_copy(update={"statements": (statement,)})

    assert_says(said(report), *words)


def test_long_tables_are_not_compared_pair_by_pair() -> None:
    """Beyond the limit exact repetitions are found all the same; without one the rule says what it did not do."""
    rows = [f"{number}|Meningkatnya mutu|Jumlah dokumen jenis {number}|Dokumen|1|1|100" for number in range(1, 2100)]
    repeated = [*rows, "2100||Jumlah  Dokumen jenis 7|Dokumen|1|1|100"]

    assert judged(report_of(RESULTS, rows))[1]["performance/duplicate-indicator"] == "not-evaluated"
    assert_says(said(report_of(RESULTS, repeated)), "duplicate-indicator", "nomor 2100", "nomor 7")
