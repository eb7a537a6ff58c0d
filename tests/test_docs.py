"""What the documentation shows is tried: the worked example of a rule, its errors, the commands of the READMEs."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from cli import main
from engine.audit import Auditor
from engine.cases import run_case
from engine.errors import RulePackErrors
from engine.pack import load_pack

CHECKOUT = Path(__file__).resolve().parent.parent
RULES = CHECKOUT / "rules"
GUIDE = (CHECKOUT / "docs/rule-authoring.md").read_text(encoding="utf-8")
PAGES = ["README.md", "README.id.md", "CONTRIBUTING.md", "docs/rule-authoring.md", "docs/benchmarks.md"]

_CONDITION = "where: {steps: {lt: params.fewest}}"


@pytest.fixture
def example(tmp_path, monkeypatch):
    """The file of the worked example, below a folder aturan/ of the working folder."""
    monkeypatch.chdir(tmp_path)
    file = Path("aturan/steps/too-few.yaml")
    file.parent.mkdir(parents=True)
    found = re.search(r"```yaml\n(.+?)```", GUIDE, re.DOTALL)
    assert found
    file.write_text(found[1], encoding="utf-8")
    return file


def test_the_worked_example_loads_and_proves_its_cases(example):
    """An author can begin with the example as it stands."""
    pack = load_pack(RULES, Path("aturan"))
    rule, auditor = pack.rule("KAB-01"), Auditor(pack)
    results = [run_case(auditor, rule, case, CHECKOUT / "fixtures", lambda _: []) for case in rule.cases]

    assert [] == [(result.case, result.problem) for result in results if not result.passed]
    assert {"flagged", "clean", "not-evaluated", "not-applicable"} == {case.expect for case in rule.cases}


@pytest.mark.parametrize(
    "condition",
    [
        pytest.param("where: {step: {lt: 3}}", id="field"),
        pytest.param("where: {steps: {les: 3}}", id="operator"),
        pytest.param("where: {steps: {lt: params.fewst}}", id="parameter"),
        pytest.param("where: {steps: '2'}", id="value"),
    ],
)
def test_the_errors_of_the_guide_are_those_of_the_loader(example, condition):
    """The guide quotes what an author will read."""
    text = example.read_text(encoding="utf-8")
    assert text.count(_CONDITION) == 1
    example.write_text(text.replace(_CONDITION, condition), encoding="utf-8")

    with pytest.raises(RulePackErrors) as caught:
        load_pack(RULES, Path("aturan"))

    assert str(caught.value.errors[0]) in GUIDE.splitlines()


def _commands(page):
    """Return the words after each ``patuh`` in blocks and `code` of a page, up to the first that is no command."""
    text = (CHECKOUT / page).read_text(encoding="utf-8")
    code = re.sub(r" #.*", "", "\n".join(re.findall(r"```sh.*?```|`[^`\n]+`", text, re.DOTALL)))
    return re.findall(r"(?:^|[`/ ])patuh ((?:[a-z]+ ?)+)", code, re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_pages_name_commands_that_exist(page):
    """A command of a page can be typed."""
    unknown = []
    for words in _commands(page):
        command: click.Command = main
        for word in words.split():
            if not isinstance(command, click.Group):
                break
            if word not in command.commands:
                unknown += [] if command.invoke_without_command else [words]
                break
            command = command.commands[word]

    assert [] == unknown


@pytest.mark.parametrize("page", PAGES)
def test_pages_name_scripts_that_exist(page):
    """A script of a page is there."""
    text = (CHECKOUT / page).read_text(encoding="utf-8")
    named = {name.replace(".", "/") + ".py" for name in re.findall(r"-m (scripts\.\w+)", text)}
    named |= set(re.findall(r"(?<![\w./])((?:scripts|benchmarks)/[\w.]+\w)", text))

    assert [] == sorted(name for name in named if not (CHECKOUT / name).is_file())
