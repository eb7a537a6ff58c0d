"""
Changes in XML that leave every other byte as it is.

A tree would be written anew with other prefixes, quotes and declarations, and a sheet of a million cells would not fit
into memory as one. So the parser only tells where elements stand, and new bytes are put between the old ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from readers.errors import ReadError

MAX_ELEMENTS = 600_000
"""Elements of a part that is looked at as a whole, such as the styles of a workbook."""

_TAG_END = re.compile(rb"""<[^\s>/"']+(?:[^>"']|"[^"]*"|'[^']*')*?>""")
_ATTRIBUTE = re.compile(rb"""\s+([^\s=>/"']+)\s*=\s*("[^"]*"|'[^']*')""")
_ENCODING = re.compile(rb"""^(\s*<\?xml[^>]{0,80}?encoding\s*=\s*["'])([A-Za-z0-9._-]{1,40})""")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_PLAIN = frozenset({b"utf-8", b"us-ascii", b"ascii"})
_UNSAFE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """*text* as words of XML, without the characters that XML cannot hold."""
    return escape(_UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text))


def xml_value(text: str) -> str:
    """*text* as the value of an attribute, with its quotation marks."""
    return quoteattr(_UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text))


def utf_8(data: bytes, part: str) -> bytes:
    """
    A part in UTF-8, as nearly all are, so that new bytes can be put between the old ones.

    Raises:
        ReadError: ``damaged``.
    """
    declared = _ENCODING.match(data[:200])
    try:
        if data.startswith(_UTF_16):
            data = data.decode("utf-16").encode()
            return _ENCODING.sub(rb"\1UTF-8", data, count=1)
        if declared and declared[2].lower() not in _PLAIN:
            return _ENCODING.sub(rb"\1UTF-8", data.decode(declared[2].decode()).encode(), count=1)
    except (UnicodeError, LookupError) as error:
        raise _broken(part) from error
    return data


@dataclass(slots=True)
class Element:
    """Where an element stands in the bytes of its part."""

    namespace: str
    name: str
    """Without prefix."""
    attributes: dict[str, str]
    """Names of other namespaces as ``namespace name``."""
    start: int
    """Of its ``<``."""
    inside: int
    """Where its content begins."""
    empty: bool
    """It is one tag, ``<w:p/>``."""
    outside: int = 0
    """Where its content ends."""
    end: int = 0
    children: list[Element] = field(default_factory=list)

    def child(self, name: str) -> Element | None:
        """The first child of a name."""
        return next((child for child in self.children if child.name == name), None)

    def all(self, name: str) -> Iterator[Element]:
        """All children of a name."""
        return (child for child in self.children if child.name == name)


class Walk:
    """
    Tells the elements of a part in their order; subclasses override `begin` and `finish`, and `words`.

    Raises:
        ReadError: ``damaged`` or ``unsafe-xml``.
    """

    def __init__(self, data: bytes, part: str) -> None:
        self.data = data
        self._part = part
        self._parser = expat.ParserCreate(namespace_separator=" ")

    def run(self) -> None:
        """Walk."""
        parser = self._parser
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self.begin
        parser.EndElementHandler = self.finish
        parser.CharacterDataHandler = self.words
        try:
            parser.Parse(self.data, True)
        except (expat.ExpatError, LookupError, UnicodeError) as error:
            raise _broken(self._part) from error

    @property
    def at(self) -> int:
        """Where the parser is: at the ``<`` of a tag that begins or ends, after an element that is one tag."""
        return self._parser.CurrentByteIndex

    def element(self, name: str, attributes: dict[str, str]) -> Element:
        """The element that begins here."""
        start = self.at
        inside = tag_end(self.data, start)
        namespace, _, local = name.rpartition(" ")
        return Element(namespace, local, attributes, start, inside, self.data[inside - 2 : inside] == b"/>")

    def close(self, element: Element) -> None:
        """The element ends here."""
        if element.empty:
            element.outside = element.end = element.inside
        else:
            element.outside = self.at
            element.end = self.data.index(b">", element.outside) + 1

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def finish(self, name: str) -> None:
        """An element ends."""

    def words(self, text: str) -> None:
        """Some words."""

    def _refuse(self, *_: object) -> None:
        raise ReadError("unsafe-xml", f"Bagian {self._part} memuat deklarasi DOCTYPE.")


class _Tree(Walk):
    def __init__(self, data: bytes, part: str) -> None:
        super().__init__(data, part)
        self.root: Element | None = None
        self._open: list[Element] = []
        self._left = MAX_ELEMENTS

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        self._left -= 1
        if self._left < 0:
            raise ReadError("too-much-markup", f"Bagian {self._part} memuat lebih dari {MAX_ELEMENTS} unsur XML.")
        element = self.element(name, attributes)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def finish(self, name: str) -> None:  # noqa: ARG002  # the parser tells it
        self.close(self._open.pop())


def tree(data: bytes, part: str) -> Element:
    """
    The root of a part, with all that is in it.

    Raises:
        ReadError: ``damaged``, ``unsafe-xml`` or ``too-much-markup``.
    """
    walk = _Tree(data, part)
    walk.run()
    assert walk.root is not None
    return walk.root


def tag_end(data: bytes, start: int) -> int:
    """Where the tag ends that begins at *start*; a value may hold ``>``."""
    match = _TAG_END.match(data, start)
    if match is None:
        raise _broken("")
    return match.end()


def with_attributes(tag: bytes, changes: dict[str, str | None]) -> bytes:
    """A start tag with some attributes set, or gone where the value is None; names have no prefix."""
    left = {name.encode(): value for name, value in changes.items()}

    def changed(match: re.Match[bytes]) -> bytes:
        if match[1] not in left:
            return match[0]
        value = left.pop(match[1])
        return b"" if value is None else b" " + match[1] + b"=" + xml_value(value).encode()

    found = _ATTRIBUTE.sub(changed, tag)
    new = b"".join(b" " + name + b"=" + xml_value(value).encode() for name, value in left.items() if value is not None)
    close = len(found) - (2 if found.endswith(b"/>") else 1)
    return found[:close].rstrip() + new + found[close:]


def open_tag(tag: bytes) -> tuple[bytes, bytes]:
    """Start and end tag of an element that is one tag."""
    name = re.match(rb"<([^\s>/]+)", tag)
    assert name is not None
    return tag[:-2].rstrip() + b">", b"</" + name[1] + b">"


@dataclass(slots=True)
class Edits:
    """New bytes for a part."""

    data: bytes
    _edits: list[tuple[int, int, int, bytes]] = field(default_factory=list)

    def insert(self, at: int, new: bytes) -> None:
        """Put bytes before what stands at *at*, after those that were put there before."""
        self._edits.append((at, at, len(self._edits), new))

    def replace(self, start: int, end: int, new: bytes) -> None:
        """Put bytes in the place of others."""
        self._edits.append((start, end, len(self._edits), new))

    def append(self, element: Element, new: bytes, attributes: dict[str, str | None] | None = None) -> None:
        """Put bytes at the end of an element, and set attributes of it."""
        tag = self.data[element.start : element.inside]
        changed = with_attributes(tag, attributes) if attributes else tag
        if element.empty:
            begin, end = open_tag(changed)
            self.replace(element.start, element.inside, begin + new + end if new else changed)
            return
        if changed != tag:
            self.replace(element.start, element.inside, changed)
        if new:
            self.insert(element.outside, new)

    def done(self) -> bytes:
        """The part with all changes."""
        parts: list[bytes] = []
        last = 0
        for start, end, _, new in sorted(self._edits):
            parts += (self.data[last:start], new)
            last = max(last, end)
        return b"".join((*parts, self.data[last:]))


def _broken(part: str) -> ReadError:
    return ReadError("damaged", f"Bagian {part or 'XML'} tidak dapat diubah karena rusak.")
