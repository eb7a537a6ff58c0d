"""What offices of an archive owe: `archive.yaml` as a scenario has it."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from engine.errors import RulePackErrors
from engine.rulefile import RuleFile, report_validation
from engine.yamlfile import read_yaml
from schemas.archive import ArchiveLayout
from specs.claims import MistakeError
from specs.rule_words import in_indonesian


def read_layout(text: str, place: tuple[Path, int]) -> ArchiveLayout:
    """
    Read the settings of an archive.

    Args:
        text: As `archive.yaml`.
        place: The feature file, and the line of it in which *text* begins.

    Raises:
        MistakeError: All its faults, each with its line in the feature file.
    """
    path, first = place
    try:
        file = RuleFile(path, read_yaml(path, text.encode()))
        try:
            declared = ArchiveLayout.model_validate(file.node.plain())
        except ValidationError as error:
            report_validation(file, error, model=ArchiveLayout)
            raise RulePackErrors(file.errors) from error
    except RulePackErrors as error:
        lines = [f"baris {one.line + first - 1}: {in_indonesian(one.message)}" for one in error.errors]
        raise MistakeError(f"Pengaturan arsip keliru: {'; '.join(lines)}") from error
    return declared
