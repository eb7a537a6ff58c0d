"""Bundles of evidence: `--bundle` of `patuh check`, `patuh verify`, `patuh replay`, `patuh key`."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click

from commands.common import (
    CANNOT_AUDIT,
    FINDINGS,
    MAX_JOBS,
    SOME_UNREADABLE,
    AuditFailed,
    Language,
    RuleSource,
    config_option,
    failures,
    lang_option,
    no_config_option,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditing.check import Request
    from bundling.keys import SigningKey
    from bundling.replaying import Replay
    from bundling.verifying import Trust, Verdict
    from engine.settings import OwnSettings
    from reports.tally import Tally

    Command = TypeVar("Command", bound=Callable[..., object])

PASSPHRASE = "PATUH_KEY_PASSPHRASE"  # noqa: S105 - the name of the variable that holds it
KEY_NAME = "signing-key.pem"
Form = Literal["text", "json"]

_form_option = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Bentuk hasilnya."
)
_trust_option = click.option(
    "--key",
    "keys",
    multiple=True,
    metavar="PUB",
    help="Penanda tangan yang dipercaya: berkas kunci publik, atau sidiknya (32 angka) yang sudah dicocokkan; boleh "
    "diulang.",
)


def bundle_options(command: Command) -> Command:
    """Give a command `--bundle`, `--bundle-inputs` and `--sign-key`."""
    bundle = click.option(
        "--bundle",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE.zip",
        help="Tulis bundel bukti yang disegel: laporan, aturan, pengaturan, versi, dan sidik tiap dokumen. Diperiksa "
        "dengan patuh verify, diulang dengan patuh replay.",
    )
    inputs = click.option("--bundle-inputs", is_flag=True, help="Sertakan dokumen yang diperiksa dalam bundel itu.")
    key = click.option(
        "--sign-key",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="KEY.pem",
        help="Kunci pribadi yang menandatangani bundel.  [default: [bundle] key di patuh.toml, lalu kunci pengguna, "
        "yang dibuat bila belum ada]",
    )
    return bundle(inputs(key(command)))


@dataclass(frozen=True)
class BundleWish:
    """What a command line asks for."""

    path: Path | None
    inputs: bool = False
    key: Path | None = None

    def check(self, request: Request) -> None:
        """
        Refuse what does not go together, before anything is done.

        Raises:
            click.UsageError: With what to do instead.
        """
        from auditing.outputs import same_file

        if self.path is None:
            if self.inputs or self.key is not None:
                option = "--bundle-inputs" if self.inputs else "--sign-key"
                raise click.UsageError(f"{option} dipakai bersama --bundle FILE.zip.")
            return
        if any(same_file(one.place) == same_file(str(self.path)) for one in request.targets if one.place != "-"):
            raise click.UsageError("Bundel dan laporan tidak dapat ditulis ke berkas yang sama: beri nama lain.")
        if request.mask:
            self._check_masked(request)

    def _check_masked(self, request: Request) -> None:
        from auditing.saved import read_report

        if self.inputs:
            raise click.UsageError(
                "--bundle-inputs menyertakan dokumen asli, yang tidak disamarkan: pilih --mask atau --bundle-inputs."
            )
        if request.since is not None and not read_report(request.since).head.masked:
            raise click.UsageError(
                f"Laporan --since {str(request.since)!r} ikut disimpan dalam bundel, padahal tidak disamarkan. Pakai "
                "laporan lalu yang juga dibuat dengan --mask."
            )


def audited(wish: BundleWish, request: Request, audit: Callable[[Request], Tally]) -> Tally:
    """Audit, and write the bundle when one is wanted; should that fail, the reports are there all the same."""
    if wish.path is None:
        return audit(request)
    from auditing.outputs import UnwrittenError, reason_of
    from auditing.progress import say
    from bundling.errors import BundleError
    from bundling.recording import recording
    from bundling.writing import Run, write_bundle

    with _bundle_failures("bundel bukti tidak ditulis: "):
        key = _signing_key(wish.key, request.rules.own)
        with contextlib.ExitStack() as stack:
            stream = stack.enter_context(_opened(wish.path))
            kept = stack.enter_context(recording(wish.path))
            unwritten: UnwrittenError | None = None
            try:
                tally = audit(replace(request, witness=kept))
            except UnwrittenError as error:  # the audit is done; its report is evidence whatever became of the others
                if not kept.complete():
                    raise
                unwritten, request = error, replace(request, targets=())
            try:
                write_bundle(Run(request, kept, wish.inputs), key, stream)
            except OSError as error:
                raise BundleError(f"{wish.path}: {reason_of(error)}") from error
    say(f"bundel bukti ditulis ke {wish.path}, ditandatangani {key.public.spoken}")
    if unwritten is not None:
        raise unwritten
    return tally


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[Any]:
    from auditing.check import OutputError
    from auditing.outputs import report_file

    with contextlib.ExitStack() as stack:
        try:
            stream = stack.enter_context(report_file(path))
        except OSError as error:
            raise OutputError(str(path), error.strerror or str(error)) from error
        yield stream


@contextlib.contextmanager
def _bundle_failures(beginning: str = "") -> Iterator[None]:
    from bundling.errors import BundleError

    try:
        yield
    except BundleError as error:
        raise AuditFailed(f"{beginning}{error}") from error


# Keys


def _default_key() -> Path:
    return Path(click.get_app_dir("patuh")) / KEY_NAME


def _key_path(own: OwnSettings) -> Path:
    """The key of the settings, else that of the user."""
    return own.beside(own.settings.bundle.key) or _default_key()


def _signing_key(asked: Path | None, own: OwnSettings) -> SigningKey:
    """The key that signs; that of the user is made when there is none."""
    from auditing.progress import say
    from bundling.keys import new_key, open_to_others, public_path, read_key

    path = asked or _key_path(own)
    if path == _default_key() and not path.exists():
        key = new_key(path)
        say(f"kunci tanda tangan baru dibuat: {path}. Simpan salinannya di tempat aman.")
        say(f"sidik kunci: {key.public.spoken}. Berikan {public_path(path)} kepada yang akan memeriksa bundel.")
        return key
    if open_to_others(path):
        say(f"{path}: kunci pribadi ini dapat dibaca orang lain. Batasi dengan: chmod 600 {path}")
    return read_key(path, _passphrase)


def _passphrase(path: Path) -> bytes | None:
    """The words that lock a key: from the environment, else from whoever sits there."""
    given = os.environ.get(PASSPHRASE)
    if given is not None:
        return os.fsencode(given)
    if not (sys.stdin and sys.stdin.isatty()):
        return None
    asked: str = click.prompt(f"Kata sandi kunci {path}", hide_input=True, err=True)
    return asked.encode()


def _trusted(keys: tuple[str, ...], own: OwnSettings) -> list[Trust]:
    """Everybody who is trusted, each with where that is said."""
    from auditing.progress import say
    from bundling.keys import public_of
    from bundling.verifying import Trust, trust_of, trusted_files

    found = [trust_of(one) for one in keys]
    listed = [path for name in own.settings.bundle.trusted if (path := own.beside(name)) is not None]
    found += trusted_files(listed, say)
    for path in dict.fromkeys([_key_path(own), _default_key()]):
        public = public_of(path)
        if public is not None:
            found.append(Trust(public.fingerprint, str(path)))
    return found


@click.group()
def key() -> None:
    """
    Kunci yang menandatangani bundel bukti: buat, tampilkan.

    \b
    Example:
        patuh key new
        patuh key show
    """


@key.command("new")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.pem",
    help="Tempat kunci pribadi; kunci publiknya di sebelahnya, berakhiran .pub.  [default: folder pengaturan pengguna]",
)
@click.option(
    "--passphrase",
    "locked",
    is_flag=True,
    help=f"Kunci dengan kata sandi, yang ditanyakan atau diambil dari {PASSPHRASE}.",
)
def new(output: Path | None, locked: bool) -> None:  # noqa: FBT001 - click's option
    """
    Buat kunci baru (Ed25519). Kunci yang sudah ada tidak pernah ditimpa.

    \b
    Example:
        patuh key new
        patuh key new --output kunci-inspektorat.pem --passphrase
    """
    from bundling.errors import KeyFileError
    from bundling.keys import new_key, public_path

    with failures():
        path = output or _default_key()
        try:
            made = new_key(path, _new_passphrase() if locked else None)
        except KeyFileError as error:
            raise click.UsageError(str(error)) from error
        click.echo(f"Kunci pribadi  {path}")
        click.echo(f"Kunci publik   {public_path(path)}")
        click.echo(f"Sidik          {made.public.spoken}")


def _new_passphrase() -> bytes:
    given = os.environ.get(PASSPHRASE)
    if given is None:
        given = click.prompt("Kata sandi baru", hide_input=True, confirmation_prompt="Sekali lagi", err=True)
    if not given:
        raise click.UsageError(f"Kata sandi kosong: isi {PASSPHRASE}, atau jalankan di terminal.")
    return os.fsencode(given)


@key.command("show")
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@config_option
@no_config_option
def show(file: Path | None, config: Path | None, no_config: bool) -> None:  # noqa: FBT001 - click's option
    """
    Tampilkan sidik dan kunci publik: kunci yang dipakai menandatangani, atau kunci dalam FILE (.pem atau .pub).

    \b
    Example:
        patuh key show
        patuh key show kunci-inspektorat.pub
    """
    from bundling.errors import KeyFileError
    from bundling.keys import public_of, read_key, read_public

    with failures(), _bundle_failures():
        path = file or _key_path(RuleSource(config=config, no_config=no_config).own())
        if file is None and not path.exists():
            raise AuditFailed(f"{path}: belum ada kunci. Buat dengan: patuh key new")
        try:
            public = read_public(path)
        except KeyFileError:
            public = public_of(path) or read_key(path, _passphrase).public
        click.echo(f"Berkas  {path}")
        click.echo(f"Sidik   {public.spoken}")
        click.echo(public.pem.decode(), nl=False)


# Bundles


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@_trust_option
@_form_option
@config_option
@no_config_option
@lang_option
def verify(file: Path, keys: tuple[str, ...], form: Form, lang: Language | None, **source: Any) -> None:
    """
    Periksa bundel bukti tanpa jaringan: utuhkah, dan siapa yang menandatanganinya?

    \b
    Kode keluar:
        0  utuh, dan ditandatangani kunci yang dipercaya
        1  berubah
        2  perintah salah tulis
        3  tidak dapat dibaca, atau bukan bundel
        4  utuh, tetapi penanda tangannya belum dikenal atau tidak ada

    \b
    Example:
        patuh verify bukti.zip
        patuh verify bukti.zip --key inspektorat.pub
    """
    from bundling.telling import verdict_json, verdict_text
    from bundling.verifying import verify as verify_bundle

    with failures(), _bundle_failures():
        own = RuleSource(**source).own()
        verdict = verify_bundle(file, _asked(keys, own))
        if form == "json":
            click.echo(verdict_json(verdict))
        else:
            click.echo(verdict_text(verdict, lang or own.settings.check.lang or "id"))
        sys.exit(_verdict_code(verdict))


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--inputs",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Folder tempat dokumen dicari bila tidak ada dalam bundel; dikenali dari sidiknya, bukan dari namanya.",
)
@click.option("--jobs", type=click.IntRange(1, MAX_JOBS), metavar="N", help="Banyaknya proses.")
@_trust_option
@_form_option
@config_option
@no_config_option
@lang_option
def replay(file: Path, inputs: Path | None, jobs: int | None, **given: Any) -> None:
    """
    Periksa ulang dokumen sebuah bundel dengan aturan, pengaturan, dan tanggalnya sendiri: samakah temuannya?

    Bundelnya diperiksa lebih dahulu seperti dengan patuh verify; hanya yang utuh dan penanda tangannya dipercaya
    diulang.

    \b
    Kode keluar:
        0  sama, byte demi byte
        1  berbeda
        2  perintah salah tulis
        3  tidak dapat diulang
        4  sama, tetapi sebagian dokumen tidak ditemukan

    \b
    Example:
        patuh replay bukti.zip
        patuh replay bukti.zip --inputs sop/
    """
    with failures(), _bundle_failures():
        sys.exit(_replay(file, inputs, jobs, ReplayOptions(**given)))


@dataclass(frozen=True)
class ReplayOptions:
    """The options of `patuh replay` that say how it speaks and whom it trusts."""

    keys: tuple[str, ...]
    form: Form
    config: Path | None
    no_config: bool
    lang: Language | None


def _replay(file: Path, inputs: Path | None, jobs: int | None, options: ReplayOptions) -> int:
    from bundling.replaying import replay as replay_bundle
    from bundling.telling import replay_json, replay_text, verdict_text
    from bundling.verifying import verified

    own = RuleSource(config=options.config, no_config=options.no_config).own()
    lang: Language = options.lang or own.settings.check.lang or "id"
    with verified(file, _asked(options.keys, own)) as (verdict, bundle):
        if bundle is None or not verdict.trusted:
            click.echo(verdict_text(verdict, lang), err=True)
            raise AuditFailed("bundel ini tidak diulang: hanya yang utuh dan penanda tangannya dipercaya.")
        outcome = replay_bundle(bundle, inputs, jobs, _counted if sys.stderr.isatty() else lambda *_: None)
    click.echo(replay_json(outcome) if options.form == "json" else replay_text(outcome, lang))
    return _replay_code(outcome)


def _counted(done: int, count: int) -> None:
    click.echo(f"\r{done}/{count} berkas" if done < count else "\r\033[K", nl=False, err=True)


def _asked(keys: tuple[str, ...], own: OwnSettings) -> list[Trust]:
    from bundling.errors import KeyFileError

    try:
        return _trusted(keys, own)
    except KeyFileError as error:
        raise click.UsageError(str(error)) from error


def _verdict_code(verdict: Verdict) -> int:
    if not verdict.intact:
        return FINDINGS
    return 0 if verdict.trusted else SOME_UNREADABLE


def _replay_code(outcome: Replay) -> int:
    if outcome.different:
        return FINDINGS
    if not outcome.same:
        return CANNOT_AUDIT
    return SOME_UNREADABLE if outcome.missing else 0
