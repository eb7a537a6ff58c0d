"""A YAML file that people write for the nightly audit -> its model, every fault with its line."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from engine.errors import RulePackErrors
from engine.rulefile import RuleFile, report_validation
from engine.yamlfile import MAX_BYTES, Located, read_words, read_yaml

_M = TypeVar("_M", bound=BaseModel)


class DeclaredErrors(RulePackErrors):
    """All faults of such a file."""

    what = "berkas pengaturan arsip"


def read_declared(path: Path, model: type[_M]) -> tuple[_M, RuleFile]:
    """
    Read one file; one in which nothing stands but comments declares nothing.

    Returns:
        What it declares, and the file with its lines, for faults in what the names in it mean.

    Raises:
        DeclaredErrors: The file cannot be read, is no YAML, or is of another shape.
    """
    try:
        file = RuleFile(path, _node(path))
    except RulePackErrors as error:
        raise DeclaredErrors(error.errors) from error
    if not isinstance(file.node.value, dict):
        file.fault((), "the file is a list of 'key: value' lines")
        raise DeclaredErrors(file.errors)
    given = {key: value for key, value in file.node.plain().items() if value is not None}
    try:
        return model.model_validate(given), file
    except ValidationError as error:
        report_validation(file, error, model=model)
        raise DeclaredErrors(file.errors) from error


def checked(file: RuleFile) -> None:
    """
    End with the faults that were noted, if any.

    Raises:
        DeclaredErrors: All of them.
    """
    if file.errors:
        raise DeclaredErrors(file.errors)


def _node(path: Path) -> Located:
    text = read_words(path, None, MAX_BYTES)
    if all(line.strip() in ("", "---") or line.lstrip().startswith("#") for line in text.splitlines()):
        return Located(1, {})
    return read_yaml(path, text.encode())
