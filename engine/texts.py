"""Texts with places to fill in: ``{alias.name}`` and ``{params.name}``, nothing else."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from engine.auditday import Elapsed, Passing
from schemas.facts import Fact, Scalar

_PLACE = re.compile(r"\{([^{}]*)\}")
_NAMES = re.compile(r"([a-z_][a-z0-9_]*)\.([a-z_][a-z0-9_]*)")


def places(text: str) -> list[tuple[str, str] | str]:
    """Return (alias, name) for each place to fill in, in order; what is no such pair comes as written."""
    found: list[tuple[str, str] | str] = []
    for inside in _PLACE.findall(text):
        names = _NAMES.fullmatch(inside)
        found.append((names[1], names[2]) if names else inside)
    rest = _PLACE.sub("", text)
    return found + [brace for brace in "{}" if brace in rest]


class Template:
    """One text, cut at its places once, so that filling it in is a join."""

    __slots__ = ("_parts",)

    def __init__(
        self,
        text: str,
        aliases: Mapping[str, int],
        params: Mapping[str, int | str],
        leave_out: Collection[tuple[str, str]] = (),
    ) -> None:
        """
        Cut *text*.

        Args:
            text: The text.
            aliases: The position of each alias among the facts that `fill` gets.
            params: The parameters of the rule.
            leave_out: Alias and name of places that stay empty.
        """
        parts: list[str | tuple[int, str]] = []
        end = 0
        for match in _PLACE.finditer(text):
            alias, name = match[1].split(".")
            parts.append(text[end : match.start()])
            end = match.end()
            if (alias, name) in leave_out:
                continue
            parts.append(str(params[name]) if alias == "params" else (aliases[alias], name))
        parts.append(text[end:])
        self._parts = _merged(parts)

    def fill(self, facts: Sequence[Fact]) -> str:
        """Return the text with the words, or else the fields, of the bound facts."""
        return "".join([part if isinstance(part, str) else _word(facts[part[0]], part[1]) for part in self._parts])


def _merged(parts: Sequence[str | tuple[int, str]]) -> tuple[str | tuple[int, str], ...]:
    merged: list[str | tuple[int, str]] = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        else:
            merged.append(part)
    return tuple(merged)


def _word(fact: Fact, name: str) -> str:
    word: Scalar = fact.words.get(name)
    if word is None:
        word = fact.fields[name]
    if isinstance(word, Elapsed | Passing):
        word.told()
    return str(word)
