"""Leave out of a text what a property of it does not need (delta debugging by lines)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

MAX_TRIES = 600
MAX_LINES = 60_000
"""Of all texts that are tried together: what bounds the time, and the same wherever it runs."""


@dataclass
class _Budget:
    tries: int = MAX_TRIES
    lines: int = MAX_LINES

    def allows(self, lines: int) -> bool:
        self.tries -= 1
        self.lines -= lines
        return self.tries >= 0 and self.lines >= 0


def minimise(lines: Sequence[str], holds: Callable[[Sequence[str]], bool]) -> list[str]:
    """
    Return lines without which *holds* would not hold any more, as far as can be found with bounded work.

    Args:
        lines: For which it holds.
        holds: Says whether some of the lines, in their order, are still enough.
    """
    left, budget = list(lines), _Budget()
    size = max(len(left) // 2, 1)
    while size:
        before = len(left)
        left = _without(left, size, holds, budget)
        if size > 1 or len(left) == before:
            size //= 2
    return left


def _without(lines: list[str], size: int, holds: Callable[[Sequence[str]], bool], budget: _Budget) -> list[str]:
    """Leave out each run of so many lines that is not needed, the last first: what stands above is a heading."""
    end = len(lines)
    while end > 0:
        start = max(end - size, 0)
        fewer = [*lines[:start], *lines[end:]]
        if fewer and budget.allows(len(fewer)) and holds(fewer):
            lines = fewer
        end = start
    return lines
