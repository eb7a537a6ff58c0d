"""
Parts of a Word file as a light tree of their elements, under limits.

Written against ECMA-376 part 1, transitional and strict, and the drawing extensions of Word 2010. Names of elements are
short (``w:p``), whatever prefix the file uses; elements of other namespaces are left out with all they hold. Of
``mc:AlternateContent`` the tree holds the first choice that is understood here, else the fallback.
"""

from __future__ import annotations

from collections.abc import Iterator

from readers.errors import ReadError
from readers.packed import Package, damaged

MAX_ELEMENTS = 600_000
"""Elements of all parts of a file that are read: about 1,500 pages."""
MAX_CHARS = 16 * 1024 * 1024
"""Characters of all words of a file."""
MAX_DEPTH = 120
"""Elements within elements. A figure with words in a table in a table has about 30."""

MAX_NAMES = 2_000
"""Names of elements that are kept; no file has a quarter of them."""

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup": "wpg",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas": "wpc",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}
_UNDERSTOOD = frozenset({"wps", "wpg", "wpc", "w14", "w15", "w16se", "wp14", "v", "o", "a14"})
"""Extensions that a choice may ask for."""
_PRUNED = frozenset(
    """
    w:delText w:instrText w:delInstrText w:rPrChange w:pPrChange w:tblPrChange w:tcPrChange w:trPrChange
    w:sectPrChange w:numberingChange w:tblPrExChange w:tblGridChange w:tabs w:pBdr w:tblBorders w:tcBorders w:spacing
    w:tblStylePr w:shd w:lang w:tcMar w:tblCellMar w:tblLook w:rsids w:latentStyles w:rubyPr w:docGrid w:cols w:binData
    wp:effectExtent wp:docPr wp:cNvGraphicFramePr a:effectLst a:scene3d a:sp3d a:gradFill a:blipFill
    wps:style v:shapetype v:shadow v:fill v:stroke v:path v:formulas w14:glow w14:shadow
    """.split()
)
"""What says nothing about words, numbers and figures; and what tracked changes have taken away."""
_CHOICES = frozenset({"mc:Choice", "mc:Fallback"})
_WORDS = frozenset({"w:t", "wp:posOffset"})
"""Elements whose text is kept."""


class Node:
    """An element."""

    __slots__ = ("at", "attributes", "children", "name", "text")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        """With a short prefix: ``w:tbl``."""
        self.attributes = attributes
        """By local name."""
        self.children: list[Node] = []
        self.text = ""
        """The text of `_WORDS`; empty for all others."""
        self.at = 0
        """Of a paragraph: how many elements of its part begin before it."""

    def get(self, attribute: str, default: str = "") -> str:
        """Return an attribute by its local name."""
        return self.attributes.get(attribute, default)

    def child(self, *path: str) -> Node | None:
        """Return the first descendant on a path of names."""
        node: Node | None = self
        for name in path:
            node = next((child for child in node.children if child.name == name), None) if node else None
        return node

    def all(self, name: str) -> Iterator[Node]:
        """Yield the children of a name."""
        return (child for child in self.children if child.name == name)

    def within(self) -> Iterator[Node]:
        """Yield the element and all below it, in document order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def on(self, name: str) -> bool | None:
        """Whether a switch such as ``w:b`` is on; None where it is not set."""
        found = self.child(name)
        return None if found is None else found.get("val", "true") not in ("0", "false", "off", "none")


class Trees:
    """Reads parts of one file as trees; all together stay within the limits."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.elements = MAX_ELEMENTS
        """How many more elements may be read."""
        self.names = _Names()
        self.keys = _Keys()
        self._chars = MAX_CHARS

    def read(self, part: str) -> Node:
        """
        Return the root of a part.

        Raises:
            ReadError: as `Package.walk`, and ``too-much-markup``, ``text-too-long`` and ``nested-too-deep``.
        """
        handler = _Builder(self)
        self.package.walk(part, handler)
        if handler.root is None:
            raise damaged(self.package.name, part, self.package.wording)
        return handler.root

    def too_many(self) -> ReadError:
        """Say that there are too many elements."""
        return ReadError(
            "too-much-markup",
            f"{self.package.name} memuat lebih dari {MAX_ELEMENTS} unsur XML. Pecah dokumen menjadi satu SOP per"
            " berkas, lalu periksa lagi.",
        )

    def chars(self, count: int) -> None:
        """Take so many characters of words."""
        self._chars -= count
        if self._chars < 0:
            raise ReadError(
                "text-too-long",
                f"{self.package.name} memuat lebih dari {MAX_CHARS} karakter tulisan. Pecah dokumen menjadi satu SOP"
                " per berkas, lalu periksa lagi.",
            )

    def too_deep(self) -> ReadError:
        """Say that tables or figures hold one another too often."""
        return ReadError(
            "nested-too-deep",
            f"{self.package.name} memuat tabel atau gambar yang bersarang terlalu dalam."
            f" {self.package.wording.save_again}",
        )


class _Names(dict[str, str]):
    """Short names of elements by ``namespace name``; empty for what is left out."""

    def __missing__(self, full: str) -> str:
        namespace, _, local = full.rpartition(" ")
        prefix = _PREFIXES.get(namespace)
        short = f"{prefix}:{local}" if prefix else ""
        found = "" if short in _PRUNED else short
        if len(self) < MAX_NAMES:
            self[full] = found
        return found


class _Keys(dict[str, str]):
    """Local names of attributes."""

    def __missing__(self, full: str) -> str:
        local = full.rpartition(" ")[2]
        if len(self) < MAX_NAMES:
            self[full] = local
        return local


class _Builder:
    def __init__(self, trees: Trees) -> None:
        self.root: Node | None = None
        self._trees = trees
        self._before = trees.elements - 1
        self._names, self._keys = trees.names, trees.keys
        self._stack: list[Node] = []
        self._skipped = 0
        """How many elements stand open within one that is left out, that one included."""
        self._words: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._trees.elements -= 1
        if self._trees.elements < 0:
            raise self._trees.too_many()
        if self._skipped:
            self._skipped += 1
            return
        short = self._names[name]
        if not short or (short in _CHOICES and not self._chosen(short, attributes)):
            self._skipped = 1
            return
        if attributes:
            keys = self._keys
            attributes = {keys[key]: value for key, value in attributes.items()}
        node = Node(short, attributes)
        if short == "w:p":
            node.at = self._before - self._trees.elements
        self._open(node)

    def _open(self, node: Node) -> None:
        stack = self._stack
        if stack:
            stack[-1].children.append(node)
        elif self.root is None:
            self.root = node
        stack.append(node)
        if len(stack) > MAX_DEPTH:
            raise self._trees.too_deep()
        if node.name in _WORDS:
            self._words = []

    def _chosen(self, short: str, attributes: dict[str, str]) -> bool:
        """Whether a choice is the first that is understood."""
        if not self._stack:
            return True
        if self._stack[-1].children:
            return False
        return short == "mc:Fallback" or _UNDERSTOOD.issuperset(attributes.get("Requires", "?").split())

    def end(self, name: str) -> None:  # noqa: ARG002  # the handler of XML is told it
        if self._skipped:
            self._skipped -= 1
            return
        node = self._stack.pop()
        if self._words is not None and node.name in _WORDS:
            node.text = "".join(self._words)
            self._words = None

    def words(self, text: str) -> None:
        if self._words is not None and not self._skipped:
            self._trees.chars(len(text))
            self._words.append(text)


def whole(text: str, default: int = 0, *, most: int = 100_000_000) -> int:
    """Return a whole number that an attribute states, within bounds; the default for all that is none."""
    digits = text.strip()[:20].partition(".")[0]
    try:
        return max(-most, min(int(digits), most))
    except ValueError:
        return default
