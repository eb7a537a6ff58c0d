"""What the benchmarks share: programs run from a cold start, their time and memory, and the table of figures."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import psutil

ROOT: Final = Path(__file__).resolve().parent.parent
SAMPLE_SECONDS: Final = 0.05
MB: Final = 1024 * 1024


@dataclass(slots=True)
class Run:
    """One run of a program."""

    seconds: float
    """Wall clock."""
    cpu_seconds: float
    """Of the program and all its workers."""
    parent_mb: float = 0.0
    """Highest resident memory of the main process."""
    worker_mb: float = 0.0
    """Highest resident memory of any worker."""


@dataclass(slots=True)
class Table:
    """The figures so far."""

    rows: list[tuple[str, str, str, str]] = field(default_factory=list)

    def add(self, what: str, figure: str, target: str = "", *, met: bool | None = None) -> None:
        """Add a figure; *met* is None where it has no target."""
        self.rows.append((what, figure, target, "" if met is None else "yes" if met else "NO"))
        print(f"... {what}: {figure}", file=sys.stderr)


def patuh(*arguments: str) -> Run:
    """Run patuh as a user does, from a cold start."""
    return timed([sys.executable, "-m", "cli", *arguments], accepted=(0,))


def timed(command: list[str], accepted: tuple[int, ...]) -> Run:
    """Run a program and watch the memory of it and of its workers."""
    began = time.perf_counter()
    process = psutil.Popen(command, cwd=ROOT, env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    parent = worker = 0
    # wait4 by hand: it alone tells the CPU time of this program with all its workers, and of no other child.
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        parent, worker = max(parent, _memory(process)), max([worker, *map(_memory, _children(process))])
        time.sleep(SAMPLE_SECONDS if time.perf_counter() - began > 1 else SAMPLE_SECONDS / 50)
    seconds = time.perf_counter() - began
    code = os.waitstatus_to_exitcode(status)
    if code not in accepted:
        raise SystemExit(f"{' '.join(command)}: exit code {code}\n{process.stderr.read().decode()}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, parent / MB, worker / MB)


def _environment() -> dict[str, str]:
    """As where patuh is installed: with byte code, which the first of several runs writes."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(cache() / "bytecode")}


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return list(process.children(recursive=True))
    except psutil.Error:
        return []


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def best(run: Callable[[], Run], times: int) -> Run:
    """The quickest of several runs."""
    return min((run() for _ in range(times)), key=lambda one: one.seconds)


def cache() -> Path:
    """Where benchmarks keep what they install."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path("~/.cache").expanduser()) / "patuh-benchmarks"
