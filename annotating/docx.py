"""
Comments in a Word file, at the words that the findings are about.

Written against ECMA-376 part 1, section 17.13.4, transitional and strict. Only the main part and the part of comments
change (and what declares the latter); comments that are there stay. A comment may not stand in a header, a footer or a
text box: there it stands at the first paragraph of the document, or at the paragraph on which the box hangs.

Every exception is a `readers.errors.ReadError`: as `readers.docx`, and those of `annotating.markup`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from annotating.markup import Edits, Element, Walk, tree, xml_text
from annotating.notes import AUTHOR, CopySpec, Note
from annotating.parts import Parts, relation_namespace
from readers.docx import paragraphs_of_lines
from readers.errors import ReadError
from readers.limits import SheetLimits
from readers.packed import WORD_FILE
from schemas.evidence import Evidence

_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_ID = re.compile(rb"<(?:[^\s>/]{1,20}:)?comment(?:RangeStart|RangeEnd|Reference)?\s[^>]{0,400}?\bid=[\"'](\d{1,9})")
_CUTTABLE = frozenset({"t", "br", "cr", "tab", "noBreakHyphen", "softHyphen", "sym", "lastRenderedPageBreak"})
"""What may stand in a run that is cut."""
_INITIALS = "pt"


def annotated_docx(data: bytes, notes: Sequence[Note], spec: CopySpec, limits: SheetLimits) -> bytes:
    """
    A copy of a Word file with the notes as comments.

    Args:
        data: The whole file.
        notes: What is to be said; `Evidence.line` says where.
        spec: Language and day.
        limits: How much a packed file may hold.
    """
    parts = Parts(data, name=spec.name, limits=limits, wording=WORD_FILE)
    main, elements = paragraphs_of_lines(parts.package)
    marked = _Document(parts.xml(main), main)
    marked.find({element for element in elements if element is not None})
    comments = _Comments(parts, main, marked.namespace, spec)
    for note in notes:
        element = _element(note.place, elements)
        paragraph = marked.paragraphs.get(element) if element is not None else None
        if paragraph is None:
            marked.first.anchor(comments.add(note.astray(spec.lang)), None)
        else:
            paragraph.anchor(comments.add(note), note.place)
    parts.write(main, marked.done())
    comments.write()
    return parts.packed()


def _element(place: Evidence | None, elements: Sequence[int | None]) -> int | None:
    """The paragraph in which a line stands."""
    if place is None or place.line is None or not 0 < place.line <= len(elements):
        return None
    return elements[place.line - 1]


# the document


@dataclass(slots=True)
class _Child:
    """Something in a paragraph: a run, a link, an insertion."""

    element: Element
    text: str = ""
    cuttable: bool = False
    """A run of nothing but its properties, words and breaks."""
    parts: list[tuple[Element, str]] = field(default_factory=list)
    """What is in such a run, with its words."""
    properties: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that may bear comments: one that stands in no text box."""

    element: Element
    children: list[_Child] = field(default_factory=list)
    content: int = 0
    """Where the first of them may begin: after the properties."""
    anchors: list[tuple[int, int, int]] = field(default_factory=list)
    """Characters from and to of its words, and the number of the comment."""

    def anchor(self, comment: int, place: Evidence | None) -> None:
        """Put a comment at the words of a place; at all words where they are not found."""
        text = "".join(child.text for child in self.children)
        found = _span(text, place.quote, (place.column or 1) - 1) if place and place.quote else None
        self.anchors.append((*(found or (0, len(text))), comment))


def _span(text: str, quote: str, near: int) -> tuple[int, int] | None:
    """Where a quote stands in a text, whatever the blanks; of several places the one nearest to a character."""
    at = [index for index, char in enumerate(text) if not char.isspace()]
    bare = "".join(text[index] for index in at).casefold()
    wanted = "".join(quote.split()).casefold()
    if not wanted or len(bare) != len(at):
        return None
    best: tuple[int, int, int] | None = None
    begin = bare.find(wanted)
    while begin >= 0:
        first, last = at[begin], at[begin + len(wanted) - 1] + 1
        if best is None or abs(first - near) < best[0]:
            best = abs(first - near), first, last
        begin = bare.find(wanted, begin + len(wanted))
    return best and best[1:]


class _Finder(Walk):
    """Finds the paragraphs that may bear comments, and what is in them."""

    def __init__(self, data: bytes, part: str, wanted: set[int]) -> None:
        super().__init__(data, part)
        self.namespace = ""
        self.by_element: dict[int, _Paragraph] = {}
        self.first: _Paragraph | None = None
        self.body: Element | None = None
        self._wanted = wanted
        self._count = -1
        self._depth = 0
        self._within: list[tuple[int, _Paragraph]] = []
        """The open paragraph, with its depth."""
        self._child: _Child | None = None
        self._part_of_run: Element | None = None
        self._takes_words = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        self._depth += 1
        namespace, _, local = name.rpartition(" ")
        if not self._count:
            self.namespace = namespace
        is_ours = namespace == self.namespace
        if self._within:
            self._inside(name, attributes, local if is_ours else "")
        elif is_ours and local == "p":
            self._within.append((self._depth, _Paragraph(self.element(name, attributes))))
        elif is_ours and local == "body":
            self.body = self.element(name, attributes)
        if is_ours and local == "p" and self._within and self._count in self._wanted:
            self.by_element[self._count] = self._within[0][1]

    def _inside(self, name: str, attributes: dict[str, str], local: str) -> None:
        """Something in a paragraph begins."""
        depth, paragraph = self._within[0]
        level = self._depth - depth
        if level == 1:
            self._child = _Child(self.element(name, attributes), cuttable=local == "r")
            if local != "pPr":
                paragraph.children.append(self._child)
        elif level == 2 and self._child is not None and self._child.cuttable:
            part = self.element(name, attributes)
            if local != "rPr" and local not in _CUTTABLE:
                self._child.cuttable = False
            self._part_of_run = part
        self._takes_words = local == "t"

    def finish(self, name: str) -> None:  # noqa: ARG002  # the parser tells it
        if self._within:
            depth, paragraph = self._within[0]
            level = self._depth - depth
            if level == 0:
                self._end(paragraph)
            elif level == 1 and self._child is not None:
                self.close(self._child.element)
                if self._child.element.name == "pPr":
                    paragraph.content = self._child.element.end
                self._child = None
            elif level == 2 and self._child is not None and self._part_of_run is not None:
                self.close(self._part_of_run)
                self._end_part(self._child, self._part_of_run)
        self._takes_words = False
        self._depth -= 1

    def _end(self, paragraph: _Paragraph) -> None:
        self.close(paragraph.element)
        paragraph.content = paragraph.content or paragraph.element.inside
        self.first = self.first or paragraph
        self._within.clear()

    def _end_part(self, child: _Child, part: Element) -> None:
        """Something in a run ends."""
        if part.name == "rPr":
            child.properties = part.start, part.end
        else:
            child.parts.append((part, child.text[sum(len(text) for _, text in child.parts) :]))
        self._part_of_run = None

    def words(self, text: str) -> None:
        if self._takes_words and self._child is not None:
            self._child.text += text


class _Document:
    """The main part, with comments in it."""

    def __init__(self, data: bytes, part: str) -> None:
        self._data = data
        self._part = part
        self.namespace = ""
        self.paragraphs: dict[int, _Paragraph] = {}
        """By how many elements begin before the paragraph, or before one in a text box that hangs on it."""
        self.first: _Paragraph

    def find(self, wanted: set[int]) -> None:
        """Find the paragraphs at which so many elements begin before."""
        finder = _Finder(self._data, self._part, wanted)
        finder.run()
        self.namespace, self.paragraphs = finder.namespace, finder.by_element
        if finder.first is None:
            raise ReadError("empty", "Naskah tidak memiliki paragraf yang dapat diberi komentar.")
        self.first = finder.first

    def done(self) -> bytes:
        """The part with its comments."""
        edits = Edits(self._data)
        marked = {id(paragraph): paragraph for paragraph in (self.first, *self.paragraphs.values())}
        for paragraph in marked.values():
            if paragraph.anchors:
                self._mark(paragraph, edits)
        return edits.done()

    def _mark(self, paragraph: _Paragraph, edits: Edits) -> None:
        if not paragraph.children:
            new = b"".join(self._start(number) + self._end(number) for _, _, number in paragraph.anchors)
            edits.append(paragraph.element, new)
            return
        begins, ends = self._marks(paragraph)
        at = 0
        last = len(paragraph.children) - 1
        for index, child in enumerate(paragraph.children):
            stop = at + len(child.text)
            inner = {place for place in (*begins, *ends) if at < place < stop}
            if inner and child.cuttable:
                edits.replace(child.element.start, child.element.end, self._cut(child, at, sorted(inner), begins, ends))
            # What begins or ends within something that cannot be cut begins before it and ends after it.
            loose = () if child.cuttable else inner
            before = [at, *sorted(loose)] if child.text or index == 0 else []
            after = [*sorted(loose), stop] if child.text or index == last else []
            start = max(child.element.start, paragraph.content)
            edits.insert(start, b"".join(begins.pop(place, b"") for place in before))
            edits.insert(child.element.end, b"".join(ends.pop(place, b"") for place in after))
            at = stop

    def _marks(self, paragraph: _Paragraph) -> tuple[dict[int, bytes], dict[int, bytes]]:
        """What begins and what ends at each character."""
        begins: dict[int, bytes] = {}
        ends: dict[int, bytes] = {}
        for start, end, number in paragraph.anchors:
            begins[start] = begins.get(start, b"") + self._start(number)
            ends[end] = ends.get(end, b"") + self._end(number)
        return begins, ends

    def _cut(
        self, child: _Child, at: int, places: list[int], begins: dict[int, bytes], ends: dict[int, bytes]
    ) -> bytes:
        """A run as several runs with the same properties, with the marks between them."""
        element = child.element
        tag = self._data[element.start : element.inside]
        close = self._data[element.outside : element.end]
        head = tag + self._data[slice(*child.properties)]
        parts = [head]
        for part, text in child.parts:
            stop = at + len(text)
            inner = [place for place in places if at < place <= stop]
            if not inner:
                parts.append(self._data[part.start : part.end])
            for start, end in pairwise([at, *inner] if inner else []):
                parts.append(self._text(text[start - at : end - at]))
                parts += (close, ends.pop(end, b""), begins.pop(end, b""), head)
            if inner and inner[-1] < stop:
                parts.append(self._text(text[inner[-1] - at :]))
            at = stop
        return b"".join((*parts, close))

    def _text(self, words: str) -> bytes:
        return f'<w:t xmlns:w="{self.namespace}" xml:space="preserve">{xml_text(words)}</w:t>'.encode()

    def _start(self, number: int) -> bytes:
        return f'<w:commentRangeStart xmlns:w="{self.namespace}" w:id="{number}"/>'.encode()

    def _end(self, number: int) -> bytes:
        space = f'xmlns:w="{self.namespace}"'
        return (
            f'<w:commentRangeEnd {space} w:id="{number}"/><w:r {space}><w:commentReference w:id="{number}"/></w:r>'
        ).encode()


# the comments


class _Comments:
    """The part of comments."""

    def __init__(self, parts: Parts, main: str, namespace: str, spec: CopySpec) -> None:
        self._parts, self._main, self._namespace, self._wish = parts, main, namespace, spec
        self._part = parts.related(main, "comments")
        old = parts.xml(self._part) if self._part else b""
        used = {int(number) for data in (old, parts.xml(main)) for number in _ID.findall(data)}
        self._next = max(used, default=-1) + 1
        self._new: list[str] = []

    def add(self, note: Note) -> int:
        """Add a comment; returns its number."""
        number = self._next
        self._next += 1
        day = f"{self._wish.day.isoformat()}T00:00:00Z"
        mark = "<w:r><w:annotationRef/></w:r>"
        heading = f"<w:p>{mark}<w:r><w:rPr><w:b/></w:rPr>{_words(note.heading)}</w:r></w:p>"
        rest = "".join(f"<w:p><w:r>{_words(words)}</w:r></w:p>" for words in note.paragraphs)
        self._new.append(
            f'<w:comment xmlns:w="{self._namespace}" w:id="{number}" w:author="{AUTHOR}" w:date="{day}"'
            f' w:initials="{_INITIALS}">{heading}{rest}</w:comment>'
        )
        return number

    def write(self) -> None:
        """Put the part into the file."""
        new = "".join(self._new).encode()
        if self._part is not None:
            data = self._parts.xml(self._part)
            edits = Edits(data)
            edits.append(tree(data, self._part), new)
            self._parts.write(self._part, edits.done())
            return
        folder = self._main.rpartition("/")[0]
        part = self._parts.unused(f"{folder}/comments{{}}.xml".lstrip("/"))
        head = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{self._namespace}">'
        self._parts.write(part, head.encode() + new + b"</w:comments>")
        self._parts.declare(part, _COMMENTS)
        self._parts.relate(self._main, "comments", part, relation_namespace(self._namespace))


def _words(text: str) -> str:
    return f'<w:t xml:space="preserve">{xml_text(text)}</w:t>'
