"""Two scenarios of one name in a feature file: the first would be lost without a word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gherkin.parser import Parser
from gherkin.token_scanner import TokenScanner


class DuplicateScenarioError(Exception):
    """A name stands twice; the message gives file and line of each."""


def refuse_duplicates(folder: Path) -> None:
    """
    Look through all feature files below *folder*.

    Raises:
        DuplicateScenarioError: With one line for every scenario whose name stands above it already.
    """
    wrong = [line for path in sorted(folder.rglob("*.feature")) for line in duplicates(path)]
    if wrong:
        raise DuplicateScenarioError("\n".join(wrong))


def duplicates(path: Path) -> Iterator[str]:
    """``file:line: message`` for each scenario whose name the same file used before."""
    seen: dict[str, int] = {}
    for name, line in _scenarios(path):
        if name in seen:
            yield f"{path}:{line}: skenario {name!r} sudah ada pada baris {seen[name]}"
        else:
            seen[name] = line


def _scenarios(path: Path) -> Iterator[tuple[str, int]]:
    document: Any = Parser().parse(TokenScanner(path.read_text(encoding="utf-8")))
    for child in (document["feature"] or {"children": []})["children"]:
        for item in child["rule"]["children"] if "rule" in child else [child]:
            if "scenario" in item:
                yield " ".join(item["scenario"]["name"].split()), item["scenario"]["location"]["line"]
