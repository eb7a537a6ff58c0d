"""
The command line: read arguments, call, print, choose the exit code.

What takes time to import is imported inside the commands, so that ``patuh --version`` and ``--help`` answer at once.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.bundles import BundleWish, audited, bundle_options, key, replay, verify
from commands.common import (
    CANNOT_AUDIT,
    FINDINGS,
    MAX_JOBS,
    PROFILES,
    RULES_DIR,
    SOME_UNREADABLE,
    AuditFailed,
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
from commands.doctor import doctor
from commands.handins import handins
from commands.history import diff, digest, runs, trend
from commands.nightly import nightly
from commands.reporting import report
from commands.rules import rules
from commands.serve import serve
from commands.spec import spec
from commands.targets import target_options, targets
from commands.users import token, user

if TYPE_CHECKING:
    from auditing.run import RuleChoice
    from engine.settings import OwnSettings
    from reports.tally import Tally

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_FAIL_ON = ["critical", "major", "minor", "advice", "never"]


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's callback
    from auditing.about import version

    if wanted:
        click.echo(f"patuh {version()}")
        context.exit()


@click.group(context_settings=_CONTEXT)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Cetak versi."
)
def main() -> None:
    """
    Periksa SOP pemerintah daerah terhadap aturan yang berlaku.

    \b
    Example:
        patuh check sop/
        patuh check sop.txt --output laporan.json
        patuh explain NIP-02
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us: nobody reads it
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - as long as the program


@dataclass(frozen=True)
class CheckOptions:
    """The options of `patuh check`, as click gives them."""

    paths: tuple[Path, ...]
    formats: tuple[str, ...]
    outputs: tuple[str, ...]
    annotate: Path | None
    for_clerk: bool
    since: Path | None
    mask: bool
    bundle: Path | None
    bundle_inputs: bool
    sign_key: Path | None
    fail_on: str | None
    as_of: dt.datetime | None
    profile: str | None
    folders: tuple[Path, ...]
    config: Path | None
    no_config: bool
    only: tuple[str, ...]
    skip: tuple[str, ...]
    jobs: int | None
    lang: Language | None


@main.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@target_options
@click.option(
    "--annotate",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Tulis salinan tiap DOCX, PDF, dan XLSX ke folder ini, dengan temuan pada tempatnya: komentar, stabilo "
    "bercatatan, atau sel berwarna. Berkas asli tidak disentuh.",
)
@click.option(
    "--for-clerk",
    is_flag=True,
    help="Untuk yang memperbaiki dokumen: perbaikan menurut urutan dokumen, yang paling menaikkan nilai dahulu.",
)
@click.option(
    "--since",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="REPORT.json",
    help="Laporan JSON yang lalu: yang sudah diperbaiki, yang baru, dan yang tetap disebutkan.",
)
@click.option(
    "--mask",
    is_flag=True,
    help="Samarkan NIP dan nama orang di semua bentuk laporan, untuk laporan yang keluar dari kantor (UU 27/2022).",
)
@bundle_options
@click.option(
    "--fail-on",
    type=click.Choice(_FAIL_ON),
    help="Kode keluar 1 bila ada temuan setingkat ini atau lebih berat.  [default: major]",
)
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Tanggal penilaian.  [default: hari ini]"
)
@click.option(
    "--profile",
    type=click.Choice(PROFILES),
    help="Kumpulan aturan: yang membatalkan SOP, yang lazim diperiksa, atau semuanya.  [default: standar]",
)
@rules_option
@config_option
@no_config_option
@click.option(
    "--only",
    multiple=True,
    metavar="RULE",
    help="Hanya aturan ini (nama, kode, atau pola seperti 'person/*'); boleh diulang.",
)
@click.option("--skip", multiple=True, metavar="RULE", help="Tanpa aturan ini; boleh diulang.")
@click.option(
    "--jobs",
    type=click.IntRange(1, MAX_JOBS),
    metavar="N",
    help="Banyaknya proses.  [default: 1 untuk sedikit dokumen, selebihnya satu tiap prosesor]",
)
@lang_option
def check(**given: Any) -> None:
    """
    Periksa berkas atau folder SOP dan cetak temuannya.

    Folder diperiksa seluruhnya (teks, Word, PDF, gambar, Excel, ODS, CSV, ZIP). Laporan dicetak ke layar, pesan ke
    stderr. Pengaturan instansi diambil dari patuh.toml; baris perintah mengalahkan patuh.toml, patuh.toml mengalahkan
    profil.

    \b
    Kode keluar:
        0  tidak ada temuan setingkat --fail-on atau lebih berat
        1  ada temuan seperti itu
        2  perintah salah tulis
        3  pemeriksaan tidak dapat dilakukan (aturan keliru, tidak ada yang terbaca)
        4  selesai, tetapi sebagian dokumen tidak dapat diperiksa
    Bila dua berlaku: 2, lalu 3, lalu 4, lalu 1.

    \b
    Example:
        patuh check sop/ --fail-on critical
        patuh check sop/ --annotate temuan/
        patuh check sop/ --output laporan.html --output kertas-kerja.xlsx --output lhe.docx
        patuh check sop/ --bundle bukti.zip --bundle-inputs
    """
    options = CheckOptions(**given)
    with failures():
        sys.exit(_check(options))


def _check(options: CheckOptions) -> int:
    from auditing.check import SCREEN, Request, check
    from auditing.progress import Progress, say

    wanted = targets(options.formats, options.outputs, clerk=options.for_clerk)
    if options.mask and options.annotate:
        raise click.UsageError(
            "--annotate menyalin dokumennya sendiri, yang tidak disamarkan: pilih --mask atau --annotate."
        )
    source = RuleSource(options.folders, options.config, options.no_config)
    own = source.own()
    if own.path is not None:
        say(f"pengaturan: {own.path}")
    request = Request(
        paths=options.paths,
        targets=wanted,
        rules=_choice(options, own),
        as_of=judged_on(options.as_of, own),
        annotate=options.annotate,
        mask=options.mask,
        since=options.since,
        jobs=options.jobs or own.settings.check.jobs,
    )
    on_screen = any(one.form.name == "table" and one.place == SCREEN for one in wanted)
    one_terminal = on_screen and sys.stdout.isatty() and sys.stderr.isatty()
    wish = BundleWish(options.bundle, options.bundle_inputs, options.sign_key)
    wish.check(request)
    progress = Progress(beside_table=one_terminal, mask=options.mask)
    tally = audited(wish, request, lambda whole: check(whole, screen(), progress))
    return _exit_code(tally, options.fail_on or own.settings.check.fail_on or "major")


def _choice(options: CheckOptions, own: OwnSettings) -> RuleChoice:
    from auditing.run import RuleChoice

    lang: Language = options.lang or own.settings.check.lang or "id"
    folders = (RULES_DIR, *options.folders)
    return RuleChoice(folders, options.only, options.skip, lang, options.profile, own)


def _exit_code(tally: Tally, fail_on: str) -> int:
    from auditing.progress import say
    from schemas.report import Severity

    if tally.failed == tally.documents:
        say("tidak ada dokumen yang dapat diperiksa")
        return CANNOT_AUDIT
    if tally.failed:
        say(f"{tally.failed} dari {tally.documents} dokumen tidak dapat diperiksa")
        return SOME_UNREADABLE
    return FINDINGS if fail_on != "never" and tally.reaches(Severity(fail_on)) else 0


@main.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@config_option
@no_config_option
def extract(file: Path, config: Path | None, no_config: bool) -> None:  # noqa: FBT001 - click's option
    """
    Cetak isi dokumen yang terbaca, sebagai JSON.

    Satu SOP dicetak langsung; berkas dengan beberapa SOP sebagai {"kind": "sop", "parts": [...]}; data kinerja sebagai
    {"kind": "performance", "tables": [...], "sasaran": [...], ...}; yang lain hanya dengan jenisnya, misalnya
    {"kind": "unknown"}. Kode keluar 3 bila berkas tidak dapat dibaca.

    \b
    Example:
        patuh extract sop.txt
    """
    from auditing.document import problem, read_file
    from auditing.files import shown
    from auditing.limits import read_options
    from extraction.sop import WORKDAY_MINUTES
    from extraction.sop import extract as extract_document
    from reports.extract import extracted_json
    from reports.extract_performance import performance_json

    with failures():
        own = RuleSource(config=config, no_config=no_config).own()
        try:
            minutes = own.settings.check.workday_minutes or WORKDAY_MINUTES
            extraction = extract_document(read_file(file, read_options(own)), workday_minutes=minutes)
        except Exception as error:
            raise AuditFailed(f"{shown(file)}: {problem(error, file.name).message}") from error
        if extraction.performance is not None:
            for part in performance_json(extraction.performance):
                sys.stdout.buffer.write(part.encode())
        else:
            sys.stdout.buffer.write(extracted_json(extraction.kind, extraction.sops).encode())


@main.command()
@click.argument("rule", metavar="[RULE]", required=False)
@click.option("--grade", "grading", is_flag=True, help="Terangkan cara nilai, predikat, dan kesimpulan ditetapkan.")
@rules_option
@config_option
@no_config_option
@lang_option
def explain(rule: str | None, grading: bool, lang: Language | None, **source: Any) -> None:  # noqa: FBT001 - click
    """
    Terangkan satu aturan (nama atau kode): alasan, dasar hukum, cara menilai, contoh, cara memperbaiki.

    Dengan --grade, terangkan penilaian: bobot, komponen, predikat, batas, kesimpulan.

    \b
    Example:
        patuh explain person/nip-mismatch
        patuh explain NIP-02
        patuh explain --grade
    """
    from reports.grading import component_title, grading_explanation
    from reports.rules import explanation

    if (rule is None) is not grading:
        raise click.UsageError("Sebutkan satu aturan, atau pakai --grade.")
    with failures():
        pack = RuleSource(**source).pack()
        if rule is None:
            click.echo(grading_explanation(pack.grading, pack.rules, lang or "id"))
            return
        found = pack.rule(rule)
        component = component_title(pack.grading.components[found.component], lang or "id")
        criteria = pack.akip.criteria if pack.akip else {}
        click.echo(explanation(found, pack.regulations, component, lang or "id", criteria))


@main.command()
@click.argument("asked", metavar="NOMOR/TAHUN|KATA...", nargs=-1, required=True)
@click.option(
    "--at",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Status pada tanggal ini.  [default: hari ini]",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@rules_option
@config_option
@no_config_option
@lang_option
def law(asked: tuple[str, ...], at: dt.datetime | None, form: str, lang: Language | None, **source: Any) -> None:
    """
    Cari peraturan dalam register: status pada suatu tanggal, perubahan, pencabutan, pengganti, sumber.

    Kode keluar 1 bila nomor dan tahun yang dicari tidak ada dalam register; yang mirip tetap ditampilkan.

    \b
    Example:
        patuh law "PP 79/2005" --at 2025-05-15
        patuh law 53/2014
        patuh law pengelolaan keuangan daerah
    """
    from auditing.law import law_cards
    from reports.law import law_json, law_text

    with failures():
        pack = RuleSource(**source).pack()
        day = at.date() if at else dt.date.today()  # noqa: DTZ011 - the user's own day
        question = " ".join(asked)
        cards, found = law_cards(pack, question, day)
        if not found:
            click.echo(
                f"patuh: {question!r} tidak ada dalam register peraturan" + (", yang mirip:" if cards else ""), err=True
            )
        if form == "json":
            click.echo(law_json(cards, day))
        elif cards:
            click.echo(law_text(cards, day, pack.regulation_sources, lang or "id"))
        sys.exit(0 if found else FINDINGS)


for _command in (
    diff, digest, doctor, handins, key, nightly, replay, report, rules, runs, serve, spec, token, trend, user, verify,
):  # fmt: skip
    main.add_command(_command)


if __name__ == "__main__":
    main(prog_name="patuh")
