"""
A feature file as its text: scenarios, steps, tags, and where each stands.

pytest-bdd reads it again to run it; this is for looking for mistakes and for traceability, without running anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gherkin.errors import CompositeParserException, ParserError
from gherkin.parser import Parser
from gherkin.token_scanner import TokenScanner

from specs.vocabulary import Moment

MAX_BYTES = 2 * 1024 * 1024
"""A feature file is not larger."""
SUFFIX = ".feature"
_FENCES = ('"""', "```")
_MOMENTS: Mapping[str, Moment] = {"Context": "given", "Action": "when", "Outcome": "then"}


class FeatureError(Exception):
    """A file that cannot be read as a feature; the message is Gherkin's own."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(frozen=True)
class StepText:
    """One step as written."""

    keyword: str
    moment: Moment
    text: str
    line: int
    table: tuple[tuple[str, ...], ...] | None = None
    doc: str | None = None


@dataclass(frozen=True)
class ExamplesText:
    """A table of examples of an outline."""

    line: int
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_lines: tuple[int, ...]
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class ScenarioText:
    """One scenario as written, with the steps of the background before its own."""

    name: str
    line: int
    steps: tuple[StepText, ...]
    tags: tuple[tuple[str, int], ...]
    """Without @, of the feature too, and the line of each."""
    outline: bool
    examples: tuple[ExamplesText, ...] = ()
    description: str = ""


@dataclass(frozen=True)
class FeatureText:
    """One feature file as written."""

    path: Path
    language: str
    name: str
    line: int
    scenarios: tuple[ScenarioText, ...]


def read_feature(path: Path) -> FeatureText:
    """
    Read a feature file.

    Raises:
        FeatureError: It is no feature.
        OSError: It cannot be opened.
    """
    data = path.read_bytes()[: MAX_BYTES + 1]
    if len(data) > MAX_BYTES:
        raise FeatureError(1, "too large")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FeatureError(data[: error.start].count(b"\n") + 1, "not UTF-8") from error
    try:
        document: Any = Parser().parse(TokenScanner(text))
    except CompositeParserException as error:
        first = error.errors[0]
        raise FeatureError(first.location["line"], str(first)) from error
    except ParserError as error:
        raise FeatureError(1, str(error)) from error
    feature = document["feature"]
    if feature is None:
        raise FeatureError(1, "no feature")
    return _feature(path, feature)


def block_line(path: Path, step: int) -> int:
    """Return the line in which the block of text below the step of line *step* begins; *step* where there is none."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return step
    below = (at for at in range(step, len(lines)) if lines[at].lstrip().startswith(_FENCES))
    return next((at + 2 for at in below), step)


def _feature(path: Path, node: Mapping[str, Any]) -> FeatureText:
    scenarios = tuple(_scenarios(node["children"], (), _tags(node)))
    return FeatureText(path, node["language"], node["name"].strip(), node["location"]["line"], scenarios)


def _scenarios(
    children: Sequence[Mapping[str, Any]], before: tuple[StepText, ...], tags: tuple[tuple[str, int], ...]
) -> Iterator[ScenarioText]:
    for child in children:
        if "background" in child:
            before = (*before, *_steps(child["background"]["steps"]))
        elif "rule" in child:
            yield from _scenarios(child["rule"]["children"], before, (*tags, *_tags(child["rule"])))
        elif "scenario" in child:
            yield _scenario(child["scenario"], before, tags)


def _scenario(node: Mapping[str, Any], before: tuple[StepText, ...], tags: tuple[tuple[str, int], ...]) -> ScenarioText:
    return ScenarioText(
        name=" ".join(node["name"].split()),
        line=node["location"]["line"],
        steps=(*before, *_steps(node["steps"])),
        tags=(*tags, *_tags(node)),
        outline=node["keyword"].strip() not in _PLAIN,
        examples=tuple(map(_examples, node["examples"])),
        description=node["description"],
    )


_PLAIN = frozenset({"Skenario", "Scenario", "Example"})


def _examples(node: Mapping[str, Any]) -> ExamplesText:
    head = node.get("tableHeader")
    body = node.get("tableBody") or []
    return ExamplesText(
        line=node["location"]["line"],
        heads=_cells(head) if head else (),
        rows=tuple(map(_cells, body)),
        row_lines=tuple(row["location"]["line"] for row in body),
        tags=tuple(tag for tag, _ in _tags(node)),
    )


def _cells(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(cell["value"] for cell in row["cells"])


def _tags(node: Mapping[str, Any]) -> tuple[tuple[str, int], ...]:
    return tuple((tag["name"].removeprefix("@"), tag["location"]["line"]) for tag in node["tags"])


def _steps(nodes: Sequence[Mapping[str, Any]]) -> Iterator[StepText]:
    moment: Moment = "given"
    for node in nodes:
        moment = _MOMENTS.get(node["keywordType"], moment)
        table, doc = node.get("dataTable"), node.get("docString")
        yield StepText(
            keyword=node["keyword"].strip(),
            moment=moment,
            text=node["text"],
            line=node["location"]["line"],
            table=tuple(map(_cells, table["rows"])) if table else None,
            doc=doc["content"] if doc else None,
        )
