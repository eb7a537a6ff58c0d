#!/usr/bin/env python3
"""
The self-check page under load: ``python benchmarks/portal.py [SECONDS]``.

Fifty clerks (locust, on the same machine) drop SOP texts and look at each result, on two workers; beside it as many
documents by `patuh check --jobs 2`. Then the same while two hundred hostile files arrive. Throughput counts documents
whose result stood on the page of the clerk.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import psutil  # noqa: E402
from tabulate import tabulate  # noqa: E402

from benchmarks.audit import make_documents  # noqa: E402
from benchmarks.processes import MB, Table, patuh  # noqa: E402
from tests import hostile  # noqa: E402

DOCUMENTS: Final = 600
CLERKS: Final = 50
ENEMIES: Final = 20
HOSTILE_UPLOADS: Final = 200
SECONDS: Final = 60
SHARE: Final = 0.30
"""Of the documents a second of the command line."""
GROWTH: Final = 1.25
"""The most memory in the last third of the time against that in the second: what is looked at is kept, and bounded."""
_SETTINGS: Final = """
[portal]
workers = 2
checks_per_minute = 100000
waiting = 1000
waiting_of_one = 100
keep_minutes = 1
keep_mb = 64
"""


@dataclass(frozen=True, slots=True)
class Load:
    """What one run of locust gave."""

    requests: dict[str, dict[str, float]]
    errors: list[str]
    generator_cpu: float
    """Seconds, of the processors of this machine."""
    server_cpu: float
    memory: tuple[float, ...]
    """MB of server and workers together, each second."""
    seconds: float

    def of(self, name: str) -> dict[str, float]:
        """The figures of one kind of request."""
        return self.requests.get(name, {"count": 0, "failures": 0, "per_second": 0, "p50": 0, "p95": 0})


def main(seconds: int = SECONDS) -> int:
    """Measure and print the table; 1 where a target is missed."""
    table = Table()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        make_documents(folder / "documents", DOCUMENTS)
        (folder / "hostile").mkdir()
        list(hostile.write(folder / "hostile"))
        cli = patuh("check", str(folder / "documents"), "--jobs", "2", "--fail-on", "never")
        one = patuh("check", str(next((folder / "documents").iterdir())), "--fail-on", "never")
        per_second = DOCUMENTS / cli.seconds
        table.add(f"peer: patuh check --jobs 2, {DOCUMENTS} documents", f"{per_second:.0f} documents/s")
        table.add("peer: patuh check, one document, cold", f"{one.seconds:.2f} s")
        _plain(table, folder, seconds, per_second)
        _attacked(table, folder, seconds)
    print(tabulate(table.rows, headers=["what", "figure", "target", "met"], disable_numparse=True))
    return int(any(met == "NO" for *_, met in table.rows))


def _plain(table: Table, folder: Path, seconds: int, peer: float) -> None:
    load = _loaded(folder, seconds)
    found = load.of("a document checked")
    failures = sum(int(one["failures"]) for one in load.requests.values())
    rate, share = found["count"] / load.seconds, found["count"] / load.seconds / peer
    table.add(
        f"{CLERKS} clerks: documents/s", f"{rate:.0f}, {share:.0%} of the peer", f">= {SHARE:.0%}", met=share >= SHARE
    )
    table.add("... requests that failed", f"{failures} of {sum(int(one['count']) for one in load.requests.values())}",
              "0", met=failures == 0)  # fmt: skip
    table.add("... until the result: p50, p95", f"{found['p50'] / 1000:.2f} s, {found['p95'] / 1000:.2f} s")
    table.add("... CPU of the generator", f"{load.generator_cpu / load.seconds:.2f} processors")
    table.add("... CPU of server and workers", f"{load.server_cpu / load.seconds:.2f} processors")
    third = len(load.memory) // 3
    second, last = max(load.memory[third : 2 * third]), max(load.memory[2 * third :])
    table.add("... most memory in the second and the last third", f"{second:.0f} MB, {last:.0f} MB", f"< x{GROWTH:g}",
              met=last < GROWTH * second)  # fmt: skip


def _attacked(table: Table, folder: Path, seconds: int) -> None:
    load = _loaded(folder, seconds, ENEMIES)
    found, hostile_ = load.of("a document checked"), load.of("hostile")
    failures = int(found["failures"])
    table.add(f"with {HOSTILE_UPLOADS} hostile uploads: taken or refused", f"{int(hostile_['count'])}",
              f"{HOSTILE_UPLOADS}", met=hostile_["count"] >= HOSTILE_UPLOADS)  # fmt: skip
    table.add("... good documents answered", f"{int(found['count'])}, {failures} failed", "0 failed", met=failures == 0)
    table.add("... until the result: p50, p95", f"{found['p50'] / 1000:.2f} s, {found['p95'] / 1000:.2f} s")
    table.add("... most memory", f"{max(load.memory):.0f} MB")
    for error in load.errors[:5]:
        print(f"... {error[:300]}", file=sys.stderr)


def _loaded(folder: Path, seconds: int, enemies: int = 0) -> Load:
    """Let visitors come for so many seconds."""
    with _served(folder) as (process, address):
        result = folder / "result.json"
        given = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PATUH_DOCUMENTS": str(folder / "documents"),
            "PATUH_HOSTILE": str(folder / "hostile"),
            "PATUH_HOSTILE_UPLOADS": str(HOSTILE_UPLOADS if enemies else 0),
            "PATUH_CLERKS": str(CLERKS),
            "PATUH_ENEMIES": str(enemies),
            "PATUH_RESULT": str(result),
        }
        asked = [sys.executable, "-m", "locust", "--headless", "--only-summary", "--exit-code-on-error", "0"]
        asked += ["--locustfile", str(ROOT / "benchmarks" / "portal_users.py"), "--host", address]
        asked += ["--users", str(CLERKS + enemies), "--spawn-rate", "50", "--run-time", f"{seconds}s"]
        before = _cpu(process)
        begun = time.perf_counter()
        users = subprocess.Popen(asked, env=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        memory = []
        while users.poll() is None:
            memory.append(_memory(process))
            time.sleep(1)
        took, spent = time.perf_counter() - begun, _cpu(process) - before
        told = json.loads(result.read_text(encoding="utf-8"))
        # what locust takes to start and to end is no load
        return Load(told["requests"], told["errors"], told["cpu_seconds"], spent, tuple(memory), min(took, seconds))


@contextlib.contextmanager
def _served(folder: Path) -> Iterator[tuple[psutil.Process, str]]:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    settings = folder / "patuh.toml"
    settings.write_text(_SETTINGS, encoding="utf-8")
    asked = [sys.executable, "-m", "cli", "serve", "--port", str(port), "--config", str(settings)]
    process = psutil.Popen(asked, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 30
        while time.monotonic() < until:
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        time.sleep(3)  # the workers load their rules
        yield process, f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)


def _family(process: psutil.Process) -> list[psutil.Process]:
    return [process, *process.children(recursive=True)]


def _memory(process: psutil.Process) -> float:
    return sum(_of(one, lambda one: one.memory_full_info().uss) for one in _family(process)) / MB


def _cpu(process: psutil.Process) -> float:
    def spent(one: psutil.Process) -> float:
        times = one.cpu_times()
        return float(times.user + times.system + times.children_user + times.children_system)

    return spent(process) + sum(_of(one, spent) for one in process.children(recursive=True))


def _of(process: psutil.Process, figure: Any) -> float:
    try:
        return float(figure(process))
    except psutil.Error:
        return 0.0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
