"""Running specs: whatever a scenario does, and wherever its file lies, each scenario has its result."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from specs import inside
from specs.desk import Desk
from specs.files import asked_files
from tests.program import environment, patuh
from tests.specs_running import FAILS, HEAD, HOLDS, ended, feature, run, scenario

OUTLINE = """
  Skenario konsep: A
    Dengan SOP lengkap
    Maka aturan <x> tidak menemukan apa pun

    Contoh:
"""


@pytest.fixture
def doing(monkeypatch, tmp_path):
    """Make something happen where scenarios judge whose file has this name."""
    judged = Desk.judged

    def make(name, act):
        def other(desk):
            if desk.folder.name == name:
                act()
            return judged(desk)

        monkeypatch.setattr(Desk, "judged", other)
        return feature(tmp_path / name, "a.feature", scenario("Buruk")), feature(
            tmp_path / "lain", "b.feature", scenario("Baik"), scenario("Gagal", FAILS)
        )

    return make


@pytest.mark.parametrize(
    ("act", "said"),
    [
        pytest.param(lambda: os.kill(os.getpid(), signal.SIGKILL), "mati (SIGKILL)", id="dies"),
        pytest.param(lambda: time.sleep(60), "belum selesai setelah 3 detik", id="loops"),
        pytest.param(lambda: bytearray(2**44), "MemoryError", id="grows"),
        pytest.param(lambda: 1 / 0, "Kesalahan di dalam patuh (ZeroDivisionError)", id="breaks"),
        pytest.param(lambda: sys.exit(0), "SystemExit", id="exits"),
    ],
)
def test_one_scenario_costs_no_other(doing, act, said):
    """It is an error of that scenario, and the others are told."""
    bad, others = doing("buruk", act)
    done = run(bad, others, seconds=3 if said.startswith("belum") else 60, jobs=2)
    assert ended(done) == {"Buruk": "error", "Baik": "passed", "Gagal": "failed"}
    [one] = [one for made in done.features for one in made.scenarios if one.name == "Buruk"]
    assert said in one.found[0]


def test_pytest_that_breaks_is_no_success(monkeypatch, tmp_path):
    """Scenarios that were read and have no result are errors."""
    path = feature(tmp_path, "a.feature", OUTLINE + "      | x |\n      | NIP-02 |\n      | NIP-01 |\n", scenario("B"))

    def broken(*_):
        raise RuntimeError("broken")

    monkeypatch.setattr(inside.Runner, "pytest_runtestloop", broken)
    done = run(path)
    assert [(one.row, one.ended) for one in done.features[0].scenarios] == [(1, "error"), (2, "error"), (0, "error")]
    assert done.summary.errors == 3


def test_same_bytes_however_it_is_run(tmp_path):
    """Processes, seeds of hashes and the order of paths do not show."""
    paths = [feature(tmp_path, f"{name}.feature", scenario("A"), scenario("B", FAILS)) for name in "cab"]
    first = run(*paths).model_dump_json()
    assert first == run(*reversed(paths), jobs=4).model_dump_json()
    ways = [patuh("spec", *paths, "--jobs", jobs, fresh=True, cwd=tmp_path) for jobs in ("1", "2")]
    assert ways[0] == ways[1]
    assert ways[0].code == 1


def test_same_row_twice(tmp_path):
    """Two equal rows of examples are two scenarios."""
    outline = OUTLINE.replace("    Contoh", "    @satu\n    Contoh")
    path = feature(tmp_path, "a.feature", outline + "      | x |\n" + "      | NIP-02 |\n" * 2)
    assert [(one.row, one.tags) for one in run(path).features[0].scenarios] == [(1, ("satu",)), (2, ("satu",))]


@pytest.mark.parametrize("name", ["a b", "a::b", "a[1]", "🙂", "a\nb", "--help", "-x", "a%d{}"])
def test_names_of_files(tmp_path, monkeypatch, name):
    """No name of a file or folder means something else."""
    monkeypatch.chdir(tmp_path)
    path = feature(tmp_path / name, f"{name}.feature", scenario("A"), scenario("B", FAILS))
    (tmp_path / "tautan.feature").symlink_to(path)
    for done in (run(tmp_path), run(tmp_path / "tautan.feature")):
        assert [[one.ended for one in made.scenarios] for made in done.features] == [["passed", "failed"]]
        assert all(one.path == made.path for made in done.features for one in made.scenarios)


def test_byte_order_mark(tmp_path):
    """Windows writes it."""
    path = tmp_path / "a.feature"
    path.write_text(HEAD + scenario("A"), encoding="utf-8-sig")
    assert ended(run(path)) == {"A": "passed"}


def test_nothing_of_the_folder_has_a_part(tmp_path, monkeypatch):
    """Settings, plugins and modules of whoever works there change nothing, and nothing is written there."""
    broken = "raise RuntimeError('not mine')\n"
    for name in ("conftest.py", "specs.py", "pytest_bdd.py", "test_x.py"):
        (tmp_path / name).write_text(broken)
    for name, head in (("pytest.ini", "[pytest]"), ("tox.ini", "[pytest]"), ("setup.cfg", "[tool:pytest]")):
        (tmp_path / name).write_text(f"{head}\naddopts = --no-such-option\n")
    (tmp_path / "pyproject.toml").write_text('[tool.pytest.ini_options]\naddopts = ["--no-such-option"]\n')
    monkeypatch.setenv("PYTEST_ADDOPTS", "--no-such-option")
    monkeypatch.setenv("PYTEST_PLUGINS", "no_such_plugin")
    feature(tmp_path, "a.feature", scenario("A", HOLDS))
    before = sorted(tmp_path.rglob("*"))
    started = [sys.executable, "-P", "-m", "cli", "spec", "."]  # -P: as the installed command, without the folder
    done = subprocess.run(started, cwd=tmp_path, env=environment(), capture_output=True, check=False)
    assert done.returncode == 0, done
    assert sorted(tmp_path.rglob("*")) == before
    assert os.environ["PYTEST_PLUGINS"] == "no_such_plugin"


def test_without_forks(monkeypatch, tmp_path):
    """Where processes cannot be forked, the same."""
    path = feature(tmp_path, "a.feature", scenario("A"), scenario("B", FAILS))
    forked = run(path)
    monkeypatch.setattr(inside, "can_fork", lambda: False)
    assert run(path) == forked


def test_file_changed_between_runs(tmp_path):
    """A second run in one process sees the file as it is then."""
    path = feature(tmp_path, "a.feature", scenario("A"))
    run(path)
    feature(tmp_path, "a.feature", scenario("B", FAILS))
    assert ended(run(path)) == {"B": "failed"}


def test_interrupt_ends_in_order(doing, monkeypatch):
    """Ctrl-C is not a result; it ends the run."""
    bad, others = doing("buruk", lambda: os.kill(os.getppid(), signal.SIGINT) or time.sleep(5))
    with pytest.raises(KeyboardInterrupt):
        run(bad, others)


def test_each_file_once(tmp_path, monkeypatch):
    """However often and in which way it is named."""
    monkeypatch.chdir(tmp_path)
    path = feature(tmp_path, "a/x.feature", scenario("A"))
    feature(tmp_path, "a/.tersembunyi/y.feature", scenario("A"))
    ways = [tmp_path / "a", path, tmp_path / "a" / ".." / "a" / "x.feature"]
    assert len(asked_files(ways).files) == len(asked_files(reversed(ways)).files) == 1
    assert asked_files(ways).files == asked_files(reversed(ways)).files
