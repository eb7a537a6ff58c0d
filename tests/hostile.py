"""
Hostile files of all kinds, by name: what a folder of an office may hold by accident, and what somebody may put there.

`write` writes them all, in a few seconds and megabytes, always the same. Sources: the trials of readers in which these
brought others down (spans, far cells, forms that draw themselves, content that unpacks to gigabytes), and the usual
bombs of ZIP, XML and pictures.
"""

from __future__ import annotations

import io
import os
import random
import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests import archives, hostile_media
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
    tiff,
    zeros,
    zipped,
)
from tests.pdfs import A4, printed_text
from tests.word_files import NAMESPACES, cell, docx, docx_parts, p, table
from tests.workbooks import MAIN, data, ods, ods_parts, ods_row, ods_text, text, xlsx, xlsx_parts

READ = frozenset({"read"})
"""It is read: what is odd in it does no harm."""


@dataclass(frozen=True)
class Hostile:
    """A file, and what may become of it."""

    make: Callable[[], bytes]
    codes: frozenset[str]
    """Codes of errors of which it must have one; see also `READ`."""


def _named(*codes: str) -> frozenset[str]:
    return frozenset(codes)


_CONVERTER = _named("conversion-failed", "conversion-timeout", "needs-libreoffice")
"""LibreOffice sees it, where it is installed."""

# What is damaged


def _good_docx() -> bytes:
    return docx(p("STANDAR OPERASIONAL PROSEDUR") + table(["No", "Kegiatan"], ["1", "Menerima surat"]))


def _good_pdf() -> bytes:
    return printed_text(b"STANDAR OPERASIONAL PROSEDUR\n\nNo | Kegiatan\n1 | Menerima surat\n" * 9)


def _good_xlsx() -> bytes:
    return xlsx(data(f'<row r="1">{text("A1", "Judul")}</row>'))


def _good_ods() -> bytes:
    return ods(ods_row(ods_text("Judul")))


def _half(make: Callable[[], bytes]) -> Callable[[], bytes]:
    return lambda: make()[: len(make()) // 2]


def _noisy(make: Callable[[], bytes], every: int) -> Callable[[], bytes]:
    """Every so many bytes another byte, but for the first hundred."""

    def made() -> bytes:
        found, dice = bytearray(make()), random.Random(7)
        for at in range(100, len(found), every):
            found[at] = dice.randrange(256)
        return bytes(found)

    return made


def _picture(kind: str) -> bytes:
    out = io.BytesIO()
    picture = Image.new("L", (400, 300), 255)
    picture.putdata([random.Random(3).randrange(256) for _ in range(400)] * 300)
    picture.save(out, kind)
    return out.getvalue()


def _wide_jpeg() -> bytes:
    """A JPEG that claims 65,500 by 65,500 pixels (the marker SOF0)."""
    found = bytearray(_picture("JPEG"))
    struct.pack_into(">2H", found, found.index(b"\xff\xc0") + 5, 65_500, 65_500)
    return bytes(found)


DAMAGED = {
    "kosong.txt": Hostile(lambda: b"", _named("empty")),
    "kosong.docx": Hostile(lambda: b"", _named("empty")),
    "kosong.pdf": Hostile(lambda: b"", _named("empty")),
    "kosong.xlsx": Hostile(lambda: b"", _named("empty")),
    "kosong.zip": Hostile(lambda: b"", _named("empty")),
    "kosong.png": Hostile(lambda: b"", _named("empty")),
    "nul.txt": Hostile(lambda: bytes(100_000), _named("binary")),
    "potong.docx": Hostile(_half(_good_docx), _named("damaged")),
    "potong.pdf": Hostile(_half(_good_pdf), _named("damaged")),
    "potong.xlsx": Hostile(_half(_good_xlsx), _named("damaged")),
    "potong.ods": Hostile(_half(_good_ods), _named("damaged")),
    "potong.zip": Hostile(_half(lambda: archives.archive(("a.txt", b"a" * 99))), _named("damaged")),
    "potong.png": Hostile(_half(lambda: _picture("PNG")), _named("damaged")),
    "potong.jpg": Hostile(_half(lambda: _picture("JPEG")), _named("damaged")),
    "potong.tiff": Hostile(_half(lambda: _picture("TIFF")), _named("damaged")),
    "acak.docx": Hostile(_noisy(_good_docx, 40), _named("damaged")),
    "acak.pdf": Hostile(_noisy(_good_pdf, 9), _named("damaged")),
    "acak.xlsx": Hostile(_noisy(_good_xlsx, 40), _named("damaged")),
    "acak.doc": Hostile(lambda: random.Random(1).randbytes(9_000), _named("binary")),
    "acak.rtf": Hostile(lambda: b"{\\rtf1" + b"{\\bin99999999 " * 300, _CONVERTER),
    "acak.odt": Hostile(lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text", "x": "y"}), _CONVERTER),
    "gambar.docx": Hostile(lambda: _picture("PNG")[:500], _named("damaged")),
    "arsip.docx": Hostile(lambda: archives.archive(("a.txt", "a"), ("b.txt", "b")), _named("archive")),
    "program.pdf": Hostile(lambda: b"\x7fELF" + random.Random(2).randbytes(9_000), _named("binary")),
}

# Locks


def _locked_pdf() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, encrypt=StandardEncryption("rahasia", "kuat"))
    canvas.drawString(60, 700, "Isi dokumen")
    canvas.save()
    return out.getvalue()


LOCKED = {
    "kunci.docx": Hostile(
        lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600),
        _named("password"),
    ),
    "kunci-bagian.docx": Hostile(lambda: archives.locked(_good_docx()), _named("password")),
    "kunci.xlsx": Hostile(lambda: archives.locked(_good_xlsx()), _named("password")),
    "kunci.ods": Hostile(
        lambda: zipped({**ods_parts(""), "META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}),
        _named("password"),
    ),
    "kunci.pdf": Hostile(_locked_pdf, _named("password")),
    "kunci.zip": Hostile(lambda: archives.locked(archives.archive(("a.txt", "a"))), _named("password")),
}

# Word

_LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a "haha">'
    + "".join(f'<!ENTITY {chr(b)} "{f"&{chr(b - 1)};" * 10}">' for b in range(98, 108))
    + "]>"
)


def _word(document: bytes | str | Repeated, **more: bytes | str | Repeated) -> bytes:
    parts: dict[str, bytes | str | Repeated] = {**docx_parts(p("A"))}
    return zipped({**parts, "word/document.xml": document, **more})


def _words(piece: str, times: int) -> bytes:
    begin, end = f"<w:document {NAMESPACES}><w:body>", "</w:body></w:document>"
    return _word(Repeated(begin.encode(), piece.encode(), times, end.encode()))


def _nested_tables(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + p("A") + "</w:tc></w:tr></w:tbl>" * depth


WORD = {
    "satu-gigabita.docx": Hostile(
        lambda: _word(
            Repeated(f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>".encode(), b"a" * MB, 1024,
                     b"</w:t></w:r></w:p></w:body></w:document>")
        ),
        _named("unpacks-too-large"),
    ),
    "empat-juta-paragraf.docx": Hostile(lambda: _words("<w:p/>" * 10_000, 400), _named("unpacks-too-large")),
    "enam-puluh-ribu-bagian.docx": Hostile(
        lambda: zipped({**docx_parts(p("A")), **{f"word/x{number}.xml": b"" for number in range(60_000)}}),
        _named("too-many-parts"),
    ),
    "entitas.docx": Hostile(lambda: _word(_LAUGHS + "<x>&k;</x>"), _named("unsafe-xml")),
    "entitas-luar.docx": Hostile(
        lambda: _word('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'), _named("unsafe-xml")
    ),
    "rentang.docx": Hostile(lambda: docx(table([cell("A", span=300_000_000), "B"], ["C", "D"])), READ),
    "tabel-bersarang.docx": Hostile(lambda: docx(_nested_tables(240)), _named("nested-too-deep")),
    "unsur-bersarang.docx": Hostile(lambda: _words("<w:sdt>" * 1000, 300), _named("nested-too-deep")),
    "atribut.docx": Hostile(
        lambda: _word(Repeated(b'<w:document x="', b"a" * MB, 14, b'"/>')), _named("damaged", "unpacks-too-large")
    ),
    "daftar.docx": Hostile(
        lambda: docx(p("A") * 2_000, numbering="<w:abstractNum/>" * 200_000), READ
    ),
}  # fmt: skip

# Sheets


def _strings(times: int) -> bytes:
    parts: dict[str, bytes | str | Repeated] = {
        **xlsx_parts({"Data": data('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')}, strings="")
    }
    first = f'<sst xmlns="{MAIN}"><si><t>'.encode()
    return zipped({**parts, "xl/sharedStrings.xml": Repeated(first, b"a" * MB, times, b"</t></si></sst>")})


def _sheet(piece: bytes, times: int, last: bytes = b"</sheetData></worksheet>") -> bytes:
    first = f'<worksheet xmlns="{MAIN}"><sheetData>'.encode()
    parts: dict[str, bytes | str | Repeated] = {**xlsx_parts({"Data": ""})}
    return zipped({**parts, "xl/worksheets/sheet1.xml": Repeated(first, piece, times, last)})


_TITLE = f'<row r="1">{text("A1", "Judul")}</row>'

SHEETS = {
    "sel-jauh.xlsx": Hostile(lambda: xlsx(data(_TITLE, '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')), READ),
    "gabung-semua.xlsx": Hostile(
        lambda: xlsx(data(_TITLE) + '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), READ
    ),
    "satu-gigabita.xlsx": Hostile(lambda: _strings(1024), _named("unpacks-too-large")),
    "kata-14-megabita.xlsx": Hostile(lambda: _strings(14), _named("text-too-long")),
    "dua-belas-juta-sel.xlsx": Hostile(
        lambda: _sheet(b"<row>" + b"<c><v>1</v></c>" * 100 + b"</row>", 120_000), _named("too-many-cells")
    ),
    "empat-ratus-megabita.xlsx": Hostile(lambda: _sheet(b" " * MB, 400), _named("unpacks-too-large")),
    "kolom.xlsx": Hostile(
        lambda: xlsx(data(f'<row r="1">{"<c><v>1</v></c>" * 16_384}</row>')), _named("too-many-columns")
    ),
    "entitas.xlsx": Hostile(
        lambda: zipped({**xlsx_parts({"Data": ""}), "xl/workbook.xml": _LAUGHS + "<x>&k;</x>"}), _named("unsafe-xml")
    ),
    "ulang.ods": Hostile(
        lambda: ods(
            ods_row(
                ods_text("x", 'table:number-columns-repeated="10000"'), more='table:number-rows-repeated="1000000"'
            )
        ),
        _named("too-many-cells"),
    ),
    "entitas-luar.ods": Hostile(
        lambda: zipped(
            {**ods_parts(""), "content.xml": '<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>'}
        ),
        _named("unsafe-xml"),
    ),
    "kutip.csv": Hostile(lambda: b'No;Isi\n1;"' + b"a;b\n" * 300_000, _named("unclosed-quote")),
    "kolom.csv": Hostile(lambda: b";" * 2_000_000, _named("line-too-long")),
    "lingkaran.xls": Hostile(lambda: ole(loop=True, stream="Workbook"), _named("damaged")),
    "lingkaran.doc": Hostile(lambda: ole(loop=True), _CONVERTER),
}  # fmt: skip

# PDF

_PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
_PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>"
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_WORDS = b"BT /F 9 Tf 50 700 Td (Standar operasional prosedur) Tj ET"


def _many_pages(count: int) -> bytes:
    """Pages of a few words, all of one content."""
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(count))
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F 4 0 R >> >> >>"
    )
    pages = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    return pdf([CATALOGUE, pages, drawing(_WORDS), _FONT, *[page] * count])


def _form(draws: bytes, names: int) -> bytes:
    resources = b"/Resources << /XObject << /X %d 0 R >> >>" % names
    return drawing(draws, b"/Filter /FlateDecode /Type /XObject /Subtype /Form /BBox [0 0 9 9] " + resources)


def _forms(count: int, *, loop: bool) -> bytes:
    forms = [_form(b"/X Do /X Do", 5 if loop else min(number + 1, count + 4)) for number in range(5, count + 5)]
    return pdf_page(drawing(b"/X Do"), *forms, resources=b"/XObject << /X 5 0 R >>")


def _image_page(width: int, height: int) -> bytes:
    head = b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 1 /ColorSpace /DeviceGray"
    image = pdf_stream(zeros((width + 7) // 8 * height), head % (width, height) + b" /Filter /FlateDecode")
    return pdf_page(drawing(b"842 0 0 842 0 0 cm /X Do"), image, resources=b"/XObject << /X 5 0 R >>")


def _packed_thrice(megabytes: int) -> bytes:
    """Commands packed, and that packed twice again."""
    commands = b"\x78\xda" + Repeated(b"", b"0 0 m 9 9 l S\n" * 75_000, megabytes, b"").deflated() + bytes(4)
    thrice = zlib.compress(zlib.compress(commands))
    return pdf_page(pdf_stream(thrice, b"/Filter [/FlateDecode /FlateDecode /FlateDecode]"))


def _tables_in_a_circle() -> bytes:
    """A table of objects that names itself as the one before it."""
    whole = pdf([CATALOGUE, _PAGES, _PAGE, drawing(b"")])
    at = whole.rindex(b"xref\n0")
    return whole.replace(b"/Root", b"/Prev %d /Root" % at)


def _object_stream_in_a_circle() -> bytes:
    """A stream of objects that says that it extends itself."""
    content = pdf_stream(
        zlib.compress(b"4 0 << >>"), b"/Type /ObjStm /N 1 /First 4 /Extends 5 0 R /Filter /FlateDecode"
    )
    return pdf_page(b"5 0 R", content)


def _same_content(times: int) -> bytes:
    """A page of one content many times; an array in an object of its own names it."""
    content = drawing(Repeated(b"", b"0 0 m 9 9 l S\n" * 75_000, 12, b""))
    return pdf_page(b"[" + b"5 0 R " * times + b"]", content)


_RECTANGLES = b"".join(b"%d %d 5 5 re S\n" % (number % 590, number // 590) for number in range(300_000))

PDFS = {
    "lima-ribu-halaman.pdf": Hostile(lambda: _many_pages(5_000), _named("too-many-pages")),
    "sepuluh-ribu-halaman.pdf": Hostile(lambda: _many_pages(10_002), _named("too-many-pages")),
    "sembilan-ratus-halaman.pdf": Hostile(lambda: _many_pages(900), READ),
    "isi-288-megabita.pdf": Hostile(
        lambda: pdf_page(drawing(Repeated(b"", b"0 0 m 9 9 l S\n" * 75_000, 288, b""))), _named("unpacks-too-large")
    ),
    "isi-tiga-kali.pdf": Hostile(lambda: _packed_thrice(300), _named("unpacks-too-large")),
    "isi-berulang.pdf": Hostile(lambda: _same_content(100), _named("unpacks-too-large")),
    "isi-15-megabita.pdf": Hostile(
        lambda: pdf_page(drawing(Repeated(b"", b"0 0 m 9 9 l S\n" * 75_000, 15, b""))), READ | _named("empty")
    ),
    "tiga-ratus-ribu-kotak.pdf": Hostile(lambda: pdf_page(drawing(_RECTANGLES)), _named("empty")),
    "menggambar-diri.pdf": Hostile(lambda: _forms(1, loop=True), _named("form-loop")),
    "berlipat-dua.pdf": Hostile(lambda: _forms(30, loop=False), _named("form-loop")),
    "halaman-14400.pdf": Hostile(
        lambda: pdf_page(drawing(_WORDS), _FONT, box=14_400, resources=b"/Font << /F 5 0 R >>"), READ
    ),
    "gambar-40000.pdf": Hostile(lambda: _image_page(40_000, 40_000), _named("empty")),
    "pohon-halaman.pdf": Hostile(
        lambda: pdf([CATALOGUE, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"]), _named("damaged")
    ),
    "daftar-objek.pdf": Hostile(_tables_in_a_circle, _named("empty")),
    "aliran-objek.pdf": Hostile(_object_stream_in_a_circle, _named("empty")),
    "tanpa-halaman.pdf": Hostile(lambda: pdf([CATALOGUE, b"<< /Type /Pages /Kids [] /Count 0 >>"]), _named("damaged")),
    "kepala-saja.pdf": Hostile(lambda: b"%PDF-1.7\n", _named("damaged")),
    "negatif.pdf": Hostile(
        lambda: pdf([CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count -2147483648 >>", _PAGE, drawing(b"")]),
        _named("empty"),
    ),
    "kurung.pdf": Hostile(lambda: pdf([CATALOGUE, _PAGES, b"[" * 500_000]), _named("damaged")),
}  # fmt: skip

# Pictures

PICTURES = {
    "30000.png": Hostile(lambda: png(30_000, 30_000), _named("too-large")),
    "50000.png": Hostile(lambda: png(50_000, 50_000, b""), _named("too-large")),
    "tipis.png": Hostile(lambda: png(2_000_000_000, 1), _named("too-large")),
    "tanpa-isi.png": Hostile(lambda: png(100, 100, b""), _named("damaged")),
    "30000.tiff": Hostile(lambda: tiff(30_000, 30_000, zeros(30_000 * 30_000)), _named("too-large")),
    "50000.tif": Hostile(lambda: tiff(50_000, 50_000, b""), _named("too-large")),
    "lingkaran.tiff": Hostile(lambda: tiff(100, 100, zlib.compress(bytes(10_000)), following=8), _named("ocr-failed")),
    "65500.jpg": Hostile(_wide_jpeg, _named("too-large")),
    "30000.bmp": Hostile(hostile_media.large_bmp, _named("too-large")),
    "16384.webp": Hostile(hostile_media.large_webp, _named("too-large", "damaged")),
    "komentar.png": Hostile(hostile_media.endless_text, _named("damaged", "too-large")),
    "exif.jpg": Hostile(hostile_media.exif_garbage, _named("empty")),
    "tanda.tiff": Hostile(hostile_media.absurd_tags, _named("damaged")),
    "lingkaran-tiga.tiff": Hostile(lambda: hostile_media.many_pages(3, lambda at: (at + 1) % 3), _named("ocr-failed")),
    "sepuluh-ribu-halaman.tiff": Hostile(
        lambda: hostile_media.many_pages(10_000, lambda at: at + 1 if at < 9_999 else -1), _named("too-many-pages")
    ),
    "gerak.png": Hostile(lambda: hostile_media.moving("PNG"), _named("ocr-failed")),
    "gerak.webp": Hostile(lambda: hostile_media.moving("WEBP"), _named("ocr-failed")),
    "bukan-angka.tiff": Hostile(
        lambda: hostile_media.saved(Image.fromarray(np.full((800, 600), np.nan, np.float32)), "TIFF"), _named("empty")
    ),
    "palet.png": Hostile(
        lambda: hostile_media.saved(Image.new("P", (600, 800), 3), "PNG", transparency=3), _named("empty")
    ),
    "kotor.png": Hostile(lambda: hostile_media.saved(Image.fromarray(hostile_media.dirt()), "PNG"), _named("empty")),
}

SCANS = {
    "pindai-201-halaman.pdf": Hostile(lambda: hostile_media.scan_pages(201), _named("too-many-pages")),
    "lima-ribu-gambar.pdf": Hostile(lambda: hostile_media.small_images(5_000), _named("empty")),
    "gambar-30000.pdf": Hostile(lambda: hostile_media.fine_image(30_000, 3), _named("empty")),
    "gambar-acak.pdf": Hostile(hostile_media.garbage_filters, _named("empty")),
}

SIGNATURES = {
    "tanda-tangan-300.pdf": Hostile(lambda: hostile_media.many_signatures(300), READ),
    "tanda-tangan-aneh.pdf": Hostile(hostile_media.odd_signatures, READ),
}

CONVERTED = {
    "satu-gigabita.odt": Hostile(
        lambda: hostile_media.odt(f"<text:p>{'a' * MB}</text:p>", 1024), _named("unpacks-too-large")
    ),
    "ulang.odt": Hostile(hostile_media.repeated_odt, _CONVERTER),
    "acak-isi.doc": Hostile(hostile_media.doc_of_noise, _CONVERTER),
    "bersarang.rtf": Hostile(hostile_media.deep_rtf, _CONVERTER),
}

# Archives


def _nested(depth: int) -> bytes:
    """Archives in archives, ten in each."""
    found = archives.archive(("a.txt", "a"))
    for _ in range(depth):
        found = archives.archive(*((f"{number}.zip", found) for number in range(10)))
    return found


ARCHIVES = {
    "arsip-kosong.zip": Hostile(archives.archive, _named("empty")),
    "bersarang.zip": Hostile(lambda: archives.archive(("dalam.zip", _nested(3))), _named("archive")),
    "bertumpuk.zip": Hostile(lambda: archives.overlapping(b"a" * MB, 5_000), _named("unpacks-too-large")),
    "naik.zip": Hostile(lambda: archives.archive(("../../naik.txt", "a")), _named("unsafe-name")),
    "mutlak.zip": Hostile(lambda: archives.archive(("/etc/mutlak.txt", "a")), _named("unsafe-name")),
    "tautan.zip": Hostile(lambda: archives.link("tautan.txt", "/etc/passwd"), _named("link")),
    "satu-gigabita.zip": Hostile(
        lambda: zipped({"a.txt": Repeated(b"", b"a" * MB, 1024, b"")}), _named("unpacks-too-large")
    ),
    "seratus-ribu.zip": Hostile(
        lambda: zipped({f"{number}.txt": b"" for number in range(65_000)}), _named("too-many-entries")
    ),
    "jumlah-bohong.zip": Hostile(
        lambda: archives.changed(archives.archive(("a.txt", "a" * 999)), 24, "L", 10), _named("damaged")
    ),
}  # fmt: skip

# Texts


TEXTS = {
    "dua-puluh-megabita.txt": Hostile(lambda: b"kata " * (4 * MB), _named("too-large")),
    "satu-baris.txt": Hostile(lambda: b"kata " * (2 * MB), _named("line-too-long")),
    "utf16.txt": Hostile(lambda: b"\xff\xfeS\0O\0P\0" + b"\x00\xd8" * 9, _named("encoding")),
    "tabel.md": Hostile(lambda: b"<table><tr><td>" * 30_000, READ),
}

FILES: dict[str, Hostile] = {
    **DAMAGED, **LOCKED, **WORD, **SHEETS, **PDFS, **PICTURES, **SCANS, **SIGNATURES, **CONVERTED, **ARCHIVES, **TEXTS,
}  # fmt: skip
"""By name."""

PLACES: dict[str, Callable[[Path], object]] = {
    "pipa.txt": lambda path: os.mkfifo(path),  # noqa: PLW0108 - there is none on Windows
    "pipa.zip": lambda path: os.mkfifo(path),  # noqa: PLW0108 - there is none on Windows
    "putus.docx": lambda path: path.symlink_to("tidak-ada.docx"),
    "melingkar.pdf": lambda path: path.symlink_to("melingkar.pdf"),
    "tanpa-akhir.txt": lambda path: path.symlink_to("/dev/zero"),
}
"""What is no file at all; it has a named error each."""


def write(folder: Path) -> Iterator[tuple[Path, frozenset[str]]]:
    """Write all hostile files and yield each with what may become of it."""
    for name, hostile in FILES.items():
        (folder / name).write_bytes(hostile.make())
        yield folder / name, hostile.codes
    if sys.platform != "win32":
        for name, make in PLACES.items():
            make(folder / name)
            yield folder / name, _named("unreadable", "not-found")
