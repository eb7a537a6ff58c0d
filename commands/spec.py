"""`patuh spec`: what auditors say must hold, run."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.common import (
    CANNOT_AUDIT,
    FINDINGS,
    MAX_JOBS,
    SOME_UNREADABLE,
    RuleSource,
    config_option,
    failures,
    no_config_option,
    rules_option,
    watch_option,
)
from commands.spec_new import PathsOrCommand, from_finding, new_spec

if TYPE_CHECKING:
    import datetime as dt

    from schemas.spec import SpecRun
    from specs.run import SpecRequest


@click.command(cls=PathsOrCommand, invoke_without_command=True)
@click.argument("paths", metavar="PATH...", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Tanggal penilaian bagi skenario yang tidak menyebutnya.  [default: 2026-01-15]",
)
@click.option("--profile", metavar="PROFIL", help="Kumpulan aturan yang menentukan nilai.  [default: standar]")
@rules_option
@config_option
@no_config_option
@click.option(
    "--jobs",
    type=click.IntRange(1, MAX_JOBS),
    metavar="N",
    help="Banyaknya proses.  [default: 1 untuk sedikit skenario, selebihnya satu tiap prosesor]",
)
@watch_option
def spec(**given: Any) -> None:
    """
    Jalankan spesifikasi (berkas .feature) yang ditulis auditor.

    \b
    Kode keluar:
        0  semua skenario terpenuhi
        1  ada skenario yang tidak terpenuhi
        2  perintah salah tulis
        3  tidak ada yang dapat dijalankan (aturan keliru, semua berkas keliru)
        4  sebagian berkas atau skenario keliru sehingga tidak dapat dijalankan
    Bila dua berlaku: 2, lalu 3, lalu 4, lalu 1.

    \b
    Example:
        patuh spec spesifikasi/
    """
    from specs.run import run_specs

    if given["watch"]:
        _watch(given)
        return
    with failures():
        run = run_specs(_request(given))
        _print(run)
        sys.exit(exit_code(run))


def _watch(given: dict[str, Any]) -> None:
    from commands.watched import RuleFiles, SpecWatch
    from commands.watching import watch

    source = RuleSource(given["folders"], given["config"], given["no_config"])
    watch(SpecWatch(given["paths"], RuleFiles(source), lambda: _request(given), _print))


def _request(given: dict[str, Any]) -> SpecRequest:
    from auditing.run import RuleChoice
    from commands.common import RULES_DIR
    from specs.run import SpecRequest, feature_files

    source = RuleSource(given["folders"], given["config"], given["no_config"])
    own = source.own()
    as_of: dt.datetime | None = given["as_of"]
    day = as_of.date().isoformat() if as_of else None
    return SpecRequest(
        files=tuple(feature_files(given["paths"])),
        choice=RuleChoice((RULES_DIR, *given["folders"]), profile=given["profile"], own=own),
        as_of=day,
        jobs=given["jobs"],
    )


def _print(run: SpecRun) -> None:
    for feature in run.features:
        for mistake in feature.mistakes:
            click.echo(f"{mistake.path}:{mistake.line}: {mistake.message}")
        for one in feature.scenarios:
            if one.ended != "passed":
                click.echo(f"{one.path}:{one.failed_line or one.line}: {one.name}")
                click.echo(f"  diharapkan: {one.expected}")
                click.echo("\n".join(f"  ditemukan: {line}" for line in one.found))
    total = run.summary
    click.echo(f"{total.scenarios} skenario: {total.passed} lulus, {total.failed} gagal, {total.errors} keliru")


def exit_code(run: SpecRun) -> int:
    """0 all hold, 1 some do not, 3 nothing could be run, 4 some could not."""
    total = run.summary
    if not total.scenarios or total.errors == total.scenarios:
        return CANNOT_AUDIT
    if total.mistaken or total.errors:
        return SOME_UNREADABLE
    return FINDINGS if total.failed else 0


spec.add_command(new_spec)
spec.add_command(from_finding)
