"""
ZIP archives of documents: one document of them unpacked in memory, and what is said of those that are refused.

Which documents are in an archive says `readers.archive_directory`. Nothing is ever written to the disk, and of an
archive in an archive nothing is read.

* ReadError
    - archive             an archive where a document should be: in another archive, or under the name of a document
    - empty               an archive without entries
    - damaged             cut off, changed meanwhile, or bytes that do not hold together
    - too-large           more than `ArchiveLimits.bytes` or `ArchiveLimits.entry_bytes`
    - too-many-entries    more than `ArchiveLimits.entries`
    - unpacks-too-large   more than `ArchiveLimits.unpacked_bytes`, or many times its packed size
    - password            locked with a password
    - unsafe-name         a path that leads out of the archive
    - duplicate           another entry has this name
    - link                a link instead of a file
    - unsupported         packed in an unusual way
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from readers.archive_directory import (
    STORED,
    ArchiveError,
    ArchiveFault,
    Entry,
    EntryFault,
    entries,
    entry_at,
)
from readers.archive_limits import ArchiveLimits
from readers.errors import ReadError

CHUNK = 64 * 1024
"""Bytes read, and bytes unpacked, at a time."""

_HEADER = struct.Struct("<4s5H3L2H")
_MB = 1024**2
_AGAIN = "Buat ulang arsip itu, atau simpan isinya di sebuah folder, lalu periksa lagi."
_OUTSIDE = "Simpan dokumen di dalamnya di sebuah folder, lalu periksa folder itu."


def refusal(stream: BinaryIO, size: int, name: str, limits: ArchiveLimits) -> ReadError | None:
    """Say why a ZIP that stands where a document should stand is not read; None for that of an office program."""
    try:
        found = entries(stream, size, limits)
    except ArchiveError as error:
        return _refused_archive(error.code, name, limits)
    if found is None:
        return None
    if not found:
        return ReadError("empty", f"{name} adalah arsip ZIP tanpa dokumen. Pastikan berkas yang dikirim sudah benar.")
    return ReadError(
        "archive",
        f"{name} adalah arsip ZIP, sedangkan yang diharapkan di sini sebuah dokumen; arsip di dalam arsip, atau dengan"
        f" akhiran nama selain .zip, tidak dibuka. {_OUTSIDE}",
    )


def _refused_archive(code: ArchiveFault, name: str, limits: ArchiveLimits) -> ReadError:
    """Say why an archive cannot be taken."""
    unpacked = limits.unpacked_bytes // _MB
    what = {
        "damaged": "rusak atau terpotong: daftar isinya tidak terbaca. Pastikan arsip itu utuh, atau minta salinannya.",
        "too-large": f"lebih besar dari {limits.bytes // _MB} MB. Bagi menjadi beberapa arsip. {_OUTSIDE}",
        "too-many-entries": f"memuat lebih dari {limits.entries} berkas. Bagi menjadi beberapa arsip. {_OUTSIDE}",
        "unpacks-too-large": f"menjadi terlalu besar bila dibuka: lebih dari {unpacked} MB. {_OUTSIDE}",
    }[code]
    return ReadError(code, f"Arsip {name} {what}")


class Member:
    """
    A document in an archive, read from the archive whenever it is asked for.

    Args:
        stream: The archive.
        place: Where its line of the directory begins, as `archive_directory.entries` told.
        fault: What they told against it.
        name: What messages call it.
        limits: How much is taken.

    Raises:
        ReadError: It is refused.
        OSError: The archive cannot be read.
    """

    def __init__(self, stream: BinaryIO, place: int, fault: EntryFault, name: str, limits: ArchiveLimits) -> None:
        self._stream = stream
        self._name = name
        try:
            self._entry = entry_at(stream, place)
        except ArchiveError as error:
            raise self._damaged() from error
        if fault:
            raise _refused(fault, name, self._entry, limits)
        self.size = self._entry.size
        self.path = self._entry.name
        """Its path in the archive, as the line says now."""

    def head(self, length: int) -> bytes:
        """Its first bytes, at most `CHUNK`."""
        return next(filter(None, self._chunks()), b"")[:length]

    def read(self) -> bytes:
        """
        All its bytes, as many as the directory says.

        Raises:
            ReadError: They are not what the directory says.
        """
        whole, checksum = io.BytesIO(), 0
        for chunk in self._chunks():
            whole.write(chunk)
            checksum = zlib.crc32(chunk, checksum)
            if whole.tell() > self.size:
                raise self._damaged()
        if whole.tell() != self.size or checksum != self._entry.checksum:
            raise self._damaged()
        return whole.getvalue()

    def _chunks(self) -> Iterator[bytes]:
        packed = self._packed()
        return packed if self._entry.method == STORED else self._unpacked(packed)

    def _packed(self) -> Iterator[bytes]:
        self._stream.seek(self._entry.header)
        header = self._stream.read(_HEADER.size)
        if len(header) < _HEADER.size or not header.startswith(b"PK\x03\x04"):
            raise self._damaged()
        *_, name, extra = _HEADER.unpack(header)
        self._stream.seek(name + extra, io.SEEK_CUR)
        left = self._entry.packed
        while left and (chunk := self._stream.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk

    def _unpacked(self, packed: Iterator[bytes]) -> Iterator[bytes]:
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            for chunk in packed:
                rest = chunk
                while rest and not inflate.eof:
                    yield inflate.decompress(rest, CHUNK)
                    rest = inflate.unconsumed_tail
            yield inflate.flush()
        except zlib.error as error:
            raise self._damaged() from error

    def _damaged(self) -> ReadError:
        return ReadError(
            "damaged", f"{self._name} rusak di dalam arsipnya: isinya tidak sesuai dengan daftar isi arsip. {_AGAIN}"
        )


def _refused(fault: EntryFault, name: str, entry: Entry, limits: ArchiveLimits) -> ReadError:
    """Say why a document of an archive is not read."""
    size, most = -(-entry.size // _MB), limits.entry_bytes // _MB
    messages: dict[EntryFault, str] = {
        "password": f"{name} dikunci dengan kata sandi di dalam arsip. Buat arsip tanpa kata sandi, lalu periksa lagi.",
        "unsafe-name": f"Nama berkas di dalam arsip ini menunjuk ke luar arsip atau memuat tanda kendali. {_AGAIN}",
        "duplicate": f"Arsip ini memuat lebih dari satu {name} di folder yang sama; hanya yang pertama dibaca."
        f" {_AGAIN}",
        "link": f"{name} di dalam arsip ini hanya tautan ke berkas lain. Masukkan berkas aslinya, lalu periksa lagi.",
        "overlap": f"{name} rusak di dalam arsipnya: tempatnya bertumpuk dengan berkas lain. {_AGAIN}",
        "unpacks-too-large": f"{name} menjadi terlalu besar bila dibuka: {size} MB, lebih dari {limits.ratio} kali"
        f" ukurannya di dalam arsip. {_OUTSIDE}",
        "too-large": f"{name} di dalam arsip ini berukuran {size} MB (batas {most} MB). {_OUTSIDE}",
        "method": f"{name} dimampatkan dengan cara yang tidak lazim. {_AGAIN}",
    }
    code = {"overlap": "damaged", "method": "unsupported"}.get(fault, fault)
    return ReadError(code, messages[fault])
