"""
The directory of a ZIP archive (APPNOTE.TXT of PKWARE): which documents are in it, and which of them are refused.

Of the archive only the end and the directory are read, bounded, and nothing is unpacked: this is done in the main
process, before any worker. Everything else about an archive is `readers.archive`.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO, Literal

from readers.archive_limits import ArchiveLimits

MAX_DIRECTORY = 16 * 1024**2
"""Bytes of a directory: those of 10,000 entries with long names have 3 MB."""
RATIO_FROM = 16 * 1024**2
"""Bytes up to which an entry may unpack to any number of times its size."""

ArchiveFault = Literal["damaged", "too-large", "too-many-entries", "unpacks-too-large"]
EntryFault = Literal[
    "", "password", "unsafe-name", "duplicate", "link", "overlap", "unpacks-too-large", "too-large", "method"
]
STORED, DEFLATED = 0, 8

_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_ENTRY = struct.Struct("<4s2B5H3L5H2L")
_HEADER_BYTES = 30
_FULL, _FULL_2 = 0xFFFFFFFF, 0xFFFF
_LOCKED, _UTF_8 = 0x1, 0x800
_UNIX = 3
_KIND, _LINK = 0o170000, 0o120000
_EXTRA_64, _EXTRA_NAME = 0x0001, 0x7075
_OFFICE = frozenset({"[content_types].xml", "mimetype"})
"""Entries that only the files of office programs have."""
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that end lines, or turn the direction of writing so that ``xcod.exe`` looks like another file."""
_HIDDEN = (".", "~$", "__MACOSX")
"""How the names of what is no document begin: hidden entries, locks of open files, what macOS adds."""


class ArchiveError(Exception):
    """An archive cannot be taken at all; `readers.archive` has the words."""

    def __init__(self, code: ArchiveFault) -> None:
        super().__init__(code)
        self.code: ArchiveFault = code


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in an archive, as its directory has it."""

    place: int
    """Byte of the archive at which its line of the directory begins."""
    name: str
    """Its path in the archive, with ``/``."""
    flags: int
    method: int
    checksum: int
    packed: int
    size: int
    """Bytes that it unpacks to."""
    header: int
    """Byte of the archive at which it begins."""
    link: bool
    length: int = 0
    """Bytes of its line of the directory."""
    fault: EntryFault = ""
    """Why it is not read."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The folders and the file."""
        return tuple(self.name.split("/"))

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder, of which nothing is read."""
        return self.name.endswith("/")

    @property
    def hidden(self) -> bool:
        """Whether it or one of its folders is passed over as in a folder of the disk; going up is not hiding."""
        return any(part.startswith(_HIDDEN) and part not in (".", "..") for part in self.parts)


def entries(stream: BinaryIO, size: int, limits: ArchiveLimits) -> list[Entry] | None:
    """
    Return what is in an archive, sorted like files in folders, without folders and hidden entries.

    Args:
        stream: The archive.
        size: Its bytes.
        limits: How much is taken.

    Returns:
        The entries; None for the file of an office program, which is packed in the same way.

    Raises:
        ArchiveError: It cannot be taken.
        OSError: It cannot be read.
    """
    if size > limits.bytes:
        raise ArchiveError("too-large")
    found = list(_lines(*_directory(stream, size, limits), limits))
    if any(one.name.lower() in _OFFICE for one in found):
        return None
    if sum(one.size for one in found) > limits.unpacked_bytes:
        raise ArchiveError("unpacks-too-large")
    files = [one for one in _judged(found, limits) if not one.is_folder and not one.hidden]
    return sorted(files, key=lambda one: (one.parts, one.place))


def entry_at(stream: BinaryIO, place: int) -> Entry:
    """
    Read one line of the directory again.

    Raises:
        ArchiveError: There is none; the archive changed meanwhile.
    """
    stream.seek(place)
    found = _line(stream.read(_ENTRY.size + 3 * _FULL_2), 0, place)
    if found is None:
        raise ArchiveError("damaged")
    return found


# The directory


def _directory(stream: BinaryIO, size: int, limits: ArchiveLimits) -> tuple[bytes, int]:
    """The bytes of the directory, and where it begins."""
    tail_at = max(0, size - _END.size - _FULL_2)
    stream.seek(tail_at)
    tail = stream.read(_END.size + _FULL_2)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + _END.size > len(tail):
        raise ArchiveError("damaged")
    _, _, _, _, count, length, offset, _ = _END.unpack_from(tail, at)
    end = tail_at + at
    if _FULL in (length, offset) or count == _FULL_2:
        count, length, offset, end = _large_end(stream, end) or (count, length, offset, end)
    if count > limits.entries or length > MAX_DIRECTORY:
        raise ArchiveError("too-many-entries")
    if offset + length > end:
        raise ArchiveError("damaged")
    stream.seek(offset)
    return stream.read(length), offset


def _large_end(stream: BinaryIO, end: int) -> tuple[int, int, int, int] | None:
    """Count, length, offset and end of a directory whose numbers do not fit into the usual end."""
    if end < _LOCATOR.size + _END_64.size:
        return None
    stream.seek(end - _LOCATOR.size)
    mark, _, at, _ = _LOCATOR.unpack(stream.read(_LOCATOR.size))
    at = end - _LOCATOR.size - _END_64.size if mark == b"PK\x06\x07" else -1
    if at < 0:
        return None
    stream.seek(at)
    mark, _, _, _, _, _, _, count, length, offset = _END_64.unpack(stream.read(_END_64.size))
    return (count, length, offset, at) if mark == b"PK\x06\x06" else None


def _lines(directory: bytes, begin: int, limits: ArchiveLimits) -> Iterator[Entry]:
    at = count = 0
    while (found := _line(directory, at, begin + at)) is not None:
        count += 1
        if count > limits.entries:
            raise ArchiveError("too-many-entries")
        yield found
        at += found.length
    if at != len(directory):
        raise ArchiveError("damaged")


def _line(data: bytes, at: int, place: int) -> Entry | None:
    """The entry whose line begins there, None when none does."""
    if at + _ENTRY.size > len(data):
        return None
    (mark, _, system, _, flags, method, _, _, checksum, packed, size, name_length, extra_length, comment, _, _, mode,
     header) = _ENTRY.unpack_from(data, at)  # fmt: skip
    begin = at + _ENTRY.size
    end = begin + name_length + extra_length
    if mark != b"PK\x01\x02" or end + comment > len(data):
        return None
    extra = _extras(data[begin + name_length : end])
    size, packed, header = _large(extra.get(_EXTRA_64, b""), size, packed, header)
    return Entry(
        place=place,
        name=_name(data[begin : begin + name_length], flags, extra.get(_EXTRA_NAME, b"")),
        flags=flags,
        method=method,
        checksum=checksum,
        packed=packed,
        size=size,
        header=header,
        link=system == _UNIX and (mode >> 16) & _KIND == _LINK,
        length=end + comment - at,
    )


def _extras(data: bytes) -> dict[int, bytes]:
    """The additions to an entry, by number."""
    found: dict[int, bytes] = {}
    at = 0
    while at + 4 <= len(data):
        kind, length = struct.unpack_from("<2H", data, at)
        found.setdefault(kind, data[at + 4 : at + 4 + length])
        at += 4 + length
    return found


def _large(extra: bytes, *numbers: int) -> Iterator[int]:
    """Sizes and place, those that do not fit into 32 bits from the addition that has them, in this order."""
    at = 0
    for number in numbers:
        if number == _FULL and at + 8 <= len(extra):
            number = int.from_bytes(extra[at : at + 8], "little")  # noqa: PLW2901 - as the docstring says
            at += 8
        yield number


def _name(raw: bytes, flags: int, unicode: bytes) -> str:
    """
    The path of an entry: in UTF-8 where the archive says so or it cannot be chance, else in the code page of old DOS.

    Many programs write UTF-8 and do not say so; Info-ZIP adds it beside the old name.
    """
    if len(unicode) > 5 and unicode[0] == 1 and int.from_bytes(unicode[1:5], "little") == zlib.crc32(raw):
        raw, flags = unicode[5:], flags | _UTF_8
    try:
        name = raw.decode("utf-8")
    except UnicodeDecodeError:
        name = raw.decode("utf-8", "backslashreplace") if flags & _UTF_8 else raw.decode("cp437")
    return name.replace("\\", "/")


# Judging the entries


def _judged(found: Iterable[Entry], limits: ArchiveLimits) -> Iterator[Entry]:
    """Say of each entry why it is not read."""
    found = list(found)
    overlapping = _overlapping(found)
    seen: Counter[str] = Counter()
    for one in found:
        seen[one.name] += 1
        yield replace(one, fault=_fault(one, limits, again=seen[one.name] > 1, overlaps=one.place in overlapping))


def _fault(one: Entry, limits: ArchiveLimits, *, again: bool, overlaps: bool) -> EntryFault:
    faults: dict[EntryFault, bool] = {
        "unsafe-name": _unsafe(one.name),
        "duplicate": again,
        "link": one.link,
        "password": bool(one.flags & _LOCKED),
        "unpacks-too-large": one.size > RATIO_FROM and one.size > limits.ratio * max(one.packed, 1),
        "too-large": one.size > limits.entry_bytes,
        "overlap": overlaps,
        "method": one.method not in (STORED, DEFLATED),
    }
    return next((fault for fault, found in faults.items() if found), "")


def _unsafe(name: str) -> bool:
    """Whether a name leads out of its folder or hides what it is; nothing is written, but a report shows it."""
    *folders, file = name.removesuffix("/").split("/")
    drive = name[1:2] == ":"
    return drive or ".." in (*folders, file) or "" in (*folders, file) or _CONTROL.search(name) is not None


def _overlapping(found: Iterable[Entry]) -> set[int]:
    """Entries that begin within another one, as in archives made to unpack to more than any disk holds."""
    overlapping: set[int] = set()
    end = 0
    for one in sorted(found, key=lambda one: (one.header, one.place)):
        if one.header < end:
            overlapping.add(one.place)
        end = max(end, one.header + _HEADER_BYTES + one.packed)
    return overlapping
