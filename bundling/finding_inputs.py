"""The audited files again: those in a bundle, or on the disk, known by their digests."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from auditing.files import Input, Inside
from bundling.errors import BundleError
from bundling.opening import Bundle
from bundling.recording import file_digest
from bundling.restoring import extract
from schemas.bundle import BundleArchive, BundleInput, Manifest

_NAME_BYTES = 255
"""That a folder of the usual systems can hold."""
_UNNAMED = "dokumen"


class Shelf:
    """Files of the disk by length and digest; each is read when one of its length is looked for."""

    def __init__(self, folder: Path | None) -> None:
        self._by_length: dict[int, list[Path]] = {}
        self._digests: dict[Path, str] = {}
        for path in _files(folder) if folder is not None else ():
            self._by_length.setdefault(path.stat().st_size, []).append(path)

    def found(self, sha256: str, length: int, shown: str | None) -> Path | None:
        """A file of that content: where the report says, else wherever in the folder."""
        candidates = [Path(shown)] if shown is not None and "\0" not in shown else []
        candidates += self._by_length.get(length, [])
        for path in candidates:
            if self._digest(path, length) == sha256:
                return path
        return None

    def _digest(self, path: Path, length: int) -> str | None:
        if path not in self._digests:
            try:
                if not path.is_file() or path.stat().st_size != length:
                    return None
                self._digests[path] = file_digest(path)
            except (OSError, BundleError):
                return None
        return self._digests[path]


@dataclass
class Supply:
    """
    Gives the inputs of a bundle, each under its old name in a folder of its own, and takes them back.

    Files of the bundle are unpacked when they are needed and removed when they are done with.
    """

    bundle: Bundle
    folder: Path
    shelf: Shelf
    _archives: dict[int, Path | None] = field(default_factory=dict)

    def available(self) -> Iterator[tuple[BundleInput, bool]]:
        """Each input, and whether its bytes can be had."""
        for one in self.bundle.manifest.inputs:
            yield one, self._is_there(one)

    def inputs(self, wanted: Iterator[bool]) -> Iterator[Input]:
        """The inputs that are wanted, ready to be audited."""
        for number, (one, take) in enumerate(zip(self.bundle.manifest.inputs, wanted, strict=True)):
            if take:
                yield self._input(number, one)

    def done(self, number: int) -> None:
        """An input is not needed any more."""
        shutil.rmtree(self._place(number), ignore_errors=True)

    @property
    def _manifest(self) -> Manifest:
        return self.bundle.manifest

    def _is_there(self, one: BundleInput) -> bool:
        if one.member is not None:
            archive = self._manifest.archives[one.member.archive]
            return archive.entry is not None or self._on_disk(archive) is not None
        return one.entry is not None or self._on_disk(one) is not None

    def _on_disk(self, one: BundleInput | BundleArchive) -> Path | None:
        if one.sha256 is None or one.bytes is None:
            return None
        return self.shelf.found(one.sha256, one.bytes, one.path)

    def _input(self, number: int, one: BundleInput) -> Input:
        if one.member is None:
            return Input(str(self._laid(one, self._place(number), one.path)), one.path)
        place = one.member.archive
        if place not in self._archives:
            archive = self._manifest.archives[place]
            self._archives[place] = self._laid(archive, self.folder / f"archive-{place}", archive.path or "arsip.zip")
        inside = Inside(one.member.place, one.member.fault, PurePosixPath(one.path).name, named=False)
        return Input(str(self._archives[place]), one.path, inside)

    def _laid(self, one: BundleInput | BundleArchive, folder: Path, shown: str) -> Path:
        """The file under the name by which it was audited: messages name it, and its ending says what it is."""
        target = folder / _base(shown)
        folder.mkdir(parents=True, exist_ok=True)
        if one.entry is not None:
            return extract(self.bundle, one.entry, target)
        found = self._on_disk(one)
        if found is not None:
            target.symlink_to(found.absolute())
        return target

    def _place(self, number: int) -> Path:
        return self.folder / f"{number}"


def _base(shown: str) -> str:
    """The last part of a path, as a name that a folder can hold."""
    name = PurePosixPath(shown).name.replace("\0", "_")
    if name in ("", ".", ".."):
        return _UNNAMED
    if len(name.encode()) <= _NAME_BYTES:
        return name
    suffix = PurePosixPath(name).suffix[:20]
    return name.encode()[: _NAME_BYTES - len(suffix.encode())].decode("utf-8", "ignore") + suffix


def _files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders.sort()
        yield from (path for name in sorted(names) if (path := Path(root, name)).is_file())
