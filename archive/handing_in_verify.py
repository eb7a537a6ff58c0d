"""Whether everything that was handed in is still as it was handed in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from archive import handing_in_rows as rows
from archive.handing_in_files import StoredFiles
from archive.handing_in_rows import Receipt
from archive.walking import folder_of


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it was handed in."""

    number: int
    path: str
    """Relative to the archive: of the file that is at fault."""
    what: str
    """Indonesian: what is wrong, and what to do."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What was looked at, and what is wrong."""

    versions: int
    documents: int
    """Newest versions, which lie in the folders of offices."""
    faults: tuple[Fault, ...]


def verify(engine: Engine, archive: Path) -> Verified:
    """
    Compare all stored versions, and all newest ones in the folders of offices, with their rows.

    Hand-ins go on meanwhile: what seems wrong is looked at once more when none is going on.

    Raises:
        StoreError: The store cannot be read.
        OSError: A file cannot be read.
        filelock.Timeout: Hand-ins went on all the time.
    """
    files = StoredFiles(folder_of(archive))
    with engine.connect() as connection:
        everything, standing = rows.everything(connection), rows.standing(connection)
    if any(True for _ in _faults(files, everything, standing)):
        with files.lock():
            with engine.connect() as connection:
                everything, standing = rows.everything(connection), rows.standing(connection)
            found = tuple(_faults(files, everything, standing))
    else:
        found = ()
    return Verified(len(everything), len(standing), found)


def _faults(files: StoredFiles, everything: list[Receipt], standing: list[Receipt]) -> Iterator[Fault]:
    for one in everything:
        what = _difference(files.stored_hash(one.number, one.name), one)
        if what:
            path = f".serahan/{one.number}/{one.name}"
            yield Fault(one.number, path, f"{what}; pulihkan berkas itu dari cadangan")
    waiting = set(files.marked())
    for one in standing:
        what = _difference(files.published_hash(one.path), one)
        if what and one.number in waiting:
            yield Fault(one.number, one.path, "belum diterbitkan; jalankan ulang portal, atau periksa izin foldernya")
        elif what:
            stored = f".serahan/{one.number}/{one.name}"
            yield Fault(one.number, one.path, f"{what}; salin lagi dari {stored}, atau mintalah versi baru")
    known = {one.number for one in everything}
    for number in sorted(set(files.folders()) - known):
        yield Fault(number, f".serahan/{number}", "tidak tercatat di penyimpanan; pulihkan penyimpanan yang lebih baru")


def _difference(sha256: str | None, receipt: Receipt) -> str | None:
    if sha256 == receipt.sha256:
        return None
    return "berkas tidak ada" if sha256 is None else "isi berkas berbeda dari yang diserahkan"
