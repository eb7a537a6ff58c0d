"""From the paths of a command line to the feature files to run."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from auditing.files import shown
from auditing.outputs import reason_of
from schemas.spec import SpecMistake
from specs.reading import SUFFIX

NOT_A_FEATURE = "not-a-feature-file"
CLOSED = "unreadable"


@dataclass
class FeatureFiles:
    """What a command line asks to run; the same for any order of its paths."""

    files: list[Path] = field(default_factory=list)
    """By path, each file once."""
    refused: list[SpecMistake] = field(default_factory=list)
    """By path: what was named and is no feature file, and what cannot be read."""
    empty: list[str] = field(default_factory=list)
    """Folders of the command line in which there is no feature file."""


def asked_files(paths: Iterable[Path]) -> FeatureFiles:
    """
    Expand paths: feature files stay, folders give those in them and below.

    Folders whose name begins with a dot are not looked into. The same file under two names is run once, under the name
    that is no link, and of several such under the shortest.
    """
    found = FeatureFiles()
    names: dict[str, list[Path]] = {}
    for path in sorted(set(paths), key=_order):
        inside = list(_inside(path, found)) if path.is_dir() else [path]
        if not inside:
            found.empty.append(shown(path))
        for one in inside:
            names.setdefault(os.path.realpath(one), []).append(one)
    chosen = (min(some, key=partial(_plainness, Path(real))) for real, some in names.items())
    for one in sorted(chosen, key=_order):
        refusal = _refusal(one)
        if refusal is None:
            found.files.append(one)
        else:
            found.refused.append(refusal)
    closed = {one.path for one in found.refused if one.code == CLOSED}
    found.empty = [one for one in found.empty if one not in closed]
    found.refused.sort(key=lambda one: one.path)
    return found


def _order(path: Path) -> tuple[str, ...]:
    return tuple(map(shown, map(Path, path.parts)))


def _plainness(real: Path, name: Path) -> tuple[bool, int, str]:
    """The least is the plainest name of a file: no link, as documents are looked for beside it; then the shortest."""
    return Path(os.path.realpath(name.parent), name.name) != real, len(name.parts), shown(name)


def _refusal(path: Path) -> SpecMistake | None:
    """Why a file cannot be run, where that can be told without reading it."""
    if path.suffix != SUFFIX:
        hint = f"Bila ini spesifikasi, beri namanya akhiran {SUFFIX}; bila bukan, jangan sebutkan berkas ini."
        return _mistake(path, NOT_A_FEATURE, f"Hanya berkas {SUFFIX} yang dijalankan.", hint)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return _mistake(path, CLOSED, "Ini bukan berkas biasa.", "Simpan spesifikasinya sebagai berkas teks.")
        with path.open("rb"):
            return None
    except OSError as error:
        hint = "Periksa apakah berkas ini masih ada dan boleh dibaca."
        return _mistake(path, CLOSED, f"Berkas ini tidak dapat dibuka: {reason_of(error)}.", hint)


def _mistake(path: Path, code: str, message: str, hint: str) -> SpecMistake:
    return SpecMistake(path=shown(path), line=1, code=code, message=message, hints=(hint,))


def _inside(folder: Path, found: FeatureFiles) -> Iterator[Path]:
    """Feature files in a folder; a link back to a folder that was seen is not followed."""
    seen: set[str] = set()

    def closed(error: OSError) -> None:
        message = f"Folder ini tidak dapat dibaca: {reason_of(error)}."
        hint = "Periksa izin membaca folder ini, atau mintalah kepada pengelola komputer."
        found.refused.append(_mistake(Path(os.fsdecode(error.filename)), CLOSED, message, hint))

    for place, folders, files in os.walk(folder, onerror=closed, followlinks=True):
        real = os.path.realpath(place)
        folders[:] = [] if real in seen else sorted(name for name in folders if not name.startswith("."))
        if real not in seen:
            yield from (Path(place, name) for name in sorted(files) if name.endswith(SUFFIX))
        seen.add(real)
