"""
Files that claim or unpack to gigabytes, made in milliseconds: what repeats is packed once and its packed form repeated.

Only the formats are here; what is made of them is `tests.hostile`.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

MB = 1024 * 1024
_ADLER = 65_521


@dataclass(frozen=True)
class Repeated:
    """Bytes of which those in the middle come again and again."""

    first: bytes
    piece: bytes
    times: int
    last: bytes

    @property
    def size(self) -> int:
        """How many they are."""
        return len(self.first) + len(self.piece) * self.times + len(self.last)

    def deflated(self) -> bytes:
        """Packed without a frame (RFC 1951)."""
        packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        first = packer.compress(self.first) + packer.flush(zlib.Z_FULL_FLUSH)
        piece = packer.compress(self.piece) + packer.flush(zlib.Z_FULL_FLUSH)
        return first + piece * self.times + packer.compress(self.last) + packer.flush()


def zeros(count: int) -> bytes:
    """So many zeros, packed with their frame (RFC 1950); the checksum of zeros needs no look at them."""
    whole, rest = divmod(count, MB)
    packed = Repeated(b"", bytes(MB), whole, bytes(rest)).deflated()
    return b"\x78\xda" + packed + struct.pack(">HH", count % _ADLER, 1)


# ZIP


@dataclass(frozen=True)
class Part:
    """A part of a packed file, packed already."""

    packed: bytes
    size: int
    checksum: int = 0
    method: int = zlib.DEFLATED


def part(content: bytes | str | Repeated) -> Part:
    """Pack a part; the checksum of gigabytes is not computed, for nobody comes that far."""
    if isinstance(content, Repeated):
        return Part(content.deflated(), content.size)
    data = content.encode() if isinstance(content, str) else content
    packer = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Part(packer.compress(data) + packer.flush(), len(data), zlib.crc32(data))


def _plain(content: str) -> Part:
    return Part(content.encode(), len(content), zlib.crc32(content.encode()), zipfile.ZIP_STORED)


def zipped(parts: Mapping[str, bytes | str | Repeated]) -> bytes:
    """A ZIP of parts by name; the kind of an OpenDocument stands first, and unpacked."""
    out, lines = bytearray(), bytearray()
    for name, content in parts.items():
        one, raw = _plain(content) if name == "mimetype" and isinstance(content, str) else part(content), name.encode()
        numbers = struct.pack("<5H3L2H", 20, 0, one.method, 0, 33, one.checksum, len(one.packed), one.size, len(raw), 0)
        lines += b"PK\x01\x02" + struct.pack("<H", 20) + numbers + struct.pack("<3H2L", 0, 0, 0, 0, len(out)) + raw
        out += b"PK\x03\x04" + numbers + raw + one.packed
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, *[len(parts) & 0xFFFF] * 2, len(lines), len(out), 0)
    return bytes(out + lines + end)


# PDF


def pdf(objects: Sequence[bytes], more: bytes = b"") -> bytes:
    """A PDF of these objects, the first being the catalogue; *more* stands in its trailer."""
    body = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, more, len(body))
    return bytes(body) + head + table + end


def pdf_stream(packed: bytes, entries: bytes = b"/Filter /FlateDecode") -> bytes:
    """An object of packed bytes."""
    return b"<< /Length %d %s >>\nstream\n" % (len(packed), entries) + packed + b"\nendstream"


def drawing(content: bytes | Repeated, entries: bytes = b"/Filter /FlateDecode") -> bytes:
    """An object of drawing commands."""
    packed = b"\x78\xda" + content.deflated() + bytes(4) if isinstance(content, Repeated) else zlib.compress(content)
    return pdf_stream(packed, entries)


def pdf_page(content: bytes, *more: bytes, box: int = 842, resources: bytes = b"") -> bytes:
    """A PDF of one page; the objects after its content are number 5 and so on."""
    head = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R " % (box, box)
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return pdf([CATALOGUE, pages, head + b"/Resources << %s >> >>" % resources, content, *more])


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"


# Pictures


def png(width: int, height: int, data: bytes | None = None) -> bytes:
    """A white or black PNG of a byte a pixel; its rows are zeros."""
    head = struct.pack(">2L5B", width, height, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zeros(height * (width + 1)) if data is None else data), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*one) for one in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))


def tiff(width: int, height: int, packed: bytes, *, following: int = 0, method: int = 8) -> bytes:
    """A TIFF of a byte a pixel in one strip; *following* is where the next page is told to be."""
    at = 8 + 2 + 9 * 12 + 4
    entries: Iterable[tuple[int, int]] = (
        (256, width), (257, height), (258, 8), (259, method), (262, 1), (273, at), (277, 1), (278, height),
        (279, len(packed)),
    )  # fmt: skip
    lines = b"".join(struct.pack("<2H2L", tag, 4, 1, value) for tag, value in entries)
    return b"II*\0" + struct.pack("<LH", 8, 9) + lines + struct.pack("<L", following) + packed


# OLE


def ole(*, loop: bool, stream: str = "WordDocument") -> bytes:
    """A compound file of Office 97 whose directory has one stream; its chain of sectors may never end."""
    head = bytearray(512)
    head[:8] = bytes.fromhex("d0cf11e0a1b11ae1")
    struct.pack_into("<5H", head, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<4L", head, 40, 0, 1, 1, 0)  # one sector of the table, the directory in sector 1
    struct.pack_into("<5L", head, 56, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head[76:512] = b"\0\0\0\0" + b"\xff" * 432
    table = struct.pack("<4L", 0xFFFFFFFD, 1 if loop else 0xFFFFFFFE, 2, 2) + b"\xff" * 496
    return (
        bytes(head) + table + _ole_entry("Root Entry", 5, child=1) + _ole_entry(stream, 2, size=1 << 20) + bytes(4096)
    )


def _ole_entry(name: str, kind: int, *, child: int = 0xFFFFFFFF, size: int = 0) -> bytes:
    entry = bytearray(256)
    raw = name.encode("utf-16-le")
    entry[: len(raw)] = raw
    struct.pack_into("<H2B3L", entry, 64, len(raw) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
    struct.pack_into("<2L", entry, 116, 2, size)
    return bytes(entry)
