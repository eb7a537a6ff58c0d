"""What is filled in the form fields of a PDF or typed over it, its signature fields, and what is stuck on a page."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from readers.page import Box, Figure, Word
from readers.pdf_page import MAX_IMAGE_SHARE, MIN_IMAGE, View

MAX_ANNOTATIONS = 2_000
"""Annotations of one page that are looked at."""
MAX_VALUE = 4_000
"""Characters of what is filled in one field."""
MAX_FIELD_NAME = 1_000
"""Characters of the name of a field."""

_NOTES = frozenset(
    {
        pdfium.FPDF_ANNOT_TEXT,
        pdfium.FPDF_ANNOT_STAMP,
        pdfium.FPDF_ANNOT_INK,
        pdfium.FPDF_ANNOT_HIGHLIGHT,
        pdfium.FPDF_ANNOT_STRIKEOUT,
        pdfium.FPDF_ANNOT_SQUARE,
        pdfium.FPDF_ANNOT_CIRCLE,
        pdfium.FPDF_ANNOT_LINE,
        pdfium.FPDF_ANNOT_POLYGON,
        pdfium.FPDF_ANNOT_POLYLINE,
        pdfium.FPDF_ANNOT_CARET,
    }
)
_PICTURES = frozenset({pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_INK})
"""Notes that may be a signature: a picture, or strokes of a pen."""
_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW


@dataclass(slots=True)
class Added:
    """What stands on a page besides its own content."""

    filled: list[Word] = field(default_factory=list)
    """Words in form fields."""
    typed: list[Word] = field(default_factory=list)
    """Words that somebody typed over the page."""
    figures: list[Figure] = field(default_factory=list)
    """Pictures and strokes stuck on it."""
    notes: bool = False
    """Notes are stuck on it, or something is drawn over it."""


class FormFields:
    """The form of an open document; close it before the document."""

    def __init__(self, document: pdfium.FPDF_DOCUMENT) -> None:
        self._form = None
        self.signatures: dict[str, tuple[int, Box]] = {}
        """Where signature fields are shown on the pages that were asked for: number of the page and box, by name."""
        if pdfium.FPDF_GetFormType(document) in (pdfium.FORMTYPE_ACRO_FORM, pdfium.FORMTYPE_XFA_FOREGROUND):
            self._info = pdfium.FPDF_FORMFILLINFO(version=2)
            self._form = pdfium.FPDFDOC_InitFormFillEnvironment(document, self._info)

    def close(self) -> None:
        """Let go of the form."""
        if self._form:
            pdfium.FPDFDOC_ExitFormFillEnvironment(self._form)
            self._form = None

    def on(self, page: pdfium.FPDF_PAGE, number: int) -> Added:
        """What is added to a page, told by its number."""
        count = min(pdfium.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS)
        added = Added()
        view = View(page) if count else None
        for at in range(count):
            annotation = pdfium.FPDFPage_GetAnnot(page, at)
            if not annotation or view is None:
                continue
            if not pdfium.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
                self._add(annotation, number, view, added)
            pdfium.FPDFPage_CloseAnnot(annotation)
        return added

    def _add(self, annotation: pdfium.FPDF_ANNOTATION, number: int, view: View, added: Added) -> None:
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        box = _box(annotation, view)
        added.notes |= kind in _NOTES
        if kind in _PICTURES and _is_picture(box, view):
            added.figures.append(Figure("image", box))
        if kind == pdfium.FPDF_ANNOT_FREETEXT:
            typed = _laid_out(_contents(annotation), box)
            added.typed += typed
            added.notes |= not typed
        if kind == pdfium.FPDF_ANNOT_WIDGET and self._form:
            added.filled += self._filled(annotation, box)
            self._signed(annotation, number, box)

    def _signed(self, annotation: pdfium.FPDF_ANNOTATION, number: int, box: Box) -> None:
        """Note where a signature field is shown; one without an extent is not."""
        kind = pdfium.FPDFAnnot_GetFormFieldType(self._form, annotation)
        if kind == pdfium.FPDF_FORMFIELD_SIGNATURE and box[0] < box[2] and box[1] < box[3]:
            rounded = (round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1))
            self.signatures.setdefault(self._name(annotation), (number, rounded))

    def _name(self, annotation: pdfium.FPDF_ANNOTATION) -> str:
        length = pdfium.FPDFAnnot_GetFormFieldName(self._form, annotation, None, 0)
        if not 2 < length <= 2 * MAX_FIELD_NAME:
            return ""
        buffer = ctypes.create_string_buffer(length)
        target = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
        pdfium.FPDFAnnot_GetFormFieldName(self._form, annotation, target, length)
        return buffer.raw[: length - 2].decode("utf-16-le", "replace")

    def _filled(self, annotation: pdfium.FPDF_ANNOTATION, box: Box) -> list[Word]:
        kind = pdfium.FPDFAnnot_GetFormFieldType(self._form, annotation)
        if kind in (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON):
            return [Word(*box, "✓")] if pdfium.FPDFAnnot_IsChecked(self._form, annotation) else []
        if kind not in (
            pdfium.FPDF_FORMFIELD_TEXTFIELD,
            pdfium.FPDF_FORMFIELD_COMBOBOX,
            pdfium.FPDF_FORMFIELD_LISTBOX,
        ):
            return []
        return _laid_out(self._value(annotation), box)

    def _value(self, annotation: pdfium.FPDF_ANNOTATION) -> str:
        length = pdfium.FPDFAnnot_GetFormFieldValue(self._form, annotation, None, 0)
        if not 2 < length <= 2 * MAX_VALUE:
            return ""
        buffer = ctypes.create_string_buffer(length)
        target = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
        pdfium.FPDFAnnot_GetFormFieldValue(self._form, annotation, target, length)
        return buffer.raw[: length - 2].decode("utf-16-le", "replace")


def _box(annotation: pdfium.FPDF_ANNOTATION, view: View) -> Box:
    """Where an annotation stands; a place without an extent where it does not say."""
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(annotation, rect):
        return 0.0, 0.0, 0.0, 0.0
    return view.box(rect.left, rect.bottom, rect.right, rect.top)


def _is_picture(box: Box, view: View) -> bool:
    """Whether a box is of the size of a picture, not of a speck or of the page."""
    wide, high = box[2] - box[0], box[3] - box[1]
    return min(wide, high) >= MIN_IMAGE and wide * high <= MAX_IMAGE_SHARE * view.width * view.height


def _contents(annotation: pdfium.FPDF_ANNOTATION) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    if not 2 < length <= 2 * MAX_VALUE:
        return ""
    buffer = ctypes.create_string_buffer(length)
    target = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", target, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")


def _laid_out(value: str, box: Box) -> list[Word]:
    """The words of a field, laid out in its box, one line below the other."""
    lines = [line.split() for line in value.replace("\r", "\n").split("\n") if line.strip()]
    words: list[Word] = []
    for at, line in enumerate(lines):
        height = (box[3] - box[1]) / len(lines)
        letter = (box[2] - box[0]) / max(1, len(" ".join(line)))
        start = 0
        for text in line:
            left, top = box[0] + start * letter, box[1] + at * height
            words.append(Word(left, top, left + len(text) * letter, top + height, text))
            start += len(text) + 1
    return words
