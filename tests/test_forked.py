"""Runs that are forked are runs of patuh: what goes in and out of them, and how they end."""

from __future__ import annotations

import os
import sys

import pytest

from tests import program
from tests.forked import Server, same_start
from tests.program import CLEAN, CRITICAL, environment, patuh

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere each run has an interpreter of its own")
AS_OF = ("--as-of", "2026-01-15")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("check", CLEAN, CRITICAL, "tiada.txt", "--format", "json", *AS_OF), id="report"),
        pytest.param(("check", CRITICAL, *AS_OF), id="table"),
        pytest.param(("check", "--tiada"), id="usage"),
        pytest.param(("--version",), id="version"),
    ],
)
def test_a_forked_run_says_what_a_new_interpreter_says(arguments, tmp_path):
    """Exit code, standard output and standard error."""
    assert patuh(*arguments, cwd=tmp_path, fresh=True) == patuh(*arguments, cwd=tmp_path)


def test_runs_do_not_know_of_each_other(tmp_path, monkeypatch):
    """Folder and environment are those of the test that runs."""
    (tmp_path / "patuh.toml").write_text('[check]\nprofile = "inti"\n', encoding="utf-8")
    first = patuh("check", CLEAN, "--format", "json", cwd=tmp_path).report["rules"]["profile"]
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "simpan"))
    second = patuh("check", CLEAN, "--format", "json").report["rules"]["profile"]

    assert (first, second) == ("inti", "standar")
    assert (tmp_path / "simpan" / "patuh").is_dir()


def test_what_an_interpreter_reads_when_it_starts_needs_a_new_one():
    """Else a test that sets it would prove nothing."""
    server = Server(environment())

    assert server.can_run(environment())
    assert server.can_run(environment() | {"HOME": "/"})
    for name in ("PYTHONHASHSEED", "LC_ALL", "LANG"):
        assert not server.can_run(environment() | {name: "1"}), name


def test_what_libraries_leave_in_the_environment_is_taken_out():
    """Else all runs after one such test would start an interpreter, and nobody would notice but for the time."""
    with same_start():
        os.environ |= {"PYTHONHASHSEED": "6640", "LD_LIBRARY_PATH": "/lib64", "PYTHONPATH": "/"}
        assert not program._SERVER.can_run(environment())

    assert program._SERVER.can_run(environment())


def test_a_run_that_takes_too_long_is_ended(tmp_path):
    """With the process; a test that hangs would end the whole suite late."""
    os.mkfifo(tmp_path / "pipa.toml")
    with pytest.raises(TimeoutError):
        program._SERVER.run(["check", str(CLEAN), "--config", "pipa.toml"], tmp_path, environment(), 0.5)
