"""
Pages that were recognised, kept in a folder by their content, so that a page is recognised once.

A page is a file of JSON, named by a digest of the dots of its picture and of all that its reading depends on. Several
workers may share the folder. What is damaged counts as not there and is written anew; a folder that cannot be written
to costs time, never a document.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib.metadata
import json
import math
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from readers.page import Affine, Figure, Page, Ruling, Word
from schemas.blocks import Shape

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FORMAT = 1
"""Of the files, and of the way from a picture to words, lines and figures: count it up when either changes."""
MAX_BYTES = 8 * 1024 * 1024
"""Bytes of a kept page; a dense one has 60,000."""
_SHAPES = frozenset(get_args(Shape))


def key_of(grey: NDArray[np.uint8], dots: float, engine: str) -> str:
    """Name of a page: its dots, how many there are to an inch, and what reads them."""
    digest = hashlib.sha256(f"{FORMAT}\0{_version()}\0{engine}\0{grey.shape}\0{dots!r}\0".encode())
    digest.update(grey.tobytes())
    return digest.hexdigest()


@functools.cache
def _version() -> str:
    """Of patuh, which reads lines and figures; a version that reads them otherwise finds no page of another."""
    try:
        return importlib.metadata.version("patuh")
    except importlib.metadata.PackageNotFoundError:
        return ""


class KeptPages:
    """
    The folder.

    Args:
        folder: It is made when the first page is kept; None keeps nothing.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def find(self, key: str, number: int) -> Page | None:
        """The page of this name as the page of this number, or None."""
        if self._folder is None:
            return None
        try:
            with self._path(key).open("rb") as stream:
                data = stream.read(MAX_BYTES + 1)
            return _page(json.loads(data), key, number) if len(data) <= MAX_BYTES else None
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None

    def keep(self, key: str, page: Page) -> None:
        """Write a page as it was recognised, whole or not at all."""
        if self._folder is None:
            return
        path = self._path(key)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, json.dumps(_written(page, key), ensure_ascii=False, separators=(",", ":")).encode())

    def _path(self, key: str) -> Path:
        assert self._folder is not None
        return self._folder / key[:2] / f"{key}.json"


def _write(path: Path, data: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def _written(page: Page, key: str) -> dict[str, Any]:
    return {
        "key": key,
        "size": [page.width, page.height],
        "turn": page.turn,
        "back": None if page.back is None else list(page.back),
        "words": [[*word.box, word.text, word.turn, word.certainty] for word in page.words],
        "level": [list(line) for line in page.level],
        "upright": [list(line) for line in page.upright],
        "figures": [[figure.shape, *figure.box] for figure in page.figures],
    }


def _page(kept: Any, key: str, number: int) -> Page | None:
    """
    The page, when the file holds one.

    Raises:
        ValueError, TypeError, KeyError: It does not.
    """
    if kept["key"] != key:
        return None
    width, height = _numbers(kept["size"], 2)
    return Page(
        number,
        width,
        height,
        [_word(word) for word in kept["words"]],
        [Ruling(*_numbers(line, 3)) for line in kept["level"]],
        [Ruling(*_numbers(line, 3)) for line in kept["upright"]],
        [_figure(figure) for figure in kept["figures"]],
        _turn(kept["turn"]),
        None if kept["back"] is None else _affine(kept["back"]),
    )


def _affine(kept: list[Any]) -> Affine:
    a, b, c, d, e, f = _numbers(kept, 6)
    return a, b, c, d, e, f


def _word(kept: list[Any]) -> Word:
    *box, text, turn, certainty = kept
    if not isinstance(text, str) or not (certainty is None or 0 <= _whole(certainty) <= 100):
        raise ValueError(kept)
    x0, y0, x1, y1 = _numbers(box, 4)
    return Word(x0, y0, x1, y1, text, _turn(turn), certainty=certainty)


def _figure(kept: list[Any]) -> Figure:
    shape, *box = kept
    if shape not in _SHAPES:
        raise ValueError(kept)
    x0, y0, x1, y1 = _numbers(box, 4)
    return Figure(shape, (x0, y0, x1, y1))


def _turn(kept: Any) -> int:
    if _whole(kept) not in (0, 90, 180, 270):
        raise ValueError(kept)
    return _whole(kept)


def _whole(kept: Any) -> int:
    if type(kept) is not int:
        raise ValueError(kept)
    return kept


def _numbers(kept: list[Any], count: int) -> list[float]:
    """So many numbers, none of them infinite."""
    found = [float(one) for one in kept if type(one) in (int, float) and math.isfinite(one)]
    if len(found) != count or len(kept) != count:
        raise ValueError(kept)
    return found
