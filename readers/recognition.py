"""
Words in a picture of a page: what recognises them, and which of the engines is taken.

Neither engine is part of patuh's own dependencies. RapidOCR (the extra ``ocr``) is right more often, and slow;
Tesseract, a program of the system (with the extra ``ocr-tesseract``), is fast and light, and errs in lone digits.
"""

from __future__ import annotations

import functools
import importlib.util
from typing import TYPE_CHECKING, Protocol

from readers.errors import ReadError
from readers.options import OcrChoice
from readers.scan_page import RecognisedWord

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Grey = NDArray[np.uint8]
    """A picture: rows of dots from 0 (black) to 255 (white)."""


class Recogniser(Protocol):
    """An engine."""

    @property
    def title(self) -> str:
        """Name and version, for people: ``RapidOCR 3.10.1``."""

    @property
    def key(self) -> str:
        """All on which it depends what is recognised: engine, versions, models, settings."""

    def recognise(self, grey: Grey, dots: float) -> list[RecognisedWord]:
        """
        Recognise the words of an upright page.

        Args:
            grey: The page.
            dots: Its dots an inch.

        Raises:
            EngineError: The engine failed on this picture.
        """


class EngineError(Exception):
    """An engine failed on a picture, or took too long; the message is Indonesian and names the engine."""


def recogniser(choice: OcrChoice, name: str) -> Recogniser:
    """
    The engine of a choice, one a process.

    Args:
        choice: As in `ReadOptions.ocr`.
        name: The file that needs it, for messages.

    Raises:
        ReadError: ``needs-ocr``: it is turned off, or none is installed; the message says what to install.
    """
    found = None if choice == "off" else _installed(choice)
    if found is None:
        raise ReadError("needs-ocr", f"{name} berupa gambar hasil pindai tanpa teks. {_ADVICE[choice]}")
    return found


_OR_THE_ORIGINAL = "atau kirim dokumen aslinya (Word atau PDF yang dicetak dari Word), lalu periksa lagi."
_RAPID = "pasang RapidOCR dengan perintah pip install 'patuh[ocr]'"
_TESSERACT = (
    "pasang Tesseract (di Debian dan Ubuntu: apt install tesseract-ocr tesseract-ocr-ind) "
    "beserta pip install 'patuh[ocr-tesseract]'"
)
_ADVICE: dict[OcrChoice, str] = {
    "off": f"Pengenalan tulisan (OCR) dimatikan dengan ocr pada [reading] di patuh.toml. Hidupkan, {_OR_THE_ORIGINAL}",
    "auto": f"Untuk membacanya, {_RAPID}, {_OR_THE_ORIGINAL}",
    "rapidocr": f"Untuk membacanya, {_RAPID}, {_OR_THE_ORIGINAL}",
    "tesseract": f"Untuk membacanya, {_TESSERACT}, {_OR_THE_ORIGINAL}",
}


@functools.cache
def _installed(choice: OcrChoice) -> Recogniser | None:
    """The engine, made once: RapidOCR keeps some 300 MB of models and buffers."""
    if not _has("numpy", "cv2"):
        return None
    if choice in ("auto", "rapidocr") and _has("rapidocr", "onnxruntime"):
        from readers.rapid import rapid  # noqa: PLC0415 - its libraries are large

        found = rapid()
        if found is not None:
            return found
    if choice in ("auto", "tesseract"):
        from readers.tesseract import tesseract  # noqa: PLC0415 - asks the program for its version

        return tesseract()
    return None


def _has(*modules: str) -> bool:
    return all(importlib.util.find_spec(module) is not None for module in modules)
