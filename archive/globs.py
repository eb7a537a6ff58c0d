"""Patterns of folders: ``*`` stands for part of a name, ``**`` for any folders; all else for itself."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property

PACKED = ".zip"
"""A ZIP archive is opened like a folder, so its name without this is that of a folder."""

_ABSOLUTE = re.compile(r"^(?:[/~]|[A-Za-z]:)")
_STARS = re.compile(r"\*\*|\*")


def problem_of(pattern: str) -> str | None:
    """Say what keeps *pattern* from being one below the archive; None where nothing does."""
    if "\\" in pattern:
        return f"{pattern!r}: write / between the names of folders"
    if _ABSOLUTE.match(pattern):
        return f"{pattern!r} must be relative to the archive"
    if ".." in pattern.split("/"):
        return f"{pattern!r} leads out of the archive"
    if "\0" in pattern:
        return f"{pattern!r} holds a character that no name has"
    if any("**" in part and part != "**" for part in pattern.split("/")):
        return f"{pattern!r}: ** stands for whole folders, as in '**/sop'"
    return None


def folded(path: str) -> tuple[str, ...]:
    """Return the parts of a path as they are compared: capitals aside, ``.``, empty parts and ``.zip`` left out."""
    plain = path if path.isascii() else unicodedata.normalize("NFC", path)
    return tuple(unpacked(part.casefold()) for part in plain.split("/") if part not in ("", "."))


def unpacked(part: str) -> str:
    """Return the name of a folder, also of one that is packed."""
    return part[: -len(PACKED)] if part[-len(PACKED) :].lower() == PACKED and len(part) > len(PACKED) else part


@dataclass(frozen=True)
class Glob:
    """A pattern that has no problem."""

    pattern: str
    parts: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        parts = folded(self.pattern)
        while parts[-1:] == ("**",):  # what lies below belongs to it anyway
            parts = parts[:-1]
        object.__setattr__(self, "parts", parts)

    @cached_property
    def letters(self) -> int:
        """How much of it stands for itself: of two patterns for one folder, the one with more says more."""
        return sum(len(part.replace("*", "")) for part in self.parts)

    @property
    def plain(self) -> bool:
        """Whether it stands for one path only."""
        return not any("*" in part for part in self.parts)

    def depth(self, parts: tuple[str, ...]) -> int | None:
        """Return how many of the folded *parts* of a path the pattern covers at most; None where it does not match."""
        if self.plain:
            return len(self.parts) if parts[: len(self.parts)] == self.parts else None
        for end in range(len(parts), -1, -1):
            if self._regex.fullmatch("".join(f"{part}/" for part in parts[:end])):
                return end
        return None

    def covers(self, parts: tuple[str, ...]) -> bool:
        """Tell whether a path is what the pattern stands for, or below it."""
        return self.depth(parts) is not None

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        return re.compile("".join(_part_regex(part) for part in self.parts), re.DOTALL)


def _part_regex(part: str) -> str:
    if part == "**":
        return "(?:[^/]+/)*"
    pieces = [re.escape(piece) for piece in part.split("*")]
    return "[^/]*".join(pieces) + "/"


def meet(one: Glob, other: Glob) -> bool:
    """Tell whether some folder is what both patterns stand for."""
    return _meet(one.parts, other.parts)


def _meet(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Row by row: which beginnings of both can stand for the same folders."""
    row = [True, *(_all_any(other[: at + 1]) for at in range(len(other)))]
    for part in one:
        below = [row[0] and part == "**"]
        for at, beside in enumerate(other):
            any_here = part == "**" and (row[at + 1] or below[at])
            any_there = beside == "**" and (row[at + 1] or below[at])
            same = row[at] and "**" not in (part, beside) and _names_meet(part, beside)
            below.append(any_here or any_there or same)
        row = below
    return row[-1]


def _all_any(parts: tuple[str, ...]) -> bool:
    return all(part == "**" for part in parts)


def _names_meet(one: str, other: str) -> bool:
    """The same of two names of folders, letter by letter."""
    row = [True, *(set(other[: at + 1]) <= {"*"} for at in range(len(other)))]
    for sign in one:
        below = [row[0] and sign == "*"]
        for at, beside in enumerate(other):
            free = "*" in (sign, beside) and (row[at + 1] or below[at])
            below.append(free or (row[at] and sign == beside and sign != "*"))
        row = below
    return row[-1]
