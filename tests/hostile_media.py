"""
Hostile pictures, scans, signatures, and files that LibreOffice converts: content of `tests.hostile`, by name.

What draws is here; how the formats are written is in `tests.hostile_bytes`.
"""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Callable, Sequence

import numpy as np
from PIL import Image, ImageDraw

from tests.hostile_bytes import (
    CATALOGUE,
    MB,
    Repeated,
    drawing,
    ole,
    pdf,
    pdf_page,
    pdf_stream,
    png,
    zeros,
    zipped,
)
from tests.scans import Grey

Make = Callable[[], bytes]
_SIDE = 4_000
"""Dots of the sides of a dirty page."""


def saved(picture: Image.Image, kind: str, **more: object) -> bytes:
    """A picture as a file."""
    out = io.BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


# Pictures


def dirt(side: int = _SIDE) -> Grey:
    """A page full of specks and of short lines across and down."""
    dice = np.random.default_rng(5)
    page = np.full((side, side), 255, np.uint8)
    page[dice.random((side, side)) < 0.01] = 0
    for x, y, length in dice.integers((0, 0, 20), (side, side, 120), (side * 5, 3)).tolist():
        if x % 2:
            page[y : y + 2, x : x + length] = 0
        else:
            page[y : y + length, x : x + 2] = 0
    return page


def letters(side: int = _SIDE, high: int = 22) -> Grey:
    """A page closely filled with what may be letters."""
    page, dice = Image.new("L", (side, side), 255), random.Random(3)
    draw = ImageDraw.Draw(page)
    for y in range(0, side, high + 4):
        for x in range(0, side, high * 2 // 3):
            if dice.random() < 0.8:
                draw.arc(
                    (x, y, x + high // 2, y + high), dice.randrange(360), dice.randrange(360, 700), fill=0, width=3
                )
    return np.asarray(page)


def many_pages(count: int, following: Callable[[int], int]) -> bytes:
    """A TIFF of pages of 100 by 100 dots, all of one content; *following* tells for each which comes next."""
    size, packed = 2 + 9 * 12 + 4, zlib.compress(bytes(10_000))
    first = 8 + len(packed)
    entries = (
        (256, 100), (257, 100), (258, 8), (259, 8), (262, 1), (273, 8), (277, 1), (278, 100), (279, len(packed)),
    )  # fmt: skip
    lines = b"".join(struct.pack("<2H2L", tag, 4, 1, value) for tag, value in entries)
    pages = [
        struct.pack("<H", 9) + lines + struct.pack("<L", first + size * after if (after := following(at)) >= 0 else 0)
        for at in range(count)
    ]
    return b"II*\0" + struct.pack("<L", first) + packed + b"".join(pages)


def absurd_tags() -> bytes:
    """A TIFF with as many tags as there can be, each of four thousand million values."""
    tags = b"".join(struct.pack("<2H2L", 256 + at, 1 + at % 12, 0xFFFFFFFF, 8) for at in range(60_000))
    return b"II*\0" + struct.pack("<LH", 8, 60_000) + tags + bytes(4)


def large_webp() -> bytes:
    """A WebP that claims 16,384 by 16,384 dots."""
    bits = (16_383 | 16_383 << 14).to_bytes(4, "little")
    data = b"\x2f" + bits + bytes(3)
    return b"RIFF" + struct.pack("<L", 12 + len(data)) + b"WEBPVP8L" + struct.pack("<L", len(data)) + data


def large_bmp() -> bytes:
    """A BMP that claims 30,000 by 30,000 dots."""
    return b"BM" + struct.pack("<LHHL", 54, 0, 0, 54) + struct.pack("<L2l2H6L", 40, 30_000, 30_000, 1, 24, *[0] * 6)


def exif_garbage() -> bytes:
    """A JPEG whose EXIF is noise behind a proper beginning."""
    noise = b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + random.Random(4).randbytes(60_000)
    return saved(Image.new("L", (400, 300), 255), "JPEG", exif=noise)


def moving(kind: str) -> bytes:
    """A picture that moves: 400 small frames."""
    frames = [Image.new("L", (60, 60), at % 256) for at in range(400)]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:])


def endless_text() -> bytes:
    """A PNG with a comment that unpacks to 256 MB."""
    comment = b"Comment\0\0\x78\xda" + Repeated(b"", bytes(MB), 256, b"").deflated()
    whole = png(100, 100)
    chunk = struct.pack(">L", len(comment)) + b"zTXt" + comment + struct.pack(">L", zlib.crc32(b"zTXt" + comment))
    return whole[:33] + chunk + whole[33:]


# PDF of scans

_FULL = b"842 0 0 842 0 0 cm /X Do"


def _image(data: bytes, width: int, height: int, more: bytes) -> bytes:
    head = b"/Type /XObject /Subtype /Image /Width %d /Height %d " % (width, height)
    return pdf_stream(data, head + more)


def _filled(*images: bytes) -> bytes:
    """A PDF of one page that is covered by each of these images."""
    names = b" ".join(b"/X%d %d 0 R" % (at, at + 5) for at in range(len(images)))
    draws = b" ".join(b"q 842 0 0 842 0 0 cm /X%d Do Q" % at for at in range(len(images)))
    return pdf_page(drawing(draws), *images, resources=b"/XObject << %s >>" % names)


def scan_pages(count: int) -> bytes:
    """Pages of one picture each."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R "
    page += b"/Resources << /XObject << /X 4 0 R >> >> >>"
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(count))
    image = _image(zeros(100 * 100), 100, 100, b"/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode")
    pages = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    return pdf([CATALOGUE, pages, drawing(_FULL), image, *[page] * count])


def small_images(count: int) -> bytes:
    """A page of so many small pictures."""
    draws = b"".join(b"q 8 0 0 8 %d %d cm /X Do Q\n" % (at % 100 * 8, at // 100 * 8) for at in range(count))
    dots = zlib.compress(random.Random(6).randbytes(100))
    image = _image(dots, 10, 10, b"/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode")
    return pdf_page(drawing(draws), image, resources=b"/XObject << /X 5 0 R >>")


def fine_image(side: int, channels: int) -> bytes:
    """A page of a square inch with a picture of so many dots."""
    space = b"/DeviceGray" if channels == 1 else b"/DeviceRGB"
    more = b"/BitsPerComponent 8 /ColorSpace %s /Filter /FlateDecode" % space
    image = _image(zeros(side * side * channels), side, side, more)
    return pdf_page(drawing(b"72 0 0 72 0 0 cm /X Do"), image, box=72, resources=b"/XObject << /X 5 0 R >>")


def garbage_filters() -> bytes:
    """Pictures of noise, which the decoders of faxes, JBIG2, JPEG 2000 and JPEG get to see."""
    dice = random.Random(8)
    heads = {
        b"/CCITTFaxDecode /DecodeParms << /K -1 /Columns 20000 /Rows 20000 >>": b"",
        b"/JBIG2Decode": struct.pack(">LBBBL", 0, 48, 0, 1, 19) + struct.pack(">4LBH", 60_000, 60_000, 0, 0, 0, 0),
        b"/JPXDecode": b"\0\0\0\x0cjP  \r\n\x87\n\xff\x4f\xff\x51",
        b"/DCTDecode": b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\x03",
    }
    bits = b"/BitsPerComponent 1 /ColorSpace /DeviceGray /Filter "
    return _filled(*[_image(head + dice.randbytes(5_000), 20_000, 20_000, bits + name) for name, head in heads.items()])


# Signatures


def _signed(fields: Sequence[bytes], *more: bytes) -> bytes:
    """A PDF of a page of words with signature fields, numbered from 6 on, and what else they name."""
    numbers = b" ".join(b"%d 0 R" % (at + 6) for at in range(len(fields)))
    catalogue = b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [%s] >> >>" % numbers
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    page += b"/Resources << /Font << /F 5 0 R >> >> /Annots [%s] >>" % numbers
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    words = drawing(b"BT /F 9 Tf 50 700 Td (Standar operasional prosedur) Tj ET")
    return pdf([catalogue, pages, page, words, font, *fields, *more])


def _field(name: bytes, value: int) -> bytes:
    return b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (%s) /Rect [9 9 99 99] /V %d 0 R >>" % (name, value)


def _signature(contents: bytes, places: bytes = b"[0 10 20 30]") -> bytes:
    kind = b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached "
    return kind + b"/ByteRange %s /Contents <%s> >>" % (places, contents.hex().encode())


def many_signatures(count: int) -> bytes:
    """So many fields, all of one damaged signature."""
    contents = b"\x30\x82\x10\0" + random.Random(9).randbytes(4_000)
    fields = [_field(b"T%d" % at, count + 6) for at in range(count)]
    return _signed(fields, _signature(contents))


def odd_signatures() -> bytes:
    """Ranges of bytes that are negative, huge or no numbers, CMS that nests without end, fields in a circle."""
    nested = b"".join(b"\x30\x83%s" % (9_000 - 5 * at).to_bytes(3, "big") for at in range(1_700))
    values = [
        _signature(b"\x30\x80", b"[0 -5 99999999999 7]"),
        _signature(nested),
        _signature(b"", b"[/A (b) null 6 0 R]"),
        _signature(bytes(100_000)),
        b"<< /Type /Sig /Contents 7 0 R /ByteRange 6 0 R /SubFilter [] >>",
    ]
    fields = [_field(b"T%d" % at, at + 7 + len(values)) for at in range(len(values))]
    return _signed([*fields, b"<< /FT /Sig /T (L) /Kids [11 0 R] /Parent 11 0 R >>"], *values)


# What LibreOffice converts

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_ODT = (
    f'<office:document-content xmlns:office="{_OFFICE}office:1.0" xmlns:table="{_OFFICE}table:1.0"'
    f' xmlns:text="{_OFFICE}text:1.0" office:version="1.2"><office:body><office:text>'
)
_MANIFEST = (
    f'<manifest:manifest xmlns:manifest="{_OFFICE}manifest:1.0"><manifest:file-entry manifest:full-path="/"'
    ' manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry'
    ' manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def odt(piece: str, times: int = 1) -> bytes:
    """An ODT in whose body a piece stands so many times."""
    end = "</office:text></office:body></office:document-content>"
    parts: dict[str, bytes | str | Repeated] = {"mimetype": "application/vnd.oasis.opendocument.text"}
    body = Repeated(_ODT.encode(), piece.encode(), times, end.encode())
    return zipped({**parts, "content.xml": body, "META-INF/manifest.xml": _MANIFEST})


def repeated_odt() -> bytes:
    """A table that says it has a thousand million cells."""
    cells = '<table:table-cell table:number-columns-repeated="1000"><text:p>a</text:p></table:table-cell>'
    rows = f'<table:table-row table:number-rows-repeated="1000000">{cells}</table:table-row>'
    return odt(f'<table:table><table:table-column table:number-columns-repeated="1000"/>{rows}</table:table>')


def doc_of_noise() -> bytes:
    """A DOC whose stream of words is noise behind a proper head."""
    whole = bytearray(ole(loop=False))
    noise = random.Random(12).randbytes(len(whole) - 2_048)
    whole[2_048:] = noise
    whole[2_048:2_060] = b"\xec\xa5\xc1\0" + bytes(8)
    return bytes(whole)


def deep_rtf() -> bytes:
    """Groups in groups, and a table in each."""
    return b"{\\rtf1\\ansi " + b"{\\trowd\\cellx1000\\intbl a\\cell\\row " * 200_000


def wide_rtf() -> bytes:
    """A picture that claims thousands of millions of dots, and a table of 100,000 cells in a row."""
    picture = b"{\\pict\\pngblip\\picw2147483647\\pich2147483647\\picwgoal2147483647 " + b"ff" * 1_000 + b"}"
    return (
        b"{\\rtf1\\ansi SOP " + picture + b"\\trowd" + b"\\cellx2147483647" * 100_000 + b"\\cell" * 100_000 + b"\\row}"
    )
