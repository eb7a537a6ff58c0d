"""
A first look at the bytes of a PDF, before PDFium sees it: what would make PDFium hang or take all memory.

PDFium draws a form as often as it is named, and a form that names itself without end; it unpacks the drawing commands
of a page whole, however long they are. Both are refused here as far as the bytes say it plainly. What is hidden better
(names with escapes, forms that draw a form a thousand times) ends at the limits of the worker process.
"""

from __future__ import annotations

import contextlib
import re
import zlib
from collections.abc import Iterator

from readers.errors import ReadError
from readers.pdf_limits import PdfLimits

MAX_OBJECTS = 200_000
"""Objects that are looked at."""
MAX_HEAD = 16 * 1024
"""Bytes of the dictionary of an object that are looked at."""
MAX_DEPTH = 10
"""Forms within forms; drawings have three."""
MAX_NAMED = 2_000
"""Objects that a form names, and that are followed."""
MAX_FILTERS = 3
"""Times that a stream may be packed; writers pack once."""
MAX_UNPACKED = 1 << 30
"""Bytes that all streams together may unpack to, images left out."""
CHUNK = 1 << 20
DEFLATE_RATIO = 1_032
"""The most to which a byte of Deflate unpacks."""

_OBJECT = re.compile(rb"(?<!\d)(\d{1,8})\s{1,4}\d{1,5}\s{1,4}obj\b")
_REFERENCE = re.compile(rb"(\d{1,8})\s{1,4}\d{1,5}\s{1,4}R\b")
_STREAM = re.compile(rb"stream\r?\n")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_IMAGE = re.compile(rb"/Subtype\s{0,4}/Image\b")
_FORM = re.compile(rb"/Subtype\s{0,4}/Form\b")
_UPWARD = re.compile(
    rb"/(?:Parent|P|Pg|StructParent|OC|Group|K|Metadata|PieceInfo|Length)\s{0,4}\d{1,8}\s{1,4}\d{1,5}\s{1,4}R"
)
_CONTENTS = re.compile(rb"/Contents\s{0,4}(\[[^\]]*\]?|\d{1,8})")
_PAIRS = re.compile(rb"\s*(\d{1,8})\s{1,4}(\d{1,8})")


def refuse_traps(data: bytes, *, name: str, limits: PdfLimits) -> None:
    """
    Refuse a PDF that PDFium must not see.

    Raises:
        ReadError: ``unpacks-too-large`` or ``form-loop``.
    """
    heads = dict(_heads(data))
    if _unpacks_to_much(data, heads, limits.stream_bytes):
        raise _too_large(name)
    if b"/Form" in data and _forms_loop(heads, data):
        raise ReadError(
            "form-loop",
            f"{name} memuat gambar yang memanggil dirinya sendiri tanpa akhir, sehingga tidak aman dibaca. "
            "Simpan ulang dokumen aslinya sebagai PDF, lalu periksa lagi.",
        )


def _too_large(name: str) -> ReadError:
    return ReadError(
        "unpacks-too-large",
        f"{name} memuat bagian yang mengembang jauh melebihi ukuran wajar. "
        "Simpan ulang dokumen aslinya sebagai PDF, lalu periksa lagi.",
    )


def _heads(data: bytes) -> Iterator[tuple[int, tuple[bytes, int]]]:
    """Yield of each object its number, its bytes up to its stream, and where its stream begins (0 without one)."""
    starts = []
    for found in _OBJECT.finditer(data):
        starts.append((int(found[1]), found.end()))
        if len(starts) >= MAX_OBJECTS:
            break
    ends = [*[at for _, at in starts[1:]], len(data)]
    for (number, start), end in zip(starts, ends, strict=False):
        head = data[start : min(end, start + MAX_HEAD)]
        stream = _STREAM.search(head)
        yield number, (head[: stream.start()] if stream else head, start + stream.end() if stream else 0)


def _unpacks_to_much(data: bytes, heads: dict[int, tuple[bytes, int]], most: int) -> bool:
    """Whether a stream, the streams of one page, or all of them unpack to more bytes than PDFium should see."""
    streams = dict(_packed(data, heads))
    lengths: dict[int, int] = {}
    left = MAX_UNPACKED

    def length(number: int) -> int:
        nonlocal left
        if number not in lengths:
            times, start, end = streams.get(number, (0, 0, 0))
            lengths[number] = _unpacked_length(data[start:end], times, min(most, left))
            left -= lengths[number]
        return lengths[number]

    for number, (times, start, end) in streams.items():
        if times > MAX_FILTERS or left <= 0:
            return True
        if (times > 1 or (end - start) * DEFLATE_RATIO > most) and length(number) > most:
            return True
    return any(sum(map(length, several)) > most for several in _contents(data, heads) if len(several) > 1)


def _packed(data: bytes, heads: dict[int, tuple[bytes, int]]) -> Iterator[tuple[int, tuple[int, int, int]]]:
    """Yield of packed streams, images left out, the number, how many times they are packed, and where they stand."""
    for number, (head, at) in heads.items():
        times = len(_FLATE.findall(head)) if at else 0
        if times and not _IMAGE.search(head):
            end = data.find(b"endstream", at)
            yield number, (times, at, len(data) if end < 0 else end)


def _contents(data: bytes, heads: dict[int, tuple[bytes, int]]) -> Iterator[list[int]]:
    """Yield of each page the streams of its drawing commands; one that is named twice is drawn twice."""
    objects = {number: head for number, (head, _) in heads.items()} | dict(_objects_in_streams(data, heads))
    for head in objects.values():
        found = _CONTENTS.search(head)
        if found is None:
            continue
        if found[1].startswith(b"["):
            yield _named(found[1])
        else:
            yield _named(objects.get(int(found[1]), b""))


def _unpacked_length(packed: bytes, times: int, most: int) -> int:
    """How many bytes a stream unpacks to, not counting far beyond *most*; one that is damaged is as long as it goes."""
    chunks: Iterator[bytes] = iter([packed])
    for _ in range(min(times, MAX_FILTERS)):
        chunks = _inflated(chunks)
    length = 0
    with contextlib.suppress(zlib.error):
        for chunk in chunks:
            length += len(chunk)
            if length > most:
                break
    return length


def _inflated(packed: Iterator[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    for chunk in packed:
        rest = chunk
        while rest and not unpacker.eof:
            yield unpacker.decompress(rest, CHUNK)
            rest = unpacker.unconsumed_tail


def _forms_loop(heads: dict[int, tuple[bytes, int]], data: bytes) -> bool:
    """Whether a form names itself, through whatever objects, or forms name forms deeper than any drawing does."""
    objects = {number: head for number, (head, _) in heads.items()} | dict(_objects_in_streams(data, heads))
    forms = {number for number, head in objects.items() if _FORM.search(head)}
    names = {number: _named(head) for number, head in objects.items()}
    inside = {form: _forms_named(form, names, forms) for form in forms}
    return any(_is_deep(form, inside) for form in forms)


def _forms_named(form: int, names: dict[int, list[int]], forms: set[int]) -> set[int]:
    """The forms that a form names itself, or through objects that are no forms."""
    found: set[int] = set()
    seen: set[int] = set()
    waiting = list(names[form])
    while waiting:
        number = waiting.pop()
        if number in forms:
            found.add(number)
        elif number not in seen and len(seen) < MAX_NAMED:
            seen.add(number)
            waiting += names.get(number, [])
    return found


def _is_deep(form: int, inside: dict[int, set[int]]) -> bool:
    level = {form}
    for _ in range(MAX_DEPTH):
        level = set().union(*(inside[one] for one in level))
        if not level or form in level:
            break
    return bool(level)


def _named(head: bytes) -> list[int]:
    """The objects that a dictionary names, but for those above it in the tree of pages or of structure."""
    return [int(found[1]) for found in _REFERENCE.finditer(_UPWARD.sub(b"", head))]


def _objects_in_streams(data: bytes, heads: dict[int, tuple[bytes, int]]) -> Iterator[tuple[int, bytes]]:
    """Yield the dictionaries that are packed together in object streams."""
    left = 64 * CHUNK
    for head, at in heads.values():
        if not at or b"/ObjStm" not in head or left <= 0:
            continue
        end = data.find(b"endstream", at)
        try:
            unpacked = zlib.decompressobj().decompress(data[at : end if end > 0 else len(data)], left)
        except zlib.error:
            continue
        left -= len(unpacked)
        first = re.search(rb"/First\s{1,4}(\d{1,8})", head)
        if first is None:
            continue
        begin = int(first[1])
        pairs = [(int(one[1]), begin + int(one[2])) for one in _PAIRS.finditer(unpacked, 0, begin)]
        for (number, start), (_, stop) in zip(pairs, [*pairs[1:], (0, len(unpacked))], strict=False):
            yield number, unpacked[start : min(stop, start + MAX_HEAD)]
