"""The rules of patuh, read once for all tests of a process: a third of a second, and nothing changes them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from engine.pack import Pack, load_pack

_RULES = Path(__file__).resolve().parent.parent / "rules"


@cache
def rules_pack() -> Pack:
    """All of them, with their cases."""
    return load_pack(_RULES)
