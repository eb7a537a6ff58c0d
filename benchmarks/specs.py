#!/usr/bin/env python3
"""
What behaviour specs cost: ``python benchmarks/specs.py [ROUNDS]``.

300 scenarios, each with an SOP of its own, by one and by two workers and by pytest with xdist, from a cold start;
beside them as many documents audited plainly (`patuh check`), and pytest-bdd alone with steps that do nothing. Last,
how long after a save the result of `--watch` stands on the screen. The best of all rounds: a shared machine only adds
time.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tabulate import tabulate  # noqa: E402

from benchmarks.processes import Run, Table, best, patuh, timed  # noqa: E402
from specs.draft import Draft  # noqa: E402

SCENARIOS: Final = 300
IN_A_FILE: Final = 15
ROUNDS: Final = 3
TARGET_SECONDS: Final = 20.0
WATCH_SECONDS: Final = 1.0
_STEPS = """
import pytest_bdd
@pytest_bdd.given(pytest_bdd.parsers.re(".*"))
@pytest_bdd.when(pytest_bdd.parsers.re(".*"))
@pytest_bdd.then(pytest_bdd.parsers.re(".*"))
def nothing():
    pass
pytest_bdd.scenarios("FOLDER")
"""


def main(rounds: int = ROUNDS) -> int:
    """Measure and print the table; 1 where a target is missed."""
    table = Table()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        features, documents = folder / "features", folder / "documents"
        _write(features, documents)
        (folder / "test_bdd.py").write_text(_STEPS.replace("FOLDER", str(features)), encoding="utf-8")
        for jobs in ("1", "2"):
            run = best(lambda: patuh("spec", str(features), "--jobs", jobs), rounds)  # noqa: B023 - called at once
            _add(table, f"patuh spec, {SCENARIOS} scenarios, {jobs} jobs", run, TARGET_SECONDS)
        pytest = [sys.executable, "-m", "pytest", "-q", "-c", os.devnull, "-p", "no:cacheprovider", "--rootdir", made]
        pytest += ["--disable-plugin-autoload", "-p", "pytest_bdd.plugin", "-p", "xdist"]
        plugin = [*pytest, "-p", "patuh_pytest", "--patuh-spec", str(features), "-n", "2"]
        _add(table, "pytest --patuh-spec -n 2", best(lambda: timed(plugin, (0,)), rounds), TARGET_SECONDS)
        check = ("check", str(documents), "--as-of", "2026-01-15", "--fail-on", "never", "--jobs")
        for jobs in ("1", "2"):
            run = best(lambda: patuh(*check, jobs), rounds)  # noqa: B023
            _add(table, f"floor: patuh check, {SCENARIOS} documents, {jobs} jobs", run)
        plain = [*pytest, str(folder / "test_bdd.py")]
        _add(table, "floor: pytest-bdd, steps that do nothing", best(lambda: timed(plain, (0,)), rounds))
        seconds = min(_watched(features) for _ in range(rounds))
        table.add(
            "--watch: from save to result", f"{seconds:.2f} s", f"< {WATCH_SECONDS:g} s", met=seconds < WATCH_SECONDS
        )
    print(tabulate(table.rows, headers=["what", "figure", "target", "met"], disable_numparse=True))
    return int(any(met == "NO" for *_, met in table.rows))


def _add(table: Table, what: str, run: Run, most: float | None = None) -> None:
    figure = (
        f"{run.seconds:.1f} s, CPU {run.cpu_seconds:.1f} s, largest process {max(run.parent_mb, run.worker_mb):.0f} MB"
    )
    table.add(what, figure, f"< {most:g} s" if most else "", met=None if most is None else run.seconds < most)


def _write(features: Path, documents: Path) -> None:
    features.mkdir()
    documents.mkdir()
    text = Draft().text
    for number in range(SCENARIOS):
        (documents / f"{number:03}.txt").write_text(f"{text}\nCatatan {number}\n", encoding="utf-8")
    for first in range(0, SCENARIOS, IN_A_FILE):
        scenarios = "".join(map(_scenario, range(first, first + IN_A_FILE)))
        head = f"# language: id\nFitur: Berkas {first}\n"
        (features / f"{first:03}.feature").write_text(head + scenarios, encoding="utf-8")


def _scenario(number: int) -> str:
    return (
        f"\n  Skenario: Nomor {number}\n    Dengan SOP lengkap\n"
        f'    Ketika Tanggal Pengesahan tertulis "{1 + number % 28} Januari {2024 + number // 28 % 2}"\n'
        f"    Maka aturan NIP-02 tidak menemukan apa pun\n"
    )


def _watched(features: Path) -> float:
    """Seconds from saving a file until its result has been printed."""
    saved = features / "000.feature"
    command = [sys.executable, "-u", "-m", "cli", "spec", str(features), "--watch"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("Menunggu"):
                break
        began = time.perf_counter()
        saved.write_text(saved.read_text(encoding="utf-8") + "# disimpan\n", encoding="utf-8")
        for line in process.stdout:
            if line.startswith("Menunggu"):
                break
        seconds = time.perf_counter() - began
        process.send_signal(signal.SIGINT)
    return seconds


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
