"""
How the characters of a PDF look: how large, whether bold, and whether anybody sees them.

PDFium is asked once for each run of characters that is drawn alike, since asking for each character costs too much.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable
from typing import NamedTuple

import pypdfium2.raw as pdfium

from readers.page import Box, holds

MIN_VISIBLE = 250
"""What is drawn with red, green and blue all at least this is white."""
MIN_SIZE = 2.0
"""Points of the smallest letters that somebody reads."""
MAX_FONT_NAME = 200
"""Characters of the name of a font."""
MAX_PAINTED = 2_000
"""Painted things of a page beyond which no letter is said to be unseen."""

_BOLD_NAMES = ("bold", "black", "heavy", "-demi", ",demi")
_FORCED_BOLD = 1 << 18
"""Flag of a font that is to be drawn bold (ISO 32000-1, 9.8.2)."""
_INVISIBLE = frozenset({pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP})


class Look(NamedTuple):
    """How characters look."""

    size: float
    """Points of the font as shown; 0 where it is not known."""
    bold: bool
    ink: bool
    """False: drawn with no ink at all, as the text under a scan is."""
    white: bool
    turn: int = 0
    """Degrees clockwise by which they are turned on the page as it is before it is turned: a multiple of 90."""


PLAIN = Look(0.0, bold=False, ink=True, white=False)


class Looks:
    """The looks of the characters of one page."""

    def __init__(self, text: pdfium.FPDF_TEXTPAGE) -> None:
        self._text = text
        self._fonts: dict[int, bool] = {}
        self._looks: dict[int, Look] = {}
        self._matrix = pdfium.FS_MATRIX()
        self._colours = tuple(ctypes.c_uint() for _ in range(4))

    def at(self, index: int) -> Look:
        """How a character looks."""
        drawn = pdfium.FPDFText_GetTextObject(self._text, index)
        if not drawn:
            return PLAIN
        address = ctypes.addressof(drawn.contents)
        look = self._looks.get(address)
        if look is None:
            look = self._looks[address] = self._look(drawn, index)
        return look

    def _look(self, drawn: pdfium.FPDF_PAGEOBJECT, index: int) -> Look:
        size, turn = pdfium.FPDFText_GetFontSize(self._text, index), 0
        matrix = self._matrix
        if pdfium.FPDFText_GetMatrix(self._text, index, matrix):
            size *= math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
            turn = round(math.degrees(math.atan2(matrix.c, matrix.a)) / 90) * 90 % 360
        mode = pdfium.FPDFTextObj_GetTextRenderMode(drawn)
        is_thick = mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
        return Look(size, is_thick or self._is_bold(drawn), mode not in _INVISIBLE, self._is_white(drawn), turn)

    def _is_bold(self, drawn: pdfium.FPDF_PAGEOBJECT) -> bool:
        font = pdfium.FPDFTextObj_GetFont(drawn)
        if not font:
            return False
        address = ctypes.addressof(font.contents)
        if address not in self._fonts:
            name = _name(font)
            is_forced = pdfium.FPDFFont_GetFlags(font) & _FORCED_BOLD
            self._fonts[address] = bool(is_forced) or any(part in name for part in _BOLD_NAMES)
        return self._fonts[address]

    def _is_white(self, drawn: pdfium.FPDF_PAGEOBJECT) -> bool:
        red, green, blue, alpha = self._colours
        if not pdfium.FPDFPageObj_GetFillColor(drawn, red, green, blue, alpha):
            return False
        return alpha.value == 0 or min(red.value, green.value, blue.value) >= MIN_VISIBLE


def _name(font: pdfium.FPDF_FONT) -> str:
    buffer = ctypes.create_string_buffer(MAX_FONT_NAME)
    length = pdfium.FPDFFont_GetBaseFontName(font, buffer, MAX_FONT_NAME)
    return buffer.raw[: max(0, min(length, MAX_FONT_NAME) - 1)].decode("utf-8", "replace").lower()


class Painted:
    """What is painted on a page that white letters may be seen on, or letters without ink may stand for."""

    def __init__(self, raw: pdfium.FPDF_PAGE, box: Callable[[float, float, float, float], Box]) -> None:
        self._box = box
        self.images: list[Box] = []
        self.areas: list[Box] = []
        """Images, shadings, and areas that are not white."""
        self._too_many = False
        self._read(raw)

    def shows(self, x: float, y: float, *, white: bool) -> bool:
        """Whether white letters at a point are seen, or letters without ink stand for a picture there."""
        if self._too_many:
            return True
        return any(holds(area, x, y) for area in (self.areas if white else self.images))

    def _read(self, raw: pdfium.FPDF_PAGE) -> None:
        """Note areas; a form is one as a whole, since white text in it is hardly ever hidden."""
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        for at in range(pdfium.FPDFPage_CountObjects(raw)):
            obj = pdfium.FPDFPage_GetObject(raw, at)
            kind = pdfium.FPDFPageObj_GetType(obj)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT or (kind == pdfium.FPDF_PAGEOBJ_PATH and not _is_dark(obj)):
                continue
            if pdfium.FPDFPageObj_GetBounds(obj, left, bottom, right, top):
                area = self._box(left.value, bottom.value, right.value, top.value)
                self.areas.append(area)
                self._too_many = len(self.areas) > MAX_PAINTED
                if self._too_many:
                    return
                if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
                    self.images.append(area)


def _is_dark(path: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Whether a path paints an area that is not white."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if not fill.value:
        return False
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(path, red, green, blue, alpha):
        return True
    return alpha.value > 0 and min(red.value, green.value, blue.value) < MIN_VISIBLE
