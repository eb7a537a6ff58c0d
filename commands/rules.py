"""`patuh rules`: the rule pack as a thing to work on."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from commands.common import (
    CANNOT_AUDIT,
    CASES_AS_OF,
    FEATURES_DIR,
    FINDINGS,
    FIXTURES_DIR,
    FOLDER,
    MAX_JOBS,
    ROOT,
    RULES_DIR,
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

if TYPE_CHECKING:
    from auditing.compare import CompareRequest, ComparisonPrinter
    from engine.cases import DocumentFacts
    from engine.mutation import Mutated
    from engine.pack import Pack
    from schemas.comparison import ComparisonTotals
    from schemas.rule import Rule
    from schemas.trace import Traces

THRESHOLD = 95
"""Percent of the mutants that the cases must notice."""
FEATURES_THRESHOLD = 80
"""Percent of them that scenarios alone must notice: documents do not reach every condition that facts do."""

RULE_SCHEMA = ROOT / "schemas" / "json" / "rule-file.schema.json"
SCHEMA_OF_RULES = "../../schemas/json/rule-file.schema.json"
"""Where a rule file of patuh finds it."""

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
    from commands.scaffold import unfilled
    from engine.pack import load_pack
    from engine.requirements import NAME, read_requirements
    from engine.settings import tuned

    with failures():
        chosen = RuleSource(**source)
        own = chosen.own()
        pack = load_pack(*chosen.places(own), tables=own.tables)
        tuned(pack, own)
        read_requirements(RULES_DIR / NAME, pack)
        for path, line, text in unfilled(Path(rule.file) for rule in pack.rules):
            click.echo(f"{path}:{line}: belum diisi: {text}")
        click.echo(f"{len(pack.rules)} aturan sah")


@rules.command("test")
@click.option("--only", multiple=True, metavar="RULE", help="Hanya aturan ini; boleh diulang.")
@click.option("--mutate", is_flag=True, help="Ubah aturan sedikit demi sedikit: adakah kasus uji yang menyadarinya?")
@click.option("--suggest", is_flag=True, help="Seperti --mutate, dan cetak kasus uji yang akan menyadarinya.")
@click.option(
    "--threshold",
    type=click.IntRange(0, 100),
    metavar="PERSEN",
    help=f"Kode keluar 1 bila perubahan yang disadari kurang dari ini.  [default: {THRESHOLD}; dengan --features "
    f"{FEATURES_THRESHOLD}]",
)
@click.option(
    "--features",
    multiple=True,
    metavar="DIR",
    type=click.Path(path_type=Path, exists=True),
    help="Dengan --mutate: yang harus menyadari perubahan adalah skenario dalam DIR, bukan kasus uji; boleh diulang.",
)
@rules_option
@config_option
@no_config_option
@watch_option
def test_rules(only: tuple[str, ...], features: tuple[Path, ...], **given: Any) -> None:
    """
    Jalankan kasus uji semua aturan. Kode keluar 1 bila ada yang gagal.

    Dengan --mutate setiap aturan diubah di satu tempat (tanda banding, angka, kata, syarat, urutan, tingkat) dan kasus
    ujinya dijalankan atas aturan yang berubah itu. Perubahan yang tidak disadari satu kasus pun dicetak dengan
    berkas:baris; perubahan yang terbukti tidak mengubah arti tidak dihitung.

    \b
    Example:
        patuh rules test
        patuh rules test --mutate
        patuh rules test --mutate --features spesifikasi/
        patuh rules test --suggest --only person/nip-mismatch
    """
    mutate, suggest, threshold, again = (given.pop(name) for name in ("mutate", "suggest", "threshold", "watch"))
    if features and (suggest or not mutate):
        raise click.UsageError("--features dipakai bersama --mutate, tanpa --suggest.")
    if again and (mutate or suggest):
        raise click.UsageError("--watch menjalankan kasus uji saja, tanpa --mutate dan --suggest.")
    if threshold is None:
        threshold = FEATURES_THRESHOLD if features else THRESHOLD
    source = RuleSource(**given)
    if again:
        _watch_cases(source, only)
        return
    with failures():
        pack = source.stated_pack()
        chosen = pack.select(only)
        if features:
            done = _held_by_scenarios(source, pack, chosen, features)
            _print_topics(done)
            sys.exit(0 if _print_mutants(done, "skenario", threshold) else FINDINGS)
        facts = _facts(pack)
        passed = _run_cases(pack, chosen, facts)
        if passed and (mutate or suggest):
            passed = _run_mutants(pack, chosen, facts, threshold)
        if suggest:
            _suggest(pack, chosen, facts)
        sys.exit(0 if passed else FINDINGS)


def _facts(pack: Pack) -> DocumentFacts:
    from functools import partial

    from auditing.document import document_facts

    return partial(document_facts, as_of=CASES_AS_OF, known=pack.knowledge)


def _watch_cases(source: RuleSource, only: tuple[str, ...]) -> None:
    from commands.watched import RuleFiles, RulesWatch
    from commands.watching import watch

    def run(pack: Pack, chosen: Sequence[Rule]) -> None:
        _run_cases(pack, chosen, _facts(pack))

    watch(RulesWatch(RuleFiles(source), run, only))


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

    done = [_survivors_told(mutate(pack, rule, FIXTURES_DIR, facts)) for rule in chosen]
    return _print_mutants(done, "kasus uji", threshold)


def _held_by_scenarios(
    source: RuleSource, pack: Pack, chosen: Sequence[Rule], features: Sequence[Path]
) -> list[Mutated]:
    """Hold the mutants of rules against what scenarios claim."""
    from auditing.run import RuleChoice
    from specs.files import asked_files
    from specs.mutation import claims_of, many_objects, mutate
    from specs.run import SpecRequest

    request = SpecRequest(
        tuple(asked_files(features).files), RuleChoice((RULES_DIR, *source.folders), own=source.own())
    )
    with many_objects():
        claims = claims_of(request)
        return [_survivors_told(mutate(pack, rule, claims)) for rule in chosen]


def _survivors_told(done: Mutated) -> Mutated:
    for survivor in done.survivors:
        click.echo(f"{survivor.file}:{survivor.line}: {survivor.change} ({survivor.rule})")
    return done


def _print_topics(done: Sequence[Mutated]) -> None:
    """A line for each topic of rules."""
    topics: dict[str, list[Mutated]] = {}
    for one in done:
        topics.setdefault(one.rule.partition("/")[0], []).append(one)
    for topic, of_one in sorted(topics.items()):
        total, killed = _sums(of_one)
        click.echo(f"{topic}: {killed} dari {total} perubahan disadari ({_percent(killed, total)})")


def _print_mutants(done: Sequence[Mutated], by: str, threshold: int) -> bool:
    total, killed = _sums(done)
    click.echo(
        f"{total} perubahan: {killed} disadari {by} ({_percent(killed, total)}), {total - killed} tidak; "
        f"batas {threshold} %"
    )
    return 100 * killed >= threshold * total


def _sums(done: Sequence[Mutated]) -> tuple[int, int]:
    return sum(one.total for one in done), sum(one.killed for one in done)


def _percent(killed: int, total: int) -> str:
    share = Decimal(100 * killed) / total if total else Decimal(100)
    return f"{share.quantize(Decimal('0.1'), ROUND_DOWN)} %".replace(".", ",")


def _suggest(pack: Pack, chosen: Sequence[Rule], facts: DocumentFacts) -> None:
    from engine.casefinder import case_lines
    from engine.mutation import missing_cases

    for rule in chosen:
        cases = missing_cases(pack, rule, FIXTURES_DIR, facts)
        if cases:
            click.echo(f"\n# {rule.file}: periksa dahulu apakah hasilnya memang seharusnya begitu")
            click.echo("\n".join(line for case in cases for line in case_lines(case)))


@rules.command("new")
@click.argument("name", metavar="TOPIC/NAME")
@click.option(
    "--dir",
    "folder",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder aturan instansi.  [default: dari patuh.toml, selebihnya aturan/]",
)
@config_option
@no_config_option
def new_rule(name: str, folder: Path | None, **source: Any) -> None:
    """
    Tulis kerangka aturan baru yang sudah sah dan kasus ujinya lulus, untuk diisi.

    Kodenya yang bebas berikutnya. Berkas yang sudah ada tidak ditimpa.

    \b
    Example:
        patuh rules new steps/too-few --dir aturan
    """
    with failures():
        chosen = RuleSource(**source)
        folder = folder or chosen.own().folder or Path("aturan")
        path = _write_new(name, folder, chosen)
        click.echo(f"{path}: aturan baru; isi bagian bertanda ISI:, lalu jalankan patuh rules check {folder}")


def _write_new(name: str, folder: Path, source: RuleSource) -> Path:
    """
    Write the file of a new rule, and beside the rules of an organisation the schema for its editor.

    Raises:
        click.UsageError: The name cannot be one, or is taken.
    """
    from commands.scaffold import MARK, TEMPLATE, is_rule_name, next_code

    if not is_rule_name(name):
        raise click.UsageError(f"{name!r} bukan nama aturan: tulis topik/nama dengan huruf kecil, angka, tanda hubung.")
    path = folder / f"{name}.yaml"
    ours = folder.resolve() == RULES_DIR
    also = (folder,) if folder.is_dir() and not ours else ()
    pack = RuleSource((*source.folders, *also), source.config, source.no_config).stated_pack()
    if path.exists() or name in {rule.name for rule in pack.rules}:
        raise click.UsageError(f"Aturan {name!r} sudah ada; tidak ditimpa.")
    schema = SCHEMA_OF_RULES if ours else _copied_schema(folder)
    code = next_code(name.partition("/")[0], pack.rules, own=not ours)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = TEMPLATE.format(schema=schema, name=name, code=code, folder=folder, mark=MARK)
    with path.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
    return path


def _copied_schema(folder: Path) -> str:
    """Copy the schema of rule files to where the organisation's editor finds it; return its place beside a rule."""
    target = folder / ".schema" / RULE_SCHEMA.name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(RULE_SCHEMA.read_bytes())
    return f"../.schema/{RULE_SCHEMA.name}"


@rules.command("coverage")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option(
    "--features",
    "features",
    multiple=True,
    metavar="DIR",
    type=FOLDER,
    help="Folder berkas .feature, dengan semua folder di dalamnya; boleh diulang.  [default: features/ milik patuh]",
)
@click.option(
    "--strict",
    is_flag=True,
    help="Kode keluar 1 bila ada aturan, atau ketentuan yang diperiksa aturan, tanpa skenario.",
)
@rules_option
@config_option
@no_config_option
@lang_option
def cover(form: Form, features: tuple[Path, ...], strict: bool, lang: Language | None, **source: Any) -> None:  # noqa: FBT001
    """
    Tunjukkan syarat peraturan mana yang diperiksa aturan mana, berikut kasus uji dan skenarionya.

    Skenario suatu aturan ialah yang menyebutnya dalam langkah Maka atau dengan tanda @aturan-KODE; skenario suatu
    ketentuan ialah yang bertanda @pasal-ID dan skenario semua aturannya. Setiap aturan sebaiknya mempunyai skenario
    yang melanggarnya dan skenario yang memenuhinya. Ketentuan yang tidak diperiksa aturan mana pun disebut dengan
    alasannya.

    \b
    Kode keluar dengan --strict:
        0  semua mempunyai skenario, aturan dari kedua arah
        1  ada yang tidak mempunyainya

    \b
    Example:
        patuh rules coverage
        patuh rules coverage --features spesifikasi --strict
        patuh rules coverage --format json
    """
    import json

    from engine.requirements import NAME, read_requirements
    from reports.coverage import Coverage

    with failures():
        pack = RuleSource(**source).pack()
        requirements = read_requirements(RULES_DIR / NAME, pack)
        found = Coverage(pack.rules, pack.regulations, requirements, _traces(features, pack))
        if form == "json":
            click.echo(json.dumps(found.rows(), ensure_ascii=False, indent=2))
        else:
            click.echo(found.text(lang or "id"))
        sys.exit(FINDINGS if strict and not found.complete() else 0)


def _traces(features: Sequence[Path], pack: Pack) -> Traces | None:
    """What the feature files say; None where there are none to look at."""
    from specs.traces import TraceError, traces

    ours = [(FEATURES_DIR.name, FEATURES_DIR)] if FEATURES_DIR.is_dir() else []
    folders = [(str(folder), folder) for folder in features] or ours
    try:
        return traces(folders, pack.rules) if folders else None
    except TraceError as error:
        raise AuditFailed(str(error)) from error


@rules.command("docs")
@click.option(
    "--output",
    "folder",
    required=True,
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder untuk halaman; dibuat bila belum ada.",
)
@click.option("--format", "form", type=click.Choice(["html", "markdown"]), default="html", show_default=True)
@rules_option
@config_option
@no_config_option
def write_docs(folder: Path, form: Literal["html", "markdown"], **source: Any) -> None:
    """
    Tulis satu halaman untuk setiap aturan, dan daftar isinya, untuk dibaca siapa saja.

    Halaman HTML tidak memerlukan jaringan: buka DIR/index.html dengan peramban, atau cetak.

    \b
    Example:
        patuh rules docs --output halaman-aturan
    """
    from engine.profiles import profile_rules
    from reports.rule_pages import RuleBook

    with failures():
        pack = RuleSource(**source).pack()
        profiles = [
            (profile, profile_rules(pack.profiles, profile.name, pack.rules)) for profile in pack.profiles.profiles
        ]
        components = {name: component.title for name, component in pack.grading.components.items()}
        book = RuleBook(pack.rules, pack.regulations, components, profiles)
        folder.mkdir(parents=True, exist_ok=True)
        pages = list(book.html() if form == "html" else book.markdown())
        for name, content in pages:
            (folder / name).write_text(content, encoding="utf-8", newline="\n")
        click.echo(f"{len(pages)} halaman ditulis; mulai dari {folder / pages[0][0]}")


@rules.command("compare")
@click.argument("old", metavar="LAMA")
@click.argument("new", metavar="BARU")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Tanggal penilaian.  [default: hari ini]"
)
@click.option("--profile", metavar="PROFIL", help="Kumpulan aturan, sama bagi keduanya.  [default: standar]")
@config_option
@no_config_option
@click.option(
    "--jobs",
    type=click.IntRange(1, MAX_JOBS),
    metavar="N",
    help="Banyaknya proses.  [default: 1 untuk sedikit dokumen, selebihnya satu tiap prosesor]",
)
@lang_option
def compare_rules(**given: Any) -> None:
    """
    Periksa dokumen yang sama dengan aturan LAMA dan BARU; sebutkan putusan yang berubah sebelum aturan baru dipakai.

    LAMA dan BARU adalah folder aturan, atau @ untuk aturan yang kini dipakai. Folder dengan grading.yaml adalah
    kumpulan aturan yang lengkap; folder lain menambah aturan patuh, menggantikan folder aturan di patuh.toml.
    Pengaturan lain sama bagi keduanya. Setiap berkas dibaca sekali.

    \b
    Kode keluar:
        0  tidak ada putusan yang berubah
        1  ada putusan yang berubah
        2  perintah salah tulis
        3  perbandingan tidak dapat dilakukan (aturan keliru, tidak ada yang terbaca)
        4  selesai, tetapi sebagian dokumen tidak dapat diperiksa

    \b
    Example:
        patuh rules compare @ aturan-baru/ arsip/
        patuh rules compare aturan-2025/ aturan-2026/ arsip/ --format csv > beda.csv
    """
    from auditing.compare import compare
    from auditing.progress import Progress

    with failures():
        shown = screen()
        request = _comparison(given)
        printer = _comparison_printer(given["form"], request.lang, shown.encoding)
        totals = compare(request, printer, shown.stream, Progress())
        sys.exit(_compared_code(totals))


def _comparison(given: dict[str, Any]) -> CompareRequest:
    from auditing.compare import CompareRequest

    own = RuleSource((), given["config"], given["no_config"]).own()
    check, as_of = own.settings.check, given["as_of"]
    return CompareRequest(
        old=given["old"],
        new=given["new"],
        paths=given["paths"],
        ours=RULES_DIR,
        own=own,
        as_of=as_of.date() if as_of else check.as_of or dt.date.today(),  # noqa: DTZ011 - the user's own day
        profile=given["profile"],
        lang=given["lang"] or check.lang or "id",
        jobs=given["jobs"] or check.jobs,
    )


def _comparison_printer(form: str, lang: Language, encoding: str) -> ComparisonPrinter:
    from reports.comparison import ComparisonCsv, ComparisonJson, ComparisonTable

    if form == "json":
        return ComparisonJson()
    return ComparisonCsv(lang) if form == "csv" else ComparisonTable(lang, encoding)


def _compared_code(totals: ComparisonTotals) -> int:
    from auditing.progress import say

    if totals.unread == totals.documents:
        say("tidak ada dokumen yang dapat diperiksa")
        return CANNOT_AUDIT
    if totals.unread:
        say(f"{totals.unread} dari {totals.documents} dokumen tidak dapat diperiksa")
        return SOME_UNREADABLE
    return FINDINGS if totals.changed else 0
