"""What a worker drew for a page: HTML that the process that serves it only passes on."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Final, Self

from markupsafe import Markup

_LEVEL: Final = 1
"""Of compression: most of it is had for little time, and a thousand results wait in memory."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The documents of a file as the page shows them."""

    packed: bytes
    left: int
    """Documents for which there is no room."""

    @classmethod
    def of(cls, html: str, left: int) -> Self:
        """Pack HTML in which words are escaped."""
        return cls(zlib.compress(html.encode("utf-8", "replace"), _LEVEL), left)

    @property
    def html(self) -> Markup:
        """The HTML."""
        return Markup(zlib.decompress(self.packed).decode())  # noqa: S704 - made by templates that escape
