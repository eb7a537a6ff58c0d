"""patuh as a user runs it, for tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.forked import Server

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures" / "sop"
CLEAN = FIXTURES / "clean-guide-tabs.txt"
"""No finding above advice."""
MAJOR = FIXTURES / "actor-kepala-kantor.txt"
"""Findings up to major, none critical."""
CRITICAL = FIXTURES / "approval-unsigned-pipes.md"
LETTER = FIXTURES / "unknown-letter.txt"
"""No SOP at all."""
TWO_SOPS = FIXTURES / "steps-duplicate-second-of-two-sops.txt"

TIMEOUT_SECONDS = 120


@dataclass(frozen=True)
class Done:
    """A run that has ended."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        """Standard output as JSON; fails when anything else stands there."""
        report: dict[str, Any] = json.loads(self.out)
        return report


def command(*arguments: str | Path) -> list[str]:
    """The command line of patuh, of this checkout, without being installed."""
    return [sys.executable, "-m", "cli", *map(str, arguments)]


def environment() -> dict[str, str]:
    """An environment in which the checkout is found from any folder."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


_SERVER = Server(environment())


def patuh(*arguments: str | Path, cwd: Path = ROOT, fresh: bool = False) -> Done:
    """
    Run patuh in a process of its own.

    Args:
        arguments: The command line.
        cwd: The folder.
        fresh: In a new interpreter, with a seed of hashes of its own: for whoever compares what two runs write.
    """
    given = [str(argument) for argument in arguments]
    if not fresh and _SERVER.can_run(environment()):
        code, out, err = _SERVER.run(given, cwd, environment(), TIMEOUT_SECONDS)
        return Done(code, out.decode(), err.decode())
    done = subprocess.run(
        command(*given), cwd=cwd, env=environment(), capture_output=True, check=False, timeout=TIMEOUT_SECONDS
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())
