"""The fixtures give their expected reports, on any hash seed and any number of processes."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"


def _script() -> ModuleType:
    """scripts/expected.py: the program that writes what is compared here."""
    spec = importlib.util.spec_from_file_location("patuh_expected", ROOT / "scripts" / "expected.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


EXPECTED = _script()
SOPS = sorted(path.name for path in (FIXTURES / "sop").iterdir())


@pytest.fixture(scope="module", params=[(0, 1), (1, 1), (0, 2), (1, 2)], ids=lambda p: f"seed{p[0]}-jobs{p[1]}")
def report(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The report over all fixtures, once for each hash seed and number of processes."""
    seed, jobs = request.param
    return EXPECTED.audit(*EXPECTED.FOLDERS, hash_seed=seed, jobs=jobs)[1]


def test_every_fixture_gives_its_expected_report(report: dict[str, Any]):
    """Byte for byte; run scripts/expected.py and read the difference when a change is meant."""
    written = {path.name: path.read_text(encoding="utf-8") for path in EXPECTED.EXPECTED.glob("*.json")}
    made = EXPECTED.expected_files(report)

    assert sorted(written) == sorted(made)
    for name, content in made.items():
        assert written[name] == content, name


def test_clean_fixtures_have_nothing_above_advice(report: dict[str, Any]):
    """A fixture that is named clean is clean."""
    wrong = [
        (document["path"], finding["rule"], finding["severity"])
        for document in report["documents"]
        if "/clean-" in document["path"]
        for finding in document["findings"]
        if finding["severity"] != "advice"
    ]

    assert not wrong


def test_no_rule_ends_in_an_error(report: dict[str, Any]):
    """Whatever the layout, each rule can be judged or says that it cannot."""
    assert not [d["path"] for d in report["documents"] if d["outcomes"]["error"]]


def test_the_clean_guide_passes():
    """The wholly clean SOP: exit code 0, verdict layak, no finding above advice."""
    code, report = EXPECTED.audit("fixtures/sop/clean-guide-tabs.txt")
    (document,) = report["documents"]

    assert code == 0
    assert document["verdict"] == "layak"
    assert not [f for f in document["findings"] if f["severity"] != "advice"]


@pytest.mark.parametrize("folder", ["sop", "bad"])
def test_every_fixture_has_a_line_of_provenance(folder: str):
    """fixtures/SOURCES.md tells of every file, and of no other."""
    sources = (FIXTURES / "SOURCES.md").read_text(encoding="utf-8")
    section = sources.split(f"## fixtures/{folder}\n", 1)[1].split("\n## ", 1)[0]
    told = re.findall(r"^\| (\S+\.\w+) \|", section, flags=re.MULTILINE)

    assert sorted(path.name for path in (FIXTURES / folder).iterdir()) == told
    assert len(told) == len(set(told))


def test_invented_employee_numbers_are_well_formed_unless_they_are_the_defect():
    """18 digits with a possible month of appointment, in every clean fixture that is plain text."""
    for name in SOPS:
        if not name.startswith("clean-") or "utf16" in name:
            continue
        text = (FIXTURES / "sop" / name).read_bytes().decode("utf-8", errors="replace")
        for printed in re.findall(r"NIP\. ([\d .]+\d)", text):
            digits = re.sub(r"\D", "", printed)
            assert re.fullmatch(r"19\d{2}(0[1-9]|1[0-2])[0-3]\d(19|20)\d{2}(0[1-9]|1[0-2])[12]\d{3}", digits), name
