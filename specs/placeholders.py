"""
Names between < and > in steps of an outline.

They are found and filled as pytest-bdd does (`pytest_bdd.parser.render_string`), in time that grows with the length of
the text: its expression starts anew at each < and looks at all that follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping


def names(text: str) -> Iterator[str]:
    """Yield the names in a text, in their order."""
    yield from (name for _, _, name in _found(text))


def filled(text: str, row: Mapping[str, str]) -> str:
    """Return the text with the words of a row; a name that the row does not have stands for itself."""
    parts, at = [], 0
    for begin, end, name in _found(text):
        parts += [text[at:begin], row.get(name, text[begin:end])]
        at = end
    return "".join([*parts, text[at:]])


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    """Begin, end, and name of each; a name is on one line and not empty."""
    at = 0
    while (begin := text.find("<", at)) >= 0:
        line_end = text.find("\n", begin)
        line_end = len(text) if line_end < 0 else line_end
        end = text.find(">", begin + 2, line_end)
        if end >= 0:
            yield begin, end + 1, text[begin + 1 : end]
        at = end + 1 if end >= 0 else line_end
