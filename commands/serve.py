"""`patuh serve`: the self-check page."""

from __future__ import annotations

import contextlib
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.common import (
    AuditFailed,
    RuleSource,
    config_option,
    failures,
    no_config_option,
    rules_option,
)

if TYPE_CHECKING:
    from engine.settings import OwnSettings
    from portal.site import Places, Site

LOOPBACK = "127.0.0.1"
PORT = 8750


@click.command("serve")
@click.option("--host", default=LOOPBACK, show_default=True, metavar="ALAMAT", help="Alamat yang didengarkan.")
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(0, 65_535))
@click.option("--archive", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER",
              help="Folder arsip, untuk penyerahan.  [default: archive pada [nightly] di patuh.toml]")  # fmt: skip
@click.option("--store", metavar="URL", help="Penyimpanan.  [default: store pada [nightly] di patuh.toml]")
@click.option("--archive-config", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
              help="archive.yaml.  [default: archive.yaml di folder arsip]")  # fmt: skip
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD",
              help="Nilai dokumen menurut tanggal ini.  [default: hari ini]")  # fmt: skip
@rules_option
@config_option
@no_config_option
def serve(host: str, port: int, as_of: dt.datetime | None, **options: Any) -> None:
    """
    Halaman periksa mandiri: petugas memeriksa dan menyerahkan dokumen lewat peramban, Inspektorat melihat semuanya.

    Tanpa pilihan lain hanya komputer ini sendiri yang dapat membukanya; di jaringan, taruh di belakang proksi balik.

    \b
    Example:
        patuh serve
        patuh serve --archive /srv/arsip --store /var/lib/patuh/patuh.db
    """
    with failures():
        try:
            from portal.server import AddressError, listening, run
        except ModuleNotFoundError as error:
            message = f"halaman ini memerlukan pustaka {error.name}. Pasang dengan: pip install 'patuh[portal]'"
            raise AuditFailed(message) from error
        from portal.site import open_site

        places = {name: options.pop(name) for name in ("archive", "store", "archive_config")}
        source = RuleSource(**options)
        own = source.own()
        day = as_of.date() if as_of else own.settings.check.as_of
        try:
            door = listening(host, port)
        except AddressError as error:
            raise AuditFailed(f"halaman tidak dapat dibuka di {error}") from error
        with contextlib.closing(door), open_site(source.choice(), _places(own, **places), day) as site:
            _announce(site, host, door.getsockname()[1])
            run(site, door)


def _places(own: OwnSettings, archive: Path | None, store: str | None, archive_config: Path | None) -> Places:
    from portal.site import Places

    nightly = own.settings.nightly
    folder = archive or (own.beside(nightly.archive) if nightly.archive else None)
    named = store or nightly.store
    url = named if named is None or store or "://" in named else str(own.beside(named))
    return Places(folder, url, archive_config)


def _announce(site: Site, host: str, port: int) -> None:
    if site.store is None or site.archive is None:
        click.echo("patuh: tanpa --archive dan --store: hanya memeriksa, tanpa penyerahan dan Inspektorat", err=True)
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"patuh: halaman dibuka di http://{shown}:{port} (Ctrl+C untuk berhenti)", err=True)
