"""Reads the table of requirements, and finds which rules, cases and features look after each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import ValidationError

from engine.errors import RulePackErrors, suggest
from engine.pack import Pack
from engine.rulefile import RuleFile, report_validation
from engine.yamlfile import Path_, read_yaml
from schemas.requirement import Requirement, Requirements

NAME = "requirements.yaml"

_SCENARIO = re.compile(r"^\s*(?:Skenario|Garis-Besar Skenario|Scenario|Scenario Outline)\s*:\s*(.+?)\s*$")
_RULE_NAME = re.compile(r"\b[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*\b")


def read_requirements(path: Path, pack: Pack) -> tuple[Requirement, ...]:
    """
    Read one table of requirements.

    Raises:
        RulePackErrors: all its faults: of form, and names that the pack does not have.
    """
    file = RuleFile(path, read_yaml(path))
    try:
        found = Requirements.model_validate(file.node.plain()).requirements
    except ValidationError as error:
        report_validation(file, error, model=Requirements)
        raise RulePackErrors(file.errors) from error
    rules = [rule.name for rule in pack.rules]
    seen: set[str] = set()
    for index, requirement in enumerate(found):
        at: Path_ = ("requirements", index)
        if requirement.id in seen:
            file.fault((*at, "id"), f"requirement {requirement.id!r} stands twice")
        seen.add(requirement.id)
        if requirement.regulation not in pack.regulations:
            message = f"regulation {requirement.regulation!r} is not in rules/regulations.yaml"
            file.fault((*at, "regulation"), message + suggest(requirement.regulation, pack.regulations))
        for place, name in enumerate(requirement.rules):
            if name not in rules:
                file.fault((*at, "rules", place), f"no such rule: {name!r}{suggest(name, rules)}")
    if file.errors:
        raise RulePackErrors(file.errors)
    return found


def scenarios(folder: Path) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return for each rule the scenarios that name it: file and title."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for path in sorted(folder.glob("*.feature")):
        title = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            scenario = _SCENARIO.match(line)
            title = scenario[1] if scenario else title
            if not scenario and title:
                for name in _RULE_NAME.findall(line):
                    found.setdefault(name, {})[path.name, title] = None
    return {name: tuple(places) for name, places in found.items()}
