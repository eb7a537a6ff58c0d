"""`patuh handins`: the documents that offices handed in through the page."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from commands.common import FINDINGS, AuditFailed, config_option, failures, no_config_option
from commands.history import Source

if TYPE_CHECKING:
    from archive.handing_in_rows import Receipt
    from archive.handing_in_verify import Fault, Verified
    from engine.settings import OwnSettings

    Command = TypeVar("Command", bound=Callable[..., object])

_LAST: Final = 50
_FIELDS: Final = {
    "receipt": "Tanda terima",
    "at": "Diserahkan",
    "office": "Perangkat daerah",
    "path": "Berkas",
    "version": "Versi",
    "number": "Nomor",
    "supersedes": "Menggantikan nomor",
    "file_name": "Nama berkas asal",
    "bytes": "Ukuran (bita)",
    "sha256": "SHA-256",
    "by_name": "Oleh",
    "by_position": "Jabatan",
    "note": "Catatan",
    "title": "Judul",
    "grade": "Nilai",
    "score": "Skor",
    "critical": "Temuan kritis",
    "major": "Temuan mayor",
    "minor": "Temuan minor",
    "advice": "Saran",
    "as_of": "Dinilai per",
    "profile": "Profil aturan",
    "rules": "Sidik aturan",
    "program": "Versi patuh",
}
"""Columns of a receipt as they are shown, and their names for people."""

_form_option = click.option(
    "--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True
)


def _store_options(command: Command) -> Command:
    """Give a command `--store` and the settings."""
    store: Callable[[Command], Command] = click.option(
        "--store",
        metavar="URL",
        help="Penyimpanan: berkas SQLite, atau postgresql://...  [default: store pada [nightly] di patuh.toml]",
    )
    return store(config_option(no_config_option(command)))


@click.group("handins")
def handins() -> None:
    """
    Dokumen yang diserahkan perangkat daerah lewat portal: daftar, tanda terima, pemeriksaan keutuhan.

    \b
    Example:
        patuh handins list
        patuh handins show K7M2Q-0XV4T-9RBWH-3ECZN
        patuh handins verify
    """


@handins.command("list")
@click.option("--office", metavar="NAME", help="Hanya perangkat daerah ini.")
@click.option("--last", type=click.IntRange(1, 1_000_000), default=_LAST, show_default=True, metavar="N")
@_form_option
@_store_options
def list_(office: str | None, last: int, form: str, **source: Any) -> None:
    """
    Daftar penyerahan, yang terbaru lebih dahulu.

    \b
    Example:
        patuh handins list --office "Kecamatan Sukamaju"
        patuh handins list --last 1000 --format json
    """
    with failures():
        from archive.handing_in_rows import newest
        from archive.store.store import Store

        where = Source(**source)
        with Store.open(where.place(where.own()), create=False) as store, store.engine.connect() as connection:
            found = newest(connection, office=office, limit=last, before=None)
        _print(_json([_plain(one) for one in found]) if form == "json" else _table(found))


@handins.command("show")
@click.argument("receipt", metavar="RECEIPT")
@_form_option
@_store_options
def show(receipt: str, form: str, **source: Any) -> None:
    """
    Isi satu tanda terima. Huruf besar, tanda hubung, dan spasi dalam kodenya tidak berpengaruh.

    \b
    Example:
        patuh handins show K7M2Q-0XV4T-9RBWH-3ECZN
    """
    with failures():
        from archive.handing_in_names import told_code
        from archive.handing_in_rows import by_code
        from archive.store.store import Store

        where, code = Source(**source), told_code(receipt)
        with Store.open(where.place(where.own()), create=False) as store, store.engine.connect() as connection:
            found = by_code(connection, code) if code else None
        if found is None:
            raise AuditFailed(f"tanda terima {receipt!r} tidak ada. Periksa kodenya, atau cari: patuh handins list")
        _print(_json(_plain(found)) if form == "json" else _card(found))


@handins.command("verify")
@click.argument("archive", metavar="[ARCHIVE]", required=False, type=click.Path(path_type=Path))
@_form_option
@_store_options
def verify(archive: Path | None, form: str, **source: Any) -> None:
    """
    Periksa apakah semua yang diserahkan masih utuh.

    Setiap versi yang tersimpan, dan versi terbaru di folder perangkat daerah, dibandingkan dengan tanda terimanya.
    Kode keluar 1 bila ada yang berbeda atau hilang.

    \b
    Example:
        patuh handins verify
        patuh handins verify /srv/arsip --store /var/lib/patuh/patuh.db
    """
    with failures():
        from filelock import Timeout

        from archive.handing_in_verify import verify as verified
        from archive.night import looked_at
        from archive.store.store import Store

        where = Source(**source)
        own = where.own()
        folder = looked_at(_archive(archive, own))
        with Store.open(where.place(own), create=False) as store:
            try:
                found = verified(store.engine, folder)
            except Timeout:
                raise AuditFailed("penyerahan sedang berlangsung terus. Ulangi beberapa saat lagi") from None
        _print(_json(dataclasses.asdict(found)) if form == "json" else _told(found))
        sys.exit(FINDINGS if found.faults else 0)


def _archive(archive: Path | None, own: OwnSettings) -> Path:
    folder = archive or own.beside(own.settings.nightly.archive)
    if folder is None:
        raise click.UsageError("Sebutkan folder arsip, atau archive pada [nightly] di patuh.toml.")
    return folder


def _table(found: Sequence[Receipt]) -> str:
    from reports.digest.tables import aligned
    from reports.words import harmless

    rows = [("Nomor", "Diserahkan", "Tanda terima", "Perangkat daerah", "Berkas", "Versi", "Nilai")]
    rows += [
        (
            str(one.number),
            f"{one.at.astimezone():%Y-%m-%d %H:%M}",
            one.receipt,
            harmless(one.office),
            harmless(one.path),
            str(one.version),
            one.grade or "-",
        )
        for one in found
    ]
    return aligned(rows, right=(0, 5)) if found else "Belum ada dokumen yang diserahkan."


def _card(found: Receipt) -> str:
    from reports.digest.tables import aligned
    from reports.words import harmless

    values = {name: getattr(found, name) for name in _FIELDS} | {"at": found.at.astimezone().isoformat(" ", "seconds")}
    return aligned([(_FIELDS[name], "-" if one is None else harmless(str(one))) for name, one in values.items()], ())


def _told(found: Verified) -> str:
    from reports.words import harmless

    lines = [harmless(_fault(one)) for one in found.faults]
    state = f"{len(lines)} tidak sesuai." if lines else "Semua utuh."
    return "\n".join([*lines, f"{found.versions} versi dari {found.documents} dokumen diperiksa. {state}"])


def _fault(one: Fault) -> str:
    return f"{one.path}: {one.what} (penyerahan nomor {one.number})"


def _plain(one: Receipt) -> dict[str, Any]:
    return dataclasses.asdict(one)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=str)


def _print(words: str) -> None:
    sys.stdout.buffer.write(f"{words}\n".encode("utf-8", "replace"))
