"""What `patuh extract` prints of performance data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from cli import main
from reports.extract_performance import performance_json
from tests.performance_grids import read, sheet

REPORT = """LAPORAN KINERJA
KECAMATAN CONTOH
KABUPATEN CONTOH JAYA
TAHUN 2024

Tabel 3.1 Capaian
No|Sasaran|Indikator|Satuan|Target|Realisasi|Capaian (%)|TW I
1|Meningkatnya A|IKM|Indeks|85,50|84,20|98,48|
||Aduan|%|100|n/a||
2|Meningkatnya B||||||
Rata-rata|||||||98,48

Tabel 3.2 Anggaran
No|Program|Anggaran|Realisasi|%
1|Program A|1.000.000|900.000|90,00

Tabel 3.3 Perbandingan
Indikator|2023|2024
IKM|83,90|84,20
""".replace("|", "\t")


def extracted(path: Path) -> dict[str, Any]:
    """What the command prints of a file."""
    result = CliRunner().invoke(main, ["extract", str(path), "--no-config"])
    assert result.exit_code == 0
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_a_report_is_printed_with_its_places(tmp_path: Path) -> None:
    """Each value stands with its evidence; numbers lose no digit."""
    path = tmp_path / "lkj.txt"
    path.write_text(REPORT)
    found = extracted(path)

    assert (found["kind"], found["type"], found["year"]["value"], found["quarter"]) == (
        "performance",
        "report",
        2024,
        None,
    )
    assert found["unit"]["value"] == "KECAMATAN CONTOH"
    assert [(one["number"]["value"], one["type"], one["rows"]) for one in found["tables"]] == [
        ("3.1", "indicators", 2),
        ("3.2", "budget", 1),
        ("3.3", "comparison", 1),
    ]
    columns = [(one["role"], one["period"]) for one in found["tables"][0]["columns"]]
    assert columns[:5] == [
        ("no", "year"),
        ("sasaran", "year"),
        ("indicator", "year"),
        ("unit", "year"),
        ("target", "year"),
    ]
    first, second = found["sasaran"][0]["indicators"]
    assert found["sasaran"][0]["text"]["value"] == "Meningkatnya A"
    assert (first["name"]["value"], first["target"]["value"], first["target"]["evidence"][0]["line"]) == (
        "IKM",
        "85.50",
        8,
    )
    assert (second["realization"]["value"], second["realization"]["state"], second["capaian"]) == (
        None,
        "missing",
        None,
    )
    assert found["sasaran"][1] == {"text": found["sasaran"][1]["text"], "indicators": []}
    assert found["budget"][0]["spent"]["value"] == "900000"
    assert {year: one["value"] for year, one in found["comparisons"][0]["years"].items()} == {
        "2023": "83.90",
        "2024": "84.20",
    }


def test_periods_and_totals_are_printed() -> None:
    """Quarters by their key; a total with its label."""
    report = read(
        sheet(
            "No|Indikator|Target|TW I||Realisasi\n|||Target|Realisasi|\n"
            "1|IKM|80|20|19|81\n2|Aduan|5|1|1|4\n|Jumlah|85|21|20|85"
        )
    )
    found = json.loads("".join(performance_json(report)))

    periods = found["sasaran"][0]["indicators"][0]["periods"]
    assert (periods["q1"]["target"]["value"], periods["q1"]["realization"]["value"]) == ("20", "19")
    assert found["totals"][0]["label"]["value"] == "Jumlah"
    assert found["totals"][0]["figures"]["target"]["value"] == "85"


def test_an_empty_report_is_printed() -> None:
    """Lists without anything, and null."""
    found = json.loads("".join(performance_json(read(sheet("kosong")))))

    assert (found["tables"], found["sasaran"], found["year"]) == ([], [], None)
    assert ["no-table"] == [notice["code"] for notice in found["notices"]]
