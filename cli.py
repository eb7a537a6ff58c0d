"""
The command line: read arguments, call, print, choose the exit code.

What takes time to import is imported inside the commands, so that ``patuh --version`` and ``--help`` answer at once.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

if TYPE_CHECKING:
    from auditing.check import Format, Screen
    from engine.errors import UnknownRuleError
    from engine.pack import Pack
    from reports.tally import Tally

Language = Literal["id", "en"]

RULES_DIR = Path(__file__).resolve().parent / "rules"
FIXTURES_DIR = RULES_DIR.parent / "fixtures"
CASES_AS_OF = dt.date(2026, 1, 15)
"""Documents of rule cases are judged as of this day, today and always."""

FINDINGS = 1
CANNOT_AUDIT = 3
SOME_UNREADABLE = 4
INTERRUPTED = 130
BROKEN_PIPE = 141

MAX_JOBS = 64

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_FAIL_ON = ["critical", "major", "minor", "advice", "never"]

lang_option = click.option(
    "--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa laporan."
)
rules_option = click.option(
    "--rules",
    "folders",
    multiple=True,
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder aturan tambahan milik instansi; boleh diulang.",
)


class AuditFailed(click.ClickException):
    """The audit could not be carried out, which is not the same as a bad document."""

    exit_code = CANNOT_AUDIT

    def show(self, file: Any = None) -> None:
        """Print the message; it may have many lines."""
        click.echo(f"patuh: {self.format_message()}", file=file, err=file is None)


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
        patuh check sop.txt --format json --output laporan.json
        patuh explain NIP-02
    """


@dataclass(frozen=True)
class CheckOptions:
    """The options of `patuh check`, as click gives them."""

    paths: tuple[Path, ...]
    formats: tuple[Format, ...]
    outputs: tuple[str, ...]
    fail_on: str
    as_of: dt.datetime | None
    profile: str
    folders: tuple[Path, ...]
    only: tuple[str, ...]
    skip: tuple[str, ...]
    jobs: int | None
    lang: Language

    @property
    def targets(self) -> tuple[tuple[Format, str], ...]:
        """
        Each format with the place it goes to, ``-`` being standard output.

        Raises:
            click.UsageError: More outputs than formats, a file twice, or two formats on standard output.
        """
        formats: tuple[Format, ...] = self.formats or ("table",)
        if len(self.outputs) > len(formats):
            raise click.UsageError("Lebih banyak --output daripada --format: setiap --output milik satu --format.")
        outputs = [*self.outputs, *["-"] * (len(formats) - len(self.outputs))]
        if len(set(outputs)) < len(outputs):
            raise click.UsageError("Dua format tidak dapat ditulis ke tempat yang sama: beri masing-masing --output.")
        return tuple(zip(formats, outputs, strict=True))


@main.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(["table", "json"]),
    help="Bentuk laporan; boleh diulang.  [default: table]",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FILE",
    help="Tempat laporan, satu untuk tiap --format menurut urutannya; '-' atau tanpa --output: layar.",
)
@click.option(
    "--fail-on",
    type=click.Choice(_FAIL_ON),
    default="major",
    show_default=True,
    help="Kode keluar 1 bila ada temuan setingkat ini atau lebih berat.",
)
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Tanggal penilaian.  [default: hari ini]"
)
@click.option(
    "--profile", type=click.Choice(["standar"]), default="standar", show_default=True, help="Kumpulan aturan."
)
@rules_option
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

    Folder diperiksa seluruhnya (berkas .txt dan .md). Laporan dicetak ke layar, pesan ke stderr.

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
        patuh check sop.txt --format table --format json --output - --output laporan.json
    """
    options = CheckOptions(**given)
    with _failures():
        sys.exit(_check(options))


def _check(options: CheckOptions) -> int:
    from auditing.check import Request, check
    from auditing.progress import Progress
    from auditing.run import RuleChoice

    targets = options.targets
    request = Request(
        paths=options.paths,
        targets=targets,
        rules=RuleChoice((RULES_DIR, *options.folders), options.only, options.skip, options.lang),
        as_of=options.as_of.date() if options.as_of else dt.date.today(),  # noqa: DTZ011 - the user's own day
        jobs=options.jobs,
    )

    one_terminal = ("table", "-") in targets and sys.stdout.isatty() and sys.stderr.isatty()
    tally = check(request, _screen(), Progress(beside_table=one_terminal))
    return _exit_code(tally, options.fail_on)


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


def _screen() -> Screen:
    from auditing.check import Screen
    from reports.table import PLAIN_WIDTH

    terminal = sys.stdout.isatty()
    return Screen(
        stream=sys.stdout.buffer,
        encoding=sys.stdout.encoding or "utf-8",
        width=shutil.get_terminal_size().columns if terminal else PLAIN_WIDTH,
        colour=terminal and not os.environ.get("NO_COLOR"),
    )


@contextlib.contextmanager
def _failures() -> Iterator[None]:
    """What can go wrong ends the program with a word and the documented exit code, never with a traceback."""
    from auditing.check import OutputError
    from engine.errors import EngineError, RulePackErrors, UnknownRuleError

    try:
        yield
        sys.stdout.flush()
    except UnknownRuleError as error:
        raise click.UsageError(_unknown_rule(error)) from error
    except OutputError as error:
        raise click.UsageError(f"Laporan tidak dapat ditulis ke {error.place!r}: {error.reason}") from error
    except RulePackErrors as error:
        raise AuditFailed(
            f"aturan tidak sah ({len(error.errors)} kesalahan), perbaiki lalu ulangi:\n{error}"
        ) from error
    except EngineError as error:
        raise AuditFailed(f"mesin aturan tidak dapat dipakai: {error}") from error
    except KeyboardInterrupt:
        click.echo("patuh: dihentikan", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # Nobody reads any more; the interpreter must not try to flush what is left when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(BROKEN_PIPE)
    except OSError as error:
        raise AuditFailed(f"pekerjaan terhenti: {error.strerror or error}") from error


def _unknown_rule(error: UnknownRuleError) -> str:
    import difflib

    near = difflib.get_close_matches(error.asked, error.known, n=1)
    hint = f" Maksud Anda {near[0]!r}?" if near else ""
    return f"Tidak ada aturan {error.asked!r}.{hint} Daftar aturan: patuh rules list"


def _pack(folders: tuple[Path, ...]) -> Pack:
    from auditing.run import RuleChoice

    return RuleChoice((RULES_DIR, *folders)).pack()


@main.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
def extract(file: Path) -> None:
    """
    Cetak isi dokumen yang terbaca, sebagai JSON.

    Satu SOP dicetak langsung; berkas dengan beberapa SOP sebagai {"kind": "sop", "parts": [...]}; yang bukan SOP hanya
    dengan jenisnya, misalnya {"kind": "unknown"}. Kode keluar 3 bila berkas tidak dapat dibaca.

    \b
    Example:
        patuh extract sop.txt
    """
    from auditing.document import problem, read_file
    from auditing.files import shown
    from extraction.sop import extract as extract_document
    from reports.extract import extracted_json

    with _failures():
        try:
            extraction = extract_document(read_file(file))
        except Exception as error:
            raise AuditFailed(f"{shown(file)}: {problem(error).message}") from error
        sys.stdout.buffer.write(extracted_json(extraction.kind, extraction.sops).encode())


@main.command()
@click.argument("rule", metavar="[RULE]", required=False)
@click.option("--grade", "grading", is_flag=True, help="Terangkan cara nilai, predikat, dan kesimpulan ditetapkan.")
@rules_option
@lang_option
def explain(rule: str | None, grading: bool, folders: tuple[Path, ...], lang: Language) -> None:  # noqa: FBT001 - click
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
    with _failures():
        pack = _pack(folders)
        if rule is None:
            click.echo(grading_explanation(pack.grading, pack.rules, lang))
            return
        found = pack.rule(rule)
        component = component_title(pack.grading.components[found.component], lang)
        criteria = pack.akip.criteria if pack.akip else {}
        click.echo(explanation(found, pack.regulations, component, lang, criteria))


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
@lang_option
def law(asked: tuple[str, ...], at: dt.datetime | None, form: str, folders: tuple[Path, ...], lang: Language) -> None:
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

    with _failures():
        pack = _pack(folders)
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
            click.echo(law_text(cards, day, pack.regulation_sources, lang))
        sys.exit(0 if found else FINDINGS)


@main.group()
def rules() -> None:
    """
    Kelola aturan: daftar, periksa, uji.

    \b
    Example:
        patuh rules list
        patuh rules check aturan-instansi/
    """


@rules.command("list")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@rules_option
@lang_option
def list_rules(form: str, folders: tuple[Path, ...], lang: Language) -> None:
    """
    Daftar semua aturan.

    \b
    Example:
        patuh rules list --format json
    """
    import json

    from reports.rules import rule_rows, rule_table

    with _failures():
        pack = _pack(folders)
        if form == "json":
            click.echo(json.dumps(rule_rows(pack.rules), ensure_ascii=False, indent=2))
        else:
            click.echo(rule_table(pack.rules, lang))


@rules.command("check")
@click.argument("folders", metavar="[DIR]...", nargs=-1, type=click.Path(path_type=Path))
def check_rules(folders: tuple[Path, ...]) -> None:
    """
    Periksa berkas aturan, juga yang di folder DIR; setiap kesalahan dicetak dengan berkas:baris. Kode keluar 3.

    \b
    Example:
        patuh rules check
        patuh rules check aturan-instansi/
    """
    from engine.pack import load_pack

    with _failures():
        pack = load_pack(RULES_DIR, *folders)
        click.echo(f"{len(pack.rules)} aturan sah")


@rules.command("test")
@rules_option
def test_rules(folders: tuple[Path, ...]) -> None:
    """
    Jalankan kasus uji semua aturan. Kode keluar 1 bila ada yang gagal.

    \b
    Example:
        patuh rules test
    """
    from functools import partial

    from auditing.document import document_facts
    from engine.cases import run_cases

    with _failures():
        pack = _pack(folders)
        results = run_cases(pack, FIXTURES_DIR, partial(document_facts, as_of=CASES_AS_OF, known=pack.knowledge))
        failed = [result for result in results if not result.passed]
        for result in failed:
            click.echo(f"{result.rule}: {result.case}: {result.problem}")
        click.echo(f"{len(results)} kasus dari {len(pack.rules)} aturan: {len(failed)} gagal")
        sys.exit(FINDINGS if failed else 0)


if __name__ == "__main__":
    main(prog_name="patuh")
