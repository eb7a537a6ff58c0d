"""Charts of the HTML report: drawn by pygal, to SVG that takes its colours from the page."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import pygal
from markupsafe import Markup

from reports.words import harmless

sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, pygal.PluginImportFixer)]
"""pygal's finder of its maps is of a kind that Python warns of at every import, and that later versions do not ask."""

WIDTH: Final = 380
"""User units; the page scales the chart, and on a narrow phone its words are still legible."""
_BAR: Final = 27
_MARGIN: Final = 6
_AXIS: Final = 26
"""What pygal keeps free for the numbers below the bars, which stand beside them here."""
_LABEL: Final = 22
"""Characters of a label; the table below the chart has all of it."""
_TEXT_SIZE: Final = "13"
_ROOM_FOR_VALUES: Final = Decimal("1.18")
"""The longest bar leaves room for its number."""
_COLOURS: Final = {
    "critical": "#a4161a", "major": "#b04a00", "minor": "#14607a", "advice": "#4a5568", "good": "#1d6b3a",
    "plain": "#1a4f9c",
}  # fmt: skip
"""Where a program knows no style sheet; the page has the same names."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar."""

    label: str
    value: Decimal
    shown: str
    """The value as the page prints it."""
    colour: str = "plain"
    """A class of the style sheet."""


def bar_chart(name: str, title: str, bars: Sequence[Bar], *, most: Decimal | None = None) -> Markup:
    """
    Draw bars from top to bottom.

    Args:
        name: Of the chart, unique in the page; its ids begin with it.
        title: What screen readers say.
        bars: At least one.
        most: The end of the scale; that of the longest bar when left out.
    """
    rows = [*reversed(bars)]
    end = (most or max(bar.value for bar in bars) or Decimal(1)) * _ROOM_FOR_VALUES
    chart = pygal.HorizontalBar(
        width=WIDTH,
        height=_BAR * len(bars) + _AXIS,
        margin=_MARGIN,
        spacing=4,
        range=(0, float(end)),
        js=(),
        css=(),
        no_prefix=True,
        disable_xml_declaration=True,
        show_legend=False,
        show_y_guides=False,
        print_values=True,
        print_values_position="top",
        truncate_label=-1,
        style=pygal.style.Style(label_font_size=int(_TEXT_SIZE), value_font_size=int(_TEXT_SIZE)),
    )
    chart.x_labels = [_short(harmless(bar.label)) for bar in rows]
    chart.add("", [float(bar.value) for bar in rows])
    chart.add_xml_filter(_cleaned(name, title, rows))
    return Markup(chart.render(is_unicode=True))  # noqa: S704 - made by pygal, which escapes words


def _short(label: str) -> str:
    return label if len(label) <= _LABEL else f"{label[: _LABEL - 1].rstrip()}…"


def _cleaned(name: str, title: str, rows: Sequence[Bar]) -> Callable[[Any], Any]:
    """
    Return what makes pygal's drawing fit into a page.

    Without its style sheet, script and tooltips, which the policy of the page forbids, without the day it was drawn on,
    and with words for those who cannot see it.
    """

    def clean(root: Any) -> Any:
        for child in list(root):
            if _tag(child) != "g":
                root.remove(child)
        said = root.makeelement("title", {"id": f"{name}-title"})
        said.text = title
        root.insert(0, said)
        _without(
            root, lambda node: _tag(node) == "desc" or _classes(node) & {"tooltip-overlay", "background", "titles"}
        )
        _without(root, lambda node: {"axis", "x"} <= _classes(node))
        for guides in root.iter():
            if "guides" in _classes(guides):
                _without(guides, lambda node: _tag(node) == "title")
        for node in root.iter():
            _dress(node)
        bars = [node for node in root.iter() if "rect" in _classes(node)]
        values = [node for node in root.iter() if "value" in _classes(node)]
        for row, bar, value in zip(rows, bars, values, strict=True):
            bar.set("class", f"bar {row.colour}")
            bar.set("fill", _COLOURS[row.colour])
            value.set("text-anchor", "start")
            value.text = row.shown
        root.set("viewBox", f"0 0 {WIDTH} {_BAR * len(rows) + _MARGIN}")
        root.set("id", name)
        root.set("class", "chart")
        root.set("role", "img")
        root.set("aria-labelledby", f"{name}-title")
        return root

    return clean


def _without(root: Any, unwanted: Callable[[Any], object]) -> None:
    for parent in list(root.iter()):
        for child in list(parent):
            if unwanted(child):
                parent.remove(child)


def _dress(node: Any) -> None:
    """Say as attributes what pygal says in its style sheet."""
    if _tag(node) == "text":
        node.set("font-size", _TEXT_SIZE)
        node.set("fill", "currentColor")
        if "value" not in _classes(node):
            node.set("text-anchor", "end")
    node.attrib.pop("style", None)
    if node.get("class") == "":
        del node.attrib["class"]


def _tag(node: Any) -> str:
    """Its name without the namespace; nothing for comments."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _classes(node: Any) -> set[str]:
    return set((node.get("class") or "").split())
