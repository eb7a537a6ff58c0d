"""`patuh doctor`: is everything there, and what is to be done where it is not?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from commands.common import (
    CANNOT_AUDIT,
    MAX_JOBS,
    RULES_DIR,
    RuleSource,
    config_option,
    failures,
    no_config_option,
    rules_option,
)

if TYPE_CHECKING:
    from auditing.doctor import Diagnosis, Patient, Result
    from engine.settings import OwnSettings

SCHEMA = "patuh.doctor/1"
_WIDTH = 100
_COLOURS = {"ok": "green", "warning": "yellow", "failed": "red"}


@click.command("doctor")
@click.option("--store", metavar="URL", help="Penyimpanan audit malam.  [default: store pada [nightly] di patuh.toml]")
@click.option(
    "--archive",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Folder arsip.  [default: archive pada [nightly] di patuh.toml]",
)
@click.option("--jobs", type=click.IntRange(1, MAX_JOBS), metavar="N", help="Banyaknya proses yang akan dipakai.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@rules_option
@config_option
@no_config_option
def doctor(form: Literal["table", "json"], **given: Any) -> None:
    """
    Periksa apakah semua yang diperlukan ada: mesin aturan, aturan, pembaca, penyimpanan, arsip, jam, disk, memori.

    Tidak ada yang diubah. Jalankan sebagai pengguna yang menjalankan audit malam, dan dengan lingkungan yang sama.

    \b
    Kode keluar:
        0  semua yang diperlukan ada; peringatan menyebut yang tidak akan dapat dilakukan
        3  ada yang gagal, sehingga pemeriksaan tidak dapat dilakukan

    \b
    Example:
        patuh doctor
        patuh doctor --archive /srv/arsip --store /var/lib/patuh/patuh.db --format json
    """
    from archive.doctor import night_checks
    from auditing.doctor import PROGRAM, Result, examined, worst

    with failures():
        patient, faults = _patient(given)
        settings = Result("settings", "Pengaturan", _settings(patient, faults))
        results = [settings, *examined((*PROGRAM, *night_checks(patient)), patient)]
        click.echo(_json(results) if form == "json" else _table(results))
        sys.exit(CANNOT_AUDIT if worst(results) == "failed" else 0)


def _patient(given: dict[str, Any]) -> tuple[Patient, str]:
    """What is looked at, and what is wrong with the settings, without which the rest is looked at."""
    from auditing.doctor import Patient
    from auditing.run import RuleChoice
    from engine.errors import RulePackErrors
    from engine.settings import OwnSettings

    faults = ""
    try:
        own = RuleSource(given["folders"], given["config"], given["no_config"]).own()
    except (RulePackErrors, OSError) as error:
        own, faults = OwnSettings(), str(error)
    nightly = own.settings.nightly
    archive = given["archive"] or own.beside(nightly.archive)
    store = given["store"] or _beside(own, nightly.store)
    choice = RuleChoice((RULES_DIR, *given["folders"]), own=own)
    return Patient(choice, archive, store, jobs=given["jobs"]), faults


def _beside(own: OwnSettings, store: str | None) -> str | None:
    return store if store is None or "://" in store else str(own.beside(store))


def _settings(patient: Patient, faults: str) -> Diagnosis:
    from auditing.doctor import failed, ok

    if faults:
        return failed(faults.replace("\n", "; "), "Perbaiki patuh.toml; selebihnya di bawah diperiksa tanpanya.")
    return ok(str(patient.own.path) if patient.own.path else "tanpa patuh.toml")


def _table(results: list[Result]) -> str:
    """One line a check, and below it what to do."""
    import textwrap

    from auditing.doctor import state_told
    from reports.words import harmless

    titles = max(len(one.title) for one in results)
    lines = []
    for one in results:
        state = state_told(one.found.state)
        start, indent = f"{one.title:<{titles}}  ", " " * (titles + 14)
        wrapped = textwrap.wrap(harmless(one.found.said), _WIDTH - len(indent), break_on_hyphens=False) or [""]
        coloured = click.style(f"{state:<10}", fg=_COLOURS[one.found.state])
        lines.append(f"{start}{coloured}  {wrapped[0]}")
        lines += [indent + line for line in wrapped[1:]]
        if one.found.advice:
            advice = textwrap.wrap("→ " + harmless(one.found.advice), _WIDTH - len(indent), break_on_hyphens=False)
            lines += [indent + line for line in advice]
    counts = {state: sum(one.found.state == state for one in results) for state in ("ok", "warning", "failed")}
    lines += ["", f"{counts['ok']} ok, {counts['warning']} peringatan, {counts['failed']} gagal"]
    return "\n".join(lines)


def _json(results: list[Result]) -> str:
    import json

    from auditing.doctor import worst
    from auditing.run import tool

    checks = [
        {
            "name": one.name,
            "title": one.title,
            "state": one.found.state,
            "said": one.found.said,
            "advice": one.found.advice,
        }
        for one in results
    ]
    whole = {"schema": SCHEMA, "tool": tool().model_dump(), "state": worst(results), "checks": checks}
    return json.dumps(whole, ensure_ascii=False, indent=2)
