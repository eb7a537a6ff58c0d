"""Which files and rules a feature file names, told from its words alone: of a file that is half written, too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from schemas.rule import Rule
from specs.reading import MAX_BYTES

_QUOTED = re.compile(r"\"([^\"\n]{1,250})\"|'([^'\n]{1,250})'|“([^”\n]{1,250})”")
_RULE_WORD = re.compile(r"[\w/.-]+")
_KEPT = 4096


def named_files(path: Path) -> set[Path]:
    """Return what may be a file in the words of the feature file at *path* (absolute), whether it is there or not."""
    folder = path.parent
    return {folder / name for name in _words(path)[0]}


def names_any(path: Path, rules: Iterable[Rule]) -> bool:
    """Tell whether a feature file names one of these rules, by its name, its code, or in a tag."""
    words = _words(path)[1]
    return any(not words.isdisjoint((rule.name, rule.code, f"aturan-{rule.code}")) for rule in rules)


def _words(path: Path) -> tuple[frozenset[str], frozenset[str]]:
    try:
        state = path.stat()
        return _read(path, state.st_mtime_ns, state.st_size)
    except (OSError, ValueError):
        return frozenset(), frozenset()


@lru_cache(_KEPT)
def _read(path: Path, _changed: int, _size: int) -> tuple[frozenset[str], frozenset[str]]:
    """Quoted words with a dot in them, and words that may be the name of a rule."""
    with path.open("rb") as stream:
        text = stream.read(MAX_BYTES).decode("utf-8", "replace")
    quoted = ("".join(groups) for groups in _QUOTED.findall(text))
    names = frozenset(name for name in quoted if "." in name.strip(". ") and "\0" not in name)
    return names, frozenset(_RULE_WORD.findall(text))
