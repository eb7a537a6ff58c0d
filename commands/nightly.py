"""`patuh nightly`: the audit of an archive, night after night."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.common import (
    CANNOT_AUDIT,
    MAX_JOBS,
    PROFILES,
    RULES_DIR,
    SOME_UNREADABLE,
    Language,
    RuleSource,
    config_option,
    failures,
    judged_on,
    lang_option,
    no_config_option,
    rules_option,
    screen,
)
from commands.targets import target_options, targets

if TYPE_CHECKING:
    from archive.layout import Layout
    from archive.logs import Form, NightLog
    from archive.marking import Marks
    from archive.night import Wish
    from archive.store.rows import Standing
    from archive.store.store import Store
    from archive.waivers import Waivers
    from archive.working import Runner
    from auditing.check import Target
    from auditing.run import RuleChoice
    from engine.pack import Pack
    from engine.settings import OwnSettings
    from schemas.report import DocumentReport

_FAIL_ON = ["critical", "major", "minor", "advice", "never"]
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_NEW_FILE = click.Path(dir_okay=False, path_type=Path)


@dataclass(frozen=True)
class NightlyOptions:
    """The options of `patuh nightly`, as click gives them."""

    archive: Path | None
    store: str | None
    formats: tuple[str, ...]
    outputs: tuple[str, ...]
    digest: Path | None
    mail: bool
    metrics: Path | None
    waivers: Path | None
    archive_config: Path | None
    log_format: Form
    log_file: Path | None
    fail_on: str | None
    as_of: dt.datetime | None
    profile: str | None
    folders: tuple[Path, ...]
    config: Path | None
    no_config: bool
    only: tuple[str, ...]
    skip: tuple[str, ...]
    jobs: int | None
    cluster: str | None
    rehash: bool
    accept_gone: bool
    lang: Language | None


@click.command("nightly")
@click.argument("archive", metavar="[ARCHIVE]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--store",
    metavar="URL",
    help="Penyimpanan: berkas SQLite, atau postgresql://...  [default: store pada [nightly] di patuh.toml]",
)
@target_options
@click.option("--digest", type=_NEW_FILE, metavar="FILE.html", help="Tulis ringkasan pagi ke berkas HTML ini.")
@click.option("--mail", is_flag=True, help="Kirim ringkasan pagi lewat surel ([mail] di patuh.toml).")
@click.option("--metrics", type=_NEW_FILE, metavar="FILE.prom", help="Tulis angka untuk Prometheus ke berkas ini.")
@click.option("--waivers", type=_FILE, metavar="FILE", help="Temuan yang dikecualikan sementara (waivers.yaml).")
@click.option(
    "--archive-config",
    type=_FILE,
    metavar="FILE",
    help="Folder mana milik kantor mana.  [default: archive.yaml di dalam arsip]",
)
@click.option("--log-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--log-file", type=_NEW_FILE, metavar="FILE", help="Tulis catatan jalannya pemeriksaan ke berkas ini.")
@click.option(
    "--fail-on",
    type=click.Choice(_FAIL_ON),
    help="Kode keluar 1 bila ada temuan setingkat ini atau lebih berat.  [default: major]",
)
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Tanggal penilaian.  [default: hari ini]"
)
@click.option("--profile", type=click.Choice(PROFILES), help="Kumpulan aturan.  [default: standar]")
@rules_option
@config_option
@no_config_option
@click.option("--only", multiple=True, metavar="RULE", help="Hanya aturan ini; boleh diulang.")
@click.option("--skip", multiple=True, metavar="RULE", help="Tanpa aturan ini; boleh diulang.")
@click.option(
    "--jobs",
    type=click.IntRange(1, MAX_JOBS),
    metavar="N",
    help="Banyaknya proses.  [default: satu tiap prosesor]",
)
@click.option("--cluster", metavar="ADDRESS", help="Bagikan pekerjaan ke penjadwal Dask ini (tcp://..., local:N).")
@click.option("--rehash", is_flag=True, help="Baca ulang semua berkas, juga yang tampak tidak berubah.")
@click.option("--accept-gone", is_flag=True, help="Terima bahwa sebagian besar dokumen memang sudah dihapus.")
@lang_option
def nightly(**given: Any) -> None:
    """
    Periksa arsip setiap malam: yang berubah diperiksa, semuanya disimpan, dan pagi harinya diringkas.

    Ringkasan dicetak ke layar. Satu penyimpanan hanya dapat dipakai satu pemeriksaan pada satu waktu; pemeriksaan yang
    terputus diteruskan oleh pemeriksaan berikutnya.

    \b
    Kode keluar:
        0  tidak ada temuan setingkat --fail-on atau lebih berat
        1  ada temuan seperti itu
        2  perintah salah tulis
        3  pemeriksaan tidak dapat dilakukan (arsip kosong, penyimpanan dipakai, aturan keliru)
        4  selesai, tetapi ada yang tidak dapat diperiksa atau tidak terlihat
    Bila dua berlaku: 2, lalu 3, lalu 4, lalu 1.

    \b
    Example:
        patuh nightly /srv/arsip --store /var/lib/patuh/patuh.db --digest /srv/www/pagi.html
        patuh nightly /srv/arsip --store postgresql:///patuh --mail --log-format json
    """
    options = NightlyOptions(**given)
    with failures():
        sys.exit(_nightly(options))


def _nightly(options: NightlyOptions) -> int:
    from archive.logs import NightLog

    own = RuleSource(options.folders, options.config, options.no_config).own()
    with NightLog.open(options.log_file, options.log_format) as log:
        code = _night(options, own, log)
        told = _logged(options, log)
    return code if told or code == CANNOT_AUDIT else SOME_UNREADABLE


def _night(options: NightlyOptions, own: OwnSettings, log: NightLog) -> int:
    from archive.night import Nightly
    from archive.store.store import Store

    begun = dt.datetime.now(dt.UTC)
    place, choice = _store(options, own), _choice(options, own)
    if options.mail and own.settings.mail.host is None:
        raise click.UsageError("--mail perlu [mail] di patuh.toml: host, from, dan to.")
    wanted = targets(options.formats, options.outputs) if options.formats or options.outputs else ()
    archive = _archive(options, own)
    pack = choice.pack(whole=bool(wanted))
    wish = _wish(options, own, choice, pack, archive)
    with Store.open(place) as store, store.lock():
        wish = _decided(options, own, pack, wish, store)
        if options.rehash:
            store.drop_files(store.files().keys())
        near, far = _runners(options, own, choice, wish)
        night = Nightly(store, wish, near, far, log, begun).audit()
        sent = _sent(options, _Reporting(own, choice, pack, wanted), wish, store, night.run, log)
    return night.exit_code if sent or night.exit_code == CANNOT_AUDIT else SOME_UNREADABLE


def _sent(options: NightlyOptions, reporting: _Reporting, wish: Wish, store: Store, run: int, log: NightLog) -> bool:
    """Send out what is wanted of a run that ended; whether all of it went."""
    from archive.delivery import Delivery, Reader, deliver
    from auditing.check import SCREEN

    letters = [band.letter for band in reporting.pack.grading.bands]
    reader = Reader(_marks(wish, reporting.choice), letters)
    to = replace(
        Delivery.of(reporting.own, options.digest, options.metrics, mail=options.mail),
        screen=all(target.place != SCREEN for target in reporting.targets),
        reports=(lambda: _write(reporting, wish, store)) if reporting.targets else None,
    )
    return deliver(store, run, reader, to, log)


def _logged(options: NightlyOptions, log: NightLog) -> bool:
    """Whether the file of the log, where one is wanted, has all of it."""
    from auditing.progress import say

    if options.log_file is None or not log.lost:
        return True
    say(f"{log.lost} baris catatan tidak dapat ditulis ke {str(options.log_file)!r}: periksa ruang dan izinnya")
    return False


def _choice(options: NightlyOptions, own: OwnSettings) -> RuleChoice:
    from auditing.run import RuleChoice

    lang: Language = options.lang or own.settings.check.lang or "id"
    return RuleChoice((RULES_DIR, *options.folders), options.only, options.skip, lang, options.profile, own)


def _store(options: NightlyOptions, own: OwnSettings) -> str:
    """Where runs are kept; a file that the settings name lies beside them."""
    named = options.store or own.settings.nightly.store
    if named is None:
        raise click.UsageError("Sebutkan --store, atau store pada [nightly] di patuh.toml.")
    return named if options.store or "://" in named else str(own.beside(named))


def _archive(options: NightlyOptions, own: OwnSettings) -> Path:
    """The folder of the archive, which is there and can be read."""
    from archive.night import looked_at
    from archive.walking import folder_of

    archive = options.archive or own.beside(own.settings.nightly.archive)
    if archive is None:
        raise click.UsageError("Sebutkan folder arsip, atau archive pada [nightly] di patuh.toml.")
    return looked_at(folder_of(archive))


def _decided(options: NightlyOptions, own: OwnSettings, pack: Pack, wish: Wish, store: Store) -> Wish:
    """What is wished for, with the waivers of file and page, and what auditors answered there until now."""
    from archive.answering import Answers
    from archive.granting import Grants

    granted = Grants(store).counting(wish.as_of)
    waivers = _waivers(options, own, pack, wish.layout, store).beside(granted, pack)
    return replace(wish, waivers=waivers, answers=Answers(store).all_latest())


def _marks(wish: Wish, choice: RuleChoice) -> Marks:
    from archive.marking import Marks

    return Marks(wish.waivers, wish.as_of, choice.lang, wish.answers)


def _waivers(options: NightlyOptions, own: OwnSettings, pack: Pack, layout: Layout, store: Store) -> Waivers:
    """The waivers of the file; one for an office that the archive had and has no more is no fault."""
    from archive.history import offices_known
    from archive.waivers import load_waivers

    def known(office: str) -> bool:
        with store.engine.connect() as connection:
            return offices_known(connection, office)

    return load_waivers(options.waivers or own.beside(own.settings.nightly.waivers), pack, layout, known)


def _wish(options: NightlyOptions, own: OwnSettings, choice: RuleChoice, pack: Pack, archive: Path) -> Wish:
    from archive.judging_archive import archive_auditor
    from archive.keys import terms
    from archive.layout import load_layout
    from archive.night import Wish
    from archive.waivers import Waivers
    from auditing.limits import read_options
    from schemas.report import Severity

    selection = choice.selection(pack)
    layout = load_layout(options.archive_config, archive)
    rules = [rule for rule in pack.rules if rule.name in selection.names]
    fail_on = options.fail_on or own.settings.check.fail_on or "major"
    return Wish(
        archive=archive,
        as_of=judged_on(options.as_of, own),
        terms=terms(choice, pack, selection),
        kinds={kind: sum(kind in rule.applies_to for rule in rules) for kind in ("sop", "performance", "archive")},
        layout=layout,
        waivers=Waivers(),  # they are read when the store is open
        limits=read_options(own).archives,
        together=lambda: archive_auditor(pack, selection.names, lang=choice.lang),
        fail_on=None if fail_on == "never" else Severity(fail_on),
        accept_gone=options.accept_gone,
    )


def _runners(options: NightlyOptions, own: OwnSettings, choice: RuleChoice, wish: Wish) -> tuple[Runner, Runner]:
    """What works with the archive at hand, and what may work elsewhere."""
    from archive.judging import FailedNight, NightWork
    from archive.working import LocalRunner
    from auditing.limits import worker_limits
    from auditing.workers import PARALLEL_FROM, Pool, default_jobs

    limits = worker_limits(own)
    jobs = options.jobs or own.settings.check.jobs or default_jobs(PARALLEL_FROM)
    work = NightWork(choice, wish.as_of)
    near = LocalRunner(Pool(work, FailedNight(), jobs=jobs, limits=limits), work)
    if options.cluster is None:
        return near, near
    from archive.cluster import ClusterRunner

    return near, ClusterRunner(options.cluster, work, limits)


@dataclass(frozen=True)
class _Reporting:
    """Which reports are wanted besides the digest."""

    own: OwnSettings
    choice: RuleChoice
    pack: Pack
    targets: tuple[Target, ...]


def _write(wanted: _Reporting, wish: Wish, store: Store) -> None:
    from archive.reporting import document_reports, write_night
    from auditing.check import Request

    marks = _marks(wish, wanted.choice)

    def waive(report: DocumentReport, standing: Standing) -> DocumentReport:
        return marks.marked(report, standing.office)

    there = (one for one in store.standings() if not one.gone)
    request = Request(paths=(), targets=wanted.targets, rules=wanted.choice, as_of=wish.as_of)
    write_night(request, wanted.pack, document_reports(store, there, waive), screen())
