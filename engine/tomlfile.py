"""
TOML with the line of every key.

`tomllib` tells no lines, so each statement (a line, or the lines of a value that goes on) is parsed by itself as well;
what it defines stands in its first line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engine.yamlfile import Located, fault, read_words

MAX_BYTES = 100_000
"""Bytes of one file of settings."""
MAX_LINES_OF_VALUE = 300
"""A value that goes on for longer is not looked into; its faults are told at the table around it."""

_LINE = re.compile(r"at line (\d+)")
_Lines = dict[tuple[str, ...], int]


def read_toml(path: Path) -> Located:
    """
    Read one TOML file.

    Raises:
        RulePackErrors: unreadable, too large, not UTF-8 or not TOML.
    """
    text = read_words(path, None, MAX_BYTES)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        last = text.count("\n") + 1
        raise fault(path, int(found[1]) if found else last, f"not TOML: {error}") from error
    except RecursionError as error:
        raise fault(path, 1, "nested too deep") from error
    return _located(values, _lines(text), (), 1)


def _located(value: Any, lines: _Lines, path: tuple[str, ...], line: int) -> Located:
    if isinstance(value, dict):
        keys = {key: lines.get((*path, key), line) for key in value}
        children = {key: _located(child, lines, (*path, key), keys[key]) for key, child in value.items()}
        return Located(line, children, keys)
    if isinstance(value, list):
        return Located(line, [_located(child, lines, path, line) for child in value])
    return Located(line, value, text=str(value))


def _lines(text: str) -> _Lines:
    """Return the line in which each key is named first."""
    found: _Lines = {}
    table: tuple[str, ...] = ()
    for line, statement, values in _statements(text):
        header = statement.lstrip().startswith("[")
        paths = list(_paths(values, () if header else table))
        if header:
            table = paths[-1]
        for path in paths:
            found.setdefault(path, line)
    return found


def _statements(text: str) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Yield line, text and values of each statement."""
    lines = text.replace("\r\n", "\n").split("\n")
    start = 0
    while start < len(lines):
        for end in range(start + 1, min(len(lines), start + MAX_LINES_OF_VALUE) + 1):
            statement = "\n".join(lines[start:end])
            try:
                values = tomllib.loads(statement)
            except tomllib.TOMLDecodeError:
                continue
            if values:
                yield start + 1, statement, values
            start = end
            break
        else:
            return


def _paths(value: Any, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if isinstance(value, list):  # [[table]]
        value = value[0] if value else None
    if isinstance(value, dict):
        for key, child in value.items():
            yield (*path, key)
            yield from _paths(child, (*path, key))
