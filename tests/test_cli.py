"""The command line: exit codes, what goes where, and the commands around `check`."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import click
import psutil
import pytest
from click.testing import CliRunner

import cli
from auditing import run
from auditing.about import version
from commands import common
from schemas.report import Report
from tests.packs import rules_pack
from tests.program import CLEAN, CRITICAL, FIXTURES, LETTER, MAJOR, ROOT, TWO_SOPS, command, environment, patuh
from tests.samples import RULE

AS_OF = ("--as-of", "2026-01-15")


def _runner(*arguments: str | Path) -> tuple[int, str, str]:
    """Run in this process, which is quicker; the documents are audited in workers all the same."""
    done = CliRunner().invoke(cli.main, [str(argument) for argument in arguments], prog_name="patuh")
    return done.exit_code, done.stdout, done.stderr


def _commands(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = [path]
    for name, one in group.commands.items():
        found += _commands(one, (*path, name)) if isinstance(one, click.Group) else [(*path, name)]
    return found


# What every command has


@pytest.mark.parametrize("path", _commands(cli.main), ids=" ".join)
def test_help_shows_an_example(path: tuple[str, ...]):
    """A user copies it."""
    code, out, _ = _runner(*path, "--help")

    assert code == 0
    assert "Example:" in out
    assert f"patuh {' '.join(path)}".strip() in out


def test_help_of_check_holds_the_exit_codes():
    """Scripts rely on them."""
    out = _runner("check", "--help")[1]

    assert all(f"\n      {code}  " in out for code in (0, 1, 2, 3, 4))
    assert "2, lalu 3, lalu 4, lalu 1" in out


def test_version_answers_without_loading_the_audit():
    """Nothing that takes time to import is imported."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "cli", "--version"],
        cwd=ROOT, env=environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert done.stdout == f"patuh {version()}\n"
    assert not [
        name for name in ("pydantic", "yaml", "durable", "rapidfuzz", "tabulate") if f" {name}\n" in done.stderr
    ]


# Exit codes


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param([CLEAN], 0, id="clean"),
        pytest.param([MAJOR], 1, id="major-by-default"),
        pytest.param([MAJOR, "--fail-on", "critical"], 0, id="below-fail-on"),
        pytest.param([CRITICAL, "--fail-on", "critical"], 1, id="at-fail-on"),
        pytest.param([CRITICAL, "--fail-on", "never"], 0, id="never"),
        pytest.param([LETTER], 0, id="no-sop"),
        pytest.param([MAJOR, "--skip", "steps/*"], 0, id="skipped"),
        pytest.param([MAJOR, "--only", "NIP-02"], 0, id="only-another"),
        pytest.param([], 2, id="no-path"),
        pytest.param([CLEAN, "--format", "xml"], 2, id="unknown-format"),
        pytest.param([CLEAN, "--as-of", "15-01-2026"], 2, id="no-iso-date"),
        pytest.param([CLEAN, "--jobs", "0"], 2, id="no-jobs"),
        pytest.param([CLEAN, "--format", "json", "--format", "table"], 2, id="two-on-the-screen"),
        pytest.param([CLEAN, "--output", "a", "--output", "b"], 2, id="more-outputs-than-formats"),
        pytest.param(["tidak-ada.txt"], 3, id="nothing-readable"),
        pytest.param([CLEAN, "tidak-ada.txt"], 4, id="some-unreadable"),
        pytest.param([CRITICAL, "tidak-ada.txt"], 4, id="unreadable-before-findings"),
        pytest.param(["tidak-ada.txt", "--only", "tidak/ada"], 2, id="usage-before-unreadable"),
    ],
)
def test_exit_codes(arguments: list[str | Path], expected: int):
    """As the table in the help says; where two hold, 2, then 3, then 4, then 1."""
    code, _, err = _runner("check", *arguments)

    assert code == expected
    assert "Traceback" not in err


def test_exit_codes_of_the_process():
    """The process ends with them too."""
    assert [patuh("check", path, fresh=True).code for path in (CLEAN, MAJOR, "tidak-ada.txt")] == [0, 1, 3]


def test_a_document_that_is_no_sop_is_said_to_be_none():
    """Exit code 0 and silence would read as praise."""
    assert "Bukan SOP" in _runner("check", LETTER)[1]


# What goes where


def test_json_alone_stands_on_standard_output():
    """Messages go to stderr."""
    done = patuh("check", CLEAN, "tidak-ada.txt", "--format", "json")
    report = Report.model_validate_json(done.out)

    assert [document.path for document in report.documents] == [CLEAN.as_posix(), "tidak-ada.txt"]
    assert "tidak-ada.txt: Berkas tidak ada." in done.err


def test_the_same_report_on_any_number_of_processes():
    """Byte for byte, in both formats."""
    for form in ("json", "table"):
        one = patuh("check", FIXTURES, "--format", form, "--jobs", "1", *AS_OF, fresh=True)
        three = patuh("check", FIXTURES, "--format", form, "--jobs", "3", *AS_OF)

        assert one.out == three.out
        assert (one.code, one.err) == (three.code, three.err)


def test_several_formats_in_one_run(tmp_path: Path):
    """Each output belongs to the format at its place; what has no output goes to the screen."""
    report, page = tmp_path / "laporan.json", tmp_path / "laporan.txt"
    code, out, _ = _runner(
        "check", MAJOR, "--format", "json", "--format", "table", "--output", report, "--output", page
    )

    assert (code, out) == (1, "")
    assert Report.model_validate_json(report.read_bytes()).documents[0].findings
    assert "Ringkasan" in page.read_text(encoding="utf-8")

    code, out, _ = _runner("check", MAJOR, "--format", "json", "--format", "table", "--output", report)

    assert code == 1
    assert "Ringkasan" in out


@pytest.mark.parametrize("place", ["tidak/ada/laporan.json", "."])
def test_an_output_that_cannot_be_written_is_wrong_usage(tmp_path: Path, place: str):
    """Told before the audit begins, with the place."""
    done = patuh("check", CLEAN, "--format", "json", "--output", place, cwd=tmp_path)

    assert done.code == 2
    assert repr(place) in done.err
    assert list(tmp_path.iterdir()) == []


def test_as_of_stands_in_the_report():
    """The day on which the documents are judged; today when it is left out."""
    assert patuh("check", CLEAN, "--format", "json", *AS_OF).report["as_of"] == "2026-01-15"


def test_the_report_names_tool_and_rules():
    """Whoever reads it later can repeat it."""
    report = patuh("check", CLEAN, "--format", "json", "--profile", "ketat", "--only", "steps/*").report
    whole = patuh("check", CLEAN, "--format", "json", "--profile", "ketat").report

    assert report["tool"] == {"name": "patuh", "version": version(), "engine": "durable_rules 2.0.28"}
    assert report["rules"]["profile"] == "ketat"
    assert report["rules"]["count"] == len(list((ROOT / "rules" / "steps").glob("*.yaml")))
    assert whole["rules"]["count"] == len(list((ROOT / "rules").glob("*/*.yaml")))
    assert whole["rules"]["digest"] == report["rules"]["digest"]


def test_english():
    """Findings and labels."""
    out = _runner("check", MAJOR, "--lang", "en")[1]

    assert "Major" in out
    assert "Langkah" not in out.split("Recommendation")[0]


def test_rules_of_an_organisation_judge_too(tmp_path: Path):
    """`--rules` adds a folder."""
    folder = tmp_path / "aturan" / "steps"
    folder.mkdir(parents=True)
    rule = RULE.replace("code: LK-02", "code: ZZ-01").replace("position: {gt: a.position}, key: a.key", "position: 2")
    (folder / "own-rule.yaml").write_text(rule, encoding="utf-8")
    done = patuh("check", CLEAN, "--format", "json", "--rules", folder.parent, "--only", "steps/own-rule")

    assert done.code == 1
    assert {finding["code"] for finding in done.report["documents"][0]["findings"]} == {"ZZ-01"}


def test_a_file_with_several_sops_gives_several_documents():
    """Numbered parts of one path."""
    documents = patuh("check", TWO_SOPS, "--format", "json").report["documents"]

    assert [document["part"] for document in documents] == [1, 2]
    assert len({document["path"] for document in documents}) == 1


# Trouble on the way


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with more documents than are audited in a moment."""
    folder = tmp_path_factory.mktemp("arsip")
    text = MAJOR.read_bytes()
    for number in range(1500):
        (folder / f"{number:04}.txt").write_bytes(text)
    return folder


def test_a_reader_that_goes_away_ends_the_run_quietly(many: Path):
    """As in ``patuh check arsip | head``."""
    process = subprocess.Popen(
        command("check", many, "--format", "json"),
        cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout
    assert process.stderr
    process.stdout.read(10)
    process.stdout.close()
    err = process.stderr.read().decode()
    process.stderr.close()

    assert process.wait(60) == common.BROKEN_PIPE
    assert err == ""


def _running(many: Path, output: Path) -> subprocess.Popen[bytes]:
    """An audit that is well under way."""
    process = subprocess.Popen(
        command("check", many, "--format", "json", "--jobs", "2", "--output", output, "--fail-on", "never"),
        cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    deadline = time.monotonic() + 30
    while len(psutil.Process(process.pid).children()) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(0.2)
    return process


@pytest.mark.parametrize(
    ("number", "to_all", "code"),
    [
        pytest.param(signal.SIGINT, True, 130, id="ctrl-c"),
        pytest.param(signal.SIGTERM, True, 143, id="a-service-stops"),
        pytest.param(signal.SIGTERM, False, 143, id="kill"),
        pytest.param(signal.SIGHUP, True, 129, id="the-terminal-is-closed"),
    ],
)
def test_a_signal_ends_the_run_and_its_workers(
    number: signal.Signals, to_all: bool, code: int, many: Path, tmp_path: Path
):
    """With its exit code, a word, no traceback, no half report, no process left behind."""
    process = _running(many, tmp_path / "laporan.json")
    workers = psutil.Process(process.pid).children()
    (os.killpg if to_all else os.kill)(process.pid, number)
    out, err = process.communicate(timeout=30)

    assert (process.returncode, out, err) == (code, b"", b"patuh: dihentikan\n")
    assert len(workers) == 2
    assert psutil.wait_procs(workers, timeout=10)[1] == []
    assert list(tmp_path.iterdir()) == []


def test_a_worker_that_is_killed_costs_no_run(many: Path, tmp_path: Path):
    """As the system does when memory is short: every document is in the report all the same."""
    some = tmp_path / "sebagian"
    some.mkdir()
    for path in sorted(many.iterdir())[:500]:
        (some / path.name).hardlink_to(path)
    process = _running(some, tmp_path / "laporan.json")
    workers = psutil.Process(process.pid).children()
    for worker in workers:
        worker.kill()
    _, err = process.communicate(timeout=120)
    report = json.loads((tmp_path / "laporan.json").read_bytes())

    assert (process.returncode, err) == (0, b"")
    assert len(workers) == 2
    assert len({document["path"] for document in report["documents"]}) == 500
    assert report["summary"]["errors"] == 0


def _on_a_terminal(*arguments: str | Path) -> str:
    """What a user sees who types the command."""
    here, there = pty.openpty()
    env = {**environment(), "TERM": "xterm", "COLUMNS": "72"}
    env.pop("NO_COLOR", None)
    process = subprocess.Popen(command(*arguments), cwd=ROOT, env=env, stdout=there, stderr=there, stdin=there)
    os.close(there)
    seen = b""
    while True:
        try:
            piece = os.read(here, 65536)
        except OSError:  # the program has ended
            break
        if not piece:
            break
        seen += piece
    os.close(here)
    process.wait(30)
    return seen.decode().replace("\r\n", "\n")


def test_a_terminal_gets_colours_and_its_own_width():
    """And one message for each problem: the table on the same terminal tells it already."""
    seen = _on_a_terminal("check", MAJOR, "tidak-ada.txt")

    assert "\x1b[" in seen
    assert max(len(click.unstyle(line)) for line in seen.split("\n")) <= max(72, len(MAJOR.as_posix()))
    assert seen.count("Periksa nama dan letaknya") == 1


def test_a_terminal_gets_the_progress_of_a_json_run(tmp_path: Path):
    """On stderr, while the report goes to a file."""
    seen = _on_a_terminal("check", CLEAN, MAJOR, "--format", "json", "--output", tmp_path / "laporan.json")

    assert "\r2/2 berkas" in seen


# extract


def test_extract_prints_the_contract():
    """The keys of the design, each value with its place, and no others."""
    extracted = patuh("extract", CLEAN).report
    line = extracted["identity"]["number"]["evidence"][0]["line"]

    assert list(extracted) == [
        "kind", "government", "unit", "cover", "identity", "legal_basis", "qualifications", "related", "equipment",
        "warnings", "records", "actors", "steps", "signatures", "sections", "forms",
    ]  # fmt: skip
    assert extracted["identity"]["number"]["value"] in CLEAN.read_text(encoding="utf-8").splitlines()[line - 1]
    assert extracted["identity"]["approver"]["nip"]["value"].isdigit()
    assert all(set(step["duration"]) == {"text", "minutes"} for step in extracted["steps"] if step["duration"])
    assert all(isinstance(step["duration"]["minutes"]["value"], int) for step in extracted["steps"])


def test_extract_of_several_sops():
    """Parts."""
    extracted = patuh("extract", TWO_SOPS).report

    assert extracted["kind"] == "sop"
    assert [part["kind"] for part in extracted["parts"]] == ["sop", "sop"]


def test_extract_of_something_else_says_only_its_kind():
    """Nothing is guessed."""
    assert patuh("extract", LETTER).report == {"kind": "unknown"}
    assert patuh("extract", FIXTURES / "performance-lkjip.txt").report["kind"] == "performance"


@pytest.mark.parametrize("name", ["tidak-ada.txt", "fixtures/bad/empty.txt", "fixtures"])
def test_extract_of_what_cannot_be_read(name: str):
    """Exit code 3, the path and the reason."""
    done = patuh("extract", name)

    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(f"patuh: {name}: ")
    assert "Traceback" not in done.err


# rules


def test_explain_tells_a_rule_in_full():
    """By name or by code the same: why, law, examples, effect, remedy, cases."""
    by_name, by_code = _runner("explain", "steps/duplicate"), _runner("explain", "LK-02")

    assert by_name == by_code
    assert by_name[0] == 0
    for heading in ("Mengapa penting", "Kriteria", "Cara menilai", "Bunyi temuan", "Kasus uji"):
        assert f"\n{heading}\n" in by_name[1]
    for part in ("Kondisi: ", "Sebab: diisi oleh pemeriksa.", "Akibat: ", "Rekomendasi: "):
        assert f"\n  - {part}" in by_name[1]
    assert "PermenPANRB 35/2012" in by_name[1]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_rule_can_be_explained(lang: str, monkeypatch: pytest.MonkeyPatch):
    """No place of a message is left open, no line too long. The rules are loaded once for all of them."""
    monkeypatch.setattr(run, "cached_pack", cache(run.cached_pack))
    rules = json.loads(_runner("rules", "list", "--format", "json")[1])
    for rule in rules:
        code, out, _ = _runner("explain", rule["name"], "--lang", lang)

        assert code == 0
        assert rule["title"][lang] in out
        assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize(("lang", "words"), [("id", "belum layak: ada temuan kritis"), ("en", "a grade below B")])
def test_the_grade_can_be_explained(lang: str, words: str):
    """Every number of rules/grading.yaml stands there, in lines of 80 columns."""
    code, out, _ = _runner("explain", "--grade", "--lang", lang)
    grading = rules_pack().grading

    assert code == 0
    assert words in out
    assert max(map(len, out.splitlines())) <= 80
    mark = "," if lang == "id" else "."
    for component in grading.components.values():
        title = component.title if lang == "id" else component.title_en
        assert re.search(rf"^  {re.escape(str(title))} +{component.weight} ", out, re.MULTILINE)
    for weight in grading.severity_weights.values():
        assert f" {weight}".replace(".", mark) in out
    sop, performance = ("SOP", "dokumen kinerja") if lang == "id" else ("SOP", "performance document")
    first, second = out.index(f": {sop}\n"), out.index(f": {performance}\n")
    assert (
        first
        < out.index("Prosedur" if lang == "id" else "Procedure")
        < second
        < out.index("Anggaran" if lang == "id" else "Budget")
    )
    for band in grading.bands:
        assert re.search(rf"^  {band.letter} ", out, re.MULTILINE)


@pytest.mark.parametrize("arguments", [[], ["LK-02", "--grade"]])
def test_explain_wants_a_rule_or_the_grade(arguments: list[str]):
    """Not both and not neither."""
    code, out, err = _runner("explain", *arguments)

    assert (code, out) == (2, "")
    assert "--grade" in err


def test_explain_knows_what_was_meant():
    """An unknown rule is wrong usage."""
    code, out, err = _runner("explain", "person/nip-mismach")

    assert (code, out) == (2, "")
    assert "Maksud Anda 'person/nip-mismatch'?" in err


def test_rules_list_has_every_rule():
    """As a table and as JSON."""
    names = sorted(
        path.relative_to(ROOT / "rules").with_suffix("").as_posix() for path in (ROOT / "rules").glob("*/*.yaml")
    )
    table = _runner("rules", "list")[1]

    assert [rule["name"] for rule in json.loads(_runner("rules", "list", "--format", "json")[1])] == names
    assert [name for name in names if f" {name} " not in table] == []


def test_rules_check_of_the_pack():
    """The rules of patuh are valid."""
    count = len(list((ROOT / "rules").glob("*/*.yaml")))

    assert _runner("rules", "check") == (0, f"{count} aturan sah\n", "")


def test_rules_test_passes_and_tells_a_failing_case(tmp_path: Path):
    """Exit code 1 with rule, case, and what was expected."""
    folder = tmp_path / "aturan" / "steps"
    folder.mkdir(parents=True)
    rule = RULE.replace("code: LK-02", "code: ZZ-01").replace("key: catat", "key: terima")
    (folder / "own-rule.yaml").write_text(rule, encoding="utf-8")
    passed, failed = patuh("rules", "test"), patuh("rules", "test", "--rules", folder.parent)

    assert passed.code == 0
    assert passed.out.endswith(": 0 gagal\n")
    assert failed.code == 1
    assert "steps/own-rule: two acts: expected clean, was flagged" in failed.out
    assert failed.out.endswith(": 1 gagal\n")
