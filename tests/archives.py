"""ZIP archives for tests, also such as no program would make."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable

LINK = 0o120777 << 16
_UNIX = 3


def archive(*files: tuple[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of files by path, in this order; a path may come twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as packed:
        for name, content in files:
            info = zipfile.ZipInfo(name)  # the same bytes on every day
            info.compress_type = method
            packed.writestr(info, content)
    return out.getvalue()


def link(name: str, target: str) -> bytes:
    """An archive of a symbolic link."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        info = zipfile.ZipInfo(name)
        info.create_system, info.external_attr = _UNIX, LINK
        packed.writestr(info, target)
    return out.getvalue()


def entries(data: bytes) -> Iterable[int]:
    """Where the lines of the directory begin."""
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        yield at
        at = data.find(b"PK\x01\x02", at + 4)


def changed(data: bytes, offset: int, layout: str, value: int, *, which: int | None = None) -> bytes:
    """The archive with another number in its lines of the directory, or in one of them."""
    mended = bytearray(data)
    for number, at in enumerate(entries(data)):
        if which in (None, number):
            struct.pack_into(f"<{layout}", mended, at + offset, value)
    return bytes(mended)


def locked(data: bytes) -> bytes:
    """An archive that says that a password is needed."""
    return changed(data, 8, "H", 1)


def renamed(data: bytes, old: bytes, new: bytes) -> bytes:
    """An archive in which other bytes of as many stand for a name."""
    if len(old) != len(new):
        raise ValueError(new)
    return data.replace(old, new)


def overlapping(content: bytes, count: int) -> bytes:
    """One file under many names: what unpacks to many times what is there."""
    names = [f"sop-{at:04}.txt" for at in range(count)]
    data = archive((names[0], content))
    begin = next(iter(entries(data)))
    line = data[begin : data.rfind(b"PK\x05\x06")]
    lines = b"".join(line.replace(names[0].encode(), name.encode()) for name in names)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(lines), begin, 0)
    return data[:begin] + lines + end


def large(data: bytes) -> bytes:
    """The archive with the end that archives of more than 4 GB have."""
    at = data.rfind(b"PK\x05\x06")
    _, _, _, _, count, length, offset, _ = struct.unpack_from("<4s4H2LH", data, at)
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, length, offset)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return data[:at] + record + locator + end
