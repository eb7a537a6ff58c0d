"""
Pictures of pages to pages with words, and what is to be said about them.

* ReadError
    - needs-ocr             nothing recognises words: not installed, or turned off
    - ocr-failed            the engine failed on every page, or too long
    - too-many-pages        more pages to recognise than `ScanLimits.pages`
    - unclear-scan          most of what was recognised is a guess

Notices: recognised, unclear-pages, unrecognised-pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from readers import effort
from readers.errors import ReadError
from readers.kept_pages import KeptPages, key_of
from readers.options import ReadOptions
from readers.page import Page
from readers.recognition import EngineError, Recogniser, recogniser
from schemas.blocks import Notice
from schemas.evidence import Evidence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Grey = NDArray[np.uint8]

SURE = 97
"""Per cent of certainty that most words of a clear page reach."""
MAX_UNSURE = 0.07
"""Share of letters in less certain words from which a page is unclear: 0.05 at 150 dots an inch, 0.09 at 110."""
UNCLEAR = 84
"""Per cent of certainty that no word of such a page exceeds: engines are sure of wrong letters there, too."""
GUESSED = 65
"""Per cent below which a word is a guess."""
MAX_GUESSED = 0.2
"""Share of letters in guesses from which a document is not judged at all; at 85 dots an inch there are 0.03."""
MIN_DOTS = 50
"""Dots to an inch from which letters can be told."""
MIN_LETTERS = 40
"""Letters of a page, or of a document, of which such shares mean something."""
MAX_FAILED = 5
"""Pages in a row on which the engine fails before the others of the file are left alone."""
MAX_PAGES_NAMED = 12

_SPLIT = "Pecah menjadi beberapa berkas, lalu periksa lagi."
_SCAN_AGAIN = (
    "Pindai ulang dengan 200-300 titik per inci, rata dan cukup terang, atau kirim dokumen aslinya "
    "(Word atau PDF yang dicetak dari Word), lalu periksa lagi."
)


@dataclass(slots=True)
class Pictures:
    """
    Recognises the pages of one file, one after the other.

    Args:
        name: The file, for messages.
        options: Which engine is taken, how many pages, where they are kept.
    """

    name: str
    options: ReadOptions
    recognised: list[Page] = field(default_factory=list)
    """As they were recognised."""
    unclear: list[int] = field(default_factory=list)
    """Numbers of pages of which not enough words are certain."""
    failed: list[int] = field(default_factory=list)
    """Numbers of pages on which the engine failed."""
    problem: ReadError | None = None
    """Why nothing recognises words."""
    _engine: Recogniser | None = None
    _failure: str = ""
    _in_a_row: int = 0
    """Pages on which the engine failed since the last one that it recognised."""

    def engine(self) -> Recogniser:
        """
        The engine, of which nothing large is loaded yet.

        Raises:
            ReadError: ``needs-ocr``.
        """
        if self._engine is None:
            self._engine = recogniser(self.options.ocr, self.name)
        return self._engine

    def is_ready(self) -> bool:
        """Whether something recognises words; else `problem` says why not."""
        try:
            self.engine()
        except ReadError as error:
            self.problem = error
        return self.problem is None

    def page(self, grey: Grey, number: int, dots: float, left: int) -> Page:
        """
        Recognise a page.

        Args:
            grey: Its picture.
            number: Its 1-based number.
            dots: Dots to an inch of the picture.
            left: How many pages of the file are still to be recognised, this one among them.

        Returns:
            The page; without words, and named in a notice, when the engine failed on it.

        Raises:
            ReadError: ``needs-ocr`` or ``too-many-pages``.
        """
        engine = self.engine()
        if len(self.recognised) + len(self.failed) + left > self.options.scans.pages:
            message = f"{self.name} memuat lebih dari {self.options.scans.pages} halaman hasil pindai. {_SPLIT}"
            raise ReadError("too-many-pages", message)
        kept = KeptPages(self.options.cache)
        key = key_of(grey, dots, engine.key)
        found = kept.find(key, number)
        if found is None:
            found = self._recognised(engine, grey, number, dots, left)
            if found is None:
                self.failed.append(number)
                return Page(number, grey.shape[1] * 72 / dots, grey.shape[0] * 72 / dots)
            kept.keep(key, found)
        if _share([found], SURE) > MAX_UNSURE:
            self.unclear.append(number)
            for word in found.words:
                word.certainty = min(word.certainty or 0, UNCLEAR)
        self.recognised.append(found)
        return found

    def _recognised(self, engine: Recogniser, grey: Grey, number: int, dots: float, left: int) -> Page | None:
        """The page, or None where the engine failed, or is not asked any more."""
        if self._in_a_row >= MAX_FAILED:
            return None
        import cv2  # noqa: PLC0415 - large

        from readers.scan_page import scan_page  # noqa: PLC0415

        if dots < MIN_DOTS:
            self._failure = f"gambar halamannya hanya memiliki {dots:.0f} titik per inci"
            return None
        self._in_a_row += 1
        effort.extend("ocr", left)
        try:
            found = scan_page(grey, number, dots, engine.recognise)
        except EngineError as error:
            self._failure = str(error)
        except cv2.error:
            self._failure = "gambar halamannya tidak dapat diolah"
        else:
            self._in_a_row = 0
            return found
        return None

    def refuse_unclear(self, *, alone: bool = True) -> None:
        """
        Refuse a document of which nothing, or hardly anything, can be relied on.

        Args:
            alone: It has no other pages than these.

        Raises:
            ReadError: ``ocr-failed`` or ``unclear-scan``.
        """
        if not alone:
            return
        if self.failed and not self.recognised:
            message = f"{self.name} tidak dapat dibaca: {self._failure}. {_SCAN_AGAIN}"
            raise ReadError("ocr-failed", message)
        if _share(self.recognised, GUESSED) > MAX_GUESSED:
            message = f"Tulisan pada hasil pindai {self.name} terlalu kabur untuk dikenali dengan pasti. {_SCAN_AGAIN}"
            raise ReadError("unclear-scan", message)

    def notices(self) -> Iterator[Notice]:
        """What is to be said of the pages; their words must be as they were recognised."""
        if self.recognised and self._engine is not None:
            pages = [page.number for page in self.recognised]
            message = f"Tulisan pada {named(pages)} dikenali dari gambar dengan {self._engine.title}."
            yield Notice("recognised", message, places(pages))
        if self.unclear:
            message = (
                f"Tulisan pada {named(self.unclear)} kabur; temuan di sana perlu dicocokkan dengan naskah aslinya."
            )
            yield Notice("unclear-pages", message, places(self.unclear))
        if self.failed:
            message = f"Isi {named(self.failed)} tidak diperiksa: {self._failure}."
            yield Notice("unrecognised-pages", message, places(self.failed))


def _share(pages: Sequence[Page], sure: int) -> float:
    """Share of the letters of pages that stand in words which are less certain; 0 where there are too few letters."""
    words = [(len(word.text), word.certainty) for page in pages for word in page.words if word.certainty is not None]
    letters = sum(length for length, _ in words)
    less = sum(length for length, certainty in words if certainty < sure)
    return less / letters if letters >= MIN_LETTERS else 0.0


def named(pages: Sequence[int]) -> str:
    """Such as ``halaman 2, 3``."""
    shown = ", ".join(map(str, pages[:MAX_PAGES_NAMED]))
    more = len(pages) - MAX_PAGES_NAMED
    return f"halaman {shown}" + (f", dan {more} halaman lain" if more > 0 else "")


def places(pages: Sequence[int]) -> tuple[Evidence, ...]:
    """The pages as evidence."""
    return tuple(Evidence(quote="", page=page) for page in pages[:MAX_PAGES_NAMED])
