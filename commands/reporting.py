"""`patuh report`: what becomes of a report after the audit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.common import (
    AuditFailed,
    Language,
    RuleSource,
    config_option,
    failures,
    lang_option,
    no_config_option,
    rules_option,
    screen,
)
from commands.targets import target_options, targets

if TYPE_CHECKING:
    from auditing.check import Target
    from auditing.followup import Outcome
    from auditing.rewrite import Rewriting

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_REPORT = click.argument("report", metavar="REPORT.json", type=_FILE)


@click.group("report")
def report() -> None:
    """
    Olah laporan JSON yang sudah ada: tulis dalam bentuk lain, gabungkan tanggapan, hitung pembatalan.

    \b
    Example:
        patuh report write laporan.json --output laporan.html
        patuh report merge laporan.json kertas-kerja.xlsx --output laporan-baru.json
    """


@report.command("write")
@_REPORT
@target_options
@rules_option
@config_option
@no_config_option
@lang_option
def write(report: Path, formats: tuple[str, ...], outputs: tuple[str, ...], **source: Any) -> None:
    """
    Tulis laporan JSON dalam bentuk lain, tanpa memeriksa ulang.

    Isi dokumennya tidak ada dalam laporan JSON, jadi tidak ditampilkan. Judul dan dasar hukum aturan diambil dari
    aturan yang terpasang; bila berbeda dari yang dahulu menilai, itu dikatakan.

    \b
    Example:
        patuh report write laporan.json --output laporan.html --output kertas-kerja.xlsx
    """
    with failures():
        wanted = targets(formats, outputs)
        rewriting = _rewriting(report, **source)
        _say_other_rules(rewriting)
        rewriting.write(rewriting.report.documents, wanted, screen())


@report.command("merge")
@_REPORT
@click.argument("workbooks", metavar="TEMUAN.xlsx...", nargs=-1, required=True, type=_FILE)
@target_options
@rules_option
@config_option
@no_config_option
@lang_option
def merge(
    report: Path, workbooks: tuple[Path, ...], formats: tuple[str, ...], outputs: tuple[str, ...], **source: Any
) -> None:
    """
    Gabungkan tanggapan yang diisi dalam kertas kerja (XLSX) ke laporannya.

    Dibaca: kolom Status, Tanggapan, Oleh, dan Tanggal pada lembar Temuan. Baris dikenali dari dokumen dan sidik
    temuannya, jadi urutan, saringan, dan letak kolom tidak berpengaruh. Dibatalkan perlu nama (Oleh) dan alasan
    (Tanggapan). Bila satu baris saja tidak dapat dipahami, tidak ada yang digabungkan (kode keluar 3).

    Nilai dan predikat tidak dihitung ulang. Bagian temuan yang dibatalkan tiap aturan dicetak ke stderr.

    \b
    Example:
        patuh report merge laporan.json kertas-kerja.xlsx --output laporan-baru.json
        patuh report merge laporan.json dinas-a.xlsx dinas-b.xlsx --output baru.json --output baru.xlsx
    """
    from auditing.followup import FollowUpError, checked, merged, read_answers
    from auditing.followup import Outcome as Merging

    with failures():
        wanted = targets(formats, outputs)
        _not_over(wanted, workbooks)
        rewriting = _rewriting(report, **source)
        answers = read_answers(workbooks)
        try:
            outcome = checked(rewriting.report.documents(), answers)
        except FollowUpError as error:
            raise AuditFailed(str(error)) from error
        _say_other_rules(rewriting)
        rewriting.write(lambda: merged(rewriting.report.documents(), answers, Merging()), wanted, screen())
        _tell(outcome, answers.causes, wanted)
        click.echo(_rates(rewriting, outcome), err=True)


@report.command("overruled")
@_REPORT
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@rules_option
@config_option
@no_config_option
@lang_option
def overruled(report: Path, form: str, **source: Any) -> None:
    """
    Cetak bagian temuan yang dibatalkan tiap aturan: aturan yang sering dibatalkan perlu diperbaiki.

    \b
    Example:
        patuh report overruled laporan.json
    """
    from auditing.followup import Answers, checked

    with failures():
        rewriting = _rewriting(report, **source)
        outcome = checked(rewriting.report.documents(), Answers())
        if form == "table":
            click.echo(_rates(rewriting, outcome))
            return
        rows = [
            {"rule": name, "findings": totals.findings, "overruled": totals.overruled}
            for name, totals in outcome.rules.items()
            if totals.findings
        ]
        click.echo(json.dumps(rows, indent=2))


def _rewriting(report: Path, *, lang: Language | None, **source: Any) -> Rewriting:
    from auditing.rewrite import Rewriting
    from auditing.saved import read_report

    rules = RuleSource(**source).choice(lang)
    return Rewriting(read_report(report), rules, rules.pack(whole=True))


def _not_over(wanted: tuple[Target, ...], workbooks: tuple[Path, ...]) -> None:
    """A workbook that people filled in is not written over: it may hold more than is read back."""
    for target in wanted:
        if any(Path(target.place).exists() and Path(target.place).samefile(workbook) for workbook in workbooks):
            raise click.UsageError(
                f"{target.place} adalah kertas kerja yang dibaca: beri --output nama lain supaya isinya tidak hilang."
            )


def _say_other_rules(rewriting: Rewriting) -> None:
    from auditing.progress import say

    if rewriting.other_rules:
        say(
            f"aturan yang terpasang ({rewriting.other_rules[:12]}) berbeda dari yang menilai laporan ini "
            f"({rewriting.report.head.rules.digest[:12]}): temuan dan nilai tetap, keterangan aturan dapat berbeda"
        )


def _tell(outcome: Outcome, causes: list[str], wanted: tuple[Target, ...]) -> None:
    from auditing.progress import say
    from reports.followup import STATUS

    by_status = [f"{STATUS['id'][status]} {count}" for status, count in sorted(outcome.merged.items())]
    say(f"{outcome.merged.total()} tanggapan digabungkan" + (f" ({', '.join(by_status)})" if by_status else ""))
    if outcome.same:
        say(f"{outcome.same} tanggapan sudah ada dalam laporan")
    if outcome.kept:
        say(f"{outcome.kept} temuan tetap memakai jawaban dalam laporan; barisnya di kertas kerja tidak diubah")
    if causes:
        say(
            f"{len(causes)} baris memuat Sebab (mulai dari {causes[0]}), yang tidak disimpan dalam laporan: "
            "simpan kertas kerjanya"
        )
    if not any(target.form.name == "json" for target in wanted):
        say("hasilnya tidak disimpan sebagai JSON: tambahkan --output BARU.json supaya dapat dipakai lagi")


def _rates(rewriting: Rewriting, outcome: Outcome) -> str:
    from reports.overrules import overrule_rates, overrule_table

    lang = rewriting.rules.lang
    rules = {rule.name: rule for rule in rewriting.pack.rules}
    return overrule_table(overrule_rates(outcome.rules, rules, lang), outcome.findings, lang)
