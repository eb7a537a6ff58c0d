"""Is everything there that a night needs: store, archive, clock? Beside `auditing.doctor`."""

from __future__ import annotations

import contextlib
import datetime as dt
import importlib.util
import os
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from auditing.doctor import MAIL, Check, Diagnosis, Patient, failed, ok, warning
from auditing.files import SUFFIXES

LOOKED_SECONDS: Final = 2.0
"""Seconds for a look at each file of an archive, or each page of a store; then it is told how far it came."""
AHEAD: Final = dt.timedelta(days=1)
"""So far ahead of this clock may a file be: machines differ by minutes, and by time zones."""
_STEPS: Final = 20_000
"""Steps of SQLite between two looks at the clock."""


def store(patient: Patient) -> Diagnosis:
    """It opens, is of this version, whole, writable, and free."""
    from archive.store.errors import StoreBusyError, StoreError  # noqa: PLC0415 - large, and may be missing
    from archive.store.places import place_of  # noqa: PLC0415

    assert patient.store is not None
    if patient.store.startswith("postgres") and importlib.util.find_spec("psycopg") is None:
        return failed("psycopg belum terpasang", "Pasang dengan: pip install 'patuh[postgres]'")
    try:
        place = place_of(patient.store)
        if place.path is not None:
            return _file(Path(place.path), place.shown)
        return _opened(patient.store)
    except StoreBusyError as error:
        return warning(str(error), "Tidak apa-apa selagi pemeriksaan malam berjalan.")
    except StoreError as error:
        said, _, advice = str(error).partition(". ")
        return failed(said, advice)


def _file(path: Path, shown: str) -> Diagnosis:
    """A file of SQLite: looked at with the rights of its owner, so that root leaves no file that he cannot write."""
    folder = path.parent
    if not folder.is_dir():
        return failed(f"{shown}: foldernya tidak ada", f"Buat foldernya: mkdir -p {folder}")
    _as_owner_of(path if path.exists() else folder)
    if not os.access(folder, os.W_OK | os.X_OK):
        return failed(f"{shown}: foldernya tidak boleh ditulisi", "Berikan hak tulis kepada pengguna layanan patuh.")
    if not path.exists():
        return warning(f"{shown}: belum ada", "Dibuat oleh patuh nightly yang pertama.")
    if not os.access(path, os.W_OK):
        return failed(f"{shown}: berkasnya tidak boleh ditulisi", "Berikan hak tulis kepada pengguna layanan patuh.")
    damage, whole = _damage(path)
    if damage:
        return failed(f"{shown}: rusak ({damage})", "Jangan ditulisi lagi; pulihkan dari cadangan.")
    found = _opened(str(path))
    left = "" if whole else "; hanya sebagian diperiksa keutuhannya, karena besar"
    return Diagnosis(found.state, found.said + left, found.advice)


def _as_owner_of(path: Path) -> None:
    """Give up the rights of root for those of the owner; this process is not used for anything else."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return
    owner = path.stat()
    if owner.st_uid:
        with contextlib.suppress(OSError):
            os.setgroups([])
            os.setgid(owner.st_gid)
            os.setuid(owner.st_uid)


def _damage(path: Path) -> tuple[str, bool]:
    """What SQLite finds wrong with a file, and whether it had the time to look at all of it."""
    until = time.monotonic() + LOOKED_SECONDS
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
        try:
            found = [row[0] for row in connection.execute("PRAGMA quick_check(1)")]
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                return "", False
            return str(error), True
        except sqlite3.DatabaseError as error:
            return str(error), True
    return ("", True) if found == ["ok"] else (str(found[0]).partition("\n")[0], True)


def _opened(url: str) -> Diagnosis:
    """The store as a night finds it, without changing anything of it."""
    from sqlalchemy import inspect, select, text  # noqa: PLC0415 - large

    from archive.store import locks, migrations  # noqa: PLC0415
    from archive.store.connections import opened  # noqa: PLC0415
    from archive.store.places import place_of  # noqa: PLC0415
    from archive.store.tables import run  # noqa: PLC0415

    place = place_of(url)
    engine = opened(place)
    try:
        with engine.connect() as connection:
            tables = inspect(connection).get_table_names()
            if migrations.VERSION_TABLE not in tables:
                return warning(f"{place.shown}: belum berisi", "Diisi oleh patuh nightly yang pertama.")
            version = connection.execute(text(f"SELECT version_num FROM {migrations.VERSION_TABLE}")).scalar()  # noqa: S608
            done = select(run.c.id, run.c.ended).where(run.c.state == "done").order_by(run.c.id.desc()).limit(1)
            last = connection.execute(done).first() if run.name in tables else None
        if version not in migrations.REVISIONS:
            return failed(f"{place.shown}: dibuat oleh patuh yang lebih baru ({version})", "Perbarui patuh.")
        with locks.held(place, engine):
            pass
    finally:
        engine.dispose()
    told = f"malam ke-{last.id} selesai {last.ended:%Y-%m-%d %H:%M}" if last else "belum ada malam yang selesai"
    if version != migrations.REVISIONS[-1]:
        return warning(f"{place.shown}: revisi {version}, {told}", "Dimutakhirkan oleh patuh nightly berikutnya.")
    return ok(f"{place.shown}: revisi {version}, {told}")


def archive(patient: Patient) -> Diagnosis:
    """Its folders can be read; not its documents, which takes a night."""
    assert patient.archive is not None
    if not patient.archive.is_dir():
        return failed(f"{patient.archive}: bukan folder, atau tidak ada", "Periksa sambungan (mount) ke arsip.")
    closed: list[OSError] = []
    files, whole = 0, True
    until = time.monotonic() + LOOKED_SECONDS
    for _, folders, found in os.walk(patient.archive, onerror=closed.append):
        folders.sort()
        files += sum(Path(name).suffix.lower() in SUFFIXES for name in found)
        if time.monotonic() > until:
            whole = False
            break
    told = f"{patient.archive}: {'' if whole else 'sekurangnya '}{files} dokumen"
    if closed:
        first = closed[0].filename
        return warning(
            f"{told}, {len(closed)} folder tidak dapat dibaca ({first})", "Berikan hak baca kepada pengguna layanan."
        )
    if not files and whole:
        return failed(told, "Periksa sambungan (mount) ke arsip: folder yang kosong biasanya tidak terpasang.")
    return ok(told)


def clock(patient: Patient) -> Diagnosis:
    """The day on which documents are judged is not before what is known to have been."""
    now = patient.now
    told = f"{now:%Y-%m-%d %H:%M} {now.tzname()}"
    known = dict(_known(patient))
    late = {what: day for what, day in known.items() if day > now + AHEAD}
    if late:
        what, day = max(late.items(), key=lambda one: one[1])
        return failed(f"{told}, padahal {what} {day:%Y-%m-%d}", "Betulkan jam komputer: timedatectl set-ntp true")
    if _synchronised() is False:
        return warning(f"{told}, tidak diselaraskan", "Hidupkan penyelarasan jam: timedatectl set-ntp true")
    return ok(told)


def _known(patient: Patient) -> Iterator[tuple[str, dt.datetime]]:
    """Days that have been: of the newest regulation, of the last night, of the files in the archive."""
    years = [one.year for one in patient.choice.pack().regulations.values() if one.year is not None]
    if years:
        yield "peraturan terbaru bertahun", dt.datetime(max(years), 1, 1, tzinfo=patient.now.tzinfo)
    path = Path((patient.store or "").removeprefix("sqlite:///"))
    if patient.store and "://" not in str(path) and path.is_file():
        yield "penyimpanan terakhir ditulis", _modified(path, patient)
    if patient.archive is not None:
        with contextlib.suppress(OSError), os.scandir(patient.archive) as entries:
            days = [_modified(Path(entry.path), patient) for entry in entries]
            if days:
                yield "isi arsip terakhir diubah", max(days)


def _modified(path: Path, patient: Patient) -> dt.datetime:
    return dt.datetime.fromtimestamp(path.lstat().st_mtime, patient.now.tzinfo)


def _synchronised() -> bool | None:
    """Whether the clock follows others; None where nobody knows."""
    program = shutil.which("timedatectl")
    if program is None:
        return None
    try:
        asked = [program, "show", "--property=NTPSynchronized", "--value"]
        done = subprocess.run(asked, capture_output=True, timeout=LOOKED_SECONDS, check=False, text=True)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return {"yes": True, "no": False}.get(done.stdout.strip())


def night_checks(patient: Patient) -> tuple[Check, ...]:
    """What a night needs besides, as far as it is told where it is."""
    checks = [Check("clock", "Jam", clock)]
    checks += [Check("archive", "Arsip", archive)] if patient.archive is not None else []
    checks += [Check("store", "Penyimpanan", store)] if patient.store is not None else []
    return (*checks, MAIL)
