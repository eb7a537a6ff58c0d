"""
Ask whether a known vulnerability concerns what patuh is installed with: ``python -m scripts.scan_dependencies``.

Asks the database of PyPI about every exact version in the locks (pip-audit). Exit codes: 0 nothing is known, 1 there is
something, 3 nobody could be asked (no network, or an index without that database): then nothing was proved.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

CHECKOUT: Final = Path(__file__).resolve().parent.parent
LOCKS: Final = ("requirements-dev.lock", "requirements-build.lock")
"""All that is installed anywhere: the other locks are parts of the first."""
FOUND: Final = 1
NOT_ASKED: Final = 3
_SECONDS: Final = 240


@dataclass(frozen=True, slots=True)
class Scan:
    """What is known of the packages of one lock."""

    asked: int
    """Packages of which the database knows."""
    unknown: int
    """Packages that it could not be asked about."""
    vulnerable: tuple[str, ...]
    """A line each: package, version, identifier, the version that mends it."""


def read(answer: dict[str, Any]) -> Scan:
    """Read what pip-audit prints with ``--format json``."""
    packages = answer["dependencies"]
    unknown = sum("skip_reason" in one for one in packages)
    return Scan(len(packages) - unknown, unknown, tuple(line for one in packages for line in _lines(one)))


def _lines(package: dict[str, Any]) -> Iterable[str]:
    for one in package.get("vulns", ()):
        mended = ", ".join(one["fix_versions"]) or "none"
        yield f"{package['name']} {package['version']}: {one['id']} (mended in: {mended})"


def scanned(lock: str) -> Scan | None:
    """Ask about one lock; None where nobody answers."""
    asked = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "--progress-spinner", "off"]
    asked += ["--format", "json", "--requirement", str(CHECKOUT / lock)]
    try:
        done = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=_SECONDS)
        return read(json.loads(done.stdout))
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        return None


def main() -> int:
    """Scan all locks."""
    worst = 0
    for lock in LOCKS:
        scan = scanned(lock)
        if scan is not None and scan.vulnerable:
            print(f"{lock}: known vulnerabilities", *scan.vulnerable, sep="\n  ", file=sys.stderr)
            worst = FOUND
        elif scan is None or scan.unknown:
            missed = "all" if scan is None else f"{scan.unknown} of {scan.asked + scan.unknown}"
            print(f"{lock}: not scanned: {missed} packages; no database of vulnerabilities answers", file=sys.stderr)
            worst = worst or NOT_ASKED
        else:
            print(f"{lock}: nothing is known of {scan.asked} packages", file=sys.stderr)
    return worst


if __name__ == "__main__":
    sys.exit(main())
