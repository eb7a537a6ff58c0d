"""
What documents tell, as bytes for the store: JSON without names of fields, compressed.

A third of the size of pickled objects, and nothing but values can come out of it. What only the search for copies asks
for stands behind the rest, so that a night in which nothing is copied does not read it.
"""

from __future__ import annotations

import datetime as dt
import json
import zlib
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from archive.gathering import MAX_QUOTE, OfficerTold, ResultTold, TargetTold, Told
from archive.models import StoredModelError
from schemas.evidence import Evidence

_VERSION = 2
"""Of the form; what was written in another one is gathered anew."""
_LEVEL = 6
_MAX_BYTES = 1 << 20
"""Of one document, unpacked: more can only be damaged."""
_PLACES = ("number_place", "title_place")
_WITH_PLACES = ("related", "passages", "offices_named")
_TEXTS = ("passages", "offices_named")
"""What stands behind the rest."""
_NAMES = tuple(field.name for field in fields(Told) if field.name not in _TEXTS)
_LENGTH = 4
"""Bytes that tell how long the first part is."""


def packed(told: Told) -> bytes:
    """Return *told* as bytes: equal for what is equal."""
    head, texts = (_written([_VERSION, *(_plain(name, getattr(told, name)) for name in part)]) for part in _PARTS)
    return len(head).to_bytes(_LENGTH, "big") + head + texts


def unpacked(data: bytes, *, texts: bool = True) -> Told:
    """
    Read what `packed` made; without passages and the offices that they name where *texts* are not wanted.

    Raises:
        StoredModelError: It is damaged, or was made in another form.
    """
    end = _LENGTH + int.from_bytes(data[:_LENGTH], "big")
    parts = (data[_LENGTH:end], data[end:])
    try:
        values: dict[str, Any] = {}
        for names, part in zip(_PARTS, parts, strict=True) if texts else [(_NAMES, parts[0])]:
            values |= {name: _read(name, value) for name, value in zip(names, _loaded(part), strict=True)}
        return Told(**values)
    except Exception as error:
        raise StoredModelError(type(error).__name__) from error


_PARTS = (_NAMES, _TEXTS)


def _written(values: list[Any]) -> bytes:
    plain = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(plain.encode("utf-8", "surrogatepass"), _LEVEL)


def _loaded(data: bytes) -> list[Any]:
    unpacking = zlib.decompressobj()
    plain = unpacking.decompress(data, _MAX_BYTES)
    if not unpacking.eof:
        raise ValueError("cut off, or too long")
    values: list[Any]
    version, *values = json.loads(plain.decode("utf-8", "surrogatepass"))
    if version != _VERSION:
        raise ValueError(f"version {version}")
    return values


def _plain(name: str, value: Any) -> Any:
    if name in _PLACES:
        return value and _place(value)
    if name == "dated":
        return value and value.isoformat()
    if name in _WITH_PLACES:
        return [[words, *_place(place, words)] for words, place in value]
    if name == "officers":
        return [[one.nip, one.name, one.position, one.surely, *_place(one.place)] for one in value]
    if name == "targets":
        return [[one.indicator, one.target, one.unit, one.surely, one.printed, *_place(one.place)] for one in value]
    if name == "results":
        return [[one.indicator, one.value, one.target, one.surely, one.printed, *_place(one.place)] for one in value]
    return value


def _read(name: str, value: Any) -> Any:
    if name in _PLACES:
        return value and _evidence(value)
    if name == "dated":
        return value and dt.date.fromisoformat(value)
    if name in _WITH_PLACES:
        return tuple((words, _evidence(place, words)) for words, *place in value)
    if name == "officers":
        return tuple(
            OfficerTold(nip, whose, position, _evidence(place), surely)
            for nip, whose, position, surely, *place in value
        )
    if name == "targets":
        return tuple(
            TargetTold(indicator, target, unit, _evidence(place), surely, printed)
            for indicator, target, unit, surely, printed, *place in value
        )
    if name == "results":
        return tuple(
            ResultTold(indicator, reached, target, _evidence(place), surely, printed)
            for indicator, reached, target, surely, printed, *place in value
        )
    return value


def _place(place: Evidence, words: str = "") -> list[Any]:
    """Quote, line, page, column, cell, as far as they are given; the quote is 0 where it is the words beside it."""
    quote = place.quote[:MAX_QUOTE]
    plain = [0 if quote == words[:MAX_QUOTE] else quote, place.line, place.page, place.column, place.cell]
    while plain[-1] is None:
        plain.pop()
    return plain


def _evidence(plain: Sequence[Any], words: str = "") -> Evidence:
    filled = list(plain) + [None] * (5 - len(plain))
    quote, line, page, column, cell = filled
    return Evidence(words[:MAX_QUOTE] if quote == 0 else quote, page=page, line=line, column=column, cell=cell)
