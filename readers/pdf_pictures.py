"""A page of a PDF as a picture, drawn by PDFium."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from readers.scan_limits import ScanLimits

if TYPE_CHECKING:
    import numpy as np
    import pypdfium2
    from numpy.typing import NDArray

    Grey = NDArray[np.uint8]

POINTS = 72
"""To an inch."""


def drawn(document: pypdfium2.PdfDocument, number: int, limits: ScanLimits) -> tuple[Grey, float]:
    """
    The page of a 1-based number in grey, and its dots to an inch: fewer than `limits.dots` on a very large page.

    Notes and what is filled in are drawn with it.
    """
    import numpy as np  # noqa: PLC0415 - large

    with closing(document[number - 1]) as page:
        width, height = page.get_size()
        most = (limits.pixels / max(1.0, width * height)) ** 0.5 * POINTS
        dots = min(float(limits.dots), most)
        with closing(page.render(scale=dots / POINTS, grayscale=True, may_draw_forms=False)) as bitmap:
            return np.ascontiguousarray(bitmap.to_numpy()[..., 0] if bitmap.n_channels > 1 else bitmap.to_numpy()), dots
