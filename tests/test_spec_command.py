"""`patuh spec` as a user runs it: what it takes, what it prints, how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import junitparser
import pytest
from click.testing import CliRunner
from gherkin.dialect import Dialect

import cli
from commands.spec import exit_code
from schemas.spec import SpecSummary
from specs.files import CLOSED, NOT_A_FEATURE, asked_files
from specs.listing import KEYWORDS
from specs.picking import Picking
from specs.reading import read_feature
from tests.program import Done, command, environment, patuh

HELD = """
  {tag}
  Skenario: SOP lengkap {number}
    Dengan SOP lengkap
    Maka aturan approval/unsigned tidak menemukan apa pun
"""
UNMET = """
  @aturan-PS-01
  Skenario: Pengesah hilang
    Dengan SOP lengkap
    Maka aturan approval/unsigned menemukan 1 temuan kritis
    Dan tidak ada temuan di atas saran
"""
BROKEN = """
  Skenario: Langkah 99
    Dengan SOP lengkap
    Ketika langkah 99 dihapus
    Maka aturan approval/unsigned tidak menemukan apa pun
"""
MISTAKEN = """
  Skenario: Langit
    Dengan langit yang runtuh
    Maka aturan NIP-02 tidak menemukan apa pun
"""
OUTLINE = """
  Skenario konsep: Isian <isian> dikosongkan
    Dengan SOP lengkap
    Maka aturan approval/unsigned tidak menemukan apa pun

    @pertama
    Contoh:
      | isian |
      | nomor |
      | judul |

    @kedua
    Contoh:
      | isian   |
      | tanggal |
"""


def feature(*scenarios: str, name: str = "Contoh", tag: str = "") -> str:
    return f"# language: id\n{tag}\nFitur: {name}\n" + "".join(scenarios)


def held(number: int = 1, tag: str = "") -> str:
    return HELD.format(number=number, tag=tag)


@pytest.fixture
def folder(tmp_path):
    return tmp_path


def inside(monkeypatch: pytest.MonkeyPatch, folder: Path, *arguments: str) -> Done:
    """Run `patuh spec` in this process, where nothing is to be run by it."""
    monkeypatch.chdir(folder)
    done = CliRunner().invoke(cli.main, ["spec", *arguments], prog_name="patuh")
    return Done(done.exit_code, done.stdout, done.stderr)


def write(folder: Path, **features: str) -> None:
    for name, text in features.items():
        (folder / f"{name}.feature").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("scenarios", "code", "words"),
    [
        pytest.param([held(), UNMET], 1, "1 dari 2 skenario tidak terpenuhi.", id="unmet"),
        pytest.param([MISTAKEN], 3, "Berkas yang keliru", id="mistaken"),
    ],
)
def test_the_screen_and_the_exit_code(folder, scenarios, code, words):
    write(folder, satu=feature(*scenarios))
    done = patuh("spec", ".", cwd=folder)

    assert (code, "") == (done.code, done.err)
    assert words in done.out
    assert (UNMET in scenarios) == ("satu.feature:13: Pengesah hilang\n" in done.out)


@pytest.mark.parametrize(
    ("passed", "failed", "errors", "mistaken", "code"),
    [
        (2, 0, 0, 0, 0),
        (2, 1, 0, 0, 1),
        (2, 1, 1, 0, 4),
        (2, 0, 1, 0, 4),
        (2, 1, 0, 1, 4),
        (0, 1, 0, 0, 1),
        (0, 0, 2, 0, 3),
        (0, 0, 0, 1, 3),
        (0, 0, 2, 1, 3),
        (0, 1, 2, 1, 4),
    ],
)
def test_exit_codes(passed, failed, errors, mistaken, code):
    """Nothing could be run, before some could not, before some did not hold."""
    total = SpecSummary(
        features=1 + mistaken,
        scenarios=passed + failed + errors,
        passed=passed,
        failed=failed,
        errors=errors,
        mistaken=mistaken,
    )

    assert code == exit_code(total)


def test_all_reports_of_one_run_agree(folder):
    """A file that is mistaken costs no other; the code says that not all was run."""
    write(folder, satu=feature(held(), UNMET, BROKEN), dua=feature(MISTAKEN))
    places = ("hasil.json", "hasil.xml", "hasil.html", "hasil.txt")
    done = patuh("spec", ".", *(part for place in places for part in ("--output", place)), cwd=folder)

    assert (4, "", "") == (done.code, done.out, done.err)
    told = json.loads((folder / "hasil.json").read_bytes())
    log = junitparser.JUnitXml.fromfile(str(folder / "hasil.xml"))
    assert {"features": 2, "scenarios": 3, "passed": 1, "failed": 1, "errors": 1, "mistaken": 1} == told["summary"]
    assert (4, 1, 2) == (log.tests, log.failures, log.errors)
    for name in ("hasil.html", "hasil.txt"):
        text = (folder / name).read_text(encoding="utf-8")
        for words in ("Pengesah hilang", "Langkah 99", "Belum dijalankan", "dua.feature"):
            assert words in text or words.lower() in text


def test_the_same_bytes_however_it_is_asked(folder):
    """Another order of paths, a path twice, processes, another seed of hashes."""
    (folder / "b").mkdir()
    write(folder, satu=feature(held(), UNMET, held(2)))
    write(folder / "b", dua=feature(*(held(number) for number in range(9))))
    first = patuh("spec", "satu.feature", "b", "--format", "json", cwd=folder)
    second = patuh("spec", "b", ".", "./satu.feature", "--jobs", "2", "--format", "json", cwd=folder, fresh=True)

    assert 1 == first.code
    assert first == second


@pytest.mark.parametrize(
    ("options", "code", "names"),
    [
        (["--tag", "@aturan-PS-01"], 1, ["Pengesah hilang"]),
        (["--tag", "lain", "--name", "hilang"], 3, []),
        (["--tag", "LAIN", "--tag", "@tak-ada", "--name", "sop LENGKAP"], 0, ["SOP lengkap 2"]),
    ],
)
def test_only_what_is_asked_for_is_run(folder, options, code, names):
    write(folder, satu=feature(UNMET, held(1), tag="@semua"), dua=feature(held(2, "@lain"), tag="@semua"))
    done = patuh("spec", ".", *options, "--format", "json", cwd=folder)

    assert code == done.code
    ran = [one["name"] for file in done.report["features"] for one in file["scenarios"]] if names else []
    assert sorted(names) == sorted(ran)
    assert ("tidak ada skenario yang cocok" in done.err) == (not names)


@pytest.mark.parametrize(
    ("picking", "rows"),
    [
        (Picking(), {1, 2, 3}),
        (Picking(names=("isian JUDUL",)), {2}),
        (Picking(tags=("@pertama",)), {1, 2}),
        (Picking(tags=("kedua",), names=("judul", "tanggal")), {3}),
        (Picking(names=("<isian>",)), set()),
    ],
)
def test_rows_of_examples_are_picked_by_their_own_words_and_tags(folder, picking, rows):
    write(folder, satu=feature(OUTLINE))

    assert rows == {row for _, row in picking.places(read_feature(folder / "satu.feature"))}


def test_one_row_of_examples_is_run(folder):
    write(folder, satu=feature(held(), OUTLINE))
    done = patuh("spec", ".", "--name", "isian judul", "-v", "--lang", "en", cwd=folder)

    assert 0 == done.code
    assert "Isian judul dikosongkan\n  Example 2: isian = judul\n" in done.out
    assert "All scenarios (1) held." in done.out


ODD = ("sub [x]/a b.feature", "a::b/x::y.feature", "\N{GRINNING FACE}.feature", "-dash.feature", "caf\udce9.feature")


def test_odd_names_are_names(folder):
    for name in ODD:
        place = folder / name
        place.parent.mkdir(exist_ok=True)
        place.write_text(feature(held()), encoding="utf-8")
    done = patuh("spec", ".", "--format", "json", cwd=folder)

    assert 0 == done.code
    shown = sorted(name.replace("\udce9", "\\xe9") for name in ODD)
    assert shown == sorted(file["path"] for file in done.report["features"])
    assert 5 == done.report["summary"]["passed"]


def test_each_file_is_run_once_under_its_own_name(folder):
    """Links, other ways to write a path, circles of folders; nothing from hidden folders."""
    write(folder, asli=feature(held()))
    (folder / "dalam").mkdir()
    (folder / "dalam" / "taut.feature").symlink_to(folder / "asli.feature")
    (folder / "dalam" / "atas").symlink_to(folder)
    (folder / ".git").mkdir()
    write(folder / ".git", lama=feature(held()))
    paths = [folder / "dalam", folder / "dalam" / "taut.feature", folder, folder / "asli.feature"]

    for order in (paths, paths[::-1]):
        assert [folder / "asli.feature"] == asked_files(order).files
    assert [folder / "dalam" / "taut.feature"] == asked_files(paths[1:2]).files


def test_what_cannot_be_read_is_told_and_costs_no_other(folder):
    write(folder, ada=feature(held()))
    (folder / "hilang.feature").symlink_to("tidak-ada")
    (folder / "catatan.txt").write_text("x", encoding="utf-8")
    os.mkfifo(folder / "pipa.feature")
    found = asked_files([folder, folder / "catatan.txt"])

    assert [folder / "ada.feature"] == found.files
    assert [("catatan.txt", NOT_A_FEATURE), ("hilang.feature", CLOSED), ("pipa.feature", CLOSED)] == [
        (Path(one.path).name, one.code) for one in found.refused
    ]
    done = patuh("spec", ".", "catatan.txt", cwd=folder)
    assert 4 == done.code
    assert "catatan.txt:1: Hanya berkas .feature yang dijalankan.\n  - Bila ini spesifikasi," in done.out


def test_a_folder_that_cannot_be_read_is_told(folder, monkeypatch):
    """As root every folder can be read, so the system is asked to refuse."""
    (folder / "tutup").mkdir()
    write(folder, ada=feature(held()))
    scandir = os.scandir

    def refusing(path):
        if Path(path).name == "tutup":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = asked_files([folder])

    assert [(str(folder / "tutup"), CLOSED)] == [(one.path, one.code) for one in found.refused]
    assert 1 == len(found.files)
    assert ([], []) == (asked_files([folder / "tutup"]).files, asked_files([folder / "tutup"]).empty)


def test_a_folder_without_features_is_named(folder):
    write(folder, ada=feature(held()))
    (folder / "kosong").mkdir()

    nothing = patuh("spec", "kosong", cwd=folder)
    assert (3, "") == (nothing.code, nothing.out)
    assert "tidak ada berkas .feature di kosong" in nothing.err
    beside = patuh("spec", "kosong", "ada.feature", cwd=folder)
    assert (0, "patuh: kosong: tidak ada berkas .feature di folder ini\n") == (beside.code, beside.err)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "patuh spec spesifikasi/"),
        (["tidak-ada"], "tidak-ada"),
        (["ada.feature", "--find", "x"], "--find hanya berlaku bersama --steps"),
        (["ada.feature", "--steps"], "--steps tidak dipakai bersama PATH"),
        (["--steps", "--tag", "x"], "--steps tidak dipakai bersama --tag"),
        (["--steps", "--format", "junit"], "Bentuk daftar langkah: table, json, html"),
        (["ada.feature", "--output", "x.pdf"], "tidak menunjukkan bentuk laporan"),
        (["ada.feature", "--output", "tidak/ada.html"], "tidak dapat ditulis"),
        (["ada.feature", "--format", "json", "--output", "ada.feature"], "tidak akan ditimpa"),
        (["ada.feature", "--format", "json", "--format", "html"], "tempat yang sama"),
        (["ada.feature", "--profile", "ngawur"], "ngawur"),
    ],
)
def test_wrong_usage_says_what_to_do(folder, monkeypatch, arguments, words):
    text = feature(held())
    write(folder, ada=text)
    done = inside(monkeypatch, folder, *arguments)

    assert 2 == done.code
    assert words in done.err
    assert "" == done.out
    assert text == (folder / "ada.feature").read_text(encoding="utf-8")
    assert ["ada.feature"] == [one.name for one in folder.iterdir()]


def test_invalid_rules_are_no_failed_scenario(folder):
    write(folder, ada=feature(held()))
    (folder / "aturan").mkdir()
    (folder / "aturan" / "keliru.yaml").write_text("bukan: aturan\n", encoding="utf-8")
    done = patuh("spec", "ada.feature", "--rules", "aturan", cwd=folder)

    assert (3, "") == (done.code, done.out)
    assert "tidak sah" in done.err


def test_the_steps_are_listed(folder, monkeypatch):
    done = inside(monkeypatch, folder, "--steps", "--find", "dasar hukum", "--output", "langkah.html")

    assert (0, "", "") == (done.code, done.out, done.err)
    html = (folder / "langkah.html").read_text(encoding="utf-8")
    assert "Ketika isi dasar hukum dikosongkan" in html
    screen = inside(monkeypatch, folder, "--steps", "--lang", "en", "--find", "legal basis is emptied")
    assert "  When the legal basis is emptied\n    Removes all laws.\n    Example: When" in screen.out
    assert "1 steps in 1 topics. Only those with: legal basis is emptied." in screen.out
    nothing = inside(monkeypatch, folder, "--steps", "--find", "zzz")
    assert (3, "") == (nothing.code, nothing.out)
    assert "'zzz'" in nothing.err


def test_keywords_are_those_of_gherkin():
    """So that an example of the list can be copied as it stands."""
    for lang, words in KEYWORDS.items():
        dialect = Dialect.for_name(lang)
        known = (dialect.given_keywords, dialect.when_keywords, dialect.then_keywords)
        for word, keywords in zip(words.values(), known, strict=True):
            assert f"{word} " in keywords


def test_an_interrupt_ends_with_a_word_and_no_report(folder):
    write(folder, banyak=feature(*(held(number) for number in range(400))))
    process = subprocess.Popen(
        command("spec", ".", "--output", "hasil.json"),
        cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while not list(folder.glob(".hasil.json-*")) and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)

    assert (130, b"", b"patuh: dihentikan\n") == (process.returncode, out, err)
    assert ["banyak.feature"] == [one.name for one in folder.iterdir()]
