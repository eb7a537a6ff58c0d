"""
The bytes of documents that were handed in, stored for good, and the newest of them in the folders of offices.

    <archive>/.serahan/<number>/<name>             a version as it was handed in, never written again
    <archive>/.serahan/<number>/sebelumnya/<name>  what lay in the place of the document, and nobody had handed in
    <archive>/.serahan/.terbit/<number>            a mark: this one is not yet known to be in its office's folder
    <archive>/.serahan/.masuk-*                    a hand-in that is going on
    <archive>/.serahan.lock                        one hand-in at a time

Folders below the archive are opened one by one, never through a link, and all work in them goes by their descriptors:
whoever can make links in the archive leads nothing out of it. What is in the folder of an office is a copy of what is
stored, so that who writes into it does not write into what was handed in.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import shutil
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from filelock import FileLock

from archive.handing_in_names import name_key

ROOT: Final = ".serahan"
LOCK: Final = ".serahan.lock"
BEFORE: Final = "sebelumnya"
_MARKS: Final = ".terbit"
_COMING: Final = ".masuk-"
_PATIENCE: Final = 60.0
"""Seconds to wait for other hand-ins; one takes a fraction of a second."""
_FILE_MODE, _FOLDER_MODE, _LOCK_MODE = 0o440, 0o750, 0o660
_PIECE: Final = 1 << 20
_FOLDER: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_READ: Final = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_WRITE: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


class InTheWayError(OSError):
    """Something else lies where a folder or file is to be."""

    def __init__(self, name: str) -> None:
        super().__init__(errno.ENOTDIR, os.strerror(errno.ENOTDIR), name)
        self.name = name


class OtherBytesError(OSError):
    """A file does not have the bytes that it is to have."""

    def __init__(self, name: str) -> None:
        super().__init__(errno.EIO, "SHA-256 berbeda", name)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the newest version of a document lies, and what is known to have lain there."""

    path: str
    """Relative to the archive."""
    ours: frozenset[str]
    """SHA-256 of all that was ever handed in for it: what has one of these is stored, and nothing is lost with it."""

    @property
    def folder(self) -> str:
        """Relative to the archive; empty for the archive itself."""
        return self.path.rpartition("/")[0]

    @property
    def name(self) -> str:
        """Of the file."""
        return PurePosixPath(self.path).name


class StoredFiles:
    """The files of hand-ins of one archive."""

    def __init__(self, archive: Path) -> None:
        self._archive = archive

    @contextlib.contextmanager
    def lock(self) -> Iterator[None]:
        """
        Be the only one who hands in.

        Raises:
            filelock.Timeout: Others were at it all the time.
            OSError: The archive cannot be written.
        """
        with FileLock(self._archive / LOCK, timeout=_PATIENCE, mode=_LOCK_MODE):
            yield

    # Storing

    def take_in(self, source: Path, name: str, sha256: str) -> str:
        """
        Copy a file to where only this hand-in knows of it, and return the name of its folder; it is on the disk then.

        Raises:
            OtherBytesError: They are not those of *sha256*.
        """
        coming = f"{_COMING}{secrets.token_hex(8)}"
        with self._root(make=True) as root:
            os.mkdir(coming, _FOLDER_MODE, dir_fd=root)
            try:
                given = os.open(source, os.O_RDONLY | os.O_CLOEXEC)
                try:
                    with _opened(coming, root) as folder:
                        _copy(given, folder, name, sha256)
                        _sync(folder)
                finally:
                    os.close(given)
            except OSError:
                shutil.rmtree(coming, ignore_errors=True, dir_fd=root)
                raise
        return coming

    def settle(self, coming: str, number: int) -> None:
        """
        Give what was taken in its number; until its row is committed it may be swept.

        Raises:
            FileExistsError: Another server took the number, on a file system without locks.
        """
        with self._root() as root:
            self._mark(number)
            try:
                os.rename(coming, str(number), src_dir_fd=root, dst_dir_fd=root)
            except OSError:
                self.unmark(number)
                raise
            _sync(root)

    def is_taken(self, number: int) -> bool:
        """Whether there is a folder of this number, or was to be one."""
        with self._root(make=True) as root:
            return _lstat(str(number), root) is not None or number in self.marked()

    def drop(self, coming: str) -> None:
        """Take back a hand-in that has no number yet, as far as that is possible."""
        with contextlib.suppress(OSError), self._root() as root:
            shutil.rmtree(coming, ignore_errors=True, dir_fd=root)

    def unsettle(self, number: int) -> None:
        """Take back one that was settled and not committed, as far as that is possible; its mark goes last."""
        with contextlib.suppress(OSError), self._root() as root:
            shutil.rmtree(str(number), dir_fd=root)
            self.unmark(number)

    def sweep(self, known: set[int]) -> int:
        """
        Delete what was not committed, and return how much that was; nobody else may be handing in.

        Only what is marked goes: a folder without mark was committed once. Where its row is missing, the store was
        restored from a backup that is older.
        """
        swept = 0
        with self._root(make=True) as root:
            for name in _names(root):
                if name.startswith(_COMING):
                    shutil.rmtree(name, dir_fd=root)
                    swept += 1
            for number in self.marked():
                if number not in known:
                    if _lstat(str(number), root) is not None:
                        shutil.rmtree(str(number), dir_fd=root)
                        swept += 1
                    self.unmark(number)
            _sync(root)
        return swept

    def folders(self) -> list[int]:
        """The numbers of all that is stored."""
        try:
            with self._root() as root:
                return _numbers(root)
        except FileNotFoundError:
            return []

    def stored(self, number: int, name: str) -> Path:
        """Where a version is kept."""
        return self._archive / ROOT / str(number) / name

    def stored_hash(self, number: int, name: str) -> str | None:
        """SHA-256 of a version as it is now; None where there is none."""
        return self._hash(f"{ROOT}/{number}", name)

    # Marks

    def _mark(self, number: int) -> None:
        """Note that a hand-in is not yet in its office's folder."""
        with self._root(make=True) as root, _opened(_MARKS, root, make=True) as marks:
            os.close(os.open(str(number), _WRITE, _FILE_MODE, dir_fd=marks))
            _sync(marks)

    def unmark(self, number: int) -> None:
        """Note that it is."""
        with self._root() as root, _opened(_MARKS, root, make=True) as marks:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(str(number), dir_fd=marks)
            _sync(marks)

    def marked(self) -> list[int]:
        """The numbers that are not yet known to be in their folders."""
        try:
            with self._root() as root, _opened(_MARKS, root) as marks:
                return _numbers(marks)
        except FileNotFoundError:
            return []

    # Folders of offices

    def occupant(self, folder: str, name: str) -> str | None:
        """
        Return what a file of this name is called in a folder already, capitals and Unicode forms aside.

        Raises:
            InTheWayError: It is a folder or a device; or a link stands where the folder should be.
        """
        try:
            with self._below(folder) as place:
                names = [name] if _lstat(name, place) else []
                names += [one for one in _names(place) if name_key(one) == name_key(name) and _is_utf8(one)]
                if names and not _is_file(_lstat(names[0], place)):
                    raise InTheWayError(names[0])
                return names[0] if names else None
        except FileNotFoundError:
            return None

    def make_folder(self, folder: str) -> None:
        """
        Make the folder of an office where there is none.

        Raises:
            InTheWayError: A link or a file stands in its place.
            PermissionError: It is there, and closed.
        """
        with self._below(folder, make=True) as made:
            if not os.access(".", os.W_OK | os.X_OK, dir_fd=made):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), folder)

    def is_folder(self, folder: str) -> bool:
        """Whether there is such a folder, reached without links."""
        try:
            with self._below(folder):
                return True
        except OSError:
            return False

    def published_hash(self, path: str) -> str | None:
        """SHA-256 of what lies at a path; None where that is no file."""
        folder, _, name = path.rpartition("/")
        return self._hash(folder, name)

    def publish(self, number: int, stored: str, place: Place, sha256: str) -> None:
        """
        Put a version in its place at once; what lay there and was not handed in is kept beside the version.

        Raises:
            OtherBytesError: What is stored was changed.
            OSError: It cannot be written.
        """
        with self._below(place.folder, make=True) as folder:
            if _hash(place.name, folder) == sha256:
                return
            coming = f"{ROOT}-{number}.tmp"
            _remove(coming, folder)
            try:
                with self._version(number) as version, _reading(stored, version) as given:
                    _copy(given, folder, coming, sha256)
                self._keep(number, place, folder)
                os.rename(coming, place.name, src_dir_fd=folder, dst_dir_fd=folder)
            except OSError:
                with contextlib.suppress(OSError):
                    _remove(coming, folder)
                raise
            _sync(folder)

    def retire(self, number: int, place: Place) -> None:
        """Take a document out of its folder that goes on under another name, with *number*."""
        try:
            with self._below(place.folder) as folder:
                if _lstat(place.name, folder) is not None:
                    self._keep(number, place, folder)
                    _remove(place.name, folder)
                    _sync(folder)
        except FileNotFoundError:
            return

    def _keep(self, number: int, place: Place, folder: int) -> None:
        """Keep what lies in the place of a document, unless it was handed in itself."""
        status = _lstat(place.name, folder)
        if status is None:
            return
        if not _is_file(status):
            raise InTheWayError(place.name)
        there = _hash(place.name, folder)
        if there in place.ours:
            return
        with self._version(number) as version, _opened(BEFORE, version, make=True) as before:
            if there is not None and there == _hash(place.name, before):
                return  # it was kept before a kill
            coming = f"{_COMING}{number}"
            _remove(coming, before)
            if stat.S_ISLNK(status.st_mode):
                os.symlink(os.readlink(place.name, dir_fd=folder), coming, dir_fd=before)
            else:
                with _reading(place.name, folder) as given:
                    _copy(given, before, coming, None)
                times = (status.st_atime_ns, status.st_mtime_ns)
                os.utime(coming, ns=times, dir_fd=before, follow_symlinks=False)
            os.rename(coming, _free(place.name, before), src_dir_fd=before, dst_dir_fd=before)
            _sync(before)
            _sync(version)

    def _hash(self, folder: str, name: str) -> str | None:
        try:
            with self._below(folder) as place:
                return _hash(name, place)
        except (FileNotFoundError, InTheWayError):
            return None

    @contextlib.contextmanager
    def _version(self, number: int) -> Iterator[int]:
        with self._root() as root, _opened(str(number), root) as version:
            yield version

    @contextlib.contextmanager
    def _root(self, *, make: bool = False) -> Iterator[int]:
        with self._below(ROOT, make=make, mode=_FOLDER_MODE) as root:
            yield root

    @contextlib.contextmanager
    def _below(self, folder: str, *, make: bool = False, mode: int = 0o777) -> Iterator[int]:
        """Open a folder below the archive, part by part."""
        with contextlib.ExitStack() as stack:
            at = os.open(self._archive, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            stack.callback(os.close, at)
            for part in _parts(folder):
                at = stack.enter_context(_opened(part, at, make=make, mode=mode))
            yield at


def _parts(folder: str) -> Sequence[str]:
    parts = [part for part in folder.split("/") if part not in ("", ".")]
    if ".." in parts:
        raise InTheWayError("..")
    return parts


@contextlib.contextmanager
def _opened(name: str, above: int, *, make: bool = False, mode: int = _FOLDER_MODE) -> Iterator[int]:
    """Open a folder, perhaps a new one; never through a link."""
    if make and _lstat(name, above) is None:
        with contextlib.suppress(FileExistsError):
            os.mkdir(name, mode, dir_fd=above)
            _sync(above)
    try:
        found = os.open(name, _FOLDER, dir_fd=above)
    except OSError as error:
        if error.errno in (errno.ENOTDIR, errno.ELOOP):
            raise InTheWayError(name) from error
        raise
    try:
        yield found
    finally:
        os.close(found)


@contextlib.contextmanager
def _reading(name: str, folder: int) -> Iterator[int]:
    found = os.open(name, _READ, dir_fd=folder)
    try:
        yield found
    finally:
        os.close(found)


def _copy(given: int, folder: int, name: str, sha256: str | None) -> None:
    """Copy what is left of an open file to a new one, to the disk; *sha256*: what it must be."""
    made = os.open(name, _WRITE, 0o600, dir_fd=folder)
    try:
        digest = hashlib.sha256()

        def write(piece: bytes) -> None:
            digest.update(piece)
            view = memoryview(piece)
            while view:
                view = view[os.write(made, view) :]

        _pieces(given, write)
        if sha256 is not None and digest.hexdigest() != sha256:
            raise OtherBytesError(name)
        os.fchmod(made, _FILE_MODE)
        os.fsync(made)
    finally:
        os.close(made)


def _hash(name: str, folder: int) -> str | None:
    """SHA-256 of a file; None where there is none, or something else."""
    if not stat.S_ISREG(getattr(_lstat(name, folder), "st_mode", 0)):
        return None
    digest = hashlib.sha256()
    with _reading(name, folder) as given:
        _pieces(given, digest.update)
    return digest.hexdigest()


def _pieces(given: int, use: Callable[[bytes], object]) -> None:
    while piece := os.read(given, _PIECE):
        use(piece)


def _lstat(name: str, folder: int) -> os.stat_result | None:
    try:
        return os.stat(name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return None


def _is_file(status: os.stat_result | None) -> bool:
    """Whether it can be set aside: a file, or a link."""
    return status is not None and (stat.S_ISREG(status.st_mode) or stat.S_ISLNK(status.st_mode))


def _is_utf8(name: str) -> bool:
    return not any("\ud800" <= sign <= "\udfff" for sign in name)


def _names(folder: int) -> list[str]:
    """What is in a folder, sorted."""
    return sorted(os.listdir(folder))


def _numbers(folder: int) -> list[int]:
    return sorted(int(name) for name in _names(folder) if name.isdecimal() and name.isascii())


def _free(name: str, folder: int) -> str:
    """A name like *name* that nothing in the folder has."""
    path, number, free = PurePosixPath(name), 1, name
    while _lstat(free, folder) is not None:
        number += 1
        free = f"{path.stem[:100]} ({number}){path.suffix}"
    return free


def _remove(name: str, folder: int) -> None:
    with contextlib.suppress(FileNotFoundError):
        os.unlink(name, dir_fd=folder)


def _sync(folder: int) -> None:
    """Write a folder to the disk; network file systems that cannot do so say that the call is invalid."""
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
