"""
How fast and how lean large tables of indicators are audited: ``python benchmarks/tables.py``.

The peers are frictionless (required, unique, minimum and a row constraint that recomputes the achievement) and pandera
(the same, vectorised over columns). They check four things, patuh its whole pack, and names the cell of each finding.
All three get the same CSV file with planted defects and have to find those that they look for. Each runs from a cold
start. The peers are installed into a folder of the benchmark's own on its first run.

``--quick`` uses a tenth of the rows, to see that everything runs; its figures are not to be quoted.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import venv
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

from tabulate import tabulate

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # to be run from anywhere, installed or not

from benchmarks.processes import Run, Table, best, cache, patuh, timed  # noqa: E402

SMALL: Final = 10_000
LARGE: Final = 100_000
"""Rows of the two files that are compared."""
HUGE: Final = 1_000_000
DEFECT_EVERY: Final = 100
"""One row in so many has a defect."""
SEED: Final = 20_241_231

MIN_SPEED: Final = 3
GOAL_SPEED: Final = 10
MAX_GROWTH: Final = 1.2
PEERS: Final = ("frictionless>=5.18,<6", "pandera[pandas]>=0.24,<1")

_HEADINGS: Final = (
    "No;Sasaran Strategis;Indikator Kinerja;Satuan;Target;Realisasi;Capaian (%);Sumber Data;Penanggung Jawab;Keterangan"
)
_VERBS: Final = ("Meningkatnya", "Terwujudnya", "Terlaksananya", "Terpenuhinya")
_THINGS: Final = ("pelayanan", "ketertiban", "pembangunan", "kesehatan", "pendidikan", "pertanian", "perhubungan")
_SCRIPTS: Final[dict[str, str]] = {
    "frictionless": """
import json, sys
from frictionless import Checklist, Dialect, Resource, Schema, checks, system
path = sys.argv[1]
number = {"type": "number", "decimalChar": ",", "groupChar": "."}
schema = Schema.from_descriptor({"fields": [
    {"name": "No", "type": "integer", "constraints": {"required": True, "unique": True}},
    {"name": "Sasaran Strategis", "type": "string"},
    {"name": "Indikator Kinerja", "type": "string", "constraints": {"required": True}},
    {"name": "Satuan", "type": "string", "constraints": {"required": True}},
    {"name": "Target", **number, "constraints": {"required": True, "minimum": 0}},
    {"name": "Realisasi", **number, "constraints": {"required": True, "minimum": 0}},
    {"name": "Capaian", **number},
    {"name": "Sumber Data", "type": "string"},
    {"name": "Penanggung Jawab", "type": "string"},
    {"name": "Keterangan", "type": "string"}]})
dialect = Dialect.from_descriptor({"headerRows": [4], "csv": {"delimiter": ";"}})
rule = "Capaian == None or Realisasi == None or (Capaian - Realisasi / Target * 100) ** 2 < 1"
check = checks.row_constraint(formula=rule)
resource = Resource(path=path, schema=schema, dialect=dialect)
with system.use_context(trusted=True):
    report = resource.validate(Checklist(checks=[check], skip_errors=["incorrect-label"]), limit_errors=10**9)
rows = {getattr(error, "row_number", 0) for task in report.tasks for error in task.errors}
print(json.dumps(len(rows - {0, None})))
""",
    "pandera": """
import json, sys
import pandas as pd, pandera.pandas as pa
frame = pd.read_csv(sys.argv[1], sep=";", decimal=",", thousands=".", skiprows=3)
frame.columns = ["no", "sasaran", "indikator", "satuan", "target", "realisasi", "capaian", "sumber", "pj", "ket"]
schema = pa.DataFrameSchema({
    "no": pa.Column(int, unique=True),
    "indikator": pa.Column(str, nullable=False),
    "satuan": pa.Column(str, nullable=False),
    "target": pa.Column(float, pa.Check.ge(0), nullable=False),
    "realisasi": pa.Column(float, pa.Check.ge(0), nullable=False),
}, checks=pa.Check(
    lambda d: d.capaian.isna() | d.realisasi.isna() | ((d.capaian - d.realisasi / d.target * 100).abs() < 1),
    ignore_na=False,
))
try:
    schema.validate(frame, lazy=True)
    print(0)
except pa.errors.SchemaErrors as errors:
    print(json.dumps(int(errors.failure_cases["index"].dropna().nunique())))
""",
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A CSV file and what was planted in it."""

    path: Path
    rows: int
    planted: int
    """Rows with one defect each: no realization, no unit, or an achievement that does not follow."""


def main() -> None:
    """Measure everything and print the table."""
    arguments = _arguments()
    shrink = 10 if arguments.quick else 1
    table = Table()
    with tempfile.TemporaryDirectory(prefix="patuh-benchmark-") as name:
        folder = Path(name)
        small, large = (make_sample(folder, rows // shrink) for rows in (SMALL, LARGE))
        ours = best(lambda: audit(large), times=3)
        _check_found(large)
        _peers(table, large, ours, wanted=not arguments.no_peers)
        _growth(table, small, large, ours)
        if not arguments.quick:
            _huge(table, make_sample(folder, HUGE))
    print(
        tabulate(table.rows, headers=("figure", "measured", "target", "met"), tablefmt="github", disable_numparse=True)
    )


def make_sample(folder: Path, rows: int) -> Sample:
    """Write a table of indicators of a whole regency: sasaran of five indicators each, one row in a hundred defect."""
    luck = random.Random(SEED)
    path = folder / f"indikator-{rows}.csv"
    planted = 0
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write(
            f"PENGUKURAN KINERJA TAHUN 2024;;;;;;;;;\nKABUPATEN TELUK CEMPAKA;;;;;;;;;\n;;;;;;;;;\n{_HEADINGS}\n"
        )
        for number in range(1, rows + 1):
            row = _row(luck, number)
            if number % DEFECT_EVERY == 0:
                planted += 1
                _spoil(row, number // DEFECT_EVERY)
            stream.write(";".join(row) + "\n")
    return Sample(path, rows, planted)


def _row(luck: random.Random, number: int) -> list[str]:
    target = Decimal(luck.randint(2000, 9900)) / 100
    reached = (target * luck.randint(9500, 11500) / 10000).quantize(Decimal("0.01"))
    share = (reached / target * 100).quantize(Decimal("0.01"))
    group, thing = (number - 1) // 5, _THINGS[number % len(_THINGS)]
    sasaran = f"{_VERBS[group % len(_VERBS)]} {thing} wilayah {group + 1}" if (number - 1) % 5 == 0 else ""
    remark = "Tidak tercapai karena data pendukung terlambat" if share < 100 else "Tercapai"
    name = f"Indeks {thing} unit {number}"
    figures = [_printed(value) for value in (target, reached, share)]
    return [str(number), sasaran, name, "Indeks", *figures, "Laporan seksi", "Kepala Seksi", remark]


def _spoil(row: list[str], kind: int) -> None:
    if kind % 3 == 0:
        row[5] = row[6] = ""
    elif kind % 3 == 1:
        row[3] = ""
    else:
        row[6] = _printed(Decimal(row[6].replace(",", ".")) + 9)


def _printed(value: Decimal) -> str:
    return f"{value:.2f}".replace(".", ",")


def audit(sample: Sample) -> Run:
    """Audit one file into JSON in one worker process."""
    report = sample.path.with_suffix(".json")
    options = (
        "--format",
        "json",
        "--output",
        str(report),
        "--fail-on",
        "never",
        "--jobs",
        "1",
        "--as-of",
        "2026-01-15",
    )
    return patuh("check", str(sample.path), *options, "--no-config")


def _check_found(sample: Sample) -> None:
    [document] = json.loads(sample.path.with_suffix(".json").read_text())["documents"]
    wanted = {"performance/realization-missing", "performance/unit-missing", "performance/capaian-wrong"}
    found = [finding for finding in document["findings"] if finding["rule"] in wanted]
    cells = {finding["evidence"][0]["cell"] for finding in found}
    if len(cells) != sample.planted or None in cells or document["errors"]:
        raise SystemExit(f"patuh named {len(cells)} cells of {sample.planted} planted defects: {document['errors']}")


def _peers(table: Table, sample: Sample, ours: Run, *, wanted: bool) -> None:
    what = f"patuh check, whole pack, {sample.rows} rows of CSV"
    if not wanted:
        table.add(what, f"{ours.seconds:.2f} s")
        table.add("frictionless, pandera", "skipped: --no-peers")
        return
    runs = {name: _peer(name, sample) for name in _SCRIPTS}
    slow = runs["frictionless"].seconds
    table.add(f"frictionless, 4 checks, {sample.rows} rows", f"{slow:.2f} s")
    table.add(f"pandera, 4 checks, {sample.rows} rows", f"{runs['pandera'].seconds:.2f} s")
    speed = slow / ours.seconds
    table.add(what, f"{ours.seconds:.2f} s")
    table.add("patuh / frictionless", f"{speed:.1f} x", f">= {MIN_SPEED} x", met=speed >= MIN_SPEED)
    table.add("the same, the goal", f"{speed:.1f} x", f">= {GOAL_SPEED} x", met=speed >= GOAL_SPEED)


def _peer(name: str, sample: Sample) -> Run:
    python = _peer_python()
    script = sample.path.with_name(f"peer_{name}.py")
    script.write_text(_SCRIPTS[name], encoding="utf-8")
    found = subprocess.run([python, str(script), str(sample.path)], capture_output=True, check=False, text=True)
    if found.returncode or int(found.stdout.split()[-1]) != sample.planted:
        raise SystemExit(f"{name}: {found.stdout or found.stderr} rows found of {sample.planted} planted")
    return best(lambda: timed([python, str(script), str(sample.path)], accepted=(0,)), times=2)


def _peer_python() -> str:
    home = cache() / "tables"
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PEERS], check=True)
    return str(python)


def _growth(table: Table, small: Sample, large: Sample, ours: Run) -> None:
    few = best(lambda: audit(small), times=3)
    idle = best(lambda: audit(make_sample(small.path.parent, 10)), times=3)
    times = large.rows // small.rows
    many_cpu, few_cpu = ours.cpu_seconds - idle.cpu_seconds, few.cpu_seconds - idle.cpu_seconds
    growth = many_cpu / (few_cpu * times)
    table.add(
        f"CPU time of {large.rows} rows / {times} x {small.rows}, start left out",
        f"{growth:.2f} ({many_cpu:.2f} s / {times} x {few_cpu:.3f} s)",
        f"<= {MAX_GROWTH}",
        met=growth <= MAX_GROWTH,
    )
    memory = (ours.worker_mb - idle.worker_mb) / ((few.worker_mb - idle.worker_mb) * times)
    table.add(
        "memory of the worker beyond an empty table, the same",
        f"{memory:.2f} ({ours.worker_mb - idle.worker_mb:.0f} MB / {times} x {few.worker_mb - idle.worker_mb:.1f} MB)",
        f"<= {MAX_GROWTH}",
        met=memory <= MAX_GROWTH,
    )


def _huge(table: Table, sample: Sample) -> None:
    run = audit(sample)
    _check_found(sample)
    table.add(f"patuh check, {sample.rows} rows of CSV", f"{run.seconds:.1f} s, worker {run.worker_mb:.0f} MB")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a tenth of the rows")
    parser.add_argument("--no-peers", action="store_true", help="without frictionless and pandera")
    return parser.parse_args()


if __name__ == "__main__":
    main()
