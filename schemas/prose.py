"""The running words of a document with their places: what spelling and terms are judged by."""

from __future__ import annotations

from typing import Literal

from schemas.base import small
from schemas.blocks import Piece

Role = Literal["heading", "capitals", "text", "signature"]
"""
heading    title, letterhead, heading, label or title of a column
capitals   a short line in capitals that is no known heading: mostly a title, sometimes a name
text       everything else that runs
signature  the block of a signature: an office, a name, a number
"""


@small
class Run:
    """Words that stand together: a paragraph, an item of a list, the cell of a table."""

    role: Role
    pieces: tuple[Piece, ...]
