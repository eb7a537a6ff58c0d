"""
A bundle opened: every byte of it checked before anything of it is used.

The order protects the reader: the seal is compared first, over the bytes as they lie there. Only then is the directory
read (`readers.archive_directory`, bounded, nothing unpacked), then the manifest, then each file is unpacked in pieces,
never more than the directory and the manifest say.
"""

from __future__ import annotations

import hashlib
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from pydantic import ValidationError

from auditing.files import BUNDLE_MARK
from bundling.errors import BundleError, ChangedError, NotABundleError
from bundling.limits import HEAD, MAX_ENTRIES, MAX_MANIFEST, MAX_RATIO, TAIL
from bundling.packing import MANIFEST
from bundling.seal import CHUNK, LENGTH, Seal, digest_of, has_comment, read_seal
from readers.archive_directory import ArchiveError, entries
from readers.archive_limits import ArchiveLimits
from schemas.bundle import BUNDLE_SCHEMA, BundleArchive, BundleInput, Manifest
from schemas.report import Report

_MB = 1024**2
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, struct.error)
"""What the ZIP library says of bytes that do not hold together."""
_SUMMARY = b'\n],"summary":'
_DOCUMENTS = b'"documents":['


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle whose bytes are as its manifest and its seal say."""

    path: Path
    manifest: Manifest
    seal: Seal | None
    """None: it is not signed."""
    archive: zipfile.ZipFile

    def opened(self, name: str) -> BinaryIO:
        """One of its files."""
        return cast("BinaryIO", self.archive.open(name))


@contextmanager
def opened_bundle(path: Path) -> Iterator[Bundle]:
    """
    Open a bundle and check all of it.

    Raises:
        NotABundleError: It cannot be read, or is no bundle.
        ChangedError: It is not as it was made.
    """
    with _stream(path) as stream:
        size = os.fstat(stream.fileno()).st_size
        _refuse_others(path, stream, size)
        seal = _checked_seal(stream, size)
        _check_directory(stream, size)
        with _archive(stream) as archive:
            manifest = _manifest(archive)
            _check_entries(archive, manifest)
            yield Bundle(path, manifest, seal, archive)


def _stream(path: Path) -> BinaryIO:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise NotABundleError(f"{path}: bukan berkas biasa. Sebutkan berkas ZIP bundelnya.")
        return path.open("rb")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise NotABundleError(f"{path}: tidak dapat dibaca ({reason}). Periksa nama dan letaknya.") from error


def _refuse_others(path: Path, stream: BinaryIO, size: int) -> None:
    """A bundle is known by its first file and by its seal: who changed one left the other."""
    head = stream.read(30 + len(BUNDLE_MARK))
    stream.seek(max(0, size - LENGTH - 64))
    tail = stream.read(LENGTH + 64)
    if BUNDLE_MARK.encode() not in head and BUNDLE_SCHEMA.encode() not in tail:
        raise NotABundleError(
            f"{path}: bukan bundel bukti patuh. Bundel dibuat dengan: patuh check ... --bundle FILE.zip"
        )


def _checked_seal(stream: BinaryIO, size: int) -> Seal | None:
    seal = read_seal(stream, size)
    if seal is None:
        if has_comment(stream, size):
            raise ChangedError("segel di akhir berkas rusak atau terpotong")
        return None
    if not seal.holds(digest_of(stream, size - LENGTH), size - LENGTH):
        raise ChangedError("isi berkas tidak sesuai dengan tanda tangannya")
    return seal


def _check_directory(stream: BinaryIO, size: int) -> None:
    """Refuse what no bundle has before any of it is unpacked."""
    limits = ArchiveLimits(
        bytes=size,
        entries=MAX_ENTRIES,
        unpacked_bytes=size * MAX_RATIO + _MB,
        entry_bytes=size * MAX_RATIO + _MB,
        ratio=MAX_RATIO,
    )
    try:
        found = entries(stream, size, limits)
    except (ArchiveError, struct.error) as error:
        raise ChangedError("daftar isi ZIP rusak, atau isinya menjadi terlalu besar bila dibuka") from error
    faults = [one for one in found or () if one.fault]
    if found is None or faults:
        names = ", ".join(repr(one.name) for one in faults[:3])
        raise ChangedError(f"daftar isi ZIP memuat yang tidak semestinya: {names or 'berkas program kantor'}")


@contextmanager
def _archive(stream: BinaryIO) -> Iterator[zipfile.ZipFile]:
    try:
        stream.seek(0)
        archive = zipfile.ZipFile(stream)
    except (*_BROKEN, OSError) as error:
        raise _broken() from error
    with archive:
        yield archive


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    try:
        info = archive.getinfo(MANIFEST)
        if info.file_size > MAX_MANIFEST:
            raise ChangedError(f"{MANIFEST} terlalu besar")
        data = archive.read(info)
    except KeyError as error:
        raise ChangedError(f"{MANIFEST} tidak ada") from error
    except (*_BROKEN, OSError) as error:
        raise _broken() from error
    try:
        return Manifest.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        if place == "schema":
            raise NotABundleError(
                "bentuk bundel ini tidak dikenal (bukan patuh.bundle/1). Pakai patuh yang lebih baru."
            ) from error
        raise ChangedError(f"{MANIFEST} tidak sah pada {place or 'awalnya'} ({first['msg']})") from error


def _check_entries(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """The files of the bundle are exactly those of the manifest."""
    listed = [*(one.name for one in manifest.entries), MANIFEST]
    present = archive.namelist()
    if listed != present:
        odd = sorted(set(listed) ^ set(present))[:3]
        raise ChangedError(f"isi ZIP tidak sama dengan {MANIFEST}: {', '.join(map(repr, odd)) or 'urutannya lain'}")
    seen: dict[str, _Seen] = {}
    for one in manifest.entries:
        found = _gone_through(archive, one.name)
        if (found.sha256, found.length) != (one.sha256, one.bytes):
            raise ChangedError(f"{one.name} tidak sesuai dengan sidik dalam {MANIFEST}")
        if one.name == manifest.report:
            seen[one.name] = found
    _check_named(manifest)
    _check_report(manifest, seen[manifest.report])


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is kept of a file that was gone through."""

    sha256: str
    length: int
    head: bytes
    tail: bytes
    lines: int


def _gone_through(archive: zipfile.ZipFile, name: str) -> _Seen:
    digest, length, head, tail, lines = hashlib.sha256(), 0, b"", b"", 0
    try:
        with archive.open(name) as stream:
            while chunk := stream.read(CHUNK):
                digest.update(chunk)
                head = head or chunk[:HEAD]
                length += len(chunk)
                tail = (tail + chunk)[-TAIL:]
                lines += chunk.count(b"\n")
    except (*_BROKEN, OSError) as error:
        raise ChangedError(f"{name} rusak di dalam bundelnya") from error
    return _Seen(digest.hexdigest(), length, head, tail, lines)


def _check_named(manifest: Manifest) -> None:
    """What the manifest points to is there."""
    names = {one.name: one for one in manifest.entries}
    options, own, rules = manifest.options, manifest.settings, manifest.rules
    named = [manifest.report, options.since, own.file, *own.trusted_roots, *rules.tables.values()]
    named += [one.entry for one in manifest.reports]
    named += [one.entry for one in manifest.archives] + [one.entry for one in manifest.inputs]
    missing = [name for name in named if name is not None and name not in names]
    missing += sorted(set(rules.folders) - {"/".join(name.split("/")[:2]) for name in names})
    if missing:
        raise ChangedError(f"{MANIFEST} menyebut yang tidak ada: {missing[0]!r}")
    files: tuple[BundleInput | BundleArchive, ...] = (*manifest.inputs, *manifest.archives)
    for one in files:
        if one.entry is not None and (one.sha256, one.bytes) != (names[one.entry].sha256, names[one.entry].bytes):
            raise ChangedError(f"sidik {one.path!r} tidak sama dengan sidik berkasnya dalam bundel")
    if any(one.member is not None and one.member.archive >= len(manifest.archives) for one in manifest.inputs):
        raise ChangedError(f"{MANIFEST} menyebut arsip yang tidak ada")


def _check_report(manifest: Manifest, seen: _Seen) -> None:
    """What the manifest says of the report stands in it; its documents lie between its first line and its last."""
    begin, end = seen.head.find(b"\n"), seen.tail.rfind(_SUMMARY)
    first, last = seen.head[:begin].rstrip(), seen.tail[end + 1 :]
    if begin < 0 or end < 0 or not first.endswith(_DOCUMENTS):
        raise ChangedError(f"{manifest.report} bukan laporan yang utuh")
    try:
        report = Report.model_validate_json(first + last)
    except ValidationError as error:
        raise ChangedError(f"{manifest.report} bukan laporan yang utuh") from error
    said = (manifest.tool, manifest.as_of, manifest.options.masked, manifest.rules.digest, manifest.summary)
    if said != (report.tool, report.as_of, report.masked, report.rules.digest, report.summary):
        raise ChangedError(f"{MANIFEST} tidak sesuai dengan {manifest.report}")
    count = report.summary.documents
    if count != sum(one.documents for one in manifest.inputs) or count != seen.lines - 2:
        raise ChangedError(f"banyaknya dokumen dalam {MANIFEST} tidak sesuai dengan {manifest.report}")


def _broken() -> BundleError:
    return ChangedError("susunan ZIP rusak")
