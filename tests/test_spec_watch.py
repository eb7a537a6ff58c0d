"""`--watch`: a saved file is run again, whatever was done to it, until the user interrupts."""

from __future__ import annotations

import os
import queue
import re
import signal
import subprocess
import threading
import time

import pytest

from tests.program import command, environment
from tests.samples import RULE as SAMPLE
from tests.specs_running import FAILS, HOLDS, feature, scenario

PATIENCE = 60
BUSY_SECONDS = 10
"""From a save to its result, where others use the machine as well; else it is one second."""
RULE = SAMPLE.replace("LK-02", "LK-98")
WAITING = "Menunggu berkas disimpan"


class Watching:
    """patuh with --watch."""

    def __init__(self, folder, *arguments):
        self._process = subprocess.Popen(
            command(*arguments, "--watch"), cwd=folder, env=environment() | {"PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        self._lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self._process.stdout:
            self._lines.put(line)

    def until_it_waits(self):
        """What it says until it waits for the next change."""
        told = ""
        while WAITING not in told:
            told += self._lines.get(timeout=PATIENCE)
        return told

    def quiet(self, seconds):
        """Whether it says nothing for so long."""
        time.sleep(seconds)
        return self._lines.empty()

    def end(self):
        """Interrupt it as a user does; the exit code."""
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(PATIENCE)

    def kill(self):
        """Whatever became of it, it is gone."""
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()


@pytest.fixture
def watching():
    """Start patuh with --watch, and end it with the test."""
    started = []

    def start(folder, *arguments):
        started.append(Watching(folder, *arguments))
        return started[-1]

    yield start
    for one in started:
        one.kill()


def test_specs(tmp_path, watching):
    """Saved, saved by renaming, half written, made anew, deleted; documents and rules that they name."""
    folder = tmp_path / "spesifikasi"
    one, two = feature(folder, "satu.feature", scenario("Satu")), feature(folder, "dua.feature", scenario("Dua"))
    seen = watching(folder, "spec", ".")
    assert "Semua skenario (2) terpenuhi." in seen.until_it_waits()

    feature(folder, "satu.feature", scenario("Satu", FAILS))
    began = time.monotonic()
    told = seen.until_it_waits()
    seconds = time.monotonic() - began
    assert re.search(r"^\d\d:\d\d:\d\d berubah: satu\.feature$", told, re.MULTILINE)
    assert "1 dari 1 skenario tidak terpenuhi." in told
    assert seconds < (BUSY_SECONDS if os.getloadavg()[0] > os.cpu_count() / 2 else 1)

    one.write_text(one.read_text(encoding="utf-8")[:-40], encoding="utf-8")
    assert re.search(r"satu\.feature:\d+: ", seen.until_it_waits())

    (folder / ".satu.swp").write_text(feature(tmp_path, "lain", scenario("Satu")).read_text(encoding="utf-8"))
    (folder / ".satu.swp").replace(one)
    assert "Semua skenario (1) terpenuhi." in seen.until_it_waits()

    two.unlink()
    assert "dua.feature (dihapus)" in seen.until_it_waits()

    names_file = HOLDS.replace("SOP lengkap", 'berkas "../naskah.txt"')
    for number in range(9):
        feature(folder, f"baru/tiga{number}.feature", scenario("Tiga", names_file))
    told = seen.until_it_waits()
    assert "dan 4 lainnya" in told
    assert told.count("../naskah.txt") >= 9

    (folder / "naskah.txt").write_text("STANDAR OPERASIONAL PROSEDUR\n")
    assert "berubah: naskah.txt" in seen.until_it_waits()
    (folder / "bukan-milik-siapa.txt").write_text("x")
    (folder / "patuh.toml").write_text("rusak = [")
    told = seen.until_it_waits()
    assert "berubah: patuh.toml\n" in told
    assert "patuh.toml:1" in told
    (folder / "patuh.toml").unlink()
    assert "Skenario           10: " in seen.until_it_waits()
    assert seen.quiet(0.5)
    assert seen.end() == 0


def test_rules(tmp_path, watching):
    """A rule that is saved: its cases; one with a mistake is told, and watched on."""
    rule = tmp_path / "aturan" / "steps" / "baru.yaml"
    rule.parent.mkdir(parents=True)
    rule.write_text(RULE, encoding="utf-8")
    seen = watching(tmp_path, "rules", "test", "--rules", "aturan")
    first = seen.until_it_waits()
    assert re.search(r"^\d+ kasus dari \d{3} aturan: 0 gagal$", first, re.MULTILINE), first
    rule.write_text(RULE.replace("severity:", "severitas:", 1), encoding="utf-8")
    assert "severitas" in seen.until_it_waits()
    rule.write_text(RULE + "# selesai\n", encoding="utf-8")
    assert "0 gagal" in seen.until_it_waits()
    rule.write_text(RULE + "# sekali lagi\n", encoding="utf-8")
    assert " kasus dari 1 aturan: 0 gagal" in seen.until_it_waits()
    assert seen.end() == 0
