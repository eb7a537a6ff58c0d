"""
From the events of a YAML file to its values with their lines.

Built from the event stream, not from PyYAML's composer: events are read without recursion, so a file that nests a
hundred thousand brackets is refused instead of overflowing the stack, and the lines come for nothing.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import yaml
from yaml.resolver import Resolver

from engine.errors import RulePackError, RulePackErrors
from engine.yamlfile import Located, fault

MAX_NODES = 50_000
"""Keys and values of one file."""
MAX_DEPTH = 24
"""Levels of nesting; a rule needs eight."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is ten times as fast, where PyYAML has it
_resolve: Any = Resolver().resolve  # not typed
_TRUE = frozenset({"yes", "true", "on", "y"})


def located(path: Path, text: str) -> Located:
    """
    Parse a text.

    Raises:
        RulePackErrors: it is no YAML, or YAML that no rule needs; see `engine.yamlfile.read_yaml`.
    """
    try:
        return _Builder(path).build(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise fault(path, mark.line + 1 if mark else 1, f"not YAML: {problem}") from error


class _Builder:
    """Puts the events of one file together."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._errors: list[RulePackError] = []
        self._stack: list[tuple[Located, list[tuple[str, int]]]] = []  # container, the key that waits for its value
        self._root: Located | None = None
        self._nodes = 0

    def build(self, text: str) -> Located:
        for event in yaml.parse(text, Loader=_LOADER):
            self._take(event)
        if self._errors:
            raise RulePackErrors(self._errors)
        if self._root is None:
            raise fault(self._path, 1, "the file is empty")
        return self._root

    def _take(self, event: Any) -> None:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise fault(self._path, line, "anchors and aliases are not allowed; write the value out")
        if isinstance(event, yaml.ScalarEvent):
            self._add(_scalar(event, line), line)
        elif isinstance(event, yaml.MappingStartEvent):
            self._open(Located(line, {}), line)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open(Located(line, []), line)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._stack.pop()
        elif isinstance(event, yaml.DocumentStartEvent) and self._root is not None:
            raise fault(self._path, line, "a second YAML document (---) in one file")

    def _open(self, node: Located, line: int) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise fault(self._path, line, f"nested deeper than {MAX_DEPTH} levels")
        self._add(node, line)
        self._stack.append((node, []))

    def _add(self, node: Located, line: int) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise fault(self._path, line, f"more than {MAX_NODES} keys and values")
        if not self._stack:
            self._root = node
            return
        container, waiting = self._stack[-1]
        if isinstance(container.value, list):
            container.value.append(node)
        elif waiting:
            self._put(container, *waiting.pop(), node)
        elif isinstance(node.value, dict | list):
            raise fault(self._path, line, "a key must be a plain word")
        else:
            waiting.append((node.text, line))

    def _put(self, container: Located, key: str, line: int, node: Located) -> None:
        if key in container.value:
            message = f"key {key!r} stands twice, first in line {container.keys[key]}"
            self._errors.append(RulePackError(self._path, line, message))
            return
        container.value[key] = node
        container.keys[key] = line


def _scalar(event: Any, line: int) -> Located:
    text: str = event.value
    tag: str = event.tag or _resolve(yaml.ScalarNode, text, event.implicit)
    return Located(line, _value(tag.rpartition(":")[2], text), text=text)


def _value(tag: str, text: str) -> Any:
    """Dates stay words as written; numbers with a point are Decimal."""
    if tag == "null":
        return None
    if tag == "bool":
        return text.lower() in _TRUE
    try:
        if tag == "int":
            return int(text.replace("_", ""), 10)
        if tag == "float":
            return Decimal(text.replace("_", ""))
    except (ValueError, InvalidOperation):  # 0x1F, 1:30 and .inf: numbers in YAML, words to everybody else
        return text
    return text
