"""`patuh rules`: the rule pack as a thing to work on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Literal

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
@rules_option
@config_option
@no_config_option
def test_rules(**source: Any) -> None:
    """
    Jalankan kasus uji semua aturan. Kode keluar 1 bila ada yang gagal.

    \b
    Example:
        patuh rules test
    """
    from functools import partial

    from auditing.document import document_facts
    from engine.cases import run_cases

    with failures():
        pack = RuleSource(**source).stated_pack()
        results = run_cases(pack, FIXTURES_DIR, partial(document_facts, as_of=CASES_AS_OF, known=pack.knowledge))
        failed = [result for result in results if not result.passed]
        for result in failed:
            click.echo(f"{result.rule}: {result.case}: {result.problem}")
        click.echo(f"{len(results)} kasus dari {len(pack.rules)} aturan: {len(failed)} gagal")
        sys.exit(FINDINGS if failed else 0)
