"""`patuh spec new` and `patuh spec from-finding`: specs that patuh begins and an auditor goes on with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.common import (
    CASES_AS_OF,
    FIXTURES_DIR,
    AuditFailed,
    RuleSource,
    config_option,
    failures,
    no_config_option,
    rules_option,
)

if TYPE_CHECKING:
    from auditing.run import RuleChoice
    from auditing.saved import SavedReport
    from engine.pack import Pack
    from schemas.report import DocumentReport, Finding
    from schemas.rule import Rule
    from specs.contested import Contested

FOLDER = Path("spesifikasi")
"""Where specs are written when nobody says."""
SHOWN, MOST_LISTED = 8, 12
"""Characters of a fingerprint, and fingerprints, that a message lists."""


class PathsOrCommand(click.Group):
    """Takes paths, unless the first word is a command; a path of such a name is written ``./new``."""

    allow_interspersed_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Leave the words of a command to it."""
        if args and args[0] in self.commands:
            ctx.args = args
            return args
        return click.Command.parse_args(self, ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, or what is said of paths."""
        if not ctx.args:
            return click.Command.invoke(self, ctx)
        name, *rest = ctx.args
        command = self.commands[name]
        with command.make_context(name, rest, parent=ctx) as inner:
            return command.invoke(inner)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Its own, and none on the way to a command: nobody writes paths before ``new``."""
        return super().get_params(ctx) if ctx.command is self else []

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Paths first, as nearly always."""
        return [*click.Command.collect_usage_pieces(self, ctx), "| COMMAND ..."]


@click.command("new")
@click.argument("asked", metavar="RULE")
@click.option(
    "--dir",
    "folder",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default=FOLDER,
    show_default=True,
    help="Folder spesifikasi; berkasnya DIR/topik/nama.feature.",
)
@rules_option
@config_option
@no_config_option
def new_spec(asked: str, folder: Path, **source: Any) -> None:
    """
    Tulis kerangka spesifikasi suatu aturan dari kasus ujinya: satu skenario tiap kasus.

    RULE adalah nama atau kode aturan, juga aturan yang sedang disusun (--rules). Yang diharapkan sudah ditulis; fakta
    setiap kasus disebut pada baris bertanda # ISI: dan ditulis auditor sebagai langkah. Selama tanda itu masih ada,
    patuh spec menyebutnya dengan berkas:baris. Berkas yang sudah ada tidak ditimpa.

    \b
    Example:
        patuh spec new NIP-02
        patuh spec new steps/too-few --rules aturan --dir spesifikasi
    """
    with failures():
        chosen = RuleSource(**source)
        pack = chosen.stated_pack()
        rule = pack.rule(asked)
        path = folder / f"{rule.name}.feature"
        text = _skeleton(pack, rule, path, _command(asked, folder, chosen))
        _write_new(path, text)
        count, marks = text.count("\n  Skenario: "), text.count("# ISI:")
        click.echo(f"{path}: {count} skenario; isi {marks} baris bertanda # ISI:, lalu jalankan patuh spec {path}")


def _command(asked: str, folder: Path, source: RuleSource) -> str:
    """The command line, as it can be typed again."""
    import shlex

    rules = [part for one in source.folders for part in ("--rules", str(one))]
    more = ["--dir", str(folder)] if folder != FOLDER else []
    return shlex.join(["patuh", "spec", "new", asked, *rules, *more])


def _skeleton(pack: Pack, rule: Rule, path: Path, command: str) -> str:
    from functools import partial

    from auditing.document import document_facts
    from engine.audit import Auditor
    from specs.skeleton import Skeleton

    facts = partial(document_facts, as_of=CASES_AS_OF, known=pack.knowledge)
    return Skeleton(rule, Auditor(pack, only=[rule.name]), FIXTURES_DIR, facts, path, command).text()


def _refuse_present(path: Path) -> None:
    if path.exists():
        raise click.UsageError(f"Berkas {path} sudah ada; tidak ditimpa.")


def _write_new(path: Path, text: str) -> None:
    """
    Write a file that is not there yet.

    Raises:
        click.UsageError: It is.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError as error:
        raise click.UsageError(f"Berkas {path} sudah ada; tidak ditimpa.") from error


@click.command("from-finding")
@click.argument("report", metavar="REPORT", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("fingerprint", metavar="FINGERPRINT")
@click.option(
    "--document",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Dokumen temuan itu.  [default: menurut laporan]",
)
@click.option(
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Berkas .feature yang ditulis.  [default: spesifikasi/temuan/KODE-....feature]",
)
@click.option("--unmasked", is_flag=True, help="Biarkan nama orang dan NIP; bila perlu, rujuk berkas dokumennya.")
@rules_option
@config_option
@no_config_option
def from_finding(**given: Any) -> None:
    """
    Tulis skenario yang mengulang satu temuan, supaya temuan yang dipersoalkan menjadi spesifikasi.

    REPORT adalah laporan JSON (patuh check ... --format json --output FILE), FINGERPRINT sidik temuan di dalamnya atau
    awalnya. Naskah dokumen diringkas sampai tersisa yang perlu supaya temuannya sama, dan nama orang serta NIP diganti
    dengan yang rekaan; nama kantor tetap. Skenarionya dijalankan dahulu: yang tidak mengulang temuan tidak ditulis.

    \b
    Kode keluar:
        0  skenario ditulis dan mengulang temuan itu
        2  perintah salah tulis
        3  temuan tidak dapat diulang; tidak ada yang ditulis

    \b
    Example:
        patuh spec from-finding laporan.json 3f2a90c1
        patuh spec from-finding laporan.json 3f2a90c1 --document arsip/sop.docx --output sengketa.feature
    """
    from specs.contested import ContestedError

    with failures():
        try:
            click.echo(_from_finding(given))
        except ContestedError as error:
            raise AuditFailed(str(error)) from error


def _from_finding(given: dict[str, Any]) -> str:
    """
    Write the scenario where it holds, and say what it is.

    Raises:
        ContestedError: It cannot be made.
    """
    import tempfile

    from auditing.saved import read_report
    from specs.contested import scenario_text

    saved = read_report(given["report"])
    report, finding = _finding(saved, given["fingerprint"])
    choice = _choice(given)
    contested = _contested(saved, report, finding, _document(given, report), choice)
    said = contested.said(invent=not given["unmasked"])
    day = saved.head.as_of
    path = given["output"] or _default_place(finding, scenario_text(day, said, Path()))
    _refuse_present(path)
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder, path.name).with_suffix(".feature")
        trial.write_text(scenario_text(day, said, trial.parent), encoding="utf-8", newline="\n")
        _prove(trial, choice)
    _write_new(path, scenario_text(day, said, path.parent))
    return f"{path}: {said.told()}. Jalankan lagi dengan: patuh spec {path}"


def _finding(saved: SavedReport, asked: str) -> tuple[DocumentReport, Finding]:
    """
    Find the finding whose fingerprint begins so.

    Raises:
        click.UsageError: There is none, or there are several.
    """
    every = [(report, one) for report in saved.documents() for one in report.findings]
    found = [(report, one) for report, one in every if asked and one.fingerprint.startswith(asked.lower())]
    if not found:
        gravest = sorted((one for _, one in every), key=lambda one: one.severity.rank)[:MOST_LISTED]
        listed = ", ".join(f"{one.fingerprint[:SHOWN]} ({one.code})" for one in gravest)
        there = f" Yang ada: {listed}{', ...' if len(every) > MOST_LISTED else ''}." if every else ""
        raise click.UsageError(f"Tidak ada temuan dengan sidik {asked!r} dalam {saved.path}.{there}")
    prints = sorted({one.fingerprint for _, one in found})
    if len(prints) > 1:
        raise click.UsageError(f"Sidik {asked!r} belum menunjuk satu temuan: {', '.join(prints[:5])}.")
    return found[0]


def _document(given: dict[str, Any], report: DocumentReport) -> Path:
    """
    Return the document of a finding: the one that was named, else by its path in the report.

    Raises:
        ContestedError: It is not there, or it is an archive.
    """
    from specs.contested import ContestedError

    if report.kind == "archive":
        raise ContestedError(
            f"Temuan ini menyangkut beberapa dokumen {report.path}. Tulis skenarionya dengan langkah arsip: "
            "patuh spec --steps"
        )
    places = [given["document"]] if given["document"] else [Path(report.path), given["report"].parent / report.path]
    for place in places:
        if place.is_file():
            return Path(place)
    raise ContestedError(
        f"{report.path}: dokumen temuan itu tidak ada di sini. Sebutkan letaknya dengan --document FILE."
    )


def _choice(given: dict[str, Any]) -> RuleChoice:
    return RuleSource(given["folders"], given["config"], given["no_config"]).choice("id")


def _contested(
    saved: SavedReport, report: DocumentReport, finding: Finding, path: Path, choice: RuleChoice
) -> Contested:
    from dataclasses import replace

    from specs.contested import Contested

    judge = replace(choice, only=(finding.rule,)).judge(choice.pack(), saved.head.as_of)
    return Contested(path, report, finding, judge, saved.head.masked)


def _default_place(finding: Finding, text: str) -> Path:
    """A name that tells nothing of the document, and is the same for the same scenario."""
    import hashlib

    mark = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return FOLDER / "temuan" / f"{finding.code}-{mark}.feature"


def _prove(path: Path, choice: RuleChoice) -> None:
    """
    Run the scenario.

    Raises:
        ContestedError: It does not hold.
    """
    from specs.contested import ContestedError
    from specs.run import SpecRequest, run_specs

    done = run_specs(SpecRequest((path,), choice))
    if done.summary.passed != 1 or done.summary.scenarios != 1:
        raise ContestedError("Skenario yang disusun tidak mengulang temuan itu; tidak ada yang ditulis.")
