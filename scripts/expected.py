"""
Write the expected reports of the fixtures: ``python scripts/expected.py`` (after reading what changed: ``git diff``).

The fixtures are audited as a user would do it, by the command line, in one run over the folders of fixtures. The
report is cut by file: fixtures/expected/<file name>.json has the documents of one file, ``_summary.json`` the totals.
What changes with every version (`tool`, `rules`) is left out. tests/test_fixtures.py compares byte for byte.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
EXPECTED: Final = ROOT / "fixtures" / "expected"
FOLDERS: Final = ("fixtures/sop", "fixtures/performance", "fixtures/workbooks", "fixtures/bad")
AS_OF: Final = "2026-01-15"
SUMMARY: Final = "_summary.json"
EXIT_CODES: Final = frozenset({0, 1, 4})
"""Findings and unreadable files are what the fixtures are for; any other code is a failure of the run."""
TIMEOUT_S: Final = 300


class AuditError(Exception):
    """The command line did not give a report."""


def audit(*paths: str, hash_seed: int = 0, jobs: int = 1) -> tuple[int, dict[str, Any]]:
    """
    Run ``patuh check`` from the repository root.

    Returns:
        The exit code and the report, parsed.

    Raises:
        AuditError: The exit code is none of `EXIT_CODES`, or the output is no JSON.
    """
    command = [sys.executable, "-m", "cli", "check", *paths]
    options = ["--format", "json", "--as-of", AS_OF, "--jobs", str(jobs), "--profile", "ketat", "--no-config"]
    env = {**os.environ, "PYTHONHASHSEED": str(hash_seed), "PYTHONUTF8": "1"}
    done = subprocess.run([*command, *options], cwd=ROOT, env=env, capture_output=True, check=False, timeout=TIMEOUT_S)
    if done.returncode not in EXIT_CODES:
        raise AuditError(f"exit code {done.returncode}: {done.stderr.decode(errors='replace')}")
    try:
        return done.returncode, json.loads(done.stdout)
    except ValueError as exc:
        raise AuditError(f"no JSON: {done.stdout[:200]!r}") from exc


def expected_files(report: dict[str, Any]) -> dict[str, str]:
    """The report of all fixtures, cut by file: file name in fixtures/expected -> content."""
    head = {key: report[key] for key in ("schema", "as_of")}
    documents: dict[str, list[Any]] = {}
    for document in report["documents"]:
        documents.setdefault(document["path"], []).append(document)
    files = {Path(path).name + ".json": _dump({**head, "documents": each}) for path, each in documents.items()}
    assert len(files) == len(documents), "two fixtures have one name"
    return {**files, SUMMARY: _dump({**head, "summary": report["summary"]})}


def _dump(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    """Write the files, remove those of fixtures that are gone, and say what changed."""
    _, report = audit(*FOLDERS)
    files = expected_files(report)
    EXPECTED.mkdir(exist_ok=True)
    for stale in sorted({path.name for path in EXPECTED.glob("*.json")} - set(files)):
        (EXPECTED / stale).unlink()
        print("removed", stale)
    for name, content in sorted(files.items()):
        _write(EXPECTED / name, content)


def _write(path: Path, content: str) -> None:
    if path.exists() and path.read_text(encoding="utf-8") == content:
        return
    path.write_bytes(content.encode())
    print("wrote", path.name)


if __name__ == "__main__":
    main()
