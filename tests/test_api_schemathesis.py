"""
The API is held against its own description by schemathesis, from outside, as any program would ask.

It sends what the description allows and what it forbids, follows its links, takes the token away, asks with methods
that are not there and for what was deleted; any answer that the description does not tell of is a failure.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.api_site import api, served

SECONDS = 300
PHASES = ["examples", "coverage", "fuzzing", "stateful"]
EXAMPLES = os.environ.get("PATUH_API_EXAMPLES", "4")
"""For each operation, in the phases that draw lots; more by hand."""


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """What schemathesis said of a server with an archive: its words and its report; the same each time."""
    folder = tmp_path_factory.mktemp("schemathesis")
    with api(folder, waiting=10_000, waiting_of_one=10_000) as made, served(made.site) as address:
        done = subprocess.run(
            [
                Path(sys.executable).with_name("schemathesis"), "run", f"{address}/api/v1/openapi.json",
                "--header", f"Authorization: Bearer {made.token}", "--checks", "all", "--phases", ",".join(PHASES),
                "--max-examples", EXAMPLES, "--generation-deterministic", "--no-shrink", "--continue-on-failure",
                "--suppress-health-check", "all", "--workers", "2", "--no-color",
                "--report", "json", "--report-json-path", folder / "run.json",
            ],
            cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False,
        )  # fmt: skip
    assert (folder / "run.json").is_file(), done.stdout + done.stderr
    return done, json.loads((folder / "run.json").read_text(encoding="utf-8"))


def test_the_api_is_as_it_says(run):
    """No failure of the server, no answer that is not described, in any phase."""
    done, report = run

    assert done.returncode == 0, done.stdout
    assert report["failures"] == report["errors"] == []
    assert {name: phase["status"] for name, phase in report["phases"].items()} == dict.fromkeys(PHASES, "success")


def test_all_of_it_was_tried(run):
    """The run itself is no empty one."""
    _, report = run

    assert report["operations"]["tested"] == report["operations"]["total"] == 11
    assert report["complete"]
    assert report["test_cases"]["generated"] > 300
