"""The house: walls between packages, names that are promised, and what the checkout must not hold."""

from __future__ import annotations

import ast
import importlib
import importlib.metadata
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.packs import rules_pack

CHECKOUT = Path(__file__).resolve().parent.parent
PACKAGES = (
    "annotating",
    "archive",
    "auditing",
    "bundling",
    "commands",
    "engine",
    "extraction",
    "portal",
    "readers",
    "reports",
    "schemas",
    "specs",
)
OURS = {*PACKAGES, "cli", "patuh_pytest", "scripts", "tests", "benchmarks"}

MAY_IMPORT = {
    "schemas": {"schemas"},
    "readers": {"readers", "schemas"},
    "extraction": {"extraction", "schemas"},
    "engine": {"engine", "schemas"},
    "reports": {"reports", "schemas"},
    "annotating": {"annotating", "readers", "reports", "schemas"},
    "auditing": {"annotating", "auditing", "engine", "extraction", "readers", "reports", "schemas"},
    "bundling": {"auditing", "bundling", "engine", "readers", "reports", "schemas"},
    "specs": {"archive", "auditing", "engine", "extraction", "readers", "reports", "schemas", "specs"},
    "archive": {"archive", "auditing", "engine", "extraction", "readers", "reports", "schemas"},
    "portal": {"annotating", "archive", "auditing", "engine", "portal", "readers", "reports", "schemas"},
    "commands": {
        "annotating",
        "archive",
        "auditing",
        "bundling",
        "commands",
        "engine",
        "extraction",
        "portal",
        "readers",
        "reports",
        "schemas",
        "specs",
    },
}
"""docs/decisions/0003: data flows one way, and only auditing/ knows all layers."""

FACT_MAKERS = {
    "engine/facts.py",
    "engine/performance_facts.py",
    *(f"engine/derive/{path.name}" for path in (CHECKOUT / "engine/derive").glob("*.py")),
}
"""
docs/decisions/0003: what compares two values as read must know how they are read, so these use extraction's functions
on values. Judging (the rest of engine/) does not.
"""

WAVE_1 = """
approval/no-signature-block approval/title-missing approval/unsigned
identity/block-missing identity/date-invalid identity/date-order identity/field-absent identity/field-empty
identity/title-mismatch
legal/duplicate legal/incomplete legal/lists-differ legal/missing legal/split-item
office/name-mismatch office/regency-mismatch
performance/table-empty
person/approver-name-missing person/name-mismatch person/nip-implausible person/nip-malformed person/nip-mismatch
person/nip-shared person/nip-unreadable person/title-mismatch
related/duplicate related/numbering-gap related/unlisted-reference
section/empty section/missing section/missing-heading
steps/actor-not-in-columns steps/duplicate steps/header-missing steps/numbering-gap steps/output-missing
steps/pelaksana-unmarked steps/table-missing steps/text-incomplete steps/time-missing
""".split()
WAVE_2 = """
approval/acting-official approval/two-approvers approval/undated
identity/date-format identity/date-same-day identity/date-weekend identity/letterhead identity/number-format
identity/number-year identity/review-overdue
legal/abbrev legal/missing-expected legal/not-yet-issued legal/order legal/revoked legal/superseded-amendment
legal/title-cut legal/wrong-number legal/wrong-title
office/leftover-other-office office/role-mismatch
person/nip-old person/rank-mismatch
related/irrelevant related/not-sop related/vague
scope/section-irrelevant scope/title-body-mismatch
section/content-missing section/numbering section/qualification-is-post section/warning-no-consequence
steps/heading-nonstandard steps/input-equals-output steps/no-start-end steps/not-an-activity steps/order-illogical
steps/output-generic steps/output-illogical steps/process-gap steps/single-actor steps/time-implausible
steps/time-total-differs steps/time-uniform steps/time-unit-mixed steps/unused-column steps/wrong-actor
text/duplicate-word text/informal text/term-inconsistent text/term-outdated text/typo
""".split()
WAVE_6 = """
archive/copied-sop archive/nip-conflict archive/report-missing archive/required-sop-missing
identity/number-duplicate
performance/agreement-mismatch performance/copied-from-last-year
related/unknown-in-archive
""".split()
"""Names that reports, waivers and letters of offices already rest on: none may go or change."""

TEXT_OF_SHEETS = "extraction/sheet_blocks.py"
"""docs/decisions/0003: the words of a sheet are read as those of a text file, by the reader of text files."""

DECISION_HEADINGS = ("## Status", "## Context", "## Decision", "## Consequences")

_FOREIGN = re.compile(
    r"""(?<![\w.~-])/(?:work|home|root|Users)/\w       # a path of somebody's machine
    | \b(?:pypi|pythonhosted|registry\.npmjs|anaconda)\.(?:org|com|io)\b   # a package host
    | --(?:extra-)?index-url\s*[=\s]\s*\S*://        # an index address
    """,
    re.VERBOSE,
)
_TEXT_SUFFIXES = {
    "",
    ".cfg",
    ".feature",
    ".json",
    ".lock",
    ".in",
    ".md",
    ".py",
    ".sh",
    ".toml",
    ".txt",
    ".yaml",
    ".yml",
}


def _modules():
    for package in PACKAGES:
        yield from sorted((CHECKOUT / package).rglob("*.py"))
    yield CHECKOUT / "cli.py"


def _name(path):
    return path.relative_to(CHECKOUT).as_posix()


MODULES = [pytest.param(path, id=_name(path)) for path in _modules()]


def _imported(path):
    """Return the dotted names that the module imports, anywhere in it."""
    names = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module)
    return names


def _tracked():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    return [CHECKOUT / name for name in listed.stdout.split("\0") if name]


@pytest.mark.parametrize("path", MODULES)
def test_no_package_reaches_over_a_wall(path):
    """A package imports the packages below it only; cli.py imports anything, nothing imports cli.py."""
    package = path.relative_to(CHECKOUT).parts[0]
    allowed = MAY_IMPORT.get(package, {*PACKAGES}) | ({"extraction"} if _name(path) in FACT_MAKERS else set())
    allowed |= {"readers"} if _name(path) == TEXT_OF_SHEETS else set()
    reached = {name.partition(".")[0] for name in _imported(path)} & OURS

    assert set() == reached - allowed


@pytest.mark.parametrize("path", MODULES)
def test_imports_name_their_package(path):
    """Relative imports would hide from the test of the walls."""
    relative = [
        node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.ImportFrom) and node.level
    ]

    assert [] == relative


def test_one_module_knows_the_rule_engine():
    """The unsafe library stays behind engine/session.py."""
    importers = [
        _name(path) for path in _modules() if "durable" in {name.partition(".")[0] for name in _imported(path)}
    ]

    assert ["engine/session.py"] == importers


@pytest.mark.parametrize("path", MODULES)
def test_every_module_says_what_it_is_for(path):
    """A stranger learns from the first lines what a file is for."""
    assert ast.get_docstring(ast.parse(path.read_bytes()))


@pytest.mark.parametrize("package", PACKAGES)
def test_the_imported_package_is_ours(package):
    """No installed package of the same plain name stands before ours."""
    assert CHECKOUT / package / "__init__.py" == Path(importlib.import_module(package).__file__).resolve()


def test_the_pack_has_every_promised_rule():
    """Each name of the first wave is there, and nothing stands beside them unannounced."""
    names = [rule.name for rule in rules_pack().rules]

    assert (40, 52, 8) == (len(WAVE_1), len(WAVE_2), len(WAVE_6))
    assert [] == sorted({*WAVE_1, *WAVE_2, *WAVE_6} - set(names))


def test_every_criterion_is_a_known_regulation():
    """A finding never cites what rules/regulations.yaml does not have."""
    pack = rules_pack()
    cited = {source.regulation for rule in pack.rules for source in rule.source}

    assert set() == cited - set(pack.regulations)


def test_no_tracked_file_names_a_machine_or_a_package_host():
    """A checkout works anywhere, with whatever index pip is set up for."""
    found = [
        f"{_name(path)}: {match[0].strip()}"
        for path in _tracked()
        if path.suffix in _TEXT_SUFFIXES and path.is_file() and path.parts[-2:] != ("tests", "test_house.py")
        for match in _FOREIGN.finditer(path.read_bytes().decode("utf-8", "replace"))
    ]

    assert [] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("see /home/budi/sop", True, id="home"),
        pytest.param("files.pythonhosted.org/packages", True, id="package-host"),
        pytest.param("pip install --index-url https://example.test", True, id="index"),
        pytest.param("PYTHON=/path/to/python3.12", False, id="placeholder"),
        pytest.param("~/.cache/patuh and docs/home/plan", False, id="relative"),
    ],
)
def test_the_search_for_foreign_names_finds_them(text, expected):
    """The test above can fail."""
    assert expected == bool(_FOREIGN.search(text))


def test_the_changelog_speaks_of_this_version():
    """Version, changelog and installed package agree."""
    version = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]

    assert f"## [{version}]" in (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert version == importlib.metadata.version("patuh")


@pytest.mark.parametrize("path", sorted((CHECKOUT / "docs/decisions").glob("*.md")), ids=lambda path: path.stem)
def test_every_decision_says_why(path):
    """A decision has status, context, decision and consequences, in this order."""
    headings = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("## ")]

    assert list(DECISION_HEADINGS) == headings


def test_decisions_are_numbered_without_gaps():
    """A decision is cited by its number."""
    numbers = [int(path.name[:4]) for path in sorted((CHECKOUT / "docs/decisions").glob("*.md"))]

    assert list(range(1, len(numbers) + 1)) == numbers
    assert numbers


_LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


@pytest.mark.parametrize(
    "path",
    [CHECKOUT / name for name in ("README.md", "README.id.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    + sorted((CHECKOUT / "docs").rglob("*.md")),
    ids=_name,
)
def test_links_between_pages_lead_somewhere(path):
    """A page never names a file that is not there."""
    broken = [
        target for target in _LINK.findall(path.read_text(encoding="utf-8")) if not (path.parent / target).exists()
    ]

    assert [] == broken


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "requirements-build.lock"])
def test_locks_pin_everything_by_hash(name):
    """Each line of a lock is one exact version with its hashes, and no address."""
    text = (CHECKOUT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    loose = [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+(?: +--hash=sha256:[0-9a-f]{64})+ *", line)]

    assert lines
    assert [] == loose


def test_the_runtime_lock_is_part_of_the_test_lock():
    """Tests run on the versions that users get."""
    runtime, tests = (
        {line.partition(" ")[0] for line in (CHECKOUT / name).read_text(encoding="utf-8").splitlines() if "==" in line}
        for name in ("requirements.lock", "requirements-dev.lock")
    )

    assert set() == runtime - tests
