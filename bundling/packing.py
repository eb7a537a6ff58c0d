"""
Writing the ZIP file of a bundle: in one pass, whatever its size, and the same bytes for the same content.

All files are of one day and one mode and stand in the order of their names; the manifest is the last, since it has
their digests. The comment at the end is the seal.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO, cast

from auditing.files import BUNDLE_MARK
from bundling.errors import BundleError
from bundling.keys import SigningKey
from bundling.seal import CHUNK, PLACE, sealed
from schemas.bundle import BUNDLE_SCHEMA, BundleEntry

SUMS = "SHA256SUMS"
"""What ``sha256sum -c`` reads."""
MANIFEST = "manifest.json"
README = "README.txt"
RATIO = 100
"""What could be packed more than so many times stands unpacked: no bundle of ours looks like a bomb."""
_MODE = 0o100644 << 16
_UNIX = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the bundle."""

    name: str
    content: Path | bytes
    sha256: str | None = None
    """What it must be, if that is known."""
    packed: bool = True
    """False: as it is, such as files that are packed already."""

    @property
    def place(self) -> str:
        """Where its content comes from, for messages."""
        return str(self.content) if isinstance(self.content, Path) else self.name

    def opened(self) -> BinaryIO:
        """Its bytes."""
        return self.content.open("rb") if isinstance(self.content, Path) else io.BytesIO(self.content)


class _Hashed(io.RawIOBase):
    """A stream that only goes on, and knows the digest of what went through but for what is held back."""

    def __init__(self, stream: BinaryIO, held: int) -> None:
        self._stream = stream
        self._held = held
        self._rest = b""
        self.digest = hashlib.sha256()
        self.length = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        """Pass on all but the last bytes."""
        given = memoryview(cast("bytes", data)).cast("B")
        if len(given) >= self._held:
            self._pass(self._rest)
            self._pass(given[: -self._held])
            self._rest = bytes(given[-self._held :])
        else:
            whole = self._rest + given
            cut = max(0, len(whole) - self._held)
            self._pass(whole[:cut])
            self._rest = whole[cut:]
        return len(given)

    def _pass(self, data: bytes | memoryview) -> None:
        self.digest.update(data)
        self.length += len(data)
        self._stream.write(data)


class BundleWriter:
    """
    Puts files into a bundle, one after another.

    Use `packing`, which seals it.
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.entries: list[BundleEntry] = []

    def add(self, part: Part) -> BundleEntry:
        """
        Write one file.

        Raises:
            BundleError: It cannot be read, or is not what it was.
        """
        info = zipfile.ZipInfo(part.name)
        info.create_system, info.external_attr = _UNIX, _MODE
        try:
            info.compress_type = _method(part)
            with part.opened() as source:
                info.file_size = _size(source)
                with self._archive.open(info, "w") as target:
                    digest, length = _copied(source, target)
        except OSError as error:
            if isinstance(part.content, bytes) or error.filename != str(part.content):
                raise  # it is the bundle that cannot be written
            raise BundleError(f"{part.content}: tidak dapat dibaca lagi ({error.strerror or error})") from error
        if length != info.file_size or part.sha256 not in (None, digest):
            raise BundleError(f"{part.place}: berkas ini berubah selagi diperiksa. Periksa lagi.")
        self.entries.append(BundleEntry(name=part.name, sha256=digest, bytes=length))
        return self.entries[-1]


@contextmanager
def packing(stream: BinaryIO, key: SigningKey) -> Iterator[BundleWriter]:
    """Write a bundle to a stream, and seal it at the end."""
    hashed = _Hashed(stream, len(PLACE))
    with zipfile.ZipFile(cast("IO[bytes]", hashed), "w", allowZip64=True) as archive:
        writer = BundleWriter(archive)
        writer.add(Part(BUNDLE_MARK, f"{BUNDLE_SCHEMA}\n".encode(), packed=False))
        yield writer
        archive.comment = PLACE
    stream.write(sealed(key, hashed.digest.hexdigest(), hashed.length))
    stream.flush()


def sums(entries: list[BundleEntry]) -> bytes:
    """The digests of files, as ``sha256sum`` writes them."""
    return "".join(f"{one.sha256}  {one.name}\n" for one in entries).encode()


def _method(part: Part) -> int:
    """Stored, where packing is of no use or too much of it."""
    if not part.packed:
        return zipfile.ZIP_STORED
    with part.opened() as source:
        deflate, size, packed = zlib.compressobj(1), 0, 0
        while chunk := source.read(CHUNK):
            size += len(chunk)
            packed += len(deflate.compress(chunk))
        packed += len(deflate.flush())
    return zipfile.ZIP_DEFLATED if size < packed * RATIO else zipfile.ZIP_STORED


def _size(source: BinaryIO) -> int:
    size = source.seek(0, io.SEEK_END)
    source.seek(0)
    return size


def _copied(source: BinaryIO, target: IO[bytes]) -> tuple[str, int]:
    digest, length = hashlib.sha256(), 0
    read: Callable[[int], bytes] = source.read
    while chunk := read(CHUNK):
        target.write(chunk)
        digest.update(chunk)
        length += len(chunk)
    return digest.hexdigest(), length
