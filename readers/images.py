"""
Pictures of pages: PNG, JPEG, TIFF of many pages, BMP and WebP, to blocks.

What a picture says of its size is checked before a dot of it is unpacked. Dots to an inch are those that the file names
where they give a sheet of paper, else those of a sheet of A4 or F4.

* ReadError
    - needs-ocr, ocr-failed, unclear-scan    see `readers.ocr`
    - damaged             cut off, or no picture at all
    - empty               no words on any page
    - too-large           more bytes, or more dots on a page, than `ScanLimits` allows
    - too-many-pages      more pages than `ScanLimits.pages`
    and ``too-many-...`` of what it becomes (`readers.limits`)
"""

from __future__ import annotations

import hashlib
import io
import math
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from readers.errors import ReadError
from readers.ocr import Pictures
from readers.options import ReadOptions
from readers.page_blocks import blocks_of
from readers.page_notices import guess_notices
from readers.scan_limits import ScanLimits
from schemas.blocks import Document, PageRead

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL import Image

    Grey = NDArray[np.uint8]

MEDIA = {
    "PNG": "image/png",
    "JPEG": "image/jpeg",
    "TIFF": "image/tiff",
    "BMP": "image/bmp",
    "WEBP": "image/webp",
}
"""What is read, by Pillow's name; other pictures are no pages."""
PAPER_SIDE = (5.0, 24.0)
"""Inches of the longer side of a sheet: from A6 to A2. Dots to an inch that give another size are not believed."""
A4_SIDE, F4_SIDE = 11.69, 12.99
"""Inches of the longer side."""
SQUARER_THAN_F4 = 1.47
"""Longer by shorter side from which a sheet is rather F4 (1.53) than A4 (1.41)."""
MOST_DOTS = 300
"""Dots to an inch that help; a finer picture is made smaller."""
SAME_DOTS = 0.03
"""Difference of dots to an inch across and down that is none; a fax has half as many down."""
ORIENTATION = 0x0112
"""EXIF's tag for how a picture lies ..."""
LYING = frozenset({5, 6, 7, 8})
"""... and its values that exchange across and down."""
MIN_SIDE = 50
"""Dots of the shorter side of a page; less is an icon."""
_STDERR = 2

_AGAIN = "Simpan atau pindai ulang gambarnya sebagai PDF, PNG atau JPG, lalu periksa lagi."
_SPLIT = "Pecah menjadi beberapa berkas, lalu periksa lagi."


def read_image(data: bytes, *, name: str, options: ReadOptions) -> Document:
    """
    Read pictures of pages.

    Args:
        data: The whole file.
        name: Its name, for messages.
        options: How much is taken, and what recognises words.

    Returns:
        Blocks in reading order, with page and place as of a PDF.

    Raises:
        ReadError: See the top of this module.
    """
    limits = options.scans
    if len(data) > limits.bytes:
        raise ReadError("too-large", f"{name} lebih besar dari {limits.bytes // 1024**2} MB. {_SPLIT}")
    pictures = Pictures(name, options)
    pictures.engine()  # before anything is unpacked
    with _opened(data, name) as image:
        media = MEDIA[image.format or ""]
        pages = [pictures.page(grey, number, dots, left) for number, grey, dots, left in _pages(image, name, limits)]
    pictures.refuse_unclear()
    if not any(page.words for page in pages):
        message = f"Pada {name} tidak ditemukan tulisan. Pastikan gambarnya benar dan tidak kosong, lalu periksa lagi."
        raise ReadError("empty", message)
    read = tuple(PageRead(page.number, page.width, page.height, "ocr" if page.words else "none") for page in pages)
    notices = tuple(pictures.notices())
    found = blocks_of(pages, name)
    return Document(
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        media=media,
        lines=found.lines,
        shows_signatures=False,  # one that was drawn over words is no picture of its own
        shows_marks=True,
        blocks=found.blocks,
        notices=(*notices, *guess_notices(found.guessed)),
        pages=read,
        guessed=tuple(found.guessed),
    )


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[Image.Image]:
    """
    The picture, of which only the head was read.

    Raises:
        ReadError: ``damaged`` or ``too-large``, also for what is found while it is unpacked.
    """
    try:
        from PIL import Image, ImageFile  # noqa: PLC0415 - only when there is such a file
    except ImportError as error:
        message = f"Untuk membaca gambar {name}, pasang pip install 'patuh[ocr]', lalu periksa lagi."
        raise ReadError("needs-ocr", message) from error
    # WeasyPrint, where a report was drawn in this process, lets Pillow make up what a picture lacks.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    with warnings.catch_warnings(), _unheard():
        warnings.simplefilter("ignore")  # doubts about tags, and about a size that is checked here
        try:
            with Image.open(io.BytesIO(data), formats=list(MEDIA)) as image:
                yield image
        except Image.DecompressionBombError as error:
            raise _too_large(name) from error
        except (OSError, SyntaxError, ValueError, EOFError, TypeError, KeyError, IndexError, OverflowError) as error:
            raise ReadError("damaged", f"{name} bukan gambar yang utuh. {_AGAIN}") from error


@contextmanager
def _unheard() -> Iterator[None]:
    """Keep from the screen what the libraries behind Pillow write there, past Python, about damaged pictures."""
    sys.stderr.flush()
    kept = os.dup(_STDERR)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, _STDERR)
        yield
    finally:
        os.dup2(kept, _STDERR)
        os.close(kept)
        os.close(nowhere)


def _too_large(name: str, limits: ScanLimits | None = None) -> ReadError:
    most = f" (batas {limits.pixels // 1_000_000} juta titik per halaman)" if limits else ""
    return ReadError("too-large", f"Gambar {name} terlalu besar{most}. Pindai ulang dengan 200-300 titik per inci.")


def _pages(image: Image.Image, name: str, limits: ScanLimits) -> Iterator[tuple[int, Grey, float, int]]:
    """Yield number, picture, dots to an inch, and how many pages are left."""
    count = _count(image, limits.pages) if image.format == "TIFF" else 1
    if count > limits.pages:
        raise ReadError("too-many-pages", f"{name} memuat lebih dari {limits.pages} halaman. {_SPLIT}")
    for at in range(count):
        if at:
            image.seek(at)
        width, height = image.size
        if width * height > limits.pixels:
            raise _too_large(name, limits)
        if min(width, height) < MIN_SIDE:
            raise ReadError(
                "damaged", f"{name} terlalu kecil untuk halaman dokumen ({width} x {height} titik). {_AGAIN}"
            )
        grey, dots = _page(image)
        yield at + 1, grey, dots, count - at


def _count(image: Image.Image, most: int) -> int:
    """How many pages a TIFF has; no more than one over the limit is looked for, since pages may form a ring."""
    count = 0
    try:
        while count <= most:
            image.seek(count)
            count += 1
    except EOFError:
        pass
    image.seek(0)
    return count


def _page(image: Image.Image) -> tuple[Grey, float]:
    """The page as it is to be seen, in grey, and its dots to an inch."""
    from PIL import ImageOps  # noqa: PLC0415 - large

    across, down = _named_dots(image)
    if image.getexif().get(ORIENTATION) in LYING:
        across, down = down, across
    grey = _grey(ImageOps.exif_transpose(image))
    if not _is_paper(grey.shape, across, down):
        across = down = _guessed(grey.shape)
    return _resized(grey, across, down)


def _named_dots(image: Image.Image) -> tuple[float, float]:
    """Dots to an inch across and down as the file has them; 0 where it has none."""
    try:
        across, down = image.info.get("dpi", (0, 0))
        return float(across), float(down)
    except (TypeError, ValueError, ZeroDivisionError):
        return 0.0, 0.0


def _is_paper(shape: tuple[int, ...], across: float, down: float) -> bool:
    """Whether a picture is a sheet of paper at so many dots to an inch; screens and phones name 72."""
    if not (math.isfinite(across) and math.isfinite(down) and across > 0 and down > 0):
        return False
    shortest, longest = PAPER_SIDE
    return shortest <= max(shape[0] / down, shape[1] / across) <= longest


def _guessed(shape: tuple[int, ...]) -> float:
    """Dots to an inch when it is a sheet of A4 or F4."""
    longer, shorter = max(shape), min(shape)
    return longer / (F4_SIDE if longer / shorter > SQUARER_THAN_F4 else A4_SIDE)


def _resized(grey: Grey, across: float, down: float) -> tuple[Grey, float]:
    """The picture with as many dots to an inch across as down, and no more than help."""
    import cv2  # noqa: PLC0415 - large
    import numpy as np  # noqa: PLC0415

    dots = min(max(across, down), MOST_DOTS)
    if dots == across and abs(across - down) <= SAME_DOTS * dots:
        return grey, dots
    size = max(1, round(grey.shape[1] * dots / across)), max(1, round(grey.shape[0] * dots / down))
    smaller = size[0] * size[1] < grey.size
    resized = cv2.resize(grey, size, interpolation=cv2.INTER_AREA if smaller else cv2.INTER_CUBIC)
    return np.asarray(resized, dtype=np.uint8), dots


def _grey(image: Image.Image) -> Grey:
    """In grey, on white where it can be seen through; 16 bits to 8."""
    import numpy as np  # noqa: PLC0415 - large
    from PIL import Image  # noqa: PLC0415

    if image.mode.startswith(("I", "F")):
        dots = np.asarray(image, dtype=np.float32)
        scale = 255.0 / (65_535.0 if dots.max(initial=0.0) > 255 else 255.0)
        return np.asarray(np.clip(dots * scale, 0, 255), dtype=np.uint8)
    if "transparency" in image.info or image.mode in ("LA", "La", "PA", "RGBA", "RGBa"):
        seen = image.convert("RGBA")
        paper = Image.new("RGBA", seen.size, "white")
        paper.alpha_composite(seen)
        image = paper
    elif image.mode not in ("1", "L", "RGB", "P", "YCbCr"):
        image = image.convert("RGB")
    return np.ascontiguousarray(np.asarray(image.convert("L"), dtype=np.uint8))
