"""Parts as Markdown and as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.media.parts import Cell, Figure, Grid, Heading, Items, Lines, Part

TICK, MARK = "V", "●"


def markdown(parts: Iterable[Part]) -> bytes:
    """Parts with tables of pipes."""
    return ("\n\n".join("\n".join(_marked(part)) for part in parts) + "\n").encode()


def plain(parts: Iterable[Part]) -> bytes:
    """Parts with tables of tabs."""
    return ("\n\n".join("\n".join(_plain(part)) for part in parts) + "\n").encode()


def mark_of(figure: Figure) -> str:
    """What a text shows for a figure: its words, a letter for a tick, a dot for what it cannot draw."""
    return TICK if figure.kind == "tick" else figure.words or MARK


def _marked(part: Part) -> Iterator[str]:
    if isinstance(part, Heading):
        yield f"# {part.text}" if part.level == 1 else f"**{part.text}**"
    elif isinstance(part, Items):
        yield from _numbered(part.items)
    elif isinstance(part, Lines):
        yield from part.lines
    else:
        yield from _pipes(part)


def _pipes(grid: Grid) -> Iterator[str]:
    for at, cells in enumerate(grid.rows):
        yield f"| {' | '.join(_cell(cell, '<br>') for cell in cells)} |"
        if at == 0:
            yield "|" + "---|" * len(cells)


def _plain(part: Part) -> Iterator[str]:
    if isinstance(part, Heading):
        yield part.text
    elif isinstance(part, Items):
        yield from _numbered(part.items)
    elif isinstance(part, Lines):
        yield from part.lines
    else:
        for cells in part.rows:
            yield "\t".join(_cell(cell, " ") for cell in cells)


def _cell(cell: Cell | None, between: str) -> str:
    if cell is None:
        return ""
    if cell.figure is not None:
        return mark_of(cell.figure)
    text = between.join([*cell.lines, *_numbered(cell.items)])
    return f"**{text}**" if cell.bold and between == "<br>" and text and len(cell.lines) == 1 else text


def _numbered(items: Iterable[str]) -> list[str]:
    return [f"{at}. {item}" for at, item in enumerate(items, 1)]
