"""`patuh spec new` and `patuh spec from-finding`: specs that patuh begins and an auditor goes on with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.common import (
    CASES_AS_OF,
    FIXTURES_DIR,
    RuleSource,
    config_option,
    failures,
    no_config_option,
    rules_option,
)

if TYPE_CHECKING:
    from engine.pack import Pack
    from schemas.rule import Rule

FOLDER = Path("spesifikasi")
"""Where specs are written when nobody says."""


class PathsOrCommand(click.Group):
    """Takes paths, unless the first word is a command; a path of such a name is written ``./new``."""

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
