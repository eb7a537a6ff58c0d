"""
The words of one paragraph of a Word file: what stands there once all tracked changes are accepted.

Results of fields and contents of content controls are words; instructions of fields, comments, footnotes, prompts of
empty controls and hidden words are none.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from readers.docx_figures import Figure, figures
from readers.docx_styles import Style, Styles, over, switches
from readers.docx_tree import Node, whole
from readers.lines import NOTHING, printable

_THROUGH = frozenset(
    """
    w:hyperlink w:smartTag w:customXml w:ins w:moveTo w:fldSimple w:dir w:bdo w:sdtContent w:ruby w:rubyBase
    mc:AlternateContent mc:Choice mc:Fallback
    """.split()
)
"""Elements that stand around runs."""
_INSERTED, _DELETED = frozenset({"w:ins", "w:moveTo"}), frozenset({"w:del", "w:moveFrom"})
_MARKS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",
}
_NOTES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "footnotes", "w:commentReference": "comments"}
_SYMBOLS = {
    "wingdings": {0xFC: "√", 0xFE: "☑", 0xFB: "×", 0xFD: "☒", 0x6F: "□", 0xA8: "□", 0x71: "□", 0x72: "□", 0xE0: "→"},
    "wingdings 2": {0x50: "√", 0x52: "☑", 0x4F: "×", 0x51: "×", 0x53: "☒", 0x54: "☒", 0x2A: "□", 0xA3: "□"},
    "symbol": {0xD6: "√", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xAE: "→", 0xB0: "°", 0xBD: "½"},
    "wingdings 3": {},
    "webdings": {0x61: "√", 0x72: "×", 0x63: "□"},
}
"""What characters of symbol fonts print, by font and code; all others print some kind of dot."""
_DOT = "•"
_BLANKS = {ord(char): " " for char in "\n\r"}
"""Only elements break lines."""


@dataclass(slots=True)
class Noted:
    """What a reader of the report should know, counted over the whole file."""

    counts: Counter[str] = field(default_factory=Counter)
    """inserted, deleted, hidden, struck, footnotes, comments: how often."""
    first: dict[str, tuple[int, str]] = field(default_factory=dict)
    """The number of the first paragraph with it, and some words there."""
    objects: list[str] = field(default_factory=list)
    """Indonesian names of what cannot be read."""

    def add(self, what: str, paragraph: int, words: str) -> None:
        """Note one such thing."""
        self.counts[what] += 1
        self.first.setdefault(what, (paragraph, words))


@dataclass(slots=True)
class Words:
    """What one paragraph shows; paragraphs whose end was deleted go on in the next."""

    parts: list[str] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    bold: bool = True
    """All words so far are bold."""

    def text(self) -> str:
        """The words, with ``\\n`` for line breaks and ``\\t`` for tabs."""
        return printable("".join(self.parts)).replace(NOTHING, "")


class Collector:
    """Collects the words of paragraphs; fields may reach over several."""

    def __init__(self, styles: Styles, noted: Noted) -> None:
        self._styles = styles
        self._noted = noted
        self._fields: list[bool] = []
        """For each open field whether its result has begun."""
        self._words = Words()
        self._paragraph = 0
        self._style = Style()

    def collect(self, node: Node, words: Words, paragraph: int, style: Style) -> None:
        """Add what a paragraph shows to `words`."""
        self._words, self._paragraph, self._style = words, paragraph, style
        self._inside(node)
        self._fields = [True] * len(self._fields)  # no instruction goes on in the next paragraph

    def _inside(self, node: Node) -> None:
        for child in node.children:
            name = child.name
            if name == "w:r":
                self._run(child)
            elif name == "w:sdt":
                self._control(child)
            elif name in _THROUGH:
                if name in _INSERTED:
                    self._note("inserted", child)
                self._inside(child)
            elif name in _DELETED:
                self._note("deleted", child)
            elif name in ("m:oMath", "m:oMathPara"):
                self._noted.objects.append("persamaan")

    def _control(self, node: Node) -> None:
        """Read a content control, unless it only shows its prompt."""
        properties = node.child("w:sdtPr")
        if properties is None or not properties.on("w:showingPlcHdr"):
            self._inside(node)

    def _note(self, what: str, node: Node) -> None:
        if node.children:
            self._noted.add(what, self._paragraph, _words_of(node))

    def _run(self, node: Node) -> None:
        properties = node.child("w:rPr")
        style = self._run_style(properties)
        if style.hidden or style.struck:
            if _words_of(node).strip():
                self._noted.add("hidden" if style.hidden else "struck", self._paragraph, _words_of(node))
            return
        font = _symbol_font(properties)
        before = len(self._words.parts)
        for child in node.children:
            self._part(child, font)
        own = "".join(self._words.parts[before:])
        if style.capitals:
            self._words.parts[before:] = [own.upper()]
        if not style.bold and own.strip():
            self._words.bold = False

    def _run_style(self, properties: Node | None) -> Style:
        """What a run is by itself, its style, or the style of its paragraph."""
        if properties is None:
            return self._style
        named = properties.child("w:rStyle")
        style = over(self._styles.of(named.get("val")), self._style) if named is not None else self._style
        return over(switches(properties), style)

    def _part(self, node: Node, font: str) -> None:
        name = node.name
        if name == "w:fldChar":
            self._field(node)
        elif not all(self._fields):
            return  # the instruction of a field
        elif name == "w:t":
            text = node.text.translate(_BLANKS)
            self._words.parts.append(_in_font(text, font) if font else text)
        elif name in _MARKS:
            self._words.parts.append(_MARKS[name])
        elif name == "w:sym":
            self._words.parts.append(symbol(node.get("font").lower(), _hex(node.get("char"))))
        elif name in ("w:drawing", "w:pict", "w:object"):
            self._words.figures += figures(node, self._noted.objects)
        elif name in _NOTES:
            self._noted.add(_NOTES[name], self._paragraph, "")
        elif name in ("mc:AlternateContent", "mc:Choice", "mc:Fallback"):
            for child in node.children:
                self._part(child, font)

    def _field(self, node: Node) -> None:
        kind = node.get("fldCharType")
        if kind == "begin":
            self._fields.append(False)
            self._check_box(node)
            self._choice(node)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _choice(self, node: Node) -> None:
        """Read the entry that is chosen in a list of a form (FORMDROPDOWN), which has no result of its own."""
        choice = node.child("w:ffData", "w:ddList")
        if choice is None:
            return
        chosen = choice.child("w:result") or choice.child("w:default")
        at = whole(chosen.get("val")) if chosen is not None else 0
        entries = list(choice.all("w:listEntry"))
        if 0 <= at < len(entries):
            self._words.parts.append(entries[at].get("val"))

    def _check_box(self, node: Node) -> None:
        box = node.child("w:ffData", "w:checkBox")
        if box is not None:
            checked = _first(box.on("w:checked"), box.on("w:default"), False)
            self._words.parts.append("☑" if checked else "□")


def _first(*values: bool | None) -> bool:
    return next((value for value in values if value is not None), False)


def _words_of(node: Node) -> str:
    return "".join(inner.text for inner in node.within() if inner.name == "w:t")[:200]


def _hex(text: str) -> int:
    try:
        return int(text[:8], 16)
    except ValueError:
        return 0


def _symbol_font(properties: Node | None) -> str:
    fonts = properties.child("w:rFonts") if properties is not None else None
    if fonts is None:
        return ""
    name = (fonts.get("ascii") or fonts.get("hAnsi")).lower()
    return name if name in _SYMBOLS else ""


def _in_font(text: str, font: str) -> str:
    return "".join(char if char.isspace() else symbol(font, ord(char)) for char in text)


def symbol(font: str, code: int) -> str:
    """Return what a character of a symbol font prints, as near as plain text has it; in other fonts itself."""
    if font not in _SYMBOLS:
        return chr(code) if 32 <= code < 0xD800 else _DOT
    return _SYMBOLS[font].get(code & 0xFF, chr(code) if font == "symbol" and 32 <= code < 127 else _DOT)
