"""Reads the table of requirements."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from engine.errors import RulePackErrors, suggest
from engine.pack import Pack
from engine.rulefile import RuleFile, report_validation
from engine.yamlfile import Path_, read_yaml
from schemas.requirement import Requirement, Requirements

NAME = "requirements.yaml"


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
