"""What pygal drew, made fit for a page: without style sheet, script and tooltips, which its policy forbids."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, Final

import pygal

sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, pygal.PluginImportFixer)]
"""pygal's finder of its maps is of a kind that Python warns of at every import, and that later versions do not ask."""

TEXT_SIZE: Final = "13"


def without(root: Any, unwanted: Callable[[Any], object]) -> None:
    """Take out what is unwanted, with all in it."""
    for parent in list(root.iter()):
        for child in list(parent):
            if unwanted(child):
                parent.remove(child)


def dress(node: Any) -> None:
    """Say as attributes what pygal says in its style sheet."""
    if tag(node) == "text":
        node.set("font-size", TEXT_SIZE)
        node.set("fill", "currentColor")
        if "value" not in classes(node):
            node.set("text-anchor", "end")
    node.attrib.pop("style", None)
    if node.get("class") == "":
        del node.attrib["class"]


def tag(node: Any) -> str:
    """Its name without the namespace; nothing for comments."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def classes(node: Any) -> set[str]:
    """The classes of a node."""
    return set((node.get("class") or "").split())
