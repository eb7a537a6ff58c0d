"""
What can go wrong with the store, in words for the one who runs it.

Foreign exceptions become ours in one place, `explained`. Where the store lies is told without its password.
"""

from __future__ import annotations

import contextlib
import errno
import sqlite3
from collections.abc import Iterator
from typing import Final

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from engine.errors import PatuhError


class StoreError(PatuhError):
    """The store cannot be used; the message is Indonesian: what, where, what to do."""


class StoreBusyError(StoreError):
    """Another night is running on the store."""

    def __init__(
        self, message: str, *, pid: int | None = None, host: str | None = None, since: str | None = None
    ) -> None:
        super().__init__(message)
        self.pid = pid
        self.host = host
        self.since = since


_RESTORE: Final = "Pulihkan dari cadangan (docs/store.md)."
_FULL: Final = ("ruang penyimpanan habis", "Kosongkan ruang, lalu ulangi: yang sudah tersimpan tetap utuh.")
_RIGHTS: Final = ("tidak ada izin untuk membaca atau menulisnya", "Periksa pemilik dan izin berkas beserta foldernya.")
_DAMAGED: Final = ("isinya rusak", f"Jangan ditulisi lagi. {_RESTORE}")

_SQLITE: Final = {
    sqlite3.SQLITE_NOTADB: (
        "berkas ini bukan basis data SQLite, atau rusak",
        f"Periksa nama berkasnya; kalau namanya benar: {_RESTORE[0].lower()}{_RESTORE[1:]}",
    ),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_CANTOPEN: (
        "berkas tidak dapat dibuka atau dibuat",
        "Periksa apakah foldernya ada dan boleh ditulisi, dan apakah namanya bukan nama folder.",
    ),
    sqlite3.SQLITE_READONLY: ("berkas atau foldernya hanya boleh dibaca", "Periksa pemilik dan izinnya."),
    sqlite3.SQLITE_PERM: _RIGHTS,
    sqlite3.SQLITE_AUTH: _RIGHTS,
    sqlite3.SQLITE_BUSY: (
        "terlalu lama dipakai program lain",
        "Tunggu sampai program itu (cadangan, alat basis data) selesai, lalu ulangi.",
    ),
    sqlite3.SQLITE_LOCKED: ("sedang dipakai program lain", "Tunggu sampai program itu selesai, lalu ulangi."),
    sqlite3.SQLITE_IOERR: (
        "gagal membaca atau menulis berkasnya",
        "Periksa ruang kosong, batas ukuran berkas, dan kesehatan cakram, lalu ulangi.",
    ),
    sqlite3.SQLITE_NOMEM: ("memori tidak cukup", "Kurangi beban komputer ini, lalu ulangi."),
    sqlite3.SQLITE_TOOBIG: ("ada isi yang terlalu besar untuk SQLite", "Laporkan kepada pengembang patuh."),
}
"""By primary result code (https://sqlite.org/rescode.html): what it means, what to do."""

_SERVER: Final = {
    "28": ("nama pengguna atau kata sandi ditolak", "Periksa keduanya di alamat, di PGPASSWORD, atau di ~/.pgpass."),
    "3D": ("basis data itu tidak ada di server", "Buat dahulu dengan createdb, atau periksa namanya."),
    "3F": ("skema yang diminta tidak ada", "Buat dahulu dengan CREATE SCHEMA, atau periksa search_path."),
    "42501": ("pengguna itu tidak berhak", "Mintalah hak atas skema itu kepada pengelola basis data."),
    "53100": _FULL,
    "53": ("server kehabisan memori atau sambungan", "Ulangi nanti, atau hubungi pengelola basis data."),
    "57": ("server memutus pekerjaan", "Periksa apakah server sedang dihentikan, lalu ulangi."),
    "25006": ("server hanya boleh dibaca", "Pakai server utama, bukan salinannya."),
    "08": ("sambungan ke server terputus", "Periksa server dan jaringan, lalu ulangi."),
    "XX": ("server menemukan datanya rusak", _RESTORE),
    "58": ("server gagal membaca atau menulis cakramnya", "Hubungi pengelola basis data."),
}
"""By SQLSTATE or its class (https://www.postgresql.org/docs/current/errcodes-appendix.html)."""

_CONNECTING: Final = (
    ("password authentication failed", "28"),
    ("no password supplied", "28"),
    ("authentication failed", "28"),
    ("pg_hba.conf", "28"),
    ("role ", "28"),
    ("database ", "3D"),
)
"""What libpq says where a connection fails, which has no SQLSTATE."""
_NO_SERVER: Final = (
    "server tidak dapat dihubungi",
    "Periksa nama dan porta server, dan apakah PostgreSQL di sana berjalan, lalu ulangi.",
)
_OTHERWISE: Final = "Ulangi; kalau terjadi lagi, laporkan kepada pengembang patuh."

_OS: Final = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: ("foldernya hanya boleh dibaca", "Pilih folder yang boleh ditulisi."),
    errno.ENOENT: ("foldernya tidak ada", "Buat dahulu foldernya, atau periksa namanya."),
    errno.ENOTDIR: ("sebagian dari namanya bukan folder", "Periksa namanya."),
    errno.EISDIR: ("itu sebuah folder", "Berikan nama berkas, misalnya patuh.db di dalam folder itu."),
}


def refusal(place: str, what: str, advice: str) -> StoreError:
    """Say what is wrong with the store at *place*, and what to do."""
    return StoreError(f"Penyimpanan {place}: {what}. {advice}")


@contextlib.contextmanager
def explained(place: str) -> Iterator[None]:
    """
    Turn what databases and files raise into `StoreError`.

    Args:
        place: Where the store lies, without password.
    """
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise meant(place, error) from error


def meant(place: str, error: BaseException) -> StoreError:
    """Return what a database or file system means by *error*, in our words."""
    if isinstance(error, OSError):
        what, advice = _OS.get(error.errno or 0, (error.strerror or type(error).__name__, _OTHERWISE))
    else:
        what, advice = _reason(error)
    return refusal(place, what, advice)


def _reason(error: BaseException) -> tuple[str, str]:
    """What a database means, and what to do."""
    said = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    if isinstance(said, sqlite3.Error):
        number = getattr(said, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        return _SQLITE.get(number & 0xFF, (_first_line(said), _OTHERWISE))
    state = getattr(said, "sqlstate", None)
    if state is not None:
        return _SERVER.get(state) or _SERVER.get(state[:2]) or (_first_line(said), _OTHERWISE)
    if isinstance(error, DBAPIError):
        return _connection(str(said))
    return _first_line(said), _OTHERWISE


def _connection(said: str) -> tuple[str, str]:
    """What libpq means that could not connect, or lost the connection."""
    for words, state in _CONNECTING:
        if f"FATAL:  {words}" in said or (words in said and not words.endswith(" ")):
            return _SERVER[state]
    what, advice = _NO_SERVER
    reason = _first_line(said).rpartition(" failed: ")[2]  # libpq names servers and users in it, never a password
    return f"{what} ({reason})", advice


def _first_line(error: object) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
