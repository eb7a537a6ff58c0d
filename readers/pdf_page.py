"""
What stands on a page of a PDF, by PDFium: words, lines, figures, images, as one sees them on the page.

PDFium counts from the bottom left corner of the page before it is turned and cropped; nothing of that leaves here.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from readers.page import Box, Figure, Page, Ruling, Word, around, holds, upright_box
from readers.path_figures import Path, figure_of, sides
from readers.pdf_limits import PdfLimits
from readers.pdf_looks import MIN_SIZE, MIN_VISIBLE, PLAIN, Look, Looks, Painted
from readers.pdf_strikes import without_struck

MAX_SEGMENTS = 400
"""Points of a path that may be a ruling or a figure; others are drawings."""
MAX_FORM_DEPTH = 5
"""Forms within forms that lines are looked for in."""
MIN_IMAGE = 12.0
"""Points of the smallest image that is told: a smaller one is a bullet or a part of a line."""
MAX_IMAGE_SHARE = 0.6
"""Share of the page from which an image is its background."""
MIN_STROKE, MIN_SCRAWL = 9, 24
"""
Points of the shortest open pen stroke, and of an area or of strokes together that may be a signature; a bent arrow has
six, a rounded figure 17.
"""
MAX_STROKES = 400
"""Pen strokes of one page that are put together; more of them are a drawing, or letters drawn as curves."""
WORD_GAP = 0.35
"""Gap between two characters, as a share of the height of their line, that parts words without a blank."""
COPIED = 4
"""So many times as many words without ink as with it leave nothing of a page but its picture and a stamp."""
BREAK_GAP = 0.1
"""The same where PDFium sees the end of a line, as it does between letters that are written one by one."""
ASCENT, DESCENT = 0.9, 0.22
"""Where the letters of a font reach to above and below its base line, as shares of its size."""
FULL = 1.1
"""Share of the size of a font that the box of a line has at least."""

_BREAKS = frozenset({10, 13})
_BLANKS = frozenset({0, 9, 11, 12, 32, 0x85, 0xA0, 0x202F, 0x3000, *range(0x2000, 0x200B)})
_NOTHING = frozenset({0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(1, 9), *range(14, 32)}) - {2}
_SYMBOLS = {
    2: "-",  # PDFium's sign for a hyphen at the end of a line
    0xF0FC: "✓",  # Wingdings
    0xF0FE: "☑",
    0xF0D6: "√",  # Symbol
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFFFE: "-",
}

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Unread:
    """What of a page was not read, for notices."""

    paths: bool = False
    """More drawn paths than `PdfLimits.paths`."""
    too_long: bool = False
    """More characters than `PdfLimits.page_characters`."""
    background: bool = False
    """An image covers the page."""
    strokes: bool = False
    """More pen strokes than are put together."""
    characters: int = 0
    """Characters without a meaning in the font's own table."""
    hidden: bool = False
    """Words that nobody sees: white on white, without ink, tiny, or beyond the edge of the page."""
    struck: bool = False
    """Words that are struck out."""
    copied: bool = False
    """Most words lie unseen under a picture: a copier or a program recognised them."""


class View:
    """How coordinates of PDFium become those of the page as shown."""

    def __init__(self, raw: pdfium.FPDF_PAGE) -> None:
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(raw, box)
        self._left, self._right, self._bottom, self._top = box.left, box.right, box.bottom, box.top
        self.turn = 90 * pdfium.FPDFPage_GetRotation(raw)
        wide, high = box.right - box.left, box.top - box.bottom
        self.width, self.height = (wide, high) if self.turn % 180 == 0 else (high, wide)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point."""
        if self.turn == 0:
            return x - self._left, self._top - y
        if self.turn == 90:
            return y - self._bottom, x - self._left
        if self.turn == 180:
            return self._right - x, y - self._bottom
        return self._top - y, self._right - x

    def back(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page as shown, as PDFium counts."""
        if self.turn == 0:
            return x + self._left, self._top - y
        if self.turn == 90:
            return y + self._left, x + self._bottom
        if self.turn == 180:
            return self._right - x, y + self._bottom
        return self._right - y, self._top - x

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box."""
        if not self.turn:
            x, y = self._left, self._top
            return left - x, y - top, right - x, y - bottom
        (xa, ya), (xb, yb) = self.point(left, bottom), self.point(right, top)
        return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)


def read_page(raw: pdfium.FPDF_PAGE, number: int, limits: PdfLimits) -> tuple[Page, Unread]:
    """
    Read what stands on a loaded page.

    Args:
        raw: The page.
        number: Its 1-based number.
        limits: How much of it is taken.
    """
    view, unread = View(raw), Unread()
    page = Page(number, view.width, view.height)
    _Drawings(page, view, limits, unread).read(raw)
    text = pdfium.FPDFText_LoadPage(raw)
    if text:
        try:
            _read_words(_Characters(text, view, unread), raw, page, limits)
        finally:
            pdfium.FPDFText_ClosePage(text)
    return page, unread


# words ------------------------------------------------------------------------------------------------------------


def _read_words(characters: _Characters, raw: pdfium.FPDF_PAGE, page: Page, limits: PdfLimits) -> None:
    """Put the words on the page that somebody sees and nobody has struck out."""
    unread = characters.unread
    count = characters.count()
    unread.too_long = count > limits.page_characters
    page.words = characters.words(min(count, limits.page_characters))
    if page.level:
        kept, level = without_struck(page.words, page.level, characters.letters)
        unread.struck = len(level) < len(page.level)
        page.words, page.level = kept, level
    seen = _Seen(raw, page, characters)
    kept = [word for word in page.words if seen(word)]
    unread.hidden = len(kept) < len(page.words)
    without_ink = sum(not characters.unusual.get(id(word), PLAIN).ink for word in kept)
    unread.copied = without_ink > COPIED * (len(kept) - without_ink)
    page.words = kept


class _Seen:
    """Tells whether somebody sees a word."""

    def __init__(self, raw: pdfium.FPDF_PAGE, page: Page, characters: _Characters) -> None:
        self._raw, self._characters = raw, characters
        self._page = (-1.0, -1.0, page.width + 1, page.height + 1)
        self._painted: Painted | None = None

    def __call__(self, word: Word) -> bool:
        x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
        if not holds(self._page, x, y) or 0 < word.size < MIN_SIZE:
            return False
        look = self._characters.unusual.get(id(word))
        if look is None:
            return True
        if self._painted is None:
            self._painted = Painted(self._raw, self._characters.view.box)
        return self._painted.shows(x, y, white=look.ink)


class _Characters:
    """Puts characters together to words."""

    def __init__(self, text: pdfium.FPDF_TEXTPAGE, view: View, unread: Unread) -> None:
        self._text, self.view, self.unread = text, view, unread
        self.unusual: dict[int, Look] = {}
        """By `id` of the word: how words look that perhaps nobody sees."""
        self._looks = Looks(text)
        self._look = PLAIN
        self._words: list[Word] = []
        self._starts: list[int] = []
        self._start = 0
        self._letters: list[str] = []
        self._origin = ctypes.c_double(), ctypes.c_double()
        self._turn = 0
        self._extent: Box = (0.0, 0.0, 0.0, 0.0)
        """Box of the word so far, for somebody who reads it from left to right."""

    def words(self, count: int) -> list[Word]:
        """The words of the first `count` characters, in the order in which they are written."""
        text, rect = self._text, pdfium.FS_RECTF()
        code_of, box_of, box = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox, self.view.box
        letters, gap = self._letters, WORD_GAP
        for at in range(count):
            code = code_of(text, at)
            if code in _BREAKS:
                gap = BREAK_GAP
            elif code in _BLANKS:
                if letters:
                    self._end()
            elif code not in _NOTHING:
                box_of(text, at, rect)
                shown = box(rect.left, rect.bottom, rect.right, rect.top)
                if not letters or not self._add(shown, gap):
                    self._begin(at, shown)
                gap = WORD_GAP
                letters.append(chr(code) if code < 0x2000 and code != 2 else self._letter(code))
        self._end()
        return self._words

    def count(self) -> int:
        """How many characters the page has."""
        return int(pdfium.FPDFText_CountChars(self._text))

    def letters(self, word: int) -> list[tuple[float, float]]:
        """From where to where the characters of a word reach, told by its place among the words."""
        rect = pdfium.FS_RECTF()
        places: list[tuple[float, float]] = []
        at, last = self._starts[word], self.count()
        while at < last and len(places) < len(self._words[word].text):
            code = pdfium.FPDFText_GetUnicode(self._text, at)
            if code not in _BREAKS and code not in _NOTHING:
                pdfium.FPDFText_GetLooseCharBox(self._text, at, rect)
                box = self.view.box(rect.left, rect.bottom, rect.right, rect.top)
                places.append((box[0], box[2]))
            at += 1
        return places

    def _begin(self, at: int, shown: Box) -> None:
        self._end()
        self._start, self._look = at, self._looks.at(at)
        self._turn = (self._look.turn + self.view.turn) % 360
        self._extent = upright_box(shown, self._turn) if self._turn else shown

    def _add(self, shown: Box, gap: float) -> bool:
        """Take a character that stands right after those before, in their line; False when it does not."""
        x0, y0, x1, y1 = upright_box(shown, self._turn) if self._turn else shown
        left, top, right, bottom = self._extent
        height = bottom - top
        if height < 1.0:  # noqa: PLR1730 - for each character: `max` and `min` cost a tenth of the whole
            height = 1.0
        if x0 - right > gap * height or x0 < right - height or x1 <= left:
            return False
        if y0 != top or y1 != bottom:
            if not top - 0.25 * height <= (y0 + y1) / 2 <= bottom + 0.25 * height:
                return False
            left = x0 if x0 < left else left  # noqa: FURB136
            top = y0 if y0 < top else top  # noqa: FURB136
            bottom = y1 if y1 > bottom else bottom  # noqa: FURB136
        self._extent = left, top, x1 if x1 > right else right, bottom  # noqa: FURB136
        return True

    def _end(self) -> None:
        if self._letters:
            look = self._look
            box = upright_box(self._extent, (360 - self._turn) % 360) if self._turn else self._line_high()
            word = Word(*box, "".join(self._letters), self._turn, size=look.size, bold=look.bold)
            if look.white or not look.ink:
                self.unusual[id(word)] = look
            self._words.append(word)
            self._starts.append(self._start)
            self._letters.clear()

    def _line_high(self) -> Box:
        """The box of the word as high as its line, also where PDFium knows no more than the ink of its letters."""
        left, top, right, bottom = self._extent
        size = self._look.size
        if bottom - top >= FULL * size:
            return self._extent
        x, y = self._origin
        if not pdfium.FPDFText_GetCharOrigin(self._text, self._start, x, y):
            return self._extent
        base = self.view.point(x.value, y.value)[1]
        return left, min(top, base - ASCENT * size), right, max(bottom, base + DESCENT * size)

    def _letter(self, code: int) -> str:
        if code in _SYMBOLS:
            return _SYMBOLS[code]
        if 0xD800 <= code < 0xE000 or code > 0x10FFFF or code == 0xFFFD:
            self.unread.characters += 1
            return "\N{REPLACEMENT CHARACTER}"
        return chr(code)


# drawings ---------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Drawings:
    """Takes the paths and images of a page."""

    page: Page
    view: View
    limits: PdfLimits
    unread: Unread
    _matrix: pdfium.FS_MATRIX = field(default_factory=pdfium.FS_MATRIX)
    _seen: int = 0
    _strokes: list[tuple[Box, int]] = field(default_factory=list)
    """Pen strokes, which are no figure: where each stands and how many points it has."""

    def read(self, raw: pdfium.FPDF_PAGE) -> None:
        """Add what is drawn to the page; a page with too much of it gets no lines."""
        for kind, obj, matrix in self._objects(raw):
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._image(obj, matrix)
            else:
                self._seen += 1
                self._path(obj, matrix)
        self._add_strokes()
        if self.unread.paths:
            self.page.level, self.page.upright, self.page.figures = [], [], []

    def _objects(self, raw: pdfium.FPDF_PAGE) -> Iterator[tuple[int, pdfium.FPDF_PAGEOBJECT, Matrix]]:
        count: Callable[[int], object] = lambda at: pdfium.FPDFPage_GetObject(raw, at)  # noqa: E731
        yield from self._walk(pdfium.FPDFPage_CountObjects(raw), count, IDENTITY, 0)

    def _walk(
        self, count: int, get: Callable[[int], object], matrix: Matrix, depth: int
    ) -> Iterator[tuple[int, pdfium.FPDF_PAGEOBJECT, Matrix]]:
        for at in range(count):
            obj = get(at)
            kind = pdfium.FPDFPageObj_GetType(obj)
            if kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
                if self._seen >= self.limits.page_paths:
                    self.unread.paths = True
                    return
                yield kind, obj, matrix
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_FORM_DEPTH:
                inner = _times(self._matrix_of(obj), matrix)
                yield from self._walk(pdfium.FPDFFormObj_CountObjects(obj), _within(obj), inner, depth + 1)

    def _matrix_of(self, obj: pdfium.FPDF_PAGEOBJECT) -> Matrix:
        found = self._matrix
        if not pdfium.FPDFPageObj_GetMatrix(obj, found):
            return IDENTITY
        return found.a, found.b, found.c, found.d, found.e, found.f

    def _image(self, obj: pdfium.FPDF_PAGEOBJECT, matrix: Matrix) -> None:
        a, b, c, d, e, f = _times(self._matrix_of(obj), matrix)
        corners = [self.view.point(x, y) for x, y in ((e, f), (a + e, b + f), (c + e, d + f), (a + c + e, b + d + f))]
        box = around((x, y, x, y) for x, y in corners)
        width, height = box[2] - box[0], box[3] - box[1]
        background = width * height > MAX_IMAGE_SHARE * self.page.width * self.page.height
        self.unread.background |= background
        if min(width, height) >= MIN_IMAGE and not background:
            self.page.figures.append(Figure("image", box))

    def _path(self, obj: pdfium.FPDF_PAGEOBJECT, matrix: Matrix) -> None:
        count = pdfium.FPDFPath_CountSegments(obj)
        if not 2 <= count <= MAX_SEGMENTS:
            self.unread.strokes |= count > MAX_SEGMENTS
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(obj, fill, stroke)
        if not self._visible(obj, stroked=bool(stroke.value), filled=bool(fill.value)):
            return
        full = _times(self._matrix_of(obj), matrix)
        for path in self._parts(obj, count, full, stroked=bool(stroke.value)):
            self._add(path)

    def _visible(self, obj: pdfium.FPDF_PAGEOBJECT, *, stroked: bool, filled: bool) -> bool:
        if not stroked and not filled:
            return False
        colours = [ctypes.c_uint() for _ in range(4)]
        get = pdfium.FPDFPageObj_GetStrokeColor if stroked else pdfium.FPDFPageObj_GetFillColor
        if not get(obj, *colours):
            return True
        return colours[3].value > 0 and min(colour.value for colour in colours[:3]) < MIN_VISIBLE

    def _parts(self, obj: pdfium.FPDF_PAGEOBJECT, count: int, matrix: Matrix, *, stroked: bool) -> Iterator[Path]:
        a, b, c, d, e, f = matrix
        x, y = ctypes.c_float(), ctypes.c_float()
        path = Path(stroked=stroked)
        for at in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(obj, at)
            if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
                continue
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO and path.points:
                yield path
                path = Path(stroked=stroked)
            path.curved |= kind == pdfium.FPDF_SEGMENT_BEZIERTO
            path.points.append(self.view.point(a * x.value + c * y.value + e, b * x.value + d * y.value + f))
            path.closed |= bool(pdfium.FPDFPathSegment_GetClose(segment))
        yield path

    def _add(self, path: Path) -> None:
        page = self.page
        level, upright = sides(path)
        page.level += [Ruling(*line) for line in level if -1 <= line[0] <= page.height + 1]
        page.upright += [Ruling(*line) for line in upright if -1 <= line[0] <= page.width + 1]
        if not level and not upright:
            figure = figure_of(path, page.width, page.height)
            least = MIN_STROKE if path.stroked and not path.is_closed else MIN_SCRAWL
            if figure is None and len(path.points) >= least:
                self._strokes.append((path.box, len(path.points)))
            elif figure is not None and figure not in page.figures:
                page.figures.append(figure)

    def _add_strokes(self) -> None:
        """Add strokes that touch one another, as a pen draws a signature, as a picture."""
        self.unread.strokes |= len(self._strokes) > MAX_STROKES
        for box, points in _together(self._strokes[:MAX_STROKES]):
            wide, high = box[2] - box[0], box[3] - box[1]
            small = wide * high <= MAX_IMAGE_SHARE * self.page.width * self.page.height
            if points >= MIN_SCRAWL and min(wide, high) >= MIN_IMAGE and small:
                self.page.figures.append(Figure("image", box))


def _together(strokes: list[tuple[Box, int]]) -> list[tuple[Box, int]]:
    """Strokes whose boxes touch, as one, with all their points."""
    groups: list[tuple[Box, int]] = []
    for stroke in strokes:
        box, points = stroke
        while touching := [one for one in groups if _touch(one[0], box)]:
            groups = [one for one in groups if one not in touching]
            box = around([box, *(one[0] for one in touching)])
            points += sum(one[1] for one in touching)
        groups.append((box, points))
    return groups


def _touch(a: Box, b: Box) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def _within(form: pdfium.FPDF_PAGEOBJECT) -> Callable[[int], object]:
    return lambda at: pdfium.FPDFFormObj_GetObject(form, at)


def _times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does the first, and then the other."""
    if then is IDENTITY:
        return first
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
