"""Which scenarios of the feature files are run, where not all are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from specs.reading import FeatureText, ScenarioText

Place = tuple[int, int]
"""Of a scenario in its file: line, and row of the examples (0: none), as `schemas.spec.ScenarioResult` has them."""


@dataclass(frozen=True)
class Picking:
    """What the scenarios have that are asked for; nothing asked for: all are run. Capitals do not matter."""

    tags: tuple[str, ...] = ()
    """One of these, with or without @; none: whatever tags."""
    names: tuple[str, ...] = ()
    """One of these stands in the name; none: whatever name."""

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.tags or self.names)

    def places(self, feature: FeatureText) -> frozenset[Place]:
        """Where the scenarios of a feature stand that are asked for."""
        return frozenset(
            (one.line, row)
            for one in feature.scenarios
            for row, name, tags in _runs(one)
            if self._tagged(tags) and self._named(name)
        )

    def _tagged(self, tags: Iterable[str]) -> bool:
        own = set(map(_tag, tags))
        return not self.tags or any(_tag(tag) in own for tag in self.tags)

    def _named(self, name: str) -> bool:
        return not self.names or any(_plain(words) in _plain(name) for words in self.names)


def _tag(tag: str) -> str:
    return tag.strip().removeprefix("@").casefold()


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _runs(one: ScenarioText) -> Iterator[tuple[int, str, list[str]]]:
    """Row, name and tags of a scenario for each row of its examples; once with row 0 where it has none."""
    tags = [tag for tag, _ in one.tags]
    row = 0
    for table in one.examples:
        for cells in table.rows:
            row += 1
            name = one.name
            for head, cell in zip(table.heads, cells, strict=False):
                name = name.replace(f"<{head}>", cell)
            yield row, name, [*tags, *table.tags]
    if not row:
        yield 0, one.name, tags
