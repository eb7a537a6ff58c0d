"""
Bytes to text: what offices send, and a clear word about what is no text.

Tried in this order: a byte order mark, UTF-16 told by its NUL bytes, UTF-8, Windows-1252.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator

from readers.errors import ReadError

STRAY_CONTROLS = 8
"""Control characters that any text may have: what a broken conversion leaves."""
STRAY_SHARE = 0.02
"""Share of control characters beyond which bytes are no text."""
SAMPLE = 4096
"""Bytes looked at to tell UTF-16 without a byte order mark."""
WINDOW = 32 * 1024
"""Bytes on either side of a broken UTF-8 sequence that tell damaged UTF-8 from Windows-1252."""
SLICE = 1024 * 1024
"""Bytes of a large file looked at together."""

_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1a")) + b"\x7f"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"PK\x03\x04", "DOCX/XLSX/ZIP"),
    (b"PK\x05\x06", "DOCX/XLSX/ZIP"),
    (b"%PDF-", "PDF"),
    (b"\x89PNG", "gambar PNG"),
    (b"\xff\xd8\xff", "gambar JPEG"),
    (b"GIF8", "gambar GIF"),
    (b"II*\x00", "gambar TIFF"),
    (b"MM\x00*", "gambar TIFF"),
    (b"\xd0\xcf\x11\xe0", "DOC/XLS (Office 97-2003)"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "arsip GZIP"),
    (b"7z\xbc\xaf", "arsip 7-Zip"),
    (b"Rar!", "arsip RAR"),
    (b"\x7fELF", "program"),
)


def decode(data: bytes, *, name: str) -> tuple[str, str]:
    """
    Return the text of the bytes and the encoding it was in.

    Args:
        data: The whole file.
        name: The file's name, for messages.

    Raises:
        ReadError: ``binary`` or ``encoding``.
    """
    _refuse_known_binaries(data, name)
    encoding = _marked_encoding(data) or _utf16_by_nuls(data)
    if encoding is not None:
        text = _decoded(data, encoding, name)
        _refuse_controls(text.encode("latin-1", "ignore"), len(text), name)
        return text, encoding
    _refuse_controls(data, len(data), name)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as exc:
        if _is_damaged_utf8(data, exc.start):
            return data.decode("utf-8", "replace"), "utf-8"
    return _decoded(data, "cp1252", name), "cp1252"


def encoding_of(data: bytes, *, name: str) -> tuple[str, str]:
    """
    Return the encoding as `decode` tells it, and how to take broken bytes (``strict``, ``replace``).

    Looks at a piece at a time: the text of a CSV file of 200 MB need not be in memory beside its bytes.

    Raises:
        ReadError: ``binary`` or ``encoding``.
    """
    _refuse_known_binaries(data, name)
    encoding = _marked_encoding(data) or _utf16_by_nuls(data)
    if encoding is None:
        _refuse_controls_of(_slices(data), len(data), name)
        broken = _first_broken(data, "utf-8")
        if broken is None:
            return "utf-8", "strict"
        if _is_damaged_utf8(data, broken):
            return "utf-8", "replace"
        encoding = "cp1252"
    broken = _first_broken(data, encoding)
    if broken is not None:
        raise _undecodable(data, encoding, name, broken)
    if encoding != "cp1252":
        decoder = codecs.getincrementaldecoder(encoding)()
        parts = (decoder.decode(part).encode("latin-1", "ignore") for part in _slices(data))
        _refuse_controls_of(parts, len(data) // 2, name)
    return encoding, "strict"


def _slices(data: bytes) -> Iterator[bytes]:
    return (data[at : at + SLICE] for at in range(0, len(data), SLICE))


def _first_broken(data: bytes, encoding: str) -> int | None:
    """Return the place of the first byte that the encoding does not know."""
    decoder = codecs.getincrementaldecoder(encoding)()
    for at in range(0, len(data), SLICE):
        pending = len(decoder.getstate()[0])
        try:
            decoder.decode(data[at : at + SLICE], final=at + SLICE >= len(data))
        except UnicodeDecodeError as exc:
            return at - pending + exc.start
    return None


def _refuse_known_binaries(data: bytes, name: str) -> None:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise _binary(name, f"Isinya tampaknya berkas {kind}")


def _binary(name: str, reason: str) -> ReadError:
    return ReadError(
        "binary",
        f"{name} bukan berkas teks. {reason}. "
        "Simpan dokumen sebagai teks (.txt) atau Markdown (.md), lalu periksa lagi.",
    )


def _marked_encoding(data: bytes) -> str | None:
    return next((encoding for bom, encoding in _BOMS if data.startswith(bom)), None)


def _utf16_by_nuls(data: bytes) -> str | None:
    sample = data[:SAMPLE]
    if b"\x00" not in sample or len(sample) < 4:
        return None
    pairs = len(sample) // 2
    high, low = sample[1::2].count(0), sample[0::2].count(0)
    if high > 0.4 * pairs and low < 0.1 * pairs:
        return "utf-16-le"
    if low > 0.4 * pairs and high < 0.1 * pairs:
        return "utf-16-be"
    return None


def _refuse_controls(data: bytes, length: int, name: str) -> None:
    _refuse_controls_of((data,), length, name)


def _refuse_controls_of(parts: Iterable[bytes], length: int, name: str) -> None:
    controls = sum(len(part) - len(part.translate(None, _CONTROLS)) for part in parts)
    if controls > STRAY_CONTROLS + STRAY_SHARE * length:
        raise _binary(name, f"Isinya memuat {controls} karakter kendali, seperti berkas program atau gambar")


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as exc:
        raise _undecodable(data, encoding, name, exc.start) from exc


def _undecodable(data: bytes, encoding: str, name: str, start: int) -> ReadError:
    line = data.count(b"\n", 0, start) + 1
    return ReadError(
        "encoding",
        f"Tulisan {name} tidak terbaca: bita ke-{start + 1} (baris {line}) bukan {encoding.upper()}. "
        "Simpan ulang berkas dengan pengodean UTF-8, lalu periksa lagi.",
        line=line,
    )


def _is_damaged_utf8(data: bytes, start: int) -> bool:
    """Whether the bytes near the first broken sequence hold more good UTF-8 sequences than broken ones."""
    near = data[max(0, start - WINDOW) : start + WINDOW].decode("utf-8", "replace")
    broken = near.count("\N{REPLACEMENT CHARACTER}")
    return len(near) - len(near.encode("ascii", "ignore")) - broken > broken
