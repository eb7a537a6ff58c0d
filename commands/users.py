"""`patuh user` and `patuh token`: who may come in to the page."""

from __future__ import annotations

import contextlib
import datetime as dt
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from commands.common import failures
from commands.history import Source, store_options

if TYPE_CHECKING:
    from archive.store.store import Store
    from portal.accounts import Accounts
    from portal.events import Actor

    Command = TypeVar("Command", bound=Callable[..., object])

ROLES: Final = ("auditor", "admin")
"""Of `portal.accounts.Role`, which takes longer to import than help takes to print."""
_LONGEST_FILE: Final = 4096
"""Bytes of a file with a password."""

_format_option = click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True
)
_name_argument = click.argument("name", metavar="NAME")
_password_option = click.option(
    "--password-file",
    type=click.Path(allow_dash=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Baca kata sandi dari baris pertama berkas ini ('-': masukan standar), bukan dari papan ketik.",
)


@contextlib.contextmanager
def _store(source: dict[str, Any], *, create: bool = False) -> Iterator[Store]:
    from archive.store.store import Store

    where = Source(**source)
    with Store.open(where.place(where.own()), create=create) as store:
        yield store


@contextlib.contextmanager
def _accounts(source: dict[str, Any]) -> Iterator[Accounts]:
    from portal.accounts import Accounts

    with _store(source) as store:
        yield Accounts(store)


def _myself() -> Actor:
    """Who sits at this machine, as it knows him."""
    import os
    import pwd

    from portal.events import Actor

    number = os.getuid()
    try:
        return Actor(f"cli:{pwd.getpwuid(number).pw_name}")
    except KeyError:  # in a container users may have no name
        return Actor(f"cli:{number}")


def _password(file: Path | None) -> str:
    """The password that is typed twice, or stands in a file."""
    if file is not None:
        return _password_in(file)
    if not sys.stdin.isatty():
        raise click.UsageError(
            "Kata sandi tidak dapat ditanyakan tanpa terminal. Pakai --password-file FILE, atau '-'."
        )
    first, second = (click.prompt(words, hide_input=True, err=True) for words in ("Kata sandi", "Ulangi kata sandi"))
    if first != second:
        raise click.UsageError("Kedua kata sandi tidak sama. Ulangi.")
    return str(first)


def _password_in(file: Path) -> str:
    from auditing.outputs import reason_of

    try:
        with click.open_file(str(file), "rb") as stream:
            lines = stream.read(_LONGEST_FILE).decode().splitlines()
    except UnicodeDecodeError:
        raise click.UsageError(f"Kata sandi dalam {str(file)!r} tidak ditulis dalam UTF-8.") from None
    except OSError as error:
        raise click.UsageError(f"Kata sandi tidak dapat dibaca dari {str(file)!r}: {reason_of(error)}") from error
    if len(lines) != 1:
        raise click.UsageError(f"{str(file)!r} harus memuat tepat satu baris: kata sandi.")
    return str(lines[0])


@click.group("user")
def user() -> None:
    """
    Akun yang boleh masuk ke halaman patuh: auditor dan admin.

    \b
    Example:
        patuh user add sari.dewi --full-name "Sari Dewi" --role admin --store patuh.db
        patuh user list --store patuh.db
    """


@user.command("add")
@_name_argument
@click.option("--full-name", required=True, metavar="WORDS", help="Nama lengkap.")
@click.option("--role", type=click.Choice(ROLES), required=True, help="auditor: menanggapi temuan; admin: juga log.")
@_password_option
@click.option("--oidc", is_flag=True, help="Tanpa kata sandi: masuk lewat server akun instansi (OpenID Connect).")
@store_options
def add(name: str, full_name: str, role: str, password_file: Path | None, *, oidc: bool, **source: Any) -> None:
    """
    Tambah akun; kata sandinya ditanyakan dua kali, tanpa terlihat.

    Sedikitnya 12 karakter. Penyimpanan dibuat bila belum ada.

    \b
    Example:
        patuh user add sari.dewi --full-name "Sari Dewi" --role auditor --store patuh.db
        patuh user add sari.dewi --full-name "Sari Dewi" --role auditor --password-file - < sandi.txt
        patuh user add budi@kabupaten.example --full-name "Budi" --role auditor --oidc
    """
    with failures():
        from auditing.progress import say
        from portal.accounts import Accounts, Role, account_name
        from portal.accounts import full_name as checked
        from portal.passwords import Passwords

        if oidc and password_file is not None:
            raise click.UsageError("Pilih --oidc atau --password-file.")
        account_name(name), checked(full_name)  # before a password is typed
        passwords = None if oidc else Passwords()
        password = None if oidc else _password(password_file)
        with _store(source, create=True) as store:
            made = Accounts(store, passwords).add(name, full_name, Role(role), password, _myself())
        say(f"akun {made.name} ditambahkan sebagai {made.role}")


@user.command("list")
@_format_option
@store_options
def list_users(form: str, **source: Any) -> None:
    """
    Daftar akun.

    \b
    Example:
        patuh user list --store patuh.db
        patuh user list --store patuh.db --format json
    """
    with failures():
        from portal.listing import accounts_json, accounts_table

        with _accounts(source) as accounts:
            found = accounts.every()
        click.echo(accounts_json(found) if form == "json" else accounts_table(found))


@user.command("password")
@_name_argument
@_password_option
@store_options
def password(name: str, password_file: Path | None, **source: Any) -> None:
    """
    Ganti kata sandi sebuah akun; ia harus masuk lagi di mana pun.

    \b
    Example:
        patuh user password sari.dewi --store patuh.db
    """
    with failures():
        from auditing.progress import say

        with _accounts(source) as accounts:
            known = accounts.known(name)
            accounts.set_password(known.name, _password(password_file), _myself())
        say(f"kata sandi {known.name} diganti")


@user.command("role")
@_name_argument
@click.argument("role", type=click.Choice(ROLES), metavar="ROLE")
@store_options
def role(name: str, role: str, **source: Any) -> None:
    """
    Ganti peran sebuah akun: auditor atau admin.

    \b
    Example:
        patuh user role sari.dewi admin --store patuh.db
    """
    with failures():
        from auditing.progress import say
        from portal.accounts import Role

        with _accounts(source) as accounts:
            accounts.set_role(name, Role(role), _myself())
            known = accounts.known(name)
        say(f"peran {known.name}: {known.role}")


@user.command("disable")
@_name_argument
@store_options
def disable(name: str, **source: Any) -> None:
    """
    Nonaktifkan akun: ia tidak dapat masuk lagi. Yang pernah dilakukannya tetap tercatat.

    \b
    Example:
        patuh user disable sari.dewi --store patuh.db
    """
    _set_active(name, source, active=False)


@user.command("enable")
@_name_argument
@store_options
def enable(name: str, **source: Any) -> None:
    """
    Aktifkan lagi akun yang dinonaktifkan.

    \b
    Example:
        patuh user enable sari.dewi --store patuh.db
    """
    _set_active(name, source, active=True)


def _set_active(name: str, source: dict[str, Any], *, active: bool) -> None:
    with failures():
        from auditing.progress import say

        with _accounts(source) as accounts:
            accounts.set_active(name, _myself(), active=active)
            known = accounts.known(name)
        say(f"akun {known.name} {'aktif' if known.active else 'dinonaktifkan'}")


@click.group("token")
def token() -> None:
    """
    Token bagi sistem lain yang memakai API.

    \b
    Example:
        patuh token add "E-arsip Kabupaten" --until 2027-12-31 --store patuh.db
        patuh token list --store patuh.db
    """


@token.command("add")
@_name_argument
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD",
              help="Hari terakhir token berlaku.  [default: sampai dicabut]")  # fmt: skip
@store_options
def add_token(name: str, until: dt.datetime | None, **source: Any) -> None:
    """
    Terbitkan token untuk sistem NAME. Token dicetak sekali ini saja: simpanlah.

    Penyimpanan dibuat bila belum ada.

    \b
    Example:
        patuh token add "E-arsip Kabupaten" --until 2027-12-31 --store patuh.db
    """
    with failures():
        from auditing.progress import say
        from portal.tokens import Tokens

        with _store(source, create=True) as store:
            made, presented = Tokens(store).add(name, _myself(), until.date() if until is not None else None)
        click.echo(presented)
        last = f"sampai {made.until.isoformat()}" if made.until is not None else "sampai dicabut"
        say(f"token {made.id} untuk {made.name} berlaku {last}; tidak dapat ditampilkan lagi")


@token.command("list")
@_format_option
@store_options
def list_tokens(form: str, **source: Any) -> None:
    """
    Daftar token: untuk siapa, sampai kapan, berlaku atau tidak.

    \b
    Example:
        patuh token list --store patuh.db
    """
    with failures():
        from portal.listing import tokens_json, tokens_table
        from portal.tokens import Tokens
        from portal.writing import now

        with _store(source) as store:
            found = Tokens(store).every()
        day = now().date()
        click.echo(tokens_json(found, day) if form == "json" else tokens_table(found, day))


@token.command("revoke")
@click.argument("number", metavar="ID", type=click.IntRange(1, 2**31 - 1))
@store_options
def revoke(number: int, **source: Any) -> None:
    """
    Cabut token: sejak sekarang tidak berlaku.

    \b
    Example:
        patuh token revoke 3 --store patuh.db
    """
    with failures():
        from auditing.progress import say
        from portal.tokens import Tokens

        with _store(source) as store:
            Tokens(store).revoke(number, _myself())
        say(f"token {number} dicabut")
