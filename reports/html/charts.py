"""Charts of the HTML report: drawn by pygal, to SVG that takes its colours from the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import pygal
from markupsafe import Markup

from reports.html.drawing import TEXT_SIZE, classes, dress, tag, without
from reports.words import harmless

WIDTH: Final = 380
"""User units; the page scales the chart, and on a narrow phone its words are still legible."""
_BAR: Final = 27
_MARGIN: Final = 6
_SPACING: Final = 4
_AXIS: Final = 26
"""What pygal keeps free for the numbers below the bars, which stand beside them here."""
_LABEL: Final = 22
"""Characters of a line of a label."""
_LINES: Final = 4
"""Of a label; the table below the chart has all of it."""
_LINE: Final = 14
"""Units from one line of a label to the next."""
_CAPITAL: Final = Decimal("1.25")
"""As wide as so many small letters."""
_WIDER: Final = Decimal("1.9")
"""Units by which a capital is wider than pygal reckons."""
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
    labels = [_lines(harmless(bar.label)) for bar in rows]
    step = max(_BAR, _LINE * max(map(len, labels)) + _SPACING)
    end = (most or max(bar.value for bar in bars) or Decimal(1)) * _ROOM_FOR_VALUES
    chart = pygal.HorizontalBar(
        width=WIDTH,
        height=step * len(bars) + _AXIS,
        margin=_MARGIN,
        margin_left=_MARGIN + max(int(_WIDER * sum(map(str.isupper, line))) for lines in labels for line in lines),
        spacing=_SPACING,
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
        style=pygal.style.Style(label_font_size=int(TEXT_SIZE), value_font_size=int(TEXT_SIZE)),
    )
    chart.x_labels = [max(lines, key=len) for lines in labels]
    chart.add("", [float(bar.value) for bar in rows])
    chart.add_xml_filter(_cleaned(name, title, rows, labels, step))
    return Markup(chart.render(is_unicode=True))  # noqa: S704 - made by pygal, which escapes words


def _lines(label: str) -> list[str]:
    """Break a label into lines, and cut it where there would be too many."""
    lines = [""]
    for word in label.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _width(longer) > _LABEL:
            lines.append(word)
        else:
            lines[-1] = longer
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], f"{lines[_LINES - 1]} …"]
    return [_short(line) for line in lines]


def _width(words: str) -> Decimal:
    """In small letters; pygal takes capitals for as wide as those, which they are not."""
    return sum((_CAPITAL if letter.isupper() else Decimal(1) for letter in words), Decimal())


def _short(line: str) -> str:
    """Cut a line, of which one word is too long."""
    while _width(line) > _LABEL + 1:
        line = f"{line.removesuffix('…')[:-1].rstrip()}…"
    return line


def _cleaned(
    name: str, title: str, rows: Sequence[Bar], labels: Sequence[Sequence[str]], step: int
) -> Callable[[Any], Any]:
    """
    Return what makes pygal's drawing fit into a page.

    Without its style sheet, script and tooltips, which the policy of the page forbids, without the day it was drawn on,
    and with words for those who cannot see it.
    """

    def clean(root: Any) -> Any:
        for child in list(root):
            if tag(child) != "g":
                root.remove(child)
        said = root.makeelement("title", {"id": f"{name}-title"})
        said.text = title
        root.insert(0, said)
        without(root, lambda node: tag(node) == "desc" or classes(node) & {"tooltip-overlay", "background", "titles"})
        without(root, lambda node: {"axis", "x"} <= classes(node))
        for guides in root.iter():
            if "guides" in classes(guides):
                without(guides, lambda node: tag(node) == "title")
        for node in root.iter():
            dress(node)
        bars = [node for node in root.iter() if "rect" in classes(node)]
        values = [node for node in root.iter() if "value" in classes(node)]
        for row, bar, value in zip(rows, bars, values, strict=True):
            bar.set("class", f"bar {row.colour}")
            bar.set("fill", _COLOURS[row.colour])
            value.set("text-anchor", "start")
            value.text = row.shown
        named = [node for node in root.iter() if tag(node) == "text" and "value" not in classes(node)]
        for node, lines in zip(named, labels, strict=True):
            _write(node, lines)
        root.set("viewBox", f"0 0 {WIDTH} {step * len(rows) + _MARGIN}")
        root.set("id", name)
        root.set("class", "chart")
        root.set("role", "img")
        root.set("aria-labelledby", f"{name}-title")
        return root

    return clean


def _write(node: Any, lines: Sequence[str]) -> None:
    """Put a label of several lines where pygal wrote one, so that its middle is there."""
    if len(lines) == 1:
        return
    node.text = None
    for at, line in enumerate(lines):
        up = -_LINE * (len(lines) - 1) / 2 if at == 0 else _LINE
        part = node.makeelement("tspan", {"x": node.get("x"), "dy": f"{up:g}"})
        part.text = line
        node.append(part)
