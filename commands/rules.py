"""`patuh rules`: the rule pack as a thing to work on."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from commands.common import (
    CASES_AS_OF,
    FINDINGS,
    FIXTURES_DIR,
    Language,
    RuleSource,
    config_option,
    failures,
    lang_option,
    no_config_option,
    rules_option,
)

if TYPE_CHECKING:
    from engine.cases import DocumentFacts
    from engine.pack import Pack
    from schemas.rule import Rule

THRESHOLD = 95
"""Percent of the mutants that the cases must notice."""

Form = Literal["table", "json"]


@click.group()
def rules() -> None:
    """
    Kelola aturan: daftar, periksa, uji, tulis, terangkan.

    \b
    Example:
        patuh rules list
        patuh rules check aturan-instansi/
    """


@rules.command("list")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@rules_option
@config_option
@no_config_option
@lang_option
def list_rules(form: Form, lang: Language | None, **source: Any) -> None:
    """
    Daftar semua aturan.

    \b
    Example:
        patuh rules list --format json
    """
    import json

    from reports.rules import rule_rows, rule_table

    with failures():
        pack = RuleSource(**source).pack()
        if form == "json":
            click.echo(json.dumps(rule_rows(pack.rules), ensure_ascii=False, indent=2))
        else:
            click.echo(rule_table(pack.rules, lang or "id"))


@rules.command("check")
@click.argument("folders", metavar="[DIR]...", nargs=-1, type=click.Path(path_type=Path))
@config_option
@no_config_option
def check_rules(**source: Any) -> None:
    """
    Periksa berkas aturan, juga yang di folder DIR; setiap kesalahan dicetak dengan berkas:baris. Kode keluar 3.

    Yang ikut diperiksa: patuh.toml, profil, dan daftar syarat peraturan.

    \b
    Example:
        patuh rules check
        patuh rules check aturan-instansi/
    """
    from engine.pack import load_pack
    from engine.settings import tuned

    with failures():
        chosen = RuleSource(**source)
        own = chosen.own()
        pack = load_pack(*chosen.places(own), tables=own.tables)
        tuned(pack, own)
        click.echo(f"{len(pack.rules)} aturan sah")


@rules.command("test")
@click.option("--only", multiple=True, metavar="RULE", help="Hanya aturan ini; boleh diulang.")
@click.option("--mutate", is_flag=True, help="Ubah aturan sedikit demi sedikit: adakah kasus uji yang menyadarinya?")
@click.option("--suggest", is_flag=True, help="Seperti --mutate, dan cetak kasus uji yang akan menyadarinya.")
@click.option(
    "--threshold",
    type=click.IntRange(0, 100),
    default=THRESHOLD,
    show_default=True,
    metavar="PERSEN",
    help="Kode keluar 1 bila perubahan yang disadari kurang dari ini.",
)
@rules_option
@config_option
@no_config_option
def test_rules(only: tuple[str, ...], mutate: bool, suggest: bool, threshold: int, **source: Any) -> None:  # noqa: FBT001
    """
    Jalankan kasus uji semua aturan. Kode keluar 1 bila ada yang gagal.

    Dengan --mutate setiap aturan diubah di satu tempat (tanda banding, angka, kata, syarat, urutan, tingkat) dan kasus
    ujinya dijalankan atas aturan yang berubah itu. Perubahan yang tidak disadari satu kasus pun dicetak dengan
    berkas:baris; perubahan yang terbukti tidak mengubah arti tidak dihitung.

    \b
    Example:
        patuh rules test
        patuh rules test --mutate
        patuh rules test --suggest --only person/nip-mismatch
    """
    from functools import partial

    from auditing.document import document_facts

    with failures():
        pack = RuleSource(**source).stated_pack()
        chosen = pack.select(only)
        facts = partial(document_facts, as_of=CASES_AS_OF, known=pack.knowledge)
        passed = _run_cases(pack, chosen, facts)
        if passed and (mutate or suggest):
            passed = _run_mutants(pack, chosen, facts, threshold)
        if suggest:
            _suggest(pack, chosen, facts)
        sys.exit(0 if passed else FINDINGS)


def _run_cases(pack: Pack, chosen: Sequence[Rule], facts: DocumentFacts) -> bool:
    from engine.audit import Auditor
    from engine.cases import run_case

    auditor = Auditor(pack)
    results = [run_case(auditor, rule, case, FIXTURES_DIR, facts) for rule in chosen for case in rule.cases]
    failed = [result for result in results if not result.passed]
    for result in failed:
        click.echo(f"{result.rule}: {result.case}: {result.problem}")
    click.echo(f"{len(results)} kasus dari {len(chosen)} aturan: {len(failed)} gagal")
    return not failed


def _run_mutants(pack: Pack, chosen: Sequence[Rule], facts: DocumentFacts, threshold: int) -> bool:
    from engine.mutation import mutate

    total = killed = 0
    for rule in chosen:
        done = mutate(pack, rule, FIXTURES_DIR, facts)
        total, killed = total + done.total, killed + done.killed
        for survivor in done.survivors:
            click.echo(f"{survivor.file}:{survivor.line}: {survivor.change} ({survivor.rule})")
    share = Decimal(100 * killed) / total if total else Decimal(100)
    shown = f"{share.quantize(Decimal('0.1'), ROUND_DOWN)}".replace(".", ",")
    click.echo(
        f"{total} perubahan: {killed} disadari kasus uji ({shown} %), {total - killed} tidak; batas {threshold} %"
    )
    return share >= threshold


def _suggest(pack: Pack, chosen: Sequence[Rule], facts: DocumentFacts) -> None:
    from engine.casefinder import case_lines
    from engine.mutation import missing_cases

    for rule in chosen:
        cases = missing_cases(pack, rule, FIXTURES_DIR, facts)
        if cases:
            click.echo(f"\n# {rule.file}: periksa dahulu apakah hasilnya memang seharusnya begitu")
            click.echo("\n".join(line for case in cases for line in case_lines(case)))
