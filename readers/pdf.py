"""
PDF to blocks with page and box; pages that are pictures are recognised, one by one, beside the others.

PDFium (pypdfium2) gives characters, paths and images with their places; tables are told by their ruling lines. What a
PDF does, too, is left alone: no script runs, no link is followed, no attachment is opened. Every exception is a
`readers.errors.ReadError`:

* ReadError
    - empty, damaged, password, no-pages                                what the file is
    - needs-ocr, ocr-failed, unclear-scan                               why its pictures cannot be read (`readers.ocr`)
    - too-large, too-many-pages, too-many-characters                    how much of it there is
    - unpacks-too-large, form-loop                                      what would stop PDFium
    - too-many-rows, too-many-cells, too-many-pieces, too-many-lines    what it would become

Notices: pages-without-text, restricted, notes-ignored, unreadable-characters, lines-ignored, struck-text,
hidden-text, form-fields, typed-text, dynamic-form, attachments-ignored, copied-text, damaged-pages,
columns-guessed, and those of `readers.ocr` and `readers.signature_notices`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from readers.errors import ReadError
from readers.page import Box, Page
from readers.page_blocks import blocks_of
from readers.page_notices import guess_notices, named_pages, places_of_pages
from readers.pdf_limits import PdfLimits
from readers.pdf_scan import refuse_traps
from readers.pdf_signatures import Signed, may_be_signed, read_signatures
from readers.signature_notices import signature_notices
from schemas.blocks import Document, Notice, PageRead

if TYPE_CHECKING:
    import pypdfium2

    from readers.ocr import Pictures
    from readers.pdf_fields import FormFields
    from readers.pdf_page import Unread

MEDIA = "application/pdf"
HEAD_BYTES = 1_024
"""Bytes in which ``%PDF-`` must stand."""
MIN_CHARACTERS = 4
"""Characters of a page that has a text layer."""
MAX_STAMP = 250
"""Characters that an app or a signing service prints on the picture of a page: a page number, its name, a notice."""
COPIED_CERTAINTY = 80
"""Per cent of certainty of a text that a copier recognised: nobody tells how sure it was."""
UNMAPPED = 0.4
"""Share of characters without a meaning from which the text of a page is none."""

_AGAIN = "Simpan ulang dokumen aslinya sebagai PDF, lalu periksa lagi."
_SPLIT = "Pecah menjadi beberapa berkas, lalu periksa lagi."


@dataclass(slots=True)
class _Read:
    """Pages, and what is to be said about them; lists hold numbers of pages."""

    pages: list[Page] = field(default_factory=list)
    without_text: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    fields: list[int] = field(default_factory=list)
    unclear: list[int] = field(default_factory=list)
    drawings: list[int] = field(default_factory=list)
    struck: list[int] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    """Pages whose words are to be recognised."""
    copied: list[int] = field(default_factory=list)
    """Those among them of which a text is read that a copier put unseen under its picture."""
    anew: list[int] = field(default_factory=list)
    """Those of which it was left alone, since the words were recognised in the picture."""
    typed: list[int] = field(default_factory=list)
    restricted: bool = False
    unseen: bool = False
    """A signature may stand in a picture of a whole page, or in a drawing that was not read."""
    signed: bool = False
    """PDFium finds signature fields, signed or empty."""
    places: dict[str, tuple[int, Box]] = field(default_factory=dict)
    """Where they are shown, by their names."""
    dynamic: bool = False
    """The form is drawn by a program (XFA); only what stands on the pages themselves is read."""
    attachments: int = 0


def read_pdf(
    data: bytes,
    *,
    name: str,
    limits: PdfLimits = PdfLimits(),  # noqa: B008  # frozen
    trusted_roots: Sequence[bytes] = (),
    pictures: Pictures | None = None,
) -> Document:
    """
    Read a PDF.

    Args:
        data: The whole file.
        name: Its name, for messages.
        limits: How much of it is taken.
        trusted_roots: Certificates (DER) at which the chain of a digital signature may end.
        pictures: What recognises pages that are pictures; None: they are named in a notice.

    Returns:
        Blocks in reading order. `Piece.line` counts the printed lines of all pages, `Piece.page` from 1, and
        `Piece.bbox` is in points from the top left corner of the page as shown. `shows_signatures` is false where
        one may stand in a picture of a whole page or in a drawing that is not read.

    Raises:
        ReadError: The file cannot be read; see the top of this module.
    """
    if len(data) > limits.bytes:
        raise ReadError("too-large", f"{name} lebih besar dari {limits.bytes // 1024**2} MB. {_SPLIT}")
    if not data.strip():
        raise ReadError("empty", f"{name} kosong. Pastikan dokumen tersimpan utuh, lalu periksa lagi.")
    refuse_traps(data, name=name, limits=limits)
    read = _read(data, name, limits, pictures)
    if not any(page.words for page in read.pages):
        raise _no_text(name, read, pictures)
    pages = tuple(_page_read(page) for page in read.pages)
    recognised = tuple(pictures.notices()) if pictures else ()
    found = blocks_of(read.pages, name)
    read.drawings = sorted({*read.drawings, *found.without_tables})
    signed = _signed(data, read, trusted_roots)
    return Document(
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        media=MEDIA,
        lines=found.lines,
        shows_signatures=not read.unseen,
        shows_marks=True,
        blocks=found.blocks,
        notices=(*_notices(read), *guess_notices(found.guessed), *recognised, *signature_notices(signed)),
        guessed=tuple(found.guessed),
        signatures=tuple(signed.signatures),
        pages=pages,
    )


def _page_read(page: Page) -> PageRead:
    """How a page was read; it must not be turned yet."""
    recognised = any(word.certainty is not None for word in page.words)
    return PageRead(page.number, page.width, page.height, "ocr" if recognised else "text" if page.words else "none")


def _signed(data: bytes, read: _Read, roots: Sequence[bytes]) -> Signed:
    """The digital signatures, where there may be any: pyHanko is slow to load."""
    return read_signatures(data, roots=roots, places=read.places) if read.signed or may_be_signed(data) else Signed()


def _no_text(name: str, read: _Read, pictures: Pictures | None) -> ReadError:
    if read.damaged:
        return _damaged(name)
    if not read.without_text or (pictures and pictures.recognised):
        return ReadError("empty", f"{name} tidak berisi tulisan. Pastikan dokumen tersimpan utuh, lalu periksa lagi.")
    if pictures and pictures.problem:
        return pictures.problem
    return ReadError(
        "needs-ocr",
        f"Semua {len(read.pages)} halaman {name} berupa gambar hasil pindai tanpa teks, sehingga isinya belum dapat "
        "dibaca. Jalankan OCR lebih dahulu atau kirim dokumen aslinya (Word atau PDF yang dicetak dari Word), lalu "
        "periksa lagi.",
    )


def _damaged(name: str) -> ReadError:
    return ReadError("damaged", f"{name} bukan PDF yang utuh atau rusak di dalamnya. {_AGAIN}")


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[pypdfium2.PdfDocument]:
    """
    The document, open.

    Raises:
        ReadError: ``password`` or ``damaged``.
    """
    import pypdfium2  # noqa: PLC0415 - only when there is such a file
    from pypdfium2 import raw  # noqa: PLC0415

    if b"%PDF-" not in data[:HEAD_BYTES]:
        raise _damaged(name)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if raw.FPDF_GetLastError() in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY) or "assword" in str(error):
            raise ReadError(
                "password",
                f"{name} dikunci dengan kata sandi. Simpan salinan tanpa kata sandi, lalu periksa lagi.",
            ) from error
        raise _damaged(name) from error
    with closing(document):
        yield document


def _read(data: bytes, name: str, limits: PdfLimits, pictures: Pictures | None) -> _Read:
    with _opened(data, name) as document:
        count = len(document)
        if count == 0:
            raise ReadError("no-pages", f"{name} tidak memiliki halaman. {_AGAIN}")
        if count > limits.pages:
            raise ReadError("too-many-pages", f"{name} memuat {count} halaman (batas {limits.pages}). {_SPLIT}")
        read = _pages(document, name, limits)
        if pictures is not None and read.pictures:
            _recognise(document, read, pictures)
        return read


def _recognise(document: pypdfium2.PdfDocument, read: _Read, pictures: Pictures) -> None:
    """
    Put pages with recognised words in the place of those that are pictures.

    A document of which some pages have words is read without the others where nothing recognises them.
    """
    from readers.pdf_pictures import drawn  # noqa: PLC0415 - only when there is such a page

    if not pictures.is_ready():
        return
    read.unseen = True  # a signature over words is no figure of its own
    limits = pictures.options.scans
    for at, number in enumerate(read.pictures):
        grey, dots = drawn(document, number, limits)
        page = pictures.page(grey, number, dots, len(read.pictures) - at)
        if page.words:
            read.pages[number - 1] = page
            for named in (read.without_text, read.unclear, read.drawings, read.fields, read.typed, read.copied):
                if number in named:
                    named.remove(number)
                    if named is read.copied:
                        read.anew.append(number)
    pictures.refuse_unclear(alone=len(read.pictures) == len(read.pages))


def _pages(document: pypdfium2.PdfDocument, name: str, limits: PdfLimits) -> _Read:
    from pypdfium2 import raw  # noqa: PLC0415

    from readers.pdf_fields import FormFields  # noqa: PLC0415

    read = _Read()
    permissions = raw.FPDF_GetDocPermissions(document.raw)
    read.restricted = raw.FPDF_GetSecurityHandlerRevision(document.raw) >= 0 and permissions & 0xF3C != 0xF3C
    read.signed = raw.FPDF_GetSignatureCount(document.raw) > 0
    read.attachments = max(0, raw.FPDFDoc_GetAttachmentCount(document.raw))
    read.dynamic = raw.FPDF_GetFormType(document.raw) in (raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND)
    characters = 0
    with closing(FormFields(document.raw)) as fields:
        for number in range(1, len(document) + 1):
            page = raw.FPDF_LoadPage(document.raw, number - 1)
            if not page:
                read.damaged.append(number)
                read.pages.append(Page(number, 0.0, 0.0))
                continue
            try:
                characters += _page(page, number, read, fields, (name, limits))
            finally:
                raw.FPDF_ClosePage(page)
            if characters > limits.characters:
                message = f"{name} memuat lebih dari {limits.characters} karakter. {_SPLIT}"
                raise ReadError("too-many-characters", message)
        read.places = fields.signatures
    return read


def _page(raw: object, number: int, read: _Read, fields: FormFields, source: tuple[str, PdfLimits]) -> int:
    """Read one page; returns how many characters it has."""
    from readers.pdf_page import read_page  # noqa: PLC0415

    name, limits = source
    page, unread = read_page(raw, number, limits)
    if unread.too_long:
        message = f"Halaman {number} dari {name} memuat lebih dari {limits.page_characters} karakter. {_SPLIT}"
        raise ReadError("too-many-characters", message)
    added = fields.on(raw, number)
    page.words += added.filled + added.typed
    page.figures += added.figures
    read.pages.append(page)
    if unread.copied:
        for word in page.words:
            word.certainty = COPIED_CERTAINTY
    length = sum(len(word.text) for word in page.words)
    read.unseen |= unread.background or unread.paths or unread.strokes
    drawn = bool(page.figures or page.level or unread.background or unread.paths)
    copied = length >= MIN_CHARACTERS and drawn and unread.copied
    for pages, is_so in (
        (read.without_text, length < MIN_CHARACTERS and drawn),
        (read.pictures, copied or (drawn and _is_picture(length, unread))),
        (read.copied, copied),
        (read.notes, added.notes),
        (read.fields, bool(added.filled)),
        (read.typed, bool(added.typed)),
        (read.unclear, 10 * unread.characters > length),
        (read.drawings, unread.paths),
        (read.struck, unread.struck),
        (read.hidden, unread.hidden),
    ):
        if is_so:
            pages.append(number)
    return length


def _is_picture(length: int, unread: Unread) -> bool:
    """Whether a page on which something is drawn has no words of its own, but a stamp on its picture, or only signs."""
    if length < MIN_CHARACTERS or (unread.background and length <= MAX_STAMP):
        return True
    return unread.characters > UNMAPPED * length


# notices ----------------------------------------------------------------------------------------------------------


def _notices(read: _Read) -> Iterator[Notice]:
    for code, pages, message in (
        ("pages-without-text", read.without_text, "{} berupa gambar tanpa teks, sehingga isinya tidak diperiksa."),
        ("copied-text", read.anew, "Teks tersembunyi di balik gambar {} diabaikan; tulisannya dikenali dari gambar."),
        ("copied-text", read.copied, "Pada {} dibaca teks tersembunyi di balik gambar, yang dapat berbeda darinya."),
        ("damaged-pages", read.damaged, "{} rusak dan tidak dapat dibaca, sehingga isinya tidak diperiksa."),
        ("unreadable-characters", read.unclear, "Huruf pada {} tidak seluruhnya dapat dikenali."),
        ("lines-ignored", read.drawings, "Gambar pada {} terlalu rumit; garis tabel di sana tidak dibaca."),
        ("struck-text", read.struck, "Teks yang dicoret pada {} tidak dibaca. Hapus coretan itu sebelum disahkan."),
        ("hidden-text", read.hidden, "Teks yang tidak terlihat pada {} tidak dibaca."),
        ("form-fields", read.fields, "Isian formulir pada {} dibaca sebagai teks."),
        ("typed-text", read.typed, "Tulisan yang ditambahkan di atas {} dibaca sebagai teks."),
        ("notes-ignored", read.notes, "Catatan yang ditempelkan pada {} tidak ikut diperiksa."),
    ):
        if pages:
            yield Notice(code, _sentence(message.format(named_pages(pages))), places_of_pages(pages))
    if read.dynamic:
        yield Notice(
            "dynamic-form",
            "Formulir ini disusun oleh program (XFA), sehingga mungkin tidak terbaca seluruhnya. "
            "Cetak ke PDF biasa, lalu periksa lagi.",
        )
    if read.attachments:
        yield Notice("attachments-ignored", f"Dokumen memuat {read.attachments} lampiran berkas yang tidak dibuka.")
    if read.restricted:
        yield Notice("restricted", "Dokumen dibatasi pemiliknya (misalnya larangan menyalin); isinya tetap dibaca.")


def _sentence(message: str) -> str:
    return message[0].upper() + message[1:]
