"""Lines over runs, drawn by pygal, in the colours of the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import pygal
from markupsafe import Markup

from reports.changes import day
from reports.html.charts import WIDTH
from reports.html.drawing import classes, dress, tag, without
from reports.labels import LABELS
from schemas.night import RunFigures
from schemas.report import Severity

_HEIGHT: Final = 190
_SPARK: Final = (120, 28)
_LABELS: Final = 4
"""Days that are written below a chart, at most."""
_COLOURS: Final = {
    "critical": "#a4161a", "major": "#b04a00", "minor": "#14607a", "advice": "#4a5568", "plain": "#1a4f9c",
}  # fmt: skip
_DASHES: Final = {"major": "7 3", "minor": "2 3", "advice": "9 3 2 3"}
"""Lines are told apart without colours, too."""


@dataclass(frozen=True, slots=True)
class Line:
    """Values over runs; None where there is none."""

    label: str
    colour: str
    """A class of the style sheet."""
    values: Sequence[Decimal | int | None]


def severity_lines(runs: Sequence[RunFigures]) -> tuple[Line, ...]:
    """Findings over runs, by severity; severities that never occur are left out."""
    labels = LABELS["id"].severity
    lines = (Line(labels[one], one.value, [run.findings.get(one, 0) for run in runs]) for one in Severity)
    return tuple(line for line in lines if any(line.values))


def score_line(runs: Sequence[RunFigures]) -> tuple[Line, ...]:
    """Mean score over runs."""
    line = Line("Nilai rata-rata", "plain", [run.score for run in runs])
    return (line,) if any(value is not None for value in line.values) else ()


def line_chart(name: str, title: str, lines: Sequence[Line], runs: Sequence[RunFigures]) -> Markup:
    """
    Draw lines over runs.

    Args:
        name: Of the chart, unique in the page.
        title: What screen readers say.
        lines: At least one.
        runs: To which the values belong, the oldest first.
    """
    chart = pygal.Line(**_plain(WIDTH, _HEIGHT), show_minor_x_labels=False, show_x_guides=False, show_y_guides=True)
    chart.x_labels = [_short(run) for run in runs]
    step = max(1, (len(runs) + _LABELS - 1) // _LABELS)
    chart.x_labels_major = [_short(run) for at, run in enumerate(reversed(runs)) if at % step == 0]
    return _drawn(chart, lines, (name, title), (WIDTH, _HEIGHT))


def spark(name: str, title: str, values: Sequence[Decimal | None]) -> Markup:
    """Draw a small line without axes; nothing where there are not two values."""
    if sum(value is not None for value in values) < 2:
        return Markup()
    chart = pygal.Line(**_plain(*_SPARK), show_x_labels=False, show_y_labels=False, show_x_guides=False,
                       show_y_guides=False)  # fmt: skip
    return _drawn(chart, [Line("", "plain", values)], (name, title), _SPARK)


def _short(run: RunFigures) -> str:
    words = day(run.as_of).split()
    return f"{words[0]} {words[1][:3]}"


def _plain(width: int, height: int) -> dict[str, Any]:
    return {
        "width": width,
        "height": height,
        "margin": 4,
        "margin_right": 22 if width == WIDTH else 4,
        "js": (),
        "css": (),
        "no_prefix": True,
        "disable_xml_declaration": True,
        "show_legend": False,
        "show_dots": False,
        "truncate_label": -1,
        "allow_interruptions": True,
        "x_label_rotation": 0,
        "include_x_axis": False,
        "max_scale": 6,
        "value_formatter": lambda value: f"{value:g}".replace(".", ","),
        "style": pygal.style.Style(label_font_size=12, major_label_font_size=12),
    }


def _drawn(chart: Any, lines: Sequence[Line], named: tuple[str, str], size: tuple[int, int]) -> Markup:
    for line in lines:
        chart.add(line.label, [None if value is None else float(value) for value in line.values])
    chart.add_xml_filter(_cleaned(lines, named, size))
    return Markup(chart.render(is_unicode=True))  # noqa: S704 - made by pygal, which escapes words


def _cleaned(lines: Sequence[Line], named: tuple[str, str], size: tuple[int, int]) -> Callable[[Any], Any]:
    """Return what makes pygal's drawing fit into a page; see `reports.html.charts`."""
    name, title = named

    def clean(root: Any) -> Any:
        for child in list(root):
            if tag(child) != "g":
                root.remove(child)
        said = root.makeelement("title", {"id": f"{name}-title"})
        said.text = title
        root.insert(0, said)
        unwanted = {"tooltip-overlay", "background", "titles", "text-overlay"}
        without(root, lambda node: tag(node) == "desc" or classes(node) & unwanted)
        for node in root.iter():
            if "guides" in classes(node):
                without(node, lambda inner: tag(inner) == "title")
        for node in root.iter():
            _coloured(node, lines)
        _centred(root)
        root.set("viewBox", f"0 0 {size[0]} {size[1]}")
        root.attrib.update({"id": name, "class": "chart trend", "role": "img", "aria-labelledby": f"{name}-title"})
        return root

    return clean


def _coloured(node: Any, lines: Sequence[Line]) -> None:
    number = next((one for one in classes(node) if one.startswith("serie-")), None)
    if number is not None:
        for path in node.iter():
            if tag(path) == "path":
                _line(path, lines[int(number.removeprefix("serie-"))])
    elif tag(node) == "text":
        dress(node)
    elif tag(node) == "path" and node.get("fill") is None:  # of an axis
        node.attrib.update({"fill": "none", "stroke": "currentColor", "stroke-opacity": "0.15"})


def _centred(root: Any) -> None:
    """Write days below their places."""
    for axis in root.iter():
        if {"axis", "x"} <= classes(axis):
            for node in axis.iter():
                if tag(node) == "text":
                    node.set("text-anchor", "middle")


def _line(path: Any, line: Line) -> None:
    path.attrib.pop("style", None)
    path.set("class", f"line {line.colour}")
    path.set("fill", "none")
    path.set("stroke", _COLOURS[line.colour])
    path.set("stroke-width", "2")
    if line.colour in _DASHES:
        path.set("stroke-dasharray", _DASHES[line.colour])
