"""`patuh digest`, `patuh trend`, `patuh diff`, `patuh runs`: what a store tells of the nights."""

from __future__ import annotations

import contextlib
import itertools
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from commands.common import AuditFailed, RuleSource, config_option, failures, no_config_option

if TYPE_CHECKING:
    from archive.history import Run
    from archive.store.store import Store
    from engine.pack import Pack
    from engine.settings import OwnSettings
    from schemas.night import Difference, DocumentChange, Night, Trend

    Command = TypeVar("Command", bound=Callable[..., object])

LISTED = 500
"""Documents that a page of differences shows."""
_LAST = 30


def store_options(command: Command) -> Command:
    """Give a command `--store` and the settings."""
    store: Callable[[Command], Command] = click.option(
        "--store",
        metavar="URL",
        help="Penyimpanan: berkas SQLite, atau postgresql://...  [default: store pada [nightly] di patuh.toml]",
    )
    return store(config_option(no_config_option(command)))


def _formats(*names: str) -> Callable[[Command], Command]:
    return click.option("--format", "form", type=click.Choice(names), default=names[0], show_default=True)


_office_option = click.option("--office", metavar="NAME", help="Hanya perangkat daerah ini.")
_run_argument = click.IntRange(1, 2**31 - 1)


@dataclass(frozen=True)
class Source:
    """Where the store is, as click gives it."""

    store: str | None
    config: Path | None
    no_config: bool

    def own(self) -> OwnSettings:
        """The settings of the organisation."""
        return RuleSource((), self.config, self.no_config).own()

    def pack(self) -> Pack:
        """The rules of the organisation."""
        return RuleSource((), self.config, self.no_config).pack()

    def place(self, own: OwnSettings) -> str:
        """Where the store is; a file that the settings name lies beside them."""
        named = self.store or own.settings.nightly.store
        if named is None:
            raise click.UsageError("Sebutkan --store, atau store pada [nightly] di patuh.toml.")
        return named if self.store or "://" in named else str(own.beside(named))


@contextlib.contextmanager
def _opened(place: str) -> Iterator[Store]:
    """Open a store that is there; what is wrong with it, or with the run that was asked for, is told."""
    from archive.history import NoSuchRunError
    from archive.store.store import Store

    try:
        with Store.open(place, create=False) as store:
            yield store
    except NoSuchRunError as error:
        raise AuditFailed(_no_run(error)) from error


def _no_run(error: Any) -> str:
    if error.asked is None or not error.known:
        return "penyimpanan ini belum memiliki pemeriksaan yang selesai: jalankan patuh nightly"
    known = ", ".join(map(str, error.known))
    return f"pemeriksaan ke-{error.asked} tidak ada atau belum selesai. Yang terakhir: {known}. Daftarnya: patuh runs"


@click.command("runs")
@_formats("table", "json")
@click.option("--last", type=click.IntRange(1, 100_000), default=_LAST, show_default=True, metavar="N")
@store_options
def runs(form: str, last: int, **source: Any) -> None:
    """
    Daftar pemeriksaan malam: keadaan, banyaknya dokumen, kode keluar.

    \b
    Example:
        patuh runs --store /var/lib/patuh/patuh.db
    """
    with failures():
        from archive.history import runs as all_runs
        from reports.digest.tables import runs_json, runs_table

        where = Source(**source)
        with _opened(where.place(where.own())) as store, store.engine.connect() as connection:
            found = [(one.info, one.counts.get("documents")) for one in all_runs(connection, last)]
        click.echo(runs_json(found) if form == "json" else runs_table(found))


@click.command("trend")
@_office_option
@click.option("--last", type=click.IntRange(1, 100_000), default=_LAST, show_default=True, metavar="N",
              help="Banyaknya pemeriksaan.")  # fmt: skip
@_formats("table", "json", "html", "svg")
@store_options
def trend(office: str | None, last: int, form: str, **source: Any) -> None:
    """
    Angka dari malam ke malam: dokumen, nilai, temuan menurut tingkat.

    \b
    Example:
        patuh trend --store patuh.db --office "Kecamatan Sukamaju"
        patuh trend --store patuh.db --last 90 --format html > perkembangan.html
    """
    with failures():
        from archive.history import run_of
        from archive.history import trend as figures
        from schemas.night import Trend

        where = Source(**source)
        with _opened(where.place(where.own())) as store, store.engine.connect() as connection:
            _known_office(connection, run_of(connection), office)
            found = Trend(office=office, runs=tuple(figures(connection, office, last=last)))
        sys.stdout.buffer.write(_trend(found, form))


def _trend(found: Trend, form: str) -> bytes:
    from reports.digest.page import trend_page, trend_svg
    from reports.digest.tables import trend_json, trend_table

    if form in ("html", "svg"):
        return trend_page(found) if form == "html" else trend_svg(found) + b"\n"
    return f"{trend_json(found) if form == 'json' else trend_table(found)}\n".encode("utf-8", "replace")


def _known_office(connection: Any, last: Run, office: str | None) -> None:
    """Refuse the name of an office that no run knows."""
    import difflib

    from archive.history import offices_known, offices_of

    if office is None or offices_known(connection, office):
        return
    names = [name for name in offices_of(connection, last.id) if name]
    near = difflib.get_close_matches(office, names, n=1)
    hint = f" Maksud Anda {near[0]!r}?" if near else ""
    raise click.UsageError(f"Perangkat daerah {office!r} tidak ada di penyimpanan ini.{hint}")


@click.command("diff")
@click.argument("before", metavar="RUN", type=_run_argument)
@click.argument("after", metavar="RUN", type=_run_argument)
@_office_option
@_formats("table", "json", "html")
@store_options
def diff(before: int, after: int, office: str | None, form: str, **source: Any) -> None:
    """
    Apa yang berubah antara dua pemeriksaan, dokumen demi dokumen.

    Tanda: + temuan baru, - diperbaiki atau hilang, ? tidak dapat dinilai lagi, x hilang bersama dokumennya.

    \b
    Example:
        patuh diff 41 42 --store patuh.db
        patuh diff 30 42 --store patuh.db --office "Dinas Kesehatan" --format json
    """
    with failures():
        from archive.changes import comparison
        from archive.history import run_of
        from archive.marking import stored_marks
        from schemas.night import Difference

        where = Source(**source)
        own, pack = where.own(), where.pack()
        with _opened(where.place(own)) as store:
            with store.engine.connect() as connection:
                first, second = run_of(connection, min(before, after)), run_of(connection, max(before, after))
                _known_office(connection, second, office)
            waiving = stored_marks(store, second, pack).marked
            compared = comparison(store.engine, first, second, _letters(pack), waiving)
            head = Difference(
                before=first.info,
                after=second.info,
                office=office,
                rules_changed=tuple(sorted(compared.terms.rules)),
                program_changed=compared.terms.program,
            )
            changes = (one for one in compared.changes() if office is None or one.office == office)
            _print(head, changes, form)


def _print(head: Difference, changes: Iterable[DocumentChange], form: str) -> None:
    from reports.digest.page import difference_page
    from reports.digest.tables import difference_json, difference_text

    if form == "html":
        listed = list(itertools.islice(changes, LISTED))
        sys.stdout.buffer.write(difference_page(head, listed, sum(1 for _ in changes)))
        return
    for line in difference_json(head, changes) if form == "json" else difference_text(head, changes):
        sys.stdout.buffer.write(f"{line}\n".encode("utf-8", "replace"))


@click.command("digest")
@click.option("--run", "number", type=_run_argument, metavar="N", help="Pemeriksaan ke-N.  [default: yang terakhir]")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.html",
              help="Tulis sebagai halaman HTML.")  # fmt: skip
@click.option("--mail", is_flag=True, help="Kirim lewat surel ([mail] di patuh.toml).")
@store_options
def digest(number: int | None, output: Path | None, mail: bool, **source: Any) -> None:  # noqa: FBT001 - click
    """
    Ringkasan pagi: apa yang baru, diperbaiki, memburuk, belum diserahkan, dan tidak terbaca.

    Tanpa --output dan --mail dicetak ke layar. Kode keluar 3 bila surel tidak terkirim; penyimpanan tidak berubah, dan
    perintah ini dapat diulang.

    \b
    Example:
        patuh digest --store patuh.db
        patuh digest --store patuh.db --output pagi.html --mail
    """
    with failures():
        from archive.digest import night_of
        from archive.history import run_of
        from archive.marking import stored_marks

        where = Source(**source)
        own = where.own()
        if mail and own.settings.mail.host is None:
            raise click.UsageError("--mail perlu [mail] di patuh.toml: host, from, dan to.")
        with _opened(where.place(own)) as store:
            pack = where.pack()
            with store.engine.connect() as connection:
                run = run_of(connection, number)
            night = night_of(
                store.engine, run.id, letters=_letters(pack), waiving=stored_marks(store, run, pack).marked
            )
            _show(night, output, mail=mail)
            if mail:
                _send(night, own)
                store.mark_delivered(night.run.run)


def _show(night: Night, output: Path | None, *, mail: bool) -> None:
    from auditing.outputs import report_file
    from reports.digest.page import page
    from reports.digest.text import text_of

    if output is not None:
        with report_file(output) as stream:
            stream.write(page(night))
    elif not mail:
        sys.stdout.buffer.write(text_of(night).encode("utf-8", "replace"))


def _send(night: Night, own: OwnSettings) -> None:
    from archive.mail import MailError, send_night
    from auditing.progress import say

    try:
        refused = send_night(night, own)
    except MailError as error:
        raise AuditFailed(f"ringkasan tidak terkirim. {error}") from error
    for one in refused:
        say(f"ringkasan tidak diterima oleh {one}")
    say(f"ringkasan terkirim kepada {len(own.settings.mail.to) - len(refused)} penerima")


def _letters(pack: Pack) -> tuple[str, ...]:
    """Grades, the best first."""
    return tuple(band.letter for band in pack.grading.bands)
