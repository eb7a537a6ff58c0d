"""By what a night judges: digests that change with what verdicts depend on, and with nothing else."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

from archive import keys
from archive.keys import JUDGING_LIBRARIES, READING_LIBRARIES, digest, extractor_key, facts_key, rule_key, terms
from engine.pack import Pack
from engine.settings import OwnSettings
from readers.options import ReadOptions
from readers.programs import ProgramError
from schemas.settings import Settings
from tests.night_worker import strict, work
from tests.program import ROOT

PLAIN = ReadOptions(ocr="off", convert=False)
RULE = "steps/duplicate"
TELL = """\
import json, sys
from pathlib import Path
from archive.keys import extractor_key, facts_key, rule_key
from auditing.run import RuleChoice
from readers.options import ReadOptions
pack = RuleChoice((Path(sys.argv[1]),), kept=False).pack(whole=True)
keys = [extractor_key(ReadOptions(ocr="off", convert=False), 450), facts_key(pack)]
print(json.dumps([*keys, *(rule_key(rule, pack, "id") for rule in pack.rules)]))
"""


def _pack() -> Pack:
    pack = work().pack
    assert pack is not None
    return pack


def _own(**settings: Any) -> OwnSettings:
    return OwnSettings(Settings.model_validate(settings))


def test_other_processes_and_places_come_to_the_same(tmp_path: Path) -> None:
    pack = _pack()
    wanted = [extractor_key(PLAIN, 450), facts_key(pack), *(rule_key(rule, pack, "id") for rule in pack.rules)]
    for package in (
        "archive",
        "annotating",
        "auditing",
        "engine",
        "extraction",
        "readers",
        "reports",
        "rules",
        "schemas",
    ):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONHASHSEED": "7", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", TELL, str(tmp_path / "rules")]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True, timeout=60)
    assert json.loads(done.stdout) == wanted


def test_a_change_of_a_source_is_seen(tmp_path: Path) -> None:
    for name, text in (("b.py", "1"), ("a.py", "2"), ("__pycache__/a.pyc", "3"), ("sub/c.txt", "4")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    before = keys._digests("engine", tmp_path, tmp_path.rglob("*"))
    assert [name for name, _ in before] == ["engine/a.py", "engine/b.py", "engine/sub/c.txt"]
    (tmp_path / "__pycache__/a.pyc").write_text("5")
    os.utime(tmp_path / "a.py", (1, 1))
    assert keys._digests("engine", tmp_path, tmp_path.rglob("*")) == before
    (tmp_path / "sub/c.txt").write_text("6")
    assert keys._digests("engine", tmp_path, tmp_path.rglob("*"))[:2] == before[:2]
    assert keys._digests("engine", tmp_path, tmp_path.rglob("*")) != before


@pytest.mark.parametrize(
    ("update", "same"),
    [
        ({"why": None, "examples": {}, "cases": ()}, True),
        ({"file": "elsewhere.yaml"}, True),
        ({"params": {"x": 1}}, False),
        ({"code": "ZZ-99"}, False),
        ({"when": ()}, False),
        ({"finding": None}, False),
        ({"akip": ("2a.3",)}, False),
    ],
)
def test_a_rule_is_another_when_it_judges_or_speaks_otherwise(update: dict[str, Any], same: bool) -> None:
    pack = _pack()
    rule = pack.rule(RULE)
    assert (rule_key(rule.model_copy(update=update), pack, "id") == rule_key(rule, pack, "id")) is same


def test_a_rule_is_another_when_what_it_prints_is() -> None:
    pack = _pack()
    rule = pack.rule(RULE)
    cited = rule.source[0].regulation
    other = next(name for name in pack.regulations if name not in {one.regulation for one in rule.source})

    def renamed(name: str) -> Pack:
        row = pack.regulations[name].model_copy(update={"title": "Judul lain"})
        return pack.model_copy(update={"regulations": {**pack.regulations, name: row}})

    assert rule_key(rule, renamed(cited), "id") != rule_key(rule, pack, "id")
    assert rule_key(rule, renamed(other), "id") == rule_key(rule, pack, "id")
    assert rule_key(rule, pack, "en") != rule_key(rule, pack, "id")
    assert facts_key(renamed(other)) != facts_key(pack)


def test_no_two_rules_are_alike() -> None:
    pack = _pack()
    assert len({rule_key(rule, pack, "id") for rule in pack.rules}) == len(pack.rules)


def test_facts_depend_on_the_tables() -> None:
    pack = _pack()
    cap = pack.grading.model_copy(update={"otherwise": "belum layak"})
    assert facts_key(pack.model_copy(update={"grading": cap})) != facts_key(pack)
    assert facts_key(pack.model_copy(update={"akip": None})) != facts_key(pack)
    assert facts_key(pack.model_copy(update={"ratings": None})) != facts_key(pack)
    assert facts_key(pack.with_rules(pack.rules[:3])) == facts_key(pack)


@pytest.mark.parametrize(
    ("options", "minutes", "same"),
    [
        (ReadOptions(ocr="off", convert=False, cache=Path("/elsewhere")), 450, True),
        (PLAIN, 420, False),
        (ReadOptions(ocr="tesseract", convert=False), 450, False),
        (ReadOptions(ocr="off", convert=False, trusted_roots=(b"0",)), 450, False),
    ],
)
def test_reading_depends_on_its_options(options: ReadOptions, minutes: int, same: bool) -> None:
    assert (extractor_key(options, minutes) == extractor_key(PLAIN, 450)) is same


def test_reading_depends_on_the_programs_that_help(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {"--version": b"tesseract 5.3.0\n Found AVX2\n", "--list-langs": b"List in /usr (2):\nind\neng\n"}
    monkeypatch.setattr(keys, "installed", lambda name: name if name in ("tesseract", "libreoffice") else None)
    monkeypatch.setattr(keys, "run", lambda args, **_: said[args[1]])
    found = keys._programs(ReadOptions())
    assert found == {"tesseract": "tesseract 5.3.0", "languages": "ind\neng\n", "office": "tesseract 5.3.0"}
    assert keys._programs(PLAIN) == {}

    def refused(*_: object, **__: object) -> bytes:
        raise ProgramError("failed", "tesseract")

    monkeypatch.setattr(keys, "run", refused)
    assert keys._programs(ReadOptions(convert=False)) == {"tesseract": "", "languages": ""}


def test_terms_are_those_of_the_rules_that_are_used() -> None:
    choice = strict()
    pack = _pack()
    found = terms(choice, pack, choice.selection(pack))
    fewer = type(choice)(choice.folders, only=("text/typo",), own=_own(check={"workday_minutes": 420}))
    few = terms(fewer, pack, fewer.selection(pack))
    assert set(found.rule_keys) == set(choice.selection(pack).names)
    assert few.rule_keys == {"text/typo": found.rule_keys["text/typo"]}
    assert (few.facts, few.language) == (found.facts, "id")
    assert few.extractor != found.extractor
    assert few.rules == digest(few.rule_keys) != found.rules
    assert found.rules_info == choice.selection(pack).info
    assert "rule_keys" not in found.plain()


@pytest.mark.parametrize(
    ("packages", "libraries"),
    [(("readers", "extraction", "schemas"), READING_LIBRARIES), (("engine",), JUDGING_LIBRARIES)],
)
def test_every_library_that_is_used_counts(packages: tuple[str, ...], libraries: tuple[str, ...]) -> None:
    known = packages_distributions()
    used = {name for package in packages for path in (ROOT / package).rglob("*.py") for name in _imported(path)}
    counted = {name.lower().replace("_", "-") for name in libraries}
    for name in used:
        owners = {owner.lower().replace("_", "-") for owner in known.get(name, ())}
        assert not owners or owners & (counted | {"patuh", "pyyaml"}), name


def _imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name.partition(".")[0] for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def test_a_digest_has_no_order_of_sets_and_mappings() -> None:
    assert digest({"a": {3, 1, 2}, "b": 1}) == digest({"b": 1, "a": frozenset((2, 3, 1))})
    assert digest([1, 2]) != digest([2, 1])
    assert digest("1") != digest(1)
    assert len(digest(None)) == keys.DIGEST_LENGTH
