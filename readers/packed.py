"""
Packed files (XLSX, ODS, DOCX) and the XML in them, under limits that hold whatever the file says about itself.

* ReadError
    - password            a part is locked with a password
    - damaged             cut off, or bytes that do not hold together
    - too-many-parts      more parts than `SheetLimits.parts`
    - unpacks-too-large   unpacks to more than `SheetLimits.unpacked_bytes`, or to many times its packed size
    - unsafe-xml          XML with a document type: the door to entity bombs and foreign files
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol
from xml.parsers import expat

from readers.errors import ReadError
from readers.limits import SheetLimits

MAX_RATIO = 150
"""How many times its packed size a part may unpack to. Sheets have about 15, empty formatted rows 60."""
RATIO_FROM = 16 * 1024 * 1024
"""Bytes up to which a part may unpack to any number of times its size."""
MAX_TOKEN = 2 * 1024 * 1024
"""Bytes of one piece of mark-up. Beyond it the XML parser would read the same bytes again and again."""
MAX_DEPTH = 100
"""Elements within elements. Sheets have about 10."""
CHUNK = 64 * 1024
"""Bytes read at a time."""

_LOCKED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, KeyError)
_ENTRY = b"PK\x01\x02"


@dataclass(frozen=True, slots=True)
class Wording:
    """How messages call a kind of file; Indonesian."""

    kind: str
    application: str
    suffix: str

    @property
    def save_again(self) -> str:
        """What to do about a file that cannot be read."""
        return f"Buka berkas itu dengan {self.application}, simpan ulang sebagai {self.suffix}, lalu periksa lagi."


WORKBOOK = Wording("lembar kerja", "aplikasi lembar kerja", ".xlsx")
WORD_FILE = Wording("dokumen Word", "aplikasi pengolah kata", ".docx")


class Package:
    """The parts of a packed file. Names are found whatever their case and however their slashes lean."""

    def __init__(self, data: bytes, *, name: str, limits: SheetLimits, wording: Wording = WORKBOOK) -> None:
        self.name = name
        self.wording = wording
        self._left = self._most = limits.unpacked_bytes
        # Counted before the library makes an object of each.
        if data.count(_ENTRY) > limits.parts:
            raise ReadError(
                "too-many-parts",
                f"{name} terdiri atas lebih dari {limits.parts} bagian. {wording.save_again}",
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise damaged(name, wording=wording) from error
        self._parts = {_plain(info.filename): info for info in self._zip.infolist()}
        self._check()

    def _check(self) -> None:
        """Refuse what the directory of the file already tells."""
        infos = self._parts.values()
        if any(info.flag_bits & _LOCKED for info in infos):
            raise locked(self.name)
        if sum(info.file_size for info in infos) > self._most or any(map(_swells, infos)):
            raise self._too_large()

    def _too_large(self) -> ReadError:
        megabytes = self._most // 1024**2
        return ReadError(
            "unpacks-too-large",
            f"{self.name} menjadi terlalu besar bila dibuka: lebih dari {megabytes} MB, atau lebih dari {MAX_RATIO}"
            f" kali ukuran berkasnya. {self.wording.save_again}",
        )

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return _plain(part) in self._parts

    def names(self) -> list[str]:
        """Names of the parts: small letters, slashes that lean forward."""
        return list(self._parts)

    def chunks(self, part: str) -> Iterator[bytes]:
        """
        Unpack a part bit by bit.

        Raises:
            ReadError: ``damaged``, ``unpacks-too-large`` or ``password``.
        """
        info = self._parts.get(_plain(part))
        if info is None:
            raise damaged(self.name, part, self.wording)
        read = 0
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(CHUNK):
                    read += len(chunk)
                    self._left -= len(chunk)
                    if self._left < 0 or (read > RATIO_FROM and read > MAX_RATIO * max(info.compress_size, 1)):
                        raise self._too_large()
                    yield chunk
        except _BROKEN as error:
            raise damaged(self.name, part, self.wording) from error

    def walk(self, part: str, handler: Handler) -> None:
        """
        Tell the handler what is in a part of XML.

        Raises:
            ReadError: as `chunks`, and ``unsafe-xml``.
        """
        walk_xml(self.chunks(part), handler, name=self.name, part=part, wording=self.wording)


class Handler(Protocol):
    """Listens to XML. Names are ``namespace name``; those of attributes without a prefix are the name alone."""

    def start(self, name: str, attributes: dict[str, str], /) -> None:
        """Hear the beginning of an element."""

    def end(self, name: str, /) -> None:
        """Hear the end of an element."""

    def words(self, text: str, /) -> None:
        """Hear some of the words in an element."""


def walk_xml(chunks: Iterator[bytes], handler: Handler, *, name: str, part: str, wording: Wording = WORKBOOK) -> None:
    """
    Tell the handler what is in the XML, without ever reading anything else.

    Raises:
        ReadError: ``damaged`` or ``unsafe-xml``.
    """

    def refuse(*_: object) -> None:
        raise ReadError(
            "unsafe-xml",
            f"{name} memuat deklarasi DOCTYPE di {part}, yang tidak pernah dibuat {wording.application}."
            f" {wording.save_again}",
        )

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.buffer_size = CHUNK
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.words
    fed = 0
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)  # takes no keywords
            fed += len(chunk)
            if fed - parser.CurrentByteIndex > MAX_TOKEN:
                raise damaged(name, part, wording)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, UnicodeError) as error:
        raise damaged(name, part, wording) from error


class Local(dict[str, str]):
    """Local names of the elements of some namespaces; the empty name for all others."""

    def __init__(self, *namespaces: str) -> None:
        super().__init__()
        self._namespaces = namespaces

    def __missing__(self, name: str) -> str:
        namespace, _, local = name.rpartition(" ")
        found = local if namespace in self._namespaces else ""
        if len(self) < 1000:
            self[name] = found
        return found


def attributes_of(
    chunks: Iterator[bytes],
    wanted: Callable[[str, dict[str, str]], None],
    *,
    name: str,
    part: str,
    wording: Wording = WORKBOOK,
) -> None:
    """Tell of each element its name without namespace, and its attributes."""
    walk_xml(chunks, _Attributes(wanted), name=name, part=part, wording=wording)


class _Attributes:
    def __init__(self, wanted: Callable[[str, dict[str, str]], None]) -> None:
        self._wanted = wanted

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._wanted(name.rpartition(" ")[2], attributes)

    def end(self, name: str) -> None:
        """Nothing is made of ends."""

    def words(self, text: str) -> None:
        """Nothing is made of words."""


def damaged(name: str, part: str | None = None, wording: Wording = WORKBOOK) -> ReadError:
    """Say that bytes do not hold together."""
    where = f" di bagian {part}" if part else ""
    return ReadError(
        "damaged",
        f"{name} rusak atau terpotong{where}: isinya tidak dapat dibaca sebagai {wording.kind}."
        f" Minta salinan yang utuh, atau buka dan simpan ulang sebagai {wording.suffix}, lalu periksa lagi.",
    )


def locked(name: str) -> ReadError:
    """Say that a password is needed."""
    return ReadError(
        "password",
        f"{name} dikunci dengan kata sandi. Buka berkas itu, hapus kata sandinya, simpan, lalu periksa lagi.",
    )


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _swells(info: zipfile.ZipInfo) -> bool:
    return info.file_size > RATIO_FROM and info.file_size > MAX_RATIO * max(info.compress_size, 1)
