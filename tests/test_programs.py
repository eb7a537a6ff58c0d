"""Programs that readers ask for help end with their time, their limits and their worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from readers.programs import ProgramError, installed, private_folder, run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")

MEMORY = 1024**3
WAIT = 20.0
"""Seconds after which something that should have happened will not."""


def shell(script: str, *, seconds: float = WAIT, output_bytes: int = 10_000) -> bytes:
    """Run a script; only a test needs one."""
    return run(["sh", "-c", script], seconds=seconds, memory=MEMORY, output_bytes=output_bytes)


def failure(script: str, *, seconds: float = WAIT) -> ProgramError:
    """Run what fails."""
    with pytest.raises(ProgramError) as caught:
        shell(script, seconds=seconds)
    return caught.value


def alive(pid: int) -> bool:
    """Whether a process runs; one that waits for its parent's notice does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def gone(pid: int) -> bool:
    """Whether it ends soon."""
    end = time.monotonic() + WAIT
    while alive(pid) and time.monotonic() < end:
        time.sleep(0.02)
    return not alive(pid)


def written(path: Path) -> list[int]:
    """The numbers that a program wrote, as soon as it did."""
    end = time.monotonic() + WAIT
    while not (path.exists() and path.read_text().endswith("\n")) and time.monotonic() < end:
        time.sleep(0.02)
    return [int(word) for word in path.read_text().split()]


def test_a_program_gets_its_input_and_gives_its_output():
    """Through files, so that neither side waits for the other."""
    data = bytes(range(256)) * 1000

    assert run(["cat"], data, seconds=WAIT, memory=MEMORY) == data


def test_it_runs_in_a_folder_of_its_own():
    """Which is gone afterwards, with what it wrote."""
    with private_folder() as folder:
        (folder / "masukan").write_text("halo")
        assert run(["sh", "-c", "cp masukan keluaran; pwd"], seconds=WAIT, memory=MEMORY, folder=folder)
        assert (folder / "keluaran").read_text() == "halo"
        assert folder.stat().st_mode & 0o077 == 0
        assert {one.name for one in folder.iterdir()} == {"masukan", "keluaran"}
    assert not folder.exists()


def test_it_sees_little_of_the_environment(monkeypatch: pytest.MonkeyPatch):
    """Nothing that a document could carry away."""
    monkeypatch.setenv("RAHASIA", "1234")
    shown = shell("env").decode()

    assert "RAHASIA" not in shown
    assert f"HOME={Path.home()}\n" not in shown


def test_there_is_no_network():
    """Where the system lets a user leave it, no interface is up."""
    if subprocess.run(["unshare", "--user", "--net", "true"], check=False, capture_output=True).returncode:
        pytest.skip("the system does not let a user leave the network")

    assert b"eth" not in shell("cat /proc/net/dev")
    assert shell("cat /proc/net/route").count(b"\n") <= 1


@pytest.mark.parametrize(
    ("script", "code"),
    [
        pytest.param("exit 3", "failed", id="error"),
        pytest.param("kill -SEGV $$", "failed", id="signal"),
        pytest.param("yes", "output", id="prints-without-end"),
        pytest.param(f"{sys.executable} -c 'bytearray(2 << 30)'", "failed", id="memory"),
    ],
)
def test_what_goes_wrong_is_told(script: str, code: str):
    """By a code."""
    assert failure(script).code == code


def test_a_program_that_is_not_there():
    """Is no surprise."""
    assert installed("tidak-ada-program-ini") is None
    with pytest.raises(ProgramError, match="missing"):
        run(["tidak-ada-program-ini"], seconds=1, memory=MEMORY)


def test_its_complaint_is_kept():
    """For who looks for the cause."""
    assert failure("echo rusak >&2; exit 1").detail == "rusak"


def test_time_ends_it_with_all_it_started(tmp_path: Path):
    """Also what it put into the background."""
    begin = time.monotonic()
    error = failure(f"sleep 600 & echo $$ $! > {tmp_path}/pids; wait", seconds=1)

    assert (error.code, time.monotonic() - begin < WAIT) == ("timeout", True)
    assert all(gone(pid) for pid in written(tmp_path / "pids"))


def test_what_it_leaves_behind_is_ended(tmp_path: Path):
    """A program that is over has nothing more to do."""
    shell(f"sleep 600 & echo $! > {tmp_path}/pids")

    assert all(gone(pid) for pid in written(tmp_path / "pids"))


@pytest.mark.parametrize(("to_all", "number"), [(False, signal.SIGKILL), (True, signal.SIGTERM), (True, signal.SIGHUP)])
def test_it_ends_with_its_worker(to_all: bool, number: signal.Signals, tmp_path: Path):
    """However the worker ends, also when all that it started is told to end. The folder of the program goes, too."""
    script = f"sleep 600 & echo $$ $! > {tmp_path}/pids; wait"
    code = f"from readers.programs import run; run(['sh', '-c', {script!r}], seconds=600, memory=2**30)"
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen([sys.executable, "-c", code], env=environment, start_new_session=True) as worker:
        pids = written(tmp_path / "pids")
        (os.killpg if to_all else os.kill)(worker.pid, number)
    ended = all(gone(pid) for pid in pids)
    end = time.monotonic() + WAIT
    while list(tmp_path.glob("patuh-*")) and time.monotonic() < end:
        time.sleep(0.02)

    assert (len(pids), ended, list(tmp_path.glob("patuh-*"))) == (2, True, [])
