"""`patuh spec`: what auditors say must hold, run."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.common import (
    CANNOT_AUDIT,
    FINDINGS,
    MAX_JOBS,
    PROFILES,
    SOME_UNREADABLE,
    AuditFailed,
    Language,
    RuleSource,
    config_option,
    failures,
    lang_option,
    no_config_option,
    rules_option,
    screen,
    watch_option,
)
from commands.spec_new import PathsOrCommand, from_finding, new_spec
from commands.targets import target_options_of, targets

if TYPE_CHECKING:
    import datetime as dt

    from auditing.check import Screen, Target
    from auditing.outputs import ReportFiles
    from reports.spec.table import SpecStyle
    from schemas.spec import SpecRun, SpecSummary
    from schemas.spec_steps import StepList
    from specs.files import FeatureFiles
    from specs.run import SpecRequest

RUN_FORMATS = ("table", "json", "junit", "html")
STEP_FORMATS = ("table", "json", "html")
_RUN_ONLY = {
    "tags": "--tag",
    "names": "--name",
    "verbose": "--verbose",
    "as_of": "--as-of",
    "profile": "--profile",
    "folders": "--rules",
    "config": "--config",
    "watch": "--watch",
}
"""Options that mean nothing for the list of steps."""


@click.command(cls=PathsOrCommand, invoke_without_command=True)
@click.argument("paths", metavar="PATH...", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("--tag", "tags", metavar="@TANDA", multiple=True,
              help="Hanya skenario bertanda ini, seperti @aturan-NIP-02; boleh diulang.")  # fmt: skip
@click.option("--name", "names", metavar="KATA", multiple=True,
              help="Hanya skenario yang namanya memuat kata ini; boleh diulang.")  # fmt: skip
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Tanggal penilaian bagi skenario yang tidak menyebutnya.  [default: 2026-01-15]",
)
@click.option(
    "--profile", type=click.Choice(PROFILES), help="Kumpulan aturan yang menentukan nilai.  [default: standar]"
)
@target_options_of(RUN_FORMATS, ".html, .xml untuk JUnit, .json, .txt")
@rules_option
@config_option
@no_config_option
@lang_option
@click.option(
    "--jobs",
    type=click.IntRange(1, MAX_JOBS),
    metavar="N",
    help="Banyaknya proses.  [default: 1 untuk sedikit skenario, selebihnya satu tiap prosesor]",
)
@watch_option
@click.option("-v", "--verbose", is_flag=True, help="Sebutkan juga skenario yang terpenuhi.")
@click.option("--steps", is_flag=True, help="Daftar langkah yang dapat dipakai dalam skenario; tanpa PATH.")
@click.option("--find", metavar="KATA", help="Dengan --steps: hanya langkah yang memuat kata ini.")
def spec(**given: Any) -> None:
    """
    Jalankan spesifikasi (berkas .feature) yang ditulis auditor.

    PATH: berkas .feature, atau folder beserta isinya.

    \b
    Kode keluar:
        0  semua skenario terpenuhi
        1  ada skenario yang tidak terpenuhi
        2  perintah salah tulis
        3  tidak ada yang dapat dijalankan (tidak ada berkas .feature atau skenario yang diminta, aturan keliru,
           semua berkas keliru)
        4  sebagian berkas atau skenario keliru sehingga tidak dapat dijalankan
    Bila dua berlaku: 2, lalu 3, lalu 4, lalu 1.

    \b
    Example:
        patuh spec spesifikasi/
        patuh spec spesifikasi/ --tag @aturan-NIP-02 --output hasil.html --output hasil.xml
        patuh spec --steps
        patuh spec --steps --find "dasar hukum" --output langkah.html
    """
    if given["watch"] and not given["steps"]:
        run_always(given)
        return
    with failures():
        if given["steps"]:
            list_steps(given)
        else:
            run(given)


def run(given: dict[str, Any]) -> None:
    """Run feature files and tell what came of them; ends the program with the documented exit code."""
    from auditing.outputs import ReportFiles
    from specs.run import run_specs

    wanted = _wanted(given)
    request = _request(given, wanted)
    with ReportFiles() as reports:
        streams = _opened(wanted, reports)
        done = run_specs(request)
        _refuse_nothing(done, given)
        _write(streams, reports, lambda target, page: _run_report(done, target, page, given))
    sys.exit(exit_code(done.summary))


def run_always(given: dict[str, Any]) -> None:
    """Run feature files again whenever one is saved, until the user interrupts."""
    from auditing.outputs import ReportFiles
    from commands.watched import RuleFiles, SpecWatch
    from commands.watching import watch

    wanted = _wanted(given)

    def show(done: SpecRun) -> None:
        with ReportFiles() as reports:
            streams = _opened(wanted, reports)
            _write(streams, reports, lambda target, page: _run_report(done, target, page, given))

    source = RuleSource(given["folders"], given["config"], given["no_config"])
    watch(SpecWatch(given["paths"], RuleFiles(source), lambda: _request(given, wanted), show))


def _wanted(given: dict[str, Any]) -> tuple[Target, ...]:
    """
    The reports of a run.

    Raises:
        click.UsageError: A run is not what is asked for.
    """
    if given["find"] is not None:
        raise click.UsageError("--find hanya berlaku bersama --steps. Untuk memilih skenario: --name KATA.")
    if not given["paths"]:
        raise click.UsageError(
            "Sebutkan berkas .feature atau foldernya, misalnya: patuh spec spesifikasi/. "
            "Langkah yang dapat dipakai: patuh spec --steps"
        )
    return targets(given["formats"], given["outputs"], names=RUN_FORMATS)


def list_steps(given: dict[str, Any]) -> None:
    """List the steps that a spec may use."""
    other = [name for key, name in _RUN_ONLY.items() if given[key]]
    if given["paths"] or other:
        raise click.UsageError(f"--steps tidak dipakai bersama {'PATH' if given['paths'] else other[0]}.")
    wanted = targets(given["formats"], given["outputs"], names=STEP_FORMATS)
    if any(one.form.name not in STEP_FORMATS for one in wanted):
        raise click.UsageError(f"Bentuk daftar langkah: {', '.join(STEP_FORMATS)}.")
    from auditing.outputs import ReportFiles
    from specs.listing import step_list

    with ReportFiles() as reports:
        streams = _opened(wanted, reports)
        told = step_list(_language(given), given["find"] or "")
        if not told.topics:
            raise AuditFailed(f"tidak ada langkah yang memuat {given['find']!r}. Semua langkah: patuh spec --steps")
        _write(streams, reports, lambda target, page: _steps_report(told, target, page, given))


def _language(given: dict[str, Any]) -> Language:
    lang: Language = given["lang"] or "id"
    return lang


def _request(given: dict[str, Any], wanted: Sequence[Target]) -> SpecRequest:
    """
    What is to be run.

    Raises:
        AuditFailed: There is no feature file.
        RequestError: A report would take the place of one.
    """
    from auditing.outputs import spared
    from auditing.run import RuleChoice
    from commands.common import RULES_DIR
    from specs.files import asked_files
    from specs.picking import Picking
    from specs.run import SpecRequest

    files = asked_files(given["paths"])
    _tell_empty(files)
    spared([one.place for one in wanted], _inputs(files))
    own = RuleSource(given["folders"], given["config"], given["no_config"]).own()
    as_of: dt.datetime | None = given["as_of"]
    day = as_of.date().isoformat() if as_of else None
    return SpecRequest(
        files=tuple(files.files),
        choice=RuleChoice((RULES_DIR, *given["folders"]), profile=given["profile"], own=own),
        as_of=day,
        jobs=given["jobs"],
        picking=Picking(given["tags"], given["names"]),
        refused=tuple(files.refused),
    )


def _inputs(files: FeatureFiles) -> Iterable[Any]:
    from auditing.files import Input, shown

    return [Input(str(path), shown(path)) for path in files.files]


def _tell_empty(files: FeatureFiles) -> None:
    """
    Name folders without feature files.

    Raises:
        AuditFailed: There is nothing else.
    """
    from reports.words import harmless

    if not files.files and not files.refused:
        where = ", ".join(files.empty)
        raise AuditFailed(
            f"tidak ada berkas .feature di {where}. Spesifikasi adalah berkas teks yang namanya berakhiran .feature; "
            "langkah yang dapat dipakai: patuh spec --steps"
        )
    for folder in files.empty:
        click.echo(f"patuh: {harmless(folder)}: tidak ada berkas .feature di folder ini", err=True)


def _refuse_nothing(done: SpecRun, given: dict[str, Any]) -> None:
    """
    Do not tell a selection that selects nothing as a success.

    Raises:
        AuditFailed: No scenario is as asked for, and no file has a mistake that would explain it.
    """
    if done.features:
        return
    asked = [f"--tag {tag}" for tag in given["tags"]] + [f"--name {name!r}" for name in given["names"]]
    raise AuditFailed(
        f"tidak ada skenario yang cocok dengan {', '.join(asked)}. Tanda (@...) ditulis di atas skenario atau fitur; "
        "--name mencari kata dalam nama skenario."
    )


def _opened(wanted: Sequence[Target], reports: ReportFiles) -> list[tuple[Target, Any]]:
    """Open all places before the work: a report that cannot be written should not cost minutes first."""
    from auditing.check import SCREEN, OutputError

    streams = []
    for target in wanted:
        try:
            stream = screen().stream if target.place == SCREEN else reports.open(target.place)
        except OSError as error:
            raise OutputError(target.place, error.strerror or str(error)) from error
        streams.append((target, stream))
    return streams


def _write(
    streams: Sequence[tuple[Target, Any]], reports: ReportFiles, report: Callable[[Target, Screen], bytes]
) -> None:
    """Write the reports, each apart from what befalls others."""
    page = screen()
    for target, stream in streams:
        with reports.writing(stream):
            stream.write(report(target, page))
    reports.judge()


def _style(target: Target, page: Screen, given: dict[str, Any]) -> SpecStyle:
    """How a table looks: in a file without colour, as wide as where there is no terminal."""
    from auditing.check import SCREEN
    from reports.spec.table import SpecStyle

    every, lang = given["verbose"], _language(given)
    if target.place != SCREEN:
        return SpecStyle(lang=lang, every=every)
    return SpecStyle(page.width, page.colour, page.encoding, lang, every)


def _run_report(done: SpecRun, target: Target, page: Screen, given: dict[str, Any]) -> bytes:
    from reports.spec import json, junit, table
    from reports.spec import page as html

    lang = _language(given)
    match target.form.name:
        case "json":
            return json.write(done)
        case "junit":
            return junit.write(done, lang)
        case "html":
            return html.write(done, lang)
        case _:
            return table.write(done, _style(target, page, given))


def _steps_report(told: StepList, target: Target, page: Screen, given: dict[str, Any]) -> bytes:
    from reports.spec import json, steps

    match target.form.name:
        case "json":
            return json.write(told)
        case "html":
            return steps.write_html(told)
        case _:
            return steps.write_table(told, _style(target, page, given))


def exit_code(total: SpecSummary) -> int:
    """0 all hold, 1 some do not, 3 nothing could be run, 4 some could not."""
    if total.errors == total.scenarios:
        return CANNOT_AUDIT
    if total.mistaken or total.errors:
        return SOME_UNREADABLE
    return FINDINGS if total.failed else 0


spec.add_command(new_spec)
spec.add_command(from_finding)
