"""
Highlights with notes in a PDF, at the words that the findings are about.

PDFium adds the annotations. To a file with a digital signature they are appended, so that the signature still holds for
what was signed; the copy as a whole is not what was signed, and a note says so.

Every exception is a `readers.errors.ReadError`: damaged, password.
"""

from __future__ import annotations

import ctypes
import hashlib
import math
import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from annotating.notes import AUTHOR, CopySpec, Note, signed_remark
from readers.errors import ReadError
from readers.pdf_page import View
from schemas.report import Severity

MAX_CHARACTERS = 200_000
"""Characters of a page in which quoted words are looked for; on a fuller page the whole place is marked."""
MIN_SIDE = 4.0
"""Points of the narrowest highlight."""
ICON = 20.0
"""Points of the side of a note that stands at no words."""
EDGE = 6.0
"""Points between such a note and the edge of the page, and between two of them."""
SLACK = 1.5
"""Points by which a character may stand outside of the box of its words."""
SHARED = 0.3
"""Share of the height of a character that it has in common with others of its line."""
OPACITY = 110
"""Of highlights, of 255."""

_COLOURS: dict[Severity | None, tuple[int, int, int]] = {
    Severity.CRITICAL: (255, 92, 92),
    Severity.MAJOR: (255, 165, 60),
    Severity.MINOR: (255, 222, 60),
    Severity.ADVICE: (120, 190, 255),
    None: (190, 190, 190),
}
_ID = re.compile(rb"/ID\s*\[\s*(<[0-9A-Fa-f]{0,80}>|\((?:[^()\\]|\\.){0,160}\))\s*<([0-9A-Fa-f]{32})>\s*\]", re.DOTALL)
"""What PDFium writes: the identifier of the original, or one drawn by lot where it has none, and one of the copy."""
_HAS_ID = re.compile(rb"/ID\s*\[")

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in points, from the top left corner of the page as shown."""


@dataclass(slots=True)
class _Mark:
    """One annotation: all notes of the same words."""

    boxes: tuple[Box, ...]
    """A box for each printed line; none for a note at the edge of the page."""
    notes: list[Note] = field(default_factory=list)


def annotated_pdf(data: bytes, notes: Sequence[Note], spec: CopySpec) -> bytes:
    """
    A copy of a PDF with the notes as annotations.

    Args:
        data: The whole file.
        notes: What is to be said; `Evidence.page` and `Evidence.bbox` say where.
        spec: Language and day.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReadError("damaged", f"{spec.name} tidak dapat dibuka untuk diberi catatan.") from error
    with closing(document):
        count = len(document)
        listed = list(notes)
        signed = pdfium.FPDF_GetSignatureCount(document.raw) > 0
        if signed:
            listed.append(signed_remark(spec.lang))
        for number, of_page in _by_page(listed, count, spec).items():
            _annotate(document.raw, number, of_page, spec)
        saved = _saved(document.raw, signed=signed)
    return _checked(_same_id(saved, data, spec), count, spec)


def _by_page(notes: Sequence[Note], count: int, spec: CopySpec) -> dict[int, list[Note]]:
    """The notes of each page, from 1; those without a page stand on the first."""
    pages: dict[int, list[Note]] = {}
    for note in notes:
        page = note.place.page if note.place else None
        if page is None or not 1 <= page <= count:
            pages.setdefault(1, []).append(note if note.severity is None else note.astray(spec.lang))
        else:
            pages.setdefault(page, []).append(note)
    return dict(sorted(pages.items()))


def _annotate(document: object, number: int, notes: Sequence[Note], spec: CopySpec) -> None:
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        raise ReadError("damaged", f"Halaman {number} dari {spec.name} rusak dan tidak dapat diberi catatan.")
    try:
        view = View(page)
        marks = _marks(page, view, notes)
        icons = _icons(view)
        for at, mark in enumerate(marks, start=1):
            name = f"patuh-{number}-{at}"
            if mark.boxes:
                _highlight(page, view, mark, (name, spec))
            else:
                _icon(page, view, next(icons), mark, (name, spec))
    finally:
        pdfium.FPDF_ClosePage(page)


def _marks(page: object, view: View, notes: Sequence[Note]) -> list[_Mark]:
    """One mark for all notes of the same words; larger ones first, so that smaller ones lie above them."""
    marks: dict[tuple[Box, ...], _Mark] = {}
    alone: list[_Mark] = []
    with closing(_Words(page, view)) as words:
        for note in notes:
            boxes = words.boxes(note)
            if not boxes:
                alone.append(_Mark((), [note]))
                continue
            found = marks.setdefault(boxes, _Mark(boxes))
            if all(other.finding != note.finding for other in found.notes):
                found.notes.append(note)
    placed = sorted(marks.values(), key=lambda mark: -_area(mark.boxes))
    return placed + alone


def _area(boxes: Sequence[Box]) -> float:
    return sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in boxes)


# words


class _Words:
    """The characters of a page, to find quoted words within the box of their paragraph."""

    def __init__(self, page: object, view: View) -> None:
        self._view = view
        self._text = pdfium.FPDFText_LoadPage(page)
        count = pdfium.FPDFText_CountChars(self._text) if self._text else 0
        self._count = count if count <= MAX_CHARACTERS else 0
        self._chars: list[tuple[str, Box]] | None = None
        self._used: dict[tuple[int, Box, str], int] = {}

    def close(self) -> None:
        """Let go of the page."""
        if self._text:
            pdfium.FPDFText_ClosePage(self._text)

    def boxes(self, note: Note) -> tuple[Box, ...]:
        """A box for each line of the quoted words, or that of the whole place; none where no place is known."""
        place = note.place
        if place is None or place.bbox is None:
            return ()
        whole = _widened(_within(place.bbox, self._view))
        quote = "".join(place.quote.split()).casefold()
        if not quote:
            return (whole,)
        key = (note.finding, whole, quote)
        self._used[key] = self._used.get(key, -1) + 1
        return tuple(map(_widened, self._lines(quote, whole, self._used[key]))) or (whole,)

    def _lines(self, quote: str, whole: Box, occurrence: int) -> list[Box]:
        """The lines of the first, second ... place at which a quote stands in a box."""
        within = [(char, box) for char, box in self._all() if _holds(whole, box)]
        text = "".join(char for char, _ in within)
        at = text.find(quote)
        while occurrence and (later := text.find(quote, at + len(quote))) >= 0:
            at = later
            occurrence -= 1
        if at < 0 or len(text) != len(within):
            return []
        return _joined([box for _, box in within[at : at + len(quote)]])

    def _all(self) -> list[tuple[str, Box]]:
        if self._chars is None:
            self._chars = list(self._read())
        return self._chars

    def _read(self) -> Iterator[tuple[str, Box]]:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        for index in range(self._count):
            char = _char(pdfium.FPDFText_GetUnicode(self._text, index))
            if char and pdfium.FPDFText_GetCharBox(self._text, index, left, right, bottom, top):
                yield char, self._view.box(left.value, bottom.value, right.value, top.value)


def _char(code: int) -> str:
    """One character as it is compared; nothing for blanks and for what prints as several."""
    char = chr(code) if 32 < code < 0xD800 or 0xE000 <= code < 0x110000 else "-" if code == 2 else ""
    folded = char.casefold()
    return folded if len(folded) == 1 and not folded.isspace() else ""


def _joined(boxes: Sequence[Box]) -> list[Box]:
    """The boxes of characters as boxes of lines, which run across or, on a turned page, up or down."""
    steps = [(abs(b[0] - a[0]), abs(b[1] - a[1])) for a, b in pairwise(boxes)]
    upright = sum(x < y for x, y in steps) > len(steps) / 2
    low, high = (0, 2) if upright else (1, 3)
    lines: list[Box] = []
    for box in boxes:
        if lines:
            line = lines[-1]
            shared = min(box[high], line[high]) - max(box[low], line[low])
            if shared > SHARED * min(box[high] - box[low], line[high] - line[low]):
                lines[-1] = (*map(min, line[:2], box[:2]), *map(max, line[2:], box[2:]))  # type: ignore[assignment]
                continue
        lines.append(box)
    return lines


def _holds(whole: Box, box: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return whole[0] - SLACK <= x <= whole[2] + SLACK and whole[1] - SLACK <= y <= whole[3] + SLACK


def _within(box: Box, view: View) -> Box:
    """The part of a box that is on the page."""
    x0, y0, x1, y1 = (value if math.isfinite(value) else 0.0 for value in box)
    return (
        min(max(x0, 0.0), view.width),
        min(max(y0, 0.0), view.height),
        min(max(x1, 0.0), view.width),
        min(max(y1, 0.0), view.height),
    )


def _widened(box: Box) -> Box:
    """The box, a little larger, so that the words in it stay whole and a narrow one can be hit."""
    x0, y0, x1, y1 = box
    wide, high = max(1.0, (MIN_SIDE - (x1 - x0)) / 2), max(1.0, (MIN_SIDE - (y1 - y0)) / 2)
    return tuple(round(value, 2) for value in (x0 - wide, y0 - high, x1 + wide, y1 + high))  # type: ignore[return-value]


# annotations


def _highlight(page: object, view: View, mark: _Mark, said: tuple[str, CopySpec]) -> None:
    annotation = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_HIGHLIGHT)
    try:
        for box in mark.boxes:
            pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, _quad(view, box))
        around = (
            min(box[0] for box in mark.boxes),
            min(box[1] for box in mark.boxes),
            max(box[2] for box in mark.boxes),
            max(box[3] for box in mark.boxes),
        )
        pdfium.FPDFAnnot_SetRect(annotation, _rect(view, around))
        _describe(annotation, mark, said)
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _icon(page: object, view: View, box: Box, mark: _Mark, said: tuple[str, CopySpec]) -> None:
    annotation = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_TEXT)
    try:
        pdfium.FPDFAnnot_SetRect(annotation, _rect(view, box))
        _describe(annotation, mark, said)
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _icons(view: View) -> Iterator[Box]:
    """Places for notes at no words: along the upper edge from the right, then below."""
    step = ICON + EDGE
    across = max(1, int((view.width - EDGE) // step))
    down = max(1, int((view.height - EDGE) // step))
    number = 0
    while True:
        row, column = divmod(number, across)
        x1, y0 = view.width - EDGE - column * step, EDGE + (row % down) * step
        yield x1 - ICON, y0, x1, y0 + ICON
        number += 1


def _describe(annotation: object, mark: _Mark, said: tuple[str, CopySpec]) -> None:
    """Colour, words, author and day."""
    name, spec = said
    gravest = min((note.severity for note in mark.notes if note.severity), key=lambda one: one.rank, default=None)
    opacity = OPACITY if mark.boxes else 255
    pdfium.FPDFAnnot_SetColor(annotation, pdfium.FPDFANNOT_COLORTYPE_Color, *_COLOURS[gravest], opacity)
    pdfium.FPDFAnnot_SetFlags(annotation, pdfium.FPDF_ANNOT_FLAG_PRINT)
    day = f"D:{spec.day:%Y%m%d}000000Z"
    words = "\n\n".join(note.text for note in mark.notes)
    for key, value in (("Contents", words), ("T", AUTHOR), ("NM", name), ("M", day), ("CreationDate", day)):
        encoded = value.encode("utf-16-le") + b"\0\0"
        buffer = (ctypes.c_ushort * (len(encoded) // 2)).from_buffer_copy(encoded)
        pdfium.FPDFAnnot_SetStringValue(annotation, key.encode(), buffer)


def _quad(view: View, box: Box) -> pdfium.FS_QUADPOINTSF:
    """The corners of a box as one sees them: above left and right, below left and right."""
    x0, y0, x1, y1 = box
    corners = [view.back(x, y) for x, y in ((x0, y0), (x1, y0), (x0, y1), (x1, y1))]
    return pdfium.FS_QUADPOINTSF(*(value for corner in corners for value in corner))


def _rect(view: View, box: Box) -> pdfium.FS_RECTF:
    (xa, ya), (xb, yb) = view.back(box[0], box[1]), view.back(box[2], box[3])
    return pdfium.FS_RECTF(left=min(xa, xb), top=max(ya, yb), right=max(xa, xb), bottom=min(ya, yb))


# saving


def _saved(document: object, *, signed: bool) -> bytes:
    """A signed original stays in the copy as it is, with the notes after it; any other is written anew, and smaller."""
    parts: list[bytes] = []

    def write(_: object, data: Any, size: int) -> int:
        parts.append(ctypes.string_at(data, size))
        return 1

    target = pdfium.FPDF_FILEWRITE(version=1)
    pypdfium2.internal.set_callback(target, "WriteBlock", write)
    if not pdfium.FPDF_SaveAsCopy(document, target, pdfium.FPDF_INCREMENTAL if signed else pdfium.FPDF_NO_INCREMENTAL):
        raise ReadError("damaged", "PDF tidak dapat disimpan dengan catatan.")
    return b"".join(parts)


def _same_id(saved: bytes, data: bytes, spec: CopySpec) -> bytes:
    """The file with an identifier that depends on nothing but the original and the day."""
    digest = hashlib.sha256(data + spec.day.isoformat().encode()).hexdigest()[:32].upper().encode()
    start = len(data) if saved.startswith(data) else 0
    for match in list(_ID.finditer(saved, start))[-1:]:
        first = match[1] if _HAS_ID.search(data) else b"<" + digest + b">"
        saved = saved[: match.start(1)] + first + b"<" + digest + b">]" + saved[match.end() :]
    return saved


def _checked(saved: bytes, count: int, spec: CopySpec) -> bytes:
    """
    The copy, which opens as the original does.

    Raises:
        ReadError: ``damaged``.
    """
    try:
        with closing(pypdfium2.PdfDocument(saved)) as document:
            if len(document) == count:
                return saved
    except pypdfium2.PdfiumError:
        pass
    raise ReadError("damaged", f"{spec.name} terlalu rusak untuk disalin dengan catatan.")
