"""
A file of any kind to a document: what it is, is told by its content; its name only decides between kinds of text.

* ReadError
    - unsupported         a kind of file that is known and not read: PPTX, XLSB, ZIP ...
    - password            a workbook that is locked with a password
    - old-xml             a workbook in the XML of Excel 2003
    - archive             a ZIP of documents where a document should be
    and those of `readers.archive`, `readers.text`, `readers.docx`, `readers.pdf`, `readers.images`,
    `readers.delimited`, `readers.html_sheets`, `readers.spreadsheet` and `readers.conversion`
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable
from pathlib import PurePath

from readers.errors import ReadError
from readers.limits import MAX_BYTES
from readers.options import ReadOptions
from readers.text import read_text
from schemas.blocks import Document

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xltx", ".xls", ".ods"})
WORD_FILES = frozenset({".docx", ".docm", ".dotx", ".dotm"})
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"})
DELIMITED = frozenset({".csv", ".tsv"})
"""Suffixes of data; whatever text stands in such a file is rows."""
MARKED_UP = frozenset({".md", ".markdown", ".html", ".htm"})
MAX_PARTS_LOOKED_AT = 5_000
SAMPLE = 16 * 1024
"""Bytes at the begin that tell what a text is."""
MIN_SEMICOLONS = 3
MIN_ALIKE_ROWS = 5
"""So many first rows, each with as many semicolons, are data under any name. No sentence and no list has them."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0"
_RTF = b"{\\rtf"
_END_OF_ZIP = b"PK\x05\x06"
_ENTRY = struct.Struct("<4s24x3H12x")
_PDF = b"%PDF-"
_PDF_HEAD = 1_024
"""Bytes in which a PDF must say that it is one; a mail program may have put some before."""
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_BITMAP = b"BM"
_BITMAP_HEADS = frozenset({12, 40, 52, 56, 64, 108, 124})
"""Bytes of the second head of a bitmap."""
_HTML = re.compile(rb"<(?:html|table)\b", re.IGNORECASE)
_OLD_XML = re.compile(rb"progid=[\"']Excel\.Sheet|urn:schemas-microsoft-com:office:spreadsheet")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."

_AS_TEXT = "Simpan dokumen sebagai teks (.txt) atau Markdown (.md), lalu periksa lagi."
_AS_XLSX = "Buka berkas itu dengan aplikasi lembar kerja, simpan ulang sebagai .xlsx, lalu periksa lagi."


def read_document(data: bytes, *, name: str, options: ReadOptions | None = None) -> Document:
    """
    Read a file of any kind.

    Args:
        data: The whole file.
        name: The file's name: its suffix tells data from running text.
        options: How much is taken, and by which means.

    Raises:
        ReadError: The file cannot be read; see the top of this module.
    """
    return _reader_of(data, name)(data, name, options or ReadOptions())


def most_bytes(head: bytes, name: str, options: ReadOptions) -> tuple[int, str | None]:
    """
    How large a file may be, by its first bytes and its name, and the limit of the settings that says so.

    What is larger need not be read to be refused.
    """
    if head.startswith((*_ZIP, _OLE, _RTF)):
        return options.sheets.workbook_bytes, "workbook_bytes"
    if is_data(name):
        return options.sheets.csv_bytes, "csv_bytes"
    if is_picture(head) or PurePath(name).suffix.lower() in PICTURES:
        return options.scans.bytes, None
    if head.startswith(_PDF) or PurePath(name).suffix.lower() == ".pdf":
        return options.pdf.bytes, None
    return MAX_BYTES, None


def is_data(name: str) -> bool:
    """Whether a name is that of a workbook or a CSV file."""
    return PurePath(name).suffix.lower() in WORKBOOKS | DELIMITED


def is_packed(head: bytes) -> bool:
    """Whether a file that begins so is a ZIP, be it that of an office program or an archive."""
    return head.startswith(_ZIP)


def _is_word(name: str) -> bool:
    return PurePath(name).suffix.lower() in WORD_FILES


_Reader = Callable[[bytes, str, ReadOptions], Document]


def _reader_of(data: bytes, name: str) -> _Reader:
    if data.startswith(_ZIP):
        return _packed_reader(data, name)
    if data.startswith(_OLE):
        return _ole_reader(data, name)
    if data.startswith(_RTF):
        return _rtf
    if _is_pdf(data):
        return _pdf
    if is_picture(data):
        return _image
    suffix = PurePath(name).suffix.lower()
    if suffix in WORKBOOKS | DELIMITED | {".xml"}:
        return _data_reader(data, name, suffix)
    return _delimited if suffix not in MARKED_UP and _is_rows(data[:SAMPLE]) else _text


def _text(data: bytes, name: str, _: ReadOptions) -> Document:
    return read_text(data, name=name)


def _is_pdf(data: bytes) -> bool:
    """Whether a file is a PDF; a text that speaks of one has no objects."""
    head = data[:_PDF_HEAD]
    return head.startswith(_PDF) or (_PDF in head and b"\0" not in head[:4] and b" obj" in data)


def _pdf(data: bytes, name: str, options: ReadOptions) -> Document:
    from readers.ocr import Pictures  # noqa: PLC0415 - only documents with pages have such
    from readers.pdf import read_pdf  # noqa: PLC0415 - its library is large

    pictures = Pictures(name, options)
    return read_pdf(data, name=name, limits=options.pdf, trusted_roots=options.trusted_roots, pictures=pictures)


def is_picture(head: bytes) -> bool:
    """Whether a file begins as a picture that may be a page."""
    if head.startswith(_BITMAP):  # two letters, with which a text may begin, too
        return len(head) >= 18 and int.from_bytes(head[14:18], "little") in _BITMAP_HEADS and head[6:10] == b"\0" * 4
    return head.startswith(_PICTURES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")


def _image(data: bytes, name: str, options: ReadOptions) -> Document:
    from readers.images import read_image  # noqa: PLC0415 - as above

    return read_image(data, name=name, options=options)


def _delimited(data: bytes, name: str, options: ReadOptions) -> Document:
    from readers.delimited import read_delimited  # noqa: PLC0415 - most documents are texts

    return read_delimited(data, name=name, limits=options.sheets)


def _html(data: bytes, name: str, options: ReadOptions) -> Document:
    from readers.html_sheets import read_html_sheets  # noqa: PLC0415 - as above

    return read_html_sheets(data, name=name, limits=options.sheets)


def _workbook(data: bytes, name: str, options: ReadOptions) -> Document:
    from readers.spreadsheet import read_workbook  # noqa: PLC0415 - as above, and its libraries are large

    return read_workbook(data, name=name, limits=options.sheets)


def _word(data: bytes, name: str, options: ReadOptions) -> Document:
    from readers.docx import read_docx  # noqa: PLC0415 - as above

    return read_docx(data, name=name, limits=options.sheets)


def _doc(data: bytes, name: str, options: ReadOptions) -> Document:
    from readers.conversion import DOC, read_converted  # noqa: PLC0415 - as above

    return read_converted(data, DOC, name=name, options=options)


def _odt(data: bytes, name: str, options: ReadOptions) -> Document:
    from readers.conversion import ODT, read_converted  # noqa: PLC0415 - as above

    return read_converted(data, ODT, name=name, options=options)


def _rtf(data: bytes, name: str, options: ReadOptions) -> Document:
    from readers.conversion import RTF, read_converted  # noqa: PLC0415 - as above

    return read_converted(data, RTF, name=name, options=options)


def _archive(data: bytes, name: str, options: ReadOptions) -> Document:
    """Refuse what is no document, or one so damaged that nobody can tell what it was."""
    from readers.archive import refusal  # noqa: PLC0415 - as above

    problem = refusal(io.BytesIO(data), len(data), name, options.archives)
    raise problem or _unsupported(name, "berkas aplikasi perkantoran")


def _data_reader(data: bytes, name: str, suffix: str) -> _Reader:
    """Tell what a text is that passes for data."""
    sample = data[:SAMPLE].replace(b"\0", b"")  # UTF-16 looks like ASCII then
    if _OLD_XML.search(sample):
        raise ReadError("old-xml", f"{name} adalah lembar kerja XML Excel 2003, yang belum dapat dibaca. {_AS_XLSX}")
    if suffix == ".xml":
        return _text
    begins = sample.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if _HTML.search(sample) and (begins.startswith(b"<") or suffix in WORKBOOKS):
        return _html
    return _delimited


def _is_rows(sample: bytes) -> bool:
    """Whether a text under another name is surely rows of data: all its first lines have as many semicolons."""
    if sample.count(b";") < MIN_SEMICOLONS * MIN_ALIKE_ROWS:
        return False
    counts = {line.count(b";") for line in sample.splitlines()[: 2 * MIN_ALIKE_ROWS] if line.strip()}
    lines = sum(bool(line.strip()) for line in sample.splitlines()[: 2 * MIN_ALIKE_ROWS])
    return len(counts) == 1 and min(counts) >= MIN_SEMICOLONS and lines >= MIN_ALIKE_ROWS


# Packed files


def _packed_reader(data: bytes, name: str) -> _Reader:
    parts = _part_names(data)
    kind = _open_document(data)
    if "xl/workbook.xml" in parts or kind.startswith("spreadsheet"):
        return _workbook
    if kind == "text":
        return _odt
    if kind:
        raise _unsupported(name, f"dokumen OpenDocument ({kind})")
    if any(one.startswith("word/") for one in parts) or (not parts and _is_word(name)):
        return _word
    for part, what in _KINDS_BY_PART:
        if any(one.startswith(part) for one in parts):
            raise _unsupported(name, what)
    if is_data(name):
        return _workbook  # damaged, perhaps; its reader says what is wrong
    return _archive if parts or PurePath(name).suffix.lower() == ".zip" else _text  # which says that it is no text


_KINDS_BY_PART = (
    ("ppt/", "presentasi (PPTX)"),
    ("xl/workbook.bin", "lembar kerja biner (XLSB)"),
)


_ADVICE = {"lembar kerja": _AS_XLSX}
"""What to do about a kind of file, by a word of its name."""


def _unsupported(name: str, what: str) -> ReadError:
    advice = next((advice for word, advice in _ADVICE.items() if word in what), _AS_TEXT)
    return ReadError("unsupported", f"{name} adalah {what}, yang belum dapat dibaca. {advice}")


def _part_names(data: bytes) -> set[str]:
    """Names of the parts of a packed file, by its directory, as far as it can be followed."""
    end = data.rfind(_END_OF_ZIP)
    names: set[str] = set()
    if end < 0 or end + 20 > len(data):
        return names
    at = int.from_bytes(data[end + 16 : end + 20], "little")
    while len(names) < MAX_PARTS_LOOKED_AT and at + _ENTRY.size <= len(data):
        mark, length, extra, comment = _ENTRY.unpack_from(data, at)
        if mark != b"PK\x01\x02":
            break
        begin = at + _ENTRY.size
        names.add(data[begin : begin + length].decode("utf-8", "replace").replace("\\", "/").lower())
        at = begin + length + extra + comment
    return names


def _open_document(data: bytes) -> str:
    """What an OpenDocument file says it is (``spreadsheet``, ``text``); empty for other files."""
    if data[30:38] != b"mimetype":
        return ""
    begin = 38 + int.from_bytes(data[28:30], "little")
    mime = data[begin : begin + 80]
    if not mime.startswith(_OPEN_DOCUMENT):
        return ""
    words = re.match(rb"[a-z]+", mime[len(_OPEN_DOCUMENT) :])
    return words[0].decode() if words else ""


# Files of Office 97-2003


def _ole_reader(data: bytes, name: str) -> _Reader:
    if _has_stream(data, "EncryptedPackage"):
        raise ReadError(
            "password", f"{name} dikunci dengan kata sandi. Simpan salinan tanpa kata sandi, lalu periksa lagi."
        )
    if _has_stream(data, "WordDocument") and PurePath(name).suffix.lower() not in WORKBOOKS:
        return _doc
    if _has_stream(data, "Workbook") or _has_stream(data, "Book") or is_data(name):
        return _workbook
    return _text  # which says that it is no text


def _has_stream(data: bytes, stream: str) -> bool:
    """Whether the directory names such a stream; an entry has a name of 64 bytes, filled with zeros."""
    return stream.encode("utf-16-le") + b"\0\0\0\0" in data
