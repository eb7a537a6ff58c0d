"""YAML with the line of every key and value."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.errors import RulePackError, RulePackErrors

MAX_BYTES = 1_000_000
"""Bytes of one YAML file; the longest of ours has a tenth."""

Path_ = tuple[str | int, ...]


@dataclass(slots=True)
class Located:
    """One YAML value: plain data and the lines of its parts."""

    line: int
    value: Any = None
    """A scalar, or for a mapping dict[str, Located], for a sequence list[Located]."""
    keys: dict[str, int] = field(default_factory=dict)
    """For a mapping: the line of each key."""
    text: str = ""
    """For a scalar: as written."""

    def plain(self) -> Any:
        """Return the value without its lines."""
        if isinstance(self.value, dict):
            return {key: child.plain() for key, child in self.value.items()}
        if isinstance(self.value, list):
            return [child.plain() for child in self.value]
        return self.value

    def line_of(self, path: Path_) -> int:
        """Return the line of the part at *path*, or of the nearest part around it that exists."""
        line, node = self.line, self
        for step in path:
            if isinstance(node.value, dict) and step in node.value:
                line, node = node.keys[str(step)], node.value[str(step)]
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                line = node.line
            else:
                break
        return line


def read_yaml(path: Path, data: bytes | None = None) -> Located:
    """
    Read one YAML file; *data* are its bytes where the caller has them already.

    Raises:
        RulePackErrors: unreadable, too large, not UTF-8, not YAML, a key twice, or an anchor or alias (a few aliases
            can stand for gigabytes, and no rule needs one).
    """
    text = read_words(path, data, MAX_BYTES)
    from engine.yamlevents import located  # noqa: PLC0415 - most runs take the pack from the cache and need no parser

    return located(path, text)


def read_words(path: Path, data: bytes | None, max_bytes: int) -> str:
    """
    Read a file that people write; *data* are its bytes where the caller has them already.

    Raises:
        RulePackErrors: unreadable, too large or not UTF-8.
    """
    try:
        raw = path.read_bytes() if data is None else data
    except OSError as error:
        raise fault(path, 1, f"cannot be read: {error.strerror}") from error
    if len(raw) > max_bytes:
        raise fault(path, 1, f"larger than {max_bytes} bytes")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise fault(path, line, "not UTF-8; save the file as UTF-8") from error


def fault(path: Path, line: int, message: str) -> RulePackErrors:
    """One fault as an error to raise."""
    return RulePackErrors([RulePackError(path, line, message)])
