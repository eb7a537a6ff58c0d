"""scripts/scan_dependencies.py: a vulnerability fails, and what could not be asked is not called clean."""

from __future__ import annotations

import pytest

from scripts import scan_dependencies
from scripts.scan_dependencies import FOUND, NOT_ASKED, Scan, main, read

_CLEAN = {"name": "click", "version": "8.1.8", "vulns": []}
_SKIPPED = {"name": "tabulate", "skip_reason": "not found on PyPI"}
_BAD = {
    "name": "jinja2",
    "version": "3.1.2",
    "vulns": [{"id": "GHSA-h5c8-rqwp-cp95", "fix_versions": ["3.1.3"], "aliases": [], "description": "..."}],
}


@pytest.mark.parametrize(
    ("packages", "expected"),
    [
        ([_CLEAN], Scan(1, 0, ())),
        ([_CLEAN, _SKIPPED], Scan(1, 1, ())),
        ([_BAD], Scan(1, 0, ("jinja2 3.1.2: GHSA-h5c8-rqwp-cp95 (mended in: 3.1.3)",))),
    ],
)
def test_the_answer_is_read(packages, expected):
    """As pip-audit 2 prints it."""
    assert read({"dependencies": packages, "fixes": []}) == expected


@pytest.mark.parametrize(
    ("scans", "code"),
    [
        ([Scan(9, 0, ()), Scan(2, 0, ())], 0),
        ([Scan(9, 0, ()), Scan(1, 1, ())], NOT_ASKED),
        ([None, Scan(2, 0, ())], NOT_ASKED),
        ([None, Scan(1, 0, ("x",))], FOUND),
        ([Scan(1, 0, ("x",)), None], FOUND),
    ],
)
def test_the_gravest_counts(scans, code, monkeypatch):
    """Something found is graver than nobody asked."""
    answers = iter(scans)
    monkeypatch.setattr(scan_dependencies, "scanned", lambda _: next(answers))

    assert main() == code
