"""Into which folder of the archive an office hands in: one that is there, else one that its layout names in full."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from archive.globs import PACKED, Glob, folded, unpacked
from archive.handing_in_files import StoredFiles
from archive.layout import Layout, matching
from schemas.archive import Office


class OfficeFolders:
    """The folders of the offices of an archive."""

    def __init__(self, archive: Path, layout: Layout, files: StoredFiles) -> None:
        self._archive = archive
        self._files = files
        self._offices = {office.name: office for office in layout.offices}

    def knows(self, office: str) -> bool:
        """Whether there is an office of this name."""
        return office in self._offices

    def names(self) -> tuple[str, ...]:
        """Offices that have a folder, or can be given one; sorted."""
        return tuple(sorted(name for name in self._offices if self.folder_of(name) is not None))

    def folder_of(self, office: str) -> str | None:
        """
        Return the folder of an office, relative to the archive.

        None where it has none: its patterns match nothing, or what they match cannot be handed in to (a ZIP archive, a
        link, a hidden folder, a name that is no Unicode).
        """
        one = self._offices[office]
        return next(self._there(one), None) or next(self._possible(one), None)

    def _there(self, office: Office) -> Iterator[str]:
        for pattern in office.folders:
            glob = Glob(pattern)
            written = _written(pattern)
            if glob.plain and written is not None and self._files.is_folder(written):
                yield written
                continue
            for folder in matching(self._archive, glob):
                if _usable(folder) and self._files.is_folder(folder):
                    yield folder or "."

    def _possible(self, office: Office) -> Iterator[str]:
        """Folders that could be made: nothing is in their place, neither under other capitals nor as a ZIP archive."""
        for pattern in office.folders:
            glob = Glob(pattern)
            written = _written(pattern) if glob.plain and not matching(self._archive, glob) else None
            spelt = self._as_spelt(written) if written is not None else ""
            if spelt and self._free(spelt):
                yield spelt

    def _as_spelt(self, folder: str) -> str:
        """A path with the parts of it that are there spelt as they are there."""
        at = ""
        for part in folder.split("/"):
            path = f"{at}/{part}" if at else part
            at = next(iter(sorted(matching(self._archive, Glob(path)))), path)
        return at

    def _free(self, folder: str) -> bool:
        """Whether each part is a real folder, or not there at all."""
        parts = folder.split("/")
        for at in range(1, len(parts) + 1):
            begin = "/".join(parts[:at])
            if not (self._archive / begin).is_symlink() and not (self._archive / begin).exists():
                return True
            if not self._files.is_folder(begin):
                return False
        return True


def _written(pattern: str) -> str | None:
    """A pattern without stars as a path; None where that cannot be handed in to."""
    parts = [part for part in pattern.split("/") if part not in ("", ".")]
    while parts[-1:] == ["**"]:
        parts.pop()
    path = "/".join(unpacked(part) for part in parts) or "."
    return path if _usable(path) and "\\" not in path and PACKED not in folded(path) else None


def _usable(folder: str) -> bool:
    """Whether the night looks into it, and the store can name it as it is."""
    hidden = any(part.startswith(".") and part != "." for part in folder.split("/"))
    return not hidden and not any("\ud800" <= sign <= "\udfff" for sign in folder)
