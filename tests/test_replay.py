"""Bundles audited again: the same findings, byte for byte, by what lies in the bundle alone."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from auditing.check import Request, Screen, Target, check
from auditing.progress import Progress
from auditing.run import RuleChoice
from bundling.errors import BundleError
from bundling.keys import new_key, read_key
from bundling.replaying import Replay, replay
from bundling.telling import replay_json, replay_text
from bundling.verifying import Trust, verified
from commands.bundles import BundleWish, audited
from engine.settings import read_settings
from reports.formats import FORMATS
from tests.archives import archive
from tests.bundles import altered, contents
from tests.program import CLEAN, CRITICAL, FIXTURES, LETTER, MAJOR, ROOT, TWO_SOPS, command, environment, patuh
from tests.samples import REGULATIONS, RULE

AS_OF = dt.date(2026, 1, 15)
RULES = ROOT / "rules"


@pytest.fixture(autouse=True)
def _own_config(tmp_path, monkeypatch):
    """No test sees, or makes, the key of who runs it."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def filled(folder: Path) -> Path:
    """Lay down all that can go wrong: archives, several SOPs in a file, the damaged, the empty, the unknown."""
    (folder / "sop" / "sub").mkdir(parents=True)
    for path in (CLEAN, MAJOR, CRITICAL, TWO_SOPS, LETTER):
        (folder / "sop" / path.name).write_bytes(path.read_bytes())
    (folder / "sop" / "sub" / f"lain {CLEAN.name}").write_bytes(CLEAN.read_bytes())
    (folder / "sop" / "rusak.docx").write_bytes(b"PK\x03\x04 bukan docx")
    (folder / "sop" / "kosong.txt").write_bytes(b"")
    two, unsafe = ("dalam/dua.txt", TWO_SOPS.read_bytes()), ("../keluar.txt", b"x")
    (folder / "sop" / "arsip.zip").write_bytes(archive(two, unsafe, ("satu.md", CRITICAL.read_bytes())))
    return folder


@pytest.fixture
def work(tmp_path, monkeypatch):
    """A folder of documents, in which patuh runs."""
    folder = filled(tmp_path / "kerja")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The folder audited into two bundles, with its documents (b.zip) and without (c.zip), and the report."""
    folder = filled(tmp_path_factory.mktemp("dibuat"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        trust = bundled(folder / "b.zip")
        shutil.copy(folder / "b.pem", folder / "c.pem")
        bundled(folder / "c.zip", inputs=False)
    return folder, trust


@pytest.fixture
def ready(made, tmp_path):
    """These bundles, to do with as one likes; return the trust in their key."""
    folder, trust = made
    for name in ("b.zip", "c.zip", "b.pem", "c.pem", "l.json"):
        shutil.copy(folder / name, tmp_path / name)
    return trust


def bundled(path: Path, choice: RuleChoice | None = None, *, inputs: bool = True, **changes: object) -> Trust:
    """Audit the folder sop/ into a bundle; return the trust in its key."""
    key = path.with_suffix(".pem")
    if not key.exists():
        new_key(key)
    target = Target(FORMATS["json"], "l.json")
    request = Request((Path("sop"),), (target,), choice or RuleChoice((RULES,)), AS_OF, jobs=1, **changes)  # type: ignore[arg-type]
    audited(BundleWish(path, inputs, key), request, lambda whole: check(whole, Screen(io.BytesIO()), Progress()))
    return Trust(read_key(key, lambda _: None).public.fingerprint, "uji")


def replayed(path: Path, trust: Trust, folder: Path | None = None, jobs: int = 1) -> Replay:
    """Audit it again."""
    with verified(path, [trust]) as (verdict, bundle):
        assert verdict.trusted, verdict.fault
        assert bundle is not None
        return replay(bundle, folder, jobs)


def forged(path: Path, name: str, old: bytes, new: bytes) -> None:
    """Another content under the same seal: what only the signer can do."""
    key = read_key(path.with_suffix(".pem"), lambda _: None)
    path.write_bytes(altered(path.read_bytes(), key, name, old, new))


def test_all_of_a_bundle_is_the_same_again(work, tmp_path, ready):
    """The files are gone, the bundle has all: archives, several SOPs in a file, what could not be read."""
    documents = json.loads((tmp_path / "l.json").read_bytes())["documents"]
    shutil.rmtree(work / "sop")
    outcome = replayed(tmp_path / "b.zip", ready)

    assert (len(documents), 0, [], 0, ()) == (
        outcome.same,
        outcome.different,
        outcome.missing,
        outcome.unread,
        outcome.changes,
    )
    assert {"damaged", "empty", "unsafe-name"} <= {error["code"] for one in documents for error in one["errors"]}
    assert "SAMA" in replay_text(outcome, "id")


def test_the_same_file_lies_in_the_bundle_once(tmp_path, ready):
    names = [name for name, _ in contents((tmp_path / "b.zip").read_bytes()) if name.startswith("inputs/")]

    assert 1 == sum(CLEAN.stem in name for name in names)


@pytest.fixture
def own(work):
    """Settings that change the findings, and name files everywhere."""
    beside = work.parent / "bersama"
    (beside / "aturan" / "steps").mkdir(parents=True)
    (beside / "aturan" / "steps" / "twice.yaml").write_text(RULE.replace("LK-02", "KAB-02"), encoding="utf-8")
    (beside / "perda.yaml").write_text(
        REGULATIONS.replace("permenpanrb-35-2012", "perda-1-2020").replace('"35"', '"1"').replace("2012", "2020")
    )
    (work / "istilah.yaml").write_text("{}\n")
    (work / "patuh.toml").write_text(
        "[organisation]\nname = 'Inspektorat'\n[check]\nprofile = 'ketat'\nworkday_minutes = 480\n"
        "[reading]\ncache = 'simpanan'\nocr = 'off'\n"
        "[own]\nrules = '../bersama/aturan'\nregulations = '../bersama/perda.yaml'\nglossary = 'istilah.yaml'\n"
        "[rules.'person/nip-implausible']\nseverity = 'advice'\n"
        "[rules.'approval/unsigned']\nenabled = false\nreason = 'naskah asli'\n"
    )
    return read_settings(work / "patuh.toml")


def test_settings_rules_and_tables_come_from_the_bundle(work, tmp_path, own):
    trust = bundled(tmp_path / "b.zip", RuleChoice((RULES,), own=own))
    report = json.loads((work / "l.json").read_bytes())
    shutil.rmtree(work.parent / "bersama")
    (work / "patuh.toml").write_text("[check]\nprofile = 'inti'\n")
    (work / "istilah.yaml").unlink()
    outcome = replayed(tmp_path / "b.zip", trust)

    assert ("ketat", "Inspektorat") == (report["rules"]["profile"], report["rules"]["organisation"])
    assert (len(report["documents"]), 0) == (outcome.same, outcome.different)
    assert not (work / "simpanan").exists()


@pytest.mark.parametrize(
    "choice",
    [
        pytest.param(RuleChoice((RULES,), lang="en", profile="inti"), id="lang-profile"),
        pytest.param(RuleChoice((RULES,), only=("steps/*", "NIP-02"), skip=("steps/duplicate",)), id="only-skip"),
    ],
)
def test_what_the_command_line_asked_for_comes_from_the_bundle(work, tmp_path, choice):
    trust = bundled(tmp_path / "b.zip", choice)
    outcome = replayed(tmp_path / "b.zip", trust)

    assert outcome.same
    assert 0 == outcome.different


@pytest.mark.parametrize("mask", [False, True])
def test_the_earlier_report_comes_from_the_bundle(work, tmp_path, mask):
    bundled(tmp_path / "a.zip", inputs=False, mask=mask)
    shutil.copy(work / "l.json", work / "lalu.json")
    (work / "sop" / MAJOR.name).write_bytes(CLEAN.read_bytes())
    trust = bundled(tmp_path / "b.zip", inputs=not mask, mask=mask, since=work / "lalu.json")
    (work / "lalu.json").unlink()
    since = [one["since"] for one in json.loads((work / "l.json").read_bytes())["documents"]]
    outcome = replayed(tmp_path / "b.zip", trust)

    assert any(one and one["fixed"] for one in since)
    assert outcome.same
    assert 0 == outcome.different


def test_a_masked_report_is_masked_again(work, tmp_path):
    """Nothing in the bundle tells who it is about, not even the names of files; they are known by their digests."""
    shutil.move(work / "sop" / MAJOR.name, work / "sop" / "SOP Drs. Sutarjo Wibisono, M.Si.txt")
    numbers = set(re.findall(rb"19\d{6} ?\d{6} ?\d ?\d{3}", CLEAN.read_bytes()))
    trust = bundled(tmp_path / "b.zip", inputs=False, mask=True)
    files = contents((tmp_path / "b.zip").read_bytes())
    outcome = replayed(tmp_path / "b.zip", trust, work / "sop")

    assert numbers
    assert [] == [
        name for name, data in files if any(one.replace(b" ", b"") in data.replace(b" ", b"") for one in numbers)
    ]
    assert [] == [name for name, data in files if b"Wibisono" in data]
    assert outcome.same
    assert (0, []) == (outcome.different, outcome.missing)


def test_files_are_found_by_their_content_wherever_they_are(work, tmp_path, ready):
    near = replayed(tmp_path / "c.zip", ready)
    (work / "sop").rename(tmp_path / "pindah")
    (tmp_path / "pindah" / MAJOR.name).rename(tmp_path / "pindah" / "nama lain.bin")
    (tmp_path / "pindah" / "arsip.zip").rename(tmp_path / "pindah" / "x")
    far = replayed(tmp_path / "c.zip", ready, tmp_path / "pindah")

    assert near.same == far.same > 0
    assert (0, 0, [], []) == (near.different, far.different, near.missing, far.missing)


def test_files_that_are_not_found_are_named(work, tmp_path, ready):
    (work / "sop" / MAJOR.name).write_bytes(b"lain")
    (work / "sop" / "arsip.zip").unlink()
    outcome = replayed(tmp_path / "c.zip", ready)

    assert [
        f"sop/{MAJOR.name}",
        *(f"sop/arsip.zip/{name}" for name in ("../keluar.txt", "dalam/dua.txt", "satu.md")),
    ] == (sorted(outcome.missing, key=lambda path: ("arsip" in path, path)))
    assert 0 == outcome.different
    assert MAJOR.name in replay_text(outcome, "id")


def test_what_could_not_be_read_then_is_counted(work, tmp_path):
    (work / "sop" / "besar.txt").write_bytes(b"x" * 20_000_000)
    trust = bundled(tmp_path / "b.zip")

    assert 1 == replayed(tmp_path / "b.zip", trust).unread


def test_another_finding_is_named(tmp_path, ready):
    report = json.loads((tmp_path / "l.json").read_bytes())
    document = next(one for one in report["documents"] if one["findings"])
    finding = document["findings"][0]
    forged(tmp_path / "b.zip", "report.json", finding["fingerprint"].encode(), b"0" * 16)
    outcome = replayed(tmp_path / "b.zip", ready)
    told = [one for one in outcome.differences if one.path == document["path"]]

    assert outcome.different >= 1
    assert finding["fingerprint"] in [one.fingerprint for one in told[0].appeared]
    assert "0" * 16 in [one.fingerprint for one in told[0].vanished]
    assert f"+ {finding['code']} {finding['rule']}" in replay_text(outcome, "id")
    assert False is json.loads(replay_json(outcome))["identical"]


def test_another_word_is_enough(tmp_path, ready):
    forged(tmp_path / "b.zip", "report.json", b'"kind":"unknown","title":null', b'"kind":"unknown","title":"x"')
    outcome = replayed(tmp_path / "b.zip", ready)

    assert ("title",) == outcome.differences[0].fields
    assert "lain: title" in replay_text(outcome, "id")


def test_another_rule_gives_another_result(tmp_path, ready):
    """The rules of the bundle judge, not those of the program."""
    forged(tmp_path / "b.zip", "rules/0/grading.yaml", b"above: 98}", b"above: 99.99}")
    outcome = replayed(tmp_path / "b.zip", ready)

    assert outcome.different
    assert any({"grade", "levers"} & set(one.fields) for one in outcome.differences)


def test_another_program_is_named_beside_the_result(tmp_path, ready):
    manifest = json.loads(dict(contents((tmp_path / "b.zip").read_bytes()))["manifest.json"])
    version = manifest["libraries"]["pydantic"]
    forged(tmp_path / "b.zip", "manifest.json", f'"pydantic": "{version}"'.encode(), b'"pydantic": "1.0"')
    outcome = replayed(tmp_path / "b.zip", ready)

    assert [("pydantic", "1.0", version)] == [(one.name, one.then, one.now) for one in outcome.changes]
    assert f"pydantic: 1.0 -> {version}" in replay_text(outcome, "id")
    assert 0 == outcome.different


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        pytest.param("rules/0/legal/order.yaml", b"severity:", b"keparahan:", id="rule"),
        pytest.param("settings/patuh.toml", b"[check]", b"[chekc]", id="settings"),
        pytest.param("settings/patuh.toml", b"[check]", b"[check", id="no-toml"),
    ],
)
def test_rules_that_this_program_does_not_know_are_said(work, tmp_path, own, name, old, new):
    trust = bundled(tmp_path / "b.zip", RuleChoice((RULES,), own=own))
    forged(tmp_path / "b.zip", name, old, new)

    with pytest.raises(BundleError, match=r"Pakai patuh \d"):
        replayed(tmp_path / "b.zip", trust)


def test_nothing_is_left_behind(tmp_path, ready, monkeypatch):
    """Neither the unpacked files nor compiled rules of a folder that is gone."""
    monkeypatch.setenv("TMPDIR", str(tmp_path / "sementara"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("tempfile.tempdir", None)
    (tmp_path / "sementara").mkdir()
    replayed(tmp_path / "b.zip", ready)

    assert [] == list((tmp_path / "sementara").iterdir())
    assert not (tmp_path / "cache").exists()


# The commands


def test_the_command_says_that_all_is_the_same_on_any_count_of_processes(work):
    """Other processes, another hash seed, another folder, another language of the messages."""
    arguments = ["--as-of", "2026-01-15", "--bundle", "b.zip", "--bundle-inputs", "--jobs", "2"]
    made = patuh("check", "sop", *arguments, cwd=work)
    shutil.rmtree(work / "sop")
    runs = []
    for seed, jobs in (("1", "1"), ("4711", "3")):
        done = subprocess.run(
            command("replay", work / "b.zip", "--jobs", jobs, "--format", "json"),
            cwd=work.parent,
            env={**environment(), "PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
            timeout=120,
        )
        runs.append((done.returncode, done.stdout))

    assert 4 == made.code
    assert runs[0] == runs[1]
    assert 0 == runs[0][0]
    assert {"identical": True, "missing": [], "changes": []}.items() <= json.loads(runs[0][1]).items()


def test_the_command_ends_with_the_code_of_what_it_found(work, tmp_path, ready):
    key = ("--key", ready.fingerprint)
    (work / "sop" / MAJOR.name).rename(work / "x")
    some = patuh("replay", tmp_path / "c.zip", *key, cwd=work)
    none = patuh("replay", tmp_path / "c.zip", *key, cwd=tmp_path)
    all_ = patuh("replay", tmp_path / "c.zip", *key, "--inputs", work, cwd=tmp_path)
    forged(tmp_path / "c.zip", "report.json", b'"kind":"unknown","title":null', b'"kind":"unknown","title":"x"')
    other = patuh("replay", tmp_path / "c.zip", *key, cwd=work)
    stranger = patuh("replay", tmp_path / "c.zip", cwd=work)
    (tmp_path / "c.zip").write_bytes((tmp_path / "c.zip").read_bytes() + b"x")
    changed = patuh("replay", tmp_path / "c.zip", *key, cwd=work)

    assert [4, 3, 0, 1, 3, 3] == [one.code for one in (some, none, all_, other, stranger, changed)]
    assert "BELUM DIKENAL" in stranger.err
    assert "BERUBAH" in changed.err
    assert "" == stranger.out == changed.out
    assert "TIDAK DAPAT DIBANDINGKAN" in none.out


def test_a_replay_that_is_ended_leaves_nothing_behind(work, tmp_path):
    (work / "sop" / "banyak").mkdir()
    for number in range(150):
        (work / "sop" / "banyak" / f"{number}.txt").write_bytes(CRITICAL.read_bytes() + b"%d" % number)
    trust = bundled(tmp_path / "b.zip")
    temporary = tmp_path / "sementara"
    temporary.mkdir()
    process = subprocess.Popen(
        command("replay", tmp_path / "b.zip", "--key", trust.fingerprint, "--jobs", "1"),
        cwd=work,
        env={**environment(), "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    until = time.monotonic() + 60
    while not list(temporary.glob("patuh-*/inputs/*")) and process.poll() is None and time.monotonic() < until:
        time.sleep(0.02)
    assert process.poll() is None
    os.kill(process.pid, signal.SIGTERM)
    _, error = process.communicate(timeout=60)

    assert 128 + signal.SIGTERM == process.returncode
    assert b"Traceback" not in error
    assert [] == list(temporary.iterdir())


def test_the_fixtures_are_the_same_again(tmp_path):
    """All documents of the project, those of performance data included."""
    name = tmp_path / "b.zip"
    patuh("check", FIXTURES.parent, "--as-of", "2026-01-15", "--bundle", name, "--bundle-inputs", "--no-config")
    done = patuh("replay", name, cwd=tmp_path, fresh=True)

    assert 0 == done.code, done.out
