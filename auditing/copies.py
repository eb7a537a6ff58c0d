"""
Where the annotated copies of a run stand, and how a worker writes one.

Below the folder they stand as the originals stand to one another: `base` is the deepest folder that holds all that the
command line names. No two originals share a copy then, and no copy takes the place of an original.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from annotating.annotate import annotated
from annotating.names import can_annotate, copy_name, is_copy
from annotating.notes import CopySpec
from auditing.document import document_bytes
from auditing.files import Input
from auditing.outputs import RequestError
from readers.errors import ReadError
from readers.options import ReadOptions
from schemas.blocks import Notice
from schemas.report import DocumentReport

_MODE = 0o666
"""Of a new file, less the user's umask."""
FAILED = "copy-failed"
"""The notice that says so."""
_MESSAGE = "Salinan berisi temuan tidak dapat dibuat: {reason}"
_ENDED = "penulisannya terhenti karena galat, waktu, atau memori. Temuannya lengkap dalam laporan ini."

Fate = Literal["written", "failed", "none", "unknown"]
"""none: no copy of this kind of file can be made; unknown: nothing was judged in it."""


class CopiesError(RequestError):
    """The folder of the copies cannot be used."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Salinan berisi temuan tidak dapat ditulis: {reason}")


@dataclass(frozen=True, slots=True)
class Copies:
    """The copies of one run."""

    folder: str
    base: str

    def path_of(self, original: Input, media: str) -> Path:
        """Where the copy of a file stands; an archive is a folder."""
        within = original.inside.name if original.inside else ""
        path = original.path.absolute().joinpath(*(part for part in within.split("/") if part not in ("", ".", "..")))
        below = os.path.relpath(path, self.base)
        place = Path(os.path.normpath(below))
        return Path(self.folder) / place.parent / copy_name(place.name, media)


def prepared(folder: Path, paths: Sequence[Path]) -> Copies:
    """
    Make the folder of the copies, before the audit begins.

    Raises:
        CopiesError: It cannot be made or written to, or an audited file is a copy that stands in it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise CopiesError(f"{folder}: {error.strerror or error}") from error
    for path in paths:
        if is_copy(path.name) and Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
            message = f"{path} adalah salinan di dalam folder {folder} sendiri. Pilih folder lain untuk salinannya."
            raise CopiesError(message)
    holders = [os.path.normpath(path.absolute() if path.is_dir() else path.absolute().parent) for path in paths]
    return Copies(os.path.normpath(folder.absolute()), os.path.commonpath(holders))


def fate_of(reports: Sequence[DocumentReport]) -> Fate | None:
    """What becomes of the copy of a file that was audited with these reports; None: it is to be written."""
    if all(report.errors for report in reports):
        return "unknown"
    if not can_annotate(reports[0].media):
        return "none"
    return "unknown" if all(report.kind == "unknown" for report in reports) else None


def write_copy(
    original: Input, copies: Copies, reports: Sequence[DocumentReport], spec: CopySpec, options: ReadOptions
) -> str | None:
    """
    Write the copy of one file; the original is only read.

    Returns:
        Why there is none, in Indonesian.
    """
    media = reports[0].media
    assert media is not None
    try:
        data = document_bytes(original.path, original.inside, options)
        if hashlib.sha256(data).hexdigest() != reports[0].sha256:
            return "berkas aslinya berubah selagi diperiksa. Periksa lagi."
        _write(copies.path_of(original, media), annotated(data, media, reports, spec, options), original.path)
    except ReadError as error:
        return error.message
    except OSError as error:
        return f"{error.strerror or type(error).__name__}. Periksa folder tujuan dan hak tulisnya."
    except Exception as error:  # noqa: BLE001 - a copy never costs the audit
        return f"kesalahan di dalam patuh ({type(error).__name__}). Laporkan kepada pengelola patuh beserta berkasnya."
    return None


def noted(reports: Iterable[DocumentReport], reason: str = _ENDED) -> list[DocumentReport]:
    """The reports of a file, the first with a notice that its copy could not be made."""
    first, *others = reports
    notice = Notice(FAILED, _MESSAGE.format(reason=reason))
    return [first.model_copy(update={"notices": (*first.notices, notice)}), *others]


def _write(target: Path, data: bytes, original: Path) -> None:
    """Write a file whole or not at all; a link of its name is replaced, never followed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists() and target.samefile(original) and not target.is_symlink():
        raise FileExistsError(0, "salinan akan menimpa berkas aslinya")
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(_MODE & ~_umask())
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
