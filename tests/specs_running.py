"""Feature files for the tests of running specs."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from auditing.run import RuleChoice
from engine.settings import OwnSettings
from schemas.settings import Settings
from schemas.spec import SpecRun
from specs.bench import bench_for
from specs.files import asked_files
from specs.judging import Bench
from specs.run import SpecRequest, run_specs

ROOT = Path(__file__).resolve().parent.parent
HEAD = "# language: id\nFitur: Rekaan\n"
HOLDS = "    Dengan SOP lengkap\n    Maka aturan NIP-02 tidak menemukan apa pun\n"
FAILS = "    Dengan SOP lengkap\n    Maka aturan NIP-02 menemukan 1 temuan kritis\n"


def scenario(name: str, steps: str = HOLDS) -> str:
    """One scenario."""
    return f"\n  Skenario: {name}\n{steps}"


def feature(folder: Path, name: str, *scenarios: str) -> Path:
    """Write a feature file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + "".join(scenarios), encoding="utf-8")
    return path


@cache
def _choice(seconds: int | None) -> RuleChoice:
    settings = Settings.model_validate({"limits": {"document_seconds": seconds}} if seconds else {})
    return RuleChoice((ROOT / "rules",), own=OwnSettings(settings))


@cache
def _bench(seconds: int | None) -> Bench:
    return bench_for(_choice(seconds), None)


def run(*paths: Path, jobs: int = 1, seconds: int | None = None) -> SpecRun:
    """Run feature files by the rules of patuh; *seconds* is the time for one scenario."""
    request = SpecRequest(tuple(asked_files(paths).files), _choice(seconds), jobs=jobs)
    return run_specs(request, _bench(seconds))


def ended(done: SpecRun) -> dict[str, str]:
    """Name of a scenario -> how it ended."""
    return {one.name: one.ended for feature in done.features for one in feature.scenarios}


@dataclass(frozen=True)
class Ended:
    """A run of pytest."""

    code: int
    out: str
    """What it printed, errors too."""


def pytest_in(folder: Path, *arguments: str) -> Ended:
    """Run pytest in a folder, with the plugin of patuh, in a process forked from this one."""
    log = folder.parent / "out.txt"
    given = ["-p", "pytest_bdd.plugin", "-p", "patuh_pytest", "-p", "no:cacheprovider", *arguments]
    process = multiprocessing.get_context("fork").Process(target=_pytest, args=(folder, log, given))
    process.start()
    process.join(120)
    assert process.exitcode is not None
    return Ended(process.exitcode, log.read_text(encoding="utf-8"))


def _pytest(folder: Path, log: Path, given: list[str]) -> None:
    with log.open("wb") as stream:
        os.dup2(stream.fileno(), 1)
        os.dup2(stream.fileno(), 2)
    sys.stdout, sys.stderr = (open(number, "w", encoding="utf-8") for number in (1, 2))  # noqa: PTH123, SIM115
    for name in [name for name in os.environ if name.startswith("PYTEST_")]:
        del os.environ[name]
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    os.chdir(folder)
    code = pytest.main(given)
    sys.stdout.flush()
    os._exit(int(code))


def fresh_pytest_in(folder: Path, *arguments: str) -> Ended:
    """The same as its user does, in a new interpreter, with patuh as if it were installed."""
    at = folder.parent / "installed"
    info = at / "patuh-0.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: patuh-under-test\nVersion: 0\n")
    (info / "entry_points.txt").write_text("[pytest11]\npatuh = patuh_pytest\n")
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    env |= {"PYTHONPATH": f"{at}{os.pathsep}{ROOT}", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments],
        cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    return Ended(done.returncode, done.stdout + done.stderr)
