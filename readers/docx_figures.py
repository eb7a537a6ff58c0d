"""
Drawn figures, text boxes and pictures of a Word file: what each is and where its middle stands from its anchor.

Written against DrawingML with the shapes, groups and canvases of Word 2010, and the VML of older files. Lines, arrows
and connectors are no figures. Of a group or canvas each figure is told by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from readers.docx_tree import Node, whole
from schemas.blocks import Shape

EMU_PER_POINT = 12_700
"""English metric units, in which Word measures drawings."""
THIN, WIDE = 60_000, 2_880_000
"""In EMU, 1.7 mm and 8 cm: a thinner box without words is a line, a wider one a frame."""
MAX_ASPECT = 1.5
"""A wider ellipse is the figure of begin and end; a rounder one the connector."""

_PRESETS: dict[str, Shape] = {
    "flowChartTerminator": "terminator",
    "roundRect": "terminator",
    "flowChartDecision": "decision",
    "diamond": "decision",
    "flowChartOffpageConnector": "connector",
    "flowChartConnector": "connector",
    "homePlate": "connector",
    "rect": "box",
    "parallelogram": "box",
    "foldedCorner": "box",
    "can": "box",
    "hexagon": "box",
}
"""Of DrawingML; ``flowChart...`` that is not named here is a box too."""
_VML_TYPES: dict[int, Shape] = {
    1: "box",
    2: "terminator",
    4: "decision",
    7: "box",
    110: "decision",
    116: "terminator",
    120: "connector",
    177: "connector",
    **dict.fromkeys((109, 111, 112, 113, 114, 115, 117, 118, 119, 176), "box"),
}
"""Of VML, by the number of its kind (``o:spt``)."""
_VML_NAMES: dict[str, Shape] = {"v:rect": "box", "v:roundrect": "terminator"}
_TEXT_BOX, _ELLIPSE = 202, 3
_SPT = re.compile(r"_?t(?:ype_)?(\d{1,3})(?!\d)")
_LENGTH = re.compile(r"(-?\d{1,7}(?:\.\d{1,6})?)(pt|in|cm|mm|px|)")
_UNITS = {"pt": 12_700.0, "in": 914_400.0, "cm": 360_000.0, "mm": 36_000.0, "px": 9_525.0}
_OBJECTS = {"diagram": "SmartArt", "chart": "grafik", "chartex": "grafik", "ink": "tulisan tangan"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, a text box or a picture."""

    shape: Shape | None
    """None for a text box that holds words."""
    content: Node | None = None
    """What is written inside: paragraphs and tables."""
    x: int | None = None
    """From the place that `across` names to the middle, in EMU; None for what stands in the line."""
    y: int | None = None
    across: str = "column"
    """``column``, ``character``, ``margin``, ``page`` and the like."""
    down: str = "paragraph"
    in_cell: bool = True
    """Whether its place is counted from the cell in which it hangs; else from the page or its columns of text."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """Turns places inside a group into places from its anchor."""

    x: float | None = 0.0
    y: float | None = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0
    across: str = "column"
    down: str = "paragraph"
    in_cell: bool = True

    def within(self, left: float, top: float, scale_x: float, scale_y: float, origin: tuple[float, float]) -> _Frame:
        """Return the frame of a group that stands in this one."""
        x = None if self.x is None else self.x + (left - origin[0] * scale_x) * self.scale_x
        y = None if self.y is None else self.y + (top - origin[1] * scale_y) * self.scale_y
        return replace(self, x=x, y=y, scale_x=self.scale_x * scale_x, scale_y=self.scale_y * scale_y)

    def is_symbol(self, box: tuple[float, float, float, float]) -> bool:
        """Whether a box is of the size of a symbol in a cell; what states no size is."""
        width, height = box[2] * self.scale_x, box[3] * self.scale_y
        return not (0 < width < THIN or 0 < height < THIN or width > WIDE or height > WIDE)

    def figure(self, shape: Shape | None, content: Node | None, box: tuple[float, float, float, float]) -> Figure:
        """Return a figure that stands in this frame at left, top, with width and height."""
        left, top, width, height = box
        x = None if self.x is None else round(self.x + (left + width / 2) * self.scale_x)
        y = None if self.y is None else round(self.y + (top + height / 2) * self.scale_y)
        return Figure(shape, content, x, y, self.across, self.down, self.in_cell)


def figures(node: Node, objects: list[str]) -> Iterator[Figure]:
    """
    Yield the figures of ``w:drawing``, ``w:pict`` or ``w:object``, in drawing order.

    Args:
        node: The element.
        objects: Takes the Indonesian names of what cannot be read: SmartArt, charts, embedded files.
    """
    if node.name == "w:drawing":
        for anchor in node.children:
            if anchor.name in ("wp:inline", "wp:anchor"):
                yield from _drawing(anchor, objects)
    elif any(child.name == "o:OLEObject" for child in node.children):
        objects.append("objek OLE")
    else:
        for child in node.children:
            yield from _vml(child, _Frame(), top=True)


# DrawingML


def _drawing(anchor: Node, objects: list[str]) -> Iterator[Figure]:
    data = anchor.child("a:graphic", "a:graphicData")
    if data is None:
        return
    kind = data.get("uri").rpartition("/")[2].lower()
    if kind in _OBJECTS:
        objects.append(_OBJECTS[kind])
    extent = anchor.child("wp:extent")
    width, height = (whole(extent.get("cx")), whole(extent.get("cy"))) if extent else (0, 0)
    for child in data.children:
        yield from _drawn(child, _anchored(anchor), (0.0, 0.0, float(width), float(height)))


def _anchored(anchor: Node) -> _Frame:
    """The frame whose origin is the left upper corner of the drawing."""
    if anchor.name == "wp:inline":
        return _Frame(None, None)
    x, across = _offset(anchor.child("wp:positionH"))
    y, down = _offset(anchor.child("wp:positionV"))
    return _Frame(x, y, across=across, down=down, in_cell=anchor.get("layoutInCell") not in ("0", "false", "off"))


def _offset(position: Node | None) -> tuple[float | None, str]:
    offset = position.child("wp:posOffset") if position else None
    if position is None or offset is None:
        return None, ""
    return float(whole(offset.text)), position.get("relativeFrom")


def _drawn(node: Node, frame: _Frame, box: tuple[float, float, float, float]) -> Iterator[Figure]:
    """Yield the figures of a shape, a picture, a group or a canvas that takes a box of its frame."""
    if node.name == "pic:pic":
        yield frame.figure("image", None, box)
    elif node.name == "wps:wsp":
        yield from _shape(node, frame, box)
    elif node.name in ("wpg:wgp", "wpg:grpSp", "wpc:wpc"):
        inner = _group_frame(node, frame, box)
        for child in node.children:
            own = _transform(child)
            if own is not None:
                yield from _drawn(child, inner, own)


def _group_frame(node: Node, frame: _Frame, box: tuple[float, float, float, float]) -> _Frame:
    left, top, width, height = box
    transform = node.child("wpg:grpSpPr", "a:xfrm")
    origin = _pair(transform, "a:chOff", "x", "y") or (0.0, 0.0)
    inner = _pair(transform, "a:chExt", "cx", "cy") or (width, height)
    return frame.within(left, top, _ratio(width, inner[0]), _ratio(height, inner[1]), origin)


def _transform(node: Node) -> tuple[float, float, float, float] | None:
    """Left, top, width and height of a member of a group, in the units of the group."""
    names = {"wps:wsp": "wps:spPr", "pic:pic": "pic:spPr", "wpg:grpSp": "wpg:grpSpPr", "wpg:wgp": "wpg:grpSpPr"}
    if node.name not in names:
        return None
    transform = node.child(names[node.name], "a:xfrm")
    place, size = _pair(transform, "a:off", "x", "y"), _pair(transform, "a:ext", "cx", "cy")
    return (*place, *size) if place and size else (0.0, 0.0, 0.0, 0.0)


def _pair(transform: Node | None, name: str, first: str, second: str) -> tuple[float, float] | None:
    found = transform.child(name) if transform else None
    return (float(whole(found.get(first))), float(whole(found.get(second)))) if found else None


def _ratio(outer: float, inner: float) -> float:
    return outer / inner if inner > 0 else 1.0


def _shape(node: Node, frame: _Frame, box: tuple[float, float, float, float]) -> Iterator[Figure]:
    content = node.child("wps:txbx", "w:txbxContent")
    written = content is not None and _has_words(content)
    geometry, kind = node.child("wps:spPr", "a:prstGeom"), node.child("wps:cNvSpPr")
    preset = geometry.get("prst") if geometry else ""
    shape = _of_preset(preset, box)
    if shape == "box" and written and kind is not None and kind.get("txBox") in ("1", "true"):
        shape = None
    if written or (shape is not None and frame.is_symbol(box)):
        yield frame.figure(shape, content if written else None, box)


def _of_preset(preset: str, box: tuple[float, float, float, float]) -> Shape | None:
    if preset == "ellipse":
        return _of_ellipse(box)
    found = _PRESETS.get(preset)
    return "box" if found is None and preset.startswith("flowChart") else found


def _of_ellipse(box: tuple[float, float, float, float]) -> Shape:
    return "terminator" if box[2] > MAX_ASPECT * box[3] else "connector"


def _has_words(content: Node) -> bool:
    return any(node.text.strip() for node in content.within() if node.name == "w:t")


# VML


def _vml(node: Node, frame: _Frame, *, top: bool = False) -> Iterator[Figure]:
    style = _style(node)
    if node.name == "v:group":
        yield from _vml_group(node, frame, style, top=top)
    elif node.name.startswith("v:"):
        box = _box(style, top=top)
        own = _vml_anchored(node, frame, style) if top else frame
        if node.child("v:imagedata") is not None:
            yield own.figure("image", None, box)
            return
        text_box = node.child("v:textbox", "w:txbxContent")
        content = text_box if text_box is not None and _has_words(text_box) else None
        shape = _of_vml(node, box, written=content is not None)
        if content is not None or (shape is not None and own.is_symbol(box)):
            yield own.figure(shape, content, box)


def _vml_group(node: Node, frame: _Frame, style: dict[str, str], *, top: bool) -> Iterator[Figure]:
    left, upper, width, height = _box(style, top=top)
    size, origin = _two(node.get("coordsize"), (1000.0, 1000.0)), _two(node.get("coordorigin"), (0.0, 0.0))
    own = _vml_anchored(node, frame, style) if top else frame
    inner = own.within(left, upper, _ratio(width, size[0]), _ratio(height, size[1]), origin)
    for child in node.children:
        yield from _vml(child, inner)


def _vml_anchored(node: Node, frame: _Frame, style: dict[str, str]) -> _Frame:
    if style.get("position") != "absolute":
        return _Frame(None, None)
    across = style.get("mso-position-horizontal-relative", "text").replace("text", "column")
    down = style.get("mso-position-vertical-relative", "text").replace("text", "paragraph")
    aligned = style.get("mso-position-horizontal", "absolute") != "absolute"
    in_cell = node.get("allowincell") not in ("f", "false")
    return _Frame(None if aligned else frame.x, frame.y, across=across, down=down, in_cell=in_cell)


def _of_vml(node: Node, box: tuple[float, float, float, float], *, written: bool) -> Shape | None:
    match = _SPT.search(node.get("type"))
    number = int(match[1]) if match else whole(node.get("spt"))
    if number == _TEXT_BOX:
        return None if written else "box"
    if number == _ELLIPSE or node.name == "v:oval":
        return _of_ellipse(box)
    return _VML_TYPES.get(number) or _VML_NAMES.get(node.name)


def _style(node: Node) -> dict[str, str]:
    pairs = (part.partition(":") for part in node.get("style")[:2_000].split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _, value in pairs}


def _box(style: dict[str, str], *, top: bool) -> tuple[float, float, float, float]:
    """Left, top, width and height: in EMU of what is anchored, in units of its group of what stands in one."""
    left, upper = ("margin-left", "margin-top") if top else ("left", "top")
    names = (left if left in style else "left", upper if upper in style else "top", "width", "height")
    a, b, c, d = (_length(style.get(name, ""), top=top) for name in names)
    return a, b, c, d


def _length(text: str, *, top: bool) -> float:
    match = _LENGTH.match(text)
    if match is None:
        return 0.0
    return float(match[1]) * (_UNITS.get(match[2], 9_525.0) if top or match[2] else 1.0)


def _two(text: str, default: tuple[float, float]) -> tuple[float, float]:
    first, _, second = text[:60].partition(",")
    return (float(whole(first)), float(whole(second))) if first.strip() and second.strip() else default
