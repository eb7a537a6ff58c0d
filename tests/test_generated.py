"""Generated files: they stand as generated, and the schema for rule files says what the loader says."""

from __future__ import annotations

import copy
from pathlib import Path

import jsonschema
import pytest
import yaml

from schemas.facts import FACT_KINDS
from scripts import generate
from scripts.rule_file_schema import rule_file_schema

CHECKOUT = Path(__file__).resolve().parent.parent
RULE_FILES = sorted((CHECKOUT / "rules").glob("*/*.yaml"))


@pytest.fixture(scope="module")
def validator():
    schema = rule_file_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.fixture
def rule():
    return yaml.safe_load((CHECKOUT / "rules/steps/duplicate.yaml").read_text(encoding="utf-8"))


def test_no_generated_file_has_drifted():
    """Schemas and generated pages are what models, rules and commands make of them today."""
    assert [] == generate.drifted()


def test_drift_is_named(tmp_path, monkeypatch):
    """A file that is absent, one that was edited and one that nothing generates are all named."""
    made = generate.generated()
    monkeypatch.setattr(generate, "generated", lambda: made)  # the same a second time, and it takes seconds
    for path, content in made.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    (tmp_path / "docs/facts.md").write_text("edited", encoding="utf-8")
    (tmp_path / "schemas/json/sop.schema.json").unlink()
    (tmp_path / "schemas/json/left-over.schema.json").write_text("{}", encoding="utf-8")

    expected = ["docs/facts.md", "schemas/json/left-over.schema.json", "schemas/json/sop.schema.json"]

    assert expected == generate.drifted(tmp_path)


def test_an_unknown_argument_is_refused(capsys):
    """A mistyped --check must not write files."""
    assert 2 == generate.main(["--chek"])
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize("path", sorted((CHECKOUT / "schemas/json").glob("*.schema.json")), ids=lambda path: path.stem)
def test_every_schema_is_one(path):
    """Each generated file is a JSON Schema of the dialect that it names."""
    schema = yaml.safe_load(path.read_text(encoding="utf-8"))

    assert generate.DIALECT == schema["$schema"]
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_editors_accept_every_rule_of_the_pack(path, validator):
    """A rule that loads is not underlined in an editor."""
    problems = [error.message for error in validator.iter_errors(yaml.safe_load(path.read_text(encoding="utf-8")))]

    assert [] == problems


def _break_kind(rule):
    rule["when"] = [{"p": "step_pear"}]


def _break_field(rule):
    rule["when"][0]["where"] = {"same_aktor": True}


def _break_value(rule):
    rule["variants"][0]["when"][0]["where"] = {"kind": "exakt"}


def _break_type(rule):
    rule["when"][0]["where"] = {"same_actor": 1}


def _break_operator(rule):
    rule["when"][0]["where"] = {"same_actor": {"equals": True}}


def _break_order(rule):
    rule["when"][0]["where"] = {"same_actor": {"gt": True}}


def _break_key(rule):
    rule["severty"] = "major"


def _break_alias(rule):
    rule["when"] = [{"where": {"same_actor": True}}]


def _break_case(rule):
    rule["cases"][0]["facts"][0]["stepz"] = 3


@pytest.mark.parametrize(
    "break_it",
    [
        _break_kind, _break_field, _break_value, _break_type, _break_operator, _break_order, _break_key, _break_alias,
        _break_case,
    ],
    ids=lambda function: function.__name__.removeprefix("_break_"),
)  # fmt: skip
def test_editors_underline_what_the_loader_refuses(break_it, rule, validator):
    """Names outside the vocabulary are seen while typing."""
    broken = copy.deepcopy(rule)
    break_it(broken)

    assert validator.is_valid(rule)
    assert not validator.is_valid(broken)


def test_the_page_of_facts_has_every_kind_and_field():
    """Whatever a rule may ask about is described."""
    page = generate.generated()["docs/facts.md"]
    missing = [
        f"{name}.{field}"
        for name, kind in FACT_KINDS.items()
        for field in kind.fields
        if f"| `{field}` |" not in page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    ]

    assert [] == missing
